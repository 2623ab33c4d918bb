//! The state or body that a person represents at one place, as printed there.
//!
//! In: a passage's persons and the names beside them. Out: the organisation or country on the persons'
//! mentions: "Christopher Painter **of the US Department of State**", "**National Security Office** Director".

use entente_corpus::EntityKind;
use entente_text::fold::fold;

use super::candidate::{Candidate, Key};
use super::persons::Person;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::persons::PERSONS;

/// Bytes around a person and the role in which names are looked for.
const AROUND: usize = 160;
/// Bytes between a person and the name of those whom the person represents.
const MAX_GAP_BYTES: usize = 16;

/// Writes `within` on the persons among `found`, which is in order of position.
pub(crate) fn affiliate(scan: &Scan, people: &[Person], found: &mut [Candidate]) {
    for person in people {
        let name = scan.bytes(person.name.0, person.name.1);
        let first = found.partition_point(|found| found.range.start < name.start);
        let here = found[first..].iter().take_while(|found| found.range.start == name.start);
        let is_person = |found: &Candidate| found.range == name && found.key.kind == EntityKind::Person;
        let Some((_, at)) = here.zip(first..).find(|(found, _)| is_person(found)) else { continue };
        // What shows whom a person represents is near: the rest of a long passage is not looked at.
        let whole = scan.bytes(person.whole.0, person.whole.1);
        let from = found.partition_point(|found| found.range.start + AROUND < whole.start);
        let to = found.partition_point(|found| found.range.start < whole.end + AROUND);
        let near = &found[from..to];
        let within = in_role(scan, person, near)
            .or_else(|| rest(scan, person, name.end, near).filter(|_| !is_place_of_event(scan, person, name.end)))
            .or_else(|| person.role.and_then(|role| rest(scan, person, scan.bytes(role.0, role.1).end, near)))
            .or_else(|| country(scan, person, near));
        found[at].within = within;
    }
}

/// A body named inside the role or right before it.
fn in_role(scan: &Scan, person: &Person, found: &[Candidate]) -> Option<Key> {
    let role = person.role.map(|(from, to)| scan.bytes(from, to))?;
    let inside = |found: &&Candidate| found.range.start >= role.start && found.range.end <= role.end && is_body(found);
    let posted = is_posted(scan, person);
    let inner = found.iter().rfind(|found| inside(found) && !(posted && is_destination(scan, found)))?;
    // "head of the Defense Policy Office of the Ministry": the larger one goes on after.
    Some(following(scan, inner, found).unwrap_or_else(|| inner.key.clone()))
}

/// True for a name with a word for what people attend: "Annual Gala of the Institute".
fn is_occasion(name: &str) -> bool {
    use entente_language::{Class, Classes, Language, lexicon::classes_of};
    let occasions = Classes::all_of(&[Class::Occasion, Class::PluralOccasion]);
    name.split_whitespace().any(|word| classes_of(&fold(word), Language::English).meets(occasions))
}

/// "Hosted Minister Lund **at the Ministry** of Ports": after a name that has its office before it, "at" says where.
fn is_place_of_event(scan: &Scan, person: &Person, end: usize) -> bool {
    let titled = person.role.is_some_and(|role| role.1 <= person.name.0);
    titled && scan.text[end..].trim_start().starts_with("at ")
}

/// A body or country right after `end`: "of the …", "at …", ", Korea Customs Service".
fn rest(scan: &Scan, person: &Person, end: usize, found: &[Candidate]) -> Option<Key> {
    let near = |found: &&Candidate| found.range.start >= end && found.range.start <= end + MAX_GAP_BYTES;
    let leads_to_body =
        |state: &Candidate| found.iter().any(|body| body.range.start == state.range.end + 1 && is_body(body));
    let fits = |found: &&Candidate| {
        let between = scan.text[end..found.range.start].trim();
        // "Jens Lund, Jr. of the …": the stop belongs to the name.
        let between = between.strip_prefix(". ").unwrap_or(between);
        let link = matches!(
            between,
            "of" | "of the"
                | "at"
                | "at the"
                | "from"
                | "from the"
                | ","
                | "for"
                | "for the"
                | "in the"
                | "with the"
                | "du"
                | "de la"
                | "des"
        );
        // "Chief Veterinary Officer, Kenya;" closes with the country; "…, Korea and Japan" does not.
        let closes =
            || scan.text[found.range.end..].trim_start().chars().next().is_none_or(|c| matches!(c, ';' | '.' | ')'));
        // "For the **Russian** organization": a people's adjective goes on with its noun.
        let adjective = found.rule == "country-demonym"
            && begins_word(scan.text[found.range.end..].trim_start())
            && !leads_to_body(found);
        let country = found.key.kind == EntityKind::Country && (between != "," || closes()) && !adjective;
        // "The First Lady at the Institute Gala" belongs to no gala.
        let attends = matches!(between, "at" | "at the") && is_occasion(&scan.text[found.range.clone()]);
        // "The visit of Jens Lund, Norway News Agency reports": what goes on after the comma is another clause.
        let goes_on = between == "," && begins_word(scan.text[found.range.end..].trim_start_matches(' '));
        link && !attends && !goes_on && (is_body(found) || country)
    };
    let first = found.iter().filter(near).find(fits)?;
    // "of the US Department of State": the country only says whose the department is.
    if first.key.kind == EntityKind::Country {
        let next = found.iter().find(|next| next.range.start > first.range.end && is_body(next));
        if let Some(next) =
            next.filter(|next| matches!(&scan.text[first.range.end..next.range.start], " " | "’s " | "'s "))
        {
            return Some(next.key.clone());
        }
        // "High Commissioner **in the United Kingdom**": where somebody is sent.
        let between = scan.text[end..first.range.start].trim();
        if is_posted(scan, person) && !matches!(between, "of" | "of the" | "from" | "from the") {
            return None;
        }
    }
    Some(
        following(scan, first, found)
            .filter(|_| first.key.kind != EntityKind::Country)
            .unwrap_or_else(|| first.key.clone()),
    )
}

