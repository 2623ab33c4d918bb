//! Public names of passages and sections.

use entente_corpus::{Body, ReadingText, id};

/// Gives passages and sections of `body` their public names; `texts` are the reading texts of its passages.
pub(crate) fn assign(body: &mut Body, texts: &[ReadingText]) {
    for (n, (passage, reading)) in body.passages.iter_mut().zip(texts).enumerate() {
        passage.anchor = id::passage_anchor(n + 1, &reading.text);
    }
    for n in 0..body.sections.len() {
        let mut path = Vec::new();
        let mut at = Some(n);
        while let Some(section) = at.and_then(|at| body.sections.get(at)) {
            path.push(texts.get(section.heading as usize).map_or("", |reading| reading.text.as_str()));
            at = section.parent.map(|parent| parent as usize);
        }
        path.reverse();
        body.sections[n].anchor = id::section_anchor(n + 1, &path);
    }
}
