//! Forms: which answer belongs to which question, and which is left empty; levels of lists.

use entente_corpus::PassageKind;
use entente_text::fold::fold;

use super::blocks::PassageDraft;
use super::headings::Class;
use super::ordinal;
use crate::word_lists::word_list;

/// Lists are not nested deeper than this by letters and numbers.
const DEEPEST: usize = 12;
/// A heading printed this often is a form's own wording.
const REPEATED: usize = 3;

/// Sets levels of items, empty answers, what belongs to which question, and the form's own wording.
pub(crate) fn assign(text: &str, drafts: &mut [PassageDraft]) {
    levels(text, drafts);
    let mut question: Option<u32> = None;
    let mut turn: Option<u32> = None;
    let spoken = drafts.iter().any(|draft| draft.speaks);
    for n in 0..drafts.len() {
        let index = u32::try_from(n).ok();
        let words = drafts[n].text(text);
        let headed = |before: &PassageDraft| {
            before.passage.empty || matches!(before.passage.kind, PassageKind::Heading | PassageKind::Question)
        };
        let on_purpose =
            words.trim().chars().count() >= 2 || n.checked_sub(1).is_some_and(|before| headed(&drafts[before]));
        let draft = &mut drafts[n];
        match draft.passage.kind {
            PassageKind::Question => (question, turn) = (index, None),
            PassageKind::Heading => (question, turn) = (None, None),
            PassageKind::Furniture | PassageKind::Row => {}
            _ => {
                // What stands in brackets among turns is not said by anybody.
                let aside = spoken && words.starts_with(['(', '[']) && words.trim_end().ends_with([')', ']']);
                if aside {
                    (question, turn) = (None, None);
                }
                if is_empty(&words) && !on_purpose {
                    // A dash left over at the end of a list says nothing.
                    draft.passage.kind = PassageKind::Furniture;
                } else if is_empty(&words) {
                    draft.passage.kind = PassageKind::Answer;
                    draft.passage.empty = true;
                } else if question.is_some() && draft.passage.kind == PassageKind::Paragraph {
                    draft.passage.kind = PassageKind::Answer;
                }
                // What is said without a label is said by who spoke last.
                turn = if draft.speaks { index } else { turn };
                draft.passage.of = draft.passage.of.or(question).or(turn.filter(|_| !draft.speaks));
            }
        }
    }
    let heads: Vec<String> = drafts
        .iter()
        .map(|draft| if draft.class == Some(Class::Capitals) { fold(&draft.text(text)) } else { String::new() })
        .collect();
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    heads.iter().for_each(|head| *counts.entry(head).or_default() += 1);
    for (draft, head) in drafts.iter_mut().zip(&heads) {
        let count = counts.get(head.as_str()).copied().unwrap_or(0);
        draft.passage.template |= !head.is_empty() && count >= REPEATED;
    }
}

/// Longest words of an empty answer, in bytes.
const MAX_EMPTY_BYTES: usize = 48;

/// "-", "--", "n/a": something was put where nothing was to be said.
pub(super) fn is_empty(words: &str) -> bool {
    let bare = words.trim();
    let dashes =
        !bare.is_empty() && bare.chars().all(|c| matches!(c, '-' | '–' | '—' | '.')) && bare.chars().count() <= 3;
    dashes || bare.len() <= MAX_EMPTY_BYTES && word_list("no-answer").contains(&fold(bare).as_str())
}

/// A list's level: by its mark's place among the marks in use, or by indentation under the same bullet.
fn levels(text: &str, drafts: &mut [PassageDraft]) {
    let mut stack: Vec<Mark> = Vec::new();
    for draft in drafts {
        let lettered = draft
            .passage
            .number
            .filter(|_| draft.passage.kind == PassageKind::Item && draft.bullet.is_none() && draft.passage.level == 0);
        if let Some(number) = lettered {
            let number = number.of(text).to_owned();
            let fits =
                |mark: &Mark| matches!(mark, Mark::Number(last) if *last == number || ordinal::follows(last, &number));
            if let Some(at) = stack.iter().rposition(fits) {
                stack.truncate(at);
            } else if !ordinal::begins(&number) || stack.len() >= DEEPEST {
                stack.clear();
            }
            stack.push(Mark::Number(number));
        } else if let Some(bullet) = draft.bullet {
            let here = draft.indent;
            while stack.last().is_some_and(|mark| matches!(mark, Mark::Bullet(_, indent) if *indent > here)) {
                stack.pop();
            }
            let known =
                |mark: &Mark| matches!(mark, Mark::Bullet(known, indent) if (*known, *indent) == (bullet, here));
            match stack.iter().position(known) {
                Some(at) => stack.truncate(at + 1),
                // One column more is slack of a hand-made list only where the bullet is another one.
                None => stack.push(Mark::Bullet(bullet, here)),
            }
        } else {
            if draft.passage.kind != PassageKind::Note {
                stack.clear();
            }
            continue;
        }
        draft.passage.level = u8::try_from(stack.len()).unwrap_or(u8::MAX);
    }
}

/// What stands before an item.
enum Mark {
    /// A bullet and its indentation.
    Bullet(char, usize),
    /// A number or letter.
    Number(String),
}
