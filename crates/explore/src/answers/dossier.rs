//! Everything about one name.

use std::cmp::{Reverse, max_by_key, min_by_key};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use entente_corpus::{Evidence, Mention, ReadingText};
use entente_text::PartialDate;
use entente_text::fold::fold;
use entente_text::order::{set, sort_by, sort_by_key};

use super::amounts::{self, AmountRow};
use super::context::around;
use super::engagements::{self, EngagementAt, EngagementRow};
use super::name_counts::{CountedName, first_of_each_kind, most};
use super::officials::{Official, OfficialCounts};
use super::over_time::over_time;
use super::statements::{self, StatementRow};
use super::threads::{Thread, threads};
use crate::desk::dates::{chronological, newest_first};
use crate::desk::{Desk, resolve};
use crate::models::facts::{NameRef, Part, Source};
use crate::models::overview::Timeline;

/// Threads of a name.
const MAX_THREADS: usize = 12;

/// How much of each part a dossier has at most. The parts say how many there are in all.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Engagements, statements and amounts, of each.
    facts: usize,
    /// Documents whose mentions are shown.
    documents: usize,
    /// Mentions of each of these documents.
    mentions: usize,
    /// Names beside it, forms, roles, of each.
    names: usize,
    /// Places of a form.
    places: usize,
}

impl Limits {
    /// For a page: a name may occur in ten thousand documents.
    const PAGE: Self = Self { facts: 50, documents: 40, mentions: 10, names: 60, places: 3 };
    /// Everything.
    pub(crate) const NONE: Self =
        Self { facts: usize::MAX, documents: usize::MAX, mentions: usize::MAX, names: usize::MAX, places: usize::MAX };
}

/// What is known of one name: of each part the first, and how many there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The name.
    pub name: NameRef,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Whom it belongs to.
    pub parent: Option<NameRef>,
    /// Names that belong to it, with the passages that name them; most first.
    pub within: Vec<CountedName>,
    /// Forms printed, most frequent first.
    pub forms: Vec<FormUse>,
    /// Why the name is shown in the form it is.
    pub shown_as: ShownAs,
    /// A person's roles, the one that is printed first by the dates of the documents first; those without a date last.
    pub roles: Vec<RoleUse>,
    /// Persons who stand for it or for a body of it here, those who are named most first.
    pub officials: Vec<Official>,
    /// Names in the same passages, with how many passages; most first. Of each kind no more than the limit.
    pub together: Vec<CountedName>,
    /// Names in the same passages in all.
    pub together_in_all: usize,
    /// The passages that name it and its engagements over time.
    pub timeline: Rc<Timeline>,
    /// Engagements in which it takes part or that are about it, the newest first.
    pub engagements: Part<EngagementRow>,
    /// Statements that it makes or that name it, those of the newest documents first.
    pub statements: Part<StatementRow>,
    /// Amounts that it pays or receives, those of the newest documents first.
    pub amounts: Part<AmountRow>,
    /// One thread for each partner and topic.
    pub threads: Vec<Thread>,
    /// Mentions by document, the newest documents first.
    pub documents: Vec<DocumentMentions>,
    /// Documents that name it most, most first.
    pub most_in: Vec<DocumentMentions>,
    /// Documents that name it.
    pub in_documents: usize,
    /// Times it is named.
    pub mentions: usize,
    /// Passages that name it.
    pub passages: usize,
}

/// Why a name is shown in the form it is. What follows each kind are the times that the form is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownAs {
    /// It is the only form printed.
    OnlyForm(usize),
    /// It is the form printed most.
    PrintedMost(usize),
    /// Another form is printed more: in another language than the file's main one, in capitals, as an adjective, or as
    /// a part of the name.
    Preferred(usize),
    /// It is not printed: the word of our own list, or a name given by the packer.
    Given,
}

/// A printed form and where it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormUse {
    /// As printed.
    pub text: String,
    /// Times.
    pub count: usize,
    /// Its first place in each document that prints it, of the first of these.
    pub places: Vec<Source>,
    /// Documents that print it.
    pub documents: usize,
}

/// A role in which a person is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleUse {
    /// As printed.
    pub role: String,
    /// For whom the person stands.
    pub affiliation: Option<NameRef>,
    /// First place.
    pub source: Source,
    /// Documents that say so.
    pub documents: usize,
    /// Dates of the first and of the last of them that has one.
    pub dates: Option<(PartialDate, PartialDate)>,
}

/// The mentions of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentMentions {
    /// Public name of the document.
    pub document: String,
    /// Title, or first words.
    pub title: String,
    /// False: no title is printed.
    pub titled: bool,
    /// In order of position, the first of them.
    pub mentions: Vec<InContext>,
    /// How often it is named there.
    pub total: usize,
}

/// A mention with the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InContext {
    /// Where.
    pub source: Source,
    /// The text before it.
    pub before: String,
    /// The words that name it.
    pub words: String,
    /// The text after it.
    pub after: String,
}

