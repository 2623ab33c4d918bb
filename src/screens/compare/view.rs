//! Two texts side by side, word by word; two names side by side, with what they have in common.

use std::rc::Rc;

use entente_explore::tables::{Change, Comparison, Facing, NameSide, NamesCompared, Side};

use crate::components::cells;
use crate::components::facts::{ENGAGEMENT_HEADS, engagement, runs};
use crate::components::section::section;
use crate::components::table::{Row, Table};
use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of, run};
use crate::messages as m;
use crate::route::View;

const PARTNER_HEADS: &[&str] = &[m::NAME, m::LEFT, m::RIGHT];
/// Forms of a name that are shown.
const FORMS: usize = 6;

/// The comparison of two texts, as many of its passages as are drawn by now.
pub(crate) fn one(here: &ViewContext, found: Option<&Comparison>) -> El {
    let Some(found) = found else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_COMPARE);
    };
    let lead = el("p").child(m::COMPARE_LEAD).child(" ").child(m::same(found.same));
    let all = link("button", here.link(View::Pairs)).child(m::ALL_PAIRS);
    let head = of("header", "head list-head")
        .child(el("div").child(el("h1").child(m::COMPARE)).child(lead))
        .child(of("div", "list-tools").child(all));
    // The style sheet does it: what differs in form alone is marked for it.
    let tick = of("input", "hide-formatting").id("hide-formatting").attr("type", "checkbox");
    let label = of("label", "check").attr("for", "hide-formatting").child(m::HIDE_FORMATTING);
    let key = of("p", "compare-key")
        .child(el("span").child(el("del").child(m::REMOVED)).child(" ").child(m::ONLY_LEFT))
        .child(el("span").child(el("ins").child(m::ADDED)).child(" ").child(m::ONLY_RIGHT));
    let heading = |source| {
        el("h2").child({
            let source: &entente_explore::tables::Source = source;
            cells::title(here, &source.document, &source.title, source.titled)
        })
    };
    let mut texts = of("div", "comparison").child(heading(&found.left)).child(heading(&found.right));
    for pair in found.facing.iter().take(here.visit.drawn) {
        texts.push(side(here, pair.left.as_ref(), true));
        texts.push(side(here, pair.right.as_ref(), false));
    }
    of("div", "page").child(head).child(tick).child(label).child(key).child(only(found)).child(texts)
}

/// For two passages, what each side has alone, in a sentence.
fn only(found: &Comparison) -> El {
    let [Facing { left: Some(left), right: Some(right) }] = found.facing.as_slice() else { return run() };
    let alone = |side: &Side| {
        let mut words = Vec::new();
        for piece in side.runs.iter().filter(|piece| piece.change == Change::Only) {
            words.push(piece.text.clone());
        }
        if words.is_empty() { String::new() } else { m::only_in(&cells::at(&side.source), &words) }
    };
    of("p", "printed").child(alone(left)).child(" ").child(alone(right))
}

fn side(here: &ViewContext, side: Option<&Side>, left: bool) -> El {
    match side {
        Some(side) => el("div").child(of("p", "crumb").child(cells::place(here, &side.source))).child(
            of("p", "printed").attr("dir", "auto").attr("lang", &side.source.language).child(runs(&side.runs, left)),
        ),
        None => of("div", "missing").child(m::NOTHING_HERE),
    }
}

/// The comparison of two names.
pub(crate) fn names(here: &ViewContext, found: Option<&Rc<NamesCompared>>) -> El {
    let Some(found) = found else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_COMPARE);
    };
    let (left, right) = (&found.left, &found.right);
    let head = of("header", "head")
        .child(el("h1").child(m::COMPARE))
        .child(el("p").child(m::compare_names_lead(found.both.len(), found.engagements.len())));
    let sides = of("div", "comparison").child(name_side(here, left)).child(name_side(here, right));
    let (rows, at) = (found.clone(), here.clone());
    let engagements = Table {
        name: "engagements",
        label: m::ENGAGEMENTS,
        heads: ENGAGEMENT_HEADS,
        named_by: 1,
        length: found.engagements.len(),
        from: here.serial,
        skip: 0,
    };
    let engagements = engagements.with(here, Rc::new(move |n| engagement(&at, &rows.engagements[n])));
    let (rows, at) = (found.clone(), here.clone());
    let partners = Table {
        name: "partners",
        label: m::NAMED_WITH_EITHER,
        heads: PARTNER_HEADS,
        named_by: 0,
        length: found.partners.len(),
        from: here.serial,
        skip: 0,
    };
    let partner = move |n: usize| {
        let (name, left, right) = &rows.partners[n];
        let count = |count: usize| run().child(if count == 0 { "·".to_owned() } else { m::number(count) });
        Row { id: format!("partner-{n}"), cells: vec![cells::name(&at, name), count(*left), count(*right)] }
    };
    let partners = partners.with(here, Rc::new(partner));
    let mut both = of("ol", "contexts");
    for source in found.both.iter().take(here.visit.drawn) {
        both.push(of("li", "said").child(cells::source(here, source)).child(cells::quote(source)));
    }
    let part = |heading: &'static str, count: usize, inside: El| {
        (count > 0).then(|| section(heading, &m::number(count), inside))
    };
    of("div", "page")
        .child(head)
        .child(sides)
        .child(part(m::BOTH_ENGAGEMENTS, found.engagements.len(), engagements))
        .child(part(m::BOTH_PASSAGES, found.both.len(), both))
        .child(part(m::NAMED_WITH_EITHER, found.partners.len(), partners))
}

fn name_side(here: &ViewContext, side: &NameSide) -> El {
    let mut forms = side.forms.clone();
    forms.truncate(FORMS);
    let name = &side.name;
    el("div")
        .child(of("p", "crumb").child(m::name_kind(name.kind)))
        .child(el("h2").child(link("title", here.link(View::Name(name.id.clone()))).child(bdi(&name.name))))
        .child(el("p").child(m::in_documents(side.passages, side.documents)))
        .child(el("p").child(m::comma(&m::engagements(side.engagements), &m::statements(side.statements))))
        .child(of("p", "printed").child(forms.join("; ")))
}
