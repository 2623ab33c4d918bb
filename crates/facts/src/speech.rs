//! Statements in prose: who says what, by the verb.
//!
//! A sentence is a statement where a verb of the [`lexicon`] stands behind somebody who can speak. Verbs that share
//! a subject ("committed to maintain … and approved a reform") are several statements on one sentence. A paragraph that
//! begins with its verb is said by the text's own [`voice`]; other languages are read by [`languages`].

use std::ops::Range;

use entente_corpus::{DocumentKind, EngagementKind, Modality, Party, PassageKind, Statement};
use entente_language::Tag;

use super::actors::{self, Subject};
use super::governed;
use super::languages;
use super::lexicon::{self, Act, COMMITTED, Form, PLANNED};
use super::make;
use super::reported;
use super::speakers::{Floor, Source, Speaker};
use super::view::{Sentence, View};
use super::voice::{self, Voice};

/// Words of what is put in between a verb and what belongs to it, at most.
const INSERTED: usize = 16;
/// Words before "will" and "shall" that no promise follows.
const PASSIVE: &[&str] = &["be", "is", "are", "was", "were", "been", "being"];
/// Kinds of documents in which "will" binds whoever says it; in news it tells what is planned.
const BINDING: &[DocumentKind] = &[
    DocumentKind::Agreement,
    DocumentKind::Communique,
    DocumentKind::FactSheet,
    DocumentKind::JointStatement,
    DocumentKind::Law,
    DocumentKind::Letter,
    DocumentKind::Report,
    DocumentKind::Resolution,
    DocumentKind::Treaty,
    DocumentKind::WhitePaper,
];

/// A statement found.
pub(super) struct Said {
    pub(super) act: Act,
    /// Bytes of the verb in the passage's reading text.
    pub(super) verb: Range<usize>,
    pub(super) by: By,
    /// Form of the verb; `None` for those with an auxiliary.
    pub(super) form: Option<Form>,
    pub(super) rule: &'static str,
}

/// Who says it.
#[derive(Clone)]
pub(super) enum By {
    /// Somebody in the sentence.
    Subject(Subject),
    /// The text's own voice.
    Voice,
    /// Nobody is named.
    Nobody,
}

/// What a passage takes over from those before it.
#[derive(Default)]
pub(crate) struct Discourse {
    /// Who has the floor at each place.
    floor: Floor,
    /// Who speaks in the text so far.
    voice: Option<Voice>,
    /// Who "they" are, and the section in which they were named.
    before: Option<(Antecedent, Option<u32>)>,
    /// What the items of a list say that stand behind "the ministers agreed to:".
    list: Option<Statement>,
}

/// The statements of one passage of prose.
pub(crate) fn read(view: &View, at: u32, sentences: &[Sentence], discourse: &mut Discourse, out: &mut Vec<Statement>) {
    let here = out.len();
    if let Some(opened) = sentences.first().and_then(|sentence| voice::opened(view, sentence)) {
        discourse.voice = Some(opened);
    }
    let section = view.passage(at).and_then(|passage| passage.section);
    let voice = discourse.voice.as_ref();
    let mut before = discourse.before.take().filter(|(_, of)| *of == section).map(|(before, _)| before);
    for (n, sentence) in sentences.iter().enumerate() {
        if sentence.as_str().trim_end().ends_with('?') || reported::is_hearsay(sentence) {
            continue;
        }
        let lead = if n == 0 { voice::lead(sentence, voice.is_some()) } else { None };
        let said = languages::said(sentence).unwrap_or_else(|| english(sentence, lead));
        for found in &said {
            let floor = discourse.floor.at(at, found.place());
            if let Some(parties) = Parties::of(view, sentence, found, before.as_ref(), voice, floor) {
                let mut said = statement(view, sentence, found, &parties);
                if let (Some(said), Some(rule)) = (said.as_mut(), parties.rule) {
                    rule.clone_into(&mut said.rule);
                }
                out.extend(said);
            }
        }
        let subject = said.iter().rev().find_map(|found| match &found.by {
            By::Subject(subject) => Some(subject.clone()),
            _ => None,
        });
        if let Some(subject) = subject.or_else(|| carrier(sentence)).filter(|subject| !is_pronoun(sentence, subject)) {
            before = Antecedent::of(view, sentence, &subject);
        }
    }
    discourse.before = before.map(|before| (before, section));
    discourse.listed(view, at, sentences.last(), out, here);
}

