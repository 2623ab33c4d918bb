//! Screens of documents whose words would change the page if they were not isolated.

use super::support::{FORM, NEWS, SAME, html, html_with, library, screen_links, text};

#[test]
fn what_a_document_prints_is_never_markup() {
    let hostile = "Korea and Japan held the 3rd <img src=x onerror=alert(1)> Consultation in Tokyo on 2 May 2015.\n";
    let library = library(&[("a.txt", hostile)]);
    for link in ["#/names", "#/name/kr", "#/engagements", "#/notes", "#/"] {
        assert!(!html(&library, link).contains("<img"), "{link}");
    }
}

#[test]
fn words_of_a_document_keep_their_direction_and_language() {
    let library = library(&[(
        "k.md",
        "# 한일 정책협의회 개최\n\n제3차 한일 정책협의회가 2016년 6월 29일 도쿄에서 개최되었다.\n",
    )]);
    let id = library.corpus().catalogue.documents.get(0).expect("it is here").id.to_string();
    let drawn = html(&library, &format!("#/doc/{id}"));
    assert!(drawn.contains("<article lang=\"ko\""), "the text is in its language");
    assert!(drawn.contains("dir=\"auto\""), "its direction is its own");
    assert!(drawn.contains("lang=\"en\""), "our words in it are in ours");
}

#[test]
fn signs_that_turn_a_line_round_are_shown() {
    let title = "Report \u{202e}FDP.exe\u{202c}";
    let library = library(&[("k.md", &format!("# {title}\n\nKorea \u{2066}met\u{2069} Japan.\n"))]);
    let id = library.corpus().catalogue.documents.get(0).expect("it is here").id.to_string();
    for link in [format!("#/doc/{id}"), "#/documents".to_owned()] {
        let drawn = html(&library, &link);
        assert!(drawn.contains("U+202E</bdi>"), "{link}");
        assert!(!text(&drawn).contains(['\u{202e}', '\u{202c}', '\u{2066}']), "{link}");
    }
}

#[test]
fn no_view_lets_a_sign_turn_a_line_round() {
    let sign = '\u{202e}';
    let turned = |text: &str| {
        let words = [" two ", " agreed", " information", " Cyber", "Ports", "Plan", " Trust", " 2012", " attacks"];
        words.iter().fold(text.to_owned(), |text, word| text.replace(word, &format!("{word}{sign}")))
    };
    let texts = [FORM, NEWS, SAME].map(turned);
    let extra = "# Table\u{202e} of sums\n\n| Na\u{202e}me | Sum |\n|---|---|\n| Korea | USD 500,000 |\n\n> A quo\u{202e}ted line of the Ministry\u{202e} (MFA\u{202e})\n\nThe Ministry of Foreign Affairs (MOFA) said\u{202e} that it will pay USD 2 million to the U\u{202e}N.\n";
    let library = library(&[
        ("form\u{202e}.md", &texts[0]),
        ("news.txt", &texts[1]),
        ("same.txt", &texts[2]),
        ("extra.md", extra),
    ]);
    let corpus = library.corpus();
    let further = [
        "#/search?q=two+ports",
        "#/search?q=two+ports\u{202e}x&country=x\u{202e}y",
        "#/search?q=korea&unit=statements",
        "#/documents?q=por\u{202e}ts",
        "#/compare/name:kr/name:jp",
        "#/no\u{202e}where",
    ];
    let mut links = screen_links();
    links.extend(further.map(str::to_owned));
    links.extend(corpus.catalogue.entities.iter().flatten().map(|entity| format!("#/name/{}", entity.id)));
    links.extend(corpus.catalogue.series.get().into_iter().flatten().map(|series| format!("#/series/{}", series.id)));
    for (_, record, body) in corpus.documents() {
        links.push(format!("#/doc/{}", record.id));
        links.extend(body.passages.iter().map(|passage| format!("#/doc/{}/{}", record.id, passage.anchor)));
        links.extend(body.engagements.iter().map(|row| format!("#/engagement/{}", row.id)));
        links.extend(body.statements.iter().map(|row| format!("#/statement/{}", row.id)));
    }
    let ids: Vec<&str> = corpus.catalogue.documents.iter().flatten().map(|record| record.id.as_str()).collect();
    links.push(format!("#/compare/{}/{}", ids[1], ids[2]));
    for link in links {
        for source in [false, true] {
            let shown = text(&html_with(&library, &link, &|_, display, _| display.source = source));
            assert!(!shown.contains(sign), "{link}: {shown}");
        }
    }
}

#[test]
fn a_link_that_leads_elsewhere_shows_where() {
    let library = library(&[(
        "k.md",
        "# A title\n\nSee [https://www.mofa.go.kr/](https://evil.example/login) and [the site](https://a.example/).\n",
    )]);
    let id = library.corpus().catalogue.documents.get(0).expect("it is here").id.to_string();
    let shown = text(&html(&library, &format!("#/doc/{id}")));
    assert!(shown.contains("evil.example") && !shown.contains("a.example"), "{shown}");
}

#[test]
fn what_would_stop_a_browser_is_drawn_in_part() {
    let row = "a,".repeat(3_000);
    let styles = "<b>a</b><i>b</i>".repeat(4_000);
    let library = library(&[("row.csv", &format!("{row}\n{row}\n")), ("styles.html", &format!("<p>{styles}</p>"))]);
    for record in library.corpus().catalogue.documents.iter().flatten() {
        let drawn = html(&library, &format!("#/doc/{}", record.id));
        let elements = drawn.matches("<t").count() + drawn.matches("<b>").count() + drawn.matches("<em>").count();
        assert!(elements < 8_000, "{}: {elements}", record.file);
    }
    let row = &library.corpus().catalogue.documents.get(0).expect("it is here").id;
    assert!(text(&html(&library, &format!("#/doc/{row}"))).contains("more cells in the source"));
}
