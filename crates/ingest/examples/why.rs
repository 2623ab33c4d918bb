//! How each passage of a file was read: `--example why -- FILE [WORDS]`.

#![expect(clippy::print_stdout, reason = "an example prints")]

use entente_ingest::{Settings, Source, ingest};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("a file");
    let words = arguments.next().unwrap_or_default();
    #[expect(clippy::disallowed_methods, reason = "an example reads the file that it is given")]
    let bytes = std::fs::read(&file).expect("it can be read");
    let corpus = ingest(&[Source { file, bytes }], &Settings::default());
    let body = corpus.bodies.get(0).expect("it is here");
    for passage in 0..u32::try_from(body.passages.len()).unwrap_or(0) {
        let lines = entente_ingest::explain_passage(&corpus.catalogue, body, 0, passage);
        if lines.iter().any(|line| line.contains(&words)) {
            println!("{}\n", lines.join("\n"));
        }
    }
}
