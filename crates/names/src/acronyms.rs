//! Short forms and what the text itself says they stand for.
//!
//! In: a scanned passage. Out: definitions in both orders ("Counter Terrorism Working Group (CTWG)",
//! "CTWG (Counter Terrorism Working Group)"), and the places of all short forms. What stands elsewhere is
//! put together in `expand`.

use std::ops::Range;

use entente_text::fold::fold;
use entente_text::words::{Word, words};

use super::known::is_capitals;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use crate::gazetteer::classes::{Class, ClassSet};
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::phrases::is_hangul;

/// The words around a short form.
const QUOTES: &str = "“”‘’\"'「」『』,";
/// Longest short form, in characters.
const MAX_ACRONYM_CHARS: usize = 12;
/// Characters within which a bracket must close: beyond it, nothing is defined.
const MAX_BRACKET_CHARS: usize = 160;
/// Words of a long form for each letter of the short one, and beyond them.
const WORDS_PER_LETTER: usize = 2;

/// A short form and its long form, standing together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The short form.
    pub(crate) short: Range<usize>,
    /// The words it stands for.
    pub(crate) long: Range<usize>,
    /// Name of the rule.
    pub(crate) rule: &'static str,
}

/// The definitions of a passage, in order.
pub(crate) fn definitions(scan: &Scan) -> Vec<Definition> {
    let text = scan.text;
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('(').map(|n| at + n) {
        at = open + 1;
        let ahead = text[open..].char_indices().take(MAX_BRACKET_CHARS);
        let Some(close) = ahead.filter(|(_, c)| matches!(c, ')' | ';')).map(|(n, _)| open + n).next() else { continue };
        // A bracket within brackets is looked at by itself.
        if text[open + 1..close].contains('(') {
            continue;
        }
        let inside = trimmed(text, open + 1..close);
        let before = text[..open].trim_end().len();
        if is_short(&text[inside.clone()]) {
            let long = long_before(scan, before, &text[inside.clone()]);
            out.extend(long.map(|(long, rule)| Definition { short: inside, long, rule }));
            continue;
        }
        let start = text[..before].rfind(|c: char| c.is_whitespace() || c == '(').map_or(0, |n| n + 1);
        let short = trimmed(text, start..before);
        // What follows a comma or a dash inside explains further.
        let end = text[inside.clone()].find([',', ':']).map_or(inside.end, |n| inside.start + n);
        let long = inside.start..end;
        let opens = words(&text[long.clone()]).first().is_some_and(|word| Class::ExpansionFiller.has(&word.folded));
        if is_short(&text[short.clone()]) && !opens && spells(&text[long.clone()], &text[short.clone()]) {
            out.push(Definition { short, long, rule: "acronym-before-brackets" });
        }
    }
    out
}

/// The short form in brackets right after a name whose words' initials hold its letters in order:
/// "Treaty of Amity and Cooperation in Southeast Asia (TAC)".
pub(crate) fn beside(scan: &Scan, name: Range<usize>) -> Option<Definition> {
    let rest = &scan.text[name.end..];
    let open = rest.len() - rest.trim_start().len();
    if !rest[open..].starts_with('(') {
        return None;
    }
    let close = rest.char_indices().take(MAX_ACRONYM_CHARS + 6).find(|(_, c)| *c == ')').map(|(n, _)| n)?;
    let short = trimmed(scan.text, name.end + open + 1..name.end + close);
    let printed = &scan.text[short.clone()];
    let letters = letters(printed);
    if !is_short(printed) || letters.len() < 3 {
        return None;
    }
    let initials: Vec<char> =
        words(&scan.text[name.clone()]).iter().filter_map(|word| word.folded.chars().next()).collect();
    let mut left = initials.iter();
    let held =
        letters.first() == initials.first() && letters.iter().all(|letter| left.any(|initial| initial == letter));
    held.then_some(Definition { short, long: name, rule: "acronym-beside-name" })
}

