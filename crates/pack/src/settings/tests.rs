//! Settings are read, and mistakes in them are named with their lines.

use entente_corpus::DocumentKind;

use super::{parse, unreadable};
use crate::PackError;

#[test]
fn settings_that_cannot_be_read_are_bad_settings() {
    let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    let error = unreadable("a/entente.toml".into(), &denied);
    assert!(matches!(error, PackError::Settings(_, 0, _)), "{error}");
    assert_eq!(error.to_string(), "a/entente.toml: it cannot be read: permission denied");
}

#[test]
fn a_name_of_many_words_is_refused_with_its_line() {
    let name = |name: &str| parse(&format!("title = \"A\"\n[[name]]\nkind = \"agency\"\nname = \"{name}\"\n"));
    assert!(name(&"of ".repeat(300)).is_ok());
    let (line, what) = name(&"of ".repeat(400)).expect_err("too long");
    assert!(line == 4 && what.contains("1000 are allowed"), "{line} {what}");
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let (line, what) = parse("title = \"A\"\n\ntilte = \"B\"\n").expect_err("unknown");
    assert_eq!(line, 3);
    assert!(what.starts_with("unknown key `tilte`"), "{what}");
    assert_eq!(parse("[[file]]\npath = \"a\"\nauthor = \"b\"").expect_err("unknown").0, 3);
    assert_eq!(parse("title = ").expect_err("no value").0, 1);
}

/// The example in the documentation has every key, and is read.
#[test]
fn the_documented_example_is_whole() {
    let page = include_str!("../../../../docs/entente-toml.md");
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let settings = parse(example).expect("it is read");
    let ingest = settings.ingest;
    assert!(ingest.title.is_some() && ingest.description.is_some() && ingest.edition.is_some());
    assert!(ingest.marking.is_some() && ingest.language.is_some() && settings.exclude.matches("drafts/a"));
    let file = &ingest.files[0];
    assert!(file.title.is_some() && file.date.is_some() && file.publisher.is_some() && file.kind.is_some());
    assert!(file.url.is_some() && file.licence.is_some() && file.language.is_some() && file.marking.is_some());
    let names = &ingest.names;
    assert!(names.added.len() == 2 && names.merged.len() == 1 && names.split.len() == 1 && names.renamed.len() == 1);
    assert_eq!(names.excluded, ["Harbour Day"]);
    assert_eq!(ingest.patterns.iter().map(|pattern| pattern.id.as_str()).collect::<Vec<_>>(), ["breakfast", "levy"]);
    let redact = &ingest.redact;
    assert!(redact.personal_data && redact.kinds.len() == 1 && redact.names.len() == 1);
    assert!(redact.patterns.len() == 1 && redact.columns.len() == 1 && redact.fields.len() == 1);
    for kind in DocumentKind::ALL {
        assert!(page.contains(kind.as_str()), "{kind}");
    }
}

#[test]
fn a_value_that_cannot_be_used_is_named_with_its_line() {
    for (text, line, begins) in [
        ("language = \"English\"", 1, "`language` is \"English\""),
        ("[[file]]\npath = \"a\"\n\ndate = \"3 May 2016\"", 4, "`date`: \"3 May 2016\" is not a date; write it as"),
        ("[[file]]\npath = \"a\"\ndate = \"2016-02-30\"", 3, "`date`: \"2016-02-30\""),
        ("[[file]]\npath = \"a\"\nkind = \"memo\"", 3, "`kind` is \"memo\"; expected one of press-release"),
        ("[[file]]\npath = \"a\"\n[[file]]\npath = \"a\"", 4, "`path` is \"a\""),
        ("[[file]]\ntitle = \"T\"", 1, "missing key `path`"),
        ("title = 5", 1, "`title`: invalid type"),
        ("exclude = \"drafts\"", 1, "`exclude`: invalid type"),
    ] {
        let (at, what) = parse(text).expect_err("it cannot be used");
        assert_eq!(at, line, "{text}");
        assert!(what.starts_with(begins), "{what}");
    }
}

