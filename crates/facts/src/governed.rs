//! What the verb of a statement governs: to whom it is said or promised, and by when (`period`).
//!
//! A name or a date that another noun or another clause of the sentence governs belongs to that, and to no statement.

mod period;

pub(crate) use self::period::{find_agreed_period, find_period, period_by_grammar};

use std::ops::Range;

use entente_corpus::{EntityKind, Modality};
use entente_language::grammars::{Reading, Relation};
use entente_language::{Class, Classes, Clause, ClauseKind, Gap, Governor, Language, Slot, SlotRole, Tag};

use crate::occasions::frames::is_in_set;
use crate::posting::{is_destination, leads_to_destination};
use crate::statements::frames::{StatementFrame, StatementTrigger, find_frame};
use crate::view::{Named, Sentence};

/// Classes of nouns that stand before the name of their holder: "president Ama".
const HOLDERS: Classes =
    Classes::all_of(&[Class::Role, Class::PartyNoun, Class::Body, Class::StateBody, Class::Honorific, Class::Rank]);

/// Tokens from "including" to the preposition after what it lists.
const MAX_LISTED_TOKENS: usize = 3;

/// The clauses whose verb is the statement's: the one that has the verb at `verb` (bytes of the reading text), and the
/// infinitives that it governs ("pledged **to provide** …"). Every main clause where `verb` covers the whole sentence.
fn clauses_of(sentence: &Sentence, verb: &Range<usize>) -> Vec<usize> {
    let clauses = &sentence.parse().parsed.clauses;
    let own = clauses.iter().position(|clause| {
        clause.verb.as_ref().is_some_and(|group| {
            let bytes = sentence.bytes(&group.tokens);
            bytes.start < verb.end && verb.start < bytes.end
        })
    });
    // An answer of a form may lack a verb that says how firm it is: its first main clause then says what was done.
    let finite = || clauses.iter().position(|clause| clause.verb.as_ref().is_some_and(|group| group.finite));
    let Some(own) = own.or_else(|| if verb.is_empty() { finite() } else { None }) else { return Vec::new() };
    let mut out = vec![own];
    for (at, clause) in clauses.iter().enumerate().skip(own + 1) {
        let governed = clause.kind == ClauseKind::Infinitive
            || clause.kind == ClauseKind::Participial
                && clause.marker.is_some_and(|marker| sentence.word(marker) == "to");
        // "Pledged USD 5 million **to help** Togo": only what follows its verb at once is governed by it.
        let at_once = clauses[own].after_verb.is_empty() || clause.before_verb.start == clauses[own].after_verb.start;
        if governed && clause.parent == Some(own) && at_once {
            out.push(at);
        }
    }
    out
}

/// The slots that the verbs of `clauses` govern themselves.
fn governed_slots<'a>(sentence: &'a Sentence, clauses: &[usize]) -> Vec<&'a Slot> {
    let all = &sentence.parse().parsed.clauses;
    let slots = clauses.iter().filter_map(|at| all.get(*at)).flat_map(|clause| &clause.slots);
    slots.filter(|slot| slot.governor == Governor::Verb).collect()
}

/// The tokens of the heads of what the verbs of `clauses` govern: objects, and complements with "to" and "in".
fn governed_heads(sentence: &Sentence, clauses: &[usize]) -> Vec<usize> {
    let tokens = sentence.parse().tokens;
    let fits = |slot: &&Slot| match slot.role {
        SlotRole::Object => !slot.leading,
        SlotRole::Complement(at) => tokens.is(at, "to") || tokens.is(at, "in"),
        SlotRole::Subject | SlotRole::Time(_) => false,
    };
    governed_slots(sentence, clauses).into_iter().filter(fits).map(|slot| slot.head).collect()
}

/// The slots that what the verbs govern governs in turn: "signed a memorandum **with Peru**", "committed to dialogue **with
/// Kenya**".
fn slots_of_objects<'a>(sentence: &'a Sentence, clauses: &[usize]) -> Vec<&'a Slot> {
    let heads = governed_heads(sentence, clauses);
    let all = &sentence.parse().parsed.clauses;
    let slots = clauses.iter().filter_map(|at| all.get(*at)).flat_map(|clause| &clause.slots);
    slots.filter(|slot| matches!(slot.governor, Governor::Noun(noun) if heads.contains(&noun))).collect()
}

/// The states and bodies that an answer of a form names as those with whom something was done: what its verbs govern.
pub(crate) fn find_partners(sentence: &Sentence) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::new();
    for clause in &sentence.parse().parsed.clauses {
        let Some(verb) = &clause.verb else { continue };
        let found = find_counterparts(sentence, &sentence.bytes(&verb.tokens), Directed::DONE, None, &[]);
        for entity in found {
            if !out.contains(&entity) {
                out.push(entity);
            }
        }
    }
    out
}

