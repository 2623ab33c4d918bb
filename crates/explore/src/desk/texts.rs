//! What every answer asks of the texts: names, words, places.

use entente_corpus::{Evidence, Fact, Mention, Party, Passage, ReadingText, rules};
use entente_text::order::set;
use entente_text::{PartialDate, Span};

use super::Desk;
use super::dates::{Days, chronological, dated};
use super::passages::PassageAt;
use crate::models::facts::{NameRef, PartyRef, Source};
use crate::models::reading::Place;

/// Longest short title of a document, in characters.
const MAX_TITLE_CHARS: usize = 34;
/// Longest quotation, in characters: a sentence.
const MAX_QUOTE_CHARS: usize = 400;

impl Desk {
    /// The id of a rule; for a pattern of the packer's that has a sentence, the sentence.
    pub(crate) fn rule(&self, id: &str) -> String {
        let own = id.strip_prefix(rules::PATTERN);
        let patterns = &self.corpus.catalogue.patterns;
        let pattern = own.and_then(|own| patterns.iter().find(|pattern| pattern.id == own));
        pattern.and_then(|pattern| pattern.sentence.clone()).unwrap_or_else(|| id.to_owned())
    }

    /// The name of entity number `at`.
    pub(crate) fn name(&self, at: u32) -> Option<NameRef> {
        let entity = self.corpus.catalogue.entities.get(at as usize)?;
        Some(NameRef { name: entity.name.clone(), kind: entity.kind.as_str(), id: entity.id.clone() })
    }

    /// Names of several entities.
    pub(crate) fn names(&self, list: &[u32]) -> Vec<NameRef> {
        list.iter().filter_map(|at| self.name(*at)).collect()
    }

    /// Entities named in a passage, in order, without repeats.
    pub(crate) fn named(&self, document: u32, passage: u32) -> Vec<u32> {
        set(self.mentions(document, passage).map(|mention| mention.entity)).into_iter().collect()
    }

    /// Mentions in a passage, in order.
    pub(crate) fn mentions(&self, document: u32, passage: u32) -> impl Iterator<Item = &Mention> {
        let mentions = self.body(document).map_or(&[][..], |body| &body.mentions);
        // Mentions are in the order of passages.
        let first = mentions.partition_point(|mention| mention.passage < passage);
        mentions[first..].iter().take_while(move |mention| mention.passage == passage)
    }

    /// The dates that a passage names, by which it is counted and filtered; none if it names none, or without a passage.
    pub(crate) fn dates_named(&self, document: u32, passage: Option<u32>) -> &[Days] {
        let number = passage.map(|passage| self.passages.number(document as usize, passage as usize));
        number.map_or(&[], |number| self.values.dates_named(number))
    }

    /// A party as document number `document` calls it.
    pub(crate) fn party(&self, document: u32, party: &Party) -> PartyRef {
        PartyRef { words: self.words(document, None, party.span), name: party.entity.and_then(|at| self.name(at)) }
    }

    /// The words of `span`, white space folded; without markup if it is in `passage`.
    pub(crate) fn words(&self, document: u32, passage: Option<u32>, span: Span) -> String {
        let body = self.body(document);
        let found =
            body.zip(passage).and_then(|(body, at)| ReadingText::words(body, body.passages.get(at as usize)?, span));
        if let Some(words) = found {
            return words;
        }
        let words: Vec<&str> = body.map_or("", |body| span.of(&body.text)).split_whitespace().collect();
        words.join(" ")
    }

    /// Words of a document as a source quotes them: cut if they are very long.
    pub(crate) fn printed(&self, document: u32, evidence: Evidence) -> String {
        cut(&self.words(document, evidence.passage, evidence.span), MAX_QUOTE_CHARS)
    }

    /// Sort key in time of a fact: by its own date, else by its document's.
    pub(crate) fn date_of_fact(&self, document: u32, own: Option<&Fact<PartialDate>>) -> (u32, u32) {
        let known = |fact: Option<&Fact<PartialDate>>| {
            fact.map(|fact| chronological(Some(fact.value))).filter(|key| key.0 < u32::MAX)
        };
        let record = self.corpus.catalogue.documents.get(document as usize);
        let fallback = || known(record.and_then(|record| record.date.as_ref()));
        known(own).or_else(fallback).unwrap_or(chronological(None))
    }

    /// False if `span` of a document is nothing but markup: tags, entities, rules, addresses of links.
    pub(crate) fn has_words(&self, document: u32, span: Span) -> bool {
        self.body(document).is_none_or(|body| has_words(span.of(&body.text)))
    }

    /// A passage; `None` while its text is not in.
    pub(crate) fn passage(&self, at: PassageAt) -> Option<&Passage> {
        self.body(at.document)?.passages.get(at.passage as usize)
    }

    /// The reading text of a whole passage; empty while its text is not in.
    pub(crate) fn reading_text(&self, at: PassageAt) -> String {
        let body = self.body(at.document);
        body.zip(self.passage(at)).map_or_else(String::new, |(body, passage)| ReadingText::of(body, passage).text)
    }

