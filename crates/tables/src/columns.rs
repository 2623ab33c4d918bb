//! The columns of every table, in the order in which they are promised.

/// The evidence columns, with which the tables end that stand on words.
const EVIDENCE: &[&str] = &["document", "passage", "file", "line_start", "line_end", "page", "quote", "rule"];

/// The columns of one table before its evidence.
struct Columns {
    table: &'static str,
    own: &'static [&'static str],
    /// True if the evidence columns follow, but for those that the table has itself.
    evidence: bool,
}

const COLUMNS: &[Columns] = &[
    Columns {
        table: "documents",
        own: &[
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
        ],
        evidence: false,
    },
    Columns { table: "metadata", own: &["document", "field", "value", "basis", "precision"], evidence: true },
    Columns { table: "text", own: &["document", "line", "page", "text"], evidence: false },
    Columns { table: "sections", own: &["id", "document", "parent", "level", "heading"], evidence: true },
    Columns { table: "passages", own: &["id", "document", "section", "kind", "number", "text"], evidence: true },
    Columns {
        table: "entities",
        own: &["id", "kind", "name", "aliases", "code", "parent", "parent_id", "documents", "mentions"],
        evidence: false,
    },
    Columns {
        table: "mentions",
        own: &["entity", "kind", "name", "surface", "role", "affiliation", "affiliation_id"],
        evidence: true,
    },
    Columns { table: "acronyms", own: &["acronym", "expansion", "expansion_id", "basis"], evidence: true },
    Columns {
        table: "engagements",
        own: &[
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
        ],
        evidence: true,
    },
    Columns {
        table: "series",
        own: &[
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
        ],
        evidence: false,
    },
    Columns {
        table: "statements",
        own: &[
            "id",
            "modality",
            "verb",
            "strength",
            "speaker",
            "speaker_id",
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
        ],
        evidence: true,
    },
    Columns {
        table: "amounts",
        own: &[
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
        ],
        evidence: true,
    },
    Columns {
        table: "links",
        own: &[
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
        ],
        evidence: false,
    },
    Columns { table: "anomalies", own: &["kind", "detail"], evidence: true },
];

/// The columns of `table`; none for a table that is not one of rows.
pub(crate) fn columns_of(table: &str) -> Vec<&'static str> {
    let Some(found) = COLUMNS.iter().find(|columns| columns.table == table) else { return Vec::new() };
    let evidence = EVIDENCE.iter().filter(|column| found.evidence && !found.own.contains(column));
    found.own.iter().chain(evidence).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::columns_of;
    use crate::TABLES;

    #[test]
    fn every_table_of_rows_has_its_columns_each_once() {
        for table in TABLES.iter().filter(|table| **table != "corpus") {
            let columns = columns_of(table);
            assert!(columns.len() > 3, "{table}");
            assert!(columns.iter().enumerate().all(|(n, column)| !columns[..n].contains(column)), "{table}");
        }
    }
}
