//! A citation for running text.

use crate::date::{DateForm, date_words, first_point};
use crate::model::{Citation, CitedDate, Place};
use crate::types::genre;

/// A place in words: page, then the source's own number, else the lines. "p. 3, para. 15", "l. 15–17, 20".
#[must_use]
pub fn place(at: &Place) -> String {
    let run = |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let pages = at.pages.map(|pages| format!("{} {}", if pages.0 == pages.1 { "p." } else { "pp." }, run(pages)));
    let lines: Vec<String> = at.lines.iter().map(|lines| run(*lines)).collect();
    let inside = match (&at.number, &pages) {
        (Some(number), _) => Some(format!("para. {number}")),
        // If there are pages, lines of the text form do not help a reader.
        (None, Some(_)) => None,
        (None, None) if lines.is_empty() => None,
        (None, None) => Some(format!("l. {}", lines.join(", "))),
    };
    let parts: Vec<String> = pages.into_iter().chain(inside).collect();
    parts.join(", ")
}

impl CitedDate {
    /// The date in words: "28 Jun 2016"; in square brackets if it is supplied.
    #[must_use]
    pub fn words(&self) -> String {
        date_words(self.date, if self.is_supplied { DateForm::Supplied } else { DateForm::Printed })
    }

    /// The date as EDTF; in square brackets if it is supplied.
    #[must_use]
    pub fn label(&self) -> String {
        if self.is_supplied { format!("[{}]", self.date) } else { self.date.to_string() }
    }
}

impl Citation {
    /// The kind of document in words; `None` if it is not known.
    #[must_use]
    pub fn genre(&self) -> Option<String> {
        genre(self.kind)
    }

    /// "“words” Title (publisher, date, symbol), l. 15. \[marking\]"; without words and place for a whole document.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        if let Some(quote) = &self.quote {
            out.push_str(&format!("“{quote}” "));
        }
        out.push_str(&self.title);
        let date = self.date.as_ref().map(CitedDate::label);
        let about: Vec<&str> =
            [&self.publisher, &date, &self.symbol].into_iter().flatten().map(String::as_str).collect();
        if !about.is_empty() {
            out.push_str(&format!(" ({})", about.join(", ")));
        }
        let at = self.place.as_ref().map(place).filter(|at| !at.is_empty());
        if let Some(at) = at {
            out.push_str(", ");
            out.push_str(&at);
        }
        out.push('.');
        if let Some(marking) = &self.marking {
            out.push_str(&format!(" [{marking}]"));
        }
        out
    }

    /// Details for which other forms have no field: the place, how the document is translated, what is known of its date, its file.
    pub(crate) fn notes(&self) -> Vec<String> {
        let at = self.place.as_ref().map(place).filter(|at| !at.is_empty());
        let has_year = |cited: &&CitedDate| first_point(cited.date).is_some();
        let date = self.date.as_ref();
        let notes = [
            at,
            self.translation.clone(),
            date.filter(|cited| !has_year(cited)).map(|cited| format!("dated {}", cited.words())),
            date.filter(|cited| has_year(cited) && cited.is_supplied).map(|_| "date supplied".to_owned()),
            Some(format!("file {}, SHA-256 {}", self.file, self.sha256)),
        ];
        notes.into_iter().flatten().collect()
    }
}
