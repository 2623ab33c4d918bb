//! Links that lead nowhere, and a file without documents: never a blank page.

use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of};
use crate::messages as m;
use crate::route::View;

/// A view that this version does not have.
pub(crate) fn view(here: &ViewContext) -> El {
    let path = match &here.route.view {
        View::Unknown(path) => path.clone(),
        _ => here.route.to_string(),
    };
    let asks = el("p").child(m::LINK_ASKS_FOR).child(el("code").child(bdi(&path))).child(m::OTHER_VERSION);
    of("div", "page").child(el("h1").child(m::UNKNOWN_VIEW)).child(asks).child(ways(here))
}

/// Something that a link names and this file does not have, or a list without rows: what it would hold.
pub(crate) fn nothing(here: &ViewContext, what: &'static str, lead: &'static str) -> El {
    of("div", "page").child(el("h1").child(what)).child(el("p").child(lead)).child(ways(here))
}

/// Something that a link names and this file does not have.
pub(crate) fn missing(here: &ViewContext, what: &'static str) -> El {
    nothing(here, what, m::LINK_TO_OTHER)
}

/// A file without documents.
pub(crate) fn empty() -> El {
    of("div", "page").child(el("h1").child(m::EMPTY)).child(el("p").child(m::EMPTY_HINT))
}

fn ways(here: &ViewContext) -> El {
    let way = |view: View, label: &'static str| el("li").child(link("", here.link(view)).child(label));
    of("ul", "ways")
        .child(way(View::Documents, m::DOCUMENTS))
        .child(way(View::Search, m::SEARCH))
        .child(way(View::Overview, m::OVERVIEW))
}
