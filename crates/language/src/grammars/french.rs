//! French: the subject stands before its verb, the past is made of two words, and prepositions mark the rest.

use std::ops::Range;
use std::sync::OnceLock;

use crate::class::Class;
use crate::clause::{Clause, ClauseKind, ParsedSentence};
use crate::language::Language;
use crate::slot::{Governor, Slot, SlotRole};
use crate::tag::{AtomKind, Tag};
use crate::token::{Gap, Tokens, tokenize_in};
use crate::verb_group::{Time, VerbGroup};
use crate::verbs::{self, Government};

use super::tables::{Grammar, Mark, VerbRow};
use super::{ByteAtom, Reading, Relation};

const MARKS: &str = include_str!("../../data/grammars/french-marks.tsv");
const VERBS: &str = include_str!("../../data/grammars/french-verbs.tsv");
const ENDINGS: &str = include_str!("../../data/grammars/french-endings.tsv");
const NOUNS: &str = include_str!("../../data/grammars/french-nouns.tsv");

/// Adverbs between an auxiliary and its participle, at most.
const MAX_BETWEEN: usize = 5;
/// Tokens of a noun phrase, at most.
const MAX_PHRASE_TOKENS: usize = 120;
/// Tokens before a verb among which its clause begins, at most.
const MAX_LEAD_TOKENS: usize = 160;
/// Tokens of a list that are looked over for its last "et".
const MAX_LIST_TOKENS: usize = 60;

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar::read(MARKS, VERBS, ENDINGS, NOUNS))
}

/// Reads a French sentence.
pub(super) fn read<'a>(text: &'a str, atoms: &[ByteAtom]) -> Reading<'a> {
    let tokens = tokenize_in(text, Language::French);
    let words: Vec<Word> = words_of(&tokens, atoms);
    let relations = words
        .iter()
        .map(|word| match word {
            Word::Mark(Mark::Relation(relation)) => *relation,
            _ => Relation::Other,
        })
        .collect();
    let groups = find_groups(&tokens, &words);
    let parsed = build(&tokens, &words, groups);
    Reading { tokens, parsed, relations }
}

/// What a token is.
#[derive(Clone, Copy, Debug)]
enum Word {
    Atom(AtomKind),
    Mark(Mark),
    Determiner,
    Pronoun,
    /// "se", "s'", and the second "nous" of two.
    Reflexive,
    Be,
    Have,
    Adverb,
    Number,
    Noun,
}

fn words_of(tokens: &Tokens, atoms: &[ByteAtom]) -> Vec<Word> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut next_atom = 0;
    for (at, token) in tokens.tokens.iter().enumerate() {
        while atoms.get(next_atom).is_some_and(|atom| atom.bytes.end <= token.span.start) {
            next_atom += 1;
        }
        let atom = atoms.get(next_atom).filter(|atom| atom.bytes.start < token.span.end);
        let lower = token.text.to_lowercase();
        let has = |class| token.classes.has(class);
        let elided = matches!(tokens.gap(at + 1), Gap::Join);
        let word = match () {
            () if atom.is_some() => Word::Atom(atom.map_or(AtomKind::Other, |atom| atom.kind)),
            // "Ainsi que la ministre".
            () if matches!(&*lower, "que" | "qu") && tokens.is(at.wrapping_sub(1), "ainsi") => Word::Mark(Mark::And),
            // "Nous nous engageons".
            () if lower == "nous" && tokens.is(at.wrapping_sub(1), "nous") => Word::Reflexive,
            () if lower == "se" || lower == "s" && elided => Word::Reflexive,
            () if has(Class::Be) && !(token.text.starts_with(char::is_uppercase) && at > 0) => Word::Be,
            () if has(Class::Have) && lower != "à" => Word::Have,
            () => match grammar().mark(&lower) {
                Some(mark) => Word::Mark(mark),
                None if has(Class::Negation) && !has(Class::Determiner) => Word::Adverb,
                None if has(Class::PersonalPronoun) && !has(Class::Determiner) => Word::Pronoun,
                None if has(Class::Determiner) => Word::Determiner,
                None if has(Class::Adverb)
                    || lower.ends_with("ment")
                        && lower.len() > 8
                        && !has(Class::StateBody)
                        && !has(Class::PartyNoun) =>
                {
                    Word::Adverb
                }
                None if lower.starts_with(|c: char| c.is_ascii_digit()) => Word::Number,
                None => Word::Noun,
            },
        };
        out.push(word);
    }
    out
}

