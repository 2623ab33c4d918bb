//! Names in the checked text, by the forms that the documents print.

use entente_text::order;
use std::ops::Range;

use entente_corpus::EntityKind;
use entente_explore::Explorer;
use entente_text::fold::fold;
use entente_text::{Word, words};

use crate::report::{CheckedName, NameVerdict};
use crate::word_sets::is_in;

/// A name of the documents in the checked text.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// The entities that it can mean.
    pub(crate) entities: Vec<u32>,
}

/// Letters of a name that may be a small word: "us".
const MAX_ACRONYM: usize = 4;

/// The names in `range` of `text`. Names are written with a capital letter, short forms with no other.
pub(crate) fn find_names(explorer: &Explorer, text: &str, range: Range<usize>) -> Vec<Name> {
    let Some(part) = text.get(range.clone()) else { return Vec::new() };
    let found = explorer.names_in_text(part).into_iter();
    found
        .filter(|name| is_written_as_name(&part[name.range.clone()]))
        .map(|name| Name {
            range: range.start + name.range.start..range.start + name.range.end,
            entities: name.entities,
        })
        .collect()
}

fn is_written_as_name(words: &str) -> bool {
    let Some(first) = words.chars().find(|c| c.is_alphabetic()) else { return false };
    let has_case = first.is_lowercase() || first.is_uppercase();
    let count = words.chars().filter(|c| c.is_alphanumeric()).count();
    let is_short = words.is_ascii() && !words.contains(char::is_whitespace) && count <= MAX_ACRONYM;
    if is_short {
        // "Kim" and "WHO" are names, "Who" and "us" are not.
        let folded = fold(words);
        let is_word = entente_explore::is_small(&folded) || is_in("no-name", &folded);
        return first.is_uppercase() && (!is_word || !words.contains(|c: char| c.is_lowercase()));
    }
    !has_case || first.is_uppercase()
}

/// Checks the names in `sentence`: those of the documents, which are `known`, and others outside of the ranges `taken`.
pub(crate) fn check(
    explorer: &Explorer,
    text: &str,
    sentence: Range<usize>,
    known: &[Name],
    taken: &[Range<usize>],
) -> Vec<CheckedName> {
    let entities = &explorer.corpus().catalogue.entities;
    let mut out: Vec<CheckedName> = Vec::new();
    for name in known {
        let printed = fold(&text[name.range.clone()]);
        let of = || name.entities.iter().filter_map(|at| entities.get(*at as usize));
        // Topics are ours, not the documents'.
        let Some(first) = of().find(|entity| entity.kind != EntityKind::Topic) else { continue };
        let prints = |entity: &entente_corpus::Entity| {
            fold(&entity.name) == printed || entity.forms.iter().any(|form| fold(&form.text) == printed)
        };
        let verdict = if of().any(&prints) { NameVerdict::Known } else { NameVerdict::OtherForm };
        let entity = of().find(|entity| prints(entity)).unwrap_or(first);
        out.push(CheckedName {
            range: name.range.clone(),
            verdict,
            entity: Some((entity.name.clone(), entity.id.clone())),
        });
    }
    for range in unknown(explorer, text, sentence) {
        let is_free = |other: &Range<usize>| other.end <= range.start || range.end <= other.start;
        if known.iter().all(|name| is_free(&name.range)) && taken.iter().all(is_free) {
            out.push(CheckedName { range, verdict: NameVerdict::Unknown, entity: None });
        }
    }
    order::sort_by_key(&mut out, |name| name.range.start);
    out
}

/// Words with capital letters that look like a name and occur nowhere in the documents.
fn unknown(explorer: &Explorer, text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let part = &text[sentence.clone()];
    let words = words(part);
    let writes_capitals = has_capital_nouns(&words);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while words.get(end).is_some_and(|word| is_capitalised(word))
            && (end == at || is_beside(part, &words[end - 1], &words[end]))
        {
            end += 1;
        }
        if end == at {
            at += 1;
            continue;
        }
        // The first word of a sentence has a capital whatever it is.
        let from = if at == 0 || follows_stop(part, &words[at]) { at + 1 } else { at };
        let run = &words[from.min(end)..end];
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let printed = &part[first.start..last.end];
            let is_new = if run.len() == 1 {
                !writes_capitals && last.text.chars().count() > 2 && explorer.passages_with_word(last.text) == 0
            } else {
                explorer.passages_with_run(printed, 1).is_empty()
                    && run.iter().any(|word| explorer.passages_with_word(word.text) == 0)
            };
            if is_new {
                out.push(sentence.start + first.start..sentence.start + last.end);
            }
        }
        at = end;
    }
    out
}

/// True for a language that gives every noun a capital: a word with one need not be a name then. Two of its small words identify it.
fn has_capital_nouns(words: &[Word]) -> bool {
    let mut own: Vec<&str> =
        words.iter().map(|word| &*word.folded).filter(|word| is_in("capital-nouns", word)).collect();
    order::sort_by(&mut own, Ord::cmp);
    own.dedup();
    own.len() > 1
}

fn is_capitalised(word: &Word) -> bool {
    word.text.starts_with(char::is_uppercase)
}

/// True if nothing but a blank or a hyphen parts two words.
fn is_beside(text: &str, one: &Word, other: &Word) -> bool {
    matches!(text.get(one.end..other.start), Some(" " | "-" | ". "))
}

fn follows_stop(text: &str, word: &Word) -> bool {
    let before = text[..word.start].trim_end_matches([' ', '“', '"', '‘', '(', '«']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '*', '#', '-', '>'])
}
