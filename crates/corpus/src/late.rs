//! A part of a corpus that is there, or is fetched when it is first looked at.
//!
//! A large page shows its list before its texts are read. Who looks at a text does not see the difference. It does not
//! know where parts lie or how they are checked: that is up to whoever gives the [`Source`].

use std::cell::OnceCell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where parts come from, by number. A part that cannot be had (yet) is none; who looks at it sees an empty one, and
/// it is asked for again the next time.
pub type Source<T> = Rc<dyn Fn(usize) -> Option<T>>;

/// See the module.
pub struct Late<T> {
    here: OnceCell<Box<T>>,
    /// What is seen while it cannot be had.
    empty: OnceCell<Box<T>>,
    source: Option<(Source<T>, usize)>,
}

impl<T> Late<T> {
    /// Part `number` of `source`, once it is looked at.
    #[must_use]
    pub fn new(source: Source<T>, number: usize) -> Self {
        Self { here: OnceCell::new(), empty: OnceCell::new(), source: Some((source, number)) }
    }

    /// True where nothing has to be fetched any more.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.source.is_none() || self.here.get().is_some()
    }
}

impl<T: Default> Late<T> {
    /// The part itself, to keep.
    #[must_use]
    pub fn into_inner(self) -> T {
        let _ = &*self;
        self.here.into_inner().map(|part| *part).unwrap_or_default()
    }
}

impl<T: Default> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        if let Some(part) = self.here.get() {
            return part;
        }
        let fetched = self.source.as_ref().and_then(|(source, number)| source(*number));
        match fetched {
            Some(part) => self.here.get_or_init(|| Box::new(part)),
            None => self.empty.get_or_init(Box::default),
        }
    }
}

impl<T: Default> DerefMut for Late<T> {
    fn deref_mut(&mut self) -> &mut T {
        let _ = &**self;
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
        Self { here: OnceCell::from(Box::new(part)), empty: OnceCell::new(), source: None }
    }
}

impl<T> Default for Late<T>
where
    T: Default,
{
    fn default() -> Self {
        Self { here: OnceCell::new(), empty: OnceCell::new(), source: None }
    }
}

impl<T: Default + Clone> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self { here: self.here.clone(), empty: OnceCell::new(), source: self.source.clone() }
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

    use super::Late;

    #[test]
    fn a_part_is_fetched_once_and_asked_for_again_while_it_cannot_be_had() {
        let (asked, there) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
        let (counted, looked) = (asked.clone(), there.clone());
        let late: Late<String> = Late::new(
            Rc::new(move |number| {
                counted.set(counted.get() + 1);
                looked.get().then(|| format!("part {number}"))
            }),
            7,
        );
        assert!(late.is_empty() && !late.is_here());
        there.set(true);
        assert_eq!((late.as_str(), asked.get()), ("part 7", 2));
        assert_eq!((late.len(), asked.get(), late.is_here()), (6, 2, true));
        assert_eq!(late.into_inner(), "part 7");
    }
}
