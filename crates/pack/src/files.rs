//! Files of the user: read only where they are regular files, replaced only whole.
//!
//! In: paths that somebody typed or that a folder holds. Out: bytes, or why there are none. A named pipe, a device or a
//! socket is refused before it is opened, because reading one may never end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::PackError;

/// Names tried for a temporary file before giving up.
const MAX_NAMES_TRIED: u32 = 10_000;
/// Links followed from one to the next before giving up, as Linux does.
const MAX_LINKS: usize = 40;

/// Opens the regular file `path`; a link is followed.
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
    // It may have been replaced since.
    if file.metadata().map_err(io)?.is_file() { Ok(file) } else { Err(PackError::NotRegular(path.to_owned())) }
}

/// The bytes of the regular file `path`, which has at most `limit` bytes.
///
/// # Errors
/// As [`open`], and [`PackError::TooLarge`].
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, PackError> {
    let mut bytes = Vec::new();
    let io = |error| PackError::Io(path.to_owned(), error);
    open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit { Err(PackError::TooLarge(path.to_owned(), limit)) } else { Ok(bytes) }
}

/// The first and the last `length` bytes of the regular file `path`, and how many bytes it has.
///
/// # Errors
/// As [`open`].
pub fn edges(path: &Path, length: usize) -> Result<(Vec<u8>, Vec<u8>, u64), PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    let mut file = open(path)?;
    let size = file.metadata().map_err(io)?.len();
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    (&mut file).take(length as u64).read_to_end(&mut head).map_err(io)?;
    file.seek(SeekFrom::Start(size.saturating_sub(length as u64))).map_err(io)?;
    file.take(length as u64).read_to_end(&mut tail).map_err(io)?;
    Ok((head, tail, size))
}

/// Where a file written to `path` goes: `path` itself, or what a link there leads to.
///
/// # Errors
/// [`PackError::NotRegular`] where something other than a regular file is there, [`PackError::Io`] where links lead in
/// a circle or the file system refuses.
pub fn target(path: &Path) -> Result<PathBuf, PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let next = fs::read_link(&target).map_err(io)?;
                // A relative link counts from the folder that it lies in.
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

/// Puts `bytes` into `path` in one step: whoever looks sees the old file or the new one, never a part. A link is kept,
/// and the file that it leads to is replaced. `watch` is told the temporary file while there is one.
///
/// # Errors
/// As [`target`], and [`PackError::Io`] where the bytes cannot be written; the old file is then as it was.
pub fn replace(path: &Path, bytes: &[u8], watch: &dyn Fn(Option<&Path>)) -> Result<(), PackError> {
    let target = target(path)?;
    let io = |error| PackError::Io(path.to_owned(), error);
    let (temporary, file) = temporary(&target).map_err(io)?;
    watch(Some(&temporary));
    let done = fill(file, bytes, &target).and_then(|()| fs::rename(&temporary, &target));
    if done.is_err() {
        // What is left of a failed attempt is of no use to anybody.
        let _ = fs::remove_file(&temporary);
    }
    watch(None);
    done.map_err(io)?;
    // The name is safe on the disk once its folder is. Not every system can be asked for that.
    let _ = File::open(folder_of(&target)).and_then(|folder| folder.sync_all());
    Ok(())
}

fn fill(mut file: File, bytes: &[u8], target: &Path) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(old) = fs::metadata(target) {
        // Who could read the old page can read the new one. Some file systems keep no permissions.
        let _ = file.set_permissions(old.permissions());
    }
    file.sync_all()
}

/// A new file beside `target` under a name that nothing else has. It is hidden, so that no folder is packed with it.
fn temporary(target: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..MAX_NAMES_TRIED {
        let name = format!(".entente-{}-{}.part", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = folder_of(target).join(name);
        // Fails where anything of the name is there, a link included.
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