impl Said {
    /// The byte by which it is known whose words these are: that of the subject, which may stand in another's.
    fn place(&self) -> usize {
        match &self.by {
            By::Subject(subject) => subject.range.start,
            By::Voice | By::Nobody => self.verb.start,
        }
    }
}

impl Discourse {
    pub(crate) fn of(view: &View) -> Self {
        Self { floor: Floor::of(view), ..Self::default() }
    }

    /// Takes note of a heading that names who speaks below it: "The Committee:".
    pub(crate) fn headed(&mut self, view: &View, at: u32) {
        if view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Heading) {
            let opened = view.sentences(at).first().and_then(|sentence| voice::opened(view, sentence));
            self.voice = opened.or(self.voice.take());
        }
    }

    /// Makes an item of a list a statement as the words in front of the list say, and remembers such words. `here` is where the
    /// passage's own statements begin.
    fn listed(&mut self, view: &View, at: u32, last: Option<&Sentence>, out: &mut Vec<Statement>, here: usize) {
        let Some(last) = last else { return };
        let is_item = view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Item);
        if !is_item {
            self.list = None;
        }
        let verb_behind = |found: &Statement| {
            let end = view.span(at, last.range.clone()).map(|span| span.end)?;
            let verb = found.verb.filter(|verb| verb.end <= end)?;
            Some(verb.of(&view.body.text).len() + make::words(view, entente_text::Span { start: verb.end, end }).len())
        };
        // "Agreed to:", "decided the following:": few words stand between the verb and the list.
        let opens = last.as_str().trim_end().ends_with(':');
        if let Some(found) =
            out[here..].last().filter(|found| opens && verb_behind(found).is_some_and(|bytes| bytes < 60))
        {
            self.list = Some(found.clone());
            return;
        }
        let Some(lead) = self.list.as_ref().filter(|_| is_item && out.len() == here) else { return };
        let whole = 0..view.text(at).len();
        let Some(first) = last.words.first() else { return };
        let Some(evidence) = view.evidence_around(at, whole, first.start..first.end) else { return };
        let mut statement = make::statement(last, evidence, lead.modality, "item-of-list");
        statement.strength = lead.strength;
        statement.speaker = lead.speaker;
        statement.on_behalf_of = lead.on_behalf_of;
        statement.actor = lead.actor;
        statement.counterparts = governed::find_counterparts(last, &(0..usize::MAX), lead.modality, None, &[]);
        out.push(statement);
    }
}

/// Who "they" in the next sentence are.
#[derive(Clone, Copy)]
struct Antecedent {
    party: Party,
    plural: bool,
}

impl Antecedent {
    fn of(view: &View, sentence: &Sentence, subject: &Subject) -> Option<Self> {
        // "The consultation will be held. It will cover …": an occasion says nothing and does nothing.
        if is_occasion(sentence, subject) {
            return None;
        }
        let span = view.span(sentence.passage, subject.range.clone())?;
        Some(Self { party: Party { span, entity: subject.entity }, plural: subject.plural })
    }
}

impl Antecedent {
    /// True where the words of `subject` are a pronoun for it.
    fn is_meant(&self, sentence: &Sentence, subject: &Subject) -> bool {
        is_pronoun(sentence, subject)
            && self.plural == sentence.text[subject.range.clone()].eq_ignore_ascii_case("they")
    }
}

fn is_pronoun(sentence: &Sentence, subject: &Subject) -> bool {
    matches!(sentence.text[subject.range.clone()].to_lowercase().as_str(), "they" | "it" | "he" | "she")
}

