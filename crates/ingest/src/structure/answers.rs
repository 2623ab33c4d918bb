//! Forms: which answer belongs to which question, and which is left empty; levels of lists.

use entente_corpus::PassageKind;
use entente_text::fold::fold;

use super::blocks::Draft;
use super::headings::Class;

/// A heading printed this often is a form's own wording.
const REPEATED: usize = 3;

/// Sets levels of items, empty answers, what belongs to which question, and the form's own wording.
pub(crate) fn assign(text: &str, drafts: &mut [Draft]) {
    levels(drafts);
    let mut question: Option<u32> = None;
    for n in 0..drafts.len() {
        let index = u32::try_from(n).ok();
        let words = drafts[n].text(text);
        let headed = |before: &Draft| {
            before.passage.empty || matches!(before.passage.kind, PassageKind::Heading | PassageKind::Question)
        };
        let on_purpose =
            words.trim().chars().count() >= 2 || n.checked_sub(1).is_some_and(|before| headed(&drafts[before]));
        let draft = &mut drafts[n];
        match draft.passage.kind {
            PassageKind::Question => question = index,
            PassageKind::Heading => question = None,
            PassageKind::Furniture | PassageKind::Row => {}
            _ => {
                if is_empty(&words) && !on_purpose {
                    // A dash left over at the end of a list says nothing.
                    draft.passage.kind = PassageKind::Furniture;
                } else if is_empty(&words) {
                    draft.passage.kind = PassageKind::Answer;
                    draft.passage.empty = true;
                } else if question.is_some() && draft.passage.kind == PassageKind::Paragraph {
                    draft.passage.kind = PassageKind::Answer;
                }
                draft.passage.of = draft.passage.of.or(question);
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

/// "-", "--", "n/a": something was put where nothing was to be said.
pub(super) fn is_empty(words: &str) -> bool {
    let bare = words.trim();
    let dashes =
        !bare.is_empty() && bare.chars().all(|c| matches!(c, '-' | '–' | '—' | '.')) && bare.chars().count() <= 3;
    dashes
        || matches!(
            fold(bare).as_str(),
            "n/a" | "not applicable" | "nil" | "none" | "sans objet" | "néant" | "해당없음" | "해당 없음" | "없음"
        )
}

/// A list's level: by its bullet's place among the bullets in use, or by indentation under the same bullet.
fn levels(drafts: &mut [Draft]) {
    let mut stack: Vec<(char, usize)> = Vec::new();
    for draft in drafts {
        let Some(bullet) = draft.bullet else {
            if draft.passage.kind != PassageKind::Note {
                stack.clear();
            }
            continue;
        };
        let here = (bullet, draft.indent);
        while stack.last().is_some_and(|(_, indent)| *indent > here.1) {
            stack.pop();
        }
        if let Some(at) = stack.iter().position(|known| *known == here) {
            stack.truncate(at + 1);
        } else {
            // One column more is slack of a hand-made list only where the bullet is another one.
            stack.push(here);
        }
        draft.passage.level = u8::try_from(stack.len()).unwrap_or(u8::MAX);
    }
}
