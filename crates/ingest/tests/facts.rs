//! What the five given documents say was done, promised and agreed, as a person reads it; and small documents of other
//! kinds.

use entente_corpus::{Body, Corpus, End, Engagement, LinkKind, Modality, PassageKind, check};
use entente_ingest::{Settings, Source, ingest};

fn corpus(files: &[(&str, &str)]) -> Corpus {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    let corpus = ingest(&files.iter().map(source).collect::<Vec<_>>(), &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new(), "every fact points somewhere");
    corpus
}

fn seeds() -> Corpus {
    corpus(&[
        ("0.txt", include_str!("../../../seeds/000_cede19f12f8b50b1.txt")),
        ("1.txt", include_str!("../../../seeds/001_35786128aa01aab2.txt")),
        ("2.txt", include_str!("../../../seeds/002_84c0b2401288784c.txt")),
        ("3.txt", include_str!("../../../seeds/003_5ee81abf99b99bdd.txt")),
        ("4.txt", include_str!("../../../seeds/004_643633df317a56d9.txt")),
    ])
}

const WHITE_PAPER: usize = 1;
const ACTION_PLAN: usize = 3;

fn line(body: &Body, at: u32) -> u32 {
    entente_corpus::Lines::of(&body.text).line(at)
}

/// `line status kind ordinal date basis`, with `-` for what is not known.
fn engagements(corpus: &Corpus, document: usize) -> Vec<String> {
    let body = corpus.bodies.get(document).expect("it is here");
    let told = |found: &entente_corpus::Engagement| {
        let ordinal = found.ordinal.map_or("-".to_owned(), |n| n.to_string());
        let date = found.date.as_ref().map_or("-".to_owned(), |date| format!("{} {}", date.value, date.basis.as_str()));
        let name = found.name.of(&body.text).split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "{} {} {} {ordinal} {date} {name}",
            line(body, found.evidence[0].span.start),
            found.status.map_or("-", |status| status.as_str()),
            found.kind
        )
    };
    body.engagements.iter().map(told).collect()
}

#[test]
fn occasions_are_found_with_number_date_and_basis() {
    let corpus = seeds();
    for (document, expected) in [
        (
            0,
            "15 planned consultation 4 2016-06-29 inferred fourth Republic of Korea-United States Cyber Policy Consultation",
        ),
        (0, "17 held summit - 2015-10 stated ROK-US summit talks"),
        (2, "12 held dialogue 6 XXXX-08-02 stated 6th Korea-Singapore Defense Strategy Dialogue"),
        (2, "12 held summit - 2019 stated 2019 ASEAN-Republic of Korea Commemorative Summit"),
        (3, "105 held consultation - 2014-05 stated consultations"),
        (3, "109 recurring conference - - International Symposium on Cyber crime Response (ISCR)"),
        (3, "109 held conference - 2014-06 stated symposium"),
        (
            3,
            "110 held meeting 14 2012-10 stated 14th Interpol Expert Group Meeting on Cybercrime in Asia-Pacific Region",
        ),
        (3, "273 recurring deployment - 2009/.. stated deploying a warship"),
        (4, "1 held meeting - XXXX-XX-08 stated meeting"),
        (4, "8 planned meeting - XXXX-XX-09 stated trilateral security chiefs’ meeting"),
        (4, "9 planned conference 1 - first Korea-U.S. Next-Generation Core Emerging Technology Conference"),
    ] {
        let found = engagements(&corpus, document);
        assert!(found.iter().any(|told| told == expected), "{expected}\nis not in\n{}", found.join("\n"));
    }
    let consultations =
        engagements(&corpus, ACTION_PLAN).iter().filter(|told| told.ends_with("stated consultations")).count();
    assert!(consultations >= 5, "each partner's consultation is one: {consultations}");
}

