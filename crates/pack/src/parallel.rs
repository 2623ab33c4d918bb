//! Documents read on all cores.
//!
//! A document is read by a function of its bytes alone; what is found over all of them is found afterwards, in the order of
//! their paths. So the number of threads changes no byte of what comes out.

use std::sync::atomic::{AtomicU64, Ordering};

use entente_ingest::{FileRead, ReadFile, one_by_one};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::source::Progress;

/// Stack of a thread that reads, as the main thread has it.
const STACK_BYTES: usize = 8 * 1024 * 1024;
/// Files that a thread takes at a time: few, because one may take longer than a thousand others.
const FILES_A_TURN: usize = 4;

/// What is read, with what is told of it.
pub(crate) struct Counted<'a> {
    pub(crate) read: ReadFile<'a>,
    /// Bytes of each file.
    pub(crate) sizes: &'a [u64],
    pub(crate) progress: Progress<'a>,
}

/// Reads the files from 0 up to `count` with that many `threads`, all cores where it is 0.
pub(crate) fn read_all(count: usize, threads: usize, counted: &Counted) -> Vec<FileRead> {
    let all = counted.sizes.iter().sum();
    let done = AtomicU64::new(0);
    let read = |at: usize| {
        let read = (counted.read)(at);
        let size = counted.sizes.get(at).copied().unwrap_or(0);
        (counted.progress)(done.fetch_add(size, Ordering::Relaxed) + size, all);
        read
    };
    // A machine that gives no threads reads all the same.
    match ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build() {
        Ok(pool) => pool.install(|| (0..count).into_par_iter().with_max_len(FILES_A_TURN).map(read).collect()),
        Err(_) => one_by_one(count, &read),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use entente_corpus::Unread;

    use super::{Counted, read_all};

    #[test]
    fn results_stand_in_order_and_bytes_are_counted() {
        let sizes: Vec<u64> = (0..100).collect();
        let told = Mutex::new((0, 0));
        let read = |at: usize| {
            (!at.is_multiple_of(7))
                .then(|| Err(Unread { file: at.to_string(), reason: String::new(), hint: String::new() }))
        };
        let progress = |done: u64, all: u64| {
            let mut told = told.lock().unwrap();
            *told = (told.0.max(done), all);
        };
        let counted = Counted { read: &read, sizes: &sizes, progress: &progress };
        let names = |threads: usize| -> Vec<Option<String>> {
            let files = read_all(100, threads, &counted);
            files.into_iter().map(|file| Some(file?.expect_err("none is read").file)).collect()
        };
        assert_eq!(names(1), names(5));
        assert_eq!(names(3)[99], Some("99".to_owned()));
        assert_eq!(*told.lock().unwrap(), (4950, 4950));
    }
}
