//! The sheet that names the keys.

use crate::element::{El, button, el, of};
use crate::here::{Act, Here};
use crate::messages as m;

/// The sheet, closed until it is asked for.
pub(crate) fn key_sheet(here: &Here) -> El {
    let mut list = of("dl", "keys");
    for (keys, does) in m::KEY_MAP {
        let mut named = el("dt");
        for (n, key) in keys.split(' ').enumerate() {
            named.push((n > 0).then_some(" "));
            named.push(el("kbd").child(key));
        }
        list.push(el("div").child(named).child(el("dd").child(*does)));
    }
    el("dialog")
        .id("keys")
        .attr("aria-labelledby", "keys-heading")
        .child(el("h2").id("keys-heading").child(m::KEYS))
        .child(list)
        .child(button("button", here.then(), Act::Sheet(false)).child(m::CLOSE))
}
