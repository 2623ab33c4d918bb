//! The reading text of a passage: the words of the source without markup, with their places in the source.

use std::ops::Range;

use entente_text::{Span, saturating_u32};

use crate::document::{Body, Passage, Piece};

/// What a person reads: pieces joined by one space, markup hidden or replaced, white space folded.
///
/// Every byte can be mapped to its place in the source and back, so that a hit in the reading text can be shown in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingText {
    /// The text.
    pub text: String,
    /// What `text` shows, run by run. A place for every byte would take eight times the text.
    runs: Vec<Run>,
    /// True if a run shows source text before that of an earlier run.
    out_of_order: bool,
    /// Where in `text` each piece starts, or each cell of a row.
    pub pieces: Vec<u32>,
}

/// Bytes of the reading text, up to the next run, and the source bytes that they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where in the reading text it starts.
    at: u32,
    /// What it shows.
    source: Span,
    /// Byte for byte; else each byte shows the whole.
    verbatim: bool,
}

/// True if a break splits one word: its hyphen is hidden, or its script prints no blanks. The cells of a row are apart.
fn is_one_word(body: &Body, passage: &Passage, before: Span, after: Span, same_cell: bool) -> bool {
    let at = passage.markup.partition_point(|markup| markup.span.end < before.end);
    let hyphen = passage.markup.get(at).is_some_and(|markup| {
        markup.span.end == before.end && matches!(markup.span.of(&body.text), "-" | "\u{2010}" | "\u{ad}")
    });
    let solid = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'));
    let apart = passage.table.is_some() && !same_cell;
    hyphen || !apart && solid(before.of(&body.text).chars().next_back()) && solid(after.of(&body.text).chars().next())
}

impl ReadingText {
    /// The reading text of each passage of `body`, in their order.
    #[must_use]
    pub fn all(body: &Body) -> Vec<Self> {
        body.passages.iter().map(|passage| Self::of(body, passage)).collect()
    }

    /// The reading text of `passage`.
    #[must_use]
    pub fn of(body: &Body, passage: &Passage) -> Self {
        Self::clipped(body, passage, Span { start: 0, end: u32::MAX })
    }

    /// The words of `passage` that show `span` of the source; `None` if the reading text shows nothing of it. A passage may be a line of
    /// megabytes: no more of it is read than that.
    #[must_use]
    pub fn words(body: &Body, passage: &Passage, span: Span) -> Option<String> {
        let reading = Self::clipped(body, passage, span);
        let range = reading.from_source(span)?;
        reading.text.get(range).map(|words| words.trim().to_owned())
    }

    /// The reading text of the part of `passage` inside `within`; empty if they do not overlap.
    fn clipped(body: &Body, passage: &Passage, within: Span) -> Self {
        let mut out = Self::default();
        let mut before: Option<Span> = None;
        for (n, piece) in passage.pieces.iter().enumerate() {
            let (start, end) = (piece.span.start.max(within.start), piece.span.end.min(within.end));
            if start > end || start == end && piece.span.start < piece.span.end {
                continue;
            }
            let piece = Piece { span: Span { start, end }, ..*piece };
            let same_cell = before.is_some() && passage.goes_on(n);
            if !before.is_some_and(|before| is_one_word(body, passage, before, piece.span, same_cell)) {
                out.space(Span { start: piece.span.start, end: piece.span.start });
            }
            before = Some(piece.span);
            if !same_cell {
                out.pieces.push(saturating_u32(out.text.len()));
            }
            out.push_piece(body, passage, piece.span);
        }
        if out.text.ends_with(' ') {
            out.text.pop();
            out.forget_last_byte();
        }
        // The texts of a whole folder are kept.
        out.text.shrink_to_fit();
        out.runs.shrink_to_fit();
        out
    }

    /// The source bytes that `range` of the reading text shows. It may run over a join.
    /// `None` for a range that shows nothing.
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Option<Span> {
        if range.is_empty() || range.end > self.text.len() {
            return None;
        }
        let (start, end) = (self.text.floor_char_boundary(range.start), self.text.ceil_char_boundary(range.end));
        let first = self.runs.partition_point(|run| run.at as usize <= start).checked_sub(1)?;
        let shown = (first..self.runs.len()).map(|n| (self.runs[n], self.bytes(n)));
        let shown = shown.take_while(|(_, bytes)| bytes.start < end).map(|(run, bytes)| {
            if run.verbatim {
                let from = |at: usize| run.source.start + saturating_u32(at - bytes.start);
                Span { start: from(start.max(bytes.start)), end: from(end.min(bytes.end)) }
            } else {
                run.source
            }
        });
        shown.reduce(|all, next| Span { start: all.start, end: all.end.max(next.end) })
    }

