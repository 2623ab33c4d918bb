//! `engagements` and `series`.

use std::collections::BTreeSet;

use entente_corpus::{Engagement, Series};
use entente_text::PartialDate;

use crate::cell::collect;
use crate::columns;
use crate::source::Files;
use crate::{Cell, Row, Table};

/// One row for each engagement and each document that reports it.
pub(crate) fn engagements(files: &Files) -> Table {
    let row = |document: usize, found: Option<&Engagement>| {
        let series =
            found.and_then(|found| files.corpus.catalogue.series.get().and_then(|all| all.get(found.series? as usize)));
        let date = found.and_then(|found| found.date.as_ref());
        let (start, end) = ends(date.map(|date| date.value));
        let parties = found.map_or(&[][..], |found| &found.participants);
        // Those with an id first, so that the n-th id is of the n-th name.
        let (known, other) = (
            parties.iter().filter(|party| party.entity.is_some()),
            parties.iter().filter(|party| party.entity.is_none()),
        );
        let (names, ids): (Vec<_>, Vec<_>) = known.chain(other).map(|party| files.party(document, Some(party))).unzip();
        let (topics, topic_ids) = files.entities(found.map_or(&[], |found| &found.topics));
        let row = Row::new()
            .with("id", found.map(|found| found.id.clone()))
            .with("name", found.map(|found| files.words(document, found.name)))
            .with("kind", found.map(|found| found.kind.as_str()))
            .with("series", series.map(|series| series.id.clone()))
            .with("ordinal", found.and_then(|found| found.ordinal).map(u32::from))
            .with("date_start", start)
            .with("date_end", end)
            .with("date_precision", date.map(|date| date.value.precision().as_str()))
            .with("date_basis", date.map(|date| date.basis.as_str()))
            .with("date_bound", found.and_then(|found| found.bound).map(|bound| bound.to_string()))
            .with("place", found.and_then(|found| found.place).map(|place| files.words(document, place)))
            .with("level", found.map(|found| found.level.as_str()))
            .with("participants", names.into_iter().flatten().collect::<Vec<_>>())
            .with("participants_ids", ids.into_iter().flatten().collect::<Vec<_>>())
            .with("topics", topics)
            .with("topics_ids", topic_ids)
            .with("status", found.and_then(|found| found.status).map(|status| status.as_str()));
        let place = found.and_then(|found| found.evidence.first());
        files.evidence(row, document, place, found.map_or("", |found| found.rule.as_str()))
    };
    let rows = files.each().flat_map(|(n, _, body)| body.engagements.iter().map(move |found| (n, found)));
    collect(columns::ENGAGEMENTS, rows.map(|(n, found)| row(n, Some(found))))
}

/// First and last point of a date, as they are written.
pub(crate) fn ends(date: Option<PartialDate>) -> (Cell, Cell) {
    match date {
        None => (Cell::Null, Cell::Null),
        Some(PartialDate::At(point)) => (point.to_string().into(), point.to_string().into()),
        Some(PartialDate::Between(from, to)) => (from.to_string().into(), to.to_string().into()),
        Some(PartialDate::Since(from)) => (from.to_string().into(), Cell::Null),
        Some(PartialDate::Until(to)) => (Cell::Null, to.to_string().into()),
    }
}

/// One row for each series.
pub(crate) fn series(files: &Files) -> Table {
    let all = &files.corpus.catalogue.series;
    let row = |series: Option<&Series>| {
        let members: Vec<(usize, &Engagement)> = series.map_or_else(Vec::new, |series| {
            let member = |(document, at): &(u32, u32)| {
                let found = files.body(*document as usize)?.engagements.get(*at as usize)?;
                Some((*document as usize, found))
            };
            series.members.iter().filter_map(member).collect()
        });
        let (counterparts, counterpart_ids) = files.entities(series.map_or(&[], |series| &series.counterparts));
        let topics: BTreeSet<u32> =
            entente_text::order::set(members.iter().flat_map(|(_, found)| found.topics.iter().copied()));
        let (topics, topic_ids) = files.entities(&topics.into_iter().collect::<Vec<_>>());
        let level = members.iter().map(|(_, found)| found.level).min();
        let mut dates: Vec<PartialDate> =
            members.iter().filter_map(|(_, found)| found.date.as_ref()).map(|date| date.value).collect();
        dates.retain(|date| date.bounds().is_some());
        entente_text::order::sort_by_key(&mut dates, |date| date.bounds());
        let documents: BTreeSet<usize> = entente_text::order::set(members.iter().map(|(document, _)| *document));
        let documents: Vec<String> =
            documents.into_iter().filter_map(|at| files.record(at)).map(|record| record.id.to_string()).collect();
        let missing: Vec<String> =
            series.map_or_else(Vec::new, |series| series.missing.iter().map(ToString::to_string).collect());
        let frequency = series.and_then(|series| series.frequency);
        Row::new()
            .with("id", series.map(|series| series.id.clone()))
            .with("name", series.map(|series| series.name.clone()))
            .with("counterparts", counterparts)
            .with("counterparts_ids", counterpart_ids)
            .with("topics", topics)
            .with("topics_ids", topic_ids)
            .with("level", level.map(|level| level.as_str()))
            .with("members", members.iter().map(|(_, found)| found.id.clone()).collect::<Vec<_>>())
            .with("first", dates.first().map(ToString::to_string))
            .with("last", dates.last().map(ToString::to_string))
            .with("missing", missing)
            .with("frequency", frequency.map(|(document, span)| files.words(document as usize, span)))
            .with("documents", documents)
    };
    collect(columns::SERIES, all.get().into_iter().flatten().map(|series| row(Some(series))))
}
