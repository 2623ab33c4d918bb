//! Pieces that two or more views use: data in, elements out.

pub(crate) mod address;
pub(crate) mod block;
pub(crate) mod cells;
pub(crate) mod chips;
pub(crate) mod cite;
pub(crate) mod date_label;
pub(crate) mod document_line;
pub(crate) mod facets;
pub(crate) mod facts;
pub(crate) mod fragments;
pub(crate) mod frame;
pub(crate) mod growth;
pub(crate) mod keys;
pub(crate) mod list_page;
pub(crate) mod margin;
pub(crate) mod piece;
pub(crate) mod record;
pub(crate) mod save;
pub(crate) mod search_box;
pub(crate) mod section;
pub(crate) mod settings;
pub(crate) mod table;
pub(crate) mod toast;
pub(crate) mod years;
