//! Is what a text puts in quotation marks in the documents?
//!
//! Exact first; then close words; then parts that stand in several places. What is not found by any of these is not in
//! this file. A phrase of fewer than three words is looked up, and never reported as invented.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_explore::{Explorer, PassageAt};

use crate::attribution::{Speaker, attribution};
use crate::difference::difference;
use crate::folding::{Folding, foldings};
use crate::matching::{Found, Sought};
use crate::quotations::Quote;
use crate::report::{CheckedQuotation, Difference, QuotationVerdict, Run, Side};
use crate::target::found_target;
use crate::tokens::{Token, tokenize, word_count};

/// Words from which a quotation is more than a phrase.
const MIN_WORDS: usize = 3;
/// Share of the weight of its words, in per cent, from which close words are a wording of it.
const MIN_SHARE: u32 = 63;
/// Share for a quotation of few words, of which one is much.
const MIN_SHARE_SHORT: u32 = 50;
/// Of this many words one may differ, whatever the words say.
const ONE_OF: usize = 7;
/// Words of a short quotation, at most.
const MAX_SHORT: usize = 6;
/// Words that have to stand together, from which half of a quotation can be from another place.
const MIN_PART: usize = 4;
/// Differing words from which it is asked whether two places were joined.
const JOINED_FROM: usize = 4;
/// Words of a piece of a long quotation, which is checked piece by piece.
const PIECE: usize = 120;
/// Words of a quotation that are checked.
const MAX_CHECKED: usize = 10_000;
/// Places that are listed.
const MAX_TARGETS: usize = 3;
/// Places that are counted.
const MAX_PLACES: usize = 200;

/// Checks `quote` of `text`; `speaker` is who says it there.
pub(crate) fn check(explorer: &Explorer, text: &str, quote: &Quote, speaker: Option<&Speaker>) -> CheckedQuotation {
    let own = unmarked(text, quote);
    let mut tokens = tokenize(&own);
    let is_cut = tokens.len() > MAX_CHECKED;
    tokens.truncate(MAX_CHECKED);
    let mut out = CheckedQuotation { is_cut, ..not_found(quote) };
    let parts = split(&own, &tokens);
    out.has_ellipsis = parts.len() > 1;
    let mut places: Vec<Found> = Vec::new();
    if word_count(&tokens) < MIN_WORDS {
        places = short_phrase(explorer, &own, &tokens, &mut out);
    } else if out.has_ellipsis {
        in_parts(explorer, &own, &tokens, &parts, quote, &mut out);
    } else if tokens.len() > PIECE + PIECE / 2 {
        let pieces: Vec<Range<usize>> = pieces(tokens.len());
        in_parts(explorer, &own, &tokens, &pieces, quote, &mut out);
    } else {
        places = in_one(explorer, &own, &tokens, &mut out);
    }
    if let Some(speaker) = speaker {
        out.attribution = attribution(explorer, text, speaker, &places);
    }
    out
}

fn not_found(quote: &Quote) -> CheckedQuotation {
    CheckedQuotation {
        range: quote.range.clone(),
        is_closed: quote.is_closed,
        is_block: quote.is_block,
        verdict: QuotationVerdict::NotInFile,
        targets: Vec::new(),
        more: 0,
        foldings: Vec::new(),
        has_ellipsis: false,
        difference: Difference::default(),
        attribution: None,
        is_cut: false,
    }
}

/// The words between the marks, without the marks of a block quote and those that open each paragraph again.
fn unmarked(text: &str, quote: &Quote) -> String {
    let words = &text[quote.range.clone()];
    if !quote.is_block {
        return words.to_owned();
    }
    words.lines().map(|line| line.trim_start_matches(['>', ' ', '\t'])).collect::<Vec<_>>().join("\n")
}

/// The words between ellipses, as ranges of `tokens`.
fn split(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for at in 1..tokens.len() {
        let between = &text[tokens[at - 1].range.end..tokens[at].range.start];
        if between.contains('…') || between.contains("...") || between.contains(". . .") || between.contains("⋯") {
            out.push(from..at);
            from = at;
        }
    }
    out.push(from..tokens.len());
    out.retain(|part| !part.is_empty());
    out
}

/// A long quotation in pieces of about the same length.
fn pieces(count: usize) -> Vec<Range<usize>> {
    let of = count.div_ceil(PIECE).max(1);
    (0..of).map(|n| n * count / of..(n + 1) * count / of).collect()
}

