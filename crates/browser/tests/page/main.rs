//! The built page in real browsers, over `file://` and http.
//!
//! It tests what `cargo xtask build` has left in `dist/` and `target/release/`; the variables
//! `ENTENTE_PAGE`, `ENTENTE_BIN` and `ENTENTE_TOOLS` name other places.

mod accessibility;
#[cfg(feature = "more-screens")]
mod brief;
mod desk;
mod embedding;
mod faults;
#[cfg(feature = "more-screens")]
mod figures;
mod floor;
mod hostile;
mod journey;
mod large;
mod lists;
mod opening;
mod paper;
mod reader;
mod servers;
mod state;
mod support;
mod tasks;
#[cfg(feature = "more-screens")]
mod verify;
