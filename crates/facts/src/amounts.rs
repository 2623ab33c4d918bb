//! Amounts: money with who pays, who receives and what for; shares; counts of things.

use std::ops::Range;

use entente_corpus::{Amount, AmountStatus, EngagementStatus, EntityKind, Party};
use entente_language::values::{self, AmountContext, DateMention, Measure, find_amounts};
use entente_language::{Class, Clause, ClauseKind, Factuality, Slot, Tag, VerbGroup};

use super::occasions::draft::Speakers;
use super::occasions::frames::is_in_set;
use super::occasions::parties::{complement_parties, names_in, subject_parties};
use super::occasions::verbs::status_of_clause;
use super::patterns::apply_to_amount;
use super::resolve::resolve;
use super::view::{Named, Sentence, View};

/// Words before an amount in which "more than" and the like stand.
const MAX_LIMIT_WORDS: usize = 3;

/// The amounts of the sentences of one passage.
pub(crate) fn read(view: &View, sentences: &[Sentence], out: &mut Vec<Amount>) {
    for sentence in sentences {
        let start = sentence.range.start;
        let dates: Vec<Range<usize>> =
            sentence.dates.iter().map(|date| date.range.start - start..date.range.end - start).collect();
        let context = AmountContext { country: view.home.as_deref(), dates: &dates };
        // What is said of the first of several amounts is said of all: "gave 5 million to A and 3 million to B".
        let mut before: Option<(usize, Transfer)> = None;
        for printed in find_amounts(&sentence.tokens, context) {
            let found = Measured::of(sentence, &printed);
            // "The top 30 firms", "the 5 largest firms": a rank counts nothing.
            let preceding = found.words.start.checked_sub(1);
            let ranks = preceding.is_some_and(|at| is_in_set("ranks-before", sentence.word(at)))
                || found.words.clone().any(|at| is_in_set("ranks-after", sentence.word(at)));
            // "The 2+2 talks": numbers that a sign joins are a name.
            let number = sentence.words.get(found.words.start).map_or(found.range.start, |word| word.start);
            let joined = sentence.text[..number].ends_with('+');
            let is_whole = !names_unit(sentence, &found) && !follows_fraction(sentence, &found);
            if (ranks || joined) && found.kind == MeasureKind::Count || !is_whole {
                continue;
            }
            let transfer = (found.kind == MeasureKind::Money)
                .then(|| find_transfer(view, sentence, &found).or_else(|| shared_transfer(sentence, &found, before)))
                .flatten();
            before = transfer.and_then(|transfer| Some((clause_of(sentence, &found)?, transfer)));
            let amount = amount(view, sentence, &found, transfer);
            out.extend(amount.map(|amount| apply_to_amount(view, sentence, &found.words, amount)));
        }
    }
}

/// True if the line says in what its table counts: "(단위: 백만원)", "Unit: USD 1 million".
fn names_unit(sentence: &Sentence, found: &Measured) -> bool {
    let labels = |at: usize| {
        is_in_set("unit-labels", sentence.word(at)) && sentence.gap_after(at).trim_start().starts_with([':', '：'])
    };
    (0..found.words.start).any(labels)
}

/// True if only a part of the number is meant: "a quarter **of a million** dollars".
fn follows_fraction(sentence: &Sentence, found: &Measured) -> bool {
    let first = found.words.start;
    let is_article = |at: &usize| matches!(sentence.word(*at), "a" | "an");
    let article = Some(first).filter(is_article).or_else(|| first.checked_sub(1).filter(is_article));
    let of = article.and_then(|at| at.checked_sub(1)).filter(|at| sentence.word(*at) == "of");
    of.and_then(|at| at.checked_sub(1)).is_some_and(|at| is_in_set("fractions", sentence.word(at)))
}

/// An amount in its sentence.
struct Measured {
    value: f64,
    value_max: Option<f64>,
    unit: Option<String>,
    sign: Option<String>,
    /// Indices of the words of number and unit.
    words: Range<usize>,
    /// Bytes of the passage.
    range: Range<usize>,
    kind: MeasureKind,
}

/// What sort of thing is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MeasureKind {
    Money,
    Share,
    Count,
}

