//! Sentences of a text with their places.
//!
//! In: a text, wrapped or not. Out: byte ranges without white space at their ends, in order, that hold
//! every printed character. A stop ends a sentence unless it belongs to an abbreviation, a number or an initial;
//! if that is unclear, the sentence goes on, because two sentences in one quote are better than one that is cut.

mod abbreviation;

use std::ops::Range;

use self::abbreviation::{is_abbreviated, is_label, is_lettered, note};

/// The sentences of `text`. A blank line ends one too.
///
/// ```
/// use entente_text::sentence::sentences;
///
/// let text = "The U.S. and Korea met. They agreed on three points.";
/// let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(found, ["The U.S. and Korea met.", "They agreed on three points."]);
/// assert!(sentences(" \n").is_empty());
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = length_while(text, char::is_whitespace);
    let mut at = start;
    loop {
        // Most characters neither end a line nor a sentence.
        at += length_of_plain(&text[at..]);
        let Some(c) = text[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        if c == '\n' || c == '\r' {
            let blank = blank_line(text, at);
            if let Some(after) = blank {
                push(&mut out, text, start..at);
                start = after;
            }
            at = blank.unwrap_or(next);
        } else if is_stop(c) {
            let run = at + length_while(&text[at..], |c| is_stop(c) || c == '…');
            let close = closers(text, run);
            let close = close + if close == run && run == next { note(text, start, at) } else { 0 };
            if ends(text, start, at..run, close) {
                push(&mut out, text, start..close);
                start = close + length_while(&text[close..], char::is_whitespace);
            }
            at = close.max(start);
        } else {
            at = next;
        }
    }
    push(&mut out, text, start..text.len());
    out
}

/// Bytes at the beginning of `text` that are ASCII and end neither a line nor a sentence.
fn length_of_plain(text: &str) -> usize {
    let ends = |byte: u8| !byte.is_ascii() || matches!(byte, b'\n' | b'\r' | b'.' | b'!' | b'?');
    text.bytes().position(ends).unwrap_or(text.len())
}

fn push(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    let end = start + words.trim().len();
    if start < end {
        out.push(start..end);
    }
}

/// Where the text goes on, when only white space with a second line end stands from the line end at `at` on.
fn blank_line(text: &str, at: usize) -> Option<usize> {
    let space = &text[at..at + length_while(&text[at..], char::is_whitespace)];
    let ends = space.matches('\n').count().max(space.matches('\r').count());
    (ends >= 2).then_some(at + space.len())
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '।' | '؟' | '۔') || is_wide(c)
}

/// Stops of scripts that print no blank after them.
fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '»' | '›' | '」' | '』' | '】' | '〉' | '》' | '）' | '］')
}

fn is_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3130}'..='\u{318f}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Skips the quotes and brackets that close after a stop; French prints a blank before its own.
fn closers(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        at += length_while(&text[at..], is_closer);
        let rest = &text[at..];
        let blank = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).map_or(0, char::len_utf8);
        if blank == 0 || !rest[blank..].starts_with(['»', '›']) {
            return at;
        }
        at += blank;
    }
}

/// True if the stops at `stop`, with the closing marks up to `close`, end the sentence that began at `start`.
fn ends(text: &str, start: usize, stop: Range<usize>, close: usize) -> bool {
    let stops = &text[stop.clone()];
    let before = text[start..stop.start].chars().next_back();
    let after = &text[close..];
    let Some(first) = after.chars().next() else { return true };
    if before.is_none() {
        return false;
    }
    if stops.starts_with(is_wide) {
        let decimal = stops == "．" && first.is_numeric();
        // 「…。」と述べた: the quote is a part of the sentence around it.
        let quoted = close > stop.end && matches!(first, '\u{3040}'..='\u{309f}' | '、' | '，');
        return !decimal && !quoted;
    }
    let dotted = stops == ".";
    if !first.is_whitespace() {
        let glued = before.is_some_and(is_asian) && (is_asian(first) || is_opener(first)) && close == stop.end;
        return glued && dotted && !is_lettered(text, start, stop.start);
    }
    // "[…]" leaves something out; it ends nothing.
    let left_out = (stops == "…" || stops.starts_with("..")) && close > stop.end && before.is_some_and(is_opener);
    let next = after.trim_start();
    let Some(head) = next.trim_start_matches(is_opener).chars().next() else { return true };
    if left_out || (head.is_lowercase() && !is_label(next)) {
        return false;
    }
    !dotted || !is_abbreviated(text, start, stop.start, next, close > stop.end)
}

fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '「'
            | '『'
            | '【'
            | '〈'
            | '《'
            | '（'
            | '*'
            | '_'
            | '¿'
            | '¡'
    ) || c == '\u{a0}'
        || c == ' '
}

fn length_while(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// `|` in the text marks where one sentence ends and the next begins.
    fn check(marked: &str) {
        let expected: Vec<&str> = marked.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
        let text = marked.replace('|', "");
        let found: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_of_abbreviations_numbers_and_initials_end_nothing() {
        for marked in [
            "The U.S. and the E.U. agreed.| Both sides met in Seoul.",
            "The E.U agreed with the U.S. Government.| It did so again.",
            "He returned to the U.S.| The talks went on.",
            "On Sept. 5 they met.| The next meeting is in Oct. 2026.",
            "Resolution No. 1540 holds.| The answer is no.| Korea agreed.",
            "The 9.19 Military Agreement was signed.| It grew by 3.5 percent.",
            "Mr. Kim met Dr. J. A. Smith and H.E. Mr. Lee.| Ms. Park left.",
            "It begins at 3 p.m. Seoul time and ends at 5 p.m.| The hall closes.",
            "Under Art. 5 and Sec. III the Parties act.| See para. 7.",
            "Talks, e.g. on cyber, went on, i.e. Korea spoke.| Then they ended.",
            "Acme Co. Ltd. signed.| Others (etc.) did not.",
            "15. The Leaders met.| 16. They agreed.",
            "a. The first.| (b) The second.| IV. The fourth.",
            "See www.example.org for more.| Version 1.2.3 is out.",
            "It was signed in May 2014.3| The ministers met.| It grew by 1.5 Points.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn quotes_brackets_and_ellipses_stay_with_their_sentence() {
        for marked in [
            "“We agree.”| “So do we!” he said.| They left.",
            "(It was late.)| Nobody spoke.",
            "“Why?” asked the chair.| Nobody knew.",
            "They waited... and waited.| Then […] Korea spoke.",
            "It went on…| The end came.",
            "He said \"yes.\"| She said \"no\".| Done?!| Yes.",
            "as the Assembly decided.3| The Council met.[12]| It agreed.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn other_languages_keep_their_own_stops() {
        for marked in [
            "양측은 협력하기로 했다.| 다음 회의는 2026. 5. 3. 서울에서 열린다.",
            "’10. 2 총참모장이 방한하였다.| 2010. 11 협의를 마쳤다.",
            "합의했다.|이어 발표했다.",
            "회의가 열렸다고 \"좋다.\"라고 말했다.| 끝.",
            "首相は訪問した。|会談は3．5時間続いた。|「はい。」と述べた。|以上！",
            "双方同意。|“很好。”|会议结束了？|是的。",
            "M. Dupont et Mme. Curie ont parlé.| MM. Petit et Grand ont dit : « Oui. »| Ils sont partis.",
            "Le no. 5 est adopté.| La séance est levée.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn wrapped_lines_go_on_and_blank_lines_end() {
        check("The two sides\r\nagreed on\nall.| Next.\n\n|A heading\n \n|Text");
        check("");
        check(" \n\n ");
        check("...");
    }

    #[test]
    fn nothing_printed_is_lost_and_long_runs_take_no_longer() {
        let text = ". . ! ?) ".repeat(50_000) + &".".repeat(100_000) + &"a.".repeat(100_000) + &"\n".repeat(100_000);
        let found = sentences(&text);
        let kept: usize =
            found.iter().map(|range| text[range.clone()].split_whitespace().map(str::len).sum::<usize>()).sum();
        assert_eq!(kept, text.split_whitespace().map(str::len).sum::<usize>());
        assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }
}
