//! Elements built by calls, for what is not yet written with `html!`: the application and the frame around the views. An [`El`] is one
//! pointer, so that handing it on costs nothing. What is absent leaves a place holder, so that
//! its neighbours keep their places when a view is drawn again, and with them the focus.

use std::rc::Rc;

use yew::Html;
use yew::events::Event;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VNode, VTag, VText};

use crate::here::{Act, Then};

/// An element, or a run of elements, that is being made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct El(Box<VNode>);

/// An element without attributes.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(VNode::VTag(Rc::new(VTag::new(tag)))))
}

/// An element of a class.
#[inline(never)]
pub(crate) fn of(tag: &'static str, class: &'static str) -> El {
    let mut out = el(tag);
    out.set("class", AttrValue::Static(class));
    out
}

/// A run of elements without one around them.
#[inline(never)]
pub(crate) fn run() -> El {
    El(Box::new(VNode::VList(Rc::new(VList::new()))))
}

/// A link.
#[inline(never)]
pub(crate) fn link(class: &'static str, address: String) -> El {
    of("a", class).attr("href", address)
}

/// A button that does `act`.
#[inline(never)]
pub(crate) fn button(class: &'static str, then: Then, act: Act) -> El {
    of("button", class).attr("type", "button").act(ListenerKind::onclick, then, act)
}

/// Words that are not ours but set like ours.
#[inline(never)]
pub(crate) fn bdi(words: &str) -> El {
    el("bdi").child(words)
}

impl El {
    /// With an attribute; none where the value is `None`.
    #[inline(always)]
    pub(crate) fn attr(mut self, name: &'static str, value: impl Value) -> Self {
        value.name(name, &mut self);
        self
    }

    /// With an attribute that is there or not.
    #[inline(never)]
    pub(crate) fn when(mut self, name: &'static str, there: bool) -> Self {
        if there {
            self.set(name, AttrValue::Static("true"));
        }
        self
    }

    /// With an id.
    #[inline(always)]
    pub(crate) fn id(self, id: impl Value) -> Self {
        self.attr("id", id)
    }

    /// With something inside, behind what is inside already.
    #[inline(always)]
    pub(crate) fn child(mut self, part: impl Part) -> Self {
        part.put(&mut self);
        self
    }

    /// Puts something inside, behind what is inside already.
    #[inline(always)]
    pub(crate) fn push(&mut self, part: impl Part) {
        part.put(self);
    }

    /// With a name among its neighbours, by which it is known again.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        match &mut *self.0 {
            VNode::VTag(tag) => {
                if let Some(tag) = Rc::get_mut(tag) {
                    tag.key = Some(Key::from(key));
                }
            }
            VNode::VList(list) => Rc::make_mut(list).key = Some(Key::from(key)),
            _ => {}
        }
        self
    }

    /// A field's words.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        if let Some(tag) = self.tag() {
            tag.set_value(AttrValue::from(value.to_owned()));
        }
        self
    }

    /// Does `act` when `kind` happens to it.
    #[inline(never)]
    pub(crate) fn act(self, kind: ListenerKind, then: Then, act: Act) -> Self {
        self.listen(kind, What::Do(then, Box::new(act)))
    }

    /// Calls `call` with the event when `kind` happens to it.
    #[inline(never)]
    pub(crate) fn on(self, kind: ListenerKind, call: Rc<dyn Fn(&Event)>) -> Self {
        self.listen(kind, What::Call(call))
    }

    fn listen(mut self, kind: ListenerKind, what: What) -> Self {
        if let Some(tag) = self.tag() {
            tag.add_listener(Rc::new(Listens { kind, what }));
        }
        self
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: AttrValue) {
        if let Some(tag) = self.tag() {
            tag.add_attribute(name, value);
        }
    }

    fn tag(&mut self) -> Option<&mut VTag> {
        match &mut *self.0 {
            VNode::VTag(tag) => Rc::get_mut(tag),
            _ => None,
        }
    }

    #[inline(never)]
    fn node(&mut self, node: VNode) {
        match &mut *self.0 {
            VNode::VTag(tag) => {
                if let Some(tag) = Rc::get_mut(tag) {
                    tag.add_child(node);
                }
            }
            VNode::VList(list) => Rc::make_mut(list).add_child(node),
            _ => {}
        }
    }
}

impl Default for El {
    fn default() -> Self {
        run()
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        *element.0
    }
}

/// What can stand inside an element.
pub(crate) trait Part {
    /// Puts it behind what is inside `to` already.
    fn put(self, to: &mut El);
}

impl Part for El {
    #[inline(never)]
    fn put(self, to: &mut El) {
        to.node(*self.0);
    }
}

impl Part for Html {
    #[inline(never)]
    fn put(self, to: &mut El) {
        to.node(self);
    }
}

impl Part for String {
    #[inline(never)]
    fn put(self, to: &mut El) {
        if self.contains(turns) { marked(&self, to) } else { words(self, to) }
    }
}

fn words(text: String, to: &mut El) {
    to.node(VNode::VText(VText::new(AttrValue::from(text))));
}

/// Signs that set a line's direction by force and are named one by one; more in one text are left out.
const MAX_MARKED_SIGNS: usize = 100;

/// Puts `text` in with each sign that would turn the line round shown by its name instead.
fn marked(text: &str, to: &mut El) {
    let mut rest = text;
    for _ in 0..MAX_MARKED_SIGNS {
        let Some((at, sign)) = rest.char_indices().find(|(_, c)| turns(*c)) else { break };
        words(rest[..at].to_owned(), to);
        of("bdi", "unseen").child(format!("U+{:04X}", u32::from(sign))).put(to);
        rest = &rest[at + sign.len_utf8()..];
    }
    words(rest.replace(turns, ""), to);
}

/// True for the signs that set the direction of a line by force.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Part for &str {
    #[inline(never)]
    fn put(self, to: &mut El) {
        self.to_owned().put(to);
    }
}

impl Part for &String {
    #[inline(never)]
    fn put(self, to: &mut El) {
        self.clone().put(to);
    }
}

impl<P: Part> Part for Option<P> {
    #[inline(always)]
    fn put(self, to: &mut El) {
        match self {
            Some(part) => part.put(to),
            None => run().put(to),
        }
    }
}

/// What can be the value of an attribute.
pub(crate) trait Value {
    /// Sets the attribute.
    fn name(self, name: &'static str, of: &mut El);
}

impl Value for String {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        of.set(name, AttrValue::from(self));
    }
}

impl Value for &str {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        of.set(name, AttrValue::from(self.to_owned()));
    }
}

impl Value for &String {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        self.as_str().name(name, of);
    }
}

impl Value for Option<&str> {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        if let Some(value) = self {
            value.name(name, of);
        }
    }
}

impl Value for &Option<String> {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        self.as_deref().name(name, of);
    }
}

impl Value for usize {
    #[inline(never)]
    fn name(self, name: &'static str, of: &mut El) {
        self.to_string().name(name, of);
    }
}

/// The one listener there is.
struct Listens {
    kind: ListenerKind,
    what: What,
}

enum What {
    Do(Then, Box<Act>),
    Call(Rc<dyn Fn(&Event)>),
}

impl Listener for Listens {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        match &self.what {
            What::Do(then, act) => then.act((**act).clone()),
            What::Call(call) => call(&event),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
