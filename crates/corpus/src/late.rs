//! A part of a corpus that is in memory, or is fetched when it is first looked at.
//!
//! A large page shows its list before its texts are read. [`Late::fetch`] fetches a part and says why it cannot be had.
//! The maker of the [`Source`] decides where the parts are stored and how they are checked.
//!
//! No access gives an empty part for one that cannot be had: [`Late::get`] and [`Parts::get`] return `None`, and the failure is
//! noted. An answer that was made without the part is incomplete, so a caller goes through [`Failures::watch`], which
//! gives the answer only if every part could be had that the question looked at.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a part cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// It has not arrived; it may be asked for again later.
    NotYet,
    /// It is damaged or missing. The sentence describes the problem, without a full stop.
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

/// The failures of all sources of a corpus. The sources share it with [`Corpus::failures`](crate::Corpus::failures), where
/// callers of the corpus watch it.
#[derive(Clone, Debug, Default)]
pub struct Failures {
    noted: Rc<Noted>,
}

#[derive(Debug, Default)]
struct Noted {
    count: Cell<usize>,
    last: RefCell<Option<Unavailable>>,
}

impl PartialEq for Failures {
    /// What could not be fetched does not count in comparisons of corpora.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Failures {
    /// The answer to `question`.
    ///
    /// # Errors
    /// Why a part that the question needs cannot be fetched. The answer is withheld, because it would count the part as empty.
    ///
    /// ```
    /// use std::rc::Rc;
    ///
    /// use entente_corpus::late::{Failures, Late, Source, Unavailable};
    ///
    /// let failures = Failures::default();
    /// let source = Source::new(&failures, |number| match number {
    ///     0 => Ok("Both sides met.".to_owned()),
    ///     _ => Err(Unavailable::NotYet),
    /// });
    /// let texts = [0, 1].map(|number| Late::new(source.clone(), number));
    /// let lengths = || texts.iter().filter_map(Late::get).map(String::len).sum::<usize>();
    /// assert_eq!(failures.watch(|| texts[0].get().map(String::len)), Ok(Some(15)));
    /// assert_eq!(failures.watch(lengths), Err(Unavailable::NotYet));
    /// ```
    pub fn watch<T>(&self, question: impl FnOnce() -> T) -> Result<T, Unavailable> {
        let (answer, failure) = self.observe(question);
        failure.map_or(Ok(answer), Err)
    }

    /// The answer to `question`, and why a part could not be had that the question looked at. If there is such a part, the
    /// answer is made of the others, and has to be called incomplete wherever it is shown.
    pub fn observe<T>(&self, question: impl FnOnce() -> T) -> (T, Option<Unavailable>) {
        let before = self.count();
        let answer = question();
        let has_failed = self.count() != before;
        let failure = if has_failed { self.noted.last.borrow().clone() } else { None };
        (answer, failure)
    }

    /// How often a part could not be had.
    #[must_use]
    pub fn count(&self) -> usize {
        self.noted.count.get()
    }

    fn note(&self, why: &Unavailable) {
        self.noted.count.set(self.count().wrapping_add(1));
        self.noted.last.replace(Some(why.clone()));
    }
}

/// Gives parts by number, counted from 0. A part that cannot be had is asked for again the next time.
pub struct Source<T> {
    read: Rc<dyn Fn(usize) -> Result<T, Unavailable>>,
    failures: Failures,
}

impl<T> Source<T> {
    /// A source that reads with `read`; each failure is noted in `failures`.
    pub fn new(failures: &Failures, read: impl Fn(usize) -> Result<T, Unavailable> + 'static) -> Self {
        Self { read: Rc::new(read), failures: failures.clone() }
    }

    fn get(&self, number: usize) -> Result<T, Unavailable> {
        (self.read)(number).inspect_err(|why| self.failures.note(why))
    }
}

impl<T> Clone for Source<T> {
    fn clone(&self) -> Self {
        Self { read: self.read.clone(), failures: self.failures.clone() }
    }
}

