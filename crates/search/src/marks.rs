//! Which words of a text a query is about: ranges, never markup.

use std::ops::Range;

use crate::expand::expand;
use crate::index::Index;
use crate::query::{Query, Word};
use crate::tokens::{Token, is_unspaced};

/// Ranges of `text` (in bytes) that `query` found, in order, not overlapping.
#[must_use]
pub fn marks(index: &Index, query: &Query, text: &str) -> Vec<Range<usize>> {
    let tokens = index.analyser.tokens(text);
    let mut found = Vec::new();
    collect(index, query, &tokens, &mut found);
    found.sort_by_key(|range: &Range<usize>| (range.start, std::cmp::Reverse(range.end)));
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in found {
        if out.last().is_none_or(|last| last.end <= range.start) {
            out.push(range);
        }
    }
    out
}

fn collect(index: &Index, query: &Query, tokens: &[Token], found: &mut Vec<Range<usize>>) {
    match query {
        Query::Word(word) => worded(index, word, tokens, found),
        Query::Phrase(words) => {
            let surfaces: Vec<String> =
                words.iter().flat_map(|word| index.analyser.tokens(word)).map(|token| token.surface).collect();
            run(&surfaces, tokens, found);
        }
        Query::Near(a, b, _) => {
            collect(index, a, tokens, found);
            collect(index, b, tokens, found);
        }
        Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| collect(index, part, tokens, found)),
        // A field's word is found in the field, not in the text; what is not wanted is not there.
        Query::In(..) | Query::Not(_) => {}
    }
}

fn worded(index: &Index, word: &Word, tokens: &[Token], found: &mut Vec<Range<usize>>) {
    let asked = index.analyser.tokens(&word.text);
    if let [one] = asked.as_slice() {
        let expansion = expand(index, &one.surface, word);
        for token in tokens {
            let known = index.word(&token.surface).is_some_and(|at| expansion.words.contains_key(&at));
            if !known {
                continue;
            }
            // A part of a word in a script without spaces is marked, not the whole run.
            let part = is_unspaced(&one.surface).then(|| token.surface.find(&one.surface)).flatten();
            match part.filter(|_| token.surface.len() == token.end - token.start) {
                Some(at) => found.push(token.start + at..token.start + at + one.surface.len()),
                None => found.push(token.start..token.end),
            }
        }
        if !expansion.words.is_empty() {
            return;
        }
    }
    let surfaces: Vec<String> = asked.into_iter().map(|token| token.surface).collect();
    run(&surfaces, tokens, found);
    let joined = surfaces.concat();
    // "cybersecurity" for "cyber-security", and the other way round.
    for token in tokens.iter().filter(|token| token.surface == joined) {
        found.push(token.start..token.end);
    }
    for pair in tokens
        .windows(2)
        .filter(|pair| surfaces.len() == 1 && format!("{}{}", pair[0].surface, pair[1].surface) == joined)
    {
        found.push(pair[0].start..pair[1].end);
    }
}

/// Marks each run of `surfaces` as one.
fn run(surfaces: &[String], tokens: &[Token], found: &mut Vec<Range<usize>>) {
    if surfaces.is_empty() {
        return;
    }
    for window in tokens.windows(surfaces.len()) {
        if window.iter().zip(surfaces).all(|(token, surface)| token.surface == *surface) {
            found.push(window[0].start..window[window.len() - 1].end);
        }
    }
}
