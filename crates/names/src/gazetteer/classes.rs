//! Word classes: what a word can be when names are looked for.
//!
//! In: `data/words.tsv`, one word a row with its classes. Out: set membership by the folded word. Words in a script
//! without capitals are kept as they are printed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_text::WordMap;
use entente_text::fold::fold;
use entente_text::order;

/// Declares the classes with the name that the table uses for each.
macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A class of words. A word may have several.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Class {
            $($(#[$doc])* $variant,)*
        }

        /// Every class with its name in the table.
        const ALL: &[(Class, &str)] = &[$((Class::$variant, $name),)*];
    };
}

classes! {
    /// A form of address that has its full stop: "Eng.", "Me.".
    AddressWithStop = "address-with-stop",
    /// What may follow a country's name in Hangul and leaves it one.
    AfterCountry = "after-country",
    /// What a word goes on with that begins with a pair of states ("한미동맹").
    AfterPair = "after-pair",
    /// What may follow a place in Hangul.
    AfterPlace = "after-place",
    /// What may follow the place where something was held: "held in Oslo **on** 3 May".
    AfterPlaceHeld = "after-place-held",
    /// A small word inside what an instrument sets out to do.
    AimFiller = "aim-filler",
    /// Head of a body that is a state's where a country or "National" says so.
    Body = "body",
    /// Head of a body that only its country names: "the U.S. **Army**".
    BodyByCountry = "body-by-country",
    /// A small word between the head of a body and its matter: "Ministry **of** Finance".
    BodyLink = "body-link",
    /// Head of a law whose year may come after a comma: "Customs Act, 1962".
    CommaYear = "comma-year",
    /// A Korean word that ends as a name does and is not a name.
    CommonNoun = "common-noun",
    /// Head of a firm.
    Company = "company",
    /// The second half of a compound that is not part of a name: "Lund-**led**".
    CompoundTail = "compound-tail",
    /// A capitalised name that ends in it is that of an office, a firm or a place, not of the country in it.
    CountryInNameHead = "country-in-name-head",
    /// A head that keeps a country or place after "of" inside the name.
    CountryInside = "country-inside",
    /// A head that leaves a country before it outside the name.
    CountryOutside = "country-outside",
    /// A form of address that is also a given name: "Sheikh".
    CourtesyInName = "courtesy-in-name",
    /// The end of a word of address after an apostrophe: "Hon**'ble**".
    CourtesyTail = "courtesy-tail",
    /// A word that does not name a division: "Northern Division".
    Direction = "direction",
    /// A title of English alone, after which "de" begins a surname.
    EnglishTitle = "english-title",
    /// A word of offices, topics or the calendar that no person is called by.
    Everyday = "everyday",
    /// A short form that is an everyday word in a line of capitals.
    EverydayNotAcronym = "everyday-not-acronym",
    /// A country's name in one language, an everyday word in another.
    EverydayNotCountry = "everyday-not-country",
    /// A small word of a long form that gives no letter.
    ExpansionFiller = "expansion-filler",
    /// What somebody is in a firm, before its name: "**Partner**, Red & White LLP".
    FirmRole = "firm-role",
    /// Head of a meeting, a series of meetings, a working group.
    Forum = "forum",
    /// A small word between the head of a meeting and its matter: "Conference **against** Corruption".
    ForumLink = "forum-link",
    /// A word that is common to many names.
    Generic = "generic",
    /// A country's name that people bear as well.
    GivenOrCountry = "given-or-country",
    /// A verb of what takes place somewhere.
    Held = "held",
    /// Who is in charge of a field.
    InCharge = "in-charge",
    /// Head of a treaty, act, plan or declaration.
    Instrument = "instrument",
    /// A word that ends one part of an instrument's name and begins the next, capital or not.
    InstrumentBreak = "instrument-break",
    /// A small word before the subject of an instrument.
    InstrumentLink = "instrument-link",
    /// A participle before the subject of an instrument: "relating to".
    InstrumentParticiple = "instrument-participle",
    /// A language that is called as a people is: "Spanish", and those that are not.
    Language = "language",
    /// A word after the name of a language that is not the noun of a people: "in Spanish **and**", "in Spanish **is**".
    LanguageAfter = "language-after",
    /// A word after which languages are named: "in Spanish".
    LanguageLead = "language-lead",
    /// A small word of one language that shows the language of a name.
    LanguageMarker = "language-marker",
    /// What makes the word before it a language: "Spanish **version**".
    LanguageNoun = "language-noun",
    /// The end of a law's or treaty's title in Hangul.
    LawEnding = "law-ending",
    /// Head of an instrument that as often means no paper: "law", "principles".
    LoosePaper = "loose-paper",
    /// A short form that is a matter of a ministry and no name: "Ministry of Science and **ICT**".
    MatterAcronym = "matter-acronym",
    /// Head of a newspaper or news agency.
    Media = "media",
    /// Head of a meeting that a word before it makes one of a series: "Cyber Policy **Consultation**".
    MeetingOfSeries = "meeting-of-series",
    /// A matter of a ministry in Hangul: "외교" in "외교부".
    MinistryMatter = "ministry-matter",
    /// A month or an everyday word that is a name after a title: "Theresa May".
    NameAlso = "name-also",
    /// "Jr", "III": part of a name, after it.
    NameSuffix = "name-suffix",
    /// Capitals that are not an acronym.
    NoShortForm = "no-short-form",
    /// A last syllable of Korean nouns that given names hardly have.
    NounEnding = "noun-ending",
    /// A word in "-ing" that begins names.
    NounInIng = "noun-in-ing",
    /// "No", "n°" before a number.
    NumberSign = "number-sign",
    /// Head of an instrument that a number follows: "Executive Order 14028".
    Numbered = "numbered",
    /// A word that any body may have before its head and that does not name it: "**relevant** agencies".
    OfAnyBody = "of-any-body",
    /// Before "of" and a country, it makes the name of something else.
    OfCountryHead = "of-country-head",
    /// A word of what several states have together.
    OfMany = "of-many",
    /// A word of what a state does: a body with it in its name is a state's.
    OfState = "of-state",
    /// A French office between which and the name of its holder stands its field: "**ministre** de la Défense X".
    OfficeBeforeField = "office-before-field",
    /// A French word of an office's field: "ministre des **Affaires étrangères** X".
    OfficeField = "office-field",
    /// Whose an office may be, before it: "Cook County **State's** Attorney".
    OfficeOwner = "office-owner",
    /// A word that a role can end in and that announces no name.
    OfficeWord = "office-word",
    /// Head of an instrument only with a number or the body that adopts it: "resolution", "order".
    OnlyNumbered = "only-numbered",
    /// A word that a sentence begins with a capital and no name begins with.
    Opener = "opener",
    /// Head of a military operation or exercise.
    Operation = "operation",
    /// Head of an organisation.
    Organisation = "organisation",
    /// Head of an instrument that makes a name of its own in a list.
    OwnInstrument = "own-instrument",
    /// A particle that may follow a name in Hangul.
    Particle = "particle",
    /// Head of a place.
    Place = "place",
    /// What a place's own name begins with.
    PlaceFirst = "place-first",
    /// In Chinese, what comes right before a place: "在".
    PlaceLead = "place-lead",
    /// In Japanese, what comes right before or after a place: "は", "で".
    PlaceParticle = "place-particle",
    /// What somewhere is, before "of" and its name.
    PlaceSort = "place-sort",
    /// What was granted to a person and comes after the name: "MP".
    PostNominal = "post-nominal",
    /// Who is sent to a country and does not represent it.
    Posted = "posted",
    /// Head of what is a state's if "National" or its field says so.
    PublicInstitute = "public-institute",
    /// A field of institutes that states run.
    PublicMatter = "public-matter",
    /// A language whose name is not the adjective of a country: "Arabic".
    PureLanguage = "pure-language",
    /// A word that makes "resolution" one of the United Nations.
    ResolutionBody = "resolution-body",
    /// "(Ret.)" between a rank and a name.
    Retired = "retired",
    /// A small word between a title and its field.
    RoleComplement = "role-complement",
    /// A small word inside a role: "Minister **for** Trade".
    RoleLink = "role-link",
    /// A small word between a name and its role: "who is".
    RoleOpener = "role-opener",
    /// A small word that begins or continues a role.
    RoleWord = "role-word",
    /// A common word whose capitals in running text are a short form: "STEM".
    ShortFormAlso = "short-form-also",
    /// Head of a body of a state, whatever comes before it.
    StateBody = "state-body",
    /// What the Korean name of a state's institute begins with.
    StatePrefix = "state-prefix",
    /// Head of a law: "Act", "Regulations".
    Statute = "statute",
    /// Head of a part of a larger body: "Aviation Security **Division**, Ministry of Land".
    SubBody = "sub-body",
    /// A small word before a subject: "on **the** Rights".
    SubjectFiller = "subject-filler",
    /// A small word between two surnames of one person: "Ortega y Gasset".
    SurnameCoordinator = "surname-coordinator",
    /// A small word inside a surname.
    SurnameParticle = "surname-particle",
    /// Head of a system, programme or fund.
    System = "system",
    /// A small word between the head of a system and its matter: "Programme **for** Ports".
    SystemLink = "system-link",
    /// What may follow a title before the name: "President-**elect**".
    TitleTail = "title-tail",
}

