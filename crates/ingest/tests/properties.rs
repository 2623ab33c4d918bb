//! Invariants of every input: reading never fails, the corpus holds together, no printed character is lost.

use entente_corpus::{Body, ReadingText, check};
use entente_ingest::{FAULT, FAULT_OF_FACTS, FAULT_OF_NAMES, Settings, Source, ingest};
use proptest::prelude::*;

fn of(bytes: Vec<u8>, file: &str) -> entente_corpus::Corpus {
    let corpus = ingest(&[Source { file: file.to_owned(), bytes }], &Settings::default());
    let faults = [FAULT, FAULT_OF_NAMES, FAULT_OF_FACTS];
    assert!(
        corpus.catalogue.unread.iter().all(|unread| !faults.contains(&unread.reason.as_str())),
        "a stage has stopped: {:?}",
        corpus.catalogue.unread
    );
    corpus
}

/// The characters of `body` that no passage prints, marks or numbers.
fn lost(body: &Body) -> Vec<(usize, char)> {
    let mut held = vec![false; body.text.len()];
    for passage in &body.passages {
        let pieces = passage.pieces.iter().map(|piece| piece.span);
        for span in pieces.chain(passage.marker).chain(passage.number) {
            held[span.range()].fill(true);
        }
    }
    body.text.char_indices().filter(|(at, c)| !c.is_whitespace() && !held[*at]).collect()
}

/// What only draws a text: closing marks of a heading, a table's lines.
fn draws(c: char) -> bool {
    matches!(c, '#' | '|' | '-' | ':')
}

/// Lines of the kinds that documents have, one below the other in any order.
fn documents() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just(String::new()),
        Just("---".to_owned()),
        Just("title: \"A\\u2019s".to_owned()),
        Just("## Heading ##".to_owned()),
        Just("A.1 Protect Cargo:".to_owned()),
        Just("WHAT NEEDS DOES YOUR ECONOMY HAVE?".to_owned()),
        Just("LEADERS' COMMITMENTS".to_owned()),
        Just("제2조 (정의) **굵게".to_owned()),
        Just("| a | b |".to_owned()),
        Just("|---|---|".to_owned()),
        Just("| \\| & |".to_owned()),
        Just("--".to_owned()),
        Just("> quoted <u>text".to_owned()),
        Just("[text](url **x** [y](z)".to_owned()),
        Just("US\\$100 &amp; &#x26; &#55296; ~~4~~".to_owned()),
        Just("15. The Minister noted that the co-operation would go on and".to_owned()),
        Just("goes on in lower case with the".to_owned()),
        Just("Date: 2016-06-28 12:00:00".to_owned()),
        Just("<Copyright ⓒ The Daily, All rights reserved>".to_owned()),
        "[ \t]{0,4}[-*°•※ㅇ]{1,2} ?[a-zé가]{0,12}",
        "[ \\PC]{0,40}",
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\u{c}"), Just("\n\n")];
    prop::collection::vec((line, end), 0..24)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

/// Records of JSON Lines, with escapes beside letters of any width; cut and broken ones among them.
fn records() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\\u00a0".to_owned()),
        Just("\\ud83d\\ude00".to_owned()),
        Just("\\ud83d".to_owned()),
        Just("\\n\\n".to_owned()),
        Just("\\\"".to_owned()),
        Just("\u{a0}".to_owned()),
        "[a-z 가é]{0,9}",
        "[\"\\\\{},:\\[\\]]",
    ];
    let text = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    let record =
        (text.clone(), text).prop_map(|(title, body)| format!("{{\"title\": \"{title}\", \"body\": \"{body}\"}}\n"));
    prop::collection::vec(record, 1..5).prop_map(|records| records.concat())
}

/// Tags in any order, closed or not, with a numbered word after each.
fn pages() -> impl Strategy<Value = String> {
    let tags = [
        "<p>",
        "</p>",
        "<div class=nav>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</tr>",
        "</table>",
        "<th>",
        "<ul>",
        "<li>",
        "</ul>",
        "<br>",
        "<b>",
        "</b>",
        "<a href='x?a=1&amp;b'>",
        "</a>",
        "<h2>",
        "</h2>",
        "<nav>",
        "</nav>",
        "<main>",
        "</main>",
        "<article>",
        "<blockquote>",
        "&nbsp;",
        "&eacute;",
        "&",
        "<",
        "<!-- x -->",
        "\n \n",
        "<pre>",
        "</pre>",
        "<select><option>",
        "<caption>",
        "<thead>",
        "<sup>",
        "</html>",
        "<script>\"<p>no\"</script>",
        "<dl><dt>",
        "<dd>",
        "<form>",
        "한국",
        "<img alt='no'>",
        "<span hidden>",
    ];
    prop::collection::vec(prop::sample::select(tags.to_vec()), 0..40).prop_map(|tags| {
        let parts = tags.iter().enumerate().map(|(n, tag)| format!("{tag} w{n}x"));
        format!("<!doctype html>{}", parts.collect::<String>())
    })
}

