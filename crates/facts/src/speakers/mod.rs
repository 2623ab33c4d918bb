//! Who has the floor: whose words a place in a document are, where the document says so.
//!
//! A quotation is its speaker's, a turn is the speaker's whose label stands before it, a speech is the speaker's whom its head
//! names, and "we" in a joint text are the parties that its lead or its title names. In: a document. Out: for any place in
//! it the speaker, or nobody. It says nothing of subjects of sentences: those are read where the verb stands.

mod heads;
mod quotations;
mod turns;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{DocumentKind, EntityKind, Party, PassageKind};
use entente_language::speech_words::is_speech_word;
use entente_text::Span;
use entente_text::fold::fold;

use self::quotations::{Attribution, find_attribution, find_quotations};
use self::turns::{Label, Shape, parse_label};
use super::view::{Named, View};

/// Passages at the head of a document in which it says whose text it is.
const HEAD: u32 = 14;
/// Bytes of a line of the head, at most.
const HEAD_LINE: usize = 400;
/// Labels of persons that make a record of turns, at least.
const MIN_PERSON_LABELS: usize = 2;
/// Labels of states that make one, at least: facts about states are listed the same way.
const MIN_STATE_LABELS: usize = 3;
/// Words of who is quoted, at most, where only an office is named.
const OFFICE_WORDS: usize = 12;

/// Words of a title that name one group without saying who of it speaks, at most.
const MAX_GROUP_WORDS: usize = 3;

/// By what a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The words beside a quotation.
    Quotation,
    /// The label of a turn.
    Turn,
    /// The head of a speech.
    Speech,
    /// The lead or the title of a joint text.
    JointText,
}

impl Source {
    /// Name of the rule, as statements carry it.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::Quotation => "speaker-of-quotation",
            Self::Turn => "speaker-of-turn",
            Self::Speech => "speaker-of-speech",
            Self::JointText => "speakers-of-joint-text",
        }
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speaker {
    pub(crate) party: Party,
    /// The state or body beside the name: "Ms. X (Norway)".
    pub(crate) on_behalf_of: Option<Party>,
    pub(crate) source: Source,
}

/// The quotations of one passage, each with who speaks in it.
type Quoted = Vec<(Range<usize>, Option<Speaker>)>;

/// Who speaks at each place of one document.
#[derive(Default)]
pub(crate) struct Floor {
    /// Quotations of each passage, in their order.
    quotations: BTreeMap<u32, Quoted>,
    /// Places at which somebody takes the floor or leaves it.
    turns: BTreeMap<(u32, usize), Option<Speaker>>,
    /// Who speaks in the whole document.
    whole: Option<Speaker>,
}

impl Floor {
    pub(crate) fn of(view: &View) -> Self {
        let turns = read_turns(view);
        let whole = if turns.is_empty() { read_head(view) } else { None };
        // "United\_States": what is escaped in the source cannot be shown as it stands there.
        let whole = whole.filter(|speaker| !speaker.party.span.of(&view.body.text).contains('\\'));
        Self { quotations: read_quotations(view), turns, whole }
    }

    /// Who speaks at byte `at` of a passage's reading text.
    pub(crate) fn at(&self, passage: u32, at: usize) -> Option<&Speaker> {
        let quoted = self.quotations.get(&passage).and_then(|all| {
            let before = all.partition_point(|(range, _)| range.start <= at).checked_sub(1)?;
            all.get(before).filter(|(range, _)| at < range.end)
        });
        if let Some((_, speaker)) = quoted {
            // Whose an unsigned quotation is, nothing says.
            return speaker.as_ref();
        }
        match self.turns.range(..=(passage, at)).next_back() {
            Some((_, speaker)) => speaker.as_ref(),
            None => self.whole.as_ref(),
        }
    }
}

fn party(view: &View, at: u32, range: Range<usize>, entity: Option<u32>) -> Option<Party> {
    Some(Party { span: view.span(at, range)?, entity })
}

