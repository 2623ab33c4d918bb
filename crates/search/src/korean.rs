//! Endings of Korean words: particles written onto the noun they belong to.
//!
//! In: a folded word. Out: the word without its particle, where one is sure. It knows no verbs and no dictionary.

/// Particles and their compounds, longest first.
const PARTICLES: &[&str] = &[
    "으로부터",
    "에서부터",
    "에게서는",
    "으로서의",
    "으로써",
    "으로서",
    "으로의",
    "에서의",
    "에서는",
    "에서도",
    "에게서",
    "에게는",
    "으로는",
    "으로도",
    "로부터",
    "까지의",
    "까지는",
    "이라고",
    "이라는",
    "이라며",
    "이라도",
    "이나마",
    "로서의",
    "부터의",
    "라는",
    "라고",
    "라며",
    "에서",
    "에게",
    "에는",
    "에도",
    "에의",
    "으로",
    "로서",
    "로써",
    "로는",
    "로의",
    "로도",
    "와의",
    "과의",
    "와는",
    "과는",
    "까지",
    "부터",
    "보다",
    "처럼",
    "마다",
    "조차",
    "이나",
    "이며",
    "이란",
    "에",
    "의",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "와",
    "과",
    "도",
    "로",
    "만",
    "나",
    "며",
];

/// A stem has at least this many syllables: shorter words may end in what only looks like a particle.
const MIN_STEM_SYLLABLES: usize = 2;
/// A shorter word keeps a particle of one syllable that many nouns end in as well (정도, 불만).
const MIN_DOUBTFUL_SYLLABLES: usize = 3;

/// The word without its particle.
#[must_use]
pub fn without_particle(word: &str) -> &str {
    if !word.chars().next_back().is_some_and(is_syllable) {
        return word;
    }
    for particle in PARTICLES {
        let Some(rest) = word.strip_suffix(particle) else { continue };
        let doubtful = matches!(*particle, "도" | "로" | "만" | "나" | "며" | "라고" | "이나");
        let least = if doubtful { MIN_DOUBTFUL_SYLLABLES } else { MIN_STEM_SYLLABLES };
        if rest.chars().count() >= least && rest.chars().next_back().is_some_and(|last| agrees(last, particle)) {
            return rest;
        }
    }
    word
}

/// A particle has one form after a vowel and another after a consonant: 정부는, 외교관은.
fn agrees(last: char, particle: &str) -> bool {
    if !is_syllable(last) {
        // After digits and Latin letters the spelling does not show it.
        return last.is_alphanumeric();
    }
    let closing = (u32::from(last) - 0xac00) % 28;
    let (closed, l) = (closing != 0, closing == 8);
    match particle.chars().next() {
        Some('은' | '을' | '과') => closed,
        Some('는' | '가' | '를' | '와' | '며' | '나' | '라') => !closed,
        Some('이') => closed,
        Some('으') => closed && !l,
        Some('로') => !closed || l,
        _ => true,
    }
}

/// True for a Hangul syllable.
#[must_use]
pub fn is_syllable(c: char) -> bool {
    entente_text::script::is_hangul_syllable(c)
}

#[cfg(test)]
mod tests {
    use super::without_particle;

    #[test]
    fn particles_come_off_and_nouns_stay_whole() {
        for (word, noun) in [
            ("외교부는", "외교부"),
            ("외교부에서는", "외교부"),
            ("협의회를", "협의회"),
            ("미국은", "미국"),
            ("서울에서", "서울"),
            ("대사관으로", "대사관"),
            ("회의", "회의"),
            ("국가", "국가"),
            ("국가가", "국가"),
            ("미국만", "미국만"),
            ("정도", "정도"),
            ("북한", "북한"),
            ("한미동맹의", "한미동맹"),
            ("결과", "결과"),
            ("cyber", "cyber"),
            ("유엔의", "유엔"),
            ("", ""),
        ] {
            assert_eq!(without_particle(word), noun, "{word}");
        }
    }
}
