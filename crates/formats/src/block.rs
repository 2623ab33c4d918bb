//! What office documents are made of, before they have a text.
//!
//! It is the meeting point of the format readers, which make blocks, and of the writer, which makes the text form.

use entente_corpus::StyleKind;

/// A paragraph or a table.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// What a paragraph's style says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// Running text.
    #[default]
    Text,
    /// The document's title.
    Title,
    /// A heading, with its level from 1.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A table's or a picture's caption.
    Caption,
    /// What surrounds the text: a line of a table of contents, a running head or foot.
    Furniture,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) role: Role,
    pub(crate) label: Option<Label>,
    pub(crate) runs: Vec<Run>,
    /// Footnotes and comments that it refers to, in order.
    pub(crate) notes: Vec<Note>,
}

/// Bytes of a list's pattern that are read, and of a label before it is cut: it stands before thousands of paragraphs.
const MAX_LABEL_BYTES: usize = 100;

/// What a list prints before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// As printed: "•", "15.", "(a)".
    pub(crate) text: String,
    /// Depth in the list, from 1.
    pub(crate) level: u8,
    /// True for a bullet, which counts nothing.
    pub(crate) bullet: bool,
}

impl Label {
    /// The beginning of a list's pattern: "제%1장".
    pub(crate) fn pattern(text: &str) -> &str {
        &text[..text.floor_char_boundary(MAX_LABEL_BYTES)]
    }

    /// True if `text` is as long as a label may be.
    pub(crate) fn is_full(text: &str) -> bool {
        text.len() >= MAX_LABEL_BYTES
    }
}

/// Words set in one way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) styles: Vec<StyleKind>,
    pub(crate) link: Option<String>,
    /// Who deleted it as a tracked change that is still in the file.
    pub(crate) deleted: Option<String>,
}

/// A footnote, endnote or comment.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// "[1]", "[comment, A. Author]".
    pub(crate) label: String,
    pub(crate) blocks: Vec<Block>,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// Column heads.
    pub(crate) header: bool,
    pub(crate) cells: Vec<Vec<Block>>,
}

impl Paragraph {
    /// True if nothing is printed.
    pub(crate) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// True if all its words are bold.
    pub(crate) fn is_bold(&self) -> bool {
        let mut printed =
            self.runs.iter().filter(|run| !run.text.trim().is_empty() && run.deleted.is_none()).peekable();
        printed.peek().is_some() && printed.all(|run| run.styles.contains(&StyleKind::Strong))
    }

    /// Its words without those deleted.
    pub(crate) fn words(&self) -> String {
        self.runs.iter().filter(|run| run.deleted.is_none()).map(|run| run.text.as_str()).collect()
    }
}
