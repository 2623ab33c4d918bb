//! State and effects of the page, one hook each. The application puts them together and owns nothing itself.

mod brief;
mod checking;
mod data;
mod debounce;
mod drawing;
mod filter_field;
mod keyboard;
mod preferences;
mod route;
mod search_box;
mod settle;
mod toast;

pub(crate) use brief::{Tray, own_id, part_id, use_tray};
pub(crate) use checking::{CheckedText, Checker, Checking, use_checking};
#[cfg(test)]
pub(crate) use data::row_preview;
pub(crate) use data::{Loaded, use_preview, use_screen_data};
pub(crate) use drawing::use_drawing;
pub(crate) use filter_field::{FIELD as FILTER_FIELD, FilterField, Offer, Offers, use_filter_field};
pub(crate) use keyboard::{KeyAction, use_keyboard, wants_row};
pub(crate) use preferences::{PreferencesContext, use_preferences};
#[cfg(test)]
pub(crate) use route::linked;
pub(crate) use route::{Navigator, use_route};
pub(crate) use search_box::{SearchBox, use_search_box};
pub(crate) use settle::use_settle;
pub(crate) use toast::{Toast, use_toast};
