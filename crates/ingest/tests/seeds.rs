//! What a person finds in the five documents that come with the product, as facts that reading must find.

use entente_corpus::{
    AnomalyKind, Basis, Body, Corpus, DocumentKind, Lines, Passage, PassageKind, ReadingText, Record,
};
use entente_ingest::{Settings, Source, ingest};

fn seeds() -> Corpus {
    let source = |file: &str, bytes: &[u8]| Source { file: file.to_owned(), bytes: bytes.to_vec() };
    ingest(
        &[
            source("0.txt", include_bytes!("../../../seeds/000_cede19f12f8b50b1.txt")),
            source("1.txt", include_bytes!("../../../seeds/001_35786128aa01aab2.txt")),
            source("2.txt", include_bytes!("../../../seeds/002_84c0b2401288784c.txt")),
            source("3.txt", include_bytes!("../../../seeds/003_5ee81abf99b99bdd.txt")),
            source("4.txt", include_bytes!("../../../seeds/004_643633df317a56d9.txt")),
        ],
        &Settings::default(),
    )
}

const CONSULTATION: usize = 0;
const WHITE_PAPER: usize = 1;
const SINGAPORE: usize = 2;
const ACTION_PLAN: usize = 3;
const NEWS: usize = 4;

fn with<T>(document: usize, look: impl FnOnce(&Record, &Body) -> T) -> T {
    let corpus = seeds();
    look(
        corpus.catalogue.documents.get(document).expect("it is here"),
        corpus.bodies.get(document).expect("it is here"),
    )
}

fn words(body: &Body, passage: &Passage) -> String {
    ReadingText::of(body, passage).text
}

fn of_kind(body: &Body, kind: PassageKind) -> Vec<String> {
    body.passages.iter().filter(|passage| passage.kind == kind).map(|passage| words(body, passage)).collect()
}

/// The passage whose text begins with `begin`.
fn passage<'a>(body: &'a Body, begin: &str) -> &'a Passage {
    let found = body.passages.iter().find(|passage| words(body, passage).starts_with(begin));
    found.unwrap_or_else(|| panic!("no passage begins {begin:?}"))
}

/// The headings above `passage`, from the top.
fn path(body: &Body, passage: &Passage) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = passage.section;
    while let Some(section) = at.map(|at| &body.sections[at as usize]) {
        out.push(words(body, &body.passages[section.heading as usize]));
        at = section.parent;
    }
    out.reverse();
    out
}

fn printed<T: ToString>(fact: Option<&entente_corpus::Fact<T>>) -> Option<(String, Basis)> {
    fact.map(|fact| (fact.value.to_string(), fact.basis))
}

fn stated(value: &str) -> Option<(String, Basis)> {
    Some((value.to_owned(), Basis::Stated))
}

#[test]
fn all_five_are_read_and_hold_together() {
    let corpus = seeds();
    assert_eq!(corpus.catalogue.documents.len(), 5);
    assert_eq!(corpus.catalogue.unread, []);
    assert_eq!(entente_corpus::check(&corpus), Vec::<String>::new());
    for (_, record, body) in corpus.documents() {
        assert_eq!(body.original, None, "the text gives the bytes back: {}", record.file);
        assert_eq!(record.language.as_ref().map(|fact| fact.value.as_str()), Some("en"), "{}", record.file);
    }
}

