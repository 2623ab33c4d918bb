//! What surrounds the text: menus, page numbers, repeated titles, copyright lines.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use entente_corpus::PassageKind;
use entente_text::fold::fold;

use super::blocks::PassageDraft;
use super::headings::Class;

/// A title cut short is at least this long.
const CUT_TITLE: usize = 20;
/// A line without any mark that is printed this often is a running header.
const RUNNING: usize = 5;
/// Menu lines stand among the first blocks.
const BEFORE_TITLE: usize = 6;

/// Marks as furniture what is not part of the text.
pub(crate) fn set_apart(text: &str, drafts: &mut [PassageDraft]) {
    let folded: Vec<String> = drafts.iter().map(|draft| fold(&draft.text(text))).collect();
    let before = drafts.iter().take_while(|draft| draft.passage.kind == PassageKind::Furniture).count();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    folded.iter().for_each(|words| *counts.entry(words).or_default() += 1);
    // Headings above, in the order of their letters: what begins like another stands right after it.
    let mut headings: BTreeSet<&str> = BTreeSet::new();
    for n in 0..drafts.len() {
        let words = folded[n].as_str();
        let alone = drafts[n].passage.kind != PassageKind::Row && drafts[n].bullet.is_none();
        let cut = words.chars().count() >= CUT_TITLE
            && drafts[n].alone
            && headings
                .range::<str, _>((Bound::Excluded(words), Bound::Unbounded))
                .next()
                .is_some_and(|heading| heading.starts_with(words));
        let menu = (n < before + BEFORE_TITLE || n + 2 >= drafts.len()) && is_menu(words) || is_bar(words);
        let running = drafts[n].class == Some(Class::Plain) && counts.get(words).copied().unwrap_or(0) >= RUNNING;
        let marked = || drafts[n].alone && super::marking::marking(&drafts[n].text(text), false).is_some();
        let comment = || is_comment(&drafts[n].text(text));
        if alone && (cut || menu || running || is_notice(words) || marked() || comment()) {
            drafts[n].passage.kind = PassageKind::Furniture;
            drafts[n].passage.number = None;
            drafts[n].class = None;
        }
        if drafts[n].class.is_some() {
            headings.insert(words);
        }
    }
}

/// "<!-- -->", which converters put between two lists: no page shows it.
fn is_comment(words: &str) -> bool {
    words.trim().strip_prefix("<!--").is_some_and(|rest| rest.trim_end().ends_with("-->"))
}

fn is_menu(words: &str) -> bool {
    const MENUS: &[&str] = &["list", "home", "menu", "search", "print", "share", "skip to content"];
    MENUS.contains(&words) || crate::metadata::is_news_menu(words)
}

/// "Home | Links | Search | Help": a bar of a site's parts.
pub(super) fn is_bar(words: &str) -> bool {
    let parts: Vec<&str> = words.split(" | ").collect();
    let names = |part: &&str| {
        part.chars().count() <= 40 && part.starts_with(char::is_alphanumeric) && !part.contains(['<', '='])
    };
    parts.len() >= 4 && parts.iter().all(|part| names(&part.trim()))
}

fn is_notice(words: &str) -> bool {
    let rights = words.contains("all rights reserved")
        || words.starts_with("copyright")
        || words.starts_with("<copyright")
        || words.starts_with('©');
    let page = words
        .strip_prefix("p. ")
        .or_else(|| words.strip_prefix("page "))
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()));
    let bracketed =
        words.strip_prefix("[page ").is_some_and(|rest| rest.trim_end_matches(']').chars().all(|c| c.is_ascii_digit()));
    (rights && words.chars().count() < 160) || page || bracketed
}
