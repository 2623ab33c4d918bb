//! The rules by which things are found: for each id, a sentence that says what the rule does.
//!
//! `data/rules/` has a file for each table of the exports whose column `rule` gives these ids, one row a rule: its id, the
//! sentence, an example in which the rule finds something, and a counter-example in which it finds nothing. The examples
//! are tests (`crates/cli/tests/rules.rs`); a program carries ids and sentences only, and of those only the tables that
//! it asks for.

/// What the id of a pattern from `entente.toml` begins with.
pub const PATTERN: &str = "pattern:";

/// The rules of one table, in the order of their ids.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// A line a rule: id, tab, sentence.
    lines: &'static str,
}

impl Rules {
    /// What the rule called `id` does; `None` if the table has no such rule.
    #[must_use]
    pub fn sentence(self, id: &str) -> Option<&'static str> {
        self.iter().find(|(known, _)| *known == id).map(|(_, sentence)| sentence)
    }

    /// All rules: id and sentence.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines.lines().filter_map(|line| line.split_once('\t'))
    }
}

/// The rules of the file `data/rules/NAME.tsv`, without its head and its examples.
macro_rules! rules {
    ($name:literal) => {{
        const TABLE: &[u8] = include_bytes!(concat!("../data/rules/", $name, ".tsv"));
        const RULES: usize = copy_two_columns(TABLE, &mut []);
        static LINES: [u8; RULES] = {
            let mut lines = [0; RULES];
            copy_two_columns(TABLE, &mut lines);
            lines
        };
        match std::str::from_utf8(&LINES) {
            Ok(lines) => Rules { lines },
            Err(_) => panic!("the table is not UTF-8"),
        }
    }};
}

/// Copies the first two columns of all rows but the first into `out`, as far as it is long enough; the length of all.
const fn copy_two_columns(table: &[u8], out: &mut [u8]) -> usize {
    let (mut at, mut length, mut column, mut row) = (0, 0, 0, 0);
    while at < table.len() {
        let byte = table[at];
        if byte == b'\t' {
            column += 1;
        }
        if row > 0 && (column < 2 || byte == b'\n') {
            if length < out.len() {
                out[length] = byte;
            }
            length += 1;
        }
        if byte == b'\n' {
            row += 1;
            column = 0;
        }
        at += 1;
    }
    length
}

/// Rules that say what a short form stands for.
pub const ACRONYMS: Rules = rules!("acronyms");
/// Rules that find amounts.
pub const AMOUNTS: Rules = rules!("amounts");
/// Rules that find oddities in a source.
pub const ANOMALIES: Rules = rules!("anomalies");
/// Rules that date engagements.
pub const DATES: Rules = rules!("dates");
/// Rules that find engagements by their nouns.
pub const ENGAGEMENTS: Rules = rules!("engagements");
/// Frames: the nouns and verbs that report engagements. A frame of a verb is the rule of its facts.
pub const FRAMES: Rules = rules!("frames");
/// Rules that find names.
pub const MENTIONS: Rules = rules!("mentions");
/// Rules that find the metadata of a document.
pub const METADATA: Rules = rules!("metadata");
/// Rules that cut a text into passages.
pub const PASSAGES: Rules = rules!("passages");
/// Rules that cut a text into sections.
pub const SECTIONS: Rules = rules!("sections");
/// Rules that find statements.
pub const STATEMENTS: Rules = rules!("statements");

/// Every table with its name.
pub static ALL: [(&str, Rules); 11] = [
    ("acronyms", ACRONYMS),
    ("amounts", AMOUNTS),
    ("anomalies", ANOMALIES),
    ("dates", DATES),
    ("engagements", ENGAGEMENTS),
    ("frames", FRAMES),
    ("mentions", MENTIONS),
    ("metadata", METADATA),
    ("passages", PASSAGES),
    ("sections", SECTIONS),
    ("statements", STATEMENTS),
];

/// What the rule called `id` does, whatever its table; `None` if there is no such rule.
#[must_use]
pub fn sentence(id: &str) -> Option<&'static str> {
    ALL.iter().find_map(|(_, rules)| rules.sentence(id))
}

#[cfg(test)]
mod tests {
    use super::{ALL, METADATA, sentence};

    #[test]
    fn every_rule_stands_once_in_order_and_has_a_sentence() {
        let mut count = 0;
        for (name, rules) in ALL {
            let ids: Vec<&str> = rules.iter().map(|(id, _)| id).collect();
            assert!(ids.is_sorted_by(|a, b| a < b), "{name} is not sorted, or has a rule twice");
            for (id, sentence) in rules.iter() {
                count += 1;
                assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{id}: {sentence:?}");
                assert!(!sentence.contains('\t') && sentence.chars().count() <= 160, "{id}: {sentence:?}");
            }
        }
        assert!(count > 100);
    }

    #[test]
    fn a_sentence_is_found_by_its_id() {
        assert!(METADATA.sentence("dateline").is_some());
        assert_eq!(METADATA.sentence("id"), None, "the head of the table is no rule");
        assert_eq!(METADATA.sentence(""), None);
        assert_eq!(sentence("dateline"), METADATA.sentence("dateline"));
        assert_eq!(sentence("no such rule"), None);
    }
}
