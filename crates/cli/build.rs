//! Embeds the page named by `ENTENTE_TEMPLATE`, emptied, as the template that `entente pack` uses; none
//! where the variable is not set. It never looks for a page by itself: every build of the page
//! would then rebuild the command line.

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-env-changed=ENTENTE_TEMPLATE");
    let template = match env::var_os("ENTENTE_TEMPLATE") {
        None => String::new(),
        Some(path) => {
            println!("cargo:rerun-if-changed={}", Path::new(&path).display());
            entente_page::emptied(&fs::read_to_string(&path)?)?
        }
    };
    fs::write(Path::new(&env::var("OUT_DIR")?).join("template.html"), template)?;
    Ok(())
}
