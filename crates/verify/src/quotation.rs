//! Compares quotations of a text with the documents.
//!
//! Exact words are looked for first, then close words, then parts in several places. A quotation that none of these finds is
//! not in this file. A phrase of fewer than three words is looked up, and never reported as invented.

use entente_text::order;
use std::ops::Range;

use entente_explore::{Explorer, PassageAt};

use crate::attribution::attribution;
use crate::difference::difference;
use crate::folding::{Folding, foldings};
use crate::matching::{Match, Sought};
use crate::quotations::Quote;
use crate::report::{CheckedQuotation, Difference, QuotationVerdict, Run, Side};
use crate::search::{Closest, Exact};
use crate::speaker::Speaker;
use crate::target::found_target;
use crate::tokens::{Token, tokenize, word_count};

/// Fewest words of a quotation; a shorter one is a phrase.
const MIN_WORDS: usize = 3;
/// Least share of the weight of its words, in per cent, that a wording of it has in common.
const MIN_SHARE_PERCENT: u32 = 63;
/// The same for a quotation of few words, because one word is a large share of it.
const MIN_SHORT_SHARE_PERCENT: u32 = 50;
/// Of this many words one may differ, whatever the words say.
const WORDS_PER_DIFFERENCE: usize = 7;
/// Most words of a short quotation.
const MAX_SHORT_WORDS: usize = 6;
/// Fewest consecutive words of a part of a quotation that can be from another place.
const MIN_PART_WORDS: usize = 4;
/// Fewest differing words for which two places may have been joined.
const MIN_DIFFERING_TO_JOIN: usize = 4;
/// Most words that join two parts and are in neither place.
const MAX_JOINING_WORDS: usize = 2;
/// Words of a piece. A long quotation is checked piece by piece.
const PIECE_WORDS: usize = 120;
/// Most words of a quotation that are checked.
const MAX_CHECKED_WORDS: usize = 10_000;
/// Most places that are listed.
const MAX_TARGETS: usize = 3;
/// Most places that are read and counted.
const MAX_PLACES: usize = 60;

/// The check of one quotation. It goes on step by step, so that a page can stop between two.
#[derive(Debug)]
pub(crate) struct QuotationCheck {
    quote: Quote,
    /// The words between the marks.
    own: String,
    tokens: Vec<Token>,
    /// The parts that are looked for one by one; the whole if it is one.
    parts: Vec<Range<usize>>,
    /// Index of the part that is looked for.
    next: usize,
    /// The search for that part, once it has begun.
    search: Option<Search>,
    /// Bytes of the passages that were compared.
    pub(crate) read_bytes: usize,
    results: PartResults,
    out: CheckedQuotation,
}

/// The search for one part.
#[derive(Debug)]
enum Search {
    /// Its very words.
    Exact(Exact),
    /// Close words: its own were found nowhere.
    Close(Closest),
}

/// The results of the parts so far.
#[derive(Debug, Default)]
struct PartResults {
    /// Index of a part, and its places.
    found: Vec<(usize, Vec<Match>)>,
    differs: bool,
    /// Words of parts that were not found.
    missing: usize,
    /// Words of parts that are more than a phrase.
    checked: usize,
}

impl QuotationCheck {
    /// Reads the words between the marks of `quote` in `text`. Nothing is looked for yet.
    pub(crate) fn new(text: &str, quote: &Quote) -> Self {
        let own = unmarked(text, quote);
        let mut tokens = tokenize(&own);
        let is_cut = tokens.len() > MAX_CHECKED_WORDS;
        tokens.truncate(MAX_CHECKED_WORDS);
        let mut parts = split(&own, &tokens);
        let has_ellipsis = parts.len() > 1;
        let is_long = tokens.len() > PIECE_WORDS + PIECE_WORDS / 2;
        if is_long && !has_ellipsis {
            parts = pieces(tokens.len());
        }
        let out = CheckedQuotation { is_cut, has_ellipsis, ..not_found(quote) };
        let (quote, results) = (quote.clone(), PartResults::default());
        Self { quote, own, tokens, parts, next: 0, search: None, read_bytes: 0, results, out }
    }

