//! Verbs by which documents of diplomacy say what they say, and how firmly.
//!
//! The order of strengths is that of the interfaces: noted < assessed < concurred < reaffirmed < committed < pledged
//! < approved. A verb that is not here is no statement: precision before completeness.

use entente_corpus::{Modality, Strength};

/// What a verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    pub(crate) modality: Modality,
    /// `None` where the verb has no place in the order ("announced").
    pub(crate) strength: Option<Strength>,
}

impl Act {
    /// Something is done by it, or will be: there is somebody who does it, and a time.
    pub(crate) fn is_of_deeds(self) -> bool {
        matches!(
            self.modality,
            Modality::Commitment
                | Modality::Pledge
                | Modality::Offer
                | Modality::MeasurePlanned
                | Modality::MeasureUndertaken
        )
    }
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "reaffirm": finite only behind "we", "they" and other plurals.
    Base,
    /// "reaffirms".
    Third,
    /// "reaffirmed": finite, or a participle.
    Past,
    /// "reaffirming": says something only at the head of a paragraph, of whoever speaks in the text.
    Gerund,
}

const NOTED: Act = Act { modality: Modality::Assessment, strength: Some(Strength::Noted) };
const ASSESSED: Act = Act { modality: Modality::Assessment, strength: Some(Strength::Assessed) };
const CONCURRED: Act = Act { modality: Modality::Agreement, strength: Some(Strength::Concurred) };
const REAFFIRMED: Act = Act { modality: Modality::Reaffirmation, strength: Some(Strength::Reaffirmed) };
/// "Shall", "is committed to".
pub(crate) const COMMITTED: Act = Act { modality: Modality::Commitment, strength: Some(Strength::Committed) };
const PLEDGED: Act = Act { modality: Modality::Pledge, strength: Some(Strength::Pledged) };
const APPROVED: Act = Act { modality: Modality::Agreement, strength: Some(Strength::Approved) };
const ANNOUNCED: Act = Act { modality: Modality::Announcement, strength: None };
const NEEDED: Act = Act { modality: Modality::Need, strength: None };
const OFFERED: Act = Act { modality: Modality::Offer, strength: None };
/// "Will": planned by who says it.
pub(crate) const PLANNED: Act = Act { modality: Modality::MeasurePlanned, strength: None };
const DONE: Act = Act { modality: Modality::MeasureUndertaken, strength: None };

/// An assessment whose verb has no place in the order of strengths: "welcomed", "stressed".
pub(crate) const VALUED: Act = Act { modality: Modality::Assessment, strength: None };
const DECIDED: Act = Act { modality: Modality::Agreement, strength: None };

/// Base forms. The others are made by the rules of English spelling, or stand in [`IRREGULAR`].
const VERBS: &[(&str, Act)] = &[
    ("note", NOTED),
    ("acknowledge", NOTED),
    ("recognize", NOTED),
    ("recognise", NOTED),
    ("believe", ASSESSED),
    ("recall", NOTED),
    ("observe", NOTED),
    ("assess", ASSESSED),
    ("evaluate", ASSESSED),
    ("applaud", VALUED),
    ("appreciate", VALUED),
    ("commend", VALUED),
    ("condemn", VALUED),
    ("congratulate", VALUED),
    ("denounce", VALUED),
    ("deplore", VALUED),
    ("emphasise", VALUED),
    ("emphasize", VALUED),
    ("highlight", VALUED),
    ("praise", VALUED),
    ("regret", VALUED),
    ("stress", VALUED),
    ("thank", VALUED),
    ("underline", VALUED),
    ("underscore", VALUED),
    ("criticise", VALUED),
    ("criticize", VALUED),
    ("reject", VALUED),
    ("warn", VALUED),
    ("welcome", VALUED),
    ("agree", CONCURRED),
    ("concur", CONCURRED),
    ("decide", DECIDED),
    ("affirm", REAFFIRMED),
    ("confirm", REAFFIRMED),
    ("reaffirm", REAFFIRMED),
    ("reconfirm", REAFFIRMED),
    ("reiterate", REAFFIRMED),
    ("commit", COMMITTED),
    ("recommit", COMMITTED),
    ("resolve", COMMITTED),
    ("undertake", COMMITTED),
    ("vow", COMMITTED),
    ("pledge", PLEDGED),
    ("promise", PLEDGED),
    ("adopt", APPROVED),
    ("approve", APPROVED),
    ("endorse", APPROVED),
    ("ratify", APPROVED),
    ("announce", ANNOUNCED),
    ("declare", ANNOUNCED),
    ("unveil", ANNOUNCED),
    ("demand", NEEDED),
    ("direct", NEEDED),
    ("encourage", NEEDED),
    ("instruct", NEEDED),
    ("invite", NEEDED),
    ("recommend", NEEDED),
    ("request", NEEDED),
    ("task", NEEDED),
    ("urge", NEEDED),
    ("offer", OFFERED),
    ("propose", OFFERED),
];

