//! Links: what is written reads back the same, whatever its contents.

use std::collections::BTreeSet;

use entente_app::route::{ListLayout, Route, View};
use entente_explore::tables::{ContextOrder, LaneGroup};
use entente_explore::{Axis, Filter, Query, Selection, Sort, Sorting, TableSide, Unit};
use proptest::prelude::*;

fn views() -> impl Strategy<Value = View> {
    prop_oneof![
        Just(View::Overview),
        Just(View::Search),
        Just(View::Documents),
        Just(View::About),
        Just(View::Names),
        Just(View::Relations),
        Just(View::Engagements),
        Just(View::SeriesList),
        Just(View::Commitments),
        Just(View::Statements),
        Just(View::Pairs),
        Just(View::Amounts),
        Just(View::Acronyms),
        Just(View::Notes),
        Just(View::Brief),
        Just(View::Verify),
        "[^/]{1,20}".prop_map(View::Name),
        "[^/]{1,20}".prop_map(View::Engagement),
        "[^/]{1,20}".prop_map(View::Series),
        "[^/]{1,20}".prop_map(View::Statement),
        "[^/]{1,20}".prop_map(View::History),
        ("[^/]{1,20}", "[^/]{1,20}").prop_map(|(one, other)| View::Compare(one, other)),
        ("[^/]{1,20}", proptest::option::of("[^/]{1,20}")).prop_map(|(id, passage)| View::Document { id, passage }),
    ]
}

/// Lists that documents are opened from.
fn lists() -> impl Strategy<Value = View> {
    prop_oneof![
        Just(View::Search),
        Just(View::Documents),
        Just(View::Engagements),
        Just(View::Notes),
        "[^/]{1,20}".prop_map(View::Name),
    ]
}

fn filters() -> impl Strategy<Value = Filter> {
    let value = (0..Axis::SHARED.len(), "\\PC{1,12}", any::<bool>());
    (proptest::collection::vec(value, 0..5), any::<bool>()).prop_map(|(values, same)| {
        values.into_iter().fold(Filter::default().within_one_passage(same), |filter, (facet, value, excluded)| {
            if excluded {
                filter.excluding(Axis::SHARED[facet], &value)
            } else {
                filter.with(Axis::SHARED[facet], &value)
            }
        })
    })
}

fn selections() -> impl Strategy<Value = Selection> {
    let value = (0..Axis::OF_ROWS.len(), "\\PC{1,12}", any::<bool>());
    proptest::collection::vec(value, 0..4).prop_map(|values| {
        values.into_iter().fold(Selection::default(), |selection, (own, value, excluded)| {
            selection.with(Axis::OF_ROWS[own], &value, excluded)
        })
    })
}

proptest! {
    #[test]
    fn every_route_reads_back(
        view in views(),
        text in "\\PC{0,30}",
        filter in filters(),
        selection in selections(),
        embed in any::<bool>(),
        items in proptest::collection::vec("[^,]{1,12}", 0..4),
        sort in 0..Sort::ALL.len(),
        unit in 0..Unit::ALL.len(),
        list in lists(),
        layout in 0..ListLayout::ALL.len(),
        context in 0..ContextOrder::ALL.len(),
        rows in 0..TableSide::ALL.len(),
        columns in proptest::option::of(0..TableSide::ALL.len()),
        group in 0..LaneGroup::ALL.len(),
    ) {
        let query = Query { text: text.trim().to_owned(), filter };
        let (unit, sort) = (Unit::ALL[unit], Sorting::from_results(Sort::ALL[sort]));
        let (layout, context) = (ListLayout::ALL[layout], ContextOrder::ALL[context]);
        let (rows, columns) = (TableSide::ALL[rows], columns.map(|at| TableSide::ALL[at]));
        // Only a brief has items.
        let items = if view == View::Brief { items } else { Vec::new() };
        let unknown = Vec::new();
        let group = LaneGroup::ALL[group];
        // A view has some values of these alone.
        let has = |name: &str, value: &str| {
            let asked = format!("{}&{name}={value}", Route { embed: true, ..Route::default().to(view.clone()) });
            Route::read(&asked).unknown.is_empty()
        };
        let layout = Some(layout).filter(|layout| has("view", layout.as_str())).unwrap_or_default();
        let group = Some(group).filter(|group| has("group", group.as_str())).unwrap_or_default();
        let rows = Some(rows).filter(|rows| has("rows", rows.as_str())).unwrap_or_default();
        // What is usual beside the rows is not written.
        let columns = columns.filter(|columns| has("cols", columns.as_str()) && *columns != rows.usual_columns());
        let route = Route { view, query, selection, unit, sort, layout, group, context, list, rows, columns, items, embed, unknown };
        prop_assert_eq!(Route::read(&route.to_string()), route);
    }

    #[test]
    fn any_fragment_is_read_and_its_canonical_form_is_final(fragment in "\\PC{0,60}") {
        let route = Route::read(&fragment);
        let once = route.to_string();
        prop_assert_eq!(Route::read(&once).to_string(), once.clone());
        if !matches!(route.view, View::Unknown(_)) {
            prop_assert_eq!(Route::read(&once), route);
        }
    }
}

