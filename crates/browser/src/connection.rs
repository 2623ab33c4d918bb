//! The operations that every engine has.

use serde_json::{Value, json};

use crate::complaint::Message;
use crate::wait::PATIENCE;

/// A connection with one browser. Failures are panics: a test cannot go on without its browser.
pub trait Connection {
    /// Opens an address.
    fn goto(&mut self, address: &str);
    /// Runs the body of a function.
    fn run(&mut self, script: &str, arguments: Value) -> Value;
    /// Performs input actions (WebDriver, section 17).
    fn actions(&mut self, actions: Value);
    /// Sets the size of the visible page.
    fn size(&mut self, width: u32, height: u32);
    /// "back", "forward" or "refresh".
    fn step(&mut self, what: &str);
    /// A picture of the visible page, PNG.
    fn picture(&mut self) -> Vec<u8>;
    /// The printed page as PDF, if the driver can print.
    fn paper(&mut self) -> Vec<u8>;
    /// Messages since the last call, also the browser's own.
    fn messages(&mut self) -> Vec<Message>;
    /// Lets a part of the browser that is not the page say and throw `words`; from now on, or in pages opened from now on.
    fn say_as_browser(&mut self, words: &str);
    /// Sets dark or light as the preferred scheme, if the engine can.
    fn dark(&mut self, _on: bool) {}
    /// A command of Chromium's own.
    fn devtools(&mut self, _command: &str, _parameters: Value) {}
}

/// Time limits of the drivers, as capabilities. The defaults of the standard are too short for a busy machine.
#[must_use]
pub fn timeouts() -> Value {
    let limit = PATIENCE.as_millis();
    json!({ "script": limit, "pageLoad": limit })
}
