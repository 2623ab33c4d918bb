//! Words of who met whom.

use entente_explore::tables::{Parties, Relations};

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
    WHOSE_RELATIONS = "Whose relations";
}

/// "States and blocs"
#[must_use]
pub fn parties(parties: Parties) -> &'static str {
    match parties {
        Parties::States => "States and blocs",
        Parties::Bodies => "Bodies",
        Parties::People => "People",
    }
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
    fn what_is_not_in_the_table_is_said() {
        let found = Relations { meetings: 1, ..Relations::default() };
        assert_eq!(relations_note(&found), "1 meeting names two of them or more.");
        let found = Relations { meetings: 235, of: 78, crowded: 2, ..Relations::default() };
        let expected = "235 meetings name two of them or more. Of 78 the 0 with most meetings are shown. 2 meetings of more than 12 parties are left out.";
        assert_eq!(relations_note(&found), expected);
    }
}
