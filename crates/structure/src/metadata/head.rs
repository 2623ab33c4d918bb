//! What a page of HTML says of itself in its head: `meta`, `link`, JSON-LD, and its dates in `time`.

use entente_corpus::{Basis, Evidence, Fact, MetadataField, Metadatum, PassageKind};
use entente_text::Span;
use entente_text::order;

use super::opening::Opening;
use super::roles::{Role, role};
use super::{PassageText, add, add_date, parse_date};
use crate::html::token::{Attribute, Token, TokenKind, attributes, tokens};

/// Names of `meta` elements, and the field each fills.
const META: &[(&str, MetadataField)] = &[
    ("og:title", MetadataField::Title),
    ("dc.title", MetadataField::Title),
    ("dcterms.title", MetadataField::Title),
    ("citation_title", MetadataField::Title),
    ("og:site_name", MetadataField::Publisher),
    ("dc.publisher", MetadataField::Publisher),
    ("dcterms.publisher", MetadataField::Publisher),
    ("publisher", MetadataField::Publisher),
    ("article:published_time", MetadataField::Date),
    ("dc.date", MetadataField::Date),
    ("dc.date.issued", MetadataField::Date),
    ("dcterms.date", MetadataField::Date),
    ("dcterms.issued", MetadataField::Date),
    ("dcterms.created", MetadataField::Date),
    ("citation_publication_date", MetadataField::Date),
    ("date", MetadataField::Date),
    ("pubdate", MetadataField::Date),
    ("publishdate", MetadataField::Date),
    ("article:modified_time", MetadataField::Updated),
    ("dcterms.modified", MetadataField::Updated),
    ("last-modified", MetadataField::Updated),
    ("og:url", MetadataField::Url),
    ("author", MetadataField::Author),
    ("article:author", MetadataField::Author),
    ("dc.creator", MetadataField::Author),
    ("dcterms.creator", MetadataField::Author),
    ("citation_author", MetadataField::Author),
    ("dcterms.rights", MetadataField::Licence),
];
/// Keys of JSON-LD, the key inside an object where the value is one, and the field each fills.
const LINKED_DATA: &[(&str, &str, MetadataField)] = &[
    ("headline", "", MetadataField::Title),
    ("datePublished", "", MetadataField::Date),
    ("dateModified", "", MetadataField::Updated),
    ("publisher", "name", MetadataField::Publisher),
    ("author", "name", MetadataField::Author),
];
/// What JSON-LD calls news.
const NEWS: &[&str] = &["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle"];
/// Longest value taken.
const MAX_VALUE_BYTES: usize = 400;

/// Reads the head of the page `text`, and the heading that is its title.
pub(super) fn read(text: &str, lines: &[PassageText], opening: &Opening, all: &mut Vec<Metadatum>) {
    // The title that is printed goes before the one that is only said. A heading of a site, or a word for a kind alone
    // ("Press Releases"), is not a title.
    let headings = || lines.iter().filter(|line| line.kind == PassageKind::Heading && line.level == 1);
    let numbered = |text: &str| {
        let first = text.split_whitespace().next().unwrap_or_default();
        first.contains('.') && first.len() <= 8 && first.contains(|c: char| c.is_ascii_digit())
    };
    let titled = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        !matches!(role(text), Role::Chrome | Role::Kind(_) | Role::ReleaseNote)
            && line.passage.number.is_none()
            && !numbered(text)
    };
    if let Some(line) = headings().find(titled).filter(|_| headings().count() <= 2) {
        add(all, MetadataField::Title, line.whole(line.reading.text.clone(), Basis::Stated, "first-heading"));
    } else if let Some(fact) = super::title::printed(opening, &[]).filter(|fact| fact.rule == "heading-names-the-kind")
    {
        add(all, MetadataField::Title, Some(fact));
    }
    let tokens = tokens(text);
    let printed = PrintedPlaces::of(lines);
    let mut head = Head { text, all };
    for (n, token) in tokens.iter().enumerate() {
        let TokenKind::Start(name) = &token.kind else { continue };
        match name.as_str() {
            "html" => head.language(token),
            "meta" => head.meta(token),
            "link" => head.link(token),
            "time" => head.time(token, &printed),
            "script" => head.linked_data(token, tokens.get(n + 1)),
            "title" => head.title(tokens.get(n + 1)),
            _ => {}
        }
    }
}

