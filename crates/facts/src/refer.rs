//! How documents refer: to another document of the file, to an instrument, to the same matter elsewhere. Where two tellings
//! disagree is found by [`super::conflicts`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{Catalogue, End, EntityKind, Link, LinkKind, Mention};
use entente_text::fold::fold;
use entente_text::order;
use entente_text::sentences;

use super::restate::hash;
use super::view::View;

/// A title of fewer words stands in any text by chance.
const TITLE_WORDS: usize = 4;
/// Words of a title before a name that the document itself has: "2014 APEC", "The".
const MAX_BEFORE_NAME: usize = 2;
/// Bytes before and after a name in which the sentence that cites it is looked for.
const MAX_BESIDE_NAME_BYTES: usize = 1_000;
/// Bytes of a citing sentence that are shown.
const MAX_CITING_BYTES: usize = 240;
/// Actors and topics of one passage that are paired, at most.
const ACTORS: usize = 5;
const TOPICS: usize = 3;
/// Related passages that are given for each passage, at most.
const RELATED: usize = 3;

pub(super) fn link(kind: LinkKind, from: End, to: End, score: f32, why: String) -> Link {
    Link { kind, from, to, score, difference: None, difference_kind: None, template: false, why }
}

/// Titles and symbols of the file's documents, to be found in texts.
pub(crate) struct Cited {
    /// By [`opening`] of its first words, all words of a title and the document; `None` if several have it: nothing says
    /// which of them a text means.
    titles: BTreeMap<u64, BTreeMap<Vec<String>, Option<u32>>>,
    /// Symbols, folded.
    symbols: BTreeMap<String, u32>,
}

fn split(text: &str) -> Vec<String> {
    split_folded(&fold(text)).map(str::to_owned).collect()
}

fn split_folded(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A number for the first words of a title, so that each place of a text is compared with numbers and not with titles. Other words
/// can have the same.
fn opening(hashes: &[u64]) -> u64 {
    hashes.iter().fold(0, |all, word| all.rotate_left(16) ^ word)
}

/// A number for each word.
fn hashes<W: AsRef<str>>(words: &[W]) -> Vec<u64> {
    words.iter().map(|word| hash(word.as_ref().bytes())).collect()
}

impl Cited {
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        let mut out = Self { titles: BTreeMap::new(), symbols: BTreeMap::new() };
        for (document, record) in catalogue.documents.numbered() {
            let title = record.title.as_ref().map(|title| split(&title.value)).unwrap_or_default();
            if title.len() >= TITLE_WORDS {
                let alike = out.titles.entry(opening(&hashes(&title[..TITLE_WORDS]))).or_default();
                alike.entry(title).and_modify(|known| *known = None).or_insert(Some(document));
            }
            if let Some(symbol) = &record.symbol {
                out.symbols.insert(fold(&symbol.value), document);
            }
        }
        out
    }

    /// The documents and instruments that one document cites.
    pub(crate) fn links(&self, view: &View, kinds: &[EntityKind]) -> Vec<Link> {
        let mut to: BTreeMap<u32, &'static str> = BTreeMap::new();
        for at in view.passages() {
            let text = view.text(at);
            let folded = fold(text);
            let words: Vec<&str> = split_folded(&folded).collect();
            for (n, window) in hashes(&words).windows(TITLE_WORDS).enumerate() {
                for (title, document) in self.titles.get(&opening(window)).into_iter().flatten() {
                    let is_printed =
                        || words[n..].len() >= title.len() && words[n..].iter().zip(title).all(|(a, b)| a == b);
                    if let Some(document) = document.filter(|_| is_printed()) {
                        to.entry(document).or_insert("its title is printed");
                    }
                }
            }
            for word in text.split_whitespace().filter(|word| word.contains('/')) {
                if let Some(document) = self.symbols.get(&fold(word.trim_matches(|c: char| !c.is_alphanumeric()))) {
                    to.entry(*document).or_insert("its symbol is printed");
                }
            }
        }
        let from = End::Document(view.document);
        let mut out: Vec<Link> = to
            .into_iter()
            .filter(|(document, _)| *document != view.document)
            .map(|(document, why)| link(LinkKind::Cites, from, End::Document(document), 1.0, why.to_owned()))
            .collect();
        let instrument = |entity: &u32| kinds.get(*entity as usize) == Some(&EntityKind::Instrument);
        let mut mentions: BTreeMap<u32, Vec<&Mention>> = BTreeMap::new();
        for mention in view.body.mentions.iter().filter(|mention| instrument(&mention.entity)) {
            mentions.entry(mention.entity).or_default().push(mention);
        }
        let mut sentences = PassageSentences::default();
        for (entity, mentions) in mentions {
            if mentions.iter().any(|mention| names_document(view, mention)) {
                continue;
            }
            // What stands in the title alone is what the document is.
            let mentions: Vec<&Mention> = mentions.into_iter().filter(|mention| !opens_title(view, mention)).collect();
            if mentions.is_empty() {
                continue;
            }
            let words =
                mentions.iter().find_map(|mention| citing_words(view, mention, &mut sentences)).unwrap_or_default();
            let why = match mentions.len() {
                1 => format!("named once{words}"),
                count => format!("named {count} times{words}"),
            };
            out.push(link(LinkKind::Cites, from, End::Entity(entity), 1.0, why));
        }
        out
    }
}

