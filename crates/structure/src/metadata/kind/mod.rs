//! What sort of document it is, and why.
//!
//! In: passages, the head of the document, its title. Out: a kind with the rule that gave it. The rules are data
//! ([`rules`]); here is where they look.

mod article;
mod report;
mod rules;

use std::sync::LazyLock;

use entente_corpus::{Basis, DocumentKind, Evidence, Fact, PassageKind};
use entente_text::Span;
use entente_text::fold::fold;
use entente_text::words::{Word, words};

use self::rules::{Rule, Scope, shapes, titles};
use super::PassageText;
use super::datelines;
use super::head_words::{List, words as head_words};
use super::opening::Opening;
use super::roles::{self, Role, is_eastern};

/// Passages of the longest notice of an office.
const MAX_NOTICE_PASSAGES: usize = 60;
/// Bytes of a line in which the words of a title are looked for.
const MAX_TITLE_BYTES: usize = 2_000;
/// Questions of a form, with what is answered.
const FORM_QUESTIONS: usize = 4;
/// First passages that are looked at, and how much of each, in bytes.
const OPENING_PASSAGES: usize = 16;
const OPENING_BYTES: usize = 700;
/// Last passages that are looked at.
const LAST_PASSAGES: usize = 8;
/// Longest line that begins with a mark, in bytes, so that a sentence in the text is none.
const MAX_MARK_BYTES: usize = 160;
/// Words that `*` stands for at most.
const WILDCARD_WORDS: usize = 6;
/// Longest line below a title that may name the kind, in words.
const SUBTITLE_WORDS: usize = 12;
/// Longest words to one person at the top of a letter, in bytes.
const MAX_ADDRESS_BYTES: usize = 60;
/// Turns of people with different labels that make a record of a meeting.
const RECORD_TURNS: usize = 4;

/// The kind that `text` names as a title does.
pub(super) fn of_title(text: &str) -> Option<DocumentKind> {
    title_rule(text).map(|rule| rule.gives).or_else(|| is_act(&fold(text)).then_some(DocumentKind::Law))
}

fn title_rule(title: &str) -> Option<&'static Rule> {
    // Every rule reads the words anew, and what is longer is no title.
    let segments = segments(head(title, MAX_TITLE_BYTES));
    let named = |segment: &&str| {
        let words = words(without_text_of(segment));
        let starts = count_starts(&words);
        let mut rules = titles().iter().zip(&*PARTS);
        let heads = |rule: &Rule, want: &str, parts: &Vec<String>| {
            heads(segment, (&words, starts), (want, parts), rule.gives == DocumentKind::Letter)
        };
        rules
            .find(|(rule, wants)| rule.wants.iter().zip(*wants).any(|(want, parts)| heads(rule, want, parts)))
            .map(|(rule, _)| rule)
    };
    let mut rules = segments.iter().filter_map(|segment| named(&segment.trim()));
    let first = rules.next()?;
    // "Press Release: Transcript of the minister's interview" is a transcript.
    let wraps = first.gives == DocumentKind::PressRelease && first.name == "title-of-a-press-release";
    let mut inner = || {
        rules.find(|rule| {
            matches!(
                rule.gives,
                DocumentKind::QAndA | DocumentKind::JointStatement | DocumentKind::Communique | DocumentKind::Speech
            )
        })
    };
    Some(if wraps { inner().unwrap_or(first) } else { first })
}

