//! Patterns for files to leave out.
//!
//! In: patterns from `entente.toml`. Out: whether a path matches one of them. The time for one path is linear in the lengths
//! of path and pattern, however many stars a pattern has.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// The longest pattern, in bytes.
pub const MAX_PATTERN_BYTES: usize = 1_000;
/// The most patterns of one folder.
pub const MAX_PATTERNS: usize = 1_000;
/// The most stars and question marks of all patterns: each takes kilobytes once the patterns are compiled.
const MAX_WILDCARDS: usize = 5_000;

/// `?`: one byte that is a character, or all bytes that [`in_bytes`] writes for one.
const ONE_CHARACTER: &str = "{[!/\u{1}\u{10}-\u{1f}],\u{1}??????}";
/// `**` inside a name ("a**b") matches any characters, also `/`.
const ANYTHING: &str = "{*,*/**/*}";

/// Compiled patterns.
#[derive(Clone, Debug, Default)]
pub struct Exclude(GlobSet);

impl Exclude {
    /// Compiles `patterns`. `*` matches any characters except `/`, `**` any characters, `?` one character except `/`. Everything
    /// else matches itself.
    ///
    /// # Errors
    /// The index of the pattern that cannot be used, and the reason.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, (usize, String)> {
        let mut set = GlobSetBuilder::new();
        let (mut count, mut wildcards) = (0, 0);
        for (n, pattern) in patterns.into_iter().enumerate() {
            if n >= MAX_PATTERNS {
                return Err((
                    n,
                    format!("`exclude` has more than {MAX_PATTERNS} patterns; name folders instead of files"),
                ));
            }
            if pattern.len() > MAX_PATTERN_BYTES {
                return Err((
                    n,
                    format!("a pattern of `exclude` is longer than {MAX_PATTERN_BYTES} bytes; shorten it"),
                ));
            }
            wildcards += pattern.bytes().filter(|byte| matches!(byte, b'*' | b'?')).count();
            if wildcards > MAX_WILDCARDS {
                let reason = "name folders instead of files";
                return Err((n, format!("`exclude` has more than {MAX_WILDCARDS} stars and question marks; {reason}")));
            }
            let glob =
                GlobBuilder::new(&in_glob_syntax(pattern)).literal_separator(true).backslash_escape(true).build();
            set.add(glob.map_err(|error| (n, format!("`exclude`: {:?}: {}", pattern, error.kind())))?);
            count = n;
        }
        set.build().map(Self).map_err(|error| (count, format!("`exclude`: {}; use simpler patterns", error.kind())))
    }

    /// True if a pattern matches `path`, in which `/` separates names. A folder that matches is left out with everything below
    /// it, because the walk does not enter it.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        self.0.is_match(in_bytes(path))
    }
}

/// `text` with each character outside of ASCII as seven control characters. globset compares bytes: `?` would be a part of
/// a letter otherwise.
fn in_bytes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_in_bytes(c, &mut out));
    out
}

fn push_in_bytes(c: char, out: &mut String) {
    if (' '..='~').contains(&c) {
        return out.push(c);
    }
    out.push('\u{1}');
    let digits = (0..6).rev().map(|n| u32::from(c) >> (4 * n) & 0xf);
    out.extend(digits.filter_map(|digit| char::from_u32(0x10 + digit)));
}