/// Who says something, and who does it.
#[derive(Default)]
struct Parties {
    speaker: Option<Party>,
    on_behalf_of: Option<Party>,
    actor: Option<Party>,
    /// Bytes of the speaker, where it stands in the sentence.
    words: Option<Range<usize>>,
    /// The rule by which the speaker is known, where that is not the sentence's own.
    rule: Option<&'static str>,
}

impl Parties {
    /// `None` where one tells of another's promise: that the other made it, the document does not say.
    fn of(
        view: &View,
        sentence: &Sentence,
        found: &Said,
        before: Option<&Antecedent>,
        voice: Option<&Voice>,
        floor: Option<&Speaker>,
    ) -> Option<Self> {
        let subject = match &found.by {
            By::Nobody => return Some(Self::default()),
            By::Voice => {
                // "We, the Ministers of …,": the lead says who they are.
                let unnamed = voice.is_none_or(|voice| is_pronoun_of_us(voice.party.span.of(&view.body.text)));
                if let Some(floor) = floor.filter(|_| unnamed) {
                    return Some(Self::from_floor(floor, found, Some(floor.party)));
                }
                let speaker = voice.map(|voice| voice.party);
                let actor = speaker.filter(|_| found.act.is_of_deeds());
                return Some(Self { speaker, actor, ..Self::default() });
            }
            By::Subject(subject) => subject,
        };
        let own = subject.clone();
        let is_it = sentence.text[subject.range.clone()].eq_ignore_ascii_case("it");
        if let Some(told) = Self::of_floor(view, sentence, found, subject, before, floor) {
            return Some(told);
        }
        // Whom "it" means a sentence before must have told, or who reports.
        if is_it && before.is_none_or(|before| before.plural) && reported::reporter(sentence, subject).is_none() {
            return None;
        }
        let (speaker, actor) = if let Some(quoted) = reported::quoted(sentence, subject) {
            let of_own = matches!(sentence.text[subject.range.clone()].to_lowercase().as_str(), "we" | "i");
            (quoted.clone(), if of_own { quoted } else { own })
        } else if let Some(reporter) = reported::reporter(sentence, subject) {
            match found.act.modality {
                Modality::MeasurePlanned | Modality::MeasureUndertaken | Modality::Announcement => {
                    let own = if is_it { reporter.clone() } else { own };
                    (reporter, own)
                }
                Modality::Pledge | Modality::Commitment | Modality::Offer => return None,
                _ => (own.clone(), own),
            }
        } else {
            (own.clone(), own)
        };
        // "They" after a sentence of several people are these people, "it" after one of a body that body.
        let party = |subject: &Subject| match before.filter(|before| before.is_meant(sentence, subject)) {
            Some(before) => Some(before.party),
            None => Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity: subject.entity }),
        };
        let behalf = reported::on_behalf_of(sentence, &speaker);
        Some(Self {
            speaker: party(&speaker),
            on_behalf_of: behalf
                .and_then(|(range, entity)| Some(Party { span: view.span(sentence.passage, range)?, entity })),
            actor: if found.act.is_of_deeds() { party(&actor) } else { None },
            words: Some(speaker.range),
            rule: None,
        })
    }
}

