//! Blocks become the text form and its passages.
//!
//! In: blocks. Out: a text that reads well alone (a blank line between paragraphs, `#` before headings, pipes
//! around cells) and a draft for every passage, with spans into that text.

use entente_corpus::{Anomaly, AnomalyKind, Markup, PassageKind, Piece, Style, StyleKind};
use entente_structure::{Class, PassageDraft, printed};
use entente_text::Span;
use entente_text::order;

use super::block::{Block, Note, Paragraph, Role, Row, Table};

/// Longest bold paragraph that is a heading.
const MAX_BOLD_HEADING_CHARS: usize = 110;
/// Words of a field's label: a bold line after a longer one is a heading.
const LABEL: usize = 3;
/// A cell with more paragraphs than this is a place on the page, not a value.
const MAX_CELL_PARAGRAPHS: usize = 4;
/// Most characters of deleted words that a note quotes.
const QUOTED: usize = 60;

/// A text form in the making.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub(crate) text: String,
    pub(crate) drafts: Vec<PassageDraft>,
    pub(crate) anomalies: Vec<Anomaly>,
    tables: u32,
    /// The title's own level comes above that of all headings.
    titled: bool,
    /// What the last line was: list items and rows stand close.
    last: Option<PassageKind>,
}

impl Writer {
    /// Writes `blocks`.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        self.titled |= blocks.iter().any(|block| matches!(block, Block::Paragraph(p) if p.role == Role::Title));
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(table) => self.table(table),
            }
        }
    }

    /// Writes one line that surrounds the text, and says where.
    pub(crate) fn furniture(&mut self, words: &str) -> Option<Span> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return None;
        }
        self.part(PassageKind::Furniture);
        let span = self.push(&words);
        self.drafts.push(PassageDraft::new(PassageKind::Furniture, span));
        Some(span)
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        if !paragraph.is_blank() {
            self.printed(paragraph);
        }
        self.notes(&paragraph.notes);
    }

    fn printed(&mut self, paragraph: &Paragraph) {
        let label = paragraph.label.as_ref();
        let level = match paragraph.role {
            Role::Title => Some(1),
            Role::Heading(level) => Some(level + u8::from(self.titled)),
            _ => None,
        };
        let item = label.is_some_and(|label| label.bullet || label.level > 1);
        let mut kind = match paragraph.role {
            Role::Title | Role::Heading(_) => PassageKind::Heading,
            Role::Quote => PassageKind::Quote,
            Role::Caption => PassageKind::Caption,
            Role::Furniture => PassageKind::Furniture,
            Role::Text if item => PassageKind::Item,
            Role::Text => PassageKind::Paragraph,
        };
        // A paragraph that is nothing but a deletion stands aside with its words.
        if paragraph.runs.iter().all(|run| run.deleted.is_some() || run.text.trim().is_empty()) {
            kind = PassageKind::Furniture;
        }
        self.part(kind);
        let mut marker: Option<Span> = None;
        if let Some(level) = level.filter(|_| kind == PassageKind::Heading) {
            marker = Some(self.push(&"#".repeat(usize::from(level.clamp(1, 6)))));
            self.text.push(' ');
        }
        if let Some(label) = label {
            let span = self.push(&label.text);
            marker = Some(marker.map_or(span, |mark| Span { start: mark.start, end: span.end }));
            self.text.push(' ');
        }
        let mut draft = PassageDraft::new(kind, Span::default());
        let span = self.runs(paragraph, &mut draft);
        draft.passage.pieces = vec![Piece { span, page: None }];
        draft.passage.marker = marker;
        draft.alone = true;
        if let Some(level) = level.filter(|_| kind == PassageKind::Heading) {
            draft.class = Some(Class::Markdown(level));
        }
        if let Some((label, mark)) = label.zip(marker) {
            if kind == PassageKind::Item {
                draft.passage.level = label.level;
            }
            let digits = label.text.trim_matches(|c: char| !c.is_alphanumeric());
            if !label.bullet && !digits.is_empty() {
                let at = mark.end as usize - label.text.len() + label.text.find(digits).unwrap_or(0);
                draft.passage.number = Some(Span::new(at, at + digits.len()));
            }
        }
        if kind == PassageKind::Paragraph {
            let words = paragraph.words();
            let bare = words.trim();
            let heads = paragraph.is_bold()
                && bare.chars().count() <= MAX_BOLD_HEADING_CHARS
                && !bare.ends_with(['.', ';', ',', '?', '!'])
                && bare.split_once(": ").is_none_or(|(name, _)| name.split(' ').count() > LABEL)
                && bare.contains(char::is_alphabetic);
            if label.is_none() && draft.passage.markup.is_empty() {
                printed(&self.text, &mut draft);
            }
            if heads && draft.class.is_none() && draft.passage.kind == PassageKind::Paragraph {
                draft.class = Some(Class::Bold);
                draft.passage.kind = PassageKind::Heading;
            }
        }
        self.drafts.push(draft);
    }

    /// Writes the runs of `paragraph`; where they stand.
    fn runs(&mut self, paragraph: &Paragraph, draft: &mut PassageDraft) -> Span {
        let start = self.text.len();
        // The cells of a row share one draft: what is there of the cells before is not gone over again.
        let mut before = std::mem::take(&mut draft.passage.styles);
        for run in &paragraph.runs {
            if run.text.is_empty() {
                continue;
            }
            let cell = self.last == Some(PassageKind::Row);
            if let Some(who) = &run.deleted {
                self.deleted(&run.text, who, cell, draft);
                continue;
            }
            let from = self.text.len();
            self.words(&run.text, cell, draft);
            let span = Span::new(from, self.text.len());
            for kind in &run.styles {
                style(&mut draft.passage.styles, Style { span, kind: *kind, target: None });
            }
            if let Some(target) = run.link.as_ref().filter(|target| !target.is_empty()) {
                let target = Some(target.clone());
                style(&mut draft.passage.styles, Style { span, kind: StyleKind::Link, target });
            }
        }
        // White space at the ends belongs to no passage.
        let words = &self.text[start..];
        let from = start + words.len() - words.trim_start().len();
        let to = from + words.trim().len();
        draft.passage.styles.retain(|style| style.span.start < style.span.end);
        order::sort_by_key(&mut draft.passage.styles, |style| (style.span, style.kind));
        before.append(&mut draft.passage.styles);
        draft.passage.styles = before;
        Span::new(from, to)
    }

    /// Writes words, on one line where they stand in a cell.
    fn words(&mut self, words: &str, cell: bool, draft: &mut PassageDraft) {
        for c in words.chars() {
            match c {
                '\n' if cell => self.text.push(' '),
                '|' if cell => {
                    let at = self.text.len();
                    draft.passage.markup.push(Markup { span: Span::new(at, at + 1), shows: String::new() });
                    self.text.push_str("\\|");
                }
                '\r' | '\u{c}' => self.text.push(' '),
                c => self.text.push(c),
            }
        }
    }

    /// Writes words that a tracked change has deleted: in the text form, not in the reading text.
    fn deleted(&mut self, words: &str, who: &str, cell: bool, draft: &mut PassageDraft) {
        let furniture = draft.passage.kind == PassageKind::Furniture;
        let from = self.text.len();
        let kept = draft.passage.markup.len();
        self.text.push_str("~~");
        self.words(words, cell, draft);
        self.text.push_str("~~");
        // All of it is markup.
        draft.passage.markup.truncate(kept);
        let to = self.text.len();
        let marks = if furniture { vec![(from, from + 2), (to - 2, to)] } else { vec![(from, to)] };
        for (start, end) in marks {
            draft.passage.markup.push(Markup { span: Span::new(start, end), shows: String::new() });
        }
        let kind = StyleKind::Deleted;
        draft.passage.styles.push(Style { span: Span::new(from + 2, to - 2), kind, target: None });
        let cut = words.char_indices().nth(QUOTED).map_or(words.len(), |(at, _)| at);
        let more = if cut < words.len() { "…" } else { "" };
        let by = if who.is_empty() { String::new() } else { format!(" by {who}") };
        if words.trim().is_empty() {
            return;
        }
        self.anomalies.push(Anomaly {
            kind: AnomalyKind::ConversionDebris,
            passage: None,
            span: Span::new(from, to),
            detail: format!("a tracked change{by} deletes “{}{more}”; the file still carries it", words[..cut].trim()),
            rule: "tracked-deletion".to_owned(),
        });
    }

    fn notes(&mut self, notes: &[Note]) {
        let of = u32::try_from(self.drafts.len()).ok().and_then(|n| n.checked_sub(1));
        for note in notes {
            let paragraphs = note.blocks.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) if !paragraph.is_blank() => Some(paragraph),
                _ => None,
            });
            for (n, paragraph) in paragraphs.enumerate() {
                self.part(PassageKind::Note);
                let mut draft = PassageDraft::new(PassageKind::Note, Span::default());
                if n == 0 && !note.label.is_empty() {
                    draft.passage.marker = Some(self.push(&note.label));
                    self.text.push(' ');
                }
                if let Some(label) = &paragraph.label {
                    let span = self.push(&label.text);
                    let start = draft.passage.marker.map_or(span.start, |mark| mark.start);
                    draft.passage.marker = Some(Span { start, end: span.end });
                    self.text.push(' ');
                }
                let span = self.runs(paragraph, &mut draft);
                draft.passage.pieces = vec![Piece { span, page: None }];
                draft.passage.of = of;
                self.drafts.push(draft);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let number = self.tables;
        let rows = table.rows.iter().filter(|row| !row.cells.iter().all(|cell| is_blank(cell)));
        let mut notes = Vec::new();
        let mut first = true;
        for row in rows {
            if is_place(row) {
                for cell in &row.cells {
                    self.blocks(cell);
                }
                continue;
            }
            self.row(row, number, &mut notes);
            if first && table.rows.len() > 1 {
                self.text.push_str("\n|");
                self.text.push_str(&"---|".repeat(row.cells.len()));
            }
            first = false;
            self.tables = number + 1;
        }
        self.notes(&notes);
    }

    fn row(&mut self, row: &Row, table: u32, notes: &mut Vec<Note>) {
        self.part(PassageKind::Row);
        let mut draft = PassageDraft::new(PassageKind::Row, Span::default());
        draft.passage.pieces.clear();
        draft.passage.table = Some(table);
        draft.passage.header = row.header;
        self.text.push('|');
        for cell in &row.cells {
            self.text.push(' ');
            let mut span: Option<Span> = None;
            for paragraph in paragraphs(cell) {
                if span.is_some() {
                    self.text.push(' ');
                }
                if let Some(label) = paragraph.label.as_ref().filter(|_| !paragraph.is_blank()) {
                    let at = self.push(&label.text);
                    span.get_or_insert(at);
                    self.text.push(' ');
                }
                let words = self.runs(paragraph, &mut draft);
                span = Some(span.map_or(words, |span| Span { start: span.start, end: words.end.max(span.end) }));
                notes.extend(paragraph.notes.iter().cloned());
            }
            let at = self.text.len();
            draft.passage.pieces.push(Piece { span: span.unwrap_or(Span::new(at, at)), page: None });
            self.text.push_str(" |");
        }
        self.drafts.push(draft);
    }

    /// Starts a line, after a blank one unless both lines belong close together.
    fn part(&mut self, kind: PassageKind) {
        let close = matches!(kind, PassageKind::Item | PassageKind::Row | PassageKind::Furniture);
        if let Some(last) = self.last.replace(kind) {
            self.text.push_str(if close && last == kind { "\n" } else { "\n\n" });
        }
    }

    fn push(&mut self, words: &str) -> Span {
        let from = self.text.len();
        self.text.push_str(words);
        Span::new(from, self.text.len())
    }
}

