//! A query as typed, cut into pieces.

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Word(String),
    Phrase(String),
    Open,
    Close,
    Minus,
    Field(String),
}

/// The pieces of a query, and what is to be known of its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lexed {
    pub(crate) pieces: Vec<Piece>,
    /// The last quotation mark opens and nothing closes it.
    pub(crate) unclosed: bool,
    /// The last piece is a word and nothing follows it: it may be half typed.
    pub(crate) open_end: bool,
}

const OPENING: [char; 4] = ['"', '“', '”', '„'];
const CLOSING: [char; 3] = ['"', '“', '”'];

/// Cuts `text` into pieces; nothing of it is an error.
pub(crate) fn lex(text: &str) -> Lexed {
    let mut out = Lexed::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        out.open_end = false;
        rest = match c {
            _ if c.is_whitespace() => after,
            _ if OPENING.contains(&c) => {
                let end = after.find(CLOSING);
                out.unclosed = end.is_none();
                let end = end.unwrap_or(after.len());
                out.pieces.push(Piece::Phrase(after[..end].to_owned()));
                after[end..].strip_prefix(CLOSING).unwrap_or("")
            }
            '(' => {
                out.pieces.push(Piece::Open);
                after
            }
            ')' => {
                out.pieces.push(Piece::Close);
                after
            }
            '-' if !after.starts_with(char::is_whitespace) && !after.is_empty() => {
                out.pieces.push(Piece::Minus);
                after
            }
            _ => word(rest, &mut out),
        };
    }
    out
}

/// True if `c` ends a word outside of quotation marks.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')') || OPENING.contains(&c)
}

/// True if the value of a filter is read as one piece only between quotation marks.
pub(crate) fn needs_quotes(value: &str) -> bool {
    value.starts_with('/') || value.contains(ends_word)
}

/// Cuts a word, or a field's name and its value, off the front of `rest`.
fn word<'a>(rest: &'a str, out: &mut Lexed) -> &'a str {
    let (word, rest) = rest.split_at(rest.find(ends_word).unwrap_or(rest.len()));
    out.open_end = rest.is_empty();
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    match word.split_once(':').filter(|(name, _)| is_name(name)) {
        Some((name, value)) if (!value.is_empty() || rest.starts_with(OPENING)) && !value.starts_with('/') => {
            out.pieces.push(Piece::Field(name.to_owned()));
            if !value.is_empty() {
                out.pieces.push(Piece::Word(value.to_owned()));
            }
        }
        _ => out.pieces.push(Piece::Word(word.to_owned())),
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::lex;

    #[test]
    fn the_end_of_a_query_is_known() {
        for (text, unclosed, open_end) in [
            ("cyber sec", false, true),
            ("cyber sec ", false, false),
            ("(cyber sec)", false, false),
            ("\"cyber", true, false),
            ("“cyber", true, false),
            ("“cyber”", false, false),
            ("\"a\" b", false, true),
            ("", false, false),
        ] {
            let lexed = lex(text);
            assert_eq!((lexed.unclosed, lexed.open_end), (unclosed, open_end), "{text}");
        }
    }
}
