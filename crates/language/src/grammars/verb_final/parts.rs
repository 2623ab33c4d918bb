//! Verb groups, phrases and tags of what a verb-final sentence is cut into.

use super::Chunk;
use crate::grammars::Relation;
use crate::grammars::pieces::{PieceKind, VerbPiece};
use crate::grammars::tables::EndingForm;
use crate::slot::{Governor, Slot, SlotRole};
use crate::tag::{AtomKind, Tag};
use crate::verb_group::{Time, VerbGroup};
use crate::verbs;

/// True if a verb of this form can have an auxiliary: "하기로 했다" and "했다고 한다" are two verbs each.
pub(super) fn takes_auxiliary(form: EndingForm) -> bool {
    !matches!(form, EndingForm::Final | EndingForm::Quote | EndingForm::Intent)
}

pub(super) fn group(at: usize, verb: VerbPiece) -> VerbGroup {
    let traits = verb.traits;
    let time = match () {
        () if traits.past => Time::Past,
        () if traits.future => Time::Future,
        () if matches!(verb.form, EndingForm::Final | EndingForm::Relative | EndingForm::Quote) => Time::Present,
        () => Time::Open,
    };
    VerbGroup {
        tokens: at..at + 1,
        head: at,
        verb: verb.verb,
        finite: matches!(verb.form, EndingForm::Final | EndingForm::Link | EndingForm::Quote),
        form: if traits.past { verbs::Form::Past } else { verbs::Form::Base },
        time,
        progressive: traits.progressive,
        passive: traits.passive,
        conditional: traits.hypothetical,
        would: false,
        negated: traits.negative,
        // "예정이다" alone, after a verb that the table does not have.
        governors: verb.verb.filter(|_| verb.auxiliary).map(|verb| verb.government).into_iter().collect(),
    }
}

pub(super) fn slot(chunk: &Chunk) -> Slot {
    let role = match chunk.relation {
        _ if chunk.time => SlotRole::Time(chunk.particle),
        Relation::Subject | Relation::Topic => SlotRole::Subject,
        Relation::Object => SlotRole::Object,
        _ => match chunk.particle {
            Some(at) => SlotRole::Complement(at),
            // A noun without a mark: how often, how, in what order.
            None => SlotRole::Complement(chunk.phrase.start),
        },
    };
    let head = chunk.phrase.end.saturating_sub(1);
    Slot { role, governor: Governor::Verb, phrase: chunk.phrase.clone(), head, leading: false }
}

/// The nearest part of speech of a piece.
pub(in crate::grammars) fn tag(kind: &PieceKind) -> Tag {
    match kind {
        PieceKind::Atom(AtomKind::Time) => Tag::Time,
        PieceKind::Atom(kind) => Tag::Name(*kind),
        PieceKind::Noun | PieceKind::Nominalizer | PieceKind::Bracketed => Tag::Noun,
        PieceKind::And => Tag::Coordinator,
        PieceKind::Relative => Tag::Relative,
        PieceKind::Particle(_) => Tag::Preposition,
        PieceKind::Verb(verb) => Tag::Verb(verbs::Form::Base, verb.verb),
        PieceKind::Negation => Tag::Not,
        PieceKind::Future | PieceKind::Modal => Tag::Modal,
        PieceKind::Condition => Tag::Subordinator,
        PieceKind::Adverb => Tag::Adverb,
    }
}
