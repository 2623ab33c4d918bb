//! Words of who met whom.

use entente_explore::TableSide;
use entente_explore::tables::{CrossTable, Relations};

use super::{counted, engagements, number};

words! {
    RELATIONS = "Relations";
    RELATIONS_LEAD = "Who took part in the same meetings. A number opens the meetings of both.";
    NO_RELATIONS = "No meeting in this file names two of them.";
    MET = "Met";
    LAST_MEETING = "Last meeting";
    DOSSIER = "Dossier";
    ALL_RELATIONS = "All relations";
    MEETINGS_UNIT = "meetings";
    WHO_MET_WHOM = "Who met whom";
    TABLE_ROWS = "Rows";
    TABLE_COLUMNS = "Columns";
    CROSS_LEAD = "A number counts the passages that have both, under the filters, and opens them.";
    CROSS_YEARS = "A passage counts in the years of the dates that it names; one that names none, in the year of its document.";
    NO_CROSS = "No passage has both.";
    NO_TABLE_WITH_ITSELF = "Rows and columns are the same here, and have nothing to count. Choose others.";
}

/// "States and blocs"
#[must_use]
pub fn table_side(side: TableSide) -> &'static str {
    match side {
        TableSide::Country => "States and blocs",
        TableSide::Organisation => "Bodies",
        TableSide::Person => "People",
        TableSide::Topic => "Topics",
        TableSide::Kind => "Kinds of document",
        TableSide::Year => "Years",
    }
}

/// "States and blocs by topics"
#[must_use]
pub fn cross_heading(rows: TableSide, columns: TableSide) -> String {
    format!("{} by {}", table_side(rows), table_side(columns).to_lowercase())
}

/// "Rows: the 24 of 78 that are in most passages. Columns: the 12 of 30 that are in most passages."
#[must_use]
pub fn cross_note(found: &CrossTable) -> String {
    let grid = &found.grid;
    let is_square = grid.cells.first().is_some_and(Vec::is_empty);
    let sides = [("Rows", grid.rows.len(), found.of_rows), ("Columns", grid.columns.len(), found.of_columns)];
    let note = |(label, shown, of): &(&str, usize, usize)| {
        format!("{label}: the {} of {} that are in most passages.", number(*shown), number(*of))
    };
    let cut = sides.iter().take(if is_square { 1 } else { 2 }).filter(|(_, shown, of)| shown < of);
    cut.map(note).collect::<Vec<_>>().join(" ")
}

/// "235 meetings name two of them or more. Of 78 the 12 with most meetings are shown. 2 meetings of more than 12 parties are left out."
#[must_use]
pub fn relations_note(found: &Relations) -> String {
    let verb = if found.meetings == 1 { "names" } else { "name" };
    let mut out = format!("{} {verb} two of them or more.", engagements(found.meetings));
    if found.of > found.names.len() {
        out += &format!(" Of {} the {} with most meetings are shown.", number(found.of), number(found.names.len()));
    }
    if found.crowded > 0 {
        let verb = if found.crowded == 1 { "is" } else { "are" };
        out += &format!(" {} of more than 12 parties {verb} left out.", engagements(found.crowded));
    }
    out
}

/// "17 meetings: Japan and ROK"
#[must_use]
pub fn met_each_other(meetings: usize, one: &str, other: &str) -> String {
    format!("{}: {one} and {other}", engagements(meetings))
}

/// "Japan 17"
#[must_use]
pub fn in_short_count(name: &str, n: usize) -> String {
    format!("{name} {}", number(n))
}

/// "Japan met 13 names"
#[must_use]
pub fn met_names(name: &str, of: usize) -> String {
    format!("{name} met {}", counted(of, "name", "names"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_of_a_cross_table_is_said() {
        let mut found = CrossTable { of_rows: 78, of_columns: 0, ..CrossTable::default() };
        found.grid.cells = vec![vec![1]];
        assert_eq!(cross_note(&found), "Rows: the 0 of 78 that are in most passages.");
        found.of_columns = 30;
        assert!(cross_note(&found).ends_with(" Columns: the 0 of 30 that are in most passages."));
        found.grid.cells = vec![vec![]];
        assert_eq!(cross_note(&found), "Rows: the 0 of 78 that are in most passages.", "a table with itself");
    }

    #[test]
    fn what_is_not_in_the_table_is_said() {
        let found = Relations { meetings: 1, ..Relations::default() };
        assert_eq!(relations_note(&found), "1 meeting names two of them or more.");
        let found = Relations { meetings: 235, of: 78, crowded: 2, ..Relations::default() };
        let expected = "235 meetings name two of them or more. Of 78 the 0 with most meetings are shown. 2 meetings of more than 12 parties are left out.";
        assert_eq!(relations_note(&found), expected);
    }
}
