//! Reads and replaces the user's files. Only regular files are read, and a file is replaced as a whole.
//!
//! In: paths that somebody typed, or of files in a folder. Out: bytes, or the reason why there are none. A named pipe, a device
//! or a socket is refused before it is opened, because reading one may never end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::PackError;

/// The most names that are tried for a temporary file.
const MAX_NAMES_TRIED: u32 = 10_000;
/// The most links that are followed from one to the next, as on Linux.
const MAX_LINKS: usize = 40;

/// Opens the regular file `path`. A link is followed.
///
/// # Errors
/// [`PackError::Missing`], [`PackError::NotRegular`] for anything that is not a regular file, else [`PackError::Io`].
pub fn open(path: &Path) -> Result<File, PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(PackError::NotRegular(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(PackError::Missing(path.to_owned())),
        Err(error) => return Err(io(error)),
    }
    let file = File::open(path).map_err(io)?;
    // It may have been replaced in between.
    if file.metadata().map_err(io)?.is_file() { Ok(file) } else { Err(PackError::NotRegular(path.to_owned())) }
}

/// Reads the regular file `path`, which has at most `limit` bytes.
///
/// # Errors
/// As [`open`], and [`PackError::TooLarge`].
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, PackError> {
    let mut bytes = Vec::new();
    let io = |error| PackError::Io(path.to_owned(), error);
    let file = open(path)?;
    // Files of the system, as below `/proc`, are regular and of no length, and reading one may never end.
    if file.metadata().map_err(io)?.len() == 0 {
        return Ok(bytes);
    }
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit { Err(PackError::TooLarge(path.to_owned(), limit)) } else { Ok(bytes) }
}

/// Reads the first and the last `length` bytes of the regular file `path`, and its size in bytes.
///
/// # Errors
/// As [`open`].
pub fn read_edges(path: &Path, length: usize) -> Result<(Vec<u8>, Vec<u8>, u64), PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    let mut file = open(path)?;
    let size = file.metadata().map_err(io)?.len();
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    // As in `read`.
    if size == 0 {
        return Ok((head, tail, 0));
    }
    (&mut file).take(length as u64).read_to_end(&mut head).map_err(io)?;
    file.seek(SeekFrom::Start(size.saturating_sub(length as u64))).map_err(io)?;
    file.take(length as u64).read_to_end(&mut tail).map_err(io)?;
    Ok((head, tail, size))
}

/// Resolves links: returns the path of the file that is written if somebody writes to `path`.
///
/// # Errors
/// [`PackError::NotRegular`] if the path exists and is not a regular file, [`PackError::Io`] if links form a circle or the file
/// system refuses.
pub fn resolve_links(path: &Path) -> Result<PathBuf, PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let next = fs::read_link(&target).map_err(io)?;
                // A relative link starts at its own folder.
                target = target.parent().unwrap_or(Path::new("")).join(next);
            }
            Ok(metadata) if metadata.is_file() => return Ok(target),
            Ok(_) => return Err(PackError::NotRegular(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(io(error)),
        }
    }
    Err(io(io::Error::other("links lead from one to the next without end")))
}

/// Replaces the contents of `path` by `bytes` in one step: other programs see the old file or the new one, never a part. If
/// `path` is a link, it is kept and its target is replaced. `watch` is called with the path of the temporary file when it is
/// created, and with `None` when it is gone.
///
/// # Errors
/// As [`resolve_links`], and [`PackError::Io`] if the bytes cannot be written. The old file is then unchanged.
pub fn replace(path: &Path, bytes: &[u8], watch: &dyn Fn(Option<&Path>)) -> Result<(), PackError> {
    let target = resolve_links(path)?;
    let io = |error| PackError::Io(path.to_owned(), error);
    let (temporary, file) = create_temporary(&target).map_err(io)?;
    watch(Some(&temporary));
    let done = write_and_sync(file, bytes, &target).and_then(|()| fs::rename(&temporary, &target));
    if done.is_err() {
        // A part of a page is of no use.
        let _ = fs::remove_file(&temporary);
    }
    watch(None);
    done.map_err(io)?;
    // The name is on the disk after its folder is synced. Not every system can sync a folder.
    let _ = File::open(folder_of(&target)).and_then(|folder| folder.sync_all());
    Ok(())
}

fn write_and_sync(mut file: File, bytes: &[u8], target: &Path) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(target) {
        // Whoever could read the old page can read the new one. Some file systems have no permissions.
        let _ = file.set_permissions(old.permissions());
    }
    file.sync_all()
}

/// Creates a file beside `target` with a name that is not in use. It is hidden, so that `pack` never reads it.
fn create_temporary(target: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..MAX_NAMES_TRIED {
        let name = format!(".entente-{}-{}.part", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = folder_of(target).join(name);
        // Fails if anything with this name exists, also a link.
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(file) => return Ok((path, file)),
        }
    }
    Err(io::Error::other("no name for a temporary file is free"))
}

/// The folder of `path`; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::{read, read_edges};

    /// Reading `/proc/kmsg` waits for the next message of the system; this one would end.
    #[test]
    fn files_of_the_system_that_have_no_length_are_empty() {
        let path = Path::new("/proc/self/status");
        assert_eq!(read(path, 1_000_000).ok(), Some(Vec::new()));
        assert_eq!(read_edges(path, 10).ok(), Some((Vec::new(), Vec::new(), 0)));
    }
}
