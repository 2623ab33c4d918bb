//! The columns of the table of screens.

use entente_explore::FacetGroup;
use entente_explore::tables::{Contents, ResultSet};

use super::{Request, ScreenData};
use crate::library::Library;
use crate::route::{Route, View};

/// What is known of a screen before anything is asked of the engine.
pub(crate) struct Screen {
    /// The view with empty ids.
    pub(crate) view: View,
    /// First word of its links: `#/names`. Two screens may share a word if they take different numbers of ids.
    pub(crate) word: &'static str,
    /// The letter that leads there after `g`.
    pub(crate) key: Option<&'static str>,
    /// Where the menu has it.
    pub(crate) menu: Menu,
    /// What it is called.
    pub(crate) label: &'static str,
    /// The rows of its list, without any filter. A list without rows is not in the menu.
    pub(crate) count: Option<fn(&Contents) -> usize>,
    /// What the keys `j` and `k` go through.
    pub(crate) steps: Steps,
    /// The table that its export is taken from.
    pub(crate) table: Option<&'static str>,
    /// What has to be read before its data can be made.
    pub(crate) needs: Needs,
    /// The filters of its list with their values, as far as these have the words that the request looks for.
    pub(crate) filters: Option<fn(&Request) -> Vec<FacetGroup>>,
    /// What a reader goes through who has opened a document from one of its rows; `None` if no documents are opened from them.
    pub(crate) found: Option<fn(&Library, &Route) -> ResultSet>,
    /// Makes its data.
    pub(crate) load: fn(&Request) -> ScreenData,
}

/// Where the menu has a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Menu {
    /// First, by itself.
    Start,
    /// In the group of this name.
    Group(&'static str),
    /// On small screens only, under the file: its link is in the header otherwise.
    File,
    /// Nowhere: it shows one row of this list, which is marked as current instead.
    Part(View),
}

/// What the keys `j` and `k` go through on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Steps {
    /// Rows of lists.
    Rows,
    /// Results of a search.
    Results,
    /// Passages of the document that is open.
    Passages,
}

/// What has to be read before a screen's data can be made. A page with an index has read no texts when it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// The catalogue and the index; texts are read one by one when they are shown.
    Index,
    /// The texts of all documents.
    AllTexts,
}
