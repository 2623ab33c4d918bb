//! Which part of a page is its text, and which is what surrounds it.

use super::token::Token;
use super::tree::Tree;

/// Elements that surround the text.
const AROUND: &[&str] = &[
    "nav", "footer", "aside", "select", "button", "dialog", "form", "template", "svg", "noscript", "textarea", "menu",
    "object", "audio", "video",
];
/// Roles of elements that surround the text.
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
];
/// Words in names of classes and ids that say the same.
const WORDS: &[&str] = &[
    "advertisement",
    "advertisements",
    "aural",
    "breadcrumb",
    "breadcrumbs",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "related",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "skiplinks",
    "social",
    "toolbar",
    "widget",
];
/// A block with this part of its letters in links is a menu, where the page has text besides.
const LINKED: (usize, usize) = (6, 10);
/// A page with fewer letters outside links is a list of links: they are its text.
const MIN_UNLINKED_LETTERS: usize = 300;

/// For each element, whether it surrounds the text.
pub(super) fn furniture(text: &str, tokens: &[Token], tree: &Tree) -> Vec<bool> {
    let counts = counts(text, tokens, tree);
    let total = counts.iter().zip(&tree.elements).filter(|(_, element)| element.parent.is_none());
    let (all, unlinked) =
        total.fold((0, 0), |(all, unlinked), (count, _)| (all + count.all, unlinked + count.all - count.linked));
    let root = root(tree, &counts);
    let mut out = vec![false; tree.elements.len()];
    for (n, element) in tree.elements.iter().enumerate() {
        let inside = root.is_none_or(|root| tree.outwards(Some(n)).any(|at| at == root));
        let outer = element.parent.is_some_and(|parent| out[parent]);
        let around = root.is_some_and(|root| tree.outwards(Some(root)).any(|at| at == n));
        let count = counts[n];
        // What contains most of the page is not around it, whatever its class says.
        let small = count.all * 2 < all.max(1);
        // A heading that opens and closes its text is set as a button inside it.
        let opens =
            element.name == "button" && tree.outwards(element.parent).any(|at| is_heading(&tree.elements[at].name));
        let named = (AROUND.contains(&element.name.as_str()) && !opens)
            || (element.name == "header" && root.is_none_or(|root| root != n) && !heads_text(tree, n))
            || element.attribute("role").is_some_and(|role| ROLES.contains(&role))
            || element.attribute("hidden").is_some();
        let classed = ["class", "id"].iter().filter_map(|name| element.attribute(name)).any(says);
        let dense = root.is_none()
            && unlinked >= MIN_UNLINKED_LETTERS
            && count.linked * LINKED.1 >= count.all * LINKED.0
            && matches!(
                element.name.as_str(),
                "ul" | "ol" | "td" | "table" | "div" | "p" | "dl" | "center" | "section"
            )
            && count.linked > 0;
        out[n] = outer
            || (!around
                && (!inside || (named && (small || !holds_text(&element.name))) || (small && classed) || dense));
    }
    out
}

/// A form or a header may hold the whole text of an old page; a menu never does.
fn holds_text(name: &str) -> bool {
    matches!(name, "form" | "header" | "object")
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// A header inside an article or the main part contains its title.
fn heads_text(tree: &Tree, header: usize) -> bool {
    tree.outwards(tree.elements[header].parent).any(|at| matches!(tree.elements[at].name.as_str(), "article" | "main"))
}

fn says(names: &str) -> bool {
    names.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// The element that the page itself calls its text: its only article, else its main part.
fn root(tree: &Tree, counts: &[Count]) -> Option<usize> {
    let with = |fits: &dyn Fn(usize) -> bool| -> Option<usize> {
        let mut found = (0..tree.elements.len()).filter(|n| fits(*n) && counts[*n].all > 0);
        let first = found.next()?;
        let rest_inside = found.all(|other| tree.outwards(Some(other)).any(|at| at == first));
        rest_inside.then_some(first)
    };
    let element = |n: usize| &tree.elements[n];
    let main = with(&|n| element(n).name == "main" || element(n).attribute("role") == Some("main"));
    // A small article beside a large main part is a teaser.
    let article = with(&|n| element(n).name == "article");
    article.filter(|article| main.is_none_or(|main| counts[*article].all * 3 >= counts[main].all)).or(main)
}

/// Letters of an element.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: usize,
    linked: usize,
}

fn counts(text: &str, tokens: &[Token], tree: &Tree) -> Vec<Count> {
    let mut out = vec![Count::default(); tree.elements.len()];
    for (n, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind.is_words()) {
        let letters = text[token.start..token.end].chars().filter(|c| c.is_alphanumeric()).count();
        let linked = tree
            .outwards(tree.around[n])
            .any(|at| tree.elements[at].name == "a" && tree.elements[at].attribute("href").is_some());
        if let Some(at) = tree.around[n] {
            out[at].all += letters;
            out[at].linked += if linked { letters } else { 0 };
        }
    }
    // Children stand after their parents: from the end, each is complete before it is added.
    for n in (0..tree.elements.len()).rev() {
        if let Some(parent) = tree.elements[n].parent {
            let Count { all, linked } = out[n];
            out[parent].all += all;
            out[parent].linked += linked;
        }
    }
    out
}
