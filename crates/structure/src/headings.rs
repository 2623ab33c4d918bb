//! Headings, by their marks, their numbers, their letters and where they stand.

use std::collections::BTreeSet;
use std::ops::Bound;

use entente_corpus::PassageKind;
use entente_text::Span;
use entente_text::fold::fold;

use super::blocks::PassageDraft;

/// What makes a line a heading. Two headings of one class are of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class {
    /// `##`, with its level.
    Markdown(u8),
    /// "Chapter 2", "Article 3", "제1조": the word decides.
    Named(&'static str),
    /// "A.", with how many letters it is from A.
    Letter(u8),
    /// "A.1", "1.2.3": the number of parts.
    Parts(u8),
    /// "1." before a heading, with its number.
    Number(u16),
    /// "II." before a heading.
    Roman,
    /// ALL CAPITALS.
    Capitals,
    /// A question of a form.
    Question,
    /// A bold line.
    Bold,
    /// A short line alone.
    Plain,
}

/// Longest heading in capitals; longer ones are a form's questions.
const MAX_CAPITALS_CHARS: usize = 110;
/// Fewest bytes of words that a paragraph and an item share.
const MIN_REPEATED_BYTES: usize = 20;
/// Digits of a number's part.
const MAX_PART_DIGITS: usize = 2;
/// Words of a heading that ends with a colon.
const MAX_LABEL_WORDS: usize = 4;
/// Longest heading without any mark.
const MAX_PLAIN_CHARS: usize = 110;

/// Level, start and end of the words of `## words ##`.
pub(crate) fn atx(line: &str) -> Option<(u8, usize, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = &line[level..];
    // "##Ports" is meant as a heading; "#ports" is a word with a mark.
    let spaced = rest.starts_with([' ', '\t']) || level >= 2 && rest.starts_with(char::is_alphanumeric);
    if !(1..=6).contains(&level) || !spaced || rest.trim().is_empty() {
        return None;
    }
    let from = line.len() - rest.trim_start().len();
    let to = line.trim_end_matches('#').trim_end().len().max(from);
    Some((u8::try_from(level).unwrap_or(6), from, to))
}

/// The class of a line that is a heading by what is printed on it alone.
pub(crate) fn class(line: &str) -> Option<Class> {
    let bare = bare(line);
    let width = bare.chars().count();
    named(&bare)
        .filter(|_| width <= MAX_PLAIN_CHARS)
        .or_else(|| lettered(&bare).filter(|_| width <= MAX_CAPITALS_CHARS))
        .or_else(|| numbered(&bare).filter(|_| width <= MAX_PLAIN_CHARS))
        .or_else(|| capitals(&bare))
        .or_else(|| bold(line).filter(|_| width <= MAX_PLAIN_CHARS))
}

/// `line` without emphasis and underlining.
fn bare(line: &str) -> String {
    line.replace("<u>", "").replace("</u>", "").trim_matches('*').trim().to_owned()
}

fn named(line: &str) -> Option<Class> {
    const WORDS: &[&str] = &["chapter", "part", "title", "section", "article", "annex", "appendix", "schedule"];
    let folded = fold(line);
    let mut words = folded.split([' ', '.', ':', '-', '–', '—']);
    if let (Some(word), Some(number)) = (words.next(), words.next())
        && let Some(known) = WORDS.iter().find(|known| **known == word)
    {
        let counts = number.chars().all(|c| c.is_ascii_digit() || "ivxlc".contains(c)) && !number.is_empty();
        let behind = folded[word.len() + 1..].strip_prefix(number).unwrap_or("");
        // "Annex A": a letter alone, or set off from its title; "Part a" of a sentence is neither.
        let lettered = number.len() == 1 && (behind.is_empty() || behind.starts_with(['.', ':']));
        let ends = !line.ends_with(['.', ';', ',']) || folded.len() < word.len() + 8;
        return ((counts || lettered) && ends).then_some(Class::Named(known));
    }
    let asian = line.strip_prefix(['제', '第'])?;
    let digits = asian.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c)).count();
    let unit = asian.chars().nth(digits).filter(|_| digits > 0)?;
    // "제1조(시행일) 이 영은 … 시행한다.": the article's text stands beside its number.
    let behind = asian.find([')', '）']).map_or("", |close| asian[close..].trim_start_matches([')', '）']).trim());
    if behind.ends_with(['.', '。', ':', '：']) && behind.contains(' ') || behind.ends_with('。') {
        return None;
    }
    let known = [('장', "장"), ('절', "절"), ('조', "조"), ('章', "章"), ('条', "条"), ('條', "條"), ('編', "編")];
    known.iter().find(|(c, _)| *c == unit).map(|(_, word)| Class::Named(word))
}