#[test]
fn what_to_redact_is_read_and_unknown_rules_are_named() {
    let text = "title = \"T\"\n\n[redact]\nrules = [\"personal-data\"]\nkinds = [\"person\"]\nnames = [\"Jan Doe\"]\n";
    let redact = parse(text).expect("well formed").ingest.redact;
    assert!(redact.personal_data && redact.names == ["Jan Doe"] && redact.kinds.len() == 1);
    let (line, what) = parse("title = \"T\"\n[redact]\nrules = [\"faces\"]").expect_err("unknown");
    assert!(line == 3 && what.contains("`faces`") && what.contains("personal-data"), "{what}");
    assert!(parse("[redact]\nkinds = [\"dog\"]").expect_err("unknown").1.contains("person"));
    for (list, entry) in [
        ("names", "X"),
        ("names", "김"),
        ("names", "..."),
        ("patterns", "99"),
        ("patterns", "[0-9]{4}-[0-9]{2}-99"),
        ("patterns", "AAAAAA"),
        ("columns", " "),
        ("fields", ""),
    ] {
        let (line, what) = parse(&format!("[redact]\n{list} = [\n\"{entry}\"]")).expect_err("it masks nothing safely");
        assert!(line == 3 && what.contains(list) && what.contains("masks nothing safely"), "{what}");
    }
    for list in ["names", "patterns", "columns", "fields"] {
        let long = |words: usize| parse(&format!("[redact]\n{list} = [\"{}\"]", "Jan 99 ".repeat(words)));
        assert_eq!(long(200).map_err(|(line, what)| (line, what.contains("1000 are allowed"))).err(), Some((2, true)));
    }
}

#[test]
fn what_is_supplied_goes_to_reading() {
    let settings = parse(
        "title = \"T\"\nexclude = [\"drafts/*\"]\n[[file]]\npath = \"a.txt\"\ndate = \"2020\"\n[[merge]]\nnames=[\"a\",\"b\"]\n[redact]\nkinds=[\"person\"]",
    )
    .expect("well formed");
    assert_eq!(settings.ingest.files[0].date, "2020".parse().ok());
    let day = parse("[[file]]\npath = \"a.txt\"\ndate = 2020-12-01").expect("a day of TOML");
    assert_eq!(day.ingest.files[0].date, "2020-12-01".parse().ok());
    let (line, what) = parse("[[file]]\npath = \"a.txt\"\ndate = 12:30:00").expect_err("no day");
    assert!(line == 3 && what.contains("12:30:00"), "{what}");
    assert!(parse("[[file]]\npath = \"a.txt\"\ndate = [1]").expect_err("a list").0 == 3);
    assert!(settings.exclude.matches("drafts/a") && !settings.exclude.matches("a"));
    assert_eq!(settings.ingest.names.merged, [["a", "b"]]);
}

#[test]
fn a_name_that_cannot_be_used_is_told_with_its_line() {
    for (text, line, begins) in [
        ("[[name]]\nkind = \"ministry\"\nname = \"A\"", 2, "`kind` is \"ministry\""),
        ("[[name]]\nkind = \"agency\"\nname = \" \"", 3, "`name` is empty"),
        ("[[name]]\nkind = \"agency\"\nname = \"A\"\ncode = \"KR\"", 2, "`code` is given"),
        ("[[name]]\nkind = \"country\"\nname = \"A\"\ncode = \"ZZ\"", 3, "`code` is \"ZZ\""),
        ("\n[[merge]]\nnames = [\"a\"]", 3, "`names` needs two"),
        ("[[rename]]\nfrom = \"a\"", 1, "missing key `to`"),
    ] {
        let (at, what) = parse(text).expect_err("it cannot be used");
        assert_eq!(at, line, "{text}");
        assert!(what.starts_with(begins), "{what}");
    }
}
