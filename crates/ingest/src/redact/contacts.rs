//! Contact persons: behind a label, before or behind an address, in a section that announces them.
//!
//! In: a text as it is read, and where its addresses and numbers stand. Out: places of names. An official who is only spoken
//! of is the text's matter; a name counts where the text says whom to turn to.

use std::ops::Range;

use entente_names::gazetteer::persons::PERSONS;
use entente_structure::personal::BAR;
use entente_text::fold::fold;
use entente_text::script::{is_han, is_hangul_syllable, is_kana};

use super::words::{Class, is, is_ordinary};

/// Most words of a label and bytes in which it is looked for.
const LABEL_WORDS: usize = 7;
const LABEL_BYTES: usize = 120;
/// Most words of a name.
const NAME_WORDS: usize = 5;
/// Most persons behind one label.
const MAX_PERSONS: usize = 8;
/// Bytes around an address in which the name of its owner is looked for.
const NEAR_BYTES: usize = 200;
/// Lines above a number or an address in which its owner has signed.
const SIGNATURE_LINES: usize = 4;
/// Most words between a name and the number behind it.
const WORDS_BEHIND: usize = 4;
/// Lines of a section of contacts that are looked at.
const SECTION_LINES: usize = 16;
/// Bytes behind a name in which what makes it a contact stands, where its label has no colon.
const DETAIL_BYTES: usize = 160;
/// Most words between a Korean label and the name behind it.
const HANGUL_WORDS: usize = 7;
/// Endings of Korean and Chinese offices.
const OFFICE_ENDINGS: &[char] =
    &['과', '국', '실', '팀', '처', '청', '부', '課', '部', '局', '室', '係', '科', '处', '處', '司', '会', '会'];
/// Words between two names.
const ANDS: &[&str] =
    &["and", "et", "und", "y", "e", "en", "i", "or", "oder", "ou", "&", "/", ",", ";", "및", "、", "，"];

/// The persons of `text`, whose addresses and numbers stand at `details`.
pub(super) fn persons(text: &str, addresses: &[Range<usize>], details: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out = labelled(text, details);
    for address in addresses {
        out.extend(owners(text, address));
    }
    out.extend(in_sections(text));
    for detail in details {
        out.extend(before_detail(text, detail.start));
    }
    out
}

/// Persons behind a label: "Contact person: Jan Doe", "Attn: …", "please contact Jan Doe on …".
fn labelled(text: &str, details: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, mark) in text.match_indices([':', '：', '\t', '|', '\n', '=', '-']) {
        let behind = at + mark.len();
        if matches!(mark, "-") && !(text[..at].ends_with(' ') && text[behind..].starts_with(' ')) {
            continue;
        }
        let Some(label) = label(text, at) else { continue };
        let whole = matches!(mark, "\n" | "\t" | "|" | "=");
        if whole && !label.alone {
            continue;
        }
        let kind = label.kind;
        let start = behind + opening(&text[behind..]);
        let found = match kind {
            Label::Contact => people(text, start, true),
            Label::Name => people(text, start, true),
        };
        let near = |found: &Range<usize>| {
            details
                .iter()
                .any(|detail| detail.start >= found.end && detail.start <= found.end + NEAR_BYTES + DETAIL_BYTES)
        };
        match kind {
            // Below a label, a line of a menu may stand as well.
            Label::Contact if whole => {
                out.extend(found.into_iter().filter(|name| is_likely(&text[name.clone()])));
            }
            Label::Contact => out.extend(found.into_iter().filter(|name| {
                let shown = &text[name.clone()];
                let titled = is_titled(&text[start..name.start.max(start)]);
                titled || is_likely(shown) || !fold(shown).split(|c: char| !c.is_alphanumeric()).any(is_ordinary)
            })),
            // "Name: Jan Doe … E-mail: …": a form's field is a contact's where his details follow.
            Label::Name => out.extend(found.into_iter().filter(near)),
        }
    }
    // Without a colon only what follows tells that somebody is to be turned to.
    for (at, _) in text.match_indices(['c', 'C']) {
        let is_word = text[at..].get(..7).is_some_and(|word| word.eq_ignore_ascii_case("contact"))
            && text[at + 7..].starts_with([' ', '\n'])
            && !text[..at].ends_with(char::is_alphanumeric);
        if is_word {
            let start = at + 8 + opening(&text[at + 8..]);
            let near = |found: &Range<usize>| {
                details.iter().any(|detail| detail.start >= found.end && detail.start <= found.end + DETAIL_BYTES)
            };
            let titled = |name: &Range<usize>| is_titled(&text[start..name.start]);
            let surely = |name: &Range<usize>| titled(name) || is_likely(&text[name.clone()]);
            out.extend(people(text, start, false).into_iter().filter(near).filter(surely));
        }
    }
    out
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Contact,
    Name,
}

