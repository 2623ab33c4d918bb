//! Measures how long queries take, by class: the median, the 95th and the 99th percentile.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use entente_bench::{Engine, Mode};

use crate::{Fault, collection};

/// The answers that are requested.
const MAX_ANSWERS: usize = 20;
/// The runs of each query. Their median counts.
const RUNS: usize = 5;

#[derive(serde::Deserialize)]
struct Query {
    class: String,
    q: String,
    #[serde(default)]
    mode: String,
}

/// Indexes `documents` and runs all `queries`.
pub(crate) fn run(documents: &Path, queries: &Path) -> Result<(), Fault> {
    let documents = collection::read_documents(documents)?;
    let queries: Vec<Query> = serde_json::from_slice(&fs::read(queries)?)?;
    let bytes: usize = documents.iter().map(|document| document.title.len() + document.body.len()).sum();
    let start = Instant::now();
    let engine = Engine::new(&documents);
    let built = start.elapsed();
    println!("{} documents, {:.1} MB, indexed in {} ms", documents.len(), bytes as f64 / 1e6, built.as_millis());
    println!("the index takes {:.1} MB of memory", engine.bytes() as f64 / 1e6);
    let mut classes: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut work: BTreeMap<&str, u64> = BTreeMap::new();
    let mut all = Vec::new();
    for query in &queries {
        let mut times: Vec<f64> = Vec::new();
        let before = engine.visited();
        for _ in 0..RUNS {
            let start = Instant::now();
            std::hint::black_box(engine.search(&query.q, Mode::from_word(&query.mode), MAX_ANSWERS));
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        times.sort_by(f64::total_cmp);
        classes.entry(&query.class).or_default().push(times[RUNS / 2]);
        all.push(times[RUNS / 2]);
        *work.entry(&query.class).or_default() += (engine.visited() - before) / RUNS as u64;
        *work.entry("all").or_default() += (engine.visited() - before) / RUNS as u64;
    }
    println!("{:<10} {:>5} {:>9} {:>9} {:>9}  ms, postings read", "class", "asked", "p50", "p95", "p99");
    for (class, mut times) in classes.into_iter().chain([("all", all)]) {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times[(times.len() * share).div_ceil(100).saturating_sub(1).min(times.len() - 1)];
        let read = work.get(class).copied().unwrap_or(0) / times.len() as u64;
        println!("{class:<10} {:>5} {:>9.3} {:>9.3} {:>9.3} {read:>9}", times.len(), at(50), at(95), at(99));
    }
    Ok(())
}
