//! The text that is checked against the documents: what is typed, and what is said of it by now.
//!
//! It lives as long as the page does, so that the reader can go to a place and come back. It is stored nowhere. The work is
//! done some milliseconds at a time.

use std::cell::RefCell;
use std::rc::Rc;

use entente_explore::{Filter, PassageSet, Summary};
use entente_rich_text::{RichText, docx, markdown};
use entente_verify::notes::{Checked, with_notes};
use entente_verify::{Check, CheckedSentence, Counts, Step, is_unfamiliar};
use yew::prelude::*;

use super::debounce::{Debounce, use_debounce};
use crate::actions::{CheckAction, SaveAs};
use crate::library::Library;
use crate::platform::timer::{self, Pending};
use crate::platform::{dom, download};
use crate::route::View;
use crate::visit::Visit;

/// Milliseconds after the last key until a text is checked without a click.
const REST_MILLISECONDS: u32 = 700;
/// Bytes of a text that is checked only when the reader asks for it.
const MAX_UNASKED_BYTES: usize = 30_000;
/// Type of a Word file.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Time between two drawings of what is said by now, in milliseconds.
const DRAWN_MILLISECONDS: f64 = 120.0;

/// What is said of a text by now.
#[derive(Debug, Default)]
pub(crate) struct CheckedText {
    /// The text.
    pub(crate) text: Rc<str>,
    /// The sentences that are checked, in order.
    pub(crate) sentences: Vec<Rc<CheckedSentence>>,
    /// Sums over them.
    pub(crate) counts: Counts,
    /// Sentences that are to be checked.
    pub(crate) of: usize,
    /// Sentences beyond those.
    pub(crate) unchecked: usize,
    /// Bytes of the text that were not read.
    pub(crate) unread: usize,
    /// Few of its words are in the documents.
    pub(crate) is_unfamiliar: bool,
    /// Nothing more will be said: all is checked, or the reader has stopped it.
    pub(crate) is_done: bool,
}

impl CheckedText {
    /// The text with its notes; `file` is what it was held against.
    fn with_notes(&self, file: &Summary) -> RichText {
        with_notes(&Checked {
            title: &file.title,
            marking: file.marking.as_deref(),
            text: &self.text,
            sentences: &self.sentences,
            unchecked: self.unchecked,
            unread: self.unread,
        })
    }
}

/// What the view of the check is drawn from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checking {
    /// What is said by now; `None` if nothing was checked yet.
    pub(crate) checked: Option<Rc<CheckedText>>,
    /// The field is closed: the text is shown there with its verdicts.
    pub(crate) is_closed: bool,
    /// Counts how often the page has put a text into the field, which is drawn again then.
    pub(crate) revision: usize,
    /// Name of a file that was dropped and cannot be read here.
    pub(crate) refused: Option<Rc<str>>,
    /// The text waits until the documents are in.
    pub(crate) is_waiting: bool,
    /// The field has no text.
    pub(crate) is_empty: bool,
}

impl PartialEq for Checking {
    fn eq(&self, other: &Self) -> bool {
        let checked = |checking: &Self| checking.checked.as_ref().map(Rc::as_ptr);
        checked(self) == checked(other)
            && (self.is_closed, self.revision, self.is_waiting) == (other.is_closed, other.revision, other.is_waiting)
            && (self.is_empty, &self.refused) == (other.is_empty, &other.refused)
    }
}

/// A check on its way.
struct Job {
    check: Check,
    within: Option<PassageSet>,
    sentences: Vec<Rc<CheckedSentence>>,
    counts: Counts,
    is_unfamiliar: bool,
    drawn: f64,
    pending: Option<Pending>,
}

impl Job {
    fn shown(&self, is_done: bool) -> CheckedText {
        CheckedText {
            text: self.check.text().clone(),
            sentences: self.sentences.clone(),
            counts: self.counts,
            of: self.check.sentences(),
            unchecked: self.check.unchecked(),
            unread: self.check.unread(),
            is_unfamiliar: self.is_unfamiliar,
            is_done,
        }
    }
}

