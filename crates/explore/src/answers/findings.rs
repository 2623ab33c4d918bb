//! What the overview says first: findings of fixed kinds with their numbers.

use entente_corpus::{Corpus, EngagementStatus};
use entente_search::varint::{put, take};
use entente_text::saturating_u32;

use super::{acronyms, amounts, commitments, engagements, pairs, series, statements};
use crate::desk::Desk;
use crate::desk::gather::UNDATED;
use crate::query::{Axis, Filter, Query, Selection};

/// What was found, as a kind with its numbers; the words are the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Commitments with nothing under them.
    Blank {
        /// How many.
        count: usize,
        /// Of how many commitments.
        of: usize,
        /// In how many forms.
        forms: usize,
    },
    /// Pairs that say the same matter with other words.
    Differing {
        /// How many.
        count: usize,
        /// Of how many pairs.
        of: usize,
    },
    /// Series with numbers.
    Series {
        /// How many.
        count: usize,
        /// Earlier numbers of theirs that are not in the file.
        missing: usize,
    },
    /// Engagements without a printed year.
    Undated {
        /// How many.
        count: usize,
        /// Of how many engagements.
        of: usize,
    },
    /// Engagements that are announced or planned and of which no outcome is told.
    Announced {
        /// How many.
        count: usize,
    },
    /// Short forms that are never opened.
    NeverOpened {
        /// How many.
        count: usize,
        /// Of how many short forms.
        of: usize,
    },
    /// Sums of money.
    Money {
        /// How many.
        count: usize,
    },
    /// Statements.
    Statements {
        /// How many.
        count: usize,
        /// By how many speakers.
        speakers: usize,
    },
    /// Source notes on the document that has most.
    Notes {
        /// How many.
        count: usize,
        /// Public name of the document.
        document: String,
        /// Its title.
        title: String,
    },
}

impl Finding {
    /// Appends `findings`, each as the number of its kind and three more.
    pub(crate) fn pack(findings: &[Self], corpus: &Corpus, out: &mut Vec<u8>) {
        put(out, saturating_u32(findings.len()));
        for finding in findings {
            let numbers = match finding {
                Self::Blank { count: a, of: b, forms: c } => [0, *a, *b, *c],
                Self::Differing { count: a, of: b } => [1, *a, *b, 0],
                Self::Series { count: a, missing: b } => [2, *a, *b, 0],
                Self::Undated { count: a, of: b } => [3, *a, *b, 0],
                Self::Announced { count: a } => [4, *a, 0, 0],
                Self::NeverOpened { count: a, of: b } => [5, *a, *b, 0],
                Self::Money { count: a } => [6, *a, 0, 0],
                Self::Statements { count: a, speakers: b } => [7, *a, *b, 0],
                Self::Notes { count: a, document: id, .. } => {
                    let mut documents = corpus.catalogue.documents.iter();
                    [8, *a, documents.position(|record| record.id.as_str() == id).unwrap_or(usize::MAX), 0]
                }
            };
            numbers.iter().for_each(|n| put(out, saturating_u32(*n)));
        }
    }

