//! Engagements: which occasions a document tells of, when, where and between whom.
//!
//! An occasion is one where its words are a name with a number, a date or a verb of taking place, or common words
//! ("consultations") behind such a verb with somebody who takes part. A date must stand in the same clause.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Evidence, Fact, Party};
use entente_language::values::DateMention as When;
use entente_names::gazetteer::countries::COUNTRIES;
use entente_names::gazetteer::places::PLACES;
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::actors;
use super::occasion::{self, Took};
use super::phrase::{self, Phrase};
use super::resolve::resolve;
use super::view::{Named, Sentence, View};

/// An occasion as one sentence tells of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) passage: u32,
    /// Bytes of the reading text that call it.
    pub(crate) name: Range<usize>,
    /// The name's words without its number, year and small words, folded.
    pub(crate) key: Vec<String>,
    pub(crate) kind: EngagementKind,
    pub(crate) ordinal: Option<u16>,
    /// It has a name of its own.
    pub(crate) named: bool,
    /// It speaks of an occasion told before ("the dialogue").
    pub(crate) definite: bool,
    /// A verb alone tells it ("signed an MOU").
    pub(crate) deed: bool,
    /// States and blocs in its name.
    pub(crate) states: Vec<u32>,
    /// Nothing but another telling of it shows that it is one.
    pub(crate) weak: bool,
    pub(crate) date: Option<Fact<PartialDate>>,
    /// Whether it took place, where the text tells.
    pub(crate) status: Option<EngagementStatus>,
    pub(crate) place: Option<Range<usize>>,
    pub(crate) participants: Vec<Party>,
    pub(crate) topics: Vec<u32>,
    pub(crate) evidence: Evidence,
    /// Further sentences that tell of it: who came.
    pub(crate) also: Vec<Evidence>,
    /// Folded words that tell the level.
    pub(crate) about: String,
    pub(crate) rule: &'static str,
}

/// Who a pronoun stands for, as far as it is known where a passage begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speakers {
    pub(crate) parties: Vec<Party>,
}

/// The occasions of one passage, in its order.
pub(crate) fn read(view: &View, sentences: &[Sentence], speakers: &Speakers, out: &mut Vec<Draft>) {
    let mut before = speakers.clone();
    // The one occasion that the sentence before tells of.
    let mut only: Option<usize> = None;
    for sentence in sentences {
        let (kind, came) = attended(view, sentence);
        // What the next sentence says of those who took part, it says of the same occasion.
        let goes_on = only.filter(|only| {
            !came.is_empty()
                && out.get(*only).is_some_and(|told| !told.deed && kind.is_none_or(|kind| kind == told.kind))
        });
        if let Some(draft) = goes_on.and_then(|only| out.get_mut(only)) {
            for party in came {
                if draft.participants.iter().all(|known| known.entity != party.entity) {
                    draft.participants.push(party);
                }
            }
            draft.also.extend(view.evidence(sentence.passage, sentence.range.clone()));
        }
        let told = out.len();
        let phrases = phrase::find(sentence);
        for (n, phrase) in phrases.iter().enumerate() {
            let from = n.checked_sub(1).map_or(0, |before| phrases[before].words.end);
            // "A workshop and an exercise in October": what is said of the last is said of both.
            let last = (n..phrases.len() - 1).find(|n| !coordinated(sentence, &phrases[*n], &phrases[n + 1]));
            let last = last.unwrap_or(phrases.len() - 1);
            let right = phrases[last].words.end.max(phrase.words.end);
            let to = phrases.get(last + 1).map_or(sentence.words.len(), |next| next.words.start);
            let scene =
                Scene { view, sentence, phrase, left: from..phrase.words.start, right: right..to, before: &before };
            out.extend(scene.read());
        }
        super::deeds::read(view, sentence, &before, out);
        super::meetings::read(view, sentence, &before, out);
        only = (out.len() == told + 1).then_some(told).or(goes_on);
        let opening = opening_actors(view, sentence);
        if !opening.is_empty() {
            before.parties = opening;
        }
    }
}

/// "**It was attended by** officials of Samoa and Tonga", "Officials of Samoa and Tonga **attended the meeting**": who took
/// part in the occasion of the sentence before, and of what kind that is, where it says so.
fn attended(view: &View, sentence: &Sentence) -> (Option<EngagementKind>, Vec<Party>) {
    let words: Vec<&str> = (0..4).map(|at| sentence.word(at)).collect();
    let took_part = |at: &usize| {
        let behind = |n: usize| sentence.word(at + n);
        match sentence.word(*at) {
            "attended" => behind(1) == "the" && occasion::head(behind(2)).is_some() && sentence.words.len() <= at + 4,
            "participated" => behind(1) == "as" && matches!(behind(2), "observers" | "guests"),
            _ => false,
        }
    };
    if let Some(at) = (1..sentence.words.len()).find(took_part) {
        let clause = sentence.range.start..sentence.words[at].start;
        let denied = (0..at).any(|at| matches!(sentence.word(at), "not" | "never" | "nobody"));
        let come = sentence.actors_in(&clause).filter(|named| !denied && named.kind != EntityKind::Forum);
        let kind = occasion::head(sentence.word(at + 2)).map(|(kind, _)| kind);
        return (kind, come.filter_map(|named| party(view, sentence, named)).collect());
    }
    if !matches!(words[..], ["it", "was" | "is", "attended" | "joined", "by"]) {
        return (None, Vec::new());
    }
    let from = sentence.words[3].end;
    let ends = |at: &usize| BREAKS.contains(&sentence.word(*at));
    let to = (4..sentence.words.len()).find(ends).map_or(sentence.range.end, |at| sentence.words[at].start);
    (None, sentence.actors_in(&(from..to)).filter_map(|named| party(view, sentence, named)).collect())
}

