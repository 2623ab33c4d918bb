//! The state that a link restores. Only this module knows how it is written.
//!
//! In: a fragment (`#/doc/ID/PASSAGE?q=…&country=us`). Out: a [`Route`], and the same fragment in its
//! one canonical form: keys in a fixed order, values sorted, defaults left out.

mod percent;
mod view;

use std::fmt;

use entente_explore::tables::{ContextOrder, LaneGroup};
use entente_explore::{Axis, Filter, Query, Selection, Sorting, TableSide, Unit};

use self::percent::{decoded, encoded, encoded_path};
use crate::screens;

pub use view::View;

/// Filters, and parameters that this version does not know, that count; the others are left out and counted.
const MAX_PARAMETERS: usize = 100;
/// The parameter with the number of those that were left out.
const LEFT_OUT: &str = "left-out";

/// Values of view parameters, and the words of the screens that have them; no word: every screen has them.
const VALUES: [(&str, &str, &str); 9] = [
    ("view", "list table", ""),
    ("view", "lanes", "engagements"),
    ("view", "kwic", "search name"),
    ("view", "statements amounts", "name"),
    ("view", "matrix graph", "relations"),
    ("group", "series partner topic", "engagements"),
    ("group", "document", "search"),
    ("rows", "country person organisation topic kind year", "relations"),
    ("cols", "country person organisation topic kind year", "relations"),
];
/// Parameters that are named with their value where a view does not have it.
const NAMED_WITH_VALUE: &str = "unit view group sort rows cols same list";

/// True if `view` has this value of a view parameter. A document has those of the list that it was opened from.
fn has(view: &View, name: &str, value: &str) -> bool {
    let word = screens::screen(view).map_or("", |screen| screen.word);
    let lists = |words: &str, word: &str| words.split(' ').any(|known| known == word);
    let is_here = |screens: &str| screens.is_empty() || word == "doc" || lists(screens, word);
    VALUES.iter().any(|(known, values, screens)| *known == name && lists(values, value) && is_here(screens))
}

/// How the rows of a list are laid out: the parameter `view`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListLayout {
    /// One below the other.
    #[default]
    List,
    /// Each hit on a line with the text around it.
    Context,
    /// As marks on lines over time.
    Lanes,
    /// Of a name: its statements.
    Statements,
    /// Of a name: its amounts.
    Amounts,
}

impl ListLayout {
    /// Every layout.
    pub const ALL: &[Self] = &[Self::List, Self::Context, Self::Lanes, Self::Statements, Self::Amounts];

    /// The word in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Context => "kwic",
            Self::Lanes => "lanes",
            Self::Statements => "statements",
            Self::Amounts => "amounts",
        }
    }

    /// The layout with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|layout| layout.as_str() == word)
    }
}

/// Everything a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// What is shown.
    pub view: View,
    /// Words and filters.
    pub query: Query,
    /// Filters that only lists of facts have.
    pub selection: Selection,
    /// What a search counts in.
    pub unit: Unit,
    /// The order of a list: by which columns.
    pub sort: Sorting,
    /// How the rows of a list are laid out.
    pub layout: ListLayout,
    /// What lanes stand for.
    pub group: LaneGroup,
    /// The order of a concordance.
    pub context: ContextOrder,
    /// Of a document: the list that it was opened from, whose rows the reader goes through. The search, if the link names none.
    pub list: View,
    /// Items of a brief, as the link names them.
    pub items: Vec<String>,
    /// What the rows of the table of relations stand for.
    pub rows: TableSide,
    /// What its columns stand for; `None`: what is usual beside the rows.
    pub columns: Option<TableSide>,
    /// Without the outer frame, for a page that embeds this one.
    pub embed: bool,
    /// Parameters by which this version shows nothing else: kept, and those of [`Route::unknown_names`] named in a notice.
    pub unknown: Vec<(String, String)>,
}

impl Default for Route {
    fn default() -> Self {
        Self {
            view: View::default(),
            query: Query::default(),
            selection: Selection::default(),
            unit: Unit::default(),
            sort: Sorting::default(),
            layout: ListLayout::default(),
            group: LaneGroup::default(),
            context: ContextOrder::default(),
            rows: TableSide::default(),
            columns: None,
            items: Vec::new(),
            list: View::Search,
            embed: false,
            unknown: Vec::new(),
        }
    }
}

impl Route {
    /// `view` under the same words and filters. A document keeps the list that it is opened from, with all of its filters and its
    /// order.
    #[must_use]
    pub fn to(&self, view: View) -> Self {
        let is_document = matches!(view, View::Document { .. });
        let list = if matches!(self.view, View::Document { .. }) { &self.list } else { &self.view };
        if is_document && screens::is_list(list) {
            return Self { view, list: list.clone(), unknown: Vec::new(), ..self.clone() };
        }
        Self { view, query: self.query.clone(), embed: self.embed, ..Self::default() }
    }

    /// The list that a document was opened from, under the same words and filters and in the same order.
    #[must_use]
    pub fn back_to_list(&self) -> Self {
        Self { view: self.list.clone(), list: View::Search, ..self.clone() }
    }

