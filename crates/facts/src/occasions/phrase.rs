//! The words that call an engagement, in a sentence: "the fourth Republic of Korea-United States Cyber Policy
//! Consultation", "bilateral consultations on cyber security", "the symposium".

use std::ops::Range;

use entente_corpus::{EngagementKind, EntityKind};
use entente_names::gazetteer::head_nouns::is_opener;

use entente_language::{Gap, Tag};

use super::frames::is_in_set;
use crate::occasion;
use crate::view::{Named, Sentence};

/// A phrase that calls an engagement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) kind: EngagementKind,
    /// Words of the sentence, the ordinal and what follows the head included.
    pub(crate) words: Range<usize>,
    /// The head noun's word.
    pub(crate) head: usize,
    pub(crate) ordinal: Option<u16>,
    /// A name: its head and what is before it are capitalised.
    pub(crate) named: bool,
    pub(crate) plural: bool,
    /// "the dialogue": what was spoken of before.
    pub(crate) definite: bool,
    /// A year inside the name ("the 2019 Commemorative Summit").
    pub(crate) year: Option<u16>,
    /// Written in Korean, whose verb comes last.
    pub(crate) korean: bool,
}

/// The kind of occasion that a noun reports, and whether it is in the plural.
fn head_noun(sentence: &Sentence, word: &str) -> Option<(EngagementKind, bool)> {
    sentence.frames.noun(word).and_then(|(frame, plural)| Some((frame.gives?, plural)))
}

/// Longest name before its head, in words.
const MAX_NAME_WORDS: usize = 12;
/// Most words of what it is about.
const ABOUT: usize = 16;

/// The phrases of a sentence, in order, not overlapping.
pub(crate) fn find(sentence: &Sentence) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    let mut free = 0;
    for head in 0..sentence.words.len() {
        if head < free {
            continue;
        }
        let word = &sentence.words[head];
        let found = head_noun(sentence, &word.folded)
            .map(|(kind, plural)| (kind, plural, false))
            .or_else(|| occasion::korean_head(word.text).map(|(kind, _)| (kind, false, true)));
        let Some((kind, plural, korean)) = found.filter(|_| !is_short_form(word.text)) else { continue };
        // "a meeting room", "talks about": a head before another noun with a hyphen is not the head; "Summit talks" are one.
        if !korean && sentence.gap_after(head).starts_with('-')
            || head_noun(sentence, sentence.word(head + 1)).is_some() && sentence.gap_after(head) == " "
        {
            continue;
        }
        if !korean && (begins_another(sentence, head) || is_compound_modifier(sentence, head)) {
            continue;
        }
        // "A courtesy call on the President" is a meeting.
        let pays = head.checked_sub(1).is_some_and(|before| is_in_set("courtesies-paid", sentence.word(before)));
        let kind = if kind == EngagementKind::Call && pays { EngagementKind::Meeting } else { kind };
        if kind == EngagementKind::Call && !is_conversation(sentence, head) {
            continue;
        }
        let phrase =
            if korean { in_korean(sentence, head, kind, free) } else { in_english(sentence, head, kind, plural, free) };
        let phrase = with_whole_name(sentence, phrase);
        free = phrase.words.end;
        out.push(phrase);
    }
    out
}

/// "TRIPs": capitals inside a word are those of a short form, and no noun.
fn is_short_form(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && word.chars().any(char::is_lowercase)
}

/// The phrase with all of the name that its head stands in: "Expert Conference on the Recovery, Reconstruction and Modernisation
/// of Ukraine".
fn with_whole_name(sentence: &Sentence, phrase: Phrase) -> Phrase {
    let Some(head) = sentence.words.get(phrase.head) else { return phrase };
    let holds = |name: &&Named| {
        matches!(name.kind, EntityKind::Forum | EntityKind::Operation)
            && name.range.start <= head.start
            && head.end <= name.range.end
    };
    let Some(name) = sentence.named.iter().find(holds) else { return with_whole_list(sentence, phrase) };
    let start = sentence.words.partition_point(|word| word.start < name.range.start);
    let end = sentence.words.partition_point(|word| word.start < name.range.end);
    let words = phrase.words.start.min(start)..phrase.words.end.max(end);
    with_whole_list(sentence, Phrase { words, named: phrase.named || sentence.is_capital(phrase.head), ..phrase })
}

