//! Styles and lists: what a paragraph is by its style, and what its list prints before it.

use std::collections::BTreeMap;

use super::super::block::{Label, Role};
use super::super::xml::{self, Event};

/// Deepest chain of styles that are based on one another.
const DEEPEST: usize = 12;

/// A style as it is declared.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    name: String,
    /// The level that its name says: "heading 2".
    named: Option<u8>,
    base: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    bold: Option<bool>,
}

/// The styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

/// True unless an on-off element says "off".
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

impl Styles {
    /// Reads the part of styles.
    pub(super) fn read(part: &str) -> Self {
        let mut styles = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        xml::read(part, &mut |event| match event {
            Event::Open(element) if element.name() == "style" => {
                open = Some((element.attribute("styleId").unwrap_or_default(), Style::default()));
            }
            Event::Close("style") => styles.extend(open.take()),
            Event::Open(element) => {
                let Some((_, style)) = open.as_mut() else { return };
                let value = element.attribute("val");
                match element.name() {
                    "name" => {
                        style.name = value.unwrap_or_default().to_lowercase();
                        style.named = style.name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
                    }
                    "basedOn" => style.base = value,
                    "outlineLvl" => style.outline = value.and_then(|value| value.parse().ok()),
                    "numId" => style.list = value,
                    "ilvl" => style.level = value.and_then(|value| value.parse().ok()),
                    "b" => style.bold = Some(is_on(value.as_deref())),
                    _ => {}
                }
            }
            _ => {}
        });
        Self(styles)
    }

    /// The style and those it is based on, nearest first.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.0.get(style.base.as_deref()?);
        std::iter::successors(self.0.get(id), next).take(DEEPEST)
    }

    /// What a paragraph of this style is.
    pub(super) fn role(&self, id: &str) -> Role {
        let names: Vec<&str> = self.chain(id).map(|style| style.name.as_str()).collect();
        let is = |names: &[&str], wanted: &[&str]| names.iter().any(|name| wanted.contains(name));
        let own = &names[..names.len().min(1)];
        if own.iter().any(|name| name.starts_with("toc ") && *name != "toc heading") {
            return Role::Furniture;
        }
        if is(&names, &["title"]) {
            return Role::Title;
        }
        let named = self.chain(id).find_map(|style| style.named);
        let level = self.chain(id).find_map(|style| style.outline).map(|level| level.saturating_add(1)).or(named);
        match level {
            Some(level @ 1..=9) => Role::Heading(level),
            _ if is(&names, &["quote", "intense quote", "block text"]) => Role::Quote,
            _ if is(&names, &["caption"]) => Role::Caption,
            _ if is(&names, &["header", "footer"]) => Role::Furniture,
            _ => Role::Text,
        }
    }

    /// List and level that the style itself is in.
    pub(super) fn list(&self, id: &str) -> Option<(String, usize)> {
        let list = self.chain(id).find_map(|style| style.list.clone())?;
        Some((list, self.chain(id).find_map(|style| style.level).unwrap_or(0)))
    }

    /// True if words of the style are bold.
    pub(super) fn is_bold(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.bold).unwrap_or(false)
    }
}

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// Levels of a list that count.
const LEVELS: usize = 9;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of each list's definition.
    definitions: BTreeMap<String, Vec<Level>>,
    /// The definition of each list, and where its levels start anew.
    lists: BTreeMap<String, (String, BTreeMap<usize, u32>)>,
    /// The count of each definition's levels.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun.
    begun: std::collections::BTreeSet<String>,
}

