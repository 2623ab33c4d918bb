//! Text broken by pages and text cut off: the first is joined, the second is reported.

use entente_corpus::{Anomaly, AnomalyKind, Body, Passage, PassageKind, ReadingText};
use entente_text::Span;

use super::blocks::PassageDraft;
use super::headings::Class;
use crate::word_lists::word_list;

/// Most lines of page heads and feet that stand between two parts of a sentence.
const FURNITURE_BETWEEN: usize = 4;
/// Broken sentences that are reported one by one. If there are more, the text is set so.
const MAX_SPLIT_NOTES: usize = 3;
/// Fewest bytes of a passage before it may be broken: a label is not.
const MIN_BROKEN_BYTES: usize = 20;
/// Wording that stands this often is a form's own.
const REPEATED: usize = 3;
/// A passage shorter than this may end without a full stop.
const MIN_UNENDED_CHARS: usize = 60;

/// Joins a passage whose sentence goes on in the next, and reports each join.
pub(crate) fn join(text: &str, drafts: &mut Vec<PassageDraft>) -> Vec<Anomaly> {
    let mut anomalies = Vec::new();
    let spaced = super::pages::spaced(text, drafts);
    let mut out: Vec<PassageDraft> = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        // A page's foot and the next one's head may stand between both parts.
        let aside = out.iter().rev().take(FURNITURE_BETWEEN + 1);
        let between = aside.take_while(|draft| draft.passage.kind == PassageKind::Furniture).count();
        let at = out.len().checked_sub(between + 1).filter(|_| between <= FURNITURE_BETWEEN);
        match at.and_then(|at| out.get_mut(at)) {
            Some(previous) if spaced.is_some_and(|width| wrapped(previous, &draft, width, text)) => {
                previous.passage.pieces.extend(draft.passage.pieces);
            }
            Some(previous) if goes_on(previous, &draft, text) => {
                let last = previous.passage.pieces.last().map_or(Span::default(), |piece| piece.span);
                let gap = text.get(last.end as usize..draft.passage.pieces[0].span.start as usize);
                // A page breaks sentences as a matter of course; a blank line does not.
                if between == 0 && !gap.is_none_or(|gap| gap.contains('\u{c}')) {
                    let word = last.of(text).split_whitespace().next_back().unwrap_or("");
                    anomalies.push(Anomaly {
                        kind: AnomalyKind::SplitText,
                        passage: None,
                        span: Span { start: last.end - u32::try_from(word.len()).unwrap_or(0), end: last.end },
                        detail: format!(
                            "the sentence is broken after “{word}” and goes on below; both parts are read as one"
                        ),
                        rule: "goes-on-in-lower-case".to_owned(),
                    });
                }
                previous.passage.pieces.extend(draft.passage.pieces);
            }
            _ => out.push(draft),
        }
    }
    *drafts = out;
    let count = anomalies.len();
    if count > MAX_SPLIT_NOTES {
        anomalies.truncate(1);
        anomalies[0].detail =
            format!("sentences are broken by blank lines in {count} places, here first; their parts are read as one");
    }
    anomalies
}

/// In a text with a blank line after every line, a full line that ends no sentence goes on in the next.
fn wrapped(previous: &PassageDraft, next: &PassageDraft, width: usize, text: &str) -> bool {
    let running = |draft: &PassageDraft| draft.class.is_none() && draft.passage.kind == PassageKind::Paragraph;
    let last = previous.passage.pieces.last().map_or("", |piece| piece.span.of(text));
    let last = last.lines().next_back().unwrap_or("");
    let lower = next.text(text).starts_with(|c: char| c.is_lowercase());
    let full = last.chars().count() * 4 >= width * 3;
    if super::metadata::is_site_line(&next.text(text)) {
        return false;
    }
    (running(previous) || previous.passage.kind == PassageKind::Item && previous.class.is_none())
        && running(next)
        && next.passage.marker.is_none()
        && !ends(last)
        && (full || lower)
}

