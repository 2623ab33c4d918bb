//! What could be put on one side of a comparison: documents, sections and names by the words that are typed.

use entente_corpus::{Entity, PassageKind};
use entente_text::fold::fold;
use entente_text::order::sort_by_key;

use super::ask::ask;
use crate::desk::Desk;
use crate::desk::texts::cut;
use crate::query::Query;

/// Characters of a label.
const LABEL_CHARS: usize = 80;

/// Something that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparable {
    /// What it is called in the link of a comparison.
    pub address: String,
    /// A word for what it is: "document", "section", or the kind of the name.
    pub kind: &'static str,
    /// Its title, heading or name, as printed.
    pub label: String,
    /// Of a section: the title of its document.
    pub within: Option<String>,
}

/// At most `limit` each of the names, documents and sections whose name, title or heading has the words `typed`; without words the
/// first documents.
pub(crate) fn comparable(desk: &Desk, typed: &str, limit: usize) -> Vec<Comparable> {
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return documents(desk, "", limit);
    }
    let mut out = names(desk, &wanted, limit);
    out.extend(documents(desk, &wanted, limit));
    // A single letter begins too many words to look them up at each key.
    if !(wanted.len() == 1 && wanted.is_ascii()) {
        out.extend(sections(desk, typed, limit));
    }
    out
}

fn documents(desk: &Desk, wanted: &str, limit: usize) -> Vec<Comparable> {
    let records = desk.corpus.catalogue.documents.numbered().map(|(at, record)| (at as usize, record));
    let fits = |at: usize| wanted.is_empty() || fold(desk.corpus.title_of(at)).contains(wanted);
    let found = records.filter(|(at, _)| fits(*at)).take(limit);
    found
        .map(|(at, record)| Comparable {
            address: record.id.to_string(),
            kind: "document",
            label: cut(desk.corpus.title_of(at), LABEL_CHARS),
            within: None,
        })
        .collect()
}

/// Names by how much of them is typed: the whole of a form, its beginning, or a part. Among equals those that most passages have.
fn names(desk: &Desk, wanted: &str, limit: usize) -> Vec<Comparable> {
    let rank = |form: &str| match fold(form) {
        form if form == wanted => Some(0),
        form if form.starts_with(wanted) => Some(1),
        form => form.contains(wanted).then_some(2),
    };
    let mut found: Vec<(u8, u32, &Entity)> = Vec::new();
    for (entity, value) in desk.corpus.catalogue.entities.iter().zip(&desk.values.of_entity) {
        let Some(entity) = entity else { continue };
        let forms = entity.forms.iter().map(|form| form.text.as_str()).chain([entity.name.as_str()]);
        let passages = desk.values.all.get(*value as usize).map_or(0, |value| value.passages);
        found.extend(forms.filter_map(rank).min().map(|rank| (rank, u32::MAX - passages, entity)));
    }
    sort_by_key(&mut found, |(rank, passages, _)| (*rank, *passages));
    let comparable = |(_, _, entity): (u8, u32, &Entity)| Comparable {
        address: format!("name:{}", entity.id),
        kind: entity.kind.as_str(),
        label: entity.name.clone(),
        within: None,
    };
    found.into_iter().take(limit).map(comparable).collect()
}

/// Sections by the words of their headings, which are looked up in the index.
fn sections(desk: &Desk, typed: &str, limit: usize) -> Vec<Comparable> {
    let asked = ask(desk, &Query::default().with_text(typed));
    let headings = asked.scores.iter().map(|(number, _)| *number as usize);
    let headings = headings.filter(|number| desk.passages.kinds.get(*number) == Some(&Some(PassageKind::Heading)));
    let section = |number: usize| {
        let at = *desk.passages.all.get(number)?;
        let record = desk.corpus.catalogue.documents.get(at.document as usize)?;
        let section = desk.passage(at)?.section?;
        let anchor = &desk.body(at.document)?.sections.get(section as usize)?.anchor;
        Some(Comparable {
            address: format!("{}:{anchor}", record.id),
            kind: "section",
            label: cut(&desk.reading_text(at), LABEL_CHARS),
            within: Some(cut(desk.corpus.title_of(at.document as usize), LABEL_CHARS)),
        })
    };
    headings.filter_map(section).take(limit).collect()
}
