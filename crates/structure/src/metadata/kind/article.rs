//! Articles of newspapers, and releases that nowhere say that they are releases.
//!
//! In: what is known of a document. Out: its kind, by how it begins and on whom it relies. An article names its agency, its
//! author, or the statement that it reports; a release of an office says in its first sentence what the office did.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_language::tokenize;
use entente_language::values::find_dates;
use entente_text::fold::fold;

use super::super::author;
use super::super::head_words::{List, is_in, words as head_words};
use super::super::roles::{Role, is_eastern};
use super::{Known, PassageText, head};
use crate::word_lists::word_list;

/// Passages at the beginning of an article in which it says on whom it relies.
const RELIES_WITHIN: usize = 6;
/// Bytes of a passage in which it says so.
const MAX_RELIES_BYTES: usize = 700;
/// Words of a place in capitals that an article begins with.
const PLACE_WORDS: usize = 4;
/// Longest first sentence that is looked at, in bytes.
const MAX_SENTENCE_BYTES: usize = 500;
/// Most passages of a release that does not say that it is one.
const MAX_RELEASE_PASSAGES: usize = 40;

/// An article of a newspaper or an agency.
pub(super) fn by_article(known: &Known) -> Option<Fact<DocumentKind>> {
    if known.opening.has(Role::ReleaseNote) {
        return None;
    }
    let byline = known.opening.lines.iter().find(|line| {
        let text = line.line.reading.text.trim();
        author::byline(text).is_some() && line.line.kind != PassageKind::Item
    });
    if let Some(byline) = byline {
        return byline.line.whole(DocumentKind::News, Basis::Inferred, "article-with-a-byline");
    }
    let placed = known.opening.lines.iter().map(|head| head.line).chain(known.opening.body.iter().take(2).copied());
    if let Some(line) = placed.into_iter().find(|line| closes_with_agency(&line.reading.text)) {
        return line.whole(DocumentKind::News, Basis::Inferred, "article-with-a-dateline");
    }
    let begun = known.opening.body.iter().take(2).find_map(|line| Some((line, dateline(&line.reading.text)?)));
    let relies = || {
        let mut first = known.opening.body.iter().take(RELIES_WITHIN);
        first.any(|line| {
            let folded = fold(head(&line.reading.text, MAX_RELIES_BYTES));
            head_words(List::Attribution).iter().any(|words| folded.contains(words))
        })
    };
    let first = known.opening.body.first()?;
    if relies() {
        return first.whole(DocumentKind::News, Basis::Inferred, "article-with-a-source");
    }
    let (line, agency) = begun?;
    if agency {
        return line.whole(DocumentKind::News, Basis::Inferred, "article-with-a-dateline");
    }
    None
}

/// "ISLAMABAD - ", "SUVA, May 2 (Agency) —": true for an agency in brackets; nothing where no place in capitals begins the text.
fn dateline(text: &str) -> Option<bool> {
    if names_agency(text) || opens_with_agency(text) {
        return Some(true);
    }
    let end = text.find([',', '(', '-', '–', '—', ':', '/']).filter(|at| *at <= 60)?;
    let place = text[..end].trim_end();
    let end = place.len();
    let capitals = place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let words = place.split_whitespace().count();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    if !capitals || letters < 3 || !(1..=PLACE_WORDS).contains(&words) || place.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = head(&text[end..], 60);
    let bracketed = rest.find('(').filter(|at| rest[..*at].split_whitespace().count() <= 4);
    let agency = bracketed.is_some_and(|at| {
        let inner = rest[at + 1..].split(')').next().unwrap_or_default();
        inner.starts_with(char::is_uppercase) && inner.contains(char::is_alphabetic)
    });
    let dashed = [" - ", " – ", " — ", " -- ", "—", ": "].iter().any(|dash| rest.contains(dash));
    (agency || dashed).then_some(agency)
}

