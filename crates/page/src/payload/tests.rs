//! What is written reads back, and damage is noticed.

use super::read::elements;
use super::write::write_binary;
use super::*;
use crate::{escape, slice};

fn payload() -> Payload {
    Payload {
        schema: 1,
        catalogue: "{\"title\":2}".into(),
        records: vec!["{\"id\":1}".into(), "{\"id\":2}".into()],
        names: vec!["{\"name\":\"<b>\"}".into()],
        ties: ["[1]".into(), "[]".into(), "[2,3]".into()],
        bodies: vec!["{\"text\":\"a </script> <!-- b\"}".into(), format!("\"{}\"", "x".repeat(2_500_000))],
        options: Options::default(),
    }
}

fn index() -> Index {
    let bytes = |n: u32| (0..n).map(|n| (n % 253) as u8).collect();
    Index { version: 7, tables: bytes(70_000), lists: bytes(60_000), places: bytes(5) }
}

#[test]
fn what_is_needed_at_the_start_stands_first_and_has_its_checksum() {
    for compress in [false, true] {
        let data = write(&payload(), "", compress, &index, &run_in_order);
        let sums = read(&data).expect("just written").0.index.expect("it is a large page");
        let of = |name: &str| -> String {
            let wanted = format!("data-entente=\"{name}\"");
            elements(&data).filter(|(attributes, _)| attributes.contains(&wanted)).map(|(_, text)| text).collect()
        };
        let index = index();
        for (name, bytes) in [
            ("tables", inflate_part(&of("tables"))),
            ("lists", decode_part(&of("lists"))),
            ("places", decode_part(&of("places"))),
        ] {
            let mut bytes = bytes.expect("just written");
            assert!(sums.fits(name, &bytes), "{name}");
            assert!([&index.tables, &index.lists, &index.places].contains(&&bytes));
            bytes[3] ^= 1;
            assert!(!sums.fits(name, &bytes) && !sums.fits("links", &bytes), "{name}");
        }
        assert_eq!(
            decode_part(&of("sums")).expect("just written")[..4],
            body_checksum(&escape::json(&payload().bodies[0]))
        );
        let order: Vec<usize> = PARTS.iter().map(|name| data.find(&format!("\"{name}\"")).expect("there")).collect();
        let first = data.find("data-document").expect("there");
        assert!(order.iter().all(|at| *at < first), "all before the texts");
        assert!(decode_part("x").is_err() && inflate_part("AAAA").is_err());
    }
    let small = Payload { bodies: Vec::new(), ..payload() };
    let none = || -> Index { panic!("a small page has none") };
    assert_eq!(read(&write(&small, "", true, &none, &run_in_order)).expect("just written").0.index, None);
}

/// A part of the index is refused if one letter of it is changed or missing, or if it ends too soon. Tries each letter of
/// each part.
#[test]
fn one_wrong_letter_anywhere_in_an_index_is_noticed() {
    let large = Payload { bodies: vec![format!("\"{}\"", "x".repeat(READ_WHOLE_MAX_BYTES)), "2".into()], ..payload() };
    let bytes = |n: u32| (0..n).map(|n| (n * n % 251) as u8).collect();
    let index = || Index { version: 7, tables: bytes(400), lists: bytes(301), places: bytes(212) };
    let data = write(&large, "", true, &index, &run_in_order);
    let sums = read(&data).expect("just written").0.index.expect("it is a large page");
    let mut tried = 0;
    for name in ["sums", "tables", "lists", "places"] {
        let wanted = format!("data-entente=\"{name}\"");
        let known = elements(&data).find(|(attributes, _)| attributes.contains(&wanted)).expect("there").1;
        let part = |content: &str| match name {
            "tables" => inflate_part(content),
            _ => super::decode_part(content),
        };
        let written = part(known).expect("just written");
        assert!(sums.fits(name, &written));
        // Bits after the end of the deflated stream may have any value, because nothing reads them.
        let misled = |content: &str| part(content).is_ok_and(|bytes| sums.fits(name, &bytes) && bytes != written);
        for at in 0..known.len() {
            for letter in ["A", "z", "/", "=", "\u{e9}"].iter().filter(|letter| known[at..at + 1] != ***letter) {
                assert!(!misled(&format!("{}{letter}{}", &known[..at], &known[at + 1..])), "{name} {at} {letter}");
                tried += 1;
            }
            assert!(!misled(&known[..at]), "{name} cut at {at}");
            assert!(!misled(&format!("{}{}", &known[..at], &known[at + 1..])), "{name} without letter {at}");
        }
    }
    assert!(tried > 3_000);
}

#[test]
fn deflated_texts_lie_together_and_come_apart_again() {
    let bodies: Vec<String> = (0..500).map(|n| format!("{{\"text\":\"{}\"}}", "ab\\n".repeat(n))).collect();
    let many = Payload { bodies: bodies.clone(), ..payload() };
    for compress in [false, true] {
        let data = write(&many, "", compress, &index, &run_in_order);
        assert_eq!(read(&data).expect("just written").1.bodies, bodies);
        let blocks = data.matches("data-document").count();
        assert!(if compress { (4..50).contains(&blocks) } else { blocks == 500 }, "{blocks}");
    }
}

