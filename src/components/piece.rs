//! A piece of a long view that is drawn again only when what it shows is another.

use std::rc::Rc;

use yew::prelude::*;

use crate::element::El;

/// What a piece shows, in numbers: where they are the same, it is the same.
pub(crate) type Stamp = (usize, usize, u32);

#[derive(Clone, Properties)]
pub(crate) struct PieceProps {
    stamp: Stamp,
    draw: Rc<dyn Fn() -> El>,
}

impl PartialEq for PieceProps {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

/// The piece.
pub(crate) struct Piece;

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        (context.props().draw)().into()
    }
}

/// A piece that `draw` draws whenever `stamp` is another.
pub(crate) fn piece(key: &str, stamp: Stamp, draw: Rc<dyn Fn() -> El>) -> Html {
    let key = key.to_owned();
    html! { <Piece {key} {stamp} {draw} /> }
}
