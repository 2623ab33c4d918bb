//! The words of a passage with matches, names and the source's styles highlighted. They never become markup.

use entente_corpus::{EntityKind, StyleKind};
use entente_explore::Fragment;
use yew::prelude::*;

use super::link_target::true_host;
use super::references::address;
use super::text::text;
use crate::route::{Route, View};

/// Runs of one passage or cell that are drawn as they are set; the words after them are drawn plain. An element each for tens of
/// thousands of runs stops a browser.
const MAX_FRAGMENTS: usize = 5_000;

/// Kinds of names that are marked, one bit each.
pub(crate) type Marks = u32;

/// The bit of a kind.
pub(crate) fn bit(kind: EntityKind) -> Marks {
    1 << kind as u32
}

/// Draws `fragments`; names of the kinds in `marks` are marked and open their dossiers, addresses open if `links` is set.
pub(crate) fn highlighted_text(fragments: &[Fragment], marks: Marks, links: bool) -> Html {
    let mut parts = Vec::with_capacity(fragments.len());
    // The words of the link that is being drawn.
    let mut link_words = String::new();
    for (n, fragment) in fragments.iter().enumerate().take(MAX_FRAGMENTS) {
        parts.push(highlighted(fragment, marks, links));
        let Some(target) = &fragment.target else { continue };
        link_words.push_str(&fragment.text);
        let is_last = fragments.get(n + 1).is_none_or(|next| next.target.as_ref() != Some(target));
        if is_last {
            if is_openable(target) {
                parts.push(true_host(&link_words, target));
            }
            link_words.clear();
        }
    }
    if fragments.len() > MAX_FRAGMENTS {
        let rest: String = fragments[MAX_FRAGMENTS..].iter().map(|fragment| fragment.text.as_str()).collect();
        parts.push(text(&rest));
    }
    parts.into_iter().collect()
}

/// The words without any highlighting.
pub(crate) fn plain_text(cells: &[Vec<Fragment>]) -> String {
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

fn highlighted(fragment: &Fragment, marks: Marks, links: bool) -> Html {
    let target = if links { fragment.target.as_ref().filter(|target| is_openable(target)) } else { None };
    let mut out = text(&fragment.text);
    if fragment.hit {
        out = html! { <mark data-first={fragment.hit_start.to_string()}>{ out }</mark> };
    }
    if let Some((kind, id)) = &fragment.name
        && marks & bit(*kind) != 0
    {
        // A link inside a link cannot be: the source's own goes first. The text between two names inside a
        // third, a space or a dash, does not get a link by itself.
        let is_link = target.is_none() && fragment.text.contains(char::is_alphanumeric);
        out = if is_link {
            let href = address(&Route::default(), View::Name(id.clone()));
            html! { <a class="name" {href} data-kind={kind.as_str()}>{ out }</a> }
        } else {
            html! { <span class="name" data-kind={kind.as_str()}>{ out }</span> }
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
    match target {
        Some(target) => html! { <a href={target.clone()} target="_blank" rel="noopener noreferrer">{ out }</a> },
        None => out,
    }
}

/// True for addresses that a click may open. Only these are ever opened: an address is other people's data.
fn is_openable(address: &str) -> bool {
    let lower = address.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::is_openable;

    #[test]
    fn only_harmless_schemes_open() {
        assert!(is_openable("https://example.org") && is_openable("mailto:a@b.c"));
        for wrong in [
            "javascript:alert(1)",
            " JavaScript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "//x.org",
            "vbscript:x",
            "#",
        ] {
            assert!(!is_openable(wrong), "{wrong}");
        }
    }
}