struct FoundLabel {
    kind: Label,
    /// Nothing else stands on its line or in its cell.
    alone: bool,
}

/// The label that ends at `at`.
fn label(text: &str, at: usize) -> Option<FoundLabel> {
    let from = text.floor_char_boundary(at.saturating_sub(LABEL_BYTES));
    let line = text[from..at].rsplit(['\n', '\t', '|', '{', ';']).next().unwrap_or_default();
    let words = line.trim_matches(|c: char| c.is_whitespace() || "\"'*_#>()[]:：-.·•○ㅇ☎".contains(c));
    // A label with a bar has its answer: what follows is something else.
    if words.is_empty() || words.contains(BAR) {
        return None;
    }
    let folded = fold(words);
    let kind = |words: &str| {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = words.strip_suffix("(s)").unwrap_or(words);
        if is(bare, Class::ContactLabel) {
            Some(Label::Contact)
        } else if is(bare, Class::NameColumn) || is(bare, Class::PersonColumn) {
            Some(Label::Name)
        } else {
            None
        }
    };
    if let Some(kind) = kind(&folded) {
        return Some(FoundLabel { kind, alone: true });
    }
    // The last words before the colon.
    let starts = folded.char_indices().filter(|(at, c)| {
        c.is_alphanumeric() && folded[..*at].chars().next_back().is_some_and(|before| !before.is_alphanumeric())
    });
    let mut starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    starts.reverse();
    let found = starts.into_iter().take(LABEL_WORDS).find_map(|start| kind(&folded[start..]))?;
    Some(FoundLabel { kind: found, alone: false })
}

/// True if `words`, a name as printed, are surely a person's: by a given name, a Korean surname, an initial, or a script in
/// which only what stands around tells.
pub(super) fn is_likely(words: &str) -> bool {
    let folded = fold(words);
    let parts: Vec<&str> =
        folded.split(|c: char| c.is_whitespace() || ",.-".contains(c)).filter(|part| !part.is_empty()).collect();
    let cased = words.contains(char::is_lowercase) || words.contains(char::is_uppercase);
    if !cased {
        return words.contains(char::is_alphabetic);
    }
    // "ACO" in "Seattle ACO" is no surname.
    let short = |word: &str| word.chars().count() <= 4 && word.chars().all(char::is_uppercase);
    let acronym =
        words.split(' ').skip(1).filter(|word| !word.contains('.')).any(short) && words.contains(char::is_lowercase);
    let korean = (2..=4).contains(&parts.len())
        && (PERSONS.is_surname(parts[0]) || PERSONS.is_surname(parts[parts.len() - 1]))
        && !parts.iter().any(|part| is_ordinary(part) && !PERSONS.is_surname(part));
    // "M. Kowalczyk"; "B. HALTING TERRORIST FINANCING" is a heading.
    let long: Vec<&&str> = parts.iter().filter(|part| part.chars().count() > 1).collect();
    let initial = long.len() == 1 && parts.len() >= 2 && long[0].chars().count() > 2 && !is_ordinary(long[0]);
    let given = parts.len() >= 2 && parts.iter().any(|part| PERSONS.is_given(part));
    given || (korean || initial) && !acronym
}

