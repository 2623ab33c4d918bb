//! Writes bars over what is masked: in texts, in text forms with their structure, in any string.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use entente_corpus::{Anomaly, AnomalyKind, Body, Lines, MetadataField, Removed};
use entente_formats::ExtractedText;
use entente_formats::records::{self, CellTable};
use entente_structure::Structured;
use entente_structure::personal::{self, BAR};
use entente_text::fold::fold;
use entente_text::{Span, order, saturating_u32};

use super::Redaction;
use super::columns::{self, Column};
use super::contacts;
use super::mails;
use super::matcher::Matcher;
use super::names::{Nature, Sort};
use super::phones;
use super::places::{self, Masked};
use super::report::{Place, Reason, Rule, Secret};
use super::shapes::Shape;
use super::view::View;

/// File name under which masked words of the settings are listed.
pub(super) const SETTINGS: &str = "entente.toml";
/// Fewest letters of a value that is masked in other texts as well.
const MIN_VALUE_LETTERS: usize = 4;

/// Finds and masks what the packer asks for, in one text after the other.
#[derive(Debug, Default)]
pub(crate) struct Masker {
    redaction: Redaction,
    shapes: Vec<Shape>,
    columns: Vec<String>,
    fields: Vec<String>,
    matcher: Matcher,
    /// Why each owner of a form is masked, by the number of the owner.
    reasons: Vec<Reason>,
    /// Masked places by file, from the last time that the file was read.
    done: Mutex<BTreeMap<String, Vec<Place>>>,
    /// Names of files with masked words.
    named: Mutex<Vec<Place>>,
}

/// A text with its structure.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    pub(super) document: &'a Structured,
    /// The text form with its authors, comments and properties; `None` if the file has a text of its own.
    pub(super) form: Option<&'a ExtractedText>,
}

/// A find: a place in one of the views of a text.
struct Find {
    range: Range<usize>,
    reason: Reason,
}

const CONTACT: Reason = Reason { rule: Rule::PersonalData, kind: "contact person", entry: 0 };
const ADDRESS: Reason = Reason { rule: Rule::PersonalData, kind: "e-mail address", entry: 0 };
const NUMBER: Reason = Reason { rule: Rule::PersonalData, kind: "telephone number", entry: 0 };
const COLUMN: Reason = Reason { rule: Rule::Columns, kind: "column value", entry: 0 };
const FIELD: Reason = Reason { rule: Rule::Fields, kind: "field value", entry: 0 };

impl Masker {
    /// Places by file.
    pub(super) fn places_by_file(&self) -> MutexGuard<'_, BTreeMap<String, Vec<Place>>> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Names of files with masked words.
    pub(super) fn file_names(&self) -> MutexGuard<'_, Vec<Place>> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A masker of what `redaction` asks for and of `secrets`.
    pub(super) fn new(redaction: &Redaction, secrets: &[Secret]) -> Self {
        let forms = secrets
            .iter()
            .enumerate()
            .flat_map(|(owner, secret)| secret.forms().into_iter().map(move |form| (form, owner)));
        Self {
            shapes: redaction.patterns.iter().filter_map(|pattern| Shape::loose(pattern).ok()).collect(),
            columns: redaction.columns.iter().map(|name| fold(name)).collect(),
            fields: redaction.fields.iter().map(|name| fold(name)).collect(),
            matcher: Matcher::new(forms.collect()),
            reasons: secrets.iter().map(|secret| secret.reason).collect(),
            redaction: redaction.clone(),
            done: Mutex::default(),
            named: Mutex::default(),
        }
    }

    /// The finds in one view.
    fn find_in_view(&self, view: &View) -> Vec<Find> {
        let text = view.text.as_str();
        let mut out = Vec::new();
        if self.redaction.personal_data {
            let addresses = mails::addresses(text);
            let numbers: Vec<Range<usize>> = phones::telephones(text);
            let mut details = [addresses.clone(), numbers.clone()].concat();
            order::sort_by_key(&mut details, |detail| detail.start);
            let persons = contacts::persons(text, &addresses, &details);
            out.extend(persons.into_iter().map(|range| Find { range, reason: CONTACT }));
            out.extend(addresses.into_iter().map(|range| Find { range, reason: ADDRESS }));
            out.extend(numbers.into_iter().map(|range| Find { range, reason: NUMBER }));
        }
        for (entry, shape) in (1..).zip(&self.shapes) {
            let reason = Reason { rule: Rule::Patterns, kind: "pattern", entry };
            out.extend(shape.all(text).into_iter().map(|range| Find { range, reason }));
        }
        let names = self.matcher.find(view);
        out.extend(
            names.into_iter().filter_map(|(range, owner)| Some(Find { range, reason: *self.reasons.get(owner)? })),
        );
        out
    }

