//! The languages that the word tables know.

/// A language of the word tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Korean.
    Korean,
    /// Japanese.
    Japanese,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Every language, in the order of [`Language::index`].
    pub const ALL: [Self; 9] = [
        Self::English,
        Self::French,
        Self::German,
        Self::Spanish,
        Self::Italian,
        Self::Portuguese,
        Self::Korean,
        Self::Japanese,
        Self::Chinese,
    ];

    /// The language of a BCP 47 tag: "fr", "pt-BR". `None` for a language that the tables do not know.
    ///
    /// ```
    /// use entente_language::Language;
    ///
    /// assert_eq!(Language::from_tag("pt-BR"), Some(Language::Portuguese));
    /// assert_eq!(Language::from_tag("la"), None);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// Its primary tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Korean => "ko",
            Self::Japanese => "ja",
            Self::Chinese => "zh",
        }
    }

    /// Its place among all.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::English => 0,
            Self::French => 1,
            Self::German => 2,
            Self::Spanish => 3,
            Self::Italian => 4,
            Self::Portuguese => 5,
            Self::Korean => 6,
            Self::Japanese => 7,
            Self::Chinese => 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn tags_read_back() {
        for (place, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            assert_eq!(language.index(), place);
        }
        assert_eq!(Language::from_tag("pt-BR"), Some(Language::Portuguese));
        assert_eq!(Language::from_tag("xx"), None);
    }
}