impl Parties {
    /// Who speaks by the document rather than by the sentence: "we" and "I", and whoever tells of what another does.
    fn of_floor(
        view: &View,
        sentence: &Sentence,
        found: &Said,
        subject: &Subject,
        before: Option<&Antecedent>,
        floor: Option<&Speaker>,
    ) -> Option<Self> {
        let floor = floor?;
        let words = &sentence.text[subject.range.clone()];
        if is_pronoun_of_us(words) {
            return Some(Self {
                words: Some(subject.range.clone()),
                ..Self::from_floor(floor, found, Some(floor.party))
            });
        }
        let own = || Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity: subject.entity });
        if is_ours(words) {
            let actor = floor.on_behalf_of.or_else(own);
            return Some(Self { words: Some(subject.range.clone()), ..Self::from_floor(floor, found, actor) });
        }
        let tells = match floor.source {
            Source::Quotation => true,
            // Whoever has the floor tells of deeds; what another has said, that other says.
            Source::Turn | Source::Speech => found.act.is_of_deeds() && reported::reporter(sentence, subject).is_none(),
            Source::JointText => false,
        };
        let meant = before.filter(|before| before.is_meant(sentence, subject)).map(|before| before.party);
        let unknown = is_pronoun(sentence, subject) && meant.is_none();
        (tells && !unknown).then(|| Self::from_floor(floor, found, meant.or_else(own)))
    }

    fn from_floor(floor: &Speaker, found: &Said, actor: Option<Party>) -> Self {
        Self {
            speaker: Some(floor.party),
            on_behalf_of: floor.on_behalf_of,
            actor: actor.filter(|_| found.act.is_of_deeds()),
            words: None,
            rule: Some(floor.source.rule()),
        }
    }
}

/// "We", "I": whoever has the floor.
fn is_pronoun_of_us(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "we" | "i" | "nous" | "je" | "j")
}

/// "My country", "our government": for whom whoever has the floor speaks.
fn is_ours(words: &str) -> bool {
    const OURS: &[&str] = &[
        "country",
        "nation",
        "government",
        "delegation",
        "ministry",
        "department",
        "administration",
        "state",
        "economy",
    ];
    let mut words = words.split_whitespace();
    let own = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "my" | "our"));
    own && words.next_back().is_some_and(|word| OURS.contains(&word.to_lowercase().as_str()))
}

/// The statements of an English sentence; `lead` is one that its paragraph begins with.
fn english(sentence: &Sentence, lead: Option<(Said, usize)>) -> Vec<Said> {
    let folded: Vec<&str> = sentence.words.iter().map(|word| word.folded.as_str()).collect();
    let mut free = lead.as_ref().map_or(0, |(_, next)| *next);
    let mut out: Vec<Said> = lead.into_iter().map(|(said, _)| said).collect();
    for at in 0..folded.len() {
        if at < free {
            continue;
        }
        if reported::is_unsaid(&folded, at) {
            break;
        }
        let Some((act, form, last)) = act(sentence, &folded, at) else { continue };
        // "The President's promise", "issued a proposed rule": nouns and what is said of them.
        let before = at.checked_sub(1).map_or("", |before| folded[before]);
        let owned = before == "s" && form == Some(Form::Base);
        if owned || matches!(before, "a" | "an") || at == last && is_noun(sentence, at, form) {
            continue;
        }
        if form == Some(Form::Gerund) && out.last().is_none_or(|said| said.form != form) {
            continue;
        }
        let Some(approach) = actors::approach(sentence, at) else { continue };
        let by = by(sentence, &folded, at, last, form, &approach, &out);
        let Some((by, rule)) = by else { continue };
        free = last + 1;
        let from = if matches!(by, By::Nobody) { at.saturating_sub(1) } else { approach.verb_from };
        let verb = sentence.words[from].start..sentence.words[last].end;
        let reports = |by: &By| matches!(by, By::Subject(subject) if reported::reporter(sentence, subject).is_some());
        // "Would" and "had" say nothing but in the words of somebody who reports it.
        if matches!(folded[at], "would" | "had") && !reports(&by) {
            continue;
        }
        if of_occasion(sentence, folded[at], &by)
            || calls_somewhere(&folded, at, last)
            || is_content(sentence, act, &by)
        {
            continue;
        }
        // "Shall decide … and announce": the auxiliary rules both verbs.
        let ruled = out.last().filter(|_| rule == "verb-shares-subject" && form == Some(Form::Base));
        let act = ruled.filter(|said| has_auxiliary(sentence, said)).map_or(act, |said| said.act);
        out.push(Said { act, verb, by, form, rule });
    }
    out
}

