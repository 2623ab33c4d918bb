//! The sheet that names the keys.

use yew::prelude::*;

use crate::messages as m;
use crate::platform::dom;
use crate::screens::SCREENS;

/// The sheet, closed until it is asked for.
#[component]
pub(crate) fn KeySheet() -> Html {
    let row = |keys: &str, does: String| {
        let key = |(n, key): (usize, &str)| html! { <>if n > 0 { { " " } }<kbd>{ key.to_owned() }</kbd></> };
        html! { <div><dt>{ for keys.split(' ').enumerate().map(key) }</dt><dd>{ does }</dd></div> }
    };
    let general = m::KEY_MAP.iter().map(|(keys, does)| row(keys, (*does).to_owned()));
    let screens = SCREENS.iter().filter_map(|screen| Some(row(&m::after_g(screen.key?), m::go_to(screen.label))));
    html! {
        <dialog id="keys" aria-labelledby="keys-heading">
            // The button gets the focus when the sheet opens: at the end, it would scroll the sheet there.
            <header>
                <h2 id="keys-heading">{ m::KEYS }</h2>
                <button class="button" type="button" onclick={|_| dom::dialog("keys", false)}>{ m::CLOSE }</button>
            </header>
            <dl class="keys">{ for general }{ for screens }</dl>
        </dialog>
    }
}
