//! Drives Chromium, Firefox and `WebKit` through one type, for the tests.
//!
//! In: addresses, scripts, keys. Out: values from the page, pictures, complaints of the browser. This crate starts every process
//! that it needs, on ports of its own, and ends them. It knows nothing about documents.

pub mod complaint;
pub mod connection;
pub mod http;
pub mod marionette;
pub mod process;
pub mod server;
pub mod wait;
pub mod watch;
pub mod webdriver;

use serde_json::{Value, json};

use crate::complaint::Message;
use crate::connection::Connection;
use crate::process::Folder;

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's chromium, through chromedriver.
    Chromium,
    /// Debian's firefox-esr, through Marionette.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`, through `WebKitWebDriver`.
    WebKit,
}

/// A running browser with one window. It ends when it is dropped.
pub struct Browser {
    connection: Box<dyn Connection>,
    /// Which engine it is.
    pub engine: Engine,
    // The last field, because it is dropped last: the folder is removed after the browser has ended.
    _profile: Folder,
}

impl Browser {
    /// Starts a browser with an empty profile. `arguments` go to Chromium's command line, to Firefox's preferences
    /// (`name=value`); `WebKit` takes none.
    ///
    /// # Panics
    /// If the browser is not installed or does not start, because a test cannot continue without it.
    #[must_use]
    pub fn start(engine: Engine, arguments: &[&str]) -> Self {
        let profile = Folder::new("profile");
        let connection: Box<dyn Connection> = match engine {
            Engine::Chromium => Box::new(webdriver::chromium(&profile, arguments)),
            Engine::Firefox => Box::new(marionette::firefox(&profile, arguments)),
            Engine::WebKit => Box::new(webdriver::webkit(&profile)),
        };
        Self { connection, engine, _profile: profile }
    }

    /// Opens `address` and waits until it is loaded.
    pub fn goto(&mut self, address: &str) {
        self.connection.goto(address);
    }

    /// Runs the body of a function in the page; `arguments` are its arguments.
    pub fn run(&mut self, script: &str, arguments: Value) -> Value {
        self.connection.run(script, arguments)
    }

    /// The value of an expression in the page.
    pub fn value(&mut self, expression: &str) -> Value {
        self.run(&format!("return {expression}"), json!([]))
    }

    /// The value of an expression, as text.
    pub fn text(&mut self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression is true.
    ///
    /// # Panics
    /// If the expression does not become true in time. The message contains it.
    pub fn wait(&mut self, expression: &str) {
        let condition = format!("Boolean({expression})");
        if let Err(waited) = wait::until(expression, || (self.value(&condition) == json!(true)).then_some(())) {
            let seen = self.text("document.body?.innerText.slice(0, 800)");
            panic!("{:?}: {waited}; the page shows:\n{seen}", self.engine);
        }
    }

    /// Presses keys as a person would; names as in the WebDriver standard (`\u{E007}` is Enter).
    pub fn keys(&mut self, keys: &str) {
        let press = |c: char| {
            [json!({"type": "keyDown", "value": c.to_string()}), json!({"type": "keyUp", "value": c.to_string()})]
        };
        let actions: Vec<Value> = keys.chars().flat_map(press).collect();
        self.connection.actions(json!([{"type": "key", "id": "keyboard", "actions": actions}]));
    }

    /// Holds all of `keys` but the last, presses that one, and lets all go.
    pub fn chord(&mut self, keys: &[&str]) {
        let press = |kind: &'static str| move |key: &&str| json!({"type": kind, "value": key});
        let actions: Vec<Value> =
            keys.iter().map(press("keyDown")).chain(keys.iter().rev().map(press("keyUp"))).collect();
        self.connection.actions(json!([{"type": "key", "id": "keyboard", "actions": actions}]));
    }

    /// Clicks the middle of the first element that matches `selector`, as a person would. Engines do not treat a script's own click as
    /// an act of the user, and handle history without such an act differently. Like a person, it waits until the element stands still.
    ///
    /// # Panics
    /// If the element does not come to rest in time.
    pub fn click(&mut self, selector: &str) {
        let mut place = Value::Null;
        let rest = wait::until(selector, || {
            let now = self.run(
                "const e = document.querySelector(arguments[0]); e?.scrollIntoView({ block: 'center' }); const r = e?.getClientRects()[0];
                 return r ? [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)] : null",
                json!([selector]),
            );
            let is_still = !now.is_null() && now == place;
            place = now;
            is_still.then_some(())
        });
        if let Err(waited) = rest {
            panic!("{:?}: {waited}, which does not stand still", self.engine);
        }
        self.connection.actions(json!([{ "type": "pointer", "id": "mouse", "actions": [
            { "type": "pointerMove", "duration": 0, "x": place[0], "y": place[1] },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] }]));
    }

    /// Sets the size of the visible page in CSS pixels, as near as the engine allows.
    pub fn size(&mut self, width: u32, height: u32) {
        self.connection.size(width, height);
    }

    /// Sets dark or light as the preferred scheme. Only Chromium can do so; the other engines do nothing.
    pub fn dark(&mut self, on: bool) {
        self.connection.dark(on);
    }

    /// A command of Chromium's own.
    pub fn devtools(&mut self, command: &str, parameters: Value) {
        self.connection.devtools(command, parameters);
    }

    /// One step back in the history.
    pub fn back(&mut self) {
        self.connection.step("back");
    }

    /// One step forward.
    pub fn forward(&mut self) {
        self.connection.step("forward");
    }

    /// Loads the page again.
    pub fn reload(&mut self) {
        self.connection.step("refresh");
    }

    /// A picture of the visible page, PNG.
    pub fn picture(&mut self) -> Vec<u8> {
        self.connection.picture()
    }

    /// The page as it is printed, PDF.
    pub fn paper(&mut self) -> Vec<u8> {
        self.connection.paper()
    }

    /// The page's complaints since the last call: errors, warnings, violations of its policy.
    pub fn complaints(&mut self) -> Vec<String> {
        let complaints = self.messages().into_iter().filter(Message::is_from_page).map(|message| message.text);
        // Browsers request the icon by themselves.
        complaints.filter(|text| !text.contains("favicon.ico")).collect()
    }

    /// All messages since the last call, also those of the browser and of its add-ons.
    pub fn messages(&mut self) -> Vec<Message> {
        self.connection.messages()
    }

    /// Lets a part of the browser that is not the page say and throw `words`: an add-on, or a script at an add-on's
    /// address; in Firefox in each page opened from now on.
    pub fn say_as_browser(&mut self, words: &str) {
        self.connection.say_as_browser(words);
    }

    /// The addresses that the page has fetched, without its own and inline ones.
    pub fn requests(&mut self) -> Vec<String> {
        let entries = self.value("performance.getEntriesByType('resource').map((entry) => entry.name)");
        let names = entries.as_array().cloned().unwrap_or_default();
        names
            .iter()
            .filter_map(Value::as_str)
            .filter(|name| !name.starts_with("data:") && !name.starts_with("blob:"))
            .filter(|name| !name.ends_with("favicon.ico") && !name.ends_with(watch::PATH))
            .map(str::to_owned)
            .collect()
    }
}
