//! How many rows each list has.

use entente_corpus::Body;
use entente_search::varint::{put, take};
use entente_text::saturating_u32;

use super::{acronyms, commitments, pairs};
use crate::desk::Desk;

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
    /// The counts in the order in which a page has them. A change of this list needs another
    /// [`VERSION`](crate::packed::VERSION) of the packed index, or a page with the old one shows wrong counts.
    fn fields(&mut self) -> [&mut usize; 10] {
        let Self { documents, names, engagements, series, commitments, statements, pairs, amounts, acronyms, notes } =
            self;
        [documents, names, engagements, series, commitments, statements, pairs, amounts, acronyms, notes]
    }

    /// Appends the counts.
    pub(crate) fn pack(mut self, out: &mut Vec<u8>) {
        for count in self.fields() {
            put(out, saturating_u32(*count));
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

/// How many rows each list has.
pub(crate) fn contents(desk: &Desk) -> Contents {
    let corpus = &desk.corpus;
    let catalogue = &corpus.catalogue;
    let bodies = |count: fn(&Body) -> usize| corpus.bodies.iter().flatten().map(count).sum::<usize>();
    Contents {
        documents: catalogue.documents.len(),
        names: catalogue.entities.len(),
        engagements: bodies(|body| body.engagements.len()),
        series: desk.series().len(),
        commitments: commitments::count(desk),
        statements: bodies(|body| body.statements.len()),
        pairs: pairs::every(desk).len(),
        amounts: bodies(|body| body.amounts.len()),
        acronyms: acronyms::grouped(desk).len(),
        notes: bodies(|body| body.anomalies.len()) + catalogue.unread.len(),
    }
}
