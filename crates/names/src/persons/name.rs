//! Where a person's name ends: given names, initials, particles, surnames in capitals, suffixes.
//!
//! In: a scanned passage and the word at which a name may begin. Out: the word after the last, or nothing.

use super::super::countries;
use super::super::known::is_capitals;
use super::super::lexicon::Lexicon;
use super::super::scan::{Gap, Scan};
use super::titled::is_spaced_excellency;
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::head_nouns::{head, is_opener};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;

/// Words of the longest name, particles and initials included.
pub(super) const MAX_NAME_WORDS: usize = 9;
/// Words of a country's name that are looked at before a name.
const MAX_COUNTRY_WORDS: usize = 6;
/// Particles in a row: "von und zu".
const MAX_PARTICLES_IN_A_ROW: usize = 3;

/// What comes right before a name, and so how freely its words may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing that announces a person.
    Nothing,
    /// An office or rank: "Minister".
    Title,
    /// "Mr", "H.E.", "Dato' Seri": a person follows.
    Courtesy,
}

/// The name that begins at a word, while it is read.
struct Reader<'a, 'b> {
    scan: &'a Scan<'b>,
    lexicon: &'a Lexicon,
    at: usize,
    lead: Lead,
}

/// The word after the name that begins at `at`.
pub(super) fn name_end(scan: &Scan, lexicon: &Lexicon, at: usize, lead: Lead) -> Option<usize> {
    let reader = Reader { scan, lexicon, at, lead };
    let (mut end, mut parts) = (at, 0);
    while end < scan.words.len() && end - at < MAX_NAME_WORDS {
        let joins = end == at || matches!(scan.gap(end), Gap::Space | Gap::Join);
        if !joins || end > at + 1 && reader.is_granted(end) {
            break;
        }
        if let Some(next) = reader.particles(end, parts) {
            end = next;
            continue;
        }
        let initial = reader.is_initial(end);
        if !(initial || reader.is_part(end)) {
            break;
        }
        parts += usize::from(!initial);
        end += 1;
    }
    // "Roosevelt Institute" is not a person, and neither is a name that ends in a country.
    let headed = matches!(scan.gap(end), Gap::Space | Gap::Join) && scan.is_capital(end) && scan.head(end).is_some();
    let closed = end > at && scan.words[end - 1].text.chars().count() > 1;
    (parts > 0 && !headed && closed).then(|| suffixed(scan, end))
}

/// True for "will", "have" and the like, folded.
pub(super) fn is_auxiliary(word: &str) -> bool {
    use entente_language::{Class, Classes, Language, lexicon::classes_of};
    classes_of(word, Language::English).meets(Classes::all_of(&[Class::Modal, Class::Auxiliary]))
}

impl Reader<'_, '_> {
    /// "Alan Duncan MP": what was granted to a person comes after the name.
    fn is_granted(&self, at: usize) -> bool {
        let text = self.scan.words[at].text;
        let known = Class::PostNominal.has(self.scan.folded(at)) && is_capitals(text);
        // If the surname before it is not in capitals, short capitals are not a surname.
        let before_mixed = self.lead == Lead::Nothing && !is_capitals(self.scan.words[at - 1].text);
        let short = (2..=4).contains(&text.len()) && is_capitals(text) && !PERSONS.is_surname(self.scan.folded(at));
        known || before_mixed && short
    }

    /// The word after the particles at `at` ("van den", "de la", "y"), if a surname follows them.
    fn particles(&self, at: usize, parts: usize) -> Option<usize> {
        let scan = self.scan;
        let mut end = at;
        while end - at < MAX_PARTICLES_IN_A_ROW && self.is_particle(end) && (end == at || scan.gap(end) == Gap::Space) {
            end += 1;
        }
        if end == at || !scan.is_capital(end) || !matches!(scan.gap(end), Gap::Space | Gap::Join) {
            return None;
        }
        let first = scan.folded(at);
        let small = !scan.is_capital(at);
        if end == at + 1 && small && Class::SurnameCoordinator.has(first) {
            // "José García y Marín", but not "José García y María López".
            let goes_on = scan.gap(end + 1) == Gap::Space && scan.is_capital(end + 1);
            let joins = parts > 1 && !PERSONS.is_given(scan.folded(end)) && !goes_on;
            return (joins && self.can_name(end)).then_some(end);
        }
        let begins = match self.lead {
            Lead::Courtesy => true,
            // "Ministro de Defensa": such particles begin what an office is for.
            Lead::Title => !Class::RoleLink.has(first) || scan.is_capital(at) || scan.has(at - 1, Class::EnglishTitle),
            Lead::Nothing => false,
        };
        ((at > self.at || begins) && self.can_name(end)).then_some(end)
    }

    fn is_particle(&self, at: usize) -> bool {
        let word = self.scan.folded(at);
        Class::SurnameParticle.has(word) && !is_capitals(self.scan.words[at].text)
            || Class::SurnameCoordinator.has(word) && !self.scan.is_capital(at)
    }

