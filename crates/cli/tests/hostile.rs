//! Hostile folders, pages, links and terminals: nothing hangs, and nothing is written outside of its folder.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use entente_page::{Contents, Payload, payload_of, with_contents};

mod place;

use place::{Place, code, said};

/// Seconds after which a call hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs the command. The test fails if the command does not end.
fn run(place: &Place, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(arguments)
        .current_dir(&place.0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let started = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if started.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("{arguments:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().expect("it ended")
}

fn pipe(place: &Place, name: &str) {
    assert!(Command::new("mkfifo").arg(place.path(name)).status().expect("mkfifo").success());
}

/// A page of `documents`, whose names need not be ones that `pack` would have written.
fn page_with(place: &Place, page: &str, documents: &[(&str, &str)]) {
    for (n, (_, text)) in documents.iter().enumerate() {
        place.write(&format!("honest-{page}/{n:04}.txt"), text.as_bytes());
    }
    assert_eq!(code(&place.pack(&format!("honest-{page}"), "honest.html")), 0);
    let text = fs::read_to_string(place.path("honest.html")).expect("written");
    let (_, mut payload) = payload_of(&text).expect("whole");
    for (n, (file, _)) in documents.iter().enumerate() {
        let record = &mut payload.records[n];
        let named = serde_json::to_string(file).expect("a name");
        *record = record.replace(&format!("\"file\":\"{n:04}.txt\""), &format!("\"file\":{named}"));
    }
    place.write(page, repacked(&text, payload).as_bytes());
}

fn repacked(page: &str, payload: Payload) -> String {
    with_contents(page, &Contents { payload, ..Contents::default() }, &Default::default).expect("a page")
}

/// Everything below `folder`, with its contents.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let kind = entry.file_type().expect("a kind");
            let name = entry.path().to_string_lossy().into_owned();
            if kind.is_dir() {
                folders.push(entry.path());
                out.push((name, Vec::new()));
            } else if kind.is_file() {
                out.push((name, fs::read(entry.path()).expect("readable")));
            } else {
                out.push((name, format!("{kind:?}").into_bytes()));
            }
        }
    }
    out.sort();
    out
}

#[test]
fn pipes_and_devices_are_refused_at_once_wherever_a_file_belongs() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met.\n");
    pipe(&place, "pipe");
    fs::create_dir_all(place.path("folder")).expect("a folder");
    for folder in ["piped", "devised"] {
        place.write(&format!("{folder}/a.txt"), b"Korea and Japan met.\n");
    }
    pipe(&place, "piped/entente.toml");
    for arguments in [
        &["pack", "in", "-o", "pipe", "--template", "template.html"][..],
        &["pack", "in", "-o", "folder", "--template", "template.html"],
        &["pack", "in", "-o", "/dev/null", "--template", "template.html"],
        &["pack", "in", "-o", "x.html", "--template", "pipe"],
        &["pack", "in", "-o", "x.html", "--template", "/dev/zero"],
        &["pack", "in", "-o", "x.html", "--template", "folder"],
        &["pack", "piped", "-o", "x.html", "--template", "template.html"],
        &["check", "pipe"],
        &["search", "/dev/zero", "word"],
        &["export", "pipe", "--table", "text"],
        &["unpack", "/dev/zero", "-o", "out"],
        &["check", "piped"],
    ] {
        let output = run(&place, arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains("not a regular file"), "{arguments:?}: {}", said(&output));
    }
    assert!(!place.path("x.html").exists() && !place.path("out").exists());
    assert!(fs::metadata(place.path("pipe")).expect("still there").file_type().is_fifo());
}