    /// Does a small part of the work; the verdict if that was the last of it. `speaker` is who says it in `text`.
    pub(crate) fn step(
        &mut self,
        explorer: &Explorer,
        text: &str,
        speaker: Option<&Speaker>,
    ) -> Option<CheckedQuotation> {
        let is_one = self.parts.len() <= 1;
        let Some(part) = self.parts.get(self.next).cloned() else { return Some(self.finish(explorer, text, speaker)) };
        let own = &self.tokens[part];
        let sought = Sought::new(&self.own, own);
        let is_phrase = word_count(own) < MIN_WORDS;
        let places = match &mut self.search {
            None => {
                self.search = Some(Search::Exact(Exact::new(&sought, explorer, MAX_PLACES)));
                return None;
            }
            Some(Search::Exact(search)) => {
                if search.step(&sought, explorer) {
                    return None;
                }
                let Some(Search::Exact(search)) = self.search.take() else { return None };
                self.read_bytes += search.read_bytes;
                let exact = search.finish();
                if exact.is_empty() && !is_phrase {
                    self.search = Some(Search::Close(Closest::default()));
                    return None;
                }
                exact
            }
            Some(Search::Close(search)) => {
                if search.step(&sought, explorer, None) {
                    return None;
                }
                let Some(Search::Close(search)) = self.search.take() else { return None };
                self.read_bytes += search.read_bytes;
                search.finish(MAX_PLACES)
            }
        };
        if is_one {
            let places = if is_phrase {
                self.out.verdict = QuotationVerdict::ShortPhrase;
                list(explorer, &places, &mut self.out);
                places
            } else {
                judge(explorer, &sought, places, &mut self.out)
            };
            self.out.attribution = speaker
                .and_then(|speaker| attribution(explorer, text, speaker, &places.iter().collect::<Vec<&Match>>()));
            return Some(std::mem::replace(&mut self.out, not_found(&self.quote)));
        }
        let mut checked = not_found(&self.quote);
        let places = if is_phrase { places } else { judge(explorer, &sought, places, &mut checked) };
        let (n, words) = (self.next, own.len());
        self.results.add(n, words, is_phrase, checked, sought.all(), places, &mut self.out);
        self.next += 1;
        None
    }

    /// The verdict over all parts.
    fn finish(&mut self, explorer: &Explorer, text: &str, speaker: Option<&Speaker>) -> CheckedQuotation {
        let out = &mut self.out;
        let PartResults { found, differs, missing, checked } = &self.results;
        order::sort_by(&mut out.foldings, Ord::cmp);
        out.foldings.dedup();
        let was_joined = !out.targets.is_empty();
        let chosen = one_document(found);
        out.targets = chosen.iter().filter_map(|found| found_target(explorer, found)).collect();
        out.targets.dedup_by(|next, known| (next.document, next.passage) == (known.document, known.passage));
        let documents = out.targets.windows(2).any(|pair| pair[0].document != pair[1].document);
        // Words of one document, in its order, are one quotation with an ellipsis.
        let place = |target: &crate::report::Target| (target.document, target.passage);
        let in_order = out.targets.windows(2).all(|pair| place(&pair[0]) <= place(&pair[1]));
        out.verdict = if *missing > 0 && (missing * 2 >= *checked || out.has_ellipsis) {
            QuotationVerdict::NotInFile
        } else if *differs || *missing > 0 {
            QuotationVerdict::Differs
        } else if was_joined || documents || !in_order {
            QuotationVerdict::Joined
        } else {
            QuotationVerdict::WordForWord
        };
        if !matches!(out.verdict, QuotationVerdict::Differs) {
            out.difference = Difference::default();
        }
        match out.verdict {
            QuotationVerdict::NotInFile => out.targets.clear(),
            // Parts of one document are said by one.
            QuotationVerdict::WordForWord | QuotationVerdict::Differs => {
                out.attribution = speaker.and_then(|speaker| attribution(explorer, text, speaker, &chosen));
            }
            QuotationVerdict::Joined | QuotationVerdict::ShortPhrase => {}
        }
        std::mem::replace(out, not_found(&self.quote))
    }
}

impl PartResults {
    /// Adds the result of part `n`. It has `words` words; `printed` is their text.
    #[expect(clippy::too_many_arguments, reason = "one part with all that is known of it")]
    fn add(
        &mut self,
        n: usize,
        words: usize,
        is_phrase: bool,
        checked: CheckedQuotation,
        printed: &str,
        places: Vec<Match>,
        out: &mut CheckedQuotation,
    ) {
        self.checked += if is_phrase { 0 } else { words };
        match checked.verdict {
            _ if is_phrase => {}
            QuotationVerdict::WordForWord | QuotationVerdict::ShortPhrase => {
                out.foldings.extend_from_slice(&checked.foldings);
            }
            QuotationVerdict::Differs => self.differs = true,
            QuotationVerdict::Joined => out.targets.extend_from_slice(&checked.targets),
            QuotationVerdict::NotInFile => self.missing += words,
        }
        add(&mut out.difference, checked, printed);
        if !places.is_empty() {
            self.found.push((n, places));
        }
    }
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
    let of = count.div_ceil(PIECE_WORDS).max(1);
    (0..of).map(|n| n * count / of..(n + 1) * count / of).collect()
}

fn list(explorer: &Explorer, places: &[Match], out: &mut CheckedQuotation) {
    out.targets = places.iter().take(MAX_TARGETS).filter_map(|found| found_target(explorer, found)).collect();
    out.more = places.len().saturating_sub(out.targets.len());
}

/// True if what differs is little enough to call it the same quotation.
fn is_close(found: &Match, tokens: &[Token]) -> bool {
    let least = if tokens.len() <= MAX_SHORT_WORDS { MIN_SHORT_SHARE_PERCENT } else { MIN_SHARE_PERCENT };
    let is_nearly_all = found.own_differing() * WORDS_PER_DIFFERENCE <= tokens.len() && tokens.len() > MAX_SHORT_WORDS;
    is_nearly_all || found.share >= least && found.common >= 2 && found.differing * 2 <= tokens.len() + 1
}

