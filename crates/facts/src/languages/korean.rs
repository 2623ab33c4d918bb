//! Statements of Korean sentences: the verb stands last, and a particle marks its subject.

use std::ops::Range;

use super::{
    ANNOUNCED, APPROVED, ASSESSED, CONCURRED, DECIDED, DONE, NEEDED, NOTED, OFFERED, PLEDGED, REAFFIRMED, last_stem,
    spoken,
};
use crate::lexicon::{Act, COMMITTED, PLANNED, VALUED};
use crate::speech::{By, Said};
use crate::view::Sentence;

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

pub(super) fn said(sentence: &Sentence) -> Option<Said> {
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
        noted.then_some(Said { act, verb, by: By::Nobody, rule: "korean-verb" })
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

#[cfg(test)]
mod tests {
    use super::super::last_stem;
    use super::{KOREAN, KOREAN_TAIL};

    /// For each row a sentence in which it is found, and one in which it is not.
    const CASES: &[(&str, &str, &str)] = &[
        ("재확인", "양측은 동맹을 재확인하였다.", "양측은 동맹을 재확인하지 않았다."),
        ("하기로", "양측은 회의를 열고 협력하기로 했다.", "양측은 협력하기로 하지 않았다."),
        ("합의", "양측은 협력에 합의했다.", "양측은 협력에 합의하지 못했다."),
        ("의견을 같이", "양측은 이에 의견을 같이했다.", "양측은 이에 의견을 같이하지 않았다."),
        ("공감", "양측은 필요성에 공감했다.", "양측은 필요성에 공감하지 않았다."),
        ("동의", "정부는 제안에 동의했다.", "정부는 제안에 동의하지 않았다."),
        ("결정", "정부는 파견을 결정했다.", "정부는 파견을 결정하지 않았다."),
        ("의결", "국무회의는 법안을 의결했다.", "국무회의는 법안을 의결하지 않았다."),
        ("약속", "정부는 지원을 약속했다.", "정부는 지원을 약속하지 않았다."),
        ("다짐", "양측은 협력을 다짐했다.", "양측은 협력을 다짐하지 않았다."),
        ("승인", "위원회는 계획을 승인했다.", "위원회는 계획을 승인하지 않았다."),
        ("채택", "위원회는 결의를 채택했다.", "위원회는 결의를 채택하지 않았다."),
        ("비준", "국회는 조약을 비준했다.", "국회는 조약을 비준하지 않았다."),
        ("환영", "양측은 진전을 환영했다.", "양측은 진전을 환영하지 않았다."),
        ("평가", "양측은 성과를 평가했다.", "양측은 성과를 평가하지 않았다."),
        ("규탄", "정부는 발사를 규탄했다.", "정부는 발사를 규탄하지 않았다."),
        ("우려를 표", "장관은 상황에 우려를 표했다.", "장관은 우려를 표하지 않았다."),
        ("사의를 표", "장관은 지원에 사의를 표했다.", "장관은 사의를 표하지 않았다."),
        ("강조", "장관은 협력을 강조했다.", "장관은 협력을 강조하지 않았다."),
        ("주목", "양측은 변화에 주목했다.", "양측은 변화에 주목하지 않았다."),
        ("발표", "정부는 대책을 발표했다.", "정부는 대책을 발표하지 않았다."),
        ("밝혔", "장관은 이같이 밝혔다.", "장관은 밝혔으나 비가 오늘도 내렸다고 한다."),
        ("선언", "정부는 종료를 선언했다.", "정부는 종료를 선언하지 않았다."),
        ("촉구", "정부는 대화를 촉구했다.", "정부는 대화를 촉구하지 않았다."),
        ("요청", "정부는 지원을 요청했다.", "정부는 지원을 요청하지 않았다."),
        ("요구", "정부는 사과를 요구했다.", "정부는 사과를 요구하지 않았다."),
        ("당부", "장관은 관심을 당부했다.", "장관은 관심을 당부하지 않았다."),
        ("제안", "정부는 대화를 제안했다.", "정부는 대화를 제안하지 않았다."),
        ("제의", "정부는 회담을 제의했다.", "정부는 회담을 제의하지 않았다."),
        ("계획이", "정부는 항구를 지을 계획이다.", "계획이 바뀐 뒤 날씨가 오늘 더 추워졌다."),
        ("예정이", "정부는 항구를 지을 예정이다.", "예정이 바뀐 뒤 날씨가 오늘 더 추워졌다."),
        ("예정임", "정부는 예산을 지출할 예정임.", "예정임에도 날씨가 오늘은 더 많이 추워졌다."),
        ("방침이", "정부는 항구를 지을 방침이다.", "방침이 바뀐 뒤 날씨가 오늘 더 추워졌다."),
        ("려는 것", "정부는 항구를 지으려는 것이다.", "지으려는 것과 달리 날씨가 오늘은 더 추워졌다."),
        ("나갈 것", "정부는 협력해 나갈 것이다.", "나갈 것과 달리 날씨가 오늘은 더 추워졌다."),
        ("구축했", "정부는 망을 구축했다.", "정부는 망을 구축하지 않았다."),
        ("설치했", "정부는 기구를 설치했다.", "정부는 기구를 설치하지 않았다."),
        ("제정했", "정부는 법을 제정했다.", "정부는 법을 제정하지 않았다."),
        ("지원했", "정부는 난민을 지원했다.", "정부는 난민을 지원하지 않았다."),
        ("파견했", "정부는 부대를 파견했다.", "정부는 부대를 파견하지 않았다."),
        ("제공했", "정부는 식량을 제공했다.", "정부는 식량을 제공하지 않았다."),
        ("도입했", "정부는 제도를 도입했다.", "정부는 제도를 도입하지 않았다."),
    ];

    #[test]
    fn every_row_has_a_sentence_with_it_and_one_without() {
        assert!(
            KOREAN.iter().map(|(stem, _)| *stem).eq(CASES.iter().map(|(stem, _, _)| *stem)),
            "a case for every row"
        );
        for ((stem, act), (_, example, counter)) in KOREAN.iter().zip(CASES) {
            let row = [(*stem, *act)];
            assert!(last_stem(example, &row, KOREAN_TAIL).is_some(), "{stem} in {example}");
            assert_eq!(last_stem(example, KOREAN, KOREAN_TAIL).map(|(act, _)| act), Some(*act), "{example}");
            assert_eq!(last_stem(counter, KOREAN, KOREAN_TAIL), None, "{counter}");
        }
    }

    #[test]
    fn korean_sentences_end_with_what_they_do() {
        use entente_corpus::Strength::{self, Concurred, Reaffirmed};
        let strength = |text: &str| -> Option<(Option<Strength>, String)> {
            last_stem(text, KOREAN, KOREAN_TAIL).map(|(act, range)| (act.strength, text[range].to_owned()))
        };
        assert_eq!(strength("양측은 협력을 강화하기로 합의했다."), Some((Some(Concurred), "합의했다".to_owned())));
        assert_eq!(strength("양 장관은 한미동맹을 재확인하였다."), Some((Some(Reaffirmed), "재확인하였다".to_owned())));
        assert_eq!(strength("합의 이후 날씨가 추워졌고 오늘은 비가 내렸다."), None);
    }
}
