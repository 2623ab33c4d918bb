//! Who met whom: names that take part in the same meetings, the partners of one name, the meetings of two.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::order::{map, set, sort_by_key};

use super::engagements::{EngagementAt, EngagementRow, chosen_engagements, engagement, row, when};
use crate::desk::Desk;
use crate::desk::dates::{dated, newest_first};
use crate::models::facts::NameRef;
use crate::models::listing::Dated;
use crate::query::{Axis, Query, Selection, TableSide};

/// Names at the head of the table.
const MAX_NAMES: usize = 12;
/// Meetings of more parties bring nobody together with anybody: they are left out, and counted.
const MAX_PARTIES: usize = 12;
/// Partners of one name that are listed.
const MAX_PARTNERS: usize = 24;

/// Who met whom under the words and filters of a link. The names that it filters by are the ones that are looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    /// The names of most meetings, most first.
    pub names: Vec<RelationName>,
    /// Meetings that the name of the row and an earlier name share: row `n` has `n` cells.
    pub cells: Vec<Vec<usize>>,
    /// Names of the kind that met another one.
    pub of: usize,
    /// Meetings of two names of the kind or more.
    pub meetings: usize,
    /// Meetings that are left out because they have too many parties.
    pub crowded: usize,
    /// The name that is looked at with those whom it met, of whatever kind; if none is looked at, that of most meetings.
    pub partners: Option<Partners>,
    /// The meetings of the two names that are looked at, newest first.
    pub pair: Option<Pair>,
}

/// A name with its meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationName {
    /// The name.
    pub name: NameRef,
    /// Its meetings with another name of the table's kind.
    pub meetings: usize,
}

/// One name and those whom it met.
#[derive(Clone, Debug, PartialEq)]
pub struct Partners {
    /// The name.
    pub name: NameRef,
    /// Those whom it met, most meetings first.
    pub met: Vec<Partner>,
    /// How many there are.
    pub of: usize,
    /// Meetings that two of them share.
    pub between: Vec<MeetingsBetween>,
}

/// Meetings that two partners of a name share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingsBetween {
    /// Index of the first partner in [`Partners::met`].
    pub one: usize,
    /// Index of the other partner, larger than that of the first.
    pub other: usize,
    /// How many meetings.
    pub meetings: usize,
}

/// A partner of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The partner.
    pub name: NameRef,
    /// Meetings of both.
    pub meetings: usize,
    /// The date that begins latest among those of a known year.
    pub last: Option<Dated>,
}

/// Two names and their meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// One of them.
    pub one: NameRef,
    /// The other.
    pub other: NameRef,
    /// Their meetings, newest first.
    pub rows: Vec<EngagementRow>,
}

/// A meeting, and its parties that have names, each once.
struct Meeting {
    at: EngagementAt,
    parties: BTreeSet<u32>,
}

/// Who met whom.
pub(crate) fn relations(desk: &Desk, query: &Query, selection: &Selection, parties: TableSide) -> Relations {
    let Some((chosen, rest)) = split_names(desk, query) else { return Relations::default() };
    let mut crowded = 0;
    let mut all: Vec<Meeting> = Vec::new();
    for at in chosen_engagements(desk, &rest, selection) {
        let Some(found) = engagement(desk, at) else { continue };
        let parties: BTreeSet<u32> = set(found.participants.iter().filter_map(|party| party.entity));
        if parties.len() > MAX_PARTIES {
            crowded += 1;
        } else if parties.len() > 1 {
            all.push(Meeting { at, parties });
        }
    }
    let (mut out, foremost) = table(desk, &all, parties);
    out.crowded = crowded;
    match chosen[..] {
        [one, other, ..] => out.pair = Some(pair(desk, &all, one, other)),
        [one] => out.partners = Some(partners(desk, &all, one)),
        [] => out.partners = foremost.map(|one| partners(desk, &all, one)),
    }
    out
}

/// The names that the query filters by, as indices of the catalogue, and the query without them. `None` if it wants names of a
/// kind of which the file has none.
fn split_names(desk: &Desk, query: &Query) -> Option<(Vec<u32>, Query)> {
    let mut filter = query.filter.clone();
    let mut names = Vec::new();
    for axis in Axis::SHARED.iter().copied().filter(|axis| axis.names().is_some_and(|kind| kind != EntityKind::Topic)) {
        let (wanted, before) = (query.filter.wanted(axis), names.len());
        for id in wanted {
            let entities = desk.corpus.catalogue.entities.numbered();
            names.extend(entities.filter(|(_, entity)| entity.id == *id).map(|(at, _)| at));
            filter = filter.without(axis, id);
        }
        if names.len() == before && !wanted.is_empty() {
            return None;
        }
    }
    Some((names, query.with_filter(filter)))
}

