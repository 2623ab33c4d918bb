//! Who says a statement, and who does what it says.

use std::ops::Range;

use entente_corpus::{Modality, Party};

use super::{Antecedent, By, Said, is_pronoun};
use crate::actors::Subject;
use crate::occasions::frames::is_in_set;
use crate::occasions::parties::is_group;
use crate::reported;
use crate::speakers::{Source, Speaker};
use crate::statements::clauses::Told;
use crate::view::{Sentence, View};
use crate::voice::Voice;

/// Who says something, and who does it.
#[derive(Default)]
pub(super) struct StatementParties {
    pub(super) speaker: Option<Party>,
    pub(super) on_behalf_of: Option<Party>,
    pub(super) actor: Option<Party>,
    /// Bytes of the speaker, where it stands in the sentence.
    pub(super) words: Option<Range<usize>>,
    /// The rule by which the speaker is known, where that is not the sentence's own.
    pub(super) rule: Option<&'static str>,
}

impl StatementParties {
    /// `None` if the speaker reports another's promise: the document does not say that it was made.
    pub(super) fn of(
        view: &View,
        sentence: &Sentence,
        told: &Told,
        before: Option<&Antecedent>,
        voice: Option<&Voice>,
        floor: Option<&Speaker>,
    ) -> Option<Self> {
        let (found, reporter) = (&told.said, told.reporter.as_ref());
        // "We" in the text of an author may be others, too.
        let is_author = floor.is_some_and(|floor| floor.source == Source::Author);
        let floor = floor.filter(|_| !is_author || found.by.is_first_person(sentence));
        let subject = match &found.by {
            By::Nobody => return Some(Self::default()),
            By::Voice => {
                // "We, the Ministers of …,": the lead says who they are.
                let unnamed = voice.is_none_or(|voice| is_pronoun_of_us(voice.party.span.of(&view.body.text)));
                if let Some(floor) = floor.filter(|_| unnamed) {
                    return Some(Self::from_floor(floor, found, Some(floor.party)));
                }
                let speaker = voice.map(|voice| voice.party);
                let actor = speaker.filter(|_| found.act.is_of_deeds());
                return Some(Self { speaker, actor, ..Self::default() });
            }
            By::Subject(subject) => subject,
        };
        let own = subject.clone();
        let is_it = sentence.text[subject.range.clone()].eq_ignore_ascii_case("it");
        if let Some(told) = Self::of_floor(view, sentence, told, subject, before, floor) {
            return Some(told);
        }
        // Whom "it" means is known only if a sentence before names them, or somebody reports.
        if is_it && !before.is_some_and(|before| before.is_meant(sentence, subject)) && reporter.is_none() {
            return None;
        }
        let (speaker, actor) = if let Some(quoted) = reported::quoted(sentence, subject) {
            let of_own = matches!(sentence.text[subject.range.clone()].to_lowercase().as_str(), "we" | "i");
            (quoted.clone(), if of_own { quoted } else { own })
        } else if let Some(reporter) =
            reporter.filter(|_| found.act.is_of_deeds() || found.act.modality == Modality::Announcement)
        {
            let own = if is_it { reporter.clone() } else { own };
            (reporter.clone(), own)
        } else {
            (own.clone(), own)
        };
        // "They" after a sentence of several people are these people, "it" after one of a body that body.
        let party = |subject: &Subject| match before.filter(|before| before.is_meant(sentence, subject)) {
            Some(before) => Some(before.party),
            None => {
                let entity = subject.entity.or_else(|| holder(view, sentence, subject));
                Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity })
            }
        };
        let behalf = reported::on_behalf_of(sentence, &speaker);
        Some(Self {
            speaker: party(&speaker),
            on_behalf_of: behalf
                .and_then(|(range, entity)| Some(Party { span: view.span(sentence.passage, range)?, entity })),
            actor: if found.act.is_of_deeds() { party(&actor) } else { None },
            words: Some(speaker.range),
            rule: None,
        })
    }
}

