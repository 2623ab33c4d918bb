//! Labels before turns: "**Ms. X:**", "Mr. Y (Country):", "HON. Z.-", "The Minister for Trade (Jane Z):".
//!
//! In: the text after the start of a passage or of a sentence in it. Out: the label, with the part that names who speaks.

use std::ops::Range;

use entente_text::fold::fold;

use entente_language::speech_words::is_speech_word;

/// Bytes of a label, at most.
const MAX_LABEL_BYTES: usize = 180;
/// Letters of a label in capitals, at least: "PM".
const MIN_LABEL_LETTERS: usize = 2;
/// Words of a label outside its brackets, at most.
const MAX_LABEL_WORDS: usize = 14;
/// Words of what somebody says after a label, at least, where no stop ends it.
const MIN_SAID_WORDS: usize = 4;

/// By what the words before a colon are known as a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "Mr. Hale", "The Minister for Trade".
    Titled,
    /// Capital letters throughout.
    Capitals,
    /// Words with a capital letter each, as a person's name and a state's have.
    Name,
}

/// A label. All ranges are bytes of the text given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The words outside the brackets.
    pub(super) outside: Range<usize>,
    /// The words inside each pair of brackets.
    pub(super) brackets: Vec<Range<usize>>,
    pub(super) shape: Shape,
    /// An office rather than a person: "The President".
    pub(super) is_office: bool,
    /// Where what is said begins.
    pub(super) end: usize,
}

/// The label at the start of `text`.
pub(super) fn parse_label(text: &str) -> Option<Label> {
    let (stop, end) = separator(text)?;
    let said = text[end..].trim_start_matches(['*', '_', ' ', '\u{a0}', '\n']);
    // "Minister's Office: 02 6277 7500" is where to call.
    if said.trim_start_matches(['+', '(']).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let start = text.find(|c: char| !matches!(c, '*' | '_' | ' ' | '\u{a0}'))?;
    let (outside, brackets) = divide(text, start..stop)?;
    // "Ann Lund, Mary Brown, and Paul Green: thank you" addresses several.
    let whole = &text[outside.clone()];
    if whole.contains(',') && (whole.contains(['—', '–']) || whole.contains(", and ") || whole.contains("\nand ")) {
        return None;
    }
    let outside = cut_verb(text, outside);
    let name = &text[outside.clone()];
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() || words.len() > MAX_LABEL_WORDS || name.contains([';', '/', '@', '=', '“', '"', '?', '!']) {
        return None;
    }
    if name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bare: Vec<String> = words.iter().map(|word| fold(word.trim_end_matches(['.', ',']))).collect();
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    // Every word is a name's: no sentence is a label.
    let proper = words.iter().zip(&bare).all(|(word, bare)| capital(word) || is_speech_word("name-particle", bare));
    if !proper || !capital(words[0]) {
        return None;
    }
    if matches!(bare[0].as_str(), "they" | "we" | "he" | "she" | "it" | "i" | "you") {
        return None;
    }
    let article = is_speech_word("speaker-article", &bare[0]);
    let office = bare
        .iter()
        .any(|word| is_speech_word("office", word) || word.split('-').any(|part| is_speech_word("office", part)));
    let named_behind = words.len() >= 2 && words.iter().skip(1).any(|word| capital(word));
    let titled = is_speech_word("courtesy", &bare[0]) && named_behind
        || article && (office || bare.len() >= 2 && is_speech_word("courtesy", &bare[1]))
        || office && (named_behind || words.len() == 1);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals =
        letters >= MIN_LABEL_LETTERS && !name.contains(char::is_lowercase) && name.contains(char::is_uppercase);
    // The words are counted first: what follows may be a line of megabytes.
    let sentence = said.split_whitespace().nth(MIN_SAID_WORDS - 1).is_some()
        || said.trim_end().ends_with(['.', '?', '!', '"', '”', '»', ')', '…', ':']);
    let shape = match (titled, capitals) {
        (true, _) => Shape::Titled,
        (_, true) => Shape::Capitals,
        _ if words.len() <= 5 => Shape::Name,
        _ => return None,
    };
    // "Minister: Jane Z" is an entry of a list; a label alone on its line has its words below.
    if !(sentence || said.is_empty() && shape == Shape::Titled) {
        return None;
    }
    let is_office = office && !is_speech_word("courtesy", &bare[0]) && (article || words.len() == 1);
    Some(Label { outside, brackets, shape, is_office, end })
}