#[test]
fn links_are_written_in_one_way() {
    for (link, canonical) in [
        ("", "#/"),
        ("#/", "#/"),
        ("#/search?country=us&q=cyber&country=kr", "#/search?q=cyber&country=kr&country=us"),
        ("#/search?-country=us&document=x", "#/search?-country=us&document=x"),
        ("#/search?q=a+b%20c", "#/search?q=a%20b%20c"),
        ("#/doc/a-12345678/p1-abcdef?q=x", "#/doc/a-12345678/p1-abcdef?q=x"),
        ("#/search?embed=1&q=", "#/search?embed=1"),
        ("#/search?colour=red", "#/search?colour=red"),
        ("#/no/such/view", "#/no/such/view"),
        ("#/notes?note-kind=spelling&document=x", "#/notes?document=x&note-kind=spelling"),
        (
            "#/engagements?-status=held&status=planned&status=announced",
            "#/engagements?status=announced&status=planned&-status=held",
        ),
        ("#/compare/a-12345678:p1-abcdef/name:us", "#/compare/a-12345678:p1-abcdef/name:us"),
        ("#/name/%ED%95%9C", "#/name/%ED%95%9C"),
        ("#/series/cyber-policy-consultation?modality=", "#/series/cyber-policy-consultation"),
        ("#/%73earch", "#/search"),
        ("#/relations?cols=topic&rows=country", "#/relations?cols=topic"),
        ("#/relations?rows=person&cols=person", "#/relations?rows=person"),
        ("#/relations?rows=year&cols=country", "#/relations?rows=year"),
        ("#/relations?cols=kind&rows=year", "#/relations?rows=year&cols=kind"),
        ("#/search?country=", "#/search"),
        ("#/search?q=%ED%95%9C%EA%B5%AD", "#/search?q=%ED%95%9C%EA%B5%AD"),
    ] {
        assert_eq!(Route::read(link).to_string(), canonical, "{link}");
    }
}

#[test]
fn a_value_that_a_view_does_not_have_is_named_and_kept() {
    for (asked, views, unknown) in [
        ("view=list&unit=notes&sort=-date&embed=1&same=passage", "search documents names doc/a-12345678", ""),
        ("view=table", "documents relations notes", ""),
        ("view=kwic", "search name/kr doc/a-12345678", ""),
        ("view=kwic", "names documents relations", "view=kwic"),
        ("view=lanes&group=partner", "engagements doc/a-12345678", ""),
        ("view=lanes&group=series", "amounts statements search", "view=lanes group=series"),
        ("group=document", "search", ""),
        ("group=document", "engagements pairs", "group=document"),
        ("view=graph&rows=person&cols=topic", "relations", ""),
        ("rows=kind&cols=year", "relations", ""),
        ("view=matrix", "relations", ""),
        ("view=matrix&rows=country&cols=topic", "engagements about", "view=matrix rows=country cols=topic"),
        ("view=map&unit=pages&sort=size", "search relations", "view=map unit=pages sort=size"),
        ("rows=colour&colour=red&cols=", "relations", "rows=colour colour cols="),
        ("-view=list&list=none", "search", "-view list=none"),
    ] {
        for view in views.split(' ') {
            let route = Route::read(&format!("#/{view}?{asked}"));
            let named: Vec<String> = route.unknown_names().collect();
            let sorted = |words: &str| words.split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
            assert_eq!(sorted(&named.join(" ")), sorted(unknown), "{view} {asked}");
            assert_eq!(Route::read(&route.to_string()), route, "{view} {asked}");
        }
    }
}

#[test]
fn the_first_hundred_filters_count_and_the_rest_is_named() {
    for (name, more) in
        [("country", ""), ("-country", ""), ("party", ""), ("never", "&never=x"), ("kind", "&country=kr")]
    {
        let many: Vec<String> = (0..30_000).map(|n| format!("{name}=v{n:05}")).collect();
        let link = format!("#/search?{}{more}", many.join("&"));
        let route = Route::read(&link);
        let left_out = 29_900 + more.matches('=').count();
        assert_eq!(route.unknown.last(), Some(&("left-out".to_owned(), left_out.to_string())), "{name}");
        let written = route.to_string();
        assert_eq!(written.matches(name).count(), 100, "{name}");
        assert_eq!(Route::read(&written), route, "{name}");
    }
}

#[test]
fn a_document_keeps_the_list_that_it_was_opened_from() {
    let document = |list: &str| {
        let view = View::Document { id: "a-12345678".to_owned(), passage: None };
        Route::read(list).to(view)
    };
    for (list, link) in [
        ("#/search?q=cyber&country=kr&sort=-date", "#/doc/a-12345678?q=cyber&country=kr&sort=-date"),
        ("#/documents?topic=customs", "#/doc/a-12345678?topic=customs&list=documents"),
        ("#/engagements?status=held", "#/doc/a-12345678?status=held&list=engagements"),
        ("#/name/kr", "#/doc/a-12345678?list=name%2Fkr"),
    ] {
        assert_eq!(document(list).to_string(), link);
        assert_eq!(Route::read(link).back_to_list().to_string(), list, "the way back");
        let other = View::Document { id: "b-12345679".to_owned(), passage: None };
        assert_eq!(Route::read(link).to(other).back_to_list().to_string(), list, "from the next document, too");
    }
    // A screen that is not a list of documents is not accepted as `list`, and is named as unknown.
    assert_eq!(Route::read("#/doc/a-12345678?list=about").unknown.len(), 1);
    assert_eq!(document("#/about").to_string(), "#/doc/a-12345678");
}
