//! The document's own dates: those that stand where documents print theirs, each by its label, its place or its rule.
//!
//! In: the cells of a document. Out: its date, when it was last changed, what time it covers, when it was tabled, the day
//! of its event, when it comes into force. A date of an event never becomes the document's.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::{Basis, DocumentKind, MetadataField, Metadatum, PassageKind};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates, parse_date};
use entente_text::fold::fold;
use entente_text::{PartialDate, Precision};

use super::cells::LineCell;
use super::opening::Opening;
use super::roles::{Role, role};
use super::{PassageText, add_date, datelines, stamps};
use crate::running::without_numbers;

/// Labels before a date, and the field it fills.
const LABELS: &[(MetadataField, &[&str])] = &[
    (
        MetadataField::Date,
        &[
            "issuance date",
            "announcement issuance date",
            "announcement date",
            "date of announcement",
            "date",
            "dated",
            "issued",
            "date of issue",
            "date issued",
            "published",
            "publication date",
            "date of publication",
            "release date",
            "posted",
            "posted on",
            "released",
            "released on",
            "date released",
            "date published",
            "published on",
            "published date",
            "issued on",
            "issue date",
            "as of",
            "stand",
            "datum",
            "fecha",
            "data",
            "fecha de publicacion",
            "data di pubblicazione",
            "data de publicacao",
            "pubblicato",
            "publie le",
            "paru le",
            "mis en ligne le",
            "date de publication",
            "veroffentlicht",
            "veroffentlicht am",
            "erscheinungsdatum",
            "날짜",
            "일자",
            "작성일",
            "작성일자",
            "등록일",
            "게시일",
            "배포일",
            "발행일",
            "발표일",
            "배포일시",
            "보도일",
            "보도일시",
            "보도시점",
            "등록일시",
            "게시일시",
            "작성일시",
            "송고시간",
            "기사입력",
            "입력",
            "発行日",
            "発表日",
            "発表日時",
            "公表日",
            "公開日",
            "掲載日",
            "日付",
            "发布日期",
            "发布时间",
            "发文日期",
            "成文日期",
            "发表时间",
            "發布日期",
            "發布時間",
            "日期",
        ],
    ),
    (
        MetadataField::Updated,
        &[
            "last updated",
            "updated",
            "last update",
            "last modified",
            "last revised",
            "last reviewed",
            "mis a jour",
            "derniere mise a jour",
            "aktualisiert",
            "zuletzt aktualisiert",
            "수정일",
            "최종수정일",
            "최종 수정일",
            "更新日",
            "最終更新日",
            "更新时间",
        ],
    ),
    (
        MetadataField::Period,
        &[
            "calendar year",
            "period",
            "reporting period",
            "period covered",
            "reporting year",
            "period under review",
            "periode",
            "periode couverte",
            "berichtszeitraum",
            "보고기간",
            "보고 기간",
            "대상기간",
        ],
    ),
    (
        MetadataField::Tabled,
        &[
            "tabled",
            "date tabled",
            "tabled on",
            "laid",
            "laid before parliament",
            "date of submission",
            "submitted on",
            "date submitted",
            "date de depot",
            "제출일",
            "제출일자",
            "제출연월일",
            "제안일자",
            "提出日",
        ],
    ),
    (
        MetadataField::Event,
        &[
            "date of meeting",
            "date of the meeting",
            "meeting date",
            "date of event",
            "date of visit",
            "date and time",
            "date of session",
            "date de la reunion",
            "date de la seance",
            "sitzungsdatum",
            "일시",
            "개최일",
            "개최일시",
            "회의일시",
            "行事日",
            "開催日",
            "日時",
            "会议时间",
        ],
    ),
    (
        MetadataField::Effective,
        &[
            "effective",
            "effective date",
            "entry into force",
            "date of entry into force",
            "comes into force",
            "date measure comes into force",
            "gultig seit",
            "unverandert gultig seit",
            "in kraft seit",
            "entree en vigueur",
            "시행일",
            "시행일자",
            "발효일",
            "施行日",
            "施行日期",
        ],
    ),
];
/// Longest label, in characters.
const LONGEST_LABEL: usize = 32;
/// A value behind a label is at most this long.
const LONGEST_VALUE: usize = 80;
/// A date alone on a line counts as the document's among this many first passages.
const WITHIN: usize = 12;
/// Cells of them: one row of a table may have tens of thousands.
const MAX_HEAD_CELLS: usize = 1_000;
/// Words that a date follows without a colon, at the top of a document, and the field it fills.
const BEFORE: &[(MetadataField, &[&str])] = &[
    (
        MetadataField::Date,
        &[
            "issued on",
            "published on",
            "posted on",
            "released on",
            "dated",
            "as of",
            "stand",
            "assented to",
            "publie le",
            "veroffentlicht am",
            "publicado el",
        ],
    ),
    (MetadataField::Updated, &["last updated", "last updated on", "updated on", "mis a jour le", "aktualisiert am"]),
    (MetadataField::Tabled, &["tabled on", "laid on", "presented to parliament on", "submitted on"]),
    (MetadataField::Event, &["adopted on", "held on"]),
];
/// Years of two digits from this one on are of the last century.
const FIRST_YEAR_OF_LAST_CENTURY: u8 = 50;
/// Words of a place before a date.
const PLACE: usize = 4;
/// A line with a source, an author and a time is at most this long.
const LONGEST_BYLINE: usize = 100;
/// A line that says where and when something was held is at most this long.
const LONGEST_HELD: usize = 120;
/// A day at the end stands among this many last passages.
const FOOT: usize = 6;
/// A day in the head of a page stands this near its number, in passages.
const BESIDE_PAGE: usize = 3;
/// A page's head or foot is printed at least this often.
const RUNNING: usize = 3;
/// Words before the day of a meeting, in the line that tells of it.
const HELD: &[&str] = &["held", "tenue", "tenu", "meeting", "session", "seance", "sitzung", "reunion", "회의", "개최"];
/// Words before place and day at the end of a treaty or a law.
const SIGNED: &[&str] = &[
    "done at",
    "done in",
    "signed at",
    "signed in",
    "fait a",
    "geschehen zu",
    "unterzeichnet in",
    "hecho en",
    "firmado en",
    "fatto a",
    "feito em",
];

