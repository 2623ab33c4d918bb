//! A page's drawing instructions, followed as far as they place letters.
//!
//! In: a page. Out: its letters with their places, from the top left corner, in the order of drawing, and the rules of its
//! tables. Pictures are not followed; text that is set invisible (a scanned page's recognised words) is text.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_text::checkpoint;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::annotations::{self, ShownAnnotation};
use super::font::Font;
use super::inline;
use super::rules::{Rule, Rules};
use super::stream::{self, Room};

/// Drawings inside drawings are followed this deep.
const DEEPEST: usize = 8;
/// How much of one file is followed. The numbers are the same on every machine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Steps: an instruction is one, and what costs more is weighed.
    pub(crate) steps: usize,
    /// Letters. What one code shows beyond the first few bytes counts as well.
    pub(crate) letters: usize,
    /// Letters of one page.
    pub(crate) letters_of_page: usize,
    /// Bytes that all streams inflate to.
    pub(crate) bytes: usize,
    pub(crate) pages: usize,
    /// Annotations of one page.
    pub(crate) annotations: usize,
    /// Runs of letters with no gap between them. Each may be a line of its own, which costs far more than a letter.
    pub(crate) runs: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            steps: 30_000_000,
            letters: 5_000_000,
            letters_of_page: 1_000_000,
            bytes: stream::LARGEST,
            pages: 20_000,
            annotations: 5_000,
            runs: 400_000,
        }
    }
}

/// Steps that a drawing inside the drawing weighs, a font that is read, each of its widths, and an annotation.
const DRAWING_STEPS: usize = 200;
const FONT_STEPS: usize = 500;
const WIDTH_STEPS: usize = 5;
const ANNOTATION_STEPS: usize = 50;
/// Steps that the look-up of a dictionary weighs, and its bytes that weigh one more: it is parsed each time.
const LOOK_UP_STEPS: usize = 50;
const BYTES_PER_STEP: usize = 64;
/// Bytes that one code shows before they count as letters of their own.
const LETTER_BYTES: usize = 8;
/// Marked contents inside each other.
const MAX_MARKED_CONTENTS: usize = 10_000;
/// Graphics states saved at once.
const MAX_SAVED_STATES: usize = 256;

/// The direction in which a letter is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    /// As the lines of an upright page.
    #[default]
    No,
    Up,
    Down,
    Over,
    Slanted,
}

/// A letter on a page.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) shows: Option<String>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    /// Its baseline, downwards.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// The direction in which it is set.
    pub(super) turned: Turn,
    /// Where it begins, ends and stands, seen with its own direction as the lines'.
    pub(super) own: [f32; 3],
    /// Marked by its maker as surrounding the text.
    pub(super) artifact: bool,
}

/// What is kept from page to page.
#[derive(Debug)]
pub(super) struct Follower {
    pub(super) room: Room,
    bounds: Bounds,
    fonts: BTreeMap<(u32, i32), Rc<Font>>,
    steps: usize,
    letters: usize,
    /// A page had too many letters.
    is_page_cut: bool,
    /// A page had too many annotations.
    is_unannotated: bool,
}

/// A transformation of the plane.
#[derive(Clone, Copy, Debug)]
struct Matrix([f32; 6]);

impl Matrix {
    const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This one first, then `other`.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn moved(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    fn of(numbers: &[f32]) -> Option<Self> {
        numbers.get(..6)?.try_into().ok().map(Self)
    }
}

#[derive(Clone, Debug)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    spacing: f32,
    word_spacing: f32,
    scale: f32,
    leading: f32,
    rise: f32,
}

impl State {
    /// The state at the beginning of a page or a drawing.
    fn of(matrix: Matrix) -> Self {
        Self { matrix, font: None, size: 0.0, spacing: 0.0, word_spacing: 0.0, scale: 1.0, leading: 0.0, rise: 0.0 }
    }
}

struct Drawing<'f> {
    follower: &'f mut Follower,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// Marked content around: true for what surrounds the text.
    marked: Vec<bool>,
    /// Artifacts among `marked`.
    artifacts: usize,
    /// Fonts by their names in the resources in use.
    fonts: BTreeMap<Vec<u8>, Rc<Font>>,
    rules: Rules,
    out: Vec<Glyph>,
}

impl Follower {
    /// Follows a file within `bounds`.
    pub(super) fn new(bounds: Bounds) -> Self {
        let room = Room::of(bounds.bytes);
        let fonts = BTreeMap::new();
        Self { room, bounds, fonts, steps: 0, letters: 0, is_page_cut: false, is_unannotated: false }
    }

