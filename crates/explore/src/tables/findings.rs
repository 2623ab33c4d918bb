//! What the overview says first: findings of fixed kinds with their numbers, and threads across documents.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Corpus, EngagementStatus, EntityKind};
use entente_search::varint::{put, take};
use entente_text::order::{set, sort_by_key};

use super::amounts::is_money;
use super::engagements::{self, EngagementRow, engagement};
use super::select::Selection;
use super::source::{Desk, NameRef};
use crate::explorer::Explorer;
use crate::filter::Query;

/// What was found, as a kind with its numbers; the words are the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Commitments with nothing under them: how many, of how many, in how many forms.
    Blank(usize, usize, usize),
    /// Pairs that say the same matter with other words: how many, of how many.
    Differing(usize, usize),
    /// Series with numbers, and how many earlier numbers are not in the file.
    Series(usize, usize),
    /// Engagements without a printed year: how many, of how many.
    Undated(usize, usize),
    /// Engagements that are announced or planned and of which no outcome is told.
    Announced(usize),
    /// Short forms that are never opened: how many, of how many.
    NeverOpened(usize, usize),
    /// Sums of money.
    Money(usize),
    /// Statements, and by how many speakers.
    Statements(usize, usize),
    /// Source notes on one document: how many, its public name, its title.
    Notes(usize, String, String),
}

impl Finding {
    /// Appends `findings`, each as the number of its kind and three more.
    pub(crate) fn pack(findings: &[Self], corpus: &Corpus, out: &mut Vec<u8>) {
        put(out, number(findings.len()));
        for finding in findings {
            let numbers = match finding {
                Self::Blank(a, b, c) => [0, *a, *b, *c],
                Self::Differing(a, b) => [1, *a, *b, 0],
                Self::Series(a, b) => [2, *a, *b, 0],
                Self::Undated(a, b) => [3, *a, *b, 0],
                Self::Announced(a) => [4, *a, 0, 0],
                Self::NeverOpened(a, b) => [5, *a, *b, 0],
                Self::Money(a) => [6, *a, 0, 0],
                Self::Statements(a, b) => [7, *a, *b, 0],
                Self::Notes(a, id, _) => {
                    let mut documents = corpus.catalogue.documents.iter();
                    [8, *a, documents.position(|record| record.id.as_str() == id).unwrap_or(usize::MAX), 0]
                }
            };
            numbers.iter().for_each(|n| put(out, number(*n)));
        }
    }

    /// Takes findings off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8], corpus: &Corpus) -> Vec<Self> {
        let mut out = Vec::new();
        for _ in 0..take(bytes).min(9) {
            let [kind, a, b, c] = [(); 4].map(|()| take(bytes) as usize);
            out.extend(match kind {
                0 => Some(Self::Blank(a, b, c)),
                1 => Some(Self::Differing(a, b)),
                2 => Some(Self::Series(a, b)),
                3 => Some(Self::Undated(a, b)),
                4 => Some(Self::Announced(a)),
                5 => Some(Self::NeverOpened(a, b)),
                6 => Some(Self::Money(a)),
                7 => Some(Self::Statements(a, b)),
                _ => corpus
                    .catalogue
                    .documents
                    .get(b)
                    .map(|record| Self::Notes(a, record.id.to_string(), corpus.title_of(b).to_owned())),
            });
        }
        out
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Engagements between the same names, about the same topic, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Between whom.
    pub names: Vec<NameRef>,
    /// What about, where the engagements share a topic.
    pub topic: Option<NameRef>,
    /// In date order; what has no date of a known year stands last.
    pub steps: Vec<EngagementRow>,
    /// Documents that tell of them.
    pub documents: usize,
}

/// More partners in one engagement than this make no pair: a summit of all is no thread of two.
const PARTNERS: usize = 4;

