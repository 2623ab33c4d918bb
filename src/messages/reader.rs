//! Words of a document that is read: its bar, its record, what is folded, what is beside a passage.

use entente_explore::FoldKind;
use entente_explore::tables::Elsewhere;

use super::{counted, documents, number, passages, place_on, quoted, words_differ};

words! {
    BACK_TO_LIST = "Back to the list";
    KEY_BACK = "u";
    RESULTS_LIST = "Results";
    READING = "Where you are";
    PREVIOUS_HIT = "Previous hit";
    NEXT_HIT = "Next hit";
    RECORD_REMARK = "how this document is known";
    RECORD_IN_FULL = "Every value, and how it was found";
    AS_PRINTED = "as printed";
    FROM_METADATA = "from the file’s own data";
    SUPPLIED_BY_PACKER = "given by whoever made this file";
    CONCLUDED = "by its words";
    TEXT_OF_DOCUMENT = "Text of the document";
    READ_AS_FORMAT = "Read as";
    FILE_NAME = "File";
    SHA256 = "SHA-256";
    SOURCE_PROBLEMS = "Source problems";
    CITED_BY = "Cited by";
    CITED_BY_NONE = "no document in this file";
    NO_PROBLEMS = "none noticed";
    NOT_PRINTED = "not printed";
    MADE_BY_READER = "text made from the file";
    SHOW_FOLDED = "Show";
    HIDE_FOLDED = "Hide";
    EDGE_MARKS = "Marks along the edge";
    EDGE_REMARK = "Left: hits. Middle: meetings. Right: repeats and source problems.";
    COMPARE_WITH = "Compare…";
    REPEATED_AT = "Repeated at ";
    THERE = "there ";
    HERE = "here ";
    COMPARE_OTHERS = "Compare something else";
    CHOOSE_SIDE = "Find a document, a section or a name";
    CHOOSE_LEAD = "Choose two documents, two sections, two names, or a document and a text of your own.";
    PASTED_TEXT = "Pasted text";
    PASTE_TEXT = "Paste a text";
    PASTE_HERE = "Your text; it stays in this window";
    PASTE_FIRST = "Paste a text to compare it.";
    NOTHING_TO_COMPARE = "Nothing in this file is called so.";
    PREVIOUS_CHANGE = "Previous change";
    NEXT_CHANGE = "Next change";
    ONLY = "Only";
    BOTH = "Both";
    SHARES = "What only one of the names has, and what both have";
    LAYOUT = "How results are shown";
    AS_LIST = "List";
    AS_LINES = "In context";
    WORDS_BEFORE = "Before";
    WORDS_FOUND = "Found";
    WORDS_AFTER = "After";
    SORT_LINES = "Sort the lines by this";
    NO_LINES = "No line has these words.";
    DISPERSION = "Where in each document";
}

/// "Results for “cyber”", "Results"
#[must_use]
pub fn results_for(words: &str) -> String {
    if words.is_empty() { RESULTS_LIST.to_owned() } else { [RESULTS_LIST, " for ", &quoted(words)].concat() }
}

/// "Document 3 of 12"
#[must_use]
pub fn document_of(n: usize, of: usize) -> String {
    ["Document ", &number(n), " of ", &number(of)].concat()
}

/// The same where there is little room: "3/12"
#[must_use]
pub fn short_of(n: usize, of: usize) -> String {
    [&number(n), "/", &number(of)].concat()
}

/// "Hit 23 of 48"; "48 hits" if the passage in view is not one of them.
#[must_use]
pub fn hit_of(n: Option<usize>, of: usize) -> String {
    n.map_or_else(|| hits(of), |n| ["Hit ", &number(n), " of ", &number(of)].concat())
}

/// "48 hits"
#[must_use]
pub fn hits(n: usize) -> String {
    counted(n, "hit", "hits")
}

/// "37 hits in this document"
#[must_use]
pub fn hits_here(n: usize) -> String {
    [&hits(n), " in this document"].concat()
}

/// "Next document: A title"
#[must_use]
pub fn step_to(label: &str, title: &str) -> String {
    [label, ": ", title].concat()
}

/// "13 lines of cover sheet: "
#[must_use]
pub fn folded_lines(kind: FoldKind, lines: usize) -> String {
    let of = match kind {
        FoldKind::CoverSheet => "of cover sheet",
        FoldKind::FrontMatter => "of settings before the text",
        FoldKind::Contents => "of contents",
        FoldKind::PageHead => "of page head and foot",
        FoldKind::Surroundings => "around the text",
    };
    [&counted(lines, "line", "lines"), " ", of, ": "].concat()
}

/// "Page 3"
#[must_use]
pub fn page(n: u32) -> String {
    ["Page ", &n.to_string()].concat()
}

/// "PDF, UTF-8, 367 passages, 15 pages"
#[must_use]
pub fn read_as(format: &str, encoding: Option<&str>, count: usize, pages: Option<u32>) -> String {
    let mut parts = vec![format.to_owned()];
    parts.extend(encoding.map(str::to_owned));
    parts.push(passages(count));
    parts.extend(pages.map(|pages| counted(pages as usize, "page", "pages")));
    parts.join(", ")
}

