//! What documents of other countries and fields say in prose: tables of invented texts and what a reader takes from them.

use entente_corpus::{Body, Corpus, DocumentKind, Party, check};
use entente_ingest::{Settings, Source, ingest};

fn corpus(text: &str) -> Corpus {
    let corpus = ingest(&[Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() }], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new(), "every fact points somewhere");
    corpus
}

fn words(body: &Body, party: Option<Party>) -> String {
    party.map_or_else(|| "-".to_owned(), |party| party.span.of(&body.text).to_owned())
}

/// `modality strength “verb” speaker for whom`, with `-` for what is not known.
fn said(text: &str) -> Vec<String> {
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let told = |found: &entente_corpus::Statement| {
        format!(
            "{} {} “{}” {} for {}",
            found.modality,
            found.strength.map_or("-", |strength| strength.as_str()),
            found.verb.map_or("-", |verb| verb.of(&body.text)),
            words(body, found.speaker),
            words(body, found.on_behalf_of),
        )
    };
    body.statements.iter().map(told).collect()
}

/// `name kind status number date place`, with `-` for what is not known.
fn occasions(text: &str) -> Vec<String> {
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let told = |found: &entente_corpus::Engagement| {
        format!(
            "{} {} {} {} {} {}",
            found.name.of(&body.text),
            found.kind,
            found.status.map_or("-", |status| status.as_str()),
            found.ordinal.map_or("-".to_owned(), |n| n.to_string()),
            found.date.as_ref().map_or("-".to_owned(), |date| date.value.to_string()),
            found.place.map_or("-", |place| place.of(&body.text)),
        )
    };
    body.engagements.iter().map(told).collect()
}

fn check_all(cases: &[(&str, &[&str])], read: impl Fn(&str) -> Vec<String>) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

#[test]
fn calls_offers_and_needs_have_their_own_modality() {
    check_all(
        &[
            (
                "The ministers called on Burundi to reopen the crossing and urged restraint.",
                &["need - “called on” The ministers for -", "need - “urged” The ministers for -"],
            ),
            ("Norway offered to train forty pilots.", &["offer - “offered” Norway for -"]),
            ("We stand ready to assist the flooded districts.", &["offer - “stand ready” We for -"]),
            ("We continue to call for a ceasefire.", &["need - “continue to call for” We for -"]),
            ("The call on members was long, and so was the urge to leave.", &[]),
        ],
        said,
    );
}

#[test]
fn a_sentence_that_breaks_off_before_its_verb_says_nothing() {
    check_all(
        &[
            ("The two sides agreed that Estonia shall not", &["agreement concurred “agreed” The two sides for -"]),
            ("The Ministers of Estonia and Latvia are to", &[]),
            ("The Ministers of Estonia and Latvia will", &[]),
        ],
        said,
    );
}

#[test]
fn who_met_called_and_travelled_is_told_by_the_verb() {
    check_all(
        &[
            (
                "Foreign Minister Wang Yi met Kenyan President William Ruto in Nairobi on 5 January 2024.",
                &["met Kenyan President William Ruto meeting held - 2024-01-05 Nairobi"],
            ),
            (
                "President Biden spoke by phone with Prime Minister Boris Johnson of the United Kingdom on 3 May 2021.",
                &["spoke by phone with Prime Minister Boris Johnson of the United Kingdom call held - 2021-05-03 -"],
            ),
            (
                "Secretary Antony Blinken traveled to Kyiv on 8 September 2022.",
                &["traveled to Kyiv visit held - 2022-09-08 Kyiv"],
            ),
            ("The two ministers held talks in Lima on 4 June 2019.", &["talks meeting held - 2019-06-04 Lima"]),
            ("The leaders of Kenya and Uganda held a call.", &["call call held - - -"]),
            ("The Council calls on all States to cooperate. They met the requirements of the treaty.", &[]),
            ("The President concluded the call by thanking the team.", &[]),
            ("The U.S. Congress appropriated $7.1 billion in March 2024.", &[]),
        ],
        occasions,
    );
}

