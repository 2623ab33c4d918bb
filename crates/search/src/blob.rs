//! Bytes that are in memory, or are fetched when they are first read.

use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// Shared bytes. They are empty if they cannot be fetched; [`Blob::is_there`] is false then.
#[derive(Clone, Default)]
pub struct Blob(Rc<Inner>);

#[derive(Default)]
struct Inner {
    bytes: OnceCell<Option<Vec<u8>>>,
    fetch: Option<Box<dyn Fn() -> Option<Vec<u8>>>>,
}

impl Blob {
    /// Bytes that are in memory.
    #[must_use]
    pub fn here(bytes: Vec<u8>) -> Self {
        Self(Rc::new(Inner { bytes: OnceCell::from(Some(bytes)), fetch: None }))
    }

    /// Bytes that `fetch` returns. It is called once, when they are first read; `None` says that they cannot be fetched.
    pub fn later(fetch: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        Self(Rc::new(Inner { bytes: OnceCell::new(), fetch: Some(Box::new(fetch)) }))
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        let fetched = || self.0.fetch.as_ref().and_then(|fetch| fetch());
        self.0.bytes.get_or_init(fetched).as_deref().unwrap_or_default()
    }

    /// Their number; `None` if they have not been fetched.
    pub(crate) fn len(&self) -> Option<usize> {
        self.0.bytes.get()?.as_ref().map(Vec::len)
    }

    /// False if they cannot be fetched. Fetches them.
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
