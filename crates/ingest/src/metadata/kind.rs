//! What sort of document it is, and why.

use entente_corpus::{Basis, DocumentKind, Evidence, Fact, PassageKind};
use entente_text::Span;
use entente_text::fold::fold;

use super::Line;

/// Words of a title or letterhead, and the kind they name; the first that is there decides.
const WORDS: &[(&str, DocumentKind)] = &[
    ("press release", DocumentKind::PressRelease),
    ("news release", DocumentKind::PressRelease),
    ("media release", DocumentKind::PressRelease),
    ("보도자료", DocumentKind::PressRelease),
    ("communique de presse", DocumentKind::PressRelease),
    ("pressemitteilung", DocumentKind::PressRelease),
    ("fact sheet", DocumentKind::FactSheet),
    ("factsheet", DocumentKind::FactSheet),
    ("joint statement", DocumentKind::JointStatement),
    ("joint vision statement", DocumentKind::JointStatement),
    ("joint declaration", DocumentKind::JointStatement),
    ("공동성명", DocumentKind::JointStatement),
    ("communique", DocumentKind::Communique),
    ("white paper", DocumentKind::WhitePaper),
    ("백서", DocumentKind::WhitePaper),
    ("livre blanc", DocumentKind::WhitePaper),
    ("action plan", DocumentKind::ActionPlan),
    ("plan of action", DocumentKind::ActionPlan),
    ("proces-verbal", DocumentKind::Minutes),
    ("minutes of", DocumentKind::Minutes),
    ("회의록", DocumentKind::Minutes),
    ("questions and answers", DocumentKind::QAndA),
    ("treaty", DocumentKind::Treaty),
    ("convention on", DocumentKind::Treaty),
    ("agreement on", DocumentKind::Agreement),
    ("agreement between", DocumentKind::Agreement),
    ("memorandum of understanding", DocumentKind::Agreement),
    ("협정", DocumentKind::Agreement),
    ("resolution", DocumentKind::Resolution),
    ("결의안", DocumentKind::Resolution),
    ("speech", DocumentKind::Speech),
    ("remarks by", DocumentKind::Speech),
    ("address by", DocumentKind::Speech),
    ("statement by", DocumentKind::Speech),
    ("request for comments", DocumentKind::Standard),
    ("규정", DocumentKind::Law),
    ("시행령", DocumentKind::Law),
    ("regulations", DocumentKind::Law),
    ("open letter", DocumentKind::Letter),
    ("annual report", DocumentKind::Report),
    ("report on", DocumentKind::Report),
    ("report of", DocumentKind::Report),
    ("보고서", DocumentKind::Report),
];

/// Passages in which a letterhead may name the kind.
const LETTERHEAD: usize = 12;

/// True where `text` holds a word for a kind of document.
pub(crate) fn names_a_kind(text: &str) -> bool {
    word(text).is_some()
}

fn word(text: &str) -> Option<(&'static str, DocumentKind)> {
    let folded = fold(text);
    WORDS.iter().copied().find(|(word, _)| folded.contains(&fold(word)))
}

/// The kind: by the title's words, by the letterhead's, by what surrounds the text; else `other`.
pub(crate) fn classify(
    lines: &[Line],
    title: Option<&Fact<String>>,
    publisher: Option<&Fact<String>>,
) -> Fact<DocumentKind> {
    let by_title = title.and_then(|title| {
        let (_, value) = word(&title.value)?;
        Some(Fact { value, basis: Basis::Stated, rule: "word-in-title".to_owned(), evidence: title.evidence.clone() })
    });
    let short = |line: &&Line| line.reading.text.chars().count() <= 120;
    let by_letterhead = || {
        lines.iter().take(LETTERHEAD).filter(short).find_map(|line| {
            let (_, value) = word(&line.reading.text)?;
            line.whole(value, Basis::Stated, "word-in-letterhead")
        })
    };
    let by_notice = || {
        let news = |line: &&Line| {
            let text = fold(&line.reading.text);
            let menu = line.kind == PassageKind::Furniture && matches!(text.as_str(), "news zone" | "recent news");
            let rights = line.kind == PassageKind::Furniture
                && text.contains("all rights reserved")
                && ["daily", "times", "news", "post", "herald"].iter().any(|word| text.contains(word));
            menu || rights
                || (text.starts_with("source: ") && text.len() < 40)
                || text.contains(" is a journalist")
                || text.contains("traveler and journalist")
        };
        lines.iter().find(news).and_then(|line| line.whole(DocumentKind::News, Basis::Inferred, "news-site-notice"))
    };
    let by_shape = || {
        // A ministry's numbered notice with points under its paragraphs.
        let points = lines.iter().find(|line| line.kind == PassageKind::Item)?;
        let numbered = lines.iter().any(|line| line.kind == PassageKind::Paragraph && line.passage.number.is_some());
        let issued = publisher.is_some_and(|fact| fact.rule == "office-alone-on-a-line");
        (numbered && issued)
            .then(|| points.whole(DocumentKind::PressRelease, Basis::Inferred, "office-notice-with-points"))
            .flatten()
    };
    by_title.or_else(by_letterhead).or_else(by_notice).or_else(by_shape).unwrap_or_else(|| Fact {
        value: DocumentKind::Other,
        basis: Basis::Inferred,
        rule: "no-rule-applies".to_owned(),
        evidence: vec![Evidence { passage: None, span: Span::default() }],
    })
}
