//! Who speaks: labels before the turns of minutes, hearings and briefings, and marks of questions and answers.
//!
//! In: blocks. Out: the same, with each turn known as one and questions distinguished from answers. Labels stay in the text:
//! they are the source's words. It does not say who a label means.

use std::collections::BTreeMap;

use entente_corpus::PassageKind;
use entente_language::speech_words::is_speech_word;
use entente_text::fold::fold;

use super::blocks::PassageDraft;

/// Longest label.
const MAX_LABEL_CHARS: usize = 60;
/// Most words of a label.
const MAX_LABEL_WORDS: usize = 8;
/// Fewest turns of a text that has turns.
const MIN_TURNS: usize = 3;
/// Fewest words of what somebody with a title says, where no stop ends it.
const MIN_SAID_WORDS: usize = 4;
/// Longest label of a Korean record, which two blanks end.
const MAX_KOREAN_LABEL_CHARS: usize = 24;

/// What stands before a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Label {
    Question,
    Answer,
    /// Somebody with a title, or in capitals.
    Speaker {
        name: String,
        titled: bool,
    },
}

/// True if a line begins a turn by its shape alone.
pub(super) fn begins(line: &str) -> bool {
    matches!(label(line), Some(Label::Speaker { .. })) || mark(line).is_some_and(|(_, stop)| stop == ':')
}

/// Tells turns, questions and answers in `drafts`, where the text has enough of them.
pub(super) fn assign(text: &str, drafts: &mut [PassageDraft]) {
    let running = |draft: &PassageDraft| draft.class.is_none() && draft.passage.kind == PassageKind::Paragraph;
    let labels: Vec<Option<Label>> = drafts
        .iter()
        .map(|draft| match draft.passage.kind {
            PassageKind::Heading => mark(&draft.text(text)).map(|(label, _)| label),
            _ if running(draft) && draft.passage.marker.is_none() => label(&draft.text(text)),
            _ => korean(text, draft),
        })
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels.iter().flatten() {
        if let Label::Speaker { name, .. } = label {
            *counts.entry(name).or_default() += 1;
        }
    }
    let count = |wanted: &Label| labels.iter().flatten().filter(|label| *label == wanted).count();
    let (questions, answers) = (count(&Label::Question), count(&Label::Answer));
    let speaks = |label: &Label| match label {
        Label::Speaker { name, titled } => *titled || counts.get(name.as_str()).is_some_and(|count| *count >= 2),
        _ => false,
    };
    let turns = labels.iter().flatten().filter(|label| speaks(label)).count();
    let titled = labels.iter().flatten().filter(|label| matches!(label, Label::Speaker { titled: true, .. })).count();
    let again = counts.values().any(|count| *count >= 2) || titled >= MIN_TURNS;
    let spoken = (turns >= MIN_TURNS && counts.len() >= 2 && again) || (questions >= 2 && turns >= 1);
    let asked = questions >= 2 && (answers >= 1 || turns >= 1);
    let decided: Vec<Option<PassageKind>> = labels
        .iter()
        .map(|label| match label.as_ref()? {
            Label::Question if asked => Some(PassageKind::Question),
            Label::Answer if asked => Some(PassageKind::Answer),
            label if spoken && speaks(label) => Some(PassageKind::Paragraph),
            _ => None,
        })
        .collect();
    for (draft, decided) in drafts.iter_mut().zip(decided) {
        let Some(kind) = decided else { continue };
        draft.speaks = kind == PassageKind::Paragraph;
        if draft.passage.kind == PassageKind::Heading && kind == PassageKind::Answer {
            draft.class = None;
        }
        if draft.bullet.take().is_some() {
            draft.passage.level = 0;
        }
        draft.passage.kind = kind;
    }
}

