//! The title: the line at the head that names the document, whole.
//!
//! In: the head of a document, its cells. Out: the title after a label, and the printed one. Without running text after
//! it, or among lines that are there for something else, no line is a title.

mod lines_on;
mod shape;

use std::ops::Range;

use entente_corpus::{Basis, DocumentKind, Fact, MetadataField, Metadatum, PassageKind};
use entente_text::fold::fold;

use self::lines_on::{MAX_TITLE_LINES, goes_on, opens_a_title};
use self::shape::{fits, set_apart, weight};
use super::cells::LineCell;
use super::opening::{HeadLine, Opening};
use super::roles::{MAX_TITLE_CHARS, Role};
use super::{PassageText, add, datelines, kind, roles};
use crate::word_lists::word_list;

/// A heading without a word for its kind that goes before a later line with one has at least this many words.
const HEADLINE_WORDS: usize = 5;

/// A line that is not a heading, or does not name a kind, has at least this many words.
const MIN_TITLE_WORDS: usize = 3;

/// A title after its label stands among this many first passages.
const LABELLED_WITHIN: usize = 6;
/// "From:", "To:" and "Subject:" stand among this many.
const SENT_WITHIN: usize = 16;

/// Kinds whose bare word names a paper.
const NAMING: &[DocumentKind] = &[
    DocumentKind::Communique,
    DocumentKind::JointStatement,
    DocumentKind::Minutes,
    DocumentKind::Treaty,
    DocumentKind::Agreement,
    DocumentKind::Resolution,
    DocumentKind::ActionPlan,
    DocumentKind::Law,
];

/// Finds the title after a label, and the printed one.
pub(super) fn read(lines: &[PassageText], opening: &Opening, cells: &[LineCell], all: &mut Vec<Metadatum>) {
    // Between "From:" and "To:" a subject names the paper; above a talk it lists what was talked about.
    let head = || cells.iter().filter(|cell| cell.place < SENT_WITHIN && cell.kind != PassageKind::Furniture);
    let begins = |word: &str| head().any(|cell| cell.text.split(':').next().is_some_and(|label| fold(label) == word));
    let sent = begins("from") && begins("to");
    add(all, MetadataField::Title, named_by_page(lines));
    for cell in head() {
        // "[Title] Ports of the north" is labelled as well.
        let bracketed = cell.text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let Some((label, value)) = bracketed.or_else(|| cell.text.split_once([':', '：'])) else { continue };
        let value = value.trim();
        let label = fold(label.trim_matches(['*', ' ']));
        let labelled = cell.place < LABELLED_WITHIN && word_list("title-label").contains(&label.as_str());
        let named = labelled || label == "subject" && sent;
        if weight(value) >= MIN_TITLE_WORDS && named {
            let at = cell.text.len() - value.len();
            add(
                all,
                MetadataField::Title,
                cell.fact(value.to_owned(), Basis::Stated, "title-behind-label", at..at + value.len()),
            );
            break;
        }
    }
    add(all, MetadataField::Title, printed(opening, cells).or_else(|| running(lines)));
}

/// Lines below a page's own title among which the title is printed.
const REPEATED_WITHIN: usize = 40;

/// Longest title of a page with the name of its site, in bytes.
const MAX_PAGE_TITLE_BYTES: usize = 1_000;

/// The first line of a saved page without the name of its site, where the words before it are printed again below:
/// "Ports open again - Harbour Office" above "Ports open again".
fn named_by_page(lines: &[PassageText]) -> Option<Fact<String>> {
    let first = lines.first()?;
    let text = first.reading.text.as_str();
    if text.len() > MAX_PAGE_TITLE_BYTES {
        return None;
    }
    let below = &lines[1..lines.len().min(REPEATED_WITHIN)];
    let marks = [" - ", " | ", " – ", " — "];
    let mut ends: Vec<usize> = marks.iter().flat_map(|mark| text.match_indices(mark).map(|(at, _)| at)).collect();
    ends.sort_unstable();
    let repeated = |end: &usize| {
        let name = &text[..*end];
        below.iter().enumerate().any(|(n, line)| {
            let Some(rest) = name.strip_prefix(line.reading.text.trim()) else { return false };
            // Over two lines.
            let next = || below.get(n + 1).is_some_and(|next| next.reading.text.trim() == rest.trim());
            rest.is_empty() || weight(line.reading.text.trim()) >= MIN_TITLE_WORDS && next()
        })
    };
    let end = ends.into_iter().rev().find(|end| weight(&text[..*end]) >= MIN_TITLE_WORDS && repeated(end))?;
    let labelled =
        text[..end].split_once(": ").filter(|(label, _)| word_list("title-label").contains(&fold(label).as_str()));
    let start = labelled.map_or(0, |(_, title)| end - title.len());
    first.fact(text[start..end].to_owned(), Basis::Stated, "title-of-a-saved-page", start..end)
}

