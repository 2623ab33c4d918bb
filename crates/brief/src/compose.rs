//! Looks the items of a draft up.

use entente_citations::{Citation, CitedDate, Place, place};
use entente_corpus::{Corpus, DocumentId, Engagement, PassageId, Statement};
use entente_explore::Explorer;
use entente_explore::tables::{Change, Comparison, EngagementRow, Run as Compared, Source as FactSource};
use entente_rich_text::Run;

use crate::draft::{Draft, Entry};
use crate::facts;
use crate::gaps::{Gaps, Subject};
use crate::model::{Brief, Cited, Item, ItemKind, Origin, Part, Source, Step};
use crate::reference::Reference;
use crate::wording;

/// Longest quotation of a passage, in characters. Longer ones are cut after a word.
const MAX_QUOTE_CHARS: usize = 3_000;
/// Runs of differing words of a pair that its line names.
const MAX_NAMED_RUNS: usize = 3;

/// Composes the brief of a draft: items with their words, facts and sources, and what the file lacks about them. Items that are not in
/// this file are named as they are. `digest` and `day` are shown with the file's title and edition.
#[must_use]
pub fn compose(explorer: &Explorer, draft: &Draft, digest: Option<&str>, day: Option<&str>) -> Brief {
    let summary = explorer.summary();
    let mut composer = Composer { explorer, sources: Vec::new(), gaps: Gaps::default(), number: 0 };
    let mut brief = Brief {
        title: draft.title.clone(),
        origin: Origin {
            title: summary.title,
            edition: summary.edition,
            marking: summary.marking,
            digest: digest.map(str::to_owned),
            day: day.map(str::to_owned),
        },
        ..Brief::default()
    };
    for (at, entry) in draft.entries.iter().enumerate() {
        let part = match entry {
            Entry::Heading(text) => Part::Heading(text.clone()),
            Entry::Note(text) => Part::Note(text.clone()),
            Entry::Item(reference) => match composer.item(reference) {
                Some(item) => Part::Item(item),
                None => {
                    brief.absent.push(reference.to_string());
                    Part::Absent(reference.to_string())
                }
            },
        };
        brief.parts.push((at, part));
    }
    brief.gaps = composer.gaps.sentences(explorer);
    brief.sources = composer.sources;
    brief
}

struct Composer<'a> {
    explorer: &'a Explorer,
    sources: Vec<Source>,
    gaps: Gaps,
    number: usize,
}

