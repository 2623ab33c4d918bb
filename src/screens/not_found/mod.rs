//! A link that names no screen, and a screen whose documents cannot be read.

pub(crate) mod view;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::messages as m;

/// Says that there is no such screen.
pub(crate) fn load(_: &Request) -> ScreenData {
    ScreenData::new(|| html! { <view::UnknownView /> }).titled(m::UNKNOWN_VIEW)
}

/// Says that a part of the documents cannot be read; `sentence` says what is wrong with it, without its full stop.
pub(crate) fn damaged(sentence: String) -> ScreenData {
    let sentence = AttrValue::from(m::fault(&sentence));
    ScreenData::new(move || html! { <view::Damaged sentence={sentence.clone()} /> }).titled(m::FAULT)
}
