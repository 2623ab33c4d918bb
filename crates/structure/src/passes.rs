//! The passes over a document, in the order in which they run.
//!
//! Each says what it needs and what it gives; the tests hold that for every kind of document what a pass needs was given
//! before. A pass that is not meant for a kind of document is left out.

use entente_corpus::{Anomaly, Body, ReadingText, Section};

use super::blocks::PassageDraft;
use super::headings::{self, Class};
use super::line::Line;
use super::{
    TextFormat, answers, apart, blocks, columns, damage, debris, direction, figures, furniture, html, hyphens, inline,
    line, markdown, names, oversize, pages, personal, raised, scan, sections, translation,
};

/// Fewest headings in bold letters of a document that sets its headings so.
const MIN_BOLD_HEADINGS: usize = 3;

/// A document while it is read.
#[derive(Default)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) lines: Vec<Line>,
    /// A plain text uses marks of Markdown.
    pub(crate) marked: bool,
    pub(crate) drafts: Vec<PassageDraft>,
    pub(crate) sections: Vec<Section>,
    pub(crate) anomalies: Vec<Anomaly>,
    /// Text, passages and sections once they stand.
    pub(crate) body: Body,
    /// The reading text of each passage.
    pub(crate) texts: Vec<ReadingText>,
}

/// What a pass needs or gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The text's lines, columns one below the other.
    Lines,
    /// Blocks: passages in the making.
    Blocks,
    /// What pages repeat is furniture.
    PageEdges,
    /// Sentences that a page or a line had parted are whole.
    WholeSentences,
    /// Headings have their class.
    Headings,
    /// What surrounds the text is furniture.
    Furniture,
    /// Answers know their question, turns their speaker.
    Answers,
    /// Sections, and for each passage its own.
    Sections,
    /// The body's passages stand.
    Passages,
    /// What markup hides or shows.
    Markup,
    /// The reading text of each passage: nothing may change passages or markup after it.
    ReadingTexts,
    /// Public names of passages and sections.
    Anchors,
    /// Notes on what is odd.
    Notes,
}

/// What a document is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A text by its lines.
    Plain,
    /// A text by its Markdown.
    Markdown,
    /// A page of HTML.
    Page,
    /// A text whose passages its reader has found.
    Form,
}

use Origin::{Form, Markdown, Page, Plain};

impl From<TextFormat> for Origin {
    fn from(format: TextFormat) -> Self {
        match format {
            TextFormat::Plain => Plain,
            TextFormat::Markdown => Markdown,
            TextFormat::Html => Page,
        }
    }
}

/// A step of reading.
#[cfg_attr(not(test), expect(dead_code, reason = "names, needs and gifts are what the tests hold the order against"))]
pub(crate) struct Pass {
    pub(crate) name: &'static str,
    /// The kinds of documents it is meant for.
    pub(crate) origins: &'static [Origin],
    pub(crate) needs: &'static [Part],
    pub(crate) gives: &'static [Part],
    run: fn(&mut Reading),
}

const ALL: &[Origin] = &[Plain, Markdown, Page, Form];
const WRITTEN: &[Origin] = &[Plain, Markdown];