/// Finds the dates that are the document's own.
pub(super) fn read(lines: &[PassageText], opening: &Opening, cells: &[LineCell], all: &mut Vec<Metadatum>) {
    for (n, line) in lines.iter().enumerate() {
        // A heading that is a label, with the date below.
        if let Some(field) = label(&line.reading.text).filter(|_| line.kind == PassageKind::Heading)
            && let Some(next) = lines.get(n + 1)
            && let Some(date) = parse_date(&next.reading.text)
        {
            add_date(all, field, next.whole(date, Basis::Stated, "date-under-label"));
        }
    }
    for (n, cell) in cells.iter().enumerate() {
        labelled(cell, cells.get(n + 1), all);
    }
    let at_head = |cell: &&LineCell| cell.kind != PassageKind::Furniture && cell.place < WITHIN;
    let head = || cells.iter().filter(at_head).take(MAX_HEAD_CELLS);
    for cell in head() {
        let Some(date) = parse_date(cell.text) else { continue };
        let known = |field: MetadataField, cell: &LineCell| {
            let fact = cell.whole((), Basis::Stated, "");
            let stands = |datum: &Metadatum| fact.as_ref().is_some_and(|fact| datum.fact.evidence == fact.evidence);
            all.iter().any(|datum| datum.field == field && stands(datum))
        };
        match date.precision() {
            Precision::Day | Precision::Month if !known(MetadataField::Date, cell) => {
                add_date(all, MetadataField::Date, cell.whole(date, Basis::Stated, "date-alone-on-a-line"));
            }
            // No document is issued on several days; something is held on them.
            Precision::Interval if !known(MetadataField::Event, cell) && !known(MetadataField::Period, cell) => {
                add_date(all, MetadataField::Event, cell.whole(date, Basis::Stated, "days-alone-on-a-line"));
            }
            _ => {}
        }
    }
    for cell in head().filter(|cell| cell.text.contains(|c: char| c.is_ascii_digit())) {
        before_date(cell, all);
        stamps::read(cell, all);
    }
    held(head(), all);
    placed(head(), opening, all);
    if !dated(all) {
        stamps::day_first(head(), all);
    }
    if !dated(all) {
        minutes(head(), all);
    }
    if !dated(all) {
        told_first(opening, all);
    }
    if !dated(all) {
        // A time of day is printed where something was published, beside a source or an author.
        for cell in head().filter(|cell| cell.text.chars().count() <= LONGEST_BYLINE) {
            let stamp = timestamp(cell.text).and_then(|range| Some((range.clone(), parse_date(&cell.text[range])?)));
            if let Some((range, date)) = stamp {
                add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "timestamp-near-title", range));
            } else if let Some((range, date)) = timed(cell.text) {
                // In words it may be when something is held, too.
                add_date(all, MetadataField::Date, cell.fact(date, Basis::Inferred, "day-beside-a-time", range));
            }
        }
    }
    signed(lines, all);
    if !dated(all) {
        closing(cells, all);
    }
    if !dated(all) {
        running(lines, all);
    }
    if !dated(all) {
        beside_page_number(lines, all);
    }
    if !dated(all) {
        on_lines_of_its_own(lines, all);
    }
    if !dated(all) {
        days_of_its_meeting(head(), all);
    }
}

