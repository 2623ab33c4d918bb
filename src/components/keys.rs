//! The sheet that names the keys.

use yew::prelude::*;

use crate::messages as m;
use crate::platform::dom;

/// Key and what it does.
const KEYS: &[(&str, &str)] = &[
    ("/", "go to the search box"),
    ("j", "next result or passage"),
    ("k", "previous result or passage"),
    ("Enter", "open the result"),
    ("n", "next match in the text"),
    ("p", "previous match in the text"),
    ("y", "copy the link of the passage"),
    ("c", "cite the passage"),
    ("m", "to the notes on the passage, and back"),
    ("v", "full passages in lists, and back"),
    ("[", "previous document"),
    ("]", "next document"),
    ("g o", "go to the overview"),
    ("g s", "go to the search"),
    ("g d", "go to the documents"),
    ("g n", "go to the names"),
    ("g e", "go to the engagements"),
    ("g r", "go to the series"),
    ("g c", "go to the commitments"),
    ("g t", "go to the statements"),
    ("g p", "go to the pairs"),
    ("g m", "go to the amounts"),
    ("g f", "go to the short forms"),
    ("g x", "go to the notes"),
    ("g a", "go to about this file"),
    ("?", "show this sheet"),
    ("Esc", "close a layer"),
];

/// The sheet, closed until it is asked for.
pub(crate) fn key_sheet() -> Html {
    html! {
        <dialog id="keys" aria-labelledby="keys-heading">
            <h2 id="keys-heading">{ m::KEYS }</h2>
            <dl class="keys">
                { for KEYS.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }
            </dl>
            <button type="button" class="button" onclick={|_: MouseEvent| dom::dialog("keys", false)}>{ m::CLOSE }</button>
        </dialog>
    }
}
