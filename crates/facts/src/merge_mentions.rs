//! Tellings become engagements: what one document says of one occasion in several places is one.

use std::collections::BTreeSet;

use entente_corpus::EngagementLevel::Unknown;
use entente_corpus::{Basis, Engagement, EngagementStatus, EntityKind, Evidence, Fact, Party};
use entente_text::date::Point;
use entente_text::{PartialDate, Span, order};

use super::make::{Names, words};
use super::occasion;
use super::occasions::draft::EventDraft;
use super::occasions::frames::is_in_set;
use super::occasions::printed_bound;
use super::view::View;

/// Occasions that a mention is compared with: the last ones. A document reports few; a list of thousands would cost the
/// square of its length.
const MAX_COMPARED_OCCASIONS: usize = 400;

/// Mentions of one occasion that another is compared with.
const TELLINGS: usize = 40;

/// Words of a name from which on one that differs does not make it another name.
const MIN_LONG_NAME: usize = 5;

/// Tellings of one occasion.
struct Group {
    drafts: Vec<EventDraft>,
}

/// An engagement with the words by which its series is found.
pub(crate) struct Gathered {
    pub(crate) engagement: Engagement,
    /// The name's words without number, year and small words, folded.
    pub(crate) key: Vec<String>,
    /// It has a name of its own.
    pub(crate) named: bool,
    /// Its name as it is read.
    pub(crate) name: String,
}

/// Brings tellings together.
pub(crate) fn gather(view: &View, drafts: Vec<EventDraft>) -> Vec<Gathered> {
    let mut groups: Vec<Group> = Vec::new();
    let mut waiting: Vec<EventDraft> = Vec::new();
    for mut draft in drafts {
        inherit(&groups, &mut draft);
        let near = groups.len().saturating_sub(MAX_COMPARED_OCCASIONS);
        let at = groups[near..].iter().rposition(|group| group.is(&draft)).map(|at| near + at);
        match at {
            Some(at) => groups[at].drafts.push(draft),
            None if draft.weak => waiting.push(draft),
            None => groups.push(Group { drafts: vec![draft] }),
        }
    }
    for draft in waiting {
        if let Some(group) = groups.iter_mut().take(MAX_COMPARED_OCCASIONS).find(|group| group.is(&draft)) {
            group.drafts.push(draft);
        }
    }
    let mut names = Names::of(view.record);
    let mut out: Vec<Gathered> = groups.into_iter().map(|group| group.finish(view, &mut names)).collect();
    bounds(view, &mut out);
    out
}

/// "It held the symposium in June 2014" after "has been holding the International Symposium … annually": one of these.
fn inherit(groups: &[Group], draft: &mut EventDraft) {
    if !draft.definite || draft.named || draft.date.is_none() {
        return;
    }
    let before = groups.iter().rev().take(MAX_COMPARED_OCCASIONS).find(|group| {
        let here = group.drafts.iter().any(|known| known.passage == draft.passage);
        here && group.drafts[0].kind == draft.kind && group.drafts[0].status == Some(EngagementStatus::Recurring)
    });
    if let Some(group) = before {
        let first = &group.drafts[0];
        draft.key.clone_from(&first.key);
        draft.named = first.named;
        if draft.topics.is_empty() {
            draft.topics.clone_from(&first.topics);
        }
        for party in &first.participants {
            if draft.participants.iter().all(|known| known.entity != party.entity) {
                draft.participants.push(*party);
            }
        }
    }
}

impl Group {
    fn is(&self, draft: &EventDraft) -> bool {
        let known = || self.drafts.iter().take(TELLINGS);
        known().any(|known| same(known, draft)) && !known().any(|known| contradicts(known, draft))
    }

    /// The telling that names it best: by number, then by length.
    fn best(&self) -> &EventDraft {
        self.drafts
            .iter()
            .enumerate()
            .max_by_key(|(n, draft)| (draft.ordinal.is_some(), draft.named, draft.key.len(), std::cmp::Reverse(*n)))
            .map_or(&self.drafts[0], |(_, draft)| draft)
    }

    /// True if an occasion is a summit by its name alone, and no telling says that states meet at it: "the Harbour Summit".
    fn is_mere_summit(&self, view: &View, draft: &EventDraft) -> bool {
        let is_state = |party: &Party| {
            let kind = party.entity.and_then(|entity| view.kind(entity));
            matches!(kind, Some(EntityKind::Country | EntityKind::Bloc))
        };
        let tells_sides = |word: &String| is_in_set("how-many-sides", word) || is_in_set("bodies-of-states", word);
        let of_sides = |draft: &EventDraft| draft.key.iter().any(tells_sides);
        let of_states =
            |draft: &EventDraft| !draft.states.is_empty() || of_sides(draft) || draft.participants.iter().any(is_state);
        occasion::is_summit_by_name_alone(&draft.about)
            && !self.drafts.iter().any(|draft| of_states(draft) || is_called_by_its_place(view, draft))
    }

