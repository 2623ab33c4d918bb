//! What of a document is seen just now: it follows the scroll and the size of the window, which no link knows.

use std::rc::Rc;

use yew::prelude::*;

use super::OpenDocument;
use crate::components::shared::Shared;
use crate::platform::dom::{self, SeenBelow};

/// The id of the bar below which the text is read.
pub(super) const BAR: &str = "reader-bar";
/// Indices of the first and the last passage that are seen.
pub(super) type Seen = (usize, usize);

/// The part of the text in sight: none, if the text begins further down. `None` if it is not known.
fn seen(open: &OpenDocument) -> Option<Option<Seen>> {
    match dom::seen_below(BAR)? {
        SeenBelow::Before => Some(None),
        SeenBelow::Between(first, last) => {
            let first = open.index_of(Some(&first))?;
            Some(Some((first, open.index_of(Some(&last)).unwrap_or(first).max(first))))
        }
    }
}

/// Calls `look` with the passages that are seen whenever the page is scrolled or the window gets another size, and first with the passage in view. The component is
/// drawn again only if it is something else.
#[hook]
pub(super) fn use_in_view<T: Clone + PartialEq + 'static>(
    open: &Shared<OpenDocument>,
    look: fn(&OpenDocument, Option<Seen>) -> T,
) -> T {
    let found = use_state_eq(|| look(open, open.current_index().map(|at| (at, at))));
    let setter = found.setter();
    use_effect_with(open.clone(), move |open| {
        let open = open.clone();
        let see = Rc::new(move || {
            if let Some(seen) = seen(&open) {
                setter.set(look(&open, seen));
            }
        });
        see();
        let again = see.clone();
        let listeners = (dom::on_scroll(move || see()), dom::on_resize(move || again()));
        move || drop(listeners)
    });
    (*found).clone()
}

/// Hides the notes beside passages that the notes of the passage in view would cover, whenever these or the window change.
#[hook]
pub(super) fn use_uncovered_notes(open: &Option<Shared<OpenDocument>>) {
    let dependency = open.clone();
    use_effect_with(dependency, |_| {
        dom::hide_covered_notes();
        let listener = dom::on_resize(dom::hide_covered_notes);
        move || drop(listener)
    });
}