/// `segment` without the words that say that the text of something follows: "Text of the Joint Communiqué".
fn without_text_of(segment: &str) -> &str {
    let starts = ["full text of the ", "full text of ", "text of the ", "text of "];
    let start =
        starts.iter().find(|start| segment.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    start.map_or(segment, |start| &segment[start.len()..])
}

/// For each rule of [`TITLES`] and each of its wants the [`parts`].
static PARTS: LazyLock<Vec<Vec<Vec<String>>>> =
    LazyLock::new(|| titles().iter().map(|rule| rule.wants.iter().map(|want| parts(want)).collect()).collect());

/// The kind that the first words of `text` name, and what follows them.
pub(super) fn named_at_start(text: &str) -> Option<(DocumentKind, &str)> {
    let text = text.trim_start_matches(['[', '【', '(', '<', ' ', '「', '*']);
    let words = words(text);
    let mut best: Option<(DocumentKind, usize)> = None;
    for (rule, wants) in titles().iter().zip(&*PARTS) {
        for (want, parts) in rule.wants.iter().zip(wants).filter(|(want, _)| !want.contains('*')) {
            let end = if want.is_ascii() || !want.starts_with(is_eastern) {
                let fits =
                    parts.len() <= words.len() && parts.iter().zip(&words).all(|(part, word)| *part == word.folded);
                if fits { words.get(parts.len() - 1).map(|word| word.end) } else { None }
            } else {
                text.starts_with(want).then_some(want.len())
            };
            if let Some(end) = end.filter(|end| best.is_none_or(|(_, known)| *end > known)) {
                best = Some((rule.gives, end));
            }
        }
    }
    best.map(|(kind, end)| (kind, &text[end..]))
}

/// The parts of a title: what stands in brackets, behind a colon or a dash is a part of its own.
fn segments(title: &str) -> Vec<&str> {
    title
        .split([
            '(', ')', '[', ']', ':', ';', ',', '|', '（', '）', '【', '】', '：', '—', '–', '「', '」', '\n', '“', '”',
            '"', '<', '>',
        ])
        .flat_map(|part| part.split(" - "))
        .map(|part| part.trim().trim_end_matches(['.', '*', '。', '_']))
        .filter(|part| !part.is_empty())
        .collect()
}

/// How many of the first words of a segment what it is about may begin at: none after a preposition or a verb.
fn count_starts(words: &[Word]) -> usize {
    let parts = |start: usize| {
        let before = &words[..start];
        before.last().is_some_and(|word| {
            let preposition = head_words(List::Preposition).contains(&word.folded.as_str());
            preposition && !is_leading(before) && !is_in_name(before) || roles::is_verb(&word.folded)
        })
    };
    (0..words.len()).find(|start| parts(*start)).unwrap_or(words.len())
}

/// True if `want`, in `parts`, is what `segment`, in `words`, is about, and begins at one of the first `starts` words. For a
/// letter a number or the place may follow.
fn heads(segment: &str, (words, starts): (&[Word], usize), (want, parts): (&str, &[String]), is_letter: bool) -> bool {
    if want.starts_with(is_eastern) {
        return ends_eastern(segment, want);
    }
    for start in 0..starts {
        if let Some(end) = matched(&words[start..], parts).map(|count| start + count) {
            let closes = parts.last().is_some_and(|last| head_words(List::Preposition).contains(&last.as_str()));
            let next = words.get(end);
            // "Letter LONDON, 14 October 1939": a place or a name in capitals after words that are in small letters.
            let capitals = |word: &Word| word.text.len() > 1 && !word.text.contains(char::is_lowercase);
            let set_apart = next.is_some_and(capitals) && words[end - 1].text.contains(char::is_lowercase);
            let ends = is_letter && set_apart
                || next.is_none_or(|word| {
                    head_words(List::Preposition).contains(&word.folded.as_str())
                        || word.folded.starts_with(|c: char| c.is_ascii_digit())
                });
            if closes || ends {
                return true;
            }
        }
    }
    false
}

/// True where nothing but articles stands before: "The", "Le".
fn is_leading(before: &[Word]) -> bool {
    before.len() == 1
        && matches!(before[0].folded.as_str(), "the" | "le" | "la" | "les" | "el" | "der" | "die" | "das" | "an" | "a")
}

/// "Republic of", "Group of": a preposition inside a name.
fn is_in_name(before: &[Word]) -> bool {
    let [.., name, of] = before else { return false };
    of.folded == "of" && head_words(List::NameWithOf).contains(&name.folded.as_str())
}

/// Words of `words` that `parts` takes up from the first on.
fn matched(words: &[Word], parts: &[String]) -> Option<usize> {
    let Some(star) = parts.iter().position(|part| part == "*") else {
        let fits = parts.len() <= words.len() && parts.iter().zip(words).all(|(part, word)| *part == word.folded);
        return fits.then_some(parts.len());
    };
    let (first, last) = (&parts[..star], &parts[star + 1..]);
    let begun = matched(words, first)?;
    (0..=WILDCARD_WORDS.min(words.len() - begun)).find_map(|skipped| {
        let rest = &words[begun + skipped..];
        matched(rest, last).map(|count| begun + skipped + count)
    })
}

/// The words of a rule, as texts are cut into words.
fn parts(want: &str) -> Vec<String> {
    want.split(' ')
        .flat_map(|part| {
            if part == "*" { vec!["*".to_owned()] } else { words(part).into_iter().map(|word| word.folded).collect() }
        })
        .collect()
}

/// True where `segment` ends in `want`, a date or "full text" behind it left out.
fn ends_eastern(segment: &str, want: &str) -> bool {
    let mut bare = segment.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '\'' | '/' | '-'));
    for end in ["전문", "全文", "骨子", "仮訳", "제정", "개정"] {
        bare = bare.strip_suffix(end).unwrap_or(bare).trim_end();
    }
    let Some(before) = bare.strip_suffix(want) else { return false };
    !head_words(List::EasternVerb).iter().any(|verb| before.contains(verb))
}

