//! Numbered titles: "1. Adoption of the agenda", "II. Coopération", "2.  기본 계획" above a text of their own.
//!
//! In: blocks. Out: which of them are headings. Numbers that count on with nothing between them are a list; a title
//! shows by the text that stands below it, and by its neighbours in the count.

use entente_corpus::PassageKind;

use super::blocks::PassageDraft;
use super::headings::{Class, is_title};
use super::ordinal::{self, Series};

/// Fewest titles with a text below them.
const MIN_TITLES: usize = 2;

/// A line that may be a numbered title.
#[derive(Clone, Debug)]
struct Candidate {
    at: usize,
    series: Series,
    place: u32,
    indent: usize,
    /// Bytes of its number where the passage does not hold it apart.
    own: usize,
    /// Something else than the next number stands below it.
    heads: bool,
}

/// Makes headings of the numbered titles in `drafts`.
pub(super) fn assign(text: &str, drafts: &mut [PassageDraft]) {
    let mut found: Vec<Candidate> = (0..drafts.len()).filter_map(|at| candidate(text, drafts, at)).collect();
    for n in 0..found.len() {
        let below = (found[n].at + 1..drafts.len()).find(|at| drafts[*at].passage.kind != PassageKind::Furniture);
        let next = found.get(n + 1).filter(|next| Some(next.at) == below);
        found[n].heads = found[n].heads || below.is_some() && next.is_none_or(|next| next.series != found[n].series);
    }
    // Counts may stand in one another: each goes on where its own next number comes.
    let mut run: Vec<usize> = Vec::new();
    for series in [Series::Digits, Series::LargeRoman] {
        for n in (0..found.len()).filter(|n| found[*n].series == series) {
            let goes_on = run.last().is_some_and(|last| {
                found[*last].place + 1 == found[n].place && found[*last].indent.abs_diff(found[n].indent) <= 1
            });
            if !goes_on {
                settle(drafts, &found, &run);
                run.clear();
            }
            run.push(n);
        }
        settle(drafts, &found, &run);
        run.clear();
    }
}

/// Makes headings of the candidates `run`, where enough of them head a text.
fn settle(drafts: &mut [PassageDraft], found: &[Candidate], run: &[usize]) {
    let heads = run.iter().filter(|n| found[**n].heads).count();
    if heads < MIN_TITLES || heads * 2 < run.len() {
        return;
    }
    for candidate in run.iter().map(|n| &found[*n]) {
        let draft = &mut drafts[candidate.at];
        if draft.class.is_some() {
            continue;
        }
        draft.passage.kind = PassageKind::Heading;
        let place = u16::try_from(candidate.place).unwrap_or(u16::MAX);
        draft.class = Some(if candidate.own > 0 { Class::Roman } else { Class::Number(place) });
        if candidate.own > 0 {
            let start = draft.passage.pieces[0].span.start as usize;
            draft.passage.number = Some(entente_text::Span::new(start, start + candidate.own));
        }
    }
}

fn candidate(text: &str, drafts: &[PassageDraft], at: usize) -> Option<Candidate> {
    let draft = &drafts[at];
    if let Some(Class::Number(place)) = draft.class {
        return Some(Candidate {
            at,
            series: Series::Digits,
            place: u32::from(place),
            indent: draft.indent,
            own: 0,
            heads: true,
        });
    }
    if draft.class.is_some() || draft.passage.kind != PassageKind::Paragraph {
        return None;
    }
    let words = draft.text(text);
    // What stands in a run of lines with others may be an item of a list set in.
    if words.contains(['\n', '\r']) || (!draft.alone && draft.indent > 0) {
        return None;
    }
    let whole = |series, place, own| Candidate { at, series, place, indent: draft.indent, own, heads: false };
    if let Some(number) = draft.passage.number {
        // "(1)" counts what stands below "1.".
        let bracketed = draft.passage.marker.is_some_and(|mark| mark.of(text).starts_with(['(', '（']));
        let (series, place) = ordinal::readings(number.of(text)).into_iter().next().filter(|_| !bracketed)?;
        return (series == Series::Digits && is_title(&words)).then(|| whole(series, place, 0));
    }
    // "II. Coopération": the number of a chapter; one letter alone may be a name's.
    let (number, title) = words.split_once(['.', ')'])?;
    let (_, place) = ordinal::readings(number).into_iter().find(|(series, _)| *series == Series::LargeRoman)?;
    let apart = title.starts_with(char::is_whitespace);
    (apart && is_title(title.trim_start())).then(|| whole(Series::LargeRoman, place, number.len()))
}
