//! A page's drawing instructions, followed as far as they place letters.
//!
//! In: a page. Out: its letters with their places, from the top left corner, in the order of drawing. Lines and
//! pictures are not followed; text that is set invisible (a scanned page's recognised words) is text.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::stream::Room;

/// Drawings inside drawings are followed this deep.
const DEEPEST: usize = 8;
/// Most instructions followed in one file.
const MOST_INSTRUCTIONS: usize = 30_000_000;
/// Graphics states saved at once.
const MOST_SAVED: usize = 256;

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
    /// Set along another direction than the lines.
    pub(super) turned: bool,
    /// Marked by its maker as surrounding the text.
    pub(super) artifact: bool,
}

/// What is kept from page to page.
#[derive(Debug, Default)]
pub(super) struct Follower {
    pub(super) room: Room,
    fonts: BTreeMap<(u32, i32), Rc<Font>>,
    instructions: usize,
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

struct Drawing<'f> {
    follower: &'f mut Follower,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// Marked content around: true for what surrounds the text.
    marked: Vec<bool>,
    out: Vec<Glyph>,
}

impl Follower {
    /// The letters of `page`.
    pub(super) fn page(&mut self, page: &Page) -> Vec<Glyph> {
        let Some(content) = content(page, &self.room) else { return Vec::new() };
        let initial = page.initial_transform(true).as_coeffs().map(|n| n as f32);
        let state = State {
            matrix: Matrix(initial),
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut drawing = Drawing {
            follower: self,
            state,
            saved: Vec::new(),
            text: Matrix::UNIT,
            line: Matrix::UNIT,
            marked: Vec::new(),
            out: Vec::new(),
        };
        drawing.follow(&content, page.resources(), 0);
        drawing.out
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
    fn follow(&mut self, content: &[u8], resources: &Resources, depth: usize) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.follower.instructions += 1;
            if self.follower.instructions > MOST_INSTRUCTIONS {
                return;
            }
            let operands: Vec<&Object> = instruction.operands().collect();
            let operator: &[u8] = instruction.operator;
            self.instruction(operator, &operands, resources, depth);
        }
    }

    fn instruction(&mut self, operator: &[u8], operands: &[&Object], resources: &Resources, depth: usize) {
        let number = |at: usize| match operands.get(at) {
            Some(Object::Number(number)) => number.as_f32(),
            _ => 0.0,
        };
        match operator {
            b"q" if self.saved.len() < MOST_SAVED => self.saved.push(self.state.clone()),
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
                self.marked.push(artifact);
            }
            b"EMC" => {
                self.marked.pop();
            }
            b"Do" => {
                if let Some(Object::Name(name)) = operands.first() {
                    self.drawing(name, resources, depth);
                }
            }
            _ => {}
        }
    }

    /// A drawing inside the drawing.
    fn drawing(&mut self, name: &Name, resources: &Resources, depth: usize) {
        let Some(stream) = resources.get_x_object(name).filter(|_| depth < DEEPEST) else { return };
        let is_form = stream.dict().get::<Name>("Subtype").is_some_and(|kind| kind.as_str() == "Form");
        let Some(content) = is_form.then(|| self.follower.room.bytes(&stream)).flatten() else { return };
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
        let marked = self.marked.len();
        self.follow(&content, own.as_ref().unwrap_or(resources), depth + 1);
        self.marked.truncate(marked);
        (self.state, self.saved, self.text, self.line) = (state, saved, text, line);
    }

    fn font(&mut self, name: &Name, resources: &Resources) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let id = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(font) = id.and_then(|id| self.follower.fonts.get(&id)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::of(&dict, &self.follower.room));
        if let Some(id) = id {
            self.follower.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn show(&mut self, string: Option<&Object>) {
        let Some(Object::String(string)) = string else { return };
        let Some(font) = self.state.font.clone() else { return };
        let artifact = self.marked.contains(&true);
        for letter in font.letters(string.as_bytes()) {
            let State { size, scale, rise, .. } = self.state;
            let advance = (letter.width * size + self.state.spacing) * scale
                + if letter.space { self.state.word_spacing * scale } else { 0.0 };
            let whole = self.text.then(self.state.matrix).0;
            let at = |x: f32| (whole[0] * x + whole[2] * rise + whole[4], whole[1] * x + whole[3] * rise + whole[5]);
            let ((x0, y), (x1, _)) = (at(0.0), at(letter.width * size * scale));
            let height = size.abs() * (whole[2] * whole[2] + whole[3] * whole[3]).sqrt();
            let numbers = [x0, x1, y, height];
            if numbers.iter().all(|number| number.is_finite() && number.abs() < 1.0e6) {
                self.out.push(Glyph {
                    shows: letter.shows,
                    x0: x0.min(x1),
                    x1: x0.max(x1),
                    y,
                    size: height,
                    bold: font.bold,
                    turned: whole[1].abs() > whole[0].abs() * 0.3 || whole[0] < 0.0,
                    artifact,
                });
            }
            self.text = Matrix::moved(advance, 0.0).then(self.text);
        }
    }
}
