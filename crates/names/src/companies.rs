//! Firms by their legal form: "Hollow, Marsh & Partners S.A.S.", "Alpha GmbH & Co. KG", "주식회사 알파", "アルファ株式会社".
//!
//! In: a scanned passage and the words of persons. Out: the name with its form, over "&" and over the commas of a list that
//! comes to it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_corpus::EntityKind;
use entente_text::WordMap;
use entente_text::fold::fold;
use entente_text::order;
use entente_text::words::words;

use super::candidate::{Candidate, Key};
use super::countries;
use super::known::is_capitals;
use super::scan::{Gap, Scan};
use super::shapes::normal;
use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::Head;
use crate::gazetteer::phrases::is_hangul;

/// Words of the longest name before its form.
const MAX_NAME_WORDS: usize = 8;
/// Bytes between two words of a form.
const MAX_GAP_BYTES: usize = 3;
/// Characters of the shortest name beside a form that is glued to it.
const MIN_GLUED_CHARS: usize = 2;
/// Characters of the longest one.
const MAX_GLUED_CHARS: usize = 24;

/// The forms of the table.
struct Forms {
    /// Folded words of each form that comes after the name, by the first; the longest first.
    after: WordMap<String, Vec<Vec<String>>>,
    glued: Vec<&'static str>,
    /// The characters with which those begin: a few.
    first: Vec<char>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms { after: WordMap::default(), glued: Vec::new(), first: Vec::new() };
    let mut after: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for row in include_str!("../data/company-forms.tsv").lines().filter(|row| !row.starts_with('#')) {
        match row.split_once('\t') {
            Some((form, "glued")) => {
                forms.first.extend(form.chars().next().filter(|first| !forms.first.contains(first)));
                forms.glued.push(form);
            }
            Some((form, _)) => {
                let folded: Vec<String> = words(form).into_iter().map(|word| word.folded.into_owned()).collect();
                if let Some(first) = folded.first() {
                    let list = after.entry(first.clone()).or_default();
                    if !list.contains(&folded) {
                        list.push(folded);
                    }
                }
            }
            None => {}
        }
    }
    for list in after.values_mut() {
        order::sort_by_key(list, |form| std::cmp::Reverse(form.len()));
    }
    forms.after = after.into_iter().collect();
    order::sort_by_key(&mut forms.glued, |form| std::cmp::Reverse(form.len()));
    forms
});

/// The firms of a passage, in order.
pub(crate) fn find(scan: &Scan, taken: &[bool]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let shouted = scan.is_shouted();
    let mut at = 1;
    while at < scan.words.len() {
        let end = if shouted { None } else { form_end(scan, at) };
        at = match end.and_then(|end| Some((start(scan, taken, at)?, end))) {
            Some((start, end)) => {
                let mut range = scan.bytes(start, end);
                // "S.A.S.": the last full stop belongs to the form.
                let dotted = scan.text[range.clone()].rsplit(' ').next().is_some_and(|last| last.contains('.'));
                range.end += usize::from(dotted && scan.text[range.end..].starts_with('.'));
                let key = Key::printed(EntityKind::Company, normal(&scan.text[scan.bytes(start, end)]));
                out.push(Candidate::new(key, range, "firm-with-form"));
                end
            }
            None => at + 1,
        };
    }
    glued(scan, &mut out);
    order::sort_by_key(&mut out, |found| found.range.start);
    out
}

/// The word after the legal form that begins at `at`.
fn form_end(scan: &Scan, at: usize) -> Option<usize> {
    let list = FORMS.after.get(scan.folded(at))?;
    let fits = |form: &&Vec<String>| {
        (0..form.len()).all(|n| {
            let gap = || {
                let between = &scan.text[scan.words[at + n - 1].end..scan.words[at + n].start];
                between.len() <= MAX_GAP_BYTES && between.chars().all(|c| " .,&/()".contains(c))
            };
            scan.folded(at + n) == form[n] && (n == 0 || gap())
        })
    };
    let end = at + list.iter().find(fits)?.len();
    let last = scan.words[end - 1].text;
    // Two letters may be anything, unless the name ends with them.
    let goes_on = scan.gap(end) == Gap::Space && scan.is_capital(end);
    let short = last.chars().filter(|c| c.is_alphanumeric()).count() < 3 && end == at + 1;
    let printed = scan.is_capital(at) || scan.words[at].text == "plc" || end > at + 1;
    (printed && !(short && goes_on)).then_some(end)
}