/// What changes what is drawn.
pub(crate) enum CheckingAction {
    /// This is said by now.
    Show(Rc<CheckedText>),
    /// Opens or closes the field.
    Close(bool),
    /// The page has put a text into the field; empty or not.
    Put(bool),
    /// The field got its first letter, or lost its last one.
    Typed(bool),
    /// A file was refused.
    Refuse(Rc<str>),
    /// The documents are not in yet.
    Wait,
}

#[cfg(test)]
impl Checking {
    /// The whole of `text`, checked.
    pub(crate) fn of(library: &Library, text: &str) -> Self {
        let mut check = Check::new(text.into());
        let (mut sentences, mut counts) = (Vec::new(), Counts::default());
        loop {
            match check.step(library, None) {
                Step::Working => {}
                Step::Sentence(sentence) => {
                    counts.add(&sentence);
                    sentences.push(sentence);
                }
                Step::Done => break,
            }
        }
        let is_unfamiliar = is_unfamiliar(library, text);
        let job = Job { check, within: None, sentences, counts, is_unfamiliar, drawn: 0.0, pending: None };
        Self { checked: Some(Rc::new(job.shown(true))), is_closed: true, ..Self::default() }
    }
}

impl Reducible for Checking {
    type Action = CheckingAction;

    fn reduce(self: Rc<Self>, action: CheckingAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            CheckingAction::Show(checked) => (next.checked, next.is_waiting) = (Some(checked), false),
            CheckingAction::Close(is_closed) => next.is_closed = is_closed,
            CheckingAction::Put(is_empty) => {
                let revision = next.revision + 1;
                next = Self { revision, is_empty, ..Self::default() };
            }
            CheckingAction::Typed(is_empty) => (next.is_empty, next.refused) = (is_empty, None),
            CheckingAction::Refuse(name) => next.refused = Some(name),
            CheckingAction::Wait => next.is_waiting = true,
        }
        Rc::new(next)
    }
}

/// What checks the text of the field.
#[derive(Clone)]
pub(crate) struct Checker {
    library: Library,
    /// Which passages the precedents are taken from.
    filter: Filter,
    state: UseReducerHandle<Checking>,
    /// The text of the field. Kept aside, so that a key that is pressed draws nothing.
    draft: Rc<RefCell<Rc<str>>>,
    job: Rc<RefCell<Option<Job>>>,
    debounce: Debounce,
}

/// The text that is checked, and what is said of it. It is checked again when other documents are in, or when the precedents are
/// taken from others.
#[hook]
pub(crate) fn use_checking(library: &Library, visit: &UseReducerHandle<Visit>) -> Checker {
    let is_shown = visit.route.view == View::Verify;
    let last_filter = use_mut_ref(Filter::default);
    if is_shown {
        last_filter.replace(visit.route.query.filter.clone());
    }
    let filter = last_filter.borrow().clone();
    let checker = Checker {
        library: library.clone(),
        filter: filter.clone(),
        state: use_reducer_eq(|| Checking { is_empty: true, ..Checking::default() }),
        draft: use_mut_ref(|| Rc::from("")),
        job: use_mut_ref(|| None),
        debounce: use_debounce(REST_MILLISECONDS),
    };
    let latest = checker.clone();
    checker.debounce.set(move || latest.rest());
    let again = checker.clone();
    use_effect_with((library.clone(), filter), move |_| {
        if again.state.checked.is_some() || again.state.is_waiting {
            again.check(false);
        }
    });
    checker
}

impl Checker {
    /// What is drawn.
    pub(crate) fn state(&self) -> Checking {
        (*self.state).clone()
    }

    /// The text of the field at this very moment.
    pub(crate) fn draft(&self) -> Rc<str> {
        self.draft.borrow().clone()
    }

    /// Does what the reader asks for.
    pub(crate) fn act(&self, action: CheckAction) {
        match action {
            CheckAction::Type(text) => self.type_text(text),
            CheckAction::Check => {
                self.check(true);
                let has_words = self.draft.borrow().chars().any(char::is_alphanumeric);
                self.close(has_words);
            }
            CheckAction::Stop => self.stop(),
            CheckAction::Edit => self.close(false),
            CheckAction::Put(text) => {
                self.put(&text);
                if !text.is_empty() {
                    self.act(CheckAction::Check);
                }
            }
            CheckAction::Refuse(name) => self.state.dispatch(CheckingAction::Refuse(name.into())),
            CheckAction::Save(form) => {
                self.save(form);
            }
        }
    }

