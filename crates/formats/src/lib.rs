//! Files as text: what sort of file it is, and its letters.
//!
//! In: a file's bytes. Out: its text as it is written (`decode`), or, if the format is not text, a text form with its
//! passages in the making (an [`ExtractedText`]), or why it cannot be read. Everything else is spans over that text.

mod block;
pub mod bounded_text;
#[cfg(test)]
mod bounds;
mod budget;
pub mod decode;
pub mod docx;
pub mod format;
pub mod hwpx;
pub mod layout;
mod package;
pub mod pdf;
#[cfg(test)]
mod properties;
pub mod records;
mod source;
mod write;
mod xml;

use std::borrow::Cow;

use entente_corpus::{Anomaly, MetadataField};
use entente_structure::PassageDraft;
use entente_structure::metadata::Property;
use entente_text::Span;

pub use self::budget::BOUNDED_READING;
/// Packages of parts, for tests.
#[cfg(any(test, feature = "testing"))]
pub use self::package::testing;
pub use self::source::Source;

use self::package::Fault;
use self::write::Writer;

/// A file as text.
#[derive(Debug)]
pub struct ExtractedText {
    /// The text form.
    pub text: String,
    /// Its passages in the making.
    pub drafts: Vec<PassageDraft>,
    /// What is odd in the file.
    pub anomalies: Vec<Anomaly>,
    /// What the file says of itself.
    pub properties: Vec<Property>,
}

/// Why a file cannot be read, and what a person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why. If it is a bound, it names the count.
    pub reason: Cow<'static, str>,
    /// What a person can do.
    pub hint: &'static str,
}

impl ExtractedText {
    fn of(writer: Writer, properties: Vec<Property>) -> Self {
        let Writer { text, drafts, anomalies, .. } = writer;
        Self { text, drafts, anomalies, properties }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Damaged => Self::new("it is damaged or cut off", "Save the document again."),
            Fault::Encrypted => Self::new("it is protected by a password", "Save it without a password."),
            Fault::TooLarge => Self::too_large(package::LARGEST),
        }
    }
}

impl Refusal {
    fn new(reason: &'static str, hint: &'static str) -> Self {
        Self { reason: Cow::Borrowed(reason), hint }
    }

    /// It would inflate to more than `bytes`.
    fn too_large(bytes: u64) -> Self {
        let reason = format!("it inflates to more than {} MB", bytes / 1024 / 1024);
        Self { reason: Cow::Owned(reason), hint: TOO_LARGE_HINT }
    }
}

/// What a person can do if a file has too much of something.
const TOO_LARGE_HINT: &str = "Save it as text, or split it.";

/// Longest value of what a file says of itself.
const MAX_PROPERTY_BYTES: usize = 2_000;

/// Writes what a file says of itself as lines of the text form.
fn properties<'a>(known: impl Iterator<Item = (MetadataField, &'a str)>, writer: &mut Writer) -> Vec<Property> {
    let mut out = Vec::new();
    for (field, value) in known {
        let mut value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        // What a file says of itself is shown in lists.
        value.truncate(value.floor_char_boundary(MAX_PROPERTY_BYTES));
        value.truncate(value.trim_end().len());
        if value.is_empty() {
            continue;
        }
        if let Some(span) = writer.furniture(&format!("{field}: {value}")) {
            let start = span.end as usize - value.len();
            out.push(Property { field, span: Span::new(start, span.end as usize) });
        }
    }
    out
}
