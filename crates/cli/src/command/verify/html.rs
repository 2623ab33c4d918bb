//! A check as one HTML file: no script, nothing from outside, every word of others escaped.

use std::ops::Range;

use entente_page::escape;
use entente_verify::report::{
    CheckedQuotation, CheckedSentence, Counts, Difference, NameVerdict, Novelty, Precedent, QuotationVerdict, Side,
    Target, ValueVerdict,
};
use entente_verify::wording;

const STYLE: &str = include_str!("report.css");

/// What the report is made of.
pub(crate) struct Report<'a> {
    /// Title of the file that the text was held against.
    pub(crate) title: &'a str,
    /// The checked text.
    pub(crate) text: &'a str,
    /// Its sentences.
    pub(crate) sentences: &'a [CheckedSentence],
    /// The sums.
    pub(crate) counts: Counts,
    /// Sentences that were not checked.
    pub(crate) rest: usize,
    /// Bytes that were not read.
    pub(crate) unread: usize,
}

/// The whole file.
pub(crate) fn report(report: &Report) -> String {
    let mut out = String::with_capacity(report.text.len() * 4 + 8_000);
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    let digest = entente_page::policy::source(STYLE);
    out.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {digest}; base-uri 'none'; form-action 'none'\">\n"
    ));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str(&format!(
        "<title>Check of a text: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escape::title(report.title)
    ));
    out.push_str(&format!(
        "<header><h1>Check of a text</h1><p>Held against: {}</p></header>\n<main>\n",
        escape::text(report.title)
    ));
    out.push_str("<section aria-label=\"Sums\"><ul class=\"sums\">");
    let remarks =
        wording::unchecked(report.sentences.len(), report.rest).into_iter().chain(wording::unread(report.unread));
    for line in wording::sums(&report.counts).into_iter().chain(remarks) {
        out.push_str(&format!("<li>{}</li>", escape::text(&line)));
    }
    out.push_str(&format!("</ul><p class=\"note\">{}</p></section>\n", escape::text(wording::CAVEAT)));
    out.push_str("<section aria-label=\"The text\"><h2>The text</h2>\n<div class=\"draft\">");
    draft(report, &mut out);
    out.push_str(
        "</div></section>\n<section aria-label=\"Sentences\"><h2>Sentence by sentence</h2>\n<ol class=\"sentences\">\n",
    );
    for sentence in report.sentences {
        self::sentence(report.text, sentence, &mut out);
    }
    out.push_str("</ol></section>\n</main>\n</body>\n</html>\n");
    out
}

/// The text itself, its quotations drawn by what is said of them.
fn draft(report: &Report, out: &mut String) {
    let mut marks: Vec<(Range<usize>, String)> = Vec::new();
    for sentence in report.sentences {
        let quotations =
            sentence.quotations.iter().map(|found| (found.range.clone(), found.verdict.as_str().to_owned()));
        let values = sentence.values.iter().filter(|found| found.verdict != ValueVerdict::Same);
        marks.extend(quotations);
        marks.extend(values.map(|found| (found.range.clone(), format!("value-{}", found.verdict.as_str()))));
    }
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    let mut numbers = report.sentences.iter().map(|sentence| (sentence.range.start, sentence.number)).peekable();
    let mut at = 0;
    let mut plain = |from: usize, to: usize, out: &mut String| {
        let mut at = from;
        while let Some((start, number)) =
            numbers.next_if(|(start, _)| *start < to || *start == to && to == report.text.len())
        {
            let start = start.max(at);
            out.push_str(&escape::text(report.text.get(at..start).unwrap_or_default()));
            out.push_str(&format!("<a class=\"number\" href=\"#s{number}\">{number}</a>"));
            at = start;
        }
        out.push_str(&escape::text(report.text.get(at..to).unwrap_or_default()));
    };
    for (range, class) in marks {
        if range.start < at || range.is_empty() {
            continue;
        }
        plain(at, range.start, out);
        out.push_str(&format!("<span class=\"{class}\">"));
        plain(range.start, range.end, out);
        out.push_str("</span>");
        at = range.end;
    }
    let end = report.sentences.last().map_or(report.text.len(), |last| last.range.end.max(at));
    plain(at, end, out);
}

