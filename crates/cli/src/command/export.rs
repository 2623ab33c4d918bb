//! `entente export`: prints one table of what was found.

use entente_tables::{TABLES, csv, jsonl, table};

use crate::arguments::{Export, Rows};
use crate::terminal::{complain, print_json, print_rows};
use crate::{DONE, Outcome, PARTLY, USAGE};

pub(crate) fn run(arguments: &Export) -> Outcome {
    if !TABLES.contains(&arguments.table.as_str()) {
        complain(&format!("entente: no table is called {:?}; there are {}", arguments.table, TABLES.join(", ")));
        return Ok(USAGE);
    }
    if arguments.table == "corpus" && arguments.format == Rows::Csv {
        complain("entente: the corpus is one JSON object, not rows; leave out --format csv");
        return Ok(USAGE);
    }
    let loaded = super::load(&arguments.source)?;
    let partly = super::print_unread(&loaded.corpus);
    let table = table(&loaded.corpus, &arguments.table).unwrap_or_default();
    match arguments.format {
        Rows::Jsonl => print_json(&jsonl(&table)),
        Rows::Csv => print_rows(&csv(&table, arguments.spreadsheet)),
    }
    let nothing = loaded.corpus.bodies.is_empty();
    if nothing {
        complain(&format!("entente: {}: nothing in it could be read", arguments.source.display()));
    }
    Ok(if partly || nothing { PARTLY } else { DONE })
}
