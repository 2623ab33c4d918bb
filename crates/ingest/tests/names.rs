//! What a reader expects to find named in a document, and what not: tables of texts and names.

use entente_corpus::{Basis, Corpus, EntityKind};
use entente_ingest::{AddedName, Names, Settings, Source, ingest};

fn corpus(texts: &[&str]) -> Corpus {
    let source = |(n, text): (usize, &&str)| Source { file: format!("{n}.txt"), bytes: text.as_bytes().to_vec() };
    let corpus = ingest(&texts.iter().enumerate().map(source).collect::<Vec<_>>(), &Settings::default());
    assert_eq!(entente_corpus::check(&corpus), Vec::<String>::new());
    corpus
}

/// "kind words" of the mentions in the first document, topics and countries left out.
fn named(corpus: &Corpus) -> Vec<String> {
    let body = corpus.bodies.get(0).expect("it is here");
    let kind = |at: u32| corpus.catalogue.entities.get(at as usize).expect("it is here").kind;
    let names =
        body.mentions.iter().filter(|mention| !matches!(kind(mention.entity), EntityKind::Topic | EntityKind::Country));
    names.map(|mention| format!("{} {}", kind(mention.entity), mention.span.of(&body.text))).collect()
}

#[test]
fn a_name_that_a_country_shares_is_the_countrys_only_where_its_document_speaks_of_it() {
    let countries = |text: &str| -> Vec<String> {
        let corpus = corpus(&[text]);
        corpus
            .catalogue
            .entities
            .iter()
            .flatten()
            .filter(|e| e.kind == EntityKind::Country)
            .map(|e| e.name.clone())
            .collect()
    };
    assert_eq!(
        countries("The President flew to Atlanta. Georgia has voted, and so has Florida."),
        Vec::<String>::new()
    );
    assert_eq!(countries("The Government of Georgia met in Tbilisi with officials from Atlanta."), ["Georgia"]);
    assert_eq!(countries("Georgia and Estonia signed a memorandum."), ["Estonia", "Georgia"]);
}

#[test]
fn countries_glued_to_a_noun_are_found_and_stop_nothing() {
    for (text, expected) in [
        ("The US-Japan-dialogue resumed.", &["forum US-Japan-dialogue"][..]),
        ("A new US-ROK-alliance was praised.", &[]),
        ("The France-Germany-treaty lapsed.", &["instrument France-Germany-treaty"]),
        ("They praised the US-ROK&alliance in Paris.", &["place Paris"]),
    ] {
        let corpus = corpus(&[text]);
        assert_eq!(named(&corpus), expected, "{text}");
        assert_eq!(
            corpus.catalogue.entities.iter().flatten().filter(|e| e.kind == EntityKind::Country).count(),
            2,
            "{text}"
        );
    }
}