fn sentence(text: &str, sentence: &CheckedSentence, out: &mut String) {
    let own = |range: &Range<usize>| escape::text(text.get(range.clone()).unwrap_or_default());
    out.push_str(&format!(
        "<li id=\"s{0}\" value=\"{0}\"><p class=\"own\">{1}</p>\n",
        sentence.number,
        own(&sentence.range)
    ));
    let novelty = wording::novelty(sentence);
    if !novelty.is_empty() {
        let class = match sentence.novelty {
            Novelty::Identical => "good",
            Novelty::Close(_) => "close",
            Novelty::New | Novelty::NotChecked => "quiet",
        };
        let uses = sentence.uses.as_ref().and_then(wording::uses).map(|uses| format!("; {uses}")).unwrap_or_default();
        out.push_str(&format!("<p class=\"novelty {class}\">{}{}</p>\n", escape::text(&novelty), escape::text(&uses)));
    }
    let mut list = String::new();
    for quotation in &sentence.quotations {
        self::quotation(text, quotation, &mut list);
    }
    for value in &sentence.values {
        let class = match value.verdict {
            ValueVerdict::Same => "good",
            ValueVerdict::Another => "close",
            ValueVerdict::NotFound => "quiet",
        };
        let says = escape::text(&wording::value(value));
        list.push_str(&format!("<li class=\"{class}\"><b>{}</b> {says}</li>\n", own(&value.range)));
    }
    for name in sentence.names.iter().filter(|name| name.verdict != NameVerdict::Known) {
        let class = if name.verdict == NameVerdict::Unknown { "bad" } else { "quiet" };
        let says = escape::text(&wording::name(name));
        list.push_str(&format!("<li class=\"{class}\">Name <b>{}</b> {says}</li>\n", own(&name.range)));
    }
    if !list.is_empty() {
        out.push_str(&format!("<ul class=\"verdicts\">\n{list}</ul>\n"));
    }
    for precedent in &sentence.precedents {
        self::precedent(precedent, out);
    }
    out.push_str("</li>\n");
}

fn quotation(text: &str, quotation: &CheckedQuotation, out: &mut String) {
    let class = match quotation.verdict {
        QuotationVerdict::WordForWord => "good",
        QuotationVerdict::Differs | QuotationVerdict::Joined => "close",
        QuotationVerdict::ShortPhrase => "quiet",
        QuotationVerdict::NotInFile => "bad",
    };
    let own = escape::text(text.get(quotation.range.clone()).unwrap_or_default());
    let says = escape::text(&wording::quotation(quotation));
    out.push_str(&format!("<li class=\"{class}\"><q>{own}</q> {says}"));
    if !quotation.difference.changes.is_empty() {
        out.push_str(&format!("<p class=\"source\">{}</p>", compared(&quotation.difference)));
    }
    for target in &quotation.targets {
        out.push_str(&format!("<p class=\"place\">{}</p>", place(target)));
    }
    if let Some(found) = &quotation.attribution {
        let class = if found.agrees { "good" } else { "bad" };
        out.push_str(&format!("<p class=\"{class}\">{}</p>", escape::text(&wording::attribution(found))));
    }
    out.push_str("</li>\n");
}

fn precedent(precedent: &Precedent, out: &mut String) {
    let words = escape::text(&wording::differing(precedent.difference.words));
    let parties =
        if precedent.parties.is_empty() { String::new() } else { format!("; with {}", precedent.parties.join(", ")) };
    out.push_str(&format!("<div class=\"precedent\"><p class=\"source\">{}</p>", compared(&precedent.difference)));
    out.push_str(&format!("<p class=\"place\">{words}: {}{}</p>", place(&precedent.target), escape::text(&parties)));
    for also in &precedent.also {
        out.push_str(&format!("<p class=\"place\">also at {}</p>", place(also)));
    }
    out.push_str("</div>\n");
}

fn place(target: &Target) -> String {
    format!("<cite>{}</cite> {}", escape::text(&wording::source(target)), escape::text(&wording::place(target)))
}

fn compared(difference: &Difference) -> String {
    let run = |run: &entente_verify::report::Run| {
        let words = escape::text(&run.text);
        match run.side {
            Side::Both => words,
            Side::Text => format!("<del>{words}</del>"),
            Side::Source => format!("<ins>{words}</ins>"),
        }
    };
    difference.runs.iter().map(run).collect::<Vec<_>>().join(" ")
}
