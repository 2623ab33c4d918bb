//! The screens: one row of a table each, and one folder each.
//!
//! Links, navigation, keys, the key sheet, counts and exports read [`SCREENS`]. A screen's folder makes its data, once for
//! each link, and draws them. To add a screen: a [`View`], a row, a folder; the compiler and the tests below ask for the rest.

use crate::messages as m;
use crate::route::View;

mod about;
mod acronyms;
mod amounts;
mod brief;
mod commitments;
pub(crate) mod compare;
mod data;
pub(crate) mod document;
mod documents;
mod engagements;
mod found;
mod history;
mod name;
mod names;
mod not_found;
mod notes;
pub(crate) mod overview;
mod pairs;
mod relations;
mod row;
pub(crate) mod search;
mod series;
mod statements;
mod verify;

pub(crate) use data::{Chip, Export, Request, ScreenData, load};
pub(crate) use row::{Menu, Needs, Screen, Steps};

/// Every screen, in the order of the menu; then those that show one row of a list.
pub(crate) const SCREENS: &[Screen] = &[
    Screen {
        view: View::Overview,
        word: "",
        key: Some("o"),
        menu: Menu::Start,
        label: m::OVERVIEW,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::Index,
        filters: None,
        found: None,
        load: overview::load,
    },
    Screen {
        view: View::Search,
        word: "search",
        key: Some("s"),
        menu: Menu::Start,
        label: m::SEARCH,
        count: None,
        steps: Steps::Results,
        table: Some("passages"),
        needs: Needs::Index,
        filters: None,
        found: Some(found::by_search),
        load: search::load,
    },
    Screen {
        view: View::Documents,
        word: "documents",
        key: Some("d"),
        menu: Menu::Group(m::READ),
        label: m::DOCUMENTS,
        count: Some(|contents| contents.documents),
        steps: Steps::Rows,
        table: Some("documents"),
        needs: Needs::Index,
        filters: Some(documents::filters),
        found: Some(found::by_documents),
        load: documents::load,
    },
    Screen {
        view: View::Names,
        word: "names",
        key: Some("n"),
        menu: Menu::Group(m::READ),
        label: m::NAMES,
        count: Some(|contents| contents.names),
        steps: Steps::Rows,
        table: Some("entities"),
        needs: Needs::AllTexts,
        filters: Some(names::filters),
        found: None,
        load: names::load,
    },
    Screen {
        view: View::Relations,
        word: "relations",
        key: Some("w"),
        menu: Menu::Group(m::READ),
        label: m::RELATIONS,
        count: None,
        steps: Steps::Rows,
        table: Some("engagements"),
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: relations::load,
    },
    Screen {
        view: View::Engagements,
        word: "engagements",
        key: Some("e"),
        menu: Menu::Group(m::FOLLOW),
        label: m::ENGAGEMENTS,
        count: Some(|contents| contents.engagements),
        steps: Steps::Rows,
        table: Some("engagements"),
        needs: Needs::AllTexts,
        filters: Some(engagements::filters),
        found: Some(found::by_engagements),
        load: engagements::load,
    },
    Screen {
        view: View::SeriesList,
        word: "series",
        key: Some("r"),
        menu: Menu::Group(m::FOLLOW),
        label: m::SERIES,
        count: Some(|contents| contents.series),
        steps: Steps::Rows,
        table: Some("series"),
        needs: Needs::AllTexts,
        filters: Some(series::filters),
        found: None,
        load: series::load,
    },
    Screen {
        view: View::Commitments,
        word: "commitments",
        key: Some("c"),
        menu: Menu::Group(m::FOLLOW),
        label: m::COMMITMENTS,
        count: Some(|contents| contents.commitments),
        steps: Steps::Rows,
        table: Some("statements"),
        needs: Needs::AllTexts,
        filters: Some(commitments::filters),
        found: None,
        load: commitments::load,
    },
    Screen {
        view: View::Statements,
        word: "statements",
        key: Some("t"),
        menu: Menu::Group(m::FOLLOW),
        label: m::STATEMENTS,
        count: Some(|contents| contents.statements),
        steps: Steps::Rows,
        table: Some("statements"),
        needs: Needs::AllTexts,
        filters: Some(statements::filters),
        found: Some(found::by_statements),
        load: statements::load,
    },
    Screen {
        view: View::Verify,
        word: "verify",
        key: Some("v"),
        menu: Menu::Group(m::CHECK),
        label: m::VERIFY,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::Index,
        filters: None,
        found: None,
        load: verify::load,
    },
    Screen {
        view: View::Pairs,
        word: "pairs",
        key: Some("p"),
        menu: Menu::Group(m::CHECK),
        label: m::PAIRS,
        count: Some(|contents| contents.pairs),
        steps: Steps::Rows,
        table: Some("links"),
        needs: Needs::AllTexts,
        filters: Some(pairs::filters),
        found: Some(found::by_pairs),
        load: pairs::load,
    },
    Screen {
        view: View::Amounts,
        word: "amounts",
        key: Some("m"),
        menu: Menu::Group(m::CHECK),
        label: m::AMOUNTS,
        count: Some(|contents| contents.amounts),
        steps: Steps::Rows,
        table: Some("amounts"),
        needs: Needs::AllTexts,
        filters: Some(amounts::filters),
        found: Some(found::by_amounts),
        load: amounts::load,
    },
    Screen {
        view: View::Acronyms,
        word: "acronyms",
        key: Some("f"),
        menu: Menu::Group(m::CHECK),
        label: m::ACRONYMS,
        count: Some(|contents| contents.acronyms),
        steps: Steps::Rows,
        table: Some("acronyms"),
        needs: Needs::AllTexts,
        filters: Some(acronyms::filters),
        found: None,
        load: acronyms::load,
    },
    Screen {
        view: View::Notes,
        word: "notes",
        key: Some("x"),
        menu: Menu::Group(m::CHECK),
        label: m::NOTES,
        count: Some(|contents| contents.notes),
        steps: Steps::Rows,
        table: Some("anomalies"),
        needs: Needs::AllTexts,
        filters: Some(notes::filters),
        found: Some(found::by_notes),
        load: notes::load,
    },
    Screen {
        view: View::Brief,
        word: "brief",
        key: Some("b"),
        menu: Menu::File,
        label: m::BRIEF,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: brief::load,
    },
    Screen {
        view: View::About,
        word: "about",
        key: Some("a"),
        menu: Menu::File,
        label: m::ABOUT,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::Index,
        filters: None,
        found: None,
        load: about::load,
    },
    Screen {
        view: View::Document { id: String::new(), passage: None },
        word: "doc",
        key: None,
        menu: Menu::Part(View::Documents),
        label: m::DOCUMENTS,
        count: None,
        steps: Steps::Passages,
        table: None,
        needs: Needs::Index,
        filters: None,
        found: None,
        load: document::load,
    },
    Screen {
        view: View::Name(String::new()),
        word: "name",
        key: None,
        menu: Menu::Part(View::Names),
        label: m::NAMES,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: Some(found::by_name),
        load: name::load,
    },
    Screen {
        view: View::Engagement(String::new()),
        word: "engagement",
        key: None,
        menu: Menu::Part(View::Engagements),
        label: m::ENGAGEMENTS,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: engagements::load_one,
    },
    Screen {
        view: View::Series(String::new()),
        word: "series",
        key: None,
        menu: Menu::Part(View::SeriesList),
        label: m::SERIES,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: series::load_one,
    },
    Screen {
        view: View::Statement(String::new()),
        word: "statement",
        key: None,
        menu: Menu::Part(View::Statements),
        label: m::STATEMENTS,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: statements::load_one,
    },
    Screen {
        view: View::History(String::new()),
        word: "history",
        key: None,
        menu: Menu::Part(View::Pairs),
        label: m::PAIRS,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: history::load,
    },
    Screen {
        view: View::Compare(String::new(), String::new()),
        word: "compare",
        key: None,
        menu: Menu::Part(View::Pairs),
        label: m::PAIRS,
        count: None,
        steps: Steps::Rows,
        table: None,
        needs: Needs::AllTexts,
        filters: None,
        found: None,
        load: compare::load,
    },
];

/// The row of a view, whatever its ids; `None` only for a link that names no screen.
pub(crate) fn screen(view: &View) -> Option<&'static Screen> {
    let kind = std::mem::discriminant(view);
    SCREENS.iter().find(|screen| std::mem::discriminant(&screen.view) == kind)
}

/// True if documents are opened from the rows of a view, and the reader can go from one row to the next.
pub(crate) fn is_list(view: &View) -> bool {
    screen(view).is_some_and(|screen| screen.found.is_some())
}

/// The row of the menu that a view belongs to: its own, or that of the list which it shows a row of.
pub(crate) fn in_menu(view: &View) -> Option<&'static Screen> {
    let own = screen(view)?;
    match &own.menu {
        Menu::Part(list) => screen(list),
        Menu::Start | Menu::Group(_) | Menu::File => Some(own),
    }
}

/// What a view is called in the menu.
pub(crate) fn label(view: &View) -> &'static str {
    in_menu(view).map_or(m::MENU, |screen| screen.label)
}

#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod tests;