/// "Ports (Safety) Act 2016", "THE PORTS BILL, 2016": a law by its short title.
fn is_act(folded: &str) -> bool {
    let mut words = folded.rsplit([' ', ',']).filter(|word| !word.is_empty());
    let year = words.next().is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let named = matches!(words.next(), Some("act" | "bill" | "ordinance" | "decree"));
    year && named && words.next().is_some()
}

/// What is known of a document when its kind is asked for.
pub(super) struct Known<'a> {
    pub(super) lines: &'a [PassageText<'a>],
    pub(super) opening: &'a Opening<'a>,
    pub(super) title: Option<&'a Fact<String>>,
    pub(super) publisher: Option<&'a Fact<String>>,
}

/// The kind: by the title, by the lines at the head, by the shape of the text, by what surrounds it; else `other`.
pub(super) fn classify(known: &Known) -> Fact<DocumentKind> {
    by_subtitle(known)
        .or_else(|| by_title(known))
        .or_else(|| by_head(known))
        .or_else(|| by_address(known))
        .or_else(|| by_shape(known))
        .or_else(|| by_articles(known))
        .or_else(|| by_turns(known))
        .or_else(|| by_release(known))
        .or_else(|| article::by_article(known))
        .or_else(|| by_site(known))
        .or_else(|| by_office(known))
        .or_else(|| by_questions(known))
        .or_else(|| report::by_two_sides(known))
        .or_else(|| article::by_first_sentence(known))
        .or_else(|| report::by_issuers(known))
        .or_else(|| report::by_parts(known))
        .or_else(|| report::by_first_person(known))
        .or_else(|| report::by_report(known))
        .unwrap_or_else(|| Fact {
            value: DocumentKind::Other,
            basis: Basis::Inferred,
            rule: "no-rule-applies".to_owned(),
            evidence: vec![Evidence { passage: None, span: Span::default() }],
        })
}

