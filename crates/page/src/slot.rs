//! The slots of a page: parts that can be found and replaced.

use crate::error::PageError;

/// A part of a page that can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The Content-Security-Policy.
    Policy,
    /// The `title` element.
    Title,
    /// HTML that is shown before the application runs, and without it.
    Static,
    /// The payload.
    Data,
    /// The WebAssembly, its glue and the boot script.
    Application,
}

impl Slot {
    /// The name of the slot in its comments.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Title => "title",
            Self::Static => "static",
            Self::Data => "data",
            Self::Application => "application",
        }
    }

    /// The comment that opens the slot.
    #[must_use]
    pub fn opening(self) -> String {
        format!("<!--entente:{}-->", self.name())
    }

    /// The comment that closes the slot.
    #[must_use]
    pub fn closing(self) -> String {
        format!("<!--/entente:{}-->", self.name())
    }

    /// `content` between the comments of the slot.
    #[must_use]
    pub fn wrap(self, content: &str) -> String {
        format!("{}{content}{}", self.opening(), self.closing())
    }
}

/// Bytes at the start of a file that show whether it is a page.
pub const START_BYTES: usize = 65_536;

/// True if `text` is an Entente page, whole or cut off.
#[must_use]
pub fn is_page(text: &str) -> bool {
    begins_page(text.as_bytes())
}

/// True if a file that begins with the bytes `start` is an Entente page: an HTML document with the policy before the title,
/// each in its slot. A text that only quotes the comments of a page is not a page. At most [`START_BYTES`] bytes are looked at.
#[must_use]
pub fn begins_page(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let start = &start[..start.len().min(START_BYTES)];
    let is_html = start.get(..DOCTYPE.len()).is_some_and(|word| word.eq_ignore_ascii_case(DOCTYPE));
    let title = format!("{}<title>", Slot::Title.opening());
    let mut rest = start;
    is_html
        && [Slot::Policy.opening(), Slot::Policy.closing(), title].iter().all(|part| {
            match find(rest, part.as_bytes()) {
                // The head of a page has no script before its title.
                Some(at) if find(&rest[..at], b"<script").is_none() && find(&rest[..at], b"<body").is_none() => {
                    rest = &rest[at + part.len()..];
                    true
                }
                _ => false,
            }
        })
}

/// The first bytes of every page, in any case.
const DOCTYPE: &[u8] = b"<!DOCTYPE html>";

/// Offset of the first `part` in `bytes`, in bytes.
fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// The content of `slot`.
///
/// # Errors
/// [`PageError::NotAPage`] if `page` is not an Entente page, [`PageError::SlotMissing`] if the slot is not opened or not
/// closed.
pub fn content(page: &str, slot: Slot) -> Result<&str, PageError> {
    range(page, slot).map(|range| &page[range])
}

/// Returns `page` with `content` in `slot`, in place of what was there.
///
/// # Errors
/// As [`content`].
pub fn replace(page: &str, slot: Slot, content: &str) -> Result<String, PageError> {
    let range = range(page, slot)?;
    let mut out = String::with_capacity(page.len() - range.len() + content.len());
    out.push_str(&page[..range.start]);
    out.push_str(content);
    out.push_str(&page[range.end..]);
    Ok(out)
}

fn range(page: &str, slot: Slot) -> Result<std::ops::Range<usize>, PageError> {
    if !is_page(page) {
        return Err(PageError::NotAPage);
    }
    let missing = || PageError::SlotMissing(slot.name());
    let start = page.find(&slot.opening()).ok_or_else(missing)? + slot.opening().len();
    let length = page[start..].find(&slot.closing()).ok_or_else(missing)?;
    // No slot stands inside another: of a page that was damaged so, replacing one would take the other away.
    let inside = &page[start..start + length];
    let nested = [Slot::Policy, Slot::Title, Slot::Static, Slot::Data, Slot::Application];
    if nested.iter().any(|other| inside.contains(&other.opening())) {
        return Err(missing());
    }
    Ok(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::{Slot, content, is_page};

    #[test]
    fn a_slot_around_another_is_none() {
        let page = |head: &str| {
            format!(
                "<!DOCTYPE html>{head}<!--entente:policy-->P<!--/entente:policy--><!--entente:title--><title>T</title><!--/entente:title-->\
                <!--entente:data-->D<!--/entente:data-->"
            )
        };
        assert_eq!(content(&page(""), Slot::Data), Ok("D"));
        assert!(content(&page("<!--entente:data-->"), Slot::Data).is_err());
        assert_eq!(content(&page("<!--entente:data-->"), Slot::Policy), Ok("P"));
    }

    #[test]
    fn a_page_is_known_by_its_form_and_not_by_words_that_a_text_quotes() {
        let head =
            "<!DOCTYPE html>\n<html><head><!--entente:policy--><!--/entente:policy-->\n<!--entente:title--><title>";
        assert!(is_page(head) && is_page(&format!("\u{feff}{head}")) && is_page(&head.to_lowercase()));
        for text in [
            "",
            "A page holds <!--entente:application--> and <!--entente:data-->.",
            &head["<!DOCTYPE html>\n".len()..],
            "<!DOCTYPE html><body><!--entente:policy--><!--/entente:policy--><!--entente:title--><title>",
            "<!DOCTYPE html><head><!--entente:title--><title><!--entente:policy--><!--/entente:policy-->",
            "<!DOCTYPE html><head><title>On pages</title></head><body><p>&lt;!--entente:data--> <!--entente:data-->",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }
}
