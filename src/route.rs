//! The state that a link restores. Only this file knows how it is written.
//!
//! In: a fragment (`#/doc/ID/PASSAGE?q=…&country=us`). Out: a [`Route`], and the same fragment in its
//! one canonical form: keys in a fixed order, values sorted, defaults left out.

use std::fmt::{self, Write};

use entente_explore::{Axis, Filter, Query, Selection, Sort, Unit};

use crate::screens;

/// Filters, and parameters that this version does not know, that count; the others are left out and counted.
const MAX_PARAMETERS: usize = 100;
/// The parameter that says how many were left out.
const LEFT_OUT: &str = "left-out";

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// `#/`
    #[default]
    Overview,
    /// `#/search`
    Search,
    /// `#/documents`
    Documents,
    /// `#/doc/ID` or `#/doc/ID/PASSAGE`
    Document {
        /// The document.
        id: String,
        /// The passage to go to.
        passage: Option<String>,
    },
    /// `#/names`
    Names,
    /// `#/name/ID`
    Name(String),
    /// `#/engagements`
    Engagements,
    /// `#/engagement/ID`
    Engagement(String),
    /// `#/series`
    SeriesList,
    /// `#/series/ID`
    Series(String),
    /// `#/commitments`
    Commitments,
    /// `#/statements`
    Statements,
    /// `#/statement/ID`
    Statement(String),
    /// `#/pairs`
    Pairs,
    /// `#/compare/A/B`: passages as `DOC:PASSAGE`, sections, documents, or names as `name:ID`.
    Compare(String, String),
    /// `#/amounts`
    Amounts,
    /// `#/acronyms`
    Acronyms,
    /// `#/notes`
    Notes,
    /// `#/about`
    About,
    /// Anything else, as it was written.
    Unknown(String),
}

impl View {
    /// The ids after the screen's word in a link, in their order; of an unknown view none.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        match self {
            Self::Overview
            | Self::Search
            | Self::Documents
            | Self::Names
            | Self::Engagements
            | Self::SeriesList
            | Self::Commitments
            | Self::Statements
            | Self::Pairs
            | Self::Amounts
            | Self::Acronyms
            | Self::Notes
            | Self::About
            | Self::Unknown(_) => Vec::new(),
            Self::Name(id) | Self::Engagement(id) | Self::Series(id) | Self::Statement(id) => vec![id],
            Self::Compare(one, other) => vec![one, other],
            Self::Document { id, passage } => std::iter::once(id).chain(passage).map(String::as_str).collect(),
        }
    }

    /// The same screen with other ids; `None` if it does not take as many.
    #[must_use]
    pub fn with_ids(&self, ids: &[&str]) -> Option<Self> {
        let one = |view: fn(String) -> Self| match ids {
            [id] => Some(view((*id).to_owned())),
            _ => None,
        };
        match self {
            Self::Overview
            | Self::Search
            | Self::Documents
            | Self::Names
            | Self::Engagements
            | Self::SeriesList
            | Self::Commitments
            | Self::Statements
            | Self::Pairs
            | Self::Amounts
            | Self::Acronyms
            | Self::Notes
            | Self::About => ids.is_empty().then(|| self.clone()),
            Self::Name(_) => one(Self::Name),
            Self::Engagement(_) => one(Self::Engagement),
            Self::Series(_) => one(Self::Series),
            Self::Statement(_) => one(Self::Statement),
            Self::Compare(..) => match ids {
                [one, other] => Some(Self::Compare((*one).to_owned(), (*other).to_owned())),
                _ => None,
            },
            Self::Document { .. } => match ids {
                [id] => Some(Self::Document { id: (*id).to_owned(), passage: None }),
                [id, passage] => Some(Self::Document { id: (*id).to_owned(), passage: Some((*passage).to_owned()) }),
                _ => None,
            },
            Self::Unknown(_) => None,
        }
    }
}

/// Everything a link says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// What is shown.
    pub view: View,
    /// Words and filters.
    pub query: Query,
    /// Filters that only lists of facts have.
    pub selection: Selection,
    /// What a search counts in.
    pub unit: Unit,
    /// The order of a list that has several.
    pub sort: Sort,
    /// Without the outer frame, for a page that embeds this one.
    pub embed: bool,
    /// Parameters that this version does not know: kept, and named in a notice.
    pub unknown: Vec<(String, String)>,
}

impl Route {
    /// `view` under the same words and filters.
    #[must_use]
    pub fn to(&self, view: View) -> Self {
        Self { view, query: self.query.clone(), embed: self.embed, ..Self::default() }
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
                (None, "sort") if !excluded && Sort::from_word(&value).is_some() => {
                    route.sort = Sort::from_word(&value).unwrap_or_default();
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
        route
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
            // The table has a row for each view; a test holds that.
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
        if self.sort != Sort::default() {
            add("sort", self.sort.as_str())?;
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

fn view(path: &str) -> View {
    let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (word, ids) = parts.split_first().map_or(("", &[][..]), |(word, ids)| (*word, ids));
    let known = screens::SCREENS.iter().filter(|screen| screen.word == word);
    let known = known.filter_map(|screen| screen.view.with_ids(ids)).next();
    known.unwrap_or_else(|| View::Unknown(format!("/{}", parts.join("/"))))
}

/// Percent-encodes what a fragment or a parameter cannot hold; letters of all scripts stay readable in most
/// address bars, so only what is not a letter, digit or harmless sign is encoded, by its UTF-8 bytes.
fn encoded(text: &str) -> String {
    encode(text, "-._~:,'!*()@")
}

fn encoded_path(text: &str) -> String {
    encode(text, "-._~:,'!*()@/")
}

fn encode(text: &str, plain: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || (byte.is_ascii() && plain.contains(c)) {
            out.push(c);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes percent-encoding and `+`; what is no valid encoding stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |n: usize| bytes.get(at + n).and_then(|digit| char::from(*digit).to_digit(16));
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