/// The places of the short forms of a passage that is not written in capitals throughout.
pub(crate) fn places(scan: &Scan, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let is_shouted = |word: &str| word.chars().count() > 1 && is_capitals(word);
    let (shouted, long) = scan
        .words
        .iter()
        .filter(|word| word.text.chars().count() > 3)
        .fold((0, 0), |(shouted, long), word| (shouted + usize::from(is_shouted(word.text)), long + 1));
    if long > 1 && shouted * 2 > long {
        return Vec::new();
    }
    let alone = |n: usize| {
        // A run of words in capitals is a heading or a cry, not a row of short forms.
        let near = |n: Option<usize>| {
            n.and_then(|n| scan.words.get(n)).is_some_and(|word| {
                let long = word.text.chars().count() > 4 && ORGANISATIONS.acronym(word.text).is_none();
                (long || word.text.len() > 6) && is_shouted(word.text)
            })
        };
        !near(n.checked_sub(1)) && !near(Some(n + 1))
    };
    // "UNI-PASS" is one name, "ECONOMY:" a word in capitals; "U.S" is left to the countries.
    let joined = |n: usize| scan.gap(n) == Gap::Join || scan.gap(n + 1) == Gap::Join;
    let everyday = |word: &Word| {
        let classes = ClassSet::of(&word.folded);
        let common = [Class::Opener, Class::Generic, Class::Everyday].iter().any(|class| classes.has(*class));
        // "NORWAY": a country's name in capitals, which is not short for anything.
        let country = COUNTRIES.phrase(&word.folded).is_some() && COUNTRIES.short(word.text).is_none();
        classes.has(Class::ExpansionFiller)
            || country
            || word.folded.len() > 3 && common && ORGANISATIONS.acronym(word.text).is_none()
            || word.folded.len() > 2
                && lexicon.is_small(&word.folded)
                && !(lexicon.is_bracketed(&word.folded) || classes.has(Class::ShortFormAlso))
                && ORGANISATIONS.acronym(word.text).is_none()
    };
    let dotted = |word: &Word| word.text.contains('.') && ORGANISATIONS.acronym(word.text).is_none();
    let words = scan.words.iter().enumerate().filter(|(n, word)| is_plain_short(word.text) && alone(*n));
    let words = words.filter(|(n, word)| !(joined(*n) || everyday(word) || dotted(word)));
    words.map(|(_, word)| word.start..word.end).collect()
}

/// True for letters that can be a short form of several words.
fn is_short(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    let count = text.chars().count();
    // "보보예프(Adiz BOBOEV)": two words, one of them small, are a name.
    let spelled = |word: &str| word.chars().filter(|c| c.is_lowercase()).count() > 1;
    if text.contains(' ') && text.split(' ').any(spelled) {
        return false;
    }
    (2..=MAX_ACRONYM_CHARS).contains(&count)
        && capitals >= 2
        && capitals * 2 >= letters().count()
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&' | '/' | '.' | ' ' | '+'))
        && text.split(' ').count() <= 2
        && !text.chars().any(is_hangul)
        && !is_roman(text)
        && !Class::NoShortForm.has(&fold(text))
}

/// As [`is_short`], for a single word in running text: capitals and digits, a plural's "s" left out.
fn is_plain_short(text: &str) -> bool {
    let text = text.strip_suffix('s').filter(|text| text.len() > 2).unwrap_or(text);
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    is_short(text)
        && text.starts_with(char::is_alphabetic)
        && text.chars().count() <= 8
        && capitals + text.chars().filter(char::is_ascii_digit).count() >= text.chars().filter(|c| *c != '.').count()
        && !(capitals < 3 && text.chars().any(|c| c.is_ascii_digit()))
}

/// True for I to XXXIX and the like.
fn is_roman(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) || matches!(text, "MD" | "CD" | "MM" | "DI" | "CI")
}

/// White space, quotation marks and "hereinafter" taken off both ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = range;
    loop {
        let rest = &text[range.clone()];
        let mut start = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || QUOTES.contains(c)).len();
        for lead in [
            "hereinafter referred to as ",
            "hereafter referred to as ",
            "hereinafter ",
            "hereafter ",
            "referred to as ",
            "the ",
            "or ",
            "이하 ",
        ] {
            if rest[start..].to_ascii_lowercase().starts_with(lead) {
                start += lead.len();
            }
        }
        let end = start + rest[start..].trim_end_matches(|c: char| c.is_whitespace() || QUOTES.contains(c)).len();
        let next = range.start + start..range.start + end;
        if next == range {
            return range;
        }
        range = next;
    }
}

