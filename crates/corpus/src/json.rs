//! Reading the corpus JSON.
//!
//! In: JSON that [`serde::Serialize`] wrote for the types of this crate. Out: the same types. It writes nothing, and it
//! does not mend: a value that is not of its form fails the whole text.
//!
//! Why not `derive(Deserialize)`: derived readers were a tenth of the page, since each type brings a state machine of its
//! own for every way a format could hand its fields over. Here a text becomes a [`Value`] once, and a field costs one call.
//! Reading never turns back half-way: what is not of its form reads as an empty value, is noted in [`Faults`], and
//! [`read`] then throws all of it away.

use std::cell::Cell;

use entente_text::date::Point;
use entente_text::{PartialDate, Span};
use serde_json::Value;

/// The first field that was not of its form.
#[derive(Debug, Default)]
pub struct Faults(Cell<Option<&'static str>>);

impl Faults {
    /// Notes that a value of the type or field `what` is not of its form.
    pub fn note(&self, what: &'static str) {
        if self.0.get().is_none() {
            self.0.set(Some(what));
        }
    }
}

/// A type that can be read from a JSON value.
pub trait FromJson {
    /// What `value` says. Where it is not of this type's form, `faults` is told and an empty value comes back.
    fn from_json(value: &Value, faults: &Faults) -> Self;
}

/// Reads one text.
///
/// # Errors
/// A sentence without its full stop, where `json` is no JSON or a field is not of its form.
pub fn read<T: FromJson>(json: &str) -> Result<T, String> {
    let value: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let faults = Faults::default();
    let read = T::from_json(&value, &faults);
    match faults.0.get() {
        None => Ok(read),
        Some(what) => Err(format!("{what} is missing or not of its form")),
    }
}

/// The field `name`, which has to be there.
pub fn required<T: FromJson>(object: &Value, name: &'static str, faults: &Faults) -> T {
    let value = present(object, name);
    if value.is_none() {
        faults.note(name);
    }
    T::from_json(value.unwrap_or(&Value::Null), faults)
}

/// The field `name`; its type's default where it is left out.
pub fn optional<T: FromJson + Default>(object: &Value, name: &str, faults: &Faults) -> T {
    present(object, name).map(|value| T::from_json(value, faults)).unwrap_or_default()
}

// Apart from the generic callers, so that it is in the program once.
fn present<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    object.get(name)
}

/// Reads a structure field by field: those before the `;` have to be there, those behind it may be left out.
macro_rules! record {
    ($name:ident $(<$t:ident>)? { $($required:ident),* $(; $($optional:ident),* )? $(,)? }) => {
        impl $(<$t: $crate::json::FromJson>)? $crate::json::FromJson for $name $(<$t>)? {
            fn from_json(value: &serde_json::Value, faults: &$crate::json::Faults) -> Self {
                Self {
                    $($required: $crate::json::required(value, stringify!($required), faults),)*
                    $($($optional: $crate::json::optional(value, stringify!($optional), faults),)*)?
                }
            }
        }
    };
}

/// Reads one word of a closed list by the type's `from_word`; `$empty` stands in for a word that is not in it.
macro_rules! word {
    ($name:ident, $empty:expr) => {
        impl $crate::json::FromJson for $name {
            fn from_json(value: &serde_json::Value, faults: &$crate::json::Faults) -> Self {
                value.as_str().and_then(Self::from_word).unwrap_or_else(|| {
                    faults.note(stringify!($name));
                    $empty
                })
            }
        }
    };
}

pub(crate) use {record, word};

fn whole(value: &Value, most: u64, faults: &Faults) -> u64 {
    value.as_u64().filter(|n| *n <= most).unwrap_or_else(|| {
        faults.note("a number");
        0
    })
}

macro_rules! whole_numbers {
    ($($name:ident),*) => {$(
        impl FromJson for $name {
            fn from_json(value: &Value, faults: &Faults) -> Self {
                Self::try_from(whole(value, u64::from(Self::MAX), faults)).unwrap_or(0)
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32);

impl FromJson for f64 {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        value.as_f64().unwrap_or_else(|| {
            faults.note("a number");
            0.0
        })
    }
}

impl FromJson for f32 {
    #[expect(clippy::cast_possible_truncation, reason = "what was written from an f32 reads back as the same")]
    fn from_json(value: &Value, faults: &Faults) -> Self {
        f64::from_json(value, faults) as Self
    }
}

impl FromJson for bool {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        value.as_bool().unwrap_or_else(|| {
            faults.note("a yes or no");
            false
        })
    }
}

impl FromJson for String {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        text(value, faults).to_owned()
    }
}

/// A string where it lies.
pub(crate) fn text<'a>(value: &'a Value, faults: &Faults) -> &'a str {
    value.as_str().unwrap_or_else(|| {
        faults.note("a text");
        ""
    })
}

fn list<'a>(value: &'a Value, faults: &Faults) -> &'a [Value] {
    value.as_array().map_or_else(
        || {
            faults.note("a list");
            &[][..]
        },
        Vec::as_slice,
    )
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        if value.is_null() { None } else { Some(T::from_json(value, faults)) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        let values = list(value, faults);
        let mut read = Self::with_capacity(values.len());
        for value in values {
            read.push(T::from_json(value, faults));
        }
        read
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        let values = list(value, faults);
        if values.len() != 2 {
            faults.note("a pair");
        }
        let at = |n: usize| values.get(n).unwrap_or(&Value::Null);
        (A::from_json(at(0), faults), B::from_json(at(1), faults))
    }
}

impl FromJson for Span {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        <(u32, u32)>::from_json(value, faults).into()
    }
}

impl FromJson for PartialDate {
    fn from_json(value: &Value, faults: &Faults) -> Self {
        text(value, faults).parse().unwrap_or_else(|_| {
            faults.note("a date");
            Self::At(Point { year: None, month: None, day: None })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::{Body, Catalogue, End, Evidence, Mention};

    #[test]
    fn what_is_not_of_its_form_fails_with_the_first_fault() {
        let cases = [
            (r#"{"schema":1}"#, "documents is missing or not of its form"),
            (r#"{"schema":-1,"documents":[]}"#, "a number is missing or not of its form"),
            (r#"{"schema":1,"documents":{}}"#, "a list is missing or not of its form"),
            (r#"{"schema":1,"documents":[],"title":3}"#, "a text is missing or not of its form"),
            (
                r#"{"schema":1,"documents":[],"links":[{"kind":"loves","from":{"entity":1},"to":{"entity":2},"score":1,"why":""}]}"#,
                "LinkKind is missing or not of its form",
            ),
        ];
        for (json, sentence) in cases {
            assert_eq!(read::<Catalogue>(json).err().as_deref(), Some(sentence), "{json}");
        }
        assert!(read::<Catalogue>("{").is_err(), "no JSON");
        assert!(read::<Body>("[]").is_err(), "a list is no text");
        assert!(read::<Evidence>(r#"{"span":[1]}"#).is_err(), "half a span");
        assert!(read::<Mention>(r#"{"entity":4294967296,"passage":0,"span":[0,1],"rule":""}"#).is_err(), "too large");
        assert!(read::<End>(r#"{"moon":[1,2]}"#).is_err(), "no such place");
    }

    #[test]
    fn what_is_left_out_is_empty() {
        let body: Body = read(r#"{"text":"a","passages":[]}"#).expect("a text without anything found in it");
        assert_eq!(body, Body { text: "a".to_owned(), ..Body::default() });
    }
}