impl Measured {
    fn of(sentence: &Sentence, printed: &values::Amount) -> Self {
        let text = sentence.as_str();
        let own = |range: &Range<usize>| text.get(range.clone()).map(str::to_owned);
        let (kind, unit, sign) = match &printed.measure {
            Measure::Money { code, sign } => (MeasureKind::Money, code.map(str::to_owned), own(sign)),
            Measure::Share => (MeasureKind::Share, Some("%".to_owned()), None),
            Measure::Count { noun } => (MeasureKind::Count, own(noun), None),
        };
        let range = sentence.range.start + printed.span.start..sentence.range.start + printed.span.end;
        let number = sentence.range.start + printed.number.start;
        let first = sentence.words.partition_point(|word| word.end <= number);
        let end = sentence.words.partition_point(|word| word.start < range.end);
        Self {
            value: printed.value.to_f64(),
            value_max: printed.value_max.map(values::Decimal::to_f64),
            unit,
            sign,
            words: first..end.max(first + 1),
            range,
            kind,
        }
    }
}

fn in_date(sentence: &Sentence, at: usize) -> bool {
    sentence.dates.iter().any(|date| date.range.contains(&at))
}

fn amount(view: &View, sentence: &Sentence, found: &Measured, transfer: Option<Transfer>) -> Option<Amount> {
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), found.range.clone())?;
    let mut amount = Amount {
        id: String::new(),
        value: found.value,
        value_max: found.value_max,
        unit: found.unit.clone(),
        sign: found.sign.clone(),
        payer: None,
        receiver: None,
        purpose: None,
        date: None,
        // A share counts nothing.
        status: (found.kind == MeasureKind::Count).then_some(AmountStatus::Count),
        evidence,
        rule: match found.kind {
            MeasureKind::Money => "money",
            MeasureKind::Share => "share",
            MeasureKind::Count => "count",
        }
        .to_owned(),
    };
    let limit = is_limit(sentence, found);
    if found.kind != MeasureKind::Money {
        // "Grew by more than 5 per cent": a change limits nothing.
        let grew =
            (found.words.start.saturating_sub(MAX_LIMIT_WORDS)..found.words.start).any(|at| sentence.word(at) == "by");
        if limit && found.kind == MeasureKind::Share && !grew && !is_told(sentence, found) {
            amount.status = Some(AmountStatus::Threshold);
        }
        return Some(amount);
    }
    if let Some(transfer) = transfer {
        amount.status = transfer.status;
        amount.payer = transfer.payer;
        amount.receiver = receiver(view, sentence, found.range.end);
    } else if is_fee(sentence, found) {
        amount.status = Some(AmountStatus::Fee);
    } else if limit && !is_told(sentence, found) {
        amount.status = Some(AmountStatus::Threshold);
    }
    amount.date = find_date(sentence, found)
        .and_then(|date| resolve(date, view.date(), view.evidence(sentence.passage, date.range.clone())?));
    amount.purpose = purpose(view, sentence, found.words.end);
    Some(amount)
}

/// The date after an amount that says when: "paid USD 5 million **in 2019**". Not that of another clause ("to the fund
/// established in 2001"), and not how long something goes on ("through 2050").
fn find_date<'a>(sentence: &'a Sentence, found: &Measured) -> Option<&'a DateMention> {
    let parse = sentence.parse();
    let clause = clause_of(sentence, found);
    let after = |date: &&DateMention| {
        let between = sentence.text.get(found.range.end..date.range.start).unwrap_or(";");
        !between.contains([';', ',']) && !between.contains(" and ")
    };
    let date = sentence.dates.iter().find(after)?;
    // A date that is an end begins with its preposition.
    let first = sentence.words.partition_point(|word| word.end <= date.range.start);
    let goes_on = |at: usize| is_in_set("goes-on-until", sentence.word(at));
    let is_own = clause.is_none() || parse.parsed.clause_at(first) == clause;
    (is_own && !goes_on(first) && !first.checked_sub(1).is_some_and(goes_on)).then_some(date)
}

/// What a verb says becomes of an amount.
#[derive(Clone, Copy)]
struct Transfer {
    /// Empty where it is under way: "is providing USD 5 million" has not paid it yet.
    status: Option<AmountStatus>,
    payer: Option<Party>,
}

/// The clause that an amount stands in.
fn clause_of(sentence: &Sentence, found: &Measured) -> Option<usize> {
    sentence.parse().parsed.clause_at(found.words.start)
}

