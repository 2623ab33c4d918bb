//! One file a command.

pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod pack;
pub(crate) mod search;
pub(crate) mod unpack;

use entente_corpus::Corpus;

/// Names on standard error what could not be read; true when there is any.
pub(crate) fn name_unread(corpus: &Corpus) -> bool {
    for unread in &corpus.catalogue.unread {
        eprintln!("{}: not read: {}. {}", unread.file, unread.reason, unread.hint);
    }
    !corpus.catalogue.unread.is_empty()
}

/// `n` of something, in English.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