/// The long form that ends at `end`.
fn long_before(scan: &Scan, end: usize, short: &str) -> Option<(Range<usize>, &'static str)> {
    let text = scan.text;
    let end = text[..end].trim_end_matches(|c: char| c.is_whitespace() || QUOTES.contains(c)).len();
    // "The Fund for Ports**’s** (FP)": the ending is not part of the name.
    let end = ["’s", "'s"].into_iter().find_map(|own| text[..end].strip_suffix(own)).map_or(end, str::len);
    let last = scan.words.partition_point(|word| word.end <= end);
    let before = &scan.words[..last];
    // "국제원자력기구(IAEA)": the letters are those of another language.
    if let Some(word) = before.last()
        && word.end == end
        && word.text.chars().filter(|c| is_hangul(*c)).count() >= 4
    {
        return Some((word.start..word.end, "acronym-beside-name"));
    }
    let letters = letters(short);
    let most = letters.len() * WORDS_PER_LETTER + 3;
    // The shortest run of words that spells it, begun at each word in turn: so no word too many is taken.
    let mut found = None;
    for start in (before.len().saturating_sub(most)..before.len()).rev() {
        let word = &before[start];
        let between_sentences = text[word.end..end].contains(['.', ';', ':', '(', ')', '!', '?', '“', '”']);
        if between_sentences && !text[word.end..end].contains("U.S") {
            break;
        }
        if before.len() - start < 2 && letters.len() > 1 && word.text.len() < 8 {
            continue;
        }
        // "and River Operations Center": a small word begins no long form, unless it is inside a compound.
        let from = whole_compound(text, word.start);
        if from == word.start && Class::ExpansionFiller.has(&word.folded) {
            continue;
        }
        if spells(&text[word.start..end], short) {
            // "Consumer **Council of Fiji** (CCoF)": a longer run whose initials are the letters goes before.
            let folded: Vec<String> = before[start..].iter().map(|word| word.folded.to_string()).collect();
            let whole = initials(&folded, &letters);
            if whole {
                return Some((from..end, "acronym-in-brackets"));
            }
            found = found.or(Some((from..end, "acronym-in-brackets")));
        }
    }
    found
}

/// Where the hyphenated compound begins that contains `at`: "Train-the-Trainer".
fn whole_compound(text: &str, at: usize) -> usize {
    if !text[..at].ends_with(['-', '‑']) {
        return at;
    }
    let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‑');
    text[..at].trim_end_matches(part).len()
}

