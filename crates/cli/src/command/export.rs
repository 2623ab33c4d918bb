//! `entente export`: prints one table of what was found, or everything in the form of another program.

use entente_corpus::Corpus;
use entente_tables::{TABLES, csv_in_parts, jsonl_in_parts, table};

use crate::arguments::{Export, Rows};
use crate::terminal::{complain, print_json, print_rows};
use crate::{DONE, Outcome, PARTLY, USAGE};

/// Bytes that are collected before they are printed.
const PRINTED_AT_ONCE_BYTES: usize = 64 * 1024;

pub(crate) fn run(arguments: &Export) -> Outcome {
    if let Some(wrong) = wrong_usage(arguments) {
        complain(&format!("entente: {wrong}"));
        return Ok(USAGE);
    }
    let loaded = super::load(&arguments.source)?;
    let partly = super::print_unread(&loaded.corpus);
    print_as(arguments, &loaded.corpus);
    let nothing = loaded.corpus.bodies.is_empty();
    if nothing {
        complain(&format!("entente: {}: nothing in it could be read", arguments.source.display()));
    }
    Ok(if partly || nothing { PARTLY } else { DONE })
}

/// What does not go together.
fn wrong_usage(arguments: &Export) -> Option<String> {
    let is_everything = arguments.format.of_everything().is_some();
    match arguments.table.as_deref() {
        Some(_) if is_everything => Some("this format has all tables; leave out --table".to_owned()),
        None if !is_everything => Some(format!("--table is missing; there are {}", TABLES.join(", "))),
        Some(name) if !TABLES.contains(&name) => {
            Some(format!("no table is called {name:?}; there are {}", TABLES.join(", ")))
        }
        Some("corpus") if arguments.format == Rows::Csv => {
            Some("the corpus is one JSON object, not rows; leave out --format csv".to_owned())
        }
        _ if arguments.spreadsheet && arguments.format != Rows::Csv => {
            Some("a spreadsheet reads no such format; --spreadsheet is for --format csv".to_owned())
        }
        _ => None,
    }
}

fn print_as(arguments: &Export, corpus: &Corpus) {
    // A script is not JSON: an escape would change its words.
    let is_json = !matches!(arguments.format, Rows::Postgresql | Rows::Csv);
    let mut printer = Printer { waiting: String::new(), print: if is_json { print_json } else { print_rows } };
    let mut print = |part: &str| printer.add(part);
    if let Some(form) = arguments.format.of_everything() {
        entente_exchange::write_in_parts(corpus, form, &mut print);
    } else {
        let table = arguments.table.as_deref().and_then(|name| table(corpus, name)).unwrap_or_default();
        if arguments.format == Rows::Csv {
            csv_in_parts(&table, arguments.spreadsheet, &mut print);
        } else {
            jsonl_in_parts(&table, &mut print);
        }
    }
    printer.end();
}

/// Prints text that comes in small parts in larger ones. The whole text may not fit into memory.
struct Printer {
    waiting: String,
    print: fn(&str),
}

impl Printer {
    fn add(&mut self, part: &str) {
        self.waiting.push_str(part);
        if self.waiting.len() >= PRINTED_AT_ONCE_BYTES {
            self.end();
        }
    }

    fn end(&mut self) {
        (self.print)(&self.waiting);
        self.waiting.clear();
    }
}
