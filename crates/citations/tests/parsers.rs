//! What is written, read back by parsers that are not ours.

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use biblib::{CitationParser, RisParser};
use citationberg::json::{DateValue as CslDate, Item, Value};
use entente_citations::{Citation, CitedDate, Place};
use entente_corpus::DocumentKind;
use entente_ingest::{Settings, Source, ingest};

/// A citation of a place on two pages, with everything in it that a format could stumble over.
fn example() -> Citation {
    Citation {
        key: "ab12cd34".to_owned(),
        title: "Trade & {Cyber} 100% of $5_m, a \\ joint ~ statement".to_owned(),
        is_titled: true,
        kind: DocumentKind::WhitePaper,
        publisher: Some("Ministry of Foreign Affairs, Trade and Industry".to_owned()),
        date: Some(CitedDate { date: "2016-06-28".parse().expect("a date"), is_supplied: false }),
        symbol: Some("2015/SOM1/CTWG/016".to_owned()),
        url: Some("http://mofa.go.kr/eng/a_b?x=1&y=2%20".to_owned()),
        language: Some("en".to_owned()),
        file: "a.pdf".to_owned(),
        sha256: "00ff".to_owned(),
        place: Some(Place { number: Some("15".to_owned()), lines: vec![(3, 4)], pages: Some((83, 84)) }),
        quote: Some("The two sides “committed” to 50% & more.".to_owned()),
        marking: Some("FOR OFFICIAL USE".to_owned()),
        ..Citation::default()
    }
}

/// The same with another date.
fn dated(date: &str) -> Citation {
    Citation { date: Some(CitedDate { date: date.parse().expect("a date"), is_supplied: false }), ..example() }
}

#[test]
fn a_bibtex_parser_reads_every_field() {
    let text = example().bibtex();
    let bibliography = Bibliography::parse(&text).expect("an entry");
    let entry = bibliography.get("entente-ab12cd34").expect("the entry");
    let verbatim = |field: &str| entry.get_as::<String>(field).expect(field);
    assert_eq!(entry.title().expect("a title").format_verbatim(), example().title);
    let authors = entry.author().expect("an author");
    assert_eq!(authors.len(), 1, "{authors:?}");
    assert_eq!(authors[0].name, "Ministry of Foreign Affairs, Trade and Industry");
    assert_eq!(verbatim("number"), "2015/SOM1/CTWG/016");
    assert_eq!(verbatim("url"), "http://mofa.go.kr/eng/a_b?x=1&y=2%20");
    assert_eq!(verbatim("year"), "2016");
    let PermissiveType::Typed(date) = entry.date().expect("a date") else { panic!("{text}") };
    let DateValue::At(day) = date.value else { panic!("{date:?}") };
    assert_eq!((day.year, day.month, day.day), (2016, Some(5), Some(27)), "counted from zero");
    let PermissiveType::Typed(pages) = entry.pages().expect("pages") else { panic!("{text}") };
    assert_eq!(pages.as_slice(), std::slice::from_ref(&(83..84)));
    assert!(verbatim("note").starts_with("pp. 83–84, para. 15; file a.pdf"));
}

#[test]
fn a_parser_of_ris_reads_every_field() {
    let records = RisParser::new().parse(&example().ris()).expect("records");
    assert_eq!(records.len(), 1);
    let record = &records[0];
    assert_eq!(record.title, example().title);
    assert_eq!(record.date.as_ref().map(|date| (date.year, date.month, date.day)), Some((2016, Some(6), Some(28))));
    assert!(record.urls.iter().any(|url| *url == example().url.expect("an address")), "{:?}", record.urls);
    assert_eq!(record.abstract_text, example().quote);
    assert!(record.pages.as_deref().is_some_and(|pages| pages.contains("83")), "{:?}", record.pages);
}

#[test]
fn a_parser_of_csl_reads_every_field() {
    let items: Vec<Item> = serde_json::from_str(&example().csl_json()).expect("items");
    let [item] = items.as_slice() else { panic!("one item") };
    assert_eq!(item.id().as_deref(), Some("entente-ab12cd34"));
    assert_eq!(item.type_().as_deref(), Some("report"));
    let text = |field: &str| match item.0.get(field) {
        Some(Value::String(text)) => text.clone(),
        other => panic!("{field}: {other:?}"),
    };
    assert_eq!(text("title"), example().title);
    assert_eq!(text("page"), "83-84");
    assert_eq!(text("URL"), "http://mofa.go.kr/eng/a_b?x=1&y=2%20");
    let Some(Value::Date(CslDate::DateParts { date_parts, .. })) = item.0.get("issued") else {
        panic!("{:?}", item.0.get("issued"))
    };
    assert_eq!(format!("{date_parts:?}").matches("2016").count(), 1);
}

#[test]
fn dates_of_every_form_are_read() {
    for date in ["2014", "2014-08", "2014-05/2014-08", "2009/..", "../2014", "XXXX-08-02", "XXXX-XX-08"] {
        let cited = dated(date);
        let bibliography = Bibliography::parse(&cited.bibtex()).expect("an entry");
        let entry = bibliography.get("entente-ab12cd34").expect("the entry");
        let is_known = date.starts_with('2');
        assert_eq!(entry.date().is_ok(), is_known, "{date}: {}", cited.bibtex());
        assert_eq!(RisParser::new().parse(&cited.ris()).expect("records").len(), 1, "{date}");
        serde_json::from_str::<Vec<Item>>(&cited.csl_json()).expect(date);
    }
}

#[test]
fn a_passage_is_cited_with_its_place_and_annotated_where_it_stands() {
    let text = "# Joint Statement\n\nSeoul, 28 June 2016\n\nÖffnung 회의. Both sides met & agreed.\n";
    let sources = vec![Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() }];
    let corpus = ingest(&sources, &Settings::default());
    let passages = &corpus.bodies.get(0).expect("it is here").passages;
    let last = passages.len() - 1;
    let cited = Citation::passage(&corpus, 0, last).expect("a passage");
    assert!(cited.text().starts_with("“Öffnung 회의. Both sides met & agreed.” Joint Statement"), "{}", cited.text());
    assert!(cited.text().ends_with(", l. 5."), "{}", cited.text());
    for (cited, words) in
        [(cited.clone(), "Öffnung 회의. Both sides met & agreed."), (cited.quoting("sides met"), "sides met")]
    {
        let json = cited.annotation().expect("a place");
        let annotation: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let [quote, position] = annotation["target"]["selector"].as_array().expect("selectors").as_slice() else {
            panic!("{json}")
        };
        let (start, end) = (&position["start"], &position["end"]);
        let at = |at: &serde_json::Value| usize::try_from(at.as_u64().expect("a number")).expect("small");
        let stands: String = text.chars().skip(at(start)).take(at(end) - at(start)).collect();
        assert_eq!((stands.as_str(), quote["exact"].as_str()), (words, Some(words)));
        let around =
            format!("{}{words}{}", quote["prefix"].as_str().expect("words"), quote["suffix"].as_str().expect("words"));
        assert!(text.contains(&around), "{around}");
    }
    assert!(Citation::document(&corpus, 0).expect("a document").annotation().is_none());
    assert!(Citation::document(&corpus, 1).is_none() && Citation::passage(&corpus, 0, last + 1).is_none());
}
