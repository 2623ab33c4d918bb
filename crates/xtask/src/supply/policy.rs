//! What `deny.toml` allows. The file is cargo-deny's; what needs no network is checked here, so that a fresh machine need not
//! build cargo-deny.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

use super::expression::chosen;
use super::graph::{Locked, Work};
use crate::{Fault, place};

/// The parts of `deny.toml` that are checked.
#[derive(Debug, Deserialize)]
struct Policy {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Debug, Deserialize)]
struct Licences {
    /// From the one that is chosen first to the one that is chosen last.
    allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    skip: Vec<Skip>,
}

/// A version that may stand beside another of its crate.
#[derive(Debug, Deserialize)]
struct Skip {
    #[serde(rename = "crate")]
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

/// Licences that are allowed, the preferred ones first.
pub(super) fn allowed() -> Result<Vec<String>, Fault> {
    Ok(read()?.licenses.allow)
}

fn read() -> Result<Policy, Fault> {
    Ok(toml::from_str(&fs::read_to_string(place::root().join("deny.toml"))?)?)
}

/// A sentence for everything that is not allowed.
pub(super) fn faults(works: &[Work], locked: &[Locked]) -> Result<Vec<String>, Fault> {
    Ok(judged(&read()?, works, locked))
}

fn judged(policy: &Policy, works: &[Work], locked: &[Locked]) -> Vec<String> {
    let mut faults = Vec::new();
    for work in works.iter().filter(|work| chosen(&work.licence, &policy.licenses.allow).is_none()) {
        faults.push(format!("{} {}: the licence {:?} is not allowed", work.name, work.version, work.licence));
    }
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in locked {
        if package.source.as_ref().is_some_and(|source| {
            !policy.sources.allow_registry.iter().any(|known| source == &format!("registry+{known}"))
        }) {
            faults.push(format!("{} {}: comes from {:?}", package.name, package.version, package.source));
        }
        versions.entry(&package.name).or_default().push(&package.version);
    }
    let skipped =
        |name: &str, version: &str| policy.bans.skip.iter().any(|skip| skip.name == format!("{name}@{version}"));
    for (name, versions) in versions {
        let kept: Vec<&str> = versions.iter().copied().filter(|version| !skipped(name, version)).collect();
        if kept.len() > 1 {
            faults.push(format!("{name}: is there in versions {}", kept.join(", ")));
        }
    }
    for Skip { name } in &policy.bans.skip {
        if !locked.iter().any(|package| *name == format!("{}@{}", package.name, package.version)) {
            faults.push(format!("deny.toml skips {name}, which is not there any more"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{Locked, Policy, judged};

    #[test]
    fn duplicates_and_other_sources_are_named() {
        let policy: Policy = toml::from_str(
            "[licenses]\nallow = [\"MIT\"]\n[bans]\nskip = [{ crate = \"a@1.0.0\" }, { crate = \"gone@1.0.0\" }]\n\
             [sources]\nallow-registry = [\"https://r\"]\n",
        )
        .expect("it is a policy");
        let locked = |name: &str, version: &str, source: Option<&str>| Locked {
            name: name.to_owned(),
            version: version.to_owned(),
            source: source.map(str::to_owned),
            checksum: None,
        };
        let all = [
            locked("a", "1.0.0", Some("registry+https://r")),
            locked("a", "2.0.0", Some("registry+https://r")),
            locked("b", "1.0.0", Some("registry+https://r")),
            locked("b", "2.0.0", Some("git+https://r")),
            locked("ours", "0.1.0", None),
        ];
        let faults = judged(&policy, &[], &all);
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].starts_with("b 2.0.0: comes from") && faults[1].starts_with("b: is there in versions"));
        assert!(faults[2].contains("gone@1.0.0"));
    }
}