#[test]
fn a_link_over_several_lines_is_one_sentence_and_its_address_dates_nothing() {
    let address = "https://example.org/briefing-room/2023/08/31/a-fact-sheet-on-what-the-ministry-announces-to-support-its-agenda-for-the-health-of-all-of-its-people/";
    let text = format!(
        "# Readout\n\nEarlier in the day, the Ministry of Health announced [more than $450 million\nin new\nfunding]({address})\nto help clinics.\n\nPresident Ruto [declared August 27 through September 2 as Health\nAwareness\nWeek]({address}).\n"
    );
    let corpus = corpus(&text);
    let body = corpus.bodies.get(0).expect("it is here");
    assert_eq!(body.passages.len(), 3);
    let shown: Vec<String> =
        body.passages[1..].iter().map(|passage| entente_corpus::ReadingText::of(body, passage).text).collect();
    assert_eq!(
        shown,
        [
            "Earlier in the day, the Ministry of Health announced more than $450 million in new funding to help clinics.",
            "President Ruto declared August 27 through September 2 as Health Awareness Week.",
        ]
    );
    assert_eq!(body.amounts.len(), 1);
    assert_eq!(body.amounts[0].date, None, "an address is no date");
    assert!(body.statements.iter().all(|found| found.period.is_none()));
}

#[test]
fn a_readout_is_a_press_release_and_a_fact_sheet_stays_one() {
    let kind = |text: &str| corpus(text).catalogue.documents.get(0).expect("it is here").kind.value;
    let says = "\n\nThe President met with the families today.\n";
    assert_eq!(kind(&format!("# Readout of the Meeting with Families{says}")), DocumentKind::PressRelease);
    assert_eq!(kind(&format!("# FACT SHEET: Readout of the April Meeting{says}")), DocumentKind::FactSheet);
}

#[test]
fn what_is_said_of_one_occasion_is_not_said_of_the_next() {
    check_all(
        &[
            (
                "They welcomed the plan agreed at the meeting held in Canberra on 7-8 December 2000, and looked forward to the \
                 sixth Ministerial Meeting in Jakarta.",
                &[
                    "meeting meeting held - 2000-12-07/2000-12-08 Canberra",
                    "sixth Ministerial Meeting meeting planned 6 - Jakarta",
                ],
            ),
            (
                "The October 27th meeting between Peru and Kenya was held in Lima.",
                &["meeting meeting held - XXXX-10-27 Lima"],
            ),
            (
                "An emergency was declared while she was in Oslo for the 10th Nordic Summit, held in the State of Lagoon.",
                &["10th Nordic Summit summit held 10 - State of Lagoon"],
            ),
            (
                "On the eve of the Fifth Consultative Meeting, was held the Meeting of Transport Ministers.",
                &["Fifth Consultative Meeting meeting planned 5 - -"],
            ),
            (
                "Joint Statement after the Ministerial Meeting Between Kenya and Peru in Lima on 3 May 2019",
                &["Ministerial Meeting meeting held - 2019-05-03 Lima"],
            ),
            ("They celebrated the 45th anniversary of Kenya-Uganda Dialogue Relations in 2022.", &[]),
        ],
        occasions,
    );
}

#[test]
fn a_motion_is_of_the_day_on_which_it_was_tabled() {
    let corpus = corpus("Tabled on 15 November 2010\n\nThe House is asked to agree to the dispatch of the unit.");
    let date = corpus
        .catalogue
        .documents
        .get(0)
        .expect("it is here")
        .date
        .as_ref()
        .map(|date| (date.value.to_string(), date.basis));
    assert_eq!(date, Some(("2010-11-15".to_owned(), entente_corpus::Basis::Stated)));
}

#[test]
fn who_takes_part_is_found_behind_what_they_are() {
    let text = "The Prime Minister held a call with Northern Governors, Fisheries Minister Semi Koroi, and Security Advisor Lisa \
        Okoro on 4 May 2021.";
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let found: Vec<&str> = body.engagements[0].participants.iter().map(|party| party.span.of(&body.text)).collect();
    assert_eq!(found, ["The Prime Minister", "Semi Koroi", "Lisa Okoro"]);
}

