//! The ledger of a form: each commitment, what was undertaken under it, what is planned; empty places stay.
//!
//! Which commitments belong to a ledger is decided by the documents: those under a heading under which some
//! commitment has a measure linked to it, or under a form's own heading. An empty place is one of four facts.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Body, End, Evidence, LinkKind, Modality, PassageKind, Statement};
use entente_text::fold::fold;
use entente_text::order::{set, sort_by_key};
use entente_text::saturating_u32;

use super::choose::{Entry, choose};
use super::statements::{self, StatementAt};
use crate::desk::Desk;
use crate::desk::passages::PassageAt;
use crate::models::facts::Source;
use crate::models::ledger::{Area, Commitment, Form, Ledger, LedgerCell, Measure};
use crate::query::{Axis, Query, Selection};

/// The status of a commitment with no measure under it.
pub(crate) const NOTHING: &str = "nothing";

/// Words of headings under which a form has its measures.
const UNDERTAKEN: &str = "undertaken";
const PLANNED: &str = "planned";

/// The ledgers with the commitments that pass the filters.
pub(crate) fn commitments(desk: &Desk, query: &Query, selection: &Selection) -> Ledger {
    let mut numbers: BTreeMap<StatementAt, usize> = BTreeMap::new();
    for (n, at) in statements::every(desk).into_iter().enumerate() {
        numbers.insert(at, n);
    }
    let measures = linked_measures(desk);
    let mut rows: Vec<(u32, InForm)> = Vec::new();
    let mut entries = Vec::new();
    for (document, body) in desk.corpus.bodies.numbered() {
        let form = Reader { desk, body, document, measures: &measures };
        for row in form.commitments() {
            entries.push(form.entry(row.statement, &row.commitment));
            rows.push((document, row));
        }
    }
    let chosen = choose(desk, &entries, query, selection);
    let mut ledger = Ledger { of: rows.len(), groups: chosen.groups, ..Ledger::default() };
    let mut exported = BTreeSet::new();
    let mut before: Option<u32> = None;
    for at in chosen.rows {
        let (document, InForm { statement, area: heading, commitment }) = rows[at].clone();
        let own = saturating_u32(statement);
        let linked = measures.get(&(document, own)).into_iter().flatten().map(|link| link.measure);
        exported.extend(linked.chain([(document, own)]).filter_map(|at| numbers.get(&at).copied()));
        ledger.count(&commitment);
        if before != Some(document) {
            before = Some(document);
            ledger.forms.push(Form { source: commitment.source.clone(), areas: Vec::new() });
        }
        let Some(form) = ledger.forms.last_mut() else { continue };
        match form.areas.last_mut().filter(|area| area.heading == heading) {
            Some(area) => area.commitments.push(commitment),
            None => form.areas.push(Area { heading, commitments: vec![commitment] }),
        }
    }
    ledger.exported = exported.into_iter().collect();
    ledger
}

/// How many commitments all forms have.
pub(crate) fn count(desk: &Desk) -> usize {
    let measures = linked_measures(desk);
    let forms =
        desk.corpus.bodies.numbered().map(|(document, body)| Reader { desk, body, document, measures: &measures });
    forms.map(|form| form.statements().len()).sum()
}

/// True if the ledger of `document` has a commitment in `passage`.
pub(crate) fn has_commitment_in(desk: &Desk, document: u32, passage: u32) -> bool {
    let Some(body) = desk.corpus.bodies.get(document as usize) else { return false };
    let measures = linked_measures(desk);
    let form = Reader { desk, body, document, measures: &measures };
    let stands =
        |statement: usize| body.statements.get(statement).is_some_and(|found| found.evidence.passage == Some(passage));
    form.statements().iter().any(|(statement, _)| stands(*statement))
}

