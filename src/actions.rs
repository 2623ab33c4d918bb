//! What a reader can do, by the state that owns what it changes, and the way there.
//!
//! A component imports the actions that it needs and hands them to the [`Dispatch`] of its context. The page's own state acts on them;
//! what only moves the focus or the scroll is done at once.

use entente_brief::{Reference, With};
use entente_explore::{Axis, Filter, Selection};

use crate::context::Field;
use crate::route::Route;

mod dispatch;

pub(crate) use dispatch::{Dispatch, Owners};

/// Something that a reader does, with the owner of what it changes.
pub(crate) trait Action: Clone + 'static {
    /// Hands it to its owner.
    fn send(self, to: &Dispatch);
}

/// Goes to another link, as a new entry of the history.
#[derive(Clone, Debug)]
pub(crate) enum RouteAction {
    /// This one.
    Go(Box<Route>),
    /// Back to this list: to the place where it was left, if it is in the history.
    Return(Route),
    /// To this hit: in the document that is open it takes the place of the present entry.
    Step(Route),
    /// Wants a value of a filter, or no longer.
    ToggleValue(Axis, String),
    /// Shuts a value of a filter out, or lets it in again.
    ExcludeValue(Axis, String),
    /// Takes a value out of the filters.
    RemoveValue(Axis, String),
    /// Takes another value instead of one that this file does not have.
    ReplaceValue(Axis, String, String),
    /// Filters of documents and names hold within one passage, or anywhere in a document.
    SamePassage(bool),
    /// Takes all filters away.
    ClearFilters,
    /// Takes the words away.
    ClearText,
}

impl RouteAction {
    /// The link that it leads to from `route`.
    fn target(self, route: &Route) -> Route {
        match self {
            Self::Go(next) => *next,
            Self::Return(next) | Self::Step(next) => next,
            Self::ToggleValue(axis, value) => route.toggled(axis, &value),
            Self::ExcludeValue(axis, value) => route.shut_out(axis, &value),
            Self::RemoveValue(axis, value) => route.without(axis, &value),
            Self::ReplaceValue(axis, value, next) => route.without(axis, &value).toggled(axis, &next),
            Self::SamePassage(is_same) => {
                route.with(route.query.with_filter(route.query.filter.within_one_passage(is_same)))
            }
            Self::ClearFilters => {
                route.with(route.query.with_filter(Filter::default())).selecting(Selection::default())
            }
            Self::ClearText => route.with(route.query.with_text("")),
        }
    }
}

/// What is typed into a field, and what could be meant by it.
#[derive(Clone, Debug)]
pub(crate) enum SearchBoxAction {
    /// A key was pressed in a field: its text now.
    Type(Field, String),
    /// The words of a field are sent off.
    Send(Field),
    /// Chooses the next suggestion, or the one before; opens them if they are closed.
    Step(Field, i32),
    /// Takes the words of the chosen suggestion over.
    Complete(Field),
    /// Goes where a suggestion leads.
    Follow(usize),
    /// Closes the suggestions.
    CloseSuggestions,
}

/// What is typed into the field that adds filters, and what is chosen there.
#[derive(Clone, Debug)]
pub(crate) enum FilterFieldAction {
    /// A key was pressed in it: its text now.
    Type(String),
    /// Chooses the next offer, or the one before.
    Step(i32),
    /// Adds an offer, the chosen one if none is named; or leaves its value out.
    Add { at: Option<usize>, is_excluded: bool },
    /// Empties the field.
    Clear,
    /// Closes what is offered.
    Close,
    /// Goes to another link, as a new entry of the history.
    Go(Route),
    /// Goes to another link in place of the present one.
    Replace(Route),
}

/// What is done with the whole screen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ScreenAction {
    /// Saves its export as CSV.
    Save,
    /// Adds words to the query that the best results share.
    Broaden,
    /// Saves the figure around the element with this id.
    SaveFigure(&'static str, PictureForm),
}

/// Forms that a figure is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureForm {
    /// Lines and words.
    Svg,
    /// Points.
    Png,
}

impl PictureForm {
    /// As readers call it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }
}

