//! Finds what the file lacks about the items of a brief. Each sentence follows from the contents of the file; readers cannot edit
//! them.

use std::collections::BTreeMap;

use entente_corpus::{Corpus, EngagementStatus, EntityKind, Modality};
use entente_explore::Explorer;
use entente_explore::tables::{EngagementRow, StatementRow};
use entente_text::fold::fold;

use crate::facts;
use crate::wording;

/// What an item is about.
pub(crate) enum Subject {
    /// An engagement.
    Engagement(Box<EngagementRow>),
    /// A statement.
    Statement(Box<StatementRow>),
    /// A passage without facts.
    Passage,
}

/// What has to be looked at.
#[derive(Default)]
pub(crate) struct Gaps {
    /// Numbers of items, and what they are about.
    subjects: Vec<(usize, Subject)>,
    /// The passages that items quote.
    quoted: Vec<QuotedPassage>,
}

/// A passage that an item quotes.
struct QuotedPassage {
    /// Number of the item.
    item: usize,
    /// Index of the document.
    document: usize,
    /// Index of the passage in it.
    passage: u32,
}

/// Numbers of items by what they have in common, in the order in which it first comes up.
#[derive(Default)]
struct Grouped {
    keys: Vec<String>,
    items: BTreeMap<String, Vec<usize>>,
}

impl Grouped {
    fn add(&mut self, key: String, item: usize) {
        if !self.keys.contains(&key) {
            self.keys.push(key.clone());
        }
        let items = self.items.entry(key).or_default();
        if !items.contains(&item) {
            items.push(item);
        }
    }

    fn each(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.keys.iter().map(|key| (key.as_str(), self.items.get(key).map_or(&[][..], Vec::as_slice)))
    }
}

impl Gaps {
    /// Records the subjects of item `number`.
    pub(crate) fn add(&mut self, number: usize, subject: Subject) {
        self.subjects.push((number, subject));
    }

    /// Notes that item `number` quotes a passage.
    pub(crate) fn names(&mut self, number: usize, document: usize, passage: u32) {
        self.quoted.push(QuotedPassage { item: number, document, passage });
    }

    /// What the file lacks, one sentence each: numbers of series, reports of what is only announced, documents that are named,
    /// dates, measures under commitments.
    pub(crate) fn sentences(&self, explorer: &Explorer) -> Vec<String> {
        let mut out = self.missing_numbers(explorer);
        out.extend(self.unreported(explorer.corpus()));
        out.extend(self.absent_documents(explorer.corpus()));
        out.extend(self.undated(explorer.corpus()));
        out.extend(self.without_measures(explorer));
        out
    }

    fn engagements(&self) -> impl Iterator<Item = (usize, &EngagementRow)> {
        self.subjects.iter().filter_map(|(number, subject)| match subject {
            Subject::Engagement(row) => Some((*number, &**row)),
            Subject::Statement(_) | Subject::Passage => None,
        })
    }

    fn missing_numbers(&self, explorer: &Explorer) -> Vec<String> {
        let mut series = Grouped::default();
        for (number, row) in self.engagements() {
            if let Some(found) = &row.series {
                series.add(found.id.clone(), number);
            }
        }
        let mut out = Vec::new();
        for (id, items) in series.each() {
            let Some(found) = explorer.series(id) else { continue };
            let runs = facts::missing(&found.numbers);
            if !runs.is_empty() {
                let numbers = wording::first_word(&wording::numbers(&runs));
                out.push(format!(
                    "{numbers} of the series “{}”, to which {} belongs.",
                    found.name,
                    item_numbers(items)
                ));
            }
        }
        // Several items belong.
        out.into_iter().map(|sentence| with_agreeing_verb(&sentence)).collect()
    }

    fn unreported(&self, corpus: &Corpus) -> Vec<String> {
        let mut meetings = Grouped::default();
        for (number, row) in self.engagements() {
            let is_ahead = matches!(row.status, Some(EngagementStatus::Planned | EngagementStatus::Announced));
            if is_ahead && !is_reported(corpus, row) {
                let date = row.date.as_ref().map(|date| format!(", {}", wording::date(date))).unwrap_or_default();
                meetings.add(format!("A report of how “{}”{date}, went", row.name), number);
            }
        }
        let sentence = |(what, items): (&str, &[usize])| {
            format!(
                "{what}: {} only {} it.",
                item_numbers(items),
                if items.len() == 1 { "announces" } else { "announce" }
            )
        };
        meetings.each().map(sentence).collect()
    }

