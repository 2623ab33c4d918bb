//! The shapes that documents come in, one small invented document each: what a reader sees as one
//! thing is one passage, of the right kind and depth.

mod outline;

use entente_ingest::{Settings, Source, read};

use self::outline::{expect, outline};

#[test]
fn a_press_release_with_points() {
    expect(
        "# Talks to Be Held\n\n1. The talks will take place in Bern\non June 29.\n\n° The first point is made here.\n\n\
         ° The second\npoint is made here.\n\n2. A second paragraph ends it.\n\n※ unofficial translation\n",
        &[
            "heading1: Talks to Be Held",
            "paragraph #1: The talks will take place in Bern on June 29.",
            "item1: The first point is made here.",
            "item1: The second point is made here.",
            "paragraph #2: A second paragraph ends it.",
            "note: unofficial translation",
        ],
    );
}

#[test]
fn lists_in_lists() {
    expect(
        "- one\n - one of one\n - two of one\n- two\n  ○ one of two\n",
        &["item1: one", "item2: one of one", "item2: two of one", "item1: two", "item2: one of two"],
    );
}

#[test]
fn a_sentence_over_a_page_break_is_one_passage() {
    expect(
        "The two sides met again and discussed the state of the\n\n- 12 -\n\u{c}\nregional security dialogue in detail.\n\nThey agreed.\n",
        &[
            "paragraph in 2 parts: The two sides met again and discussed the state of the regional security dialogue in detail.",
            "furniture: - 12 -",
            "paragraph: They agreed.",
        ],
    );
}

#[test]
fn a_form_with_questions() {
    let question =
        "PLEASE DESCRIBE THE ACTIVITIES IN WHICH YOUR OFFICE TOOK PART DURING THE LAST YEAR.\nWHAT WAS THEIR BENEFIT?";
    expect(
        &format!("A.1 Protect Ports:\n\n{question}\n\n--\n\nFURTHER MEASURES\n\n- A new gate.\n"),
        &[
            "heading1 #A.1: A.1 Protect Ports:",
            &format!("question: {}", question.replace('\n', " ")),
            "answer: --",
            "heading2: FURTHER MEASURES",
            "item1: A new gate.",
        ],
    );
}

#[test]
fn a_treaty_with_articles() {
    expect(
        "AGREEMENT ON PORTS\n\nThe Parties have agreed as follows.\n\nARTICLE 1\nDEFINITIONS\n\n\
         In this Agreement a port is a harbour, as in\nArticle 2 of the Convention on Ports, and nothing\nelse.\n\nARTICLE 2\nENTRY INTO FORCE\n\n\
         It enters into force on signature.\n",
        &[
            "heading1: AGREEMENT ON PORTS",
            "paragraph: The Parties have agreed as follows.",
            "heading2: ARTICLE 1 DEFINITIONS",
            "paragraph: In this Agreement a port is a harbour, as in Article 2 of the Convention on Ports, and nothing else.",
            "heading2: ARTICLE 2 ENTRY INTO FORCE",
            "paragraph: It enters into force on signature.",
        ],
    );
}

#[test]
fn numbered_chapters_and_their_parts() {
    expect(
        "1. Scope\n\nThis text is about ports.\n\n1.1 Small ports\n\nThey are small.\n\n2. Rules\n\nThere are rules.\n\n2.1 First rule\n\nIt is short.\n",
        &[
            "heading1 #1: Scope",
            "paragraph: This text is about ports.",
            "heading2 #1.1: 1.1 Small ports",
            "paragraph: They are small.",
            "heading1 #2: Rules",
            "paragraph: There are rules.",
            "heading2 #2.1: 2.1 First rule",
            "paragraph: It is short.",
        ],
    );
}

#[test]
fn a_korean_decree() {
    expect(
        "제1조 (목적)\n\n① 이 영은 항만의 안전을 정함을 목적으로 한다.\n\n가. 항만의 범위는 다음과 같다.\n\nㅇ 부산항\n\n제2조 (정의)\n\n국군부대의 교육훈련 지원 등을 위하여 부대를\n\n파견하는 것에 동의한다.\n",
        &[
            "heading1: 제1조 (목적)",
            "paragraph #①: 이 영은 항만의 안전을 정함을 목적으로 한다.",
            "paragraph #가: 항만의 범위는 다음과 같다.",
            "item1: 부산항",
            "heading1: 제2조 (정의)",
            "paragraph in 2 parts: 국군부대의 교육훈련 지원 등을 위하여 부대를 파견하는 것에 동의한다.",
        ],
    );
}

#[test]
fn pages_with_running_heads() {
    let page = |n: usize| {
        format!(
            "Annual Review of Ports                    {n}\n\nPorts of region {n} are open to every ship that calls.\n\n[Page {n}]\n\u{c}\n"
        )
    };
    let text: String = (1..=3).map(page).collect();
    let kinds: Vec<String> =
        outline("x.txt", &text).iter().map(|line| line.split(':').next().unwrap_or("").to_owned()).collect();
    assert_eq!(kinds, ["furniture", "paragraph", "furniture"].repeat(3));
}

#[test]
fn markdown_is_read_and_not_shown() {
    expect(
        "## A **bold** title ##\n\nIt costs US\\$100 &amp; more, see [the annex](https://example.org/a_b).\n\n> Quoted words.\n\n\
         | Year | Sum |\n|---|---:|\n| 2014 | 1\\|000 |\n| | ~~5~~6 |\n\n***\n",
        &[
            "heading1: A bold title",
            "paragraph: It costs US$100 & more, see the annex.",
            "quote: Quoted words.",
            "row: Year Sum",
            "row: 2014 1|000",
            "row: 56",
            "furniture: ***",
        ],
    );
}

#[test]
fn plain_text_keeps_its_stars_and_underscores() {
    expect("The file_name_is kept, 2 * 3 * 4 too.\n", &["paragraph: The file_name_is kept, 2 * 3 * 4 too."]);
}

#[test]
fn what_a_conversion_left_behind_is_told_once_for_each_sort() {
    let text = "# Plan of 2012~~4~~\n\nSee [the code](#) and [the guide](#) of US\\$5.\n\nFormatted: Font: Red\n\n\
        Formatted: Font: Underline\n\nThere were 33 filings (19 approvals, 4 partial approvals, 3 deferrals) and 5 talks (2 open, 3 closed).\n";
    let source = Source { file: "x.md".to_owned(), bytes: text.as_bytes().to_vec() };
    let (_, body) = read(&source, &Settings::default()).expect("a text");
    let told: Vec<(&str, &str)> =
        body.anomalies.iter().map(|note| (note.rule.as_str(), note.span.of(&body.text))).collect();
    for expected in [
        ("struck-out", "4"),
        ("empty-links", "](#)"),
        ("escaped-characters", "\\$"),
        ("tracked-changes-residue", "Formatted: Font: Red"),
        ("parts-and-total", "33 filings (19 approvals, 4 partial approvals, 3 deferrals)"),
    ] {
        assert_eq!(told.iter().filter(|note| **note == expected).count(), 1, "{expected:?} in {told:?}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
}
