//! Word classes, and sets of them.

use std::fmt;

/// Declares the classes with the name that the tables use for each.
macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A word class: what a word can be, before the sentence is parsed. A word may have several.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Class {
            $($(#[$doc])* $variant,)*
        }

        impl Class {
            /// Every class.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the tables.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

classes! {
    /// "the", "a", "le", "der".
    Article = "article",
    /// "this", "those", "ce".
    Demonstrative = "demonstrative",
    /// "his", "their", "leur".
    Possessive = "possessive",
    /// "all", "each", "several", "both".
    Quantifier = "quantifier",
    /// Any word that opens a noun phrase: articles, demonstratives, possessives, quantifiers.
    Determiner = "determiner",
    /// A noun that looks like a verb after "to" where no object follows: "called to **order** at noon".
    NounAfterTo = "noun-after-to",
    /// A participle that says who somebody is before a title or a name: "talks with the **visiting** minister".
    ParticipialAdjective = "participial-adjective",
    /// "quarter", "trimestre": three months of a year.
    Quarter = "quarter",
    /// "half", "semestre": six months of a year.
    HalfYear = "half-year",
    /// "in", "between", "following".
    Preposition = "preposition",
    /// "and", "or", "but".
    Coordinator = "coordinator",
    /// "that", "because", "while", "when".
    Subordinator = "subordinator",
    /// Subordinators and prepositions of time: "after", "before", "since", "following".
    Temporal = "temporal",
    /// Forms of "be".
    Be = "be",
    /// Verbs that link a subject with what is said of it, as "be" does: "remain".
    Linking = "linking",
    /// Forms of "have".
    Have = "have",
    /// Forms of "do".
    Do = "do",
    /// Any auxiliary: forms of be, have, do, and modals.
    Auxiliary = "auxiliary",
    /// "will", "should", "could".
    Modal = "modal",
    /// "he", "they", "we", "it", "ils".
    PersonalPronoun = "personal-pronoun",
    /// "we", "our", "us": the text's own voice.
    FirstPersonPlural = "first-person-plural",
    /// "I", "my", "je".
    FirstPerson = "first-person",
    /// "who", "which", "whose", "qui".
    Relative = "relative",
    /// "who", "what", "how", "why".
    Interrogative = "interrogative",
    /// "himself", "itself".
    Reflexive = "reflexive",
    /// "everyone", "none", "others".
    IndefinitePronoun = "indefinite-pronoun",
    /// "not", "never", "no", "neither", "without".
    Negation = "negation",
    /// A month's name or its abbreviation, in any language.
    Month = "month",
    /// A day of the week or its abbreviation, in any language.
    Weekday = "weekday",
    /// A number in words: "three", "twenty", "douze".
    NumberWord = "number-word",
    /// An ordinal in words: "third", "troisième".
    OrdinalWord = "ordinal-word",
    /// A scale of a number: "million", "bn", "Mrd".
    Scale = "scale",
    /// A currency's word or code: "dollars", "EUR".
    Currency = "currency",
    /// A unit of measure: "kilometres", "tonnes".
    Unit = "unit",
    /// A length of time: "years", "days", "heures".
    TimeUnit = "time-unit",
    /// A plural that is not a counted thing: "times", "points", "years".
    Uncounted = "uncounted",
    /// A word that may be beside a date which is all that a line says: "the", "am", "dated".
    DateFiller = "date-filler",
    /// A particle that is written to the end of a word: "를", "에서", "は".
    Particle = "particle",
    /// "percent", "Prozent".
    Percent = "percent",
    /// "about", "nearly", "some" before a number.
    Approximator = "approximator",
    /// "spring", "summer".
    Season = "season",
    /// "Mr", "Dr", "H.E", "Herr".
    Honorific = "honorific",
    /// "General", "Colonel", "Admiral".
    Rank = "rank",
    /// A particle of surnames: "van", "bin", "de".
    SurnameParticle = "surname-particle",
    /// "minister", "ambassador", "director".
    Role = "role",
    /// "former", "acting", "deputy": comes before a role.
    RoleModifier = "role-modifier",
    /// Head of a body of a state, whatever comes before it: "ministry", "police".
    StateBody = "state-body",
    /// Head of a body that a country may own: "council", "commission".
    Body = "body",
    /// Head of an organisation: "university", "association".
    Organisation = "organisation",
    /// Head of a firm: "Ltd", "company".
    Company = "company",
    /// Head of a newspaper or agency: "Times", "ilbo".
    Media = "media",
    /// Head of a forum or a meeting as a name: "forum", "dialogue".
    Forum = "forum",
    /// Head of a treaty, act, plan: "convention", "declaration".
    Instrument = "instrument",
    /// Head of a system, programme or fund.
    System = "system",
    /// Head of a military operation or exercise.
    Operation = "operation",
    /// Head of a place: "port", "strait".
    Place = "place",
    /// Something that people hold or attend: "meeting", "visit", "seminar", "signing".
    Occasion = "occasion",
    /// Several occasions at once: "talks", "consultations".
    PluralOccasion = "plural-occasion",
    /// A group of parties: "sides", "countries", "ministers", "delegations".
    PartyNoun = "party-noun",
    /// A word that is common to many names: "joint", "annual", "working".
    Generic = "generic",
    /// A word that begins a sentence with a capital and begins no name.
    Opener = "opener",
    /// "yesterday", "then", "later", "today".
    TimeAdverb = "time-adverb",
    /// "closely", "jointly".
    MannerAdverb = "manner-adverb",
    /// "very", "also", "only", "further".
    FocusAdverb = "focus-adverb",
    /// Any adverb.
    Adverb = "adverb",
    /// "however", "moreover", "therefore".
    Connective = "connective",
    /// "annual", "every", "yearly", "biennial".
    Recurring = "recurring",
    /// An abbreviation whose full stop ends no sentence.
    Abbreviation = "abbreviation",
    /// Opens a range: "from", "between", "de", "zwischen".
    RangeOpener = "range-opener",
    /// Joins the two ends of a range: "to", "until", "bis".
    RangeJoiner = "range-joiner",
    /// "since", "depuis", "seit".
    Since = "since",
    /// "until", "by", "jusqu".
    Until = "until",
    /// Opens a range whose ends "and" joins: "between", "entre".
    Between = "between",
    /// "and" and its like, without "or".
    And = "and",
    /// Stands between a number and what it counts: "millions de dollars".
    Genitive = "genitive",
    /// First word of "per cent", "pour cent".
    Per = "per",
    /// Second word of "per cent", "pour cent".
    Cent = "cent",
    /// A noun that is counted although its form is not a plural: "people", "troops".
    Counted = "counted",
    /// "half".
    Half = "half",
    /// "day" in "this 8th day of August".
    DayWord = "day-word",
    /// "onwards" after a date.
    Onward = "onward",
    /// A word of a time of day: "a.m.", "Uhr".
    Clock = "clock",
    /// "last": of a month before the text's own day.
    Last = "last",
    /// Names a part of a text that a number follows: "article", "resolution", "section".
    TextPart = "text-part",
    /// Words before a bare year that make it a date: "in", "during", "en".
    YearOpener = "year-opener",
    /// An adjective of a state or people is not listed; this is any other frequent adjective.
    Adjective = "adjective",
}

impl Class {
    /// The class that the tables call `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.name() == name)
    }
}

/// A set of classes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);

    /// The set of one class.
    #[must_use]
    pub const fn of(class: Class) -> Self {
        Self(1 << class as u32)
    }

    /// The set of several classes.
    #[must_use]
    pub const fn all_of(classes: &[Class]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < classes.len() {
            set |= 1 << classes[at] as u32;
            at += 1;
        }
        Self(set)
    }

    /// True if the set has `class`.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// True if the two sets share a class.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set without `class`.
    #[must_use]
    pub const fn without(self, class: Class) -> Self {
        Self(self.0 & !(1 << class as u32))
    }

    /// True if the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(Class::ALL.iter().filter(|class| self.has(**class))).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Classes};

    #[test]
    fn every_class_has_a_name_of_its_own_and_a_bit() {
        assert!(Class::ALL.len() <= 128);
        for class in Class::ALL {
            assert_eq!(Class::from_name(class.name()), Some(*class));
            assert!(Classes::of(*class).has(*class));
        }
    }
}
