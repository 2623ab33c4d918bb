//! `entente why`: what it prints for a line.

mod place;

use place::{Place, code, said};

/// What is said of a line of a document, of its folder as of the page that is made of it.
fn why(text: &str, line: u32) -> String {
    let place = Place::new();
    place.write("docs/note.md", text.as_bytes());
    assert_eq!(code(&place.pack("docs", "page.html")), 0);
    let of = |source: &str| place.run(&["why", source, &format!("note.md:{line}")]);
    let output = of("docs");
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(of("page.html").stdout, output.stdout);
    said(&output)
}

#[test]
fn every_sentence_has_its_clauses_in_every_language_that_is_read() {
    for (text, sentences) in [
        ("# Note\n\nNorway met Ghana in Accra on 4 May 2018. It refused to meet Togo.\n", 2),
        ("# 알림\n\n양측은 동맹을 재확인하였다. 정부는 지원을 약속했다.\n", 2),
        ("# お知らせ\n\n日本政府は支援を約束した。双方は進展を歓迎した。\n", 2),
        ("# Communiqué\n\nLes ministres réaffirment leur appui à la paix dans les deux pays de la région.\n", 1),
    ] {
        let lines = why(text, 3);
        let starts = |what: &str| lines.lines().filter(|line| line.trim_start().starts_with(what)).count();
        assert_eq!(starts("sentence: "), sentences, "{lines}");
        assert!(starts("clause: ") >= sentences, "{lines}");
    }
}

#[test]
fn what_was_found_is_told_with_its_rule_and_what_was_not_with_its_guard() {
    let lines = why("# Note\n\nNorway declined to meet Ghana in Accra on 4 May 2018.\n", 3);
    assert!(lines.contains("[verb-of-meeting] by the guard [negated] What is said not to have happened"), "{lines}");
    let lines =
        why("# Note\n\nMinister Astrid Lund pledged USD 3 million to the Regional Port Safety Council (RPSC).\n", 3);
    for expected in [
        "found: pledge \"pledged\", speaker: Astrid Lund, by [verb-of-saying] A verb of promising",
        "found: amount 3000000 USD, pledged, by [money] A number with a currency.",
        "found: person \"Astrid Lund\", by [person-titled] The name stands after a title.",
        "found: short form RPSC = Regional Port Safety Council, by [acronym-in-brackets] It stands in brackets",
    ] {
        assert!(lines.contains(expected), "{expected}: {lines}");
    }
    let lines = why("# Note\n\n3 May 2016\n\nThe ports are open.\n", 3);
    assert!(lines.contains("metadata: date \"2016-05-03\", by [date-alone-on-a-line] A date stands alone"), "{lines}");
    let lines = why("# Note\n\nThe ports are open.\n", 3);
    assert!(lines.contains("no frame: no noun or verb here reports an occasion"), "{lines}");
}
