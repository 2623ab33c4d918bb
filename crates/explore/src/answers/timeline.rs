//! Documents and meetings over time, for one chart.

use std::collections::BTreeMap;

use entente_corpus::DocumentKind;
use entente_text::PartialDate;
use entente_text::order::sort_by_key;

use super::engagements::{engagement, every, row};
use crate::desk::Desk;
use crate::desk::dates::{Days, chronological, counted_days, has_month};
use crate::desk::years::years_of_most;
use crate::models::overview::{Counts, DatedDocument, DatedMeeting, Layer, Period, Step, Timeline};

/// Dated documents up to which each is drawn by itself.
const MAX_SINGLE_DOCUMENTS: usize = 12;
/// Dated meetings up to which each is drawn by itself.
const MAX_SINGLE_MEETINGS: usize = 60;
/// Documents of a file from which on a period is a month.
const MIN_DOCUMENTS_FOR_MONTHS: usize = 500;
/// Years up to which months have room on one axis.
const MAX_YEARS_OF_MONTHS: u16 = 8;
/// Kinds of documents that have a layer of their own.
const MAX_KINDS: usize = 3;

/// The timeline of the file.
pub(crate) fn timeline(desk: &Desk) -> Timeline {
    let documents: Vec<Option<Days>> = desk
        .corpus
        .catalogue
        .documents
        .iter()
        .map(|record| record?.date.as_ref().and_then(|date| date.value.bounds()))
        .collect();
    let engagements = every(desk);
    let dates: Vec<Option<PartialDate>> = engagements
        .iter()
        .map(|at| engagement(desk, *at).and_then(|found| found.date.as_ref()).map(|date| date.value))
        .collect();
    let meetings: Vec<Option<Days>> = dates.iter().map(|date| date.and_then(PartialDate::bounds)).collect();
    let (step, Some((first, last))) = axis(&documents, &meetings) else {
        return Timeline {
            undated: Counts { documents: documents.len(), meetings: meetings.len() },
            ..Timeline::default()
        };
    };
    let layers = layers(desk);
    let mut out = Timeline { step, periods: periods(step, first, last, layers.len()), layers, ..Timeline::default() };
    for (at, days) in documents.iter().enumerate() {
        let Some(record) = desk.corpus.catalogue.documents.get(at) else { continue };
        let layer = layer_of(&out.layers, record.kind.value);
        place(&mut out, *days, |counts| &mut counts.documents, |period| &mut period.documents[layer]);
    }
    for days in &meetings {
        place(&mut out, *days, |counts| &mut counts.meetings, |period| &mut period.meetings);
    }
    if out.drawn.documents <= MAX_SINGLE_DOCUMENTS && step == Step::Year {
        out.documents = single_documents(desk, (first, last));
    }
    if out.drawn.meetings <= MAX_SINGLE_MEETINGS {
        let mut shown: Vec<usize> =
            (0..meetings.len()).filter(|at| meetings[*at].is_some_and(|days| is_within(days, (first, last)))).collect();
        shown.retain(|at| step == Step::Year || meetings[*at].is_some_and(has_month));
        sort_by_key(&mut shown, |at| (chronological(dates[*at]), *at));
        out.meetings = shown.into_iter().filter_map(|at| meeting(desk, engagements[at])).collect();
    }
    out
}

/// True if a date begins in the years.
pub(crate) fn is_within((from, _): Days, (first, last): (u16, u16)) -> bool {
    (u32::from(first)..=u32::from(last)).contains(&(from / 10_000))
}

/// What a period is, and the first and the last year; no years if nothing has a date.
fn axis(documents: &[Option<Days>], meetings: &[Option<Days>]) -> (Step, Option<(u16, u16)>) {
    if documents.len() >= MIN_DOCUMENTS_FOR_MONTHS
        && let Some((first, last)) = bulk(documents.iter().flatten())
        && last - first < MAX_YEARS_OF_MONTHS
    {
        return (Step::Month, Some((first, last)));
    }
    (Step::Year, bulk(documents.iter().chain(meetings).flatten()))
}

/// The first and the last year of an axis for the dates.
pub(crate) fn bulk<'a>(dates: impl Iterator<Item = &'a Days>) -> Option<(u16, u16)> {
    let (first, last) = years_of_most(dates.map(|days| days.0 / 10_000).collect())?;
    Some((u16::try_from(first).ok()?, u16::try_from(last).ok()?))
}

