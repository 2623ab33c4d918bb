//! What this file is: digests, version, sources and licences.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};

/// The file's summary.
pub(crate) fn load(request: &Request) -> ScreenData {
    let summary = Rc::new(request.library.summary());
    ScreenData::new(move || html! { <view::About summary={&summary} /> })
}
