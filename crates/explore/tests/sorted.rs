//! Lists are sorted by the columns of their export tables.

mod shared;

use entente_explore::tables::{AcronymRow, AmountRow, EngagementRow, NameRow, NoteRow, StatementRow};
use entente_explore::{DocumentCard, Query, Selection, Sorting};
use entente_text::fold::fold;

use shared::seeds;

/// What a row has in a column, so that texts sort as the list does; empty where it has nothing.
type Key<T> = fn(&T) -> String;

fn number(number: f64) -> String {
    format!("{number:020.4}")
}

fn sorting(column: &str) -> Sorting {
    Sorting::from_words(column).unwrap_or_else(|| panic!("{column}"))
}

/// `rows` under each column are in its order, those without a value last, and not all the same.
fn check<T>(columns: &[(&str, Key<T>)], rows: impl Fn(&Selection) -> Vec<T>) {
    for (column, key) in columns {
        let keys = |words: &str| -> Vec<String> {
            rows(&Selection::default().sorted_by(&sorting(words))).iter().map(|row| fold(&key(row))).collect()
        };
        let (rising, falling) = (keys(column), keys(&format!("-{column}")));
        let filled = rising.iter().take_while(|key| !key.is_empty()).count();
        assert!(rising[..filled].is_sorted() && rising[filled..].iter().all(String::is_empty), "{column}: {rising:?}");
        assert!(falling[..filled].is_sorted_by(|one, next| one >= next), "-{column}: {falling:?}");
        assert!(rising.first() < rising[..filled].last(), "{column}: {rising:?}");
    }
}

#[test]
fn every_column_of_an_export_table_sorts_its_list() {
    let (desk, query) = (seeds(), Query::default());
    check::<DocumentCard>(
        &[
            ("title", |card| card.title.clone().unwrap_or_else(|| card.begins.clone())),
            ("kind", |card| card.kind.as_str().to_owned()),
            ("passages", |card| number(card.passages as f64)),
            ("bytes", |card| number(f64::from(card.bytes))),
        ],
        |selection| desk.documents_sorted(&query, selection.sorting()).documents,
    );
    check::<NameRow>(&[("kind", |row| row.name.kind.to_owned())], |selection| desk.names(&query, selection).rows);
    let countries = |selection: &Selection| {
        desk.names(&query, &selection.clone().with(entente_explore::Axis::EntityKind, "country", false)).rows
    };
    check::<NameRow>(
        &[
            ("name", |row| row.name.name.clone()),
            ("documents", |row| number(row.documents as f64)),
            ("mentions", |row| number(row.mentions as f64)),
        ],
        countries,
    );
    check::<EngagementRow>(&[("place", |row| row.place.clone().unwrap_or_default())], |selection| {
        let dated = selection.clone().with(entente_explore::Axis::Status, "held", false);
        desk.engagements(&query, &dated).rows.into_iter().filter(|row| row.date.is_some()).collect()
    });
    let money = |selection: &Selection| {
        desk.amounts(&query, &selection.clone().with(entente_explore::Axis::Status, "money", false)).rows
    };
    check::<AmountRow>(
        &[
            ("value", |row| number(row.value)),
            ("unit", |row| row.unit.clone().unwrap_or_default()),
            ("purpose", |row| row.purpose.clone().unwrap_or_default()),
            ("status", |row| row.status.map_or_else(String::new, |status| status.as_str().to_owned())),
        ],
        money,
    );
    check::<AcronymRow>(
        &[("acronym", |row| row.acronym.clone()), ("expansion", |row| row.expansion.clone().unwrap_or_default())],
        |selection| desk.acronyms(&query, selection).rows.into_iter().filter(|row| row.expansion.is_some()).collect(),
    );
    check::<StatementRow>(&[("modality", |row| row.modality.as_str().to_owned())], |selection| {
        desk.statements(&query, selection).list.rows
    });
    check::<NoteRow>(
        &[("kind", |row| row.kind.as_str().to_owned()), ("detail", |row| row.detail.clone())],
        |selection| desk.notes(&query, selection).rows,
    );
    let pairs = |words: &str| desk.pairs(&query, &Selection::default().sorted_by(&sorting(words))).rows;
    assert_ne!(pairs("score"), pairs("-score"));
}
