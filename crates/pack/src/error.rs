//! Why an input could not be used.

use std::fmt;
use std::path::PathBuf;

use entente_page::PageError;

/// Why an input could not be used. Each message says what to do.
#[derive(Debug)]
pub enum PackError {
    /// There is no such folder or page.
    Missing(PathBuf),
    /// A file that is neither a folder nor a page of ours.
    NotASource(PathBuf),
    /// A named pipe, a device, a socket or a folder in place of a regular file.
    NotRegular(PathBuf),
    /// A file with more bytes than the limit, which is given too.
    TooLarge(PathBuf, u64),
    /// The file system refused.
    Io(PathBuf, std::io::Error),
    /// `entente.toml` cannot be used: its path, the line (0 for the whole file), and the reason.
    Settings(PathBuf, usize, String),
    /// No redaction rule has this name.
    Rule(String),
    /// The original files are to be kept although something is to be masked.
    OriginalsRedacted,
    /// Something that was to be masked is still in the finished page: the rule and the place.
    Leak(crate::proof::Leak),
    /// The requested place does not exist.
    Place(crate::why::WhyError),
    /// The text that is to be checked cannot be read: its path and the reason.
    Draft(PathBuf, String),
    /// The page cannot be used.
    Page(PathBuf, PageError),
    /// The corpus in the page cannot be used.
    Corpus(PathBuf, String),
}

impl PackError {
    /// True if the command was called wrongly, false if an input cannot be used.
    #[must_use]
    pub fn is_usage(&self) -> bool {
        match self {
            Self::Missing(_)
            | Self::NotASource(_)
            | Self::NotRegular(_)
            | Self::Settings(..)
            | Self::Rule(_)
            | Self::OriginalsRedacted
            | Self::Draft(..)
            | Self::Place(_) => true,
            Self::TooLarge(..) | Self::Io(..) | Self::Leak(_) | Self::Page(..) | Self::Corpus(..) => false,
        }
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
            Self::NotRegular(path) => {
                write!(f, "{}: not a regular file; a pipe, a device or a folder is not used here", path.display())
            }
            Self::TooLarge(path, limit) => {
                write!(f, "{}: it is larger than {} MB; more is not read", path.display(), limit / 1024 / 1024)
            }
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Settings(path, 0, what) => write!(f, "{}: {what}", path.display()),
            Self::Settings(path, line, what) => write!(f, "{}, line {line}: {what}", path.display()),
            Self::Rule(what) => f.write_str(what),
            Self::OriginalsRedacted => f.write_str(
                "--originals keeps the files as they are, with everything that is to be masked; leave it out, or take \
                 --redact and [redact] out",
            ),
            Self::Leak(leak) => leak.fmt(f),
            Self::Draft(path, why) => write!(f, "{}: not read: {why}", path.display()),
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
