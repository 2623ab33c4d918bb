//! A citation as a record of a RIS file, which reference managers import.

use std::fmt::Write;

use crate::date::first_point;
use crate::model::Citation;
use crate::types::{genre, type_names};

impl Citation {
    /// The record. Lines end as the format wants it.
    #[must_use]
    pub fn ris(&self) -> String {
        let mut out = String::new();
        let mut add = |tag: &str, value: Option<String>| {
            if let Some(value) = value {
                let words: Vec<&str> = value.split_whitespace().collect();
                let _ = write!(out, "{tag}  - {}\r\n", words.join(" "));
            }
        };
        add("TY", Some(type_names(self.kind).ris.to_owned()));
        add("ID", Some(format!("entente-{}", self.key)));
        add("TI", Some(self.title.clone()));
        // A comma would part surname and given names.
        add("AU", self.publisher.as_deref().map(|publisher| publisher.replace(',', "")));
        add("PB", self.publisher.clone());
        let point = self.date.and_then(|cited| first_point(cited.date));
        add("PY", point.map(|(year, ..)| format!("{year:04}")));
        add("DA", point.map(date));
        add("M1", self.symbol.clone());
        add("M3", genre(self.kind));
        add("ET", self.edition.clone());
        let pages = self.place.as_ref().and_then(|at| at.pages);
        add("SP", pages.map(|(first, _)| first.to_string()));
        add("EP", pages.map(|(_, last)| last.to_string()));
        add("LA", self.language.clone());
        add("UR", self.url.clone());
        for note in self.notes() {
            add("N1", Some(note));
        }
        add("AB", self.quote.clone());
        add("KW", self.marking.clone());
        out + "ER  - \r\n"
    }
}

/// "2016/06/28/": year, month, day, anything else.
fn date((year, month, day): (u16, Option<u8>, Option<u8>)) -> String {
    let part = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    format!("{year:04}/{}/{}/", part(month), part(day))
}
