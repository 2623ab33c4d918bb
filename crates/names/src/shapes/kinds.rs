//! What kind of thing a name is, and whether its words tell it apart from others.

use entente_corpus::EntityKind;

use entente_language::values::english_ordinal;

use super::is_year;
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::{COUNTRIES, Form};
use crate::gazetteer::head_nouns::{Head, head, is_generic};
use crate::scan::{Gap, Scan};

/// True if the name says more than its head: two words at least, and one that is not everyday.
pub(super) fn tells_apart(scan: &Scan, start: usize, end: usize, kind: Head, owned: bool) -> bool {
    let words: Vec<&str> = (start..end).map(|at| scan.folded(at)).filter(|word| word.len() > 2).collect();
    let special = |word: &&&str| !is_generic(word) && is_no_head(word) && !is_year(word);
    // "Northern Division": a point of the compass does not name a division.
    if !owned && words.len() == 2 && Class::Direction.has(words[0]) && matches!(kind, Head::Body | Head::Place) {
        return false;
    }
    // "**Deputy Board** Chairman": a word for the second of an office names no body.
    if scan.has(start, Class::OfficeWord) && scan.has(start, Class::RoleWord) {
        return false;
    }
    match kind {
        // "Smart Entry Service": whose it is decides whether it is a body at all.
        Head::Body
            if !owned
                && matches!(
                    scan.folded(end - 1),
                    "service" | "services" | "unit" | "branch" | "delegation" | "mission"
                ) =>
        {
            false
        }
        Head::State | Head::Body => {
            words.len() > 1 && (words.iter().any(|word| is_no_head(word) && !Class::OfAnyBody.has(word)) || owned)
        }
        Head::Company if scan.folded(end - 1) == "power" => owned,
        Head::Organisation => words.len() > 1 && words.iter().any(|word| is_no_head(word) && !is_generic(word)),
        Head::Company | Head::Media => words.len() > 1 && words.iter().any(|word| is_no_head(word)),
        Head::Operation => words.len() > 1 && words.iter().any(|word| !is_generic(word) && *word != "exercise"),
        Head::Place => words.len() > 1 && words[..words.len() - 1].iter().filter(special).count() > 0,
        // "Chancellor Scholz of Germany Before Bilateral Meeting": a headline, and no name.
        Head::Forum if words.iter().any(|word| matches!(*word, "before" | "after" | "ahead" | "following")) => false,
        Head::Forum if owned => words.len() > 1,
        // "Cyber Policy Consultation", "6th Defense Strategy Dialogue": such words name the meeting of a series.
        Head::Forum if words.len() > 2 || is_numbered(scan, start) => {
            words.len() > 1 && scan.has(end - 1, Class::MeetingOfSeries) || words.iter().filter(special).count() > 0
        }
        // "Dispute Resolution", "Global Order": neither was adopted by anybody.
        Head::Instrument if scan.has(end - 1, Class::OnlyNumbered) && !owned => {
            words.iter().any(|word| Class::ResolutionBody.has(word))
        }
        Head::Instrument | Head::System => words.len() > 1 && words.iter().filter(special).count() > 0,
        Head::Forum => words.len() > 1 && words.iter().filter(special).count() > 0,
    }
}

/// True for a word that says what a thing is called rather than what it is.
fn is_no_head(word: &str) -> bool {
    head(word).is_none_or(|head| head == Head::Place)
}

pub(super) fn entity_kind(scan: &Scan, start: usize, end: usize, kind: Head, owned: bool) -> EntityKind {
    let has = |wanted: &[&str]| (start..end).any(|at| wanted.contains(&scan.folded(at)));
    let any = |class: Class| (start..end).any(|at| class.has(scan.folded(at)));
    match kind {
        Head::State => EntityKind::Agency,
        Head::Body
            if owned || has(&["national", "federal", "presidential", "royal", "central", "defense", "defence"]) =>
        {
            EntityKind::Agency
        }
        // A central bank and a division of a ministry are a state's.
        Head::Organisation if has(&["bank"]) && (owned || has(&["central", "national", "reserve"])) => {
            EntityKind::Agency
        }
        // "National Cancer Institute", "Korea Research Institute of Standards and Science".
        Head::Organisation
            if any(Class::PublicInstitute)
                && !any(Class::OfMany)
                && (has(&["national", "federal", "royal"])
                    || named_by_country(scan, start) && any(Class::PublicMatter)) =>
        {
            EntityKind::Agency
        }
        // "Office of Management and Budget".
        Head::Body if scan.folded(start) == "office" && scan.folded(start + 1) == "of" && !any(Class::OfMany) => {
            EntityKind::Agency
        }
        Head::Body if has(&["division", "directorate"]) || any(Class::OfState) && !any(Class::OfMany) => {
            EntityKind::Agency
        }
        Head::Body | Head::Organisation => EntityKind::Organisation,
        Head::Company => EntityKind::Company,
        Head::Media => EntityKind::Media,
        Head::Forum => EntityKind::Forum,
        Head::Instrument => EntityKind::Instrument,
        Head::System => EntityKind::System,
        Head::Operation => EntityKind::Operation,
        Head::Place => EntityKind::Place,
    }
}

/// True if a country's own name, not the adjective, is the first word: "Korea Institute".
fn named_by_country(scan: &Scan, start: usize) -> bool {
    let name = scan.words.get(start).and_then(|word| COUNTRIES.phrase(&word.folded));
    name.is_some_and(|(_, form)| form == Form::Name)
}

/// True after "6th", "fourth" and the like.
fn is_numbered(scan: &Scan, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let digits = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    scan.gap(at) == Gap::Space
        && (!digits.is_empty() && digits.len() < before.len() && digits.chars().all(|c| c.is_ascii_digit())
            || english_ordinal(before).is_some())
}