/// Past forms that no rule makes.
const IRREGULAR: &[(&str, &str)] = &[("undertook", "undertake"), ("undertaken", "undertake")];

/// A verb that says little, what completes it, and how many words may stand between: "shared the same opinion", "took
/// note", "expressed their deep concern", "called on".
struct Light {
    verbs: &'static [&'static str],
    completed_by: &'static [&'static str],
    between: usize,
    act: Act,
}

const fn light_verb(
    verbs: &'static [&'static str],
    completed_by: &'static [&'static str],
    between: usize,
    act: Act,
) -> Light {
    Light { verbs, completed_by, between, act }
}

const LIGHT: &[Light] = &[
    light_verb(
        &["share", "shares", "shared"],
        &["opinion", "view", "views", "understanding", "recognition", "assessment"],
        3,
        CONCURRED,
    ),
    light_verb(&["reach", "reached"], &["agreement", "consensus", "understanding"], 3, CONCURRED),
    light_verb(&["take", "takes", "took", "taken"], &["note"], 3, NOTED),
    light_verb(
        &["express", "expresses", "expressed"],
        &["concern", "concerns", "appreciation", "satisfaction", "regret", "gratitude", "hope", "condolences"],
        3,
        VALUED,
    ),
    light_verb(&["express", "expresses", "expressed"], &["readiness", "willingness"], 3, OFFERED),
    light_verb(&["express", "expresses", "expressed", "stated", "outlined"], &["need"], 1, NEEDED),
    light_verb(&["renew", "renews", "renewed"], &["commitment", "commitments"], 3, REAFFIRMED),
    light_verb(&["call", "calls", "called"], &["on", "upon", "for"], 0, NEEDED),
    light_verb(&["appeal", "appeals", "appealed"], &["to", "for"], 0, NEEDED),
    light_verb(&["ask", "asks", "asked"], &["for", "to"], 4, NEEDED),
    light_verb(&["stand", "stands", "stood"], &["ready"], 0, OFFERED),
    light_verb(&["conclude", "concludes", "concluded", "find", "finds", "found"], &["that"], 0, ASSESSED),
    light_verb(&["play", "plays", "played"], &["role"], 3, DONE),
    light_verb(
        &["seek", "seeks", "sought", "request", "requests", "requested"],
        &["support", "assistance", "help", "funding"],
        3,
        NEEDED,
    ),
    light_verb(&["give", "gives", "gave", "given"], &["approval"], 2, APPROVED),
];

/// What a government does, in the past form by which documents tell of it. Occasions are told elsewhere.
const DEEDS: &[&str] = &[
    "abolished",
    "accelerated",
    "allocated",
    "amended",
    "appointed",
    "awarded",
    "banned",
    "built",
    "completed",
    "constructed",
    "contributed",
    "created",
    "delivered",
    "deployed",
    "designated",
    "developed",
    "disbursed",
    "dispatched",
    "distributed",
    "donated",
    "enacted",
    "enhanced",
    "established",
    "expanded",
    "funded",
    "implemented",
    "imposed",
    "improved",
    "increased",
    "installed",
    "introduced",
    "invested",
    "issued",
    "joined",
    "launched",
    "lifted",
    "mobilised",
    "mobilized",
    "modernised",
    "modernized",
    "opened",
    "passed",
    "produced",
    "provided",
    "published",
    "raised",
    "reduced",
    "reformed",
    "removed",
    "repaired",
    "repealed",
    "restored",
    "resumed",
    "revised",
    "strengthened",
    "submitted",
    "suspended",
    "trained",
    "transferred",
    "upgraded",
];

