//! Series: runs of engagements under one name, with the numbers that are missing in this file.

use std::collections::BTreeSet;

use entente_corpus::{EngagementLevel, EngagementStatus, Evidence, Series};

use entente_search::is_small;
use entente_text::fold::fold;
use entente_text::order::{set, sort_by_key};

use super::choose::{Entry, PartOf, choose};
use super::engagements::{EngagementRow, engagement, row as engagement_row};
use super::sort_rows::{SortKey, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::{chronological, newest_first};
use crate::models::facts::{List, NameRef, Source};
use crate::models::listing::Dated;
use crate::query::{Axis, Query, Selection};

/// One series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesRow {
    /// Public name, for links.
    pub id: String,
    /// The name without its number, as printed most.
    pub name: String,
    /// Between whom.
    pub counterparts: Vec<NameRef>,
    /// What about.
    pub topics: Vec<NameRef>,
    /// The highest rank at which it met; unknown if no text says.
    pub level: EngagementLevel,
    /// Its numbers, the missing ones included.
    pub numbers: Vec<Numbers>,
    /// How many numbers are missing in this file.
    pub missing: usize,
    /// Members by a number or the name of the series in a text, in order of time.
    pub members: Vec<EngagementRow>,
    /// Likely members: no text says so, but they have the same sides and the same matter.
    pub likely: Vec<EngagementRow>,
    /// The member with the latest date of a known year.
    pub last: Option<LastMember>,
    /// How often it is held, as printed, and where.
    pub frequency: Option<Source>,
    /// Documents that report it.
    pub documents: usize,
}

/// The latest member of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct LastMember {
    /// When.
    pub date: Dated,
    /// Whether it took place, as its document says.
    pub status: Option<EngagementStatus>,
}

/// A number of a series, or a run of missing numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// The file reports it: number, public name of the engagement, whether it took place.
    Told(u16, String, Option<EngagementStatus>),
    /// Missing numbers: first and last of a run.
    Missing(u16, u16),
}

/// More missing numbers in a row than this are written as a range.
const MAX_LISTED_GAPS: u16 = 4;

/// Series that pass the filters, those that met last first; those without a date of a known year last, by name.
pub(crate) fn series_list(desk: &Desk, query: &Query, selection: &Selection) -> List<SeriesRow> {
    let all = desk.series();
    let entries: Vec<Entry> = all.iter().map(|series| entry(desk, series)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let rows: Vec<SeriesRow> = all.iter().map(|series| row(desk, series)).collect();
    let mut order = chosen.rows.clone();
    let last = |at: usize| chronological(rows[at].last.as_ref().map(|last| last.date.date));
    sort_by_key(&mut order, |at| (newest_first(last(*at)), rows[*at].name.clone(), *at));
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let row = &rows[at];
        match column {
            "name" => SortKey::words(&row.name),
            "with" => SortKey::words(&row.counterparts.first()?.name),
            "level" => Some(SortKey::Number(f64::from(row.level as u8))),
            "number" => SortKey::count(row.members.len()),
            "date" | "last" => row.last.as_ref().map(|_| SortKey::Number(f64::from(last(at).0))),
            "documents" => SortKey::count(row.documents),
            _ => None,
        }
    });
    let part_of = |at: usize| usize::from(!is_numbered(desk, &all[at]));
    chosen.list(all.len(), order, (PARTS, &part_of), |at| rows.get(at).cloned())
}

/// The parts of the list: with a number that a text prints, without.
const PARTS: &[PartOf] = &[PartOf::with(NUMBERED), PartOf::without(NUMBERED, "unnumbered")];

/// The series with this id.
pub(crate) fn series(desk: &Desk, id: &str) -> Option<SeriesRow> {
    desk.series().iter().find(|series| series.id == id).map(|series| row(desk, series))
}

/// The status of a series with numbers.
pub(crate) const NUMBERED: &str = "numbered";

/// The status of a series with missing numbers.
pub(crate) const INCOMPLETE: &str = "incomplete";

/// True if a text numbers a member of the series.
pub(crate) fn is_numbered(desk: &Desk, series: &Series) -> bool {
    series.members.iter().any(|at| engagement(desk, *at).is_some_and(|found| found.ordinal.is_some()))
}

