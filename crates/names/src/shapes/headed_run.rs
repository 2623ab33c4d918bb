//! A run of capitalised words with a head noun, and how much of it and around it is a name: "**Ministry of Defence** of Japan".

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_text::order;

use super::complements::{after, complement, headed, joined};
use super::kinds::{entity_kind, tells_apart};
use super::{head_at, is_abbreviated, is_gerund, normal};
use crate::candidate::{Candidate, Key};
use crate::gazetteer::classes::Class;
use crate::gazetteer::head_nouns::Head;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::scan::{Gap, Scan};
use crate::{countries, instruments};

/// Most words of a name that begins with a gerund and is what somebody does.
const MAX_GERUND_WORDS: usize = 3;

/// A run of capitalised words that ends in a head noun.
pub(super) struct HeadedRun<'a, 'b> {
    scan: &'a Scan<'b>,
    taken: &'a [bool],
    /// Its first word; countries in front are included.
    start: usize,
    /// The first word after the countries in front.
    from: usize,
    /// The word after the head noun.
    end: usize,
    head: Head,
    /// The countries in front.
    owners: Vec<Key>,
}

/// How far a name goes beyond its run.
struct Extent {
    /// The first word of an instrument that begins before its run.
    start: Option<usize>,
    /// The word after its last.
    end: usize,
    /// The byte after its last, if that is not the end of its last word.
    end_byte: Option<usize>,
    /// True if it says between whom an instrument is.
    has_parties: bool,
    /// True if it says what an instrument is about.
    is_told: bool,
}

impl<'a, 'b> HeadedRun<'a, 'b> {
    /// The run in the capitalised words `start..end`; `None` if they have no head noun.
    pub(super) fn new(scan: &'a Scan<'b>, taken: &'a [bool], start: usize, end: usize) -> Option<Self> {
        let (mut from, owners) = lead(scan, start, end);
        // "U.S.-originating Federal Standards". The last word stays, so that "US-Japan-dialogue" keeps its head.
        while from + 1 < end && !scan.is_capital(from) && !owners.is_empty() {
            from += 1;
        }
        if from >= end {
            return None;
        }
        let mut end = end;
        // "Law No. 12": the sign belongs to the number.
        if end - from > 1 && scan.has(end - 1, Class::NumberSign) && head_at(scan, end - 2) == Some(Head::Instrument) {
            end -= 1;
        }
        // "Agreement Between Japan and …": a capital link ends the run.
        if let Some(cut) = (from + 1..end).find(|at| scan.has(*at, Class::InstrumentBreak))
            && head_at(scan, cut - 1) == Some(Head::Instrument)
        {
            end = cut;
        }
        // A head inside a run closes a name where a title or another name follows: "Ministry spokesman".
        if head_at(scan, end - 1).is_none() {
            end = joined(scan, taken, from, end).or_else(|| headed(scan, from, end))?;
        }
        let head = head_at(scan, end - 1)?;
        Some(Self { scan, taken, start, from, end, head, owners })
    }

    /// The name, and the word after it; `None` if the words are not one.
    pub(super) fn name(&self) -> Option<(Candidate, usize)> {
        let scan = self.scan;
        if self.is_not_name() {
            return None;
        }
        let extent = self.extent();
        let trailing = after(scan, extent.end);
        let start = extent.start.unwrap_or_else(|| dated(scan, self.start_of_name(extent.end), self.head));
        let is_told = extent.is_told || extent.start.is_some();
        let owned = !self.owners.is_empty();
        if start >= self.end || !is_told && !tells_apart(scan, start, extent.end, self.head, owned) {
            return None;
        }
        if self.head == Head::Instrument && self.is_of_person(extent.end) {
            return None;
        }
        let rule = self.rule(&extent, trailing.is_some());
        let owner = if self.owners.len() == 1 { self.owners.first().cloned() } else { trailing };
        let kind = entity_kind(scan, start, extent.end, self.head, owner.is_some());
        let mut range = scan.bytes(start, extent.end);
        range.end = extent.end_byte.unwrap_or(range.end);
        let key = Key::printed(kind, self.key_name(start..extent.end));
        let within = owner.filter(|_| kind == EntityKind::Agency);
        // The parties of an instrument are names of their own.
        let next = if extent.has_parties { self.end } else { extent.end };
        Some((Candidate { within, ..Candidate::new(key, range, rule) }, next))
    }

    /// True if the words of the run show that it is something else than a name.
    fn is_not_name(&self) -> bool {
        let Self { scan, from, end, head, .. } = *self;
        let noun = scan.folded(end - 1);
        // "Foreign Affairs **Cabinet Secretary**" is an office.
        let office = noun == "cabinet" && scan.gap(end) == Gap::Space && PERSONS.is_title(scan.folded(end));
        // "**Promoting** Democratic Principles", "**Upholding** International Law": what is done, at the head of a section.
        let deed = head == Head::Instrument
            && end - from <= MAX_GERUND_WORDS
            && Class::LoosePaper.has(noun)
            && is_gerund(scan.folded(from));
        let is_shouted = |at: &usize| scan.words[*at].text.len() > 4 && is_abbreviated(scan, *at);
        let shouted = (from..end).filter(is_shouted).count() > 1;
        // "The heads of the ROK-U.S. Security Office": bodies of two states at once are not one name.
        let of_two_states = self.owners.len() > 1 && matches!(head, Head::State | Head::Body);
        office || deed || shouted || of_two_states
    }