/// A part that is in memory, or is fetched when it is first looked at.
///
/// ```
/// use entente_corpus::late::{Failures, Late, Source, Unavailable};
///
/// let source = Source::new(&Failures::default(), |number| match number {
///     0 => Ok("Both sides met.".to_owned()),
///     _ => Err(Unavailable::NotYet),
/// });
/// let (first, second) = (Late::new(source.clone(), 0), Late::new(source, 1));
/// assert_eq!(first.fetch().map(String::len), Ok(15));
/// assert_eq!(second.fetch(), Err(Unavailable::NotYet));
/// ```
pub struct Late<T> {
    here: OnceCell<Box<T>>,
    source: Option<(Source<T>, usize)>,
}

impl<T> Late<T> {
    /// Part `number` of `source`, which is asked when the part is first looked at.
    #[must_use]
    pub fn new(source: Source<T>, number: usize) -> Self {
        Self { here: OnceCell::new(), source: Some((source, number)) }
    }
}

impl<T: Default> Late<T> {
    /// The part, fetched if it is not in memory.
    ///
    /// # Errors
    /// Why it cannot be had now. The next call asks again.
    pub fn fetch(&self) -> Result<&T, Unavailable> {
        if let Some(part) = self.here.get() {
            return Ok(part);
        }
        let part = match &self.source {
            Some((source, number)) => source.get(*number)?,
            None => T::default(),
        };
        Ok(self.here.get_or_init(|| Box::new(part)))
    }

    /// The part, or `None` if it cannot be had now. The failure is noted: see [`Failures::watch`].
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.fetch().ok()
    }

    /// The part, to be changed in memory.
    ///
    /// # Errors
    /// As [`Late::fetch`].
    pub fn get_mut(&mut self) -> Result<&mut T, Unavailable> {
        self.fetch()?;
        self.here.get_mut().map(|part| &mut **part).ok_or(Unavailable::NotYet)
    }

    /// The part itself, to keep.
    ///
    /// # Errors
    /// As [`Late::fetch`].
    pub fn into_inner(self) -> Result<T, Unavailable> {
        self.fetch()?;
        self.here.into_inner().map(|part| *part).ok_or(Unavailable::NotYet)
    }
}

impl<T> From<T> for Late<T> {
    fn from(part: T) -> Self {
        Self { here: OnceCell::from(Box::new(part)), source: None }
    }
}

impl<T: Default> Default for Late<T> {
    /// An empty part, which is in memory.
    fn default() -> Self {
        Self { here: OnceCell::new(), source: None }
    }
}

impl<T: Default + Clone> Clone for Late<T> {
    fn clone(&self) -> Self {
        Self { here: self.here.clone(), source: self.source.clone() }
    }
}

impl<T: Default + PartialEq> PartialEq for Late<T> {
    /// Parts that cannot be had are equal if the reason is the same.
    fn eq(&self, other: &Self) -> bool {
        self.fetch() == other.fetch()
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
        self.fetch().map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

/// Parts of one kind in a fixed order: the records, the texts, or the names of a corpus.
///
/// ```
/// use entente_corpus::late::{Failures, Parts, Source, Unavailable};
///
/// let source = Source::new(&Failures::default(), |number| match number {
///     0 => Ok("Both sides met.".to_owned()),
///     _ => Err(Unavailable::NotYet),
/// });
/// let texts = Parts::of_source(&source, 2);
/// assert_eq!(texts.get(0).map(String::len), Some(15));
/// // The second cannot be had and there is no third.
/// assert_eq!((texts.get(1), texts.get(2)), (None, None));
/// // A part that cannot be had keeps its place.
/// assert_eq!(texts.iter().map(|text| text.is_some()).collect::<Vec<bool>>(), [true, false]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>", serialize = "T: Default + Serialize"))]
pub struct Parts<T: Default>(Vec<Late<T>>);

impl<T: Default> Parts<T> {
    /// `count` parts of `source`, each asked for when it is first looked at.
    #[must_use]
    pub fn of_source(source: &Source<T>, count: usize) -> Self {
        Self((0..count).map(|number| Late::new(source.clone(), number)).collect())
    }

    /// How many parts there are. None of them is fetched.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there are no parts. None of them is fetched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The part at `at`, counted from 0. `None` if there is no such part, or if it cannot be had; the latter is noted as a
    /// failure (see [`Failures::watch`]).
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at)?.get()
    }

