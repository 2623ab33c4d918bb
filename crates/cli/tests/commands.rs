//! The command line as a user meets it: what is written, what is said, with which exit status.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use entente_page::payload_of;

mod place;

use place::{Place, code, said};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn copy_seeds(place: &Place, folder: &str) {
    for entry in fs::read_dir(seeds()).expect("the folder is there").flatten() {
        let bytes = fs::read(entry.path()).expect("a seed can be read");
        place.write(&format!("{folder}/{}", entry.file_name().to_string_lossy()), &bytes);
    }
}

#[test]
fn the_same_documents_give_the_same_bytes_whatever_the_folder_is_called_and_however_old_they_are() {
    let place = Place::new();
    copy_seeds(&place, "first");
    copy_seeds(&place, "another name");
    for entry in fs::read_dir(place.path("another name")).expect("just made").flatten() {
        let file = fs::File::options().write(true).open(entry.path()).expect("just written");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(86_400)).expect("times can be set");
    }
    for (folder, page) in [("first", "1.html"), ("first", "2.html"), ("another name", "3.html")] {
        let output = place.pack(folder, page);
        assert_eq!(code(&output), 0, "{}", said(&output));
    }
    let pages: Vec<Vec<u8>> =
        ["1.html", "2.html", "3.html"].iter().map(|page| fs::read(place.path(page)).expect("written")).collect();
    assert!(pages[0] == pages[1] && pages[0] == pages[2]);
}

#[test]
fn the_given_five_are_in_the_page_and_a_sixth_is_in_the_next() {
    let place = Place::new();
    copy_seeds(&place, "seeds");
    let five = fs::read_dir(place.path("seeds")).expect("just made").count();
    place.pack("seeds", "page.html");
    let carried =
        |place: &Place| payload_of(&fs::read_to_string(place.path("page.html")).expect("written")).expect("whole").1;
    assert_eq!(carried(&place).bodies.len(), five);
    place.write("seeds/sixth.md", b"# A sixth text\n\nKorea and Peru met on 3 May 2024.\n");
    let output = place.pack("seeds", "page.html");
    assert_eq!(code(&output), 0, "an Entente page is overwritten: {}", said(&output));
    assert_eq!(carried(&place).bodies.len(), five + 1);
    assert!(carried(&place).records.concat().contains("A sixth text"));
}

#[test]
fn documents_come_back_byte_for_byte_in_every_encoding() {
    let place = Place::new();
    let documents: [(&str, &[u8]); 4] = [
        ("a.txt", "Séoul\r\nline\r\n".as_bytes()),
        ("sub/b.txt", b"\xef\xbb\xbfwith a mark\n"),
        ("c.txt", b"\xb4\xeb\xc7\xd1\xb9\xce\xb1\xb9 \xbf\xdc\xb1\xb3\xba\xce\xb4\xc2 \xc7\xf9\xc0\xc7\xb8\xa6 \xb0\xb3\xc3\xd6\xc7\xd1\xb4\xd9.\n"),
        ("d.txt", b"\xff\xfeA\0B\0"),
    ];
    for (name, bytes) in documents {
        place.write(&format!("in/{name}"), bytes);
    }
    assert_eq!(code(&place.pack("in", "page.html")), 0);
    let output = place.run(&["unpack", "page.html", "-o", "out"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    for (name, bytes) in documents {
        assert_eq!(fs::read(place.path(&format!("out/{name}"))).expect("unpacked"), bytes, "{name}");
    }
}

/// A ZIP package with one part, not deflated.
fn package(name: &str, part: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in part {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (0_u32.wrapping_sub(crc & 1)));
        }
    }
    let size = u32::try_from(part.len()).expect("small").to_le_bytes();
    let length = u32::try_from(name.len()).expect("small").to_le_bytes();
    let head = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &(!crc).to_le_bytes(), &size, &size, &length].concat();
    let first = [b"PK\x03\x04", head.as_slice(), name.as_bytes(), part].concat();
    let list = [b"PK\x01\x02\x14\0", head.as_slice(), &[0; 14], name.as_bytes()].concat();
    let at = |n: usize| u32::try_from(n).expect("small").to_le_bytes();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &at(list.len())[..], &at(first.len()), &[0, 0]].concat();
    [first, list, end].concat()
}

