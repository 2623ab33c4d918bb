//! Words of documents as elements: isolated from the words around them, and always as text.

use yew::prelude::*;

/// Signs that set a line's direction by force and are named one by one; more in one text are left out.
const MAX_MARKED_SIGNS: usize = 100;

/// `words` as text. A sign that would turn the line round ("U+202E") is shown by its name instead.
pub(crate) fn text(words: &str) -> Html {
    if !words.contains(forces_direction) {
        return Html::from(words);
    }
    let mut parts = Vec::new();
    let mut rest = words;
    for _ in 0..MAX_MARKED_SIGNS {
        let Some((at, sign)) = rest.char_indices().find(|(_, c)| forces_direction(*c)) else { break };
        parts.push(Html::from(&rest[..at]));
        parts.push(html! { <bdi class="unseen">{ format!("U+{:04X}", u32::from(sign)) }</bdi> });
        rest = &rest[at + sign.len_utf8()..];
    }
    parts.push(Html::from(rest.replace(forces_direction, "")));
    parts.into_iter().collect()
}

/// True for the signs that set the direction of a line by force.
fn forces_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Words of a document, isolated, in the type of the interface.
pub(crate) fn bdi(words: &str) -> Html {
    bdi_in(words, None)
}

/// Words of a document, isolated, in the type of the interface and in their language.
pub(crate) fn bdi_in(words: &str, language: Option<&str>) -> Html {
    html! { <bdi lang={language.map(str::to_owned)}>{ text(words) }</bdi> }
}

/// Words of a document, in the type of documents.
pub(crate) fn printed(words: &str) -> Html {
    printed_in(words, None)
}

/// Words of a document, in the type of documents and in their language.
pub(crate) fn printed_in(words: &str, language: Option<&str>) -> Html {
    html! { <bdi class="printed" lang={language.map(str::to_owned)}>{ text(words) }</bdi> }
}

/// Words for screen readers alone.
pub(crate) fn unseen(words: &str) -> Html {
    html! { <span class="unseen-text">{ text(words) }</span> }
}

/// Words in small type.
pub(crate) fn small(words: &str) -> Html {
    html! { <small>{ text(words) }</small> }
}

/// A word in a frame.
pub(crate) fn tag(words: &str) -> Html {
    html! { <span class="tag">{ text(words) }</span> }
}
