//! Filters: which passages they let through, and what each value would give.
//!
//! Any of the values within a facet, all of the facets, none of the excluded. A facet's own counts
//! are made under all **other** facets, so that a second value of it can be chosen; the years under all but the dates.

use entente_text::fold::fold;
use entente_text::order::sort_by;

use crate::dimensions::{Dimensions, days};
use crate::filter::{Facet, Filter};
use crate::listing::{FacetGroup, FacetValue, Years};
use crate::prepare::Unit;
use crate::rows::Days;

/// Values shown of a facet: those with most. Chosen ones are always shown.
const SHOWN: usize = 100;

/// What a filter lets through, and what it could be widened or narrowed to.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    /// Passages in order, with the scores they came with.
    pub(crate) through: Vec<(u32, f32)>,
    pub(crate) groups: Vec<FacetGroup>,
    pub(crate) years: Years,
}

/// A filter as sets of numbers.
struct Gate<'a> {
    dimensions: &'a Dimensions,
    /// 1: wanted, 2: excluded.
    marks: Vec<u8>,
    /// Facets of which some value is wanted.
    active: u32,
    /// Wanted and excluded ends of dates.
    from: Ends,
    to: Ends,
}

#[derive(Default)]
struct Ends {
    wanted: Vec<u32>,
    unwanted: Vec<u32>,
}

/// Facets that a passage fits and that exclude it, as bits.
#[derive(Clone, Copy, Default)]
struct State {
    fits: u32,
    fails: u32,
}

impl<'a> Gate<'a> {
    fn new(dimensions: &'a Dimensions, filter: &Filter) -> Self {
        let mut marks = vec![0; dimensions.values.len()];
        let mut active = 0;
        for (lists, mark) in [(&filter.include, 1), (&filter.exclude, 2)] {
            for (facet, ids) in lists {
                if mark == 1 {
                    active |= facet.bit();
                }
                for at in ids.iter().filter_map(|id| dimensions.find(*facet, id)) {
                    marks[at as usize] |= mark;
                }
            }
        }
        // From its first day on; up to its last.
        let ends = |facet: Facet, end: fn(Days) -> u32| {
            let list = |ids: &[String]| ids.iter().filter_map(|id| days(id)).map(end).collect();
            Ends { wanted: list(filter.wanted(facet)), unwanted: list(filter.unwanted(facet)) }
        };
        let (from, to) = (ends(Facet::From, |days| days.0), ends(Facet::To, |days| days.1));
        Self { dimensions, marks, active, from, to }
    }

    fn add(&self, mut state: State, row: &[u32]) -> State {
        for at in row {
            let mark = self.marks[*at as usize];
            if mark != 0 {
                let bit = self.dimensions.values[*at as usize].facet.bit();
                state.fits |= if mark & 1 != 0 { bit } else { 0 };
                state.fails |= if mark & 2 != 0 { bit } else { 0 };
            }
        }
        state
    }

    fn is_dated(&self) -> bool {
        !(self.from.wanted.is_empty()
            && self.from.unwanted.is_empty()
            && self.to.wanted.is_empty()
            && self.to.unwanted.is_empty())
    }

    /// A date fits where any day that it may mean does; one date has to fit both ends.
    fn date(&self, mut state: State, dates: &[Days]) -> State {
        let since = |ends: &[u32], days: &Days| ends.iter().any(|end| days.1 >= *end);
        let until = |ends: &[u32], days: &Days| ends.iter().any(|end| days.0 <= *end);
        let asked = |facet: Facet| self.active & facet.bit() != 0;
        let both = |days: &Days| {
            (!asked(Facet::From) || since(&self.from.wanted, days))
                && (!asked(Facet::To) || until(&self.to.wanted, days))
        };
        state.fits |= if dates.iter().any(both) { Facet::From.bit() | Facet::To.bit() } else { 0 };
        state.fails |= if dates.iter().any(|days| since(&self.from.unwanted, days)) { Facet::From.bit() } else { 0 };
        state.fails |= if dates.iter().any(|days| until(&self.to.unwanted, days)) { Facet::To.bit() } else { 0 };
        state
    }
}

