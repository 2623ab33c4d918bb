//! States by the letters that stand for them beside another state: "日米外相会談", "韩中", "한·미", "한-EU".
//!
//! In: a word in a script of East Asia. Out: the states. A letter alone is an ordinary word, so at least two parties are
//! needed, and what follows has to be what states have together.

use std::sync::LazyLock;

use entente_corpus::EntityKind;
use entente_text::script::{is_han, is_kana, is_katakana};
use entente_text::words::Word;

use super::candidate::{Candidate, Key};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;

/// States in one word, at most.
const MAX_SIGNS: usize = 6;
/// Capital letters of the shortest bloc beside a state: "日EU".
const MIN_BLOC_LETTERS: usize = 2;

static AFTER_PAIR: LazyLock<Vec<&str>> = LazyLock::new(|| Class::AfterPair.longest_first());

/// True if a word may go on so after the letters of states.
pub(crate) fn goes_on_as_pair(rest: &str) -> bool {
    AFTER_PAIR.iter().any(|next| rest.starts_with(next))
}

fn found(code: &str, start: usize, length: usize) -> Candidate {
    let key = Key::new(EntityKind::Country, code);
    Candidate { names: false, ..Candidate::new(key, start..start + length, "country-in-pair") }
}

/// The states whose letters stand at byte `at` of a word in Han or kana, and the byte of the word after them.
pub(crate) fn in_run(text: &str, word: &Word, at: usize) -> Option<(usize, Vec<Candidate>)> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut end = at;
    while out.len() < MAX_SIGNS {
        let dot = if out.is_empty() { 0 } else { joint(&word.text[end..]) };
        let Some((length, code)) = COUNTRIES.sign(&word.text[end + dot..]) else { break };
        if out.iter().any(|other| other.key.name == code) {
            break;
        }
        out.push(found(code, word.start + end + dot, length));
        end += dot + length;
    }
    let before = text[..word.start + at].chars().next_back();
    let stands_apart = !before.is_some_and(|c| is_han(c) || c.is_numeric());
    let rest = &word.text[end..];
    let fits = match out.len() {
        0 => false,
        1 => stands_apart && (bloc_follows(&text[word.start + end..]) || state_follows(rest)),
        // "日中の気温": in the daytime.
        _ if Class::EverydayNotCountry.has(&word.text[at..end]) => goes_on_as_pair(rest),
        _ => goes_on_as_pair(rest) || stands_apart && !rest.starts_with(is_han),
    };
    fits.then_some((end, out))
}

/// The bytes of a dot that `rest` begins with and that joins two states.
fn joint(rest: &str) -> usize {
    rest.chars().next().filter(|c| is_joint(*c)).map_or(0, char::len_utf8)
}

fn is_joint(c: char) -> bool {
    matches!(c, '·' | '・' | 'ㆍ' | '‧' | '･' | '-' | '–' | '‐' | '‑')
}

/// "日EU", "中・ASEAN": the capitals of a bloc.
fn bloc_follows(rest: &str) -> bool {
    let letters = rest[joint(rest)..].chars().take_while(char::is_ascii_uppercase).count();
    letters >= MIN_BLOC_LETTERS
}

/// "日ノルウェー首脳会談": a state in katakana.
fn state_follows(rest: &str) -> bool {
    rest.starts_with(is_katakana) && COUNTRIES.glued(rest).is_some()
}

/// The states of Korean words that dots or hyphens join, from word `at` on, and how many words they take.
pub(crate) fn joined(text: &str, words: &[Word], at: usize) -> Option<(usize, Vec<Candidate>)> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut next = at;
    let mut partners = 0;
    while out.len() < MAX_SIGNS {
        let Some(word) = words.get(next) else { break };
        if next > at {
            let between = &text[words[next - 1].end..word.start];
            if between.chars().count() != 1 || joint(between) == 0 {
                break;
            }
        }
        // "先般の日・米": the first may end a word.
        let from = if next == at { last_letter(word.text) } else { 0 };
        match COUNTRIES.sign(&word.text[from..]) {
            Some((length, code)) if from + length == word.text.len() => {
                out.push(found(code, word.start + from, length));
                next += 1;
            }
            Some((length, code)) if next > at && ends_pair(&word.text[length..]) => {
                out.push(found(code, word.start, length));
                next += 1;
                break;
            }
            _ => {
                let named = COUNTRIES.glued(word.text).is_some() || bloc_follows(word.text);
                partners = usize::from(next > at && named);
                break;
            }
        }
    }
    (out.len() + partners > 1).then_some((next - at, out))
}

/// The byte at which the last letter of a word in Chinese characters begins if kana stands before it, else 0.
fn last_letter(word: &str) -> usize {
    let mut letters = word.char_indices().rev();
    let last = letters.next().filter(|(_, c)| is_han(*c)).map_or(0, |(at, _)| at);
    if letters.next().is_some_and(|(_, c)| is_kana(c)) { last } else { 0 }
}

fn ends_pair(rest: &str) -> bool {
    goes_on_as_pair(rest) || Class::AfterCountry.has(rest)
}

#[cfg(test)]
mod tests {
    use crate::countries::find;
    use crate::lexicon::Lexicon;
    use crate::scan::Scan;

    #[test]
    fn letters_of_states_are_read_beside_each_other_alone() {
        let cases: &[(&str, &str)] = &[
            ("日米外相会談を行った。", "JP US"),
            ("日米韓で連携する。", "JP US KR"),
            ("先般の日・米・豪首脳会談", "JP US AU"),
            ("日EU定期首脳協議", "JP"),
            ("日ノルウェー首脳会談", "JP NO"),
            ("5月1日EU首脳会議", ""),
            ("日中の気温は高い。", ""),
            ("日中関係", "JP CN"),
            ("本日中に回答する。", ""),
            ("中美元首峰會", "CN US"),
            ("就韩中关系交换意见", "KR CN"),
            ("中印尼高级别对话", "CN ID"),
            ("中美洲国家", ""),
            ("제10차 한·미 외교장관회담", "KR US"),
            ("한-미-일 협의", "KR US JP"),
            ("한‧EU 관계", "KR"),
            ("한-라오스 정상회담", "KR LA"),
            ("북-미간 회담", "KP US"),
            ("중·고등학교, 영·유아", ""),
        ];
        for (text, expected) in cases {
            let found = find(&Scan::new(text), &Lexicon::default());
            let codes: Vec<&str> = found.iter().map(|found| found.key.name.as_str()).collect();
            assert_eq!(codes.join(" "), *expected, "{text}");
        }
    }
}
