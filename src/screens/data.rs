//! A screen's data: made once for each link, so that drawing asks the engine nothing.

use std::rc::Rc;

use entente_brief::Brief;
use entente_corpus::Unavailable;
use entente_explore::tables::Source;
use entente_explore::{Axis, Query, Results, Selection, Unit};
use yew::{Html, html};

use super::compare::Compared;
use super::document::OpenDocument;
use super::{Needs, not_found, screen};
use crate::components::text::bdi;
use crate::hooks::Tray;
use crate::library::Library;
use crate::messages as m;
use crate::route::{Route, View};
use crate::visit::{FIRST_RESULTS, FURTHER_RESULTS};

/// Rows that a list has in addition, each time more are asked for.
const MORE_ROWS: usize = 2_000;

/// What a screen's data are made from.
#[derive(Clone)]
pub(crate) struct Request {
    /// The documents.
    pub(crate) library: Library,
    /// The link.
    pub(crate) route: Rc<Route>,
    /// Results of a search that are shown at most.
    pub(crate) limit: usize,
    /// Whole passages are shown, not their first lines.
    pub(crate) full: bool,
    /// Filters with words typed into their own fields.
    pub(crate) searched_facets: Vec<(Axis, String)>,
    /// Words typed to find what is on either side of a comparison.
    pub(crate) sides: [String; 2],
    /// A text of the reader's own that is compared.
    pub(crate) pasted: String,
    /// Tells these data from all others that were made.
    pub(crate) serial: usize,
    /// What the reader has collected, for the brief; empty on other screens.
    pub(crate) tray: Rc<Tray>,
    /// The document that was open before: under the same words it is not opened again.
    pub(crate) before: Option<Rc<OpenDocument>>,
    /// What was compared before: the same sides are not compared again.
    pub(crate) compared: Option<Rc<Compared>>,
}

impl Request {
    /// Words and filters of the link, as a list takes them, with the words in the filters' own fields.
    pub(crate) fn query(&self) -> Query {
        self.looking(&self.route.query)
    }

    /// The filters that only this list has, and how many rows it shows.
    pub(crate) fn selection(&self) -> Selection {
        let further = self.limit.saturating_sub(FIRST_RESULTS) / FURTHER_RESULTS * MORE_ROWS;
        self.route.selection.clone().further(further).sorted_by(&self.route.sort)
    }

    /// Words and filters as the search takes them: those of lists among them, with the words in the filters' own fields.
    pub(crate) fn search_query(&self) -> Query {
        self.looking(&search_query(&self.route))
    }

    /// `query` with the words in the filters' own fields.
    fn looking(&self, query: &Query) -> Query {
        let mut filter = query.filter.clone();
        for (axis, words) in &self.searched_facets {
            filter = filter.looking_for(*axis, words);
        }
        query.with_filter(filter)
    }

    /// True while not all texts are read; what is said over all of them has to wait.
    pub(crate) fn is_reading(&self) -> bool {
        self.library.reading_all().is_some()
    }

    /// The first id of the link.
    pub(crate) fn id(&self) -> &str {
        self.route.view.ids().first().copied().unwrap_or_default()
    }
}

/// Words and filters of a link as the search takes them.
pub(crate) fn search_query(route: &Route) -> Query {
    route.query.with_filter(route.query.filter.selecting(&route.selection))
}

/// What a screen shows, ready to be drawn.
pub(crate) struct ScreenData {
    /// What the window's title says; the screen's label if `None`.
    pub(crate) title: Option<String>,
    /// Rows, or other pieces, that are drawn little by little.
    pub(crate) pieces: usize,
    /// What its export contains.
    pub(crate) export: Export,
    /// The document that is open.
    pub(crate) document: Option<Rc<OpenDocument>>,
    /// What is compared.
    pub(crate) compared: Option<Rc<Compared>>,
    /// The brief that is shown.
    pub(crate) brief: Option<Rc<Brief>>,
    /// Results that a passage can be chosen from, to be shown beside them.
    pub(crate) results: Option<Rc<Results>>,
    /// Rows that can be shown in their place beside the list: the id of each row's element, and the place of its fact.
    pub(crate) places: Vec<(String, Source)>,
    /// It waits until all texts are read.
    pub(crate) is_waiting: bool,
    /// Draws it.
    pub(crate) draw: Draw,
}

/// Draws a screen from its data. Its components take the rest from the [`ViewContext`](crate::context::ViewContext).
pub(crate) type Draw = Box<dyn Fn() -> Html>;

