//! Whose "I" a document is that only its metadata name: the author of a letter, an article or a release.

use entente_corpus::{MetadataField, Party};
use entente_text::fold::fold;

use super::{Source, Speaker, is_person, party};
use crate::view::View;

/// The one author in the metadata whom the text names as well; nobody if two are named.
pub(super) fn read_author(view: &View) -> Option<Speaker> {
    let authors = view.body.metadata.iter().filter(|field| field.field == MetadataField::Author);
    let mut found: Option<Party> = None;
    for author in authors {
        // "Lund, Ann" and "Ann Lund" have the same surname.
        let value = fold(&author.fact.value);
        let surname = match value.split_once(',') {
            Some((surname, _)) => surname,
            None => value.rsplit(' ').next().unwrap_or(""),
        };
        let Some(named) = person_called(view, surname.trim())? else { continue };
        if found.is_some_and(|before| before.entity != named.entity) {
            return None;
        }
        found = Some(named);
    }
    Some(Speaker { party: found?, on_behalf_of: None, source: Source::Author })
}

/// The person whose full name ends with `surname`, where the text names them first; `None` if two persons have it.
fn person_called(view: &View, surname: &str) -> Option<Option<Party>> {
    let mut found: Option<Party> = None;
    for at in view.passages() {
        for name in view.named(at).iter().filter(|name| is_person(name)) {
            let printed = fold(view.text(at).get(name.range.clone()).unwrap_or(""));
            let is_called = printed.rsplit_once(' ').is_some_and(|(_, last)| last == surname);
            if is_called && found.is_none() {
                found = party(view, at, name.range.clone(), Some(name.entity));
            } else if is_called && found.is_some_and(|found| found.entity != Some(name.entity)) {
                return None;
            }
        }
    }
    Some(found)
}