/// Longest line that is nothing but a day, in bytes.
const LONGEST_DAY: usize = 40;

/// The same day on several lines of its own, and no other day so: pages of proceedings carry it.
fn on_lines_of_its_own(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let mut days: BTreeMap<String, (usize, &PassageText, PartialDate)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.reading.text.len() <= LONGEST_DAY && line.kind != PassageKind::Row) {
        // "10th Feb., 2021": the stop belongs to the month.
        let text = line.reading.text.replace(".,", ",");
        if let Some(date) = parse_date(&text).filter(|date| full(*date)) {
            days.entry(date.to_string()).or_insert((0, line, date)).0 += 1;
        }
    }
    let mut days = days.into_values();
    if let (Some((2.., line, date)), None) = (days.next(), days.next()) {
        add_date(all, MetadataField::Date, line.whole(date, Basis::Inferred, "day-on-lines-of-its-own"));
    }
}

/// What comes out of a meeting is of its last day: a report of a meeting with its place and days below the title.
fn days_of_its_meeting<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    let mut tells = false;
    for cell in head {
        let folded = fold(cell.text);
        let days = datelines::last_of_days(cell.text).filter(|_| tells);
        if let Some((range, date)) = days {
            return add_date(
                all,
                MetadataField::Date,
                cell.fact(date, Basis::Inferred, "last-day-of-its-meeting", range),
            );
        }
        // The kinds are looked for last: that takes the longest.
        let held = !tells && folded.split(' ').any(|word| HELD.contains(&word));
        tells |= held && super::kind::of_title(cell.text).is_some();
    }
}

/// A place with a day at the head or before the first sentence, or a day beside the document's number or its kind.
fn placed<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, opening: &Opening, all: &mut Vec<Metadatum>) {
    if dated(all) {
        return;
    }
    let mut beside = None;
    for cell in head {
        if let Some((range, date)) = datelines::line(cell.text).or_else(|| datelines::at_start(cell.text)) {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "dateline", range));
        }
        let role = role(cell.text);
        // "Embargoed until 12am 27 January 2003", "Minister for Ports 27 December 2013".
        let last = |(range, _): &(Range<usize>, PartialDate)| range.end == cell.text.trim_end().len();
        if beside.is_none() && matches!(role, Role::ReleaseNote | Role::Office) {
            let found = datelines::first_day(cell.text).filter(last);
            beside = found.and_then(|(range, date)| cell.fact(date, Basis::Stated, "date-after-issuer", range));
        }
        if beside.is_none() && matches!(role, Role::Symbol | Role::Kind(_)) {
            // "Tabled on 2 May 2014" says what happened on its day; a number is printed without small letters.
            beside = datelines::first_day(cell.text)
                .filter(|(range, _)| role != Role::Symbol || !cell.text[..range.start].contains(char::is_lowercase))
                .and_then(|(range, date)| cell.fact(date, Basis::Stated, "date-beside-number-or-kind", range));
        }
    }
    let begun = opening.body.iter().take(2).find_map(|line| {
        let (range, date) = datelines::at_start(&line.reading.text)?;
        line.fact(date, Basis::Stated, "dateline", range)
    });
    add_date(all, MetadataField::Date, begun.or(beside));
}

