//! Meetings as lanes: one line of marks for each series, partner or topic.

use std::collections::BTreeMap;

use entente_corpus::{EngagementStatus, EntityKind};
use entente_text::PartialDate;
use entente_text::order::{set, sort_by_key};

use super::engagements::{EngagementAt, chosen_engagements, engagement, when};
use super::series::{Numbers, missing_runs};
use super::timeline::{bulk, is_within, periods};
use crate::desk::Desk;
use crate::desk::dates::{Days, chronological};
use crate::models::facts::NameRef;
use crate::models::overview::{DatedMeeting, Step, Timeline};
use crate::query::{Query, Selection};

/// Lanes that are drawn.
const MAX_LANES: usize = 30;
/// Dated meetings of a lane up to which each is drawn by itself, and those of all lanes together.
const MAX_SINGLE: usize = 60;
const MAX_SINGLE_IN_ALL: usize = 600;
/// Meetings of a lane that are named beside the axis.
const MAX_BESIDE: usize = 12;

/// What a lane stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneGroup {
    /// A series.
    #[default]
    Series,
    /// A state, bloc or organisation that takes part.
    Partner,
    /// A topic.
    Topic,
}

impl LaneGroup {
    /// Every choice, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::Series, Self::Partner, Self::Topic];

    /// The word in links.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Series => "series",
            Self::Partner => "partner",
            Self::Topic => "topic",
        }
    }

    /// The choice with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| group.as_str() == word)
    }
}

/// The lanes of the meetings that pass the filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// The years of the axis and nothing else. Without years if nothing has a date.
    pub axis: Timeline,
    /// Those with most meetings first; what belongs to none comes last.
    pub lanes: Vec<Lane>,
    /// Lanes that are not drawn.
    pub more: usize,
    /// Meetings that pass.
    pub total: usize,
}

/// One lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// What it stands for, a series by the kind `series`; `None` for the meetings that belong to nothing of that sort.
    pub name: Option<NameRef>,
    /// Numbers of the series that this file does not hold.
    pub missing: Vec<Numbers>,
    /// Its meetings.
    pub total: usize,
    /// The dated meetings in the order of time; empty if they are too many to be drawn one by one.
    pub meetings: Vec<DatedMeeting>,
    /// In that case meetings by year, each in the year in which it begins; else empty.
    pub by_year: Vec<usize>,
    /// Meetings without a year, or outside of the axis, by the dates of their documents; the first of them.
    pub beside: Vec<BesideMeeting>,
    /// How many these are.
    pub beside_in_all: usize,
}

/// A meeting that has no place on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideMeeting {
    /// Public name, for links.
    pub id: String,
    /// The words that call it.
    pub name: String,
    /// Its date, as far as it is printed.
    pub date: Option<PartialDate>,
    /// That of its document: it is ordered by this one.
    pub document: Option<PartialDate>,
    /// Whether it took place.
    pub status: Option<EngagementStatus>,
    /// Its number, as printed.
    pub ordinal: Option<u16>,
}

/// The lanes of the meetings that pass the filters.
pub(crate) fn lanes(desk: &Desk, query: &Query, selection: &Selection, group: LaneGroup) -> Lanes {
    let all = chosen_engagements(desk, query, selection);
    let dates: Vec<Days> = all.iter().filter_map(|at| bounds(desk, *at)).collect();
    let years = bulk(dates.iter());
    let mut by_key: BTreeMap<Option<u32>, Vec<EngagementAt>> = BTreeMap::new();
    for at in &all {
        let keys = keys(desk, *at, group);
        let keys = if keys.is_empty() { vec![None] } else { keys.into_iter().map(Some).collect() };
        for key in keys {
            by_key.entry(key).or_default().push(*at);
        }
    }
    let mut groups: Vec<(Option<u32>, Vec<EngagementAt>)> = by_key.into_iter().collect();
    sort_by_key(&mut groups, |(key, found)| {
        (key.is_none(), usize::MAX - found.len(), key.and_then(|key| name(desk, group, key)))
    });
    let more = groups.len().saturating_sub(MAX_LANES);
    // What belongs to nothing stays, however many lanes there are.
    let rest = groups.pop_if(|(key, _)| key.is_none());
    groups.truncate(MAX_LANES - usize::from(rest.is_some()));
    groups.extend(rest);
    let mut left = MAX_SINGLE_IN_ALL;
    let lanes = groups.into_iter().map(|(key, found)| lane(desk, (group, key), found, years, &mut left)).collect();
    let periods = years.map_or_else(Vec::new, |(first, last)| periods(Step::Year, first, last, 0));
    Lanes { axis: Timeline { periods, ..Timeline::default() }, lanes, more, total: all.len() }
}

