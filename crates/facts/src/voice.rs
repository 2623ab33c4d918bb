//! The voice of a text: who speaks in paragraphs that begin with their verb.
//!
//! "The Council, / 1. Takes note of the report; / 2. Decides to …", "We, the Ministers, / Recalling …": declarations
//! and resolutions name who speaks once. In: the sentences of a text in their order. Out: the voice, and the statement
//! with which a paragraph begins. Where no voice has been named, only a paragraph of such a list says anything.

use entente_corpus::{EntityKind, Party};
use entente_language::Class;
use entente_language::verbs::Form;
use entente_names::gazetteer::head_nouns::is_body_head;

use super::actors;
use super::occasions::frames::is_in_set;
use super::speech::{By, Said};
use super::statements::frames::{StatementFrame, StatementTrigger, completed_frame, find_frame, verb_frame};
use super::view::{Named, Sentence, View};

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    /// The words that name the voice, and the entity where they name one.
    pub(crate) party: Party,
}

/// Words of a voice's own name, at most.
const MAX_VOICE_WORDS: usize = 12;

/// The voice that a paragraph's first sentence names: "We, the Ministers of …", "The General Assembly,".
pub(super) fn opened(view: &View, sentence: &Sentence) -> Option<Voice> {
    let named = |from: usize, to: usize, entity: Option<u32>| {
        let range = sentence.words.get(from)?.start..sentence.words.get(to)?.end;
        Some(Voice { party: Party { span: view.span(sentence.passage, range)?, entity } })
    };
    if sentence.word(0) == "we" && sentence.gap_after(0).trim_start().starts_with([',', '*']) {
        return named(0, 0, None);
    }
    let trimmed = sentence.as_str().trim_end_matches(['*', ' ', '\n']);
    // It opens a list: nothing is said yet, or what follows is.
    if !trimmed.ends_with([',', ':']) {
        return None;
    }
    let subject = (0..sentence.words.len().min(MAX_VOICE_WORDS)).find_map(|end| {
        let whole = !matches!(sentence.gap_after(end), " " | "-" | "’" | "'") || end + 1 == sentence.words.len();
        let subject = whole.then(|| actors::read_subject(sentence, &(0..end + 1))).flatten();
        subject.filter(|subject| subject.first == 0)
    })?;
    // "Esteemed President,", "Heads of Delegation,": without an article and a body's name somebody is spoken to. "Council," is a body.
    let is_one_word = sentence.words.first().is_some_and(|word| word.end == subject.range.end);
    let is_sole_head = is_one_word && is_body_head(sentence.word(0));
    let is_body = |name: &&Named| name.kind != EntityKind::Person && Some(name.entity) == subject.entity;
    let body = sentence.actors_in(&subject.range).any(|name| is_body(&name));
    if trimmed.ends_with(',') && !body && !is_sole_head && !sentence.parse().tokens.has(0, Class::Article) {
        return None;
    }
    let start = sentence.words.iter().position(|word| word.end >= subject.range.end)?;
    let end = all(sentence, start);
    named(0, end, if end == start { subject.entity } else { None })
}

/// The last word of a list of parties that goes on after word `at`: "…, Ecuador and Peru", "(CBK) and the Bank of Uganda".
fn all(sentence: &Sentence, at: usize) -> usize {
    let mut end = at;
    let mut probe = at + 1;
    while probe < sentence.words.len() && probe - at <= 3 * MAX_VOICE_WORDS {
        let word = sentence.word(probe);
        let small = matches!(word, "and" | "of" | "the" | "for");
        if !small && !sentence.is_capital(probe) {
            break;
        }
        // A short form in brackets is part of the list only where the list goes on after it.
        if !small && !sentence.gap_after(probe - 1).contains('(') {
            end = probe;
        }
        probe += 1;
    }
    end
}

/// The statement with which a paragraph begins.
pub(crate) struct Lead {
    pub(crate) said: Said,
    pub(crate) frame: &'static StatementFrame,
    /// The form of its verb, which the verbs joined to it share.
    pub(crate) form: Form,
    /// The word after its verb.
    pub(crate) next: usize,
}

/// The statement with which a paragraph begins, whose verb stands first: "Noting …", "Decides to …".
pub(super) fn lead(sentence: &Sentence, has_voice: bool) -> Option<Lead> {
    // "(a) noted the report": the label is not the verb.
    let labelled = sentence.as_str().trim_start().starts_with('(') && sentence.gap_after(0).starts_with(')');
    let first = usize::from(labelled && sentence.word(0).len() <= 4);
    let at = (first..sentence.words.len().min(MAX_VOICE_WORDS))
        .find(|at| !is_in_set("recital-adverb", sentence.word(*at)))?;
    let listed = sentence.as_str().trim_end_matches(['*', ' ', '\n']).ends_with([';', ',']);
    let (frame, form, last) = head(sentence, at)?;
    // "The Committee: (a) noted the report; (b) agreed to meet".
    let past = form == Form::Past && has_voice && at == first && !sentence.is_capital(first);
    let perfect = sentence.parse().tokens.has(at, Class::Have);
    let fits = past
        || sentence.is_capital(first)
            && match form {
                Form::Gerund | Form::Third => has_voice || listed,
                Form::Base => has_voice && !ends_name(sentence, last),
                Form::Past | Form::Participle => perfect && has_voice,
            };
    fits.then(|| {
        let verb = sentence.words[at].start..sentence.words[last].end;
        let said = Said { act: frame.act(), verb, by: By::Voice, rule: "verb-of-the-text" };
        Lead { said, frame, form, next: last + 1 }
    })
}

fn head(sentence: &Sentence, at: usize) -> Option<(&'static StatementFrame, Form, usize)> {
    let tokens = sentence.parse().tokens;
    if tokens.has(at, Class::Have) {
        // "Have agreed as follows".
        let (frame, form) = verb_frame(tokens.folded(at + 1))?;
        return (form == Form::Past).then_some((frame, Form::Past, at + 1));
    }
    if let Some(frame) = find_frame(StatementTrigger::Recital, tokens.folded(at)) {
        return frame.is_completed_by(tokens.folded(at + 1)).then_some((frame, Form::Gerund, at));
    }
    if let Some((frame, last, form)) = completed_frame(tokens, at) {
        return Some((frame, form, last));
    }
    let (frame, form) = verb_frame(tokens.folded(at))?;
    Some((frame, form, at))
}

/// "Request Form", "Demand side": a noun, as the capital or the end after it shows.
fn ends_name(sentence: &Sentence, last: usize) -> bool {
    last + 2 >= sentence.words.len()
}
