//! Makes a template of the parts of the application: a page without a payload.

use crate::error::PageError;
use crate::slot::Slot;
use crate::{policy, slice};

/// The parts that a page is made of.
#[derive(Clone, Debug, Default)]
pub struct Assets<'a> {
    /// HTML with a `title` element and the marker comments `<!-- entente:policy -->`, `<!-- entente:static -->`,
    /// `<!-- entente:data -->` and `<!-- entente:application -->`. Links and scripts of the build tool are removed.
    pub skeleton: &'a str,
    /// All style sheets, joined.
    pub style: &'a str,
    /// How the application is started.
    pub application: Application<'a>,
}

/// How the application is started.
#[derive(Clone, Copy, Debug)]
pub enum Application<'a> {
    /// Everything inside the page.
    Inside {
        /// The WebAssembly module, deflated (RFC 1951) or in another form that `boot` unpacks.
        wasm: &'a [u8],
        /// The glue that wasm-bindgen writes for `--target web`.
        glue: &'a str,
        /// The script that starts it.
        boot: &'a str,
    },
    /// Beside the page, for a web server: addresses of style sheet, glue and boot script.
    Beside {
        /// Address of the style sheet.
        style: &'a str,
        /// Address of the glue.
        glue: &'a str,
        /// Address of the boot script.
        boot: &'a str,
    },
}

impl Default for Application<'_> {
    fn default() -> Self {
        Self::Inside { wasm: &[], glue: "", boot: "" }
    }
}

/// Returns a page with an empty payload. The example of [`with_contents`](crate::with_contents) makes one.
///
/// # Errors
/// [`PageError::SlotMissing`] if the skeleton lacks a marker, [`PageError::Damaged`] if the glue imports another file.
pub fn template(assets: &Assets) -> Result<String, PageError> {
    let (policy, head, application) = match assets.application {
        Application::Inside { wasm, glue, boot } => {
            let glue = glue_script(glue)?;
            let policy = policy::policy(&[&glue, boot], assets.style);
            let mut application = String::new();
            for slice in slice::base64_slices(wasm) {
                application.push_str("\n<script type=\"text/plain\" data-entente=\"wasm\">");
                application.push_str(&slice);
                application.push_str("</script>");
            }
            for (name, script) in [("glue", glue.as_str()), ("boot", boot)] {
                application.push_str(&format!("\n<script data-entente=\"{name}\">{script}</script>"));
            }
            let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
            (meta, format!("<style>{}</style>", assets.style), application)
        }
        Application::Beside { style, glue, boot } => (
            String::new(),
            format!("<link rel=\"stylesheet\" href=\"{style}\">"),
            format!("\n<script src=\"{glue}\"></script>\n<script src=\"{boot}\"></script>"),
        ),
    };
    let mut page = without_build_links(assets.skeleton);
    page = wrap_title(&page)?;
    page = fill_marker(&page, Slot::Policy, &policy)?;
    page = fill_marker(&page, Slot::Static, "")?;
    page = fill_marker(&page, Slot::Data, "")?;
    page = fill_marker(&page, Slot::Application, &application)?;
    let end = page.find("</head>").ok_or(PageError::SlotMissing("head"))?;
    page.insert_str(end, &head);
    Ok(page)
}

/// Turns the module that wasm-bindgen writes into a plain script, which sets `globalThis.ententeGlue.initSync`.
///
/// # Errors
/// [`PageError::Damaged`] if the module imports another file, or would end its `script` element.
pub fn glue_script(module: &str) -> Result<String, PageError> {
    let mut body = String::with_capacity(module.len());
    for line in module.lines() {
        if line.starts_with("import ") {
            return Err(PageError::Damaged(format!("the glue imports another file: {line}")));
        }
        if line.starts_with("export {") || line.starts_with("export default") || line.contains("import.meta") {
            continue;
        }
        body.push_str(line.strip_prefix("export ").unwrap_or(line));
        body.push('\n');
    }
    let glue = format!("globalThis.ententeGlue=(()=>{{\n{body}return {{ initSync }};\n}})();");
    if glue.contains("</script") || glue.contains("<!--") {
        return Err(PageError::Damaged("the glue would end its element".to_owned()));
    }
    Ok(glue)
}