/// Names that can act inside a range of a passage's reading text.
fn actors_in<'v>(view: &'v View, at: u32, range: &Range<usize>) -> impl Iterator<Item = &'v Named> {
    let all = view.named(at);
    let from = all.partition_point(|name| name.range.start < range.start);
    let end = range.end;
    all[from..]
        .iter()
        .take_while(move |name| name.range.start < end)
        .filter(move |name| name.range.end <= end && name.acts())
}

fn is_person(name: &Named) -> bool {
    name.kind == EntityKind::Person
}

fn is_office(word: &str) -> bool {
    is_speech_word("office", &fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

// Turns

/// A label found, before it is known whether the document is a record of turns.
struct Found {
    passage: u32,
    start: usize,
    label: Label,
    /// "Q:": somebody who is not named.
    key: String,
}

/// Where somebody takes the floor.
fn read_turns(view: &View) -> BTreeMap<(u32, usize), Option<Speaker>> {
    let mut found: Vec<Found> = Vec::new();
    for at in view.passages() {
        let Some(passage) = view.passage(at) else { continue };
        if !matches!(
            passage.kind,
            PassageKind::Paragraph
                | PassageKind::Item
                | PassageKind::Answer
                | PassageKind::Quote
                | PassageKind::Question
        ) {
            continue;
        }
        let text = view.text(at);
        let mut free = 0;
        for start in starts(text) {
            let Some(label) = text.get(start..).filter(|_| start >= free).and_then(parse_label) else { continue };
            let shift = |range: &Range<usize>| range.start + start..range.end + start;
            let label = Label {
                outside: shift(&label.outside),
                brackets: label.brackets.iter().map(shift).collect(),
                end: label.end + start,
                ..label
            };
            let fits = match label.shape {
                Shape::Titled | Shape::Capitals => true,
                // Inside a paragraph only a title or capital letters show a label.
                Shape::Name => {
                    let several = text[label.outside.clone()].contains(' ');
                    start == 0
                        && (several || actors_in(view, at, &label.outside).any(|name| covers(name, &label.outside)))
                }
            };
            if fits {
                free = label.end;
                let key = fold(&text[label.outside.clone()]);
                found.push(Found { passage: at, start, label, key });
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &found {
        *counts.entry(&found.key).or_default() += 1;
    }
    let is_state = |found: &Found| {
        actors_in(view, found.passage, &found.label.outside)
            .any(|name| !is_person(name) && covers(name, &found.label.outside))
    };
    // Names that stand before brackets, or in those of an office.
    let introduced: BTreeSet<String> = found
        .iter()
        .filter(|found| !found.label.brackets.is_empty())
        .flat_map(|found| {
            let offices = found.label.brackets.iter().filter(|_| found.label.is_office);
            let inside = offices.filter_map(|range| view.text(found.passage).get(range.clone())).map(fold);
            inside.chain((!found.label.is_office).then(|| found.key.clone())).collect::<Vec<_>>()
        })
        .collect();
    let strong = |found: &Found| match found.label.shape {
        Shape::Titled => true,
        Shape::Capitals => !is_state(found) && counts.get(found.key.as_str()).is_some_and(|count| *count >= 2),
        // "Owen Smith (Ponty):", a person's name, and what another label names so.
        Shape::Name => {
            let range = &found.label.outside;
            let person = actors_in(view, found.passage, range).any(|name| is_person(name) && covers(name, range));
            !is_state(found) && (person || introduced.contains(&found.key))
        }
    };
    let persons = found.iter().filter(|found| strong(found)).count();
    let states = found.iter().filter(|found| is_state(found)).count();
    let spoken = persons >= MIN_PERSON_LABELS && counts.len() >= 2;
    let states_speak = states >= MIN_STATE_LABELS;
    let kept: Vec<&Found> =
        found.iter().filter(|found| strong(found) && spoken || is_state(found) && states_speak).collect();
    let known = Known::of(view, &kept);
    let mut out: BTreeMap<(u32, usize), Option<Speaker>> =
        kept.iter().map(|found| ((found.passage, found.start), known.speaker(view, found))).collect();
    if out.is_empty() {
        return out;
    }
    // A heading and a question of nobody end a turn.
    for at in view.passages() {
        let ends = view.passage(at).is_some_and(|passage| {
            matches!(passage.kind, PassageKind::Heading | PassageKind::Question | PassageKind::Answer)
        });
        if ends {
            out.entry((at, 0)).or_insert(None);
        }
    }
    out
}

/// The starts of a passage and of the sentences in it.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let behind = text.match_indices(['.', '?', '!', ')', '\n']).filter_map(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start();
        let spaced = next.len() < rest.len() || mark == "\n";
        (spaced && next.starts_with(char::is_uppercase)).then_some(text.len() - next.len())
    });
    std::iter::once(0).chain(behind)
}

/// True where a name is all that a label says outside its brackets.
fn covers(name: &Named, outside: &Range<usize>) -> bool {
    name.range.start <= outside.start + 1 && outside.end <= name.range.end + 1
}

/// Whom the labels of a document name, so that those that say less are understood: an office after "The President (Mary Brown)".
#[derive(Default)]
struct Known {
    /// By the label's words, and by the name in them. A surname alone may be another's.
    parties: BTreeMap<String, Option<(Party, Option<Party>)>>,
}

impl Known {
    fn of(view: &View, all: &[&Found]) -> Self {
        let mut out = Self::default();
        for found in all {
            let Some(told) = told(view, found) else { continue };
            let name = fold(told.0.span.of(&view.body.text));
            for key in [found.key.clone(), name] {
                let same = |known: &Option<(Party, Option<Party>)>| {
                    known.is_some_and(|(party, _)| {
                        party.entity.is_some() && party.entity == told.0.entity
                            || fold(party.span.of(&view.body.text)) == fold(told.0.span.of(&view.body.text))
                    })
                };
                match out.parties.get_mut(&key) {
                    // Two of one name: which of them a label means, nothing tells.
                    Some(known) if !same(known) => *known = None,
                    Some(_) => {}
                    None => {
                        out.parties.insert(key, Some(told));
                    }
                }
            }
        }
        out
    }

    fn speaker(&self, view: &View, found: &Found) -> Option<Speaker> {
        let speaker = |(party, on_behalf_of)| Speaker { party, on_behalf_of, source: Source::Turn };
        if let Some(told) = told(view, found) {
            let known = self.parties.get(&found.key).copied().flatten();
            let behalf = told.1.or(known.and_then(|known| known.1));
            return Some(speaker((told.0, behalf)));
        }
        let known = self.parties.get(&found.key).copied().flatten();
        // The words of the label itself name who speaks, even where they name nothing that is known.
        let own = || party(view, found.passage, found.label.outside.clone(), None);
        match known {
            Some((known, behalf)) => {
                let span = own().map_or(known.span, |own| if known.entity.is_some() { own.span } else { known.span });
                Some(speaker((Party { span, ..known }, behalf)))
            }
            None => Some(speaker((own()?, behalf(view, found)))),
        }
    }
}

/// Whom a label names by itself.
fn told(view: &View, found: &Found) -> Option<(Party, Option<Party>)> {
    let at = found.passage;
    let label = &found.label;
    let of = |name: &Named| party(view, at, name.range.clone(), Some(name.entity));
    if let Some(person) = actors_in(view, at, &label.outside).find(|name| is_person(name)) {
        return Some((of(person)?, behalf(view, found)));
    }
    if label.is_office {
        for range in &label.brackets {
            if let Some(person) = actors_in(view, at, range).find(|name| is_person(name)) {
                return Some((of(person)?, None));
            }
            let words = view.text(at).get(range.clone())?;
            let proper = |word: &str| word.starts_with(char::is_uppercase);
            let names_state = actors_in(view, at, range).next().is_some();
            if !names_state
                && (2..=5).contains(&words.split_whitespace().count())
                && words.split_whitespace().all(proper)
            {
                return Some((party(view, at, range.clone(), None)?, None));
            }
        }
        return None;
    }
    let whole = actors_in(view, at, &label.outside).find(|name| covers(name, &label.outside))?;
    Some((of(whole)?, None))
}

/// The state or body in a label's brackets.
fn behalf(view: &View, found: &Found) -> Option<Party> {
    let named =
        found.label.brackets.iter().find_map(|range| {
            actors_in(view, found.passage, range).find(|name| name.is_state() && covers(name, range))
        })?;
    party(view, found.passage, named.range.clone(), Some(named.entity))
}

// Quotations

/// The quotations of a document, with who speaks in each.
fn read_quotations(view: &View) -> BTreeMap<u32, Quoted> {
    let mut out: BTreeMap<u32, Quoted> = BTreeMap::new();
    let mut last: Option<Speaker> = None;
    let mut open: Option<(u32, Option<Speaker>)> = None;
    for at in view.passages().filter(|at| !view.is_mute(*at)) {
        let text = view.text(at);
        // "– X, Minister": a line that signs the quotation before it.
        if let Some(signed) = signature(view, at)
            && let Some(list) = at.checked_sub(1).and_then(|before| out.get_mut(&before))
            && let Some((_, speaker)) = list.last_mut().filter(|(_, speaker)| speaker.is_none())
        {
            *speaker = Some(signed);
            last = Some(signed);
        }
        let quotations =
            if text.contains(['“', '"', '«', '„', '「']) { find_quotations(text) } else { Vec::new() };
        if quotations.is_empty() {
            continue;
        }
        let words = entente_text::words(text);
        let mut list: Vec<(Range<usize>, Option<Speaker>)> = Vec::new();
        for n in 0..quotations.len() {
            let range = quotations[n].range.clone();
            let told = find_attribution(text, &words, &quotations, n).map(|found| attributed(view, at, &found, last));
            let speaker = match told {
                Some(told) => told,
                // The second half of what is said: "“…,” said X. “…”"
                None => {
                    let before = list.last().filter(|(before, _)| is_near(text, before.end, range.start));
                    let continued = open.as_ref().filter(|(before, _)| n == 0 && before + 1 == at);
                    before.map(|(_, speaker)| *speaker).or(continued.map(|(_, speaker)| *speaker)).flatten()
                }
            };
            last = speaker.or(last);
            list.push((range, speaker));
        }
        let unclosed = quotations.last().is_some_and(|quotation| !quotation.closed);
        open = list.last().filter(|_| unclosed).map(|(_, speaker)| (at, *speaker));
        out.insert(at, list);
    }
    out
}

/// True where only one attribution stands between two quotations.
fn is_near(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| between.split_whitespace().count() <= 24 && between.matches(". ").count() <= 1)
}

/// Who an attribution names; a pronoun is whoever was quoted last.
fn attributed(view: &View, at: u32, found: &Attribution, last: Option<Speaker>) -> Option<Speaker> {
    let words = view.text(at).get(found.range.clone())?;
    let near =
        if found.is_before_verb { words.split_whitespace().next_back() } else { words.split_whitespace().next() };
    let near = fold(near?.trim_matches(|c: char| !c.is_alphanumeric()));
    if matches!(near.as_str(), "he" | "she") {
        return last;
    }
    if matches!(near.as_str(), "they" | "we" | "i" | "it" | "who") {
        return None;
    }
    let (party, on_behalf_of) = named_in(view, at, found)?;
    Some(Speaker { party, on_behalf_of, source: Source::Quotation })
}

/// The person, the state or the office that an attribution names.
fn named_in(view: &View, at: u32, found: &Attribution) -> Option<(Party, Option<Party>)> {
    let text = view.text(at);
    let words = text.get(found.range.clone())?;
    let names: Vec<&Named> = actors_in(view, at, &found.range).collect();
    let close = |name: &Named| {
        let between =
            if found.is_before_verb { name.range.end..found.range.end } else { found.range.start..name.range.start };
        text.get(between).is_some_and(|between| is_of_the_name(between, found.is_before_verb))
    };
    let of = |name: &Named| {
        let behalf = name.affiliation.and_then(|entity| names.iter().find(|other| other.entity == entity));
        let behalf = behalf.and_then(|other| party(view, at, other.range.clone(), Some(other.entity)));
        Some((party(view, at, name.range.clone(), Some(name.entity))?, behalf))
    };
    let people = || names.iter().filter(|name| is_person(name) && close(name));
    let person = if found.is_before_verb { people().next_back() } else { people().next() };
    if let Some(person) = person {
        return of(person);
    }
    // The words next to the verb, without what follows a comma or a preposition.
    let own = if found.is_before_verb { words } else { cut(words) };
    let own = own.trim_matches([' ', ',', '\n', '“', '”', '"', '\u{a0}']);
    let own = if found.is_before_verb { own.rsplit([',', '.', '”', '"']).next().unwrap_or(own).trim() } else { own };
    let start = found.range.start + words.find(own)?;
    let range = start..start + own.len();
    let count = own.split_whitespace().count();
    if count == 0 || count > OFFICE_WORDS {
        return None;
    }
    let whole = names.iter().find(|name| {
        let article = text.get(range.start..name.range.start).unwrap_or("-").trim();
        (article.is_empty() || is_speech_word("speaker-article", &fold(article))) && name.range.end == range.end
    });
    if let Some(whole) = whole {
        return of(whole);
    }
    let office = own.split_whitespace().any(is_office);
    let proper = own.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let opens = own
        .split_whitespace()
        .next()
        .is_some_and(|word| word.starts_with(char::is_uppercase) || is_speech_word("speaker-article", &fold(word)));
    if office && opens || count <= 4 && proper == count && count >= 2 {
        let owner =
            names.iter().find(|name| name.is_state() && range.start <= name.range.start && name.range.end <= range.end);
        let behalf = owner.and_then(|name| party(view, at, name.range.clone(), Some(name.entity)));
        return Some((party(view, at, range, None)?, behalf));
    }
    None
}

/// Words between a name and the verb: a role, or what stands between two commas.
fn is_of_the_name(between: &str, is_before_verb: bool) -> bool {
    let trimmed = between.trim();
    if is_before_verb {
        let apposition = trimmed.starts_with([',', '(']) && trimmed.ends_with([',', ')']);
        let small = trimmed
            .split_whitespace()
            .all(|word| word.ends_with("ly") || matches!(word, "also" | "has" | "a" | "then" | "further" | "today"));
        return small || apposition && trimmed.split_whitespace().count() <= OFFICE_WORDS;
    }
    let elsewhere =
        |word: &str| is_speech_word("begins-elsewhere", &fold(word)) || matches!(word, "that" | "with" | "and");
    trimmed.split_whitespace().count() <= OFFICE_WORDS && !trimmed.split_whitespace().any(elsewhere)
}

/// The words before a comma, a stop or a preposition of place or time.
fn cut(words: &str) -> &str {
    let mut at = 0;
    for word in words.split_inclusive([' ', '\n']) {
        let bare = fold(word.trim());
        if at > 0 && is_speech_word("begins-elsewhere", &bare) || matches!(bare.as_str(), "that" | "who") {
            return &words[..at];
        }
        at += word.len();
        if word.trim_end().ends_with([',', ';']) {
            return &words[..at];
        }
    }
    words
}

/// "– X, Minister of Y" as a line of its own.
fn signature(view: &View, at: u32) -> Option<Speaker> {
    let text = view.text(at);
    let signed = text.trim_start();
    if text.len() > HEAD_LINE || !signed.starts_with(['–', '—', '―']) && !signed.starts_with("--") {
        return None;
    }
    let name = signed.trim_start_matches(['–', '—', '―', '-', ' ', '\u{a0}']);
    let range = text.len() - name.len()..text.len();
    attributed(view, at, &Attribution { range, is_before_verb: false }, None)
}

// Speeches and joint texts

/// Who speaks in the whole document, as its head says.
fn read_head(view: &View) -> Option<Speaker> {
    let head: Vec<u32> = view.passages().take(HEAD as usize).filter(|at| view.text(*at).len() <= HEAD_LINE).collect();
    for at in &head {
        let text = view.text(*at);
        if let Some(range) = heads::speech_by(text, &entente_text::words(text))
            && let Some(speaker) = giver(view, *at, range)
        {
            return Some(speaker);
        }
    }
    if let Some((title, start)) = bare_title(view)
        && let Some(range) = heads::speech_by(title, &entente_text::words(title))
        && let Some(party) = named_anywhere(view, title, start, range)
    {
        return Some(Speaker { party, on_behalf_of: None, source: Source::Speech });
    }
    read_joint(view, &head)
}

/// Who gives a speech: the person in `range`, else the state or body, else the office.
fn giver(view: &View, at: u32, range: Range<usize>) -> Option<Speaker> {
    let names: Vec<&Named> = actors_in(view, at, &range).collect();
    let words = view.text(at).get(range.clone())?;
    let office = words.split_whitespace().any(is_office);
    let people: Vec<&&Named> = names.iter().filter(|name| is_person(name)).collect();
    let others: Vec<&&Named> = names.iter().filter(|name| !is_person(name)).collect();
    let of = |name: &Named| party(view, at, name.range.clone(), Some(name.entity));
    let (party, behalf) = match (people.as_slice(), others.as_slice()) {
        ([person], [one]) => (of(person)?, of(one)),
        ([person], _) => (of(person)?, None),
        ([], [one]) if office => (party(view, at, range, None)?, of(one)),
        ([], [one]) => (of(one)?, None),
        ([], _) if office => (party(view, at, range, None)?, None),
        _ => return None,
    };
    Some(Speaker { party, on_behalf_of: behalf, source: Source::Speech })
}

/// A title that stands in no passage, as one before the text does, and where it begins in the source.
fn bare_title<'v>(view: &'v View) -> Option<(&'v str, usize)> {
    let place = view.record.title.as_ref()?.evidence.first()?;
    if place.passage.is_some() {
        return None;
    }
    let printed = place.span.of(&view.body.text);
    // A field before the text: its name and its marks are no words of the title.
    let title = printed.strip_prefix("title:").unwrap_or(printed).trim_start_matches([' ', '"', '\'']);
    Some((title, place.span.start as usize + printed.len() - title.len()))
}