/// The dossier of the name with this id, or called so; `None` if this file has no such name.
pub(crate) fn dossier(desk: &Desk, id: &str) -> Option<Dossier> {
    dossier_up_to(desk, id, Limits::PAGE)
}

/// The same, with no more of each part than `limits` say.
pub(crate) fn dossier_up_to(desk: &Desk, id: &str, limits: Limits) -> Option<Dossier> {
    let at = resolve::entity(desk, id)?;
    let entity = desk.corpus.catalogue.entities.get(at as usize)?;
    let found = collect_mentions(desk, at, limits);
    let Mentions { together, officials, forms, mut roles, by_document, mentions, passages } = found;
    let mut forms: Vec<FormUse> = forms.into_values().collect();
    sort_by(&mut forms, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    let own = forms.iter().find(|form| form.text == entity.name).map(|form| form.count);
    let most_printed = forms.first().map_or(0, |form| form.count);
    let shown_as = match own {
        None => ShownAs::Given,
        Some(count) if forms.len() == 1 => ShownAs::OnlyForm(count),
        Some(count) if count == most_printed => ShownAs::PrintedMost(count),
        Some(count) => ShownAs::Preferred(count),
    };
    sort_by_key(&mut roles, |role| chronological(role.dates.map(|(first, _)| first)));
    roles.truncate(limits.names);
    let met = engagements_of(desk, at);
    let timeline = over_time(desk, &by_document, &met);
    let mut newest = by_document.clone();
    sort_by_key(&mut newest, |(document, _)| (newest_first(desk.date_of_fact(*document, None)), *document));
    let mut most_in = by_document.clone();
    sort_by_key(&mut most_in, |(document, own)| (Reverse(own.len()), *document));
    let documents = newest.iter().take(limits.documents);
    let documents =
        documents.filter_map(|(document, own)| in_document(desk, *document, own, limits.mentions)).collect();
    let most_in =
        most_in.iter().take(limits.names).filter_map(|(document, own)| in_document(desk, *document, own, 1)).collect();
    let together_in_all = together.len();
    Some(Dossier {
        timeline: timeline.into(),
        engagements: Part {
            total: met.len(),
            rows: met.into_iter().take(limits.facts).filter_map(|place| engagements::row(desk, place)).collect(),
        },
        statements: statements_of(desk, at, limits),
        amounts: amounts::of(desk, at, limits.facts),
        threads: threads(desk, Some(&entity.id), MAX_THREADS),
        name: desk.name(at)?,
        code: entity.code.clone(),
        parent: entity.parent.and_then(|parent| desk.name(parent)),
        within: first_of_each_kind(most(parts_of(desk, at), |at| desk.name(at)), limits.names),
        forms,
        shown_as,
        roles,
        officials: officials.first(desk, limits.names),
        together: first_of_each_kind(most(together, |at| desk.name(at)), limits.names),
        together_in_all,
        documents,
        most_in,
        in_documents: by_document.len(),
        mentions,
        passages,
    })
}

/// What the mentions of a name say together.
struct Mentions<'a> {
    /// Names in the same passages.
    together: BTreeMap<u32, usize>,
    /// Persons who stand for it.
    officials: OfficialCounts,
    forms: BTreeMap<String, FormUse>,
    roles: Vec<RoleUse>,
    /// By document.
    by_document: Vec<(u32, Vec<&'a Mention>)>,
    mentions: usize,
    passages: usize,
}

fn collect_mentions(desk: &Desk, at: u32, limits: Limits) -> Mentions<'_> {
    let mut out = Mentions {
        together: BTreeMap::new(),
        officials: OfficialCounts::default(),
        forms: BTreeMap::new(),
        roles: Vec::new(),
        by_document: Vec::new(),
        mentions: 0,
        passages: 0,
    };
    // A role with its employer, and its index in `roles`. Documents that say the same are counted, not listed.
    let mut known_roles: BTreeMap<(String, Option<u32>), (usize, u32)> = BTreeMap::new();
    for (document, body) in desk.corpus.bodies.numbered() {
        let entities = &desk.corpus.catalogue.entities;
        let stands_for =
            |whom: u32| whom == at || entities.get(whom as usize).is_some_and(|body| body.parent == Some(at));
        for mention in body.mentions.iter().filter(|mention| mention.affiliation.is_some_and(stands_for)) {
            out.officials.add(desk, document, mention);
        }
        let own: Vec<&Mention> = body.mentions.iter().filter(|mention| mention.entity == at).collect();
        if own.is_empty() {
            continue;
        }
        let places: BTreeSet<u32> = set(own.iter().map(|mention| mention.passage));
        out.mentions += own.len();
        out.passages += places.len();
        for passage in places {
            for other in desk.named(document, passage).into_iter().filter(|other| *other != at) {
                *out.together.entry(other).or_default() += 1;
            }
        }
        let mut here: BTreeSet<String> = BTreeSet::new();
        for mention in &own {
            let evidence = Evidence { passage: Some(mention.passage), span: mention.span };
            let words = desk.printed(document, evidence);
            let form = out.forms.entry(words.clone()).or_insert_with(|| FormUse {
                text: words.clone(),
                count: 0,
                places: Vec::new(),
                documents: 0,
            });
            form.count += 1;
            if here.insert(words) {
                form.documents += 1;
                if form.places.len() < limits.places {
                    form.places.push(desk.source(document, evidence));
                }
            }
            let Some(role) = mention.role else { continue };
            let role = desk.words(document, Some(mention.passage), role);
            let (n, last) =
                known_roles.entry((fold(&role), mention.affiliation)).or_insert((out.roles.len(), u32::MAX));
            if *n == out.roles.len() {
                let affiliation = mention.affiliation.and_then(|at| desk.name(at));
                let source = desk.source(document, evidence);
                out.roles.push(RoleUse { role, affiliation, source, documents: 0, dates: None });
            }
            if std::mem::replace(last, document) != document {
                out.roles[*n].documents += 1;
                out.roles[*n].widen(
                    desk.corpus
                        .catalogue
                        .documents
                        .get(document as usize)
                        .and_then(|record| record.date.as_ref())
                        .map(|date| date.value),
                );
            }
        }
        out.by_document.push((document, own));
    }
    out
}

