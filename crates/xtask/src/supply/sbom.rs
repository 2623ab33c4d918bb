//! A bill of materials in CycloneDX 1.5, without time and number: the same commit gives the same bytes.

use serde_json::{Value, json};

use super::graph::{Locked, Product, Work};
use crate::Fault;

/// The bill of `product`.
pub(super) fn bill(product: Product, works: &[Work], locked: &[Locked]) -> Result<String, Fault> {
    let inside: Vec<&Work> = works.iter().filter(|work| work.products.contains(product.name)).collect();
    let mut components: Vec<Value> = inside.iter().map(|work| component(work, locked)).collect();
    components.push(json!({
        "type": "library", "bom-ref": "rust-std", "name": "Rust standard library",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }));
    if product.name == "entente" {
        components.push(json!({
            "type": "data", "bom-ref": "iso-codes", "name": "iso-codes",
            "description": "ISO 3166-1 codes and names", "licenses": [{ "license": { "id": "LGPL-2.1-or-later" } }],
        }));
    }
    let dependencies = inside.iter().map(|work| {
        let mut on: Vec<String> = work.uses.iter().map(|(name, version)| address(name, version)).collect();
        on.retain(|used| inside.iter().any(|work| *used == address(&work.name, &work.version)));
        json!({ "ref": address(&work.name, &work.version), "dependsOn": on })
    });
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": product.package, "name": product.package,
            "version": env!("CARGO_PKG_VERSION"), "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": dependencies.collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn component(work: &Work, locked: &[Locked]) -> Value {
    let package = locked.iter().find(|package| (&package.name, &package.version) == (&work.name, &work.version));
    let checksum = package.and_then(|package| package.checksum.as_ref());
    let mut out = json!({
        "type": "library",
        "bom-ref": address(&work.name, &work.version),
        "name": work.name,
        "version": work.version,
        "purl": address(&work.name, &work.version),
        "licenses": [{ "expression": work.licence.replace('/', " OR ") }],
    });
    if let Some(checksum) = checksum {
        out["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = &work.repository {
        out["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    out
}

/// The package's address (purl).
fn address(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}
