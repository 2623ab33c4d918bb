//! Text becomes passages and sections.
//!
//! In: a decoded text, plain, Markdown or HTML. Out: a [`Body`] whose passages are spans over that text;
//! every letter of it stands in one of them. What the document says of itself is read by [`metadata`].

mod answers;
mod apart;
mod blocks;
mod columns;
pub mod contents;
mod damage;
mod debris;
mod figures;
mod furniture;
mod headings;
pub(crate) mod html;
pub mod hyphens;
mod inline;
mod line;
mod markdown;
mod marker;
pub(crate) mod marking;
pub mod metadata;
mod nesting;
mod ordinal;
mod pages;
pub mod personal;
mod questions;
pub mod running;
mod scan;
mod sections;
mod table;
mod titles;
mod translation;
mod turns;

use entente_corpus::{Anomaly, Body, ReadingText, id};
use entente_text::checkpoint;

pub use self::blocks::Draft;
pub use self::headings::Class;
pub use self::html::printed;

/// True where `line` begins with a mark or number of a list.
pub fn begins_list(line: &str) -> bool {
    marker::marker(line).is_some()
}

/// True where `line` is a heading by what is printed on it.
pub fn heading_class(line: &str) -> bool {
    headings::class(line).is_some()
}

/// Fewest headings in bold letters of a document that sets its headings so.
const FEWEST_BOLD: usize = 3;

/// The structure of `text`.
pub fn structure(text: &str) -> Body {
    if html::is_html(text) {
        return page(text);
    }
    let lines = columns::unfold(text, line::lines(text));
    let markdown = inline::is_markdown(text);
    let mut drafts = blocks::blocks(text, &lines, markdown);
    pages::set_apart(text, &mut drafts);
    pages::lower_capitals(&mut drafts);
    if markdown {
        apart::run_in_headings(text, &mut drafts);
    }
    apart::article_titles(text, &mut drafts);
    apart::bare_numbers(text, &mut drafts);
    let anomalies = damage::join(text, &mut drafts);
    headings::refine(text, &mut drafts, false);
    furniture::set_apart(text, &mut drafts);
    answers::assign(text, &mut drafts);
    let sections = sections::tree(text, &mut drafts);
    let mut body = Body { text: text.to_owned(), sections, ..Body::default() };
    body.passages = drafts.into_iter().map(|draft| draft.passage).collect();
    inline::mark(&mut body, markdown);
    hyphens::mark(&mut body);
    finish(body, anomalies)
}

/// The structure of `text`, which is Markdown by its name. A page of HTML under such a name is one.
pub fn markdown(text: &str) -> Body {
    if html::is_html(text) {
        return page(text);
    }
    let mut drafts = markdown::drafts(text);
    pages::set_apart(text, &mut drafts);
    pages::lower_capitals(&mut drafts);
    apart::article_titles(text, &mut drafts);
    apart::bare_numbers(text, &mut drafts);
    let anomalies = damage::join(text, &mut drafts);
    headings::refine(text, &mut drafts, false);
    furniture::set_apart(text, &mut drafts);
    answers::assign(text, &mut drafts);
    let sections = sections::tree(text, &mut drafts);
    let mut body = Body { text: text.to_owned(), sections, ..Body::default() };
    body.passages = drafts.into_iter().map(|draft| draft.passage).collect();
    hyphens::mark(&mut body);
    finish(body, anomalies)
}

/// The structure of `text`, which is a page of HTML.
fn page(text: &str) -> Body {
    assemble(text, html::blocks(text), Vec::new())
}

/// The structure of a text form, whose passages its reader has found.
pub fn form(text: &str, mut drafts: Vec<Draft>, anomalies: Vec<Anomaly>) -> Body {
    // Without a single heading by style, headings show by where they stand, as in plain text.
    if !drafts.iter().any(|draft| matches!(draft.class, Some(Class::Markdown(_)))) {
        let bold = drafts.iter().filter(|draft| draft.class == Some(Class::Bold)).count();
        headings::refine(text, &mut drafts, bold >= FEWEST_BOLD);
    }
    assemble(text, drafts, anomalies)
}

fn assemble(text: &str, mut drafts: Vec<Draft>, anomalies: Vec<Anomaly>) -> Body {
    furniture::set_apart(text, &mut drafts);
    answers::assign(text, &mut drafts);
    let sections = sections::tree(text, &mut drafts);
    let mut body = Body { text: text.to_owned(), sections, ..Body::default() };
    body.passages = drafts.into_iter().map(|draft| draft.passage).collect();
    finish(body, anomalies)
}

/// Names what stands, and notes what is odd in it.
fn finish(mut body: Body, mut anomalies: Vec<Anomaly>) -> Body {
    name(&mut body);
    damage::note(&body, &mut anomalies);
    scan::note(&body, &mut anomalies);
    personal::note(&body, &mut anomalies);
    debris::note(&body, &mut anomalies);
    figures::note(&body, &mut anomalies);
    translation::note(&body, &mut anomalies);
    body.anomalies = anomalies;
    body
}

/// Gives passages and sections their public names.
fn name(body: &mut Body) {
    let texts: Vec<String> = body.passages.iter().map(|passage| ReadingText::of(body, passage).text).collect();
    for (n, (passage, text)) in body.passages.iter_mut().zip(&texts).enumerate() {
        passage.anchor = id::passage_anchor(n + 1, text);
    }
    for n in 0..body.sections.len() {
        checkpoint();
        let mut path = Vec::new();
        let mut at = Some(n);
        while let Some(section) = at.and_then(|at| body.sections.get(at)) {
            path.push(texts.get(section.heading as usize).map_or("", String::as_str));
            at = section.parent.map(|parent| parent as usize);
        }
        path.reverse();
        body.sections[n].anchor = id::section_anchor(n + 1, &path);
    }
}
