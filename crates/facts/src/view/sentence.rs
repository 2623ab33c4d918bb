//! One sentence of a passage: its words, names and dates, and how it is read by clause.

use std::cell::OnceCell;
use std::ops::Range;

use entente_corpus::{EntityKind, PassageKind};
use entente_language::grammars::{ByteAtom, Reading, find_bare_days, language_of_sentence, read_sentence};
use entente_language::values::{DateMention as When, find_dates};
use entente_language::{
    Atom, AtomKind, Language, ParsedSentence, Token, Tokens, VerbGroup, parse_sentence, tokenize_in,
};
use entente_text::order;
use entente_text::words::Word;

use super::{Named, View};
use crate::occasions::frames::Frames;
use crate::patterns::Patterns;

/// One sentence of a passage.
pub(crate) struct Sentence<'a> {
    /// Index of the passage.
    pub(crate) passage: u32,
    /// The passage's reading text.
    pub(crate) text: &'a str,
    /// Bytes of it.
    pub(crate) range: Range<usize>,
    /// Its tokens, with places in the sentence.
    pub(crate) tokens: Tokens<'a>,
    /// Words, with places in the passage's reading text.
    pub(crate) words: Vec<Word<'a>>,
    /// Names inside, by place.
    pub(crate) named: Vec<Named>,
    /// Dates inside, by place.
    pub(crate) dates: Vec<When>,
    /// Days without a month, by place: [`Self::reading`] takes them for dates.
    pub(crate) bare_days: Vec<When>,
    /// A title or a heading, in which a capital letter shows nothing.
    pub(crate) headline: bool,
    /// The frames of the file.
    pub(crate) frames: &'a Frames,
    patterns: &'a Patterns,
    parsed: OnceCell<ParsedSentence>,
    reading: OnceCell<Option<Reading<'a>>>,
    /// The language of the document.
    of_document: Language,
}

/// A sentence read by clause. Token `n` of it is word `n` of the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parse<'s, 'a> {
    /// Its tokens, with places in the sentence.
    pub(crate) tokens: &'s Tokens<'a>,
    /// Its clauses.
    pub(crate) parsed: &'s ParsedSentence,
}

