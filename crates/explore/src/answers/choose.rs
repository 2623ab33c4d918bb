//! Which rows of a list are shown, and what each value of a filter would give.
//!
//! In: what each row is about, words and filters. Out: the rows that pass, and groups of values with
//! counts made under all **other** filters. One engine for every list: it sees rows only as [`Entry`]s.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Corpus, EntityKind};
use entente_text::fold::fold;
use entente_text::order::set;

use super::labels;
use super::typed_words::TypedWords;
use super::years_of_rows::{YearsOfRows, fits_dates};
use crate::desk::Desk;
use crate::desk::dates::Days;
use crate::models::facts::{List, ListPart};
use crate::models::listing::{FacetGroup, FacetValue, Years};
use crate::query::{Axis, Query, Selection};

/// Rows that are made at first: what nobody goes through row by row is narrowed, or saved; more are made when asked for.
const MAX_ROWS: usize = 500;

/// What one row is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Documents that contain them.
    pub(crate) documents: Vec<u32>,
    /// Entities it names.
    pub(crate) names: Vec<u32>,
    /// The days of the dates that it names; where it names none, those of its documents count.
    pub(crate) dates: Vec<Days>,
    /// Its own properties.
    pub(crate) own: Vec<(Axis, String)>,
    /// The words by which it can be found.
    pub(crate) words: String,
}

/// A part of a list: its word, and the value of the status that the rows of it have, or do not have.
#[derive(Clone, Copy)]
pub(crate) struct PartOf {
    pub(crate) word: &'static str,
    pub(crate) status: &'static str,
    pub(crate) excluded: bool,
}

impl PartOf {
    /// The rows with this status.
    pub(crate) const fn with(status: &'static str) -> Self {
        Self { word: status, status, excluded: false }
    }

    /// The rows without `status`, under another word.
    pub(crate) const fn without(status: &'static str, word: &'static str) -> Self {
        Self { word, status, excluded: true }
    }
}

/// Rows that pass, by their index, and the groups.
pub(crate) struct Chosen {
    pub(crate) rows: Vec<usize>,
    pub(crate) groups: Vec<FacetGroup>,
    /// Documents that contain them.
    pub(crate) documents: usize,
    /// Rows by year.
    pub(crate) years: Years,
    /// Rows to be made.
    pub(crate) most: usize,
}

impl Chosen {
    /// The list of the rows that pass, in `order` (which contains their indices). `part_of` gives for each row its place in
    /// `parts`.
    pub(crate) fn list<Row>(
        self,
        of: usize,
        order: Vec<usize>,
        (parts, part_of): (&[PartOf], &dyn Fn(usize) -> usize),
        row: impl Fn(usize) -> Option<Row>,
    ) -> List<Row> {
        let mut counts = vec![0; parts.len()];
        for at in &order {
            if let Some(count) = counts.get_mut(part_of(*at)) {
                *count += 1;
            }
        }
        let part = |(part, count): (&PartOf, usize)| ListPart {
            word: part.word,
            count,
            status: part.status,
            excluded: part.excluded,
        };
        let parts = parts.iter().zip(counts).map(part).collect();
        let total = order.len();
        let rows = order.into_iter().take(self.most).filter_map(row).collect();
        let (documents, years) = (self.documents, self.years);
        List { rows, total, parts, documents, years, of, groups: self.groups, exported: self.rows }
    }
}

/// A list whose headline counts no parts of it.
pub(crate) const NO_PARTS: (&[PartOf], &dyn Fn(usize) -> usize) = (&[], &|_| 0);

