//! What a line at the head of a document is there for: its title, or one of the many things printed around it.
//!
//! In: a line. Out: its role. The tables hold words as they are printed around documents anywhere; none knows a document.

use std::sync::OnceLock;

use entente_corpus::DocumentKind;
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::WordSet;
use entente_text::fold::fold;

use super::datelines;
use super::head_words::{List, words};
use super::{kind, stamps};

/// What a line at the head of a document is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a site or of the paper: a menu, an address, a page number.
    Chrome,
    /// When it may be published: "For immediate release".
    ReleaseNote,
    /// How it relates to what was said: "Check against delivery".
    DeliveryNote,
    /// How the paper is handed around: "Distr.: General", "E&OE", "Draft".
    PaperNote,
    /// Nothing but the words for a kind of document: "Media Release".
    Kind(DocumentKind),
    /// Who issues it or speaks: an office, an organisation or a person.
    Office,
    /// Which meeting it belongs to: "Seventieth session".
    Session,
    /// A date, a place with a date.
    Date,
    /// A label with its value.
    Label,
    /// A document's symbol or number.
    Symbol,
    /// Words to those who are addressed: "Mr. President,".
    Salutation,
    /// Running text.
    Sentence,
    /// Anything else: it may be the title.
    Text,
}

/// Longest label, in words, and in characters where words are not parted.
const LABEL_WORDS: usize = 4;
const LABEL_CHARS: usize = 32;
/// Digits of a line with a telephone number.
const PHONE_DIGITS: usize = 9;
/// Longest title, in characters.
pub(super) const MAX_TITLE_CHARS: usize = 260;
/// Longest line of an office or a person, in words.
const OFFICE_WORDS: usize = 30;
/// An office follows a name within this many words.
const NAME_WORDS: usize = 7;
/// A line that ends like a sentence is one from this many words, or characters of a script without blanks.
const SENTENCE_WORDS: usize = 8;
const SENTENCE_IDEOGRAPHS: usize = 20;

/// What `text` is there for.
pub(super) fn role(text: &str) -> Role {
    let text = text.trim();
    let bare = text.trim_matches(['*', '-', '–', '—', '_', '·', '•', '=', '#', '|', '~', ' ']);
    let folded = fold(bare);
    let inner = folded.trim_matches(['(', ')', '[', ']', '（', '）', '【', '】', '<', '>', '"', '\'', ' ']);
    let begins = |words: &&&str| starts(inner, words);
    let count = bare.split_whitespace().count();
    let short = bare.chars().count() <= 100;
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    if digits >= PHONE_DIGITS && count <= 25 && datelines::first_day(bare).is_none() {
        return Role::Chrome;
    }
    if !bare.chars().any(char::is_alphabetic) {
        return if datelines::whole(bare) { Role::Date } else { Role::Symbol };
    }
    // "Your Majesty, ladies and gentlemen. May I welcome you": what follows the address tells nothing against it.
    let address = inner.split(['.', '!', '\n']).find(|part| part.len() > 3).unwrap_or(inner);
    let addressed = words(List::Salutation).iter().any(|words| inner.starts_with(words))
        || bare.chars().count() <= MAX_TITLE_CHARS
            && words(List::SalutationInside).iter().any(|words| address.contains(words))
            && inner.ends_with([',', '.', ':', '!'])
            && address.contains(',');
    if addressed && !tells(address) {
        return Role::Salutation;
    }
    if short && words(List::ReleaseNote).iter().any(|words| begins(&words)) {
        return Role::ReleaseNote;
    }
    if is_delivery_note(inner, count) {
        return Role::DeliveryNote;
    }
    if is_chrome(bare, inner) {
        return Role::Chrome;
    }
    if datelines::whole(bare) {
        return Role::Date;
    }
    let undated = without_date(bare);
    if let Some(kind) = kind_alone(&undated) {
        return Role::Kind(kind);
    }
    // "Cablegram P3 LONDON, 14 November 1941": its number, place and day.
    if short
        && undated.len() < bare.len()
        && kind::of_title(&undated) == Some(DocumentKind::Letter)
        && !tells(&fold(&undated))
    {
        return Role::Kind(DocumentKind::Letter);
    }
    if short && is_issued_release(&undated) {
        return Role::Kind(DocumentKind::PressRelease);
    }
    let handed = ["distr.:", "original: ", "original:\u{a0}"].iter().any(|words| inner.contains(words));
    // "Text of a speech by the Minister" is a title.
    let titled = || kind::of_title(bare).is_some();
    if short && (handed || words(List::PaperNote).iter().any(|words| begins(&words)) && !titled()) {
        return Role::PaperNote;
    }
    if is_session(inner) {
        return Role::Session;
    }
    // "por Portal do Porto publicado 30/07/2016": who published it, and when.
    if short && !titled() && stamps::holds_stamp(bare) {
        return Role::Label;
    }
    if short && is_apparatus(bare, inner) {
        return Role::PaperNote;
    }
    if is_turn(bare) {
        return Role::Sentence;
    }
    if is_label(bare) {
        return Role::Label;
    }
    if is_office(&undated) {
        return Role::Office;
    }
    // What a line holds beside a day is a number, or too little for a title.
    // "Saturday 19 September 2020 Suva local time": a line that begins with a day may hold a word more.
    let day_first = || datelines::first_day(bare).is_some_and(|(range, _)| opens_with_day(&bare[..range.start]));
    let beside = undated.split_whitespace().count();
    let dated =
        undated.len() < bare.len() && (beside < 3 || beside == 3 && day_first()) && !undated.contains(is_eastern);
    if is_code(&undated) || dated {
        return Role::Symbol;
    }
    if is_sentence(bare) { Role::Sentence } else { Role::Text }
}

