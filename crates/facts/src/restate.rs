//! The same said twice: passages that share most of their words, with the words that differ.
//!
//! Candidates come from shared runs of three words (shingles; Broder 1997), of which those that stand nearly everywhere are
//! left out, so that cost grows with the text and not with its square. What is found is compared word by word (Myers 1986,
//! by the longest common subsequence). Words are kept as hashes of 64 bits, a tenth of the room of the words themselves; what
//! a link prints is taken from the reading texts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{DifferenceKind, End, Link, LinkKind, PassageKind, ReadingText};
use entente_text::checkpoint;
use entente_text::executor::{self, Executor};
use entente_text::fold::fold;
use entente_text::order;
use entente_text::saturating_u32;
use entente_text::words::{each_word, words};

use super::view::{View, is_contact, is_label};

/// Words of a shingle.
const SHINGLE: usize = 3;
/// Shorter passages say too little to be said twice.
const MIN_PASSAGE_WORDS: usize = 6;
/// Words of a line that heads what is below it, at most: "For the Government of Ghana:".
const MAX_LEAD_IN_WORDS: usize = 12;
/// A shingle in more passages than this is a common phrase, not evidence.
const COMMON: usize = 48;
/// Candidates compared word by word, for each passage.
const COMPARED: usize = 4;
/// Longest passage compared word by word.
const MAX_COMPARED_WORDS: usize = 1200;
/// Shared words of all words, at least: twice the common words through the sum of both.
const ALIKE: f32 = 0.7;
/// Of the shorter passage this much stands in the longer one, in order: it was taken over whole.
const TAKEN: f32 = 0.85;
/// Words that a passage taken over has, at least.
const TAKEN_WORDS: usize = 12;
/// Segments of a difference that are printed.
const SEGMENTS: usize = 12;
/// Letters of the longest word that only joins others.
const MAX_JOIN_CHARS: usize = 3;
/// Parts in which the shingles are looked through.
const SHARES: u64 = 8;
/// Passages that are compared with the earlier ones at a time.
const TEXTS_A_TURN: usize = 4096;

/// A passage as it is compared.
pub(crate) struct Text {
    document: u32,
    passage: u32,
    /// Hashes of the folded words.
    words: Vec<u64>,
    /// A form's own wording.
    template: bool,
}

/// A passage's words as printed.
struct Printed {
    /// Each word.
    surface: Vec<String>,
    /// White-space runs.
    runs: Vec<String>,
}

/// The passages of a document that may be said elsewhere; `wording` says which are a form's own.
pub(crate) fn find_texts(view: &View, wording: impl Fn(u32) -> bool) -> Vec<Text> {
    let mut out = Vec::new();
    for at in view.passages() {
        let Some(passage) = view.passage(at) else { continue };
        let text = view.text(at);
        let says = !matches!(passage.kind, PassageKind::Furniture | PassageKind::Caption) && !passage.empty;
        if !says || is_contact(text) || is_label(text) {
            continue;
        }
        let mut words: Vec<u64> = Vec::with_capacity(text.len() / 6);
        // "P R I M E": letters set apart are not words.
        let mut letters = 0;
        each_word(text, |start, end| {
            words.push(hash_folded(&text[start..end]));
            letters += usize::from(end - start == 1 && text.as_bytes()[start].is_ascii_alphabetic());
        });
        if words.len() - letters >= MIN_PASSAGE_WORDS {
            // A heading printed again heads something else; it says nothing twice. So does "For the Government of Ghana:".
            let heads = matches!(passage.kind, PassageKind::Question | PassageKind::Heading)
                || words.len() <= MAX_LEAD_IN_WORDS && text.trim_end().ends_with(':');
            let template = wording(at) || passage.template || heads;
            words.shrink_to_fit();
            out.push(Text { document: view.document, passage: at, words, template });
        }
    }
    out
}

