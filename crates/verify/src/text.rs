//! A check as plain text: each sentence with what is said of it below.

use crate::report::{CheckedSentence, Difference, NameVerdict, Run, Side};
use crate::wording;

/// The words of a comparison: those only in the checked text in `[-…-]`, those only in the documents in `{+…+}`.
#[must_use]
pub fn marked(difference: &Difference) -> String {
    let run = |run: &Run| match run.side {
        Side::Both => run.text.clone(),
        Side::Text => format!("[-{}-]", run.text),
        Side::Source => format!("{{+{}+}}", run.text),
    };
    one_line(&difference.runs.iter().map(run).collect::<Vec<_>>().join(" "))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines for a sentence of `text`.
#[must_use]
pub fn lines(text: &str, sentence: &CheckedSentence) -> Vec<String> {
    let own = |range: &std::ops::Range<usize>| one_line(text.get(range.clone()).unwrap_or_default());
    let mut out = vec![format!("{}  {}", sentence.number, own(&sentence.range))];
    for quotation in &sentence.quotations {
        out.push(format!("   quotation “{}”: {}", own(&quotation.range), wording::quotation(quotation)));
        if !quotation.difference.changes.is_empty() {
            out.push(format!("      {}", marked(&quotation.difference)));
        }
        out.extend(quotation.targets.iter().map(|target| format!("      {}", wording::source(target))));
        out.extend(quotation.attribution.iter().map(|found| format!("      {}", wording::attribution(found))));
    }
    for value in &sentence.values {
        out.push(format!("   {} {}: {}", value.kind.as_str(), own(&value.range), wording::value(value)));
    }
    for name in sentence.names.iter().filter(|name| name.verdict != NameVerdict::Known) {
        out.push(format!("   name {}: {}", own(&name.range), wording::name(name)));
    }
    let novelty = wording::novelty(sentence);
    if !novelty.is_empty() {
        let uses = sentence.uses.as_ref().and_then(wording::uses).map(|uses| format!("; {uses}")).unwrap_or_default();
        out.push(format!("   {novelty}{uses}"));
    }
    for precedent in &sentence.precedents {
        let target = &precedent.target;
        let differing = wording::differing(precedent.difference.words);
        out.push(format!("      {} {}: {differing}", wording::place(target), wording::source(target)));
        out.push(format!("         {}", marked(&precedent.difference)));
        out.extend(
            precedent
                .also
                .iter()
                .map(|also| format!("         also at {} {}", wording::place(also), wording::source(also))),
        );
    }
    out
}
