//! Reading a query as typed. It never fails: what is certain is mended, all else is plain words.

use crate::query::{Query, Word};

/// A query as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What is wanted.
    pub query: Query,
    /// `name:value` of names that are filters: name, value, excluded.
    pub filters: Vec<(String, String, bool)>,
    /// What was odd, one sentence each.
    pub remarks: Vec<String>,
}

/// Words between two that stand near each other, where none is given.
const NEAR: u32 = 10;

/// Reads `text`; `filters` are the names that `name:value` filters by. Where `typing` is set the last
/// word, if nothing follows it, stands for all words that begin so.
#[must_use]
pub fn read(text: &str, filters: &[&str], typing: bool) -> Read {
    let mut reader = Reader { tokens: tokens(text), at: 0, filters, read: Vec::new(), remarks: Vec::new(), depth: 0 };
    if text.matches('"').count() % 2 == 1 {
        reader.remarks.push("A closing quotation mark was added.".to_owned());
    }
    let mut parts = vec![reader.any()];
    while reader.at < reader.tokens.len() {
        // A closing bracket without its opening one.
        reader.at += 1;
        if parts.len() == 1 {
            reader.remarks.push("A closing bracket without an opening one was left out.".to_owned());
        }
        parts.push(reader.any());
    }
    let mut query = all(parts);
    if typing && !text.ends_with(char::is_whitespace) {
        begin(&mut query);
    }
    Read { query: flat(query), filters: reader.read, remarks: reader.remarks }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    Phrase(String),
    Open,
    Close,
    Minus,
    Field(String),
}

fn tokens(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        match c {
            _ if c.is_whitespace() => rest = behind,
            '"' | '“' | '”' | '„' => {
                let end = behind.find(['"', '“', '”']).unwrap_or(behind.len());
                out.push(Piece::Phrase(behind[..end].to_owned()));
                rest = behind[end..].strip_prefix(['"', '“', '”']).unwrap_or("");
            }
            '(' => {
                out.push(Piece::Open);
                rest = behind;
            }
            ')' => {
                out.push(Piece::Close);
                rest = behind;
            }
            '-' if !behind.starts_with(char::is_whitespace) && !behind.is_empty() => {
                out.push(Piece::Minus);
                rest = behind;
            }
            _ => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')' | '“' | '”'))
                    .unwrap_or(rest.len());
                let word = &rest[..end];
                rest = &rest[end..];
                match word
                    .split_once(':')
                    .filter(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-'))
                {
                    Some((name, value))
                        if (!value.is_empty() || rest.starts_with(['"', '“'])) && !value.starts_with('/') =>
                    {
                        out.push(Piece::Field(name.to_owned()));
                        if !value.is_empty() {
                            out.push(Piece::Word(value.to_owned()));
                        }
                    }
                    _ => out.push(Piece::Word(word.to_owned())),
                }
            }
        }
    }
    out
}

struct Reader<'a> {
    tokens: Vec<Piece>,
    at: usize,
    filters: &'a [&'a str],
    read: Vec<(String, String, bool)>,
    remarks: Vec<String>,
    depth: u32,
}

/// Brackets nested deeper than this are read as words: no person writes them.
const DEEPEST: u32 = 32;

impl Reader<'_> {
    fn peek(&self) -> Option<&Piece> {
        self.tokens.get(self.at)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Piece::Word(found)) if found == word)
    }

    /// Parts joined by OR.
    fn any(&mut self) -> Query {
        let mut parts = vec![self.all()];
        while self.is_word("OR") {
            self.at += 1;
            parts.push(self.all());
        }
        parts.retain(|part| !part.is_empty());
        if parts.len() == 1 {
            parts.remove(0)
        } else if parts.is_empty() {
            Query::And(Vec::new())
        } else {
            Query::Or(parts)
        }
    }

    /// Parts one behind the other.
    fn all(&mut self) -> Query {
        let mut parts: Vec<Query> = Vec::new();
        while let Some(piece) = self.peek().cloned() {
            if piece == Piece::Close || self.is_word("OR") {
                break;
            }
            if self.is_word("AND") {
                self.at += 1;
                continue;
            }
            if let Piece::Word(word) = &piece
                && let Some(distance) = near(word)
                && let Some(left) = parts.pop()
            {
                self.at += 1;
                match self.one() {
                    Some(right) if fits(&left) && fits(&right) => {
                        parts.push(Query::Near(Box::new(left), Box::new(right), distance))
                    }
                    right => {
                        parts.push(left);
                        parts.extend(right);
                    }
                }
                continue;
            }
            match self.one() {
                Some(query) => parts.push(query),
                None => continue,
            }
        }
        all(parts)
    }

    /// One part; `None` where it was a filter or nothing.
    fn one(&mut self) -> Option<Query> {
        let piece = self.peek().cloned()?;
        if matches!(piece, Piece::Close) {
            return None;
        }
        self.at += 1;
        match piece {
            Piece::Minus => self.negated(),
            Piece::Word(word) if word == "NOT" => self.negated(),
            // An operator where none can stand is a word; quoted, it reads back as one.
            Piece::Word(word) if is_operator(&word) => phrase(&word),
            Piece::Word(word) => worded(&word),
            Piece::Phrase(text) => phrase(&text),
            Piece::Open if self.depth >= DEEPEST => None,
            Piece::Open => {
                self.depth += 1;
                let inside = self.any();
                self.depth -= 1;
                if self.peek() == Some(&Piece::Close) {
                    self.at += 1;
                } else {
                    self.remarks.push("A closing bracket was added.".to_owned());
                }
                Some(inside).filter(|inside| !inside.is_empty())
            }
            Piece::Field(name) => self.field(&name, false),
            Piece::Close => None,
        }
    }

    /// What stands behind one or more signs of exclusion, the first of which is read already.
    fn negated(&mut self) -> Option<Query> {
        let mut excluded = true;
        while self.peek() == Some(&Piece::Minus) || self.is_word("NOT") {
            self.at += 1;
            excluded = !excluded;
        }
        if let Some(Piece::Field(name)) = self.peek().cloned() {
            self.at += 1;
            return self.field(&name, excluded);
        }
        let query = self.one()?;
        Some(if excluded { Query::Not(Box::new(query)) } else { query })
    }

    fn field(&mut self, name: &str, excluded: bool) -> Option<Query> {
        let folded = name.to_ascii_lowercase();
        let (value, quoted) = match self.peek().cloned() {
            Some(Piece::Word(value)) => (value, false),
            Some(Piece::Phrase(value)) => (value, true),
            _ => return worded(name),
        };
        self.at += 1;
        if self.filters.contains(&folded.as_str()) {
            self.read.push((folded, value, excluded));
            return None;
        }
        let part = match folded.as_str() {
            "title" | "section" => {
                let inside = if quoted { phrase(&value) } else { worded(&value) };
                inside.map(|inside| Query::In(folded, Box::new(inside)))
            }
            "after" | "before" => {
                self.remarks.push(format!("{folded}: dates cannot be searched in this version; it was left out."));
                None
            }
            _ => Some(all([worded(name), phrase(&value)].into_iter().flatten().collect())),
        };
        part.map(|part| if excluded { Query::Not(Box::new(part)) } else { part })
    }
}

