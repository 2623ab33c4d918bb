//! What a view asks for, asked once for each link: drawing never asks.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_explore::tables::{
    AcronymRow, AmountRow, Comparison, Dossier, EngagementRow, EngagementView, Finding, Ledger, List, Margin,
    MarginLine, NameRow, NamesCompared, NoteRow, PairRow, SeriesRow, StatementList, StatementRow, Thread,
};
use entente_explore::{Block, DocumentList, Facet, Query, Reading, Results, Sort, Summary, Unit, UnitList};

use crate::here::{FURTHER, RESULTS, Ui};
use crate::holdings::Holdings;
use crate::route::{Route, View};

/// What a name begins with where it is compared.
const NAME: &str = "name:";
/// Threads of the overview.
const THREADS: usize = 4;
/// Rows that a list has in addition, each time more are asked for.
const MORE_ROWS: usize = 2_000;

/// The answer to a link.
#[derive(Clone)]
pub(crate) enum Found {
    Overview(Rc<Glance>),
    Search(Rc<Results>, Option<Rc<UnitList>>),
    Documents(Rc<DocumentList>),
    Document(Option<Rc<Opened>>),
    Names(Rc<List<NameRow>>),
    Name(Option<Rc<Dossier>>),
    Engagements(Rc<List<EngagementRow>>),
    Engagement(Option<Rc<EngagementView>>),
    SeriesList(Rc<List<SeriesRow>>),
    Series(Option<Rc<SeriesRow>>),
    Commitments(Rc<Ledger>),
    Statements(Rc<StatementList>),
    Statement(Option<Rc<StatementRow>>),
    Pairs(Rc<List<PairRow>>),
    Compare(Option<Rc<Comparison>>),
    CompareNames(Option<Rc<NamesCompared>>),
    Amounts(Rc<List<AmountRow>>),
    Acronyms(Rc<List<AcronymRow>>),
    Notes(Rc<List<NoteRow>>),
    About(Rc<Summary>),
    /// It is made of all texts, which are being read.
    Waiting,
    Nothing,
}

/// The whole file at a glance.
pub(crate) struct Glance {
    pub(crate) summary: Summary,
    pub(crate) documents: DocumentList,
    pub(crate) findings: Vec<Finding>,
    pub(crate) threads: Vec<Thread>,
}

/// A document opened. Its passages are `blocks`, not those of `reading`, so that another passage in view copies none.
#[derive(Clone)]
pub(crate) struct Opened {
    pub(crate) reading: Reading,
    pub(crate) blocks: Rc<[Rc<Block>]>,
    /// The words that are marked in it.
    words: String,
    /// Of which documents it is.
    generation: u32,
    /// A line for each passage of which there is something to say.
    pub(crate) lines: Rc<BTreeMap<String, MarginLine>>,
    /// Everything about the passage in view.
    pub(crate) margin: Option<Margin>,
    /// Tells this document under these words from every other.
    pub(crate) serial: usize,
}

/// Asks what `route` asks for. A document that is open in `before` under the same words is not opened again.
pub(crate) fn find(holdings: &Holdings, route: &Route, ui: &Ui, before: Option<&Found>, serial: usize) -> Found {
    let query = &route.query;
    let selection = &route.selection.clone().further(ui.limit.saturating_sub(RESULTS) / FURTHER * MORE_ROWS);
    // What is said over all texts waits until they are read: a large page reads them when it is asked for that.
    let unread = holdings.reading_all().is_some();
    match &route.view {
        View::Overview => {
            let summary = holdings.summary();
            let documents = holdings.documents_by(&Query::default(), Sort::default());
            let threads = if unread { Vec::new() } else { holdings.threads(None, THREADS) };
            let findings = holdings.findings();
            Found::Overview(Rc::new(Glance { summary, documents, findings, threads }))
        }
        View::Search => {
            let query = looking(asked(route), ui);
            let mut results = holdings.search_by(&query, ui.limit, route.sort);
            if ui.full {
                holdings.unfold(&mut results, &query);
            }
            let units = (route.unit != Unit::Passages).then(|| Rc::new(holdings.units(&query, route.unit, ui.limit)));
            Found::Search(Rc::new(results), units)
        }
        View::Documents => Found::Documents(Rc::new(holdings.documents_by(&looking(asked(route), ui), route.sort))),
        View::Document { id, passage } => {
            Found::Document(open(holdings, id, passage.as_deref(), query, before, serial))
        }
        View::About => Found::About(Rc::new(holdings.summary())),
        View::Unknown(_) => Found::Nothing,
        _ if unread => Found::Waiting,
        View::Names => Found::Names(Rc::new(holdings.names(query, selection))),
        View::Name(id) => Found::Name(holdings.dossier(id).map(Rc::new)),
        View::Engagements => Found::Engagements(Rc::new(holdings.engagements(query, selection))),
        View::Engagement(id) => Found::Engagement(holdings.engagement(id).map(Rc::new)),
        View::SeriesList => Found::SeriesList(Rc::new(holdings.series_list(query, selection))),
        View::Series(id) => Found::Series(holdings.series(id).map(Rc::new)),
        View::Commitments => Found::Commitments(Rc::new(holdings.commitments(query, selection))),
        View::Statements => Found::Statements(Rc::new(holdings.statements(query, selection))),
        View::Statement(id) => Found::Statement(holdings.statement(id).map(Rc::new)),
        View::Pairs => Found::Pairs(Rc::new(holdings.pairs(query, selection))),
        View::Compare(one, other) if one.starts_with(NAME) || other.starts_with(NAME) => {
            let id = |place: &str| place.strip_prefix(NAME).map(str::to_owned);
            let ids = id(one).zip(id(other));
            Found::CompareNames(ids.and_then(|(one, other)| holdings.compare_names(&one, &other)).map(Rc::new))
        }
        View::Compare(one, other) => Found::Compare(holdings.compare(one, other).map(Rc::new)),
        View::Amounts => Found::Amounts(Rc::new(holdings.amounts(query, selection))),
        View::Acronyms => Found::Acronyms(Rc::new(holdings.acronyms(query, selection))),
        View::Notes => Found::Notes(Rc::new(holdings.notes(query, selection))),
    }
}

