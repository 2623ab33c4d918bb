//! A command that is stopped by a signal leaves the old page or the new one, whole, and nothing else.
#![cfg(unix)]

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

mod place;

use place::{Place, code, said};

#[test]
fn a_command_that_is_stopped_leaves_a_whole_page_and_nothing_else() {
    let place = Place::new();
    place.write("one/a.txt", b"Korea and Japan met.\n");
    fs::create_dir_all(place.path("out")).expect("a folder");
    assert_eq!(code(&place.pack("one", "out/page.html")), 0);
    let old = fs::read(place.path("out/page.html")).expect("written");
    for n in 0..20 {
        place.write(&format!("two/{n}.txt"), format!("Korea and Japan met {n} times.\n\n").repeat(500).as_bytes());
    }
    // Whatever the command is doing then: before anything is written, while it is, or at the end.
    for (signal, milliseconds) in
        [("TERM", 0), ("INT", 30), ("HUP", 200), ("TERM", 600), ("INT", 1_500), ("HUP", 3_000)]
    {
        let mut pack = Command::new(env!("CARGO_BIN_EXE_entente"))
            .args(["pack", "two", "-o", "out/page.html", "--template", "template.html"])
            .current_dir(&place.0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        sleep(Duration::from_millis(milliseconds));
        // It may have ended before.
        let _ =
            Command::new("kill").args([&format!("-{signal}"), &pack.id().to_string()]).stderr(Stdio::null()).status();
        pack.wait().expect("it ends");
        let page = fs::read(place.path("out/page.html")).expect("a page is there");
        if page != old {
            let check = place.run(&["check", "out/page.html"]);
            assert_eq!(code(&check), 0, "{}", said(&check));
        }
        assert_eq!(fs::read_dir(place.path("out")).expect("a folder").count(), 1, "no temporary file stays");
    }
}