fn list(explorer: &Explorer, places: &[Found], out: &mut CheckedQuotation) {
    out.targets = places.iter().take(MAX_TARGETS).filter_map(|found| found_target(explorer, found)).collect();
    out.more = places.len().saturating_sub(out.targets.len());
}

fn short_phrase(explorer: &Explorer, text: &str, tokens: &[Token], out: &mut CheckedQuotation) -> Vec<Found> {
    out.verdict = QuotationVerdict::ShortPhrase;
    let sought = Sought::new(text, tokens);
    let places = if tokens.is_empty() { Vec::new() } else { sought.exact(explorer, MAX_PLACES) };
    list(explorer, &places, out);
    places
}

/// True if what differs is little enough to call it the same quotation.
fn is_close(found: &Found, tokens: &[Token]) -> bool {
    let least = if tokens.len() <= MAX_SHORT { MIN_SHARE_SHORT } else { MIN_SHARE };
    let is_nearly_all = found.own_differing() * ONE_OF <= tokens.len() && tokens.len() > MAX_SHORT;
    is_nearly_all || found.share >= least && found.common >= 2 && found.differing * 2 <= tokens.len() + 1
}

fn in_one(explorer: &Explorer, text: &str, tokens: &[Token], out: &mut CheckedQuotation) -> Vec<Found> {
    let sought = Sought::new(text, tokens);
    let exact = sought.exact(explorer, MAX_PLACES);
    let places = if exact.is_empty() { sought.closest(explorer, MAX_PLACES) } else { exact };
    let Some(best) = places.first() else { return Vec::new() };
    if best.differing == 0 {
        out.verdict = QuotationVerdict::WordForWord;
        let mut same: Vec<Found> = places.into_iter().filter(|found| found.differing == 0).collect();
        // Where it stands letter for letter is named first.
        same.sort_by_cached_key(|found| (kinds(&sought, found).len(), found.place()));
        out.foldings = same.first().map(|found| kinds(&sought, found)).unwrap_or_default();
        list(explorer, &same, out);
        return same;
    }
    if best.differing >= JOINED_FROM
        && let Some(parts) = joined(explorer, &sought, if is_close(best, tokens) { tokens.len() / 4 } else { 0 })
    {
        out.verdict = QuotationVerdict::Joined;
        out.targets = parts.iter().filter_map(|found| found_target(explorer, found)).collect();
        return Vec::new();
    }
    // Fewer words may differ where fewer are in common.
    let Some(best) = places.iter().find(|found| is_close(found, tokens)) else { return Vec::new() };
    out.verdict = QuotationVerdict::Differs;
    out.difference = difference(&sought, best);
    let least = best.differing;
    let same: Vec<Found> =
        places.into_iter().filter(|found| found.differing == least && is_close(found, tokens)).collect();
    list(explorer, &same, out);
    same
}

/// What was left aside to call two wordings the same.
fn kinds(sought: &Sought, found: &Found) -> Vec<Folding> {
    if sought.tokens.iter().any(|token| token.in_brackets) {
        return vec![Folding::Brackets];
    }
    if found.has_joins {
        return vec![Folding::Joins];
    }
    foldings(sought.all(), &found.quote())
}

/// Two parts of a quotation that stand word for word in different places, with nothing to show that they were joined.
/// Each has more than `least` words.
fn joined(explorer: &Explorer, sought: &Sought, least: usize) -> Option<Vec<Found>> {
    let count = sought.tokens.len();
    if count < 2 * MIN_PART {
        return None;
    }
    let stands = |range: Range<usize>| -> Option<PassageAt> {
        explorer.passages_with_run(sought.words(range), 1).first().copied()
    };
    // A longer beginning stands nowhere if a shorter one does not.
    let (mut known, mut beyond) = (MIN_PART, count);
    stands(0..known)?;
    while beyond - known > 1 {
        let middle = (known + beyond) / 2;
        if stands(0..middle).is_some() { known = middle } else { beyond = middle }
    }
    // The words at the seam may stand in both places.
    let cut =
        (MIN_PART..=known).rev().take(MIN_PART).find(|cut| count - cut >= MIN_PART && stands(*cut..count).is_some())?;
    if cut <= least || count - cut <= least {
        return None;
    }
    let parts = [0..cut, cut..count];
    let found: Vec<Found> = parts
        .into_iter()
        .filter_map(|part| {
            let tokens = &sought.tokens[part];
            let content = tokens.iter().filter(|token| token.is_content()).count();
            if content < 2 { None } else { Sought::new(sought.text, tokens).exact(explorer, 1).pop() }
        })
        .collect();
    (found.len() == 2).then_some(found)
}

