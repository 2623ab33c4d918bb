//! Entente's page.
//!
//! In: the texts that the page carries, what the reader types and chooses. Out: elements. It asks the
//! explorer, shows what it says, and computes nothing itself. Only `platform` touches the browser.

mod actions;
mod app;
mod components;
mod context;
mod display;
mod element;
mod hooks;
mod library;
pub mod messages;
mod platform;
mod preferences;
pub mod route;
mod screens;
mod visit;

/// Names that other modules still use for [`library`].
mod holdings {
    pub(crate) use crate::library::{Library as Holdings, Sprout};
}

pub use app::start;
