//! A text of headings, paragraphs and numbered sources, and its writers: Word file, Markdown, HTML.
//!
//! ```
//! use entente_rich_text::{Block, RichText, Run, docx, html, markdown};
//!
//! let text = RichText::new("Korea and the US", "en")
//!     .with(Block::Quotation(vec![Run::plain("“They met in Seoul.” "), Run::plain("[1]").to_source(1)]))
//!     .with(Block::Heading(2, vec![Run::plain("Sources")]))
//!     .with(Block::Source(1, vec![Run::plain("Joint Statement, 2014")]));
//! assert!(markdown(&text).starts_with("# Korea and the US\n\n> “They met"));
//! assert!(html(&text).contains("<blockquote>"));
//! assert!(docx(&text).starts_with(b"PK"));
//! ```

mod docx;
mod html;
mod markdown;
mod model;
mod xml;
mod zip;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use model::{Block, Link, RichText, Run, Style};
