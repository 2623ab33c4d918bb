//! What sort of document it is, and why.

use entente_corpus::{Basis, DocumentKind, Evidence, Fact, PassageKind};
use entente_text::Span;
use entente_text::fold::fold;

use super::Line;

/// Kinds, and words of a title or letterhead that name them; the first kind that is there decides.
const WORDS: &[(DocumentKind, &[&str])] = &[
    (
        DocumentKind::PressRelease,
        &[
            "press release",
            "news release",
            "media release",
            "press statement",
            "보도자료",
            "보도참고자료",
            "communique de presse",
            "pressemitteilung",
            "nota de prensa",
            "comunicado de prensa",
            "報道発表",
            "新闻稿",
        ],
    ),
    (DocumentKind::FactSheet, &["fact sheet", "factsheet", "fiche d'information"]),
    (DocumentKind::PressRelease, &["readout of", "read-out of"]),
    (
        DocumentKind::QAndA,
        &[
            "questions and answers",
            "frequently asked questions",
            "q&a",
            "press briefing",
            "press conference",
            "news conference",
            "일문일답",
            "질의응답",
            "브리핑",
            "questions et reponses",
            "fragen und antworten",
            "preguntas y respuestas",
            "記者会見",
            "答记者问",
            "记者会",
        ],
    ),
    (
        DocumentKind::JointStatement,
        &[
            "joint statement",
            "joint vision statement",
            "joint declaration",
            "joint press statement",
            "공동성명",
            "공동선언",
            "공동발표문",
            "declaration conjointe",
            "declaration commune",
            "gemeinsame erklarung",
            "declaracion conjunta",
            "共同声明",
            "共同宣言",
            "联合声明",
            "联合公报",
            "بيان مشترك",
            "הודעה משותפת",
            "совместное заявление",
        ],
    ),
    (DocumentKind::Communique, &["communique", "코뮈니케", "comunicado conjunto"]),
    (
        DocumentKind::WhitePaper,
        &["white paper", "green paper", "백서", "livre blanc", "livre vert", "weissbuch", "weißbuch", "白書", "白皮书"],
    ),
    (
        DocumentKind::ActionPlan,
        &[
            "action plan",
            "plan of action",
            "programme of work",
            "plan d'action",
            "aktionsplan",
            "행동계획",
            "行動計画",
            "行动计划",
        ],
    ),
    (
        DocumentKind::Minutes,
        &[
            "proces-verbal",
            "compte rendu",
            "minutes of",
            "minutes",
            "summary record",
            "verbatim record",
            "record of discussion",
            "회의록",
            "의사록",
            "議事録",
            "会议纪要",
            "sitzungsprotokoll",
            "niederschrift",
            "acta de la",
        ],
    ),
    (
        DocumentKind::Treaty,
        &["treaty", "convention on", "protocol to the", "traite ", "조약", "협약", "条約", "条约", "公约"],
    ),
    (
        DocumentKind::Agreement,
        &[
            "agreement on",
            "agreement between",
            "agreement for",
            "memorandum of understanding",
            "협정",
            "양해각서",
            "accord entre",
            "abkommen",
            "acuerdo entre",
            "協定",
            "协定",
        ],
    ),
    (DocumentKind::Resolution, &["resolution", "결의안", "결의", "決議", "决议"]),
    (
        DocumentKind::Speech,
        &[
            "speech",
            "remarks by",
            "remarks at",
            "address by",
            "address at",
            "statement by",
            "keynote",
            "연설",
            "기념사",
            "환영사",
            "discours",
            "allocution",
            "rede von",
            "rede des",
            "discurso",
            "演説",
            "讲话",
        ],
    ),
    (DocumentKind::Standard, &["request for comments", "code of practice", "technical specification"]),
    (
        DocumentKind::Report,
        &[
            "annual report",
            "assessment",
            "progress report",
            "implementation report",
            "status report",
            "national report",
            "country report",
            "final report",
            "report on",
            "report of",
            "report by",
            "report under",
            "report to",
            "rapport sur",
            "rapport annuel",
            "bericht uber",
            "informe sobre",
            "보고서",
            "報告書",
            "报告",
        ],
    ),
    (
        DocumentKind::Law,
        &[
            "regulations",
            "regulation (",
            "directive (",
            "ordinance",
            "an act to",
            "규정",
            "시행령",
            "시행규칙",
            "법률 제",
            "loi n",
            "decret n",
            "gesetz zur",
            "gesetz uber",
            "verordnung uber",
            "verordnung zur",
            "ley organica",
            "real decreto",
            "施行令",
        ],
    ),
    (DocumentKind::Letter, &["open letter", "letter from", "letter dated", "lettre ouverte", "offener brief"]),
    (
        DocumentKind::Form,
        &["application form", "questionnaire", "assessment form", "신청서", "申請書", "formulaire", "antragsformular"],
    ),
];