    /// Headings above a passage, outermost first, without the passage itself.
    pub(crate) fn section_path(&self, at: PassageAt) -> Vec<String> {
        let Some(body) = self.body(at.document) else { return Vec::new() };
        let mut path = Vec::new();
        let mut above = self.passage(at).and_then(|passage| passage.section);
        while let Some(section) = above.and_then(|above| body.sections.get(above as usize)) {
            if section.heading != at.passage {
                path.push(self.reading_text(PassageAt { document: at.document, passage: section.heading }));
            }
            above = section.parent;
        }
        path.reverse();
        path
    }

    /// Where passage number `number` is.
    pub(crate) fn place(&self, number: usize) -> Place {
        let at = self.passages.all[number];
        let record = self.corpus.catalogue.documents.get(at.document as usize);
        let lines = self.passages.lines(&self.corpus, at.document as usize);
        let passage = self.passage(at);
        Place {
            document: record.map_or_else(String::new, |record| record.id.to_string()),
            passage: passage.map_or_else(String::new, |passage| passage.anchor.clone()),
            file: record.map_or_else(String::new, |record| record.file.clone()),
            lines: passage
                .map_or_else(Vec::new, |passage| passage.pieces.iter().map(|piece| lines.range(piece.span)).collect()),
            pages: passage.and_then(|passage| pages_of(passage, passage.extent())),
            number: self.body(at.document).and_then(|body| Some(passage?.number?.of(&body.text).to_owned())),
        }
    }

    /// Place and words of `evidence`.
    pub(crate) fn source(&self, document: u32, evidence: Evidence) -> Source {
        let quote = cut(&self.words(document, evidence.passage, evidence.span), MAX_QUOTE_CHARS);
        Source { quote, ..self.unquoted(document, evidence) }
    }

    /// The place of `evidence`, without its words.
    pub(crate) fn unquoted(&self, document: u32, evidence: Evidence) -> Source {
        let Some(record) = self.corpus.catalogue.documents.get(document as usize) else { return Source::default() };
        let body = self.body(document);
        let passage = body.zip(evidence.passage).and_then(|(body, at)| body.passages.get(at as usize));
        let number = body.zip(passage).and_then(|(body, passage)| Some(passage.number?.of(&body.text).to_owned()));
        Source {
            document: record.id.to_string(),
            title: cut(self.corpus.title_of(document as usize), MAX_TITLE_CHARS),
            titled: record.title.is_some(),
            passage: passage.map_or_else(String::new, |passage| passage.anchor.clone()),
            lines: self.passages.lines(&self.corpus, document as usize).range(evidence.span),
            pages: passage.and_then(|passage| pages_of(passage, evidence.span)),
            number,
            quote: self.printed(document, evidence),
            language: record.language.as_ref().map(|fact| fact.value.clone()),
            date: record.date.as_ref().map(dated),
        }
    }
}

/// First and last page of the pieces of `passage` that `span` touches; `None` if the format has no pages.
pub(crate) fn pages_of(passage: &Passage, span: Span) -> Option<(u32, u32)> {
    let touched = passage.pieces.iter().filter(|piece| piece.span.overlaps(span));
    touched.filter_map(|piece| piece.page).fold(None, |pages, page| match pages {
        None => Some((page, page)),
        Some((first, last)) => Some((page.min(first), page.max(last))),
    })
}

/// True if `text` has two letters outside markup, or one of a script without spaces.
fn has_words(text: &str) -> bool {
    let mut letters = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '<' => rest.find('>').map(|end| end + 1),
            '&' => rest.find(';').filter(|end| (2..10).contains(end)).map(|end| end + 1),
            ']' if rest.starts_with("](") => rest.find(')').map(|end| end + 1),
            _ => None,
        };
        rest = &rest[skipped.unwrap_or(c.len_utf8())..];
        if skipped.is_none() && c.is_alphanumeric() {
            letters += if c.is_ascii() { 1 } else { 2 };
        }
        if letters > 1 {
            return true;
        }
    }
    false
}

/// `text` cut at a word, with an ellipsis, to at most `most` characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let Some((at, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let end = text[..at].rfind(' ').unwrap_or(at);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{cut, has_words};

    #[test]
    fn markup_has_no_words() {
        for markup in
            ["", "---", "| --- | --- |", "<div class=\"x y\">&nbsp;</div>", "[](https://example.org/a)", "* * *"]
        {
            assert!(!has_words(markup), "{markup}");
        }
        for words in ["<b>No</b>", "12", "[here](x)", "네", "a < b and c"] {
            assert!(has_words(words), "{words}");
        }
    }

    #[test]
    fn labels_are_cut_at_a_word() {
        assert_eq!(cut("Protect Port Facilities and Ships", 20), "Protect Port…");
        assert_eq!(cut("Protect Cargo", 20), "Protect Cargo");
        assert_eq!(cut("한국과 미국의 사이버", 6), "한국과…");
    }
}
