//! A brief as a text that can be written as Word file, Markdown and HTML.

use entente_rich_text::{Block, RichText, Run};

use crate::model::{Brief, Cited, Item, ItemKind, Origin, Part, Source};

/// What goes with the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct With {
    /// Our line of facts below each item.
    pub facts: bool,
    /// The section on what the file lacks.
    pub gaps: bool,
    /// Names of files and their SHA-256.
    pub files: bool,
}

impl Default for With {
    fn default() -> Self {
        Self { facts: true, gaps: true, files: true }
    }
}

/// The brief as a text, with its sources in full, marking and edition.
#[must_use]
pub fn rich_text(brief: &Brief, with: With) -> RichText {
    let title = if brief.title.is_empty() { "Brief" } else { &brief.title };
    let mut text = RichText::new(title, "en");
    text.marking = brief.origin.marking.clone();
    text.origin = Some(origin(&brief.origin));
    let blocks = &mut text.blocks;
    blocks.push(Block::Remark(vec![Run::plain(format!(
        "{}. What stands in quotation marks is quoted; what stands apart is the author’s; the rest is computed from the file.",
        collected(&brief.origin)
    ))]));
    for (_, part) in &brief.parts {
        match part {
            // A heading or a note that is not written yet.
            Part::Heading(words) | Part::Note(words) if words.trim().is_empty() => {}
            Part::Heading(words) => blocks.push(Block::Heading(2, vec![Run::plain(words)])),
            Part::Note(words) => blocks.push(Block::Note(vec![Run::plain(words)])),
            Part::Absent(reference) => {
                blocks.push(Block::Remark(vec![Run::plain(format!("Not in this file: {reference}"))]));
            }
            Part::Item(item) => add_item(blocks, item, with),
        }
    }
    if with.gaps && (!brief.gaps.is_empty() || !brief.absent.is_empty()) {
        blocks.push(Block::Heading(2, vec![Run::plain("This file does not hold")]));
        let absent = brief.absent.iter().map(|reference| format!("The item {reference} of the link."));
        let sentences = brief.gaps.iter().cloned().chain(absent);
        blocks.extend(sentences.map(|sentence| Block::Item(vec![Run::plain(sentence)])));
    }
    if !brief.sources.is_empty() {
        blocks.push(Block::Heading(2, vec![Run::plain("Sources")]));
        let sources = brief.sources.iter().enumerate();
        blocks.extend(sources.map(|(n, source)| Block::Source(n + 1, source_runs(source, with.files))));
    }
    text
}

/// "Collected 29 Nov 2026 from “5 documents”"
fn collected(origin: &Origin) -> String {
    let day = origin.day.as_ref().map(|day| format!(" {day}")).unwrap_or_default();
    format!("Collected{day} from “{}”", origin.title)
}

/// "5 documents, edition 2, corpus 12ab34cd"
fn origin(origin: &Origin) -> String {
    let mut out = origin.title.clone();
    if let Some(edition) = &origin.edition {
        out.push_str(&format!(", edition {edition}"));
    }
    if let Some(digest) = &origin.digest {
        out.push_str(&format!(", corpus {digest}"));
    }
    out
}

fn add_item(blocks: &mut Vec<Block>, item: &Item, with: With) {
    let number = || Run::bold(format!("{}  ", item.number));
    match &item.kind {
        ItemKind::Quotation(words) => {
            blocks.push(Block::Quotation(vec![number(), Run::plain(format!("“{words}”"))]));
        }
        ItemKind::Pair(runs) => {
            let mut all = vec![number(), Run::plain("“")];
            all.extend(runs.iter().cloned());
            all.push(Run::plain("”"));
            blocks.push(Block::Quotation(all));
        }
        ItemKind::Thread(steps) => {
            for (n, step) in steps.iter().enumerate() {
                let mut runs = if n == 0 { vec![number()] } else { Vec::new() };
                let date = step.date.clone().unwrap_or_else(|| "date not printed".to_owned());
                runs.push(Run::bold(format!("{date}: ")));
                runs.push(Run::plain(format!("“{}” ", step.name)));
                runs.push(reference(&step.cited));
                blocks.push(Block::Quotation(runs));
            }
        }
    }
    let mut runs = if with.facts { vec![Run::plain(format!("{} ", item.facts))] } else { Vec::new() };
    for (n, cited) in item.cited.iter().enumerate() {
        if n > 0 {
            runs.push(Run::plain("; "));
        }
        runs.push(reference(cited));
    }
    blocks.push(Block::Remark(runs));
}

fn reference(cited: &Cited) -> Run {
    Run::plain(cited.label()).to_source(cited.source)
}

/// A source in full: who, what, which kind, when, where.
fn source_runs(source: &Source, with_files: bool) -> Vec<Run> {
    let cited = &source.citation;
    let mut runs = Vec::new();
    if let Some(publisher) = &cited.publisher {
        runs.push(Run::plain(format!("{publisher}, ")));
    }
    let title =
        if cited.is_titled { Run::italic(&cited.title) } else { Run::plain(format!("[begins:] {}", cited.title)) };
    runs.push(title);
    runs.push(Run::plain(format!(", {}", source.about())));
    if let Some(url) = &cited.url {
        runs.push(Run::plain(" "));
        runs.push(Run::plain(url).to_address(url));
    }
    if with_files {
        runs.push(Run::plain(format!(" {}, SHA-256 {}", cited.file, cited.sha256)));
    }
    runs
}