/// "Check against delivery", "Delivered by Jane Roe, Political Coordinator": how a speech relates to its text, or who gave it.
fn is_delivery_note(folded: &str, count: usize) -> bool {
    words(List::DeliveryNote).iter().any(|words| {
        let limit = if GIVEN_BY.contains(words) { MAX_SPEAKER_WORDS } else { MAX_NOTE_WORDS };
        count <= limit && (starts(folded, words) || folded.ends_with(words))
    })
}

/// Notes on delivery that the speaker with the office follows.
const GIVEN_BY: &[&str] = &["delivered by"];
/// Words of the longest note on delivery, without who speaks and with it.
const MAX_NOTE_WORDS: usize = 12;
const MAX_SPEAKER_WORDS: usize = 30;

/// True if a line that begins with `before` and a day begins with the day, or with its day of the week.
fn opens_with_day(before: &str) -> bool {
    let mut words = before.split_whitespace();
    words.next().is_some_and(datelines::is_weekday) && words.next().is_none()
}

/// True if `folded` begins with `words` and a word ends there.
fn starts(folded: &str, words: &str) -> bool {
    folded.strip_prefix(words).is_some_and(|rest| {
        !words.is_ascii() || !words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// True if a verb of headlines stands in `folded`.
pub(super) fn tells(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').any(is_verb)
}

/// True if `word`, folded, is a form of one of [`List::Verb`].
pub(super) fn is_verb(word: &str) -> bool {
    static FORMS: OnceLock<WordSet<String>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let regular = words(List::Verb).iter().flat_map(|verb| {
            let silent = verb.strip_suffix('e').unwrap_or(verb);
            [format!("{verb}s"), format!("{verb}es"), format!("{verb}ed"), format!("{silent}ed")]
        });
        regular.chain(words(List::VerbForm).iter().map(|&form| form.to_owned())).collect()
    });
    forms.contains(word)
}

/// True if `text` is a whole sentence of running text although it may be short.
pub(super) fn tells_in_full(text: &str) -> bool {
    text.trim_end().ends_with(['.', '。', '!', '！']) && weight_of_sentence(text) >= SENTENCE_WORDS
}

fn weight_of_sentence(text: &str) -> usize {
    text.split_whitespace().count().max(text.chars().filter(|c| is_eastern(*c)).count() / 2)
}

/// "Share:", "Print": a line of a site that goes on from no line above it. Words that begin a sentence as well are none.
pub(crate) fn is_site_line(line: &str) -> bool {
    let bare = line.trim_end_matches([':', '：', ' ']);
    bare.len() < line.len() && line.len() <= MAX_SITE_LINE_BYTES && words(List::SiteLine).contains(&fold(bare).as_str())
}

/// Longest line of a site that ends in a colon, in bytes.
const MAX_SITE_LINE_BYTES: usize = 32;

fn is_chrome(text: &str, folded: &str) -> bool {
    let trail = [" > ", " » ", " › "].iter().any(|mark| {
        let fewest = if folded.starts_with("home") { 1 } else { 2 };
        text.matches(mark).count() >= fewest
    });
    let page = folded.strip_prefix("page ").is_some_and(|rest| {
        rest.split_whitespace().all(|word| word == "of" || word.chars().all(|c| !c.is_alphabetic()))
    });
    let menu = folded.split_whitespace().count() >= 3
        && folded.split_whitespace().all(|word| words(List::MenuWord).contains(&word));
    // "Statements Office of the High Commissioner": a part of the site, and whose site it is.
    let section = || {
        let parts = text.match_indices(' ').take(2).map(|(at, _)| text.split_at(at));
        parts.into_iter().any(|(section, rest)| {
            words(List::SiteLine).contains(&fold(section).as_str())
                && section.contains(char::is_lowercase)
                && is_office(rest.trim())
        })
    };
    let arrows = text.matches('→').count() >= 2 && text.chars().count() <= MAX_TRAIL_CHARS;
    arrows
        || is_caption(text)
        || words(List::SiteLine).contains(&folded.trim_end_matches([':', ' ']))
        || section()
        || menu
        || page
        || trail
        || (words(List::SiteWord).iter().any(|words| folded.contains(words)) && !folded.ends_with('.'))
        || words(List::SiteSentence).iter().any(|words| folded.contains(words))
        || crate::marking::marking(text, true).is_some()
}

/// Longest trail of a site, in characters.
const MAX_TRAIL_CHARS: usize = 160;

/// "港口记者 李四摄": a line that says who took the picture above it.
fn is_caption(text: &str) -> bool {
    let short = text.chars().count() <= MAX_TRAIL_CHARS;
    short && ["摄", "攝", "撮影"].iter().any(|end| text.ends_with(end)) && !text.ends_with("拍摄")
}

/// `text` without the dates that stand in it.
fn without_date(text: &str) -> String {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut at = 0;
    for found in find_dates(&tokenize(text)) {
        if matches!(found.value, Printed::Date(date) if date.bounds().is_some()) && found.range.start >= at {
            out.push_str(&text[at..found.range.start]);
            at = found.range.end;
        }
    }
    out.push_str(&text[at..]);
    let kept: Vec<&str> = out.split_whitespace().filter(|word| !datelines::is_weekday(word)).collect();
    let out = kept.join(" ");
    out.trim_matches([' ', ',', '-', '–', '|', '.', '(', ')', ':']).to_owned()
}

/// The kind, where `text` is nothing but words for it, or these and who issues it.
fn kind_alone(text: &str) -> Option<DocumentKind> {
    let (kind, rest) = kind::named_at_start(text)?;
    let named = fold(&text[..text.len() - rest.len()]);
    // "Statement by" only begins a title.
    if words(List::TitleOpen).contains(&named.rsplit(' ').next().unwrap_or_default()) {
        return None;
    }
    let rest = rest.trim_matches([' ', ':', '-', '–', '—', '|', '.', ',', '(', ')', '[', ']', '】', '【', '：']);
    let number = rest.trim_start_matches("No").trim_start_matches("no").chars().all(|c| !c.is_alphabetic());
    // "Media Release H79/2003".
    let number = number || is_code(rest) && rest.contains(|c: char| c.is_ascii_digit());
    // "Pressemitteilung des Auswärtigen Amtes von 28.03.2021": what joins the issuer to the kind and to the day.
    let joins = |word: &str| words(List::TitleOpen).contains(&fold(word).as_str());
    let rest = rest.split_once(' ').filter(|(first, _)| joins(first)).map_or(rest, |(_, rest)| rest);
    let rest = rest.rsplit_once(' ').filter(|(_, last)| joins(last)).map_or(rest, |(rest, _)| rest);
    let folded = fold(rest);
    let issuer = || {
        kind == DocumentKind::PressRelease && (is_office(rest) || matches!(folded.as_str(), "from" | "by"))
            || words(List::PaperNote).iter().any(|words| starts(&folded, words))
    };
    let comments = kind == DocumentKind::Standard && rest.starts_with(|c: char| c.is_ascii_digit());
    (rest.is_empty() || (number && rest.len() <= 12) || comments || issuer()).then_some(kind)
}

/// "SENATOR ANNE PORTER MEDIA RELEASE": who issues it, and the words for it.
fn is_issued_release(text: &str) -> bool {
    let folded = fold(text);
    words(List::ReleaseEnd).iter().any(|end| {
        // Folding keeps the number of words.
        let count = end.split(' ').count();
        let issuer = || text.rsplitn(count + 1, ' ').last().unwrap_or_default();
        folded.ends_with(end)
            && starts_word(&folded, end)
            && is_office(issuer().trim_end_matches([' ', '-', '–', '|', ',']))
    })
}

/// True if `text` names an office, an organisation or a person and nothing else.
pub(super) fn is_office(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches(['(', ')', '[', ']', ' ', '.', ',', ';', '*']);
    let folded = folded.strip_prefix("the ").unwrap_or(folded);
    let count = folded.split_whitespace().count();
    if is_eastern_office(text.trim_matches(['(', ')', '[', ']', ' ', '<', '>'])) {
        return true;
    }
    let speaks = || folded.split([' ', ',']).any(|word| words(List::KindNoun).contains(&word));
    // "Minister of Ports and Secretary for Fish Agree on Harbours": of several, a verb has no ending.
    let together =
        folded.split_once(" and ").is_some_and(|(_, rest)| rest.split(' ').any(|word| PLURAL_VERBS.contains(&word)));
    if count == 0 || count > OFFICE_WORDS || together || tells(folded) || text.contains([':', '?', '!']) || speaks() {
        return false;
    }
    let capital = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || words(List::SmallWord).contains(&fold(word).as_str())
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    };
    if !text.split_whitespace().all(capital) {
        return false;
    }
    let first = words(List::OfficeFirst).iter().any(|words| starts(folded, words));
    let apart =
        || folded.split(' ').any(|word| matches!(word, "by" | "with" | "to" | "from" | "between" | "on" | "in" | "at"));
    let last = !apart()
        && words(List::OfficeLast).iter().any(|word| folded.ends_with(word) && count <= 8 && starts_word(folded, word));
    let person = words(List::PersonFirst).iter().any(|words| folded.starts_with(words))
        || [" mp", " m.p", ", mp", " mep"].iter().any(|end| folded.ends_with(end));
    let inside = words(List::OfficeInside).iter().any(|words| {
        let at = format!("{folded} ").find(words);
        at.filter(|at| *at <= folded.len()).is_some_and(|at| {
            // "Visit by the Minister of Ports" is about somebody.
            let mut before = folded[..at].split_whitespace();
            before.clone().count() <= NAME_WORDS
                && !before.any(|word| matches!(word, "by" | "with" | "to" | "from" | "between" | "on" | "for"))
        })
    });
    let named = kind::of_title(text).is_some();
    // "Committee on Ports Third Report" names a paper, too.
    let named = named || folded.rsplit(' ').next().is_some_and(|last| matches!(last, "report" | "reports"));
    // "United Nations Convention on Ports" names a paper.
    (first || last || person || inside || is_member(text)) && (!named || person)
}

