//! Tests of the screens without a browser: their contents as text.

mod brief;
mod checked_text;
mod every_screen;
mod frame;
mod hostile;
mod lists;
mod missing;
mod single;
pub(super) mod support;
mod table;
mod tools;
