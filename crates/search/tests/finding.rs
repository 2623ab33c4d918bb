//! Rows of a query and the texts that it finds, no others. The best comes first where the order matters.

use entente_search::{Fields, Index, Language, Plan, Query, Synonyms, parse_query};

fn index(texts: &[&str]) -> Index {
    Index::new(texts.iter().map(|text| Fields { title: "", section: "", text }))
}

/// Texts that `query` finds, best first.
fn found(index: &Index, synonyms: &Synonyms, query: &str) -> Vec<u32> {
    let plan = Plan::new(index, &parse_query(query, &["country"], false).query, synonyms);
    let mut passages = plan.search(index, &|_, value| (value == "first").then(|| vec![true])).passages;
    for (passage, score) in &mut passages {
        *score *= plan.nearness(index, &[*passage])[0];
    }
    passages.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    passages.into_iter().map(|(passage, _)| passage).collect()
}

fn check(texts: &[&str], rows: &[(&str, &[u32])]) {
    let index = index(texts);
    for (query, expected) in rows {
        let mut passages = found(&index, &Synonyms::default(), query);
        passages.sort_unstable();
        assert_eq!(passages, *expected, "{query}");
    }
}

#[test]
fn words_written_as_one_and_apart_find_each_other() {
    check(
        &[
            "cyber security matters",
            "cybersecurity matters",
            "cyber-security matters",
            "security of cyber matters",
            "not able to come",
            "a notable guest",
            "nowhere",
            "now here",
        ],
        &[
            ("cyber security", &[0, 1, 2, 3]),
            ("cybersecurity", &[0, 1, 2]),
            ("cyber-security", &[0, 1, 2]),
            ("\"cyber security\"", &[0, 2]),
            ("notable", &[5]),
            ("nowhere", &[6]),
        ],
    );
}

#[test]
fn spellings_of_one_word_find_each_other() {
    check(
        &[
            "The U.S. and the ROK",
            "US policy",
            "Zürich",
            "Zurich",
            "ＡＰＥＣ meeting",
            "the 9.19 Military Agreement",
            "19 September, 9 o'clock",
            "Resolution 1540 (2004)",
            "Area A.1: aviation",
            "1 of A",
            "cyber\u{ad}space, ﬁnance",
            "the allies\u{2019} statement",
            "military readiness",
            "the military\u{2019}s readiness",
        ],
        &[
            ("US", &[0, 1]),
            ("U.S.", &[0, 1]),
            ("u.s.", &[0, 1]),
            ("zurich", &[2, 3]),
            ("ZÜRICH", &[2, 3]),
            ("apec", &[4]),
            ("9.19", &[5]),
            ("1540", &[7]),
            ("A.1", &[8]),
            ("cyberspace finance", &[10]),
            ("allies' statement", &[11]),
            ("\"military readiness\"", &[12]),
            ("military readiness", &[12, 13]),
            ("\"military's readiness\"", &[13]),
            ("\"military s readiness\"", &[13]),
            ("military's", &[5, 12, 13]),
            ("ally", &[11]),
        ],
    );
}

#[test]
fn words_of_other_languages_are_found_in_any_form_in_their_documents_only() {
    let texts = [
        "Les négociations bilatérales ont été signées",
        "la négociation",
        "Reuniones conjuntas y acuerdos",
        "el acuerdo de la reunión",
        "Die gemeinsamen Verhandlungen",
        "eine gemeinsame Verhandlung",
        "negociations in English",
    ];
    let index = index(&texts);
    let mut synonyms = Synonyms::default();
    for (language, passages) in [(Language::French, 0..2), (Language::Spanish, 2..4), (Language::German, 4..6)] {
        synonyms.speak(language, passages);
    }
    for (query, expected) in [
        ("négociation", &[0, 1, 6][..]),
        ("bilatéral", &[0]),
        ("signé", &[0]),
        ("acuerdo", &[2, 3]),
        ("reunion", &[2, 3]),
        ("conjunto", &[2]),
        ("Verhandlung gemeinsame", &[4, 5]),
    ] {
        let mut passages = found(&index, &synonyms, query);
        passages.sort_unstable();
        assert_eq!(passages, expected, "{query}");
    }
}

#[test]
fn korean_is_found_with_particles_and_with_other_spacing() {
    check(
        &[
            "외교부는 발표했다",
            "외교부",
            "사이버 정책 협의회를 개최",
            "사이버정책협의회",
            "사이버정책 협의회가 열렸다",
            "대한민국외교부에서",
            "회의",
        ],
        &[
            ("외교부", &[0, 1, 5]),
            ("외교부는", &[0, 1, 5]),
            ("외교부에서", &[0, 1, 5]),
            ("사이버정책협의회", &[2, 3, 4]),
            ("사이버 정책 협의회", &[2, 3, 4]),
            ("사이버정책 협의회", &[2, 3, 4]),
            ("사이버 정책협의회", &[2, 3, 4]),
            ("\"사이버 정책 협의회\"", &[2]),
            ("회의", &[6]),
        ],
    );
}

