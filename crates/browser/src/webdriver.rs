//! Drives Chromium and `WebKit` through their drivers (W3C WebDriver).

use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::complaint::Message;
use crate::connection::{Connection, timeouts};
use crate::http;
use crate::process::{Folder, Process, find, free_port, listening};
use crate::wait;
use crate::watch::{self, Watch};

/// A connection with a driver.
pub struct WebDriver {
    port: u16,
    session: String,
    chromium: bool,
    /// For `WebKit` only.
    watch: Option<Watch>,
    _driver: Process,
    _screen: Option<Process>,
}

/// Without these Chromium asks the network for its own purposes, or lets a page wait.
const QUIET: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A busy machine may take its window for one that nobody sees. Timers then come once a minute.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // The driver's log lacks what a frame in a process of its own says.
    "--disable-features=IsolateSandboxedIframes",
];

/// Starts Chromium.
#[must_use]
pub fn chromium(profile: &Folder, arguments: &[&str]) -> WebDriver {
    let port = free_port();
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    let driver = Process::start(command, profile.path(), "chromium-driver");
    let mut all: Vec<String> = QUIET.iter().chain(arguments).map(|argument| (*argument).to_owned()).collect();
    all.push(format!("--user-data-dir={}", profile.path().join("chromium").display()));
    let capabilities = json!({
        "goog:chromeOptions": { "binary": find(&["chromium", "chromium-browser", "google-chrome"]), "args": all },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    WebDriver::open(port, capabilities, driver, None, None)
}

/// Starts `WebKit`'s `MiniBrowser`. Its driver waits forever without a screen, so one is started if there is none.
#[must_use]
pub fn webkit(profile: &Folder) -> WebDriver {
    let screen = std::env::var_os("DISPLAY").is_none().then(|| screen(profile));
    let port = free_port();
    let mut command = Command::new("WebKitWebDriver");
    command.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
    if let Some((_, display)) = &screen {
        command.env("DISPLAY", display);
    }
    for folder in ["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(folder, profile.path());
    }
    // Its own sandbox needs rights that a container does not have.
    command
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("NO_AT_BRIDGE", "1");
    let driver = Process::start(command, profile.path(), "webkit2gtk-driver");
    let capabilities = json!({
        "webkitgtk:browserOptions": {
            "binary": mini_browser(),
            "args": ["--automation"],
        },
    });
    let watch = Watch::new(profile.path());
    WebDriver::open(port, capabilities, driver, screen.map(|(process, _)| process), Some(watch))
}

/// The path of `MiniBrowser` on Debian, which contains the machine's architecture.
fn mini_browser() -> String {
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let paths = libraries.map(|entry| entry.path().join("webkit2gtk-4.1/MiniBrowser"));
    let found = paths.into_iter().find(|path| path.exists());
    found.map_or_else(|| "/usr/bin/MiniBrowser".to_owned(), |path| path.display().to_string())
}

/// Starts a screen without a monitor, and returns its name.
fn screen(profile: &Folder) -> (Process, String) {
    let mut command = Command::new("Xvfb");
    // It takes a number that no other screen has, and prints it when it is ready.
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let process = Process::start(command, profile.path(), "xvfb");
    let number = || {
        let said = std::fs::read_to_string(&process.output).ok()?;
        said.lines().find_map(|line| line.parse::<u32>().ok())
    };
    let number = wait::until("the number of Xvfb's screen", number).unwrap_or_else(|waited| {
        panic!("{waited}; it says: {}", std::fs::read_to_string(&process.output).unwrap_or_default())
    });
    (process, format!(":{number}"))
}

impl WebDriver {
    fn open(
        port: u16,
        mut capabilities: Value,
        driver: Process,
        screen: Option<Process>,
        watch: Option<Watch>,
    ) -> Self {
        listening(port);
        capabilities["timeouts"] = timeouts();
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        // A driver that has just begun to listen may refuse the first request. So may one whose browser starts slowly.
        let mut refused = String::new();
        let session = || match http::call(port, "POST", "/session", &body) {
            Ok(answer) => Some(answer),
            Err(error) => {
                refused = error;
                None
            }
        };
        let answer = wait::until("a connection with the browser's driver", session)
            .unwrap_or_else(|waited| panic!("{waited}; it says: {refused}"));
        let session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        Self { port, session, chromium: watch.is_none(), watch, _driver: driver, _screen: screen }
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}/{path}", self.session);
        http::call(self.port, method, &path, body).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The records of the watcher in the page and in its frames, which may have other origins.
    fn noted(&self) -> Vec<Message> {
        let mut out = self.take();
        let frames = self.call("POST", "execute/sync", &json!({ "script": "return frames.length", "args": [] }));
        for frame in 0..frames.as_u64().unwrap_or(0) {
            self.call("POST", "frame", &json!({ "id": frame }));
            out.extend(self.take());
            self.call("POST", "frame", &json!({ "id": null }));
        }
        out
    }

    fn take(&self) -> Vec<Message> {
        let noted = self.call("POST", "execute/sync", &json!({ "script": watch::TAKE, "args": [] }));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        noted.as_array().into_iter().flatten().map(|row| Message::new(text(&row[0]), text(&row[1]))).collect()
    }

    /// Keeps the records of a page before it is left.
    fn keep(&mut self) {
        if self.watch.is_some() {
            let noted = self.noted();
            if let Some(watch) = &mut self.watch {
                watch.kept.extend(noted);
            }
        }
    }
}

/// True for the error of a script that reads a property of `null` or `undefined`, in the words of Chromium and WebKit.
fn is_of_nothing(error: &str) -> bool {
    ["of null", "of undefined", "null is not an object", "undefined is not an object"]
        .iter()
        .any(|words| error.contains(words))
}

/// Where the page is, and the beginning of what it shows.
const SHOWN: &str = "return [location.href, document.visibilityState, document.body?.innerText.slice(0, 800)]";

/// An entry of Chromium's log, which begins with its source.
fn logged(entry: &str) -> Message {
    Message::new(entry.split(' ').next().unwrap_or_default(), entry)
}

impl Connection for WebDriver {
    fn goto(&mut self, address: &str) {
        self.keep();
        let address = self.watch.as_ref().map_or_else(|| address.to_owned(), |watch| watch.watched(address));
        self.call("POST", "url", &json!({ "url": address }));
    }

    fn run(&mut self, script: &str, arguments: Value) -> Value {
        let path = format!("/session/{}/execute/sync", self.session);
        let body = json!({ "script": script, "args": arguments });
        // A view is drawn after its link has changed, so an element that the script reads may not exist yet.
        let mut missed = String::new();
        let ran = || match http::call(self.port, "POST", &path, &body) {
            Ok(answer) => Some(answer),
            Err(error) if is_of_nothing(&error) => {
                missed = error;
                None
            }
            Err(error) => panic!("{path}: {error}"),
        };
        wait::until("what a script reaches for", ran).unwrap_or_else(|waited| {
            let shown = json!({ "script": SHOWN, "args": [] });
            let seen = http::call(self.port, "POST", &path, &shown).unwrap_or_else(|error| json!(error));
            panic!("{waited}: {missed}; the page shows: {seen}")
        })
    }

    fn actions(&mut self, actions: Value) {
        self.call("POST", "actions", &json!({ "actions": actions }));
    }

    fn size(&mut self, width: u32, height: u32) {
        if self.chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.devtools("Emulation.setDeviceMetricsOverride", metrics);
        }
        self.call("POST", "window/rect", &json!({ "width": width, "height": height + 80 }));
    }

    fn step(&mut self, what: &str) {
        self.keep();
        self.call("POST", what, &json!({}));
    }

    fn picture(&mut self) -> Vec<u8> {
        STANDARD
            .decode(self.call("GET", "screenshot", &Value::Null).as_str().unwrap_or_default())
            .expect("a driver's picture is Base64")
    }

    fn paper(&mut self) -> Vec<u8> {
        STANDARD
            .decode(self.call("POST", "print", &json!({})).as_str().unwrap_or_default())
            .expect("what is printed is Base64")
    }

    fn messages(&mut self) -> Vec<Message> {
        if self.chromium {
            let log = self.call("POST", "se/log", &json!({ "type": "browser" }));
            let entries = log.as_array().into_iter().flatten();
            return entries.map(|entry| logged(entry["message"].as_str().unwrap_or_default())).collect();
        }
        self.keep();
        self.watch.as_mut().map(|watch| std::mem::take(&mut watch.kept)).unwrap_or_default()
    }

    fn say_as_browser(&mut self, words: &str) {
        if self.chromium {
            let words = json!(words);
            // A script can set its own source.
            let script = format!(
                "console.error({words}); setTimeout(() => {{ throw new Error({words}) }})\n//# sourceURL=chrome-extension://says/says.js"
            );
            self.devtools("Runtime.evaluate", json!({ "expression": script }));
        } else {
            let says = "dispatchEvent(new ErrorEvent('error', { message: arguments[0], filename: 'webkit-masked-url://hidden/' }))";
            self.run(says, json!([words]));
        }
    }

    fn dark(&mut self, on: bool) {
        if self.chromium {
            let value = if on { "dark" } else { "light" };
            self.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
            );
        }
    }

    fn devtools(&mut self, command: &str, parameters: Value) {
        if self.chromium {
            self.call("POST", "goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
        }
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        let _ = http::call(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
    }
}
