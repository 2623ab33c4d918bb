//! How texts are shown: what the reader has chosen for all views, while the page is open.

use std::rc::Rc;

use yew::Reducible;

use crate::components::highlighted_text::Marks;

/// How texts are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Display {
    /// Kinds of names that are highlighted.
    pub(crate) highlights: Marks,
    /// The reader shows a document's own text.
    pub(crate) source: bool,
    /// Lists show whole passages, not their first lines.
    pub(crate) full: bool,
}

/// What changes it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DisplayAction {
    /// Highlights other kinds of names.
    SetHighlights(Marks),
    /// The document's own text, or the reading text.
    ToggleSource,
    /// Whole passages in lists, or their first lines.
    ToggleFull,
}

impl Default for Display {
    fn default() -> Self {
        Self { highlights: Marks::MAX, source: false, full: false }
    }
}

impl Reducible for Display {
    type Action = DisplayAction;

    fn reduce(self: Rc<Self>, action: DisplayAction) -> Rc<Self> {
        Rc::new(match action {
            DisplayAction::SetHighlights(highlights) => Self { highlights, ..*self },
            DisplayAction::ToggleSource => Self { source: !self.source, ..*self },
            DisplayAction::ToggleFull => Self { full: !self.full, ..*self },
        })
    }
}
