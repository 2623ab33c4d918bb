//! Words as they are compared: folded, without markup, one space between them.

use std::collections::BTreeSet;

use entente_text::fold::fold;

use crate::annotation::Annotated;
use crate::scores::share;

/// A surface in an annotation has at most ten words. One of this many words or more may be the beginning of a longer
/// name only.
const CUT_AFTER_WORDS: usize = 9;

/// Words in a form in which two printings of the same are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording(String);

impl Wording {
    /// The words of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(&text.replace(['*', '_', '\\'], ""));
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self(words.join(" "))
    }

    /// The words of a name, without its article.
    #[must_use]
    pub fn of_name(text: &str) -> Self {
        let Self(words) = Self::of(text);
        Self(words.strip_prefix("the ").map_or(words.clone(), str::to_owned))
    }

    /// The words, one space between them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True if `other` is a part of it: word by word, in scripts without spaces letter by letter. Nothing contains no
    /// words.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        if other.0.is_empty() {
            return false;
        }
        if other.0.is_ascii() {
            return format!(" {} ", self.0).contains(&format!(" {} ", other.0));
        }
        self.0.replace(' ', "").contains(&other.0.replace(' ', ""))
    }

    /// True for an annotated surface that may be only the beginning of a name.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.split(' ').count() >= CUT_AFTER_WORDS
    }

    /// True if it begins with the words of `other` and goes on.
    #[must_use]
    pub fn begins_with(&self, other: &Self) -> bool {
        self.0.starts_with(&format!("{} ", other.0))
    }

    /// True if one of the two contains the other.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// Share of the words of both that are in both.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        let (a, b) = (words(&self.0), words(&other.0));
        share(a.intersection(&b).count(), a.union(&b).count())
    }
}

/// Words that count neither way.
pub struct Doubtful(Vec<Wording>);

impl Doubtful {
    /// The doubtful words of an annotation.
    #[must_use]
    pub fn of(annotated: &Annotated) -> Self {
        Self(annotated.doubtful.iter().map(|words| Wording::of(words)).collect())
    }

    /// True if `name` is, contains or is contained in something doubtful.
    #[must_use]
    pub fn is_name(&self, name: &Wording) -> bool {
        self.0.iter().any(|doubtful| doubtful.agrees(name))
    }

    /// True if `quote` contains doubtful words, and the fact's own words `own` are among them.
    #[must_use]
    pub fn is_fact(&self, quote: &Wording, own: &Wording) -> bool {
        self.0.iter().any(|doubtful| quote.contains(doubtful) && doubtful.likeness(own) > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Wording;

    #[test]
    fn two_printings_of_the_same_words_agree() {
        for (one, other, agree) in [
            ("The **Republic of Korea**", "republic of korea", true),
            ("한미 사이버정책협의회", "사이버정책협의회", true),
            ("United States", "United", true),
            ("Niger", "Nigeria", false),
            ("anything", "", false),
        ] {
            assert_eq!(Wording::of_name(one).agrees(&Wording::of_name(other)), agree, "{one} / {other}");
        }
    }
}
