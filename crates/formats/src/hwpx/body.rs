//! The sections of a HWPX file.
//!
//! In: a section's XML. Out: blocks. Words that a tracked change deletes are kept apart.

use std::rc::Rc;

use super::super::block::{Block, Note, Paragraph, Role, Row, Run, Table};
use super::super::budget::Budget;
use super::super::xml::{self, Element, Event};
use super::head::Head;

/// Tables deeper than this are read as if they stood in the one around them.
const DEEPEST: usize = 12;
/// Longest paragraph of an outline that is a heading.
const MAX_HEADING_CHARS: usize = 110;
/// Longest address of a link that is kept, and fields that are kept open inside each other.
const MAX_LINK_BYTES: usize = 4_096;
const MAX_FIELDS: usize = 32;
/// What stands below elements that hold no words.
const SKIPPED: &[&str] = &["linesegarray", "shapeComment", "script", "pageBorderFill", "caption_", "hiddenComment"];

/// The words of all sections, and what surrounds them.
#[derive(Debug, Default)]
pub(super) struct HwpxContent {
    pub(super) blocks: Vec<Block>,
    pub(super) heads: Vec<Block>,
    pub(super) feet: Vec<Block>,
    pub(super) whole: bool,
    /// What may still be read.
    pub(super) budget: Budget,
    notes: u32,
}

impl HwpxContent {
    /// Nothing yet, of a file of `bytes`.
    pub(super) fn of(bytes: usize) -> Self {
        Self { budget: Budget::of(bytes), ..Self::default() }
    }
}

enum Holder {
    Blocks(Vec<Block>),
    Table(Table),
    Row(Row),
    /// A note or a running head, with the element it ends with.
    Aside(&'static str, Vec<Block>),
}

#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    look: String,
    style: String,
    letters: String,
}

/// A field that is open.
#[derive(Default)]
struct Field {
    command: String,
    /// The address that its command names.
    link: Option<Rc<str>>,
}

struct SectionReader<'a> {
    head: &'a mut Head,
    found: &'a mut HwpxContent,
    holders: Vec<Holder>,
    paragraphs: Vec<Open>,
    skipping: usize,
    collecting: usize,
    deleting: bool,
    links: Vec<Field>,
    /// Tables among `holders`.
    tables: usize,
    /// Fields open inside the innermost one that is kept.
    fields: usize,
    parameter: bool,
    outline: String,
}

/// Reads a section.
pub(super) fn read(part: &str, head: &mut Head, found: &mut HwpxContent) {
    let mut reader = SectionReader {
        head,
        found,
        holders: vec![Holder::Blocks(Vec::new())],
        paragraphs: Vec::new(),
        skipping: 0,
        collecting: 0,
        deleting: false,
        links: Vec::new(),
        tables: 0,
        fields: 0,
        parameter: false,
        outline: "1".to_owned(),
    };
    let whole = xml::read(part, &mut |event| reader.event(event));
    reader.end();
    found.whole = whole;
}

