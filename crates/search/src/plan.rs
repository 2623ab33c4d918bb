//! A query made ready for one index: every word looked up once, for searching, marking and explaining alike.

use std::collections::BTreeSet;

use crate::expand::{self, Expansion, expand};
use crate::index::{Field, Index};
use crate::korean::is_syllable;
use crate::query::{Query, Word};
use crate::score;
use crate::small::is_small;
use crate::synonyms::Synonyms;
use crate::tokens::{is_ideographic, is_unspaced};
use crate::{closest, compound};

/// A query, its words looked up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub(crate) root: Node,
    /// Words of the query that nearness is measured for: number of a word, and which of them it is for, as bits.
    pub(crate) places: Vec<(u32, u32)>,
    /// How many words `places` is about.
    pub(crate) placed: usize,
    /// What has to be said, one sentence each.
    pub remarks: Vec<String>,
    /// Words that are there but hardly, and the common ones that were perhaps meant.
    pub meant: Vec<(String, String)>,
}

/// A part of a plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// Any of some words that stand for one of the query's.
    Words(Leaf),
    /// Words one after the other.
    Run(Run),
    /// Both, so near to each other.
    Near(Box<Node>, Box<Node>, u32),
    /// What a filter lets through.
    Filter(String, String),
    /// What comes closest to a sentence.
    Closest(closest::Sentence),
    /// All of these.
    All(Vec<Node>),
    /// Any of these, each adding to the score.
    Any(Vec<Node>),
    /// Any of these, which mean the same: the best one counts.
    Best(Vec<Node>),
    /// None of this.
    Not(Box<Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

/// The words of the index that one word of the query stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Leaf {
    /// As typed.
    pub(crate) shown: String,
    /// Numbers of words and what each counts, in order of number.
    pub(crate) words: Vec<(u32, f32)>,
    /// Only in this field.
    pub(crate) field: Option<Field>,
    /// The part of longer words that is marked, for scripts without spaces.
    pub(crate) part: Option<String>,
}

/// Words one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Run {
    /// As typed.
    pub(crate) shown: String,
    /// For each place the words that may be there, in order of number; a place with none matches nothing.
    pub(crate) slots: Vec<Vec<u32>>,
    /// Only in this field; in the passage's own text where none is named.
    pub(crate) field: Option<Field>,
    /// What it counts beside the same words as typed.
    pub(crate) weight: f32,
    /// Of one word as typed ("shock-induced"), its parts, for passages that have some of what is asked; of a phrase
    /// nothing: it is meant as typed.
    pub(crate) parts: Vec<Leaf>,
}

/// Other spellings are looked for of the first words only: each costs a walk over all words.
const MAX_MENDED_WORDS: usize = 16;

impl Plan {
    /// Makes `query` ready for `index`.
    #[must_use]
    pub fn new(index: &Index, query: &Query, synonyms: &Synonyms) -> Self {
        let mut maker = Maker { index, synonyms, remarks: Vec::new(), meant: Vec::new(), walks: 0 };
        let root = maker.node(query, None);
        let mut out = Self { remarks: maker.remarks, meant: maker.meant, root, ..Self::default() };
        out.place();
        out
    }

    /// True if nothing is looked for: it marks nothing, and leaves every score as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root == Node::default()
    }

    /// Notes the words that nearness is measured for: those that are wanted all, if they are few. Small words stand
    /// near everything.
    fn place(&mut self) {
        let Node::All(parts) = &self.root else { return };
        let mut leaves: Vec<Vec<&Leaf>> = parts.iter().map(leaves).collect();
        leaves.retain(|leaves| leaves.first().is_some_and(|leaf| !is_small(&leaf.shown)));
        if !(2..=score::MAX_NEARNESS_WORDS).contains(&leaves.len()) {
            return;
        }
        let mut places: Vec<(u32, u32)> = Vec::new();
        for (n, leaves) in leaves.iter().enumerate() {
            places.extend(leaves.iter().flat_map(|leaf| &leaf.words).map(|(word, _)| (*word, 1 << n)));
        }
        places.sort_unstable();
        places.dedup_by(|next, known| {
            let same = next.0 == known.0;
            if same {
                known.1 |= next.1;
            }
            same
        });
        self.placed = leaves.len();
        self.places = places;
    }
}

