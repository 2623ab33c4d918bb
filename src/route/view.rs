//! What is shown: the places that a link leads to.

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
    /// `#/relations`
    Relations,
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
    /// `#/compare/A/B`, or without one or both sides while they are chosen: passages as `DOC:PASSAGE`, sections, documents, or names as `name:ID`.
    Compare(String, String),
    /// `#/amounts`
    Amounts,
    /// `#/acronyms`
    Acronyms,
    /// `#/notes`
    Notes,
    /// `#/brief?items=…`
    Brief,
    /// `#/verify`
    Verify,
    /// `#/history/DOC:PASSAGE`
    History(String),
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
            | Self::Relations
            | Self::Engagements
            | Self::SeriesList
            | Self::Commitments
            | Self::Statements
            | Self::Pairs
            | Self::Amounts
            | Self::Acronyms
            | Self::Notes
            | Self::Brief
            | Self::Verify
            | Self::About
            | Self::Unknown(_) => Vec::new(),
            Self::Name(id) | Self::Engagement(id) | Self::Series(id) | Self::Statement(id) | Self::History(id) => {
                vec![id]
            }
            // A side that is not chosen yet is left out; the left one is chosen first.
            Self::Compare(one, other) if other.is_empty() => {
                vec![one].into_iter().filter(|id| !id.is_empty()).map(String::as_str).collect()
            }
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
            | Self::Relations
            | Self::Engagements
            | Self::SeriesList
            | Self::Commitments
            | Self::Statements
            | Self::Pairs
            | Self::Amounts
            | Self::Acronyms
            | Self::Notes
            | Self::Brief
            | Self::Verify
            | Self::About => ids.is_empty().then(|| self.clone()),
            Self::Name(_) => one(Self::Name),
            Self::Engagement(_) => one(Self::Engagement),
            Self::Series(_) => one(Self::Series),
            Self::Statement(_) => one(Self::Statement),
            Self::History(_) => one(Self::History),
            Self::Compare(..) => match ids {
                [one, other] => Some(Self::Compare((*one).to_owned(), (*other).to_owned())),
                [one] => Some(Self::Compare((*one).to_owned(), String::new())),
                [] => Some(Self::Compare(String::new(), String::new())),
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
