//! Which script a character belongs to, as far as readers ask: the scripts that put no space between words.

/// True for a Korean syllable.
#[must_use]
pub fn is_hangul_syllable(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// True for a Korean syllable or a letter of one.
#[must_use]
pub fn is_hangul(c: char) -> bool {
    is_hangul_syllable(c)
        || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}' | '\u{ffa0}'..='\u{ffdc}')
}

/// True for Japanese kana.
#[must_use]
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// True for a letter of katakana or its sign for a long vowel, which spell names of other languages.
#[must_use]
pub fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{31f0}'..='\u{31ff}')
}

/// True for a Chinese character.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::{is_han, is_hangul, is_hangul_syllable, is_kana};

    #[test]
    fn characters_belong_to_one_script() {
        for (c, expected) in [
            ('한', (true, true, false, false)),
            ('ㄱ', (false, true, false, false)),
            ('ド', (false, false, true, false)),
            ('東', (false, false, false, true)),
            ('〇', (false, false, false, true)),
            ('a', (false, false, false, false)),
        ] {
            assert_eq!((is_hangul_syllable(c), is_hangul(c), is_kana(c), is_han(c)), expected, "{c}");
        }
    }
}