/// True if the document's title is the name of what is mentioned, perhaps with a year or its owner before: it does not cite
/// itself.
fn names_document(view: &View, mention: &Mention) -> bool {
    let Some(title) = view.record.title.as_ref().map(|title| split(&title.value)) else { return false };
    let name = split(mention.span.of(&view.body.text));
    let before = title.len().saturating_sub(name.len());
    !name.is_empty() && before <= MAX_BEFORE_NAME && title.ends_with(&name)
}

/// True for a name with which the document's title begins, where the title stands.
fn opens_title(view: &View, mention: &Mention) -> bool {
    let Some(title) = view.record.title.as_ref() else { return false };
    let name = split(mention.span.of(&view.body.text));
    let inside = title
        .evidence
        .iter()
        .any(|evidence| evidence.span.start <= mention.span.start && mention.span.end <= evidence.span.end);
    inside && !name.is_empty() && split(&title.value).starts_with(&name)
}

/// The sentence that names what is mentioned, as it is shown after "named once": `: "…"`. Nothing where no sentence does, as in
/// a menu.
fn citing_words(view: &View, mention: &Mention, sentences: &mut PassageSentences) -> Option<String> {
    let at = mention.passage;
    let own = view.reading_range(at, mention.span)?;
    let text = view.text(at);
    let sentence = sentences.around(at, text, own.start)?;
    let from = text.floor_char_boundary(own.start.saturating_sub(MAX_BESIDE_NAME_BYTES));
    let to = text.ceil_char_boundary(own.end.saturating_add(MAX_BESIDE_NAME_BYTES).min(text.len()));
    let near = text.get(sentence.start.max(from)..sentence.end.min(to))?;
    let words = near.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = words.floor_char_boundary(MAX_CITING_BYTES);
    let rest = if cut < words.len() { "…" } else { "" };
    Some(format!(": “{}{rest}”", &words[..cut]))
}

/// The sentences of passages. A paragraph may name thousands of papers, and is parted once for all of them.
#[derive(Default)]
struct PassageSentences(BTreeMap<u32, Vec<Range<usize>>>);

impl PassageSentences {
    /// The sentence that contains the byte offset `at` of `text`, the reading text of `passage`.
    fn around(&mut self, passage: u32, text: &str, at: usize) -> Option<Range<usize>> {
        let sentences = self.0.entry(passage).or_insert_with(|| sentences(text));
        let next = sentences.partition_point(|range| range.start <= at);
        sentences.get(next.checked_sub(1)?).filter(|range| at < range.end).cloned()
    }
}

/// Two actors and a topic.
type Matter = (u32, u32, u32);

/// Passages about the same two actors and the same topic.
#[derive(Default)]
pub(crate) struct Related {
    /// The last passage on each matter.
    last: BTreeMap<Matter, (u32, u32)>,
    links: Vec<(End, End, Matter)>,
}

/// The actors and topics of one passage, some of each.
pub(crate) struct Matters {
    passage: u32,
    actors: Vec<u32>,
    topics: Vec<u32>,
}

/// The passages of a document that name two actors and a topic.
pub(crate) fn find_matters(view: &View) -> Vec<Matters> {
    let named = |at: u32| {
        let pick = |fits: &dyn Fn(EntityKind) -> bool, most: usize| {
            let set: BTreeSet<u32> =
                order::set(view.named(at).iter().filter(|name| fits(name.kind)).map(|name| name.entity));
            set.into_iter().take(most).collect::<Vec<u32>>()
        };
        let actors =
            pick(&|kind| matches!(kind, EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation), ACTORS);
        let topics = pick(&|kind| kind == EntityKind::Topic, TOPICS);
        Matters { passage: at, actors, topics }
    };
    let told = view.passages().filter(|at| !view.is_mute(*at)).map(named);
    told.filter(|named| named.actors.len() > 1 && !named.topics.is_empty()).collect()
}

impl Related {
    /// Adds the passages of a document; documents come in order.
    pub(crate) fn add(&mut self, document: u32, matters: &[Matters]) {
        for Matters { passage, actors, topics } in matters {
            let here = (document, *passage);
            let mut told: BTreeSet<(u32, u32)> = BTreeSet::new();
            for (n, a) in actors.iter().enumerate() {
                for b in &actors[n + 1..] {
                    for topic in topics {
                        let matter = (*a, *b, *topic);
                        if let Some(before) = self.last.insert(matter, here)
                            && before != here
                            && told.len() < RELATED
                            && told.insert(before)
                        {
                            let (from, to) = (End::Passage(document, *passage), End::Passage(before.0, before.1));
                            self.links.push((from, to, matter));
                        }
                    }
                }
            }
        }
    }

    pub(crate) fn links(self, catalogue: &Catalogue) -> Vec<Link> {
        let name = |entity: u32| catalogue.entities.get(entity as usize).map_or("", |entity| entity.name.as_str());
        let related = |(from, to, (a, b, topic)): (End, End, Matter)| {
            let apart = matches!((from, to), (End::Passage(a, _), End::Passage(b, _)) if a != b);
            let why = format!("both name {} and {} and speak of {}", name(a), name(b), name(topic));
            link(LinkKind::Related, from, to, if apart { 0.6 } else { 0.4 }, why)
        };
        self.links.into_iter().map(related).collect()
    }
}