/// "Called on the Speaker": who calls on somebody without wanting anything pays a visit.
fn calls_somewhere(folded: &[&str], at: usize, last: usize) -> bool {
    let rest = &folded[last..];
    let visit = rest.windows(2).any(|pair| pair == ["to", "pay"]) && rest.contains(&"respects");
    folded[at].starts_with("call") && matches!(folded[last], "on" | "upon") && (visit || !rest.contains(&"to"))
}

/// "Agreed that the Forum provided a mechanism": what is agreed or held to be so, and nothing that somebody has done.
fn is_content(sentence: &Sentence, act: Act, by: &By) -> bool {
    let By::Subject(subject) = by else { return false };
    let led = subject.first >= 2 && sentence.word(subject.first - 1) == "that";
    let judged = || lexicon::verb(sentence.word(subject.first - 2)).map(|(act, _)| act.modality);
    act.modality == Modality::MeasureUndertaken
        && led
        && matches!(judged(), Some(Modality::Agreement | Modality::Assessment))
}

/// "Took notes", "issues notes": a noun as its neighbours say, with the letters of a verb.
fn is_noun(sentence: &Sentence, at: usize, form: Option<Form>) -> bool {
    if !matches!(form, Some(Form::Third | Form::Base)) {
        return false;
    }
    let tag = |at: usize| sentence.parse().parsed.tag(at);
    let behind_verb = at.checked_sub(1).and_then(tag).is_some_and(|tag| matches!(tag, Tag::Verb(..)));
    // "The bank issues notes": no plural has a verb in the singular.
    let before = at.checked_sub(1).and_then(|before| sentence.words.get(before)).map_or("", |word| word.text);
    let linked = (2..=4).any(|n| at.checked_sub(n).is_some_and(|at| matches!(sentence.word(at), "of" | "on" | "for")));
    let plural = before.ends_with('s') && !before.ends_with("ss") && before.len() > 3 && !linked;
    if form == Some(Form::Third) && plural && before.chars().all(char::is_lowercase) {
        return true;
    }
    // What a verb stands right before is its object, where no second verb is joined to it.
    behind_verb && matches!(tag(at), Some(Tag::Noun | Tag::Adjective))
}

/// True where the verb of `said` is led by "shall", "will" and the like.
fn has_auxiliary(sentence: &Sentence, said: &Said) -> bool {
    let verb = &sentence.text[said.verb.clone()];
    ["shall ", "will ", "would "].iter().any(|auxiliary| verb.to_lowercase().starts_with(auxiliary))
}

/// True for what only takes place, "the consultation"; a conference and a summit may speak.
fn is_occasion(sentence: &Sentence, subject: &Subject) -> bool {
    let words = sentence.text[subject.range.clone()].to_lowercase();
    let head = words.split_whitespace().last().and_then(super::occasion::head);
    head.is_some_and(|(kind, _)| !matches!(kind, EngagementKind::Conference | EngagementKind::Summit))
}

/// True where "will" is said of something that only takes place: "the meeting will discuss".
fn of_occasion(sentence: &Sentence, verb: &str, by: &By) -> bool {
    let By::Subject(subject) = by else { return false };
    let words = sentence.text[subject.range.clone()].to_lowercase();
    let occasion = words.split_whitespace().last().is_some_and(|word| super::occasion::head(word).is_some());
    occasion && matches!(verb, "will" | "would" | "has" | "is" | "are")
}

/// What the words at `at` do, with the form and the last word of the verb.
fn act(sentence: &Sentence, folded: &[&str], at: usize) -> Option<(Act, Option<Form>, usize)> {
    promise(sentence, folded, at)
        .or_else(|| {
            let (act, count) = lexicon::light(&folded[at..])?;
            Some((act, Some(lexicon::light_form(folded[at])), at + count - 1))
        })
        .or_else(|| lexicon::verb(folded[at]).map(|(act, form)| (act, Some(form), at)))
        .or_else(|| lexicon::deed(&folded[at..]).map(|(act, count)| (act, Some(Form::Past), at + count - 1)))
}

