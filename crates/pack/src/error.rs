//! Why nothing could be made of an input.

use std::fmt;
use std::path::PathBuf;

use entente_page::PageError;

/// Why nothing could be made of an input; each message says what to do.
#[derive(Debug)]
pub enum PackError {
    /// There is no such folder or page.
    Missing(PathBuf),
    /// A file that is neither a folder nor a page of ours.
    NotASource(PathBuf),
    /// The file system refused.
    Io(PathBuf, std::io::Error),
    /// `entente.toml` cannot be used: file, line, what.
    Settings(PathBuf, usize, String),
    /// There is no such rule of redaction.
    Rule(String),
    /// There is nothing at the place that was asked for.
    Place(crate::why::WhyError),
    /// The page cannot be used.
    Page(PathBuf, PageError),
    /// The corpus in the page cannot be used.
    Corpus(PathBuf, String),
}

impl PackError {
    /// True where the command was called wrongly, as opposed to an input being unusable.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::NotASource(_) | Self::Settings(..) | Self::Rule(_) | Self::Place(_))
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => {
                write!(f, "{}: no such folder or page; check the path", path.display())
            }
            Self::NotASource(path) => {
                write!(f, "{}: neither a folder of documents nor a page made by Entente", path.display())
            }
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Settings(path, line, what) => write!(f, "{}, line {line}: {what}", path.display()),
            Self::Rule(what) => f.write_str(what),
            Self::Place(error) => error.fmt(f),
            Self::Page(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Corpus(path, what) => {
                write!(
                    f,
                    "{}: the documents in this page cannot be read ({what}); pack them again with this version",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for PackError {}

impl From<crate::why::WhyError> for PackError {
    fn from(error: crate::why::WhyError) -> Self {
        Self::Place(error)
    }
}