/// A title that every page repeats at its head, where the first page prints no other: "PORTS REGULATIONS 2019". The page of
/// a site has menus there.
fn running(lines: &[PassageText]) -> Option<Fact<String>> {
    let head = |line: &&PassageText| line.kind == PassageKind::Furniture;
    let named = |line: &&PassageText| {
        let text = line.reading.text.trim();
        let law = matches!(
            kind::of_title(text),
            Some(DocumentKind::Law | DocumentKind::Treaty | DocumentKind::Agreement | DocumentKind::Resolution)
        );
        law && weight(text) >= MIN_TITLE_WORDS && roles::role(text) == Role::Text
    };
    let first = lines.iter().take(LABELLED_WITHIN * 2).filter(head).find(named)?;
    first.whole(first.reading.text.trim().to_owned(), Basis::Stated, "heading-names-the-kind")
}

/// The printed title.
pub(super) fn printed(opening: &Opening, cells: &[LineCell]) -> Option<Fact<String>> {
    let head = &opening.lines;
    let markdown = |n: &usize| {
        let line = head[*n].line;
        line.kind == PassageKind::Heading
            && line.level == 1
            && line.passage.marker.is_some()
            && line.passage.number.is_none()
            && matches!(head[*n].role, Role::Text | Role::Date | Role::Sentence | Role::Office)
            && weight(&line.reading.text) >= 1
    };
    let may = |n: &usize| fits(&head[*n]);
    let all = || 0..head.len();
    let named = || all().filter(may).find(|n| kind::of_title(&head[*n].line.reading.text).is_some());
    let long = |n: &usize| weight(&head[*n].line.reading.text) >= MIN_TITLE_WORDS;
    let heading = |n: &usize| head[*n].line.kind == PassageKind::Heading;
    // "Media Release" above "Budget 2012".
    let under_kind = |n: &usize| {
        let counted = head[*n].line.reading.text.contains(|c: char| c.is_ascii_digit());
        counted && head[..*n].iter().any(|above| matches!(above.role, Role::Kind(_)))
    };
    let headline = || {
        let headed = all().filter(may).find(|n| long(n) && heading(n));
        headed.or_else(|| all().filter(may).find(|n| long(n) && set_apart(opening, *n))).or_else(|| {
            all()
                .filter(may)
                .find(|n| heading(n) && weight(&head[*n].line.reading.text) + 1 >= MIN_TITLE_WORDS && under_kind(n))
        })
    };
    let opens = || all().find(|n| head[*n].role == Role::Text && opens_a_title(&head[*n].line.reading.text));
    // A word for a kind alone is a title where nothing else is, unless it is a section of a site: "Press Releases".
    let alone = || all().find(|n| matches!(head[*n].role, Role::Kind(kind) if kind != DocumentKind::PressRelease));
    // "Cablegram P3 LONDON, 14 November 1941" names it, "Letter" does not.
    let dated_letter = |n: &usize| {
        head[*n].role == Role::Kind(DocumentKind::Letter)
            && head[*n].line.reading.text.contains(|c: char| c.is_ascii_digit())
    };
    // "MINUTES" names the paper whatever stands below; "Speech" and "Report" only say what sort of text follows.
    let papers = || {
        alone().filter(|n| match head[*n].role {
            Role::Kind(kind) => (NAMING.contains(&kind) || dated_letter(n)) && headline().is_none_or(|line| *n < line),
            _ => false,
        })
    };
    if all().find(markdown).is_none()
        && let Some(late) = opening.late.as_ref().filter(|late| !head.iter().any(|at| at.line.index == late.line.index))
        && matches!(late.role, Role::Text | Role::Sentence)
        && weight(&late.line.reading.text) >= MIN_TITLE_WORDS
    {
        return late.line.whole(late.line.reading.text.trim().to_owned(), Basis::Stated, "first-heading");
    }
    let (n, rule) = if let Some(n) = all().find(markdown) {
        (n, "first-heading")
    } else if let Some(n) = papers().filter(|n| named().is_none_or(|line| *n < line && dated_letter(n))) {
        (n, "kind-alone-on-a-line")
    } else {
        match (named(), headline()) {
            (Some(named), Some(first))
                if first < named
                    && head[first].line.kind == PassageKind::Heading
                    && weight(&head[first].line.reading.text) >= HEADLINE_WORDS =>
            {
                (first, "heading-before-text")
            }
            (Some(named), _) => (named, "heading-names-the-kind"),
            // "SPEECH TO" stands above whom it was given to; a place and a day follow.
            // A motto of a few words stands above "Address by", too.
            (None, Some(first)) => {
                match opens().filter(|n| *n < first || weight(&head[first].line.reading.text) < HEADLINE_WORDS) {
                    Some(n) => (n, "line-that-goes-on"),
                    None => (first, "heading-before-text"),
                }
            }
            (None, None) => match (opens(), alone()) {
                (Some(n), _) => (n, "line-that-goes-on"),
                (None, Some(n)) => (n, "kind-alone-on-a-line"),
                (None, None) => return None,
            },
        }
    };
    // A trail of the site ends in the title that is printed below it.
    let repeated = |at: &usize| {
        let (above, below) = (head[n].line.reading.text.trim(), head[*at].line.reading.text.trim());
        below.len() < above.len() && weight(below) >= HEADLINE_WORDS && above.ends_with(below)
    };
    let n = (n + 1..head.len()).find(repeated).unwrap_or(n);
    // "TRANSCRIPT OF" stands above what it is a transcript of.
    let first = (0..n).rev().take_while(|at| goes_on(head, *at)).last().unwrap_or(n);
    whole(opening, cells, first..n, rule)
}

