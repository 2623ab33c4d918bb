//! What is hidden between two lines of a paragraph: hyphens that only part a word, breaks inside words.
//!
//! In: two lines. Out: how many bytes of the first one's end are hidden with the break, or nothing where a blank
//! stands there. How the document writes a word elsewhere decides whether the hyphen belongs to it.

use entente_text::order;
use entente_text::script::is_hangul_syllable;
use std::collections::BTreeSet;

use entente_corpus::{Body, Markup, PassageKind};
use entente_language::{Classes, lexicon, verbs};
use entente_text::Span;
use entente_text::fold::fold;

use crate::word_lists::word_list;

/// Of this many lines that end inside Korean words, one with a blank at its end shows that blanks are printed.
const BLANKS: usize = 12;
/// Lines that end on a hyphen in a word known from elsewhere, before every hyphen at an end counts as a break's.
const TYPESET: usize = 3;

/// The words of a document.
#[derive(Debug, Default)]
pub struct Words {
    known: BTreeSet<String>,
    /// Lines that end with a word print the blank after it.
    blanks: bool,
}

impl Words {
    /// The words of `lines`, those at the ends of lines aside; each line with whether a blank is printed at its end.
    pub fn of<'a>(lines: impl Iterator<Item = (std::borrow::Cow<'a, str>, bool)>) -> Self {
        let mut out = Self::default();
        let (mut blanks, mut count) = (0, 0);
        for (line, blank) in lines {
            let text = line.to_lowercase();
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.pop();
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            out.known.extend(words.into_iter().map(bare).filter(|word| !word.is_empty()));
            if text.trim_end().ends_with(is_hangul_syllable) {
                count += 1;
                blanks += usize::from(blank);
            }
        }
        out.blanks = blanks * BLANKS >= count && blanks > 0;
        out
    }

    /// Bytes hidden at the end of the line `before`, where it and `after` are read without a blank between them;
    /// `blank` says that one is printed at its end.
    pub fn hides(&self, before: &str, after: &str, blank: bool) -> Option<usize> {
        let last = before.chars().next_back()?;
        let first = after.chars().next()?;
        // A soft hyphen; some converters print it as "¬".
        if last == '\u{ad}' || last == '¬' {
            return Some(last.len_utf8());
        }
        if is_hyphen(last) {
            // "Debate -" above a day: a dash parts no word.
            if before[..before.len() - last.len_utf8()].ends_with(char::is_whitespace) {
                return None;
            }
            let head = before[..before.len() - last.len_utf8()].split_whitespace().next_back()?;
            // "PREFEREN-\nTIAL" is parted where the text has the whole word elsewhere.
            let capitals = first.is_uppercase() && !head.contains(char::is_lowercase);
            if capitals && self.writes(head, "", after) && !self.writes(head, "-", after) {
                return Some(last.len_utf8());
            }
            let parts = head.ends_with(char::is_alphabetic) && first.is_lowercase();
            // "Korea-\nrelated" keeps its hyphen, and a word written with one elsewhere too.
            let name = head
                .rsplit(['-', '/'])
                .next()
                .is_some_and(|part| part.chars().filter(|c| c.is_uppercase()).count() >= 2);
            let written = self.writes(head, "", after);
            let keeps = !parts || name || !written && (self.writes(head, "-", after) || is_compound(head, after));
            return if keeps { head.ends_with(char::is_alphanumeric).then_some(0) } else { Some(last.len_utf8()) };
        }
        let solid = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '、' | '。' | '，');
        let korean = is_hangul_syllable(last) && is_hangul_syllable(first) && self.blanks && !blank;
        ((solid(last) && solid(first)) || korean).then_some(0)
    }

    /// True if the document writes the two parts of a word joined by `joint`.
    fn writes(&self, head: &str, joint: &str, after: &str) -> bool {
        let tail = after.split_whitespace().next().unwrap_or("");
        let word = format!("{head}{joint}{tail}").to_lowercase();
        self.known.contains(word.trim_matches(|c: char| !c.is_alphanumeric()))
    }
}