/// How a statement can be directed to somebody: by what it states, and by the slots of its frame.
#[derive(Clone, Copy)]
pub(crate) struct Directed {
    pub(crate) modality: Modality,
    pub(crate) frame: Option<&'static StatementFrame>,
}

impl Directed {
    /// What somebody has done, with whatever verb.
    const DONE: Self = Self { modality: Modality::MeasureUndertaken, frame: None };

    /// True for what is done or promised for or with somebody.
    fn gives(modality: Modality) -> bool {
        matches!(
            modality,
            Modality::Pledge
                | Modality::Offer
                | Modality::Commitment
                | Modality::MeasureUndertaken
                | Modality::MeasurePlanned
        )
    }
}

/// The states and bodies to whom the verb is directed: "urges **X** to", "with **X**", "calls on **X**", "pledged … to **X**".
/// Not those who speak (`speakers` as entities, `words` as bytes), and nobody whom another noun or clause names.
pub(crate) fn find_counterparts(
    sentence: &Sentence,
    verb: &Range<usize>,
    directed: Directed,
    words: Option<&Range<usize>>,
    speakers: &[u32],
) -> Vec<u32> {
    let Directed { modality, frame } = directed;
    let clauses = clauses_of(sentence, verb);
    let tokens = sentence.parse().tokens;
    let all = &sentence.parse().parsed.clauses;
    let lemma = clauses.first().and_then(|at| all.get(*at)?.verb.as_ref()).map_or("", |verb| verb.lemma());
    let frame = frame.or_else(|| find_frame(StatementTrigger::Verb, lemma));
    let has_slot = |slot: &str| frame.is_some_and(|frame| frame.has_slot(slot));
    let gives = Directed::gives(modality);
    let mut out: Vec<u32> = Vec::new();
    let of_objects = if gives { slots_of_objects(sentence, &clauses) } else { Vec::new() };
    // "Address the cooperation **of Iran** with the Agency": what is somebody else's is not done with anybody here.
    let owned = |noun: Governor| {
        let of = |slot: &&&Slot| matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "of"));
        of_objects.iter().filter(of).any(|slot| slot.governor == noun && !heads_of(sentence, slot).is_empty())
    };
    let of_objects: Vec<&Slot> = of_objects.iter().copied().filter(|slot| !owned(slot.governor)).collect();
    let with = |slot: &&Slot| matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "with"));
    let of_objects = of_objects.into_iter().filter(with);
    // "An agenda **including relations with Kenya**": what is only listed is not done with anybody.
    let listed =
        |at: usize| (at.saturating_sub(MAX_LISTED_TOKENS)..at).any(|at| is_in_set("lists-members", tokens.folded(at)));
    for slot in governed_slots(sentence, &clauses).into_iter().chain(of_objects) {
        let fits = match slot.role {
            SlotRole::Complement(at) => match tokens.folded(at) {
                // "A system, with the Organization at its core": after a comma it is not a partner of the verb.
                "with" | "alongside" => {
                    let parted = tokens.gap(at) == Gap::Comma && !slot.leading;
                    !parted
                        && !listed(at)
                        && !is_absolute(sentence, slot)
                        && !follows_owned_object(sentence, &clauses, at)
                        && (gives || follows_verb(sentence, &clauses, at))
                }
                // "Towards **the country signing** the treaty": what somebody is to do is aimed at.
                "towards" | "toward" => gives && !is_subject_of_gerund(sentence, slot),
                "on" | "upon" => has_slot("on"),
                // "For its commitment **to the people** of Kenya": only right after the verb or its object.
                // "Will travel **to Kenya**" goes there and promises nothing to it.
                "to" => {
                    (gives || has_slot("to") || owed_by_object(sentence, &clauses, at, modality))
                        && !leads_to_destination(sentence, at)
                        && follows_object(sentence, &clauses, at)
                        && !is_in_set("moves", verb_lemma(sentence, &clauses))
                }
                _ => false,
            },
            SlotRole::Object => has_slot("object") && !slot.leading,
            SlotRole::Subject | SlotRole::Time(_) => false,
        };
        if !fits {
            continue;
        }
        for name in heads_of(sentence, slot) {
            let inside = words.is_some_and(|words| name.range.start < words.end && words.start < name.range.end);
            if !inside && !speakers.contains(&name.entity) && !out.contains(&name.entity) {
                out.push(name.entity);
            }
        }
    }
    out
}