/// Which of `passages` (in order) the filter lets through, and the counts of all values in passages or documents.
pub(crate) fn apply(
    dimensions: &Dimensions,
    units: &[Unit],
    passages: Vec<(u32, f32)>,
    filter: &Filter,
    by_document: bool,
) -> Selection {
    let gate = Gate::new(dimensions, filter);
    let (open, dated) = (filter.is_empty(), gate.is_dated());
    let mut tally = Tally::new(dimensions, by_document);
    let mut through = Vec::new();
    let mut document = (u32::MAX, State::default());
    for (number, score) in passages {
        let Some(unit) = units.get(number as usize) else { continue };
        if document.0 != unit.document {
            document = (unit.document, gate.add(State::default(), dimensions.of_document(unit.document as usize)));
        }
        let own = dimensions.of_passage(number as usize);
        let dates = dimensions.dates_of(number as usize, unit.document as usize);
        let mut state = document.1;
        if !open {
            state = gate.add(state, own);
        }
        if dated {
            state = gate.date(state, dates);
        }
        let failing = (gate.active & !state.fits) | state.fails;
        if failing == 0 {
            through.push((number, score));
        }
        // Counted where nothing stands against it, or only the facet itself.
        if failing.count_ones() <= 1 {
            tally.document(unit.document, failing);
            tally.values(unit.document, own, failing, 1);
        }
        if failing & !(Facet::From.bit() | Facet::To.bit()) == 0 {
            tally.years(unit.document, dates);
        }
    }
    tally.flush();
    // Of what passages tell only statements are offered; the rest and the dates are shown where they are in force.
    let offered = |facet: &&Facet| {
        let quiet = facet.is_date() || (Facet::OF_FACTS.contains(facet) && **facet != Facet::Modality);
        !quiet || filter.wanted(**facet).len() + filter.unwanted(**facet).len() > 0
    };
    let facets = Facet::ALL.iter().chain(Facet::OF_FACTS).filter(offered);
    let groups = facets.map(|facet| group(dimensions, *facet, &tally.counts, filter)).collect();
    Selection { through, groups, years: tally.done() }
}

/// Counts while passages go by.
struct Tally<'a> {
    dimensions: &'a Dimensions,
    by_document: bool,
    counts: Vec<u32>,
    /// The last document that was counted for each value.
    last: Vec<u32>,
    /// For each year from the first on, how many begin there less how many ended before.
    years: Vec<usize>,
    last_in_year: Vec<u32>,
    undated: usize,
    undated_last: u32,
    /// Document, facets that fail, and passages that are not counted yet.
    waiting: (u32, u32, u32),
}

impl<'a> Tally<'a> {
    fn new(dimensions: &'a Dimensions, by_document: bool) -> Self {
        let count = dimensions.values.len();
        let years = dimensions.years.map_or(0, |(first, last)| (last - first) as usize + 1);
        let nobody = |count: usize| vec![u32::MAX; if by_document { count } else { 0 }];
        Self {
            dimensions,
            by_document,
            counts: vec![0; count],
            last: nobody(count),
            years: vec![0; years],
            last_in_year: nobody(years),
            undated: 0,
            undated_last: u32::MAX,
            waiting: (0, 0, 0),
        }
    }

    /// Counts a passage for the values of its document. Most passages of a document fail alike, so that they are
    /// counted together.
    fn document(&mut self, document: u32, failing: u32) {
        let (last, state, count) = &mut self.waiting;
        if (*last, *state) == (document, failing) {
            *count += 1;
        } else {
            self.flush();
            self.waiting = (document, failing, 1);
        }
    }

    /// Counts the passages that wait.
    fn flush(&mut self) {
        let (document, failing, count) = std::mem::take(&mut self.waiting);
        if count > 0 {
            self.values(document, self.dimensions.of_document(document as usize), failing, count);
        }
    }

