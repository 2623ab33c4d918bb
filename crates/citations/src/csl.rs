//! A citation as CSL-JSON, which Zotero, pandoc and citation processors read.

use serde_json::{Map, Value, json};

use crate::date::{first_point, last_point};
use crate::model::{Citation, CitedDate};
use crate::types::{genre, type_names};

impl Citation {
    /// A list with one item, as a file of CSL-JSON has it.
    #[must_use]
    pub fn csl_json(&self) -> String {
        let mut item = Map::new();
        let mut add = |field: &str, value: Option<Value>| {
            if let Some(value) = value {
                item.insert(field.to_owned(), value);
            }
        };
        let words = |words: &Option<String>| words.as_ref().map(|words| json!(words));
        add("id", Some(json!(format!("entente-{}", self.key))));
        add("type", Some(json!(type_names(self.kind).csl)));
        add("title", Some(json!(self.title)));
        add("author", self.publisher.as_ref().map(|publisher| json!([{ "literal": publisher }])));
        add("issued", self.date.and_then(issued));
        add("genre", genre(self.kind).map(|genre| json!(genre)));
        add("number", words(&self.symbol));
        add("edition", words(&self.edition));
        let pages = self.place.as_ref().and_then(|at| at.pages);
        add(
            "page",
            pages.map(|(first, last)| json!(if first == last { first.to_string() } else { format!("{first}-{last}") })),
        );
        add("language", words(&self.language));
        add("URL", words(&self.url));
        add("note", Some(json!(self.notes().join("; "))));
        add("annote", words(&self.quote));
        add("keyword", words(&self.marking));
        serde_json::to_string_pretty(&json!([item])).unwrap_or_default()
    }
}

/// A date with a known year by its parts; `None` without one.
fn issued(cited: CitedDate) -> Option<Value> {
    let parts = |(year, month, day): (u16, Option<u8>, Option<u8>)| {
        let mut out = vec![json!(year)];
        out.extend([month, day].into_iter().flatten().map(|part| json!(part)));
        Value::Array(out)
    };
    let first = parts(first_point(cited.date)?);
    let points: Vec<Value> = [first].into_iter().chain(last_point(cited.date).map(parts)).collect();
    Some(json!({ "date-parts": points }))
}
