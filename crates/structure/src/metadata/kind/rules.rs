//! The rules that give a document its kind: where each looks, what it wants there, what it gives.
//!
//! `data/kind-rules.tsv` has a rule a row: name, place, kind. Rules of one place are tried in the order of the rows, and the
//! first that fits wins. `data/kind-words.tsv` has the words of each: words, rule; sorted. `data/examples/kind-rules.tsv`, which
//! is in no program, has an example of each, in the same order: name, a small document that it fits, and a counter-example, which
//! has the same words and is not of such a kind (`\n` is a line's end).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use entente_corpus::DocumentKind;
use entente_text::fold::fold;

const RULES: &str = include_str!("../../../data/kind-rules.tsv");
const WORDS: &str = include_str!("../../../data/kind-words.tsv");
#[cfg(test)]
const EXAMPLES: &str = include_str!("../../../data/examples/kind-rules.tsv");

/// Where a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The title, at the noun that it is about: "Joint Statement" in "ROK-US Joint Statement on ports", not in "Ministers
    /// welcome joint statement". `*` stands for up to six words, at the end of a rule's words for
    /// whatever follows at the beginning of a title. Words of scripts without blanks stand at the end of the
    /// title, or open it in brackets.
    Title,
    /// The first passages of running text, at their beginning.
    Begins,
    /// The very first passage of running text, or the one after it, at its beginning.
    Opens,
    /// The first passages of running text, anywhere.
    Holds,
    /// Lines in the whole document that begin so, at least this many.
    Lines(usize),
    /// The last passages, at their beginning.
    Ends,
}

/// One rule.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) place: Scope,
    pub(super) wants: Vec<&'static str>,
    /// These as [`fold`] leaves them, with the blank that ends them; none for a rule for titles.
    pub(super) folded: Vec<String>,
    pub(super) gives: DocumentKind,
    #[cfg(test)]
    pub(super) example: String,
    #[cfg(test)]
    pub(super) counter: String,
}

/// The rules for titles.
pub(super) fn titles() -> &'static [Rule] {
    &table().0
}

/// The rules for the shape of the text, where no title and no line at the head says it.
pub(super) fn shapes() -> &'static [Rule] {
    &table().1
}

fn table() -> &'static (Vec<Rule>, Vec<Rule>) {
    static TABLE: OnceLock<(Vec<Rule>, Vec<Rule>)> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut wants: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
        for (words, rule) in WORDS.lines().filter_map(|row| row.split_once('\t')) {
            wants.entry(rule).or_default().push(words);
        }
        RULES.lines().filter_map(|row| parse_row(row, &mut wants)).partition(|rule| rule.place == Scope::Title)
    })
}

/// The rule of `row`, with its own of `wants`; nothing for a row that cannot be understood.
fn parse_row(row: &'static str, wants: &mut BTreeMap<&str, Vec<&'static str>>) -> Option<Rule> {
    let mut cells = row.split('\t');
    let name = cells.next()?;
    let place = parse_place(cells.next()?)?;
    let gives = DocumentKind::from_word(cells.next()?)?;
    let wants = wants.remove(name)?;
    let folded = if place == Scope::Title { Vec::new() } else { wants.iter().map(|want| fold_mark(want)).collect() };
    Some(Rule {
        name,
        place,
        wants,
        folded,
        gives,
        #[cfg(test)]
        example: example(name, 1),
        #[cfg(test)]
        counter: example(name, 2),
    })
}

/// A rule's words as [`fold`] leaves them, with the blank that ends them.
fn fold_mark(want: &str) -> String {
    let folded = fold(want);
    if want.ends_with(char::is_whitespace) { folded + " " } else { folded }
}

/// A cell of the row of examples of a rule.
#[cfg(test)]
fn example(name: &str, cell: usize) -> String {
    let row = EXAMPLES.lines().find(|row| row.split('\t').next() == Some(name));
    let cell = row.and_then(|row| row.split('\t').nth(cell));
    cell.unwrap_or_else(|| panic!("{name} has no example and counter-example")).replace("\\n", "\n")
}

fn parse_place(cell: &str) -> Option<Scope> {
    match cell {
        "title" => Some(Scope::Title),
        "begins" => Some(Scope::Begins),
        "opens" => Some(Scope::Opens),
        "holds" => Some(Scope::Holds),
        "ends" => Some(Scope::Ends),
        _ => cell.strip_prefix("lines ").and_then(|count| count.parse().ok()).map(Scope::Lines),
    }
}

#[cfg(test)]
mod tests {
    use super::{RULES, WORDS, shapes, titles};

    #[test]
    fn every_row_is_understood_and_every_word_has_its_rule() {
        assert_eq!(titles().len() + shapes().len(), RULES.lines().count());
        let words: usize = titles().iter().chain(shapes()).map(|rule| rule.wants.len()).sum();
        assert_eq!(words, WORDS.lines().count());
    }

    #[test]
    fn words_are_sorted_and_unique() {
        let rows: Vec<&str> = WORDS.lines().collect();
        assert!(rows.windows(2).all(|two| two[0] < two[1]), "{:?}", rows.windows(2).find(|two| two[0] >= two[1]));
    }
}