fn is_operator(word: &str) -> bool {
    matches!(word, "AND" | "OR" | "NOT") || near(word).is_some()
}

/// The distance of `NEAR`, `NEAR/5`.
fn near(word: &str) -> Option<u32> {
    let rest = word.strip_prefix("NEAR")?;
    if rest.is_empty() { Some(NEAR) } else { rest.strip_prefix('/')?.parse().ok() }
}

fn fits(query: &Query) -> bool {
    matches!(query, Query::Word(_) | Query::Phrase(_))
}

fn worded(word: &str) -> Option<Query> {
    let prefix = word.ends_with('*');
    let fuzzy = word.ends_with('~');
    let text = word.trim_end_matches(['*', '~']);
    let letters = text.chars().any(char::is_alphanumeric);
    letters.then(|| Query::Word(Word { text: text.to_owned(), prefix, fuzzy }))
}

fn phrase(text: &str) -> Option<Query> {
    let words: Vec<String> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect();
    match words.len() {
        0 => None,
        1 => Some(Query::Phrase(words)),
        _ => Some(Query::Phrase(words)),
    }
}

fn all(mut parts: Vec<Query>) -> Query {
    parts.retain(|part| !part.is_empty());
    if parts.len() == 1 { parts.remove(0) } else { Query::And(parts) }
}

/// Nested ANDs and ORs in one.
fn flat(query: Query) -> Query {
    match query {
        Query::And(parts) => {
            let flat_parts = parts.into_iter().map(flat).flat_map(|part| match part {
                Query::And(inner) => inner,
                other => vec![other],
            });
            all(flat_parts.collect())
        }
        Query::Or(parts) => {
            let flat_parts = parts.into_iter().map(flat).flat_map(|part| match part {
                Query::Or(inner) => inner,
                other => vec![other],
            });
            Query::Or(flat_parts.collect())
        }
        Query::Not(inner) => Query::Not(Box::new(flat(*inner))),
        other => other,
    }
}

/// Makes the last word of `query` the beginning of words.
fn begin(query: &mut Query) {
    match query {
        Query::Word(word)
            if !word.fuzzy && word.text.chars().count() >= 2 && word.text.ends_with(char::is_alphanumeric) =>
        {
            word.prefix = true
        }
        Query::And(parts) | Query::Or(parts) => {
            if let Some(last) = parts.last_mut() {
                begin(last);
            }
        }
        Query::In(_, inner) => begin(inner),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn queries_are_read_as_people_mean_them() {
        for (text, canonical) in [
            ("cyber security", "cyber security"),
            ("  \"cyber  policy\" ", "\"cyber policy\""),
            ("cyber OR piracy", "cyber OR piracy"),
            ("cyber AND NOT piracy", "cyber -piracy"),
            ("(cyber OR piracy) korea", "(cyber OR piracy) korea"),
            ("korea (cyber", "korea cyber"),
            ("cyber) korea", "cyber korea"),
            ("\"open phrase", "\"open phrase\""),
            ("polic*", "polic*"),
            ("polisy~", "polisy~"),
            ("korea NEAR/5 japan", "korea NEAR/5 japan"),
            ("NEAR japan", "\"NEAR\" japan"),
            ("title:cyber", "title:cyber"),
            ("country:kr cyber", "cyber"),
            ("foo:bar", "foo \"bar\""),
            ("OR", ""),
            ("- * ~ ()", ""),
            ("--a", "a"),
            ("\"\"", ""),
        ] {
            assert_eq!(read(text, &["country"], false).query.to_string(), canonical, "{text}");
        }
        assert_eq!(read("-country:kr x", &["country"], false).filters, [("country".into(), "kr".into(), true)]);
        assert_eq!(read("cyber sec", &[], true).query.to_string(), "cyber sec*");
        assert_eq!(read("cyber sec ", &[], true).query.to_string(), "cyber sec");
    }
}