/// The links between `texts`, from the later to the earlier place; `readings` are the reading texts of all documents.
pub(crate) fn links(texts: &[Text], readings: &[Vec<ReadingText>], executor: &dyn Executor) -> Vec<Link> {
    let mut first: BTreeMap<&[u64], usize> = BTreeMap::new();
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    // Equal passages form a chain: each is linked to the one before it.
    let before: Vec<Option<usize>> = texts
        .iter()
        .enumerate()
        .map(|(n, text)| match first.get(text.words.as_slice()) {
            Some(earlier) => Some(last.insert(*earlier, n).unwrap_or(*earlier)),
            None => {
                first.insert(&text.words, n);
                None
            }
        })
        .collect();
    drop((first, last));
    let shared = SharedShingles::of(texts, &before);
    let all = Restatements { texts, readings };
    let turns: Vec<usize> = (0..texts.len()).step_by(TEXTS_A_TURN).collect();
    let found = executor::map(executor, &vec![0; turns.len()], |turn| {
        let mut counts = vec![0; texts.len()];
        let numbers = turns[turn]..texts.len().min(turns[turn] + TEXTS_A_TURN);
        let links = numbers.map(|n| {
            checkpoint();
            match before[n] {
                Some(before) => vec![all.equal(n, before)],
                None => all.alike(n, &shared, &mut counts),
            }
        });
        links.flatten().collect::<Vec<Link>>()
    });
    found.into_iter().flatten().collect()
}

/// Which shingles stand in more than one passage, and where.
struct SharedShingles {
    /// The first passages with each such shingle, one shingle after the other.
    places: Vec<u32>,
    /// By passage, in order: where in `places` the passages before it stand that share a shingle with it.
    earlier: Vec<(u32, Range<u32>)>,
}

impl SharedShingles {
    /// Looks for the shingles of the texts that have none `before` them which says the same.
    fn of(texts: &[Text], before: &[Option<usize>]) -> Self {
        let mut out = Self { places: Vec::new(), earlier: Vec::new() };
        // A share of the shingles at a time: most stand in one passage, and those are not kept.
        let mut all: Vec<(u64, u32)> = Vec::new();
        for share in 0..SHARES {
            all.clear();
            for (n, text) in texts.iter().enumerate().filter(|(n, _)| before[*n].is_none()) {
                let own = shingles(&text.words).filter(|shingle| shingle % SHARES == share);
                all.extend(own.map(|shingle| (shingle, saturating_u32(n))));
            }
            all.sort_unstable();
            all.dedup();
            for same in all.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                let start = saturating_u32(out.places.len());
                // In more passages it is a common phrase for all that come later.
                let told = &same[..same.len().min(COMMON + 1)];
                out.places.extend(told.iter().map(|(_, n)| *n));
                out.earlier.extend(told.iter().zip(start..).skip(1).map(|((_, n), end)| (*n, start..end)));
            }
        }
        out.earlier.sort_unstable_by_key(|(n, places)| (*n, places.start));
        out
    }

    /// The passages before passage `n` that share a shingle with it, once for each shingle.
    fn before(&self, n: usize) -> impl Iterator<Item = usize> {
        let from = self.earlier.partition_point(|(at, _)| (*at as usize) < n);
        let own = self.earlier[from..].iter().take_while(move |(at, _)| *at as usize == n);
        own.flat_map(|(_, places)| &self.places[places.start as usize..places.end as usize]).map(|n| *n as usize)
    }
}

/// Texts, and the reading texts of the documents in which they stand.
struct Restatements<'a> {
    texts: &'a [Text],
    readings: &'a [Vec<ReadingText>],
}

