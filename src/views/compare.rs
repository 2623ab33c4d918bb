//! Two texts side by side, word by word.

use entente_explore::tables::{Change, Comparison, Facing, Side, Source};
use yew::prelude::*;

use crate::components::cells;
use crate::components::facts::runs;
use crate::messages as m;
use crate::route::Route;

/// The comparison, as many of its passages as are drawn by now.
pub(crate) fn one(route: &Route, found: Option<&Comparison>, drawn: usize) -> Html {
    let Some(found) = found else {
        return super::not_found::missing(route, m::UNKNOWN_COMPARE);
    };
    html! {
        <div class="page">
            <header class="head list-head">
                <div><h1>{ m::COMPARE }</h1><p>{ m::COMPARE_LEAD }{ " " }{ m::same(found.same) }{ "." }</p></div>
            </header>
            // The style sheet does it: what differs in form alone is marked for it.
            <input type="checkbox" id="hide-formatting" class="hide-formatting" /><label class="check" for="hide-formatting">{ m::HIDE_FORMATTING }</label>
            <p class="compare-key"><span><del>{ "removed" }</del>{ " " }{ m::ONLY_LEFT }</span><span><ins>{ "added" }</ins>{ " " }{ m::ONLY_RIGHT }</span></p>
            { only(found) }
            <div class="comparison">
                { heading(route, &found.left) }{ heading(route, &found.right) }
                { for found.facing.iter().take(drawn).map(|pair| facing(route, pair)) }
            </div>
        </div>
    }
}

fn heading(route: &Route, source: &Source) -> Html {
    html! { <h2>{ cells::title(route, &source.document, &source.title, source.titled) }</h2> }
}

/// For two passages, what each side has alone, in a sentence.
fn only(found: &Comparison) -> Html {
    let [Facing { left: Some(left), right: Some(right) }] = found.facing.as_slice() else { return Html::default() };
    let alone = |side: &Side| {
        let words: Vec<String> =
            side.runs.iter().filter(|run| run.change == Change::Only).map(|run| run.text.clone()).collect();
        let place = m::place(side.source.number.as_deref(), &[side.source.lines]);
        if words.is_empty() { String::new() } else { m::only_in(&place, &words) }
    };
    html! { <p class="printed">{ alone(left) }{ " " }{ alone(right) }</p> }
}

fn facing(route: &Route, pair: &Facing) -> Html {
    let side = |side: Option<&Side>, left: bool| match side {
        Some(side) => html! {
            <div>
                <p class="crumb">{ cells::place(route, &side.source) }</p>
                <p class="printed" dir="auto" lang={side.source.language.clone()}>{ runs(&side.runs, left) }</p>
            </div>
        },
        None => html! { <div class="missing">{ m::NOTHING_HERE }</div> },
    };
    html! { <>{ side(pair.left.as_ref(), true) }{ side(pair.right.as_ref(), false) }</> }
}
