//! A finished page, taken apart and searched.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_page::slot::content;
use entente_page::{Slot, payload_of};
use entente_text::fold::fold;
use serde_json::Value;

/// The letters and digits of `text`, folded.
pub(crate) fn squashed(text: &str) -> String {
    fold(text).chars().map(|c| if c == 'ł' { 'l' } else { c }).filter(|c| c.is_alphanumeric()).collect()
}

/// Where `word`, squashed, stands in `page`.
pub(crate) fn holds(page: &str, word: &str) -> Option<String> {
    let (_, payload) = payload_of(page).expect("a whole page");
    let mut parts = vec![
        ("title".to_owned(), content(page, Slot::Title).expect("a title").to_owned()),
        ("plain part".to_owned(), content(page, Slot::Static).expect("a plain part").to_owned()),
    ];
    let clear = [&payload.catalogue].into_iter().chain(&payload.records).chain(&payload.names).chain(&payload.ties);
    for json in clear.chain(&payload.bodies) {
        collect(&serde_json::from_str(json).expect("JSON"), &mut parts, "");
    }
    for (place, text) in parts {
        for reading in readings(&text) {
            if squashed(&reading).contains(word) {
                return Some(format!("{place}: {}", text.chars().take(200).collect::<String>()));
            }
        }
    }
    None
}

fn collect(value: &Value, out: &mut Vec<(String, String)>, place: &str) {
    match value {
        Value::String(text) => {
            if place.ends_with("original")
                && let Ok(bytes) = STANDARD.decode(text)
            {
                out.push((place.to_owned(), String::from_utf8_lossy(&bytes).into_owned()));
            }
            out.push((place.to_owned(), text.clone()));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, out, place)),
        Value::Object(fields) => {
            for (field, value) in fields {
                out.push((format!("{place} key"), field.clone()));
                collect(value, out, &format!("{place} {field}"));
            }
        }
        _ => {}
    }
}

/// A string as it stands, without escapes, and without tags.
fn readings(text: &str) -> Vec<String> {
    let mut out = vec![text.to_owned()];
    for _ in 0..2 {
        let plain = plain(out.last().expect("one at least"));
        out.push(plain);
    }
    let mut stripped = String::new();
    let mut inside = false;
    for c in out.last().expect("one at least").chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => stripped.push(c),
            _ => {}
        }
    }
    out.push(stripped);
    out
}

fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let all: Vec<char> = text.chars().collect();
    let mut at = 0;
    let mut put = |c: char| bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
    let hex = |from: usize, count: usize| {
        let digits: String = all.iter().skip(from).take(count).collect();
        (digits.len() == count).then(|| u32::from_str_radix(&digits, 16).ok()).flatten()
    };
    while at < all.len() {
        match all[at] {
            '%' if hex(at + 1, 2).is_some_and(|code| code < 128) => {
                put(char::from_u32(hex(at + 1, 2).expect("looked at")).expect("ASCII"));
                at += 3;
            }
            '\\' if all.get(at + 1) == Some(&'u') && hex(at + 2, 4).and_then(char::from_u32).is_some() => {
                put(hex(at + 2, 4).and_then(char::from_u32).expect("looked at"));
                at += 6;
            }
            '\\' if all.get(at + 1) == Some(&'n') => at += 2,
            '=' if hex(at + 1, 2).is_some_and(|code| (0x40..128).contains(&code)) => {
                put(char::from_u32(hex(at + 1, 2).expect("looked at")).expect("ASCII"));
                at += 3;
            }
            '&' => {
                let end = all[at..].iter().take(12).position(|c| *c == ';');
                let name: String = end.map(|end| all[at + 1..at + end].iter().collect()).unwrap_or_default();
                let code = name.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16).ok(),
                    None => number.parse().ok(),
                });
                let known = code.and_then(char::from_u32).or(match name.as_str() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "oacute" => Some('o'),
                    _ => None,
                });
                put(known.unwrap_or('&'));
                at += if known.is_some() { end.unwrap_or(0) + 1 } else { 1 };
            }
            c => {
                put(c);
                at += 1;
            }
        }
    }
    String::from_utf8(bytes).expect("characters")
}
