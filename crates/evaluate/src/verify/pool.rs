//! A folder in two: documents that are kept, and documents that are left out; and the sentences of both.

use std::collections::BTreeSet;
use std::path::Path;

use entente_corpus::{Corpus, PassageKind, ReadingText};
use entente_ingest::{Settings, Source, ingest};
use entente_pack::exclude::Exclude;
use entente_pack::walk::{Outcome, walk};
use entente_text::sentences;

/// Of this many documents one is left out.
const LEFT_OUT_OF: usize = 6;
/// Words of a sentence that is taken.
const WORDS: std::ops::RangeInclusive<usize> = 8..=45;

/// A folder, read.
#[derive(Debug)]
pub struct Folder {
    /// The documents that are kept.
    pub kept: Corpus,
    /// Sentences of those, shuffled.
    pub own: Vec<Sentence>,
    /// Sentences of the documents that were left out, shuffled.
    pub foreign: Vec<String>,
    /// How many documents were left out.
    pub left_out: usize,
}

/// A sentence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of the document.
    pub document: u32,
    /// Index of the passage.
    pub passage: u32,
    /// Bytes of the passage's reading text.
    pub range: std::ops::Range<usize>,
    /// The words.
    pub text: String,
}

/// Reads the documents below `path` and leaves out some.
///
/// # Errors
/// If there is no such folder, or if nothing in it can be made into a test.
pub fn read_folder(path: &Path, seed: u64) -> Result<Folder, String> {
    let found = walk(path, &Exclude::default()).map_err(|error| error.to_string())?;
    let mut sources: Vec<Source> = Vec::new();
    for file in &found.files {
        if let Outcome::Document(source) = file.read() {
            sources.push(source);
        }
    }
    sources.sort_by_cached_key(|source| rank(&source.file, seed));
    let count = (sources.len() / LEFT_OUT_OF).max(usize::from(sources.len() > 1));
    let mut kept = sources.split_off(count);
    kept.sort_by(|a, b| a.file.cmp(&b.file));
    let settings = Settings::default();
    let (kept, foreign) = (ingest(&kept, &settings), ingest(&sources, &settings));
    let (mut own, mut others) = (sentences_of(&kept), sentences_of(&foreign));
    own.sort_by_cached_key(|sentence| rank(&sentence.text, seed));
    others.sort_by_cached_key(|sentence| rank(&sentence.text, seed));
    if own.is_empty() {
        return Err(format!("{}: no sentence to make a test of", path.display()));
    }
    Ok(Folder { kept, own, foreign: others.into_iter().map(|sentence| sentence.text).collect(), left_out: count })
}

/// A number that depends on the words and the seed alone: FNV-1a, then the finalizer of SplitMix64.
pub(crate) fn rank(words: &str, seed: u64) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in words.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Whole sentences of running text, each wording once.
fn sentences_of(corpus: &Corpus) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for (document, body) in corpus.bodies.numbered() {
        for (at, passage) in (0_u32..).zip(&body.passages) {
            let is_prose = matches!(
                passage.kind,
                PassageKind::Paragraph | PassageKind::Item | PassageKind::Answer | PassageKind::Quote
            );
            if !is_prose {
                continue;
            }
            let reading = ReadingText::of(body, passage);
            for range in sentences(&reading.text) {
                let text = &reading.text[range.clone()];
                let count = text.split_whitespace().count();
                let is_whole = text.ends_with(['.', '。', '!', '?']) && text.starts_with(|c: char| c.is_alphanumeric());
                let has_marks =
                    text.contains(['"', '“', '”', '«', '»', '„', '「', '『', '…', '[', '‘']) || text.contains("...");
                if WORDS.contains(&count) && is_whole && !has_marks && seen.insert(entente_text::fold::fold(text)) {
                    out.push(Sentence { document, passage: at, range, text: text.to_owned() });
                }
            }
        }
    }
    out
}