#[test]
fn an_office_file_comes_back_as_its_text_or_as_itself_where_it_was_kept() {
    let place = Place::new();
    let words =
        "<w:document><w:body><w:p><w:r><w:t>The ministers met in Seoul.</w:t></w:r></w:p></w:body></w:document>";
    let file = package("word/document.xml", words.as_bytes());
    place.write("in/note.docx", &file);
    assert_eq!(code(&place.pack("in", "text.html")), 0);
    assert_eq!(code(&place.run(&["unpack", "text.html", "-o", "texts"])), 0);
    assert!(!place.path("texts/note.docx").exists(), "the page does not carry the file");
    let text = fs::read_to_string(place.path("texts/note.docx.txt")).expect("unpacked");
    assert_eq!(text, "The ministers met in Seoul.");
    let packed = ["pack", "in", "-o", "whole.html", "--template", "template.html", "--originals"];
    assert_eq!(code(&place.run(&packed)), 0);
    assert_eq!(code(&place.run(&["unpack", "whole.html", "-o", "files"])), 0);
    assert_eq!(fs::read(place.path("files/note.docx")).expect("unpacked"), file);
}

#[test]
fn pages_of_a_pdf_are_in_the_tables_and_in_what_check_says() {
    let place = Place::new();
    let content = |words: &str| {
        let drawn = format!("BT /F 10 Tf 50 700 Td ({words}) Tj ET");
        format!("<</Length {}>> stream\n{drawn}\nendstream", drawn.len())
    };
    let page = |content: u8| {
        format!("<</Type /Page /Parent 2 0 R /Contents {content} 0 R /Resources <</Font <</F 3 0 R>>>>>>")
    };
    let objects = [
        "<</Type /Catalog /Pages 2 0 R>>".to_owned(),
        "<</Type /Pages /Kids [4 0 R 6 0 R] /Count 2 /MediaBox [0 0 600 800]>>".to_owned(),
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>".to_owned(),
        page(5),
        content("The ministers met in Seoul."),
        page(7),
        content("Write to desk@example.org."),
    ];
    let objects: String = (1..).zip(&objects).map(|(n, object)| format!("{n} 0 obj {object} endobj\n")).collect();
    place.write("in/a.pdf", format!("%PDF-1.4\n{objects}trailer <</Size 8 /Root 1 0 R>>\n%%EOF").as_bytes());
    let text = String::from_utf8(place.run(&["export", "in", "--table", "text"]).stdout).expect("UTF-8");
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let page_of = |words: &str| rows.iter().find(|row| row["text"] == words).expect("printed")["page"].clone();
    assert_eq!((page_of("The ministers met in Seoul."), page_of("Write to desk@example.org.")), (1.into(), 2.into()));
    let said = said(&place.run(&["check", "in"]));
    assert!(said.contains("personal-data: the source prints an e-mail address (page 2)"), "{said}");
}

#[test]
fn personal_data_is_told_and_a_redacted_page_does_not_carry_it() {
    let place = Place::new();
    let text = "The Ministry of Foreign Affairs met the press.\n\nContact person: Jan Doe, Tel: +82-2-555-0199, jan.doe@example.org\n";
    place.write("in/a.txt", text.as_bytes());
    let open = place.pack("in", "open.html");
    assert!(said(&open).contains("contact details: 1 person's are in"), "{}", said(&open));
    assert!(said(&place.run(&["check", "in"])).contains("contact details: 1 person's are in"));
    let arguments = ["pack", "in", "-o", "masked.html", "--template", "template.html", "--redact", "personal-data"];
    let masked = place.run(&arguments);
    assert_eq!((code(&masked), said(&masked).contains("contact details")), (0, false), "{}", said(&masked));
    let page = fs::read_to_string(place.path("masked.html")).expect("written");
    for gone in ["Jan Doe", "555-0199", "jan.doe", "example.org"] {
        assert!(!page.contains(gone), "{gone}");
    }
    let hash = |page: &str| {
        let (_, payload) = payload_of(&fs::read_to_string(place.path(page)).expect("written")).expect("whole");
        payload.records.concat().split("sha256\":\"").nth(1).expect("a hash")[..64].to_owned()
    };
    assert_ne!(hash("open.html"), hash("masked.html"), "the hash of what is masked would give it away");
    assert_eq!(code(&place.run(&["unpack", "masked.html", "-o", "out"])), 0);
    let out = fs::read_to_string(place.path("out/a.txt")).expect("unpacked");
    assert_eq!(
        out,
        text.replace("Jan Doe", "█████").replace("+82-2-555-0199", "█████").replace("jan.doe@example.org", "█████")
    );
    let wrong = place.run(&["pack", "in", "--template", "template.html", "--redact", "faces"]);
    assert!(code(&wrong) == 2 && said(&wrong).contains("personal-data"), "{}", said(&wrong));
    place.write("in/entente.toml", b"[redact]\nnames = [\"jan doe\"]\n");
    place.pack("in", "named.html");
    let page = fs::read_to_string(place.path("named.html")).expect("written");
    assert!(!page.contains("Jan Doe") && page.contains("█████@example.org"), "names alone, in addresses too");
}

