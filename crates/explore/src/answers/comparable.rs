//! What could be put on one side of a comparison: documents, sections and names by the words that are typed.

use entente_corpus::PassageKind;
use entente_text::fold::fold;

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

/// At most `limit` of each kind whose title, heading or name has the words `typed`; without words the first documents.
pub(crate) fn comparable(desk: &Desk, typed: &str, limit: usize) -> Vec<Comparable> {
    let wanted = fold(typed.trim());
    let mut out = documents(desk, &wanted, limit);
    if !wanted.is_empty() {
        out.extend(names(desk, &wanted, limit));
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

fn names(desk: &Desk, wanted: &str, limit: usize) -> Vec<Comparable> {
    let fits = |form: &str| fold(form).contains(wanted);
    let entities = desk.corpus.catalogue.entities.iter().flatten();
    let found = entities.filter(|entity| fits(&entity.name) || entity.forms.iter().any(|form| fits(&form.text)));
    found
        .take(limit)
        .map(|entity| Comparable {
            address: format!("name:{}", entity.id),
            kind: entity.kind.as_str(),
            label: entity.name.clone(),
            within: None,
        })
        .collect()
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
