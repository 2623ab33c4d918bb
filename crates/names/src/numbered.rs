//! Instruments that are called by a number: resolutions, regulations, directives.
//!
//! In: a scanned passage. Out: one mention for each number ("Security Council resolutions 1718 (2006) and
//! 1874 (2009)" are two), each with the words that belong to it alone.

use std::ops::Range;

use entente_corpus::EntityKind;

use super::candidate::{Candidate, Key};
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;

/// The numbered instruments of a passage, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Candidate> {
    let mut out = Vec::new();
    for at in 0..scan.words.len() {
        match scan.folded(at) {
            "resolution" | "resolutions" | "résolution" | "resolución" => resolutions(scan, at, &mut out),
            "unscr" | "unscrs" | "unsc" if number(scan, at + 1) => resolutions(scan, at, &mut out),
            "res" => symbol(scan, at, &mut out),
            "결의" => korean(scan, at, &mut out),
            "regulation" | "directive" | "verordnung" | "richtlinie" | "règlement" => european(scan, at, &mut out),
            _ => {}
        }
    }
    out
}

/// "General Assembly Resolution A/RES/75/239".
fn symbol(scan: &Scan, at: usize, out: &mut Vec<Candidate>) {
    let slash =
        |at: usize| scan.words.get(at).is_some_and(|word| scan.text[scan.words[at - 1].end..word.start] == *"/");
    let digits = |at: usize| scan.words.get(at).is_some_and(|word| word.text.bytes().all(|b| b.is_ascii_digit()));
    if at == 0 || !matches!(scan.words[at - 1].text, "A" | "S") || !slash(at) || !slash(at + 1) || !digits(at + 1) {
        return;
    }
    let last = if slash(at + 2) && digits(at + 2) { at + 2 } else { at + 1 };
    let symbol = scan.bytes(at - 1, last + 1);
    let mut from = at - 1;
    while from > 0
        && (scan.has(from - 1, Class::ResolutionBody) || scan.folded(from - 1) == "resolution")
        && scan.gap(from) == Gap::Space
    {
        from -= 1;
    }
    let key = Key::printed(EntityKind::Instrument, scan.text[symbol.clone()].to_lowercase());
    out.push(Candidate::new(key, scan.words[from].start..symbol.end, "resolution-number"));
}

/// Three or four digits of a resolution.
fn number(scan: &Scan, at: usize) -> bool {
    scan.words
        .get(at)
        .is_some_and(|word| (3..=4).contains(&word.text.len()) && word.text.bytes().all(|b| b.is_ascii_digit()))
        && scan.gap(at) == Gap::Space
}

fn resolutions(scan: &Scan, at: usize, out: &mut Vec<Candidate>) {
    let mut from = at;
    while from > 0
        && at - from < 6
        && scan.has(from - 1, Class::ResolutionBody)
        && matches!(scan.gap(from), Gap::Space | Gap::Possessive | Gap::Join)
    {
        from -= 1;
    }
    let mut start = scan.words[from].start;
    let mut next = at + 1;
    while number(scan, next) || next > at + 1 && is_listed(scan, next) {
        let word = &scan.words[next];
        let mut end = word.end;
        // "(2006)" gives the year.
        let year = scan
            .words
            .get(next + 1)
            .filter(|year| year.text.len() == 4 && scan.text[word.end..year.start].trim() == "(");
        let mut after = next + 1;
        if let Some(year) = year.filter(|year| scan.text[year.end..].starts_with(')')) {
            end = year.end + 1;
            after += 1;
        }
        out.push(resolution(word.text, start..end));
        if matches!(scan.folded(after), "and" | "or" | "et" | "y") {
            after += 1;
        }
        next = after;
        start = scan.words.get(next).map_or(end, |word| word.start);
    }
}

/// A further number of the same list.
fn is_listed(scan: &Scan, at: usize) -> bool {
    let Some(word) = scan.words.get(at) else { return false };
    let before = &scan.text[scan.words[at - 1].end..word.start];
    (3..=4).contains(&word.text.len())
        && word.text.bytes().all(|b| b.is_ascii_digit())
        && matches!(before.trim_start_matches(')').trim(), "" | ",")
        && !(word.text.len() == 4 && word.text > "1899" && before.contains('('))
}

fn resolution(number: &str, range: Range<usize>) -> Candidate {
    let key = Key::printed(EntityKind::Instrument, format!("resolution {number}"));
    Candidate::new(key, range, "resolution-number")
}

/// "안보리 결의 2270호".
fn korean(scan: &Scan, at: usize, out: &mut Vec<Candidate>) {
    let Some(next) = scan.words.get(at + 1) else { return };
    let digits: &str = next.text.trim_start_matches('제').trim_end_matches(|c: char| !c.is_ascii_digit());
    if (3..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && next.text.contains('호') {
        let end = next.start + next.text.find('호').map_or(next.text.len(), |at| at + '호'.len_utf8());
        out.push(resolution(digits, scan.words[at].start..end));
    }
}

/// "Regulation (EU) 2016/679", "Directive 2013/40/EU".
fn european(scan: &Scan, at: usize, out: &mut Vec<Candidate>) {
    if !scan.is_capital(at) {
        return;
    }
    let rest = &scan.text[scan.words[at].end..];
    let mut end = 0;
    let head = [" (EU) ", " (EC) ", " (EU) No ", " (EC) No ", " "]
        .into_iter()
        .filter(|head| rest.starts_with(head))
        .max_by_key(|head| head.len());
    let Some(head) = head else { return };
    for (n, c) in rest[head.len()..].char_indices().take(16) {
        if !(c.is_ascii_digit() || c == '/' || matches!(c, 'E' | 'U' | 'C')) {
            break;
        }
        end = n + c.len_utf8();
    }
    let name = rest[head.len()..head.len() + end].trim_end_matches('/');
    if name.contains('/') && name.starts_with(|c: char| c.is_ascii_digit()) {
        let range = scan.words[at].start..scan.words[at].end + head.len() + name.len();
        let key = Key::printed(EntityKind::Instrument, format!("{} {name}", scan.folded(at)));
        out.push(Candidate::new(key, range, "act-number"));
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;

    #[test]
    fn numbers_of_instruments_are_told_apart() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            (
                "under UN Security Council resolution 1540 (2004), all",
                &[("UN Security Council resolution 1540 (2004)", "resolution 1540")],
            ),
            (
                "Security Council resolutions 1718 (2006), 1874 (2009) and 2270",
                &[
                    ("Security Council resolutions 1718 (2006)", "resolution 1718"),
                    ("1874 (2009)", "resolution 1874"),
                    ("2270", "resolution 2270"),
                ],
            ),
            ("UNSCR 1373 and a resolution of 2013", &[("UNSCR 1373", "resolution 1373")]),
            (
                "Regulation (EU) 2016/679 and Directive 2013/40/EU.",
                &[
                    ("Regulation (EU) 2016/679", "regulation 2016/679"),
                    ("Directive 2013/40/EU", "directive 2013/40/EU"),
                ],
            ),
            (
                "General Assembly Resolution A/RES/75/239 says",
                &[("General Assembly Resolution A/RES/75/239", "a/res/75/239")],
            ),
            ("유엔 안보리 결의 제2270호에", &[("결의 제2270호", "resolution 2270")]),
            ("the resolution was adopted by 150 states", &[]),
        ];
        for (text, expected) in cases {
            let found = find(&Scan::new(text));
            let found: Vec<(&str, &str)> =
                found.iter().map(|found| (&text[found.range.clone()], found.key.name.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
