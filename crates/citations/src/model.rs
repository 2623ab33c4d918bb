//! The model of a citation: what all of its forms have in common.

use entente_corpus::{Body, Corpus, DocumentKind, Fact, Lines, ReadingText};
use entente_text::{PartialDate, Span};

/// A document as it is cited, or a place in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The eight characters that name the document in links.
    pub key: String,
    /// The title; the first words of the text if none is printed.
    pub title: String,
    /// False if `title` is the first words.
    pub is_titled: bool,
    /// What sort of document it is.
    pub kind: DocumentKind,
    /// Who issued it.
    pub publisher: Option<String>,
    /// Its date.
    pub date: Option<CitedDate>,
    /// Edition or year of a book it is from.
    pub edition: Option<String>,
    /// Its symbol or number.
    pub symbol: Option<String>,
    /// Where it was taken from.
    pub url: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// The words that call it a translation.
    pub translation: Option<String>,
    /// Path of the file below its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The place that is cited; `None` for the whole document.
    pub place: Option<Place>,
    /// The words that are cited.
    pub quote: Option<String>,
    /// How the file of documents is to be handled.
    pub marking: Option<String>,
    /// The place of the words in the source text, for an annotation.
    pub position: Option<Position>,
}

/// A date with the words by which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedDate {
    /// The date.
    pub date: PartialDate,
    /// It is the packer's word, not the document's.
    pub is_supplied: bool,
}

/// A place in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The source's own number of the passage, as printed.
    pub number: Option<String>,
    /// First and last line, one pair a stretch.
    pub lines: Vec<(u32, u32)>,
    /// First and last page; `None` if the format has none.
    pub pages: Option<(u32, u32)>,
}

/// Words in a source text with the words around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The words as the source text has them.
    pub exact: String,
    /// The words before them.
    pub prefix: String,
    /// The words after them.
    pub suffix: String,
    /// Characters of the source text before the words.
    pub start: usize,
    /// Characters of the source text up to the end of the words.
    pub end: usize,
}

/// Characters that are kept before and after the words of a position.
const CONTEXT_CHARS: usize = 32;

impl Citation {
    /// Document number `document` as a whole; `None` if the corpus has fewer documents.
    #[must_use]
    pub fn document(corpus: &Corpus, document: usize) -> Option<Self> {
        let record = corpus.catalogue.documents.get(document)?;
        let value = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        let brackets = |fact: &Fact<String>| {
            if fact.is_supplied() { format!("[{}]", fact.value) } else { fact.value.clone() }
        };
        Some(Self {
            key: record.id.digest().to_owned(),
            title: record.title.as_ref().map_or_else(|| record.begins.clone(), brackets),
            is_titled: record.title.is_some(),
            kind: record.kind.value,
            publisher: record.publisher.as_ref().map(brackets),
            date: record.date.as_ref().map(|fact| CitedDate { date: fact.value, is_supplied: fact.is_supplied() }),
            edition: value(&record.edition),
            symbol: value(&record.symbol),
            url: value(&record.url),
            language: value(&record.language),
            translation: value(&record.translation),
            file: record.file.clone(),
            sha256: record.sha256.clone(),
            marking: value(&record.marking).or_else(|| corpus.catalogue.marking.clone()),
            ..Self::default()
        })
    }

    /// Passage number `passage` of a document, all of its words; `None` if the document has fewer passages.
    #[must_use]
    pub fn passage(corpus: &Corpus, document: usize, passage: usize) -> Option<Self> {
        let body = corpus.bodies.get(document)?;
        let found = body.passages.get(passage)?;
        let lines = Lines::of(&body.text);
        let pages: Vec<u32> = found.pieces.iter().filter_map(|piece| piece.page).collect();
        let place = Place {
            number: found.number.map(|span| span.of(&body.text).to_owned()),
            lines: found.pieces.iter().map(|piece| lines.range(piece.span)).collect(),
            pages: pages.iter().min().copied().zip(pages.iter().max().copied()),
        };
        let quoted = found.unbroken(&body.text, found.extent()).unwrap_or(found.extent());
        Some(Self {
            place: Some(place),
            quote: Some(ReadingText::of(body, found).text),
            position: Some(position(body, quoted)),
            ..Self::document(corpus, document)?
        })
    }

    /// The same place with other words of it: what a reader has selected. Where they do not stand in the source text as they are, the
    /// annotation is of the whole passage.
    #[must_use]
    pub fn quoting(self, words: &str) -> Self {
        let narrowed = self.position.as_ref().and_then(|whole| {
            let start = whole.exact.find(words).filter(|_| !words.is_empty())?;
            let (before, after) = (&whole.exact[..start], &whole.exact[start + words.len()..]);
            let first = whole.start + before.chars().count();
            Some(Position {
                exact: words.to_owned(),
                prefix: last_chars(&format!("{}{before}", whole.prefix)),
                suffix: format!("{after}{}", whole.suffix).chars().take(CONTEXT_CHARS).collect(),
                start: first,
                end: first + words.chars().count(),
            })
        });
        Self { quote: Some(words.to_owned()), position: narrowed.or(self.position), ..self }
    }
}

/// Words of a source text with the words around them. Takes time in proportion to the text before them.
fn position(body: &Body, span: Span) -> Position {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = body.text.get(..start).unwrap_or_default();
    let exact = span.of(&body.text).to_owned();
    let first = before.chars().count();
    Position {
        prefix: last_chars(before),
        suffix: body.text.get(end..).unwrap_or_default().chars().take(CONTEXT_CHARS).collect(),
        start: first,
        end: first + exact.chars().count(),
        exact,
    }
}

fn last_chars(text: &str) -> String {
    let start = text.char_indices().rev().take(CONTEXT_CHARS).last().map_or(text.len(), |(at, _)| at);
    text[start..].to_owned()
}