fn goes_on(previous: &PassageDraft, next: &PassageDraft, text: &str) -> bool {
    // A form's question that a page has broken: both parts are in capitals.
    if previous.class == Some(Class::Question) && matches!(next.class, Some(Class::Question | Class::Capitals)) {
        return !ends(&previous.text(text));
    }
    let running = matches!(previous.passage.kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Quote);
    let plain = next.passage.kind == PassageKind::Paragraph && next.passage.marker.is_none() && next.class.is_none();
    if !running || !plain || previous.class.is_some() {
        return false;
    }
    // Only the last part is looked at: a passage may go on over a thousand pages.
    let last = previous.passage.pieces.last().map_or(Span::default(), |piece| piece.span);
    let before = last.of(text);
    let long = previous.passage.extent().len() >= MIN_BROKEN_BYTES;
    let after = next.text(text);
    if super::furniture::is_bar(&entente_text::fold::fold(before))
        || super::metadata::is_byline_or_stamp(&after)
        || super::metadata::is_site_line(&after)
    {
        return false;
    }
    let lower = after.starts_with(|c: char| c.is_lowercase());
    let bracket = after.starts_with('(') && after.trim_end().ends_with('.') && after.chars().count() < 40;
    let last = before.split_whitespace().next_back().unwrap_or("");
    let open = word_list("open-word").contains(&last) || word_list("month-word").contains(&last.trim_end_matches('.'));
    let linked = super::headings::links_on(before);
    let number = open && after.starts_with(|c: char| c.is_ascii_digit());
    long && !ends(before) && (lower || bracket || number || linked)
}

/// True if a sentence, a clause or a list's entry ends.
pub(super) fn ends(words: &str) -> bool {
    // The address of a link that ends the words is not one of them.
    let words = words.trim_end();
    let link = words.strip_suffix(')').and_then(|rest| rest.rfind("](")).filter(|at| !words[*at..].contains(' '));
    let words = link.map_or(words, |at| &words[..at]);
    let words = words.trim_end_matches("</u>");
    let bare = words.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '»']);
    bare.ends_with(['.', '?', '!', ';', ':', '。', '！', '？', '…', '다', '음', '임', '함'])
}

/// Tells what is odd, once the passages stand.
pub(crate) fn note(body: &Body, texts: &[ReadingText], anomalies: &mut Vec<Anomaly>) {
    for anomaly in anomalies.iter_mut() {
        // Passages stand in the order of their first words: the last that begins before it is the one.
        let after = body.passages.partition_point(|passage| passage.extent().start <= anomaly.span.start);
        let at = after.checked_sub(1).filter(|n| body.passages[*n].extent().contains(anomaly.span));
        anomaly.passage = at.and_then(|n| u32::try_from(n).ok());
    }
    anomalies.extend(repeated(body, texts));
    let last = body.passages.iter().rposition(|passage| passage.kind != PassageKind::Furniture);
    let next_text = next_text(body);
    for (n, passage) in body.passages.iter().enumerate() {
        let index = u32::try_from(n).ok();
        let Some(piece) = passage.pieces.last() else { continue };
        let words = piece.span.of(&body.text);
        let running = matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Answer);
        let listed =
            words.ends_with([';', ',']) || ["; and", "; or", ", and", ", or"].iter().any(|end| words.ends_with(end));
        let next = body.passages.get(n + 1).map(|next| next.kind);
        let goes_on = listed && passage.kind == PassageKind::Item && next == Some(PassageKind::Item);
        // "(a) …, and" goes on with "(b)", whatever marks its list.
        let after = next_text.get(n).copied().flatten().and_then(|at| body.passages.get(at));
        let marked = |passage: &entente_corpus::Passage| passage.kind == PassageKind::Item;
        let last_word = words.split_whitespace().next_back().unwrap_or("");
        let enumerates = ["and", "or", "et", "ou", "und", "oder"].contains(&last_word);
        let goes_on = goes_on || (enumerates && marked(passage) && after.is_some_and(marked));
        let goes_on = goes_on || after.is_some_and(|next| is_continued(&body.text, next, listed && enumerates));
        if running && !goes_on && cut_off(words, last == Some(n)) {
            let word = words.split_whitespace().next_back().unwrap_or(words);
            // No-break spaces may stand after it.
            let end = piece.span.start as usize + words.trim_end().len();
            anomalies.push(Anomaly {
                kind: AnomalyKind::TruncatedText,
                passage: index,
                span: Span::new(end.saturating_sub(word.len()), end),
                detail: format!("the text breaks off after \u{201c}{word}\u{201d}"),
                rule: if last == Some(n) { "ends-without-full-stop" } else { "ends-on-open-word" }.to_owned(),
            });
        }
        if let Some(detail) = nothing_below(body, n, after) {
            let kind = if passage.kind == PassageKind::Question {
                AnomalyKind::EmptyAnswer
            } else {
                AnomalyKind::EmptySection
            };
            let rule = "nothing-below".to_owned();
            anomalies.push(Anomaly { kind, passage: index, span: passage.extent(), detail: detail.to_owned(), rule });
        }
        if passage.empty {
            anomalies.push(Anomaly {
                kind: AnomalyKind::EmptyAnswer,
                passage: index,
                span: piece.span,
                detail: format!("\u{201c}{}\u{201d} stands where an answer could", words.trim()),
                rule: "dash-for-answer".to_owned(),
            });
        }
    }
}

