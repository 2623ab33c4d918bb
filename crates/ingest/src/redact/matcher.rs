//! Finds any of many forms in a text, in linear time.
//!
//! In: forms, and a text as it is read. Out: places with the number of the owner of the form. An automaton (Aho and Corasick
//! 1975) looks for all forms at once in the letters of the text. The characters between the letters are checked at each match.

use std::ops::Range;

use aho_corasick::AhoCorasick;
use entente_names::gazetteer::persons::PERSONS;
use entente_text::fold::fold;
use entente_text::order;
use entente_text::saturating_u32;
use entente_text::script::is_hangul_syllable;

use super::names::{Case, Joint, NameForm, Sort, is_unspaced};
use super::view::View;

/// Most bytes between two words of a name.
const MAX_GAP_BYTES: usize = 40;
/// Most bytes between two groups of a number.
const MAX_DIGIT_GAP_BYTES: usize = 4;
/// Fewest letters of a name that is recognised with a blank between any two letters.
const MIN_SPACED_LETTERS: usize = 5;
/// Fewest letters of a name that is recognised over a line end inside a word.
const MIN_BROKEN_LETTERS: usize = 6;
/// Fewest letters of a name whose words touch.
const MIN_TOUCHING_LETTERS: usize = 8;
/// Fewest letters of each of its words.
const MIN_TOUCHING_WORD_LETTERS: usize = 3;
/// Particles that follow a Korean name without a blank.
const HANGUL_PARTICLES: &[&str] = &[
    "은", "는", "이", "가", "을", "를", "과", "와", "의", "에", "도", "로", "만", "께", "님", "씨", "에게", "에서",
    "으로", "한테", "부터", "까지", "께서", "이다", "이며",
];
/// Letters that Arabic and Hebrew put before a word.
const CLITICS: &[char] = &['و', 'ف', 'ب', 'ل', 'ك', 'ו', 'ל', 'ב', 'מ', 'ש', 'ה'];

/// Forms to look for.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    automaton: Option<AhoCorasick>,
    forms: Vec<(NameForm, usize)>,
}

/// The letters and digits of a text, in lower case.
struct Letters {
    text: String,
    /// For each byte of `text` the offset of its letter in the view.
    places: Vec<u32>,
}

impl Letters {
    fn of(view: &View) -> Self {
        let mut out = Self { text: String::with_capacity(view.text.len()), places: Vec::new() };
        for (at, c) in view.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            for lower in c.to_lowercase() {
                out.text.push(lower);
                out.places.resize(out.text.len(), saturating_u32(at));
            }
        }
        out
    }
}

impl Matcher {
    /// A matcher of `forms`, each with the number of its owner.
    pub(super) fn new(mut forms: Vec<(NameForm, usize)>) -> Self {
        order::sort(&mut forms);
        forms.dedup();
        let automaton = if forms.is_empty() {
            None
        } else {
            // Building fails only with more than 2^32 states.
            AhoCorasick::new(forms.iter().map(|(form, _)| form.letters.as_bytes())).ok()
        };
        Self { automaton, forms }
    }

    /// The places in `view`, and the owner of each.
    pub(super) fn find(&self, view: &View) -> Vec<(Range<usize>, usize)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let letters = Letters::of(view);
        let mut out = Vec::new();
        for found in automaton.find_overlapping_iter(&letters.text) {
            let Some((form, owner)) = self.forms.get(found.pattern().as_usize()) else { continue };
            let places: Vec<usize> = letters.text[found.range()]
                .char_indices()
                .map(|(at, _)| letters.places[found.start() + at] as usize)
                .collect();
            let place = NamePlace { view, form, places: &places };
            if place.fits() {
                out.push((place.range(), *owner));
            }
        }
        out
    }
}

/// A match: a place with the letters of a form.
struct NamePlace<'a> {
    view: &'a View,
    form: &'a NameForm,
    /// Offset of each letter in the view.
    places: &'a [usize],
}