/// Adds `style`, as part of the one it goes on from.
fn style(styles: &mut Vec<Style>, style: Style) {
    let goes_on = styles
        .iter_mut()
        .rev()
        .take(4)
        .find(|last| last.kind == style.kind && last.target == style.target && last.span.end == style.span.start);
    match goes_on {
        Some(last) => last.span.end = style.span.end,
        None => styles.push(style),
    }
}

fn paragraphs(cell: &[Block]) -> impl Iterator<Item = &Paragraph> {
    cell.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    })
}

fn is_blank(cell: &[Block]) -> bool {
    cell.iter().all(|block| match block {
        Block::Paragraph(paragraph) => paragraph.is_blank() && paragraph.notes.is_empty(),
        Block::Table(_) => false,
    })
}

/// True for a row that only places paragraphs on the page: it spans the table, or a cell of it is a text of its own.
fn is_place(row: &Row) -> bool {
    let spans = row.cells.len() == 1;
    let place = |cell: &Vec<Block>| {
        let nested = cell.iter().any(|block| matches!(block, Block::Table(_)));
        let headed = paragraphs(cell).any(|paragraph| matches!(paragraph.role, Role::Title | Role::Heading(_)));
        nested || headed || paragraphs(cell).filter(|paragraph| !paragraph.is_blank()).count() > MAX_CELL_PARAGRAPHS
    };
    spans || row.cells.iter().any(place)
}
