//! Widths of the fonts that every reader of PDF has, so that files need not say them.
//!
//! In: a font's name. Out: the width of each letter in thousandths of the size, as Adobe's font metrics give it. Without
//! them words that are set one by one would run together, because the gaps between them could not be measured.

/// One letter a line: its code point in hexadecimal, then its width in Helvetica, Helvetica-Bold, Times-Roman, Times-Bold,
/// Times-Italic and Times-BoldItalic.
const WIDTHS: &str = include_str!("../../data/standard-widths.tsv");
/// Width of every letter of Courier.
const COURIER: f32 = 600.0;

/// A standard font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandardFont {
    /// By its column in the table.
    Proportional(usize),
    /// All letters are as wide as each other.
    Courier,
}

impl StandardFont {
    /// The standard font of this name, or the one that it is another name of: "Arial,Bold", "ABCDEF+TimesNewRoman".
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.split_once('+').map_or(name, |(_, name)| name).to_ascii_lowercase();
        let bold = usize::from(name.contains("bold"));
        let italic = usize::from(name.contains("italic") || name.contains("oblique"));
        let family = name.split(['-', ',']).next().unwrap_or_default();
        match family {
            "helvetica" | "arial" | "arialmt" => Some(Self::Proportional(bold)),
            "times" | "timesnewroman" | "timesnewromanps" | "timesnewromanpsmt" => {
                Some(Self::Proportional(2 + bold + 2 * italic))
            }
            "courier" | "couriernew" | "couriernewps" | "couriernewpsmt" => Some(Self::Courier),
            _ => None,
        }
    }

    /// The widths of `letters`, which stand at their codes.
    pub(super) fn widths(self, letters: &[Option<String>]) -> Vec<(u32, f32)> {
        let width = |letter: &str| match self {
            Self::Courier => Some(COURIER),
            Self::Proportional(column) => letter.chars().next().and_then(|letter| width(letter, column)),
        };
        let known = (0..).zip(letters).filter_map(|(code, letter)| Some((code, width(letter.as_deref()?)?)));
        known.collect()
    }
}

fn width(letter: char, column: usize) -> Option<f32> {
    // The table has no code for these blanks and hyphens of its own.
    let letter = match letter {
        '\u{a0}' => ' ',
        '\u{ad}' => '-',
        letter => letter,
    };
    let wanted = format!("{:04X}", u32::from(letter));
    let row = WIDTHS.lines().find_map(|row| row.strip_prefix(wanted.as_str())?.strip_prefix('\t'))?;
    row.split('\t').nth(column)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{StandardFont, WIDTHS, width};

    #[test]
    fn the_table_is_sorted_and_whole() {
        let codes: Vec<&str> = WIDTHS.lines().filter_map(|row| row.split('\t').next()).collect();
        assert!(codes.is_sorted() && codes.windows(2).all(|two| two[0] != two[1]));
        assert!(
            WIDTHS.lines().all(|row| row.split('\t').skip(1).filter(|width| width.parse::<u16>().is_ok()).count() == 6)
        );
    }

    #[test]
    fn fonts_are_known_by_their_names() {
        for (name, letter, expected) in [
            ("Helvetica", 'i', Some(222.0)),
            ("ABCDEF+Arial,Bold", 'i', Some(278.0)),
            ("Times-Roman", 'm', Some(778.0)),
            ("TimesNewRomanPS-BoldItalicMT", 'm', Some(778.0)),
            ("Garamond", 'm', None),
            ("HelveticaNeue", 'm', None),
        ] {
            let found = match StandardFont::of(name) {
                Some(StandardFont::Proportional(column)) => width(letter, column),
                Some(StandardFont::Courier) | None => None,
            };
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(
            StandardFont::of("Courier-Bold").map(|font| font.widths(&[Some("i".to_owned()), None])),
            Some(vec![(0, 600.0)])
        );
    }
}