    /// The bound that was reached, where one was: what follows was left out.
    pub(super) fn reached(&self) -> Option<String> {
        let Bounds { steps, letters, letters_of_page, bytes, annotations, .. } = self.bounds;
        if self.letters > letters {
            Some(format!("more than {letters} letters"))
        } else if self.is_page_cut {
            Some(format!("more than {letters_of_page} letters on a page"))
        } else if self.steps > steps {
            Some(format!("more than {steps} drawing steps"))
        } else if self.is_unannotated {
            Some(format!("more than {annotations} annotations on a page"))
        } else if self.room.has_refused() {
            Some(format!("parts that inflate to more than {bytes} bytes"))
        } else {
            None
        }
    }

    /// Takes `steps`; false once there are too many.
    fn step(&mut self, steps: usize) -> bool {
        checkpoint();
        self.steps = self.steps.saturating_add(steps);
        self.is_going()
    }

    /// Takes the steps that the look-up of `dict` weighs; false once there are too many.
    fn look_up(&mut self, dict: &Dict) -> bool {
        self.step(LOOK_UP_STEPS + dict.data().len() / BYTES_PER_STEP)
    }

    /// False once a bound was reached.
    fn is_going(&self) -> bool {
        self.steps <= self.bounds.steps && self.letters <= self.bounds.letters
    }

    /// The letters of `page`, and its rules.
    pub(super) fn page(&mut self, page: &Page) -> (Vec<Glyph>, Vec<Rule>) {
        let content = content(page, &self.room).unwrap_or_default();
        let initial = page.initial_transform(true).as_coeffs().map(|n| n as f32);
        if !self.is_going() {
            return (Vec::new(), Vec::new());
        }
        let mut drawing = Drawing {
            follower: self,
            state: State::of(Matrix(initial)),
            saved: Vec::new(),
            text: Matrix::UNIT,
            line: Matrix::UNIT,
            marked: Vec::new(),
            artifacts: 0,
            fonts: BTreeMap::new(),
            rules: Rules::default(),
            out: Vec::new(),
        };
        drawing.follow(content, page.resources(), 0);
        let rules = std::mem::take(&mut drawing.rules).drawn;
        drawing.annotations(page, Matrix(initial));
        (drawing.out, rules)
    }
}

/// The instructions of `page`; where they are in several streams, one after the other.
fn content(page: &Page, room: &Room) -> Option<Vec<u8>> {
    if let Some(stream) = page.raw().get::<Stream>("Contents") {
        return room.bytes(&stream);
    }
    let mut out = Vec::new();
    for stream in page.raw().get::<Array>("Contents")?.iter::<Stream>() {
        out.extend(room.bytes(&stream)?);
        out.push(b'\n');
    }
    Some(out)
}

