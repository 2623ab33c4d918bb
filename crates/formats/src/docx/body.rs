//! The parts with words: body, notes, comments, running heads and feet.
//!
//! In: a part's XML. Out: blocks. Tracked insertions are kept as words; deletions are kept apart; words that
//! are set hidden are counted and left out.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_corpus::StyleKind;
use entente_text::order;

use super::super::block::{Block, Note, Paragraph, Role, Row, Run, Table};
use super::super::budget::Budget;
use super::super::xml::{self, Element, Event};
use super::styles::{Numbering, Styles, is_on, roman};
use super::symbols;

/// Tables deeper than this are read as if they stood in the one around them.
const DEEPEST: usize = 12;

/// Longest address of a link that is kept, and longest name of an author.
const MAX_LINK_BYTES: usize = 4_096;
const MAX_AUTHOR_BYTES: usize = 256;

/// What stands below elements that hold no words of the document, or an older state of it.
const SKIPPED: &[&str] = &[
    "Fallback",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "sectPr",
    "sdtPr",
    "tblPr",
    "tblGrid",
    "rt",
    "binData",
];

/// What the parts refer to.
#[derive(Debug, Default)]
pub(super) struct Context {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    /// Addresses of links, by id of the part that is read.
    pub(super) links: BTreeMap<String, String>,
    /// Footnotes ("f1"), endnotes ("e1") and comments ("c1").
    pub(super) notes: BTreeMap<String, Note>,
    /// Characters that are set hidden.
    pub(super) hidden: usize,
    /// Footnotes and endnotes referred to so far.
    pub(super) footnotes: u32,
    pub(super) endnotes: u32,
    /// Runs that a tracked change has put in.
    pub(super) inserted: usize,
    /// What may still be read.
    pub(super) budget: Budget,
}

/// Reads a part; its blocks, and false where it breaks off.
pub(super) fn read(part: &str, context: &mut Context) -> (Vec<Block>, bool) {
    let mut reader = BodyReader::new(context);
    let whole = xml::read(part, &mut |event| reader.event(event));
    (reader.end(), whole)
}

/// Reads a part of notes: those of `element`, by their ids after `key`.
pub(super) fn notes(part: &str, element: &'static str, key: char, context: &mut Context) {
    let mut reader = BodyReader::new(context);
    reader.each = Some((element, key));
    xml::read(part, &mut |event| reader.event(event));
    let found = std::mem::take(&mut reader.found);
    context.notes.extend(found);
}

enum Holder {
    Blocks(Vec<Block>),
    Table(Table),
    Row(Row),
}

/// Where a field stands: its instructions are no words, its result is.
#[derive(Default)]
struct Field {
    instruction: String,
    result: bool,
}

struct BodyReader<'a> {
    context: &'a mut Context,
    /// What is open, from the whole inwards.
    holders: Vec<Holder>,
    paragraphs: Vec<Open>,
    /// Elements open below one that is skipped.
    skipping: usize,
    fields: Vec<Field>,
    /// How many of the fields have not come to their result.
    instructions: usize,
    /// Authors of the tracked deletions around.
    deletions: Vec<String>,
    insertions: usize,
    /// For each link that is open, the address of the text inside it.
    links: Vec<Option<Rc<str>>>,
    collecting: bool,
    instructing: bool,
    /// Notes to collect, and those found.
    each: Option<(&'static str, char)>,
    note: Option<(String, String)>,
    found: BTreeMap<String, Note>,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    style: String,
    /// True if the style of the paragraph is bold.
    bold: bool,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    /// In its own properties; in those of a run.
    own: bool,
    properties: bool,
    run: Option<Look>,
}

#[derive(Clone, Default)]
struct Look {
    /// True if the run's own style is bold.
    styled: bool,
    bold: Option<bool>,
    others: Vec<StyleKind>,
    hidden: bool,
}

impl Look {
    /// Adds a kind once, however often it is said.
    fn add(&mut self, kind: StyleKind) {
        if !self.others.contains(&kind) {
            self.others.push(kind);
        }
    }
}

impl<'a> BodyReader<'a> {
    fn new(context: &'a mut Context) -> Self {
        Self {
            context,
            holders: vec![Holder::Blocks(Vec::new())],
            paragraphs: Vec::new(),
            skipping: 0,
            fields: Vec::new(),
            instructions: 0,
            deletions: Vec::new(),
            insertions: 0,
            links: Vec::new(),
            collecting: false,
            instructing: false,
            each: None,
            note: None,
            found: BTreeMap::new(),
        }
    }

