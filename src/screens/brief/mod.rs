//! What the reader has collected, in the order and with the headings of the reader's own.

pub(crate) mod view;

use std::rc::Rc;

use entente_brief::compose;
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::platform::timer;

/// First characters of a digest that are shown.
const DIGEST_CHARS: usize = 8;

/// The brief of the link's items.
pub(crate) fn load(request: &Request) -> ScreenData {
    let library = &request.library;
    let digest: String = library.head.sha256.chars().take(DIGEST_CHARS).collect();
    let day = timer::today();
    let brief = Rc::new(compose(library, &request.tray.draft, Some(&digest), day.as_deref()));
    let (shown, tray) = (brief.clone(), request.tray.clone());
    let draw = move || html! { <view::BriefPage brief={&shown} tray={&tray} /> };
    let title = (!brief.title.is_empty()).then(|| brief.title.clone());
    ScreenData { title, brief: Some(brief), ..ScreenData::new(draw) }
}
