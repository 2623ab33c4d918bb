//! The words that call an engagement: kinds by head noun, ordinals, levels, and the verbs that say it took place.

use entente_corpus::{EngagementKind, EngagementLevel};

/// Head nouns, singular, and what they call.
const HEADS: &[(&str, EngagementKind)] = &[
    ("meeting", EngagementKind::Meeting),
    ("talk", EngagementKind::Meeting),
    ("session", EngagementKind::Meeting),
    ("roundtable", EngagementKind::Meeting),
    ("ministerial", EngagementKind::Meeting),
    ("negotiation", EngagementKind::Meeting),
    ("consultation", EngagementKind::Consultation),
    ("dialogue", EngagementKind::Dialogue),
    ("dialog", EngagementKind::Dialogue),
    ("summit", EngagementKind::Summit),
    ("conference", EngagementKind::Conference),
    ("symposium", EngagementKind::Conference),
    ("congress", EngagementKind::Conference),
    ("workshop", EngagementKind::Workshop),
    ("seminar", EngagementKind::Workshop),
    ("exercise", EngagementKind::Exercise),
    ("drill", EngagementKind::Exercise),
    ("visit", EngagementKind::Visit),
    ("inspection", EngagementKind::Inspection),
    ("call", EngagementKind::Call),
];

/// Korean heads, longest first where one ends with another.
const KOREAN: &[(&str, EngagementKind)] = &[
    ("정상회담", EngagementKind::Summit),
    ("정상회의", EngagementKind::Summit),
    ("협의회", EngagementKind::Consultation),
    ("협의", EngagementKind::Consultation),
    ("대화", EngagementKind::Dialogue),
    ("회담", EngagementKind::Meeting),
    ("회의", EngagementKind::Meeting),
    ("콘퍼런스", EngagementKind::Conference),
    ("컨퍼런스", EngagementKind::Conference),
    ("심포지엄", EngagementKind::Conference),
    ("포럼", EngagementKind::Conference),
    ("워크숍", EngagementKind::Workshop),
    ("세미나", EngagementKind::Workshop),
    ("훈련", EngagementKind::Exercise),
];

/// What a word heads, if it is a head noun: its kind, and whether it is plural.
pub(crate) fn head(word: &str) -> Option<(EngagementKind, bool)> {
    let find = |word: &str| HEADS.iter().find(|(head, _)| *head == word).map(|(_, kind)| *kind);
    if let Some(kind) = find(word) {
        return Some((kind, false));
    }
    let singular = word.strip_suffix('s')?;
    // "Talks" are one occasion.
    find(singular).map(|kind| (kind, word != "talks"))
}

/// What a Korean word heads, and the bytes of the head within it (particles may follow).
pub(crate) fn korean_head(word: &str) -> Option<(EngagementKind, usize)> {
    const PARTICLES: &[&str] = &["", "를", "을", "가", "이", "는", "은", "에", "에서", "의", "와", "과"];
    KOREAN.iter().find_map(|(head, kind)| {
        let at = word.rfind(head)?;
        let end = at + head.len();
        PARTICLES.contains(&&word[end..]).then_some((*kind, end))
    })
}

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// "Forty" of "forty-second".
pub(crate) fn tens(word: &str) -> Option<u16> {
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = TENS.iter().position(|name| *name == word)?;
    u16::try_from(at * 10 + 20).ok()
}