/// The phrase with the rest of a list that a comma cuts: "… on the Recovery, **Reconstruction and Modernisation of Ukraine**".
fn with_whole_list(sentence: &Sentence, phrase: Phrase) -> Phrase {
    let end = phrase.words.end;
    let parse = sentence.parse();
    if !phrase.named || end <= phrase.head + 1 || parse.tokens.gap(end) != Gap::Comma {
        return phrase;
    }
    let slots = parse.parsed.clauses.iter().flat_map(|clause| &clause.slots);
    let holds = |range: &Range<usize>| range.contains(&(end - 1)) && range.end > end;
    let lists =
        |range: &Range<usize>| (end..range.end).any(|at| matches!(parse.parsed.tag(at), Some(Tag::Coordinator)));
    let own = slots.into_iter().map(|slot| slot.phrase.clone()).find(holds).filter(lists);
    let own = own.filter(|_| !begins_somebody(sentence, end));
    let Some(whole) = own.or_else(|| capital_list(sentence, end)) else { return phrase };
    let listed = lists(&whole);
    let named = (end..whole.end).all(|at| {
        sentence.is_capital(at)
            || matches!(parse.parsed.tag(at), Some(Tag::Coordinator))
            || matches!(sentence.word(at), "of" | "the" | "in")
            || parse.tokens.gap(at) == Gap::Possessive
    });
    // "The Summit on AI, **the Forum** and the Talks in Oslo": another occasion is not a topic of this one.
    let other = (end..whole.end).any(|at| sentence.frames.noun(sentence.word(at)).is_some());
    if listed && named && !other { Phrase { words: phrase.words.start..whole.end, ..phrase } } else { phrase }
}

/// True if a party begins at word `at`, after an article or not: "at the Summit on Ports, **the United States**, Togo and Benin
/// announced".
fn begins_somebody(sentence: &Sentence, at: usize) -> bool {
    // "Consultation of Norway, Togo and Benin": those who meet are listed.
    let last = at.checked_sub(1).and_then(|last| sentence.words.get(last)).map_or(0, |word| word.end);
    let is_party = |name: &&Named| name.acts() && name.kind != EntityKind::Forum;
    if sentence.named.iter().filter(is_party).any(|name| name.range.end == last) {
        return false;
    }
    let article = usize::from(sentence.word(at) == "the");
    let first = sentence.words.get(at + article).map_or(0, |word| word.start);
    sentence.named.iter().filter(is_party).any(|name| name.range.start == first)
}

/// The capitalised words from a comma at word `from` on, over "and", "in" and "of", if they name nobody and nowhere and another
/// comma, a preposition or nothing follows: "on People Smuggling**, Trafficking in Persons and Related Crime**, urged".
fn capital_list(sentence: &Sentence, from: usize) -> Option<Range<usize>> {
    let parse = sentence.parse();
    let small =
        |at: usize| matches!(parse.parsed.tag(at), Some(Tag::Coordinator)) || matches!(sentence.word(at), "of" | "in");
    let mut end = from;
    while end < sentence.words.len()
        && end - from <= ABOUT
        && (end == from || parse.tokens.gap(end) == Gap::Space)
        && (sentence.is_capital(end) || small(end))
    {
        end += 1;
    }
    let closed = end == sentence.words.len()
        || matches!(parse.tokens.gap(end), Gap::Comma | Gap::Break)
        || matches!(parse.parsed.tag(end), Some(Tag::Preposition));
    let bytes = sentence.bytes(&(from..end));
    let names = |name: &Named| {
        let inside = bytes.start <= name.range.start && name.range.end <= bytes.end;
        inside && (name.acts() || matches!(name.kind, EntityKind::Place | EntityKind::Region))
    };
    let fits = closed && end > from + 1 && sentence.is_capital(from) && sentence.is_capital(end - 1);
    (fits && !sentence.named.iter().any(names)).then_some(from..end)
}

/// "A **training** programme", "the **meeting** room": a noun in front of another noun only says which one that is.
fn is_compound_modifier(sentence: &Sentence, head: usize) -> bool {
    let parse = sentence.parse();
    let next = head + 1;
    let small = !sentence.is_capital(next) && next < sentence.words.len();
    small
        && sentence.gap_after(head) == " "
        && matches!(parse.parsed.tag(next), Some(Tag::Noun))
        && sentence.frames.noun(sentence.word(next)).is_none()
        && occasion::ordinal(sentence.word(next)).is_none()
}