    /// The part at `at`, to be changed in memory; `None` as in [`Parts::get`].
    #[must_use]
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.0.get_mut(at)?.get_mut().ok()
    }

    /// All parts in their order, `None` in the place of one that cannot be had, which is noted as a failure.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Option<&T>> + ExactSizeIterator {
        self.0.iter().map(Late::get)
    }

    /// The parts that can be had, each with its number. One that cannot be had is left out and noted as a failure.
    pub fn numbered(&self) -> impl DoubleEndedIterator<Item = (u32, &T)> {
        self.0.iter().enumerate().filter_map(|(number, part)| Some((u32::try_from(number).ok()?, part.get()?)))
    }

    /// The parts without a look at their contents.
    #[must_use]
    pub fn as_slice(&self) -> &[Late<T>] {
        &self.0
    }

    /// Adds a part that is in memory.
    pub fn push(&mut self, part: T) {
        self.0.push(part.into());
    }

    /// Takes all parts away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The parts themselves, to keep.
    ///
    /// # Errors
    /// Why the first that cannot be had is missing.
    pub fn into_inner(self) -> Result<Vec<T>, Unavailable> {
        self.0.into_iter().map(Late::into_inner).collect()
    }
}

impl<T: Default> IntoIterator for Parts<T> {
    type Item = Late<T>;
    type IntoIter = std::vec::IntoIter<Late<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T: Default> From<Vec<T>> for Parts<T> {
    fn from(parts: Vec<T>) -> Self {
        parts.into_iter().collect()
    }
}

impl<T: Default> FromIterator<T> for Parts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self(parts.into_iter().map(Late::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::{Failures, Late, Source, Unavailable};

    #[test]
    fn a_part_is_fetched_once_and_asked_for_again_while_it_cannot_be_had() {
        let (asked, there) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
        let (counted, looked) = (asked.clone(), there.clone());
        let source = Source::new(&Failures::default(), move |number| {
            counted.set(counted.get() + 1);
            if looked.get() { Ok(format!("part {number}")) } else { Err(Unavailable::NotYet) }
        });
        let late: Late<String> = Late::new(source, 7);
        assert_eq!(late.fetch(), Err(Unavailable::NotYet));
        there.set(true);
        assert_eq!((late.get().map(String::as_str), asked.get()), (Some("part 7"), 2));
        assert_eq!((late.get().map(String::len), asked.get()), (Some(6), 2));
        assert_eq!(late.into_inner(), Ok("part 7".to_owned()));
    }

    #[test]
    fn a_part_that_cannot_be_had_is_an_error_and_never_an_empty_one() {
        let damaged = || Unavailable::Damaged("the checksum is another one".to_owned());
        let failures = Failures::default();
        let late: Late<String> = Late::new(Source::new(&failures, move |_| Err(damaged())), 0);
        assert_eq!(late.fetch(), Err(damaged()));
        assert_eq!(late.clone().into_inner(), Err(damaged()));
        assert_eq!(Late::<String>::default().fetch(), Ok(&String::new()), "one that is empty is here");
        // A part that cannot be fetched gives no answer, however deep inside a question it is needed.
        assert_eq!(late.get(), None);
        assert_eq!(failures.watch(|| late.get().map_or(0, String::len)), Err(damaged()));
        assert_eq!(failures.watch(|| failures.watch(|| late.get().is_none()).is_err()), Err(damaged()));
        assert!(serde_json::to_string(&late).is_err(), "it is not written as an empty one");
        assert_eq!(failures.watch(|| 1), Ok(1), "a question that does not look at it has its answer");
    }
}
