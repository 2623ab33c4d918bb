//! Values printed in a text: numbers, ranges, money, quantities, dates, intervals, ordinals.
//!
//! One grammar each. An expression that is not wholly understood has no value: never a smaller one.

pub mod decimal;
mod myriad;
pub mod number;
pub(crate) mod tables;

pub use decimal::Decimal;
pub use number::{Number, parse_number};