#[test]
fn a_date_is_never_more_than_its_own_clause_and_the_documents_year_say() {
    let corpus = seeds();
    for (_, record, body) in corpus.documents() {
        for found in &body.engagements {
            let Some(date) = &found.date else { continue };
            let printed: String = date.evidence.iter().map(|place| place.span.of(&body.text)).collect();
            for part in date.value.to_string().split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4) {
                let own = record.date.as_ref().is_some_and(|date| date.value.to_string().starts_with(part));
                let inferred = date.basis == entente_corpus::Basis::Inferred && own;
                assert!(printed.contains(part) || inferred, "{}: {part} is not in {printed:?}", record.file);
            }
        }
    }
}

#[test]
fn what_was_held_was_held_before_its_document() {
    for (sentence, expected) in [
        ("Korea and India held a meeting on August 2.", "2017-08-02"),
        ("Korea and India held a meeting on March 6.", "2018-03-06"),
        ("Korea and India held a meeting on March 20.", "2017-03-20"),
        ("Korea and India held a meeting on the 8th.", "XXXX-XX-08"),
        ("Korea and India held a meeting on the 4th.", "2018-03-04"),
        ("Korea and India will hold a meeting on August 2.", "2018-08-02"),
        ("Korea and India held talks on 2 and 3 December.", "2017-12-02/2017-12-03"),
    ] {
        let text = format!("# Note\n\nPublished 5 March 2018\n\n{sentence}\n");
        let corpus = corpus(&[("note.md", &text)]);
        let body = corpus.bodies.get(0).expect("it is here");
        let dates: Vec<String> =
            body.engagements.iter().filter_map(|found| Some(found.date.as_ref()?.value.to_string())).collect();
        assert_eq!(dates, [expected], "{sentence}");
    }
}

#[test]
fn a_series_has_its_members_and_its_gaps() {
    let corpus = seeds();
    let series = |words: &str| {
        let found = corpus.catalogue.series.get().into_iter().flatten().find(|series| series.name.contains(words));
        found.unwrap_or_else(|| panic!("no series is called {words}"))
    };
    let cyber = series("Cyber Policy Consultation");
    assert_eq!(cyber.missing, [1, 2, 3]);
    assert_eq!(cyber.members.len(), 2, "the consultations of August 2014 are an earlier member");
    let before = corpus
        .catalogue
        .links
        .get()
        .into_iter()
        .flatten()
        .find(|link| link.kind == LinkKind::Series)
        .expect("one comes after the other");
    assert_eq!(
        (before.from, before.to),
        (End::Engagement(0, 0), End::Engagement(cyber.members[0].0, cyber.members[0].1))
    );
    assert!(before.why.contains("inferred"), "{}", before.why);
    let symposium = series("International Symposium");
    let (document, words) = symposium.frequency.expect("annually");
    assert_eq!(words.of(&corpus.bodies.get(document as usize).expect("it is here").text), "annually");
}

#[test]
fn an_anniversary_counts_years_and_no_members_of_a_series() {
    let text = "# Note\n\nThe Allies held the 75th Anniversary NATO Summit in Washington on 9 July 2024.\n\nKorea and \
                Japan held the 75th Fisheries Dialogue in Seoul on 9 July 2024.\n";
    let corpus = corpus(&[("a.md", text)]);
    let numbers: Vec<Option<u16>> =
        corpus.bodies.get(0).expect("it is here").engagements.iter().map(|found| found.ordinal).collect();
    assert_eq!(numbers, [None, Some(75)]);
    assert!(
        corpus.catalogue.series.get().into_iter().flatten().all(|series| !series.name.contains("NATO")),
        "{:?}",
        corpus.catalogue.series
    );
}

