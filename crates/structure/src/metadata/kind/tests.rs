//! What kind of document a title names, and which titles name none.

use entente_corpus::DocumentKind;

use super::of_title;
use super::rules::{shapes, titles};
use entente_ingest::{Settings, Source, read};

fn kind(text: &str) -> DocumentKind {
    let source = Source { file: "x.txt".into(), bytes: text.into() };
    read(&source, &Settings::default()).expect("a text").0.kind.value
}

#[test]
fn each_rule_has_what_it_fits_and_what_it_does_not() {
    for rule in titles() {
        assert_eq!(of_title(&rule.example), Some(rule.gives), "{}: {}", rule.name, rule.example);
        assert_ne!(of_title(&rule.counter), Some(rule.gives), "{}: {}", rule.name, rule.counter);
    }
    for rule in shapes() {
        assert_eq!(kind(&rule.example), rule.gives, "{}", rule.name);
        assert_ne!(kind(&rule.counter), rule.gives, "{}", rule.name);
    }
}

#[test]
fn a_title_that_ends_with_how_it_was_said_is_a_speech_s() {
    let text = |title: &str| format!("{title}\n\nThe ports of the north are open again, and so they stay.\n\n###\n");
    assert_eq!(kind(&text("The President on the State of the Ports As Prepared for Delivery")), DocumentKind::Speech);
    assert_eq!(kind(&text("The President on the State of the Ports of the North")), DocumentKind::PressRelease);
}

