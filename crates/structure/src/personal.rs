//! Telephone numbers, e-mail addresses and contact persons: reported, so that a packer can take them out.
//!
//! In: a structured body. Out: notes with the exact bytes. It finds no private persons in running
//! text: an official's name in a report is the report's matter.

use std::ops::Range;

use crate::word_lists::word_list;
use entente_corpus::{Anomaly, AnomalyKind, Body, ReadingText};

/// What stands for masked words, whatever their length.
pub const BAR: &str = "█████";
/// Bytes before a number in which its label stands.
const LABEL_BYTES: usize = 80;
/// Fewest and most digits of a telephone number.
const DIGITS: Range<usize> = 7..16;

/// Adds a note for everything personal in `body`.
pub(super) fn note(body: &Body, texts: &[ReadingText], anomalies: &mut Vec<Anomaly>) {
    // Below a heading that announces a contact, a name is that person's.
    let headed = |section: Option<u32>| {
        let heading = section.and_then(|at| body.sections.get(at as usize)).map(|section| section.heading as usize);
        heading.and_then(|at| body.passages.get(at)).is_some_and(|heading| {
            let words = heading.extent().of(&body.text);
            words.len() <= MAX_HEADING_BYTES
                && word_list("contact-label").iter().any(|label| words.to_lowercase().contains(label))
        })
    };
    for ((index, passage), reading) in (0..).zip(&body.passages).zip(texts) {
        let named = reading.text.starts_with("Name: ") && headed(passage.section);
        let found = emails(&reading.text).chain(telephones(&reading.text)).chain(contacts(&reading.text, named));
        for (range, what, rule) in found {
            // A masked name is printed nowhere.
            if !reading.text[range.clone()].replace(BAR, "").contains(char::is_alphanumeric) {
                continue;
            }
            let Some(span) = reading.to_source(range) else { continue };
            anomalies.push(Anomaly {
                kind: AnomalyKind::PersonalData,
                passage: Some(index),
                span,
                detail: format!("the source prints {what}"),
                rule: rule.to_owned(),
            });
        }
    }
}

/// Telephone numbers and addresses in any text, markup included.
pub fn numbers_and_addresses(text: &str) -> Vec<Range<usize>> {
    emails(text).chain(telephones(text)).map(|(range, ..)| range).collect()
}

type Finding = (Range<usize>, &'static str, &'static str);

fn emails(text: &str) -> impl Iterator<Item = Finding> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = at - text[..at].chars().rev().take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + 1 + text[at + 1..].chars().take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + text[at..end].trim_end_matches(['.', '-', '_']).len();
        let domain = text.get(at + 1..end)?;
        let last = domain.rsplit('.').next().filter(|last| last.len() >= 2 && last.len() < domain.len())?;
        let named = start < at && last.chars().all(|c| c.is_ascii_alphabetic());
        let what = if is_webmail(domain) { "a private webmail address" } else { "an e-mail address" };
        named.then_some((start..end, what, "e-mail-address"))
    })
}

fn telephones(text: &str) -> impl Iterator<Item = Finding> {
    runs(text).into_iter().filter_map(move |range| {
        let number = &text[range.clone()];
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let international = number.starts_with('+') || number.starts_with("(+");
        let (number, range) = match number.strip_prefix('(') {
            Some(bare) if !bare.contains(')') => (bare, range.start + 1..range.end),
            _ => (number, range),
        };
        let international = international || grouped(number);
        let fits = DIGITS.contains(&digits) && (international || labelled(&text[..range.start]));
        let what = if is_fax(&text[..range.start]) { "a fax number" } else { "a telephone number" };
        fits.then_some((range, what, "telephone-number"))
    })
}

/// True for the domain of a provider of mail to anybody: an official's own account, not an office's.
fn is_webmail(domain: &str) -> bool {
    let mut parts = domain.split('.');
    let provider = parts.next().unwrap_or("").to_ascii_lowercase();
    // "gmail.com", "yahoo.co.uk", "web.de": the provider's own name and an ending, and nothing before them.
    let ending = parts.clone().all(|part| part.len() <= 3) && (1..=2).contains(&parts.count());
    ending && word_list("mail-provider").contains(&provider.as_str())
}

