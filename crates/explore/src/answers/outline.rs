//! The outline: headings; where the source has few, its numbered paragraphs by their first words.

use entente_corpus::PassageKind;

use crate::desk::texts::cut;
use crate::models::reading::{Block, OutlineEntry};

/// Longest label, in characters.
const MAX_LABEL_CHARS: usize = 44;
/// The numbered paragraphs of a text with fewer headings than this are in its outline, too.
const MIN_HEADINGS: usize = 3;

/// One heading: passage, section it opens, its parent, level.
pub(crate) struct Head {
    /// Index of the passage.
    pub(crate) passage: usize,
    /// Depth.
    pub(crate) level: u8,
}

/// The outline of `blocks` with headings `heads` in order.
pub(crate) fn outline(blocks: &[Block], heads: &[Head]) -> Vec<OutlineEntry> {
    let numbered: Vec<Head> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| {
            block.kind == PassageKind::Paragraph
                && block.marker.as_ref().is_some_and(|mark| mark.contains(|c: char| c.is_ascii_digit()))
        })
        .map(|(passage, _)| Head { passage, level: 2 })
        .collect();
    let mixed: Vec<&Head> = if heads.len() < MIN_HEADINGS && !numbered.is_empty() {
        let mut all: Vec<&Head> = heads.iter().chain(&numbered).collect();
        entente_text::order::sort_by_key(&mut all, |head| head.passage);
        all
    } else {
        heads.iter().collect()
    };
    let entry = |(n, head): (usize, &&Head)| {
        let block = &blocks[head.passage];
        let end = mixed[n + 1..].iter().find(|next| next.level <= head.level).map_or(blocks.len(), |next| next.passage);
        let hits = blocks[head.passage..end].iter().map(|block| block.hits).sum();
        let text: String = block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect();
        let heading = match (&block.marker, block.kind) {
            (Some(marker), PassageKind::Paragraph | PassageKind::Heading) => format!("{marker} {text}"),
            _ => text,
        };
        OutlineEntry {
            passage: block.anchor.clone(),
            heading: cut(&heading, MAX_LABEL_CHARS),
            level: head.level,
            line: block.lines.first().map_or(0, |lines| lines.0),
            hits,
        }
    };
    mixed.iter().enumerate().map(entry).collect()
}
