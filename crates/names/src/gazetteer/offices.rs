//! Offices of state by their names in several scripts, so that a query in one finds what is printed in another.
//!
//! It neither finds names in a text nor makes two names one: that a document says 외교부 and another "Ministry of
//! Foreign Affairs" does not show that they mean the same one.

use std::sync::LazyLock;

use entente_text::fold::fold;

/// One office: its country, its names in Latin letters, its names in other scripts, folded.
struct Office {
    country: &'static str,
    latin: Vec<String>,
    other: Vec<String>,
}

static OFFICES: LazyLock<Vec<Office>> = LazyLock::new(|| {
    let rows = include_str!("../../data/offices.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let country = cells.next()?;
        let mut names = || Some(cells.next()?.split("; ").map(fold).collect());
        Some(Office { country, latin: names()?, other: names()? })
    })
    .collect()
});

/// Names in other scripts of an office that is printed as `forms` and belongs to the country with this code (in lower
/// case). Without a country only what is printed in Hangul is known: Korean documents need not say whose ministry it is.
pub(crate) fn other_names<'a>(country: Option<&str>, forms: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for form in forms.map(fold) {
        let home = country.or((!form.is_ascii()).then_some("kr"));
        for office in OFFICES.iter().filter(|office| Some(office.country) == home) {
            if office.latin.contains(&form) {
                out.extend(office.other.iter().cloned());
            } else if office.other.contains(&form) {
                out.extend(office.latin.iter().cloned());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{OFFICES, other_names};
    use crate::gazetteer::countries::COUNTRIES;

    #[test]
    fn an_office_is_known_by_its_names_in_other_scripts_under_its_country() {
        for (country, form, expected) in [
            (Some("kr"), "Ministry of Foreign Affairs", Some("외교부")),
            (Some("kr"), "외교부", Some("ministry of foreign affairs")),
            (None, "외교부", Some("ministry of foreign affairs")),
            (Some("jp"), "Ministry of Foreign Affairs", Some("외무성")),
            (Some("us"), "State Department", Some("국무부")),
            (None, "Ministry of Foreign Affairs", None),
            (Some("gb"), "Ministry of Foreign Affairs", None),
            (Some("jp"), "외교부", None),
        ] {
            let names = other_names(country, [form].into_iter());
            assert_eq!(
                names.iter().any(|name| Some(name.as_str()) == expected),
                expected.is_some(),
                "{country:?} {form}"
            );
            assert_eq!(names.is_empty(), expected.is_none(), "{country:?} {form}: {names:?}");
        }
    }

    #[test]
    fn the_table_holds_together() {
        assert!(OFFICES.len() > 40);
        for office in OFFICES.iter() {
            assert!(COUNTRIES.is_code(&office.country.to_uppercase()), "{}", office.country);
            assert!(office.latin.iter().all(|name| name.is_ascii()));
            assert!(office.other.iter().all(|name| !name.is_ascii()));
        }
    }
}
