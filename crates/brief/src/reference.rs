//! What an item of a brief is called in links.

use std::fmt;

/// A place or a fact of the file, by its public name. It may be in this file or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// `DOC:PASSAGE`
    Passage(String, String),
    /// `engagement:ID`
    Engagement(String),
    /// `statement:ID`
    Statement(String),
    /// `amount:ID`
    Amount(String),
    /// `pair:DOC:PASSAGE~DOC:PASSAGE`: two passages that say the same matter.
    Pair(String, String),
    /// `thread:ID~ID` or `thread:ID~ID~TOPIC`: engagements between two names, about a topic.
    Thread(Vec<String>),
    /// Anything else, as it was written.
    Unknown(String),
}

/// Between the parts of a pair or a thread. No public name contains it.
const BETWEEN: char = '~';

impl Reference {
    /// Reads a reference. It never fails: what is not a reference of ours is kept as it is.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let known = text.split_once(':').and_then(|(word, rest)| {
            let rest = rest.to_owned();
            match word {
                _ if rest.is_empty() || word.is_empty() => None,
                "engagement" => Some(Self::Engagement(rest)),
                "statement" => Some(Self::Statement(rest)),
                "amount" => Some(Self::Amount(rest)),
                "pair" => rest.split_once(BETWEEN).map(|(one, other)| Self::Pair(one.to_owned(), other.to_owned())),
                "thread" => {
                    let names: Vec<String> = rest.split(BETWEEN).map(str::to_owned).collect();
                    (2..=3).contains(&names.len()).then_some(Self::Thread(names))
                }
                document => Some(Self::Passage(document.to_owned(), rest)),
            }
        });
        known.unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passage(document, passage) => write!(f, "{document}:{passage}"),
            Self::Engagement(id) => write!(f, "engagement:{id}"),
            Self::Statement(id) => write!(f, "statement:{id}"),
            Self::Amount(id) => write!(f, "amount:{id}"),
            Self::Pair(one, other) => write!(f, "pair:{one}{BETWEEN}{other}"),
            Self::Thread(names) => write!(f, "thread:{}", names.join("~")),
            Self::Unknown(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_reads_back() {
        for text in [
            "statement-of-both-ab12cd34:p12-abcdef",
            "-ab12cd34:p12-abcdef",
            "engagement:talks-ab12cd",
            "statement:s-1",
            "amount:a-1",
            "pair:a-ab12cd34:p1-abcdef~b-ab12cd35:p2-abcdeg",
            "thread:kr~us",
            "thread:kr~us~cyber-security",
            "thread:kr",
            "pair:a",
            "engagement:",
            "",
            ":",
            "무엇",
        ] {
            assert_eq!(Reference::read(text).to_string(), text);
        }
        assert_eq!(Reference::read("thread:kr"), Reference::Unknown("thread:kr".to_owned()));
    }
}
