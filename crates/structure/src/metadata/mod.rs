//! What a document says of itself: title, kind, publisher, date, language.
//!
//! In: a structured body and the packer's words. Out: one chosen value a field, and every value
//! found. A date of an event in the text never becomes the document's date.

mod adoption;
mod author;
mod cells;
mod conflicts;
mod datelines;
mod dates;
mod front_matter;
mod head;
mod head_words;
mod kind;
mod language;
mod marking;
mod opening;
mod printed;
mod roles;
mod stamps;
mod supplied;
mod title;
mod yaml;

use std::cell::OnceCell;

use entente_corpus::{
    Anomaly, Basis, Body, DocumentKind, Evidence, Fact, MetadataField, Metadatum, PassageKind, ReadingText,
};
use entente_text::fold::fold;
use entente_text::{PartialDate, Span};

pub(crate) use datelines::is_day_and_hour;
pub(crate) use entente_language::values::parse_date;
pub(crate) use kind::is_news_menu;
pub(crate) use roles::is_site_line;
pub(crate) use stamps::is_stamp;

pub use self::supplied::Supplied;

use crate::personal::BAR;
use crate::{Structured, TextFormat};

/// True if `line` is nothing but a byline or a day of publication: it goes on from no line above it.
pub(crate) fn is_byline_or_stamp(line: &str) -> bool {
    author::byline(line).is_some() || is_stamp(line) || is_weekday_and_day(line)
}

/// "miércoles 10 octubre 2018": a day with its day of the week, in small letters, and nothing else.
fn is_weekday_and_day(line: &str) -> bool {
    let first = line.split([' ', ',']).next().unwrap_or_default();
    datelines::is_weekday(first) && parse_date(line).is_some()
}

/// True if `line` is nothing but words for a release and who issues it: it goes on from no line above it.
pub(crate) fn is_release_line(line: &str) -> bool {
    line.len() <= MAX_RELEASE_LINE_BYTES
        && roles::has_word_of_release(line)
        && matches!(roles::role(line), roles::Role::ReleaseNote | roles::Role::Kind(DocumentKind::PressRelease))
}

/// What was found.
#[derive(Debug)]
pub struct Description {
    /// Title.
    pub title: Option<Fact<String>>,
    /// First words.
    pub begins: String,
    /// Kind.
    pub kind: Fact<DocumentKind>,
    /// Who issued it.
    pub publisher: Option<Fact<String>>,
    /// Language (BCP 47).
    pub language: Option<Fact<String>>,
    /// Of what it is a translation.
    pub translation: Option<Fact<String>>,
    /// Date.
    pub date: Option<Fact<PartialDate>>,
    /// Edition.
    pub edition: Option<Fact<String>>,
    /// Symbol or number.
    pub symbol: Option<Fact<String>>,
    /// Address.
    pub url: Option<Fact<String>>,
    /// Handling marking.
    pub marking: Option<Fact<String>>,
    /// Licence.
    pub licence: Option<Fact<String>>,
    /// Every value of every field, the chosen one of each first.
    pub all: Vec<Metadatum>,
}

/// A property of a file, printed in its text form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// The field it fills.
    pub field: MetadataField,
    /// Where its value stands.
    pub span: Span,
}

/// What a file is beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileContext<'a> {
    /// What the file says of itself, where the text is a text form.
    pub properties: Option<&'a [Property]>,
    /// How the file's own text is written; nothing for a text form.
    pub format: Option<TextFormat>,
    /// The text is a table of records.
    pub records: bool,
}

/// A passage with its reading text.
pub(crate) struct PassageText<'a> {
    /// Index of the passage.
    pub(crate) index: u32,
    /// What it is.
    pub(crate) kind: PassageKind,
    /// Depth of a heading.
    pub(crate) level: u8,
    /// Its text.
    pub(crate) reading: &'a ReadingText,
    /// The passage itself.
    pub(crate) passage: &'a entente_corpus::Passage,
    /// What it is there for, once somebody has asked: every line of a long passage asks.
    role: OnceCell<roles::Role>,
}