/// What somebody is busy with: "are working with", "is building". Verbs that tell as well of what only happens
/// ("are growing", "are leading causes") are left out.
const PROGRESS: &[&str] = &[
    "assisting",
    "building",
    "carrying",
    "collaborating",
    "conducting",
    "constructing",
    "continuing",
    "cooperating",
    "coordinating",
    "creating",
    "delivering",
    "deploying",
    "developing",
    "drafting",
    "engaging",
    "establishing",
    "expanding",
    "funding",
    "helping",
    "implementing",
    "installing",
    "investing",
    "launching",
    "mobilising",
    "mobilizing",
    "modernising",
    "modernizing",
    "partnering",
    "preparing",
    "providing",
    "pursuing",
    "reviewing",
    "strengthening",
    "supporting",
    "taking",
    "training",
    "upgrading",
    "working",
];

/// What is being done, where `word` stands behind "are" or "is".
pub(crate) fn progress(word: &str) -> Option<Act> {
    PROGRESS.contains(&word).then_some(DONE)
}

/// True for a verb whose participle is hardly an adjective: "urged restraint" is said, "directed energy" is a thing.
pub(crate) fn only_says(word: &str) -> bool {
    !word.starts_with("direct")
        && !word.starts_with("task")
        && verb(word).is_some_and(|(act, _)| {
            act.strength.is_none() && matches!(act.modality, Modality::Assessment | Modality::Need)
        })
}

/// What somebody is said to be: "committed to", "concerned", "ready to".
pub(crate) fn state(word: &str, next: &str) -> Option<Act> {
    match word {
        "committed" if next == "to" => Some(COMMITTED),
        "dedicated" | "determined" | "resolved" if next == "to" => {
            Some(Act { modality: Modality::Commitment, strength: None })
        }
        "ready" | "prepared" | "willing" if next == "to" => Some(OFFERED),
        "concerned" | "alarmed" if matches!(next, "about" | "by" | "over" | "at" | "that") => Some(VALUED),
        _ => None,
    }
}

/// The act of a folded word, and its form. `None` for every other word.
pub(crate) fn verb(word: &str) -> Option<(Act, Form)> {
    if let Some((_, base)) = IRREGULAR.iter().find(|(past, _)| *past == word) {
        return VERBS.iter().find(|(verb, _)| verb == base).map(|(_, act)| (*act, Form::Past));
    }
    VERBS.iter().find_map(|(base, act)| form(base, word).map(|form| (*act, form)))
}

/// How `word` is a form of `base`, if it is.
fn form(base: &str, word: &str) -> Option<Form> {
    // "Noting", "reaffirming", "committing".
    if let Some(stem) = word.strip_suffix("ing") {
        let doubled = stem.strip_prefix(base).is_some_and(|rest| base.ends_with(rest) && rest.len() == 1);
        let whole = stem == base || base.strip_suffix('e') == Some(stem) || doubled;
        return whole.then_some(Form::Gerund);
    }
    let rest = word.strip_prefix(base);
    if let Some(rest) = rest {
        let ends_in_e = base.ends_with('e');
        return match rest {
            "" => Some(Form::Base),
            "s" | "es" => Some(Form::Third),
            "d" if ends_in_e => Some(Form::Past),
            "ed" if !ends_in_e => Some(Form::Past),
            // "committed", "concurred".
            _ => doubled(base, rest),
        };
    }
    let stem = base.strip_suffix('y')?;
    match word.strip_prefix(stem)? {
        "ies" => Some(Form::Third),
        "ied" => Some(Form::Past),
        _ => None,
    }
}

fn doubled(base: &str, rest: &str) -> Option<Form> {
    let last = base.chars().last()?;
    (rest.strip_prefix(last)? == "ed").then_some(Form::Past)
}

/// The act of a light verb at the head of `words` (folded), and how many words it takes.
pub(crate) fn light(words: &[&str]) -> Option<(Act, usize)> {
    let first = words.first()?;
    for Light { verbs, completed_by, between, act } in LIGHT {
        if !verbs.contains(first) {
            continue;
        }
        if let Some(at) = words.iter().skip(1).take(between + 1).position(|word| completed_by.contains(word)) {
            return Some((*act, at + 2));
        }
    }
    None
}

/// Past forms of light verbs that no rule makes.
const PAST: &[&str] = &["found", "gave", "given", "stood", "taken", "took"];

/// The form of a light verb: "call" is finite only behind a plural.
pub(crate) fn light_form(word: &str) -> Form {
    match word {
        _ if word.ends_with("ed") || PAST.contains(&word) => Form::Past,
        _ if word.ends_with('s') && !word.ends_with("ss") => Form::Third,
        _ => Form::Base,
    }
}