#[test]
fn a_meeting_has_all_whom_it_was_with_and_the_place_that_a_sentence_begins_with() {
    let text = "In Nigeria, Mr. Jon Finer met with Vice President Yemi Osinbajo, Minister of Foreign Affairs Geoffrey Onyeama, and \
        Minister of Defence Hana Sidi.";
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let met = &body.engagements[0];
    let found: Vec<&str> = met.participants.iter().map(|party| party.span.of(&body.text)).collect();
    assert_eq!(found, ["Jon Finer", "Yemi Osinbajo", "Geoffrey Onyeama", "Hana Sidi"]);
    assert_eq!(met.place.map(|place| place.of(&body.text)), Some("Nigeria"));
    check_all(
        &[(
            "Peru and Lithuania reconvened high-level bilateral consultations in Washington on 3 May 2022.",
            &["high-level bilateral consultations consultation held - 2022-05-03 Washington"],
        )],
        occasions,
    );
}

#[test]
fn what_is_agreed_to_be_so_is_no_deed_and_a_visit_is_no_call() {
    check_all(
        &[
            (
                "The two leaders agreed that the Ministerial Forum provided an effective mechanism.",
                &["agreement concurred “agreed” The two leaders for -"],
            ),
            ("These choices also fulfil the President’s promise to reform the courts.", &[]),
            ("In March, the Department of the Treasury had a proposed rule in hand that banks should follow.", &[]),
            ("The Prime Minister called on H.E. Prof. Amien Rais, Speaker of the Assembly.", &[]),
            ("The Council called on Sudan to release the journalists.", &["need - “called on” The Council for -"]),
            (
                "The Member States shall decide on the measures and announce the rates.",
                &[
                    "commitment committed “shall decide” The Member States for -",
                    "commitment committed “announce” The Member States for -",
                ],
            ),
        ],
        said,
    );
}

#[test]
fn what_is_under_way_is_told_as_a_measure() {
    check_all(
        &[
            (
                "The ministry is working with the provinces to rebuild 40 bridges.",
                &["measure-undertaken - “is working” The ministry for -"],
            ),
            (
                "National experts and federal agencies are providing training to towns.",
                &["measure-undertaken - “are providing” National experts and federal agencies for -"],
            ),
            ("The Ministers of Peru and Chile have discussed fishing and have received a report.", &[]),
            ("The Cyber Policy Consultation will be held in May. It will cover trade and will discuss fishing.", &[]),
            ("Prices are growing and these trends are leading causes of poverty.", &[]),
            ("The agreement between Kenya, Uganda, and Tanzania established a fund.", &[]),
        ],
        said,
    );
}

#[test]
fn who_we_are_and_what_limits_a_promise_may_be_put_in_between() {
    check_all(
        &[
            (
                "We, the governments of Australia, Canada, and Peru, recognize the threat.",
                &["assessment noted “recognize” governments of Australia, Canada, and Peru for -"],
            ),
            (
                "We are committed, where applicable and subject to national law, to implementing the principles.",
                &["commitment committed “are committed” We for -"],
            ),
            (
                "The Minister spoke of the war against Ukraine, and Coordinator Peter Landrieu emphasized the need for aid.",
                &["assessment - “emphasized” Coordinator Peter Landrieu for -"],
            ),
            (
                "We commit to:\n\n- sharing what we know;\n\n<!-- -->\n\n- training officers;\n",
                &[
                    "commitment committed “commit” We for -",
                    "commitment committed “-” We for -",
                    "commitment committed “-” We for -",
                ],
            ),
            (
                "The Second Lady expressed the need for more nurses.",
                &["need - “expressed the need” The Second Lady for -"],
            ),
        ],
        said,
    );
}

#[test]
fn hearsay_states_nothing() {
    check_all(
        &[
            ("According to the opposition, the President promised to build a road.", &[]),
            ("The President promised to build a road, according to local media.", &[]),
            ("The President reportedly promised a road. The mayor claimed that Peru had agreed.", &[]),
            ("The opposition said that the President promised a road.", &[]),
            (
                "According to the joint statement, the two sides agreed to a truce.",
                &["agreement concurred “agreed” the two sides for -"],
            ),
            (
                "The Minister of Ports said that Fiji would host the next round.",
                &["measure-planned - “would host” The Minister of Ports for -"],
            ),
        ],
        said,
    );
}

