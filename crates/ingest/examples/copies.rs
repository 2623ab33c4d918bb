//! How fast whole files of documents are taken in: `cargo run --release -p entente-ingest --example copies -- FILE… [MEGABYTES…]`.
//!
//! The files are read again and again, each time as other documents, until that many megabytes are read; by default 1,
//! 10 and 50. What takes as long a megabyte whatever the number of megabytes costs what the text is long.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use std::time::Instant;

use entente_ingest::{Settings, Source, ingest};

fn main() -> std::io::Result<()> {
    let (sizes, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.parse::<usize>().is_ok());
    let mut sizes: Vec<usize> = sizes.iter().filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1, 10, 50];
    }
    let texts: Vec<Vec<u8>> = files.iter().map(std::fs::read).collect::<std::io::Result<_>>()?;
    println!("megabytes\tdocuments\tseconds\tMB/s\tentities\tstatements\tengagements\tlinks");
    for size in sizes {
        let mut sources = Vec::new();
        let mut bytes = 0;
        for (round, text) in (0..).flat_map(|round| texts.iter().map(move |text| (round, text))) {
            if bytes >= size << 20 || text.is_empty() && texts.len() == 1 {
                break;
            }
            let mut own = text.clone();
            // Each time another document: its digest and one number in it differ.
            own.extend(format!("\n\nThis is copy {round} of the text.\n").into_bytes());
            bytes += own.len();
            sources.push(Source { file: format!("{}.txt", sources.len()), bytes: own });
        }
        let start = Instant::now();
        let corpus = ingest(&sources, &Settings::default());
        let seconds = start.elapsed().as_secs_f64();
        let megabytes = f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / f64::from(1 << 20);
        println!(
            "{megabytes:.1}\t{}\t{seconds:.1}\t{:.2}\t{}\t{}\t{}\t{}",
            sources.len(),
            megabytes / seconds,
            corpus.catalogue.entities.len(),
            corpus.bodies.iter().flatten().map(|body| body.statements.len()).sum::<usize>(),
            corpus.bodies.iter().flatten().map(|body| body.engagements.len()).sum::<usize>(),
            corpus.catalogue.links.get().map_or(0, Vec::len),
        );
    }
    Ok(())
}
