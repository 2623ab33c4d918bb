//! Lines become blocks: headings, items, rows, paragraphs.

use entente_corpus::{Passage, PassageKind, Piece};
use entente_text::{Span, checkpoint};

use super::headings::{self, Class};
use super::line::Line;
use super::marker::{self, Marker, MarkerKind};
use super::{aligned, contents, metadata, ordinal, running, table, turns};

/// A passage in the making.
#[derive(Clone, Debug)]
pub struct PassageDraft {
    /// The passage so far.
    pub passage: Passage,
    /// What sort of heading, where it is one.
    pub class: Option<Class>,
    /// Stands alone between blank lines, on one line.
    pub alone: bool,
    /// Columns of white space before it.
    pub indent: usize,
    /// Its bullet.
    pub bullet: Option<char>,
    /// Somebody begins to speak here.
    pub speaks: bool,
}

impl PassageDraft {
    /// An empty passage over `span`.
    pub fn new(kind: PassageKind, span: Span) -> Self {
        Self { passage: Passage::new(kind, span), class: None, alone: false, indent: 0, bullet: None, speaks: false }
    }

    /// Takes `span` in: as one piece with what stands before it, unless other words lie between.
    pub(super) fn go_on(&mut self, text: &str, span: Span) {
        let last = self.passage.pieces.last_mut();
        let beside = last.filter(|last| {
            let between = text.get(last.span.end as usize..span.start as usize);
            between.is_some_and(|between| between.trim().is_empty())
        });
        match beside {
            Some(last) => last.span.end = span.end,
            None => self.passage.pieces.push(Piece { span, page: None }),
        }
    }

    /// The source text of its pieces, joined by a space.
    pub(crate) fn text(&self, text: &str) -> String {
        let pieces: Vec<&str> = self.passage.pieces.iter().map(|piece| piece.span.of(text)).collect();
        pieces.join(" ")
    }
}

/// Lines longer than this are not wrapped by hand: each is a passage of its own.
const MAX_WRAPPED_CHARS: usize = 160;
/// A wrapped line shorter than this part of its neighbours' length ends its passage.
const FULL_LINE: f32 = 0.7;
/// Lines of a run that is narrower than this part of the text's lines stand each alone: an address, a list of names.
const NARROW: f32 = 0.6;
/// Lines no wider than this may be a list of names in any text.
const NARROWEST: usize = 45;
/// Fewest wrapped lines before a text shows how wide they are.
const MIN_WRAPPED_LINES: usize = 8;
/// A title between an article's number and its text is shorter than this part of the lines around it.
const TITLE_LINE: f32 = 0.6;
/// Longest title in capitals over several lines, in bytes.
const MAX_TITLE_BYTES: usize = 240;
/// Longest run that a mark may make bold over several lines, in bytes.
const MAX_BOLD_BYTES: usize = 4000;

/// Longest words of a link over several lines, in bytes.
const MAX_LINK_BYTES: usize = 600;

/// The blocks of `text`, in order.
pub(crate) fn blocks(text: &str, lines: &[Line], markdown: bool) -> Vec<PassageDraft> {
    let mut out: Vec<PassageDraft> = Vec::new();
    let mut tables = 0;
    // The address of a link takes no room on a page.
    let shown = |line: &Line| Line { width: line.width - addresses(line.content.of(text)), ..*line };
    let lines: Vec<Line> = lines.iter().map(|line| if markdown { shown(line) } else { *line }).collect();
    let lines = lines.as_slice();
    let usual = usual(lines);
    let mut at = front_matter(text, lines, &mut out);
    while at < lines.len() {
        if lines[at].is_blank() {
            at += 1;
            continue;
        }
        checkpoint();
        let end = (at..lines.len()).find(|n| lines[*n].is_blank()).unwrap_or(lines.len());
        let group = &lines[at..end];
        if markdown && table::is_table(text, group) {
            out.extend(table::rows(text, group, tables));
            tables += 1;
        } else if let Some(rows) = aligned::rows(text, group, tables) {
            out.extend(rows);
            tables += 1;
        } else {
            group_blocks(text, group, markdown, usual, &mut out);
        }
        at = end;
    }
    out
}

