//! Statements of sentences in Korean, Japanese and French: the verb and who says it, by each language's own order.
//!
//! Korean and Japanese put the verb last and mark the subject by a particle; French has its subject in front, and its
//! past in two words. In: a sentence. Out: one statement, that of its main verb. It reads no other language, and of
//! these only sentences whose subject is somebody who can speak.

use std::ops::Range;

use entente_corpus::{Modality, Strength};

use super::actors::Subject;
use super::lexicon::{Act, COMMITTED, PLANNED, VALUED};
use super::speech::{By, Said};
use super::view::Sentence;

const fn act(modality: Modality, strength: Option<Strength>) -> Act {
    Act { modality, strength }
}

const NOTED: Act = act(Modality::Assessment, Some(Strength::Noted));
const ASSESSED: Act = act(Modality::Assessment, Some(Strength::Assessed));
const CONCURRED: Act = act(Modality::Agreement, Some(Strength::Concurred));
const DECIDED: Act = act(Modality::Agreement, None);
const APPROVED: Act = act(Modality::Agreement, Some(Strength::Approved));
const REAFFIRMED: Act = act(Modality::Reaffirmation, Some(Strength::Reaffirmed));
const PLEDGED: Act = act(Modality::Pledge, Some(Strength::Pledged));
const ANNOUNCED: Act = act(Modality::Announcement, None);
const NEEDED: Act = act(Modality::Need, None);
const OFFERED: Act = act(Modality::Offer, None);
const DONE: Act = act(Modality::MeasureUndertaken, None);

/// Korean stems of a sentence's verb; of several the last in the sentence counts, of equals the first here.
const KOREAN: &[(&str, Act)] = &[
    ("재확인", REAFFIRMED),
    ("하기로", CONCURRED),
    ("합의", CONCURRED),
    ("의견을 같이", CONCURRED),
    ("공감", CONCURRED),
    ("동의", DECIDED),
    ("결정", DECIDED),
    ("의결", APPROVED),
    ("약속", PLEDGED),
    ("다짐", COMMITTED),
    ("승인", APPROVED),
    ("채택", APPROVED),
    ("비준", APPROVED),
    ("환영", VALUED),
    ("평가", ASSESSED),
    ("규탄", VALUED),
    ("우려를 표", VALUED),
    ("사의를 표", VALUED),
    ("강조", VALUED),
    ("주목", NOTED),
    ("발표", ANNOUNCED),
    ("밝혔", ANNOUNCED),
    ("선언", ANNOUNCED),
    ("촉구", NEEDED),
    ("요청", NEEDED),
    ("요구", NEEDED),
    ("당부", NEEDED),
    ("제안", OFFERED),
    ("제의", OFFERED),
    ("계획이", PLANNED),
    ("예정이", PLANNED),
    ("예정임", PLANNED),
    ("방침이", PLANNED),
    ("려는 것", PLANNED),
    ("나갈 것", PLANNED),
    ("구축했", DONE),
    ("설치했", DONE),
    ("제정했", DONE),
    ("지원했", DONE),
    ("파견했", DONE),
    ("제공했", DONE),
    ("도입했", DONE),
];
/// Letters of a Korean sentence's end in which its verb stands.
const KOREAN_TAIL: usize = 12;
/// Words for people and bodies, as Korean ends them.
const KOREAN_ROLES: &[&str] = &[
    "양측",
    "양국",
    "장관",
    "차관",
    "대통령",
    "총리",
    "정부",
    "외교부",
    "국방부",
    "대사",
    "대표단",
    "대표",
    "정상",
    "측",
    "위원회",
    "위원장",
    "국장",
    "실장",
    "처장",
    "청장",
    "국회",
    "국무회의",
    "당국",
];

/// Japanese stems, likewise.
const JAPANESE: &[(&str, Act)] = &[
    ("再確認", REAFFIRMED),
    ("確認", REAFFIRMED),
    ("一致", CONCURRED),
    ("合意", CONCURRED),
    ("決定", DECIDED),
    ("承認", APPROVED),
    ("採択", APPROVED),
    ("約束", PLEDGED),
    ("歓迎", VALUED),
    ("評価", ASSESSED),
    ("強調", VALUED),
    ("非難", VALUED),
    ("謝意", VALUED),
    ("懸念", VALUED),
    ("発表", ANNOUNCED),
    ("表明", ANNOUNCED),
    ("要請", NEEDED),
    ("求め", NEEDED),
    ("提案", OFFERED),
    ("予定", PLANNED),
    ("方針", PLANNED),
];
const JAPANESE_TAIL: usize = 10;
const JAPANESE_ROLES: &[&str] = &[
    "側",
    "双方",
    "両国",
    "両者",
    "大臣",
    "首相",
    "長官",
    "省",
    "庁",
    "政府",
    "大統領",
    "次官",
    "審議官",
    "首脳",
    "両首脳",
    "代表",
    "委員会",
    "大使",
    "局長",
];

