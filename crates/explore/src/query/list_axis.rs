//! The axes of a list as the page's components name them: an axis of rows, or one that every view shares.

use super::axis::Axis;

/// An axis that only rows of lists have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// See [`Axis::EntityKind`].
    EntityKind,
    /// See [`Axis::EngagementKind`].
    EngagementKind,
    /// See [`Axis::LinkKind`].
    LinkKind,
    /// See [`Axis::DifferenceKind`].
    DifferenceKind,
    /// See [`Axis::NoteKind`].
    NoteKind,
    /// See [`Axis::Modality`].
    Modality,
    /// See [`Axis::Status`].
    Status,
    /// See [`Axis::Series`].
    Series,
}

impl From<Dimension> for Axis {
    fn from(dimension: Dimension) -> Self {
        match dimension {
            Dimension::EntityKind => Self::EntityKind,
            Dimension::EngagementKind => Self::EngagementKind,
            Dimension::LinkKind => Self::LinkKind,
            Dimension::DifferenceKind => Self::DifferenceKind,
            Dimension::NoteKind => Self::NoteKind,
            Dimension::Modality => Self::Modality,
            Dimension::Status => Self::Status,
            Dimension::Series => Self::Series,
        }
    }
}

impl Dimension {
    /// Every dimension, in the order of URLs.
    pub const ALL: &[Self] = &[
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
        Axis::from(self).as_str()
    }

    /// The dimension with this parameter name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dimension| dimension.as_str() == word)
    }
}

/// A filter of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListAxis {
    /// Of its rows.
    Own(Dimension),
    /// Of the passages and documents that its rows stand in.
    Shared(Axis),
}

impl From<Axis> for ListAxis {
    fn from(axis: Axis) -> Self {
        Dimension::from_word(axis.as_str()).map_or(Self::Shared(axis), Self::Own)
    }
}

impl ListAxis {
    /// The parameter's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own(dimension) => dimension.as_str(),
            Self::Shared(axis) => axis.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Dimension};

    #[test]
    fn dimensions_are_the_axes_of_rows() {
        let axes: Vec<Axis> = Dimension::ALL.iter().copied().map(Axis::from).collect();
        assert_eq!(axes, Axis::OF_ROWS);
    }
}