/// What the verb says whose object or subject the amount is: "pledged **EUR 5 million**", "**USD 2 million** was paid by Togo".
/// The payer is the subject of that verb, or who stands after "by".
fn find_transfer(view: &View, sentence: &Sentence, found: &Measured) -> Option<Transfer> {
    let at = clause_of(sentence, found)?;
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    // "Agreed to raise trade to USD 5 billion" pays nobody: the verb itself must.
    let promises = is_in_set("pledges", verb.lemma());
    let pledges = promises || verb.governors.iter().any(|governor| governor.future);
    let gift = (verb.tokens.end..found.words.start).any(|at| is_in_set("gifts", sentence.word(at)));
    if !(promises || is_in_set("pays", verb.lemma()) || gift && is_in_set("makes", verb.lemma())) {
        return None;
    }
    if verb.passive {
        if !clause.before_verb.contains(&found.words.start) {
            return None;
        }
    } else if found.words.start < verb.tokens.end || !is_direct_object(sentence, verb.tokens.end, found.words.start) {
        return None;
    }
    let pledging = pledging_clause(sentence, clause);
    let (factuality, pledges) = match pledging {
        Some(around) => (around.factuality(), true),
        None => (verb.factuality(), pledges),
    };
    let status = match (factuality, pledges) {
        (Factuality::Negated | Factuality::Hypothetical, _) => return None,
        (Factuality::Present, false) if verb.progressive => None,
        (Factuality::Happened | Factuality::Present, false) => Some(AmountStatus::Paid),
        (Factuality::Happened | Factuality::Present, true) | (Factuality::Planned, _) => Some(AmountStatus::Pledged),
        // "By giving USD 5 million": the clause around it says whether that is so.
        (Factuality::Open, pledges) => match status_of_clause(sentence, at)? {
            EngagementStatus::Held if !pledges && (verb.passive || clause.marker.is_some()) => Some(AmountStatus::Paid),
            // "Adopted a budget, giving USD 5 million": what goes with it says not when.
            EngagementStatus::Held if !pledges => None,
            _ => Some(AmountStatus::Pledged),
        },
    };
    // "If somebody has made contributions of USD 100": nobody has.
    let condition = |clause: &Clause| clause.marker.is_some_and(|at| is_in_set("condition", sentence.word(at)));
    let around = clause.parent.and_then(|parent| parse.parsed.clauses.get(parent));
    if condition(clause) || around.is_some_and(condition) {
        return None;
    }
    let payer = if verb.passive {
        let slots: Vec<&Slot> = clause.slots.iter().collect();
        complement_parties(view, sentence, &slots, &["by"]).first().copied()
    } else {
        // "President Ama's law is investing": its owner pays nothing.
        let owns = |party: &Party| {
            let range = view.reading_range(sentence.passage, party.span);
            let rest = range.and_then(|range| sentence.text.get(range.end..)).unwrap_or("");
            rest.starts_with("’s ") || rest.starts_with("'s ")
        };
        let parties = subject_parties(view, sentence, at, &Speakers::default());
        match joint_subject(view, sentence, at) {
            Some(all) => Some(all),
            None => parties.first().copied().filter(|party| !owns(party)),
        }
    };
    Some(Transfer { status, payer })
}

/// "**President Ama and I** gave", "**Norway and Ghana** gave": of several who pay, none pays alone. `None` if the subject lists
/// nobody, or nobody who is named.
fn joint_subject(view: &View, sentence: &Sentence, at: usize) -> Option<Party> {
    let parse = sentence.parse();
    let subject = parse.parsed.subject_of(at);
    if names_in(sentence, &subject).is_empty() {
        return None;
    }
    let inside = |at: usize| {
        let word = sentence.bytes(&(at..at + 1));
        sentence.named.iter().any(|name| super::make::overlaps(&name.range, &word))
    };
    let joins = |at: usize| matches!(parse.parsed.tag(at), Some(Tag::Coordinator)) && !inside(at);
    let listed = (subject.start + 1..subject.end).any(joins);
    let span = view.span(sentence.passage, sentence.bytes(&subject)).filter(|_| listed)?;
    Some(Party { span, entity: None })
}

