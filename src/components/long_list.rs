//! A long list: drawn in slices, as many as the reader has come near. A slice whose rows are unchanged is not drawn again.

use std::any::Any;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::visit::FIRST_PIECES;

/// Rows that are drawn from shared data. Two are equal if they are the same rows of the same data.
#[derive(Clone)]
pub(crate) struct Rows {
    data: Rc<dyn Any>,
    range: Range<usize>,
    draw: Rc<dyn Fn(usize) -> Html>,
}

impl Rows {
    /// The rows `range` of `data`, each drawn by `draw`, which may depend on nothing else that changes while `data` stays.
    pub(crate) fn new<T: 'static>(
        data: &Rc<T>,
        range: Range<usize>,
        draw: impl Fn(&T, usize) -> Html + 'static,
    ) -> Self {
        let shared = data.clone();
        Self { data: data.clone(), range, draw: Rc::new(move |n| draw(&shared, n)) }
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.range.len()
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data) && self.range == other.range
    }
}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rows({:?})", self.range)
    }
}

/// Properties of [`LongList`].
#[derive(Properties, PartialEq)]
pub(crate) struct LongListProps {
    pub(crate) rows: Rows,
    /// Rows that are drawn by now.
    pub(crate) drawn: usize,
}

/// The first rows of a list, without an element around them.
#[component]
pub(crate) fn LongList(props: &LongListProps) -> Html {
    let drawn = props.drawn.min(props.rows.len());
    html! {
        for first in (0..drawn).step_by(FIRST_PIECES) {
            <Slice key={first} rows={props.rows.clone()} {first} end={(first + FIRST_PIECES).min(drawn)} />
        }
    }
}

#[derive(Properties, PartialEq)]
struct SliceProps {
    rows: Rows,
    first: usize,
    end: usize,
}

#[component]
fn Slice(props: &SliceProps) -> Html {
    let start = props.rows.range.start;
    (start + props.first..start + props.end).map(|n| (props.rows.draw)(n)).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Html, Rows};

    #[test]
    fn rows_are_equal_if_they_are_the_same_rows_of_the_same_data() {
        let (one, other) = (Rc::new(vec![1, 2, 3]), Rc::new(vec![1, 2, 3]));
        let rows = |data: &Rc<Vec<u32>>, first: usize| Rows::new(data, first..3, |data, n| Html::from(data[n]));
        assert!(rows(&one, 0) == rows(&one, 0));
        assert!(rows(&one, 0) != rows(&one, 1), "other rows");
        assert!(rows(&one, 0) != rows(&other, 0), "another answer, even if it says the same");
    }
}
