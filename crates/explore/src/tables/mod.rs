//! Lists of what was found: names, engagements, series, commitments, statements, pairs, amounts, short
//! forms, notes.
//!
//! In: the corpus, words and filters. Out: rows as plain data, each with the words it stands on. It
//! extracts nothing, and knows neither elements nor how links are written.

mod acronyms;
mod amounts;
mod commitments;
mod compare;
mod compare_names;
mod context;
mod dossier;
mod engagements;
mod findings;
mod margin;
mod names;
mod notes;
mod pairs;
mod preview;
mod select;
mod series;
mod source;
mod statements;

pub use acronyms::AcronymRow;
pub use amounts::AmountRow;
pub use commitments::{Area, Commitment, Form, Ledger, Measure, Place};
pub(crate) use compare::differing;
pub use compare::{Change, Comparison, Facing, Run, Side};
pub use compare_names::{NameSide, NamesCompared};
pub use dossier::{DocumentMentions, Dossier, FormUse, InContext, RoleUse};
pub use engagements::{EngagementRow, EngagementView};
pub use findings::{Finding, Thread};
pub use margin::{Margin, MarginLine};
pub use names::NameRow;
pub use notes::NoteRow;
pub use pairs::PairRow;
pub use preview::Preview;
pub use select::{Axis, Dimension, Group, List, Selection};
pub use series::{Numbers, SeriesRow};
pub(crate) use source::{Desk, dated};
pub use source::{NameRef, PartyRef, Source};
pub use statements::{StatementList, StatementRow};

use entente_corpus::{AnomalyKind, Body, DifferenceKind, EngagementKind, EntityKind, LinkKind, Modality};
use entente_search::varint::{put, take};

use crate::explorer::Explorer;
use crate::filter::Query;

/// Words of `status`: of engagements, of commitments, of amounts, of short forms.
const STATUS: &[&str] = &[
    "held",
    "announced",
    "planned",
    "recurring",
    "undertaken",
    "nothing",
    "pledged",
    "paid",
    "fee",
    "threshold",
    "count",
    "opened",
    "opened-elsewhere",
    "never-opened",
];

/// How many rows each list has, without any filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Documents.
    pub documents: usize,
    /// Names that are mentioned.
    pub names: usize,
    /// Engagements.
    pub engagements: usize,
    /// Series of engagements.
    pub series: usize,
    /// Commitments in the ledgers of forms.
    pub commitments: usize,
    /// Statements.
    pub statements: usize,
    /// Pairs that say the same matter.
    pub pairs: usize,
    /// Amounts.
    pub amounts: usize,
    /// Short forms.
    pub acronyms: usize,
    /// Source notes, unreadable files among them.
    pub notes: usize,
}

impl Contents {
    fn fields(&mut self) -> [&mut usize; 10] {
        let Self { documents, names, engagements, series, commitments, statements, pairs, amounts, acronyms, notes } =
            self;
        [documents, names, engagements, series, commitments, statements, pairs, amounts, acronyms, notes]
    }

    /// Appends the counts.
    pub(crate) fn pack(mut self, out: &mut Vec<u8>) {
        for count in self.fields() {
            put(out, u32::try_from(*count).unwrap_or(u32::MAX));
        }
    }

    /// Takes counts off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8]) -> Self {
        let mut out = Self::default();
        for count in out.fields() {
            *count = take(bytes) as usize;
        }
        out
    }
}

impl Explorer {
    /// How a value of a list's own filter reads, where it is one of the filter's words or of this file's series.
    #[must_use]
    pub fn own_label(&self, dimension: Dimension, value: &str) -> Option<String> {
        let word = |known: bool| known.then(|| value.replace('-', " "));
        match dimension {
            Dimension::EntityKind => word(EntityKind::from_word(value).is_some()),
            Dimension::EngagementKind => word(EngagementKind::from_word(value).is_some()),
            Dimension::LinkKind => word(LinkKind::from_word(value).is_some()),
            Dimension::DifferenceKind => word(value == "none" || DifferenceKind::from_word(value).is_some()),
            Dimension::NoteKind => word(AnomalyKind::from_word(value).is_some()),
            Dimension::Modality => word(Modality::from_word(value).is_some()),
            Dimension::Status => word(STATUS.contains(&value)),
            Dimension::Series => {
                self.corpus().catalogue.series.iter().find(|known| known.id == value).map(|known| known.name.clone())
            }
        }
    }

    /// How many rows each list has.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.made.contents.get_or_init(|| self.counted()).clone()
    }

    fn counted(&self) -> Contents {
        let corpus = self.corpus();
        let catalogue = &corpus.catalogue;
        let bodies = |count: fn(&Body) -> usize| corpus.bodies.iter().map(|body| count(body)).sum::<usize>();
        Contents {
            documents: catalogue.documents.len(),
            names: catalogue.entities.len(),
            engagements: bodies(|body| body.engagements.len()),
            series: catalogue.series.len(),
            commitments: self.commitments(&Query::default(), &Selection::default()).of,
            statements: bodies(|body| body.statements.len()),
            pairs: catalogue.links.iter().filter(|link| link.kind == LinkKind::Restates).count(),
            amounts: bodies(|body| body.amounts.len()),
            acronyms: catalogue.acronyms.len(),
            notes: bodies(|body| body.anomalies.len()) + catalogue.unread.len(),
        }
    }
}