#[test]
fn who_speaks_for_others_is_told_with_them() {
    check_all(
        &[
            (
                "Speaking on behalf of the Gulf of Guinea Fishers Forum, Minister Ama Owusu pledged a review.",
                &["pledge pledged “pledged” Minister Ama Owusu for Gulf of Guinea Fishers Forum"],
            ),
            (
                "The Peruvian Minister of Health welcomed the loan.",
                &["assessment - “welcomed” The Peruvian Minister of Health for Peruvian"],
            ),
            ("The Kenyan government agreed to a truce.", &["agreement concurred “agreed” The Kenyan government for -"]),
            ("Both sides agreed to a truce.", &["agreement concurred “agreed” Both sides for -"]),
        ],
        said,
    );
}

#[test]
fn a_text_that_names_its_voice_once_speaks_in_every_paragraph() {
    check_all(
        &[
            (
                "The Ministers of Health of Chile and Peru,\n\nNoting the spread of dengue;\n\nConcerned about its cost,\n\n\
                 Commit to sharing laboratory data;\n\nInvite the regional office to report annually.\n",
                &[
                    "assessment noted “Noting” The Ministers of Health of Chile and Peru for -",
                    "assessment - “Concerned” The Ministers of Health of Chile and Peru for -",
                    "commitment committed “Commit” The Ministers of Health of Chile and Peru for -",
                    "need - “Invite” The Ministers of Health of Chile and Peru for -",
                ],
            ),
            (
                "Council,\n\n1. Takes note of the report;\n\n2. Decides to extend the mandate, and welcomes the new commander;\n",
                &[
                    "assessment noted “Takes note” Council for -",
                    "agreement - “Decides” Council for -",
                    "assessment - “welcomes” Council for -",
                ],
            ),
            ("Inviting tenders\n\nDecides who wins\n\nNoting hill is a place.\n", &[]),
        ],
        said,
    );
}

#[test]
fn what_was_done_is_told_by_whoever_did_it() {
    check_all(
        &[
            (
                "Tonga established a centre in 2019 and trained 40 observers.",
                &["measure-undertaken - “established” Tonga for -", "measure-undertaken - “trained” Tonga for -"],
            ),
            ("The committee established under the treaty is small.", &[]),
            ("Farmers have been affected. Kenya has been hit by floods.", &[]),
            ("They discussed automation and directed energy.", &[]),
            ("It is the first time that Kenya has welcomed the fleet.", &[]),
        ],
        said,
    );
}

#[test]
fn the_minister_speaks_over_what_is_put_in_between() {
    check_all(
        &[
            (
                "The Institute of Geology (IG) on Tuesday announced a survey.",
                &["announcement - “announced” The Institute of Geology for -"],
            ),
            (
                "The Ministry of Environment said it would monitor the reef.",
                &["measure-planned - “would monitor” The Ministry of Environment for -"],
            ),
            (
                "“The hospital will open in May,” said Minister Ama Owusu.",
                &["measure-planned - “will open” Ama Owusu for -"],
            ),
        ],
        said,
    );
}

#[test]
fn korean_japanese_and_french_sentences_have_their_own_order() {
    check_all(
        &[
            (
                "몽골 측은 의료인 연수 확대를 요청했다. 양국은 협력을 강화하기로 했다.",
                &["need - “요청했다” 몽골 측 for -", "agreement concurred “하기로 했다” 양국 for -"],
            ),
            (
                "双方は、港湾整備で協力することで一致しました。ケニア側は、投資を歓迎しました。",
                &["agreement concurred “一致しました” 双方 for -", "assessment - “歓迎しました” ケニア側 for -"],
            ),
            (
                "Les deux parties se sont félicitées de leurs relations. Le Maroc s’est engagé à former vingt techniciens.",
                &[
                    "assessment - “se sont félicitées” Les deux parties for -",
                    "commitment committed “s’est engagé” Le Maroc for -",
                ],
            ),
            (
                "Le Maroc a proposé son aide. Il s’est engagé à agir.",
                &["offer - “a proposé” Le Maroc for -", "commitment committed “s’est engagé” Il for -"],
            ),
        ],
        said,
    );
}

