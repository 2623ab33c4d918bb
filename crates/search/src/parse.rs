//! Reading a query as typed. It never fails: what is certain is mended, all else is plain words.

use std::collections::BTreeSet;

use entente_text::{PartialDate, words};

use crate::lex::{Lexed, Piece, lex};
use crate::query::{Query, Word};

/// A query as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedQuery {
    /// What is wanted, its filters too.
    pub query: Query,
    /// What was odd, one sentence each.
    pub remarks: Vec<String>,
}

/// The distance of `NEAR` without a number, in words.
const DEFAULT_NEAR_WORDS: u32 = 10;
/// A query of more plain words than this is a pasted sentence: hardly any passage has them all.
pub const MAX_QUERY_WORDS: usize = 12;
/// Words, signs and operators of a query that are read; a pasted page has fewer.
const MAX_PIECES: usize = 2_000;
/// The same for a query with something that a sentence does not have.
const MAX_QUERY_PIECES: usize = 400;
/// Parts of a query that are each a search of their own: phrases, fields, exclusions, distances, alternatives, words that
/// only begin so or that may be misspelt. Further ones are not read.
const MAX_SEARCHES: usize = 100;
/// Remarks on one query; further ones are left out.
const MAX_REMARKS: usize = 10;
/// The remark on a query of signs and operators alone.
const NOTHING_TO_SEARCH: &str = "There is no word to search for in this, so everything is shown.";
/// Brackets nested deeper than this are read as words: no person writes them.
const MAX_BRACKET_DEPTH: u32 = 32;

/// Reads `text`; `filters` are the names that `name:value` filters by. Where `typing` is set the last
/// word, if nothing follows it, stands for all words that begin so.
#[must_use]
pub fn parse_query(text: &str, filters: &[&str], typing: bool) -> ParsedQuery {
    let mut read = parse_within_bounds(text, filters, typing);
    // What was left out has its own remark.
    if read.query.is_empty() && read.remarks.is_empty() && !text.trim().is_empty() {
        read.remarks.push(NOTHING_TO_SEARCH.to_owned());
    }
    read
}

/// Reads as much of `text` as the bounds allow.
fn parse_within_bounds(text: &str, filters: &[&str], typing: bool) -> ParsedQuery {
    let lexed = lex(text);
    let (mut kept, mut deepest) = (most(&lexed.pieces), MAX_BRACKET_DEPTH);
    loop {
        let read = read_first(&lexed, kept, deepest, filters, typing);
        // Brackets and quotation marks that were not typed count where the query is written: it has to be read as the same again.
        let written = lex(&read.query.to_string()).pieces;
        let beyond = written.len() - most(&written);
        if depth(&written) > MAX_BRACKET_DEPTH && deepest > 0 {
            deepest -= 1;
        } else if beyond > 0 && kept > 0 {
            kept -= (beyond / 8).clamp(1, kept);
        } else {
            return read;
        }
    }
}

/// Reads the first `kept` pieces, with brackets of at most `deepest` levels.
fn read_first(lexed: &Lexed, kept: usize, deepest: u32, filters: &[&str], typing: bool) -> ParsedQuery {
    let too_long = |all: usize, kept: usize| {
        format!("The query is too long: of its {all} words and signs the first {kept} were searched for.")
    };
    let is_whole = kept == lexed.pieces.len();
    let mut cut = (!is_whole).then(|| too_long(lexed.pieces.len(), kept));
    let mut reader = Reader {
        typing: typing && lexed.open_end && is_whole,
        pieces: &lexed.pieces[..kept],
        at: 0,
        filters,
        remarks: Vec::new(),
        depth: 0,
        deepest,
    };
    let mut parts = vec![reader.any()];
    while reader.at < reader.pieces.len() {
        // A closing bracket without its opening one.
        reader.at += 1;
        if parts.len() == 1 {
            reader.remarks.push("A closing bracket without an opening one was left out.".to_owned());
        }
        parts.push(reader.any());
    }
    let query = flat(all(parts));
    if let Some(mut words) = sentence(&query) {
        if words.len() > MAX_PIECES {
            cut = Some(too_long(words.len(), MAX_PIECES));
            words.truncate(MAX_PIECES);
        }
        return ParsedQuery { query: Query::Closest(words), remarks: cut.into_iter().collect() };
    }
    let mut remarks = reader.remarks;
    // What mends a hundred brackets is said once.
    let mut said = BTreeSet::new();
    remarks.retain(|remark| said.insert(remark.clone()));
    if remarks.len() > MAX_REMARKS {
        let more = remarks.len() - MAX_REMARKS;
        remarks.truncate(MAX_REMARKS);
        remarks.push(format!("{more} more parts were left out."));
    }
    if let Some(cut) = cut {
        remarks.insert(0, cut);
    } else if lexed.unclosed {
        remarks.insert(0, "A closing quotation mark was added.".to_owned());
    }
    ParsedQuery { query, remarks }
}

