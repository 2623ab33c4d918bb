//! Redaction: what the packer asks for is masked before anything else is made of a document.
//!
//! In: a text, and what is found in it. Out: the text with a bar of fixed length in every such place, and the way
//! from old places to new ones. What is masked is nowhere in the corpus: names, hashes and notes come from the
//! masked text.

use entente_text::script::is_hangul_syllable;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::{Anomaly, AnomalyKind, Body, Corpus, EntityKind};
use entente_formats::Form;
use entente_structure::personal::{self, BAR};
use entente_text::Span;

/// Shortest name that is masked wherever it stands.
const SHORTEST_NAME: usize = 2;

/// What is to be masked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Telephone and fax numbers, e-mail addresses and contact persons.
    pub personal_data: bool,
    /// Names of these kinds.
    pub kinds: Vec<EntityKind>,
    /// These names, wherever they stand.
    pub names: Vec<String>,
}

impl Redaction {
    /// True where nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.personal_data && self.kinds.is_empty() && self.names.is_empty()
    }

    /// The same with the names of `kinds` that `corpus` prints.
    pub(crate) fn with_names_of(&self, corpus: &Corpus) -> Self {
        let mut names: BTreeSet<String> = self.names.iter().cloned().collect();
        for body in &corpus.bodies {
            for mention in &body.mentions {
                let kind = corpus.catalogue.entities.get(mention.entity as usize).map(|entity| entity.kind);
                if kind.is_some_and(|kind| self.kinds.contains(&kind)) {
                    names.insert(mention.span.of(&body.text).split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
        }
        Self { kinds: Vec::new(), names: names.into_iter().collect(), personal_data: self.personal_data }
    }

    /// The places of `text` to mask; `body` is its structure.
    pub(crate) fn places(&self, text: &str, body: &Body) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        if self.personal_data {
            // In what is read, and in what is not: addresses of links, scripts, properties.
            let noted = body.anomalies.iter().filter(|note| note.kind == AnomalyKind::PersonalData);
            out.extend(noted.clone().map(|note| note.span.range()));
            out.extend(personal::numbers_and_addresses(text));
            let persons = noted.filter(|note| note.rule == "contact-person").map(|note| note.span.of(text));
            for person in persons.map(str::to_owned).collect::<BTreeSet<String>>() {
                out.extend(places_of(text, &person));
            }
        }
        for name in self.names.iter().filter(|name| name.chars().count() >= SHORTEST_NAME) {
            out.extend(places_of(text, name));
        }
        out.retain(|range| !text[range.clone()].trim_matches(|c| BAR.contains(c)).trim().is_empty());
        out.sort_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in out {
            match joined.last_mut().filter(|last| range.start <= last.end) {
                Some(last) => last.end = last.end.max(range.end),
                None => joined.push(range),
            }
        }
        joined
    }
}

/// Where `name` stands in `text` as whole words, in any case, over line ends too.
fn places_of(text: &str, name: &str) -> Vec<Range<usize>> {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let Some(first) = words.first().and_then(|word| word.chars().next()) else { return Vec::new() };
    let mut out = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = c == first || c.to_lowercase().next() == Some(first);
        // Korean particles stand behind a name without a blank.
        if begins
            && (is_hangul_syllable(before) || !before.is_alphanumeric())
            && let Some(end) = matched(text, at, &words)
        {
            let behind = text[end..].chars().next().unwrap_or(' ');
            let last = text[..end].chars().next_back().unwrap_or(' ');
            if !behind.is_alphanumeric() || is_hangul_syllable(last) {
                out.push(at..end);
            }
        }
        before = c;
    }
    out
}

/// Where the words end that begin at `at`.
fn matched(text: &str, at: usize, words: &[String]) -> Option<usize> {
    let mut at = at;
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            let space = text[at..].find(|c: char| !c.is_whitespace())?;
            if space == 0 {
                return None;
            }
            at += space;
        }
        for wanted in word.chars() {
            let c = text[at..].chars().next()?;
            if c != wanted && c.to_lowercase().next() != Some(wanted) {
                return None;
            }
            at += c.len_utf8();
        }
    }
    Some(at)
}

/// `text` with a bar at each of `places`, which are sorted and apart.
pub(crate) fn mask(text: &str, places: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in places {
        out.push_str(&text[at..place.start]);
        out.push_str(BAR);
        at = place.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Masks `places` in a text form, and moves everything that lies over it.
pub(crate) fn mask_form(form: &mut Form, places: &[Range<usize>]) {
    form.text = mask(&form.text, places);
    // Bytes by which the text has become shorter before each place.
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
        u32::try_from(base).unwrap_or(u32::MAX)
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

/// Takes out of a text form's notes and links what its text no longer holds.
pub(crate) fn clear(form: &mut Form, redaction: &Redaction) {
    for anomaly in form.anomalies.iter_mut().filter(|anomaly| anomaly.rule == "tracked-deletion") {
        "a tracked change deletes words; the file still carries them".clone_into(&mut anomaly.detail);
    }
    for style in form.drafts.iter_mut().flat_map(|draft| &mut draft.passage.styles) {
        if let Some(target) = &mut style.target {
            let empty = Body::default();
            let places = redaction.places(target, &empty);
            *target = mask(target, &places);
        }
    }
}

/// The places of a text form that name who wrote or commented it.
pub(crate) fn authors(form: &Form) -> Vec<Range<usize>> {
    let authors =
        form.properties.iter().filter(|property| property.field == "author").map(|author| author.span.range());
    let comments = form.drafts.iter().filter_map(|draft| draft.passage.marker).filter_map(|marker| {
        let label = marker.of(&form.text).strip_prefix("[comment, ")?;
        let from = marker.start as usize + "[comment, ".len();
        Some(from..from + label.find(']')?)
    });
    let mut out: Vec<Range<usize>> = authors.chain(comments).filter(|range| !range.is_empty()).collect();
    out.sort_by_key(|range| range.start);
    out
}

/// One note for all that is masked in a document, at the first place.
pub(crate) fn note(body: &mut Body) {
    let count = body.text.matches(BAR).count();
    let Some(at) = body.text.find(BAR) else { return };
    let places = if count == 1 { "1 place is".to_owned() } else { format!("{count} places are") };
    body.anomalies.push(Anomaly {
        kind: AnomalyKind::PersonalData,
        passage: None,
        span: Span::new(at, at + BAR.len()),
        detail: format!("{places} masked by the packer"),
        rule: "redacted".to_owned(),
    });
}

#[cfg(test)]
mod tests;
