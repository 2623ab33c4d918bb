//! Threads: engagements between the same names about the same topic, across documents.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::order::{set, sort_by_key};

use super::engagements::{self, EngagementAt, EngagementRow, engagement};
use crate::desk::{Desk, resolve};
use crate::models::facts::NameRef;

/// Engagements between the same names, about the same topic, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Between whom.
    pub names: Vec<NameRef>,
    /// The topic, if the engagements share one.
    pub topic: Option<NameRef>,
    /// In date order; what has no date of a known year comes last.
    pub steps: Vec<EngagementRow>,
    /// Documents that report them.
    pub documents: usize,
}

/// An engagement with more partners than this gives no pairs: a summit of many states says little about any two of them.
const MAX_PARTNERS: usize = 4;

/// Parties and topic.
type Key = (u32, u32, Option<u32>);

/// At most `limit` threads of two engagements or more. Threads that most documents report come first. With a name, only threads in which
/// it takes part, by pair: a meeting of three states is under each pair. Without one, each engagement is in one thread only, the
/// longest that it belongs to.
pub(crate) fn threads(desk: &Desk, name: Option<&str>, limit: usize) -> Vec<Thread> {
    let with = name.and_then(|id| resolve::entity(desk, id));
    let wanted =
        |(one, other, topic): &Key| with.is_none_or(|with| *one == with || *other == with || *topic == Some(with));
    let mut groups: Vec<(Key, Vec<EngagementAt>)> =
        groups(desk).into_iter().filter(|(key, steps)| steps.len() > 1 && wanted(key)).collect();
    if name.is_none() {
        groups = without_repeats(groups);
    }
    let mut threads: Vec<Thread> = groups.into_iter().map(|(key, steps)| new_thread(desk, key, steps)).collect();
    sort_by_key(&mut threads, |thread| {
        (usize::MAX - thread.documents, usize::MAX - thread.steps.len(), thread.names.clone())
    });
    threads.truncate(limit);
    threads
}

/// The thread between two names, about a topic if a third id is given; `None` if it has fewer than two engagements.
pub(crate) fn thread(desk: &Desk, names: &[String]) -> Option<Thread> {
    let number = |id: &String| resolve::entity(desk, id);
    let (one, other, topic) = match names {
        [one, other] => (number(one)?, number(other)?, None),
        [one, other, topic] => (number(one)?, number(other)?, Some(number(topic)?)),
        _ => return None,
    };
    let key = (one.min(other), one.max(other), topic);
    let steps = groups(desk).remove(&key).filter(|steps| steps.len() > 1)?;
    Some(new_thread(desk, key, steps))
}

/// Engagements by pair and topic. One of several topics is under each.
fn groups(desk: &Desk) -> BTreeMap<Key, Vec<EngagementAt>> {
    let mut groups: BTreeMap<Key, Vec<EngagementAt>> = BTreeMap::new();
    for at in engagements::every(desk) {
        let Some(found) = engagement(desk, at) else { continue };
        let partners: Vec<u32> =
            set(found.participants.iter().filter_map(|party| party.entity).filter(|entity| is_partner(desk, *entity)))
                .into_iter()
                .collect();
        if partners.len() > MAX_PARTNERS {
            continue;
        }
        let topics: Vec<Option<u32>> =
            if found.topics.is_empty() { vec![None] } else { found.topics.iter().copied().map(Some).collect() };
        for (n, one) in partners.iter().enumerate() {
            for other in &partners[n + 1..] {
                for topic in &topics {
                    groups.entry((*one, *other, *topic)).or_default().push(at);
                }
            }
        }
    }
    groups
}

/// Leaves each engagement in the longest thread that has it. What is left of the others stays if it has two engagements or more.
fn without_repeats(mut groups: Vec<(Key, Vec<EngagementAt>)>) -> Vec<(Key, Vec<EngagementAt>)> {
    let documents = |steps: &[EngagementAt]| set(steps.iter().map(|(document, _)| *document)).len();
    sort_by_key(&mut groups, |(key, steps)| (usize::MAX - documents(steps), usize::MAX - steps.len(), *key));
    let mut taken: BTreeSet<EngagementAt> = BTreeSet::new();
    for (_, steps) in &mut groups {
        steps.retain(|at| !taken.contains(at));
        if steps.len() > 1 {
            taken.extend(steps.iter().copied());
        }
    }
    groups.retain(|(_, steps)| steps.len() > 1);
    groups
}

/// A thread as it is shown.
fn new_thread(desk: &Desk, (one, other, topic): Key, mut steps: Vec<EngagementAt>) -> Thread {
    sort_by_key(&mut steps, |at| (engagements::when(engagement(desk, *at)), *at));
    let documents: BTreeSet<u32> = set(steps.iter().map(|(document, _)| *document));
    Thread {
        names: desk.names(&[one, other]),
        topic: topic.and_then(|at| desk.name(at)),
        steps: steps.into_iter().filter_map(|at| engagements::row(desk, at)).collect(),
        documents: documents.len(),
    }
}

fn is_partner(desk: &Desk, entity: u32) -> bool {
    let kind = desk.corpus.catalogue.entities.get(entity as usize).map(|entity| entity.kind);
    matches!(kind, Some(EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation | EntityKind::Forum))
}
