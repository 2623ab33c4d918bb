//! XML as a run of events with local names.
//!
//! In: a part's text. Out: elements opened and closed, and text with its references resolved. Entities that a
//! document declares itself are not expanded; a text that breaks off ends the run, and that is said.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event as Raw};

/// Longest attribute that is an id, a name or an address: one is looked up for thousands of words, and browsers open no longer address.
const MAX_ATTRIBUTE_BYTES: usize = 4_096;

/// What stands next.
#[derive(Debug)]
pub(crate) enum Event<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends.
    Close(&'a str),
    /// Words.
    Text(&'a str),
}

/// An element's name and attributes.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The attribute of this local name; nothing where it is longer than any id, name or address.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.any_attribute(name, MAX_ATTRIBUTE_BYTES)
    }

    /// The attribute of this local name, which contains words of any length.
    pub(crate) fn words(&self, name: &str) -> Option<String> {
        self.any_attribute(name, usize::MAX)
    }

    fn any_attribute(&self, name: &str, most: usize) -> Option<String> {
        let mut attributes = self.start.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let found = attributes.into_iter().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        (found.value.len() <= most).then(|| resolved(&found.value))
    }
}

/// Calls `each` with what stands in `xml`; false if it breaks off or is not XML.
pub(crate) fn read(xml: &str, each: &mut dyn FnMut(Event)) -> bool {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = 0_i64;
    loop {
        match reader.read_event() {
            Ok(Raw::Start(start)) => {
                open += 1;
                each(Event::Open(Element { start: &start }));
            }
            Ok(Raw::Empty(start)) => {
                each(Event::Open(Element { start: &start }));
                each(Event::Close(start.local_name().into_inner()));
            }
            Ok(Raw::End(end)) => {
                open -= 1;
                each(Event::Close(end.local_name().into_inner()));
            }
            Ok(Raw::Text(text)) => each(Event::Text(&text.xml10_content())),
            Ok(Raw::CData(text)) => each(Event::Text(&text.xml10_content())),
            Ok(Raw::GeneralRef(reference)) => {
                let name = reference.borrow().into_inner();
                each(Event::Text(&resolved(&format!("&{name};"))));
            }
            Ok(Raw::Eof) => return open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// `text` with XML's own references resolved; any other stays as it is written.
fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest.bytes().take(12).position(|byte| byte == b';').and_then(|end| {
            let name = &rest[1..end];
            let shows = match name.strip_prefix('#') {
                None => resolve_predefined_entity(name)?.to_owned(),
                Some(number) => {
                    let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
                    char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)?.to_string()
                }
            };
            Some((end + 1, shows))
        });
        let (length, shows) = known.unwrap_or((1, "&".to_owned()));
        out.push_str(&shows);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Event, read};

    fn events(xml: &str) -> (String, bool) {
        let mut out = String::new();
        let whole = read(xml, &mut |event| match event {
            Event::Open(element) => {
                out += &format!("<{} {}>", element.name(), element.attribute("id").unwrap_or_default());
            }
            Event::Close(name) => out += &format!("</{name}>"),
            Event::Text(text) => out += text,
        });
        (out, whole)
    }

    #[test]
    fn names_lose_their_prefix_and_references_are_resolved() {
        let (out, whole) =
            events("<?xml version='1.0'?><w:p r:id='a&amp;b'>x &lt;&#x41;&#66;<w:t/><![CDATA[<i>]]></w:p>");
        assert_eq!((out.as_str(), whole), ("<p a&b>x <AB<t ></t><i></p>", true));
    }

    #[test]
    fn an_attribute_that_is_longer_than_any_id_is_not_read() {
        for (length, read) in [(4_096, 4_096), (4_097, 0)] {
            let (out, _) = events(&format!("<a id='{}'/>", "x".repeat(length)));
            assert_eq!(out.matches('x').count(), read);
        }
    }

    #[test]
    fn what_breaks_off_or_bombs_ends_without_harm() {
        assert_eq!(events("<a><b>x"), ("<a ><b >x".to_owned(), false));
        assert!(!events("<a><b attr=>").1);
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        assert_eq!(events(bomb).0, "<a >&c;</a>", "an entity of its own is not expanded");
    }
}
