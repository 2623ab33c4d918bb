//! Telephone numbers, e-mail addresses and contact persons: told, so that a packer can take them out.
//!
//! In: a structured body. Out: notes with the exact bytes. It finds no private persons in running
//! text: an official's name in a report is the report's matter.

use std::ops::Range;

use entente_corpus::{Anomaly, AnomalyKind, Body, ReadingText};

/// Words before a number that make it a telephone's.
const LABELS: &[&str] =
    &["tel", "telephone", "phone", "fax", "mobile", "cell", "전화", "팩스", "휴대전화", "tél", "电话"];
/// Fewest and most digits of a telephone number.
const DIGITS: Range<usize> = 7..16;

/// Adds a note for everything personal in `body`.
pub(super) fn note(body: &Body, anomalies: &mut Vec<Anomaly>) {
    for (index, passage) in (0..).zip(&body.passages) {
        let reading = ReadingText::of(body, passage);
        let found = emails(&reading.text).chain(telephones(&reading.text)).chain(contacts(&reading.text));
        for (range, what, rule) in found {
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

type Found = (Range<usize>, &'static str, &'static str);

fn emails(text: &str) -> impl Iterator<Item = Found> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = at - text[..at].chars().rev().take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + 1 + text[at + 1..].chars().take_while(|c| part(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + text[at..end].trim_end_matches(['.', '-', '_']).len();
        let domain = text.get(at + 1..end)?;
        let last = domain.rsplit('.').next().filter(|last| last.len() >= 2 && last.len() < domain.len())?;
        let named = start < at && last.chars().all(|c| c.is_ascii_alphabetic());
        named.then_some((start..end, "an e-mail address", "e-mail-address"))
    })
}

fn telephones(text: &str) -> impl Iterator<Item = Found> {
    runs(text).into_iter().filter_map(move |range| {
        let number = &text[range.clone()];
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let international = number.starts_with('+') || number.starts_with("(+");
        let fits = DIGITS.contains(&digits) && (international || labelled(&text[..range.start]));
        fits.then_some((range, "a telephone number", "telephone-number"))
    })
}

/// Runs of digits with what stands between a telephone number's groups.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        let begins = c.is_ascii_digit() || matches!(c, '+' | '(');
        open = match open {
            Some(range) if c.is_ascii_digit() => Some(range.start..at + 1),
            // A bracket belongs to the number only where digits go on behind it.
            Some(range) if matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '–') && at - range.end < 3 => Some(range),
            open => {
                out.extend(open.filter(|range| range.end > range.start));
                begins.then_some(at..at + usize::from(c.is_ascii_digit()))
            }
        };
    }
    out
}

/// True where the words just before are a label for a telephone.
fn labelled(before: &str) -> bool {
    let words = before.trim_end_matches([' ', ':', '.', ')', '(', '+']).to_lowercase();
    let words =
        words.strip_suffix("number").or(words.strip_suffix("no")).unwrap_or(&words).trim_end_matches([' ', '.']);
    LABELS.iter().any(|label| {
        let head = words.strip_suffix(label);
        head.is_some_and(|head| !head.ends_with(char::is_alphabetic) || !label.is_ascii())
    })
}

/// "Contact Point: Name: Kim, Taeyeon Title: …": the person of a labelled line.
fn contacts(text: &str) -> impl Iterator<Item = Found> {
    let contact = text.to_lowercase().contains("contact");
    text.match_indices("Name: ").filter(move |_| contact).filter_map(move |(at, label)| {
        let start = at + label.len();
        let rest = &text[start..];
        let length = [" Title:", " Position:", " Tel", " Phone", " E-mail", " Email"]
            .iter()
            .filter_map(|next| rest.find(next))
            .min()
            .unwrap_or(rest.len());
        (1..=60).contains(&length).then_some((start..start + length, "a contact person", "contact-person"))
    })
}

#[cfg(test)]
mod tests {
    use super::{contacts, emails, telephones};

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
            ("Resolution 2087 (2013) of 22 January 2013", vec![]),
            ("US$ 1 000 000 and 500,000 dollars since 2009-2010", vec![]),
            ("meet @ Seoul, user@host", vec![]),
            ("Name: a form's field", vec![]),
            ("the hotel 2014-2015-2016", vec![]),
        ] {
            let found = telephones(text).chain(emails(text)).chain(contacts(text));
            let found: Vec<&str> = found.map(|(range, ..)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
