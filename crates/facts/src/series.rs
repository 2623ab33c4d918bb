//! Series: engagements under one name across documents, their numbers, and the gaps between them.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Body, Catalogue, End, EngagementKind, EngagementStatus, EntityKind, Link, LinkKind, Series};
use entente_language::values::ordinal::find_counted;
use entente_text::fold::fold;
use entente_text::{PartialDate, Span, order};

use super::occasion;
use super::occasions::frames::is_occasion_noun;
use super::phrases::phrases;

/// An engagement as series see it.
pub(crate) struct Member {
    pub(crate) document: u32,
    pub(crate) at: u32,
    /// The name's words without number, year and small words, folded.
    pub(crate) key: Vec<String>,
    pub(crate) named: bool,
    /// The name as it is read.
    pub(crate) name: String,
}

/// A series with more missing numbers than this lists none of them: its number is not a count.
const MAX_MISSING_NUMBERS: u16 = 200;

/// What one series is known by: counterparts and the words of its name.
type Key = (Vec<u32>, Vec<String>);

/// Finds the series, writes them into the catalogue and the engagements, and returns links from each member to the one before.
pub(crate) fn find(catalogue: &mut Catalogue, bodies: &mut [Body], members: Vec<Member>) -> Vec<Link> {
    let mut groups: BTreeMap<Key, Vec<Member>> = BTreeMap::new();
    for member in members {
        let key = key(catalogue, bodies, &member);
        if let Some(key) = key {
            groups.entry(key).or_default().push(member);
        }
    }
    attach(catalogue, bodies, &mut groups);
    let mut all: Vec<(Series, Vec<Member>)> = Vec::new();
    for (key, group) in groups {
        let numbered =
            group.iter().any(|member| engagement(bodies, member).is_some_and(|found| found.ordinal.is_some()));
        let again = group.iter().any(|member| {
            engagement(bodies, member).is_some_and(|found| found.status == Some(EngagementStatus::Recurring))
        });
        if numbered || again || group.len() > 1 {
            all.push((series(bodies, key.0, &group), group));
        }
    }
    order::sort_by(&mut all, |a, b| a.0.id.cmp(&b.0.id));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (series, _) in &mut all {
        let count = seen.entry(series.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            series.id = format!("{}.{count}", series.id);
        }
    }
    for (n, (series, group)) in all.iter_mut().enumerate() {
        let index = u32::try_from(n).ok();
        series.members = ordered(bodies, group);
        for (document, at) in &series.members {
            if let Some(found) =
                bodies.get_mut(*document as usize).and_then(|body| body.engagements.get_mut(*at as usize))
            {
                found.series = index;
            }
        }
    }
    let links = all.iter().flat_map(|(series, _)| links(bodies, series)).collect();
    catalogue.series = all.into_iter().map(|(series, _)| series).collect::<Vec<_>>().into();
    links
}

fn engagement<'a>(bodies: &'a [Body], member: &Member) -> Option<&'a entente_corpus::Engagement> {
    bodies.get(member.document as usize)?.engagements.get(member.at as usize)
}

/// States and blocs among the participants.
fn states(catalogue: &Catalogue, bodies: &[Body], member: &Member) -> Vec<u32> {
    let kind = |entity: &u32| catalogue.entities.get(*entity as usize).map(|entity| entity.kind);
    let state = |entity: &u32| matches!(kind(entity), Some(EntityKind::Country | EntityKind::Bloc));
    let parties = engagement(bodies, member).map_or(&[][..], |found| &found.participants);
    let set: BTreeSet<u32> = order::set(parties.iter().filter_map(|party| party.entity).filter(state));
    set.into_iter().collect()
}

/// What the engagement's series is called; `None` where nothing but a common word calls it.
fn key(catalogue: &Catalogue, bodies: &[Body], member: &Member) -> Option<Key> {
    let states = states(catalogue, bodies, member);
    let nations: BTreeSet<String> = order::set(
        states
            .iter()
            .filter_map(|entity| catalogue.entities.get(*entity as usize))
            .flat_map(|entity| entity.forms.iter().map(|form| fold(&form.text)).chain(entity.known_as.iter().cloned()))
            .flat_map(|form| form.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()),
    );
    let nation = |word: &String| nations.contains(word) || word.split('.').all(|part| nations.contains(part));
    let words: Vec<String> = member.key.iter().filter(|word| !nation(word)).cloned().collect();
    let found = engagement(bodies, member)?;
    // A signature, a patrol or a visit is not a member of a series.
    if matches!(
        found.kind,
        EngagementKind::Signing | EngagementKind::Deployment | EngagementKind::Visit | EngagementKind::Inspection
    ) {
        return None;
    }
    // A meeting of many is the same series in every party's document; one between two is theirs.
    let between = if states.len() >= 2 { states } else { Vec::new() };
    let told = words.len() >= 2
        || !between.is_empty()
            && !words.is_empty()
            && (member.named || found.status == Some(EngagementStatus::Recurring));
    (told
        && !words.is_empty()
        && (member.named || !between.is_empty() || found.status == Some(EngagementStatus::Recurring)))
    .then_some((between, words))
}

