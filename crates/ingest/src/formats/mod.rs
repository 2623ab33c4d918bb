//! Formats that are no text: each becomes a text form with its passages.
//!
//! In: a file's bytes. Out: a [`Form`], or why it cannot be read. Everything else is spans over the text form.

mod block;
pub(crate) mod docx;
pub(crate) mod hwpx;
pub(crate) mod package;
pub(crate) mod pdf;
#[cfg(test)]
mod properties;
pub(crate) mod records;
mod write;
mod xml;

use entente_corpus::Anomaly;
use entente_text::Span;

use self::package::Fault;
use self::write::Writer;
use crate::structure::Draft;

/// A file as text.
#[derive(Debug)]
pub(crate) struct Form {
    /// The text form.
    pub(crate) text: String,
    /// Its passages in the making.
    pub(crate) drafts: Vec<Draft>,
    /// What is odd in the file.
    pub(crate) anomalies: Vec<Anomaly>,
    /// What the file says of itself.
    pub(crate) properties: Vec<Property>,
}

/// A property of a file, printed in its text form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Property {
    /// The field it fills.
    pub(crate) field: &'static str,
    /// Where its value stands.
    pub(crate) span: Span,
}

/// Why a file cannot be read, and what a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) reason: &'static str,
    pub(crate) hint: &'static str,
}

impl Form {
    fn of(writer: Writer, properties: Vec<Property>) -> Self {
        let Writer { text, drafts, anomalies, .. } = writer;
        Self { text, drafts, anomalies, properties }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Damaged => Self { reason: "it is damaged or cut off", hint: "Save the document again." },
            Fault::Encrypted => Self { reason: "it is protected by a password", hint: "Save it without a password." },
            Fault::TooLarge => {
                Self { reason: "it inflates to more than a document can be", hint: "Save it as text, or split it." }
            }
        }
    }
}

/// Writes what a file says of itself as lines of the text form.
fn properties<'a>(known: impl Iterator<Item = (&'static str, &'a str)>, writer: &mut Writer) -> Vec<Property> {
    let mut out = Vec::new();
    for (field, value) in known {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
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
