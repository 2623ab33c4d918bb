//! The forms in which a name is printed.
//!
//! In: a name as a packer or a document gives it. Out: its letters in every order and shortening by which a reader would
//! recognise the person. A form of fewer than four letters, and an initial, count only together with the rest of the name.

use entente_names::gazetteer::persons::PERSONS;
use entente_text::order;
use entente_text::script::{is_han, is_hangul_syllable, is_kana};

use super::view::View;
use super::words::{is_ordinary, is_thing};

/// Fewest letters of a name.
const MIN_LETTERS: usize = 2;
/// Fewest letters of a form that is a single word.
const MIN_SINGLE_WORD_LETTERS: usize = 4;
/// Most words of a person's name.
const MAX_WORDS: usize = 6;
/// Small words that belong to the surname after them.
const PARTICLES: &[&str] = &[
    "al", "ap", "bin", "bint", "da", "das", "de", "degli", "del", "della", "den", "der", "des", "di", "do", "dos",
    "du", "el", "ibn", "la", "las", "le", "los", "te", "ten", "ter", "van", "von", "y", "zu",
];

/// How two words of a form are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// Something has to be between.
    Apart,
    /// They may touch: "Min-su", "Minsu".
    Loose,
}

/// The upper or lower case that a form needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// In any.
    Any,
    /// With a capital: the word is an ordinary one, or short.
    Capital,
    /// With a capital for each word.
    Capitals,
    /// With a capital, after a title: the surname is an ordinary word.
    Titled,
}

/// What a form is: a name, a number or an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A name.
    Name,
    /// A number: its digits count.
    Number,
    /// An address: its letters and digits count.
    Address,
}

/// A form: letters and digits in lower case, and the joints of its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameForm {
    pub(super) letters: String,
    /// Number of letters before each joint.
    pub(super) joints: Vec<(usize, Joint)>,
    pub(super) case: Case,
    pub(super) sort: Sort,
    /// True if other letters may touch it, as in scripts without blanks.
    pub(super) glued: bool,
}

/// Words that may touch: "Jean-Pierre", "O'Neill".
#[derive(Clone, Debug, PartialEq, Eq)]
struct NameUnit {
    words: Vec<String>,
    /// True if all its letters are capitals.
    capitals: bool,
    /// True if a comma follows it.
    comma: bool,
}

impl NameUnit {
    fn whole(&self) -> String {
        self.words.concat()
    }

    fn is_unspaced(&self) -> bool {
        self.words.iter().all(|word| word.chars().all(is_unspaced))
    }

    fn initials(&self) -> Self {
        let words = self.words.iter().filter_map(|word| word.chars().next()).map(String::from).collect();
        Self { words, ..self.clone() }
    }
}

/// True for scripts that put no blank between words.
pub(super) fn is_unspaced(c: char) -> bool {
    is_hangul_syllable(c)
        || is_han(c)
        || is_kana(c)
        || matches!(c, '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether a name is a person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A person.
    Person,
    /// A person, unless the name says otherwise.
    Unknown,
    /// Not a person: it has no shortenings.
    Thing,
}

/// The forms of `name`.
///
/// # Errors
/// A sentence why the name cannot be distinguished from other words.
pub(super) fn forms(name: &str, nature: Nature) -> Result<Vec<NameForm>, String> {
    let units = units(name);
    let letters: usize = units.iter().flat_map(|unit| &unit.words).map(|word| word.chars().count()).sum();
    if letters < MIN_LETTERS {
        return Err("it has fewer than two letters and would be found everywhere; write the whole name".to_owned());
    }
    let mut out = vec![whole(&units)];
    // "한미" is a part of longer words.
    out[0].glued = nature == Nature::Thing;
    let units = without_titles(units);
    let is_person = units.len() <= MAX_WORDS
        && units.iter().all(|unit| unit.words.iter().all(|word| word.chars().all(char::is_alphabetic)))
        && nature != Nature::Thing
        && (nature == Nature::Person || !units.iter().any(|unit| unit.words.iter().any(|word| is_thing(word))));
    if is_person && !units.is_empty() {
        out.push(whole(&units));
        let mut shortened = of_person(&units);
        let known = PERSONS.is_given(&units[0].words[0])
            || PERSONS.is_surname(&units[0].whole())
            || units.iter().any(|unit| unit.comma);
        if nature == Nature::Person || !known {
            // It may be no person: "Coast Guard" is masked, "a guard" is not.
            for form in shortened.iter_mut().filter(|form| form.case == Case::Any && form.joints.is_empty()) {
                form.case = Case::Capital;
            }
        }
        out.extend(shortened);
    }
    out.retain(|form| form.letters.chars().count() >= MIN_LETTERS);
    order::sort(&mut out);
    // Of two that differ by case alone, the wider one stands first.
    out.dedup_by(|a, b| a.letters == b.letters && a.joints == b.joints);
    Ok(out)
}

/// The form of a number or an address; `None` if it is too short to be distinguished from others.
pub(super) fn plain(text: &str, sort: Sort) -> Option<NameForm> {
    let view = View::of(text);
    let mut letters = String::new();
    let mut joints = Vec::new();
    let mut apart = false;
    for c in view.text.chars() {
        let counts = if sort == Sort::Number { c.is_ascii_digit() } else { c.is_alphanumeric() };
        if counts {
            if apart && !letters.is_empty() {
                joints.push((letters.chars().count(), Joint::Loose));
            }
            letters.extend(c.to_lowercase());
        }
        apart = !counts;
    }
    (letters.chars().count() >= 7).then_some(NameForm { letters, joints, case: Case::Any, sort, glued: false })
}

fn units(name: &str) -> Vec<NameUnit> {
    let view = View::of(name);
    let text = view.text.as_str();
    let mut out: Vec<NameUnit> = Vec::new();
    let (mut word, mut gap) = (String::new(), String::new());
    let mut end = |word: &mut String, gap: &str| {
        if word.is_empty() {
            return;
        }
        let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let lower = word.to_lowercase();
        let joined = matches!(gap, "'" | "-" | "");
        match out.last_mut().filter(|_| joined && !gap.is_empty()) {
            Some(unit) => {
                unit.words.push(lower);
                unit.capitals &= capitals;
            }
            None => {
                if let Some(last) = out.last_mut() {
                    last.comma = gap.starts_with([',', '、', '،']);
                }
                out.push(NameUnit { words: vec![lower], capitals, comma: false });
            }
        }
        word.clear();
    };
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            end(&mut word, &gap);
            gap.clear();
        }
        gap.push(c);
    }
    end(&mut word, &gap);
    out
}

