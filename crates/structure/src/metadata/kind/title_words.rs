//! The kind that a title or the first words of a line name.
//!
//! In: a line. Out: the kind by the rules for titles ([`rules`](super::rules)), at the noun that the line is about.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_corpus::DocumentKind;
use entente_text::fold::fold;
use entente_text::order;
use entente_text::words::{Word, words};

use super::super::head_words::{List, is_in, words as head_words};
use super::super::roles;
use super::super::roles::is_eastern;
use super::head;
use super::rules::{Rule, titles};
use crate::word_lists::word_list;

/// Bytes of a line in which the words of a title are looked for.
const MAX_TITLE_BYTES: usize = 2_000;

/// Words that `*` stands for at most.
pub(super) const WILDCARD_WORDS: usize = 6;

/// The kind that `text` names as a title does.
pub(crate) fn of_title(text: &str) -> Option<DocumentKind> {
    title_rule(text).map(|rule| rule.gives).or_else(|| is_act(&fold(text)).then_some(DocumentKind::Law))
}

pub(super) fn title_rule(title: &str) -> Option<&'static Rule> {
    // Every rule reads the words anew, and a longer text is not a title.
    let segments = segments(head(title, MAX_TITLE_BYTES));
    let named = |segment: &&str| {
        let words = words(without_text_of(segment));
        let starts = count_starts(&words);
        // Only what begins with one of the words is compared.
        let firsts = words.iter().take(starts).filter_map(|word| INDEX.by_first_word.get(&*word.folded));
        let eastern: &[Want] = if segment.contains(is_eastern) { &INDEX.eastern } else { &[] };
        let fits = |(rule, want): &&Want| {
            let (rule, parts) = (&titles()[*rule], &PARTS[*rule][*want]);
            heads(segment, (&words, starts), (rule.wants[*want], parts), rule.gives == DocumentKind::Letter)
        };
        let found = firsts.flatten().chain(eastern).filter(fits).map(|(rule, _)| *rule).min();
        found.map(|rule| &titles()[rule])
    };
    let mut rules = segments.iter().filter_map(|segment| named(&segment.trim()));
    let first = rules.next()?;
    // "Press Release: Transcript of the minister's interview" is a transcript.
    let wraps = first.gives == DocumentKind::PressRelease && first.name == "title-of-a-press-release";
    let mut inner = || {
        rules.find(|rule| {
            matches!(
                rule.gives,
                DocumentKind::QAndA | DocumentKind::JointStatement | DocumentKind::Communique | DocumentKind::Speech
            )
        })
    };
    Some(if wraps { inner().unwrap_or(first) } else { first })
}

/// `segment` without the words that say that the text of something follows: "Text of the Joint Communiqué".
fn without_text_of(segment: &str) -> &str {
    let starts = ["full text of the ", "full text of ", "text of the ", "text of "];
    let start =
        starts.iter().find(|start| segment.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    start.map_or(segment, |start| &segment[start.len()..])
}

/// For each rule of [`TITLES`] and each of its wants the [`parts`].
static PARTS: LazyLock<Vec<Vec<Vec<String>>>> =
    LazyLock::new(|| titles().iter().map(|rule| rule.wants.iter().map(|want| parts(want)).collect()).collect());

/// A rule of [`titles`] and one of its wants, by their numbers.
type Want = (usize, usize);

/// The wants of all rules by their first word, those of scripts without blanks apart.
struct WantIndex {
    by_first_word: BTreeMap<&'static str, Vec<Want>>,
    eastern: Vec<Want>,
}

static INDEX: LazyLock<WantIndex> = LazyLock::new(|| {
    let mut index = WantIndex { by_first_word: BTreeMap::new(), eastern: Vec::new() };
    for (rule, wants) in titles().iter().enumerate() {
        for (want, words) in wants.wants.iter().enumerate() {
            if words.starts_with(is_eastern) {
                index.eastern.push((rule, want));
            } else if let Some(first) = PARTS.get(rule).and_then(|parts| parts.get(want)?.first()) {
                index.by_first_word.entry(first.as_str()).or_default().push((rule, want));
            }
        }
    }
    index
});

/// The words of all titles that name a document of `kind`.
pub(crate) fn words_of_titles(kind: DocumentKind) -> impl Iterator<Item = &'static str> {
    titles().iter().filter(move |rule| rule.gives == kind).flat_map(|rule| rule.wants.iter().copied())
}

/// The kind that the first words of `text` name, and what follows them.
pub(crate) fn named_at_start(text: &str) -> Option<(DocumentKind, &str)> {
    let text = text.trim_start_matches(['[', '【', '(', '<', ' ', '「', '*']);
    let words = words(text);
    let mut best: Option<(DocumentKind, usize)> = None;
    let first = words.first().and_then(|word| INDEX.by_first_word.get(&*word.folded)).map_or(&[][..], Vec::as_slice);
    let eastern: &[Want] = if text.starts_with(is_eastern) { &INDEX.eastern } else { &[] };
    // Of wants of one length the first rule wins.
    let mut wants: Vec<&Want> = first.iter().chain(eastern).collect();
    order::sort(&mut wants);
    for (rule, want) in wants.into_iter().copied() {
        let (rule, parts) = (&titles()[rule], &PARTS[rule][want]);
        let want = rule.wants[want];
        if want.contains('*') {
            continue;
        }
        let end = if want.starts_with(is_eastern) {
            text.starts_with(want).then_some(want.len())
        } else {
            let fits = parts.len() <= words.len() && parts.iter().zip(&words).all(|(part, word)| *part == word.folded);
            if fits { words.get(parts.len() - 1).map(|word| word.end) } else { None }
        };
        if let Some(end) = end.filter(|end| best.is_none_or(|(_, known)| *end > known)) {
            best = Some((rule.gives, end));
        }
    }
    best.map(|(kind, end)| (kind, &text[end..]))
}

