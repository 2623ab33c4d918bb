//! Headings become a tree.

use entente_corpus::{PassageKind, Section};
use entente_text::saturating_u32;

use super::blocks::PassageDraft;
use super::headings::Class;
use crate::word_lists::word_list;

/// Longest heading, in bytes with its markup. Every passage below a heading is shown and exported with it, so that longer ones
/// would be repeated for each. A whole text within heading tags is longer, and is a paragraph.
const MAX_HEADING_BYTES: usize = 1_000;

/// Makes paragraphs of headings that are longer than [`MAX_HEADING_BYTES`].
pub(crate) fn bound_headings(drafts: &mut [PassageDraft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.class.is_some() || draft.passage.kind == PassageKind::Heading) {
        if draft.passage.pieces.iter().map(|piece| piece.span.len()).sum::<usize>() <= MAX_HEADING_BYTES {
            continue;
        }
        draft.class = None;
        if draft.passage.kind == PassageKind::Heading {
            draft.passage.kind = PassageKind::Paragraph;
        }
    }
}

/// The sections of `drafts`; each passage gets the section it stands in, each heading its level.
pub(crate) fn tree(text: &str, drafts: &mut [PassageDraft]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut stack: Vec<(Class, u32)> = Vec::new();
    let mut headings: Vec<String> = Vec::new();
    // The passage after which the section of a mere label ends.
    let mut label_until = None;
    for (n, draft) in drafts.iter_mut().enumerate() {
        if label_until.is_some_and(|until| n > until) {
            stack.pop();
            label_until = None;
        }
        if let Some(class) = draft.class.clone().filter(|_| draft.passage.kind != PassageKind::Furniture) {
            // What introduces the articles contains none of them.
            let before = |(open, at): &(Class, u32)| {
                matches!(open, Class::Capitals | Class::Plain | Class::Bold) && introduces(&headings[*at as usize])
            };
            if let Some(at) = stack.iter().position(before).filter(|_| matches!(class, Class::Named(_))) {
                stack.truncate(at);
            }
            make_room(&mut stack, &class);
            let level = u8::try_from(stack.len() + 1).unwrap_or(u8::MAX);
            let index = saturating_u32(sections.len());
            let heading = saturating_u32(n);
            sections.push(Section { anchor: String::new(), parent: stack.last().map(|(_, at)| *at), level, heading });
            stack.push((class, index));
            headings.push(draft.text(text));
            label_until = is_label(&headings[index as usize]).then_some(n + 1);
            if draft.passage.kind == PassageKind::Heading {
                draft.passage.level = level;
            }
        }
        draft.passage.section = stack.last().map(|(_, at)| *at);
    }
    sections
}

/// True for a heading that labels one value below it and heads no text: "Date".
fn is_label(heading: &str) -> bool {
    word_list("value-label").contains(&entente_text::fold::fold(heading.trim_end_matches(':')).as_str())
}

/// "PREAMBLE", "HAVE AGREED AS FOLLOWS:": headings of what stands before a treaty's or a law's articles.
fn introduces(heading: &str) -> bool {
    let bare = heading.trim_matches(['*', ' ']);
    bare.ends_with([':', '：']) || word_list("preamble").contains(&entente_text::fold::fold(bare).as_str())
}

/// Closes the sections that a heading of `class` ends.
fn make_room(stack: &mut Vec<(Class, u32)>, class: &Class) {
    let keep = match class {
        Class::Markdown(level) => {
            stack.iter().position(|(open, _)| !matches!(open, Class::Markdown(above) if above < level))
        }
        // What is lettered or numbered anew ends all that was opened since the count before it began.
        Class::Letter(0) if stack.iter().any(|(open, _)| matches!(open, Class::Letter(at) if *at > 0)) => {
            Some(stack.iter().take_while(|(open, _)| matches!(open, Class::Markdown(_))).count())
        }
        Class::Letter(_) => stack.iter().position(|(open, _)| matches!(open, Class::Letter(_) | Class::Parts(_))),
        Class::Parts(parts) => {
            // What counts above them stays open, with all that it stands in.
            let counted = |open: &Class| {
                matches!(open, Class::Letter(_) | Class::Number(_) | Class::Markdown(_) | Class::Named(_))
            };
            let above = stack.iter().rposition(|(open, _)| counted(open)).map_or(0, |at| at + 1);
            let ends = |open: &Class| !matches!(open, Class::Parts(above) if above < parts);
            stack[above..].iter().position(|(open, _)| ends(open)).map(|at| above + at)
        }
        Class::Roman => stack.iter().position(|(open, _)| matches!(open, Class::Roman | Class::Plain | Class::Bold)),
        Class::Number(_) => stack.iter().position(|(open, _)| {
            matches!(open, Class::Number(_) | Class::Letter(_) | Class::Parts(_) | Class::Plain | Class::Bold)
        }),
        // A question closes what the form's own headings opened.
        Class::Question | Class::Capitals => stack
            .iter()
            .position(|(open, _)| matches!(open, Class::Question | Class::Capitals | Class::Plain | Class::Bold)),
        Class::Named(word) => stack.iter().position(|(open, _)| {
            matches!(open, Class::Named(other) if other == word || narrower(other, word))
                || matches!(open, Class::Plain | Class::Bold)
        }),
        Class::Bold | Class::Plain => stack.iter().position(|(open, _)| open == class || *open == Class::Plain),
    };
    if let Some(keep) = keep {
        stack.truncate(keep);
    }
}

/// True when a heading named `a` stands below one named `b`.
fn narrower(a: &str, b: &str) -> bool {
    let rank = |word: &str| word_list("part-order").iter().position(|known| *known == word);
    matches!((rank(a), rank(b)), (Some(a), Some(b)) if a > b)
}
