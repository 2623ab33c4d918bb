//! The dossier of one name.

use std::rc::Rc;

use entente_explore::tables::{DocumentMentions, Dossier, InContext, NameRef};
use entente_explore::{Facet, Filter, Query};

use super::overview::thread;
use crate::components::cells;
use crate::components::facts::{ENGAGEMENT_HEADS, engagement};
use crate::components::section::section;
use crate::components::table::Table;
use crate::element::{El, el, link, of, printed, run, small};
use crate::here::Here;
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown beside the dossier before "more".
const BESIDE: usize = 12;

/// The dossier, as many of its mentions as are drawn by now.
pub(crate) fn one(here: &Here, dossier: Option<&Rc<Dossier>>) -> El {
    let Some(dossier) = dossier else {
        return super::not_found::missing(here, m::UNKNOWN_NAME);
    };
    let name = &dossier.name;
    let parent = dossier.parent.as_ref();
    let parent = parent.map(|parent| el("span").child(m::BELONGS_TO).child(" ").child(cells::name(here, parent)));
    let crumb = of("p", "crumb")
        .child(el("span").child(m::name_kind(name.kind)))
        .child(dossier.code.as_ref().map(|code| el("span").child(code)))
        .child(parent)
        .child(el("span").child(m::in_documents(dossier.passages, dossier.documents.len())));
    let shown_as = m::shown_because(&name.name, dossier.shown_as).map(|words| el("p").child(words));
    // The one that is named with it most, of its own kind.
    let partner = dossier.together.iter().find(|(other, _)| other.kind == name.kind);
    let compare = partner.map(|(other, _)| {
        let address = here.link(View::Compare(format!("name:{}", name.id), format!("name:{}", other.id)));
        link("button", address).child(m::compare_with(&other.name))
    });
    let filter = passages(here, name).map(|address| link("button", address).child(m::FIND_PASSAGES));
    let head = of("header", "head list-head")
        .child(el("div").child(crumb).child(of("h1", "printed").child(el("bdi").child(&name.name))).child(shown_as))
        .child(of("div", "list-tools").child(compare).child(filter));
    let facts = el("div")
        .child(roles(here, dossier))
        .child(threads(here, dossier))
        .child(engagements(here, dossier))
        .child(statements(here, dossier))
        .child(amounts(here, dossier))
        .child(forms(here, dossier))
        .child(contexts(here, dossier));
    let kind = |kind: &str| {
        let mut out = Vec::new();
        for (other, count) in dossier.together.iter().filter(|(other, _)| other.kind == kind) {
            out.push((other.clone(), *count));
        }
        out
    };
    let others: Vec<(NameRef, usize)> = dossier
        .together
        .iter()
        .filter(|(other, _)| !matches!(other.kind, "topic" | "instrument" | "system" | "operation"))
        .cloned()
        .collect();
    let aside = el("aside")
        .attr("aria-label", m::TOGETHER)
        .child(by_document(here, &dossier.documents))
        .child(beside(here, m::TOGETHER, &others))
        .child(beside(here, m::TOPICS, &kind("topic")))
        .child(beside(here, m::PEOPLE, &dossier.people))
        .child(beside(here, m::INSTRUMENTS, &kind("instrument")))
        .child(beside(here, m::SYSTEMS, &kind("system")))
        .child(beside(here, m::OPERATIONS, &kind("operation")))
        .child(beside(here, m::WITHIN, &dossier.within));
    of("div", "page dossier").child(head).child(of("div", "with-margin").child(facts).child(aside))
}

/// The search for the passages that name it, where the search has a filter for its kind.
fn passages(here: &Here, name: &NameRef) -> Option<String> {
    let facet = Facet::from_word(name.kind)?;
    let query = Query::default().with_filter(Filter::default().with(facet, &name.id));
    Some(Route { query, ..here.route.plain(View::Search) }.to_string())
}

fn threads(here: &Here, dossier: &Dossier) -> El {
    if dossier.threads.is_empty() {
        return run();
    }
    let mut list = of("ul", "threads");
    for found in &dossier.threads {
        list.push(thread(here, found));
    }
    section(m::THREADS, m::THREADS_REMARK, list)
}

fn engagements(here: &Here, dossier: &Rc<Dossier>) -> El {
    let (rows, at) = (dossier.clone(), here.clone());
    let table = Table {
        name: "engagements",
        label: m::ENGAGEMENTS,
        heads: ENGAGEMENT_HEADS,
        named_by: 1,
        length: dossier.engagements.len(),
        from: here.serial,
        skip: 0,
    };
    part(
        m::ENGAGEMENTS,
        &table.with(here, Rc::new(move |n| engagement(&at, &rows.engagements[n]))),
        dossier.engagements.len(),
    )
}

fn statements(here: &Here, dossier: &Rc<Dossier>) -> El {
    let (rows, at) = (dossier.clone(), here.clone());
    let table = Table {
        name: "statements",
        label: m::STATEMENTS,
        heads: super::statements::HEADS,
        named_by: 2,
        length: dossier.statements.len(),
        from: here.serial,
        skip: dossier.engagements.len(),
    };
    let table = table.with(here, Rc::new(move |n| super::statements::row(&at, &rows.statements[n])));
    part(m::STATEMENTS, &table, dossier.statements.len())
}

