//! What a reader passes over: cover sheets, tables of contents, heads and feet of pages, menus. Each run is one line that opens.
//!
//! In: a document's blocks and the passages that its record was read from. Out: runs of blocks, in order. Nothing is left out: a
//! fold says how many lines it has, and how they begin.

use entente_corpus::{Body, PassageKind};
use entente_text::fold::fold;
use entente_text::order::set;

use crate::desk::texts::cut;
use crate::models::reading::{Block, Fold, FoldKind};

/// Passages at the start of a text among which a cover sheet is looked for.
const COVER_PASSAGES: usize = 40;
/// A passage of a cover sheet has fewer words than this: a longer one is prose.
const COVER_WORDS: usize = 26;
/// A line of so many words that ends as a sentence does is prose, however short.
const SENTENCE_WORDS: usize = 6;
/// Fewest passages of a cover sheet.
const MIN_COVER_PASSAGES: usize = 4;
/// Fewest fields of the record that a cover sheet prints.
const MIN_COVER_FIELDS: usize = 2;
/// Passages at the start of a text among which the printed title is looked for.
const TITLE_PASSAGES: usize = 20;
/// Characters of a fold's first words.
const BEGINS_CHARS: usize = 44;
/// Signs of a leader in a line of contents ("Annexes ..... 4").
const LEADER: [char; 4] = ['.', '·', '․', '…'];
/// Fewest signs of a leader.
const LEADER_SIGNS: usize = 4;
/// What settings in YAML begin with.
const FRONT_MATTER: &str = "---";

/// The folds of a document, and the passage that prints its title at the head of the text.
pub(crate) fn folds(blocks: &[Block], body: &Body, title: Option<&str>) -> (Vec<Fold>, Option<usize>) {
    let title_at = title.and_then(|title| printed_title(blocks, title));
    let cover = cover_sheet(blocks, body, title_at);
    let mut out = Vec::new();
    let mut at = 0;
    if let Some(end) = cover {
        out.push(new_fold(blocks, FoldKind::CoverSheet, 0, end));
        at = end;
    }
    while at < blocks.len() {
        let run = blocks[at..].iter().take_while(|block| is_furniture(block)).count();
        if run > 0 {
            out.push(new_fold(blocks, kind_of(blocks, at, run), at, at + run));
        }
        at += run.max(1);
    }
    (out, title_at)
}

fn is_furniture(block: &Block) -> bool {
    block.kind == PassageKind::Furniture
}

fn new_fold(blocks: &[Block], kind: FoldKind, first: usize, end: usize) -> Fold {
    let run = &blocks[first..end];
    let lines = run.iter().flat_map(|block| &block.lines).map(|(first, last)| (last - first + 1) as usize).sum();
    let begins = run.iter().map(words).find(|words| !words.trim().is_empty()).unwrap_or_default();
    Fold { kind, first, count: end - first, lines, begins: cut(begins.trim(), BEGINS_CHARS) }
}

fn words(block: &Block) -> String {
    block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect()
}

/// Why `count` blocks from `first` on, all of them furniture, are folded.
fn kind_of(blocks: &[Block], first: usize, count: usize) -> FoldKind {
    let run = &blocks[first..first + count];
    let led = run.iter().filter(|block| has_leader(&words(block))).count();
    let is_settings = first == 0 && run[0].source.first().is_some_and(|source| source.starts_with(FRONT_MATTER));
    if led * 2 >= count {
        FoldKind::Contents
    } else if is_settings {
        FoldKind::FrontMatter
    } else if run[0].pages.is_some() || (first > 0 && first + count < blocks.len()) {
        FoldKind::PageHead
    } else {
        FoldKind::Surroundings
    }
}

/// True if a line leads to a page by a row of dots.
fn has_leader(line: &str) -> bool {
    let led = line.trim_end().trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let signs = led.chars().rev().take_while(|c| LEADER.contains(c) || c.is_whitespace());
    signs.filter(|c| !c.is_whitespace()).count() >= LEADER_SIGNS
}

/// The first passage near the start that prints the title and nothing else; only furniture and short lines may come before it.
fn printed_title(blocks: &[Block], title: &str) -> Option<usize> {
    let wanted = fold(title);
    let near = blocks.iter().take(TITLE_PASSAGES).enumerate();
    let mut before = near.take_while(|(_, block)| is_furniture(block) || is_short(block));
    before.find(|(_, block)| !is_furniture(block) && fold(words(block).trim()) == wanted).map(|(at, _)| at)
}

/// True for a line as cover sheets and letterheads have them: a few words, no sentence, no item of a list.
fn is_short(block: &Block) -> bool {
    let words = words(block);
    let count = words.split_whitespace().take(COVER_WORDS).count();
    let is_sentence = count >= SENTENCE_WORDS && words.trim_end().ends_with(['.', '?', '!', '。', '다']);
    let is_line = matches!(block.kind, PassageKind::Heading | PassageKind::Paragraph | PassageKind::Row);
    is_line && count < COVER_WORDS && (block.kind == PassageKind::Heading || !is_sentence)
}

/// The end of the cover sheet, as an index of a block: short lines at the start of the text that print several fields of the
/// record, down to the last of them. A heading below the title begins the text. Lines before a title are a cover sheet, too.
fn cover_sheet(blocks: &[Block], body: &Body, title_at: Option<usize>) -> Option<usize> {
    let start = blocks.iter().position(|block| !is_furniture(block))?;
    let head = blocks.iter().take(COVER_PASSAGES).enumerate().skip(start);
    let fields_at = |at: usize| {
        let here = u32::try_from(at).ok();
        let found =
            body.metadata.iter().filter(move |datum| datum.fact.evidence.iter().any(|place| place.passage == here));
        found.map(|datum| datum.field)
    };
    // A heading below the title that prints nothing of the record begins the text.
    let begins_text = |at: usize, block: &Block| {
        block.kind == PassageKind::Heading && title_at.is_some_and(|title| at > title) && fields_at(at).next().is_none()
    };
    let short =
        head.take_while(|(at, block)| (is_furniture(block) || is_short(block)) && !begins_text(*at, block)).count();
    let range = start..start + short;
    let last = range.clone().rev().find(|at| fields_at(*at).next().is_some());
    let fields = set(range.flat_map(fields_at)).len();
    match last {
        Some(last) if fields >= MIN_COVER_FIELDS && last + 1 - start >= MIN_COVER_PASSAGES => Some(last + 1),
        _ => title_at.filter(|title| *title > start),
    }
}

#[cfg(test)]
mod tests {
    use super::has_leader;

    #[test]
    fn a_line_of_contents_leads_to_a_page() {
        for line in ["1. INTRODUCTION ......... 4", "Annexes . . . . iv", "제1장 총칙 ·········· 12"] {
            assert!(has_leader(line), "{line}");
        }
        for line in ["He waited... and left", "Page 4 of 12", "", "1.2.3.4"] {
            assert!(!has_leader(line), "{line}");
        }
    }
}
