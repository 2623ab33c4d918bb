//! Tags of the programs that make pages of Markdown: `{{< figure >}}`, `{% include %}`, `{: .note}`, `[caption width="280"]`.
//!
//! In: a Markdown text. Out: where such tags stand. No page shows them. Blanks stand in their place while the text is parsed,
//! so `{:start="3"}` above "3. Ports" leaves a list.

use std::ops::Range;

/// How a tag begins and how it ends.
const TAGS: &[(&str, &str)] =
    &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{:", "}"), ("[caption ", "]"), ("[/caption", "]")];
/// What stands in place of a tag before words.
const FILLER: char = '\u{1}';
/// Longest tag, in bytes.
const MAX_TAG_BYTES: usize = 600;

/// Where the tags of `text` stand, in order. A tag in a run of code is text.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (mut from, mut ticks) = (0, 0);
        while let Some(start) = line[from..].find(['{', '[']).map(|found| from + found) {
            ticks += line[from..start].matches('`').count();
            from = start + 1;
            let Some((_, end)) = TAGS.iter().find(|(begin, _)| line[start..].starts_with(begin)) else { continue };
            let inside = &line[start..line.floor_char_boundary(start + MAX_TAG_BYTES)];
            if let Some(closes) = inside.find(end).filter(|_| ticks % 2 == 0) {
                from = start + closes + end.len();
                out.push(at + start..at + from);
            }
        }
        at += line.len();
    }
    out
}

/// `text` with blanks in place of `tags`; where words follow one at the beginning of a line, with a letter, for blanks there
/// would make code of it.
pub(super) fn blanked(text: &str, tags: &[Range<usize>]) -> String {
    const BLANKS: [char; 3] = [' ', '\t', '\r'];
    let mut out = String::with_capacity(text.len());
    // Where the last tag in whose place letters stand ended.
    let mut filled = 0;
    for tag in tags {
        out.push_str(&text[out.len()..tag.start]);
        let before = text[..tag.start].trim_end_matches(BLANKS);
        let begins = before.len() == filled || before.ends_with('\n');
        let after = text[tag.end..].trim_start_matches(BLANKS);
        let is_filled = begins && !after.is_empty() && !after.starts_with('\n');
        if is_filled {
            filled = tag.end;
        }
        out.extend(std::iter::repeat_n(if is_filled { FILLER } else { ' ' }, tag.len()));
    }
    out.push_str(&text[out.len()..]);
    out
}

#[cfg(test)]
mod tests {
    use entente_corpus::ReadingText;

    use crate::{TextFormat, structure};

    #[test]
    fn tags_of_templates_are_not_shown_and_hide_no_number() {
        for (text, expected) in [
            ("{:start=\"3\"}\n3. Ports open.\n\n{: .note}\n", vec!["3 Ports open."]),
            ("Ports {{< port name=\"Suva\" >}}open.\n", vec![" Ports open."]),
            ("{% a %} {% b %} Ports open.\n", vec![" Ports open."]),
            ("{% include head.html %}\nPorts open.\n", vec![" Ports open."]),
            ("[caption id=\"a\" width=\"280\"]Ports in Suva[/caption]\n", vec![" Ports in Suva"]),
            ("Ports `{% raw %}` open {: as ever.\n", vec![" Ports {% raw %} open {: as ever."]),
        ] {
            let found = structure(text, TextFormat::Markdown);
            let read: Vec<String> = found
                .body
                .passages
                .iter()
                .zip(&found.texts)
                .map(|(passage, words): (_, &ReadingText)| {
                    format!("{} {}", passage.number.map_or("", |number| number.of(text)), words.text)
                })
                .collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