/// What somebody has done, by the verb at the head of `words` (folded), and how many words it takes: "established", "have
/// worked", "has been operating". "Have been affected" says what was done to them.
pub(crate) fn deed(words: &[&str]) -> Option<(Act, usize)> {
    let first = *words.first()?;
    // "Opened the meeting" is told as an occasion.
    if words.iter().skip(1).take(4).any(|word| super::occasion::head(word).is_some()) && first == "opened" {
        return None;
    }
    if DEEDS.contains(&first) {
        // "The committee established under the treaty" does nothing.
        let passive =
            words.get(1).is_some_and(|next| matches!(*next, "by" | "under" | "in" | "pursuant" | "at" | "for"));
        return (!passive).then_some((DONE, 1));
    }
    if !matches!(first, "has" | "have" | "had") {
        return None;
    }
    let at = (1..=3).find(|at| !words.get(*at).is_some_and(|word| is_adverb(word)))?;
    let word = *words.get(at)?;
    if word == "found" {
        return Some((ASSESSED, at + 1));
    }
    if light(&words[at..]).is_some() {
        return None;
    }
    if word == "been" {
        let at = (at + 1..=at + 3).find(|at| !words.get(*at).is_some_and(|word| is_adverb(word)))?;
        return words.get(at).filter(|word| word.ends_with("ing")).map(|_| (DONE, at + 1));
    }
    let participle = word.len() > 4 && word.ends_with("ed") || PARTICIPLES.contains(&word);
    // "Has agreed" is told by its verb, and "has met" as an occasion.
    (participle && verb(word).is_none() && !STATES.contains(&word)).then_some((DONE, at + 1))
}

/// Participles that no rule makes.
const PARTICIPLES: &[&str] = &["brought", "built", "given", "made", "put", "sent", "set", "taken", "begun", "led"];
/// What is no deed although it is said so.
const STATES: &[&str] = &[
    "affected",
    "attended",
    "concluded",
    "decreased",
    "died",
    "differed",
    "discussed",
    "experienced",
    "failed",
    "gathered",
    "happened",
    "hosted",
    "involved",
    "occurred",
    "participated",
    "received",
    "remained",
    "seemed",
    "stated",
    "suffered",
    "visited",
];

/// Words between the parts of a verb.
fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(word, "also" | "already" | "since" | "now" | "further" | "long" | "itself" | "themselves")
}

#[cfg(test)]
mod tests {
    use super::{Form, light, verb};
    use entente_corpus::Strength::{self, *};

    type Expected = Option<(Option<Strength>, Form)>;

    #[test]
    fn verbs_are_known_in_the_forms_that_documents_print() {
        let cases: &[(&str, Expected)] = &[
            ("reaffirmed", Some((Some(Reaffirmed), Form::Past))),
            ("noted", Some((Some(Noted), Form::Past))),
            ("notes", Some((Some(Noted), Form::Third))),
            ("stresses", Some((None, Form::Third))),
            ("committing", Some((Some(Committed), Form::Gerund))),
            ("committed", Some((Some(Committed), Form::Past))),
            ("commit", Some((Some(Committed), Form::Base))),
            ("concurred", Some((Some(Concurred), Form::Past))),
            ("agreed", Some((Some(Concurred), Form::Past))),
            ("ratified", Some((Some(Approved), Form::Past))),
            ("announced", Some((None, Form::Past))),
            ("undertook", Some((Some(Committed), Form::Past))),
            ("agreement", None),
            ("commitment", None),
            ("notice", None),
            ("assessing", Some((Some(Assessed), Form::Gerund))),
        ];
        for (word, expected) in cases {
            let found = verb(word).map(|(act, form)| (act.strength, form));
            assert_eq!(found, *expected, "{word}");
        }
    }

    #[test]
    fn light_verbs_need_what_completes_them() {
        assert_eq!(
            light(&["shared", "the", "opinion", "that"]).map(|(act, n)| (act.strength, n)),
            Some((Some(Concurred), 3))
        );
        assert_eq!(light(&["shared", "information", "on", "attacks"]), None);
        assert_eq!(light(&["took", "note", "of"]).map(|(_, n)| n), Some(2));
        assert_eq!(light(&["took", "the", "train"]), None);
    }
}
