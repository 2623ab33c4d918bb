//! The kind by the title, the line below it, and the lines at the head.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_text::fold::fold;

use super::super::PassageText;
use super::super::head_words::{List, is_in};
use super::super::roles::Role;
use super::super::{datelines, roles};
use super::spoken::by_turns;
use super::surroundings::by_release;
use super::title_words::{is_act, named_at_start, of_title, title_rule};
use super::{Known, MAX_MARK_BYTES, head};

/// First passages among which a line says that a law is enacted.
const ENACTED_WITHIN: usize = 30;

/// "ACUERDA:", "DECRETA": nothing but the word with which a law is enacted.
fn is_enacting(line: &str) -> bool {
    let bare = line.trim().trim_end_matches([':', '.', ' ']);
    bare.len() <= MAX_MARK_BYTES && is_in(List::EnactingLine, &fold(bare))
}

/// A law by the line with which it is enacted, alone before its articles: "Decreto:".
pub(super) fn by_enacting_line(known: &Known) -> Option<Fact<DocumentKind>> {
    let mut lines = known.lines.iter().take(ENACTED_WITHIN).filter(|line| line.kind != PassageKind::Furniture);
    let enacting = |line: &&PassageText| {
        let text = line.reading.text.trim();
        text.ends_with(':') && is_enacting(text)
    };
    lines.find(enacting)?.whole(DocumentKind::Law, Basis::Inferred, "enacting-line")
}

/// Longest line below a title that may name the kind, in words.
const SUBTITLE_WORDS: usize = 12;

/// "FORM 5" above "NOTICE OF OBJECTION": the person who gives the notice fills in the form.
pub(super) fn by_form_number(known: &Known) -> Option<Fact<DocumentKind>> {
    let form = known.opening.lines.iter().find(|head| head.role == Role::Kind(DocumentKind::Form))?;
    form.line.whole(DocumentKind::Form, Basis::Stated, "kind-alone-on-a-line")
}

pub(super) fn by_title(known: &Known) -> Option<Fact<DocumentKind>> {
    let title = known.title?;
    let found = title_rule(&title.value);
    let (value, rule) = match found {
        Some(rule) => (rule.gives, rule.name),
        None if is_act(&fold(&title.value)) => (DocumentKind::Law, "title-of-an-act"),
        None => match opens_title(&title.value) {
            Some(kind) => (kind, "kind-opens-the-title"),
            None if is_delivered(&title.value) => (DocumentKind::Speech, "delivery-note"),
            None => (closes_title(&title.value)?, "kind-closes-the-title"),
        },
    };
    // "Statement by the Minister": said before people, where it addresses them or says how it was said.
    let spoken = rule == "title-of-a-statement" && (known.opening.addresses || known.opening.has(Role::DeliveryNote));
    let (value, rule) = if spoken { (DocumentKind::Speech, "statement-that-is-spoken") } else { (value, rule) };
    // "ACUERDO 018", which a council "ACUERDA:" article by article.
    if value == DocumentKind::Agreement
        && let Some(line) = known.lines.iter().take(ENACTED_WITHIN).find(|line| is_enacting(&line.reading.text))
    {
        return line.whole(DocumentKind::Law, Basis::Stated, "enacting-line");
    }
    // Below the title of a bill a member "rises to speak" on it.
    if value == DocumentKind::Law
        && let Some(first) = known.opening.body.first()
        && (known.opening.addresses || fold(head(&first.reading.text, MAX_MARK_BYTES)).contains("i rise to "))
    {
        return first.whole(DocumentKind::Speech, Basis::Inferred, "speech-to-a-house");
    }
    // Members debate a bill whose name is the title.
    if value == DocumentKind::Law
        && let Some(record) = by_turns(known)
    {
        return Some(record);
    }
    // "79TH GENERAL ASSEMBLY DEBATE" above what one said in it.
    if value == DocumentKind::Minutes && known.opening.addresses && by_turns(known).is_none() {
        let first = known.opening.body.first()?;
        return first.whole(DocumentKind::Speech, Basis::Inferred, "addresses-an-audience");
    }
    // "A letter from the minister", for the press: the release reports the letter.
    if value == DocumentKind::Letter
        && let Some(release) = by_release(known)
    {
        return Some(release);
    }
    Some(Fact { value, basis: Basis::Stated, rule: rule.to_owned(), evidence: title.evidence.clone() })
}

/// "The State of the Ports as prepared for delivery": a title that ends with how the text was said.
fn is_delivered(title: &str) -> bool {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    let last = |count: usize| {
        words.len().checked_sub(count).is_some_and(|from| is_in(List::DeliveryNote, &words[from..].join(" ")))
    };
    (2..=4).any(last)
}

/// "Committee on Ports Third Report": a title that reports nothing and closes with the words for a report or a plan, after a
/// word that they go with.
fn closes_title(title: &str) -> Option<DocumentKind> {
    let bare = title.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '/' | ',' | '.'));
    let words: Vec<&str> = bare.split_whitespace().collect();
    let (kind, count) = [2, 1].iter().find_map(|count| {
        let (kind, rest) = named_at_start(&words.get(words.len().checked_sub(*count)?..)?.join(" "))
            .map(|(kind, rest)| (kind, rest.is_empty()))?;
        rest.then_some((kind, *count))
    })?;
    let before = fold(words.get(words.len().checked_sub(count + 1)?)?);
    let joined = is_in(List::Preposition, &before) || matches!(before.as_str(), "the" | "a" | "an" | "this" | "its");
    let closes = matches!(kind, DocumentKind::Report | DocumentKind::ActionPlan | DocumentKind::WhitePaper);
    (closes && !joined && words.len() >= 4 && !roles::tells(&fold(title))).then_some(kind)
}

