//! English verbs: which verb a word is a form of, and what the verb does to the clauses that it governs.
//!
//! `data/verbs.tsv` has a line a verb: its base form, its past forms and participles where no rule of spelling makes
//! them (alternatives parted by `|`), and its classes.

use std::ops::Range;
use std::sync::OnceLock;

use entente_text::WordMap;
use entente_text::order;

/// The table as written.
const VERBS: &str = include_str!("../data/verbs.tsv");

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// "hold", "be".
    Base,
    /// "holds".
    Third,
    /// "held", "went": finite. A form that is a participle too is given as [`Form::Past`] alone.
    Past,
    /// "gone", "taken": never finite.
    Participle,
    /// "holding".
    Gerund,
}

/// What a verb implies about the truth of the clause that it governs: "agreed **to meet**", "denied **that she had met**".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Government {
    /// Reports what somebody says or thinks: "said that …".
    pub report: bool,
    /// What it governs is said not to be so: "denied that …".
    pub deny: bool,
    /// What it governs did not happen: "refused to …", "failed to …".
    pub negative: bool,
    /// Its object did not take place, or not yet: "cancelled the visit".
    pub cancel: bool,
    /// What it governs is still to come: "agreed to …", "plans to …".
    pub future: bool,
    /// What it governs may never happen: "proposed to …", "hopes to …".
    pub hypothetical: bool,
    /// What it governs happens: "continued to …", "began to …".
    pub actual: bool,
    /// Its clause needs no "that": "said the ministers had met".
    pub bare: bool,
    /// Somebody is between it and its "that": "told the minister that …".
    pub dative: bool,
    /// A small word after it shows that it is a verb, although a noun has the same letters: "call on".
    pub particle: bool,
}

/// A verb of the table.
#[derive(Debug)]
pub struct Verb {
    /// Its base form.
    pub lemma: &'static str,
    /// What it does to what it governs.
    pub government: Government,
    /// Its last consonant is doubled: "planning".
    doubling: bool,
    past: &'static str,
    participle: &'static str,
}

impl Verb {
    /// A verb of another language, whose forms the tables of its grammar have.
    pub(crate) const fn of_grammar(lemma: &'static str, government: Government) -> Self {
        Self { lemma, government, doubling: false, past: "", participle: "" }
    }
}

/// All verbs.
fn verbs() -> &'static [Verb] {
    static VERBS_READ: OnceLock<Vec<Verb>> = OnceLock::new();
    VERBS_READ.get_or_init(|| VERBS.lines().skip(1).filter_map(parse_row).collect())
}

/// Every written form, with what it can be.
struct Table {
    /// Forms as written, with the places of their readings.
    words: WordMap<String, Range<usize>>,
    /// The readings of all words, one word after the other, the likeliest first.
    readings: Vec<Inflection>,
}

impl Table {
    fn build() -> Self {
        let mut forms: Vec<(String, usize, Form)> = Vec::new();
        for (place, verb) in verbs().iter().enumerate() {
            forms.extend(written_forms(verb).into_iter().map(|(form, written)| (written, place, form)));
        }
        order::sort(&mut forms);
        // A past form that is the participle too stands once, as past: only the sentence shows whether it is finite.
        forms.dedup_by(|b, a| a.0 == b.0 && a.1 == b.1 && (b.2 == Form::Participle || a.2 == b.2));
        order::sort_by(&mut forms, |a, b| a.0.cmp(&b.0).then(b.2.cmp(&a.2)));
        let mut table = Self { words: WordMap::default(), readings: Vec::with_capacity(forms.len()) };
        for (written, place, form) in forms {
            let at = table.readings.len();
            table.words.entry(written).or_insert(at..at).end = at + 1;
            table.readings.push(Inflection { verb: &verbs()[place], form });
        }
        table
    }

    fn find(&self, word: &str) -> &[Inflection] {
        self.words.get(word).and_then(|places| self.readings.get(places.clone())).unwrap_or(&[])
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::build)
}

/// A line of the table; `None` if it has no lemma.
fn parse_row(line: &'static str) -> Option<Verb> {
    let mut columns = line.split('\t');
    let lemma = columns.next().filter(|lemma| !lemma.is_empty())?;
    let past = columns.next().unwrap_or("");
    let participle = columns.next().unwrap_or("");
    let mut verb = Verb { lemma, government: Government::default(), doubling: false, past, participle };
    for class in columns.next().unwrap_or("").split(',') {
        let government = &mut verb.government;
        match class {
            "report" => government.report = true,
            "deny" => government.deny = true,
            "negative" => government.negative = true,
            "cancel" => government.cancel = true,
            "future" => government.future = true,
            "hypothetical" => government.hypothetical = true,
            "actual" => government.actual = true,
            "bare" => government.bare = true,
            "dative" => government.dative = true,
            "particle" => government.particle = true,
            "doubling" => verb.doubling = true,
            _ => {}
        }
    }
    Some(verb)
}