/// "A. ENHANCING THE SECURE FLOW", "A.1 Protect Cargo:"
fn lettered(line: &str) -> Option<Class> {
    let mut bytes = line.bytes();
    let letter = bytes.next().filter(u8::is_ascii_uppercase)?;
    let rest = line[1..].strip_prefix('.')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let words = &rest[digits..];
    let title = words.trim_start();
    if digits > 0 {
        let named = title.starts_with(char::is_alphabetic) && words.starts_with([' ', '.']);
        return named.then_some(Class::Parts(2));
    }
    let is_title = words.starts_with(' ') && (is_capitals(title) || title.ends_with(':'));
    is_title.then_some(Class::Letter(letter - b'A'))
}

/// "1.2 Names", "4.1.3 Oper message", "1. INTRODUCTION"
fn numbered(line: &str) -> Option<Class> {
    let number: String = line.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let title = line[number.len()..].trim_start();
    let parts = number.split('.').filter(|part| !part.is_empty()).count();
    if title.len() == line.len() - number.len() || parts == 0 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "12.6.2019" is a date.
    if parts > 1 && number.split('.').any(|part| part.len() > MAX_PART_DIGITS) {
        return None;
    }
    // "1.6 Nothing in this Code is to detract from:" begins a list; it heads nothing.
    let leads = title.ends_with(':') && title.split_whitespace().count() > MAX_LABEL_WORDS;
    let many = parts >= 2 && title.starts_with(char::is_uppercase) && !title.ends_with(['.', ';', ',']) && !leads;
    if many && !title.contains("....") {
        return Some(Class::Parts(u8::try_from(parts).unwrap_or(u8::MAX)));
    }
    let first = number.trim_end_matches('.').parse().ok()?;
    (parts == 1 && number.ends_with('.') && is_capitals(title)).then_some(Class::Number(first))
}

fn capitals(line: &str) -> Option<Class> {
    let value = line.split_once(": ").is_some_and(|(_, value)| value.contains(|c: char| c.is_ascii_digit()));
    // Names of a program's parts, and columns of them, are no words.
    if !is_capitals(line) || value || line.contains('_') {
        return None;
    }
    let question = line.contains('?') || line.chars().count() > MAX_CAPITALS_CHARS;
    Some(if question { Class::Question } else { Class::Capitals })
}

/// All letters that have a case are capitals, what stands in parentheses aside; at least two words or five letters.
fn is_capitals(line: &str) -> bool {
    let mut depth = 0_u32;
    let (mut upper, mut lower, mut digits, mut uncased) = (0_u32, 0_u32, 0_u32, 0_u32);
    for c in line.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_ascii_digit() => digits += 1,
            // A script without capitals shows nothing by them, whatever acronyms it holds.
            _ if c.is_alphabetic() => uncased += 1,
            _ => {}
        }
    }
    upper >= 5 && lower == 0 && digits * 2 <= upper && uncased * 2 <= upper
}

fn bold(line: &str) -> Option<Class> {
    let inside = line.trim_end().strip_prefix("**")?.strip_suffix("**")?;
    (!inside.contains("**") && !inside.ends_with('.') && !inside.trim().is_empty()).then_some(Class::Bold)
}

