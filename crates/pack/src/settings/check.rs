//! Checks values of the settings as far as possible without the documents.

use entente_corpus::EntityKind;
use entente_ingest as ingest;
use toml::Spanned;

use super::Text;
use super::tables::{MergeTable, NameTable, RenameTable, SplitTable};

/// The longest name in bytes. Its words are compared at each place where its first word stands.
pub(super) const MAX_NAME_BYTES: usize = 1_000;

/// Checks the settings for names as far as possible without the documents.
pub(super) fn check_names(
    text: &Text,
    added: Vec<NameTable>,
    merged: Vec<MergeTable>,
    split: Vec<SplitTable>,
    renamed: Vec<RenameTable>,
) -> Result<ingest::Names, (usize, String)> {
    let mut names = ingest::Names::default();
    for table in added {
        let at = text.line(table.kind.span().start);
        let Some(kind) = EntityKind::from_word(table.kind.get_ref()) else {
            let known: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            return Err((at, format!("`kind` is {:?}; expected one of {}", table.kind.get_ref(), known.join(", "))));
        };
        let (name, name_at) = (table.name.get_ref().trim().to_owned(), text.line(table.name.span().start));
        if name.is_empty() {
            return Err((name_at, "`name` is empty".to_owned()));
        }
        if let Some(long) = table.aliases.iter().chain([&name]).find(|name| name.len() > MAX_NAME_BYTES) {
            let bytes = long.len();
            return Err((name_at, format!("a name or alias has {bytes} bytes; {MAX_NAME_BYTES} are allowed")));
        }
        if table.exclude {
            names.excluded.push(name);
            continue;
        }
        if let Some(code) = table.code.as_ref().filter(|code| !ingest::is_country_code(code)) {
            return Err((name_at, format!("`code` is {code:?}; expected two letters of ISO 3166-1, such as \"KE\"")));
        }
        if table.code.is_some() && kind != EntityKind::Country {
            return Err((at, format!("`code` is given for a name of kind {kind}; only countries have one")));
        }
        names.added.push(ingest::AddedName {
            kind,
            name,
            aliases: table.aliases,
            code: table.code,
            within: table.within,
        });
    }
    for table in merged {
        if table.names.get_ref().len() < 2 {
            return Err((text.line(table.names.span().start), "`names` needs two names or more to merge".to_owned()));
        }
        names.merged.push(table.names.into_inner());
    }
    names.split = split.into_iter().map(|table| (table.name, table.document)).collect();
    names.renamed = renamed.into_iter().map(|table| (table.from, table.to)).collect();
    Ok(names)
}

/// Adds a redaction rule.
///
/// # Errors
/// A sentence if there is no such rule.
pub fn add_redaction_rule(rule: &str, redaction: &mut ingest::Redaction) -> Result<(), String> {
    if rule != "personal-data" {
        return Err(format!("no rule of redaction is called `{rule}`; there is `personal-data`"));
    }
    redaction.personal_data = true;
    Ok(())
}

/// Checks that `tag` has the form of a language tag.
pub(super) fn check_language(text: &Text, tag: Spanned<String>) -> Result<String, (usize, String)> {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.get_ref().split('-').next().unwrap_or("");
    let fits = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !fits || !tag.get_ref().split('-').all(part) {
        let what = format!("`language` is {:?}; write a tag such as en, ko or fr-CA", tag.get_ref());
        return Err((text.line(tag.span().start), what));
    }
    Ok(tag.into_inner())
}
