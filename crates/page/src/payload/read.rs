//! Reads the elements of the data slot.

use serde::Deserialize;

use super::{Encoding, FORMAT, Head, IndexHead, KINDS, Payload, TIES, verify};
use crate::block::Kind;
use crate::error::PageError;
use crate::slice;

/// Reads the elements of the data slot and verifies the checksum. The index is skipped: it contains nothing that the texts
/// do not.
///
/// # Errors
/// [`PageError::Format`] if the page is of another version, [`PageError::Damaged`] if the texts are not those written.
pub fn read(data: &str) -> Result<(Head, Payload), PageError> {
    let mut head = None;
    let (mut catalogue, mut ties) = (String::new(), <[String; 3]>::default());
    let mut blocks: [Vec<(usize, String)>; 3] = Default::default();
    for (attributes, content) in elements(data) {
        let is = |name: &str| attributes.contains(&format!("data-entente=\"{name}\""));
        if is("head") {
            head = Some(content);
        } else if is("catalogue") {
            catalogue.push_str(content);
        } else if let Some(at) = TIES.iter().position(|name| is(name)) {
            ties[at].push_str(content);
        } else if let Some(at) = KINDS.iter().position(|kind| is(kind.as_str()))
            && let Some(first) = first_number(attributes, KINDS[at])
        {
            match blocks[at].last_mut() {
                Some((known, block)) if *known == first => block.push_str(content),
                _ => blocks[at].push((first, content.to_owned())),
            }
        }
    }
    let head = read_head(head.ok_or_else(|| PageError::Damaged("its head is missing".to_owned()))?)?;
    let mut left = slice::max_inflated_bytes(data.len());
    let catalogue = decode_text_within(head.encoding, catalogue, &mut left)?;
    for tie in &mut ties {
        *tie = decode_text_within(head.encoding, std::mem::take(tie), &mut left)?;
    }
    let mut texts: [Vec<String>; 3] = Default::default();
    for ((kind, out), blocks) in KINDS.iter().zip(&mut texts).zip(blocks) {
        for (first, block) in blocks {
            if first != out.len() {
                let what = if *kind == Kind::Name { "name" } else { "document" };
                return Err(PageError::Damaged(format!("{what} {} is missing", out.len() + 1)));
            }
            let text = decode_text_within(head.encoding, block, &mut left)?;
            out.extend(kind.split(&text).into_iter().map(str::to_owned));
        }
    }
    let [records, names, bodies] = texts;
    let payload =
        Payload { schema: head.schema, catalogue, records, names, ties, bodies, options: head.options.clone() };
    verify(&head, &payload)?;
    Ok((head, payload))
}

/// Reads the head.
///
/// # Errors
/// [`PageError::Format`] if the page is of another version, [`PageError::Damaged`] if `json` is not a head.
pub fn read_head(json: &str) -> Result<Head, PageError> {
    /// The only field that means the same in every version.
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let damaged = |error: serde_json::Error| PageError::Damaged(format!("its head cannot be read: {error}"));
    let Version { format } = serde_json::from_str(json).map_err(damaged)?;
    if format != FORMAT {
        return Err(PageError::Format { expected: FORMAT, got: format });
    }
    /// Read by itself: an index that cannot be read does not fit, and the page opens without it.
    #[derive(Deserialize)]
    struct WithIndex {
        index: Option<IndexHead>,
    }
    let unusable = Some(IndexHead { version: 0, sums: Vec::new() });
    let index = serde_json::from_str::<WithIndex>(json).map_or(unusable, |head| head.index);
    let options = serde_json::from_str(json).map_err(damaged)?;
    Ok(Head { index, options, ..serde_json::from_str(json).map_err(damaged)? })
}

/// Returns the clear text of `content`, the joined elements of one text.
///
/// # Errors
/// [`PageError::Damaged`] if it cannot be inflated, or inflates to more than [`slice::max_inflated_bytes`].
pub fn decode_text(encoding: Encoding, content: String) -> Result<String, PageError> {
    let mut left = slice::max_inflated_bytes(content.len());
    decode_text_within(encoding, content, &mut left)
}

/// See [`decode_text`]. Subtracts the inflated bytes from `left`, and fails if fewer are left.
fn decode_text_within(encoding: Encoding, content: String, left: &mut usize) -> Result<String, PageError> {
    match encoding {
        Encoding::Json => Ok(content),
        Encoding::DeflateRaw => {
            let text = inflate_text(&content, *left)?;
            *left -= text.len();
            Ok(text)
        }
    }
}

fn inflate_text(base64: &str, limit: usize) -> Result<String, PageError> {
    slice::decode_base64(base64)
        .and_then(|deflated| slice::inflate(&deflated, limit))
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| PageError::Damaged("a text cannot be inflated, or to too many bytes".to_owned()))
}

/// Decodes the joined Base64 slices of a part of the index.
///
/// # Errors
/// [`PageError::Damaged`] if `content` is not Base64.
pub fn decode_part(content: &str) -> Result<Vec<u8>, PageError> {
    slice::decode_base64(content).ok_or_else(|| PageError::Damaged("a part of the index is no Base64".to_owned()))
}

/// Decodes and inflates the joined slices of a part of the index.
///
/// # Errors
/// [`PageError::Damaged`] if they cannot be inflated.
pub fn inflate_part(content: &str) -> Result<Vec<u8>, PageError> {
    slice::inflate(&decode_part(content)?, slice::max_inflated_bytes(content.len()))
        .ok_or_else(|| PageError::Damaged("a part of the index cannot be inflated".to_owned()))
}

/// The joined contents of the elements called `name` in the data slot; empty if there are none.
#[must_use]
pub fn joined_content(data: &str, name: &str) -> String {
    let named = format!("data-entente=\"{name}\"");
    elements(data).filter(|(attributes, _)| attributes.contains(&named)).map(|(_, content)| content).collect()
}

/// Attributes and content of each element. No content contains a `<`.
pub(super) fn elements(data: &str) -> impl Iterator<Item = (&str, &str)> {
    data.split("<script ").skip(1).filter_map(|element| {
        let (attributes, rest) = element.split_once('>')?;
        Some((attributes, rest.split_once("</script>")?.0))
    })
}

/// Number of the first text in an element of this kind.
fn first_number(attributes: &str, kind: Kind) -> Option<usize> {
    attributes.split_once(&format!("{}=\"", kind.first_attribute()))?.1.split_once('"')?.0.parse().ok()
}