/// Bytes of what opens a value: blanks, quotes, marks of emphasis.
fn opening(rest: &str) -> usize {
    let near = &rest[..rest.floor_char_boundary(24)];
    near.len() - near.trim_start_matches(|c: char| c.is_whitespace() || "\"'*_|>([{:：-".contains(c)).len()
}

/// The persons that are named from `start` on. With `surely`, a single word may be one.
fn people(text: &str, start: usize, surely: bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = start;
    while out.len() < MAX_PERSONS {
        let Some(name) = person(text, at, surely && out.is_empty()) else { break };
        // "Jan Doe, Manager, Port Branch" is one person.
        if !out.is_empty() && !is_likely(&text[name.clone()]) {
            break;
        }
        at = name.end;
        out.push(name);
        // "Jan Doe (Desk), Mary Major"
        let rest = &text[at..];
        let skipped = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let note =
            if rest.starts_with('(') { rest.find(')').filter(|end| *end < 60).map_or(0, |end| end + 1) } else { 0 };
        let behind = &rest[note..];
        let gap = behind.len() - behind.trim_start().len();
        let behind = behind.trim_start();
        let Some(and) = ANDS.iter().find(|and| {
            let length = and.len();
            behind.get(..length).is_some_and(|word| word.eq_ignore_ascii_case(and))
                && (!and.ends_with(char::is_alphanumeric) || behind[length..].starts_with(char::is_whitespace))
        }) else {
            break;
        };
        at += skipped + note + gap + and.len();
        at += opening(&text[at..]);
    }
    out
}

/// The person whose name begins at `at`, titles aside.
fn person(text: &str, at: usize, surely: bool) -> Option<Range<usize>> {
    let near = &text[at..text.floor_char_boundary((at + NEAR_BYTES).min(text.len()))];
    let first = near.chars().find(|c| c.is_alphabetic())?;
    let found = if is_hangul_syllable(first) {
        hangul(near)
    } else if is_han(first) || is_kana(first) {
        ideographs(near)
    } else if first.is_lowercase() || first.is_uppercase() {
        cased(near, surely)
    } else {
        uncased(near)
    }?;
    Some(at + found.start..at + found.end)
}

/// The words of a line with their places: what parts them is a blank.
fn tokens(line: &str) -> Vec<(usize, &str)> {
    line.split([' ', '\u{a0}'])
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

/// "Jan Doe", "Ms. Anna van der Berg", "DOE, Jan", "Mr Doe".
fn cased(near: &str, surely: bool) -> Option<Range<usize>> {
    let line = near
        .split([
            '\n', '\t', '|', '(', ')', ';', '<', '>', '[', ']', '/', '"', '"', '&', ':', '{', '}', '!', '?', '=', '@',
        ])
        .next()?;
    let (mut start, mut end) = (None, 0);
    let (mut count, mut titled, mut commas) = (0, false, 0);
    for (at, word) in tokens(line) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = fold(bare);
        if start.is_none() && (PERSONS.is_courtesy(&folded) || PERSONS.is_title(&folded)) {
            titled = true;
            continue;
        }
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        let particle = start.is_some()
            && matches!(
                folded.as_str(),
                "van"
                    | "von"
                    | "der"
                    | "den"
                    | "de"
                    | "da"
                    | "di"
                    | "del"
                    | "bin"
                    | "al"
                    | "el"
                    | "la"
                    | "le"
                    | "dos"
                    | "ter"
            );
        let name_like = bare.chars().next().is_some_and(char::is_uppercase)
            && letters > 0
            && bare.chars().all(|c| c.is_alphabetic() || "-'.".contains(c));
        // "Mary Bishop" is a name, "Mary Poole Bishop" one with an office behind it.
        let office = is(&folded, Class::OfficeWord) || PERSONS.is_title(&folded) && count > 1;
        if !(particle || name_like && !office) || count == NAME_WORDS {
            break;
        }
        let from = at + word.find(bare).unwrap_or(0);
        start.get_or_insert(from);
        end = from + bare.len();
        count += usize::from(!particle);
        let closes = word[word.find(bare).unwrap_or(0) + bare.len()..].chars().next();
        // "Doe, Jan" goes on; "Jan Doe, Director" does not.
        match closes {
            Some(',') if count == 1 && commas == 0 => commas = 1,
            Some('.') if letters == 1 => {}
            None => {}
            _ => break,
        }
    }
    let start = start?;
    let words: Vec<String> = line[start..end].split(' ').map(fold).collect();
    let written = line[start..end].split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() > 2);
    let named = written && count >= 2 && !words.iter().all(|word| is_ordinary(word.trim_matches(',')));
    let lone = count == 1
        && line[start..end].chars().count() >= 3
        && !words.iter().any(|word| is_ordinary(word.trim_matches(',')));
    let end = if count == 1 { start + line[start..end].trim_end_matches(',').len() } else { end };
    let behind = near[end..].trim_start_matches(' ');
    let ends = behind.is_empty() || behind.starts_with(['\n', '\t', '(', ',', '|']);
    (named || lone && (titled || surely && ends)).then_some(start..end)
}

