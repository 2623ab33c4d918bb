//! The documents: one immutable snapshot, replaced whole, compared by its generation.

use std::ops::Deref;
use std::rc::Rc;

use entente_explore::{Explorer, Facet, Filter};
use entente_page::Head;

use crate::route::Route;

/// What the page shows.
#[derive(Clone, Debug)]
pub(crate) struct Library {
    explorer: Rc<Explorer>,
    /// What the page says of its payload.
    pub(crate) head: Rc<Head>,
    generation: u32,
}

impl Library {
    /// The library that the page was opened with.
    pub(crate) fn new(explorer: Explorer, head: Head) -> Self {
        Self { explorer: Rc::new(explorer), head: Rc::new(head), generation: 1 }
    }
}

impl Library {
    /// `route` with its filter values as ids: codes and known names in any case are accepted.
    pub(crate) fn canonical_route(&self, route: Route) -> Route {
        let mut filter = Filter::default();
        for facet in Facet::ALL {
            for value in route.query.filter.wanted(*facet) {
                filter = filter.with(*facet, &self.canonical(*facet, value));
            }
            for value in route.query.filter.unwanted(*facet) {
                filter = filter.excluding(*facet, &self.canonical(*facet, value));
            }
        }
        let query = route.query.with_filter(filter);
        route.with(query)
    }
}

impl Library {
    /// A table as CSV for spreadsheets: those of its rows whose indices are given.
    pub(crate) fn csv(&self, table: &str, rows: &[usize]) -> Option<String> {
        let mut table = entente_tables::table(self.corpus(), table)?;
        let mut n = 0;
        table.rows.retain(|_| {
            n += 1;
            rows.binary_search(&(n - 1)).is_ok()
        });
        Some(entente_tables::csv(&table, true))
    }

    /// A whole table in the form that a script asks for.
    pub(crate) fn export(&self, table: &str, format: &str) -> Result<String, String> {
        let known = || format!("there is no table {table:?}; there are {}", entente_tables::TABLES.join(", "));
        let table = entente_tables::table(self.corpus(), table).ok_or_else(known)?;
        match format {
            "" | "jsonl" => Ok(entente_tables::jsonl(&table)),
            "csv" => Ok(entente_tables::csv(&table, true)),
            _ => Err(format!("there is no format {format:?}; there are jsonl and csv")),
        }
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

impl Deref for Library {
    type Target = Explorer;

    fn deref(&self) -> &Explorer {
        &self.explorer
    }
}
