//! Writes `src/decompose.txt`: what each character is made of.
//!
//! Run in the project's folder: `cargo run -p entente-text --example fold-table > crates/text/src/decompose.txt`.
//! The same version of unicode-normalization gives the same bytes.

use entente_text::decompose::is_covered;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A gap of so many characters that stay as they are is cheaper said than a new line.
const GAP: u32 = 12;

fn main() {
    let mut out = String::new();
    let mut last: Option<u32> = None;
    let mut runs: Vec<(u32, u32, bool, String)> = Vec::new();
    for c in ('\u{80}'..=char::MAX).filter(|c| is_covered(*c)) {
        let Some(to) = becomes(c) else { continue };
        let at = u32::from(c);
        if let Some((first, count, rising, known)) = runs.last_mut()
            && *first + *count == at
        {
            if *known == to && (!*rising || *count == 1) {
                *rising = false;
                *count += 1;
                continue;
            }
            if (*rising || *count == 1) && next(known, *count).is_some_and(|next| next == to) {
                *rising = true;
                *count += 1;
                continue;
            }
        }
        runs.push((at, 1, false, to));
    }
    for (first, count, rising, to) in runs {
        match last {
            Some(last) if last == first => out.push(' '),
            Some(last) if first - last == 1 => out.push_str(" ⋄ "),
            Some(last) if first - last < GAP => out.push_str(&format!(" ⋄×{} ", first - last)),
            _ => out.push_str(&format!("{}{first:x} ", if last.is_some() { "\n" } else { "" })),
        }
        out.push_str(&match to.as_str() {
            "" => "∅".to_owned(),
            to => to.replace(' ', "␣"),
        });
        if count > 1 {
            out.push_str(&format!("{}{count}", if rising { '…' } else { '×' }));
        }
        last = Some(first + count);
    }
    #[expect(clippy::print_stdout, reason = "the table is what this prints")]
    {
        println!("{out}");
    }
}

/// What `c` becomes, where lower case alone does not say it.
fn becomes(c: char) -> Option<String> {
    let plain = |c: char| c.to_lowercase().filter(|c| !is_combining_mark(*c));
    let to: String = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(plain).collect();
    let lower: String = c.to_lowercase().collect();
    (to != lower).then_some(to)
}

/// The character whose code point is `step` after that of the single character of `text`.
fn next(text: &str, step: u32) -> Option<String> {
    let mut chars = text.chars();
    let only = chars.next().filter(|_| chars.next().is_none())?;
    char::from_u32(u32::from(only) + step).map(String::from)
}
