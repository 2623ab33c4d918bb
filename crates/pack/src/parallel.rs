//! Runs work on all cores, with one progress bar for all steps.
//!
//! Reading a document is a function of its bytes alone, and so is finding names and facts in it. What concerns several documents
//! comes afterwards, in the order of their paths. So the number of threads does not change a byte of the output.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use entente_ingest::Executors;
use entente_text::executor::{Executor, Sequential};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::source::Progress;

/// The stack of a reading thread, as large as that of the main thread.
const STACK_BYTES: usize = 8 * 1024 * 1024;
/// The documents that a thread takes at a time. There are few, because one may take longer than a thousand others.
const DOCUMENTS_PER_TURN: usize = 4;

/// A step of the way from a folder to a page.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    Reading,
    Names,
    Facts,
    Index,
    /// Writes the page: records, names and texts.
    Writing(Part),
}

/// Texts that are deflated.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Records,
    Names,
    Bodies,
}

impl Step {
    /// Start and end of the step, in percent of the time from a folder to a page.
    fn percent(self) -> (u64, u64) {
        match self {
            Self::Reading => (0, 20),
            Self::Names => (20, 45),
            Self::Facts => (45, 75),
            Self::Index => (75, 88),
            Self::Writing(Part::Records) => (88, 89),
            Self::Writing(Part::Names) => (89, 91),
            Self::Writing(Part::Bodies) => (91, 100),
        }
    }
}

/// The last step of packing.
pub(crate) const LAST: Step = Step::Writing(Part::Bodies);

/// A bar that moves over all steps.
#[derive(Clone, Copy)]
pub(crate) struct Bar<'a> {
    /// Bytes of all files.
    pub(crate) bytes: u64,
    /// The last step.
    pub(crate) last: Step,
    pub(crate) progress: Progress<'a>,
}

impl Bar<'_> {
    /// Reports that `done` of `all` units of `step` are done.
    pub(crate) fn tell(&self, step: Step, done: u64, all: u64) {
        let ((from, to), (_, end)) = (step.percent(), self.last.percent());
        let product = |a: u64, b: u64, by: u64| {
            let product = u128::from(a) * u128::from(b) / u128::from(by.max(1));
            u64::try_from(product).unwrap_or(u64::MAX)
        };
        let share = |percent: u64| product(self.bytes, percent, end);
        // A step that runs again after a fault does not go beyond its end.
        let moved = product(share(to - from), done.min(all), all);
        (self.progress)(share(from) + moved, self.bytes);
    }
}

/// Threads that work on documents, and the bar that they report to.
pub(crate) struct Threads<'a> {
    /// `None` if the machine allows no threads.
    pool: Option<ThreadPool>,
    bar: Bar<'a>,
}

impl<'a> Threads<'a> {
    /// `count` threads, or as many as there are cores if `count` is 0.
    pub(crate) fn new(count: usize, bar: Bar<'a>) -> Self {
        let pool = ThreadPoolBuilder::new().num_threads(count).stack_size(STACK_BYTES).build().ok();
        Self { pool, bar }
    }

    /// An executor for one step.
    pub(crate) fn at(&self, step: Step) -> AtStep<'_> {
        AtStep { threads: self, step, done: AtomicU64::new(0) }
    }

    /// Executors for the steps of reading.
    pub(crate) fn steps(&self) -> [AtStep<'_>; 3] {
        [self.at(Step::Reading), self.at(Step::Names), self.at(Step::Facts)]
    }
}

/// See [`Threads::at`].
pub(crate) struct AtStep<'a> {
    threads: &'a Threads<'a>,
    step: Step,
    /// Bytes of the documents that are done.
    done: AtomicU64,
}

impl Executor for AtStep<'_> {
    fn run(&self, sizes: &[u64], job: &(dyn Fn(usize) + Sync)) {
        let job = |at: usize| {
            job(at);
            let size = sizes.get(at).copied().unwrap_or(0);
            let done = self.done.fetch_add(size, Ordering::Relaxed) + size;
            self.threads.bar.tell(self.step, done, self.threads.bar.bytes);
        };
        match &self.threads.pool {
            Some(pool) => {
                pool.install(|| (0..sizes.len()).into_par_iter().with_max_len(DOCUMENTS_PER_TURN).for_each(job))
            }
            None => Sequential.run(sizes, &job),
        }
    }
}

/// Returns a runner that deflates the parts of a page on all cores. It is called for records, names and texts, in this order.
pub(crate) fn deflater(bar: Bar<'_>) -> impl Fn(usize, &(dyn Fn(usize) + Sync)) {
    let next = AtomicUsize::new(0);
    move |count, job| {
        const PARTS: [Part; 3] = [Part::Records, Part::Names, Part::Bodies];
        let part = PARTS[next.fetch_add(1, Ordering::Relaxed) % PARTS.len()];
        let done = AtomicU64::new(0);
        (0..count).into_par_iter().for_each(|at| {
            job(at);
            bar.tell(Step::Writing(part), done.fetch_add(1, Ordering::Relaxed) + 1, count as u64);
        });
    }
}

/// The executors of the steps of reading a folder.
pub(crate) fn executors<'a>([reading, names, facts]: &'a [AtStep; 3]) -> Executors<'a> {
    Executors { reading, names, facts }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use entente_text::executor::map;

    use super::{Bar, Part, Step, Threads, deflater};

    #[test]
    fn results_stand_in_order_and_the_bar_moves_over_all_steps() {
        let sizes: Vec<u64> = (0..100).collect();
        let told = Mutex::new(Vec::new());
        let progress = |done: u64, all: u64| told.lock().unwrap().push((done, all));
        let bytes = sizes.iter().sum();
        for (count, last) in [(1, Step::Facts), (5, Step::Facts), (1, Step::Writing(Part::Bodies))] {
            let bar = Bar { bytes, last, progress: &progress };
            let threads = Threads::new(count, bar);
            for step in threads.steps() {
                let squares = map(&step, &sizes, |at| at * at);
                assert_eq!(squares, (0..100).map(|at| at * at).collect::<Vec<_>>());
            }
            if matches!(last, Step::Writing(_)) {
                bar.tell(Step::Index, 1, 1);
                let run = deflater(bar);
                (0..3).for_each(|_| run(1, &|_| {}));
            }
            let told = std::mem::take(&mut *told.lock().unwrap());
            let furthest = told.iter().map(|(done, _)| *done).max().unwrap_or(0);
            assert!((bytes - 2..=bytes).contains(&furthest), "shares are rounded down: {furthest}");
            assert!(told.iter().all(|(_, all)| *all == bytes));
            // With several threads the last but one may be reported after the last.
            assert!(count > 1 || told.is_sorted());
        }
    }
}