#[test]
fn names_are_found_by_their_shape() {
    let cases: &[(&str, &[&str])] = &[
        (
            "It was set up by the Ministry of Land, Infrastructure and Transport and the Harbour Police Agency.",
            &["agency Ministry of Land, Infrastructure and Transport", "agency Harbour Police Agency"],
        ),
        ("She met the Ministry of Justice, Norway and Sweden in May.", &["agency Ministry of Justice"]),
        (
            "The Department of Health and Human Services met the Office of Science and Technology Policy.",
            &["agency Department of Health and Human Services", "agency Office of Science and Technology Policy"],
        ),
        ("Domestic Policy Advisor Susan Rice spoke.", &["person Susan Rice"]),
        ("It met Josep Vila, High Representative for Foreign Affairs and Security Policy.", &["person Josep Vila"]),
        (
            "President Julius Bio met the President of the Socialist Republic of Vietnam, Nguyen Xuan Lan, in May.",
            &["person Julius Bio", "person Nguyen Xuan Lan"],
        ),
        ("She met President Abdel Fattah el-Sisi.", &["person Abdel Fattah el-Sisi"]),
        ("The Indian Ocean Commission met in May.", &["organisation Indian Ocean Commission"]),
        ("Defence Minister Gen Nakatani met General James Mattis.", &["person Gen Nakatani", "person James Mattis"]),
        (
            "The Executive Order on Tackling the Climate Crisis at Home and Abroad was signed.",
            &["instrument Executive Order on Tackling the Climate Crisis at Home and Abroad"],
        ),
        (
            "They signed the Protocol to Prevent, Suppress and Punish Trafficking in Persons and left.",
            &["instrument Protocol to Prevent, Suppress and Punish Trafficking in Persons"],
        ),
        (
            "He works at the Korea Customs Service and the Bank of Korea.",
            &["agency Korea Customs Service", "organisation Bank of Korea"],
        ),
        ("The US Department of State, Seoul.", &["agency Department of State", "place Seoul"]),
        (
            "They signed the Treaty on Mutual Legal Assistance and the 9.19 Military Agreement.",
            &["instrument Treaty on Mutual Legal Assistance", "instrument 9.19 Military Agreement"],
        ),
        (
            "They cited Executive Order 13636 and Resolution 1540.",
            &["instrument Executive Order 13636", "instrument Resolution 1540"],
        ),
        (
            "The 6th Korea-Singapore Defense Strategy Dialogue was held; the Defense Strategy Dialogue goes on.",
            &["forum Korea-Singapore Defense Strategy Dialogue", "forum Defense Strategy Dialogue"],
        ),
        (
            "The Vessel Monitoring System was built by Acme Shipping Ltd.",
            &["system Vessel Monitoring System", "company Acme Shipping Ltd"],
        ),
        ("An accord of Korea (MLTX) and the U.S. (TSAX) on ports.", &["agency MLTX", "agency TSAX"]),
        (
            "The Treaty of Amity and Cooperation in Southeast Asia (TAC) and the Declaration on Zone of Peace, Freedom and Neutrality.",
            &[
                "instrument Treaty of Amity and Cooperation in Southeast Asia",
                "instrument TAC",
                "instrument Declaration on Zone of Peace, Freedom and Neutrality",
            ],
        ),
        ("Building Trust and Leveraging Technologies", &[]),
        (
            "Under the Harbours Act 1964 and Proposed Rules 47699 of the Harbours Act.",
            &["instrument Harbours Act 1964", "instrument Harbours Act"],
        ),
        (
            "Finnish Customs and the Border Guard Office met in Walvis Bay; Kigoma port and the ports of Beira and Nacala are open.",
            &[
                "agency Finnish Customs",
                "agency Border Guard Office",
                "place Walvis Bay",
                "place Kigoma",
                "place Beira",
                "place Nacala",
            ],
        ),
        ("The working group met. The Ministry and the Council agreed on an Action Plan.", &[]),
        ("PROTECT PORT FACILITIES AND THE NATIONAL POLICE AGENCY", &[]),
        ("Law Enforcement Agencies, Member States and Relevant Authorities take part.", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(named(&corpus(&[text])), *expected, "{text}");
    }
}

/// The entity of the mention whose words are `surface` in document `document`, the last one.
fn id(corpus: &Corpus, document: usize, surface: &str) -> Option<String> {
    let body = corpus.bodies.get(document).expect("it is here");
    let mention = body.mentions.iter().rfind(|mention| mention.span.of(&body.text) == surface)?;
    Some(corpus.catalogue.entities.get(mention.entity as usize).expect("it is here").id.clone())
}

#[test]
fn one_thing_has_one_name_and_two_stay_two() {
    let same: &[(&[&str], &str, &str)] = &[
        (
            &["The ROK Foreign Ministry said so. The Ministry of Foreign Affairs of the ROK agreed."],
            "Foreign Ministry",
            "Ministry of Foreign Affairs",
        ),
        (&["The Harbour Safety Council (HSC) met on Monday. Then HSC met again."], "Harbour Safety Council", "HSC"),
        (&["Ambassador Shin Maeng-ho spoke first. Later Ambassador Shin left."], "Shin Maeng-ho", "Shin"),
        (&["Ambassador Lim Sung-nam spoke. Minister Lim Sungnam spoke again."], "Lim Sung-nam", "Lim Sungnam"),
        (
            &["The Counter-Terrorism Action Group met. The Counter Terrorism Action Group met again."],
            "Counter-Terrorism Action Group",
            "Counter Terrorism Action Group",
        ),
        (
            &[
                "The Transport Safety Institute met. The Transport Safety Institute met. The Transport Safoty Institute met.",
            ],
            "Transport Safety Institute",
            "Transport Safoty Institute",
        ),
    ];
    for (texts, left, right) in same {
        let corpus = corpus(texts);
        assert!(id(&corpus, 0, left).is_some(), "{left}");
        assert_eq!(id(&corpus, 0, left), id(&corpus, 0, right), "{left} / {right}");
    }
    let apart: &[(&str, &str, &str)] = &[
        ("Minister Kim Man-ki met Minister Kim Jong-hwa.", "Kim Man-ki", "Kim Jong-hwa"),
        ("The Harbour Safety Council met the Harbour Safety Board.", "Harbour Safety Council", "Harbour Safety Board"),
    ];
    for (text, left, right) in apart {
        let corpus = corpus(&[text]);
        assert_ne!(id(&corpus, 0, left), id(&corpus, 0, right), "{left} / {right}");
    }
    let two = corpus(&["The Ministry of Defence of Norway met.", "The Ministry of Defence of Sweden met."]);
    let (left, right) = (id(&two, 0, "Ministry of Defence"), id(&two, 1, "Ministry of Defence"));
    assert_eq!((left.as_deref(), right.as_deref()), (Some("ministry-of-defence"), Some("ministry-of-defence.2")));
    let surname = corpus(&["Minister Kim Man-ki met Minister Kim Jong-hwa. Minister Kim left."]);
    assert_eq!(id(&surname, 0, "Kim"), None, "it is not said which");
    let titled = corpus(&["President Joe Biden met Dr. Jill Biden. President Biden left."]);
    assert_eq!(id(&titled, 0, "Biden"), id(&titled, 0, "Joe Biden"), "the title tells which of two");
    let spouse = corpus(&["First Lady Jill Biden came. President Biden had left."]);
    assert_ne!(id(&spouse, 0, "Biden"), id(&spouse, 0, "Jill Biden"));
}

#[test]
fn two_ministries_of_one_document_are_two_countries_where_it_says_so() {
    let corpus = corpus(&[
        "Director Kenji Abe of the Ministry of Defense of Japan met Director Park Min-su of the Ministry of National Defense.",
    ]);
    let entities = &corpus.catalogue.entities;
    let owner = |name: &str| {
        let found = entities.iter().flatten().find(|entity| entity.name == name).expect(name);
        found.parent.map(|at| entities.get(at as usize).expect("it is here").id.as_str())
    };
    assert_eq!((owner("Ministry of Defense"), owner("Ministry of National Defense")), (Some("jp"), None));
}

#[test]
fn states_that_are_no_more_are_countries_without_a_code() {
    let corpus = corpus(&["The Soviet Union and Yugoslavia signed a treaty with Peru."]);
    let codes: Vec<(&str, Option<&str>)> =
        corpus.catalogue.entities.iter().flatten().map(|entity| (entity.id.as_str(), entity.code.as_deref())).collect();
    assert_eq!(codes, [("pe", Some("PE")), ("su", None), ("yu", None)]);
    let countries = corpus.catalogue.entities.iter().flatten().all(|entity| entity.kind == EntityKind::Country);
    assert!(countries);
}

#[test]
fn a_person_has_the_role_and_the_affiliation_of_the_place() {
    let text = "Christopher Painter, the Coordinator for Cyber Issues at the U.S. Department of State, met \
        Ambassador for International Security Affairs Shin Maeng-ho of the ROK Foreign Ministry and Minister Teo Eng Dih of Singapore.";
    let corpus = corpus(&[text]);
    let body = corpus.bodies.get(0).expect("it is here");
    let entity = |at: u32| corpus.catalogue.entities.get(at as usize).expect("it is here");
    let people = body.mentions.iter().filter(|mention| entity(mention.entity).kind == EntityKind::Person);
    let people: Vec<(&str, &str, &str)> = people
        .map(|mention| {
            let role = mention.role.map_or("", |role| role.of(&body.text));
            (mention.span.of(&body.text), role, mention.affiliation.map_or("", |at| entity(at).name.as_str()))
        })
        .collect();
    let expected = [
        ("Christopher Painter", "Coordinator for Cyber Issues", "Department of State"),
        ("Shin Maeng-ho", "Ambassador for International Security Affairs", "Foreign Ministry"),
        ("Teo Eng Dih", "Minister", "Singapore"),
    ];
    assert_eq!(people, expected);
}

#[test]
fn short_forms_say_how_they_are_known() {
    let texts = [
        "The Harbour Safety Council (HSC) met. The ICAO and the QZXW agreed with HSC.",
        "The HSC wrote a letter. The Implementation Assessment Group met, and the IAG agreed.",
    ];
    let corpus = corpus(&texts);
    let rows: Vec<(&str, Option<&str>, Basis, u32)> = corpus
        .catalogue
        .acronyms
        .get()
        .into_iter()
        .flatten()
        .map(|row| (row.acronym.as_str(), row.expansion.as_deref(), row.basis, row.document))
        .collect();
    let expected = [
        ("HSC", Some("Harbour Safety Council"), Basis::Stated, 0),
        ("HSC", Some("Harbour Safety Council"), Basis::Inferred, 1),
        ("IAG", Some("Implementation Assessment Group"), Basis::Inferred, 1),
        ("ICAO", Some("International Civil Aviation Organization"), Basis::Inferred, 0),
        ("QZXW", None, Basis::Stated, 0),
    ];
    assert_eq!(rows, expected);
    assert_eq!(id(&corpus, 1, "HSC"), id(&corpus, 0, "Harbour Safety Council"), "another document says what it is");
}

#[test]
fn what_is_not_classified_is_counted() {
    let corpus = corpus(&["They praised Green Harbour twice, and Green Harbour again."]);
    let forms: Vec<(&str, u32)> = corpus
        .bodies
        .get(0)
        .expect("it is here")
        .unclassified
        .iter()
        .map(|form| (form.text.as_str(), form.count))
        .collect();
    assert_eq!(forms, [("Green Harbour", 2)]);
}

#[test]
fn the_packer_adds_merges_splits_and_renames() {
    let names = Names {
        added: vec![AddedName {
            kind: EntityKind::System,
            name: "Blue Lantern".to_owned(),
            aliases: vec!["BLTN".to_owned()],
            code: None,
            within: Some("ICAO".to_owned()),
        }],
        merged: vec![vec!["Harbour Safety Council".to_owned(), "Port Safety Council".to_owned()]],
        split: vec![("Transport Institute".to_owned(), "1.txt".to_owned())],
        renamed: vec![("ICAO".to_owned(), "Civil Aviation Body".to_owned())],
        ..Names::default()
    };
    let texts = [
        "The Blue Lantern of ICAO, called BLTN, helped the Harbour Safety Council and the Transport Institute.",
        "The Port Safety Council and the Transport Institute met.",
    ];
    let source = |(n, text): (usize, &&str)| Source { file: format!("{n}.txt"), bytes: text.as_bytes().to_vec() };
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    let corpus = ingest(&sources, &Settings { names, ..Settings::default() });
    assert_eq!(entente_corpus::check(&corpus), Vec::<String>::new());
    let entity = |document: usize, surface: &str| {
        let id = id(&corpus, document, surface).unwrap_or_else(|| panic!("{surface} is named"));
        corpus.catalogue.entities.iter().flatten().find(|entity| entity.id == id).expect("it is there")
    };
    let added = entity(0, "BLTN");
    assert_eq!((added.id.as_str(), added.name.as_str()), ("blue-lantern", "Blue Lantern"));
    let parent = added.parent.map(|at| corpus.catalogue.entities.get(at as usize).expect("it is here").name.as_str());
    assert_eq!(parent, Some("Civil Aviation Body"), "renamed, and the id stays");
    let merged = entity(1, "Port Safety Council");
    assert_eq!(merged.id, "harbour-safety-council");
    assert!(
        merged.known_as.contains(&"port-safety-council".to_owned()),
        "the former id resolves: {:?}",
        merged.known_as
    );
    assert_ne!(entity(0, "Transport Institute").id, entity(1, "Transport Institute").id);
    let rules: Vec<&str> =
        corpus.bodies.get(1).expect("it is here").mentions.iter().map(|mention| mention.rule.as_str()).collect();
    assert!(rules.contains(&"supplied-merge") && rules.contains(&"supplied-split"), "{rules:?}");
}

#[test]
fn an_office_is_known_by_its_names_in_other_scripts() {
    let texts = ["The ROK Ministry of Foreign Affairs held talks in Seoul.", "외교부는 회의를 개최했다."];
    let corpus = corpus(&texts);
    let known = |form: &str| {
        let mut entities = corpus.catalogue.entities.iter().flatten();
        let found = entities.find(|entity| entity.forms.iter().any(|printed| printed.text == form));
        found.unwrap_or_else(|| panic!("{form} is named")).known_as.clone()
    };
    assert!(known("Ministry of Foreign Affairs").contains(&"외교부".to_owned()));
    assert!(known("외교부").contains(&"ministry of foreign affairs".to_owned()));
}

#[test]
fn a_name_that_the_packer_excludes_is_in_no_list_and_counted() {
    let source = Source {
        file: "a.txt".to_owned(),
        bytes: b"The Harbour Police Agency met the Reef Council of Tonga.".to_vec(),
    };
    let names = Names { excluded: vec!["Harbour Police Agency".to_owned()], ..Names::default() };
    let corpus = ingest(&[source], &Settings { names, ..Settings::default() });
    assert!(corpus.catalogue.entities.iter().flatten().all(|entity| entity.name != "Harbour Police Agency"));
    let counted: Vec<&str> =
        corpus.bodies.get(0).expect("it is here").unclassified.iter().map(|form| form.text.as_str()).collect();
    assert_eq!(counted, ["Harbour Police Agency"]);
}

#[test]
fn a_person_is_shown_with_the_whole_name_where_one_is_printed() {
    let text = "Minister Astrid Lund opened the forum. Lund thanked the hosts. Lund left. Minister Ama spoke.\n";
    let corpus = ingest(&[Source { file: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() }], &Settings::default());
    let persons = corpus.catalogue.entities.iter().flatten().filter(|entity| entity.kind == EntityKind::Person);
    let names: Vec<&str> = persons.map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Ama", "Astrid Lund"]);
}
