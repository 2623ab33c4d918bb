//! Whose words the quotations of a document are.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::Party;
use entente_language::speech_words::is_speech_word;
use entente_text::fold::fold;

use super::quotations::{Attribution, find_attribution, find_quotations};
use super::{HEAD_LINE, Quoted, Source, Speaker, actors_in, is_office, is_person, party};
use crate::view::{Named, View};

/// Words of who is quoted, at most, where only an office is named.
const OFFICE_WORDS: usize = 12;

/// The quotations of a document, with who speaks in each.
pub(super) fn read_quotations(view: &View) -> BTreeMap<u32, Quoted> {
    let mut out: BTreeMap<u32, Quoted> = BTreeMap::new();
    let mut last: Option<Speaker> = None;
    let mut open: Option<(u32, Option<Speaker>)> = None;
    for at in view.passages().filter(|at| !view.is_mute(*at)) {
        let text = view.text(at);
        // "– X, Minister": a line that signs the quotation before it.
        if let Some(signed) = signature(view, at)
            && let Some(list) = at.checked_sub(1).and_then(|before| out.get_mut(&before))
            && let Some((_, speaker)) = list.last_mut().filter(|(_, speaker)| speaker.is_none())
        {
            *speaker = Some(signed);
            last = Some(signed);
        }
        let quotations =
            if text.contains(['“', '"', '«', '„', '「']) { find_quotations(text) } else { Vec::new() };
        if quotations.is_empty() {
            continue;
        }
        let words = entente_text::words(text);
        let mut list: Vec<(Range<usize>, Option<Speaker>)> = Vec::new();
        for n in 0..quotations.len() {
            let range = quotations[n].range.clone();
            let told = find_attribution(text, &words, &quotations, n).map(|found| attributed(view, at, &found, last));
            let speaker = match told {
                Some(told) => told,
                // The second half of what is said: "“…,” said X. “…”"
                None => {
                    let before = list.last().filter(|(before, _)| is_near(text, before.end, range.start));
                    let continued = open.as_ref().filter(|(before, _)| n == 0 && before + 1 == at);
                    before.map(|(_, speaker)| *speaker).or(continued.map(|(_, speaker)| *speaker)).flatten()
                }
            };
            last = speaker.or(last);
            list.push((range, speaker));
        }
        let unclosed = quotations.last().is_some_and(|quotation| !quotation.closed);
        open = list.last().filter(|_| unclosed).map(|(_, speaker)| (at, *speaker));
        out.insert(at, list);
    }
    out
}

/// True if nothing but an attribution ("he added") stands between two quotations.
fn is_near(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| between.split_whitespace().count() <= 24 && between.matches(". ").count() <= 1)
}

/// Who an attribution names; a pronoun is the person quoted last.
fn attributed(view: &View, at: u32, found: &Attribution, last: Option<Speaker>) -> Option<Speaker> {
    let words = view.text(at).get(found.range.clone())?;
    let near =
        if found.is_before_verb { words.split_whitespace().next_back() } else { words.split_whitespace().next() };
    let near = fold(near?.trim_matches(|c: char| !c.is_alphanumeric()));
    if matches!(near.as_str(), "he" | "she") {
        return last;
    }
    if matches!(near.as_str(), "they" | "we" | "i" | "it" | "who") {
        return None;
    }
    let (party, on_behalf_of) = named_in(view, at, found)?;
    Some(Speaker { party, on_behalf_of, source: Source::Quotation })
}