    /// "J.", "J.R.R.": the first of a name has its full stop.
    fn is_initial(&self, at: usize) -> bool {
        let text = self.scan.words[at].text;
        let letters = text.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase));
        let after = self.scan.words[at].end;
        let stands = at > self.at || self.scan.text[after..].starts_with('.') || text.contains('.');
        letters && stands && !is_spaced_excellency(self.scan, at)
    }

    fn is_part(&self, at: usize) -> bool {
        let scan = self.scan;
        let word = scan.folded(at);
        let inside = at > self.at;
        let joined =
            inside && scan.gap(at) == Gap::Join && &scan.text[scan.words[at - 1].end..scan.words[at].start] != "&";
        // "O'Day", "D'Alema": before an apostrophe a word is not a name by itself.
        let elided = joined && scan.words[at - 1].text.chars().count() == 1 && between_apostrophe(scan, at);
        // "Tae-Yong", but not "Biden-led".
        let tail = Class::CompoundTail.has(word) || head(word).is_some() || PERSONS.is_title(word);
        let compound = joined && !tail && scan.words[at].text.chars().all(char::is_alphabetic);
        if elided || compound && !(scan.is_capital(at) && (is_opener(word) || countries::at(scan, at).is_some())) {
            return true;
        }
        let hyphenated =
            is_hyphenated(scan, at) && PERSONS.is_surname(scan.folded(if inside { self.at } else { at + 2 }));
        if hyphenated || !inside && is_given_gen(scan, at) {
            return true;
        }
        if !scan.is_capital(at) {
            return false;
        }
        // "ADMIRAL LUND **WILL** HAVE TALKS": where all is in capitals, an auxiliary verb is not a surname.
        if inside && is_capitals(scan.words[at].text) && is_auxiliary(word) {
            return false;
        }
        if inside && is_inside_name(scan, at) {
            return true;
        }
        // "Actor India Hollis".
        let given_here = self.lead != Lead::Nothing && Class::GivenOrCountry.has(word) && self.names_on(at + 1);
        let known = !inside && !given_here && known_as_other(scan, at) || inside && self.is_country_after_name(at);
        let short = self.is_short_form(at);
        if self.lexicon.can_name_a_person(word) {
            return !short && !known;
        }
        // "Minister April Lindqvist", "Foreign Secretary Robert March": after a title, also what else is a month or a word.
        let after_given = at == self.at + 1 && PERSONS.is_given(scan.folded(self.at));
        let free = match self.lead {
            // "Gordon Brown", "Theresa May", but not "Santiago May 5".
            Lead::Nothing => after_given && Class::NameAlso.has(word) && !self.is_dated(at),
            // "President Win Myint": a common word that this document uses for nothing else.
            Lead::Title => {
                let may_name = Class::NameAlso.has(word) || !self.lexicon.is_used(word);
                after_given || !inside && may_name && self.names_on(at + 1)
            }
            // "Hon. M. BROWN".
            Lead::Courtesy => !inside || after_given || self.follows_initial(at) && !self.lexicon.is_used(word),
        };
        // "Ambassador Rhonda **King** presented": what is a title elsewhere is a surname after a given name.
        let surname = after_given && Class::NameAlso.has(word) && !self.names_on(at + 1);
        let other = (PERSONS.is_title(word) || PERSONS.is_courtesy(word)) && !surname;
        let opens = is_opener(word) && !Class::NameAlso.has(word);
        let heads = head(word).is_some() && !(Class::NameAlso.has(word) && inside);
        let tells_nothing = Class::Generic.has(word) && !Class::NameAlso.has(word);
        free && !tells_nothing && !known && !short && !other && !opens && !heads
    }

    /// True if the name so far is one initial: "M. **Brown**".
    fn follows_initial(&self, at: usize) -> bool {
        at == self.at + 1 && self.scan.words[self.at].text.chars().count() == 1
    }

    /// True for a country that ends the name before it: "BOB HAWKE THAILAND" in a head in capitals.
    fn is_country_after_name(&self, at: usize) -> bool {
        let word = self.scan.folded(at);
        let is_name = PERSONS.is_given(word) || PERSONS.is_surname(word) || Class::GivenOrCountry.has(word);
        !is_name && countries::at(self.scan, at).is_some()
    }

    /// True if a number follows, or if the given name before may be a word, too.
    fn is_dated(&self, at: usize) -> bool {
        let number = self.scan.folded(at + 1).starts_with(|c: char| c.is_ascii_digit());
        number || at > 0 && Class::NameAlso.has(self.scan.folded(at - 1))
    }

    fn names_on(&self, at: usize) -> bool {
        self.scan.gap(at) == Gap::Space && self.scan.is_capital(at) && self.can_name(at)
    }

    /// True for a word that a surname can consist of.
    fn can_name(&self, at: usize) -> bool {
        let word = self.scan.folded(at);
        let named = self.lexicon.can_name_a_person(word)
            || self.lead != Lead::Nothing && Class::NameAlso.has(word) && head(word).is_none();
        named && ORGANISATIONS.acronym(self.scan.words[at].text).is_none()
    }

    /// Capitals that are a short form and no surname in capitals.
    fn is_short_form(&self, at: usize) -> bool {
        let scan = self.scan;
        let text = scan.words[at].text;
        if ORGANISATIONS.acronym(text).is_some() || COUNTRIES.short(text).is_some() {
            return true;
        }
        if text.chars().count() < 2 || text.chars().any(char::is_lowercase) || PERSONS.is_surname(scan.folded(at)) {
            return false;
        }
        // "SRSG **UNOAU** Hanna Lund": of two words in capitals neither is a surname.
        let short_before = at.checked_sub(1).is_some_and(|before| {
            let word = scan.words[before].text;
            let known = PERSONS.is_surname(scan.folded(before)) || PERSONS.is_given(scan.folded(before));
            scan.gap(at) == Gap::Space && word.len() > 2 && is_capitals(word) && !known
        });
        if self.lead == Lead::Nothing && at == self.at && short_before {
            return true;
        }
        let given = |at: usize| scan.is_capital(at) && PERSONS.is_given(scan.folded(at));
        // "PAINTER Christopher": the other part of the name is a given name.
        let beside_given =
            scan.gap(at + 1) == Gap::Space && given(at + 1) || at > 0 && scan.gap(at) == Gap::Space && given(at - 1);
        // "M. MACRON", "Minister Awa NDIAYE", "O’CONNOR".
        let led = match self.lead {
            Lead::Courtesy => true,
            Lead::Title => at > self.at,
            Lead::Nothing => false,
        };
        !(beside_given || led)
    }
}