#[test]
fn occasions_have_the_number_the_day_and_the_place_of_their_own() {
    check_all(
        &[
            (
                "The Forty-Second Lakes Fisheries Conference was held in Entebbe on 3 May 2018.",
                &["Forty-Second Lakes Fisheries Conference conference held 42 2018-05-03 Entebbe"],
            ),
            (
                "In February 2013, Ghana chaired the 7th session of the Cocoa Board in Accra, and in September 2013, Ghana \
                 chaired the 8th session of the Cocoa Board in Abuja.",
                &["7th session meeting held 7 2013-02 Accra", "8th session meeting held 8 2013-09 Abuja"],
            ),
            (
                "Ghana inspected Tema port under a scheme agreed between Ghana and Togo in May 2012.",
                &["inspected Tema port inspection held - - Tema port"],
            ),
            (
                "With the customs agreement between Ghana and Togo (June 2013), there are now six that Ghana concluded an agreement with.",
                &[],
            ),
            ("The 3rd Ghana-Togo Border Dialogue: agenda", &["3rd Ghana-Togo Border Dialogue dialogue - 3 - -"]),
        ],
        occasions,
    );
}

#[test]
fn the_items_of_a_list_are_said_by_the_words_in_front_of_it() {
    check_all(
        &[(
            "The ports of Fiji and Tonga met.\n\nThe two agencies agreed to:\n\n- share their berthing plans\n- train twenty pilots\n\n\
             The weather was fine.\n\n- one boat\n- two boats\n",
            &[
                "agreement concurred “agreed” The two agencies for -",
                "agreement concurred “-” The two agencies for -",
                "agreement concurred “-” The two agencies for -",
            ],
        )],
        said,
    );
}

#[test]
fn somebody_with_what_belongs_to_them_speaks() {
    check_all(
        &[
            (
                "Hospitals in the region will report every case.",
                &["measure-planned - “will report” Hospitals in the region for -"],
            ),
            (
                "The parties to this agreement shall share data.",
                &["commitment committed “shall share” The parties to this agreement for -"],
            ),
            ("Members of the public were told that the bridge will open.", &[]),
        ],
        said,
    );
}

#[test]
fn speeches_and_minutes_are_read() {
    check_all(
        &[
            (
                "I pledge our support. I would like to thank the pilots. My government will open two schools.",
                &[
                    "pledge pledged “pledge” I for -",
                    "assessment - “would like to thank” I for -",
                    "measure-planned - “will open” My government for -",
                ],
            ),
            (
                "The Committee:\n\n(a) noted the report of the chair;\n\n(b) agreed to meet in May.\n",
                &["assessment noted “noted” The Committee for -", "agreement concurred “agreed” The Committee for -"],
            ),
        ],
        said,
    );
}

#[test]
fn parties_named_at_length_and_what_is_under_way_are_read() {
    check_all(
        &[
            (
                "We, the governments of Fiji, Samoa, and Tonga, recognize the harm done by drift nets.",
                &["assessment noted “recognize” governments of Fiji, Samoa, and Tonga for -"],
            ),
            // A list of parties alone says nothing.
            ("We, the governments of Fiji, Samoa, and Tonga, with thanks to Kenya.", &[]),
            (
                "We are committed, where applicable and subject to law, to implementing the rules.",
                &["commitment committed “are committed” We for -"],
            ),
            (
                "To protect the reefs, we are working with Tonga and commit to:\n\n- training wardens together;\n- closing the \
                 northern grounds.\n",
                &[
                    "measure-undertaken - “are working” we for -",
                    "commitment committed “commit” we for -",
                    "commitment committed “-” we for -",
                    "commitment committed “-” we for -",
                ],
            ),
            ("National experts are facing delays, and the agencies are growing.", &[]),
            (
                "Minister Alan Kato reaffirmed his support for Samoa, and Minister Joan Obi stressed the need for calm.",
                &[
                    "reaffirmation reaffirmed “reaffirmed” Minister Alan Kato for -",
                    "assessment - “stressed” Minister Joan Obi for -",
                ],
            ),
            // The last name of a list is not a subject by itself.
            ("It was the visits to Fiji, Samoa, and Tonga pledged in May that counted.", &[]),
        ],
        said,
    );
}

