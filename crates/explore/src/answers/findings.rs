//! What the overview says first: what is rare among the rows of a list, with its share.

use std::collections::BTreeMap;

use entente_corpus::EngagementStatus;
use entente_search::varint::{put, put_text, take, take_text};
use entente_text::order::sort_by_key;
use entente_text::saturating_u32;

use super::{acronyms, commitments, engagements, notes, pairs, series};
use crate::desk::Desk;
use crate::desk::gather::UNDATED;
use crate::models::overview::many;
use crate::query::{Axis, Filter, Query, Selection};

/// Findings that are shown.
const MAX_FINDINGS: usize = 6;
/// A document is named for its source notes if it has more than one of so many.
const MIN_NOTED_SHARE: usize = 5;
/// A share says something of a list of so many rows.
const MIN_ROWS: usize = 5;
/// A share of more is the rule, not a finding: as a part of [`WHOLE`].
const MAX_SHARE: usize = 80;
const WHOLE: usize = 100;

/// How many rows of a list have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What they have in common; the words are the page's.
    pub kind: FindingKind,
    /// How many rows: exactly those of [`Finding::list`] under [`Finding::filter`] and [`Finding::selection`].
    pub count: usize,
    /// Of how many rows.
    pub of: usize,
}

/// What the rows of a finding have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// Commitments with nothing under them.
    Blank {
        /// In how many forms.
        forms: usize,
    },
    /// Pairs that say the same matter with other words.
    Differing,
    /// Series with numbers that are not in the file.
    Incomplete {
        /// How many numbers.
        missing: usize,
    },
    /// Engagements without a printed year.
    Undated,
    /// Engagements that are announced or planned, and whose outcome no document reports.
    Announced,
    /// Short forms that are never opened.
    NeverOpened,
    /// Documents without a date.
    UndatedDocuments,
    /// Documents in another language than most.
    OtherLanguages {
        /// Their languages, those of most documents first.
        languages: Vec<String>,
    },
    /// Source notes on the document that has most.
    Notes {
        /// Public name of the document.
        document: String,
        /// Its title.
        title: String,
    },
}

/// The list whose rows a finding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Documents.
    Documents,
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
    /// Source notes.
    Notes,
}

impl Finding {
    /// The list whose rows it counts.
    #[must_use]
    pub fn list(&self) -> Listed {
        match self.kind {
            FindingKind::Blank { .. } => Listed::Commitments,
            FindingKind::Differing => Listed::Pairs,
            FindingKind::Incomplete { .. } => Listed::Series,
            FindingKind::Undated | FindingKind::Announced => Listed::Engagements,
            FindingKind::NeverOpened => Listed::Acronyms,
            FindingKind::UndatedDocuments | FindingKind::OtherLanguages { .. } => Listed::Documents,
            FindingKind::Notes { .. } => Listed::Notes,
        }
    }

    /// The filter of that list which leaves the rows that are counted.
    #[must_use]
    pub fn filter(&self) -> Filter {
        match &self.kind {
            FindingKind::Notes { document, .. } => Filter::default().with(Axis::Document, document),
            FindingKind::OtherLanguages { languages } => {
                languages.iter().fold(Filter::default(), |filter, language| filter.with(Axis::Language, language))
            }
            FindingKind::Blank { .. }
            | FindingKind::Differing
            | FindingKind::Incomplete { .. }
            | FindingKind::Undated
            | FindingKind::Announced
            | FindingKind::NeverOpened
            | FindingKind::UndatedDocuments => Filter::default(),
        }
    }

    /// The list's own filter which leaves the rows that are counted.
    #[must_use]
    pub fn selection(&self) -> Selection {
        let status = |words: &[&str]| {
            words.iter().fold(Selection::default(), |selection, word| selection.with(Axis::Status, word, false))
        };
        match self.kind {
            FindingKind::Blank { .. } => status(&[commitments::NOTHING]),
            FindingKind::Differing => status(&[pairs::REWORDED]),
            FindingKind::Incomplete { .. } => status(&[series::INCOMPLETE]),
            FindingKind::Undated | FindingKind::UndatedDocuments => status(&[UNDATED]),
            FindingKind::Announced => {
                status(&[EngagementStatus::Announced.as_str(), EngagementStatus::Planned.as_str()])
            }
            FindingKind::NeverOpened => status(&[acronyms::NEVER_OPENED]),
            FindingKind::OtherLanguages { .. } | FindingKind::Notes { .. } => Selection::default(),
        }
    }

    /// Appends findings.
    pub(crate) fn pack(findings: &[Self], out: &mut Vec<u8>) {
        put(out, saturating_u32(findings.len()));
        for finding in findings {
            let (sort, number, texts): (u32, usize, Vec<&str>) = match &finding.kind {
                FindingKind::Blank { forms } => (0, *forms, Vec::new()),
                FindingKind::Differing => (1, 0, Vec::new()),
                FindingKind::Incomplete { missing } => (2, *missing, Vec::new()),
                FindingKind::Undated => (3, 0, Vec::new()),
                FindingKind::Announced => (4, 0, Vec::new()),
                FindingKind::NeverOpened => (5, 0, Vec::new()),
                FindingKind::UndatedDocuments => (6, 0, Vec::new()),
                FindingKind::OtherLanguages { languages } => (7, 0, languages.iter().map(String::as_str).collect()),
                FindingKind::Notes { document, title } => (8, 0, vec![document, title]),
            };
            for count in [finding.count, finding.of, number, texts.len()] {
                put(out, saturating_u32(count));
            }
            texts.into_iter().for_each(|text| put_text(out, text));
            put(out, sort);
        }
    }