/// The form of `units` as written.
fn whole(units: &[NameUnit]) -> NameForm {
    let alone = units.len() == 1;
    let letters: usize = units.iter().flat_map(|unit| &unit.words).map(|word| word.chars().count()).sum();
    let unspaced = units.iter().all(NameUnit::is_unspaced);
    let careful = alone && !unspaced && (letters < MIN_SINGLE_WORD_LETTERS || is_ordinary(&units[0].whole()));
    form(&units.iter().collect::<Vec<_>>(), if careful { Case::Capital } else { Case::Any })
}

fn form(units: &[&NameUnit], case: Case) -> NameForm {
    let mut letters = String::new();
    let mut joints = Vec::new();
    for (n, unit) in units.iter().enumerate() {
        for (m, word) in unit.words.iter().enumerate() {
            if !letters.is_empty() {
                let touches = m > 0 || unit.is_unspaced() && units[n.saturating_sub(1)].is_unspaced();
                joints.push((letters.chars().count(), if touches { Joint::Loose } else { Joint::Apart }));
            }
            letters.push_str(word);
        }
    }
    NameForm { letters, joints, case, sort: Sort::Name, glued: false }
}

/// Without the titles before the name and after it.
fn without_titles(mut units: Vec<NameUnit>) -> Vec<NameUnit> {
    let is_title = |unit: &NameUnit| {
        let word = unit.whole();
        PERSONS.is_title(&word) || PERSONS.is_courtesy(&word) || PERSONS.hangul_titles.contains(word.as_str())
    };
    while units.len() > 1 && is_title(&units[0]) {
        units.remove(0);
    }
    while units.len() > 1 && units.last().is_some_and(|unit| PERSONS.hangul_titles.contains(unit.whole().as_str())) {
        units.pop();
    }
    units
}

/// The other orders and the shortenings of a person's name.
fn of_person(units: &[NameUnit]) -> Vec<NameForm> {
    let mut out = Vec::new();
    if units.iter().all(NameUnit::is_unspaced) {
        return out;
    }
    if units.len() == 1 {
        out.extend(alone(&units.iter().collect::<Vec<_>>()));
        return out;
    }
    for (given, surname) in readings(units) {
        let surname: Vec<&NameUnit> = surname.iter().collect();
        let given: Vec<&NameUnit> = given.iter().collect();
        let first = &given[..1];
        let letters: usize = surname.iter().flat_map(|unit| &unit.words).map(|word| word.chars().count()).sum();
        let ordinary = surname.last().is_some_and(|unit| is_ordinary(&unit.whole()));
        let careful = if letters < MIN_SINGLE_WORD_LETTERS || ordinary { Case::Capitals } else { Case::Any };
        let initials: Vec<NameUnit> = given.iter().map(|unit| unit.initials()).collect();
        let initials: Vec<&NameUnit> = initials.iter().collect();
        let short = NameUnit { words: initials[0].words[..1].to_vec(), ..initials[0].clone() };
        let written = |unit: &NameUnit| unit.words.iter().any(|word| word.chars().count() > 1);
        let given_case = if first.iter().all(|unit| written(unit)) { Case::Any } else { careful };
        for (part, case) in
            [(&given[..], given_case), (first, given_case), (&initials[..], careful), (&[&short][..], careful)]
        {
            out.push(form(&[part, &surname].concat(), case));
            out.push(form(&[&surname, part].concat(), case));
        }
        // Korean family names are shared by too many.
        if surname.len() == 1 && PERSONS.is_surname(&surname[0].whole()) {
            continue;
        }
        out.extend(alone(&surname));
        if surname.len() > 1 {
            out.extend(alone(&surname[surname.len() - 1..]));
        }
    }
    out
}