/// The commitment to which a link ties the measure with this id.
pub(crate) fn commitment_of_measure(desk: &Desk, id: &str) -> Option<Source> {
    let (document, at) = statement_at(desk, id)?;
    let of = End::Statement(document, at);
    let mut links = desk.links().iter();
    let link = links.find(|link| link.from == of && matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans))?;
    let End::Statement(document, at) = link.to else { return None };
    Some(desk.source(document, statements::statement(desk, (document, at))?.evidence))
}

/// How many measures belong to the commitment with this id; `None` if its document has none under any commitment.
pub(crate) fn measures_under(desk: &Desk, id: &str) -> Option<usize> {
    let own = statement_at(desk, id)?;
    let measures = linked_measures(desk);
    let is_form = measures.keys().any(|(document, _)| *document == own.0);
    is_form.then(|| measures.get(&own).map_or(0, Vec::len))
}

fn statement_at(desk: &Desk, id: &str) -> Option<StatementAt> {
    statements::every(desk).into_iter().find(|at| statements::statement(desk, *at).is_some_and(|found| found.id == id))
}

/// For each commitment, the measures linked to it, in the order of the documents.
type LinkedMeasures<'a> = BTreeMap<StatementAt, Vec<LinkedMeasure<'a>>>;

/// A measure that a link ties to a commitment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct LinkedMeasure<'a> {
    measure: StatementAt,
    /// Undertaken (`Fulfils`) or planned (`Plans`).
    kind: LinkKind,
    /// What the link is concluded from, as a sentence.
    why: &'a str,
}

fn linked_measures(desk: &Desk) -> LinkedMeasures<'_> {
    let mut out = LinkedMeasures::new();
    for link in desk.links() {
        if let (LinkKind::Fulfils | LinkKind::Plans, End::Statement(a, b), End::Statement(c, d)) =
            (link.kind, link.from, link.to)
        {
            let linked = LinkedMeasure { measure: (a, b), kind: link.kind, why: &link.why };
            out.entry((c, d)).or_default().push(linked);
        }
    }
    for linked in out.values_mut() {
        sort_by_key(linked, |link| *link);
    }
    out
}

/// One document read as a form.
struct Reader<'a> {
    desk: &'a Desk,
    body: &'a Body,
    document: u32,
    measures: &'a LinkedMeasures<'a>,
}

/// A commitment in its form.
#[derive(Clone)]
struct InForm {
    /// Index of its statement.
    statement: usize,
    /// Heading of its area; empty if there is none.
    area: String,
    commitment: Commitment,
}

