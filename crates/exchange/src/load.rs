//! All rows as search engines load them in bulk.

use entente_corpus::Corpus;
use entente_tables::{jsonl_in_parts, table};
use serde_json::json;

use crate::rows::Ids;

/// For each row a line that names its index (`entente-TABLE`) and its id, then the row.
///
/// The id is the row's own where it has one, else its place in the table, so that loading a file twice changes nothing.
pub(crate) fn bulk(corpus: &Corpus, write: &mut dyn FnMut(&str)) {
    let mut ids = Ids::default();
    for_each_row(corpus, |name, n, row| {
        let own = serde_json::from_str::<serde_json::Value>(row).ok();
        let own = own.as_ref().and_then(|row| row.get("id")?.as_str());
        let id = own.map_or_else(|| n.to_string(), str::to_owned);
        let index = format!("entente-{name}");
        let id = ids.own(&format!("{index}:{id}")).split_off(index.len() + 1);
        let action = json!({ "index": { "_index": index, "_id": id } });
        write(&format!("{action}\n{row}\n"));
    });
}

/// One line a row, with the name of its table first.
pub(crate) fn quickwit(corpus: &Corpus, write: &mut dyn FnMut(&str)) {
    for_each_row(corpus, |name, _, row| {
        let rest = row.strip_prefix('{').unwrap_or(row);
        write(&format!("{{\"table\":\"{name}\",{rest}\n"));
    });
}

/// Calls `write` with each row of each table: the table's name, the row's number from 1, its JSON.
fn for_each_row(corpus: &Corpus, mut write: impl FnMut(&str, usize, &str)) {
    for name in crate::tables() {
        let mut n = 0;
        jsonl_in_parts(&table(corpus, name).unwrap_or_default(), &mut |rows| {
            for row in rows.lines() {
                n += 1;
                write(name, n, row);
            }
        });
    }
}
