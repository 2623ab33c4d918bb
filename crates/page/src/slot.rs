//! Slots: the parts of a page that can be found and replaced.

use crate::error::PageError;

/// A replaceable part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The Content-Security-Policy.
    Policy,
    /// The `title` element.
    Title,
    /// What is read before and without the application.
    Static,
    /// The texts carried.
    Data,
    /// The WebAssembly, its glue and the boot script.
    Application,
}

impl Slot {
    /// Name in the comments.
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

    /// The slot holding `content`.
    #[must_use]
    pub fn holding(self, content: &str) -> String {
        format!("{}{content}{}", self.opening(), self.closing())
    }
}

/// True when `text` is a page of ours, whole or not.
#[must_use]
pub fn is_page(text: &str) -> bool {
    text.contains(&Slot::Application.opening()) && text.contains(&Slot::Data.opening())
}

/// What `slot` holds.
///
/// # Errors
/// [`PageError::NotAPage`], or [`PageError::SlotMissing`] where the slot does not open or close.
pub fn content(page: &str, slot: Slot) -> Result<&str, PageError> {
    range(page, slot).map(|range| &page[range])
}

/// `page` with `content` in `slot`.
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
    Ok(start..start + length)
}
