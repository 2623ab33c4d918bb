//! Processes, ports and folders that end with their owners.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::wait;

/// A process with all that it has started; it is killed on drop.
pub struct Process {
    child: Child,
    /// The file with its standard output and standard error.
    pub output: PathBuf,
}

impl Process {
    /// Starts `command`, its output in `folder`.
    ///
    /// # Panics
    /// If the program is missing. The message names the package to install.
    #[must_use]
    pub fn start(mut command: Command, folder: &Path, package: &str) -> Self {
        let output = folder.join(format!("output-{}", unique()));
        let file = File::create(&output).expect("the folder was just made");
        let copy = file.try_clone().expect("an open file can be shared");
        command.stdin(Stdio::null()).stdout(file).stderr(copy).process_group(0);
        let child = command.spawn().unwrap_or_else(|error| {
            let program = command.get_program().to_string_lossy();
            panic!("{program} cannot be started ({error}); install it with: apt-get install -y {package}")
        });
        Self { child, output }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The whole group is killed, because drivers do not end their browsers.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

/// The path of the first of `programs` that is found on the search path. The name of the first one if none is found.
#[must_use]
pub fn find(programs: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let all = programs.iter().flat_map(|program| folders.iter().map(move |folder| folder.join(program)));
    let found = all.into_iter().find(|file| file.is_file());
    found.unwrap_or_else(|| programs.first().map_or_else(PathBuf::new, PathBuf::from))
}

/// A folder that is removed on drop.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder of its own.
    ///
    /// # Panics
    /// If the folder cannot be created.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("entente-{name}-{}-{}", std::process::id(), unique()));
        fs::create_dir_all(&path).expect("a folder for temporary files can be made");
        Self(path)
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just ending may still write. A second attempt is enough.
        if fs::remove_dir_all(&self.0).is_err() {
            std::thread::sleep(Duration::from_millis(200));
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

/// A port that nobody listens on.
///
/// # Panics
/// If the machine has no loopback.
#[must_use]
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback is there");
    listener.local_addr().map(|address| address.port()).expect("it was just bound")
}

/// Waits until something listens on `port`.
///
/// # Panics
/// If nothing does in time.
pub fn listening(port: u16) {
    let what = format!("something that listens on port {port}");
    let listens = || std::net::TcpStream::connect(("127.0.0.1", port)).ok();
    wait::until(&what, listens).unwrap_or_else(|waited| panic!("{waited}"));
}

/// A number that this process has not used.
pub(crate) fn unique() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
