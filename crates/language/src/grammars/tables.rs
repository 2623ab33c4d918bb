//! The tables of a grammar: particles, verbs, endings, nouns that look like something else.

use crate::verbs::{Government, Verb};

use super::Relation;

/// How the ending of a verb marks its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EndingForm {
    /// Ends its sentence: "했다", "した".
    Final,
    /// Goes on to another verb of the same subject: "하고", "して".
    Link,
    /// Says which noun is meant, which follows: "열린", "開かれた".
    Relative,
    /// What somebody says or thinks: "했다고".
    Quote,
    /// Makes a noun of it: "함", "すること".
    Nominal,
    /// What is meant to be done: "하기로".
    Intent,
    /// What something is done for: "하기 위해", "するため".
    Purpose,
    /// Under which something is so: "하면", "すれば".
    Condition,
    /// What an auxiliary denies or goes on: "하지", "해".
    Bare,
}

impl EndingForm {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "final" => Self::Final,
            "link" => Self::Link,
            "relative" => Self::Relative,
            "quote" => Self::Quote,
            "nominal" => Self::Nominal,
            "intent" => Self::Intent,
            "purpose" => Self::Purpose,
            "condition" => Self::Condition,
            "bare" => Self::Bare,
            _ => return None,
        })
    }
}

/// What a small word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It marks a phrase.
    Relation(Relation),
    /// It makes a noun of the clause before it: "것", "こと".
    Nominalizer,
    /// It joins two phrases: "및", "及び", "和", "et".
    And,
    /// "not".
    Negation,
    /// "will".
    Future,
    /// "should", "could".
    Modal,
    /// "if".
    Condition,
    /// It adds to the verb and says nothing of whether it is so.
    Adverb,
    /// It opens a clause: "qui", "que".
    Relative,
}

impl Mark {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "nominalizer" => Self::Nominalizer,
            "and" => Self::And,
            "negation" => Self::Negation,
            "future" => Self::Future,
            "modal" => Self::Modal,
            "condition" => Self::Condition,
            "adverb" => Self::Adverb,
            "relative" => Self::Relative,
            _ => Self::Relation(Relation::from_name(name)?),
        })
    }
}

/// What an ending says beside its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    pub(super) past: bool,
    pub(super) future: bool,
    pub(super) negative: bool,
    pub(super) hypothetical: bool,
    pub(super) passive: bool,
    pub(super) progressive: bool,
}

/// An ending, of the verbs of a class.
#[derive(Debug)]
pub(super) struct Ending {
    class: &'static str,
    suffix: &'static str,
    pub(super) form: EndingForm,
    pub(super) traits: Traits,
}

/// A verb, by the part that does not change.
#[derive(Debug)]
pub(super) struct VerbRow {
    stem: &'static str,
    pub(super) class: &'static str,
    pub(super) verb: Verb,
    /// It only adds to the verb before it: "않다", "예정이다".
    pub(super) auxiliary: bool,
}

/// The tables of one language.
pub(super) struct Grammar {
    marks: Vec<(&'static str, Mark)>,
    verbs: Vec<VerbRow>,
    endings: Vec<Ending>,
    nouns: Vec<&'static str>,
    /// Characters of the longest stem.
    pub(super) longest_stem: usize,
    /// Characters of the longest mark.
    pub(super) longest_mark: usize,
    /// Characters of the longest ending.
    pub(super) longest_ending: usize,
    /// Characters of the longest noun.
    pub(super) longest_noun: usize,
}

fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(""))
    })
}

fn longest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

impl Grammar {
    /// Reads the tables; a line that is not understood is left out, which a test forbids.
    pub(super) fn read(marks: &'static str, verbs: &'static str, endings: &'static str, nouns: &'static str) -> Self {
        let marks: Vec<_> = rows(marks).filter_map(|[form, name]| Some((form, Mark::from_name(name)?))).collect();
        let verbs: Vec<_> = rows(verbs).map(parse_verb).collect();
        let endings: Vec<_> = rows(endings).filter_map(parse_ending).collect();
        let nouns: Vec<_> = rows(nouns).map(|[noun]| noun).collect();
        Self {
            longest_stem: longest(verbs.iter().map(|row| row.stem)),
            longest_mark: longest(marks.iter().map(|(form, _)| *form)),
            longest_ending: longest(endings.iter().map(|row| row.suffix)),
            longest_noun: longest(nouns.iter().copied()),
            marks,
            verbs,
            endings,
            nouns,
        }
    }

