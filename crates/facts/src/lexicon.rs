//! What a verb does by being said: the modality and the strength of a statement.

use entente_corpus::{Modality, Strength};

/// What a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    pub(crate) modality: Modality,
    /// `None` if the verb has no place in the order of strengths ("announced").
    pub(crate) strength: Option<Strength>,
}

impl Act {
    /// True if something is done by it, or will be: there is somebody who does it, and a time.
    pub(crate) fn is_of_deeds(self) -> bool {
        matches!(
            self.modality,
            Modality::Commitment
                | Modality::Pledge
                | Modality::Offer
                | Modality::MeasurePlanned
                | Modality::MeasureUndertaken
        )
    }
}

/// What is planned by who says it.
pub(crate) const PLANNED: Act = Act { modality: Modality::MeasurePlanned, strength: None };
