//! The status of an occasion in languages with a grammar of their own.

use entente_corpus::EngagementStatus;
use entente_language::{Factuality, Language, VerbGroup};
use entente_text::PartialDate;

use super::Event;
use crate::occasions::frames::set_words;

impl Event<'_, '_> {
    /// What the verb says of when it is, without the date.
    pub(super) fn status(&self, verb: &VerbGroup) -> Option<EngagementStatus> {
        match verb.factuality() {
            Factuality::Happened => Some(EngagementStatus::Held),
            Factuality::Planned => Some(EngagementStatus::Planned),
            // "개최합니다", "訪問いたします": a present tense announces what is to come; "is under way" of what is.
            Factuality::Present if verb.progressive => Some(EngagementStatus::Held),
            Factuality::Present => Some(EngagementStatus::Planned),
            Factuality::Negated | Factuality::Hypothetical | Factuality::Open => None,
        }
    }

    /// The status with what the date says: what a finished verb reports of a day to come is not over yet.
    pub(super) fn dated_status(
        &self,
        status: Option<EngagementStatus>,
        date: Option<PartialDate>,
    ) -> Option<EngagementStatus> {
        let exact = |date: &PartialDate| matches!(date, PartialDate::At(point) if point.month.is_some());
        let own = self.view.date().filter(exact).and_then(PartialDate::bounds);
        let when = date.and_then(PartialDate::bounds);
        match (status, when, own) {
            (Some(EngagementStatus::Held), Some((from, _)), Some((_, to))) if from > to => {
                Some(EngagementStatus::Planned)
            }
            // Chinese verbs have no tense: without a date or a word for it nothing says that it is over.
            (Some(EngagementStatus::Held), None, _) if self.language() == Language::Chinese && !self.is_over() => None,
            (Some(EngagementStatus::Held), None, _) if self.says_next() => Some(EngagementStatus::Planned),
            (None, Some((from, _)), Some((_, to))) if from > to => Some(EngagementStatus::Announced),
            (None, Some((_, to)), Some((from, _))) if to < from => Some(EngagementStatus::Held),
            // "Le ministre rencontre" of a day that has passed.
            (Some(EngagementStatus::Planned), Some((_, to)), Some((from, _)))
                if to < from
                    && self.clause().verb.as_ref().is_some_and(|verb| verb.factuality() == Factuality::Present) =>
            {
                Some(EngagementStatus::Held)
            }
            (status, _, _) => status,
        }
    }

    /// True if the verb has a mark of the past.
    fn is_over(&self) -> bool {
        self.clause().verb.as_ref().is_some_and(|verb| verb.form == entente_language::verbs::Form::Past)
    }

    /// True if the clause speaks of the next of its kind: "차기 회의", "来年".
    fn says_next(&self) -> bool {
        let clause = self.clause();
        let end = clause.verb.as_ref().map_or(clause.after_verb.end, |verb| verb.tokens.start);
        let words = self.text(&(clause.before_verb.start..end));
        set_words("next").iter().any(|word| words.contains(word))
    }
}