/// How many of `pieces` are read, so that the work of one query is bounded.
fn most(pieces: &[Piece]) -> usize {
    let mut searches = 0;
    let too_many = |piece: &Piece| {
        searches += usize::from(is_search(piece));
        searches > MAX_SEARCHES
    };
    let is_plain = pieces.iter().all(|piece| matches!(piece, Piece::Word(_)) && !is_search(piece));
    let most = if is_plain { MAX_PIECES } else { MAX_QUERY_PIECES };
    pieces.iter().position(too_many).unwrap_or(pieces.len()).min(most)
}

/// How deep the brackets of `pieces` are nested.
fn depth(pieces: &[Piece]) -> u32 {
    let (mut now, mut deepest) = (0_u32, 0);
    for piece in pieces {
        match piece {
            Piece::Open => now += 1,
            Piece::Close => now = now.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(now);
    }
    deepest
}

/// True for a part that is searched by itself.
fn is_search(piece: &Piece) -> bool {
    match piece {
        Piece::Word(word) => is_operator(word) && word != "AND" || word.ends_with(['*', '~']),
        Piece::Phrase(_) | Piece::Minus | Piece::Field(_) => true,
        Piece::Open | Piece::Close => false,
    }
}

/// The words of a pasted sentence: many, and nothing that only a query has.
fn sentence(query: &Query) -> Option<Vec<String>> {
    let Query::And(parts) = query else { return None };
    let count = parts.iter().filter(|part| matches!(part, Query::Word(_))).count();
    let (last, before) = parts.split_last()?;
    let stands = |part: &Query| match part {
        Query::Word(word) => !word.prefix && !word.fuzzy,
        part => matches!(part, Query::Phrase(_)),
    };
    // The last word may be half typed.
    let ends = stands(last) || matches!(last, Query::Word(word) if !word.fuzzy);
    let found = count > MAX_QUERY_WORDS && ends && before.iter().all(stands);
    found.then(|| words(&query.to_string()).iter().map(|word| plain(word.text)).collect())
}

/// A word of a sentence, so that it is not read as an operator.
fn plain(word: &str) -> String {
    if is_operator(word) { word.to_lowercase() } else { word.to_owned() }
}

struct Reader<'a> {
    pieces: &'a [Piece],
    at: usize,
    filters: &'a [&'a str],
    remarks: Vec<String>,
    depth: u32,
    /// Brackets deeper than this are left out.
    deepest: u32,
    /// The last word is being typed.
    typing: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Piece> {
        self.pieces.get(self.at)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Piece::Word(found)) if found == word)
    }

    /// Parts joined by OR.
    fn any(&mut self) -> Query {
        let mut parts = vec![self.all()];
        while self.is_word("OR") {
            self.at += 1;
            parts.push(self.all());
        }
        parts.retain(|part| !part.is_empty());
        if parts.len() == 1 {
            parts.remove(0)
        } else if parts.is_empty() {
            Query::And(Vec::new())
        } else {
            Query::Or(parts)
        }
    }

    /// Parts one after the other.
    fn all(&mut self) -> Query {
        let mut parts: Vec<Query> = Vec::new();
        while let Some(piece) = self.peek().cloned() {
            if piece == Piece::Close || self.is_word("OR") {
                break;
            }
            if self.is_word("AND") {
                self.at += 1;
                continue;
            }
            if let Piece::Word(word) = &piece
                && let Some(distance) = near(word)
                && let Some(left) = parts.pop()
            {
                self.at += 1;
                match self.one() {
                    Some(right) if fits(&left) && fits(&right) => {
                        parts.push(Query::Near(Box::new(left), Box::new(right), distance))
                    }
                    right => {
                        parts.push(left);
                        parts.extend(right);
                    }
                }
                continue;
            }
            match self.one() {
                Some(query) => parts.push(query),
                None => continue,
            }
        }
        all(parts)
    }

    /// One part; `None` if it was nothing.
    fn one(&mut self) -> Option<Query> {
        let piece = self.peek().cloned()?;
        if matches!(piece, Piece::Close) {
            return None;
        }
        self.at += 1;
        match piece {
            Piece::Minus => self.negated(),
            Piece::Word(word) if word == "NOT" => self.negated(),
            // An operator where none is allowed is a word; quoted, it reads back as one.
            Piece::Word(word) if is_operator(&word) => phrase(&word),
            Piece::Word(word) => self.worded(&word),
            Piece::Phrase(text) => phrase(&text),
            Piece::Open if self.depth >= self.deepest => None,
            Piece::Open => {
                self.depth += 1;
                let inside = self.any();
                self.depth -= 1;
                if self.peek() == Some(&Piece::Close) {
                    self.at += 1;
                } else {
                    self.remarks.push("A closing bracket was added.".to_owned());
                }
                Some(inside).filter(|inside| !inside.is_empty())
            }
            Piece::Field(name) => self.field(&name),
            Piece::Close => None,
        }
    }

    /// Parses what follows one or more signs of exclusion. The first sign has been read.
    fn negated(&mut self) -> Option<Query> {
        let mut excluded = true;
        while self.peek() == Some(&Piece::Minus) || self.is_word("NOT") {
            self.at += 1;
            excluded = !excluded;
        }
        let query = self.one()?;
        Some(if excluded { Query::Not(Box::new(query)) } else { query })
    }

    fn field(&mut self, name: &str) -> Option<Query> {
        let folded = name.to_ascii_lowercase();
        let (value, quoted) = match self.peek().cloned() {
            Some(Piece::Word(value)) => (value, false),
            Some(Piece::Phrase(value)) => (value, true),
            // An operator where none is allowed is a word; quoted, it reads back as one.
            _ if is_operator(name) => return phrase(name),
            _ => return self.worded(name),
        };
        self.at += 1;
        if self.filters.contains(&folded.as_str()) {
            let value: Vec<&str> = value.split_whitespace().collect();
            return (!value.is_empty()).then(|| Query::Filter(folded, value.join(" ")));
        }
        match folded.as_str() {
            "title" | "section" => {
                let inside = if quoted { phrase(&value) } else { self.worded(&value) };
                inside.map(|inside| Query::In(folded, Box::new(inside)))
            }
            "after" | "before" => {
                let date = value.parse::<PartialDate>().ok().filter(|date| date.bounds().is_some());
                if date.is_none() {
                    self.remarks.push(format!(
                        "{folded}: needs a date like 2014, 2014-05 or 2014-05-31; \u{201c}{value}\u{201d} was left out."
                    ));
                }
                date.map(|date| Query::Filter(folded, date.to_string()))
            }
            // The name of no field: words like any others.
            _ => {
                let named = if is_operator(name) { phrase(name) } else { word(name, false) };
                Some(all([named, phrase(&value)].into_iter().flatten().collect()))
            }
        }
    }

    fn worded(&mut self, text: &str) -> Option<Query> {
        let last = self.typing && self.at == self.pieces.len();
        word(text, last)
    }
}

