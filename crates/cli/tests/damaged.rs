//! A page of which a byte was damaged on its way.

mod place;

use std::fs;

use place::{Place, code, said};

/// Damaged places of a page, at equal distances.
const PLACES: usize = 60;

/// The files of an unpacked folder.
fn files(place: &Place) -> Vec<Option<Vec<u8>>> {
    ["a.txt", "b.md"].iter().map(|file| fs::read(place.path(&format!("out/{file}"))).ok()).collect()
}

#[test]
fn a_page_with_a_damaged_byte_gives_what_is_right_or_an_error() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met in Seoul on 3 March 2015.\n");
    place.write("in/b.md", b"# Ports\n\nThe ministers of Norway and Chile opened the port.\n");
    for compress in [false, true] {
        let packed = if compress {
            place.run(&["pack", "in", "-o", "page.html", "--template", "template.html", "--compress"])
        } else {
            place.pack("in", "page.html")
        };
        assert_eq!(code(&packed), 0);
        let page = fs::read(place.path("page.html")).expect("written");
        let answers = || {
            let _ = fs::remove_dir_all(place.path("out"));
            let unpack = place.run(&["unpack", "page.html", "-o", "out"]);
            (unpack, place.run(&["search", "page.html", "port"]), place.run(&["check", "page.html"]))
        };
        let (_, whole_search, whole_check) = answers();
        let whole_files = files(&place);
        assert!(whole_files.iter().all(Option::is_some) && code(&whole_check) == 0);
        for n in 0..PLACES {
            let at = (2 * n + 1) * page.len() / (2 * PLACES);
            for damage in [page[at] ^ 1, 0xff] {
                let damaged = [&page[..at], &[damage], &page[at + 1..]].concat();
                place.write("page.html", &damaged);
                let (unpack, search, check) = answers();
                for output in [&unpack, &search, &check] {
                    assert!((0..=2).contains(&code(output)), "{at}: {}", said(output));
                    assert!(code(output) == 0 || !said(output).trim().is_empty(), "{at}: an error is named");
                }
                assert!(code(&unpack) != 0 || files(&place) == whole_files, "{at}: other texts in silence");
                assert!(code(&search) != 0 || search.stdout == whole_search.stdout, "{at}: other hits in silence");
                assert!(code(&check) != 0, "{at}: {}", said(&check));
            }
        }
        // Where the head is whole, it is a page, and not something else.
        place.write("page.html", &[&page[..page.len() / 2], &[0xff], &page[page.len() / 2..]].concat());
        let output = place.run(&["search", "page.html", "port"]);
        assert_eq!(code(&output), 1);
        assert!(said(&output).contains("damaged") && said(&output).contains("get the file again"), "{}", said(&output));
    }
}
