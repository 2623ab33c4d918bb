//! The kind by what is printed around the text: release lines, menus of news sites, an office's letterhead.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_text::fold::fold;

use super::super::PassageText;
use super::super::head_words::{List, is_in, words as head_words};
use super::super::roles::{Role, holds_phone};
use super::title_words::of_title;
use super::{Known, LAST_PASSAGES};

/// Longest line that says whom the press may call, in bytes.
const MAX_CONTACT_BYTES: usize = 160;

/// A source may follow other words among this many last passages.
const SOURCE_AMONG_LAST: usize = 3;

/// Passages of the longest notice of an office.
const MAX_NOTICE_PASSAGES: usize = 60;

/// A line that says when it may be published stands on press releases.
pub(super) fn by_release(known: &Known) -> Option<Fact<DocumentKind>> {
    let note = known.opening.notes.iter().find(|head| head.role == Role::ReleaseNote);
    let symbol = || {
        let lines = &mut known.opening.lines.iter();
        let apparatus = |role: Role| matches!(role, Role::Symbol | Role::Session);
        lines.find(|head| apparatus(head.role) && head.line.reading.text.split_whitespace().any(is_release_symbol))
    };
    if let Some(note) = note.or_else(symbol) {
        return note.line.whole(DocumentKind::PressRelease, Basis::Stated, "release-note");
    }
    // "ENDS", "###": the last line of a release, or whom the press may call.
    let end = known.lines.iter().rev().take(LAST_PASSAGES).find(|line| {
        let text = line.reading.text.trim();
        let label = text.split(':').next().filter(|label| label.len() < text.len()).map(fold).unwrap_or_default();
        if is_in(List::ContactLabel, &label) && text.len() <= MAX_CONTACT_BYTES && holds_phone(text) {
            return true;
        }
        let bare = text.trim_matches(['-', '–', '*', ' ', '.', '[', ']', '(', ')']);
        matches!(bare, "ENDS" | "Ends" | "END" | "ends" | "###" | "# # #" | "30" if bare != "30" || text == "-30-")
    });
    end?.whole(DocumentKind::PressRelease, Basis::Inferred, "mark-at-the-end-of-a-release")
}

/// "SC/12783": the number of a press release of the United Nations.
fn is_release_symbol(text: &str) -> bool {
    let folded = fold(text.trim());
    let number = head_words(List::ReleaseSymbol).iter().find_map(|start| folded.strip_prefix(start));
    number.is_some_and(|number| number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What surrounds an article: a menu of news, the rights of a newspaper, a source, who wrote it.
pub(super) fn by_site(known: &Known) -> Option<Fact<DocumentKind>> {
    const EDGE: usize = 15;
    let count = known.lines.len();
    let news = |(n, line): &(usize, &PassageText)| {
        let text = fold(&line.reading.text);
        let furniture = line.kind == PassageKind::Furniture;
        let menu = furniture && is_news_menu(&text);
        let rights = furniture
            && text.contains("all rights reserved")
            && ["daily", "times", "news", "post", "herald"].iter().any(|word| text.contains(word));
        let edge = *n < EDGE || n + EDGE > count;
        // French sets a blank before the colon; the name of a site that took over an article may stand before its source.
        let spaced = text.replace(" : ", ": ");
        let last = n + SOURCE_AMONG_LAST > count && spaced.contains(" source: ");
        let source =
            edge && (spaced.starts_with("source: ") || last) && text.len() < 80 && line.kind != PassageKind::Row;
        menu || rights
            || source
            || is_trail(&line.reading.text.to_lowercase(), line.kind)
            || (edge && is_biography(&text))
    };
    let found = known.lines.iter().enumerate().find(news)?;
    found.1.whole(DocumentKind::News, Basis::Inferred, "news-site-notice")
}

/// "Latest news", "News and events", "News centre": a few words that name a part of a site with news. "News release" names
/// a document.
pub(crate) fn is_news_menu(folded: &str) -> bool {
    let parts: Vec<&str> = folded.split_whitespace().collect();
    let beside = |part: &&str| matches!(*part, "&" | "news") || is_in(List::MenuWord, part);
    let listed = (2..=3).contains(&parts.len()) && parts.contains(&"news") && parts.iter().all(beside);
    let place = matches!(parts[..], ["news", other] if !is_in(List::KindNoun, other));
    (listed || place) && of_title(folded).is_none()
}

/// "Home » News » Investment": a trail to an article among the news.
fn is_trail(text: &str, kind: PassageKind) -> bool {
    let trail = [" » ", " › ", " > "].iter().find(|mark| text.matches(**mark).count() >= 2);
    kind == PassageKind::Furniture
        && text.len() <= 120
        && trail.is_some_and(|mark| {
            text.split(mark)
                .any(|part| part.split(' ').any(|word| matches!(word, "news" | "nachrichten" | "noticias" | "뉴스")))
        })
}

/// "X is a reporter for the Harbour Post": who wrote an article, below it.
fn is_biography(folded: &str) -> bool {
    let Some((name, rest)) = folded.split_once(" is a ").or_else(|| folded.split_once(" is an ")) else { return false };
    let office = rest.split(['.', ',']).next().unwrap_or_default();
    let known = office.split_whitespace().take(8).any(|word| is_in(List::Writer, word));
    known && name.split_whitespace().count() <= 4
}

/// A ministry's numbered notice with points under its paragraphs.
pub(super) fn by_office(known: &Known) -> Option<Fact<DocumentKind>> {
    let points = known.lines.iter().find(|line| line.kind == PassageKind::Item)?;
    let numbered = known.lines.iter().any(|line| line.kind == PassageKind::Paragraph && line.passage.number.is_some());
    let issued = known.publisher.is_some_and(|fact| fact.rule == "office-alone-on-a-line");
    // A long text with an office at its top is something else.
    (numbered && issued && known.lines.len() <= MAX_NOTICE_PASSAGES)
        .then(|| points.whole(DocumentKind::PressRelease, Basis::Inferred, "office-notice-with-points"))
        .flatten()
}