    fn finish(self, view: &View, names: &mut Names) -> Gathered {
        let best = self.best().clone();
        let span = view.span(best.passage, best.name.clone()).unwrap_or(best.evidence.span);
        let name = view.text(best.passage).get(best.name.clone()).unwrap_or_default().to_owned();
        let quote = words(view, best.evidence.span);
        let date = date(&self.drafts);
        let mut participants: Vec<Party> = Vec::new();
        let mut topics: Vec<u32> = Vec::new();
        // The sentence that is quoted first is one that says when it was, or else whether it took place.
        let tellings = || std::iter::once(&best).chain(&self.drafts);
        let value = |date: &Option<Fact<PartialDate>>| date.as_ref().map(|date| date.value);
        let dated = tellings().find(|draft| value(&draft.date) == value(&date) && date.is_some());
        let told = dated.or_else(|| tellings().find(|draft| draft.status.is_some() && !draft.weak));
        let mut evidence: Vec<Evidence> = vec![told.unwrap_or(&best).evidence];
        // A document may mention one occasion thousands of times, so known parties and places are kept in sets.
        let mut places: BTreeSet<(Option<u32>, Span)> = order::set(evidence.iter().map(place_of));
        let mut known = Known::default();
        for draft in std::iter::once(&best).chain(&self.drafts) {
            for party in &draft.participants {
                if known.insert(party.entity, words(view, party.span)) {
                    participants.push(*party);
                }
            }
            for place in std::iter::once(&draft.evidence).chain(&draft.also) {
                if places.insert(place_of(place)) {
                    evidence.push(*place);
                }
            }
            // "before the dialogue" says what something else is about.
            if draft.weak || draft.definite && !draft.named && draft.evidence != best.evidence {
                continue;
            }
            topics.extend(draft.topics.iter().filter(|topic| !topics.contains(topic)).copied().collect::<Vec<_>>());
        }
        let level = std::iter::once(&best)
            .chain(&self.drafts)
            .map(|draft| if self.is_mere_summit(view, draft) { Unknown } else { occasion::level(&draft.about) })
            .find(|level| *level != Unknown)
            .unwrap_or(Unknown);
        let place = std::iter::once(&best)
            .chain(&self.drafts)
            .find_map(|draft| view.evidence_around(draft.passage, draft.place.clone()?, draft.place.clone()?));
        let id = names.name(
            view,
            &name,
            Some(best.passage),
            &format!("{name}\n{quote}\n{}", date.as_ref().map(|date| date.value.to_string()).unwrap_or_default()),
        );
        let engagement = Engagement {
            id,
            name: span,
            kind: best.kind,
            series: None,
            ordinal: self.drafts.iter().find_map(|draft| draft.ordinal),
            date,
            bound: None,
            place: place.map(|place| place.span),
            level,
            status: status(&self.drafts),
            participants,
            topics,
            evidence,
            rule: best.rule.clone(),
        };
        let key = self.drafts.iter().map(|draft| &draft.key).max_by_key(|key| key.len()).cloned().unwrap_or_default();
        Gathered { engagement, key, named: self.drafts.iter().any(|draft| draft.named), name }
    }
}

fn place_of(evidence: &Evidence) -> (Option<u32>, Span) {
    (evidence.passage, evidence.span)
}

/// True if the name of an occasion is the place where it was held and its noun, and nothing else: "the Oslo Summit".
fn is_called_by_its_place(view: &View, draft: &EventDraft) -> bool {
    let Some(place) = draft.place.clone().filter(|place| draft.name.start <= place.start && place.end < draft.name.end)
    else {
        return false;
    };
    let rest = view.text(draft.passage).get(place.end..draft.name.end).unwrap_or("");
    place.start == draft.name.start && rest.split_whitespace().count() == 1
}

/// Parties that are known: by their entities, or by their words where one of the two has none.
#[derive(Default)]
struct Known<'a> {
    entities: BTreeSet<u32>,
    words: BTreeSet<&'a str>,
    words_without_entity: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    /// True if the party was not known before.
    fn insert(&mut self, entity: Option<u32>, words: &'a str) -> bool {
        let is_known = match entity {
            Some(entity) => self.entities.contains(&entity) || self.words_without_entity.contains(words),
            None => self.words.contains(words),
        };
        if is_known {
            return false;
        }
        match entity {
            Some(entity) => self.entities.insert(entity),
            None => self.words_without_entity.insert(words),
        };
        // Two entities may be printed in the same words.
        self.words.insert(words);
        true
    }
}

