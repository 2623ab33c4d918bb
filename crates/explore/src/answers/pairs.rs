//! Pairs: passages that say the same matter twice, with the words that differ.

use entente_corpus::{DifferenceKind, End, Evidence, Link, LinkKind};
use entente_text::order::sort_by_key;

use super::choose::{Entry, PartOf, choose};
use super::compare::{Change, Run, differing};
use super::sort_rows::{SortKey, date_key, sort_rows};
use super::statements;
use crate::desk::Desk;
use crate::models::facts::{List, Source};
use crate::query::{Axis, Query, Selection};

/// Two places that say the same matter.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The one that is referred to.
    pub one: Source,
    /// The other.
    pub other: Source,
    /// What sort of words differ; `None`: nothing differs.
    pub difference: Option<DifferenceKind>,
    /// Words that only the first place has; empty if nothing differs.
    pub only_one: Vec<String>,
    /// Words that only the other place has; empty if nothing differs.
    pub only_other: Vec<String>,
    /// Words of the first place.
    pub words: usize,
    /// Both are a form's own wording.
    pub template: bool,
    /// A sentence of a fixed template.
    pub why: String,
}

/// Pairs that pass the filters: those whose words differ first, a form's own wording last.
pub(crate) fn pairs(desk: &Desk, query: &Query, selection: &Selection) -> List<PairRow> {
    let found = every(desk);
    let worded = !query.text.is_empty();
    let entries: Vec<Entry> = found.iter().map(|(_, link)| entry(desk, link, worded)).collect();
    let chosen = choose(desk, &entries, query, selection);
    let mut order = chosen.rows.clone();
    sort_by_key(&mut order, |at| (part_of(found[*at].1), found[*at].1.difference_kind.is_none(), *at));
    sort_rows(&mut order, selection.sorting(), |at, column| {
        let link = found[at].1;
        let (document, evidence) = place(desk, link.to)?;
        match column {
            "words" => SortKey::words(&desk.words(document, evidence.passage, evidence.span)),
            "score" => Some(SortKey::Number(f64::from(link.score))),
            "differ" => SortKey::words(link.difference_kind?.as_str()),
            "document" => SortKey::words(desk.corpus.title_of(document as usize)),
            "date" => date_key(desk, document, None),
            _ => None,
        }
    });
    // Each part stays together.
    sort_by_key(&mut order, |at| part_of(found[*at].1));
    let part_of = |at: usize| part_of(found[at].1);
    let mut list = chosen.list(found.len(), order, (PARTS, &part_of), |at| row(desk, found[at].1));
    // The export table contains links of every kind.
    list.exported = list.exported.iter().filter_map(|at| found.get(*at)).map(|(at, _)| *at).collect();
    list
}

/// The parts of the list: other words, word for word the same but for formatting, a form's own wording.
const PARTS: &[PartOf] = &[PartOf::with(REWORDED), PartOf::with("verbatim"), PartOf::with("template")];

/// The status of a pair whose words differ.
pub(crate) const REWORDED: &str = "reworded";

/// The place of a pair in [`PARTS`].
fn part_of(link: &Link) -> usize {
    match link.difference_kind {
        _ if link.template => 2,
        Some(DifferenceKind::Wording | DifferenceKind::Numbers | DifferenceKind::Names) => 0,
        Some(DifferenceKind::Formatting) | None => 1,
    }
}

/// Every pair of passages that say the same, with its index among the links: none between runs of markup.
pub(crate) fn every(desk: &Desk) -> Vec<(usize, &Link)> {
    let says = |end: End| place(desk, end).is_none_or(|(document, at)| desk.has_words(document, at.span));
    let links = desk.links().iter().enumerate();
    links.filter(|(_, link)| link.kind == LinkKind::Restates && says(link.from) && says(link.to)).collect()
}

/// `worded`: with the words by which it is found.
fn entry(desk: &Desk, link: &Link, worded: bool) -> Entry {
    let ends: Vec<(u32, Evidence)> = [link.to, link.from].into_iter().filter_map(|end| place(desk, end)).collect();
    let mut documents: Vec<u32> = ends.iter().map(|(document, _)| *document).collect();
    documents.dedup();
    let named = |(document, evidence): &(u32, Evidence)| Some(desk.named(*document, evidence.passage?));
    let kind = link.difference_kind.map_or("none", DifferenceKind::as_str);
    Entry {
        dates: ends.iter().flat_map(|(document, at)| desk.dates_named(*document, at.passage)).copied().collect(),
        documents,
        names: ends.iter().filter_map(named).flatten().collect(),
        own: vec![
            (Axis::DifferenceKind, kind.to_owned()),
            (Axis::LinkKind, link.kind.as_str().to_owned()),
            (Axis::Status, PARTS[part_of(link)].status.to_owned()),
        ],
        words: ends
            .iter()
            .filter(|_| worded)
            .map(|(document, at)| desk.words(*document, at.passage, at.span))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// Document and words of a link's end.
pub(crate) fn place(desk: &Desk, end: End) -> Option<(u32, Evidence)> {
    let body = |document: u32| desk.corpus.bodies.get(document as usize);
    match end {
        End::Passage(document, at) => {
            let passage = body(document)?.passages.get(at as usize)?;
            Some((document, Evidence { passage: Some(at), span: passage.extent() }))
        }
        End::Statement(document, at) => Some((document, statements::statement(desk, (document, at))?.evidence)),
        End::Engagement(document, at) => {
            Some((document, *body(document)?.engagements.get(at as usize)?.evidence.first()?))
        }
        End::Amount(document, at) => Some((document, body(document)?.amounts.get(at as usize)?.evidence)),
        End::Document(_) | End::Entity(_) => None,
    }
}

pub(crate) fn row(desk: &Desk, link: &Link) -> Option<PairRow> {
    let ((one, at), (other, there)) = (place(desk, link.to)?, place(desk, link.from)?);
    let (one_words, other_words) = (desk.words(one, at.passage, at.span), desk.words(other, there.passage, there.span));
    let (only_one, only_other) = if link.difference_kind.is_some() {
        let (left, right) = differing(&one_words, &other_words);
        (alone(left), alone(right))
    } else {
        (Vec::new(), Vec::new())
    };
    Some(PairRow {
        one: desk.source(one, at),
        other: desk.source(other, there),
        difference: link.difference_kind,
        only_one,
        only_other,
        words: one_words.split_whitespace().count(),
        template: link.template,
        why: link.why.clone(),
    })
}

fn alone(runs: Vec<Run>) -> Vec<String> {
    runs.into_iter().filter(|run| run.change == Change::Only).map(|run| run.text).collect()
}