/// An occasion in common words belongs to the one named series of the same sides, kind and matter.
fn attach(catalogue: &Catalogue, bodies: &[Body], groups: &mut BTreeMap<Key, Vec<Member>>) {
    let named = NamedSeries::of(catalogue, bodies, groups);
    let loose: Vec<Key> = groups
        .iter()
        .filter(|((states, _), group)| states.len() >= 2 && group.iter().all(|member| !member.named))
        .map(|(key, _)| key.clone())
        .collect();
    for key in loose {
        let first = groups.get(&key).and_then(|group| group.first()).and_then(|member| engagement(bodies, member));
        let only = first.and_then(|first| named.only_one(&key, first.kind, root_topics(catalogue, &first.topics)));
        if let Some(only) = only
            && let Some(group) = groups.remove(&key)
        {
            groups.entry(only.clone()).or_default().extend(group);
        }
    }
}

/// What an occasion and a series have in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Topic(u32),
    Word(String),
}

/// The series with a name, by sides, kind and matter, so that each occasion need not be compared with each of them.
struct NamedSeries {
    keys: Vec<Key>,
    /// The first two that fit, by their indexes: an occasion that fits more than one belongs to none.
    fits: BTreeMap<(Vec<u32>, EngagementKind, Matter), Vec<usize>>,
}

impl NamedSeries {
    fn of(catalogue: &Catalogue, bodies: &[Body], groups: &BTreeMap<Key, Vec<Member>>) -> Self {
        let mut out = Self { keys: Vec::new(), fits: BTreeMap::new() };
        for (key, group) in groups.iter().filter(|((states, _), _)| states.len() >= 2) {
            let named = group.iter().filter(|member| member.named).filter_map(|member| engagement(bodies, member));
            let matters = named.flat_map(|found| {
                let topics = root_topics(catalogue, &found.topics).into_iter().map(Matter::Topic);
                let words = key.1.iter().cloned().map(Matter::Word);
                topics.chain(words).map(|matter| (found.kind, matter))
            });
            for (kind, matter) in order::set(matters) {
                let fits = out.fits.entry((key.0.clone(), kind, matter)).or_default();
                if fits.len() < 2 {
                    fits.push(out.keys.len());
                }
            }
            out.keys.push(key.clone());
        }
        out
    }

    /// The series that an occasion with `key` fits, if there is only one.
    fn only_one(&self, key: &Key, kind: EngagementKind, topics: BTreeSet<u32>) -> Option<&Key> {
        let words = key.1.iter().filter(|word| !is_occasion_noun(word)).cloned().map(Matter::Word);
        let matters = topics.into_iter().map(Matter::Topic).chain(words);
        let fits: BTreeSet<usize> =
            order::set(matters.filter_map(|matter| self.fits.get(&(key.0.clone(), kind, matter))).flatten().copied());
        if fits.len() == 1 { fits.first().and_then(|at| self.keys.get(*at)) } else { None }
    }
}

fn root_topics(catalogue: &Catalogue, topics: &[u32]) -> BTreeSet<u32> {
    let parent = |topic: &u32| catalogue.entities.get(*topic as usize).and_then(|entity| entity.parent);
    order::set(topics.iter().copied().chain(topics.iter().filter_map(parent)))
}

fn series(bodies: &[Body], counterparts: Vec<u32>, group: &[Member]) -> Series {
    let printed = |member: &Member| (member.named, unnumbered(&member.name));
    // The name printed most, of equals the longest: a name before common words.
    let mut counts: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for name in group.iter().map(printed) {
        *counts.entry(name).or_default() += 1;
    }
    let name = counts
        .iter()
        .max_by_key(|((named, name), count)| (*named, **count, name.chars().count(), std::cmp::Reverse(name.clone())))
        .map_or_else(String::new, |((_, name), _)| name.clone());
    let ordinals: BTreeSet<u16> = order::set(group.iter().filter_map(|member| engagement(bodies, member)?.ordinal));
    let last = ordinals.last().copied().unwrap_or(0);
    let missing =
        if last > MAX_MISSING_NUMBERS { Vec::new() } else { (1..last).filter(|n| !ordinals.contains(n)).collect() };
    Series { id: slug(&name), name, counterparts, members: Vec::new(), missing, frequency: frequency(bodies, group) }
}

