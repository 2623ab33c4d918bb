//! What a line at the head of a document is there for: its title, or one of the many things printed around it.
//!
//! In: a line. Out: its role. The tables contain words as they are printed around documents of any origin.

mod labels;
mod notes;
mod offices;
mod releases;
mod sentences;
mod site;
mod verbs;

use entente_corpus::DocumentKind;
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::fold::fold;

use self::labels::{is_code, is_label, is_turn};
use self::notes::{is_apparatus, is_delivery_note, is_session};
use self::offices::is_issued_release;
use self::sentences::is_sentence;
use self::site::is_chrome;
use super::head_words::{List, is_in, words};
use super::{datelines, kind, stamps};

pub(super) use self::labels::is_bare_label;
pub(super) use self::offices::is_office;
pub(super) use self::releases::has_word_of_release;
pub(super) use self::sentences::{is_titled_sentence, tells_in_full};
pub(crate) use self::site::is_site_line;
pub(super) use self::verbs::{is_verb, tells};

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

/// Digits of a line with a telephone number.
const PHONE_DIGITS: usize = 9;

/// Most words of a line with a telephone number that is part of the paper's frame.
const MAX_PHONE_LINE_WORDS: usize = 25;

/// Longest title, in characters.
pub(super) const MAX_TITLE_CHARS: usize = 260;

/// Longest list of those who are addressed, in characters.
const MAX_ADDRESSED_CHARS: usize = 900;

/// What `text` is there for. The first step that knows it decides: a step may rely on what those before it have ruled out.
pub(super) fn role(text: &str) -> Role {
    let bare = without_marks(text);
    let folded = fold(bare);
    let undated = without_date(bare);
    let line = HeadText { bare, inner: without_brackets(&folded), undated: &undated, is_short: is_short(bare) };
    line.frame()
        .or_else(|| line.salutation())
        .or_else(|| line.note())
        .or_else(|| line.date_or_kind())
        .or_else(|| line.paper_note())
        .or_else(|| line.label_or_office())
        .unwrap_or_else(|| if is_sentence(bare) { Role::Sentence } else { Role::Text })
}

/// A line at the head of a document in the forms that its role is looked for in.
struct HeadText<'a> {
    /// As printed, without marks around it.
    bare: &'a str,
    /// Folded, without brackets and quotation marks around it.
    inner: &'a str,
    /// As printed, without a date.
    undated: &'a str,
    is_short: bool,
}

