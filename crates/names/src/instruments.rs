//! How far the name of a treaty, an act or another instrument reaches.
//!
//! In: a scanned passage and the capitalised run that ends in the head noun. Out: the whole noun phrase: what comes before
//! the head in brackets or a list ("EU (Withdrawal) Act 2018", "Tribunals, Courts and Enforcement Act 2007"), its number
//! and year, its parties ("between the Government of A and the Government of B") and its subject ("on C").

use entente_corpus::EntityKind;

use super::countries;
use super::known::is_capitals;
use super::scan::{Gap, Scan};
use super::shapes::{core, is_abbreviated, is_year};
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::head_nouns::{Head, head, is_opener};
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;

/// Words of the longest name of an instrument.
const MAX_NAME_WORDS: usize = 48;
/// Words of the longest brackets inside a name.
const MAX_BRACKET_WORDS: usize = 6;

/// The words and the bytes of an instrument's name.
pub(crate) struct Extent {
    /// Its first word.
    pub(crate) start: usize,
    /// The word after its last.
    pub(crate) end: usize,
    /// The byte after its last, a closing bracket included.
    pub(crate) end_byte: usize,
    /// True if the name says between whom the instrument is.
    pub(crate) has_parties: bool,
    /// True if the name says what the instrument is about or has a number of its own.
    pub(crate) is_told: bool,
}

/// Reads around a head noun.
struct Reader<'a, 'b> {
    scan: &'a Scan<'b>,
    taken: &'a [bool],
}

/// The extent of the instrument whose capitalised run is `start..end` and ends in its head noun.
pub(crate) fn extent(scan: &Scan, taken: &[bool], start: usize, end: usize) -> Extent {
    let reader = Reader { scan, taken };
    let noun = scan.folded(end - 1);
    let is_statute = Class::Statute.has(noun);
    let numbered = reader.number(end, noun);
    let (mut last, mut end_byte) = numbered.unwrap_or((end, scan.words[end - 1].end));
    let dated = numbered.is_some() && is_statute;
    let start = if is_statute { reader.statute_start(start, dated) } else { reader.matter_start(start) };
    let (mut has_parties, mut is_told) = (false, numbered.is_some_and(|(next, _)| !is_year(scan.folded(next - 1))));
    while !dated && last - end < MAX_NAME_WORDS {
        // "Manipulation Act **to** Lund": a statute is given to nobody.
        let given = is_statute && scan.folded(last) == "to";
        let subject = || reader.subject(last, last > end).filter(|_| !given);
        let next = reader.parties(last).inspect(|_| has_parties = true).or_else(subject);
        let Some(next) = next else { break };
        is_told |= scan.folded(last) != "of"; // "Memorandum of Understanding" says nothing yet.
        last = next;
        end_byte = scan.words[last - 1].end;
    }
    if last > end
        && let Some((next, byte)) = reader.year(last)
    {
        (last, end_byte) = (next, byte);
    }
    Extent { start, end: last, end_byte, has_parties, is_told }
}

