//! A document as the rules see it: reading texts, sentences, names and headings, with the way back to the source.

mod sentence;
mod wording;

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::{Body, Catalogue, EntityKind, Evidence, Passage, PassageKind, ReadingText, Record};
use entente_language::Language;
use entente_names::home::home_country;
use entente_text::fold::fold;
use entente_text::saturating_u32;
use entente_text::sentence::sentences;
use entente_text::{PartialDate, Span, order};

pub(crate) use self::sentence::{Parse, Sentence};
pub(crate) use self::wording::{is_contact, is_instruction, is_label};
use crate::occasions::frames::is_in_set;
use crate::patterns::Patterns;

/// Bytes of the longest sentence that is one. Rules look at a sentence as a whole for each thing in it, so that their cost
/// would grow with the square of a text that never ends a sentence.
const MAX_SENTENCE_BYTES: usize = 8000;
/// The rule of mentions that name a country by its people or by what is theirs.
const DEMONYM_RULE: &str = "country-demonym";

/// A name in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Index in the catalogue's entities.
    pub(crate) entity: u32,
    /// What sort of thing.
    pub(crate) kind: EntityKind,
    /// Bytes of the reading text.
    pub(crate) range: Range<usize>,
    /// For whom a person stands here.
    pub(crate) affiliation: Option<u32>,
    /// True for the people of a country ("the Kenyans", "the Kenyan people", "Kenya-based firms"), which is not its state.
    pub(crate) people: bool,
}

impl Named {
    /// Somebody who can act: a state, a body, a person. The people of a state is not the state.
    pub(crate) fn acts(&self) -> bool {
        !self.people
            && matches!(
                self.kind,
                EntityKind::Country
                    | EntityKind::Bloc
                    | EntityKind::Organisation
                    | EntityKind::Agency
                    | EntityKind::Company
                    | EntityKind::Person
                    | EntityKind::Forum
            )
    }

    /// A state or a bloc: what engagements are between.
    pub(crate) fn is_state(&self) -> bool {
        matches!(self.kind, EntityKind::Country | EntityKind::Bloc)
    }
}

/// What is known of a file beside the texts of its documents.
pub(crate) struct Shared {
    /// The kind of each entity of the catalogue.
    pub(crate) kinds: Vec<EntityKind>,
    /// Which words report which facts in this file: the tables, and the patterns of its settings.
    pub(crate) patterns: Patterns,
}

impl Shared {
    /// Takes up what `catalogue` says.
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        let kinds = catalogue.entities.iter().flatten().map(|entity| entity.kind).collect();
        Self { kinds, patterns: Patterns::of(&catalogue.patterns) }
    }
}

/// A document with its readings.
pub(crate) struct View<'a> {
    /// Index of the document.
    pub(crate) document: u32,
    pub(crate) record: &'a Record,
    pub(crate) body: &'a Body,
    /// The language of the text, English where the tables do not know it.
    pub(crate) language: Language,
    /// The country whose document it is, as a code in lower case.
    pub(crate) home: Option<String>,
    /// Which words report which facts in this file: the tables, and the patterns of its settings.
    pub(crate) patterns: &'a Patterns,
    /// What kind of thing each entity is.
    kinds: &'a [EntityKind],
    /// The reading text of each passage.
    readings: &'a [ReadingText],
    named: Vec<Vec<Named>>,
    /// Persons by the office before or after their name, with the passages in which they are called so.
    holders: BTreeMap<String, Vec<Holder>>,
    /// For each passage whether nothing is said there; empty until all else is known.
    mute: Vec<bool>,
}

/// A person who is called by an office in a passage.
struct Holder {
    passage: u32,
    entity: u32,
    affiliation: Option<u32>,
}

impl<'a> View<'a> {
    /// What kind of thing an entity is.
    pub(crate) fn kind(&self, entity: u32) -> Option<EntityKind> {
        self.kinds.get(entity as usize).copied()
    }

