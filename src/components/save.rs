//! What can be done with a whole list: whole passages shown, everything saved as CSV.

use crate::element::{El, button, el, of, run};
use crate::here::{Act, Here};
use crate::messages as m;

/// Whole passages, or their first lines.
pub(crate) fn full_passages(here: &Here) -> El {
    button("button", here.then(), Act::Full)
        .attr("aria-pressed", if here.ui.full { "true" } else { "false" })
        .child(m::FULL_PASSAGES)
}

/// The button that saves; where a frame may not save, the text to be copied.
pub(crate) fn save_table(here: &Here) -> El {
    let by_hand = here.ui.by_hand.as_ref().map(|text| {
        let area = el("textarea").id("by-hand").attr("readonly", "true").attr("rows", "6").value(text);
        of("label", "by-hand").attr("role", "status").child(m::SAVE_BY_HAND).child(area)
    });
    run().child(button("button", here.then(), Act::Save).child(m::EXPORT_CSV)).child(by_hand)
}
