//! Which element lies in which, as browsers read it: what is left open is closed by what follows.

use super::token::{Attribute, Token, TokenKind, attributes};

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    /// Name in lower case.
    pub(super) name: String,
    /// Index of its start tag.
    pub(super) open: usize,
    /// Index of the token that ends it, or the number of tokens.
    pub(super) close: usize,
    /// The element it lies in.
    pub(super) parent: Option<usize>,
    /// Its attributes.
    pub(super) attributes: Vec<Attribute>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value.as_str())
    }
}

/// The elements in order of their start tags, and for each token the innermost element around it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The elements; a parent stands before its children.
    pub(super) elements: Vec<Element>,
    /// Innermost element of each token; of a tag, the element around it.
    pub(super) around: Vec<Option<usize>>,
}

impl Tree {
    /// The elements around, from `inner` outwards.
    pub(super) fn outwards(&self, inner: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(inner, |at| self.elements[*at].parent)
    }
}

/// Elements that never have content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements inside a line of text; all others begin and end blocks.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "script", "style", "noscript", "link", "meta", "param",
    "source", "track", "map", "area", "picture",
];
/// Deeper elements than this are not distinguished; browsers stop there as well.
const DEEPEST: usize = 512;

/// True for elements that begin and end blocks.
pub(super) fn is_block(name: &str) -> bool {
    !INLINE.contains(&name) && name != "br"
}

/// The tree of `tokens`.
pub(super) fn tree(text: &str, tokens: &[Token]) -> Tree {
    let mut tree = Tree::default();
    let mut open: Vec<usize> = Vec::new();
    for (n, token) in tokens.iter().enumerate() {
        match &token.kind {
            TokenKind::Start(name) => {
                imply(&mut tree, &mut open, name, n);
                tree.around.push(open.last().copied());
                if !VOID.contains(&name.as_str()) && open.len() < DEEPEST {
                    let attributes = attributes(text, token);
                    let parent = open.last().copied();
                    open.push(tree.elements.len());
                    let element = Element { name: name.clone(), open: n, close: tokens.len(), parent, attributes };
                    tree.elements.push(element);
                }
            }
            TokenKind::End(name) => {
                if let Some(at) = matching(&tree, &open, name) {
                    close(&mut tree, &mut open, at, n);
                }
                tree.around.push(open.last().copied());
            }
            TokenKind::Text | TokenKind::Verbatim => {
                // Words that stand in no head end it.
                if !text[token.start..token.end].trim().is_empty() {
                    end_head(&mut tree, &mut open, n);
                }
                tree.around.push(open.last().copied());
            }
            TokenKind::Aside => tree.around.push(open.last().copied()),
        }
    }
    tree
}

/// Ends all that lies above `at` in the stack, and `at` itself.
fn close(tree: &mut Tree, open: &mut Vec<usize>, at: usize, token: usize) {
    for element in open.drain(at..) {
        tree.elements[element].close = token;
    }
}

/// Elements of a page's head.
const IN_HEAD: &[&str] = &[
    "base", "basefont", "bgsound", "head", "html", "link", "meta", "noframes", "noscript", "script", "style",
    "template", "title",
];

/// Ends the head of the page, if it is open.
fn end_head(tree: &mut Tree, open: &mut Vec<usize>, token: usize) {
    // It stands at the top or in the page's own element.
    let at = open.iter().take(2).position(|at| tree.elements[*at].name == "head");
    let in_template = || open.iter().any(|at| tree.elements[*at].name == "template");
    if let Some(at) = at.filter(|_| !in_template()) {
        close(tree, open, at, token);
    }
}

/// Ends what the start of `name` ends without saying so.
fn imply(tree: &mut Tree, open: &mut Vec<usize>, name: &str, token: usize) {
    if !IN_HEAD.contains(&name) {
        end_head(tree, open, token);
    }
    let (ends, within): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ul", "ol", "menu", "table", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table", "td", "th"]),
        "option" | "optgroup" => (&["option"], &["select"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (&["p", "h1", "h2", "h3", "h4", "h5", "h6"], &["div", "td", "li"]),
        // A start tag of a page that was pasted into a page ends what was open in a line.
        _ if is_block(name) => (&["p"], &["div", "td", "th", "li", "table", "caption", "button", "blockquote"]),
        _ => return,
    };
    let named = |at: usize, names: &[&str]| names.contains(&tree.elements[at].name.as_str());
    let found = open.iter().rposition(|at| named(*at, ends) || named(*at, within));
    if let Some(at) = found.filter(|at| named(open[*at], ends)) {
        close(tree, open, at, token);
    }
}

/// Place in the stack of the element that `</name>` ends. What is outside a cell is not ended from within it.
fn matching(tree: &Tree, open: &[usize], name: &str) -> Option<usize> {
    let table = matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "body" | "html");
    let is = |at: &usize, names: &[&str]| names.contains(&tree.elements[*at].name.as_str());
    let found = open.iter().rposition(|at| is(at, &[name]) || (!table && is(at, &["td", "th", "table", "caption"])))?;
    is(&open[found], &[name]).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::tree;

    /// The names around each text, from the outside.
    fn paths(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        let tree = tree(text, &tokens);
        let texts = tokens.iter().enumerate().filter(|(_, token)| token.kind.is_words());
        texts
            .map(|(n, token)| {
                let mut names: Vec<&str> =
                    tree.outwards(tree.around[n]).map(|at| tree.elements[at].name.as_str()).collect();
                names.reverse();
                format!("{} {}", names.join("/"), &text[token.start..token.end])
            })
            .collect()
    }

    #[test]
    fn what_is_left_open_is_closed_by_what_follows() {
        for (text, expected) in [
            ("<ul><li>a<li>b<ul><li>c</ul></ul>", vec!["ul/li a", "ul/li b", "ul/li/ul/li c"]),
            ("<p>a<p>b<div>c</div>d", vec!["p a", "p b", "div c", " d"]),
            ("<table><tr><td>a<td>b<tr><td>c</table>d", vec!["table/tr/td a", "table/tr/td b", "table/tr/td c", " d"]),
            ("<div><table><tr><td>a</div>b</table>c</div>", vec!["div/table/tr/td a", "div/table/tr/td b", "div c"]),
            ("</p>a</i>b<br>c", vec![" a", " b", " c"]),
            ("<h2>a<h3>b</h3>c", vec!["h2 a", "h3 b", " c"]),
        ] {
            assert_eq!(paths(text), expected, "{text}");
        }
    }
}
