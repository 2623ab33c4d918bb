//! Figures: what was found, what of it is right, and what there is to find.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Counts of one measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Found and annotated.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Annotated.
    pub annotated: usize,
    /// The measure is a share ("dates right"), not precision and recall.
    pub is_share: bool,
}

impl Figures {
    /// Share of what was found that is right; 0 if nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of what is annotated that was found; 0 if nothing is annotated. Of a share: the share.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.right, self.annotated)
    }

    /// Harmonic mean of precision and recall; 0 if both are.
    #[must_use]
    pub fn f1(self) -> f64 {
        let sum = self.precision() + self.recall();
        if sum > 0.0 { 2.0 * self.precision() * self.recall() / sum } else { 0.0 }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.annotated += other.annotated;
        self.is_share |= other.is_share;
    }
}

/// All measures, in the order in which they were first counted, and the mistakes.
#[derive(Default)]
pub struct Scores {
    order: Vec<String>,
    figures: BTreeMap<(String, String), Figures>,
    files: Vec<String>,
    document: String,
    mistakes: Vec<String>,
}

impl Scores {
    /// Begins a file of annotations.
    pub fn begin_file(&mut self, name: &str) {
        self.files.push(name.to_owned());
    }

    /// Begins a document: the mistakes that follow name it.
    pub fn begin_document(&mut self, file: &str) {
        file.rsplit('/').next().unwrap_or(file).clone_into(&mut self.document);
    }

    fn figures_mut(&mut self, measure: &str) -> &mut Figures {
        if !self.order.iter().any(|known| known == measure) {
            self.order.push(measure.to_owned());
        }
        let file = self.files.last().cloned().unwrap_or_default();
        self.figures.entry((measure.to_owned(), file)).or_default()
    }

    /// Counts something annotated that was found.
    pub fn hit(&mut self, measure: &str) {
        let figures = self.figures_mut(measure);
        figures.right += 1;
        figures.found += 1;
        figures.annotated += 1;
    }

    /// Counts something annotated that was not found.
    pub fn missed(&mut self, measure: &str, words: &str) {
        self.figures_mut(measure).annotated += 1;
        self.mistakes.push(format!("- {measure}\t{words}\t{}", self.document));
    }

    /// Counts something found that is not annotated.
    pub fn invented(&mut self, measure: &str, words: &str) {
        self.figures_mut(measure).found += 1;
        self.mistakes.push(format!("+ {measure}\t{words}\t{}", self.document));
    }

    /// Counts one property of something found. `told` describes the actual and the expected value.
    pub fn property(&mut self, measure: &str, is_right: bool, told: impl FnOnce() -> String) {
        let figures = self.figures_mut(measure);
        figures.is_share = true;
        figures.annotated += 1;
        figures.right += usize::from(is_right);
        if !is_right {
            self.mistakes.push(format!("! {measure}\t{}\t{}", told(), self.document));
        }
    }

    /// Counts one slot of something found: right if it is shown as annotated, missed if it is annotated and not shown
    /// so, invented if it is shown and not annotated so. Precision is then "right where shown".
    pub fn slot(&mut self, measure: &str, about: &str, shown: Option<&str>, wanted: Option<&str>, is_same: bool) {
        if shown.is_some() && wanted.is_some() && is_same {
            self.hit(measure);
            return;
        }
        let should = wanted.unwrap_or("none");
        if let Some(shown) = shown {
            self.invented(measure, &format!("{about}: {shown} instead of {should}"));
        }
        if let Some(wanted) = wanted {
            self.missed(measure, &format!("{about}: {wanted}"));
        }
    }

    /// Names of the files of annotations.
    #[must_use]
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Figures of a measure in one file of annotations, or in all if `file` is `None`. `None` if nothing was counted.
    #[must_use]
    pub fn figures(&self, measure: &str, file: Option<&str>) -> Option<Figures> {
        let is_wanted = |(name, of): &(String, String)| name == measure && file.is_none_or(|file| file == of);
        let mut sum: Option<Figures> = None;
        for (_, figures) in self.figures.iter().filter(|(key, _)| is_wanted(key)) {
            sum.get_or_insert_default().add(*figures);
        }
        sum
    }

    /// One line for each measure and file of annotations, tab-separated, below a line of titles.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = "measure\tannotations\tprecision\trecall\tF1\tright\tfound\tannotated\n".to_owned();
        for measure in &self.order {
            for file in &self.files {
                let Some(figures) = self.figures(measure, Some(file)) else { continue };
                let Figures { right, found, annotated, is_share } = figures;
                let recall = figures.recall();
                // Writing to a string cannot fail.
                let _ = if is_share {
                    writeln!(out, "{measure}\t{file}\t\t{recall:.3}\t\t{right}\t\t{annotated}")
                } else {
                    let (precision, f1) = (figures.precision(), figures.f1());
                    writeln!(
                        out,
                        "{measure}\t{file}\t{precision:.3}\t{recall:.3}\t{f1:.3}\t{right}\t{found}\t{annotated}"
                    )
                };
            }
        }
        out
    }

    /// Every mistake: `-` missed, `+` invented, `!` another value.
    #[must_use]
    pub fn mistakes(&self) -> &[String] {
        &self.mistakes
    }
}

/// A part of a whole; 0 of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of a few documents")]
pub fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

#[cfg(test)]
mod tests {
    use super::{Figures, Scores};

    #[test]
    fn a_slot_counts_where_it_is_shown_and_where_it_should_be() {
        let mut scores = Scores::default();
        scores.begin_file("gold");
        for (shown, wanted) in [
            (Some("2024"), Some("2024")),
            (Some("2020"), Some("2024")),
            (Some("2020"), None),
            (None, Some("2024")),
            (None, None),
        ] {
            scores.slot("periods", "x", shown, wanted, shown == wanted);
        }
        let figures = scores.figures("periods", None).unwrap();
        assert_eq!(figures, Figures { right: 1, found: 3, annotated: 3, is_share: false });
        assert_eq!(scores.mistakes().len(), 4);
    }

    #[test]
    fn files_are_counted_apart_and_together() {
        let mut scores = Scores::default();
        for file in ["a", "b"] {
            scores.begin_file(file);
            scores.hit("names");
        }
        scores.missed("names", "Japan");
        let recall = |file| scores.figures("names", file).unwrap().recall();
        assert!((recall(Some("a")) - 1.0).abs() < 1e-9 && (recall(Some("b")) - 0.5).abs() < 1e-9);
        assert_eq!(scores.figures("names", None).unwrap().annotated, 3);
        assert_eq!(scores.figures("dates", None), None);
    }
}