impl PassageText<'_> {
    /// What this passage is there for.
    fn role(&self) -> roles::Role {
        *self.role.get_or_init(|| roles::role(&self.reading.text))
    }

    /// A fact that stands on `range` of this passage.
    pub(crate) fn fact<T>(&self, value: T, basis: Basis, rule: &str, range: std::ops::Range<usize>) -> Option<Fact<T>> {
        let span = self.reading.to_source(range)?;
        Some(Fact::new(value, basis, rule, Evidence { passage: Some(self.index), span }))
    }

    /// A fact that stands on the whole passage.
    pub(crate) fn whole<T>(&self, value: T, basis: Basis, rule: &str) -> Option<Fact<T>> {
        self.fact(value, basis, rule, 0..self.reading.text.len())
    }
}

/// Longest line that says who issues a release, in bytes.
const MAX_RELEASE_LINE_BYTES: usize = 100;
/// Rule of what a file says of itself.
const FROM_FILE: &str = "document-properties";
/// Bytes of a value that is shown for a document: it is shown in lists and headings. Its evidence is whole.
const MAX_VALUE_BYTES: usize = 2_000;
/// First words are cut at a word before this many characters.
const BEGINS: usize = 80;

/// What `document` says of itself, and what the packer says of it. `language` is the packer's for documents that do not show
/// theirs; `form` is what is known of the file.
pub fn describe(
    document: &Structured,
    supplied: Option<&Supplied>,
    language: Option<&str>,
    form: FileContext,
) -> Description {
    let body = &document.body;
    let properties = form.properties.unwrap_or_default();
    let lines = printed_lines(document, properties);
    // What the front matter says is read; what stands in it is not printed.
    let front = if properties.is_empty() { front_matter::length(body) } else { 0 };
    let lines = &lines[front.min(lines.len())..];
    let opening = opening::Opening::of(lines, form.format.is_some());
    let mut all: Vec<Metadatum> = Vec::new();
    if let Some(supplied) = supplied {
        from_packer(supplied, &mut all);
    }
    front_matter::read(body, &mut all);
    read_lines(body, lines, &opening, form, &mut all);
    from_file(body, properties, &mut all);
    fuller_title(&mut all);
    dates::from_title(&opening, &mut all);
    if form.records {
        // What a record says is said of that record, not of the table.
        all.retain(|datum| datum.fact.is_supplied());
    }
    let title = chosen(&all, MetadataField::Title);
    let publisher = chosen(&all, MetadataField::Publisher);
    let filed = front_matter::filed(body);
    let (title_fact, publisher_fact) = (title.as_ref(), publisher.as_ref());
    let known = kind::Known { lines, opening: &opening, title: title_fact, publisher: publisher_fact, filed };
    let mut kind = kind_of(&all, &known);
    if form.records && chosen(&all, MetadataField::Kind).is_none() {
        let rule = "table-of-records".to_owned();
        kind = Fact { value: DocumentKind::Dataset, basis: Basis::Inferred, rule, evidence: Vec::new() };
    }
    let language = language_of(&all, lines, language);
    if let Some(language) = language.as_ref().filter(|_| !form.records) {
        language::parts(lines, &language.value, &mut all);
    }
    let date = all.iter().find(|datum| datum.field == MetadataField::Date).and_then(|datum| {
        let Fact { basis, rule, evidence, .. } = datum.fact.clone();
        datum.date.map(|value| Fact { value, basis, rule, evidence })
    });
    Description {
        begins: begins(lines),
        title,
        kind,
        publisher,
        language,
        translation: chosen(&all, MetadataField::Translation),
        date,
        edition: chosen(&all, MetadataField::Edition),
        symbol: chosen(&all, MetadataField::Symbol),
        url: chosen(&all, MetadataField::Url),
        marking: chosen(&all, MetadataField::Marking),
        licence: chosen(&all, MetadataField::Licence),
        all,
    }
}

