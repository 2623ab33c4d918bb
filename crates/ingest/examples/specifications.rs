//! Compares what is read with the examples of the specifications of Markdown and HTML.
//!
//! `--example specifications -- FILE…`: the CommonMark specification (`spec.txt`; npm has it as `commonmark-spec`) or
//! html5lib's tests of tree construction (`.dat`). An example is read well if the texts of its passages, joined without
//! white space, are the visible text of the HTML that the specification expects; text in place of images may stand or
//! not. Of the `.dat` files, scripting, frames, templates and fragments are left out.
//! `--failures` prints what differs.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use entente_corpus::ReadingText;
use entente_ingest::{Settings, Source, ingest};

/// An example: what is read, and what a reader should see of it.
struct Example {
    name: String,
    source: String,
    visible: String,
    /// The same with the texts that stand for images.
    with_images: String,
}

fn main() -> std::io::Result<()> {
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let failures = flags.iter().any(|flag| flag == "--failures");
    let (mut all, mut equal) = (0, 0);
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(&file)?).into_owned();
        let is_tree = file.ends_with(".dat");
        let examples = if is_tree { tree_examples(&text) } else { markdown_examples(&text) };
        let name = if is_tree { "example.html" } else { "example.md" };
        let mut right = 0;
        for example in &examples {
            let read = read(name, &example.source);
            if read == example.visible || read == example.with_images {
                right += 1;
            } else if failures {
                println!(
                    "--- {file} {}\n{}\n expected {}\n read     {read}",
                    example.name, example.source, example.visible
                );
            }
        }
        println!("{right:>4} of {:>4} {file}", examples.len());
        all += examples.len();
        equal += right;
    }
    println!("{equal:>4} of {all:>4} in all");
    Ok(())
}

/// The letters of all passages of `text`, joined.
fn read(file: &str, text: &str) -> String {
    let source = Source { file: file.to_owned(), bytes: text.as_bytes().to_vec() };
    let corpus = ingest(&[source], &Settings::default());
    let texts =
        corpus.bodies.iter().flatten().flat_map(|body| body.passages.iter().map(|it| ReadingText::of(body, it).text));
    letters(&texts.collect::<String>())
}

/// `text` without white space.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The examples of the CommonMark specification, by their numbers.
fn markdown_examples(text: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut out = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line != format!("{fence} example") {
            continue;
        }
        let mut part = |end: &str| -> String {
            lines
                .by_ref()
                .take_while(|line| *line != end)
                .flat_map(|line| [line, "\n"])
                .collect::<String>()
                .replace('→', "\t")
        };
        let (source, html) = (part("."), part(&fence));
        let (visible, with_images) = (shown(&html, false), shown(&html, true));
        out.push(Example { name: (out.len() + 1).to_string(), source, visible, with_images });
    }
    out
}

/// What a browser shows of `html`, which is well formed, without white space.
fn shown(html: &str, images: bool) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let close = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<script") => "</script>",
            _ if rest.starts_with("<style") => "</style>",
            _ => ">",
        };
        let end = if close == ">" { tag_length(rest) } else { rest.find(close).map(|at| at + close.len()) };
        let end = end.unwrap_or(rest.len());
        let alt = rest[..end].strip_prefix("<img").and_then(|tag| tag.split_once("alt=\"")?.1.split_once('"'));
        if images && let Some((alt, _)) = alt {
            out.push_str(alt);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    letters(&out)
}

/// Bytes of the tag at the start of `html`; a `>` in quotes does not end it.
fn tag_length(html: &str) -> Option<usize> {
    let mut quote = None;
    html.char_indices().find_map(|(at, c)| {
        match quote {
            Some(open) if open == c => quote = None,
            None if matches!(c, '"' | '\'') && !html.starts_with("<?") => quote = Some(c),
            None if c == '>' => return Some(at + 1),
            _ => {}
        }
        None
    })
}

/// Elements that a browser does not show.
const UNSHOWN: &[&str] =
    &["<head>", "<script>", "<style>", "<title>", "<noembed>", "<noframes>", "<svg script>", "<svg style>"];

/// The examples of a `.dat` file of html5lib.
fn tree_examples(text: &str) -> Vec<Example> {
    let text = format!("\n{text}");
    let mut out = Vec::new();
    for (n, case) in text.split("\n#data\n").skip(1).enumerate() {
        let Some((source, rest)) = case.split_once("\n#errors") else { continue };
        let Some((head, tree)) = rest.split_once("\n#document\n") else { continue };
        let lower = source.to_ascii_lowercase();
        let left_out = ["frame", "template"].iter().any(|word| lower.contains(word));
        if left_out || head.contains("#document-fragment") || head.contains("#script-on") {
            continue;
        }
        let visible = letters(&shown_of_tree(tree));
        let name = (n + 1).to_string();
        out.push(Example { name, source: source.to_owned(), with_images: visible.clone(), visible });
    }
    out
}

/// The text of `tree`, which is written as html5lib's tests write it: one node a line, two blanks a level.
fn shown_of_tree(tree: &str) -> String {
    let mut out = String::new();
    let mut path: Vec<&str> = Vec::new();
    let mut in_text = false;
    for line in tree.lines() {
        let mut words = line;
        if !in_text {
            let Some(node) = line.strip_prefix("| ") else { continue };
            let name = node.trim_start_matches(' ');
            path.truncate((node.len() - name.len()) / 2);
            let Some(text) = name.strip_prefix('"') else {
                path.push(name);
                continue;
            };
            words = text;
            in_text = true;
        }
        if let Some(text) = words.strip_suffix('"') {
            words = text;
            in_text = false;
        }
        if !path.iter().any(|name| UNSHOWN.contains(name)) {
            out.push_str(words);
            out.push('\n');
        }
    }
    out
}
