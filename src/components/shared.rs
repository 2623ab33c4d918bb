//! Data that components share without copying it.

use std::ops::Deref;
use std::rc::Rc;

use yew::html::{ImplicitClone, IntoPropValue};

/// Data of a component's properties. Two are equal if they are the same data in memory: an answer never changes, and another
/// question gives another answer.
#[derive(Debug)]
pub(crate) struct Shared<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Shared<T> {
    /// The data, to be shared further.
    pub(crate) fn rc(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> ImplicitClone for Shared<T> {}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> From<&Rc<T>> for Shared<T> {
    fn from(data: &Rc<T>) -> Self {
        Self(data.clone())
    }
}

impl<T: ?Sized> IntoPropValue<Shared<T>> for &Rc<T> {
    fn into_prop_value(self) -> Shared<T> {
        self.into()
    }
}
