//! Who a clause speaks of: its subject, if that is somebody who can speak or act.

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_language::{Class, Classes, Gap, Tag};

use super::occasions::frames::is_in_set;
use super::view::{Named, Sentence};

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Bytes of the passage's reading text.
    pub(crate) range: Range<usize>,
    /// What it names, if it names one thing; "the two sides" names none.
    pub(crate) entity: Option<u32>,
    /// "they", "the two sides", "Korea and Japan".
    pub(crate) plural: bool,
    /// Word at which it begins.
    pub(crate) first: usize,
    /// The state or body that its words put a person or a role under: "the Fijian Minister".
    pub(crate) owner: Option<Range<usize>>,
}

/// Classes of nouns for people and bodies by what they are.
const SPEAKERS: Classes =
    Classes::all_of(&[Class::Role, Class::PartyNoun, Class::Body, Class::StateBody, Class::Organisation, Class::Forum]);
/// Tokens from a subject to the name that is put in between it and its verb: "the Minister, Ms Adeyemi, said".
const MAX_TITLE_TOKENS: usize = 4;

/// The subject that stands at tokens `range`, if it is somebody who can act.
pub(crate) fn read_subject(sentence: &Sentence, range: &Range<usize>) -> Option<Subject> {
    let tokens = sentence.parse().tokens;
    // "“… talks,” the minister said", "Mali: the ministers said": a quotation or a label before a colon does not belong to the subject.
    // "Oslo, 3 May 2021 – The minister said": so does a dateline.
    let dated = |at: usize| (range.start..at).any(|at| matches!(sentence.parse().parsed.tag(at), Some(Tag::Time)));
    let parts = |at: &usize| {
        let between = tokens.between(*at - 1);
        // "The Ministry (“MinLaw”)": a short form in brackets is part of what it stands for.
        let opens = |at: usize| tokens.between(at).ends_with(['“', '"']) && tokens.between(at).contains('(');
        let short = opens(*at - 1) || between.contains(')') && *at > 1 && opens(*at - 2);
        !short && between.contains(['“', '”', '"', ':', ';', '*']) || between.contains(['–', '—']) && dated(*at)
    };
    let from = (range.start + 1..range.end).rev().find(parts).unwrap_or(range.start);
    // "Mr. President, I congratulate": the pronoun right before the verb is its subject.
    let last = range.end.checked_sub(1)?;
    // "Co-Chairs, **you** have asked": whom the text speaks to.
    if is_in_set("second-person", tokens.folded(last)) {
        return None;
    }
    let own = from < last && is_in_set("own-us", tokens.folded(last)) && !tokens.has(last - 1, Class::Coordinator);
    if own && opens_contact_clause(sentence, from, last) {
        return None;
    }
    let from = if own { last } else { phrase_start(sentence, past_address(sentence, from..range.end)..range.end) };
    let read = |from: usize| {
        let first = (from..range.end).find(|at| !is_small(sentence, *at))?;
        SubjectReader { sentence, whole: first..range.end }.read()
    };
    // "Last month, Ghana announced": what stands before a comma may be no subject at all.
    let follows_comma = |at: &usize| {
        let noun = matches!(
            sentence.parse().parsed.tag(*at),
            Some(Tag::Name(_) | Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Pronoun)
        );
        noun && tokens.between(*at - 1).contains(',')
    };
    let listed =
        |at: usize| (at..range.end).any(|at| matches!(sentence.parse().parsed.tag(at), Some(Tag::Coordinator)));
    let mut subject = read(from);
    if subject.is_none() {
        // "The ID, **Mr President**, remains": who is spoken to does nothing.
        let spoken_to = |at: &usize| is_in_set("address-opener", sentence.word(*at));
        let after = (from + 1..range.end).find(follows_comma);
        subject = after.filter(|at| !listed(*at) && !spoken_to(at)).and_then(read);
    } else if !listed(from) && !matches!(tokens.gap(range.end), Gap::Comma | Gap::Break) {
        // "Ms Lund, Nominee for Commissioner, President Ama appointed": no comma closes what would be put in between.
        let last = (from + 1..range.end).rev().find(|at| tokens.gap(*at) == Gap::Comma).and_then(read);
        let is_person = |found: &Subject| {
            sentence.named.iter().any(|name| Some(name.entity) == found.entity && name.kind == EntityKind::Person)
        };
        subject = last.filter(is_person).or(subject);
    }
    subject.filter(|subject| is_balanced(&sentence.text[subject.range.clone()]))
}