/// What a range of a title names, by the names that the text has elsewhere.
fn named_anywhere(view: &View, title: &str, start: usize, range: Range<usize>) -> Option<Party> {
    let words = title.get(range.clone())?;
    let office = words.split_whitespace().any(is_office);
    let mut best: Option<(usize, usize, u32, bool)> = None;
    for at in view.passages() {
        for name in view.named(at).iter().filter(|name| name.acts()) {
            let Some(printed) = view.text(at).get(name.range.clone()).filter(|printed| printed.len() >= 4) else {
                continue;
            };
            let Some(found) = words.find(printed) else { continue };
            let rank = |length: usize, person: bool| (person, length);
            if best.is_none_or(|(_, length, _, person)| rank(printed.len(), is_person(name)) > rank(length, person)) {
                best = Some((found, printed.len(), name.entity, is_person(name)));
            }
        }
    }
    let (found, length, entity, person) = best?;
    let from = start + range.start;
    let (from, to, entity) = if person || !office {
        (from + found, from + found + length, Some(entity))
    } else {
        (from, from + words.len(), None)
    };
    Some(Party { span: Span::new(from, to), entity })
}

/// Who "we" are in a joint text.
fn read_joint(view: &View, head: &[u32]) -> Option<Speaker> {
    let joint = |party: Party| Speaker { party, on_behalf_of: None, source: Source::JointText };
    for at in view.passages().take(HEAD as usize).filter(|at| !view.is_mute(*at)) {
        let text = view.text(at);
        let lettered = |range: &Range<usize>| text[range.clone()].contains(char::is_alphabetic);
        let Some(first) = entente_text::sentences(text).into_iter().find(lettered) else { continue };
        let sentence = text.get(first.clone()).unwrap_or("");
        if let Some(range) = heads::joint_lead(sentence, &entente_text::words(sentence)) {
            return together(view, at, range.start + first.start..range.end + first.start).map(joint);
        }
    }
    for at in head {
        let text = view.text(*at);
        if let Some(range) = heads::joint_title(text, &entente_text::words(text))
            && (actors_in(view, *at, &range).take(2).count() == 2 || stands_for_group(view, *at, &range))
        {
            return together(view, *at, range).map(joint);
        }
    }
    let is_joint = matches!(view.record.kind.value, DocumentKind::JointStatement | DocumentKind::Communique);
    if is_joint
        && let Some((title, start)) = bare_title(view)
        && let Some(range) = heads::joint_title(title, &entente_text::words(title))
    {
        let span = Span::new(start + range.start, start + range.end);
        let words = title.get(range.clone()).unwrap_or("");
        let group = heads::is_collective(words) || words.split_whitespace().count() <= MAX_GROUP_WORDS;
        let entity = if group { group_called(view, words) } else { None };
        return Some(joint(Party { span, entity }));
    }
    None
}

