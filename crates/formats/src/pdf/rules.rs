//! Rules that are drawn on a page: the lines of its tables.
//!
//! In: the points of a path. Out: those of its lines that run along the page or down it.

/// Most rules of a page that are kept. A page with more is a drawing.
const MAX_RULES: usize = 20_000;
/// Thickest rectangle that is a rule.
const MAX_THICKNESS_POINTS: f32 = 2.5;
/// Shortest rule.
const MIN_LENGTH_POINTS: f32 = 3.0;

/// A line along the page, or down it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) is_upright: bool,
    /// Where it is across its direction.
    pub(super) at: f32,
    /// Where it begins and ends in its direction.
    pub(super) from: f32,
    pub(super) to: f32,
}

impl Rule {
    /// The rule from one point to the other, if it is one.
    fn between(a: (f32, f32), b: (f32, f32)) -> Option<Self> {
        let (width, height) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        let is_upright = height > width;
        let (thick, length) = if is_upright { (width, height) } else { (height, width) };
        if !(thick <= MAX_THICKNESS_POINTS && (MIN_LENGTH_POINTS..1.0e6).contains(&length)) {
            return None;
        }
        let (at, from, to) = if is_upright {
            ((a.0 + b.0) / 2.0, a.1.min(b.1), a.1.max(b.1))
        } else {
            ((a.1 + b.1) / 2.0, a.0.min(b.0), a.0.max(b.0))
        };
        at.is_finite().then_some(Self { is_upright, at, from, to })
    }
}

/// A path that is being drawn, and the rules drawn so far.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub(super) drawn: Vec<Rule>,
    lines: Vec<((f32, f32), (f32, f32))>,
    rectangles: Vec<((f32, f32), (f32, f32))>,
    point: Option<(f32, f32)>,
}

impl Rules {
    /// The path goes on at `point` without a line.
    pub(super) fn move_to(&mut self, point: (f32, f32)) {
        self.point = Some(point);
    }

    /// A line from the last point to `point`.
    pub(super) fn line_to(&mut self, point: (f32, f32)) {
        if let Some(from) = self.point.replace(point).filter(|_| self.lines.len() < MAX_RULES) {
            self.lines.push((from, point));
        }
    }

    /// A rectangle between two of its corners.
    pub(super) fn rectangle(&mut self, one: (f32, f32), other: (f32, f32)) {
        if self.rectangles.len() < MAX_RULES {
            self.rectangles.push((one, other));
        }
    }

    /// The path is painted: its lines where they are stroked, its thin rectangles anyway.
    pub(super) fn paint(&mut self, is_stroked: bool) {
        let lines = std::mem::take(&mut self.lines);
        let rectangles = std::mem::take(&mut self.rectangles);
        self.point = None;
        for (one, other) in rectangles {
            let thin = Rule::between(one, other);
            let edges = [
                (one, (other.0, one.1)),
                ((one.0, other.1), other),
                (one, (one.0, other.1)),
                ((other.0, one.1), other),
            ];
            let edges = edges.into_iter().filter(|_| is_stroked && thin.is_none());
            self.keep(thin.into_iter().chain(edges.filter_map(|(a, b)| Rule::between(a, b))));
        }
        self.keep(lines.into_iter().filter(|_| is_stroked).filter_map(|(a, b)| Rule::between(a, b)));
    }

    fn keep(&mut self, rules: impl Iterator<Item = Rule>) {
        let room = MAX_RULES.saturating_sub(self.drawn.len());
        self.drawn.extend(rules.take(room));
    }

    /// The path is not painted: it bounds what is.
    pub(super) fn clear(&mut self) {
        self.lines.clear();
        self.rectangles.clear();
        self.point = None;
    }
}