fn by_title(known: &Known) -> Option<Fact<DocumentKind>> {
    let title = known.title?;
    let found = title_rule(&title.value);
    let (value, rule) = match found {
        Some(rule) => (rule.gives, rule.name),
        None if is_act(&fold(&title.value)) => (DocumentKind::Law, "title-of-an-act"),
        None => match opens_title(&title.value) {
            Some(kind) => (kind, "kind-opens-the-title"),
            None => (closes_title(&title.value)?, "kind-closes-the-title"),
        },
    };
    // "Statement by the Minister": said before people, where it addresses them or says how it was said.
    let spoken = rule == "title-of-a-statement" && (known.opening.addresses || known.opening.has(Role::DeliveryNote));
    let (value, rule) = if spoken { (DocumentKind::Speech, "statement-that-is-spoken") } else { (value, rule) };
    // Below the title of a bill a member "rises to speak" on it.
    if value == DocumentKind::Law
        && let Some(first) = known.opening.body.first()
        && fold(head(&first.reading.text, MAX_MARK_BYTES)).contains("i rise to ")
    {
        return first.whole(DocumentKind::Speech, Basis::Inferred, "speech-to-a-house");
    }
    // "A letter from the minister", for the press: the release tells of the letter.
    if value == DocumentKind::Letter
        && let Some(release) = by_release(known)
    {
        return Some(release);
    }
    Some(Fact { value, basis: Basis::Stated, rule: rule.to_owned(), evidence: title.evidence.clone() })
}

/// "Committee on Ports Third Report": a title that tells of nothing and closes with the words for a report or a plan, after a
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
    let joined = head_words(List::Preposition).contains(&before.as_str())
        || matches!(before.as_str(), "the" | "a" | "an" | "this" | "its");
    let closes = matches!(kind, DocumentKind::Report | DocumentKind::ActionPlan | DocumentKind::WhitePaper);
    (closes && !joined && words.len() >= 4 && !roles::tells(&fold(title))).then_some(kind)
}

/// "JOINT COMMUNIQUE MEETING OF MINISTERS": a title that tells of nothing and opens with several words for a kind.
fn opens_title(title: &str) -> Option<DocumentKind> {
    let (kind, rest) = named_at_start(title)?;
    let named = title[..title.len() - rest.len()].split_whitespace().count() >= 2;
    (named && rest.starts_with(' ') && !roles::tells(&fold(title))).then_some(kind)
}

