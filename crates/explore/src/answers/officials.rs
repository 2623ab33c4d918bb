//! The persons who stand for a name, each with the title that is printed most with it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use entente_corpus::Mention;
use entente_text::order::sort_by_key;

use crate::desk::Desk;
use crate::models::facts::NameRef;

/// A person who stands for a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// The person.
    pub name: NameRef,
    /// The title that is printed most where the person stands for the name, the first of equals; `None` if none is printed.
    pub role: Option<String>,
    /// How often the documents say so.
    pub count: usize,
}

/// What the mentions of persons who stand for a name say, by person.
#[derive(Default)]
pub(crate) struct OfficialCounts(BTreeMap<u32, (usize, Vec<(String, usize)>)>);

impl OfficialCounts {
    /// Counts a mention of a person who stands for the name.
    pub(crate) fn add(&mut self, desk: &Desk, document: u32, mention: &Mention) {
        let (count, roles) = self.0.entry(mention.entity).or_default();
        *count += 1;
        let Some(role) = mention.role else { return };
        let role = desk.words(document, Some(mention.passage), role);
        match roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, times)) => *times += 1,
            None => roles.push((role, 1)),
        }
    }

    /// The first `limit` officials, those who are named most first.
    pub(crate) fn first(self, desk: &Desk, limit: usize) -> Vec<Official> {
        let official = |(at, (count, mut roles)): (u32, (usize, Vec<(String, usize)>))| {
            sort_by_key(&mut roles, |(_, times)| Reverse(*times));
            let role = roles.into_iter().next().map(|(role, _)| role);
            Some(Official { name: desk.name(at)?, role, count })
        };
        let mut out: Vec<Official> = self.0.into_iter().filter_map(official).collect();
        sort_by_key(&mut out, |official| (Reverse(official.count), official.name.clone()));
        out.truncate(limit);
        out
    }
}
