//! Names in Hangul by their shape: agencies by their last syllable, laws in brackets, persons beside titles.
//!
//! In: a scanned passage. Out: mentions. A word carries its particle ("외교부는"); what is named ends before it.

use std::ops::Range;
use std::sync::LazyLock;

use entente_corpus::EntityKind;
use entente_text::order;

use super::candidate::{Candidate, Key};
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::phrases::is_hangul;

/// An ending of a name.
struct Ending {
    text: &'static str,
    /// Syllables of the shortest name with it.
    least: usize,
    kind: EntityKind,
}

/// The endings of names, the longest first.
static ENDINGS: LazyLock<Vec<Ending>> = LazyLock::new(|| {
    let rows = include_str!("../data/hangul-endings.tsv").lines().filter(|row| !row.starts_with('#'));
    let mut endings: Vec<Ending> = rows
        .filter_map(|row| {
            let mut cells = row.split('\t');
            let (text, least, kind) = (cells.next()?, cells.next()?.parse().ok()?, cells.next()?);
            Some(Ending { text, least, kind: EntityKind::from_word(kind)? })
        })
        .collect();
    order::sort_by_key(&mut endings, |ending| std::cmp::Reverse(ending.text.len()));
    endings
});
/// Syllables of the longest name that is found by its ending.
const MAX_NAME_SYLLABLES: usize = 16;
/// Matters of ministries.
static MATTERS: LazyLock<Vec<&str>> = LazyLock::new(|| Class::MinistryMatter.longest_first());
/// What names of a state's institutes begin with.
static STATE: LazyLock<Vec<&str>> = LazyLock::new(|| Class::StatePrefix.longest_first());
/// Words of the longest role after a name.
const MAX_ROLE_WORDS: usize = 5;
/// Particles that may follow a name.
static PARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| Class::Particle.longest_first());
/// Ends of a quoted title that is a law's or a treaty's.
static LAWS: LazyLock<Vec<&str>> = LazyLock::new(|| Class::LawEnding.longest_first());
/// Syllables of a surname and a name.
const NAME_LENGTH: usize = 3;

/// The names of a passage in Hangul, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Candidate> {
    let mut out = quoted(scan);
    for (at, word) in scan.words.iter().enumerate() {
        if !word.text.starts_with(is_hangul) {
            continue;
        }
        if let Some(found) = body(scan, at) {
            out.push(found);
        }
        if let Some(found) = person(scan, at).or_else(|| foreigner(scan, at)) {
            out.push(found);
        }
    }
    out
}

/// 「전자정부법」: a law or treaty in the brackets that titles have.
fn quoted(scan: &Scan) -> Vec<Candidate> {
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
            out.push(Candidate::new(key, open..open + title.len(), "title-in-brackets"));
        }
    }
    out
}

/// An agency, organisation, instrument or forum by its ending.
fn body(scan: &Scan, at: usize) -> Option<Candidate> {
    let word = &scan.words[at];
    let (name, kind, rule) = name_in(word.text).or_else(|| beside_letters(scan, at)).or_else(|| office(scan, at))?;
    let key = Key::printed(kind, name.to_owned());
    Some(Candidate::new(key, word.start..word.start + name.len(), rule))
}

/// "국가사이버국(ONCD)": a long name before the letters of its short form is a body's.
fn beside_letters<'a>(scan: &Scan<'a>, at: usize) -> Option<(&'a str, EntityKind, &'static str)> {
    let word = &scan.words[at];
    let inside = scan.text[word.end..].strip_prefix('(')?;
    let letters = inside.chars().take_while(char::is_ascii_uppercase).count();
    let body = word.text.chars().all(is_hangul)
        && word.text.chars().count() > 3
        && word.text.ends_with(['국', '실', '원', '단', '회']);
    (body && letters > 1 && inside[letters..].starts_with(')')).then_some((
        word.text,
        EntityKind::Agency,
        "agency-in-hangul",
    ))
}

/// "우주군부 장관": before its head's title, also an unusual matter makes a ministry.
fn office<'a>(scan: &Scan<'a>, at: usize) -> Option<(&'a str, EntityKind, &'static str)> {
    let word = scan.words[at].text;
    let next = scan.words.get(at + 1).filter(|_| scan.gap(at + 1) == Gap::Space)?;
    let headed = matches!(title(next.text), Some("장관" | "차관" | "청장" | "처장"));
    let ends = word.ends_with(['부', '처', '청']) && word.chars().count() > 2 && word.chars().all(is_hangul);
    (headed && ends && !is_common(word)).then_some((word, EntityKind::Agency, "agency-in-hangul"))
}