impl Explorer {
    /// The findings that this file has: one whose number is zero is left out.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.made.findings.get_or_init(|| self.found()).clone()
    }

    fn found(&self) -> Vec<Finding> {
        let (query, none) = (Query::default(), Selection::default());
        let desk = self.desk();
        let mut out = Vec::new();
        let ledger = self.commitments(&query, &none);
        if ledger.of > 0 {
            out.push(Finding::Blank(ledger.blank, ledger.of, ledger.forms.len()));
        }
        let restated = desk.corpus.catalogue.links.iter();
        let restated = restated.filter(|link| link.kind.as_str() == "restates" && !link.template);
        let (mut pairs, mut differing) = (0, 0);
        for link in restated {
            pairs += 1;
            differing += usize::from(link.difference_kind.is_some());
        }
        if differing > 0 {
            out.push(Finding::Differing(differing, pairs));
        }
        let numbered = |series: &&entente_corpus::Series| {
            series.members.iter().any(|at| engagement(desk, *at).is_some_and(|found| found.ordinal.is_some()))
        };
        let series: Vec<_> = desk.corpus.catalogue.series.iter().filter(numbered).collect();
        if !series.is_empty() {
            out.push(Finding::Series(series.len(), series.iter().map(|series| series.missing.len()).sum()));
        }
        self.find_engagements(desk, &mut out);
        let acronyms = &desk.corpus.catalogue.acronyms;
        let never = acronyms.iter().filter(|found| found.expansion.is_none()).count();
        if never > 0 {
            out.push(Finding::NeverOpened(never, acronyms.len()));
        }
        let amounts = desk.corpus.bodies.iter().flat_map(|body| &body.amounts);
        let money = amounts.filter(|amount| is_money(amount)).count();
        if money > 0 {
            out.push(Finding::Money(money));
        }
        let statements = self.statements(&query, &none);
        if statements.speakers > 0 {
            out.push(Finding::Statements(statements.list.of, statements.speakers));
        }
        let noted = desk.corpus.bodies.iter().map(|body| body.anomalies.len()).enumerate();
        if let Some((at, count)) =
            noted.max_by_key(|(at, count)| (*count, usize::MAX - at)).filter(|(_, count)| *count > 0)
            && let Some(record) = desk.corpus.catalogue.documents.get(at)
        {
            out.push(Finding::Notes(count, record.id.to_string(), desk.corpus.title_of(at).to_owned()));
        }
        out
    }

    fn find_engagements(&self, desk: Desk<'_>, out: &mut Vec<Finding>) {
        let (mut all, mut undated, mut announced) = (0, 0, 0);
        for found in desk.corpus.bodies.iter().flat_map(|body| &body.engagements) {
            all += 1;
            undated += usize::from(found.date.as_ref().is_none_or(|date| date.value.bounds().is_none()));
            announced +=
                usize::from(matches!(found.status, Some(EngagementStatus::Announced | EngagementStatus::Planned)));
        }
        if undated > 0 {
            out.push(Finding::Undated(undated, all));
        }
        if announced > 0 {
            out.push(Finding::Announced(announced));
        }
    }

    /// Threads of at least two engagements, those told of in most documents first; at most `limit`. With a
    /// name, only threads in which it takes part.
    #[must_use]
    pub fn threads(&self, name: Option<&str>, limit: usize) -> Vec<Thread> {
        let desk = self.desk();
        let with = name.and_then(|id| self.entity(id));
        let mut groups: BTreeMap<(u32, u32, Option<u32>), Vec<engagements::At>> = BTreeMap::new();
        for at in engagements::every(desk) {
            let Some(found) = engagement(desk, at) else { continue };
            let partners: Vec<u32> = set(found
                .participants
                .iter()
                .filter_map(|party| party.entity)
                .filter(|entity| is_partner(desk, *entity)))
            .into_iter()
            .collect();
            if partners.len() > PARTNERS {
                continue;
            }
            let topics: Vec<Option<u32>> =
                if found.topics.is_empty() { vec![None] } else { found.topics.iter().copied().map(Some).collect() };
            for (n, one) in partners.iter().enumerate() {
                for other in &partners[n + 1..] {
                    for topic in &topics {
                        groups.entry((*one, *other, *topic)).or_default().push(at);
                    }
                }
            }
        }
        let wanted = |(one, other, topic): &(u32, u32, Option<u32>)| {
            with.is_none_or(|with| *one == with || *other == with || *topic == Some(with))
        };
        let mut threads: Vec<Thread> = groups
            .into_iter()
            .filter(|(key, steps)| steps.len() > 1 && wanted(key))
            .map(|((one, other, topic), mut steps)| {
                sort_by_key(&mut steps, |at| (engagements::when(engagement(desk, *at)), *at));
                let documents: BTreeSet<u32> = set(steps.iter().map(|(document, _)| *document));
                Thread {
                    names: desk.names(&[one, other]),
                    topic: topic.and_then(|at| desk.name(at)),
                    steps: steps.into_iter().filter_map(|at| engagements::row(desk, at)).collect(),
                    documents: documents.len(),
                }
            })
            .collect();
        sort_by_key(&mut threads, |thread| {
            (usize::MAX - thread.documents, usize::MAX - thread.steps.len(), thread.names.clone())
        });
        threads.truncate(limit);
        threads
    }
}

fn is_partner(desk: Desk<'_>, entity: u32) -> bool {
    let kind = desk.corpus.catalogue.entities.get(entity as usize).map(|entity| entity.kind);
    matches!(kind, Some(EntityKind::Country | EntityKind::Bloc | EntityKind::Organisation | EntityKind::Forum))
}
