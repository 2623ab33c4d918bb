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

/// Says how many persons' contact details the documents print, where they print any.
pub(crate) fn name_contacts(corpus: &Corpus) {
    let count = entente_pack::contacts::persons(corpus);
    if count > 0 {
        let whose = if count == 1 { "1 person's".to_owned() } else { format!("{count} persons'") };
        println!("contact details: {whose} are in; pack with --redact personal-data masks them");
    }
}

/// `n` of something, in English.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
