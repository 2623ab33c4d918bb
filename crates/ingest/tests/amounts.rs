//! Who pays which amount, and what became of it: sentences with what must come out, "value unit payer status".

use entente_ingest::{Settings, Source, ingest};

/// "value unit payer status" of each amount of money or share in `sentence`; "-" where nothing is said.
fn amounts(sentence: &str) -> Vec<String> {
    let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
    let corpus = ingest(&[Source { file: "note.txt".to_owned(), bytes }], &Settings::default());
    let body = corpus.bodies.get(0).expect("it is here");
    let told = body.amounts.iter().filter(|found| found.rule != "count").map(|found| {
        let payer = found.payer.map_or("-", |party| party.span.of(&body.text));
        let status = found.status.map_or("-", |status| status.as_str());
        format!("{} {} {payer} {status}", found.value, found.unit.as_deref().unwrap_or("-"))
    });
    told.collect()
}

#[test]
fn an_amount_is_paid_by_the_subject_of_its_own_verb() {
    for (sentence, expected) in [
        (
            "The Republic of Korea will provide KRW 2 trillion; Togo pledged EUR 5 million.",
            &["2000000000000 KRW Republic of Korea pledged", "5000000 EUR Togo pledged"][..],
        ),
        ("Togo also committed to spending USD 5 million on ports.", &["5000000 USD Togo pledged"]),
        ("EUR 3 million was paid by Norway in 2019.", &["3000000 EUR Norway paid"]),
        (
            "Norway gave EUR 3 million to Ghana and EUR 2 million to Togo.",
            &["3000000 EUR Norway paid", "2000000 EUR Norway paid"],
        ),
        ("Ghana will go on with the support of a EUR 3 million grant from Norway.", &["3000000 EUR - -"]),
        ("President Ama and I gave EUR 3 million.", &["3000000 EUR President Ama and I paid"]),
        (
            "Hello Harbours and the Harbour Bank of Norway gave EUR 3 million.",
            &["3000000 EUR Hello Harbours and the Harbour Bank of Norway paid"],
        ),
        ("Norway and Ghana gave EUR 3 million.", &["3000000 EUR Norway and Ghana paid"]),
        ("Norway contributed to a record EUR 3 million of trade.", &["3000000 EUR - -"]),
        ("Norway contributed up to EUR 3 million.", &["3000000 EUR Norway paid"]),
        ("Norway refused to pay EUR 3 million.", &["3000000 EUR - -"]),
        ("Norway could give EUR 3 million.", &["3000000 EUR - -"]),
        ("Norway made a contribution of EUR 3 million.", &["3000000 EUR Norway paid"]),
        ("Ghana welcomed the plans of Norway, and prices will rise by EUR 3.", &["3 EUR - -"]),
        ("Norway has reached 40 percent.", &["40 % - -"]),
        ("Norway keeps less than 40 percent.", &["40 % - threshold"]),
        ("Trade will grow by more than 40 percent.", &["40 % - -"]),
        ("Sales may be more than the EUR 3 million of last year.", &["3000000 EUR - -"]),
        ("It brings the help to more than EUR 3 million.", &["3000000 EUR - -"]),
        ("Sales may be more than EUR 3 million.", &["3000000 EUR - threshold"]),
        ("Norway is providing EUR 3 million.", &["3000000 EUR Norway -"]),
        ("Norway allocated EUR 3 million.", &["3000000 EUR Norway pledged"]),
        (
            "Norway pledged EUR 5 million to Ghana, including at least EUR 2 million in May.",
            &["5000000 EUR Norway pledged", "2000000 EUR Norway pledged"],
        ),
    ] {
        assert_eq!(amounts(sentence), expected, "{sentence}");
    }
}