/// The passages of a document as its lines, without the properties of its file, which are not printed.
fn printed_lines<'a>(document: &'a Structured, properties: &[Property]) -> Vec<PassageText<'a>> {
    let printed =
        |passage: &entente_corpus::Passage| !properties.iter().any(|property| passage.extent().contains(property.span));
    (0..)
        .zip(&document.body.passages)
        .zip(&document.texts)
        .filter(|((_, passage), _)| printed(passage))
        .map(|((index, passage), reading)| PassageText {
            index,
            kind: passage.kind,
            level: passage.level,
            reading,
            passage,
            role: OnceCell::new(),
        })
        .collect()
}

/// Adds what the lines of a document print, and what the head of a page of HTML says.
fn read_lines(
    body: &Body,
    lines: &[PassageText],
    opening: &opening::Opening,
    form: FileContext,
    all: &mut Vec<Metadatum>,
) {
    let page = form.format == Some(TextFormat::Html);
    let cells = cells::cells(body, lines, page);
    printed::read(lines, &cells, all);
    marking::read(&cells, all);
    author::read(&cells, all);
    if page {
        head::read(&body.text, lines, opening, all);
    }
    if !(page && all.iter().any(|datum| datum.field == MetadataField::Title && !datum.fact.is_supplied())) {
        title::read(if page { &[] } else { lines }, opening, &cells, all);
    }
    dates::read(lines, opening, &cells, all);
}

/// The language of a document: what is said of it, unless its letters contradict that; else what its words show, else `packer`.
fn language_of(all: &[Metadatum], lines: &[PassageText], packer: Option<&str>) -> Option<Fact<String>> {
    // A page's frame may be in another language than its text: letters outweigh the frame's word.
    let detected = language::detect(lines);
    let outweighed = |fact: &Fact<String>| {
        fact.rule == "html-lang"
            && detected.as_ref().is_some_and(|found| found.rule == "script" && !fact.value.starts_with(&found.value))
    };
    // What a word processor was set to says less than the words.
    let said = chosen(all, MetadataField::Language);
    said.clone()
        .filter(|fact| !outweighed(fact) && fact.rule != FROM_FILE)
        .or_else(|| detected.clone())
        .or_else(|| said.filter(|fact| fact.rule == FROM_FILE))
        .or_else(|| packer.map(|language| Fact::supplied(language.to_owned(), "entente.toml")))
}

/// What contradicts itself among `all` that is known of `body`, and what it is marked with.
pub fn notes(all: &[Metadatum], document: &Structured) -> Vec<Anomaly> {
    let mut notes = conflicts::conflicts(all, &document.body, &document.texts);
    notes.extend(marking::notes(all));
    notes
}

/// Adds a value.
pub(crate) fn add(all: &mut Vec<Metadatum>, field: MetadataField, fact: Option<Fact<String>>) {
    if let Some(mut fact) = fact.filter(|fact| !fact.value.trim().is_empty()) {
        if fact.value.len() > MAX_VALUE_BYTES {
            fact.value.truncate(fact.value.floor_char_boundary(MAX_VALUE_BYTES));
        }
        all.push(Metadatum { field, fact, date: None });
    }
}

/// Adds a date, if the value of `fact` is one.
pub(crate) fn add_date(all: &mut Vec<Metadatum>, field: MetadataField, fact: Option<Fact<PartialDate>>) {
    if let Some(Fact { value, basis, rule, evidence }) = fact {
        let fact = Fact { value: value.to_string(), basis, rule, evidence };
        all.push(Metadatum { field, fact, date: Some(value) });
    }
}

fn chosen(all: &[Metadatum], field: MetadataField) -> Option<Fact<String>> {
    all.iter().find(|datum| datum.field == field).map(|datum| datum.fact.clone())
}