/// True if one bloc or forum is all that `range` names: "**G10** Leaders".
fn stands_for_group(view: &View, at: u32, range: &Range<usize>) -> bool {
    let mut names = actors_in(view, at, range);
    let group = names
        .next()
        .is_some_and(|name| matches!(name.kind, EntityKind::Bloc | EntityKind::Forum | EntityKind::Organisation));
    group && names.next().is_none()
}

/// The bloc or forum that `words` of a title name, by the names that the text has.
fn group_called(view: &View, words: &str) -> Option<u32> {
    let groups = view.passages().flat_map(|at| view.named(at).iter().map(move |name| (at, name)));
    let groups =
        groups.filter(|(_, name)| matches!(name.kind, EntityKind::Bloc | EntityKind::Forum | EntityKind::Organisation));
    let called = |at: u32, name: &Named| {
        let printed = view.text(at).get(name.range.clone()).unwrap_or("");
        printed.len() > 1 && words.split(|c: char| !c.is_alphanumeric()).any(|word| word == printed)
    };
    groups.into_iter().find(|(at, name)| called(*at, name)).map(|(_, name)| name.entity)
}

/// The parties in `range` as one: the body for which they stand, where it is one.
fn together(view: &View, at: u32, range: Range<usize>) -> Option<Party> {
    let text = view.text(at);
    let closes = text.get(range.end..).is_some_and(|rest| rest.starts_with(')'));
    let range = range.start..range.end + usize::from(closes);
    let mut entities: Vec<u32> = Vec::new();
    let mut end = None;
    for name in actors_in(view, at, &range) {
        // "… of Norway and Kenya Norway-Kenya Partnership": what is named again begins something else.
        if entities.contains(&name.entity) && view.text(at).get(end.unwrap_or(0)..name.range.start) == Some(" ") {
            break;
        }
        if !entities.contains(&name.entity) {
            entities.push(name.entity);
        }
        end = Some(name.range.end);
    }
    // Words after the last name are those of the title: "Norway and Kenya Reaffirming Our Pact".
    let range = match end {
        Some(end) if entities.len() > 1 => range.start..end,
        _ => range,
    };
    let stands = heads::is_collective(text.get(range.clone())?);
    let entity = if let ([one], true) = (entities.as_slice(), stands) { Some(*one) } else { None };
    party(view, at, range, entity)
}