/// "Ports Regulations 2019" above "Report under section 2": the line below the title says what is made of the law.
fn by_subtitle(known: &Known) -> Option<Fact<DocumentKind>> {
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
fn by_head(known: &Known) -> Option<Fact<DocumentKind>> {
    let alone = known.opening.lines.iter().find_map(|head| match head.role {
        Role::Kind(kind) => head.line.whole(kind, Basis::Stated, "kind-alone-on-a-line"),
        _ => None,
    });
    let named = || {
        let short = |text: &str| text.split_whitespace().count() <= SUBTITLE_WORDS;
        let text = known.opening.lines.iter().filter(|head| {
            head.role == Role::Text && head.line.kind != PassageKind::Item && short(&head.line.reading.text)
        });
        text.into_iter().find_map(|head| {
            head.line.whole(of_title(&head.line.reading.text)?, Basis::Stated, "kind-in-a-line-at-the-head")
        })
    };
    let delivered = || {
        let note = known.opening.notes.iter().find(|head| head.role == Role::DeliveryNote)?;
        note.line.whole(DocumentKind::Speech, Basis::Stated, "delivery-note")
    };
    alone.or_else(delivered).or_else(named).or_else(|| named_after_dateline(known))
}

/// "(Suva, 2 May 2014) - Press conference of the ministers": the first words of the text, after its place and day.
fn named_after_dateline(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first()?;
    let text = first.reading.text.as_str();
    let (range, _) = datelines::at_start(text)?;
    let said = text[range.end..].trim_start_matches([')', ']', ' ', '-', '–', '—', ':', '.']);
    let (kind, rest) = named_at_start(said)?;
    let followed = rest.trim_start().split(' ').next().map(fold);
    let told = followed.is_some_and(|word| {
        word.is_empty()
            || head_words(List::Preposition).contains(&word.as_str())
            || head_words(List::TitleOpen).contains(&word.as_str())
    });
    let spoken = matches!(kind, DocumentKind::QAndA | DocumentKind::Speech);
    let named = said[..said.len() - rest.len()].split_whitespace().count() >= 2;
    (spoken && (told || named)).then(|| first.whole(kind, Basis::Stated, "kind-after-a-dateline")).flatten()
}

/// Words to those who are addressed open a speech; a letter has a close, or begins with the name of one person.
fn by_address(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first().filter(|_| known.opening.addresses)?;
    let letter = shape(known, |rule| rule.gives == DocumentKind::Letter).or_else(|| {
        let named = names_addressee(&fold(&first.reading.text));
        first.whole(DocumentKind::Letter, Basis::Inferred, "letter-to-a-person").filter(|_| named)
    });
    Some(letter.unwrap_or(first.whole(DocumentKind::Speech, Basis::Inferred, "addresses-an-audience")?))
}

/// "Dear Mr. Bruce," names one person; "Dear Mr. President," may be said to all who listen.
fn names_addressee(folded: &str) -> bool {
    let address = head(folded, MAX_ADDRESS_BYTES).split([',', ':', ';', '!', '\n']).next().unwrap_or_default();
    let name = head_words(List::LetterAddress)
        .iter()
        .filter_map(|words| address.strip_prefix(words))
        .find(|rest| rest.is_empty() || rest.starts_with([' ', '.']));
    name.is_some_and(|name| {
        let mut words = name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        address.len() < folded.len() && !words.any(|word| head_words(List::AddressedOffice).contains(&word))
    })
}

fn by_shape(known: &Known) -> Option<Fact<DocumentKind>> {
    shape(known, |_| true)
}

/// The first of [`shapes`] that fits and is `wanted`.
fn shape(known: &Known, wanted: impl Fn(&Rule) -> bool) -> Option<Fact<DocumentKind>> {
    let printed = || known.lines.iter().filter(|line| line.kind != PassageKind::Row && line.kind != PassageKind::Code);
    let starts: Vec<(&PassageText, String)> =
        printed().map(|line| (line, fold(head(&line.reading.text, MAX_MARK_BYTES)))).collect();
    let opening: Vec<(&PassageText, String)> = printed()
        .filter(|line| line.kind != PassageKind::Furniture)
        .take(OPENING_PASSAGES)
        .map(|line| (line, fold(head(&line.reading.text, OPENING_BYTES))))
        .collect();
    let last = starts.iter().rev().take(LAST_PASSAGES);
    shapes().iter().filter(|rule| wanted(rule)).find_map(|rule| {
        let begins = |text: &str| rule.wants.iter().any(|want| begins(text, want));
        let (found, basis) = match rule.place {
            Scope::Title => (None, Basis::Stated),
            Scope::Opens => (None, Basis::Inferred),
            Scope::Begins => (opening.iter().find(|(_, text)| begins(text)), Basis::Inferred),
            Scope::Holds => (
                opening.iter().find(|(_, text)| rule.wants.iter().any(|want| text.contains(&fold_mark(want)))),
                Basis::Inferred,
            ),
            Scope::Ends => (last.clone().find(|(_, text)| begins(text)), Basis::Inferred),
            Scope::Lines(count) => {
                let fits = || starts.iter().filter(|(_, text)| begins(text));
                (fits().next().filter(|_| fits().take(count).count() == count), Basis::Inferred)
            }
        };
        if rule.place == Scope::Opens {
            return opens(known, rule)?.whole(rule.gives, Basis::Inferred, rule.name);
        }
        let (line, _) = found?;
        line.whole(rule.gives, basis, rule.name)
    })
}

/// The passage among the first two of the running text that begins with the words of `rule`.
fn opens<'a>(known: &Known<'a>, rule: &Rule) -> Option<&'a PassageText<'a>> {
    known.opening.body.iter().take(2).copied().find(|line| {
        let text = fold(head(&line.reading.text, MAX_MARK_BYTES));
        rule.wants.iter().any(|want| begins(&text, want))
    })
}

/// True if `text` begins with `want`, in which `*` stands for some words.
fn begins(text: &str, want: &str) -> bool {
    let mut parts = want.split(" * ");
    let Some(rest) = text.strip_prefix(&fold_mark(parts.next().unwrap_or_default())) else { return false };
    parts.all(|part| rest.find(part).is_some_and(|at| rest[..at].split_whitespace().count() <= WILDCARD_WORDS))
}

