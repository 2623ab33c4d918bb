//! The second guard: `--max-seconds`, `--max-memory`, and a limit of the system.
#![cfg(unix)]

use std::process::Command;

mod place;

use place::{Place, code, said};

/// A folder of a short document and many that take a while.
fn long_work(place: &Place, documents: usize) {
    place.write("in/0.txt", b"Korea and Japan met.\n");
    for n in 0..documents {
        let sentences = (0..1_500)
            .map(|m| format!("The ministers of France and Japan met in Paris on 3 March 1999 ({n}, {m}).\n\n"));
        place.write(&format!("in/{:02}.txt", n + 10), sentences.collect::<String>().as_bytes());
    }
}

#[test]
fn a_page_made_after_a_limit_was_reached_says_so_and_is_whole() {
    let place = Place::new();
    long_work(&place, 60);
    for (limit, says) in [
        (["--max-seconds", "2"], "the limit of 2 s was reached (--max-seconds)"),
        (["--max-memory", "150"], "the limit of 150 MB was reached (--max-memory)"),
    ] {
        let output = place.run(&["pack", "in", "-o", "page.html", "--template", "template.html", limit[0], limit[1]]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        assert!(said(&output).contains(says), "{}", said(&output));
        assert!(said(&output).contains("69.txt: not read"), "{}", said(&output));
        if !place.path("page.html").exists() {
            // A machine that is busy reads nothing in a second.
            assert!(said(&output).contains("0.txt: not read"), "{}", said(&output));
            continue;
        }
        let check = place.run(&["check", "page.html"]);
        assert!(said(&check).contains(says) && said(&check).contains("0.txt: ok"), "{}", said(&check));
    }
}

#[test]
fn without_a_limit_everything_is_read() {
    let place = Place::new();
    place.write("in/0.txt", b"Korea and Japan met.\n");
    let limits = ["--max-seconds", "3600", "--max-memory", "100000"];
    let with = [&["pack", "in", "-o", "with.html", "--template", "template.html"][..], &limits].concat();
    assert_eq!(code(&place.run(&with)), 0);
    assert_eq!(code(&place.pack("in", "without.html")), 0);
    let page = |name: &str| std::fs::read(place.path(name)).expect("written");
    assert_eq!(page("with.html"), page("without.html"), "a guard that did not fire leaves no trace");
    for wrong in ["0", "-1", "x"] {
        let output = place.run(&["pack", "in", "-o", "x.html", "--template", "template.html", "--max-seconds", wrong]);
        assert_eq!(code(&output), 2, "{wrong}");
    }
}

/// Where the system allows little address space, an allocation that fails would end the program.
#[test]
#[cfg(target_os = "linux")]
fn a_limit_of_the_system_ends_the_reading_and_not_the_program() {
    let place = Place::new();
    long_work(&place, 12);
    let call = format!(
        "ulimit -v 400000; exec {} pack in -o page.html --template template.html",
        env!("CARGO_BIN_EXE_entente")
    );
    let output = Command::new("sh").args(["-c", &call]).current_dir(&place.0).output().expect("it runs");
    assert!(output.status.code().is_some_and(|code| code <= 1), "{:?} {}", output.status, said(&output));
}

/// Sparse files of half a gigabyte: read whole, each would take that much memory.
#[test]
#[cfg(target_os = "linux")]
fn what_is_no_document_is_known_by_its_first_bytes() {
    let place = Place::new();
    place.write("in/0.txt", b"Korea and Japan met.\n");
    let films: [(&str, &[u8]); 5] = [
        ("a.mp4", b"\0\0\0\x20ftypisom"),
        ("b", b"\x7fELF\x02\x01\x01"),
        ("c.txt", b"\0\0\0\x20ftypqt  "),
        ("d.pdf", b"%PDF-1.5\n"),
        ("e.txt", b"\xff\xfe"),
    ];
    for (name, head) in films {
        place.write(&format!("in/{name}"), head);
        let file = std::fs::OpenOptions::new().write(true).open(place.path(&format!("in/{name}"))).expect("there");
        file.set_len(500_000_000).expect("a sparse file");
    }
    let call = format!("ulimit -v 400000; exec {} check in", env!("CARGO_BIN_EXE_entente"));
    let output = Command::new("sh").args(["-c", &call]).current_dir(&place.0).output().expect("it runs");
    let said = said(&output);
    assert!(said.contains("0.txt: ok"), "{said}");
    for (name, _) in films {
        assert!(said.contains(&format!("{name}: not read: ")) && !said.contains("out of memory"), "{said}");
    }
}

/// A million lines are read, the rest is left out; the other documents are read.
#[test]
fn a_text_beyond_its_bounds_is_read_up_to_them_and_the_count_is_named() {
    let place = Place::new();
    let text = format!("Korea met Japan.\n{}Norway met Chile.\n", "\n".repeat(1_000_000));
    place.write("in/a.txt", text.as_bytes());
    place.write("in/b.txt", b"Ghana met Peru. Call +82 2 123 4567.\n");
    for rules in [&[][..], &["--redact", "personal-data"]] {
        let pack = ["pack", "in", "-o", "page.html", "--template", "template.html"];
        assert_eq!(code(&place.run(&[&pack[..], rules].concat())), 0);
        let check = place.run(&["check", "page.html"]);
        assert!(
            said(&check).contains("the file has more than 1,000,000 lines; the rest is left out"),
            "{}",
            said(&check)
        );
        let hits = |query: &str| place.run(&["search", "page.html", query]).stdout.len();
        assert!(hits("Korea") > 0 && hits("Ghana") > 0 && hits("Norway") == 0);
        let unpacked = place.run(&["unpack", "page.html", "-o", if rules.is_empty() { "whole" } else { "masked" }]);
        let told = said(&unpacked);
        assert!(told.contains("a.txt: only its first part: the file has more than 1,000,000 lines"), "{told}");
        assert!(!told.contains("b.txt: only"), "{told}");
    }
}
