//! Values printed in a text: numbers, ranges, money, quantities, dates, intervals, ordinals.
//!
//! One grammar each. An expression that is not wholly understood has no value: never a smaller one.

pub mod amount;
mod currency;
pub mod decimal;
mod myriad;
pub mod number;
mod quantity;
mod range;
pub(crate) mod tables;

pub use amount::{Amount, AmountContext, Measure, find_amounts};
pub use decimal::Decimal;
pub use number::{Number, parse_number};