impl StatementParties {
    /// Puts those who were named before in the place of words that mean them and name nobody: "the two sides", "both leaders".
    pub(super) fn name_group(
        &mut self,
        sentence: &Sentence,
        found: &Said,
        floor: Option<&Speaker>,
        pair: Option<Party>,
    ) {
        let By::Subject(subject) = &found.by else { return };
        let joint = floor.filter(|floor| floor.source == Source::JointText).map(|floor| floor.party);
        let Some(known) = joint.or(pair).filter(|_| subject.entity.is_none() && self.rule.is_none()) else { return };
        let tokens = sentence.parse().tokens;
        let from = tokens.token_at(subject.range.start.saturating_sub(sentence.range.start));
        let to = tokens.token_at(subject.range.end.saturating_sub(sentence.range.start));
        let own = |party: &Option<Party>| party.is_some_and(|party| party.entity.is_none());
        if !is_group(sentence, &(from..to)) || !own(&self.speaker) {
            return;
        }
        self.speaker = Some(known);
        self.actor = self.actor.map(|_| known);
        self.rule = Some(if joint.is_some() { Source::JointText.rule() } else { "speakers-named-together" });
    }

    /// The speaker by the document instead of the sentence: "we" and "I", and the narrator of what another does.
    fn of_floor(
        view: &View,
        sentence: &Sentence,
        told: &Told,
        subject: &Subject,
        before: Option<&Antecedent>,
        floor: Option<&Speaker>,
    ) -> Option<Self> {
        let floor = floor?;
        let found = &told.said;
        let words = &sentence.text[subject.range.clone()];
        if is_pronoun_of_us(words) {
            return Some(Self {
                words: Some(subject.range.clone()),
                ..Self::from_floor(floor, found, Some(floor.party))
            });
        }
        let own = || Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity: subject.entity });
        if is_ours(words) {
            let actor = floor.on_behalf_of.or_else(own);
            return Some(Self { words: Some(subject.range.clone()), ..Self::from_floor(floor, found, actor) });
        }
        let tells = match floor.source {
            Source::Quotation => true,
            // The speaker of a speech reports actions; a quoted person is the speaker of what is quoted.
            Source::Turn | Source::Speech => found.act.is_of_deeds() && told.reporter.is_none(),
            Source::JointText | Source::Author => false,
        };
        let meant = before.filter(|before| before.is_meant(sentence, subject)).map(|before| before.party);
        let unknown = is_pronoun(sentence, subject) && meant.is_none();
        (tells && !unknown).then(|| Self::from_floor(floor, found, meant.or_else(own)))
    }

    fn from_floor(floor: &Speaker, found: &Said, actor: Option<Party>) -> Self {
        Self {
            speaker: Some(floor.party),
            on_behalf_of: floor.on_behalf_of,
            actor: actor.filter(|_| found.act.is_of_deeds()),
            words: None,
            rule: Some(floor.source.rule()),
        }
    }
}

/// The person whom an office alone means: "the Minister", "the Kenyan Minister".
pub(super) fn holder(view: &View, sentence: &Sentence, subject: &Subject) -> Option<u32> {
    if subject.plural {
        return None;
    }
    let words = sentence.text.get(subject.range.clone())?;
    let Some(owner) = subject.owner.clone() else {
        return view.holder(sentence.passage, words, None);
    };
    let state = sentence.named.iter().find(|name| name.range == owner)?.entity;
    let office = format!(
        "{} {}",
        sentence.text.get(subject.range.start..owner.start)?,
        sentence.text.get(owner.end..subject.range.end)?
    );
    view.holder(sentence.passage, &office, Some(state))
}

/// "We", "I": the speaker of the speech.
pub(super) fn is_pronoun_of_us(words: &str) -> bool {
    is_in_set("own-us", &words.to_lowercase())
}

/// "My country", "our government": the party for which the speaker of the speech speaks.
fn is_ours(words: &str) -> bool {
    let mut words = words.split_whitespace();
    let own = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "my" | "our"));
    own && words.next_back().is_some_and(|word| is_in_set("of-ours", &word.to_lowercase()))
}
