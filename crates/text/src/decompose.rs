//! Decomposes characters: letters without their marks, compatibility forms as the characters that they stand for.
//!
//! In: one character. Out: its NFKD form (Unicode Standard Annex 15) in lower case, without combining marks. The table is written by
//! `examples/fold-table.rs` from the crate unicode-normalization, whose own tables are ten times the size; it covers
//! what [`is_covered`] says, and `tests/decompose.rs` compares the two. Hangul is put together by arithmetic.

use std::sync::OnceLock;

/// The table: a line begins with a code point in hexadecimal, then says what each character from there on becomes.
/// `∅` stands for nothing, `␣` for a space, `⋄` for a character that is left out of the table; `×3` after it says
/// that three characters in a row become this, `…3` that each of three becomes the next one of a row.
static TABLE: &str = include_str!("decompose.txt");

/// Characters in a row that are treated alike.
struct Run {
    first: u32,
    last: u32,
    rising: bool,
    to: &'static str,
}

/// True for characters whose decomposition the table knows. Left out: Arabic shapes, ideographs beyond the first
/// plane, and scripts that no document of our days is written in.
#[must_use]
pub fn is_covered(c: char) -> bool {
    matches!(c, '\0'..='\u{fb4f}' | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f2ff}' | '\u{e0100}'..='\u{e01ef}')
        && !is_syllable(c)
}

/// Calls `emit` with each letter that `c` is made of, in lower case: none for a combining mark. A Hangul syllable
/// stays whole.
pub fn decompose(c: char, mut emit: impl FnMut(char)) {
    // Most text is ASCII, Hangul or Chinese: it needs no table.
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if is_syllable(c) || matches!(c, '\u{4e00}'..='\u{9fff}') {
        return emit(c);
    }
    match found(c) {
        Some((to, 0)) => to.chars().for_each(emit),
        Some((to, step)) => to.chars().filter_map(|c| char::from_u32(u32::from(c) + step)).for_each(emit),
        None => c.to_lowercase().for_each(emit),
    }
}

/// True for a mark that belongs to the letter before it.
#[must_use]
pub fn is_mark(c: char) -> bool {
    // The two half-width sound marks of katakana become nothing as well.
    !c.is_ascii() && found(c).is_some_and(|(to, _)| to.is_empty())
}

/// The syllable that `after` makes with `before`: a vowel after a first consonant, a last consonant after both.
#[must_use]
pub fn composed(before: char, after: char) -> Option<char> {
    let (a, b) = (u32::from(before), u32::from(after));
    let made = match (a, b) {
        (0x1100..=0x1112, 0x1161..=0x1175) => 0xac00 + ((a - 0x1100) * 21 + (b - 0x1161)) * 28,
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (a - 0xac00).is_multiple_of(28) => a + (b - 0x11a7),
        _ => return None,
    };
    char::from_u32(made)
}

fn is_syllable(c: char) -> bool {
    crate::script::is_hangul_syllable(c)
}

/// What `c` becomes, and how far after it in a row.
fn found(c: char) -> Option<(&'static str, u32)> {
    static RUNS: OnceLock<Vec<Run>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| TABLE.lines().flat_map(line).collect());
    let at = u32::from(c);
    let run = runs.get(runs.partition_point(|run| run.last < at)).filter(|run| run.first <= at)?;
    Some((run.to, if run.rising { at - run.first } else { 0 }))
}

fn line(line: &'static str) -> impl Iterator<Item = Run> {
    let (first, tokens) = line.split_once(' ').unwrap_or((line, ""));
    let mut next = u32::from_str_radix(first, 16).unwrap_or(0);
    tokens.split(' ').filter_map(move |token| {
        let rising = token.contains('…');
        let (to, count) = token.split_once(['×', '…']).unwrap_or((token, "1"));
        let first = next;
        next += count.parse::<u32>().unwrap_or(1);
        let to = match to {
            "⋄" => return None,
            "∅" => "",
            "␣" => " ",
            to => to,
        };
        Some(Run { first, last: next - 1, rising, to })
    })
}

#[cfg(test)]
mod tests {
    use super::{composed, decompose};

    #[test]
    fn letters_lose_their_marks_and_forms_become_what_they_stand_for() {
        for (from, to) in [
            ("Zürich Ǆ", "zurich dž".replace('ž', "z").as_str()),
            ("ﬁnance №", "finance no"),
            ("Việt Nam", "viet nam"),
            ("Ёлка й ї", "елка и і"),
            ("Ἀθήνα", "αθηνα"),
            ("㈜ ① ㎡ Ⅳ", "(주) 1 m2 iv"),
            ("ｱｼﾞｱ", "アシア"),
            ("李", "李"),
            ("𝐀𝐳", "az"),
        ] {
            let mut out = String::new();
            from.chars().for_each(|c| decompose(c, |c| out.push(c)));
            // Letters of Hangul are put together where text is folded.
            let out = out.replace("\u{110c}\u{116e}", "주");
            assert_eq!(out, to, "{from}");
        }
    }

    #[test]
    fn hangul_is_put_together() {
        assert_eq!(composed('\u{1112}', '\u{1161}'), Some('하'));
        assert_eq!(composed('하', '\u{11ab}'), Some('한'));
        assert_eq!(composed('한', '\u{11ab}'), None);
        assert_eq!(composed('a', '\u{1161}'), None);
    }
}
