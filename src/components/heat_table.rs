//! Counts of two things at once as a table whose cells are tinted by the size of their count and open what they count.

use std::rc::Rc;

use yew::prelude::*;

use crate::actions::FocusAction;
use crate::components::figure::figure_tools;
use crate::components::text::{bdi, unseen};
use crate::context::use_view_context;
use crate::messages::number;

/// Steps of the tint.
const STEPS: usize = 5;
/// What arrows walk through.
const STOPS: &str = ".heat a";

/// The head of a row or column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeatHead {
    /// For reading.
    pub(crate) name: AttrValue,
    /// A number of its own, printed after the name.
    pub(crate) total: Option<usize>,
    /// Where it leads.
    pub(crate) address: AttrValue,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeatCell {
    /// The number, printed.
    pub(crate) count: usize,
    /// Opens what is counted.
    pub(crate) address: AttrValue,
    /// What is counted, in words.
    pub(crate) label: AttrValue,
}

/// Properties of [`HeatTable`].
#[derive(Properties, PartialEq)]
pub(crate) struct HeatTableProps {
    /// What the table shows.
    pub(crate) caption: AttrValue,
    /// What it is called among saved figures.
    pub(crate) figure: &'static str,
    /// What is counted: "passages".
    pub(crate) unit: AttrValue,
    pub(crate) rows: Vec<HeatHead>,
    pub(crate) columns: Vec<HeatHead>,
    /// By row and column; a row may end before the last column.
    pub(crate) cells: Vec<Vec<HeatCell>>,
}

/// The table, and under it what the tints mean. It is one stop of the Tab key, at the cell or head that had the focus last; arrows go
/// from one to the next.
#[component]
pub(crate) fn HeatTable(props: &HeatTableProps) -> Html {
    let here = use_view_context();
    let limits = limits(&props.cells);
    let stops = Rc::new(stops(&props.cells, props.columns.len()));
    let at = use_state_eq(|| None::<(usize, usize)>);
    let is_there = |(row, column): &(usize, usize)| stops.get(*row).and_then(|row| row.get(*column)) == Some(&true);
    // At first the first cell with a number.
    let first = || cells_in_order(&stops).find(|(row, column)| *row > 0 && *column > 0);
    let stop = at.filter(is_there).or_else(first);
    let setter = at.setter();
    let tabindex = |place: (usize, usize)| (stop != Some(place)).then_some("-1");
    let onfocus = |place: (usize, usize)| {
        let setter = setter.clone();
        Callback::from(move |_: FocusEvent| setter.set(Some(place)))
    };
    let onkeydown = {
        let (dispatch, stops) = (here.dispatch.clone(), stops.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(by) = stop.and_then(|stop| steps_to(&stops, stop, &event.key())) {
                event.prevent_default();
                dispatch.act(FocusAction::Step(STOPS, by));
            }
        })
    };
    let head = |head: &HeatHead, place: (usize, usize)| {
        html! { <a href={head.address.clone()} tabindex={tabindex(place)} onfocus={onfocus(place)}>{ bdi(&head.name) }</a> }
    };
    let cell = |cell: &HeatCell, place: (usize, usize)| {
        if cell.count == 0 {
            return html! { <td data-step="0"><span aria-hidden="true">{ "·" }</span>{ unseen("0") }</td> };
        }
        html! {
            <td data-step={step(&limits, cell.count).to_string()}>
                <a class="cell" href={cell.address.clone()} aria-label={cell.label.clone()} title={cell.label.clone()}
                    tabindex={tabindex(place)} onfocus={onfocus(place)}>
                    { number(cell.count) }
                </a>
            </td>
        }
    };
    let row = |(row, (named, cells)): (usize, (&HeatHead, &Vec<HeatCell>))| {
        let empty = props.columns.len() - cells.len().min(props.columns.len());
        html! {
            <tr key={row}>
                <th scope="row">
                    { head(named, (row + 1, 0)) }
                    if let Some(total) = named.total {
                        { " " }
                        <small>{ number(total) }</small>
                    }
                </th>
                for (column, found) in cells.iter().enumerate() {
                    { cell(found, (row + 1, column + 1)) }
                }
                // A row that is shorter than the head belongs to the lower half of a symmetric table.
                if empty > 0 {
                    <td colspan={empty.to_string()}></td>
                }
            </tr>
        }
    };
    html! {
        <>
            <div class="heat-scroll">
                <table class="heat" aria-label={props.caption.clone()} {onkeydown}>
                    <thead>
                        <tr>
                            <td></td>
                            for (column, named) in props.columns.iter().enumerate() {
                                <th scope="col">{ head(named, (0, column + 1)) }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>{ for props.rows.iter().zip(&props.cells).enumerate().map(row) }</tbody>
                </table>
            </div>
            <p class="heat-steps">
                for (n, range) in ranges(&limits) {
                    <span><i data-step={n.to_string()}></i>{ range }</span>
                }
                <span>{ props.unit.clone() }</span>
            </p>
            { figure_tools(&here, props.figure) }
        </>
    }
}

