//! Runs Binaryen's `wasm-opt` if it is installed.

use std::fs;
use std::process::Command;

use crate::Fault;
use crate::neighbours::named_by_likeness;

/// The oldest major version that can read the module: older ones fail on its table instructions.
const OLDEST: u32 = 116;

/// What `wasm-opt` is run with, one time after the other: a pass by its name takes effect by itself only.
const SHRINKING: &[&[&str]] = &[
    // Inlining repeats code, and deflating removes only a part of the repetitions.
    &["-g", "-Oz", "--skip-pass=inlining-optimizing"],
    // A second pass finds simpler control flow after the first one has rearranged it.
    &["-g", "--flatten", "--rereloop", "-Oz", "--skip-pass=inlining-optimizing"],
    // Without `-g` the names are left out.
    &["--strip-debug", "--strip-producers"],
];

/// What `wasm-opt` is run with when the functions have names after which they are put in order (`neighbours.rs`).
const ORDERING: &[&[&str]] = &[&["-g", "--reorder-functions-by-name"], &["--strip-debug"]];

/// Makes `wasm` smaller with `wasm-opt -Oz`. Returns it as it is, and prints a line about it, if no version is installed that can
/// read it.
///
/// # Errors
/// If `wasm-opt` fails, or its files cannot be written or read.
pub(crate) fn optimised(wasm: &[u8]) -> Result<Vec<u8>, Fault> {
    match version() {
        Some(version) if version >= OLDEST => {}
        found => {
            let what = found
                .map_or("no wasm-opt found".to_owned(), |v| format!("wasm-opt {v} is too old, {OLDEST} is needed"));
            println!("stage: {what}: the page is some 10 % larger than it could be");
            return Ok(wasm.to_vec());
        }
    }
    let small = run(SHRINKING, wasm)?;
    run(ORDERING, &named_by_likeness(&small)?)
}

/// Runs `wasm-opt` on `wasm` with each of `arguments`, one after the other, and returns the last output.
fn run(arguments: &[&[&str]], wasm: &[u8]) -> Result<Vec<u8>, Fault> {
    let folder = std::env::temp_dir().join(format!("entente-stage-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    fs::write(&before, wasm)?;
    let status = arguments.iter().try_fold(true, |is_well, arguments| {
        let status = Command::new("wasm-opt").args(*arguments).arg(&before).arg("-o").arg(&after).status()?;
        fs::rename(&after, &before)?;
        Ok::<bool, std::io::Error>(is_well && status.success())
    });
    let made = fs::read(&before);
    fs::remove_dir_all(&folder)?;
    match (status, made) {
        (Ok(true), Ok(made)) => Ok(made),
        (status, _) => {
            Err(format!("wasm-opt failed ({status:?}); build without it to see whether the module is at fault").into())
        }
    }
}

/// The major version of the `wasm-opt` on the search path; `None` if it is not installed.
fn version() -> Option<u32> {
    let output = Command::new("wasm-opt").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().find_map(|word| word.parse().ok())
}
