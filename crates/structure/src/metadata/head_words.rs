//! Words printed at the head of documents, by what they say there.
//!
//! `data/head-words.tsv` has one a row with the name of its list, folded as texts are. A blank at a word's end belongs to it:
//! nothing but a whole word fits.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The rows: word, list; sorted, none twice.
const WORDS: &str = include_str!("../../data/head-words.tsv");

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// Last words of a line that says which assembly adopted a law, in scripts of East Asia.
    AdoptionEnd,
    /// Offices that a speech addresses after "Mr." or "Madam".
    AddressedOffice,
    /// News agencies, as their articles name them after the place.
    Agency,
    /// Headings above those who were at a meeting.
    AttendancePart,
    /// An article that says so tells what somebody else has said: "the statement added".
    Attribution,
    /// First words of a closing sentence that says on what day a notice was given.
    ClosingNote,
    /// Labels before whom the press may call.
    ContactLabel,
    /// Lines about delivery begin with these words, or hold them in brackets.
    DeliveryNote,
    /// Last words of an office in a script of East Asia.
    EasternOffice,
    /// Last words of a line in a script of East Asia whose title goes on in the next line.
    EasternTitleOpen,
    /// What headlines of East Asia do with a document.
    EasternVerb,
    /// A line of a law that says that it is enacted, before its articles.
    EnactingLine,
    /// Words before the part of a site in which a page is filed: "Posted in Press releases".
    FiledUnder,
    /// First words of a form, before its number or letter.
    FormWord,
    /// Gazettes, before the day on which a law was printed there.
    Gazette,
    /// Labels before the kind of a document.
    KindLabel,
    /// A line with one of these is no office: it names what somebody said or wrote.
    KindNoun,
    /// Labels at the head of documents.
    Label,
    /// Names of languages in the menu of a site.
    LanguageName,
    /// A letter to a person begins with these words and a name.
    LetterAddress,
    /// Last words of a line whose title goes on in the next line.
    LineOpen,
    /// First words of a line that goes on with the title above it.
    LineStart,
    /// Words that menus are made of.
    MenuWord,
    /// Headings of the parts of minutes, beside that of those present.
    MinutesPart,
    /// Names that a preposition goes on with: "Republic of".
    NameWithOf,
    /// First words of an office, an organisation or its head.
    OfficeFirst,
    /// Words of an office that may follow a name: "A B, Minister for Ports".
    OfficeInside,
    /// Last words of an office or an organisation.
    OfficeLast,
    /// Words of whose office a release tells, anywhere in its first sentence.
    OfficePart,
    /// Lines about the paper itself begin with these words.
    PaperNote,
    /// Headings of parts, with which no title goes on.
    PartHeading,
    /// Parties, as records of parliaments print them after a name.
    Party,
    /// First words of a person's line.
    PersonFirst,
    /// Prepositions and articles that end the noun of a title, in the languages of `rules.rs`.
    Preposition,
    /// Words for a day that lies near the day on which an article was written.
    RecentDay,
    /// Words for a release at the end of a line, after who issues it.
    ReleaseEnd,
    /// Lines about publication begin with these words.
    ReleaseNote,
    /// Symbols of press releases of the United Nations begin with these letters.
    ReleaseSymbol,
    /// Headings of the parts of a report.
    ReportPart,
    /// What the first sentence of a release says that somebody did.
    ReportedDeed,
    /// What an article says that somebody said.
    ReportedSpeech,
    /// First words of what is said to those who are addressed.
    Salutation,
    /// Words inside what is said to those who are addressed, after their offices and names.
    SalutationInside,
    /// First words of such a line.
    SessionFirst,
    /// Words of a line that says which meeting it belongs to.
    SessionLast,
    /// Whole lines of a site or a paper, folded, beside those that hold addresses and trails.
    SiteLine,
    /// A sentence that contains one of these is about a site, not about what the page is about.
    SiteSentence,
    /// A line that holds one of these is part of a site.
    SiteWord,
    /// Links that lead past the menus of a site to its text.
    SkipLink,
    /// Small words inside the name of an office.
    SmallWord,
    /// Words before the day on which a page was published, at the beginning of a line or inside it.
    Stamp,
    /// Words before the day on which a page was changed.
    StampOfChange,
    /// Last words of what only begins a title.
    TitleOpen,
    /// Those who speak together in an outcome.
    TwoSides,
    /// Verbs of headlines, folded. A line with one of them reports something, so it is neither an office nor a document.
    Verb,
    /// Forms that no ending gives.
    VerbForm,
    /// Days of the week.
    Weekday,
    /// Who writes articles.
    Writer,
}

