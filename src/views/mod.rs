//! One file a screen: a view composes components from what the explorer says.

pub(crate) mod about;
pub(crate) mod acronyms;
pub(crate) mod amounts;
pub(crate) mod commitments;
pub(crate) mod compare;
pub(crate) mod documents;
pub(crate) mod engagements;
mod list;
pub(crate) mod name;
pub(crate) mod names;
pub(crate) mod not_found;
pub(crate) mod notes;
pub(crate) mod overview;
pub(crate) mod pairs;
pub(crate) mod reader;
pub(crate) mod search;
pub(crate) mod series;
pub(crate) mod statements;

use yew::prelude::*;

use crate::library::Library;
use crate::route::Route;

/// What every view is given.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct ViewProps {
    /// The documents.
    pub(crate) library: Library,
    /// What the link says.
    pub(crate) route: Route,
    /// Go elsewhere, as a new entry of the history.
    pub(crate) go: Callback<Route>,
    /// Go elsewhere in place of this entry.
    pub(crate) instead: Callback<Route>,
}
