//! The documents: one immutable snapshot, replaced whole, compared by its generation.

use std::ops::Deref;
use std::rc::Rc;

use entente_explore::Explorer;
use entente_page::Head;

/// What the page shows.
#[derive(Clone, Debug)]
pub(crate) struct Library {
    explorer: Rc<Explorer>,
    /// What the page says of its payload.
    pub(crate) head: Rc<Head>,
    generation: u32,
}

impl Library {
    /// The library that the page was opened with.
    pub(crate) fn new(explorer: Explorer, head: Head) -> Self {
        Self { explorer: Rc::new(explorer), head: Rc::new(head), generation: 1 }
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

impl Deref for Library {
    type Target = Explorer;

    fn deref(&self) -> &Explorer {
        &self.explorer
    }
}
