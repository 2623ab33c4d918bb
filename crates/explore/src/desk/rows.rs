//! Lists by number: values of passages and documents, and the dates that passages name. They are packed as steps.

use entente_search::varint::{put, take};
use entente_text::saturating_u32;

use super::dates::Days;

/// Lists of numbers, one after the other.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Rows {
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Rows {
    /// Rows of `pairs` of a row and a number, each number once a row, in order; `placed` maps a number to its final one.
    pub(crate) fn new(rows: usize, pairs: &[(u32, u32)], placed: &[u32]) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0_u32; pairs.len()];
        for (row, number) in pairs {
            let place = &mut next[*row as usize];
            numbers[*place as usize] = placed[*number as usize];
            *place += 1;
        }
        // Each row in order and without repeats, moved to where the one before it ends.
        let mut kept = 0;
        let mut begins = 0;
        for end in &mut starts[1..] {
            let range = begins..*end as usize;
            begins = range.end;
            numbers[range.clone()].sort_unstable();
            let first = kept;
            for at in range {
                if kept == first || numbers[kept - 1] != numbers[at] {
                    numbers[kept] = numbers[at];
                    kept += 1;
                }
            }
            *end = saturating_u32(kept);
        }
        numbers.truncate(kept);
        Self { starts, numbers }
    }

    /// Appends each row: how many numbers, and the steps between them.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        for at in 0..self.starts.len().saturating_sub(1) {
            let row = self.row(at);
            put(out, saturating_u32(row.len()));
            let mut before = 0;
            for number in row {
                put(out, number - before);
                before = *number;
            }
        }
    }

    /// Takes `rows` rows of numbers below `limit` off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8], rows: usize, limit: usize) -> Option<Self> {
        let mut out = Self { starts: vec![0], numbers: Vec::new() };
        for _ in 0..rows {
            let mut number = 0_u32;
            for _ in 0..take(bytes) {
                if bytes.is_empty() {
                    return None;
                }
                number = number.checked_add(take(bytes)).filter(|number| (*number as usize) < limit)?;
                out.numbers.push(number);
            }
            out.starts.push(saturating_u32(out.numbers.len()));
        }
        Some(out)
    }

    pub(crate) fn row(&self, at: usize) -> &[u32] {
        let place = |n: usize| self.starts.get(n).copied().unwrap_or(0) as usize;
        self.numbers.get(place(at)..place(at + 1)).unwrap_or(&[])
    }
}

/// Dates by passage, in the order of passages.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dates {
    /// Passages, and where their dates end.
    passages: Vec<(u32, u32)>,
    days: Vec<Days>,
}

impl Dates {
    pub(crate) fn add(&mut self, passage: u32, days: &[Days]) {
        self.days.extend(days);
        self.passages.push((passage, saturating_u32(self.days.len())));
    }

    pub(crate) fn of(&self, passage: u32) -> Option<&[Days]> {
        let at = self.passages.binary_search_by_key(&passage, |(known, _)| *known).ok()?;
        let start = at.checked_sub(1).map_or(0, |before| self.passages[before].1);
        self.days.get(start as usize..self.passages[at].1 as usize)
    }

    /// All days.
    pub(crate) fn days(&self) -> impl Iterator<Item = &Days> {
        self.days.iter()
    }

    /// Appends all: the steps between passages, and the days of each.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        put(out, saturating_u32(self.passages.len()));
        let mut before = 0;
        for (passage, _) in &self.passages {
            let days = self.of(*passage).unwrap_or_default();
            put(out, passage - before);
            before = *passage;
            put(out, saturating_u32(days.len()));
            for (first, last) in days {
                put(out, *first);
                put(out, last.wrapping_sub(*first));
            }
        }
    }

    /// Takes what [`Dates::pack`] wrote off the front of `bytes`.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        let mut out = Self::default();
        let mut passage = 0_u32;
        for n in 0..take(bytes) {
            let step = take(bytes);
            if n > 0 && step == 0 {
                return None;
            }
            passage = passage.checked_add(step)?;
            let mut days = Vec::new();
            for _ in 0..take(bytes) {
                let first = take(bytes);
                if bytes.is_empty() {
                    return None;
                }
                days.push((first, first.wrapping_add(take(bytes))));
            }
            out.add(passage, &days);
        }
        Some(out)
    }
}
