//! A document as it is read: folds, its place in a list, remarks beside its passages.

use crate::made::{Made, corpus, document, entity, plain};
use entente_corpus::{Basis, Body, Corpus, EntityKind, Evidence, Fact, MetadataField, Metadatum, PassageKind, Record};
use entente_explore::{Axis, Explorer, Filter, FoldKind, Query, Reading, Sort, Sorting};

/// A document of paragraphs, each of a kind.
fn of_kinds(title: &str, passages: &[(PassageKind, &str)]) -> (Record, Body) {
    let made: Vec<Made> = passages.iter().map(|(_, text)| plain(text)).collect();
    let (record, mut body) = document(title, None, &made);
    for (passage, (kind, _)) in body.passages.iter_mut().zip(passages) {
        passage.kind = *kind;
        passage.level = u8::from(*kind == PassageKind::Heading);
    }
    (record, body)
}

/// Says that a passage prints a field of the record.
fn prints(body: &mut Body, field: MetadataField, passage: u32) {
    let span = body.passages[passage as usize].extent();
    let evidence = vec![Evidence { passage: Some(passage), span }];
    let value = span.of(&body.text).to_owned();
    let fact = Fact { value, basis: Basis::Stated, rule: "made".to_owned(), evidence };
    body.metadata.push(Metadatum { field, fact, date: None });
}

fn explorer(documents: Vec<(Record, Body)>) -> Explorer {
    Explorer::new(corpus(documents, Vec::new()).into())
}

fn read(explorer: &Explorer, document: usize) -> Reading {
    let id = explorer.corpus().catalogue.documents.get(document).expect("it is here").id.to_string();
    explorer.reading(&id, None, &Query::default()).expect("the document is there")
}

fn folds(reading: &Reading) -> Vec<(FoldKind, usize, usize)> {
    reading.folds.iter().map(|fold| (fold.kind, fold.first, fold.count)).collect()
}

#[test]
fn lines_before_the_text_that_say_what_it_is_are_a_cover_sheet() {
    use PassageKind::{Heading, Paragraph};
    let (record, mut body) = of_kinds(
        "Action Plan of Utopia",
        &[
            (Heading, "Economic Forum"),
            (Paragraph, "2015/SOM1/016"),
            (Heading, "Action Plan of Utopia"),
            (Paragraph, "Submitted by: Utopia"),
            (Heading, "Summary"),
            (Paragraph, "The ports of Utopia were fenced in by the ministry in 2012."),
        ],
    );
    prints(&mut body, MetadataField::Symbol, 1);
    prints(&mut body, MetadataField::Title, 2);
    prints(&mut body, MetadataField::Publisher, 3);
    let reading = read(&explorer(vec![(record, body)]), 0);
    assert_eq!(folds(&reading), [(FoldKind::CoverSheet, 0, 4)]);
    assert_eq!((reading.folds[0].lines, reading.folds[0].begins.as_str()), (4, "Economic Forum"));
}

#[test]
fn prose_is_never_a_cover_sheet() {
    use PassageKind::{Heading, Paragraph};
    let (record, mut body) = of_kinds(
        "A report",
        &[
            (Heading, "A report"),
            (Paragraph, "Utopia built a fence in 2012."),
            (Paragraph, "It was paid for by the ministry."),
            (Paragraph, "Ministry of Ports"),
        ],
    );
    prints(&mut body, MetadataField::Title, 0);
    prints(&mut body, MetadataField::Publisher, 3);
    let reading = read(&explorer(vec![(record, body)]), 0);
    assert_eq!(folds(&reading), []);
    assert_eq!(reading.title_at, Some(0), "the title is printed by the first passage");
}

#[test]
fn what_surrounds_a_text_is_folded_by_what_it_is() {
    use PassageKind::{Furniture, Heading, Paragraph};
    let (record, body) = of_kinds(
        "A long report",
        &[
            (Furniture, "Home"),
            (Furniture, "Contact"),
            (Heading, "A long report"),
            (Furniture, "1. Ports ........ 4"),
            (Furniture, "2. Roads ........ 9"),
            (Paragraph, "Ports are safe."),
            (Furniture, "Report No. 4"),
            (Paragraph, "Roads are not."),
            (Furniture, "Share this page"),
        ],
    );
    let reading = read(&explorer(vec![(record, body)]), 0);
    let expected = [
        (FoldKind::Surroundings, 0, 2),
        (FoldKind::Contents, 3, 2),
        (FoldKind::PageHead, 6, 1),
        (FoldKind::Surroundings, 8, 1),
    ];
    assert_eq!(folds(&reading), expected);
    assert_eq!(reading.title_at, Some(2));
    // Folds follow each other and none has a passage of another.
    assert!(reading.folds.windows(2).all(|two| two[0].first + two[0].count <= two[1].first));
}