#[test]
fn chinese_and_japanese_are_found_by_any_part() {
    check(
        &["日本の外務省は発表した", "外務大臣", "中華人民共和國", "ソウル"],
        &[
            ("外務省", &[0]),
            ("外務", &[0, 1]),
            ("外", &[0, 1]),
            ("人民", &[2]),
            ("ｿｳﾙ", &[3]),
            ("日本の外務", &[0]),
            ("本外", &[]),
        ],
    );
}

#[test]
fn a_filter_holds_where_it_stands() {
    check(
        &["cyber", "piracy", "trade"],
        &[
            ("cyber OR (piracy country:first)", &[0]),
            ("country:first OR trade", &[0, 2]),
            ("cyber country:other", &[]),
            ("-country:first", &[1, 2]),
        ],
    );
}

#[test]
fn all_words_come_before_some_and_it_is_said() {
    let index = index(&["cyber policy", "cyber trade", "piracy"]);
    let plan = |query: &str| Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
    let all = plan("cyber policy").search(&index, &|_, _| None);
    assert_eq!((all.passages.len(), all.remarks.len()), (1, 0));
    let some = plan("cyber piracy -trade").search(&index, &|_, _| None);
    assert_eq!(some.passages.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 2]);
    assert!(some.remarks[0].contains("some of them"), "{:?}", some.remarks);
}

#[test]
fn passages_with_some_of_the_words_follow_those_with_all() {
    let index = index(&["shock-induced waves", "a shock", "induced by shock waves", "waves", "trade"]);
    for (query, all, some) in [
        ("shock waves", &[0, 2][..], &[1, 3][..]),
        ("waves -trade", &[0, 2, 3], &[]),
        ("the waves of trade", &[0, 2, 3, 4], &[]),
        ("shock-induced waves", &[0], &[1, 2, 3]),
        ("shock-induced trade", &[0, 1, 2, 4], &[]),
        ("\"shock waves\" trade", &[2, 4], &[]),
        ("shock", &[0, 1, 2], &[]),
    ] {
        let plan = Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
        let found = plan.search(&index, &|_, _| None).passages;
        let further = plan.search_some(&index, &|_, _| None, &found);
        let numbers = |scores: &[(u32, f32)]| scores.iter().map(|(at, _)| *at).collect::<Vec<_>>();
        assert_eq!((numbers(&found), numbers(&further)), (all.to_vec(), some.to_vec()), "{query}");
    }
}

#[test]
fn a_title_says_more_of_a_passage_that_has_it_alone() {
    let text = "a word on waves";
    let passages = [("Waves", text), ("Trade", text), ("Waves and more", text), ("Waves and more", text)];
    let index = Index::new(passages.map(|(title, text)| Fields { title, section: "", text }));
    let synonyms = Synonyms::default();
    assert_eq!(found(&index, &synonyms, "waves"), [0, 2, 3, 1]);
    let plan = Plan::new(&index, &parse_query("waves", &[], false).query, &synonyms);
    let scores = plan.search(&index, &|_, _| None).passages;
    let gain = |at: usize| scores[at].1 - scores[1].1;
    assert!(gain(0) > 1.3 * gain(2) && gain(2) > 0.0, "{scores:?}");
}

#[test]
fn a_question_is_answered_without_its_small_words() {
    let index = index(&["The fourth consultation took place in Seoul", "A consultation", "Seoul"]);
    let plan = |query: &str| Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
    let asked = plan("when was the fourth consultation?").search(&index, &|_, _| None);
    assert_eq!(asked.passages.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0]);
    assert!(asked.remarks[0].contains("left out: when, was, the"), "{:?}", asked.remarks);
    let all = plan("the fourth consultation").search(&index, &|_, _| None);
    assert_eq!((all.passages.len(), all.remarks.len()), (1, 0));
}

#[test]
fn a_name_finds_its_other_names_after_itself() {
    let texts = [
        "The CGPCS met in New York",
        "The Contact Group on Piracy off the Coast of Somalia met",
        "A contact in a group",
        "외교부는",
        "the Ministry of Foreign Affairs",
    ];
    let index = index(&texts);
    let long = "Contact Group on Piracy off the Coast of Somalia";
    let pairs = [
        ("CGPCS", long),
        (long, "CGPCS"),
        ("외교부", "Ministry of Foreign Affairs"),
        ("Ministry of Foreign Affairs", "외교부"),
    ];
    let synonyms = Synonyms::new(&index.analyser, pairs);
    for (query, expected) in [
        ("cgpcs", &[0, 1][..]),
        ("CGPCS met", &[0, 1]),
        ("contact group on piracy off the coast of Somalia", &[1, 0]),
        ("외교부", &[3, 4]),
        ("ministry of foreign affairs", &[4, 3]),
        ("contact group", &[2, 1]),
    ] {
        assert_eq!(found(&index, &synonyms, query), expected, "{query}");
    }
}

