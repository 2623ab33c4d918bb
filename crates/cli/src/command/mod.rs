//! One file a command.

pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod pack;
pub(crate) mod search;
pub(crate) mod unpack;
pub(crate) mod why;

use entente_corpus::Corpus;

/// Names on standard error what could not be read; true when there is any.
pub(crate) fn name_unread(corpus: &Corpus) -> bool {
    for unread in &corpus.catalogue.unread {
        eprintln!("{}: not read: {}. {}", printable(&unread.file), unread.reason, unread.hint);
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

/// Says which handling markings are mixed, where they are.
pub(crate) fn name_markings(corpus: &Corpus) {
    if let Some(mix) = entente_pack::markings::mix(corpus) {
        println!("{}", printable(&mix));
    }
}

/// `text` on one line of a terminal: what a document or a file's name says moves no cursor and turns no line round.
pub(crate) fn printable(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut out = String::new();
    for c in text.chars() {
        if c.is_control() || turns(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// `n` of something, in English.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