#[test]
fn settings_that_are_a_link_are_not_used_and_settings_that_are_no_text_are_an_error() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met.\n");
    place.write("elsewhere.toml", b"title = \"Secret\"\n");
    symlink(place.path("elsewhere.toml"), place.path("in/entente.toml")).expect("a link");
    let output = place.pack("in", "page.html");
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("entente.toml: it is a symbolic link"),
        "{}",
        said(&output)
    );
    assert!(!fs::read_to_string(place.path("page.html")).expect("written").contains("Secret"));
    let wide = |text: &str, mark: [u8; 2], unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let little = wide("title = \"Wide\"\n", [0xff, 0xfe], u16::to_le_bytes);
    let big = wide("title = \"Wide\"\n", [0xfe, 0xff], u16::to_be_bytes);
    for (n, (bytes, expected)) in [
        (little.clone(), "Wide"),
        (big, "Wide"),
        ("\u{feff}title = \"Marked\"\n".as_bytes().to_vec(), "Marked"),
        (b"edition = \"1\"\ntitle = \"a\xffb\"\n".to_vec(), "line 2: it is not UTF-8"),
        (little[..little.len() - 1].to_vec(), "it begins as UTF-16"),
        (b"title = \"a\0b\"".to_vec(), "line 1"),
        (vec![b'#'; 17 * 1024 * 1024], "larger than 16 MB"),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = format!("in{n}");
        place.write(&format!("{folder}/a.txt"), b"Korea and Japan met.\n");
        place.write(&format!("{folder}/entente.toml"), &bytes);
        let output = place.pack(&folder, "page.html");
        if expected.contains(' ') {
            assert_eq!(code(&output), 2, "{expected}: {}", said(&output));
            assert!(said(&output).contains(expected), "{expected}: {}", said(&output));
        } else {
            assert_eq!(code(&output), 0, "{expected}: {}", said(&output));
            let page = fs::read_to_string(place.path("page.html")).expect("written");
            assert!(page.contains(&format!("<title>{expected}</title>")), "{expected}");
        }
    }
}