/// The label at the start of `line`.
fn label(line: &str) -> Option<Label> {
    if let Some((label, _)) = mark(line) {
        return Some(label);
    }
    let line = line.trim_start_matches(['*', '_']);
    let at = line.char_indices().take(MAX_LABEL_CHARS).find(|(_, c)| matches!(c, ':' | '：'))?.0;
    let said = line[at..].trim_start_matches([':', '：', '*', '_', ' ', '\u{a0}']);
    let name = line[..at].trim_end_matches(['*', '_', ' ', '\u{a0}']);
    let words: Vec<&str> = name.split_whitespace().collect();
    let sentence = said.trim_end().ends_with(['.', '?', '!', '"', '”', '»', ')', '…', ':']) || said.contains(". ");
    if said.is_empty() || words.is_empty() || words.len() > MAX_LABEL_WORDS || name.contains([';', '/', '=', '@']) {
        return None;
    }
    let bare = |word: &str| fold(word.trim_end_matches(['.', ',']));
    let first = words.iter().map(|word| bare(word)).find(|word| !is_speech_word("turn-article", word))?;
    let named = words.iter().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let office = words.iter().take(2).any(|word| is_speech_word("turn-article", &bare(word))) && words.len() <= 4;
    let titled = is_speech_word("turn-title", &first)
        && (named || office || words.len() == 1)
        && words[0].starts_with(char::is_uppercase)
        // "Mr Smith: Chair" is an entry of a list.
        && (sentence || said.split_whitespace().count() >= MIN_SAID_WORDS);
    let outside = name.split(['(', '[']).next().unwrap_or("");
    let letters = outside.chars().filter(|c| c.is_alphabetic()).count();
    let capitals =
        letters >= 3 && !outside.contains(char::is_lowercase) && !outside.contains(|c: char| c.is_ascii_digit());
    let cased = outside.contains(char::is_uppercase);
    (titled || (capitals && cased && sentence)).then(|| Label::Speaker { name: fold(outside), titled })
}

/// "Q:", "A1.", "문 2)", "QUESTION:": a mark and the sign that ends it.
fn mark(line: &str) -> Option<(Label, char)> {
    let line = line.trim_start_matches(['*', '_']);
    let (at, stop) = line.char_indices().take(12).find(|(_, c)| matches!(c, ':' | '：' | '.' | ')' | '．'))?;
    let word = fold(line[..at].trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end());
    let said = line[at + stop.len_utf8()..].trim_matches(['*', '_', ' ', '\u{a0}']);
    let label = if is_speech_word("question-mark", &word) {
        Label::Question
    } else if is_speech_word("answer-mark", &word) {
        Label::Answer
    } else {
        return None;
    };
    (!said.is_empty()).then_some((label, if stop == '：' { ':' } else { stop }))
}

/// "○위원장 홍길동  의석을 …": a record's circle right before a name that two blanks end.
fn korean(text: &str, draft: &PassageDraft) -> Option<Label> {
    let piece = draft.passage.pieces.first()?.span;
    let glued = draft.passage.marker.is_some_and(|mark| mark.end == piece.start);
    if !glued || !matches!(draft.bullet, Some('○' | '◯' | '◎' | '●')) {
        return None;
    }
    let words = piece.of(text);
    let name = &words[..words.find("  ")?];
    let hangul = name.starts_with(entente_text::script::is_hangul_syllable);
    let fits = hangul && name.chars().count() <= MAX_KOREAN_LABEL_CHARS && (2..=4).contains(&name.split(' ').count());
    fits.then(|| Label::Speaker { name: name.to_owned(), titled: true })
}

#[cfg(test)]
mod tests {
    use super::{Label, label};

    #[test]
    fn labels_of_turns_are_told_from_other_words_with_a_colon() {
        for (line, expected) in [
            ("MR. HALE: Good afternoon.", Some(("mr. hale", true))),
            ("Mme Petit : Le projet est prêt.", Some(("mme petit", true))),
            ("M. le président : L'ordre du jour est adopté.", Some(("m. le president", true))),
            ("The President (spoke in French): I thank the members.", Some(("the president", true))),
            ("Mr. Li (China): We agree.", Some(("mr. li", true))),
            ("SMITH: We agree with that.", Some(("smith", false))),
            ("**Dr. Marin:** Will it be public?", Some(("dr. marin", true))),
            ("ECONOMY: Republic of Korea", None),
            ("LAST UPDATED: Jan 2013", None),
            ("Telephone Number: +82-2-2100-7287", None),
            ("They said: we agree.", None),
            ("The ministers agreed on three points: trade, aid and ports.", None),
            ("Minister: ", None),
            ("http://example.org", None),
        ] {
            let found = label(line).map(|label| match label {
                Label::Speaker { name, titled } => (name.trim().to_owned(), titled),
                other => (format!("{other:?}"), false),
            });
            assert_eq!(found, expected.map(|(name, titled)| (name.to_owned(), titled)), "{line}");
        }
        for line in
            ["Q: When?", "**Q1. When?**", "문2. 언제인가요?", "问：何时？", "Question : Quand ?", "QUESTION: When?"]
        {
            assert_eq!(label(line), Some(Label::Question), "{line}");
        }
        for line in ["A: Soon.", "답변: 곧.", "Réponse : Bientôt.", "A1) Soon."] {
            assert_eq!(label(line), Some(Label::Answer), "{line}");
        }
    }
}