/// "홍길동 사무관", "북미1과 홍길동 서기관", "과장 홍길동", "홍 길 동".
fn hangul(near: &str) -> Option<Range<usize>> {
    let line = near.split(['\n', '\t', '|', ';', '<', '"', ':', '@']).next()?;
    let mut before_title = true;
    let words: Vec<(usize, &str)> = line
        .split(|c: char| c.is_whitespace() || "(),/·☎".contains(c))
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + line[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .take(HANGUL_WORDS)
        .collect();
    for (n, (at, word)) in words.iter().enumerate() {
        let syllables = word.chars().count();
        let all = word.chars().all(is_hangul_syllable);
        let surname = word.chars().next().is_some_and(|c| PERSONS.is_hangul_surname(c));
        let next = words.get(n + 1).map(|(_, next)| *next);
        let titled = next.is_some_and(is_hangul_title) || n > 0 && is_hangul_title(words[n - 1].1);
        let details = next.is_none_or(|next| next.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
        let office = word.ends_with(OFFICE_ENDINGS);
        let shape = all && surname && (2..=4).contains(&syllables) && !is_hangul_title(word) && !is_known(word);
        // Of two syllables, most words are none.
        let alone = syllables == 3 && !office && (before_title || details);
        if shape && (titled || alone) {
            return Some(*at..at + word.len());
        }
        // Set with blanks.
        let letters: Vec<&(usize, &str)> = words[n..]
            .iter()
            .take_while(|(_, word)| word.chars().count() == 1 && word.chars().all(is_hangul_syllable))
            .collect();
        if surname && letters.len() == 3 {
            let last = letters[letters.len() - 1];
            return Some(*at..last.0 + last.1.len());
        }
        before_title = is_hangul_title(word);
    }
    None
}

/// True for a label: the name stands behind it.
fn is_known(word: &str) -> bool {
    let word = fold(word);
    [Class::ContactLabel, Class::NameColumn, Class::PersonColumn, Class::PhoneLabel, Class::MailLabel]
        .into_iter()
        .any(|class| is(&word, class))
}

fn is_hangul_title(word: &str) -> bool {
    PERSONS.hangul_titles.contains(word)
        || ["주무관", "사무관", "서기관", "행정관", "연구관", "연구원", "팀장", "국장", "과장", "계장", "담당관"]
            .contains(&word)
}

/// "田中 太郎", "王小明".
fn ideographs(near: &str) -> Option<Range<usize>> {
    let line = near.split(['\n', '\t', '|', '(', ';', '<', ',', ':', '/', '"', '、', '，', '。']).next()?;
    let is = |word: &str| word.chars().all(|c| is_han(c) || is_kana(c));
    let words = tokens(line);
    for (n, (at, word)) in words.iter().enumerate().take(4) {
        let length = word.chars().count();
        if !is(word) || word.ends_with(OFFICE_ENDINGS) {
            continue;
        }
        let next = words.get(n + 1).filter(|(_, next)| is(next) && (1..=3).contains(&next.chars().count()));
        if (1..=3).contains(&length)
            && let Some((from, next)) = next
        {
            return Some(*at..from + next.len());
        }
        if (2..=4).contains(&length) {
            return Some(*at..at + word.len());
        }
    }
    None
}

/// A name in a script without capitals: the words up to what ends them.
fn uncased(near: &str) -> Option<Range<usize>> {
    let line = near.split(|c: char| "\n\t|()،؛,;<>:\"/@-–—.".contains(c) || c.is_numeric()).next()?;
    let words = tokens(line);
    let last = words.iter().take(4).next_back()?;
    let count = words.len().min(4);
    let letters = words.iter().take(4).all(|(_, word)| word.chars().all(char::is_alphabetic));
    (letters && (2..=4).contains(&count) && words.len() <= NAME_WORDS).then_some(words[0].0..last.0 + last.1.len())
}

/// True if `words`, which stand before a name, end with a title.
fn is_titled(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let last = fold(last.trim_matches(|c: char| !c.is_alphanumeric()));
    PERSONS.is_courtesy(&last) || PERSONS.is_title(&last)
}

/// The owner of an address: "Jan Doe <desk@…>", or a name near it that stands in the address, too.
fn owners(text: &str, address: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let before = &text[text.floor_char_boundary(address.start.saturating_sub(NEAR_BYTES))..address.start];
    let base = address.start - before.len();
    if let Some(shown) = before.strip_suffix("mailto:").unwrap_or(before).strip_suffix('<') {
        let line = shown.rfind(['\n', '\t', ';', '>', '|', ':']).map_or(0, |at| at + 1);
        let from = base + line + opening(&shown[line..]);
        let named = person(text, from, false)
            .filter(|name| text[name.end..base + shown.len()].trim_matches(|c: char| !c.is_alphanumeric()).is_empty());
        out.extend(named);
    }
    let local = text[address.clone()].split('@').next().unwrap_or_default();
    let parts: Vec<String> = fold(local)
        .split(|c: char| !c.is_alphabetic())
        .filter(|part| part.chars().count() >= 3)
        .map(str::to_owned)
        .collect();
    if parts.is_empty() {
        return out;
    }
    let to = text.ceil_char_boundary((address.end + NEAR_BYTES).min(text.len()));
    for range in [base..address.start, address.end..to] {
        let mut at = range.start;
        while at < range.end {
            let Some(length) = text[at..range.end].find(|c: char| c.is_uppercase()) else { break };
            let start = at + length;
            let word_starts = !text[..start].ends_with(char::is_alphanumeric);
            let found = if word_starts { person(text, start, false) } else { None };
            let found = found.filter(|name| name.end <= range.end);
            let fits = found.clone().filter(|name| {
                let shown = &text[name.clone()];
                let words = fold(shown);
                let has = |word: &str| {
                    word.chars().count() >= 3 && !is_ordinary(word) && parts.iter().any(|part| part.contains(word))
                };
                let words = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
                let known = words.clone().filter(|word| has(word)).count();
                let acronym = shown.split(' ').any(|word| word.len() <= 4 && word.chars().all(char::is_uppercase));
                known > 0 && is_likely(shown) || known > 1 && known == words.count() && !acronym
            });
            at = found.map_or(start + text[start..].chars().next().map_or(1, char::len_utf8), |name| name.end);
            out.extend(fits);
        }
    }
    out
}

/// The person whose name stands right before a number or an address: "Jan Doe, Tel. …", "홍길동 서기관(02-…)", or alone on one
/// of the lines above, as in a signature.
fn before_detail(text: &str, detail: usize) -> Option<Range<usize>> {
    let from = text.floor_char_boundary(detail.saturating_sub(NEAR_BYTES));
    let mut line_end = detail;
    let mut above = 0;
    loop {
        let line_start = text[from..line_end].rfind('\n').map_or(from, |at| from + at + 1);
        let found = if line_end == detail {
            last_person(text, line_start, line_end)
        } else {
            whole_line(text, line_start, line_end)
        };
        // In a word processor each line of a signature is a paragraph: blank lines end nothing.
        above += usize::from(!text[line_start..line_end].trim().is_empty());
        if found.is_some() || line_start == from || above > SIGNATURE_LINES {
            return found;
        }
        line_end = line_start - 1;
    }
}

/// The last person in `text[start..end]`, with few words behind.
fn last_person(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut before = ' ';
    for (at, c) in text[start..end].char_indices() {
        let begins = !before.is_alphanumeric() && (c.is_uppercase() || is_hangul_syllable(c));
        before = c;
        let at = start + at;
        if !begins || best.as_ref().is_some_and(|best| at < best.end) {
            continue;
        }
        let Some(name) = person(text, at, false).filter(|name| name.end <= end && name.start >= at) else { continue };
        let behind = &text[name.end..end];
        let korean = is_hangul_syllable(c);
        let titled =
            behind.split(|c: char| !is_hangul_syllable(c)).find(|word| !word.is_empty()).is_some_and(is_hangul_title);
        let near = behind.split_whitespace().count() <= WORDS_BEHIND && !behind.contains(['.', '!', '?'].as_slice())
            || labels_only(behind);
        if near && (korean && titled || !korean && is_likely(&text[name.clone()])) {
            best = Some(name);
        }
    }
    best
}

/// True if `words` are labels alone: "Tel.", "(Mobile:".
fn labels_only(words: &str) -> bool {
    let words = fold(words);
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.all(|part| is(part, Class::PhoneLabel) || is(part, Class::MailLabel))
}

/// The person whose name is all of the line `text[start..end]`.
fn whole_line(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let from = start + opening(&text[start..end]);
    let name = person(text, from, false).filter(|name| name.end <= end)?;
    let rest = text[name.end..end].trim_matches(|c: char| !c.is_alphanumeric());
    let titled = rest.split_whitespace().next().is_some_and(is_hangul_title) || rest.is_empty();
    let initials = text[name.clone()].split(['.', ' ']).any(|word| word.chars().count() == 1);
    let likely = name.start >= from && titled && !initials && is_likely(&text[name.clone()]);
    // In Korean, words of three syllables are not always names.
    let korean = text[name.clone()].chars().all(|c| is_hangul_syllable(c) || c == ' ') && rest.is_empty();
    (likely && !korean).then_some(name)
}

/// Names that have a line for themselves below a heading that announces contacts.
fn in_sections(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut left = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim_matches(|c: char| c.is_whitespace() || "#*_:".contains(c));
        let folded = if words.len() <= LABEL_BYTES { fold(words) } else { String::new() };
        if is(&folded, Class::ContactLabel) {
            left = SECTION_LINES;
            continue;
        }
        if line.starts_with('#') {
            left = 0;
        }
        if left == 0 || words.is_empty() {
            continue;
        }
        left -= 1;
        let from = start + opening(line);
        if from >= at {
            continue;
        }
        if let Some(name) = person(text, from, false).filter(|name| name.end <= at) {
            let lead = text[start..name.start].chars().filter(|c| c.is_alphanumeric()).count();
            let ends = text[name.end..].trim_start_matches(' ').starts_with(['\n', ',', '(', '|', '\t', '-', ';', '/'])
                || text[name.end..].trim().is_empty();
            let after = &text[name.end..text.floor_char_boundary((name.end + DETAIL_BYTES).min(text.len()))];
            let details = after.contains('@') || after.chars().filter(char::is_ascii_digit).count() >= 7;
            let surely = details && is_likely(&text[name.clone()]);
            if lead <= 12 && ends && surely {
                out.push(name);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{mails, phones};
    use super::persons;

    #[test]
    fn contact_persons_are_found_and_offices_are_not() {
        for (text, expected) in [
            ("Contact person: Jan Doe, Tel: +82-2-555-0199", vec!["Jan Doe"]),
            ("For inquiries: Ms. Anna van der Berg", vec!["Anna van der Berg"]),
            ("Attn: DOE, Jan", vec!["DOE, Jan"]),
            ("Attn. Mr Kowalczyk: please", vec![]),
            ("ATTN: Mr Kowalczyk", vec!["Kowalczyk"]),
            ("For further information, please contact Jan Doe at 02-555-0199.", vec!["Jan Doe"]),
            ("The Contact Group on Piracy met on 1 May 2014.", vec![]),
            ("Contact: Press Office, Ministry of Foreign Affairs", vec![]),
            ("Points of contact: the Parties shall name them", vec![]),
            ("Media contact\nJan Doe\nDeputy Director", vec!["Jan Doe"]),
            ("Jan Doe <desk@example.org>", vec!["Jan Doe"]),
            ("Marta Kowalczyk, Desk 4, marta.kowalczyk@example.org", vec!["Marta Kowalczyk"]),
            ("Press Office, press@example.org", vec![]),
            ("Marta Kowalczyk\nDeputy Director\nTel: 02-555-0199", vec!["Marta Kowalczyk"]),
            ("Marta Kowalczyk (Tel. 02-555-0199)", vec!["Marta Kowalczyk"]),
            ("담당 북미국 홍길동 서기관(02-2100-0199)", vec!["홍길동"]),
            ("Ban Ki-moon spoke at length about the many ports of the region and of others. Call 02-555-0199", vec![]),
            ("The Port Authority\nTel: 02-555-0199", vec![]),
            ("Contacts: Jan Doe and Mary Major", vec!["Jan Doe", "Mary Major"]),
            ("Contact Point: Jan Doe, Director", vec!["Jan Doe"]),
            ("문의: 북미1과 홍길동 서기관 (02-555-0199)", vec!["홍길동"]),
            ("담당: 북미국 (02-2100-0199)", vec![]),
            ("담당자: 홍길동", vec!["홍길동"]),
            ("문의: 외교부 대변인실", vec![]),
            ("担当者: 田中 太郎", vec!["田中 太郎"]),
            ("联系人：王小明", vec!["王小明"]),
            ("Контактное лицо: Иван Петров", vec!["Иван Петров"]),
            ("جهة الاتصال: أحمد الكرمي", vec!["احمد الكرمي"]),
            ("Ansprechpartnerin: Dr. Erika Mustermann", vec!["Erika Mustermann"]),
            ("Contact presse : Jeanne Dupont", vec!["Jeanne Dupont"]),
            ("Contact | Jan Doe", vec!["Jan Doe"]),
            ("\"contact\": \"Jan Doe\"", vec!["Jan Doe"]),
            ("Name: Jan Doe\nE-mail: desk@example.org", vec!["Jan Doe"]),
            ("Name: Jan Doe, a form's field", vec![]),
        ] {
            let text = super::super::view::View::of(text).text;
            let addresses = mails::addresses(&text);
            let details: Vec<_> = addresses.iter().cloned().chain(phones::telephones(&text)).collect();
            let mut found: Vec<&str> =
                persons(&text, &addresses, &details).into_iter().map(|range| &text[range]).collect();
            found.dedup();
            assert_eq!(found, expected, "{text}");
        }
    }
}
