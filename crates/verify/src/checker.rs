//! A text, checked sentence by sentence in small steps, so that a page can stop between any two.

use entente_text::order;
use std::ops::Range;
use std::rc::Rc;

use entente_explore::{Explorer, PassageSet};
use entente_text::{checkpoint, sentences};

use crate::matching::{Match, Sought};
use crate::names::{self, Name, find_names};
use crate::portions::{MAX_QUOTATIONS, affordable, beginning, shorter};
use crate::precedents::{self, UsesCheck};
use crate::quotation::QuotationCheck;
use crate::quotations::{Quote, find_quotations};
use crate::report::{CheckedSentence, Novelty};
use crate::reuse::unchanged;
use crate::search::Closest;
use crate::speaker::{QuotingText, Speaker, speaker};
use crate::tokens::{Token, tokenize};
use crate::values::{self, ValuesCheck};

/// Sentences of a text that are checked; the rest is counted.
pub const MAX_SENTENCES: usize = 2_000;
/// Bytes of the passages that are compared with a text: what is left of it is counted. A text of fifty sentences against passages of a page
/// takes a thousandth of it; a document without paragraphs is one passage, which each sentence is compared with as a whole.
const MAX_COMPARED_BYTES: usize = 100_000_000;
/// Passages that are compared with a sentence.
const MAX_CLOSEST: usize = 12;

/// A check of a text in steps. A step is a small part of the work for one sentence, so that a page can stop between any two. It
/// owns its text and does not keep the explorer.
#[derive(Debug)]
pub struct Check {
    text: Rc<str>,
    sentences: Vec<Range<usize>>,
    quotations: Vec<Quote>,
    next: usize,
    all: usize,
    unread: usize,
    /// Verdicts on the first sentences, from an earlier check of a text that began with them.
    known: Vec<Rc<CheckedSentence>>,
    open: Option<Open>,
    /// Bytes of the passages that were compared so far, and the most.
    compared: usize,
    most_compared: usize,
}

/// The result of a step.
#[derive(Debug)]
pub enum Step {
    /// There is more to do for this sentence.
    Working,
    /// A sentence is checked.
    Sentence(Rc<CheckedSentence>),
    /// All are checked.
    Done,
}

/// A sentence that is being checked.
#[derive(Debug)]
struct Open {
    out: CheckedSentence,
    /// Bytes of the quotations that lie in it or around it.
    quoted: Vec<Range<usize>>,
    /// True if it is inside of one quotation, so that nothing else is checked.
    is_inside: bool,
    tokens: Vec<Token>,
    names: Vec<Name>,
    stage: Stage,
    /// Bytes of the passages that were compared with it.
    compared: usize,
}

/// What the next step does.
#[derive(Debug)]
enum Stage {
    /// These quotations, the first last, and the one that is being looked for with who says it.
    Quotations(Vec<usize>, Option<Box<(QuotationCheck, Option<Speaker>)>>),
    /// The passages that come closest to the sentence.
    Closest(Closest),
    /// Among the passages that the precedents are taken from, those that come closest; all that come closest.
    Limited(Closest, Vec<Match>),
    /// Where the words of the best precedent are used; all that come closest.
    Uses(UsesCheck, Vec<Match>),
    /// Names.
    Names(Vec<Match>),
    /// Numbers, dates, amounts.
    Values(ValuesCheck),
    /// Nothing.
    Done,
}

impl Check {
    /// Reads the beginning of `text` into sentences and quotations, in time in line with its length. Nothing is looked for
    /// yet.
    #[must_use]
    pub fn new(text: Rc<str>) -> Self {
        let end = beginning(&text);
        let read = &text[..end];
        let quotations = find_quotations(read);
        let mut list: Vec<Range<usize>> =
            sentences(read).into_iter().flat_map(|sentence| shorter(read, sentence, &quotations)).collect();
        list.retain(|sentence| read[sentence.clone()].chars().any(char::is_alphanumeric));
        let all = list.len();
        list.truncate(MAX_SENTENCES.min(affordable(&list, &quotations)));
        let unread = text.len() - end;
        Self {
            text,
            sentences: list,
            quotations,
            next: 0,
            all,
            unread,
            known: Vec::new(),
            open: None,
            compared: 0,
            most_compared: MAX_COMPARED_BYTES,
        }
    }

    /// Reuses the `checked` sentences of the text `before`, as far as both texts begin alike. Documents and limits have to be the
    /// same, too.
    #[must_use]
    pub fn reusing(mut self, before: &str, checked: &[Rc<CheckedSentence>]) -> Self {
        let text = &self.text[..self.text.len() - self.unread];
        self.known = unchanged(text, &self.sentences, &self.quotations, before, checked);
        self
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// Sentences that are checked. They become fewer if comparing those so far took as much work as a check may take.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.sentences.len()
    }

    /// Sentences that are checked by now.
    #[must_use]
    pub fn checked(&self) -> usize {
        self.next
    }

    /// Sentences of the text that is read which are not checked, because there are too many.
    #[must_use]
    pub fn unchecked(&self) -> usize {
        self.all - self.sentences.len()
    }

