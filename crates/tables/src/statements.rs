//! `statements` and `amounts`.

use entente_corpus::{Amount, Basis, Party, Statement};

use crate::cell::collect;
use crate::columns;
use crate::engagements::ends;
use crate::source::Files;
use crate::{Cell, Row, Table};

/// One row for each statement.
pub(crate) fn statements(files: &Files) -> Table {
    let row = |document: usize, found: Option<&Statement>| {
        let list = |pick: fn(&Statement) -> &Vec<u32>| files.entities(found.map_or(&[][..], |found| pick(found)));
        let (counterparts, counterpart_ids) = list(|found| &found.counterparts);
        let (topics, topic_ids) = list(|found| &found.topics);
        let (instruments, instrument_ids) = list(|found| &found.instruments);
        let period = found.and_then(|found| found.period.as_ref());
        let (start, end) = ends(period.map(|period| period.value));
        let section = found
            .and_then(|found| files.body(document)?.passages.get(found.evidence.passage? as usize))
            .map_or(Cell::Null, |passage| files.section_path(document, passage.section));
        let mut row = Row::new()
            .with("id", found.map(|found| found.id.clone()))
            .with("modality", found.map(|found| found.modality.as_str()))
            .with("verb", found.and_then(|found| found.verb).map(|verb| files.words(document, verb)))
            .with("strength", found.and_then(|found| found.strength).map(|strength| strength.as_str()));
        let (speakers, mut speaker_ids) = list(|found| &found.speakers);
        let (mut name, mut id) = files.party(document, found.and_then(|found| found.speaker.as_ref()));
        if speakers.is_empty() {
            speaker_ids.extend(id.clone());
        } else {
            // Of several who speak together, the column for one has the first.
            (name, id) = (speakers.first().cloned(), speaker_ids.first().cloned());
        }
        row = row.with("speaker", name).with("speaker_id", id).with("speaker_ids", speaker_ids);
        let columns = ["on_behalf_of", "on_behalf_of_id"];
        row = party(files, row, document, columns, found.and_then(|found| found.on_behalf_of.as_ref()));
        row = party(files, row, document, ["actor", "actor_id"], found.and_then(|found| found.actor.as_ref()));
        let row = row
            .with("counterparts", counterparts)
            .with("counterparts_ids", counterpart_ids)
            .with("topics", topics)
            .with("topics_ids", topic_ids)
            .with("instruments", instruments)
            .with("instruments_ids", instrument_ids)
            .with("period_start", start)
            .with("period_end", end)
            .with("period_precision", period.map(|period| period.value.precision().as_str()))
            .with("section", section);
        let rule = found.map_or("", |found| found.rule.as_str());
        files.evidence(row, document, found.map(|found| &found.evidence), rule)
    };
    let rows = files.each().flat_map(|(n, _, body)| body.statements.iter().map(move |found| (n, found)));
    collect(columns::STATEMENTS, rows.map(|(n, found)| row(n, Some(found))))
}

/// One row for each amount.
pub(crate) fn amounts(files: &Files) -> Table {
    let row = |document: usize, found: Option<&Amount>| {
        let mut row = Row::new()
            .with("id", found.map(|found| found.id.clone()))
            .with("value", found.map_or(Cell::Null, |found| Cell::Number(found.value)))
            .with("value_max", found.and_then(|found| found.value_max).map_or(Cell::Null, Cell::Number))
            .with("unit", found.and_then(|found| found.unit.clone()))
            .with("sign", found.and_then(|found| found.sign.clone()));
        row = party(files, row, document, ["payer", "payer_id"], found.and_then(|found| found.payer.as_ref()));
        let columns = ["receiver", "receiver_id"];
        row = party(files, row, document, columns, found.and_then(|found| found.receiver.as_ref()));
        let date = found.and_then(|found| found.date.as_ref());
        let row = row
            .with("purpose", found.and_then(|found| found.purpose).map(|span| files.words(document, span)))
            .with("date", date.map(|date| date.value.to_string()))
            .with("status", found.and_then(|found| found.status).map(|status| status.as_str()))
            .with("basis", found.map(|_| Basis::Stated.as_str()));
        let rule = found.map_or("", |found| found.rule.as_str());
        files.evidence(row, document, found.map(|found| &found.evidence), rule)
    };
    let rows = files.each().flat_map(|(n, _, body)| body.amounts.iter().map(move |found| (n, found)));
    collect(columns::AMOUNTS, rows.map(|(n, found)| row(n, Some(found))))
}

fn party(files: &Files, row: Row, document: usize, columns: [&'static str; 2], party: Option<&Party>) -> Row {
    let (name, id) = files.party(document, party);
    row.with(columns[0], name).with(columns[1], id)
}
