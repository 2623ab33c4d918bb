//! The words that call an engagement: kinds by Korean head noun, ordinals and levels.

use std::sync::OnceLock;

use entente_corpus::{EngagementKind, EngagementLevel};
use entente_language::values::{english_ordinal, english_tens};
use entente_text::script::is_hangul;

use crate::occasions::frames::is_in_set;
use crate::phrases::{contains_phrase, phrases};

/// Words of a body's name after "president of": "the Federation of University Women".
const MAX_BODY_WORDS: usize = 6;

/// Korean nouns that are occasions, with the kind of each.
const KOREAN_HEADS: &str = include_str!("../data/korean-occasions.tsv");

/// The rows of the table.
fn korean_heads() -> &'static [(&'static str, EngagementKind)] {
    static ROWS: OnceLock<Vec<(&'static str, EngagementKind)>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let row = |line: &'static str| {
            let (head, kind) = line.split_once('\t')?;
            Some((head, EngagementKind::from_word(kind)?))
        };
        KOREAN_HEADS.lines().skip(1).filter_map(row).collect()
    })
}

/// What a Korean word heads, and the bytes of the head within it (particles may follow).
pub(crate) fn korean_head(word: &str) -> Option<(EngagementKind, usize)> {
    // Most words are of other scripts, and each row would be looked for in them.
    if !word.contains(is_hangul) {
        return None;
    }
    let found = korean_heads().iter().filter_map(|(head, kind)| {
        let end = word.rfind(head)? + head.len();
        let whole = end == word.len() || is_in_set("korean-particle", &word[end..]);
        whole.then_some((head.len(), *kind, end))
    });
    // Of two that end alike the longer one is the noun: "정상회담" and "회담".
    found.max_by_key(|(length, _, _)| *length).map(|(_, kind, end)| (kind, end))
}

/// "Forty" of "forty-second".
pub(crate) fn tens(word: &str) -> Option<u16> {
    english_tens(word).and_then(|tens| u16::try_from(tens).ok())
}

/// "4th", "fourth", "thirtieth", "제4차", "4차" as a number.
pub(crate) fn ordinal(word: &str) -> Option<u16> {
    if word == "inaugural" {
        return Some(1);
    }
    if let Some(number) = english_ordinal(word) {
        return u16::try_from(number).ok();
    }
    if let Some(number) = word.strip_suffix('차').map(|rest| rest.strip_prefix('제').unwrap_or(rest)) {
        return number.parse().ok().filter(|n| *n > 0);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|n| (1..10_000).contains(n))
}

/// Level of an occasion, from its name and those who come. The first set that fits wins; they are ordered from the more telling
/// down.
pub(crate) fn level(words: &str) -> EngagementLevel {
    const LEVELS: &[(&str, EngagementLevel)] = &[
        ("level-senior-officials", EngagementLevel::SeniorOfficials),
        ("level-working", EngagementLevel::Working),
        ("level-expert", EngagementLevel::Expert),
        ("level-leaders", EngagementLevel::Leaders),
        ("level-ministers", EngagementLevel::Ministers),
    ];
    // A deputy prime minister is not a head of government.
    let deputies = phrases("level-deputies").iter();
    let words = deputies.fold(words.to_owned(), |words, deputy| words.replace(deputy, "minister"));
    // "Senior Adviser to the President" is not a president.
    let words = phrases("level-of-another").iter().fold(words, |words, another| words.replace(another, ""));
    let words = without_presidents_of_bodies(&without_counselled(&words));
    let fits = |set: &str| contains_phrase(set, &words);
    LEVELS.iter().find(|(set, _)| fits(set)).map_or(EngagementLevel::Unknown, |(_, level)| *level)
}

/// True if nothing but the word "summit" says that leaders meet. Firms and mayors hold summits, too, so it takes a state.
pub(crate) fn is_summit_by_name_alone(words: &str) -> bool {
    if contains_phrase("meets-as-summit", words) {
        return false;
    }
    let others: Vec<&str> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|it| !is_in_set("of-leaders", it)).collect();
    level(words) == EngagementLevel::Leaders && level(&others.join(" ")) != EngagementLevel::Leaders
}