/// Verbs of headlines about several people that are no nouns of offices.
const PLURAL_VERBS: &[&str] =
    &["agree", "meet", "discuss", "announce", "sign", "reaffirm", "condemn", "urge", "welcome", "express", "call"];

/// "Jane Roe (Suva North) (Lab)", "JANE ROE (Labour)": a member of a parliament with the party.
fn is_member(text: &str) -> bool {
    let Some((name, party)) = text.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) else {
        return false;
    };
    let name = name.split('(').next().unwrap_or_default().trim();
    words(List::Party).contains(&fold(party).as_str()) && (2..=4).contains(&name.split_whitespace().count())
}

/// True if the last `word` of `folded` is a whole word.
fn starts_word(folded: &str, word: &str) -> bool {
    let before = folded[..folded.len() - word.len()].chars().next_back();
    before.is_none_or(|c| !c.is_alphanumeric())
}

/// "외교부", "外務省", "中华人民共和国外交部": a short line in a script of East Asia that ends in a word for an office.
fn is_eastern_office(text: &str) -> bool {
    let count = text.chars().count();
    (2..=14).contains(&count)
        && text.chars().all(|c| is_eastern(c) || c == ' ' || c == '·')
        && words(List::EasternOffice).iter().any(|last| text.ends_with(last))
}

