//! Rows of the lists of what was found: names, engagements, series, commitments, statements, pairs, amounts, short
//! forms, notes.

pub use crate::answers::acronyms::AcronymRow;
pub use crate::answers::amounts::AmountRow;
pub use crate::answers::comparable::Comparable;
pub use crate::answers::compare::{Became, Change, Comparison, Facing, PASTED, Run, Side};
pub use crate::answers::compare_names::{NameSide, NamesCompared, PartnerOfEither, Share, Shared as SharedBy};
pub use crate::answers::concordance::{Concordance, ContextLine, ContextOrder, Dispersion};
pub use crate::answers::contents::Contents;
pub use crate::answers::dossier::{DocumentMentions, Dossier, FormUse, InContext, RoleUse, ShownAs};
pub use crate::answers::engagements::{Conflict, EngagementRow, EngagementView, SeriesRef};
pub use crate::answers::findings::{Finding, FindingKind, Listed};
pub use crate::answers::lanes::{BesideMeeting, Lane, LaneGroup, Lanes};
pub use crate::answers::margin::{
    Elsewhere, Margin, MarginLine, MeasureCounts, MeasureUnder, MeetingInLine, NoteHere, RelatedPassage, Repeat,
    StatementHere,
};
pub use crate::answers::name_counts::CountedName;
pub use crate::answers::names::NameRow;
pub use crate::answers::notes::NoteRow;
pub use crate::answers::officials::Official;
pub use crate::answers::pairs::PairRow;
pub use crate::answers::picture::Picture;
pub use crate::answers::preview::Preview;
pub use crate::answers::relations::{MeetingsBetween, Pair, Partner, Partners, RelationName, Relations};
pub use crate::answers::result_set::{FoundDocument, ResultSet};
pub use crate::answers::series::{LastMember, Numbers, SeriesRow};
pub use crate::answers::statements::{StatementList, StatementRow};
pub use crate::answers::threads::Thread;
pub use crate::models::facts::{List, ListPart, NameRef, Part, PartyRef, Source};
pub use crate::models::ledger::{Area, Commitment, Form, Ledger, LedgerCell as Place, Measure, Measured};
pub use crate::models::overview::{
    Counts, CrossTable, DatedDocument, DatedMeeting, Grid, GridName, Layer, Period, Step, Timeline,
};
