//! The same said twice: passages that share most of their words, with the words that differ.
//!
//! Candidates come from shared runs of three words (shingles; Broder 1997), looked up in an index in which runs that
//! stand nearly everywhere are left out, so that cost grows with the text and not with its square. What is found is
//! compared word by word (Myers 1986, by the longest common subsequence).

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{DifferenceKind, End, Link, LinkKind, PassageKind};
use entente_text::words::words;

use super::view::{View, is_contact, is_label};

/// Words of a shingle.
const SHINGLE: usize = 3;
/// Shorter passages say too little to be said twice.
const SHORTEST: usize = 6;
/// A shingle in more passages than this is a common phrase, not evidence.
const COMMON: usize = 48;
/// Candidates compared word by word, for each passage.
const COMPARED: usize = 4;
/// Longest passage compared word by word.
const LONGEST: usize = 1200;
/// Shared words of all words, at least: twice the common words through the sum of both.
const ALIKE: f32 = 0.7;
/// Of the shorter passage this much stands in the longer one, in order: it was taken over whole.
const TAKEN: f32 = 0.85;
/// Words that a passage taken over has, at least.
const TAKEN_WORDS: usize = 12;
/// Segments of a difference that are printed.
const SEGMENTS: usize = 12;

/// A passage as it is compared.
struct Text {
    document: u32,
    passage: u32,
    /// Folded words.
    words: Vec<String>,
    /// The same words as printed.
    surface: Vec<String>,
    /// White-space runs as printed.
    printed: Vec<String>,
    /// A form's own wording.
    template: bool,
}

/// Collects the passages of all documents.
#[derive(Default)]
pub(crate) struct Restatements {
    texts: Vec<Text>,
}

impl Restatements {
    /// Adds a document's passages; `wording` says which are a form's own.
    pub(crate) fn add(&mut self, view: &View, wording: impl Fn(u32) -> bool) {
        for at in view.passages() {
            let Some(passage) = view.passage(at) else { continue };
            let text = view.text(at);
            let says = !matches!(passage.kind, PassageKind::Furniture | PassageKind::Caption) && !passage.empty;
            if !says || is_contact(text) || is_label(text) {
                continue;
            }
            let found = words(text);
            if found.len() >= SHORTEST {
                // A heading printed again heads something else; it says nothing twice.
                let heads = matches!(passage.kind, PassageKind::Question | PassageKind::Heading);
                let template = wording(at) || passage.template || heads;
                let surface = found.iter().map(|word| word.text.to_owned()).collect();
                let folded = found.into_iter().map(|word| word.folded).collect();
                let printed = text.split_whitespace().map(str::to_owned).collect();
                self.texts.push(Text {
                    document: view.document,
                    passage: at,
                    words: folded,
                    surface,
                    printed,
                    template,
                });
            }
        }
    }

    /// The links, from the later to the earlier place.
    pub(crate) fn links(&self) -> Vec<Link> {
        let mut out = Vec::new();
        let mut first: BTreeMap<&[String], usize> = BTreeMap::new();
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        let mut index: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
        for (n, text) in self.texts.iter().enumerate() {
            if let Some(earlier) = first.get(text.words.as_slice()).copied() {
                // Equal passages form a chain: each is linked to the one before it.
                let before = last.insert(earlier, n).unwrap_or(earlier);
                out.push(self.equal(n, before));
                continue;
            }
            first.insert(&text.words, n);
            let shingles = shingles(&text.words);
            out.extend(self.alike(n, &shingles, &index));
            for shingle in shingles {
                let places = index.entry(shingle).or_default();
                if places.len() <= COMMON {
                    places.push(u32::try_from(n).unwrap_or(u32::MAX));
                }
            }
        }
        out
    }

    fn equal(&self, later: usize, earlier: usize) -> Link {
        let (a, b) = (&self.texts[earlier], &self.texts[later]);
        let (difference, kind) = if a.printed == b.printed {
            (None, None)
        } else {
            let segments = segments(&a.printed, &b.printed);
            (Some(told(&segments)), Some(DifferenceKind::Formatting))
        };
        self.link(later, earlier, 1.0, difference, kind)
    }

    /// Links from passage `n` to the earlier ones most like it.
    fn alike(&self, n: usize, shingles: &BTreeSet<u64>, index: &BTreeMap<u64, Vec<u32>>) -> Vec<Link> {
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for shingle in shingles {
            if let Some(places) = index.get(shingle).filter(|places| places.len() <= COMMON) {
                for place in places {
                    *shared.entry(*place).or_default() += 1;
                }
            }
        }
        let text = &self.texts[n];
        let mut candidates: Vec<(usize, u32)> = shared
            .into_iter()
            .filter(|(place, count)| {
                let least = self.texts[*place as usize].words.len().min(text.words.len()).saturating_sub(SHINGLE - 1);
                // One changed word breaks three shingles: half of them is a fair bound for passages mostly alike.
                count * 5 >= least * 2
            })
            .map(|(place, count)| (count, place))
            .collect();
        candidates.sort_by(|a, b| b.cmp(a));
        candidates.truncate(COMPARED);
        candidates.sort_by_key(|(_, place)| *place);
        let compare = |(_, place): (usize, u32)| self.compare(n, place as usize);
        candidates.into_iter().filter_map(compare).collect()
    }

    fn compare(&self, later: usize, earlier: usize) -> Option<Link> {
        let (a, b) = (&self.texts[earlier], &self.texts[later]);
        if a.words.len() > LONGEST || b.words.len() > LONGEST {
            return None;
        }
        let common = common(&a.words, &b.words);
        let (least, sum) = (a.words.len().min(b.words.len()), a.words.len() + b.words.len());
        let alike = ratio(2 * common.len(), sum);
        let taken = ratio(common.len(), least);
        let whole = taken >= TAKEN && least >= TAKEN_WORDS;
        if alike < ALIKE && !whole {
            return None;
        }
        let segments = of(&a.surface, &b.surface, &common);
        let kind = kind(&segments, &a.printed, &b.printed);
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

/// Hashes of all runs of three words (FNV-1a, the same on every machine).
fn shingles(words: &[String]) -> BTreeSet<u64> {
    words
        .windows(SHINGLE)
        .map(|run| {
            run.iter()
                .flat_map(|word| word.bytes().chain([0]))
                .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        })
        .collect()
}

/// Pairs of places of the longest common subsequence.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
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
    if a.len() > LONGEST || b.len() > LONGEST {
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
    let capital: BTreeSet<String> = a
        .iter()
        .chain(b)
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(|word| word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .collect();
    let content: Vec<&&String> = differing.iter().filter(|word| word.len() > 3).collect();
    if !content.is_empty() && content.iter().all(|word| capital.contains(word.as_str())) {
        return DifferenceKind::Names;
    }
    DifferenceKind::Wording
}
