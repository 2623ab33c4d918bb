//! History of a clause: its restatements and close precedents in order of time, each with the words that changed.

use entente_text::order;

use entente_explore::{Explorer, PassageAt};

use crate::difference::difference;
use crate::matching::{Match, MatchPart, Sought, read};
use crate::precedents::{is_near, parties, restated};
use crate::report::{History, HistoryStep, Target};
use crate::search::Closest;
use crate::target::{found_target, target};
use crate::tokens::{Token, tokenize};

/// Words of a passage that are looked for.
const MAX_WORDS: usize = 250;
/// Places that come closest and are looked at.
const MAX_CLOSEST: usize = 40;
/// Wordings that are listed.
const MAX_STEPS: usize = 40;

/// The history of the words of the passage `at`; `None` if there is no such passage, or it has no words.
#[must_use]
pub fn history(explorer: &Explorer, at: PassageAt) -> Option<History> {
    let reading = explorer.reading_text(at)?;
    let mut tokens = tokenize(&reading.text);
    let is_cut = tokens.len() > MAX_WORDS;
    tokens.truncate(MAX_WORDS);
    let end = tokens.last()?.range.end;
    let sought = Sought::new(&reading.text, &tokens);
    let places = places(explorer, at, &sought, &tokens);
    let mut listed: Vec<(Target, Match)> =
        places.into_iter().filter_map(|found| Some((found_target(explorer, &found)?, found))).collect();
    order::sort_by_key(&mut listed, |(target, _)| target.order());
    let more = listed.len().saturating_sub(MAX_STEPS);
    if more > 0 {
        // The passage itself is never left out.
        let own = listed.iter().position(|(_, found)| found.place() == at).unwrap_or(0);
        let from = own.saturating_sub(MAX_STEPS / 2).min(more);
        listed = listed.split_off(from);
        listed.truncate(MAX_STEPS);
    }
    let mut steps: Vec<HistoryStep> = Vec::new();
    let mut before: Option<String> = None;
    for (target, found) in listed {
        let (place, quote, ends) = (found.place(), found.quote(), cut_at(&found));
        let difference = before.as_deref().map(|words| {
            let tokens = tokenize(words);
            let earlier = Sought::new(words, &tokens);
            difference(&earlier, &earlier.fit(found.source))
        });
        before = Some(quote);
        let parties = parties(explorer, place);
        steps.push(HistoryStep { is_clause: place == at, target, parties, difference, is_cut: ends });
    }
    Some(History { clause: target(explorer, at, &reading, 0..end)?, steps, more, is_cut })
}

/// True if the passage has words before those that were found, and after them.
fn cut_at(found: &Match) -> (bool, bool) {
    let has_words = |text: Option<&str>| text.is_some_and(|text| text.contains(char::is_alphanumeric));
    let parts = found.parts();
    let text = |part: &MatchPart| found.source.passages[part.passage].reading.text.as_str();
    let before = parts.first().is_some_and(|part| has_words(text(part).get(..part.range.start)));
    (before, parts.last().is_some_and(|part| has_words(text(part).get(part.range.end..))))
}

/// The places of the wordings: those that come close, and those that the file knows to restate them.
fn places(explorer: &Explorer, at: PassageAt, sought: &Sought, tokens: &[Token]) -> Vec<Match> {
    let mut search = Closest::default();
    while search.step(sought, explorer, None) {}
    let mut out: Vec<Match> = Vec::new();
    for found in search.finish(MAX_CLOSEST) {
        if is_near(&found, tokens) && is_new(&out, found.place()) {
            out.push(found);
        }
    }
    for passage in restated(explorer, vec![at]) {
        if is_new(&out, passage)
            && let Some(source) = read(explorer, &[passage])
        {
            out.push(sought.fit(source));
        }
    }
    out
}

fn is_new(known: &[Match], at: PassageAt) -> bool {
    known.iter().all(|found| found.place() != at)
}
