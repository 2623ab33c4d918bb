//! A folder in which the command line is tried.
#![expect(unreachable_pub, reason = "shared by the files of tests")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use entente_page::{Application, Assets, template};

/// A folder of its own, removed at the end.
pub struct Place(pub PathBuf);

impl Place {
    /// An empty folder with a template.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("entente-cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder can be made");
        let place = Self(path);
        let skeleton = "<!DOCTYPE html><html><head><!-- entente:policy --><title>Entente</title></head><body>\
            <div id=\"app\"><!-- entente:static --></div><!-- entente:data --><!-- entente:application --></body></html>";
        let page =
            template(&Assets { skeleton, style: "", application: Application::default() }).expect("a whole skeleton");
        place.write("template.html", page.as_bytes());
        place
    }

    /// The path of `name` in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file into it.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Calls the command in it.
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_entente")).args(arguments).current_dir(&self.0).output().expect("it runs")
    }

    /// Packs a folder of it.
    pub fn pack(&self, folder: &str, page: &str) -> Output {
        self.run(&["pack", folder, "-o", page, "--template", "template.html"])
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Its exit status.
pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

/// All that it printed.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