/// "Dialogue Relations", "Summit Declaration": a head in a name that goes on is not the head, unless a place, somebody or a day
/// begins after it.
fn begins_another(sentence: &Sentence, head: usize) -> bool {
    let Some(next) = sentence.words.get(head + 1) else { return false };
    let goes_on = sentence.is_capital(head) && sentence.is_capital(head + 1) && sentence.gap_after(head) == " ";
    let starts = |range: &Range<usize>| range.start == next.start;
    // "Meeting Between", "Summit Opens": in a headline such words have a capital, too.
    goes_on
        && !is_opener(&next.folded)
        && !sentence.named.iter().any(|named| starts(&named.range))
        && !sentence.dates.iter().any(|date| starts(&date.range))
}

/// True if the "call" at `head` is one over the telephone: "held a call", "a phone call", "the President's Call with".
/// Who calls on somebody, or for something, calls nobody.
fn is_conversation(sentence: &Sentence, head: usize) -> bool {
    let after = sentence.word(head + 1);
    if matches!(after, "on" | "for" | "upon" | "to" | "it" | "centre" | "center") && sentence.gap_after(head) == " " {
        return false;
    }
    let Some(before) = head.checked_sub(1) else { return false };
    let by_wire = is_in_set("before-call", sentence.word(before));
    let with = matches!(after, "with" | "between" | "among");
    // "Concluded the call": one that was reported before.
    let is_call = sentence.frames.noun(sentence.word(head)).is_some_and(|(frame, _)| {
        frame.words.first().is_some_and(|first| sentence.word(head).starts_with(first.as_str()))
    });
    let held = before > 0 && sentence.word(before) == "a" && is_in_set("takes-occasion", sentence.word(before - 1));
    let whose = matches!(sentence.word(before), "a" | "the" | "their" | "s" | "his" | "her" | "this");
    // "A conversation with" somebody may be face to face.
    by_wire || is_call && (held || with && whose)
}

fn in_english(sentence: &Sentence, head: usize, kind: EngagementKind, plural: bool, free: usize) -> Phrase {
    let named = sentence.is_capital(head) && !all_lower_before(sentence, head, free);
    let mut first = head;
    let mut ordinal = None;
    while let Some(before) = first.checked_sub(1).filter(|before| *before >= free && head - before <= MAX_NAME_WORDS) {
        let word = sentence.word(before);
        let gap = sentence.gap_after(before).trim();
        let joined = matches!(gap, "" | "-" | "–" | "—" | "‑" | "/" | "+" | "." | "’" | "'" | ".-" | ".–" | ".—")
            || matches!(gap, "(" | ")" | ")-" | ")–");
        // "Asia/Pacific Group (APG) pre-Mutual …", "Republic of Korea (ROK)-EU …": a short form in brackets stays inside.
        let bracket = gap.contains(['(', ')']);
        if !joined || bracket && !sentence.is_capital(before) {
            break;
        }
        // "Its Sixty-Fifth (65 TH) Ordinary Session": the number in brackets is said before them in words.
        if let Some((number, start)) = bracketed_ordinal(sentence, before) {
            (ordinal, first) = (Some(number), start);
            break;
        }
        // "The October 27th meeting": the day is not its number.
        let at = sentence.words[before].start;
        if sentence.dates.iter().any(|date| date.range.contains(&at)) && occasion::ordinal(word).is_some() {
            break;
        }
        // "The 75th Anniversary Summit" is the summit of a year, not number 75 of a series.
        let counts_years = is_in_set("counts-years", sentence.word(before + 1));
        // "The C5**+1** summit": what a sign adds is part of a name.
        let adds = before.checked_sub(1).is_some_and(|at| sentence.gap_after(at) == "+");
        if let Some(number) = occasion::ordinal(word).filter(|_| !counts_years && !adds) {
            (ordinal, first) = (Some(number), before);
            // "Forty-second": the tens belong to it.
            let tens = before.checked_sub(1).filter(|at| matches!(sentence.gap_after(*at), "-" | " ") && number < 10);
            if let Some((tens, at)) = tens.and_then(|at| Some((occasion::tens(sentence.word(at))?, at))) {
                (ordinal, first) = (Some(tens + number), at);
            }
            break;
        }
        let inside = named
            && is_in_set("inside-occasion", word)
            && before
                .checked_sub(1)
                .is_some_and(|at| at >= free && sentence.is_capital(at) && sentence.gap_after(at).trim().is_empty());
        // "Remarks by Minister Lund **After Their** Meeting": a headline has capitals everywhere.
        let fits = if is_in_set("ends-name-before", word) {
            false
        } else if named {
            sentence.is_capital(before)
                && !(before == 0 && (is_in_set("no-part-of-occasion", word) || is_in_set("marks-occasion", word)))
                || inside
                || word.len() <= 2 && gap.starts_with(['’', '\''])
                || is_year(word)
                || sentence.gap_after(before) == "-"
        } else {
            sentence.gap_after(before) == "-"
                || word == "and" && before.checked_sub(1).is_some_and(|at| sentence.word(at).ends_with("lateral"))
                || !is_in_set("no-part-of-occasion", word)
                    && !is_in_set("inside-occasion", word)
                    && !is_in_set("marks-occasion", word)
                    && !is_verb(sentence, before)
                    && !crate::statements::frames::states(word)
        };
        if !fits {
            break;
        }
        first = before;
    }
    // "A **four day** visit": the number belongs to what it counts.
    let counted = |at: usize| matches!(sentence.parse().parsed.tag(at), Some(Tag::Number));
    if first < head && is_in_set("durations", sentence.word(first)) && first > free && counted(first - 1) {
        first -= 1;
    }
    // A name does not begin with a small word.
    while first < head && (is_in_set("inside-occasion", sentence.word(first)) || sentence.word(first) == "s") {
        first += 1;
    }
    let begin = first;
    // "This **year's** meeting", "this **week's** visit": when it was is not what it is called.
    let when = |at: usize| sentence.parse().tokens.has(at, entente_language::Class::TimeUnit);
    if ordinal.is_none() && first + 1 < head && when(first) && sentence.word(first + 1) == "s" {
        first += 2;
    }
    let end = about(sentence, head, named);
    let year = (first..end).find_map(|at| sentence.word(at).parse().ok().filter(|_| is_year(sentence.word(at))));
    // "Summit talks" are a summit.
    let of_leaders =
        kind == EngagementKind::Meeting && head > first && is_in_set("of-leaders", sentence.word(head - 1));
    let kind = if of_leaders { EngagementKind::Summit } else { kind };
    // "The October 27th meeting": what stands before its day says which it is.
    let day = |at: &usize| sentence.dates.iter().any(|date| date.range.contains(&sentence.words[*at].start));
    let before = (free..begin).rev().find(|at| !day(at)).map_or("", |at| sentence.word(at));
    // "The first talks since October": it counts what came after something, not a series.
    let ordinal = ordinal.filter(|_| sentence.word(end) != "since");
    let definite = matches!(before, "the" | "this" | "their" | "its") || is_in_set("marks-occasion", before);
    let named = named && (first < head || end > head + 1);
    Phrase { kind, words: first..end, head, ordinal, named, plural, definite, year, korean: false }
}