/// The passes in order.
pub(crate) const PASSES: &[Pass] = &[
    Pass {
        name: "lines",
        origins: &[Plain],
        needs: &[],
        gives: &[Part::Lines],
        run: |doc| {
            doc.lines = columns::unfold(doc.text, line::lines(doc.text));
            doc.marked = inline::is_markdown(doc.text);
        },
    },
    Pass {
        name: "blocks of lines",
        origins: &[Plain],
        needs: &[Part::Lines],
        gives: &[Part::Blocks],
        run: |doc| doc.drafts = blocks::blocks(doc.text, &doc.lines, doc.marked),
    },
    Pass {
        name: "blocks of Markdown",
        origins: &[Markdown],
        needs: &[],
        gives: &[Part::Blocks, Part::Markup],
        run: |doc| doc.drafts = markdown::drafts(doc.text),
    },
    Pass {
        name: "blocks of a page",
        origins: &[Page],
        needs: &[],
        gives: &[Part::Blocks, Part::Markup],
        run: |doc| doc.drafts = html::drafts(doc.text),
    },
    Pass {
        name: "what pages repeat",
        origins: WRITTEN,
        needs: &[Part::Blocks],
        gives: &[Part::PageEdges],
        run: |doc| pages::set_apart(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "capitals that head nothing",
        origins: WRITTEN,
        needs: &[Part::Blocks, Part::PageEdges],
        gives: &[],
        run: |doc| pages::lower_capitals(&mut doc.drafts),
    },
    Pass {
        name: "headings that run into their text",
        origins: &[Plain],
        needs: &[Part::Blocks],
        gives: &[],
        run: |doc| {
            if doc.marked {
                apart::run_in_headings(doc.text, &mut doc.drafts);
            }
        },
    },
    Pass {
        name: "titles of articles",
        origins: WRITTEN,
        needs: &[Part::Blocks],
        gives: &[],
        run: |doc| apart::article_titles(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "bare numbers",
        origins: WRITTEN,
        needs: &[Part::Blocks],
        gives: &[],
        run: |doc| apart::bare_numbers(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "sentences over a break",
        origins: WRITTEN,
        needs: &[Part::Blocks, Part::PageEdges],
        gives: &[Part::WholeSentences],
        run: |doc| doc.anomalies = damage::join(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "headings",
        origins: WRITTEN,
        needs: &[Part::Blocks, Part::WholeSentences],
        gives: &[Part::Headings],
        run: |doc| headings::refine(doc.text, &mut doc.drafts, false),
    },
    Pass {
        name: "headings by where they stand",
        origins: &[Form],
        needs: &[],
        gives: &[Part::Headings],
        run: headings_of_form,
    },
    Pass {
        name: "passages of bounded size",
        origins: ALL,
        needs: &[Part::Blocks],
        gives: &[],
        run: |doc| oversize::cut(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "furniture",
        origins: ALL,
        needs: &[],
        gives: &[Part::Furniture],
        run: |doc| furniture::set_apart(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "questions and answers",
        origins: ALL,
        needs: &[Part::Furniture],
        gives: &[Part::Answers],
        run: |doc| answers::assign(doc.text, &mut doc.drafts),
    },
    Pass {
        name: "sections",
        origins: ALL,
        needs: &[Part::Furniture, Part::Answers],
        gives: &[Part::Sections],
        run: |doc| {
            sections::bound_headings(&mut doc.drafts);
            doc.sections = sections::tree(doc.text, &mut doc.drafts);
        },
    },
    Pass { name: "passages", origins: ALL, needs: &[Part::Sections], gives: &[Part::Passages], run: stand },
    Pass {
        name: "markup inside lines",
        origins: &[Plain],
        needs: &[Part::Passages],
        gives: &[Part::Markup],
        run: |doc| inline::mark(&mut doc.body, doc.marked),
    },
    Pass {
        name: "raised numbers",
        origins: ALL,
        needs: &[Part::Passages, Part::Markup],
        gives: &[],
        run: |doc| raised::show(&mut doc.body),
    },
    Pass {
        name: "hyphens of line ends",
        origins: WRITTEN,
        needs: &[Part::Passages, Part::Markup],
        gives: &[],
        run: |doc| hyphens::mark(&mut doc.body),
    },
    Pass {
        name: "reading texts",
        origins: ALL,
        needs: &[Part::Passages],
        gives: &[Part::ReadingTexts],
        run: |doc| doc.texts = ReadingText::all(&doc.body),
    },
    Pass {
        name: "public names",
        origins: ALL,
        needs: &[Part::ReadingTexts, Part::Sections],
        gives: &[Part::Anchors],
        run: |doc| names::assign(&mut doc.body, &doc.texts),
    },
    Pass {
        name: "damage",
        origins: ALL,
        needs: &[Part::ReadingTexts],
        gives: &[Part::Notes],
        run: |doc| damage::note(&doc.body, &doc.texts, &mut doc.anomalies),
    },
    Pass {
        name: "letters misread by a scanner",
        origins: ALL,
        needs: &[Part::Passages],
        gives: &[],
        run: |doc| scan::note(&doc.body, &mut doc.anomalies),
    },
    Pass {
        name: "personal data",
        origins: ALL,
        needs: &[Part::ReadingTexts, Part::Sections],
        gives: &[],
        run: |doc| personal::note(&doc.body, &doc.texts, &mut doc.anomalies),
    },
    Pass {
        name: "traces of conversions",
        origins: ALL,
        // It leaves out what the reader of the file has noted already.
        needs: &[Part::Passages, Part::Notes],
        gives: &[],
        run: |doc| debris::note(&doc.body, &mut doc.anomalies),
    },
    Pass {
        name: "signs that turn letters round",
        origins: ALL,
        needs: &[Part::ReadingTexts],
        gives: &[],
        run: |doc| direction::note(&doc.body, &doc.texts, &mut doc.anomalies),
    },
    Pass {
        name: "figures that do not add up",
        origins: ALL,
        needs: &[Part::ReadingTexts],
        gives: &[],
        run: |doc| figures::note(&doc.body, &doc.texts, &mut doc.anomalies),
    },
    Pass {
        name: "signs of translation",
        origins: ALL,
        needs: &[Part::ReadingTexts],
        gives: &[],
        run: |doc| translation::note(&doc.body, &doc.texts, &mut doc.anomalies),
    },
];

/// Reads `doc` as what it is.
pub(crate) fn run(mut doc: Reading, origin: Origin) -> super::Structured {
    for pass in PASSES.iter().filter(|pass| pass.origins.contains(&origin)) {
        (pass.run)(&mut doc);
    }
    let Reading { mut body, texts, anomalies, .. } = doc;
    body.anomalies = anomalies;
    super::Structured { body, texts }
}

/// Without a single heading by style, headings show by where they stand, as in plain text.
fn headings_of_form(doc: &mut Reading) {
    if !doc.drafts.iter().any(|draft| matches!(draft.class, Some(Class::Markdown(_)))) {
        let bold = doc.drafts.iter().filter(|draft| draft.class == Some(Class::Bold)).count();
        headings::refine(doc.text, &mut doc.drafts, bold >= MIN_BOLD_HEADINGS);
    }
}

/// The passages are what was made of them so far.
fn stand(doc: &mut Reading) {
    let passages = doc.drafts.drain(..).map(|draft| draft.passage).collect();
    let sections = std::mem::take(&mut doc.sections);
    doc.body = Body { text: doc.text.to_owned(), passages, sections, ..Body::default() };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ALL, Form, Origin, PASSES, Part, Pass};

    fn of(origin: Origin) -> impl Iterator<Item = &'static Pass> {
        PASSES.iter().filter(move |pass| pass.origins.contains(&origin))
    }

    /// The first pass that needs what none before it gave.
    fn first_unmet(origin: Origin, passes: &[&Pass]) -> Option<&'static str> {
        // The reader of a form brings its blocks and their markup.
        let mut given = if origin == Form { vec![Part::Blocks, Part::Markup] } else { Vec::new() };
        for pass in passes {
            if !pass.needs.iter().all(|part| given.contains(part)) {
                return Some(pass.name);
            }
            given.extend(pass.gives);
        }
        None
    }

    #[test]
    fn every_pass_has_what_it_needs() {
        for origin in ALL {
            let passes: Vec<&Pass> = of(*origin).collect();
            assert_eq!(first_unmet(*origin, &passes), None, "{origin:?}");
            let backwards: Vec<&Pass> = passes.into_iter().rev().collect();
            assert!(first_unmet(*origin, &backwards).is_some(), "the order counts: {origin:?}");
        }
    }

    #[test]
    fn passages_and_markup_stay_as_they_are_once_they_are_read() {
        for origin in ALL {
            let after: Vec<&Pass> = of(*origin).skip_while(|pass| !pass.gives.contains(&Part::ReadingTexts)).collect();
            let changes = [Part::Blocks, Part::Headings, Part::Sections, Part::Passages, Part::Markup];
            assert!(
                !after.is_empty() && after.iter().all(|pass| !changes.iter().any(|part| pass.gives.contains(part)))
            );
        }
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<&str> = PASSES.iter().map(|pass| pass.name).collect();
        assert_eq!(names.len(), PASSES.len());
    }
}
