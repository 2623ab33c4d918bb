//! Questions about what was found: names, engagements, commitments, statements and the other lists of facts.

use std::rc::Rc;

use super::Explorer;
use crate::answers::acronyms::{self, AcronymRow};
use crate::answers::amounts::{self, AmountRow};
use crate::answers::commitments;
use crate::answers::contents::{self, Contents};
use crate::answers::cross_table;
use crate::answers::dossier::{self, Dossier};
use crate::answers::engagements::{self, EngagementRow, EngagementView};
use crate::answers::lanes::{self, LaneGroup, Lanes};
use crate::answers::names::{self, NameRow};
use crate::answers::notes::{self, NoteRow};
use crate::answers::pairs::{self, PairRow};
use crate::answers::picture::{self, Picture};
use crate::answers::relations::{self, Relations};
use crate::answers::series::{self, SeriesRow};
use crate::answers::statements::{self, StatementList, StatementRow};
use crate::answers::threads::{self, Thread};
use crate::models::facts::{List, Source};
use crate::models::ledger::Ledger;
use crate::models::overview::CrossTable;
use crate::query::{Query, Selection, TableSide};

impl Explorer {
    /// How many rows each list has, without any filter.
    #[must_use]
    pub fn contents(&self) -> Contents {
        (*self.contents.get_or_make(&self.desk.corpus, || contents::contents(&self.desk))).clone()
    }

    /// What the overview draws of the whole file: time, partners and topics, what is rare.
    #[must_use]
    pub fn picture(&self) -> Rc<Picture> {
        self.picture.get_or_make(&self.desk.corpus, || picture::picture(&self.desk))
    }

    /// At most `limit` threads of two engagements or more. Threads that most documents report come first. Of one name if it is given, by pair;
    /// else each engagement is in one thread only.
    #[must_use]
    pub fn threads(&self, name: Option<&str>, limit: usize) -> Vec<Thread> {
        threads::threads(&self.desk, name, limit)
    }

    /// The thread between two names, by their ids, about a topic if a third id is given; `None` if it has fewer than two engagements.
    #[must_use]
    pub fn thread(&self, names: &[String]) -> Option<Thread> {
        threads::thread(&self.desk, names)
    }

    /// Names that pass the filters, with the counts of this file: by kind, most passages first.
    ///
    /// ```
    /// use entente_explore::{Axis, Explorer, Query, Selection};
    /// use entente_ingest::{Settings, Source, ingest};
    ///
    /// let source = Source { file: "a.txt".into(), bytes: "Korea and Japan met in Tokyo.\n".into() };
    /// let explorer = Explorer::new(ingest(&[source], &Settings::default()).into());
    /// let countries = Selection::default().with(Axis::EntityKind, "country", false);
    /// let names = explorer.names(&Query::default(), &countries);
    /// assert_eq!(names.rows.iter().map(|row| row.name.id.as_str()).collect::<Vec<_>>(), ["jp", "kr"]);
    /// assert!(names.total < names.of, "Tokyo is in the list, too");
    /// ```
    #[must_use]
    pub fn names(&self, query: &Query, selection: &Selection) -> List<NameRow> {
        names::names(&self.desk, query, selection)
    }

    /// Everything about the name with this id, or called so; `None` if this file has no such name.
    #[must_use]
    pub fn dossier(&self, id: &str) -> Option<Dossier> {
        dossier::dossier(&self.desk, id)
    }

    /// Engagements that pass the filters, by date; those without a date of a known year last.
    #[must_use]
    pub fn engagements(&self, query: &Query, selection: &Selection) -> List<EngagementRow> {
        engagements::engagements(&self.desk, query, selection)
    }

    /// Engagements that pass the filters as lanes over time: by series, partner or topic.
    #[must_use]
    pub fn lanes(&self, query: &Query, selection: &Selection, group: LaneGroup) -> Lanes {
        lanes::lanes(&self.desk, query, selection, group)
    }

    /// Who met whom in the engagements that pass the filters; the names among the filters are those that are looked at.
    #[must_use]
    pub fn relations(&self, query: &Query, selection: &Selection, parties: TableSide) -> Relations {
        relations::relations(&self.desk, query, selection, parties)
    }

    /// In how many passages under `query` values of two sides are together; empty for sides that have no table with each other.
    /// [`Query::narrowed`] by the values of a row and of a column gives the passages of their cell; a year stands for dates from it to it.
    #[must_use]
    pub fn cross_table(&self, query: &Query, rows: TableSide, columns: TableSide) -> CrossTable {
        cross_table::cross_table(&self.desk, query, rows, columns)
    }

    /// The engagement with this id.
    #[must_use]
    pub fn engagement(&self, id: &str) -> Option<EngagementView> {
        engagements::engagement_view(&self.desk, id)
    }

    /// Series that pass the filters: those with numbers first, then by name.
    #[must_use]
    pub fn series_list(&self, query: &Query, selection: &Selection) -> List<SeriesRow> {
        series::series_list(&self.desk, query, selection)
    }

    /// The series with this id.
    #[must_use]
    pub fn series(&self, id: &str) -> Option<SeriesRow> {
        series::series(&self.desk, id)
    }

    /// The ledgers with the commitments that pass the filters.
    #[must_use]
    pub fn commitments(&self, query: &Query, selection: &Selection) -> Ledger {
        commitments::commitments(&self.desk, query, selection)
    }

    /// Statements that pass the filters, in the order of the documents.
    #[must_use]
    pub fn statements(&self, query: &Query, selection: &Selection) -> StatementList {
        statements::statements(&self.desk, query, selection)
    }

    /// The statement with this id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<StatementRow> {
        statements::statement_by_id(&self.desk, id)
    }

    /// Pairs of passages that say the same: those whose words differ first, a form's own wording last.
    #[must_use]
    pub fn pairs(&self, query: &Query, selection: &Selection) -> List<PairRow> {
        pairs::pairs(&self.desk, query, selection)
    }

    /// Amounts that pass the filters, in the order of the documents.
    #[must_use]
    pub fn amounts(&self, query: &Query, selection: &Selection) -> List<AmountRow> {
        amounts::amounts(&self.desk, query, selection)
    }

    /// The amount with this id.
    #[must_use]
    pub fn amount(&self, id: &str) -> Option<AmountRow> {
        amounts::amount_by_id(&self.desk, id)
    }

    /// The commitment that a measure, by its id, belongs to; `None` if none is known.
    #[must_use]
    pub fn commitment_of_measure(&self, id: &str) -> Option<Source> {
        commitments::commitment_of_measure(&self.desk, id)
    }

    /// How many measures belong to a commitment, by its id; `None` if its document has no measures under any commitment.
    #[must_use]
    pub fn measures_under(&self, id: &str) -> Option<usize> {
        commitments::measures_under(&self.desk, id)
    }

    /// Short forms that pass the filters, by letters and then by document.
    #[must_use]
    pub fn acronyms(&self, query: &Query, selection: &Selection) -> List<AcronymRow> {
        acronyms::acronyms(&self.desk, query, selection)
    }

    /// Source notes that pass the filters, in the order of the files and of position.
    #[must_use]
    pub fn notes(&self, query: &Query, selection: &Selection) -> List<NoteRow> {
        notes::notes(&self.desk, query, selection)
    }
}
