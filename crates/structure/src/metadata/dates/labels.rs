//! Days after a label, on the same line or in the next column: "Published: 2 May 2014".
//!
//! In: cells. Out: the day with the field that its label names.

use entente_corpus::{Basis, MetadataField, Metadatum};
use entente_language::values::parse_date;
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::super::add_date;
use super::super::cells::LineCell;
use super::first;

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
pub(super) const MAX_LABEL_CHARS: usize = 32;

/// The longest value after a label.
pub(super) const MAX_VALUE_CHARS: usize = 80;

/// Years of two digits from this one on are of the last century.
const FIRST_YEAR_OF_LAST_CENTURY: u8 = 50;

/// A label and its date: on one line, or in two columns.
pub(super) fn labelled(cell: &LineCell, next: Option<&LineCell>, all: &mut Vec<Metadatum>) {
    let bare = cell.text.trim_start_matches(['(', '[', '*', '-', '•', ' ']);
    let split = bare.char_indices().find(|(at, c)| {
        matches!(c, ':' | '：')
            || bare[*at..].starts_with(" - ")
            || bare[*at..].starts_with(" – ")
            || bare[*at..].starts_with("  ")
    });
    let Some((at, mark)) = split.filter(|(at, _)| bare[..*at].chars().count() <= MAX_LABEL_CHARS) else {
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
    if value.chars().count() > MAX_VALUE_CHARS {
        return;
    }
    let whole = |value: &str| parse_date(value).map(|date| (start..start + value.len(), date));
    // "12.11.2021 (unchanged since 05.11.2021)": what stands in brackets is about another day.
    let outside = value.split('(').next().unwrap_or(value).trim_end();
    let found = whole(value).or_else(|| two_digits(value).map(|date| (start..start + value.len(), date)));
    let found = found.or_else(|| whole(outside)).or_else(|| {
        let (range, date) = first(value)?;
        (range.start <= MAX_LABEL_CHARS / 2).then(|| (start + range.start..start + range.end, date))
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

pub(super) fn label(text: &str) -> Option<MetadataField> {
    if text.len() > 4 * MAX_LABEL_CHARS {
        return None;
    }
    let folded = fold(text.trim_matches(['*', ' ', ':', '：', '.', '(', ')']));
    LABELS.iter().find(|(_, labels)| labels.contains(&folded.as_str())).map(|(field, _)| *field)
}