/// "**Committed** to spending USD 5 million": the verb that makes a promise of the gerund after "to".
fn pledging_clause<'a>(sentence: &'a Sentence, clause: &Clause) -> Option<&'a VerbGroup> {
    let parse = sentence.parse();
    let after_to = clause.kind == ClauseKind::Participial && clause.marker.is_some_and(|at| parse.tokens.is(at, "to"));
    let around = clause.parent.filter(|_| after_to).and_then(|at| parse.parsed.clauses.get(at)?.verb.as_ref())?;
    is_in_set("pledges", around.lemma()).then_some(around)
}

/// "… and **270,000 dollars** to B": an amount after "and" in the clause of the one before.
fn shared_transfer(sentence: &Sentence, found: &Measured, before: Option<(usize, Transfer)>) -> Option<Transfer> {
    let (clause, transfer) = before?;
    let first = sentence.words.partition_point(|word| word.end <= found.range.start);
    // "USD 5 million, **including at least** USD 2 million": what bounds it stands between.
    let before = (0..first).rev().take(MAX_LIMIT_WORDS).find(|at| {
        !is_in_set("limits", sentence.word(*at))
            && !is_in_set("before-amounts", sentence.word(*at))
            && sentence.word(*at) != "at"
    });
    let joined = before.is_some_and(|at| matches!(sentence.word(at), "and" | "including"));
    // What a sum includes shares its fate, in whatever clause it stands.
    let included = before.is_some_and(|at| sentence.word(at) == "including");
    (included || joined && clause_of(sentence, found) == Some(clause)).then_some(transfer)
}

/// True if nothing between the verb and the amount can govern the amount, but what makes it vague ("more than", "up to") or
/// names it ("a contribution of").
pub(crate) fn is_direct_object(sentence: &Sentence, verb_end: usize, amount: usize) -> bool {
    let parse = sentence.parse();
    (verb_end..amount).all(|at| match parse.parsed.tag(at) {
        // "Contributed **to** a record": only "up to" and "from … to" make an amount vague.
        Some(Tag::To) => at > verb_end && is_in_set("leads-to-amount", sentence.word(at - 1)),
        Some(Tag::Preposition) => is_in_set("before-amounts", sentence.word(at)),
        Some(Tag::Coordinator | Tag::Subordinator | Tag::Relative) => false,
        _ => true,
    })
}

/// True if the words right before an amount make it a limit: "more than", "at least", "no greater than", "a minimum of".
fn is_limit(sentence: &Sentence, found: &Measured) -> bool {
    // "(less Los Angeles) $17 million": words that a bracket closes before the amount do not limit it.
    let between = |at: usize| sentence.words.get(at).map_or("", |word| &sentence.text[word.end..found.range.start]);
    // "More than **the** USD 5 million of last year": what something is compared with limits nothing.
    let compared = sentence.text[..found.range.start].trim_end().ends_with(" the");
    let near = !compared
        && (found.words.start.saturating_sub(MAX_LIMIT_WORDS)..found.words.start).any(|at| {
            // The sign of the currency may stand before the number.
            let goes_on = |at: usize| {
                sentence.words[at].end > found.range.start || is_in_set("between-limit-and-amount", sentence.word(at))
            };
            // "Brings the sum **to** more than", "**totalling** more than": how much it is.
            let sums_up = (at.saturating_sub(2)..at).any(|before| is_in_set("sums-up", sentence.word(before)));
            is_in_set("limits", sentence.word(at))
                && !sums_up
                && (at + 1..found.words.start).all(goes_on)
                && !between(at).contains(')')
        });
    near || sentence.words.iter().any(|word| word.folded == "threshold")
}

/// True if the clause reports what has happened or goes on: "have mobilised more than USD 5 million" limits nothing.
fn is_told(sentence: &Sentence, found: &Measured) -> bool {
    let clauses = &sentence.parse().parsed.clauses;
    let verb = clause_of(sentence, found).and_then(|at| clauses.get(at)?.verb.as_ref());
    verb.is_some_and(|verb| !verb.passive && (verb.factuality() == Factuality::Happened || verb.progressive))
}

/// True if the amount is what something costs: "a fee of USD 100", "valid for USD 100 as a fee".
fn is_fee(sentence: &Sentence, found: &Measured) -> bool {
    let near = found.words.start.saturating_sub(8)..(found.words.end + 8).min(sentence.words.len());
    near.into_iter().any(|at| is_in_set("fees", sentence.word(at)))
}

