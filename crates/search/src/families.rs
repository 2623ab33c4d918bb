//! Which words have one stem.

use entente_text::order::permutation;
use entente_text::saturating_u32;

use crate::dictionary::Dictionary;
use crate::postings::Texts;
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
    /// The stem of each word.
    of_word: Vec<u32>,
    /// How many passages have any word of each stem in their own text.
    passages: Vec<u32>,
}

impl Families {
    /// Writes the families of `words`: a stem mostly is the beginning of its first word. `texts` are those of the
    /// passages, every word in them being `numbers[word]`.
    pub(crate) fn pack(words: &Dictionary, analyser: &Analyser, texts: &Texts, numbers: &[u32], out: &mut Vec<u8>) {
        let stems: Vec<String> = (0..saturating_u32(words.len())).map(|at| analyser.stem(words.get(at))).collect();
        let forms: Vec<u32> =
            permutation(stems.len(), &|a, b| stems[a].cmp(&stems[b])).into_iter().map(saturating_u32).collect();
        let families: Vec<&[u32]> = forms.chunk_by(|a, b| stems[*a as usize] == stems[*b as usize]).collect();
        let mut of_word = vec![0_u32; words.len()];
        for (family, at) in families.iter().zip(0_u32..) {
            family.iter().for_each(|word| of_word[*word as usize] = at);
        }
        // How many passages have any form of a word is known only here, where all are seen one after the other.
        let (mut passages, mut last) = (vec![0_u32; families.len()], vec![u32::MAX; families.len()]);
        for text in 0..saturating_u32(texts.len()) {
            for word in texts.words_of(text) {
                let family = of_word[numbers[*word as usize] as usize] as usize;
                if std::mem::replace(&mut last[family], text) != text {
                    passages[family] += 1;
                }
            }
        }
        put(out, saturating_u32(families.len()));
        let mut before = 0;
        for (family, passages) in families.into_iter().zip(passages) {
            put(out, passages);
            let stem = &stems[family[0] as usize];
            let shared = words.get(family[0]).bytes().zip(stem.bytes()).take_while(|(a, b)| a == b).count();
            put(out, saturating_u32(family.len()));
            for form in family {
                put(out, zigzag(form.wrapping_sub(before)));
                before = *form;
            }
            put(out, saturating_u32(shared));
            put(out, saturating_u32(stem.len() - shared));
            out.extend(&stem.as_bytes()[shared..]);
        }
    }

    /// Reads what [`Families::pack`] wrote; `None` if it is not that.
    pub(crate) fn open(words: &Dictionary, tables: &mut &[u8]) -> Option<Self> {
        let count = take(tables) as usize;
        let mut stems = Vec::new();
        let (mut starts, mut forms) = (vec![0], Vec::with_capacity(words.len()));
        let (mut ends, mut before) = (vec![0], 0_u32);
        let (mut of_word, mut passages) = (vec![0; words.len()], Vec::new());
        for family in 0..saturating_u32(count) {
            passages.push(take(tables));
            for _ in 0..take(tables) {
                let form = before.wrapping_add(unzigzag(take(tables)));
                before = form;
                // As many as there are words, whatever the bytes say.
                if form as usize >= words.len() || forms.len() == words.len() {
                    return None;
                }
                forms.push(form);
                of_word[form as usize] = family;
            }
            let first = forms.get(starts.last().copied()? as usize)?;
            let first = words.get(*first).as_bytes();
            starts.push(saturating_u32(forms.len()));
            stems.extend(first.get(..take(tables) as usize)?);
            let rest = take(tables) as usize;
            stems.extend(tables.get(..rest)?);
            *tables = &tables[rest..];
            stems.push(b'\n');
            ends.push(saturating_u32(stems.len()));
        }
        let stems = Dictionary::of(String::from_utf8(stems).ok()?, ends);
        (forms.len() == words.len()).then_some(Self { stems, starts, forms, of_word, passages })
    }

    /// The stem of a word, and how many passages have any word of it.
    pub(crate) fn of_word(&self, word: u32) -> (u32, usize) {
        let family = self.of_word.get(word as usize).copied().unwrap_or(u32::MAX);
        (family, self.passages.get(family as usize).map_or(0, |passages| *passages as usize))
    }

    /// The words with this stem.
    pub(crate) fn of(&self, stem: &str) -> &[u32] {
        let Some(stem) = self.stems.find(stem) else { return &[] };
        let at = |n: u32| self.starts.get(n as usize).copied().unwrap_or(0) as usize;
        self.forms.get(at(stem)..at(stem + 1)).unwrap_or(&[])
    }
}