/// True where nothing but "and" and an article stands between two occasions.
fn coordinated(sentence: &Sentence, first: &Phrase, second: &Phrase) -> bool {
    let between: Vec<&str> = (first.words.end..second.words.start).map(|at| sentence.word(at)).collect();
    let small = |word: &&str| matches!(*word, "and" | "a" | "an" | "the");
    first.kind != second.kind && between.contains(&"and") && between.len() <= 2 && between.iter().all(small)
}

/// Who the sentence begins with: what "it" means in the next.
fn opening_actors(view: &View, sentence: &Sentence) -> Vec<Party> {
    let first = sentence.named.iter().find(|name| name.acts());
    let opens = first.filter(|name| {
        let before = sentence.text.get(sentence.range.start..name.range.start).unwrap_or("");
        before.split_whitespace().count() <= 1
            || before.trim_end().ends_with(',') && before.split_whitespace().count() <= 7
    });
    opens.and_then(|name| party(view, sentence, name)).into_iter().collect()
}

pub(crate) fn party(view: &View, sentence: &Sentence, name: &Named) -> Option<Party> {
    Some(Party { span: view.span(sentence.passage, name.range.clone())?, entity: Some(name.entity) })
}

/// A phrase in its sentence.
struct Scene<'a> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'a>,
    phrase: &'a Phrase,
    /// Words between the phrase before and this one.
    left: Range<usize>,
    /// Words between this one and the next.
    right: Range<usize>,
    before: &'a Speakers,
}

/// The verb of an occasion: where it stands, and what it says.
#[derive(Clone, Copy)]
struct Verb {
    at: usize,
    status: Option<EngagementStatus>,
    /// It stands before the phrase: its subject holds or attends.
    leads: bool,
}

/// Words that end what is said of an occasion.
const BREAKS: &[&str] = &[
    "where",
    "which",
    "who",
    "whose",
    "whom",
    "based",
    "prior",
    "while",
    "before",
    "after",
    "following",
    "although",
    "because",
    "until",
];
/// How something came to be that an occasion is of.
const ORIGINS: &[&str] = &[
    "announced",
    "launched",
    "established",
    "founded",
    "created",
    "adopted",
    "proposed",
    "issued",
    "initiated",
    "signed",
];
/// Behind "and", these tell of something else that was done.
const OTHER_DEEDS: &[&str] = &["signed", "inspected", "witnessed", "exchanged", "toured", "inaugurated", "delivered"];
/// Before an occasion, these tell of something else by it.
const ASIDE: &[&str] = &["before", "after", "following", "during", "since", "until", "beyond", "of", "from"];
/// Words before common nouns that say which occasion they mean.
const SPECIFIC: &[&str] = &["a", "an", "the", "this", "their", "its", "another", "each", "first", "our"];
/// Heads that are occasions only under a name or a number.
const NAMED_ONLY: &[&str] = &[
    "session",
    "sessions",
    "inspection",
    "inspections",
    "talk",
    "ministerial",
    "congress",
    "exercise",
    "exercises",
    "drill",
    "drills",
];
/// What makes an exercise one of forces.
const FORCES: &[&str] = &[
    "joint",
    "combined",
    "military",
    "naval",
    "field",
    "tabletop",
    "live",
    "fire",
    "multinational",
    "maritime",
    "합동",
    "연합",
];
/// Who comes together, before "of" and their states.
const COMING: &[&str] = &[
    "members",
    "representatives",
    "delegates",
    "delegations",
    "officials",
    "experts",
    "leaders",
    "heads",
    "ministers",
    "governments",
    "participants",
];
/// Years behind a text's own from which on a bare year in it is an aim and no occasion's.
const FAR: u32 = 5;
/// Meetings with reporters are no engagements.
const NOT_MEETINGS: &[&str] = &["press", "news", "video", "staff", "board"];