/// The words without "president" where that is the office of a body and not of a state: "president **of the port
/// association**", "**university** president".
fn without_presidents_of_bodies(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_body = |word: &&str| is_in_set("headed-by-presidents", &bare(word));
    let of_body = |at: usize| {
        let own = all.get(at + 1).is_some_and(|next| *next == "of") && bare(all[at]) == all[at];
        let phrase = all.iter().skip(at + 2).take(MAX_BODY_WORDS);
        let end = phrase.clone().position(|word| word.ends_with(',')).map_or(MAX_BODY_WORDS, |last| last + 1);
        own && phrase.clone().take(end).any(is_body) && !phrase.take(end).any(|word| is_in_set("of-europe", word))
    };
    let after_body = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let of_europe = at >= 2 && is_in_set("of-europe", all[at - 2]);
        before.is_some_and(|before| is_body(before) && !of_europe)
    };
    let keeps = |at: &usize| bare(all[*at]) != "president" || !(of_body(*at) || after_body(*at));
    (0..all.len()).filter(keeps).map(|at| all[at]).collect::<Vec<&str>>().join(" ")
}

/// The words without those of an office that somebody only serves: "economic adviser **of the federal chancellor**".
fn without_counselled(words: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut served = false;
    for word in words.split_whitespace() {
        let link = matches!(word, "of" | "to" | "for") && out.last().is_some_and(|last| is_in_set("counsels", last));
        let goes_on = served
            && (word == "the"
                || word == "federal"
                || contains_phrase("level-leaders", word)
                || word == "prime"
                || word == "minister");
        served = link || goes_on;
        if !served {
            out.push(word);
        }
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{KOREAN_HEADS, is_summit_by_name_alone, korean_head, korean_heads, level, ordinal};
    use entente_corpus::{EngagementKind, EngagementLevel};

    #[test]
    fn every_korean_row_is_understood_and_they_are_sorted() {
        assert_eq!(korean_heads().len(), KOREAN_HEADS.lines().count() - 1);
        assert!(korean_heads().is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn korean_heads_and_ordinals_are_known() {
        for (word, expected) in [
            ("4th", Some(4)),
            ("fourth", Some(4)),
            ("제4차", Some(4)),
            ("14th", Some(14)),
            ("4", None),
            ("thirtieth", Some(30)),
            ("hundredth", Some(100)),
            ("hundred", None),
            ("th", None),
            ("0th", None),
        ] {
            assert_eq!(ordinal(word), expected, "{word}");
        }
        assert_eq!(korean_head("사이버정책협의회를").map(|(kind, _)| kind), Some(EngagementKind::Consultation));
        assert_eq!(korean_head("회의적인"), None);
    }

    #[test]
    fn levels_are_those_of_the_words() {
        for (words, expected) in [
            ("rok-us summit talks", EngagementLevel::Leaders),
            ("deputy minister of defense", EngagementLevel::SeniorOfficials),
            ("lund, senior adviser to the president", EngagementLevel::Unknown),
            ("lund, deputy prime minister and minister of ports", EngagementLevel::Ministers),
            ("the prime minister and the deputy prime minister", EngagementLevel::Leaders),
            ("okoye, economic advisor of the federal chancellor, met", EngagementLevel::Unknown),
            ("okoye, economic advisor of the federal chancellor, and president lund", EngagementLevel::Leaders),
            ("harbour leadership forum", EngagementLevel::Unknown),
            ("white house summit on heat", EngagementLevel::Unknown),
            ("africa business summit", EngagementLevel::Unknown),
            ("leaders summit on climate", EngagementLevel::Leaders),
            ("foreign ministers’ meeting", EngagementLevel::Ministers),
            ("counter-terrorism working group meeting", EngagementLevel::Working),
            ("interpol expert group meeting", EngagementLevel::Expert),
            ("bilateral consultations", EngagementLevel::Unknown),
            ("the vice-chancellor and president of the university of lund, professor okoye", EngagementLevel::Unknown),
            ("senate president lund", EngagementLevel::Unknown),
            ("the president of the european council", EngagementLevel::Leaders),
            ("the president of togo, a friend of the university", EngagementLevel::Leaders),
            ("minister in the prime minister's office", EngagementLevel::Ministers),
            ("special presidential envoy lund", EngagementLevel::Unknown),
            ("chancellor of the exchequer", EngagementLevel::Ministers),
        ] {
            assert_eq!(level(words), expected, "{words}");
        }
    }

    #[test]
    fn a_summit_by_name_alone_says_no_level() {
        for (words, expected) in [
            ("harbour summit", true),
            ("harbour summit.", true),
            ("harbour leaders’ summit", false),
            ("third summit meeting", false),
            ("harbour meeting", false),
            ("white house summit on heat", false),
        ] {
            assert_eq!(is_summit_by_name_alone(words), expected, "{words}");
        }
    }
}
