//! Verdicts in words: the same in page, text and report.

use crate::report::{
    Attribution, CheckedName, CheckedQuotation, CheckedSentence, CheckedValue, Counts, NameVerdict, Novelty,
    QuotationVerdict, Target, Uses, ValueVerdict,
};

/// `n` of something.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn differ(n: usize) -> String {
    counted(n, "word differs", "words differ")
}

/// `FILE:LINE` or `FILE:LINE-LINE`, with the page where there is one.
#[must_use]
pub fn place(target: &Target) -> String {
    let (first, last) = target.lines;
    let lines = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let page = target.page.map(|page| format!(", page {page}")).unwrap_or_default();
    format!("{}:{lines}{page}", target.file)
}

/// Title and date of a place.
#[must_use]
pub fn source(target: &Target) -> String {
    let date = target.date.as_ref().map(|date| format!(", {}", date.date)).unwrap_or_default();
    format!("{}{date}", target.title)
}

fn more(n: usize) -> String {
    if n == 0 { String::new() } else { format!(", and at {}", counted(n, "further place", "further places")) }
}

fn places(targets: &[Target], further: usize) -> String {
    let list: Vec<String> = targets.iter().map(place).collect();
    format!("{}{}", list.join("; "), more(further))
}

/// What is said of a quotation, with its places.
#[must_use]
pub fn quotation(checked: &CheckedQuotation) -> String {
    let places = places(&checked.targets, checked.more);
    let said = verdict(checked);
    let said = if checked.targets.is_empty() { said } else { format!("{said} {} {places}", before_places(checked)) };
    said + &remarks(checked)
}

/// What is said of a quotation, without its places, which are shown below.
#[must_use]
pub fn quotation_verdict(checked: &CheckedQuotation) -> String {
    verdict(checked) + &remarks(checked)
}

fn verdict(checked: &CheckedQuotation) -> String {
    match checked.verdict {
        QuotationVerdict::WordForWord if checked.has_ellipsis => {
            "stands word for word, with words left out at the ellipsis,".to_owned()
        }
        QuotationVerdict::WordForWord => "stands word for word".to_owned(),
        QuotationVerdict::Differs => format!("differs by {}", counted(checked.difference.words, "word", "words")),
        QuotationVerdict::Joined if checked.has_ellipsis => "joined at the ellipsis".to_owned(),
        QuotationVerdict::Joined => "joined, with nothing to show it,".to_owned(),
        QuotationVerdict::ShortPhrase if checked.targets.is_empty() => {
            "a short phrase, not looked for beyond its exact words".to_owned()
        }
        QuotationVerdict::ShortPhrase => "a short phrase, stands".to_owned(),
        QuotationVerdict::NotInFile => "not in this file".to_owned(),
    }
}

fn before_places(checked: &CheckedQuotation) -> &'static str {
    match checked.verdict {
        QuotationVerdict::WordForWord | QuotationVerdict::ShortPhrase | QuotationVerdict::NotInFile => "at",
        QuotationVerdict::Differs | QuotationVerdict::Joined => "from",
    }
}

fn remarks(checked: &CheckedQuotation) -> String {
    let mut out = String::new();
    if !checked.foldings.is_empty() {
        let list: Vec<&str> = checked.foldings.iter().map(|folding| folding.describe()).collect();
        out.push_str(&format!("; left aside: {}", list.join(", ")));
    }
    if !checked.is_closed {
        out.push_str("; its closing mark is missing");
    }
    if checked.is_cut {
        out.push_str("; only its beginning was checked");
    }
    out
}

/// What is said of who says a quotation.
#[must_use]
pub fn attribution(found: &Attribution) -> String {
    if found.agrees {
        format!("said by {} at {}, as here", found.source, place(&found.target))
    } else {
        format!("given here to {}; at {} it is said by {}", found.text, place(&found.target), found.source)
    }
}