/// The classes of every word, each a bit.
static WORDS: LazyLock<WordMap<String, u128>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for (word, _, classes) in rows() {
        let bits = classes.split(',').filter_map(bit).fold(0, |all, bit| all | bit);
        *words.entry(fold(word)).or_default() |= bits;
    }
    words
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("../../data/words.tsv").lines().filter(|row| !row.starts_with('#'));
    lines.filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

fn bit(name: &str) -> Option<u128> {
    ALL.iter().find(|(_, known)| *known == name).map(|(class, _)| 1_u128 << *class as u32)
}

/// The classes of a word, each a bit.
#[derive(Clone, Copy, Default)]
pub(crate) struct ClassSet(u128);

impl ClassSet {
    /// The classes of a folded word; none for an unknown word.
    pub(crate) fn of(word: &str) -> Self {
        Self(WORDS.get(word).copied().unwrap_or_default())
    }

    /// True if the set has `class`.
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & (1_u128 << class as u32) != 0
    }
}

/// The language that the small words of a name are of, if they are of one alone: "Organisation du traité".
pub(crate) fn language_of(name: &str) -> Option<&'static str> {
    static MARKERS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let marks = rows().filter(|(_, _, classes)| classes.split(',').any(|class| class == "language-marker"));
        order::map(marks.map(|(word, language, _)| (fold(word), language)))
    });
    let words = entente_text::words::words(name);
    let mut languages = words.iter().filter_map(|word| MARKERS.get(&*word.folded));
    let first = *languages.next()?;
    languages.all(|language| *language == first).then_some(first)
}

