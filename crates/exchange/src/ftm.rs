//! Entities of `FollowTheMoney`, made of the export tables.
//!
//! A document is a `Document` with its text as it is read, a name the schema that `data/ftm-kinds.tsv` gives for its kind, a meeting an `Event`, a
//! sum that was paid a `Payment`, other sums and statements a `Note`. A title with a body is an `Employment`, a document that cites
//! another an `UnknownLink`. Every fact carries its words, its place, and its document as proof. What that model has no schema for
//! (topics, instruments, systems, operations) stands in the keywords of documents, events and notes.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::Corpus;

use crate::entity::{Entity, MAX_TEXT_CHARS, identity};
use crate::rows::{Ids, Row, Rows};

/// Schemata by kind of name.
const KINDS: &str = include_str!("../data/ftm-kinds.tsv");
/// Language tags of two letters and of three.
const LANGUAGES: &str = include_str!("../data/languages.tsv");

pub(crate) fn write(corpus: &Corpus, write: &mut dyn FnMut(&str)) {
    let (documents, sources) = documents(corpus);
    let names = Names::of(corpus);
    let entities = documents
        .into_iter()
        .chain(names.entities.values().cloned())
        .chain(mentions(corpus, &names))
        .chain(employments(corpus, &names))
        .chain(events(corpus, &names, &sources))
        .chain(notes(corpus, &names, &sources))
        .chain(payments(corpus, &names, &sources))
        .chain(citations(corpus));
    let mut ids = Ids::default();
    for entity in entities {
        write(&entity.line(&mut ids));
    }
}

/// Publisher and address of each document, by its id.
type Sources = BTreeMap<String, [String; 2]>;

fn documents(corpus: &Corpus) -> (Vec<Entity>, Sources) {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in Rows::of(corpus, "passages").iter() {
        let parts = texts.entry(row.text("document").to_owned()).or_default();
        let words: Vec<char> = row.text("text").chars().collect();
        for piece in words.chunks(MAX_TEXT_CHARS / 2) {
            let piece: String = piece.iter().collect();
            match parts.last_mut().filter(|part| part.len() + piece.len() < MAX_TEXT_CHARS) {
                Some(part) => *part += &format!("\n\n{piece}"),
                None => parts.push(piece),
            }
        }
    }
    let mut keywords: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let kinds = crate::pairs(KINDS);
    for row in Rows::of(corpus, "mentions").iter().filter(|row| !kinds.contains_key(row.text("kind"))) {
        keywords.entry(row.text("document").to_owned()).or_default().insert(row.text("name").to_owned());
    }
    let languages = crate::pairs(LANGUAGES);
    let mut sources = Sources::new();
    let mut entities = Vec::new();
    for row in Rows::of(corpus, "documents").iter() {
        let id = row.text("id");
        let source = [row.text("publisher").to_owned(), web_address(row.text("url")).to_owned()];
        entities.push(
            Entity::new(document(&row, "id"), "Document")
                .with("fileName", [row.text("file")])
                .with("title", [row.text("title")])
                .with("date", day_or_less(row.text("date")))
                .with("publisher", [source[0].clone()])
                .with("sourceUrl", [source[1].clone()])
                .with("language", languages.get(row.text("language")).copied())
                .with("encoding", [row.text("encoding")])
                .with("fileSize", [row.number("bytes")])
                .with("notes", [row.text("marking")])
                .with("keywords", [row.text("kind").to_owned()])
                .with("keywords", keywords.remove(id).unwrap_or_default())
                .with("bodyText", texts.remove(id).unwrap_or_default()),
        );
        sources.insert(id.to_owned(), source);
    }
    (entities, sources)
}

/// The names that are entities there.
struct Names {
    /// By our id.
    entities: BTreeMap<String, Entity>,
}

