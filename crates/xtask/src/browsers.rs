//! Installs the browsers of the tests from the system's packages.

use std::process::Command;

use crate::Fault;
use crate::step::{is_there, run, step};

/// Programs, each with the Debian package that contains it.
const NEEDED: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("/usr/sbin/nginx", "nginx-light"),
];

/// Installs what is missing. If that is not allowed, the error names the command that does it.
pub(crate) fn ensure() -> Result<(), Fault> {
    let missing: Vec<&str> =
        NEEDED.iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install -y --no-install-recommends {}", missing.join(" "));
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0"));
    if !root || !is_there("apt-get") {
        return Err(format!("the browser tests need more programs; install them with: sudo {line}").into());
    }
    step(&line, || {
        let apt = |arguments: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", &format!("apt-get {arguments} >/dev/null")]).env("DEBIAN_FRONTEND", "noninteractive");
            run(&mut command)
        };
        apt("update -q")?;
        apt(&format!("install -q -y --no-install-recommends {}", missing.join(" ")))
    })
}