#[test]
fn redaction_ends_with_a_table_and_is_listed_before() {
    let place = Place::new();
    let text = b"Talks\n\nContact person: Marta Kowalczyk, Tel: +82-2-555-0199\n\nKowalczyk spoke.\n";
    place.write("in/a.txt", text);
    place.write("in/letter of Kowalczyk.txt", b"The delegation met the Ministry.\n");
    place.write("in/scan Kowalczyk.png", b"\x89PNG\r\n\x1a\n");
    let arguments = ["pack", "in", "-o", "page.html", "--template", "template.html", "--redact", "personal-data"];
    let packed = place.run(&[&arguments[..], &["--title", "With M. Kowalczyk"]].concat());
    let told = said(&packed);
    assert_eq!(code(&packed), 1, "one file is not read: {told}");
    for row in [
        "masked by      kind              places  documents",
        "personal-data  contact person         3  1",
        "personal-data  name of a file         2  2",
        "personal-data  telephone number       1  1",
        "2 files are called document-N in the page",
        "document-2.png: not read: it is an image",
    ] {
        assert!(told.contains(row), "{row}: {told}");
    }
    assert!(!told.contains("Kowalczyk") && !told.contains("0199"), "{told}");
    assert_eq!(code(&place.run(&["unpack", "page.html", "-o", "out"])), 0);
    assert!(place.path("out/document-1.txt").is_file(), "unpacked under its new name");
    let exported = said(&place.run(&["export", "page.html", "--table", "corpus"]));
    assert!(exported.contains("With █████") && !exported.to_lowercase().contains("kowalczyk"), "{exported}");
    // Before, the words are shown, because the reader has the documents.
    let listed = place.run(&["check", "in", "--redact"]);
    assert_eq!(code(&listed), 0);
    for row in [
        "a.txt:3: contact person (personal-data): Marta Kowalczyk",
        "a.txt:3: telephone number (personal-data): +82-2-555-0199",
        "letter of Kowalczyk.txt: name of a file (personal-data): Kowalczyk",
    ] {
        assert!(said(&listed).contains(row), "{row}: {}", said(&listed));
    }
    place.pack("in", "open.html");
    assert!(said(&place.run(&["check", "open.html", "--redact"])).contains("a.txt:3: contact person"));
}