fn kind_of(all: &[Metadatum], known: &kind::Known) -> Fact<DocumentKind> {
    let supplied = chosen(all, MetadataField::Kind).and_then(|fact| {
        DocumentKind::from_word(&fact.value).map(|value| Fact {
            value,
            basis: fact.basis,
            rule: fact.rule,
            evidence: fact.evidence,
        })
    });
    supplied.unwrap_or_else(|| kind::classify(known))
}

/// What the file says of itself goes after what is printed: templates leave titles and authors of other documents.
fn from_file(body: &Body, properties: &[Property], all: &mut Vec<Metadatum>) {
    for property in properties {
        let value = property.span.of(&body.text).to_owned();
        if value.contains(BAR) {
            continue;
        }
        let evidence = Evidence { passage: None, span: property.span };
        if property.field.is_date() {
            let date = value.get(..10).and_then(|day| day.parse().ok());
            let fact = date.map(|date| Fact::new(date, Basis::Metadata, FROM_FILE, evidence));
            add_date(all, property.field, fact);
        } else if !(property.field == MetadataField::Title && is_file_name(&value)) {
            add(all, property.field, Some(Fact::new(value, Basis::Metadata, FROM_FILE, evidence)));
        }
    }
}

/// A printed title that is only the word for its kind ("MINUTES") gives way to the file's own, if that contains it.
fn fuller_title(all: &mut Vec<Metadatum>) {
    let title = |datum: &Metadatum| datum.field == MetadataField::Title;
    let Some(first) = all.iter().position(title).filter(|at| !all[*at].fact.is_supplied()) else { return };
    let short = fold(&all[first].fact.value);
    if short.split(' ').count() > 2 {
        return;
    }
    let holds = |datum: &Metadatum| title(datum) && fold(&datum.fact.value).contains(&short);
    if let Some(at) = (first + 1..all.len()).find(|at| all[*at].fact.rule == FROM_FILE && holds(&all[*at])) {
        let fuller = all.remove(at);
        all.insert(first, fuller);
    }
}

/// What programs put where a title should be.
fn is_file_name(title: &str) -> bool {
    let folded = title.to_lowercase();
    let ending = [".doc", ".docx", ".rtf", ".pdf", ".hwp", ".hwpx", ".odt", ".tmp", ".indd", ".qxd", ".wpd"];
    folded.starts_with("microsoft word - ")
        || ending.iter().any(|end| folded.ends_with(end))
        || (["document", "untitled", "문서"].iter().any(|word| folded.starts_with(word))
            && folded.chars().count() <= 12)
}

fn from_packer(supplied: &Supplied, all: &mut Vec<Metadatum>) {
    let fact = |value: &Option<String>| value.clone().map(|value| Fact::supplied(value, "entente.toml"));
    add(all, MetadataField::Title, fact(&supplied.title));
    add(all, MetadataField::Publisher, fact(&supplied.publisher));
    add(all, MetadataField::Kind, fact(&supplied.kind.map(|kind| kind.as_str().to_owned())));
    add(all, MetadataField::Url, fact(&supplied.url));
    add(all, MetadataField::Licence, fact(&supplied.licence));
    add(all, MetadataField::Language, fact(&supplied.language));
    add(all, MetadataField::Marking, fact(&supplied.marking));
    add_date(all, MetadataField::Date, supplied.date.map(|date| Fact::supplied(date, "entente.toml")));
}

/// The first words that are no furniture, cut at a word.
fn begins(lines: &[PassageText]) -> String {
    let text = lines
        .iter()
        .find(|line| line.kind != PassageKind::Furniture)
        .or(lines.first())
        .map_or("", |line| line.reading.text.as_str());
    if text.chars().count() <= BEGINS {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(BEGINS).map_or(text.len(), |(at, _)| at);
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':']))
}
