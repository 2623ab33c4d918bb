//! Places in the documents, as they are shown.

use std::ops::Range;

use entente_corpus::ReadingText;
use entente_explore::{Dated, Explorer, PassageAt};

use crate::matching::{Match, MatchPart, SourcePassage};
use crate::report::Target;

/// Characters of words that are shown of one place.
const MAX_QUOTE_CHARS: usize = 1_200;

/// The place of `range` in the reading text of a passage.
pub(crate) fn target(explorer: &Explorer, at: PassageAt, reading: &ReadingText, range: Range<usize>) -> Option<Target> {
    let corpus = explorer.corpus();
    let record = corpus.catalogue.documents.get(at.document as usize)?;
    let body = corpus.bodies.get(at.document as usize)?;
    let passage = body.passages.get(at.passage as usize)?;
    let (lines, page) = explorer.lines_of(at, reading, range.clone())?;
    Some(Target {
        document: at.document,
        passage: at.passage,
        document_id: record.id.to_string(),
        anchor: passage.anchor.clone(),
        file: record.file.clone(),
        title: corpus.title_of(at.document as usize).to_owned(),
        titled: record.title.is_some(),
        date: record.date.as_ref().map(|date| Dated {
            date: date.value,
            precision: date.value.precision(),
            basis: date.basis,
            supplied: date.is_supplied(),
        }),
        kind: record.kind.value.as_str(),
        language: record.language.as_ref().map(|language| language.value.clone()),
        lines,
        number: passage.number.map(|span| span.of(&body.text).to_owned()),
        page,
        quote: cut(reading.text.get(range.clone()).unwrap_or_default()),
        range,
    })
}

/// The place of what was found, over all of its passages.
pub(crate) fn found_target(explorer: &Explorer, found: &Match) -> Option<Target> {
    let parts = found.parts();
    let place = |part: &MatchPart| {
        let SourcePassage { at, reading } = found.source.passages.get(part.passage)?;
        target(explorer, *at, reading, part.range.clone())
    };
    let mut out = place(parts.first()?)?;
    if let [_, .., last] = parts.as_slice() {
        out.lines.1 = place(last)?.lines.1;
        out.quote = cut(&found.quote());
    }
    Some(out)
}

/// The beginning of a long quotation.
fn cut(words: &str) -> String {
    match words.char_indices().nth(MAX_QUOTE_CHARS) {
        Some((end, _)) => {
            let kept = &words[..end];
            format!("{} …", kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole).trim_end())
        }
        None => words.to_owned(),
    }
}