/// Hides what breaks of lines put into the words of a text that is wrapped by hand.
pub(super) fn mark(body: &mut Body) {
    let text = std::mem::take(&mut body.text);
    let breaks: Vec<(usize, Vec<Break>)> = body
        .passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| !matches!(passage.kind, PassageKind::Row | PassageKind::Furniture))
        .map(|(n, passage)| (n, breaks(&text, &passage.pieces.iter().map(|piece| piece.span).collect::<Vec<_>>())))
        .filter(|(_, breaks)| !breaks.is_empty())
        .collect();
    if !breaks.is_empty() {
        let lines = text.split(['\n', '\r', '\u{c}']).map(|line| (line.into(), line.ends_with(' ')));
        let words = Words::of(lines);
        let known = |each: &&Break| {
            let head = each.before.trim_end_matches(is_hyphen).split_whitespace().next_back().unwrap_or("");
            each.before.ends_with(is_hyphen) && words.writes(head, "", each.after)
        };
        let typeset = breaks.iter().flat_map(|(_, breaks)| breaks).filter(known).take(TYPESET).count() >= TYPESET;
        for (n, breaks) in breaks {
            let markup = &mut body.passages[n].markup;
            let mut hidden = Vec::new();
            for each in &breaks {
                let Some(letters) = words.hides(each.before, each.after, each.blank) else { continue };
                // In a text that is not set with hyphens, one at a line's end may be the word's own.
                let printed = each.before.ends_with(is_hyphen);
                let letters =
                    if letters > 0 && printed && !typeset && !known(&each) && !is_one_word(each.before, each.after) {
                        0
                    } else {
                        letters
                    };
                let start = each.at - letters;
                let span = Span::new(start, each.to.unwrap_or(each.at));
                let at = markup.partition_point(|other| other.span.end <= span.start);
                let free = markup.get(at).is_none_or(|other| !other.span.overlaps(span));
                if !span.is_empty() && free {
                    hidden.push(Markup { span, shows: String::new() });
                }
            }
            markup.append(&mut hidden);
            order::sort_by_key(markup, |markup| markup.span);
        }
    }
    body.text = text;
}

/// True if the parts before and after a hyphen are words that go together with one, and are not one word of the lists: "well-",
/// "known", but not "high-", "lights".
fn is_compound(head: &str, after: &str) -> bool {
    let tail = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let opens = word_list("compound-first-word")
        .contains(&fold(head.trim_start_matches(|c: char| !c.is_alphabetic())).as_str());
    let closes = || is_listed(tail) || word_list("compound-last-word").contains(&fold(tail).as_str());
    opens && tail.len() >= MIN_COMPOUND_TAIL_BYTES && !is_listed(&format!("{head}{tail}")) && closes()
}

/// True if `word` is in the lists of words.
fn is_listed(word: &str) -> bool {
    let word = fold(word);
    !verbs::inflections(&word).is_empty() || lexicon::classes_anywhere(&word) != Classes::NONE
}

/// True if the parts before and after a hyphen make a word of the lists of words, and the first is not a word by itself:
/// "regis-", "ter", but not "long-", "term" or "re-", "sign".
fn is_one_word(before: &str, after: &str) -> bool {
    let head = before.trim_end_matches(is_hyphen).split_whitespace().next_back().unwrap_or("");
    let letters = |c: char| c.is_alphabetic();
    let tail = after.split(|c: char| !letters(c)).next().unwrap_or("");
    let whole = head.len() >= MIN_PART_BYTES && head.chars().all(letters) && tail.len() >= MIN_PART_BYTES;
    whole && is_listed(&format!("{head}{tail}")) && !is_listed(head)
}

/// Shortest second word of a compound, in bytes: "high-", "ways" is one word.
const MIN_COMPOUND_TAIL_BYTES: usize = 4;
/// Shortest part of a word that a line's end parts, in bytes.
const MIN_PART_BYTES: usize = 3;

/// A place where a line ends inside a passage.
struct Break<'a> {
    before: &'a str,
    after: &'a str,
    /// After the last letter before it.
    at: usize,
    /// The first letter after it; nothing where another piece begins.
    to: Option<usize>,
    /// A blank is printed at the line's end.
    blank: bool,
}

/// The breaks of lines in `pieces` that may be inside a word.
fn breaks<'a>(text: &'a str, pieces: &[Span]) -> Vec<Break<'a>> {
    let mut out = Vec::new();
    let mut last: Option<(&str, usize, bool)> = None;
    for piece in pieces {
        let mut at = piece.start as usize;
        let mut inside = false;
        for line in piece.of(text).split_inclusive(['\n', '\r', '\u{c}']) {
            let words = line.trim();
            let start = at + line.len() - line.trim_start().len();
            if !words.is_empty() {
                if let Some((before, end, blank)) = last.filter(|(before, ..)| may_part(before)) {
                    out.push(Break { before, after: words, at: end, to: inside.then_some(start), blank });
                }
                let printed = line.trim_end_matches(['\n', '\r', '\u{c}']);
                last = Some((words, start + words.len(), printed.ends_with(' ')));
                inside = true;
            }
            at += line.len();
        }
    }
    out
}