/// Names and the words around them, glued by every mark that can be between words.
fn glued_names() -> impl Strategy<Value = String> {
    let words = [
        "US",
        "Japan",
        "ROK",
        "France",
        "Germany",
        "Republic of Korea",
        "U.S.",
        "EU",
        "ASEAN",
        "UN",
        "the",
        "The",
        "of",
        "and",
        "dialogue",
        "alliance",
        "treaty",
        "Treaty",
        "Dialogue",
        "Ministry",
        "Council",
        "President",
        "Prime Minister",
        "Mr",
        "van",
        "der",
        "Kim",
        "Smith",
        "Resolution",
        "1540",
        "A",
        "RES",
        "7th",
        "No",
        "Act",
        "2000",
        "met",
        "signed",
        "with",
        "for",
        "in",
        "Seoul",
        "May",
        "$",
        "5",
        "million",
        "(CGPCS)",
        "MOFA",
        "한국",
        "한-미",
        "외교부",
        "장관",
        "제5차",
        "회의",
        "日本",
        "第3回",
        "l",
        "d",
        "Force",
    ];
    let marks = [
        " ", " ", "-", "–", "—", "‐", "‑", "&", "'", "’", ".", ". ", ",", ", ", "/", "·", ":", ";", "(", ")", "[", "]",
        "\"", "“", "”", "_", "+", "*", "…", "\u{a0}", "\u{200b}", "\u{ad}", "\n", " - ", ".-", "s", "'s ", "’s ", "|",
        "!", "?", "#", "@", "%", "~", "=",
    ];
    let pair = (prop::sample::select(words.to_vec()), prop::sample::select(marks.to_vec()));
    prop::collection::vec(pair, 1..14)
        .prop_map(|pairs| pairs.into_iter().map(|(word, mark)| format!("{word}{mark}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_glued_by_any_mark_stop_nothing(text in glued_names()) {
        let corpus = of(format!("{text}\n\nA paragraph of its own.").into_bytes(), "x.txt");
        prop_assert_eq!(check(&corpus), Vec::<String>::new());
        prop_assert_eq!(corpus.catalogue.documents.len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_named(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let corpus = of(bytes, "x.txt");
        prop_assert_eq!(check(&corpus), Vec::<String>::new());
        prop_assert_eq!(corpus.catalogue.documents.len() + corpus.catalogue.unread.len(), 1);
    }

    #[test]
    fn no_printed_character_is_lost(text in documents()) {
        let corpus = of(text.clone().into_bytes(), "x.txt");
        prop_assert_eq!(check(&corpus), Vec::<String>::new());
        for body in corpus.bodies.iter().flatten() {
            prop_assert_eq!(&body.text, &text, "the text is never changed");
            let lost: Vec<_> = lost(body).into_iter().filter(|(_, c)| !draws(*c)).collect();
            prop_assert_eq!(lost, vec![]);
        }
    }

    #[test]
    fn what_is_shown_is_where_it_is_said_to_be(text in documents()) {
        for body in of(text.into_bytes(), "x.md").bodies.iter().flatten() {
            for passage in &body.passages {
                let reading = ReadingText::of(body, passage);
                for (at, c) in reading.text.char_indices().filter(|(_, c)| c.is_alphabetic()) {
                    let shown = reading.to_source(at..at + c.len_utf8()).map(|span| span.of(&body.text));
                    prop_assert!(shown.is_some_and(|shown| shown.contains(c) || shown.starts_with('&')), "{shown:?}");
                }
            }
        }
    }

    #[test]
    fn the_same_sources_give_the_same_corpus_in_any_order(one in documents(), two in documents()) {
        let source = |file: &str, text: &str| Source { file: file.to_owned(), bytes: text.as_bytes().to_vec() };
        let (a, b) = (source("a.txt", &one), source("b.md", &two));
        let settings = Settings::default();
        prop_assert_eq!(ingest(&[a.clone(), b.clone()], &settings), ingest(&[b, a], &settings));
    }

    #[test]
    fn records_are_read_whatever_they_escape(text in records()) {
        for file in ["x.jsonl", "x.csv"] {
            prop_assert_eq!(check(&of(text.clone().into_bytes(), file)), Vec::<String>::new());
        }
    }

    #[test]
    fn every_word_of_a_page_is_read_once_and_in_order(text in pages()) {
        let corpus = of(text.clone().into_bytes(), "x.html");
        prop_assert_eq!(check(&corpus), Vec::<String>::new());
        let written: Vec<&str> = text.split_whitespace().filter(|word| word.starts_with('w')).collect();
        let written: Vec<&str> = written.iter().map(|word| &word[..=word.find('x').unwrap_or(0)]).collect();
        let words = |body: &Body| -> Vec<String> {
            let shown = body.passages.iter().map(|passage| ReadingText::of(body, passage).text);
            let shown: String = shown.flat_map(|text| [text, " ".to_owned()]).collect();
            let numbered = shown.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 2);
            numbered.filter(|word| word.starts_with('w') && word.ends_with('x')).map(str::to_owned).collect()
        };
        let mut read: Vec<String> = corpus.bodies.iter().flatten().flat_map(words).collect();
        let mut written: Vec<String> = written.into_iter().map(str::to_owned).collect();
        // Browsers show the words of a table outside its cells before it.
        if text.contains("<table>") {
            read.sort_unstable();
            written.sort_unstable();
        }
        prop_assert_eq!(read, written);
    }
}
