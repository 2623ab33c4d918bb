//! The reading text of a passage: the source's words without markup, with the way back.

use entente_text::Span;

use crate::document::{Body, Passage};

/// What a person reads: pieces joined by one space, markup hidden or replaced, white space folded.
///
/// Every byte knows its place in the source, so that anything found in the reading text can be
/// shown in the source and the other way round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingText {
    /// The text.
    pub text: String,
    /// For each byte of `text`, the source bytes of the character it shows.
    shown: Vec<Span>,
    /// Where in `text` each piece starts.
    pub pieces: Vec<u32>,
}

impl ReadingText {
    /// The reading text of `passage`.
    #[must_use]
    pub fn of(body: &Body, passage: &Passage) -> Self {
        let mut out = Self::default();
        for piece in &passage.pieces {
            out.space(Span { start: piece.span.start, end: piece.span.start });
            out.pieces.push(clamp(out.text.len()));
            out.push_piece(body, passage, piece.span);
        }
        if out.text.ends_with(' ') {
            out.text.pop();
            out.shown.pop();
        }
        out
    }

    /// The source bytes that `range` of the reading text shows. It may run over a join.
    /// `None` for a range that shows nothing.
    #[must_use]
    pub fn to_source(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let shown = self.shown.get(range)?;
        Some(Span { start: shown.first()?.start, end: shown.iter().map(|span| span.end).max()? })
    }

    /// The range of the reading text that shows `span` of the source; `None` where nothing of it is shown.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let inside = |shown: &Span| span.overlaps(*shown);
        let start = self.shown.iter().position(inside)?;
        let end = self.shown.iter().rposition(inside)? + 1;
        Some(start..end)
    }

    fn space(&mut self, shows: Span) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
            self.shown.push(shows);
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
        for (n, c) in span.of(&body.text).char_indices() {
            let start = span.start + clamp(n);
            self.push(c, Span { start, end: start + clamp(c.len_utf8()) });
        }
    }

    fn push(&mut self, c: char, shows: Span) {
        if c.is_whitespace() {
            self.space(shows);
        } else {
            self.text.push(c);
            self.shown.extend(std::iter::repeat_n(shows, c.len_utf8()));
        }
    }
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::ReadingText;
    use crate::document::{Body, Markup, Passage, Piece};
    use crate::vocabulary::PassageKind;
    use entente_text::Span;

    fn passage(pieces: &[(usize, usize)], markup: &[(usize, usize, &str)]) -> Passage {
        Passage {
            anchor: "p1-000000".into(),
            kind: PassageKind::Paragraph,
            section: None,
            level: 0,
            number: None,
            marker: None,
            pieces: pieces.iter().map(|(a, b)| Piece { span: Span::new(*a, *b), page: None }).collect(),
            markup: markup
                .iter()
                .map(|(a, b, shows)| Markup { span: Span::new(*a, *b), shows: (*shows).into() })
                .collect(),
            styles: Vec::new(),
            of: None,
            table: None,
            header: false,
            template: false,
            empty: false,
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
    }

    #[test]
    fn white_space_folds_and_replacements_show() {
        let body = body("  a &amp;\n b  ");
        let passage = passage(&[(0, 14)], &[(4, 9, "&")]);
        let reading = ReadingText::of(&body, &passage);
        assert_eq!(reading.text, "a & b");
        assert_eq!(reading.to_source(0..3).map(|span| span.of(&body.text)), Some("a &amp;"));
    }
}
