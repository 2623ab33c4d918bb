//! The measures by which the reading of sentences is judged, each with its aim.

use std::fmt::Write;

use crate::scores::{Figures, Scores};

/// Which figure of a measure is shown.
#[derive(Clone, Copy)]
enum Figure {
    Precision,
    Recall,
    F1,
    /// Number of mistakes.
    Mistakes,
}

impl Figure {
    fn of(self, figures: Figures) -> String {
        match self {
            Self::Precision => format!("{:.2} ({}/{})", figures.precision(), figures.right, figures.found),
            Self::Recall => format!("{:.2} ({}/{})", figures.recall(), figures.right, figures.annotated),
            Self::F1 => format!("{:.2}", figures.f1()),
            Self::Mistakes => format!("{} of {}", figures.annotated - figures.right, figures.annotated),
        }
    }
}

/// The goals: label, measure, figure of the measure, and the value to reach. The measure is empty if annotations cannot give
/// it.
const GOALS: &[(&str, &str, Figure, &str)] = &[
    ("engagements, precision", "engagements", Figure::Precision, "0.95"),
    ("engagements, recall", "engagements", Figure::Recall, "0.80"),
    ("participants right where shown", "participants", Figure::Precision, "0.95"),
    ("persons, F1", "names: person", Figure::F1, "0.90"),
    ("agencies, F1", "names: agency", Figure::F1, "0.88"),
    ("organisations, F1", "names: organisation", Figure::F1, "0.82"),
    ("instruments, F1", "names: instrument", Figure::F1, "0.75"),
    ("statements, F1", "statements", Figure::F1, "0.82"),
    ("speaker resolved to a name", "speaker names", Figure::Recall, "0.80"),
    ("amounts: value and unit right", "amounts", Figure::Precision, "0.99"),
    ("amounts off by a power of ten", "amounts of the right size", Figure::Mistakes, "0"),
    ("statement periods right where shown", "statement periods", Figure::Precision, "0.97"),
    ("counterparts right where shown", "counterparts", Figure::Precision, "0.95"),
    ("displayed facts supported by their sentence (cargo xtask audit)", "", Figure::Precision, "0.97"),
    ("throughput against the commit before (example throughput)", "", Figure::Precision, "1.5"),
];

/// One line for each goal: what is measured, the aim, the figure of all annotations, and that of each file.
#[must_use]
pub fn table(scores: &Scores) -> String {
    let mut out = "goal\taim\tall".to_owned();
    for file in scores.files() {
        let _ = write!(out, "\t{file}");
    }
    out.push('\n');
    for (label, measure, figure, aim) in GOALS {
        let _ = write!(out, "{label}\t{aim}");
        for file in std::iter::once(None).chain(scores.files().iter().map(|file| Some(file.as_str()))) {
            let shown = scores.figures(measure, file).map_or_else(|| "no gold".to_owned(), |found| figure.of(found));
            let _ = write!(out, "\t{shown}");
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::scores::Scores;

    #[test]
    fn a_goal_without_annotations_has_no_gold() {
        let mut scores = Scores::default();
        scores.begin_file("mine");
        scores.hit("amounts");
        scores.invented("amounts", "3 GBP");
        scores.property("amounts of the right size", false, String::new);
        let table = table(&scores);
        let line = |label: &str| table.lines().find(|line| line.starts_with(label)).unwrap();
        assert_eq!(line("amounts: value"), "amounts: value and unit right\t0.99\t0.50 (1/2)\t0.50 (1/2)");
        assert_eq!(line("amounts off"), "amounts off by a power of ten\t0\t1 of 1\t1 of 1");
        assert!(line("persons").ends_with("no gold\tno gold"));
    }
}