/// Passages in which a letterhead may name the kind.
const LETTERHEAD: usize = 12;
/// Passages of the longest notice.
const LONGEST_NOTICE: usize = 60;
/// Questions of a form, with what is answered.
const FORM_QUESTIONS: usize = 4;

/// True where `text` holds a word for a kind of document.
pub(crate) fn names_a_kind(text: &str) -> bool {
    word(text).is_some()
}

fn word(text: &str) -> Option<DocumentKind> {
    let folded = fold(text);
    let named = WORDS.iter().find(|(_, words)| words.iter().any(|word| stands(&folded, word)));
    named.map(|(kind, _)| *kind).or_else(|| is_act(&folded).then_some(DocumentKind::Law))
}

/// True where `word` stands in `folded` and begins no word in the middle.
fn stands(folded: &str, word: &str) -> bool {
    let whole = |at: usize| {
        let before = folded[..at].chars().next_back();
        !word.is_ascii() || before.is_none_or(|c| !c.is_alphanumeric())
    };
    folded.match_indices(word).any(|(at, _)| whole(at))
}

/// "Ports (Safety) Act 2016", "Ports Act, 2016": a law by its short title.
fn is_act(folded: &str) -> bool {
    let mut words = folded.rsplit([' ', ',']).filter(|word| !word.is_empty());
    let year = words.next().is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    year && words.next() == Some("act") && words.next().is_some()
}

/// "Home » News » Investment": a trail to an article among the news.
fn is_trail(text: &str, kind: PassageKind) -> bool {
    let trail = [" » ", " › ", " > "].iter().find(|mark| text.matches(**mark).count() >= 2);
    kind == PassageKind::Furniture
        && text.len() <= 120
        && trail.is_some_and(|mark| {
            text.split(mark)
                .any(|part| part.split(' ').any(|word| matches!(word, "news" | "nachrichten" | "noticias" | "뉴스")))
        })
}

/// The kind: by the title's words, by the letterhead's, by what surrounds the text; else `other`.
pub(crate) fn classify(
    lines: &[Line],
    title: Option<&Fact<String>>,
    publisher: Option<&Fact<String>>,
) -> Fact<DocumentKind> {
    let by_title = title.and_then(|title| {
        let value = word(&title.value)?;
        Some(Fact { value, basis: Basis::Stated, rule: "word-in-title".to_owned(), evidence: title.evidence.clone() })
    });
    let short = |line: &&Line| line.reading.text.chars().count() <= 120;
    let by_letterhead = || {
        let printed = lines.iter().filter(|line| line.kind != PassageKind::Furniture);
        printed.take(LETTERHEAD).filter(short).find_map(|line| {
            let value = word(&line.reading.text)?;
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
                || (["source: ", "稿件来源", "来源: "].iter().any(|label| text.contains(label))
                    && text.len() < 120
                    && line.kind != PassageKind::Row)
                || is_trail(&line.reading.text.to_lowercase(), line.kind)
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
        // A long text with an office at its top is something else.
        (numbered && issued && lines.len() <= LONGEST_NOTICE)
            .then(|| points.whole(DocumentKind::PressRelease, Basis::Inferred, "office-notice-with-points"))
            .flatten()
    };
    let by_questions = || {
        let asked = || lines.iter().filter(|line| line.kind == PassageKind::Question);
        let first = asked().next().filter(|_| asked().count() >= FORM_QUESTIONS)?;
        first.whole(DocumentKind::Form, Basis::Inferred, "questions-with-answers")
    };
    // "Ports Regulations 2019" above "Report under section 2": the line below the title says what is made of the law.
    let by_subtitle = || {
        let law = by_title.as_ref().is_some_and(|kind| kind.value == DocumentKind::Law);
        let place = title.filter(|_| law)?.evidence.first()?.passage?;
        let below = lines.iter().filter(|line| line.kind != PassageKind::Furniture).find(|line| line.index > place)?;
        let value = word(&below.reading.text)
            .filter(|value| below.kind == PassageKind::Heading && *value != DocumentKind::Law)?;
        below.whole(value, Basis::Stated, "word-in-subtitle")
    };
    by_subtitle()
        .or(by_title.clone())
        .or_else(by_letterhead)
        .or_else(by_notice)
        .or_else(by_shape)
        .or_else(by_questions)
        .unwrap_or_else(|| Fact {
            value: DocumentKind::Other,
            basis: Basis::Inferred,
            rule: "no-rule-applies".to_owned(),
            evidence: vec![Evidence { passage: None, span: Span::default() }],
        })
}