/// True if a gerund follows the phrase: "towards **Togo signing** the treaty".
fn is_subject_of_gerund(sentence: &Sentence, slot: &Slot) -> bool {
    matches!(sentence.parse().parsed.tag(slot.phrase.end), Some(Tag::Verb(entente_language::verbs::Form::Gerund, _)))
}

/// "A system **with the Organization at its core**": what is with it says how something is.
fn is_absolute(sentence: &Sentence, slot: &Slot) -> bool {
    let tokens = sentence.parse().tokens;
    let end = slot.phrase.end;
    let end = end + usize::from(tokens.between(end.saturating_sub(1)).is_empty() && tokens.len() < end);
    let near = (slot.phrase.start..(end + 4).min(tokens.len())).find(|at| tokens.is(*at, "at") || tokens.is(*at, "in"));
    near.is_some_and(|at| at >= slot.phrase.end && tokens.has(at + 1, Class::Possessive))
}

/// The lemma of the last verb of `clauses`, "" if no table has it.
fn verb_lemma<'a>(sentence: &'a Sentence, clauses: &[usize]) -> &'a str {
    let all = &sentence.parse().parsed.clauses;
    clauses.last().and_then(|at| all.get(*at)?.verb.as_ref()).map_or("", |verb| verb.lemma())
}

/// True if token `at` stands right after the verb.
fn follows_verb(sentence: &Sentence, clauses: &[usize], at: usize) -> bool {
    let all = &sentence.parse().parsed.clauses;
    clauses.iter().filter_map(|at| all.get(*at)?.verb.as_ref()).any(|verb| verb.tokens.end == at)
}

/// True if token `at` stands right after the verb or its direct object.
fn follows_object(sentence: &Sentence, clauses: &[usize], at: usize) -> bool {
    let all = &sentence.parse().parsed.clauses;
    let object = clauses.iter().filter_map(|at| all.get(*at)).flat_map(|clause| &clause.slots);
    follows_verb(sentence, clauses, at)
        || object.into_iter().any(|slot| slot.role == SlotRole::Object && !slot.leading && slot.phrase.end == at)
}

/// True for the preposition after what is owed to somebody: "reaffirmed its **commitments** to Kenya".
fn owed_by_object(sentence: &Sentence, clauses: &[usize], at: usize, modality: Modality) -> bool {
    let noun = at.checked_sub(1).filter(|_| modality == Modality::Reaffirmation);
    noun.is_some_and(|noun| is_in_set("owed", sentence.parse().tokens.folded(noun)))
        && follows_object(sentence, clauses, at)
}

/// True if token `at` stands right after an object that is another's: "address the trade **of Ghana** with Togo".
fn follows_owned_object(sentence: &Sentence, clauses: &[usize], at: usize) -> bool {
    let all = &sentence.parse().parsed.clauses;
    let tokens = sentence.parse().tokens;
    let slots = clauses.iter().filter_map(|at| all.get(*at)).flat_map(|clause| &clause.slots);
    let objects = slots.into_iter().filter(|slot| slot.role == SlotRole::Object && !slot.leading);
    objects.filter(|slot| slot.phrase.end == at).any(|slot| {
        let of = slot.phrase.clone().rev().find(|at| tokens.is(*at, "of"));
        of.is_some_and(|of| sentence.actors_in(&sentence.bytes(&(of..at))).any(Named::is_state))
    })
}

/// The states, blocs and bodies that a phrase is, not those that only own it: "with Kenya and Peru", "with the Government of
/// Kenya"; of "Kenya's efforts" none.
fn heads_of<'a>(sentence: &'a Sentence, slot: &Slot) -> Vec<&'a Named> {
    let parse = sentence.parse();
    let bytes = sentence.bytes(&slot.phrase);
    let inside = sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Forum);
    let is_head = |name: &&Named| {
        let end = parse.tokens.token_at(name.range.end.saturating_sub(sentence.range.start));
        // A noun after the name makes it an owner or an adjective: "ROK legal requirements".
        let last = end >= slot.phrase.end
            || matches!(parse.parsed.tag(end), Some(Tag::Coordinator))
            || matches!(parse.tokens.gap(end), Gap::Comma | Gap::Break);
        let start = parse.tokens.token_at(name.range.start.saturating_sub(sentence.range.start));
        let of = (slot.phrase.start..start).rev().find(|at| parse.tokens.is(*at, "of"));
        // "The President of Kenya", "members of ASEAN": people and bodies of a state stand for it; its plans do not.
        let people = of.is_none_or(|of| {
            let state = |noun: &usize| !is_in_set("people", parse.tokens.folded(*noun));
            of.checked_sub(1).filter(state).is_some_and(|noun| {
                [Class::Role, Class::PartyNoun, Class::Body, Class::StateBody]
                    .into_iter()
                    .any(|class| parse.tokens.has(noun, class))
                    || matches!(parse.parsed.tag(noun), Some(Tag::Name(_)))
            })
        });
        // "To fuel America": a noun before a name is a verb that no table has.
        let bare = start > slot.phrase.start
            && matches!(parse.parsed.tag(start - 1), Some(Tag::Noun))
            && !parse.tokens.is_capital(start - 1)
            && !parse.tokens.has_any(start - 1, HOLDERS)
            && parse.tokens.gap(start) == Gap::Space;
        // "Call on the Fund **restructuring meeting**": a participle and an occasion after a name make it an adjective.
        let modifies = parse.tokens.gap(end) == Gap::Space
            && matches!(parse.parsed.tag(end), Some(Tag::Verb(entente_language::verbs::Form::Gerund, _)))
            && sentence.frames.noun(parse.tokens.folded(end + 1)).is_some();
        last && people && !bare && !modifies && !is_destination(sentence, name) && !is_in_apposition(sentence, name)
    };
    inside.filter(is_head).collect()
}