/// True for a letter of a script that is written without small and capital letters in East Asia.
pub(super) fn is_eastern(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

fn is_session(folded: &str) -> bool {
    let count = folded.split_whitespace().count();
    let counted = folded.starts_with(|c: char| c.is_ascii_digit())
        || folded.starts_with('第')
        || folded.starts_with('제')
        || ["first", "second", "third", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
            .iter()
            .any(|word| folded.starts_with(word))
        || folded
            .split([' ', '-'])
            .next()
            .is_some_and(|word| word.ends_with("th") || word.ends_with("ieth") || word.ends_with("ty"));
    let last = words(List::SessionLast).iter().any(|word| folded.ends_with(word));
    let first = words(List::SessionFirst).iter().any(|words| folded.starts_with(words))
        && folded.contains(|c: char| c.is_ascii_digit());
    let journal = folded.contains("journal no");
    let lists = count <= MAX_SESSION_WORDS
        && counted
        && folded.contains("session")
        && folded.split(|c: char| !c.is_alphanumeric()).all(is_session_word);
    lists
        || (count <= 5 && counted && last && folded.chars().count() <= 40)
        || (first && count <= 10)
        || (journal && count <= 10)
}

/// Words of the longest line that lists the sittings of a session.
const MAX_SESSION_WORDS: usize = 14;

/// True for what a line holds that names a session and its sittings: "Seventieth Session, 22nd & 23rd Meetings (AM & PM)".
fn is_session_word(word: &str) -> bool {
    let ordinal = word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd");
    word.is_empty()
        || ordinal
        || word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word,
            "session"
                | "sessions"
                | "meeting"
                | "meetings"
                | "plenary"
                | "and"
                | "am"
                | "pm"
                | "night"
                | "special"
                | "resumed"
                | "emergency"
                | "regular"
                | "annual"
                | "ordinary"
                | "extraordinary"
        )
}

/// True for a line that is in square brackets as a whole, or numbers the paper in a series: "[Senate Report 106-24]",
/// "TREATY SERIES 12978". No title is set so.
fn is_apparatus(text: &str, folded: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let bracketed = inner.is_some_and(|inner| inner.is_ascii() && !inner.contains(['[', ']']));
    let numbered = folded.rsplit_once(' ').is_some_and(|(before, number)| {
        before.ends_with(" series") && number.contains(|c: char| c.is_ascii_digit()) && number.len() <= 12
    });
    bracketed || numbered
}

/// "JOURNALIST:", "PM: Well, …": somebody speaks.
fn is_turn(text: &str) -> bool {
    let Some((label, said)) = text.split_once([':', '：']) else { return false };
    let letters = label.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().all(char::is_uppercase) && letters.clone().any(|c| c.is_ascii_uppercase());
    let asks = matches!(
        fold(label).as_str(),
        "journalist" | "question" | "reporter" | "interviewer" | "q" | "기자" | "记者" | "問" | "问"
    );
    let spoken = said.trim().is_empty() || said.split_whitespace().count() >= 6;
    let known = words(List::Label).contains(&fold(label).as_str());
    // "WORLD: Statement by the High Commissioner" is a headline: what somebody says ends like a sentence.
    let ended = said.trim().is_empty()
        || asks
        || text.chars().count() > MAX_TITLE_CHARS
        || text.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '-', '–', '—', ';', ',']);
    (capitals || asks)
        && ended
        && spoken
        && !known
        && label.split_whitespace().count() <= 5
        && kind::of_title(label).is_none()
        && !said.trim().chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) | said.trim().is_empty()
}

