//! Words printed at the head of documents, by what they say there.
//!
//! `data/head-words.tsv` has one a row with the name of its list, folded as texts are. A blank at a word's end belongs to it:
//! nothing but a whole word fits.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The rows: word, list; sorted, none twice.
const WORDS: &str = include_str!("../../data/head-words.tsv");

/// Declares the lists with the name that the table uses for each.
macro_rules! lists {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A list of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum List {
            $($(#[$doc])* $variant,)*
        }

        /// The name of every list in the table, in the order of their numbers.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

lists! {
    /// Last words of a line that says which assembly adopted a law, in scripts of East Asia.
    AdoptionEnd = "adoption-end",
    /// Offices that a speech addresses after "Mr." or "Madam".
    AddressedOffice = "addressed-office",
    /// News agencies, as their articles name them after the place.
    Agency = "agency",
    /// Headings above those who were at a meeting.
    AttendancePart = "attendance-part",
    /// An article with such words reports what somebody else has said: "the statement added".
    Attribution = "attribution",
    /// First words of a closing sentence that says on what day a notice was given.
    ClosingNote = "closing-note",
    /// Labels before whom the press may call.
    ContactLabel = "contact-label",
    /// Lines about delivery begin with these words, or hold them in brackets.
    DeliveryNote = "delivery-note",
    /// Last words of an office in a script of East Asia.
    EasternOffice = "eastern-office",
    /// Last words of a line in a script of East Asia whose title goes on in the next line.
    EasternTitleOpen = "eastern-title-open",
    /// What headlines of East Asia do with a document.
    EasternVerb = "eastern-verb",
    /// A line of a law that says that it is enacted, before its articles.
    EnactingLine = "enacting-line",
    /// Words before the part of a site in which a page is filed: "Posted in Press releases".
    FiledUnder = "filed-under",
    /// First words of a form, before its number or letter.
    FormWord = "form-word",
    /// Gazettes, before the day on which a law was printed there.
    Gazette = "gazette",
    /// Labels before the kind of a document.
    KindLabel = "kind-label",
    /// A line with one of these is not an office: it names what somebody said or wrote.
    KindNoun = "kind-noun",
    /// Labels at the head of documents.
    Label = "label",
    /// Names of languages in the menu of a site.
    LanguageName = "language-name",
    /// A letter to a person begins with these words and a name.
    LetterAddress = "letter-address",
    /// Last words of a line whose title goes on in the next line.
    LineOpen = "line-open",
    /// First words of a line that goes on with the title above it.
    LineStart = "line-start",
    /// Words that menus are made of.
    MenuWord = "menu-word",
    /// Headings of the parts of minutes, beside that of those present.
    MinutesPart = "minutes-part",
    /// Names that a preposition goes on with: "Republic of".
    NameWithOf = "name-with-of",
    /// First words of an office, an organisation or its head.
    OfficeFirst = "office-first",
    /// Words of an office that may follow a name: "A B, Minister for Ports".
    OfficeInside = "office-inside",
    /// Last words of an office or an organisation.
    OfficeLast = "office-last",
    /// Words for those whose office a release is about, anywhere in its first sentence.
    OfficePart = "office-part",
    /// Lines about the paper itself begin with these words.
    PaperNote = "paper-note",
    /// Headings of parts, with which no title goes on.
    PartHeading = "part-heading",
    /// Parties, as records of parliaments print them after a name.
    Party = "party",
    /// First words of a person's line.
    PersonFirst = "person-first",
    /// Prepositions and articles that end the noun of a title, in the languages of `rules.rs`.
    Preposition = "preposition",
    /// Words for a day that lies near the day on which an article was written.
    RecentDay = "recent-day",
    /// Words for a release at the end of a line, after who issues it.
    ReleaseEnd = "release-end",
    /// Lines about publication begin with these words.
    ReleaseNote = "release-note",
    /// Symbols of press releases of the United Nations begin with these letters.
    ReleaseSymbol = "release-symbol",
    /// Headings of the parts of a report.
    ReportPart = "report-part",
    /// What the first sentence of a release says that somebody did.
    ReportedDeed = "reported-deed",
    /// What an article says that somebody said.
    ReportedSpeech = "reported-speech",
    /// First words of what is said to those who are addressed.
    Salutation = "salutation",
    /// Words inside what is said to those who are addressed, after their offices and names.
    SalutationInside = "salutation-inside",
    /// First words of such a line.
    SessionFirst = "session-first",
    /// Words of a line that says which meeting it belongs to.
    SessionLast = "session-last",
    /// Whole lines of a site or a paper, folded, beside those that hold addresses and trails.
    SiteLine = "site-line",
    /// A sentence that contains one of these is about a site, not about what the page is about.
    SiteSentence = "site-sentence",
    /// A line that contains one of these is part of a site.
    SiteWord = "site-word",
    /// Links that lead past the menus of a site to its text.
    SkipLink = "skip-link",
    /// Small words inside the name of an office.
    SmallWord = "small-word",
    /// Words before the day on which a page was published, at the beginning of a line or inside it.
    Stamp = "stamp",
    /// Words before the day on which a page was changed.
    StampOfChange = "stamp-of-change",
    /// Last words of what only begins a title.
    TitleOpen = "title-open",
    /// Those who speak together in an outcome.
    TwoSides = "two-sides",
    /// Verbs of headlines, folded. A line with one of them reports something, so it is neither an office nor a document.
    Verb = "verb",
    /// Forms that no ending gives.
    VerbForm = "verb-form",
    /// Days of the week.
    Weekday = "weekday",
    /// Who writes articles.
    Writer = "writer",
}

/// The words of `list`.
pub(super) fn words(list: List) -> &'static [&'static str] {
    // It is asked for every word of a head: the lists are found by number.
    static WORDS_OF: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    let lists = WORDS_OF.get_or_init(|| {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (word, list) in WORDS.lines().filter_map(|row| row.split_once('\t')) {
            lists.entry(list).or_default().push(word);
        }
        NAMES.iter().map(|name| lists.remove(name).unwrap_or_default()).collect()
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
    use std::collections::BTreeSet;

    use super::{NAMES, WORDS};

    #[test]
    fn rows_are_sorted_and_unique() {
        let rows: Vec<&str> = WORDS.lines().collect();
        assert!(rows.windows(2).all(|two| two[0] < two[1]), "{:?}", rows.windows(2).find(|two| two[0] >= two[1]));
    }

    #[test]
    fn every_row_stands_in_a_list_and_every_list_has_rows() {
        let lists: BTreeSet<&str> = WORDS.lines().filter_map(|row| Some(row.split_once('\t')?.1)).collect();
        assert_eq!(lists, NAMES.iter().copied().collect());
    }
}
