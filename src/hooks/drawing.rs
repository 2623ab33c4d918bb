//! Long lists, drawn little by little: what no screen shows yet follows while the reader looks at the first rows.

use yew::prelude::*;

use crate::platform::{dom, timer};
use crate::visit::{Visit, VisitAction};

/// Rest between two slices of a long list, in milliseconds.
const SLICE_MILLISECONDS: u32 = 30;
/// Rows of a list that are drawn without being scrolled to; the rest follow as they come near.
const UNASKED_ROWS: usize = 1_000;

/// Draws more of a view of `pieces` pieces; all of them without being asked if it `is_whole`.
#[hook]
pub(crate) fn use_drawing(visit: &UseReducerHandle<Visit>, pieces: usize, is_whole: bool, serial: usize) {
    let has_more = pieces > visit.drawn;
    let dispatcher = visit.dispatcher();
    let drawn = visit.drawn;
    use_effect_with((has_more, drawn, is_whole, serial), move |(has_more, drawn, is_whole, _)| {
        let is_near = *is_whole || *drawn < UNASKED_ROWS || dom::is_near_end();
        let draw = move || dispatcher.dispatch(VisitAction::DrawMore(pieces));
        let pending = (*has_more && is_near).then(|| timer::after(SLICE_MILLISECONDS, draw));
        move || drop(pending)
    });
    let dispatcher = visit.dispatcher();
    use_effect_with((has_more, pieces), move |(has_more, pieces)| {
        let pieces = *pieces;
        let near_end = move || {
            if dom::is_near_end() {
                dispatcher.dispatch(VisitAction::DrawMore(pieces));
            }
        };
        let listener = if *has_more { dom::on_scroll(near_end) } else { None };
        move || drop(listener)
    });
}
