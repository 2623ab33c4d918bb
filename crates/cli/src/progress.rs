//! A progress bar on a terminal, and nothing in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over the bytes of documents. It is drawn on standard error if that is a terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// An empty bar.
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes}, {elapsed}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Moves the bar to `done` of `of` bytes.
    pub(crate) fn set(&self, done: u64, of: u64) {
        self.0.set_length(of);
        self.0.set_position(done);
    }

    /// Removes the bar.
    pub(crate) fn clear(&self) {
        self.0.finish_and_clear();
    }
}
