//! A run of a document's words: what was found, names, and how the source sets it. Text only ever as text.

use entente_corpus::{EntityKind, StyleKind};
use entente_explore::Fragment;

use super::address;
use crate::element::{El, el, link, of, run};
use crate::route::{Route, View};

/// Runs of one passage or cell that are drawn as they are set; the words after them are drawn plain. An element each for tens of
/// thousands of runs stops a browser.
const MAX_FRAGMENTS: usize = 5_000;

/// Kinds of names that are marked, one bit each in the order of the vocabulary.
pub(crate) type Marks = u32;

/// The bit of a kind.
pub(crate) fn bit(kind: &str) -> Marks {
    EntityKind::ALL.iter().position(|known| known.as_str() == kind).map_or(0, |at| 1 << at)
}

/// Draws `fragments`; names of the kinds in `marks` are marked and open their dossiers, addresses open where
/// `links` is set.
pub(crate) fn fragments(fragments: &[Fragment], marks: Marks, links: bool) -> El {
    let mut out = run();
    // The words of the link that is being drawn.
    let mut words = String::new();
    for (n, fragment) in fragments.iter().enumerate().take(MAX_FRAGMENTS) {
        out.push(one(fragment, marks, links));
        let Some(target) = &fragment.target else { continue };
        words.push_str(&fragment.text);
        if fragments.get(n + 1).is_none_or(|next| next.target.as_ref() != Some(target)) {
            if opens(target) {
                out.push(address::beside(&words, target));
            }
            words.clear();
        }
    }
    if fragments.len() > MAX_FRAGMENTS {
        out.push(fragments[MAX_FRAGMENTS..].iter().map(|fragment| fragment.text.as_str()).collect::<String>());
    }
    out
}

/// The words alone.
pub(crate) fn plain(cells: &[Vec<Fragment>]) -> String {
    let mut out = String::new();
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            out.push(' ');
        }
        for fragment in cell {
            out.push_str(&fragment.text);
        }
    }
    out
}

fn one(fragment: &Fragment, marks: Marks, links: bool) -> El {
    let mut out = run().child(&fragment.text);
    if fragment.hit {
        out = el("mark").attr("data-first", if fragment.hit_start { "true" } else { "false" }).child(&fragment.text);
    }
    let address = fragment.target.as_ref().filter(|target| links && opens(target));
    if let Some((kind, id)) = fragment.name.as_ref().filter(|(kind, _)| marks & bit(kind) != 0) {
        // A link inside a link cannot be: the source's own goes first. What stands between two names inside a
        // third, a space or a dash, is no link by itself.
        out = if address.is_some() || !fragment.text.contains(char::is_alphanumeric) {
            of("span", "name").attr("data-kind", *kind).child(out)
        } else {
            let address = Route::default().plain(View::Name(id.clone())).to_string();
            link("name", address).attr("data-kind", *kind).child(out)
        };
    }
    for style in &fragment.styles {
        let name = match style {
            StyleKind::Strong => "strong",
            StyleKind::Emphasis => "em",
            StyleKind::Deleted => "del",
            StyleKind::Underline => "u",
            StyleKind::Super => "sup",
            StyleKind::Sub => "sub",
            StyleKind::Code => "code",
            StyleKind::Link => continue,
        };
        out = el(name).child(out);
    }
    match address {
        Some(target) => {
            el("a").attr("href", target).attr("target", "_blank").attr("rel", "noopener noreferrer").child(out)
        }
        None => out,
    }
}

/// Only these are ever opened, and only by a click: an address is other people's data.
pub(crate) fn opens(address: &str) -> bool {
    let lower = address.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::opens;

    #[test]
    fn only_harmless_schemes_open() {
        assert!(opens("https://example.org") && opens("mailto:a@b.c"));
        for wrong in [
            "javascript:alert(1)",
            " JavaScript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "//x.org",
            "vbscript:x",
            "#",
        ] {
            assert!(!opens(wrong), "{wrong}");
        }
    }
}