    /// Bytes of the text that are not read: it is too long.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread
    }

    /// All quotations of the text.
    #[must_use]
    pub fn quotations(&self) -> &[Quote] {
        &self.quotations
    }

    /// Does a small part of the work. Precedents are taken from the passages of `within`, if it is given.
    pub fn step(&mut self, explorer: &Explorer, within: Option<&PassageSet>) -> Step {
        if self.open.is_none() {
            if let Some(known) = self.known.get(self.next).cloned() {
                self.next += 1;
                return Step::Sentence(known);
            }
            let Some(range) = self.sentences.get(self.next).cloned() else { return Step::Done };
            self.open = Some(self.begin(range));
        }
        let Some(mut open) = self.open.take() else { return Step::Done };
        self.advance(&mut open, explorer, within);
        if matches!(open.stage, Stage::Done) {
            self.next += 1;
            self.compared += open.compared;
            if self.compared > self.most_compared {
                self.sentences.truncate(self.next);
            }
            return Step::Sentence(Rc::new(open.out));
        }
        self.open = Some(open);
        Step::Working
    }

    fn begin(&self, range: Range<usize>) -> Open {
        checkpoint();
        let from = self.quotations.partition_point(|quote| quote.outer.end <= range.start);
        let around = self.quotations[from..].iter().enumerate().take_while(|(_, quote)| quote.outer.start < range.end);
        let quotes: Vec<(usize, &Quote)> = around.map(|(n, quote)| (from + n, quote)).collect();
        let quoted: Vec<Range<usize>> = quotes.iter().map(|(_, quote)| quote.outer.clone()).collect();
        // Its closing mark and a stop may come after the quotation.
        let is_inside = quoted.iter().any(|quote| quote.start <= range.start && range.end <= quote.end + 2);
        let begins_here = |(_, quote): &&(usize, &Quote)| quote.outer.start >= range.start || self.next == 0;
        let mut to_check: Vec<usize> =
            quotes.iter().filter(begins_here).take(MAX_QUOTATIONS).map(|(n, _)| *n).collect();
        to_check.reverse();
        let out = CheckedSentence {
            number: self.next + 1,
            range: range.clone(),
            novelty: Novelty::NotChecked,
            quotations: Vec::new(),
            values: Vec::new(),
            names: Vec::new(),
            precedents: Vec::new(),
            uses: None,
        };
        let tokens = if is_inside { Vec::new() } else { tokenize(&self.text[range]) };
        Open {
            out,
            quoted,
            is_inside,
            tokens,
            names: Vec::new(),
            stage: Stage::Quotations(to_check, None),
            compared: 0,
        }
    }

    fn advance(&self, open: &mut Open, explorer: &Explorer, within: Option<&PassageSet>) {
        let text: &str = &self.text;
        let range = open.out.range.clone();
        let sought = Sought::new(&text[range.clone()], &open.tokens);
        match &mut open.stage {
            Stage::Quotations(_, Some(current)) => {
                let (check, speaker) = current.as_mut();
                let Some(checked) = check.step(explorer, text, speaker.as_ref()) else { return };
                open.compared += check.read_bytes;
                open.out.quotations.push(checked);
                let Stage::Quotations(_, current) = &mut open.stage else { return };
                *current = None;
            }
            Stage::Quotations(list, current) => match list.pop().and_then(|n| Some((n, self.quotations.get(n)?))) {
                Some((n, quote)) => {
                    let speaker = self.speaker_of(n, explorer);
                    *current = Some(Box::new((QuotationCheck::new(text, quote), speaker)));
                }
                None if open.is_inside => open.stage = Stage::Done,
                None if open.tokens.len() > 1 => open.stage = Stage::Closest(Closest::default()),
                None => open.stage = Stage::Names(Vec::new()),
            },
            Stage::Closest(search) => {
                if search.step(&sought, explorer, None) {
                    return;
                }
                open.compared += search.read_bytes;
                let closest = std::mem::take(search).finish(MAX_CLOSEST);
                let has_precedents = precedents::is_long_enough(&open.tokens);
                if has_precedents && within.is_some() {
                    open.stage = Stage::Limited(Closest::default(), closest);
                    return;
                }
                let uses =
                    if has_precedents { take_precedents(&mut open.out, explorer, &sought, &closest) } else { None };
                open.stage = after_precedents(uses, closest);
            }
            Stage::Limited(search, closest) => {
                if search.step(&sought, explorer, within) {
                    return;
                }
                open.compared += search.read_bytes;
                let limited = std::mem::take(search).finish(MAX_CLOSEST);
                let closest = std::mem::take(closest);
                let uses = take_precedents(&mut open.out, explorer, &sought, &limited);
                open.stage = after_precedents(uses, closest);
            }
            Stage::Uses(search, closest) => {
                if let Some(uses) = search.step(explorer) {
                    open.out.uses = Some(uses);
                    open.stage = Stage::Names(std::mem::take(closest));
                }
            }
            Stage::Names(closest) => {
                let closest = std::mem::take(closest);
                let is_free = |range: &Range<usize>| {
                    open.quoted.iter().all(|quote| quote.end <= range.start || range.end <= quote.start)
                };
                open.names = find_names(explorer, text, range);
                open.names.retain(|name| is_free(&name.range));
                let check = ValuesCheck::new(&open.sentence(text), &open.quoted, closest);
                open.stage = Stage::Values(check);
            }
            Stage::Values(_) => self.check_values(open, explorer),
            Stage::Done => {}
        }
    }

    /// A step of the values; after the last one, checks the names, which cannot be words of values.
    fn check_values(&self, open: &mut Open, explorer: &Explorer) {
        let Stage::Values(mut check) = std::mem::replace(&mut open.stage, Stage::Done) else { return };
        if check.step(explorer, &open.sentence(&self.text)) {
            open.stage = Stage::Values(check);
            return;
        }
        open.out.values = check.finish();
        let mut taken = open.quoted.clone();
        taken.extend(open.out.values.iter().map(|value| value.range.clone()));
        open.out.names = names::check(explorer, &self.text, open.out.range.clone(), &open.names, &taken);
    }

    /// Who says the quotation with the number `n`.
    fn speaker_of(&self, n: usize, explorer: &Explorer) -> Option<Speaker> {
        let quoting = QuotingText { text: &self.text, sentences: &self.sentences, quotations: &self.quotations };
        speaker(explorer, &quoting, n)
    }
}

