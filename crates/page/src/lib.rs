//! The HTML file as a container with slots.
//!
//! In: a page's text, JSON texts to carry and what was made of them, HTML already escaped. Out: a page's text, or the JSON
//! texts it carries. The payload is opaque: this crate knows neither documents nor views.
//!
//! A page is one HTML file with five slots, each between two comments (`<!--entente:data-->` …
//! `<!--/entente:data-->`). No slot's content can hold a `<` that is not ours, so they are found
//! by plain search. Replacing `title`, `static` and `data` makes a new page of any page.

pub mod block;
pub mod bundle;
pub mod error;
pub mod escape;
pub mod payload;
pub mod policy;
pub mod quick;
pub mod slice;
pub mod slot;

pub use bundle::{Application, Assets, template};
pub use error::PageError;
pub use payload::{FORMAT, Head, Index, Payload};
pub use slot::{Slot, begins_page, is_page};

/// What goes into a page besides the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Text of the `title` element.
    pub title: String,
    /// The readable HTML that stands in the page before (and without) the application. Already escaped.
    pub plain: String,
    /// The texts to carry.
    pub payload: Payload,
    /// Carry the payload deflated, whatever its size.
    pub compress: bool,
}

/// `page` with other contents; the application in it is not touched. `index` makes what a large page carries so that it
/// need not be read before it can be searched.
///
/// # Errors
/// [`PageError::NotAPage`] or [`PageError::SlotMissing`] when `page` is no Entente page.
pub fn with_contents(page: &str, contents: &Contents, index: &dyn Fn() -> Index) -> Result<String, PageError> {
    with_contents_by(page, contents, index, &payload::in_order)
}

/// As [`with_contents`]; blocks of texts are deflated by `run`.
///
/// # Errors
/// As [`with_contents`].
pub fn with_contents_by(
    page: &str,
    contents: &Contents,
    index: &dyn Fn() -> Index,
    run: payload::Run,
) -> Result<String, PageError> {
    let application = application_digest(page)?;
    let page = slot::replace(page, Slot::Title, &format!("<title>{}</title>", escape::title(&contents.title)))?;
    let page = slot::replace(&page, Slot::Static, &contents.plain)?;
    slot::replace(&page, Slot::Data, &payload::write(&contents.payload, &application, contents.compress, index, run))
}

/// The payload of `page`, its checksum verified.
///
/// # Errors
/// Says what is not as it should be, and what to do.
pub fn payload_of(page: &str) -> Result<(Head, Payload), PageError> {
    payload::read(slot::content(page, Slot::Data)?)
}

/// `page` as a template: without title, documents and their texts.
///
/// # Errors
/// As [`with_contents`].
pub fn emptied(page: &str) -> Result<String, PageError> {
    let page = slot::replace(page, Slot::Title, "<title>Entente</title>")?;
    let page = slot::replace(&page, Slot::Static, "")?;
    slot::replace(&page, Slot::Data, "")
}

/// SHA-256 of the page as a template, in hexadecimal: the same for every page that one build made.
///
/// # Errors
/// As [`with_contents`].
pub fn application_digest(page: &str) -> Result<String, PageError> {
    Ok(payload::hexadecimal_sha256([emptied(page)?.as_str()]))
}
