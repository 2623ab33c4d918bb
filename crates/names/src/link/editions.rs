//! Names that leave out what another mention in the document says: the parties of a series, the year of an act.

use entente_corpus::EntityKind;

use super::Bearers;
use crate::mention_table::{MentionTable, PlacedMention};

/// Gives "the 6th Cyber Policy Consultation" to the one pair of parties that the document names with such a consultation.
pub(super) fn resolve_rounds(table: &mut MentionTable) {
    let mut with_parties = Bearers::default();
    for mention in table.mentions.iter().filter(|mention| mention.key.kind == EntityKind::Forum) {
        if let Some((_, name)) = mention.key.name.split_once('|') {
            with_parties.add(name.to_owned(), &mention.key);
        }
    }
    complete(table, EntityKind::Forum, &with_parties);
}

/// Gives "the Terrorism Act" to the one act of this name whose year the document gives.
pub(super) fn resolve_years(table: &mut MentionTable) {
    let mut with_years = Bearers::default();
    for mention in table.mentions.iter().filter(|mention| is_unlisted(mention, EntityKind::Instrument)) {
        if let Some((name, year)) = mention.key.name.rsplit_once(' ')
            && year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
        {
            with_years.add(name.to_owned(), &mention.key);
        }
    }
    complete(table, EntityKind::Instrument, &with_years);
}

/// Gives mentions of `kind` the key of the only whole name that theirs is a part of.
fn complete(table: &mut MentionTable, kind: EntityKind, whole: &Bearers) {
    for mention in table.mentions.iter_mut().filter(|mention| is_unlisted(mention, kind)) {
        if let Some(key) = whole.only(&mention.key.name) {
            mention.key = key.clone();
        }
    }
}

fn is_unlisted(mention: &PlacedMention, kind: EntityKind) -> bool {
    mention.key.kind == kind && !mention.key.known
}