    /// Takes findings off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8], corpus: &Corpus) -> Vec<Self> {
        let mut out = Vec::new();
        for _ in 0..take(bytes).min(9) {
            let [kind, a, b, c] = [(); 4].map(|()| take(bytes) as usize);
            out.extend(match kind {
                0 => Some(Self::Blank { count: a, of: b, forms: c }),
                1 => Some(Self::Differing { count: a, of: b }),
                2 => Some(Self::Series { count: a, missing: b }),
                3 => Some(Self::Undated { count: a, of: b }),
                4 => Some(Self::Announced { count: a }),
                5 => Some(Self::NeverOpened { count: a, of: b }),
                6 => Some(Self::Money { count: a }),
                7 => Some(Self::Statements { count: a, speakers: b }),
                8 => corpus.catalogue.documents.get(b).map(|record| Self::Notes {
                    count: a,
                    document: record.id.to_string(),
                    title: corpus.title_of(b).to_owned(),
                }),
                _ => None,
            });
        }
        out
    }
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
            Self::Blank { count, .. }
            | Self::Differing { count, .. }
            | Self::Series { count, .. }
            | Self::Undated { count, .. }
            | Self::Announced { count }
            | Self::NeverOpened { count, .. }
            | Self::Money { count }
            | Self::Statements { count, .. }
            | Self::Notes { count, .. } => *count,
        }
    }

    /// The list whose rows it counts.
    #[must_use]
    pub fn list(&self) -> Listed {
        match self {
            Self::Blank { .. } => Listed::Commitments,
            Self::Differing { .. } => Listed::Pairs,
            Self::Series { .. } => Listed::Series,
            Self::Undated { .. } | Self::Announced { .. } => Listed::Engagements,
            Self::NeverOpened { .. } => Listed::Acronyms,
            Self::Money { .. } => Listed::Amounts,
            Self::Statements { .. } => Listed::Statements,
            Self::Notes { .. } => Listed::Notes,
        }
    }

    /// The filter of that list which leaves the rows that are counted.
    #[must_use]
    pub fn filter(&self) -> Filter {
        match self {
            Self::Notes { document, .. } => Filter::default().with(Axis::Document, document),
            Self::Blank { .. }
            | Self::Differing { .. }
            | Self::Series { .. }
            | Self::Undated { .. }
            | Self::Announced { .. }
            | Self::NeverOpened { .. }
            | Self::Money { .. }
            | Self::Statements { .. } => Filter::default(),
        }
    }

    /// The list's own filter which leaves the rows that are counted.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let status = |words: &[&str]| {
            words.iter().fold(Selection::default(), |selection, word| selection.with(Axis::Status, word, false))
        };
        match self {
            Self::Blank { .. } => status(&[commitments::NOTHING]),
            Self::Differing { .. } => status(&[pairs::REWORDED]),
            Self::Series { .. } => status(&[series::NUMBERED]),
            Self::Undated { .. } => status(&[UNDATED]),
            Self::Announced { .. } => {
                status(&[EngagementStatus::Announced.as_str(), EngagementStatus::Planned.as_str()])
            }
            Self::NeverOpened { .. } => status(&[acronyms::NEVER_OPENED]),
            Self::Money { .. } => status(&[amounts::MONEY]),
            Self::Statements { .. } | Self::Notes { .. } => Selection::default(),
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
    let undated = engagements(Finding::Undated { count: 0, of: 0 });
    let announced = engagements(Finding::Announced { count: 0 });
    let differing = pairs::pairs(desk, &query, &Finding::Differing { count: 0, of: 0 }.selection());
    let numbered = series::series_list(desk, &query, &Finding::Series { count: 0, missing: 0 }.selection());
    let never = acronyms::acronyms(desk, &query, &Finding::NeverOpened { count: 0, of: 0 }.selection());
    let money = amounts::amounts(desk, &query, &Finding::Money { count: 0 }.selection());
    let noted = desk.corpus.bodies.iter().map(|body| body.anomalies.len()).enumerate();
    let noted = noted.max_by_key(|(at, count)| (*count, usize::MAX - at)).and_then(|(at, count)| {
        let record = desk.corpus.catalogue.documents.get(at)?;
        Some(Finding::Notes { count, document: record.id.to_string(), title: desk.corpus.title_of(at).to_owned() })
    });
    let mut out = vec![
        Finding::Blank { count: ledger.blank, of: ledger.of, forms: ledger.forms.len() },
        Finding::Differing { count: differing.total, of: differing.of },
        Finding::Series { count: numbered.total, missing },
        Finding::Undated { count: undated.total, of: undated.of },
        Finding::Announced { count: announced.total },
        Finding::NeverOpened { count: never.total, of: never.of },
        Finding::Money { count: money.total },
        Finding::Statements { count: statements.list.total, speakers: statements.speakers },
    ];
    out.extend(noted);
    out.retain(|finding| finding.count() > 0 && !matches!(finding, Finding::Statements { speakers: 0, .. }));
    out
}
