//! The kind by the shape of the text: marks at the beginning of lines, words in the first passages, articles.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_text::Span;
use entente_text::fold::fold;

use super::super::PassageText;
use super::rules::{Rule, Scope, shapes};
use super::title_words::WILDCARD_WORDS;
use super::{Known, LAST_PASSAGES, MAX_MARK_BYTES, head};
use crate::word_lists::word_list;

/// First passages that are looked at, and how much of each, in bytes.
const OPENING_PASSAGES: usize = 16;

const OPENING_BYTES: usize = 700;

pub(super) fn by_shape(known: &Known) -> Option<Fact<DocumentKind>> {
    shape(known, |_| true)
}

/// The first of [`shapes`] that fits and is `wanted`.
pub(super) fn shape(known: &Known, wanted: impl Fn(&Rule) -> bool) -> Option<Fact<DocumentKind>> {
    let printed = || known.lines.iter().filter(|line| line.kind != PassageKind::Row && line.kind != PassageKind::Code);
    let starts: Vec<(&PassageText, String)> =
        printed().flat_map(|line| lines_of(line).map(move |text| (line, fold(head(text, MAX_MARK_BYTES))))).collect();
    let opening: Vec<(&PassageText, String)> = printed()
        .filter(|line| line.kind != PassageKind::Furniture)
        .take(OPENING_PASSAGES)
        .map(|line| (line, fold(head(&line.reading.text, OPENING_BYTES))))
        .collect();
    let last = starts.iter().rev().take(LAST_PASSAGES);
    shapes().iter().filter(|rule| wanted(rule)).find_map(|rule| {
        let begins = |text: &str| rule.folded.iter().any(|want| begins(text, want));
        let (found, basis) = match rule.place {
            Scope::Title => (None, Basis::Stated),
            Scope::Opens => (None, Basis::Inferred),
            Scope::Begins => (opening.iter().find(|(_, text)| begins(text)), Basis::Inferred),
            Scope::Holds => {
                (opening.iter().find(|(_, text)| rule.folded.iter().any(|want| text.contains(want))), Basis::Inferred)
            }
            Scope::Ends => (last.clone().find(|(_, text)| begins(text)), Basis::Inferred),
            Scope::Lines(count) => {
                let fits = || starts.iter().filter(|(_, text)| begins(text));
                (fits().next().filter(|_| fits().take(count).count() == count), Basis::Inferred)
            }
        };
        if rule.place == Scope::Opens {
            return opens(known, rule)?.whole(rule.gives, Basis::Inferred, rule.name);
        }
        let (line, _) = found?;
        line.whole(rule.gives, basis, rule.name)
    })
}

/// Most lines of a passage that are looked at.
const MAX_LINES: usize = 12;

/// The texts of `line` from each of its lines on, where a markup shows their ends: labels may stand on lines of one paragraph.
fn lines_of<'a>(line: &'a PassageText) -> impl Iterator<Item = &'a str> {
    let text = line.reading.text.as_str();
    let breaks = line.passage.markup.iter().filter(|markup| markup.shows == " ").take(MAX_LINES);
    let starts = breaks.filter_map(|markup| {
        let next = Span { start: markup.span.end, end: markup.span.end + 1 };
        text.get(line.reading.from_source(next)?.start..)
    });
    std::iter::once(text).chain(starts)
}

/// The passage among the first two of the running text that begins with the words of `rule`.
pub(super) fn opens<'a>(known: &Known<'a>, rule: &Rule) -> Option<&'a PassageText<'a>> {
    known.opening.body.iter().take(2).copied().find(|line| {
        let text = fold(head(&line.reading.text, MAX_MARK_BYTES));
        rule.folded.iter().any(|want| begins(&text, want))
    })
}

/// True if `text` begins with `want`, in which `*` stands for some words; both are folded.
fn begins(text: &str, want: &str) -> bool {
    // Most lines begin with another letter than most rules: nothing has to be looked for in them.
    if text.as_bytes().first() != want.as_bytes().first() {
        return false;
    }
    let mut parts = want.split(" * ");
    let Some(rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    parts.all(|part| rest.find(part).is_some_and(|at| rest[..at].split_whitespace().count() <= WILDCARD_WORDS))
}

/// "Article 1", "제1조", "第一条": a text in articles is a law, unless parties agree in it.
pub(super) fn by_articles(known: &Known) -> Option<Fact<DocumentKind>> {
    const MIN_ARTICLES: usize = 3;
    let article = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let folded = fold(head(text, 24));
        let western = word_list("article-mark").iter().any(|word| {
            folded
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x')))
        });
        let eastern = text.strip_prefix(['第', '제']).is_some_and(|rest| {
            rest.find(['条', '條', '조']).is_some_and(|at| {
                at <= 12 && rest[..at].chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十百 ".contains(c))
            })
        });
        (western || eastern) && matches!(line.kind, PassageKind::Heading | PassageKind::Paragraph | PassageKind::Item)
    };
    let articles = || known.lines.iter().filter(article);
    let first = articles().next().filter(|_| articles().take(MIN_ARTICLES).count() == MIN_ARTICLES)?;
    first.whole(DocumentKind::Law, Basis::Inferred, "articles")
}
