//! The parts of the page: the module and its glue from the staging folder, which is cleared, everything else from the sources.

use std::fs;
use std::path::Path;

use crate::Fault;
use crate::shrink::shrunk;

/// The staged parts of the application.
pub(crate) struct Parts {
    /// `index.html` as it is written.
    pub(crate) skeleton: String,
    /// All style sheets in the order of the page's links.
    pub(crate) style: String,
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
    /// wasm-bindgen's module.
    pub(crate) glue: String,
    /// The boot scripts: what both builds share, then each one's own.
    pub(crate) boot_single: String,
    /// See `boot_single`.
    pub(crate) boot_server: String,
    /// The element that shows a packed page inside another, for those other pages.
    pub(crate) embed: String,
    /// A page that uses it.
    pub(crate) example: String,
    /// The example's own script.
    pub(crate) example_script: String,
    /// The notices of everything that is inside.
    pub(crate) licences: String,
}

impl Parts {
    /// Reads the parts and empties the staging folder.
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
        let shared = boot("plain.js")? + &boot("start.js")?;
        let embed = |name: &str| read(&source.join("static/embed").join(name));
        let whole = |own: String| format!("(() => {{\n{}}})();", shrunk(&(shared.clone() + &own)));
        let parts = Self {
            boot_single: whole(boot("single.js")?),
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

/// Paths of the style sheets that `page` links, in order.
fn style_sheets(page: &str) -> Vec<&str> {
    page.split("<link ")
        .skip(1)
        .filter_map(|link| link.split_once('>').map(|(attributes, _)| attributes))
        .filter(|attributes| attributes.contains("rel=\"css\""))
        .filter_map(|attributes| attributes.split_once("href=\"")?.1.split_once('"'))
        .map(|(path, _)| path)
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
