//! Cases as data: a text, and what has to be said of it, and what must not.

use std::rc::Rc;

use entente_explore::Explorer;
use entente_ingest::{Settings, Source, ingest};
use entente_verify::rows::{Row, rows};
use entente_verify::{Check, Checker, Counts, Step};

const DOCUMENTS: &[(&str, &str)] = &[
    (
        "statement.txt",
        "Joint Statement of the Second Cyber Dialogue\n\nSeoul, 29 June 2016\n\nThe dialogue was held in Seoul.\n\nThe two sides agreed \
         to hold the next meeting in Seoul in 2017.\n\nThe Ministers welcomed the progress made on cyber security since the first \
         meeting.\n\nThey recalled the long–standing “alliance of values” between their peoples.\n",
    ),
    (
        "protocol.txt",
        "Press Release\n\n4 May 2016\n\nKorea and Japan signed the protocol on visa waivers on 3 May 2016.\n\nIn Seoul, 36 countries \
         joined the Initiative against ransomware.\n\nAustralia announced that Australia will open an embassy in Dili next year.\n\nThe regional fund grew from 20 projects to 41 schools within \
         one summer, and 35 projects are wanted.\n\nAfter long preparations in several ministries, officials of Korea met for the Fourth Regional \
         Forum on Harbours, which brought shipping firms, insurers and port cities of the region together for the first time.\n",
    ),
    (
        "news.txt",
        "Harbour Talks End\n\nOslo, 5 June 2017\n\nForeign Minister Anna Berg of Norway said: “The harbour belongs to all of us and will stay \
         open.” “Nobody has asked us to close it,” she added. The storm of 1337 killed 1,200 people in Norway.\n\n“We expect the first ferries before winter,” said Tomas \
         Reyes, the ambassador of Peru.\n\nNorway is a candidate for the council for the period 2027-2029.\n\nIn March the council of Norway heard the report on lighthouses.\n",
    ),
    (
        "speech.txt",
        "Statement by Norway at the general debate\n\nOslo, 3 May 2016\n\nMadam Chair, we pledge USD 3 million to the fund.\n\nEvery coast \
         has the same storms and the same hopes.\n",
    ),
    ("korean.txt", "보도자료\n\n2016년 6월 29일\n\n양측은 사이버 안보 협력을 강화하기로 합의하였다.\n"),
    (
        "talks.txt",
        "항만 회담\n\n2017년 6월 5일\n\n김민호 외교부 장관은 \"항만은 우리 모두의 것이며 계속 열려 있어야 한다\"며 \"관계가 새로운 단계에 \
         들어섰다\"고 강조했다.\n\n이서연 통일부 장관은 회담을 환영했다.\n",
    ),
    ("japanese.txt", "報道発表\n\n両国は来年も協議を続けることで一致した。\n"),
];

fn explorer() -> Explorer {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    let sources: Vec<Source> = DOCUMENTS.iter().map(source).collect();
    Explorer::new(Rc::new(ingest(&sources, &Settings::default())))
}

fn check(explorer: &Explorer, text: &str) -> Vec<Row> {
    Checker::new(explorer, text).flat_map(|sentence| rows(text, &sentence)).collect()
}

/// `\n` and `\uXXXX` as the characters they stand for.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.replace("\\n", "\n");
    while let Some((before, after)) = rest.clone().split_once("\\u") {
        let code = u32::from_str_radix(&after[..4], 16).expect("four hexadecimal digits");
        out.push_str(before);
        out.extend(char::from_u32(code));
        rest = after[4..].to_owned();
    }
    out + &rest
}

fn holds(rows: &[Row], wanted: &str) -> bool {
    if let Some(unwanted) = wanted.strip_prefix("not:") {
        return !holds(rows, unwanted);
    }
    if let Some(change) = wanted.strip_prefix("changes:") {
        let changes: Vec<String> = rows
            .iter()
            .filter(|row| row.kind == "quotation")
            .flat_map(|row| &row.changes)
            .map(|change| format!("{} {}/{}", change.kind, change.text, change.source))
            .collect();
        return changes == [change];
    }
    let (verdict, says) = wanted.split_once('=').unwrap_or((wanted, ""));
    let (kind, verdict) = verdict.split_once(':').expect("kind and verdict");
    rows.iter().any(|row| row.kind == kind && row.verdict == verdict && row.says.contains(says))
}

