//! Headings, by their marks, their numbers, their letters and where they stand.

mod chapters;
mod lines;
mod marks;
mod repeats;

use std::collections::BTreeSet;

use entente_corpus::PassageKind;
use entente_text::order;

use self::chapters::Chapters;
use self::lines::plain;
use self::marks::{MAX_PLAIN_CHARS, bold};
use self::repeats::{MIN_REPEATED_BYTES, comparable, number, repeats};
use super::blocks::PassageDraft;

pub(crate) use self::lines::{is_open, is_title, links_on, opens};
pub(crate) use self::marks::{atx, class};

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

/// Finds the headings that show by where they stand, and gives numbered headings their numbers. Where headings are
/// `styled`, lines that only stand apart are not headings.
pub(crate) fn refine(text: &str, drafts: &mut [PassageDraft], styled: bool) {
    let items: BTreeSet<String> = order::set(
        drafts
            .iter()
            .filter(|draft| draft.passage.kind == PassageKind::Item)
            .map(|draft| comparable(&draft.text(text)))
            .filter(|words| words.len() >= MIN_REPEATED_BYTES),
    );
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
    lower_headlines(text, drafts);
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

/// Fewest long lines in capitals that make a form of a text in which none has a question mark.
const MIN_FORM_QUESTIONS: usize = 3;

/// Makes headings of long lines in capitals where the text is not a form: a headline asks nothing, however often a page repeats it.
fn lower_headlines(text: &str, drafts: &mut [PassageDraft]) {
    let long = |draft: &PassageDraft| draft.class == Some(Class::Question);
    let asked = order::set(drafts.iter().filter(|draft| long(draft)).map(|draft| draft.text(text)));
    if asked.len() >= MIN_FORM_QUESTIONS || asked.iter().any(|words| words.contains('?')) {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| long(draft)) {
        draft.class = Some(Class::Capitals);
        draft.passage.kind = PassageKind::Heading;
    }
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

/// True if the passage before a line goes on in it.
fn is_unfinished(text: &str, draft: &PassageDraft) -> bool {
    let words = draft.text(text);
    let uncased = !words.contains(char::is_lowercase);
    let running = draft.passage.kind == PassageKind::Paragraph || (draft.passage.kind == PassageKind::Item && uncased);
    let ends = super::damage::ends(&words) || words.trim_end().ends_with(['。', ',', '–', '-']);
    // Columns of a letterhead or of a table are not a sentence.
    let columns = words.lines().next_back().is_some_and(|last| last.contains("   "));
    running && draft.class.is_none() && !ends && !columns && words.chars().count() >= by_script(&words, UNFINISHED)
}

fn by_script(words: &str, (cased, uncased): (usize, usize)) -> usize {
    if words.contains(char::is_lowercase) { cased } else { uncased }
}

#[cfg(test)]
mod tests {
    use entente_corpus::PassageKind;

    use super::{Class, class, repeats};
    use crate::{TextFormat, structure};

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
    fn a_headline_that_a_page_repeats_asks_nothing() {
        let headline = "MAN SENTENCED TO SIX YEARS FOR THE THEFT OF BOATS OF THE HARBOUR OF THE NORTH AND OF ALL THAT WAS IN THEM IN MAY OF LAST YEAR";
        let kinds = |text: &str| -> Vec<PassageKind> {
            structure(text, TextFormat::Plain).body.passages.iter().map(|passage| passage.kind).collect()
        };
        let said = "The court of the north has heard the case, and it was said that the boats are back.";
        let page = format!("{headline}\n\n{said}\n\n{headline}\n\n{said}\n");
        assert_eq!(kinds(&page), [PassageKind::Heading, PassageKind::Paragraph].repeat(2));
        let form = format!("{headline}\n\n{said}\n\nWHAT NEEDS DOES YOUR PORT HAVE?\n\n{said}\n");
        assert_eq!(kinds(&form), [PassageKind::Question, PassageKind::Answer].repeat(2));
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
