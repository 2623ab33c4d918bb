//! What a HWPX file's paragraphs and letters look like: outlines, lists, bold.
//!
//! In: the part called header. Out: looks by their ids, and what a list prints before its next paragraph.

use std::collections::BTreeMap;

use entente_corpus::StyleKind;
use entente_text::order;

use super::super::block::Label;
use super::super::docx::shown;
use super::super::xml::{self, Event};

/// Levels of a list.
const LEVELS: usize = 10;

/// What stands before a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    /// `OUTLINE`, `NUMBER`, `BULLET`, or nothing.
    pub(super) kind: String,
    pub(super) list: String,
    pub(super) level: usize,
}

#[derive(Clone, Debug, Default)]
struct Level {
    text: String,
    format: String,
    start: u32,
}

/// The looks of a document.
#[derive(Debug, Default)]
pub(super) struct Head {
    letters: BTreeMap<String, Vec<StyleKind>>,
    paragraphs: BTreeMap<String, Heading>,
    /// Styles, and whether their names, in the program's own language and in English, are those of captions.
    styles: BTreeMap<String, bool>,
    numberings: BTreeMap<String, Vec<Level>>,
    bullets: BTreeMap<String, String>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
}

impl Head {
    /// Reads the part.
    pub(super) fn read(part: &str) -> Self {
        let mut out = Self::default();
        let (mut letter, mut paragraph, mut numbering) = (None, None, None);
        let mut level: Option<(usize, Level)> = None;
        xml::read(part, &mut |event| match event {
            Event::Open(element) => {
                let id = element.attribute("id");
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                let mut look = |kind: StyleKind| {
                    if let Some(id) = &letter {
                        let kinds = out.letters.entry(String::clone(id)).or_default();
                        if !kinds.contains(&kind) {
                            kinds.push(kind);
                        }
                    }
                };
                match element.name() {
                    "charPr" => letter = id,
                    "bold" => look(StyleKind::Strong),
                    "italic" => look(StyleKind::Emphasis),
                    "underline" if !matches!(value("type").as_str(), "NONE" | "") => look(StyleKind::Underline),
                    "strikeout" if !matches!(value("shape").as_str(), "NONE" | "3D" | "") => look(StyleKind::Deleted),
                    "supscript" => look(StyleKind::Super),
                    "subscript" => look(StyleKind::Sub),
                    "paraPr" => paragraph = id,
                    "heading" => {
                        let heading = Heading {
                            kind: value("type"),
                            list: value("idRef"),
                            level: value("level").parse().unwrap_or(0),
                        };
                        if let Some(id) = paragraph.clone().filter(|_| heading.kind != "NONE") {
                            out.paragraphs.insert(id, heading);
                        }
                    }
                    "style" => {
                        let name = format!("{} {}", value("name"), value("engName")).to_lowercase();
                        let is_caption = name.contains("caption") || name.starts_with("캡션");
                        out.styles.insert(id.unwrap_or_default(), is_caption);
                    }
                    "numbering" => numbering = id,
                    "paraHead" => {
                        let at = value("level").parse::<usize>().unwrap_or(1).clamp(1, LEVELS) - 1;
                        let start = value("start").parse().unwrap_or(1);
                        level = Some((at, Level { text: String::new(), format: value("numFormat"), start }));
                    }
                    "bullet" => {
                        out.bullets.insert(
                            id.unwrap_or_default(),
                            Label::pattern(&element.words("char").unwrap_or_default()).to_owned(),
                        );
                    }
                    _ => {}
                }
            }
            Event::Text(words) => {
                if let Some((_, level)) = level.as_mut().filter(|(_, level)| !Label::is_full(&level.text)) {
                    level.text.push_str(Label::pattern(words));
                }
            }
            Event::Close("charPr") => letter = None,
            Event::Close("paraPr") => paragraph = None,
            Event::Close("numbering") => numbering = None,
            Event::Close("paraHead") => {
                if let (Some(id), Some((at, level))) = (&numbering, level.take()) {
                    let levels = out.numberings.entry(String::clone(id)).or_default();
                    levels.resize(levels.len().max(at + 1), Level { start: 1, ..Level::default() });
                    levels[at] = level;
                }
            }
            Event::Close(_) => {}
        });
        out
    }

    /// How letters with this id are set.
    pub(super) fn styles(&self, id: &str) -> Vec<StyleKind> {
        let mut styles = self.letters.get(id).cloned().unwrap_or_default();
        order::sort(&mut styles);
        styles
    }

    /// What stands before paragraphs with this id.
    pub(super) fn heading(&self, id: &str) -> Option<&Heading> {
        self.paragraphs.get(id)
    }

    /// True for a style of captions.
    pub(super) fn is_caption(&self, id: &str) -> bool {
        self.styles.get(id).copied().unwrap_or(false)
    }

    /// What is printed before the next paragraph of this look; an outline counts in the section's own list.
    pub(super) fn next(&mut self, heading: &Heading, outline: &str) -> Option<Label> {
        let level = heading.level.min(LEVELS - 1);
        let depth = u8::try_from(level + 1).unwrap_or(u8::MAX);
        if heading.kind == "BULLET" {
            let mark = self.bullets.get(&heading.list).map(|mark| mark.trim()).filter(|mark| !mark.is_empty());
            let private = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
            let text = mark.filter(|mark| !mark.contains(private)).unwrap_or("•").to_owned();
            return Some(Label { text, level: depth, bullet: true });
        }
        let list = if heading.kind == "OUTLINE" { outline } else { heading.list.as_str() };
        let levels = self.numberings.get(list)?;
        let own = levels.get(level)?;
        let counts = self.counts.entry(list.to_owned()).or_default();
        counts[level] = Some(counts[level].map_or(own.start, |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let mut text = String::new();
        let mut marks = own.text.chars().peekable();
        while let Some(c) = marks.next().filter(|_| !Label::is_full(&text)) {
            let of = marks.peek().and_then(|c| c.to_digit(10)).and_then(|n| (n as usize).checked_sub(1));
            match of.filter(|_| c == '^') {
                Some(of) => {
                    marks.next();
                    let level = levels.get(of);
                    let count = counts.get(of).copied().flatten().or(level.map(|level| level.start)).unwrap_or(1);
                    text.push_str(&shown(format(level.map_or("", |level| level.format.as_str())), count));
                }
                None => text.push(c),
            }
        }
        let text = text.trim().to_owned();
        (!text.is_empty()).then_some(Label { text, level: depth, bullet: false })
    }
}

/// A way of counting by the name that it has in DOCX.
fn format(name: &str) -> &str {
    match name {
        "LATIN_SMALL" => "lowerLetter",
        "LATIN_CAPITAL" => "upperLetter",
        "ROMAN_SMALL" => "lowerRoman",
        "ROMAN_CAPITAL" => "upperRoman",
        "HANGUL_SYLLABLE" => "ganada",
        "HANGUL_JAMO" => "chosung",
        "CIRCLED_DIGIT" => "decimalEnclosedCircle",
        _ => "decimal",
    }
}
