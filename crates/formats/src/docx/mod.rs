//! DOCX: the words of a Word document with its headings, lists, tables, notes, comments and tracked changes.
//!
//! In: the file's bytes. Out: the text form and its passages. It draws no pictures and computes no fields; the
//! words that a field last showed stand.

mod body;
mod styles;
mod symbols;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Anomaly, AnomalyKind, MetadataField};
use entente_text::Span;

pub(super) use self::styles::shown;

use self::body::Context;
use self::styles::{Numbering, Styles};
use super::block::Block;
use super::budget::{self, Budget};
use super::package::{Fault, Package};
use super::write::Writer;
use super::xml::{self, Event};
use super::{ExtractedText, Property, Refusal};

/// Most running heads, and feet, that are read.
const MAX_HEADS: usize = 1_000;

/// Reads the DOCX file `bytes`.
pub fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let package = Package::open(bytes)?;
    let main = main_part(&package)?;
    let relations = Relations::of(&package, &main)?;
    let Some(part) = package.text(&main)? else { return Err(Fault::Damaged.into()) };
    let mut context = Context { budget: Budget::of(bytes.len()), ..Context::default() };
    let text = |kind: &str| relations.first(kind).map_or(Ok(None), |name| package.text(name));
    context.styles = Styles::read(&text("styles")?.unwrap_or_default());
    context.numbering = Numbering::read(&text("numbering")?.unwrap_or_default());
    for (kind, element, key) in
        [("footnotes", "footnote", 'f'), ("endnotes", "endnote", 'e'), ("comments", "comment", 'c')]
    {
        let name = relations.first(kind).unwrap_or_default().to_owned();
        if let Some(part) = package.text(&name)? {
            context.links = Relations::of(&package, &name)?.links;
            body::notes(&part, element, key, &mut context);
        }
    }
    let mut more = package.reached();
    let mut around = |kind: &str| -> Result<Vec<Vec<Block>>, Refusal> {
        let mut out = Vec::new();
        // A part that is named again and again is read once.
        let mut known = BTreeSet::new();
        let named = relations.parts.iter().filter(|(of, _)| of == kind).map(|(_, name)| name);
        for name in named.filter(|name| known.insert(*name)) {
            if out.len() == MAX_HEADS {
                more = Some("more than 1,000 running heads or feet");
                break;
            }
            if let Some(part) = package.text(name)? {
                out.push(body::read(&part, &mut context).0);
            }
        }
        Ok(out)
    };
    let (heads, feet) = (around("header")?, around("footer")?);
    context.hidden = 0;
    context.links = relations.links.clone();
    let (blocks, whole) = body::read(&part, &mut context);
    let mut writer = Writer::default();
    let properties = properties(&package.text("docProps/core.xml")?.unwrap_or_default(), &mut writer);
    for line in lines(&heads) {
        writer.furniture(&line);
    }
    writer.blocks(&blocks);
    for line in lines(&feet) {
        writer.furniture(&line);
    }
    notes(&context, whole, &mut writer);
    writer.anomalies.extend(more.map(|what| budget::cut(what, writer.text.len())));
    Ok(ExtractedText::of(writer, properties))
}

/// What is reported of the file as a whole.
fn notes(context: &Context, whole: bool, writer: &mut Writer) {
    let comments = context.notes.keys().filter(|key| key.starts_with('c')).count();
    let end = writer.text.len();
    writer.anomalies.extend(context.budget.note(end));
    let mut note = |kind, at: usize, detail: String, rule: &str| {
        let span = Span::new(at, at);
        writer.anomalies.push(Anomaly { kind, passage: None, span, detail, rule: rule.to_owned() });
    };
    let debris = AnomalyKind::ConversionDebris;
    if comments > 0 {
        let detail = format!("the file carries {comments} comments of its reviewers");
        note(debris, 0, detail, "reviewers-comments");
    }
    if context.inserted > 0 {
        let detail =
            format!("{} insertions are tracked changes, not yet accepted; they are read as text", context.inserted);
        note(debris, 0, detail, "tracked-insertion");
    }
    if context.hidden > 0 {
        let detail = format!("{} characters are set hidden in the file; they are left out", context.hidden);
        note(debris, 0, detail, "hidden-text");
    }
    if !whole {
        let detail = "the file's text breaks off here; what follows is damaged".to_owned();
        note(AnomalyKind::TruncatedText, end, detail, "damaged-xml");
    }
}

/// The lines of running heads or feet, each once.
pub(super) fn lines(parts: &[Vec<Block>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for block in parts.iter().flatten() {
        let words = match block {
            Block::Paragraph(paragraph) => paragraph.words(),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells).flatten();
                let words = cells.filter_map(|block| match block {
                    Block::Paragraph(paragraph) => Some(paragraph.words()),
                    Block::Table(_) => None,
                });
                words.collect::<Vec<_>>().join(" ")
            }
        };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        // A page's number alone is another one on each page.
        let printed = words.contains(char::is_alphabetic);
        if printed && known.insert(words.clone()) {
            out.push(words);
        }
    }
    out
}

/// The document's own properties, as lines of the text form.
fn properties(part: &str, writer: &mut Writer) -> Vec<Property> {
    const KNOWN: &[(&str, MetadataField)] = &[
        ("title", MetadataField::Title),
        ("creator", MetadataField::Author),
        ("language", MetadataField::Language),
        ("created", MetadataField::Created),
        ("modified", MetadataField::Updated),
    ];
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<String> = None;
    xml::read(part, &mut |event| match event {
        Event::Open(element) => open = Some(element.name().to_owned()),
        Event::Close(_) => open = None,
        Event::Text(words) => {
            if let Some(name) = &open {
                found.entry(name.clone()).or_default().push_str(words);
            }
        }
    });
    let known = KNOWN.iter().filter_map(|(name, field)| Some((*field, found.get(*name)?.as_str())));
    super::properties(known, writer)
}

/// The part with the words.
fn main_part(package: &Package) -> Result<String, Fault> {
    let relations = Relations::of(package, "")?;
    let named = relations.first("officeDocument").filter(|name| package.has(name)).map(str::to_owned);
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// What a part refers to.
#[derive(Debug, Default)]
struct Relations {
    /// Kind and name of parts.
    parts: Vec<(String, String)>,
    /// Addresses outside, by id.
    links: BTreeMap<String, String>,
}

impl Relations {
    fn of(package: &Package, part: &str) -> Result<Self, Fault> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let mut out = Self::default();
        xml::read(&package.text(&list)?.unwrap_or_default(), &mut |event| {
            let Event::Open(element) = event else { return };
            let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) else { return };
            let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
            if element.attribute("TargetMode").as_deref() == Some("External") {
                out.links.extend(element.attribute("Id").map(|id| (id, target)));
            } else if let Some(name) = target.strip_prefix('/') {
                out.parts.push((kind, name.to_owned()));
            } else if folder.is_empty() {
                out.parts.push((kind, target));
            } else {
                out.parts.push((kind, format!("{folder}/{target}")));
            }
        });
        Ok(out)
    }

    fn first(&self, kind: &str) -> Option<&str> {
        self.parts.iter().find(|(of, _)| of == kind).map(|(_, name)| name.as_str())
    }
}
