//! Which words tell of an occasion, as a table: `data/frames.tsv`, one row a sense, and `data/word-sets.tsv`, the words that
//! its rows ask for.
//!
//! Each row has an example, in which its fact is found, and a counter-example, in which it is not; both are tests: those of the
//! registry of rules for the rows that it explains, those in `crates/ingest/tests/examples` for the others.

use std::sync::{LazyLock, OnceLock};

use entente_corpus::EngagementKind;
use entente_language::Language;
use entente_text::{WordLists, WordMap};

/// The table as written.
const FRAMES: &str = include_str!("../../data/frames.tsv");
/// The sets of words as written.
const WORD_SETS: &str = include_str!("../../data/word-sets.tsv");

/// What calls a frame, and where the occasion stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A noun that is an occasion: "meeting".
    Noun,
    /// A verb by which its subject makes an occasion take place: "hold".
    Holds,
    /// A verb by which its subject takes part in one: "attend".
    Attends,
    /// A verb by which the occasion, its subject, takes place: "occur".
    Occurs,
    /// A verb that is an occasion by itself: "meet".
    Event,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its name, which exports give as the rule of a fact.
    pub id: String,
    /// What calls it.
    pub trigger: Trigger,
    /// The nouns in the singular, or the verbs in their base form.
    pub words: Vec<String>,
    /// The kind of occasion; `None` where the occasion's own noun says it.
    pub gives: Option<EngagementKind>,
    /// What must be there besides.
    pub needs: Vec<String>,
    /// The language of its words; English where the table names none.
    pub language: Language,
}

impl Frame {
    /// True if exports or `entente why` name the row. Nouns and holding verbs of other languages than English only help to
    /// find an occasion, which has a rule of its own.
    #[must_use]
    pub fn is_rule(&self) -> bool {
        self.language == Language::English || self.trigger == Trigger::Event
    }

    /// True if the row asks for `need`.
    #[must_use]
    pub fn needs(&self, need: &str) -> bool {
        self.needs.iter().any(|own| own == need)
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }
}

impl Trigger {
    /// The trigger that a table calls `word`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "noun" => Self::Noun,
            "holds" => Self::Holds,
            "attends" => Self::Attends,
            "occurs" => Self::Occurs,
            "event" => Self::Event,
            _ => return None,
        })
    }
}

/// All rows, in the order of the table.
#[must_use]
pub fn frames() -> &'static [Frame] {
    static TABLE: OnceLock<Vec<Frame>> = OnceLock::new();
    TABLE.get_or_init(|| FRAMES.lines().skip(1).filter_map(parse_row).collect())
}

fn parse_row(line: &str) -> Option<Frame> {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or("");
    let (id, trigger, words, gives, needs) = (next(), next(), next(), next(), next());
    let language = match next() {
        "" => Language::English,
        tag => Language::from_tag(tag)?,
    };
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    Some(Frame {
        id: id.to_owned(),
        trigger: Trigger::from_word(trigger)?,
        words: list(words),
        gives: EngagementKind::from_word(gives),
        needs: list(needs),
        language,
    })
}

/// The frames that hold for one file: those of its settings, which go first, and those of the table.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    own: Vec<Frame>,
}

impl Frames {
    /// The frames of a file with these rows of its own.
    pub(crate) fn with(own: Vec<Frame>) -> Self {
        Self { own }
    }

    /// The row whose English noun `word` (folded) is, and whether it is in the plural. "Talks" are one occasion.
    pub(crate) fn noun(&self, word: &str) -> Option<(&Frame, bool)> {
        self.verb(Trigger::Noun, word).map(|frame| (frame, false)).or_else(|| {
            let singular = word.strip_suffix('s')?;
            self.verb(Trigger::Noun, singular).map(|frame| (frame, word != "talks"))
        })
    }

    /// The row of `trigger` that has the English word `lemma`: a file's own row before one of the table.
    pub(crate) fn verb(&self, trigger: Trigger, lemma: &str) -> Option<&Frame> {
        let fits = |frame: &&Frame| frame.language == Language::English && frame.trigger == trigger && frame.has(lemma);
        self.own.iter().find(fits).or_else(|| verb_frame_in(Language::English, trigger, lemma))
    }
}