fn entry(desk: &Desk, series: &Series) -> Entry {
    let members: Vec<_> = series.members.iter().filter_map(|at| Some((at.0, engagement(desk, *at)?))).collect();
    let documents: BTreeSet<u32> = set(members.iter().map(|(document, _)| *document));
    let mut names: BTreeSet<u32> = set(series.counterparts.iter().copied());
    names.extend(members.iter().flat_map(|(_, found)| found.topics.iter().copied()));
    let kinds: BTreeSet<&str> = set(members.iter().map(|(_, found)| found.kind.as_str()));
    Entry {
        dates: members.iter().filter_map(|(_, found)| found.date.as_ref()?.value.bounds()).collect(),
        documents: documents.into_iter().collect(),
        names: names.into_iter().collect(),
        own: kinds
            .into_iter()
            .map(|kind| (Axis::EngagementKind, kind.to_owned()))
            .chain(is_numbered(desk, series).then(|| (Axis::Status, NUMBERED.to_owned())))
            .chain((!series.missing.is_empty()).then(|| (Axis::Status, INCOMPLETE.to_owned())))
            .collect(),
        words: series.name.clone(),
    }
}

fn row(desk: &Desk, series: &Series) -> SeriesRow {
    let all: Vec<EngagementRow> = series.members.iter().filter_map(|at| engagement_row(desk, *at)).collect();
    let topics: BTreeSet<NameRef> = set(all.iter().flat_map(|member| member.topics.iter().cloned()));
    let level = all.iter().map(|member| member.level).min().unwrap_or(EngagementLevel::Unknown);
    let (members, likely) = told_apart(&series.name, all);
    let documents: BTreeSet<u32> = set(series.members.iter().map(|(document, _)| *document));
    let known =
        members.iter().filter_map(|member| Some(LastMember { date: member.date.clone()?, status: member.status }));
    let known = known.filter(|member| member.date.date.bounds().is_some());
    SeriesRow {
        id: series.id.clone(),
        name: series.name.clone(),
        counterparts: desk.names(&series.counterparts),
        topics: topics.into_iter().collect(),
        level,
        numbers: numbers(series, &members),
        missing: series.missing.len(),
        last: known.max_by_key(|member| chronological(Some(member.date.date)).0),
        frequency: series.frequency.map(|(document, span)| {
            let passages = desk.corpus.bodies.get(document as usize).map_or(&[][..], |body| &body.passages);
            let passage = passages.iter().position(|passage| passage.extent().contains(span));
            desk.source(document, Evidence { passage: passage.and_then(|at| u32::try_from(at).ok()), span })
        }),
        documents: documents.len(),
        members,
        likely,
    }
}

/// Members that a text puts into the series `name`, and the others. A text does it by a number, by the words of the
/// name, or in a document that has the name already, by some of its words ("the Symposium").
fn told_apart(name: &str, all: Vec<EngagementRow>) -> (Vec<EngagementRow>, Vec<EngagementRow>) {
    let wanted = words_of_name(name);
    let is_named = |member: &EngagementRow| member.ordinal.is_some() || wanted.is_subset(&words_of_name(&member.name));
    let documents: BTreeSet<String> =
        set(all.iter().filter(|member| is_named(member)).map(|member| member.source.document.clone()));
    if documents.is_empty() {
        return (all, Vec::new());
    }
    all.into_iter().partition(|member| {
        is_named(member)
            || documents.contains(&member.source.document) && words_of_name(&member.name).is_subset(&wanted)
    })
}

/// The words of a name by which series are compared: folded, in the singular, without small words.
fn words_of_name(name: &str) -> BTreeSet<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_small(word));
    set(words.map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word).to_owned()))
}

/// Rank of a status: held before announced, announced before unknown.
fn rank(status: Option<EngagementStatus>) -> u8 {
    status.map_or(u8::MAX, |status| status as u8)
}

/// Numbers in their order; long runs of missing ones close up.
fn numbers(series: &Series, members: &[EngagementRow]) -> Vec<Numbers> {
    let mut told: Vec<Numbers> = Vec::new();
    for member in members {
        if let Some(number) = member.ordinal {
            // Two documents may report one meeting: held wins over announced.
            let known = told.iter_mut().find(|known| matches!(known, Numbers::Told(other, ..) if *other == number));
            match known {
                Some(Numbers::Told(_, id, status)) if rank(member.status) < rank(*status) => {
                    (*id, *status) = (member.id.clone(), member.status);
                }
                Some(_) => {}
                None => told.push(Numbers::Told(number, member.id.clone(), member.status)),
            }
        }
    }
    told.extend(missing_runs(series));
    sort_by_key(&mut told, |number| match number {
        Numbers::Told(at, ..) | Numbers::Missing(at, _) => *at,
    });
    told
}

/// The numbers that this file does not hold, in their order; long runs close up.
pub(crate) fn missing_runs(series: &Series) -> Vec<Numbers> {
    let mut out = Vec::new();
    let mut missing: Vec<u16> = series.missing.clone();
    sort_by_key(&mut missing, |number| *number);
    missing.dedup();
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in missing {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    for (first, last) in runs {
        if last - first >= MAX_LISTED_GAPS {
            out.push(Numbers::Missing(first, last));
        } else {
            out.extend((first..=last).map(|number| Numbers::Missing(number, number)));
        }
    }
    out
}