/// The forms of a surname by itself.
fn alone(surname: &[&NameUnit]) -> Option<NameForm> {
    let letters: usize = surname.iter().flat_map(|unit| &unit.words).map(|word| word.chars().count()).sum();
    let ordinary = surname.iter().all(|unit| is_ordinary(&unit.whole()) || PARTICLES.contains(&unit.whole().as_str()));
    (letters >= MIN_SINGLE_WORD_LETTERS).then(|| form(surname, if ordinary { Case::Titled } else { Case::Any }))
}

/// Given names and surname, in the ways in which the name can be read.
fn readings(units: &[NameUnit]) -> Vec<(Vec<NameUnit>, Vec<NameUnit>)> {
    let split = |at: usize, surname_first: bool| {
        let (before, after) = units.split_at(at);
        if surname_first { (after.to_vec(), before.to_vec()) } else { (before.to_vec(), after.to_vec()) }
    };
    if let Some(comma) = units.iter().position(|unit| unit.comma).filter(|at| at + 1 < units.len()) {
        return vec![split(comma + 1, true)];
    }
    let last = units.len() - 1;
    let capitals = |unit: &NameUnit| unit.capitals;
    if capitals(&units[0]) && !units[1..].iter().any(capitals) {
        return vec![split(1, true)];
    }
    let mut from = last;
    while from > 1 && PARTICLES.contains(&units[from - 1].whole().as_str()) {
        from -= 1;
    }
    // "Kim Taeyeon": where the surname may come first, both readings count.
    if PERSONS.is_surname(&units[0].whole()) && units.len() <= 3 && !capitals(&units[last]) {
        let surely = units[last].words.len() > 1 || !PERSONS.is_surname(&units[last].whole());
        return if surely { vec![split(1, true)] } else { vec![split(1, true), split(from, false)] };
    }
    vec![split(from, false)]
}

#[cfg(test)]
mod tests {
    use super::{Case, Joint, Nature, forms};

    /// Letters of the forms of `name`, words apart, with a mark for the case in which they count.
    fn shown(name: &str) -> Vec<String> {
        let forms = forms(name, Nature::Unknown).expect("a name");
        let mut out: Vec<String> = forms
            .iter()
            .map(|form| {
                let mut words = String::new();
                for (n, c) in form.letters.chars().enumerate() {
                    if let Some((_, joint)) = form.joints.iter().find(|(at, _)| *at == n) {
                        words.push(if *joint == Joint::Loose { '-' } else { ' ' });
                    }
                    words.push(c);
                }
                let mark = match form.case {
                    Case::Any => "",
                    Case::Capital => "^",
                    Case::Capitals => "^^",
                    Case::Titled => "Mr ",
                };
                format!("{mark}{words}")
            })
            .collect();
        out.sort();
        out
    }

    #[test]
    fn a_person_is_known_by_every_order_and_shortening_that_is_safe() {
        assert_eq!(shown("Jan Doe"), ["^^doe j", "^^j doe", "doe jan", "jan doe"]);
        assert_eq!(
            shown("Dr Marta Kowalczyk"),
            ["dr marta kowalczyk", "kowalczyk", "kowalczyk m", "kowalczyk marta", "m kowalczyk", "marta kowalczyk"]
        );
        assert_eq!(shown("Mary Green"), ["Mr green", "^^green m", "^^m green", "green mary", "mary green"]);
        assert_eq!(shown("홍길동 사무관"), ["홍길동", "홍길동-사무관"]);
        assert!(shown("KIM Min-su").contains(&"min-su kim".to_owned()));
        assert!(shown("Doe, Jan Q.").contains(&"jan q doe".to_owned()));
        assert!(shown("Anna van der Berghe").contains(&"van der berghe".to_owned()));
        assert_eq!(shown("Rose"), ["^rose"]);
        assert_eq!(shown("Ministry of Ports"), ["ministry of ports"]);
    }

    #[test]
    fn a_name_that_would_be_found_everywhere_is_an_error() {
        for name in ["", " ", "X", "…", "김", "-"] {
            assert!(forms(name, Nature::Unknown).is_err(), "{name}");
        }
    }
}