#[test]
fn what_the_settings_and_the_folder_leave_out_is_told() {
    let place = Place::new();
    place.write("in/a.txt", b"The Ministry of Ports of Kenya and Harbour Day met.\n");
    place.write("in/drafts/b.txt", b"A draft.\n");
    place.write("in/sub/entente.toml", b"title = \"Other\"\n");
    let settings =
        "exclude = [\"drafts\"]\n[[rename]]\nfrom = \"Kenya\"\nto = \"Elsewhere\"\n[[merge]]\nnames = [\"A\", \"B\"]\n";
    place.write("in/entente.toml", settings.as_bytes());
    assert_eq!(code(&place.pack("in", "in/packed.html")), 0);
    for arguments in [&["pack", "in", "--template", "template.html"][..], &["check", "in"], &["search", "in", "Kenya"]]
    {
        let output = run(&place, arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        for line in [
            "entente.toml: names 1 renamed, 1 merged",
            "entente.toml: files and folders left out by exclude: 1",
            "pages made by Entente are not read as documents: 1 (packed.html)",
            "settings below the folder are not used: 1 (sub/entente.toml)",
        ] {
            assert!(told.contains(line), "{arguments:?}: {told}");
        }
        assert!(!said(&output).contains("sub/entente.toml: ok"));
    }
}

#[test]
fn a_text_that_quotes_the_marks_of_a_page_is_read() {
    let place = Place::new();
    let marks =
        "<!--entente:policy--><!--/entente:policy--><!--entente:title--><!--entente:application--><!--entente:data-->";
    place.write("in/a.txt", format!("A page holds {marks}.\n").as_bytes());
    place.write(
        "in/b.html",
        format!("<!DOCTYPE html><title>On pages</title><p>Korea met Japan. {marks}</p>").as_bytes(),
    );
    let output = run(&place, &["check", "in"]);
    assert!(said(&output).contains("a.txt: ok") && said(&output).contains("b.html: ok"), "{}", said(&output));
    place.write("mine.html", format!("<!DOCTYPE html><p>{marks}</p>").as_bytes());
    assert_eq!(code(&place.pack("in", "mine.html")), 1, "it is somebody's own page");
}

#[test]
fn patterns_of_many_stars_end() {
    let place = Place::new();
    place.write(&format!("in/{}.txt", "a".repeat(200)), b"Korea and Japan met.\n");
    let stars = format!("\"{}b\", \"{}b\"", "*a".repeat(100), "**/".repeat(200));
    place.write("in/entente.toml", format!("exclude = [{stars}]\n").as_bytes());
    assert_eq!(code(&run(&place, &["check", "in"])), 0);
    place
        .write("in/entente.toml", format!("title = \"T\"\nexclude = [\"a\",\n\"{}\"]\n", "a".repeat(2_000)).as_bytes());
    let output = run(&place, &["check", "in"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("line 3: a pattern of `exclude` is longer"), "{}", said(&output));
}

#[test]
fn a_page_is_written_through_a_link_and_beside_files_of_others() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met.\n");
    place.write("real/.keep", b"");
    place.write("page.html.part", b"a download");
    place.write("victim", b"precious");
    // A temporary file of a name that can be guessed must not be followed either.
    for n in 0..50 {
        let _ = symlink(place.path("victim"), place.path(&format!(".entente-{}-{n}.part", std::process::id())));
    }
    assert_eq!(code(&place.pack("in", "page.html")), 0);
    let written = fs::read(place.path("page.html")).expect("written");
    symlink("real/page.html", place.path("link.html")).expect("a link");
    symlink("link.html", place.path("second.html")).expect("a link");
    assert_eq!(code(&place.pack("in", "second.html")), 0, "the target need not be there");
    assert_eq!(fs::read(place.path("real/page.html")).expect("written"), written);
    assert_eq!(code(&place.pack("in", "link.html")), 0);
    for link in ["link.html", "second.html"] {
        assert!(fs::symlink_metadata(place.path(link)).expect("there").is_symlink(), "{link}");
    }
    symlink("mine.txt", place.path("to-mine.html")).expect("a link");
    place.write("mine.txt", b"mine");
    assert_eq!(code(&place.pack("in", "to-mine.html")), 1, "a link to what is no page of ours");
    symlink("circle.html", place.path("circle.html")).expect("a link");
    assert_ne!(code(&run(&place, &["pack", "in", "-o", "circle.html", "--template", "template.html"])), 0);
    assert_eq!(fs::read(place.path("page.html.part")).expect("there"), b"a download");
    assert_eq!(fs::read(place.path("victim")).expect("there"), b"precious");
    assert_eq!(fs::read(place.path("mine.txt")).expect("there"), b"mine");
    let left = fs::read_dir(place.path("real")).expect("a folder").flatten().count();
    assert_eq!(left, 2, "no temporary file stays");
}

#[test]
fn two_packs_to_one_file_both_end_well_and_one_of_them_is_there_whole() {
    let place = Place::new();
    for folder in ["one", "two"] {
        place.write(&format!("{folder}/a.txt"), format!("Korea and Japan met in {folder}.\n").repeat(500).as_bytes());
    }
    let start = |folder: &str| {
        Command::new(env!("CARGO_BIN_EXE_entente"))
            .args(["pack", folder, "-o", "page.html", "--template", "template.html"])
            .current_dir(&place.0)
            .stdout(Stdio::null())
            .spawn()
            .expect("it starts")
    };
    let mut packs: Vec<_> = ["one", "two", "one", "two"].into_iter().map(start).collect();
    for pack in &mut packs {
        assert!(pack.wait().expect("it ends").success());
    }
    let page = fs::read(place.path("page.html")).expect("written");
    let alone = ["one", "two"].map(|folder| {
        place.pack(folder, &format!("{folder}.html"));
        fs::read(place.path(&format!("{folder}.html"))).expect("written")
    });
    assert!(alone.contains(&page));
}

#[test]
fn where_the_page_cannot_be_written_the_old_one_stays_and_nothing_else() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met.\n");
    assert_eq!(code(&place.pack("in", "out/../page.html")), 1, "there is no such folder");
    fs::create_dir_all(place.path("out")).expect("a folder");
    assert_eq!(code(&place.pack("in", "out/page.html")), 0);
    let old = fs::read(place.path("out/page.html")).expect("written");
    place.write("in/b.txt", "The water is calm today.\n\n".repeat(2_500).as_bytes());
    let call = format!(
        "ulimit -f 64; exec {} pack in -o out/page.html --template template.html",
        env!("CARGO_BIN_EXE_entente")
    );
    let output = Command::new("sh").args(["-c", &call]).current_dir(&place.0).output().expect("it runs");
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("out/page.html: "), "{}", said(&output));
    assert_eq!(fs::read(place.path("out/page.html")).expect("still there"), old);
    assert_eq!(fs::read_dir(place.path("out")).expect("a folder").count(), 1, "no temporary file stays");
}

