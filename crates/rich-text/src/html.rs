//! A text as HTML, for the clipboard and for other pages. It has no scripts, no styles and no outside address but those of links.

use std::fmt::Write;

use crate::model::{Block, Link, RichText, Run};
use crate::xml::{escape, escaped};

/// The text as a fragment of HTML.
#[must_use]
pub fn html(text: &RichText) -> String {
    let mut out = String::new();
    if let Some(marking) = &text.marking {
        paragraph(&mut out, "p", &[Run::bold(marking)]);
    }
    paragraph(&mut out, "h1", &[Run::plain(&text.title)]);
    let mut list = None;
    for block in &text.blocks {
        let wanted = match block {
            Block::Item(_) => Some("ul"),
            Block::Source(..) => Some("ol"),
            Block::Heading(..) | Block::Paragraph(_) | Block::Quotation(_) | Block::Remark(_) | Block::Note(_) => None,
        };
        if list != wanted {
            change_list(&mut out, list, wanted);
            list = wanted;
        }
        match block {
            Block::Heading(level, runs) => paragraph(&mut out, HEADINGS[usize::from(*level).clamp(1, 6) - 1], runs),
            Block::Paragraph(runs) | Block::Note(runs) => paragraph(&mut out, "p", runs),
            Block::Quotation(runs) => {
                out.push_str("<blockquote>");
                paragraph(&mut out, "p", runs);
                out.push_str("</blockquote>\n");
            }
            Block::Remark(runs) => {
                out.push_str("<p><small>");
                write_runs(&mut out, runs);
                out.push_str("</small></p>\n");
            }
            Block::Item(runs) => paragraph(&mut out, "li", runs),
            Block::Source(number, runs) => {
                let _ = write!(out, "<li id=\"source-{number}\" value=\"{number}\">");
                write_runs(&mut out, runs);
                out.push_str("</li>\n");
            }
        }
    }
    change_list(&mut out, list, None);
    if !text.footnotes.is_empty() {
        out.push_str("<hr>\n<ol>\n");
        for (n, runs) in text.footnotes.iter().enumerate() {
            let _ = write!(out, "<li id=\"footnote-{}\">", n + 1);
            write_runs(&mut out, runs);
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n");
    }
    if let Some(origin) = &text.origin {
        paragraph(&mut out, "p", &[Run::plain(origin)]);
    }
    out
}

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

fn change_list(out: &mut String, from: Option<&str>, to: Option<&str>) {
    for (tag, list) in [("</", from), ("<", to)] {
        if let Some(list) = list {
            let _ = writeln!(out, "{tag}{list}>");
        }
    }
}

fn paragraph(out: &mut String, tag: &str, runs: &[Run]) {
    let _ = write!(out, "<{tag}>");
    write_runs(out, runs);
    let _ = writeln!(out, "</{tag}>");
}

fn write_runs(out: &mut String, runs: &[Run]) {
    for run in runs {
        let Run { text, style, link } = run;
        let tags = [("b", style.bold), ("i", style.italic), ("u", style.underline), ("s", style.strike)];
        let set = || tags.iter().filter(|(_, is_set)| *is_set).map(|(tag, _)| *tag);
        let is_link = match (link, link.address()) {
            (Link::Source(number), _) => write!(out, "<a href=\"#source-{number}\">").is_ok(),
            (Link::Footnote(number), _) => {
                write!(out, "<sup><a href=\"#footnote-{number}\">{number}</a></sup>").is_err()
            }
            (_, Some(address)) => write!(out, "<a href=\"{}\">", escaped(address)).is_ok(),
            (Link::Nowhere | Link::Address(_), None) => false,
        };
        for tag in set() {
            let _ = write!(out, "<{tag}>");
        }
        escape(out, text);
        for tag in set().collect::<Vec<_>>().into_iter().rev() {
            let _ = write!(out, "</{tag}>");
        }
        if is_link {
            out.push_str("</a>");
        }
    }
}
