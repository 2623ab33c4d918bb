//! Lines become blocks: headings, items, rows, paragraphs.

use entente_corpus::{Passage, PassageKind, Piece};
use entente_text::Span;

use super::headings::{self, Class};
use super::line::Line;
use super::marker::{self, Marker, MarkerKind};
use super::table;

/// A passage in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The passage so far.
    pub(crate) passage: Passage,
    /// What sort of heading, where it is one.
    pub(crate) class: Option<Class>,
    /// Stands alone between blank lines, on one line.
    pub(crate) alone: bool,
    /// Columns of white space before it.
    pub(crate) indent: usize,
    /// Its bullet.
    pub(crate) bullet: Option<char>,
}

impl Draft {
    /// An empty passage over `span`.
    pub(crate) fn new(kind: PassageKind, span: Span) -> Self {
        let passage = Passage {
            anchor: String::new(),
            kind,
            section: None,
            level: 0,
            number: None,
            marker: None,
            pieces: vec![Piece { span, page: None }],
            markup: Vec::new(),
            styles: Vec::new(),
            of: None,
            table: None,
            header: false,
            template: false,
            empty: false,
        };
        Self { passage, class: None, alone: false, indent: 0, bullet: None }
    }

    /// Takes `span` in: as one piece with what stands before it, unless other words lie between.
    fn go_on(&mut self, text: &str, span: Span) {
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
const LONGEST_WRAPPED: usize = 160;
/// A wrapped line shorter than this part of its neighbours' length ends its passage.
const FULL_LINE: f32 = 0.7;

/// The blocks of `text`, in order.
pub(crate) fn blocks(text: &str, lines: &[Line], markdown: bool) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut tables = 0;
    let mut at = front_matter(text, lines, &mut out);
    while at < lines.len() {
        if lines[at].is_blank() {
            at += 1;
            continue;
        }
        let end = (at..lines.len()).find(|n| lines[*n].is_blank()).unwrap_or(lines.len());
        let group = &lines[at..end];
        if markdown && table::is_table(text, group) {
            out.extend(table::rows(text, group, tables));
            tables += 1;
        } else {
            group_blocks(text, group, markdown, &mut out);
        }
        at = end;
    }
    out
}

/// One run of lines without a blank one.
fn group_blocks(text: &str, group: &[Line], markdown: bool, out: &mut Vec<Draft>) {
    let widest = group.iter().map(|line| line.width).max().unwrap_or(0);
    let mut open: Option<Draft> = None;
    let mut previous: Option<&Line> = None;
    let mut last_number: Option<u32> = None;
    for line in group {
        let words = line.content.of(text);
        let mut next = start(text, line, markdown);
        // Capitals in the middle of a run of lines are part of it: a letterhead, an address. So is a number
        // that a wrapped sentence happens to put first.
        let inside = previous.is_some_and(|previous| {
            !ends(previous.content.of(text)) && previous.width as f32 >= widest as f32 * FULL_LINE
        });
        let count = next.passage.number.and_then(|number| number.of(text).parse::<u32>().ok());
        let counts_on = count.is_some() && count == last_number.map(|last| last + 1);
        let number =
            next.passage.number.is_some() && next.class.is_none() && inside && !counts_on && widest <= LONGEST_WRAPPED;
        if !number {
            last_number = count.or(last_number);
        }
        // "ARTICLE 1" with its title on the next line is one heading.
        if let Some(heading) = open.as_mut().filter(|open| is_bare_number(open, text))
            && next.class == Some(Class::Capitals)
        {
            heading.go_on(text, line.content);
            previous = Some(line);
            continue;
        }
        // A form's question in capitals may run over several lines.
        if let Some(question) = open.as_mut().filter(|open| open.class == Some(Class::Capitals))
            && previous.is_some()
            && next.class == Some(Class::Question)
        {
            question.class = next.class;
            question.go_on(text, line.content);
            previous = Some(line);
            continue;
        }
        // "Article 1 of the Treaty" at the start of a line is a reference where the line before ends no sentence.
        let reference = inside && matches!(next.class, Some(Class::Named(_))) && widest <= LONGEST_WRAPPED;
        if (previous.is_some() && next.class == Some(Class::Capitals)) || number || reference {
            next = Draft { indent: line.indent, ..Draft::new(PassageKind::Paragraph, line.content) };
        }
        let continues = previous.is_some_and(|previous| {
            let full = previous.width as f32 >= widest as f32 * FULL_LINE;
            let lower = words.starts_with(|c: char| c.is_lowercase());
            widest <= LONGEST_WRAPPED && (full || lower) && !is_label(words)
        });
        let plain =
            next.class.is_none() && next.passage.marker.is_none() && next.passage.kind != PassageKind::Furniture;
        match open.as_mut() {
            // A bold run over several lines stays whole, whatever its lines' lengths.
            Some(draft)
                if plain
                    && draft.class.is_none()
                    && draft.passage.kind != PassageKind::Furniture
                    && (continues || unclosed(draft, text)) =>
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
fn is_bare_number(draft: &Draft, text: &str) -> bool {
    matches!(draft.class, Some(Class::Named(_))) && draft.text(text).split_whitespace().count() == 2
}

/// True while a `**` of the passage is still open.
fn unclosed(draft: &Draft, text: &str) -> bool {
    draft.text(text).matches("**").count() % 2 == 1
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

/// What begins on `line`.
fn start(text: &str, line: &Line, markdown: bool) -> Draft {
    let words = line.content.of(text);
    let inside = |from: usize| Span::new(line.content.start as usize + from, line.content.end as usize);
    let mut draft = if markdown && let Some((level, from, to)) = headings::atx(words) {
        let mut draft = Draft::new(PassageKind::Heading, inside(from));
        draft.passage.pieces[0].span.end -= u32::try_from(words.len() - to).unwrap_or(0);
        draft.passage.marker =
            Some(Span::new(line.content.start as usize, line.content.start as usize + usize::from(level)));
        draft.class = Some(Class::Markdown(level));
        draft
    } else if rule(words) || left_over(words) {
        Draft::new(PassageKind::Furniture, line.content)
    } else if markdown && words.starts_with("> ") {
        let mut draft = Draft::new(PassageKind::Quote, inside(2));
        draft.passage.marker = Some(Span::new(line.content.start as usize, line.content.start as usize + 1));
        draft
    } else if let Some(class) = headings::class(words) {
        let mut draft = Draft::new(PassageKind::Heading, line.content);
        draft.class = Some(class);
        draft
    } else if let Some(marker) = marker::marker(words) {
        marked(line, marker, words)
    } else {
        Draft::new(PassageKind::Paragraph, line.content)
    };
    draft.indent = line.indent;
    draft
}

fn marked(line: &Line, marker: Marker, words: &str) -> Draft {
    let from = line.content.start as usize;
    let kind = match marker.kind {
        MarkerKind::Bullet(_) => PassageKind::Item,
        MarkerKind::Note => PassageKind::Note,
        // A number before a whole sentence or more is a numbered paragraph; before a few words, an item.
        MarkerKind::Number => PassageKind::Paragraph,
    };
    let mut draft = Draft::new(kind, Span::new(from + marker.length, line.content.end as usize));
    let mark = Span::new(from, from + marker.mark);
    draft.passage.marker = Some(mark);
    match marker.kind {
        MarkerKind::Number => {
            let digits = words[..marker.mark].trim_matches(['(', ')', '.', '\\']);
            let start = words.find(digits).unwrap_or(0);
            draft.passage.number = Some(Span::new(from + start, from + start + digits.len()));
        }
        MarkerKind::Bullet(bullet) => draft.bullet = Some(bullet),
        MarkerKind::Note => {}
    }
    draft
}

/// True where a sentence or a clause ends.
fn ends(line: &str) -> bool {
    line.ends_with(['.', '?', '!', ';', ':', ')', '。'])
}

/// A contents line, a page's foot, a word processor's remark on its own formatting.
fn left_over(line: &str) -> bool {
    super::pages::is_foot(line)
        || line.contains(".....")
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
fn front_matter(text: &str, lines: &[Line], out: &mut Vec<Draft>) -> usize {
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
        out.push(Draft::new(PassageKind::Furniture, line.content));
    }
    end + 1
}
