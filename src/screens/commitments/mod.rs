//! Commitments of forms, with the measures under them.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::FacetGroup;
use yew::prelude::*;

use super::{Request, ScreenData};

/// The ledgers under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let ledger = Rc::new(request.library.commitments(&request.query(), &request.selection()));
    let drawn = ledger.clone();
    ScreenData::list(ledger.shown, &ledger.exported, move || html! { <view::Commitments ledger={&drawn} /> })
}

/// The filters of the ledger.
pub(crate) fn filters(request: &Request) -> Vec<FacetGroup> {
    request.library.commitments(&request.query(), &request.selection()).groups
}
