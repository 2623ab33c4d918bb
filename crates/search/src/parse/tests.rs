//! Queries as typed, and what they mean.

use super::parse_query;
use crate::query::Query;

#[test]
fn queries_are_read_as_people_mean_them() {
    for (text, canonical) in [
        ("cyber security", "cyber security"),
        ("  \"cyber  policy\" ", "\"cyber policy\""),
        ("cyber OR piracy", "cyber OR piracy"),
        ("cyber AND NOT piracy", "cyber -piracy"),
        ("-(-(cyber OR piracy))", "cyber OR piracy"),
        ("(cyber OR piracy) korea", "(cyber OR piracy) korea"),
        ("korea (cyber", "korea cyber"),
        ("cyber) korea", "cyber korea"),
        ("\"open phrase", "\"open phrase\""),
        ("polic*", "polic*"),
        ("polisy~", "polisy~"),
        ("korea NEAR/5 japan", "korea NEAR/5 japan"),
        ("NEAR japan", "\"NEAR\" japan"),
        ("title:cyber", "title:cyber"),
        ("country:kr cyber", "country:kr cyber"),
        ("cyber Country:\"South  Korea\"", "cyber country:\"South Korea\""),
        ("NOT country:kr x", "-country:kr x"),
        ("(cyber country:kr) OR country:us", "(cyber country:kr) OR country:us"),
        ("after:2014-05 before:2016", "after:2014-05 before:2016"),
        ("foo:bar", "foo \"bar\""),
        ("OR", ""),
        ("- * ~ ()", ""),
        ("--a", "a"),
        ("\"\"", ""),
        ("country:\"\"", ""),
    ] {
        assert_eq!(parse_query(text, &["country"], false).query.to_string(), canonical, "{text}");
    }
}

#[test]
fn only_a_word_that_is_being_typed_is_the_beginning_of_one() {
    for (text, canonical) in [
        ("cyber sec", "cyber sec*"),
        ("cyber sec ", "cyber sec"),
        ("(cyber sec)", "cyber sec"),
        ("(cyber sec", "cyber sec*"),
        ("cyber country:kr", "cyber country:kr"),
        ("cyber -sec", "cyber -sec*"),
        ("cyber s", "cyber s"),
        ("cyber \"sec", "cyber \"sec\""),
        ("title:cyb", "title:cyb*"),
        ("korea NEAR jap", "korea NEAR/10 jap*"),
        ("sec. ", "sec."),
        ("foo:bar", "foo \"bar\""),
    ] {
        assert_eq!(parse_query(text, &["country"], true).query.to_string(), canonical, "{text}");
    }
}

#[test]
fn what_was_mended_is_said() {
    for (text, remark) in [
        ("\"cyber", "quotation mark"),
        ("“cyber", "quotation mark"),
        ("cyber „policy", "quotation mark"),
        ("(cyber", "closing bracket was added"),
        ("cyber)", "without an opening one"),
        ("after:soon", "needs a date"),
        ("before:XXXX-02-03", "needs a date"),
        ("AND", "no word to search for"),
        (" * ", "no word to search for"),
        ("?!", "no word to search for"),
        ("OR ~", "no word to search for"),
        ("country:\"\"", "no word to search for"),
    ] {
        let remarks = parse_query(text, &["country"], false).remarks;
        assert!(remarks.len() == 1 && remarks[0].contains(remark), "{text}: {remarks:?}");
    }
    for text in
        ["“cyber”", "\"cyber\" \"policy\"", "(cyber)", "„cyber“", "after:2014-05", "", "  ", "-cyber", "AND cyber"]
    {
        assert!(parse_query(text, &[], false).remarks.is_empty(), "{text}");
    }
}

/// A query ten times as long as the bound takes no more work than one at the bound: the same parts are searched.
#[test]
fn the_parts_of_a_query_are_bounded_and_that_is_said() {
    let joined = |part: &str, by: &str, n: usize| vec![part; n].join(by);
    for (part, by) in [
        ("a", " NEAR "),
        ("a", " NEAR/3 "),
        ("\"a b\"", " "),
        ("a", " OR "),
        ("-a", " "),
        ("a*", " "),
        ("a~", " "),
        ("title:a", " "),
        ("country:a", " "),
        ("(a", " "),
        ("a)", " "),
        ("NOT a", " "),
        ("after:soon", " "),
        ("a-b (c)", " "),
        ("word", " "),
    ] {
        let [small, large] = [3_000, 30_000].map(|n| parse_query(&joined(part, by, n), &["country"], true));
        assert_eq!(small.query, large.query, "{part}");
        assert!(small.remarks[0].starts_with("The query is too long"), "{part}: {:?}", small.remarks);
        assert!(large.remarks.len() <= 12, "{part}: {:?}", large.remarks);
    }
    let dates = (0..90).map(|n| format!("after:soon{n}")).collect::<Vec<_>>().join(" ");
    assert!(parse_query(&dates, &[], false).remarks.len() <= 12);
    let page = (0..1_500).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ");
    let read = parse_query(&page, &[], false);
    assert!(read.remarks.is_empty() && matches!(read.query, Query::Closest(words) if words.len() == 1_500));
}

#[test]
fn a_pasted_sentence_asks_for_what_comes_closest() {
    let text = "The two sides (the ROK and the U.S.) \"reaffirmed\" their commitment to an open - and secure - space OR a better one for all of us.";
    let Query::Closest(words) = parse_query(&text.replace(" OR", " and"), &["country"], true).query else {
        panic!("a sentence")
    };
    assert_eq!(words[..5], ["The", "two", "sides", "the", "ROK"]);
    for other in [text, &format!("{text} country:kr"), "a b c d e f g h i j k l", "\"a b c d e f g h i j k l m n\""] {
        assert!(!matches!(parse_query(other, &["country"], false).query, Query::Closest(_)), "{other}");
    }
}