/// The first word of the name before the form at `at`.
fn start(scan: &Scan, taken: &[bool], at: usize) -> Option<usize> {
    let bracketed = scan.text[scan.words[at - 1].end..scan.words[at].start].trim() == "(";
    if !matches!(scan.gap(at), Gap::Space | Gap::Comma | Gap::Join) && !bracketed {
        return None;
    }
    let part = |n: usize| {
        let word = &scan.words[n];
        let named = word.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        named && !taken.get(n).copied().unwrap_or_default() && !is_form(scan, n)
    };
    if !part(at - 1) || scan.has(at - 1, Class::Opener) {
        return None;
    }
    let mut from = at - 1;
    let mut joined = false;
    while from > 0 && at - from < MAX_NAME_WORDS {
        let between = &scan.text[scan.words[from - 1].end..scan.words[from].start];
        let ampersand = between.trim() == "&";
        // "Founder & Partner, Red & White LLP": what somebody is in the firm comes before its name.
        let list = joined && scan.gap(from) == Gap::Comma && !scan.has(from - 1, Class::FirmRole);
        let ends = matches!(scan.gap(from), Gap::Space | Gap::Join) || ampersand || list;
        if ends && part(from - 1) && (ampersand || !scan.has(from - 1, Class::Opener)) {
            joined |= ampersand;
            from -= 1;
            continue;
        }
        // "Marks and Spencer plc": one word on each side.
        let and = scan.folded(from - 1) == "and" && scan.gap(from) == Gap::Space && scan.gap(from - 1) == Gap::Space;
        let single = from == at - 1 && from > 1 && part(from - 2) && (from < 3 || !scan.is_capital(from - 3));
        let own = single && countries::at(scan, from - 2).is_none() && scan.head(from - 2).is_none();
        if !(and && own) || scan.has(from - 2, Class::Opener) || is_capitals(scan.words[from - 2].text) {
            break;
        }
        from -= 2;
    }
    // What only says what sort of firm it is names none.
    let told = |n: &usize| scan.head(*n) != Some(Head::Company) && !scan.has(*n, Class::Generic);
    // "12 As part of the programme": the number of a paragraph is not the name of a firm.
    let is_number = |n: usize| scan.words[n].text.bytes().all(|b| b.is_ascii_digit());
    ((from..at).any(|n| told(&n)) && !(from..at).all(is_number)).then_some(from)
}

fn is_form(scan: &Scan, at: usize) -> bool {
    FORMS.after.get(scan.folded(at)).is_some_and(|list| list.iter().any(|form| form.len() == 1))
        && scan.words[at].text.chars().count() > 2
}

/// Names in scripts without spaces, and in Korean: the form comes before or after.
fn glued(scan: &Scan, out: &mut Vec<Candidate>) {
    let text = scan.text;
    let mut following = 0;
    for (at, c) in text.char_indices() {
        if at < following || !FORMS.first.contains(&c) {
            continue;
        }
        let Some(form) = FORMS.glued.iter().find(|form| text[at..].starts_with(**form)) else { continue };
        let end = at + form.len();
        let spaced = form.chars().any(is_hangul) || form.contains('㈜');
        let letter = |c: char| if spaced { is_hangul(c) } else { is_han(c) || is_katakana(c) };
        let after = text[end..].len() - text[end..].trim_start_matches(' ').len();
        let run = |rest: &str| {
            rest.chars().take(MAX_GLUED_CHARS).take_while(|c| letter(*c)).map(char::len_utf8).sum::<usize>()
        };
        let before_text = text[..at].trim_end_matches(' ');
        let before: usize =
            before_text.chars().rev().take(MAX_GLUED_CHARS).take_while(|c| letter(*c)).map(char::len_utf8).sum();
        let name_after = run(&text[end + after..]);
        let long = |name: &str| name.chars().count() >= MIN_GLUED_CHARS;
        let glued_before = !spaced || before_text.len() == at;
        let before_name = &before_text[before_text.len() - before..];
        let range = if glued_before && long(before_name) && !before_name.is_empty() {
            before_text.len() - before..end
        } else if long(&text[end + after..end + after + name_after]) && (spaced || after == 0) {
            let name = &text[end + after..end + after + name_after];
            at..end + after + without_particle(name).len()
        } else {
            continue;
        };
        following = range.end.max(end);
        let key = Key::printed(EntityKind::Company, fold(&text[range.clone()]));
        out.push(Candidate::new(key, range, "firm-with-form"));
    }
}

/// A Korean name without the particle after it, as long as a name is left.
fn without_particle(name: &str) -> &str {
    static PARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| Class::Particle.longest_first());
    let cut = PARTICLES.iter().find_map(|particle| name.strip_suffix(particle));
    cut.filter(|rest| rest.chars().count() >= MIN_GLUED_CHARS).unwrap_or(name)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}')
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;

    #[test]
    fn firms_are_found_by_their_legal_form() {
        let cases: &[(&str, &[&str])] = &[
            ("Hollow, Marsh & Partners S.A.S. won", &["Hollow, Marsh & Partners S.A.S."]),
            ("with Alpha S.p.A. and Beta GmbH & Co. KG,", &["Alpha S.p.A.", "Beta GmbH & Co. KG"]),
            ("Gamma Pte. Ltd., Delta Sdn. Bhd. and Epsilon Oy", &["Gamma Pte. Ltd", "Delta Sdn. Bhd", "Epsilon Oy"]),
            ("The Alpha Beta Co., Ltd. and Gamma A/S", &["Alpha Beta Co., Ltd", "Gamma A/S"]),
            ("Founder & Partner, Red & White Partners LLP", &["Red & White Partners LLP"]),
            ("Alpha and Sons Ltd met Ghana and Beta Ltd", &["Alpha and Sons Ltd", "Beta Ltd"]),
            ("a limited company, The Company Limited, the AB and SA", &[]),
            ("주식회사 알파는 (주)베타와 감마㈜", &["주식회사 알파", "(주)베타", "감마㈜"]),
            ("日立製作所株式会社は", &["日立製作所株式会社"]),
        ];
        for (text, expected) in cases {
            let scan = Scan::new(text);
            let found = find(&scan, &vec![false; scan.words.len()]);
            let found: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