/// Finds the headings that show by where they stand, and gives numbered headings their numbers. Where headings are
/// `styled`, lines that only stand apart are none.
pub(crate) fn refine(text: &str, drafts: &mut [PassageDraft], styled: bool) {
    let items: BTreeSet<String> = drafts
        .iter()
        .filter(|draft| draft.passage.kind == PassageKind::Item)
        .map(|draft| comparable(&draft.text(text)))
        .filter(|words| words.len() >= MIN_REPEATED_BYTES)
        .collect();
    let chapters = Chapters::of(text, drafts);
    let printed: Vec<usize> = (0..drafts.len()).filter(|n| drafts[*n].passage.kind != PassageKind::Furniture).collect();
    for (place, n) in printed.iter().copied().enumerate() {
        let draft = &drafts[n];
        if draft.class.is_some() || draft.passage.kind != PassageKind::Paragraph {
            continue;
        }
        let next = drafts.get(n + 1);
        let words = draft.text(text);
        let heads = next.is_some_and(|next| {
            let contents = next.passage.kind == PassageKind::Furniture && super::contents::is_line(&next.text(text));
            contents || (next.class.is_none() && next.passage.kind != PassageKind::Furniture)
        });
        let found = if let Some(class) = chapters.class(text, draft) {
            Some(class)
        } else if draft.passage.number.is_some() {
            // A number before a heading of another kind heads what follows.
            next.filter(|next| matches!(next.class, Some(Class::Letter(_))))
                .and_then(|_| draft.passage.number.and_then(|number| number.of(text).parse().ok()).map(Class::Number))
        } else if words.len() <= 2 * MAX_PLAIN_CHARS && words.contains("**") && bold(&words).is_some() {
            bold(&words)
        } else if (draft.alone || place == 0) && heads && repeats(&words, &items) {
            Some(Class::Plain)
        } else if (draft.alone || place == 0) && heads && !styled && plain(&words) {
            let before = place.checked_sub(1).map(|before| &drafts[printed[before]]);
            let stands = place < TOP || next.is_some_and(|next| is_text(text, next));
            (stands && !before.is_some_and(|before| is_unfinished(text, before))).then_some(Class::Plain)
        } else {
            None
        };
        if found.is_some() {
            drafts[n].class = found;
            drafts[n].passage.kind = PassageKind::Heading;
        }
    }
    super::titles::assign(text, drafts);
    for draft in drafts.iter_mut() {
        if draft.class == Some(Class::Question) {
            draft.passage.kind = PassageKind::Question;
            draft.passage.template = true;
        }
        if matches!(draft.class, Some(Class::Letter(_) | Class::Parts(_) | Class::Number(_) | Class::Bold))
            && draft.passage.number.is_none()
        {
            number(text, draft);
            // "**4. Comments**" counts with all that is numbered so.
            let digits = draft.passage.number.and_then(|number| number.of(text).parse().ok());
            if let Some(place) = digits.filter(|_| draft.class == Some(Class::Bold)) {
                draft.class = Some(Class::Number(place));
            }
        }
    }
    super::turns::assign(text, drafts);
    super::questions::assign(text, drafts);
}

/// Passages at a document's top, where one short line may follow another: title, office, date.
const TOP: usize = 8;
/// A paragraph this long is text, not a value or a label; of a script without capitals, letters say more.
const TEXT: (usize, usize) = (40, 25);
/// A passage this long that ends no sentence goes on.
const UNFINISHED: (usize, usize) = (60, 20);

/// True for what a heading heads: a sentence, a list, a table, more than a few words.
fn is_text(text: &str, draft: &PassageDraft) -> bool {
    if draft.passage.kind != PassageKind::Paragraph || draft.passage.marker.is_some() || !draft.alone {
        return true;
    }
    let words = draft.text(text);
    let bare = words.trim_end().trim_end_matches(['"', '”', '»', ')', '*']);
    bare.ends_with(['.', '!', '?', ':', ';', '。', '？', '！']) || words.chars().count() >= by_script(&words, TEXT)
}

