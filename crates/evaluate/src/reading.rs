//! Documents as they were read, each beside what a person read in it.

use std::path::{Path, PathBuf};

use entente_text::saturating_u32;

use entente_corpus::id::{hexadecimal, sha256};
use entente_corpus::{Body, Corpus, Entity, Record};
use entente_ingest::{Settings, Source, ingest};
use entente_tables::Table;

use crate::annotation::Annotated;
use crate::rows::{Item, rows_of_file};
use crate::wording::Wording;

/// A corpus with the tables that users get of it.
pub struct Exported {
    /// What was read.
    pub corpus: Corpus,
    statements: Table,
    amounts: Table,
}

impl Exported {
    /// The corpus of these documents, read together.
    #[must_use]
    pub fn of(sources: &[Source]) -> Self {
        let corpus = ingest(sources, &Settings::default());
        let table = |name: &str| entente_tables::table(&corpus, name).unwrap_or_default();
        let (statements, amounts) = (table("statements"), table("amounts"));
        Self { corpus, statements, amounts }
    }

    /// The document at `at`, beside the annotation that has its digest; `None` where none has.
    #[must_use]
    pub fn reading<'a>(&'a self, at: usize, annotations: &'a [Annotated]) -> Option<Reading<'a>> {
        let record: &Record = self.corpus.catalogue.documents.get(at)?;
        let body: &Body = self.corpus.bodies.get(at)?;
        let annotated = annotations.iter().find(|known| known.sha256 == record.sha256)?;
        Some(Reading { exported: self, corpus: &self.corpus, at, record, body, annotated })
    }
}

/// A document beside what a person read in it.
pub struct Reading<'a> {
    exported: &'a Exported,
    /// The corpus that the document is in.
    pub corpus: &'a Corpus,
    /// Index of the document in the corpus.
    pub at: usize,
    /// Its record.
    pub record: &'a Record,
    /// Its text, and what was found in it.
    pub body: &'a Body,
    /// What a person read.
    pub annotated: &'a Annotated,
}

impl<'a> Reading<'a> {
    /// Index of the document, as links have it.
    #[must_use]
    pub fn index(&self) -> u32 {
        saturating_u32(self.at)
    }

    /// Rows of the table `statements`, in the order of the body's statements.
    #[must_use]
    pub fn statements(&self) -> Vec<Item<'a>> {
        rows_of_file(&self.exported.statements, &self.record.file)
    }

    /// Rows of the table `amounts`.
    #[must_use]
    pub fn amounts(&self) -> Vec<Item<'a>> {
        rows_of_file(&self.exported.amounts, &self.record.file)
    }

    /// True if `name` calls what a cell shows as `shown`, an entity with the id `id` if there is one.
    #[must_use]
    pub fn is_called(&self, shown: &str, id: Option<&str>, name: &str) -> bool {
        let entities = &self.corpus.catalogue.entities;
        let entity = id.and_then(|id| entities.iter().flatten().find(|entity| entity.id == id));
        entity.is_some_and(|entity| is_entity_called(entity, name))
            || Wording::of_name(shown).agrees(&Wording::of_name(name))
    }
}

/// True if `name` is a printed form of the entity, a name it is known by, or its country code.
#[must_use]
pub fn is_entity_called(entity: &Entity, name: &str) -> bool {
    let wanted = Wording::of_name(name);
    entity.code.as_deref() == Some(name)
        || entity.forms.iter().any(|form| Wording::of_name(&form.text) == wanted)
        || entity.known_as.iter().any(|form| Wording::of_name(form) == wanted)
}

/// The files of a folder, each with its digest, in the order of their paths. Subfolders are skipped.
///
/// # Errors
/// A sentence with the path that cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, Source)>, String> {
    let fault = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let entries = std::fs::read_dir(folder).map_err(|error| fault(folder, error))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let mut out = Vec::new();
    for path in files.into_iter().filter(|path| path.is_file()) {
        let bytes = std::fs::read(&path).map_err(|error| fault(&path, error))?;
        out.push((hexadecimal(&sha256(&bytes)), Source { file: path.display().to_string(), bytes }));
    }
    Ok(out)
}
