//! Differences between two texts with the same words: white space, marks, capital letters.

use entente_text::fold::{fold, is_zero_width};

/// A difference that changes no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Folding {
    /// Kinds of quotation marks and apostrophes.
    QuotationMarks,
    /// Kinds of dashes, and hyphens.
    Dashes,
    /// The case of the first letter.
    FirstLetter,
    /// The case of other letters.
    Capitals,
    /// Commas and other marks.
    Punctuation,
    /// Accents, ligatures, widths of letters.
    Letters,
    /// Words in square brackets, which are those of the person who quotes.
    Brackets,
    /// Words written as one or apart.
    Joins,
}

impl Folding {
    /// In the order in which they are tried.
    const ALL: [Self; 6] =
        [Self::QuotationMarks, Self::Dashes, Self::FirstLetter, Self::Capitals, Self::Punctuation, Self::Letters];

    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::QuotationMarks => "quotation-marks",
            Self::Dashes => "dashes",
            Self::FirstLetter => "first-letter",
            Self::Capitals => "capitals",
            Self::Punctuation => "punctuation",
            Self::Letters => "letters",
            Self::Brackets => "brackets",
            Self::Joins => "joins",
        }
    }

    /// As a part of "… left aside".
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::QuotationMarks => "kinds of quotation marks",
            Self::Dashes => "kinds of dashes",
            Self::FirstLetter => "the case of the first letter",
            Self::Capitals => "capital letters",
            Self::Punctuation => "punctuation",
            Self::Letters => "forms of letters",
            Self::Brackets => "words in square brackets",
            Self::Joins => "words written as one or apart",
        }
    }

    fn apply(self, text: &str) -> String {
        match self {
            Self::QuotationMarks => spaced(text.chars().filter(|c| !is_quotation_mark(*c)).collect()),
            Self::Dashes => spaced(text.chars().map(|c| if is_dash(c) { ' ' } else { c }).collect()),
            Self::FirstLetter => {
                let mut is_first = true;
                let lower = |c: char| {
                    let here = is_first && c.is_alphabetic();
                    is_first &= !c.is_alphabetic();
                    if here { c.to_lowercase().collect::<String>() } else { c.to_string() }
                };
                text.chars().map(lower).collect()
            }
            Self::Capitals => text.to_lowercase(),
            Self::Punctuation => {
                let kept = |c: char| if is_punctuation(c) { ' ' } else { c };
                spaced(text.chars().map(kept).collect())
            }
            Self::Letters => fold(text),
            // Both are known before letters are compared.
            Self::Brackets | Self::Joins => text.to_owned(),
        }
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '\'' | '"'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
            | '＇'
            | '′'
            | '″'
            | 'ʼ'
            | '`'
            | '´'
    )
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣')
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric()
        && !is_quotation_mark(c)
        && !is_dash(c)
        && !matches!(c, '%' | '$' | '€' | '£' | '¥' | '₩' | '+')
}

/// White space folded.
fn spaced(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What differs between two texts that have the same words. Differences in white space are not reported.
///
/// ```
/// use entente_verify::{Folding, foldings};
///
/// assert_eq!(foldings("the “Plan”", "the \"Plan\""), [Folding::QuotationMarks]);
/// assert!(foldings("the Plan", "the  Plan").is_empty());
/// ```
#[must_use]
pub fn foldings(one: &str, other: &str) -> Vec<Folding> {
    let plain = |text: &str| spaced(text.chars().filter(|c| !is_zero_width(*c)).collect());
    let (one, other) = (plain(one), plain(other));
    let same_after = |foldings: &[Folding]| {
        let apply = |text: &str| foldings.iter().fold(text.to_owned(), |text, folding| folding.apply(&text));
        apply(&one) == apply(&other)
    };
    let mut needed: Vec<Folding> = Vec::new();
    for folding in Folding::ALL {
        if same_after(&needed) {
            break;
        }
        needed.push(folding);
    }
    // Those that were tried and did nothing are taken out again.
    for folding in Folding::ALL.into_iter().rev() {
        let without: Vec<Folding> = needed.iter().copied().filter(|known| *known != folding).collect();
        if without.len() < needed.len() && same_after(&without) {
            needed = without;
        }
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::{Folding, foldings};

    #[test]
    fn what_was_left_aside_is_said_and_nothing_else() {
        for (one, other, expected) in [
            ("we  agree\nto it", "we agree to it", vec![]),
            ("the “US”", "the \"US\"", vec![Folding::QuotationMarks]),
            ("ROK–US", "ROK-US", vec![Folding::Dashes]),
            ("we agree", "We agree", vec![Folding::FirstLetter]),
            ("the Parties", "the parties", vec![Folding::Capitals]),
            ("peace, and", "peace and", vec![Folding::Punctuation]),
            ("Zürich", "Zurich", vec![Folding::Letters]),
            (
                "we agree, “now”",
                "We agree \"now\"",
                vec![Folding::QuotationMarks, Folding::FirstLetter, Folding::Punctuation],
            ),
        ] {
            assert_eq!(foldings(one, other), expected, "{one}");
        }
    }
}
