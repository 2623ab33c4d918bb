//! The document: focus, scrolling, fields, rows, the title, the theme.
//!
//! An element that is not there is passed over in silence, because the reader may have moved on meanwhile.

mod field;
mod focus;
mod fold;
mod rows;
mod scroll;
mod window;

use web_sys::{Document, Element};

pub(crate) use field::{
    allow_drop, area_direction, chosen, empty_field, entered, is_typing, take_dropped, typed, typed_area,
};
pub(crate) use focus::{
    LinkPlace, around_focus, focus, focus_field, focus_first, focus_is, focus_link, focus_soon, focused_link,
    focused_passage, refocus_row, step, step_rows,
};
pub(crate) use fold::{
    close_menus, dialog, hide_covered_notes, is_unfolded, shut_menus, toggle_folded, unfold_for_print,
};
pub(crate) use rows::{clicked_passage, enter_row, follow, mark_row, press, press_near, press_next_head};
pub(crate) use scroll::{
    SeenBelow, is_near_end, keep_in_sight, passage_in_sight, put_at, scroll_to, scrolled, seen_below, show, show_near,
    thousandths_down,
};
pub(crate) use window::{
    has_room, is_framed, is_loading, is_wide, measure_filter_bar, mount, on_key, on_resize, on_scroll, on_selection,
    once_loaded, print, ready, root_attribute, say_count, selected, title,
};

/// What listens until it is dropped.
pub(crate) type Listener = gloo::events::EventListener;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
