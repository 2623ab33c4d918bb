//! Engagements: who met, when and where. Each row is an engagement as one document reports it.

use entente_corpus::{End, Engagement, EngagementKind, EngagementLevel, EngagementStatus, EntityKind, LinkKind};
use entente_text::order::sort_by_key;

use super::choose::{Entry, PartOf, choose};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::{Days, bound, chronological, counted_days, dated, has_month, newest_first};
use crate::desk::gather::{NO_MONTH, UNDATED};
use crate::models::facts::{List, NameRef, PartyRef, Source};
use crate::models::listing::Dated;
use crate::query::{Axis, Query, Selection};

/// An engagement as one document reports it.
#[derive(Clone, Debug, PartialEq)]
pub struct EngagementRow {
    /// Public name, for links.
    pub id: String,
    /// The words that call it.
    pub name: String,
    /// What sort.
    pub kind: EngagementKind,
    /// Whether it took place, as the document says.
    pub status: Option<EngagementStatus>,
    /// Who meets, by rank.
    pub level: EngagementLevel,
    /// Its number in the series, as printed.
    pub ordinal: Option<u16>,
    /// Its series.
    pub series: Option<SeriesRef>,
    /// When; `None` if no date is printed.
    pub date: Option<Dated>,
    /// Edition of the book that reports it, as printed: never its date.
    pub edition: Option<String>,
    /// What the text allows beyond the date: concluded, never printed.
    pub bound: Option<Dated>,
    /// Where, as printed.
    pub place: Option<String>,
    /// Who takes part.
    pub participants: Vec<PartyRef>,
    /// What about.
    pub topics: Vec<NameRef>,
    /// The place that reports it.
    pub source: Source,
    /// Where it is spoken of again.
    pub again: Vec<Source>,
    /// Id of the rule that found it, or the packer's sentence on it where a pattern of the packer's did.
    pub rule: String,
}

/// A series, ready to be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesRef {
    /// Public name, for links.
    pub id: String,
    /// As the documents call it.
    pub name: String,
}

/// Another report of an engagement with other values.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The other report.
    pub row: EngagementRow,
    /// A sentence that says what differs.
    pub why: String,
}

/// One engagement with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct EngagementView {
    /// The engagement.
    pub row: EngagementRow,
    /// Other places that give the same engagement other values.
    pub conflicts: Vec<Conflict>,
    /// The one before it in its series.
    pub before: Option<EngagementRow>,
    /// The one after it.
    pub after: Option<EngagementRow>,
}

/// Engagements that pass the filters, the newest first: by their own date, else by that of their document.
pub(crate) fn engagements(desk: &Desk, query: &Query, selection: &Selection) -> List<EngagementRow> {
    let found = every(desk);
    let worded = !query.text.is_empty();
    let entries: Vec<Entry> = found.iter().map(|(document, at)| entry(desk, *document, *at, worded)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let mut order = chosen.rows.clone();
    let date = |at: usize| engagement(desk, found[at]).and_then(|found| found.date.as_ref());
    sort_by_key(&mut order, |at| (newest_first(desk.date_of_fact(found[*at].0, date(*at))), *at));
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let (document, row) = (found[at].0, engagement(desk, found[at])?);
        let first = row.evidence.first().and_then(|place| place.passage);
        match column {
            "date" => date_key(desk, document, row.date.as_ref()),
            "name" => SortKey::words(&desk.words(document, first, row.name)),
            "with" => row.participants.iter().find_map(|party| SortKey::words(&desk.name(party.entity?)?.name)),
            "kind" => SortKey::words(row.kind.as_str()),
            "number" => SortKey::count(usize::from(row.ordinal?)),
            "status" => SortKey::words(row.status?.as_str()),
            "place" => SortKey::words(&desk.words(document, first, row.place?)),
            "document" => SortKey::words(desk.corpus.title_of(document as usize)),
            _ => None,
        }
    });
    let part_of = |at: usize| usize::from(engagement(desk, found[at]).is_some_and(is_undated));
    chosen.list(found.len(), order, (PARTS, &part_of), |at| row(desk, found[at]))
}

/// The engagements that pass the filters, in the order of the export table.
pub(crate) fn chosen_engagements(desk: &Desk, query: &Query, selection: &Selection) -> Vec<EngagementAt> {
    let found = every(desk);
    let worded = !query.text.is_empty();
    let entries: Vec<Entry> = found.iter().map(|(document, at)| entry(desk, *document, *at, worded)).collect();
    choose(desk, &entries, query, selection).rows.into_iter().map(|at| found[at]).collect()
}

/// The parts of the list: with a date of a known year, without.
const PARTS: &[PartOf] = &[PartOf::without(UNDATED, "dated"), PartOf::with(UNDATED)];

/// True for an engagement without a date that a chart can count: of no known year, or without a known beginning ("../2021").
fn is_undated(found: &Engagement) -> bool {
    counted_bounds(found).is_none()
}

/// The days that its date may mean, if a beginning is known.
fn counted_bounds(found: &Engagement) -> Option<Days> {
    found.date.as_ref().and_then(|date| date.value.bounds()).filter(|days| counted_days(*days).is_some())
}

