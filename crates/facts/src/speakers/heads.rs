//! Who gives a speech or signs a text as a whole, by its head: "Statement by Norway", "Discours du Président de …",
//! "Joint Statement of A and B", "We, the Leaders of …,".

use std::ops::Range;

use entente_text::Word;
use entente_text::fold::fold;

use crate::occasion;
use crate::statements::frames::states;
use entente_language::speech_words::is_speech_word;
use entente_language::verbs::{Form, inflections};

/// Words before what a speech is called, at most: "Opening remarks by", "(Unofficial translation) Speech by".
const BEFORE: usize = 4;
/// Words before "we" in a lead, at most.
const MAX_LEAD_WORDS: usize = 40;
/// Words before "Statement" in a title that names whose it is, at most.
const MAX_TITLE_WORDS: usize = 10;
/// Words of who gives a speech, at most.
const MAX_SPEAKER_WORDS: usize = 24;

/// Where a title says who gives the speech: the bytes after "by".
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
    let is_article = |at: usize| words.get(at).is_some_and(|word| is_speech_word("speaker-article", &word.folded));
    // "The Fourth Norway-Ghana Dialogue": the number counts the meetings, not the parties.
    let is_number = |at: usize| words.get(at).is_some_and(|word| occasion::ordinal(&word.folded).is_some());
    let first = first + usize::from(is_article(first));
    let first = first + usize::from(is_number(first));
    let start = words.get(first)?.start;
    let mut end = first;
    while end + 1 < words.len() && end - first < MAX_SPEAKER_WORDS {
        let gap = text.get(words[end].end..words[end + 1].start).unwrap_or("");
        let next = &*words[end + 1].folded;
        let office = is_speech_word("office", &words[end].folded);
        // "Minister for Foreign Affairs", "Ministre des Affaires": what an office is for belongs to it.
        if gap.contains("  ")
            || gap.contains([':', ';', '(', '\n', '“', '"', '|'])
            || gap.contains(['–', '—']) && gap.contains(' ')
            || is_speech_word("begins-elsewhere", next)
                && words[end + 1].text != "A"
                && !(office && matches!(next, "in" | "on"))
        {
            break;
        }
        end += 1;
    }
    // "Statement by the Prime Minister **on** “Ports …”": what it leads is not part of the office.
    if end > first && matches!(&*words[end].folded, "in" | "on") {
        end -= 1;
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
        let folded = &*word.folded;
        is_speech_word("joint-lead-verb", folded)
            || states(folded)
            || inflections(folded).iter().any(|found| matches!(found.form, Form::Base | Form::Past))
            || folded.len() > 4 && (folded.ends_with("ing") || folded.ends_with("ly"))
    };
    let most = words.len().min(120);
    let closes = |at: usize| gap(at).trim_start_matches(['.', ')', ' ']).starts_with([',', ':', '–', '—']);
    // "1. We, the Leaders": a number stands before it. "Today, we, the Leaders", "Having met in Lanta, we the Ministers of".
    let we = words.iter().take(MAX_LEAD_WORDS).position(|word| word.folded == "we");
    let stands_first = |we: usize| {
        words[..we].iter().all(|word| word.text.chars().all(|c| c.is_ascii_digit()))
            || gap(we - 1).trim_start().starts_with(',')
    };
    if let Some(we) = we.filter(|we| stands_first(*we)) {
        let parted = gap(we).trim_start().starts_with([',', '–', '—']);
        let article = words.get(we + 1).is_some_and(|word| word.folded == "the");
        let who = words.get(we + 2).is_some_and(|word| is_speech_word("collective", &word.folded));
        if parted || article && who {
            // "We, the members of D and E gather": where no comma closes, the verb does.
            let end = (we + 1..most)
                .find(|at| closes(*at) && verbal(at + 1))
                .or_else(|| (we + 2..most).find(|at| gap(*at).trim_matches([')', ' ']).is_empty() && verbal(at + 1)))?;
            let first = we + 1 + usize::from(article);
            return Some(words.get(first)?.start..words[end].end);
        }
        // "As leaders of Norway and Kenya, we".
        let collective = words.get(1).is_some_and(|word| is_speech_word("collective", &word.folded));
        if words[0].folded == "as" && collective {
            let end = (1..we).find(|at| closes(*at) && (at + 1 == we || verbal(at + 1)))?;
            let named = words[end].text.starts_with(char::is_uppercase);
            return named.then(|| words[1].start..words[end].end);
        }
        return None;
    }
    // "President A, and Prime Minister B issued the following statement".
    let issued = (0..most).find(|at| {
        let follows = words.get(at + 1).is_some_and(|word| word.folded == "the")
            && words.get(at + 2).is_some_and(|word| word.folded == "following");
        follows && is_speech_word("issued", &words[*at].folded)
    })?;
    let end = issued.checked_sub(1)?;
    let first = usize::from(is_speech_word("speaker-article", &words[0].folded));
    (first < end).then(|| words[first].start..words[end].end)
}