/// True if the pronoun at `last` opens a relative clause without a relative: "the actions **we** have taken". After a time or a
/// preposition's phrase it is the subject of the sentence: "last year we agreed", "in Oslo we agreed".
fn opens_contact_clause(sentence: &Sentence, from: usize, last: usize) -> bool {
    let tokens = sentence.parse().tokens;
    let tag = |at: usize| sentence.parse().parsed.tag(at);
    let before = last - 1;
    let noun = matches!(tag(before), Some(Tag::Noun | Tag::Name(_)));
    let is_time = [Class::TimeUnit, Class::Month, Class::Weekday, Class::Season, Class::TimeAdverb, Class::Honorific]
        .into_iter()
        .any(|class| tokens.has(before, class));
    // The part of the sentence in which it stands, which may begin before the phrase: "**With** our support we will help".
    let begins = |at: &usize| {
        let gap = *at == 0 || matches!(tokens.gap(*at), Gap::Comma | Gap::Break) || tokens.follows_stop(*at);
        gap || *at > from && matches!(tag(*at - 1), Some(Tag::Coordinator))
            || matches!(tag(*at - 1), Some(Tag::Verb(..)))
    };
    let start = (0..last).rev().find(begins).unwrap_or(from);
    let first = (start..last).find(|at| !matches!(tag(*at), Some(Tag::Coordinator | Tag::Adverb)));
    let led = first.is_some_and(|at| matches!(tag(at), Some(Tag::Preposition | Tag::Subordinator | Tag::To)));
    noun && !is_time && !led && tokens.gap(last) == Gap::Space && !addresses(sentence, from..last)
}

/// True if all of `range` addresses somebody: "Mr. Speaker", "Excellencies". One office without an article does so if it opens
/// a sentence and a comma closes it: "**Chairperson**, the bill is read".
fn addresses(sentence: &Sentence, range: Range<usize>) -> bool {
    let alone = range.len() == 1
        && !sentence.word(range.start).ends_with('s')
        && matches!(sentence.parse().tokens.gap(range.start), Gap::Break);
    let opens = alone || is_in_set("address-opener", sentence.word(range.start));
    opens && range.into_iter().all(|at| is_in_set("address-word", sentence.word(at)))
}

/// The token after the words that address somebody or say when: "Mr. Speaker, Sir, **the ministry**".
fn past_address(sentence: &Sentence, range: Range<usize>) -> usize {
    let tokens = sentence.parse().tokens;
    let mut from = range.start;
    while let Some(comma) = (from + 1..range.end).find(|at| matches!(tokens.gap(*at), Gap::Comma | Gap::Break)) {
        // "In Seattle, **Washington today**, the minister": a place with a time is a setting.
        let tag = |at: usize| sentence.parse().parsed.tag(at);
        let setting = |at: usize| matches!(tag(at), Some(Tag::Name(_) | Tag::Time | Tag::Adverb));
        let is_time = |at: usize| matches!(tag(at), Some(Tag::Time)) || tokens.has(at, Class::TimeAdverb);
        let is_setting = (from..comma).all(setting) && (from..comma).any(is_time);
        // "Later **this year**, the minister".
        let ago = tokens.is(comma.saturating_sub(1), "ago");
        let last = comma.saturating_sub(1 + usize::from(ago));
        let is_period = tokens.has(last, Class::TimeUnit)
            && (from..last).all(|at| {
                tokens.has(at, Class::Demonstrative)
                    || matches!(tag(at), Some(Tag::Adjective | Tag::Number | Tag::Adverb))
            });
        let leads = addresses(sentence, from..comma) || is_setting || is_period && from < last;
        if !leads {
            break;
        }
        from = comma;
    }
    from
}

/// Where the noun phrase before the verb begins, if another ends right before its article: "… of North Korea **the sides**".
fn phrase_start(sentence: &Sentence, range: Range<usize>) -> usize {
    let tokens = sentence.parse().tokens;
    let tag = |at: usize| sentence.parse().parsed.tag(at);
    let starts = |at: &usize| {
        tokens.has(*at, Class::Article)
            && tokens.gap(*at) == Gap::Space
            && matches!(tag(*at), Some(Tag::Determiner))
            && matches!(tag(*at - 1), Some(Tag::Noun | Tag::Name(_)))
    };
    let is_time = range.end.checked_sub(1).is_some_and(|last| tokens.has(last, Class::TimeUnit));
    (range.start + 1..range.end).rev().find(starts).filter(|_| !is_time).unwrap_or(range.start)
}

/// True if no bracket is closed in `words` that was not opened there.
fn is_balanced(words: &str) -> bool {
    words.find(')').is_none_or(|close| words[..close].contains('('))
}

