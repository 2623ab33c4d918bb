//! Links: what is written reads back the same, whatever it holds.

use entente_app::route::{Route, View};
use entente_explore::{Facet, Filter, Query};
use proptest::prelude::*;

fn views() -> impl Strategy<Value = View> {
    prop_oneof![
        Just(View::Overview),
        Just(View::Search),
        Just(View::Documents),
        Just(View::About),
        ("[^/]{1,20}", proptest::option::of("[^/]{1,20}")).prop_map(|(id, passage)| View::Document { id, passage }),
    ]
}

fn filters() -> impl Strategy<Value = Filter> {
    let value = (0..Facet::ALL.len(), "\\PC{1,12}", any::<bool>());
    proptest::collection::vec(value, 0..5).prop_map(|values| {
        values.into_iter().fold(Filter::default(), |filter, (facet, value, excluded)| {
            if excluded { filter.excluding(Facet::ALL[facet], &value) } else { filter.with(Facet::ALL[facet], &value) }
        })
    })
}

proptest! {
    #[test]
    fn every_route_reads_back(view in views(), text in "\\PC{0,30}", filter in filters(), embed in any::<bool>()) {
        let query = Query { text: text.trim().to_owned(), filter };
        let route = Route { view, query, embed, unknown: Vec::new() };
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
        ("#/%73earch", "#/search"),
        ("#/search?country=", "#/search"),
        ("#/search?q=%ED%95%9C%EA%B5%AD", "#/search?q=%ED%95%9C%EA%B5%AD"),
    ] {
        assert_eq!(Route::read(link).to_string(), canonical, "{link}");
    }
}
