//! What is written reads back, a cursor skips, and damaged streams give less.

use super::{BLOCK_TEXTS, Occurrence, Postings, Streams, Texts};
use crate::blob::Blob;

/// Texts of few and many words, common and rare ones.
fn texts() -> Texts {
    let mut out = Texts::default();
    let mut state = 7_u32;
    for text in 0..5 * BLOCK_TEXTS as u32 {
        for _ in 0..text % 11 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let word = (state >> 8) % 97;
            out.words.push(if word > 60 { 0 } else { word * word / 40 });
        }
        out.end();
    }
    out
}

fn packed(texts: Texts) -> Postings {
    let numbers: Vec<u32> = (0..100).collect();
    let (mut tables, mut streams) = (Vec::new(), Streams::default());
    texts.pack(&numbers, &mut tables, &mut streams);
    let mut rest = tables.as_slice();
    let open = Postings::open(&mut rest, 100, &Blob::here(streams.lists), &Blob::here(streams.places));
    assert!(rest.is_empty());
    open.expect("just written")
}

#[test]
fn what_is_packed_reads_back() {
    let (texts, postings) = (texts(), packed(texts()));
    assert_eq!(postings.texts(), texts);
    for word in 0..100 {
        let expected: Vec<(u32, u32)> = (0..texts.len() as u32)
            .map(|text| (text, texts.words_of(text).iter().filter(|known| **known == word).count() as u32))
            .filter(|(_, count)| *count > 0)
            .collect();
        assert_eq!(postings.list(word).collect::<Vec<_>>(), expected, "{word}");
        assert_eq!(postings.frequency(word), expected.len());
    }
}

#[test]
fn a_cursor_passes_over_what_is_not_asked_for() {
    let (texts, postings) = (texts(), packed(texts()));
    let has = |text: u32| texts.words_of(text).contains(&0);
    for step in [1, 3, 50, 200] {
        let wanted: Vec<u32> = (0..texts.len() as u32).step_by(step).collect();
        let expected: Vec<u32> = wanted.iter().copied().filter(|text| has(*text)).collect();
        assert_eq!(postings.having(&[0], &wanted), expected, "{step}");
        let places = postings.places(&[0, 3], &wanted);
        let occurrence = |text: u32| move |(place, word): (u32, &u32)| Occurrence { text, place, word: *word };
        let expected: Vec<Occurrence> = wanted
            .iter()
            .flat_map(|text| (0..).zip(texts.words_of(*text)).map(occurrence(*text)))
            .filter(|found| [0, 3].contains(&found.word))
            .collect();
        assert_eq!(places, expected, "{step}");
    }
    let before = postings.visited();
    assert_eq!(postings.having(&[0], &[600]).len(), usize::from(has(600)));
    assert!(postings.visited() - before <= 2 * BLOCK_TEXTS as u64);
}

#[test]
fn damaged_streams_give_less_and_end() {
    let numbers: Vec<u32> = (0..100).collect();
    let (mut tables, mut streams) = (Vec::new(), Streams::default());
    texts().pack(&numbers, &mut tables, &mut streams);
    for at in (0..streams.lists.len()).step_by(13) {
        let mut lists = streams.lists.clone();
        lists[at] ^= 0xff;
        let (lists, places) = (Blob::here(lists), Blob::here(streams.places.iter().map(|byte| !byte).collect()));
        let postings = Postings::open(&mut tables.as_slice(), 100, &lists, &places).expect("the tables are whole");
        let known = postings.len() as u32;
        assert!((0..100).all(|word| postings.list(word).all(|(text, _)| text < known)));
        drop(postings.texts());
    }
}
