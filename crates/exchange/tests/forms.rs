//! The forms that other programs load, checked by the rules of those programs.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::Corpus;
use entente_exchange::{Form, write};
use entente_ingest::{Settings, Source, ingest};
use entente_tables::{Cell, TABLES, table};
use serde_json::Value;

/// A release, a report of the same meeting and cites the release, and a note in another script.
const FOLDER: [(&str, &str); 3] = [
    (
        "release.md",
        "# Peru and Chile hold their 2nd Dialogue on Fisheries\n\n3 May 2021\n\nThe 2nd Peru-Chile Dialogue on Fisheries was held in Lima on \
         3 May 2021. Foreign Minister Ana Quispe of Peru attended the dialogue. Peru paid 2 million US dollars to Chile in 2020. \
         The two sides agreed to hold the 3rd dialogue in Santiago in 2022.\n\nChile pledged 5 million US dollars to Bolivia.\n",
    ),
    (
        "report.txt",
        "Report on fisheries\n\nAs \"Peru and Chile hold their 2nd Dialogue on Fisheries\" says, the dialogue was held from May 2021 to June \
         2021. In \\ a\tquote: \"No\". The ASEAN Regional Forum met in Jakarta on 2 August.\n",
    ),
    ("note.txt", "외교부는 2021년 5월 3일 서울에서 페루와 정책협의회를 개최하였다.\n"),
];

fn folder() -> Corpus {
    let sources = FOLDER.map(|(file, text)| Source { file: file.to_owned(), bytes: text.into() });
    ingest(&sources, &Settings::default())
}

/// The cells of the lines of a table of words.
fn cells(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

/// The schemata that the export uses: name, descent, required properties.
struct Schemata {
    descent: BTreeMap<&'static str, (BTreeSet<&'static str>, Vec<&'static str>)>,
    properties: BTreeMap<(&'static str, &'static str), (&'static str, &'static str)>,
}

impl Schemata {
    fn new() -> Self {
        let list = |cell: &'static str| cell.split(',').filter(|name| !name.is_empty());
        let descent = cells(include_str!("../data/ftm-schemata.tsv"));
        let properties = cells(include_str!("../data/ftm-properties.tsv"));
        Self {
            descent: descent
                .iter()
                .map(|row| (row[0], (list(row[1]).chain([row[0]]).collect(), list(row[2]).collect())))
                .collect(),
            properties: properties.iter().map(|row| ((row[0], row[1]), (row[2], row[3]))).collect(),
        }
    }
}

/// What is wrong with `value`, a value of `kind` there.
fn is_value(kind: &str, value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match kind {
        "date" => {
            let parts: Vec<&str> = value.split('-').collect();
            parts.iter().all(|part| digits(part))
                && parts[0].len() == 4
                && parts[1..].iter().all(|part| part.len() == 2)
        }
        "country" => value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_lowercase()),
        "language" => value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_lowercase()),
        "number" => value.parse::<f64>().is_ok(),
        "url" => value.starts_with("http://") || value.starts_with("https://"),
        _ => !value.trim().is_empty(),
    }
}

#[test]
fn entities_keep_the_rules_of_their_schemata() {
    let schemata = Schemata::new();
    let entities = lines(&write(&folder(), Form::Ftm));
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for entity in &entities {
        let (id, schema) = (entity["id"].as_str().expect("an id"), entity["schema"].as_str().expect("a schema"));
        assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') && id.len() <= 255, "{id}");
        assert!(known.insert(id.to_owned(), schema.to_owned()).is_none(), "{id} stands twice");
    }
    for entity in &entities {
        let schema = entity["schema"].as_str().expect("a schema");
        let (_, required) = schemata.descent.get(schema).unwrap_or_else(|| panic!("{schema} is no schema"));
        let properties = entity["properties"].as_object().expect("properties");
        for name in required {
            assert!(properties.contains_key(*name), "{schema} has no {name}: {entity}");
        }
        for (name, values) in properties {
            let place = schemata.properties.iter().find(|(key, _)| key.0 == schema && key.1 == name);
            let (_, (kind, range)) = place.unwrap_or_else(|| panic!("{schema} has no property {name}"));
            for value in values.as_array().expect("a list") {
                let value = value.as_str().expect("text");
                assert!(is_value(kind, value), "{schema}.{name} is no {kind}: {value:?}");
                if *kind == "entity" {
                    let target = known.get(value).unwrap_or_else(|| panic!("{schema}.{name} leads nowhere: {value}"));
                    assert!(
                        schemata.descent[target.as_str()].0.contains(range),
                        "{schema}.{name} is a {target}, not a {range}"
                    );
                }
            }
        }
    }
}

