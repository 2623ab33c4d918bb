//! Series: runs of engagements under one name, with the numbers that are missing in this file.

use std::collections::BTreeSet;

use entente_corpus::{Engagement, EngagementLevel, EngagementStatus, Evidence, Series};

use entente_search::is_small;
use entente_text::fold::fold;
use entente_text::order::{set, sort_by_key};

use super::choose::{Entry, PartOf, choose};
use super::engagements::{EngagementAt, EngagementRow, engagement, name as engagement_name, row as engagement_row};
use super::sort_rows::{SortKey, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::{chronological, dated, newest_first};
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
    // Rows are made of those alone that are listed.
    let outlines: Vec<Outline> = all.iter().map(|series| outline(desk, series)).collect();
    let mut order = chosen.rows.clone();
    let last = |at: usize| chronological(last_member(desk, &outlines[at].members).map(|last| last.date.date));
    sort_by_key(&mut order, |at| (newest_first(last(*at)), all[*at].name.clone(), *at));
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let series = &all[at];
        match column {
            "name" => SortKey::words(&series.name),
            "with" => SortKey::words(&desk.names(&series.counterparts).first()?.name),
            "level" => Some(SortKey::Number(f64::from(level(desk, series) as u8))),
            "number" => SortKey::count(outlines[at].members.len()),
            "date" | "last" => last_member(desk, &outlines[at].members).map(|_| SortKey::Number(f64::from(last(at).0))),
            "first" => {
                let dates =
                    outlines[at].members.iter().filter_map(|at| engagement(desk, *at)?.date.as_ref()?.value.bounds());
                dates.map(|days| days.0).min().map(|first| SortKey::Number(f64::from(first)))
            }
            "documents" => SortKey::count(documents(series)),
            _ => None,
        }
    });
    let part_of = |at: usize| usize::from(!is_numbered(desk, &all[at]));
    chosen.list(all.len(), order, (PARTS, &part_of), |at| Some(row(desk, all.get(at)?)))
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
            .chain([(Axis::Series, series.id.clone())])
            .chain(is_numbered(desk, series).then(|| (Axis::Status, NUMBERED.to_owned())))
            .chain((!series.missing.is_empty()).then(|| (Axis::Status, INCOMPLETE.to_owned())))
            .collect(),
        words: series.name.clone(),
    }
}

fn row(desk: &Desk, series: &Series) -> SeriesRow {
    let Outline { members, likely } = outline(desk, series);
    let last = last_member(desk, &members);
    let rows = |of: Vec<EngagementAt>| -> Vec<EngagementRow> {
        of.into_iter().filter_map(|at| engagement_row(desk, at)).collect()
    };
    let (members, likely) = (rows(members), rows(likely));
    let topics: BTreeSet<NameRef> = set(members.iter().chain(&likely).flat_map(|member| member.topics.iter().cloned()));
    SeriesRow {
        id: series.id.clone(),
        name: series.name.clone(),
        counterparts: desk.names(&series.counterparts),
        topics: topics.into_iter().collect(),
        level: level(desk, series),
        numbers: numbers(series, &members),
        missing: series.missing.len(),
        last,
        frequency: series.frequency.map(|(document, span)| {
            let passages = desk.corpus.bodies.get(document as usize).map_or(&[][..], |body| &body.passages);
            let passage = passages.iter().position(|passage| passage.extent().contains(span));
            desk.source(document, Evidence { passage: passage.and_then(|at| u32::try_from(at).ok()), span })
        }),
        documents: documents(series),
        members,
        likely,
    }
}

/// How many documents report members of a series.
fn documents(series: &Series) -> usize {
    set(series.members.iter().map(|(document, _)| *document)).len()
}

/// The highest level at which members of a series met.
fn level(desk: &Desk, series: &Series) -> EngagementLevel {
    let levels = series.members.iter().filter_map(|at| engagement(desk, *at)).map(|found| found.level);
    levels.min().unwrap_or(EngagementLevel::Unknown)
}

/// Of `members`, the one with the last date of a known year.
fn last_member(desk: &Desk, members: &[EngagementAt]) -> Option<LastMember> {
    let dates = members.iter().filter_map(|at| {
        let found = engagement(desk, *at)?;
        Some(LastMember { date: dated(found.date.as_ref()?), status: found.status })
    });
    let known = dates.filter(|member| member.date.date.bounds().is_some());
    known.max_by_key(|member| chronological(Some(member.date.date)).0)
}

/// The members of a series.
struct Outline {
    /// Those that a text puts into it.
    members: Vec<EngagementAt>,
    /// The others.
    likely: Vec<EngagementAt>,
}

/// Tells the members of a series apart. A text puts a meeting into it by a number, by the words of the name, or in a document that
/// has the name already, by some of its words ("the Symposium").
fn outline(desk: &Desk, series: &Series) -> Outline {
    let wanted = words_of_name(&series.name);
    let found = |at: &EngagementAt| Some((*at, engagement(desk, *at)?));
    let all: Vec<(EngagementAt, &Engagement)> = series.members.iter().filter_map(found).collect();
    let is_numbered = |found: &Engagement| found.ordinal.is_some();
    if all.iter().all(|(_, found)| is_numbered(found)) {
        return Outline { members: all.into_iter().map(|(at, _)| at).collect(), likely: Vec::new() };
    }
    let named: Vec<(EngagementAt, bool, BTreeSet<String>)> = all
        .into_iter()
        .map(|(at, found)| {
            let words = words_of_name(&engagement_name(desk, at, found));
            (at, is_numbered(found) || wanted.is_subset(&words), words)
        })
        .collect();
    let documents: BTreeSet<u32> = set(named.iter().filter(|(_, is_named, _)| *is_named).map(|(at, ..)| at.0));
    let is_member = |(at, is_named, words): &(EngagementAt, bool, BTreeSet<String>)| {
        documents.is_empty() || *is_named || documents.contains(&at.0) && words.is_subset(&wanted)
    };
    let (members, likely): (Vec<_>, Vec<_>) = named.into_iter().partition(is_member);
    let places = |of: Vec<(EngagementAt, bool, BTreeSet<String>)>| of.into_iter().map(|(at, ..)| at).collect();
    Outline { members: places(members), likely: places(likely) }
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