impl NamePlace<'_> {
    fn range(&self) -> Range<usize> {
        let last = self.places.len() - 1;
        self.places[0]..self.end_of(last)
    }

    fn end_of(&self, n: usize) -> usize {
        self.places[n] + self.char_at(n).len_utf8()
    }

    fn char_at(&self, n: usize) -> char {
        self.view.text[self.places[n]..].chars().next().unwrap_or(' ')
    }

    /// The characters between letter `n - 1` and letter `n`.
    fn gap(&self, n: usize) -> &str {
        let (from, to) = (self.end_of(n - 1), self.places[n]);
        if from < to { &self.view.text[from..to] } else { "" }
    }

    fn joint(&self, n: usize) -> Option<Joint> {
        let at = self.form.joints.binary_search_by_key(&n, |(at, _)| *at).ok()?;
        Some(self.form.joints[at].1)
    }

    fn fits(&self) -> bool {
        self.starts() && self.ends() && self.case_fits() && self.gaps_fit()
    }

    fn gaps_fit(&self) -> bool {
        let count = self.places.len();
        let (mut inside, mut spaced) = (0, 0);
        let mut spacing = "";
        for n in 1..count {
            let gap = self.gap(n);
            match self.joint(n) {
                Some(Joint::Loose) if self.form.sort == Sort::Number => {
                    if gap.len() > MAX_DIGIT_GAP_BYTES {
                        return false;
                    }
                }
                Some(joint) => {
                    let touches = gap.is_empty() && joint == Joint::Apart && !self.may_touch(n);
                    if touches || gap.len() > MAX_GAP_BYTES {
                        return false;
                    }
                }
                None if gap.is_empty() => inside += 1,
                None if self.form.sort == Sort::Number => {
                    if gap.len() > MAX_DIGIT_GAP_BYTES {
                        return false;
                    }
                }
                None if self.is_broken(gap) => inside += 1,
                None => {
                    inside += 1;
                    if gap.chars().count() > 2 || (spaced > 0 && gap != spacing) {
                        return false;
                    }
                    spacing = gap;
                    spaced += 1;
                }
            }
        }
        spaced == 0 || (spaced == inside && count >= MIN_SPACED_LETTERS)
    }

    /// True if `gap` may be inside a word: a line end with or without a hyphen.
    fn is_broken(&self, gap: &str) -> bool {
        let count = self.places.len();
        let marks: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
        if gap.contains('\n') && gap.len() <= MAX_GAP_BYTES {
            let breaks = gap.matches('\n').count();
            return marks == "-"
                || (marks.is_empty() && breaks == 1 && (count >= MIN_BROKEN_LETTERS || self.may_be_spaced()));
        }
        marks.is_empty() && gap.len() <= 3 && self.may_be_spaced()
    }

    /// True for names in scripts without blanks. Forms print them with blanks: "홍 길 동".
    fn may_be_spaced(&self) -> bool {
        self.places.len() >= 3 && is_unspaced(self.char_at(0))
    }

    /// True if nothing has to be between the words before and after the joint at letter `n`.
    fn may_touch(&self, n: usize) -> bool {
        let (before, here) = (self.char_at(n - 1), self.char_at(n));
        let words = |from: usize, to: usize| to - from >= MIN_TOUCHING_WORD_LETTERS;
        let start = self.form.joints.iter().map(|(at, _)| *at).filter(|at| *at < n).max().unwrap_or(0);
        let end = self.form.joints.iter().map(|(at, _)| *at).find(|at| *at > n).unwrap_or(self.places.len());
        self.view.is_joined(self.places[n])
            || (before.is_lowercase() && here.is_uppercase())
            || is_unspaced(here)
            || (self.places.len() >= MIN_TOUCHING_LETTERS && words(start, n) && words(n, end))
    }

    /// True if a word begins at the first letter.
    fn starts(&self) -> bool {
        let at = self.places[0];
        let text = self.view.text.as_str();
        let Some(before) = text[..at].chars().next_back() else { return true };
        let here = self.char_at(0);
        if self.form.sort == Sort::Number {
            return !before.is_ascii_digit();
        }
        if !before.is_alphanumeric() || self.view.is_joined(at) || is_other_script(before, here) {
            return true;
        }
        if is_hangul_syllable(before) && is_hangul_syllable(here) {
            return self.places.len() > 2 || self.form.glued;
        }
        let clitic = CLITICS.contains(&before)
            && !text[..at - before.len_utf8()].chars().next_back().is_some_and(char::is_alphanumeric);
        is_unspaced(before) || is_unspaced(here) || clitic || (before.is_lowercase() && here.is_uppercase())
    }

    /// True if a word ends with the last letter.
    fn ends(&self) -> bool {
        let last = self.places.len() - 1;
        let end = self.end_of(last);
        let after = &self.view.text[end..];
        let Some(next) = after.chars().next() else { return true };
        let here = self.char_at(last);
        if self.form.sort == Sort::Number {
            return !next.is_ascii_digit();
        }
        if !next.is_alphanumeric() || self.view.is_joined(end) || is_other_script(next, here) {
            return true;
        }
        if is_hangul_syllable(here) && is_hangul_syllable(next) && self.places.len() == 2 && !self.form.glued {
            let rest: String = after.chars().take_while(|c| is_hangul_syllable(*c)).take(4).collect();
            return HANGUL_PARTICLES.contains(&rest.as_str());
        }
        is_unspaced(here) || is_unspaced(next) || (here.is_lowercase() && next.is_uppercase())
    }

    fn case_fits(&self) -> bool {
        let is_capital = |n: usize| !self.char_at(n).is_lowercase();
        let first_of_words = || self.form.joints.iter().filter(|(_, joint)| *joint == Joint::Apart).map(|(at, _)| *at);
        match self.form.case {
            Case::Any => true,
            Case::Capital => is_capital(0) || self.is_in_address(),
            Case::Capitals => is_capital(0) && first_of_words().all(is_capital),
            Case::Titled => is_capital(0) && self.is_titled(),
        }
    }

    /// True if the characters around it occur only in addresses and names of files, which have no capitals.
    fn is_in_address(&self) -> bool {
        let range = self.range();
        let text = self.view.text.as_str();
        let mark = |c: Option<char>| c.is_some_and(|c| "/_@=%+\\".contains(c));
        mark(text[..range.start].chars().next_back()) || mark(text[range.end..].chars().next())
    }

    /// True if a title comes before it.
    fn is_titled(&self) -> bool {
        let text = self.view.text.as_str();
        let from = text.floor_char_boundary(self.places[0].saturating_sub(MAX_GAP_BYTES));
        let before = text[from..self.places[0]].trim_end_matches([' ', '.', '\n', '\t']);
        let word =
            before.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '-'))).next().unwrap_or("");
        let word = fold(word);
        PERSONS.is_title(&word) || PERSONS.is_courtesy(&word)
    }
}