/// A quotation with ellipses, or a long one: part by part.
fn in_parts(
    explorer: &Explorer,
    text: &str,
    tokens: &[Token],
    parts: &[Range<usize>],
    quote: &Quote,
    out: &mut CheckedQuotation,
) {
    let mut found: Vec<(usize, Vec<Found>)> = Vec::new();
    let (mut differ, mut missing, mut checked) = (false, 0, 0);
    for (n, part) in parts.iter().enumerate() {
        let own = &tokens[part.clone()];
        let is_phrase = word_count(own) < MIN_WORDS;
        let mut checked_part = not_found(quote);
        let places = if is_phrase {
            Sought::new(text, own).exact(explorer, MAX_PLACES)
        } else {
            in_one(explorer, text, own, &mut checked_part)
        };
        let weight = own.len();
        checked += if is_phrase { 0 } else { weight };
        match checked_part.verdict {
            _ if is_phrase => {}
            QuotationVerdict::WordForWord | QuotationVerdict::ShortPhrase => {
                out.foldings.extend_from_slice(&checked_part.foldings)
            }
            QuotationVerdict::Differs => differ = true,
            QuotationVerdict::Joined => out.targets.extend_from_slice(&checked_part.targets),
            QuotationVerdict::NotInFile => missing += weight,
        }
        add(&mut out.difference, checked_part, Sought::new(text, own).all());
        if !places.is_empty() {
            found.push((n, places));
        }
    }
    out.foldings.sort_unstable();
    out.foldings.dedup();
    let was_joined = !out.targets.is_empty();
    let chosen = one_document(&found);
    out.targets = chosen.iter().filter_map(|found| found_target(explorer, found)).collect();
    out.targets.dedup_by(|next, known| (next.document, next.passage) == (known.document, known.passage));
    let documents = out.targets.windows(2).any(|pair| pair[0].document != pair[1].document);
    // Words of one document, in its order, are one quotation with an ellipsis.
    let in_order =
        out.targets.windows(2).all(|pair| (pair[0].document, pair[0].passage) <= (pair[1].document, pair[1].passage));
    out.verdict = if missing > 0 && (missing * 2 >= checked || out.has_ellipsis) {
        QuotationVerdict::NotInFile
    } else if differ || missing > 0 {
        QuotationVerdict::Differs
    } else if was_joined || documents || !in_order {
        QuotationVerdict::Joined
    } else {
        QuotationVerdict::WordForWord
    };
    if !matches!(out.verdict, QuotationVerdict::Differs) {
        out.difference = Difference::default();
    }
    if matches!(out.verdict, QuotationVerdict::NotInFile) {
        out.targets.clear();
    }
}

fn add(difference: &mut Difference, part: CheckedQuotation, words: &str) {
    difference.words += part.difference.words;
    difference.changes.extend(part.difference.changes);
    if part.difference.runs.is_empty() {
        let side = if part.verdict == QuotationVerdict::NotInFile { Side::Text } else { Side::Both };
        difference.runs.push(Run { text: words.to_owned(), side });
    } else {
        difference.runs.extend(part.difference.runs);
    }
}

/// For each part the place in the document that has most parts; else its first place.
fn one_document(found: &[(usize, Vec<Found>)]) -> Vec<Found> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, places) in found {
        let documents: BTreeSet<u32> = places.iter().map(|found| found.place().document).collect();
        for document in documents {
            *counts.entry(document).or_default() += 1;
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| **count).map(|(document, _)| *document);
    let mut last = 0;
    let mut out = Vec::new();
    for (_, places) in found {
        let in_best = |found: &&Found| Some(found.place().document) == best;
        // Parts follow each other where they can.
        let chosen = places.iter().filter(in_best).find(|found| found.place().passage >= last);
        let chosen = chosen.or_else(|| places.iter().find(in_best)).or_else(|| places.first());
        if let Some(chosen) = chosen {
            last = chosen.place().passage;
            out.push(chosen.clone());
        }
    }
    out
}