/// The title from the first of `lines` to the one at their end, and on as far as its lines go.
fn whole(opening: &Opening, cells: &[LineCell], lines: Range<usize>, rule: &str) -> Option<Fact<String>> {
    let head = &opening.lines;
    let (first, mut last) = (lines.start, lines.end);
    while last + 1 < head.len() && last - first < MAX_TITLE_LINES && goes_on(head, last) {
        last += 1;
    }
    let mut fact: Option<Fact<String>> = None;
    for HeadLine { line, .. } in &head[first..=last] {
        let end = without_dateline(line, cells);
        let text = line.reading.text[..end].trim();
        let Some(next) = line.fact(text.to_owned(), Basis::Stated, rule, 0..end) else { continue };
        match &mut fact {
            Some(fact) => {
                fact.value.push(' ');
                fact.value.push_str(text);
                fact.evidence.extend(next.evidence);
            }
            None => fact = Some(next),
        }
    }
    if let Some(fact) = &mut fact {
        let bare = without_brackets(&fact.value);
        if bare.len() < fact.value.len() {
            fact.value = bare.to_owned();
        }
    }
    fact.filter(|fact| fact.value.chars().count() <= 2 * MAX_TITLE_CHARS)
}

/// Where the words of `line` end without a place and a day on a printed line of their own below them.
fn without_dateline(line: &PassageText, cells: &[LineCell]) -> usize {
    let text = line.reading.text.as_str();
    let last = cells.iter().rfind(|cell| cell.passage() == line.index);
    let before = last.filter(|cell| datelines::line(cell.text).is_some()).and_then(|cell| text.strip_suffix(cell.text));
    before.filter(|before| weight(before) >= MIN_TITLE_WORDS).map_or(text.len(), str::len)
}