/// The name in a word, its kind and rule; the whole word first, then without a particle.
fn name_in(word: &str) -> Option<(&str, EntityKind, &'static str)> {
    let stems = std::iter::once(word).chain(PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle)));
    for stem in stems.filter(|stem| stem.chars().all(is_hangul) && !Class::CommonNoun.has(stem)) {
        let length = stem.chars().count();
        let fits =
            |ending: &&Ending| stem.ends_with(ending.text) && length >= ending.least && length <= MAX_NAME_SYLLABLES;
        let Some(ending) = ENDINGS.iter().find(fits) else { continue };
        if ending.text.chars().count() == 1 {
            let matter = stem.strip_suffix(ending.text).unwrap_or(stem);
            if !MATTERS.iter().any(|end| matter.ends_with(end)) {
                continue;
            }
        }
        let of_state = ending.kind == EntityKind::Organisation
            && Class::PublicInstitute.has(ending.text)
            && STATE.iter().any(|prefix| stem.starts_with(prefix));
        let kind = if of_state { EntityKind::Agency } else { ending.kind };
        let body = matches!(kind, EntityKind::Agency | EntityKind::Organisation);
        return Some((stem, kind, if body { "agency-in-hangul" } else { "name-in-hangul" }));
    }
    None
}

/// True for a word that ends in a common noun: "한국정부", "관계부처", "재하청".
fn is_common(word: &str) -> bool {
    let mut ends = word.char_indices().map(|(at, _)| &word[at..]).filter(|end| end.chars().count() > 1);
    ends.any(|end| Class::CommonNoun.has(end))
}

/// A person at word `at`: "윤병세 장관", "윤병세 외교부 장관", "장관 윤병세는".
fn person(scan: &Scan, at: usize) -> Option<Candidate> {
    let word = &scan.words[at];
    // After the name.
    if is_name(word.text) && scan.gap(at + 1) == Gap::Space {
        let next = &scan.words[at + 1];
        if let Some(title) = title(next.text) {
            return Some(found(word.start..word.end, next.start..next.start + title.len(), compound_owner(title)));
        }
        let after = scan.words.get(at + 2).filter(|_| scan.gap(at + 2) == Gap::Space);
        if let (Some((name, EntityKind::Agency, _)), Some(after)) = (name_in(next.text), after)
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
        && let Some((agency, EntityKind::Agency, _)) = name_in(scan.words[n].text)
        && agency == scan.words[n].text
    {
        role.start = scan.words[n].start;
        owner = Some(Key::printed(EntityKind::Agency, agency.to_owned()));
    }
    Some(found(word.start..word.start + name.len(), role, owner))
}

/// A person of another country: "리절 프란츠(Liesyl Franz) 국무부 부차관보" with the letters beside it, "로버트 스트레이어 국무부
/// 부차관보" by a given name; a title follows.
fn foreigner(scan: &Scan, at: usize) -> Option<Candidate> {
    let hangul = |at: usize| scan.words.get(at).is_some_and(|word| word.text.chars().all(is_hangul));
    let (mut end, mut key) = (at + 1, String::new());
    while end < at + 3
        && hangul(end)
        && scan.gap(end) == Gap::Space
        && !scan.text[scan.words[end - 1].end..].starts_with('(')
    {
        end += 1;
    }
    let last = &scan.words[end - 1];
    let mut next = end;
    if let Some(inside) = scan.text[last.end..].strip_prefix('(') {
        // As many words in letters as in Hangul.
        let close = inside.char_indices().take(60).find(|(_, c)| *c == ')').map(|(at, _)| at)?;
        let letters = &inside[..close];
        let plain = |part: &str| {
            part.starts_with(|c: char| c.is_uppercase())
                && part.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\''))
        };
        if letters.split(' ').count() != end - at || end < at + 2 || !letters.split(' ').all(plain) {
            return None;
        }
        key = super::persons::key(letters);
        next = scan.word_at(last.end + 1 + close);
    } else {
        let given = PERSONS.hangul_given.contains(scan.words[at].text);
        end = at + 2;
        if !given || !hangul(at + 1) || scan.gap(at + 1) != Gap::Space || title(scan.words[at + 1].text).is_some() {
            return None;
        }
        next = next.min(end);
    }
    let from = next;
    while hangul(next) && next < from + MAX_ROLE_WORDS {
        if let Some(title) = title(scan.words[next].text) {
            let role = scan.words[from].start..scan.words[next].start + title.len();
            let within =
                (from..next).find_map(|at| name_in(scan.words[at].text).filter(|name| name.1 == EntityKind::Agency));
            let within = within.map(|(name, kind, _)| Key::printed(kind, name.to_owned()));
            let name = scan.words[at].start..scan.words[end - 1].end;
            let person = Candidate::new(Key::printed(EntityKind::Person, key), name, "person-in-hangul");
            return Some(Candidate { role: Some(role), within, ..person });
        }
        next += 1;
    }
    None
}

