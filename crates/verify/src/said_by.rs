//! Who says words of the documents: by the quotation that they stand in, by the statement that was found there, by the label
//! of a turn before them, or by the head of a speech.

use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::{Body, Party, PassageKind, ReadingText, Statement};
use entente_explore::{Explorer, PassageAt};
use entente_text::{order, sentences, words};

use crate::names::find_names;
use crate::quotations::find_quotations;
use crate::speaker::{QuotingText, is_saying, speaker};

/// Bytes of the longest passage that is searched for quotations.
const MAX_QUOTING_BYTES: usize = 60_000;
/// Most passages from a label to the last words of its turn.
const MAX_TURN_PASSAGES: usize = 60;
/// Bytes of the longest label of a turn.
const MAX_LABEL_BYTES: usize = 120;
/// Beginning of the rules of statements whose speaker has the floor, and is not the subject of the clause.
const FLOOR_RULES: &str = "speaker-of-";
/// Rule of statements in a turn, whose label names the speaker.
const TURN_RULE: &str = "speaker-of-turn";
/// Rule of statements in a speech, whose head names the speaker.
const SPEECH_RULE: &str = "speaker-of-speech";

/// The entities that say `range` of a passage's reading text; `None` if the documents do not name them.
pub(crate) fn said_by(
    explorer: &Explorer,
    at: PassageAt,
    reading: &ReadingText,
    range: Range<usize>,
) -> Option<BTreeSet<u32>> {
    let body = explorer.corpus().bodies.get(at.document as usize)?;
    let span = reading.to_source(range.clone())?;
    let here = |statement: &&Statement| {
        statement.evidence.passage == Some(at.passage) && statement.evidence.span.overlaps(span)
    };
    let here: Vec<&Statement> = body.statements.iter().filter(here).collect();
    match quoted(explorer, &reading.text, &range) {
        Quoted::By(speakers) => Some(speakers),
        // Statements in it have the quotation's speaker, if that was found, or the subjects of their own clauses.
        Quoted::Unsigned => parties(here.into_iter().filter(|statement| statement.rule.starts_with(FLOOR_RULES))),
        Quoted::Not => {
            let is_said =
                matches!(body.passages.get(at.passage as usize)?.kind, PassageKind::Quote | PassageKind::Note);
            let here = parties(here.into_iter());
            if is_said { here } else { here.or_else(|| turn(explorer, body, at)).or_else(|| speech(body)) }
        }
    }
}

/// The speakers of `statements`; `None` if one of them is not known, or if `statements` is empty.
fn parties<'a>(statements: impl Iterator<Item = &'a Statement>) -> Option<BTreeSet<u32>> {
    let entity = |party: &Option<Party>| party.and_then(|party| party.entity);
    let mut out = BTreeSet::new();
    for statement in statements {
        if statement.speakers.is_empty() {
            out.insert(entity(&statement.speaker)?);
        }
        out.extend(&statement.speakers);
        out.extend(entity(&statement.on_behalf_of));
    }
    (!out.is_empty()).then_some(out)
}

/// Whether words of the documents are a quotation there.
enum Quoted {
    /// These say it.
    By(BTreeSet<u32>),
    /// It is one, but nobody is named beside it, or only a part of the words is in it.
    Unsigned,
    Not,
}

/// The quotation of `text` that has the words `range`.
fn quoted(explorer: &Explorer, text: &str, range: &Range<usize>) -> Quoted {
    if text.len() > MAX_QUOTING_BYTES {
        return Quoted::Not;
    }
    let quotations = find_quotations(text);
    let Some(n) = quotations.iter().position(|quote| quote.range.start < range.end && range.start < quote.range.end)
    else {
        return Quoted::Not;
    };
    if range.start < quotations[n].range.start || quotations[n].range.end < range.end {
        return Quoted::Unsigned;
    }
    let sentences = sentences(text);
    let quoting = QuotingText { text, sentences: &sentences, quotations: &quotations };
    speaker(explorer, &quoting, n).map_or(Quoted::Unsigned, |speaker| Quoted::By(speaker.entities))
}

/// Who has the turn in which the passage `at` stands, in a document whose turns have labels: "Ms. X (Country): …".
fn turn(explorer: &Explorer, body: &Body, at: PassageAt) -> Option<BTreeSet<u32>> {
    let has_turn = |statement: &&Statement| statement.rule == TURN_RULE;
    body.statements.iter().find(has_turn)?;
    for passage in (0..=at.passage).rev().take(MAX_TURN_PASSAGES) {
        let text = explorer.reading_text(PassageAt { passage, ..at })?.text;
        let Some(label) = label(&text) else { continue };
        let named = order::set(find_names(explorer, &text, 0..label).into_iter().flat_map(|name| name.entities));
        let takes_turn =
            |statement: &Statement| parties([statement].into_iter()).is_some_and(|own| !own.is_disjoint(&named));
        let mut statements = body.statements.iter().filter(has_turn);
        // Another label begins a turn of somebody who is not known.
        return statements.any(takes_turn).then_some(named);
    }
    None
}

/// The bytes before the colon of a passage that begins with the label of a turn.
fn label(text: &str) -> Option<usize> {
    let end = text.floor_char_boundary(MAX_LABEL_BYTES.min(text.len()));
    let colon = text[..end].find([':', '：'])?;
    let before = &text[..colon];
    let is_sentence = before.contains(['.', '?', '!', ';']) && !before.contains(". ");
    let says = words(before).last().is_some_and(|word| is_saying(&word.folded));
    let begins = before.starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
    (begins && !is_sentence && !says).then_some(colon)
}

/// Who gives the speech that the document is.
fn speech(body: &Body) -> Option<BTreeSet<u32>> {
    parties(body.statements.iter().filter(|statement| statement.rule == SPEECH_RULE).take(1))
}
