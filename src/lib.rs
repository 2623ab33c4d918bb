//! Entente's page.
//!
//! In: the texts that the page carries, what the reader types and chooses. Out: elements. It asks the
//! explorer, shows what it says, and computes nothing itself. Only `platform` touches the browser.

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
