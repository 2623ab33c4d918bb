//! A part of a corpus that is here, or is fetched when it is first looked at.
//!
//! A large page shows its list before its texts are read. [`Late::fetch`] fetches a part and says why it cannot be had.
//! Where the parts lie and how they are checked is up to whoever gives the [`Source`].
//!
//! Most readers look at a part through [`Deref`], as if it were always here. They see one without content if it cannot be
//! had, and that is remembered: who counts, exports or shows something as complete asks
//! [`Corpus::unavailable`](crate::Corpus::unavailable) afterwards.

use std::cell::{OnceCell, RefCell};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a part cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// It has not arrived; it may be asked for again later.
    NotYet,
    /// It is damaged or missing, with a sentence that says what is wrong, without its full stop.
    Damaged(String),
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYet => f.write_str("it has not been read yet"),
            Self::Damaged(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Unavailable {}

/// Gives parts by number, counted from 0. One that cannot be had is asked for again the next time.
pub type Source<T> = Rc<dyn Fn(usize) -> Result<T, Unavailable>>;

/// A part that is here, or is fetched when it is first looked at.
///
/// ```
/// use std::rc::Rc;
///
/// use entente_corpus::late::{Late, Unavailable};
///
/// let texts = ["Both sides met.".to_owned()];
/// let source = Rc::new(move |number| texts.get(number).cloned().ok_or(Unavailable::NotYet));
/// let (first, second) = (Late::new(source.clone(), 0), Late::new(source, 1));
/// assert_eq!(first.fetch().map(String::len), Ok(15));
/// assert_eq!(second.fetch(), Err(Unavailable::NotYet));
/// assert_eq!(second.failure(), Some(Unavailable::NotYet));
/// ```
pub struct Late<T> {
    here: OnceCell<Box<T>>,
    /// What [`Deref`] gives while the part cannot be had.
    empty: OnceCell<Box<T>>,
    source: Option<(Source<T>, usize)>,
    failure: RefCell<Option<Unavailable>>,
}

impl<T> Late<T> {
    /// Part `number` of `source`, which is asked when the part is first looked at.
    #[must_use]
    pub fn new(source: Source<T>, number: usize) -> Self {
        Self { here: OnceCell::new(), source: Some((source, number)), ..Self::nowhere() }
    }

    fn nowhere() -> Self {
        Self { here: OnceCell::new(), empty: OnceCell::new(), source: None, failure: RefCell::new(None) }
    }

    /// True if nothing has to be fetched any more.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.source.is_none() || self.here.get().is_some()
    }

    /// Why the part could not be had when it was last asked for; `None` if it was never asked for, or is here.
    #[must_use]
    pub fn failure(&self) -> Option<Unavailable> {
        self.failure.borrow().clone()
    }
}

impl<T: Default> Late<T> {
    /// The part, fetched if it is not here.
    ///
    /// # Errors
    /// Why it cannot be had now. The next call asks again.
    pub fn fetch(&self) -> Result<&T, Unavailable> {
        if let Some(part) = self.here.get() {
            return Ok(part);
        }
        let fetched = match &self.source {
            Some((source, number)) => source(*number),
            None => Ok(T::default()),
        };
        self.failure.replace(fetched.as_ref().err().cloned());
        fetched.map(|part| &**self.here.get_or_init(|| Box::new(part)))
    }

    /// The part itself, to keep.
    ///
    /// # Errors
    /// As [`Late::fetch`].
    pub fn into_inner(self) -> Result<T, Unavailable> {
        self.fetch()?;
        Ok(self.here.into_inner().map(|part| *part).unwrap_or_default())
    }
}

impl<T: Default> Deref for Late<T> {
    type Target = T;

    /// The part, or one without content if it cannot be had: see [`Late::failure`].
    fn deref(&self) -> &T {
        self.fetch().unwrap_or_else(|_| self.empty.get_or_init(Box::default))
    }
}

impl<T: Default> DerefMut for Late<T> {
    fn deref_mut(&mut self) -> &mut T {
        let _ = self.fetch();
        self.source = None;
        self.here.get_or_init(Box::default);
        self.here.get_mut().expect("it was put there just now")
    }
}

impl<'a, T> IntoIterator for &'a Late<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

impl<T> From<T> for Late<T> {
    fn from(part: T) -> Self {
        Self { here: OnceCell::from(Box::new(part)), ..Self::nowhere() }
    }
}

impl<T: Default> Default for Late<T> {
    /// A part without content, which is here.
    fn default() -> Self {
        Self::nowhere()
    }
}

impl<T: Default + Clone> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self {
            here: self.here.clone(),
            empty: OnceCell::new(),
            source: self.source.clone(),
            failure: self.failure.clone(),
        }
    }
}

impl<T: Default + PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.here.get() {
            Some(part) => part.fmt(f),
            None => f.write_str("Late"),
        }
    }
}

impl<T: Default + Serialize> Serialize for Late<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::{Late, Unavailable};

    #[test]
    fn a_part_is_fetched_once_and_asked_for_again_while_it_cannot_be_had() {
        let (asked, there) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
        let (counted, looked) = (asked.clone(), there.clone());
        let late: Late<String> = Late::new(
            Rc::new(move |number| {
                counted.set(counted.get() + 1);
                if looked.get() { Ok(format!("part {number}")) } else { Err(Unavailable::NotYet) }
            }),
            7,
        );
        assert_eq!(late.failure(), None, "nobody has asked");
        assert!(late.is_empty() && !late.is_here(), "seen as one without content");
        assert_eq!(late.failure(), Some(Unavailable::NotYet), "and that is remembered");
        there.set(true);
        assert_eq!((late.as_str(), asked.get(), late.failure()), ("part 7", 2, None));
        assert_eq!((late.len(), asked.get(), late.is_here()), (6, 2, true));
        assert_eq!(late.into_inner(), Ok("part 7".to_owned()));
    }

    #[test]
    fn a_part_that_cannot_be_had_is_an_error_and_never_an_empty_one() {
        let damaged = || Err(Unavailable::Damaged("the checksum is another one".to_owned()));
        let late: Late<String> = Late::new(Rc::new(move |_| damaged()), 0);
        assert_eq!(late.fetch(), Err(Unavailable::Damaged("the checksum is another one".to_owned())));
        assert_eq!(late.clone().into_inner(), damaged());
        assert_eq!(Late::<String>::default().fetch(), Ok(&String::new()), "one that is empty is here");
    }
}