/// True where the passage before a line goes on in it.
fn is_unfinished(text: &str, draft: &PassageDraft) -> bool {
    let words = draft.text(text);
    let uncased = !words.contains(char::is_lowercase);
    let running = draft.passage.kind == PassageKind::Paragraph || (draft.passage.kind == PassageKind::Item && uncased);
    let ends = super::damage::ends(&words) || words.trim_end().ends_with(['。', ',', '–', '-']);
    // Columns of a letterhead or of a table are no sentence.
    let columns = words.lines().next_back().is_some_and(|last| last.contains("   "));
    running && draft.class.is_none() && !ends && !columns && words.chars().count() >= by_script(&words, UNFINISHED)
}

fn by_script(words: &str, (cased, uncased): (usize, usize)) -> usize {
    if words.contains(char::is_lowercase) { cased } else { uncased }
}

/// The chapters of a text whose parts are numbered below them: "2." where there is a "2.1".
struct Chapters {
    numbers: std::collections::BTreeSet<u16>,
    indent: usize,
}

/// Chapters with parts that show that those without are chapters too.
const MIN_CHAPTERS: usize = 3;
/// Words of the longest title of a part.
const MAX_PART_TITLE_WORDS: usize = 12;

impl Chapters {
    fn of(text: &str, drafts: &[PassageDraft]) -> Self {
        let parts = || drafts.iter().filter(|draft| matches!(draft.class, Some(Class::Parts(_))));
        let chapter = |draft: &PassageDraft| draft.text(text).split('.').next().and_then(|number| number.parse().ok());
        Self {
            numbers: parts().filter_map(chapter).collect(),
            indent: parts().map(|draft| draft.indent).min().unwrap_or(0),
        }
    }

    /// The class of `draft`, where it is the heading of a chapter or of a part of one.
    fn class(&self, text: &str, draft: &PassageDraft) -> Option<Class> {
        if !draft.alone || draft.indent != self.indent || self.numbers.is_empty() {
            return None;
        }
        let words = draft.text(text);
        self.part(&words, draft.passage.number.map(|number| number.of(text)))
            .or_else(|| self.number(text, draft).map(Class::Number))
    }

    /// "6.1 Error Replies.", "8.1 Network protocol: TCP": a part's title may end on a stop where chapters have parts.
    fn part(&self, words: &str, number: Option<&str>) -> Option<Class> {
        let length = words.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, title) = match number {
            Some(number) => (number, words),
            None => (words[..length].trim_end_matches('.'), words[length..].trim_start()),
        };
        let parts: Vec<&str> = number.split('.').collect();
        let chapter = parts.first().and_then(|first| first.parse().ok())?;
        let counts = parts.len() >= 2 && parts.iter().all(|part| (1..=MAX_PART_DIGITS).contains(&part.len()));
        let short = title.split_whitespace().count() <= MAX_PART_TITLE_WORDS && title.starts_with(char::is_uppercase);
        let titled = short && !title.trim_end_matches('.').contains(". ") && !title.ends_with([';', ',']);
        let near = self.numbers.last().is_some_and(|last| (1..=last + 1).contains(&chapter));
        let known = near && self.numbers.len() >= MIN_CHAPTERS;
        (counts && titled && known).then(|| Class::Parts(u8::try_from(parts.len()).unwrap_or(u8::MAX)))
    }

    /// The number of `draft`, where it is a chapter's heading.
    fn number(&self, text: &str, draft: &PassageDraft) -> Option<u16> {
        let number = draft.passage.number?.of(text).parse().ok()?;
        let words = draft.text(text);
        let titled = plain(words.trim_end_matches('.'));
        let known = self.numbers.contains(&number) || self.numbers.len() >= MIN_CHAPTERS;
        (titled && known).then_some(number)
    }
}

