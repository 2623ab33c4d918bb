//! One passage, ready to be drawn: fragments with their marks, names and styles.

use std::ops::Range;

use entente_corpus::{Body, Corpus, EntityKind, Passage, PassageKind, ReadingText};
use entente_search::Plan;
use entente_text::order::sort_by_key;

use crate::desk::Desk;
use crate::desk::texts::pages_of;
use crate::models::reading::{Block, Fragment};

/// Names are not marked in a passage of more bytes: each mark is an element of the page.
const MAX_NAMED_BYTES: usize = 200_000;

/// One passage of document number `document`, the words of `plan` marked.
pub(crate) fn block(desk: &Desk, document: usize, passage: usize, plan: &Plan) -> Option<Block> {
    let corpus = &desk.corpus;
    let body = corpus.bodies.get(document)?;
    let found = body.passages.get(passage)?;
    let reading = &ReadingText::of(body, found);
    let marks = plan.marks(desk.index_of(plan), &reading.text);
    let lines = desk.passages.lines(corpus, document);
    let record = corpus.catalogue.documents.get(document)?;
    let section = found
        .section
        .and_then(|at| body.sections.get(at as usize))
        .filter(|section| section.heading as usize == passage);
    Some(Block {
        anchor: found.anchor.clone(),
        kind: found.kind,
        level: found.level,
        marker: found
            .marker
            .map(|span| span.of(&body.text).replace('\\', ""))
            // The signs of a heading are markup, also where the heading asks a question.
            .filter(|mark| {
                !matches!(found.kind, PassageKind::Heading | PassageKind::Question)
                    || mark.contains(char::is_alphanumeric)
            }),
        number: found.number.map(|span| span.of(&body.text).to_owned()),
        cells: cells(corpus, body, found, passage, reading, &marks),
        lines: found.pieces.iter().map(|piece| lines.range(piece.span)).collect(),
        pages: pages_of(found, found.extent()),
        table: found.table,
        header: found.header,
        template: found.template,
        empty: found.empty,
        language: other_language(&reading.text, record.language.as_ref().map(|fact| fact.value.as_str())),
        source: found.pieces.iter().map(|piece| piece.span.of(&body.text).to_owned()).collect(),
        section: section.map(|section| section.anchor.clone()),
        hits: marks.len(),
    })
}

/// Fragments of the reading text, cut wherever a mark, a name or a style begins or ends.
fn cells(
    corpus: &Corpus,
    body: &Body,
    passage: &Passage,
    index: usize,
    reading: &ReadingText,
    marks: &[Range<usize>],
) -> Vec<Vec<Fragment>> {
    // A line of megabytes is read without its names marked: each of them would be an element of the page.
    let most = if reading.text.len() > MAX_NAMED_BYTES { 0 } else { usize::MAX };
    // Mentions are sorted by passage.
    let first = body.mentions.partition_point(|mention| (mention.passage as usize) < index);
    let names: Vec<(Range<usize>, (EntityKind, String))> = body.mentions[first..]
        .iter()
        .take_while(|mention| mention.passage as usize == index)
        .take(most)
        .filter_map(|mention| {
            let entity = corpus.catalogue.entities.get(mention.entity as usize)?;
            Some((reading.from_source(mention.span)?, (entity.kind, entity.id.clone())))
        })
        .collect();
    let mut styles: Vec<(Range<usize>, &entente_corpus::Style)> =
        passage.styles.iter().filter_map(|style| Some((reading.from_source(style.span)?, style))).collect();
    sort_by_key(&mut styles, |(range, _)| range.start);
    // Only a row is shown piece by piece; joined text is read as one.
    let starts: Vec<usize> =
        if passage.kind == PassageKind::Row { reading.pieces.iter().map(|at| *at as usize).collect() } else { vec![0] };
    let mut cuts: Vec<usize> = vec![0, reading.text.len()];
    cuts.extend(&starts);
    for range in marks.iter().chain(names.iter().map(|(range, _)| range)).chain(styles.iter().map(|(range, _)| range)) {
        cuts.extend([range.start, range.end]);
    }
    cuts.retain(|at| reading.text.is_char_boundary(*at));
    cuts.sort_unstable();
    cuts.dedup();
    let mut out: Vec<Vec<Fragment>> = starts.iter().map(|_| Vec::new()).collect();
    // A passage may be a line of megabytes with a name in every sentence: each list is walked once.
    let (mut mark, mut name, mut style) = (marks.iter().peekable(), names.iter().peekable(), 0);
    let mut open: Vec<usize> = Vec::new();
    for cut in cuts.windows(2) {
        let range = cut[0]..cut[1];
        while mark.next_if(|mark| mark.end <= range.start).is_some() {}
        while name.next_if(|(name, _)| name.end <= range.start).is_some() {}
        while styles.get(style).is_some_and(|(outer, _)| outer.start <= range.start) {
            open.push(style);
            style += 1;
        }
        open.retain(|at| styles[*at].0.end > range.start);
        let mark = mark.peek().filter(|mark| mark.start <= range.start);
        let name = name.peek().filter(|(name, _)| name.start <= range.start);
        let fragment = Fragment {
            text: reading.text[range.clone()].to_owned(),
            hit: mark.is_some(),
            hit_start: mark.is_some_and(|mark| mark.start == range.start),
            name: name.map(|(_, name)| name.clone()),
            styles: open.iter().map(|at| styles[*at].1.kind).collect(),
            target: open.iter().find_map(|at| styles[*at].1.target.clone()),
        };
        // Cells are sorted, and a row may have a hundred thousand of them.
        let cell = starts.partition_point(|start| *start <= range.start).saturating_sub(1);
        out[cell].push(fragment);
    }
    out
}

/// The language of a text whose script differs from its document's; `None` if it is the same.
fn other_language(text: &str, document: Option<&str>) -> Option<String> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let count = |within: fn(char) -> bool| text.chars().filter(|c| within(*c)).count();
    let hangul = count(entente_text::script::is_hangul_syllable);
    let kana = count(|c| matches!(c, '\u{3041}'..='\u{30ff}'));
    let latin = count(|c| c.is_ascii_alphabetic());
    let found = if hangul * 2 > letters {
        "ko"
    } else if kana * 3 > letters {
        "ja"
    } else if latin * 4 > letters * 3 && matches!(document, Some("ko" | "ja" | "zh")) {
        "en"
    } else {
        return None;
    };
    (letters > 0 && document != Some(found)).then(|| found.to_owned())
}
