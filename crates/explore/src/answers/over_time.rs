//! The passages that name one name, and its meetings, by year: what the chart of a dossier draws.

use entente_corpus::Mention;
use entente_text::order::sort_by_key;
use entente_text::{PartialDate, saturating_u32};

use super::engagements::{EngagementAt, engagement, when};
use super::filter_passages::filter_passages;
use super::timeline::{bulk, is_within, meeting, periods, place};
use crate::desk::Desk;
use crate::desk::dates::Days;
use crate::models::overview::{Layer, Step, Timeline};
use crate::query::Filter;

/// Dated meetings up to which each is a mark: a dossier has less room than the overview.
const MAX_SINGLE_MEETINGS: usize = 24;

/// The passages of the `mentions`, which are in the order of documents, in the years in which the dates begin that they are filtered by, so that the search for a year finds as many, and the
/// meetings `met`.
pub(crate) fn over_time(desk: &Desk, mentions: &[(u32, Vec<&Mention>)], met: &[EngagementAt]) -> Timeline {
    let mut passages: Vec<(u32, f32)> = Vec::new();
    for (document, mention) in
        mentions.iter().flat_map(|(document, own)| own.iter().map(|mention| (*document, mention)))
    {
        let number = desk.passages.number(document as usize, mention.passage as usize);
        passages.push((saturating_u32(number), 0.0));
    }
    passages.dedup();
    let years = filter_passages(desk, passages, &Filter::default()).years;
    let days = |at: &EngagementAt| {
        engagement(desk, *at).and_then(|found| found.date.as_ref()).map(|date| date.value).and_then(PartialDate::bounds)
    };
    let meetings: Vec<Option<Days>> = met.iter().map(days).collect();
    let mut out = Timeline { step: Step::Year, layers: vec![Layer::Passages], ..Timeline::default() };
    let of_passages = years.years.first().zip(years.years.last()).map(|((first, _), (last, _))| (*first, *last));
    let of_meetings = bulk(meetings.iter().flatten());
    let both = of_passages.into_iter().chain(of_meetings).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    out.undated.documents = years.undated;
    out.earlier.documents = years.earlier;
    out.later.documents = years.later;
    let Some((first, last)) = both else {
        out.undated.meetings = meetings.len();
        return out;
    };
    out.periods = periods(Step::Year, first, last, 1);
    for (year, count) in years.years {
        out.drawn.documents += count;
        out.periods[usize::from(year - first)].documents[0] = count;
    }
    for days in &meetings {
        place(&mut out, *days, |counts| &mut counts.meetings, |period| &mut period.meetings);
    }
    if out.drawn.meetings <= MAX_SINGLE_MEETINGS {
        let mut shown: Vec<EngagementAt> = met.to_vec();
        shown.retain(|at| days(at).is_some_and(|days| is_within(days, (first, last))));
        sort_by_key(&mut shown, |at| (when(engagement(desk, *at)), *at));
        out.meetings = shown.into_iter().filter_map(|at| meeting(desk, at)).collect();
    }
    out
}
