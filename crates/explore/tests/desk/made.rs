//! Corpora for tests, made by hand: documents of paragraphs, with names, statements and dates where a test wants them.

use entente_corpus::{
    Basis, Body, Catalogue, Corpus, DocumentId, DocumentKind, Entity, EntityKind, Evidence, Fact, Mention, Modality,
    Passage, PassageKind, Record, Statement, id,
};
use entente_text::Span;

/// A paragraph and what is found in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made<'a> {
    pub(crate) text: &'a str,
    /// Numbers of entities.
    pub(crate) names: Vec<u32>,
    /// What a statement in it does, and when.
    pub(crate) statement: Option<(Modality, Option<&'a str>)>,
}

/// A paragraph with nothing found in it.
pub(crate) fn plain(text: &str) -> Made<'_> {
    Made { text, ..Made::default() }
}

/// An entity with these forms. The first is its name.
pub(crate) fn entity(id: &str, kind: EntityKind, forms: &[&str], known_as: &[&str]) -> Entity {
    let form = |text: &&str| entente_corpus::Form { text: (*text).to_owned(), count: 1 };
    Entity {
        id: id.to_owned(),
        kind,
        name: forms[0].to_owned(),
        code: None,
        parent: None,
        forms: forms.iter().map(form).collect(),
        known_as: known_as.iter().map(|name| (*name).to_owned()).collect(),
    }
}

fn fact<T>(value: T) -> Fact<T> {
    Fact { value, basis: Basis::Stated, rule: "made".to_owned(), evidence: Vec::new() }
}

/// A document: title, date, paragraphs.
pub(crate) fn document(title: &str, date: Option<&str>, paragraphs: &[Made]) -> (Record, Body) {
    let mut body = Body::default();
    for (n, made) in (0_u32..).zip(paragraphs) {
        let start = body.text.len();
        body.text.push_str(made.text);
        let span = Span::new(start, body.text.len());
        body.text.push('\n');
        let anchor = id::passage_anchor(n as usize + 1, made.text);
        body.passages.push(Passage { anchor, ..Passage::new(PassageKind::Paragraph, span) });
        for entity in &made.names {
            body.mentions.push(Mention {
                entity: *entity,
                passage: n,
                span,
                role: None,
                affiliation: None,
                rule: "made".to_owned(),
            });
        }
        if let Some((modality, period)) = made.statement {
            body.statements.push(Statement {
                id: format!("statement-{n}"),
                modality,
                verb: None,
                strength: None,
                speaker: None,
                speakers: Vec::new(),
                on_behalf_of: None,
                actor: None,
                counterparts: Vec::new(),
                topics: Vec::new(),
                instruments: Vec::new(),
                period: period.map(|date| fact(date.parse().expect("a date"))),
                evidence: Evidence { passage: Some(n), span },
                rule: "made".to_owned(),
            });
        }
    }
    let record = Record {
        id: DocumentId::new(title, &id::sha256(title.as_bytes())),
        file: format!("{title}.txt"),
        title: Some(fact(title.to_owned())),
        begins: title.to_owned(),
        kind: fact(if title.len().is_multiple_of(2) { DocumentKind::Report } else { DocumentKind::News }),
        publisher: title.starts_with('P').then(|| fact("The Publisher".to_owned())),
        language: Some(fact(if title.ends_with('x') { "fr" } else { "en" }.to_owned())),
        translation: None,
        date: date.map(|date| fact(date.parse().expect("a date"))),
        edition: None,
        symbol: None,
        url: None,
        marking: None,
        licence: None,
        sha256: id::hexadecimal(&id::sha256(title.as_bytes())),
        bytes: 1,
        encoding: fact("UTF-8".to_owned()),
        text_form: false,
        passages: u32::try_from(paragraphs.len()).expect("few"),
        words: 1,
    };
    (record, body)
}

/// A corpus of documents and the entities that they name.
pub(crate) fn corpus(documents: Vec<(Record, Body)>, entities: Vec<Entity>) -> Corpus {
    let (documents, bodies): (Vec<_>, Vec<Body>) = documents.into_iter().unzip();
    let (documents, entities) = (documents.into(), entities.into());
    let catalogue = Catalogue { schema: entente_corpus::SCHEMA, documents, entities, ..Catalogue::default() };
    let corpus = Corpus::new(catalogue, bodies);
    assert_eq!(entente_corpus::check(&corpus), Vec::<String>::new());
    corpus
}