/// Where the text itself is printed, without what surrounds it.
struct PrintedPlaces {
    /// Where each passage starts, in order, with the end of the one that reaches furthest so far.
    places: Vec<(u32, u32)>,
}

impl PrintedPlaces {
    fn of(lines: &[PassageText]) -> Self {
        let text = lines.iter().filter(|line| line.kind != PassageKind::Furniture);
        let mut places: Vec<(u32, u32)> =
            text.map(|line| line.passage.extent()).map(|extent| (extent.start, extent.end)).collect();
        order::sort(&mut places);
        let mut furthest = 0;
        for (_, end) in &mut places {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { places }
    }

    /// True if a passage contains the byte `at`, or begins there.
    fn contains(&self, at: usize) -> bool {
        let after = self.places.partition_point(|(start, _)| *start as usize <= at);
        let last = after.checked_sub(1).and_then(|last| self.places.get(last));
        last.is_some_and(|(start, furthest)| *start as usize == at || *furthest as usize > at)
    }
}

struct Head<'a> {
    text: &'a str,
    all: &'a mut Vec<Metadatum>,
}

impl Head<'_> {
    fn fact(&mut self, field: MetadataField, value: &str, start: usize, end: usize, rule: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        // An author's page is an address, and no name.
        if value.is_empty()
            || value.len() > MAX_VALUE_BYTES
            || (field == MetadataField::Author && value.starts_with("http"))
        {
            return;
        }
        let evidence = Evidence { passage: None, span: Span::new(start, end) };
        if field.is_date() {
            add_date(self.all, field, parse_date(&value).map(|date| Fact::new(date, Basis::Metadata, rule, evidence)));
        } else {
            add(self.all, field, Some(Fact::new(value, Basis::Metadata, rule, evidence)));
        }
    }

    fn language(&mut self, token: &Token) {
        let attributes = attributes(self.text, token);
        if let Some(Attribute { value, start, end, .. }) = one(&attributes, &["lang", "xml:lang"])
            && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        {
            self.fact(MetadataField::Language, value, *start, *end, "html-lang");
        }
    }

    fn meta(&mut self, token: &Token) {
        let attributes = attributes(self.text, token);
        let Some(name) = one(&attributes, &["property", "name", "itemprop"]) else { return };
        let Some(content) = one(&attributes, &["content"]) else { return };
        let name = name.value.to_ascii_lowercase();
        if let Some((_, field)) = META.iter().find(|(known, _)| *known == name) {
            self.fact(*field, &content.value, content.start, content.end, "meta-element");
        }
    }

    fn link(&mut self, token: &Token) {
        let attributes = attributes(self.text, token);
        let (Some(rel), Some(target)) = (one(&attributes, &["rel"]), one(&attributes, &["href"])) else { return };
        let field = match rel.value.to_ascii_lowercase().as_str() {
            "canonical" => MetadataField::Url,
            "license" => MetadataField::Licence,
            _ => return,
        };
        self.fact(field, &target.value, target.start, target.end, "link-element");
    }

    /// A `time` counts where it stands in the text, not in what surrounds it.
    fn time(&mut self, token: &Token, printed: &PrintedPlaces) {
        let attributes = attributes(self.text, token);
        let Some(Attribute { value, start, end, .. }) = one(&attributes, &["datetime"]) else { return };
        let printed = printed.contains(token.end);
        let published = attributes.iter().any(|attribute| {
            (attribute.name == "pubdate") || (attribute.name == "itemprop" && attribute.value == "datePublished")
        });
        let class = attributes.iter().find(|attribute| attribute.name == "class").map_or("", |class| &class.value);
        let field = if class.contains("updated") && !class.contains("published") {
            MetadataField::Updated
        } else {
            MetadataField::Date
        };
        if printed || published {
            self.fact(field, value, *start, *end, "time-element");
        }
    }

    fn linked_data(&mut self, token: &Token, content: Option<&Token>) {
        let attributes = attributes(self.text, token);
        let is = one(&attributes, &["type"]).is_some_and(|kind| kind.value.eq_ignore_ascii_case("application/ld+json"));
        let Some(content) = content.filter(|content| is && content.kind == TokenKind::Aside) else { return };
        if let Some((start, end)) = string_of(self.text, content.start, content.end, "@type", "")
            && NEWS.contains(&&self.text[start + 1..end - 1])
        {
            self.fact(MetadataField::Kind, "news", start + 1, end - 1, "json-ld");
        }
        for (key, inner, field) in LINKED_DATA {
            if let Some((start, end)) = string_of(self.text, content.start, content.end, key, inner) {
                let value = serde_json::from_str::<String>(&self.text[start..end]).unwrap_or_default();
                self.fact(*field, &value, start + 1, end - 1, "json-ld");
            }
        }
    }

    fn title(&mut self, content: Option<&Token>) {
        if let Some(content) = content.filter(|content| content.kind == TokenKind::Aside) {
            let value = crate::html::resolve(&self.text[content.start..content.end]);
            self.fact(MetadataField::Title, &value, content.start, content.end, "title-element");
        }
    }
}