    /// Finds everything to mask in `given`. Returns the places, and the words that have to be masked in every other text as
    /// well.
    pub(super) fn find_places(&self, given: Given) -> (Vec<Masked>, Vec<Secret>) {
        let Given { text, document, .. } = given;
        let body = &document.body;
        let mut out: Vec<Masked> = Vec::new();
        let mut secrets = Vec::new();
        let tables = [columns::cells(body), vec![records::cells(text, given.file)]].concat();
        let borders = borders(&tables, body);
        let mut views = View::all(text);
        views.push(View::reading(document));
        for view in &views {
            for find in self.find_in_view(view) {
                secrets.extend(secret(&view.text[find.range.clone()], find.reason));
                out.extend(places::places(text, view, find.range, find.reason, &borders));
            }
        }
        for (range, reason) in self.find_in_structure(given, &tables) {
            if let Some(words) = text.get(range.clone()).filter(|words| words.contains(char::is_alphanumeric)) {
                secrets.extend(secret(words, reason));
                out.push(Masked { range, kept: String::new(), reason });
            }
        }
        order::sort(&mut secrets);
        secrets.dedup();
        (places::joined(text, out), secrets)
    }

    /// Places that follow from the structure: columns, fields, authors, and notes made while the text was read.
    fn find_in_structure(&self, given: Given, tables: &[CellTable]) -> Vec<(Range<usize>, Reason)> {
        let Given { text, document, form, .. } = given;
        let body = &document.body;
        let personal = self.redaction.personal_data;
        let mut out = Vec::new();
        if personal {
            let notes = body.anomalies.iter().filter(|note| note.kind == AnomalyKind::PersonalData);
            out.extend(notes.filter_map(|note| {
                let reason = match note.rule.as_str() {
                    // "[withheld]" names nobody.
                    "contact-person" if note.span.of(text).starts_with(char::is_alphabetic) => CONTACT,
                    "e-mail-address" => ADDRESS,
                    "telephone-number" => NUMBER,
                    _ => return None,
                };
                Some((note.span.range(), reason))
            }));
            out.extend(personal::numbers_and_addresses(text).into_iter().map(|range| {
                let reason = if text[range.clone()].contains('@') { ADDRESS } else { NUMBER };
                (range, reason)
            }));
            out.extend(form.into_iter().flat_map(authors).map(|range| (range, CONTACT)));
        }
        for table in tables {
            for (range, column) in columns::values(table, text, &self.columns, personal) {
                let reason = match column {
                    Column::Named => COLUMN,
                    Column::Persons => CONTACT,
                    Column::Numbers => NUMBER,
                };
                out.push((range, reason));
            }
        }
        out.extend(columns::fields(text, &self.fields).into_iter().map(|range| (range, FIELD)));
        let properties = form.into_iter().flat_map(|form| &form.properties);
        let named = properties.filter(|property| {
            self.fields.iter().any(|field| field == property.field.as_str() || is_same_field(field, property.field))
        });
        out.extend(named.map(|property| (property.span.range(), FIELD)));
        out
    }

    /// Masks any string, such as a title, the name of a file or an address.
    pub(super) fn mask_string(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for _ in 0..super::run::ROUNDS {
            let found = self.find_in_string(&masked);
            if found.is_empty() {
                break;
            }
            masked = places::mask(&masked, &found);
        }
        masked
    }

    /// What is to be masked in a string.
    pub(super) fn find_in_string(&self, text: &str) -> Vec<Masked> {
        let views = View::all(text);
        let finds = views.iter().flat_map(|view| {
            self.find_in_view(view)
                .into_iter()
                .flat_map(move |find| places::places(text, view, find.range, find.reason, &[]))
        });
        places::joined(text, finds.collect())
    }

    /// Records the masked places of `file`. Round 0 forgets what was recorded before.
    pub(super) fn record(&self, file: &str, text: &str, masked: &[Masked], round: usize) {
        let lines = Lines::of(text);
        let mut done = self.places_by_file();
        let places = done.entry(file.to_owned()).or_default();
        if round == 0 {
            places.clear();
        }
        places.extend(masked.iter().map(|place| Place {
            file: file.to_owned(),
            line: if file == SETTINGS { 0 } else { lines.line(saturating_u32(place.range.start)) },
            rule: rule_of(place.reason),
            kind: place.reason.kind,
            words: text[place.range.clone()].split_whitespace().collect::<Vec<_>>().join(" "),
        }));
    }