    fn values(&mut self, document: u32, row: &[u32], failing: u32, count: u32) {
        for at in row {
            let at = *at as usize;
            if failing != 0 && self.dimensions.values[at].facet.bit() != failing {
                continue;
            }
            if !self.by_document {
                self.counts[at] += count;
            } else if std::mem::replace(&mut self.last[at], document) != document {
                self.counts[at] += 1;
            }
        }
    }

    fn years(&mut self, document: u32, dates: &[Days]) {
        let Some((first, last)) = self.dimensions.years.filter(|_| !dates.is_empty()) else {
            if !self.by_document || std::mem::replace(&mut self.undated_last, document) != document {
                self.undated += 1;
            }
            return;
        };
        // The dates of a passage are in order: a year that two of them touch counts once.
        let mut next = first;
        for days in dates {
            let (from, to) = ((days.0 / 10_000).max(next), (days.1 / 10_000).min(last));
            for year in from..=to {
                let at = (year - first) as usize;
                if !self.by_document || std::mem::replace(&mut self.last_in_year[at], document) != document {
                    self.years[at] += 1;
                }
            }
            next = next.max(to.saturating_add(1));
        }
    }

    fn done(self) -> Years {
        let first = self.dimensions.years.map_or(0, |(first, _)| first);
        let years = (first..).zip(self.years).filter(|(_, count)| *count > 0);
        Years {
            years: years.map(|(year, count)| (u16::try_from(year).unwrap_or(u16::MAX), count)).collect(),
            undated: self.undated,
        }
    }
}

fn group(dimensions: &Dimensions, facet: Facet, counts: &[u32], filter: &Filter) -> FacetGroup {
    let (wanted, unwanted) = (filter.wanted(facet), filter.unwanted(facet));
    let has = |list: &[String], id: &str| list.binary_search_by(|known| known.as_str().cmp(id)).is_ok();
    let value = |id: &str, label: &str, count: u32, known: bool| FacetValue {
        id: id.to_owned(),
        label: label.to_owned(),
        count: count as usize,
        chosen: has(wanted, id),
        excluded: has(unwanted, id),
        known,
    };
    let all = dimensions.range(facet);
    let words = filter.looked_for.get(&facet).map_or("", String::as_str);
    let named = |at: &usize| words.is_empty() || fold(&dimensions.values[*at].label).contains(words);
    // Of thousands of values few have any; those without stand behind them, as far as there is room.
    let mut numbers: Vec<usize> = all.clone().filter(|at| counts[*at] > 0 && named(at)).collect();
    if numbers.len() > SHOWN {
        numbers.select_nth_unstable_by_key(SHOWN, |at| (u32::MAX - counts[*at], *at));
        numbers.truncate(SHOWN);
    }
    let room = SHOWN - numbers.len();
    numbers.extend(all.clone().filter(|at| counts[*at] == 0 && named(at)).take(room));
    sort_by(&mut numbers, |a, b| {
        let label = |at: &usize| dimensions.values[*at].label.as_str();
        counts[*b].cmp(&counts[*a]).then_with(|| label(a).cmp(label(b)))
    });
    for at in wanted.iter().chain(unwanted).filter_map(|id| dimensions.find(facet, id)) {
        if !numbers.contains(&(at as usize)) {
            numbers.push(at as usize);
        }
    }
    let mut values: Vec<FacetValue> = numbers
        .iter()
        .map(|at| (&dimensions.values[*at], counts[*at]))
        .map(|(known, count)| value(&known.id, &known.label, count, true))
        .collect();
    for id in wanted.iter().chain(unwanted).filter(|id| dimensions.find(facet, id).is_none()) {
        if values.iter().all(|known| known.id != *id) {
            values.push(value(id, id, 0, facet.is_date() && days(id).is_some()));
        }
    }
    FacetGroup { facet, more: all.len() - numbers.len(), values }
}