#[test]
fn statements_have_speaker_verb_and_strength() {
    let corpus = seeds();
    let body = corpus.bodies.get(WHITE_PAPER).expect("it is here");
    let told: Vec<(String, &str, &str, &str)> = body
        .statements
        .iter()
        .map(|found| {
            let words = |span: entente_text::Span| span.of(&body.text).split_whitespace().collect::<Vec<_>>().join(" ");
            (
                found.speaker.map(|party| words(party.span)).unwrap_or_default(),
                found.verb.map_or("", |verb| verb.of(&body.text)),
                found.strength.map_or("", entente_corpus::Strength::as_str),
                found.modality.as_str(),
            )
        })
        .collect();
    let both = "The Minister and the Secretary";
    let expected = [
        (both, "reaffirmed", "reaffirmed", "reaffirmation"),
        ("The two sides", "committed", "committed", "commitment"),
        (both, "noted", "noted", "assessment"),
        ("The two sides", "assessed", "assessed", "assessment"),
        (both, "concurred", "concurred", "agreement"),
        ("The two sides", "concurred", "concurred", "agreement"),
        ("the two sides", "pledged", "pledged", "pledge"),
        ("the two sides", "approved", "approved", "agreement"),
        (both, "pledged", "pledged", "pledge"),
        ("The Minister", "highlighted", "", "assessment"),
        ("The Secretary", "praised", "", "assessment"),
        ("the Minister and the Secretary", "praised", "", "assessment"),
        ("the Minister and the Secretary", "resolved", "committed", "commitment"),
        (both, "concurred", "concurred", "agreement"),
        (both, "committed", "committed", "commitment"),
    ];
    let found: Vec<(&str, &str, &str, &str)> = told.iter().map(|(a, b, c, d)| (a.as_str(), *b, *c, *d)).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_answer_of_a_form_stands_under_its_commitment() {
    let corpus = seeds();
    let body = corpus.bodies.get(ACTION_PLAN).expect("it is here");
    let count = |modality: Modality| body.statements.iter().filter(|found| found.modality == modality).count();
    assert_eq!(count(Modality::Commitment), 43);
    assert!(count(Modality::MeasurePlanned) >= 30 && count(Modality::Offer) >= 6 && count(Modality::Need) >= 1);
    let under = |words: &str| {
        let at = body
            .statements
            .iter()
            .rposition(|found| found.evidence.span.of(&body.text).starts_with(words))
            .expect(words);
        let from = End::Statement(3, u32::try_from(at).expect("small"));
        let link = corpus
            .catalogue
            .links
            .get()
            .into_iter()
            .flatten()
            .find(|link| matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans) && link.from == from);
        link.map(|link| match link.to {
            End::Statement(_, to) => (link.kind, line(body, body.statements[to as usize].evidence.span.start)),
            _ => panic!("a commitment is a statement"),
        })
    };
    for (measure, expected) in [
        ("Establishment of a comprehensive trade supply chain", Some((LinkKind::Fulfils, 182))),
        ("Participation in the 2013 APEC workshops", Some((LinkKind::Fulfils, 186))),
        ("Korea successfully held the Seoul Nuclear Security Summit", Some((LinkKind::Fulfils, 431))),
        ("Korea hosted the Seoul Conference", Some((LinkKind::Fulfils, 562))),
        ("Korea will establish the risk-based assessment", Some((LinkKind::Plans, 317))),
        ("Korea plans to keep on signing", Some((LinkKind::Plans, 495))),
        ("Korea would be able to deploy trainers", None),
    ] {
        assert_eq!(under(measure), expected, "{measure}");
    }
    let tense = body.anomalies.iter().filter(|note| note.kind == entente_corpus::AnomalyKind::BoxTense);
    assert!(tense.map(|note| note.span.of(&body.text)).any(|words| words.contains("late September")));
}

#[test]
fn the_same_said_twice_is_found_with_the_words_that_differ() {
    let corpus = seeds();
    let body = corpus.bodies.get(ACTION_PLAN).expect("it is here");
    let at = |end: End| match end {
        End::Passage(3, at) => line(body, body.passages[at as usize].extent().start),
        _ => 0,
    };
    let pair = |later: u32, earlier: u32| {
        let found = corpus
            .catalogue
            .links
            .get()
            .into_iter()
            .flatten()
            .find(|link| link.kind == LinkKind::Restates && at(link.from) == later && at(link.to) == earlier);
        let found = found.unwrap_or_else(|| panic!("{later} restates {earlier}"));
        (found.difference.clone(), found.difference_kind.map(|kind| kind.as_str()), found.template)
    };
    assert_eq!(pair(213, 51), (None, None, false));
    let (difference, kind, template) = pair(571, 105);
    assert_eq!((difference.as_deref(), kind, template), (Some("concerned → its neighbouring"), Some("wording"), false));
    assert!(pair(267, 258).2, "a commitment printed again as a heading is the form's own wording");
    assert!(pair(330, 70).0.is_none());
}