pub(crate) fn periods(step: Step, first: u16, last: u16, layers: usize) -> Vec<Period> {
    let months: &[Option<u8>] = match step {
        Step::Year => &[None],
        Step::Month => &[
            Some(1),
            Some(2),
            Some(3),
            Some(4),
            Some(5),
            Some(6),
            Some(7),
            Some(8),
            Some(9),
            Some(10),
            Some(11),
            Some(12),
        ],
    };
    (first..=last)
        .flat_map(|year| months.iter().map(move |month| (year, *month)))
        .map(|(year, month)| Period { year, month, documents: vec![0; layers], meetings: 0 })
        .collect()
}

/// Counts one date: in every period of the year of its beginning that it touches, or among those that are not drawn.
pub(crate) fn place(
    out: &mut Timeline,
    days: Option<Days>,
    kind: fn(&mut Counts) -> &mut usize,
    in_period: impl Fn(&mut Period) -> &mut usize,
) {
    let Some((days, counted)) = days.and_then(|days| Some((days, counted_days(days)?))) else {
        *kind(&mut out.undated) += 1;
        return;
    };
    if out.step == Step::Month && !has_month(days) {
        *kind(&mut out.without_month) += 1;
        return;
    }
    let begins = out.periods.partition_point(|period| period.bounds().1 < counted.0);
    let ends = out.periods.partition_point(|period| period.bounds().0 <= counted.1);
    if begins >= out.periods.len() {
        *kind(&mut out.later) += 1;
    } else if ends == 0 {
        *kind(&mut out.earlier) += 1;
    } else {
        *kind(&mut out.drawn) += 1;
        for period in &mut out.periods[begins..ends] {
            *in_period(period) += 1;
        }
    }
}

/// The kinds of most documents, the other kinds together, and those of which no kind is known.
fn layers(desk: &Desk) -> Vec<Layer> {
    let mut counts: BTreeMap<DocumentKind, usize> = BTreeMap::new();
    for record in desk.corpus.catalogue.documents.iter().flatten().filter(|record| record.date.is_some()) {
        *counts.entry(record.kind.value).or_default() += 1;
    }
    let unknown = counts.remove(&DocumentKind::Other).is_some();
    let mut kinds: Vec<(DocumentKind, usize)> = counts.into_iter().collect();
    sort_by_key(&mut kinds, |(kind, count)| (usize::MAX - count, *kind));
    let mut out: Vec<Layer> = kinds.iter().take(MAX_KINDS).map(|(kind, _)| Layer::Kind(*kind)).collect();
    if kinds.len() > MAX_KINDS {
        out.push(Layer::OtherKinds(kinds.len() - MAX_KINDS));
    }
    if unknown || out.is_empty() {
        out.push(Layer::UnknownKind);
    }
    out
}

fn layer_of(layers: &[Layer], kind: DocumentKind) -> usize {
    let is_of = |layer: &Layer| match layer {
        Layer::Kind(own) => *own == kind,
        Layer::OtherKinds(_) => kind != DocumentKind::Other,
        Layer::UnknownKind | Layer::Passages => true,
    };
    layers.iter().position(is_of).unwrap_or(0)
}

fn single_documents(desk: &Desk, years: (u16, u16)) -> Vec<DatedDocument> {
    let records = desk.corpus.catalogue.documents.numbered();
    let mut out: Vec<DatedDocument> = records
        .filter_map(|(at, record)| {
            let date = record.date.as_ref()?.value;
            is_within(date.bounds()?, years).then(|| DatedDocument {
                id: record.id.to_string(),
                title: desk.corpus.title_of(at as usize).to_owned(),
                kind: record.kind.value,
                date,
            })
        })
        .collect();
    sort_by_key(&mut out, |document| chronological(Some(document.date)));
    out
}

pub(crate) fn meeting(desk: &Desk, at: (u32, u32)) -> Option<DatedMeeting> {
    let row = row(desk, at)?;
    Some(DatedMeeting { id: row.id, name: row.name, date: row.date?.date, status: row.status, ordinal: row.ordinal })
}
