//! Drives Firefox through Marionette, its own protocol: frames of `LENGTH:JSON` over TCP.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::complaint::Message;
use crate::connection::{Connection, timeouts};
use crate::http::ANSWER_LIMIT;
use crate::process::{Folder, Process, find, free_port, listening};
use crate::wait;

/// A connection with Firefox.
pub struct Marionette {
    stream: TcpStream,
    next: u32,
    /// For add-ons.
    folder: PathBuf,
    _firefox: Process,
}

/// Starts Firefox; `settings` are preferences as `name=value`.
///
/// # Panics
/// If it does not start.
#[must_use]
pub fn firefox(profile: &Folder, settings: &[&str]) -> Marionette {
    let port = free_port();
    let folder = profile.path().join("firefox");
    std::fs::create_dir_all(&folder).expect("the profile's folder was just made");
    let preferences = [
        ("marionette.port", port.to_string()),
        // Under automation Firefox lets local pages read their neighbours; people's Firefox does not.
        ("security.fileuri.strict_origin_policy", "true".to_owned()),
        // [`LISTEN`] is our own script. Firefox runs it in the parent process only with this preference.
        ("security.allow_parent_unrestricted_js_loads", "true".to_owned()),
        ("app.update.enabled", "false".to_owned()),
        ("datareporting.policy.dataSubmissionEnabled", "false".to_owned()),
        ("browser.shell.checkDefaultBrowser", "false".to_owned()),
        ("browser.startup.homepage_override.mstone", "\"ignore\"".to_owned()),
        ("network.captive-portal-service.enabled", "false".to_owned()),
        ("network.connectivity-service.enabled", "false".to_owned()),
        ("remote.prefs.recommended", "false".to_owned()),
        // The address from which Firefox fetches its own settings.
        ("services.settings.server", "\"data:,\"".to_owned()),
    ];
    let given = settings.iter().filter_map(|setting| setting.split_once('='));
    let given = given.map(|(name, value)| (name, value.to_owned()));
    let lines = preferences.into_iter().chain(given);
    let text: String = lines.map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect();
    std::fs::write(folder.join("user.js"), text).expect("the profile can be written");
    let mut command = Command::new(find(&["firefox-esr", "firefox"]));
    // Access to the browser itself, which knows what its pages say and what goes wrong in them.
    command.args(["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]);
    command.arg(&folder).arg("about:blank");
    command.env("MOZ_HEADLESS", "1").env("HOME", profile.path());
    let process = Process::start(command, profile.path(), "firefox-esr");
    listening(port);
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("Firefox listens");
    stream.set_read_timeout(Some(ANSWER_LIMIT)).expect("the limit is not zero");
    let mut marionette = Marionette { stream, next: 1, folder: profile.path().to_owned(), _firefox: process };
    // It greets before it is asked.
    marionette.frame("greeting");
    let capabilities = json!({ "acceptInsecureCerts": true, "timeouts": timeouts() });
    marionette.call("WebDriver:NewSession", json!({ "capabilities": { "alwaysMatch": capabilities } }));
    marionette.in_browser(HEAR, json!([LISTEN]));
    let hears =
        || (marionette.in_browser("return ententeWindow().ententeHears", json!([])) == json!(true)).then_some(());
    wait::until("Firefox to listen to its pages", hears).unwrap_or_else(|waited| panic!("{waited}"));
    marionette
}

impl Marionette {
    fn call(&mut self, command: &str, parameters: Value) -> Value {
        let message = json!([0, self.next, command, parameters]).to_string();
        self.next += 1;
        self.stream.write_all(format!("{}:{message}", message.len()).as_bytes()).expect("Firefox listens");
        let answer = self.frame(command);
        match &answer[2] {
            Value::Null => answer[3].clone(),
            error => panic!("{command}: {error}"),
        }
    }

    /// The next frame, the answer to `command`.
    fn frame(&mut self, command: &str) -> Value {
        let mut read = |bytes: &mut [u8]| {
            let limit = ANSWER_LIMIT.as_secs();
            self.stream
                .read_exact(bytes)
                .unwrap_or_else(|error| panic!("no answer to {command} within {limit} s: {error}"));
        };
        let mut length = 0_usize;
        let mut byte = [0];
        loop {
            read(&mut byte);
            match byte[0] {
                b':' => break,
                digit => length = length * 10 + usize::from(digit.saturating_sub(b'0')),
            }
        }
        let mut bytes = vec![0; length];
        read(&mut bytes);
        serde_json::from_slice(&bytes).expect("Firefox answers in JSON")
    }

    /// Runs the body of a function in the browser itself.
    fn in_browser(&mut self, script: &str, arguments: Value) -> Value {
        let script = format!("{WINDOW}{script}");
        self.call("Marionette:SetContext", json!({ "value": "chrome" }));
        let script = json!({ "script": script, "args": arguments, "sandbox": "system" });
        let value = self.call("WebDriver:ExecuteScript", script)["value"].clone();
        self.call("Marionette:SetContext", json!({ "value": "content" }));
        value
    }
}

impl Connection for Marionette {
    fn goto(&mut self, address: &str) {
        self.call("WebDriver:Navigate", json!({ "url": address }));
    }

    fn run(&mut self, script: &str, arguments: Value) -> Value {
        self.call("WebDriver:ExecuteScript", json!({ "script": script, "args": arguments, "sandbox": null }))["value"]
            .clone()
    }

    fn actions(&mut self, actions: Value) {
        self.call("WebDriver:PerformActions", json!({ "actions": actions }));
    }

    fn size(&mut self, width: u32, height: u32) {
        self.call("WebDriver:SetWindowRect", json!({ "width": width, "height": height + 86 }));
    }

    fn step(&mut self, what: &str) {
        let command = match what {
            "back" => "WebDriver:Back",
            "forward" => "WebDriver:Forward",
            _ => "WebDriver:Refresh",
        };
        self.call(command, json!({}));
    }

    fn picture(&mut self) -> Vec<u8> {
        let picture = self.call("WebDriver:TakeScreenshot", json!({ "full": false }));
        STANDARD.decode(picture["value"].as_str().unwrap_or_default()).expect("a picture is Base64")
    }

    fn paper(&mut self) -> Vec<u8> {
        let paper = self.call("WebDriver:Print", json!({}));
        STANDARD.decode(paper["value"].as_str().unwrap_or_default()).expect("what is printed is Base64")
    }

    fn messages(&mut self) -> Vec<Message> {
        let found = self.in_browser(TAKE, json!([]));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        found.as_array().into_iter().flatten().map(|row| Message::new(text(&row[0]), text(&row[1]))).collect()
    }

    fn say_as_browser(&mut self, words: &str) {
        let folder = self.folder.join("add-on");
        std::fs::create_dir_all(&folder).expect("the profile can be written");
        let manifest = json!({
            "manifest_version": 2, "name": "Says something", "version": "1",
            "browser_specific_settings": { "gecko": { "id": "says@entente.invalid" } },
            "permissions": ["<all_urls>"],
            "background": { "scripts": ["says.js"] },
            "content_scripts": [{ "matches": ["<all_urls>"], "js": ["says.js"], "all_frames": true }],
        });
        let words = json!(words);
        let says = format!("console.error({words}); Promise.reject(new Error({words})); throw new Error({words})");
        for (name, text) in [("manifest.json", manifest.to_string()), ("says.js", says)] {
            std::fs::write(folder.join(name), text).expect("the profile can be written");
        }
        self.call("Addon:Install", json!({ "path": folder, "temporary": true }));
    }
}

/// The window that keeps what is heard.
const WINDOW: &str = "const ententeWindow = () => Services.wm.getMostRecentWindow('navigator:browser');";

/// Runs [`LISTEN`] in each process of the browser, also in later ones, and keeps what it sends.
const HEAR: &str = "
    const window = ententeWindow();
    window.ententeSaid = [];
    Services.ppmm.addMessageListener('entente:hears', () => { window.ententeHears = true });
    Services.ppmm.addMessageListener('entente:said', (message) => window.ententeSaid.push(message.data));
    Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent(arguments[0]), true);";

/// Sends each console message of a process, with the address of the script that wrote it.
const LISTEN: &str = "
    const text = (value) => { try { return String(value) } catch { return '?' } };
    Components.classes['@mozilla.org/consoleAPI-storage;1'].getService(Components.interfaces.nsIConsoleAPIStorage)
      .addLogEventListener((event) => {
        const said = event.wrappedJSObject ?? event;
        const source = said.addonId ? 'moz-extension:' + said.addonId : said.filename;
        sendAsyncMessage('entente:said', [source ?? '', `console.${said.level}: ` + (said.arguments ?? []).map(text).join(' ')]);
      }, Components.classes['@mozilla.org/systemprincipal;1'].createInstance(Components.interfaces.nsIPrincipal));
    sendAsyncMessage('entente:hears');";

/// Returns console messages and errors in pages from the browser's own console, and clears it. A message that has neither a source nor
/// a window comes from the browser.
const TAKE: &str = "
    const found = Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !message.isFromChromeContext
        && (message.sourceName || message.innerWindowID))
      .map((message) => [message.sourceName,
        `${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`]);
    Services.console.reset();
    return ententeWindow().ententeSaid.splice(0).concat(found);";