impl<'a> Restatements<'a> {
    /// The words of passage `n` as printed.
    fn printed(&self, n: usize) -> Printed {
        let reading = self.reading(n);
        Printed {
            surface: words(reading).into_iter().map(|word| word.text.to_owned()).collect(),
            runs: reading.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// The text of passage `n` as a person reads it.
    fn reading(&self, n: usize) -> &'a str {
        let text = &self.texts[n];
        let all = self.readings.get(text.document as usize);
        all.and_then(|all| all.get(text.passage as usize)).map_or("", |reading| reading.text.as_str())
    }

    fn equal(&self, later: usize, earlier: usize) -> Link {
        let (a, b) = (self.reading(earlier), self.reading(later));
        let (difference, kind) = if a.split_whitespace().eq(b.split_whitespace()) {
            (None, None)
        } else {
            let runs = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
            let segments = segments(&runs(a), &runs(b));
            (Some(told(&segments)), Some(DifferenceKind::Formatting))
        };
        self.link(later, earlier, 1.0, difference, kind)
    }

    /// Links from passage `n` to the earlier ones most like it. `counts` is 0 for each text, before and after.
    fn alike(&self, n: usize, shared: &SharedShingles, counts: &mut [u32]) -> Vec<Link> {
        let text = &self.texts[n];
        let mut places = Vec::new();
        for place in shared.before(n) {
            if counts[place] == 0 {
                places.push(place);
            }
            counts[place] += 1;
        }
        let mut candidates: Vec<(u32, usize)> = Vec::new();
        for place in places {
            let count = std::mem::take(&mut counts[place]);
            let least = self.texts[place].words.len().min(text.words.len()).saturating_sub(SHINGLE - 1);
            // One changed word breaks three shingles: half of them is a fair bound for passages mostly alike.
            if count as usize * 5 >= least * 2 {
                candidates.push((count, place));
            }
        }
        candidates.sort_unstable_by(|a, b| b.cmp(a));
        candidates.truncate(COMPARED);
        candidates.sort_unstable_by_key(|(_, place)| *place);
        candidates.into_iter().filter_map(|(_, place)| self.compare(n, place)).collect()
    }

    fn compare(&self, later: usize, earlier: usize) -> Option<Link> {
        let (a, b) = (&self.texts[earlier], &self.texts[later]);
        if a.words.len() > MAX_COMPARED_WORDS || b.words.len() > MAX_COMPARED_WORDS {
            return None;
        }
        let common = common(&a.words, &b.words);
        let (least, sum) = (a.words.len().min(b.words.len()), a.words.len() + b.words.len());
        let alike = ratio(2 * common.len(), sum);
        let taken = ratio(common.len(), least);
        // The words of a heading inside a sentence name a matter; they are not taken over.
        let whole = taken >= TAKEN && least >= TAKEN_WORDS && a.template == b.template;
        if alike < ALIKE && !whole {
            return None;
        }
        let (a, b) = (self.printed(earlier), self.printed(later));
        let segments = of(&a.surface, &b.surface, &common);
        let kind = kind(&segments, &a.runs, &b.runs);
        Some(self.link(later, earlier, alike.max(taken * 0.9), Some(told(&segments)), Some(kind)))
    }

    fn link(
        &self,
        later: usize,
        earlier: usize,
        score: f32,
        difference: Option<String>,
        kind: Option<DifferenceKind>,
    ) -> Link {
        let (a, b) = (&self.texts[earlier], &self.texts[later]);
        let template = a.template && b.template;
        let why = match (template, &difference) {
            (true, _) => "a heading or a form's own wording, printed again".to_owned(),
            (false, None) => "the same words".to_owned(),
            (false, Some(_)) if kind == Some(DifferenceKind::Formatting) => {
                "the same words, set differently".to_owned()
            }
            (false, Some(_)) => format!("{} of 100 words are the same", percent(score)),
        };
        Link {
            kind: LinkKind::Restates,
            from: End::Passage(b.document, b.passage),
            to: End::Passage(a.document, a.passage),
            score,
            difference,
            difference_kind: kind,
            template,
            why,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a passage are small")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score lies between 0 and 1")]
fn percent(score: f32) -> u32 {
    (score * 100.0) as u32
}

/// Hash of `bytes` (FNV-1a, the same on every machine).
pub(super) fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Hash of a word, folded. Most words are plain letters, which need no copy for it.
fn hash_folded(word: &str) -> u64 {
    if word.is_ascii() { hash(word.bytes().map(|byte| byte.to_ascii_lowercase())) } else { hash(fold(word).bytes()) }
}

/// An odd number with its bits well spread, and bits by which a hash is turned before each step: see [`entente_text::WordMap`].
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
const TURN: u32 = 23;

/// Hashes of all runs of three words.
fn shingles(words: &[u64]) -> impl Iterator<Item = u64> {
    // The words are hashes already: one step for each mixes them.
    let mix = |all: u64, word: &u64| (all.rotate_left(TURN) ^ word).wrapping_mul(SPREAD);
    words.windows(SHINGLE).map(move |run| run.iter().fold(0, mix))
}

/// Pairs of places of the longest common subsequence.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i] == b[j] {
                table[(i + 1) * width + j + 1] + 1
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Words that differ: those of the earlier passage and those in their place.
type Segment = (Vec<String>, Vec<String>);

fn of(a: &[String], b: &[String], common: &[(usize, usize)]) -> Vec<Segment> {
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (x, y) in common.iter().copied().chain([(a.len(), b.len())]) {
        if x > i || y > j {
            out.push((a[i..x].to_vec(), b[j..y].to_vec()));
        }
        i = x + 1;
        j = y + 1;
    }
    out
}

fn segments(a: &[String], b: &[String]) -> Vec<Segment> {
    if a.len() > MAX_COMPARED_WORDS || b.len() > MAX_COMPARED_WORDS {
        return Vec::new();
    }
    of(a, b, &common(a, b))
}

/// "concerned → its neighbouring; (nothing) → in 2013".
fn told(segments: &[Segment]) -> String {
    let side = |words: &[String]| if words.is_empty() { "(nothing)".to_owned() } else { words.join(" ") };
    let mut out: Vec<String> =
        segments.iter().take(SEGMENTS).map(|(a, b)| format!("{} → {}", side(a), side(b))).collect();
    if segments.len() > SEGMENTS {
        out.push(format!("and {} more", segments.len() - SEGMENTS));
    }
    out.join("; ")
}

/// Numbers before names before words: the difference that matters most.
fn kind(segments: &[Segment], a: &[String], b: &[String]) -> DifferenceKind {
    let differing: Vec<&String> = segments.iter().flat_map(|(a, b)| a.iter().chain(b)).collect();
    if differing.iter().any(|word| word.chars().any(|c| c.is_ascii_digit())) {
        return DifferenceKind::Numbers;
    }
    let names: BTreeSet<String> = order::set([a, b].into_iter().flat_map(capitals_inside_sentences));
    // Short words in small letters join the others.
    let says = |word: &&&String| word.chars().count() > MAX_JOIN_CHARS || word.starts_with(char::is_uppercase);
    let mut content = differing.iter().filter(says).map(|word| word.to_lowercase()).peekable();
    if content.peek().is_some() && content.all(|word| names.contains(&word)) {
        return DifferenceKind::Names;
    }
    DifferenceKind::Wording
}

/// The words of `runs` that have a capital letter although no sentence begins with them, in small letters.
fn capitals_inside_sentences(runs: &[String]) -> Vec<String> {
    let mut opens = true;
    let mut out = Vec::new();
    for run in runs {
        let bare = run.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.starts_with(char::is_uppercase) && !opens {
            // "Norway's", "ROK-US": the whole, and its parts.
            let parts = bare.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
            out.extend(std::iter::once(bare).chain(parts).map(str::to_lowercase));
        }
        let end = run.trim_end_matches(['"', '”', '’', ')', ']', '»']);
        opens = end.ends_with(['.', '!', '?', ':', '。']) || bare.is_empty() && opens;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{common, kind, of};

    #[test]
    fn a_difference_is_one_of_numbers_then_of_names_then_of_words() {
        for (a, b, expected) in [
            ("The ports of Norway are open.", "The ports of Ghana are open.", "names"),
            ("The ports of Norway are open.", "The ports of Fiji and Ghana are open.", "names"),
            ("The ports of the UK are open.", "The ports of the US are open.", "names"),
            ("The ports of Norway are open.", "The ports of Norway are shut.", "wording"),
            ("Recalling the ports of Norway.", "Noting the ports of Norway.", "wording"),
            ("The ports of Norway are open.", "The harbours of Ghana are open.", "wording"),
            ("The 12 ports of Norway are open.", "The 13 ports of Ghana are open.", "numbers"),
        ] {
            let runs = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<String>>();
            let words = |text: &str| runs(text.trim_end_matches('.'));
            let segments = of(&words(a), &words(b), &common(&words(a), &words(b)));
            assert_eq!(kind(&segments, &runs(a), &runs(b)).as_str(), expected, "{a} {b}");
        }
    }
}