#[test]
fn a_field_of_policy_is_no_paper() {
    let papers = |text: &str| {
        let corpus = corpus(text);
        let named = corpus
            .catalogue
            .entities
            .iter()
            .flatten()
            .filter(|entity| entity.kind == entente_corpus::EntityKind::Instrument);
        named.map(|entity| entity.name.clone()).collect::<Vec<String>>()
    };
    check_all(
        &[
            ("The Assistant for Domestic Policy met the Director for Monetary Policy in Suva.", &[]),
            ("The ministers adopted the Pacific Fisheries Policy.", &["Pacific Fisheries Policy"]),
        ],
        papers,
    );
}

/// Who takes part in each occasion, as printed.
fn taking_part(text: &str) -> Vec<String> {
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let names =
        |parties: &[Party]| parties.iter().map(|party| words(body, Some(*party))).collect::<Vec<_>>().join(", ");
    body.engagements.iter().map(|found| names(&found.participants)).collect()
}

#[test]
fn who_came_is_told_by_a_list_or_by_the_next_sentence() {
    check_all(
        &[
            (
                "The members of the Harbour Initiative — Brazil, Canada and Fiji — gathered in Lima on 4 May 2021 for the second \
                 Harbour Summit.",
                &["Brazil, Canada, Fiji"],
            ),
            (
                "The Harbour Safety Council (HSC) convened an extraordinary meeting on 27 June 2024 in Abuja.",
                &["Harbour Safety Council"],
            ),
            ("Prime Minister Oli Sharma on 13 May 2019 wrapped up an official visit to Peru.", &["Oli Sharma, Peru"]),
            (
                "Chile held the third meeting of the Working Group on Dredging in Nadi on 6 May 2021. It was attended by officials \
                 from Tonga and Samoa.",
                &["Chile, Tonga, Samoa"],
            ),
            (
                "The Third Ministerial Meeting on Fisheries was held in Nadi on 6 May 2021. Ministers from Kenya and Comoros \
                 attended the Meeting. Representatives of the World Bank participated as observers.",
                &["Kenya, Comoros, World Bank"],
            ),
            (
                "The Third Ministerial Meeting on Fisheries was held in Nadi on 6 May 2021. Kenya and Comoros had not attended \
                 the meeting.",
                &[""],
            ),
            (
                "Minister Ravi Gungah visited Lima on 6 May 2021. Officials from Kenya and Comoros attended the meeting.",
                &["Ravi Gungah"],
            ),
            ("Minister Ravi Gungah visited Peru on 6 May 2021.", &["Ravi Gungah, Peru"]),
            // The host alone would look like who travelled.
            (
                "Le ministre se rendra au Ghana le 7 mai 2021. Une visite au Togo aura lieu le 8 mai 2021.",
                &["Le ministre, Ghana", ""],
            ),
        ],
        taking_part,
    );
    let text =
        "Chile held the third meeting of the Group in Nadi on 6 May 2021. It was attended by officials from Tonga.";
    let corpus = corpus(text);
    let body = corpus.bodies.get(0).expect("it is here");
    let quotes: Vec<&str> = body.engagements[0].evidence.iter().map(|place| place.span.of(&body.text)).collect();
    assert_eq!(quotes.len(), 2, "{quotes:?}");
    assert!(quotes[1].contains("attended by officials from Tonga"));
    check_all(
        &[
            (
                "The members of the Harbour Initiative gathered in Lima on 4 May 2021 for the second Harbour Summit.",
                &["second Harbour Summit summit held 2 2021-05-04 Lima"],
            ),
            (
                "Minister Ravi Gungah held bilateral talks with Kenya, and signed a memorandum with Peru on 19 March 2019.",
                &["bilateral talks meeting held - - -", "signed a memorandum signing held - 2019-03-19 -"],
            ),
            (
                "Korea committed at the Harbour Leaders Summit to reduce emissions by half below its levels in 2030.",
                &["Harbour Leaders Summit summit held - - -"],
            ),
            (
                "# Fund\n\n3 May 2022\n\nKorea attended the PHP 2030 Harbour Summit in Lima and offered a fund.",
                &["PHP 2030 Harbour Summit summit held - - Lima"],
            ),
            (
                "Minister Ravi Gungah hosted the first meeting of the Harbour Network announced by President Ana Tupou in May 2021.",
                &["first meeting meeting held 1 - -"],
            ),
            (
                "Korea attended the 9th Harbour Cities Summit in Lima. The Special Harbour Cities Summit was held in Nadi on 12 May 2022.",
                &[
                    "9th Harbour Cities Summit summit held 9 - Lima",
                    "Special Harbour Cities Summit summit held - 2022-05-12 Nadi",
                ],
            ),
            (
                "# Games\n\n3 May 2022\n\nThe second Harbour Summit will be held in 2032.",
                &["second Harbour Summit summit planned 2 2032 -"],
            ),
            ("The Memorandum of 5 May 2019 (Tribal Consultation) requires a plan.", &[]),
            ("The Memorandum of 5 May 2019 (Uniform Standards for Tribal Consultation) requires a plan.", &[]),
            (
                "Minister Ravi Gungah opened the second Harbour Forum Meeting by noting the role of ports in 2021.",
                &["second Harbour Forum Meeting meeting held 2 - -"],
            ),
            (
                "At the 2022 Harbour Summit, Korea announced what it would give in 2023.",
                &["2022 Harbour Summit summit held - 2022 -"],
            ),
            (
                "Korea recalled his historic visit to the United States in 2015.",
                &["historic visit visit - - 2015 United States"],
            ),
            (
                "Korea attended the second Harbour Summit to launch a fund in May 2019.",
                &["second Harbour Summit summit held 2 - -"],
            ),
            (
                "Minister Ian Marlow is scheduled to travel to Abuja from 14 to 18 March 2022.",
                &["travel to Abuja visit planned - 2022-03-14/2022-03-18 Abuja"],
            ),
        ],
        occasions,
    );
}