fn is_operator(word: &str) -> bool {
    matches!(word, "AND" | "OR" | "NOT") || near(word).is_some()
}

/// The distance of `NEAR`, `NEAR/5`.
fn near(word: &str) -> Option<u32> {
    let rest = word.strip_prefix("NEAR")?;
    if rest.is_empty() { Some(DEFAULT_NEAR_WORDS) } else { rest.strip_prefix('/')?.parse().ok() }
}

fn fits(query: &Query) -> bool {
    matches!(query, Query::Word(_) | Query::Phrase(_))
}

/// A word; of two letters at least and being typed, it stands for all words that begin so.
fn word(word: &str, typed: bool) -> Option<Query> {
    let (prefix, fuzzy) = (word.ends_with('*'), word.ends_with('~'));
    let text = word.trim_end_matches(['*', '~']);
    let begins = typed && !fuzzy && text.chars().count() >= 2 && text.ends_with(char::is_alphanumeric);
    let letters = text.chars().any(char::is_alphanumeric);
    letters.then(|| Query::Word(Word { text: text.to_owned(), prefix: prefix || begins, fuzzy }))
}

fn phrase(text: &str) -> Option<Query> {
    let words: Vec<String> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect();
    (!words.is_empty()).then_some(Query::Phrase(words))
}

fn all(mut parts: Vec<Query>) -> Query {
    parts.retain(|part| !part.is_empty());
    if parts.len() == 1 { parts.remove(0) } else { Query::And(parts) }
}

/// Nested ANDs and ORs in one.
fn flat(query: Query) -> Query {
    match query {
        Query::And(parts) => {
            let flat_parts = parts.into_iter().map(flat).flat_map(|part| match part {
                Query::And(inner) => inner,
                other => vec![other],
            });
            all(flat_parts.collect())
        }
        Query::Or(parts) => {
            let flat_parts = parts.into_iter().map(flat).flat_map(|part| match part {
                Query::Or(inner) => inner,
                other => vec![other],
            });
            Query::Or(flat_parts.collect())
        }
        Query::Not(inner) => match flat(*inner) {
            // Two signs in a row would be read as none.
            Query::Not(wanted) => *wanted,
            unwanted => Query::Not(Box::new(unwanted)),
        },
        other => other,
    }
}

#[cfg(test)]
mod tests;
