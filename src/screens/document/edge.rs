//! Marks along the right edge: where in the document there are hits, meetings, repeats and source problems, and what is seen.
//!
//! The picture is for the eye; the same marks are a list below the outline. A passage takes as much of the edge as it has
//! letters.

use yew::prelude::*;

use super::OpenDocument;
use super::in_view::use_in_view;
use crate::actions::FocusAction;
use crate::components::shared::Shared;
use crate::context::use_view_context;
use crate::platform::dom;

/// Marks of one kind are at least this far apart, in thousandths of the edge.
const MARK_SPACING: usize = 4;
/// Letters that a passage takes besides its own: the space around it.
const SPACE_CHARS: usize = 60;
/// Thousandths of the edge that what is seen takes at least.
const MIN_SEEN_THOUSANDTHS: usize = 8;

/// A kind of marks: its lane, and which passages have it.
struct Lane {
    name: &'static str,
    x: &'static str,
    width: &'static str,
    has: fn(&OpenDocument, usize) -> bool,
}

const LANES: &[Lane] = &[
    Lane { name: "hit", x: "1", width: "5", has: |open, at| open.walk.hits_here.binary_search(&at).is_ok() },
    Lane { name: "meeting", x: "6", width: "3", has: |open, at| line(open, at, |line| !line.engagements.is_empty()) },
    Lane { name: "repeat", x: "9", width: "4", has: |open, at| line(open, at, |line| !line.repeats.is_empty()) },
    Lane { name: "problem", x: "9", width: "4", has: |open, at| line(open, at, |line| !line.notes.is_empty()) },
];

fn line(open: &OpenDocument, at: usize, has: fn(&entente_explore::tables::MarginLine) -> bool) -> bool {
    open.lines.get(&open.blocks[at].anchor).is_some_and(has)
}

/// Where each passage begins along the edge, in thousandths, and the end of the last.
fn places(open: &OpenDocument) -> Vec<usize> {
    let letters = |n: usize| open.blocks[n].cells.iter().flatten().map(|fragment| fragment.text.len()).sum::<usize>();
    let mut sum = 0;
    let mut starts = Vec::with_capacity(open.blocks.len() + 1);
    for n in 0..open.blocks.len() {
        starts.push(sum);
        sum += letters(n) + SPACE_CHARS;
    }
    starts.push(sum);
    starts.iter().map(|start| start * 1000 / sum.max(1)).collect()
}

/// Thousandths as a share in per cent.
fn percent(thousandths: usize) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// Properties of [`Edge`].
#[derive(Properties, PartialEq)]
pub(super) struct EdgeProps {
    pub(super) open: Shared<OpenDocument>,
}

/// The edge. A click goes to the place in the text.
#[component]
pub(super) fn Edge(props: &EdgeProps) -> Html {
    let here = use_view_context();
    let open = &props.open;
    let places = use_memo(open.serial, |_| places(open));
    let seen = use_in_view(open, |_, seen| seen);
    let marks = use_memo((open.serial, open.walk.hits_here.clone()), |_| marks(open, &places));
    let (dispatch, clicked, starts) = (here.dispatch.clone(), open.clone(), places.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        let at = starts.partition_point(|start| *start <= dom::thousandths_down(&event)).saturating_sub(1);
        if let Some(block) = clicked.blocks.get(at) {
            dispatch.act(FocusAction::Scroll(block.anchor.clone()));
        }
    });
    let place = |at: usize| places.get(at).copied().unwrap_or(0);
    let (top, bottom) = seen.map_or((0, 0), |(first, last)| (place(first), place(last + 1)));
    let current = open.current_index().map(place);
    html! {
        <div class="edge" aria-hidden="true" {onclick}>
            <svg width="14" height="100%">
                <rect class="edge-seen" x="0" width="14" y={percent(top)} height={percent(bottom.saturating_sub(top).max(MIN_SEEN_THOUSANDTHS))} />
                { (*marks).clone() }
                if let Some(current) = current {
                    <rect class="edge-current" x="0" width="14" y={percent(current)} height="3" />
                }
            </svg>
        </div>
    }
}

/// The marks of every kind, those that would touch left out.
fn marks(open: &OpenDocument, places: &[usize]) -> Html {
    let mut out = Vec::new();
    for lane in LANES {
        let mut next = 0;
        for (at, start) in places.iter().enumerate().take(open.blocks.len()) {
            if *start >= next && (lane.has)(open, at) {
                let class = format!("edge-{}", lane.name);
                out.push(html! { <rect {class} x={lane.x} width={lane.width} y={percent(*start)} height="2" /> });
                next = start + MARK_SPACING;
            }
        }
    }
    out.into_iter().collect()
}
