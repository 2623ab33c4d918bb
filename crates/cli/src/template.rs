//! The page from which the application is taken.

use std::path::Path;

use entente_pack::PackError;
use entente_pack::source::page_text;
use entente_page::PageError;

/// The page inside this program; empty if it was built without one.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/template.html"));

/// Reads the page at `path`, or else returns the one inside this program.
pub(crate) fn read_template(path: Option<&Path>) -> Result<String, PackError> {
    match path {
        Some(path) => page_text(path),
        None if EMBEDDED.is_empty() => {
            let what =
                PageError::SlotMissing("application, as this program was built without a page: give --template PAGE");
            Err(PackError::Page("entente".into(), what))
        }
        None => Ok(EMBEDDED.to_owned()),
    }
}
