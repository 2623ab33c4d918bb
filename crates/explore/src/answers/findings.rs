//! What the overview says first: findings of fixed kinds with their numbers.

use entente_corpus::{Corpus, EngagementStatus};
use entente_search::varint::{put, take};

use super::{acronyms, amounts, commitments, engagements, pairs, series, statements};
use crate::desk::Desk;
use crate::desk::gather::UNDATED;
use crate::query::{Axis, Filter, Query, Selection};

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

/// The list whose rows a finding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The ledger of commitments.
    Commitments,
    /// Passages that say the same.
    Pairs,
    /// Series of engagements.
    Series,
    /// Engagements.
    Engagements,
    /// Short forms.
    Acronyms,
    /// Amounts.
    Amounts,
    /// Statements.
    Statements,
    /// Source notes.
    Notes,
}

impl Finding {
    /// The number that it says first: exactly the rows of [`Finding::list`] under [`Finding::filter`] and
    /// [`Finding::selection`].
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Blank(count, ..)
            | Self::Differing(count, _)
            | Self::Series(count, _)
            | Self::Undated(count, _)
            | Self::Announced(count)
            | Self::NeverOpened(count, _)
            | Self::Money(count)
            | Self::Statements(count, _)
            | Self::Notes(count, ..) => *count,
        }
    }

    /// The list whose rows it counts.
    #[must_use]
    pub fn list(&self) -> Listed {
        match self {
            Self::Blank(..) => Listed::Commitments,
            Self::Differing(..) => Listed::Pairs,
            Self::Series(..) => Listed::Series,
            Self::Undated(..) | Self::Announced(_) => Listed::Engagements,
            Self::NeverOpened(..) => Listed::Acronyms,
            Self::Money(_) => Listed::Amounts,
            Self::Statements(..) => Listed::Statements,
            Self::Notes(..) => Listed::Notes,
        }
    }

    /// The filter of that list which leaves the rows that are counted.
    #[must_use]
    pub fn filter(&self) -> Filter {
        match self {
            Self::Notes(_, document, _) => Filter::default().with(Axis::Document, document),
            _ => Filter::default(),
        }
    }

    /// The list's own filter which leaves the rows that are counted.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let status = |words: &[&str]| {
            words.iter().fold(Selection::default(), |selection, word| selection.with(Axis::Status, word, false))
        };
        match self {
            Self::Blank(..) => status(&[commitments::NOTHING]),
            Self::Differing(..) => status(&[pairs::REWORDED]),
            Self::Series(..) => status(&[series::NUMBERED]),
            Self::Undated(..) => status(&[UNDATED]),
            Self::Announced(_) => status(&[EngagementStatus::Announced.as_str(), EngagementStatus::Planned.as_str()]),
            Self::NeverOpened(..) => status(&[acronyms::NEVER_OPENED]),
            Self::Money(_) => status(&[amounts::MONEY]),
            Self::Statements(..) | Self::Notes(..) => Selection::default(),
        }
    }
}

/// The findings that this file has; one whose number is zero is left out. Each number is that of its list.
pub(crate) fn findings(desk: &Desk) -> Vec<Finding> {
    let (query, all) = (Query::default(), Selection::default());
    let ledger = commitments::commitments(desk, &query, &all);
    let statements = statements::statements(desk, &query, &all);
    let missing = desk.corpus.catalogue.series.iter().filter(|found| series::is_numbered(desk, found));
    let missing = missing.map(|series| series.missing.len()).sum();
    let engagements = |finding: Finding| engagements::engagements(desk, &query, &finding.selection());
    let undated = engagements(Finding::Undated(0, 0));
    let announced = engagements(Finding::Announced(0));
    let differing = pairs::pairs(desk, &query, &Finding::Differing(0, 0).selection());
    let numbered = series::series_list(desk, &query, &Finding::Series(0, 0).selection());
    let never = acronyms::acronyms(desk, &query, &Finding::NeverOpened(0, 0).selection());
    let money = amounts::amounts(desk, &query, &Finding::Money(0).selection());
    let noted = desk.corpus.bodies.iter().map(|body| body.anomalies.len()).enumerate();
    let noted = noted.max_by_key(|(at, count)| (*count, usize::MAX - at)).and_then(|(at, count)| {
        let record = desk.corpus.catalogue.documents.get(at)?;
        Some(Finding::Notes(count, record.id.to_string(), desk.corpus.title_of(at).to_owned()))
    });
    let mut out = vec![
        Finding::Blank(ledger.blank, ledger.of, ledger.forms.len()),
        Finding::Differing(differing.total, differing.of),
        Finding::Series(numbered.total, missing),
        Finding::Undated(undated.total, undated.of),
        Finding::Announced(announced.total),
        Finding::NeverOpened(never.total, never.of),
        Finding::Money(money.total),
        Finding::Statements(statements.list.total, statements.speakers),
    ];
    out.extend(noted);
    out.retain(|finding| finding.count() > 0 && !matches!(finding, Finding::Statements(_, 0)));
    out
}
