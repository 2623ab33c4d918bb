//! Handles signals: removes the temporary file when the command is stopped, and turns a limit on file sizes into an error.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The temporary file that is being written.
static TEMPORARY: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Sets the temporary file that is removed on an interrupt. `None` clears it.
pub(crate) fn watch(temporary: Option<&Path>) {
    *TEMPORARY.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = temporary.map(Path::to_owned);
}

/// Listens to the signals that would end the command.
#[cfg(unix)]
pub(crate) fn listen() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};

    // With a handler, a write beyond the limit fails as on a full disk. The flag itself is not read.
    let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
    if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                remove_temporary();
                // Ends the process as the signal would have.
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    }
}

/// Other systems remove nothing when a command is stopped; the file left there is hidden and never read.
#[cfg(not(unix))]
pub(crate) fn listen() {}

/// Removes the temporary file.
#[cfg_attr(not(unix), expect(dead_code, reason = "only signals call it"))]
fn remove_temporary() {
    if let Some(path) = TEMPORARY.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take() {
        let _ = fs::remove_file(path);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::{remove_temporary, watch};

    #[test]
    fn the_file_that_is_being_written_goes_and_no_other() {
        let place = std::env::temp_dir().join(format!("entente-interrupt-{}", std::process::id()));
        fs::create_dir_all(&place).expect("a folder can be made");
        let (part, other) = (place.join(".entente-1-0.part"), place.join("page.html"));
        for path in [&part, &other] {
            fs::write(path, "half").expect("a file can be written");
        }
        watch(Some(&part));
        remove_temporary();
        assert!(!part.exists() && other.exists());
        // Nothing is being written now.
        fs::write(&part, "another's").expect("a file can be written");
        remove_temporary();
        watch(Some(&part));
        watch(None);
        remove_temporary();
        assert!(part.exists());
        fs::remove_dir_all(&place).expect("the folder can be removed");
    }
}
