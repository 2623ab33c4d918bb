//! What the overview draws over time, and partners beside topics.

use entente_corpus::{DocumentKind, EngagementStatus};
use entente_search::varint::{put, put_text, take, take_text};
use entente_text::{PartialDate, saturating_u32};

/// Documents and meetings over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// What a period of [`Timeline::periods`] is.
    pub step: Step,
    /// The layers of a bar, from its base upwards.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// A year.
    #[default]
    Year,
    /// A month, in files of many documents.
    Month,
}

/// What some of the documents of a period have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Documents of this kind.
    Kind(DocumentKind),
    /// Documents of this many other kinds.
    OtherKinds(usize),
    /// Documents whose kind is not known.
    UnknownKind,
    /// Not documents, but passages that name one name: in the chart of a dossier.
    Passages,
}

/// A year or a month.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Meetings.
    pub meetings: usize,
}

/// A document with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Partners, those that are beside topics most often first.
    pub rows: Vec<GridName>,
    /// Topics, those of most passages first.
    pub columns: Vec<GridName>,
    /// Passages that name the partner of the row and the topic of the column.
    pub cells: Vec<Vec<usize>>,
    /// Partners that nearly every document of a large file names: beside every topic they would show nothing.
    pub left_out: Vec<GridName>,
}

/// Two sorts of values against each other, with the passages that have both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossTable {
    /// The table. A side with itself is its lower half: row `n` has `n` cells.
    pub grid: Grid,
    /// How many values the rows have in all.
    pub of_rows: usize,
    /// How many values the columns have in all.
    pub of_columns: usize,
}

/// A name at the head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridName {
    /// Kind of name, as its word: the filter that takes its id. Of a year, that of the first day.
    pub kind: String,
    /// Value for that filter.
    pub id: String,
    /// For reading.
    pub name: String,
    /// Documents that name it; 0 for a year.
    pub documents: usize,
}

impl Timeline {
    /// Appends everything.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put(out, u32::from(self.step == Step::Month));
        put(out, saturating_u32(self.layers.len()));
        for layer in &self.layers {
            let (sort, more) = match layer {
                Layer::Kind(kind) => (0, number_of(DocumentKind::ALL, kind)),
                Layer::OtherKinds(kinds) => (1, *kinds),
                Layer::UnknownKind | Layer::Passages => (2, 0),
            };
            put(out, sort);
            put(out, saturating_u32(more));
        }
        put(out, saturating_u32(self.periods.len()));
        for period in &self.periods {
            put(out, period.year.into());
            put(out, period.month.unwrap_or(0).into());
            period.documents.iter().for_each(|count| put(out, saturating_u32(*count)));
            put(out, saturating_u32(period.meetings));
        }
        put(out, saturating_u32(self.documents.len()));
        for document in &self.documents {
            put_text(out, &document.id);
            put_text(out, &document.title);
            put(out, saturating_u32(number_of(DocumentKind::ALL, &document.kind)));
            put_text(out, &document.date.to_string());
        }
        put(out, saturating_u32(self.meetings.len()));
        for meeting in &self.meetings {
            put_text(out, &meeting.id);
            put_text(out, &meeting.name);
            put_text(out, &meeting.date.to_string());
            put_text(out, meeting.status.map_or("", EngagementStatus::as_str));
            put(out, meeting.ordinal.map_or(0, |ordinal| u32::from(ordinal) + 1));
        }
        for counts in [self.drawn, self.undated, self.without_month, self.earlier, self.later] {
            put(out, saturating_u32(counts.documents));
            put(out, saturating_u32(counts.meetings));
        }
    }

    /// Reads what [`Timeline::pack`] wrote from the front of `bytes`; `None` if the bytes are something else.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        let step = if take(bytes) == 1 { Step::Month } else { Step::Year };
        let layers = many(bytes, |bytes| {
            let (sort, more) = (take(bytes), take(bytes) as usize);
            match sort {
                0 => DocumentKind::ALL.get(more).copied().map(Layer::Kind),
                1 => Some(Layer::OtherKinds(more)),
                _ => Some(Layer::UnknownKind),
            }
        })?;
        let periods = many(bytes, |bytes| {
            Some(Period {
                year: u16::try_from(take(bytes)).ok()?,
                month: u8::try_from(take(bytes)).ok().filter(|month| *month > 0),
                documents: layers.iter().map(|_| take(bytes) as usize).collect(),
                meetings: take(bytes) as usize,
            })
        })?;
        let documents = many(bytes, |bytes| {
            Some(DatedDocument {
                id: take_text(bytes).to_owned(),
                title: take_text(bytes).to_owned(),
                kind: *DocumentKind::ALL.get(take(bytes) as usize)?,
                date: take_text(bytes).parse().ok()?,
            })
        })?;
        let meetings = many(bytes, |bytes| {
            Some(DatedMeeting {
                id: take_text(bytes).to_owned(),
                name: take_text(bytes).to_owned(),
                date: take_text(bytes).parse().ok()?,
                status: EngagementStatus::from_word(take_text(bytes)),
                ordinal: take(bytes).checked_sub(1).and_then(|ordinal| u16::try_from(ordinal).ok()),
            })
        })?;
        let mut counts = || Counts { documents: take(bytes) as usize, meetings: take(bytes) as usize };
        let [drawn, undated, without_month, earlier, later] = [(); 5].map(|()| counts());
        Some(Self { step, layers, periods, documents, meetings, drawn, undated, without_month, earlier, later })
    }
}

impl Grid {
    /// Appends everything.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        for names in [&self.rows, &self.columns, &self.left_out] {
            put(out, saturating_u32(names.len()));
            for name in names {
                put_text(out, &name.kind);
                put_text(out, &name.id);
                put_text(out, &name.name);
                put(out, saturating_u32(name.documents));
            }
        }
        self.cells.iter().flatten().for_each(|count| put(out, saturating_u32(*count)));
    }

    /// Reads what [`Grid::pack`] wrote from the front of `bytes`; `None` if the bytes are something else.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        let mut names = || {
            many(bytes, |bytes| {
                Some(GridName {
                    kind: take_text(bytes).to_owned(),
                    id: take_text(bytes).to_owned(),
                    name: take_text(bytes).to_owned(),
                    documents: take(bytes) as usize,
                })
            })
        };
        let (rows, columns, left_out) = (names()?, names()?, names()?);
        let cells = rows.iter().map(|_| columns.iter().map(|_| take(bytes) as usize).collect()).collect();
        Some(Self { rows, columns, cells, left_out })
    }
}

/// The number of `value` in the list of all values.
fn number_of<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|known| known == value).unwrap_or(0)
}

/// As many as the number at the front of `bytes` says, each taken by `one`; nothing if one is not there.
pub(crate) fn many<T>(bytes: &mut &[u8], one: impl Fn(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    let count = take(bytes);
    let mut out = Vec::new();
    for _ in 0..count {
        if bytes.is_empty() {
            return None;
        }
        out.push(one(bytes)?);
    }
    Some(out)
}
