//! `links`.

use entente_corpus::Link;

use crate::cell::collect;
use crate::source::Files;
use crate::{Cell, Row, Table};

/// One row a link.
pub(crate) fn links(files: &Files) -> Table {
    let row = |link: Option<&Link>| {
        let (from, to) = (link.map(|link| link.from), link.map(|link| link.to));
        let place = |end| files.end_place(end);
        let (from_place, to_place) = (from.and_then(place), to.and_then(place));
        Row::new()
            .with("kind", link.map(|link| link.kind.as_str()))
            .with("from", from.and_then(|end| files.end_id(end)))
            .with("to", to.and_then(|end| files.end_id(end)))
            .with("from_file", from_place.as_ref().map(|place| place.0.clone()))
            .with("from_line", from_place.map(|place| place.1))
            .with("to_file", to_place.as_ref().map(|place| place.0.clone()))
            .with("to_line", to_place.map(|place| place.1))
            .with("score", link.map_or(Cell::Null, |link| Cell::Number(round(link.score))))
            .with("difference", link.and_then(|link| link.difference.clone()))
            .with("difference_kind", link.and_then(|link| link.difference_kind).map(|kind| kind.as_str()))
            .with("template", link.map(|link| link.template))
            .with("why", link.map(|link| link.why.clone()))
    };
    collect(row(None), files.corpus.catalogue.links.iter().map(|link| row(Some(link))))
}

/// Three decimals: what a score is good for.
fn round(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