/// French verbs: the stem of the participle or of the present, and what it does.
const FRENCH: &[(&str, Act)] = &[
    ("reaffirm", REAFFIRMED),
    ("reiter", REAFFIRMED),
    ("confirm", REAFFIRMED),
    ("convenu", CONCURRED),
    ("convien", CONCURRED),
    ("decid", DECIDED),
    ("adopt", APPROVED),
    ("approuv", APPROVED),
    ("ratifi", APPROVED),
    ("engag", COMMITTED),
    ("promis", PLEDGED),
    ("felicit", VALUED),
    ("salu", VALUED),
    ("soulign", VALUED),
    ("condamn", VALUED),
    ("deplor", VALUED),
    ("remerci", VALUED),
    ("annonc", ANNOUNCED),
    ("declar", ANNOUNCED),
    ("exhort", NEEDED),
    ("appele", NEEDED),
    ("appell", NEEDED),
    ("demand", NEEDED),
    ("invit", NEEDED),
    ("propos", OFFERED),
];
/// What may stand between a French subject and its participle.
const FRENCH_HELPERS: &[&str] =
    &["a", "ont", "est", "sont", "s", "se", "également", "egalement", "aussi", "en", "outre", "ainsi", "avons", "nous"];
/// Words for people and bodies in French.
const FRENCH_ROLES: &[&str] = &[
    "parties",
    "partie",
    "ministre",
    "ministres",
    "president",
    "presidents",
    "presidente",
    "gouvernement",
    "gouvernements",
    "chefs",
    "delegation",
    "delegations",
    "commission",
    "conseil",
    "comite",
    "etats",
    "pays",
    "dirigeants",
    "ambassadeur",
    "assemblee",
];
const FRENCH_PRONOUNS: &[&str] = &["nous", "ils", "elles", "il", "elle"];

/// What a sentence in one of these languages says. `None` for every other sentence.
pub(super) fn said(sentence: &Sentence) -> Option<Said> {
    let text = sentence.as_str();
    if text.contains(entente_text::script::is_hangul_syllable) {
        return korean(sentence);
    }
    if text.contains(|c| matches!(c, '\u{3040}'..='\u{30ff}')) {
        return japanese(sentence);
    }
    french(sentence)
}

/// The last stem in the tail of a sentence, and its bytes there.
fn last_stem(text: &str, stems: &[(&str, Act)], tail: usize) -> Option<(Act, Range<usize>)> {
    let trimmed = text.trim_end_matches(['.', ' ', '”', '"', '’', '。', '」']);
    let from = trimmed.char_indices().rev().nth(tail - 1).map_or(0, |(at, _)| at);
    // What is said earlier belongs to clauses inside.
    let found =
        stems.iter().filter_map(|(stem, act)| trimmed[from..].rfind(stem).map(|at| (from + at, stem.len(), *act)));
    let (at, _, act) = found.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    Some((act, at..trimmed.len()))
}

fn korean(sentence: &Sentence) -> Option<Said> {
    let text = sentence.as_str();
    let tail = text.trim_end_matches(['.', ' ', '”', '"', '’']);
    if !["다", "음", "함", "임", "됨"].iter().any(|end| tail.ends_with(end)) {
        return None;
    }
    let (act, range) = last_stem(text, KOREAN, KOREAN_TAIL)?;
    korean_subject(sentence, act, range.clone()).or_else(|| {
        // Officials leave out who acts, and end in a noun's form: "지출할 예정임".
        let noted = ["음", "함", "임", "됨"].iter().any(|end| tail.ends_with(end));
        let from = sentence.range.start;
        let verb = from + range.start..from + range.end;
        noted.then_some(Said { act, verb, by: By::Nobody, form: None, rule: "korean-verb" })
    })
}

/// The statement of a Korean sentence whose subject is printed.
fn korean_subject(sentence: &Sentence, act: Act, range: Range<usize>) -> Option<Said> {
    let subject = sentence.words.iter().take(12).position(|word| word.text.ends_with(['은', '는', '이', '가']))?;
    let word = &sentence.words[subject];
    let stem = word.end - word.text.chars().last().map_or(0, char::len_utf8);
    // The words of the subject begin behind the last comma or topic before it.
    let first =
        sentence.words[..subject].iter().rposition(|word| word.text.ends_with(['은', '는'])).map_or(0, |at| at + 1);
    let first = (first..subject).rev().find(|at| sentence.behind(*at).contains(',')).map_or(first, |at| at + 1);
    let first = first.max(subject.saturating_sub(4));
    spoken(sentence, sentence.words[first].start..stem, KOREAN_ROLES, act, range, "korean-verb")
}

