//! Patterns of `entente.toml`: what they find, where it is shown, and how mistakes in them are reported.

mod place;

use place::{Place, code, said};
use serde_json::Value;

const SETTINGS: &str = r#"
[[pattern]]
id = "breakfast"
trigger = "noun"
words = ["breakfast"]
gives = "meeting"
slots = ["held"]
sentence = "A working breakfast that was held."
example = "Norway and Ghana held a working breakfast in Accra on 4 May 2018."
counter-example = "The breakfast was cold."

[[pattern]]
id = "hackathon"
trigger = "event"
words = ["hackathon"]
gives = "workshop"
slots = ["partner"]

[[pattern]]
id = "throwing"
trigger = "holds"
words = ["throw"]

[[pattern]]
id = "beseech"
trigger = "verb"
words = ["beseech"]
gives = "need"

[[pattern]]
id = "disburse"
trigger = "verb"
words = ["disburse"]
gives = "paid"

[[pattern]]
id = "levy"
trigger = "noun"
words = ["levy"]
gives = "fee"
"#;

const NOTE: &str = "# Note

Norway and Ghana held a working breakfast in Accra on 4 May 2018.

Norway and Ghana hackathoned with Togo in Oslo on 5 May 2018.

Norway threw the second Ocean Summit in Oslo on 6 May 2018.

Norway beseeched Ghana to open its ports.

Norway disbursed USD 3 million to Ghana in 2019. Norway refused to disburse USD 4 million.

There is a levy of USD 20 on each boat.

Norway and Ghana refused to hold a working breakfast in Accra on 7 May 2018.
";

fn folder(settings: &str) -> Place {
    let place = Place::new();
    place.write("docs/note.md", NOTE.as_bytes());
    place.write("docs/entente.toml", settings.as_bytes());
    place
}

/// `what rule` of each row of a table that has a pattern's rule.
fn rows(place: &Place, source: &str, table: &str, what: &str) -> Vec<String> {
    let output = place.run(&["export", source, "--table", table]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let rows = String::from_utf8_lossy(&output.stdout).into_owned();
    let rows = rows.lines().map(|line| serde_json::from_str::<Value>(line).expect("a row"));
    let own = rows.filter(|row| row["rule"].as_str().is_some_and(|rule| rule.starts_with("pattern:")));
    own.map(|row| format!("{} {}", row[what].as_str().unwrap_or("-"), row["rule"].as_str().unwrap_or("-"))).collect()
}

#[test]
fn a_pattern_finds_what_it_gives_and_its_rule_says_so() {
    let place = folder(SETTINGS);
    let engagements = ["meeting pattern:breakfast", "workshop pattern:hackathon", "summit pattern:throwing"];
    assert_eq!(rows(&place, "docs", "engagements", "kind"), engagements);
    assert_eq!(rows(&place, "docs", "statements", "modality"), ["need pattern:beseech"]);
    assert_eq!(rows(&place, "docs", "amounts", "status"), ["paid pattern:disburse", "fee pattern:levy"]);
    let plain = folder("title = \"Without patterns\"");
    for table in ["engagements", "statements", "amounts"] {
        assert_eq!(rows(&plain, "docs", table, "kind"), Vec::<String>::new());
    }
}

#[test]
fn a_page_keeps_the_patterns_with_which_it_was_read() {
    let place = folder(SETTINGS);
    let packed = place.pack("docs", "page.html");
    assert_eq!(code(&packed), 0, "{}", said(&packed));
    assert!(said(&packed).contains("6 patterns of its own"), "{}", said(&packed));
    for table in ["engagements", "statements", "amounts"] {
        assert_eq!(rows(&place, "page.html", table, "kind"), rows(&place, "docs", table, "kind"));
    }
    let why = |source: &str, line: u32| said(&place.run(&["why", source, &format!("note.md:{line}")]));
    for source in ["docs", "page.html"] {
        let found = why(source, 3);
        assert!(found.contains("by [pattern:breakfast] A working breakfast that was held."), "{found}");
        let refused = why(source, 15);
        assert!(refused.contains("[pattern:breakfast] [holds] by the guard [negated]"), "{refused}");
        let unpaid = why(source, 11);
        assert!(unpaid.contains("paid, by [pattern:disburse]"), "{unpaid}");
        assert!(unpaid.contains("[pattern:disburse] by the guard [negated]"), "{unpaid}");
    }
}

#[test]
fn a_mistake_in_a_pattern_is_named_with_file_line_and_reason() {
    let pattern = |lines: &str| format!("title = \"T\"\n[[pattern]]\nid = \"own\"\n{lines}\n");
    let many: String = (0..101)
        .map(|n| format!("[[pattern]]\nid = \"own-{n}\"\ntrigger = \"holds\"\nwords = [\"throw\"]\n"))
        .collect();
    let words = vec!["\"word\""; 51].join(", ");
    for (settings, line, reason) in [
        (pattern("trigger = \"regex\"\nwords = [\"a\"]\ngives = \"meeting\""), 4, "`trigger`: \"regex\" is no trigger"),
        (pattern("trigger = \"noun\"\nwords = [\"b.*d\"]\ngives = \"meeting\""), 5, "`words`: \"b.*d\" is no word"),
        (pattern("trigger = \"noun\"\nwords = []\ngives = \"meeting\""), 5, "`words`: it has 0 words"),
        (
            pattern(&format!("trigger = \"noun\"\nwords = [{words}]\ngives = \"meeting\"")),
            5,
            "`words`: it has 51 words",
        ),
        (
            pattern("trigger = \"noun\"\nwords = [\"a\"]\ngives = \"party\""),
            6,
            "`gives`: \"party\" is not given by a noun",
        ),
        (pattern("trigger = \"noun\"\nwords = [\"a\"]\ngives = \"meeting\"\nslots = [\"x\"]"), 7, "`slots`: \"x\""),
        (pattern("trigger = \"noun\"\nwords = [\"a\"]\npattern = \"a\""), 6, "unknown key `pattern`"),
        (pattern("words = [\"a\"]"), 2, "missing key `trigger`"),
        (
            pattern("trigger = \"noun\"\nwords = [\"tea\"]\ngives = \"meeting\"\nexample = \"The tea was cold.\""),
            7,
            "`example`: the pattern finds nothing in it",
        ),
        (
            format!("{0}{0}", pattern("trigger = \"holds\"\nwords = [\"throw\"]").replace("title = \"T\"\n", "")),
            6,
            "`id` is \"own\"",
        ),
        (many, 402, "more than 100 patterns"),
    ] {
        let place = folder(&settings);
        let output = place.pack("docs", "page.html");
        let told = said(&output);
        assert_eq!(code(&output), 2, "{settings}: {told}");
        assert!(told.contains(&format!("entente.toml, line {line}: ")) && told.contains(reason), "{settings}: {told}");
        assert!(!place.path("page.html").exists(), "{settings}");
    }
}