fn one<'a>(attributes: &'a [Attribute], names: &[&str]) -> Option<&'a Attribute> {
    names
        .iter()
        .find_map(|name| attributes.iter().find(|attribute| attribute.name == *name && !attribute.value.is_empty()))
}

/// The quoted string after the first `"key":`, or after `"inner":` in the object that stands there.
fn string_of(text: &str, start: usize, end: usize, key: &str, inner: &str) -> Option<(usize, usize)> {
    let quoted = format!("\"{key}\"");
    let found = start + text[start..end].find(&quoted)? + quoted.len();
    let rest = text[found..end].trim_start().strip_prefix(':')?.trim_start();
    let at = end - rest.len();
    if !inner.is_empty() && rest.starts_with(['{', '[']) {
        let close = at + rest.find('}')?;
        return string_of(text, at, close, inner, "");
    }
    let length = string_length(rest)?;
    Some((at, at + length))
}

/// Bytes of the JSON string at the start of `text`, its quotes included.
fn string_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.strip_prefix('"')?.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(at + 2),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::string_of;
    use entente_ingest::{Settings, Source, read};

    /// Title, date, publisher, address and language of a page, each with its rule.
    fn record(page: &str) -> Vec<String> {
        let source = Source { file: "x.html".into(), bytes: page.into() };
        let (record, _) = read(&source, &Settings::default()).expect("a page");
        let date = record.date.map(|fact| format!("{} {}", fact.value, fact.rule));
        let texts = [record.title, record.publisher, record.url, record.language];
        let texts = texts.into_iter().flatten().map(|fact| format!("{} {}", fact.value, fact.rule));
        texts.chain(date).collect()
    }

    #[test]
    fn a_page_says_what_it_is_in_its_head() {
        let head = "<html lang=\"fr-FR\"><head><title>Visite &ndash; Minist&egrave;re</title>\
                    <meta property='og:site_name' content='Minist&egrave;re'><link rel=canonical href='https://example.org/a?b=1&amp;c'>\
                    <meta property='article:published_time' content='2014-05-02T10:00:00Z'></head>";
        assert_eq!(
            record(&format!("{head}<body><h1>Visite <i>officielle</i></h1><p>Le ministre.</p></body></html>")),
            [
                "Visite officielle first-heading",
                "Ministère meta-element",
                "https://example.org/a?b=1&c link-element",
                "fr-FR html-lang",
                "2014-05-02 meta-element",
            ]
        );
        assert_eq!(
            record(&format!("{head}<body><p>Le ministre.</p></body></html>"))[0],
            "Visite – Ministère title-element"
        );
    }

    #[test]
    fn dates_in_menus_and_wrong_languages_are_not_taken() {
        let page = "<!doctype html><html lang=en><nav><time datetime=2020-01-01>1 January</time></nav>\
                    <main><h1>한미 사이버 정책협의회</h1><p>외교부는 협의회를 <time datetime='2016-06-28'>28일</time> 개최한다고 밝혔다.</p></main>";
        assert_eq!(record(page), ["한미 사이버 정책협의회 first-heading", "ko script", "2016-06-28 time-element"]);
    }

    #[test]
    fn linked_data_gives_strings_with_their_place() {
        let text = r#"{"headline": "A \"B\"", "publisher": {"@type": "Organization", "name": "Ministry"}, "x": 1}"#;
        let found = |key, inner| string_of(text, 0, text.len(), key, inner).map(|(start, end)| &text[start..end]);
        assert_eq!(found("headline", ""), Some(r#""A \"B\"""#));
        assert_eq!(found("publisher", "name"), Some("\"Ministry\""));
        assert_eq!(found("x", ""), None);
        assert_eq!(found("datePublished", ""), None);
        assert_eq!(string_of("{\"headline\": \"open", 0, 18, "headline", ""), None);
    }
}