/// Words of a title after which it goes on.
const OPEN: &[&str] = &[
    "a",
    "an",
    "and",
    "at",
    "between",
    "by",
    "concerning",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "regarding",
    "the",
    "to",
    "with",
    "de",
    "des",
    "du",
    "et",
    "la",
    "le",
    "les",
    "sur",
    "der",
    "des",
    "die",
    "für",
    "und",
    "von",
    "y",
    "del",
    "el",
    "en",
    "para",
];

/// True where `words` end on a word that another must follow.
pub(crate) fn is_open(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|last| OPEN.contains(&last.to_lowercase().as_str()))
}

/// True where `words` begin with a word that another comes before.
pub(crate) fn opens(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(|first| OPEN.contains(&first.to_lowercase().as_str()))
}

/// Words of the longest title below an article's number.
const MAX_ARTICLE_TITLE_WORDS: usize = 12;

/// True for a short line that is set like a title.
pub(crate) fn is_title(words: &str) -> bool {
    words.split_whitespace().count() <= MAX_ARTICLE_TITLE_WORDS && plain(words)
}

/// A line short enough, without a sentence's end, that begins like a title.
fn plain(words: &str) -> bool {
    let first = words.chars().find(|c| !matches!(c, '(' | '"' | '“' | '‘' | '\'' | '[' | '*'));
    let width = words.chars().count();
    let ends = words.trim_end_matches(['*', ')']).ends_with(['.', '?', '!', ';', ',', ':', '。', '…']);
    let year = words.bytes().take_while(u8::is_ascii_digit).count() == 4 && words[4..].starts_with(' ');
    let cased = year || first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    let byline = words.starts_with("By ") || words.contains('<');
    (3..=MAX_PLAIN_CHARS).contains(&width)
        && cased
        && !byline
        && !ends
        && !words.contains(": ")
        && !words.contains(". ")
        && !words.contains("    ")
        && !links_on(words)
        && !(is_korean_line(words) && words.contains(','))
        && !words.contains('@')
        && !super::answers::is_empty(words)
        && !is_dated(words)
        && !(words.starts_with('[') && words.ends_with(']'))
        && words.chars().any(char::is_alphabetic)
}

/// Words of a line that says where and when.
const MAX_DATED_WORDS: usize = 6;

/// "Accra, 7 November 2018", "May 4, 2021", "令和元年6月5日": a place and a date, or a date alone.
fn is_dated(words: &str) -> bool {
    let parts: Vec<&str> = words.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let day = |part: &&str| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && part[digits..].chars().all(|c| c.is_alphabetic() || c == '.')
    };
    let western = parts.len() <= MAX_DATED_WORDS
        && parts.last().is_some_and(|last| year(last))
        && parts.iter().rev().skip(1).take(2).any(day);
    // A day of the week may stand in brackets behind the date.
    let day = words.trim_end().strip_suffix([')', '）']).and_then(|rest| rest.rsplit_once(['(', '（']));
    let eastern = words.chars().count() <= 30
        && day.map_or(words, |(date, _)| date).trim_end().ends_with(['日', '일'])
        && words.contains(['年', '년'])
        && words.contains(['月', '월']);
    western || eastern
}

/// A line of Korean that ends on a particle or a linking form is part of a sentence.
pub(crate) fn links_on(words: &str) -> bool {
    const FORMS: &[&str] = &[
        "를", "을", "의", "에", "는", "와", "며", "되고", "하고", "하여", "되어", "위한", "대한", "관한", "의한",
        "따른", "으로", "에서",
    ];
    let bare = words.trim_end();
    is_korean_line(words) && FORMS.iter().any(|form| bare.ends_with(form))
}

fn is_korean_line(words: &str) -> bool {
    words.chars().filter(|c| entente_text::script::is_hangul_syllable(*c)).count() >= 12
}