impl RoleUse {
    /// Takes the date of another document in.
    fn widen(&mut self, date: Option<PartialDate>) {
        let Some(date) = date.filter(|date| date.bounds().is_some()) else { return };
        let (first, last) = self.dates.unwrap_or((date, date));
        let when = |date: &PartialDate| chronological(Some(*date));
        self.dates = Some((min_by_key(first, date, when), max_by_key(last, date, when)));
    }
}

/// The first `limit` mentions of a document, each with the text around it.
fn in_document(desk: &Desk, document: u32, own: &[&Mention], limit: usize) -> Option<DocumentMentions> {
    let body = desk.body(document);
    let in_context = |mention: &&Mention| {
        let source = desk.source(document, Evidence { passage: Some(mention.passage), span: mention.span });
        let (before, after) = body
            .and_then(|body| Some(ReadingText::of(body, body.passages.get(mention.passage as usize)?)))
            .and_then(|reading| Some(around(&reading.text, &reading.from_source(mention.span)?)))
            .unwrap_or_default();
        InContext { before, words: source.quote.clone(), after, source }
    };
    let record = desk.corpus.catalogue.documents.get(document as usize)?;
    Some(DocumentMentions {
        document: record.id.to_string(),
        title: desk.corpus.title_of(document as usize).to_owned(),
        titled: record.title.is_some(),
        mentions: own.iter().take(limit).map(in_context).collect(),
        total: own.len(),
    })
}

/// Names that belong to an entity, with the passages that name them.
fn parts_of(desk: &Desk, at: u32) -> BTreeMap<u32, usize> {
    let entities = &desk.corpus.catalogue.entities;
    let belongs: Vec<bool> = entities.iter().map(|part| part.is_some_and(|part| part.parent == Some(at))).collect();
    let mut within: BTreeMap<u32, usize> = BTreeMap::new();
    if !belongs.contains(&true) {
        return within;
    }
    for body in desk.corpus.bodies.iter().flatten() {
        for here in body.mentions.chunk_by(|a, b| a.passage == b.passage) {
            let parts = here.iter().map(|mention| mention.entity);
            for part in set(parts.filter(|part| belongs.get(*part as usize) == Some(&true))) {
                *within.entry(part).or_default() += 1;
            }
        }
    }
    within
}

/// Engagements in which an entity takes part or that are about it.
fn engagements_of(desk: &Desk, at: u32) -> Vec<EngagementAt> {
    let takes_part = |found: &entente_corpus::Engagement| {
        found.participants.iter().any(|party| party.entity == Some(at)) || found.topics.contains(&at)
    };
    let mut met = engagements::every(desk);
    met.retain(|place| engagements::engagement(desk, *place).is_some_and(takes_part));
    sort_by_key(&mut met, |place| {
        let date = engagements::engagement(desk, *place).and_then(|found| found.date.as_ref());
        (newest_first(desk.date_of_fact(place.0, date)), *place)
    });
    met
}

/// Statements that an entity makes or that name it.
fn statements_of(desk: &Desk, at: u32, limits: Limits) -> Part<StatementRow> {
    let mut said = statements::every(desk);
    said.retain(|place| {
        statements::statement(desk, *place).is_some_and(|found| statements::named(found).contains(&at))
    });
    sort_by_key(&mut said, |place| (newest_first(desk.date_of_fact(place.0, None)), *place));
    let total = said.len();
    Part { rows: said.into_iter().take(limits.facts).filter_map(|place| statements::row(desk, place)).collect(), total }
}
