//! Entente's page.
//!
//! In: the texts that the page carries, what the reader types and chooses. Out: elements. It asks the
//! explorer, shows what it says, and computes nothing itself. Only `platform` touches the browser.

// Without more screens, what only they use is not called; tests and lints see it with them.
#![cfg_attr(not(feature = "more-screens"), allow(dead_code, unused_imports))]

mod actions;
mod app;
mod components;
mod context;
mod display;
mod hooks;
mod library;
pub mod messages;
mod platform;
mod preferences;
pub mod route;
mod screens;
mod visit;

pub use app::start;
