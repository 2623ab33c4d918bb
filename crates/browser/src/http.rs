//! A small HTTP client for a driver on this machine.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

use crate::wait::PATIENCE;

/// The time limit for an answer. It is longer than the driver's own limits, so that the driver can say what it waited for.
pub const ANSWER_LIMIT: Duration = Duration::from_secs(PATIENCE.as_secs() + 60);

/// Sends JSON to `path` on `port` of this machine, and returns the `value` of the answer.
///
/// # Errors
/// The message of the driver.
pub fn call(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let body = if method == "POST" { body.to_string() } else { String::new() };
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(|error| error.to_string())?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body.as_bytes()))
        .map_err(|error| error.to_string())?;
    stream.set_read_timeout(Some(ANSWER_LIMIT)).map_err(|error| error.to_string())?;
    let text = answer(&mut stream)
        .map_err(|error| format!("no answer to {method} {path} within {} s: {error}", ANSWER_LIMIT.as_secs()))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text:?}"))?;
    match &value["value"]["error"] {
        Value::String(error) => Err(format!("{error}: {}", value["value"]["message"].as_str().unwrap_or_default())),
        _ => Ok(value["value"].clone()),
    }
}

/// Reads the body of an answer. Its length is read from the head, because the driver may leave the connection open.
fn answer(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 65_536];
    loop {
        let read = stream.read(&mut buffer)?;
        bytes.extend_from_slice(&buffer[..read]);
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&bytes[..at]).to_ascii_lowercase();
            let length =
                head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
            let body = &bytes[at + 4..];
            if read == 0 || length.is_some_and(|length| body.len() >= length) {
                return Ok(String::from_utf8_lossy(body).into_owned());
            }
        } else if read == 0 {
            return Ok(String::new());
        }
    }
}