#[test]
fn records_say_what_the_documents_say_of_themselves() {
    with(CONSULTATION, |record, _| {
        assert_eq!(
            printed(record.title.as_ref()),
            stated("ROK and the US to Hold their 4th Cyber Policy Consultation")
        );
        assert_eq!(record.kind.value, DocumentKind::PressRelease);
        assert_eq!(printed(record.publisher.as_ref()), stated("외교부"));
        assert_eq!(printed(record.date.as_ref()), stated("2016-06-28"), "not the day of the meeting");
        assert_eq!(printed(record.translation.as_ref()), stated("unofficial translation"));
        assert_eq!(printed(record.url.as_ref()), stated("http://mofa.go.kr/eng/brd/m_5676/view.do"));
    });
    with(WHITE_PAPER, |record, _| {
        assert_eq!(record.kind.value, DocumentKind::WhitePaper);
        assert_eq!(printed(record.edition.as_ref()), stated("2020"));
        assert_eq!(record.date, None, "an edition is no date");
    });
    with(SINGAPORE, |record, _| {
        assert_eq!(
            printed(record.title.as_ref()),
            stated("Korea and Singapore jointly respond to transnational cyber security threats")
        );
        assert_eq!(record.kind.value, DocumentKind::News);
        assert_eq!(printed(record.publisher.as_ref()), stated("The Korea Defense Daily"));
        assert_eq!(record.date, None, "August 2 is the meeting's day, not the article's");
    });
    with(ACTION_PLAN, |record, body| {
        assert_eq!(printed(record.title.as_ref()), stated("2014 APEC Counter Terrorism Action Plan - Korea"));
        assert_eq!(record.kind.value, DocumentKind::ActionPlan);
        assert_eq!(printed(record.publisher.as_ref()), stated("Korea"));
        assert_eq!(printed(record.symbol.as_ref()), stated("2015/SOM1/CTWG/016"));
        let all: Vec<(&str, &str)> =
            body.metadata.iter().map(|datum| (datum.field.as_str(), datum.fact.value.as_str())).collect();
        for competing in [("updated", "2013-01"), ("period", "2014")] {
            assert!(all.contains(&competing), "{competing:?} stays visible");
        }
    });
    with(NEWS, |record, _| {
        assert_eq!(record.title, None, "no title is printed");
        assert!(record.begins.starts_with("National Security Office Director Cho Tae-yong visited Korea"));
        assert_eq!(record.kind.value, DocumentKind::News);
        assert_eq!(record.date, None);
    });
}

#[test]
fn every_fact_stands_on_words_of_its_document() {
    let corpus = seeds();
    for body in corpus.bodies.iter().flatten() {
        for datum in &body.metadata {
            let quotes: Vec<&str> = datum.fact.evidence.iter().map(|place| place.span.of(&body.text)).collect();
            assert!(!quotes.is_empty() && quotes.iter().all(|quote| !quote.is_empty()), "{datum:?}");
        }
    }
}

#[test]
fn a_paragraph_broken_by_a_page_is_one_passage_on_two_lines() {
    with(CONSULTATION, |_, body| {
        let joined = passage(body, "The forthcoming Cyber Policy Consultation");
        assert!(words(body, joined).contains("It will cover the international cyber environment; cyber policies"));
        let lines = Lines::of(&body.text);
        let ranges: Vec<(u32, u32)> = joined.pieces.iter().map(|piece| lines.range(piece.span)).collect();
        assert_eq!(ranges, [(19, 19), (21, 21)]);
        assert!(body.anomalies.iter().any(|anomaly| anomaly.kind == AnomalyKind::SplitText));
    });
}

#[test]
fn points_and_numbers_are_told_from_words() {
    with(CONSULTATION, |_, body| {
        assert_eq!(of_kind(body, PassageKind::Item).len(), 3);
        let numbers: Vec<&str> =
            body.passages.iter().filter_map(|passage| passage.number.map(|span| span.of(&body.text))).collect();
        assert_eq!(numbers, ["1", "2"]);
        assert_eq!(of_kind(body, PassageKind::Note), ["unofficial translation"]);
        assert_eq!(of_kind(body, PassageKind::Furniture), ["List"]);
    });
    with(WHITE_PAPER, |_, body| {
        let numbers: Vec<&str> =
            body.passages.iter().filter_map(|passage| passage.number.map(|span| span.of(&body.text))).collect();
        assert_eq!(numbers, ["15", "16", "17", "18", "19"]);
        assert!(
            words(body, passage(body, "The Minister and the Secretary noted")).contains("ROK– US mutual interests")
        );
    });
}

#[test]
fn text_cut_off_is_told_and_not_joined() {
    with(WHITE_PAPER, |_, body| {
        let cut: Vec<&str> = body
            .anomalies
            .iter()
            .filter(|anomaly| anomaly.kind == AnomalyKind::TruncatedText)
            .map(|anomaly| anomaly.span.of(&body.text))
            .collect();
        assert_eq!(cut, ["and", "continue"]);
        assert!(
            words(body, passage(body, "The Minister and the Secretary concurred in the need")).ends_with("policy and")
        );
    });
}

