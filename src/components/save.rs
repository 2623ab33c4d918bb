//! What can be done with a whole list: whole passages shown, everything saved as CSV.

use crate::actions::ScreenAction;
use crate::context::ViewContext;
use crate::display::DisplayAction;
use crate::element::{El, button, el, of, run};
use crate::messages as m;

/// Whole passages, or their first lines.
pub(crate) fn full_passages(here: &ViewContext) -> El {
    button("button", here.dispatch.clone(), DisplayAction::ToggleFull)
        .attr("aria-pressed", if here.display.full { "true" } else { "false" })
        .child(m::FULL_PASSAGES)
}

/// The button that saves; where a frame may not save, the text to be copied.
pub(crate) fn save_table(here: &ViewContext) -> El {
    let by_hand = here.visit.csv_by_hand.as_ref().map(|text| {
        let area = el("textarea").id("by-hand").attr("readonly", "true").attr("rows", "6").value(text);
        of("label", "by-hand").attr("role", "status").child(m::SAVE_BY_HAND).child(area)
    });
    run().child(button("button", here.dispatch.clone(), ScreenAction::Save).child(m::EXPORT_CSV)).child(by_hand)
}