impl Class {
    /// True for a folded word of this class.
    pub(crate) fn has(self, word: &str) -> bool {
        ClassSet::of(word).has(self)
    }

    /// The words of this class, the longest first.
    pub(crate) fn longest_first(self) -> Vec<&'static str> {
        let mut out: Vec<&'static str> = rows()
            .filter(|(_, _, classes)| classes.split(',').filter_map(bit).any(|bit| bit == 1_u128 << self as u32))
            .map(|(word, _, _)| word)
            .collect();
        order::sort_by_key(&mut out, |word| (std::cmp::Reverse(word.len()), *word));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Class, bit, rows};

    #[test]
    fn the_table_is_sorted_unique_and_of_known_classes() {
        let all: Vec<_> = rows().collect();
        assert!(all.windows(2).all(|two| (two[0].0, two[0].1) < (two[1].0, two[1].1)), "sorted, each word once");
        for (word, language, classes) in all {
            assert!(!word.is_empty() && !language.is_empty(), "{word}");
            let list: Vec<&str> = classes.split(',').collect();
            assert!(list.windows(2).all(|two| two[0] < two[1]), "{word}: classes sorted");
            assert!(list.iter().all(|class| bit(class).is_some()), "{word}: {classes}");
        }
        assert!(ALL.len() <= 128 && ALL.windows(2).all(|two| two[0].1 < two[1].1), "classes sorted");
    }

    #[test]
    fn words_have_their_classes() {
        assert!(Class::StateBody.has("ministry") && Class::Opener.has("the") && !Class::Opener.has("korea"));
        assert!(Class::Particle.longest_first().first().is_some_and(|longest| longest.chars().count() > 3));
    }
}
