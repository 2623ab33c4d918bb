//! Counts of two things at once as a table whose cells are tinted by the size of their count and open what they count.

use yew::prelude::*;

use crate::actions::FocusAction;
use crate::components::figure::figure_tools;
use crate::components::text::{bdi, unseen};
use crate::context::use_view_context;

/// Steps of the tint.
const STEPS: usize = 5;
/// The cells that arrows walk through.
const CELLS: &str = ".heat a.cell";

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

/// The table, and under it what the tints mean. Its cells are one stop of the Tab key; arrows go from one to the next.
#[component]
pub(crate) fn HeatTable(props: &HeatTableProps) -> Html {
    let here = use_view_context();
    let dispatch = &here.dispatch;
    let limits = limits(&props.cells);
    let mut stops = 0;
    let mut rows = Vec::new();
    for (row, (head, cells)) in props.rows.iter().zip(&props.cells).enumerate() {
        let empty = props.columns.len() - cells.len().min(props.columns.len());
        let cells: Vec<Html> = cells
            .iter()
            .enumerate()
            .map(|(column, cell)| {
                if cell.count == 0 {
                    return html! { <td data-step="0"><span aria-hidden="true">{ "·" }</span>{ unseen("0") }</td> };
                }
                stops += 1;
                let (dispatch, counts) = (dispatch.clone(), counts(&props.cells));
                let onkeydown = Callback::from(move |event: KeyboardEvent| {
                    if let Some(by) = steps_to(&counts, (row, column), &event.key()) {
                        event.prevent_default();
                        dispatch.act(FocusAction::Step(CELLS, by));
                    }
                });
                html! {
                    <td data-step={step(&limits, cell.count).to_string()}>
                        <a class="cell" href={cell.address.clone()} aria-label={cell.label.clone()} title={cell.label.clone()}
                            tabindex={(stops > 1).then_some("-1")} {onkeydown}>
                            { crate::messages::number(cell.count) }
                        </a>
                    </td>
                }
            })
            .collect();
        rows.push(html! {
            <tr key={row}>
                <th scope="row">
                    <a href={head.address.clone()}>{ bdi(&head.name) }</a>
                    if let Some(total) = head.total {
                        { " " }
                        <small>{ crate::messages::number(total) }</small>
                    }
                </th>
                { cells }
                // A row that is shorter than the head belongs to the lower half of a symmetric table.
                if empty > 0 {
                    <td colspan={empty.to_string()}></td>
                }
            </tr>
        });
    }
    html! {
        <>
            <div class="heat-scroll">
                <table class="heat" aria-label={props.caption.clone()}>
                    <thead>
                        <tr>
                            <td></td>
                            for head in &props.columns {
                                <th scope="col"><a href={head.address.clone()}>{ bdi(&head.name) }</a></th>
                            }
                        </tr>
                    </thead>
                    <tbody>{ rows }</tbody>
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

fn counts(cells: &[Vec<HeatCell>]) -> Vec<Vec<usize>> {
    cells.iter().map(|row| row.iter().map(|cell| cell.count).collect()).collect()
}

/// The largest count of each step: a fifth of the different counts has each. Most cells of a table have the smallest counts; were
/// cells divided instead of counts, all larger ones would be of one step.
fn limits(cells: &[Vec<HeatCell>]) -> Vec<usize> {
    let mut counts: Vec<usize> = counts(cells).concat();
    counts.retain(|count| *count > 0);
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

/// Number of cells with a number between the cell and the next one that an arrow leads to; `None` at the edge of the table.
fn steps_to(counts: &[Vec<usize>], (row, column): (usize, usize), key: &str) -> Option<i32> {
    let is_filled = |row: usize, column: usize| counts.get(row)?.get(column).map(|count| *count > 0);
    let order = |row: usize, column: usize| {
        let before: usize = counts[..row].iter().flatten().filter(|count| **count > 0).count();
        before + counts[row][..column].iter().filter(|count| **count > 0).count()
    };
    let (mut to_row, mut to_column) = (row, column);
    loop {
        match key {
            "ArrowLeft" => to_column = to_column.checked_sub(1)?,
            "ArrowRight" => to_column += 1,
            "ArrowUp" => to_row = to_row.checked_sub(1)?,
            "ArrowDown" => to_row += 1,
            _ => return None,
        }
        if is_filled(to_row, to_column)? {
            let (from, to) = (order(row, column), order(to_row, to_column));
            return i32::try_from(to).ok()?.checked_sub(i32::try_from(from).ok()?);
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
    fn an_arrow_leads_to_the_next_cell_with_a_number() {
        let counts = [vec![1, 0, 2], vec![0, 0, 3], vec![4, 5, 0]];
        for (from, key, by) in [
            ((0, 0), "ArrowRight", Some(1)),
            ((0, 0), "ArrowDown", Some(3)),
            ((2, 0), "ArrowUp", Some(-3)),
            ((0, 2), "ArrowDown", Some(1)),
            ((1, 2), "ArrowDown", None),
            ((0, 0), "ArrowLeft", None),
            ((0, 0), "Enter", None),
        ] {
            assert_eq!(steps_to(&counts, from, key), by, "{from:?} {key}");
        }
    }
}
