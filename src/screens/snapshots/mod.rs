//! The screens of the given documents as they are drawn, one file each. A change of a screen shows in its file.
//!
//! The kept files leave out all but the first items of a long list. With `ENTENTE_SCREENS=FOLDER` the tests also write the whole
//! screens into that folder, so that two versions can be compared to the last row. `INSTA_UPDATE=always` accepts what changed.

use std::fs;
use std::path::Path;

use entente_explore::{Axis, Suggestion, SuggestionKind};

use super::tests::support::{Opening, html_checked, html_with, library};
use crate::library::Library;
use crate::visit::{PassageRef, SelectedWords};

/// Siblings of one tag that are kept.
const KEPT_SIBLINGS: usize = 2;
/// Lines kept of a screen.
const KEPT_LINES: usize = 240;
/// Elements without an end tag.
const VOID: [&str; 3] = ["<input", "<br", "<hr"];
/// Attributes whose presence alone counts.
const BOOLEAN: [&str; 4] = ["open", "selected", "checked", "readonly"];

/// The five given documents.
pub(super) fn seeds() -> Library {
    let mut files = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for entry in fs::read_dir(folder).expect("the documents are there").flatten() {
        let text = fs::read_to_string(entry.path()).expect("they are text");
        files.push((entry.file_name().to_string_lossy().into_owned(), text));
    }
    files.sort();
    library(&files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// HTML with one tag or text a line, indented; attributes in the order of their names; text that touches joined, because how it
/// is cut into nodes is not seen.
fn outline(html: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut text = String::new();
    let mut line = |depth: usize, words: &str| {
        out.push_str(&"  ".repeat(depth));
        out.push_str(words);
        out.push('\n');
    };
    for part in html.split_inclusive('>').flat_map(|part| {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        [text, tag]
    }) {
        let is_tag = part.starts_with('<');
        if !is_tag || part.starts_with("<!--") {
            text.push_str(if is_tag { "" } else { part });
            continue;
        }
        if !text.is_empty() {
            line(depth, &std::mem::take(&mut text).replace('\n', "↵"));
        }
        let ends = part.starts_with("</");
        depth -= usize::from(ends);
        line(depth, &sorted_attributes(part));
        if !ends && !VOID.iter().any(|void| part.starts_with(void)) {
            depth += 1;
        }
    }
    out
}

fn sorted_attributes(tag: &str) -> String {
    let inside = tag.trim_matches(['<', '>']);
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        let attribute = attribute.trim();
        let bare = BOOLEAN.contains(&attribute);
        attributes.push(if bare { format!(" {attribute}") } else { format!(" {attribute}=\"{value}\"") });
        rest = after;
    }
    for bare in rest.split_whitespace() {
        attributes.push(format!(" {bare}"));
    }
    attributes.sort();
    format!("<{name}{}>", attributes.concat())
}

/// An outline without the later ones of many siblings of the same tag.
fn shortened(outline: &str) -> String {
    let mut out = String::new();
    // At each depth: the tag of the last sibling and how many of it there were.
    let mut siblings: Vec<(&str, usize)> = Vec::new();
    let mut left_out_below = None;
    for line in outline.lines() {
        let words = line.trim_start();
        let depth = (line.len() - words.len()) / 2;
        if left_out_below.is_some_and(|left_out| depth > left_out) {
            continue;
        }
        let tag = words.split([' ', '>']).next().unwrap_or_default();
        if tag.starts_with("</") {
            if left_out_below.take() != Some(depth) {
                out.push_str(line);
                out.push('\n');
            }
            continue;
        }
        left_out_below = None;
        siblings.truncate(depth + 1);
        siblings.resize(depth + 1, ("", 0));
        let (last, count) = &mut siblings[depth];
        *count = if *last == tag { *count + 1 } else { 1 };
        *last = tag;
        let is_cell = matches!(tag, "<td" | "<th");
        let is_repeated = tag.starts_with('<') && !is_cell && *count > KEPT_SIBLINGS;
        if is_repeated {
            let is_void = VOID.iter().any(|void| tag.starts_with(void));
            left_out_below = (!is_void).then_some(depth);
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn keep(name: &str, library: &Library, link: &str, open: Opening) {
    keep_html(name, &html_with(library, link, open));
}

fn keep_html(name: &str, html: &str) {
    let whole = outline(html);
    if let Ok(folder) = std::env::var("ENTENTE_SCREENS") {
        fs::write(Path::new(&folder).join(format!("{name}.html")), &whole).expect("the folder takes files");
    }
    let short = shortened(&whole);
    let mut kept: String = short.split_inclusive('\n').take(KEPT_LINES).collect();
    let left_out = short.lines().count().saturating_sub(KEPT_LINES);
    if left_out > 0 {
        kept.push_str(&format!("… {left_out} more lines\n"));
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, kept));
}

#[test]
fn screens_are_drawn_as_they_were() {
    let seeds = seeds();
    let corpus = seeds.corpus();
    let form = &corpus.catalogue.documents.get(3).expect("it is here").id;
    let passage = |n: usize| &corpus.bodies.get(3).expect("it is here").passages[n].anchor;
    let body = corpus.bodies.iter().flatten().find(|body| !body.engagements.is_empty()).expect("an engagement");
    let said = corpus.bodies.iter().flatten().find(|body| !body.statements.is_empty()).expect("a statement");
    let series = corpus.catalogue.series.get().and_then(|all| all.first()).expect("a series");
    let links = [
        ("overview", "#/".to_owned()),
        ("search", "#/search".to_owned()),
        ("search-words", "#/search?q=piracy+training".to_owned()),
        ("search-filtered", "#/search?q=korea&-country=zz&from=2010&sort=newest".to_owned()),
        ("search-nothing", "#/search?q=xylophone+korea&country=fr".to_owned()),
        ("search-statements", "#/search?q=korea&unit=statements".to_owned()),
        ("search-documents", "#/search?q=korea&unit=documents".to_owned()),
        ("documents", "#/documents".to_owned()),
        ("documents-asked", "#/documents?q=korea&sort=newest".to_owned()),
        ("document", format!("#/doc/{form}")),
        ("document-words", format!("#/doc/{form}/{}?q=korea", passage(20))),
        ("document-missing", "#/doc/none".to_owned()),
        ("names", "#/names".to_owned()),
        ("name", "#/name/kr".to_owned()),
        ("name-organisation", "#/name/un".to_owned()),
        ("engagements", "#/engagements".to_owned()),
        ("engagement", format!("#/engagement/{}", body.engagements[0].id)),
        ("series", "#/series".to_owned()),
        ("one-series", format!("#/series/{}", series.id)),
        ("commitments", "#/commitments".to_owned()),
        ("statements", "#/statements".to_owned()),
        ("statement", format!("#/statement/{}", said.statements[0].id)),
        ("pairs", "#/pairs".to_owned()),
        ("compare-names", "#/compare/name:kr/name:jp".to_owned()),
        ("amounts", "#/amounts".to_owned()),
        ("acronyms", "#/acronyms".to_owned()),
        ("notes", "#/notes".to_owned()),
        ("verify", "#/verify".to_owned()),
        ("history", format!("#/history/{form}:{}", passage(20))),
        ("about", "#/about".to_owned()),
        ("unknown", "#/no/such/view".to_owned()),
        ("filtered-list", "#/engagements?status=held&country=zz&q=korea".to_owned()),
        ("embedded", "#/names?embed=1".to_owned()),
    ];
    for (name, link) in links {
        keep(name, &seeds, &link, &|visit, _, _| visit.drawn = 100_000);
    }
    keep_html("verify-checked", &html_checked(&seeds, "#/verify", include_str!("draft.txt")));
    let anchor = passage(20).to_string();
    let suggestions = seeds.suggest("ko", 8);
    let open_lists: Opening = &|visit, display, suggested| {
        visit.open_facets = [(Axis::Country, String::new()), (Axis::Topic, "cy".to_owned())].into();
        visit.csv_by_hand = Some("a,b".to_owned());
        visit.preview = Some(PassageRef { document: form.to_string(), passage: anchor.clone() });
        display.full = true;
        (suggested.chosen, suggested.suggestions) = (Some(1), suggestions.clone());
    };
    keep("search-opened", &seeds, "#/search?q=ko", open_lists);
    keep("names-opened", &seeds, "#/names?q=ko", open_lists);
    let recent = Suggestion {
        kind: SuggestionKind::Term,
        id: "un".to_owned(),
        text: "un".to_owned(),
        form: None,
        passages: 0,
        documents: 0,
    };
    keep("search-recent", &seeds, "#/search", &|_, _, suggested| suggested.suggestions = vec![recent.clone()]);
    let read_on: Opening = &|visit, display, _| {
        visit.drawn = 60;
        visit.selected = Some(SelectedWords { passage: anchor.clone(), words: "some words".to_owned() });
        display.highlights = 1;
    };
    keep("document-source", &seeds, &format!("#/doc/{form}/{}", passage(30)), &|visit, display, suggested| {
        read_on(visit, display, suggested);
        display.source = true;
    });
    keep("document-marks", &seeds, &format!("#/doc/{form}"), &|visit, display, suggested| {
        read_on(visit, display, suggested);
        visit.record_is_open = false;
    });
}

#[test]
fn screens_of_other_shapes_are_drawn_as_they_were() {
    let form = "# Plan of Utopia\n\n## A. Ports\n\n### COMMITMENTS\n\n- Protect ports against attacks (2010).\n- Train the guards of ports (2011).\n\n### MEASURES UNDERTAKEN TO IMPLEMENT COMMITMENTS\n\nProtect ports against attacks\n\n- Korea built a fence around two ports in 2012.\n\n### FURTHER MEASURES PLANNED TO IMPLEMENT COMMITMENTS\n\n-\n";
    let shapes = "# A report\n\nKorea built a fence around two ports in 2012.\n\n> A quoted line\n\n1. One of **several** *things* with `code`, H~2~O and [a link](https://a.example/) or [https://b.example/](https://evil.example/x).\n\n| Name | Sum |\n|---|---|\n| Korea | USD 500,000 |\n| Japan | USD 20,000 |\n\nKorea and Japan held the 3rd Cyber Policy Consultation in Tokyo on 29 June 2016.\n";
    let files = [("form.md", form), ("shapes.md", shapes), ("bare.txt", "A line without a title or a date.\n")];
    let shapes_library = library(&files);
    let document = |at: usize| &shapes_library.corpus().catalogue.documents.get(at).expect("it is here").id;
    for (name, link) in [
        ("shapes-overview", "#/".to_owned()),
        ("shapes-document", format!("#/doc/{}?q=korea", document(2))),
        ("shapes-bare", format!("#/doc/{}", document(0))),
        ("shapes-commitments", "#/commitments".to_owned()),
        ("shapes-pairs", "#/pairs".to_owned()),
        ("shapes-compare", format!("#/compare/{}/{}", document(1), document(2))),
        ("shapes-series", "#/series".to_owned()),
        ("shapes-search", "#/search?q=fence".to_owned()),
    ] {
        keep(name, &shapes_library, &link, &|_, _, _| {});
    }
    for (name, link) in [("empty-overview", "#/"), ("empty-names", "#/names"), ("empty-search", "#/search")] {
        keep(name, &library(&[]), link, &|_, _, _| {});
    }
}
