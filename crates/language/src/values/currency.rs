//! Currencies beside a number: signs, codes and words, before or after it.

use std::ops::Range;

use entente_text::script::is_hangul;

use super::number::{after_mark, is_digit, is_unspaced};
use super::tables::{CurrencyForm, FormKind, Position, currencies};
use crate::class::Class;
use crate::language::Language;
use crate::lexicon::classes_of;
use crate::token::{Gap, Tokens};

/// A currency printed beside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Currency {
    /// ISO 4217; `None` where the form does not say whose.
    pub(crate) code: Option<&'static str>,
    /// Its form in the table; "" for a sign that the table does not know.
    pub(crate) form: &'static str,
    /// Bytes of the form.
    pub(crate) span: Range<usize>,
    /// True if the form means a currency only beside a number with a scale or groups.
    pub(crate) needs_scale: bool,
}

/// Bytes before a number in which its currency is looked for.
const MAX_FORM: usize = 24;
/// Longest Korean particle, in characters.
const MAX_PARTICLE: usize = 6;
/// Letters before a dollar sign that make it another dollar's.
const MAX_PREFIX: usize = 4;

/// The currency that ends right before byte `at`, or a space before it.
pub(crate) fn currency_before(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<Currency> {
    let text = tokens.text;
    let head = text.get(..at)?;
    let bare = head.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    let spaces = head[bare.len()..].chars().count();
    if spaces > 2 || head[bare.len()..].contains('\n') {
        return None;
    }
    let from = bare.ceil_char_boundary(bare.len().saturating_sub(MAX_FORM));
    sign_before(bare, from, country)
        .or_else(|| word_before(bare, from, country))
        .or_else(|| glued_before(bare, from, country))
}

fn sign_before(bare: &str, from: usize, country: Option<&str>) -> Option<Currency> {
    let window = bare[from..].to_lowercase();
    let form =
        best(&currencies().signs, country, |form| form.position != Position::After && window.ends_with(form.form))?;
    // Signs keep their length in lower case.
    let start = bare.len().checked_sub(form.form.len())?;
    let before = bare.get(..start)?;
    if !before.ends_with(char::is_alphanumeric) {
        let sign = Currency { code: form.code, form: form.form, span: start..bare.len(), needs_scale: false };
        // "CAD $5 million": the code before the sign says whose it is.
        let spelled = before.strip_suffix(' ').and_then(|before| word_before(before, from.min(before.len()), country));
        let named = spelled.filter(|named| named.code.is_some_and(|code| sign.can_mean(code)));
        return Some(match named {
            Some(named) => Currency { code: named.code, span: named.span.start..bare.len(), ..sign },
            None => spaced_sign(bare, start).unwrap_or(sign),
        });
    }
    // "B$", "ZW$": a dollar, but whose the table does not know.
    if form.form.starts_with(char::is_alphabetic) {
        return None;
    }
    let letters: usize = before.chars().rev().take_while(|c| c.is_alphabetic() || *c == '.').map(char::len_utf8).sum();
    let is_prefix =
        (1..=MAX_PREFIX).contains(&letters) && !before[..before.len() - letters].ends_with(char::is_alphanumeric);
    is_prefix.then(|| Currency { code: None, form: "", span: start - letters..bare.len(), needs_scale: false })
}

/// "US $ 5 million": a sign whose letters and dollar a space parts, if the dollar is at byte `at`. "A $5 million" has none.
fn spaced_sign(bare: &str, at: usize) -> Option<Currency> {
    let before = bare.get(..at)?.strip_suffix(' ')?;
    // "(US) $5 million".
    let before = before.strip_suffix(')').filter(|before| before.contains('(')).unwrap_or(before);
    let letters: usize =
        before.chars().rev().take_while(|c| c.is_ascii_uppercase() || *c == '.').map(char::len_utf8).sum();
    let start = before.len() - letters;
    let whole = !before[..start].ends_with(char::is_alphanumeric);
    let joined = format!("{}{}", before[start..].to_lowercase(), bare.get(at..)?.to_lowercase());
    let form = currencies().signs.iter().find(|form| form.form == joined)?;
    (whole && (2..=MAX_PREFIX).contains(&letters)).then_some(Currency {
        code: form.code,
        form: form.form,
        span: start..bare.len(),
        needs_scale: false,
    })
}

/// The form of `forms` that fits and is longest; among equals the one of `country`.
fn best(forms: &[CurrencyForm], country: Option<&str>, fits: impl Fn(&CurrencyForm) -> bool) -> Option<CurrencyForm> {
    let first = forms.iter().find(|form| fits(form))?.form;
    let same = || forms.iter().filter(|form| form.form == first && fits(form));
    same()
        .find(|form| form.country.is_some() && form.country == country)
        .or_else(|| same().find(|form| form.country.is_none()))
        .copied()
}

fn word_before(bare: &str, from: usize, country: Option<&str>) -> Option<Currency> {
    // "Rs. 25".
    let named = bare.strip_suffix('.').unwrap_or(bare);
    let part = |c: &char| c.is_alphabetic() || *c == '.';
    let length: usize = named[from.min(named.len())..].chars().rev().take_while(part).map(char::len_utf8).sum();
    let start = named.len() - length;
    let word = &named[start..];
    if length == 0 || named[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let make = |form: &CurrencyForm| Currency {
        code: form.code,
        form: form.form,
        span: start..named.len(),
        needs_scale: form.kind == FormKind::Scaled,
    };
    if let Some(form) = currencies().code(word).filter(|form| form.position != Position::After) {
        return Some(make(form));
    }
    let folded = word.to_lowercase();
    let forms = currencies().words(&folded);
    best(&forms, country, |form| form.position != Position::After && form.form == folded).map(|form| make(&form))
}

fn glued_before(bare: &str, from: usize, country: Option<&str>) -> Option<Currency> {
    if !bare.ends_with(is_unspaced) {
        return None;
    }
    let window = &bare[from..];
    let form =
        best(&currencies().glued, country, |form| form.position == Position::Before && window.ends_with(form.form))?;
    Some(Currency {
        code: form.code,
        form: form.form,
        span: bare.len() - form.form.len()..bare.len(),
        needs_scale: false,
    })
}

/// The currency that begins at byte `at` or after one space.
pub(crate) fn currency_after(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<Currency> {
    let found = sign_after(tokens.text, at, country)
        .or_else(|| glued_after(tokens, at, country))
        .or_else(|| words_after(tokens, at, country))?;
    // "in 2014 USD 5 million were paid": the form belongs to the number after it.
    let rest = tokens.text.get(found.span.end..)?;
    let rest = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest);
    (!rest.starts_with(is_digit)).then_some(found)
}

/// Where the text goes on at byte `at` after at most one space.
pub(crate) fn after_space(text: &str, at: usize) -> usize {
    let space = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| c.is_whitespace() && *c != '\n');
    at + space.map_or(0, char::len_utf8)
}

fn sign_after(text: &str, at: usize, country: Option<&str>) -> Option<Currency> {
    let start = after_space(text, at);
    let rest = text.get(start..)?;
    let window = rest.get(..rest.floor_char_boundary(8))?.to_lowercase();
    let is_sign = |form: &CurrencyForm| {
        form.position != Position::Before
            && window.starts_with(form.form)
            && !(form.form.ends_with(char::is_alphabetic) && rest[form.form.len()..].starts_with(char::is_alphanumeric))
    };
    let form = best(&currencies().signs, country, is_sign)?;
    Some(Currency { code: form.code, form: form.form, span: start..start + form.form.len(), needs_scale: false })
}

fn glued_after(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<Currency> {
    let start = after_space(tokens.text, at);
    let rest = tokens.text.get(start..)?;
    if !rest.starts_with(is_unspaced) {
        return None;
    }
    let fits = |form: &CurrencyForm| {
        form.position != Position::Before
            && rest.strip_prefix(form.form).is_some_and(|after| ends_noun(form.form, after))
    };
    let form = best(&currencies().glued, country, fits)?;
    Some(Currency { code: form.code, form: form.form, span: start..start + form.form.len(), needs_scale: false })
}

/// True if a Korean noun ends where `after` begins: "원" does in "원을", but not in "원자로".
pub(crate) fn ends_noun(form: &str, after: &str) -> bool {
    if !form.ends_with(is_hangul) || !after.starts_with(is_hangul) {
        return true;
    }
    let mut end = 0;
    after.chars().take(MAX_PARTICLE).take_while(|c| is_hangul(*c)).any(|c| {
        end += c.len_utf8();
        classes_of(&after[..end], Language::Korean).has(Class::Particle)
    })
}

fn words_after(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<Currency> {
    let text = tokens.text;
    let first = tokens.token_at(at);
    let between = text.get(at..tokens.get(first)?.span.start)?;
    // "2 Mio. Euro", "5-million-dollar".
    let between = between.strip_prefix('.').unwrap_or(between);
    let joins = matches!(between, "-" | "‑" | "‐") || between.chars().count() <= 2 && between.trim().is_empty();
    if !joins || between.contains('\n') {
        return None;
    }
    (first..=first + 1).find_map(|place| {
        // "millions de dollars".
        if place > first && !tokens.has(first, Class::Genitive) {
            return None;
        }
        form_at(tokens, place, country)
    })
}

/// The form in words or the code that begins at token `at`.
fn form_at(tokens: &Tokens, at: usize, country: Option<&str>) -> Option<Currency> {
    let token = tokens.get(at)?;
    if let Some(form) = currencies().code(token.text).filter(|form| form.position != Position::Before) {
        return Some(Currency {
            code: form.code,
            form: form.form,
            span: token.span.clone(),
            needs_scale: form.kind == FormKind::Scaled,
        });
    }
    let forms = currencies().words(&token.folded);
    let count = |form: &CurrencyForm| form.form.split(' ').count();
    let fits = |form: &CurrencyForm| {
        form.position != Position::Before
            && form.form.split(' ').enumerate().all(|(n, word)| {
                tokens.is(at + n, word) && (n == 0 || matches!(tokens.gap(at + n), Gap::Space | Gap::Join))
            })
    };
    let form = best(&forms, country, fits)?;
    Some(Currency { code: form.code, form: form.form, span: tokens.bytes(at..at + count(&form)), needs_scale: false })
}

impl Currency {
    /// True if the form can mean the currency `code`: "dollars" can be Canadian ones.
    pub(crate) fn can_mean(&self, code: &str) -> bool {
        let all = currencies();
        let words = all.words(self.form);
        let means = |form: &CurrencyForm| form.form == self.form && form.code == Some(code);
        self.code == Some(code) || all.signs.iter().chain(&all.glued).chain(&words).any(means)
    }
}

/// True for a sign of a currency that comes right before byte `at` and is in no table.
pub(crate) fn is_unknown_sign_before(text: &str, at: usize) -> bool {
    let last = text.get(..at).and_then(|head| head.trim_end().chars().next_back());
    last.is_some_and(|c| matches!(c, '\u{20a0}'..='\u{20cf}' | '¤' | '¢'))
}

/// The byte after a currency and the note's mark after it.
pub(crate) fn after_currency(text: &str, currency: &Currency) -> usize {
    after_mark(text, currency.span.end)
}
