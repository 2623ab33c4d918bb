//! Facts: what the documents say was done, promised, planned and agreed, by whom and when, and how they refer
//! to each other.
//!
//! In: documents read, names found. Out: engagements, statements and amounts in the bodies, series and links
//! in the catalogue, each with the words it stands on. Everything is found by rules over sentences and
//! structure, in time linear in the text; a form's own wording, contact blocks and furniture yield nothing.

mod actors;
mod amounts;
mod answers;
mod conflicts;
mod explain;
mod form;
mod governed;
mod languages;
mod lexicon;
mod make;
mod merge_mentions;
mod occasion;
pub mod occasions;
mod patterns;
mod phrases;
mod posting;
mod refer;
mod reported;
mod resolve;
mod restate;
mod series;
mod speakers;
mod speech;
pub mod statements;
mod view;
mod voice;

use entente_corpus::{
    Amount, Anomaly, AnomalyKind, Body, Catalogue, Engagement, Link, PassageKind, ReadingText, Record, Statement,
};
use entente_text::order;

use entente_text::checkpoint;
use entente_text::executor::{self, Executor};
use entente_text::number::grouped;

pub use explain::explain_passage;
pub use patterns::{PatternFault, check_pattern};

use self::occasions::draft::Speakers;
use self::series::Member;
use self::view::{Shared, View};

/// Statements, amounts and mentions of occasions that are found in one document at most. A thousand pages have some 20,000.
const MAX_FACTS: usize = 200_000;

/// What one document gives.
#[derive(Default)]
struct DocumentFacts {
    engagements: Vec<Engagement>,
    statements: Vec<Statement>,
    amounts: Vec<Amount>,
    notes: Vec<Anomaly>,
    links: Vec<Link>,
    members: Vec<Member>,
}

/// What is found in one document without a look at the others.
struct Read {
    found: DocumentFacts,
    texts: Vec<restate::Text>,
    matters: Vec<refer::Matters>,
}

/// Finds the facts of all documents; `readings` are the reading texts of each body. Each document is read by `executor`; how
/// they refer to each other is found afterwards, in their order.
pub fn derive(catalogue: &mut Catalogue, bodies: &mut [Body], readings: &[Vec<ReadingText>], executor: &dyn Executor) {
    derive_within(catalogue, bodies, readings, executor, MAX_FACTS);
}

