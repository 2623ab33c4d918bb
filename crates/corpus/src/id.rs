//! Public names of documents, passages and sections. They are made from content, so they stay when documents are added.
//!
//! Grammar (the page's URLs, citations and exports): a document is `SLUG-DDDDDDDD`, a passage
//! `pN-FFFFFF`, a section `sN-FFFFFF`, a passage outside its document `DOCUMENT:PASSAGE`.
//! Digits are Crockford's base 32 in lower case.

use std::fmt;
use std::str::FromStr;

use entente_text::decompose::{decompose, is_mark};
use entente_text::fold::fold;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Characters of a document's digest part.
pub const DIGEST_LENGTH: usize = 8;
/// Characters of a passage's or section's fingerprint.
pub const FINGERPRINT_LENGTH: usize = 6;
/// Longest slug of a document, in ASCII characters.
pub const SLUG_LENGTH: usize = 40;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The public name of a document. Only its last eight characters are compared.
///
/// ```
/// use entente_corpus::{DocumentId, id};
///
/// let id = DocumentId::new("Joint Statement", &id::sha256(b"Both sides met."));
/// assert_eq!(id.slug(), "joint-statement");
/// assert_eq!(id.as_str().parse(), Ok(id));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentId(String);

impl Default for DocumentId {
    /// An id that no document has, for the placeholder of a record that cannot be fetched.
    fn default() -> Self {
        Self::new("", &[0; 32])
    }
}

impl DocumentId {
    /// The id of a file with this title and these bytes' SHA-256.
    #[must_use]
    pub fn new(title: &str, sha256: &[u8; 32]) -> Self {
        Self(format!("{}-{}", slug(title), base32(sha256, DIGEST_LENGTH)))
    }

    /// The part that is compared.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.0[self.0.len() - DIGEST_LENGTH..]
    }

    /// The readable part; may be empty.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.0[..self.0.len() - DIGEST_LENGTH - 1]
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The error for a string that is not a public name of the expected kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError(String);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a link of this kind; expected a name, a hyphen and characters of 0-9 a-z", self.0)
    }
}

impl std::error::Error for IdError {}

impl FromStr for DocumentId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError(text.to_owned());
        let (slug, digest) = text.rsplit_once('-').ok_or_else(error)?;
        let slug_fits = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if slug_fits && digest.len() == DIGEST_LENGTH && is_base32(digest) {
            Ok(Self(text.to_owned()))
        } else {
            Err(error())
        }
    }
}

impl TryFrom<String> for DocumentId {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl From<DocumentId> for String {
    fn from(id: DocumentId) -> Self {
        id.0
    }
}

/// The parts of the public name of a passage within its document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId {
    /// Running number from 1: chooses among equal fingerprints.
    pub number: u32,
    /// Fingerprint of the folded reading text: decides.
    pub fingerprint: String,
}

impl FromStr for PassageId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError(text.to_owned());
        let (number, fingerprint) = text.strip_prefix('p').and_then(|rest| rest.split_once('-')).ok_or_else(error)?;
        if number.is_empty()
            || !number.bytes().all(|b| b.is_ascii_digit())
            || fingerprint.len() != FINGERPRINT_LENGTH
            || !is_base32(fingerprint)
        {
            return Err(error());
        }
        Ok(Self { number: number.parse().map_err(|_| error())?, fingerprint: fingerprint.to_owned() })
    }
}

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}-{}", self.number, self.fingerprint)
    }
}

/// The anchor of passage number `number` (from 1) with this reading text.
#[must_use]
pub fn passage_anchor(number: usize, reading_text: &str) -> String {
    format!("p{number}-{}", fingerprint(&fold(reading_text)))
}

/// The anchor of section number `number` (from 1) with these headings from the top.
#[must_use]
pub fn section_anchor(number: usize, path: &[&str]) -> String {
    let folded: Vec<String> = path.iter().map(|heading| fold(heading)).collect();
    format!("s{number}-{}", fingerprint(&folded.join(" > ")))
}

/// SHA-256 of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// `bytes` in lower-case hexadecimal.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from_digit(nibble.into(), 16).unwrap_or('0'))
        .collect()
}

/// The ASCII letters and digits of `title` in lower case, with hyphens between words, cut between words after at most
/// [`SLUG_LENGTH`] characters. Letters of other scripts are left out, so it may be empty.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for c in title.chars() {
        decompose(c, |c| {
            if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
                word.push(c);
            } else if !is_mark(c) && !matches!(c, '\'' | '’') && words.last().is_some_and(|w| !w.is_empty()) {
                words.push(String::new());
            }
        });
    }
    let mut out = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if out.is_empty() {
            out.extend(word.chars().take(SLUG_LENGTH));
        } else if out.len() + 1 + word.len() <= SLUG_LENGTH {
            out.push('-');
            out.push_str(word);
        } else {
            break;
        }
    }
    out
}

