//! What the verdicts of a sheet come to.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::sheet::{Judged, Verdict};
use crate::scores::share;

/// Verdicts of one kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    wrong: usize,
    misleading: usize,
    open: usize,
    /// Facts of the kind in the documents.
    of: usize,
}

impl Counts {
    fn add(&mut self, verdict: Option<Verdict>) {
        match verdict {
            Some(Verdict::Right) => self.right += 1,
            Some(Verdict::Wrong) => self.wrong += 1,
            Some(Verdict::Misleading) => self.misleading += 1,
            None => self.open += 1,
        }
    }

    fn judged(self) -> usize {
        self.right + self.wrong + self.misleading
    }

    fn line(self, name: &str) -> String {
        let Self { right, wrong, misleading, open, of } = self;
        let part = share(right, self.judged());
        format!("{name}\t{right}\t{wrong}\t{misleading}\t{open}\t{of}\t{part:.2}\n")
    }
}

/// Right, wrong and misleading by kind, in all, and by class of mistake. The share in all is given twice: of the facts
/// drawn, and of all facts, where each kind counts by how many facts of it the documents have.
#[must_use]
pub fn summary(sheet: &[Judged]) -> String {
    let mut kinds: Vec<(&str, Counts)> = Vec::new();
    let mut mistakes: BTreeMap<&str, usize> = BTreeMap::new();
    for line in sheet {
        let at = kinds.iter().position(|(kind, _)| *kind == line.kind).unwrap_or(kinds.len());
        if at == kinds.len() {
            kinds.push((&line.kind, Counts::default()));
        }
        let counts = &mut kinds[at].1;
        counts.add(line.verdict);
        counts.of = counts.of.max(line.of);
        if line.verdict.is_some_and(|verdict| verdict != Verdict::Right) && !line.mistake.is_empty() {
            *mistakes.entry(&line.mistake).or_default() += 1;
        }
    }
    let mut out = "kind\tright\twrong\tmisleading\tnot judged\tin all\tsupported\n".to_owned();
    let mut all = Counts::default();
    let mut supported = 0.0;
    let mut weight = 0.0;
    for (kind, counts) in &kinds {
        out.push_str(&counts.line(kind));
        all.right += counts.right;
        all.wrong += counts.wrong;
        all.misleading += counts.misleading;
        all.open += counts.open;
        all.of += counts.of;
        if counts.judged() > 0 {
            let of = share(counts.of, 1);
            supported += of * share(counts.right, counts.judged());
            weight += of;
        }
    }
    out.push_str(&all.line("all"));
    if weight > 0.0 {
        let _ = writeln!(out, "supported, each kind by its number\t\t\t\t\t\t{:.2}", supported / weight);
    }
    let mut mistakes: Vec<(&str, usize)> = mistakes.into_iter().collect();
    mistakes.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    if !mistakes.is_empty() {
        out.push_str("\nmistake\tfacts\n");
    }
    for (mistake, count) in mistakes {
        let _ = writeln!(out, "{mistake}\t{count}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::audit::parse;

    #[test]
    fn verdicts_are_counted_by_kind_and_mistake() {
        let sheet = "number\tkind\tof\tclaim\tplace\tverdict\tmistake\n\
            1\tengagement\t90\tx\ta:1\tright\t\n\
            2\tengagement\t90\tx\ta:2\twrong\tdid not happen\n\
            3\tamount value\t10\tx\ta:3\tright\t\n\
            4\tamount value\t10\tx\ta:4\t\t\n\
            5\tengagement\t90\tx\ta:5\tmisleading\tdid not happen\n";
        let text = summary(&parse(sheet).unwrap());
        let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        assert_eq!(line("engagement"), "engagement\t1\t1\t1\t0\t90\t0.33");
        assert_eq!(line("amount value"), "amount value\t1\t0\t0\t1\t10\t1.00");
        assert_eq!(line("all"), "all\t2\t1\t1\t1\t100\t0.50");
        assert_eq!(line("supported"), "supported, each kind by its number\t\t\t\t\t\t0.40");
        assert_eq!(line("did not happen"), "did not happen\t2");
    }

    #[test]
    fn an_empty_sheet_has_no_figures() {
        assert_eq!(summary(&[]).lines().count(), 2);
    }
}
