//! Takes those words out of the word table that the grammars of values ask for, so that a program that reads values alone does not
//! carry the whole table. `data/value-classes.tsv` names the classes: those of a word "anywhere" are asked for in any language,
//! its "own" ones only in the languages that texts are read in.
#![expect(clippy::disallowed_methods, reason = "it reads and writes files when the program is built, not in it")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// Tags of the languages that texts are read in, where only values are looked for.
const READ: [&str; 5] = ["*", "en", "ko", "ja", "zh"];

fn main() -> Result<(), Box<dyn Error>> {
    let (words, asked) = ("data/words.tsv", "data/value-classes.tsv");
    for path in ["build.rs", words, asked] {
        println!("cargo:rerun-if-changed={path}");
    }
    let asked = fs::read_to_string(asked)?;
    let asked: BTreeMap<&str, &str> = asked.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    let words = fs::read_to_string(words)?;
    // Words of the same classes together: the page deflates them better.
    let mut groups: BTreeMap<(Vec<&str>, &str), Vec<&str>> = BTreeMap::new();
    for line in words.lines().skip(1) {
        let mut columns = line.split('\t');
        let (Some(word), Some(tag), Some(classes)) = (columns.next(), columns.next(), columns.next()) else { continue };
        let is_asked = |class: &&str| match asked.get(class) {
            Some(&"anywhere") => true,
            Some(_) => READ.contains(&tag),
            None => false,
        };
        let kept: Vec<&str> = classes.split(',').filter(is_asked).collect();
        if !kept.is_empty() {
            groups.entry((kept, tag)).or_default().push(word);
        }
    }
    let mut out = String::from("const VALUE_WORDS: &[(&[Class], &str, &str)] = &[\n");
    for ((classes, tag), words) in groups {
        let classes: Vec<String> = classes.into_iter().map(|name| format!("Class::{}", variant(name))).collect();
        writeln!(out, "    (&[{}], {tag:?}, {:?}),", classes.join(", "), words.join(" "))?;
    }
    out.push_str("];\n");
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("value_words.rs"), out)?)
}

/// The variant that the tables call `name`: "half-year" is `HalfYear`.
fn variant(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    name.split('-').map(capital).collect()
}