#[test]
fn menus_and_notices_are_kept_apart() {
    with(SINGAPORE, |_, body| {
        let furniture = of_kind(body, PassageKind::Furniture);
        for words in ["News Zone", "Recent News", "Korea and Singapore jointly respond to transnation"] {
            assert!(furniture.iter().any(|line| line == words), "{words}");
        }
        assert_eq!(of_kind(body, PassageKind::Paragraph)[0].split(',').next(), Some("On August 2"));
    });
}

#[test]
fn a_form_has_its_outline() {
    with(ACTION_PLAN, |_, body| {
        let security = passage(body, "Korea holds regular and across-the-board");
        assert_eq!(
            path(body, security),
            [
                "EXECUTIVE SUMMARY",
                "Summary of main achievements/progress in implementing Leaders' and Ministers' commitments since last update.",
                "A. ENHANCING THE SECURE FLOW OF TRADE AND PEOPLE IN THE APEC REGION",
                "Combat Threats to Security",
            ]
        );
        let framework = passage(body, "Regarding the nation's export goods");
        assert_eq!(
            path(body, framework).last().map(String::as_str),
            Some("Implement the APEC Framework for Secure Trade")
        );
        assert_eq!(framework.level, 2, "a point below a point");
        let numbers: Vec<&str> = body
            .sections
            .iter()
            .filter_map(|section| body.passages[section.heading as usize].number.map(|span| span.of(&body.text)))
            .collect();
        assert_eq!(
            numbers,
            [
                "1", "A", "B", "C", "2", "A", "B", "C", "3", "A", "B", "C", "A", "A.1", "A.2", "A.3", "A.4", "A.5",
                "B", "C"
            ]
        );
    });
}

#[test]
fn a_forms_questions_and_empty_answers_are_told() {
    with(ACTION_PLAN, |_, body| {
        let questions: Vec<&Passage> =
            body.passages.iter().filter(|passage| passage.kind == PassageKind::Question).collect();
        assert_eq!(questions.len(), 21, "three questions in each of seven areas");
        assert!(questions.iter().all(|question| question.template));
        let empty: Vec<&Passage> = body.passages.iter().filter(|passage| passage.empty).collect();
        assert_eq!(empty.len(), 7);
        let asked: Vec<bool> = empty.iter().map(|answer| answer.of.is_some()).collect();
        assert_eq!(asked.iter().filter(|asked| **asked).count(), 5, "two stand under a heading, not a question");
        let open = body.anomalies.iter().filter(|anomaly| anomaly.rule == "nothing-below");
        let (questions, sections): (Vec<_>, Vec<_>) = open.partition(|a| a.kind == AnomalyKind::EmptyAnswer);
        assert_eq!((questions.len(), sections.len()), (12, 1));
    });
}

#[test]
fn what_contradicts_itself_and_whom_it_names_is_told() {
    with(ACTION_PLAN, |_, body| {
        let told = |kind: AnomalyKind| body.anomalies.iter().filter(move |anomaly| anomaly.kind == kind);
        let quotes = |kind: AnomalyKind| told(kind).map(|anomaly| anomaly.span.of(&body.text)).collect::<Vec<_>>();
        assert_eq!(quotes(AnomalyKind::InconsistentDate), ["Jan 2013"], "it tells of events of 2014");
        assert_eq!(told(AnomalyKind::RepeatedTemplate).count(), 6);
        let personal = quotes(AnomalyKind::PersonalData);
        assert_eq!(personal.iter().filter(|quote| quote.contains('@')).count(), 13);
        assert_eq!(personal.iter().filter(|quote| quote.starts_with("+82")).count(), 24, "a telephone and a fax each");
        assert_eq!(told(AnomalyKind::PersonalData).filter(|anomaly| anomaly.rule == "contact-person").count(), 12);
    });
}

#[test]
fn markup_is_not_read_and_stays_visible() {
    with(ACTION_PLAN, |_, body| {
        let title = passage(body, "20124 APEC COUNTER-TERRORISM");
        assert!(
            title
                .styles
                .iter()
                .any(|style| { style.kind == entente_corpus::StyleKind::Deleted && style.span.of(&body.text) == "4" })
        );
        assert!(words(body, passage(body, "Korea launched SES-GEP")).contains("for US$100"));
    });
}