/// Translates `pattern` for globset: brackets and braces match themselves, and `**` matches anything at any position.
fn in_glob_syntax(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern.trim_end_matches('/');
    let mut at_start = true;
    while let Some(c) = rest.chars().next() {
        let stars = rest.len() - rest.trim_start_matches('*').len();
        if stars >= 2 {
            rest = &rest[stars..];
            let whole_name = at_start && (rest.is_empty() || rest.starts_with('/'));
            if !whole_name {
                out.push_str(ANYTHING);
                at_start = false;
            } else if !out.ends_with("**/") {
                out.push_str("**");
                at_start = false;
            } else if rest.is_empty() {
                // "**/**" says the same as "**".
                out.pop();
            } else {
                rest = &rest[1..];
            }
            continue;
        }
        if c == '?' {
            out.push_str(ONE_CHARACTER);
            (at_start, rest) = (false, &rest[1..]);
            continue;
        }
        if matches!(c, '[' | ']' | '{' | '}' | '\\' | ',' | '!') {
            out.push('\\');
        }
        push_in_bytes(c, &mut out);
        at_start = c == '/';
        rest = &rest[c.len_utf8()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Exclude, MAX_PATTERN_BYTES, MAX_PATTERNS};

    #[test]
    fn patterns_read_as_people_write_them() {
        for (pattern, path, expected) in [
            ("drafts/*", "drafts/a.txt", true),
            ("drafts/*", "drafts/old", true),
            ("drafts", "drafts", true),
            ("drafts/", "drafts", true),
            ("drafts", "drafts2", false),
            ("*.bak", "a.bak", true),
            ("*.bak", "x/a.bak", false),
            ("**/*.bak", "x/y/a.bak", true),
            ("**/*.bak", "a.bak", true),
            ("**/**/**/*.bak", "a.bak", true),
            ("**/**/**/*.bak", "x/y/z/w/a.bak", true),
            ("**.bak", "x/a.bak", true),
            ("**.bak", "a.bak", true),
            ("a**b", "a/x/y/b", true),
            ("a**b", "axb", true),
            ("a**b", "ab", true),
            ("a**b", "a/x/y/c", false),
            ("x/**", "x/a/b", true),
            ("**", "x/a/b", true),
            ("a?.txt", "a1.txt", true),
            ("a?.txt", "a한.txt", true),
            ("a?.txt", "a/.txt", false),
            ("??.txt", "한.txt", false),
            ("*??.txt", "한.txt", false),
            ("*한?.txt", "a/한국.txt", false),
            ("*한?.txt", "대한국.txt", true),
            ("a\tb", "a\tb", true),
            ("[draft] a.txt", "[draft] a.txt", true),
            ("[draft] a.txt", "d a.txt", false),
            ("{a,b}.txt", "{a,b}.txt", true),
            ("{a,b}.txt", "a.txt", false),
            ("a\\b", "a\\b", true),
            ("", "a", false),
        ] {
            let exclude = Exclude::new([pattern]).expect(pattern);
            assert_eq!(exclude.matches(path), expected, "{pattern} on {path}");
        }
    }

    /// Each of these took longer than anybody waits with a matcher that tries every way.
    #[test]
    fn stars_cost_no_more_than_their_number() {
        let name = "a".repeat(250);
        let path = vec![name.as_str(); 16].join("/");
        let stars = format!("{}b", "*a".repeat(400));
        let folders = format!("{}b", "**/".repeat(300));
        let mixed = format!("{}b", "**a".repeat(60));
        let questions = format!("{}b", "*?".repeat(400));
        for pattern in [stars, folders, mixed, questions] {
            let exclude = Exclude::new([pattern.as_str()]).expect("a pattern");
            assert!(!exclude.matches(&name) && !exclude.matches(&path), "{pattern}");
        }
    }

    #[test]
    fn too_much_is_refused_with_the_number_of_the_pattern() {
        let long = "a".repeat(MAX_PATTERN_BYTES + 1);
        let (at, what) = Exclude::new(["a", long.as_str()]).expect_err("too long");
        assert!(at == 1 && what.contains("longer than"), "{what}");
        let (at, what) = Exclude::new(std::iter::repeat_n("a", MAX_PATTERNS + 1)).expect_err("too many");
        assert!(at == MAX_PATTERNS && what.contains("more than"), "{what}");
        let stars = "**/*a".repeat(100);
        let (at, what) = Exclude::new(std::iter::repeat_n(stars.as_str(), 100)).expect_err("too many stars");
        assert!(at == 16 && what.contains("5000 stars"), "{what}");
    }
}
