//! Queries as trees, and how they are written.

use std::fmt;

use crate::lex::needs_quotes;
use crate::small::is_small;

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A word.
    Word(Word),
    /// Words one after the other.
    Phrase(Vec<String>),
    /// Both within so many words of each other.
    Near(Box<Query>, Box<Query>, u32),
    /// A word or phrase in one field (`title`, `section`).
    In(String, Box<Query>),
    /// `name:value`, with the name of a filter. The caller knows what it means.
    Filter(String, String),
    /// The words of a pasted sentence: what comes closest to it.
    Closest(Vec<String>),
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

/// A filter of the whole query: name, value, and whether it excludes.
pub type Lifted = (String, String, bool);

impl Query {
    /// True if nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::And(parts) if parts.is_empty())
    }

    /// The words that are wanted, as typed, in order.
    ///
    /// ```
    /// let query = entente_search::parse_query("cyber -\"joint exercise\" policy*", &[], false).query;
    /// assert_eq!(query.said(), ["cyber", "policy"]);
    /// ```
    #[must_use]
    pub fn said(&self) -> Vec<&str> {
        match self {
            Self::Word(word) => vec![&word.text],
            Self::Phrase(words) | Self::Closest(words) => words.iter().map(String::as_str).collect(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::said).collect(),
            Self::In(_, inner) => inner.said(),
            Self::Near(a, b, _) => [a.said(), b.said()].concat(),
            Self::Filter(..) | Self::Not(_) => Vec::new(),
        }
    }

    /// The filters of a query by name and value, wherever they are, in order.
    ///
    /// ```
    /// let query = entente_search::parse_query("cyber -kind:report (kind:law OR naval)", &["kind"], false).query;
    /// assert_eq!(query.filters(), [("kind", "report"), ("kind", "law")]);
    /// ```
    #[must_use]
    pub fn filters(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Filter(name, value) => vec![(name, value)],
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::filters).collect(),
            Self::Not(inner) => inner.filters(),
            Self::Word(_) | Self::Phrase(_) | Self::Closest(_) | Self::In(..) | Self::Near(..) => Vec::new(),
        }
    }

    /// Any of the words and phrases of a query that wants them all; what is not wanted stays so. `None` if that
    /// would be the same, or the query is not a plain one.
    #[must_use]
    pub fn any_of(&self) -> Option<Self> {
        let Self::And(parts) = self else { return None };
        let (kept, wanted): (Vec<Self>, Vec<Self>) =
            parts.iter().cloned().partition(|part| matches!(part, Self::Not(_) | Self::Filter(..)));
        let said = |part: &&Self| !matches!(part, Self::Word(word) if is_small(&word.text));
        let mut said: Vec<Self> = wanted.iter().filter(said).cloned().collect();
        if said.is_empty() {
            said = wanted;
        }
        if said.len() < 2 || said.iter().any(|part| !matches!(part, Self::Word(_) | Self::Phrase(_))) {
            return None;
        }
        let any = Self::Or(said);
        Some(if kept.is_empty() { any } else { Self::And([vec![any], kept].concat()) })
    }

    /// The same query with another word in place of every `from`.
    ///
    /// ```
    /// let query = entente_search::parse_query("cybre OR naval", &[], false).query;
    /// assert_eq!(query.with_word("cybre", "cyber").to_string(), "cyber OR naval");
    /// ```
    #[must_use]
    pub fn with_word(&self, from: &str, to: &str) -> Self {
        let all = |parts: &[Self]| parts.iter().map(|part| part.with_word(from, to)).collect();
        match self {
            Self::Word(word) if word.text == from => Self::Word(Word { text: to.to_owned(), ..word.clone() }),
            Self::And(parts) => Self::And(all(parts)),
            Self::Or(parts) => Self::Or(all(parts)),
            Self::Not(inner) => Self::Not(Box::new(inner.with_word(from, to))),
            Self::In(name, inner) => Self::In(name.clone(), Box::new(inner.with_word(from, to))),
            Self::Near(a, b, distance) => {
                Self::Near(Box::new(a.with_word(from, to)), Box::new(b.with_word(from, to)), *distance)
            }
            other => other.clone(),
        }
    }

    /// The filters that hold for the whole query, and the query without them. Filters below `OR`, brackets or an
    /// exclusion of several parts stay where they are. `is_lifted` decides on each of the others by its name and by whether it excludes.
    #[must_use]
    pub fn lifted(&self, mut is_lifted: impl FnMut(&str, bool) -> bool) -> (Vec<Lifted>, Self) {
        let mut filters = Vec::new();
        let mut rest = Vec::new();
        let parts = if let Self::And(parts) = self { parts.as_slice() } else { std::slice::from_ref(self) };
        for part in parts {
            match part {
                Self::Filter(name, value) if is_lifted(name, false) => {
                    filters.push((name.clone(), value.clone(), false));
                }
                Self::Not(inner) => match inner.as_ref() {
                    Self::Filter(name, value) if is_lifted(name, true) => {
                        filters.push((name.clone(), value.clone(), true));
                    }
                    _ => rest.push(part.clone()),
                },
                _ => rest.push(part.clone()),
            }
        }
        (filters, if rest.len() == 1 { rest.remove(0) } else { Self::And(rest) })
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
            Self::Filter(name, value) if needs_quotes(value) => write!(f, "{name}:\"{value}\""),
            Self::Filter(name, value) => write!(f, "{name}:{value}"),
            Self::Closest(words) => f.write_str(&words.join(" ")),
            Self::And(parts) => joined(f, parts, " "),
            Self::Or(parts) => joined(f, parts, " OR "),
            Self::Not(query) => write!(f, "-{}", Inner(query)),
        }
    }
}

/// Writes a part of a query, in brackets if it would be read differently without.
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
