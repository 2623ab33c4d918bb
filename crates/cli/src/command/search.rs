//! `entente search`: ranked passages, in the page's order.

use entente_explore::{Explorer, Query};
use entente_pack::load;

use crate::arguments::{Format, Search};
use crate::progress::Progress;
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Search) -> Outcome {
    let progress = Progress::new();
    let loaded = load(&arguments.source, &mut |done, of| progress.at(done, of))?;
    progress.clear();
    let partly = super::name_unread(&loaded.corpus);
    let explorer = Explorer::new(loaded.corpus.into());
    let query = Query::default().with_text(&arguments.query);
    for remark in explorer.search(&query, 0).remarks {
        eprintln!("{remark}");
    }
    for row in explorer.search_rows(&query, arguments.limit) {
        match arguments.format {
            Format::Jsonl => println!("{}", serde_json::to_string(&row).unwrap_or_default()),
            Format::Text => {
                let lines = if row.line_start == row.line_end {
                    row.line_start.to_string()
                } else {
                    format!("{}-{}", row.line_start, row.line_end)
                };
                let section = if row.section.is_empty() { String::new() } else { format!(" > {}", row.section) };
                let file = super::printable(&row.file);
                let told = super::printable(&format!("{}{section}", row.title));
                println!("{} {:.2} {file}:{lines} {told}", row.rank, row.score);
                println!("    {}", super::printable(&row.snippet));
            }
        }
    }
    Ok(if partly { PARTLY } else { DONE })
}
