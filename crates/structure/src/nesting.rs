//! Which spans lie in others, in time that grows with their number.

use entente_text::Span;
use entente_text::order;

/// Spans that lie in no other of `spans`, in order.
pub(crate) fn outermost(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.into_iter().collect();
    order::sort_by_key(&mut spans, |span| (span.start, std::cmp::Reverse(span.end)));
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        if out.last().is_none_or(|last| span.end > last.end) {
            out.push(span);
        }
    }
    out
}

/// True if one of `outermost` contains `span`.
pub(crate) fn is_inside(outermost: &[Span], span: Span) -> bool {
    // Starts and ends are in one order, since none lies in another: the last that starts before it reaches furthest.
    let at = outermost.partition_point(|outer| outer.start <= span.start);
    at.checked_sub(1).is_some_and(|at| outermost[at].contains(span))
}

#[cfg(test)]
mod tests {
    use entente_text::Span;

    use super::{is_inside, outermost};

    #[test]
    fn what_lies_in_one_of_many_is_told_without_looking_at_all() {
        let spans = [(4, 9), (0, 3), (5, 6), (2, 7), (4, 9), (20, 30)].map(|(start, end)| Span::new(start, end));
        let found = outermost(spans);
        assert_eq!(found, [(0, 3), (2, 7), (4, 9), (20, 30)].map(|(start, end)| Span::new(start, end)));
        for start in 0..32 {
            for end in start..32 {
                let span = Span::new(start, end);
                assert_eq!(is_inside(&found, span), spans.iter().any(|outer| outer.contains(span)), "{span:?}");
            }
        }
    }
}