fn letters(short: &str) -> Vec<char> {
    let short = short.strip_suffix('s').filter(|rest| is_capitals(rest)).unwrap_or(short);
    fold(short).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True if `short` can be read off `long`: all its letters in order, the first at the beginning, at least
/// half of them and the last word's at the beginnings of words.
pub(crate) fn spells(long: &str, short: &str) -> bool {
    let letters = letters(short);
    let words: Vec<String> =
        words(long).iter().flat_map(|word| word.folded.split('.').map(str::to_owned).collect::<Vec<_>>()).collect();
    if words.is_empty() || letters.len() < 2 || words.len() > letters.len() * WORDS_PER_LETTER + 3 {
        return false;
    }
    if long.contains(short) || !words[0].starts_with(letters[0]) {
        return false;
    }
    // Initials first: each word gives its own, small words may give none.
    if initials(&words, &letters) {
        return true;
    }
    if letters.len() < 3 || words.len() < 2 {
        return false;
    }
    // Then letters inside words, word by word; a word's beginning goes before its inside.
    let mut at = 0;
    let mut beginnings = 0;
    for word in &words {
        let mut rest = word.chars();
        let Some(first) = rest.next() else { continue };
        if letters.get(at) != Some(&first) {
            if !Class::ExpansionFiller.has(word) && at < letters.len() {
                return false;
            }
            continue;
        }
        at += 1;
        beginnings += 1;
        // Letters inside are taken only where the next word cannot give them.
        let next: Option<char> = letters.get(at).copied();
        let given = words.iter().skip_while(|other| *other != word).nth(1).and_then(|word| word.chars().next());
        if next.is_some() && next != given {
            for c in rest {
                if letters.get(at) == Some(&c) && letters.get(at) != given.as_ref() {
                    at += 1;
                }
            }
        }
    }
    at == letters.len() && beginnings * 2 >= letters.len()
}

/// True if the words' initials are the letters; small words may give none.
fn initials(words: &[String], letters: &[char]) -> bool {
    // From the end, as people make them: which letters are left after each word.
    let mut left: Vec<usize> = vec![letters.len()];
    for word in words.iter().rev() {
        let mut next: Vec<usize> = Vec::new();
        for at in left {
            if at > 0 && word.starts_with(letters[at - 1]) {
                next.push(at - 1);
            }
            if Class::ExpansionFiller.has(word) {
                next.push(at);
            }
        }
        next.dedup();
        left = next;
    }
    left.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::{definitions, places};
    use crate::lexicon::Lexicon;
    use crate::scan::Scan;

    #[test]
    fn a_country_in_capitals_is_not_a_short_form() {
        let text = "The delegations of NORWAY and the USA met the OECD in Oslo and spoke about the plans of the port.";
        let found = places(&Scan::new(text), &Lexicon::default());
        let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["USA", "OECD"]);
    }

    #[test]
    fn definitions_are_found_in_both_orders() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            ("the Counter Terrorism Working Group (CTWG) met", &[("CTWG", "Counter Terrorism Working Group")]),
            ("The KCS (Korea Customs Service) has", &[("KCS", "Korea Customs Service")]),
            (
                "Ministry of Land, Infrastructure and Transport (MOLIT).",
                &[("MOLIT", "Ministry of Land, Infrastructure and Transport")],
            ),
            ("the Republic of Korea (ROK) and the United States of America (“U.S.”)", &[("ROK", "Republic of Korea")]),
            (
                "the Long Range Identification and Tracking of Ships (LRIT) system",
                &[("LRIT", "Long Range Identification and Tracking of Ships")],
            ),
            ("Man-Portable Air Defense Systems (MANPADS)", &[("MANPADS", "Man-Portable Air Defense Systems")]),
            ("Continuous Monitoring Approach(CMA), and", &[("CMA", "Continuous Monitoring Approach")]),
            (
                "the UN Contact Group on Piracy off the Coast of Somalia (CGPCS)",
                &[("CGPCS", "Contact Group on Piracy off the Coast of Somalia")],
            ),
            ("quantum, bio, and artificial intelligence (AI).", &[("AI", "artificial intelligence")]),
            ("Korea (MOLIT) and U.S (TSA) are", &[]),
            ("Korea ASTC(Aviation Security Training Center) opened", &[("ASTC", "Aviation Security Training Center")]),
            (
                "the iAAP (interactive Advance Passenger Processing)",
                &[("iAAP", "interactive Advance Passenger Processing")],
            ),
            ("the Consumer Council of Fiji (CCoF) and", &[("CCoF", "Consumer Council of Fiji")]),
            ("the Rule (IV) and the act (2013)", &[]),
            ("the U.S.-Korea Free Trade Agreement (“FTA”)", &[("FTA", "Free Trade Agreement")]),
            ("국제원자력기구(IAEA)와", &[("IAEA", "국제원자력기구")]),
            ("weapons of mass destruction (hereinafter “WMD”)", &[("WMD", "weapons of mass destruction")]),
            ("the Harbour Fund for Ports’s (HFP) plan", &[("HFP", "Harbour Fund for Ports")]),
            ("financial intelligence units (FIUs)", &[("FIUs", "financial intelligence units")]),
            ("officials met (see Annex A) and (OK)", &[]),
            ("the Air and River Operations Center (AROC) opened", &[("AROC", "Air and River Operations Center")]),
            (
                "L'Organisation du traité de l'Atlantique Nord (OTAN) a pris note",
                &[("OTAN", "Organisation du traité de l'Atlantique Nord")],
            ),
            (
                "the Train-the-Trainer Workshop on IT Crime Investigation (TTI) was held",
                &[("TTI", "Train-the-Trainer Workshop on IT Crime Investigation")],
            ),
            ("a Organização das Nações Unidas (ONU)", &[("ONU", "Organização das Nações Unidas")]),
            (
                "l’Agence internationale de l’énergie atomique (AIEA)",
                &[("AIEA", "Agence internationale de l’énergie atomique")],
            ),
        ];
        for (text, expected) in cases {
            let found = definitions(&Scan::new(text));
            let found: Vec<(&str, &str)> =
                found.iter().map(|found| (&text[found.short.clone()], &text[found.long.clone()])).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn short_forms_are_told_from_headings_numerals_and_units() {
        let cases: &[(&str, &[&str])] = &[
            ("as the CTTF and the TSA said, 5 MW in Part IV", &["CTTF", "TSA"]),
            ("HALTING TERRORIST FINANCING IN THE APEC REGION", &[]),
            ("foreign FIUs and the WG3", &["FIUs"]),
            ("A visit", &[]),
            ("NOTE on the draft and the final text of the CTTF, as agreed", &["CTTF"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> =
                places(&Scan::new(text), &Lexicon::default()).into_iter().map(|place| &text[place]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
