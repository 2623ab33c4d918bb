//! The notices of everything that is inside page and binary, as their licences ask for.
//!
//! A crate that offers several licences is used under the first that `deny.toml` allows. Texts that differ in their copyright lines
//! alone stand once, below all of these lines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use super::expression::chosen;
use super::graph::Work;
use super::policy;
use crate::{Fault, place};

const HEAD: &str = "\
WORKS OF OTHERS IN ENTENTE

The page and the command line contain the works named here; each line says in which of the two it is (\"page\" is the page
with its WebAssembly, \"entente\" the command line). Works that offer several licences are used under the one below which they stand.
";

/// Works in the products other than crates: the text of the entry, and the file of the licence.
const OTHERS: &[(&str, &str)] = &[(
    "iso-codes (entente): ISO 3166-1 codes and names of countries, from Debian's package iso-codes\n\
     Copyright (C) 2004-2006 Alastair McKinstry, 2004-2007 Christian Perrier, 2005-2007 Tobias Quathamer and others\n\
     LGPL-2.1-or-later. The table, which can be replaced, is crates/names/data/countries.tsv; make-countries.py there writes it.",
    "licences/LGPL-2.1.txt",
)];

/// The notices of what is in one of `products`, as one text.
pub(super) fn text(works: &[Work], products: &[&str]) -> Result<String, Fault> {
    let allowed = policy::allowed()?;
    // Text of a licence, and who uses it.
    let mut texts: BTreeMap<(usize, String), Notice> = BTreeMap::new();
    for work in works.iter().filter(|work| products.iter().any(|product| work.products.contains(product))) {
        let ids = chosen(&work.licence, &allowed)
            .ok_or_else(|| format!("{} {}: no licence of {:?} is allowed", work.name, work.version, work.licence))?;
        for id in &ids {
            let (copyright, body) = split(&file(work, id)?);
            let rank = allowed.iter().position(|known| known == id).unwrap_or(usize::MAX);
            let notice =
                texts.entry((rank, key(&body))).or_insert_with(|| Notice { id: id.clone(), body, ..Notice::default() });
            let inside: Vec<&str> =
                work.products.iter().copied().filter(|product| products.contains(product)).collect();
            notice.works.insert(format!("{} {} ({})", work.name, work.version, inside.join(", ")));
            notice.copyright.extend(copyright);
        }
    }
    if let Some(notice) = texts.values_mut().find(|notice| notice.id == "MIT") {
        notice.works.insert(format!("Rust standard library ({})", products.join(", ")));
        notice.copyright.insert("Copyright (c) The Rust Project Contributors".to_owned());
    }
    let mut out = HEAD.to_owned();
    for notice in texts.values() {
        let works: Vec<&str> = notice.works.iter().map(String::as_str).collect();
        let copyright: Vec<&str> = notice.copyright.iter().map(String::as_str).collect();
        let _ = write!(
            out,
            "\n{}\n{}\n\n{}\n\n{}\n\n{}\n",
            "-".repeat(80),
            notice.id,
            works.join("\n"),
            copyright.join("\n"),
            notice.body.trim()
        );
    }
    for (entry, licence) in OTHERS.iter().filter(|_| products.contains(&"entente")) {
        let text = fs::read_to_string(place::root().join(licence))?;
        let _ = write!(out, "\n{}\n{entry}\n\n{}\n", "-".repeat(80), text.trim());
    }
    Ok(out)
}

#[derive(Default)]
struct Notice {
    id: String,
    body: String,
    works: BTreeSet<String>,
    copyright: BTreeSet<String>,
}

/// The text of the licence `id` that came with a crate; for crates that came without one the text in `licences`.
fn file(work: &Work, id: &str) -> Result<String, Fault> {
    let mut found: Vec<(u8, String)> = Vec::new();
    for entry in fs::read_dir(&work.folder)? {
        let entry = entry?;
        let file = entry.file_name().to_string_lossy().to_ascii_lowercase();
        let is_licence = ["license", "licence", "copying", "unlicense"].iter().any(|start| file.starts_with(start));
        if !is_licence || !entry.file_type()?.is_file() {
            continue;
        }
        let words: &[&str] = match id {
            "MIT" => &["mit"],
            "Apache-2.0" => &["apache"],
            "Zlib" => &["zlib"],
            // encoding_rs names the file after those whose tables it has.
            "BSD-3-Clause" => &["bsd", "whatwg"],
            "Unicode-3.0" => &["unicode"],
            _ => &[],
        };
        let others = ["mit", "apache", "zlib", "bsd", "unicode", "unlicense", "whatwg", "boost"];
        let rank = if words.iter().any(|word| file.contains(word)) {
            0
        } else if !others.iter().any(|other| file.contains(other)) {
            1
        } else {
            continue;
        };
        found.push((rank, fs::read_to_string(entry.path())?));
    }
    found.sort();
    match found.into_iter().next() {
        Some((_, text)) => Ok(text.replace("\r\n", "\n")),
        None => {
            let path = place::root().join("licences").join(format!("{id}.txt"));
            let text = fs::read_to_string(&path).map_err(|error| {
                format!("{} has no file with the licence {id}, and {}: {error}", work.name, path.display())
            })?;
            Ok(format!("Copyright (c) {}\n\n{text}", holders(work)))
        }
    }
}

/// The copyright holders of a crate that came without its licence: its authors as the crate names them, without e-mail
/// addresses, else those whom its repository names.
fn holders(work: &Work) -> String {
    let names: Vec<&str> = work.authors.iter().map(|name| name.split('<').next().unwrap_or(name).trim()).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    match (names.as_slice(), &work.repository) {
        ([], Some(repository)) => format!("the authors of {}, who are named at {repository}", work.name),
        ([], None) => format!("the authors of {}", work.name),
        (names, _) => format!("{} ({})", names.join(", "), work.name),
    }
}

/// The copyright lines at the start of a licence, and the rest of it.
fn split(text: &str) -> (Vec<String>, String) {
    let is_copyright = |line: &str| {
        let line = line.trim().to_lowercase();
        let named =
            line.starts_with("copyright") && !line.starts_with("copyright notice") && !line.starts_with("copyright [");
        (named || line.starts_with("(c)") || line.starts_with('©')) && line.len() < 200
    };
    let (mut copyright, mut body) = (Vec::new(), String::new());
    for line in text.lines() {
        // Conditions speak of copyright, too.
        if is_copyright(line) && body.len() < 400 {
            copyright.push(line.trim().to_owned());
        } else {
            body.push_str(line.trim_end());
            body.push('\n');
        }
    }
    (copyright, body)
}

/// What is the same for texts that differ in their titles, line ends and quotation marks alone.
fn key(body: &str) -> String {
    let lower = body.to_lowercase();
    let bare: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let from = bare.find("permissionisherebygranted").unwrap_or(0);
    bare[from..].to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::PathBuf;

    use super::super::graph::Work;
    use super::{holders, key, split};

    #[test]
    fn a_crate_without_a_licence_file_is_named_by_its_authors() {
        let work = |authors: &[&str], repository: Option<&str>| Work {
            name: "inside".to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            repository: repository.map(str::to_owned),
            authors: authors.iter().map(|name| (*name).to_owned()).collect(),
            folder: PathBuf::new(),
            products: BTreeSet::new(),
            uses: BTreeSet::new(),
        };
        let at = Some("https://example.org/inside");
        for (work, says) in [
            (work(&["A One <a@example.org>", "B Two"], at), "A One, B Two (inside)"),
            (work(&[" <a@example.org>"], at), "the authors of inside, who are named at https://example.org/inside"),
            (work(&[], None), "the authors of inside"),
        ] {
            assert_eq!(holders(&work), says);
        }
    }

    #[test]
    fn texts_that_differ_in_their_copyright_alone_are_one() {
        let one = "The MIT License (MIT)\n\nCopyright (c) 2014 A\n\nPermission is hereby granted, \"free\".\n";
        let other = "Copyright (c) 2015 B\nCopyright 2016 C\n\nPermission is hereby\ngranted, 'free'.\n";
        let ((first, one), (second, other)) = (split(one), split(other));
        assert_eq!((first, second.len()), (vec!["Copyright (c) 2014 A".to_owned()], 2));
        assert_eq!(key(&one), key(&other));
    }
}
