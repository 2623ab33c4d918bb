//! What is filled in or written upon a page: the fields of its form, free text and stamps.
//!
//! In: a page's annotations. Out: how each is drawn and where (ISO 32000-1, 12.5.5), or its words where nothing
//! draws them. Hidden ones, buttons, passwords and comments that open in a window are not text of the page.

use hayro_syntax::object::{Array, Dict, Name, Number, Stream, String as PdfString};
use hayro_syntax::page::Page;

/// Flags of what is not shown.
const UNSEEN: u32 = 0b10_0010;
/// The flags of fields that hold a password, and of those that are buttons to press.
const NO_WORDS: u32 = 1 << 13 | 1 << 16;

/// An annotation that shows words.
pub(super) enum ShownAnnotation<'a> {
    /// A drawing, with the scale and shift that put it into its place.
    Drawn(Stream<'a>, [f32; 6]),
    /// A value that is drawn nowhere, with its rectangle: left, bottom, right, top.
    Filled(Vec<u8>, [f32; 4]),
}

/// What is shown on `page` besides its own content by its first `most` annotations, how many there are, and the bytes of their
/// dictionaries: one more annotation than `most` if there are more. None are read after `most_bytes`.
pub(super) fn shown<'a>(page: &Page<'a>, most: usize, most_bytes: usize) -> (Vec<ShownAnnotation<'a>>, usize, usize) {
    let Some(annotations) = page.raw().get::<Array>("Annots") else { return (Vec::new(), 0, 0) };
    let mut all = Vec::new();
    let (mut count, mut bytes) = (0, annotations.data().len());
    for annotation in annotations.iter::<Dict>() {
        count += 1;
        if count > most || bytes > most_bytes {
            break;
        }
        all.extend(one(&annotation, &mut bytes));
    }
    (all, count, bytes)
}

/// Adds the bytes of the dictionaries that it reads to `bytes`.
fn one<'a>(annotation: &Dict<'a>, bytes: &mut usize) -> Option<ShownAnnotation<'a>> {
    *bytes += annotation.data().len();
    let kind = annotation.get::<Name>("Subtype")?;
    let is_field = kind.as_str() == "Widget";
    if !(is_field || matches!(kind.as_str(), "FreeText" | "Stamp")) {
        return None;
    }
    let flags = |key: &str, dict: &Dict| dict.get::<u32>(key.as_bytes());
    let parent = annotation.get::<Dict>("Parent");
    *bytes += parent.as_ref().map_or(0, |parent| parent.data().len());
    let of_field = flags("Ff", annotation).or_else(|| flags("Ff", parent.as_ref()?)).unwrap_or(0);
    if flags("F", annotation).unwrap_or(0) & UNSEEN != 0 || is_field && of_field & NO_WORDS != 0 {
        return None;
    }
    let [x0, y0, x1, y1] = numbers(annotation, "Rect")?;
    let place = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
    if let Some(drawn) = drawing(annotation) {
        let matrix = placed(&drawn, place)?;
        return Some(ShownAnnotation::Drawn(drawn, matrix));
    }
    let value = |dict: &Dict| dict.get::<PdfString>("V").map(|value| value.as_bytes().to_vec());
    let value = if is_field {
        value(annotation).or_else(|| value(parent.as_ref()?))
    } else {
        annotation.get::<PdfString>("Contents").map(|words| words.as_bytes().to_vec())
    };
    Some(ShownAnnotation::Filled(value?, place))
}

/// The drawing of an annotation's normal look, in the state that it is in.
fn drawing<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    let looks = annotation.get::<Dict>("AP")?;
    if let Some(stream) = looks.get::<Stream>("N") {
        return Some(stream);
    }
    let state = annotation.get::<Name>("AS")?;
    looks.get::<Dict>("N")?.get::<Stream>(state.as_str().as_bytes())
}

/// What maps the box of a drawing, as its own matrix turns it, onto `place`.
fn placed(drawn: &Stream, place: [f32; 4]) -> Option<[f32; 6]> {
    let [x0, y0, x1, y1] = numbers(drawn.dict(), "BBox")?;
    let [a, b, c, d, e, f] = numbers(drawn.dict(), "Matrix").unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let corners = [(x0, y0), (x0, y1), (x1, y0), (x1, y1)].map(|(x, y)| (a * x + c * y + e, b * x + d * y + f));
    let least = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MAX, f32::min);
    let most = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MIN, f32::max);
    let (left, right) = (least(|at| at.0), most(|at| at.0));
    let (bottom, top) = (least(|at| at.1), most(|at| at.1));
    let scale = |to: f32, of: f32| if of > 0.0 { to / of } else { 1.0 };
    let (sx, sy) = (scale(place[2] - place[0], right - left), scale(place[3] - place[1], top - bottom));
    Some([sx, 0.0, 0.0, sy, place[0] - left * sx, place[1] - bottom * sy])
}

fn numbers<const N: usize>(dict: &Dict, key: &str) -> Option<[f32; N]> {
    let list = dict.get::<Array>(key.as_bytes())?;
    let found: Vec<f32> = list.iter::<Number>().take(N).map(|number| number.as_f32()).collect();
    found.try_into().ok()
}