impl SectionReader<'_> {
    fn event(&mut self, event: Event) {
        if self.found.budget.is_spent() {
            return;
        }
        match event {
            Event::Open(element) if self.skipping > 0 || SKIPPED.contains(&element.name()) => self.skipping += 1,
            Event::Close(_) if self.skipping > 0 => self.skipping -= 1,
            Event::Open(element) => self.open(&element),
            Event::Close(name) => self.close(name),
            Event::Text(words) if self.parameter => {
                let fits = |field: &&mut Field| field.command.len() + words.len() <= MAX_LINK_BYTES;
                if let Some(field) = self.links.last_mut().filter(fits) {
                    field.command.push_str(words);
                }
            }
            Event::Text(words) if self.collecting > 0 => self.words(words),
            Event::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element) {
        let value = |name: &str| element.attribute(name).unwrap_or_default();
        let words = |name: &str| element.words(name).unwrap_or_default();
        match element.name() {
            "p" => {
                self.found.budget.block();
                let (look, style) = (value("paraPrIDRef"), value("styleIDRef"));
                self.paragraphs.push(Open { look, style, ..Open::default() });
                self.collecting = 0;
            }
            "run" => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.letters = value("charPrIDRef");
                }
            }
            "secPr" => self.outline = value("outlineShapeIDRef"),
            "t" => self.collecting += 1,
            "lineBreak" => self.words("\n"),
            "tab" if self.collecting > 0 => self.words("\t"),
            "nbSpace" | "fwSpace" => self.words(" "),
            "hyphen" => self.words("-"),
            // Of words with a reading set above them, the words.
            "mainText" | "text" => self.collecting += 1,
            "compose" => self.words(&words("composeText")),
            "textart" => self.words(&words("text").replace(['\r', '\u{240d}'], "").replace('\u{240a}', "\n")),
            "checkBtn" | "radioBtn" => {
                let sign = if value("value") == "CHECKED" { "☑ " } else { "☐ " };
                self.words(&[sign, &words("caption")].concat());
            }
            "comboBox" | "listBox" => self.words(&words("selectedValue")),
            "deleteBegin" => self.deleting = true,
            "deleteEnd" => self.deleting = false,
            "fieldBegin" if self.links.len() < MAX_FIELDS => self.links.push(Field::default()),
            "fieldBegin" => self.fields += 1,
            "fieldEnd" if self.fields > 0 => self.fields -= 1,
            "fieldEnd" => {
                self.links.pop();
            }
            "stringParam" if self.fields == 0 => {
                self.parameter = matches!(value("name").as_str(), "Path" | "Command" | "path");
            }
            "tbl" if self.tables < DEEPEST => {
                self.tables += 1;
                self.holders.push(Holder::Table(Table::default()));
            }
            "tr" if matches!(self.holders.last(), Some(Holder::Table(_))) => {
                self.found.budget.block();
                self.holders.push(Holder::Row(Row { header: true, ..Row::default() }));
            }
            "tc" => {
                self.found.budget.block();
                if let Some(Holder::Row(row)) = self.holders.last_mut() {
                    // A row heads its columns where all its cells do.
                    row.header &= value("header") == "1";
                    self.holders.push(Holder::Blocks(Vec::new()));
                }
            }
            "footNote" => self.aside("footNote"),
            "endNote" => self.aside("endNote"),
            "header" => self.aside("header"),
            "footer" => self.aside("footer"),
            _ => {}
        }
    }

    /// A note or a running head begins, which ends with the element `end`.
    fn aside(&mut self, end: &'static str) {
        self.found.budget.run();
        self.holders.push(Holder::Aside(end, Vec::new()));
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "t" | "mainText" | "text" => self.collecting = self.collecting.saturating_sub(1),
            "stringParam" if self.parameter => {
                self.parameter = false;
                if let Some(field) = self.links.last_mut() {
                    field.link = address(&field.command);
                }
            }
            "tc" | "tr" | "tbl" | "footNote" | "endNote" | "header" | "footer" => self.end_holder(name),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let link = self.links.iter().rev().find_map(|field| field.link.as_deref()).map(str::to_owned);
        let deleted = self.deleting.then(String::new);
        let Some(open) = self.paragraphs.last_mut() else { return };
        let styles = self.head.styles(&open.letters);
        let words = self.found.budget.text(words);
        match open.paragraph.runs.last_mut() {
            Some(run) if run.styles == styles && run.link == link && run.deleted == deleted => run.text.push_str(words),
            _ => {
                self.found.budget.run();
                // An address is carried by each run.
                self.found.budget.text(link.as_deref().unwrap_or_default());
                open.paragraph.runs.push(Run { text: words.to_owned(), styles, link, deleted });
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(open) = self.paragraphs.pop() else { return };
        let mut paragraph = open.paragraph;
        let aside = self.holders.iter().any(|holder| matches!(holder, Holder::Aside(..)));
        let heading = self.head.heading(&open.look).cloned().filter(|_| !paragraph.is_blank());
        if let Some(heading) = heading {
            let short = paragraph.words().chars().count() <= MAX_HEADING_CHARS && !aside;
            if heading.kind == "OUTLINE" && short && self.tables == 0 {
                paragraph.role = Role::Heading(u8::try_from(heading.level.saturating_add(1)).unwrap_or(9).min(9));
            }
            paragraph.label = self.head.next(&heading, &self.outline);
        }
        if self.head.is_caption(&open.style) {
            paragraph.role = Role::Caption;
        }
        self.hold(Block::Paragraph(paragraph));
    }

    fn hold(&mut self, block: Block) {
        let holder = self.holders.iter_mut().rev().find_map(|holder| match holder {
            Holder::Blocks(blocks) | Holder::Aside(_, blocks) => Some(blocks),
            _ => None,
        });
        if let Some(blocks) = holder {
            blocks.push(block);
        }
    }

    fn end_holder(&mut self, name: &str) {
        let fits = match self.holders.last() {
            Some(Holder::Blocks(_)) => name == "tc" && self.holders.len() > 1,
            Some(Holder::Row(_)) => name == "tr",
            Some(Holder::Table(_)) => name == "tbl",
            Some(Holder::Aside(end, _)) => name == *end,
            None => false,
        };
        if !fits {
            return;
        }
        match self.holders.pop() {
            Some(Holder::Blocks(blocks)) => match self.holders.last_mut() {
                Some(Holder::Row(row)) => row.cells.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.hold(block)),
            },
            Some(Holder::Row(row)) => {
                if let Some(Holder::Table(table)) = self.holders.last_mut() {
                    table.rows.push(row);
                }
            }
            Some(Holder::Table(table)) => {
                self.tables -= 1;
                self.hold(Block::Table(table));
            }
            Some(Holder::Aside("header", blocks)) => self.found.heads.extend(blocks),
            Some(Holder::Aside("footer", blocks)) => self.found.feet.extend(blocks),
            Some(Holder::Aside(_, blocks)) => self.note(blocks),
            None => {}
        }
    }

    /// A note belongs to the paragraph in which it stands.
    fn note(&mut self, blocks: Vec<Block>) {
        self.found.notes += 1;
        let label = format!("[{}]", self.found.notes);
        let Some(open) = self.paragraphs.last_mut() else { return };
        let styles = vec![entente_corpus::StyleKind::Super];
        open.paragraph.runs.push(Run { text: label.clone(), styles, ..Run::default() });
        open.paragraph.notes.push(Note { label, blocks });
    }

    fn end(&mut self) {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while self.holders.len() > 1 {
            let name = match self.holders.last() {
                Some(Holder::Blocks(_)) => "tc",
                Some(Holder::Row(_)) => "tr",
                Some(Holder::Aside(end, _)) => end,
                _ => "tbl",
            };
            self.end_holder(name);
        }
        if let Some(Holder::Blocks(blocks)) = self.holders.pop() {
            self.found.blocks.extend(blocks);
        }
    }
}

/// The address in a field's command: "https\://example.org;1;0;0;".
fn address(command: &str) -> Option<Rc<str>> {
    let first = command.split(';').next().unwrap_or("").replace('\\', "");
    (first.contains("://") || first.starts_with("mailto:")).then(|| Rc::from(first))
}
