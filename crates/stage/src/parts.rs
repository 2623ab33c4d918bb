//! Reads the parts of the page: the module and its glue from the staging folder, everything else from the sources.

use std::fs;
use std::path::Path;

use crate::Fault;
use crate::shrink::shrunk;

/// The staged parts of the application.
pub(crate) struct Parts {
    /// `index.html` of the sources.
    pub(crate) skeleton: String,
    /// All style sheets in the order of the page's links.
    pub(crate) style: String,
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// wasm-bindgen's module.
    pub(crate) glue: String,
    /// The boot script of the single page.
    pub(crate) boot_single: String,
    /// The boot script of the build for a server.
    pub(crate) boot_server: String,
    /// The script that defines `<entente-explorer>`, for pages that embed an Entente page.
    pub(crate) embed: String,
    /// An example of a page that embeds one.
    pub(crate) example: String,
    /// The script of the example.
    pub(crate) example_script: String,
    /// The licences of everything in the page.
    pub(crate) licences: String,
}

impl Parts {
    /// Reads the parts, then empties the staging folder.
    ///
    /// # Errors
    /// If a part is missing or cannot be read; the message names it.
    pub(crate) fn take(staging: &Path, source: &Path) -> Result<Self, Fault> {
        let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        let skeleton = read(&source.join("index.html"))?;
        let mut style = String::new();
        for name in style_sheets(&skeleton) {
            style.push_str(&read(&source.join(name))?);
            style.push('\n');
        }
        let wasm = fs::read(staging.join("entente-app_bg.wasm"))?;
        let glue = read(&staging.join("entente-app.js"))?;
        let boot = |name: &str| read(&source.join("static/boot").join(name));
        let shared = boot("plain.js")? + &boot("figure.js")? + &boot("start.js")?;
        let embed = |name: &str| read(&source.join("static/embed").join(name));
        let whole = |own: String| format!("(() => {{\n{}}})();", shrunk(&(shared.clone() + &own)));
        let parts = Self {
            boot_single: whole(boot("module.js")? + &boot("single.js")?),
            boot_server: whole(boot("server.js")?),
            embed: embed("entente-embed.js")?,
            example: embed("example.html")?,
            example_script: embed("example.js")?,
            licences: read(&source.join("static/licences.txt"))?,
            skeleton,
            style: shrunk(&style),
            wasm,
            glue: shrunk(&glue),
        };
        for entry in fs::read_dir(staging)? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        Ok(parts)
    }
}

/// The value of an attribute in the text of an element.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    Some(element.split_once(&format!("{name}=\""))?.1.split_once('"')?.0)
}

/// Paths of the style sheets that `page` links, in order.
fn style_sheets(page: &str) -> Vec<&str> {
    page.split("<link ")
        .skip(1)
        .filter_map(|link| link.split_once('>').map(|(attributes, _)| attributes))
        .filter(|attributes| attributes.contains("rel=\"css\""))
        .filter_map(|attributes| attribute(attributes, "href"))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn style_sheets_are_found_in_the_order_of_their_links() {
        let page = "<link data-trunk rel=\"css\" href=\"css/b.css\"><link data-trunk rel=\"rust\" href=\"./x.wasm\">\
                    <link data-trunk rel=\"css\" href=\"css/a.css\">";
        assert_eq!(super::style_sheets(page), ["css/b.css", "css/a.css"]);
    }
}
