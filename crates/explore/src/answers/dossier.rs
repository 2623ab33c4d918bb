//! Everything about one name.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Evidence, Mention, ReadingText};
use entente_text::order::{set, sort_by, sort_by_key};

use super::amounts::{self, AmountRow};
use super::context::around;
use super::engagements::{self, EngagementRow};
use super::statements::{self, StatementRow};
use super::threads::{Thread, threads};
use crate::desk::{Desk, resolve};
use crate::models::facts::{NameRef, Source};

/// Threads of a name.
const MAX_THREADS: usize = 12;

/// Everything about one name.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The name.
    pub name: NameRef,
    /// ISO 3166-1 alpha-2 for countries.
    pub code: Option<String>,
    /// Whom it belongs to.
    pub parent: Option<NameRef>,
    /// Names that belong to it, with the passages that name them; most first.
    pub within: Vec<(NameRef, usize)>,
    /// Forms printed, most frequent first.
    pub forms: Vec<FormUse>,
    /// Why the name is shown in the form it is.
    pub shown_as: ShownAs,
    /// A person's roles, in the order of the documents.
    pub roles: Vec<RoleUse>,
    /// Persons who stand here for it: role and all.
    pub people: Vec<(NameRef, usize)>,
    /// Names in the same passages, with how many passages; most first.
    pub together: Vec<(NameRef, usize)>,
    /// Engagements in which it takes part or that are about it, by date.
    pub engagements: Vec<EngagementRow>,
    /// Statements that it makes or that name it.
    pub statements: Vec<StatementRow>,
    /// Amounts that it pays or receives.
    pub amounts: Vec<AmountRow>,
    /// One thread for each partner and topic.
    pub threads: Vec<Thread>,
    /// Every mention, by document.
    pub documents: Vec<DocumentMentions>,
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
    /// Its first place in each document that prints it.
    pub places: Vec<Source>,
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
    /// In order of position.
    pub mentions: Vec<InContext>,
}

/// A mention with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InContext {
    /// Where.
    pub source: Source,
    /// What stands before it.
    pub before: String,
    /// The words that name it.
    pub words: String,
    /// What stands after it.
    pub behind: String,
}

/// The dossier of the name with this id, or called so; `None` if this file has no such name.
pub(crate) fn dossier(desk: &Desk, id: &str) -> Option<Dossier> {
    let at = resolve::entity(desk, id)?;
    let entity = desk.corpus.catalogue.entities.get(at as usize)?;
    let mut together: BTreeMap<u32, usize> = BTreeMap::new();
    let mut people: BTreeMap<u32, usize> = BTreeMap::new();
    let mut forms: BTreeMap<String, FormUse> = BTreeMap::new();
    let mut roles: Vec<RoleUse> = Vec::new();
    let mut documents = Vec::new();
    let (mut mentions, mut passages) = (0, 0);
    for (body, document) in desk.corpus.bodies.iter().zip(0_u32..) {
        for mention in body.mentions.iter().filter(|mention| mention.affiliation == Some(at)) {
            *people.entry(mention.entity).or_default() += 1;
        }
        let own: Vec<&Mention> = body.mentions.iter().filter(|mention| mention.entity == at).collect();
        if own.is_empty() {
            continue;
        }
        let places: BTreeSet<u32> = set(own.iter().map(|mention| mention.passage));
        mentions += own.len();
        passages += places.len();
        for passage in places {
            for other in desk.named(document, passage).into_iter().filter(|other| *other != at) {
                *together.entry(other).or_default() += 1;
            }
        }
        let mut here: BTreeSet<String> = BTreeSet::new();
        let mut list = Vec::new();
        for mention in own {
            let source = desk.source(document, Evidence { passage: Some(mention.passage), span: mention.span });
            let words = source.quote.clone();
            let form = forms.entry(words.clone()).or_insert_with(|| FormUse {
                text: words.clone(),
                count: 0,
                places: Vec::new(),
            });
            form.count += 1;
            if here.insert(words.clone()) {
                form.places.push(source.clone());
            }
            if let Some(role) = mention.role {
                let role = desk.words(document, Some(mention.passage), role);
                let affiliation = mention.affiliation.and_then(|at| desk.name(at));
                if !roles.iter().any(|known| {
                    known.role == role && known.affiliation == affiliation && known.source.document == source.document
                }) {
                    roles.push(RoleUse { role, affiliation, source: source.clone() });
                }
            }
            let (before, behind) = body
                .passages
                .get(mention.passage as usize)
                .map(|passage| ReadingText::of(body, passage))
                .and_then(|reading| Some(around(&reading.text, &reading.from_source(mention.span)?)))
                .unwrap_or_default();
            list.push(InContext { source, before, words, behind });
        }
        let record = &desk.corpus.catalogue.documents[document as usize];
        documents.push(DocumentMentions {
            document: record.id.to_string(),
            title: desk.corpus.title_of(document as usize).to_owned(),
            titled: record.title.is_some(),
            mentions: list,
        });
    }
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
    let entities = &desk.corpus.catalogue.entities;
    let belongs = |part: u32| entities.get(part as usize).is_some_and(|part| part.parent == Some(at));
    let mut within: BTreeMap<u32, usize> = BTreeMap::new();
    for body in &desk.corpus.bodies {
        for here in body.mentions.chunk_by(|a, b| a.passage == b.passage) {
            let parts = here.iter().map(|mention| mention.entity).filter(|part| belongs(*part));
            for part in set(parts) {
                *within.entry(part).or_default() += 1;
            }
        }
    }
    let within = most(within, |at| desk.name(at));
    let (met, said) = facts(desk, at);
    Some(Dossier {
        engagements: met,
        statements: said,
        amounts: amounts::of(desk, at),
        threads: threads(desk, Some(&entity.id), MAX_THREADS),
        name: desk.name(at)?,
        code: entity.code.clone(),
        parent: entity.parent.and_then(|parent| desk.name(parent)),
        within,
        forms,
        shown_as,
        roles,
        people: most(people, |at| desk.name(at)),
        together: most(together, |at| desk.name(at)),
        documents,
        mentions,
        passages,
    })
}

/// Engagements and statements that name an entity.
fn facts(desk: &Desk, at: u32) -> (Vec<EngagementRow>, Vec<StatementRow>) {
    let takes_part = |found: &entente_corpus::Engagement| {
        found.participants.iter().any(|party| party.entity == Some(at)) || found.topics.contains(&at)
    };
    let mut met = engagements::every(desk);
    met.retain(|place| engagements::engagement(desk, *place).is_some_and(takes_part));
    sort_by_key(&mut met, |place| (engagements::when(engagements::engagement(desk, *place)), *place));
    let mut said = statements::every(desk);
    said.retain(|place| {
        statements::statement(desk, *place).is_some_and(|found| statements::named(found).contains(&at))
    });
    (
        met.into_iter().filter_map(|place| engagements::row(desk, place)).collect(),
        said.into_iter().filter_map(|place| statements::row(desk, place)).collect(),
    )
}

/// Names with counts, most first.
fn most(counts: BTreeMap<u32, usize>, name: impl Fn(u32) -> Option<NameRef>) -> Vec<(NameRef, usize)> {
    let mut list: Vec<(NameRef, usize)> =
        counts.into_iter().filter_map(|(at, count)| Some((name(at)?, count))).collect();
    sort_by(&mut list, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list
}