/// The title without a bracketed day before it and bracketed words for its kind after it: "[2014-05-02] Ports (press release)".
fn without_brackets(title: &str) -> &str {
    let inner = title.strip_prefix(['[', '(']).and_then(|rest| rest.split_once([']', ')']));
    let dated = inner.filter(|(day, rest)| super::parse_date(day).is_some() && weight(rest) >= 2);
    let title = dated.map_or(title, |(_, rest)| rest.trim_start());
    let closed = title.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']));
    let named = closed.filter(|(rest, kind)| weight(rest) >= 2 && matches!(roles::role(kind), Role::Kind(_)));
    named.map_or(title, |(rest, _)| rest.trim_end())
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    fn title(text: &str) -> Option<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        read(&source, &Settings::default()).expect("a text").0.title.map(|fact| fact.value)
    }

    #[test]
    fn what_is_printed_around_a_title_is_none() {
        const BODY: &str = "The governments of the two states agreed on Friday to open the ports in May.";
        for (head, expected) in [
            ("FOR IMMEDIATE RELEASE\n\nTwo states agree on river patrols", Some("Two states agree on river patrols")),
            ("Press Releases\n\nTwo states agree on river patrols", Some("Two states agree on river patrols")),
            (
                "MEDIA RELEASE\n\nMINISTER FOR PORTS\n\nVISIT BY THE MINISTER OF FISH",
                Some("VISIT BY THE MINISTER OF FISH"),
            ),
            ("Check Against Delivery\n\nMr. President, it is an honour to be with you today.", None),
            ("MEDIA RELEASE", None),
            (
                "Two states agree on river patrols - Harbour Office of Suva\n\nHOME\n\nREPORT A STORM\n\nSkip to content\n\nTwo states agree on river patrols",
                Some("Two states agree on river patrols"),
            ),
            (
                "REPORT A STORM\n\nSkip to content\n\nTwo states agree on river patrols",
                Some("Two states agree on river patrols"),
            ),
            (
                "2 May 2014 Contact: Jane Roe\n\nFor Immediate Release: Two states agree on river patrols",
                Some("Two states agree on river patrols"),
            ),
            ("PERSONAL & CONFIDENTIAL", None),
            ("Media Release H79/2003 - 18 June 2003\n\nNew Ports For The North", Some("New Ports For The North")),
            (
                "Cablegram P3 LONDON, 14 November 1941\n\nIMMEDIATE MOST SECRET\n\nYour telegram P2 of May",
                Some("Cablegram P3 LONDON, 14 November 1941"),
            ),
            (
                "SPEECH TO\n\nPORTS CONFERENCE OF THE NORTH\n\nHARBOUR HALL, OSLO\n\n3 December 2011",
                Some("SPEECH TO PORTS CONFERENCE OF THE NORTH"),
            ),
            ("JOINT COMMUNIQUE", Some("JOINT COMMUNIQUE")),
            (
                "THE HARBOUR CONVENTION\n\nREPORT\n\nfrom: Group of Experts\nto: Members\nSubject: Final report of the group on ports",
                Some("Final report of the group on ports"),
            ),
            ("MONEYLENDER JANE ROE OF SUVA\n\nFINED $7,500\n\nOSLO", Some("MONEYLENDER JANE ROE OF SUVA FINED $7,500")),
            (
                "STATEMENT DELIVERED\n\nBY\n\nTHE MINISTER OF PORTS\n\nDURING THE PORTS FORUM OF THE NORTH",
                Some("STATEMENT DELIVERED BY THE MINISTER OF PORTS DURING THE PORTS FORUM OF THE NORTH"),
            ),
            (
                "Discours de la ministre des ports\nà la session de Suva\nSuva, le 26 septembre 2024",
                Some("Discours de la ministre des ports à la session de Suva"),
            ),
            ("P P P P R R E E E S S S\n\nTwo states agree on river patrols", Some("Two states agree on river patrols")),
            ("* WITH A FIRM STEP +\n\nAddress by\n\nTHE MINISTER OF PORTS", Some("Address by THE MINISTER OF PORTS")),
            (
                "[2014-05-02]Two states agree on river patrols (press release)",
                Some("Two states agree on river patrols"),
            ),
            ("Two states agree on river patrols (part two)", Some("Two states agree on river patrols (part two)")),
            ("Usted está en: Portada\n\nDos estados hablan de los puertos", Some("Dos estados hablan de los puertos")),
            (
                "United Nations Convention\non the Safety of Ports\n\n(Suva, 10 December 1982)",
                Some("United Nations Convention on the Safety of Ports"),
            ),
            (
                "MEMORANDUM OF UNDERSTANDING\n\nBETWEEN\n\nTHE MINISTRY OF PORTS OF FIJI\n\nAND\n\nTHE MINISTRY OF PORTS OF CHAD\n\nON FISH",
                Some(
                    "MEMORANDUM OF UNDERSTANDING BETWEEN THE MINISTRY OF PORTS OF FIJI AND THE MINISTRY OF PORTS OF CHAD ON FISH",
                ),
            ),
            ("NATIONAL ACTION PLAN FOR PORTS\n\n2019-2024", Some("NATIONAL ACTION PLAN FOR PORTS 2019-2024")),
            (
                "News Two states agree on river patrols\n\nTwo states agree on river patrols",
                Some("Two states agree on river patrols"),
            ),
            (
                "BILLS SUPPLEMENT\n\nto the Harbour Gazette No. 29 of the Republic of Ports.\n\nTHE PORTS MANAGEMENT BILL, 2011",
                Some("THE PORTS MANAGEMENT BILL, 2011"),
            ),
            (
                "PC.DEC/12\n\n10 March 2016\n\nDECISION No. 12\nMEASURES FOR THE SAFETY OF PORTS",
                Some("DECISION No. 12 MEASURES FOR THE SAFETY OF PORTS"),
            ),
            (
                "Statement by\n\nH.E. the Minister of Ports\n\nMinister for Foreign Affairs of Fiji\n\nat the General Debate\n\n26 September 2024",
                Some(
                    "Statement by H.E. the Minister of Ports Minister for Foreign Affairs of Fiji at the General Debate",
                ),
            ),
            (
                "STATEMENT BY\n\nHONOURABLE JANE ROE\n\nMINISTER OF PORTS OF\n\nFIJI\n\nAT THE\n\nDEBATE OF THE PORTS FORUM",
                Some("STATEMENT BY HONOURABLE JANE ROE MINISTER OF PORTS OF FIJI AT THE DEBATE OF THE PORTS FORUM"),
            ),
            (
                "Statement by\n\nHis Excellency\n\nJane Roe\n\nPresident of the Republic of Fiji at\n\nThe Ports Forum of the North",
                Some(
                    "Statement by His Excellency Jane Roe President of the Republic of Fiji at The Ports Forum of the North",
                ),
            ),
            (
                "NOTICE OF THE OPENING OF PORTS /\n\nTHE CLOSING OF PORTS",
                Some("NOTICE OF THE OPENING OF PORTS / THE CLOSING OF PORTS"),
            ),
            (
                "DECRETO DEL CONGRESO 1816\n\nDECRETO NUMERO 1816\n\nEl Congreso de la República,",
                Some("DECRETO DEL CONGRESO 1816"),
            ),
            ("省人民政府关于\n加强港口安全的若干意见\n\n各市人民政府：", Some("省人民政府关于 加强港口安全的若干意见")),
            (
                "Discurso do Presidente sobre os portos\n\npor Portal do Porto publicado 30/07/2016 15h50",
                Some("Discurso do Presidente sobre os portos"),
            ),
            ("Ports again open to all\nFriday, January 11, 2013 - 09:24", Some("Ports again open to all")),
            (
                "日ノルウェー港湾対話の開催\n\n令和6年5月4日\n\n東京において港湾対話が開催されました。",
                Some("日ノルウェー港湾対話の開催"),
            ),
            (
                "보도자료\n\n한-피지 항만 대화 개최\n\n외교부는 2일 서울에서 항만 대화를 개최하였다.",
                Some("한-피지 항만 대화 개최"),
            ),
            (
                "Seventieth session\nItem 93 of the provisional agenda\n\nGroup of Experts on the Safety of Ports\n\nNote by the Secretary",
                Some("Group of Experts on the Safety of Ports"),
            ),
        ] {
            let text = format!("{head}\n\n{BODY}\n\n{BODY}\n");
            assert_eq!(title(&text).as_deref(), expected, "{head}");
        }
    }
}
