//! Titles over several lines: where a line goes on in the next one.

use entente_corpus::{DocumentKind, PassageKind};
use entente_text::fold::fold;

use super::super::head_words::{List, is_in, words};
use super::super::kind;
use super::super::opening::HeadLine;
use super::super::roles::{self, Role, is_eastern};
use super::shape::weight;

/// Lines that a title goes on over at most.
pub(super) const MAX_TITLE_LINES: usize = 6;

/// "BETWEEN", "BY": one word alone on a line, which stands between the lines of a title.
fn joins_lines(text: &str) -> bool {
    let folded = fold(text);
    is_in(List::LineOpen, &folded) && is_in(List::LineStart, &folded) && weight(text) == 1
}

/// Words of the longest line that says what was done with what the line above it names.
const MAX_TOLD_WORDS: usize = 6;

/// Shortest word whose "-ed" is an ending, in bytes.
const MIN_PARTICIPLE_BYTES: usize = 5;

/// True if `text` has no small letters.
fn is_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// True if the line at `n` goes on in the next one.
pub(super) fn goes_on(head: &[HeadLine], n: usize) -> bool {
    let (Some(this), Some(next)) = (head.get(n), head.get(n + 1)) else { return false };
    let titled = |role: Role| matches!(role, Role::Text | Role::Kind(_) | Role::Office);
    // "NATIONAL ACTION PLAN" above "2019-2024".
    if titled(this.role) && this.line.kind == PassageKind::Heading && is_years(next.line.reading.text.trim()) {
        return true;
    }
    // "BY" alone on a line looks like a number in letters.
    let words_of = |line: &HeadLine| titled(line.role) || joins_lines(line.line.reading.text.trim());
    if !words_of(this) || !words_of(next) || next.line.passage.number.is_some() || next.line.kind == PassageKind::Item {
        return false;
    }
    let (text, following) = (this.line.reading.text.trim(), next.line.reading.text.trim());
    // "NOTICE OF NEGOTIATION /" above "NOTICE OF REVISION".
    if text.ends_with(" /") && next.role == Role::Text {
        return true;
    }
    let folded = fold(following);
    if is_in(List::PartHeading, &folded) || this.line.passage.marker.is_some() && next.line.passage.marker.is_some() {
        return false;
    }
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    let starts = folded.split(' ').next().unwrap_or_default();
    // "BETWEEN" alone on a line stands between the title and its parties.
    let joins = |text: &str| is_in(List::LineOpen, &fold(text)) && weight(text) == 1;
    let joined = joins(text) && n > 0 && titled(head[n - 1].role);
    // "Annex A" ends in a letter, not in an article.
    let lettered =
        text.ends_with(" A") && !is_capitals(text) || text.split_whitespace().count() == 2 && text.ends_with(" A");
    let open = is_in(List::LineOpen, &last) && !lettered && (text.split_whitespace().count() >= 2 || joined);
    let whole = weight(following) >= 2 || joins(following) && head.get(n + 2).is_some_and(|line| titled(line.role));
    let taken_up = (is_in(List::LineStart, starts) || joins(following))
        && next.role != Role::Office
        && whole
        && !following.ends_with(':');
    // "DECISION No. 1202" is about what stands below.
    let counted = matches!(kind::of_title(text), Some(DocumentKind::Resolution | DocumentKind::Law));
    let numbered = counted
        && weight(text) <= 4
        && text.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        && next.role == Role::Text
        && kind::named_at_start(following).is_none();
    // The name and the office of who speaks, between "Statement by" and what it was said at.
    let speaker = next.role == Role::Office && n > 0 && follows_an_opening(head, n);
    // "MONEYLENDER ROE" above "FINED $7,500": what somebody did, or what was done, in capitals as well.
    let heads = this.line.kind == PassageKind::Heading && next.line.kind == PassageKind::Heading;
    let told = heads
        && is_capitals(text)
        && is_capitals(following)
        && following.split_whitespace().count() <= MAX_TOLD_WORDS
        && (roles::is_verb(starts) || starts.len() >= MIN_PARTICIPLE_BYTES && starts.ends_with("ed"));
    let eastern = text.ends_with(is_eastern) && words(List::EasternTitleOpen).iter().any(|end| text.ends_with(end));
    open || taken_up || numbered || speaker || told || eastern
}

/// "2016", "2019-2024".
fn is_years(text: &str) -> bool {
    let year =
        |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()) && part.starts_with(['1', '2']);
    let mut parts = text.split(['-', '–', '/']).map(str::trim);
    parts.next().is_some_and(year) && parts.next().is_none_or(year) && parts.next().is_none()
}

/// True if the lines up to `n` name who speaks, after a line that only begins a title.
fn follows_an_opening(head: &[HeadLine], n: usize) -> bool {
    let above = head[..=n].iter().rev().take(MAX_TITLE_LINES);
    above
        .take_while(|line| matches!(line.role, Role::Office | Role::Text))
        .any(|line| opens_a_title(line.line.reading.text.trim()))
}

/// "Statement by", "Discours de": a line that only begins a title.
pub(super) fn opens_a_title(text: &str) -> bool {
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    is_in(List::LineOpen, &last) && kind::named_at_start(text).is_some() && text.split_whitespace().count() <= 5
}