/// "Subject(s): …", "담당부서: …": a short label and what it says; "JOINT FACT SHEET: …" names its kind.
fn is_label(text: &str) -> bool {
    let Some((label, value)) = text.split_once([':', '：']) else { return false };
    let named = kind::named_at_start(label).is_some_and(|(kind, rest)| {
        rest.trim().is_empty() && !matches!(kind, DocumentKind::Standard | DocumentKind::Other)
    });
    // "Italy: advice to travellers" is a title; a label's value stands apart from nothing else.
    let known = fold(label.trim_matches(['(', '[', '*', ' ']));
    let known = words(List::Label).contains(&known.trim_end_matches("(s)"));
    let short = label.split_whitespace().count() <= LABEL_WORDS && label.chars().count() <= LABEL_CHARS;
    let numbered = value.split_whitespace().count() <= 3 && value.contains(|c: char| c.is_ascii_digit());
    !named && short && (known || numbered || value.trim().is_empty())
}

/// "Speaker:", "Date:": a label with its value in the next line.
pub(super) fn is_bare_label(text: &str) -> bool {
    let Some(label) = text.trim_end().strip_suffix([':', '：']) else { return false };
    let folded = fold(label);
    words(List::Label).contains(&folded.trim_end())
        || matches!(folded.trim_end(), "speaker" | "event" | "orateur" | "redner")
}