/// "answer left empty 19"
#[must_use]
pub fn problems(kind: &str, n: usize) -> String {
    [super::note_kind(kind), " ", &number(n)].concat()
}

/// A place beside a passage: "at l. 571", "in 2014 Action Plan"
#[must_use]
pub fn elsewhere(place: &Elsewhere) -> String {
    match place {
        Elsewhere::Here(number, lines, pages) => ["at ", &place_on(number.as_deref(), *pages, &[*lines])].concat(),
        Elsewhere::Document(title) => ["in ", title].concat(),
    }
}

/// "Repeated at l. 571, 2 words differ", "Repeated in 2014 Action Plan, identical"
#[must_use]
pub fn repeated(place: &Elsewhere, differ: Option<usize>) -> String {
    ["Repeated ", &elsewhere(place), ", ", &differing(differ)].concat()
}

/// "identical", "2 words differ", "words differ"
#[must_use]
pub fn differing(count: Option<usize>) -> String {
    count.map_or_else(|| "words differ".to_owned(), words_differ)
}

/// "and at 3 more places"
#[must_use]
pub fn repeated_more(n: usize) -> String {
    ["and at ", &counted(n, "more place", "more places")].concat()
}

/// "Conference, 2013"
#[must_use]
pub fn margin_meeting(kind: &str, date: &str) -> String {
    let mut text = if kind == "other" { "meeting".to_owned() } else { kind.replace('-', " ") };
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    [&text, ", ", date].concat()
}

/// Before the place of a commitment: "Done for ", "Planned for "
#[must_use]
pub fn measure_for(is_done: bool) -> &'static str {
    if is_done { "Done for " } else { "Planned for " }
}

/// "Done for l. 562"
#[must_use]
pub fn done_for(is_done: bool, place: &Elsewhere) -> String {
    let place = elsewhere(place);
    let place = place.strip_prefix("at ").or(place.strip_prefix("in ")).unwrap_or(&place);
    [measure_for(is_done), place].concat()
}

/// "48 lines from 4 documents"; if there are too many: ", from the first 9,000 of 20,000 passages".
#[must_use]
pub fn lines_of(lines: usize, in_documents: usize, (from, of): (usize, usize)) -> String {
    let all = [&counted(lines, "line", "lines"), " from ", &documents(in_documents)].concat();
    if from >= of { all } else { [&all, ", from the first ", &number(from), " of ", &passages(of)].concat() }
}

/// "3 paragraphs changed, 2 added, 1 gone; 40 identical"
#[must_use]
pub fn paragraphs_changed([changed, added, gone, identical]: [usize; 4]) -> String {
    let changed = counted(changed, "paragraph changed", "paragraphs changed");
    [&changed, ", ", &number(added), " added, ", &number(gone), " gone; ", &number(identical), " identical"].concat()
}

/// "12 identical paragraphs"
#[must_use]
pub fn identical_paragraphs(n: usize) -> String {
    counted(n, "identical paragraph", "identical paragraphs")
}

/// What became of a paragraph, for those who do not see it.
#[must_use]
pub fn became(word: &str) -> String {
    super::kind(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_passage_says_which() {
        let here = Elsewhere::Here(None, (571, 571), None);
        assert_eq!(repeated(&here, Some(2)), "Repeated at l. 571, 2 words differ");
        assert_eq!(repeated(&here, Some(0)), "Repeated at l. 571, identical");
        let there = Elsewhere::Document("2014 Action Plan".to_owned());
        assert_eq!(repeated(&there, None), "Repeated in 2014 Action Plan, words differ");
        assert_eq!(done_for(true, &Elsewhere::Here(Some("15".to_owned()), (1, 2), None)), "Done for para. 15");
        assert_eq!(done_for(false, &Elsewhere::Here(None, (1, 2), Some((3, 3)))), "Planned for p. 3");
        assert_eq!(margin_meeting("conference", "2013"), "Conference, 2013");
    }

    #[test]
    fn where_one_is_in_a_list_is_said_in_numbers() {
        assert_eq!(document_of(3, 1_200), "Document 3 of 1,200");
        assert_eq!((hit_of(Some(23), 48), hit_of(None, 1)), ("Hit 23 of 48".to_owned(), "1 hit".to_owned()));
        assert_eq!((results_for("cyber"), results_for("")), ("Results for “cyber”".to_owned(), "Results".to_owned()));
        assert_eq!(folded_lines(FoldKind::CoverSheet, 13), "13 lines of cover sheet: ");
        assert_eq!(lines_of(48, 4, (40, 40)), "48 lines from 4 documents");
        assert_eq!(lines_of(1, 1, (1, 9)), "1 line from 1 document, from the first 1 of 9 passages");
        assert_eq!(read_as("PDF", None, 57, Some(15)), "PDF, 57 passages, 15 pages");
    }
}
