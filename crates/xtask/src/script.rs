//! Writes small shell scripts that stand in for programs.

use std::fs;
use std::io;
use std::path::Path;

/// Writes `text` to `path` as a program that can be started. A script that is the same already stays as it is, so that
/// whatever looks at its time of change sees none.
pub(crate) fn write_script(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    fs::write(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}
