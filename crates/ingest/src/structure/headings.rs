//! Headings, by their marks, their numbers, their letters and where they stand.

use std::collections::BTreeSet;
use std::ops::Bound;

use entente_corpus::PassageKind;
use entente_text::Span;
use entente_text::fold::fold;

use super::blocks::Draft;

/// What makes a line a heading. Two headings of one class are of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
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
const LONGEST_CAPITALS: usize = 110;
/// Fewest bytes of words that a paragraph and an item share.
const SHORTEST_REPEATED: usize = 20;
/// Words of a heading that ends with a colon.
const LONGEST_LABEL: usize = 4;
/// Longest heading without any mark.
const LONGEST_PLAIN: usize = 110;

/// Level, start and end of the words of `## words ##`.
pub(crate) fn atx(line: &str) -> Option<(u8, usize, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = &line[level..];
    if !(1..=6).contains(&level) || !rest.starts_with([' ', '\t']) || rest.trim().is_empty() {
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
        .filter(|_| width <= LONGEST_PLAIN)
        .or_else(|| lettered(&bare).filter(|_| width <= LONGEST_CAPITALS))
        .or_else(|| numbered(&bare).filter(|_| width <= LONGEST_PLAIN))
        .or_else(|| capitals(&bare))
        .or_else(|| bold(line).filter(|_| width <= LONGEST_PLAIN))
}

/// `line` without emphasis and underlining.
fn bare(line: &str) -> String {
    line.replace("<u>", "").replace("</u>", "").trim_matches('*').trim().to_owned()
}

fn named(line: &str) -> Option<Class> {
    const WORDS: &[&str] = &["chapter", "part", "title", "section", "article", "annex", "appendix", "schedule"];
    let folded = fold(line);
    let mut words = folded.split([' ', '.', ':']);
    if let (Some(word), Some(number)) = (words.next(), words.next())
        && let Some(known) = WORDS.iter().find(|known| **known == word)
    {
        let counts = number.chars().all(|c| c.is_ascii_digit() || "ivxlc".contains(c)) && !number.is_empty();
        let lettered = number.len() == 1 && folded.len() == word.len() + 2;
        let ends = !line.ends_with(['.', ';', ',']) || folded.len() < word.len() + 8;
        return ((counts || lettered) && ends).then_some(Class::Named(known));
    }
    let asian = line.strip_prefix(['제', '第'])?;
    let digits = asian.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c)).count();
    let unit = asian.chars().nth(digits).filter(|_| digits > 0)?;
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
    // "1.6 Nothing in this Code is to detract from:" begins a list; it heads nothing.
    let leads = title.ends_with(':') && title.split_whitespace().count() > LONGEST_LABEL;
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
    let question = line.contains('?') || line.chars().count() > LONGEST_CAPITALS;
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
    let inside = line.strip_prefix("**")?.strip_suffix("**")?;
    (!inside.contains("**") && !inside.ends_with('.') && !inside.trim().is_empty()).then_some(Class::Bold)
}

