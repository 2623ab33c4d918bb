//! A static web server for one test. It serves a folder under a path with given headers, and records the requested paths.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::watch;

/// The server; it ends with the test's process.
pub struct Server {
    /// Its port on this machine.
    pub port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `folder` under `prefix` ("/", "/intranet/reports/"), with `headers` on every answer.
    ///
    /// # Panics
    /// If the machine has no loopback.
    #[must_use]
    pub fn start(folder: &Path, prefix: &'static str, headers: &'static [(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback is there");
        let port = listener.local_addr().expect("it was just bound").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (folder, notes) = (folder.to_owned(), asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, notes) = (folder.clone(), notes.clone());
                std::thread::spawn(move || answer(stream, &folder, prefix, headers, &notes));
            }
        });
        Self { port, asked }
    }

    /// The paths requested so far, without those that browsers request by themselves.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().map(|asked| asked.clone()).unwrap_or_default();
        asked.into_iter().filter(|path| !path.ends_with("favicon.ico") && path != watch::PATH).collect()
    }
}

fn answer(mut stream: TcpStream, folder: &Path, prefix: &str, headers: &[(&str, &str)], notes: &Mutex<Vec<String>>) {
    let mut buffer = [0; 8192];
    let read = stream.read(&mut buffer).unwrap_or(0);
    let request = String::from_utf8_lossy(&buffer[..read]).into_owned();
    let path = request.split_whitespace().nth(1).unwrap_or("/").split('?').next().unwrap_or("/").to_owned();
    if let Ok(mut notes) = notes.lock() {
        notes.push(path.clone());
    }
    let file = path.strip_prefix(prefix).filter(|name| !name.contains("..")).map(|name| file(folder, name));
    let found = file.and_then(|file| std::fs::read(&file).ok().map(|bytes| (kind(&file), bytes)));
    let watched = watch::is_watched(&request);
    let (status, kind, bytes) = match found {
        _ if path == watch::PATH => ("200 OK", "text/javascript", watch::script().into_bytes()),
        Some((kind, bytes)) if watched && kind.starts_with("text/html") => {
            ("200 OK", kind, watch::with(&bytes, &format!("<script src=\"{}\"></script>", watch::PATH)))
        }
        Some((kind, bytes)) if watched && watch::is_worker(&request) => {
            ("200 OK", kind, [watch::WORKER_SCRIPT.as_bytes(), &bytes].concat())
        }
        Some((kind, bytes)) => ("200 OK", kind, bytes),
        None => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n",
        bytes.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    // A browser that has closed the connection needs no answer.
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(b"\r\n"))
        .and_then(|()| stream.write_all(&bytes));
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() })
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
