//! Telephone and fax numbers: by a label, by the sign of an international number, by their shape.
//!
//! In: a text as it is read. Out: places. Years, amounts and document symbols are distinguished from telephone numbers by the
//! shapes in `telephone-shapes.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use entente_text::fold::fold;

use super::shapes::Shape;
use super::words::{Class, is, longest_first};

/// Fewest digits of a number with a label.
const MIN_LABELLED_DIGITS: usize = 7;
/// Fewest digits of a number whose label has a colon.
const MIN_DIGITS_AFTER_COLON: usize = 4;
/// Fewest digits of a number with the sign of an international one.
const MIN_INTERNATIONAL_DIGITS: usize = 8;
/// Most digits of a number.
const MAX_DIGITS: usize = 18;
/// Bytes before a number in which its label is looked for.
const LABEL_BYTES: usize = 80;
/// Most words of a label.
const MAX_LABEL_WORDS: usize = 3;
/// Most bytes between two numbers of one label.
const MAX_AND_BYTES: usize = 8;

/// Words that may be between a label and its number.
const NUMBER_WORDS: &[&str] = &[" number", " no", " nos", " nr", " num", " numero"];

static SHAPES: LazyLock<Vec<Shape>> =
    LazyLock::new(|| shape_rows().map(|[shape, _, _]| Shape::strict(shape)).collect());
static EXTENSIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| longest_first(Class::Extension));

