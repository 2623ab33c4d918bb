//! What a text consists of, whatever it is written as.

/// A text that can be written as a Word file, as Markdown and as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    /// The title; it is the first heading.
    pub title: String,
    /// Language of the text, a BCP 47 tag.
    pub language: String,
    /// How the text is to be handled; on every page of a Word file.
    pub marking: Option<String>,
    /// Where the text comes from, in one line; at the foot of every page of a Word file.
    pub origin: Option<String>,
    /// The text below its title.
    pub blocks: Vec<Block>,
    /// Footnotes, which runs refer to by their place in this list, from 1.
    pub footnotes: Vec<Vec<Run>>,
}

impl RichText {
    /// A text with a title and nothing below it.
    #[must_use]
    pub fn new(title: &str, language: &str) -> Self {
        Self { title: title.to_owned(), language: language.to_owned(), ..Self::default() }
    }

    /// The same with one block more.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Adds a footnote; the run that refers to it.
    pub fn footnote(&mut self, runs: Vec<Run>) -> Run {
        self.footnotes.push(runs);
        Run { link: Link::Footnote(self.footnotes.len()), ..Run::default() }
    }
}

/// A heading or a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; its level is 1 to 6, and the title is 1.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// The words of another text.
    Quotation(Vec<Run>),
    /// A line in small type about the block above it.
    Remark(Vec<Run>),
    /// Words of the author of the text, as opposed to quotations.
    Note(Vec<Run>),
    /// An entry of a list without numbers.
    Item(Vec<Run>),
    /// A numbered source, to which runs refer by its number.
    Source(usize, Vec<Run>),
}

impl Block {
    /// The words of the block.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        match self {
            Self::Heading(_, runs)
            | Self::Paragraph(runs)
            | Self::Quotation(runs)
            | Self::Remark(runs)
            | Self::Note(runs)
            | Self::Item(runs)
            | Self::Source(_, runs) => runs,
        }
    }
}

/// Words that are set alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words. Empty in a reference to a footnote, which is shown by its number.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Where they lead.
    pub link: Link,
}

impl Run {
    /// Words without any style.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words in bold type.
    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { style: Style { bold: true, ..Style::default() }, ..Self::plain(text) }
    }

    /// Words in italic type.
    #[must_use]
    pub fn italic(text: impl Into<String>) -> Self {
        Self { style: Style { italic: true, ..Style::default() }, ..Self::plain(text) }
    }

    /// Underlined words: those that only one of two compared texts has.
    #[must_use]
    pub fn underlined(text: impl Into<String>) -> Self {
        Self { style: Style { underline: true, ..Style::default() }, ..Self::plain(text) }
    }

    /// Words struck through: those that only the other text has.
    #[must_use]
    pub fn struck(text: impl Into<String>) -> Self {
        Self { style: Style { strike: true, ..Style::default() }, ..Self::plain(text) }
    }

    /// The same words as a reference to a numbered source.
    #[must_use]
    pub fn to_source(self, number: usize) -> Self {
        Self { link: Link::Source(number), ..self }
    }

    /// The same words as a link to a web or mail address. Any other address is left out by the writers.
    #[must_use]
    pub fn to_address(self, address: impl Into<String>) -> Self {
        Self { link: Link::Address(address.into()), ..self }
    }
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// In bold type.
    pub bold: bool,
    /// In italic type.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Struck through.
    pub strike: bool,
}

/// Where words lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// Nowhere.
    #[default]
    Nowhere,
    /// To the numbered source.
    Source(usize),
    /// To the footnote.
    Footnote(usize),
    /// To an address.
    Address(String),
}

impl Link {
    /// The address, if it is one that a reader can open without harm: web or mail.
    pub(crate) fn address(&self) -> Option<&str> {
        let Self::Address(address) = self else { return None };
        let is_harmless = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        is_harmless.then_some(address)
    }
}