/// A day alone on one of the last lines is the day on which a letter or a statement was given.
fn closing(cells: &[LineCell], all: &mut Vec<Metadatum>) {
    let last = cells.last().map_or(0, |cell| cell.place);
    let foot = cells.iter().rev().filter(|cell| {
        cell.place + FOOT > last
            && !matches!(cell.kind, PassageKind::Furniture | PassageKind::Note | PassageKind::Row | PassageKind::Item)
    });
    for cell in foot {
        let day = parse_date(cell.text).filter(|date| date.precision() == Precision::Day);
        let found = day.map(|date| (0..cell.text.len(), date)).or_else(|| datelines::line(cell.text));
        if let Some((range, date)) = found {
            return add_date(all, MetadataField::Date, cell.fact(date, Basis::Stated, "date-at-the-end", range));
        }
    }
}

/// A day alone on a line beside a page's number is in the head or foot of the page.
fn beside_page_number(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let numbered = |line: &PassageText| {
        let text = line.reading.text.trim();
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        line.kind == PassageKind::Furniture
            && text.len() <= 12
            && !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_digit())
    };
    for (n, line) in lines.iter().enumerate() {
        let text = line.reading.text.as_str();
        if text.len() > LONGEST_VALUE || !text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let near = || lines[n.saturating_sub(BESIDE_PAGE)..(n + BESIDE_PAGE + 1).min(lines.len())].iter().any(numbered);
        if let Some(date) = parse_date(text).filter(|date| date.precision() == Precision::Day && near()) {
            return add_date(all, MetadataField::Date, line.whole(date, Basis::Inferred, "date-beside-page-number"));
        }
    }
}

fn dated(all: &[Metadatum]) -> bool {
    all.iter().any(|datum| datum.field == MetadataField::Date)
}

/// A label and its date: on one line, or in two columns.
fn labelled(cell: &LineCell, next: Option<&LineCell>, all: &mut Vec<Metadatum>) {
    let bare = cell.text.trim_start_matches(['(', '[', '*', '-', '•', ' ']);
    let split = bare.char_indices().find(|(at, c)| {
        matches!(c, ':' | '：')
            || bare[*at..].starts_with(" - ")
            || bare[*at..].starts_with(" – ")
            || bare[*at..].starts_with("  ")
    });
    let Some((at, mark)) = split.filter(|(at, _)| bare[..*at].chars().count() <= LONGEST_LABEL) else {
        // "제출일" in one column, the day in the next.
        if let Some(field) = label(bare)
            && let Some(next) = next.filter(|next| next.kind == cell.kind)
            && let Some(date) = parse_date(next.text)
        {
            add_date(all, field, next.whole(date, Basis::Stated, "date-beside-label"));
        }
        return;
    };
    let Some(field) = label(&bare[..at]) else { return };
    let behind = at + mark.len_utf8();
    let value = bare[behind..].trim_start_matches([' ', '-', '–', '*', '\u{3000}']);
    let start = cell.text.len() - value.len();
    let value = value.trim_end_matches([')', ']', '*', ' ', '.']);
    if value.is_empty() && next.is_some_and(|next| next.kind == cell.kind) {
        let next = next.and_then(|next| Some((next, parse_date(next.text)?)));
        add_date(all, field, next.and_then(|(next, date)| next.whole(date, Basis::Stated, "date-beside-label")));
        return;
    }
    if value.chars().count() > LONGEST_VALUE {
        return;
    }
    let whole = |value: &str| parse_date(value).map(|date| (start..start + value.len(), date));
    // "12.11.2021 (unchanged since 05.11.2021)": what stands in brackets is about another day.
    let outside = value.split('(').next().unwrap_or(value).trim_end();
    let found = whole(value).or_else(|| two_digits(value).map(|date| (start..start + value.len(), date)));
    let found = found.or_else(|| whole(outside)).or_else(|| {
        let (range, date) = first(value)?;
        (range.start <= LONGEST_LABEL / 2).then(|| (start + range.start..start + range.end, date))
    });
    if let Some((range, date)) = found {
        add_date(all, field, cell.fact(date, Basis::Stated, "date-behind-label", range));
    }
}

/// "08/29/16": three numbers of two digits that can be read as a day in one way only. "17/08/12" may be a day of 2012 or 2017.
fn two_digits(value: &str) -> Option<PartialDate> {
    let mark = ['/', '.', '-'].into_iter().find(|mark| value.matches(*mark).count() == 2)?;
    let parts: Vec<u8> = value.split(mark).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, c] = parts.as_slice() else { return None };
    if value.split(mark).any(|part| part.len() > 2) || c > 99 || a > 99 {
        return None;
    }
    let year = |year: u8| if year < FIRST_YEAR_OF_LAST_CENTURY { 2000 } else { 1900 } + u16::from(year);
    let readings = [(a, b, c), (c, b, a), (c, a, b)].map(|(y, m, d)| PartialDate::day(year(y), m, d));
    let mut days: Vec<PartialDate> = readings.into_iter().flatten().collect();
    days.dedup();
    if let [day] = days.as_slice() { Some(*day) } else { None }
}

