//! Which words of a text a query is about: ranges, never markup.

use std::ops::Range;

use entente_text::order::sort_by_key;

use crate::eval::starts;
use crate::index::Index;
use crate::plan::{Node, Plan};
use crate::tokens::Token;

/// A text, cut, with the numbers of its words; words that the index has not are called [`UNKNOWN`].
struct Cut {
    tokens: Vec<Token>,
    words: Vec<u32>,
}

const UNKNOWN: u32 = u32::MAX;

impl Plan {
    /// Ranges of `text` (in bytes) that the query found, in order, not overlapping.
    #[must_use]
    pub fn marks(&self, index: &Index, text: &str) -> Vec<Range<usize>> {
        if matches!(&self.root, Node::All(parts) if parts.is_empty()) {
            return Vec::new();
        }
        let tokens = index.analyser.tokens(text);
        let words = tokens.iter().map(|token| index.words.find(&token.surface).unwrap_or(UNKNOWN)).collect();
        let mut found = Vec::new();
        collect(&self.root, &Cut { tokens, words }, &mut found);
        sort_by_key(&mut found, |range: &Range<usize>| (range.start, std::cmp::Reverse(range.end)));
        let mut out: Vec<Range<usize>> = Vec::new();
        for range in found {
            match out.last_mut() {
                Some(last) if range.start < last.end => {}
                _ => out.push(range),
            }
        }
        out
    }
}

fn collect(node: &Node, cut: &Cut, found: &mut Vec<Range<usize>>) {
    match node {
        Node::Words(leaf) if leaf.field.is_none() => {
            for (token, word) in cut.tokens.iter().zip(&cut.words) {
                if leaf.words.binary_search_by_key(word, |(known, _)| *known).is_err() {
                    continue;
                }
                // A part of a word in a script without spaces is marked, not the whole run.
                let part = leaf.part.as_ref().and_then(|part| Some((token.surface.find(part.as_str())?, part.len())));
                match part.filter(|_| token.surface.len() == token.end - token.start) {
                    Some((at, length)) => found.push(token.start + at..token.start + at + length),
                    None => found.push(token.start..token.end),
                }
            }
        }
        Node::Run(run) if run.field.is_none() && !run.slots.is_empty() => {
            for at in starts(&cut.words, &run.slots) {
                found.push(cut.tokens[at].start..cut.tokens[at + run.slots.len() - 1].end);
            }
        }
        Node::Closest(sentence) => {
            for (token, word) in cut.tokens.iter().zip(&cut.words) {
                if sentence.sought(*word).is_some() {
                    found.push(token.start..token.end);
                }
            }
        }
        Node::Near(a, b, _) => {
            collect(a, cut, found);
            collect(b, cut, found);
        }
        Node::All(parts) | Node::Any(parts) | Node::Best(parts) => {
            parts.iter().for_each(|part| collect(part, cut, found));
        }
        // A field's word is found in the field, not in the text; what is not wanted is not there.
        Node::Words(_) | Node::Run(_) | Node::Filter(..) | Node::Not(_) => {}
    }
}
