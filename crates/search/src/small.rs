//! Words that a question is put with and that say nothing of what is asked.
//!
//! They are searched like any others; only where that finds nothing, and in sentences, are they left out. Words that
//! are also names or dates ("may", "us", "no") are not among them.

const SMALL: &[&str] = &[
    "about",
    "also",
    "am",
    "among",
    "an",
    "and",
    "any",
    "anyone",
    "anything",
    "are",
    "as",
    "at",
    "be",
    "been",
    "being",
    "between",
    "both",
    "but",
    "by",
    "can",
    "concerning",
    "could",
    "dealing",
    "describe",
    "described",
    "did",
    "discuss",
    "do",
    "does",
    "during",
    "each",
    "either",
    "etc",
    "ever",
    "explain",
    "find",
    "for",
    "from",
    "give",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "him",
    "his",
    "how",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "just",
    "known",
    "many",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "neither",
    "not",
    "of",
    "on",
    "only",
    "or",
    "other",
    "others",
    "our",
    "please",
    "really",
    "regarding",
    "shall",
    "she",
    "should",
    "show",
    "since",
    "so",
    "some",
    "something",
    "such",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "until",
    "upon",
    "very",
    "want",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "would",
    "yes",
    "you",
    "your",
];

/// True for a small word, in any case, with or without a question mark.
#[must_use]
pub fn is_small(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    // A letter by itself is what an abbreviation like "e.g." left.
    if word.len() == 1 {
        return word.starts_with(|c: char| c.is_ascii_alphabetic());
    }
    // Longer ones than any of the list need not be put into lower case.
    word.len() <= 10 && SMALL.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{SMALL, is_small};

    #[test]
    fn small_words_are_in_order_and_known_in_any_case() {
        assert!(SMALL.is_sorted());
        assert!(SMALL.iter().all(|word| word.len() <= 10));
        for (word, small) in [
            ("When", true),
            ("which?", true),
            ("US", false),
            ("May", false),
            ("누가", false),
            ("e", true),
            ("1", false),
            ("", false),
        ] {
            assert_eq!(is_small(word), small, "{word}");
        }
    }
}