#[test]
fn nothing_is_stated_by_a_forms_own_words_contact_blocks_or_furniture() {
    for body in seeds().bodies.iter().flatten() {
        let places =
            body.statements.iter().map(|found| found.evidence).chain(body.amounts.iter().map(|found| found.evidence));
        for place in places {
            let passage = &body.passages[place.passage.expect("a passage") as usize];
            let words = place.span.of(&body.text);
            let mute = matches!(passage.kind, PassageKind::Heading | PassageKind::Question | PassageKind::Furniture);
            assert!(!mute && !passage.template && !passage.empty, "{words}");
            assert!(!words.contains("Telephone") && !words.contains("your economy"), "{words}");
        }
    }
}

#[test]
fn amounts_have_payer_receiver_and_date_where_they_are_printed() {
    let corpus = seeds();
    let body = corpus.bodies.get(ACTION_PLAN).expect("it is here");
    let money: Vec<String> = body
        .amounts
        .iter()
        .filter(|found| found.rule == "money" && line(body, found.evidence.span.start) == 60)
        .map(|found| {
            let party = |party: Option<entente_corpus::Party>| party.map_or("-", |party| party.span.of(&body.text));
            format!(
                "{} {} {} {} {} {}",
                found.value,
                found.unit.as_deref().unwrap_or("-"),
                party(found.payer),
                party(found.receiver),
                found.date.as_ref().map_or("-".to_owned(), |date| date.value.to_string()),
                found.status.map_or("-", entente_corpus::AmountStatus::as_str),
            )
        })
        .collect();
    assert_eq!(money[0], "500000 - Korea Trust Fund of the CGPCS 2011-04-17 pledged", "whose dollars is not printed");
    assert_eq!(money[1], "100000 USD Korea - 2011-09 paid");
}

#[test]
fn communiques_of_others_are_read_by_the_same_rules() {
    let text = "Joint Communiqué of the Foreign Ministers of Chile and Peru\n\nLima, 4 March 2019\n\n\
        1. The Ministers welcomed the progress in fisheries and reaffirmed their support for the Antarctic Treaty.\n\n\
        2. Peru pledged to host the third Chile-Peru Fisheries Dialogue in Tacna in May 2020.\n\n\
        3. They agreed that experts will meet on 12 June.\n\n\
        4. The measures that were noted in the report shall apply. Nothing was agreed on fees.\n";
    let corpus = corpus(&[("a.md", text)]);
    let body = corpus.bodies.get(0).expect("it is here");
    let verbs: Vec<&str> =
        body.statements.iter().filter_map(|found| found.verb).map(|verb| verb.of(&body.text)).collect();
    assert_eq!(verbs, ["welcomed", "reaffirmed", "pledged", "agreed"], "measures and reports say nothing themselves");
    assert_eq!(
        engagements(&corpus, 0),
        [
            "7 planned dialogue 3 2020-05 stated third Chile-Peru Fisheries Dialogue",
            "9 planned meeting - 2019-06-12 inferred meet"
        ]
    );
    assert_eq!(corpus.catalogue.series.get().expect("they are here")[0].missing, [1, 2]);
}