/// A rule's words as [`fold`] leaves them, with the blank that ends them.
fn fold_mark(want: &str) -> String {
    let folded = fold(want);
    if want.ends_with(' ') { folded + " " } else { folded }
}

fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// "Article 1", "제1조", "第一条": a text in articles is a law, unless parties agree in it.
fn by_articles(known: &Known) -> Option<Fact<DocumentKind>> {
    const MIN_ARTICLES: usize = 3;
    let article = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let folded = fold(head(text, 24));
        let western = ["article ", "artikel ", "articulo ", "articolo ", "artigo ", "section ", "art. ", "§ "]
            .iter()
            .any(|word| {
                folded
                    .strip_prefix(word)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x')))
            });
        let eastern = text.strip_prefix(['第', '제']).is_some_and(|rest| {
            rest.find(['条', '條', '조']).is_some_and(|at| {
                at <= 12 && rest[..at].chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十百 ".contains(c))
            })
        });
        (western || eastern) && matches!(line.kind, PassageKind::Heading | PassageKind::Paragraph | PassageKind::Item)
    };
    let articles = || known.lines.iter().filter(article);
    let first = articles().next().filter(|_| articles().take(MIN_ARTICLES).count() == MIN_ARTICLES)?;
    first.whole(DocumentKind::Law, Basis::Inferred, "articles")
}

/// Marks after the name of a speaker, beside a colon.
const STOPS: &[&str] = &[".- ", ".— ", ".–", ".—"];