fn shape_rows() -> impl Iterator<Item = [&'static str; 3]> {
    let rows = include_str!("../../data/telephone-shapes.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

/// The numbers of `text`.
pub(super) fn telephones(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for run in runs(text) {
        let start = out.last().map_or(run.start, |last: &Range<usize>| last.end.max(run.start));
        if start >= run.end {
            continue;
        }
        // "555-0199 or 555-0198": the second number has the label of the first.
        let digits = text[start..run.end].bytes().filter(u8::is_ascii_digit).count();
        let beside = out.last().is_some_and(|last| start - last.end <= MAX_AND_BYTES && is_and(&text[last.end..start]));
        if beside
            && (MIN_LABELLED_DIGITS - 1..=MAX_DIGITS).contains(&digits)
            && groups(&text[start..run.end]) > 1
            && !has_year(&text[start..run.end])
        {
            out.push(start..tail(text, run.end));
            continue;
        }
        if let Some(number) = number(text, start..run.end) {
            let end = tail(text, number.end);
            out.push(number.start..end);
        } else {
            for found in shaped(text, &(start..run.end)) {
                let end = tail(text, found.end);
                out.push(found.start..end);
            }
        }
    }
    out
}

/// True if `words`, folded, is a label of a telephone number.
pub(super) fn is_label(words: &str) -> bool {
    is(words.trim_matches(|c: char| !c.is_alphanumeric()), Class::PhoneLabel) || is(words, Class::PhoneLabel)
}

/// True if `between` joins two numbers of one label, as "or" does.
fn is_and(between: &str) -> bool {
    matches!(
        fold(between).trim_matches([' ', '+', '(']),
        "," | ";" | "/" | "or" | "and" | "&" | "ou" | "et" | "oder" | "und" | "o" | "y" | "및" | "、"
    )
}

/// `run` as a number by its label or as an international one.
fn number(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let words = &text[run.clone()];
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    if !(MIN_DIGITS_AFTER_COLON..=MAX_DIGITS).contains(&digits) {
        return None;
    }
    let bare = words.trim_start_matches('(');
    let zeros = bare.starts_with("00") && !bare.starts_with("000") && groups(bare) >= 3 && digits >= 10;
    let international = (bare.starts_with('+') || zeros) && digits >= MIN_INTERNATIONAL_DIGITS;
    let needed = match label(text, run.start) {
        Some(true) => MIN_DIGITS_AFTER_COLON,
        Some(false) => MIN_LABELLED_DIGITS,
        None if international => MIN_INTERNATIONAL_DIGITS,
        None => return None,
    };
    if digits < needed {
        return None;
    }
    // "(02) 555" is whole; a bracket that only opens is not the number's.
    let opens = words.starts_with('(') && !words.contains(')');
    Some(run.start + usize::from(opens)..run.end)
}

fn groups(number: &str) -> usize {
    number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count()
}

/// Looks for a label before `at`. Returns `None` without a label, otherwise whether a colon or the end of a cell separates the two.
fn label(text: &str, at: usize) -> Option<bool> {
    let from = text.floor_char_boundary(at.saturating_sub(LABEL_BYTES));
    let before = &text[from..at];
    let words = before.trim_end_matches(|c: char| c.is_whitespace() || ":：.()+|\"'=>#-*☎☏".contains(c));
    let between = &before[words.len()..];
    if between.matches('\n').count() > 2 {
        return None;
    }
    let parted = between.contains([':', '：', '\t', '|', '☎', '=']) || between.contains('\n');
    let sign = words.ends_with(['☎', '☏', '📞', '📠']) || between.contains(['☎', '☏']);
    if sign {
        return Some(true);
    }
    let line = words.rsplit(['\n', '\t', '|']).next().unwrap_or_default();
    let line = fold(line);
    let mut starts: Vec<usize> = line.char_indices().filter(|(at, _)| is_start(&line, *at)).map(|(at, _)| at).collect();
    starts.reverse();
    for start in starts.into_iter().take(MAX_LABEL_WORDS * 2) {
        let label = line[start..].trim_end_matches(['.', ' ']);
        let bare = NUMBER_WORDS.iter().find_map(|word| label.strip_suffix(word)).unwrap_or(label);
        let label = bare.trim_end_matches(['.', ' ']);
        let short = label.chars().count() <= 2 && label.is_ascii();
        // On another line, the label has that line for itself.
        let alone = !between.contains('\n') || start == 0;
        if is_label(label) && alone && (!short || between.starts_with([':', '.', '：']) || parted && start == 0) {
            return Some(parted || between.starts_with('.'));
        }
    }
    None
}

fn is_start(line: &str, at: usize) -> bool {
    let here = line[at..].chars().next().is_some_and(char::is_alphanumeric);
    let before = line[..at].chars().next_back();
    // Korean and Chinese labels may touch the word before them.
    here && before.is_none_or(|before| !before.is_alphanumeric() || !line[at..].starts_with(|c: char| c.is_ascii()))
}

/// The places in `run` that have a shape of telephone numbers.
fn shaped(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = run.start;
    for at in run.clone().filter(|at| text.is_char_boundary(*at)) {
        let here = &text[at..];
        let begins = here.starts_with(|c: char| c.is_ascii_digit() || c == '(');
        // "1-202-555-0100" is a number; "2014-02-555" and "A-02-555" are not.
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let stands = !before.is_ascii_alphanumeric() && !matches!(before, '-' | '/' | '.' | '_');
        if at < from || !begins || !stands {
            continue;
        }
        let whole = |end: &usize| {
            let following = &text[*end..];
            let next = following.strip_prefix(['-', '.', '/']).unwrap_or("");
            !following.starts_with(|c: char| c.is_ascii_alphanumeric())
                && !next.starts_with(|c: char| c.is_ascii_digit())
        };
        let end = SHAPES.iter().filter_map(|shape| shape.end(text, at)).filter(whole).max();
        if let Some(end) = end {
            out.push(at..end);
            from = end;
        }
    }
    out
}

/// The end of a number with its extension, and with the last digits of others: "555-0199/0198", "ext. 12".
fn tail(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..8 {
        let rest = &text[end..];
        let skipped = rest.len() - rest.trim_start_matches([' ', ',', ';', '(']).len();
        let following = &rest[skipped.min(4)..];
        let lower = fold(&following[..following.floor_char_boundary(16)]);
        if let Some(word) = EXTENSIONS.iter().find(|word| lower.starts_with(**word)) {
            let word_end: usize = following.chars().take(word.chars().count()).map(char::len_utf8).sum();
            let after = &following[word_end..];
            let gap = after.len() - after.trim_start_matches([' ', '.', ':', '#']).len();
            let digits = after[gap..].bytes().take_while(u8::is_ascii_digit).count();
            if gap <= 3 && (1..=6).contains(&digits) {
                end += skipped.min(4) + word_end + gap + digits;
                if text[end..].starts_with(')') && rest[..skipped].contains('(') {
                    end += 1;
                }
                continue;
            }
        }
        // The longer ones first: after "," alone, the blank of ", 0189" would end the number.
        let joins = [", ", " / ", " ~ ", "/", "~", "·", ","];
        if let Some(after) = joins.iter().find_map(|join| rest.strip_prefix(join)) {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let goes_on = after[digits..].starts_with(|c: char| {
                c.is_alphanumeric()
                    || "-.,/".contains(c) && after[digits + 1..].starts_with(|c: char| c.is_ascii_digit())
            });
            let comma = rest.starts_with(',');
            // After a comma and a blank, three digits begin an address as often.
            let fewest = if rest.starts_with(", ") { 4 } else { 2 + usize::from(comma) };
            if (fewest..=4).contains(&digits) && !goes_on && !is_year(&after[..digits], comma) {
                end += rest.len() - after.len() + digits;
                continue;
            }
        }
        break;
    }
    end
}

fn has_year(number: &str) -> bool {
    number.split(|c: char| !c.is_ascii_digit()).any(|group| is_year(group, true))
}

fn is_year(digits: &str, comma: bool) -> bool {
    comma && digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Runs of digits with what comes between the groups of a number.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut gap = 0;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        open = match open {
            Some(range) if c.is_ascii_digit() => {
                gap = 0;
                Some(range.start..at + 1)
            }
            // A number goes on after a line end if its last sign says so.
            Some(range) if c == '\n' && text[..at].trim_end().ends_with(['-', '/', ')', '(']) && gap < 4 => {
                gap += 1;
                Some(range)
            }
            Some(range) if matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '~' | '·') && gap < 4 => {
                gap += 1;
                Some(range)
            }
            open => {
                out.extend(open.filter(|range| text[range.clone()].bytes().any(|byte| byte.is_ascii_digit())));
                gap = 0;
                let begins = c.is_ascii_digit() || matches!(c, '+' | '(');
                begins.then_some(at..at + usize::from(c.is_ascii_digit()))
            }
        };
    }
    // "ends (1)" leaves a bracket open; where a sign only opens, the run begins at it and ends with its last digit.
    out.retain(|range| range.end > range.start);
    out
}