#[test]
fn korean_press_releases_say_who_meets_and_what_was_agreed() {
    let text = "제4차 한미 사이버정책협의회 개최\n\n\
        제4차 한미 사이버정책협의회가 2016년 6월 29일 워싱턴에서 개최되었다.\n\n\
        양측은 사이버 위협에 공동 대응하기로 합의하였다.\n";
    let corpus = corpus(&[("a.txt", text)]);
    let found = engagements(&corpus, 0);
    assert!(found.iter().any(|told| told.contains("held consultation 4 2016-06-29")), "{found:?}");
    let body = corpus.bodies.get(0).expect("it is here");
    let said: Vec<_> = body
        .statements
        .iter()
        .map(|found| (found.modality, found.speaker.map(|party| party.span.of(&body.text))))
        .collect();
    assert_eq!(said, [(Modality::Agreement, Some("양측"))]);
}

#[test]
fn every_fact_has_a_name_of_its_own() {
    let corpus = seeds();
    let mut ids = std::collections::BTreeSet::new();
    for body in corpus.bodies.iter().flatten() {
        let statements = body.statements.iter().map(|found| &found.id);
        let engagements = body.engagements.iter().map(|found| &found.id);
        for id in statements.chain(engagements).chain(body.amounts.iter().map(|found| &found.id)) {
            assert!(ids.insert(id.clone()), "{id}");
        }
    }
    assert!(ids.len() > 300);
}

#[test]
fn a_topic_is_called_by_the_word_of_our_own_list() {
    let corpus = corpus(&[(
        "a.txt",
        "They discussed directed energy, and again directed energy.\n\nThey agreed on emerging technologies.\n",
    )]);
    let names: Vec<&str> = corpus.catalogue.entities.iter().flatten().map(|entity| entity.name.as_str()).collect();
    assert!(names.contains(&"emerging technologies"), "{names:?}");
    let corpus = self::corpus(&[("a.txt", "They discussed directed energy.\n")]);
    assert_eq!(corpus.catalogue.entities.get(0).expect("it is here").name, "directed energy");
    let corpus = self::corpus(&[("a.txt", "Passports and travel documents were checked.\n")]);
    let topic =
        corpus.catalogue.entities.iter().flatten().find(|entity| entity.id == "border-management").expect("its topic");
    assert_eq!(topic.name, "border management", "whatever words speak of it");
}

#[test]
fn what_is_denied_cancelled_or_conditional_is_not_stated() {
    let text = "Press statement\n\nKenya did not agree to the proposal. If the parties agree, the ministers will meet in June.\n\n\
        The Minister denied that Kenya had pledged $5 million to the fund. Uganda never committed to withdraw.\n\n\
        The 4th Kenya-Uganda Border Dialogue was cancelled. The 5th Kenya-Uganda Border Dialogue was postponed to \
        October 2021.\n\n“We commit to peace,” said President Wanjala.\n";
    let corpus = corpus(&[("a.txt", text)]);
    let body = corpus.bodies.get(0).expect("it is here");
    let said: Vec<_> = body
        .statements
        .iter()
        .map(|found| (found.modality, found.speaker.map(|party| party.span.of(&body.text))))
        .collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].0, Modality::Commitment);
    assert!(said[0].1.is_some_and(|speaker| speaker.contains("Wanjala")), "who is quoted speaks: {said:?}");
    assert_eq!(engagements(&corpus, 0), ["7 planned dialogue 5 2021-10 stated 5th Kenya-Uganda Border Dialogue"]);
    assert!(body.amounts.iter().all(|found| found.status.is_none() && found.payer.is_none()));
}