fn bounds(desk: &Desk, at: EngagementAt) -> Option<Days> {
    engagement(desk, at)?.date.as_ref()?.value.bounds()
}

/// What a meeting belongs to.
fn keys(desk: &Desk, at: EngagementAt, group: LaneGroup) -> Vec<u32> {
    let Some(found) = engagement(desk, at) else { return Vec::new() };
    let is_partner = |at: &u32| {
        let entity = desk.corpus.catalogue.entities.get(*at as usize);
        entity.is_some_and(|entity| {
            matches!(entity.kind, EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation)
        })
    };
    let keys: Vec<u32> = match group {
        LaneGroup::Series => found.series.into_iter().collect(),
        LaneGroup::Partner => found.participants.iter().filter_map(|party| party.entity).filter(is_partner).collect(),
        LaneGroup::Topic => found.topics.clone(),
    };
    set(keys).into_iter().collect()
}

/// What a lane stands for.
fn name(desk: &Desk, group: LaneGroup, key: u32) -> Option<NameRef> {
    if group == LaneGroup::Series {
        let series = desk.series().get(key as usize)?;
        return Some(NameRef { id: series.id.clone(), name: series.name.clone(), kind: "series" });
    }
    desk.name(key)
}

fn lane(
    desk: &Desk,
    (group, key): (LaneGroup, Option<u32>),
    mut found: Vec<EngagementAt>,
    years: Option<(u16, u16)>,
    left: &mut usize,
) -> Lane {
    let is_on_axis =
        |at: &EngagementAt| bounds(desk, *at).zip(years).is_some_and(|(days, years)| is_within(days, years));
    let total = found.len();
    let mut beside: Vec<EngagementAt> = Vec::new();
    found.retain(|at| {
        let is_on_axis = is_on_axis(at);
        if !is_on_axis {
            beside.push(*at);
        }
        is_on_axis
    });
    sort_by_key(&mut found, |at| (when(engagement(desk, *at)), *at));
    sort_by_key(&mut beside, |at| (chronological(document_date(desk, *at)), when(engagement(desk, *at)), *at));
    let mut out = Lane {
        name: key.and_then(|key| name(desk, group, key)),
        total,
        beside_in_all: beside.len(),
        beside: beside.into_iter().take(MAX_BESIDE).filter_map(|at| beside_meeting(desk, at)).collect(),
        ..Lane::default()
    };
    if let (LaneGroup::Series, Some(key)) = (group, key) {
        out.missing = desk.series().get(key as usize).map(missing_runs).unwrap_or_default();
    }
    if found.len() > MAX_SINGLE.min(*left) {
        let (first, last) = years.unwrap_or_default();
        out.by_year = vec![0; usize::from(last - first) + 1];
        for (from, _) in found.iter().filter_map(|at| bounds(desk, *at)) {
            let year = u16::try_from(from / 10_000).unwrap_or(first).clamp(first, last);
            out.by_year[usize::from(year - first)] += 1;
        }
    } else {
        *left -= found.len();
        out.meetings = found.into_iter().filter_map(|at| dated_meeting(desk, at)).collect();
    }
    out
}

fn document_date(desk: &Desk, (document, _): EngagementAt) -> Option<PartialDate> {
    desk.corpus.catalogue.documents.get(document as usize)?.date.as_ref().map(|date| date.value)
}

fn words(desk: &Desk, at: EngagementAt) -> Option<String> {
    let found = engagement(desk, at)?;
    Some(desk.words(at.0, found.evidence.first().and_then(|place| place.passage), found.name))
}

fn dated_meeting(desk: &Desk, at: EngagementAt) -> Option<DatedMeeting> {
    let found = engagement(desk, at)?;
    let date = found.date.as_ref()?.value;
    Some(DatedMeeting {
        id: found.id.clone(),
        name: words(desk, at)?,
        date,
        status: found.status,
        ordinal: found.ordinal,
    })
}

fn beside_meeting(desk: &Desk, at: EngagementAt) -> Option<BesideMeeting> {
    let found = engagement(desk, at)?;
    Some(BesideMeeting {
        id: found.id.clone(),
        name: words(desk, at)?,
        date: found.date.as_ref().map(|date| date.value),
        document: document_date(desk, at),
        status: found.status,
        ordinal: found.ordinal,
    })
}