/// Property `name` of the only entity of `schema` whose property `by` is `value`.
fn property(entities: &[Value], schema: &str, by: (&str, &str), name: &str) -> Vec<String> {
    let has = |entity: &&Value| {
        let values = entity["properties"][by.0].as_array();
        entity["schema"] == schema && values.is_some_and(|values| values.iter().any(|value| value == by.1))
    };
    let entity = entities.iter().find(has).unwrap_or_else(|| panic!("no {schema} with {by:?}"));
    let values = entity["properties"][name].as_array().cloned().unwrap_or_default();
    values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_meeting_is_an_event_with_its_parties_place_and_words() {
    let entities = lines(&write(&folder(), Form::Ftm));
    let event = |name: &str| property(&entities, "Event", ("location", "Lima"), name);
    assert_eq!(event("date"), ["2021-05-03"]);
    assert_eq!(event("involved"), ["name-pe", "name-cl", "name-ana-quispe"]);
    assert!(event("description")[0].contains("held in Lima"), "{:?}", event("description"));
    assert!(event("summary")[0].starts_with("release.md:"), "{:?}", event("summary"));
    assert!(event("keywords").contains(&"held".to_owned()), "{:?}", event("keywords"));
}

#[test]
fn only_what_was_paid_is_a_payment() {
    let entities = lines(&write(&folder(), Form::Ftm));
    let sums = |schema: &str| entities.iter().filter(|entity| entity["schema"] == schema).collect::<Vec<_>>();
    let payments = sums("Payment");
    assert_eq!(payments.len(), 1, "{payments:?}");
    let paid = &payments[0]["properties"];
    assert_eq!(
        (&paid["payer"][0], &paid["beneficiary"][0], &paid["amount"][0]),
        (&"name-pe".into(), &"name-cl".into(), &"2000000".into())
    );
    let pledged = property(&entities, "Note", ("keywords", "pledged"), "description");
    assert!(pledged.iter().any(|words| words.contains("5 million")), "{pledged:?}");
}

#[test]
fn bulk_lines_come_in_pairs_and_no_id_stands_twice_in_an_index() {
    let all = lines(&write(&folder(), Form::Bulk));
    let mut seen = BTreeSet::new();
    for pair in all.chunks(2) {
        let index = &pair[0]["index"];
        assert!(seen.insert((index["_index"].to_string(), index["_id"].to_string())), "{index} stands twice");
        assert!(pair[1].is_object() && pair[1].get("index").is_none());
    }
    assert!(seen.iter().any(|(index, _)| index == "\"entente-engagements\""));
}

#[test]
fn each_line_for_quickwit_names_its_table() {
    let corpus = folder();
    let all = lines(&write(&corpus, Form::Quickwit));
    let tables: BTreeSet<&str> = all.iter().filter_map(|row| row["table"].as_str()).collect();
    assert!(tables.contains("passages") && tables.contains("mentions"), "{tables:?}");
    let passages = all.iter().filter(|row| row["table"] == "passages").count();
    assert_eq!(passages, corpus.bodies.iter().flatten().map(|body| body.passages.len()).sum::<usize>());
}

/// True if `field` is as a column of type `kind` reads it.
fn fits(kind: &str, field: &str) -> bool {
    field == "\\N"
        || match kind {
            "bigint" => field.parse::<i64>().is_ok(),
            "double precision" => field.parse::<f64>().is_ok(),
            "boolean" => field == "true" || field == "false",
            "text[]" => field.starts_with('{') && field.ends_with('}'),
            _ => !(field.starts_with("{\"") && field.ends_with("\"}")),
        }
}

#[test]
fn every_field_of_the_script_fits_the_type_of_its_column() {
    let script = write(&folder(), Form::Postgresql);
    let mut types: Vec<&str> = Vec::new();
    let mut copied = false;
    let mut rows = 0;
    for line in script.lines() {
        if let Some(columns) = line.strip_prefix("CREATE TABLE ") {
            let columns = columns.split_once(" (").map_or("", |(_, columns)| columns.trim_end_matches(");"));
            types = columns.split(", ").filter_map(|column| Some(column.split_once(' ')?.1)).collect();
        } else if line.starts_with("COPY ") {
            copied = true;
        } else if line == "\\." {
            copied = false;
        } else if copied {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), types.len(), "{line}");
            rows += 1;
            for (field, kind) in fields.iter().zip(&types) {
                assert!(fits(kind, field), "{field:?} is no {kind}: {line}");
            }
        }
    }
    assert!(rows > 50 && script.ends_with("COMMIT;\n"), "{rows}");
}

#[test]
fn columns_of_numbers_lists_and_flags_have_a_type_of_their_own() {
    let (corpus, script) = (folder(), write(&folder(), Form::Postgresql));
    for name in TABLES.iter().filter(|name| **name != "corpus") {
        let table = table(&corpus, name).expect("one of the tables");
        let created = script.lines().find(|line| line.starts_with(&format!("CREATE TABLE \"{name}\" ")));
        let created = created.unwrap_or_else(|| panic!("the script makes no table {name}"));
        for (at, column) in table.columns.iter().enumerate() {
            let is_text =
                |row: &Vec<Cell>| matches!(row[at], Cell::Text(_) | Cell::Shared(_) | Cell::Json(_) | Cell::Null);
            let typed =
                !created.contains(&format!("\"{column}\" text,")) && !created.contains(&format!("\"{column}\" text)"));
            assert!(
                typed || table.rows.iter().all(is_text),
                "data/postgresql-types.tsv has no type for {name}.{column}"
            );
        }
    }
}

#[test]
fn an_empty_folder_gives_nothing_to_load() {
    for form in [Form::Ftm, Form::Bulk, Form::Quickwit] {
        assert_eq!(write(&Corpus::default(), form), "");
    }
}

#[test]
fn statements_with_the_same_words_all_arrive() {
    let form = include_str!("../../../seeds/003_5ee81abf99b99bdd.txt");
    let corpus = ingest(&[Source { file: "form.txt".to_owned(), bytes: form.into() }], &Settings::default());
    let statements = corpus.bodies.iter().flatten().map(|body| body.statements.len()).sum::<usize>();
    let indexed: BTreeSet<String> = lines(&write(&corpus, Form::Bulk))
        .iter()
        .filter(|line| line["index"]["_index"] == "entente-statements")
        .map(|line| line["index"]["_id"].to_string())
        .collect();
    assert_eq!(indexed.len(), statements);
    let ids: Vec<String> = lines(&write(&corpus, Form::Ftm)).iter().map(|entity| entity["id"].to_string()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}