/// "JOINT COMMUNIQUE MEETING OF MINISTERS": a title that reports nothing and opens with several words for a kind.
fn opens_title(title: &str) -> Option<DocumentKind> {
    let (kind, rest) = named_at_start(title)?;
    let named = title[..title.len() - rest.len()].split_whitespace().count() >= 2;
    (named && rest.starts_with(' ') && !roles::tells(&fold(title))).then_some(kind)
}

/// "Ports Regulations 2019" above "Report under section 2": the line below the title says what is made of the law.
pub(super) fn by_subtitle(known: &Known) -> Option<Fact<DocumentKind>> {
    let title = known.title?;
    let named = of_title(&title.value)?;
    let place = title.evidence.last()?.passage?;
    let below =
        known.lines.iter().filter(|line| line.kind != PassageKind::Furniture).find(|line| line.index > place)?;
    let value = of_title(&below.reading.text)?;
    // "Strategy for the ports" above "First annual report".
    let made_of = match named {
        DocumentKind::Law => value != DocumentKind::Law && below.kind == PassageKind::Heading,
        DocumentKind::WhitePaper | DocumentKind::ActionPlan => {
            value == DocumentKind::Report && matches!(below.kind, PassageKind::Heading | PassageKind::Paragraph)
        }
        _ => false,
    };
    if !made_of {
        return None;
    }
    below.whole(value, Basis::Stated, "kind-in-subtitle")
}

/// A line at the head that is nothing but the words for a kind, or a subtitle that names it.
pub(super) fn by_head(known: &Known) -> Option<Fact<DocumentKind>> {
    let alone = known.opening.lines.iter().find_map(|head| match head.role {
        Role::Kind(kind) => head.line.whole(kind, Basis::Stated, "kind-alone-on-a-line"),
        _ => None,
    });
    let named = || {
        let short = |text: &str| text.split_whitespace().count() <= SUBTITLE_WORDS;
        // "## Message from the chair" heads a part of the text.
        let heads = |line: &PassageText| line.level > 1 && line.passage.marker.is_some();
        let text = known.opening.lines.iter().filter(|head| {
            let apart = head.line.kind != PassageKind::Item && !heads(head.line);
            head.role == Role::Text && apart && short(&head.line.reading.text)
        });
        text.into_iter().find_map(|head| {
            head.line.whole(of_title(&head.line.reading.text)?, Basis::Stated, "kind-in-a-line-at-the-head")
        })
    };
    let delivered = || {
        let note = known.opening.notes.iter().find(|head| head.role == Role::DeliveryNote)?;
        note.line.whole(DocumentKind::Speech, Basis::Stated, "delivery-note")
    };
    // "Posted in Press releases": the part of a site says what it is.
    let filed = || {
        known.opening.lines.iter().filter(|head| head.role == Role::Label).find_map(|head| {
            let text = head.line.reading.text.as_str();
            let words = datelines::first_day(text).map_or(text, |(range, _)| text[range.end..].trim_start());
            let (kind, rest) = named_at_start(roles::filed_under(words)?)?;
            rest.is_empty().then(|| head.line.whole(kind, Basis::Stated, "kind-of-its-part-of-a-site"))?
        })
    };
    // "Category: Standards Track", "Document type: Report".
    let labelled = || {
        known.opening.lines.iter().find_map(|head| {
            let (label, value) = head.line.reading.text.split_once([':', '：'])?;
            let (kind, rest) = named_at_start(value.trim()).filter(|_| is_in(List::KindLabel, &fold(label.trim())))?;
            rest.is_empty().then(|| head.line.whole(kind, Basis::Stated, "kind-behind-label"))?
        })
    };
    let printed = alone.or_else(delivered).or_else(filed).or_else(labelled).or_else(named);
    printed.or_else(|| named_after_dateline(known)).or_else(|| named_by_running_head(known))
}

/// Passages at the head of a file with pages among which the running head of the first page is.
const RUNNING_WITHIN: usize = 8;

/// "MEDIA RELEASE" at the head of every page: the words for a kind, alone.
fn named_by_running_head(known: &Known) -> Option<Fact<DocumentKind>> {
    let of_first_page = |line: &&PassageText| line.passage.pieces.first().is_some_and(|piece| piece.page == Some(1));
    let head = known.lines.iter().take(RUNNING_WITHIN).filter(of_first_page);
    let mut running = head.take_while(|line| line.kind == PassageKind::Furniture);
    running.find_map(|line| match roles::role(&line.reading.text) {
        Role::Kind(kind) => line.whole(kind, Basis::Stated, "kind-alone-on-a-line"),
        _ => None,
    })
}

/// "(Suva, 2 May 2014) - Press conference of the ministers": the first words of the text, after its place and day.
fn named_after_dateline(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first()?;
    let text = first.reading.text.as_str();
    let (range, _) = datelines::at_start(text)?;
    let said = text[range.end..].trim_start_matches([')', ']', ' ', '-', '–', '—', ':', '.']);
    let (kind, rest) = named_at_start(said)?;
    let followed = rest.trim_start().split(' ').next().map(fold);
    let told = followed
        .is_some_and(|word| word.is_empty() || is_in(List::Preposition, &word) || is_in(List::TitleOpen, &word));
    let spoken = matches!(kind, DocumentKind::QAndA | DocumentKind::Speech);
    let named = said[..said.len() - rest.len()].split_whitespace().count() >= 2;
    (spoken && (told || named)).then(|| first.whole(kind, Basis::Stated, "kind-after-a-dateline")).flatten()
}