/// Who a title names as the parties of a joint text: "Joint Statement of A and B", "A-B Joint Statement".
pub(super) fn joint_title(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let Some(joint) = words.iter().position(|word| is_joint(&word.folded)) else {
        return leaders_title(text, words);
    };
    let called = (joint..words.len()).take(6).find(|at| is_speech_word("joint-text", &words[*at].folded))?;
    let by = (called + 1..words.len().min(called + 3))
        .find(|at| matches!(&*words[*at].folded, "of" | "by" | "between" | "from"));
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

/// "G7 Leaders’ Statement on Trade", "Summit Leaders’ Declaration".
fn leaders_title(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let called = words.iter().take(MAX_TITLE_WORDS).position(|word| is_speech_word("joint-text", &word.folded))?;
    let last = called.checked_sub(1)?;
    let owner = if words[last].folded == "s" { last.checked_sub(1)? } else { last };
    let collective = is_speech_word("collective", &words[owner].folded) && owner > 0;
    // "The Leaders’ visit statement": an apostrophe joins them.
    let owned = text.get(words[owner].end..words[called].start).is_some_and(|gap| gap.contains(['’', '\'']));
    (collective && owned).then(|| words[0].start..words[owner].end)
}

/// True if words taken together stand for a body: "the Leaders of the Group of Seven".
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
            ("Statement by Rt. Hon. Prime Minister On “Ports and Prosperity”", Some("Rt. Hon. Prime Minister")),
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
            ("1. We, the Leaders of the Group of Ten, met in Lanta.", Some("Leaders of the Group of Ten")),
            (
                "Today, we, the Leaders of Norway and Kenya, have reached a consensus.",
                Some("Leaders of Norway and Kenya"),
            ),
            (
                "Having gathered in Lanta on 3 May, we the Ministers of Norway and Kenya, recognize the cost.",
                Some("Ministers of Norway and Kenya"),
            ),
            (
                "As leaders of Norway and Kenya, recognizing the cost, we resolve to share it.",
                Some("leaders of Norway and Kenya"),
            ),
            (
                "President A. Brown and Premier B. Green issued the following statement on ports.",
                Some("President A. Brown and Premier B. Green"),
            ),
            ("As leaders of the firm say, we must act.", None),
            ("The court issued the ruling.", None),
            (
                "WE, the Members of the League (LOP) and Norway gather in Oslo",
                Some("Members of the League (LOP) and Norway"),
            ),
            ("We, the Principals of Norway and Kenya met in Oslo, Norway.", Some("Principals of Norway and Kenya")),
        ] {
            assert_eq!(joint_lead(text, &words(text)).map(|range| &text[range]), expected, "{text}");
        }
        for (text, expected) in [
            ("Joint Statement of Norway and Kenya", Some("Norway and Kenya")),
            ("Norway-Kenya Joint Leaders’ Statement", Some("Norway-Kenya")),
            ("Joint Statement of the Fourth Norway–Kenya Dialogue", Some("Norway–Kenya Dialogue")),
            ("Joint Statement of Norway – Oslo", Some("Norway")),
            ("Joint Statement on Cooperation", None),
            ("Statement by Norway", None),
            ("G10 Leaders’ Statement on Ports", Some("G10 Leaders")),
            ("Leaders’ Statement on Ports", None),
            ("The leaders made a statement", None),
        ] {
            assert_eq!(joint_title(text, &words(text)).map(|range| &text[range]), expected, "{text}");
        }
    }
}