impl Scene<'_> {
    fn read(&self) -> Vec<Draft> {
        let phrase = self.phrase;
        let verb = self.verb();
        let dates = self.dates(verb);
        let several = self.several();
        let right_states = self.sentence.actors_in(&self.bytes(&self.reach())).any(Named::is_state);
        let inside_states = self.sentence.actors_in(&self.bytes(&phrase.words)).any(Named::is_state);
        let head = self.sentence.word(phrase.head);
        let before = phrase.words.start.checked_sub(1).map_or("", |at| self.sentence.word(at));
        let modifiers: Vec<&str> =
            phrase.words.clone().filter(|at| *at < phrase.head).map(|at| self.sentence.word(at)).collect();
        let further = phrase.words.start.checked_sub(2).map_or("", |at| self.sentence.word(at));
        // "This is a meeting held in accordance with …" says what something is; what it is was told before.
        let predicate = matches!(before, "a" | "an") && matches!(further, "is" | "was" | "as" | "of");
        let told = |words: &[&str]| self.reach().any(|at| words.contains(&self.sentence.word(at)));
        // What did not take place is no occasion.
        if told(&["cancelled", "canceled", "suspended"]) || told(&["not", "never"]) && verb.is_some() {
            return Vec::new();
        }
        let of_press =
            |word: &&str| NOT_MEETINGS.contains(word) && !(*word == "video" && phrase.kind == EngagementKind::Call);
        // "The Memorandum of 5 May (Tribal Consultation)" says what a paper is about.
        let ahead = self.sentence.text.get(self.sentence.range.start..self.bytes(&phrase.words).start).unwrap_or("");
        let opened = ahead.rfind('(').is_some_and(|open| ahead.rfind(')').is_none_or(|close| close < open));
        let closed = self.sentence.behind(phrase.words.end.saturating_sub(1)).starts_with(')');
        let bracketed = opened && closed && phrase.ordinal.is_none() && phrase.year.is_none() && verb.is_none();
        if predicate || bracketed || modifiers.iter().any(of_press) {
            return Vec::new();
        }
        let dated = !dates.is_empty() || phrase.year.is_some();
        let shown = verb.is_some_and(|verb| verb.status.is_some());
        let forces = phrase.kind != EngagementKind::Exercise
            || phrase.named
            || modifiers.iter().any(|word| FORCES.contains(word));
        let allowed = phrase.named
            || phrase.ordinal.is_some()
            || !NAMED_ONLY.contains(&head)
            || phrase.kind == EngagementKind::Exercise;
        // "The U.S. Congress" makes laws; "the 12th World Congress" is held.
        let legislature = matches!(head, "congress")
            && phrase.ordinal.is_none()
            && phrase.year.is_none()
            && !modifiers.iter().any(|word| matches!(*word, "world" | "international"));
        if !forces || !allowed || legislature {
            return Vec::new();
        }
        let weak = if phrase.kind == EngagementKind::Visit && !phrase.named {
            // "his state visit to the United States": somewhere to go makes it one.
            !(self.goes_somewhere() && (shown || dated || !modifiers.is_empty()))
        } else if phrase.named || phrase.ordinal.is_some() {
            !(phrase.ordinal.is_some() || dated || shown)
        } else if phrase.plural {
            let state = right_states || inside_states || verb.is_some_and(|verb| !self.subject(verb).is_empty());
            let own = phrase.year.is_some() && modifiers.len() > 1;
            !(own || several.len() > 1 || shown && state && (self.holds(verb) || dated))
        } else {
            let specific = phrase.definite || SPECIFIC.contains(&before) || !modifiers.is_empty() || head == "talks";
            let state = right_states || inside_states;
            !(specific
                && (shown && (dated || state || verb.is_some_and(|verb| !self.subject(verb).is_empty()))
                    || dated && inside_states))
        };
        // A word that could be anything is told only where something else tells of it.
        if weak && !phrase.named && !phrase.definite {
            return Vec::new();
        }
        if several.len() > 1 {
            return several
                .into_iter()
                .filter_map(|(name, date)| self.draft(verb, Some(date), Some(name), weak))
                .collect();
        }
        self.draft(verb, dates.first().copied(), None, weak).into_iter().collect()
    }

    fn draft(&self, verb: Option<Verb>, date: Option<&When>, with: Option<&Named>, weak: bool) -> Option<Draft> {
        let phrase = self.phrase;
        let sentence = self.sentence;
        let name = self.bytes(&phrase.words);
        let date = self.fact(date);
        let status = self.status(verb, date.as_ref());
        let mut participants: Vec<Party> = Vec::new();
        let mut push = |party: Party| {
            if participants.iter().all(|known| known.entity != party.entity || party.entity.is_none()) {
                participants.push(party);
            }
        };
        for named in self.sides(&name) {
            party(self.view, sentence, named).into_iter().for_each(&mut push);
        }
        if let Some(verb) = verb.filter(|verb| verb.leads) {
            self.subject(verb).into_iter().for_each(&mut push);
        }
        match with {
            Some(named) => party(self.view, sentence, named).into_iter().for_each(&mut push),
            None => self.companions().into_iter().for_each(&mut push),
        }
        let mut states: Vec<u32> =
            self.sides(&name).into_iter().filter(|named| named.is_state()).map(|named| named.entity).collect();
        states.sort_unstable();
        states.dedup();
        let evidence = self.view.evidence_around(sentence.passage, sentence.range.clone(), name.clone())?;
        let topics = {
            let inside: Vec<Named> =
                sentence.named.iter().filter(|named| super::make::overlaps(&named.range, &name)).cloned().collect();
            let of_name = super::make::entities(&inside, EntityKind::Topic);
            if of_name.is_empty() { super::make::entities(&sentence.named, EntityKind::Topic) } else { of_name }
        };
        let rule = match (phrase.ordinal, phrase.named, with) {
            (_, _, Some(_)) => "one-of-several",
            (Some(_), _, _) => "numbered-occasion",
            (None, true, _) => "named-occasion",
            (None, false, _) => "occasion-behind-verb",
        };
        Some(Draft {
            passage: sentence.passage,
            key: key(sentence, phrase),
            kind: phrase.kind,
            ordinal: phrase.ordinal,
            named: phrase.named,
            definite: phrase.definite,
            weak,
            deed: false,
            states,
            date,
            status,
            place: self.place().or_else(|| self.place_of_gathering(verb)),
            participants,
            topics,
            evidence,
            also: Vec::new(),
            about: self.rank(verb),
            rule,
            name,
        })
    }

    /// Who the name says it is between. In "U.S.-DPRK Singapore Summit" the pair are the sides; what else is named is
    /// where it was held.
    fn sides(&self, name: &Range<usize>) -> Vec<&Named> {
        let all: Vec<&Named> = self.sentence.actors_in(name).filter(|named| named.kind != EntityKind::Forum).collect();
        let joined = |a: &Named, b: &Named| {
            let gap = self.sentence.text.get(a.range.end..b.range.start).unwrap_or("");
            matches!(gap.trim_matches(['.', ' ']), "-" | "–" | "—" | "‑")
        };
        let paired = |n: usize| {
            n.checked_sub(1).is_some_and(|before| joined(all[before], all[n]))
                || all.get(n + 1).is_some_and(|next| joined(all[n], next))
        };
        let pairs = (0..all.len()).any(paired);
        (0..all.len()).filter(|n| !pairs || paired(*n) || !all[*n].is_state()).map(|n| all[n]).collect()
    }

    /// The words that show who meets: the name first; of what leads to it only those of the people.
    fn rank(&self, verb: Option<Verb>) -> String {
        let name = fold(&self.sentence.text[self.bytes(&self.phrase.words)]);
        if occasion::level(&name) != entente_corpus::EngagementLevel::Unknown {
            return name;
        }
        let led =
            verb.filter(|verb| verb.leads).map_or(self.sentence.range.start, |verb| self.sentence.words[verb.at].start);
        fold(self.sentence.text.get(self.sentence.range.start..led).unwrap_or(""))
    }

    fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let words = self.sentence.words.get(words.clone()).unwrap_or(&[]);
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => {
                let short = self.sentence.text[..last.end].rfind('(').is_some_and(|at| at > first.start)
                    && self.sentence.text[last.end..].starts_with(')');
                first.start..last.end + usize::from(short)
            }
            _ => self.sentence.range.start..self.sentence.range.start,
        }
    }

    /// The words behind the phrase that still speak of it.
    fn reach(&self) -> Range<usize> {
        let breaks = |at: &usize| {
            let word = self.sentence.word(*at);
            BREAKS.contains(&word)
                || self.tells_of_a_beginning(*at)
                || word == "and" && self.begins_clause(*at)
                || word == "and"
                    && (occasion::taking(self.sentence.word(at + 1)).is_some()
                        || OTHER_DEEDS.contains(&self.sentence.word(at + 1))
                        || super::lexicon::verb(self.sentence.word(at + 1)).is_some())
                || self.sentence.behind(at.saturating_sub(1)).contains(';')
        };
        let end = self.right.clone().find(breaks).unwrap_or(self.right.end);
        self.right.start..end
    }

    /// "The first meeting of the network **announced by** the President in May": when that was, and by whom, is not when and by
    /// whom the meeting is held.
    fn tells_of_a_beginning(&self, at: usize) -> bool {
        let helper = |word: &str| {
            matches!(
                word,
                "was" | "were" | "is" | "are" | "be" | "been" | "being" | "has" | "have" | "had" | "and" | "also"
            )
        };
        ORIGINS.contains(&self.sentence.word(at))
            && matches!(self.sentence.word(at + 1), "by" | "in" | "on" | "at" | "under" | "during")
            && at.checked_sub(1).is_some_and(|before| !helper(self.sentence.word(before)))
    }

    /// "…, and in September Korea chaired the 8th": what stands behind is another occasion's.
    fn begins_clause(&self, and: usize) -> bool {
        let comma = and.checked_sub(1).is_some_and(|before| self.sentence.behind(before).contains(','));
        comma
            && (and + 1..self.right.end).any(|at| {
                let took = occasion::taking(self.sentence.word(at));
                matches!(took, Some(Took::Past | Took::Present))
            })
    }

    /// "On the eve of the fifth meeting": it is still to come, and what is held is another.
    fn is_ahead(&self) -> bool {
        (2..=4).any(|n| self.phrase.words.start.checked_sub(n).is_some_and(|at| self.sentence.word(at) == "eve"))
    }

    /// The verb that says whether it took place.
    fn verb(&self) -> Option<Verb> {
        let sentence = self.sentence;
        let word = |at: usize| sentence.word(at);
        if self.is_ahead() {
            return None;
        }
        // "will take place", "was held", "scheduled to be held", "took place".
        let near = self.right.clone().take(16).find(|at| {
            matches!(
                word(*at),
                "held"
                    | "place"
                    | "convened"
                    | "reconvened"
                    | "scheduled"
                    | "hosted"
                    | "conducted"
                    | "opened"
                    | "begin"
                    | "begins"
                    | "began"
            ) && (word(*at) != "place"
                || at
                    .checked_sub(1)
                    .is_some_and(|before| matches!(word(before), "take" | "took" | "takes" | "taken" | "taking")))
                && (*at == self.right.start
                    || at.checked_sub(1).is_some_and(|before| {
                        matches!(
                            word(before),
                            "be" | "is"
                                | "was"
                                | "were"
                                | "are"
                                | "been"
                                | "being"
                                | "take"
                                | "took"
                                | "takes"
                                | "taken"
                                | "taking"
                                | "to"
                                | "will"
                                | "also"
                                | "scheduled"
                        )
                    }))
        });
        if let Some(at) = near {
            let run: Vec<&str> = (self.right.start..=at).map(word).collect();
            let has = |words: &[&str]| run.iter().any(|word| words.contains(word));
            let status = if has(&["will", "to", "scheduled", "is", "are", "shall"]) && !has(&["annually"]) {
                EngagementStatus::Planned
            } else {
                EngagementStatus::Held
            };
            return Some(Verb { at, status: Some(status), leads: false });
        }
        // Korean puts the verb last.
        if let Some(at) = self
            .right
            .clone()
            .find(|at| sentence.words[*at].text.contains("개최") || sentence.words[*at].text.starts_with("열"))
        {
            let text = &sentence.text[sentence.words[at].start..sentence.range.end];
            let future =
                text.contains("예정") || text.contains("한다") || text.contains("될") || text.contains("열린다");
            return Some(Verb {
                at,
                status: Some(if future { EngagementStatus::Planned } else { EngagementStatus::Held }),
                leads: false,
            });
        }
        // "visited the minister before the dialogue" says nothing of the dialogue but that it was.
        let led = self.phrase.words.start.checked_sub(1).filter(|at| !SPECIFIC.contains(&word(*at))).or(self
            .phrase
            .words
            .start
            .checked_sub(2));
        if led.is_some_and(|at| {
            ASIDE.contains(&word(at)) || word(at) == "to" && at.checked_sub(1).is_some_and(|at| word(at) == "prior")
        }) {
            return None;
        }
        let visit = self.phrase.kind == EngagementKind::Visit;
        let governs = |at: &usize| {
            let own = matches!(word(*at), "visited" | "paid" | "pay");
            occasion::taking(word(*at)).is_some() && word(*at) != "place" && (!own || visit && word(*at) != "visited")
        };
        let at = self.left.clone().rev().take(24).find(governs)?;
        // "The meeting held in Canberra on 7 December, and looked forward to the sixth forum": it is said of the one before.
        let behind_another = self.left.start > 0
            && (self.left.start..at)
                .all(|at| matches!(word(at), "was" | "were" | "is" | "been" | "be" | "has" | "to" | "will"));
        if behind_another {
            return None;
        }
        let took = occasion::taking(word(at))?;
        let run: Vec<&str> = (self.left.start.max(at.saturating_sub(5))..at).map(word).collect();
        let has = |words: &[&str]| run.iter().any(|word| words.contains(word));
        let future = has(&["will", "shall", "to", "going", "plans", "plan"]);
        let status = match took {
            Took::Past if has(&["be"]) && future => Some(EngagementStatus::Planned),
            Took::Past => Some(EngagementStatus::Held),
            Took::Present => Some(EngagementStatus::Recurring),
            Took::Bare if word(at).ends_with("ing") => has(&["been"]).then_some(EngagementStatus::Recurring),
            Took::Bare if future => Some(EngagementStatus::Planned),
            Took::Bare => None,
        };
        Some(Verb { at, status, leads: true })
    }

    /// The verb says that somebody holds it, not only that somebody comes.
    fn holds(&self, verb: Option<Verb>) -> bool {
        verb.is_some_and(|verb| {
            !matches!(
                self.sentence.word(verb.at),
                "attend"
                    | "attended"
                    | "attending"
                    | "participate"
                    | "participated"
                    | "opened"
                    | "launched"
                    | "concluded"
            )
        })
    }

    /// What the verb says, else what the date says beside the document's own.
    fn status(&self, verb: Option<Verb>, date: Option<&Fact<PartialDate>>) -> Option<EngagementStatus> {
        let sentence = fold(self.sentence.as_str());
        let again = [
            "annually",
            "every year",
            "regular ",
            "regularly",
            "each year",
            "once a year",
            "twice a year",
            "a year since",
            "매년",
            "정례",
        ];
        let mark = self.phrase.words.start.checked_sub(1).map_or("", |at| self.sentence.word(at));
        if matches!(mark, "upcoming" | "forthcoming" | "next" | "planned" | "scheduled") {
            return Some(EngagementStatus::Planned);
        }
        if self.is_ahead() {
            return Some(EngagementStatus::Planned);
        }
        // "Looked forward to": it is still to come.
        let before = |n: usize| self.phrase.words.start.checked_sub(n).map_or("", |at| self.sentence.word(at));
        if (1..=4).any(|n| before(n) == "to" && before(n + 1) == "forward") {
            return Some(EngagementStatus::Planned);
        }
        if self.reach().any(|at| matches!(self.sentence.word(at), "postponed" | "rescheduled" | "delayed")) {
            return Some(EngagementStatus::Planned);
        }
        let said = verb.and_then(|verb| verb.status);
        let open = date.is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
        if said != Some(EngagementStatus::Planned)
            && (again.iter().any(|word| sentence.contains(word)) && self.phrase.ordinal.is_none() && date.is_none()
                || open)
        {
            return Some(EngagementStatus::Recurring);
        }
        // An edition's year is no day to compare with.
        let exact = |date: &PartialDate| matches!(date, PartialDate::At(point) if point.month.is_some());
        let own = self.view.date().filter(exact).and_then(PartialDate::bounds);
        let when = date.and_then(|date| date.value.bounds());
        said.or_else(|| match (when, own) {
            // A date after the document's own is still to come; one before it has passed.
            (Some((from, _)), Some((_, to))) if from > to => Some(EngagementStatus::Announced),
            (Some((_, to)), Some((from, _))) if to < from => Some(EngagementStatus::Held),
            _ => self.past().then_some(EngagementStatus::Held),
        })
    }

    /// "on the occasion of", "during", "agreed at": it lies behind.
    fn past(&self) -> bool {
        let start = self.phrase.words.start;
        let near = (start.saturating_sub(8)..start).map(|at| self.sentence.word(at));
        near.into_iter().any(|word| {
            matches!(
                word,
                "occasion"
                    | "during"
                    | "following"
                    | "after"
                    | "at"
                    | "commemorating"
                    | "since"
                    | "reached"
                    | "signed"
                    | "adopted"
            )
        })
    }

    /// Dates that speak of it, the nearest first: behind it, else before it in front of its verb.
    fn dates(&self, verb: Option<Verb>) -> Vec<&When> {
        let dates: Vec<&When> = self.sentence.dates.iter().filter(|date| !self.is_of_an_aim(date)).collect();
        let inside = |words: &Range<usize>| -> Vec<&When> {
            let bytes = self.bytes(words);
            let fits =
                |date: &&&When| bytes.start <= date.range.start && date.range.end <= bytes.end && !words.is_empty();
            dates.iter().filter(fits).copied().collect()
        };
        let mut out: Vec<&When> = inside(&self.reach());
        if out.is_empty() {
            let name = self.bytes(&self.phrase.words);
            out.extend(dates.iter().filter(|date| super::make::overlaps(&date.range, &name)).copied());
        }
        if out.is_empty() && self.phrase.year.is_none() {
            let governs = verb.is_some_and(|verb| verb.leads) || self.left.start == 0 && verb.is_some();
            let headline = self.left.clone().count() <= 8 && self.left.start == 0;
            if governs || headline {
                // The nearest before it.
                out.extend(inside(&self.left).last().copied());
            }
        }
        out
    }

    /// "Committed at the summit **to reduce** emissions **in 2030**", "by 2030": a bare year behind what is aimed at says when
    /// that is to be, and nothing of the occasion.
    fn is_of_an_aim(&self, date: &When) -> bool {
        let sentence = self.sentence;
        let text = sentence.text.get(date.range.clone()).unwrap_or("");
        let text = text.strip_prefix("since ").unwrap_or(text);
        if !(text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())) {
            return false;
        }
        let year = text.parse::<u16>().unwrap_or(0);
        // "At the 2022 summit … in 2023": its name has its year. "PACC 2030" in a text of 2022 is the name of a plan.
        let own = self.phrase.year.is_some_and(|own| own != year);
        if own {
            return true;
        }
        let at = sentence.words.partition_point(|word| word.start < date.range.start);
        let by = at.checked_sub(1).is_some_and(|before| matches!(sentence.word(before), "by" | "until"));
        let aims = |at: &usize| {
            let next = sentence.word(at + 1);
            let own = matches!(next, "be" | "take" | "convene" | "hold" | "meet" | "host" | "begin" | "start");
            let small = matches!(next, "the" | "a" | "an" | "its" | "his" | "her" | "their");
            let aim = !own && !small && !sentence.is_capital(at + 1) && next.starts_with(char::is_alphabetic);
            // "Opened the meeting by noting what was done in 2021".
            sentence.word(*at) == "to" && aim || sentence.word(*at) == "by" && next.ends_with("ing")
        };
        let held = (self.phrase.words.end..at).any(|at| matches!(sentence.word(at), "held" | "place" | "convened"));
        !held && (by || self.is_far(year) || (self.phrase.words.end..at).any(|at| aims(&at)))
    }

    /// True for a year so far behind the text's own that it is one to aim at.
    fn is_far(&self, year: u16) -> bool {
        let of_text = self.view.date().and_then(PartialDate::bounds).map(|(_, last)| last / 10_000);
        of_text.is_some_and(|known| u32::from(year) >= known.saturating_add(FAR))
    }

    fn fact(&self, when: Option<&When>) -> Option<Fact<PartialDate>> {
        if let Some(when) = when {
            return resolve(when, self.view.date(), self.view.evidence(self.sentence.passage, when.range.clone())?);
        }
        // "The 2030 Games" are named after their year, "PACC 2030 Summit" after a plan.
        let leads = |year: &u16| self.sentence.word(self.phrase.words.start) == year.to_string();
        let year = self.phrase.year.filter(|year| leads(year) || !self.is_far(*year)).and_then(PartialDate::year)?;
        let evidence = self.view.evidence(self.sentence.passage, self.bytes(&self.phrase.words))?;
        Some(Fact::new(year, entente_corpus::Basis::Stated, "year-in-name", evidence))
    }

    /// "with E.U in May 2014, Russia in May 2014": partners that have a date each.
    fn several(&self) -> Vec<(&Named, &When)> {
        let bytes = self.bytes(&self.right);
        let text = self.sentence.text;
        let names: Vec<&Named> =
            self.sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Person).collect();
        let mut out = Vec::new();
        for (n, name) in names.iter().enumerate() {
            let end = names.get(n + 1).map_or(bytes.end, |next| next.range.start);
            let date =
                self.sentence.dates.iter().find(|date| date.range.start >= name.range.end && date.range.end <= end);
            let near = date.filter(|date| text[name.range.end..date.range.start].split_whitespace().count() <= 3);
            let first_led = n > 0
                || text[bytes.start..name.range.start]
                    .split_whitespace()
                    .any(|word| word == "with" || word == "between");
            match near {
                Some(date) if first_led => out.push((*name, date)),
                _ => break,
            }
        }
        out
    }

    /// Who holds, hosts or attends: the subject of the verb before the phrase.
    fn subject(&self, verb: Verb) -> Vec<Party> {
        if !verb.leads {
            return Vec::new();
        }
        let sentence = self.sentence;
        let start = self.left.start;
        let clause =
            sentence.words.get(start).map_or(sentence.range.start, |word| word.start)..sentence.words[verb.at].start;
        let pronoun = (start..verb.at).rev().take(6).any(|at| matches!(sentence.word(at), "it" | "they" | "we"));
        if pronoun {
            return self.before.parties.clone();
        }
        let found = actors::approach(sentence, verb.at).and_then(|approach| {
            let mut end = approach.end;
            // "will", "to", "has been": helpers before the verb.
            while end > 0
                && matches!(
                    sentence.word(end),
                    "will"
                        | "to"
                        | "been"
                        | "is"
                        | "continue"
                        | "be"
                        | "plans"
                        | "agreed"
                        | "decided"
                        | "going"
                        | "are"
                        | "has"
                        | "have"
                        | "successfully"
                )
            {
                end -= 1;
            }
            // "The Community of States (CS) convened": its short form stands between it and the verb.
            if sentence.behind(end).trim() == ")" {
                return actors::subject_before(sentence, end);
            }
            actors::subject(sentence, end)
        });
        let people = |range: &Range<usize>| -> Vec<Party> {
            let people =
                sentence.actors_in(range).filter(|name| name.kind == EntityKind::Person && !self.is_aside(name));
            people.filter_map(|name| party(self.view, sentence, name)).collect()
        };
        let bodies = |range: &Range<usize>| -> Vec<Party> {
            let bodies = sentence.actors_in(range);
            let bodies = bodies.filter(|name| !matches!(name.kind, EntityKind::Person | EntityKind::Forum));
            bodies.filter_map(|name| party(self.view, sentence, name)).collect()
        };
        // "Kim Man-ki, head of the Office, and Deputy Minister Teo held": people stand all over the clause.
        let mut out = people(&clause);
        // "The members of the Initiative — Brazil, Canada and Peru — gathered": a list in dashes or commas says who they are.
        let listed = self.listed(&clause);
        if listed.len() > 1 {
            out.extend(listed);
            return out;
        }
        let Some(subject) = found else { return out };
        out.extend(bodies(&subject.range));
        if out.is_empty() {
            out.extend(self.view.span(sentence.passage, subject.range).map(|span| Party { span, entity: None }));
        }
        out
    }

    /// The states of a clause that begins with those who come together.
    fn listed(&self, clause: &Range<usize>) -> Vec<Party> {
        let first = self.left.start + usize::from(self.sentence.word(self.left.start) == "the");
        if !COMING.contains(&self.sentence.word(first)) || self.sentence.word(first + 1) != "of" {
            return Vec::new();
        }
        let states = self.sentence.actors_in(clause).filter(|name| name.is_state());
        states.filter_map(|name| party(self.view, self.sentence, name)).collect()
    }

    /// "Gathered **in Lima** on 4 May for the second summit": where it is, between the verb and the name.
    fn place_of_gathering(&self, verb: Option<Verb>) -> Option<Range<usize>> {
        let verb = verb.filter(|verb| verb.leads)?;
        let sentence = self.sentence;
        let comes = matches!(sentence.word(verb.at), "gathered" | "assembled" | "met" | "convened");
        let from = sentence.words.get(verb.at + 1).filter(|_| comes && sentence.word(verb.at + 1) == "in")?.end;
        let place = sentence.named.iter().find(|name| {
            let gap = sentence.text.get(from..name.range.start).unwrap_or("-");
            name.range.start >= from && gap.trim().is_empty()
        })?;
        matches!(place.kind, EntityKind::Place | EntityKind::Country).then(|| place.range.clone())
    }

    /// "prior to the meeting with Aide Sullivan, Director Cho held": somebody led by a preposition holds nothing.
    fn is_aside(&self, name: &Named) -> bool {
        let before = self.sentence.text.get(self.sentence.range.start..name.range.start).unwrap_or("");
        let words = before.rsplit([',', ';']).next().unwrap_or("").split_whitespace();
        words.rev().take(4).any(|word| matches!(word.to_lowercase().as_str(), "with" | "to" | "from" | "by"))
    }

    /// Who else: "with …", "between … and …", those who lead delegations, those who are brought together.
    fn companions(&self) -> Vec<Party> {
        let sentence = self.sentence;
        let bytes = self.bytes(&self.reach());
        let text = sentence.text;
        let words = fold(text.get(bytes.clone()).unwrap_or(""));
        let mut out = Vec::new();
        let leading = ["leading", "heading", "led by", "headed by", "presided over by", "chaired by", "attended by"]
            .iter()
            .any(|word| words.contains(word));
        let gathers = [
            "bring together",
            "brings together",
            "brought together",
            "attended by",
            "officials from",
            "representatives of",
            "representatives from",
            "participation of",
        ]
        .iter()
        .any(|word| words.contains(word));
        let mut open = false;
        let mut last = bytes.start;
        for name in sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Forum) {
            let gap = text.get(last..name.range.start).unwrap_or("");
            // "With Governors, Administrator Criswell and Advisor Liz Okoro": roles stand before the names.
            let role =
                |word: &str| word.starts_with(char::is_uppercase) && !matches!(word, "With" | "Between" | "Among");
            let small: Vec<String> = gap
                .split(|c: char| c.is_whitespace() || c == ',')
                .filter(|word| !role(word))
                .map(str::to_lowercase)
                .filter(|word| !matches!(word.as_str(), "" | "the" | "and" | "both" | "its"))
                .collect();
            let to = self.phrase.kind == EngagementKind::Visit;
            let led = small
                .last()
                .is_some_and(|word| matches!(word.as_str(), "with" | "between" | "among") || to && *word == "to");
            open = led || open && small.is_empty();
            last = name.range.end;
            let person = name.kind == EntityKind::Person && (leading || open);
            let body = gathers && name.kind != EntityKind::Person;
            if (open || person || body) && name.kind != EntityKind::Place {
                out.extend(party(self.view, sentence, name));
            }
        }
        out
    }

    fn goes_somewhere(&self) -> bool {
        self.sentence.word(self.right.start) == "to"
            && self
                .sentence
                .is_capital(self.right.start + 1 + usize::from(self.sentence.word(self.right.start + 1) == "the"))
    }

    /// Where it is held: behind its name, where a visit goes, or in the name ("the Singapore Summit").
    fn place(&self) -> Option<Range<usize>> {
        self.place_behind().or_else(|| self.destination()).or_else(|| self.place_in_name())
    }

    /// "his state visit to the United States".
    fn destination(&self) -> Option<Range<usize>> {
        let to = self.right.start;
        if self.phrase.kind != EngagementKind::Visit || self.sentence.word(to) != "to" {
            return None;
        }
        let from = self.sentence.words[to].end;
        let named = self.sentence.named.iter().find(|name| {
            let gap = self.sentence.text.get(from..name.range.start).unwrap_or("-").trim();
            name.range.start >= from && matches!(gap, "" | "the")
        });
        named.filter(|name| name.is_state() || name.kind == EntityKind::Place).map(|name| name.range.clone())
    }

    /// A city in the name; a state that is none of the pair whose name it is.
    fn place_in_name(&self) -> Option<Range<usize>> {
        let name = self.bytes(&self.phrase.words);
        let inside = |named: &&Named| name.start <= named.range.start && named.range.end <= name.end;
        let inside: Vec<&Named> = self.sentence.named.iter().filter(inside).collect();
        let sides = self.sides(&name);
        let beside =
            |named: &&Named| named.is_state() && sides.len() > 1 && sides.iter().all(|side| side.range != named.range);
        let city = inside.iter().find(|named| named.kind == EntityKind::Place);
        let named = city.copied().or_else(|| inside.into_iter().find(beside)).map(|named| named.range.clone());
        named.or_else(|| self.city_in_name(!sides.is_empty()))
    }

    /// "Seoul Nuclear Security Summit", "U.S.-DPRK Singapore Summit": a city at the head of the name or right before the
    /// noun; there a country, too, where the name says otherwise who meets.
    fn city_in_name(&self, has_sides: bool) -> Option<Range<usize>> {
        let words = &self.sentence.words;
        let before = self.phrase.head.checked_sub(1).filter(|at| self.phrase.words.contains(at));
        let is_year = |at: &usize| words[*at].text.bytes().all(|b| b.is_ascii_digit());
        let first = self.phrase.words.clone().find(|at| !is_year(at)).filter(|at| *at < self.phrase.head);
        let city = |at: usize| {
            let found = PLACES.at(self.sentence.text, words, at).filter(|_| self.sentence.is_capital(at))?;
            Some(words[at].start..words.get(at + found.count - 1)?.end)
        };
        let country = || {
            let at = before.filter(|at| has_sides && self.sentence.is_capital(*at))?;
            let spaced = at > 0 && self.sentence.behind(at - 1) == " ";
            COUNTRIES.phrase(self.sentence.word(at)).filter(|_| spaced)?;
            Some(words[at].start..words[at].end)
        };
        first.and_then(city).or_else(|| before.and_then(city)).or_else(country)
    }

    /// "in Seoul, Korea", "at the Ministry of National Defense in Yongsan-gu, Seoul".
    fn place_behind(&self) -> Option<Range<usize>> {
        let sentence = self.sentence;
        let led = |at: &usize| {
            let word = sentence.word(*at);
            let next = at + 1 + usize::from(sentence.word(at + 1) == "the");
            matches!(word, "in" | "at")
                && sentence.is_capital(next)
                && !self.in_date(next)
                && sentence.behind(*at).trim().is_empty()
        };
        let reach = self.reach();
        let near: Vec<usize> = reach.clone().take(22).filter(led).collect();
        let found = near.iter().find(|at| sentence.word(**at) == "in").or(near.first());
        // "Working Group Meeting Subic, Philippines 31 January": a place that stands bare between name and date.
        let bare = || {
            let end = (reach.start..reach.end).find(|at| self.in_date(*at))?;
            let capital =
                end > reach.start && end - reach.start <= 4 && (reach.start..end).all(|at| sentence.is_capital(at));
            (self.phrase.named && capital && sentence.behind(reach.start - 1).trim().is_empty())
                .then(|| reach.start.checked_sub(1))
                .flatten()
        };
        let at = &found.copied().or_else(bare)?;
        let mut first = at + 1;
        if sentence.word(first) == "the" {
            first += 1;
        }
        let mut end = first + 1;
        while end < reach.end && end - first < 10 {
            let gap = sentence.behind(end - 1).trim();
            let small = matches!(sentence.word(end), "of" | "and" | "de")
                && sentence.is_capital(end + 1)
                && gap.is_empty()
                && sentence.word(*at) == "at";
            let joins = matches!(gap, "" | "," | "-" | "." | "’" | "'");
            if !joins || self.in_date(end) || !(sentence.is_capital(end) || small || gap == "-") {
                break;
            }
            end += 1;
        }
        if first >= reach.end {
            return None;
        }
        let range = sentence.words[first].start..sentence.words[end - 1].end;
        // Somebody is no place.
        let person = sentence
            .named
            .iter()
            .any(|name| name.kind == EntityKind::Person && super::make::overlaps(&name.range, &range));
        // "In the State of …", "in Congress" say nothing of where.
        let word = sentence.word(first);
        let general = entente_names::gazetteer::heads::is_generic(word)
            || matches!(word, "state" | "congress" | "parliament" | "person");
        let month = entente_language::values::month(sentence.words[first].text).is_some();
        let bare = (general || month) && end == first + 1;
        let acronym = range.len() < 2;
        (!person && !acronym && !bare).then_some(range)
    }

    fn in_date(&self, at: usize) -> bool {
        self.sentence.words.get(at).is_none_or(|word| {
            self.sentence.dates.iter().any(|date| date.range.start <= word.start && word.end <= date.range.end)
        })
    }
}

/// The words by which two tellings of one occasion are known to be the same.
fn key(sentence: &Sentence, phrase: &Phrase) -> Vec<String> {
    phrase
        .words
        .clone()
        .filter(|at| {
            let word = sentence.word(*at);
            !matches!(word, "the" | "of" | "and" | "on" | "for" | "s" | "in")
                && occasion::ordinal(word).is_none()
                && !(word.len() == 4 && word.parse::<u16>().is_ok())
        })
        .map(|at| {
            let word = sentence.word(at);
            let word = word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word);
            // "U.S" and "US" are one.
            word.replace('.', "")
        })
        .collect()
}
