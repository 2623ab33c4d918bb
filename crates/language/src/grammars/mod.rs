//! Grammars of the languages other than English whose sentences are read by clause: Korean, Japanese, Chinese, French.
//!
//! In: a sentence, the names and dates found in it, its language. Out: tokens of the grammar's own, and clauses of the same
//! type as those of English. Korean and Japanese put the verb last and mark each phrase by a particle; Chinese and French
//! put the verb after its subject and mark the rest by prepositions. Words and endings are rows of tables in `data/grammars`.

mod chinese;
mod days;
mod french;
mod japanese;
mod korean;
mod pieces;
mod tables;
mod verb_final;

use std::ops::Range;

use entente_text::script::{is_han, is_hangul_syllable, is_kana};

pub use self::days::find_bare_days;
use crate::class::Class;
use crate::clause::ParsedSentence;
use crate::language::Language;
use crate::lexicon::classes_of;
use crate::slot::{Slot, SlotRole};
use crate::tag::AtomKind;
use crate::token::Tokens;

/// What a phrase is to the verb of its clause, by the particle or the preposition that marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Who does it: "이", "が", before a French verb.
    Subject,
    /// Whom the sentence is about, mostly its subject: "은", "は".
    Topic,
    /// To whom or what it is done: "을", "を", after a French verb.
    Object,
    /// With whom: "와", "と", "与", "avec".
    With,
    /// Where it is: "에서", "で", "在", "à".
    In,
    /// Where it goes, or to whom: "에게", "に", "赴", "au".
    To,
    /// From where or when: "부터", "から", "depuis".
    From,
    /// Until when or where: "까지", "まで".
    Until,
    /// Whose it is: "의", "の", "的", "de".
    Of,
    /// By whom: "에 의해", "によって", "par".
    By,
    /// Between whom: "간", "の間", "entre".
    Between,
    /// What it is about: "에 대해", "について", "sur".
    About,
    /// After which: "후", "après".
    After,
    /// Before which: "전", "avant".
    Before,
    /// When, of a date without a mark of its own.
    Time,
    /// Anything else.
    Other,
}

impl Relation {
    /// The relation that the tables call `name`.
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "subject" => Self::Subject,
            "topic" => Self::Topic,
            "object" => Self::Object,
            "with" => Self::With,
            "in" => Self::In,
            "to" => Self::To,
            "from" => Self::From,
            "until" => Self::Until,
            "of" => Self::Of,
            "by" => Self::By,
            "between" => Self::Between,
            "about" => Self::About,
            "after" => Self::After,
            "before" => Self::Before,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// A name or a date found before, by its bytes in the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByteAtom {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: AtomKind,
}

/// A sentence read by the grammar of its language.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// Words as the grammar parts them: particles and the endings of verbs are not part of a noun.
    pub tokens: Tokens<'a>,
    /// Its clauses, by these tokens.
    pub parsed: ParsedSentence,
    /// What each token marks; [`Relation::Other`] for those that mark nothing.
    relations: Vec<Relation>,
}

impl Reading<'_> {
    /// What the phrase of `slot` is to its verb.
    #[must_use]
    pub fn relation(&self, slot: &Slot) -> Relation {
        match slot.role {
            SlotRole::Subject => Relation::Subject,
            SlotRole::Object => Relation::Object,
            SlotRole::Complement(at) | SlotRole::Time(Some(at)) => {
                self.relations.get(at).copied().unwrap_or(Relation::Other)
            }
            SlotRole::Time(None) => Relation::Time,
        }
    }
}

/// Reads `text`, one sentence in `language`. `atoms` are sorted and do not overlap. `None` for a language without a grammar
/// here, English among them.
#[must_use]
pub fn read_sentence<'a>(text: &'a str, language: Language, atoms: &[ByteAtom]) -> Option<Reading<'a>> {
    match language {
        Language::Korean => Some(korean::read(text, atoms)),
        Language::Japanese => Some(japanese::read(text, atoms)),
        Language::Chinese => Some(chinese::read(text, atoms)),
        Language::French => Some(french::read(text, atoms)),
        Language::English | Language::German | Language::Spanish | Language::Italian | Language::Portuguese => None,
    }
}

/// The language of a sentence in a document of `document`: by its script, and between English and French by its small words.
#[must_use]
pub fn language_of_sentence(tokens: &Tokens, document: Language) -> Language {
    let (mut hangul, mut kana, mut han, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in tokens.text.chars() {
        if is_hangul_syllable(c) {
            hangul += 1;
        } else if is_kana(c) {
            kana += 1;
        } else if is_han(c) {
            han += 1;
        } else if c.is_alphabetic() {
            other += 1;
        }
    }
    // A syllable is as much as two letters and more.
    if hangul > 0 && (hangul + han) * 2 >= other {
        return Language::Korean;
    }
    if (kana + han) * 2 >= other && kana + han > 0 {
        let japanese = kana * 10 >= han || document == Language::Japanese;
        return if japanese { Language::Japanese } else { Language::Chinese };
    }
    if hangul + kana + han > 0 && other == 0 {
        return document;
    }
    let count = |language: Language| {
        let small = |at: &usize| {
            let classes = classes_of(tokens.folded(*at), language);
            [Class::Determiner, Class::Preposition, Class::Coordinator, Class::Auxiliary, Class::PersonalPronoun]
                .into_iter()
                .any(|class| classes.has(class))
        };
        (0..tokens.len()).filter(small).count()
    };
    let (french, english) = (count(Language::French), count(Language::English));
    if french > english || french == english && document == Language::French && french > 0 {
        return Language::French;
    }
    if document == Language::French { Language::English } else { document }
}

#[cfg(test)]
mod tests {
    use super::{Language, read_sentence};
    use crate::describe::describe;

    /// Sentences and their clauses, one line a clause as [`describe`] gives it, with two bars between lines.
    const CASES: &str = include_str!("../../data/cases/clauses.tsv");

    #[test]
    fn clauses_are_those_of_the_verbs() {
        for row in CASES.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [tag, text, clauses] = columns[..] else { panic!("three columns: {row}") };
            let language = Language::from_tag(tag).expect("a language of the tables");
            let reading = read_sentence(text, language, &[]).expect("a language with a grammar");
            assert_eq!(describe(&reading.parsed, &reading.tokens).join(" || "), clauses, "{text}");
        }
    }
}