/// The width of a wrapped line in this text, where it has enough of them to tell.
fn usual(lines: &[Line]) -> usize {
    let wrapped = lines.windows(2).filter(|pair| !pair[0].is_blank() && !pair[1].is_blank());
    let mut widths: Vec<usize> =
        wrapped.map(|pair| pair[0].width).filter(|width| *width <= MAX_WRAPPED_CHARS).collect();
    widths.sort_unstable();
    if widths.len() < MIN_WRAPPED_LINES { 0 } else { widths[widths.len() * 4 / 5] }
}

/// Blocks at the head, and lines of each, among which one may say who issues a release.
const HEAD_BLOCKS: usize = 8;

/// One run of lines without a blank one, in a text whose wrapped lines are `usual` wide.
fn group_blocks(text: &str, group: &[Line], markdown: bool, usual: usize, out: &mut Vec<PassageDraft>) {
    let widest = group.iter().map(|line| line.width).max().unwrap_or(0);
    let narrow = group.len() > 1 && ((widest as f32) < usual as f32 * NARROW || is_list(text, group, widest));
    let mut open: Option<PassageDraft> = None;
    let mut previous: Option<&Line> = None;
    let mut last_number = "";
    for (n, line) in group.iter().enumerate() {
        let words = line.content.of(text);
        let mut next = start(text, line, markdown);
        // Capitals in the middle of a run of lines are part of it: a letterhead, an address. So is a number
        // that a wrapped sentence happens to put first.
        let inside = previous.is_some_and(|previous| {
            !ends(previous.content.of(text)) && previous.width as f32 >= widest as f32 * FULL_LINE
        });
        let count = next.passage.number.filter(|_| next.class.is_none()).map_or("", |number| number.of(text));
        let counts_on = !count.is_empty() && ordinal::follows(last_number, count);
        let number = !count.is_empty() && inside && !counts_on && widest <= MAX_WRAPPED_CHARS;
        if !number && !count.is_empty() {
            last_number = count;
        }
        // "ARTICLE 1" with its title on the next line is one heading, and so are a title's or a question's lines in
        // capitals.
        if let Some(heading) = open.as_mut()
            && heads_on(heading, &next, line, group, text)
        {
            if next.class == Some(Class::Question) {
                heading.class = next.class;
            }
            heading.go_on(text, line.content);
            previous = Some(line);
            continue;
        }
        // "Article 1 of the Treaty" at the start of a line is a reference where the line before ends no sentence.
        let reference = inside && matches!(next.class, Some(Class::Named(_))) && widest <= MAX_WRAPPED_CHARS;
        if (previous.is_some() && next.class == Some(Class::Capitals)) || number || reference {
            next = PassageDraft { indent: line.indent, ..PassageDraft::new(PassageKind::Paragraph, line.content) };
        }
        let continues = previous.is_some_and(|previous| {
            let full = previous.width as f32 >= widest as f32 * FULL_LINE && !narrow;
            let lower = words.starts_with(|c: char| c.is_lowercase());
            let apart = || {
                is_label(words)
                    || turns::begins(words)
                    || metadata::is_stamp(words)
                    || metadata::is_day_and_hour(words)
                    || n < HEAD_BLOCKS && out.len() < HEAD_BLOCKS && metadata::is_release_line(words)
                    || metadata::is_site_line(words)
                    || n <= HEAD_BLOCKS && metadata::is_release_line(previous.content.of(text))
                    || is_trail(previous.content.of(text))
            };
            widest <= MAX_WRAPPED_CHARS && (full || lower) && !apart()
        });
        let plain =
            next.class.is_none() && next.passage.marker.is_none() && next.passage.kind != PassageKind::Furniture;
        match open.as_mut() {
            // A bold run and a link over several lines stay whole, whatever their lines' lengths.
            Some(draft)
                if plain
                    && draft.class.is_none()
                    && draft.passage.kind != PassageKind::Furniture
                    && (continues || unclosed(draft, text) || markdown && link_open(draft, text, &group[n..])) =>
            {
                draft.alone = false;
                draft.go_on(text, line.content);
            }
            _ => {
                next.alone = group.len() == 1;
                out.extend(open.replace(next));
            }
        }
        previous = Some(line);
    }
    out.extend(open);
}