/// Finds the headings that show by where they stand, and gives numbered headings their numbers.
pub(crate) fn refine(text: &str, drafts: &mut [Draft]) {
    let items: BTreeSet<String> = drafts
        .iter()
        .filter(|draft| draft.passage.kind == PassageKind::Item)
        .map(|draft| comparable(&draft.text(text)))
        .filter(|words| words.len() >= SHORTEST_REPEATED)
        .collect();
    let chapters = Chapters::of(text, drafts);
    let first = drafts.iter().position(|draft| draft.passage.kind != PassageKind::Furniture);
    for n in 0..drafts.len() {
        let next = drafts.get(n + 1).cloned();
        let draft = &drafts[n];
        if draft.class.is_some() || draft.passage.kind == PassageKind::Furniture {
            continue;
        }
        let words = draft.text(text);
        let heads =
            next.as_ref().is_some_and(|next| next.class.is_none() && next.passage.kind != PassageKind::Furniture);
        let found = if draft.passage.kind != PassageKind::Paragraph {
            None
        } else if let Some(chapter) = chapters.number(text, draft) {
            Some(Class::Number(chapter))
        } else if draft.passage.number.is_some() {
            // A number before a heading of another kind heads what follows.
            next.as_ref()
                .filter(|next| matches!(next.class, Some(Class::Letter(_))))
                .and_then(|_| draft.passage.number.and_then(|number| number.of(text).parse().ok()).map(Class::Number))
        } else if (draft.alone || first == Some(n)) && heads && (plain(&words) || repeats(&words, &items)) {
            Some(Class::Plain)
        } else {
            None
        };
        if found.is_some() {
            drafts[n].class = found;
            drafts[n].passage.kind = PassageKind::Heading;
        }
    }
    for draft in drafts.iter_mut() {
        if draft.class == Some(Class::Question) {
            draft.passage.kind = PassageKind::Question;
            draft.passage.template = true;
        }
        if matches!(draft.class, Some(Class::Letter(_) | Class::Parts(_) | Class::Number(_)))
            && draft.passage.number.is_none()
        {
            number(text, draft);
        }
    }
}

/// The chapters of a text whose parts are numbered below them: "2." where there is a "2.1".
struct Chapters {
    numbers: std::collections::BTreeSet<u16>,
    indent: usize,
}

/// Chapters with parts that show that those without are chapters too.
const FEWEST_CHAPTERS: usize = 3;

impl Chapters {
    fn of(text: &str, drafts: &[Draft]) -> Self {
        let parts = || drafts.iter().filter(|draft| matches!(draft.class, Some(Class::Parts(_))));
        let chapter = |draft: &Draft| draft.text(text).split('.').next().and_then(|number| number.parse().ok());
        Self {
            numbers: parts().filter_map(chapter).collect(),
            indent: parts().map(|draft| draft.indent).min().unwrap_or(0),
        }
    }

    /// The number of `draft`, where it is a chapter's heading.
    fn number(&self, text: &str, draft: &Draft) -> Option<u16> {
        let number = draft.passage.number?.of(text).parse().ok()?;
        let words = draft.text(text);
        let titled = plain(words.trim_end_matches('.'));
        let known = self.numbers.contains(&number) || self.numbers.len() >= FEWEST_CHAPTERS;
        (draft.alone && draft.indent == self.indent && titled && known && !self.numbers.is_empty()).then_some(number)
    }
}

/// A line short enough, without a sentence's end, that begins like a title.
fn plain(words: &str) -> bool {
    let first = words.chars().find(|c| !matches!(c, '(' | '"' | '“' | '‘' | '\'' | '[' | '*'));
    let width = words.chars().count();
    let ends = words.trim_end_matches(['*', ')']).ends_with(['.', '?', '!', ';', ',', ':', '。', '…']);
    let year = words.bytes().take_while(u8::is_ascii_digit).count() == 4 && words[4..].starts_with(' ');
    let cased = year || first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    let byline = words.starts_with("By ") || words.contains('<');
    (3..=LONGEST_PLAIN).contains(&width)
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
        && words.chars().any(char::is_alphabetic)
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
    words.chars().filter(|c| ('\u{ac00}'..='\u{d7a3}').contains(c)).count() >= 12
}

/// A paragraph in the words of an item above or below: a form's commitment over what was done for it.
fn repeats(words: &str, items: &BTreeSet<String>) -> bool {
    let words = comparable(words);
    if words.len() < SHORTEST_REPEATED {
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
        if shared < SHORTEST_REPEATED {
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
fn number(text: &str, draft: &mut Draft) {
    let span = draft.passage.pieces[0].span;
    let words = span.of(text);
    let start = words.find(char::is_alphanumeric).unwrap_or(0);
    let length = words[start..].find([' ', '\t']).unwrap_or(0);
    let digits = words[start..start + length].trim_end_matches(['.', ':']);
    let at = span.start as usize + start;
    if !digits.is_empty() && !words[start + length..].trim().is_empty() {
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