    /// The view of a document, whose reading texts are `readings`.
    pub(crate) fn of(
        document: usize,
        shared: &'a Shared,
        record: &'a Record,
        body: &'a Body,
        readings: &'a [ReadingText],
    ) -> Self {
        let mut named: Vec<Vec<Named>> = vec![Vec::new(); body.passages.len()];
        for mention in &body.mentions {
            let at = mention.passage as usize;
            let kind = shared.kinds.get(mention.entity as usize).copied();
            let range = readings.get(at).and_then(|reading| reading.from_source(mention.span));
            if let (Some(kind), Some(range), Some(list)) = (kind, range, named.get_mut(at)) {
                let text = &readings[at].text;
                let people = mention.rule == DEMONYM_RULE && is_people(text, &range) || is_origin(text, range.end);
                list.push(Named { entity: mention.entity, kind, range, affiliation: mention.affiliation, people });
            }
        }
        let mut holders: BTreeMap<String, Vec<Holder>> = BTreeMap::new();
        for mention in &body.mentions {
            if let Some(role) = mention.role {
                let (passage, entity, affiliation) = (mention.passage, mention.entity, mention.affiliation);
                let office = short_office(role.of(&body.text));
                holders.entry(office).or_default().push(Holder { passage, entity, affiliation });
            }
        }
        for list in &mut named {
            order::sort_by_key(list, |name| (name.range.start, name.range.end));
        }
        let document = saturating_u32(document);
        let tag = record.language.as_ref().and_then(|fact| Language::from_tag(&fact.value));
        let language = tag.unwrap_or(Language::English);
        let home = home_country(record).map(str::to_ascii_lowercase);
        let patterns = &shared.patterns;
        let kinds = shared.kinds.as_slice();
        let mute = Vec::new();
        let mut view = Self { document, record, body, language, home, patterns, kinds, readings, named, holders, mute };
        view.mute = view.passages().map(|at| view.says_nothing(at)).collect();
        view
    }

    /// The person whom an office means in a passage ("the Minister"): the only one whom the document has called so up to
    /// there, of those who stand for `state` if it is given.
    pub(crate) fn holder(&self, passage: u32, office: &str, state: Option<u32>) -> Option<u32> {
        let all = self.holders.get(&short_office(office))?;
        let fits = |holder: &&Holder| holder.passage <= passage && (state.is_none() || holder.affiliation == state);
        let mut found = all.iter().filter(fits).map(|holder| holder.entity);
        let first = found.next()?;
        found.all(|entity| entity == first).then_some(first)
    }

    pub(crate) fn passage(&self, at: u32) -> Option<&'a Passage> {
        self.body.passages.get(at as usize)
    }

    /// Reading text of a passage.
    pub(crate) fn text(&self, at: u32) -> &str {
        self.readings.get(at as usize).map_or("", |reading| reading.text.as_str())
    }

    /// Names in a passage, by place.
    pub(crate) fn named(&self, at: u32) -> &[Named] {
        self.named.get(at as usize).map_or(&[], Vec::as_slice)
    }

    /// The source bytes of a range of a passage's reading text; `None` where other words part it in the source, as those of
    /// the next column do: nothing could be quoted for it.
    pub(crate) fn span(&self, at: u32, range: Range<usize>) -> Option<Span> {
        let reading = self.readings.get(at as usize)?;
        let span = reading.to_source(range.clone())?;
        let parts = self.passage(at).filter(|passage| passage.kind != PassageKind::Row && passage.pieces.len() > 1);
        let Some(passage) = parts else { return Some(span) };
        let own = reading.from_source(passage.unbroken(&self.body.text, span)?)?;
        (own.start <= range.start && range.end <= own.end).then_some(span)
    }

    /// Where a span of the source stands in a passage's reading text.
    pub(crate) fn reading_range(&self, at: u32, span: Span) -> Option<Range<usize>> {
        self.readings.get(at as usize)?.from_source(span)
    }

    /// Evidence on a range of a passage's reading text.
    pub(crate) fn evidence(&self, at: u32, range: Range<usize>) -> Option<Evidence> {
        Some(Evidence { passage: Some(at), span: self.span(at, range)? })
    }

    /// Evidence on a range of a passage's reading text, cut where other words part it: the pieces around `anchor`.
    pub(crate) fn evidence_around(&self, at: u32, range: Range<usize>, anchor: Range<usize>) -> Option<Evidence> {
        let shown = self.readings.get(at as usize)?.to_source(anchor)?;
        let piece = self.passage(at).and_then(|passage| passage.unbroken(&self.body.text, shown));
        // Of two columns the later piece can stand before the earlier one in the source: ranges are cut where they are read.
        let own = piece.and_then(|piece| self.readings.get(at as usize)?.from_source(piece));
        let own = own.map(|own| own.start.max(range.start)..own.end.min(range.end)).filter(|own| !own.is_empty());
        let span = self.readings.get(at as usize)?.to_source(own.unwrap_or(range))?;
        Some(Evidence { passage: Some(at), span })
    }

    /// The document's own date.
    pub(crate) fn date(&self) -> Option<PartialDate> {
        self.record.date.as_ref().map(|date| date.value)
    }

    /// Indices of the passages.
    pub(crate) fn passages(&self) -> impl Iterator<Item = u32> + use<> {
        0..saturating_u32(self.body.passages.len())
    }

    /// The sentences of a passage.
    pub(crate) fn sentences(&self, at: u32) -> Vec<Sentence<'_>> {
        let text = self.text(at);
        let cut = |range: Range<usize>| Sentence::of(self, at, text, range);
        sentences(text).into_iter().filter(|range| range.len() <= MAX_SENTENCE_BYTES).map(cut).collect()
    }

    /// Headings above a passage, the nearest first, as indices of passages.
    pub(crate) fn headings(&self, at: u32) -> Vec<u32> {
        let mut out = Vec::new();
        let mut section = self.passage(at).and_then(|passage| passage.section);
        // Parents come before children, so this ends; the bound guards against a corpus from elsewhere.
        while let Some(found) = section.and_then(|section| self.body.sections.get(section as usize)) {
            if found.heading != at {
                out.push(found.heading);
            }
            section = found.parent;
            if out.len() > self.body.sections.len() {
                break;
            }
        }
        out
    }

    /// True if nothing is said: a form's own wording, furniture, headings, contact details, empty answers.
    pub(crate) fn is_mute(&self, at: u32) -> bool {
        self.mute.get(at as usize).copied().unwrap_or(true)
    }

    fn says_nothing(&self, at: u32) -> bool {
        let Some(passage) = self.passage(at) else { return true };
        passage.template
            || passage.empty
            || passage.header
            || !matches!(
                passage.kind,
                PassageKind::Paragraph
                    | PassageKind::Item
                    | PassageKind::Answer
                    | PassageKind::Quote
                    | PassageKind::Row
            )
            || is_contact(self.text(at))
            || is_label(self.text(at))
            || is_instruction(self.text(at))
    }
}