    /// How many places of each kind were masked by which rule, in how many documents.
    pub(super) fn count_removed(&self) -> Vec<Removed> {
        let mut counts: BTreeMap<(String, &'static str), (u32, u32)> = BTreeMap::new();
        for (file, places) in self.places_by_file().iter() {
            let mut here: BTreeMap<(String, &'static str), u32> = BTreeMap::new();
            for place in places {
                let rule = place.rule.split(',').next().unwrap_or_default().to_owned();
                *here.entry((rule, place.kind)).or_default() += 1;
            }
            for (key, count) in here {
                let all = counts.entry(key).or_default();
                all.0 += count;
                all.1 += u32::from(file != SETTINGS);
            }
        }
        for place in self.file_names().iter() {
            let rule = place.rule.split(',').next().unwrap_or_default().to_owned();
            let all = counts.entry((rule, place.kind)).or_default();
            *all = (all.0 + 1, all.1 + 1);
        }
        let row = |((rule, kind), (places, documents)): ((String, &str), (u32, u32))| Removed {
            rule,
            kind: kind.to_owned(),
            places,
            documents,
        };
        counts.into_iter().map(row).collect()
    }

    /// A sentence on what is masked in `file`; `None` if nothing is.
    pub(super) fn describe(&self, file: &str) -> Option<String> {
        let done = self.places_by_file();
        let places = done.get(file).filter(|places| !places.is_empty())?;
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for place in places {
            *counts.entry((place.rule.split(',').next().unwrap_or_default(), place.kind)).or_default() += 1;
        }
        let kinds: Vec<String> =
            counts.iter().map(|((rule, kind), count)| format!("{count} {kind} ({rule})")).collect();
        let count = places.len();
        let start = if count == 1 { "1 place is".to_owned() } else { format!("{count} places are") };
        Some(format!("{start} masked by the packer: {}", kinds.join(", ")))
    }

    /// Masks the notes and links of a text form, which may contain words that its text no longer has.
    pub(super) fn mask_notes(&self, form: &mut ExtractedText) {
        for anomaly in &mut form.anomalies {
            if anomaly.rule == "tracked-deletion" {
                "a tracked change deletes words; the file still carries them".clone_into(&mut anomaly.detail);
            } else {
                anomaly.detail = self.mask_string(&anomaly.detail);
            }
        }
        for passage in form.drafts.iter_mut().map(|draft| &mut draft.passage) {
            for target in passage.styles.iter_mut().filter_map(|style| style.target.as_mut()) {
                *target = self.mask_string(target);
            }
            for markup in &mut passage.markup {
                markup.shows = self.mask_string(&markup.shows);
            }
        }
    }
}

/// The rule of `reason`, with the entry of its list.
pub(super) fn rule_of(reason: Reason) -> String {
    match reason.entry {
        0 => reason.rule.as_str().to_owned(),
        entry => format!("{}, entry {entry}", reason.rule.as_str()),
    }
}

/// True if `asked`, folded, is a usual name for a property of files.
fn is_same_field(asked: &str, field: MetadataField) -> bool {
    field == MetadataField::Author && matches!(asked, "creator" | "dc:creator" | "authors" | "writer")
}

/// Words to mask in every other text, from the words of one find; `None` if they are too short to be distinguished from others.
fn secret(words: &str, reason: Reason) -> Option<Secret> {
    let words = words.replace(BAR, " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let name = |nature| Some(Secret::new(words.clone(), Sort::Name, nature, reason));
    match reason.rule {
        // Names from a list of the packer are masked everywhere already.
        Rule::Names | Rule::Kinds => None,
        // "Mr Doe" alone names nobody in another text.
        Rule::PersonalData if reason.kind == CONTACT.kind && letters < MIN_VALUE_LETTERS && words.is_ascii() => None,
        Rule::PersonalData if reason.kind == CONTACT.kind => {
            let bare = words.split(['(', '[', ';']).next().unwrap_or_default().trim().to_owned();
            let nature = if contacts::is_likely(&bare) { Nature::Person } else { Nature::Thing };
            // Office words after a label are masked there only.
            (letters >= MIN_VALUE_LETTERS || nature == Nature::Person)
                .then(|| Secret::new(bare, Sort::Name, nature, reason))
        }
        Rule::PersonalData if reason.kind == NUMBER.kind => {
            Some(Secret::new(words, Sort::Number, Nature::Thing, reason))
        }
        Rule::PersonalData | Rule::Patterns => Some(Secret::new(words, Sort::Address, Nature::Thing, reason)),
        Rule::Columns | Rule::Fields => {
            if words.contains('@') {
                Some(Secret::new(words, Sort::Address, Nature::Thing, reason))
            } else if digits >= 7 && letters <= 2 {
                Some(Secret::new(words, Sort::Number, Nature::Thing, reason))
            } else if letters >= MIN_VALUE_LETTERS && digits == 0 && words.split(' ').count() <= 6 {
                name(Nature::Unknown)
            } else {
                None
            }
        }
    }
}

/// Ends of cells, sorted. No masked place crosses one.
fn borders(tables: &[CellTable], body: &Body) -> Vec<usize> {
    let cells = tables.iter().flat_map(|table| &table.cells).map(|cell| cell.span);
    let rows = body.passages.iter().filter(|passage| passage.table.is_some());
    let pieces = rows.flat_map(|passage| &passage.pieces).map(|piece| piece.span);
    let mut out: Vec<usize> = cells.chain(pieces).flat_map(|span| [span.start as usize, span.end as usize]).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The places of a text form that name its authors and commentators.
fn authors(form: &ExtractedText) -> Vec<Range<usize>> {
    let authors = form
        .properties
        .iter()
        .filter(|property| property.field == MetadataField::Author)
        .map(|author| author.span.range());
    let comments = form.drafts.iter().filter_map(|draft| draft.passage.marker).filter_map(|marker| {
        let label = marker.of(&form.text).strip_prefix("[comment, ")?;
        let from = marker.start as usize + "[comment, ".len();
        Some(from..from + label.find(']')?)
    });
    authors.chain(comments).filter(|range| !range.is_empty()).collect()
}

/// Masks `places` in a text form, and moves the spans of its structure accordingly.
pub(super) fn mask_form(form: &mut ExtractedText, places: &[Masked]) {
    let places: Vec<Masked> = places.iter().map(|place| Masked { kept: String::new(), ..place.clone() }).collect();
    form.text = places::mask(&form.text, &places);
    let places: Vec<Range<usize>> = places.into_iter().map(|place| place.range).collect();
    // Number of bytes by which the text has become shorter before each place.
    let lost: Vec<usize> = std::iter::once(0)
        .chain(places.iter().scan(0, |lost, place| {
            *lost += place.end - place.start;
            Some(*lost)
        }))
        .collect();
    let moved = |offset: u32, to_end: bool| -> u32 {
        let offset = offset as usize;
        let passed = places.partition_point(|place| place.end <= offset);
        let inside = places.get(passed).filter(|place| place.start < offset);
        let base = inside.map_or(offset, |place| place.start) - lost[passed] + passed * BAR.len();
        let base = if inside.is_some() && to_end { base + BAR.len() } else { base };
        saturating_u32(base)
    };
    let masked = |at: u32| {
        let passed = places.partition_point(|place| place.end <= at as usize);
        places.get(passed).is_some_and(|place| place.start <= at as usize)
    };
    let move_span = |span: &mut Span| *span = Span { start: moved(span.start, false), end: moved(span.end, true) };
    for draft in &mut form.drafts {
        let passage = &mut draft.passage;
        passage.pieces.iter_mut().for_each(|piece| move_span(&mut piece.span));
        passage.marker.iter_mut().chain(&mut passage.number).for_each(move_span);
        passage.styles.iter_mut().for_each(|style| move_span(&mut style.span));
        // Markup that is masked shows as the bar.
        passage.markup.retain(|markup| !masked(markup.span.start));
        passage.markup.iter_mut().for_each(|markup| move_span(&mut markup.span));
    }
    form.anomalies.iter_mut().for_each(|anomaly| move_span(&mut anomaly.span));
    form.properties.iter_mut().for_each(|property| move_span(&mut property.span));
}

/// Adds one note for all that is masked in a document, at the first place.
pub(super) fn add_note(body: &mut Body, detail: Option<String>) {
    let (Some(at), Some(detail)) = (body.text.find(BAR), detail) else { return };
    body.anomalies.push(Anomaly {
        kind: AnomalyKind::PersonalData,
        passage: None,
        span: Span::new(at, at + BAR.len()),
        detail,
        rule: "redacted".to_owned(),
    });
}
