//! The number of threads changes nothing of what is read.

use std::fs;

use entente_pack::{Options, Reading, folder, pack};

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let place = std::env::temp_dir().join(format!("entente-threads-{}", std::process::id()));
    fs::create_dir_all(place.join("below")).expect("a folder can be made");
    for n in 0..40 {
        let text = format!(
            "JOINT STATEMENT {n}\n\nOslo, {} May 2021\n\nThe ministers of Norway and Ghana met in Oslo on {} May 2021 and agreed \
             to publish a register of vessels. Minister Anne Harbour thanked the Harbour Safety Board (HSB) for {} million dollars.\n\n\
             The {}th Norway-Ghana Ports Dialogue was held in Accra in June 2020. The HSB reaffirmed its commitment to safe ports.\n\n{}",
            n % 28 + 1,
            n % 28 + 1,
            n % 3 + 1,
            n % 5 + 4,
            "They welcomed the progress made.\n\n".repeat(n * 3)
        );
        let name = if n % 2 == 0 { format!("{n}.md") } else { format!("below/{n}.txt") };
        fs::write(place.join(name), text).expect("a file can be written");
    }
    fs::write(place.join("broken.pdf"), b"%PDF-1.4 nothing").expect("a file can be written");
    let read = |threads: usize| {
        let reading = Reading { threads, ..Reading::default() };
        let loaded = folder(&place, &reading, &|_, _| {}).expect("the folder can be read");
        pack::payload(&loaded.corpus, &Options::default())
    };
    let (one, many) = (read(1), read(6));
    assert_eq!(one.catalogue, many.catalogue);
    assert_eq!(one.records, many.records);
    assert_eq!(one.names, many.names);
    assert_eq!(one.ties, many.ties);
    assert_eq!(one.bodies, many.bodies);
    assert_eq!(one.bodies.len(), 40);
    // The texts name, promise and repeat something.
    assert!(
        one.names.len() > 3 && one.ties.iter().all(|tie| tie.len() > 2),
        "{:?}",
        one.ties.each_ref().map(String::len)
    );
    fs::remove_dir_all(&place).expect("the folder can be removed");
}
