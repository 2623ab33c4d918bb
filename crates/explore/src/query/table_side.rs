//! What the rows or the columns of a table stand for.

use entente_corpus::EntityKind;

use super::axis::Axis;

/// What the rows or the columns of a table stand for: the parameters `rows` and `cols`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableSide {
    /// States and blocs.
    #[default]
    Country,
    /// Organisations and agencies.
    Organisation,
    /// Persons.
    Person,
    /// Topics.
    Topic,
    /// Kinds of documents.
    Kind,
    /// Years of the dates that passages name, else of their documents.
    Year,
}

impl TableSide {
    /// Every choice, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::Country, Self::Organisation, Self::Person, Self::Topic, Self::Kind, Self::Year];

    /// The word in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Topic => "topic",
            Self::Kind => "kind",
            Self::Year => "year",
        }
    }

    /// The choice with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|side| side.as_str() == word)
    }

    /// The filters whose values it has; none for years, whose values are dates.
    #[must_use]
    pub fn axes(self) -> &'static [Axis] {
        match self {
            Self::Country => &[Axis::Country, Axis::Bloc],
            Self::Organisation => &[Axis::Organisation, Axis::Agency],
            Self::Person => &[Axis::Person],
            Self::Topic => &[Axis::Topic],
            Self::Kind => &[Axis::Kind],
            Self::Year => &[],
        }
    }

    /// True for those who take part in meetings: a table with itself counts who met whom.
    #[must_use]
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Country | Self::Organisation | Self::Person)
    }

    /// True if it has names of this kind.
    #[must_use]
    pub fn has(self, kind: EntityKind) -> bool {
        self.axes().iter().any(|axis| axis.names() == Some(kind))
    }

    /// The columns of rows for which a link names none: itself, so that a table of parties shows who met whom. A document has
    /// one kind only, and what is dated twice is not yet a relation: these stand beside countries.
    #[must_use]
    pub fn usual_columns(self) -> Self {
        if self.has_table_with(self) { self } else { Self::Country }
    }

    /// True if a table has something to count between the two.
    #[must_use]
    pub fn has_table_with(self, other: Self) -> bool {
        self != other || !matches!(self, Self::Kind | Self::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_side_reads_back_and_has_columns() {
        for side in TableSide::ALL {
            assert_eq!(TableSide::from_word(side.as_str()), Some(*side));
            assert!(side.has_table_with(side.usual_columns()), "{side:?}");
        }
        assert_eq!(TableSide::from_word("colour"), None);
    }
}