impl List {
    /// Its name in the table.
    fn name(self) -> &'static str {
        match self {
            Self::AdoptionEnd => "adoption-end",
            Self::AddressedOffice => "addressed-office",
            Self::Agency => "agency",
            Self::AttendancePart => "attendance-part",
            Self::Attribution => "attribution",
            Self::ClosingNote => "closing-note",
            Self::ContactLabel => "contact-label",
            Self::DeliveryNote => "delivery-note",
            Self::EasternOffice => "eastern-office",
            Self::EasternTitleOpen => "eastern-title-open",
            Self::EasternVerb => "eastern-verb",
            Self::EnactingLine => "enacting-line",
            Self::FiledUnder => "filed-under",
            Self::FormWord => "form-word",
            Self::Gazette => "gazette",
            Self::KindLabel => "kind-label",
            Self::KindNoun => "kind-noun",
            Self::Label => "label",
            Self::LanguageName => "language-name",
            Self::LetterAddress => "letter-address",
            Self::LineOpen => "line-open",
            Self::LineStart => "line-start",
            Self::MenuWord => "menu-word",
            Self::MinutesPart => "minutes-part",
            Self::NameWithOf => "name-with-of",
            Self::OfficeFirst => "office-first",
            Self::OfficeInside => "office-inside",
            Self::OfficeLast => "office-last",
            Self::OfficePart => "office-part",
            Self::PaperNote => "paper-note",
            Self::PartHeading => "part-heading",
            Self::Party => "party",
            Self::PersonFirst => "person-first",
            Self::Preposition => "preposition",
            Self::RecentDay => "recent-day",
            Self::ReleaseEnd => "release-end",
            Self::ReleaseNote => "release-note",
            Self::ReleaseSymbol => "release-symbol",
            Self::ReportPart => "report-part",
            Self::ReportedDeed => "reported-deed",
            Self::ReportedSpeech => "reported-speech",
            Self::Salutation => "salutation",
            Self::SalutationInside => "salutation-inside",
            Self::SessionFirst => "session-first",
            Self::SessionLast => "session-last",
            Self::SiteLine => "site-line",
            Self::SiteSentence => "site-sentence",
            Self::SiteWord => "site-word",
            Self::SkipLink => "skip-link",
            Self::SmallWord => "small-word",
            Self::Stamp => "stamp",
            Self::StampOfChange => "stamp-of-change",
            Self::TitleOpen => "title-open",
            Self::TwoSides => "two-sides",
            Self::Verb => "verb",
            Self::VerbForm => "verb-form",
            Self::Weekday => "weekday",
            Self::Writer => "writer",
        }
    }
}

/// Every list, in the order of their numbers.
const LISTS: &[List] = &[
    List::AdoptionEnd,
    List::AddressedOffice,
    List::Agency,
    List::AttendancePart,
    List::Attribution,
    List::ClosingNote,
    List::ContactLabel,
    List::DeliveryNote,
    List::EasternOffice,
    List::EasternTitleOpen,
    List::EasternVerb,
    List::EnactingLine,
    List::FiledUnder,
    List::FormWord,
    List::Gazette,
    List::KindLabel,
    List::KindNoun,
    List::Label,
    List::LanguageName,
    List::LetterAddress,
    List::LineOpen,
    List::LineStart,
    List::MenuWord,
    List::MinutesPart,
    List::NameWithOf,
    List::OfficeFirst,
    List::OfficeInside,
    List::OfficeLast,
    List::OfficePart,
    List::PaperNote,
    List::PartHeading,
    List::Party,
    List::PersonFirst,
    List::Preposition,
    List::RecentDay,
    List::ReleaseEnd,
    List::ReleaseNote,
    List::ReleaseSymbol,
    List::ReportPart,
    List::ReportedDeed,
    List::ReportedSpeech,
    List::Salutation,
    List::SalutationInside,
    List::SessionFirst,
    List::SessionLast,
    List::SiteLine,
    List::SiteSentence,
    List::SiteWord,
    List::SkipLink,
    List::SmallWord,
    List::Stamp,
    List::StampOfChange,
    List::TitleOpen,
    List::TwoSides,
    List::Verb,
    List::VerbForm,
    List::Weekday,
    List::Writer,
];

/// The words of `list`.
pub(super) fn words(list: List) -> &'static [&'static str] {
    // It is asked for every word of a head: the lists are found by number.
    static WORDS_OF: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    let lists = WORDS_OF.get_or_init(|| {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (word, list) in WORDS.lines().filter_map(|row| row.split_once('\t')) {
            lists.entry(list).or_default().push(word);
        }
        LISTS.iter().map(|list| lists.remove(list.name()).unwrap_or_default()).collect()
    });
    lists.get(list as usize).map_or(&[], Vec::as_slice)
}

/// True if `word`, folded, is one of `list`.
pub(super) fn is_in(list: List, word: &str) -> bool {
    // The rows are sorted, and so the words of each list are.
    words(list).binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LISTS, WORDS, words};

    #[test]
    fn rows_are_sorted_and_unique() {
        let rows: Vec<&str> = WORDS.lines().collect();
        assert!(rows.windows(2).all(|two| two[0] < two[1]), "{:?}", rows.windows(2).find(|two| two[0] >= two[1]));
    }

    #[test]
    fn every_row_stands_in_a_list_and_every_list_has_rows() {
        assert_eq!(LISTS.iter().map(|list| words(*list).len()).sum::<usize>(), WORDS.lines().count());
        assert!(LISTS.iter().all(|list| !words(*list).is_empty()));
        assert!(LISTS.iter().enumerate().all(|(number, list)| *list as usize == number));
    }
}