    /// Reads what [`Finding::pack`] wrote from the front of `bytes`; `None` if the bytes are something else.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Vec<Self>> {
        many(bytes, |bytes| {
            let [count, of, number] = [(); 3].map(|()| take(bytes) as usize);
            let texts = many(bytes, |bytes| Some(take_text(bytes).to_owned()))?;
            let kind = match take(bytes) {
                0 => FindingKind::Blank { forms: number },
                1 => FindingKind::Differing,
                2 => FindingKind::Incomplete { missing: number },
                3 => FindingKind::Undated,
                4 => FindingKind::Announced,
                5 => FindingKind::NeverOpened,
                6 => FindingKind::UndatedDocuments,
                7 => FindingKind::OtherLanguages { languages: texts },
                _ => {
                    let [document, title] = <[String; 2]>::try_from(texts).ok()?;
                    FindingKind::Notes { document, title }
                }
            };
            Some(Self { kind, count, of })
        })
    }

    /// True if the rows are some of a list that is long enough, and not nearly all of it.
    fn is_notable(&self) -> bool {
        self.count > 0 && self.of >= MIN_ROWS && self.count * WHOLE <= self.of * MAX_SHARE
    }
}

/// The findings of this file, the smallest share first. Each number is that of its list.
pub(crate) fn findings(desk: &Desk) -> Vec<Finding> {
    let catalogue = &desk.corpus.catalogue;
    let (query, all) = (Query::default(), Selection::default());
    let selecting = |kind: FindingKind| Finding { kind, count: 0, of: 0 }.selection();
    let ledger = commitments::commitments(desk, &query, &all);
    let undated = engagements::engagements(desk, &query, &selecting(FindingKind::Undated));
    let announced = engagements::engagements(desk, &query, &selecting(FindingKind::Announced));
    let differing = pairs::pairs(desk, &query, &selecting(FindingKind::Differing));
    let incomplete = series::series_list(desk, &query, &selecting(FindingKind::Incomplete { missing: 0 }));
    let never = acronyms::acronyms(desk, &query, &selecting(FindingKind::NeverOpened));
    let missing = catalogue.series.get().into_iter().flatten().map(|series| series.missing.len()).sum();
    let undated_documents = catalogue.documents.iter().flatten().filter(|record| record.date.is_none()).count();
    let mut out = vec![
        Finding { kind: FindingKind::Blank { forms: ledger.forms.len() }, count: ledger.blank, of: ledger.of },
        Finding { kind: FindingKind::Differing, count: differing.total, of: differing.of },
        Finding { kind: FindingKind::Incomplete { missing }, count: incomplete.total, of: incomplete.of },
        Finding { kind: FindingKind::Undated, count: undated.total, of: undated.of },
        Finding { kind: FindingKind::Announced, count: announced.total, of: announced.of },
        Finding { kind: FindingKind::NeverOpened, count: never.total, of: never.of },
        Finding { kind: FindingKind::UndatedDocuments, count: undated_documents, of: catalogue.documents.len() },
    ];
    out.extend(other_languages(desk));
    out.extend(most_noted(desk));
    out.retain(Finding::is_notable);
    // Shares are compared in millionths.
    sort_by_key(&mut out, |finding| finding.count * 1_000_000 / finding.of);
    out.truncate(MAX_FINDINGS);
    out
}

/// The documents that are not in the language of most documents.
fn other_languages(desk: &Desk) -> Option<Finding> {
    let documents = &desk.corpus.catalogue.documents;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for language in documents.iter().filter_map(|record| record?.language.as_ref()) {
        *counts.entry(language.value.as_str()).or_default() += 1;
    }
    let mut languages: Vec<(&str, usize)> = counts.into_iter().collect();
    sort_by_key(&mut languages, |(tag, count)| (usize::MAX - count, *tag));
    let others = languages.get(1..).filter(|others| !others.is_empty())?;
    Some(Finding {
        kind: FindingKind::OtherLanguages { languages: others.iter().map(|(tag, _)| (*tag).to_owned()).collect() },
        count: others.iter().map(|(_, count)| count).sum(),
        of: documents.len(),
    })
}

/// The source notes on the document that has most, among several with notes, if it has a large part of all.
fn most_noted(desk: &Desk) -> Option<Finding> {
    let noted = desk.corpus.bodies.numbered().map(|(at, body)| (at as usize, body.anomalies.len()));
    let (at, count) = noted.max_by_key(|(at, count)| (*count, usize::MAX - at))?;
    let record = desk.corpus.catalogue.documents.get(at)?;
    let kind = FindingKind::Notes { document: record.id.to_string(), title: desk.corpus.title_of(at).to_owned() };
    let of = notes::notes(desk, &Query::default(), &Selection::default()).of;
    // Of ten thousand documents one has most, and says nothing about the file.
    (count * MIN_NOTED_SHARE >= of).then_some(Finding { kind, count, of })
}
