//! Words as they are compared: folded, without markup, one space between them.

use entente_text::fold::fold;

use crate::annotation::Annotated;

/// Words in a form in which two printings of the same are equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wording(String);

impl Wording {
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(&text.replace(['*', '_', '\\'], ""));
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        Self(words.join(" "))
    }

    /// A name: without its article.
    pub(crate) fn of_name(text: &str) -> Self {
        let Self(words) = Self::of(text);
        Self(words.strip_prefix("the ").map_or(words.clone(), str::to_owned))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// True where `other` stands in it, word by word; in scripts without spaces letter by letter.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        if other.0.is_empty() {
            return false;
        }
        if other.0.is_ascii() {
            return format!(" {} ", self.0).contains(&format!(" {} ", other.0));
        }
        self.0.replace(' ', "").contains(&other.0.replace(' ', ""))
    }

    /// True for a surface that may be only the beginning of a name.
    pub(crate) fn is_cut(&self) -> bool {
        self.0.split(' ').count() >= 9
    }

    pub(crate) fn begins_with(&self, other: &Self) -> bool {
        self.0.starts_with(&format!("{} ", other.0))
    }

    /// True where one of both stands in the other.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.holds(other) || other.holds(self)
    }

    /// Share of the words of both that are in both.
    pub(crate) fn likeness(&self, other: &Self) -> f64 {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        let (a, b) = (words(&self.0), words(&other.0));
        crate::tally::share(a.intersection(&b).count(), a.union(&b).count())
    }
}

/// Words that count neither way.
pub(crate) struct Doubtful(Vec<Wording>);

impl Doubtful {
    pub(crate) fn of(annotated: &Annotated) -> Self {
        Self(annotated.doubtful.iter().map(|words| Wording::of(words)).collect())
    }

    /// True for a name that is, holds or is held by something doubtful.
    pub(crate) fn is_name(&self, name: &Wording) -> bool {
        self.0.iter().any(|doubtful| doubtful.agrees(name))
    }

    /// True for a fact on `quote` whose own words are among the doubtful ones of the quote.
    pub(crate) fn is_fact(&self, quote: &Wording, own: &Wording) -> bool {
        self.0.iter().any(|doubtful| quote.holds(doubtful) && doubtful.likeness(own) > 0.0)
    }
}