/// Chooses among `entries`: one walk over what each of them has, however many filters there are.
pub(crate) fn choose(desk: &Desk, entries: &[Entry], query: &Query, selection: &Selection) -> Chosen {
    let corpus = &*desk.corpus;
    let axes: Vec<Axis> = Axis::OF_ROWS.iter().chain(Axis::SHARED).copied().collect();
    let typed = TypedWords::parse(desk, &axes, &query.text);
    let wanted: Vec<Vec<&str>> = axes.iter().map(|axis| asked(*axis, query, selection, false)).collect();
    let unwanted: Vec<Vec<&str>> = axes.iter().map(|axis| asked(*axis, query, selection, true)).collect();
    // Only these can shut a row out.
    let strict: Vec<usize> =
        (0..axes.len()).filter(|at| !wanted[*at].is_empty() || !unwanted[*at].is_empty()).collect();
    let dates = strict.iter().any(|at| matches!(axes[*at], Axis::From | Axis::To));
    let kinds: Vec<Option<usize>> =
        corpus.catalogue.entities.iter().map(|entity| axis_of(&axes, entity?.kind)).collect();
    let mut rows = Vec::new();
    let mut counts = Counts::of(corpus, axes.len());
    let mut values: Vec<Value> = Vec::new();
    let mut by_year = YearsOfRows::new(desk.values.years);
    for (n, entry) in entries.iter().enumerate() {
        values.clear();
        has(corpus, entry, &axes, &kinds, &mut values);
        let found = typed.fit(&entry.words, |axis, id| values.iter().any(|value| value.axis == axis && value.id == id));
        let dated = !dates || fits_dates(corpus, (&entry.dates, &entry.documents), &query.filter);
        if found
            && strict.iter().all(|at| axes[*at].is_date() || passes_values(&values, &wanted[*at], &unwanted[*at], *at))
        {
            by_year.add(corpus, &entry.dates, &entry.documents);
        }
        let passes = |at: usize| {
            if let Axis::From | Axis::To = axes[at] {
                return dated;
            }
            passes_values(&values, &wanted[at], &unwanted[at], at)
        };
        // The first filter that shuts the row out, and whether another does as well.
        let mut failing = strict.iter().copied().filter(|at| !passes(*at));
        let (first, second) = (failing.next(), failing.next());
        if found && first.is_none() {
            rows.push(n);
        }
        for value in &values {
            let counted = found && (first.is_none() || (first == Some(value.axis) && second.is_none()));
            counts.add(value, counted);
        }
    }
    let counted = counts.by_axis(corpus, &kinds, &axes);
    let groups =
        axes.iter().enumerate().map(|(at, axis)| group(corpus, *axis, &counted[at], &wanted[at], &unwanted[at]));
    let mut groups: Vec<FacetGroup> = groups.filter(|group| !group.values.is_empty()).collect();
    for group in &mut groups {
        labels::tell_apart(desk, group.axis, &mut group.values);
    }
    for (axis, words) in query.filter.looked_for.iter().filter(|(_, words)| !words.is_empty()) {
        if let Some(group) = groups.iter_mut().find(|group| group.axis == *axis) {
            keep_values_with_words(desk, group, *axis, words);
        }
    }
    let documents: BTreeSet<u32> = set(rows.iter().flat_map(|at| &entries[*at].documents).copied());
    Chosen {
        rows,
        groups,
        documents: documents.len(),
        years: by_year.years(),
        most: MAX_ROWS + selection.further_rows(),
    }
}

/// True if a row with `values` has one of the wanted values of the axis at `at`, and none of the unwanted.
fn passes_values(values: &[Value], wanted: &[&str], unwanted: &[&str], at: usize) -> bool {
    let among = |list: &[&str]| values.iter().any(|value| value.axis == at && list.contains(&value.id));
    (wanted.is_empty() || among(wanted)) && !among(unwanted)
}

/// Keeps the values that `words` find, by label or by any form of a name. Values for which the interface has words of its own
/// all stay.
fn keep_values_with_words(desk: &Desk, group: &mut FacetGroup, axis: Axis, words: &str) {
    if axis.has_fixed_words() {
        return;
    }
    let entities = &desk.corpus.catalogue.entities;
    let named = desk.name_forms().with_words(&desk.index().analyser, words).into_iter();
    let named = named.filter_map(|at| entities.get(at as usize)).filter(|entity| axis.names() == Some(entity.kind));
    let named: BTreeSet<&str> = set(named.map(|entity| entity.id.as_str()));
    group.values.retain(|value| fold(&value.label).contains(words) || named.contains(value.id.as_str()));
}

/// The place of the axis of names of a kind.
fn axis_of(axes: &[Axis], kind: EntityKind) -> Option<usize> {
    axes.iter().position(|axis| *axis == Axis::of_names(kind))
}

/// What a value is in the corpus: numbers are counted faster than words.
#[derive(Clone, Copy, PartialEq)]
enum Key {
    Entity(u32),
    Document(u32),
    Word,
}

/// A value of a row.
#[derive(Clone, Copy, PartialEq)]
struct Value<'a> {
    axis: usize,
    key: Key,
    id: &'a str,
}

