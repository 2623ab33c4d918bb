//! Statements of Japanese sentences: the verb stands last, and a particle marks their topic.

use super::{
    ANNOUNCED, APPROVED, ASSESSED, CONCURRED, DECIDED, NEEDED, OFFERED, PLEDGED, REAFFIRMED, last_stem, spoken,
};
use crate::lexicon::{Act, PLANNED, VALUED};
use crate::speech::Said;
use crate::view::Sentence;

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

pub(super) fn said(sentence: &Sentence) -> Option<Said> {
    let text = sentence.as_str();
    let (act, range) = last_stem(text, JAPANESE, JAPANESE_TAIL)?;
    // "双方は、": the first topic, or subject, of the sentence.
    let end = text.char_indices().take(40).find(|(_, c)| matches!(c, 'は' | 'が')).map(|(at, _)| at)?;
    let start = text[..end].rfind(['、', '，']).map_or(0, |at| at + '、'.len_utf8());
    let words = sentence.range.start + start..sentence.range.start + end;
    spoken(sentence, words, JAPANESE_ROLES, act, range, "japanese-verb")
}

#[cfg(test)]
mod tests {
    use super::super::last_stem;
    use super::{JAPANESE, JAPANESE_TAIL};

    /// For each row a sentence in which it is found, and one in which it is not.
    const CASES: &[(&str, &str, &str)] = &[
        ("再確認", "双方は同盟を再確認した。", "双方は同盟を再確認しなかった。"),
        ("確認", "双方は方針の共有を確認した。", "双方は共有を確認しなかった。"),
        ("一致", "双方は協力で一致した。", "双方は協力で一致しなかった。"),
        ("合意", "双方は協力に合意した。", "双方は協力に合意しなかった。"),
        ("決定", "政府は派遣を決定した。", "政府は派遣を決定しなかった。"),
        ("承認", "委員会は案を承認した。", "委員会は案を承認しなかった。"),
        ("採択", "委員会は決議を採択した。", "委員会は決議を採択しなかった。"),
        ("約束", "政府は支援を約束した。", "政府は支援を約束しなかった。"),
        ("歓迎", "双方は進展を歓迎した。", "双方は進展を歓迎しなかった。"),
        ("評価", "双方は成果を評価した。", "双方は成果を評価しなかった。"),
        ("強調", "大臣は協力を強調した。", "大臣は協力を強調しなかった。"),
        ("非難", "政府は発射を非難した。", "政府は発射を非難しなかった。"),
        ("謝意", "大臣は支援に謝意を述べた。", "大臣は謝意を述べなかった。"),
        ("懸念", "大臣は状況に懸念を示した。", "大臣は懸念を示さず、懸念は伝わっていない。"),
        ("発表", "政府は対策を発表した。", "政府は対策を発表しなかった。"),
        ("表明", "大臣は支持を表明した。", "大臣は支持を表明しなかった。"),
        ("要請", "政府は支援を要請した。", "政府は支援を要請しなかった。"),
        ("求め", "政府は謝罪を求めた。", "政府は謝罪を求めていない。"),
        ("提案", "政府は対話を提案した。", "政府は対話を提案しなかった。"),
        ("予定", "政府は港を建設する予定。", "政府は予定を変えなかった。"),
        ("方針", "政府は港を建設する方針。", "政府は方針を変えなかった。"),
    ];

    #[test]
    fn every_row_has_a_sentence_with_it_and_one_without() {
        assert!(
            JAPANESE.iter().map(|(stem, _)| *stem).eq(CASES.iter().map(|(stem, _, _)| *stem)),
            "a case for every row"
        );
        for ((stem, act), (_, example, counter)) in JAPANESE.iter().zip(CASES) {
            let row = [(*stem, *act)];
            assert!(last_stem(example, &row, JAPANESE_TAIL).is_some(), "{stem} in {example}");
            assert_eq!(last_stem(example, JAPANESE, JAPANESE_TAIL).map(|(act, _)| act), Some(*act), "{example}");
            assert_eq!(last_stem(counter, JAPANESE, JAPANESE_TAIL), None, "{counter}");
        }
    }
}
