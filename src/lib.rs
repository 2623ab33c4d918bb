//! Entente's page.
//!
//! In: the texts that the page carries, what the reader types and chooses. Out: elements. It asks the
//! explorer, shows what it says, and computes nothing itself. Only `platform` touches the browser.

mod app;
mod components;
mod element;
mod here;
mod holdings;
mod keyboard;
pub mod messages;
mod platform;
pub mod route;
mod screens;
mod views;

pub use app::start;
