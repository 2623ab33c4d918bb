//! A link that names no screen.

pub(crate) mod view;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::messages as m;

/// Says so.
pub(crate) fn load(_: &Request) -> ScreenData {
    ScreenData::new(|| html! { <view::UnknownView /> }).titled(m::UNKNOWN_VIEW)
}