#[test]
fn unpacking_stays_in_its_folder() {
    let place = Place::new();
    let long = format!("{}.txt", "한".repeat(100));
    let documents = [
        ("ln/sub/deep/y.txt", "Through a link."),
        ("ln2", "Onto a link."),
        ("../evil.txt", "Up."),
        ("/tmp/entente-evil.txt", "Absolute."),
        (".git/hooks/post-checkout", "A hook."),
        (".ssh/authorized_keys", "A key."),
        ("a/.bashrc", "Hidden below."),
        ("entente.toml", "title = \"Theirs\""),
        ("sub/entente.toml", "title = \"Theirs\""),
        ("file/below.txt", "Below a file."),
        ("pipe", "Onto a pipe."),
        ("good.txt", "A good text."),
        ("C:\\notes\\b.txt", "Strange but fine."),
        ("desktop.ini", "Acted on."),
        (long.as_str(), "A long name."),
    ];
    page_with(&place, "page.html", &documents);
    place.write("outside/kept.txt", b"kept");
    place.write("out/file", b"a file");
    symlink(place.path("outside"), place.path("out/ln")).expect("a link");
    symlink(place.path("outside/new.txt"), place.path("out/ln2")).expect("a link");
    pipe(&place, "out/pipe");
    let before = tree(&place.path("outside"));
    let output = run(&place, &["unpack", "page.html", "-o", "out"]);
    assert_eq!(code(&output), 1);
    let told = said(&output);
    assert_eq!(tree(&place.path("outside")), before, "nothing was made outside");
    assert!(!place.path("evil.txt").exists() && !Path::new("/tmp/entente-evil.txt").exists());
    for refused in &documents[..11] {
        assert!(told.contains(&format!("{}: not written: ", refused.0)), "{}: {told}", refused.0);
    }
    for absent in [".git", ".ssh", "a/.bashrc", "entente.toml", "sub/entente.toml"] {
        assert!(!place.path("out").join(absent).exists(), "{absent}");
    }
    let there = |name: &str| fs::read_to_string(place.path("out").join(name)).ok();
    assert_eq!(there("good.txt").as_deref(), Some("A good text."));
    assert_eq!(there("C:\\notes\\b.txt").as_deref(), Some("Strange but fine."));
    assert_eq!(there("desktop.ini.txt").as_deref(), Some("Acted on."));
    let short = format!("{}_.txt", "한".repeat(83));
    assert_eq!(there(&short).as_deref(), Some("A long name."));
    assert!(
        told.contains("desktop.ini: written as desktop.ini.txt") && told.contains(&format!("written as {short}")),
        "{told}"
    );
}