/// Who says the verb at `at`, and by which rule that is known.
fn by(
    sentence: &Sentence,
    folded: &[&str],
    at: usize,
    last: usize,
    form: Option<Form>,
    approach: &actors::Approach,
    said: &[Said],
) -> Option<(By, &'static str)> {
    if let Some(subject) = actors::subject_before(sentence, approach.end) {
        let singular = form == Some(Form::Base) && !subject.plural;
        // "The measures that the parties agreed", "the first time that Korea has welcomed": said of something else.
        let relative = subject.first >= 2 && sentence.word(subject.first - 1) == "that" && {
            let leads = sentence.word(subject.first - 2);
            lexicon::verb(leads).is_none() && !reported::is_reporting(leads) && !leads.ends_with("ly")
        };
        return (!singular && !relative).then_some((By::Subject(subject), "verb-of-saying"));
    }
    // "…, and approved a reform": the subject of the verb before, which has the same form.
    if matches!(sentence.word(approach.end), "and" | "but") {
        let fits = |before: Option<Form>| before == form || form == Some(Form::Base) && before.is_none();
        // "Automation and directed energy": a participle, and no verb.
        let adjective = !(lexicon::only_says(folded[at]) || takes_object(sentence, last + 1));
        if form == Some(Form::Past) && adjective {
            return None;
        }
        if let Some(before) = said.last().filter(|said| form.is_none() || fits(said.form)) {
            return Some((before.by.clone(), "verb-shares-subject"));
        }
        let same = carrier(sentence).filter(|subject| {
            form == Some(Form::Past) && sentence.words.get(subject.first).is_some()
                || form == Some(Form::Base) && subject.plural
        });
        return same.filter(|_| said.is_empty()).map(|subject| (By::Subject(subject), "verb-shares-subject"));
    }
    if form == Some(Form::Past) && passive(folded, at) {
        let agent = (folded.get(at + 1) == Some(&"by")).then(|| actors::agent(sentence, at + 2)).flatten();
        return Some((agent.map_or(By::Nobody, By::Subject), "passive-verb"));
    }
    None
}

/// True where what stands at word `at` may be what a verb is about.
fn takes_object(sentence: &Sentence, at: usize) -> bool {
    const BEGIN: &[&str] = &[
        "the", "a", "an", "its", "their", "our", "his", "her", "all", "this", "these", "those", "that", "to", "on",
        "upon", "for", "with", "by", "in", "each", "any", "further", "both", "new", "more", "also", "other", "several",
    ];
    let word = sentence.word(at);
    BEGIN.contains(&word)
        || sentence.is_capital(at)
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word.ends_with("ly")
        || sentence.behind(at - 1).contains(['“', '"', '‘'])
}

/// Who a sentence begins with, where a verb follows that says nothing itself: "Ministers met in Apia and noted …", "We support
/// … and urge …".
fn carrier(sentence: &Sentence) -> Option<Subject> {
    /// Words of such a subject, at most.
    const LONGEST: usize = 12;
    let verbal = |at: usize| {
        let word = sentence.word(at);
        word.ends_with("ed") || matches!(word, "met" | "held" | "support" | "seek" | "took" | "will" | "have" | "has")
    };
    (0..sentence.words.len().min(LONGEST))
        .filter(|at| verbal(at + 1))
        .find_map(|at| actors::subject_before(sentence, at).filter(|subject| subject.first == 0))
}

/// "It was agreed that", "the necessity was reaffirmed": somebody did, and the sentence does not say who.
fn passive(folded: &[&str], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| folded.get(at)).copied().unwrap_or("");
    // "Nothing was agreed on fees".
    let nothing = (2..6).any(|n| matches!(before(n), "nothing" | "none" | "no" | "nobody" | "neither"));
    matches!(before(1), "was" | "were")
        && !nothing
        && !matches!(before(2), "" | "that" | "which" | "who" | "as" | "what" | "they" | "we" | "he" | "she" | "and")
        && lexicon::verb(folded[at])
            .is_some_and(|(act, _)| matches!(act.modality, Modality::Agreement | Modality::Reaffirmation))
}