    /// Closes the field, or opens it. The focus goes along: to the button that opens it again, or into the field.
    fn close(&self, is_closed: bool) {
        if self.state.is_closed != is_closed {
            dom::focus_soon(if is_closed { "edit-draft" } else { "draft" });
        }
        self.state.dispatch(CheckingAction::Close(is_closed));
    }

    /// Saves the text with what is said of it; what is to be copied if the reader asks for that or the page may not save.
    pub(crate) fn save(&self, form: SaveAs) -> Option<String> {
        let checked = self.state.checked.as_ref()?;
        let text = checked.with_notes(&self.library.summary());
        let is_saved = match form {
            SaveAs::Word => download::save_bytes("checked-text.docx", WORD, &docx(&text)),
            SaveAs::Markdown => download::save("checked-text.md", "text/markdown", &markdown(&text)),
            SaveAs::Copy => false,
        };
        (!is_saved).then(|| markdown(&text))
    }

    fn type_text(&self, text: String) {
        self.state.dispatch(CheckingAction::Typed(text.is_empty()));
        let is_long = text.len() > MAX_UNASKED_BYTES;
        self.draft.replace(text.into());
        if is_long {
            self.debounce.cancel();
        } else {
            self.debounce.start();
        }
    }

    /// Puts a text into the field.
    fn put(&self, text: &str) {
        self.debounce.cancel();
        self.job.replace(None);
        self.draft.replace(text.into());
        self.state.dispatch(CheckingAction::Put(text.is_empty()));
    }

    /// The reader pauses.
    fn rest(&self) {
        let is_same = self.state.checked.as_ref().is_some_and(|checked| checked.text == *self.draft.borrow());
        if !is_same {
            self.check(true);
        }
    }

    /// Checks the text of the field. If documents and limits are the same as before, `keeps` what was said of sentences that are
    /// the same.
    fn check(&self, keeps: bool) {
        self.debounce.cancel();
        self.job.replace(None);
        if self.library.growth().is_some() || self.library.reading_all().is_some() {
            return self.state.dispatch(CheckingAction::Wait);
        }
        let mut check = Check::new(self.draft());
        if keeps && let Some(before) = &self.state.checked {
            check = check.reusing(&before.text, &before.sentences);
        }
        let within = self.library.passages_under(&self.filter);
        let job = Job {
            within,
            sentences: Vec::with_capacity(check.sentences()),
            counts: Counts::default(),
            is_unfamiliar: is_unfamiliar(&self.library, check.text()),
            drawn: timer::now(),
            pending: None,
            check,
        };
        self.job.replace(Some(job));
        self.go_on();
    }

    /// Works for some milliseconds, and comes back if there is more to do.
    fn go_on(&self) {
        // A step may take longer than it is given, and what it found is drawn at once: both have to fit.
        let until = timer::now() + timer::slice() / 2.0;
        let mut slot = self.job.borrow_mut();
        let Some(job) = slot.as_mut() else { return };
        let mut is_done = false;
        while !is_done && timer::now() < until {
            match job.check.step(&self.library, job.within.as_ref()) {
                Step::Working => {}
                Step::Sentence(sentence) => {
                    job.counts.add(&sentence);
                    job.sentences.push(sentence);
                }
                Step::Done => is_done = true,
            }
        }
        let is_due = is_done || timer::now() - job.drawn > DRAWN_MILLISECONDS;
        let shown = is_due.then(|| Rc::new(job.shown(is_done)));
        if is_due {
            job.drawn = timer::now();
        }
        if is_done {
            *slot = None;
        } else {
            let next = self.clone();
            job.pending = Some(timer::after(0, move || next.go_on()));
        }
        drop(slot);
        if let Some(shown) = shown {
            self.state.dispatch(CheckingAction::Show(shown));
        }
    }

    /// Ends the check; what is said by now stays.
    fn stop(&self) {
        if let Some(job) = self.job.take() {
            self.state.dispatch(CheckingAction::Show(Rc::new(job.shown(true))));
        }
    }
}