/// A paragraph in the words of an item above or below: a form's commitment over what was done for it.
fn repeats(words: &str, items: &BTreeSet<String>) -> bool {
    let words = comparable(words);
    if words.len() < MIN_REPEATED_BYTES {
        return false;
    }
    if items.range(words.clone()..).next().is_some_and(|item| item.starts_with(&words)) {
        return true;
    }
    // The last item before `words` is its beginning, or shares one with the item that is.
    let mut begins = words.as_str();
    while let Some(item) = items.range::<str, _>((Bound::Unbounded, Bound::Included(begins))).next_back() {
        let shared: usize =
            item.chars().zip(begins.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
        if shared == item.len() {
            return true;
        }
        if shared < MIN_REPEATED_BYTES {
            return false;
        }
        begins = &begins[..shared];
    }
    false
}

fn comparable(words: &str) -> String {
    let letters: String = fold(words).chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    letters.trim().to_owned()
}

/// The printed number of a heading, as its marker and number; the words stay as they are.
fn number(text: &str, draft: &mut PassageDraft) {
    let span = draft.passage.pieces[0].span;
    let words = span.of(text);
    let start = words.find(char::is_alphanumeric).unwrap_or(0);
    let length = words[start..].find([' ', '\t']).unwrap_or(0);
    let digits = words[start..start + length].trim_end_matches(['.', ':']);
    let at = span.start as usize + start;
    // A bold line begins with any word; only a number is one.
    let counts = draft.class != Some(Class::Bold) || digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !digits.is_empty() && counts && !words[start + length..].trim().is_empty() {
        draft.passage.number = Some(Span::new(at, at + digits.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, class, repeats};

    #[test]
    fn a_paragraph_in_the_words_of_an_item_is_found_among_many() {
        let list =
            ["take action to protect cargo", "take action to protect cargo and people", "take action to stop it now"];
        let items = list.into_iter().map(str::to_owned).collect();
        for (words, expected) in [
            ("Take action to protect", true),
            ("Take action to protect cargo at sea", true),
            ("Take action to protect mail", false),
            ("Take action to stop it now, and later", true),
            ("Take action", false),
        ] {
            assert_eq!(repeats(words, &items), expected, "{words}");
        }
    }

    #[test]
    fn headings_show_by_what_is_printed() {
        for (line, expected) in [
            ("A. ENHANCING THE SECURE FLOW OF TRADE", Some(Class::Letter(0))),
            ("A.1 Protect Cargo:", Some(Class::Parts(2))),
            ("EXECUTIVE SUMMARY", Some(Class::Capitals)),
            ("FURTHER MEASURES PLANNED (indicate timeframe)", Some(Class::Capitals)),
            ("WHAT NEEDS DOES YOUR ECONOMY HAVE?", Some(Class::Question)),
            ("<u>PLEASE DESCRIBE THE ACTIVITIES?</u>", Some(Class::Question)),
            ("Article 3", Some(Class::Named("article"))),
            ("ARTICLE IV", Some(Class::Named("article"))),
            ("제2조 (정의)", Some(Class::Named("조"))),
            ("第三条 範囲", Some(Class::Named("条"))),
            ("4.1.3 Oper message", Some(Class::Parts(3))),
            ("1. INTRODUCTION", Some(Class::Number(1))),
            ("**Rebuilding industries**", Some(Class::Bold)),
            ("Article 3 provides that the Parties shall act.", None),
            ("1. Summary of progress.", None),
            ("Part 1—Preliminary", Some(Class::Named("part"))),
            ("Part-time work is paid", None),
            ("Appendix A.  Examples", Some(Class::Named("appendix"))),
            ("제1조(시행일) 이 영은 2021년 1월 1일부터 시행한다.", None),
            ("12.6.2019 EN Official Journal", None),
            ("1.6 Nothing in this Code is to detract from:", None),
            ("4.2 Scope:", Some(Class::Parts(2))),
            ("2.5 percent of the budget.", None),
            ("USA", None),
            ("UAE측 요청에 따라 UAE에 파견하는 것을", None),
            ("Part of the answer is here", None),
            ("ECONOMY: Republic of Korea", None),
            ("A. Smith said so.", None),
        ] {
            assert_eq!(class(line), expected, "{line}");
        }
    }
}
