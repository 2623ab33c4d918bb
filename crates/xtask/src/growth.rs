//! `cargo xtask growth`: that work grows with its input and not faster.
//!
//! In: `data/generators.tsv`, where each row makes an input of any size by repeating a piece. Out: for each row how many steps
//! inputs of one, two, four and eight times a size take, and a failure for a row whose steps grow too fast.
//!
//! Steps are counted, not timed: our crates are compiled with the compiler's own coverage counters, which count every branch
//! that is taken. The same input gives the same count on every machine. What a dependency or the standard library does inside
//! a call counts as one step; `cargo xtask growth --time BINARY` measures seconds and memory of a release build
//! instead, to be looked at by a person.

mod generator;
mod profile;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use self::generator::{Generator, generators};
use crate::script::write_script;
use crate::step::{run as run_program, step};
use crate::{Fault, place};

/// Sizes of the smallest inputs, in bytes: documents and settings, and queries, which are bounded.
const DOCUMENT_BYTES: usize = 8_000;
const QUERY_BYTES: usize = 500;
/// Sizes by which growth is measured.
const FACTORS: [usize; 4] = [1, 2, 4, 8];
/// Size of the largest input that is timed, in bytes.
const TIMED_BYTES: usize = 1_000_000;
/// How much more a doubling may add than the one before it. 2 is linear, 4 is quadratic; a sort adds a little to 2.
const MAX_RATIO: f64 = 2.6;
/// Steps that the last doubling has to add before growth is looked at: below it, tables that are made once decide.
const MIN_STEPS: u64 = 20_000;
/// What an input of a megabyte may take at most.
const MAX_SECONDS: f64 = 10.0;
const MAX_MEGABYTES: u64 = 500;
/// Runs the compiler with counters, and with as much optimisation as makes 640 runs bearable.
const COUNTING_RUSTC: &str = "#!/bin/sh\nexec \"$@\" -C instrument-coverage -C opt-level=1\n";
/// What a step may take before it is ended, as it does not grow in line for sure.
const MAX_WAIT: Duration = Duration::from_secs(120);

/// Counts the steps of every generator, or of `only` if it is given.
pub(crate) fn run(only: Option<&str>) -> Result<(), Fault> {
    let binary = step("compile the command line with counters (minutes the first time)", compile)?;
    let generators = chosen(only)?;
    let faults = step("count the steps of every generator", || counted(&binary, &generators))?;
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// Measures seconds and memory of `binary`, a release build, with every generator.
pub(crate) fn time(binary: &str, only: Option<&str>) -> Result<(), Fault> {
    let folder = place::target().join("growth").join("timed");
    let mut faults = Vec::new();
    println!("{:24} {:>8} {:>8} {:>8} {:>8} {:>6}", "", "1/8 MB", "1/4 MB", "1/2 MB", "1 MB", "MB");
    for generator in chosen(only)? {
        let mut seconds = Vec::new();
        let mut megabytes = 0;
        for factor in FACTORS {
            let size = if generator.kind.is_query() { QUERY_BYTES } else { TIMED_BYTES / 8 };
            let arguments = generator.write(&folder, size * factor)?;
            let (taken, peak) = timed(Command::new(binary).args(arguments))?;
            seconds.push(taken);
            megabytes = megabytes.max(peak);
        }
        let times: Vec<String> = seconds.iter().map(|seconds| format!("{seconds:8.2}")).collect();
        let is_bad = seconds.iter().any(|seconds| *seconds > MAX_SECONDS) || megabytes > MAX_MEGABYTES;
        println!("{:24} {} {megabytes:6}{}", generator.name, times.join(" "), if is_bad { "  TOO MUCH" } else { "" });
        if is_bad {
            faults.push(format!("{}: {seconds:.1?} s, {megabytes} MB", generator.name));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

fn chosen(only: Option<&str>) -> Result<Vec<Generator>, Fault> {
    let mut all = generators()?;
    all.retain(|generator| only.is_none_or(|only| generator.name.starts_with(only)));
    if all.is_empty() { Err("no generator has this name".into()) } else { Ok(all) }
}

/// Builds the command line with counters.
///
/// Only our own crates are compiled: a wrapper around the compiler, which cargo uses for crates of the workspace alone, adds the
/// counters. Everything else is what `cargo test` has compiled. Cargo keeps what a wrapper makes apart from what is made without
/// it, but for the finished program, which is moved away here; the next `cargo build` puts the ordinary one back.
fn compile() -> Result<PathBuf, Fault> {
    let folder = place::target().join("growth");
    fs::create_dir_all(&folder)?;
    let wrapper = folder.join("counting-rustc");
    write_script(&wrapper, COUNTING_RUSTC)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked", "--package", "entente-cli"]).current_dir(place::root());
    cargo.env("RUSTC_WORKSPACE_WRAPPER", &wrapper).env_remove("ENTENTE_TEMPLATE");
    // What the build itself counts is of no use.
    cargo.env("LLVM_PROFILE_FILE", "/dev/null");
    run_program(&mut cargo)?;
    let binary = folder.join("entente");
    fs::rename(place::target().join("debug").join("entente"), &binary)?;
    Ok(binary)
}

/// Counts the steps of `generators`, several at once; a sentence for each that grows too fast.
fn counted(binary: &Path, generators: &[Generator]) -> Result<Vec<String>, Fault> {
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for worker in 0..thread::available_parallelism().map_or(1, usize::from) {
            let (next, faults) = (&next, &faults);
            let folder = place::target().join("growth").join(format!("counted-{worker}"));
            scope.spawn(move || {
                while let Some(generator) = generators.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let line = match growth(binary, generator, &folder) {
                        Ok(steps) => judged(&generator.name, steps),
                        Err(fault) => Err(format!("{}: {fault}", generator.name)),
                    };
                    if let Err(fault) = line {
                        faults.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(fault);
                    }
                }
            });
        }
    });
    let mut faults = faults.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    faults.sort();
    Ok(faults)
}

/// The steps that inputs of the four sizes take.
fn growth(binary: &Path, generator: &Generator, folder: &Path) -> Result<[u64; 4], String> {
    let mut steps = [0; 4];
    for (steps, factor) in steps.iter_mut().zip(FACTORS) {
        let size = if generator.kind.is_query() { QUERY_BYTES } else { DOCUMENT_BYTES };
        let arguments = generator.write(folder, size * factor).map_err(|error| error.to_string())?;
        let counts = folder.join("counts");
        let mut command = Command::new(binary);
        command.args(arguments).env("LLVM_PROFILE_FILE", &counts).stdout(Stdio::null()).stderr(Stdio::null());
        wait(&mut command)?;
        *steps = profile::sum_counters(&fs::read(&counts).map_err(|error| error.to_string())?)?;
    }
    Ok(steps)
}

/// Runs `command` to its end, whatever its status, for some time at most.
fn wait(command: &mut Command) -> Result<(), String> {
    let mut child = command.spawn().map_err(|error| error.to_string())?;
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Err(error) => return Err(error.to_string()),
            Ok(Some(status)) if status.code().is_some() => return Ok(()),
            Ok(Some(status)) => return Err(status.to_string()),
            Ok(None) if start.elapsed() > MAX_WAIT => {
                let _ = child.kill().and_then(|()| child.wait());
                return Err("it does not end".to_owned());
            }
            Ok(None) => thread::sleep(Duration::from_millis(2)),
        }
    }
}

