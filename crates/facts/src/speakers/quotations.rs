//! Quotations and the words that say whose they are: "“…,” said X", "“…” – X, Minister of Y", "X said: “…”", "he added".
//!
//! In: the text of a passage. Out: its quotations, and for each where the words lie that name who speaks. Which name they
//! hold is found by the caller. A quotation of few words is a phrase that somebody is cited for, and no speech.

use std::ops::Range;

use entente_text::Word;

use entente_language::speech_words::is_quotation_verb;

/// Words of a quotation that is speech, at least.
const MIN_SPEECH_WORDS: usize = 4;
/// Bytes before and after a quotation in which its attribution stands.
const MAX_ATTRIBUTION_BYTES: usize = 240;
/// Words between a verb of saying and the end of the words that name who speaks, at most.
const SUBJECT: usize = 14;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Its bytes, without the marks.
    pub(super) range: Range<usize>,
    /// The mark that closes it stands in the same passage.
    pub(super) closed: bool,
}

/// The quotations of `text` in their order.
pub(super) fn find_quotations(text: &str) -> Vec<Quotation> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match open {
            None => {
                let closes = match c {
                    '“' | '„' => '”',
                    '«' => '»',
                    '「' => '」',
                    '"' => '"',
                    _ => continue,
                };
                open = Some((at + c.len_utf8(), closes));
            }
            Some((from, closes)) => {
                // German closes with the mark that opens in English.
                let low = closes == '”' && c == '“' && text[..from].ends_with('„');
                if c == closes || low {
                    out.push(Quotation { range: from..at, closed: true });
                    open = None;
                } else if c == '“' && closes == '”' {
                    // A paragraph of a longer quotation opens again.
                    open = Some((at + c.len_utf8(), closes));
                }
            }
        }
    }
    if let Some((from, _)) = open.filter(|(_, closes)| *closes != '"') {
        out.push(Quotation { range: from..text.len(), closed: false });
    }
    out.retain(|quotation| {
        text[quotation.range.clone()].split_whitespace().nth(MIN_SPEECH_WORDS - 1).is_some()
            || is_short(text, quotation)
    });
    out
}

/// Where letters stand for words, a few words are many letters.
fn is_short(text: &str, quotation: &Quotation) -> bool {
    let words = &text[quotation.range.clone()];
    words.chars().filter(|c| matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')).nth(9).is_some()
}

/// Where the words stand that name who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Bytes in which who speaks is named.
    pub(super) range: Range<usize>,
    /// The name is the last in them, not the first: "the Minister, Ms X, said".
    pub(super) is_before_verb: bool,
}

/// The attribution of quotation `n` of `all`; `words` are those of the whole text.
pub(super) fn find_attribution(text: &str, words: &[Word], all: &[Quotation], n: usize) -> Option<Attribution> {
    let own = all.get(n)?;
    let end = all.get(n + 1).map_or(text.len(), |next| next.range.start);
    let start = n.checked_sub(1).and_then(|before| all.get(before)).map_or(0, |before| before.range.end);
    own.closed
        .then(|| after(text, words, own.range.end..end.min(own.range.end + MAX_ATTRIBUTION_BYTES)))
        .flatten()
        .or_else(|| {
            before(text, words, start.max(own.range.start.saturating_sub(MAX_ATTRIBUTION_BYTES))..own.range.start)
        })
}

/// Words inside a range, which need not end at a letter's edge.
fn inside<'w, 'a>(words: &'w [Word<'a>], range: &Range<usize>) -> &'w [Word<'a>] {
    let from = words.partition_point(|word| word.start < range.start);
    let to = words.partition_point(|word| word.end <= range.end);
    words.get(from..to.max(from)).unwrap_or(&[])
}