fn amounts(here: &Here, dossier: &Rc<Dossier>) -> El {
    let (rows, at) = (dossier.clone(), here.clone());
    let table = Table {
        name: "amounts",
        label: m::AMOUNTS,
        heads: super::amounts::HEADS,
        named_by: 0,
        length: dossier.amounts.len(),
        from: here.serial,
        skip: dossier.engagements.len() + dossier.statements.len(),
    };
    let table = table.with(here, Rc::new(move |n| super::amounts::row(&at, &rows.amounts[n])));
    part(m::AMOUNTS, &table, dossier.amounts.len())
}

/// A part with a count; nothing where it is zero.
fn part(heading: &'static str, inside: &El, count: usize) -> El {
    if count == 0 { run() } else { section(heading, &m::number(count), inside.clone()) }
}

fn roles(here: &Here, dossier: &Dossier) -> El {
    if dossier.roles.is_empty() {
        return run();
    }
    let mut list = of("ul", "role-list");
    for role in &dossier.roles {
        let whom = role.affiliation.as_ref();
        let whom = whom.map(|whom| el("span").child(m::FOR).child(" ").child(cells::name(here, whom)));
        let words = printed(&role.role).attr("lang", &role.source.language);
        list.push(el("li").child(words).child(whom).child(cells::source(here, &role.source)));
    }
    section(m::ROLES, m::ROLES_REMARK, list)
}

fn forms(here: &Here, dossier: &Dossier) -> El {
    let mut list = of("ul", "form-list");
    for form in &dossier.forms {
        let mut places = of("span", "places");
        for place in &form.places {
            places.push(cells::source(here, place));
        }
        let language = form.places.first().and_then(|place| place.language.as_deref());
        let words = printed(&form.text).attr("lang", language);
        list.push(el("li").key(&form.text).child(words).child(el("span").child(m::times(form.count))).child(places));
    }
    section(m::FORMS, m::FORMS_REMARK, list)
}

fn contexts(here: &Here, dossier: &Dossier) -> El {
    let mut total = 0;
    // The tables above are drawn first.
    let mut left = here.ui.drawn.saturating_sub(dossier.engagements.len() + dossier.statements.len());
    let mut groups = run();
    for document in &dossier.documents {
        total += document.mentions.len();
        let shown = left.min(document.mentions.len());
        left -= shown;
        let mut list = el("ol");
        for mention in document.mentions.iter().take(shown) {
            list.push(context(here, mention));
        }
        let heading = el("h3")
            .child(cells::title(here, &document.document, &document.title, document.titled))
            .child(small(&m::number(document.mentions.len())));
        let group = of("section", "context-group").key(&document.document).id(format!("in-{}", document.document));
        groups.push(group.child(heading).child(list));
    }
    section(m::IN_CONTEXT, &m::number(total), groups)
}

fn context(here: &Here, mention: &InContext) -> El {
    let words = of("span", "printed")
        .attr("dir", "auto")
        .attr("lang", &mention.source.language)
        .child(el("span").child(&mention.before))
        .child(el("b").child(&mention.words))
        .child(el("span").child(&mention.behind));
    of("li", "context").child(cells::place(here, &mention.source)).child(words)
}

fn by_document(here: &Here, documents: &[DocumentMentions]) -> El {
    let most = documents.iter().map(|document| document.mentions.len()).max().unwrap_or(1);
    let mut rows = Vec::new();
    for document in documents {
        let address =
            document.mentions.first().map(|mention| cells::address(here, &mention.source)).unwrap_or_default();
        rows.push(bar(link("", address).child(printed(&document.title)), document.mentions.len(), most));
    }
    section(m::BY_DOCUMENT, m::MENTIONS, folded(rows))
}

fn bar(label: El, count: usize, most: usize) -> El {
    el("li").child(label).child(el("span").child(m::number(count))).child(cells::bar("", count, most))
}

/// Names with counts, the first of them; the others unfold.
fn beside(here: &Here, heading: &'static str, names: &[(NameRef, usize)]) -> El {
    if names.is_empty() {
        return run();
    }
    let most = names.first().map_or(1, |(_, count)| *count);
    let mut rows = Vec::new();
    for (name, count) in names {
        rows.push(bar(cells::name(here, name), *count, most));
    }
    section(heading, m::PASSAGES, folded(rows))
}

/// The first rows, and the others behind a line that says how many.
fn folded(rows: Vec<El>) -> El {
    let hidden = rows.len().saturating_sub(BESIDE);
    let (mut first, mut rest) = (of("ul", "bar-list"), of("ul", "bar-list"));
    for (n, row) in rows.into_iter().enumerate() {
        if n < BESIDE { first.push(row) } else { rest.push(row) }
    }
    let more = (hidden > 0).then(|| of("details", "more").child(el("summary").child(m::n_more(hidden))).child(rest));
    run().child(first).child(more)
}