    /// True if the link asks for words, or has a filter.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.query.text.is_empty() || !self.query.filter.is_empty() || self.selection != Selection::default()
    }

    /// `view` with nothing asked.
    #[must_use]
    pub fn plain(&self, view: View) -> Self {
        Self { view, embed: self.embed, ..Self::default() }
    }

    /// The same view with other words or filters.
    #[must_use]
    pub fn with(&self, query: Query) -> Self {
        Self { query, ..self.clone() }
    }

    /// The same view with other filters of its own.
    #[must_use]
    pub fn selecting(&self, selection: Selection) -> Self {
        Self { selection, ..self.clone() }
    }

    /// The same view with a value of a filter wanted if it was not, and not if it was.
    #[must_use]
    pub fn toggled(&self, axis: Axis, value: &str) -> Self {
        if axis.is_of_rows() {
            self.selecting(self.selection.clone().toggled(axis, value))
        } else {
            self.with(self.query.with_filter(self.query.filter.toggled(axis, value)))
        }
    }

    /// The same view with a value of a filter shut out if it was not, and not if it was.
    #[must_use]
    pub fn shut_out(&self, axis: Axis, value: &str) -> Self {
        let without = self.without(axis, value);
        let in_selection = self.selection.unwanted(axis).any(|known| known == value);
        let in_filter = self.query.filter.unwanted(axis).iter().any(|known| known == value);
        if in_selection || in_filter {
            without
        } else if axis.is_of_rows() {
            without.selecting(without.selection.clone().with(axis, value, true))
        } else {
            without.with(without.query.with_filter(without.query.filter.excluding(axis, value)))
        }
    }

    /// The same view without a value of a filter.
    #[must_use]
    pub fn without(&self, axis: Axis, value: &str) -> Self {
        if axis.is_of_rows() {
            self.selecting(self.selection.clone().without(axis, value))
        } else {
            self.with(self.query.with_filter(self.query.filter.without(axis, value)))
        }
    }

    /// The same view with other first and last years; `None` leaves an end open.
    #[must_use]
    pub fn within_years(&self, from: Option<u16>, to: Option<u16>) -> Self {
        let mut filter = self.query.filter.clone();
        for (facet, year) in [(Axis::From, from), (Axis::To, to)] {
            for value in self.query.filter.wanted(facet) {
                filter = filter.without(facet, value);
            }
            if let Some(year) = year {
                filter = filter.with(facet, &year.to_string());
            }
        }
        self.with(self.query.with_filter(filter))
    }

    /// The same view with another table of relations.
    #[must_use]
    pub fn with_sides(&self, rows: TableSide, columns: Option<TableSide>) -> Self {
        Self { rows, columns: columns.filter(|columns| *columns != rows.usual_columns()), ..self.clone() }
    }

    /// What the columns of the table of relations stand for.
    #[must_use]
    pub fn table_columns(&self) -> TableSide {
        self.columns.unwrap_or(self.rows.usual_columns())
    }

    /// What this view does not know of the link: names of parameters, and `name=value` for a value that the view does not have.
    pub fn unknown_names(&self) -> impl Iterator<Item = String> {
        let unknown = self.unknown.iter().filter(|(name, value)| !has(&self.view, name, value));
        unknown.map(|(name, value)| {
            let with_value = NAMED_WITH_VALUE.split(' ').any(|known| known == name);
            if with_value { format!("{name}={value}") } else { name.clone() }
        })
    }

    /// Reads a fragment, with or without its `#`. It never fails.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut route = Self { view: view(path), ..Self::default() };
        let mut filter = Filter::default();
        let (mut filters, mut left_out) = (0, 0_usize);
        for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let (name, value) = (decoded(name), decoded(value));
            let (excluded, plain) = name.strip_prefix('-').map_or((false, name.as_str()), |plain| (true, plain));
            let axis = Axis::from_word(plain);
            filters += usize::from(axis.is_some());
            if let (LEFT_OUT, Ok(count)) = (name.as_str(), value.parse::<usize>()) {
                left_out = left_out.saturating_add(count);
                continue;
            }
            if axis.is_some() && filters > MAX_PARAMETERS {
                left_out = left_out.saturating_add(1);
                continue;
            }
            // "-view" is not a parameter, and a value that the view does not have is kept as an unknown one.
            let is_here = has(&route.view, &name, &value);
            match (axis, plain) {
                // A filter without a value filters nothing.
                (Some(_), _) if value.is_empty() => {}
                (Some(axis), _) if axis.is_of_rows() => {
                    route.selection = route.selection.with(axis, &value, excluded);
                }
                (Some(axis), _) => {
                    filter = if excluded { filter.excluding(axis, &value) } else { filter.with(axis, &value) };
                }
                (None, "q") if !excluded => route.query.text = value.trim().to_owned(),
                (None, "unit") if !excluded && Unit::from_word(&value).is_some() => {
                    route.unit = Unit::from_word(&value).unwrap_or_default();
                }
                (None, "view") if is_here && ListLayout::from_word(&value).is_some() => {
                    route.layout = ListLayout::from_word(&value).unwrap_or_default();
                }
                (None, "group") if is_here && LaneGroup::from_word(&value).is_some() => {
                    route.group = LaneGroup::from_word(&value).unwrap_or_default();
                }
                // "place" is an order of results, too.
                (None, "sort") if !excluded && matches!(value.as_str(), "left" | "right") => {
                    route.context = ContextOrder::from_word(&value).unwrap_or_default();
                }
                (None, "sort") if !excluded && Sorting::from_words(&value).is_some() => {
                    route.sort = Sorting::from_words(&value).unwrap_or_default();
                }
                (None, "list") if !excluded && is_list_path(&value) => route.list = self::view(&value),
                (None, "items") if !excluded && route.view == View::Brief => {
                    route.items.extend(value.split(',').filter(|item| !item.is_empty()).map(str::to_owned));
                    left_out = left_out.saturating_add(route.items.len().saturating_sub(MAX_PARAMETERS));
                    route.items.truncate(MAX_PARAMETERS);
                }
                (None, "rows") if is_here && TableSide::from_word(&value).is_some() => {
                    route.rows = TableSide::from_word(&value).unwrap_or_default();
                }
                (None, "cols") if is_here && TableSide::from_word(&value).is_some() => {
                    route.columns = TableSide::from_word(&value);
                }
                (None, "same") if !excluded && value == "passage" => filter.same_passage = true,
                (None, "embed") if !excluded => route.embed = value == "1",
                _ if route.unknown.len() < MAX_PARAMETERS => route.unknown.push((name, value)),
                _ => left_out = left_out.saturating_add(1),
            }
        }
        if left_out > 0 {
            route.unknown.push((LEFT_OUT.to_owned(), left_out.to_string()));
        }
        route.query.filter = filter;
        route.with_sides(route.rows, route.columns)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.view, screens::screen(&self.view)) {
            (View::Unknown(path), _) => write!(f, "#{}", encoded_path(path))?,
            (view, Some(screen)) => {
                write!(f, "#/{}", screen.word)?;
                for id in view.ids() {
                    write!(f, "/{}", encoded(id))?;
                }
            }
            // The table has a row for each view; a test checks that.
            (_, None) => write!(f, "#/")?,
        }
        let mut mark = '?';
        let mut add = |name: &str, value: &str| {
            let done = write!(f, "{mark}{}={}", encoded(name), encoded(value));
            mark = '&';
            done
        };
        if !self.query.text.is_empty() {
            add("q", &self.query.text)?;
        }
        for axis in Axis::SHARED {
            for value in self.query.filter.wanted(*axis) {
                add(axis.as_str(), value)?;
            }
            for value in self.query.filter.unwanted(*axis) {
                add(&format!("-{}", axis.as_str()), value)?;
            }
        }
        for axis in Axis::OF_ROWS {
            for value in self.selection.wanted(*axis) {
                add(axis.as_str(), value)?;
            }
            for value in self.selection.unwanted(*axis) {
                add(&format!("-{}", axis.as_str()), value)?;
            }
        }
        if self.query.filter.same_passage {
            add("same", "passage")?;
        }
        if self.unit != Unit::default() {
            add("unit", self.unit.as_str())?;
        }
        if !self.sort.is_empty() {
            add("sort", &self.sort.to_string())?;
        }
        if self.layout != ListLayout::default() {
            add("view", self.layout.as_str())?;
        }
        if self.group != LaneGroup::default() {
            add("group", self.group.as_str())?;
        }
        if self.context != ContextOrder::default() {
            add("sort", self.context.as_str())?;
        }
        if self.list != View::Search {
            add("list", &path(&self.list))?;
        }
        if !self.items.is_empty() {
            add("items", &self.items.join(","))?;
        }
        if self.rows != TableSide::default() {
            add("rows", self.rows.as_str())?;
        }
        if let Some(columns) = self.columns {
            add("cols", columns.as_str())?;
        }
        if self.embed {
            add("embed", "1")?;
        }
        for (name, value) in &self.unknown {
            add(name, value)?;
        }
        Ok(())
    }
}

/// The path of a view in links, without `#/`.
fn path(view: &View) -> String {
    let word = screens::screen(view).map_or("", |screen| screen.word);
    view.ids().iter().fold(word.to_owned(), |path, id| format!("{path}/{}", encoded(id)))
}

/// True if a path leads to a list whose rows a reader can go through.
fn is_list_path(path: &str) -> bool {
    screens::is_list(&view(path))
}

fn view(path: &str) -> View {
    let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (word, ids) = parts.split_first().map_or(("", &[][..]), |(word, ids)| (*word, ids));
    let known = screens::SCREENS.iter().filter(|screen| screen.word == word);
    let known = known.filter_map(|screen| screen.view.with_ids(ids)).next();
    known.unwrap_or_else(|| {
        // A part may contain an encoded "/", so that parts can be empty now.
        let parts: Vec<&str> = parts.iter().flat_map(|part| part.split('/')).filter(|part| !part.is_empty()).collect();
        View::Unknown(format!("/{}", parts.join("/")))
    })
}
