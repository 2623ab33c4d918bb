//! Reads and writes a page: one HTML file that is a container with slots.
//!
//! In: the text of a page; JSON texts to carry, the index made of them, HTML that is already escaped. Out: the text of a
//! page, or the JSON texts that it carries. The payload is opaque: this crate knows neither documents nor views.
//!
//! A page has five slots, each between two comments (`<!--entente:data-->` … `<!--/entente:data-->`). Content is escaped so
//! that it contains no `<` of its own, so plain search finds the slots. Replacing `title`, `static` and `data` makes a new
//! page of any page: every packed page is a template for the next.

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

/// What a page contains besides the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Text of the `title` element, not escaped.
    pub title: String,
    /// HTML that is shown before the application runs, and without it. Already escaped.
    pub plain: String,
    /// The texts to carry.
    pub payload: Payload,
    /// Deflate the payload even if it is small.
    pub compress: bool,
}

/// Returns `page` with other contents. Its application stays as it is. `index` is called for a large payload only, which
/// carries an index so that it can be searched before it is read.
///
/// ```
/// use entente_page::{Assets, Contents, Index, Payload, payload_of, template, with_contents};
///
/// let skeleton = "<!DOCTYPE html><html><head><!-- entente:policy --><title></title></head><body>\
///     <!-- entente:static --><!-- entente:application --><!-- entente:data --></body></html>";
/// let empty = template(&Assets { skeleton, ..Assets::default() })?;
/// let payload = Payload { catalogue: "{}".to_owned(), bodies: vec!["{\"text\":\"Both sides met.\"}".to_owned()], ..Payload::default() };
/// let contents = Contents { title: "One document".to_owned(), payload, ..Contents::default() };
/// let page = with_contents(&empty, &contents, &Index::default)?;
/// let (head, read) = payload_of(&page)?;
/// assert_eq!((head.documents, read.bodies), (1, contents.payload.bodies));
/// # Ok::<(), entente_page::PageError>(())
/// ```
///
/// # Errors
/// [`PageError::NotAPage`] or [`PageError::SlotMissing`] if `page` is not an Entente page.
pub fn with_contents(page: &str, contents: &Contents, index: &dyn Fn() -> Index) -> Result<String, PageError> {
    with_contents_by(page, contents, index, &payload::run_in_order)
}

/// As [`with_contents`]; blocks of texts are deflated by `run`.
///
/// # Errors
/// As [`with_contents`].
pub fn with_contents_by(
    page: &str,
    contents: &Contents,
    index: &dyn Fn() -> Index,
    run: payload::RunJobs,
) -> Result<String, PageError> {
    let application = application_digest(page)?;
    let page = slot::replace(page, Slot::Title, &format!("<title>{}</title>", escape::title(&contents.title)))?;
    let page = slot::replace(&page, Slot::Static, &contents.plain)?;
    slot::replace(&page, Slot::Data, &payload::write(&contents.payload, &application, contents.compress, index, run))
}

/// Reads the payload of `page` and verifies its checksum. Pages of every version with the same [`FORMAT`] can be read,
/// whatever application they contain.
///
/// # Errors
/// As [`payload::read`], and [`PageError::NotAPage`] or [`PageError::SlotMissing`] if `page` is not an Entente page.
pub fn payload_of(page: &str) -> Result<(Head, Payload), PageError> {
    payload::read(slot::content(page, Slot::Data)?)
}

/// Returns `page` as a template: without title, list of documents and payload.
///
/// # Errors
/// As [`with_contents`].
pub fn emptied(page: &str) -> Result<String, PageError> {
    let page = slot::replace(page, Slot::Title, "<title>Entente</title>")?;
    let page = slot::replace(&page, Slot::Static, "")?;
    slot::replace(&page, Slot::Data, "")
}

/// SHA-256 of the page as a template, in hexadecimal. Every page of one build has the same.
///
/// # Errors
/// As [`with_contents`].
pub fn application_digest(page: &str) -> Result<String, PageError> {
    Ok(payload::hexadecimal_sha256([emptied(page)?.as_str()]))
}