/// True if two mentions are of one occasion.
fn same(a: &EventDraft, b: &EventDraft) -> bool {
    if a.kind != b.kind || apart(a.date.as_ref(), b.date.as_ref()) {
        return false;
    }
    if let (Some(first), Some(second)) = (a.ordinal, b.ordinal)
        && first != second
    {
        return false;
    }
    // "Korea-U.S." is not "Korea-U.S.-Japan".
    if !a.states.is_empty() && !b.states.is_empty() && a.states != b.states && a.named && b.named {
        return false;
    }
    // The "Special Summit" is not one of those that are counted.
    let special = |draft: &EventDraft| {
        draft.key.iter().any(|word| matches!(word.as_str(), "special" | "extraordinary" | "emergency" | "informal"))
    };
    if a.named && b.named && special(a) != special(b) {
        return false;
    }
    let value = |draft: &EventDraft| draft.date.as_ref().map(|date| date.value);
    let recurring = |draft: &EventDraft| draft.status == Some(EngagementStatus::Recurring);
    // One of a series is not the series.
    if recurring(a) != recurring(b) && (a.date.is_some() || b.date.is_some()) && !(a.weak || b.weak) {
        return false;
    }
    // A numbered occasion is named without its number only under the same name, or by words that refer back to it.
    if a.ordinal.is_some() != b.ordinal.is_some() {
        let (numbered, other) = if a.ordinal.is_some() { (a, b) } else { (b, a) };
        let refers = other.definite && other.date.is_none() && other.place.is_none() || goes_on(numbered, other);
        let elsewhere = numbered.place.is_some()
            && other.place.is_some()
            && numbered.place != other.place
            && a.passage == b.passage;
        // "The second Harbour Summit" and, elsewhere, "the Harbour Summit in 2024": the date may be that of another one.
        let dates_it = numbered.date.is_none() && other.date.is_some() && numbered.passage != other.passage;
        let dates_it = dates_it && !goes_on(numbered, other);
        if numbered.key.len().min(other.key.len()) < 2 && !refers || elsewhere || dates_it {
            return false;
        }
    }
    let subset = |a: &[String], b: &[String]| !a.is_empty() && a.iter().all(|word| b.contains(word));
    let one_in_other = subset(&a.key, &b.key) || subset(&b.key, &a.key);
    let parties = |draft: &EventDraft| order::set(draft.participants.iter().filter_map(|party| party.entity));
    // "Third Trilateral Cyber Consultation of A, B and C" and "third A-B-C Cyber Consultation": one number, matter and parties.
    let same_sides = !parties(a).is_empty() && parties(a) == parties(b) || !a.states.is_empty() && a.states == b.states;
    let one_matter = subset(&a.matter, &b.matter) || subset(&b.matter, &a.matter);
    let one_name = one_in_other || same_sides && one_matter || differ_in_a_word(&a.matter, &b.matter);
    if a.ordinal.is_some() && a.ordinal == b.ordinal && one_name {
        return true;
    }
    if goes_on(a, b) {
        return true;
    }
    if a.named && b.named {
        let distinct = a.ordinal.is_some()
            || b.ordinal.is_some()
            || a.weak
            || b.weak
            || a.date.is_none()
            || b.date.is_none()
            || value(a) == value(b);
        return one_in_other && a.key.len().min(b.key.len()) >= 2 && distinct;
    }
    // "the dialogue", "their meeting": what was last spoken of.
    if b.definite && !b.named && b.key.len() == 1 && b.date.is_none() {
        let told_before = (a.passage, a.name.start) < (b.passage, b.name.start);
        return told_before && b.passage.abs_diff(a.passage) <= 1 && subset(&b.key, &a.key) && !recurring(a);
    }
    if a.named != b.named && a.key != b.key {
        return false;
    }
    if goes_on_without_name(a, b) {
        return true;
    }
    // The same reported again, in a summary and in the body.
    let told = |draft: &EventDraft| draft.date.is_some() || draft.deed || draft.status != Some(EngagementStatus::Held);
    let telling = a.key.len() >= 3 || !parties(a).is_empty() && told(a);
    a.key == b.key && parties(a) == parties(b) && value(a) == value(b) && telling
}

/// True if two long names differ in one word of the shorter: "Seventh **ARF** Meeting on Crime and Terrorism" and "Seventh
/// **ASEAN Regional Forum** Meeting on Crime and Terrorism".
fn differ_in_a_word(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    short.len() >= MIN_LONG_NAME && shared + 1 >= short.len()
}

