//! Passages that say much the same as a sentence, and how often their words are used.

use entente_text::order;

use entente_corpus::EntityKind;
use entente_explore::{Explorer, PassageAt};

use crate::difference::difference;
use crate::matching::{Match, Sought};
use crate::report::{Novelty, Precedent, Target, Uses};
use crate::target::{found_target, target};
use crate::tokens::{Token, word_count};

/// Share of the weight of a sentence's words, in per cent, from which a passage is a precedent. Set by evaluation.
const MIN_SHARE_PERCENT: u32 = 63;
/// Of this many words one may differ, whatever the words say.
const WORDS_PER_DIFFERENCE: usize = 7;
/// Fewest content words that both have.
const MIN_COMMON_WORDS: usize = 3;
/// Fewest words of a sentence that is looked for.
const MIN_WORDS: usize = 4;
/// Most precedents.
const MAX_PRECEDENTS: usize = 3;
/// Most parties that are named.
const MAX_PARTIES: usize = 6;
/// Most places of a wording that are listed.
const MAX_USES: usize = 60;
/// Most passages that restate one another, directly or through others.
const MAX_RESTATEMENTS: usize = 400;

/// True if a sentence has enough words to look for.
pub(crate) fn is_long_enough(tokens: &[Token]) -> bool {
    word_count(tokens) >= MIN_WORDS
}

pub(crate) fn is_near(found: &Match, tokens: &[Token]) -> bool {
    let is_nearly_all = found.own_differing() * WORDS_PER_DIFFERENCE <= tokens.len();
    is_nearly_all || found.share >= MIN_SHARE_PERCENT && found.common >= MIN_COMMON_WORDS
}

/// The precedents among the `closest` passages.
pub(crate) fn precedents(
    explorer: &Explorer,
    sought: &Sought,
    closest: &[Match],
) -> (Vec<Precedent>, Novelty, Option<UsesCheck>) {
    let near: Vec<&Match> = closest.iter().filter(|found| is_near(found, sought.tokens)).collect();
    let mut groups: Vec<(String, Vec<&Match>)> = Vec::new();
    for found in &near {
        let words = entente_text::fold::fold(&found.quote());
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(found),
            None => groups.push((words, vec![found])),
        }
    }
    let precedent = |(_, group): &(String, Vec<&Match>)| {
        let first = group.first()?;
        Some(Precedent {
            target: found_target(explorer, first)?,
            also: group.iter().skip(1).filter_map(|found| found_target(explorer, found)).collect(),
            difference: difference(sought, first),
            parties: parties(explorer, first.place()),
            share: first.share,
        })
    };
    let list: Vec<Precedent> = groups.iter().filter_map(precedent).take(MAX_PRECEDENTS).collect();
    let novelty = match list.first().map(|best| best.difference.words) {
        Some(0) => Novelty::Identical,
        Some(words) => Novelty::Close(words),
        None => Novelty::New,
    };
    let uses = groups.first().map(|(_, group)| UsesCheck::new(explorer, group));
    (list, novelty, uses)
}

/// States, blocs and organisations that a passage names.
pub(crate) fn parties(explorer: &Explorer, at: PassageAt) -> Vec<String> {
    let entities = &explorer.corpus().catalogue.entities;
    let named = explorer.named_in(at).into_iter().filter_map(|entity| entities.get(entity as usize));
    let is_party = |kind| matches!(kind, EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation);
    named.filter(|entity| is_party(entity.kind)).map(|entity| entity.name.clone()).take(MAX_PARTIES).collect()
}

/// The passages that restate one of `from`, and so on, with `from` itself, in order; at most some hundreds.
pub(crate) fn restated(explorer: &Explorer, mut from: Vec<PassageAt>) -> Vec<PassageAt> {
    let mut seen: Vec<PassageAt> = Vec::new();
    while let Some(at) = from.pop() {
        if seen.len() < MAX_RESTATEMENTS
            && let Err(place) = seen.binary_search(&at)
        {
            seen.insert(place, at);
            from.extend(explorer.restatements_of(at));
        }
    }
    seen
}

/// All places of the best wording: those found, and those that the file knows to restate them. They are read one by one, so that a
/// page can stop between two.
#[derive(Debug)]
pub(crate) struct UsesCheck {
    /// Places that are not read yet.
    open: Vec<PassageAt>,
    /// Places that were found, and others that are read by now.
    places: Vec<Target>,
}

impl UsesCheck {
    fn new(explorer: &Explorer, group: &[&Match]) -> Self {
        let mut open = restated(explorer, group.iter().map(|found| found.place()).collect());
        open.truncate(MAX_USES);
        open.retain(|at| group.iter().all(|found| found.place() != *at));
        Self { open, places: group.iter().filter_map(|found| found_target(explorer, found)).collect() }
    }

    /// Reads one place; `None` if there are more, else all uses.
    pub(crate) fn step(&mut self, explorer: &Explorer) -> Option<Uses> {
        let Some(at) = self.open.pop() else {
            let mut places = std::mem::take(&mut self.places);
            order::sort_by_key(&mut places, Target::order);
            let year = |target: &Target| u16::try_from(target.days()?.0 / 10_000).ok().filter(|year| *year > 0);
            let since = places.iter().filter_map(year).min();
            return Some(Uses { places, since });
        };
        if let Some(reading) = explorer.reading_text(at) {
            self.places.extend(target(explorer, at, &reading, 0..reading.text.len()));
        }
        None
    }
}