/// The engagement with this id.
pub(crate) fn engagement_view(desk: &Desk, id: &str) -> Option<EngagementView> {
    let at = every(desk).into_iter().find(|at| engagement(desk, *at).is_some_and(|found| found.id == id))?;
    let end = End::Engagement(at.0, at.1);
    let links = desk.links();
    let other = |end: End| match end {
        End::Engagement(document, at) => row(desk, (document, at)),
        End::Document(_) | End::Passage(..) | End::Statement(..) | End::Amount(..) | End::Entity(_) => None,
    };
    let conflicts = links
        .iter()
        .filter(|link| link.kind == LinkKind::Conflicts && (link.from == end || link.to == end))
        .filter_map(|link| {
            let row = other(if link.from == end { link.to } else { link.from })?;
            Some(Conflict { row, why: link.why.clone() })
        })
        .collect();
    let series = |link: &&entente_corpus::Link| link.kind == LinkKind::Series;
    Some(EngagementView {
        row: row(desk, at)?,
        conflicts,
        before: links.iter().filter(series).find(|link| link.from == end).and_then(|link| other(link.to)),
        after: links.iter().filter(series).find(|link| link.to == end).and_then(|link| other(link.from)),
    })
}

/// Index of the document and of the engagement in it.
pub(crate) type EngagementAt = (u32, u32);

/// Every engagement, in the order of the export table.
pub(crate) fn every(desk: &Desk) -> Vec<EngagementAt> {
    let bodies = desk.corpus.bodies.numbered();
    bodies.flat_map(|(document, body)| (0_u32..).zip(&body.engagements).map(move |(at, _)| (document, at))).collect()
}

pub(crate) fn engagement(desk: &Desk, (document, at): EngagementAt) -> Option<&Engagement> {
    desk.corpus.bodies.get(document as usize)?.engagements.get(at as usize)
}

/// Its place in time: a year before its months, a month before its days; what has no year comes last.
pub(crate) fn when(found: Option<&Engagement>) -> (u32, u32) {
    chronological(found.and_then(|found| found.date.as_ref()).map(|date| date.value))
}

/// `worded`: with the words by which it is found.
fn entry(desk: &Desk, document: u32, at: u32, worded: bool) -> Entry {
    let Some(found) = engagement(desk, (document, at)) else { return Entry::default() };
    let mut own = vec![(Axis::EngagementKind, found.kind.as_str().to_owned())];
    own.extend(found.status.map(|status| (Axis::Status, status.as_str().to_owned())));
    own.extend(is_undated(found).then(|| (Axis::Status, UNDATED.to_owned())));
    let dates: Vec<Days> = found.date.iter().filter_map(|date| date.value.bounds()).collect();
    own.extend(counted_bounds(found).is_some_and(|days| !has_month(days)).then(|| (Axis::Status, NO_MONTH.to_owned())));
    let series = found.series.and_then(|at| desk.series().get(at as usize));
    own.extend(series.map(|series| (Axis::Series, series.id.clone())));
    let mut names: Vec<u32> = found.participants.iter().filter_map(|party| party.entity).collect();
    names.extend(&found.topics);
    if let Some(place) = found.place {
        let passages = found.evidence.iter().filter_map(|evidence| evidence.passage);
        let here = passages.flat_map(|passage| desk.mentions(document, passage));
        let is_place = |at: u32| desk.name(at).is_some_and(|name| name.kind == EntityKind::Place.as_str());
        names.extend(
            here.filter(|mention| place.overlaps(mention.span))
                .map(|mention| mention.entity)
                .filter(|at| is_place(*at)),
        );
    }
    let passage = found.evidence.first().and_then(|place| place.passage);
    let mut words = String::new();
    if worded {
        let sentence = found.evidence.first().map(|place| place.span);
        for span in [Some(found.name), sentence, found.place].into_iter().flatten() {
            words.push_str(&desk.words(document, passage, span));
            words.push(' ');
        }
    }
    Entry { dates, documents: vec![document], names, own, words }
}

/// The name as it is printed.
pub(crate) fn name(desk: &Desk, (document, _): EngagementAt, found: &Engagement) -> String {
    desk.words(document, found.evidence.first().and_then(|place| place.passage), found.name)
}

/// The engagement as it is shown.
pub(crate) fn row(desk: &Desk, (document, at): EngagementAt) -> Option<EngagementRow> {
    let found = engagement(desk, (document, at))?;
    let first = found.evidence.first().copied();
    let passage = first.and_then(|place| place.passage);
    let words = |span| desk.words(document, passage, span);
    let series = found.series.and_then(|at| desk.series().get(at as usize));
    let record = desk.corpus.catalogue.documents.get(document as usize)?;
    Some(EngagementRow {
        id: found.id.clone(),
        name: words(found.name),
        kind: found.kind,
        status: found.status,
        level: found.level,
        ordinal: found.ordinal,
        series: series.map(|series| SeriesRef { id: series.id.clone(), name: series.name.clone() }),
        date: found.date.as_ref().map(dated),
        edition: record.edition.as_ref().map(|edition| edition.value.clone()),
        bound: found.bound.map(bound),
        place: found.place.map(words),
        participants: found.participants.iter().map(|party| desk.party(document, party)).collect(),
        topics: desk.names(&found.topics),
        source: first.map(|place| desk.source(document, place)).unwrap_or_default(),
        again: found.evidence.iter().skip(1).map(|place| desk.source(document, *place)).collect(),
        rule: desk.rule(&found.rule),
    })
}
