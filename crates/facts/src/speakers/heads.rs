//! Who gives a speech or signs a text as a whole, by its head: "Statement by Norway", "Discours du Président de …",
//! "Joint Statement of A and B", "We, the Leaders of …,".

use std::ops::Range;

use entente_text::Word;
use entente_text::fold::fold;

use crate::statements::frames::states;
use entente_language::speech_words::is_speech_word;

/// Words before what a speech is called, at most: "Opening remarks by", "(Unofficial translation) Speech by".
const BEFORE: usize = 4;
/// Words of who gives a speech, at most.
const LONGEST: usize = 24;

/// Where a title says who gives the speech: the bytes behind "by".
pub(super) fn speech_by(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let called = words.iter().take(BEFORE + 1).position(|word| is_speech_word("speech", &word.folded))?;
    if words[..called].iter().any(|word| is_joint(&word.folded)) {
        return None;
    }
    let by = (called + 1..words.len().min(called + 5)).find(|at| is_speech_word("given-by", &words[*at].folded))?;
    let between = &words[called + 1..by];
    if !between.iter().all(|word| is_speech_word("delivered", &word.folded)) {
        return None;
    }
    party_behind(text, words, by + 1)
}

fn is_joint(word: &str) -> bool {
    matches!(word, "joint" | "trilateral" | "conjointe" | "commune" | "conjunta")
}

/// The words from `first` to where something else begins.
fn party_behind(text: &str, words: &[Word], first: usize) -> Option<Range<usize>> {
    let first =
        first + usize::from(words.get(first).is_some_and(|word| is_speech_word("speaker-article", &word.folded)));
    let start = words.get(first)?.start;
    let mut end = first;
    while end + 1 < words.len() && end - first < LONGEST {
        let gap = text.get(words[end].end..words[end + 1].start).unwrap_or("");
        let next = words[end + 1].folded.as_str();
        let office = is_speech_word("office", &words[end].folded);
        // "Minister for Foreign Affairs", "Ministre des Affaires": what an office is for belongs to it.
        if gap.contains("  ")
            || gap.contains([':', ';', '(', '–', '—', '\n', '“', '"', '|'])
            || is_speech_word("begins-elsewhere", next)
                && words[end + 1].text != "A"
                && !(office && matches!(next, "in" | "on"))
        {
            break;
        }
        end += 1;
    }
    Some(start..words[end].end)
}

/// Where a joint text's first sentence names who "we" are: "We, A, B and C, met", "The members of D met".
pub(super) fn joint_lead(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let gap = |at: usize| -> &str {
        match (words.get(at), words.get(at + 1)) {
            (Some(a), Some(b)) => text.get(a.end..b.start).unwrap_or(""),
            (Some(a), None) => text.get(a.end..).unwrap_or(""),
            _ => "",
        }
    };
    let verbal = |at: usize| -> bool {
        let Some(word) = words.get(at) else { return true };
        if word.text.starts_with(char::is_uppercase) {
            return false;
        }
        let folded = word.folded.as_str();
        is_speech_word("joint-lead-verb", folded)
            || states(folded)
            || folded.len() > 4 && (folded.ends_with("ing") || folded.ends_with("ly"))
    };
    let most = words.len().min(120);
    if words.first()?.folded == "we" && gap(0).trim_start().starts_with([',', '–', '—']) {
        let end = (1..most)
            .find(|at| gap(*at).trim_start_matches([')', ' ']).starts_with([',', ':', '–', '—']) && verbal(at + 1))?;
        let first = 1 + usize::from(words.get(1).is_some_and(|word| word.folded == "the"));
        return Some(words.get(first)?.start..words[end].end);
    }
    None
}

/// Who a title names as the parties of a joint text: "Joint Statement of A and B", "A-B Joint Statement".
pub(super) fn joint_title(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let joint = words.iter().position(|word| is_joint(&word.folded))?;
    let called = (joint..words.len()).take(6).find(|at| is_speech_word("joint-text", &words[*at].folded))?;
    let by = (called + 1..words.len().min(called + 3))
        .find(|at| matches!(words[*at].folded.as_str(), "of" | "by" | "between" | "from"));
    if let Some(by) = by.filter(|by| {
        text.get(words[called].end..words[*by].start).is_some_and(|gap| gap.trim().is_empty() || gap.contains("by"))
    }) {
        return party_behind(text, words, by + 1);
    }
    let first = usize::from(
        words.first().is_some_and(|word| word.folded == "title" || is_speech_word("speaker-article", &word.folded)),
    );
    (first < joint).then(|| words[first].start..words[joint - 1].end)
}

/// True where words taken together stand for a body: "the Leaders of the Group of Seven".
pub(super) fn is_collective(words: &str) -> bool {
    words.split_whitespace().take(3).any(|word| is_speech_word("collective", &fold(word)))
}

#[cfg(test)]
mod tests {
    use super::{joint_lead, joint_title, speech_by};
    use entente_text::words;

    #[test]
    fn titles_say_who_gives_a_speech() {
        for (text, expected) in [
            ("Statement by Norway at the general debate", Some("Norway")),
            ("Opening remarks by Ambassador A. Brown", Some("Ambassador A. Brown")),
            ("SPEECH BY THE PRIME MINISTER, MR. A. BROWN", Some("PRIME MINISTER, MR. A. BROWN")),
            (
                "Speech delivered by the Minister for Foreign Affairs to the Council",
                Some("Minister for Foreign Affairs"),
            ),
            ("Discours du Président de la République du Togo", Some("Président de la République du Togo")),
            ("Joint Statement by Norway and Kenya", None),
            ("Statement on the port of Lanta", None),
            ("The committee and its long report on the statement by Norway", None),
        ] {
            assert_eq!(speech_by(text, &words(text)).map(|range| &text[range]), expected, "{text}");
        }
    }

    #[test]
    fn joint_texts_say_who_we_are() {
        for (text, expected) in [
            (
                "We, the Leaders of the Group of Ten (G10), strongly condemn it.",
                Some("Leaders of the Group of Ten (G10"),
            ),
            (
                "We, President A. Brown and Prime Minister B. Green, met in Lanta.",
                Some("President A. Brown and Prime Minister B. Green"),
            ),
            ("We met in Lanta, and agreed.", None),
        ] {
            assert_eq!(joint_lead(text, &words(text)).map(|range| &text[range]), expected, "{text}");
        }
        for (text, expected) in [
            ("Joint Statement of Norway and Kenya", Some("Norway and Kenya")),
            ("Norway-Kenya Joint Leaders’ Statement", Some("Norway-Kenya")),
            ("Joint Statement on Cooperation", None),
            ("Statement by Norway", None),
        ] {
            assert_eq!(joint_title(text, &words(text)).map(|range| &text[range]), expected, "{text}");
        }
    }
}