/// True if the table knows `word` (folded) as the noun of an occasion, whatever a file's settings add.
pub(crate) fn is_occasion_noun(word: &str) -> bool {
    Frames::default().noun(word).is_some()
}

/// The row of `trigger` in `language` that has `word`.
#[must_use]
pub fn verb_frame_in(language: Language, trigger: Trigger, word: &str) -> Option<&'static Frame> {
    type Rows = WordMap<&'static str, Vec<&'static Frame>>;
    static ROWS: OnceLock<Rows> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows = Rows::default();
        for frame in frames() {
            for word in &frame.words {
                rows.entry(word).or_default().push(frame);
            }
        }
        rows
    });
    let fits = |frame: &&&Frame| frame.language == language && frame.trigger == trigger;
    rows.get(word)?.iter().find(fits).copied()
}

/// The row of an occasion with the longest noun of `language` that `word` ends with, and the bytes of that noun: "협의회" in
/// "사이버정책협의회".
#[must_use]
pub fn noun_frame_at_end(language: Language, word: &str) -> Option<(&'static Frame, usize)> {
    let nouns = frames().iter().filter(|frame| frame.language == language && frame.trigger == Trigger::Noun);
    let ends = nouns.flat_map(|frame| frame.words.iter().map(move |noun| (frame, noun.as_str())));
    ends.filter(|(_, noun)| word.ends_with(noun)).map(|(frame, noun)| (frame, noun.len())).max_by_key(|(_, len)| *len)
}

static SETS: LazyLock<WordLists> = LazyLock::new(|| WordLists::read(WORD_SETS, ' '));

/// True if `word` (folded) is in the set called `name`. False if there is no such set.
#[must_use]
pub fn is_in_set(name: &str, word: &str) -> bool {
    SETS.contains(name, word)
}

/// The words of the set called `name`. Empty if there is no such set.
#[must_use]
pub fn set_words(name: &str) -> &'static [&'static str] {
    SETS.words(name)
}

#[cfg(test)]
mod tests {
    use super::{FRAMES, Frames, Language, Trigger, WORD_SETS, frames, is_in_set};
    use entente_corpus::EngagementKind;

    #[test]
    fn every_row_is_understood_and_its_words_stand_once() {
        assert_eq!(frames().len(), FRAMES.lines().count() - 1);
        let triggers = [Trigger::Noun, Trigger::Holds, Trigger::Attends, Trigger::Occurs, Trigger::Event];
        let all = Language::ALL.into_iter().flat_map(|language| triggers.map(|trigger| (language, trigger)));
        for (language, trigger) in all {
            let mut words: Vec<String> = frames()
                .iter()
                .filter(|frame| frame.trigger == trigger && frame.language == language)
                .flat_map(|frame| frame.words.clone())
                .collect();
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all, "a word of {trigger:?} stands twice");
        }
        for frame in frames() {
            assert!(!frame.id.is_empty());
            assert_eq!(frame.gives.is_some(), matches!(frame.trigger, Trigger::Noun | Trigger::Event), "{}", frame.id);
        }
    }

    #[test]
    fn the_sets_are_sorted_and_unique() {
        let names: Vec<&str> = WORD_SETS.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        assert!(names.is_sorted_by(|a, b| a < b));
        for line in WORD_SETS.lines().skip(1) {
            let words: Vec<&str> = line.split('\t').nth(1).unwrap_or("").split_whitespace().collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{line}");
        }
        assert!(is_in_set("forces", "warship") && !is_in_set("forces", "ministers"));
    }

    #[test]
    fn nouns_are_found_in_both_numbers() {
        let frames = Frames::default();
        let found = |word| frames.noun(word).map(|(frame, plural)| (frame.gives, plural));
        assert_eq!(found("talks"), Some((Some(EngagementKind::Meeting), false)));
        assert_eq!(found("workshops"), Some((Some(EngagementKind::Workshop), true)));
        assert_eq!(found("minister"), None);
    }
}