/// "Article 3", "CHAPTER II": a heading that is only its number.
pub(super) fn is_bare_number(draft: &PassageDraft, text: &str) -> bool {
    matches!(draft.class, Some(Class::Named(_))) && draft.text(text).split_whitespace().count() == 2
}

/// Three short lines or more that each begin like a name and end nothing: those present, an address.
fn is_list(text: &str, group: &[Line], widest: usize) -> bool {
    group.len() >= 3
        && widest <= NARROWEST
        && group.iter().enumerate().all(|(n, line)| {
            let words = line.content.of(text);
            let label = n == 0 && words.ends_with(':');
            words.starts_with(char::is_uppercase) && (label || !words.ends_with(['.', ',', ';', ':', '-', '!', '?']))
        })
}

/// True if `next`, which begins on `line` of `group`, goes on with the heading above it.
fn heads_on(heading: &PassageDraft, next: &PassageDraft, line: &Line, group: &[Line], text: &str) -> bool {
    let words = line.content.of(text);
    if is_bare_number(heading, text) {
        let widest = group.iter().map(|line| line.width).max().unwrap_or(0);
        let last = group.last().is_some_and(|last| last.content == line.content);
        let short = last || line.width as f32 <= widest as f32 * TITLE_LINE;
        let title =
            next.class.is_none() && next.passage.kind == PassageKind::Paragraph && next.passage.marker.is_none();
        return next.class == Some(Class::Capitals) || (title && short && headings::is_title(words));
    }
    if heading.class != Some(Class::Capitals) || heading.passage.extent().len() > MAX_TITLE_BYTES {
        return false;
    }
    if next.class == Some(Class::Question) {
        return true;
    }
    let above = heading.text(text);
    let wraps = above.ends_with('-')
        || headings::is_open(&above)
        || headings::opens(words)
        || heading.passage.pieces.len() > 1
        || above.contains(['\n', '\r']);
    next.class == Some(Class::Capitals) && wraps && !above.ends_with(':')
}

/// True while a `**` of the passage is still open. A mark that stays open for long is text.
fn unclosed(draft: &PassageDraft, text: &str) -> bool {
    draft.passage.extent().len() <= MAX_BOLD_BYTES && draft.text(text).matches("**").count() % 2 == 1
}

/// Characters of the addresses of links in a line of Markdown.
fn addresses(line: &str) -> usize {
    let mut all = 0;
    let mut rest = line;
    while let Some(at) = rest.find("](") {
        let after = &rest[at + 2..];
        let end = after.find(')').unwrap_or(after.len());
        all += after[..end].chars().count();
        rest = &after[end..];
    }
    all
}

/// True while the words of a link are still open: "announced [more than", and their bracket closes in one of the `lines` below.
fn link_open(draft: &PassageDraft, text: &str, lines: &[Line]) -> bool {
    let span = draft.passage.extent();
    let from = (span.end as usize).saturating_sub(MAX_LINK_BYTES).max(span.start as usize);
    let above = &text[text.floor_char_boundary(from)..span.end as usize];
    let Some(open) = above.rfind('[') else { return false };
    let below = lines.iter().take(4).map(|line| line.content.of(text));
    !above[open..].contains(']')
        && below.into_iter().any(|line| line.split(']').nth(1).is_some_and(|rest| rest.starts_with('(')))
}

/// "Purpose: Information": a name, a colon and a value on a line of their own.
fn is_label(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        name.len() <= 32
            && name.starts_with(char::is_uppercase)
            && name.split(' ').count() <= 4
            && !name.contains(['.', ',', '('])
    })
}

/// "Home > News > Ports": where on a site a page stands. What is printed below it is not part of it.
fn is_trail(line: &str) -> bool {
    [" > ", " » ", " › "].iter().any(|mark| line.matches(mark).count() >= 2)
}