/// The parts of a title: what stands in brackets, after a colon or a dash is a part of its own.
fn segments(title: &str) -> Vec<&str> {
    title
        .split([
            '(', ')', '[', ']', ':', ';', ',', '|', '（', '）', '【', '】', '：', '—', '–', '「', '」', '\n', '“', '”',
            '"', '<', '>',
        ])
        .flat_map(|part| part.split(" - "))
        .map(|part| part.trim().trim_end_matches(['.', '*', '。', '_']))
        .filter(|part| !part.is_empty())
        .collect()
}

/// How many of the first words of a segment what it is about may begin at: none after a preposition or a verb.
fn count_starts(words: &[Word]) -> usize {
    let parts = |start: usize| {
        let before = &words[..start];
        before.last().is_some_and(|word| {
            let preposition = is_in(List::Preposition, &word.folded);
            preposition && !is_leading(before) && !is_in_name(before) || roles::is_verb(&word.folded)
        })
    };
    (0..words.len()).find(|start| parts(*start)).unwrap_or(words.len())
}

/// True if `want`, in `parts`, is what `segment`, in `words`, is about, and begins at one of the first `starts` words. For a
/// letter a number or the place may follow.
fn heads(segment: &str, (words, starts): (&[Word], usize), (want, parts): (&str, &[String]), is_letter: bool) -> bool {
    if want.starts_with(is_eastern) {
        return ends_eastern(segment, want);
    }
    for start in 0..starts {
        if let Some(end) = matched(&words[start..], parts).map(|count| start + count) {
            let closes = parts.last().is_some_and(|last| is_in(List::Preposition, last));
            let next = words.get(end);
            // "Letter LONDON, 14 October 1939": a place or a name in capitals after words that are in small letters.
            let capitals = |word: &Word| word.text.len() > 1 && !word.text.contains(char::is_lowercase);
            let set_apart = next.is_some_and(capitals) && words[end - 1].text.contains(char::is_lowercase);
            let ends = is_letter && set_apart
                || next.is_none_or(|word| {
                    is_in(List::Preposition, &word.folded) || word.folded.starts_with(|c: char| c.is_ascii_digit())
                });
            // "Стенограмма встречи": what it is of follows without a preposition.
            let whatever = start == 0 && parts.last().is_some_and(|last| last == "*");
            if closes || ends || whatever {
                return true;
            }
        }
    }
    false
}

/// True if nothing but articles stands before: "The", "Le".
fn is_leading(before: &[Word]) -> bool {
    before.len() == 1 && word_list("article").contains(&&*before[0].folded)
}

/// "Republic of", "Group of": a preposition inside a name.
fn is_in_name(before: &[Word]) -> bool {
    let [.., name, of] = before else { return false };
    of.folded == "of" && is_in(List::NameWithOf, &name.folded)
}

/// Words of `words` that `parts` takes up from the first on.
fn matched(words: &[Word], parts: &[String]) -> Option<usize> {
    let Some(star) = parts.iter().position(|part| part == "*") else {
        let fits = parts.len() <= words.len() && parts.iter().zip(words).all(|(part, word)| *part == word.folded);
        return fits.then_some(parts.len());
    };
    let (first, last) = (&parts[..star], &parts[star + 1..]);
    let begun = matched(words, first)?;
    (0..=WILDCARD_WORDS.min(words.len() - begun)).find_map(|skipped| {
        let rest = &words[begun + skipped..];
        matched(rest, last).map(|count| begun + skipped + count)
    })
}

/// The words of a rule, as texts are cut into words.
pub(super) fn parts(want: &str) -> Vec<String> {
    want.split(' ')
        .flat_map(|part| {
            if part == "*" {
                vec!["*".to_owned()]
            } else {
                words(part).into_iter().map(|word| word.folded.into_owned()).collect()
            }
        })
        .collect()
}

/// True if `segment` ends in `want`, apart from a date or "full text" after it.
fn ends_eastern(segment: &str, want: &str) -> bool {
    let mut bare = segment.trim_end_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ' ' | '\'' | '/' | '-' | '年' | '月' | '日' | '년' | '월' | '일')
    });
    for end in ["平成", "令和", "전문", "全文", "骨子", "仮訳", "제정", "개정"] {
        bare = bare.strip_suffix(end).unwrap_or(bare).trim_end();
    }
    let Some(before) = bare.strip_suffix(want) else { return false };
    !head_words(List::EasternVerb).iter().any(|verb| before.contains(verb))
}

/// "Ports (Safety) Act 2016", "THE PORTS BILL, 2016": a law by its short title.
pub(super) fn is_act(folded: &str) -> bool {
    let mut words = folded.rsplit([' ', ',']).filter(|word| !word.is_empty());
    let year = words.next().is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let named = matches!(words.next(), Some("act" | "bill" | "ordinance" | "decree"));
    year && named && words.next().is_some()
}