/// True where `text` is made of codes: "FA24", "AA 06 28", "No. 47/12", "PC.DEC/1202".
fn is_code(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let code = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let digits = word.contains(|c: char| c.is_ascii_digit());
        letters == 0
            || (capitals == letters && (digits && word.len() <= 20 || letters <= 2))
            || matches!(word, "No." | "No" | "Nr." | "n°")
    };
    words.peek().is_some() && text.len() <= 40 && words.all(code)
}

fn is_sentence(text: &str) -> bool {
    let count = text.chars().count();
    let words = text.split_whitespace().count();
    let ideographs = text.chars().filter(|c| is_eastern(*c)).count();
    // "[서울=뉴시스]": an agency's line, or what it prints below a picture.
    let agency = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if agency.is_some_and(|(inner, rest)| inner.contains('=') && inner.len() <= 60 && !rest.trim().is_empty()) {
        return true;
    }
    // A line that begins inside a sentence goes on from the one above: "to the Gazette No. 29."
    if words <= MAX_CONTINUED_WORDS && text.starts_with(char::is_lowercase) && text.is_ascii() {
        return false;
    }
    if is_titled_sentence(text) {
        return false;
    }
    let ends =
        text.trim_end_matches(['"', '”', '’', ')', '」', '』']).ends_with(['.', ';', ',', '。', '；', '，', '、']);
    let asks = text.ends_with('?') && words >= SENTENCE_WORDS;
    count > MAX_TITLE_CHARS
        || asks
        || (ends && (words >= SENTENCE_WORDS || ideographs >= SENTENCE_IDEOGRAPHS || ideographs > 0))
}

/// Words of the longest line that goes on from the one above it.
const MAX_CONTINUED_WORDS: usize = 14;