/// Notes the precedents among the passages `closest`. Returns the search for their other uses if there are any.
fn take_precedents(
    out: &mut CheckedSentence,
    explorer: &Explorer,
    sought: &Sought,
    closest: &[Match],
) -> Option<UsesCheck> {
    let uses;
    (out.precedents, out.novelty, uses) = precedents::precedents(explorer, sought, closest);
    uses
}

/// The stage after the precedents: their uses, if there are any.
fn after_precedents(uses: Option<UsesCheck>, closest: Vec<Match>) -> Stage {
    match uses {
        Some(uses) => Stage::Uses(uses, closest),
        None => Stage::Names(closest),
    }
}

impl Open {
    fn sentence<'a>(&'a self, text: &'a str) -> values::Sentence<'a> {
        values::Sentence {
            text,
            range: self.out.range.clone(),
            tokens: &self.tokens,
            entities: order::set(self.names.iter().flat_map(|name| name.entities.iter().copied())),
            names: self.names.iter().map(|name| &text[name.range.clone()]).collect(),
        }
    }
}

/// Checks a text. An iterator: each step checks one sentence.
#[derive(Debug)]
pub struct Checker<'a> {
    explorer: &'a Explorer,
    check: Check,
}

impl<'a> Checker<'a> {
    /// See [`Check::new`].
    #[must_use]
    pub fn new(explorer: &'a Explorer, text: &str) -> Self {
        Self { explorer, check: Check::new(text.into()) }
    }

    /// See [`Check::sentences`].
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.check.sentences()
    }

    /// See [`Check::unchecked`].
    #[must_use]
    pub fn unchecked(&self) -> usize {
        self.check.unchecked()
    }

    /// See [`Check::unread`].
    #[must_use]
    pub fn unread(&self) -> usize {
        self.check.unread()
    }

    /// See [`Check::quotations`].
    #[must_use]
    pub fn quotations(&self) -> &[Quote] {
        self.check.quotations()
    }
}

impl Iterator for Checker<'_> {
    type Item = CheckedSentence;

    fn next(&mut self) -> Option<CheckedSentence> {
        loop {
            match self.check.step(self.explorer, None) {
                Step::Working => {}
                // Nobody else has it: nothing was kept.
                Step::Sentence(sentence) => return Rc::into_inner(sentence),
                Step::Done => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use entente_explore::Explorer;
    use entente_ingest::{Settings, Source, ingest};

    use super::{Check, MAX_COMPARED_BYTES, Step};

    /// Sentences that are checked and those that are not, if `most` bytes of passages may be compared.
    fn checked(text: &str, most: usize) -> (usize, usize) {
        let words = "The ministers of Norway and Kenya met in Oslo and agreed on ports. ".repeat(100);
        let source = Source { file: "a.txt".into(), bytes: words.into() };
        let explorer = Explorer::new(Rc::new(ingest(&[source], &Settings::default())));
        let mut check = Check { most_compared: most, ..Check::new(text.into()) };
        while !matches!(check.step(&explorer, None), Step::Done) {}
        assert_eq!(check.checked(), check.sentences());
        (check.sentences(), check.unchecked())
    }

    #[test]
    fn passages_that_are_compared_are_bounded_by_their_bytes_and_the_rest_is_counted() {
        let text = "The ministers of Norway and Kenya met in Oslo. They “agreed on ports”. ".repeat(10);
        assert_eq!(checked(&text, MAX_COMPARED_BYTES), (20, 0));
        // The passage of 6,700 bytes is compared at least once with each sentence.
        let (some, rest) = checked(&text, 30_000);
        assert!((1..10).contains(&some) && some + rest == 20, "{some} and {rest}");
    }
}
