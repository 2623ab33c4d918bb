//! A page that has something back fails, and says where without saying what.

use entente_corpus::Corpus;
use entente_ingest::{Executors, Redaction, Report, Settings, Source, ingest_redacted};
use entente_page::{Application, Assets, template};

use super::{Unproven, prove};
use crate::pack::{Options, page};

const TEXT: &str = "# Visit\n\nContact person: Marta Kowalczyk, Tel: +82-2-555-0199, desk@example.org\n\nThe Ministry met on 3 May 2014.\n";

fn redacted() -> (Corpus, Report) {
    let redact = Redaction { personal_data: true, names: vec!["Jan Doe".to_owned()], ..Redaction::default() };
    let settings = Settings { redact, ..Settings::default() };
    let source = |at: usize| (at == 0).then(|| Source { file: "a.md".into(), bytes: TEXT.into() });
    ingest_redacted(&["a.md".to_owned()], &[1], &source, &settings, None, &Executors::sequential())
}

fn empty() -> String {
    let skeleton = "<!DOCTYPE html><html><head><!-- entente:policy --><title>Entente</title></head><body>\
        <div id=\"app\"><!-- entente:static --></div><!-- entente:data --><!-- entente:application --></body></html>";
    template(&Assets { skeleton, style: "", application: Application::default() }).expect("a whole skeleton")
}

#[test]
fn a_page_is_proven_and_one_that_has_a_word_back_is_not() {
    let (corpus, report) = redacted();
    let options = Options::default();
    let whole = page(&corpus, &empty(), &options).expect("a page");
    assert!(prove(&whole, &report).is_ok(), "{:?}", prove(&whole, &report));
    type Change = fn(&mut Corpus);
    let back: [(&str, &str, Change); 11] = [
        ("title", "names, entry 1", |corpus| corpus.catalogue.title = Some("Talks with jan DOE".into())),
        ("description", "names, entry 1", |corpus| corpus.catalogue.description = Some("by J&#97;n%20Doe".into())),
        ("edition", "names, entry 1", |corpus| corpus.catalogue.edition = Some("Doe, Jan".into())),
        ("a text", "contact person", |corpus| put(corpus, "Kowalczyk spoke.")),
        ("over a line", "contact person", |corpus| put(corpus, "Marta Kowal-\nczyk spoke.")),
        ("over markup", "names, entry 1", |corpus| put(corpus, "<b>Jan</b> <i>Do</i>e spoke.")),
        ("zero width", "contact person", |corpus| put(corpus, "Kowal\u{200b}czyk")),
        ("digits", "telephone number", |corpus| put(corpus, "(82) 2 555 0199")),
        ("an address", "e-mail address", |corpus| put(corpus, "other@example.net")),
        ("a file kept", "contact person", |corpus| body(corpus, |body| body.original = Some("S293YWxjenlr".into()))),
        ("a note", "contact person", |corpus| {
            body(corpus, |body| body.anomalies.iter_mut().for_each(|note| note.detail = "by M. Kowalczyk".into()));
        }),
    ];
    for (what, rule, change) in back {
        let mut leaking = corpus.clone();
        change(&mut leaking);
        let leaking = page(&leaking, &empty(), &options).expect("a page");
        match prove(&leaking, &report) {
            Err(Unproven::Leak(leak)) => {
                assert!(leak.rule.contains(rule), "{what}: {leak}");
                let said = leak.to_string().to_lowercase();
                assert!(!said.contains("kowalczyk") && !said.contains("doe") && !said.contains("0199"), "{said}");
            }
            other => panic!("{what}: {other:?}"),
        }
    }
}

/// The page's own words about its masks are not a leak.
#[test]
fn what_the_page_says_of_the_masks_is_not_taken_for_a_word_that_is_left() {
    let redact = Redaction { personal_data: true, names: vec!["contact person".to_owned()], ..Redaction::default() };
    let settings = Settings { redact, ..Settings::default() };
    let source = |at: usize| (at == 0).then(|| Source { file: "a.md".into(), bytes: TEXT.into() });
    let (corpus, report) =
        ingest_redacted(&["a.md".to_owned()], &[1], &source, &settings, None, &Executors::sequential());
    let whole = page(&corpus, &empty(), &Options::default()).expect("a page");
    assert!(prove(&whole, &report).is_ok(), "{:?}", prove(&whole, &report));
}

/// A page that carries its index is looked through to the last word.
#[test]
fn the_words_of_an_index_are_looked_through() {
    let (corpus, report) = redacted();
    let mut leaking = corpus;
    put(&mut leaking, &format!("{} Kowalczyk", "word after word ".repeat(200_000)));
    let large = page(&leaking, &empty(), &Options::default()).expect("a page");
    assert!(matches!(prove(&large, &report), Err(Unproven::Leak(_))));
}

fn body(corpus: &mut Corpus, change: impl FnOnce(&mut entente_corpus::Body)) {
    change(corpus.bodies.get_mut(0).expect("it is here"));
}

fn put(corpus: &mut Corpus, words: &str) {
    body(corpus, |body| {
        body.text.push('\n');
        body.text.push_str(words);
    });
}
