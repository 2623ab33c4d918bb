//! Lines that belong to a site or to the paper: menus, trails, page numbers, captions.

use entente_text::fold::fold;

use super::super::head_words::{List, is_in, words};
use super::offices::is_office;

/// "Share:", "Print this page": a line of a site that goes on from no line above it. One or two words without a colon may
/// begin a sentence as well.
pub(crate) fn is_site_line(line: &str) -> bool {
    let bare = line.trim_end_matches([':', '：', ' ']);
    let marked = bare.len() < line.len() || bare.split(' ').count() >= MIN_SITE_WORDS;
    marked && line.len() <= MAX_SITE_LINE_BYTES && is_in(List::SiteLine, &fold(bare))
}

/// Words of a line of a site that needs no colon.
const MIN_SITE_WORDS: usize = 3;

/// Longest line of a site that is known to go on from no line, in bytes.
const MAX_SITE_LINE_BYTES: usize = 32;

pub(super) fn is_chrome(text: &str, folded: &str) -> bool {
    let trail = [" > ", " » ", " › "].iter().any(|mark| {
        let fewest = if folded.starts_with("home") { 1 } else { 2 };
        text.matches(mark).count() >= fewest
    });
    let page = folded.strip_prefix("page ").is_some_and(|rest| {
        rest.split_whitespace().all(|word| word == "of" || word.chars().all(|c| !c.is_alphabetic()))
    });
    let menu =
        folded.split_whitespace().count() >= 3 && folded.split_whitespace().all(|word| is_in(List::MenuWord, word));
    // "Statements Office of the High Commissioner": a part of the site, and whose site it is.
    let section = || {
        let parts = text.match_indices(' ').take(2).map(|(at, _)| text.split_at(at));
        parts.into_iter().any(|(section, rest)| {
            is_in(List::SiteLine, &fold(section)) && section.contains(char::is_lowercase) && is_office(rest.trim())
        })
    };
    // "English Français Deutsch", "5 years ago".
    let languages = folded.split_whitespace().count() >= 2
        && folded
            .split([' ', '|', '/', ','])
            .filter(|word| !word.is_empty())
            .all(|word| is_in(List::LanguageName, word));
    let ago = folded.strip_suffix(" ago").is_some_and(|rest| {
        let mut words = rest.split(' ');
        let counted = words
            .next()
            .is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()) || matches!(count, "a" | "an"));
        counted
            && words.next().is_some_and(|unit| UNITS_OF_TIME.contains(&unit.trim_end_matches('s')))
            && words.next().is_none()
    });
    let arrows = text.matches('→').count() >= 2 && text.chars().count() <= MAX_TRAIL_CHARS;
    arrows
        || languages
        || ago
        || is_caption(text)
        || is_in(List::SiteLine, folded.trim_end_matches([':', ' ']))
        || section()
        || menu
        || page
        || trail
        || (words(List::SiteWord).iter().any(|words| folded.contains(words)) && !folded.ends_with('.'))
        || words(List::SiteSentence).iter().any(|words| folded.contains(words))
        || crate::marking::marking(text, true).is_some()
}

/// Units in which a site says how old a page is.
const UNITS_OF_TIME: &[&str] = &["second", "minute", "hour", "day", "week", "month", "year"];

/// Longest trail of a site, in characters.
const MAX_TRAIL_CHARS: usize = 160;

/// "港口记者 李四摄": a line that says who took the picture above it.
fn is_caption(text: &str) -> bool {
    let short = text.chars().count() <= MAX_TRAIL_CHARS;
    short && ["摄", "攝", "撮影"].iter().any(|end| text.ends_with(end)) && !text.ends_with("拍摄")
}