/// "shall", "will", "are committed to", "intends to": a promise by its auxiliary. With the last word of it.
fn promise(sentence: &Sentence, folded: &[&str], at: usize) -> Option<(Act, Option<Form>, usize)> {
    let next = |n: usize| folded.get(at + n).copied().unwrap_or("");
    let adverb = |word: &str| word.ends_with("ly") || matches!(word, "also" | "further" | "then" | "soon");
    // "will also remove": the verb stands behind its adverbs.
    let verb = (1..=3).find(|n| !adverb(next(*n)));
    // A sentence may break off before its verb.
    let active = |word: &str| !word.is_empty() && !PASSIVE.contains(&word);
    // "Committed, where applicable, to": the word behind what is put in between.
    let behind = |at: usize| {
        let inserted = sentence.behind(at).trim() == ",";
        let closes = (at + 1..folded.len()).take(INSERTED).find(|end| sentence.behind(*end).trim() == ",");
        let next = closes.filter(|_| inserted).unwrap_or(at) + 1;
        folded.get(next).copied().unwrap_or("")
    };
    let promised = verb.filter(|n| !PASSIVE.contains(&next(*n)) && !matches!(next(*n), "not" | "have" | ""));
    match folded[at] {
        "shall" if next(1) == "not" && active(next(2)) => Some((COMMITTED, None, at + 2)),
        "shall" => promised.map(|n| (COMMITTED, None, at + n)),
        "will" | "ll" | "would" => promised.map(|n| (PLANNED, None, at + n)),
        "intend" | "intends" | "plan" | "plans" | "aim" | "aims" if next(1) == "to" => Some((PLANNED, None, at + 1)),
        "are" | "is" if next(1) == "to" && active(next(2)) => Some((PLANNED, None, at + 2)),
        "are" | "is" | "am" | "remain" | "remains" => {
            let at_state = verb?;
            let act =
                lexicon::state(next(at_state), behind(at + at_state)).or_else(|| lexicon::progress(next(at_state)))?;
            Some((act, None, at + at_state))
        }
        _ => None,
    }
}

/// "We will", and "will" in a text that binds, are commitments.
fn bound(view: &View, sentence: &Sentence, found: &Said) -> Act {
    let words = &sentence.text[found.verb.clone()];
    let first_person =
        matches!(&found.by, By::Subject(subject) if sentence.text[subject.range.clone()].eq_ignore_ascii_case("we"));
    if words.starts_with("will ") && (first_person || BINDING.contains(&view.record.kind.value)) {
        return Act { modality: Modality::Commitment, strength: None };
    }
    // "Underscored its commitment" says it again.
    let behind = sentence.text[found.verb.end..].trim_start();
    let again = ["its ", "their ", "our ", "his ", "her "].iter().any(|own| {
        behind
            .strip_prefix(own)
            .is_some_and(|rest| rest.starts_with("commitment") || rest.starts_with("shared commitment"))
    });
    if again && found.act == lexicon::VALUED {
        return Act { modality: Modality::Reaffirmation, strength: None };
    }
    found.act
}

fn statement(view: &View, sentence: &Sentence, found: &Said, parties: &Parties) -> Option<Statement> {
    let act = bound(view, sentence, found);
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), found.verb.clone())?;
    let mut statement = make::statement(sentence, evidence, act.modality, found.rule);
    statement.period = governed::find_period(view, sentence, &found.verb).filter(|_| act.is_of_deeds());
    statement.verb = Some(view.span(sentence.passage, found.verb.clone())?);
    statement.strength = act.strength;
    statement.speaker = parties.speaker;
    statement.on_behalf_of = parties.on_behalf_of;
    statement.actor = parties.actor;
    let speaker =
        [parties.speaker, parties.actor].into_iter().flatten().filter_map(|party| party.entity).collect::<Vec<_>>();
    statement.counterparts =
        governed::find_counterparts(sentence, &found.verb, act.modality, parties.words.as_ref(), &speaker);
    Some(statement)
}
