//! `entente search`: ranked passages, or other units, in the order of the page.

use entente_explore::{AlsoRow, Explanation, Explorer, FoundRow, Query, SearchRow, Unit};

use crate::arguments::{Format, Search};
use crate::terminal::{complain, print_json, say};
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Search) -> Outcome {
    let loaded = super::load(&arguments.source)?;
    let partly = super::print_unread(&loaded.corpus);
    let explorer = Explorer::new(loaded.corpus.into());
    let mut query = Query::default().with_text(&arguments.query);
    if arguments.broaden
        && let Some(text) = explorer.broadened(&query)
    {
        complain(&format!("Searched for: {text}"));
        query = query.with_text(&text);
    }
    // The page says the same.
    let said = explorer.search(&query, 1);
    for remark in said.remarks {
        complain(&remark.to_string());
    }
    if let Some(meant) = said.did_you_mean {
        complain(&format!("Did you mean: {meant}"));
    }
    if let Some(some) = said.some {
        complain(&format!("{} more have some of these words: {}", some.more, some.query));
    }
    if arguments.unit == Unit::Passages {
        let rows = explorer.search_rows(&query, arguments.limit);
        let anchor = |row: &SearchRow| row.passage.rsplit(':').next().unwrap_or_default().to_owned();
        let anchors: Vec<String> = rows.iter().map(anchor).collect();
        let places: Vec<(&str, &str)> =
            rows.iter().zip(&anchors).map(|(row, anchor)| (row.document.as_str(), anchor.as_str())).collect();
        let mut parts = if arguments.explain { explorer.explain_all(&query, &places) } else { Vec::new() }.into_iter();
        for row in &rows {
            print_passage(row, arguments.format);
            print_explanation(parts.next().flatten());
        }
    } else {
        let rows = explorer.found_rows(&query, arguments.unit, arguments.limit);
        rows.iter().for_each(|row| print_found(row, arguments.format));
    }
    Ok(if partly { PARTLY } else { DONE })
}

fn print_passage(row: &SearchRow, format: Format) {
    if format == Format::Jsonl {
        return print_json(&format!("{}\n", serde_json::to_string(row).unwrap_or_default()));
    }
    let lines = line_range(row.line_start, row.line_end);
    let section = if row.section.is_empty() { String::new() } else { format!(" > {}", row.section) };
    say(&format!("{} {:.2} {}:{lines} {}{section}", row.rank, row.score, row.file, row.title));
    say(&format!("    {}", row.snippet));
    for AlsoRow { file, line_start, line_end, differ, .. } in &row.also {
        let lines = line_range(*line_start, *line_end);
        let differs = match differ {
            0 => "no word differs".to_owned(),
            1 => "1 word differs".to_owned(),
            count => format!("{count} words differ"),
        };
        say(&format!("    also at {file}:{lines}, {differs}"));
    }
}

/// Prints on standard error, so that standard output contains rows only.
fn print_explanation(explanation: Option<Explanation>) {
    for part in explanation.map(|found| found.parts).unwrap_or_default() {
        let sign = if part.factor { "\u{d7}" } else { "+" };
        complain(&format!("        {sign} {:.2} {}", part.value, part.what));
    }
}

fn print_found(row: &FoundRow, format: Format) {
    if format == Format::Jsonl {
        return print_json(&format!("{}\n", serde_json::to_string(row).unwrap_or_default()));
    }
    let lines = line_range(row.line_start, row.line_end);
    say(&format!("{} {:.2} {}:{lines} {}", row.rank, row.score, row.file, row.name));
    say(&format!("    {}", row.quote));
}

fn line_range(start: u32, end: u32) -> String {
    if start == end { start.to_string() } else { format!("{start}-{end}") }
}
