//! The ledgers of forms: commitments with what was done and what is planned under each.

use super::facts::Source;
use super::listing::FacetGroup;

/// The ledgers of the file under a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// One ledger a form, in the order of the files.
    pub forms: Vec<Form>,
    /// Commitments in the file's ledgers.
    pub of: usize,
    /// Commitments that pass the filters.
    pub shown: usize,
    /// Of those shown: with nothing under them.
    pub blank: usize,
    /// Of those shown: with measures undertaken.
    pub undertaken: Measured,
    /// Of those shown: with measures planned.
    pub planned: Measured,
    /// Filters.
    pub groups: Vec<FacetGroup>,
    /// Indices of the statements shown in the export table, ascending.
    pub exported: Vec<usize>,
}

/// How many commitments have measures of one sort, and how many measures these are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Commitments with at least one such measure.
    pub commitments: usize,
    /// Such measures under all of them.
    pub measures: usize,
}

/// One document's ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The document, by its first commitment.
    pub source: Source,
    /// Areas in the form's order.
    pub areas: Vec<Area>,
}

/// An area of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its heading, as printed; empty if it has none.
    pub heading: String,
    /// Commitments in the form's order.
    pub commitments: Vec<Commitment>,
}

/// A commitment and the measures under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitment {
    /// Public name of the statement.
    pub id: String,
    /// Its number in its area, from 1: counted by us, for the order of the form.
    pub number: usize,
    /// Where, with the words.
    pub source: Source,
    /// What was done.
    pub undertaken: LedgerCell,
    /// What will be.
    pub planned: LedgerCell,
}

/// A place of the form.
#[derive(Clone, Debug, PartialEq)]
pub enum LedgerCell {
    /// There are measures.
    Measures(Vec<Measure>),
    /// The heading has words for others, nothing for this one.
    Nothing,
    /// A dash or the like was given as the answer.
    Dash(Source),
    /// The heading is printed, and nothing is under it.
    HeadingEmpty(Source),
    /// The area has no such heading.
    HeadingAbsent,
}

impl LedgerCell {
    /// The measures, none in an empty place.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        if let Self::Measures(measures) = self { measures } else { &[] }
    }
}

/// A measure with its sub-points.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Public name of the statement.
    pub id: String,
    /// Where, with the words.
    pub source: Source,
    /// The deeper items below it.
    pub below: Vec<Source>,
    /// Why it is put under this commitment.
    pub why: String,
}

impl Measured {
    /// Counts one more commitment, which has so many measures.
    fn add(&mut self, measures: usize) {
        self.commitments += usize::from(measures > 0);
        self.measures += measures;
    }
}

impl Ledger {
    /// Counts one more commitment that is shown.
    pub(crate) fn count(&mut self, commitment: &Commitment) {
        let (done, planned) = (commitment.undertaken.measures().len(), commitment.planned.measures().len());
        self.shown += 1;
        self.blank += usize::from(done + planned == 0);
        self.undertaken.add(done);
        self.planned.add(planned);
    }
}