/// True for a word that may precede a subject without belonging to it.
fn is_small(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.parse().tokens;
    matches!(
        sentence.parse().parsed.tag(at),
        Some(Tag::Coordinator | Tag::Preposition | Tag::To | Tag::Genitive | Tag::Not | Tag::Subordinator)
    ) && !tokens.is(at, "both")
        || match sentence.parse().parsed.tag(at) {
            Some(Tag::Adverb) => true,
            // "**4** The ministry will": the number of a paragraph.
            Some(Tag::Number) => at == 0 && tokens.has(at + 1, Class::Article),
            _ => false,
        }
}

struct SubjectReader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    /// Tokens up to the verb.
    whole: Range<usize>,
}

impl SubjectReader<'_, '_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        self.sentence.parse().parsed.tag(at)
    }

    fn read(&self) -> Option<Subject> {
        let tokens = self.sentence.parse().tokens;
        let first = self.whole.start;
        let pronoun = is_in_set("speaker-pronoun", tokens.folded(first));
        let alone = first + 1 >= self.whole.end
            || matches!(tokens.gap(first + 1), Gap::Comma | Gap::Break)
            || matches!(self.tag(first + 1), Some(Tag::Adverb | Tag::Determiner));
        if pronoun && alone && !matches!(tokens.folded(first), "both") || pronoun && first + 1 >= self.whole.end {
            let singular = is_in_set("one-person", tokens.folded(first));
            let range = self.sentence.bytes(&(first..first + 1));
            return Some(Subject { range, entity: None, plural: !singular, first, owner: None });
        }
        let end = self.main_end();
        let head_end = self.head_end(end);
        if !self.is_somebody(head_end, end) || !self.opens() {
            return None;
        }
        // "Mr Lund on his part": words after the name do not belong to it.
        let named = self.named_over(head_end.checked_sub(1)?).is_some();
        let titled = tokens.is_capital(head_end - 1) && head_end - 1 > first && !tokens.is(head_end, "of");
        // "The Minister, Mr Lund, and Member **for Oslo**, Ms Ama": what is listed last may have a complement, too.
        let listed = (first..head_end).any(|at| matches!(self.tag(at), Some(Tag::Coordinator)));
        let end = if named || titled && !listed { head_end } else { end };
        let end = self.without_bracket(end);
        let mut subject = self.subject(first..end);
        if let Some(person) = self.person_after(end).filter(|_| subject.entity.is_none()) {
            subject.entity = Some(person);
        }
        Some(subject)
    }

    /// The token after the subject itself, without what a comma adds: "the Minister**, Ms Adeyemi,** said".
    fn main_end(&self) -> usize {
        let tokens = self.sentence.parse().tokens;
        let listed = self.is_list();
        let mut at = self.whole.start + 1;
        while at < self.whole.end {
            let parted = matches!(tokens.gap(at), Gap::Comma | Gap::Break) && !self.inside_name(at);
            let bracket = tokens.between(at - 1).contains('(');
            if bracket && !self.goes_on_after_bracket(at) || parted && !listed && !bracket && !self.closes_bracket(at) {
                return at;
            }
            if matches!(self.tag(at), Some(Tag::Relative | Tag::Subordinator | Tag::Modal)) {
                return at;
            }
            at += 1;
        }
        at
    }

    /// The end without a short form in brackets that stands last: "the Institute (INS)".
    fn without_bracket(&self, end: usize) -> usize {
        let tokens = self.sentence.parse().tokens;
        let closed = end.checked_sub(1).is_some_and(|last| tokens.between(last).starts_with(')'));
        let open =
            (self.whole.start + 1..end).rev().take(MAX_TITLE_TOKENS).find(|at| tokens.between(*at - 1).contains('('));
        open.filter(|_| closed).unwrap_or(end)
    }

    /// True if the commas of the subject part the members of a list: "A, B and C", and none closes it before the verb.
    fn is_list(&self) -> bool {
        let tokens = self.sentence.parse().tokens;
        let is_and = |at: usize| matches!(self.tag(at), Some(Tag::Coordinator));
        let comma_and = (self.whole.start + 1..self.whole.end)
            .any(|at| is_and(at) && matches!(tokens.gap(at), Gap::Comma | Gap::Break));
        let closed = matches!(tokens.gap(self.whole.end), Gap::Comma | Gap::Break);
        let last_comma = (self.whole.start + 1..self.whole.end).rev().find(|at| matches!(tokens.gap(*at), Gap::Comma));
        let and_after = last_comma.is_some_and(|comma| (comma..self.whole.end).any(is_and));
        comma_and || !closed && and_after
    }

    /// "The Republic of Korea (ROK) **and** Japan": the subject goes on after what is in brackets.
    fn goes_on_after_bracket(&self, at: usize) -> bool {
        let tokens = self.sentence.parse().tokens;
        let close = (at..self.whole.end).find(|at| tokens.between(*at).contains(')'));
        close.is_some_and(|close| close + 1 < self.whole.end)
    }

    fn closes_bracket(&self, at: usize) -> bool {
        self.sentence.parse().tokens.between(at - 1).trim() == ")"
    }

    fn inside_name(&self, at: usize) -> bool {
        let Some(word) = self.sentence.words.get(at) else { return false };
        self.sentence.named.iter().any(|name| name.range.start < word.start && word.end <= name.range.end)
    }

    /// The token after the noun that the subject is, before "of" and what else belongs to it.
    fn head_end(&self, end: usize) -> usize {
        let cut = |at: &usize| {
            let preposition = matches!(self.tag(*at), Some(Tag::Preposition | Tag::To));
            preposition && !self.inside_name(*at) && !self.goes_on_as_title(*at)
        };
        let from = self.whole.start + 1;
        // "The Government of Kenya's plan" is a plan.
        let genitive =
            (from..end).rev().find(|at| matches!(self.tag(*at), Some(Tag::Genitive)) && !self.inside_name(*at));
        let from = genitive.map_or(from, |at| at + 1);
        (from..end).find(cut).unwrap_or(end)
    }

    /// "Minister **for** Foreign Affairs Lund": a role and its field are one with the name after it.
    fn goes_on_as_title(&self, at: usize) -> bool {
        let tokens = self.sentence.parse().tokens;
        let role = at.checked_sub(1).is_some_and(|before| tokens.has(before, Class::Role) && tokens.is_capital(before));
        role && tokens.is_capital(at + 1)
    }

    fn is_role(&self, at: usize) -> bool {
        let tokens = self.sentence.parse().tokens;
        tokens.has_any(at, SPEAKERS) || is_in_set("speaks", tokens.folded(at))
    }

    /// The name that covers token `at` and can act.
    fn named_over(&self, at: usize) -> Option<&Named> {
        let word = self.sentence.words.get(at)?;
        self.sentence
            .named
            .iter()
            .find(|name| name.acts() && name.range.start <= word.start && word.end <= name.range.end)
    }

    fn is_somebody(&self, head_end: usize, end: usize) -> bool {
        let tokens = self.sentence.parse().tokens;
        let Some(head) = (self.whole.start..head_end).rev().find(|at| self.tag(*at).is_some_and(Tag::is_nominal))
        else {
            // "Both", "all", "the two".
            return is_in_set("speaker-pronoun", tokens.folded(self.whole.start));
        };
        if self.is_role(head) || self.named_over(head).is_some() {
            return true;
        }
        let genitive = (self.whole.start..head).any(|at| matches!(self.tag(at), Some(Tag::Genitive)));
        // "Government **Notice** No 12" is a paper, "**Duties** of the Commission" opens a sentence or a list.
        let numbered = matches!(self.tag(head + 1), Some(Tag::Number)) || tokens.is(head + 1, "no");
        let is_name = tokens.is_capital(head) && !numbered;
        let titled = is_name && (self.whole.start..head).any(|at| self.is_role(at)) && !genitive;
        // "The Republics of Ghana and Kenya".
        let of_names = is_name
            && !tokens.has(head, Class::Instrument)
            && head > self.whole.start
            && tokens.is(head_end, "of")
            && end.checked_sub(1).is_some_and(|last| self.named_over(last).is_some());
        titled || of_names
    }

    /// "the participating government agencies" is nobody without its determiner or a capital letter.
    fn opens(&self) -> bool {
        let tokens = self.sentence.parse().tokens;
        let first = self.whole.start;
        let leads = (0..first).all(|at| matches!(self.tag(at), Some(Tag::Adverb)));
        tokens.is_capital(first)
            || leads
            || matches!(self.tag(first), Some(Tag::Determiner | Tag::Number | Tag::Name(_)))
            || is_in_set("speaker-pronoun", tokens.folded(first))
    }

    /// The person who is named right after the comma at token `end`: "Fiji's Minister, **Semi Koroi**, said".
    fn person_after(&self, end: usize) -> Option<u32> {
        let tokens = self.sentence.parse().tokens;
        if end >= self.whole.end || !matches!(tokens.gap(end), Gap::Comma | Gap::Break) {
            return None;
        }
        let from = self.sentence.words.get(end)?.start;
        let to = self.sentence.words.get(end + MAX_TITLE_TOKENS).map_or(usize::MAX, |word| word.start);
        let people = self.sentence.named.iter().filter(|name| name.kind == EntityKind::Person);
        people.into_iter().find(|name| from <= name.range.start && name.range.start < to).map(|name| name.entity)
    }

    fn subject(&self, tokens: Range<usize>) -> Subject {
        let sentence = self.sentence;
        let (first, last) = (tokens.start, tokens.end - 1);
        let words = sentence.bytes(&tokens);
        let range = words.start..closed(sentence, last, words.end);
        let open =
            sentence.text[range.clone()].rfind('(').is_some_and(|at| !sentence.text[range.clone()][at..].contains(')'));
        // "The Ministry of Law (“MinLaw”)": the mark of quotation before the bracket belongs to it, too.
        let after = &sentence.text[range.end..];
        let rest = after.trim_start_matches(['”', '"', '’']);
        let closing = if open && rest.starts_with(')') { after.len() - rest.len() + 1 } else { 0 };
        let range = range.start..range.end + closing;
        let inside: Vec<&Named> = sentence.actors_in(&range).collect();
        let head_end = self.head_end(tokens.end);
        let word = sentence.word(head_end - 1);
        let and = |at: usize| matches!(self.tag(at), Some(Tag::Coordinator));
        let is_person = |name: &&Named| name.kind == EntityKind::Person;
        let ends_with_person = self.named_over(head_end - 1).as_ref().is_some_and(is_person);
        let plural = (first..tokens.end).any(and) || word.ends_with('s') && !word.ends_with("ss") && !ends_with_person;
        let office = tokens.clone().any(|at| {
            self.is_role(at) && !is_in_set("stands-for-country", sentence.word(at)) && self.named_over(at).is_none()
        });
        // "The President and King Abdullah": a role and a person are two.
        // "Ms Lund, Minister of Ports and Deputy Premier" is one who has two.
        let person = inside.first().filter(|name| is_person(name));
        let leads = person.is_some_and(|name| {
            name.range.start == words.start && sentence.text[name.range.end..words.end].starts_with(',')
        });
        let one_person = leads && inside.iter().filter(|name| is_person(name)).count() == 1;
        let joined = !one_person && (first..tokens.end).any(|at| and(at) && self.named_over(at).is_none());
        let plural = plural && !one_person;
        let entity = sole(&inside, office).filter(|_| !joined);
        // "America's farmers" speak for nobody.
        let holds = office
            && tokens.clone().any(|at| sentence.parse().tokens.has_any(at, SPEAKERS) && self.named_over(at).is_none());
        Subject { entity, plural, first, owner: owner(&inside, holds), range }
    }
}

