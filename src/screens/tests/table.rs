//! Invariants of every row of the table of screens.

use std::collections::BTreeSet;

use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::{Menu, SCREENS, screen};

/// Every view, with ids. A new variant does not compile until it is here.
fn every_view() -> Vec<View> {
    let named = |view: View| match &view {
        View::Overview
        | View::Search
        | View::Documents
        | View::Document { .. }
        | View::Names
        | View::Name(_)
        | View::Relations
        | View::Engagements
        | View::Engagement(_)
        | View::SeriesList
        | View::Series(_)
        | View::Commitments
        | View::Statements
        | View::Statement(_)
        | View::Pairs
        | View::Compare(..)
        | View::Amounts
        | View::Acronyms
        | View::Notes
        | View::Brief
        | View::Verify
        | View::History(_)
        | View::About
        | View::Unknown(_) => view,
    };
    let id = || "x".to_owned();
    [
        View::Overview,
        View::Search,
        View::Documents,
        View::Document { id: id(), passage: None },
        View::Document { id: id(), passage: Some(id()) },
        View::Names,
        View::Name(id()),
        View::Relations,
        View::Engagements,
        View::Engagement(id()),
        View::SeriesList,
        View::Series(id()),
        View::Commitments,
        View::Statements,
        View::Statement(id()),
        View::Pairs,
        View::Compare(id(), id()),
        View::Amounts,
        View::Acronyms,
        View::Notes,
        View::Brief,
        View::Verify,
        View::History(id()),
        View::About,
    ]
    .map(named)
    .to_vec()
}

#[test]
fn every_view_has_one_row_and_its_link_reads_back() {
    for view in every_view() {
        let kind = std::mem::discriminant(&view);
        let rows = SCREENS.iter().filter(|screen| std::mem::discriminant(&screen.view) == kind).count();
        assert_eq!(rows, 1, "{view:?} has a row");
        let link = Route { view: view.clone(), ..Route::default() }.to_string();
        assert_eq!(Route::read(&link).view, view, "{link}");
    }
    assert!(screen(&View::Unknown("/x".to_owned())).is_none());
}

#[test]
fn words_and_keys_are_unique_and_parts_belong_to_a_list_of_the_menu() {
    let (mut words, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for screen in SCREENS {
        assert!(words.insert((screen.word, screen.view.ids().len())), "{} stands twice", screen.word);
        if let Some(key) = screen.key {
            assert!(keys.insert(key), "g {key} leads to two screens");
        }
        if let Menu::Part(list) = &screen.menu {
            let list = crate::screens::screen(list).expect("the list has a row");
            assert!(matches!(list.menu, Menu::Group(_)), "{} belongs to a list", screen.word);
            assert_eq!(screen.label, list.label, "{}", screen.word);
        }
        // Only lists are counted, and they have a place in a group.
        assert!(screen.count.is_none() || matches!(screen.menu, Menu::Group(_)), "{}", screen.word);
    }
}

#[test]
fn groups_of_the_menu_stand_together_and_tables_are_there() {
    let mut groups: Vec<&str> = Vec::new();
    for screen in SCREENS {
        if let Menu::Group(name) = screen.menu
            && groups.last() != Some(&name)
        {
            assert!(!groups.contains(&name), "{name} is parted");
            groups.push(name);
        }
        if let Some(table) = screen.table {
            assert!(entente_tables::TABLES.contains(&table), "{table}");
        }
    }
    assert_eq!(groups, [m::READ, m::FOLLOW, m::CHECK]);
}