/// What begins on `line`.
fn start(text: &str, line: &Line, markdown: bool) -> PassageDraft {
    let words = line.content.of(text);
    let inside = |from: usize| Span::new(line.content.start as usize + from, line.content.end as usize);
    let mut draft = if markdown && let Some((level, from, to)) = headings::atx(words) {
        let mut draft = PassageDraft::new(PassageKind::Heading, inside(from));
        draft.passage.pieces[0].span.end -= u32::try_from(words.len() - to).unwrap_or(0);
        draft.passage.marker =
            Some(Span::new(line.content.start as usize, line.content.start as usize + usize::from(level)));
        draft.class = Some(Class::Markdown(level));
        draft
    } else if rule(words) || left_over(words) {
        PassageDraft::new(PassageKind::Furniture, line.content)
    } else if markdown && words.starts_with("> ") {
        let mut draft = PassageDraft::new(PassageKind::Quote, inside(2));
        draft.passage.marker = Some(Span::new(line.content.start as usize, line.content.start as usize + 1));
        draft
    } else if let Some(class) = headings::class(words) {
        let mut draft = PassageDraft::new(PassageKind::Heading, line.content);
        draft.class = Some(class);
        draft
    } else if let Some(marker) = marker::marker(words) {
        marked(line, marker, words)
    } else {
        PassageDraft::new(PassageKind::Paragraph, line.content)
    };
    draft.indent = line.indent;
    draft
}

fn marked(line: &Line, marker: Marker, words: &str) -> PassageDraft {
    let from = line.content.start as usize;
    let kind = match marker.kind {
        MarkerKind::Bullet(_) => PassageKind::Item,
        MarkerKind::Note => PassageKind::Note,
        // Letters in brackets are a list's, numbers a text's own.
        MarkerKind::Number if words[..marker.mark].contains(|c: char| c.is_ascii_lowercase()) => PassageKind::Item,
        MarkerKind::Number => PassageKind::Paragraph,
    };
    let mut draft = PassageDraft::new(kind, Span::new(from + marker.length, line.content.end as usize));
    let mark = Span::new(from, from + marker.mark);
    draft.passage.marker = Some(mark);
    match marker.kind {
        MarkerKind::Number => {
            let number = marker::bare(&words[..marker.mark]);
            draft.passage.number = Some(Span::new(from + number.start, from + number.end));
        }
        MarkerKind::Bullet(bullet) => draft.bullet = Some(bullet),
        MarkerKind::Note => {}
    }
    draft
}

/// True if a sentence or a clause ends.
fn ends(line: &str) -> bool {
    line.ends_with(['.', '?', '!', ';', ':', ')', '。', '—'])
        || ["; and", "; or", ", and", ", or"].iter().any(|end| line.ends_with(end))
}

/// A contents line, a page's foot, a word processor's remark on its own formatting.
fn left_over(line: &str) -> bool {
    running::is_foot(line)
        || contents::is_line(line)
        || (line.contains("[Page ") && line.ends_with(']'))
        || line.starts_with("Formatted: ")
}

/// "***", "-----", "___": drawn, not written. Two hyphens are an empty answer, not a rule.
fn rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let first = marks.next();
    line.chars().filter(|c| !c.is_whitespace()).count() >= 3
        && first.is_some_and(|first| "-*_=~#".contains(first) && marks.all(|c| c == first))
}

/// The lines of a YAML front matter as furniture; the number of lines taken.
pub(crate) fn front_matter(text: &str, lines: &[Line], out: &mut Vec<PassageDraft>) -> usize {
    let is = |n: usize, what: &str| lines.get(n).is_some_and(|line| line.content.of(text) == what);
    if !is(0, "---") {
        return 0;
    }
    let Some(end) = (1..lines.len().min(200)).find(|n| is(*n, "---") || is(*n, "...")) else { return 0 };
    let keys = lines[1..end].iter().filter(|line| line.content.of(text).contains(':')).count();
    if keys == 0 {
        return 0;
    }
    for line in lines[..=end].iter().filter(|line| !line.is_blank()) {
        out.push(PassageDraft::new(PassageKind::Furniture, line.content));
    }
    end + 1
}
