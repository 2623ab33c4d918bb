//! Answers that are made once and kept.

use std::cell::RefCell;
use std::rc::Rc;

use entente_corpus::Corpus;

/// Something that is made of the corpus when it is first asked for. What was made while a part of the corpus could not be
/// had is not kept.
#[derive(Debug)]
pub(crate) struct Memo<T>(RefCell<Option<Rc<T>>>);

impl<T> Memo<T> {
    /// Returns the kept value. At the first call, `make` computes it from `corpus`.
    pub(crate) fn get_or_make(&self, corpus: &Corpus, make: impl FnOnce() -> T) -> Rc<T> {
        if let Some(kept) = &*self.0.borrow() {
            return kept.clone();
        }
        let failures_before = corpus.failures.count();
        let made = Rc::new(make());
        if corpus.failures.count() == failures_before {
            self.0.replace(Some(made.clone()));
        }
        made
    }

    /// Keeps `made` instead of what was kept before.
    pub(crate) fn set(&self, made: T) {
        self.0.replace(Some(Rc::new(made)));
    }
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

#[cfg(test)]
mod tests {
    use entente_corpus::late::Source;
    use entente_corpus::{Corpus, Late, Unavailable};

    use super::Memo;

    #[test]
    fn what_was_made_of_a_part_is_made_again() {
        let corpus = Corpus::default();
        let damaged: Late<String> = Late::new(Source::new(&corpus.failures, |_| Err(Unavailable::NotYet)), 0);
        let kept = Memo::default();
        assert_eq!(*kept.get_or_make(&corpus, || damaged.get().map_or(0, String::len)), 0);
        assert_eq!(*kept.get_or_make(&corpus, || 7), 7, "the first was not kept");
        assert_eq!(*kept.get_or_make(&corpus, || 8), 7, "the second was");
    }
}
