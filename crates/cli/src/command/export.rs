//! `entente export`: one table of what was found.

use std::io::{self, Write};

use entente_pack::{PackError, load};
use entente_tables::{TABLES, csv, jsonl, table};

use crate::arguments::{Export, Rows};
use crate::progress::Progress;
use crate::{DONE, Outcome, PARTLY, USAGE};

pub(crate) fn run(arguments: &Export) -> Outcome {
    if !TABLES.contains(&arguments.table.as_str()) {
        eprintln!("entente: no table is called {:?}; there are {}", arguments.table, TABLES.join(", "));
        return Ok(USAGE);
    }
    if arguments.table == "corpus" && arguments.format == Rows::Csv {
        eprintln!("entente: the corpus is one JSON object, not rows; leave out --format csv");
        return Ok(USAGE);
    }
    let progress = Progress::new();
    let loaded = load(&arguments.source, &mut |done, of| progress.at(done, of))?;
    progress.clear();
    let partly = super::name_unread(&loaded.corpus);
    let table = table(&loaded.corpus, &arguments.table).unwrap_or_default();
    let text = match arguments.format {
        Rows::Jsonl => jsonl(&table),
        Rows::Csv => csv(&table, arguments.spreadsheet),
    };
    // A reader that takes only the first lines (`| head`) is no failure.
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            return Err(PackError::Io("standard output".into(), error));
        }
        _ => {}
    }
    let nothing = loaded.corpus.bodies.is_empty();
    if nothing {
        eprintln!("entente: {}: nothing in it could be read", arguments.source.display());
    }
    Ok(if partly || nothing { PARTLY } else { DONE })
}