impl Drawing<'_> {
    /// True once a bound was reached: what follows is left out.
    fn is_full(&mut self) -> bool {
        self.follower.is_page_cut |= self.out.len() > self.follower.bounds.letters_of_page;
        self.out.len() > self.follower.bounds.letters_of_page || !self.follower.is_going()
    }

    fn follow(&mut self, content: Vec<u8>, resources: &Resources, depth: usize) {
        let content = inline::without_pictures(content);
        let mut instructions = UntypedIter::new(&content);
        let outer = std::mem::take(&mut self.fonts);
        let Resources { ext_g_states, fonts, properties, color_spaces, x_objects, patterns, shadings } = resources;
        for parsed in [ext_g_states, fonts, properties, color_spaces, x_objects, patterns, shadings] {
            self.follower.step(parsed.data().len() / BYTES_PER_STEP);
        }
        while let Some(instruction) = instructions.next() {
            if !self.follower.step(1) || self.is_full() {
                break;
            }
            let operands: Vec<&Object> = instruction.operands().collect();
            let operator: &[u8] = instruction.operator;
            self.instruction(operator, &operands, resources, depth);
        }
        self.fonts = outer;
    }

    fn instruction(&mut self, operator: &[u8], operands: &[&Object], resources: &Resources, depth: usize) {
        let number = |at: usize| match operands.get(at) {
            Some(Object::Number(number)) => number.as_f32(),
            _ => 0.0,
        };
        match operator {
            b"q" if self.saved.len() < MAX_SAVED_STATES => self.saved.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            b"cm" => {
                let numbers: Vec<f32> = (0..6).map(number).collect();
                if let Some(matrix) = Matrix::of(&numbers) {
                    self.state.matrix = matrix.then(self.state.matrix);
                }
            }
            b"BT" => (self.text, self.line) = (Matrix::UNIT, Matrix::UNIT),
            b"Tf" => {
                if let Some(Object::Name(name)) = operands.first() {
                    self.state.font = self.font(name, resources);
                }
                self.state.size = number(1);
            }
            b"Tc" => self.state.spacing = number(0),
            b"Tw" => self.state.word_spacing = number(0),
            b"Tz" => self.state.scale = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => {
                let numbers: Vec<f32> = (0..6).map(number).collect();
                if let Some(matrix) = Matrix::of(&numbers) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first().copied()),
            b"'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands.first().copied());
            }
            b"\"" => {
                (self.state.word_spacing, self.state.spacing) = (number(0), number(1));
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2).copied());
            }
            b"TJ" => {
                let Some(Object::Array(parts)) = operands.first() else { return };
                for part in parts.iter::<Object>() {
                    match &part {
                        Object::Number(number) => {
                            let by = -number.as_f32() / 1000.0 * self.state.size * self.state.scale;
                            self.text = Matrix::moved(by, 0.0).then(self.text);
                        }
                        part => self.show(Some(part)),
                    }
                }
            }
            b"BMC" | b"BDC" => {
                let artifact = matches!(operands.first(), Some(Object::Name(name)) if name.as_str() == "Artifact");
                // Deeper marks than anybody makes are not kept apart.
                if self.marked.len() < MAX_MARKED_CONTENTS {
                    self.marked.push(artifact);
                    self.artifacts += usize::from(artifact);
                }
            }
            b"EMC" => {
                self.artifacts -= usize::from(self.marked.pop() == Some(true));
            }
            b"Do" => {
                if let Some(Object::Name(name)) = operands.first() {
                    self.drawing(name, resources, depth);
                }
            }
            _ => self.path(operator, number),
        }
    }

    /// Follows a path, as far as rules may be in it.
    fn path(&mut self, operator: &[u8], number: impl Fn(usize) -> f32) {
        let [a, b, c, d, e, f] = self.state.matrix.0;
        let place = |x: f32, y: f32| (a * x + c * y + e, b * x + d * y + f);
        match operator {
            b"m" => self.rules.move_to(place(number(0), number(1))),
            b"l" => self.rules.line_to(place(number(0), number(1))),
            b"re" => {
                let (x, y) = (number(0), number(1));
                self.rules.rectangle(place(x, y), place(x + number(2), y + number(3)));
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => self.rules.paint(true),
            b"f" | b"F" | b"f*" => self.rules.paint(false),
            b"n" => self.rules.clear(),
            _ => {}
        }
    }

    /// A drawing inside the drawing.
    fn drawing(&mut self, name: &Name, resources: &Resources, depth: usize) {
        let Some(stream) = resources.get_x_object(name).filter(|_| depth < DEEPEST) else { return };
        let is_form = stream.dict().get::<Name>("Subtype").is_some_and(|kind| kind.as_str() == "Form");
        // The end of a stream that does not say its length is searched for.
        let bytes = stream.raw_data().len();
        self.follower.step(bytes / BYTES_PER_STEP);
        if self.follower.look_up(stream.dict()) && is_form {
            self.form(&stream, resources, depth);
        }
    }

    /// A drawing with its own matrix and, mostly, its own fonts.
    fn form(&mut self, stream: &Stream, resources: &Resources, depth: usize) {
        if !self.follower.step(DRAWING_STEPS) {
            return;
        }
        let Some(content) = self.follower.room.bytes(stream) else { return };
        let own = stream.dict().get::<Dict>("Resources").map(Resources::new);
        let (state, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        let (text, line) = (self.text, self.line);
        let numbers = stream
            .dict()
            .get::<Array>("Matrix")
            .map(|matrix| matrix.iter::<Number>().take(6).map(|number| number.as_f32()).collect::<Vec<f32>>());
        if let Some(matrix) = numbers.and_then(|numbers| Matrix::of(&numbers)) {
            self.state.matrix = matrix.then(self.state.matrix);
        }
        let (marked, artifacts) = (self.marked.len(), self.artifacts);
        self.follow(content, own.as_ref().unwrap_or(resources), depth + 1);
        if self.marked.len() >= marked {
            self.marked.truncate(marked);
            self.artifacts = artifacts;
        } else {
            self.artifacts = self.marked.iter().filter(|artifact| **artifact).count();
        }
        (self.state, self.saved, self.text, self.line) = (state, saved, text, line);
    }

    /// What is filled in or written upon the page.
    fn annotations(&mut self, page: &Page, initial: Matrix) {
        self.marked.clear();
        self.artifacts = 0;
        self.saved.clear();
        let steps = self.follower.bounds.steps.saturating_sub(self.follower.steps);
        let most = self.follower.bounds.annotations.min(steps / ANNOTATION_STEPS);
        let (all, count, bytes) = annotations::shown(page, most, steps.saturating_mul(BYTES_PER_STEP));
        self.follower.is_unannotated |= count > self.follower.bounds.annotations;
        // One more than there are steps for.
        self.follower.step(count * ANNOTATION_STEPS + bytes / BYTES_PER_STEP);
        for shown in all {
            if self.is_full() {
                return;
            }
            match shown {
                ShownAnnotation::Drawn(stream, matrix) => {
                    self.follower.look_up(stream.dict());
                    self.state = State::of(Matrix(matrix).then(initial));
                    self.form(&stream, page.resources(), 0);
                }
                ShownAnnotation::Filled(words, place) => self.filled(&super::string(&words), place, initial),
            }
        }
    }

    /// Words that no drawing sets: at their place's left edge, from its top, in letters of a common size.
    fn filled(&mut self, words: &str, [left, bottom, _, top]: [f32; 4], initial: Matrix) {
        let size = (top - bottom).clamp(1.0, 10.0);
        for (number, line) in words.lines().enumerate() {
            if self.is_full() {
                return;
            }
            let y = top - (number as f32 + 0.9) * size;
            for (at, letter) in line.chars().enumerate() {
                let from = left + at as f32 * size * 0.5;
                let [a, b, c, d, e, f] = initial.0;
                let place = |x: f32| (a * x + c * y + e, b * x + d * y + f);
                self.put(Some(letter.to_string()), place(from), place(from + size * 0.5), size, false, [a, b]);
            }
        }
    }

    /// The font of a name. It is read once for the instructions that are followed: a look-up parses its dictionary.
    fn font(&mut self, name: &Name, resources: &Resources) -> Option<Rc<Font>> {
        let key = name.as_str().as_bytes();
        if let Some(font) = self.fonts.get(key) {
            return Some(Rc::clone(font));
        }
        let dict = resources.get_font(name)?;
        self.follower.look_up(&dict);
        let id = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        let known = id.and_then(|id| self.follower.fonts.get(&id).map(Rc::clone));
        let font = known.unwrap_or_else(|| {
            let font = Rc::new(Font::of(&dict, &self.follower.room));
            self.follower.step(FONT_STEPS + WIDTH_STEPS * font.size());
            if let Some(id) = id {
                self.follower.fonts.insert(id, Rc::clone(&font));
            }
            font
        });
        self.fonts.insert(key.to_vec(), Rc::clone(&font));
        Some(font)
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn show(&mut self, string: Option<&Object>) {
        let Some(Object::String(string)) = string else { return };
        let Some(font) = self.state.font.clone() else { return };
        for letter in font.letters(string.as_bytes()) {
            if self.is_full() {
                return;
            }
            let State { size, scale, rise, .. } = self.state;
            let advance = (letter.width * size + self.state.spacing) * scale
                + if letter.space { self.state.word_spacing * scale } else { 0.0 };
            let whole = self.text.then(self.state.matrix).0;
            let at = |x: f32| (whole[0] * x + whole[2] * rise + whole[4], whole[1] * x + whole[3] * rise + whole[5]);
            let (from, to) = (at(0.0), at(letter.width * size * scale));
            let height = size.abs() * (whole[2] * whole[2] + whole[3] * whole[3]).sqrt();
            self.put(letter.shows, from, to, height, font.bold, [whole[0], whole[1]]);
            self.text = Matrix::moved(advance, 0.0).then(self.text);
        }
    }

    /// Puts a letter on the page, from one point to the other.
    fn put(
        &mut self,
        shows: Option<String>,
        from: (f32, f32),
        to: (f32, f32),
        size: f32,
        bold: bool,
        direction: [f32; 2],
    ) {
        let numbers = [from.0, from.1, to.0, to.1, size];
        let more = shows.as_ref().map_or(0, |shows| shows.len().saturating_sub(LETTER_BYTES));
        self.follower.letters = self.follower.letters.saturating_add(1 + more);
        if !numbers.iter().all(|number| number.is_finite() && number.abs() < 1.0e6) {
            return;
        }
        let turned = turn(direction);
        let (start, end, y) = match turned {
            Turn::No | Turn::Slanted => (from.0, to.0, from.1),
            Turn::Up => (-from.1, -to.1, from.0),
            Turn::Down => (from.1, to.1, -from.0),
            Turn::Over => (-from.0, -to.0, -from.1),
        };
        self.out.push(Glyph {
            shows,
            x0: from.0.min(to.0),
            x1: from.0.max(to.0),
            y: from.1,
            size,
            bold,
            turned,
            own: [start.min(end), start.max(end), y],
            artifact: self.artifacts > 0,
        });
    }
}

/// The direction of a line that runs along `x` and `y`, which counts downwards.
fn turn([x, y]: [f32; 2]) -> Turn {
    match (y.abs() > x.abs() * 0.3, x.abs() > y.abs() * 0.3) {
        (true, true) => Turn::Slanted,
        (true, false) if y < 0.0 => Turn::Up,
        (true, false) => Turn::Down,
        (false, _) if x < 0.0 => Turn::Over,
        (false, _) => Turn::No,
    }
}
