//! Where a link of a document leads, if its words do not say so.
//!
//! In: the words of a link and its address, both other people's. Out: a note beside the words, so that nobody is
//! led elsewhere unawares. It opens nothing.

use yew::prelude::*;

use super::text::{tag, text};
use crate::messages as m;

/// Letters of an address that are shown.
const SHOWN_CHARS: usize = 120;
/// Letters of a link's words that are looked at.
const WORDS_CHARS: usize = 2_000;

/// The true host beside a link whose words name another one, and a mark where letters only look like others; nothing beside other
/// links.
pub(crate) fn true_host(words: &str, address: &str) -> Html {
    let words: String = words.chars().take(WORDS_CHARS).collect();
    let host = host(address);
    let is_look_alike = looks_alike(host);
    if !is_look_alike && !names_another(&words, host) {
        return Html::default();
    }
    let shown: String = host.chars().take(SHOWN_CHARS).collect();
    html! {
        <>
            { " " }
            <small>
                { "(" }
                <bdi class="address">{ text(&shown) }</bdi>
                if is_look_alike {
                    { " " }
                    { tag(m::OTHER_LETTERS) }
                }
                { ")" }
            </small>
        </>
    }
}

/// The host of an address, with its port; of a `mailto` the whole address of the mailbox. Names and passwords before the host are
/// left out: "https://mofa.go.kr@evil.example/" leads to evil.example.
fn host(address: &str) -> &str {
    let address = address.trim();
    let Some((scheme, rest)) = address.split_once(':') else { return address };
    if scheme.eq_ignore_ascii_case("mailto") {
        return rest.split('?').next().unwrap_or(rest);
    }
    // A browser reads a backslash as a slash, and any number of them before the host.
    let rest = rest.trim_start_matches(['/', '\\']);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or(rest);
    authority.rsplit('@').next().unwrap_or(authority)
}

/// True if the words of a link contain a host or mailbox and it is not `host` or a part of its name.
fn names_another(words: &str, host: &str) -> bool {
    let host = host.to_lowercase();
    let is_named = |named: &str| {
        let named = named.strip_prefix("www.").unwrap_or(named);
        let bare = host.strip_prefix("www.").unwrap_or(&host);
        bare == named || bare.strip_suffix(named).is_some_and(|before| before.ends_with(['.', '@']))
    };
    let separators = |c: char| c.is_whitespace() || "()[]<>,;\"'“”‘’«»".contains(c);
    let mut named = words.split(separators).filter_map(|word| named_host(word, host.contains('@')));
    named.any(|named| !is_named(&named))
}

/// The host that a word of a link's words is, in lower case. Beside a mailbox a word with an "@" is one, too.
fn named_host(word: &str, mailbox: bool) -> Option<String> {
    let word = word.trim_end_matches(['.', ':', '!', '?', '/', '…']);
    let has_scheme = word.contains("://");
    let named = if mailbox && !has_scheme { word } else { host_of_word(word) };
    let name = named.rsplit('@').next().unwrap_or(named);
    let name = name.split_once(':').map_or(name, |(name, _)| name);
    let (rest, last) = name.rsplit_once('.')?;
    let labels = rest
        .split('.')
        .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'));
    let is_top = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    // "Annex.docx" and "e.g" are not hosts unless something shows it.
    let is_sure = has_scheme || rest.starts_with("www.") || TOP_LEVELS.contains(&last.to_ascii_lowercase().as_str());
    let is_country = last.len() == 2 && rest.len() > 2;
    (labels && is_top && (is_sure || is_country)).then(|| named.to_lowercase())
}

fn host_of_word(word: &str) -> &str {
    match word.split_once("://") {
        Some((scheme, _)) => host(&word[scheme.len() - scheme.len().min(5)..]),
        None => {
            let authority = word.split(['/', '\\', '?', '#']).next().unwrap_or(word);
            authority.rsplit('@').next().unwrap_or(authority)
        }
    }
}

/// Ends of hosts that are not the extension of a file.
const TOP_LEVELS: &[&str] = &["com", "edu", "eu", "example", "gov", "int", "mil", "net", "org"];

