//! Escaping: the only way in which other people's text gets into HTML.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` as the content of an element or a double-quoted attribute.
#[must_use]
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser turns both into line ends, or drops them.
            '\0' | '\r' => out.push(' '),
            // Direction overrides would turn our own words around; a mark shows where one was.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                let _ = write!(out, "<bdi class=\"unseen\">U+{:04X}</bdi>", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// `text` as the content of a `title` element, which can hold no elements: direction overrides are left out.
#[must_use]
pub fn title(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0' | '\r' | '\n');
    text.replace(unseen, " ").replace('&', "&amp;").replace('<', "&lt;")
}

/// JSON as the content of a `script` element: `<` can only stand in a string, where `\u003c` says the same.
#[must_use]
pub fn json(json: &str) -> Cow<'_, str> {
    if json.contains('<') { json.replace('<', "\\u003c").into() } else { json.into() }
}

#[cfg(test)]
mod tests {
    use super::{json, text};

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        assert_eq!(text("<img src=x onerror='a\"b'>&"), "&lt;img src=x onerror=&#39;a&quot;b&#39;&gt;&amp;");
        assert_eq!(text("a\u{202e}b"), "a<bdi class=\"unseen\">U+202E</bdi>b");
    }

    #[test]
    fn no_element_can_end_inside_json() {
        let escaped = json("{\"a\":\"</script><!-- <script>\"}");
        assert!(!escaped.contains('<'));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).expect("still JSON")["a"],
            "</script><!-- <script>"
        );
    }
}
