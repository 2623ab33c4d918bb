//! Names in Hangul by their shape: agencies by their last syllable, laws in brackets, persons beside titles.
//!
//! In: a scanned passage. Out: mentions. A word carries its particle ("외교부는"); what is named ends before it.

use std::ops::Range;
use std::sync::LazyLock;

use entente_corpus::EntityKind;
use entente_text::words::Word;

use super::found::{Found, Key};
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::phrases::is_hangul;

/// Endings of an agency's name, and the fewest syllables of the whole.
const AGENCIES: &[(&str, usize, EntityKind)] = &[
    ("위원회", 5, EntityKind::Agency),
    ("사령부", 4, EntityKind::Agency),
    ("대사관", 4, EntityKind::Agency),
    ("경찰청", 3, EntityKind::Agency),
    ("정보원", 5, EntityKind::Agency),
    ("감사원", 3, EntityKind::Agency),
    ("안보실", 4, EntityKind::Agency),
    ("의회", 4, EntityKind::Agency),
    ("진흥원", 4, EntityKind::Organisation),
    ("연구원", 4, EntityKind::Organisation),
    ("연구소", 4, EntityKind::Organisation),
    ("대학교", 4, EntityKind::Organisation),
    ("협회", 4, EntityKind::Organisation),
    ("재단", 4, EntityKind::Organisation),
    ("공단", 4, EntityKind::Organisation),
    ("공사", 5, EntityKind::Organisation),
    ("은행", 4, EntityKind::Organisation),
    ("기구", 6, EntityKind::Organisation),
    ("부", 3, EntityKind::Agency),
    ("처", 4, EntityKind::Agency),
    ("청", 3, EntityKind::Agency),
];
/// Endings of an instrument's and a meeting's name, and the fewest syllables of the whole.
const OTHERS: &[(&str, usize, EntityKind)] = &[
    ("기본법", 5, EntityKind::Instrument),
    ("보호법", 5, EntityKind::Instrument),
    ("보안법", 5, EntityKind::Instrument),
    ("정보원법", 6, EntityKind::Instrument),
    ("조직법", 5, EntityKind::Instrument),
    ("정부법", 4, EntityKind::Instrument),
    ("시행령", 5, EntityKind::Instrument),
    ("협약", 5, EntityKind::Instrument),
    ("조약", 6, EntityKind::Instrument),
    ("협정", 6, EntityKind::Instrument),
    ("의정서", 5, EntityKind::Instrument),
    ("공동성명", 6, EntityKind::Instrument),
    ("정상회의", 6, EntityKind::Forum),
    ("정상회담", 6, EntityKind::Forum),
    ("장관회의", 6, EntityKind::Forum),
    ("장관회담", 6, EntityKind::Forum),
    ("협의회", 5, EntityKind::Forum),
    ("정책협의", 6, EntityKind::Forum),
    ("대화", 6, EntityKind::Forum),
    ("포럼", 4, EntityKind::Forum),
];
/// Particles that may follow a name.
static PARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| Class::Particle.longest_first());
/// Ends of a quoted title that is a law's or a treaty's.
static LAWS: LazyLock<Vec<&str>> = LazyLock::new(|| Class::LawEnding.longest_first());
/// Syllables of a surname and a name.
const NAME_LENGTH: usize = 3;

/// The names of a passage that stand in Hangul, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Found> {
    let mut out = quoted(scan);
    for (at, word) in scan.words.iter().enumerate() {
        if !word.text.starts_with(is_hangul) {
            continue;
        }
        if let Some(found) = body(word) {
            out.push(found);
        }
        if let Some(found) = person(scan, at) {
            out.push(found);
        }
    }
    out
}

/// 「전자정부법」: a law or treaty in the brackets that titles have.
fn quoted(scan: &Scan) -> Vec<Found> {
    let text = scan.text;
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('「').map(|n| at + n + '「'.len_utf8()) {
        at = open;
        let Some(close) =
            text[open..].char_indices().take(90).find(|(_, c)| matches!(c, '」' | '「')).map(|(n, _)| open + n)
        else {
            continue;
        };
        let title = text[open..close].trim_end();
        if text[close..].starts_with('」')
            && title.starts_with(is_hangul)
            && LAWS.iter().any(|end| title.ends_with(end))
        {
            let key = Key::printed(EntityKind::Instrument, title.replace([' ', 'ㆍ', '·'], ""));
            out.push(Found::new(key, open..open + title.len(), "title-in-brackets"));
        }
    }
    out
}

/// An agency, organisation, instrument or forum by its ending.
fn body(word: &Word) -> Option<Found> {
    let stem = agencies_stem(word.text)?;
    let (name, kind, rule) = stem;
    let key = Key::printed(kind, name.to_owned());
    Some(Found::new(key, word.start..word.start + name.len(), rule))
}

/// The name in a word, its kind and rule; the whole word first, then without a particle.
fn agencies_stem(word: &str) -> Option<(&str, EntityKind, &'static str)> {
    let stems = std::iter::once(word).chain(PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle)));
    for stem in stems.filter(|stem| stem.chars().all(is_hangul) && !Class::CommonNoun.has(stem)) {
        let length = stem.chars().count();
        let fits =
            |(end, least, _): &&(&str, usize, EntityKind)| stem.ends_with(end) && length >= *least && length <= 16;
        if let Some((end, _, kind)) = AGENCIES.iter().find(fits) {
            // "한국정부", "관계부처": whatever ends in a word that is no agency is none.
            if end.chars().count() == 1
                && [
                    "정부", "부처", "내부", "외부", "전부", "간부", "요청", "신청", "초청", "거부", "여부", "공부",
                    "대부", "납부",
                ]
                .iter()
                .any(|word| stem.ends_with(word))
            {
                continue;
            }
            return Some((stem, *kind, "agency-in-hangul"));
        }
        if let Some((_, _, kind)) = OTHERS.iter().find(fits) {
            return Some((stem, *kind, "name-in-hangul"));
        }
    }
    None
}