#[test]
fn a_call_to_pay_respects_asks_for_nothing() {
    check_all(&[("Ambassador Luis Rojas called on President Ana Tupou to pay his respects.", &[])], said);
}

#[test]
fn a_list_after_a_colon_has_the_verb_day_and_place_before_it() {
    check_all(
        &[(
            "On 3 May 2018 the Ministry held two meetings with the European Union in Accra: the fifth Ghana-EU Fisheries Dialogue \
             and the second meeting of the Working Group on Ports.",
            &[
                "fifth Ghana-EU Fisheries Dialogue dialogue held 5 2018-05-03 Accra",
                "second meeting meeting held 2 2018-05-03 Accra",
            ],
        )],
        occasions,
    );
}

#[test]
fn one_occasion_in_title_and_text_is_one_row() {
    check_all(
        &[
            (
                "# Third Trilateral Ports Consultation of Ghana, Togo and Benin\n\nThe third Ghana-Togo-Benin Ports Consultation \
                 was held in Tema on 3 May 2018.",
                &["Third Trilateral Ports Consultation of Ghana, Togo and Benin consultation held 3 2018-05-03 Tema"],
            ),
            // Another matter of the same number and sides stays another occasion.
            (
                "The third Ghana-Togo Ports Consultation was held on 3 May 2018. The third Ghana-Togo Forests Consultation \
                 took place on 3 May 2018.",
                &[
                    "third Ghana-Togo Ports Consultation consultation held 3 2018-05-03 -",
                    "third Ghana-Togo Forests Consultation consultation held 3 2018-05-03 -",
                ],
            ),
            (
                "The ministers decided to convene the seventh Meeting on River Ports. The Meeting took place in Lomé on 3 May 2018.",
                &["seventh Meeting on River Ports meeting held 7 2018-05-03 Lomé"],
            ),
        ],
        occasions,
    );
}

#[test]
fn the_sentence_that_dates_an_occasion_is_quoted_first() {
    let corpus = corpus(
        "# Third Ports Consultation of Ghana, Togo and Benin\n\nThe third Ghana-Togo-Benin Ports Consultation was held in Tema on \
         3 May 2018.",
    );
    let body = corpus.bodies.get(0).expect("it is here");
    assert_eq!(body.engagements.len(), 1);
    let quote = body.engagements[0].evidence[0].span.of(&body.text);
    assert!(quote.ends_with("was held in Tema on 3 May 2018."), "{quote}");
}