/// A verb with its auxiliaries, and how it stands.
struct Group {
    group: VerbGroup,
    /// "en marge de", "pour signer": what opens an infinitive.
    marker: Option<usize>,
}

fn find_groups(tokens: &Tokens, words: &[Word]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match read_group(tokens, words, at) {
            Some(found) => {
                at = found.group.tokens.end.max(at + 1);
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

/// What the word at `at` is as a verb.
fn verb_row(tokens: &Tokens, at: usize, reflexive: bool, classes: &[&str]) -> Option<&'static VerbRow> {
    let token = tokens.get(at)?;
    let lower = token.text.to_lowercase();
    let rows = grammar().verbs_of(&lower);
    let fits = |row: &&VerbRow| {
        let class = row.class.strip_suffix("-reflexive");
        class.is_some() == reflexive && classes.contains(&class.unwrap_or(row.class))
    };
    rows.iter().find(fits).or_else(|| {
        // "S'est félicité" may be of a verb that is not reflexive by itself.
        let plain = |row: &&VerbRow| reflexive && classes.contains(&row.class);
        rows.iter().find(plain)
    })
}

/// The verb group that begins at `at`.
fn read_group(tokens: &Tokens, words: &[Word], at: usize) -> Option<Group> {
    let word = *words.get(at)?;
    let negated_before = before(words, at, |word| matches!(word, Word::Mark(Mark::Negation)));
    let reflexive_before = before(words, at, |word| matches!(word, Word::Reflexive));
    let lower = tokens.printed(at).to_lowercase();
    let mut group = VerbGroup {
        tokens: at..at + 1,
        head: at,
        verb: None,
        finite: true,
        form: verbs::Form::Third,
        time: Time::Present,
        progressive: false,
        passive: false,
        conditional: false,
        would: false,
        negated: negated_before,
        governors: Vec::new(),
    };
    match word {
        Word::Be | Word::Have => {
            let be = matches!(word, Word::Be);
            let infinitive = lower == "être" || lower == "avoir";
            let mut tense = auxiliary_tense(&lower);
            let mut next = skip_adverbs(words, at + 1);
            // "A eu lieu".
            if !be && matches!(words.get(next), Some(Word::Have)) && tokens.is(next, "eu") {
                tense = Tense::Past;
                next = skip_adverbs(words, next + 1);
            }
            let mut passive = false;
            if tokens.is(next, "ete") && matches!(words.get(next), Some(Word::Be)) {
                passive = true;
                next = skip_adverbs(words, next + 1);
            }
            let row = verb_row(tokens, next, reflexive_before, &["participle", "participle-etre"]);
            let Some(row) = row.filter(|_| next <= at + MAX_BETWEEN && !is_after_break(tokens, at, next)) else {
                // "Aura un entretien", "a lieu".
                if be || infinitive || !matches!(word, Word::Have) {
                    return None;
                }
                let lieu = tokens.is(next, "lieu");
                group.verb = Some(if lieu { &HAVE_PLACE } else { &HAVE });
                group.set_time(tense);
                group.tokens.end = if lieu { next + 1 } else { at + 1 };
                group.head = group.tokens.end - 1;
                return Some(Group { group, marker: None });
            };
            group.verb = Some(&row.verb);
            group.head = next;
            group.tokens.end = next + 1;
            let active_be = be && (reflexive_before || row.class.starts_with("participle-etre"));
            group.passive = passive || be && !active_be;
            let time = match tense {
                Tense::Present if !group.passive || passive => Tense::Past,
                tense => tense,
            };
            group.set_time(time);
            if infinitive {
                group.finite = false;
                group.time = Time::Past;
            }
            Some(chain(tokens, words, group))
        }
        Word::Noun | Word::Adverb => {
            let determined =
                matches!(at.checked_sub(1).map(|before| words[before]), Some(Word::Determiner | Word::Number))
                    || matches!(
                        at.checked_sub(1).map(|before| words[before]),
                        Some(Word::Mark(Mark::Relation(Relation::Of)))
                    ) && !lower.ends_with("er")
                        && !lower.ends_with("ir")
                        && !lower.ends_with("re");
            // "Le quatrième dialogue", "une brève rencontre": a noun, unless somebody stands right before it.
            let led = at.checked_sub(1).is_some_and(|before| {
                matches!(words[before], Word::Atom(_) | Word::Pronoun | Word::Reflexive | Word::Mark(_))
                    || tokens.has(before, Class::Role) && !tokens.has(before, Class::OrdinalWord)
                    || tokens.has(before, Class::PartyNoun)
                    || matches!(tokens.gap(at), Gap::Comma)
            });
            let noun = tokens.has(at, Class::Occasion) && !led;
            if determined || noun || tokens.is_capital(at) && at > 0 {
                return None;
            }
            if let Some(row) = verb_row(tokens, at, reflexive_before, &["present", "future", "conditional", "past"]) {
                // "Les ministres français et américain": nothing that could be a subject stands before it.
                group.verb = Some(&row.verb);
                let class = row.class.strip_suffix("-reflexive").unwrap_or(row.class);
                group.set_time(match class {
                    "future" => Tense::Future,
                    "conditional" => Tense::Conditional,
                    "past" => Tense::Past,
                    _ => Tense::Present,
                });
                return Some(chain(tokens, words, group));
            }
            if let Some(row) = verb_row(tokens, at, reflexive_before, &["infinitive", "gerund"]) {
                group.verb = Some(&row.verb);
                group.finite = false;
                group.time = Time::Open;
                let marker = at.checked_sub(1).filter(|before| matches!(words[*before], Word::Mark(_)));
                return Some(Group { group, marker });
            }
            let row = verb_row(tokens, at, false, &["participle", "participle-etre"])?;
            // "La visite effectuée par X": a participle after its noun.
            group.verb = Some(&row.verb);
            group.finite = false;
            group.passive = true;
            group.time = Time::Past;
            group.form = verbs::Form::Participle;
            Some(Group { group, marker: None })
        }
        _ => None,
    }
}

/// "Doit se rendre", "a décidé de tenir": the infinitive that a verb governs is what is told, governed by it.
fn chain(tokens: &Tokens, words: &[Word], group: VerbGroup) -> Group {
    let mut group = group;
    let government = group.verb.map(|verb| verb.government).unwrap_or_default();
    let governs = government.future || government.hypothetical || government.negative;
    let mut at = skip_adverbs(words, group.tokens.end);
    let led = matches!(words.get(at), Some(Word::Mark(Mark::Relation(Relation::Of | Relation::In))))
        && matches!(tokens.folded(at), "de" | "d" | "a");
    if led {
        at += 1;
    }
    let reflexive = matches!(words.get(at), Some(Word::Reflexive));
    if reflexive {
        at += 1;
    }
    let lemma = group.verb.map_or("", |verb| verb.lemma);
    let modal = matches!(lemma, "devoir" | "pouvoir" | "vouloir" | "aller" | "entendre" | "souhaiter" | "espérer");
    if governs && (led || modal) && !tokens.follows_stop(at) {
        let row = verb_row(tokens, at, reflexive, &["infinitive"]);
        // What somebody decides is a statement of its own; what is only meant, asked or refused is not.
        let said =
            matches!(lemma, "décider" | "convenir" | "s'engager" | "promettre" | "proposer" | "demander" | "accepter");
        if let Some(row) = row.filter(|_| !said) {
            group.governors.push(government);
            group.verb = Some(&row.verb);
            group.head = at;
            group.tokens.end = at + 1;
        }
    }
    Group { group, marker: None }
}

/// The tense of an auxiliary's form.
#[derive(Clone, Copy)]
enum Tense {
    Present,
    Past,
    Future,
    Conditional,
}

fn auxiliary_tense(form: &str) -> Tense {
    match () {
        () if form.ends_with("rait") || form.ends_with("raient") => Tense::Conditional,
        () if form.ends_with("ra") || form.ends_with("ront") || form.ends_with("rons") => Tense::Future,
        () if form.ends_with("ait")
            || form.ends_with("aient")
            || matches!(form, "fut" | "furent" | "eut" | "eurent") =>
        {
            Tense::Past
        }
        () => Tense::Present,
    }
}

impl VerbGroup {
    fn set_time(&mut self, tense: Tense) {
        match tense {
            Tense::Present => self.time = Time::Present,
            Tense::Past => self.time = Time::Past,
            Tense::Future => self.time = Time::Future,
            Tense::Conditional => self.conditional = true,
        }
    }
}

/// "Aura un entretien".
static HAVE: verbs::Verb = verbs::Verb::of_grammar("avoir", NO_GOVERNMENT);
/// "Aura lieu".
static HAVE_PLACE: verbs::Verb = verbs::Verb::of_grammar("avoir lieu", NO_GOVERNMENT);
const NO_GOVERNMENT: Government = Government {
    report: false,
    deny: false,
    negative: false,
    cancel: false,
    future: false,
    hypothetical: false,
    actual: false,
    bare: false,
    dative: false,
    particle: false,
};

/// True if a word for which `is` holds stands among the pronouns and negations right before `at`.
fn before(words: &[Word], at: usize, is: impl Fn(&Word) -> bool) -> bool {
    let near = words[at.saturating_sub(4)..at].iter().rev();
    near.take_while(|word| matches!(word, Word::Mark(Mark::Negation) | Word::Reflexive | Word::Pronoun | Word::Be))
        .any(is)
}

fn skip_adverbs(words: &[Word], at: usize) -> usize {
    let mut at = at;
    while matches!(words.get(at), Some(Word::Adverb)) {
        at += 1;
    }
    at
}

fn is_after_break(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|at| matches!(tokens.gap(at), Gap::Break))
}

fn build(tokens: &Tokens, words: &[Word], groups: Vec<Group>) -> ParsedSentence {
    let end = words.len();
    let mut tags: Vec<Tag> = words.iter().map(tag_of).collect();
    for found in &groups {
        for at in found.group.tokens.clone() {
            if !matches!(tags[at], Tag::Adverb | Tag::Not) {
                tags[at] = Tag::Verb(verbs::Form::Base, found.group.verb);
            }
        }
    }
    let mut clauses: Vec<Clause> = Vec::new();
    let mut shared: Range<usize> = 0..0;
    for found in groups {
        let from = clauses.last().and_then(|clause| clause.verb.as_ref()).map_or(0, |verb| verb.tokens.end);
        let verb = found.group.tokens.clone();
        let opening = open(tokens, words, from, &found, clauses.is_empty());
        if let Some(last) = clauses.last_mut() {
            last.after_verb.end = opening.start.max(last.after_verb.start);
        }
        let before_verb = opening.start..verb.start;
        let mut subject = match opening.kind {
            ClauseKind::Participial | ClauseKind::Relative if opening.antecedent => {
                noun_before(tokens, words, opening.start)
            }
            _ => subject_in(tokens, words, &(opening.from..verb.start)),
        };
        if subject.is_empty()
            && matches!(opening.kind, ClauseKind::Coordinate | ClauseKind::Main | ClauseKind::Infinitive)
        {
            subject = shared.clone();
        }
        if matches!(opening.kind, ClauseKind::Coordinate | ClauseKind::Main) && !subject.is_empty() {
            shared = subject.clone();
        }
        clauses.push(Clause {
            kind: opening.kind,
            parent: clauses.len().checked_sub(1).filter(|_| opening.kind != ClauseKind::Main),
            before_verb,
            verb: Some(found.group),
            after_verb: verb.end..end,
            subject,
            subject_of: None,
            marker: opening.marker,
            slots: Vec::new(),
        });
    }
    if clauses.is_empty() {
        clauses.push(Clause {
            kind: ClauseKind::Nominal,
            parent: None,
            before_verb: 0..end,
            verb: None,
            after_verb: end..end,
            subject: 0..0,
            subject_of: None,
            marker: None,
            slots: Vec::new(),
        });
    }
    for clause in &mut clauses {
        let marker = clause.marker.map_or(clause.before_verb.start, |marker| marker + 1);
        let mut slots = slots_in(tokens, words, marker.max(clause.before_verb.start)..clause.before_verb.end, true);
        slots.extend(slots_in(tokens, words, clause.after_verb.clone(), false));
        clause.slots = slots;
        invert(tokens, clause);
    }
    for at in 1..clauses.len() {
        govern(&mut clauses, at);
    }
    ParsedSentence { tokens: 0..end, tags, clauses }
}

/// ", a annoncé lundi la présidence": the subject of a verb that reports stands after it.
fn invert(tokens: &Tokens, clause: &mut Clause) {
    let reports = clause.verb.as_ref().and_then(|verb| verb.verb).is_some_and(|verb| verb.government.report);
    let comma = clause.verb.as_ref().is_some_and(|verb| tokens.gap(verb.tokens.start) == Gap::Comma);
    if reports
        && comma
        && let Some(slot) = clause.slots.iter_mut().find(|slot| slot.role == SlotRole::Object)
    {
        slot.role = SlotRole::Subject;
        clause.subject = slot.phrase.clone();
    }
}

/// Lets the clause before say what it makes of an infinitive: "décidé **de tenir** un sommet".
fn govern(clauses: &mut [Clause], at: usize) {
    let (before, after) = clauses.split_at_mut(at);
    let (Some(parent), Some(clause)) = (before.last(), after.first_mut()) else { return };
    let Some(around) = parent.verb.as_ref() else { return };
    let government = around.verb.map(|verb| verb.government).unwrap_or_default();
    let Some(verb) = clause.verb.as_mut() else { return };
    match clause.kind {
        ClauseKind::Infinitive if verb.time == Time::Open => {
            let near = parent.after_verb.len() <= 3;
            if government.future && near {
                verb.governors.push(Government { future: true, ..Government::default() });
            } else {
                verb.governors.push(Government { hypothetical: true, ..Government::default() });
            }
            if around.negated {
                verb.negated = true;
            }
        }
        ClauseKind::Complement if government.deny => {
            verb.governors.push(Government { deny: true, ..Government::default() });
        }
        ClauseKind::Complement if government.hypothetical => {
            verb.governors.push(Government { hypothetical: true, ..Government::default() });
        }
        _ => {}
    }
}

/// How a clause begins.
struct Opening {
    kind: ClauseKind,
    start: usize,
    /// Where its subject may begin.
    from: usize,
    marker: Option<usize>,
    /// Its subject is the noun before it.
    antecedent: bool,
}

fn open(tokens: &Tokens, words: &[Word], from: usize, found: &Group, first: bool) -> Opening {
    let verb = found.group.tokens.start;
    let verb = first_of_verb(words, verb);
    let first = first && verb < MAX_LEAD_TOKENS;
    let from = from.max(verb.saturating_sub(MAX_LEAD_TOKENS));
    if !found.group.finite {
        let participle = found.group.form == verbs::Form::Participle;
        let start = found.marker.unwrap_or(verb).max(from);
        let temporal = found.marker.is_some_and(|at| tokens.has(at, Class::Temporal));
        let kind = match () {
            () if participle => ClauseKind::Participial,
            () if temporal => ClauseKind::Temporal,
            () => ClauseKind::Infinitive,
        };
        return Opening { kind, start, from: start, marker: found.marker, antecedent: participle };
    }
    let marker = (from..verb).rev().find(|at| matches!(words[*at], Word::Mark(Mark::Relative | Mark::Condition)));
    let stop = (from.max(1)..verb).rev().find(|at| tokens.follows_stop(*at));
    if let Some(marker) = marker.filter(|marker| stop.is_none_or(|stop| stop <= *marker)) {
        let adverbial = matches!(words[marker], Word::Mark(Mark::Condition));
        let after_verb = marker == from || (from..marker).all(|at| matches!(words[at], Word::Adverb));
        // "Qui s'est tenue": its subject is the noun before it. "Que le conseil approuve": it has one of its own.
        let own = !tokens.is(marker, "qui");
        let kind = match () {
            () if tokens.is(marker, "mais") => ClauseKind::Coordinate,
            () if adverbial => ClauseKind::Adverbial,
            () if own && after_verb && !first => ClauseKind::Complement,
            () if tokens.has(marker, Class::Temporal) => ClauseKind::Temporal,
            () => ClauseKind::Relative,
        };
        // "Qui s'est tenue à Paris, a adopté": a comma and a verb end the relative clause; the first subject goes on.
        return Opening { kind, start: marker, from: marker + 1, marker: Some(marker), antecedent: !own };
    }
    if let Some(stop) = stop {
        return Opening { kind: ClauseKind::Coordinate, start: stop, from: stop, marker: None, antecedent: false };
    }
    if first {
        return Opening { kind: ClauseKind::Main, start: 0, from: 0, marker: None, antecedent: false };
    }
    // "… et a signé": the verb follows at once.
    if verb > from && matches!(words[verb - 1], Word::Mark(Mark::And)) {
        return Opening { kind: ClauseKind::Coordinate, start: verb - 1, from: verb, marker: None, antecedent: false };
    }
    // ", a annoncé la présidence": a verb right after a comma has its subject after it, or shares one.
    if verb > from && tokens.gap(verb) == Gap::Comma {
        return Opening { kind: ClauseKind::Coordinate, start: verb, from: verb, marker: None, antecedent: false };
    }
    let comma = (from.max(1)..=verb).find(|at| {
        tokens.gap(*at) == Gap::Comma && (*at == verb || !subject_in(tokens, words, &(*at..verb)).is_empty())
    });
    let and = (from..verb).rev().find(|at| {
        matches!(words[*at], Word::Mark(Mark::And)) && !subject_in(tokens, words, &(*at + 1..verb)).is_empty()
    });
    let start = comma.or(and).unwrap_or_else(|| noun_before(tokens, words, verb).start.max(from).min(verb));
    let start = if start == 0 { from } else { start };
    Opening { kind: ClauseKind::Coordinate, start, from: start, marker: None, antecedent: false }
}

/// The first of the pronouns and negations before the verb at `at`.
fn first_of_verb(words: &[Word], at: usize) -> usize {
    let mut at = at;
    while at > 0 && matches!(words[at - 1], Word::Mark(Mark::Negation) | Word::Reflexive) {
        at -= 1;
    }
    at
}

fn is_nominal(word: &Word) -> bool {
    matches!(word, Word::Noun | Word::Number | Word::Determiner)
        || matches!(word, Word::Atom(kind) if *kind != AtomKind::Time)
}

/// The noun phrase that ends right before token `at`; empty if none does.
fn noun_before(tokens: &Tokens, words: &[Word], at: usize) -> Range<usize> {
    let mut start = at;
    while start > at.saturating_sub(MAX_PHRASE_TOKENS) {
        let word = &words[start - 1];
        let inside = is_nominal(word) || matches!(word, Word::Mark(Mark::Relation(Relation::Of)));
        let joined = start == at || matches!(tokens.gap(start), Gap::Space | Gap::Join);
        if !inside || !joined && start < at {
            break;
        }
        start -= 1;
    }
    start..at
}

/// The noun phrases of `range` that no preposition governs, from the first to the last: a subject with its appositions.
fn subject_in(tokens: &Tokens, words: &[Word], range: &Range<usize>) -> Range<usize> {
    let slots = slots_in(tokens, words, range.clone(), true);
    let subjects: Vec<&Slot> = slots.iter().filter(|slot| slot.role == SlotRole::Subject).collect();
    match (subjects.first(), subjects.last()) {
        (Some(first), Some(last)) => first.phrase.start..last.phrase.end,
        _ => 0..0,
    }
}

/// The phrases of `range`, each with its preposition.
fn slots_in(tokens: &Tokens, words: &[Word], range: Range<usize>, leading: bool) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    let mut preposition: Option<usize> = None;
    let mut at = range.start;
    while at < range.end.min(words.len()) {
        match words[at] {
            Word::Atom(AtomKind::Time) => {
                let end = (at..range.end)
                    .find(|next| !matches!(words[*next], Word::Atom(AtomKind::Time)))
                    .unwrap_or(range.end);
                let role = SlotRole::Time(preposition.take());
                out.push(Slot { role, governor: Governor::Verb, phrase: at..end, head: end - 1, leading });
                at = end;
            }
            // "Le 29 mai".
            Word::Determiner if matches!(words.get(at + 1), Some(Word::Atom(AtomKind::Time))) => at += 1,
            // "Ont tenu des consultations", "Des déclarations": an article.
            Word::Mark(Mark::Relation(Relation::Of)) if preposition.is_some() || at == range.start => at += 1,
            Word::Mark(Mark::Relation(_)) => {
                preposition = Some(at);
                at += 1;
            }
            Word::Pronoun if leading => {
                let slot =
                    Slot { role: SlotRole::Subject, governor: Governor::Verb, phrase: at..at + 1, head: at, leading };
                out.push(slot);
                at += 1;
            }
            word if is_nominal(&word) => {
                let end = phrase_end(tokens, words, at, range.end);
                let role = match preposition.take() {
                    Some(token) => SlotRole::Complement(token),
                    None if leading => SlotRole::Subject,
                    // "Rencontrera son homologue, Sergueï X": what follows the comma says who that is.
                    None if matches!(tokens.gap(at), Gap::Comma)
                        && out
                            .last()
                            .is_some_and(|last| !matches!(last.role, SlotRole::Time(_)) && last.phrase.end == at) =>
                    {
                        if let Some(last) = out.last_mut() {
                            last.phrase.end = end;
                        }
                        at = end;
                        continue;
                    }
                    None => SlotRole::Object,
                };
                let head = (at..end).find(|at| matches!(words[*at], Word::Noun | Word::Atom(_))).unwrap_or(at);
                out.push(Slot { role, governor: Governor::Verb, phrase: at..end, head, leading });
                at = end;
            }
            Word::Adverb => at += 1,
            _ => {
                if !matches!(words[at], Word::Mark(Mark::And)) {
                    preposition = None;
                }
                at += 1;
            }
        }
    }
    out
}