fn between_apostrophe(scan: &Scan, at: usize) -> bool {
    matches!(&scan.text[scan.words[at - 1].end..scan.words[at].start], "'" | "’")
}

/// With "Jr." or "III" after the name.
fn suffixed(scan: &Scan, end: usize) -> usize {
    let stands = matches!(scan.gap(end), Gap::Space | Gap::Comma) && scan.is_capital(end);
    if stands && scan.has(end, Class::NameSuffix) { end + 1 } else { end }
}

/// "Maeng-ho", "Jong-Hwa": two short syllables with a hyphen.
pub(super) fn is_hyphenated(scan: &Scan, at: usize) -> bool {
    let short = |at: usize| {
        scan.words.get(at).is_some_and(|word| word.text.len() <= 6 && word.text.chars().all(char::is_alphabetic))
    };
    scan.is_capital(at)
        && scan.gap(at + 1) == Gap::Join
        && short(at)
        && short(at + 1)
        && scan.gap(at + 2) != Gap::Join
        && &scan.text[scan.words[at].end..scan.words[at + 1].start] == "-"
}

/// "Defence Minister **Gen** Nakatani": after an office of state and before one word, it is not a rank.
pub(super) fn is_given_gen(scan: &Scan, at: usize) -> bool {
    let goes_on = |at: usize| matches!(scan.gap(at), Gap::Space | Gap::Join) && scan.is_capital(at);
    scan.words.get(at).is_some_and(|word| word.text == "Gen")
        && at > 0
        && matches!(scan.folded(at - 1), "minister" | "secretary" | "ambassador")
        && scan.gap(at + 1) == Gap::Space
        && goes_on(at + 1)
        && !goes_on(at + 2)
}

/// True for a country or a known organisation that begins here and is not a given name.
pub(super) fn known_as_other(scan: &Scan, at: usize) -> bool {
    let given = PERSONS.is_given(scan.folded(at)) && scan.is_capital(at + 1);
    let country = countries::at(scan, at).is_some_and(|(count, _)| count > 1 || !given);
    country || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
}

/// "President Hassan **Sheikh** Mohamud": a form of address between two parts of a name is a part of it, too.
pub(super) fn is_inside_name(scan: &Scan, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| scan.has(at, Class::CourtesyInName)) else { return false };
    let word = scan.folded(before);
    let named = scan.is_capital(before) && scan.gap(at) == Gap::Space && scan.gap(at + 1) == Gap::Space;
    let other = PERSONS.is_title(word)
        || PERSONS.is_courtesy(word)
        || is_opener(word)
        || head(word).is_some()
        || countries::at(scan, before).is_some();
    // "The Prime Minister of Bangladesh Sheikh Hasina".
    let ends_country = (at.saturating_sub(MAX_COUNTRY_WORDS)..at)
        .any(|from| countries::at(scan, from).is_some_and(|(count, _)| from + count == at));
    named && scan.is_capital(at) && scan.is_capital(at + 1) && !other && !ends_country
}

/// Parts of a name, hyphenated ones counted once and particles not at all.
pub(super) fn count_parts(scan: &Scan, from: usize, to: usize) -> usize {
    let particle = |at: usize| scan.has(at, Class::SurnameParticle) && !scan.is_capital(at);
    (from..to).filter(|at| (*at == from || scan.gap(*at) != Gap::Join) && !particle(*at)).count()
}
