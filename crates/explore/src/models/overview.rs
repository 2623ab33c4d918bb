//! What the overview draws over time, and partners beside topics.

use entente_corpus::{DocumentKind, EngagementStatus};
use entente_text::PartialDate;
use serde::{Deserialize, Serialize};

/// Documents and meetings over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// What a period of [`Timeline::periods`] is.
    pub step: Step,
    /// What the documents of a period are told apart by, from the base of a bar upwards.
    pub layers: Vec<Layer>,
    /// Every period from the first to the last, without gaps. Empty if nothing has a date.
    pub periods: Vec<Period>,
    /// The dated documents, oldest first, if they are few enough to be drawn one by one; else empty.
    pub documents: Vec<DatedDocument>,
    /// The dated meetings, oldest first, if they are few enough to be drawn one by one; else empty.
    pub meetings: Vec<DatedMeeting>,
    /// Dated documents and meetings within the periods.
    pub drawn: Counts,
    /// Documents and meetings without a date of a known year.
    pub undated: Counts,
    /// Those whose month is not known, where periods are months.
    pub without_month: Counts,
    /// Those that end before the first period.
    pub earlier: Counts,
    /// Those that begin after the last period.
    pub later: Counts,
}

/// The length of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// A year.
    #[default]
    Year,
    /// A month, in files of many documents.
    Month,
}

/// What some of the documents of a period have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Documents of this kind.
    Kind(DocumentKind),
    /// Documents of this many other kinds.
    OtherKinds(usize),
    /// Documents whose kind is not known.
    UnknownKind,
}

/// A year or a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The year.
    pub year: u16,
    /// The month, from 1; `None` if the period is the year.
    pub month: Option<u8>,
    /// Documents with a date in it, by layer.
    pub documents: Vec<usize>,
    /// Meetings with a date in it. A meeting over two periods counts in both, as the list of each has it.
    pub meetings: usize,
}

impl Period {
    /// Its first and its last day, as `yyyymmdd`.
    #[must_use]
    pub fn bounds(&self) -> (u32, u32) {
        let year = u32::from(self.year) * 10_000;
        self.month.map_or((year + 101, year + 1231), |month| {
            let month = year + u32::from(month) * 100;
            (month + 1, month + 31)
        })
    }

    /// As filters of dates have it: "2022" or "2022-11".
    #[must_use]
    pub fn value(&self) -> String {
        self.month.map_or_else(|| format!("{:04}", self.year), |month| format!("{:04}-{month:02}", self.year))
    }
}

/// How many documents and how many meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Meetings.
    pub meetings: usize,
}

/// A document with a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedDocument {
    /// Public name, for links.
    pub id: String,
    /// Its title, or its first words.
    pub title: String,
    /// Its kind.
    pub kind: DocumentKind,
    /// Its date.
    pub date: PartialDate,
}

/// A meeting with a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedMeeting {
    /// Public name, for links.
    pub id: String,
    /// The words that call it.
    pub name: String,
    /// Its date.
    pub date: PartialDate,
    /// Whether it took place, as its document says.
    pub status: Option<EngagementStatus>,
    /// Its number, as printed.
    pub ordinal: Option<u16>,
}

/// Partners beside topics, with the passages that name both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Partners, those that stand beside topics most often first.
    pub rows: Vec<GridName>,
    /// Topics, those of most passages first.
    pub columns: Vec<GridName>,
    /// Passages that name the partner of the row and the topic of the column.
    pub cells: Vec<Vec<usize>>,
    /// Partners that nearly every document of a large file names: beside every topic they would say nothing.
    pub left_out: Vec<GridName>,
}

/// A name at the head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridName {
    /// Kind of name, as its word: the filter that takes its id.
    pub kind: String,
    /// Value for that filter.
    pub id: String,
    /// For reading.
    pub name: String,
    /// Documents that name it.
    pub documents: usize,
}