impl Names {
    fn of(corpus: &Corpus) -> Self {
        let kinds = crate::pairs(KINDS);
        let rows = Rows::of(corpus, "entities");
        let codes: BTreeMap<&str, &str> = rows.iter().map(|row| (row.text("id"), row.text("code"))).collect();
        let mut entities = BTreeMap::new();
        for row in rows.iter() {
            let (id, kind) = (row.text("id"), row.text("kind"));
            let Some(schema) = kinds.get(kind).copied() else { continue };
            // What a state's body is called says nothing of where it is; the state does.
            let code = [row.text("code"), codes.get(row.text("parent_id")).copied().unwrap_or_default()];
            let code = code.into_iter().find(|code| !code.is_empty()).unwrap_or_default().to_lowercase();
            let mut entity =
                Entity::new(identity("name", id), schema).with("name", [row.text("name")]).with("country", [code]);
            match schema {
                "Address" => entity.add("full", row.text("name")),
                "Company" | "Person" => entity = entity.with("alias", row.list("aliases")),
                _ => entity = entity.with("alias", row.list("aliases")).with("classification", [kind]),
            }
            entities.insert(id.to_owned(), entity);
        }
        // A title without a body; one with a body is an employment.
        for row in Rows::of(corpus, "mentions").iter().filter(|row| row.text("affiliation_id").is_empty()) {
            if let Some(person) = entities.get_mut(row.text("entity")).filter(|entity| entity.schema == "Person") {
                person.add("position", row.text("role"));
            }
        }
        Self { entities }
    }

    /// The id of a party: who can act, so no place.
    fn party(&self, id: &str) -> Option<String> {
        self.called(id, &["PublicBody", "Organization", "Company", "Person"])
    }

    /// The id of a name whose schema is one of `schemata`.
    fn called(&self, id: &str, schemata: &[&str]) -> Option<String> {
        let entity = self.entities.get(id)?;
        schemata.contains(&entity.schema).then(|| identity("name", id))
    }
}

/// One for each name in each document, with the forms in which it is printed there.
fn mentions(corpus: &Corpus, names: &Names) -> Vec<Entity> {
    let mut found: BTreeMap<(String, String), Entity> = BTreeMap::new();
    for row in Rows::of(corpus, "mentions").iter() {
        let id = row.text("entity");
        let (Some(party), Some(entity)) = (names.party(id), names.entities.get(id)) else { continue };
        let key = (row.text("document").to_owned(), id.to_owned());
        let mention = found.entry(key).or_insert_with(|| {
            Entity::new(identity("mention", &format!("{}:{id}", row.text("document"))), "Mention")
                .with("document", [document(&row, "document")])
                .with("resolved", [party])
                .with("detectedSchema", [entity.schema])
        });
        mention.add("name", row.text("surface"));
    }
    found.into_values().collect()
}

/// One for each title that a person has in a body, with the documents that say so.
fn employments(corpus: &Corpus, names: &Names) -> Vec<Entity> {
    let mut found: BTreeMap<[String; 3], Entity> = BTreeMap::new();
    for row in Rows::of(corpus, "mentions").iter() {
        let person = names.called(row.text("entity"), &["Person"]);
        let body = names.called(row.text("affiliation_id"), &["PublicBody", "Organization", "Company"]);
        let (Some(person), Some(body)) = (person, body) else { continue };
        let role = row.text("role");
        let id = identity("post", &format!("{person}:{body}:{role}"));
        let post = found.entry([person.clone(), body.clone(), role.to_owned()]).or_insert_with(|| {
            Entity::new(id, "Employment").with("employee", [person]).with("employer", [body]).with("role", [role])
        });
        post.add("proof", document(&row, "document"));
    }
    found.into_values().collect()
}

fn events(corpus: &Corpus, names: &Names, sources: &Sources) -> Vec<Entity> {
    let series = Rows::of(corpus, "series");
    let series: BTreeMap<&str, &str> = series.iter().map(|row| (row.text("id"), row.text("name"))).collect();
    let event = |row: Row| {
        let (start, end) = (row.text("date_start"), row.text("date_end"));
        // One point is a date; the month of a meeting is not the month in which it began and ended.
        let at_once = start == end;
        let parties = row.list("participants_ids").iter().filter_map(|id| names.party(id));
        let entity = Entity::new(identity("event", row.text("id")), "Event")
            .with("name", [row.text("name")])
            .with("date", day_or_less(start).filter(|_| at_once))
            .with("startDate", day_or_less(start).filter(|_| !at_once))
            .with("endDate", day_or_less(end).filter(|_| !at_once))
            .with("location", [row.text("place")])
            .with("involved", parties)
            .with("recordId", [row.text("id")])
            .with("keywords", [row.text("kind"), row.text("status"), known(row.text("level"))])
            .with("keywords", series.get(row.text("series")).copied())
            .with("keywords", row.list("topics"));
        with_evidence(entity, &row, sources)
    };
    Rows::of(corpus, "engagements").iter().map(event).collect()
}