fn japanese(sentence: &Sentence) -> Option<Said> {
    let text = sentence.as_str();
    let (act, range) = last_stem(text, JAPANESE, JAPANESE_TAIL)?;
    // "双方は、": the first topic, or subject, of the sentence.
    let end = text.char_indices().take(40).find(|(_, c)| matches!(c, 'は' | 'が')).map(|(at, _)| at)?;
    let start = text[..end].rfind(['、', '，']).map_or(0, |at| at + '、'.len_utf8());
    let words = sentence.range.start + start..sentence.range.start + end;
    spoken(sentence, words, JAPANESE_ROLES, act, range, "japanese-verb")
}

/// A statement of the subject in `words`, where that is somebody: a role or a name at its end.
fn spoken(
    sentence: &Sentence,
    words: Range<usize>,
    roles: &[&str],
    act: Act,
    verb: Range<usize>,
    rule: &'static str,
) -> Option<Said> {
    let printed = sentence.text.get(words.clone())?;
    let named: Vec<_> = sentence.actors_in(&words).collect();
    let named_last = named.last().is_some_and(|name| name.range.end >= words.end);
    let speaks = roles.iter().any(|role| printed.trim_end().ends_with(role)) || named_last;
    let entity = if let [one] = named.as_slice() { Some(one.entity) } else { None };
    let subject = Subject { range: words, entity, plural: true, first: 0, owner: None };
    let from = sentence.range.start;
    let verb = from + verb.start..from + verb.end;
    speaks.then_some(Said { act, verb, by: By::Subject(subject), form: None, rule })
}

fn french(sentence: &Sentence) -> Option<Said> {
    if !is_french(sentence) {
        return None;
    }
    let at = (1..sentence.words.len()).find(|at| french_act(sentence, *at).is_some())?;
    let act = french_act(sentence, at)?;
    let mut end = at.checked_sub(1)?;
    while end > 0 && FRENCH_HELPERS.contains(&sentence.word(end)) {
        end -= 1;
    }
    let gap = sentence.behind(end).trim();
    if end + 1 == at || !matches!(gap, "" | "'" | "’") {
        return None;
    }
    // "A Dakar, les deux parties ont convenu": the clause begins behind the comma.
    let first = (0..end).rev().find(|at| sentence.behind(*at).contains([',', ';', ':'])).map_or(0, |at| at + 1);
    let words = sentence.words[first].start..sentence.words[end].end;
    let named: Vec<_> = sentence.actors_in(&words).collect();
    let role = (first..=end).any(|at| FRENCH_ROLES.contains(&sentence.word(at)));
    let pronoun = first == end && FRENCH_PRONOUNS.contains(&sentence.word(end));
    let opens = sentence.is_capital(first) || matches!(sentence.word(first), "le" | "la" | "les" | "l");
    if !(role || pronoun || !named.is_empty()) || !opens || end - first > 8 {
        return None;
    }
    let entity = if let ([one], false) = (named.as_slice(), role) { Some(one.entity) } else { None };
    let subject = Subject { range: words, entity, plural: true, first, owner: None };
    let verb = sentence.words[end + 1].start..sentence.words[at].end;
    Some(Said { act, verb, by: By::Subject(subject), form: None, rule: "french-verb" })
}

/// "The President's promise" is no "s'est promise": more small words have to be French than English.
fn is_french(sentence: &Sentence) -> bool {
    const FRENCH: &str =
        "le la les l d de du des et un une que qu en ont sont est il ils elle elles se leur au aux pour dans avec sur";
    const ENGLISH: &str = "the of and to in that for this these is will with";
    let count = |small: &str| {
        let is_small = |word: &&entente_text::words::Word| small.split(' ').any(|small| small == word.folded);
        sentence.words.iter().filter(is_small).count()
    };
    count(FRENCH) > count(ENGLISH)
}

/// What a French participle behind its auxiliary does: "a réaffirmé", "se sont félicitées".
fn french_act(sentence: &Sentence, at: usize) -> Option<Act> {
    let word = sentence.word(at);
    let participle = word.ends_with(['e', 's', 'u']) && FRENCH_HELPERS.contains(&sentence.word(at - 1));
    let found = FRENCH.iter().find(|(stem, _)| word.starts_with(stem)).filter(|_| participle)?;
    // "Est engagé" alone is a state; with "s'" it is a promise.
    Some(found.1)
}

#[cfg(test)]
mod tests {
    use super::{KOREAN, KOREAN_TAIL, last_stem};
    use entente_corpus::Strength::{self, *};

    #[test]
    fn korean_sentences_end_with_what_they_do() {
        let strength = |text: &str| -> Option<(Option<Strength>, String)> {
            last_stem(text, KOREAN, KOREAN_TAIL).map(|(act, range)| (act.strength, text[range].to_owned()))
        };
        assert_eq!(strength("양측은 협력을 강화하기로 합의했다."), Some((Some(Concurred), "합의했다".to_owned())));
        assert_eq!(strength("양 장관은 한미동맹을 재확인하였다."), Some((Some(Reaffirmed), "재확인하였다".to_owned())));
        assert_eq!(strength("합의 이후 날씨가 추워졌고 오늘은 비가 내렸다."), None);
    }
}