impl Reader<'_, '_> {
    /// The gap between word `at` and the one before it.
    fn between(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|n| self.scan.words.get(n)).map_or(0, |word| word.end);
        self.scan.words.get(at).map_or("", |word| &self.scan.text[start..word.start])
    }

    /// The end of the run of capitalised words that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let end = core(self.scan, self.taken, at);
        (at + 1..end).find(|at| Class::InstrumentBreak.has(self.scan.folded(*at))).unwrap_or(end)
    }

    fn is_free(&self, at: usize) -> bool {
        self.scan.is_capital(at) && !self.taken.get(at).copied().unwrap_or_default()
    }

    /// Number or year right after the head: "No. 24/2018", "14028", "1962", ", 1962", "of 1962", "(2015)".
    fn number(&self, at: usize, noun: &str) -> Option<(usize, usize)> {
        let scan = self.scan;
        if scan.has(at, Class::NumberSign) && scan.gap(at) != Gap::Comma && self.is_number(at + 1) {
            return Some(self.compound(at + 1));
        }
        if scan.gap(at) == Gap::Space && self.is_number(at) && Class::Numbered.has(noun) && !is_year(scan.folded(at)) {
            return Some(self.compound(at));
        }
        if Class::Statute.has(noun) {
            // "Order (Amendment) 2019", "Act (No. 2) 1998".
            if self.between(at).trim() == "("
                && let Some(next) = self.closing(at)
                && scan.text[scan.words[next - 1].end..].starts_with(") ")
                && is_year(scan.folded(next))
            {
                return Some((next + 1, scan.words[next].end));
            }
            if scan.folded(at) == "of" && scan.gap(at + 1) == Gap::Space && is_year(scan.folded(at + 1)) {
                return Some((at + 2, scan.words[at + 1].end));
            }
            let comma = scan.gap(at) == Gap::Comma && Class::CommaYear.has(noun);
            if is_year(scan.folded(at)) && (scan.gap(at) == Gap::Space || comma) {
                return Some((at + 1, scan.words[at].end));
            }
        }
        None
    }

    /// A year after a subject: "Convention on X 1992".
    fn year(&self, at: usize) -> Option<(usize, usize)> {
        let word = self.scan.words.get(at).filter(|_| is_year(self.scan.folded(at)))?;
        (self.scan.gap(at) == Gap::Space).then_some((at + 1, word.end))
    }

    fn is_number(&self, at: usize) -> bool {
        self.scan.folded(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// "2008/617/JHA", "117-167": the word after a number of several parts, and the byte.
    fn compound(&self, at: usize) -> (usize, usize) {
        let scan = self.scan;
        let mut end = at + 1;
        let part = |at: usize| {
            scan.words.get(at).is_some_and(|word| word.text.chars().all(|c| c.is_ascii_digit() || c.is_uppercase()))
        };
        while part(end) && matches!(self.between(end), "/" | "-" | "–") {
            end += 1;
        }
        (end, scan.words[end - 1].end)
    }

    /// The word after the brackets that open before `at`, if they close soon.
    fn closing(&self, at: usize) -> Option<usize> {
        (at + 1..=at + MAX_BRACKET_WORDS).find(|at| self.between(*at).starts_with(')'))
    }

    /// "**EU (Withdrawal)** Act", "**Tribunals, Courts and** Enforcement Act": where the name of a law begins.
    fn statute_start(&self, start: usize, dated: bool) -> usize {
        let scan = self.scan;
        if start > 1 && self.between(start).trim() == ")" {
            let opens =
                (start.saturating_sub(MAX_BRACKET_WORDS)..start).rev().find(|at| self.between(*at).contains('('));
            let fits = |open: &usize| {
                self.between(*open).trim() == "("
                    && (*open..start).all(|at| scan.is_capital(at) || scan.has(at, Class::AimFiller))
                    && *open > 0
                    && self.is_free(open - 1)
                    && !scan.has(open - 1, Class::Opener)
            };
            return opens.filter(fits).map_or(start, |open| self.coordinated(self.run_start(open - 1), dated));
        }
        self.coordinated(start, dated)
    }

    /// The start of the list "A, B and …" that ends before the run at `start`.
    fn coordinated(&self, start: usize, dated: bool) -> usize {
        let scan = self.scan;
        if start < 2 || scan.folded(start - 1) != "and" || scan.gap(start) != Gap::Space {
            return self.joined_start(start);
        }
        let mut from = start - 1;
        let mut items = 0;
        while start - from < MAX_NAME_WORDS {
            let gap = scan.gap(from);
            let joins = if items == 0 { matches!(gap, Gap::Space | Gap::Comma) } else { gap == Gap::Comma };
            if !joins || from == 0 || !self.is_item(from - 1) {
                break;
            }
            let begin = self.run_start(from - 1);
            if (begin..from).any(|at| self.is_separate(at)) || scan.has(begin, Class::Opener) {
                break;
            }
            (from, items) = (begin, items + 1);
        }
        // Without a year, "A and B Act" may be two things.
        if items > 1 || items == 1 && dated { from } else { self.joined_start(start) }
    }

    /// "the **CHIPS and** Science Act", "the **Freedom to** Vote Act": after an article, a short form that nobody else has, or one
    /// word before "to", belongs to the name.
    fn joined_start(&self, start: usize) -> usize {
        let scan = self.scan;
        let Some(first) = start.checked_sub(2).filter(|first| *first > 0) else { return start };
        let text = scan.words[first].text;
        let short = text.len() > 1 && is_capitals(text) && ORGANISATIONS.acronym(text).is_none();
        let joins = scan.folded(start - 1) == "to" || scan.folded(start - 1) == "and" && short;
        let alone = self.is_item(first) && (first..=start).all(|at| scan.gap(at) == Gap::Space);
        let is_name = joins && alone && scan.folded(first - 1) == "the" && countries::at(scan, first).is_none();
        if is_name { first } else { start }
    }

    /// "the **Trade and** Investment Framework": after an article, one capitalised word and "and" belong to the name.
    fn matter_start(&self, start: usize) -> usize {
        let scan = self.scan;
        let first = match start.checked_sub(2) {
            Some(first) if first > 0 && scan.folded(start - 1) == "and" && scan.gap(start) == Gap::Space => first,
            _ => return start,
        };
        let alone = scan.gap(first + 1) == Gap::Space && self.is_item(first) && scan.gap(first) == Gap::Space;
        let article = matches!(scan.folded(first - 1), "a" | "an" | "the");
        let matter = scan.head(first).is_none() && !self.is_separate(first) && !is_capitals(scan.words[first].text);
        // "The Convention and Optional Protocol" are two: only the words of a matter are joined.
        if alone && article && matter && countries::at(scan, first).is_none() { first } else { start }
    }

    fn is_item(&self, at: usize) -> bool {
        self.is_free(at) && self.scan.words[at].text.chars().all(char::is_alphabetic)
    }

    /// Where the run of capitalised words begins that ends with `at`.
    fn run_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0
            && at - start < MAX_NAME_WORDS
            && matches!(self.scan.gap(start), Gap::Space | Gap::Join)
            && self.is_item(start - 1)
            && !is_opener(self.scan.folded(start - 1))
        {
            start -= 1;
        }
        start
    }

    /// "between the Government of A and the Government of B": the word after the last party.
    fn parties(&self, at: usize) -> Option<usize> {
        let scan = self.scan;
        if !matches!(scan.folded(at), "between" | "among") || scan.gap(at) != Gap::Space {
            return None;
        }
        let mut end = self.party(at + 1)?;
        let mut several = false;
        while end - at < MAX_NAME_WORDS {
            let and = scan.folded(end) == "and" && matches!(scan.gap(end), Gap::Space | Gap::Comma);
            let next = if and { end + 1 } else { end };
            if !(and && scan.gap(next) == Gap::Space || scan.gap(end) == Gap::Comma) {
                break;
            }
            let Some(after) = self.party(next) else { break };
            several |= and;
            end = after;
            if and {
                break;
            }
        }
        several.then_some(end)
    }

    fn party(&self, at: usize) -> Option<usize> {
        let scan = self.scan;
        let mut at = at;
        while matches!(scan.folded(at), "the" | "its") && scan.gap(at + 1) == Gap::Space {
            at += 1;
        }
        let mut end = None;
        let first = at;
        while self.is_free(at) && !scan.has(at, Class::Opener) && at - first < MAX_NAME_WORDS {
            let run = self.run(at);
            end = Some(run);
            if !matches!(scan.folded(run), "of" | "for") || scan.gap(run) != Gap::Space {
                break;
            }
            at = run + 1 + usize::from(scan.folded(run + 1) == "the");
        }
        end
    }

    /// "on C", "for the Rights of D **with** E and F": the word after one more part of the subject. `inside` is true after the
    /// first part.
    fn subject(&self, at: usize, inside: bool) -> Option<usize> {
        let scan = self.scan;
        let link = scan.folded(at);
        // "… Weapons and on their Destruction".
        if inside && link == "and" && scan.gap(at) == Gap::Space && scan.has(at + 1, Class::InstrumentLink) {
            return self.subject(at + 1, false).filter(|_| scan.gap(at + 1) == Gap::Space && !scan.is_capital(at + 1));
        }
        if scan.gap(at) != Gap::Space || !(inside && link == "with" || Class::InstrumentLink.has(link)) {
            return None;
        }
        let mut next = at + 1;
        if Class::InstrumentParticiple.has(link) && scan.folded(next) == "to" {
            next += 1;
        }
        let first = next;
        // "Elimination of **All** Forms of Racism"; "Protocol to **all** States" is sent to them.
        let fits = |all: bool, capital: bool| if capital { all && inside } else { !all || link != "to" };
        let filler = |at| scan.has(at, Class::SubjectFiller) && fits(scan.folded(at) == "all", scan.is_capital(at));
        while next < first + 3 && filler(next) {
            next += 1;
        }
        let article = next > first;
        let joins = matches!(scan.gap(next), Gap::Space | Gap::Join);
        if !joins || !self.is_free(next) || scan.has(next, Class::Opener) && scan.gap(next + 1) != Gap::Join {
            return None;
        }
        if countries::at(scan, next).is_some() || link == "in" && !self.is_field(next, article) {
            return None;
        }
        let end = self.run(next);
        if self.begins_other(next, end, link, article, inside) {
            return None;
        }
        // "on Tackling the Climate Crisis at Home", "to Counter the Misuse of Spyware": what an instrument sets out to do goes on
        // over small words.
        let mut end = self.listed(end);
        if link == "to" || scan.folded(next).ends_with("ing") {
            while let Some(further) = self.over_small(end).filter(|further| further - at < MAX_NAME_WORDS) {
                end = further;
            }
        }
        Some(end)
    }

    /// The end of the capitalised words after the small words at `at`, if they still belong to what is set out.
    fn over_small(&self, at: usize) -> Option<usize> {
        let scan = self.scan;
        let small = |at: usize| scan.gap(at) == Gap::Space && scan.has(at, Class::AimFiller) && !scan.is_capital(at);
        let next = (at..at + 3).find(|at| !small(*at)).unwrap_or(at + 3);
        if next == at || scan.gap(next) != Gap::Space || !self.is_free(next) || scan.has(next, Class::Opener) {
            return None;
        }
        let end = self.run(next);
        let other = countries::at(scan, next).is_some() || self.begins_other(next, end, "of", true, true);
        (!other).then_some(end)
    }

    /// True for what something is agreed "in" and no place: "Trade in Services".
    fn is_field(&self, at: usize, article: bool) -> bool {
        let scan = self.scan;
        if let Some(form) = ORGANISATIONS.phrases.at(scan.text, &scan.words, at) {
            return matches!(ORGANISATIONS.entry(form.value).kind, EntityKind::Region | EntityKind::Place);
        }
        let word = scan.folded(at);
        let known = PLACES.at(scan.text, &scan.words, at).is_some();
        !known && (article || word.ends_with('s') || Class::Generic.has(word) || Class::Everyday.has(word))
    }

    /// True if another name begins at `at`, which owns this one: "of the Ministry", "of the UN".
    fn begins_other(&self, at: usize, end: usize, link: &str, article: bool, inside: bool) -> bool {
        let scan = self.scan;
        let own = scan.head(end - 1);
        let owned = matches!(link, "of" | "in" | "to" | "for");
        let body = matches!(own, Some(Head::State | Head::Body | Head::Forum | Head::Organisation));
        let short = is_abbreviated(scan, at) && scan.words[at].text.chars().count() > 1 && end == at + 1;
        let known =
            ORGANISATIONS.acronym(scan.words[at].text).is_some() || COUNTRIES.short(scan.words[at].text).is_some();
        // "on River Police": without an article it is a matter.
        body && (owned || article) && end > at + 1 || body && owned && article || short && (known || !inside)
    }

    /// The end of the list ", E and F" that goes on after `end`; it must come to its "and".
    fn listed(&self, end: usize) -> usize {
        let scan = self.scan;
        let mut last = end;
        let mut probe = end;
        loop {
            let comma = scan.gap(probe) == Gap::Comma;
            let is_and = matches!(scan.folded(probe), "and" | "et" | "und" | "y") && !scan.is_capital(probe);
            if is_and && (comma || scan.gap(probe) == Gap::Space) {
                let mut next = probe + 1;
                if matches!(scan.folded(next), "its" | "their") {
                    next += 1;
                }
                if scan.gap(next) == Gap::Space && self.is_more(next) {
                    last = self.run(next);
                }
                break;
            }
            if !comma || !self.is_more(probe) {
                break;
            }
            probe = self.run(probe);
            if probe - end > MAX_NAME_WORDS / 2 {
                break;
            }
        }
        last
    }

    fn is_more(&self, at: usize) -> bool {
        let scan = self.scan;
        self.is_free(at)
            && !scan.has(at, Class::Opener)
            && !PERSONS.is_title(scan.folded(at))
            && !self.is_separate(at)
            && !self.is_separate_head(self.run(at) - 1)
            // "… and Prime **Minister** Theresa May".
            && self.taken.get(self.run(at)) != Some(&true)
    }

    /// True if a country, a known name or a short form begins at `at`.
    fn is_separate(&self, at: usize) -> bool {
        let scan = self.scan;
        countries::at(scan, at).is_some()
            || ORGANISATIONS.phrases.at(scan.text, &scan.words, at).is_some()
            || is_abbreviated(scan, at) && scan.words[at].text.chars().count() > 1
            || self.is_separate_head(at)
    }

    /// True for a head noun that makes a name of its own: "… and the Paris **Agreement**".
    fn is_separate_head(&self, at: usize) -> bool {
        match head(self.scan.folded(at)) {
            Some(Head::Instrument) => Class::OwnInstrument.has(self.scan.folded(at)),
            Some(Head::State | Head::Forum | Head::Media | Head::Operation) => true,
            Some(Head::Body | Head::Organisation | Head::Company | Head::System | Head::Place) | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::persons;
    use crate::scan::Scan;
    use crate::shapes;
    use entente_corpus::EntityKind;

    /// A text a line, then the instruments in it.
    const CASES: &str = include_str!("../data/cases/instruments.tsv");

    #[test]
    fn instruments_are_found_with_the_whole_of_their_names() {
        let mut wrong = Vec::new();
        for row in CASES.lines().filter(|row| !row.starts_with('#')) {
            let (text, expected) = row.split_once('\t').unwrap_or((row, ""));
            let scan = Scan::new(text);
            let mut taken = vec![false; scan.words.len()];
            for person in persons::find(&scan, &Lexicon::default()) {
                taken[person.titles.0..person.name.1].fill(true);
            }
            let found = crate::select::longest(shapes::find(&scan, &taken).found);
            let found = found.iter().filter(|found| found.key.kind == EntityKind::Instrument);
            let found: Vec<&str> = found.map(|found| &text[found.range.clone()]).collect();
            if found.join("; ") != expected {
                wrong.push(format!("{text}\n  found:    {}\n  expected: {expected}", found.join("; ")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