impl<'a> Sentence<'a> {
    pub(super) fn of(view: &'a View, passage: u32, text: &'a str, range: Range<usize>) -> Self {
        let part = &text[range.clone()];
        let language = view.language;
        let tokens = tokenize_in(part, language);
        let dates = find_dates(&tokens);
        let dates: Vec<When> =
            dates.into_iter().map(|date| When { range: shifted(&date.range, range.start), ..date }).collect();
        let bare_days = find_bare_days(part).into_iter();
        let bare_days = bare_days.map(|date| When { range: shifted(&date.range, range.start), ..date });
        let is_free = |day: &When| !dates.iter().any(|date| crate::make::overlaps(&date.range, &day.range));
        let bare_days: Vec<When> = bare_days.filter(is_free).collect();
        let word = |token: &Token<'a>| Word {
            start: token.span.start + range.start,
            end: token.span.end + range.start,
            text: token.text,
            folded: token.folded.clone(),
        };
        let words = tokens.tokens.iter().map(word).collect();
        // A passage may be a line of megabytes: of its names only those that can lie inside are looked at.
        let all = view.named(passage);
        let here = &all[all.partition_point(|name| name.range.start < range.start)..];
        let here = here.iter().take_while(|name| name.range.start < range.end);
        let named = here.filter(|name| name.range.end <= range.end).cloned().collect();
        let headline = view.passage(passage).is_some_and(|passage| passage.kind == PassageKind::Heading);
        let patterns = view.patterns;
        Self {
            passage,
            text,
            range,
            tokens,
            words,
            named,
            dates,
            bare_days,
            headline,
            frames: &patterns.frames,
            patterns,
            parsed: OnceCell::new(),
            reading: OnceCell::new(),
            of_document: language,
        }
    }

    /// The base form of a verb; "" where neither the table of verbs nor a pattern of the file has it.
    pub(crate) fn lemma(&self, verb: &VerbGroup) -> &'a str {
        match verb.lemma() {
            "" => self.patterns.lemma(self.tokens.folded(verb.head)),
            lemma => lemma,
        }
    }

    /// The sentence read by clause, once.
    pub(crate) fn parse(&self) -> Parse<'_, 'a> {
        let parsed = self.parsed.get_or_init(|| {
            let atoms = self.atoms(&self.tokens);
            parse_sentence(&self.tokens, 0..self.tokens.len(), &atoms, self.headline || is_in_capitals(self.as_str()))
        });
        Parse { tokens: &self.tokens, parsed }
    }

    /// The sentence read by the grammar of its language, once; `None` if that has none, as English, which [`Self::parse`] reads.
    pub(crate) fn reading(&self) -> Option<&Reading<'a>> {
        let read = || {
            let language = language_of_sentence(&self.tokens, self.of_document);
            if language == Language::English {
                return None;
            }
            let shift = self.range.start;
            let atom = |(range, kind): (Range<usize>, AtomKind)| ByteAtom {
                bytes: range.start.saturating_sub(shift)..range.end.saturating_sub(shift),
                kind,
            };
            let atoms: Vec<ByteAtom> = self.byte_atoms(&self.bare_days).into_iter().map(atom).collect();
            read_sentence(self.tokens.text, language, &atoms)
        };
        self.reading.get_or_init(read).as_ref()
    }

    /// The bytes of the passage's reading text that the tokens `range` of [`Self::reading`] take.
    pub(crate) fn reading_bytes(&self, reading: &Reading, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return self.range.start..self.range.start;
        }
        shifted(&reading.tokens.bytes(range.clone()), self.range.start)
    }

    /// Names and dates as tokens; of those that overlap the longest stands.
    fn atoms(&self, tokens: &Tokens) -> Vec<Atom> {
        let mut out: Vec<Atom> = Vec::new();
        for (range, kind) in self.byte_atoms(&[]) {
            let at = |byte: usize| tokens.token_at(byte.saturating_sub(self.range.start));
            let place = at(range.start)..at(range.end);
            if !place.is_empty() && out.last().is_none_or(|last| last.tokens.end <= place.start) {
                out.push(Atom { tokens: place, kind });
            }
        }
        out
    }

    /// Names and dates as bytes of the passage's reading text, sorted; of those that overlap the longest stands.
    fn byte_atoms(&self, more: &[When]) -> Vec<(Range<usize>, AtomKind)> {
        let of_name = |name: &Named| {
            let kind = match name.kind {
                EntityKind::Topic => return None,
                EntityKind::Person => AtomKind::Person,
                EntityKind::Place | EntityKind::Region => AtomKind::Place,
                _ if name.acts() => AtomKind::Party,
                _ => AtomKind::Other,
            };
            Some((name.range.clone(), kind))
        };
        let names = self.named.iter().filter_map(of_name);
        let dates = self.dates.iter().chain(more).map(|date| (date.range.clone(), AtomKind::Time));
        let mut all: Vec<(Range<usize>, AtomKind)> = names.chain(dates).collect();
        order::sort_by_key(&mut all, |(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut out: Vec<(Range<usize>, AtomKind)> = Vec::new();
        for (range, kind) in all {
            if !range.is_empty() && out.last().is_none_or(|(last, _)| last.end <= range.start) {
                out.push((range, kind));
            }
        }
        out
    }

    /// The bytes of the words `range` in the passage's reading text; an empty range if there are no such words.
    pub(crate) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let inside = self.words.get(range.clone()).unwrap_or(&[]);
        match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => self.range.start..self.range.start,
        }
    }

    /// The words themselves.
    pub(crate) fn as_str(&self) -> &'a str {
        &self.text[self.range.clone()]
    }

    /// Names that can act and lie inside `range`.
    pub(crate) fn actors_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Named> {
        let range = range.clone();
        self.named
            .iter()
            .filter(move |name| name.acts() && range.start <= name.range.start && name.range.end <= range.end)
    }

    /// The text between word `at` and the next one, or the end of the sentence; empty if there is no such word.
    pub(crate) fn gap_after(&self, at: usize) -> &'a str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(a), Some(b)) => self.text.get(a.end..b.start).unwrap_or(""),
            (Some(a), None) => self.text.get(a.end..self.range.end).unwrap_or(""),
            _ => "",
        }
    }

    /// The folded word at `at`, or nothing.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &*word.folded)
    }

    /// True if word `at` begins with a capital letter.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.text.starts_with(char::is_uppercase))
    }
}

/// True for a sentence that is printed in capitals for the most part, in which a capital letter shows nothing.
fn is_in_capitals(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = || text.chars().filter(|c| c.is_lowercase()).count();
    upper > 20 && upper > 2 * lower()
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