#[test]
fn redaction_that_cannot_be_kept_is_refused() {
    let place = Place::new();
    place.write("in/a.txt", b"Marta Kowalczyk spoke.\n");
    let pack =
        |more: &[&str]| place.run(&[&["pack", "in", "-o", "page.html", "--template", "template.html"], more].concat());
    let kept = pack(&["--originals", "--redact", "personal-data"]);
    assert!(code(&kept) == 2 && said(&kept).contains("--originals"), "{}", said(&kept));
    for (list, entry) in [("names", "X"), ("names", "…"), ("patterns", "99"), ("patterns", "AAAAAA")] {
        place.write("in/entente.toml", format!("[redact]\n{list} = [\"{entry}\"]\n").as_bytes());
        let wrong = pack(&[]);
        assert!(code(&wrong) == 2 && said(&wrong).contains("line 2"), "{}", said(&wrong));
        assert!(said(&wrong).contains("masks nothing safely") && !said(&wrong).contains(entry), "{}", said(&wrong));
    }
    place.write("in/entente.toml", b"[redact]\nnames = [\"Marta Kowalczyk\"]\n");
    assert_eq!(code(&pack(&["--originals"])), 2, "also where the settings redact");
    // What cannot be masked without losing its use is found by the proof.
    let leak = pack(&["--host", "https://kowalczyk.example"]);
    let told = said(&leak);
    assert!(code(&leak) == 1 && told.contains("names, entry 1") && told.contains("--host"), "{told}");
    assert!(!told.to_lowercase().contains("kowalczyk"), "{told}");
    assert!(!place.path("page.html").exists(), "no page is written");
    assert_eq!(code(&pack(&[])), 0);
    // What masks nothing is named, by its place in the list.
    place.write(
        "in/entente.toml",
        b"[redact]\nnames = [\"Marta Kowalczyk\", \"Jan Doe\"]\npatterns = [\"9999-99-99\"]\n",
    );
    let told = said(&pack(&[]));
    assert!(
        told.contains("names, entry 2, masks nothing") && told.contains("patterns, entry 1, masks nothing"),
        "{told}"
    );
    assert!(!told.contains("names, entry 1"), "{told}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_stops_no_other() {
    let place = Place::new();
    place.write("in/good.txt", b"Korea and Japan met.\n");
    place.write("in/picture.png", b"\x89PNG\r\n\x1a\n");
    place.write("in/empty.txt", b"");
    place.write("in/.hidden", b"hidden\n");
    let output = place.pack("in", "page.html");
    assert_eq!(code(&output), 1);
    let said = said(&output);
    assert!(
        said.contains("picture.png: not read: it is an image") && said.contains("empty.txt: not read: it is empty"),
        "{said}"
    );
    let (_, payload) =
        payload_of(&fs::read_to_string(place.path("page.html")).expect("written all the same")).expect("whole");
    assert_eq!(payload.bodies.len(), 1);
    assert!(payload.catalogue.contains("picture.png"), "the page names it too");
}

#[cfg(unix)]
#[test]
fn links_pipes_and_strange_names_are_named_and_stop_nothing() {
    let place = Place::new();
    let strange = "in/a\"<img src=x onerror=alert(1)>'\n\u{202e}txt.txt";
    place.write(strange, b"Korea and Japan met.\n");
    place.write("in/b.txt", b"Korea and Japan met again.\n");
    std::os::unix::fs::symlink(place.path("in"), place.path("in/loop")).expect("a link");
    std::os::unix::fs::symlink(place.path("in/b.txt"), place.path("in/c.txt")).expect("a link");
    let pipe = std::process::Command::new("mkfifo").arg(place.path("in/pipe.txt")).status().expect("mkfifo");
    assert!(pipe.success());
    let output = place.pack("in", "page.html");
    assert_eq!(code(&output), 1);
    let said = said(&output);
    for named in [
        "loop: not read: it is a symbolic link",
        "c.txt: not read: it is a symbolic link",
        "pipe.txt: not read: it is a pipe",
    ] {
        assert!(said.contains(named), "{said}");
    }
    let page = fs::read_to_string(place.path("page.html")).expect("written");
    assert!(!page.contains("<img src=x"), "a name is text");
    let (_, payload) = payload_of(&page).expect("whole");
    assert_eq!(payload.bodies.len(), 2);
    let told = self::said(&place.run(&["check", "page.html"]));
    assert!(told.contains("\\n\\u{202e}txt.txt: ok"), "a name stays on its line: {told}");
}

#[test]
fn duplicate_titles_and_ids_that_differ_by_case_stay_apart() {
    let place = Place::new();
    place.write("in/A.md", b"# Joint Statement\n\nKorea and Japan met.\n");
    place.write("in/a.md", b"# JOINT STATEMENT\n\nKorea and Japan met.\n");
    place.write("in/b.md", b"# Joint Statement\n\nKorea and Japan met once more.\n");
    place.write("in/c.md", b"# Joint Statement\n\nKorea and Japan met.\n");
    let output = place.run(&["export", "in", "--table", "documents"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(rows.lines().count(), 4, "{rows}");
    place.pack("in", "page.html");
    assert_eq!(code(&place.run(&["unpack", "page.html", "-o", "out"])), 0);
    for file in ["A.md", "a.md", "b.md", "c.md"] {
        let (before, after) =
            (fs::read(place.path(&format!("in/{file}"))), fs::read(place.path(&format!("out/{file}"))));
        assert_eq!(before.expect("written"), after.expect("given back"), "{file}");
    }
}

#[test]
fn a_mix_of_markings_and_a_described_file_that_is_not_there_are_told() {
    let place = Place::new();
    place.write("in/a.txt", b"RESTRICTED\n\nKorea and Japan met.\n");
    place.write("in/b.txt", b"Korea and Japan met again.\n");
    place.write("in/entente.toml", b"edition = \"2\"\nmarking = \"INTERNAL\"\n[[file]]\npath = \"gone.txt\"\n");
    let output = place.pack("in", "page.html");
    let said = said(&output);
    assert!(said.contains("markings are mixed: RESTRICTED (1), none (1); the page says INTERNAL"), "{said}");
    assert_eq!(code(&output), 1);
    assert!(said.contains("gone.txt: not read: entente.toml describes it"), "{said}");
    let rows = String::from_utf8(place.run(&["export", "in", "--table", "documents"]).stdout).expect("UTF-8");
    assert!(rows.contains("\"marking\":\"RESTRICTED\"") && rows.contains("\"marking\":\"INTERNAL\""), "{rows}");
    let page = fs::read_to_string(place.path("page.html")).expect("written");
    assert_eq!(
        page.matches("<p class=\"marking\" dir=\"auto\">INTERNAL</p>").count(),
        2,
        "above and below, without scripts too"
    );
    assert!(page.contains("Edition 2"));
}

#[test]
fn wrong_calls_say_what_is_wrong_and_end_with_two() {
    let place = Place::new();
    place.write("in/a.txt", b"A text of Korea.\n");
    place.write("bad/a.txt", b"A text of Korea.\n");
    place.write("bad/entente.toml", b"title = \"x\"\ntilte = \"y\"\n");
    place.write("plain.html", b"<p>no page of ours</p>");
    for (arguments, says) in [
        (&["pack", "nowhere"][..], "no such folder"),
        (&["check", "nowhere"], "no such folder"),
        (&["pack", "bad", "--template", "template.html"], "line 2: unknown key"),
        (&["check", "plain.html"], "neither a folder of documents nor a page"),
        (&["unpack", "in", "-o", "out"], "neither a folder"),
        (&["pack", "in", "--no-such-flag"], "unexpected argument"),
        (&["frobnicate"], "unrecognized subcommand"),
        (&[], "Usage"),
    ] {
        let output = place.run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(says), "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn nothing_readable_writes_no_page_and_what_is_not_ours_is_not_overwritten() {
    let place = Place::new();
    fs::create_dir_all(place.path("none")).expect("a folder can be made");
    let output = place.pack("none", "none.html");
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("nothing in it could be read") && !place.path("none.html").exists());
    place.write("in/a.txt", b"A text of Korea.\n");
    place.write("mine.html", b"<p>mine</p>");
    assert_eq!(code(&place.pack("in", "mine.html")), 1);
    assert_eq!(fs::read(place.path("mine.html")).expect("still there"), b"<p>mine</p>");
}

#[test]
fn check_says_how_each_document_was_read_for_folder_and_page_alike() {
    let place = Place::new();
    place.write(
        "in/a.md",
        b"# Joint Statement\n\nThe two sides agreed to cooperate in all of the fields named above and\n",
    );
    place.write("in/b.pdf", b"%PDF-1.7");
    place.pack("in", "page.html");
    for source in ["in", "page.html"] {
        let output = place.run(&["check", source]);
        assert_eq!(code(&output), 1, "one file could not be read");
        let said = said(&output);
        assert!(said.contains("a.md: ok joint-statement 2 passages"), "{said}");
        assert!(said.contains("b.pdf: not read: "), "{said}");
        assert!(said.contains("a.md:3: truncated-text: "), "{said}");
    }
    let said = said(&place.run(&["check", "page.html"]));
    assert!(said.contains("\napplication ") && said.contains("\ncorpus ") && said.contains("\nversion "), "{said}");
}

#[test]
fn excluded_files_and_packed_pages_are_left_out_and_the_title_is_the_packers() {
    let place = Place::new();
    place.write("in/a.txt", b"A text of Korea.\n");
    place.write("in/drafts/b.txt", b"A draft.\n");
    place.write(
        "in/entente.toml",
        b"title = \"Our file\"\nexclude = [\"drafts/*\"]\n[[file]]\npath = \"a.txt\"\ntitle = \"Given\"\n",
    );
    place.pack("in", "in/packed.html");
    let output = place.pack("in", "page.html");
    assert_eq!(code(&output), 0, "{}", said(&output));
    let (_, payload) = payload_of(&fs::read_to_string(place.path("page.html")).expect("written")).expect("whole");
    assert_eq!(payload.bodies.len(), 1);
    assert!(payload.catalogue.contains("\"title\":\"Our file\"") && payload.records[0].contains("\"Given\""));
}

#[test]
fn a_page_cannot_write_outside_the_folder_it_is_unpacked_to() {
    let place = Place::new();
    place.write("in/a.txt", b"A text of Korea.\n");
    place.pack("in", "page.html");
    let text = fs::read_to_string(place.path("page.html")).expect("written");
    let (_, mut payload) = payload_of(&text).expect("whole");
    payload.records[0] = payload.records[0].replace("\"file\":\"a.txt\"", "\"file\":\"../evil.txt\"");
    let contents = entente_page::Contents { payload, ..entente_page::Contents::default() };
    place.write(
        "evil.html",
        entente_page::with_contents(&text, &contents, &Default::default).expect("a page").as_bytes(),
    );
    let output = place.run(&["unpack", "evil.html", "-o", "out/deep"]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("leads out of the folder"));
    assert!(!place.path("out/evil.txt").exists());
}

/// Columns of every table, as users' scripts read them.
const COLUMNS: &[(&str, &str)] = &[
    (
        "documents",
        "id,file,title,title_basis,kind,publisher,publisher_id,language,translation,date,date_precision,date_basis,\
         symbol,url,marking,sha256,bytes,encoding,passages",
    ),
    ("metadata", "document,field,value,basis,precision,passage,file,line_start,line_end,page,quote,rule"),
    ("text", "document,line,page,text"),
    ("sections", "id,document,parent,level,heading,passage,file,line_start,line_end,page,quote,rule"),
    ("passages", "id,document,section,kind,number,text,passage,file,line_start,line_end,page,quote,rule"),
    ("entities", "id,kind,name,aliases,code,parent,parent_id,documents,mentions"),
    (
        "mentions",
        "entity,kind,name,surface,role,affiliation,affiliation_id,document,passage,file,line_start,line_end,page,\
         quote,rule",
    ),
    ("acronyms", "acronym,expansion,expansion_id,basis,document,passage,file,line_start,line_end,page,quote,rule"),
    (
        "engagements",
        "id,name,kind,series,ordinal,date_start,date_end,date_precision,date_basis,date_bound,place,level,participants,\
         participants_ids,topics,topics_ids,status,document,passage,file,line_start,line_end,page,quote,rule",
    ),
    (
        "series",
        "id,name,counterparts,counterparts_ids,topics,topics_ids,level,members,first,last,missing,frequency,documents",
    ),
    (
        "statements",
        "id,modality,verb,strength,speaker,speaker_id,speaker_ids,on_behalf_of,on_behalf_of_id,actor,actor_id,counterparts,\
         counterparts_ids,topics,topics_ids,instruments,instruments_ids,period_start,period_end,period_precision,section,\
         document,passage,file,line_start,line_end,page,quote,rule",
    ),
    (
        "amounts",
        "id,value,value_max,unit,sign,payer,payer_id,receiver,receiver_id,purpose,date,status,basis,document,passage,file,\
         line_start,line_end,page,quote,rule",
    ),
    ("links", "kind,from,to,from_file,from_line,to_file,to_line,score,difference,difference_kind,template,why"),
    ("anomalies", "kind,detail,document,passage,file,line_start,line_end,page,quote,rule"),
];

#[test]
fn every_table_has_its_columns_and_each_quote_stands_in_its_file() {
    let place = Place::new();
    let text = "Joint Statement\n\n15. Korea **and** Japan met\nin May 2014 and\u{a0}agreed, \"as =planned\".\n\n- one\n- two\n";
    place.write("folder/a.md", text.as_bytes());
    for (table, columns) in COLUMNS {
        let output = place.run(&["export", "folder", "--table", table, "--format", "csv"]);
        assert_eq!(code(&output), 0, "{table}: {}", said(&output));
        let csv = String::from_utf8(output.stdout).expect("UTF-8");
        let expected: String = columns.split_whitespace().collect();
        assert_eq!(csv.split("\r\n").next(), Some(expected.as_str()), "{table}");
        let lines = place.run(&["export", "folder", "--table", table]);
        for row in String::from_utf8(lines.stdout).expect("UTF-8").lines() {
            let row: serde_json::Value = serde_json::from_str(row).expect("an object a line");
            let names: Vec<&str> = row.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(names.len(), expected.split(',').count(), "{table}");
            let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(quote) = row["quote"].as_str() {
                assert!(folded(text).contains(quote), "{table}: {quote:?} is not in the file");
                let from = row["line_start"].as_u64().expect("a line");
                assert!(from >= 1 && row["line_end"].as_u64().is_some_and(|to| to >= from && to <= 7), "{row}");
            }
        }
    }
    let passages = place.run(&["export", "folder", "--table", "passages"]);
    let first = String::from_utf8_lossy(&passages.stdout).lines().nth(1).map(str::to_owned).unwrap_or_default();
    let row: serde_json::Value = serde_json::from_str(&first).expect("an object");
    assert_eq!(row["text"], "Korea and Japan met in May 2014 and agreed, \"as =planned\".");
    assert_eq!(row["number"], "15");
    assert_eq!((row["line_start"].as_u64(), row["line_end"].as_u64()), (Some(3), Some(4)));
}

#[test]
fn a_table_of_a_page_is_that_of_its_folder() {
    let place = Place::new();
    place.write("folder/a.txt", "Press Release\n\nJapan met Korea.\n".as_bytes());
    assert_eq!(code(&place.pack("folder", "page.html")), 0);
    for table in ["mentions", "documents", "corpus"] {
        let of = |source| place.run(&["export", source, "--table", table]).stdout;
        assert!(!of("folder").is_empty(), "{table}");
        assert_eq!(of("folder"), of("page.html"), "{table}");
    }
    let corpus = place.run(&["export", "folder", "--table", "corpus"]).stdout;
    let corpus: serde_json::Value = serde_json::from_slice(&corpus).expect("one object");
    assert!(corpus["schema"].is_u64());
}

#[test]
fn a_spreadsheet_runs_nothing_of_a_document() {
    let place = Place::new();
    place.write("folder/a.txt", "=cmd|' /C calc'!A0\n\nA second line.\n".as_bytes());
    let plain = place.run(&["export", "folder", "--table", "text", "--format", "csv"]).stdout;
    assert!(String::from_utf8_lossy(&plain).contains(",=cmd|"), "a plain CSV says what the text says");
    let safe = place.run(&["export", "folder", "--table", "text", "--format", "csv", "--spreadsheet"]).stdout;
    let safe = String::from_utf8(safe).expect("UTF-8");
    assert!(safe.starts_with('\u{feff}') && safe.contains(",'=cmd|"), "{safe}");
    let shorter = place.run(&["export", "folder", "--table", "text", "--spreadsheet"]).stdout;
    assert_eq!(String::from_utf8(shorter).expect("UTF-8"), safe, "a spreadsheet reads CSV");
}

#[test]
fn a_table_that_is_not_there_is_wrong_usage() {
    let place = Place::new();
    place.write("folder/a.txt", b"One paragraph.\n");
    let unknown = place.run(&["export", "folder", "--table", "meetings"]);
    assert_eq!(code(&unknown), 2);
    assert!(said(&unknown).contains("engagements"), "it names the tables there are: {}", said(&unknown));
    assert_eq!(code(&place.run(&["export", "folder"])), 2);
    assert_eq!(code(&place.run(&["export", "nowhere", "--table", "text"])), 2);
    place.write("folder/b.png", b"\x89PNG\r\n\x1a\n");
    let partly = place.run(&["export", "folder", "--table", "text"]);
    assert_eq!(code(&partly), 1, "{}", said(&partly));
    assert!(String::from_utf8_lossy(&partly.stdout).contains("One paragraph."), "everything else is there");
}

#[test]
fn everything_is_printed_as_other_programs_load_it() {
    let place = Place::new();
    place.write("folder/a.txt", "Press Release\n\nJapan met Korea in Lima on 3 May 2021.\n".as_bytes());
    let printed = |format: &str| {
        let output = place.run(&["export", "folder", "--format", format]);
        assert_eq!(code(&output), 0, "{format}: {}", said(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let object = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("one object a line");
    assert!(printed("ftm").lines().map(object).any(|entity| entity["schema"] == "Document"));
    assert!(printed("bulk").lines().map(object).any(|line| line["index"]["_index"] == "entente-engagements"));
    assert!(printed("quickwit").lines().map(object).all(|row| row["table"].is_string()));
    assert!(printed("postgresql").contains("COPY \"engagements\" FROM stdin;\n"));
}

#[test]
fn a_form_of_everything_takes_no_table_and_is_for_no_spreadsheet() {
    let place = Place::new();
    place.write("folder/a.txt", b"One paragraph.\n");
    for (rest, names) in [
        (&["--format", "ftm", "--table", "links"][..], "--table"),
        (&["--format", "postgresql", "--spreadsheet"], "--spreadsheet"),
        (&["--table", "text", "--format", "jsonl", "--spreadsheet"], "--spreadsheet"),
        (&["--format", "csv"], "--table is missing"),
        (&["--format", "parquet"], "quickwit"),
    ] {
        let output = place.run(&[&["export", "folder"], rest].concat());
        assert_eq!(code(&output), 2, "{rest:?}");
        assert!(said(&output).contains(names), "{rest:?}: {}", said(&output));
    }
}

#[test]
fn a_quote_runs_over_blank_lines_and_holds_the_date_it_stands_for() {
    let place = Place::new();
    let text = "MINISTRY OF TRADE\n\nThe two sides discussed fishing and the protection of the coast for a day. The ministers of Kenya \n\nand of Uganda held talks in Lima on trade and on the \n\nprotection of the lake on 4 June 2019.\n";
    place.write("in/a.txt", text.as_bytes());
    let rows = String::from_utf8(place.run(&["export", "in", "--table", "engagements"]).stdout).expect("UTF-8");
    let row: serde_json::Value = serde_json::from_str(rows.lines().next().expect("a row")).expect("JSON");
    assert_eq!(row["date_start"], "2019-06-04", "{row}");
    let quote = row["quote"].as_str().expect("a quote");
    assert!(quote.contains("held talks") && quote.contains("4 June 2019"), "{quote}");
    let (first, last) = (row["line_start"].as_u64(), row["line_end"].as_u64());
    assert_eq!((first, last), (Some(3), Some(7)));
}

/// A filter that selects nothing, and a query without words, are said on standard error, each in a line; rows stay on standard output.
#[test]
fn a_search_says_what_it_could_not_do() {
    let place = Place::new();
    place.write("in/a.md", b"# Notes\n\nKenya and Uganda met in Nairobi.\n");
    for (query, line, rows) in [
        ("country:keny", "country:keny is not in these documents. The nearest value is country:ke (Kenya).", 0),
        ("kind:treety", "kind:treety is not in these documents.", 0),
        ("from:soon", "from: needs a date like 2014, 2014-05 or 2014-05-31; \u{201c}soon\u{201d} is not one.", 0),
        ("AND", "There is no word to search for in this, so everything is shown.", 2),
        ("*", "There is no word to search for in this, so everything is shown.", 2),
        ("country:KE", "", 1),
    ] {
        let out = place.run(&["search", "in", query, "--format", "jsonl"]);
        assert_eq!(code(&out), 0, "{query}");
        assert_eq!(String::from_utf8_lossy(&out.stderr).trim(), line, "{query}");
        assert_eq!(String::from_utf8_lossy(&out.stdout).lines().count(), rows, "{query}");
    }
}

#[test]
fn a_search_counts_other_things_takes_scores_apart_and_broadens() {
    let place = Place::new();
    let text = "# Joint Statement\n\nKenya and Uganda agreed on the protection of fish in Lake Victoria.\n\n\
        The Ministers of Kenya and Uganda welcomed a report on fish and boats.\n\nFish and boats need patrols.\n";
    place.write("in/a.md", text.as_bytes());
    place.write("in/b.md", b"# Notes\n\nPatrols of boats went on all year, and boats were counted.\n");
    let apart = said(&place.run(&["search", "in", "fish boats", "--explain"]));
    assert!(
        apart.contains("\u{201c}fish\u{201d}: 1\u{d7} in the text") && apart.contains("words standing together"),
        "{apart}"
    );
    let statements = said(&place.run(&["search", "in", "fish", "--unit", "statements"]));
    assert!(statements.contains("agreement") && statements.contains("assessment"), "{statements}");
    assert!(!statements.contains("need patrols"), "what nobody says is no statement: {statements}");
    let documents = said(&place.run(&["search", "in", "boats", "--unit", "documents"]));
    assert!(documents.contains("a.md") && documents.contains("b.md"), "{documents}");
    let broad = said(&place.run(&["search", "in", "fish", "--broaden"]));
    assert!(broad.contains("Searched for: fish OR "), "{broad}");
    let unknown = place.run(&["search", "in", "fish", "--unit", "pages"]);
    assert_eq!(code(&unknown), 2);
    assert!(said(&unknown).contains("pages"), "the value is named");
}
