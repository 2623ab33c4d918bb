//! Words that begin what a party signs: "For the Ministry of the Interior", "Pour le Gouvernement".
//!
//! Signatures stand side by side: cells of one line that all begin so are the heads of columns, which are read one after
//! the other.

/// The words, one a line, sorted, in lower case.
const OPENERS: &str = include_str!("../data/signature-openers.tsv");
/// Longest such line, in characters.
const MAX_CHARS: usize = 80;

/// True if `words` are the head of a signature.
#[must_use]
pub fn opens_signature(words: &str) -> bool {
    let words = words.trim();
    if !words.starts_with(char::is_uppercase) || words.chars().count() > MAX_CHARS {
        return false;
    }
    let folded = words.to_lowercase();
    OPENERS.lines().any(|opener| {
        let rest = folded.strip_prefix(opener);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
    }) && !words.ends_with(['.', ';', '?'])
}

#[cfg(test)]
mod tests {
    use super::{OPENERS, opens_signature};

    #[test]
    fn heads_of_signatures_are_known() {
        for (words, expected) in [
            ("For the Ministry of the Interior", true),
            ("FOR THE GOVERNMENT OF GHANA", true),
            ("Pour le Gouvernement", true),
            ("On behalf of Norway:", true),
            ("Für die Regierung", true),
            ("for the ministry", false),
            ("Forward", false),
            ("For this they thanked the hosts.", false),
        ] {
            assert_eq!(opens_signature(words), expected, "{words}");
        }
    }

    #[test]
    fn words_are_sorted_and_unique() {
        let words: Vec<&str> = OPENERS.lines().collect();
        assert!(words.is_sorted() && words.windows(2).all(|two| two[0] != two[1]));
    }
}
