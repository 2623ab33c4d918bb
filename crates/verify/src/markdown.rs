//! A check as Markdown: the text as it was given, with a note for each sentence of which something is said.

use std::borrow::Borrow;

use crate::report::{CheckedSentence, Counts, Difference, NameVerdict, Run, Side, Target};
use crate::wording;

/// What a document is made of.
#[derive(Debug)]
pub struct Checked<'a, S> {
    /// Title of the file that the text was held against.
    pub title: &'a str,
    /// The checked text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: &'a [S],
    /// Sentences that were not checked.
    pub unchecked: usize,
    /// Bytes that were not read.
    pub unread: usize,
}

/// The text with its notes, then the sums.
#[must_use]
pub fn markdown<S: Borrow<CheckedSentence>>(checked: &Checked<S>) -> String {
    let mut out = format!("# Check of a text\n\nHeld against: {}\n\n", escaped(checked.title));
    let mut counts = Counts::default();
    let mut notes = String::new();
    let mut at = 0;
    for sentence in checked.sentences {
        let sentence = sentence.borrow();
        counts.add(sentence);
        out.push_str(checked.text.get(at..sentence.range.end).unwrap_or_default());
        at = sentence.range.end;
        let said = note(checked.text, sentence);
        if !said.is_empty() {
            out.push_str(&format!("[^{}]", sentence.number));
            notes.push_str(&format!("[^{}]: {}\n\n", sentence.number, said.join("\n\n    ")));
        }
    }
    let end = checked.text.len() - checked.unread;
    if checked.unchecked == 0 {
        out.push_str(checked.text.get(at..end).unwrap_or_default());
    }
    out.push_str("\n\n---\n\n");
    for line in wording::sums(&counts) {
        out.push_str(&format!("- {line}\n"));
    }
    let remarks = wording::unchecked(checked.sentences.len(), checked.unchecked).into_iter();
    for remark in remarks.chain(wording::unread(checked.unread)) {
        out.push_str(&format!("- {remark}\n"));
    }
    out.push_str(&format!("\n{}\n\n{notes}", wording::CAVEAT));
    out
}

/// The paragraphs of the note of a sentence; none if there is nothing to say.
fn note(text: &str, sentence: &CheckedSentence) -> Vec<String> {
    let own = |range: &std::ops::Range<usize>| escaped(text.get(range.clone()).unwrap_or_default());
    let mut out = Vec::new();
    for found in &sentence.quotations {
        let mut said = format!("“{}” {}", own(&found.range), escaped(&wording::quotation(found)));
        if !found.difference.changes.is_empty() {
            said.push_str(&format!(": {}", compared(&found.difference)));
        }
        for target in &found.targets {
            said.push_str(&format!(" ({})", source(target)));
        }
        out.push(said);
        out.extend(found.attribution.iter().map(|said| escaped(&wording::attribution(said))));
    }
    for found in &sentence.values {
        out.push(format!("{}: {}", own(&found.range), escaped(&wording::value(found))));
    }
    for found in sentence.names.iter().filter(|found| found.verdict != NameVerdict::Known) {
        out.push(format!("{}: {}", own(&found.range), escaped(&wording::name(found))));
    }
    let novelty = wording::novelty(sentence);
    if !novelty.is_empty() {
        let uses = sentence.uses.as_ref().and_then(wording::uses).map(|uses| format!("; {uses}")).unwrap_or_default();
        out.push(format!("{novelty}{uses}."));
    }
    for found in &sentence.precedents {
        let differing = wording::differing(found.difference.words);
        out.push(format!("{}: {}. {differing}.", source(&found.target), compared(&found.difference)));
    }
    out
}

fn source(target: &Target) -> String {
    escaped(&format!("{}, {}", wording::source(target), wording::place(target)))
}

/// The words of both sides: struck out what only the text has, in bold what only the documents have.
fn compared(difference: &Difference) -> String {
    let run = |run: &Run| match run.side {
        Side::Both => escaped(&run.text),
        Side::Text => format!("~~{}~~", escaped(&run.text)),
        Side::Source => format!("**{}**", escaped(&run.text)),
    };
    difference.runs.iter().map(run).collect::<Vec<_>>().join(" ")
}

/// On one line, with a backslash before what Markdown would read as a mark.
fn escaped(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_of_others_are_no_marks() {
        assert_eq!(escaped("a *b*\n[^1]: <c>"), "a \\*b\\* \\[^1\\]: \\<c\\>");
    }
}
