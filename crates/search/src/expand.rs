//! Which words of the index a word of a query stands for.

use entente_text::order::{sort_by, sort_by_key};

use entente_text::saturating_u32;

use crate::fuzzy;
use crate::index::{self, Field, Index};
use crate::query::Word;
use crate::synonyms::Synonyms;
use crate::tokens::is_unspaced;

/// Weight of a match by the stem; the word as typed counts 1.
pub const STEM_WEIGHT: f32 = 0.7;
/// Weight of a match with the beginning of a longer word.
pub const PREFIX_WEIGHT: f32 = 0.6;
/// Weight of a match with a part of a word, in a script without spaces.
pub const PART_WEIGHT: f32 = 0.8;
/// Weight of a match with a word that is spelt a little differently.
pub const FUZZY_WEIGHT: f32 = 0.5;
/// Weight of a match with two words written as one, or one written as two.
pub const JOINED_WEIGHT: f32 = 0.9;
/// Weight of a match with another name that means the same, as the corpus says.
pub const SYNONYM_WEIGHT: f32 = 0.7;

/// A word in more passages than this is not searched for under another spelling.
const MAX_RARE_PASSAGES: usize = 2;
/// Shorter words are not searched for under another spelling: they mostly are different words.
const MIN_MISSPELT_CHARS: usize = 6;
/// Another spelling may be meant if it occurs in at least this many times as many passages.
const MIN_FREQUENCY_RATIO: usize = index::COMMON_PASSAGES;

/// Words of the index with what each counts, and what has to be said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expansion {
    /// Number in [`Index::words`] and weight between 0 and 1, in order of number.
    pub words: Vec<(u32, f32)>,
    /// "No passage has “cosultation”; passages with “consultation” are shown."
    pub remark: Option<String>,
    /// The word that was perhaps meant.
    pub meant: Option<String>,
}

impl Expansion {
    /// Adds words; of two weights of one word the larger one stays.
    pub(crate) fn add(&mut self, words: impl IntoIterator<Item = (u32, f32)>) {
        self.words.extend(words);
        sort_by(&mut self.words, |a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        self.words.dedup_by_key(|(at, _)| *at);
    }
}

/// The words that `surface`, folded, stands for.
#[must_use]
pub fn expand(index: &Index, synonyms: &Synonyms, surface: &str, word: &Word, field: Option<Field>) -> Expansion {
    let mut out = Expansion::default();
    let mut found: Vec<(u32, f32)> = index.words.find(surface).map(|at| (at, 1.0)).into_iter().collect();
    found.extend(synonyms.family(index, surface).into_iter().map(|at| (at, STEM_WEIGHT)));
    if word.prefix {
        found.extend(index.words.beginning(surface).map(|at| (at, PREFIX_WEIGHT)));
    }
    if is_unspaced(surface) {
        let bare = index.analyser.stem(surface);
        found.extend(index.words.containing(&bare).into_iter().map(|at| (at, PART_WEIGHT)));
    }
    // Words that occur only in other fields do not count.
    out.add(found.into_iter().filter(|(at, _)| index.postings(field).frequency(*at) > 0));
    if out.words.is_empty() || word.fuzzy {
        let near = nearest_but(index, surface, &[], 1, field);
        out.remark = near.first().filter(|_| out.words.is_empty()).map(|at| {
            let shown = index.words.get(*at);
            format!("No passage has \u{201c}{}\u{201d}; passages with \u{201c}{shown}\u{201d} are shown.", word.text)
        });
        out.add(near.into_iter().map(|at| (at, FUZZY_WEIGHT)));
    } else if !word.prefix {
        let commoner = meant(index, surface, &out.words, field);
        out.meant = commoner.map(|at| index.words.get(at).to_owned());
        if let Some((at, shown)) = commoner.zip(out.meant.as_ref()).filter(|(_, shown)| is_slip(surface, shown))
            && (index.words.find(surface).is_none()
                || out.words.iter().map(|(at, _)| index.postings(field).frequency(*at)).sum::<usize>()
                    <= MAX_RARE_PASSAGES)
        {
            let typed = &word.text;
            out.remark =
                Some(format!("\u{201c}{typed}\u{201d} is rare here; \u{201c}{shown}\u{201d} is searched for as well."));
            out.add([(at, FUZZY_WEIGHT)]);
        }
    }
    out
}

/// True if a rare word may be a slip for another: its beginning is mostly typed right, and names like "paris" are
/// not taken for "parts".
fn is_slip(surface: &str, other: &str) -> bool {
    surface.chars().count() >= MIN_MISSPELT_CHARS && surface.chars().next() == other.chars().next()
}

/// A much commoner word that differs in a letter or two: what was typed is there, but hardly.
fn meant(index: &Index, surface: &str, words: &[(u32, f32)], field: Option<Field>) -> Option<u32> {
    let postings = index.postings(field);
    let passages: usize = words.iter().map(|(at, _)| postings.frequency(*at)).sum();
    if passages * MIN_FREQUENCY_RATIO >= postings.len() {
        return None;
    }
    nearest_but(index, surface, words, passages.max(1) * MIN_FREQUENCY_RATIO, field).first().copied()
}

/// The words nearest in spelling that `least` texts have, but for those in `not`: only those with the fewest edits,
/// most printed first.
fn nearest_but(index: &Index, surface: &str, not: &[(u32, f32)], least: usize, field: Option<Field>) -> Vec<u32> {
    let most = fuzzy::allowance(surface.chars().count());
    // Another number is another number.
    if most == 0 || surface.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let letters = fuzzy::letters(surface);
    let postings = index.postings(field);
    let edits = |at: u32, known: u32| {
        // The cheap questions first: this walks over all words.
        let may = fuzzy::may_be_near(letters, known, most)
            && postings.frequency(at) >= least
            && not.binary_search_by_key(&at, |(not, _)| *not).is_err();
        may.then(|| fuzzy::distance(surface, index.words.get(at), most)).flatten()
    };
    let known = index.words.letters();
    let near = |at: u32| Some((edits(at, *known.get(at as usize)?)?, at));
    // Words that few passages have are most of all words, and not what is looked for where others are meant.
    let near: Vec<(usize, u32)> = if least >= index::COMMON_PASSAGES && matches!(field, None | Some(Field::Text)) {
        index.common(least).iter().filter_map(|at| near(*at)).collect()
    } else {
        (0..saturating_u32(index.words.len())).filter_map(near).collect()
    };
    let fewest = near.iter().map(|(edits, _)| *edits).min();
    let mut best: Vec<u32> = near.into_iter().filter(|(edits, _)| Some(*edits) == fewest).map(|(_, at)| at).collect();
    sort_by_key(&mut best, |at| std::cmp::Reverse(postings.frequency(*at)));
    // Beside a common word a rare one is hardly meant.
    let most = best.first().map_or(0, |at| postings.frequency(*at));
    best.retain(|at| postings.frequency(*at) * MIN_FREQUENCY_RATIO >= most);
    best
}