/// What is done with the text that is checked.
#[derive(Clone, Debug)]
pub(crate) enum CheckAction {
    /// A key was pressed in the field: its text now.
    Type(String),
    /// Checks the text of the field, and shows the text with its verdicts in its place.
    Check,
    /// Ends the check; what is said by now stays.
    Stop,
    /// Opens the field again.
    Edit,
    /// Puts a text into the field and checks it; an empty one clears the field.
    Put(String),
    /// A file with this name was dropped, and the page cannot read it.
    Refuse(String),
    /// Saves the text with what is said of it.
    Save(SaveAs),
}

/// Forms that a checked text is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveAs {
    /// The text with its notes, as a Word file.
    Word,
    /// The same as Markdown.
    Markdown,
    /// Into the clipboard, as Markdown.
    Copy,
}

/// Copies a text, and says what it is.
#[derive(Clone, Debug)]
pub(crate) struct CopyText(pub(crate) Copied, pub(crate) String);

/// What is collected, arranged and taken out of the brief. Places are those in the draft.
#[derive(Clone, Debug)]
pub(crate) enum BriefAction {
    /// Adds something of the file at the end.
    Collect(Reference),
    /// Moves an entry some places on.
    Move(usize, isize),
    /// Takes an entry out.
    Remove(usize),
    /// Puts an empty heading above an entry.
    AddHeading(usize),
    /// Puts an empty note below an entry.
    AddNote(usize),
    /// Other words of a heading or a note.
    Reword(usize, String),
    /// Another title.
    Rename(String),
    /// What goes with the items.
    Choose(With),
    /// Puts back what was there before the last change.
    Undo,
    /// Takes the brief out.
    TakeOut(Output),
}

/// The forms in which a brief is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// A Word file.
    Docx,
    /// A file of Markdown.
    Markdown,
    /// Rich text on the clipboard.
    RichText,
    /// Paper.
    Print,
}

/// Shows a document, a place in it, or words of it in all forms of citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cite {
    /// Public name of the document.
    pub(crate) document: String,
    /// Anchor of the passage; `None` for the whole document.
    pub(crate) passage: Option<String>,
    /// The words that are cited, if they are not all of the passage.
    pub(crate) words: Option<String>,
}

/// What a text that is copied is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The words of a passage with their source.
    Quotation,
    /// A citation for running text.
    Note,
    /// An entry of a bibliography.
    BibTeX,
    /// A record of a reference manager.
    Ris,
    /// An item of a citation processor.
    CslJson,
    /// An annotation of a passage.
    Annotation,
    /// A brief as rich text.
    Brief,
    /// An address.
    Link,
    /// The address of a list or search, with its words and filters.
    View,
    /// What is said of a checked text.
    Report,
}

/// Moves the focus, which no state of the page knows.
#[derive(Clone, Debug)]
pub(crate) enum FocusAction {
    /// Goes some steps from one element that the selector finds to the next.
    Step(&'static str, i32),
    /// Brings the element with this id into view and gives it the focus.
    Show(String),
    /// Brings the element with this id into view; the focus stays.
    Scroll(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_route_action_leads_to_its_link() {
        let country = Axis::Country;
        let value = |value: &str| value.to_owned();
        for (from, action, to) in [
            ("#/names", RouteAction::ToggleValue(country, value("kr")), "#/names?country=kr"),
            ("#/names?country=kr", RouteAction::ToggleValue(country, value("kr")), "#/names"),
            ("#/names?country=kr", RouteAction::ExcludeValue(country, value("kr")), "#/names?-country=kr"),
            ("#/names?-country=kr", RouteAction::ExcludeValue(country, value("kr")), "#/names"),
            ("#/names?country=kr&country=us", RouteAction::RemoveValue(country, value("kr")), "#/names?country=us"),
            (
                "#/names?country=atlantis",
                RouteAction::ReplaceValue(country, value("atlantis"), value("at")),
                "#/names?country=at",
            ),
            ("#/notes?q=a&country=kr&note-kind=spelling", RouteAction::ClearFilters, "#/notes?q=a"),
            ("#/names?q=a&country=kr", RouteAction::ClearText, "#/names?country=kr"),
            (
                "#/names?country=kr&topic=piracy",
                RouteAction::SamePassage(true),
                "#/names?country=kr&topic=piracy&same=passage",
            ),
            ("#/names?country=kr&same=passage", RouteAction::SamePassage(false), "#/names?country=kr"),
            ("#/names?q=a", RouteAction::Go(Route::read("#/about").into()), "#/about"),
        ] {
            assert_eq!(action.target(&Route::read(from)).to_string(), to, "from {from}");
        }
    }
}
