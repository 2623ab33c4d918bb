//! Statements (commitments, measures, agreements, assessments) with their speakers, and amounts.

use entente_text::{PartialDate, Span};
use serde::{Deserialize, Serialize};

use crate::fact::{Evidence, Fact};
use crate::vocabulary::{AmountStatus, Modality, Strength};

/// A party, in the words of the document. A role such as "both sides" has no entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Party {
    /// The words.
    pub span: Span,
    /// Index in the catalogue's `entities`, if the words name one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
}

/// One statement: a clause that promises, reports, plans, agrees or says something.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Statement {
    /// Public name: a fingerprint of document, passage and words.
    pub id: String,
    /// The kind of statement.
    pub modality: Modality,
    /// The verb as printed. The item of a form may have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<Span>,
    /// How firm it is, by its verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// Who says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Party>,
    /// The entities that the words of the speaker name together ("Norway and Ghana"), in the order of the text. Two or more,
    /// or none: a speaker who is one entity has it in `speaker`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<u32>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Party>,
    /// Who does or will do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Party>,
    /// Towards whom, with whom: entities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counterparts: Vec<u32>,
    /// What about: entities of kind topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<u32>,
    /// Treaties, acts and the like that it names: entities of kind instrument.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<u32>,
    /// When it was done or will be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Fact<PartialDate>>,
    /// The words.
    pub evidence: Evidence,
    /// Name of the rule that found it.
    pub rule: String,
}

/// Money, a count or a share.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Amount {
    /// Public name: a fingerprint of document, passage and words.
    pub id: String,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_max: Option<f64>,
    /// ISO 4217 code for money, "%" for shares, the counted thing's word as printed for counts. None for money if the text
    /// does not decide whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The currency as printed: "$", "EUR", "euros".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
    /// Who pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<Party>,
    /// Who receives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiver: Option<Party>,
    /// What for, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Span>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Fact<PartialDate>>,
    /// What it is, if the words say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<AmountStatus>,
    /// The words.
    pub evidence: Evidence,
    /// Name of the rule that found it.
    pub rule: String,
}