/// "Address by the Minister of Ports to the conference, Suva, 2 May 2014.": a title that is printed with a stop.
pub(super) fn is_titled_sentence(text: &str) -> bool {
    let Some((kind, rest)) = kind::named_at_start(text) else { return false };
    if is_numbered_title(kind, rest) {
        return text.ends_with('.') && text.chars().count() <= MAX_TITLE_CHARS;
    }
    let named = fold(&text[..text.len() - rest.len()]);
    let last = named.rsplit(' ').next().unwrap_or_default();
    let behind = fold(rest.split_whitespace().next().unwrap_or_default());
    let first = if words(List::TitleOpen).contains(&last) { last } else { behind.as_str() };
    let stops = text.trim_end_matches('.').contains(['.', ';', '?', '!']) && text.contains(". ");
    let parts = text.matches(". ").count();
    let initials =
        text.split(". ").take(parts).all(|part| part.rsplit(' ').next().is_some_and(|last| last.chars().count() <= 3));
    words(List::TitleOpen).contains(&first)
        && text.ends_with('.')
        && text.chars().count() <= MAX_TITLE_CHARS
        && (!stops || initials || text.matches(". ").count() <= 2 && text.contains(" M. "))
        && !(ENGLISH_OPEN.contains(&first) && tells(&fold(text)))
}

/// "Decreto-Lei N.o 407, sobre los puertos": what follows the words for a law or a resolution is its number and its subject.
fn is_numbered_title(kind: DocumentKind, rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let number = words.by_ref().take(3).find(|word| word.contains(|c: char| c.is_ascii_digit()));
    matches!(kind, DocumentKind::Law | DocumentKind::Resolution)
        && number.is_some_and(|number| number.ends_with(','))
        && words.next().is_some_and(|word| SUBJECT_OPENERS.contains(&fold(word).as_str()))
}

/// Words between the number of a law and its subject.
const SUBJECT_OPENERS: &[&str] = &[
    "sobre",
    "por",
    "que",
    "relativo",
    "relativa",
    "on",
    "concerning",
    "regarding",
    "relating",
    "relatif",
    "relative",
    "portant",
    "modifiant",
    "uber",
    "zur",
    "zum",
    "vom",
    "sulla",
    "recante",
];

/// Words after a word for a kind that make the line English, in which verbs of headlines are known.
const ENGLISH_OPEN: &[&str] = &["at", "between", "by", "for", "from", "in", "of", "on", "to", "with"];

#[cfg(test)]
mod tests {
    use entente_corpus::DocumentKind;

    use super::{Role, role};