/// For each passage the index of the next one that is not furniture. A text may be nothing but furniture, so it is not looked for
/// anew from each passage.
fn next_text(body: &Body) -> Vec<Option<usize>> {
    let mut next = None;
    let mut out: Vec<Option<usize>> = Vec::with_capacity(body.passages.len());
    for (n, passage) in body.passages.iter().enumerate().rev() {
        out.push(next);
        if passage.kind != PassageKind::Furniture {
            next = Some(n);
        }
    }
    out.reverse();
    out
}

/// True if `next` takes the words up again: in small letters, or as the next of what "…; and" counts up.
fn is_continued(text: &str, next: &Passage, counts_up: bool) -> bool {
    if !matches!(next.kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Answer) {
        return false;
    }
    counts_up || text[next.extent().start as usize..].starts_with(char::is_lowercase)
}

/// One note for each wording that a form repeats, at its first place.
fn repeated(body: &Body, texts: &[ReadingText]) -> Vec<Anomaly> {
    let mut places: std::collections::BTreeMap<String, Vec<usize>> = std::collections::BTreeMap::new();
    for (n, reading) in texts.iter().enumerate().filter(|(n, _)| body.passages[*n].template) {
        places.entry(entente_text::fold::fold(&reading.text)).or_default().push(n);
    }
    let often = places.into_values().filter(|places| places.len() >= REPEATED);
    let note = |places: Vec<usize>| Anomaly {
        kind: AnomalyKind::RepeatedTemplate,
        passage: places.first().and_then(|n| u32::try_from(*n).ok()),
        span: places.first().map_or(Span::default(), |n| body.passages[*n].pieces[0].span),
        detail: format!("the form's own wording; it stands {} times", places.len()),
        rule: "form-wording".to_owned(),
    };
    often.map(note).collect()
}

/// What is missing below a form's own question or heading, where nothing stands in its section; `next` is the text that follows.
fn nothing_below(body: &Body, n: usize, next: Option<&Passage>) -> Option<&'static str> {
    let passage = &body.passages[n];
    let own = passage.section.filter(|at| body.sections[*at as usize].heading as usize == n);
    if !passage.template || own.is_none() {
        return None;
    }
    let parent = |at: &u32| body.sections[*at as usize].parent;
    let inside = next.is_some_and(|next| std::iter::successors(next.section, parent).any(|at| Some(at) == own));
    match passage.kind {
        _ if inside => None,
        PassageKind::Question => Some("no answer stands below this question"),
        PassageKind::Heading => Some("nothing stands below this heading of the form"),
        _ => None,
    }
}

fn cut_off(words: &str, last: bool) -> bool {
    if words.chars().count() < MIN_UNENDED_CHARS || ends(words) {
        return false;
    }
    let word = words.split_whitespace().next_back().unwrap_or("").to_lowercase();
    word_list("open-word").contains(&word.as_str())
        || (last && word.chars().all(char::is_alphabetic) && words.contains(". "))
}
