//! Words of the overview.

use entente_explore::tables::{Finding, FindingKind, Layer, Period, Step, Timeline};
use entente_text::words::capitalised;

use super::{counted, date, documents, engagements, missing_numbers, month, number};

words! {
    CHART_LABEL = "Time; Enter opens the documents of the year or month";
    NAME_CHART_LEGEND = "Above the line passages, in the years that they name, else in that of their document; below it meetings: filled held, ring announced or planned.";
    NAME_CHART_LABEL = "Time; Enter opens the passages of the year";
    CHART_TABLE = "Table";
    CHART_SINGLE_LEGEND = "Above the line documents, below it meetings; a number is the one printed. Circle: day. Square: month. Hatched: year only. Ring: announced or planned. Fading: since then.";
    CHART_BARS_LEGEND = "Above the line documents, below it meetings.";
    DATE_NOT_PRINTED = "Documents, date not printed";
    DOCUMENTS_COLUMN = "Documents";
    MEETINGS_COLUMN = "Meetings";
    NEWEST_FIRST = "Newest first";
    NOT_DRAWN = "Not drawn:";
    PARTNERS_AND_TOPICS = "Partners and topics";
    PASSAGES_NAMING_BOTH = "Passages naming both";
    RAREST_FIRST = "Rarest first";
    ALL_UNDATED = ", without a date";
    AND = " and ";
    MOSTLY = " Mostly ";
    NAMED_PEOPLE = "People";
    PARTNERS = "Partners";
    PASSAGES_UNIT = "passages";
    PERIOD_COLUMN = "Period";
    PASSAGES_IN_DOCUMENTS = "Passages in documents";
}

/// "2022", "Nov 2022"
#[must_use]
pub fn period(period: &Period) -> String {
    period.month.map_or_else(|| period.year.to_string(), |at| format!("{} {}", month(at), period.year))
}

/// True for the chart of a dossier.
fn is_of_passages(timeline: &Timeline) -> bool {
    timeline.layers.as_slice() == [Layer::Passages]
}

/// What the highest line of a chart stands for: "300 documents"
#[must_use]
pub fn chart_unit(timeline: &Timeline, n: usize) -> String {
    if is_of_passages(timeline) { super::passages(n) } else { documents(n) }
}

/// What a chart shows first: "12 of 27 dated meetings fall in 2014", "Most documents in Sep 2022, 297".
#[must_use]
pub fn chart_title(timeline: &Timeline) -> String {
    let most_meetings = timeline.periods.iter().max_by_key(|period| (period.meetings, period.bounds()));
    let all = |period: &&Period| period.documents.iter().sum::<usize>();
    let most_documents = timeline.periods.iter().max_by_key(|period| (all(period), period.bounds()));
    match (most_documents, most_meetings) {
        (_, Some(fullest))
            if !is_of_passages(timeline)
                && timeline.documents.len() == timeline.drawn.documents
                && fullest.meetings > 1 =>
        {
            format!(
                "{} of {} fall in {}",
                number(fullest.meetings),
                counted(timeline.drawn.meetings, "dated meeting", "dated meetings"),
                period(fullest)
            )
        }
        _ if is_of_passages(timeline) => "Passages naming it and meetings, by year".to_owned(),
        (Some(fullest), _) if all(&fullest) > 1 => {
            format!("Most documents in {}, {}", period(fullest), number(all(&fullest)))
        }
        _ => "Documents and meetings over time".to_owned(),
    }
}

/// "Speech", "12 other kinds", "Kind not known"
#[must_use]
pub fn layer(layer: Layer) -> String {
    match layer {
        Layer::Kind(kind) => super::kind(kind.as_str()),
        Layer::OtherKinds(n) => counted(n, "other kind", "other kinds"),
        Layer::UnknownKind => "Kind not known".to_owned(),
        Layer::Passages => "Passages naming it".to_owned(),
    }
}

/// "action plan, 2014"
#[must_use]
pub fn kind_and_date(kind: &str, at: entente_text::PartialDate) -> String {
    let at = date(at, "");
    if kind == "other" { at } else { format!("{}, {at}", super::kind(kind).to_lowercase()) }
}

/// "22 meetings, no year printed"
#[must_use]
pub fn without_year(meetings: usize) -> String {
    format!("{}, no year printed", engagements(meetings))
}

/// "8 passages without a date"
#[must_use]
pub fn passages_without_date(passages: usize) -> String {
    format!("{} without a date", super::passages(passages))
}

/// "11 meetings before 2009"
#[must_use]
pub fn before(what: &str, year: u16) -> String {
    format!("{what} before {year}")
}

/// "1 meeting after 2024"
#[must_use]
pub fn after(what: &str, year: u16) -> String {
    format!("{what} after {year}")
}

/// "232 meetings without a month"
#[must_use]
pub fn without_month(what: &str) -> String {
    format!("{what} without a month")
}

/// "; United States, in nearly all documents, left out"
#[must_use]
pub fn left_out(names: &[String]) -> String {
    format!("; {}, in nearly all documents, left out", super::listed(names))
}

/// What a cell says to those who cannot see its place: "17 passages: Korea and Cyber security"
#[must_use]
pub fn both_named(passages: usize, row: &str, column: &str) -> String {
    format!("{}: {row} and {column}", super::passages(passages))
}

/// The years of a file: ", 2014 to 2016"
#[must_use]
pub fn span(years: Option<(u16, u16)>) -> String {
    match years {
        None => String::new(),
        Some((first, last)) if first == last => format!(", {first}"),
        Some((first, last)) => format!(", {first} to {last}"),
    }
}