/// "Assented to 3 May 2016", "Accra, 7 November 2018": words, or a place, that a date follows to the end of the line.
fn before_date(cell: &LineCell, all: &mut Vec<Metadatum>) {
    let bare = cell.text.trim_matches(['(', ')', '[', ']', '*', ' ', '.']);
    if bare.chars().count() > LONGEST_BYLINE {
        return;
    }
    let start = cell.text.find(bare).unwrap_or(0);
    let folded = fold(bare);
    for (field, labels) in BEFORE {
        for label in labels.iter().filter(|label| folded.starts_with(**label)) {
            let words = label.split(' ').count();
            let at = bare.match_indices(' ').nth(words - 1).map(|(at, _)| at + 1);
            let date = at.and_then(|at| Some((at, parse_date(&bare[at..])?)));
            if let Some((at, date)) = date {
                let range = start + at..start + bare.len();
                return add_date(all, *field, cell.fact(date, Basis::Stated, "date-behind-words", range));
            }
        }
    }
    let Some((place, date)) = bare.split_once(',').filter(|_| !dated(all)) else { return };
    let named = place.split(' ').count() <= PLACE && place.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if let Some(day) =
        parse_date(date).filter(|date| named && date.precision() == Precision::Day && parse_date(bare).is_none())
    {
        let range = start + bare.len() - date.trim_start().len()..start + bare.len();
        add_date(all, MetadataField::Date, cell.fact(day, Basis::Stated, "date-behind-place", range));
    }
}

/// The first date in `text` whose year is known.
fn first(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let found = find_dates(&tokenize(text));
    found.into_iter().find_map(|when| match when.value {
        Printed::Date(date) if date.bounds().is_some() => Some((when.range, date)),
        _ => None,
    })
}

/// "Held in Valletta on 12 March 2019", "Séance publique tenue le 20 juin": the day of a meeting, at the top.
fn held<'a>(head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    if all.iter().any(|datum| datum.field == MetadataField::Event) {
        return;
    }
    for cell in head.filter(|cell| cell.text.chars().count() <= LONGEST_HELD) {
        let words = tokenize(cell.text);
        let told = words.tokens.iter().find(|word| HELD.contains(&&*word.folded));
        let Some(from) = told.map(|word| word.span.end) else { continue };
        let found = find_dates(&words).into_iter().find(|when| when.range.start >= from);
        let Some((Printed::Date(date), range)) = found.map(|when| (when.value, when.range)) else { continue };
        if matches!(date.precision(), Precision::Day | Precision::Interval | Precision::Open) {
            add_date(all, MetadataField::Event, cell.fact(date, Basis::Stated, "day-of-the-meeting", range));
            return;
        }
    }
}

/// "Minutes of the meeting held on 20 May 2010": minutes are of the day of their meeting.
fn minutes<'a>(mut head: impl Iterator<Item = &'a LineCell<'a>>, all: &mut Vec<Metadatum>) {
    let event = all.iter().find(|datum| datum.field == MetadataField::Event).cloned();
    let Some((event, day)) = event.and_then(|event| Some((event.fact, event.date.filter(|day| full(*day))?))) else {
        return;
    };
    let recorded = head.any(|cell| {
        let stands = cell.whole((), Basis::Stated, "").is_some_and(|fact| {
            event.evidence.iter().all(|place| fact.evidence.iter().any(|whole| whole.span.contains(place.span)))
        });
        stands && super::kind::of_title(cell.text.split(',').next().unwrap_or_default()) == Some(DocumentKind::Minutes)
    });
    if recorded {
        let rule = "day-of-its-meeting".to_owned();
        let fact = entente_corpus::Fact { value: day, basis: Basis::Stated, rule, evidence: event.evidence };
        add_date(all, MetadataField::Date, Some(fact));
    }
}

