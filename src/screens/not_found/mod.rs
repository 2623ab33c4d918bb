//! A link that names no screen.

pub(crate) mod view;

use super::{Request, ScreenData};
use crate::messages as m;

/// Says so.
pub(crate) fn load(_: &Request) -> ScreenData {
    ScreenData::new(|here| view::view(here).into()).titled(m::UNKNOWN_VIEW)
}
