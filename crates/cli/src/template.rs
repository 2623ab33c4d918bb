//! The page that the application is taken from.

use std::fs;
use std::path::Path;

use entente_pack::PackError;
use entente_page::PageError;

/// The page inside this program; empty where it was built without one.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/template.html"));

/// The page at `path`, else the one inside this program.
pub(crate) fn template(path: Option<&Path>) -> Result<String, PackError> {
    match path {
        Some(path) if !path.exists() => Err(PackError::Missing(path.to_owned())),
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|error| PackError::Io(path.to_owned(), error))?;
            if entente_page::is_page(&text) { Ok(text) } else { Err(PackError::NotASource(path.to_owned())) }
        }
        None if EMBEDDED.is_empty() => {
            let what =
                PageError::SlotMissing("application, as this program was built without a page: give --template PAGE");
            Err(PackError::Page("entente".into(), what))
        }
        None => Ok(EMBEDDED.to_owned()),
    }
}