#[test]
fn passages_of_formats_with_pages_are_called_by_their_pages() {
    let (record, mut body) = document("A paper", None, &[plain("First page."), plain("Second page of the paper.")]);
    for (passage, page) in body.passages.iter_mut().zip([1, 2]) {
        passage.pieces[0].page = Some(page);
    }
    let explorer = explorer(vec![(record, body)]);
    let reading = read(&explorer, 0);
    assert_eq!(reading.blocks.iter().map(|block| block.pages).collect::<Vec<_>>(), [Some((1, 1)), Some((2, 2))]);
    assert_eq!((reading.origin.format, reading.origin.pages), ("Text", Some(2)));
    let results = explorer.search(&Query::default().with_text("second"), 10);
    assert_eq!(results.groups[0].hits[0].place.pages, Some((2, 2)));
}

/// Three documents; ports in all but the second.
fn ports() -> Corpus {
    let named = |text| Made { text, names: vec![0], ..Made::default() };
    let first = document("Ports once", Some("2012"), &[named("Utopia has ports."), plain("Roads.")]);
    let second = document("Roads", Some("2016"), &[named("Utopia has roads.")]);
    let third = document(
        "Ports, ports, ports",
        Some("2014"),
        &[plain("Nothing."), plain("Ports and ports, and only ports."), named("The ports of Utopia.")],
    );
    corpus(vec![first, second, third], vec![entity("ut", EntityKind::Country, &["Utopia"], &[])])
}

#[test]
fn a_search_is_read_document_by_document_in_the_order_of_its_results() {
    let explorer = Explorer::new(ports().into());
    for sort in Sort::ALL {
        let query = Query::default().with_text("ports");
        let set = explorer.found_by_search(&query, *sort);
        let shown: Vec<String> =
            explorer.search_by(&query, 50, *sort).groups.into_iter().map(|group| group.document).collect();
        assert_eq!(set.documents.iter().map(|document| document.id.clone()).collect::<Vec<_>>(), shown, "{sort:?}");
        assert_eq!(set.hits(), explorer.search_by(&query, 50, *sort).total, "{sort:?}");
    }
    let third = explorer.found_by_search(&Query::default().with_text("ports"), Sort::Best).documents;
    let third = third.into_iter().find(|document| document.index == 2).expect("it has ports");
    assert_eq!(third.passages, [1, 2], "hits stand in the order of the text");
    assert_eq!(
        explorer.anchor(2, 1),
        Some(explorer.corpus().bodies.get(2).expect("it is here").passages[1].anchor.clone())
    );
}

#[test]
fn a_list_of_documents_is_read_in_its_order_under_its_filters() {
    let explorer = Explorer::new(ports().into());
    let utopia = Query::default().with_filter(Filter::default().with(Axis::Country, "ut"));
    for (query, sort, expected) in [
        // Nothing is asked of passages.
        (Query::default(), Sort::Best, vec![(0, vec![]), (1, vec![]), (2, vec![])]),
        (Query::default(), Sort::Newest, vec![(1, vec![]), (2, vec![]), (0, vec![])]),
        // A filter by itself finds the passages that have its value.
        (utopia.clone(), Sort::Oldest, vec![(0, vec![0]), (2, vec![2]), (1, vec![0])]),
        (Query::default().with_text("ports"), Sort::Oldest, vec![(0, vec![0]), (2, vec![1, 2])]),
        // Words and value in one passage, if there is such a passage in the document, else the words.
        (utopia.with_text("ports"), Sort::Oldest, vec![(0, vec![0]), (2, vec![2])]),
        (utopia.with_text("only"), Sort::Oldest, vec![(2, vec![1])]),
    ] {
        let set = explorer.found_by_document(&query, &Sorting::from_results(sort));
        let found: Vec<(u32, Vec<u32>)> =
            set.documents.iter().map(|found| (found.index, found.passages.clone())).collect();
        assert_eq!(found, expected, "{sort:?}");
        let list = explorer.documents_by(&query, sort);
        assert!(list.documents.iter().map(|card| &card.id).eq(set.documents.iter().map(|document| &document.id)));
        // The list says of each document how many passages are gone through.
        let said = list.documents.iter().map(|card| card.matching);
        assert!(said.eq(set.documents.iter().map(|document| document.passages.len())));
        assert!(list.exported.is_sorted() && list.exported.len() == list.documents.len());
    }
}

#[test]
fn places_that_are_not_in_the_file_are_left_out_of_a_result_set() {
    let explorer = Explorer::new(ports().into());
    let id = |n: usize| explorer.corpus().catalogue.documents.get(n).expect("it is here").id.to_string();
    let anchor = explorer.corpus().bodies.get(2).expect("it is here").passages[2].anchor.clone();
    let set = explorer.found_at(&[
        (id(2), anchor.clone()),
        ("nowhere-00000000".to_owned(), anchor.clone()),
        (id(0), String::new()),
        (id(2), anchor),
    ]);
    let found: Vec<(u32, Vec<u32>)> = set.documents.into_iter().map(|found| (found.index, found.passages)).collect();
    assert_eq!(found, [(2, vec![2]), (0, vec![])]);
}
