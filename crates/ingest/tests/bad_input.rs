//! Input that nobody means to give: each is read, or named with a reason and a way out; nothing panics, nothing takes
//! longer than its length. Links, pipes and names of files are tested with the command line, damaged packages beside
//! their readers, arbitrary bytes in `properties.rs`; how time and memory grow shows `--example throughput`.

use std::fmt::Write;

use entente_corpus::{Body, Corpus, MetadataField, PassageKind, Record, check};
use entente_ingest::{Settings, Source, ingest, read};

fn of(file: &str, bytes: &[u8]) -> Result<(Record, Body), entente_corpus::Unread> {
    read(&Source { file: file.to_owned(), bytes: bytes.to_vec() }, &Settings::default())
}

fn text(file: &str, text: &str) -> (Record, Body) {
    of(file, text.as_bytes()).expect("it is read")
}

fn count(body: &Body, kind: PassageKind) -> usize {
    body.passages.iter().filter(|passage| passage.kind == kind).count()
}

fn whole(file: &str, text: &str) -> Corpus {
    let corpus = ingest(&[Source { file: file.to_owned(), bytes: text.as_bytes().to_vec() }], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    corpus
}

#[test]
fn what_cannot_be_read_is_named_with_a_reason_and_a_way_out() {
    let gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("\0\0\0".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (file, bytes, reason) in [
        ("empty.txt", &b""[..], "it is empty"),
        ("blank.md", b" \n\t\r\n \n", "it holds no text"),
        ("nul.txt", b"Korea\0\0\0 and Japan", "it is not text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is an image"),
        ("bomb.txt", &gzip, "it is an archive"),
        ("bomb.html.gz", &gzip, "it is an archive"),
        ("page.html", b"<!doctype html><html><body><nav></nav><script>x</script></body></html>", ""),
        ("nuls.txt", &wide, ""),
    ] {
        match of(file, bytes) {
            Err(unread) => {
                assert!(unread.reason.starts_with(reason), "{file}: {}", unread.reason);
                assert!(!unread.hint.is_empty(), "{file}");
            }
            Ok((_, body)) => assert!(reason.is_empty(), "{file} is read as {} passages", body.passages.len()),
        }
    }
}

#[test]
fn bytes_that_are_no_text_in_any_encoding_are_shown_as_such_and_told() {
    let (record, body) = of("x.txt", b"\xef\xbb\xbfKorea \xff\xfe and Japan \xc3\x28 met.").expect("it is read");
    assert_eq!(record.encoding.value, "UTF-8");
    assert!(body.text.contains('\u{fffd}') && body.original.is_some(), "the bytes are kept beside");
    assert!(body.anomalies.iter().any(|note| note.rule == "replacement-character"));
}

#[test]
fn one_line_without_an_end() {
    let line = "The two sides met on 3 May 2014 (33 talks: 19, 4) [a](b) **c** and <b>agreed. ".repeat(2_500);
    let (_, body) = text("x.txt", &line);
    assert_eq!(body.text.len(), line.len());
    assert!(!body.passages.is_empty());
    // A paragraph is cut after 256 KB.
    let (_, body) = text("x.txt", &"a".repeat(500_000));
    assert_eq!(body.passages.len(), 2);
}

#[test]
fn a_title_without_end_is_cut_where_it_is_taken() {
    let long = "Ports 항구 ".repeat(2_000);
    for (file, before, behind) in [
        ("a.md", "---\ntitle: ", "\nauthor: Jan Doe\n---\n\nThe ports are open.\n"),
        ("a.md", "---\nauthor: ", "\n---\n\nThe ports are open.\n"),
        ("a.html", "<title>", "</title><p>The ports are open.</p>"),
        ("a.md", "# ", "\n\nThe ports are open.\n"),
        ("a.txt", "Subject: ", "\n\nThe ports are open.\n"),
    ] {
        let corpus = whole(file, &format!("{before}{long}{behind}"));
        for datum in &corpus.bodies.get(0).expect("it is here").metadata {
            assert!(datum.fact.value.len() <= 2_000, "{file}: {} has {} bytes", datum.field, datum.fact.value.len());
        }
        assert!(corpus.bodies.get(0).expect("it is here").text.contains(&long), "{file}: the text is whole");
    }
}

#[test]
fn what_a_file_says_of_itself_is_cut_or_left_out_where_it_has_no_end() {
    let long = "Seoul ".repeat(1_000);
    let (record, body) = text("a.md", &format!("---\nauthor: {long}\n---\n\n# Ports\n\nThe text of it.\n"));
    assert!(body.metadata.iter().all(|datum| datum.fact.value.len() <= 2_000));
    assert!(record.title.is_some_and(|title| title.value == "Ports"));
    let page = |length: usize| {
        format!("<meta name=author content=\"{}\"><h1>Ports</h1><p>The text of it.", "a".repeat(length))
    };
    let authors = |length: usize| {
        let (_, body) = text("a.html", &page(length));
        body.metadata.iter().filter(|datum| datum.field == MetadataField::Author).count()
    };
    assert_eq!((authors(400), authors(401)), (1, 0));
}

#[test]
fn a_series_that_counts_to_thousands_lacks_nothing() {
    let dialogue = |ordinal: &str, year: u32| {
        format!("The {ordinal} Chile-Peru Fisheries Dialogue was held in Lima on 3 March {year}.\n\n")
    };
    let missing = |last: &str| {
        let corpus = whole("a.md", &format!("# Report\n\n{}{}", dialogue("2nd", 1999), dialogue(last, 2001)));
        corpus.catalogue.series.get().and_then(|all| all.first()).map(|series| series.missing.len())
    };
    assert_eq!(missing("200th"), Some(198));
    assert_eq!(missing("201st"), Some(0), "the number is no count of meetings");
}

#[test]
fn a_hundred_thousand_headings() {
    let mut headings = String::new();
    for n in 0..100_000 {
        let _ = write!(headings, "{} Heading {n}\n\n", "#".repeat(n % 6 + 1));
    }
    let (_, body) = text("x.md", &headings);
    assert_eq!((body.sections.len(), count(&body, PassageKind::Heading)), (100_000, 100_000));
    // The same without marks: titles in capitals, articles and numbers.
    let mut plain = String::new();
    for n in 0..5_000 {
        let _ = write!(plain, "ARTICLE {n}\n\n{n}. Title\n\nPART OF THE RECORD\n\n");
    }
    let (_, body) = text("x.txt", &plain);
    assert!(body.sections.len() >= 5_000, "{}", body.sections.len());
}

#[test]
fn lists_and_markup_a_thousand_deep() {
    let mut list = String::new();
    for n in 0..1_000 {
        let _ = writeln!(list, "{}- point {n}", " ".repeat(n));
    }
    // Markdown has one level for several such points; plain text has one for each indent.
    let (_, body) = text("x.txt", &list);
    assert_eq!(count(&body, PassageKind::Item), 1_000);
    assert_eq!(body.passages.last().map(|passage| passage.level), Some(u8::MAX), "deeper than can be counted");
    for (open, close) in
        [("<ul><li>a", "</ul>"), ("<div>", "</div>"), ("<table><tr><td>", ""), ("<b>a", ""), ("<blockquote>a", "")]
    {
        let page = format!("<!doctype html><html><body>{}{}</body></html>", open.repeat(1_000), close.repeat(1_000));
        whole("x.html", &format!("{page}<p>The two sides met.</p>"));
    }
    for deep in
        ["[".repeat(10_000), "> ".repeat(10_000), "(".repeat(10_000), "((a) ".repeat(5_000), "{\"a\":".repeat(10_000)]
    {
        whole("x.md", &deep);
        whole("x.jsonl", &format!("{deep}\n{deep}\n"));
    }
}

#[test]
fn a_table_of_twenty_thousand_rows() {
    let mut table = "| Year | Place | Sum |\n|---|---|---|\n".to_owned();
    let mut comma = "Year,Place,Sum\n".to_owned();
    let mut page = "<!doctype html><html><body><table>".to_owned();
    for n in 0..20_000 {
        let _ = writeln!(table, "| {n} | Valletta | {} |", n * 7);
        let _ = writeln!(comma, "{n},Valletta,{}", n * 7);
        let _ = write!(page, "<tr><td>{n}<td>Valletta<td>{}", n * 7);
    }
    for (file, text_of, rows) in [("x.md", &table, 20_001), ("x.csv", &comma, 20_001), ("x.html", &page, 20_000)] {
        let (_, body) = text(file, text_of);
        assert_eq!(count(&body, PassageKind::Row), rows, "{file}");
    }
}

#[test]
fn what_is_said_across_two_columns_is_quoted_from_one() {
    // The right column reads on in the left one below, which begins before it.
    let columns = "\
products covered under Annexes 1 - 4 of the     be subject to the schedule of charge reduc-
Simplified Scheme (HS), and similar agri-       tion, as set out in Article 7 of this
cultural goods and some unprocessd products     Memorandum. In respect of FEE items, the
(b) products which have undergone simple
processing with minimal change in form from     6 All products under the FEE which are not
the original products.                          transferred to the Port Scheme shall con-
                                                tinue to enjoy the fee existing as at 31
                 ARTICLE 2                      December 1988.
             GENERAL PROVISIONS
                                                7 Member States, whose charges for the
1 All Member States shall participate in        agreed products are reduced from 20% and
the Port Scheme.                                below to 0%-5%, even though granted on an
                                                open basi, shall still enjoy concessions.
2 Identification of products to be included     Member States with cha
                                       - 212 -
213         COMMON CHARGES OF HARBOURS AND CUSTOMS PLAN
                                                40% of its content originates from any
one nominee from each Member State and the";
    let corpus = whole("x.txt", columns);
    let body = corpus.bodies.get(0).expect("it is read");
    assert!(!body.amounts.is_empty());
    for amount in &body.amounts {
        let quote = amount.evidence.span.of(&body.text);
        assert!(quote.contains('%'), "{quote:?}");
    }
}

#[test]
fn what_goes_on_below_is_not_cut_off() {
    let cut = |text: &str| -> Vec<String> {
        let body = crate::text("x.txt", text).1;
        let cut = |note: &&entente_corpus::Anomaly| note.kind == entente_corpus::AnomalyKind::TruncatedText;
        body.anomalies.iter().filter(cut).map(|note| note.detail.clone()).collect()
    };
    let listed = "The officer shall state the date and the place of the interview; and\n\nState that a notice will be given to the person.\n\nSee Note 4.\n";
    assert_eq!(cut(listed), Vec::<String>::new(), "what is counted up goes on");
    let broken = "17. The two sides agreed on the harbour, and approved a reform of the bodies for policy and\n18. The Ministers will meet again in two years. They thanked the hosts.\n";
    assert_eq!(cut(broken), ["the text breaks off after \u{201c}and\u{201d}"]);
}

#[test]
fn impossible_dates_are_none() {
    for date in [
        "31 February 2015",
        "2015-13-45",
        "2015. 2. 30.",
        "2015년 13월 40일",
        "令和元年13月40日",
        "February 30, 2014",
        "0000-00-00",
        "99.99.2015",
        "令和99999年1月1日",
        "2015-02-30T25:61:61Z",
    ] {
        for label in ["Date", "날짜", "Last updated", "Reporting period"] {
            let (_, body) = text(
                "x.txt",
                &format!("NOTICE OF THE OFFICE\n\n{label}: {date}\n\nThe office is closed on that day.\n"),
            );
            let told = body
                .metadata
                .iter()
                .find(|datum| datum.date.is_some_and(|date| date.precision() == entente_text::Precision::Day));
            assert_eq!(told.map(|datum| datum.fact.value.as_str()), None, "{label}: {date}");
        }
    }
}

/// Marks without end, of the kinds that rules look for: none may make a rule look through the rest again and again.
#[test]
fn marks_without_end_take_no_longer_than_their_length() {
    for mark in [
        "Q: a?\n\n",
        "MR. A: b.\n\n",
        "1. Title\n\n",
        "(a) b;\n",
        "**A B:** c d e f g h\n\n",
        "word-\n",
        "強\n",
        "RESTRICTED\n\n",
        "Date: 3 May 2014\n\n",
        "By Jane Roe\n\n",
        "ARTICLE 1\n\nTitle\n\n",
        "I. Title\n\n",
        "A ..... 1\n",
        "- 1 -\n\nthe sentence goes on and\n\n",
        "제1조(목적) 가 나다.\n",
        "Done at Seoul, 3 May 2014.\n\n",
        "\u{c}Head 1\n\ntext of\n",
    ] {
        let (_, body) = text("x.md", &mark.repeat(60_000 / mark.len()));
        assert!(!body.passages.is_empty(), "{mark:?}");
    }
}

/// What is done with all documents together may stop over one of them: that one is left out, with the stage, and no other.
#[test]
fn a_document_that_stops_the_index_is_named_and_the_rest_is_read() {
    let files = ["a.txt", "b.txt", "c.txt"];
    let source = |at: usize| {
        files.get(at).map(|file| Source { file: (*file).to_owned(), bytes: b"The two sides met.".to_vec() })
    };
    let stops = |corpus: &std::rc::Rc<entente_corpus::Corpus>| {
        assert!(
            corpus.catalogue.documents.iter().flatten().all(|record| record.file != "b.txt"),
            "a mistake in the index"
        );
    };
    let corpus = entente_ingest::ingest_each(
        &[1; 3],
        &source,
        &Settings::default(),
        Some(&stops),
        &entente_ingest::Executors::sequential(),
    );
    let read: Vec<&str> = corpus.catalogue.documents.iter().flatten().map(|record| record.file.as_str()).collect();
    assert_eq!(read, ["a.txt", "c.txt"]);
    let unread: Vec<(&str, &str)> =
        corpus.catalogue.unread.iter().map(|unread| (unread.file.as_str(), unread.reason.as_str())).collect();
    assert_eq!(unread, [("b.txt", entente_ingest::FAULT_OF_INDEX)]);
}

#[test]
fn a_text_that_breaks_off_before_no_break_spaces_is_told_by_its_last_word() {
    let text = "# Bills signed\n\nS. 422 allows committees of the Senate, leadership offices and\u{a0} \u{a0} \n\nS. 578 requires more research on food and labels.\n";
    let source = Source { file: "bills.md".into(), bytes: text.as_bytes().to_vec() };
    let corpus = ingest(&[source], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    let note = corpus
        .bodies
        .get(0)
        .expect("it is here")
        .anomalies
        .iter()
        .find(|note| note.detail.contains("breaks off"))
        .expect("it breaks off");
    assert_eq!(note.span.of(&corpus.bodies.get(0).expect("it is here").text), "and");
}