/// True if the label before a number is a fax machine's.
fn is_fax(before: &str) -> bool {
    let near: String = before.chars().rev().take_while(|c| !c.is_ascii_digit()).take(24).collect();
    let near = near.chars().rev().collect::<String>().to_lowercase();
    let fax = ["fax", "팩스", "传真", "telefax", "télécopie"].iter().filter_map(|label| near.rfind(label)).max();
    let phone = ["tel:", "tel.", "telephone", "phone", "전화"].iter().filter_map(|label| near.rfind(label)).max();
    fax.is_some_and(|fax| phone.is_none_or(|phone| phone < fax || near.contains("telefax")))
}

/// Groups of digits that only telephone numbers have: "02-555-0199", "(202) 555-0100".
fn grouped(number: &str) -> bool {
    let parts: Vec<&str> = number.split(['-', ' ']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.bytes().filter(u8::is_ascii_digit).count()).collect();
    match (&parts[..], &lengths[..]) {
        ([first, ..], [2 | 3, 3 | 4, 4]) if number.matches('-').count() == 2 => first.starts_with('0'),
        ([first, ..], [3, 3, 4]) => first.starts_with('(') && first.ends_with(')'),
        _ => false,
    }
}

/// Runs of digits with what stands between a telephone number's groups.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        let begins = c.is_ascii_digit() || matches!(c, '+' | '(');
        open = match open {
            Some(range) if c.is_ascii_digit() => Some(range.start..at + 1),
            // A bracket belongs to the number only where digits go on after it.
            Some(range) if matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '–') && at - range.end < 3 => Some(range),
            open => {
                out.extend(open.filter(|range| range.end > range.start));
                begins.then_some(at..at + usize::from(c.is_ascii_digit()))
            }
        };
    }
    out
}

/// True if the words just before are a label for a telephone.
fn labelled(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ':', '.', ')', '(', '+']);
    // A label is short; all the words before every number would be too much to look at.
    let words = before[before.floor_char_boundary(before.len().saturating_sub(LABEL_BYTES))..].to_lowercase();
    let words =
        words.strip_suffix("number").or(words.strip_suffix("no")).unwrap_or(&words).trim_end_matches([' ', '.']);
    word_list("telephone-label").iter().any(|label| {
        let head = words.strip_suffix(label);
        head.is_some_and(|head| !head.ends_with(char::is_alphabetic) || !label.is_ascii())
    })
}

/// What stands after a contact person's name.
const BEHIND: &[&str] =
    &[" Title", " Position", " Tel", " Phone", " Fax", " E-mail", " Email", "  ", ",", ";", "(", "/", "|", "\n", " -"];
/// Longest heading that announces a contact, in bytes.
const MAX_HEADING_BYTES: usize = 80;
/// Bytes after a label in which a name is looked for.
const MAX_NAME_BYTES: usize = 240;
/// Most words of a name after a label.
const NAME_WORDS: usize = 4;

/// "Contact Point: Name: Kim, Taeyeon Title: …", "Contact person: Jan Doe": the person of a labelled line.
fn contacts(text: &str, headed: bool) -> impl Iterator<Item = Finding> {
    let contact = headed || text.to_lowercase().contains("contact");
    let named = text.match_indices("Name: ").filter(move |_| contact).filter_map(move |(at, label)| {
        let start = at + label.len();
        let rest = near(&text[start..]);
        let length = [" Title:", " Position:", " Tel", " Phone", " E-mail", " Email"]
            .iter()
            .filter_map(|next| rest.find(next))
            .min()
            .unwrap_or(rest.len());
        (1..=60).contains(&length).then_some((start..start + length, "a contact person", "contact-person"))
    });
    let labelled = text.match_indices([':', '：']).filter_map(move |(at, colon)| {
        let from = text[..at].char_indices().rev().nth(40).map_or(0, |(from, _)| from);
        let before = text[from..at].to_lowercase();
        let before = before.trim_end();
        let label = word_list("contact-label").iter().any(|label| {
            let head = before.strip_suffix(label);
            head.is_some_and(|head| !label.is_ascii() || !head.ends_with(char::is_alphanumeric))
        });
        let after = &text[at + colon.len()..];
        let start = text.len() - after.trim_start().len();
        let rest = near(&text[start..]);
        let length = BEHIND.iter().filter_map(|next| rest.find(next)).min().unwrap_or(rest.len());
        let name = rest[..length].trim_end();
        (label && is_name(name)).then_some((start..start + name.len(), "a contact person", "contact-person"))
    });
    named.chain(labelled)
}