impl Numbering {
    /// Reads the part of lists.
    pub(super) fn read(part: &str) -> Self {
        let mut out = Self::default();
        let (mut definition, mut list): (Option<String>, Option<String>) = (None, None);
        let (mut levels, mut level) = (Vec::new(), 0_usize);
        xml::read(part, &mut |event| match event {
            Event::Open(element) => {
                let value = element.attribute("val");
                let number = |name: &str| element.attribute(name).and_then(|value| value.parse::<usize>().ok());
                match element.name() {
                    "abstractNum" => {
                        definition = element.attribute("abstractNumId");
                        levels = vec![Level { start: 1, ..Level::default() }; LEVELS];
                    }
                    "num" => list = element.attribute("numId"),
                    "abstractNumId" => {
                        if let (Some(list), Some(value)) = (&list, value) {
                            out.lists.entry(list.clone()).or_default().0 = value;
                        }
                    }
                    "lvl" | "lvlOverride" => level = number("ilvl").unwrap_or(0).min(LEVELS - 1),
                    "startOverride" => {
                        let start = value.and_then(|value| value.parse().ok());
                        if let (Some(list), Some(start)) = (&list, start) {
                            out.lists.entry(list.clone()).or_default().1.insert(level, start);
                        }
                    }
                    name if definition.is_some() => {
                        let Some(level) = levels.get_mut(level) else { return };
                        match name {
                            "start" => level.start = value.and_then(|value| value.parse().ok()).unwrap_or(1),
                            "numFmt" => level.format = value.unwrap_or_default(),
                            "lvlText" => {
                                let pattern = element.words("val").unwrap_or_default();
                                level.text = Label::pattern(&pattern).to_owned();
                            }
                            _ => {}
                        }
                    }
                    _ => {}
                }
            }
            Event::Close("abstractNum") => {
                if let Some(definition) = definition.take() {
                    out.definitions.insert(definition, std::mem::take(&mut levels));
                }
            }
            Event::Close("num") => list = None,
            _ => {}
        });
        out
    }

    /// What `list` prints before its next paragraph of this level.
    pub(super) fn next(&mut self, list: &str, level: usize) -> Option<Label> {
        let level = level.min(LEVELS - 1);
        let (definition, starts) = self.lists.get(list)?;
        let levels = self.definitions.get(definition)?;
        let own = levels.get(level)?;
        let counts = self.counts.entry(definition.clone()).or_default();
        if self.begun.insert(list.to_owned()) {
            // A list that starts anew counts from its own start; one that does not goes on.
            for (level, start) in starts {
                counts[*level] = start.checked_sub(1);
            }
        }
        counts[level] = Some(counts[level].map_or(own.start, |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let counts = *counts;
        let depth = u8::try_from(level + 1).unwrap_or(u8::MAX);
        if own.format == "bullet" {
            return Some(Label { text: bullet(&own.text), level: depth, bullet: true });
        }
        if own.format == "none" && !own.text.contains('%') && own.text.trim().is_empty() {
            return None;
        }
        let mut text = String::new();
        let mut marks = own.text.chars().peekable();
        while let Some(c) = marks.next().filter(|_| !Label::is_full(&text)) {
            let of = marks.peek().and_then(|c| c.to_digit(10)).and_then(|n| (n as usize).checked_sub(1));
            match of.filter(|_| c == '%') {
                Some(of) => {
                    marks.next();
                    let level = levels.get(of);
                    let count = counts.get(of).copied().flatten().or(level.map(|level| level.start)).unwrap_or(1);
                    // A legal list shows every part in digits.
                    text.push_str(&shown(level.map_or("", |level| level.format.as_str()), count));
                }
                None => text.push(c),
            }
        }
        let text = text.trim().to_owned();
        (!text.is_empty()).then_some(Label { text, level: depth, bullet: false })
    }
}

/// A bullet as it is printed; those of symbol fonts have no letter of their own.
fn bullet(text: &str) -> String {
    match text.trim().chars().next() {
        Some('o') => "○".to_owned(),
        Some(c) if !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&c) => text.trim().to_owned(),
        _ => "•".to_owned(),
    }
}

/// `count` in a list's own way of counting.
pub(in super::super) fn shown(format: &str, count: u32) -> String {
    let letter = |first: char, letters: u32| {
        let (at, times) = ((count.max(1) - 1) % letters, (count.max(1) - 1) / letters + 1);
        let c = char::from_u32(first as u32 + at).unwrap_or(first);
        c.to_string().repeat(times.min(8) as usize)
    };
    let of = |signs: &str| signs.chars().nth(count.max(1) as usize - 1).map(String::from);
    match format {
        "lowerLetter" => letter('a', 26),
        "upperLetter" => letter('A', 26),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "decimalZero" => format!("{count:02}"),
        "ganada" => of("가나다라마바사아자차카타파하").unwrap_or_else(|| count.to_string()),
        "chosung" => of("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ").unwrap_or_else(|| count.to_string()),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳").unwrap_or_else(|| count.to_string())
        }
        "none" => String::new(),
        _ => count.to_string(),
    }
}

pub(super) fn roman(count: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count.min(4999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= *value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
