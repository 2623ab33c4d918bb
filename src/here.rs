//! What every view is given: the documents, the link, what the reader has set and opened; and what can be done.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use entente_explore::tables::{Axis, Preview};
use entente_explore::{Results, Suggestion};
use yew::Callback;

use crate::components::highlighted_text::Marks;
use crate::components::settings::Preferences;
use crate::holdings::Holdings;
use crate::platform::dom;
use crate::route::{Route, View};

/// Something that a reader does, or that happens meanwhile. The application alone answers it.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// The address is another.
    Arrived,
    /// Goes elsewhere, as a new entry of the history.
    Go(Route),
    /// Chooses a value of a filter, or gives it up.
    Choose(Axis, String),
    /// Shuts a value of a filter out, or lets it in again.
    Exclude(Axis, String),
    /// Takes a value out of the filters.
    Release(Axis, String),
    /// Takes another value instead of one that this file does not have.
    Replace(Axis, String, String),
    /// Takes all filters away.
    Clear,
    /// Takes the words away.
    Unword,
    /// Shows all values of a filter, or few.
    Unfold(&'static str),
    /// A key was pressed in a field: what stands in it now.
    Typed(Field, String),
    /// No key was pressed for a while.
    Rested,
    /// The words of a search box were sent off.
    Sent(Field),
    /// Chooses the next or the one before among the suggestions; opens them where they are closed.
    Option(Field, i32),
    /// Takes over the words of the suggestion that is chosen.
    Complete(Field),
    /// Follows a suggestion.
    Follow(usize),
    /// Closes the suggestions.
    Shut,
    /// Adds words to the query that the best results share.
    Broaden,
    /// Shows more results.
    More,
    /// Draws more of a long list.
    Draw,
    /// Saves what is shown as CSV.
    Save,
    /// Copies text.
    Copy(String),
    /// Other settings.
    Prefer(Preferences),
    /// Other kinds of names are marked.
    Mark(Marks),
    /// The source's own text, or the reading text.
    Source,
    /// Goes some steps from one element of a kind to the next.
    Step(&'static str, i32),
    /// Goes some passages on in the document that is open.
    Passage(i32),
    /// Goes some matches on in the document that is open.
    Match(i32),
    /// Goes to a view with nothing asked of it.
    View(View),
    /// Shows whole passages in lists, or their first lines.
    Full,
    /// What was done has been said for long enough.
    Noted,
    /// Opens or closes the sheet of keys.
    Sheet(bool),
    /// Brings an element into view and gives it the focus.
    Show(String),
    /// Shows a passage beside the results: document and passage.
    Look(String, String),
    /// Words were selected in a passage, or none.
    Selected(Option<(String, String)>),
    /// More of the documents is in.
    Grown(Holdings),
    /// The documents cannot be used.
    Failed(String),
}

/// Who is told what a reader does.
#[derive(Clone, PartialEq)]
pub(crate) struct Then {
    callback: Callback<Act>,
    /// What was typed since the application was drawn.
    typed: Rc<RefCell<Option<(Field, String)>>>,
}

impl Then {
    /// Tells `callback`.
    pub(crate) fn new(callback: Callback<Act>) -> Self {
        Self { callback, typed: Rc::default() }
    }

    /// Tells another `callback`. What was typed until now is known to the application.
    pub(crate) fn renewed(&self, callback: Callback<Act>) -> Self {
        self.typed.take();
        Self { callback, typed: self.typed.clone() }
    }

    /// Tells it.
    pub(crate) fn act(&self, act: Act) {
        if let Act::Typed(field, text) = &act {
            self.typed.replace(Some((*field, text.clone())));
        }
        self.callback.emit(act);
    }
}

impl fmt::Debug for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Then")
    }
}

