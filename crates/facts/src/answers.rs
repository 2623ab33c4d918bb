//! Statements of forms: every answer is one, of the kind of its part, under its commitment.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::{Anomaly, AnomalyKind, End, EntityKind, Link, LinkKind, Modality, Party, Statement};

use entente_text::fold::fold;

use super::actors;
use super::form::{Form, Part, Slot};
use super::governed;
use super::make;
use super::occasions::frames::is_in_set;
use super::statements::frames::verb_frame;
use super::view::{Sentence, View};

/// What the answers of one form give.
#[derive(Default)]
pub(crate) struct Answers {
    pub(crate) statements: Vec<Statement>,
    pub(crate) notes: Vec<Anomaly>,
    /// Statement (by its place in `statements`), passage of its commitment, how it is known.
    stands_under: Vec<(usize, u32, LinkKind, String)>,
    /// Statement of each commitment's passage.
    commitments: BTreeMap<u32, usize>,
}

/// Reads the answers of `form`.
pub(crate) fn read(view: &View, form: &Form) -> Answers {
    let mut out = Answers::default();
    let submitter = form
        .submitter
        .as_ref()
        .and_then(|(at, range, entity)| Some(Party { span: view.span(*at, range.clone())?, entity: Some(*entity) }));
    for (at, slot) in &form.slots {
        let sentences = view.sentences(*at);
        let Some(first) = sentences.first() else { continue };
        let whole = 0..view.text(*at).len();
        // A statement is its answer; of one that a page break parts, the first part.
        let Some(evidence) = view.evidence_around(*at, whole, first.range.start..first.range.end) else { continue };
        let mut statement = make::statement(first, evidence, modality(slot.part), rule(slot.part));
        for sentence in &sentences[1..] {
            extend(&mut statement.topics, &make::entities(&sentence.named, EntityKind::Topic));
            extend(&mut statement.instruments, &make::entities(&sentence.named, EntityKind::Instrument));
        }
        // Dates of several sentences are several; none of them is the whole answer's.
        let mut dated = sentences.iter().filter(|sentence| !sentence.dates.is_empty());
        if let (Some(only), None) = (dated.next(), dated.next()) {
            let verb = main_verb(only).0.unwrap_or(only.range.start..only.range.start);
            statement.period = governed::find_period(view, only, &verb);
        }
        if slot.part == Part::Commitments {
            statement.period = None;
            statement.verb = begins(first).and_then(|range| view.span(*at, range));
            statement.speaker = speaker_of_heading(view, slot.head);
            out.commitments.insert(*at, out.statements.len());
        } else {
            // What is planned is said where the sentence looks forward.
            let forward =
                |sentence: &&Sentence| sentence.words.iter().any(|word| is_in_set("looks-forward", &word.folded));
            let telling = sentences.iter().find(forward).filter(|_| slot.part == Part::Planned).unwrap_or(first);
            let (verb, subject) = main_verb(telling);
            let words = verb.as_ref().and_then(|range| view.text(*at).get(range.clone())).map(fold).unwrap_or_default();
            statement.strength = verb_frame(&words).and_then(|(frame, _)| frame.strength());
            statement.verb = verb.and_then(|range| view.span(*at, range));
            statement.speaker = submitter;
            let acting = subject.and_then(|(range, entity)| Some(Party { span: view.span(*at, range)?, entity }));
            statement.actor = boxed_actor(view, slot).or(acting).or(submitter);
            let except = statement.actor.and_then(|actor| actor.entity).or(submitter.and_then(|party| party.entity));
            for sentence in &sentences {
                let with = governed::find_partners(sentence);
                extend(
                    &mut statement.counterparts,
                    &with.into_iter().filter(|entity| Some(*entity) != except).collect::<Vec<_>>(),
                );
            }
            out.stands(view, slot);
        }
        out.notes.extend(tense(view, &sentences, slot));
        out.statements.push(statement);
    }
    out
}