/// Where an arrow can go: heads and cells with a number, by row and column, heads first.
fn stops(cells: &[Vec<HeatCell>], columns: usize) -> Vec<Vec<bool>> {
    let heads = (0..=columns).map(|column| column > 0).collect();
    let row = |cells: &Vec<HeatCell>| [true].into_iter().chain(cells.iter().map(|cell| cell.count > 0)).collect();
    [heads].into_iter().chain(cells.iter().map(row)).collect()
}

/// The places of all stops in the order of the document.
fn cells_in_order(stops: &[Vec<bool>]) -> impl Iterator<Item = (usize, usize)> {
    let of_row = |(row, cells): (usize, &Vec<bool>)| {
        let filled = cells.iter().enumerate().filter(|(_, is_stop)| **is_stop);
        filled.map(|(column, _)| (row, column)).collect::<Vec<_>>()
    };
    stops.iter().enumerate().flat_map(of_row)
}

/// The largest count of each step: a fifth of the different counts has each. Most cells of a table have the smallest counts; were
/// cells divided instead of counts, all larger ones would be of one step.
fn limits(cells: &[Vec<HeatCell>]) -> Vec<usize> {
    let mut counts: Vec<usize> = cells.iter().flatten().map(|cell| cell.count).filter(|count| *count > 0).collect();
    counts.sort_unstable();
    counts.dedup();
    let mut out: Vec<usize> =
        (1..=STEPS).filter_map(|n| counts.get((counts.len() * n / STEPS).checked_sub(1)?).copied()).collect();
    out.dedup();
    out
}

/// The step of a count, from 1. The largest count has the last of five and the smallest the first, however few there are.
fn step(limits: &[usize], count: usize) -> usize {
    let gaps = limits.len().saturating_sub(1);
    let at = limits.partition_point(|limit| *limit < count).min(gaps);
    STEPS - (gaps - at) * (STEPS - 1) / gaps.max(1)
}

/// The steps with their counts, as they are printed: "4–9".
fn ranges(limits: &[usize]) -> Vec<(usize, String)> {
    let mut from = 1;
    limits
        .iter()
        .map(|limit| {
            let range = if from == *limit { limit.to_string() } else { format!("{from}–{limit}") };
            from = limit + 1;
            (step(limits, *limit), range)
        })
        .collect()
}

