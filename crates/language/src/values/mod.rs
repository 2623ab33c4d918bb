//! Values printed in a text: numbers, ranges, money, quantities, dates, intervals, ordinals.
//!
//! One grammar each. An expression that is not wholly understood has no value: never a smaller one.

pub mod amount;
mod currency;
mod date;
pub mod decimal;
mod eastern;
mod interval;
mod myriad;
pub mod number;
pub mod ordinal;
mod quantity;
mod range;
pub(crate) mod tables;
pub mod when;

pub use amount::{Amount, AmountContext, Measure, find_amounts};
pub use decimal::Decimal;
pub use number::{Number, parse_number};
pub use ordinal::{english_ordinal, english_tens, ordinal_at, roman};
pub use when::{DateMention, Printed, find_dates, month, parse_date, weekday};