#[test]
fn documents_of_strange_names_come_back() {
    let place = Place::new();
    let names: [&[u8]; 6] =
        [b"a\\b.txt", b"c:d.txt", b"bad\xff.txt", b"bad\xfe.txt", b"new\nline.txt", b"\xe2\x80\xaeturned.txt"];
    fs::create_dir_all(place.path("in")).expect("a folder");
    for (n, name) in names.iter().enumerate() {
        fs::write(place.path("in").join(OsStr::from_bytes(name)), format!("Text number {n} of Korea.\n"))
            .expect("written");
    }
    assert_eq!(code(&place.pack("in", "page.html")), 0);
    let output = run(&place, &["unpack", "page.html", "-o", "out"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let mut texts: Vec<Vec<u8>> = tree(&place.path("out")).into_iter().map(|(_, text)| text).collect();
    texts.sort();
    let expected: Vec<Vec<u8>> =
        (0..names.len()).map(|n| format!("Text number {n} of Korea.\n").into_bytes()).collect();
    assert_eq!(texts, expected, "each text once");
    for name in [&names[0], &names[1], &names[4], &names[5]] {
        assert!(place.path("out").join(OsStr::from_bytes(name)).exists());
    }
}

#[test]
fn no_escape_sequence_reaches_the_terminal() {
    let place = Place::new();
    let escape = "\u{1b}[2J\u{9b}31m\u{202e}";
    place.write(
        &format!("in/a{escape}.txt"),
        format!("Fish {escape} and boats of Kenya. Write to x@example.org.\n").as_bytes(),
    );
    place.write(&format!("in/b{escape}.png"), b"\x89PNG\r\n\x1a\n");
    place.write(
        "in/c.md",
        format!("# Fish {escape}\n\nThe ministers agreed to patrol fish and boats {escape}.\n").as_bytes(),
    );
    place.write("bad/a.txt", b"Fish.\n");
    place.write("bad/entente.toml", b"title = \"x\"\n\"\\u001b[2J\" = 1\n");
    place.write("worse/a.txt", b"Fish.\n");
    place.write("worse/entente.toml", b"language = \"\\u001b[2J\"\n");
    assert_eq!(code(&place.pack("in", "page.html")), 1);
    let text = fs::read_to_string(place.path("page.html")).expect("written");
    let (_, mut payload) = payload_of(&text).expect("whole");
    payload.catalogue = payload.catalogue.replace("it is an image", "it is \\u001b[2J an image");
    let crafted = repacked(&text, payload).replace("\"program\":\"", "\"program\":\"\\u001b[2J");
    place.write("crafted.html", crafted.as_bytes());
    for arguments in [
        &["pack", "in", "-o", "x.html", "--template", "template.html"][..],
        &["pack", "bad", "-o", "x.html", "--template", "template.html"],
        &["pack", "worse", "-o", "x.html", "--template", "template.html"],
        &["check", "in"],
        &["check", "crafted.html"],
        &["search", "in", "fish", "--explain"],
        &["search", "in", "fish", "--unit", "statements"],
        &["search", "in", "fish", "--format", "jsonl"],
        &["search", "crafted.html", "fish \u{1b}[2J"],
        &["export", "crafted.html", "--table", "text"],
        &["export", "crafted.html", "--table", "corpus"],
        &["unpack", "crafted.html", "-o", "out"],
        &["check", "no\u{1b}[2J"],
        &["\u{1b}[2J"],
        &["export", "in", "--table", "\u{1b}[2J"],
        &["pack", "in", "--host", "\u{1b}[2J"],
    ] {
        let output = run(&place, arguments);
        let told = said(&output);
        assert!(!told.is_empty(), "{arguments:?}");
        for c in ['\u{1b}', '\u{9b}', '\u{7}'] {
            assert!(!told.contains(c), "{arguments:?}: {told:?}");
        }
    }
    let rows = String::from_utf8(run(&place, &["export", "in", "--table", "text"]).stdout).expect("UTF-8");
    let row: serde_json::Value = serde_json::from_str(rows.lines().next().expect("a row")).expect("JSON");
    assert!(row["text"].as_str().expect("a text").contains(escape), "what is escaped in JSON says the same");
}

#[test]
fn a_closed_pipe_or_a_full_disk_ends_quietly() {
    let place = Place::new();
    let paragraph = |n: u32| format!("Fish swim here, {}and on.\n\n", format!("past stone {n}, ").repeat(12));
    place.write("in/a.txt", (0..500).map(paragraph).collect::<String>().as_bytes());
    place.write("small/a.txt", b"Fish swim here.\n");
    let mut child = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(["search", "in", "fish", "--limit", "100000"])
        .current_dir(&place.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("a row");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).is_empty(), "{}", said(&output));
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("a device"));
    let to_full = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
        command.args(arguments).current_dir(&place.0);
        let out = command.stdout(full()).stderr(Stdio::piped()).output().expect("it runs");
        let both = command.stdout(full()).stderr(full()).status().expect("it runs");
        (out, both.code())
    };
    for arguments in [
        &["pack", "small", "-o", "page.html", "--template", "template.html"][..],
        &["check", "small"],
        &["search", "small", "fish"],
        &["search", "small", "fish", "--format", "jsonl"],
        &["export", "small", "--table", "text"],
        &["export", "small", "--table", "text", "--format", "csv"],
        &["unpack", "page.html", "-o", "out"],
        &["--help"],
        &["--version"],
    ] {
        let (out, both) = to_full(arguments);
        assert_eq!((code(&out), both), (1, Some(1)), "{arguments:?}: {}", said(&out));
        assert!(said(&out).contains("standard output: "), "{arguments:?}: {}", said(&out));
    }
    let quiet = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(["check", "nowhere"])
        .current_dir(&place.0)
        .stderr(full())
        .status()
        .expect("it runs");
    assert_eq!(quiet.code(), Some(2));
    assert!(place.path("page.html").exists(), "the page was written all the same");
}