/// "**The Meeting** took place in Hanoi on 4 May" after a sentence on "the Seventh Meeting": a noun alone that opens its sentence
/// goes on about the numbered or named occasion of that noun that was reported last, and may date it.
fn goes_on(before: &EventDraft, draft: &EventDraft) -> bool {
    let told = before.passage == draft.passage || before.passage + 1 == draft.passage;
    let undated = before.date.is_none() || draft.date.is_none() || before.date == draft.date;
    let noun_alone = draft.opens && draft.definite && !draft.named && draft.ordinal.is_none() && draft.key.len() == 1;
    noun_alone
        && told
        && undated
        && before.kind == draft.kind
        && (before.named || before.ordinal.is_some())
        && draft.key.first().is_some_and(|noun| before.key.contains(noun))
}

/// "They held talks in Oslo on 4 May. **The ministers held discussions** on ports": what the next sentences
/// call otherwise is the same occasion if it has the same parties and no name, number, date or place of its own.
fn goes_on_without_name(a: &EventDraft, b: &EventDraft) -> bool {
    let parties = |draft: &EventDraft| order::set(draft.participants.iter().map(|party| party.entity));
    let is_plain = |draft: &EventDraft| !draft.named && draft.ordinal.is_none() && !draft.weak;
    let near = a.passage.abs_diff(b.passage) <= 1;
    let placed = a.place.is_some() && b.place.is_some();
    let all = parties(a);
    near && is_plain(a)
        && is_plain(b)
        && b.date.is_none()
        && !placed
        && a.status == b.status
        && all.len() > 1
        && !all.contains(&None)
        && all == parties(b)
}

/// Two tellings that cannot be of one occasion, whatever else they share with a third.
fn contradicts(a: &EventDraft, b: &EventDraft) -> bool {
    a.ordinal.is_some() && b.ordinal.is_some() && a.ordinal != b.ordinal || apart(a.date.as_ref(), b.date.as_ref())
}

/// Two dates that cannot be of one day.
fn apart(a: Option<&Fact<PartialDate>>, b: Option<&Fact<PartialDate>>) -> bool {
    match (a.and_then(|a| a.value.bounds()), b.and_then(|b| b.value.bounds())) {
        (Some(a), Some(b)) => a.1 < b.0 || b.1 < a.0,
        _ => match (a, b) {
            (Some(a), Some(b)) => a.value != b.value,
            _ => false,
        },
    }
}

/// The most exact date; stated before inferred.
fn date(drafts: &[EventDraft]) -> Option<Fact<PartialDate>> {
    let rank = |fact: &Fact<PartialDate>| {
        (fact.value.bounds().map_or(u32::MAX, |(from, to)| to.saturating_sub(from)), fact.basis)
    };
    drafts.iter().filter_map(|draft| draft.date.as_ref()).min_by_key(|fact| rank(fact)).cloned()
}

fn status(drafts: &[EventDraft]) -> Option<EngagementStatus> {
    // A document that both announces and reports reports.
    let any = |status: EngagementStatus| drafts.iter().any(|draft| draft.status == Some(status) && !draft.weak);
    [EngagementStatus::Held, EngagementStatus::Recurring, EngagementStatus::Planned]
        .into_iter()
        .find(|status| any(*status))
        .or(drafts[0].status)
}

/// What the text allows beyond a date that is not known: the words after the name say it; where the year of something held is
/// not known, it is not before what its own passage reports as past.
fn bounds(view: &View, all: &mut [Gathered]) {
    for found in all.iter_mut().filter(|found| found.engagement.date.is_none()) {
        let engagement = &mut found.engagement;
        let Some(place) = engagement.evidence.first() else { continue };
        let name = engagement.name.start.saturating_sub(place.span.start) as usize;
        engagement.bound = printed_bound(place.span.of(&view.body.text), name);
    }
    let year = |date: &PartialDate| match date {
        PartialDate::At(Point { year, .. }) => *year,
        PartialDate::Between(_, Point { year, .. }) => *year,
        _ => None,
    };
    let past: Vec<(Option<u32>, u16)> = all
        .iter()
        .filter(|found| found.engagement.status == Some(EngagementStatus::Held))
        .filter_map(|found| {
            let date = found.engagement.date.as_ref().filter(|date| date.basis == Basis::Stated)?;
            Some((found.engagement.evidence[0].passage, year(&date.value)?))
        })
        .collect();
    let known = view.date().and_then(|date| year(&date)).is_some();
    for found in all.iter_mut() {
        let engagement = &mut found.engagement;
        let open = match &engagement.date {
            None => false,
            Some(date) => matches!(date.value, PartialDate::At(point) if point.year.is_none()),
        };
        if engagement.status != Some(EngagementStatus::Held) || !open || known {
            continue;
        }
        let passages: Vec<Option<u32>> = engagement.evidence.iter().map(|place| place.passage).collect();
        let latest = past.iter().filter(|(passage, _)| passages.contains(passage)).map(|(_, year)| *year).max();
        engagement.bound = latest.and_then(|year| Point::new(Some(year), None, None)).map(PartialDate::Since);
    }
}
