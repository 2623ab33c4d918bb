//! What the overview says first: findings of fixed kinds with their numbers.

use entente_corpus::{Corpus, EngagementStatus};
use entente_search::varint::{put, take};

use super::amounts::is_money;
use super::commitments::commitments;
use super::engagements::engagement;
use super::statements::statements;
use crate::desk::Desk;
use crate::query::{Query, Selection};

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

/// The findings that this file has: one whose number is zero is left out.
pub(crate) fn findings(desk: &Desk) -> Vec<Finding> {
    let (query, none) = (Query::default(), Selection::default());
    let mut out = Vec::new();
    let ledger = commitments(desk, &query, &none);
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
    find_engagements(desk, &mut out);
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
    let statements = statements(desk, &query, &none);
    if statements.speakers > 0 {
        out.push(Finding::Statements(statements.list.of, statements.speakers));
    }
    let noted = desk.corpus.bodies.iter().map(|body| body.anomalies.len()).enumerate();
    if let Some((at, count)) = noted.max_by_key(|(at, count)| (*count, usize::MAX - at)).filter(|(_, count)| *count > 0)
        && let Some(record) = desk.corpus.catalogue.documents.get(at)
    {
        out.push(Finding::Notes(count, record.id.to_string(), desk.corpus.title_of(at).to_owned()));
    }
    out
}

fn find_engagements(desk: &Desk, out: &mut Vec<Finding>) {
    let (mut all, mut undated, mut announced) = (0, 0, 0);
    for found in desk.corpus.bodies.iter().flat_map(|body| &body.engagements) {
        all += 1;
        undated += usize::from(found.date.as_ref().is_none_or(|date| date.value.bounds().is_none()));
        announced += usize::from(matches!(found.status, Some(EngagementStatus::Announced | EngagementStatus::Planned)));
    }
    if undated > 0 {
        out.push(Finding::Undated(undated, all));
    }
    if announced > 0 {
        out.push(Finding::Announced(announced));
    }
}