    #[test]
    fn lines_at_the_head_are_told_apart() {
        for (line, expected) in [
            ("FOR IMMEDIATE RELEASE", Role::ReleaseNote),
            ("Check against delivery", Role::DeliveryNote),
            ("(Es gilt das gesprochene Wort)", Role::DeliveryNote),
            ("E&OE", Role::PaperNote),
            ("The following is the text of the statement", Role::PaperNote),
            ("TEXT OF A SPEECH TO THE HARBOUR SOCIETY OF SUVA", Role::Text),
            ("Media Release", Role::Kind(DocumentKind::PressRelease)),
            ("Media Release 20 January 2010", Role::Kind(DocumentKind::PressRelease)),
            ("Pressemitteilung des Auswärtigen Amtes von 28.03.2021", Role::Kind(DocumentKind::PressRelease)),
            ("MEDIA RELEASE MINISTER FOR FISH", Role::Kind(DocumentKind::PressRelease)),
            ("SENATOR ANNE PORTER MEDIA RELEASE", Role::Kind(DocumentKind::PressRelease)),
            ("Cablegram P3 LONDON, 14 November 1941, 1.10 a.m.", Role::Kind(DocumentKind::Letter)),
            ("Minister sends letter to Oslo, 14 November 1941", Role::Text),
            ("JOINT PRESS RELEASE", Role::Kind(DocumentKind::PressRelease)),
            ("Senator Porter deplores a media release", Role::Text),
            ("보도자료", Role::Kind(DocumentKind::PressRelease)),
            ("JOINT COMMUNIQUE", Role::Kind(DocumentKind::Communique)),
            ("Minister for Foreign Affairs", Role::Office),
            ("Minister for Foreign Affairs visits Oslo", Role::Text),
            ("Minister of Ports and Secretary for Fish Agree to Open Harbours", Role::Text),
            ("H.E. the Minister of Ports", Role::Office),
            ("United Nations", Role::Office),
            ("General Assembly", Role::Office),
            ("外交部", Role::Office),
            ("Seventieth session", Role::Session),
            ("Item 93 of the provisional agenda*", Role::Session),
            ("7412th meeting", Role::Session),
            ("Seventieth Session, 22nd, 23rd & 24th Meetings (AM, PM & Night)", Role::Session),
            ("Seventieth Session opens with calls for peace", Role::Text),
            ("PORT TREATY SERIES 12978", Role::PaperNote),
            ("[Senate Report 106-24]", Role::PaperNote),
            ("Home > Press and Media", Role::Chrome),
            (
                "Delivered by Jane Roe, Political Coordinator, Permanent Mission of Fiji to the United Nations in Oslo, 2 May 2014",
                Role::DeliveryNote,
            ),
            ("Willkommen auf den Seiten des Hafenamts", Role::Chrome),
            ("Secure pages show that you mean them: a lock means you've safely connected to the port.", Role::Chrome),
            ("Saturday 19 September 2020 Suva Local Time", Role::Symbol),
            ("19 September 2020 in the harbour", Role::Text),
            ("Viernes, Enero 11, 2013 - 09:24", Role::Date),
            ("por Portal do Porto publicado 30/07/2016 15h50", Role::Label),
            ("Decreto-Lei N.o 407, sobre los puertos del norte y sus aguas.", Role::Text),
            ("HARBOUR COMMISSION FOR EAST ASIA", Role::Office),
            ("Select Committee on Ports Third Report", Role::Text),
            ("Harbournet → LIBRARY → PARLIAMENT", Role::Chrome),
            ("这是部长在回答提问。港口社记者李四摄", Role::Chrome),
            ("Tag: Press Release", Role::Label),
            ("EL CONGRESO NACIONAL", Role::Office),
            ("2 May 2014", Role::Date),
            ("(Oslo, 12 February 2017)", Role::Date),
            ("Subject(s): fish; ports", Role::Label),
            ("FACT SHEET: New ports", Role::Text),
            ("FA24 22 February 2002", Role::Symbol),
            ("PC.DEC/1202", Role::Symbol),
            ("Mr. President, I thank you.", Role::Salutation),
            ("尊敬的主席先生，", Role::Salutation),
            ("Home > News > Ports", Role::Chrome),
            ("www.example.org", Role::Chrome),
            ("The governments of the two states agreed on Friday to open the ports.", Role::Sentence),
            ("The ports are open", Role::Text),
            ("Your Majesty, ladies and gentlemen. May I welcome you to the ports of the north.", Role::Salutation),
            ("Ladies and gentlemen signed the treaty of ports", Role::Text),
            (
                "Our guest of honour, Cabinet Secretary Jane Roe, distinguished guests, ladies and gentlemen.",
                Role::Salutation,
            ),
            ("United Nations Convention on the Safety of Ports", Role::Text),
            ("Jane Roe (Suva North) (Lab)", Role::Office),
            ("Ports of the north (new)", Role::Text),
            ("to the Harbour Gazette No. 29 of the Republic of Ports.", Role::Text),
            ("Address by the Minister of Ports was met with applause in all of the harbours.", Role::Sentence),
            ("[서울=항만통신] 항만부는 15일 회의를 개최했다고 밝혔다.", Role::Sentence),
            ("Usted está en: Portada", Role::Chrome),
            ("Statements Office of the High Commissioner for Ports", Role::Chrome),
            ("WORLD: Statement by the High Commissioner at the opening of the ports", Role::Text),
            ("PM: Well, we talked about the ports for a long while.", Role::Sentence),
            ("東京において海洋対話が開催されました。", Role::Sentence),
            ("日中海洋対話の開催", Role::Text),
        ] {
            assert_eq!(role(line), expected, "{line}");
        }
    }
}
