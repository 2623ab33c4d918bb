//! Firefox through Marionette, its own protocol: frames of `LENGTH:JSON` over TCP.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::connection::Connection;
use crate::process::{Folder, Process, Tail, free_port, listening};

/// A connection with Firefox.
pub struct Marionette {
    stream: TcpStream,
    next: u32,
    output: Tail,
    _firefox: Process,
}

/// Starts Firefox; `settings` are preferences as `name=value`.
///
/// # Panics
/// Where it does not start.
#[must_use]
pub fn firefox(profile: &Folder, settings: &[&str]) -> Marionette {
    let port = free_port();
    let folder = profile.path().join("firefox");
    std::fs::create_dir_all(&folder).expect("the profile's folder was just made");
    let preferences = [
        ("marionette.port", port.to_string()),
        // Under automation Firefox lets local pages read their neighbours; people's Firefox does not.
        ("security.fileuri.strict_origin_policy", "true".to_owned()),
        ("devtools.console.stdout.content", "true".to_owned()),
        // What the browser itself has to say is none of the page's.
        ("devtools.console.stdout.chrome", "false".to_owned()),
        ("app.update.enabled", "false".to_owned()),
        ("datareporting.policy.dataSubmissionEnabled", "false".to_owned()),
        ("browser.shell.checkDefaultBrowser", "false".to_owned()),
        ("browser.startup.homepage_override.mstone", "\"ignore\"".to_owned()),
        ("network.captive-portal-service.enabled", "false".to_owned()),
        ("network.connectivity-service.enabled", "false".to_owned()),
        ("remote.prefs.recommended", "false".to_owned()),
        // Where Firefox asks for its own settings: nowhere.
        ("services.settings.server", "\"data:,\"".to_owned()),
    ];
    let given = settings.iter().filter_map(|setting| setting.split_once('='));
    let given = given.map(|(name, value)| (name, value.to_owned()));
    let lines = preferences.into_iter().chain(given);
    let text: String = lines.map(|(name, value)| format!("user_pref(\"{name}\", {value});\n")).collect();
    std::fs::write(folder.join("user.js"), text).expect("the profile can be written");
    let mut command = Command::new("firefox-esr");
    // Access to the browser itself: its console has what its output lacks, breaches of policies above all.
    command.args(["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]);
    command.arg(&folder).arg("about:blank");
    command.env("MOZ_HEADLESS", "1").env("HOME", profile.path());
    let process = Process::start(command, profile.path(), "firefox-esr");
    listening(port);
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("Firefox listens");
    let output = Tail::of(&process.output);
    let mut marionette = Marionette { stream, next: 1, output, _firefox: process };
    // It greets before it is asked.
    marionette.frame();
    marionette
        .call("WebDriver:NewSession", json!({ "capabilities": { "alwaysMatch": { "acceptInsecureCerts": true } } }));
    marionette
}

impl Marionette {
    fn call(&mut self, command: &str, parameters: Value) -> Value {
        let message = json!([0, self.next, command, parameters]).to_string();
        self.next += 1;
        self.stream.write_all(format!("{}:{message}", message.len()).as_bytes()).expect("Firefox listens");
        let answer = self.frame();
        match &answer[2] {
            Value::Null => answer[3].clone(),
            error => panic!("{command}: {error}"),
        }
    }

    fn frame(&mut self) -> Value {
        let mut length = 0_usize;
        let mut byte = [0];
        loop {
            self.stream.read_exact(&mut byte).expect("Firefox answers");
            match byte[0] {
                b':' => break,
                digit => length = length * 10 + usize::from(digit.saturating_sub(b'0')),
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).expect("Firefox answers");
        serde_json::from_slice(&bytes).expect("Firefox answers in JSON")
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

    fn complaints(&mut self) -> Vec<String> {
        let said = |line: &String| line.starts_with("console.");
        let mut out: Vec<String> = self.output.lines().into_iter().filter(said).collect();
        self.call("Marionette:SetContext", json!({ "value": "chrome" }));
        let found = self.call("WebDriver:ExecuteScript", json!({ "script": CONSOLE, "args": [], "sandbox": "system" }));
        self.call("Marionette:SetContext", json!({ "value": "content" }));
        let lines = found["value"].as_array().cloned().unwrap_or_default();
        out.extend(lines.iter().filter_map(Value::as_str).map(str::to_owned));
        out
    }
}

/// Messages of pages (each has a window) in the browser's console, which is then emptied.
const CONSOLE: &str = "
    const found = Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !/^(chrome|resource|moz-)/.test(message.sourceName)
        && (message.innerWindowID || /^(file|http)/.test(message.sourceName)))
      .map((message) => `${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`);
    Services.console.reset();
    return found;";