/// The token after the noun phrase that begins at `at`: its words, "de" with what follows, and what "et" and commas coordinate
/// with it.
fn phrase_end(tokens: &Tokens, words: &[Word], at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    let limit = limit.min(at + MAX_PHRASE_TOKENS);
    while end < limit {
        let joined = matches!(tokens.gap(end), Gap::Space | Gap::Join);
        let word = &words[end];
        let next = words.get(end + 1).filter(|_| end + 1 < limit);
        let goes_on = match word {
            Word::Mark(Mark::Relation(Relation::Of)) => joined && next.is_some_and(is_nominal),
            Word::Mark(Mark::And) => joined && next.is_some_and(is_nominal),
            word if is_nominal(word) && joined => {
                !matches!(words.get(end + 1), Some(Word::Atom(AtomKind::Time))) || !matches!(word, Word::Determiner)
            }
            // "La Suisse, la France et le Mali".
            word if is_nominal(word) => matches!(tokens.gap(end), Gap::Comma) && is_listed(tokens, words, end, limit),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    while end > at + 1 && matches!(words[end - 1], Word::Mark(_) | Word::Determiner) {
        end -= 1;
    }
    end
}

/// True if the phrases from `at` on, parted by commas, come to an "et".
fn is_listed(tokens: &Tokens, words: &[Word], at: usize, limit: usize) -> bool {
    let end = limit.min(at + MAX_LIST_TOKENS).min(words.len());
    let inside = |next: &usize| {
        let word = &words[*next];
        matches!(word, Word::Mark(Mark::Relation(Relation::Of))) || is_nominal(word) && !tokens.follows_stop(*next)
    };
    let last = (at..end).find(|next| !inside(next));
    last.is_some_and(|last| matches!(words[last], Word::Mark(Mark::And)))
}

fn tag_of(word: &Word) -> Tag {
    match word {
        Word::Atom(AtomKind::Time) => Tag::Time,
        Word::Atom(kind) => Tag::Name(*kind),
        Word::Mark(Mark::And) => Tag::Coordinator,
        Word::Mark(Mark::Negation) => Tag::Not,
        Word::Mark(Mark::Relative) => Tag::Relative,
        Word::Mark(Mark::Condition) => Tag::Subordinator,
        Word::Mark(_) => Tag::Preposition,
        Word::Determiner => Tag::Determiner,
        Word::Pronoun | Word::Reflexive => Tag::Pronoun,
        Word::Be => Tag::Be(verbs::Form::Third),
        Word::Have => Tag::Have(verbs::Form::Third),
        Word::Adverb => Tag::Adverb,
        Word::Number => Tag::Number,
        Word::Noun => Tag::Noun,
    }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, MARKS, NOUNS, VERBS, read};
    use crate::describe::describe;

    #[test]
    fn the_tables_are_sorted_and_understood() {
        super::super::tables::tests::check(MARKS, VERBS, ENDINGS, NOUNS);
    }

    #[test]
    fn clauses_are_those_of_the_verbs() {
        for (text, expected) in [
            (
                "Les ministres ont signé un accord à Paris.",
                &["main | subject: Les ministres | verb: ont signé (signer, happened) | object: un accord | à: Paris"]
                    [..],
            ),
            (
                "La réunion s’est tenue à Berne.",
                &["main | subject: La réunion | verb: est tenue (se tenir, happened) | à: Berne"],
            ),
            (
                "Le ministre n’a pas rencontré son homologue.",
                &["main | subject: Le ministre | verb: a pas rencontré (rencontrer, negated) | object: son homologue"],
            ),
            (
                "Le ministre se rendra en Suisse et rencontrera la présidente.",
                &[
                    "main | subject: Le ministre | verb: rendra (se rendre, planned) | en: Suisse",
                    "coordinate | subject: Le ministre | verb: rencontrera (rencontrer, planned) | object: la présidente",
                ],
            ),
            (
                "L’accord a été signé par les ministres.",
                &["main | subject: L’accord | verb: a été signé (signer, happened, passive) | par: les ministres"],
            ),
        ] {
            let reading = read(text, &[]);
            assert_eq!(describe(&reading.parsed, &reading.tokens), expected, "{text}");
        }
    }
}