fn found(name: Range<usize>, role: Range<usize>, within: Option<Key>) -> Candidate {
    // The key is filled in by who reads the text; here only places are known.
    let key = Key::printed(EntityKind::Person, String::new());
    Candidate { role: Some(role), within, ..Candidate::new(key, name, "person-in-hangul") }
}

/// The title that a word is or ends in, without its particle.
fn title(word: &str) -> Option<&str> {
    if !word.ends_with(is_hangul) {
        return None;
    }
    let stems = std::iter::once(word).chain(PARTICLES.iter().filter_map(|particle| word.strip_suffix(particle)));
    for stem in stems {
        let ends = |title: &&str| stem.ends_with(title) && title.chars().count() > 1;
        if PERSONS.hangul_titles.iter().any(ends) && stem.chars().count() <= 10 {
            return Some(stem);
        }
    }
    None
}

/// "외교부장관" is the minister of 외교부.
fn compound_owner(title: &str) -> Option<Key> {
    let end = PERSONS.hangul_titles.iter().filter(|end| title.ends_with(*end)).min_by_key(|end| end.len())?;
    let (name, kind, _) = name_in(title.strip_suffix(end)?)?;
    (kind == EntityKind::Agency).then(|| Key::printed(kind, name.to_owned()))
}

/// Three syllables, the first a surname, that are neither an agency nor a country.
fn is_name(word: &str) -> bool {
    word.chars().count() == NAME_LENGTH
        && word.chars().all(is_hangul)
        && word.chars().next().is_some_and(|c| PERSONS.is_hangul_surname(c))
        && name_in(word).is_none()
        && COUNTRIES.glued(word).is_none()
        && !PERSONS.hangul_titles.contains(word)
        && !Class::CommonNoun.has(word)
        && !word.chars().next_back().is_some_and(|last| Class::NounEnding.has(last.encode_utf8(&mut [0; 4])))
        && !word.ends_with([
            '부', '로', '게', '다', '며', '처', '청', '국', '실', '측', '군', '들', '적', '급', '간', '인', '및', '의',
            '은', '는', '를', '을', '에', '한', '된', '할', '과', '와',
        ])
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;
    use entente_corpus::EntityKind::{Agency, Forum, Instrument, Person};

    #[test]
    fn names_in_hangul_are_found_without_their_particles() {
        let cases: &[(&str, &[(&str, entente_corpus::EntityKind)])] = &[
            ("외교부는 국방부와 합의하였다", &[("외교부", Agency), ("국방부", Agency)]),
            ("정부는 일부 관계부처의 요청에", &[]),
            ("국가안보실과 한국인터넷진흥원이", &[("국가안보실", Agency), ("한국인터넷진흥원", Agency)]),
            (
                "「전자정부법」 제56조 및 「국가정보원법」에",
                &[("전자정부법", Instrument), ("국가정보원법", Instrument)],
            ),
            ("윤병세 외교부 장관은", &[("윤병세", Person), ("외교부", Agency)]),
            ("신맹호 국제안보대사가", &[("신맹호", Person)]),
            ("국방부장관 김태영은", &[("김태영", Person)]),
            ("양국 장관은", &[]),
            ("국가대표 선수단이 참석하였다. 시공사는 재하청을 금지한다.", &[]),
            (
                "사이버정책협의회를 열고 국가사이버국(ONCD), 연방수사국과",
                &[("사이버정책협의회", Forum), ("국가사이버국", Agency), ("연방수사국", Agency)],
            ),
            (
                "미국측은 리절 프란츠(Liesyl Franz) 국무부 담당 부차관보가, 로버트 스트레이어 국무부 부차관보를",
                &[("리절 프란츠", Person), ("국무부", Agency), ("로버트 스트레이어", Person), ("국무부", Agency)],
            ),
            ("우주군부 장관과 관계부처는 하도급 요청을", &[("우주군부", Agency)]),
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