/// "2012年11月16日,外交部发言人主持例行记者会。": a record that begins with the day on which it was spoken.
fn told_first(opening: &Opening, all: &mut Vec<Metadatum>) {
    let Some(first) = opening.body.first() else { return };
    let sentence = first.reading.text.split('。').next().unwrap_or_default();
    let day = datelines::first_day(sentence).filter(|(range, _)| range.start == 0);
    let spoken = matches!(
        super::kind::of_title(sentence),
        Some(DocumentKind::QAndA | DocumentKind::Speech | DocumentKind::Minutes)
    );
    if let Some((range, date)) = day.filter(|_| spoken) {
        add_date(all, MetadataField::Date, first.fact(date, Basis::Stated, "day-of-what-was-spoken", range));
    }
}

/// "Done at Singapore, this 28th day of January 1992": the day of a signature, which dates a treaty that has no other.
fn signed(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let closes = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let folded = fold(text.get(..text.floor_char_boundary(LONGEST_LABEL)).unwrap_or(""));
        line.kind == PassageKind::Paragraph && SIGNED.iter().any(|words| folded.starts_with(words))
    };
    for line in lines.iter().rev().filter(closes) {
        let text = line.reading.text.as_str();
        let short = &text[..text.floor_char_boundary(LONGEST_BYLINE)];
        // "this 28th day of January, 1992" is 28 January 1992.
        let plain = short.replace(" day of ", " ");
        let written = datelines::written_out(short);
        if let Some((_, date)) =
            written.or_else(|| first(&plain)).filter(|(_, date)| date.precision() == Precision::Day)
        {
            let at = || line.fact(date, Basis::Stated, "day-of-signature", 0..short.len());
            add_date(all, MetadataField::Signed, at());
            if !dated(all) {
                add_date(all, MetadataField::Date, at());
            }
            return;
        }
    }
}

/// A date in the head or foot of every page is the day of the issue.
fn running(lines: &[PassageText], all: &mut Vec<Metadatum>) {
    let furniture =
        || lines.iter().filter(|line| line.kind == PassageKind::Furniture && line.reading.text.len() <= 200);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    furniture().for_each(|line| *counts.entry(without_numbers(&line.reading.text)).or_default() += 1);
    counts.retain(|_, count| *count >= RUNNING);
    for line in furniture().filter(|line| counts.contains_key(&without_numbers(&line.reading.text))) {
        if let Some((range, date)) = first(&line.reading.text).filter(|(_, date)| full(*date)) {
            add_date(all, MetadataField::Date, line.fact(date, Basis::Inferred, "date-on-every-page", range));
            return;
        }
    }
}

/// Where "2012-06-04 09:20" stands in `text`.
fn timestamp(text: &str) -> Option<std::ops::Range<usize>> {
    const SHAPE: &[u8] = b"dddd-dd-dd dd:dd";
    let fits = |window: &[u8]| {
        window.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'd' => byte.is_ascii_digit(),
            b'-' => matches!(byte, b'-' | b'.' | b'/'),
            b' ' => matches!(byte, b' ' | b'T'),
            shape => byte == shape,
        })
    };
    let start = text.as_bytes().windows(SHAPE.len()).position(fits)?;
    let before = start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    let whole = before.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    whole.then_some(start..start + SHAPE.len())
}

