//! The kinds of documents of the field, one small invented document each: minutes, briefings, speeches, treaties,
//! resolutions, regulations, laws, forms, statements in other scripts. What a person sees as a heading, a turn, a question
//! or a numbered point is one.

mod outline;

use entente_ingest::{Settings, Source, read};

use self::outline::expect;

/// Title, kind, date and the other values found, each with its field.
fn record(text: &str) -> Vec<String> {
    let source = Source { file: "x.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    let (record, body) = read(&source, &Settings::default()).expect("a text");
    let mut out = vec![record.kind.value.to_string()];
    let told = body.metadata.iter().map(|datum| format!("{} {}", datum.field, datum.fact.value));
    out.extend(told);
    out.dedup();
    out
}

#[test]
fn minutes_with_speakers() {
    let text = "JOINT COMMITTEE ON PORT SAFETY\n\nMINUTES OF THE 14TH MEETING\n\nHeld in Valletta on 12 March 2019 at 10.00 a.m.\n\nPresent:\n\
        Ms Anna Borg (Malta), Chair\nMr Petros Nikolaou (Cyprus)\nDr. Lea Marin (Slovenia)\n\n1. Adoption of the agenda\n\nThe agenda was adopted.\n\n\
        2. Port security exercise\n\nMS BORG: The exercise took place in October. I thank all who came, and I ask\nMr Nikolaou to report.\n\
        MR. NIKOLAOU: Forty ships took part. We found three gaps in the chain that\nreports.\n\nThey will be closed by June.\n\nDR. MARIN: Will the report be public?\n\n\
        3. Any other business\n\nThere was none.\n";
    expect(
        text,
        &[
            "heading1: JOINT COMMITTEE ON PORT SAFETY",
            "heading1: MINUTES OF THE 14TH MEETING",
            "paragraph: Held in Valletta on 12 March 2019 at 10.00 a.m.",
            "paragraph: Present:",
            "paragraph: Ms Anna Borg (Malta), Chair",
            "paragraph: Mr Petros Nikolaou (Cyprus)",
            "paragraph: Dr. Lea Marin (Slovenia)",
            "heading2 #1: Adoption of the agenda",
            "paragraph: The agenda was adopted.",
            "heading2 #2: Port security exercise",
            "paragraph: MS BORG: The exercise took place in October. I thank all who came, and I ask Mr Nikolaou to report.",
            "paragraph: MR. NIKOLAOU: Forty ships took part. We found three gaps in the chain that reports.",
            "paragraph: They will be closed by June.",
            "paragraph: DR. MARIN: Will the report be public?",
            "heading2 #3: Any other business",
            "paragraph: There was none.",
        ],
    );
    let source = Source { file: "x.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    let (_, body) = read(&source, &Settings::default()).expect("a text");
    assert_eq!(body.passages[12].of, Some(11), "what is said without a label is said by who spoke last");
    assert!(record(text).contains(&"event 2019-03-12".to_owned()), "{:?}", record(text));
    assert_eq!(record(text)[0], "minutes");
}

#[test]
fn french_minutes_with_roman_chapters() {
    expect(
        "COMMISSION MIXTE DES TRANSPORTS\n\nCompte rendu de la réunion du 3 février 2021\n\nI. Approbation de l'ordre du jour\n\n\
         M. le président : L'ordre du jour est adopté.\n\nII. Coopération douanière\n\nMme Petit : Le projet a été transmis.\n",
        &[
            "heading1: COMMISSION MIXTE DES TRANSPORTS",
            "heading2: Compte rendu de la réunion du 3 février 2021",
            "heading2 #I: I. Approbation de l'ordre du jour",
            "paragraph: M. le président : L'ordre du jour est adopté.",
            "heading2 #II: II. Coopération douanière",
            "paragraph: Mme Petit : Le projet a été transmis.",
        ],
    );
}

#[test]
fn a_korean_record_of_turns() {
    let text = "제371회국회 외교통일위원회 회의록\n\n일시  2019년 9월 3일(화)\n\n○위원장 홍길동  의석을 정돈해 주시기 바랍니다.\n\n\
        ○김철수 위원  조약의 발효일은 언제입니까?\n\n○외교부장관 이영희  30일 후에 발효합니다.\n\n○김철수 위원  알겠습니다.\n";
    expect(
        text,
        &[
            "heading1: 제371회국회 외교통일위원회 회의록",
            "paragraph: 일시 2019년 9월 3일(화)",
            "paragraph: 위원장 홍길동 의석을 정돈해 주시기 바랍니다.",
            "paragraph: 김철수 위원 조약의 발효일은 언제입니까?",
            "paragraph: 외교부장관 이영희 30일 후에 발효합니다.",
            "paragraph: 김철수 위원 알겠습니다.",
        ],
    );
    assert!(record(text).contains(&"event 2019-09-03".to_owned()), "{:?}", record(text));
}

#[test]
fn a_briefing_with_questions_and_names() {
    let text = "Department Press Briefing – May 4, 2021\n\nMR. HALE: Good afternoon. The Secretary will travel.\n\nQUESTION: Can you say when?\n\n\
        MR. HALE: On May 18.\n\nHe will be back on May 20.\n\nQUESTION: And on the pipeline?\n\nMR. HALE: Nothing has changed.\n\n(The briefing ended at 2:31 p.m.)\n";
    expect(
        text,
        &[
            "heading1: Department Press Briefing – May 4, 2021",
            "paragraph: MR. HALE: Good afternoon. The Secretary will travel.",
            "question: QUESTION: Can you say when?",
            "answer: MR. HALE: On May 18.",
            "answer: He will be back on May 20.",
            "question: QUESTION: And on the pipeline?",
            "answer: MR. HALE: Nothing has changed.",
            "paragraph: (The briefing ended at 2:31 p.m.)",
        ],
    );
    assert_eq!(record(text)[0], "q-and-a");
    assert!(record(text).contains(&"date 2021-05-04".to_owned()));
}

#[test]
fn questions_and_answers_by_their_marks() {
    expect(
        "항만안전협약 일문일답\n\n문1. 협약은 언제 발효되나요?\n\n답1. 30일 후에 발효됩니다.\n\n문2. 어선도 대상인가요?\n\n답2. 아닙니다.\n",
        &[
            "heading1: 항만안전협약 일문일답",
            "question: 문1. 협약은 언제 발효되나요?",
            "answer: 답1. 30일 후에 발효됩니다.",
            "question: 문2. 어선도 대상인가요?",
            "answer: 답2. 아닙니다.",
        ],
    );
    expect(
        "# The Ports Treaty\n\n**Q: When does it enter into force?**\n\nA: In thirty days.\n\n**Q: Who may join?**\n\nA: Any coastal State.\n",
        &[
            "heading1: The Ports Treaty",
            "question: Q: When does it enter into force?",
            "answer: A: In thirty days.",
            "question: Q: Who may join?",
            "answer: A: Any coastal State.",
        ],
    );
}

#[test]
fn a_speech() {
    let text = "Address by H.E. Mr. Kofi Mensah at the Ports Forum\n\nAccra, 7 November 2018\n\n[Check against delivery]\n\nExcellencies,\nLadies and Gentlemen,\n\n\
        It is an honour to welcome you.\n\nI thank you.\n";
    expect(
        text,
        &[
            "paragraph: Address by H.E. Mr. Kofi Mensah at the Ports Forum",
            "paragraph: Accra, 7 November 2018",
            "paragraph: [Check against delivery]",
            "paragraph: Excellencies,",
            "paragraph: Ladies and Gentlemen,",
            "paragraph: It is an honour to welcome you.",
            "paragraph: I thank you.",
        ],
    );
    assert_eq!(record(text)[0], "speech");
    assert!(record(text).contains(&"date 2018-11-07".to_owned()), "{:?}", record(text));
}

#[test]
fn a_convention_with_a_preamble_parts_and_nested_points() {
    let text = "CONVENTION ON THE SAFETY OF\nINLAND PORTS\n\nPREAMBLE\n\nThe States Parties,\n\nHave agreed as follows:\n\nPART I\nGENERAL PROVISIONS\n\nArticle 1\nUse of terms\n\n\
        For the purposes of this Convention:\n\n(a) \"port\" means a place; and\n(b) \"Party\" means a State, including:\n    (i) a federal State;\n    (ii) a union;\n(c) \"ship\" means a vessel.\n\n\
        Article 2\nObligations\n\n1. Each Party shall act.\n\n2. Each Party shall report.\n\nDone at Basel, this 28th day of January, 2001.\n";
    expect(
        text,
        &[
            "heading1: CONVENTION ON THE SAFETY OF INLAND PORTS",
            "heading1: PREAMBLE",
            "paragraph: The States Parties,",
            "paragraph: Have agreed as follows:",
            "heading1: PART I GENERAL PROVISIONS",
            "heading2: Article 1 Use of terms",
            "paragraph: For the purposes of this Convention:",
            "item1 #a: \"port\" means a place; and",
            "item1 #b: \"Party\" means a State, including:",
            "item2 #i: a federal State;",
            "item2 #ii: a union;",
            "item1 #c: \"ship\" means a vessel.",
            "heading2: Article 2 Obligations",
            "paragraph #1: Each Party shall act.",
            "paragraph #2: Each Party shall report.",
            "paragraph: Done at Basel, this 28th day of January, 2001.",
        ],
    );
    assert_eq!(record(text)[0], "treaty");
    assert!(record(text).contains(&"signed 2001-01-28".to_owned()), "{:?}", record(text));
}

#[test]
fn an_agreement_whose_paragraphs_have_bare_numbers() {
    expect(
        "AGREEMENT ON PORTS\n\nARTICLE 1\nGENERAL PROVISIONS\n\n1 All Parties shall take part in the scheme of the ports.\n\n2 Ports to be included are listed in the annex.\n\n\
         40 ports are listed at present.\n\nARTICLE 2\nFINAL PROVISIONS\n\n1 This Agreement enters into force on signing.\n",
        &[
            "heading1: AGREEMENT ON PORTS",
            "heading2: ARTICLE 1 GENERAL PROVISIONS",
            "paragraph #1: All Parties shall take part in the scheme of the ports.",
            "paragraph #2: Ports to be included are listed in the annex.",
            "paragraph: 40 ports are listed at present.",
            "heading2: ARTICLE 2 FINAL PROVISIONS",
            "paragraph #1: This Agreement enters into force on signing.",
        ],
    );
}

#[test]
fn a_resolution_with_operative_paragraphs() {
    let text = "United Nations                              S/RES/2999 (2031)\n\nSecurity Council                            Distr.: General\n\
        \u{20}                                           4 June 2031\n\nResolution 2999 (2031)\n\nThe Security Council,\n\nRecalling its resolution 2100 (2013),\n\n\
        1. Decides to extend the mandate until 30 June 2032;\n\n2. Calls upon all States:\n(a) To report incidents;\n(b) To share the findings;\n\n3. Decides to remain seized of the matter.\n";
    expect(
        text,
        &[
            "paragraph: United Nations S/RES/2999 (2031)",
            "paragraph: Security Council Distr.: General 4 June 2031",
            "heading1: Resolution 2999 (2031)",
            "paragraph: The Security Council,",
            "paragraph: Recalling its resolution 2100 (2013),",
            "paragraph #1: Decides to extend the mandate until 30 June 2032;",
            "paragraph #2: Calls upon all States:",
            "item1 #a: To report incidents;",
            "item1 #b: To share the findings;",
            "paragraph #3: Decides to remain seized of the matter.",
        ],
    );
    let record = record(text);
    assert_eq!(record[0], "resolution");
    for known in ["symbol S/RES/2999 (2031)", "date 2031-06-04"] {
        assert!(record.contains(&known.to_owned()), "{record:?}");
    }
}

#[test]
fn a_regulation_with_recitals_and_titled_articles() {
    let text = "REGULATION (EU) 2019/9999 OF THE PARLIAMENT\n\nof 5 June 2019\n\nWhereas:\n\n(1) Ports are essential nodes of the network.\n\n(2) Accidents have increased.\n\n\
        HAVE ADOPTED THIS REGULATION:\n\nCHAPTER I\n\nGENERAL PROVISIONS\n\nArticle 1\n\nSubject matter\n\nThis Regulation lays down rules.\n\nArticle 2\n\nDefinitions\n\n\
        (1) 'port' means a place;\n\n(2) 'operator' means a person.\n";
    expect(
        text,
        &[
            "heading1: REGULATION (EU) 2019/9999 OF THE PARLIAMENT",
            "paragraph: of 5 June 2019",
            "paragraph: Whereas:",
            "paragraph #1: Ports are essential nodes of the network.",
            "paragraph #2: Accidents have increased.",
            "heading1: HAVE ADOPTED THIS REGULATION:",
            "heading1: CHAPTER I GENERAL PROVISIONS",
            "heading2: Article 1 Subject matter",
            "paragraph: This Regulation lays down rules.",
            "heading2: Article 2 Definitions",
            "paragraph #1: 'port' means a place;",
            "paragraph #2: 'operator' means a person.",
        ],
    );
    assert_eq!(record(text)[0], "law");
}

#[test]
fn an_act_with_numbered_sections() {
    let text = "PORTS (SAFETY) ACT 2016\n\n[Assented to 3 May 2016]\n\nPart 1—Preliminary\n\n1. Short title\n\nThis Act may be cited as the Ports Act.\n\n2. Interpretation\n\n\
        (1) In this Act, unless the context otherwise requires—\n\n\"port\" means—\n(a) a harbour that is—\n(i) open to the public; or\n(ii) used by the forces; and\n(b) any other place.\n\n\
        (2) A vessel includes a raft.\n\n3. Inspectors\n\nThe Minister may appoint inspectors.\n";
    expect(
        text,
        &[
            "heading1: PORTS (SAFETY) ACT 2016",
            "paragraph: [Assented to 3 May 2016]",
            "heading2: Part 1—Preliminary",
            "heading3 #1: Short title",
            "paragraph: This Act may be cited as the Ports Act.",
            "heading3 #2: Interpretation",
            "paragraph #1: In this Act, unless the context otherwise requires—",
            "paragraph: \"port\" means—",
            "item1 #a: a harbour that is—",
            "item2 #i: open to the public; or",
            "item2 #ii: used by the forces; and",
            "item1 #b: any other place.",
            "paragraph #2: A vessel includes a raft.",
            "heading3 #3: Inspectors",
            "paragraph: The Minister may appoint inspectors.",
        ],
    );
    assert!(record(text).contains(&"date 2016-05-03".to_owned()), "{:?}", record(text));
}

#[test]
fn statements_in_other_scripts() {
    expect(
        "日・マルタ共同声明\n\n令和元年6月5日\n\n１　両首脳は、東京で会談を行った。\n\n２　両首脳は、次の事項を確認した。\n\n（１）情報を共有すること。\n\n（２）会合を年１回開催すること。\n",
        &[
            "heading1: 日・マルタ共同声明",
            "paragraph: 令和元年6月5日",
            "paragraph #１: 両首脳は、東京で会談を行った。",
            "paragraph #２: 両首脳は、次の事項を確認した。",
            "paragraph #１: 情報を共有すること。",
            "paragraph #２: 会合を年１回開催すること。",
        ],
    );
    expect(
        "بيان مشترك\n\nالرباط، 12 مارس 2019\n\n1. عقد الوزيران اجتماعا في الرباط.\n\n2. اتفق الجانبان على ما يلي:\n\n- تبادل المعلومات؛\n- عقد اجتماع سنوي.\n",
        &[
            "heading1: بيان مشترك",
            "paragraph: الرباط، 12 مارس 2019",
            "paragraph #1: عقد الوزيران اجتماعا في الرباط.",
            "paragraph #2: اتفق الجانبان على ما يلي:",
            "item1: تبادل المعلومات؛",
            "item1: عقد اجتماع سنوي.",
        ],
    );
    for (text, kind, language) in [
        ("日・マルタ共同声明\n\n令和元年6月5日\n\n両首脳は、東京で会談を行った。\n", "joint-statement", "ja"),
        ("بيان مشترك\n\nعقد الوزيران اجتماعا في الرباط.\n", "joint-statement", "ar"),
        ("הודעה משותפת\n\nהשרים נפגשו בירושלים ודנו בבטיחות הנמלים.\n", "joint-statement", "he"),
    ] {
        let source = Source { file: "x.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        let (record, _) = read(&source, &Settings::default()).expect("a text");
        assert_eq!(record.kind.value.to_string(), kind, "{text}");
        assert_eq!(record.language.map(|fact| fact.value).as_deref(), Some(language), "{text}");
    }
}

#[test]
fn a_form_other_than_by_capitals() {
    expect(
        "# Annual Report of the State\n\n**1. Contact point**\n\nName: Jan Doe\n\n3.1 Has your State adopted legislation?\n\nYes.\n\n3.2 If yes, please provide details.\n\n\
         The Ports Act was adopted.\n\n3.3 Does your State require assistance?\n\nN/A\n\n**4. Any other comments**\n\n-\n",
        &[
            "heading1: Annual Report of the State",
            "heading2 #1: 1. Contact point",
            "paragraph: Name: Jan Doe",
            "question #3.1: 3.1 Has your State adopted legislation?",
            "answer: Yes.",
            "question #3.2: If yes, please provide details.",
            "answer: The Ports Act was adopted.",
            "question #3.3: 3.3 Does your State require assistance?",
            "answer: N/A",
            "heading2 #4: 4. Any other comments",
            "answer: -",
        ],
    );
}

#[test]
fn a_memo_with_contents_and_parts() {
    let text = "                   The Harbour Message Protocol\n\nTable of Contents\n\n   1.  Introduction . . . . . . . . . . . . . . . . . . .   2\n     1.1.  Language . . . . . . . . . . . . . . . . . . .   2\n   \
        2.  Format . . . . . . . . . . . . . . . . . . . . . .   2\n\n\nExample            Standards Track            [Page 1]\n\nRFC 9999      Harbour Message Protocol      March 2018\n\n\n\
        1.  Introduction\n\n   Ports and vessels exchange messages, which are simple:\n\n   o  a header of four octets;\n\n   o  a body that may be empty.\n\n\
        1.1.  Language\n\n   The key words are to be read as elsewhere.\n\n\nExample            Standards Track            [Page 2]\n\nRFC 9999      Harbour Message Protocol      March 2018\n\n\n\
        2.  Format\n\n   Messages are framed as follows.\n\n\nExample            Standards Track            [Page 3]\n\nRFC 9999      Harbour Message Protocol      March 2018\n\n\nAppendix A.  Examples\n\n   None yet.\n";
    let lines = outline::outline("x.txt", text);
    let shown: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.starts_with("furniture")).collect();
    assert_eq!(
        shown,
        [
            "heading1: The Harbour Message Protocol",
            "heading1: Table of Contents",
            "heading1 #1: Introduction",
            "paragraph: Ports and vessels exchange messages, which are simple:",
            "item1: a header of four octets;",
            "item1: a body that may be empty.",
            "heading2 #1.1: 1.1. Language",
            "paragraph: The key words are to be read as elsewhere.",
            "heading1 #2: Format",
            "paragraph: Messages are framed as follows.",
            "heading2: Appendix A. Examples",
            "paragraph: None yet.",
        ]
    );
    assert!(
        record(text).contains(&"date 2018-03".to_owned()),
        "the date in the head of every page: {:?}",
        record(text)
    );
}