/// The table, and the name of most meetings in it.
fn table(desk: &Desk, all: &[Meeting], parties: TableSide) -> (Relations, Option<u32>) {
    let entities = &desk.corpus.catalogue.entities;
    let is_party = |at: &u32| entities.get(*at as usize).is_some_and(|entity| parties.has(entity.kind));
    let meetings: Vec<Vec<u32>> =
        all.iter().map(|met| met.parties.iter().copied().filter(is_party).collect::<Vec<u32>>()).collect();
    let meetings: Vec<&Vec<u32>> = meetings.iter().filter(|met| met.len() > 1).collect();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for at in meetings.iter().flat_map(|met| met.iter()) {
        *counts.entry(*at).or_default() += 1;
    }
    let mut order: Vec<(u32, usize)> = counts.into_iter().collect();
    let of = order.len();
    sort_by_key(&mut order, |(at, count)| (usize::MAX - count, *at));
    order.truncate(MAX_NAMES);
    let place = map(order.iter().enumerate().map(|(place, (at, _))| (*at, place)));
    let mut cells: Vec<Vec<usize>> = (0..order.len()).map(|row| vec![0; row]).collect();
    for met in &meetings {
        let mut places: Vec<usize> = met.iter().filter_map(|at| place.get(at).copied()).collect();
        places.sort_unstable();
        for (n, row) in places.iter().enumerate() {
            for column in &places[..n] {
                cells[*row][*column] += 1;
            }
        }
    }
    let name = |(at, meetings): &(u32, usize)| Some(RelationName { name: name_of(desk, *at)?, meetings: *meetings });
    let table = Relations {
        names: order.iter().filter_map(name).collect(),
        cells,
        of,
        meetings: meetings.len(),
        ..Relations::default()
    };
    (table, order.first().map(|(at, _)| *at))
}

fn name_of(desk: &Desk, at: u32) -> Option<NameRef> {
    desk.names(&[at]).into_iter().next()
}

fn partners(desk: &Desk, all: &[Meeting], one: u32) -> Partners {
    let shared: Vec<&Meeting> = all.iter().filter(|met| met.parties.contains(&one)).collect();
    let mut counts: BTreeMap<u32, (usize, Option<Dated>)> = BTreeMap::new();
    for met in &shared {
        let date = engagement(desk, met.at).and_then(|found| found.date.as_ref());
        let date = date.filter(|date| date.value.bounds().is_some()).map(dated);
        for at in met.parties.iter().filter(|at| **at != one) {
            let (count, last) = counts.entry(*at).or_default();
            *count += 1;
            // What goes on "since 2021" is not later than what was held in 2024.
            let begins = |date: &Option<Dated>| date.as_ref().and_then(|date| date.date.bounds()).map(|days| days.0);
            if begins(&date) > begins(last) {
                last.clone_from(&date);
            }
        }
    }
    let mut order: Vec<(u32, (usize, Option<Dated>))> = counts.into_iter().collect();
    let of = order.len();
    sort_by_key(&mut order, |(at, (count, _))| (usize::MAX - count, *at));
    order.truncate(MAX_PARTNERS);
    let place = map(order.iter().enumerate().map(|(place, (at, _))| (*at, place)));
    let mut between: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for met in all {
        let mut places: Vec<usize> = met.parties.iter().filter_map(|at| place.get(at).copied()).collect();
        places.sort_unstable();
        for (n, later) in places.iter().enumerate() {
            for earlier in &places[..n] {
                *between.entry((*earlier, *later)).or_default() += 1;
            }
        }
    }
    let met = order
        .into_iter()
        .filter_map(|(at, (meetings, last))| Some(Partner { name: name_of(desk, at)?, meetings, last }));
    Partners {
        name: name_of(desk, one).unwrap_or(NameRef { name: String::new(), kind: "", id: String::new() }),
        met: met.collect(),
        of,
        between: between.into_iter().map(|((one, other), meetings)| MeetingsBetween { one, other, meetings }).collect(),
    }
}

fn pair(desk: &Desk, all: &[Meeting], one: u32, other: u32) -> Pair {
    let mut shared: Vec<EngagementAt> =
        all.iter().filter(|met| met.parties.contains(&one) && met.parties.contains(&other)).map(|met| met.at).collect();
    sort_by_key(&mut shared, |at| (newest_first(when(engagement(desk, *at))), *at));
    let name = |at| name_of(desk, at).unwrap_or(NameRef { name: String::new(), kind: "", id: String::new() });
    Pair { one: name(one), other: name(other), rows: shared.into_iter().filter_map(|at| row(desk, at)).collect() }
}