#[cfg(test)]
mod tests {
    use entente_corpus::Catalogue;
    use entente_ingest::{Settings, Source, read};
    use entente_text::executor::Sequential;

    /// `modality “verb” speaker rule` of each statement of a document.
    fn said(text: &str) -> Vec<String> {
        let source = Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() };
        let settings = Settings::default();
        let (record, body) = read(&source, &settings).expect("it is text");
        let mut catalogue = Catalogue::default();
        catalogue.documents.push(record);
        let mut bodies = vec![body];
        entente_names::recognise(&mut catalogue, &mut bodies, &settings.names, &Sequential);
        crate::derive(&mut catalogue, &mut bodies, &Sequential);
        let body = &bodies[0];
        let told = |found: &entente_corpus::Statement| {
            let speaker = found.speaker.map_or("-", |party| {
                let entity = party.entity.and_then(|at| catalogue.entities.get(at as usize));
                entity.map_or(party.span.of(&body.text), |entity| entity.name.as_str())
            });
            let verb = found.verb.map_or("-", |verb| verb.of(&body.text));
            format!("{} “{verb}” {speaker} {}", found.modality, found.rule)
        };
        body.statements.iter().map(told).collect()
    }

    #[test]
    fn who_speaks_is_known_by_turns_quotations_heads_and_leads() {
        let cases: &[(&str, &[&str])] = &[
            (
                "# Assembly\n\nHarbour Bill\n\nPaul Green (Kella) (Lab): I ask the Minister for a review.\n\n\
                 The Secretary to the Treasury (Mary Brown): I am grateful. We will publish a review in May.\n\n\
                 Paul Green: That is not enough.\n\nMary Brown: We shall spend USD 3 million on the port.\n",
                &[
                    "need “ask the Minister for” Paul Green speaker-of-turn",
                    "commitment “will publish” Mary Brown speaker-of-turn",
                    "commitment “shall spend” Mary Brown speaker-of-turn",
                ],
            ),
            (
                "# Press Release\n\n\"We welcome the agreement,\" said Minister Paul Green. \"We pledge USD 2 million,\" he \
                 added.\n",
                &[
                    "assessment “welcome” Paul Green speaker-of-quotation",
                    "pledge “pledge” Paul Green speaker-of-quotation",
                ],
            ),
            (
                "# Press Release\n\n“We pledge ten teachers.” – Mary Brown, Minister for Foreign Affairs of Norway\n",
                &["pledge “pledge” Mary Brown speaker-of-quotation"],
            ),
            (
                "# Statement by Norway at the general debate\n\nOslo, 3 May 2016\n\nMadam Chair, we pledge USD 3 million to \
                 the fund. My country will host the conference in 2017.\n",
                &["pledge “pledge” Norway speaker-of-speech", "measure-planned “will host” Norway speaker-of-speech"],
            ),
            (
                "# Lanta Declaration\n\nWe, the Leaders of Norway and Kenya, welcome the report. We reaffirm our support.\n",
                &[
                    "assessment “welcome” Leaders of Norway and Kenya speakers-of-joint-text",
                    "reaffirmation “reaffirm” Leaders of Norway and Kenya speakers-of-joint-text",
                ],
            ),
            // Nothing says who "we" are.
            ("# Note\n\nWe pledge USD 3 million to the fund.\n", &["pledge “pledge” We verb-of-saying"]),
            // Nouns with the letters of verbs.
            ("# Note\n\nThe secretariat took notes. The bank issues notes.\n", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), *expected, "{text}");
        }
    }
}
