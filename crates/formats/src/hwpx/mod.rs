//! HWPX: the format of the Korean ministries' word processor, as a package of XML.
//!
//! In: the file's bytes. Out: the text form and its passages. The older binary format (HWP 5) is not read.

mod body;
mod head;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use entente_corpus::{Anomaly, AnomalyKind, MetadataField};
use entente_text::Span;
use entente_text::order;

use self::body::HwpxContent;
use self::head::Head;
use super::budget;
use super::package::{Fault, Package};
use super::write::Writer;
use super::xml::{self, Event};
use super::{ExtractedText, Property, Refusal};

/// Reads the HWPX file `bytes`.
pub fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let package = Package::open(bytes)?;
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Fault::Encrypted.into());
    }
    let mut head = Head::read(&package.text("Contents/header.xml")?.unwrap_or_default());
    let mut found = HwpxContent::of(bytes.len());
    let mut whole = true;
    for name in sections(&package) {
        if let Some(part) = package.text(&name)? {
            body::read(&part, &mut head, &mut found);
            whole &= found.whole;
        }
    }
    let mut writer = Writer::default();
    let properties = properties(&package.text("Contents/content.hpf")?.unwrap_or_default(), &mut writer);
    for line in super::docx::lines(&[found.heads]) {
        writer.furniture(&line);
    }
    writer.blocks(&found.blocks);
    for line in super::docx::lines(&[found.feet]) {
        writer.furniture(&line);
    }
    let end = writer.text.len();
    writer.anomalies.extend(found.budget.note(end));
    writer.anomalies.extend(package.reached().map(|what| budget::cut(what, end)));
    if !whole {
        writer.anomalies.push(Anomaly {
            kind: AnomalyKind::TruncatedText,
            passage: None,
            span: Span::new(end, end),
            detail: "the file's text breaks off here; what follows is damaged".to_owned(),
            rule: "damaged-xml".to_owned(),
        });
    }
    Ok(ExtractedText::of(writer, properties))
}

/// The sections, by their numbers.
fn sections(package: &Package) -> Vec<String> {
    let number =
        |name: &str| -> Option<u32> { name.strip_prefix("Contents/section")?.strip_suffix(".xml")?.parse().ok() };
    let mut found: Vec<(u32, String)> =
        package.names().filter_map(|name| Some((number(name)?, name.to_owned()))).collect();
    order::sort(&mut found);
    found.into_iter().map(|(_, name)| name).collect()
}

/// The document's own properties, as lines of the text form.
fn properties(part: &str, writer: &mut Writer) -> Vec<Property> {
    let mut found: BTreeMap<MetadataField, String> = BTreeMap::new();
    let mut open: Option<MetadataField> = None;
    xml::read(part, &mut |event| match event {
        Event::Open(element) => {
            let named = element.attribute("name").unwrap_or_default();
            open = match (element.name(), named.as_str()) {
                ("title", _) => Some(MetadataField::Title),
                ("meta", "creator") => Some(MetadataField::Author),
                ("meta", "CreatedDate") => Some(MetadataField::Created),
                ("meta", "ModifiedDate") => Some(MetadataField::Updated),
                _ => None,
            };
        }
        Event::Close(_) => open = None,
        Event::Text(words) => {
            if let Some(field) = open {
                found.entry(field).or_default().push_str(words);
            }
        }
    });
    let known = [MetadataField::Title, MetadataField::Author, MetadataField::Created, MetadataField::Updated];
    super::properties(known.into_iter().filter_map(|field| Some((field, found.get(&field)?.as_str()))), writer)
}
