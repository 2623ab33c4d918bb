//! Whose document it is: the country of its publisher or address.
//!
//! In: a record. Out: a country's key, where it is plain. It says which country's ministry is meant by
//! "the Ministry of Foreign Affairs"; it is not a fact about the document.

use entente_corpus::{EntityKind, Record};

use super::candidate::Key;
use super::countries;
use super::scan::Scan;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::phrases::is_hangul;

/// The country whose document `record` is.
pub(crate) fn home(record: &Record) -> Option<Key> {
    Some(Key::new(EntityKind::Country, home_country(record)?))
}

/// The alpha-2 code of the country whose document `record` is.
#[must_use]
pub fn home_country(record: &Record) -> Option<&'static str> {
    let publisher = record.publisher.as_ref().and_then(|fact| of_publisher(&fact.value));
    publisher.or_else(|| record.url.as_ref().and_then(|fact| of_address(&fact.value)))
}

fn of_publisher(publisher: &str) -> Option<&'static str> {
    let scan = Scan::new(publisher);
    let mut codes: Vec<&'static str> =
        (0..scan.words.len()).filter_map(|at| countries::at(&scan, at)).map(|(_, code)| code).collect();
    codes.dedup();
    match codes[..] {
        [code] => Some(code),
        // A Korean government's name in Korean.
        [] if publisher.chars().all(|c| is_hangul(c) || c == ' ')
            && publisher.ends_with(['부', '처', '청', '원', '회']) =>
        {
            Some("KR")
        }
        _ => None,
    }
}

/// "mofa.go.kr", "gov.uk", "state.gov": the addresses that governments have.
fn of_address(address: &str) -> Option<&'static str> {
    let host = address.split("//").nth(1)?.split(['/', ':', '?']).next()?.to_ascii_lowercase();
    let parts: Vec<&str> = host.rsplit('.').collect();
    match parts[..] {
        ["gov" | "mil", ..] => Some("US"),
        ["uk", "gov" | "mod", ..] => Some("GB"),
        ["ca", "gc", ..] => Some("CA"),
        ["fr", "gouv", ..] => Some("FR"),
        [country, "go" | "gov" | "gob" | "gouv" | "govt" | "gv" | "mil", ..] => COUNTRIES.code(country),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{of_address, of_publisher};

    #[test]
    fn publishers_and_addresses_show_a_country() {
        for (publisher, expected) in [
            ("The Korea Defense Daily", Some("KR")),
            ("외교부", Some("KR")),
            ("Korea", Some("KR")),
            ("Korea-Japan Forum", None),
            ("Reuters", None),
        ] {
            assert_eq!(of_publisher(publisher), expected, "{publisher}");
        }
        for (address, expected) in [
            ("http://mofa.go.kr/eng/view.do", Some("KR")),
            ("https://www.state.gov/x", Some("US")),
            ("https://www.gov.uk/x", Some("GB")),
            ("https://example.com/gov", None),
        ] {
            assert_eq!(of_address(address), expected, "{address}");
        }
    }
}
