//! The columns of every table. Scripts depend on their names and their order: a column may be added, none renamed or moved.

/// Columns of a table whose rows have evidence: its own ones, and after them the place and the words of the evidence.
macro_rules! with_evidence {
    ($($own:literal),* $(,)?) => {
        &[$($own,)* "passage", "file", "line_start", "line_end", "page", "quote", "rule"]
    };
}

/// Columns of the table `documents`.
pub(crate) const DOCUMENTS: &[&str] = &[
    "id",
    "file",
    "title",
    "title_basis",
    "kind",
    "publisher",
    "publisher_id",
    "language",
    "translation",
    "date",
    "date_precision",
    "date_basis",
    "symbol",
    "url",
    "marking",
    "sha256",
    "bytes",
    "encoding",
    "passages",
];
/// Columns of the table `metadata`.
pub(crate) const METADATA: &[&str] = with_evidence!["document", "field", "value", "basis", "precision",];
/// Columns of the table `text`.
pub(crate) const TEXT: &[&str] = &["document", "line", "page", "text"];
/// Columns of the table `sections`.
pub(crate) const SECTIONS: &[&str] = with_evidence!["id", "document", "parent", "level", "heading",];
/// Columns of the table `passages`.
pub(crate) const PASSAGES: &[&str] = with_evidence!["id", "document", "section", "kind", "number", "text",];
/// Columns of the table `entities`.
pub(crate) const ENTITIES: &[&str] =
    &["id", "kind", "name", "aliases", "code", "parent", "parent_id", "documents", "mentions"];
/// Columns of the table `mentions`.
pub(crate) const MENTIONS: &[&str] =
    with_evidence!["entity", "kind", "name", "surface", "role", "affiliation", "affiliation_id", "document",];
/// Columns of the table `acronyms`.
pub(crate) const ACRONYMS: &[&str] = with_evidence!["acronym", "expansion", "expansion_id", "basis", "document",];
/// Columns of the table `engagements`.
pub(crate) const ENGAGEMENTS: &[&str] = with_evidence![
    "id",
    "name",
    "kind",
    "series",
    "ordinal",
    "date_start",
    "date_end",
    "date_precision",
    "date_basis",
    "date_bound",
    "place",
    "level",
    "participants",
    "participants_ids",
    "topics",
    "topics_ids",
    "status",
    "document",
];
/// Columns of the table `series`.
pub(crate) const SERIES: &[&str] = &[
    "id",
    "name",
    "counterparts",
    "counterparts_ids",
    "topics",
    "topics_ids",
    "level",
    "members",
    "first",
    "last",
    "missing",
    "frequency",
    "documents",
];
/// Columns of the table `statements`.
pub(crate) const STATEMENTS: &[&str] = with_evidence![
    "id",
    "modality",
    "verb",
    "strength",
    "speaker",
    "speaker_id",
    "speaker_ids",
    "on_behalf_of",
    "on_behalf_of_id",
    "actor",
    "actor_id",
    "counterparts",
    "counterparts_ids",
    "topics",
    "topics_ids",
    "instruments",
    "instruments_ids",
    "period_start",
    "period_end",
    "period_precision",
    "section",
    "document",
];
/// Columns of the table `amounts`.
pub(crate) const AMOUNTS: &[&str] = with_evidence![
    "id",
    "value",
    "value_max",
    "unit",
    "sign",
    "payer",
    "payer_id",
    "receiver",
    "receiver_id",
    "purpose",
    "date",
    "status",
    "basis",
    "document",
];
/// Columns of the table `links`.
pub(crate) const LINKS: &[&str] = &[
    "kind",
    "from",
    "to",
    "from_file",
    "from_line",
    "to_file",
    "to_line",
    "score",
    "difference",
    "difference_kind",
    "template",
    "why",
];
/// Columns of the table `anomalies`.
pub(crate) const ANOMALIES: &[&str] = with_evidence!["kind", "detail", "document"];
