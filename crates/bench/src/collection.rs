//! Reads the folder of a collection: documents, queries and judgements.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use entente_bench::Document;

use crate::Fault;
use crate::measures::Judgements;

/// `docs.jsonl.gz` (or `docs.jsonl`), `queries.tsv`, `qrels.tsv`.
pub(crate) struct Collection {
    pub(crate) documents: Vec<Document>,
    /// Id and text.
    pub(crate) queries: Vec<(String, String)>,
    pub(crate) judgements: Judgements,
}

impl Collection {
    /// Reads `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Fault> {
        let mut judgements: Judgements = BTreeMap::new();
        for row in read_table(&folder.join("qrels.tsv"))? {
            if let [query, document, gain] = row.as_slice() {
                let gain = gain.parse().map_err(|_| format!("qrels.tsv: {gain:?} is no number"))?;
                judgements.entry(query.clone()).or_default().insert(document.clone(), gain);
            }
        }
        let queries = read_table(&folder.join("queries.tsv"))?;
        let queries = queries.into_iter().filter_map(|row| Some((row.first()?.clone(), row.get(1)?.clone())));
        let packed = folder.join("docs.jsonl.gz");
        let documents =
            if packed.exists() { read_documents(&packed) } else { read_documents(&folder.join("docs.jsonl")) };
        Ok(Self { documents: documents?, queries: queries.collect(), judgements })
    }
}

/// Reads the documents of a file of JSON Lines, gzipped or not.
pub(crate) fn read_documents(path: &Path) -> Result<Vec<Document>, Fault> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
    } else {
        text = String::from_utf8(bytes)?;
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// Reads the rows of a file of values separated by tabs.
pub(crate) fn read_table(path: &Path) -> Result<Vec<Vec<String>>, Fault> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = text.lines().filter(|line| !line.is_empty());
    Ok(rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}
