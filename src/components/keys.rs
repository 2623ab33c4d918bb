//! The sheet that names the keys.

use crate::element::{El, button, el, of};
use crate::here::{Act, Here};
use crate::messages as m;
use crate::screens::SCREENS;

/// The sheet, closed until it is asked for.
pub(crate) fn key_sheet(here: &Here) -> El {
    let mut list = of("dl", "keys");
    let screens = SCREENS.iter().filter_map(|screen| Some((m::after_g(screen.key?), m::go_to(screen.label))));
    let others = m::KEY_MAP.iter().map(|(keys, does)| ((*keys).to_owned(), (*does).to_owned()));
    for (keys, does) in others.chain(screens) {
        let mut named = el("dt");
        for (n, key) in keys.split(' ').enumerate() {
            named.push((n > 0).then_some(" "));
            named.push(el("kbd").child(key));
        }
        list.push(el("div").child(named).child(el("dd").child(does)));
    }
    el("dialog")
        .id("keys")
        .attr("aria-labelledby", "keys-heading")
        .child(el("h2").id("keys-heading").child(m::KEYS))
        .child(list)
        .child(button("button", here.then(), Act::Sheet(false)).child(m::CLOSE))
}
