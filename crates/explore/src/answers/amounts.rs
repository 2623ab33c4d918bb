//! Amounts: money, counts and shares, with who pays whom for what.

use entente_corpus::{Amount, AmountStatus};
use entente_text::order::sort_by_key;

use super::choose::{Entry, PartOf, choose};
use super::sort_rows::{SortKey, date_key, sort_rows};
use crate::desk::Desk;
use crate::desk::dates::{dated, newest_first};
use crate::models::facts::{List, Part, PartyRef, Source};
use crate::models::listing::Dated;
use crate::query::{Axis, Query, Selection};

/// One amount.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountRow {
    /// Public name.
    pub id: String,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// The currency as printed, for money.
    pub sign: Option<String>,
    /// True for money.
    pub is_money: bool,
    /// ISO 4217 code for money, "%" for shares, the counted thing's word as printed for counts.
    pub unit: Option<String>,
    /// What it is, if the words say so.
    pub status: Option<AmountStatus>,
    /// Who pays.
    pub payer: Option<PartyRef>,
    /// Who receives.
    pub receiver: Option<PartyRef>,
    /// What for, as printed.
    pub purpose: Option<String>,
    /// When.
    pub date: Option<Dated>,
    /// Where, with the words.
    pub source: Source,
    /// Name of the rule that found it.
    pub rule: String,
}

/// Amounts that pass the filters, newest first.
pub(crate) fn amounts(desk: &Desk, query: &Query, selection: &Selection) -> List<AmountRow> {
    let bodies = desk.corpus.bodies.numbered();
    let found: Vec<(u32, &Amount)> =
        bodies.flat_map(|(document, body)| body.amounts.iter().map(move |amount| (document, amount))).collect();
    let worded = !query.text.is_empty();
    let entries: Vec<Entry> = found.iter().map(|(document, amount)| entry(desk, *document, amount, worded)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let mut order = chosen.rows.clone();
    sort_by_key(&mut order, |at| {
        let (document, amount) = found[*at];
        (newest_first(desk.date_of_fact(document, amount.date.as_ref())), *at)
    });
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let (document, amount) = found[at];
        let party = |party: Option<&entente_corpus::Party>| {
            let party = party?;
            let named = party.entity.and_then(|at| SortKey::words(&desk.name(at)?.name));
            named.or_else(|| SortKey::words(&desk.words(document, amount.evidence.passage, party.span)))
        };
        match column {
            "amount" => Some(SortKey::Number(amount.value)),
            "unit" => SortKey::words(amount.unit.as_deref()?),
            "purpose" => SortKey::words(&desk.words(document, amount.evidence.passage, amount.purpose?)),
            "date" => date_key(desk, document, amount.date.as_ref()),
            "payer" => party(amount.payer.as_ref()),
            "receiver" => party(amount.receiver.as_ref()),
            "kind" | "status" => SortKey::words(amount.status?.as_str()),
            "document" => SortKey::words(desk.corpus.title_of(document as usize)),
            _ => None,
        }
    });
    let part_of = |at: usize| usize::from(!is_money(found[at].1));
    chosen.list(found.len(), order, (PARTS, &part_of), |at| {
        found.get(at).map(|(document, amount)| row(desk, *document, amount))
    })
}

/// The status of money.
pub(crate) const MONEY: &str = "money";

/// The parts of the list: money, everything else.
const PARTS: &[PartOf] = &[PartOf::with(MONEY), PartOf::without(MONEY, "other")];

/// `worded` adds the words by which it is found.
fn entry(desk: &Desk, document: u32, amount: &Amount, worded: bool) -> Entry {
    let parties = [&amount.payer, &amount.receiver];
    Entry {
        dates: amount.date.iter().filter_map(|date| date.value.bounds()).collect(),
        documents: vec![document],
        names: parties.into_iter().flatten().filter_map(|party| party.entity).collect(),
        own: amount
            .status
            .map(AmountStatus::as_str)
            .into_iter()
            .chain(is_money(amount).then_some(MONEY))
            .map(|status| (Axis::Status, status.to_owned()))
            .collect(),
        words: if worded { desk.words(document, amount.evidence.passage, amount.evidence.span) } else { String::new() },
    }
}

/// True for money: a currency is printed, even if the text does not decide which country's it is.
pub(crate) fn is_money(amount: &Amount) -> bool {
    let is_code = |unit: &String| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    amount.sign.is_some() || amount.unit.as_ref().is_some_and(is_code)
}

/// The amount with this id.
pub(crate) fn amount_by_id(desk: &Desk, id: &str) -> Option<AmountRow> {
    let bodies = desk.corpus.bodies.numbered();
    let mut all = bodies.flat_map(|(document, body)| body.amounts.iter().map(move |amount| (document, amount)));
    all.find(|(_, amount)| amount.id == id).map(|(document, amount)| row(desk, document, amount))
}

/// Amounts that an entity pays or receives, the newest first, at most `limit` of them.
pub(crate) fn of(desk: &Desk, entity: u32, limit: usize) -> Part<AmountRow> {
    let mut found: Vec<(u32, &Amount)> = Vec::new();
    for (document, body) in desk.corpus.bodies.numbered() {
        for amount in &body.amounts {
            let parties = [&amount.payer, &amount.receiver];
            if parties.into_iter().flatten().any(|party| party.entity == Some(entity)) {
                found.push((document, amount));
            }
        }
    }
    sort_by_key(&mut found, |(document, amount)| newest_first(desk.date_of_fact(*document, amount.date.as_ref())));
    let total = found.len();
    let first = found.into_iter().take(limit);
    Part { rows: first.map(|(document, amount)| row(desk, document, amount)).collect(), total }
}

fn row(desk: &Desk, document: u32, amount: &Amount) -> AmountRow {
    let party = |party: Option<&entente_corpus::Party>| party.map(|party| desk.party(document, party));
    AmountRow {
        id: amount.id.clone(),
        value: amount.value,
        value_max: amount.value_max,
        sign: amount.sign.clone(),
        is_money: is_money(amount),
        unit: amount.unit.clone(),
        status: amount.status,
        payer: party(amount.payer.as_ref()),
        receiver: party(amount.receiver.as_ref()),
        purpose: amount.purpose.map(|words| desk.words(document, amount.evidence.passage, words)),
        date: amount.date.as_ref().map(dated),
        source: desk.source(document, amount.evidence),
        rule: amount.rule.clone(),
    }
}
