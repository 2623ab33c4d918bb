//! The desk: a corpus and its index in one type; every question one method, every answer plain data.
//!
//! In: a [`Corpus`](entente_corpus::Corpus), queries and filters. Out: view models with public
//! fields, ready to be drawn or exported. It does not know elements, URLs' syntax or files.
//!
//! Modules import only downwards, in this order: [`explorer`], `lookup`, [`packed`], [`growing`] and [`export`]; `answers`;
//! `desk`; `models`; `query`.

mod answers;
mod desk;
pub mod explorer;
pub mod export;
pub mod growing;
mod lookup;
mod models;
pub mod packed;
mod query;
pub mod tables;

pub use answers::labels::STATUS_WORDS;
pub use answers::suggest::{Suggestion, SuggestionKind};
pub use answers::units::{Unit, UnitList, UnitRow};
pub use entente_search::{Part, is_small};
pub use explorer::Explorer;
pub use export::{AlsoRow, FoundRow, SearchRow};
pub use growing::Growing;
pub use lookup::{NameAt, PassageAt, PassageSet};
pub use models::listing::{Dated, DocumentCard, DocumentList, FacetGroup, FacetValue, NameCount, Summary, Years};
pub use models::reading::{
    Block, CitingDocument, Fold, FoldKind, Fragment, Origin, OutlineEntry, Place, ProblemCount, Reading,
    RecordEvidence, RecordLine,
};
pub use models::results::{Also, Explanation, Hit, HitGroup, Results, SomeWords, Sort};
pub use packed::Packed;
pub use query::{Axis, Filter, Query, Selection, Sorting, TableSide};