/// "to the Trust Fund of the CGPCS", "to Tasmanian agencies".
fn receiver(view: &View, sentence: &Sentence, from: usize) -> Option<Party> {
    let to = (0..sentence.words.len()).find(|at| {
        sentence.words[*at].start >= from
            && matches!(sentence.word(*at), "to" | "in" | "on" | "for" | "from" | "by" | "since")
    })?;
    let after = sentence.words.partition_point(|word| word.start < from);
    // "Spent USD 5 million **lobbying** to Congress": what follows another verb is its own.
    let is_verb = |at: usize| matches!(sentence.parse().parsed.tag(at), Some(Tag::Verb(..)));
    if sentence.word(to) != "to" || (after..to).any(is_verb) {
        return None;
    }
    let mut first = to + 1;
    if sentence.word(first) == "the" {
        first += 1;
    }
    let capital = |at: usize| sentence.is_capital(at) && !in_date(sentence, sentence.words[at].start);
    if first >= sentence.words.len() || !capital(first) {
        return None;
    }
    let mut end = first + 1;
    while end < sentence.words.len() && sentence.gap_after(end - 1).trim().is_empty() {
        let small = matches!(sentence.word(end), "of" | "the" | "and" | "for")
            && (end + 1..(end + 3).min(sentence.words.len())).any(capital);
        if !(capital(end) || small) {
            break;
        }
        end += 1;
    }
    // "To Tasmanian **agencies**": the money is not for what the name alone means. "To Tasmanian agencies and schools" names more
    // receivers than one.
    let last_capital = end;
    let tag = |at: usize| (at < sentence.words.len()).then(|| sentence.parse().parsed.tag(at)).flatten();
    let follows = |at: usize| sentence.gap_after(at - 1).trim().is_empty();
    while follows(end) && matches!(tag(end), Some(Tag::Noun)) {
        end += 1;
    }
    if end > last_capital && follows(end) && matches!(tag(end), Some(Tag::Coordinator)) {
        return None;
    }
    let range = sentence.words[first].start..sentence.words[end - 1].end;
    let named: Vec<&Named> = sentence.named.iter().filter(|name| super::make::overlaps(&name.range, &range)).collect();
    let entity = named
        .iter()
        .find(|name| name.range == range || name.range.start == range.start && name.range.end == range.end)
        .map(|name| name.entity);
    Some(Party { span: view.span(sentence.passage, range)?, entity })
}

/// "for the prevention of piracy", "to support …", to the end of the clause.
fn purpose(view: &View, sentence: &Sentence, from: usize) -> Option<entente_text::Span> {
    let at = (from..sentence.words.len().min(from + 16)).find(|at| {
        !in_date(sentence, sentence.words[*at].start)
            && (sentence.word(*at) == "for" || sentence.word(*at) == "to" && is_in_set("serves", sentence.word(at + 1)))
    })?;
    let mut end = at + 1;
    while end < sentence.words.len()
        && end - at < 16
        && !sentence.gap_after(end - 1).contains([',', ';', '(', '.'])
        && !in_date(sentence, sentence.words[end].start)
    {
        end += 1;
    }
    while end > at + 1 && matches!(sentence.word(end - 1), "in" | "on" | "and" | "by" | "since" | "the") {
        end -= 1;
    }
    let is_purpose = end > at + 1 && !names_another(sentence, at) && !is_time(sentence, end - 1);
    is_purpose.then(|| view.span(sentence.passage, sentence.words[at].start..sentence.words[end - 1].end)).flatten()
}

/// True if "for" at word `at` belongs to a name or an office ("the Minister **for** Trade") or a person follows it.
fn names_another(sentence: &Sentence, at: usize) -> bool {
    let tokens = sentence.parse().tokens;
    let place = &sentence.words[at];
    let inside = |name: &Named| name.range.start < place.start && place.end < name.range.end;
    let person = |name: &Named| {
        name.kind == EntityKind::Person && sentence.words.get(at + 1).is_some_and(|word| word.start == name.range.start)
    };
    let office = at.checked_sub(1).is_some_and(|before| {
        let heads = [Class::Role, Class::Body, Class::StateBody].into_iter().any(|class| tokens.has(before, class));
        heads && tokens.is_capital(before)
    });
    office || sentence.named.iter().any(|name| inside(name) || person(name))
}

/// True if a phrase ends with a unit of time: "for the balance of this **year**".
fn is_time(sentence: &Sentence, last: usize) -> bool {
    sentence.parse().tokens.has(last, Class::TimeUnit)
}
