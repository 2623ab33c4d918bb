//! Turns places in a view of a text into places to mask in the text itself.
//!
//! In: a written text, and the bytes of each find. Out: sorted places that do not touch, each with its replacement. Markup
//! between the parts of a name is masked with it, unless it opens or closes something outside. What separates cells or
//! paragraphs stays.

use std::ops::Range;

use entente_structure::personal::BAR;
use entente_text::decompose::is_mark;
use entente_text::fold::is_zero_width;
use entente_text::order;

use super::report::Reason;
use super::view::View;

/// A place to mask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Masked {
    /// Bytes of the written text.
    pub(super) range: Range<usize>,
    /// Markup of it that is kept.
    pub(super) kept: String,
    pub(super) reason: Reason,
}

/// The places of the find `range` in `view`, a view of `text`. `borders` are sorted bytes over which no place goes.
pub(super) fn places(text: &str, view: &View, range: Range<usize>, reason: Reason, borders: &[usize]) -> Vec<Masked> {
    let mut out = Vec::new();
    for part in parts(&view.text, range) {
        for sources in neighbours(text, view.sources(part)) {
            let (first, last) = (sources[0].start, sources[sources.len() - 1].end);
            let mut range = widened(text, first..last);
            let mut gaps: Vec<&str> = sources.windows(2).map(|pair| &text[pair[0].end..pair[1].start]).collect();
            gaps.retain(|gap| !gap.is_empty());
            let kept = kept(text, &gaps, &mut range);
            out.extend(split(text, range, borders).into_iter().enumerate().map(|(n, range)| Masked {
                range,
                kept: if n == 0 { kept.clone() } else { String::new() },
                reason,
            }));
        }
    }
    out
}

/// The parts of `range` between cells and paragraphs, those without letters left out.
fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    let words = &text[range.clone()];
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\n', '\t']).len();
        let gap = &rest[..blank];
        if gap.contains('\t') || gap.matches('\n').count() > 1 {
            out.push(start..range.start + at);
            start = range.start + at + blank;
        }
        at += blank.max(rest[blank..].chars().next().map_or(1, char::len_utf8) + blank);
    }
    out.push(start..range.end);
    out.retain(|part| part.start < part.end && text[part.clone()].contains(char::is_alphanumeric));
    out
}

/// `sources` in groups; nothing but markup is between the members of a group.
fn neighbours(text: &str, sources: Vec<Range<usize>>) -> Vec<Vec<Range<usize>>> {
    let mut out: Vec<Vec<Range<usize>>> = Vec::new();
    for source in sources {
        let beside = out.last().and_then(|run| run.last()).is_some_and(|last| {
            last.end <= source.start && !without_tags(&text[last.end..source.start]).contains(char::is_alphanumeric)
        });
        match out.last_mut().filter(|_| beside) {
            Some(run) => run.push(source),
            None => out.push(vec![source]),
        }
    }
    out
}

fn without_tags(gap: &str) -> String {
    let mut out = String::new();
    let mut rest = gap;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        match rest[start..].find('>') {
            Some(end) => rest = &rest[start + end + 1..],
            None => {
                rest = &rest[start..];
                break;
            }
        }
    }
    out + rest
}

/// `range` with the combining marks of its last letter and the invisible characters around it.
fn widened(text: &str, range: Range<usize>) -> Range<usize> {
    let after = text[range.end..].chars().take_while(|c| !c.is_ascii() && (is_mark(*c) || is_zero_width(*c)));
    let before = text[..range.start].chars().rev().take_while(|c| is_zero_width(*c));
    let (after, before): (usize, usize) = (after.map(char::len_utf8).sum(), before.map(char::len_utf8).sum());
    range.start - before..range.end + after
}

/// The markup in `gaps` that something outside of `range` needs; a mark of emphasis goes together with its other half.
fn kept(text: &str, gaps: &[&str], range: &mut Range<usize>) -> String {
    let mut open: Vec<(String, &str)> = Vec::new();
    let mut marks: Vec<&str> = Vec::new();
    for gap in gaps {
        let mut rest = *gap;
        while let Some(at) = rest.find(|c: char| "<*_~`".contains(c)) {
            rest = &rest[at..];
            let tag = rest.starts_with('<').then(|| rest.find('>').map_or(rest.len(), |end| end + 1));
            let same = rest.chars().next().unwrap_or(' ');
            let length = tag.unwrap_or_else(|| rest.len() - rest.trim_start_matches(same).len());
            let mark = &rest[..length];
            if tag.is_some() {
                let name = mark.trim_matches(['<', '>', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next();
                let name = name.unwrap_or_default().to_ascii_lowercase();
                let closes = mark.starts_with("</");
                if closes && open.last().is_some_and(|(last, tag)| *last == name && !tag.starts_with("</")) {
                    open.pop();
                } else if !mark.starts_with("<!") {
                    open.push((name, mark));
                }
            } else if marks.last() == Some(&mark) {
                marks.pop();
            } else {
                marks.push(mark);
            }
            rest = &rest[length..];
        }
    }
    for mark in marks {
        if text[..range.start].ends_with(mark) {
            range.start -= mark.len();
        } else if text[range.end..].starts_with(mark) {
            range.end += mark.len();
        }
    }
    open.into_iter().map(|(_, tag)| tag).collect()
}

/// `range` cut at `borders`; parts without letters are left out.
fn split(text: &str, range: Range<usize>, borders: &[usize]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    let from = borders.partition_point(|border| *border <= range.start);
    for border in borders[from..].iter().take_while(|border| **border < range.end) {
        out.push(start..*border);
        start = *border;
    }
    out.push(start..range.end);
    if out.len() > 1 {
        out.retain(|part| text[part.clone()].contains(char::is_alphanumeric));
    }
    out
}

/// Sorts `places` and joins those that touch. Of two reasons, the one whose rule comes first in [`super::report::Rule`] wins.
pub(super) fn joined(text: &str, mut places: Vec<Masked>) -> Vec<Masked> {
    places.retain(|place| text[place.range.clone()].contains(char::is_alphanumeric));
    order::sort_by_key(&mut places, |place| (place.range.start, std::cmp::Reverse(place.range.end), place.reason));
    let mut out: Vec<Masked> = Vec::new();
    for place in places {
        match out.last_mut().filter(|last| {
            place.range.start < last.range.end
                || place.range.start == last.range.end && place.range.start > last.range.start
        }) {
            Some(last) => {
                if place.range.end > last.range.end {
                    last.range.end = place.range.end;
                    last.kept.push_str(&place.kept);
                }
            }
            None => out.push(place),
        }
    }
    out
}

/// Writes a bar over each of `places`, which have to be sorted and must not touch.
pub(super) fn mask(text: &str, places: &[Masked]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        out.push_str(&text[at..place.range.start]);
        out.push_str(BAR);
        out.push_str(&place.kept);
        at = place.range.end;
    }
    out.push_str(&text[at..]);
    out
}