    fn absent_documents(&self, corpus: &Corpus) -> Vec<String> {
        let titles: Vec<String> = (0..corpus.catalogue.documents.len()).map(|at| fold(corpus.title_of(at))).collect();
        let mut named = Grouped::default();
        for QuotedPassage { item: number, document, passage } in &self.quoted {
            let Some(body) = corpus.bodies.get(*document) else { continue };
            let first = body.mentions.partition_point(|mention| mention.passage < *passage);
            for mention in body.mentions[first..].iter().take_while(|mention| mention.passage == *passage) {
                let Some(entity) = corpus.catalogue.entities.get(mention.entity as usize) else { continue };
                let is_here = || {
                    let forms = entity.forms.iter().map(|form| fold(&form.text));
                    forms.chain([fold(&entity.name)]).any(|form| titles.iter().any(|title| title.contains(&form)))
                };
                if entity.kind == EntityKind::Instrument && !is_here() {
                    named.add(entity.name.clone(), *number);
                }
            }
        }
        let sentence = |(name, items): (&str, &[usize])| {
            format!(
                "The text of “{name}”, which {} {}.",
                item_numbers(items),
                if items.len() == 1 { "names" } else { "name" }
            )
        };
        named.each().map(sentence).collect()
    }

    fn undated(&self, corpus: &Corpus) -> Vec<String> {
        let mut items: Vec<usize> = Vec::new();
        for (number, subject) in &self.subjects {
            let has_date = match subject {
                Subject::Engagement(row) => row.date.is_some(),
                Subject::Statement(_) | Subject::Passage => {
                    let document =
                        self.quoted.iter().find(|quoted| quoted.item == *number).map(|quoted| quoted.document);
                    let record = document.and_then(|document| corpus.catalogue.documents.get(document));
                    record.is_none_or(|record| record.date.is_some())
                }
            };
            if !has_date && !items.contains(number) {
                items.push(*number);
            }
        }
        if items.is_empty() { Vec::new() } else { vec![format!("A date for {}.", item_numbers(&items))] }
    }

    fn without_measures(&self, explorer: &Explorer) -> Vec<String> {
        let mut items: Vec<usize> = Vec::new();
        for (number, subject) in &self.subjects {
            let Subject::Statement(row) = subject else { continue };
            let is_left = row.modality == Modality::Commitment && explorer.measures_under(&row.id) == Some(0);
            if is_left && !items.contains(number) {
                items.push(*number);
            }
        }
        if items.is_empty() {
            Vec::new()
        } else {
            vec![format!("Anything done or planned under {}.", item_numbers(&items))]
        }
    }
}

/// "item 1", "items 1, 3 and 4"
fn item_numbers(items: &[usize]) -> String {
    let numbers: Vec<String> = items.iter().map(usize::to_string).collect();
    format!("{} {}", if items.len() == 1 { "item" } else { "items" }, wording::listed(&numbers))
}

/// The verb in the number of its subject.
fn with_agreeing_verb(sentence: &str) -> String {
    if sentence.contains(", to which items ") { sentence.replace(" belongs.", " belong.") } else { sentence.to_owned() }
}

/// True if a document of the file reports that the engagement took place: the same number of its series, or the same day and parties.
fn is_reported(corpus: &Corpus, row: &EngagementRow) -> bool {
    let all = || corpus.bodies.iter().flatten().flat_map(|body| body.engagements.iter());
    let Some(own) = all().find(|found| found.id == row.id) else { return false };
    let parties = |found: &entente_corpus::Engagement| {
        let mut out: Vec<u32> = found.participants.iter().filter_map(|party| party.entity).collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    let day = |found: &entente_corpus::Engagement| found.date.as_ref().map(|date| date.value);
    let end_of = |found: &entente_corpus::Engagement| found.series.zip(found.ordinal);
    all().filter(|found| found.status == Some(EngagementStatus::Held)).any(|found| {
        let same_number = end_of(own).is_some() && end_of(own) == end_of(found);
        let same_day = day(own).is_some() && day(own) == day(found) && parties(own) == parties(found);
        same_number || same_day
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_called_by_their_numbers() {
        assert_eq!(item_numbers(&[1]), "item 1");
        assert_eq!(item_numbers(&[1, 3, 4]), "items 1, 3 and 4");
        assert_eq!(
            with_agreeing_verb("Number 1, to which items 1 and 2 belongs."),
            "Number 1, to which items 1 and 2 belong."
        );
    }
}
