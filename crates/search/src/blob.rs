//! Bytes that are there, or are fetched when they are first read.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// Shared bytes. Those that cannot be fetched are none, and [`Blob::is_there`] says so.
#[derive(Clone, Default)]
pub struct Blob(Rc<Inner>);

#[derive(Default)]
struct Inner {
    bytes: OnceCell<Option<Vec<u8>>>,
    fetch: Option<Box<dyn Fn() -> Option<Vec<u8>>>>,
}

impl Blob {
    /// These bytes.
    #[must_use]
    pub fn here(bytes: Vec<u8>) -> Self {
        Self(Rc::new(Inner { bytes: OnceCell::from(Some(bytes)), fetch: None }))
    }

    /// What `fetch` gives, once it is needed.
    pub fn later(fetch: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        Self(Rc::new(Inner { bytes: OnceCell::new(), fetch: Some(Box::new(fetch)) }))
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        let fetched = || self.0.fetch.as_ref().and_then(|fetch| fetch());
        self.0.bytes.get_or_init(fetched).as_deref().unwrap_or_default()
    }

    /// Their number, where they have been fetched.
    pub(crate) fn len(&self) -> Option<usize> {
        self.0.bytes.get()?.as_ref().map(Vec::len)
    }

    /// False where they cannot be fetched.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.bytes();
        !matches!(self.0.bytes.get(), Some(None)) || self.0.fetch.is_none()
    }
}

impl PartialEq for Blob {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blob({:?})", self.len())
    }
}
