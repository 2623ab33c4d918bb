//! Parses the corpus JSON.
//!
//! In: JSON texts as [`serde::Serialize`] writes the types of this crate. Out: the same types, or a [`ParseError`] that says
//! which text cannot be read, why, and at which line and column. Fields that are not known are skipped; a field of
//! another form than its own fails the whole text. Nothing is mended.

use std::fmt;

use serde::Deserialize;

use crate::document::Body;
use crate::{Catalogue, Parts};

/// Characters of a message. `serde_json` quotes the value that it did not expect, and a text can be megabytes long.
const MAX_MESSAGE_CHARS: usize = 300;

/// Why a JSON text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The text among others, as in "document 3"; empty if there is only one.
    part: String,
    /// What is wrong, with line and column.
    message: String,
}

impl fmt::Display for ParseError {
    /// A sentence without its full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.part.is_empty() {
            write!(f, "{}: ", self.part)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ParseError {}

/// Parses one JSON text.
///
/// ```
/// use entente_corpus::{Body, json};
///
/// let body: Body = json::parse(r#"{"text":"Both sides met.","passages":[]}"#)?;
/// assert_eq!(body.text, "Both sides met.");
/// let error = json::parse::<Body>(r#"{"text":"Both sides met."}"#).unwrap_err();
/// assert_eq!(error.to_string(), "missing field `passages` at line 1 column 26");
/// # Ok::<(), json::ParseError>(())
/// ```
///
/// # Errors
/// If `json` is not JSON, a required field is missing, or a value does not have the form of its field.
pub fn parse<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, ParseError> {
    serde_json::from_str(json).map_err(|error| {
        let mut message = error.to_string();
        if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE_CHARS) {
            message.truncate(end);
            message.push('\u{2026}');
        }
        ParseError { part: String::new(), message }
    })
}

/// Parses one text among many of its kind; `what` and its number, counted from 1, go into the error.
fn parse_numbered<'a, T: Deserialize<'a>>(what: &str, at: usize, json: &'a str) -> Result<T, ParseError> {
    parse(json).map_err(|error| ParseError { part: format!("{what} {}", at + 1), ..error })
}

/// Parses a catalogue whose documents, names and ties are texts of their own: `ties` are the acronyms, the series and
/// the links.
///
/// # Errors
/// As [`parse`]; the error names the first text that cannot be read.
pub fn parse_catalogue(
    catalogue: &str,
    records: &[String],
    names: &[String],
    ties: &[String; 3],
) -> Result<Catalogue, ParseError> {
    let named = |part: &str| {
        let part = part.to_owned();
        |error: ParseError| ParseError { part, ..error }
    };
    let [acronyms, series, links] = ties;
    let mut catalogue: Catalogue = parse(catalogue).map_err(named("the catalogue"))?;
    catalogue.documents = parse_all("document", records)?;
    catalogue.entities = parse_all("name", names)?;
    catalogue.acronyms = parse(acronyms).map_err(named("the acronyms"))?;
    catalogue.series = parse(series).map_err(named("the series"))?;
    catalogue.links = parse(links).map_err(named("the links"))?;
    Ok(catalogue)
}

/// Parses the texts of all documents, in their order.
///
/// # Errors
/// As [`parse`]; the error names the first document whose text cannot be read.
pub fn parse_bodies(bodies: &[String]) -> Result<Parts<Body>, ParseError> {
    parse_all("the text of document", bodies)
}

fn parse_all<'a, T: Default + Deserialize<'a>>(what: &str, texts: &'a [String]) -> Result<Parts<T>, ParseError> {
    texts.iter().enumerate().map(|(at, json)| parse_numbered(what, at, json)).collect()
}

#[cfg(test)]
mod tests {
    use super::{parse, parse_bodies, parse_catalogue};
    use crate::{Basis, Body, Catalogue, End, Evidence, Fact, LinkKind, Mention, Metadatum};

    #[test]
    fn an_error_names_the_field_and_the_place() {
        let cases = [
            (r#"{"schema":1}"#, "missing field `documents` at line 1 column 12"),
            (r#"{"schema":-1,"documents":[]}"#, "invalid value: integer `-1`, expected u32 at line 1 column 12"),
            (r#"{"schema":1,"documents":{}}"#, "invalid type: map, expected a sequence at line 1 column 24"),
            (
                "{\"schema\":1,\n\"documents\":[],\"title\":3}",
                "invalid type: integer `3`, expected a string at line 2 column 24",
            ),
        ];
        for (json, sentence) in cases {
            assert_eq!(parse::<Catalogue>(json).expect_err(json).to_string(), sentence, "{json}");
        }
        let kind = parse::<LinkKind>("\"loves\"").expect_err("no such link").to_string();
        assert!(kind.starts_with("unknown variant `loves`, expected one of `fulfils`, `plans`"), "{kind}");
        assert!(parse::<Catalogue>("{").is_err(), "not JSON");
        assert!(parse::<Catalogue>("{\"schema\":1,\"documents\":[]} more").is_err(), "more than one value");
        assert!(parse::<Body>("7").is_err(), "a number is not a text");
        assert!(parse::<Evidence>(r#"{"span":[1]}"#).is_err(), "half a span");
        assert!(parse::<Mention>(r#"{"entity":4294967296,"passage":0,"span":[0,1],"rule":""}"#).is_err(), "too large");
        assert!(parse::<End>(r#"{"moon":[1,2]}"#).is_err(), "no such place");
    }

    #[test]
    fn an_error_names_the_text_among_many_and_stays_short() {
        let ties = ["[]", "[]", "[7]"].map(str::to_owned);
        let catalogue = r#"{"schema":2,"documents":[]}"#;
        let error = parse_catalogue(catalogue, &[], &[], &ties).expect_err("a number is not a link").to_string();
        assert!(error.starts_with("the links: invalid type: integer `7`"), "{error}");
        let names = ["{\"id\":\"a\",\"kind\":\"topic\",\"name\":\"a\"}", "{}"].map(str::to_owned);
        let error = parse_catalogue(catalogue, &[], &names, &ties).expect_err("an empty name").to_string();
        assert_eq!(error, "name 2: missing field `id` at line 1 column 2");
        let bodies = [r#"{"text":"a","passages":[]}"#.to_owned(), format!("\"{}\"", "한".repeat(100_000))];
        let error = parse_bodies(&bodies).expect_err("words are not a text").to_string();
        assert!(error.starts_with("the text of document 2: invalid type: string") && error.chars().count() < 400);
    }

    #[test]
    fn what_is_left_out_is_empty_and_unknown_fields_are_skipped() {
        let body: Body = parse(r#"{"text":"a","later":{"x":[1]},"passages":[]}"#).expect("a text");
        assert_eq!(body, Body { text: "a".to_owned(), ..Body::default() });
    }

    #[test]
    fn the_fields_of_a_metadatum_lie_beside_each_other() {
        let known =
            r#"{"field":"title","value":"A","basis":"metadata","rule":"title-tag","evidence":[{"span":[0,1]}]}"#;
        let datum: Metadatum = parse(known).expect("as it is written");
        assert_eq!((datum.field, datum.fact.basis), (crate::MetadataField::Title, Basis::Metadata));
        assert_eq!(serde_json::to_string(&datum).expect("as it was read"), known);
        assert!(parse::<Fact<String>>(r#"{"value":"a","basis":"guessed","rule":""}"#).is_err());
    }
}
