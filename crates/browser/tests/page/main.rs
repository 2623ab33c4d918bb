//! The built page in real browsers, over `file://` and http.
//!
//! It tests what `cargo xtask build` has left in `dist/` and `target/release/`; the variables
//! `ENTENTE_PAGE`, `ENTENTE_BIN` and `ENTENTE_TOOLS` name other places.

mod accessibility;
mod brief;
mod desk;
mod embedding;
mod faults;
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
mod verify;