impl Composer<'_> {
    fn corpus(&self) -> &Corpus {
        self.explorer.corpus()
    }

    /// The item; `None` if it is not in this file.
    fn item(&mut self, reference: &Reference) -> Option<Item> {
        self.number += 1;
        let item = match reference {
            Reference::Passage(document, passage) => self.passage(document, passage),
            Reference::Engagement(id) => {
                let row = self.explorer.engagement(id)?.row;
                self.gaps.add(self.number, Subject::Engagement(Box::new(row.clone())));
                self.quotation(&row.source, facts::engagement(&row))
            }
            Reference::Statement(id) => self.statement(id),
            Reference::Amount(id) => {
                let row = self.explorer.amount(id)?;
                self.quotation(&row.source, facts::amount(&row))
            }
            Reference::Pair(one, other) => self.pair(one, other),
            Reference::Thread(names) => self.thread(names),
            Reference::Unknown(_) => None,
        };
        if item.is_none() {
            self.number -= 1;
        }
        item
    }

    /// A passage with all of its words, and its first fact.
    fn passage(&mut self, document: &str, passage: &str) -> Option<Item> {
        let (at, passage) = locate(self.corpus(), document, passage)?;
        let citation = Citation::passage(self.corpus(), at, passage)?;
        let body = self.corpus().bodies.get(at)?;
        let number = u32::try_from(passage).ok()?;
        let language = citation.language.clone();
        let words = cut(citation.quote.as_deref().unwrap_or_default());
        let stands_here =
            |found: &&Engagement| found.evidence.first().is_some_and(|place| place.passage == Some(number));
        let engagement = body.engagements.iter().find(stands_here).map(|found| found.id.clone());
        let said = |found: &&Statement| found.evidence.passage == Some(number);
        let statement = body.statements.iter().find(said).map(|found| found.id.clone());
        let anchor = body.passages.get(passage)?.anchor.clone();
        let engagement = engagement.and_then(|id| self.explorer.engagement(&id)).map(|view| view.row);
        let statement = statement.and_then(|id| self.explorer.statement(&id));
        let line = match (&engagement, &statement) {
            (Some(row), _) => facts::engagement(row),
            (None, Some(row)) => facts::statement(row),
            (None, None) => facts::document(citation.kind, citation.date.as_ref().map(CitedDate::words)),
        };
        let subject = match (engagement, statement) {
            (Some(row), _) => Subject::Engagement(Box::new(row)),
            (None, Some(row)) => Subject::Statement(Box::new(row)),
            (None, None) => Subject::Passage,
        };
        self.gaps.add(self.number, subject);
        self.gaps.names(self.number, at, number);
        let label = citation.place.as_ref().map(place).unwrap_or_default();
        let cited = self.cite(at, label, anchor)?;
        Some(self.new_item(ItemKind::Quotation(words), line, vec![cited], language))
    }

    fn statement(&mut self, id: &str) -> Option<Item> {
        let row = self.explorer.statement(id)?;
        let mut line = facts::statement(&row);
        if let Some(under) = self.explorer.commitment_of_measure(id) {
            let label = source_label(&under);
            line.push_str(&format!(" Under: “{}”, {label}.", under.quote));
        }
        let item = self.quotation(&row.source, line);
        self.gaps.add(self.number, Subject::Statement(Box::new(row)));
        item
    }

    /// The words of one place.
    fn quotation(&mut self, source: &FactSource, line: String) -> Option<Item> {
        if let Some((document, passage)) = locate(self.corpus(), &source.document, &source.passage) {
            self.gaps.names(self.number, document, u32::try_from(passage).ok()?);
        }
        let cited = self.cite_source(source)?;
        Some(self.new_item(ItemKind::Quotation(source.quote.clone()), line, vec![cited], source.language.clone()))
    }

    /// Two passages that say the same matter, their words in one text.
    fn pair(&mut self, one: &str, other: &str) -> Option<Item> {
        for place in [one, other] {
            let (document, passage) = place.split_once(':')?;
            locate(self.corpus(), document, passage)?;
        }
        let compared = self.explorer.compare(one, other)?;
        let cited = vec![self.cite_source(&compared.left)?, self.cite_source(&compared.right)?];
        let (left, right) = sides(&compared)?;
        let runs = merged(left, right);
        let line = match pair_line(left, right, &cited) {
            Some(line) => line,
            None => "Word for word the same in both places.".to_owned(),
        };
        let language = compared.left.language.clone();
        Some(self.new_item(ItemKind::Pair(runs), line, cited, language))
    }

    /// Engagements between two names, about a topic, in the order of their dates.
    fn thread(&mut self, names: &[String]) -> Option<Item> {
        let thread = self.explorer.thread(names)?;
        let mut steps = Vec::new();
        for row in &thread.steps {
            let cited = self.cite_source(&row.source)?;
            steps.push(Step { date: row.date.as_ref().map(wording::date), name: row.name.clone(), cited });
            self.gaps.add(self.number, Subject::Engagement(Box::new(row.clone())));
        }
        let about = thread.topic.as_ref().map(|topic| format!(", {}", topic.name)).unwrap_or_default();
        let line = format!(
            "{}{about}: {} in {}, in date order.",
            wording::names(&thread.names),
            wording::counted(steps.len(), "meeting", "meetings"),
            wording::counted(thread.documents, "document", "documents"),
        );
        let mut cited: Vec<Cited> = Vec::new();
        for step in &steps {
            if !cited.contains(&step.cited) {
                cited.push(step.cited.clone());
            }
        }
        let language = thread.steps.first().and_then(|row: &EngagementRow| row.source.language.clone());
        Some(self.new_item(ItemKind::Thread(steps), line, cited, language))
    }

    fn new_item(&self, kind: ItemKind, facts: String, cited: Vec<Cited>, language: Option<String>) -> Item {
        Item { number: self.number, kind, facts, cited, language }
    }

    fn cite_source(&mut self, source: &FactSource) -> Option<Cited> {
        let document = numbered(self.corpus(), &source.document)?;
        let label = source_label(source);
        let page = self.page_label(document, &source.passage);
        self.cite(document, page.unwrap_or(label), source.passage.clone())
    }

    /// The place of a passage in a document that has pages.
    fn page_label(&self, document: usize, anchor: &str) -> Option<String> {
        let body = self.corpus().bodies.get(document)?;
        let passage = body.passages.iter().find(|passage| passage.anchor == anchor)?;
        let pages = passage.pieces.iter().filter_map(|piece| piece.page);
        let pages = pages.clone().min().zip(pages.max())?;
        let number = passage.number.map(|span| span.of(&body.text).to_owned());
        Some(place(&Place { number, pages: Some(pages), lines: Vec::new() }))
    }

    /// A place of a document, whose source gets the next number if it has none.
    fn cite(&mut self, document: usize, label: String, passage: String) -> Option<Cited> {
        let id = self.corpus().catalogue.documents.get(document)?.id.to_string();
        let at = match self.sources.iter().position(|source| source.document == id) {
            Some(at) => at,
            None => {
                let citation = Citation::document(self.corpus(), document)?;
                self.sources.push(Source { citation, document: id.clone(), places: Vec::new() });
                self.sources.len() - 1
            }
        };
        let source = &mut self.sources[at];
        if !label.is_empty() && !source.places.contains(&label) {
            source.places.push(label.clone());
        }
        Some(Cited { source: at + 1, place: label, document: id, passage })
    }
}