#[test]
fn different_values_of_one_thing_are_shown_beside_each_other() {
    let conflicts = |texts: &[&str]| -> Vec<String> {
        let files: Vec<(String, &str)> =
            texts.iter().enumerate().map(|(n, text)| (format!("{n}.txt"), *text)).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (file.as_str(), *text)).collect();
        let corpus = corpus(&files);
        corpus
            .catalogue
            .links
            .get()
            .into_iter()
            .flatten()
            .filter(|link| link.kind == LinkKind::Conflicts)
            .map(|link| link.why.clone())
            .collect()
    };
    let cases: &[(&[&str], &[&str])] = &[
        (
            &[
                "The 3rd Ghana-Togo Border Dialogue was held in Accra on 4 May 2018.",
                "The 3rd Ghana-Togo Border Dialogue was held in Accra on 9 May 2018.",
            ],
            &["number 3 of Ghana-Togo Border Dialogue is dated 2018-05-04 and 2018-05-09"],
        ),
        (
            &[
                "The 3rd Ghana-Togo Border Dialogue was held in Accra on 4 May 2018.",
                "The 4th Ghana-Togo Border Dialogue was held in Accra on 4 May 2018.",
            ],
            &["on one day Ghana-Togo Border Dialogue is number 3 and 4"],
        ),
        (
            &[
                "Norway pledged EUR 5 million to the Reef Fund in May 2018.",
                "Norway pledged EUR 6 million to the Reef Fund in May 2018.",
            ],
            &["one payment to reef fund is 5000000 and 6000000"],
        ),
        (
            &[
                "Norway pledged EUR 5 million to the Reef Fund in May 2018.",
                "Norway pledged a further EUR 6 million to the Reef Fund in May 2018, and EUR 5 million to the Cedar Fund.",
            ],
            &[],
        ),
        (
            &[
                "Tonga sent 40 observers to watch the elections in the northern districts of the island.",
                "Tonga sent 45 observers to watch the elections in the northern districts of the island.",
            ],
            &["two places say the same, one with 40, one with 45"],
        ),
        (
            &["The Defence Minister Ama Owusu spoke first.\n\nThe Foreign Minister Ama Owusu spoke last.\n"],
            &["Ama Owusu is Defence Minister here and Foreign Minister there"],
        ),
        (&["The Foreign Minister Ama Owusu spoke first.\n\nMinister of Foreign Affairs Ama Owusu spoke last.\n"], &[]),
    ];
    for (texts, expected) in cases {
        let found = conflicts(texts);
        assert!(found.iter().eq(expected.iter()), "{texts:?}: {found:?}");
    }
}

#[test]
fn a_title_that_several_documents_have_cites_none_of_them() {
    let titled = "# Report on the Harbours of Tonga\n\nThe harbours are small.\n";
    let citing = "# A letter\n\nSee the Report on the Harbours of Tonga.\n";
    let cites = |files: &[(&str, &str)]| {
        let links = corpus(files).catalogue.links;
        let links = links.get().into_iter().flatten();
        links.filter(|link| link.kind == LinkKind::Cites && matches!(link.to, End::Document(_))).count()
    };
    assert_eq!(cites(&[("a.md", titled), ("b.md", citing)]), 1);
    let again = format!("{titled}\nThere are three.\n");
    assert_eq!(cites(&[("a.md", titled), ("b.md", citing), ("c.md", &again)]), 0);
}

/// Languages other than English give date, place, parties and status by their own grammars.
#[test]
fn occasions_are_read_in_korean_japanese_chinese_and_french() {
    let told = |text: &str| -> Vec<String> {
        let bytes = format!("# Note\n\n{text}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let row = |found: &Engagement| {
            let date = found.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default();
            let place = found.place.as_ref().map(|place| place.of(&body.text).to_owned()).unwrap_or_default();
            let status = found.status.as_ref().map(|status| status.to_string()).unwrap_or_default();
            format!("{} {date} {place} {status} {}", found.kind, found.participants.len())
        };
        body.engagements.iter().map(row).collect()
    };
    for (text, expected) in [
        ("노르웨이와 가나는 2018년 5월 4일 서울에서 회담을 가졌다.", &["meeting 2018-05-04 서울 held 2"][..]),
        (
            "ノルウェーとガーナは2018年5月4日、総理官邸で会談を行う予定です。",
            &["meeting 2018-05-04 総理官邸 planned 2"],
        ),
        ("2018年5月4日，挪威与加纳在人民大会堂举行会谈。", &["meeting 2018-05-04 人民大会堂 held 2"]),
        ("La Norvège et le Ghana ont tenu une réunion à Accra le 4 mai 2018.", &["meeting 2018-05-04 Accra held 2"]),
        ("La séance est ouverte à 16h00.", &[]),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
}