impl Answers {
    /// Remembers under which commitment the statement to come stands.
    fn stands(&mut self, view: &View, slot: &Slot) {
        let kind = match slot.part {
            Part::Undertaken => LinkKind::Fulfils,
            Part::Planned => LinkKind::Plans,
            _ => return,
        };
        if let (Some(commitment), Some(under)) = (slot.commitment, slot.under) {
            let why = format!("stands under “{}”", shortened(view.text(under)));
            self.stands_under.push((self.statements.len(), commitment, kind, why));
        }
    }

    /// Who acts in an answer: what "it" means where its first sentence names nobody.
    pub(crate) fn agents(&self, passage: u32) -> Vec<Party> {
        // The answers are in the order of their passages.
        let at = self.statements.binary_search_by_key(&Some(passage), |statement| statement.evidence.passage);
        let statement = at.ok().and_then(|at| self.statements.get(at));
        statement.and_then(|statement| statement.speaker).into_iter().collect()
    }

    /// The links from measures to commitments; `place` is where the body has a statement.
    pub(crate) fn links(&self, document: u32, place: impl Fn(usize) -> Option<u32>) -> Vec<Link> {
        let link = |(statement, commitment, kind, why): &(usize, u32, LinkKind, String)| {
            let to = self.commitments.get(commitment)?;
            Some(Link {
                kind: *kind,
                from: End::Statement(document, place(*statement)?),
                to: End::Statement(document, place(*to)?),
                score: 1.0,
                difference: None,
                difference_kind: None,
                template: false,
                why: why.clone(),
            })
        };
        self.stands_under.iter().filter_map(link).collect()
    }
}

fn modality(part: Part) -> Modality {
    match part {
        Part::Commitments => Modality::Commitment,
        Part::Undertaken => Modality::MeasureUndertaken,
        Part::Planned => Modality::MeasurePlanned,
        Part::Needs => Modality::Need,
        Part::Offers | Part::NeedsAndOffers => Modality::Offer,
    }
}

fn rule(part: Part) -> &'static str {
    match part {
        Part::Commitments => "form-commitment",
        Part::Undertaken => "form-measure-undertaken",
        Part::Planned => "form-measure-planned",
        Part::Needs => "form-need",
        Part::Offers | Part::NeedsAndOffers => "form-offer",
    }
}

fn extend(list: &mut Vec<u32>, more: &[u32]) {
    for entity in more {
        if !list.contains(entity) {
            list.push(*entity);
        }
    }
}

/// "LEADERS' AND MINISTERS'" of "LEADERS' AND MINISTERS' COMMITMENTS".
fn speaker_of_heading(view: &View, head: u32) -> Option<Party> {
    let text = view.text(head);
    let at = text.to_ascii_lowercase().find("commitments")?;
    let words = text.get(..at)?.trim();
    // "Agreed commitments" are nobody's by their heading.
    if !words.ends_with(['\'', '’']) && !words.ends_with("'s") && !words.ends_with("’s")
        || words.split_whitespace().count() > 6
    {
        return None;
    }
    let start = text.find(words)?;
    Some(Party { span: view.span(head, start..start + words.len())?, entity: None })
}

/// The body that the heading in brackets names.
fn boxed_actor(view: &View, slot: &Slot) -> Option<Party> {
    let (at, range) = slot.actor.clone()?;
    let named = view.named(at).iter().find(|name| name.acts() && make::overlaps(&name.range, &range));
    Some(Party { span: view.span(at, range)?, entity: named.map(|name| name.entity) })
}

/// The verb with which a commitment begins.
fn begins(sentence: &Sentence) -> Option<Range<usize>> {
    let word = sentence.words.iter().take(2).find(|word| is_in_set("commitment-begins", &word.folded))?;
    Some(word.start..word.end)
}

