//! Words of figures: lanes of meetings, and what a saved picture says below itself.

use entente_explore::Summary;
use entente_explore::tables::{BesideMeeting, LaneGroup, Lanes, Numbers};

use super::{commas, counted, date, engagements, number, run};

words! {
    AS_LANES = "Lanes";
    AS_TABLE = "Table";
    LANES_BY = "Lanes by";
    LANES_LABEL = "Meetings in lanes over time; arrows go from mark to mark and from lane to lane, Enter opens";
    KEY_DAY = "day";
    KEY_MONTH = "month";
    KEY_YEAR = "year only";
    KEY_AHEAD = "announced or planned";
    KEY_SINCE = "since then";
    KEY_NUMBER = "a number is the one printed";
    LANES_BESIDE = "Beside the axis: no year printed, in the order of their documents. ";
    NOT_HERE = "Not in this file";
    NO_LANE = "All others";
    NO_YEAR = "No place on the axis";
    SAVE_FIGURE = "Save figure:";
}

/// "Series", "Partner", "Topic"
#[must_use]
pub fn lane_group(group: LaneGroup) -> &'static str {
    match group {
        LaneGroup::Series => "Series",
        LaneGroup::Partner => "Partner",
        LaneGroup::Topic => "Topic",
    }
}

/// "37 meetings by series, 12 lanes"
#[must_use]
pub fn lanes_title(lanes: &Lanes, group: LaneGroup) -> String {
    let drawn = counted(lanes.lanes.len(), "lane", "lanes");
    format!("{} by {}, {drawn}", engagements(lanes.total), lane_group(group).to_lowercase())
}

/// "14 more lanes are not drawn; a filter brings them."
#[must_use]
pub fn lanes_left_out(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => "1 more lane is not drawn; a filter brings it.".to_owned(),
        more => format!("{} more lanes are not drawn; a filter brings them.", number(more)),
    }
}

/// Numbers of a series that are not in the file: "1–3, 5"
#[must_use]
pub fn numbers_missing(numbers: &[Numbers]) -> String {
    let run = |number: &Numbers| match number {
        Numbers::Missing(first, last) if first == last => Some(first.to_string()),
        Numbers::Missing(first, last) => Some(run(*first, *last)),
        Numbers::Told(..) => None,
    };
    commas(numbers.iter().filter_map(run))
}

/// "; not in this file: 1–3, 5"
#[must_use]
pub fn numbers_not_here(numbers: &[Numbers]) -> String {
    format!("; not in this file: {}", numbers_missing(numbers))
}

/// "2 Aug, no year", "document of 21 Jan 2022"
#[must_use]
pub fn beside_date(found: &BesideMeeting) -> String {
    let own = found.date.map(|own| date(own, ""));
    let document = found.document.map(|document| super::dated_by_document(&date(document, "")));
    let parts = commas(own.into_iter().chain(document));
    if parts.is_empty() { "no date printed".to_owned() } else { parts }
}

/// The lines below a saved figure: "Filter: Japan, not China", "Cyber file, edition 2, contents 12ab34cd, saved 2024-05-03", marking.
#[must_use]
pub fn figure_lines(filter: &[String], summary: &Summary, digest: &str, day: &str) -> String {
    let mut lines = Vec::new();
    if !filter.is_empty() {
        lines.push(format!("Filter: {}", filter.join(", ")));
    }
    let edition = summary.edition.as_ref().map(|edition| format!("edition {edition}"));
    let digest = format!("contents {}", digest.get(..8).unwrap_or(digest));
    let day = (!day.is_empty()).then(|| format!("saved {day}"));
    lines.push(commas([summary.title.clone()].into_iter().chain(edition).chain([digest]).chain(day)));
    lines.extend(summary.marking.clone());
    lines.join("\n")
}

/// "not Japan"
#[must_use]
pub fn left_out_value(label: &str) -> String {
    format!("not {label}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_figure_says_what_it_is_of() {
        let summary = Summary {
            title: "Fisheries".into(),
            edition: Some("2".into()),
            marking: Some("RESTRICTED".into()),
            ..Summary::default()
        };
        let lines = figure_lines(&["Peru".into(), left_out_value("Chile")], &summary, "12ab34cd56", "2024-05-03");
        assert_eq!(
            lines,
            "Filter: Peru, not Chile\nFisheries, edition 2, contents 12ab34cd, saved 2024-05-03\nRESTRICTED"
        );
        assert_eq!(figure_lines(&[], &Summary::default(), "", ""), ", contents ");
    }

    #[test]
    fn missing_numbers_are_runs() {
        let numbers = [Numbers::Missing(1, 1), Numbers::Missing(3, 9), Numbers::Told(10, "e".into(), None)];
        assert_eq!(numbers_missing(&numbers), "1, 3–9");
    }
}