/// The first letters of `text`: a name after its label is not longer.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_NAME_BYTES)]
}

/// "Jan Doe", "KIM Min-su", "홍길동 사무관": words that a person is called by, and no office.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let hangul = |word: &&str| word.chars().all(entente_text::script::is_hangul_syllable);
    let ideographs = |word: &str| word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if words.first().is_some_and(hangul) {
        return (2..=4).contains(&words[0].chars().count()) && words.len() <= 2;
    }
    if words.len() == 1 && ideographs(words[0]) {
        return (2..=4).contains(&name.chars().count());
    }
    let capital = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
            && letters > 0
    };
    (2..=NAME_WORDS).contains(&words.len())
        && words.iter().all(capital)
        && !words.iter().any(|word| word_list("contact-office").contains(word))
}

#[cfg(test)]
mod tests {
    use super::{contacts, emails, telephones};

    #[test]
    fn private_mail_and_fax_are_told_apart() {
        let what = |text| emails(text).chain(telephones(text)).map(|(_, what, _)| what).collect::<Vec<_>>();
        assert_eq!(what("a.b@gmail.com, c@yahoo.co.uk"), ["a private webmail address"; 2]);
        assert_eq!(what("a.b@mail.example.org, c@web.example.de"), ["an e-mail address"; 2]);
        assert_eq!(what("Tel: +82-2-555-0199 Fax Number: +82-2-555-0198"), ["a telephone number", "a fax number"]);
    }

    #[test]
    fn personal_data_is_found_whole_and_nothing_else() {
        for (text, expected) in [
            ("Telephone Number: +82-2-555-0199 Fax Number: +82-2-555-0198", vec!["+82-2-555-0199", "+82-2-555-0198"]),
            ("Tel. (02) 555 0199, room 7", vec!["(02) 555 0199"]),
            ("전화: 02-555-0199", vec!["02-555-0199"]),
            ("Call +1 (202) 555-0100.", vec!["+1 (202) 555-0100"]),
            (
                "Email Address: desk@example.org, or a.b@mail.example.org.",
                vec!["desk@example.org", "a.b@mail.example.org"],
            ),
            ("Contact Point: Name: Doe, Jan Title: Deputy Director", vec!["Doe, Jan"]),
            ("Contact for enquiries: Jan Q. Doe Tel: 555", vec!["Jan Q. Doe"]),
            ("담당자: 홍길동 사무관 (02-555-0199)", vec!["02-555-0199", "홍길동 사무관"]),
            ("담당: 북미국 (02-2100-0199)", vec!["02-2100-0199"]),
            ("call (202) 555-0100 or 2014-2015-2016", vec!["(202) 555-0100"]),
            ("Contact: Press Office, Ministry of Foreign Affairs", vec![]),
            ("Points of contact: the Parties shall name them", vec![]),
            ("Resolution 2087 (2013) of 22 January 2013", vec![]),
            ("US$ 1 000 000 and 500,000 dollars since 2009-2010", vec![]),
            ("meet @ Seoul, user@host", vec![]),
            ("Name: a form's field", vec![]),
            ("the hotel 2014-2015-2016", vec![]),
        ] {
            let found = telephones(text).chain(emails(text)).chain(contacts(text, false));
            let found: Vec<&str> = found.map(|(range, ..)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
