//! Forms: which part of a form an answer stands in, under which commitment, and who gives it.
//!
//! In: a document. Out: for each answered passage its place in the form. A document is a form where questions are
//! put or where at least two kinds of parts are headed; everything else is prose and yields nothing here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{EntityKind, PassageKind};
use entente_text::fold::fold;
use entente_text::order;

use super::occasions::frames::is_in_set;
use super::phrases::{contains_phrase, phrases};
use super::view::{View, is_contact, is_instruction};

/// What a part of a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// "LEADERS' AND MINISTERS' COMMITMENTS".
    Commitments,
    /// "MEASURES UNDERTAKEN SINCE LAST UPDATE".
    Undertaken,
    /// "FURTHER MEASURES PLANNED".
    Planned,
    /// "WHAT SPECIFIC CAPACITY BUILDING NEEDS DOES YOUR ECONOMY HAVE".
    Needs,
    /// "WHAT KIND OF EXPERTISE AND/OR ASSISTANCE COULD YOUR ECONOMY PROVIDE".
    Offers,
    /// "Summary of capacity building needs and opportunities": the answer's words tell which.
    NeedsAndOffers,
}

/// The parts with the sets of phrases that head them, the most telling first: "measures … to implement commitments" is about
/// measures.
const PARTS: &[(Part, &str)] = &[
    (Part::NeedsAndOffers, "form-needs-and-offers"),
    (Part::Offers, "form-offers"),
    (Part::Needs, "form-needs"),
    (Part::Planned, "form-planned"),
    (Part::Undertaken, "form-undertaken"),
    (Part::Commitments, "form-commitments"),
];
/// Words from "your" to the verb that a question asks about, at most.
const MAX_ADDRESSEE_WORDS: usize = 3;
/// A heading this much of whose words are a commitment's is that commitment's.
const CONTAINED: f32 = 0.7;
/// Commitments of one matter that a heading is compared with.
const MAX_COMPARED_COMMITMENTS: usize = 300;
/// Where an answered passage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) part: Part,
    /// The heading or question of the part.
    pub(crate) head: u32,
    /// The heading below it, under which the answer stands: a passage.
    pub(crate) under: Option<u32>,
    /// The commitment of that heading: a passage.
    pub(crate) commitment: Option<u32>,
    /// "(Ministry of Foreign Affairs)": a passage and the bytes of its reading text.
    pub(crate) actor: Option<(u32, Range<usize>)>,
}

/// A form, read.
#[derive(Debug, Default)]
pub(crate) struct Form {
    /// Answered passages.
    pub(crate) slots: BTreeMap<u32, Slot>,
    /// Who fills it in: a passage, the bytes of its reading text and the entity.
    pub(crate) submitter: Option<(u32, Range<usize>, u32)>,
    /// Headings and questions of parts.
    heads: BTreeSet<u32>,
    /// Passages that repeat a commitment as a heading.
    pub(crate) subheads: BTreeSet<u32>,
}

impl Form {
    /// True for the form's own wording: commitments, headings that repeat them, parts' headings.
    pub(crate) fn is_wording(&self, at: u32) -> bool {
        let heads = |slot: &Slot| slot.head == at;
        self.subheads.contains(&at)
            || self.heads.contains(&at)
            || self.slots.get(&at).is_some_and(|slot| slot.part == Part::Commitments || heads(slot))
    }
}

/// Reads a document as a form; empty if it is not a form.
pub(crate) fn read(view: &View) -> Form {
    let heads = heads(view);
    let kinds: BTreeSet<Part> = order::set(heads.values().copied());
    let asks = heads.keys().any(|at| view.passage(*at).is_some_and(|passage| passage.kind == PassageKind::Question));
    if !(asks || kinds.len() >= 2) {
        return Form::default();
    }
    let commitments = commitments(view, &heads);
    let mut form = Form { submitter: submitter(view), heads: heads.keys().copied().collect(), ..Form::default() };
    let mut state: Option<Slot> = None;
    for at in view.passages() {
        let Some(passage) = view.passage(at) else { continue };
        if let Some(part) = heads.get(&at) {
            state = Some(Slot { part: *part, head: at, under: None, commitment: None, actor: None });
            continue;
        }
        let Some(slot) = &mut state else { continue };
        let below = view.headings(at).contains(&slot.head) || passage.of == Some(slot.head);
        if matches!(passage.kind, PassageKind::Heading | PassageKind::Question) {
            if !below || passage.kind == PassageKind::Question {
                state = None;
            } else if let Some(inner) = bracketed(view.text(at)) {
                slot.actor = Some((at, inner));
            } else {
                head_with(view, &commitments, slot, at, &mut form.subheads);
            }
            continue;
        }
        if !below {
            continue;
        }
        let measure = matches!(slot.part, Part::Undertaken | Part::Planned);
        if measure && passage.kind == PassageKind::Paragraph && repeats(view, &commitments, slot.head, at).is_some() {
            // A heading that the source sets as a paragraph.
            head_with(view, &commitments, slot, at, &mut form.subheads);
            continue;
        }
        if !view.is_mute(at) && !is_definition(view.text(at)) {
            form.slots.insert(at, Slot { part: told(slot.part, view.text(at)), ..slot.clone() });
        }
    }
    form
}