#[test]
fn a_pasted_sentence_finds_what_comes_closest_and_says_what_differs() {
    let index = index(&[
        "Both sides agreed to hold the fifth consultation in Seoul next year and to share information on threats.",
        "Both sides agreed to hold the sixth consultation in Washington next year and to share information on threats.",
        "The fisheries committee met.",
    ]);
    let query =
        "Both sides agreed to hold the fifth consultation in Seoul next year and to share information on cyber threats";
    let read = parse_query(query, &[], true).query;
    assert!(matches!(read, Query::Closest(_)));
    let plan = Plan::new(&index, &read, &Synonyms::default());
    assert_eq!(found(&index, &Synonyms::default(), query), [0, 1]);
    assert_eq!(plan.missing(&index, 0), ["cyber"]);
    assert_eq!(plan.missing(&index, 1), ["fifth", "Seoul", "cyber"]);
}

#[test]
fn letters_wrong_are_mended_only_where_needed_and_said() {
    let mut texts = vec!["a consultation on policy, resolution 15400, and its parts"; 60];
    texts.extend(["polisy is a town", "paris"]);
    let index = index(&texts);
    let plan = |query: &str| Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
    let wrong = plan("cosultation");
    assert_eq!(wrong.search(&index, &|_, _| None).passages.len(), 60);
    assert!(wrong.remarks[0].contains("consultation"));
    let rare = plan("polisy");
    assert_eq!(rare.meant, [("polisy".to_owned(), "policy".to_owned())]);
    // What is there comes before what may have been meant, and that is said.
    assert!(rare.remarks[0].contains("is rare here; \u{201c}policy\u{201d}"), "{:?}", rare.remarks);
    assert_eq!(
        (found(&index, &Synonyms::default(), "polisy").len(), found(&index, &Synonyms::default(), "polisy")[0]),
        (61, 60)
    );
    for other in ["paris", "volicy", "15401"] {
        assert!(found(&index, &Synonyms::default(), other).len() != 61, "{other}");
    }
    assert_eq!(found(&index, &Synonyms::default(), "15401").len(), 0);
    assert!(plan("policy").meant.is_empty() && plan("policy").remarks.is_empty());
}

#[test]
fn the_parts_of_a_score_make_the_score() {
    let texts =
        ["cyber policy and cyber security", "policy on trade and a long text about cyber things", "cyberspace policy"];
    let index = Index::new(texts.iter().map(|text| Fields { title: "Cyber", section: "On policy", text }));
    for query in [
        "cyber policy",
        "cyber OR trade",
        "\"cyber policy\"",
        "policy NEAR/4 cyber",
        "title:cyber polic*",
        "cyber-security",
    ] {
        let plan = Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
        let found = plan.search(&index, &|_, _| None).passages;
        assert!(!found.is_empty(), "{query}");
        for (passage, score) in found {
            let mut sum = 0.0;
            for part in &plan.explain(&index, &[passage])[0] {
                sum = if part.factor { sum * part.value } else { sum + part.value };
            }
            let score = score * plan.nearness(&index, &[passage])[0];
            assert!((sum - score).abs() < 1e-4, "{query}: {sum} for {score}");
        }
    }
}

#[test]
fn ten_thousand_words_are_answered() {
    let texts: Vec<String> = (0..500).map(|n| format!("word{n} cyber 외교부 policy{}", n % 7)).collect();
    let index = Index::new(texts.iter().map(|text| Fields { text, ..Fields::default() }));
    for joiner in [" ", " OR ", " \"x\" ", " -", "는 ", "(", " NEAR "] {
        let text: Vec<String> = (0..10_000).map(|n| format!("wort{n}")).collect();
        let plan = Plan::new(&index, &parse_query(&text.join(joiner), &[], true).query, &Synonyms::default());
        let _ = plan.search(&index, &|_, _| None);
        let _ = plan.marks(&index, &texts[0]);
    }
}

#[test]
fn an_index_of_nothing_and_of_one_word_answers() {
    for texts in [&[][..], &[""], &["cyber"]] {
        let index = index(texts);
        for query in ["", "cyber", "c*", "cybre~", "\"cyber\"", "-x", "a OR b", "title:cyber", "사이버", "日"] {
            let found = found(&index, &Synonyms::default(), query);
            assert!(found.len() <= texts.len(), "{query}");
        }
        assert_eq!(found(&index, &Synonyms::default(), "cyber").len(), usize::from(texts == ["cyber"]));
    }
}

#[test]
fn a_rare_word_keeps_common_ones_from_being_read() {
    let texts: Vec<String> = (0..20_000_u32)
        .map(|n| format!("the policy of a party{}", if n % 7_000 == 5 { " needle" } else { "" }))
        .collect();
    let index = Index::new(texts.iter().map(|text| Fields { text, ..Fields::default() }));
    for (query, found, most) in
        [("the needle of policy", 3, 2_000), ("\"the policy\" needle", 3, 90_000), ("needle", 3, 10)]
    {
        let plan = Plan::new(&index, &parse_query(query, &[], false).query, &Synonyms::default());
        let before = index.visited();
        let passages = plan.search(&index, &|_, _| None).passages;
        let read = index.visited() - before;
        assert_eq!(passages.len(), found, "{query}");
        assert!(read <= most, "{query}: {read} postings were read, {most} are enough");
    }
}
