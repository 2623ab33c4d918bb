//! A citation as an entry of a BibTeX file.

use std::fmt::Write;

use crate::date::{first_point, last_point};
use crate::model::{Citation, CitedDate};
use crate::types::genre;

impl Citation {
    /// An entry of type `misc`, which all styles know. Who issued the document stands in a second pair of braces, so that no style takes
    /// a ministry apart into given names and surname.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let mut out = format!("@misc{{entente-{},\n", self.key);
        let mut add = |field: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(out, "  {field} = {{{value}}},");
            }
        };
        add("title", Some(format!("{{{}}}", escaped(&self.title))));
        add("author", self.publisher.as_deref().map(|publisher| format!("{{{}}}", escaped(publisher))));
        let point = self.date.and_then(|CitedDate { date, .. }| first_point(date));
        add("year", point.map(|(year, ..)| format!("{year:04}")));
        add("date", self.date.and_then(iso));
        add("number", self.symbol.as_deref().map(escaped));
        add("howpublished", genre(self.kind));
        add("edition", self.edition.as_deref().map(escaped));
        let pages = self.place.as_ref().and_then(|at| at.pages);
        add(
            "pages",
            pages.map(|(first, last)| if first == last { first.to_string() } else { format!("{first}--{last}") }),
        );
        add("langid", self.language.as_deref().map(escaped));
        add("url", self.url.as_deref().map(|url| url.replace(['{', '}', '\\'], "")));
        add("note", Some(escaped(&self.notes().join("; "))));
        add("annotation", self.quote.as_deref().map(escaped));
        add("keywords", self.marking.as_deref().map(escaped));
        out + "}"
    }
}

/// A date as BibLaTeX reads it: ISO 8601, an interval with a slash; `None` without a year.
fn iso(cited: CitedDate) -> Option<String> {
    let write = |(year, month, day): (u16, Option<u8>, Option<u8>)| {
        let mut out = format!("{year:04}");
        for part in [month, day].into_iter().flatten() {
            let _ = write!(out, "-{part:02}");
        }
        out
    };
    let first = write(first_point(cited.date)?);
    Some(last_point(cited.date).map_or(first.clone(), |last| format!("{first}/{}", write(last))))
}

/// `text` without anything that TeX would take for a command.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() || c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