/// "…” said X", "…,” X said", "…” – X, Minister".
fn after(text: &str, words: &[Word], range: Range<usize>) -> Option<Attribution> {
    let here = inside(words, &range);
    let first = here.first()?;
    let gap = text.get(range.start..first.start)?;
    if gap.contains(['\n', ':', ';']) && !gap.contains(['–', '—', '―']) {
        return None;
    }
    // The sentence goes on after the quotation, or a dash signs it.
    let signed = gap.contains(['–', '—', '―']) || gap.trim_end().ends_with(" -") || gap.trim_end().ends_with("--");
    let ends = sentence_end(text, here);
    if signed {
        return Some(Attribution { range: first.start..ends, is_before_verb: false });
    }
    if gap.trim_start_matches(['”', '"', '»', '“', '」', ',', ' ', '\u{a0}']).starts_with(['.', '!', '?']) {
        return None;
    }
    // "“….” The Minister left": the quotation ended its sentence.
    if text[..range.start].trim_end_matches(['”', '"', '»']).ends_with('.')
        && first.text.starts_with(char::is_uppercase)
    {
        return None;
    }
    let verb = here.iter().take(SUBJECT).position(|word| is_quotation_verb(&word.folded))?;
    if here[verb].start >= ends {
        return None;
    }
    if verb == 0 {
        return Some(Attribution { range: here[0].end..ends, is_before_verb: false });
    }
    Some(Attribution { range: first.start..here[verb].start, is_before_verb: true })
}

/// "X said: “…”", "X added that “…”", "according to X, “…”".
fn before(text: &str, words: &[Word], range: Range<usize>) -> Option<Attribution> {
    let mut from = range.start;
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let here = inside(words, &(from..range.end));
    let last = here.last()?;
    let gap = text.get(last.end..range.start.max(range.end))?;
    if gap.contains(['.', '!', '?', ';', '\n']) {
        return None;
    }
    let begins = text[from..last.end].rfind([';', '”', '»', '\n']).map_or(from, |at| from + at);
    let begins = (0..here.len().saturating_sub(1))
        .rev()
        .find(|at| ends_sentence(text, here, *at))
        .map_or(begins, |at| begins.max(here[at + 1].start));
    let verb = here.iter().rposition(|word| is_quotation_verb(&word.folded))?;
    // "Said in Oslo on Monday that “…”": the verb is near.
    if here.len() - verb > SUBJECT || here[verb].start <= begins {
        return None;
    }
    Some(Attribution { range: begins..here[verb].start, is_before_verb: true })
}

/// True if the full stop after word `at` ends a sentence rather than a shortened word such as "Mr." or "U.S.".
fn ends_sentence(text: &str, words: &[Word], at: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(at), words.get(at + 1)) else { return false };
    let gap = text.get(word.end..next.start).unwrap_or("");
    let stop =
        gap.trim_end_matches(['”', '"', ' ', '\n']).ends_with(['.', '!', '?', '。']) && gap.contains([' ', '\n']);
    stop && word.text.chars().count() > 3 && next.text.starts_with(char::is_uppercase)
}

/// Where the first sentence of `words` ends.
fn sentence_end(text: &str, words: &[Word]) -> usize {
    let at = (0..words.len()).find(|at| ends_sentence(text, words, *at));
    at.or_else(|| words.len().checked_sub(1)).and_then(|at| words.get(at)).map_or(text.len(), |word| word.end)
}

#[cfg(test)]
mod tests {
    use super::{find_attribution, find_quotations};

    #[test]
    fn a_quotation_has_the_words_that_say_whose_it_is() {
        let cases: &[(&str, &[Option<&str>])] = &[
            ("“We will send ten teachers,” said the Minister.", &[Some(" the Minister")]),
            ("“We will send ten teachers,” the Minister said in Oslo.", &[Some("the Minister ")]),
            ("“We will send ten teachers.” – A. Brown, Minister of Trade", &[Some("A. Brown, Minister of Trade")]),
            ("The Minister said: “We will send ten teachers.”", &[Some("The Minister ")]),
            ("It rained. The Minister added that “we will send ten teachers”.", &[Some("The Minister ")]),
            (
                "\"We will send ten teachers,\" said A. Brown. \"We will pay for them,\" he added.",
                &[Some(" A. Brown"), Some("he ")],
            ),
            ("« Nous allons envoyer des professeurs », a déclaré le ministre.", &[Some("a déclaré le ministre")]),
            ("The so-called “open door” stays.", &[]),
            ("“We will send ten teachers.” The Minister left and said nothing.", &[None]),
        ];
        for (text, expected) in cases {
            let all = find_quotations(text);
            let words = entente_text::words(text);
            let found: Vec<Option<&str>> = (0..all.len())
                .map(|n| find_attribution(text, &words, &all, n).map(|found| &text[found.range]))
                .collect();
            if text.starts_with('«') {
                assert!(found[0].is_some(), "{text}");
            } else {
                assert_eq!(found, *expected, "{text}");
            }
        }
    }
}
