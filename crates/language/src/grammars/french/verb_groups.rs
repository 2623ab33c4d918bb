//! French verbs with their auxiliaries: "a été signé", "doit se rendre".

use super::grammar;
use super::words::Word;
use crate::class::Class;
use crate::grammars::Relation;
use crate::grammars::tables::{Mark, VerbRow};
use crate::token::{Gap, Tokens};
use crate::verb_group::{Time, VerbGroup};
use crate::verbs::{self, Government};

/// Adverbs between an auxiliary and its participle, at most.
const MAX_BETWEEN: usize = 5;

/// A verb with its auxiliaries, and its form.
pub(super) struct Group {
    pub(super) group: VerbGroup,
    /// "en marge de", "pour signer": what opens an infinitive.
    pub(super) marker: Option<usize>,
}

pub(super) fn find_groups(tokens: &Tokens, words: &[Word]) -> Vec<Group> {
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

/// The first row for the word at `at` that is of one of `classes`.
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
    let reader = GroupReader {
        tokens,
        words,
        at,
        negated: before(words, at, |word| matches!(word, Word::Mark(Mark::Negation))),
        reflexive: before(words, at, |word| matches!(word, Word::Reflexive)),
    };
    match word {
        Word::Be => reader.compound(Auxiliary::Be),
        Word::Have => reader.compound(Auxiliary::Have),
        Word::Noun | Word::Adverb if !reader.is_noun() => reader.simple(),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Auxiliary {
    Be,
    Have,
}

/// Reads the verb group that begins at one word.
struct GroupReader<'a> {
    tokens: &'a Tokens<'a>,
    words: &'a [Word],
    at: usize,
    /// "Ne" comes before it.
    negated: bool,
    /// "Se" comes before it.
    reflexive: bool,
}

impl GroupReader<'_> {
    /// The word by itself, as a finite verb of the present.
    fn group(&self) -> VerbGroup {
        VerbGroup {
            tokens: self.at..self.at + 1,
            head: self.at,
            verb: None,
            finite: true,
            form: verbs::Form::Third,
            time: Time::Present,
            progressive: false,
            passive: false,
            conditional: false,
            would: false,
            negated: self.negated,
            governors: Vec::new(),
        }
    }

    fn row(&self, at: usize, classes: &[&str]) -> Option<&'static VerbRow> {
        verb_row(self.tokens, at, self.reflexive, classes)
    }

    /// An auxiliary with its participle: "a signé", "est arrivé", "a été reçu".
    fn compound(&self, auxiliary: Auxiliary) -> Option<Group> {
        let Self { tokens, words, at, .. } = *self;
        let lower = tokens.printed(at).to_lowercase();
        let infinitive = lower == "être" || lower == "avoir";
        let be = auxiliary == Auxiliary::Be;
        let mut tense = auxiliary_tense(&lower);
        let mut next = skip_adverbs(words, at + 1);
        // "A eu lieu", "a eu un entretien".
        let mut had = at + 1;
        if !be && matches!(words.get(next), Some(Word::Have)) && tokens.is(next, "eu") {
            tense = Tense::Past;
            had = next + 1;
            next = skip_adverbs(words, next + 1);
        }
        let has_been = tokens.is(next, "ete") && matches!(words.get(next), Some(Word::Be));
        if has_been {
            next = skip_adverbs(words, next + 1);
        }
        let row = self.row(next, &["participle", "participle-etre"]);
        let near = next <= at + MAX_BETWEEN && !is_after_break(tokens, at, next);
        let Some(row) = row.filter(|_| near) else {
            return (!be && !infinitive).then(|| self.have(tense, had, next));
        };
        let mut group = self.group();
        group.verb = Some(&row.verb);
        group.head = next;
        group.tokens.end = next + 1;
        let active_be = be && (self.reflexive || row.class.starts_with("participle-etre"));
        group.passive = has_been || be && !active_be;
        group.set_time(match tense {
            Tense::Present if !group.passive || has_been => Tense::Past,
            tense => tense,
        });
        if infinitive {
            group.finite = false;
            group.time = Time::Past;
        }
        Some(chain(tokens, words, group))
    }

    /// "Aura un entretien", "a lieu": the verb "avoir" itself, which ends before token `end`; `next` is the word after it and its adverbs.
    fn have(&self, tense: Tense, end: usize, next: usize) -> Group {
        let takes_place = self.tokens.is(next, "lieu");
        let mut group = self.group();
        group.verb = Some(if takes_place { &HAVE_PLACE } else { &HAVE });
        group.set_time(tense);
        group.tokens.end = if takes_place { next + 1 } else { end };
        group.head = group.tokens.end - 1;
        Group { group, marker: None }
    }

    /// True if the words before show that the word is a noun: "le quatrième dialogue", "une brève rencontre".
    fn is_noun(&self) -> bool {
        let Self { tokens, words, at, .. } = *self;
        let lower = tokens.printed(at).to_lowercase();
        let before = at.checked_sub(1).map(|before| words[before]);
        let infinitive = lower.ends_with("er") || lower.ends_with("ir") || lower.ends_with("re");
        let determined = match before {
            Some(Word::Determiner | Word::Number) => true,
            Some(Word::Mark(Mark::Relation(Relation::Of))) => !infinitive,
            _ => false,
        };
        // Somebody comes right before it.
        let led = at.checked_sub(1).is_some_and(|before| {
            matches!(words[before], Word::Atom(_) | Word::Pronoun | Word::Reflexive | Word::Mark(_))
                || tokens.has(before, Class::Role) && !tokens.has(before, Class::OrdinalWord)
                || tokens.has(before, Class::PartyNoun)
                || matches!(tokens.gap(at), Gap::Comma)
        });
        determined || tokens.has(at, Class::Occasion) && !led || tokens.is_capital(at) && at > 0
    }

    /// A verb without an auxiliary: "rencontre", "rencontrera", "pour signer", "effectuée".
    fn simple(&self) -> Option<Group> {
        let Self { tokens, words, at, .. } = *self;
        let mut group = self.group();
        if let Some(row) = self.row(at, &["present", "future", "conditional", "past"]) {
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
        if let Some(row) = self.row(at, &["infinitive", "gerund"]) {
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
}

/// "Doit se rendre", "a décidé de tenir": the infinitive that a verb governs is what is reported, governed by it.
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

/// True if `is` is true for one of the pronouns and negations right before `at`.
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
