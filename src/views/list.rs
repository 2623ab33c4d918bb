//! What every list view does the same.

use entente_explore::tables::Group;
use yew::prelude::*;

use super::ViewProps;
use crate::components::list_page::ListPage;
use crate::components::save::SaveTable;

/// What a list says of itself.
pub(crate) struct Ask {
    /// The finding.
    pub(crate) heading: String,
    /// What it holds and what it does not mean.
    pub(crate) lead: Html,
    /// Its export table.
    pub(crate) table: &'static str,
    /// How many are shown of how many.
    pub(crate) count: String,
    /// Above the list, the whole width.
    pub(crate) above: Html,
}

/// The frame of a list with its rows inside.
pub(crate) fn list_page(props: &ViewProps, ask: Ask, groups: &[Group], exported: &[usize], rows: Html) -> Html {
    let ViewProps { library, route, go, instead } = props;
    html! {
        <ListPage library={library.clone()} route={route.clone()} go={go.clone()} instead={instead.clone()}
            heading={ask.heading} lead={ask.lead} above={ask.above}
            tools={html! { <SaveTable library={library.clone()} table={ask.table} rows={exported.to_vec()} /> }}
            groups={groups.to_vec()} count={ask.count} nothing={exported.is_empty()}>
            { rows }
        </ListPage>
    }
}