/// See [`derive`]. Of a document with more than `most` facts, the last passages are not looked through, and a note says so.
fn derive_within(
    catalogue: &mut Catalogue,
    bodies: &mut [Body],
    readings: &[Vec<ReadingText>],
    executor: &dyn Executor,
    most: usize,
) {
    let sizes: Vec<u64> = bodies.iter().map(|body| body.text.len() as u64).collect();
    let read = {
        let (shared, cited) = (Shared::of(catalogue), refer::Cited::of(catalogue));
        let records: Vec<Option<&Record>> = catalogue.documents.iter().collect();
        let bodies = &*bodies;
        executor::map(executor, &sizes, |at| {
            let view = View::of(at, &shared, (*records.get(at)?)?, bodies.get(at)?, readings.get(at)?);
            let form = form::read(&view);
            let mut found = document(&view, &form, most);
            found.links.extend(cited.links(&view, &shared.kinds));
            let texts = restate::find_texts(&view, |at| form.is_wording(at));
            Some(Read { found, texts, matters: refer::find_matters(&view) })
        })
    };
    let (mut links, mut members, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut related = refer::Related::default();
    for ((body, document), read) in bodies.iter_mut().zip(0..).zip(read) {
        let Some(Read { found, texts: own, matters }) = read else { continue };
        texts.extend(own);
        related.add(document, &matters);
        body.engagements = found.engagements;
        body.statements = found.statements;
        body.amounts = found.amounts;
        body.anomalies.extend(found.notes);
        order::sort_by_key(&mut body.anomalies, |anomaly| (anomaly.span, anomaly.kind));
        links.extend(found.links);
        members.extend(found.members);
    }
    links.extend(series::find(catalogue, bodies, members));
    let restated = restate::links(&texts, readings, executor);
    drop(texts);
    let conflicts = conflicts::find(catalogue, bodies, &restated);
    let related = related.links(catalogue);
    links.extend(restated.into_iter().chain(related).chain(conflicts));
    order::sort_by_key(&mut links, |link| (link.kind, link.from, link.to));
    catalogue.links = links.into();
}

/// The facts of one document, up to the passage with the last of `most`.
fn document(view: &View, form: &form::Form, most: usize) -> DocumentFacts {
    let mut out = DocumentFacts::default();
    let answers = answers::read(view, form);
    let mut statements: Vec<(usize, Statement)> = answers.statements.iter().cloned().enumerate().collect();
    let mut drafts = Vec::new();
    let mut discourse = speech::Discourse::of(view);
    let title = view.record.title.as_ref().and_then(|title| title.evidence.first()).and_then(|place| place.passage);
    let mut speakers = Speakers::default();
    for at in view.passages() {
        checkpoint();
        if drafts.len() + statements.len() + out.amounts.len() > most {
            out.notes.extend(note_of_end(view, at, most));
            break;
        }
        let heads = title == Some(at) && view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Heading);
        discourse.headed(view, at);
        if view.is_mute(at) && !heads || form.subheads.contains(&at) {
            continue;
        }
        let sentences = view.sentences(at);
        let slot = form.slots.get(&at);
        if slot.is_none_or(|slot| slot.part != form::Part::Commitments) {
            speakers.parties = answers.agents(at);
            occasions::read_occasions(view, &sentences, &mut speakers, &mut drafts);
        }
        if !heads && slot.is_none_or(|slot| slot.part != form::Part::Commitments) {
            amounts::read(view, &sentences, &mut out.amounts);
        }
        if slot.is_none() && !heads {
            let mut said = Vec::new();
            speech::read(view, at, &sentences, &mut discourse, &mut said);
            patterns::read_statements(view, &sentences, &mut said);
            statements.extend(said.into_iter().map(|statement| (usize::MAX, statement)));
        }
    }
    order::sort_by_key(&mut statements, |(_, statement)| {
        (statement.evidence.passage, statement.evidence.span.start, statement.verb.map(|verb| verb.start))
    });
    let mut names = make::Names::of(view.record);
    for (_, statement) in &mut statements {
        let verb = statement.verb.map_or("", |verb| make::words(view, verb));
        let words = format!("{verb}\n{}", make::words(view, statement.evidence.span));
        statement.id = names.name(view, "", statement.evidence.passage, &words);
    }
    let places: std::collections::BTreeMap<usize, u32> = order::map(
        statements.iter().zip(0..).filter(|((n, _), _)| *n != usize::MAX).map(|((n, _), place)| (*n, place)),
    );
    out.links = answers.links(view.document, |n| places.get(&n).copied());
    // Facts are kept until all documents are read: those of one take no more room than they need.
    out.statements = Vec::with_capacity(statements.len());
    out.statements.extend(statements.into_iter().map(|(_, statement)| statement));
    speakers::name_speakers(view, &mut out.statements);
    out.amounts.shrink_to_fit();
    for amount in &mut out.amounts {
        let words = format!("{}\n{}", amount.value, make::words(view, amount.evidence.span));
        amount.id = names.name(view, "", amount.evidence.passage, &words);
    }
    out.notes.extend(answers.notes);
    drafts.iter_mut().for_each(|draft| occasions::keep_before_document(view, draft));
    let all = merge_mentions::gather(view, drafts);
    out.members.reserve_exact(all.len());
    out.engagements.reserve_exact(all.len());
    for (gathered, at) in all.into_iter().zip(0..) {
        out.members.push(Member {
            document: view.document,
            at,
            key: gathered.key,
            named: gathered.named,
            name: gathered.name,
        });
        out.engagements.push(gathered.engagement);
    }
    out
}

/// The note that facts are not looked for from passage `at` on.
fn note_of_end(view: &View, at: u32, most: usize) -> Option<Anomaly> {
    Some(Anomaly {
        kind: AnomalyKind::TruncatedText,
        passage: Some(at),
        span: view.passage(at)?.pieces.first()?.span,
        detail: format!(
            "the text has more than {} facts; no facts are looked for from here on",
            grouped(&most.to_string())
        ),
        rule: "bounded-reading".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Catalogue, ReadingText};
    use entente_ingest::{Settings, Source, read};
    use entente_text::executor::Sequential;

    use super::derive_within;

    #[test]
    fn facts_of_a_document_are_bounded_and_the_first_are_found() {
        let bytes = "Japan paid USD 3 million to Ghana.\n\n".repeat(10).into_bytes();
        let source = Source { file: "a.txt".to_owned(), bytes };
        for (most, amounts, note) in
            [(4, 5, Some("the text has more than 4 facts; no facts are looked for from here on")), (10, 10, None)]
        {
            let settings = Settings::default();
            let (record, body) = read(&source, &settings).expect("it is text");
            let mut catalogue = Catalogue::default();
            catalogue.documents.push(record);
            let texts = [ReadingText::all(&body)];
            let mut bodies = vec![body];
            entente_names::recognise(&mut catalogue, &mut bodies, &texts, &settings.names, &Sequential);
            derive_within(&mut catalogue, &mut bodies, &texts, &Sequential, most);
            let notes = bodies[0].anomalies.iter().filter(|note| note.rule == "bounded-reading");
            let notes: Vec<_> = notes.map(|note| (note.detail.as_str(), note.passage)).collect();
            assert_eq!((bodies[0].statements.len(), bodies[0].amounts.len()), (0, amounts));
            assert_eq!(notes, note.map(|detail| (detail, Some(5))).into_iter().collect::<Vec<_>>());
        }
    }
}