/// "(HARBOURWORLD) - The ministers", "Suva /HARBOUR/ The ministers": the letters of an agency in brackets or strokes, after
/// a place of a few words or none.
fn opens_with_agency(text: &str) -> bool {
    let head = head(text, 80);
    let Some(at) = head.find(['(', '/', '[']) else { return false };
    let close = match head.as_bytes()[at] {
        b'(' => ')',
        b'[' => ']',
        _ => '/',
    };
    let Some((name, rest)) = head[at + 1..].split_once(close) else { return false };
    let letters = name.chars().count() >= 3 && name.chars().all(char::is_uppercase);
    let place = head[..at].trim();
    let placed = place.split_whitespace().count() <= PLACE_WORDS
        && place
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit()));
    let dashed = rest.trim_start().starts_with(['-', '–', '—']);
    // In brackets after words, a dash shows that the words are a place: "Fiji (FJ) is a state".
    letters && placed && rest.starts_with(' ') && (dashed || close == '/')
}

/// "Fiji, Suva, March 7 / Harbour J. Roe /": a place, a day without its year, and who reports, between strokes.
fn closes_with_agency(text: &str) -> bool {
    let head = head(text, 120);
    let mut parts = head.splitn(3, '/');
    let (Some(place), Some(agency), Some(_)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let Some((place, day)) = place.trim_end().rsplit_once(", ") else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = agency.starts_with(' ') && agency.ends_with(' ') && agency.split_whitespace().all(capital);
    let dated = find_dates(&tokenize(day)).first().is_some_and(|found| found.range == (0..day.len()));
    named && dated && place.split([' ', ',']).filter(|word| !word.is_empty()).all(capital)
}

/// "Damas-SANA/ Le ministre", "Ramallah, 7 March 2022, WAFA- The president": an agency between the place and the text.
fn names_agency(text: &str) -> bool {
    let head = head(text, 60);
    let Some(end) = head.match_indices(['-', '/', '–', '—', ':']).map(|(at, _)| at).find(|at| {
        let last = head[..*at].rsplit([' ', '-', '/', ',']).next().unwrap_or_default();
        let capitals = last.len() >= 2 && last.chars().all(|c| c.is_ascii_uppercase());
        capitals && is_in(List::Agency, &fold(last))
    }) else {
        return false;
    };
    let before = head[..end].trim_end_matches(char::is_uppercase).trim_end_matches(['-', '/', ',', ' ']);
    before.starts_with(char::is_uppercase) && before.split_whitespace().count() <= 2 * PLACE_WORDS
}

/// A text whose first sentence reports what an office did, with a title above it: an office's release.
pub(super) fn by_first_sentence(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first()?;
    let text = first.reading.text.trim();
    // "□ 외교부는": offices of Korea write their releases in points.
    let point = text.starts_with(['□', '■', '○', 'ㅇ', '❍']);
    // Nothing but its day above the text.
    let dated = || !known.opening.lines.is_empty() && known.opening.lines.iter().all(|line| line.role == Role::Date);
    let headed = known.title.is_some() || point || pointed(first) || dated();
    if known.lines.len() > MAX_RELEASE_PASSAGES || !headed {
        return None;
    }
    let sentence = first_sentence(text);
    let folded = fold(sentence);
    let spoken = folded.split(|c: char| !c.is_alphanumeric()).any(|word| word_list("spoken").contains(&word));
    let quoted = text.starts_with(['"', '“', '«', '„']);
    let office = head_words(List::OfficePart).iter().any(|part| holds_word(&folded, sentence, part));
    let deed = head_words(List::ReportedDeed).iter().any(|deed| holds_word(&folded, sentence, deed));
    let tells = !spoken && !quoted && office && deed;
    tells.then(|| first.whole(DocumentKind::PressRelease, Basis::Inferred, "release-by-what-it-tells")).flatten()
}

/// True if the passage is a point of a list by its mark.
fn pointed(line: &PassageText) -> bool {
    line.kind == PassageKind::Item && line.passage.marker.is_some() && line.reading.text.contains(is_eastern)
}

/// The first sentence of `text`, at most [`MAX_SENTENCE_BYTES`] of it. A stop after a short word ends none: "Hon. Dr. Mapp".
pub(super) fn first_sentence(text: &str) -> &str {
    let text = head(text, MAX_SENTENCE_BYTES);
    let end = text.match_indices(['.', '。']).find(|(at, stop)| {
        let last = text[..*at].rsplit([' ', '.']).next().unwrap_or_default();
        let next = text[at + stop.len()..].trim_start();
        *stop == "。" || last.chars().count() > 3 && next.starts_with(|c: char| c.is_uppercase() || is_eastern(c))
    });
    end.map_or(text, |(at, stop)| &text[..at + stop.len()])
}

/// True if `sentence`, which is `folded` too, contains `part`: as whole words, in scripts without blanks anywhere.
pub(super) fn holds_word(folded: &str, sentence: &str, part: &str) -> bool {
    if part.starts_with(is_eastern) {
        return sentence.contains(part);
    }
    folded.match_indices(part).any(|(at, _)| {
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let after = folded[at + part.len()..].chars().next();
        apart(folded[..at].chars().next_back()) && (part.ends_with(' ') || apart(after))
    })
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, read};

    fn kind(text: &str) -> String {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        let (record, _) = read(&source, &Settings::default()).expect("a text");
        format!("{} ({})", record.kind.value, record.kind.rule)
    }

    #[test]
    fn articles_and_releases_show_by_how_they_begin() {
        for (text, expected) in [
            (
                "Two states talk about ports\n\nSUVA (Harbour News / Ports - 2 May) : The ministers of the two states met on Monday.\n",
                "news (article-with-a-dateline)",
            ),
            (
                "Two states talk about ports\n\nFiji, Suva, March 7 / Harbour J. Roe /\n\nThe two states are at peace, and so are their ports.\n",
                "news (article-with-a-dateline)",
            ),
            (
                "Two states talk about ports\n\nThe ports stay open, the office has demanded today.\n\nContact: Jane Roe on 0427 604 760\n",
                "press-release (mark-at-the-end-of-a-release)",
            ),
            (
                "Deux états parlent des ports\n\nLes ports des deux états restent ouverts toute l'année.\n\nJ. Roe Source : Le Port\n",
                "news (news-site-notice)",
            ),
            (
                "Two states talk about ports\n\nSuva-SANA/ The ministers of the two states met on Monday.\n",
                "news (article-with-a-dateline)",
            ),
            (
                "Two states talk about ports\n\nSUVA - The ministers of the two states met on Monday.\n\nThe ports stay open, the statement said.\n",
                "news (article-with-a-source)",
            ),
            (
                "Two states talk about ports\n\n(HARBOURNEWS) - The ministers of the two states met on the quay.\n",
                "news (article-with-a-dateline)",
            ),
            (
                "Two states talk about ports\n\nThe ports (HARBOURS) are what the two states share, as all know.\n",
                "other (no-rule-applies)",
            ),
            (
                "Two states talk about ports\n\n2 May 2014\n\nOn 1 May the envoys of the two states talked about the ports.\n",
                "news (report-of-an-event)",
            ),
            (
                "Two states talk about ports\n\nby Jane Roe\n\nThe ports of the two states stay open until the end of May.\n",
                "news (article-with-a-byline)",
            ),
            (
                "Two states talk about ports\n\nBy Jane Roe\n\nThe ports of the two states stay open until the end of the year.\n",
                "news (article-with-a-byline)",
            ),
            (
                "Two states talk about ports\n\n2 May 2014\n\nThe Minister for Ports, Hon. Dr. Jane Roe, today met with her counterpart in Suva to talk about ports.\n",
                "press-release (release-by-what-it-tells)",
            ),
            (
                "Two states talk about ports\n\nI met with the Minister for Ports in Suva, and we talked about the ports of the two states.\n",
                "other (no-rule-applies)",
            ),
            (
                "Ports of the two states\n\nThe ports of the two states are old, and the minister who opened them is long dead.\n",
                "other (no-rule-applies)",
            ),
            (
                "Members Talk about Ports\n\nSC/12783\n\nMembers were of several minds about the ports of the two states on Monday.\n",
                "press-release (release-note)",
            ),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