impl HeadText<'_> {
    /// True if the folded line begins with one of the words of `list`.
    fn begins_with(&self, list: List) -> bool {
        words(list).iter().any(|words| starts(self.inner, words))
    }

    /// True if the words, or a label among them, are a kind of document: "Text of a speech by the Minister" is a title.
    fn is_titled(&self) -> bool {
        kind::of_title(self.bare).is_some()
    }

    /// Part of a site or of the paper, or a number alone.
    fn frame(&self) -> Option<Role> {
        let bare = self.bare;
        let count = bare.split_whitespace().count();
        if holds_phone(bare) && count <= MAX_PHONE_LINE_WORDS && datelines::first_day(bare).is_none() {
            return Some(Role::Chrome);
        }
        if is_postal(bare) {
            return Some(Role::Chrome);
        }
        let worded = bare.chars().any(char::is_alphabetic);
        (!worded).then(|| if datelines::whole(bare) { Role::Date } else { Role::Symbol })
    }

    /// Words to those who are addressed.
    fn salutation(&self) -> Option<Role> {
        let inner = self.inner;
        // "Your Majesty, ladies and gentlemen. May I welcome you": what follows the address does not contradict it.
        let address = inner.split(['.', '!', '\n']).find(|part| part.len() > 3).unwrap_or(inner);
        let mut salutation = words(List::Salutation).iter().filter_map(|words| inner.strip_prefix(words));
        let most = if inner.ends_with(',') { MAX_ADDRESSED_CHARS } else { MAX_TITLE_CHARS };
        let addressed = salutation.clone().next().is_some()
            || self.bare.chars().count() <= most
                && words(List::SalutationInside).iter().any(|words| address.contains(words))
                && inner.ends_with([',', '.', ':', '!'])
                && address.contains(',');
        // "Mr Speaker, I wish to thank": words to somebody end with a comma, headlines about him go on.
        let is_salutation = addressed && (!tells(address) || salutation.any(|rest| rest.starts_with(',')));
        is_salutation.then_some(Role::Salutation)
    }

    /// How the text may be used, or a part of the site.
    fn note(&self) -> Option<Role> {
        if self.is_short && self.begins_with(List::ReleaseNote) {
            return Some(Role::ReleaseNote);
        }
        if is_delivery_note(self.inner, self.bare.split_whitespace().count()) {
            return Some(Role::DeliveryNote);
        }
        is_chrome(self.bare, self.inner).then_some(Role::Chrome)
    }

    /// A date, or nothing but a kind of document.
    fn date_or_kind(&self) -> Option<Role> {
        let Self { bare, undated, is_short, .. } = *self;
        if datelines::whole(bare) {
            return Some(Role::Date);
        }
        if let Some(kind) = kind_alone(undated) {
            return Some(Role::Kind(kind));
        }
        // "Cablegram P3 LONDON, 14 November 1941": its number, place and day.
        if is_short
            && undated.len() < bare.len()
            && kind::of_title(undated) == Some(DocumentKind::Letter)
            && !tells(&fold(undated))
        {
            return Some(Role::Kind(DocumentKind::Letter));
        }
        (is_short && is_issued_release(undated)).then_some(Role::Kind(DocumentKind::PressRelease))
    }

    /// How the paper is handed around and filed, and which meeting it belongs to.
    fn paper_note(&self) -> Option<Role> {
        let Self { bare, inner, undated, is_short } = *self;
        let handed = ["distr.:", "original: ", "original:\u{a0}"].iter().any(|words| inner.contains(words));
        if is_short && (handed || self.begins_with(List::PaperNote) && !self.is_titled()) {
            return Some(Role::PaperNote);
        }
        if is_session(inner) {
            return Some(Role::Session);
        }
        if is_short && filed_under(undated).is_some() {
            return Some(Role::Label);
        }
        // "por Portal do Porto publicado 30/07/2016": who published it, and when.
        if is_short && !self.is_titled() && stamps::holds_stamp(bare) {
            return Some(Role::Label);
        }
        (is_short && is_apparatus(bare, inner)).then_some(Role::PaperNote)
    }

    /// A turn, a label, an office, or too little for a title.
    fn label_or_office(&self) -> Option<Role> {
        let Self { bare, undated, .. } = *self;
        if is_turn(bare) {
            return Some(Role::Sentence);
        }
        if is_label(bare) {
            return Some(Role::Label);
        }
        if is_office(undated) {
            return Some(Role::Office);
        }
        // What a line contains besides a day is a number, or too little for a title.
        // "Saturday 19 September 2020 Suva local time": a line that begins with a day may contain one word more.
        let day_first = || datelines::first_day(bare).is_some_and(|(range, _)| opens_with_day(&bare[..range.start]));
        let beside = undated.split_whitespace().count();
        let dated =
            undated.len() < bare.len() && (beside < 3 || beside == 3 && day_first()) && !undated.contains(is_eastern);
        (is_code(undated) || dated).then_some(Role::Symbol)
    }
}

/// `text` without the marks around it.
fn without_marks(text: &str) -> &str {
    text.trim().trim_matches(['*', '-', '–', '—', '_', '·', '•', '=', '#', '|', '~', ' '])
}

/// `folded` without the brackets and quotation marks around it.
fn without_brackets(folded: &str) -> &str {
    folded.trim_matches(['(', ')', '[', ']', '（', '）', '【', '】', '<', '>', '"', '\'', ' '])
}

/// True for a line that may be a note on its release, by its length.
fn is_short(bare: &str) -> bool {
    bare.chars().count() <= 100
}

/// False for a line that is neither a note on the release nor one on delivery: most are neither, and to find the role of one takes
/// far longer.
pub(super) fn may_be_note(text: &str) -> bool {
    let bare = without_marks(text);
    let count = bare.split_whitespace().count();
    let may_be_delivery = count <= notes::MAX_SPEAKER_WORDS && is_delivery_note(without_brackets(&fold(bare)), count);
    may_be_delivery || is_short(bare) && has_word_of_release(bare)
}

/// "+61 8 8227 0425": true if `text` has the digits of a telephone number with no words between them. "S. 265, S. 1648 and
/// S. 4351" are numbers of bills.
pub(super) fn holds_phone(text: &str) -> bool {
    let runs =
        text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '+' | '-' | '.' | '/' | '\u{a0}')));
    runs.into_iter().any(|run| run.bytes().filter(u8::is_ascii_digit).count() >= PHONE_DIGITS)
}