    fn event(&mut self, event: Event) {
        if self.context.budget.is_spent() {
            return;
        }
        match event {
            Event::Open(element) if self.skipping > 0 || SKIPPED.contains(&element.name()) => self.skipping += 1,
            Event::Close(_) if self.skipping > 0 => self.skipping -= 1,
            Event::Open(element) => self.open(&element),
            Event::Close(name) => self.close(name),
            Event::Text(words) if self.collecting && self.skipping == 0 => {
                // Line ends of the XML are not line ends of the text.
                let words: String = words.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect();
                self.words(&symbols::readable(&words));
            }
            Event::Text(words) if self.instructing => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(self.context.budget.text(words));
                }
            }
            Event::Text(_) => {}
        }
    }

    fn open(&mut self, element: &Element) {
        let value = || element.attribute("val");
        let name = element.name();
        if self.each.is_some_and(|(each, _)| each == name) {
            self.holders.truncate(1);
            self.holders.push(Holder::Blocks(Vec::new()));
            let separates = element.attribute("type").is_some_and(|kind| kind.to_lowercase().contains("separat"));
            let id = element.attribute("id").filter(|_| !separates);
            self.note = id.map(|id| (id, short(element.words("author"), MAX_AUTHOR_BYTES)));
            return;
        }
        match name {
            "p" => {
                self.context.budget.block();
                self.paragraphs.push(Open::default());
            }
            "tbl" if self.depth() < DEEPEST => self.holders.push(Holder::Table(Table::default())),
            "tr" if matches!(self.holders.last(), Some(Holder::Table(_))) => {
                self.context.budget.block();
                self.holders.push(Holder::Row(Row::default()));
            }
            "tc" if matches!(self.holders.last(), Some(Holder::Row(_))) => {
                self.context.budget.block();
                self.holders.push(Holder::Blocks(Vec::new()));
            }
            "tblHeader" => {
                if let Some(Holder::Row(row)) = self.holders.last_mut() {
                    row.header = is_on(value().as_deref());
                }
            }
            "del" | "moveFrom" if !self.in_properties() => {
                self.deletions.push(short(element.words("author"), MAX_AUTHOR_BYTES));
            }
            "ins" | "moveTo" if !self.in_properties() => self.insertions += 1,
            "hyperlink" => {
                let target = element.attribute("id").and_then(|id| self.context.links.get(&id).cloned());
                self.link(target);
            }
            "fldChar" => self.field(&element.attribute("fldCharType").unwrap_or_default()),
            "instrText" => self.instructing = true,
            "t" | "delText" => self.collecting = true,
            "br" | "cr" if self.in_run() => self.words("\n"),
            "tab" | "ptab" if self.in_run() => self.words("\t"),
            "noBreakHyphen" if self.in_run() => self.words("\u{2011}"),
            "sym" if self.in_run() => {
                let code = element.attribute("char");
                let number = code.as_deref().and_then(|code| u32::from_str_radix(code, 16).ok());
                let font = element.attribute("font").unwrap_or_default();
                match number.and_then(|number| symbols::character(&font, number)) {
                    Some(sign) => self.words(sign.encode_utf8(&mut [0; 4])),
                    None => self.words(symbol(code.as_deref())),
                }
            }
            "footnoteReference" => self.refer('f', element),
            "endnoteReference" => self.refer('e', element),
            "commentReference" => self.refer('c', element),
            _ => self.property(element),
        }
    }

    /// A field begins, comes to its result, or ends.
    fn field(&mut self, what: &str) {
        if what == "begin" {
            self.fields.push(Field::default());
            self.instructions += 1;
        } else if let Some(field) = self.fields.last_mut().filter(|_| what == "separate") {
            if !field.result {
                field.result = true;
                self.instructions -= 1;
                let target = link_of(&field.instruction);
                self.link(Some(target));
            }
        } else if what == "end"
            && let Some(field) = self.fields.pop()
        {
            if field.result {
                self.links.pop();
            } else {
                self.instructions -= 1;
            }
        }
    }

    /// A link begins; one without an address leaves that of the link around it.
    fn link(&mut self, target: Option<String>) {
        let target = target.filter(|target| !target.is_empty() && target.len() <= MAX_LINK_BYTES);
        self.links.push(target.map_or_else(|| self.links.last().cloned().flatten(), |target| Some(Rc::from(target))));
    }

    /// What a paragraph's or a run's properties say.
    fn property(&mut self, element: &Element) {
        let Some(open) = self.paragraphs.last_mut() else { return };
        let value = || element.attribute("val");
        let on = || is_on(value().as_deref());
        match element.name() {
            "pPr" => open.own = true,
            "r" => open.run = Some(Look::default()),
            "rPr" => open.properties = true,
            "pStyle" if open.own => {
                open.style = value().unwrap_or_default();
                open.bold = self.context.styles.is_bold(&open.style);
            }
            "outlineLvl" if open.own => open.outline = value().and_then(|value| value.parse().ok()),
            "numId" if open.own => open.list = value(),
            "ilvl" if open.own => open.level = value().and_then(|value| value.parse().ok()),
            name => {
                let Some(look) = open.run.as_mut().filter(|_| open.properties && !open.own) else { return };
                match name {
                    "rStyle" => look.styled = value().is_some_and(|style| self.context.styles.is_bold(&style)),
                    "b" => look.bold = Some(on()),
                    "vanish" => look.hidden = on(),
                    "i" if on() => look.add(StyleKind::Emphasis),
                    "u" if on() => look.add(StyleKind::Underline),
                    "strike" | "dstrike" if on() => look.add(StyleKind::Deleted),
                    "vertAlign" => match value().as_deref() {
                        Some("superscript") => look.add(StyleKind::Super),
                        Some("subscript") => look.add(StyleKind::Sub),
                        _ => {}
                    },
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        if self.each.is_some_and(|(each, _)| each == name) {
            return self.end_note();
        }
        match name {
            "p" => self.end_paragraph(),
            "t" | "delText" => self.collecting = false,
            "instrText" => self.instructing = false,
            "hyperlink" => {
                self.links.pop();
            }
            "del" | "moveFrom" if !self.in_properties() => {
                self.deletions.pop();
            }
            "ins" | "moveTo" if !self.in_properties() => self.insertions = self.insertions.saturating_sub(1),
            "tc" | "tr" | "tbl" => self.end_holder(name),
            _ => {
                let Some(open) = self.paragraphs.last_mut() else { return };
                match name {
                    "pPr" => open.own = false,
                    "rPr" => open.properties = false,
                    "r" => open.run = None,
                    _ => {}
                }
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(open) = self.paragraphs.pop() else { return };
        let mut paragraph = open.paragraph;
        paragraph.role = match open.outline {
            Some(level) if level < 9 => Role::Heading(level + 1),
            Some(_) => Role::Text,
            None => self.context.styles.role(&open.style),
        };
        let inherited = self.context.styles.list(&open.style);
        let level = open.level.or(inherited.as_ref().map(|(_, level)| *level)).unwrap_or(0);
        let list = open.list.or(inherited.map(|(list, _)| list)).filter(|list| list != "0");
        if let Some(list) = list.filter(|_| !paragraph.is_blank()) {
            paragraph.label = self.context.numbering.next(&list, level);
        }
        self.hold(Block::Paragraph(paragraph));
    }

    fn end_holder(&mut self, name: &str) {
        match (name, self.holders.last()) {
            ("tc", Some(Holder::Blocks(_))) if self.holders.len() > 1 => {
                let Some(Holder::Blocks(blocks)) = self.holders.pop() else { return };
                match self.holders.last_mut() {
                    Some(Holder::Row(row)) => row.cells.push(blocks),
                    _ => blocks.into_iter().for_each(|block| self.hold(block)),
                }
            }
            ("tr", Some(Holder::Row(_))) => {
                let Some(Holder::Row(row)) = self.holders.pop() else { return };
                if let Some(Holder::Table(table)) = self.holders.last_mut() {
                    table.rows.push(row);
                }
            }
            ("tbl", Some(Holder::Table(_))) => {
                let Some(Holder::Table(mut table)) = self.holders.pop() else { return };
                head(&mut table);
                self.hold(Block::Table(table));
            }
            _ => {}
        }
    }

    /// Puts a block where blocks are being collected.
    fn hold(&mut self, block: Block) {
        let holder = self.holders.iter_mut().rev().find_map(|holder| match holder {
            Holder::Blocks(blocks) => Some(blocks),
            _ => None,
        });
        if let Some(blocks) = holder {
            blocks.push(block);
        }
    }

    fn words(&mut self, words: &str) {
        let inside = self.instructions > 0;
        let deleted = self.deletions.last().cloned();
        let link = self.links.last().cloned().flatten().map(|link| link.to_string());
        let inserted = self.insertions > 0;
        let Some(open) = self.paragraphs.last_mut().filter(|_| !inside) else { return };
        let look = open.run.clone().unwrap_or_default();
        if look.hidden {
            self.context.hidden += words.trim().chars().count();
            return;
        }
        self.context.inserted += usize::from(inserted && deleted.is_none() && !words.trim().is_empty());
        let bold = look.bold.unwrap_or(look.styled || open.bold);
        let mut styles = look.others;
        if bold {
            styles.push(StyleKind::Strong);
        }
        order::sort(&mut styles);
        let words = self.context.budget.text(words);
        match open.paragraph.runs.last_mut() {
            Some(run) if run.styles == styles && run.link == link && run.deleted == deleted => run.text.push_str(words),
            _ => {
                self.context.budget.run();
                // An address is carried by each run.
                self.context.budget.text(link.as_deref().unwrap_or_default());
                open.paragraph.runs.push(Run { text: words.to_owned(), styles, link, deleted });
            }
        }
    }

    fn refer(&mut self, key: char, element: &Element) {
        let Some(id) = element.attribute("id") else { return };
        let Some(known) = self.context.notes.get_mut(&format!("{key}{id}")) else { return };
        let Some(open) = self.paragraphs.last_mut() else { return };
        self.context.budget.run();
        // Notes are counted where they are referred to, as they are printed.
        if known.label.is_empty() {
            let count = if key == 'f' { &mut self.context.footnotes } else { &mut self.context.endnotes };
            *count += 1;
            let count = if key == 'f' { count.to_string() } else { roman(*count).to_lowercase() };
            known.label = format!("[{count}]");
        }
        // What is referred to again stands where it was referred to first.
        let note = Note { label: known.label.clone(), blocks: std::mem::take(&mut known.blocks) };
        if key != 'c' {
            let styles = vec![StyleKind::Super];
            open.paragraph.runs.push(Run { text: note.label.clone(), styles, ..Run::default() });
        }
        open.paragraph.notes.push(note);
    }

    fn end_note(&mut self) {
        while self.holders.len() > 2 {
            let name = match self.holders.last() {
                Some(Holder::Blocks(_)) => "tc",
                Some(Holder::Row(_)) => "tr",
                _ => "tbl",
            };
            self.end_holder(name);
        }
        let blocks = match self.holders.pop() {
            Some(Holder::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        };
        self.holders.clear();
        self.holders.push(Holder::Blocks(Vec::new()));
        let (Some((id, author)), Some((_, key))) = (self.note.take(), self.each) else { return };
        let label = match key {
            'c' if author.is_empty() => "[comment]".to_owned(),
            'c' => format!("[comment, {}]", author.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => String::new(),
        };
        self.found.insert(format!("{key}{id}"), Note { label, blocks });
    }

    fn end(mut self) -> Vec<Block> {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while self.holders.len() > 1 {
            let name = match self.holders.last() {
                Some(Holder::Blocks(_)) => "tc",
                Some(Holder::Row(_)) => "tr",
                _ => "tbl",
            };
            self.end_holder(name);
        }
        match self.holders.pop() {
            Some(Holder::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    fn depth(&self) -> usize {
        self.holders.iter().filter(|holder| matches!(holder, Holder::Table(_))).count()
    }

    fn in_properties(&self) -> bool {
        self.paragraphs.last().is_some_and(|open| open.own || open.properties)
    }

    fn in_run(&self) -> bool {
        self.paragraphs.last().is_some_and(|open| open.run.is_some() && !open.properties && !open.own)
    }
}

/// A first row in bold heads the columns, where the rows below are not.
fn head(table: &mut Table) {
    let bold = |row: &Row| {
        let mut words = row.cells.iter().flatten().filter_map(|block| match block {
            Block::Paragraph(paragraph) if !paragraph.is_blank() => Some(paragraph),
            _ => None,
        });
        let mut any = false;
        words.all(|paragraph| {
            any = true;
            paragraph.is_bold()
        }) && any
    };
    let below = table.rows.get(1).is_some_and(|row| !bold(row));
    if let Some(first) = table.rows.first_mut().filter(|first| below && first.cells.len() > 1 && bold(first)) {
        first.header = true;
    }
}

/// `value` within `most` bytes.
fn short(value: Option<String>, most: usize) -> String {
    let mut value = value.unwrap_or_default();
    value.truncate(value.floor_char_boundary(most));
    value
}

/// The address of a `HYPERLINK "…"` field.
fn link_of(instruction: &str) -> String {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK").unwrap_or("").trim_start();
    let inside = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or("");
    inside.to_owned()
}

/// A sign of a symbol font.
fn symbol(code: Option<&str>) -> &'static str {
    match code.and_then(|code| u32::from_str_radix(code, 16).ok()).map(|code| code & 0xff) {
        Some(0x6f | 0x71 | 0xa8) => "☐",
        Some(0x78 | 0xfd | 0x53) => "☒",
        Some(0xfe | 0x52) => "☑",
        Some(0xfc | 0xd6) => "✓",
        Some(0xb7 | 0xa7 | 0x6c | 0x6e) => "•",
        Some(0xe0) => "→",
        Some(0x2d) => "-",
        _ => "\u{fffd}",
    }
}