#[test]
fn what_is_written_reads_back_in_both_encodings() {
    for compress in [false, true] {
        let data = write(&payload(), "digest", compress, &index, &run_in_order);
        let (head, read) = read(&data).expect("just written");
        assert_eq!(head.encoding == Encoding::DeflateRaw, compress);
        assert_eq!(read.bodies[1], payload().bodies[1]);
        assert_eq!(read.bodies[0], escape::json(&payload().bodies[0]));
        assert_eq!((read.records, read.names[0].as_str()), (payload().records, "{\"name\":\"\\u003cb>\"}"));
        assert!(elements(&data).all(|(_, content)| content.len() <= slice::JSON_SLICE_BYTES));
    }
}

/// A page of a megabyte may not take gigabytes: all texts together inflate to a number of bytes that the size of the page
/// bounds.
#[test]
fn texts_that_inflate_to_too_much_are_refused() {
    let blanks = slice::deflate(&vec![b' '; slice::ALWAYS_INFLATED_BYTES / 8]);
    let data = write(&payload(), "", true, &index, &run_in_order);
    let end = data.find("\n<script type=\"text/plain\" data-entente=\"body\"").expect("there");
    let bomb = |n: usize| {
        let mut out = data[..end].to_owned();
        for at in 0..n {
            write_binary(&mut out, &format!("data-entente=\"body\" data-document=\"{at}\""), &blanks);
        }
        read(&out).expect_err("it is not what was written").to_string()
    };
    assert!(bomb(7).contains("7 of 2"), "{}", bomb(7));
    assert!(bomb(30).contains("too many bytes"), "{}", bomb(30));
    assert!(decode_text(Encoding::DeflateRaw, slice::base64_slices(&blanks).concat()).is_ok());
}

/// Texts that repeat themselves deflate so well that readers would take them for a bomb, one by one and together.
#[test]
fn texts_of_any_size_and_kind_are_deflated_so_that_readers_inflate_them() {
    let large = format!("\"{}\"", "x".repeat(slice::ALWAYS_INFLATED_BYTES));
    let bodies = vec![large, "\"y\"".to_owned()];
    let data = write(&Payload { bodies: bodies.clone(), ..payload() }, "", true, &Index::default, &run_in_order);
    assert!(data.len() < slice::ALWAYS_INFLATED_BYTES / 15, "{}", data.len());
    let (head, read) = read(&data).expect("just written");
    assert!(head.encoding == Encoding::DeflateRaw && read.bodies == bodies);
    let first = |attributes: &str| attributes.contains("data-entente=\"body\" data-document=\"0\"");
    let one: String = elements(&data).filter(|(attributes, _)| first(attributes)).map(|(_, content)| content).collect();
    assert_eq!(decode_text(Encoding::DeflateRaw, one).expect("by itself, too"), bodies[0]);
}

#[test]
fn a_head_reads_back_and_its_index_may_be_damaged() {
    let options = Options { no_links: true, hosts: vec!["https://intranet.example".to_owned()] };
    let data = write(&Payload { options: options.clone(), ..payload() }, "digest", false, &index, &run_in_order);
    let json = joined_content(&data, "head");
    let head = read_head(&json).expect("just written");
    assert_eq!((&head.options, head.index.as_ref().map(|index| index.version)), (&options, Some(7)));
    assert_eq!(serde_json::to_string(&head).expect("as it was read"), json);
    let other = json.replacen("\"version\":7", "\"version\":\"seven\"", 1);
    assert_eq!(read_head(&other).expect("it is not needed").index, Some(IndexHead { version: 0, sums: Vec::new() }));
    for (from, to) in [("\"no_links\":true", "\"no_links\":\"no\""), ("\"documents\":2,", ""), ("\"json\"", "\"lzma\"")]
    {
        let error = read_head(&json.replacen(from, to, 1)).expect_err(to).to_string();
        assert!(error.contains("head cannot be read"), "{error}");
    }
}

#[test]
fn both_encodings_have_one_checksum() {
    let sum = |compress| read(&write(&payload(), "", compress, &index, &run_in_order)).expect("just written").0.sha256;
    assert_eq!(sum(false), sum(true));
}

#[test]
fn the_checksum_is_the_same_text_by_text() {
    let (head, read) = read(&write(&payload(), "", true, &index, &run_in_order)).expect("just written");
    let of = |texts: &[&String]| {
        let mut checksum = Checksum::default();
        texts.iter().for_each(|text| checksum.add(text));
        checksum.fits(&head)
    };
    let mut texts: Vec<String> = read.texts().map(str::to_owned).collect();
    assert!(of(&texts.iter().collect::<Vec<_>>()));
    let last = texts.len() - 1;
    texts.swap(last, last - 1);
    assert!(!of(&texts.iter().collect::<Vec<_>>()) && !of(&[&read.catalogue]));
}

#[test]
fn damage_is_noticed_wherever_it_is() {
    let data = write(&payload(), "digest", false, &index, &run_in_order);
    for (from, to, says) in [
        ("a \\u003c", "b \\u003c", "checksum"),
        ("data-document=\"0\"", "data-document=\"7\"", "document 1 is missing"),
        ("\"documents\":2,", "\"documents\":3,", "2 of 3"),
        ("data-first=\"0\" data-sum", "data-first=\"4\" data-sum", "document 1 is missing"),
        ("data-entente=\"name\"", "data-entente=\"game\"", "checksum"),
        ("\"format\":3", "\"format\":9", "format 9"),
        ("data-entente=\"head\"", "data-entente=\"tail\"", "head is missing"),
        ("{\"format\"", "[\"format\"", "head cannot be read"),
    ] {
        let error = read(&data.replacen(from, to, 1)).expect_err(says).to_string();
        assert!(error.contains(says), "{error}");
    }
}