/// True if `after` begins with a word other than a preposition that may belong to the name before it.
fn begins_word(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // "Jens Lund, Harbour Agency 02 6261 1111": a number begins something else.
    word.starts_with(char::is_alphabetic) && !matches!(word, "of" | "in" | "for" | "at" | "from")
}

/// The body that `inner` is part of: "Aviation Security Division, Ministry of Land".
fn following(scan: &Scan, inner: &Candidate, found: &[Candidate]) -> Option<Key> {
    let next = found.iter().find(|next| next.range.start > inner.range.end && is_body(next))?;
    let between = scan.text.get(inner.range.end..next.range.start)?.trim();
    // A comma joins a part and its whole, but also the members of a list.
    let last = scan.text[inner.range.clone()].rsplit(' ').next().map(fold).unwrap_or_default();
    let part = between == "," && Class::SubBody.has(&last);
    (part || matches!(between, "of the" | "of")).then(|| next.key.clone())
}

/// True for a country that somebody before it is of: in a list of those who signed, "President A **of Togo** / President B".
fn is_of_another(scan: &Scan, found: &Candidate) -> bool {
    let at = scan.word_at(found.range.start);
    let article = at.checked_sub(1).filter(|before| scan.folded(*before) == "the");
    article.unwrap_or(at).checked_sub(1).is_some_and(|of| scan.folded(of) == "of" && scan.gap(at) == Gap::Space)
}

/// True for a country or body after "to", "in" or "for": where somebody is sent.
fn is_destination(scan: &Scan, found: &Candidate) -> bool {
    let at = scan.word_at(found.range.start);
    let link = if at > 1 && scan.folded(at - 1) == "the" { at - 2 } else { at.saturating_sub(1) };
    matches!(scan.folded(link), "to" | "in" | "for")
}

/// "An Invitation to **Visit Italy** President X accepted": a heading that ends in a country, and no president of it.
fn is_in_line_above(scan: &Scan, found: &Candidate) -> bool {
    let at = scan.word_at(found.range.start);
    at.checked_sub(1).is_some_and(|before| {
        let word = scan.folded(before);
        scan.gap(at) == Gap::Space
            && scan.is_capital(before)
            && !PERSONS.is_title(word)
            && ![Class::RoleWord, Class::OfficeWord, Class::Opener, Class::Everyday]
                .into_iter()
                .any(|class| class.has(word))
    })
}

/// True for an ambassador, an envoy and others who are sent somewhere.
fn is_posted(scan: &Scan, person: &Person) -> bool {
    // "**Minister to** the United States" is sent there as an ambassador is.
    (person.whole.0..person.whole.1).any(|at| {
        let sent = scan.folded(at + 1) == "to" && scan.gap(at + 1) == Gap::Space && PERSONS.is_title(scan.folded(at));
        scan.has(at, Class::Posted) || sent
    })
}

