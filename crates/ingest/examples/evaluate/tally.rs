//! Figures: what was found, what of it is right, and what there is to find.

use std::collections::BTreeMap;

/// One measure of one file of annotations.
#[derive(Clone, Copy, Default)]
struct Figures {
    right: usize,
    found: usize,
    annotated: usize,
    /// The measure is a share ("dates right"), not precision and recall.
    is_share: bool,
}

/// All measures, in the order in which they were first counted.
#[derive(Default)]
pub(crate) struct Tally {
    order: Vec<String>,
    figures: BTreeMap<(String, String), Figures>,
    files: Vec<String>,
    document: String,
    mistakes: Vec<String>,
}

impl Tally {
    /// Begins a file of annotations.
    pub(crate) fn begin(&mut self, name: &str) {
        self.files.push(name.to_owned());
    }

    /// Names the document of the mistakes to come.
    pub(crate) fn document(&mut self, file: &str) {
        self.document = file.rsplit('/').next().unwrap_or(file).to_owned();
    }

    fn of(&mut self, measure: &str) -> &mut Figures {
        if !self.order.iter().any(|known| known == measure) {
            self.order.push(measure.to_owned());
        }
        let file = self.files.last().cloned().unwrap_or_default();
        self.figures.entry((measure.to_owned(), file)).or_default()
    }

    /// Something annotated that was found.
    pub(crate) fn hit(&mut self, measure: &str) {
        let figures = self.of(measure);
        figures.right += 1;
        figures.found += 1;
        figures.annotated += 1;
    }

    /// Something annotated that was not found.
    pub(crate) fn missed(&mut self, measure: &str, words: &str) {
        self.of(measure).annotated += 1;
        self.mistakes.push(format!("- {measure}\t{words}\t{}", self.document));
    }

    /// Something found that is not annotated.
    pub(crate) fn invented(&mut self, measure: &str, words: &str) {
        self.of(measure).found += 1;
        self.mistakes.push(format!("+ {measure}\t{words}\t{}", self.document));
    }

    /// One property of something found: right, or what it is and should be.
    pub(crate) fn property(&mut self, measure: &str, is_right: bool, told: impl FnOnce() -> String) {
        let figures = self.of(measure);
        figures.is_share = true;
        figures.annotated += 1;
        figures.right += usize::from(is_right);
        if !is_right {
            self.mistakes.push(format!("! {measure}\t{}\t{}", told(), self.document));
        }
    }

    /// One line a measure and file of annotations.
    pub(crate) fn print(&self, with_mistakes: bool) {
        println!("measure\tannotations\tprecision\trecall\tF1\tright\tfound\tannotated");
        for measure in &self.order {
            for file in &self.files {
                let Some(figures) = self.figures.get(&(measure.clone(), file.clone())) else { continue };
                let Figures { right, found, annotated, is_share } = *figures;
                if is_share {
                    println!("{measure}\t{file}\t\t{:.3}\t\t{right}\t\t{annotated}", share(right, annotated));
                    continue;
                }
                let (precision, recall) = (share(right, found), share(right, annotated));
                let sum = precision + recall;
                let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
                println!("{measure}\t{file}\t{precision:.3}\t{recall:.3}\t{f1:.3}\t{right}\t{found}\t{annotated}");
            }
        }
        if with_mistakes {
            self.mistakes.iter().for_each(|mistake| println!("{mistake}"));
        }
    }
}

/// A part of a whole.
#[expect(clippy::cast_precision_loss, reason = "counts of a few documents")]
pub(crate) fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}
