//! Two names side by side: what each is named with, and what both have in common.

use std::collections::{BTreeMap, BTreeSet};

use entente_text::order::{set, sort_by};

use super::dossier::{Dossier, Limits, dossier_up_to};
use super::engagements::EngagementRow;
use super::name_counts::CountedName;
use crate::desk::Desk;
use crate::models::facts::{NameRef, Source};

/// One of the names.
#[derive(Clone, Debug, PartialEq)]
pub struct NameSide {
    /// The name.
    pub name: NameRef,
    /// Forms printed, most frequent first.
    pub forms: Vec<String>,
    /// Passages that name it.
    pub passages: usize,
    /// Documents that name it.
    pub documents: usize,
    /// Engagements in which it takes part.
    pub engagements: usize,
    /// Statements that it makes or that name it.
    pub statements: usize,
}

/// Two names.
#[derive(Clone, Debug, PartialEq)]
pub struct NamesCompared {
    /// Left.
    pub left: NameSide,
    /// Right.
    pub right: NameSide,
    /// Passages that name both, in the order of the documents.
    pub both: Vec<Source>,
    /// Engagements of both.
    pub engagements: Vec<EngagementRow>,
    /// Names in the passages of either, with the passages of each: those of both sides first.
    pub partners: Vec<PartnerOfEither>,
    /// How much there is of each.
    pub shares: Vec<Share>,
}

/// A name in the passages of either of two names.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerOfEither {
    /// The name.
    pub name: NameRef,
    /// Passages that name it and the left name.
    pub left: usize,
    /// Passages that name it and the right name.
    pub right: usize,
}

/// How much of something two names have alone and together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What is counted.
    pub of: Shared,
    /// How many only the left name has.
    pub left: usize,
    /// How many both have.
    pub both: usize,
    /// How many only the right name has.
    pub right: usize,
}

/// What two names share, or do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Passages that name them.
    Passages,
    /// Documents that name them.
    Documents,
    /// Meetings in which they take part.
    Engagements,
    /// Names in a passage with them.
    Names,
}

/// Compares two names by their ids; `None` if one is not in the file.
pub(crate) fn compare_names(desk: &Desk, one: &str, other: &str) -> Option<NamesCompared> {
    let (left, right) = (full_dossier(desk, one)?, full_dossier(desk, other)?);

    let places = |dossier: &Dossier| {
        let mentions = dossier.documents.iter().flat_map(|document| &document.mentions);
        set(mentions.map(|mention| (mention.source.document.clone(), mention.source.passage.clone())))
    };
    let mut there: BTreeSet<(String, String)> = places(&right);
    let mut both = Vec::new();
    for mention in left.documents.iter().flat_map(|document| &document.mentions) {
        // Each passage once.
        if there.remove(&(mention.source.document.clone(), mention.source.passage.clone())) {
            let quote = format!("{}{}{}", mention.before, mention.words, mention.after);
            both.push(Source { quote, ..mention.source.clone() });
        }
    }
    let mut partners: BTreeMap<NameRef, (usize, usize)> = BTreeMap::new();
    for CountedName { name, count } in &left.together {
        partners.entry(name.clone()).or_default().0 = *count;
    }
    for CountedName { name, count } in &right.together {
        partners.entry(name.clone()).or_default().1 = *count;
    }
    partners.remove(&left.name);
    partners.remove(&right.name);
    let mut partners: Vec<PartnerOfEither> =
        partners.into_iter().map(|(name, (left, right))| PartnerOfEither { name, left, right }).collect();
    sort_by(&mut partners, |a, b| {
        let order = |partner: &PartnerOfEither| (partner.left.min(partner.right), partner.left + partner.right);
        order(b).cmp(&order(a)).then_with(|| a.name.cmp(&b.name))
    });
    let share = |of: Shared, left: BTreeSet<String>, right: BTreeSet<String>| {
        let both = left.intersection(&right).count();
        Share { of, left: left.len() - both, both, right: right.len() - both }
    };
    let passages_of =
        |dossier: &Dossier| set(places(dossier).into_iter().map(|(document, passage)| format!("{document}:{passage}")));
    let documents_of = |dossier: &Dossier| set(dossier.documents.iter().map(|document| document.document.clone()));
    let meetings_of = |dossier: &Dossier| set(dossier.engagements.rows.iter().map(|row| row.id.clone()));
    let partners_in =
        |fits: fn(usize, usize) -> bool| partners.iter().filter(|partner| fits(partner.left, partner.right)).count();
    let shares = vec![
        share(Shared::Passages, passages_of(&left), passages_of(&right)),
        share(Shared::Documents, documents_of(&left), documents_of(&right)),
        share(Shared::Engagements, meetings_of(&left), meetings_of(&right)),
        Share {
            of: Shared::Names,
            left: partners_in(|a, b| a > 0 && b == 0),
            both: partners_in(|a, b| a > 0 && b > 0),
            right: partners_in(|a, b| a == 0 && b > 0),
        },
    ];
    let met: BTreeSet<&str> = set(right.engagements.rows.iter().map(|row| row.id.as_str()));
    let engagements = left.engagements.rows.iter().filter(|row| met.contains(row.id.as_str())).cloned().collect();
    Some(NamesCompared { both, engagements, partners, shares, left: side(&left), right: side(&right) })
}

/// The whole dossier of a name.
fn full_dossier(desk: &Desk, id: &str) -> Option<Dossier> {
    dossier_up_to(desk, id, Limits::NONE)
}

fn side(dossier: &Dossier) -> NameSide {
    NameSide {
        name: dossier.name.clone(),
        forms: dossier.forms.iter().map(|form| form.text.clone()).collect(),
        passages: dossier.passages,
        documents: dossier.in_documents,
        engagements: dossier.engagements.total,
        statements: dossier.statements.total,
    }
}
