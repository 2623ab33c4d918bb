//! Amounts: value and unit, sign, status, who pays and who receives.
//!
//! The doubtful words of a document are not asked: they are mostly names, and a number that is a part of a name must
//! not be found. An amount that may be missed is marked optional.

use crate::annotation::Amount as Annotated;
use crate::pairing::{pairs, unpaired};
use crate::reading::Reading;
use crate::rows::Item;
use crate::scores::Scores;
use crate::wording::Wording;

/// Two values are the same if they differ by no more than this part of the greater.
const TOLERANCE: f64 = 1e-9;
/// Greatest power of ten that is looked for between two values.
const MAX_POWER_OF_TEN: i32 = 15;

/// Compares the amounts of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.amounts else { return };
    let found = reading.amounts();
    let quotes: Vec<Wording> = found.iter().map(|row| Wording::of(&row.text("quote").unwrap_or_default())).collect();
    let words: Vec<Wording> = wanted.iter().map(|wanted| Wording::of(&wanted.words)).collect();
    let score = |a: usize, f: usize| {
        if !quotes[f].agrees(&words[a]) {
            return None;
        }
        let value = found[f].number("value").unwrap_or_default();
        // The row of another amount of the same sentence is not this one.
        let size = match SizeDifference::between(value, wanted[a].value) {
            SizeDifference::None => 4.0,
            SizeDifference::PowerOfTen => 2.0,
            SizeDifference::Other => 0.5,
        };
        let is_same_unit = is_unit_same(found[f].text("unit").as_deref(), wanted[a].unit.as_deref());
        Some(size + f64::from(u8::from(is_same_unit)) + quotes[f].likeness(&words[a]))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    for (a, f) in &pairs {
        compare_pair(reading, &wanted[*a], found[*f], scores);
    }
    for a in unpaired(wanted.len(), pairs.iter().map(|pair| pair.0)) {
        if !wanted[a].optional {
            scores.missed("amounts", &wanted[a].words);
        }
    }
    for f in unpaired(found.len(), pairs.iter().map(|pair| pair.1)) {
        scores.invented("amounts", &format!("{} in “{}”", describe(found[f]), quotes[f].as_str()));
        // A second row of an expression that is annotated already: the end of a range, or its group mark.
        let value = found[f].number("value").unwrap_or_default();
        let is_off = |a: usize| {
            let ends = [Some(wanted[a].value), wanted[a].value_max];
            quotes[f].agrees(&words[a])
                && ends
                    .into_iter()
                    .flatten()
                    .any(|end| SizeDifference::between(value, end) == SizeDifference::PowerOfTen)
        };
        if (0..wanted.len()).any(is_off) {
            scores.property("amounts of the right size", false, || describe(found[f]));
        }
    }
}

fn compare_pair(reading: &Reading, wanted: &Annotated, row: Item, scores: &mut Scores) {
    let value = row.number("value").unwrap_or_default();
    let shown_max = row.number("value_max");
    let difference = SizeDifference::between(value, wanted.value);
    let is_max_same = match (shown_max, wanted.value_max) {
        (Some(shown), Some(wanted)) => SizeDifference::between(shown, wanted) == SizeDifference::None,
        (shown, wanted) => shown.is_none() && wanted.is_none(),
    };
    let unit = row.text("unit");
    let others = wanted.other_units.iter().map(Option::as_deref);
    let is_unit_right = others.chain([wanted.unit.as_deref()]).any(|wanted| is_unit_same(unit.as_deref(), wanted));
    let is_right = difference == SizeDifference::None && is_max_same && is_unit_right;
    if is_right {
        scores.hit("amounts");
    } else {
        scores.invented("amounts", &format!("{}: {}", wanted.words, describe(row)));
        scores.missed("amounts", &wanted.words);
    }
    scores.property("amounts of the right size", difference != SizeDifference::PowerOfTen, || {
        format!("{}: {}", wanted.words, describe(row))
    });
    let about = &wanted.words;
    if let Some(sign) = &wanted.sign {
        let shown = row.text("sign");
        scores.slot("amount signs", about, shown.as_deref(), sign.as_deref(), shown == *sign);
    }
    if let Some(status) = &wanted.status {
        let shown = row.text("status");
        scores.slot("amount statuses", about, shown.as_deref(), status.as_deref(), shown == *status);
    }
    for (measure, column, id, wanted) in
        [("payers", "payer", "payer_id", &wanted.payer), ("receivers", "receiver", "receiver_id", &wanted.receiver)]
    {
        let Some(wanted) = wanted else { continue };
        let (shown, id) = (row.text(column), row.text(id));
        let both = shown.as_deref().zip(wanted.as_deref());
        let is_same = both.is_some_and(|(shown, wanted)| reading.is_called(shown, id.as_deref(), wanted));
        scores.slot(measure, about, shown.as_deref(), wanted.as_deref(), is_same);
    }
}

/// Value and unit of a row, as a person writes them.
fn describe(row: Item) -> String {
    let cells = ["value", "value_max", "unit", "sign"].into_iter().filter_map(|column| row.text(column));
    cells.collect::<Vec<_>>().join(" ")
}

/// Units are compared as words, a plural like its singular.
fn is_unit_same(shown: Option<&str>, wanted: Option<&str>) -> bool {
    let fold = |unit: &str| match unit {
        "%" => unit.to_owned(),
        _ => Wording::of(unit).as_str().trim_end_matches('s').to_owned(),
    };
    shown.map(fold) == wanted.map(fold)
}

/// How two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SizeDifference {
    None,
    PowerOfTen,
    Other,
}

impl SizeDifference {
    fn between(one: f64, other: f64) -> Self {
        let is_same = |a: f64, b: f64| (a - b).abs() <= TOLERANCE * a.abs().max(b.abs());
        if is_same(one, other) {
            return Self::None;
        }
        let (small, great) = if one.abs() < other.abs() { (one, other) } else { (other, one) };
        let is_power = small != 0.0 && (1..=MAX_POWER_OF_TEN).any(|power| is_same(small * 10_f64.powi(power), great));
        if is_power { Self::PowerOfTen } else { Self::Other }
    }
}

#[cfg(test)]
mod tests {
    use super::{SizeDifference, is_unit_same};

    #[test]
    fn values_off_by_a_power_of_ten_are_known() {
        for (one, other, wanted) in [
            (3.5e9, 3.5e9, SizeDifference::None),
            (3.5, 3.5e9, SizeDifference::PowerOfTen),
            (1_500_000.0, 1.5, SizeDifference::PowerOfTen),
            (3.0, 3.5e9, SizeDifference::Other),
            (0.0, 100.0, SizeDifference::Other),
        ] {
            assert_eq!(SizeDifference::between(one, other), wanted, "{one} {other}");
        }
    }

    #[test]
    fn a_unit_is_the_same_in_the_plural() {
        assert!(is_unit_same(Some("Countries"), Some("countries")));
        assert!(is_unit_same(None, None) && !is_unit_same(None, Some("USD")) && !is_unit_same(Some("%"), None));
    }
}