/// Every form of a verb, by the rules of English spelling where the table has none.
fn written_forms(verb: &Verb) -> Vec<(Form, String)> {
    let lemma = verb.lemma;
    let consonant_y = lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    let stem = &lemma[..lemma.len() - usize::from(consonant_y)];
    let third = match lemma {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if consonant_y => format!("{stem}ies"),
        _ if lemma.ends_with('s')
            || lemma.ends_with('x')
            || lemma.ends_with('z')
            || lemma.ends_with('o')
            || lemma.ends_with("ch")
            || lemma.ends_with("sh") =>
        {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    };
    let doubled =
        if verb.doubling { lemma.chars().last().map(String::from).unwrap_or_default() } else { String::new() };
    let gerund = match lemma {
        "be" => "being".to_owned(),
        _ if lemma.ends_with("ie") => format!("{}ying", &lemma[..lemma.len() - 2]),
        _ if lemma.ends_with('e') && !lemma.ends_with("ee") && !lemma.ends_with("ye") => {
            format!("{}ing", &lemma[..lemma.len() - 1])
        }
        _ => format!("{lemma}{doubled}ing"),
    };
    let regular = match lemma {
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ if consonant_y => format!("{stem}ied"),
        _ => format!("{lemma}{doubled}ed"),
    };
    let listed = |column: &str| -> Vec<String> {
        if column.is_empty() { vec![regular.clone()] } else { column.split('|').map(str::to_owned).collect() }
    };
    let mut out = vec![(Form::Base, lemma.to_owned()), (Form::Third, third), (Form::Gerund, gerund)];
    out.extend(listed(verb.past).into_iter().map(|past| (Form::Past, past)));
    out.extend(listed(verb.participle).into_iter().map(|participle| (Form::Participle, participle)));
    if lemma == "be" {
        out.extend(["am", "are"].map(|word| (Form::Third, word.to_owned())));
    }
    out
}

/// A word as a form of a verb.
#[derive(Clone, Copy, Debug)]
pub struct Inflection {
    /// The verb.
    pub verb: &'static Verb,
    /// Which form of it.
    pub form: Form,
}

/// The verbs that `word` (folded) can be a form of, the likeliest reading first: base forms before others ("found" is the past
/// of "find" and the base of "found"; the past comes first, since documents tell). Empty for a word that the table does not
/// know.
#[must_use]
pub fn inflections(word: &str) -> &'static [Inflection] {
    table().find(word)
}

/// The verb whose base form is `lemma`.
#[must_use]
pub fn verb(lemma: &str) -> Option<&'static Verb> {
    inflections(lemma).iter().find(|found| found.form == Form::Base).map(|found| found.verb)
}

#[cfg(test)]
mod tests {
    use super::{Form, VERBS, inflections, verb};

    #[test]
    fn the_table_is_sorted_and_unique() {
        let lemmas: Vec<&str> = VERBS.lines().skip(1).map(|line| line.split('\t').next().unwrap_or("")).collect();
        assert!(lemmas.is_sorted_by(|a, b| a < b));
        let known = [
            "report",
            "deny",
            "negative",
            "cancel",
            "future",
            "hypothetical",
            "actual",
            "bare",
            "dative",
            "particle",
            "doubling",
            "",
        ];
        for line in VERBS.lines().skip(1) {
            let classes = line.split('\t').nth(3).expect("four columns");
            assert!(classes.split(',').all(|class| known.contains(&class)), "{line}");
        }
    }

    #[test]
    fn forms_are_those_of_english_spelling() {
        for (word, lemma, form) in [
            ("held", "hold", Form::Past),
            ("holds", "hold", Form::Third),
            ("holding", "hold", Form::Gerund),
            ("taken", "take", Form::Participle),
            ("met", "meet", Form::Past),
            ("visited", "visit", Form::Past),
            ("agreed", "agree", Form::Past),
            ("planning", "plan", Form::Gerund),
            ("travelled", "travel", Form::Past),
            ("traveled", "travel", Form::Past),
            ("convening", "convene", Form::Gerund),
            ("ratified", "ratify", Form::Past),
            ("ratifies", "ratify", Form::Third),
            ("conveyed", "convey", Form::Past),
            ("launches", "launch", Form::Third),
            ("are", "be", Form::Third),
            ("seeing", "see", Form::Gerund),
        ] {
            let found = inflections(word);
            assert!(found.iter().any(|found| found.verb.lemma == lemma && found.form == form), "{word}: {found:?}");
        }
        assert!(inflections("ministry").is_empty() && inflections("").is_empty());
    }

    #[test]
    fn what_a_verb_governs_is_known() {
        assert!(verb("refuse").is_some_and(|verb| verb.government.negative));
        assert!(verb("agree").is_some_and(|verb| verb.government.future && verb.government.report));
        assert!(verb("table").is_none());
    }
}