/// A name without its number, which an English name has at the front.
fn unnumbered(name: &str) -> String {
    // "中日第十七轮磋商": in scripts without spaces the number may stand anywhere.
    let counted = find_counted(name).filter(|(_, bytes)| !name[bytes.clone()].is_ascii());
    if let Some((_, bytes)) = counted {
        let name = format!("{}{}", &name[..bytes.start], &name[bytes.end..]);
        return name.trim().to_owned();
    }
    let rest = match name.split_once(' ') {
        Some((first, rest)) if occasion::ordinal(&fold(first)).is_some() => rest,
        _ => name,
    };
    rest.strip_prefix("the ").or_else(|| rest.strip_prefix("The ")).unwrap_or(rest).to_owned()
}

/// Letters of any script and digits, words joined by hyphens.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// "annually", as printed in a sentence that reports a member.
fn frequency(bodies: &[Body], group: &[Member]) -> Option<(u32, Span)> {
    group
        .iter()
        .filter(|member| {
            engagement(bodies, member).is_some_and(|found| found.status == Some(EngagementStatus::Recurring))
        })
        .find_map(|member| {
            let body = bodies.get(member.document as usize)?;
            let found = body.engagements.get(member.at as usize)?;
            found.evidence.iter().find_map(|place| {
                let words = place.span.of(&body.text);
                // Of "regularly" and "regular" the longer one is what is printed.
                let found =
                    phrases("frequency").iter().filter_map(|frequency| Some((frequency.len(), words.find(frequency)?)));
                let (length, at) = found.max_by_key(|(length, _)| *length)?;
                let start = place.span.start as usize + at;
                Some((member.document, Span::new(start, start + length)))
            })
        })
}

/// Members by number and date; those without either come last, in the order of documents.
fn ordered(bodies: &[Body], group: &[Member]) -> Vec<(u32, u32)> {
    let mut out: Vec<&Member> = group.iter().collect();
    order::sort_by_key(&mut out, |member| {
        let found = engagement(bodies, member);
        let start =
            found.and_then(|found| found.date.as_ref()).and_then(|date| date.value.bounds()).map(|(from, _)| from);
        (start.is_none(), start, found.and_then(|found| found.ordinal), member.document, member.at)
    });
    out.iter().map(|member| (member.document, member.at)).collect()
}

/// From each member to the one before it, where both have their place in time or in number.
fn links(bodies: &[Body], series: &Series) -> Vec<Link> {
    let at = |(document, at): &(u32, u32)| {
        bodies.get(*document as usize).and_then(|body| body.engagements.get(*at as usize))
    };
    let dated = |member: &&(u32, u32)| {
        at(member).is_some_and(|found| {
            found.ordinal.is_some()
                || found.date.as_ref().is_some_and(|date| {
                    matches!(date.value, PartialDate::At(_) | PartialDate::Between(..)) && date.value.bounds().is_some()
                })
        })
    };
    let members: Vec<&(u32, u32)> = series.members.iter().filter(dated).collect();
    let mut out = Vec::new();
    for pair in members.windows(2) {
        let (Some(before), Some(after)) = (at(pair[0]), at(pair[1])) else { continue };
        // One occasion that two documents report is not before itself.
        let value = |found: &entente_corpus::Engagement| found.date.as_ref().map(|date| date.value);
        if before.ordinal.is_some() && before.ordinal == after.ordinal
            || before.ordinal.is_none() && after.ordinal.is_none() && value(before) == value(after)
        {
            continue;
        }
        // A number alone and a date alone do not say which of the two was first.
        let has_date =
            |found: &entente_corpus::Engagement| found.date.as_ref().is_some_and(|date| date.value.bounds().is_some());
        if (before.ordinal.is_none() || after.ordinal.is_none()) && !(has_date(before) && has_date(after)) {
            continue;
        }
        let why = match (before.ordinal, after.ordinal) {
            (Some(a), Some(b)) => format!("number {b} comes after number {a}"),
            (None, Some(b)) if b > 1 => {
                format!("held before number {b}, so it is number {} or an earlier one (inferred)", b - 1)
            }
            _ => "the same sides and the same matter, by date".to_owned(),
        };
        out.push(Link {
            kind: LinkKind::Series,
            from: End::Engagement(pair[1].0, pair[1].1),
            to: End::Engagement(pair[0].0, pair[0].1),
            score: if before.ordinal.is_some() && after.ordinal.is_some() { 1.0 } else { 0.7 },
            difference: None,
            difference_kind: None,
            template: false,
            why,
        });
    }
    out
}
