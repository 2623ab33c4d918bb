//! Suggestions while a query is typed: names by any of their forms, titles, words.

use entente_text::fold::fold;
use entente_text::order::sort_by_key;
use entente_text::saturating_u32;

use crate::desk::Desk;
use crate::query::Axis;

/// What is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// A name of this kind: [`Suggestion::id`] is a value of the axis.
    Name(Axis),
    /// A document: [`Suggestion::id`] is its public name.
    Document,
    /// Words to search for: the query with its last word ended.
    Term,
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// For links; for a term the query itself.
    pub id: String,
    /// For reading.
    pub text: String,
    /// The form by which it was found, if that is not `text`.
    pub form: Option<String>,
    /// Passages that have it.
    pub passages: usize,
    /// Documents that have it.
    pub documents: usize,
}

/// Names and titles that can be suggested, folded, with their values.
#[derive(Debug, Default)]
pub(crate) struct Suggestions {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    folded: String,
    /// The form as it is shown, if that is not the label.
    form: Option<String>,
    /// Number of the value in the values.
    value: u32,
}

impl Suggestions {
    pub(crate) fn new(desk: &Desk) -> Self {
        let mut entries = Vec::new();
        let values = &desk.values;
        for (entity, value) in desk.corpus.catalogue.entities.iter().zip(&values.of_entity) {
            let Some(entity) = entity else { continue };
            let printed = entity.forms.iter().map(|form| form.text.as_str()).filter(|form| *form != entity.name);
            let others = printed.chain(entity.known_as.iter().map(String::as_str));
            entries.push(Entry { folded: fold(&entity.name), form: None, value: *value });
            entries.extend(others.map(|form| Entry { folded: fold(form), form: Some(form.to_owned()), value: *value }));
        }
        for at in values.range(Axis::Document) {
            let value = saturating_u32(at);
            entries.push(Entry { folded: fold(&values.all[at].label), form: None, value });
        }
        Self { entries }
    }

    /// At most `limit` suggestions for what is typed: names and titles one of whose words begins so, whole beginnings
    /// and much printed ones first; then words.
    pub(crate) fn of(&self, desk: &Desk, typed: &str, limit: usize) -> Vec<Suggestion> {
        let folded = fold(typed);
        if folded.is_empty() || limit == 0 {
            return Vec::new();
        }
        let values = &desk.values;
        let inside = format!(" {folded}");
        let mut found: Vec<(bool, std::cmp::Reverse<u32>, u32, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let whole = entry.folded.starts_with(&folded);
                let fits = whole || entry.folded.contains(&inside);
                let passages = values.all[entry.value as usize].passages;
                (fits && passages > 0).then_some((!whole, std::cmp::Reverse(passages), entry.value, entry))
            })
            .collect();
        // One suggestion for each value, by its own name if that fits as well as another form.
        sort_by_key(&mut found, |(inside, passages, value, entry)| (*inside, *passages, *value, entry.form.is_some()));
        let mut seen = std::collections::BTreeSet::new();
        found.retain(|(_, _, value, _)| seen.insert(*value));
        let mut out: Vec<Suggestion> = Vec::new();
        let terms = terms(desk, typed, limit);
        // Words keep a third of the room.
        let room = limit.saturating_sub(terms.len().min(limit.div_ceil(3)));
        for (_, _, value, entry) in found.into_iter().take(room) {
            let known = &values.all[value as usize];
            out.push(Suggestion {
                kind: if known.axis == Axis::Document {
                    SuggestionKind::Document
                } else {
                    SuggestionKind::Name(known.axis)
                },
                id: known.id.clone(),
                text: known.label.clone(),
                form: entry.form.clone(),
                passages: known.passages as usize,
                documents: known.documents as usize,
            });
        }
        out.extend(terms);
        out.truncate(limit);
        out
    }
}

/// The query with its last word ended as passages have it, most of them first; one word of each stem.
fn terms(desk: &Desk, typed: &str, limit: usize) -> Vec<Suggestion> {
    let index = desk.index();
    let before = typed.trim_end_matches(|c: char| c.is_alphanumeric());
    let last = &typed[before.len()..];
    let surfaces = index.analyser.surfaces(last);
    let [begun] = surfaces.as_slice() else { return Vec::new() };
    if begun.chars().count() < 2 {
        return Vec::new();
    }
    let mut words: Vec<(usize, u32)> = index
        .words
        .beginning(begun)
        .map(|word| (index.frequency(word), word))
        .filter(|(count, _)| *count > 0)
        .collect();
    sort_by_key(&mut words, |(count, word)| (std::cmp::Reverse(*count), *word));
    let mut stems = std::collections::BTreeSet::new();
    words.retain(|(_, word)| stems.insert(index.analyser.stem(index.words.get(*word))));
    let suggestion = |(passages, word): (usize, u32)| {
        let mut documents: Vec<u32> =
            index.passages_with(word).map(|passage| desk.passages.document_of(passage)).collect();
        documents.dedup();
        let text = format!("{before}{}", index.words.get(word));
        Suggestion {
            kind: SuggestionKind::Term,
            id: text.clone(),
            text,
            form: None,
            passages,
            documents: documents.len(),
        }
    };
    words.into_iter().take(limit).map(suggestion).collect()
}
