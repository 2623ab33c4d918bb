//! Queries as trees, and how they are written.

use std::fmt;

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A word.
    Word(Word),
    /// Words one behind the other.
    Phrase(Vec<String>),
    /// Both within so many words of each other.
    Near(Box<Query>, Box<Query>, u32),
    /// A word or phrase in one field (`title`, `section`).
    In(String, Box<Query>),
    /// All of these.
    And(Vec<Query>),
    /// Any of these.
    Or(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
}

/// A word and how it is matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// As typed.
    pub text: String,
    /// `word*`: anything that begins so.
    pub prefix: bool,
    /// `word~`: with a letter or two wrong.
    pub fuzzy: bool,
}

impl Query {
    /// True where nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::And(parts) if parts.is_empty())
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => {
                write!(f, "{}{}{}", word.text, if word.prefix { "*" } else { "" }, if word.fuzzy { "~" } else { "" })
            }
            Self::Phrase(words) => write!(f, "\"{}\"", words.join(" ")),
            Self::Near(a, b, distance) => write!(f, "{a} NEAR/{distance} {b}"),
            Self::In(field, query) => write!(f, "{field}:{query}"),
            Self::And(parts) => joined(f, parts, " "),
            Self::Or(parts) => joined(f, parts, " OR "),
            Self::Not(query) => write!(f, "-{}", Inner(query)),
        }
    }
}

/// A part of a query, in brackets where it would be read otherwise without.
struct Inner<'a>(&'a Query);

impl fmt::Display for Inner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Query::And(_) | Query::Or(_) | Query::Near(..) => write!(f, "({})", self.0),
            query => write!(f, "{query}"),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Query], by: &str) -> fmt::Result {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            f.write_str(by)?;
        }
        write!(f, "{}", Inner(part))?;
    }
    Ok(())
}