/// True if a place or a country begins at word `at` right after another name: "the Assembly **New York**".
fn begins_place(sentence: &Sentence, at: usize) -> bool {
    let Some((word, before)) = sentence.words.get(at).zip(at.checked_sub(1).and_then(|at| sentence.words.get(at)))
    else {
        return false;
    };
    let place =
        |name: &Named| name.range.start == word.start && matches!(name.kind, EntityKind::Place | EntityKind::Country);
    let body = |name: &Named| {
        name.range.end == before.end && matches!(name.kind, EntityKind::Organisation | EntityKind::Agency)
    };
    sentence.named.iter().any(place) && sentence.named.iter().any(body)
}

/// The number in brackets whose ending is word `at`, and the word at which its words before the brackets begin: "Sixty-Fifth (65
/// **TH**)", "fifth (5th)".
fn bracketed_ordinal(sentence: &Sentence, at: usize) -> Option<(u16, usize)> {
    if !sentence.gap_after(at).starts_with(')') {
        return None;
    }
    let alone = occasion::ordinal(sentence.word(at)).map(|number| (number, at));
    let spaced = || {
        let digits = at.checked_sub(1)?;
        let joined = format!("{}{}", sentence.word(digits), sentence.word(at));
        Some((occasion::ordinal(&joined)?, digits))
    };
    let (number, open) = alone.or_else(spaced)?;
    let last = open.checked_sub(1).filter(|last| sentence.gap_after(*last).trim() == "(")?;
    let units = occasion::ordinal(sentence.word(last))?;
    let tens = last.checked_sub(1).filter(|at| sentence.gap_after(*at) == "-");
    let compound = tens.filter(|at| occasion::tens(sentence.word(*at)).is_some_and(|tens| tens + units == number));
    let start = compound.or_else(|| (units == number).then_some(last))?;
    Some((number, start))
}