impl Reader<'_> {
    /// The statements that are commitments of the form, each with its index, in the order of the form.
    fn statements(&self) -> Vec<(usize, &Statement)> {
        let all = self.body.statements.iter().enumerate();
        let commitments: Vec<(usize, &Statement)> =
            all.filter(|(_, statement)| statement.modality == Modality::Commitment).collect();
        let linked = |n: usize| self.measures.contains_key(&(self.document, saturating_u32(n)));
        let headings: BTreeSet<String> = set(commitments
            .iter()
            .filter(|(n, _)| linked(*n))
            .filter_map(|(_, statement)| self.heading(self.section(statement)?)));
        // Without a measure, only a heading for measures distinguishes a form from a text that shares headings with others.
        if headings.is_empty() && !(0_u32..).zip(&self.body.sections).any(|(at, _)| self.is_for_measures(at)) {
            return Vec::new();
        }
        let belongs = |statement: &Statement| {
            let Some(section) = self.section(statement) else { return false };
            let template =
                self.passage(self.body.sections[section as usize].heading).is_some_and(|heading| heading.template);
            template || self.heading(section).is_some_and(|heading| headings.contains(&heading))
        };
        let mut rows: Vec<(usize, &Statement)> =
            commitments.into_iter().filter(|(n, statement)| linked(*n) || belongs(statement)).collect();
        sort_by_key(&mut rows, |(_, statement)| statement.evidence.span);
        rows
    }

    /// The commitments in the order of the form.
    fn commitments(&self) -> Vec<InForm> {
        let rows = self.statements();
        let areas: BTreeSet<u32> = set(rows.iter().filter_map(|(_, statement)| self.area(statement)));
        let undertaken = self.headings_of(Modality::MeasureUndertaken, &areas);
        let planned = self.headings_of(Modality::MeasurePlanned, &areas);
        let mut out: Vec<InForm> = Vec::new();
        let mut number = 0;
        let mut before = None;
        for (n, statement) in rows {
            let area = self.area(statement);
            number = if before == Some(area) { number + 1 } else { 1 };
            before = Some(area);
            let heading = area.map(|area| self.words_of(self.body.sections[area as usize].heading));
            let commitment = Commitment {
                id: statement.id.clone(),
                number,
                source: self.desk.source(self.document, statement.evidence),
                undertaken: self.place(n, LinkKind::Fulfils, area, &undertaken),
                planned: self.place(n, LinkKind::Plans, area, &planned),
            };
            out.push(InForm { statement: n, area: heading.unwrap_or_default(), commitment });
        }
        out
    }

    fn entry(&self, statement: usize, commitment: &Commitment) -> Entry {
        let found = &self.body.statements[statement];
        let (done, planned) = (commitment.undertaken.measures(), commitment.planned.measures());
        let mut own = Vec::new();
        for (word, holds) in [
            ("undertaken", !done.is_empty()),
            ("planned", !planned.is_empty()),
            (NOTHING, done.is_empty() && planned.is_empty()),
        ] {
            own.extend(holds.then(|| (Axis::Status, word.to_owned())));
        }
        let measures = done.iter().chain(planned).map(|measure| measure.source.quote.as_str());
        let words: Vec<&str> = [commitment.source.quote.as_str()].into_iter().chain(measures).collect();
        let mut names = statements::named(found);
        if let Some(passage) = found.evidence.passage {
            names.extend(self.desk.named(self.document, passage));
        }
        let dates = found.period.iter().filter_map(|date| date.value.bounds()).collect();
        Entry { documents: vec![self.document], names, dates, own, words: words.join(" ") }
    }

    fn passage(&self, at: u32) -> Option<&entente_corpus::Passage> {
        self.body.passages.get(at as usize)
    }

    fn section(&self, statement: &Statement) -> Option<u32> {
        let section = self.passage(statement.evidence.passage?)?.section?;
        self.body.sections.get(section as usize).map(|_| section)
    }

    /// The section above that of the commitment, else that one.
    fn area(&self, statement: &Statement) -> Option<u32> {
        let section = self.section(statement)?;
        Some(self.body.sections[section as usize].parent.unwrap_or(section))
    }

    fn words_of(&self, passage: u32) -> String {
        self.desk.reading_text(PassageAt { document: self.document, passage }).trim_end_matches(':').to_owned()
    }

    fn heading(&self, section: u32) -> Option<String> {
        Some(fold(&self.words_of(self.body.sections.get(section as usize)?.heading)))
    }

    /// True if a section is headed as one for measures.
    fn is_for_measures(&self, section: u32) -> bool {
        self.heading(section)
            .is_some_and(|heading| heading.split(' ').any(|word| word == UNDERTAKEN || word == PLANNED))
    }

    /// The section right below one of `areas` that `section` is or is part of.
    fn below(&self, mut section: u32, areas: &BTreeSet<u32>) -> Option<u32> {
        loop {
            let parent = self.body.sections.get(section as usize)?.parent?;
            if areas.contains(&parent) {
                return Some(section);
            }
            section = parent;
        }
    }

    /// The headings directly below an area that have statements of this modality. If no heading has any, those whose words name the modality.
    fn headings_of(&self, modality: Modality, areas: &BTreeSet<u32>) -> BTreeSet<String> {
        let of = self.body.statements.iter().filter(|statement| statement.modality == modality);
        let found = set(of.filter_map(|statement| self.heading(self.below(self.section(statement)?, areas)?)));
        if !found.is_empty() {
            return found;
        }
        let says = if modality == Modality::MeasurePlanned { PLANNED } else { UNDERTAKEN };
        let sections = (0_u32..).zip(&self.body.sections);
        let own = sections.filter(|(_, section)| section.parent.is_some_and(|parent| areas.contains(&parent)));
        set(own.filter_map(|(at, _)| self.heading(at)).filter(|heading| heading.split(' ').any(|word| word == says)))
    }

    fn place(&self, commitment: usize, kind: LinkKind, area: Option<u32>, headings: &BTreeSet<String>) -> LedgerCell {
        let at = (self.document, saturating_u32(commitment));
        let linked = self.measures.get(&at).into_iter().flatten().filter(|link| link.kind == kind);
        let mut measures: Vec<Measure> = Vec::new();
        for LinkedMeasure { measure: from, why, .. } in linked {
            let Some(found) = statements::statement(self.desk, *from) else { continue };
            let source = self.desk.source(from.0, found.evidence);
            // A deeper item that is a measure of its own is listed below the one above it already.
            if measures.iter().any(|above| above.below.iter().any(|below| below.passage == source.passage)) {
                continue;
            }
            let below = found.evidence.passage.map(|passage| self.items_below(from.0, passage)).unwrap_or_default();
            measures.push(Measure { id: found.id.clone(), source, below, why: (*why).to_owned() });
        }
        if !measures.is_empty() {
            return LedgerCell::Measures(measures);
        }
        self.empty_cell(area, headings)
    }

    /// The items below an item, as long as they are deeper.
    fn items_below(&self, document: u32, passage: u32) -> Vec<Source> {
        let Some(body) = self.desk.corpus.bodies.get(document as usize) else { return Vec::new() };
        let Some(level) = body.passages.get(passage as usize).map(|found| found.level) else { return Vec::new() };
        let next = (passage + 1..).zip(body.passages.iter().skip(passage as usize + 1));
        next.take_while(|(_, found)| found.kind == PassageKind::Item && level > 0 && found.level > level)
            .map(|(at, found)| self.desk.source(document, Evidence { passage: Some(at), span: found.extent() }))
            .collect()
    }

    /// Which of the four facts an empty place of `area` is.
    fn empty_cell(&self, area: Option<u32>, headings: &BTreeSet<String>) -> LedgerCell {
        let sections = (0_u32..).zip(&self.body.sections);
        let mut own = sections.filter(|(at, section)| {
            section.parent == area && self.heading(*at).is_some_and(|heading| headings.contains(&heading))
        });
        let Some((at, section)) = own.next().filter(|_| area.is_some()) else { return LedgerCell::HeadingAbsent };
        let inside = |passage: &entente_corpus::Passage| {
            let mut above = passage.section;
            while let Some(section) = above {
                if section == at {
                    return true;
                }
                above = self.body.sections.get(section as usize).and_then(|section| section.parent);
            }
            false
        };
        let place = |at: u32, passage: &entente_corpus::Passage| {
            self.desk.source(self.document, Evidence { passage: Some(at), span: passage.extent() })
        };
        let passages = (0_u32..).zip(&self.body.passages);
        let within: Vec<_> = passages.filter(|(at, passage)| *at != section.heading && inside(passage)).collect();
        if let Some((at, passage)) = within.iter().find(|(_, passage)| passage.empty) {
            return LedgerCell::Dash(place(*at, passage));
        }
        if within.iter().all(|(_, passage)| matches!(passage.kind, PassageKind::Furniture)) {
            let heading = self.passage(section.heading).map(|passage| place(section.heading, passage));
            return heading.map_or(LedgerCell::HeadingAbsent, LedgerCell::HeadingEmpty);
        }
        LedgerCell::Nothing
    }
}
