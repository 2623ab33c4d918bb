//! Cities and other well-known places.

use std::sync::LazyLock;

use super::phrases::Phrases;

/// The names of this build, to keys; first names are capitalised words.
pub static PLACES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    let mut places = Phrases::default();
    for row in include_str!("../../data/places.tsv").lines().filter(|row| !row.starts_with('#')) {
        let Some((key, names)) = row.split_once('\t') else { continue };
        for name in names.split("; ") {
            places.add(name, key);
        }
    }
    places
});