#[cfg(test)]
mod tests {
    use super::{SHAPES, shape_rows, telephones};

    #[test]
    fn the_shapes_find_their_examples_and_not_their_counter_examples() {
        let shapes: Vec<&str> = shape_rows().map(|[shape, _, _]| shape).collect();
        assert!(shapes.is_sorted_by(|a, b| a < b), "sorted, each once");
        for ([shape, example, counter], known) in shape_rows().zip(SHAPES.iter()) {
            let found = known.all(example);
            assert!(found.iter().any(|range| range.len() + 2 >= example.trim().len()), "{shape}: {example}");
            assert!(known.all(counter).iter().all(|range| range.len() < counter.len()), "{shape}: {counter}");
        }
    }

    #[test]
    fn numbers_are_found_whole_and_nothing_else() {
        for (text, expected) in [
            ("Telephone Number: +82-2-555-0199 Fax Number: +82-2-555-0198", vec!["+82-2-555-0199", "+82-2-555-0198"]),
            ("Tel. (02) 555 0199, room 7", vec!["(02) 555 0199"]),
            ("전화: 02-555-0199", vec!["02-555-0199"]),
            ("Call +1 (202) 555-0100.", vec!["+1 (202) 555-0100"]),
            ("reach us: 0044 20 7946 0958", vec!["0044 20 7946 0958"]),
            ("Tel: 555-0199 ext. 12, or", vec!["555-0199 ext. 12"]),
            ("Tel: 02-555-0199/0198", vec!["02-555-0199/0198"]),
            ("Tel. 02-555-0199, 0198, 0197", vec!["02-555-0199, 0198, 0197"]),
            ("Tel. 02-555-0199,198", vec!["02-555-0199,198"]),
            ("Tel. 02-555-0199, 120 Harbour Street", vec!["02-555-0199"]),
            ("Tel. 02-555-0199, 2014", vec!["02-555-0199"]),
            ("Phone\n02 555 0199", vec!["02 555 0199"]),
            ("T: 555 0199", vec!["555 0199"]),
            ("Tel: 555-0199 or 555-0198, 2014-2015", vec!["555-0199", "555-0198"]),
            ("write to 82-2-2100-0199 now", vec!["82-2-2100-0199"]),
            ("(담당: 02-2100-0199)", vec!["02-2100-0199"]),
            ("Tél. : 01 99 00 12 34", vec!["01 99 00 12 34"]),
            ("+82-2-\n555-0199", vec!["+82-2-\n555-0199"]),
            ("tel.: 5550199", vec!["5550199"]),
            ("内線 x", vec![]),
            ("Resolution 2087 (2013) of 22 January 2013", vec![]),
            ("US$ 1 000 000 and 500,000 dollars since 2009-2010", vec![]),
            ("the hotel 2014-2015-2016", vec![]),
            ("A/RES/70/237 of 23.12.2015, paras. 1-10", vec![]),
            ("ISBN 978-92-1-101000-2", vec![]),
            ("2014-05-12 10:30", vec![]),
            ("+5 to +10 degrees", vec![]),
        ] {
            let found: Vec<&str> = telephones(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
