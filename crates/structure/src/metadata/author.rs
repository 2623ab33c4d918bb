//! Who wrote a document, where that is printed: "By Jane Roe", "Written by: …", "작성자: …".
//!
//! In: the cells of a document. Out: authors. A person who signs a letter or speaks in a meeting is not its author.

use entente_corpus::{Basis, MetadataField, Metadatum};
use entente_text::fold::fold;

use super::add;
use super::cells::LineCell;
use crate::word_lists::word_list;

/// A byline stands among this many first passages, or the last ones.
const WITHIN: usize = 15;
/// Longest byline, in characters.
const MAX_BYLINE_CHARS: usize = 80;
/// Most words of a name.
const NAME_WORDS: usize = 5;

/// Finds the authors.
pub(super) fn read(cells: &[LineCell], all: &mut Vec<Metadatum>) {
    let last = cells.last().map_or(0, |cell| cell.place);
    let edge = |cell: &&LineCell| cell.place < WITHIN || cell.place + WITHIN > last;
    for (n, cell) in
        cells.iter().enumerate().filter(|(_, cell)| edge(cell) && cell.text.chars().count() <= MAX_BYLINE_CHARS)
    {
        let byline =
            cell.text.strip_prefix("By ").or_else(|| cell.text.strip_prefix("BY ")).map(|rest| (rest, "byline"));
        let labelled = || {
            let (label, value) = cell.text.split_once([':', '：'])?;
            word_list("author-label").contains(&fold(label).as_str()).then_some((value, "author-behind-label"))
        };
        let Some((value, rule)) = byline.or_else(labelled) else { continue };
        let name = name(value);
        // A page sets the label and the name apart.
        if rule != "byline" && name.is_empty() {
            let next = cells.get(n + 1).filter(|next| next.kind == cell.kind && is_name(next.text));
            add(
                all,
                MetadataField::Author,
                next.and_then(|next| next.whole(next.text.to_owned(), Basis::Stated, rule)),
            );
        } else if (rule != "byline" && !name.is_empty()) || is_name(name) {
            let start = cell.text.rfind(name).unwrap_or(0);
            add(all, MetadataField::Author, cell.fact(name.to_owned(), Basis::Stated, rule, start..start + name.len()));
        }
    }
}

/// The name of a line that is a byline and nothing else: "By Jane Roe".
pub(super) fn byline(line: &str) -> Option<&str> {
    let rest = ["By ", "BY ", "by "].iter().find_map(|by| line.strip_prefix(by))?;
    let name = name(rest);
    let office = super::roles::is_office(name);
    (line.chars().count() <= MAX_BYLINE_CHARS && is_name(name) && !office).then_some(name)
}

/// The name at the start of `value`.
fn name(value: &str) -> &str {
    let end = value.find(['<', '|', '(', '·', '/', '[']).unwrap_or(value.len());
    value[..end].trim().trim_end_matches([',', '.', '-', '–']).trim_end()
}

/// Words that a person is called by.
fn is_name(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let capital = |part: &&str| part.starts_with(char::is_uppercase) || word_list("inside-author").contains(part);
    let hangul = |c: char| entente_text::script::is_hangul_syllable(c) || ('\u{4e00}'..='\u{9fff}').contains(&c);
    let eastern = words.starts_with(hangul) && words.chars().count() <= 12;
    let western = (2..=NAME_WORDS).contains(&parts.len())
        && parts.iter().all(capital)
        && !words.contains(|c: char| c.is_ascii_digit() || c == ':')
        && !words.ends_with(['!', '?', ';']);
    eastern || western
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    fn authors(text: &str) -> Vec<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        let (_, body) = read(&source, &Settings::default()).expect("a text");
        let authors = body.metadata.iter().filter(|datum| datum.field == entente_corpus::MetadataField::Author);
        authors.map(|datum| format!("{} ({})", datum.fact.value, datum.fact.rule)).collect()
    }

    #[test]
    fn authors_are_those_who_are_printed_as_such() {
        for (line, expected) in [
            ("By Su-min Kim < >", vec!["Su-min Kim (byline)"]),
            ("By Jane Roe and John Doe", vec!["Jane Roe and John Doe (byline)"]),
            ("Written by: Jane Roe", vec!["Jane Roe (author-behind-label)"]),
            ("작성자: 홍길동 사무관", vec!["홍길동 사무관 (author-behind-label)"]),
            ("By 2020 the ports will be open", vec![]),
            ("By the Minister", vec![]),
            ("By Air", vec![]),
        ] {
            let text = format!("PORTS ARE OPEN\n\n{line}\n\nThe ports of the country are open again since Monday.\n");
            assert_eq!(authors(&text), expected, "{line}");
        }
        let text = "---\ntitle: T\ncreators:\n  - \"Roe, Jane\"\n  - 'Doe, John'\n---\n\nThe ports are open again.\n";
        assert_eq!(authors(text), ["Roe, Jane (front-matter)", "Doe, John (front-matter)"]);
    }
}
