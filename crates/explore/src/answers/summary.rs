//! Title, counts and names of the whole file.

use entente_text::number::count_documents;
use entente_text::order::sort_by;

use crate::desk::Desk;
use crate::models::listing::{NameCount, Summary};

/// Title, counts and names of the file.
pub(crate) fn summary(desk: &Desk) -> Summary {
    let catalogue = &desk.corpus.catalogue;
    let documents = catalogue.documents.len();
    let values = desk.values.of_entity.iter().filter_map(|at| desk.values.all.get(*at as usize));
    let mut names: Vec<NameCount> = values
        .map(|value| NameCount {
            id: value.id.clone(),
            name: value.label.clone(),
            kind: value.axis.as_str(),
            passages: value.passages as usize,
            documents: value.documents as usize,
        })
        .collect();
    sort_by(&mut names, |a, b| a.kind.cmp(b.kind).then(b.passages.cmp(&a.passages)).then_with(|| a.name.cmp(&b.name)));
    Summary {
        title: catalogue.title.clone().unwrap_or_else(|| count_documents(documents)),
        description: catalogue.description.clone(),
        edition: catalogue.edition.clone(),
        marking: catalogue.marking.clone(),
        documents,
        passages: desk.passages.all.len(),
        words: desk.words_in_all(),
        names,
        unread: catalogue.unread.clone(),
        redacted: catalogue.redacted.clone(),
    }
}