/// An office without what it is of or for, folded: "the Minister of Ports" is "minister".
fn short_office(words: &str) -> String {
    let folded = fold(words);
    let words = folded.split_whitespace().skip_while(|word| *word == "the");
    let office: Vec<&str> = words.take_while(|word| !matches!(*word, "of" | "for")).collect();
    office.join(" ")
}

/// True if the name that ends at `end` only says where somebody is from: "**Kenya-based** firms".
fn is_origin(text: &str, end: usize) -> bool {
    let tail = text.get(end..).and_then(|rest| rest.strip_prefix(['-', '‑']));
    tail.is_some_and(|tail| is_in_set("from-there", tail.split(|c: char| !c.is_alphabetic()).next().unwrap_or("")))
}

/// True if the demonym at `range` means people: "Kenyans", "the Kenyan **people**".
fn is_people(text: &str, range: &Range<usize>) -> bool {
    let Some(demonym) = text.get(range.clone()) else { return false };
    let plural = demonym.ends_with('s') && !demonym.ends_with("ss");
    let next = text.get(range.end..).unwrap_or("").trim_start();
    let next: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    plural || is_in_set("people", &next.to_lowercase())
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Catalogue, Piece, ReadingText};
    use entente_text::Span;

    use super::{Shared, View};
    use entente_ingest::{Settings, Source, read};

    /// What is read as one may stand in two columns of the source: only what stands together there can be quoted.
    #[test]
    fn nothing_is_quoted_across_the_words_of_another_column() {
        let text = "The Ministers shall,        to achieve an adjustment\n\nprovide for a Council.";
        let source = Source { file: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        let (record, mut body) = read(&source, &Settings::default()).expect("it is text");
        let pieces = |pieces: &[&str]| -> Vec<Piece> {
            let span = |words: &&str| text.find(*words).map(|at| Span::new(at, at + words.len())).expect("it is there");
            pieces.iter().map(|words| Piece { span: span(words), page: None }).collect()
        };
        body.passages.truncate(1);
        let quoted = |body: &entente_corpus::Body, words: &str| {
            let shared = Shared::of(&Catalogue::default());
            let readings = ReadingText::all(body);
            let view = View::of(0, &shared, &record, body, &readings);
            let at = view.text(0).find(words).expect("it is read so");
            view.span(0, at..at + words.len()).map(|span| span.of(text).to_owned())
        };
        for (parts, parted) in [
            (&["The Ministers shall,", "provide for a Council."][..], None),
            (&["to achieve an adjustment", "The Ministers shall,"], None),
            (&["to achieve an adjustment", "provide for a Council."], Some("adjustment\n\nprovide")),
        ] {
            body.passages[0].pieces = pieces(parts);
            let joint = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
            let (first, second) = (joint(parts[0]), joint(parts[1]));
            let over = format!("{} {}", first[first.len() - 1], second[0]);
            assert_eq!(quoted(&body, &over).as_deref(), parted, "{over}");
            assert_eq!(quoted(&body, parts[0]).as_deref(), Some(parts[0]));
        }
    }
}