/// The person, the state or the office that an attribution names.
fn named_in(view: &View, at: u32, found: &Attribution) -> Option<(Party, Option<Party>)> {
    let text = view.text(at);
    let words = text.get(found.range.clone())?;
    let names: Vec<&Named> = actors_in(view, at, &found.range).collect();
    let close = |name: &Named| {
        let between =
            if found.is_before_verb { name.range.end..found.range.end } else { found.range.start..name.range.start };
        text.get(between).is_some_and(|between| is_of_the_name(between, found.is_before_verb))
    };
    let of = |name: &Named| {
        let behalf = name.affiliation.and_then(|entity| names.iter().find(|other| other.entity == entity));
        let behalf = behalf.and_then(|other| party(view, at, other.range.clone(), Some(other.entity)));
        Some((party(view, at, name.range.clone(), Some(name.entity))?, behalf))
    };
    let people = || names.iter().filter(|name| is_person(name) && close(name));
    let person = if found.is_before_verb { people().next_back() } else { people().next() };
    if let Some(person) = person {
        return of(person);
    }
    // The words next to the verb, without what follows a comma or a preposition.
    let own = if found.is_before_verb { words } else { cut(words) };
    let own = own.trim_matches([' ', ',', '\n', '“', '”', '"', '\u{a0}']);
    let own = if found.is_before_verb { own.rsplit([',', '.', '”', '"']).next().unwrap_or(own).trim() } else { own };
    let start = found.range.start + words.find(own)?;
    let range = start..start + own.len();
    let count = own.split_whitespace().count();
    if count == 0 || count > OFFICE_WORDS {
        return None;
    }
    let whole = names.iter().find(|name| {
        let article = text.get(range.start..name.range.start).unwrap_or("-").trim();
        (article.is_empty() || is_speech_word("speaker-article", &fold(article))) && name.range.end == range.end
    });
    if let Some(whole) = whole {
        return of(whole);
    }
    let office = own.split_whitespace().any(is_office);
    let proper = own.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let opens = own
        .split_whitespace()
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) || is_speech_word("speaker-article", &fold(word)));
    if office && opens || count <= 4 && proper == count && count >= 2 {
        let owner =
            names.iter().find(|name| name.is_state() && range.start <= name.range.start && name.range.end <= range.end);
        let behalf = owner.and_then(|name| party(view, at, name.range.clone(), Some(name.entity)));
        return Some((party(view, at, range, None)?, behalf));
    }
    None
}

/// Words between a name and the verb: a role, or what stands between two commas.
fn is_of_the_name(between: &str, is_before_verb: bool) -> bool {
    let trimmed = between.trim();
    if is_before_verb {
        let apposition = trimmed.starts_with([',', '(']) && trimmed.ends_with([',', ')']);
        let small = trimmed
            .split_whitespace()
            .all(|word| word.ends_with("ly") || matches!(word, "also" | "has" | "a" | "then" | "further" | "today"));
        return small || apposition && trimmed.split_whitespace().count() <= OFFICE_WORDS;
    }
    let elsewhere =
        |word: &str| is_speech_word("begins-elsewhere", &fold(word)) || matches!(word, "that" | "with" | "and");
    trimmed.split_whitespace().count() <= OFFICE_WORDS && !trimmed.split_whitespace().any(elsewhere)
}

/// The words before a comma, a stop or a preposition of place or time.
fn cut(words: &str) -> &str {
    let mut at = 0;
    for word in words.split_inclusive([' ', '\n']) {
        let bare = fold(word.trim());
        if at > 0 && is_speech_word("begins-elsewhere", &bare) || matches!(bare.as_str(), "that" | "who") {
            return &words[..at];
        }
        at += word.len();
        if word.trim_end().ends_with([',', ';']) {
            return &words[..at];
        }
    }
    words
}

/// "– X, Minister of Y" as a line of its own.
fn signature(view: &View, at: u32) -> Option<Speaker> {
    let text = view.text(at);
    let signed = text.trim_start();
    if text.len() > HEAD_LINE || !signed.starts_with(['–', '—', '―']) && !signed.starts_with("--") {
        return None;
    }
    let name = signed.trim_start_matches(['–', '—', '―', '-', ' ', '\u{a0}']);
    let range = text.len() - name.len()..text.len();
    attributed(view, at, &Attribution { range, is_before_verb: false }, None)
}

// Speeches and joint texts
