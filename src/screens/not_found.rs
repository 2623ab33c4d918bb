//! A link that names no screen.

use super::{Request, ScreenData};
use crate::messages as m;
use crate::views;

/// Says so.
pub(crate) fn load(_: &Request) -> ScreenData {
    ScreenData::new(|here| views::not_found::view(here).into()).titled(m::UNKNOWN_VIEW)
}