#[test]
fn a_host_is_an_origin_as_a_browser_writes_it() {
    let place = Place::new();
    place.write("in/a.txt", b"Korea and Japan met.\n");
    let pack =
        |host: &str| run(&place, &["pack", "in", "-o", "page.html", "--template", "template.html", "--host", host]);
    for wrong in [
        "*",
        "null",
        "",
        "intranet.example",
        "https://intranet.example/",
        "https://intranet.example/a",
        "file://",
        "-x",
    ] {
        let output = pack(wrong);
        assert_eq!(code(&output), 2, "{wrong}: {}", said(&output));
        assert!(said(&output).contains("such as https://intranet.example"), "{wrong}: {}", said(&output));
    }
    assert_eq!(code(&pack("HTTPS://Intranet.Example:443")), 0);
    let page = fs::read_to_string(place.path("page.html")).expect("written");
    assert!(page.contains("\"hosts\":[\"https://intranet.example\"]"));
}

#[test]
fn check_notices_every_part_of_a_page_that_was_changed() {
    let place = Place::new();
    // Long words make a page large enough for an index without much to read in it.
    let text = format!("# Report 1\n\nFish swim.\n\n{}", format!("{}\n\n", "x".repeat(1_000)).repeat(2_100));
    place.write("in/a.md", text.as_bytes());
    let pack = ["pack", "in", "-o", "page.html", "--template", "template.html", "--host", "https://a.example"];
    assert_eq!(code(&run(&place, &pack)), 0);
    let page = fs::read_to_string(place.path("page.html")).expect("written");
    assert!(page.contains("data-entente=\"lists\""), "it is large enough for an index");
    let digests = |name: &str| {
        let output = run(&place, &["check", name]);
        let lines: Vec<String> =
            String::from_utf8_lossy(&output.stdout).lines().rev().take(4).map(str::to_owned).collect();
        (code(&output), String::from_utf8_lossy(&output.stderr).into_owned(), lines)
    };
    let (status, told, known) = digests("page.html");
    assert_eq!((status, told.as_str()), (0, ""), "nothing was changed");
    let at = page.find("data-entente=\"lists\">").expect("there") + "data-entente=\"lists\">".len();
    let end = at + page[at..].find('<').expect("an end");
    let ff = format!("{}{}{}", &page[..at], "/".repeat(end - at), &page[end..]);
    for (name, changed, says) in [
        ("title", page.replace("<title>1 document", "<title>2 documents"), "its title"),
        ("plain", page.replacen("Report 1<", "Report One<", 1), "without scripts"),
        ("hosts", page.replace("https://a.example", "https://b.example"), ""),
        ("links", page.replacen("\"hosts\":", "\"no_links\":true,\"hosts\":", 1), ""),
        ("policy", page.replace("default-src 'none'", "default-src *"), "its policy"),
        ("application", page.replace("</body>", "<p></p></body>"), "its application"),
        ("index", ff, "its index does not fit its texts"),
    ] {
        assert_ne!(changed, page, "{name}");
        place.write("changed.html", changed.as_bytes());
        let (status, told, digests) = digests("changed.html");
        // What a packer may decide shows in the digest of the page alone.
        assert_eq!(status, i32::from(!says.is_empty()), "{name}: {told}");
        assert!(told.contains(says), "{name}: {told}");
        assert_ne!(digests, known, "{name}");
    }
}