/// "7 March 2012 15:16", "10:26, February 28, 2019": a day in words beside a time of day.
fn timed(text: &str) -> Option<(Range<usize>, PartialDate)> {
    let clock = |words: &str| {
        let digits = |part: &str, count: std::ops::RangeInclusive<usize>| {
            count.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let time = words.trim_end_matches(',').split_once(':');
        time.is_some_and(|(hour, minute)| digits(hour, 1..=2) && digits(minute, 2..=2))
    };
    let found = find_dates(&tokenize(text)).into_iter().next()?;
    let Printed::Date(date) = found.value else { return None };
    let (before, behind) = (&text[..found.range.start], &text[found.range.end..]);
    let beside = behind.split_whitespace().next().is_some_and(clock)
        || before.trim_end().ends_with(',') && before.split_whitespace().next_back().is_some_and(clock);
    (beside && full(date)).then_some((found.range, date))
}

/// What dates a document that prints no day of its issue: when it was tabled, or its title. A day in the title is the day
/// of what it names; a year that opens it is the plan's or the report's year.
pub(super) fn from_title(all: &mut Vec<Metadatum>) {
    if dated(all) {
        return;
    }
    // A motion or a bill that prints no other day of its own is of the day on which it was tabled.
    let tabled = all.iter().find(|datum| datum.field == MetadataField::Tabled);
    if let Some((value, evidence)) = tabled.and_then(|tabled| Some((tabled.date?, tabled.fact.evidence.clone()))) {
        let rule = "day-of-tabling".to_owned();
        return add_date(
            all,
            MetadataField::Date,
            Some(entente_corpus::Fact { value, basis: Basis::Inferred, rule, evidence }),
        );
    }
    let Some(title) = all.iter().find(|datum| datum.field == MetadataField::Title).map(|datum| datum.fact.clone())
    else {
        return;
    };
    let fact = |value, basis, rule: &str| entente_corpus::Fact {
        value,
        basis,
        rule: rule.to_owned(),
        evidence: title.evidence.clone(),
    };
    if let Some((_, date)) = first(&title.value).filter(|(_, date)| date.precision() == Precision::Day) {
        add_date(all, MetadataField::Date, Some(fact(date, Basis::Inferred, "day-in-title")));
        return;
    }
    let year = title
        .value
        .get(..4)
        .filter(|_| title.value.as_bytes().get(4) == Some(&b' '))
        .and_then(|year| year.parse().ok());
    let date = year.filter(|year| (1900..2100).contains(year)).and_then(PartialDate::year);
    add_date(all, MetadataField::Date, date.map(|date| fact(date, title.basis, "year-in-title")));
}

fn full(date: PartialDate) -> bool {
    matches!(date.precision(), Precision::Day | Precision::Month)
}

fn label(text: &str) -> Option<MetadataField> {
    if text.len() > 4 * LONGEST_LABEL {
        return None;
    }
    let folded = fold(text.trim_matches(['*', ' ', ':', '：', '.', '(', ')']));
    LABELS.iter().find(|(_, labels)| labels.contains(&folded.as_str())).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    /// The date of the document `text`.
    fn date(text: &str) -> Option<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        let (record, _) = read(&source, &Settings::default()).expect("a text");
        record.date.map(|fact| fact.value.to_string())
    }

    #[test]
    fn a_report_of_a_meeting_is_of_its_last_day() {
        let report = |head: &str| {
            format!(
                "Summary Report of the Second Meeting on Ports\n\n{head}\n\nThe ministers met and spoke about the ports.\n"
            )
        };
        assert_eq!(date(&report("(Hanoi, Viet Nam, 4-7 May 2009)")).as_deref(), Some("2009-05-07"));
        assert_eq!(date(&report("(Hanoi, Viet Nam, May 2009 to June 2010)")), None);
        let plan = "Notes on the ports\n\n(Hanoi, Viet Nam, 4-7 May 2009)\n\nThe ministers spoke about the ports.\n";
        assert_eq!(date(plan), None, "what is no outcome of a meeting may announce it");
    }

    #[test]
    fn a_day_after_who_issues_it_or_after_its_embargo_is_the_document_s() {
        let release = |head: &str| format!("{head}\n\nPorts open again\n\nThe ports of the north are open again.\n");
        for (head, expected) in [
            ("Minister for Ports Anne Harbour 27 December 2013", Some("2013-12-27")),
            ("Embargoed until 12am 27 January 2003", Some("2003-01-27")),
            ("Minister for Ports since 27 December 2013 in office", None),
        ] {
            assert_eq!(date(&release(head)).as_deref(), expected, "{head}");
        }
    }

    #[test]
    fn a_day_that_pages_carry_is_the_day_of_proceedings() {
        let pages = |days: [&str; 2]| {
            let said = "The ports of the north are open again, said the member, and so they stay.\n\n".repeat(14);
            format!("Questions on ports\n\n{said}{}\n\n{said}{}\n\n{said}", days[0], days[1])
        };
        assert_eq!(date(&pages(["10th Feb., 2021", "10th Feb., 2021"])).as_deref(), Some("2021-02-10"));
        assert_eq!(date(&pages(["10 February 2021", "11 March 2021"])), None);
    }

    /// A row may consist of dates alone, and each was compared with all before it.
    #[test]
    fn of_a_row_of_dates_the_first_are_looked_at() {
        let bytes = format!("\n{}", "2024-01-01,".repeat(5_000)).into_bytes();
        let source = Source { file: "x.csv".into(), bytes };
        let (_, body) = read(&source, &Settings::default()).expect("a text");
        assert!(body.metadata.len() < super::MAX_HEAD_CELLS + 10, "{}", body.metadata.len());
    }
}