/// An error if `steps` grow too fast: in two doublings one after the other, since one alone may only pass a threshold, such as the length
/// of a title.
fn judged(name: &str, steps: [u64; 4]) -> Result<(), String> {
    let [one, two, four, eight] = steps;
    let added = [two.saturating_sub(one), four.saturating_sub(two), eight.saturating_sub(four)];
    let ratio = |at: usize| added[at + 1] as f64 / added[at].max(1) as f64;
    let ratio = ratio(0).min(ratio(1));
    println!("{name:24} {one:>11} {two:>11} {four:>11} {eight:>11}  x{ratio:.2}");
    if added[2] >= MIN_STEPS && ratio > MAX_RATIO {
        return Err(format!("{name}: steps grow too fast with the input: {one}, {two}, {four}, {eight}"));
    }
    Ok(())
}

/// Seconds of processor time and peak memory in megabytes.
fn timed(command: &mut Command) -> Result<(f64, u64), Fault> {
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%U %M"]).arg(command.get_program()).args(command.get_args());
    let output = time.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?.wait_with_output()?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let last = printed.lines().next_back().unwrap_or_default();
    let (seconds, kilobytes) = last.split_once(' ').ok_or("needs /usr/bin/time (GNU)")?;
    Ok((seconds.parse()?, kilobytes.parse::<u64>()? / 1_000))
}

#[cfg(test)]
mod tests {
    use super::judged;

    #[test]
    fn steps_that_grow_in_line_are_told_from_others() {
        for steps in [
            [1_000_000, 2_000_000, 4_000_000, 8_000_000],
            [1_000_000, 1_000_100, 1_000_900, 1_010_000],
            [1_000_000, 1_100_000, 3_000_000, 6_800_000],
            [500, 500, 500, 500],
        ] {
            assert!(judged("x", steps).is_ok(), "{steps:?}");
        }
        for steps in [[1_000_000, 4_000_000, 16_000_000, 64_000_000], [1_000_000, 1_100_000, 1_500_000, 3_100_000]] {
            assert!(judged("x", steps).is_err(), "{steps:?}");
        }
    }
}