/// Names of states and their short forms that have an article in a sentence, besides those that begin so.
const WITH_ARTICLE: [&str; 13] = [
    "Bahamas",
    "Comoros",
    "DPRK",
    "Gambia",
    "Maldives",
    "Netherlands",
    "PRC",
    "Philippines",
    "ROK",
    "U.K.",
    "U.S.",
    "UK",
    "US",
];
/// What such names begin with.
const BEGIN_WITH_ARTICLE: [&str; 7] =
    ["Czech Republic", "Democratic ", "Dominican ", "Kingdom of ", "People’s Republic", "Republic of ", "United "];

/// What comes before the name of a state in a sentence: "the " before "US", nothing before "Korea".
#[must_use]
pub fn article(name: &str) -> &'static str {
    let has_article = WITH_ARTICLE.contains(&name) || BEGIN_WITH_ARTICLE.iter().any(|start| name.starts_with(start));
    if has_article { "the " } else { "" }
}

/// "3 without a date"
#[must_use]
pub fn number_undated(n: usize) -> String {
    format!("{} without a date", number(n))
}

/// "138 in 5"
#[must_use]
pub fn in_short(passages: usize, documents: usize) -> String {
    format!("{} in {}", number(passages), number(documents))
}

/// "Press release, 336 words"
#[must_use]
pub fn kind_and_words(kind: &str, n: usize) -> String {
    if kind == "other" { super::words(n) } else { format!("{}, {}", super::kind(kind), super::words(n)) }
}

/// A word of our own list of topics as it begins a line: "Cyber security"
#[must_use]
pub fn topic(name: &str) -> String {
    capitalised(name)
}

/// "All 226 names"
#[must_use]
pub fn all_names(n: usize) -> String {
    format!("All {}", counted(n, "name", "names"))
}

/// The step of the chart's table: "Year" or "Month"
#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Year => "Year",
        Step::Month => "Month",
    }
}

/// A finding: the number that opens its rows, and what they have in common.
#[must_use]
pub fn finding(found: &Finding) -> (String, String) {
    let (n, of) = (found.count, found.of);
    let verb = |one: &str, many: &str| (if n == 1 { one } else { many }).to_owned();
    let share = format!("{} of {}", number(n), number(of));
    let rest = match &found.kind {
        FindingKind::Blank { forms } => {
            let form = if *forms == 1 { "this form" } else { "these forms" };
            format!("commitments {} under them in {form}", verb("has nothing", "have nothing"))
        }
        FindingKind::Differing => format!("repeated passages {} in words or numbers", verb("differs", "differ")),
        FindingKind::Incomplete { missing } => {
            format!("series {} gaps: {}", verb("has", "have"), missing_numbers(*missing))
        }
        FindingKind::Undated => format!("meetings {} no year printed", verb("has", "have")),
        FindingKind::Announced => {
            format!("meetings {} announced or planned; this file holds no report of the outcome", verb("is", "are"))
        }
        FindingKind::NeverOpened => format!("abbreviations {} never spelled out", verb("is", "are")),
        FindingKind::UndatedDocuments => format!("documents {} no date printed", verb("has", "have")),
        FindingKind::OtherLanguages { languages } => {
            let names: Vec<String> = languages.iter().map(|tag| super::language(tag).to_owned()).collect();
            format!("documents {} in {}", verb("is", "are"), super::listed(&names))
        }
        FindingKind::Notes { title, .. } => format!("source problems {} in {title}", verb("is", "are")),
    };
    (share, rest)
}

#[cfg(test)]
mod tests {
    use entente_explore::tables::Counts;

    use super::*;

    #[test]
    fn a_finding_reads_as_a_sentence_for_one_and_for_many() {
        let found = |kind, count, of| {
            let (share, rest) = finding(&Finding { kind, count, of });
            format!("{share} {rest}")
        };
        for (told, expected) in [
            (
                found(FindingKind::Blank { forms: 1 }, 20, 43),
                "20 of 43 commitments have nothing under them in this form",
            ),
            (found(FindingKind::Differing, 1, 66), "1 of 66 repeated passages differs in words or numbers"),
            (
                found(FindingKind::Incomplete { missing: 32 }, 4, 10),
                "4 of 10 series have gaps: 32 numbers are not in this file",
            ),
            (found(FindingKind::Undated, 22, 49), "22 of 49 meetings have no year printed"),
            (
                found(FindingKind::OtherLanguages { languages: vec!["es".into(), "fr".into()] }, 9, 9_935),
                "9 of 9,935 documents are in Spanish and French",
            ),
        ] {
            assert_eq!(told, expected);
        }
    }

    #[test]
    fn a_state_has_its_article_in_a_sentence() {
        let said = |name: &str| [article(name), name].concat();
        assert_eq!(
            ["US", "United Kingdom", "Republic of Korea"].map(said),
            ["the US", "the United Kingdom", "the Republic of Korea"]
        );
        assert_eq!(["Korea", "Ukraine", "cyber security"].map(said), ["Korea", "Ukraine", "cyber security"]);
    }

    #[test]
    fn a_chart_says_where_most_of_it_lies() {
        let period = |year, documents, meetings| Period { year, month: None, documents: vec![documents], meetings };
        let mut timeline = Timeline {
            periods: vec![period(2013, 0, 3), period(2014, 1, 12)],
            drawn: Counts { documents: 0, meetings: 27 },
            ..Timeline::default()
        };
        assert_eq!(chart_title(&timeline), "12 of 27 dated meetings fall in 2014");
        timeline.drawn.documents = 300;
        timeline.periods[0].documents = vec![297];
        timeline.periods[0].month = Some(9);
        assert_eq!(chart_title(&timeline), "Most documents in Sep 2013, 297");
        assert_eq!(chart_title(&Timeline::default()), "Documents and meetings over time");
    }
}
