//! `links`.

use entente_corpus::Link;

use crate::cell::collect;
use crate::columns;
use crate::source::Files;
use crate::{Cell, Row, Table};

/// One row for each link.
pub(crate) fn links(files: &Files) -> Table {
    let row = |link: &Link| {
        let (from_place, to_place) = (files.end_place(link.from), files.end_place(link.to));
        Row::new()
            .with("kind", link.kind.as_str())
            .with("from", files.end_id(link.from))
            .with("to", files.end_id(link.to))
            .with("from_file", from_place.as_ref().map(|place| place.0.clone()))
            .with("from_line", from_place.map(|place| place.1))
            .with("to_file", to_place.as_ref().map(|place| place.0.clone()))
            .with("to_line", to_place.map(|place| place.1))
            .with("score", Cell::Number(round(link.score)))
            .with("difference", link.difference.clone())
            .with("difference_kind", link.difference_kind.map(|kind| kind.as_str()))
            .with("template", link.template)
            .with("why", link.why.clone())
    };
    collect(columns::LINKS, files.corpus.catalogue.links.get().into_iter().flatten().map(row))
}

/// `score` with three decimals, because it is not more exact than that.
fn round(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
