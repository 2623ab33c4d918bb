//! A passage as a Web Annotation (W3C Recommendation of 2017), which annotation tools find again in another copy of the text.

use serde_json::{Value, json};

use crate::model::Citation;

impl Citation {
    /// The annotation as JSON-LD: the words with those around them, and their place in the source text in characters. `None` for a
    /// whole document.
    #[must_use]
    pub fn annotation(&self) -> Option<String> {
        let at = self.position.as_ref()?;
        let mut source = json!({
            "id": self.url.clone().unwrap_or_else(|| format!("urn:sha256:{}", self.sha256)),
            "type": "Text",
        });
        if let (Some(language), Value::Object(fields)) = (&self.language, &mut source) {
            fields.insert("language".to_owned(), json!(language));
        }
        let annotation = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "motivation": "highlighting",
            "body": { "type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": self.text() },
            "target": {
                "type": "SpecificResource",
                "source": source,
                "selector": [
                    { "type": "TextQuoteSelector", "exact": at.exact, "prefix": at.prefix, "suffix": at.suffix },
                    { "type": "TextPositionSelector", "start": at.start, "end": at.end },
                ],
            },
        });
        serde_json::to_string_pretty(&annotation).ok()
    }
}
