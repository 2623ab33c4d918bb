//! One file a screen: a view composes components from what the explorer says.

pub(crate) mod about;
mod acronyms;
mod amounts;
mod commitments;
mod compare;
pub(crate) mod documents;
mod engagements;
pub(crate) mod lists;
mod name;
mod names;
pub(crate) mod not_found;
mod notes;
pub(crate) mod overview;
mod pairs;
pub(crate) mod reader;
pub(crate) mod search;
mod series;
mod statements;

#[cfg(test)]
mod tests;

use yew::prelude::*;

use crate::holdings::Holdings;
use crate::route::Route;

/// What every view is given.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct ViewProps {
    /// The documents.
    pub(crate) holdings: Holdings,
    /// What the link says.
    pub(crate) route: Route,
    /// Go elsewhere, as a new entry of the history.
    pub(crate) go: Callback<Route>,
    /// Go elsewhere in place of this entry.
    pub(crate) instead: Callback<Route>,
}