/// Headings and questions that open a part.
fn heads(view: &View) -> BTreeMap<u32, Part> {
    let opens = |at: &u32| {
        view.passage(*at).is_some_and(|passage| matches!(passage.kind, PassageKind::Heading | PassageKind::Question))
    };
    order::map(view.passages().filter(opens).filter_map(|at| Some((at, part(view.text(at))?))))
}

/// What a heading asks for.
fn part(heading: &str) -> Option<Part> {
    let folded = fold(heading);
    // A commitment that mentions commitments is not the heading of a part: it ends with its years or is long.
    let question =
        heading.contains('?') || heading.chars().filter(|c| c.is_uppercase()).count() * 2 > heading.len() / 2;
    let summary = folded.starts_with("summary of");
    if !(question || summary || heading.split_whitespace().count() <= 6) {
        return None;
    }
    let headed = |part: Part| PARTS.iter().any(|(known, set)| *known == part && contains_phrase(set, &folded));
    if headed(Part::NeedsAndOffers) {
        return Some(Part::NeedsAndOffers);
    }
    asked(&folded).or_else(|| PARTS.iter().find(|(part, _)| headed(*part)).map(|(part, _)| *part))
}

/// What a question asks the person who fills the form in: "could you provide" asks for offers, "what needs does your country have"
/// for needs.
fn asked(folded: &str) -> Option<Part> {
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let addressed = |at: usize| words.get(at + 1).is_some_and(|word| is_in_set("second-person", word));
    let asks = |at: usize, set: &str| {
        let verb = words.iter().skip(at + 2).take(MAX_ADDRESSEE_WORDS);
        addressed(at) && verb.into_iter().any(|word| is_in_set(set, word))
    };
    let offers = (0..words.len()).any(|at| is_in_set("could", words[at]) && asks(at, "gives-help"));
    let needs =
        (1..words.len()).any(|at| is_in_set("does", words[at]) && addressed(at) && is_in_set("needs", words[at - 1]));
    match (offers, needs) {
        (true, _) => Some(Part::Offers),
        (false, true) => Some(Part::Needs),
        (false, false) => None,
    }
}

/// The commitments, by the section that contains their part.
fn commitments(view: &View, heads: &BTreeMap<u32, Part>) -> BTreeMap<Option<u32>, Vec<u32>> {
    let mut out: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
    for at in view.passages() {
        let Some(head) = view.headings(at).first().copied() else { continue };
        if heads.get(&head) == Some(&Part::Commitments) && !view.is_mute(at) {
            out.entry(area(view, head)).or_default().push(at);
        }
    }
    out
}

/// The heading above a part's heading: the matter that both the commitments and the measures belong to.
fn area(view: &View, head: u32) -> Option<u32> {
    view.headings(head).first().copied()
}

fn head_with(
    view: &View,
    commitments: &BTreeMap<Option<u32>, Vec<u32>>,
    slot: &mut Slot,
    at: u32,
    subheads: &mut BTreeSet<u32>,
) {
    slot.under = Some(at);
    slot.actor = None;
    slot.commitment = repeats(view, commitments, slot.head, at);
    if slot.commitment.is_some() {
        subheads.insert(at);
    }
}

/// The commitment of the same matter that the words of passage `at` repeat, wholly or shortened.
fn repeats(view: &View, commitments: &BTreeMap<Option<u32>, Vec<u32>>, head: u32, at: u32) -> Option<u32> {
    let heading = matter(view.text(at));
    if heading.len() < 2 {
        return None;
    }
    let score = |commitment: &u32| {
        let words = matter(view.text(*commitment));
        let shared = heading.intersection(&words).count();
        let contained = ratio(shared, heading.len());
        (contained >= CONTAINED).then(|| contained + ratio(shared, heading.union(&words).count()))
    };
    let scored = commitments
        .get(&area(view, head))?
        .iter()
        .take(MAX_COMPARED_COMMITMENTS)
        .filter_map(|at| Some((score(at)?, *at)));
    scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, at)| at)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a sentence are small")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The words that tell one commitment from another: no years, no small words, no plural endings.
fn matter(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !is_in_set("no-matter", word) && !word.chars().all(|c| c.is_ascii_digit()));
    order::set(words.map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word).to_owned()))
}

/// Bytes between the brackets of a heading that is all in brackets.
fn bracketed(text: &str) -> Option<Range<usize>> {
    let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let start = text.find('(')? + 1;
    (!inner.is_empty()).then(|| start..start + inner.len())
}

/// "※ WCO DM(Data Model) : A standard data set": a definition, no answer.
fn is_definition(text: &str) -> bool {
    text.starts_with('※')
}

/// Needs or offers, by the answer's own words.
fn told(part: Part, text: &str) -> Part {
    if part != Part::NeedsAndOffers {
        return part;
    }
    let folded = fold(text);
    let provides = folded.split(|c: char| !c.is_alphanumeric()).any(|word| is_in_set("provides", word));
    if provides { Part::Offers } else { Part::Needs }
}

/// The line that names who fills the form in, and the country or body on it.
fn submitter(view: &View) -> Option<(u32, Range<usize>, u32)> {
    view.passages().take(60).find_map(|at| {
        let text = view.text(at);
        let (label, _) = text.split_once(':')?;
        if !phrases("form-submitter").contains(&fold(label).as_str()) || is_contact(text) || is_instruction(text) {
            return None;
        }
        let named = view.named(at).iter().find(|name| name.acts() && name.kind != EntityKind::Person)?;
        Some((at, named.range.clone(), named.entity))
    })
}
