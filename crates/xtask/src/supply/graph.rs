//! Which crates are inside page and binary, and which are in `Cargo.lock` at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::step::output;
use crate::{Fault, place};

/// Something that is given to users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Product {
    /// What it is called in files.
    pub(super) name: &'static str,
    /// Package that it is built from.
    pub(super) package: &'static str,
    /// Target that it is built for; notices of other systems are the same but for what reaches that system.
    pub(super) target: &'static str,
}

/// What is given to users.
pub(super) const PRODUCTS: [Product; 2] = [
    Product { name: "page", package: "entente-app", target: "wasm32-unknown-unknown" },
    Product { name: "entente", package: "entente-cli", target: "x86_64-unknown-linux-gnu" },
];

/// A crate that is inside a product.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub(super) name: String,
    pub(super) version: String,
    /// Licence expression (SPDX); empty if the crate has none.
    pub(super) licence: String,
    pub(super) repository: Option<String>,
    /// Names, as the crate gives them.
    pub(super) authors: Vec<String>,
    /// The folder of its files.
    pub(super) folder: PathBuf,
    /// Names of the products that it is inside of.
    pub(super) products: BTreeSet<&'static str>,
    /// Names and versions of the crates that it uses, ours left out.
    pub(super) uses: BTreeSet<(String, String)>,
}

/// A package of `Cargo.lock`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Locked {
    pub(super) name: String,
    pub(super) version: String,
    /// `None` for our own.
    pub(super) source: Option<String>,
    /// SHA-256 of the package.
    pub(super) checksum: Option<String>,
}

/// Crates of others that are inside the products, by name and version. Build scripts, macros and tests are not inside.
pub(super) fn works() -> Result<Vec<Work>, Fault> {
    let mut works: BTreeMap<(String, String), Work> = BTreeMap::new();
    for product in PRODUCTS {
        let metadata = metadata(product.target)?;
        inside(&metadata, product, &mut works)?;
    }
    Ok(works.into_values().collect())
}

/// The output of `cargo metadata` for `target`; without a network if all crates are there.
fn metadata(target: &str) -> Result<Value, Fault> {
    let call = |offline: bool| {
        let mut cargo = Command::new("cargo");
        cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", target]);
        if offline {
            cargo.arg("--offline").stderr(std::process::Stdio::null());
        }
        output(cargo.current_dir(place::root()))
    };
    let text = call(true).or_else(|| call(false)).ok_or("cargo metadata has failed")?;
    Ok(serde_json::from_str(&text)?)
}

fn inside(metadata: &Value, product: Product, works: &mut BTreeMap<(String, String), Work>) -> Result<(), Fault> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package, "id"), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node, "id"), node)).collect();
    let is_macro = |package: &Value| {
        list(&package["targets"]).iter().any(|target| list(&target["kind"]).contains(&Value::from("proc-macro")))
    };
    let first = packages.iter().find(|(_, package)| package["name"] == product.package);
    let mut next: Vec<String> = vec![first.ok_or("the product's package is not there")?.0.clone()];
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(id) = next.pop() {
        let Some(package) = packages.get(&id).filter(|package| !is_macro(package)) else { continue };
        if !seen.insert(id.clone()) {
            continue;
        }
        let is_normal = |used: &&Value| list(&used["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        let used = list(&nodes[&id]["deps"]);
        let used: Vec<String> = used.iter().filter(is_normal).map(|used| text(used, "pkg")).collect();
        next.extend(used.iter().cloned());
        if package["source"].is_null() {
            continue;
        }
        let named = |id: &String| {
            let package = packages.get(id).filter(|package| !is_macro(package))?;
            Some((text(package, "name"), text(package, "version")))
        };
        let manifest = PathBuf::from(text(package, "manifest_path"));
        let key = (text(package, "name"), text(package, "version"));
        let work = works.entry(key.clone()).or_insert_with(|| Work {
            name: key.0,
            version: key.1,
            licence: text(package, "license"),
            repository: package["repository"].as_str().map(str::to_owned),
            authors: list(&package["authors"]).iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect(),
            folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
            products: BTreeSet::new(),
            uses: BTreeSet::new(),
        });
        work.products.insert(product.name);
        work.uses.extend(used.iter().filter_map(named));
    }
    Ok(())
}

/// All packages of `Cargo.lock`.
pub(super) fn locked() -> Result<Vec<Locked>, Fault> {
    #[derive(serde::Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(serde::Deserialize)]
    struct Package {
        name: String,
        version: String,
        source: Option<String>,
        checksum: Option<String>,
    }
    let lock: Lock = toml::from_str(&fs::read_to_string(place::root().join("Cargo.lock"))?)?;
    let locked = |package: Package| {
        let Package { name, version, source, checksum } = package;
        Locked { name, version, source, checksum }
    };
    Ok(lock.package.into_iter().map(locked).collect())
}