/// The public name of a fact (an engagement, a statement, an amount): a slug of the words that call it,
/// may be empty, and eight base-32 characters that identify the place and the words that report it.
///
/// `document` is the document's [`DocumentId::digest`], `passage` the passage's fingerprint, so that neither a
/// better title nor passages before it change the name. `nth` (from 0) distinguishes equal words of one document.
#[must_use]
pub fn fact_id(name: &str, document: &str, passage: &str, words: &str, nth: usize) -> String {
    let place = format!("{document}\n{passage}\n{}\n{nth}", fold(words));
    let digest = base32(&sha256(place.as_bytes()), DIGEST_LENGTH);
    match slug(name) {
        slug if slug.is_empty() => digest,
        slug => format!("{slug}-{digest}"),
    }
}

fn fingerprint(text: &str) -> String {
    base32(&sha256(text.as_bytes()), FINGERPRINT_LENGTH)
}

/// The first `length` base-32 digits of `bytes`, most significant bit first.
fn base32(bytes: &[u8], length: usize) -> String {
    (0..length)
        .map(|n| {
            let bit = n * 5;
            let byte = |at: usize| u16::from(bytes.get(at).copied().unwrap_or(0));
            let window = (byte(bit / 8) << 8) | byte(bit / 8 + 1);
            char::from(ALPHABET[usize::from((window >> (11 - bit % 8)) & 31)])
        })
        .collect()
}

fn is_base32(text: &str) -> bool {
    text.bytes().all(|b| ALPHABET.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_id_is_a_slug_and_eight_digits() {
        let id = DocumentId::new("ROK and the US to Hold their 4th Cyber Policy Consultation", &sha256(b"x"));
        assert_eq!(id.slug(), "rok-and-the-us-to-hold-their-4th-cyber");
        assert_eq!(id.digest().len(), 8);
        assert_eq!(id.as_str().parse::<DocumentId>().as_ref(), Ok(&id));
    }

    #[test]
    fn a_title_without_ascii_letters_has_an_empty_slug() {
        let id = DocumentId::new("외교부", &sha256(b"x"));
        assert_eq!(id.slug(), "");
        assert!(id.as_str().starts_with('-'));
        assert_eq!(id.as_str().parse::<DocumentId>().as_ref(), Ok(&id));
    }

    #[test]
    fn slugs_keep_letters_under_accents_and_cut_at_a_word() {
        assert_eq!(slug("Communiqué de Séoul: l’Accord"), "communique-de-seoul-laccord");
        assert_eq!(slug(&"x".repeat(90)).len(), SLUG_LENGTH);
        assert_eq!(slug("--- !"), "");
    }

    #[test]
    fn slugs_are_those_of_the_standards_decomposition() {
        use unicode_normalization::UnicodeNormalization;
        for c in ('\0'..='\u{ffff}').filter(|c| entente_text::decompose::is_covered(*c)) {
            let title = format!("a{c}b {c}");
            let apart: String = title.nfkd().collect();
            assert_eq!(slug(&title), slug(&apart), "{c:?}");
        }
    }

    #[test]
    fn base32_takes_bits_from_the_top() {
        assert_eq!(base32(&[0b0000_1000, 0b0100_0000], 2), "11");
        assert_eq!(base32(&[0xff; 5], 8), "zzzzzzzz");
    }

    #[test]
    fn passage_ids_read_back_and_refuse_what_they_are_not() {
        let anchor = passage_anchor(273, "Korea  pledged");
        assert_eq!(anchor.parse::<PassageId>().map(|id| id.to_string()), Ok(anchor.clone()));
        assert_eq!(passage_anchor(273, "korea pledged"), anchor, "white space and case do not count");
        for wrong in ["", "p", "p1", "p1-", "p1-abcdeu", "px-abcdef", "p1-ABCDEF", "p99999999999-abcdef", "p+1-abcdef"]
        {
            assert!(wrong.parse::<PassageId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn hostile_ids_are_refused_and_not_cut_inside_a_character() {
        for wrong in ["", "-", "12345678", "é-1234567é", "<img>-00000000", "a-0000000u"] {
            assert!(wrong.parse::<DocumentId>().is_err(), "{wrong}");
        }
    }
}
