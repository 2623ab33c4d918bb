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
    let title = PrintedTitle { opening };
    if let Some(late) = title.late() {
        return late.line.whole(late.line.reading.text.trim().to_owned(), Basis::Stated, "first-heading");
    }
    let (n, rule) = title.choose()?;
    // A trail of the site ends in the title that is printed below it.
    let repeated = |at: &usize| {
        let (above, below) = (title.text(n).trim(), title.text(*at).trim());
        below.len() < above.len() && weight(below) >= HEADLINE_WORDS && above.ends_with(below)
    };
    let n = (n + 1..head.len()).find(repeated).unwrap_or(n);
    // "TRANSCRIPT OF" stands above what it is a transcript of.
    let first = (0..n).rev().take_while(|at| goes_on(head, *at)).last().unwrap_or(n);
    whole(opening, cells, first..n, rule)
}

/// Chooses the line of the printed title among those at the head. Lines are named by their places there.
struct PrintedTitle<'a> {
    opening: &'a Opening<'a>,
}

impl<'a> PrintedTitle<'a> {
    fn lines(&self) -> &'a [HeadLine<'a>] {
        &self.opening.lines
    }

    fn all(&self) -> Range<usize> {
        0..self.lines().len()
    }

    fn text(&self, n: usize) -> &'a str {
        &self.lines()[n].line.reading.text
    }

    fn is_heading(&self, n: usize) -> bool {
        self.lines()[n].line.kind == PassageKind::Heading
    }

    /// The lines that may be a title, as far as their role and their shape go.
    fn candidates(&self) -> impl Iterator<Item = usize> {
        self.all().filter(|n| fits(&self.lines()[*n]))
    }

    /// The title line, and the rule that finds it; `None` if no line is one.
    fn choose(&self) -> Option<(usize, &'static str)> {
        if let Some(n) = self.markdown() {
            return Some((n, "first-heading"));
        }
        let named = self.names_kind();
        if let Some(n) = self.paper().filter(|n| named.is_none_or(|line| *n < line && self.is_dated_letter(*n))) {
            return Some((n, "kind-alone-on-a-line"));
        }
        let words = |n: usize| weight(self.text(n));
        match (named, self.headline()) {
            (Some(named), Some(first)) if first < named && self.is_heading(first) && words(first) >= HEADLINE_WORDS => {
                Some((first, "heading-before-text"))
            }
            (Some(named), _) => Some((named, "heading-names-the-kind")),
            // "SPEECH TO" stands above whom it was given to; a place and a day follow.
            // A motto of a few words stands above "Address by", too.
            (None, Some(first)) => match self.opens().filter(|n| *n < first || words(first) < HEADLINE_WORDS) {
                Some(n) => Some((n, "line-that-goes-on")),
                None => Some((first, "heading-before-text")),
            },
            (None, None) => {
                let opens = self.opens().map(|n| (n, "line-that-goes-on"));
                opens.or_else(|| self.kind_alone().map(|n| (n, "kind-alone-on-a-line")))
            }
        }
    }

    /// The heading of the first level that a text in Markdown marks.
    fn markdown(&self) -> Option<usize> {
        self.all().find(|n| {
            let HeadLine { line, role } = &self.lines()[*n];
            line.kind == PassageKind::Heading
                && line.level == 1
                && line.passage.marker.is_some()
                && line.passage.number.is_none()
                && matches!(role, Role::Text | Role::Date | Role::Sentence | Role::Office)
                && weight(&line.reading.text) >= 1
        })
    }

    /// The only heading of the first level in Markdown, if it comes after the head and the head has none.
    fn late(&self) -> Option<&'a HeadLine<'a>> {
        let late = self.opening.late.as_ref()?;
        let is_title = self.markdown().is_none()
            && !self.lines().iter().any(|at| at.line.index == late.line.index)
            && matches!(late.role, Role::Text | Role::Sentence)
            && weight(&late.line.reading.text) >= MIN_TITLE_WORDS;
        is_title.then_some(late)
    }

    /// The first line that contains a word for its kind.
    fn names_kind(&self) -> Option<usize> {
        self.candidates().find(|n| kind::of_title(self.text(*n)).is_some())
    }

    /// The first heading of several words, else the first such line that is set apart.
    fn headline(&self) -> Option<usize> {
        let is_long = |n: &usize| weight(self.text(*n)) >= MIN_TITLE_WORDS;
        // "Media Release" above "Budget 2012".
        let under_kind = |n: usize| {
            let counted = self.text(n).contains(|c: char| c.is_ascii_digit());
            counted && self.lines()[..n].iter().any(|above| matches!(above.role, Role::Kind(_)))
        };
        let is_short = |n: usize| weight(self.text(n)) + 1 >= MIN_TITLE_WORDS && under_kind(n);
        let headed = self.candidates().find(|n| is_long(n) && self.is_heading(*n));
        headed
            .or_else(|| self.candidates().find(|n| is_long(n) && set_apart(self.opening, *n)))
            .or_else(|| self.candidates().find(|n| self.is_heading(*n) && is_short(*n)))
    }

    /// "SPEECH TO": the first line that goes on below.
    fn opens(&self) -> Option<usize> {
        self.all().find(|n| self.lines()[*n].role == Role::Text && opens_a_title(self.text(*n)))
    }

    /// A word for a kind alone is a title where nothing else is, unless it is a section of a site: "Press Releases".
    fn kind_alone(&self) -> Option<usize> {
        self.all().find(|n| matches!(self.lines()[*n].role, Role::Kind(kind) if kind != DocumentKind::PressRelease))
    }

    /// "Cablegram P3 LONDON, 14 November 1941" names it, "Letter" does not.
    fn is_dated_letter(&self, n: usize) -> bool {
        self.lines()[n].role == Role::Kind(DocumentKind::Letter) && self.text(n).contains(|c: char| c.is_ascii_digit())
    }

    /// "MINUTES" names the paper whatever stands below; "Speech" and "Report" only say what sort of text follows.
    fn paper(&self) -> Option<usize> {
        self.kind_alone().filter(|n| match self.lines()[*n].role {
            Role::Kind(kind) => {
                (NAMING.contains(&kind) || self.is_dated_letter(*n)) && self.headline().is_none_or(|line| *n < line)
            }
            _ => false,
        })
    }
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
