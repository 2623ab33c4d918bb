//! Words that differ between two texts.

use entente_explore::tables::{Change, Run};
use yew::prelude::*;

use super::text::text;
use crate::messages as m;

/// Words of one side of a comparison: what only this side has is marked, and what is only set otherwise.
pub(crate) fn compared_words(runs: &[Run], is_left: bool) -> Html {
    html! {
        for (n, run) in runs.iter().enumerate() {
            if n > 0 {
                { " " }
            }
            { compared_run(run, is_left) }
        }
    }
}

fn compared_run(run: &Run, is_left: bool) -> Html {
    let words = text(&run.text);
    match run.change {
        Change::Same => words,
        Change::Formatting => html! { <span class="reformatted">{ words }</span> },
        Change::Only if is_left => html! { <del>{ words }</del> },
        Change::Only => html! { <ins>{ words }</ins> },
    }
}

/// Words that only one side has: at most `most` runs of each.
pub(crate) fn differing_words(left: &[String], right: &[String], most: usize) -> Html {
    html! {
        <span class="printed differing">
            { shortened_runs(left, right, most) }
        </span>
    }
}

/// The same, and how many runs are left out.
pub(crate) fn differing_words_counted(left: &[String], right: &[String], most: usize) -> Html {
    let hidden = left.len().saturating_sub(most) + right.len().saturating_sub(most);
    html! {
        <span class="printed differing">
            { shortened_runs(left, right, most) }
            if hidden > 0 {
                <small>{ m::and_more(hidden) }</small>
            }
        </span>
    }
}

fn shortened_runs(left: &[String], right: &[String], most: usize) -> Html {
    html! {
        <>
            for words in left.iter().take(most) {
                <del>{ text(&m::cut(words)) }</del>
                { " " }
            }
            for words in right.iter().take(most) {
                <ins>{ text(&m::cut(words)) }</ins>
                { " " }
            }
        </>
    }
}