/// A field that words are typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The search box of the header.
    Header,
    /// The search box of the search view.
    Search,
    /// The field that narrows a list.
    Find,
    /// The field that searches the values of a filter.
    Facet(&'static str),
    /// The first or the last year.
    Year(&'static str),
}

/// What the reader has opened and typed, which no link restores.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ui {
    pub(crate) preferences: Preferences,
    /// Filters that show all their values, each with the words typed into its own field.
    pub(crate) unfolded: BTreeMap<&'static str, String>,
    /// What is being typed and is not in the link yet.
    pub(crate) typed: Option<(Field, String)>,
    /// What could be meant, and which of it is chosen.
    pub(crate) suggested: Vec<Suggestion>,
    /// See `suggested`.
    pub(crate) option: Option<usize>,
    /// Words that were searched for, the last first. In memory only.
    pub(crate) recent: Vec<String>,
    /// Results that are shown at most.
    pub(crate) limit: usize,
    /// Pieces of a long list that are drawn by now.
    pub(crate) drawn: usize,
    /// Kinds of names that are marked.
    pub(crate) marks: Marks,
    /// The source's own text is shown.
    pub(crate) source: bool,
    /// Lists show whole passages.
    pub(crate) full: bool,
    /// Records of documents stand open: on the first visit.
    pub(crate) record: bool,
    /// What was copied; text to be copied by hand where the browser does not allow it.
    pub(crate) copied: Option<String>,
    /// A table to be copied by hand, where a frame may not save.
    pub(crate) by_hand: Option<String>,
    /// The passage beside the results: document and passage.
    pub(crate) look: Option<(String, String)>,
    /// Words that are selected in a passage: its anchor and the words.
    pub(crate) selected: Option<(String, String)>,
}

/// Results shown at first.
pub(crate) const RESULTS: usize = 50;
/// Results shown in addition, each time more are asked for.
pub(crate) const FURTHER: usize = 200;
/// Pieces of a long list that are drawn at once: more than any screen shows.
pub(crate) const FIRST: usize = 40;

impl Ui {
    /// Nothing is opened or typed.
    pub(crate) fn new(preferences: Preferences) -> Self {
        Self {
            preferences,
            unfolded: BTreeMap::new(),
            typed: None,
            suggested: Vec::new(),
            option: None,
            recent: Vec::new(),
            limit: RESULTS,
            drawn: FIRST,
            marks: Marks::MAX,
            source: false,
            full: false,
            record: true,
            copied: None,
            by_hand: None,
            look: None,
            selected: None,
        }
    }
}

/// Where the reader is.
#[derive(Clone, PartialEq)]
pub(crate) struct Here {
    pub(crate) holdings: Holdings,
    pub(crate) route: Rc<Route>,
    pub(crate) ui: Rc<Ui>,
    pub(crate) then: Then,
    /// Tells what was found from everything found before.
    pub(crate) serial: usize,
}

impl Here {
    /// The passage to be shown beside results: the one looked at, else the first. Nothing where there is no room.
    pub(crate) fn preview(&self, results: &Results) -> Option<Preview> {
        if !dom::has_room() {
            return None;
        }
        let hits = || results.groups.iter().flat_map(|group| &group.hits).map(|hit| &hit.place);
        let looked = self.ui.look.as_ref();
        let looked = looked.and_then(|(document, passage)| {
            hits().find(|place| place.document == *document && place.passage == *passage)
        });
        let place = looked.or_else(|| hits().next())?;
        self.holdings.preview(&place.document, &place.passage, &self.route.query)
    }

    /// The address of a view with nothing asked of it.
    #[inline(never)]
    pub(crate) fn link(&self, view: View) -> String {
        self.route.plain(view).to_string()
    }

    /// Who is told what the reader does.
    #[inline(never)]
    pub(crate) fn then(&self) -> Then {
        self.then.clone()
    }

    /// What stands in a field: what is being typed, else what the link says. A component asks when it is drawn itself, because keys
    /// can come between the drawing of the application and of the components inside it.
    pub(crate) fn text(&self, field: Field) -> String {
        if let Some((typing, text)) = &*self.then.typed.borrow()
            && *typing == field
        {
            return text.clone();
        }
        match (&self.ui.typed, field) {
            (Some((typing, text)), _) if *typing == field => text.clone(),
            (_, Field::Search | Field::Find) => self.route.query.text.clone(),
            (_, Field::Facet(name)) => self.ui.unfolded.get(name).cloned().unwrap_or_default(),
            _ => String::new(),
        }
    }
}