/// Writes the verdict that the closest `places`, the best first, give to the words; returns the places that support it.
fn judge(explorer: &Explorer, sought: &Sought, places: Vec<Match>, out: &mut CheckedQuotation) -> Vec<Match> {
    let tokens = sought.tokens;
    let Some(best) = places.first() else { return Vec::new() };
    if best.differing == 0 {
        out.verdict = QuotationVerdict::WordForWord;
        let mut same: Vec<Match> = places.into_iter().filter(|found| found.differing == 0).collect();
        // Places that have it letter for letter come first.
        order::sort_by_key(&mut same, |found| (kinds(sought, found).len(), found.place()));
        out.foldings = same.first().map(|found| kinds(sought, found)).unwrap_or_default();
        list(explorer, &same, out);
        return same;
    }
    if best.differing >= MIN_DIFFERING_TO_JOIN
        && let Some(parts) = joined(explorer, sought, is_close(best, tokens))
    {
        out.verdict = QuotationVerdict::Joined;
        out.targets = parts.iter().filter_map(|found| found_target(explorer, found)).collect();
        return Vec::new();
    }
    // Fewer words may differ where fewer are in common.
    let Some(best) = places.iter().find(|found| is_close(found, tokens)) else { return Vec::new() };
    out.verdict = QuotationVerdict::Differs;
    out.difference = difference(sought, best);
    let least = best.differing;
    let same: Vec<Match> =
        places.into_iter().filter(|found| found.differing == least && is_close(found, tokens)).collect();
    list(explorer, &same, out);
    same
}

/// The differences that do not count between two wordings that are called the same.
fn kinds(sought: &Sought, found: &Match) -> Vec<Folding> {
    if sought.tokens.iter().any(|token| token.in_brackets) {
        return vec![Folding::Brackets];
    }
    if found.has_joins {
        return vec![Folding::Joins];
    }
    foldings(sought.all(), &found.quote())
}

/// Two parts of a quotation that different places have word for word, without a mark that they were joined. If one place has
/// words that are close to all of it, each part is long, and no word joins them.
fn joined(explorer: &Explorer, sought: &Sought, has_close: bool) -> Option<Vec<Match>> {
    let count = sought.tokens.len();
    let (least, most_joining) = if has_close { (count / 4, 0) } else { (0, MAX_JOINING_WORDS) };
    if count < 2 * MIN_PART_WORDS {
        return None;
    }
    let place_of = |range: Range<usize>| -> Option<PassageAt> {
        explorer.passages_with_run(sought.words(range), 1).first().copied()
    };
    // No place has a longer beginning if none has a shorter one.
    let (mut known, mut beyond) = (MIN_PART_WORDS, count);
    place_of(0..known)?;
    while beyond - known > 1 {
        let middle = (known + beyond) / 2;
        if place_of(0..middle).is_some() { known = middle } else { beyond = middle }
    }
    // Both places may have the words at the seam, and neither a word that joins them.
    let is_end = |from: &usize| count - from >= MIN_PART_WORDS && place_of(*from..count).is_some();
    let shared = (MIN_PART_WORDS..=known).rev().take(MIN_PART_WORDS).find(is_end);
    let (end, start) = match shared {
        Some(cut) => (cut, cut),
        None => (known, (known + 1..count.min(known + 1 + most_joining)).find(is_end)?),
    };
    if end <= least || count - start <= least {
        return None;
    }
    let parts = [0..end, start..count];
    let found: Vec<Match> = parts
        .into_iter()
        .filter_map(|part| {
            let tokens = &sought.tokens[part];
            let content = tokens.iter().filter(|token| token.is_content()).count();
            if content < 2 { None } else { Exact::any(&Sought::new(sought.text, tokens), explorer) }
        })
        .collect();
    let [one, other] = &found[..] else { return None };
    // Words between two parts that follow each other there are replaced ones.
    let (first, second) = (one.place(), other.place());
    let follows = first.document == second.document && (first.passage..=first.passage + 1).contains(&second.passage);
    (start == end || !follows).then_some(found)
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
fn one_document(found: &[(usize, Vec<Match>)]) -> Vec<&Match> {
    let mut documents: Vec<u32> = Vec::new();
    for (_, places) in found {
        let mut own: Vec<u32> = places.iter().map(|found| found.place().document).collect();
        order::sort_by(&mut own, Ord::cmp);
        own.dedup();
        documents.append(&mut own);
    }
    order::sort_by(&mut documents, Ord::cmp);
    // Of those with as many parts the first.
    let best = documents.chunk_by(|one, other| one == other).rev().max_by_key(|same| same.len()).map(|same| same[0]);
    let mut last = 0;
    let mut out = Vec::new();
    for (_, places) in found {
        let in_best = |found: &&Match| Some(found.place().document) == best;
        // Parts follow each other where they can.
        let chosen = places.iter().filter(in_best).find(|found| found.place().passage >= last);
        let chosen = chosen.or_else(|| places.iter().find(in_best)).or_else(|| places.first());
        if let Some(chosen) = chosen {
            last = chosen.place().passage;
            out.push(chosen);
        }
    }
    out
}
