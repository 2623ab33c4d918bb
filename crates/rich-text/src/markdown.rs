//! A text as Markdown (CommonMark, with the footnotes and struck words of its common extensions).

use std::fmt::Write;

use crate::model::{Block, Link, RichText, Run};

/// The text as Markdown, one paragraph a line.
#[must_use]
pub fn markdown(text: &RichText) -> String {
    let mut out = String::new();
    if let Some(marking) = &text.marking {
        paragraph(&mut out, "", &[Run::bold(marking)]);
    }
    paragraph(&mut out, "# ", &[Run::plain(&text.title)]);
    for (n, block) in text.blocks.iter().enumerate() {
        match block {
            Block::Heading(level, runs) => {
                let marks = format!("{} ", "#".repeat(usize::from(*level).clamp(1, 6)));
                paragraph(&mut out, &marks, runs);
            }
            Block::Paragraph(runs) | Block::Remark(runs) | Block::Note(runs) => paragraph(&mut out, "", runs),
            Block::Quotation(runs) => paragraph(&mut out, "> ", runs),
            Block::Item(runs) => paragraph(&mut out, "- ", runs),
            Block::Source(number, runs) => paragraph(&mut out, &format!("{number}. "), runs),
        }
        // There is no blank line between entries of a list.
        let next = text.blocks.get(n + 1);
        let is_followed = match block {
            Block::Item(_) => matches!(next, Some(Block::Item(_))),
            Block::Source(..) => matches!(next, Some(Block::Source(..))),
            Block::Heading(..) | Block::Paragraph(_) | Block::Quotation(_) | Block::Remark(_) | Block::Note(_) => false,
        };
        if is_followed {
            out.pop();
        }
    }
    for (n, runs) in text.footnotes.iter().enumerate() {
        paragraph(&mut out, &format!("[^{}]: ", n + 1), runs);
    }
    if let Some(origin) = &text.origin {
        paragraph(&mut out, "", &[Run::plain(origin)]);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// A paragraph after `marks`, with an empty line below.
fn paragraph(out: &mut String, marks: &str, runs: &[Run]) {
    out.push_str(marks);
    for (n, run) in runs.iter().enumerate() {
        let next = runs.get(n + 1).and_then(|next| next.text.chars().next());
        write_run(out, run, n == 0, next);
    }
    out.push_str("\n\n");
}

/// Writes a run; `next` is the first character after it.
fn write_run(out: &mut String, run: &Run, is_first: bool, next: Option<char>) {
    if let Link::Footnote(number) = run.link {
        let _ = write!(out, "[^{number}]");
    }
    // Marks of emphasis have to touch the words.
    let words = run.text.trim();
    let space = |has_space: bool| if has_space { " " } else { "" };
    if words.is_empty() {
        out.push_str(space(!run.text.is_empty()));
        return;
    }
    let ends_in_space = run.text.ends_with(char::is_whitespace);
    out.push_str(space(!is_first && run.text.starts_with(char::is_whitespace)));
    let before = out.chars().next_back();
    let touches_words = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '*' | '~'))
        || (!ends_in_space && next.is_some_and(char::is_alphanumeric));
    let style = run.style;
    let marks = [
        (style.bold, "**", "**", "<b>", "</b>"),
        (style.italic, "*", "*", "<i>", "</i>"),
        (style.strike, "~~", "~~", "<del>", "</del>"),
        (style.underline, "<ins>", "</ins>", "<ins>", "</ins>"),
    ];
    let set = || marks.iter().filter(|(is_set, ..)| *is_set);
    for (_, mark, _, element, _) in set() {
        // Between letters a mark of emphasis is a plain asterisk: `a*b*`.
        out.push_str(if touches_words { element } else { mark });
    }
    match run.link.address() {
        Some(address) => {
            out.push('[');
            escape(out, words, false);
            let _ = write!(out, "](<{}>)", address.replace(['<', '>', '\n', '\\'], ""));
        }
        None => escape(out, words, is_first),
    }
    for (_, _, mark, _, element) in set().rev() {
        out.push_str(if touches_words { element } else { mark });
    }
    out.push_str(space(ends_in_space));
}

/// Adds `words` with everything escaped that Markdown would read as markup. `is_first` if they stand first in their paragraph, where
/// more is.
fn escape(out: &mut String, words: &str, is_first: bool) {
    let is_shown = |c: &char| !c.is_control() || c.is_whitespace();
    let shown: String = words.chars().filter(is_shown).collect();
    let folded = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let number = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let starts_list = number.len() < folded.len() && number.starts_with(['.', ')']);
    for (at, c) in folded.char_indices() {
        let is_start = is_first && at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':' | '~');
        let is_number_mark = is_first && starts_list && at == folded.len() - number.len();
        if is_start
            || is_number_mark
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '^' | '$')
        {
            out.push('\\');
        }
        out.push(c);
    }
}
