//! Names that a query calls, and what passages gain that name them in whatever words.
//!
//! A passage says "Seoul's foreign ministry" when it names an entity; a reader who asks for "Ministry of Foreign Affairs" means
//! that one. It never makes a passage match.

use entente_corpus::Corpus;
use entente_search::tokens::Analyser;
use entente_search::varint::{put, put_text, take, take_text};
use entente_text::order::sort_by;
use entente_text::saturating_u32;

/// The most that a passage gains by naming what is asked for, as a share of its score: 0 adds nothing, 1 doubles it.
pub(crate) const NAME_BONUS: f32 = 0.3;
/// Names of more words than this are taken for sentences and left out.
const MAX_NAME_WORDS: usize = 8;

/// Every form of every name, folded, its words apart by one space, in order.
#[derive(Debug, Default)]
pub(crate) struct NameForms {
    forms: Vec<(String, u32)>,
}

/// Names that a query calls: the entities that its words may mean (or their values), and how many words those are.
#[derive(Debug, Default)]
pub(crate) struct CalledNames {
    names: Vec<(Vec<u32>, usize)>,
    words: usize,
}

impl NameForms {
    pub(crate) fn new(corpus: &Corpus, analyser: &Analyser) -> Self {
        let mut forms = Vec::new();
        for (at, entity) in corpus.catalogue.entities.numbered() {
            let printed = entity.forms.iter().map(|form| form.text.as_str());
            for form in printed.chain(entity.known_as.iter().map(String::as_str)) {
                let words = analyser.surfaces(form);
                if (1..=MAX_NAME_WORDS).contains(&words.len()) {
                    forms.push((words.join(" "), at));
                }
            }
        }
        sort_by(&mut forms, Ord::cmp);
        forms.dedup();
        Self { forms }
    }

    /// Appends all: of each form how many bytes it shares with the one before it, the others, and its entity.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put(out, saturating_u32(self.forms.len()));
        let mut before = "";
        for (form, entity) in &self.forms {
            let shared = form.char_indices().map(|(at, c)| at + c.len_utf8());
            let shared = shared.take_while(|end| before.get(..*end) == form.get(..*end)).last().unwrap_or(0);
            put(out, saturating_u32(shared));
            put_text(out, &form[shared..]);
            put(out, *entity);
            before = form;
        }
    }

    /// Takes what [`NameForms::pack`] wrote off the front of `bytes`; `None` if the bytes are not of that form.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        let mut forms: Vec<(String, u32)> = Vec::new();
        for _ in 0..take(bytes) {
            let shared = take(bytes) as usize;
            let mut form = forms.last().map_or("", |(before, _)| before.as_str()).get(..shared)?.to_owned();
            form.push_str(take_text(bytes));
            let entity = take(bytes);
            if bytes.is_empty() || forms.last().is_some_and(|before| before.0 > form) {
                return None;
            }
            forms.push((form, entity));
        }
        Some(Self { forms })
    }

    /// The names among `words` (as a query has them), the longest first.
    pub(crate) fn called(&self, analyser: &Analyser, words: &[&str]) -> CalledNames {
        let surfaces = analyser.surfaces(&words.join(" "));
        let mut out = CalledNames { names: Vec::new(), words: surfaces.len() };
        let mut at = 0;
        while at < surfaces.len() {
            let most = MAX_NAME_WORDS.min(surfaces.len() - at);
            let found = (1..=most).rev().find_map(|length| {
                let entities = self.of(&surfaces[at..at + length].join(" "));
                (!entities.is_empty()).then_some((entities, length))
            });
            at += found.as_ref().map_or(1, |(_, length)| *length);
            out.names.extend(found);
        }
        out
    }

    /// The entities that have a form with `words` in it.
    pub(crate) fn with_words(&self, analyser: &Analyser, words: &str) -> Vec<u32> {
        let wanted = analyser.surfaces(words).join(" ");
        if wanted.is_empty() {
            return Vec::new();
        }
        self.forms.iter().filter(|(form, _)| form.contains(&wanted)).map(|(_, entity)| *entity).collect()
    }

    /// The entities that have the form `name`.
    pub(crate) fn of(&self, name: &str) -> Vec<u32> {
        let start = self.forms.partition_point(|(form, _)| form.as_str() < name);
        self.forms[start..].iter().take_while(|(form, _)| form == name).map(|(_, entity)| *entity).collect()
    }
}

impl CalledNames {
    /// The same, each entity by its value, as passages have them.
    pub(crate) fn valued(mut self, values: &[u32]) -> Self {
        for entity in self.names.iter_mut().flat_map(|name| &mut name.0) {
            *entity = values.get(*entity as usize).copied().unwrap_or(u32::MAX);
        }
        self
    }

    /// What the score of a passage that has these values (in order) is multiplied by: from 1 to 1 and [`NAME_BONUS`].
    pub(crate) fn factor(&self, row: &[u32]) -> f32 {
        let named = |name: &&(Vec<u32>, usize)| name.0.iter().any(|value| row.binary_search(value).is_ok());
        let words: usize = self.names.iter().filter(named).map(|(_, words)| words).sum();
        1.0 + NAME_BONUS * words as f32 / self.words.max(1) as f32
    }
}