/// The skeleton without the links and scripts of the build tool.
fn without_build_links(skeleton: &str) -> String {
    let mut out = String::with_capacity(skeleton.len());
    let mut rest = skeleton;
    loop {
        let next = ["<link ", "<script"].iter().filter_map(|tag| rest.find(tag).map(|at| (at, *tag))).min();
        let Some((at, tag)) = next else { break };
        out.push_str(&rest[..at]);
        let end = if tag == "<link " { ">" } else { "</script>" };
        let after = rest[at..].find(end).map_or(rest.len(), |n| at + n + end.len());
        rest = &rest[after..];
    }
    out.push_str(rest);
    out.lines().filter(|line| !line.trim().is_empty()).fold(String::new(), |text, line| text + line + "\n")
}

fn wrap_title(page: &str) -> Result<String, PageError> {
    let missing = || PageError::SlotMissing("title");
    let start = page.find("<title>").ok_or_else(missing)?;
    let end = page.find("</title>").ok_or_else(missing)? + "</title>".len();
    Ok(format!("{}{}{}", &page[..start], Slot::Title.wrap(&page[start..end]), &page[end..]))
}

fn fill_marker(page: &str, slot: Slot, content: &str) -> Result<String, PageError> {
    let marker = format!("<!-- entente:{} -->", slot.name());
    if page.matches(&marker).count() != 1 {
        return Err(PageError::SlotMissing(slot.name()));
    }
    Ok(page.replace(&marker, &slot.wrap(content)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contents, Index, Payload, application_digest, emptied, payload_of, with_contents};

    const SKELETON: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\n<!-- entente:policy -->\n\
        <title>Entente</title><link rel=\"stylesheet\" href=\"./a.css\" />\n<link rel=\"modulepreload\" href=\"./x.js\">\
        <script type=\"module\">import init from './x.js';</script></head><body><div id=\"app\"><!-- entente:static -->\
        </div><!-- entente:data --><!-- entente:application --></body></html>";

    fn page() -> String {
        let application = Application::Inside {
            wasm: b"\0asm",
            glue: "function initSync() {}\nexport { initSync };\nlet u = new URL('x', import.meta.url);\n",
            boot: "ententeGlue.initSync();",
        };
        template(&Assets { skeleton: SKELETON, style: "p{color:red}", application }).expect("a whole skeleton")
    }

    #[test]
    fn nothing_in_the_page_points_outside() {
        let page = page();
        for outside in ["href=", " src=", "import.meta", "import init", "type=\"module\""] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("Content-Security-Policy") && page.contains("<style>p{color:red}</style>"));
    }

    #[test]
    fn a_page_is_a_template_for_the_next() {
        let contents = |n: &str| Contents {
            title: format!("File {n} <b>"),
            plain: format!("<p>{n}</p>"),
            payload: Payload { schema: 1, catalogue: n.into(), bodies: vec![n.into()], ..Payload::default() },
            compress: false,
        };
        let first = with_contents(&page(), &contents("1"), &Index::default).expect("a template");
        let second = with_contents(&first, &contents("2"), &Index::default).expect("a packed page");
        assert_eq!(
            second,
            with_contents(&page(), &contents("2"), &Index::default).expect("a template"),
            "nothing of the first is left"
        );
        assert_eq!(payload_of(&first).expect("whole").1.bodies, ["1"]);
        assert!(first.contains("<title>File 1 &lt;b></title>"));
        assert_eq!(application_digest(&first), application_digest(&page()));
        assert_eq!(emptied(&first), Ok(page()));
    }

    #[test]
    fn a_skeleton_without_a_marker_or_with_imports_is_refused() {
        let broken = SKELETON.replace("<!-- entente:data -->", "");
        let assets = Assets { skeleton: &broken, style: "", application: Application::default() };
        assert_eq!(template(&assets), Err(PageError::SlotMissing("data")));
        assert!(glue_script("import * as x from './snippets/x.js';").is_err());
        assert_eq!(crate::payload_of("<p>hello"), Err(PageError::NotAPage));
    }
}
