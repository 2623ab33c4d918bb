//! Engagements: the list, and one of them.

use std::rc::Rc;

use entente_corpus::rules;
use entente_explore::tables::{EngagementRow, EngagementView, List, Numbers};

use crate::components::cells;
use crate::components::date_label::date;
use crate::components::facts::{ENGAGEMENT_HEADS, engagement, engagement_line, facts_list, numbers};
use crate::components::list_page::{Ask, list_page};
use crate::components::section::section;
use crate::components::table::Table;
use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of, printed, run};
use crate::messages as m;
use crate::route::View;

/// The list.
pub(crate) fn list(here: &ViewContext, list: &Rc<List<EngagementRow>>) -> El {
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_ENGAGEMENTS, m::ENGAGEMENTS_LEAD);
    }
    let [dated, undated, _] = list.sorts;
    let ask = Ask {
        heading: m::engagements_heading(list.total, undated),
        lead: run().child(m::ENGAGEMENTS_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::engagements),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    // What has no date of a known year stands last, under a heading of its own.
    let dated = dated.min(list.rows.len());
    let undated = list.rows.len() - dated;
    let part = |first: usize, length: usize| {
        let (rows, at) = (list.clone(), here.clone());
        let table = Table {
            name: "engagements",
            label: m::ENGAGEMENTS,
            heads: ENGAGEMENT_HEADS,
            named_by: 1,
            length,
            from: here.serial,
            skip: first,
        };
        table.with(here, Rc::new(move |n| engagement(&at, &rows.rows[first + n])))
    };
    let rows = if undated == 0 || dated == 0 {
        part(0, list.rows.len())
    } else {
        run().child(part(0, dated)).child(of("h2", "undated").child(m::WITHOUT_YEAR)).child(part(dated, undated))
    };
    list_page(here, ask, &list.groups, rows)
}

/// True where the date has a known year.
pub(crate) fn is_dated(row: &EngagementRow) -> bool {
    row.date.as_ref().is_some_and(|date| date.date.bounds().is_some())
}

/// One engagement.
pub(crate) fn one(here: &ViewContext, found: Option<&EngagementView>) -> El {
    let Some(EngagementView { row, conflicts, before, after }) = found else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_ENGAGEMENT);
    };
    let announced = row.status.is_some_and(|status| matches!(status.as_str(), "announced" | "planned"));
    let crumb = of("p", "crumb")
        .child(link("", here.link(View::Engagements)).child(m::ENGAGEMENTS))
        .child(el("span").child(m::word(row.kind.as_str())));
    let head = of("header", "head")
        .child(crumb)
        .child(of("h1", "printed").child(bdi(&row.name).attr("lang", &row.source.language)))
        .child(announced.then(|| el("p").child(m::OUTCOME)));
    let text = |words: String| Some(run().child(words));
    let number = row.ordinal.map(|n| numbers(here, &[Numbers::Told(n, row.id.clone(), row.status)]));
    let series = row.series.as_ref().map(|(id, name)| {
        link("printed", here.link(View::Series(id.clone()))).child(bdi(name).attr("lang", &row.source.language))
    });
    let facts = facts_list(
        "facts-list",
        vec![
            (m::DATE, Some(date(row.date.as_ref(), None, row.edition.as_ref()))),
            (m::BOUND, row.bound.as_ref().map(|bound| date(Some(bound), None, None))),
            (m::STATUS, row.status.map(|status| run().child(m::word(status.as_str())))),
            (m::PLACE, row.place.as_ref().map(|place| printed(place).attr("lang", &row.source.language))),
            (m::WITH, (!row.participants.is_empty()).then(|| cells::parties(here, &row.participants))),
            (m::LEVEL, text(m::word(row.level.as_str())).filter(|_| row.level.as_str() != "unknown")),
            (m::SERIES, series),
            (m::NUMBER, number),
            (m::TOPICS, (!row.topics.is_empty()).then(|| cells::names(here, &row.topics))),
            (m::BEFORE, before.as_ref().map(|other| engagement_line(here, other))),
            (m::AFTER, after.as_ref().map(|other| engagement_line(here, other))),
            (m::RULE, text(m::rule(&[rules::ENGAGEMENTS, rules::FRAMES], &row.rule))),
        ],
    );
    let mut again = run();
    for place in &row.again {
        again.push(of("div", "said").child(cells::source(here, place)).child(cells::quote(place)));
    }
    let mut against = run();
    for (other, why) in conflicts {
        let said = of("div", "said").child(engagement_line(here, other)).child(el("p").child(why));
        against.push(said.child(cells::quote(&other.source)));
    }
    let said = of("div", "said").child(cells::quote(&row.source)).child(cells::source(here, &row.source));
    of("div", "page fact")
        .child(head)
        .child(section(m::SAYS, "", said))
        .child(facts)
        .child((!again.is_empty()).then(|| section(m::AGAIN, "", again)))
        .child((!against.is_empty()).then(|| section(m::CONFLICTS, "", against)))
}