/// True if no word has both: a digit and a letter, a Latin letter and one of another script.
fn is_other_script(one: char, other: char) -> bool {
    one.is_numeric() != other.is_numeric() || one.is_ascii() != other.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::super::names::{Nature, Sort, forms, plain};
    use super::super::view::View;
    use super::Matcher;

    fn count(name: &str, text: &str) -> usize {
        let matcher =
            Matcher::new(forms(name, Nature::Unknown).expect("a name").into_iter().map(|form| (form, 0)).collect());
        let found: Vec<_> = View::all(text)
            .iter()
            .flat_map(|view| {
                matcher.find(view).into_iter().flat_map(|(range, _)| view.sources(range)).collect::<Vec<_>>()
            })
            .collect();
        let mut starts: Vec<usize> = found.iter().map(|range| range.start).collect();
        starts.sort_unstable();
        starts.dedup();
        starts.len()
    }

    #[test]
    fn names_are_found_in_every_writing_and_nothing_else() {
        for (text, name, found) in [
            ("Jan Doe, JAN  DOE and jan\ndoe", "Jan Doe", true),
            ("Jan Doerr and Marjan Doe", "Jan Doe", false),
            ("Doe, Jan", "Jan Doe", true),
            ("J. Doe", "Jan Doe", true),
            ("j. doe a long", "Jan Doe", false),
            ("JanDoe.pdf", "Jan Doe", true),
            ("J&#97;n%20D\u{f6}e", "Jan Doe", true),
            ("Ja-\nn Doe", "Jan Doe", true),
            ("J a n D o e", "Jan Doe", true),
            ("<b>Jan</b> <i>Do</i>e", "Jan Doe", true),
            ("the Kowal-\nczyk report", "Marta Kowalczyk", true),
            ("kowalczyk_2014.txt", "Marta Kowalczyk", true),
            ("Kowalczykowa", "Marta Kowalczyk", false),
            ("green growth, Green Fund", "Mary Green", false),
            ("Ms. Green said", "Mary Green", true),
            ("홍길동은 홍길동과 말했다.", "홍길동", true),
            ("담당 홍 길 동", "홍길동", true),
            ("이수하다", "이수", false),
            ("이수는", "이수", true),
            ("وأحمد الكرمي قال", "أحمد الكرمي", true),
            ("وKowalczykالكرمي", "Marta Kowalczyk", true),
            ("rose to 5 percent", "Rose", false),
            ("Rose said", "Rose", true),
            ("a+b (c*)", "a+b", true),
            ("x .* y", "[x] .* y", true),
        ] {
            assert_eq!(count(name, text) > 0, found, "{name}: {text}");
        }
    }

    #[test]
    fn numbers_and_addresses_are_found_by_their_digits_and_letters() {
        for (sort, known, text, found) in [
            (Sort::Number, "+82-2-555-0199", "(82) 2 555 0199", true),
            (Sort::Number, "+82-2-555-0199", "182-2-555-0199", false),
            (Sort::Address, "desk@example.org", "DESK @ example . org", true),
            (Sort::Address, "desk@example.org", "helpdesk@example.org", false),
        ] {
            let matcher = Matcher::new(plain(known, sort).into_iter().map(|form| (form, 0)).collect());
            assert_eq!(!matcher.find(&View::of(text)).is_empty(), found, "{text}");
        }
    }
}
