//! Statements: the list, and one of them.

use std::rc::Rc;

use entente_corpus::rules;
use entente_explore::tables::{NameRef, PartyRef, StatementList, StatementRow};

use crate::components::cells;
use crate::components::date_label::date;
use crate::components::facts::facts_list;
use crate::components::list_page::{Ask, list_page};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, el, link, of, printed, run, tag};
use crate::messages as m;
use crate::route::View;

/// Heads of a table of statements.
pub(crate) const HEADS: &[&str] = &[m::SPEAKER, m::VERB, m::WORDS, m::TOWARDS, m::TOPIC, m::SOURCE];

/// The list.
pub(crate) fn list(here: &ViewContext, found: &Rc<StatementList>) -> El {
    let list = &found.list;
    if list.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_STATEMENTS, m::STATEMENTS_LEAD);
    }
    let ask = Ask {
        heading: m::statements_heading(list.total, found.speakers),
        lead: run().child(m::STATEMENTS_LEAD),
        count: m::counted_rows(list.rows.len(), list.total, list.of, m::statements),
        above: run(),
        listed: (list.rows.len(), list.total),
    };
    let (rows, at) = (found.clone(), here.clone());
    let table = Table {
        name: "statements",
        label: m::STATEMENTS,
        heads: HEADS,
        named_by: 2,
        length: list.rows.len(),
        from: here.serial,
        skip: 0,
    };
    list_page(here, ask, &list.groups, table.with(here, Rc::new(move |n| row(&at, &rows.list.rows[n]))))
}

/// A statement in a row.
pub(crate) fn row(here: &ViewContext, row: &StatementRow) -> Row {
    let verb = row.verb.as_ref().map(|verb| of("i", "printed").attr("lang", &row.source.language).child(verb));
    Row {
        id: format!("st-{}", row.id),
        cells: vec![
            row.speaker.as_ref().map(|who| cells::speaker(here, who)).unwrap_or_default(),
            run().child(verb).child(" ").child(tag(&m::word(row.modality.as_str()))),
            link("words-link", here.link(View::Statement(row.id.clone()))).child(cells::words(&row.source)),
            cells::names(here, &row.counterparts),
            cells::names(here, &row.topics),
            cells::source(here, &row.source),
        ],
    }
}

/// One statement.
pub(crate) fn one(here: &ViewContext, found: Option<&StatementRow>) -> El {
    let Some(row) = found else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_STATEMENT);
    };
    let party = |party: &Option<PartyRef>| party.as_ref().map(|who| cells::party(here, who));
    let names = |names: &[NameRef]| (!names.is_empty()).then(|| cells::names(here, names));
    let crumb = of("p", "crumb")
        .child(link("", here.link(View::Statements)).child(m::STATEMENTS))
        .child(el("span").child(m::word(row.modality.as_str())));
    let head = of("header", "head")
        .child(crumb)
        .child(of("h1", "printed statement-heading").child(cells::words(&row.source)))
        .child(el("p").child(cells::source(here, &row.source)));
    let facts = facts_list(
        "facts-list",
        vec![
            (m::SPEAKER, row.speaker.as_ref().map(|who| cells::speaker(here, who))),
            (m::ON_BEHALF, party(&row.on_behalf_of)),
            (m::VERB, row.verb.as_ref().map(|verb| of("i", "printed").attr("lang", &row.source.language).child(verb))),
            (m::STRENGTH, row.strength.map(|strength| run().child(m::word(strength.as_str())))),
            (m::ACTOR, party(&row.actor)),
            (m::TOWARDS, names(&row.counterparts)),
            (m::TOPICS, names(&row.topics)),
            (m::INSTRUMENTS, names(&row.instruments)),
            (m::PERIOD, row.period.as_ref().map(|period| date(Some(period), None, None))),
            (
                m::SECTION,
                (!row.section.is_empty()).then(|| printed(&row.section.join(" › ")).attr("lang", &row.source.language)),
            ),
            (m::RULE, Some(run().child(m::rule(&[rules::STATEMENTS], &row.rule)))),
        ],
    );
    of("div", "page fact").child(head).child(section(m::SAYS, "", facts))
}
