//! What the overview shows about the whole file, besides its lists.

use std::rc::Rc;

use super::findings::{Finding, findings};
use super::grid::grid;
use super::timeline::timeline;
use crate::desk::Desk;
use crate::models::overview::{Grid, Timeline};

/// What the overview draws of the whole file. A large page carries it ready made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Documents and meetings over time.
    pub timeline: Rc<Timeline>,
    /// Partners beside topics.
    pub grid: Grid,
    /// What is rare among the rows of the lists, the smallest share first.
    pub findings: Vec<Finding>,
}

/// The picture of the file.
pub(crate) fn picture(desk: &Desk) -> Picture {
    Picture { timeline: timeline(desk).into(), grid: grid(desk), findings: findings(desk) }
}

impl Picture {
    /// Appends everything: a page that opens it makes nothing of its texts.
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        self.timeline.pack(out);
        self.grid.pack(out);
        Finding::pack(&self.findings, out);
    }

    /// Reads what [`Picture::pack`] wrote from the front of `bytes`; `None` if the bytes are something else.
    pub(crate) fn open(bytes: &mut &[u8]) -> Option<Self> {
        Some(Self {
            timeline: Timeline::open(bytes)?.into(),
            grid: Grid::open(bytes)?,
            findings: Finding::open(bytes)?,
        })
    }
}
