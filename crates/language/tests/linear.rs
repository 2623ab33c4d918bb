//! Hostile texts: no panic, and time that grows with the length of the text alone.
#![expect(clippy::disallowed_methods, reason = "a test may look at the clock")]

use std::time::{Duration, Instant};

use entente_language::grammars::{ByteAtom, find_bare_days, language_of_sentence, read_sentence};
use entente_language::values::{AmountContext, find_amounts, find_dates, parse_date};
use entente_language::{AtomKind, Language, tokenize_in};

/// Pieces that are repeated to a long text, each a way to make a reader look far.
const PIECES: &[&str] = &[
    "1",
    "1,",
    "1,111",
    "1 111 ",
    "1'111",
    "$",
    "$1",
    "€ 1 ",
    " ",
    "\u{a0}",
    "5 million ",
    "million ",
    "between 1 and ",
    "1-",
    "1 to 2 to ",
    "USD 1, ",
    "one hundred and ",
    "May ",
    "May 5-",
    "5, 6, 7, 8, ",
    "2014-",
    "2014 and ",
    "1.1.",
    "한",
    "5억",
    "一",
    "十",
    "年",
    "3月",
    "令和",
    "2024년 3월 5일부터 ",
    "²",
    "A.",
    "Capital ",
    "'",
    "é",
    "\u{301}",
    "half a ",
    "%",
    "1%",
    "\n",
    "th",
    "1st ",
    "회의를 ",
    "서울에서 열린 ",
    "개최하기로 ",
    "않았다고 ",
    "(가",
    "会合を",
    "東京で開かれた",
    "しました",
    "、",
    "こと",
    "在北京举行",
    "与来访的",
    "《",
    "24일",
    "de la ",
    "a été ",
    "qui ",
    "et, ",
    "a ",
];

#[test]
fn any_text_is_read_in_time_that_grows_with_it() {
    const LENGTH: usize = 10_000;
    const TRIES: usize = 5;
    for piece in PIECES {
        let time = |length: usize| {
            let text = piece.repeat(length / piece.len());
            let start = Instant::now();
            read(&text);
            start.elapsed()
        };
        // Four times as much takes sixteen times as long if the time grows with the square, however often it is tried. Once it
        // may also take as long because the machine is busy.
        let is_linear = || time(4 * LENGTH) < time(LENGTH) * 9 + Duration::from_millis(500);
        assert!((0..TRIES).any(|_| is_linear()), "{piece:?} takes longer than in proportion to its length");
    }
}

#[test]
fn pieces_in_any_order_are_read_without_a_panic() {
    // A small generator with a fixed seed: the same texts on every machine.
    let mut state: u32 = 7;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for _ in 0..2_000 {
        let text: String = (0..next(12)).map(|_| PIECES[next(PIECES.len())]).collect();
        read(&text);
        let _ = parse_date(&text);
    }
}

fn read(text: &str) {
    for language in [Language::Korean, Language::Japanese, Language::Chinese, Language::French] {
        let days = find_bare_days(text).into_iter();
        let atoms: Vec<ByteAtom> = days.map(|day| ByteAtom { bytes: day.range, kind: AtomKind::Time }).collect();
        let reading = read_sentence(text, language, &atoms).expect("it has a grammar");
        assert!(reading.tokens.tokens.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text:.80}");
        for slot in reading.parsed.clauses.iter().flat_map(|clause| &clause.slots) {
            assert!(slot.phrase.end <= reading.tokens.len() && slot.head <= reading.tokens.len(), "{text:.80}");
            let _ = reading.relation(slot);
        }
        let _ = language_of_sentence(&reading.tokens, Language::English);
    }
    for language in [Language::English, Language::French] {
        let tokens = tokenize_in(text, language);
        let dates = find_dates(&tokens);
        for date in &dates {
            assert!(text.get(date.range.clone()).is_some_and(|printed| !printed.is_empty()), "{date:?}");
        }
        assert!(dates.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "dates overlap in {text:.80}");
        let spans: Vec<_> = dates.into_iter().map(|date| date.range).collect();
        let amounts = find_amounts(&tokens, AmountContext { country: None, dates: &spans });
        for amount in &amounts {
            assert!(text.get(amount.span.clone()).is_some() && text.get(amount.number.clone()).is_some());
        }
        assert!(amounts.windows(2).all(|pair| pair[0].number.end <= pair[1].number.start), "in {text:.80}");
    }
}
