//! Engagements: meetings, visits, exercises and the like between different sides, and series of them.

use entente_text::{PartialDate, Span};
use serde::{Deserialize, Serialize};

use crate::fact::{Evidence, Fact};
use crate::statement::Party;
use crate::vocabulary::{EngagementKind, EngagementLevel, EngagementStatus};

/// One engagement, as one document reports it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Engagement {
    /// Public name: slug of the name and a fingerprint of the place that reports it.
    pub id: String,
    /// Its name, or the words for it ("4th Korea-US Cyber Policy Consultation", "consultations").
    pub name: Span,
    /// The kind.
    pub kind: EngagementKind,
    /// Index in the catalogue's `series`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<u32>,
    /// Its number in the series, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u16>,
    /// When it takes place. The date of the document gives at most the year, which is then inferred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Fact<PartialDate>>,
    /// A bound that the text gives beyond the date ("before 2016-06-29").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<PartialDate>,
    /// Where, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Span>,
    /// The rank of those who meet.
    pub level: EngagementLevel,
    /// Whether it took place; `None` if neither a verb nor a date says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<EngagementStatus>,
    /// Countries, bodies and heads of delegation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Party>,
    /// What it is about: indices of entities of kind topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<u32>,
    /// The places that report it. The first one decides its passage.
    pub evidence: Vec<Evidence>,
    /// Name of the rule that found it.
    pub rule: String,
}

/// Engagements under one name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Series {
    /// Public name: a slug.
    pub id: String,
    /// The name without its number, as printed most.
    pub name: String,
    /// Countries and blocs between which it is held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counterparts: Vec<u32>,
    /// Its members: index of the document and of the engagement in its body, by ordinal and date.
    pub members: Vec<(u32, u32)>,
    /// Numbers below the highest one that no document of the file reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<u16>,
    /// How often it is held, as printed ("annually"): the document and the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency: Option<(u32, Span)>,
}
