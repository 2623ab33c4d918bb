//! What a reader has collected and arranged, before anything is looked up.

use crate::reference::Reference;

/// Most items that a link has room for. Further items are only in memory.
pub const MAX_LINKED: usize = 60;

/// A brief as the reader has arranged it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The reader's title; empty for none.
    pub title: String,
    /// Items, headings and notes in their order.
    pub entries: Vec<Entry>,
}

/// A line of the arrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something of the file.
    Item(Reference),
    /// A heading of the reader's own.
    Heading(String),
    /// A note of the reader's own.
    Note(String),
}

impl Draft {
    /// The items in their order.
    pub fn items(&self) -> impl Iterator<Item = &Reference> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Item(reference) => Some(reference),
            Entry::Heading(_) | Entry::Note(_) => None,
        })
    }

    /// How many items it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items().count()
    }

    /// True without items, headings and notes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// True if this is among the items.
    #[must_use]
    pub fn contains(&self, reference: &Reference) -> bool {
        self.items().any(|known| known == reference)
    }

    /// The items that a link has room for.
    #[must_use]
    pub fn linked(&self) -> Vec<String> {
        self.items().take(MAX_LINKED).map(Reference::to_string).collect()
    }

    /// Adds an item at the end, unless it is there already.
    #[must_use]
    pub fn collecting(mut self, reference: Reference) -> Self {
        if !self.contains(&reference) {
            self.entries.push(Entry::Item(reference));
        }
        self
    }

    /// The arrangement with the items of a link, in its order. Headings stay above the item that they stood above, notes below the item
    /// that they stood below. Nothing changes if the link has the same items, up to the number that it has room for.
    #[must_use]
    pub fn adopting(&self, items: &[String]) -> Self {
        if self.linked() == *items {
            return self.clone();
        }
        let mut entries = Vec::new();
        for reference in items.iter().map(|item| Reference::read(item)) {
            let is_known = entries.contains(&Entry::Item(reference.clone()));
            if is_known {
                continue;
            }
            match self.entries.iter().position(|entry| *entry == Entry::Item(reference.clone())) {
                None => entries.push(Entry::Item(reference)),
                Some(at) => {
                    let is_heading = |entry: &&Entry| matches!(entry, Entry::Heading(_));
                    let above = self.entries[..at].iter().rev().take_while(is_heading).count();
                    let is_note = |entry: &&Entry| matches!(entry, Entry::Note(_));
                    let below = self.entries[at + 1..].iter().take_while(is_note).count();
                    entries.extend(self.entries[at - above..=at + below].iter().cloned());
                }
            }
        }
        Self { title: self.title.clone(), entries }
    }

    /// Moves the entry at `at` by some places, at most to an end of the list. Returns its new place.
    pub fn shift(&mut self, at: usize, by: isize) -> usize {
        let Some(last) = self.entries.len().checked_sub(1).filter(|last| at <= *last) else { return at };
        let to = at.saturating_add_signed(by).min(last);
        let entry = self.entries.remove(at);
        self.entries.insert(to, entry);
        to
    }

    /// Removes the entry at `at`, if there is one.
    pub fn remove(&mut self, at: usize) {
        if at < self.entries.len() {
            self.entries.remove(at);
        }
    }

    /// Inserts an entry at `at`; at the end if there is no such place.
    pub fn insert(&mut self, at: usize, entry: Entry) {
        self.entries.insert(at.min(self.entries.len()), entry);
    }

    /// Replaces the words of a heading or a note; of an item nothing.
    pub fn reword(&mut self, at: usize, words: String) {
        match self.entries.get_mut(at) {
            Some(Entry::Heading(text) | Entry::Note(text)) => *text = words,
            Some(Entry::Item(_)) | None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str) -> Entry {
        Entry::Item(Reference::Statement(id.to_owned()))
    }

    fn heading(text: &str) -> Entry {
        Entry::Heading(text.to_owned())
    }

    fn note(text: &str) -> Entry {
        Entry::Note(text.to_owned())
    }

    fn draft(entries: Vec<Entry>) -> Draft {
        Draft { title: "T".to_owned(), entries }
    }

    #[test]
    fn a_link_that_has_the_same_items_changes_nothing() {
        let own = draft(vec![heading("A"), item("1"), note("n"), item("2"), heading("end")]);
        assert_eq!(own.adopting(&own.linked()), own);
    }

    #[test]
    fn headings_and_notes_stay_with_their_items_when_a_link_has_others() {
        let own = draft(vec![heading("A"), item("1"), note("n"), item("2")]);
        let items = ["statement:2", "statement:3", "statement:1"].map(str::to_owned);
        assert_eq!(own.adopting(&items), draft(vec![item("2"), item("3"), heading("A"), item("1"), note("n")]));
        assert_eq!(own.adopting(&[]).entries, []);
    }

    #[test]
    fn an_item_is_collected_once() {
        let reference = Reference::Statement("1".to_owned());
        let own = draft(vec![item("1")]).collecting(reference.clone());
        assert_eq!((own.len(), own.contains(&reference)), (1, true));
    }

    #[test]
    fn an_entry_is_moved_as_far_as_there_is_room() {
        let mut own = draft(vec![heading("A"), item("1"), item("2")]);
        assert_eq!(own.shift(2, -1), 1);
        assert_eq!(own.entries, [heading("A"), item("2"), item("1")]);
        assert_eq!((own.shift(1, 5), own.shift(0, -1), own.shift(7, 1)), (2, 0, 7));
        assert_eq!(own.entries, [heading("A"), item("1"), item("2")]);
        own.remove(9);
        own.reword(0, "B".to_owned());
        own.reword(1, "C".to_owned());
        assert_eq!(own.entries, [heading("B"), item("1"), item("2")]);
    }

    #[test]
    fn a_link_holds_the_first_sixty_items_and_more_stay_in_memory() {
        let own = draft((0..70).map(|n| item(&n.to_string())).collect());
        assert_eq!(own.linked().len(), MAX_LINKED);
        assert_eq!(own.adopting(&own.linked()).len(), 70);
    }
}
