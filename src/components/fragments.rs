//! A run of a document's words: what was found, names, and how the source sets it. Text only ever as text.

use entente_corpus::StyleKind;
use entente_explore::Fragment;
use yew::prelude::*;

/// Draws `fragments`; `names` are marked where `names` is set, addresses open where `links` is set.
pub(crate) fn fragments(fragments: &[Fragment], names: bool, links: bool) -> Html {
    fragments.iter().map(|fragment| one(fragment, names, links)).collect()
}

fn one(fragment: &Fragment, names: bool, links: bool) -> Html {
    let mut out = html! { { fragment.text.clone() } };
    if fragment.hit {
        out = html! { <mark data-first={fragment.hit_start.to_string()}>{ out }</mark> };
    }
    if let Some((kind, _)) = fragment.name.as_ref().filter(|_| names) {
        out = html! { <span class="name" data-kind={*kind}>{ out }</span> };
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
    match fragment.target.as_ref().filter(|target| links && opens(target)) {
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
