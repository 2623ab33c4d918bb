//! Which words have one stem.

use entente_text::order::permutation;

use crate::dictionary::{Dictionary, clamp};
use crate::runs::{unzigzag, zigzag};
use crate::tokens::Analyser;
use crate::varint::{put, take};

/// The words of a dictionary by stem.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Families {
    /// Stems, in order.
    stems: Dictionary,
    /// For each stem, where its words begin in `forms`; one more at the end.
    starts: Vec<u32>,
    /// Words by stem.
    forms: Vec<u32>,
}

impl Families {
    /// Writes the families of `words`: a stem mostly is the beginning of its first word.
    pub(crate) fn pack(words: &Dictionary, analyser: &Analyser, out: &mut Vec<u8>) {
        let stems: Vec<String> = (0..clamp(words.len())).map(|at| analyser.stem(words.get(at))).collect();
        let forms: Vec<u32> =
            permutation(stems.len(), &|a, b| stems[a].cmp(&stems[b])).into_iter().map(clamp).collect();
        let families: Vec<&[u32]> = forms.chunk_by(|a, b| stems[*a as usize] == stems[*b as usize]).collect();
        put(out, clamp(families.len()));
        let mut before = 0;
        for family in families {
            let stem = &stems[family[0] as usize];
            let shared = words.get(family[0]).bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
            put(out, clamp(family.len()));
            for form in family {
                put(out, zigzag(form.wrapping_sub(before)));
                before = *form;
            }
            put(out, clamp(shared));
            put(out, clamp(stem.len() - shared));
            out.extend(&stem.as_bytes()[shared..]);
        }
    }

    /// Reads what [`Families::pack`] wrote; nothing where it is not that.
    pub(crate) fn open(words: &Dictionary, tables: &mut &[u8]) -> Option<Self> {
        let count = take(tables) as usize;
        let mut stems = Vec::new();
        let (mut starts, mut forms) = (vec![0], Vec::with_capacity(words.len()));
        let (mut ends, mut before) = (vec![0], 0_u32);
        for _ in 0..count {
            for _ in 0..take(tables) {
                let form = before.wrapping_add(unzigzag(take(tables)));
                before = form;
                // As many as there are words, whatever the bytes say.
                if form as usize >= words.len() || forms.len() == words.len() {
                    return None;
                }
                forms.push(form);
            }
            let first = forms.get(starts.last().copied()? as usize)?;
            let first = words.get(*first).as_bytes();
            starts.push(clamp(forms.len()));
            stems.extend(first.get(..take(tables) as usize)?);
            let rest = take(tables) as usize;
            stems.extend(tables.get(..rest)?);
            *tables = &tables[rest..];
            stems.push(b'\n');
            ends.push(clamp(stems.len()));
        }
        let stems = Dictionary::of(String::from_utf8(stems).ok()?, ends);
        (forms.len() == words.len()).then_some(Self { stems, starts, forms })
    }

    /// The words with this stem.
    pub(crate) fn of(&self, stem: &str) -> &[u32] {
        let Some(stem) = self.stems.find(stem) else { return &[] };
        let at = |n: u32| self.starts.get(n as usize).copied().unwrap_or(0) as usize;
        self.forms.get(at(stem)..at(stem + 1)).unwrap_or(&[])
    }
}
