//! `cargo xtask evaluate FOLDER [ANNOTATIONS]`: how well names are found, kind by kind, beside what a person read.

use std::process::Command;

use crate::step::run as run_program;
use crate::{Fault, place};

/// Annotations of the documents that come with the product.
const OWN: &str = "crates/ingest/data/annotations/seeds.jsonl";

/// Prints precision and recall of the documents below `folder`.
pub(crate) fn run(folder: &str, annotations: Option<&str>) -> Result<(), Fault> {
    let own = place::root().join(OWN).display().to_string();
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-ingest", "--example", "evaluate", "--"]);
    command.arg(folder).arg(annotations.unwrap_or(&own));
    run_program(&mut command)
}