/// What is said of a value.
#[must_use]
pub fn value(checked: &CheckedValue) -> String {
    match (checked.verdict, &checked.target) {
        (ValueVerdict::Same, Some(target)) => format!("the same at {}", place(target)),
        (ValueVerdict::Another, Some(target)) => {
            format!("another value is given at {}: {}", place(target), target.quote)
        }
        (ValueVerdict::Same | ValueVerdict::Another, None) | (ValueVerdict::NotFound, _) => {
            "not found with these names".to_owned()
        }
    }
}

/// What is said of a name.
#[must_use]
pub fn name(checked: &CheckedName) -> String {
    match (checked.verdict, &checked.entity) {
        (NameVerdict::Known, _) => "known".to_owned(),
        (NameVerdict::OtherForm, Some((name, _))) => format!("known by another form: {name}"),
        (NameVerdict::OtherForm, None) | (NameVerdict::Unknown, _) => "not in this file".to_owned(),
    }
}

/// How new a sentence is.
#[must_use]
pub fn novelty(checked: &CheckedSentence) -> String {
    match checked.novelty {
        Novelty::Identical => {
            let places = checked.precedents.first().map_or(1, |first| 1 + first.also.len());
            format!("Identical at {}", counted(places, "place", "places"))
        }
        Novelty::Close(words) => format!("Close: {}", differ(words)),
        Novelty::New => "New in this file".to_owned(),
        Novelty::NotChecked => String::new(),
    }
}

/// How often a wording is used; nothing if once.
#[must_use]
pub fn uses(uses: &Uses) -> Option<String> {
    let since = uses.since.map(|year| format!(" since {year}")).unwrap_or_default();
    (uses.places.len() > 1).then(|| format!("used {} times{since}", uses.places.len()))
}

/// Differing words of a precedent.
#[must_use]
pub fn differing(words: usize) -> String {
    if words == 0 { "Identical".to_owned() } else { differ(words) }
}

/// The sums, a line a kind; kinds of which there are none are left out.
#[must_use]
pub fn sums(counts: &Counts) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = |what: String, parts: &[(usize, &str)]| {
        let said: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        if !said.is_empty() {
            out.push(format!("{what}: {}", said.join(", ")));
        }
    };
    let q = counts.quotations;
    line(
        counted(q.iter().sum(), "quotation", "quotations"),
        &[
            (q[0], "word for word"),
            (q[1], "not quite"),
            (q[2], "joined from several places"),
            (q[3], "too short to check"),
            (q[4], "not in this file"),
            (counts.misattributed, "said by somebody else"),
        ],
    );
    let v = counts.values;
    line(
        counted(v.iter().sum(), "number or date", "numbers and dates"),
        &[(v[0], "the same"), (v[1], "given otherwise"), (v[2], "not found with these names")],
    );
    let n = counts.names;
    line(
        counted(n.iter().sum(), "name", "names"),
        &[(n[0], "known"), (n[1], "known by another form"), (n[2], "not in this file")],
    );
    let s = counts.novelty;
    line(
        counted(counts.sentences, "sentence", "sentences"),
        &[
            (s[0], "identical to an earlier one"),
            (s[1], "close to one"),
            (s[2], "new in this file"),
            (s[3], "not looked for"),
        ],
    );
    out
}

/// What has to be said beside every report.
pub const CAVEAT: &str = "A quotation is compared word by word; spaces and line breaks are left aside, and marks, capital \
letters and forms of letters are named where they differ. What is not in this file may still be true.";

/// What is said of a text whose words are not those of the documents.
pub const UNFAMILIAR: &str =
    "Few of its words stand in this file: it may be in another language, or about something else.";

/// What is said where only the beginning of a text was read; nothing if all was. Of `unread` bytes.
#[must_use]
pub fn unread(unread: usize) -> Option<String> {
    let megabytes = (unread.div_ceil(100_000)).max(1);
    let (whole, tenth) = (megabytes / 10, megabytes % 10);
    (unread > 0).then(|| format!("The text is too long: its last {whole}.{tenth} MB were not read."))
}

/// What is said where only the beginning of a text was checked; nothing if all was.
#[must_use]
pub fn unchecked(checked: usize, rest: usize) -> Option<String> {
    (rest > 0).then(|| format!("The first {checked} sentences were checked; {rest} more were not."))
}