    /// The range of the reading text that shows `span` of the source; `None` if it shows nothing of it.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Option<Range<usize>> {
        let shows = |n: &usize| span.overlaps(self.runs[*n].source);
        // Pieces are usually in the order of the source; then only the runs around the span matter.
        let near = if self.out_of_order {
            0..self.runs.len()
        } else {
            self.runs.partition_point(|run| run.source.end < span.start)
                ..self.runs.partition_point(|run| run.source.start <= span.end)
        };
        let start = self.within(near.clone().find(shows)?, span).start;
        let end = self.within(near.clone().rfind(shows)?, span).end;
        (start < end).then_some(start..end)
    }

    /// The bytes of run `n`.
    fn bytes(&self, n: usize) -> Range<usize> {
        self.runs[n].at as usize..self.runs.get(n + 1).map_or(self.text.len(), |next| next.at as usize)
    }

    /// The bytes of run `n` that show something of `span`.
    fn within(&self, n: usize, span: Span) -> Range<usize> {
        let (run, bytes) = (self.runs[n], self.bytes(n));
        if !run.verbatim {
            return bytes;
        }
        let at = |offset: u32| bytes.start + (offset - run.source.start) as usize;
        let start = at(span.start.max(run.source.start));
        let end = at(span.end.min(run.source.end));
        self.text.floor_char_boundary(start)..self.text.ceil_char_boundary(end)
    }

    fn space(&mut self, shows: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.show(1, shows);
            self.text.push(' ');
        }
    }

    /// Notes that the next `length` bytes of the text show `source`.
    fn show(&mut self, length: usize, source: Span) {
        let verbatim = source.len() == length;
        match self.runs.last_mut() {
            Some(last) if verbatim && last.verbatim && last.source.end == source.start => last.source.end = source.end,
            Some(last) if !verbatim && !last.verbatim && last.source == source => {}
            last => {
                self.out_of_order |=
                    last.is_some_and(|last| source.start < last.source.end || source.end < last.source.end);
                self.runs.push(Run { at: saturating_u32(self.text.len()), source, verbatim });
            }
        }
    }

    fn forget_last_byte(&mut self) {
        if let Some(last) = self.runs.last_mut() {
            if last.verbatim {
                last.source.end -= 1;
            }
            if last.at as usize >= self.text.len() {
                self.runs.pop();
            }
        }
    }

    fn push_piece(&mut self, body: &Body, passage: &Passage, span: Span) {
        let first = passage.markup.partition_point(|markup| markup.span.end <= span.start);
        let mut at = span.start;
        for markup in passage.markup[first..].iter().take_while(|markup| markup.span.start < span.end) {
            self.push_source(body, Span { start: at, end: markup.span.start.max(at) });
            for c in markup.shows.chars() {
                self.push(c, markup.span);
            }
            at = markup.span.end.max(at);
        }
        self.push_source(body, Span { start: at, end: span.end.max(at) });
    }

    fn push_source(&mut self, body: &Body, span: Span) {
        let mut start = span.start;
        // Word for word: all letters of a word show what stands there.
        for part in span.of(&body.text).split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if !word.is_empty() {
                let length = saturating_u32(word.len());
                self.show(word.len(), Span { start, end: start + length });
                self.text.push_str(word);
                start += length;
            }
            if let Some(blank) = part[word.len()..].chars().next() {
                let end = start + saturating_u32(blank.len_utf8());
                self.space(Span { start, end });
                start = end;
            }
        }
    }

    fn push(&mut self, c: char, shows: Span) {
        if c.is_whitespace() {
            self.space(shows);
        } else {
            self.show(c.len_utf8(), shows);
            self.text.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReadingText;
    use crate::document::{Body, Markup, Passage, Piece};
    use crate::vocabulary::PassageKind;
    use entente_text::Span;

    fn passage(pieces: &[(usize, usize)], markup: &[(usize, usize, &str)]) -> Passage {
        Passage {
            pieces: pieces.iter().map(|(a, b)| Piece { span: Span::new(*a, *b), page: None }).collect(),
            markup: markup
                .iter()
                .map(|(a, b, shows)| Markup { span: Span::new(*a, *b), shows: (*shows).into() })
                .collect(),
            ..Passage::new(PassageKind::Paragraph, Span::new(0, 0))
        }
    }

    fn body(text: &str) -> Body {
        Body { text: text.into(), ..Body::default() }
    }

    #[test]
    fn markup_is_hidden_and_joins_read_as_one_space() {
        let body = body("the **inter-\n\nPAGE 2\nnational** US\\$100");
        let passage = passage(&[(0, 12), (21, 39)], &[(4, 6, ""), (29, 31, ""), (34, 35, "")]);
        let reading = ReadingText::of(&body, &passage);
        assert_eq!(reading.text, "the inter- national US$100");
        assert_eq!(reading.pieces, [0, 11]);
        let at = reading.text.find("US$").expect("shown");
        assert_eq!(reading.to_source(at..at + 6).map(|span| span.of(&body.text)), Some("US\\$100"));
        assert_eq!(reading.from_source(Span::new(21, 29)), Some(11..19));
        assert_eq!(reading.from_source(Span::new(14, 20)), None, "what lies between the pieces is not shown");
        assert_eq!(
            reading.to_source(4..14).map(|span| span.of(&body.text)),
            Some("inter-\n\nPAGE 2\nnat"),
            "over a join"
        );
        assert_eq!(reading.to_source(3..3), None);
        assert_eq!(reading.to_source(20..27), None, "beyond the end");
    }

    #[test]
    fn a_cell_over_several_lines_reads_as_one() {
        let body = body("Ministry of   12\n  Ports\n");
        let row = Passage { table: Some(0), continued: vec![1], ..passage(&[(0, 11), (19, 24), (14, 16)], &[]) };
        let reading = ReadingText::of(&body, &row);
        assert_eq!((reading.text.as_str(), reading.pieces.as_slice()), ("Ministry of Ports 12", &[0, 18][..]));
        assert_eq!(row.cells().map(|(cell, _)| cell).collect::<Vec<_>>(), [0, 0, 1]);
    }

    #[test]
    fn white_space_folds_and_replacements_show() {
        let body = body("  a &amp;\n b  ");
        let passage = passage(&[(0, 14)], &[(4, 9, "&")]);
        let reading = ReadingText::of(&body, &passage);
        assert_eq!(reading.text, "a & b");
        assert_eq!(reading.to_source(0..3).map(|span| span.of(&body.text)), Some("a &amp;"));
        assert_eq!(reading.to_source(4..5).map(|span| span.of(&body.text)), Some("b"));
        assert_eq!(reading.from_source(Span::new(5, 6)), Some(2..3), "a part of what is replaced");
    }

    #[test]
    fn words_of_any_part_are_those_of_the_whole() {
        let cases = [
            (
                "the **inter-\n\nPAGE 2\nnational** US\\$100",
                passage(&[(0, 12), (21, 39)], &[(4, 6, ""), (29, 31, ""), (34, 35, "")]),
            ),
            ("  a &amp;\n b  ", passage(&[(0, 14)], &[(4, 9, "&")])),
            ("한국과\u{a0}日本 é x", passage(&[(0, 17), (17, 17), (17, 21)], &[])),
        ];
        for (text, passage) in cases {
            let (body, reading) = (body(text), ReadingText::of(&body(text), &passage));
            let ends = || (0..=text.len()).filter(|at| text.is_char_boundary(*at));
            for (start, end) in ends().flat_map(|start| ends().map(move |end| (start, end))).filter(|(a, b)| a < b) {
                let span = Span::new(start, end);
                let whole = reading.from_source(span).map(|range| reading.text[range].trim()).unwrap_or_default();
                assert_eq!(
                    ReadingText::words(&body, &passage, span).unwrap_or_default(),
                    whole,
                    "{text:?} {start} {end}"
                );
            }
        }
    }

    #[test]
    fn letters_of_several_bytes_are_never_parted() {
        let body = body("한국과\u{a0}日本 é");
        let passage = passage(&[(0, body.text.len())], &[]);
        let reading = ReadingText::of(&body, &passage);
        assert_eq!(reading.text, "한국과 日本 é");
        for (at, c) in reading.text.char_indices() {
            let shown = reading.to_source(at..at + c.len_utf8()).map(|span| span.of(&body.text));
            let expected = if at == 9 { "\u{a0}".to_owned() } else { c.to_string() };
            assert_eq!(shown, Some(expected.as_str()));
        }
        assert_eq!(reading.from_source(Span::new(4, 5)), Some(3..6), "one byte shows its whole letter");
        assert_eq!(reading.to_source(1..2).map(|span| span.of(&body.text)), Some("한"));
    }
}
