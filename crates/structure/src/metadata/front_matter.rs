//! The YAML front matter that Markdown files carry, between two `---`.
//!
//! Much front matter is not YAML ("title: Ports: a report"); it is then read by lines of `key: value`.

use entente_corpus::{Basis, Body, DocumentKind, Evidence, Fact, MetadataField, Metadatum, PassageKind};
use entente_text::Span;
use entente_text::fold::fold;

use super::{add, add_date, kind, parse_date, yaml};

/// Keys in use, and the field each fills.
const KEYS: &[(&str, MetadataField)] = &[
    ("title", MetadataField::Title),
    ("제목", MetadataField::Title),
    ("date", MetadataField::Date),
    ("published_time", MetadataField::Date),
    ("published_at", MetadataField::Date),
    ("publication_date", MetadataField::Date),
    ("publish_date", MetadataField::Date),
    ("pubdate", MetadataField::Date),
    ("fecha", MetadataField::Date),
    ("datum", MetadataField::Date),
    ("공포일자", MetadataField::Date),
    ("modified_time", MetadataField::Updated),
    ("시행일자", MetadataField::Effective),
    ("lastmod", MetadataField::Updated),
    ("last_modified", MetadataField::Updated),
    ("event_date", MetadataField::Event),
    ("author", MetadataField::Author),
    ("authors", MetadataField::Author),
    ("creator", MetadataField::Author),
    ("creators", MetadataField::Author),
    ("byline", MetadataField::Author),
    ("publisher", MetadataField::Publisher),
    ("issuer", MetadataField::Publisher),
    ("source", MetadataField::Publisher),
    ("소관부처", MetadataField::Publisher),
    ("url", MetadataField::Url),
    ("source_url", MetadataField::Url),
    ("출처", MetadataField::Url),
    ("lang", MetadataField::Language),
    ("language", MetadataField::Language),
    ("licence", MetadataField::Licence),
    ("license", MetadataField::Licence),
    ("marking", MetadataField::Marking),
    ("classification", MetadataField::Marking),
];

/// The passages that the front matter of `body` takes.
pub(super) fn length(body: &Body) -> usize {
    let lines = body.passages.iter().take_while(|passage| passage.kind == PassageKind::Furniture);
    let mut lines = lines.map(|passage| passage.extent().of(&body.text));
    if lines.next() != Some("---") {
        return 0;
    }
    lines.position(|line| matches!(line, "---" | "...")).map_or(0, |at| at + 2)
}

/// Reads what the front matter of `body` says.
pub(super) fn read(body: &Body, all: &mut Vec<Metadatum>) {
    let furniture: Vec<Span> = body.passages.iter().take(length(body)).map(|passage| passage.extent()).collect();
    let [first, .., last] = furniture[..] else { return };
    let from = first.end as usize;
    match yaml::entries(&body.text[from..last.start as usize]) {
        Some(entries) => read_entries(body, from, &entries, all),
        None => read_lines(body, &furniture, all),
    }
}

/// Keys under which a site files its pages.
const FILED_KEYS: &[&str] = &["category", "categories", "type", "layout", "permalink", "url", "source_url"];
/// Parts of a site with its news.
const NEWS_PARTS: &[&str] = &["news", "blog", "post", "posts", "actualites", "nachrichten", "noticias"];

/// The kind of what a site files where the front matter of `body` says: "categories: Media Releases", "type: post",
/// "permalink: /2020-04-08-press-release-on-ports/".
pub(super) fn filed(body: &Body) -> Option<Fact<DocumentKind>> {
    let length = length(body);
    let (first, last) = (body.passages.first()?.extent(), body.passages.get(length.checked_sub(1)?)?.extent());
    let from = first.end as usize;
    let entries = yaml::entries(body.text.get(from..last.start as usize)?)?;
    let kinds = || {
        let entries = entries.iter().filter(|entry| FILED_KEYS.contains(&entry.key.as_str()));
        let values = entries.flat_map(|entry| &entry.values);
        values.filter_map(|(value, range)| {
            let kind = value.split('/').find_map(kind_of_part)?;
            let span = Span::new(from + range.start, from + range.end);
            let evidence = Evidence { passage: None, span };
            Some(Fact::new(kind, Basis::Metadata, "kind-of-its-part-of-a-site", evidence))
        })
    };
    kinds().find(|fact| fact.value != DocumentKind::News).or_else(|| kinds().next())
}

