//! Organisations, blocs, regions, forums, instruments and other names that are known beforehand.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_corpus::EntityKind;
use entente_text::fold::fold;
use entente_text::words::words;
use entente_text::{WordMap, order, saturating_u32};

use super::phrases::Phrases;

/// One thing.
pub(crate) struct Entry {
    /// What sort of thing.
    pub(crate) kind: EntityKind,
    /// Its public name.
    pub(crate) key: &'static str,
    /// Key or country code of what it belongs to.
    pub(crate) within: Option<&'static str>,
    /// Its short forms.
    acronyms: Vec<&'static str>,
    /// Its names.
    names: Vec<&'static str>,
}

/// One form of a name: the entry's number, and which of its words begin with a capital.
#[derive(Clone, Copy)]
pub(crate) struct OrganisationForm {
    entry: u32,
    capitals: u32,
}

/// The table, ready to be asked.
pub(crate) struct Organisations {
    entries: Vec<Entry>,
    by_key: BTreeMap<&'static str, usize>,
    /// Short forms without full stops.
    acronyms: WordMap<String, usize>,
    pub(crate) phrases: Phrases<OrganisationForm>,
}

/// The table of this build.
pub(crate) static ORGANISATIONS: LazyLock<Organisations> = LazyLock::new(|| {
    let mut table = Organisations {
        entries: Vec::new(),
        by_key: BTreeMap::new(),
        acronyms: WordMap::default(),
        phrases: Phrases::default(),
    };
    for row in include_str!("../../data/organisations.tsv").lines().filter(|row| !row.starts_with('#')) {
        table.read(row);
    }
    table
});

impl Organisations {
    /// The entry with this key.
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.by_key.get(key).map(|at| &self.entries[*at])
    }

    /// What a short form stands for, as printed, with or without full stops.
    pub(crate) fn acronym(&self, printed: &str) -> Option<&Entry> {
        let at = if printed.contains('.') {
            self.acronyms.get(&printed.replace('.', ""))
        } else {
            self.acronyms.get(printed)
        };
        at.map(|at| &self.entries[*at])
    }

    /// The entry of a name whose words are `printed`, where its capitals are capitals there too.
    pub(crate) fn of_form<'a>(&self, form: OrganisationForm, printed: impl Iterator<Item = &'a str>) -> Option<&Entry> {
        let fits = |(n, word): (usize, &str)| {
            n >= 32 || form.capitals & (1 << n) == 0 || !word.starts_with(char::is_lowercase)
        };
        printed.enumerate().all(fits).then(|| &self.entries[form.entry as usize])
    }

    /// The entry of a form in a script without spaces.
    pub(crate) fn entry(&self, form: OrganisationForm) -> &Entry {
        &self.entries[form.entry as usize]
    }

    fn read(&mut self, row: &'static str) {
        let mut cells = row.split('\t');
        let (Some(kind), Some(key), Some(within), Some(acronyms), Some(names)) =
            (cells.next().and_then(EntityKind::from_word), cells.next(), cells.next(), cells.next(), cells.next())
        else {
            return;
        };
        let at = self.entries.len();
        let list = |cell: &'static str| cell.split("; ").filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let entry = Entry {
            kind,
            key,
            within: Some(within).filter(|within| !within.is_empty()),
            acronyms: list(acronyms),
            names: list(names),
        };
        for acronym in &entry.acronyms {
            self.acronyms.entry((*acronym).to_owned()).or_insert(at);
        }
        for name in &entry.names {
            let capital = |(n, word): (usize, &entente_text::words::Word)| {
                if word.text.starts_with(char::is_uppercase) { 1 << n } else { 0 }
            };
            let capitals = words(name).iter().enumerate().take(32).map(capital).fold(0_u32, |all, one| all | one);
            self.phrases.add(name, OrganisationForm { entry: saturating_u32(at), capitals });
        }
        self.by_key.insert(key, at);
        self.entries.push(entry);
    }
}

impl Entry {
    /// Everything by which a filter may call it.
    pub(crate) fn known_as(&self) -> Vec<String> {
        let mut known: Vec<String> = self.acronyms.iter().chain(&self.names).map(|text| fold(text)).collect();
        known.push(self.key.to_owned());
        order::sort(&mut known);
        known.dedup();
        known
    }

    /// Its names, the one written out first.
    pub(crate) fn expansions(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::ORGANISATIONS;
    use crate::gazetteer::countries::COUNTRIES;
    use crate::gazetteer::topics::TOPICS;

    #[test]
    fn the_table_holds_together() {
        assert!(ORGANISATIONS.entries.len() > 300);
        assert_eq!(ORGANISATIONS.entries.len(), ORGANISATIONS.by_key.len(), "keys are given once");
        for entry in &ORGANISATIONS.entries {
            assert!(!COUNTRIES.is_code(entry.key) && TOPICS.get(entry.key).is_none(), "{} is taken", entry.key);
            if let Some(within) = entry.within {
                assert!(ORGANISATIONS.get(within).is_some() || COUNTRIES.is_code(within), "{}: {within}", entry.key);
            }
        }
    }
}
