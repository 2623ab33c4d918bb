//! The desk: a corpus and its index behind one type; every question one method, every answer plain data.
//!
//! In: a [`Corpus`](entente_corpus::Corpus), queries and filters. Out: view models with public
//! fields, ready to be drawn or exported. It does not know elements, URLs' syntax or files.

mod broaden;
mod cards;
mod dimensions;
pub mod explorer;
pub mod export;
mod facets;
pub mod filter;
mod folding;
pub mod growing;
pub mod listing;
mod lookup;
mod named;
mod open;
mod outline;
pub mod packed;
mod prepare;
pub mod reading;
mod record;
mod resolve;
pub mod results;
mod rows;
pub mod suggest;
pub mod tables;
pub mod units;

pub use entente_search::{Part, is_small};
pub use explorer::Explorer;
pub use export::{AlsoRow, FoundRow, SearchRow};
pub use filter::{Facet, Filter, Query};
pub use growing::Growing;
pub use listing::{Dated, DocumentCard, DocumentList, FacetGroup, FacetValue, NameCount, Summary, Years};
pub use lookup::{NameAt, PassageAt};
pub use packed::Packed;
pub use reading::{Block, Fragment, OutlineEntry, Place, Reading, RecordLine};
pub use results::{Also, Explanation, Hit, HitGroup, Results, Sort};
pub use suggest::{Suggestion, SuggestionKind};
pub use units::{Unit, UnitList, UnitRow};