/// Statements, and sums that were not paid or whose payer or receiver is not known.
fn notes(corpus: &Corpus, names: &Names, sources: &Sources) -> Vec<Entity> {
    let note = |sort: &str, row: &Row, parties: Vec<&str>| {
        let entity = Entity::new(identity(sort, row.text("id")), "Note")
            .with("entity", [document(row, "document")])
            .with("entity", parties.into_iter().filter_map(|id| names.party(id)));
        with_evidence(entity, row, sources)
    };
    let statement = |row: Row| {
        let mut parties = vec![row.text("on_behalf_of_id"), row.text("actor_id")];
        parties.extend(row.list("speaker_ids").iter().map(String::as_str));
        parties.extend(row.list("counterparts_ids").iter().map(String::as_str));
        note("statement", &row, parties)
            .with("keywords", ["statement", row.text("modality"), row.text("strength")])
            .with("keywords", row.list("topics"))
            .with("keywords", row.list("instruments"))
    };
    let amount = |row: Row| {
        note("amount", &row, vec![row.text("payer_id"), row.text("receiver_id")])
            .with("keywords", ["amount", row.text("status"), row.text("unit")])
    };
    let (statements, amounts) = (Rows::of(corpus, "statements"), Rows::of(corpus, "amounts"));
    let unpaid = amounts.iter().filter(|row| paid(row, names).is_none());
    statements.iter().map(statement).chain(unpaid.map(amount)).collect()
}

fn payments(corpus: &Corpus, names: &Names, sources: &Sources) -> Vec<Entity> {
    let payment = |row: Row| {
        let (payer, receiver) = paid(&row, names)?;
        // Of a range neither end is what was paid.
        let amount = row.number("value_max").is_empty().then(|| row.number("value"));
        let entity = Entity::new(identity("amount", row.text("id")), "Payment")
            .with("payer", [payer])
            .with("beneficiary", [receiver])
            .with("amount", amount)
            .with("currency", [row.text("unit")])
            .with("purpose", [row.text("purpose")])
            .with("date", day_or_less(row.text("date")))
            .with("recordId", [row.text("id")]);
        Some(with_evidence(entity, &row, sources))
    };
    Rows::of(corpus, "amounts").iter().filter_map(payment).collect()
}

/// Payer and receiver of a sum that was paid.
fn paid(row: &Row, names: &Names) -> Option<(String, String)> {
    let (payer, receiver) = (names.party(row.text("payer_id"))?, names.party(row.text("receiver_id"))?);
    (row.text("status") == "paid" && payer != receiver).then_some((payer, receiver))
}

/// Documents that cite each other.
fn citations(corpus: &Corpus) -> Vec<Entity> {
    let documents: BTreeSet<String> =
        Rows::of(corpus, "documents").iter().map(|row| row.text("id").to_owned()).collect();
    let between = |row: &Row| {
        let (from, to) = (row.text("from"), row.text("to"));
        row.text("kind") == "cites" && from != to && documents.contains(from) && documents.contains(to)
    };
    let link = |row: Row| {
        let id = identity("cites", &format!("{}:{}", row.text("from"), row.text("to")));
        Entity::new(id, "UnknownLink")
            .with("subject", [document(&row, "from")])
            .with("object", [document(&row, "to")])
            .with("role", ["cites"])
            .with("proof", [document(&row, "from")])
    };
    let links = Rows::of(corpus, "links");
    let found: BTreeMap<[&str; 2], Row> =
        links.iter().filter(between).map(|row| ([row.text("from"), row.text("to")], row)).collect();
    found.into_values().map(link).collect()
}

/// Adds a fact's words, its place, its document as proof, and where that was published.
fn with_evidence(entity: Entity, row: &Row, sources: &Sources) -> Entity {
    let place = format!("{}:{}", row.text("file"), row.number("line_start"));
    let [publisher, address] = sources.get(row.text("document")).cloned().unwrap_or_default();
    entity
        .with("description", [row.text("quote")])
        .with("summary", [place])
        .with("proof", [document(row, "document")])
        .with("publisher", [publisher])
        .with("sourceUrl", [address])
}

/// The id of the document that `column` names.
fn document(row: &Row, column: &str) -> String {
    identity("document", row.text(column))
}

/// `level` unless it says that nothing is known.
fn known(level: &str) -> &str {
    if level == "unknown" { "" } else { level }
}

/// `date` if it is a day, a month or a year; dates there have no intervals and no unknown digits.
fn day_or_less(date: &str) -> Option<&str> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (date.split('-').all(is_number) && date.len() >= 4).then_some(date)
}

/// `address` if it is one of the web.
fn web_address(address: &str) -> &str {
    if address.starts_with("http://") || address.starts_with("https://") { address } else { "" }
}
