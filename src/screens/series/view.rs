//! Series: the register, and one of them with its members.

use std::rc::Rc;

use entente_explore::tables::{List, SeriesRow};

use crate::components::cells;
use crate::components::date_label::date;
use crate::components::facts::{ENGAGEMENT_HEADS, engagement, facts_list, numbers, status};
use crate::components::list_page::{Ask, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of, run, small};
use crate::messages as m;
use crate::route::View;

const HEADS: &[&str] = &[m::SERIES_NAME, m::WITH, m::LEVEL, m::NUMBERS, m::LAST, m::FREQUENCY, m::SOURCE];

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<SeriesRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_SERIES, m::SERIES_LEAD);
    }
    let numbered = list.rows.iter().filter(|row| !row.numbers.is_empty()).count();
    let frequent = list.rows.iter().filter(|row| row.frequency.is_some()).count();
    let ask = Ask {
        heading: m::series_heading(list.total, numbered, frequent),
        lead: run().child(m::SERIES_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::series),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    let (rows, at) = (list.clone(), here.clone());
    let table = Table {
        name: "series",
        label: m::SERIES,
        heads: HEADS,
        named_by: 0,
        length: list.rows.len(),
        from: here.serial,
        skip: 0,
    };
    list_page(here, ask, &list.groups, table.with(here, Rc::new(move |n| row(&at, &rows.rows[n]))))
}

/// The language of a series' name: that of its first telling.
fn language(row: &SeriesRow) -> Option<&str> {
    row.members.first()?.source.language.as_deref()
}

fn row(here: &ViewContext, row: &SeriesRow) -> Row {
    let name = link("title", here.link(View::Series(row.id.clone()))).child(bdi(&row.name).attr("lang", language(row)));
    let frequency = row.frequency.as_ref();
    let frequency = frequency.map(|words| of("q", "printed").attr("lang", &words.language).child(&words.quote));
    Row {
        id: format!("s-{}", row.id),
        cells: vec![
            name,
            cells::names(here, &row.counterparts),
            level(row).unwrap_or_default(),
            numbers(here, &row.numbers),
            last(row).unwrap_or_default(),
            frequency.unwrap_or_default(),
            row.members.first().map(|member| cells::source(here, &member.source)).unwrap_or_default(),
        ],
    }
}

fn level(row: &SeriesRow) -> Option<El> {
    (row.level.as_str() != "unknown").then(|| run().child(m::word(row.level.as_str())))
}

fn last(row: &SeriesRow) -> Option<El> {
    row.last.as_ref().map(|(last, held)| run().child(date(Some(last), None, None)).child(" ").child(status(*held)))
}

/// One series.
pub(crate) fn one(here: &ViewContext, found: Option<&Rc<SeriesRow>>) -> El {
    let Some(series) = found else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_SERIES);
    };
    let crumb = of("p", "crumb")
        .child(link("", here.link(View::SeriesList)).child(m::SERIES))
        .child(el("span").child(m::comma(&m::engagements(series.members.len()), &m::documents(series.documents))));
    let head = of("header", "head")
        .child(crumb)
        .child(of("h1", "printed").child(bdi(&series.name).attr("lang", language(series))));
    let missing = (series.missing > 0).then(|| small(&m::missing_numbers(series.missing)));
    let frequency = series.frequency.as_ref().map(|words| {
        let quote = of("q", "printed").attr("lang", &words.language).child(&words.quote);
        run().child(quote).child(" ").child(cells::source(here, words))
    });
    let facts = facts_list(
        "facts-list",
        vec![
            (m::NUMBERS, Some(run().child(numbers(here, &series.numbers)).child(missing))),
            (m::WITH, (!series.counterparts.is_empty()).then(|| cells::names(here, &series.counterparts))),
            (m::TOPICS, (!series.topics.is_empty()).then(|| cells::names(here, &series.topics))),
            (m::LEVEL, level(series)),
            (m::LAST, last(series)),
            (m::FREQUENCY, frequency),
        ],
    );
    let (members, at) = (series.clone(), here.clone());
    let table = Table {
        name: "engagements",
        label: m::MEMBERS,
        heads: ENGAGEMENT_HEADS,
        named_by: 1,
        length: series.members.len(),
        from: here.serial,
        skip: 0,
    };
    let table = table.with(here, Rc::new(move |n| engagement(&at, &members.members[n])));
    of("div", "page fact").child(head).child(facts).child(section(m::MEMBERS, &m::number(series.members.len()), table))
}
