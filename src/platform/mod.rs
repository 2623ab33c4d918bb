//! The only home of the browser's own interfaces. Everything here can be missing (storage in a
//! sandbox, history in a frame): each function does what it can and never panics.

pub(crate) mod clipboard;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod fault;
pub(crate) mod figure;
pub(crate) mod host;
pub(crate) mod location;
pub(crate) mod payload;
pub(crate) mod script;
pub(crate) mod storage;
pub(crate) mod texts;
pub(crate) mod timer;