/// True if a host has letters that are easily taken for others: an alphabet mixed with Latin letters, a word wholly of Cyrillic or
/// Greek letters before a Latin end, or letters that are not seen.
fn looks_alike(host: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let similar = |c: char| {
        // Greek, Cyrillic, Armenian, Cherokee, and letters of other widths or for mathematics.
        matches!(c, '\u{250}'..='\u{2af}' | '\u{370}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}' | '\u{1c80}'..='\u{1c8f}')
            || matches!(c, '\u{2100}'..='\u{214f}' | '\u{2c60}'..='\u{2c7f}' | '\u{a640}'..='\u{a69f}' | '\u{a720}'..='\u{a7ff}')
            || matches!(c, '\u{ab30}'..='\u{abbf}' | '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}')
    };
    let is_hidden = |c: char| {
        c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii() && !is_combining(c);
    let top_is_latin = host.rsplit('.').next().is_some_and(|top| top.chars().any(is_latin));
    host.split(['.', '@', ':']).any(|label| {
        let is_mixed = label.chars().any(similar) && (top_is_latin || label.chars().any(is_latin));
        is_mixed || label.chars().any(|c| is_hidden(c) || is_sign(c)) || label.to_ascii_lowercase().starts_with("xn--")
    })
}

/// True for marks that belong to a letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}'..='\u{309a}') || ('\u{900}'..='\u{109f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{host, looks_alike, names_another};

    #[test]
    fn the_host_is_where_a_browser_goes() {
        for (address, expected) in [
            ("https://www.mofa.go.kr/a/b?c#d", "www.mofa.go.kr"),
            ("https://mofa.go.kr@evil.example/login", "evil.example"),
            ("https:\\\\evil.example\\mofa.go.kr", "evil.example"),
            ("http://evil.example:8080", "evil.example:8080"),
            ("mailto:a@b.example?subject=x", "a@b.example"),
        ] {
            assert_eq!(host(address), expected);
        }
    }

    #[test]
    fn words_that_name_another_host_are_told_from_others() {
        for (words, address) in [
            ("https://www.mofa.go.kr/", "https://evil.example/login"),
            ("www.mofa.go.kr", "https://evil.example/www.mofa.go.kr"),
            ("see mofa.go.kr for more", "https://mofa.go.kr.evil.example/"),
            ("https://mofa.go.kr/", "https://mofa.go.kr@evil.example/"),
            ("un.org", "https://evilun.org/"),
            ("press@mofa.go.kr", "mailto:press@evil.example"),
        ] {
            assert!(names_another(words, host(address)), "{words} {address}");
        }
        for (words, address) in [
            ("https://www.mofa.go.kr/eng/", "https://www.mofa.go.kr/eng/index.do"),
            ("mofa.go.kr", "https://www.mofa.go.kr/"),
            ("go.kr", "https://www.mofa.go.kr/"),
            ("the ministry's site", "https://evil.example/"),
            ("Annex.docx", "https://www.mofa.go.kr/annex.docx"),
            ("U.S. State Dept.", "https://state.gov/"),
            ("e.g. this", "https://a.example/"),
            ("press@mofa.go.kr", "mailto:press@mofa.go.kr"),
            ("3.5 million", "https://a.example/"),
            ("S/RES/1540(2004)", "https://undocs.org/S/RES/1540(2004)"),
        ] {
            assert!(!names_another(words, host(address)), "{words} {address}");
        }
    }

    #[test]
    fn hosts_of_letters_that_look_like_others_are_marked() {
        for host in [
            "\u{430}pple.com",
            "\u{440}\u{430}\u{443}\u{440}\u{430}l.com",
            "аррӏе.com",
            "xn--pple-43d.com",
            "goo\u{200b}gle.com",
            "ｇo.kr",
            "a\u{2215}b.example",
        ] {
            assert!(looks_alike(host), "{host}");
        }
        for host in [
            "www.mofa.go.kr",
            "münchen.de",
            "외교부.한국",
            "外務省.jp",
            "правительство.рф",
            "example.org:8080",
            "a-b_c.example",
        ] {
            assert!(!looks_alike(host), "{host}");
        }
    }
}