    fn extent(&self) -> Extent {
        let Self { scan, taken, start, end, head, .. } = *self;
        if head != Head::Instrument {
            let end = complement(scan, taken, end, head);
            return Extent { start: None, end, end_byte: None, has_parties: false, is_told: false };
        }
        let extent = instruments::extent(scan, taken, start, end);
        Extent {
            start: Some(extent.start).filter(|first| *first < start),
            end: extent.end,
            end_byte: Some(extent.end_byte),
            has_parties: extent.has_parties,
            is_told: extent.is_told,
        }
    }

    /// The first word of the name that ends before word `end`: with the countries in front, if they belong to it.
    fn start_of_name(&self, end: usize) -> usize {
        let Self { scan, start, from, .. } = *self;
        let noun = scan.folded(self.end - 1);
        let count = self.owners.len();
        // "the U.S. Army": one word more is not part of the name.
        let lone = from + 1 == self.end && end == self.end && Class::BodyByCountry.has(noun);
        let outside = Class::CountryOutside.has(noun) || from == start || is_abbreviated(scan, start);
        let joint = matches!(self.head, Head::Forum | Head::Instrument | Head::Operation | Head::System);
        let keeps_countries = match count {
            0 => false,
            1 => lone || !outside,
            _ => joint,
        };
        if from < end && !keeps_countries { from } else { start }
    }

    /// True if the words before or after the name show that it is what a person is in charge of.
    fn is_of_person(&self, end: usize) -> bool {
        let scan = self.scan;
        let (start, next) = (self.start, self.taken.get(end));
        // "High Representative for Foreign Affairs and Security Policy".
        let charge = |at: usize| PERSONS.is_title(scan.folded(at)) || scan.has(at, Class::InCharge);
        let in_charge = matches!(scan.folded(end - 1), "policy" | "policies" | "strategy" | "plans")
            && start > 1
            && scan.folded(start - 1) == "for"
            && charge(start - 2);
        // "Domestic Policy Advisor Susan Rice".
        let in_title = end == self.end && scan.gap(end) == Gap::Space && next == Some(&true);
        in_charge || in_title
    }

    /// The id of the rule that finds the name; `of_country` if a country follows it.
    fn rule(&self, extent: &Extent, of_country: bool) -> &'static str {
        match self.head {
            Head::Instrument if extent.has_parties => "instrument-between",
            _ if of_country && self.owners.is_empty() => "name-of-country",
            Head::State | Head::Body | Head::Organisation => "name-with-head",
            Head::Company | Head::Media => "firm-with-head",
            Head::Forum => "forum-with-head",
            Head::Instrument => "instrument-with-head",
            Head::System | Head::Operation | Head::Place => "system-with-head",
        }
    }

    /// The folded name; a pair's countries come before it by their codes, in one order for all.
    fn key_name(&self, words: Range<usize>) -> String {
        let scan = self.scan;
        if words.start != self.start || self.owners.len() < 2 {
            return normal(&scan.text[scan.bytes(words.start, words.end)]);
        }
        let mut codes: Vec<&str> = self.owners.iter().map(|owner| owner.name.as_str()).collect();
        order::sort(&mut codes);
        codes.dedup();
        format!("{}|{}", codes.join("+"), normal(&scan.text[scan.bytes(self.from, words.end)]))
    }
}

/// "9.19 Military Agreement": a day before the name of an instrument is part of it.
fn dated(scan: &Scan, start: usize, kind: Head) -> usize {
    let digits = |at: usize| scan.words[at].text.len() <= 2 && scan.words[at].text.bytes().all(|b| b.is_ascii_digit());
    let is_day = kind == Head::Instrument
        && start >= 2
        && scan.gap(start) == Gap::Space
        && digits(start - 1)
        && digits(start - 2)
        && matches!(&scan.text[scan.words[start - 2].end..scan.words[start - 1].start], "." | "·");
    if is_day { start - 2 } else { start }
}

/// Countries in front of a name: where they end, and which they are.
fn lead(scan: &Scan, at: usize, end: usize) -> (usize, Vec<Key>) {
    let mut from = at;
    let mut owners = Vec::new();
    while from < end {
        // "Indian Ocean Commission" is that of a sea.
        let water = |at: usize| matches!(scan.folded(at), "ocean" | "sea" | "gulf" | "strait");
        let country = countries::at(scan, from).filter(|(count, _)| !water(from + count));
        let Some((count, code)) = country else {
            // A bloc in a pair: "ASEAN-Republic of Korea Summit".
            if from + 1 < end
                && (scan.gap(from + 1) == Gap::Join && countries::at(scan, from + 1).is_some()
                    || !owners.is_empty() && scan.gap(from) == Gap::Join)
                && ORGANISATIONS.acronym(scan.words[from].text).is_some_and(|entry| entry.kind == EntityKind::Bloc)
            {
                if let Some(entry) = ORGANISATIONS.acronym(scan.words[from].text) {
                    owners.push(Key::new(entry.kind, entry.key));
                }
                from += 1;
                continue;
            }
            break;
        };
        if from + count >= end {
            break;
        }
        owners.push(Key::new(EntityKind::Country, code));
        from += count;
        if scan.gap(from) != Gap::Join {
            break;
        }
    }
    (from, owners)
}