/// How often each value is met; `None`: never.
struct Counts<'a> {
    entities: Vec<Option<usize>>,
    documents: Vec<Option<usize>>,
    words: Vec<BTreeMap<&'a str, usize>>,
}

/// A value of an axis with its count.
struct Counted<'a> {
    id: &'a str,
    /// How it reads, if the corpus says so.
    name: Option<&'a str>,
    count: usize,
}

impl<'a> Counts<'a> {
    fn of(corpus: &Corpus, axes: usize) -> Self {
        let catalogue = &corpus.catalogue;
        Self {
            entities: vec![None; catalogue.entities.len()],
            documents: vec![None; catalogue.documents.len()],
            words: vec![BTreeMap::new(); axes],
        }
    }

    /// Notes that a row has `value`, and counts it where the row is `counted`.
    fn add(&mut self, value: &Value<'a>, counted: bool) {
        let slot = match value.key {
            Key::Entity(at) => self.entities.get_mut(at as usize),
            Key::Document(at) => self.documents.get_mut(at as usize),
            Key::Word => {
                *self.words[value.axis].entry(value.id).or_default() += usize::from(counted);
                None
            }
        };
        if let Some(slot) = slot {
            *slot = Some(slot.unwrap_or(0) + usize::from(counted));
        }
    }

    fn by_axis(self, corpus: &'a Corpus, kinds: &[Option<usize>], axes: &[Axis]) -> Vec<Vec<Counted<'a>>> {
        let words = self
            .words
            .into_iter()
            .map(|words| words.into_iter().map(|(id, count)| Counted { id, name: None, count }).collect());
        let mut out: Vec<Vec<Counted<'a>>> = words.collect();
        for ((entity, count), axis) in corpus.catalogue.entities.iter().zip(self.entities).zip(kinds) {
            if let (Some(entity), Some(count), Some(axis)) = (entity, count, axis) {
                out[*axis].push(Counted { id: &entity.id, name: Some(&entity.name), count });
            }
        }
        let documents = axes.iter().position(|axis| *axis == Axis::Document);
        for (at, count) in self.documents.into_iter().enumerate() {
            // Only records of documents that count are looked at: the others may not be in memory.
            let Some((count, axis)) = count.zip(documents) else { continue };
            if let Some(record) = corpus.catalogue.documents.get(at) {
                out[axis].push(Counted { id: record.id.as_str(), name: Some(corpus.title_of(at)), count });
            }
        }
        out
    }
}

/// The values of a row, each once.
fn has<'a>(corpus: &'a Corpus, entry: &'a Entry, axes: &[Axis], kinds: &[Option<usize>], out: &mut Vec<Value<'a>>) {
    let mut add = |axis: Option<usize>, key: Key, id: &'a str| {
        let value = axis.map(|axis| Value { axis, key, id });
        let same = |known: &Value, value: &Value| match value.key {
            Key::Word => known == value,
            key => known.key == key,
        };
        if let Some(value) = value.filter(|value| !out.iter().any(|known| same(known, value))) {
            out.push(value);
        }
    };
    let of = |axis: Axis| axes.iter().position(|known| *known == axis);
    for (own, value) in &entry.own {
        add(of(*own), Key::Word, value);
    }
    for at in &entry.names {
        if let Some(entity) = corpus.catalogue.entities.get(*at as usize) {
            add(kinds.get(*at as usize).copied().flatten(), Key::Entity(*at), &entity.id);
        }
    }
    for at in &entry.documents {
        let Some(record) = corpus.catalogue.documents.get(*at as usize) else { continue };
        add(of(Axis::Document), Key::Document(*at), record.id.as_str());
        add(of(Axis::Kind), Key::Word, record.kind.value.as_str());
        for (axis, fact) in [(Axis::Publisher, &record.publisher), (Axis::Language, &record.language)] {
            if let Some(fact) = fact {
                add(of(axis), Key::Word, &fact.value);
            }
        }
    }
}

fn asked<'a>(axis: Axis, query: &'a Query, selection: &'a Selection, excluded: bool) -> Vec<&'a str> {
    match (axis.is_of_rows(), excluded) {
        (true, false) => selection.wanted(axis).collect(),
        (true, true) => selection.unwanted(axis).collect(),
        (false, false) => query.filter.wanted(axis).iter().map(String::as_str).collect(),
        (false, true) => query.filter.unwanted(axis).iter().map(String::as_str).collect(),
    }
}