/// "4th", "fourth", "thirtieth", "제4차", "4차" as a number.
pub(crate) fn ordinal(word: &str) -> Option<u16> {
    if word == "inaugural" {
        return Some(1);
    }
    if let Some(at) = ORDINALS.iter().position(|name| *name == word) {
        return u16::try_from(at + 1).ok();
    }
    if let Some(tens) = word.strip_suffix("ieth").and_then(|stem| tens(&format!("{stem}y"))) {
        return Some(tens);
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

/// How a verb says that an occasion took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Took {
    /// "held", "took place", "attended".
    Past,
    /// "holds", "hosts": again and again.
    Present,
    /// "to hold", "holding": as the words around it say.
    Bare,
}

const TAKING: &[(&str, Took)] = &[
    ("held", Took::Past),
    ("hosted", Took::Past),
    ("convened", Took::Past),
    ("reconvened", Took::Past),
    ("gathered", Took::Past),
    ("assembled", Took::Past),
    ("attended", Took::Past),
    ("participated", Took::Past),
    ("organized", Took::Past),
    ("organised", Took::Past),
    ("conducted", Took::Past),
    ("opened", Took::Past),
    ("chaired", Took::Past),
    ("presided", Took::Past),
    ("paid", Took::Past),
    ("launched", Took::Past),
    ("concluded", Took::Past),
    ("wrapped", Took::Past),
    ("staged", Took::Past),
    ("met", Took::Past),
    ("holds", Took::Present),
    ("hosts", Took::Present),
    ("organizes", Took::Present),
    ("organises", Took::Present),
    ("conducts", Took::Present),
    ("hold", Took::Bare),
    ("host", Took::Bare),
    ("convene", Took::Bare),
    ("attend", Took::Bare),
    ("participate", Took::Bare),
    ("conduct", Took::Bare),
    ("organize", Took::Bare),
    ("organise", Took::Bare),
    ("holding", Took::Bare),
    ("hosting", Took::Bare),
    ("conducting", Took::Bare),
    ("attending", Took::Bare),
    ("place", Took::Bare),
    ("visited", Took::Past),
    ("pay", Took::Bare),
];

/// What a verb says of an occasion.
pub(crate) fn taking(word: &str) -> Option<Took> {
    TAKING.iter().find(|(verb, _)| *verb == word).map(|(_, took)| *took)
}

/// Who meets, by the words that call the occasion and those who come; the first that fits from the more telling down.
pub(crate) fn level(words: &str) -> EngagementLevel {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if has(&[
        "senior official",
        "vice minister",
        "vice-minister",
        "deputy minister",
        "deputy secretary",
        "director-general",
        "director general",
        "security advisor",
        "security director",
        "security chief",
        "under secretary",
        "undersecretary",
        "assistant secretary",
        "ambassador",
        "vice foreign",
        "vice defense",
        "차관",
        "국장",
        "대사",
    ]) {
        return EngagementLevel::SeniorOfficials;
    }
    if has(&["working group", "working-level", "working level", "실무"]) {
        return EngagementLevel::Working;
    }
    if has(&["expert", "전문가"]) {
        return EngagementLevel::Expert;
    }
    if has(&[
        "summit",
        "president",
        "prime minister",
        "leaders",
        "heads of state",
        "state visit",
        "chancellor",
        "정상",
        "대통령",
        "총리",
    ]) {
        return EngagementLevel::Leaders;
    }
    if has(&["minister", "secretary of state", "secretary of defense", "secretary of defence", "장관"]) {
        return EngagementLevel::Ministers;
    }
    EngagementLevel::Unknown
}

#[cfg(test)]
mod tests {
    use super::{head, korean_head, level, ordinal};
    use entente_corpus::{EngagementKind, EngagementLevel};

    #[test]
    fn heads_and_ordinals_are_known() {
        assert_eq!(head("talks"), Some((EngagementKind::Meeting, false)));
        assert_eq!(head("workshops"), Some((EngagementKind::Workshop, true)));
        assert_eq!(head("forum"), None, "a forum is a body as often as an occasion");
        for (word, expected) in [
            ("4th", Some(4)),
            ("fourth", Some(4)),
            ("제4차", Some(4)),
            ("14th", Some(14)),
            ("4", None),
            ("thirtieth", Some(30)),
            ("hundredth", None),
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
            ("foreign ministers’ meeting", EngagementLevel::Ministers),
            ("counter-terrorism working group meeting", EngagementLevel::Working),
            ("interpol expert group meeting", EngagementLevel::Expert),
            ("bilateral consultations", EngagementLevel::Unknown),
        ] {
            assert_eq!(level(words), expected, "{words}");
        }
    }
}
