//! Every table of a small folder as `entente export` writes it, kept as snapshots: one file a table, one row a line.
//!
//! `INSTA_UPDATE=always cargo test -p entente-tables` accepts what has changed; read the difference before you keep it.

use std::rc::Rc;

use entente_corpus::Corpus;
use entente_ingest::{Settings, Source, ingest};
use entente_tables::{Cell, TABLES, jsonl, table};

/// A form, a press release, and a report that says in part the same.
const FOLDER: [(&str, &str); 3] = [
    ("form.md", include_str!("folder/form.md")),
    ("news.txt", include_str!("folder/news.txt")),
    ("report.txt", include_str!("folder/report.txt")),
];

fn folder() -> Corpus {
    let sources = FOLDER.map(|(file, text)| Source { file: file.to_owned(), bytes: text.into() });
    ingest(&sources, &Settings::default())
}

#[test]
fn tables_of_a_small_folder_are_as_they_were() {
    let corpus = folder();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // The table `corpus` is the whole JSON in one cell; the others say the same in rows.
    for name in TABLES.iter().filter(|name| **name != "corpus") {
        let table = table(&corpus, name).expect("one of the tables");
        settings.bind(|| insta::assert_snapshot!(*name, jsonl(&table)));
    }
}

/// A path of a thousand headings stands beside each passage below them.
#[test]
fn the_path_of_a_section_is_bounded_and_shared() {
    let heading = |level: usize| format!("{} {}{level}\n\n", "#".repeat(level), "Word ".repeat(190));
    let text = format!("{}text\n\nmore\n", (1..=6).map(heading).collect::<String>());
    let source = Source { file: "a.md".to_owned(), bytes: text.into_bytes() };
    let passages = table(&ingest(&[source], &Settings::default()), "passages").expect("one of the tables");
    let column = passages.columns.iter().position(|name| *name == "section").expect("a column");
    let path = |row: &Vec<Cell>| match &row[column] {
        Cell::Shared(path) => path.clone(),
        other => panic!("{other:?} is not shared"),
    };
    let [.., text, more] = &passages.rows[..] else { panic!("no rows") };
    assert!(Rc::ptr_eq(&path(text), &path(more)));
    assert!(path(text).starts_with("… > Word ") && path(text).ends_with("Word 6"), "{}", path(text));
    assert!(path(text).len() <= 4_100);
}

/// The cells of column `name` of `table`, of `files`.
fn column(files: &[(&str, &str)], table_name: &str, name: &str) -> Vec<Cell> {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().into() };
    let corpus = ingest(&files.iter().map(source).collect::<Vec<_>>(), &Settings::default());
    let table = table(&corpus, table_name).expect("one of the tables");
    let at = table.columns.iter().position(|column| *column == name).expect("a column");
    table.rows.into_iter().map(|row| row[at].clone()).collect()
}

/// Words that stand where they are said to: of a row with quotation marks the cell with the fact, of a name the reading text.
#[test]
fn facts_are_quoted_and_named_from_where_they_stand() {
    let text = |words: &str| Cell::Text(words.to_owned());
    let csv = "year,sum,note\n2019,USD 5 million,\"a note that is \"\"long\"\", with a comma\"\n";
    assert_eq!(column(&[("a.csv", csv)], "amounts", "quote"), [text("2019,USD 5 million")]);
    let broken = "Note\n\nIceland and Norway held the fourth Iceland-Norway Fisheries Consulta-\ntion in Bergen on 8 June 2013. \
                  The Minister of Fisheries of the Repub-\nlic opened the consultation. The republic is small.\n";
    let names = column(&[("a.txt", broken)], "engagements", "name");
    assert_eq!(names[0], text("fourth Iceland-Norway Fisheries Consultation"));
}

/// Lines before the text are passages, and what they say is found in them.
#[test]
fn metadata_of_front_matter_name_their_passage() {
    let front = "---\ntitle: Plan of ports\ndate: 2018-05-04\n---\n\n# Plan of ports\n\nText.\n";
    let passages = column(&[("a.md", front)], "passages", "id");
    let found = column(&[("a.md", front)], "metadata", "passage");
    let dated = column(&[("a.md", front)], "metadata", "field").iter().position(|field| *field == Cell::from("date"));
    assert_eq!(found[dated.expect("a date")], passages[2]);
}

/// The first ids are those of the first names: a party without an id comes after those with one.
#[test]
fn ids_of_participants_stand_in_the_order_of_names() {
    let text = "# Note\n\nThe Prime Minister met President Aksel Lund of Norway in Oslo on 3 March 2015.\n";
    let Cell::List(names) = &column(&[("a.md", text)], "engagements", "participants")[0] else { panic!("no list") };
    let Cell::List(ids) = &column(&[("a.md", text)], "engagements", "participants_ids")[0] else { panic!("no list") };
    assert!(names.len() > ids.len() && ids[0] == "aksel-lund", "{names:?} {ids:?}");
    assert_eq!(names[0], "Aksel Lund");
}

/// A publisher that is a name has the form that the name has in all tables.
#[test]
fn publishers_are_shown_as_the_name_is() {
    let notice = "DEPARTMENT OF TRANSPORTATION\n\n# Notice on ports\n\nThe Department of Transportation held a meeting.\nThe Department of Transportation met Ghana.\n";
    assert_eq!(column(&[("a.md", notice)], "documents", "publisher"), [Cell::from("Department of Transportation")]);
}