/// "Thanked Ms Lund, **the Ambassador of Ghana**": a state that only says whose office a person has was not addressed.
fn is_in_apposition(sentence: &Sentence, name: &Named) -> bool {
    let mut people = sentence.named.iter().filter(|other| other.kind == EntityKind::Person);
    let person = people.rfind(|person| person.range.end <= name.range.start);
    let tokens = sentence.parse().tokens;
    person.filter(|_| name.kind != EntityKind::Person).is_some_and(|person| {
        let first = tokens.token_at(person.range.end.saturating_sub(sentence.range.start));
        let last = tokens.token_at(name.range.start.saturating_sub(sentence.range.start));
        let role = (first..last).any(|at| tokens.has(at, Class::Role));
        let joined = (first..last).any(|at| matches!(sentence.parse().parsed.tag(at), Some(Tag::Coordinator)));
        tokens.gap(first) == Gap::Comma && role && !joined
    })
}

/// The clauses of a reading that a statement is read off: the one with its verb, and the one before it that its verb governs
/// ("협력**하기로** 합의했다").
fn clauses_of_reading<'a>(sentence: &Sentence, reading: &'a Reading, verb: &Range<usize>) -> Vec<&'a Clause> {
    let clauses = &reading.parsed.clauses;
    let has_verb = |clause: &Clause| {
        clause.verb.as_ref().is_some_and(|group| {
            let bytes = sentence.reading_bytes(reading, &group.tokens);
            bytes.start < verb.end && verb.start < bytes.end
        })
    };
    let Some(own) = clauses.iter().rposition(has_verb) else { return Vec::new() };
    let governed = own.checked_sub(1).map(|before| &clauses[before]).filter(|clause| {
        let governs = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Complement);
        governs && reading.tokens.language != Language::French
    });
    governed.into_iter().chain([&clauses[own]]).collect()
}

/// As [`find_counterparts`], by the grammar of the sentence's language: whom "에", "와", "に", "と", "avec" mark.
pub(crate) fn counterparts_by_grammar(
    sentence: &Sentence,
    reading: &Reading,
    verb: &Range<usize>,
    modality: Modality,
    speakers: &[u32],
) -> Vec<u32> {
    let gives = Directed::gives(modality);
    let mut out: Vec<u32> = Vec::new();
    let clauses = clauses_of_reading(sentence, reading, verb);
    for (n, clause) in clauses.iter().enumerate() {
        // "우크라이나**에** 지원하기로 했다": what was agreed is done for somebody.
        let agreed = modality == Modality::Agreement && n + 1 < clauses.len();
        for slot in &clause.slots {
            let fits = match reading.relation(slot) {
                Relation::With => gives || modality == Modality::Agreement,
                Relation::To => gives || agreed || modality == Modality::Need,
                // "ロシアに対し", "북한에 대해": whom a demand is about it is made of.
                Relation::About => modality == Modality::Need,
                _ => false,
            };
            if !fits || matches!(slot.role, SlotRole::Time(_)) {
                continue;
            }
            let bytes = sentence.reading_bytes(reading, &slot.phrase);
            let whole = |name: &&Named| {
                let rest = sentence.text.get(name.range.end..bytes.end).unwrap_or("").trim();
                rest.is_empty() || is_in_set("stands-for-country-east", rest)
            };
            for name in sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Forum).filter(whole) {
                if !speakers.contains(&name.entity) && !out.contains(&name.entity) {
                    out.push(name.entity);
                }
            }
        }
    }
    out
}
