//! Rows of tables, and HTML blocks, which the reader of pages reads.

use std::ops::Range;

use entente_corpus::{Markup, PassageKind};
use entente_text::Span;
use entente_text::order;

use super::super::blocks::PassageDraft;
use super::super::html;
use super::MarkdownReader;

impl MarkdownReader<'_> {
    pub(super) fn end_row(&mut self, range: Range<usize>) {
        let Some((row, header)) = self.row.take() else { return };
        if row.pieces.iter().all(Range::is_empty) {
            return;
        }
        let mut draft = PassageDraft::new(PassageKind::Row, Span::new(range.start, range.end));
        draft.passage.pieces = row.pieces.iter().map(|piece| self.piece(piece)).collect();
        draft.passage.markup = row.markup;
        draft.passage.styles = row.styles;
        draft.passage.table = Some(self.tables.saturating_sub(1));
        draft.passage.header = header;
        self.out.push(draft);
    }

    /// The HTML block that was read goes through the reader of pages.
    pub(super) fn end_page(&mut self) {
        let Some(range) = self.page.take() else { return };
        let margins = std::mem::take(&mut self.margins);
        let mut page = self.text[range.clone()].to_owned();
        for margin in &margins {
            let blank = " ".repeat(margin.len());
            page.replace_range(margin.start - range.start..margin.end - range.start, &blank);
        }
        let moved = |span: Span| Span::new(span.start as usize + range.start, span.end as usize + range.start);
        for mut draft in html::blocks(&page) {
            let passage = &mut draft.passage;
            passage.pieces.iter_mut().for_each(|piece| piece.span = moved(piece.span));
            passage.markup.iter_mut().for_each(|markup| markup.span = moved(markup.span));
            passage.styles.iter_mut().for_each(|style| style.span = moved(style.span));
            passage.marker = passage.marker.map(moved);
            passage.number = passage.number.map(moved);
            let extent = passage.extent();
            let inside = margins.iter().map(|margin| Span::new(margin.start, margin.end));
            let inside = inside.filter(|margin| extent.contains(*margin));
            passage.markup.extend(inside.map(|span| Markup { span, shows: String::new() }));
            order::sort_by_key(&mut passage.markup, |markup| markup.span);
            // What surrounds the text of a page may be the text of a document.
            if passage.kind == PassageKind::Furniture {
                passage.kind = PassageKind::Paragraph;
            }
            self.out.push(draft);
        }
    }
}