/// True if token `at` is part of a verb: "the delegation **concludes** visit".
fn is_verb(sentence: &Sentence, at: usize) -> bool {
    let clauses = &sentence.parse().parsed.clauses;
    clauses.iter().filter_map(|clause| clause.verb.as_ref()).any(|verb| verb.tokens.contains(&at))
}

/// True if the head's capital letter is only the sentence's.
fn all_lower_before(sentence: &Sentence, head: usize, free: usize) -> bool {
    head == free && head == 0 && !sentence.is_capital(head + 1)
}

fn in_korean(sentence: &Sentence, head: usize, kind: EngagementKind, free: usize) -> Phrase {
    let mut first = head;
    let mut ordinal =
        sentence.words[head].text.split('차').next().and_then(|_| occasion::ordinal(sentence.words[head].text));
    // "제4차 한미 사이버정책협의회": the number opens the name.
    for before in (free..head).rev().take(5) {
        if !matches!(sentence.gap_after(before).trim(), "" | "-" | "–" | "·" | "・" | "ㆍ") {
            break;
        }
        if let Some(number) = occasion::ordinal(sentence.words[before].text) {
            ordinal = Some(number);
            first = before;
            break;
        }
    }
    let named = first < head || sentence.words[head].text.chars().count() > 4;
    Phrase {
        kind,
        words: first..head + 1,
        head,
        ordinal,
        named,
        plural: false,
        definite: false,
        year: None,
        korean: true,
    }
}

/// Where the words end that say what it is about: "on Cyberspace 2013", "of the Joint Committee", "(ISCR)".
fn about(sentence: &Sentence, head: usize, named: bool) -> usize {
    let mut end = head + 1;
    let is_weekday = |at: usize| entente_language::values::weekday(sentence.word(at)).is_some();
    let led = |at: usize| {
        let gap = sentence.gap_after(at - 1);
        // "Talks **on the sidelines** of the summit": beside what they were held, not what they were about.
        let beside = (at + 1..at + 3).any(|at| is_in_set("beside-occasion", sentence.word(at)));
        gap.trim().is_empty() && matches!(sentence.word(at), "on" | "of" | "for") && !is_weekday(at + 1) && !beside
    };
    if end < sentence.words.len() && led(end) {
        let start = end;
        let mut at = end + 1;
        while at < sentence.words.len() && at - start <= ABOUT {
            let gap = sentence.gap_after(at - 1).trim();
            let word = sentence.word(at);
            let weekday = word == "on" && is_weekday(at + 1);
            let dated = weekday
                || sentence.dates.iter().any(|date| {
                    date.range.start <= sentence.words[at].start && sentence.words[at].end <= date.range.end
                });
            let year = named && is_year(word);
            // "Session of the Commission **demonstrated** the will": a verb ends the name. "… of the Assembly **New York**".
            // "… of the Assembly **and equally** pay tribute": nor does it go on after "and" with an adverb.
            let adverb = sentence.word(at - 1) == "and" && matches!(sentence.parse().parsed.tag(at), Some(Tag::Adverb));
            let told = !sentence.is_capital(at) && (adverb || is_verb(sentence, at));
            let stops = is_in_set("ends-occasion", word) || told || gap.is_empty() && begins_place(sentence, at);
            // "in Asia-Pacific Region" is part of a name; "in Seoul" is a place.
            let region = named && word == "in" && (at + 1..at + 4).any(|at| sentence.word(at) == "region");
            let crosses = !matches!(gap, "" | "-" | "–" | "/" | "’" | "'" | "(" | ")") && !gap.is_empty();
            if crosses || dated && !year || stops && !region || gap.contains('(') {
                break;
            }
            at += 1;
        }
        // What it is about is something: a lone preposition is left out, as is a small word at the end.
        let mut stop = at;
        while stop > start + 1 && matches!(sentence.word(stop - 1), "and" | "the" | "of" | "a" | "on" | "for") {
            stop -= 1;
        }
        let kept = named || sentence.word(start) == "on";
        if stop > start + 1 && kept {
            end = stop;
        }
    }
    // The short form after it, and the year.
    if let Some(word) = sentence.words.get(end) {
        let gap = sentence.gap_after(end - 1);
        let short = gap.trim() == "("
            && sentence.gap_after(end).starts_with(')')
            && word.text.chars().filter(|c| c.is_uppercase()).count() >= 2;
        let year = named && gap.trim().is_empty() && is_year(&word.folded);
        if short || year {
            end += 1;
        }
    }
    end
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}
