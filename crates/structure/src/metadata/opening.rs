//! The head of a document: the lines before its running text, each with what it is there for.
//!
//! In: passages. Out: the lines that may hold the title, the notes around them, and where the running text begins.

use entente_corpus::PassageKind;

use entente_text::fold::fold;

use super::PassageText;
use super::head_words::{List, is_in};
use super::roles::{self, Role};

/// A head has at most this many lines that are no furniture.
const MAX_HEAD_LINES: usize = 30;
/// Passages of running text that are kept.
const BODY: usize = 6;

/// The only heading of a text may stand among this many first lines.
const LATE_WITHIN: usize = 10;

/// A line at the head.
pub(super) struct HeadLine<'a> {
    pub(super) line: &'a PassageText<'a>,
    pub(super) role: Role,
}

/// The head of a document.
pub(super) struct Opening<'a> {
    /// Lines before the running text that are no furniture, in order.
    pub(super) lines: Vec<HeadLine<'a>>,
    /// Notes on delivery and release, furniture included.
    pub(super) notes: Vec<HeadLine<'a>>,
    /// The first passages of running text.
    pub(super) body: Vec<&'a PassageText<'a>>,
    /// The only heading of the first level that a text in Markdown has, after its first lines of running text.
    pub(super) late: Option<HeadLine<'a>>,
    /// True if the running text begins with words to those who are addressed.
    pub(super) addresses: bool,
}

/// The heading of the first level among the first of `lines`, if a text in Markdown has one alone.
fn only_heading<'a>(lines: &'a [PassageText<'a>]) -> Option<HeadLine<'a>> {
    let top =
        |line: &&PassageText| line.kind == PassageKind::Heading && line.level == 1 && line.passage.marker.is_some();
    let mut headings = lines.iter().filter(top);
    let first = headings.next().filter(|_| headings.next().is_none())?;
    let near = lines.iter().filter(|line| line.kind != PassageKind::Furniture).take(LATE_WITHIN);
    let printed = near.into_iter().any(|line| line.index == first.index) && first.passage.number.is_none();
    printed.then(|| HeadLine { line: first, role: first.role() })
}

impl<'a> Opening<'a> {
    /// The head of `lines`.
    pub(super) fn of(lines: &'a [PassageText<'a>], written: bool) -> Self {
        let mut opening = Self {
            lines: Vec::new(),
            notes: Vec::new(),
            body: Vec::new(),
            late: if written { only_heading(lines) } else { None },
            addresses: false,
        };
        // Menus stand above the link that skips them.
        let skips = |line: &PassageText| is_in(List::SkipLink, &fold(line.reading.text.trim()));
        let menu = lines.iter().take(MAX_HEAD_LINES).rposition(skips).map_or(0, |at| at + 1);
        let lines = if menu < lines.len() { &lines[menu..] } else { lines };
        let mut printed = 0;
        let mut labelled = false;
        for line in lines {
            // Below the beginning of the running text nothing but notes counts.
            let counts = opening.body.is_empty() || roles::may_be_note(&line.reading.text);
            let mut role = if counts { line.role() } else { Role::Text };
            // "Speaker:" alone on a line, with the speaker in the next one.
            if std::mem::take(&mut labelled) && matches!(role, Role::Text | Role::Office) {
                role = Role::Label;
            }
            labelled = roles::is_bare_label(&line.reading.text);
            let note = matches!(role, Role::DeliveryNote | Role::ReleaseNote);
            if note {
                opening.notes.push(HeadLine { line, role });
            }
            if line.kind == PassageKind::Furniture {
                continue;
            }
            printed += 1;
            let runs = printed > MAX_HEAD_LINES
                || matches!(role, Role::Sentence | Role::Salutation)
                || matches!(line.kind, PassageKind::Answer | PassageKind::Code);
            if runs && opening.body.is_empty() {
                opening.addresses = role == Role::Salutation;
            }
            if runs || !opening.body.is_empty() {
                if opening.body.len() < BODY {
                    opening.body.push(line);
                }
                // A note on the release may stand below what a site prints above it.
                if opening.body.len() >= BODY && printed > MAX_HEAD_LINES {
                    break;
                }
            } else {
                opening.lines.push(HeadLine { line, role });
            }
        }
        opening
    }

    /// True if a line of the head, or a note, has this role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.lines.iter().chain(&self.notes).any(|head| head.role == role)
    }
}