/// Words and filters, those of lists among them, as the search takes them.
pub(crate) fn asked(route: &Route) -> Query {
    route.query.with_filter(route.query.filter.selecting(&route.selection))
}

/// The same query, with the words that stand in the fields of long filters.
fn looking(query: Query, ui: &Ui) -> Query {
    let mut filter = query.filter.clone();
    for (name, words) in &ui.unfolded {
        if let Some(facet) = Facet::from_word(name).filter(|_| !words.trim().is_empty()) {
            filter = filter.looking_for(facet, words);
        }
    }
    query.with_filter(filter)
}

fn open(
    holdings: &Holdings,
    id: &str,
    passage: Option<&str>,
    query: &Query,
    before: Option<&Found>,
    serial: usize,
) -> Option<Rc<Opened>> {
    // Another passage of the document that is open: nothing is opened anew.
    if let Some(Found::Document(Some(open))) = before
        && open.words == query.text
        && open.generation == holdings.generation()
        && open.reading.card.id == holdings.canonical(Facet::Document, id)
    {
        let (current, notice) = passage.and_then(|passage| holdings.resolve(id, passage)).unzip();
        let reading = Reading { current, notice: notice.flatten(), ..open.reading.clone() };
        let margin = reading.current.as_deref().and_then(|anchor| holdings.margin(id, anchor));
        return Some(Rc::new(Opened { reading, margin, ..(**open).clone() }));
    }
    let mut reading = holdings.reading(id, passage, &Query::default().with_text(&query.text))?;
    let margin = reading.current.as_deref().and_then(|anchor| holdings.margin(id, anchor));
    let blocks = std::mem::take(&mut reading.blocks).into_iter().map(Rc::new).collect();
    let lines = Rc::new(holdings.margin_lines(id));
    let (words, generation) = (query.text.clone(), holdings.generation());
    Some(Rc::new(Opened { reading, blocks, lines, margin, words, generation, serial }))
}

impl Found {
    /// How many pieces it has that are drawn little by little.
    pub(crate) fn pieces(&self) -> usize {
        match self {
            Self::Names(list) => list.rows.len(),
            Self::Engagements(list) => list.rows.len(),
            Self::SeriesList(list) => list.rows.len(),
            Self::Statements(found) => found.list.rows.len(),
            Self::Pairs(list) => list.rows.len(),
            Self::Amounts(list) => list.rows.len(),
            Self::Acronyms(list) => list.rows.len(),
            Self::Notes(list) => list.rows.len(),
            Self::Documents(list) => list.documents.len(),
            Self::Commitments(ledger) => ledger.shown,
            Self::Name(Some(dossier)) => {
                dossier.engagements.len() + dossier.statements.len() + dossier.amounts.len() + dossier.mentions
            }
            Self::Compare(Some(comparison)) => comparison.facing.len(),
            Self::Document(Some(open)) => open.blocks.len() - crate::views::reader::first_drawn(open),
            Self::CompareNames(Some(found)) => found.both.len().max(found.partners.len()),
            _ => 0,
        }
    }

    /// The export table behind it, and which of its rows it shows.
    pub(crate) fn exported(&self) -> Option<(&'static str, &[usize])> {
        Some(match self {
            Self::Names(list) => ("entities", &list.exported),
            Self::Engagements(list) => ("engagements", &list.exported),
            Self::SeriesList(list) => ("series", &list.exported),
            Self::Commitments(ledger) => ("statements", &ledger.exported),
            Self::Statements(found) => ("statements", &found.list.exported),
            Self::Pairs(list) => ("links", &list.exported),
            Self::Amounts(list) => ("amounts", &list.exported),
            Self::Acronyms(list) => ("acronyms", &list.exported),
            Self::Notes(list) => ("anomalies", &list.exported),
            _ => return None,
        })
    }
}
