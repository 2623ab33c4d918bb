//! How the verb of one clause governs the verbs before it: "agreed **to meet**".

use super::{Draft, MAX_GOVERNORS};
use crate::grammars::tables::EndingForm;
use crate::verb_group::Time;
use crate::verbs::Government;

/// Applies the verb after each clause to that clause, from the last clause to the first.
pub(super) fn govern(drafts: &mut [Draft]) {
    // The next verb outside relative clauses: how it governs, and its tense.
    let mut next: Option<(usize, Time, Vec<Government>, bool, bool)> = None;
    for at in (0..drafts.len()).rev() {
        let form = drafts[at].form;
        let tensed = drafts[at].tensed;
        if drafts[at].clause.verb.is_none() {
            continue;
        }
        if form == EndingForm::Relative {
            drafts[at].clause.parent = next.as_ref().map(|(at, ..)| *at);
            continue;
        }
        if let Some((place, time, governors, negated, progressive)) = &next {
            let parent = drafts[*place].clause.verb.as_ref().and_then(|group| group.verb).map(|verb| verb.government);
            let parent = parent.unwrap_or_default();
            let group = drafts[at].clause.verb.as_mut();
            let Some(group) = group else { continue };
            match form {
                EndingForm::Link | EndingForm::Bare => {
                    let doubtful = governors.iter().any(|government| government.hypothetical || government.future);
                    if doubtful && !tensed {
                        group.governors.splice(0..0, governors.iter().copied().take(MAX_GOVERNORS));
                    }
                    if !tensed {
                        group.time = if *negated { Time::Open } else { *time };
                        group.progressive |= *progressive;
                    }
                }
                EndingForm::Intent | EndingForm::Nominal | EndingForm::Quote => {
                    if *negated && form == EndingForm::Intent || parent.negative || parent.deny {
                        group.governors.insert(0, Government { negative: true, ..Government::default() });
                    } else if parent.hypothetical {
                        group.governors.insert(0, Government { hypothetical: true, ..Government::default() });
                    } else if form == EndingForm::Intent || parent.future && !tensed {
                        group.governors.insert(0, Government { future: true, ..Government::default() });
                    }
                }
                EndingForm::Final | EndingForm::Purpose | EndingForm::Condition | EndingForm::Relative => {}
            }
            drafts[at].clause.parent = Some(*place);
        }
        let Some(group) = drafts[at].clause.verb.as_mut() else { continue };
        match form {
            EndingForm::Condition => group.conditional = true,
            EndingForm::Purpose => group.time = Time::Open,
            _ => {}
        }
        // "회담을 갖고 협력하기로 했다": a coordinate clause depends on the main verb, not on the intended action.
        if matches!(form, EndingForm::Final | EndingForm::Link | EndingForm::Quote | EndingForm::Bare) {
            next = Some((at, group.time, group.governors.clone(), group.negated, group.progressive));
        }
    }
}
