//! Turns names of documents into names of files.
//!
//! In: a path from a page, which nobody has checked. Out: a path that stays below the folder that it is joined to and that the
//! system allows, or the reason why the document is not written.

use std::path::PathBuf;

use crate::walk::SETTINGS;

/// The longest file name that all common file systems allow, in bytes.
const MAX_NAME_BYTES: usize = 255;
/// Replaces a character that the system does not allow in names.
const REPLACEMENT: &str = "_";
/// Extensions of files of desktops and shells: showing the folder is enough for the desktop to act on them, or opening
/// them runs a program. A document with such a name gets `.txt` appended.
const ACTIVE_EXTENSIONS: &[&str] = &[
    ".application",
    ".appref-ms",
    ".bat",
    ".chm",
    ".cmd",
    ".com",
    ".command",
    ".cpl",
    ".desktop",
    ".diagcab",
    ".exe",
    ".fileloc",
    ".hta",
    ".inetloc",
    ".jar",
    ".js",
    ".jse",
    ".library-ms",
    ".lnk",
    ".msc",
    ".msi",
    ".pif",
    ".ps1",
    ".reg",
    ".scf",
    ".scr",
    ".search-ms",
    ".searchconnector-ms",
    ".settingcontent-ms",
    ".terminal",
    ".tool",
    ".url",
    ".vbe",
    ".vbs",
    ".webloc",
    ".website",
    ".workflow",
    ".wsf",
    ".wsh",
];
/// Whole names of such files.
const ACTIVE_NAMES: &[&str] = &["autorun.inf", "desktop.ini"];
/// The name under which Windows also finds `.git`.
const SHORT_GIT: &str = "git~1";
/// Names that Windows reserves for devices, with any extension.
const DEVICE_NAMES: &[&str] = &["aux", "con", "conin$", "conout$", "nul", "prn"];

/// Converts `file` to a path below a folder.
///
/// # Errors
/// The reason, as a sentence, if the document must not be written at all.
pub fn relative_path(file: &str) -> Result<PathBuf, &'static str> {
    relative_path_on(file, cfg!(windows))
}

fn relative_path_on(file: &str, windows: bool) -> Result<PathBuf, &'static str> {
    let mut path = PathBuf::new();
    let mut parts = file.split('/').peekable();
    while let Some(part) = parts.next() {
        if part.is_empty() || part == "." || part == ".." {
            return Err("its path leads out of the folder");
        }
        let compared: String = part.chars().filter(|c| !is_ignored(*c)).collect();
        // `pack` reads no hidden files, so it did not make a page that has one. Programs act on many hidden files.
        if compared.starts_with('.') || windows && compared.eq_ignore_ascii_case(SHORT_GIT) {
            return Err("its name is hidden, and hidden files are not written");
        }
        let is_file = parts.peek().is_none();
        if is_file && compared.eq_ignore_ascii_case(SETTINGS) {
            return Err("it would be taken for the settings of the folder");
        }
        let name = safe_name(part, is_file, windows);
        // On Windows, dots and blanks at the end of a name do not count.
        if name.starts_with('.') || name.trim_end_matches(['.', ' ']).eq_ignore_ascii_case(SETTINGS) {
            return Err("its name is hidden, and hidden files are not written");
        }
        path.push(name);
    }
    Ok(path)
}

/// True for characters that file systems of macOS leave out when they compare names.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Changes `name` to one that the system allows.
fn safe_name(name: &str, is_file: bool, windows: bool) -> String {
    let mut out = name.replace('\0', REPLACEMENT);
    if windows {
        out =
            out.replace(|c: char| c < ' ' || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*'), REPLACEMENT);
        let kept = out.trim_end_matches(['.', ' ']).len();
        if kept < out.len() {
            out.replace_range(kept.., REPLACEMENT);
        }
        let stem = out.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
        let numbered = |device: &str| stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1);
        if DEVICE_NAMES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
            out.insert_str(0, REPLACEMENT);
        }
    }
    let lower = out.to_ascii_lowercase();
    if is_file && (ACTIVE_EXTENSIONS.iter().any(|end| lower.ends_with(end)) || ACTIVE_NAMES.contains(&lower.as_str())) {
        out.push_str(".txt");
    }
    shortened(out)
}

/// Shortens `name` to [`MAX_NAME_BYTES`] and keeps its extension.
fn shortened(name: String) -> String {
    if name.len() <= MAX_NAME_BYTES {
        return name;
    }
    let extension = name.rfind('.').filter(|at| *at > 0 && name.len() - at <= 16).map_or("", |at| &name[at..]);
    let kept = name.floor_char_boundary(MAX_NAME_BYTES - extension.len() - REPLACEMENT.len());
    format!("{}{REPLACEMENT}{extension}", &name[..kept])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::relative_path_on;

    #[test]
    fn no_name_leads_out_of_the_folder_or_is_hidden() {
        for wrong in [
            "",
            "../a",
            "/etc/passwd",
            "a/../../b",
            "./",
            "a//b",
            "a/",
            "..",
            ".",
            ".git/hooks/post-checkout",
            ".ssh/config",
            "a/.bashrc",
            "entente.toml",
            "a/Entente.TOML",
            "\u{200c}.git/config",
            "\u{feff}./a",
            ".\u{200d}./a",
            "a/ent\u{200d}ente.toml",
        ] {
            for windows in [false, true] {
                assert!(relative_path_on(wrong, windows).is_err(), "{wrong}");
            }
        }
        assert!(relative_path_on("GIT~1/config", true).is_err() && relative_path_on("git~1/config", false).is_ok());
        assert!(
            relative_path_on("entente.toml.", true).is_err()
                || relative_path_on("entente.toml.", true).is_ok_and(|path| path != Path::new("entente.toml"))
        );
    }

    #[test]
    fn names_that_a_system_cannot_hold_get_a_safe_form() {
        let long = format!("{}.docx.txt", "한".repeat(90));
        let cut = format!("{}_.txt", "한".repeat(83));
        for (file, unix, windows) in [
            ("sub/한국.txt", "sub/한국.txt", "sub/한국.txt"),
            ("C:\\a", "C:\\a", "C__a"),
            ("a\\..\\b", "a\\..\\b", "a_.._b"),
            ("what?.txt", "what?.txt", "what_.txt"),
            ("a\0b", "a_b", "a_b"),
            ("con.txt", "con.txt", "_con.txt"),
            ("com1", "com1", "_com1"),
            ("compact", "compact", "compact"),
            ("end. ", "end. ", "end_"),
            ("a/desktop.ini", "a/desktop.ini.txt", "a/desktop.ini.txt"),
            ("Report.LNK", "Report.LNK.txt", "Report.LNK.txt"),
            ("minutes.txt.bat", "minutes.txt.bat.txt", "minutes.txt.bat.txt"),
            ("a/Open.Command", "a/Open.Command.txt", "a/Open.Command.txt"),
            ("letter.js", "letter.js.txt", "letter.js.txt"),
            ("notes.html", "notes.html", "notes.html"),
            ("x.url/y", "x.url/y", "x.url/y"),
            (long.as_str(), cut.as_str(), cut.as_str()),
        ] {
            assert_eq!(relative_path_on(file, false).as_deref(), Ok(Path::new(unix)), "{file}");
            assert_eq!(relative_path_on(file, true).as_deref(), Ok(Path::new(windows)), "{file}");
        }
    }
}