#[test]
fn names_of_rules_are_used_once() {
    let mut names: Vec<&str> = titles().iter().chain(shapes()).map(|rule| rule.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn a_kind_is_what_a_title_is_about() {
    use DocumentKind as Kind;
    for (title, expected) in [
        ("Chad-Fiji Joint Cybersecurity Statement", Some(Kind::JointStatement)),
        ("ASEAN Summit 2022, Joint Vision Statement", Some(Kind::JointStatement)),
        ("Golden Bay Declaration", Some(Kind::JointStatement)),
        ("Joint Press Statement of Chad and Fiji", Some(Kind::JointStatement)),
        ("Press Statement of Chad on Fiji", Some(Kind::PressRelease)),
        ("Consultation Paper on the Ports (Amendment) Bill", Some(Kind::WhitePaper)),
        ("Public Consultation on the Proposed Ports (Safety) Bill", Some(Kind::Notice)),
        ("Written Reply to Parliamentary Question on Ports", Some(Kind::QAndA)),
        ("Anordnung über die Häfen", Some(Kind::Law)),
        ("Intervención del Ministro de Puertos", Some(Kind::Speech)),
        ("港口案件适用法律若干问题的解释", Some(Kind::Law)),
        ("Summary Report of the Seventh Meeting on the agreement", Some(Kind::Report)),
        ("Ports (Safety) Act 2016", Some(Kind::Law)),
        ("Decision No. 12 Measures for ports", Some(Kind::Resolution)),
        ("한-노르웨이 공동성명(2024. 5. 1.)", Some(Kind::JointStatement)),
        ("한-노르웨이 협정 체결", None),
        ("항만 안전 업무규정", Some(Kind::Law)),
        ("日中海洋協定の署名", None),
        ("日ノルウェー共同声明（仮訳）", Some(Kind::JointStatement)),
        ("关于港口的通知", Some(Kind::Notice)),
        ("在港口论坛开幕式上的讲话", Some(Kind::Speech)),
        ("Discours de la ministre des ports", Some(Kind::Speech)),
        ("Accord entre la France et le Tchad sur les ports", Some(Kind::Agreement)),
        ("Rede von Ministerin X zur Hafenpolitik", Some(Kind::Speech)),
        ("日內瓦港口公約", Some(Kind::Treaty)),
        ("Code du travail des ports", Some(Kind::Law)),
        ("Code de conduite des ports", Some(Kind::Standard)),
        ("Port notes", None),
        ("Ministers met to discuss the treaty", None),
        ("Italy's view of the convention", None),
    ] {
        assert_eq!(of_title(title), expected, "{title}");
    }
}

#[test]
fn parts_of_a_site_with_news_are_told_from_documents() {
    for (words, expected) in [
        ("latest news", true),
        ("news & events", true),
        ("news centre", true),
        ("news release", false),
        ("news conference", false),
        ("news of the ports", false),
        ("news", false),
    ] {
        assert_eq!(super::is_news_menu(words), expected, "{words}");
    }
}

#[test]
fn a_passing_word_is_no_kind() {
    use DocumentKind as Kind;
    for (text, expected) in [
        ("Harbour notes\n\nThe agreement on ports was discussed by fishermen.\n", Kind::Other),
        ("Harbour notes\n\nThe minutes passed quickly in the harbour.\n", Kind::Other),
        ("中挪会谈举行\n\n双方讨论了海洋条约。\n", Kind::Other),
        ("Mr. President, we thank you.\n\nWe are a state that believes in ports and in fish.\n", Kind::Speech),
        ("Dear Minister,\n\nThe ports are open, and we thank you for all you did.\n\nYours sincerely,\n", Kind::Letter),
        ("JOINT COMMUNIQUE MEETING OF PORT MINISTERS\n\nThe ministers met in Suva.\n", Kind::Communique),
        ("Joint communique hailed by fishermen\n\nThe ports are open again, and all are glad.\n", Kind::Other),
        ("L'Assemblée parlementaire des ports a élu une juge\n\nElle est de Suva.\n", Kind::Other),
        ("We, the undersigned, ask the two states to open their ports.\n", Kind::Letter),
        ("The undersigned have opened the ports of the two states.\n", Kind::Other),
        ("Regulation 12(3)\n\nFORM 4\n\nNOTICE OF PORTS THAT OPEN\n\nThe ports stay open.\n", Kind::Form),
        ("PORTS FORUM DEBATE\n\nMr. President, we thank you.\n\nWe are a state of ports.\n", Kind::Speech),
        ("PORTS FORUM DEBATE\n\nThe forum met, and the members said what they had to say.\n", Kind::Minutes),
        ("港の電話\n\n港に電話があり、船の人はだれでも使える。\n", Kind::Other),
        ("Press Releases\n\nPorts open again\n\nThe ports of the two states are open again.\n", Kind::PressRelease),
    ] {
        assert_eq!(kind(text), expected, "{text}");
    }
}

#[test]
fn a_page_is_of_the_kind_of_what_its_site_files_there() {
    for (head, expected) in [
        ("permalink: /2020-04-08-press-release-on-ports/", DocumentKind::PressRelease),
        ("permalink: /2020-04-08-ports-and-press-release/", DocumentKind::Other),
        ("type: post\ncategories:\n- Media Releases", DocumentKind::PressRelease),
        ("type: post\ncategories:\n- Ports", DocumentKind::News),
        ("type: page", DocumentKind::Other),
        ("tags: speech", DocumentKind::Other),
    ] {
        let text =
            format!("---\ntitle: Ports of the north\n{head}\n---\n\nThe ports of the north are as old as the north.\n");
        for file in ["x.md", "x.html"] {
            let source = Source { file: file.into(), bytes: format!("{text}\n<p>&nbsp;</p>\n").into() };
            let (record, _) = read(&source, &Settings::default()).expect("a text");
            assert_eq!(record.kind.value, expected, "{file}: {head}");
            assert_eq!(record.title.map(|title| title.value).as_deref(), Some("Ports of the north"), "{file}: {head}");
        }
    }
    const PRESENT: &str = "Attendees:\n\nJane Roe\n\nThe ports stay open, all agreed.\n";
    for (text, expected) in [
        (
            "# Ports Update\n\n## Message from the council\n\nThe ports are as old as the north.\n".to_owned(),
            DocumentKind::Other,
        ),
        (format!("# 105th Meeting of the Harbour\n\n{PRESENT}"), DocumentKind::Minutes),
        (format!("# 105th Port of the Harbour\n\n{PRESENT}"), DocumentKind::Other),
    ] {
        let source = Source { file: "x.md".into(), bytes: text.clone().into() };
        assert_eq!(read(&source, &Settings::default()).expect("a text").0.kind.value, expected, "{text}");
    }
}

#[test]
fn letters_to_a_person_and_telegrams_are_letters() {
    const BODY: &str = "The ports of the two states are open again, as I wrote to you in May, and so they stay.\n";
    for (head, expected) in [
        ("26th February, 1925\n\nDear Mr. Porter,", DocumentKind::Letter),
        ("26th February, 1925\n\nDear Mr. President,", DocumentKind::Speech),
        ("Cablegram P3 LONDON, 14 November 1941", DocumentKind::Letter),
        ("Cablegrams of the ports, a list", DocumentKind::Other),
        ("Letter BATAVIA, 14 May 1949", DocumentKind::Letter),
        ("FOR PRESS\n\nA LETTER FROM OSLO TO THE MINISTER", DocumentKind::PressRelease),
    ] {
        assert_eq!(kind(&format!("{head}\n\n{BODY}\n{BODY}")), expected, "{head}");
    }
}

#[test]
fn heads_of_other_kinds_are_known_by_their_shape() {
    const BODY: &str = "The ports of the two states are open again since Monday, and so they stay until May.\n";
    for (head, expected) in [
        ("PROMULGA EL ACUERDO SOBRE LOS PUERTOS\n\nDecreto:\n", DocumentKind::Law),
        ("Ports of the north\n\nWhat the north decides:\n", DocumentKind::Other),
        ("Ports of the north\n\n11 May 2020 Posted in Press releases\n", DocumentKind::PressRelease),
        ("Ports of the north\n\nCategory: Standards Track\n", DocumentKind::Standard),
        ("FORM 7B (Section 3)\n\nPorts of the north\n", DocumentKind::Form),
        ("RESPONSE ON THE PORTS BILL 2010\n\nMr Speaker, Sir, I wish to thank the members.\n", DocumentKind::Speech),
        ("MEMORANDUM FOR THE SECRETARY OF PORTS\n\nSUBJECT: Ports of the north\n", DocumentKind::Letter),
    ] {
        assert_eq!(kind(&format!("{head}\n{BODY}")), expected, "{head}");
    }
    let turn = |name: &str| format!("*The {name}:\n\n{BODY}\n");
    let turns = ["SPEAKER OF THE HOUSE", "MINISTER OF PORTS", "SPEAKER OF THE HOUSE", "MINISTER OF PORTS"];
    assert_eq!(kind(&format!("Open ports\n\n{}", turns.map(turn).concat())), DocumentKind::Minutes);
}

#[test]
fn turns_after_a_stop_and_a_dash_make_a_record() {
    let said = "Mr. Speaker, the ports of the two states are open again since Monday.";
    let turns = |stop: &str| {
        let turn = |name: &str| format!("HON. A. {name}{stop} {said}\n\n");
        ["PORTER", "HARBOUR", "PORTER", "HARBOUR"].map(turn).concat()
    };
    assert_eq!(kind(&format!("Open ports\n\n{}", turns(".-"))), DocumentKind::Minutes);
    assert_eq!(kind(&format!("Open ports\n\n{}", turns(" is here."))), DocumentKind::Other);
}
