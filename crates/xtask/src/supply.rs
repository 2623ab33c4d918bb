//! Checks the third-party works in page and binary: `cargo xtask licences | deny | sbom`.
//!
//! In: `Cargo.lock`, `cargo metadata`, `deny.toml`, and the licence files that came with the crates. Out: the notices in
//! `static/licences.txt`, faults against `deny.toml`, and bills of materials. All of it works without a network once the crates
//! are there.

mod expression;
mod graph;
mod notices;
mod policy;
mod sbom;

use std::fs;

use crate::{Fault, place};

/// The files with notices, each with the products that it is for.
const NOTICES: [(&str, &[&str]); 2] =
    [("static/licences.txt", &["page", "entente"]), ("static/licences-page.txt", &["page"])];

/// Compares the notices with the works inside. Writes the notices instead if `write` is set.
pub(crate) fn licences(write: bool) -> Result<(), Fault> {
    let works = graph::works()?;
    let mut faults = Vec::new();
    for (file, products) in NOTICES {
        let text = notices::text(&works, products)?;
        let path = place::root().join(file);
        if write {
            fs::write(path, text)?;
        } else if fs::read_to_string(&path)? == text {
            println!("{file}: names everything that is inside");
        } else {
            faults.push(format!("{file} is not what it should be now; write it with cargo xtask licences --write"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// Checks licences, duplicates and sources against `deny.toml`.
pub(crate) fn deny() -> Result<(), Fault> {
    let faults = policy::faults(&graph::works()?, &graph::locked()?)?;
    if faults.is_empty() {
        println!("deny.toml: licences, duplicates and sources are as allowed");
        Ok(())
    } else {
        Err(faults.join("\n").into())
    }
}

/// Writes the bills of materials of page and binary below `target/`.
pub(crate) fn bills() -> Result<(), Fault> {
    let folder = place::target().join("sbom");
    fs::create_dir_all(&folder)?;
    let (works, locked) = (graph::works()?, graph::locked()?);
    for product in graph::PRODUCTS {
        let path = folder.join(format!("{}.cdx.json", product.name));
        fs::write(&path, sbom::bill(product, &works, &locked)?)?;
        println!("{}", path.display());
    }
    Ok(())
}