#[test]
fn every_case_gets_its_verdicts() {
    let explorer = explorer();
    let mut wrong = Vec::new();
    for line in include_str!("cases.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (what, text) = (cells.next().unwrap_or_default(), unescaped(cells.next().unwrap_or_default()));
        let found = check(&explorer, &text);
        for wanted in cells.filter(|wanted| !wanted.is_empty()) {
            if !holds(&found, wanted) {
                let said: Vec<String> = found
                    .iter()
                    .map(|row| format!("\n    {} {}: {} {:?}", row.kind, row.verdict, row.says, row.changes))
                    .collect();
                wrong.push(format!("{what}: wanted {wanted}, said{}", said.concat()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spans_lie_on_characters_and_in_order() {
    let explorer = explorer();
    for line in include_str!("cases.tsv").lines() {
        let text = unescaped(line.split('\t').nth(1).unwrap_or_default());
        let found: Vec<_> = Checker::new(&explorer, &text).collect();
        assert!(found.is_sorted_by(|a, b| a.range.end <= b.range.start));
        for row in found.iter().flat_map(|sentence| rows(&text, sentence)) {
            assert_eq!(text.get(row.start..row.end), Some(row.text.as_str()), "{line}");
        }
    }
}

#[test]
fn the_same_text_gets_the_same_verdicts() {
    let explorer = explorer();
    let text: String =
        include_str!("cases.tsv").lines().filter_map(|line| line.split('\t').nth(1)).collect::<Vec<_>>().join("\n\n");
    assert_eq!(check(&explorer, &text), check(&explorer, &text));
    let mut counts = Counts::default();
    Checker::new(&explorer, &text).for_each(|sentence| counts.add(&sentence));
    assert!(counts.not_in_file() > 0 && counts.misattributed > 0);
}

#[test]
fn nothing_stops_at_any_text() {
    let explorer = explorer();
    let long = "The two sides agreed to hold the next meeting in Seoul. ".repeat(100);
    let texts = [
        String::new(),
        "\n\n\n".to_owned(),
        "“".repeat(5_000),
        "”“\"«".repeat(2_000),
        format!("“{}”", "word ".repeat(5_000)),
        format!("“{long}”"),
        "\u{0}\u{7}\u{202e}\u{feff}".repeat(1_000),
        "a".repeat(100_000),
        "한국".repeat(20_000),
        "日本。".repeat(5_000),
        "1 ".repeat(20_000),
        "> > > quoted\n".repeat(2_000),
        "Ein Satz in einer anderen Sprache, über den nichts bekannt ist.".to_owned(),
    ];
    for text in texts {
        let checker = Checker::new(&explorer, &text);
        assert!(checker.take(20).count() <= 20);
    }
}

#[test]
fn a_long_text_is_read_in_time_and_the_rest_is_told() {
    let explorer = explorer();
    let sentence = "The two sides said “we agree to it” and left the room at once. ";
    let text = sentence.repeat(5_000);
    let checker = Checker::new(&explorer, &text);
    assert_eq!(checker.sentences(), entente_verify::MAX_SENTENCES);
    assert_eq!((checker.sentences() + checker.unchecked(), checker.unread()), (5_000, 0));
    // Ten megabytes: the first one is read, up to the end of a line.
    let text = format!("{sentence}\n").repeat(10_000_000 / sentence.len());
    let checker = Checker::new(&explorer, &text);
    assert_eq!(checker.sentences(), entente_verify::MAX_SENTENCES);
    assert!(checker.unread() > text.len() - 1_000_001 && text[..text.len() - checker.unread()].ends_with('\n'));
}

/// Quotations cost more than sentences, and a sentence may consist of hundreds.
#[test]
fn quotations_and_bytes_are_bounded_and_the_rest_is_told() {
    let explorer = explorer();
    let quotation = "“we agree to it” ";
    let checker = Checker::new(&explorer, &quotation.repeat(1_000));
    let all: usize = checker.map(|sentence| sentence.quotations.len()).sum();
    assert_eq!(all, 1_000, "a sentence of many quotations is read as several");
    let checker = Checker::new(&explorer, &quotation.repeat(50_000));
    assert!((48..=52).contains(&checker.sentences()), "{}", checker.sentences());
    assert!(checker.unchecked() > 1_000);
    let checker = Checker::new(&explorer, &"words ".repeat(150_000));
    assert!((120..=130).contains(&checker.sentences()) && checker.unchecked() > 90);
}

#[test]
fn what_was_said_of_paragraphs_before_a_change_is_kept_and_is_what_a_new_check_says() {
    let explorer = explorer();
    let paragraphs = [
        "In Seoul, 36 countries joined the Initiative. Korea said: “Australia will open an embassy in Dili next year”.",
        "The two sides agreed to hold the next meeting in Tokyo in 2017.",
        "“The two sides agreed to hold the next meeting in Seoul in 2017.",
        "“The Ministers welcomed the progress made on cyber security.”",
        "The protocol was praised by Zelenkovsky.",
        "Penguins breed earlier than they used to.",
    ];
    let texts = [
        paragraphs.join("\n\n"),
        [&paragraphs[..2], &["Something new."], &paragraphs[2..]].concat().join("\n\n"),
        [&paragraphs[..3], &paragraphs[4..]].concat().join("\n\n"),
        [&["First of all, “Korea” came."], &paragraphs[..]].concat().join("\n\n"),
        paragraphs.join(" "),
        paragraphs[..4].join("\n\n"),
        String::new(),
    ];
    let whole = |mut check: Check| {
        let mut said = Vec::new();
        loop {
            match check.step(&explorer, None) {
                Step::Working => {}
                Step::Sentence(sentence) => said.push(sentence),
                Step::Done => return said,
            }
        }
    };
    for before in &texts {
        let said = whole(Check::new(before.as_str().into()));
        for text in &texts {
            let kept = whole(Check::new(text.as_str().into()).reusing(before, &said));
            assert_eq!(kept, whole(Check::new(text.as_str().into())), "{before:?} then {text:?}");
        }
    }
}
