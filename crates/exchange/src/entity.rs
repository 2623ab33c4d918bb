//! An entity of `FollowTheMoney`: an id, a schema, and lists of values.

use std::collections::BTreeMap;

use entente_corpus::id::sha256;
use serde_json::json;

use crate::rows::Ids;

/// Letters of a text at most; a longer one is several values.
pub(crate) const MAX_TEXT_CHARS: usize = 60_000;

/// An entity in the making.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entity {
    id: String,
    pub(crate) schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    pub(crate) fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    /// Adds a value, unless it is empty or there already.
    pub(crate) fn add(&mut self, property: &'static str, value: impl Into<String>) {
        let value: String = value.into().chars().filter(|c| !is_refused(*c)).collect();
        let value = cut(value.trim(), limit(property));
        if value.is_empty() {
            return;
        }
        let values = self.properties.entry(property).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// [`add`](Self::add) for many.
    pub(crate) fn with(mut self, property: &'static str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        for value in values {
            self.add(property, value);
        }
        self
    }

    /// The entity as one line of JSON.
    pub(crate) fn line(&self, ids: &mut Ids) -> String {
        format!("{}\n", json!({ "id": ids.own(&self.id), "schema": self.schema, "properties": self.properties }))
    }
}

/// Letters that a value of a property has at most.
fn limit(property: &str) -> usize {
    match property {
        "bodyText" | "description" | "notes" | "purpose" | "summary" => MAX_TEXT_CHARS,
        "location" | "full" => 240,
        "name" | "alias" => 380,
        _ => 1_000,
    }
}

/// The first `chars` letters of `text`, with a mark where some are left out.
fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        None => text.to_owned(),
        Some(_) => text.chars().take(chars - 1).chain(['…']).collect(),
    }
}

/// True for characters that values there cannot have: controls other than a line end, and hyphens that are not seen.
fn is_refused(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t' || c == '\u{ad}'
}

/// The id of what we call `id` among the things of `sort`. Ids there are ASCII letters, digits and hyphens; an id with anything else
/// is replaced by a digest of it.
pub(crate) fn identity(sort: &str, id: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if id.chars().all(is_plain) && !id.is_empty() && !id.ends_with('-') && id.len() <= 200 {
        return format!("{sort}-{id}");
    }
    let digest: String = sha256(id.as_bytes()).iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    format!("{sort}-{digest}")
}

#[cfg(test)]
mod tests {
    use super::{Entity, Ids, identity};

    #[test]
    fn ids_have_only_letters_digits_and_hyphens() {
        assert_eq!(identity("name", "foreign-ministry"), "name-foreign-ministry");
        for id in ["korea.2", "외교부", "", "x-", &"a".repeat(400)] {
            let made = identity("name", id);
            assert!(made.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{made}");
            assert!(made.len() < 100, "{made}");
        }
        assert_ne!(identity("name", "korea.2"), identity("name", "korea.3"));
    }

    #[test]
    fn a_value_is_no_longer_than_its_property_takes() {
        let entity = Entity::new("name-x".to_owned(), "Person").with("name", ["é".repeat(400)]);
        let name = &entity.properties["name"][0];
        assert_eq!((name.chars().count(), name.ends_with('…')), (380, true));
    }

    #[test]
    fn a_value_stands_once_and_an_empty_one_not_at_all() {
        let entity = Entity::new("name-peru".to_owned(), "PublicBody").with("name", ["Peru", " ", "Pe\u{ad}ru\u{c} "]);
        let line = "{\"id\":\"name-peru\",\"properties\":{\"name\":[\"Peru\"]},\"schema\":\"PublicBody\"}\n";
        assert_eq!(entity.line(&mut Ids::default()), line);
    }
}