fn group(corpus: &Corpus, axis: Axis, counted: &[Counted<'_>], wanted: &[&str], unwanted: &[&str]) -> FacetGroup {
    let value = |id: &str, label: Option<String>, count: Option<usize>| FacetValue {
        id: id.to_owned(),
        known: count.is_some() || label.is_some(),
        label: label.unwrap_or_else(|| id.to_owned()),
        count: count.unwrap_or(0),
        chosen: wanted.contains(&id),
        excluded: unwanted.contains(&id),
    };
    let mut values = Vec::new();
    for Counted { id, name, count } in counted {
        let label = name.map(str::to_owned).or_else(|| labels::label(corpus, axis, id));
        values.push(value(id, label, Some(*count)));
    }
    // What is asked for is listed even if no row has it.
    let asked = set(wanted.iter().chain(unwanted).copied());
    for id in asked.into_iter().filter(|id| !counted.iter().any(|known| known.id == *id)) {
        values.push(value(id, labels::label(corpus, axis, id), None));
    }
    entente_text::order::sort_by(&mut values, |a, b| {
        b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)).then_with(|| a.id.cmp(&b.id))
    });
    FacetGroup { axis, of: values.len(), values }
}

#[cfg(test)]
mod tests {
    use entente_corpus::Corpus;

    use super::{Axis, Desk, Entry, Query, Selection, choose};
    use crate::desk::dates::days;
    use crate::query::Filter;

    fn entry(kind: &str, status: &str, words: &str) -> Entry {
        let own = vec![(Axis::EngagementKind, kind.to_owned()), (Axis::Status, status.to_owned())];
        Entry { own, words: words.to_owned(), ..Entry::default() }
    }

    #[test]
    fn counts_are_made_under_all_other_filters() {
        let entries =
            [entry("summit", "held", "Seoul"), entry("summit", "planned", "Busan"), entry("visit", "held", "Séoul")];
        let desk = Desk::new(Corpus::default().into());
        let kinds = |selection: &Selection, text: &str| {
            let chosen = choose(&desk, &entries, &Query::default().with_text(text), selection);
            let group = chosen.groups.into_iter().find(|group| group.axis == Axis::EngagementKind);
            let values = group.map(|group| group.values).unwrap_or_default();
            let values: Vec<String> = values.iter().map(|value| format!("{} {}", value.id, value.count)).collect();
            (chosen.rows, values.join(", "))
        };
        let none = Selection::default();
        assert_eq!(kinds(&none, ""), (vec![0, 1, 2], "summit 2, visit 1".to_owned()));
        let held = none.clone().with(Axis::Status, "held", false);
        assert_eq!(kinds(&held, ""), (vec![0, 2], "summit 1, visit 1".to_owned()));
        let both = held.clone().with(Axis::EngagementKind, "visit", false);
        assert_eq!(kinds(&both, ""), (vec![2], "summit 1, visit 1".to_owned()), "a second value stays choosable");
        let unlike = none.clone().with(Axis::EngagementKind, "visit", true);
        assert_eq!(kinds(&unlike, "").0, [0, 1]);
        assert_eq!(kinds(&none, "seoul").0, [0, 2], "however it is spelt");
        let mut entries = entries.to_vec();
        entries[0].dates = vec![days("2016-06").expect("a date")];
        for (from, to, rows) in [("2016", "2016-06-01", &[0][..]), ("2017", "2018", &[]), ("soon", "2016", &[])] {
            let filter = Filter::default().with(Axis::From, from).with(Axis::To, to);
            let query = Query::default().with_filter(filter);
            assert_eq!(choose(&desk, &entries, &query, &none).rows, rows, "{from} to {to}");
        }
        for (axis, end, rows) in [
            (Axis::From, "2016", &[1, 2][..]),
            (Axis::To, "2016", &[1, 2]),
            (Axis::From, "2017", &[0, 1, 2]),
            (Axis::To, "2015", &[0, 1, 2]),
        ] {
            let query = Query::default().with_filter(Filter::default().excluding(axis, end));
            assert_eq!(choose(&desk, &entries, &query, &none).rows, rows, "not {axis:?} {end}");
        }
        let unknown = none.with(Axis::EngagementKind, "picnic", false);
        assert_eq!(kinds(&unknown, ""), (vec![], "summit 2, visit 1, picnic 0".to_owned()));
    }
}