/// What the export of a screen contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    /// The screen has no export.
    Nothing,
    /// These rows of the screen's table, ascending.
    Rows(Vec<usize>),
    /// Everything that the search finds.
    Search,
}

impl ScreenData {
    /// Something drawn whole, without an export.
    pub(crate) fn new(draw: impl Fn() -> Html + 'static) -> Self {
        Self {
            title: None,
            pieces: 0,
            export: Export::Nothing,
            document: None,
            compared: None,
            brief: None,
            results: None,
            places: Vec::new(),
            is_waiting: false,
            draw: Box::new(draw),
        }
    }

    /// A list of `pieces` rows; `exported` are the rows of its table.
    pub(crate) fn list(pieces: usize, exported: &[usize], draw: impl Fn() -> Html + 'static) -> Self {
        Self { pieces, export: Export::Rows(exported.to_vec()), ..Self::new(draw) }
    }

    /// With the places of its rows.
    pub(crate) fn placed(self, places: impl IntoIterator<Item = (String, Source)>) -> Self {
        Self { places: places.into_iter().collect(), ..self }
    }

    /// With a title of its own.
    pub(crate) fn titled(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }
}

/// Makes the data of a link, and names its filters. If a part of the documents cannot be had, the screen says so; it never
/// counts the part as empty.
pub(crate) fn load(request: &Request) -> (ScreenData, Vec<Chip>) {
    let Some(screen) = screen(&request.route.view) else {
        return (not_found::load(request), chips(request));
    };
    if screen.needs == Needs::AllTexts && request.is_reading() {
        return (waiting(request, screen.label), chips(request));
    }
    let ((data, chips), failure) = request.library.observe(|| ((screen.load)(request), chips(request)));
    let data = match failure {
        None => data,
        // What has arrived is shown under the bar, and the screen is made again once more of the page has arrived.
        Some(Unavailable::NotYet) => ScreenData { is_waiting: true, export: Export::Nothing, compared: None, ..data },
        Some(Unavailable::Damaged(sentence)) => not_found::damaged(sentence),
    };
    (data, chips)
}

/// A screen that needs texts that are still read: its heading, under which the rest will stand.
fn waiting(request: &Request, label: &str) -> ScreenData {
    let heading = match &request.route.view {
        View::Name(id) => request.library.label_of_name(id),
        _ => label.to_owned(),
    };
    let draw = move || html! { <div class="page"><header class="head"><h1>{ bdi(&heading) }</h1></header></div> };
    ScreenData { is_waiting: true, ..ScreenData::new(draw) }
}

/// A filter of the link, with its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chip {
    /// What is filtered by.
    pub(crate) axis: Axis,
    /// The value in links.
    pub(crate) value: String,
    /// What is shown for it.
    pub(crate) label: String,
    /// The value is shut out.
    pub(crate) is_excluded: bool,
    /// False if this file does not have the value.
    pub(crate) is_known: bool,
    /// The nearest value that this file has, with its label, if it does not have this one.
    pub(crate) nearest: Option<(String, String)>,
}

/// The filters of the link, in the order of links.
fn chips(request: &Request) -> Vec<Chip> {
    let (filter, selection) = (&request.route.query.filter, &request.route.selection);
    let mut out = Vec::new();
    for axis in Axis::SHARED {
        let values = filter.wanted(*axis).iter().map(|value| (value, false));
        for (value, is_excluded) in values.chain(filter.unwanted(*axis).iter().map(|value| (value, true))) {
            out.push(chip(&request.library, *axis, value, is_excluded));
        }
    }
    for axis in Axis::OF_ROWS {
        let values = selection.wanted(*axis).map(|value| (value, false));
        for (value, is_excluded) in values.chain(selection.unwanted(*axis).map(|value| (value, true))) {
            out.push(chip(&request.library, *axis, value, is_excluded));
        }
    }
    out
}

fn chip(library: &Library, axis: Axis, value: &str, is_excluded: bool) -> Chip {
    let label = library.label(axis, value);
    let is_known = label.is_some();
    // The words of a list's own filters are few, and none of them is meant by another.
    let has_nearest = !is_known && !axis.is_of_rows();
    let nearest = if has_nearest { library.nearest(axis, value) } else { None };
    let word = if is_known { m::value(axis, value) } else { None };
    let label = word.or(label).unwrap_or_else(|| value.to_owned());
    Chip { axis, value: value.to_owned(), label, is_excluded, is_known, nearest }
}

/// True if a search counts in passages.
pub(crate) fn counts_passages(route: &Route) -> bool {
    route.unit == Unit::Passages || route.view != View::Search
}