/// "Suva, N.Y. 10007": a place with its state in two letters and its postal code.
fn is_postal(text: &str) -> bool {
    let mut parts = text.rsplitn(3, ' ');
    let (code, state, place) = (parts.next(), parts.next(), parts.next());
    let digits = |code: &str| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    let letters = |state: &str| {
        let bare = state.replace('.', "");
        bare.len() == 2 && bare.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    code.is_some_and(digits) && state.is_some_and(letters) && place.is_some_and(|place| place.ends_with(','))
}

/// True if a line that begins with `before` and a day begins with the day, or with its day of the week.
fn opens_with_day(before: &str) -> bool {
    let mut words = before.split_whitespace();
    words.next().is_some_and(datelines::is_weekday) && words.next().is_none()
}

/// The part of a site in which a page is filed: "Press releases" of "Posted in Press releases".
pub(super) fn filed_under(text: &str) -> Option<&str> {
    let folded = fold(text);
    let words = words(List::FiledUnder).iter().find(|words| starts(&folded, words))?;
    // Folding keeps the number of words.
    let part = text.splitn(words.split(' ').count() + 1, ' ').last()?.trim_matches([':', ' ', '[', ']']);
    part.starts_with(char::is_uppercase).then_some(part)
}

/// True if `folded` begins with `words` and a word ends there.
fn starts(folded: &str, words: &str) -> bool {
    folded.strip_prefix(words).is_some_and(|rest| {
        !words.is_ascii() || !words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
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
    if is_numbered_form(text) {
        return Some(DocumentKind::Form);
    }
    let (kind, rest) = kind::named_at_start(text)?;
    let named = fold(&text[..text.len() - rest.len()]);
    // "Statement by" only begins a title.
    if is_in(List::TitleOpen, named.rsplit(' ').next().unwrap_or_default()) {
        return None;
    }
    let rest = rest.trim_matches([' ', ':', '-', '–', '—', '|', '.', ',', '(', ')', '[', ']', '】', '【', '：']);
    // "Regulation 12(3)", above a form, is where the form is laid down.
    if kind == DocumentKind::Law && rest.contains('(') {
        return None;
    }
    let number = rest.trim_start_matches("No").trim_start_matches("no").chars().all(|c| !c.is_alphabetic());
    // "Media Release H79/2003".
    let number = number || is_code(rest) && rest.contains(|c: char| c.is_ascii_digit());
    // "Pressemitteilung des Auswärtigen Amtes von 28.03.2021": what joins the issuer to the kind and to the day.
    let joins = |word: &str| is_in(List::TitleOpen, &fold(word));
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

/// "FORM B (PART 8)", "Form 12": a form by its number or letter.
fn is_numbered_form(text: &str) -> bool {
    let Some((first, rest)) = text.split_once(' ') else { return false };
    let number = rest.split(['(', '[']).next().unwrap_or_default().trim();
    is_in(List::FormWord, &fold(first)) && is_code(number) && number.chars().any(char::is_alphanumeric)
}

/// True for a letter of a script that is written without small and capital letters in East Asia.
pub(super) fn is_eastern(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use entente_corpus::DocumentKind;

    use super::{Role, role};

    #[test]
    fn lines_at_the_head_are_told_apart() {
        for (line, expected) in [
            ("TEL +61 8 8227 0425 | FAX 8227 0426", Role::Chrome),
            ("Bills Signed: S. 265, S. 1648, S. 4351 and more of them", Role::Text),
            ("Suva, N.Y. 10007", Role::Chrome),
            ("Ports of the north in 10007", Role::Text),
            ("FOR IMMEDIATE RELEASE", Role::ReleaseNote),
            ("Mr Speaker, Sir, I welcome the members who met here.", Role::Salutation),
            ("Mr Speaker welcomes the members", Role::Text),
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
            ("Harbour Democrats Press Releases", Role::Kind(DocumentKind::PressRelease)),
            ("Harbours fear press releases", Role::Text),
            ("JOINT PRESS RELEASE", Role::Kind(DocumentKind::PressRelease)),
            ("Senator Porter deplores a media release", Role::Text),
            ("보도자료", Role::Kind(DocumentKind::PressRelease)),
            ("JOINT COMMUNIQUE", Role::Kind(DocumentKind::Communique)),
            ("Minister for Foreign Affairs", Role::Office),
            ("Minister for Foreign Affairs visits Oslo", Role::Text),
            ("Minister of Ports and Secretary for Fish Agree to Open Harbours", Role::Text),
            ("H.E. the Minister of Ports", Role::Office),
            ("The harbour spokesperson, Senator Jane Roe", Role::Office),
            ("The harbour opens, Senator Jane Roe", Role::Text),
            ("11 May 2020 Posted in Press releases", Role::Label),
            ("FORM 7B (Section 3)", Role::Kind(DocumentKind::Form)),
            ("Regulation 12", Role::Kind(DocumentKind::Law)),
            ("Regulation 12(3)", Role::Symbol),
            ("19 July 2022 Posted in [Speeches]", Role::Label),
            ("26.09.2024, New York, 18 Uhr", Role::Date),
            ("Form of the ports", Role::Text),
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
            ("848/A XXII. GP", Role::Symbol),
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