/// A name's last character may be a full stop that is not a word: "the U.S."
fn closed(sentence: &Sentence, last: usize, end: usize) -> usize {
    let dotted = sentence.words.get(last).is_some_and(|word| word.text.contains('.'));
    end + usize::from(dotted && sentence.text.get(end..).is_some_and(|rest| rest.starts_with('.')))
}

/// Who does it, in front of whom "by" stands: the subject that begins at word `first`.
pub(crate) fn agent(sentence: &Sentence, first: usize) -> Option<Subject> {
    let named = sentence.named.iter().filter(|name| name.acts()).find(|name| {
        let start = sentence.words.get(first).map_or(usize::MAX, |word| word.start);
        let article = usize::from(sentence.parse().tokens.has(first, Class::Article));
        let next = sentence.words.get(first + article).map_or(usize::MAX, |word| word.start);
        name.range.start == start || name.range.start == next
    })?;
    Some(Subject { range: named.range.clone(), entity: Some(named.entity), plural: false, first, owner: None })
}

/// The one state or body beside a role or a person.
fn owner(inside: &[&Named], office: bool) -> Option<Range<usize>> {
    let (people, bodies): (Vec<&&Named>, Vec<&&Named>) =
        inside.iter().partition(|name| name.kind == EntityKind::Person);
    match bodies.as_slice() {
        [one] if office || people.len() == 1 => Some(one.range.clone()),
        _ => None,
    }
}

/// The one thing that is named; a role beside a name means the role's holder, not what is named.
fn sole(inside: &[&Named], office: bool) -> Option<u32> {
    let people: Vec<&&Named> = inside.iter().filter(|name| name.kind == EntityKind::Person).collect();
    match (people.as_slice(), inside) {
        ([person], _) => Some(person.entity),
        ([], [one]) if !office => Some(one.entity),
        _ => None,
    }
}
