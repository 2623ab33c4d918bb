//! The voice of a text: who speaks in paragraphs that begin with their verb.
//!
//! "The Council, / 1. Takes note of the report; / 2. Decides to …", "We, the Ministers, / Recalling …": declarations
//! and resolutions name who speaks once. In: the sentences of a text in their order. Out: the voice, and the statement
//! with which a paragraph begins. Where no voice has been named, only a paragraph of such a list says anything.

use entente_corpus::Party;

use super::actors;
use super::lexicon::{self, Act, Form};
use super::speech::{By, Said};
use super::view::{Sentence, View};

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    /// The words that name the voice, and the entity where they name one.
    pub(crate) party: Party,
}

/// Words in front of the verb of such a paragraph.
const BEFORE: &[&str] =
    &["further", "also", "deeply", "strongly", "once", "again", "hereby", "gravely", "firmly", "solemnly"];
/// States of mind with which a recital begins.
const MINDS: &[&str] =
    &["concerned", "alarmed", "convinced", "mindful", "conscious", "aware", "cognizant", "encouraged"];
/// Words of a voice's own name, at most.
const LONGEST: usize = 12;

/// The voice that a paragraph's first sentence names: "We, the Ministers of …", "The General Assembly,".
pub(super) fn opened(view: &View, sentence: &Sentence) -> Option<Voice> {
    let named = |from: usize, to: usize, entity: Option<u32>| {
        let range = sentence.words.get(from)?.start..sentence.words.get(to)?.end;
        Some(Voice { party: Party { span: view.span(sentence.passage, range)?, entity } })
    };
    if sentence.word(0) == "we" && sentence.behind(0).trim_start().starts_with([',', '*']) {
        return named(0, 0, None);
    }
    let trimmed = sentence.as_str().trim_end_matches(['*', ' ', '\n']);
    // It opens a list: nothing is said yet, or what follows is.
    if !trimmed.ends_with([',', ':']) {
        return None;
    }
    let subject = (0..sentence.words.len().min(LONGEST)).find_map(|end| {
        let whole = !matches!(sentence.behind(end), " " | "-" | "’" | "'") || end + 1 == sentence.words.len();
        let subject = whole.then(|| actors::subject_until(sentence, end)).flatten();
        subject.filter(|subject| subject.first == 0)
    })?;
    let start = sentence.words.iter().position(|word| word.end >= subject.range.end)?;
    let end = all(sentence, start);
    named(0, end, if end == start { subject.entity } else { None })
}

/// The last word of a list of parties that goes on behind word `at`: "…, Ecuador and Peru", "(CBK) and the Bank of Uganda".
fn all(sentence: &Sentence, at: usize) -> usize {
    let mut end = at;
    let mut probe = at + 1;
    while probe < sentence.words.len() && probe - at <= 3 * LONGEST {
        let word = sentence.word(probe);
        let small = matches!(word, "and" | "of" | "the" | "for");
        if !small && !sentence.is_capital(probe) {
            break;
        }
        // A short form in brackets is part of the list only where the list goes on behind it.
        if !small && !sentence.behind(probe - 1).contains('(') {
            end = probe;
        }
        probe += 1;
    }
    end
}

/// The statement with which a paragraph begins, and the word behind its verb.
pub(super) fn lead(sentence: &Sentence, has_voice: bool) -> Option<(Said, usize)> {
    let folded: Vec<&str> = sentence.words.iter().take(LONGEST).map(|word| word.folded.as_str()).collect();
    // "(a) noted the report": the label is not the verb.
    let labelled = sentence.as_str().trim_start().starts_with('(') && sentence.behind(0).starts_with(')');
    let first = usize::from(labelled && sentence.word(0).len() <= 4);
    let at = (first..folded.len()).find(|at| !BEFORE.contains(&folded[*at]))?;
    let listed = sentence.as_str().trim_end_matches(['*', ' ', '\n']).ends_with([';', ',']);
    let (act, form, last) = head(&folded, at)?;
    // "The Committee: (a) noted the report; (b) agreed to meet".
    let past = form == Form::Past && has_voice && at == first && !sentence.is_capital(first);
    let fits = past
        || sentence.is_capital(first)
            && match form {
                Form::Gerund | Form::Third => has_voice || listed,
                Form::Base => has_voice && !ends_name(sentence, last),
                Form::Past => word_is_have(&folded, at) && has_voice,
            };
    fits.then(|| {
        let verb = sentence.words[at].start..sentence.words[last].end;
        (Said { act, verb, by: By::Voice, form: Some(form), rule: "verb-of-the-text" }, last + 1)
    })
}

fn word_is_have(folded: &[&str], at: usize) -> bool {
    folded.get(at) == Some(&"have")
}

fn head(folded: &[&str], at: usize) -> Option<(Act, Form, usize)> {
    let word = *folded.get(at)?;
    if word == "have" {
        // "Have agreed as follows".
        let (act, form) = lexicon::verb(folded.get(at + 1)?)?;
        return (form == Form::Past).then_some((act, Form::Past, at + 1));
    }
    if MINDS.contains(&word) {
        let next = folded.get(at + 1)?;
        let tied = matches!(*next, "about" | "by" | "over" | "at" | "that" | "of");
        return tied.then_some((lexicon::VALUED, Form::Gerund, at));
    }
    if let Some((act, count)) = lexicon::light(&folded[at..]) {
        return Some((act, lexicon::light_form(word), at + count - 1));
    }
    let (act, form) = lexicon::verb(word)?;
    Some((act, form, at))
}

/// "Request Form", "Demand side": a noun, as the capital or the end behind it shows.
fn ends_name(sentence: &Sentence, last: usize) -> bool {
    last + 2 >= sentence.words.len()
}
