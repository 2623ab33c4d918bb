//! What can be filtered by: one list of axes for passages, documents and the rows of every list.

use entente_corpus::EntityKind;

/// Something to filter by. Its word is the parameter in URLs and the field in queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Country named in the passage: a state, territory or economy.
    Country,
    /// Bloc named in the passage.
    Bloc,
    /// Region named in the passage.
    Region,
    /// Organisation named in the passage.
    Organisation,
    /// Agency named in the passage.
    Agency,
    /// Company named in the passage.
    Company,
    /// Newspaper, agency or station named in the passage.
    Media,
    /// Person named in the passage.
    Person,
    /// Place named in the passage.
    Place,
    /// Forum named in the passage.
    Forum,
    /// Treaty, act or the like named in the passage.
    Instrument,
    /// System named in the passage.
    System,
    /// Operation named in the passage.
    Operation,
    /// Topic of the passage.
    Topic,
    /// The document itself, by id.
    Document,
    /// Who issued the document.
    Publisher,
    /// Language of the document.
    Language,
    /// Kind of document.
    Kind,
    /// Kind of a name.
    EntityKind,
    /// Kind of an engagement.
    EngagementKind,
    /// Kind of a link.
    LinkKind,
    /// Kind of a source note.
    NoteKind,
    /// What a statement does: commit, announce, assess.
    Modality,
    /// How far something has come: held, planned, paid, never opened.
    Status,
    /// Series of an engagement.
    Series,
    /// First day of the dates asked for.
    From,
    /// Last day of the dates asked for.
    To,
    /// What differs between two passages that say the same. Only pairs have it.
    DifferenceKind,
}

impl Axis {
    /// Every axis that all views share, in the order of URLs.
    pub const SHARED: &[Self] = &[
        Self::Country,
        Self::Bloc,
        Self::Region,
        Self::Organisation,
        Self::Agency,
        Self::Company,
        Self::Media,
        Self::Person,
        Self::Place,
        Self::Forum,
        Self::Instrument,
        Self::System,
        Self::Operation,
        Self::Topic,
        Self::Document,
        Self::Publisher,
        Self::Language,
        Self::Kind,
        Self::From,
        Self::To,
    ];

    /// What passages tell of: a list of facts filters its rows by these, a search its passages.
    pub const OF_FACTS: &[Self] = &[
        Self::EntityKind,
        Self::EngagementKind,
        Self::LinkKind,
        Self::NoteKind,
        Self::Modality,
        Self::Status,
        Self::Series,
    ];

    /// Axes of the rows of a list, in the order of URLs.
    pub const OF_ROWS: &[Self] = &[
        Self::EntityKind,
        Self::EngagementKind,
        Self::LinkKind,
        Self::DifferenceKind,
        Self::NoteKind,
        Self::Modality,
        Self::Status,
        Self::Series,
    ];

    /// The parameter's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Bloc => "bloc",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Agency => "agency",
            Self::Company => "company",
            Self::Media => "media",
            Self::Person => "person",
            Self::Place => "place",
            Self::Forum => "forum",
            Self::Instrument => "instrument",
            Self::System => "system",
            Self::Operation => "operation",
            Self::Topic => "topic",
            Self::Document => "document",
            Self::Publisher => "publisher",
            Self::Language => "language",
            Self::Kind => "kind",
            Self::EntityKind => "entity-kind",
            Self::EngagementKind => "engagement-kind",
            Self::LinkKind => "link-kind",
            Self::NoteKind => "note-kind",
            Self::Modality => "modality",
            Self::Status => "status",
            Self::Series => "series",
            Self::From => "from",
            Self::To => "to",
            Self::DifferenceKind => "difference-kind",
        }
    }

    /// The axis with this parameter name.
    ///
    /// ```
    /// use entente_explore::Axis;
    ///
    /// assert_eq!(Axis::from_word("entity-kind"), Some(Axis::EntityKind));
    /// assert_eq!(Axis::from_word("colour"), None);
    /// ```
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::SHARED.iter().chain(Self::OF_ROWS).copied().find(|axis| axis.as_str() == word)
    }

    /// The axis of names of this kind.
    #[must_use]
    pub fn of_names(kind: EntityKind) -> Self {
        // Both lists have the same words; a test fails for a kind without an axis.
        Self::from_word(kind.as_str()).unwrap_or(Self::Topic)
    }

    /// The kind of name that it filters by; `None` for an axis that filters by something else.
    #[must_use]
    pub fn names(self) -> Option<EntityKind> {
        EntityKind::from_word(self.as_str())
    }

    /// True for the two that take a date instead of a value of the file.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::From | Self::To)
    }

    /// True for an axis whose values are words of a fixed list: the interface says them in words of its own, so that only it
    /// can look for words in them.
    #[must_use]
    pub fn has_fixed_words(self) -> bool {
        matches!(
            self,
            Self::Language
                | Self::Kind
                | Self::EntityKind
                | Self::EngagementKind
                | Self::LinkKind
                | Self::DifferenceKind
                | Self::NoteKind
                | Self::Modality
                | Self::Status
        )
    }

    /// True for an axis that the rows of a list have themselves.
    #[must_use]
    pub fn is_of_rows(self) -> bool {
        Self::OF_ROWS.contains(&self)
    }

    /// True for an axis that passages have: all but what only a pair of passages can have.
    #[must_use]
    pub fn is_of_passages(self) -> bool {
        self != Self::DifferenceKind
    }

    /// Its bit in a set of axes.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, EntityKind};

    #[test]
    fn every_kind_of_name_has_its_axis_and_every_axis_its_bit() {
        for kind in EntityKind::ALL {
            assert_eq!(Axis::of_names(*kind).as_str(), kind.as_str());
        }
        let axes = || Axis::SHARED.iter().chain(Axis::OF_ROWS);
        let bits = axes().fold(0, |bits, axis| bits | axis.bit());
        assert_eq!(bits.count_ones() as usize, axes().count());
        assert!(axes().all(|axis| Axis::from_word(axis.as_str()) == Some(*axis)));
    }
}