/// Turns of several people: the record of a meeting.
fn by_turns(known: &Known) -> Option<Fact<DocumentKind>> {
    let mut labels: Vec<&str> = Vec::new();
    let mut turns = 0;
    let mut first = None;
    for line in known.lines.iter().filter(|line| line.kind != PassageKind::Row && line.kind != PassageKind::Furniture) {
        let text = line.reading.text.as_str();
        // "HON. A. PORTER.- Mr. Speaker": parliaments of the Commonwealth print a stop and a dash after the name.
        let stop = || STOPS.iter().find_map(|stop| text.split_once(stop));
        let short = |(label, _): &(&str, &str)| label.len() <= 60;
        let Some((label, said)) = text.split_once([':', '：']).filter(short).or_else(stop) else { continue };
        let named = label.len() <= 60 && roles::is_office(label) && said.split_whitespace().count() >= 4;
        if named {
            turns += 1;
            first = first.or(Some(line));
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    let meeting = turns >= RECORD_TURNS && labels.len() >= 2;
    let session = turns >= 1 && known.opening.has(Role::Session);
    first.filter(|_| meeting || session)?.whole(DocumentKind::Minutes, Basis::Inferred, "turns-of-speakers")
}

/// A line that says when it may be published stands on press releases.
fn by_release(known: &Known) -> Option<Fact<DocumentKind>> {
    let note = known.opening.notes.iter().find(|head| head.role == Role::ReleaseNote);
    let symbol = || {
        let lines = &mut known.opening.lines.iter();
        let apparatus = |role: Role| matches!(role, Role::Symbol | Role::Session);
        lines.find(|head| apparatus(head.role) && head.line.reading.text.split_whitespace().any(is_release_symbol))
    };
    if let Some(note) = note.or_else(symbol) {
        return note.line.whole(DocumentKind::PressRelease, Basis::Stated, "release-note");
    }
    // "ENDS", "###": the last line of a release.
    let end = known.lines.iter().rev().take(LAST_PASSAGES).find(|line| {
        let text = line.reading.text.trim();
        let bare = text.trim_matches(['-', '–', '*', ' ', '.', '[', ']', '(', ')']);
        matches!(bare, "ENDS" | "Ends" | "END" | "ends" | "###" | "# # #" | "30" if bare != "30" || text == "-30-")
    });
    end?.whole(DocumentKind::PressRelease, Basis::Inferred, "mark-at-the-end-of-a-release")
}

/// "SC/12783": the number of a press release of the United Nations.
fn is_release_symbol(text: &str) -> bool {
    let folded = fold(text.trim());
    let number = head_words(List::ReleaseSymbol).iter().find_map(|start| folded.strip_prefix(start));
    number.is_some_and(|number| number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What surrounds an article: a menu of news, the rights of a newspaper, a source, who wrote it.
fn by_site(known: &Known) -> Option<Fact<DocumentKind>> {
    const EDGE: usize = 15;
    let count = known.lines.len();
    let news = |(n, line): &(usize, &PassageText)| {
        let text = fold(&line.reading.text);
        let furniture = line.kind == PassageKind::Furniture;
        let menu = furniture && is_news_menu(&text);
        let rights = furniture
            && text.contains("all rights reserved")
            && ["daily", "times", "news", "post", "herald"].iter().any(|word| text.contains(word));
        let edge = *n < EDGE || n + EDGE > count;
        let source = edge && text.starts_with("source: ") && text.len() < 80 && line.kind != PassageKind::Row;
        menu || rights
            || source
            || is_trail(&line.reading.text.to_lowercase(), line.kind)
            || (edge && is_biography(&text))
    };
    let found = known.lines.iter().enumerate().find(news)?;
    found.1.whole(DocumentKind::News, Basis::Inferred, "news-site-notice")
}

/// "Latest news", "News and events", "News centre": a few words that name a part of a site with news. "News release" names
/// a document.
pub(crate) fn is_news_menu(folded: &str) -> bool {
    let parts: Vec<&str> = folded.split_whitespace().collect();
    let beside = |part: &&str| matches!(*part, "&" | "news") || head_words(List::MenuWord).contains(part);
    let listed = (2..=3).contains(&parts.len()) && parts.contains(&"news") && parts.iter().all(beside);
    let place = matches!(parts[..], ["news", other] if !head_words(List::KindNoun).contains(&other));
    (listed || place) && of_title(folded).is_none()
}

/// "Home » News » Investment": a trail to an article among the news.
fn is_trail(text: &str, kind: PassageKind) -> bool {
    let trail = [" » ", " › ", " > "].iter().find(|mark| text.matches(**mark).count() >= 2);
    kind == PassageKind::Furniture
        && text.len() <= 120
        && trail.is_some_and(|mark| {
            text.split(mark)
                .any(|part| part.split(' ').any(|word| matches!(word, "news" | "nachrichten" | "noticias" | "뉴스")))
        })
}

/// "X is a reporter for the Harbour Post": who wrote an article, below it.
fn is_biography(folded: &str) -> bool {
    let Some((name, rest)) = folded.split_once(" is a ").or_else(|| folded.split_once(" is an ")) else { return false };
    let office = rest.split(['.', ',']).next().unwrap_or_default();
    let known = office.split_whitespace().take(8).any(|word| head_words(List::Writer).contains(&word));
    known && name.split_whitespace().count() <= 4
}

/// A ministry's numbered notice with points under its paragraphs.
fn by_office(known: &Known) -> Option<Fact<DocumentKind>> {
    let points = known.lines.iter().find(|line| line.kind == PassageKind::Item)?;
    let numbered = known.lines.iter().any(|line| line.kind == PassageKind::Paragraph && line.passage.number.is_some());
    let issued = known.publisher.is_some_and(|fact| fact.rule == "office-alone-on-a-line");
    // A long text with an office at its top is something else.
    (numbered && issued && known.lines.len() <= MAX_NOTICE_PASSAGES)
        .then(|| points.whole(DocumentKind::PressRelease, Basis::Inferred, "office-notice-with-points"))
        .flatten()
}

fn by_questions(known: &Known) -> Option<Fact<DocumentKind>> {
    let asked = || known.lines.iter().filter(|line| line.kind == PassageKind::Question);
    let first = asked().next().filter(|_| asked().count() >= FORM_QUESTIONS)?;
    first.whole(DocumentKind::Form, Basis::Inferred, "questions-with-answers")
}

#[cfg(test)]
mod tests;
