//! A check as a text with notes, which `entente_rich_text` writes as a Word file or as Markdown: the text as it was given, with a
//! footnote for each sentence of which something is said, then the sums.

use std::borrow::Borrow;

use entente_rich_text::{Block, RichText, Run};

use crate::report::{CheckedSentence, Counts, Difference, NameVerdict, Side, Target};
use crate::wording;

/// What the text with its notes is made of.
#[derive(Debug)]
pub struct Checked<'a, S> {
    /// Title of the file that the text was held against.
    pub title: &'a str,
    /// How that file is to be handled.
    pub marking: Option<&'a str>,
    /// The checked text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: &'a [S],
    /// Sentences that were not checked.
    pub unchecked: usize,
    /// Bytes that were not read.
    pub unread: usize,
}

/// The text with its notes.
#[must_use]
pub fn with_notes<S: Borrow<CheckedSentence>>(checked: &Checked<S>) -> RichText {
    let mut out = RichText::new("Check of a text", "en");
    out.marking = checked.marking.map(str::to_owned);
    out.origin = Some(format!("Held against: {}", checked.title));
    let remark = format!("Held against: {}. {}", checked.title, wording::CAVEAT);
    out.blocks.push(Block::Remark(vec![Run::plain(remark)]));
    let mut counts = Counts::default();
    let mut open: Vec<Run> = Vec::new();
    let mut at = 0;
    for sentence in checked.sentences {
        let sentence = sentence.borrow();
        counts.add(sentence);
        put(checked.text.get(at..sentence.range.end).unwrap_or_default(), &mut open, &mut out);
        at = sentence.range.end;
        let note = note(checked.text, sentence);
        if !note.is_empty() {
            let reference = out.footnote(note);
            open.push(reference);
        }
    }
    let end = checked.text.len() - checked.unread;
    if checked.unchecked == 0 {
        put(checked.text.get(at..end).unwrap_or_default(), &mut open, &mut out);
    }
    close(&mut open, &mut out);
    out.blocks.push(Block::Heading(2, vec![Run::plain("What was found")]));
    let remarks = wording::unchecked(checked.sentences.len(), checked.unchecked).into_iter();
    let remarks = remarks.chain(wording::unread(checked.unread));
    for line in wording::sums(&counts).into_iter().chain(remarks) {
        out.blocks.push(Block::Item(vec![Run::plain(line)]));
    }
    out
}

/// Appends words to the paragraph that is open; a blank line ends it.
fn put(words: &str, open: &mut Vec<Run>, out: &mut RichText) {
    for (n, paragraph) in words.split("\n\n").enumerate() {
        if n > 0 {
            close(open, out);
        }
        let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            continue;
        }
        let blank = if open.is_empty() || !paragraph.starts_with(char::is_whitespace) { "" } else { " " };
        open.push(Run::plain(format!("{blank}{line}")));
    }
}

fn close(open: &mut Vec<Run>, out: &mut RichText) {
    if !open.is_empty() {
        out.blocks.push(Block::Paragraph(std::mem::take(open)));
    }
}

/// What is said of a sentence; nothing if there is nothing to say.
fn note(text: &str, sentence: &CheckedSentence) -> Vec<Run> {
    let own = |range: &std::ops::Range<usize>| {
        text.get(range.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut out: Vec<Run> = Vec::new();
    let mut say = |words: String, compared: Option<&Difference>, source: Option<&Target>| {
        let blank = if out.is_empty() { "" } else { " " };
        out.push(Run::plain(format!("{blank}{words}")));
        if let Some(difference) = compared {
            out.push(Run::plain(": "));
            out.extend(runs(difference));
        }
        let end = source.map_or_else(|| ".".to_owned(), |source| format!(" ({}).", wording::source(source)));
        out.push(Run::plain(end));
    };
    for found in &sentence.quotations {
        let differs = (!found.difference.changes.is_empty()).then_some(&found.difference);
        let words = format!("“{}” {}", own(&found.range), wording::quotation(found));
        say(words, differs, found.targets.first());
        if let Some(said) = &found.attribution {
            say(wording::attribution(said), None, None);
        }
    }
    for found in &sentence.values {
        say(format!("{}: {}", own(&found.range), wording::value(found)), None, found.target.as_ref());
    }
    for found in sentence.names.iter().filter(|found| found.verdict != NameVerdict::Known) {
        say(format!("{}: {}", own(&found.range), wording::name(found)), None, None);
    }
    let novelty = wording::novelty(sentence);
    if !novelty.is_empty() {
        let uses = sentence.uses.as_ref().and_then(wording::uses).map(|uses| format!("; {uses}")).unwrap_or_default();
        say(format!("{novelty}{uses}"), None, None);
    }
    for found in &sentence.precedents {
        let words = format!("{}, {}", wording::place(&found.target), wording::differing(found.difference.words));
        say(words, Some(&found.difference), Some(&found.target));
    }
    out
}

/// The words of both sides: struck out what only the text has, underlined what only the documents have.
fn runs(difference: &Difference) -> Vec<Run> {
    let mut out = Vec::new();
    for (n, run) in difference.runs.iter().enumerate() {
        if n > 0 {
            out.push(Run::plain(" "));
        }
        out.push(match run.side {
            Side::Both => Run::plain(run.text.as_str()),
            Side::Text => Run::struck(run.text.as_str()),
            Side::Source => Run::underlined(run.text.as_str()),
        });
    }
    out
}