/// The words of a part that stands for one word of the query.
fn leaves(node: &Node) -> Vec<&Leaf> {
    match node {
        Node::Words(leaf) if leaf.field.is_none() => vec![leaf],
        Node::Best(parts) => {
            parts.iter().filter_map(|part| if let Node::Words(leaf) = part { Some(leaf) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

struct Maker<'a> {
    index: &'a Index,
    synonyms: &'a Synonyms,
    remarks: Vec<String>,
    meant: Vec<(String, String)>,
    walks: usize,
}

impl Maker<'_> {
    fn node(&mut self, query: &Query, field: Option<Field>) -> Node {
        match query {
            Query::Word(_) => self.all(std::slice::from_ref(query), field),
            Query::Phrase(words) => self.phrase(words, field),
            Query::In(name, inner) => self.node(inner, Field::from_word(name)),
            Query::Filter(name, value) => Node::Filter(name.clone(), value.clone()),
            Query::Closest(words) => Node::Closest(closest::Sentence::new(self.index, self.synonyms, words)),
            Query::Near(a, b, distance) => {
                Node::Near(Box::new(self.node(a, field)), Box::new(self.node(b, field)), *distance)
            }
            Query::Or(parts) => Node::Any(parts.iter().map(|part| self.node(part, field)).collect()),
            Query::And(parts) => self.all(parts, field),
            Query::Not(inner) => Node::Not(Box::new(self.node(inner, field))),
        }
    }

    /// Parts that are wanted all. Neighbours may be one word in the text, or a name with a short form.
    fn all(&mut self, parts: &[Query], field: Option<Field>) -> Node {
        let surfaces: Vec<Option<String>> = parts.iter().map(|part| self.single(part)).collect();
        let mut nodes: Vec<Node> = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            // The longest name that begins here.
            let named = (1..=self.synonyms.longest()).rev().find_map(|length| {
                let run: Option<Vec<&str>> = surfaces.get(at..at + length)?.iter().map(Option::as_deref).collect();
                Some((length, self.synonyms.of(&run?.join(" "))?))
            });
            let (length, others) = named.unwrap_or((1, &[]));
            let mut same = Vec::new();
            for (n, part) in parts.iter().enumerate().skip(at).take(length) {
                let mut node = match part {
                    Query::Word(word) => self.word(word, field),
                    part => self.node(part, field),
                };
                for (a, b) in [(n.checked_sub(1), Some(n)), (Some(n), Some(n + 1))] {
                    self.written_as_one(&mut node, &surfaces, a, b);
                }
                same.push(node);
            }
            at += length;
            if others.is_empty() {
                nodes.append(&mut same);
                continue;
            }
            let mut same = vec![one_or_all(same)];
            for other in others {
                let slots: Vec<Vec<u32>> = other.iter().map(|word| self.exactly(word)).collect();
                // A long name counts no more than a short one.
                let weight = expand::SYNONYM_WEIGHT / slots.len() as f32;
                same.push(Node::Run(Run { shown: other.join(" "), slots, field, weight, ..Run::default() }));
            }
            nodes.push(Node::Best(same));
        }
        one_or_all(nodes)
    }

    /// The one token of a plain word.
    fn single(&self, part: &Query) -> Option<String> {
        let Query::Word(word) = part else { return None };
        let mut surfaces = self.index.analyser.asked(&word.text);
        if surfaces.len() == 1 { surfaces.pop() } else { None }
    }

    /// Adds to two words their spelling as one word: "cyber security" also finds "cybersecurity".
    fn written_as_one(&self, node: &mut Node, surfaces: &[Option<String>], a: Option<usize>, b: Option<usize>) {
        let surface = |n: Option<usize>| surfaces.get(n?)?.as_deref();
        let (Some(a), Some(b)) = (surface(a), surface(b)) else { return };
        let leaf = match node {
            Node::Words(leaf) => leaf,
            Node::Best(parts) => match parts.first_mut() {
                Some(Node::Words(leaf)) => leaf,
                _ => return,
            },
            _ => return,
        };
        let joined = format!("{a}{b}");
        let Some(one) = self.index.words.find(&joined) else { return };
        let mut words = Expansion { words: std::mem::take(&mut leaf.words), ..Expansion::default() };
        let family = self.synonyms.family(self.index, &joined);
        words.add(
            family
                .into_iter()
                .map(|at| (at, expand::JOINED_WEIGHT * expand::STEM_WEIGHT))
                .chain([(one, expand::JOINED_WEIGHT)]),
        );
        leaf.words = words.words;
    }

    fn word(&mut self, word: &Word, field: Option<Field>) -> Node {
        let surfaces = self.index.analyser.asked(&word.text);
        match surfaces.as_slice() {
            [] => Node::Any(Vec::new()),
            [surface] => self.surface(surface, word, field),
            // "cyber-security": the words side by side, or written as one.
            several => {
                let mut slots: Vec<Vec<u32>> = several.iter().map(|surface| self.exactly(surface)).collect();
                if word.prefix
                    && let (Some(last), Some(surface)) = (slots.last_mut(), several.last())
                {
                    *last = self.index.words.beginning(surface).collect();
                }
                let parts = several.iter().map(|surface| self.plain(surface, field)).collect();
                let run = Node::Run(Run { shown: word.text.clone(), slots, field, weight: 1.0, parts });
                let joined = several.concat();
                if joined.chars().any(is_ideographic) {
                    return run;
                }
                let plain = Word { text: word.text.clone(), prefix: word.prefix, fuzzy: false };
                let one = expand(self.index, self.synonyms, &joined, &plain, field);
                if one.remark.is_some() || one.words.is_empty() {
                    return run;
                }
                Node::Best(vec![run, Node::Words(Leaf { shown: plain.text, words: one.words, field, part: None })])
            }
        }
    }

    /// A word itself and what has its stem, without a look at other spellings.
    fn plain(&self, surface: &str, field: Option<Field>) -> Leaf {
        let mut words = Expansion::default();
        let family = self.synonyms.family(self.index, surface);
        words.add(
            family
                .into_iter()
                .map(|at| (at, expand::STEM_WEIGHT))
                .chain(self.index.words.find(surface).map(|at| (at, 1.0))),
        );
        Leaf { shown: surface.to_owned(), words: words.words, field, part: None }
    }

    fn surface(&mut self, surface: &str, word: &Word, field: Option<Field>) -> Node {
        let run = |slots: Vec<Vec<u32>>| {
            let weight = expand::JOINED_WEIGHT / slots.len() as f32;
            Node::Run(Run { shown: word.text.clone(), slots, field, weight, ..Run::default() })
        };
        let mut apart: Vec<Node> = compound::splits(self.index, surface, field).into_iter().map(run).collect();
        let known = self.index.words.find(surface).is_some() || !self.synonyms.family(self.index, surface).is_empty();
        if !known && !word.prefix && !apart.is_empty() && !is_unspaced(surface) {
            return one_of(apart);
        }
        // Looking for other spellings walks over all words: not for every one of ten thousand.
        let walks = !known || is_unspaced(surface) || !word.prefix;
        self.walks += usize::from(walks);
        let expansion = if walks && self.walks > MAX_MENDED_WORDS {
            Expansion { words: self.plain(surface, field).words, ..Expansion::default() }
        } else {
            expand(self.index, self.synonyms, surface, word, field)
        };
        self.remarks.extend(expansion.remark);
        self.meant.extend(expansion.meant.map(|meant| (word.text.clone(), meant)));
        let part = is_unspaced(surface).then(|| self.index.analyser.stem(surface));
        let leaf = Node::Words(Leaf { shown: word.text.clone(), words: expansion.words, field, part });
        apart.insert(0, leaf);
        one_of(apart)
    }

    fn phrase(&mut self, words: &[String], field: Option<Field>) -> Node {
        let shown = words.join(" ");
        let slots: Vec<Vec<u32>> =
            self.index.analyser.surfaces(&shown).iter().map(|surface| self.exactly(surface)).collect();
        Node::Run(Run { shown, slots, field, weight: 1.0, ..Run::default() })
    }

    /// The word itself; in Korean with any particle, of Chinese and Japanese one character in any pair.
    fn exactly(&self, surface: &str) -> Vec<u32> {
        let mut chars = surface.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) if is_ideographic(only) => self.index.words.containing(surface),
            _ if surface.chars().any(is_syllable) => self.synonyms.family(self.index, surface),
            _ => self.index.words.find(surface).into_iter().collect(),
        }
    }
}

fn one_or_all(mut nodes: Vec<Node>) -> Node {
    if nodes.len() == 1 { nodes.remove(0) } else { Node::All(nodes) }
}

fn one_of(mut nodes: Vec<Node>) -> Node {
    if nodes.len() == 1 { nodes.remove(0) } else { Node::Best(nodes) }
}

/// Words of a query that must not be found twice: remarks repeat where a word does.
pub(crate) fn distinct(remarks: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    remarks.into_iter().filter(|remark| seen.insert(remark.clone())).collect()
}