/// True if a line's end may be inside a word.
fn may_part(line: &str) -> bool {
    line.chars().next_back().is_some_and(|last| is_hyphen(last) || matches!(last, '\u{ad}' | '¬') || last >= '\u{3001}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}')
}

#[cfg(test)]
mod tests {
    use entente_corpus::ReadingText;

    use crate::{TextFormat, structure};

    fn read(text: &str) -> Vec<String> {
        let body = structure(text, TextFormat::Plain).body;
        body.passages.iter().map(|passage| ReadingText::of(&body, passage).text).collect()
    }

    #[test]
    fn hyphens_of_breaks_are_hidden_where_the_text_is_set_with_them() {
        let text = "The co-operation of the agencies in the region goes on, and the agree-\nment of the ministers holds. It is an agreement of all the govern-\n\
                    ments of the region. The governments met, and the long-\nterm plan of the minis-\nters is the one that they want.\n";
        assert_eq!(
            read(text),
            [
                "The co-operation of the agencies in the region goes on, and the agreement of the ministers holds. It is an agreement of all the \
              governments of the region. The governments met, and the long-term plan of the ministers is the one that they want."
            ]
        );
        let plain = "The ministers met in the capital of the region for the first time, and the long-\nterm plan was agreed by all of them in the evening.\n";
        assert_eq!(read(plain)[0].matches("long-term").count(), 1, "one hyphen may be the word's own");
        let dash = "The debate of the house on the ports of the north and on all that goes with them -\nThursday was its day.\n";
        assert!(read(dash)[0].contains("them - Thursday"), "a dash parts no word");
    }

    #[test]
    fn a_word_of_the_lists_is_one_in_a_short_text_too() {
        let text = "REPORT ON THE COAST\n\nThe officers met in Lome and estab-\nlished a common regis-\nter of long-\nterm boats.\n";
        assert!(read(text)[1].contains("established a common register of long-term boats"), "{:?}", read(text));
        assert!(
            read("The ministers met in the capital and agreed to re-\nsign the treaty of the ports.\n")[0]
                .contains("re-sign")
        );
    }

    #[test]
    fn a_compound_keeps_its_hyphen_in_a_text_that_is_set_with_hyphens() {
        let words =
            super::Words::of(["the ministers of the agreement met".into()].into_iter().map(|line| (line, false)));
        for (before, after, expected) in [
            ("to strengthen the well-", "respected rules", Some(0)),
            ("a plan for the long-", "term growth", Some(0)),
            ("and the agree-", "ment of all", Some(1)),
            ("the high-", "lights of the year", Some(1)),
            ("the short-", "est way", Some(1)),
        ] {
            assert_eq!(words.hides(before, after, false), expected, "{before}{after}");
        }
    }

    #[test]
    fn scripts_without_blanks_get_none_and_korean_words_go_on() {
        assert_eq!(
            read("両国は港湾の安全に関する協力を強\n化することで一致した。\n"),
            ["両国は港湾の安全に関する協力を強化することで一致した。"]
        );
        let korean = "국군부대를 파견하는 것을 목적으로 국익을 창출하고 지역에서 \n우리 부대의 임무를 수행하며 특수전 부대에 대한 교육훈\n련 지원을 한다.\n";
        assert!(
            read(korean)[0].contains("지역에서 우리") && read(korean)[0].contains("교육훈련"),
            "{:?}",
            read(korean)
        );
    }

    #[test]
    fn a_word_over_a_page_is_one_word() {
        let text = "The agreement of the ministers of both states was signed in the capital of the repub-\n\n- 12 -\n\u{c}\nlic of the south, and the agree-\nment holds. \
                    The governments of the republic met. All govern-\nments agreed.\n";
        assert!(read(text)[0].contains("the republic of the south"), "{:?}", read(text));
        let capitals = "AGREEMENT ON THE COMMON EFFECTIVE PREFEREN-\nTIAL TARIFF SCHEME FOR THE REGION OF THE SOUTH\n\n\
                        The preferential tariff of the region was agreed by all of them.\n";
        assert!(read(capitals)[0].contains("EFFECTIVE PREFERENTIAL TARIFF"), "{:?}", read(capitals));
    }
}