/// A person at word `at`: "윤병세 장관", "윤병세 외교부 장관", "장관 윤병세는".
fn person(scan: &Scan, at: usize) -> Option<Found> {
    let word = &scan.words[at];
    // Behind the name.
    if is_name(word.text) && scan.gap(at + 1) == Gap::Space {
        let next = &scan.words[at + 1];
        if let Some(title) = title(next.text) {
            return Some(found(word.start..word.end, next.start..next.start + title.len(), compound_owner(title)));
        }
        let after = scan.words.get(at + 2).filter(|_| scan.gap(at + 2) == Gap::Space);
        if let (Some((name, EntityKind::Agency, _)), Some(after)) = (agencies_stem(next.text), after)
            && name == next.text
            && let Some(title) = title(after.text)
        {
            let owner = Key::printed(EntityKind::Agency, name.to_owned());
            return Some(found(word.start..word.end, next.start..after.start + title.len(), Some(owner)));
        }
    }
    // Before the name.
    let before = at.checked_sub(1).map(|n| &scan.words[n]).filter(|_| scan.gap(at) == Gap::Space)?;
    let titled = title(before.text).filter(|title| *title == before.text && title.chars().count() > 1)?;
    let name: String = word.text.chars().take(NAME_LENGTH).collect();
    let rest = &word.text[name.len()..];
    if !is_name(&name) || !(rest.is_empty() || PARTICLES.contains(&rest)) {
        return None;
    }
    let mut role = before.start..before.end;
    let mut owner = compound_owner(titled);
    if let Some(n) = at.checked_sub(2).filter(|_| scan.gap(at - 1) == Gap::Space)
        && let Some((agency, EntityKind::Agency, _)) = agencies_stem(scan.words[n].text)
        && agency == scan.words[n].text
    {
        role.start = scan.words[n].start;
        owner = Some(Key::printed(EntityKind::Agency, agency.to_owned()));
    }
    Some(found(word.start..word.start + name.len(), role, owner))
}

fn found(name: Range<usize>, role: Range<usize>, within: Option<Key>) -> Found {
    // The key is filled in by who reads the text; here only places are known.
    let key = Key::printed(EntityKind::Person, String::new());
    Found { role: Some(role), within, ..Found::new(key, name, "person-in-hangul") }
}

/// The title that a word is or ends in, without its particle.
fn title(word: &str) -> Option<&str> {
    let stems = std::iter::once(word).chain(PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle)));
    for stem in stems {
        let long = |title: &&&str| title.chars().count() > 1;
        if PERSONS.hangul_titles.iter().filter(long).any(|title| stem.ends_with(title)) && stem.chars().count() <= 10 {
            return Some(stem);
        }
    }
    None
}

/// "외교부장관" is the minister of 외교부.
fn compound_owner(title: &str) -> Option<Key> {
    let end = PERSONS.hangul_titles.iter().filter(|end| title.ends_with(*end)).min_by_key(|end| end.len())?;
    let (name, kind, _) = agencies_stem(title.strip_suffix(end)?)?;
    (kind == EntityKind::Agency).then(|| Key::printed(kind, name.to_owned()))
}

/// Three syllables, the first a surname, that are neither an agency nor a country.
fn is_name(word: &str) -> bool {
    word.chars().count() == NAME_LENGTH
        && word.chars().all(is_hangul)
        && word.chars().next().is_some_and(|c| PERSONS.is_hangul_surname(c))
        && agencies_stem(word).is_none()
        && COUNTRIES.glued(word).is_none()
        && !PERSONS.hangul_titles.contains(word)
        && !word.ends_with([
            '부', '로', '게', '다', '며', '처', '청', '국', '실', '측', '군', '들', '적', '급', '간', '인', '및', '의',
            '은', '는', '를', '을', '에', '한', '된', '할', '과', '와',
        ])
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;
    use entente_corpus::EntityKind::{Agency, Instrument, Organisation, Person};

    #[test]
    fn names_in_hangul_are_found_without_their_particles() {
        let cases: &[(&str, &[(&str, entente_corpus::EntityKind)])] = &[
            ("외교부는 국방부와 합의하였다", &[("외교부", Agency), ("국방부", Agency)]),
            ("정부는 일부 관계부처의 요청에", &[]),
            ("국가안보실과 한국인터넷진흥원이", &[("국가안보실", Agency), ("한국인터넷진흥원", Organisation)]),
            (
                "「전자정부법」 제56조 및 「국가정보원법」에",
                &[("전자정부법", Instrument), ("국가정보원법", Instrument)],
            ),
            ("윤병세 외교부 장관은", &[("윤병세", Person), ("외교부", Agency)]),
            ("신맹호 국제안보대사가", &[("신맹호", Person)]),
            ("국방부장관 김태영은", &[("김태영", Person)]),
            ("양국 장관은", &[]),
        ];
        for (text, expected) in cases {
            let scan = Scan::new(text);
            let found = find(&scan);
            let found = crate::select::longest(found);
            let found: Vec<(&str, _)> =
                found.iter().map(|found| (&text[found.range.clone()], found.key.kind)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
