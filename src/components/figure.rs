//! What can be done with a figure: it is saved as a picture.

use yew::prelude::*;

/// The stop of each chart and table of counts: the key `t` and a link before the menu lead there.
pub(crate) const FIGURES: &str = "#main :is([role=slider].chart, .heat a:not([tabindex]))";

use crate::actions::{PictureForm, ScreenAction};
use crate::context::{ViewContext, on_event};
use crate::messages as m;

/// Buttons that save the figure around them; `id` is theirs, and part of the file's name.
pub(crate) fn figure_tools(here: &ViewContext, id: &'static str) -> Html {
    let button = |form: PictureForm| {
        html! {
            <button class="plain-button" type="button" onclick={on_event(here, ScreenAction::SaveFigure(id, form))}>
                { form.as_str() }
            </button>
        }
    };
    html! {
        <p class="figure-tools" {id} role="group" aria-label={m::SAVE_FIGURE}>
            { m::SAVE_FIGURE }
            { button(PictureForm::Svg) }
            { button(PictureForm::Png) }
        </p>
    }
}