/// The main verb of an answer and who acts, where the sentence begins with somebody or with the verb itself.
#[expect(clippy::type_complexity, reason = "a verb, and a subject with its entity")]
fn main_verb(sentence: &Sentence) -> (Option<Range<usize>>, Option<(Range<usize>, Option<u32>)>) {
    let words = &sentence.words;
    let verb_at = |at: usize| -> Option<Range<usize>> {
        let mut end = at;
        // "has been continuously conducting", "will continue to hold", "is taking".
        while let Some(word) = words.get(end) {
            let helper = is_in_set("answer-helper", &word.folded) || word.folded.ends_with("ly");
            if !helper || !sentence.gap_after(end).trim().is_empty() {
                break;
            }
            end += 1;
        }
        let last = words.get(end).filter(|_| end < at + 7)?;
        let first = words.get(at)?;
        let finite = end > at
            || last.folded.ends_with("ed")
            || last.folded.ends_with('s')
            || is_in_set("answer-past", &last.folded);
        let verb = first.start..last.end;
        finite.then_some(verb)
    };
    // The first name that opens the sentence, perhaps after "In October 2012,".
    let opener = sentence.named.iter().find(|name| name.acts() && opens(sentence, name.range.start));
    if let Some(name) = opener {
        let mut at = words.iter().position(|word| word.start >= name.range.end);
        // "Korea (MOLIT) and U.S (TSA) are": what is in brackets, and who acts with them.
        while let Some(found) = at {
            let gap = found.checked_sub(1).map_or("", |before| sentence.gap_after(before));
            let named = sentence
                .named
                .iter()
                .any(|name| name.range.start <= words[found].start && words[found].end <= name.range.end);
            if named || gap.contains('(') || words[found].folded == "and" || words[found].folded == "also" {
                at = (found + 1 < words.len()).then_some(found + 1);
            } else {
                break;
            }
        }
        return (at.and_then(verb_at), Some((name.range.clone(), Some(name.entity))));
    }
    let first = words.first().filter(|word| word.folded.ends_with("ed") || is_in_set("answer-past", &word.folded));
    if let Some(word) = first.filter(|word| word.folded != "need" && word.folded != "limited") {
        return (Some(word.start..word.end), None);
    }
    let pronoun = words.iter().position(|word| matches!(&*word.folded, "it" | "we") && opens(sentence, word.start));
    (pronoun.and_then(|at| verb_at(at + 1)), None)
}

/// True if `at` begins a clause at the head of the sentence: at its start, after "the", or after a first comma.
fn opens(sentence: &Sentence, at: usize) -> bool {
    let before =
        sentence.text.get(sentence.range.start..at).unwrap_or("").trim_start_matches(['-', '*', '•', '°', ' ']);
    let bare = before.trim().trim_end_matches("The").trim_end_matches("the").trim();
    bare.is_empty() || bare.ends_with(',') && bare.split_whitespace().count() <= 8
}

/// "We will take … in late September" under measures undertaken.
fn tense(view: &View, sentences: &[Sentence], slot: &Slot) -> Option<Anomaly> {
    let future = |sentence: &Sentence| {
        let at = sentence.words.iter().position(|word| is_in_set("future-auxiliary", &word.folded))?;
        let parsed = sentence.parse().parsed;
        let range = parsed.clause_at(at).map(|clause| parsed.subject_of(clause));
        let subject = range.and_then(|range| actors::read_subject(sentence, &range));
        let agent = subject.is_some() || at.checked_sub(1).is_some_and(|before| sentence.word(before) == "it");
        let pending = !matches!(sentence.word(at + 1), "be");
        (agent && pending).then(|| sentence.range.clone())
    };
    if slot.part != Part::Undertaken {
        return None;
    }
    let sentence = sentences.iter().find_map(|sentence| Some((future(sentence)?, sentence)))?;
    let evidence = view.evidence_around(sentence.1.passage, sentence.0.clone(), sentence.0)?;
    Some(Anomaly {
        kind: AnomalyKind::BoxTense,
        passage: evidence.passage,
        span: evidence.span,
        detail: format!("It speaks of what will be done and stands under “{}”.", shortened(view.text(slot.head))),
        rule: "future-under-undertaken".to_owned(),
    })
}

/// The first words of a heading.
fn shortened(text: &str) -> String {
    const MAX_HEADING_CHARS: usize = 70;
    if text.chars().count() <= MAX_HEADING_CHARS {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(MAX_HEADING_CHARS).map_or(text.len(), |(at, _)| at);
    let cut = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{} …", &text[..cut])
}
