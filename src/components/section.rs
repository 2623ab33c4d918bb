//! A part of a view under a hairline: heading at the left, a remark at the right.

use crate::element::{El, el, of};

/// A part with what the numbers are, or where they come from, as its remark.
pub(crate) fn section(heading: &str, remark: &str, inside: El) -> El {
    let remark = (!remark.is_empty()).then(|| el("p").child(remark));
    of("section", "section").child(el("header").child(el("h2").child(heading)).child(remark)).child(inside)
}
