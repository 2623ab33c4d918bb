//! The frame around every screen: its menu and the sheet of keys.

use std::rc::Rc;

use yew::Html;

use super::support::{FORM, NEWS, library, rendered, text, view_of};
use crate::components::frame::{Around, Frame, FrameProps};
use crate::components::keys::KeySheet;
use crate::library::Library;
use crate::screens::SCREENS;

#[test]
fn the_menu_has_the_lists_with_rows_and_the_key_sheet_every_screen_with_a_key() {
    let frame = |library: &Library, link: &str| {
        let here = view_of(library, link, &|_, _, _| {}).here;
        let around = Rc::new(Around { summary: library.summary(), contents: library.contents() });
        rendered::<Frame>(FrameProps { here, around, children: Html::default() })
    };
    let drawn = frame(&library(&[("form.md", FORM), ("news.txt", NEWS)]), "#/name/kr");
    for expected in ["Overview", "Read: Names", "Follow", "Check", "<a href=\"#/names\" aria-current=\"page\">Names"] {
        assert!(drawn.contains(expected), "{expected:?}: {drawn}");
    }
    let bare = frame(&library(&[("a.txt", "Nothing of note stands here.\n")]), "#/");
    assert!(!bare.contains("Names") && !bare.contains("Follow"), "lists without rows are not in the menu: {bare}");
    let sheet = text(&rendered::<KeySheet>(()));
    for screen in SCREENS {
        let (Some(key), label) = (screen.key, screen.label) else { continue };
        assert!(sheet.contains(&format!("g {key} go to {label}")), "{sheet}");
    }
}
