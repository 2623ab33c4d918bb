//! The answers: free functions over the desk, one file an answer, each with the data that it gives.
//!
//! In: a desk, words and filters. Out: plain data, each row with the words that support it. They extract nothing, and know
//! neither elements nor how links are written.

pub(crate) mod acronyms;
pub(crate) mod amounts;
mod ask;
mod block;
pub(crate) mod broaden;
mod card;
mod choose;
pub(crate) mod commitments;
pub(crate) mod comparable;
pub(crate) mod compare;
pub(crate) mod compare_names;
mod compiled_filter;
pub(crate) mod concordance;
pub(crate) mod contents;
mod context;
pub(crate) mod documents;
pub(crate) mod dossier;
pub(crate) mod engagements;
pub(crate) mod explain;
mod facet_groups;
pub(crate) mod filter_passages;
pub(crate) mod findings;
mod folds;
mod grid;
pub(crate) mod labels;
pub(crate) mod lanes;
pub(crate) mod margin;
pub(crate) mod name_counts;
pub(crate) mod names;
pub(crate) mod notes;
pub(crate) mod officials;
mod origin;
mod outline;
mod over_time;
pub(crate) mod pairs;
pub(crate) mod picture;
pub(crate) mod preview;
mod rank;
pub(crate) mod reading;
mod record;
pub(crate) mod relations;
pub(crate) mod result_set;
pub(crate) mod search;
pub(crate) mod series;
pub(crate) mod sort_rows;
pub(crate) mod statements;
pub(crate) mod suggest;
pub(crate) mod summary;
mod tally;
pub(crate) mod threads;
mod timeline;
pub(crate) mod typed_words;
pub(crate) mod units;
mod years_of_rows;