/// The country inside the role or before it: "for Singapore", "US Secretary of State".
fn country(scan: &Scan, person: &Person, found: &[Candidate]) -> Option<Key> {
    let whole = scan.bytes(person.whole.0, person.whole.1);
    let is_country = |found: &&Candidate| matches!(found.key.kind, EntityKind::Country | EntityKind::Bloc);
    let inside = |found: &&Candidate| found.range.start >= whole.start && found.range.end <= whole.end;
    let before = |found: &&Candidate| {
        found.range.end <= whole.start
            && whole.start - found.range.end <= 5
            && matches!(&scan.text[found.range.end..whole.start], " " | "’s " | "'s ")
            && !is_of_another(scan, found)
            && !is_in_line_above(scan, found)
    };
    // "Ambassador **to Norway**", "Special Envoy **for** Syria": where somebody is sent.
    let posted = is_posted(scan, person);
    let away = |found: &&Candidate| posted && is_destination(scan, found);
    // "President of The Law Society **of Singapore**": a name between the office and the country says for whom.
    let of_name = |found: &&Candidate| {
        let at = scan.word_at(found.range.start);
        let of = if at > 1 && scan.folded(at - 1) == "the" { at - 2 } else { at.saturating_sub(1) };
        let name = of.checked_sub(1).filter(|_| scan.folded(of) == "of");
        name.is_some_and(|at| scan.is_capital(at) && !PERSONS.is_title(scan.folded(at)) && scan.head(at).is_some())
    };
    // "General Manager, **Harbour Norway**": a firm's name that ends in a country.
    let of_firm = |found: &&Candidate| is_in_line_above(scan, found);
    let own = |found: &&Candidate| inside(found) && !away(found) && !of_name(found) && !of_firm(found) || before(found);
    let found = found.iter().filter(is_country).find(own)?;
    Some(found.key.clone())
}

fn is_body(found: &Candidate) -> bool {
    matches!(
        found.key.kind,
        EntityKind::Agency | EntityKind::Organisation | EntityKind::Company | EntityKind::Media | EntityKind::Bloc
    )
}

#[cfg(test)]
mod tests {
    use super::affiliate;
    use crate::candidate::{Candidate, Key};
    use crate::lexicon::Lexicon;
    use crate::scan::Scan;
    use crate::{countries, persons, select, shapes};
    use entente_corpus::EntityKind;

    #[test]
    fn a_person_stands_for_whom_the_own_mention_names() {
        let cases: &[(&str, &[&str])] = &[
            ("Ambassador of Norway in Ghana Jens Stoltenberg met", &["NO"]),
            ("Jens Stoltenberg of Norway Today said", &[""]),
            ("Jens Stoltenberg for the Norwegian project said", &[""]),
            ("Jens Stoltenberg of the Norwegian Ministry of Trade said", &["ministry of trade"]),
            ("Ghana's Ambassador to Norway Jens Stoltenberg met", &["GH"]),
            ("the Ambassador to Norway Jens Stoltenberg met", &[""]),
            ("Foreign Minister Jens Stoltenberg of Norway met Minister Wang Yi of China", &["NO", "CN"]),
            ("Special Envoy for Syria Jens Stoltenberg met", &[""]),
            ("Jens Stoltenberg, Minister to the United States, wrote", &[""]),
            ("Minister Wang Yi of China Minister Jens Stoltenberg of Norway", &["CN", "NO"]),
            ("hosted Minister Jens Stoltenberg at the Ministry of Ports", &[""]),
            ("Jens Stoltenberg, High Commissioner in the United Kingdom, said", &[""]),
            ("Jens Stoltenberg, High Commissioner of Norway, said", &["NO"]),
            ("Minister Jens Stoltenberg, the Ministry and Norway agreed", &[""]),
            ("Jens Stoltenberg, Permanent Representative of Norway to the Harbour Agency, agreed", &["NO"]),
            ("Permanent Representative to the Harbour Agency Jens Stoltenberg agreed", &[""]),
            ("An Invitation to Visit Norway President Jens Stoltenberg accepted", &[""]),
            ("Jens Stoltenberg (General Manager, Zarbour Norway)", &[""]),
            ("Jens Stoltenberg (General Manager, Norway)", &["NO"]),
            ("when Former Norway President Jens Stoltenberg accepted", &["NO"]),
            ("Jens Stoltenberg, Harbour Agency, agreed", &["harbour agency"]),
            ("the visit of Minister Jens Stoltenberg, Harbour Agency reports", &[""]),
        ];
        for (text, expected) in cases {
            let scan = Scan::new(text);
            let lexicon = Lexicon::default();
            let people = persons::find(&scan, &lexicon);
            let mut all = countries::find(&scan, &lexicon);
            all.extend(shapes::find(&scan, &vec![false; scan.words.len()]).found);
            all.extend(people.iter().map(|person| {
                let key = Key::printed(EntityKind::Person, String::new());
                Candidate::new(key, scan.bytes(person.name.0, person.name.1), person.rule)
            }));
            let mut found = select::longest(all);
            affiliate(&scan, &people, &mut found);
            let people = found.iter().filter(|found| found.key.kind == EntityKind::Person);
            let within: Vec<&str> =
                people.map(|found| found.within.as_ref().map_or("", |key| key.name.as_str())).collect();
            assert_eq!(&within, expected, "{text}");
        }
    }

    #[test]
    fn what_people_attend_is_no_body_that_they_stand_for() {
        use super::is_occasion;
        assert!(is_occasion("Annual Gala of the Institute") && is_occasion("Harbour Ceremony"));
        assert!(!is_occasion("Ministry of Ports") && !is_occasion("Harbour Institute"));
    }
}