    /// What the small word `form` marks.
    pub(super) fn mark(&self, form: &str) -> Option<Mark> {
        let at = self.marks.binary_search_by(|(known, _)| (*known).cmp(form)).ok()?;
        self.marks.get(at).map(|(_, mark)| *mark)
    }

    /// The verbs with this stem.
    pub(super) fn verbs_of(&'static self, stem: &str) -> &'static [VerbRow] {
        let from = self.verbs.partition_point(|row| row.stem < stem);
        let to = from + self.verbs[from..].partition_point(|row| row.stem == stem);
        &self.verbs[from..to]
    }

    /// The ending `suffix` of verbs of `class`.
    pub(super) fn ending(&'static self, class: &str, suffix: &str) -> Option<&'static Ending> {
        let at = self.endings.binary_search_by(|row| (row.class, row.suffix).cmp(&(class, suffix))).ok()?;
        self.endings.get(at)
    }

    /// True for a noun that must not be looked into.
    pub(super) fn is_noun(&self, word: &str) -> bool {
        self.nouns.binary_search(&word).is_ok()
    }
}

fn parse_verb([stem, class, lemma, traits]: [&'static str; 4]) -> VerbRow {
    let mut government = Government::default();
    let mut auxiliary = false;
    for name in traits.split(',') {
        match name {
            "report" => government.report = true,
            "deny" => government.deny = true,
            "negative" => government.negative = true,
            "cancel" => government.cancel = true,
            "future" => government.future = true,
            "hypothetical" => government.hypothetical = true,
            "actual" => government.actual = true,
            "auxiliary" => auxiliary = true,
            _ => {}
        }
    }
    VerbRow { stem, class, verb: Verb::of_grammar(lemma, government), auxiliary }
}

fn parse_ending([class, suffix, form, traits]: [&'static str; 4]) -> Option<Ending> {
    let mut out = Traits::default();
    for name in traits.split(',') {
        match name {
            "past" => out.past = true,
            "future" => out.future = true,
            "negative" => out.negative = true,
            "hypothetical" => out.hypothetical = true,
            "passive" => out.passive = true,
            "progressive" => out.progressive = true,
            _ => {}
        }
    }
    Some(Ending { class, suffix, form: EndingForm::from_name(form)?, traits: out })
}

/// The byte at which the first `count` characters of `text` end; its length if it has fewer.
pub(super) fn prefix_end(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
pub(super) mod tests {
    use super::{EndingForm, Mark, rows};

    /// Holds the tables of a grammar to their order and their words.
    pub(in super::super) fn check(
        marks: &'static str,
        verbs: &'static str,
        endings: &'static str,
        nouns: &'static str,
    ) {
        let sorted = |lines: Vec<Vec<&str>>| {
            assert!(lines.is_sorted_by(|a, b| a < b), "{:?}", lines.windows(2).find(|pair| pair[0] >= pair[1]));
        };
        sorted(rows::<2>(marks).map(|row| row[..1].to_vec()).collect());
        sorted(rows::<4>(verbs).map(|row| row[..2].to_vec()).collect());
        sorted(rows::<4>(endings).map(|row| row[..2].to_vec()).collect());
        sorted(rows::<1>(nouns).map(|row| row.to_vec()).collect());
        for [form, name] in rows(marks) {
            assert!(Mark::from_name(name).is_some() && !form.is_empty(), "{form} {name}");
        }
        let known_of_verbs =
            ["", "report", "deny", "negative", "cancel", "future", "hypothetical", "actual", "auxiliary"];
        let classes: Vec<&str> = rows::<4>(endings).map(|row| row[0]).collect();
        for [stem, class, lemma, traits] in rows(verbs) {
            assert!(classes.contains(&class), "{stem}: no ending of {class}");
            assert!(
                !lemma.is_empty() && traits.split(',').all(|name| known_of_verbs.contains(&name)),
                "{stem} {traits}"
            );
        }
        let known = ["", "past", "present", "future", "negative", "hypothetical", "passive", "progressive"];
        for [class, suffix, form, traits] in rows(endings) {
            assert!(EndingForm::from_name(form).is_some(), "{class} {suffix} {form}");
            assert!(traits.split(',').all(|name| known.contains(&name)), "{class} {suffix} {traits}");
        }
    }
}