/// Number of stops from the one at `from` to the next one that an arrow leads to; `None` at the edge of the table.
fn steps_to(stops: &[Vec<bool>], from: (usize, usize), key: &str) -> Option<i32> {
    let (mut row, mut column) = from;
    let is_vertical = matches!(key, "ArrowUp" | "ArrowDown");
    loop {
        match key {
            "ArrowLeft" => column = column.checked_sub(1)?,
            "ArrowRight" => column += 1,
            "ArrowUp" => row = row.checked_sub(1)?,
            "ArrowDown" => row += 1,
            _ => return None,
        }
        let stop = stops.get(row)?.get(column).copied();
        // A row that ends before the column is passed over.
        if stop.or(is_vertical.then_some(false))? {
            let place = |wanted: (usize, usize)| cells_in_order(stops).position(|stop| stop == wanted);
            let (before, after) = (place(from)?, place((row, column))?);
            return i32::try_from(after).ok()?.checked_sub(i32::try_from(before).ok()?);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(counts: &[&[usize]]) -> Vec<Vec<HeatCell>> {
        let cell = |count: &usize| HeatCell { count: *count, address: "#/".into(), label: "".into() };
        counts.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    #[test]
    fn a_step_is_a_fifth_of_the_counts_and_the_largest_count_is_the_darkest() {
        let cells = cells(&[&[1, 2, 3, 4, 5], &[6, 7, 8, 9, 10], &[0, 0, 0, 0, 0]]);
        let limits = limits(&cells);
        assert_eq!(limits, [2, 4, 6, 8, 10]);
        let printed: Vec<String> = ranges(&limits).into_iter().map(|(n, range)| format!("{n}: {range}")).collect();
        assert_eq!(printed, ["1: 1–2", "2: 3–4", "3: 5–6", "4: 7–8", "5: 9–10"]);
        assert_eq!((step(&limits, 1), step(&limits, 10)), (1, 5));
    }

    #[test]
    fn many_small_counts_leave_steps_for_the_large_ones() {
        assert_eq!(limits(&cells(&[&[12], &[4, 2], &[2, 1, 0], &[1, 1, 1, 1, 1, 1, 1, 1]])), [1, 2, 4, 12]);
    }

    #[test]
    fn few_counts_have_few_steps() {
        let limits = limits(&cells(&[&[3, 3, 0]]));
        assert_eq!((limits.as_slice(), step(&limits, 3)), ([3].as_slice(), 5));
        assert!(super::limits(&cells(&[&[0]])).is_empty());
        let two = super::limits(&cells(&[&[1, 2], &[1, 1]]));
        assert_eq!((step(&two, 1), step(&two, 2)), (1, 5), "two counts are told apart at first sight");
    }

    #[test]
    fn an_arrow_leads_to_the_next_cell_with_a_number_or_to_a_head() {
        let stops = stops(&cells(&[&[1, 0, 2], &[0, 0, 3], &[4, 5, 0]]), 3);
        for (from, key, by) in [
            ((1, 1), "ArrowRight", Some(1)),
            ((1, 1), "ArrowDown", Some(5)),
            ((3, 1), "ArrowUp", Some(-5)),
            ((1, 3), "ArrowDown", Some(2)),
            ((2, 3), "ArrowDown", None),
            ((1, 1), "ArrowLeft", Some(-1)),
            ((1, 1), "ArrowUp", Some(-4)),
            ((0, 1), "ArrowUp", None),
            ((0, 1), "ArrowLeft", None),
            ((1, 0), "ArrowUp", None),
            ((1, 1), "Enter", None),
        ] {
            assert_eq!(steps_to(&stops, from, key), by, "{from:?} {key}");
        }
    }

    #[test]
    fn rows_that_end_before_the_last_column_have_no_stop_there() {
        let stops = stops(&cells(&[&[], &[7]]), 2);
        assert_eq!(cells_in_order(&stops).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 0), (2, 0), (2, 1)]);
        assert_eq!(steps_to(&stops, (0, 2), "ArrowDown"), None);
        // The first row ends before the first column.
        assert_eq!((steps_to(&stops, (2, 1), "ArrowUp"), steps_to(&stops, (0, 1), "ArrowDown")), (Some(-4), Some(4)));
        assert_eq!(steps_to(&stops, (1, 0), "ArrowRight"), None);
    }
}