/// Where the label ends and where what is said begins: a colon, or the dash of a record after its stop.
fn separator(text: &str) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at > MAX_LABEL_BYTES || c == '\n' && depth == 0 && before == '\n' {
            return None;
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => return Some((at, at + c.len_utf8())),
            '-' | '–' | '—' if depth == 0 && before == '.' => return Some((at - 1, at + c.len_utf8())),
            _ => {}
        }
        before = c;
    }
    None
}

/// The words outside brackets and those inside; `None` where words follow the brackets that are no part of a label.
fn divide(text: &str, range: Range<usize>) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let label = text.get(range.clone())?;
    let open = label.find(['(', '[']).unwrap_or(label.len());
    let outside = label[..open].trim_end_matches([' ', '*', '_', '\u{a0}', '.', ',', '\n']);
    let mut brackets = Vec::new();
    let mut from = open;
    while let Some(first) = label[from..].find(['(', '[']).map(|at| from + at) {
        let last = label[first..].find([')', ']']).map(|at| first + at)?;
        brackets.push(range.start + first + 1..range.start + last);
        from = last + 1;
    }
    let rest = label[from.min(label.len())..].trim_matches([' ', '*', '_', '.', ',', ')', '\u{a0}', '\n']);
    let rest_is_verb = rest.split_whitespace().next().is_none_or(|word| is_speech_word("turn-verb", &fold(word)));
    rest_is_verb.then(|| (range.start..range.start + outside.len(), brackets))
}

/// "HON. A. BROWN asked the Government, upon notice": the words before the verb; "Ms. X, Minister of Y": those before the
/// comma.
fn cut_verb(text: &str, outside: Range<usize>) -> Range<usize> {
    let name = &text[outside.clone()];
    let mut at = 0;
    for word in name.split(' ') {
        if at > 0 && is_speech_word("turn-verb", &fold(word)) {
            return outside.start..outside.start + name[..at].trim_end().len();
        }
        if word.ends_with(',') && at > 0 {
            return outside.start..outside.start + at + word.len() - 1;
        }
        at += word.len() + 1;
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::{Shape, parse_label};

    #[test]
    fn a_label_is_told_from_other_words_with_a_colon() {
        type Told = (&'static str, Shape, &'static [&'static str]);
        let cases: &[(&str, Option<Told>)] = &[
            ("Mr. Hale: Good afternoon.", Some(("Mr. Hale", Shape::Titled, &[]))),
            ("Ms. Li (China): We agree.", Some(("Ms. Li", Shape::Titled, &["China"]))),
            ("Ann Lund, Mary Brown, and Paul Green: Thank you all for being here.", None),
            ("HON. M. BROWN.- I thank the House.", Some(("HON. M. BROWN", Shape::Titled, &[]))),
            (
                "HON. F. GREEN (Minister for Trade).- Thank you, Sir.",
                Some(("HON. F. GREEN", Shape::Titled, &["Minister for Trade"])),
            ),
            (
                "HON. A. BROWN asked the Government, upon notice: Will it build the road?",
                Some(("HON. A. BROWN", Shape::Titled, &[])),
            ),
            (
                "The Secretary to the Treasury (Jane Green): I am grateful.",
                Some(("The Secretary to the Treasury", Shape::Titled, &["Jane Green"])),
            ),
            ("Jane Green (Kella) (Lab): I ask for it.", Some(("Jane Green", Shape::Name, &["Kella", "Lab"]))),
            ("GREEN: We agree with that.", Some(("GREEN", Shape::Capitals, &[]))),
            ("The President: I thank the members.", Some(("The President", Shape::Titled, &[]))),
            ("They said: we agree.", None),
            ("The ministers agreed on three points: trade, aid and ports.", None),
            ("Minister: Jane Green", None),
            ("Session 3: We agree with that.", None),
            ("at 10:30 the meeting began.", None),
            ("PM: We agree with that.", Some(("PM", Shape::Capitals, &[]))),
            ("Minister’s Office: 02 6277 7500 or 0466 745 615 or more.", None),
        ];
        for (text, expected) in cases {
            let found = parse_label(text);
            let found = found.as_ref().map(|label| {
                let brackets: Vec<&str> = label.brackets.iter().map(|range| &text[range.clone()]).collect();
                (&text[label.outside.clone()], label.shape, brackets)
            });
            let expected = expected.map(|(name, shape, brackets)| (name, shape, brackets.to_vec()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_label_never_ends_inside_a_letter() {
        for text in ["", ":", "É：ü", "(", "Mr. É (", "Mr. É (x: y", "M. 가나.—다", "The (a) (b", "É.- "] {
            let _ = parse_label(text);
        }
    }
}