#[test]
fn sessions_guests_and_parts_of_a_year_are_read() {
    check_all(
        &[
            (
                "Mayor Lund called a regular meeting of the City Council to order at 5:30 p.m. on 3 May 2018 at Harbour Hall.",
                &["regular meeting meeting held - 2018-05-03 Harbour Hall"],
            ),
            (
                "President Ama welcomed Prime Minister Kwame Lund to Accra on 3 May 2018.",
                &["welcomed Prime Minister Kwame Lund visit held - 2018-05-03 Accra"],
            ),
            ("President Ama welcomed the proposal of Prime Minister Kwame Lund on 3 May 2018.", &[]),
            (
                "Norway launched a fisheries dialogue with Ghana in the first quarter of 2018.",
                &["fisheries dialogue dialogue held - 2018-01/2018-03 -"],
            ),
            // Where a person works is not where people meet.
            (
                "The first meeting of the Group was convened on 3 May 2018 by Ama Boateng, Coordinator for Ports at the National Council.",
                &["first meeting meeting held 1 2018-05-03 -"],
            ),
        ],
        occasions,
    );
}

#[test]
fn who_meets_at_a_summit_among_themselves_holds_it() {
    check_all(
        &[
            (
                "We, the leaders of Ghana, Togo and Benin, met from 3 to 5 May 2018 in Tema, at the second Gulf Summit.",
                &["second Gulf Summit summit held 2 2018-05-03/2018-05-05 Tema"],
            ),
            (
                "The strategy for peace in Africa was adopted at the second Gulf Summit on 3 May 2018 in Africa.",
                &["second Gulf Summit summit held 2 2018-05-03 -"],
            ),
            (
                "The visit was preceded by a call between President Ama Boateng and President Kofi Lund on 3 May 2018.",
                &["call call - - 2018-05-03 -"],
            ),
        ],
        occasions,
    );
}

#[test]
fn members_that_are_listed_take_part_and_their_neighbour_does_not() {
    let corpus = corpus(
        "The Foreign Ministers of the Neighbours of Mali, including Ghana, Togo and Benin, held a meeting in Tema on 3 May 2018.",
    );
    let body = corpus.bodies.get(0).expect("it is here");
    let who: Vec<&str> = body.engagements[0].participants.iter().map(|party| party.span.of(&body.text)).collect();
    assert_eq!(who, ["Ghana", "Togo", "Benin"]);
}

#[test]
fn news_is_read_with_the_days_that_its_own_date_gives() {
    check_all(
        &[
            // The eighth of June 2022 was a Wednesday.
            (
                "# Note\n\n8 June 2022\n\nMinister Ama Boateng held talks with visiting Foreign Minister Astrid Lund of Norway in Accra on \
                 Monday.",
                &["talks meeting held - 2022-06-06 Accra"],
            ),
            (
                "# Note\n\n8 June 2022\n\nMinister Ama Boateng will meet Foreign Minister Astrid Lund in Accra on Monday.",
                &["meet Foreign Minister Astrid Lund meeting planned - 2022-06-13 Accra"],
            ),
            // The dateline dates the report.
            (
                "ACCRA, 9 July 2022 (GNA): Minister Ama Boateng and Foreign Minister Astrid Lund of Norway met.",
                &["met meeting held - - -"],
            ),
            (
                "President Ama Boateng and President Kofi Lund agreed at a meeting in Tema to open the port.",
                &["meeting meeting held - - Tema"],
            ),
            (
                "In the meeting with Minister Kofi Lund, President Ama Boateng discussed ports.",
                &["meeting meeting held - - -"],
            ),
            ("The minister spoke at the meeting.", &[]),
            (
                "President Ama Boateng has arrived in Norway for the second session of the Joint Ports Commission.",
                &["second session meeting - 2 - Norway", "arrived in Norway visit held - - Norway"],
            ),
            (
                "The Norwegian and Ghanaian ministers met on the sidelines of the Gulf Security Conference on Saturday.",
                &["Gulf Security Conference conference held - - -", "met meeting held - - -"],
            ),
            (
                "President Ama Boateng arrived in Norway for a three-day visit from 3 to 5 May 2018.",
                &["three-day visit visit held - 2018-05-03/2018-05-05 Norway"],
            ),
        ],
        occasions,
    );
}
