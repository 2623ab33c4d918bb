//! A run of a document's words: what was found, names, and how the source sets it. Text only ever as text.

use entente_corpus::{EntityKind, StyleKind};
use entente_explore::Fragment;
use yew::prelude::*;

use crate::route::{Route, View};

/// Kinds of names that are marked, one bit each in the order of the vocabulary.
pub(crate) type Marks = u32;

/// The bit of a kind.
pub(crate) fn bit(kind: &str) -> Marks {
    EntityKind::ALL.iter().position(|known| known.as_str() == kind).map_or(0, |at| 1 << at)
}

/// Draws `fragments`; names of the kinds in `marks` are marked and open their dossiers, addresses open where
/// `links` is set.
pub(crate) fn fragments(fragments: &[Fragment], marks: Marks, links: bool) -> Html {
    fragments.iter().map(|fragment| one(fragment, marks, links)).collect()
}

fn one(fragment: &Fragment, marks: Marks, links: bool) -> Html {
    let mut out = html! { { fragment.text.clone() } };
    if fragment.hit {
        out = html! { <mark data-first={fragment.hit_start.to_string()}>{ out }</mark> };
    }
    let address = fragment.target.as_ref().filter(|target| links && opens(target));
    if let Some((kind, id)) = fragment.name.as_ref().filter(|(kind, _)| marks & bit(kind) != 0) {
        // A link inside a link cannot be: the source's own goes first. What stands between two names inside a
        // third, a space or a dash, is no link by itself.
        out = if address.is_some() || !fragment.text.contains(char::is_alphanumeric) {
            html! { <span class="name" data-kind={*kind}>{ out }</span> }
        } else {
            let link = Route::default().plain(View::Name(id.clone())).to_string();
            html! { <a class="name" data-kind={*kind} href={link}>{ out }</a> }
        };
    }
    for style in &fragment.styles {
        out = match style {
            StyleKind::Strong => html! { <strong>{ out }</strong> },
            StyleKind::Emphasis => html! { <em>{ out }</em> },
            StyleKind::Deleted => html! { <del>{ out }</del> },
            StyleKind::Underline => html! { <u>{ out }</u> },
            StyleKind::Super => html! { <sup>{ out }</sup> },
            StyleKind::Sub => html! { <sub>{ out }</sub> },
            StyleKind::Code => html! { <code>{ out }</code> },
            StyleKind::Link => out,
        };
    }
    match address {
        Some(target) => html! { <a href={target.clone()} target="_blank" rel="noopener noreferrer">{ out }</a> },
        None => out,
    }
}

/// Only these are ever opened, and only by a click: an address is other people's data.
fn opens(address: &str) -> bool {
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