#[test]
fn money_goes_to_all_that_is_named_after_to() {
    for (sentence, receiver) in [
        ("Norway allocated EUR 1 million to Ghana.", Some(("Ghana", true))),
        ("Norway allocated EUR 1 million to Ghana in May.", Some(("Ghana", true))),
        ("Norway allocated EUR 1 million to Ghana, and ports were built.", Some(("Ghana", true))),
        ("Norway spent EUR 1 million lobbying to Parliament.", None),
        ("Norway allocated EUR 1 million to Ghanaian agencies.", Some(("Ghanaian agencies", false))),
        ("Norway allocated EUR 1 million to Ghana yesterday.", Some(("Ghana", true))),
        ("Norway allocated EUR 1 million to Ghanaian refugee and related programmes.", None),
    ] {
        let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.txt".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let party = body.amounts[0].receiver;
        let found = party.map(|party| (party.span.of(&body.text), party.entity.is_some()));
        assert_eq!(found, receiver, "{sentence}");
    }
}

#[test]
fn an_amount_has_the_date_of_its_own_verb() {
    for (sentence, date) in [
        ("Norway paid EUR 1 million in 2019.", Some("2019")),
        ("Norway will pay EUR 1 million by 2029.", Some("../2029")),
        ("Norway will pay EUR 1 million through 2050.", None),
        ("Norway paid EUR 1 million to the fund established in 2001.", None),
    ] {
        let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.txt".to_owned(), bytes }], &Settings::default());
        let found = &corpus.bodies.get(0).expect("it is here").amounts[0].date;
        let found = found.as_ref().map(|date| date.value.to_string());
        assert_eq!(found.as_deref(), date, "{sentence}");
    }
}

#[test]
fn a_rank_counts_nothing() {
    let counts = |sentence: &str| {
        let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
        ingest(&[Source { file: "note.txt".to_owned(), bytes }], &Settings::default())
            .bodies
            .get(0)
            .expect("it is here")
            .amounts
            .len()
    };
    assert_eq!(counts("Ten of the top 30 firms came."), 0);
    assert_eq!(counts("It is one of the 5 largest economies."), 0);
    assert_eq!(counts("More than 30 firms came."), 1);
}

#[test]
fn the_unit_of_a_table_is_not_an_amount() {
    for (line, expected) in [
        ("단위 : 백만원", &[][..]),
        ("(단위: 명, 백만 달러)", &[]),
        ("Unit: USD 1 million", &[]),
        ("The unit has USD 1 million.", &["1000000 USD - -"]),
        ("이 단위는 백만원을 받았다.", &["1000000 KRW - -"]),
    ] {
        assert_eq!(amounts(line), expected, "{line}");
    }
}

#[test]
fn what_an_amount_is_for_is_no_part_of_a_name_and_no_time() {
    let purposes = |sentence: &str| {
        let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
        let corpus = ingest(&[Source { file: "note.txt".to_owned(), bytes }], &Settings::default());
        let body = corpus.bodies.get(0).expect("it is here");
        let purpose = |span: entente_text::Span| span.of(&body.text).to_owned();
        body.amounts.iter().map(|found| found.purpose.map_or("-".to_owned(), purpose)).collect::<Vec<_>>()
    };
    for (sentence, expected) in [
        ("Norway gave USD 3 million for schools in Ghana.", "for schools in Ghana"),
        ("Grants of USD 3 million were announced by the Minister for Trade.", "-"),
        ("Norway gave USD 3 million to the United Nations High Commissioner for Refugees.", "-"),
        ("A deficit of USD 3 million is forecast for the balance of the year.", "-"),
    ] {
        assert_eq!(purposes(sentence), [expected], "{sentence}");
    }
}

#[test]
fn a_part_of_a_number_is_not_the_number() {
    for (sentence, expected) in [
        ("Norway gave a quarter of a million dollars.", &[][..]),
        ("Norway gave a million dollars.", &["1000000 - Norway paid"]),
    ] {
        assert_eq!(amounts(sentence), expected, "{sentence}");
    }
}