/// The place of a fact in words.
fn source_label(source: &FactSource) -> String {
    place(&Place { number: source.number.clone(), lines: vec![source.lines], pages: None })
}

/// Index of the document with this public name: its last eight characters alone decide.
fn numbered(corpus: &Corpus, id: &str) -> Option<usize> {
    let asked: DocumentId = id.parse().ok()?;
    corpus
        .catalogue
        .documents
        .iter()
        .position(|record| record.is_some_and(|record| record.id.digest() == asked.digest()))
}

/// Indices of the document and of the passage with these public names. Another text at the same place is not taken for it: a quotation
/// must not change under its reader.
fn locate(corpus: &Corpus, document: &str, passage: &str) -> Option<(usize, usize)> {
    let document = numbered(corpus, document)?;
    let asked: PassageId = passage.parse().ok()?;
    let end = format!("-{}", asked.fingerprint);
    let wanted = usize::try_from(asked.number).unwrap_or(usize::MAX).saturating_sub(1);
    let passages = corpus.bodies.get(document)?.passages.iter().enumerate();
    let equal = passages.filter(|(_, passage)| passage.anchor.ends_with(&end)).map(|(at, _)| at);
    Some((document, equal.min_by_key(|at| at.abs_diff(wanted))?))
}

/// The words of both sides of a comparison of two passages.
fn sides(compared: &Comparison) -> Option<(&[Compared], &[Compared])> {
    let facing = compared.facing.first()?;
    Some((&facing.left.as_ref()?.runs, &facing.right.as_ref()?.runs))
}

/// Both sides as one text: words that only the left has are struck, words that only the right has underlined.
fn merged(left: &[Compared], right: &[Compared]) -> Vec<Run> {
    fn words(runs: &[Compared]) -> Vec<(&str, bool)> {
        let mut out = Vec::new();
        for run in runs {
            out.extend(run.text.split_whitespace().map(|word| (word, run.change == Change::Only)));
        }
        out
    }
    let (left, right) = (words(left), words(right));
    let mut out: Vec<Run> = Vec::new();
    let mut push = |run: Run| match out.last_mut() {
        Some(last) if last.style == run.style => {
            last.text.push(' ');
            last.text.push_str(&run.text);
        }
        Some(_) => {
            out.push(Run::plain(" "));
            out.push(run);
        }
        None => out.push(run),
    };
    let (mut a, mut b) = (0, 0);
    while a < left.len() || b < right.len() {
        match (left.get(a), right.get(b)) {
            (Some((word, true)), _) => {
                push(Run::struck(*word));
                a += 1;
            }
            (_, Some((word, true))) => {
                push(Run::underlined(*word));
                b += 1;
            }
            (_, Some((word, false))) => {
                push(Run::plain(*word));
                (a, b) = (a + 1, b + 1);
            }
            (Some((word, false)), None) => {
                push(Run::plain(*word));
                a += 1;
            }
            (None, None) => break,
        }
    }
    out
}

/// "l. 105 has “concerned”, l. 571 “its neighbouring”; the rest is the same." `None` if no word differs.
fn pair_line(left: &[Compared], right: &[Compared], cited: &[Cited]) -> Option<String> {
    let only = |runs: &[Compared]| {
        let all: Vec<String> =
            runs.iter().filter(|run| run.change == Change::Only).map(|run| format!("“{}”", run.text)).collect();
        let more = all.len().saturating_sub(MAX_NAMED_RUNS);
        let mut shown: Vec<String> = all.into_iter().take(MAX_NAMED_RUNS).collect();
        shown.extend((more > 0).then(|| format!("{more} more")));
        wording::listed(&shown)
    };
    let (first, other) = (only(left), only(right));
    let [one, two] = cited else { return None };
    let same_source = one.source == two.source;
    let called = |cited: &Cited| if same_source { cited.place.clone() } else { cited.label() };
    let said = |words: String| if words.is_empty() { "nothing there".to_owned() } else { words };
    (!first.is_empty() || !other.is_empty())
        .then(|| format!("{} has {}, {} {}; the rest is the same.", called(one), said(first), called(two), said(other)))
}

/// `text`, cut after a word if it is longer than [`MAX_QUOTE_CHARS`].
fn cut(text: &str) -> String {
    let Some((at, _)) = text.char_indices().nth(MAX_QUOTE_CHARS) else { return text.to_owned() };
    let end = text[..at].rfind(' ').unwrap_or(at);
    format!("{}…", &text[..end])
}