/// "press-releases", "2020-04-08-press-release-on-ports", "blog".
fn kind_of_part(part: &str) -> Option<DocumentKind> {
    let words = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').replace(['-', '_'], " ");
    if NEWS_PARTS.contains(&fold(&words).as_str()) {
        return Some(DocumentKind::News);
    }
    let (kind, rest) = kind::named_at_start(&words)?;
    let spoken =
        matches!(kind, DocumentKind::PressRelease | DocumentKind::Speech | DocumentKind::QAndA | DocumentKind::Minutes);
    let on = kind == DocumentKind::PressRelease && rest.starts_with(" on ");
    (spoken && (rest.is_empty() || on)).then_some(kind)
}

/// Takes over the entries of a front matter that begins at byte `from`.
fn read_entries(body: &Body, from: usize, entries: &[yaml::Entry], all: &mut Vec<Metadatum>) {
    for entry in entries {
        let Some((_, field)) = KEYS.iter().find(|(known, _)| *known == entry.key) else { continue };
        // Each entry of a list of authors is one; of other lists the first counts.
        let count = if *field == MetadataField::Author { entry.values.len() } else { 1 };
        for (n, (value, range)) in entry.values.iter().take(count).enumerate() {
            let start = if n == 0 { entry.start } else { range.start };
            let words = body.text[from + start..from + range.end].trim_end();
            let span = Span::new(from + start, from + start + words.len());
            push(*field, value.clone(), span, all);
        }
    }
}

fn push(field: MetadataField, value: String, span: Span, all: &mut Vec<Metadatum>) {
    let evidence = Evidence { passage: None, span };
    // "source: https://example.org" names a page, not who issued it.
    let is_address = field == MetadataField::Publisher && value.starts_with("http");
    let field = if is_address { MetadataField::Url } else { field };
    if field.is_date() {
        let date = parse_date(&value).map(|date| Fact::new(date, Basis::Metadata, "front-matter", evidence));
        add_date(all, field, date);
    } else {
        add(all, field, Some(Fact::new(value, Basis::Metadata, "front-matter", evidence)));
    }
}

/// Reads lines of `key: value`.
fn read_lines(body: &Body, furniture: &[Span], all: &mut Vec<Metadatum>) {
    let mut at = 1;
    while let Some(span) = furniture.get(at).copied() {
        at += 1;
        let line = span.of(&body.text);
        let Some((key, rest)) = line.split_once(':') else { continue };
        let Some((_, field)) = KEYS.iter().find(|(known, _)| *known == key.trim()) else { continue };
        let mut value = rest.trim().to_owned();
        let mut end = span.end;
        // Each entry of a list of authors is one.
        if value.is_empty() && *field == MetadataField::Author {
            while let Some(entry) = furniture.get(at).filter(|next| next.of(&body.text).starts_with("- ")) {
                let name = unquoted(entry.of(&body.text)[2..].trim());
                let evidence = Evidence { passage: None, span: *entry };
                add(all, *field, Some(Fact::new(name, Basis::Metadata, "front-matter", evidence)));
                at += 1;
            }
            continue;
        }
        // A list's first entry, or a quoted value that goes on in the next line.
        while (value.is_empty() || open(&value))
            && furniture.get(at).is_some_and(|next| goes_on(&value, next.of(&body.text)))
        {
            let next = furniture[at];
            let part = next.of(&body.text).trim_start_matches("- ").trim_start_matches("\\ ");
            value = format!("{} {part}", value.trim_end_matches('\\').trim_end()).trim().to_owned();
            end = next.end;
            at += 1;
            if !value.starts_with(['"', '\'']) {
                break;
            }
        }
        push(*field, unquoted(&value), Span { start: span.start, end }, all);
    }
}

fn open(value: &str) -> bool {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    quote.is_some_and(|quote| value.len() == 1 || !value.ends_with(quote))
}

fn goes_on(value: &str, next: &str) -> bool {
    if value.is_empty() { next.starts_with("- ") } else { next != "---" }
}

/// A YAML scalar without its quotes, escapes resolved.
fn unquoted(value: &str) -> String {
    if let Some(inside) = value.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return inside.replace("''", "'");
    }
    let Some(inside) = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return value.to_owned() };
    let mut out = String::new();
    let mut characters = inside.chars();
    while let Some(c) = characters.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let digits = match characters.next() {
            Some('u') => 4,
            Some('x') => 2,
            Some('_' | 'n' | 't') => {
                out.push(' ');
                continue;
            }
            Some(other) => {
                out.push(other);
                continue;
            }
            None => break,
        };
        let hex: String = characters.by_ref().take(digits).collect();
        out.extend(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32));
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn quoted_values_read_as_meant() {
        assert_eq!(unquoted("\"Trump\\u2019s Meeting with\\_Lee\""), "Trump’s Meeting with Lee");
        assert_eq!(unquoted("'it''s'"), "it's");
        assert_eq!(unquoted("plain"), "plain");
        assert_eq!(unquoted("\"bad \\u12\""), "bad \u{12}");
    }
}
