//! What is seen of an import.

use crate::{Answers, FileKind, ImportState};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Counted, Cursor, ImportId, Kind, Operation, Page, Permission, Quantity, Said, StoreId};

/// How many rows came to what. A row of the file is counted once, by the most that it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Tally {
    pub new: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// Set aside, stale ones among them.
    pub refused: u64,
    /// The file's current figure was not ours.
    pub stale: u64,
    /// Sales of what was never booked in.
    pub short: u64,
    /// They say nothing of stock: blank, or not stocked.
    pub not_known: u64,
    /// Postage, fees and the like.
    pub not_stock: u64,
    /// Of locations that are left out.
    pub left_out: u64,
    /// Of locations that no store is known for yet.
    pub unplaced: u64,
    /// Stock that comes and stock that goes, in units.
    pub more: Quantity,
    pub less: Quantity,
    /// What that is worth at cost, as far as costs are known; in the tenant's currency.
    #[schema(value_type = String)]
    pub value: Decimal,
}

impl Tally {
    /// Adds another's figures.
    pub fn add(&mut self, other: &Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.refused += other.refused;
        self.stale += other.stale;
        self.short += other.short;
        self.not_known += other.not_known;
        self.not_stock += other.not_stock;
        self.left_out += other.left_out;
        self.unplaced += other.unplaced;
        self.more += other.more;
        self.less += other.less;
        self.value += other.value;
    }

    /// Rows that write something.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.new + self.changed
    }
}

/// What was found out of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportFacts {
    /// As in [`Answers::source`].
    pub source: String,
    pub kind: Option<FileKind>,
    pub encoding: String,
    pub delimiter: String,
    pub rows: u64,
    pub columns: Vec<ImportColumn>,
    /// Columns nothing is read from, by name.
    pub unread: Vec<String>,
    /// One of each group must be mapped and is not.
    pub missing: Vec<Vec<String>>,
    /// `plain`, `day_first`, `month_first`, `ambiguous` or `mixed`.
    pub dates: String,
    /// Fields a column of this kind of file can be read as.
    pub fields: Vec<String>,
    /// Locations with columns of their own.
    pub places: Vec<String>,
    /// Whether a file with one figure only sets ours to it, unless said otherwise.
    pub overwrites: bool,
    /// Each row brings an item and its stock.
    #[serde(default)]
    pub both: bool,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportColumn {
    pub name: String,
    pub samples: Vec<String>,
    /// The field it is read as.
    pub field: Option<String>,
    /// A guess, where it is read as none.
    pub suggested: Option<String>,
}

/// What the check found beside its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Found {
    /// Locations that no store is known for, with their rows.
    pub unknown: Vec<FoundPlace>,
    /// Locations that were recognised or said, with their rows.
    pub known: Vec<FoundPlace>,
    /// Rows that name no location, in a tenant with several stores.
    pub homeless: u64,
    /// Places of stores that will be made.
    pub bins: Vec<NewBin>,
    /// The same file was brought in before.
    pub before: Option<ImportId>,
    /// What was understood but should be known.
    pub notes: Vec<FoundNote>,
}

/// Something told of rows that are taken all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundNote {
    /// That of the first row.
    #[schema(value_type = Object)]
    pub said: Said,
    pub column: String,
    pub rows: u64,
    /// The first of them.
    pub lines: Vec<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundPlace {
    pub name: String,
    pub rows: u64,
    /// None: unknown, or left out.
    pub store: Option<StoreId>,
}

/// A place that a file names and that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewBin {
    pub store: StoreId,
    pub code: String,
    pub name: String,
}

/// An import as its page shows it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ImportView {
    pub id: ImportId,
    pub name: String,
    pub size: u64,
    pub state: ImportState,
    pub by: String,
    pub created_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub answers: Answers,
    pub facts: Option<ImportFacts>,
    pub found: Found,
    /// Why it cannot be read, or what is asked.
    #[schema(value_type = Option<Object>)]
    pub problem: Option<Said>,
    pub tally: Tally,
    pub lists: ImportLists,
    /// How far the job is.
    pub progress: Option<Progress>,
    /// The work that was given up, if it was: `checking`, `running` or `undoing`. The state is `failed` then.
    pub gave_up: Option<ImportState>,
    /// What can be done with it now.
    pub ways: ImportWays,
}

/// What can be done with an import as it stands. Nothing else is offered, and nothing else is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportWays {
    /// Check it, or check it again.
    pub check: bool,
    /// Run it, or go on with a run that stopped.
    pub start: bool,
    pub undo: bool,
    /// Put it away: only what has written nothing.
    pub discard: bool,
}

impl ImportWays {
    /// `stopped`: its job has ended and left it where it was. `written`: parts of its file are in the books.
    #[must_use]
    pub fn of(state: ImportState, stopped: bool, written: bool) -> Self {
        let none = Self::default();
        match state {
            ImportState::Uploading | ImportState::Asking => Self { check: true, discard: !written, ..none },
            ImportState::Checking => Self { check: stopped, discard: !written, ..none },
            ImportState::Ready => Self { check: true, start: true, discard: !written, ..none },
            ImportState::Running if !stopped => none,
            ImportState::Running => Self { check: !written, start: true, undo: written, discard: !written },
            // Of a check nothing is written; what a run has written stays, and is gone on with or taken back.
            ImportState::Failed => Self { check: !written, start: written, undo: written, discard: !written },
            ImportState::Done => Self { undo: true, ..none },
            ImportState::Undoing => Self { undo: stopped, ..none },
            ImportState::Undone | ImportState::Discarded => none,
        }
    }
}

/// New items that are listed; beyond it they are only counted.
pub const NEW_LISTED: u64 = 500;
/// Changed values that are listed.
pub const CHANGES_LISTED: u64 = 5000;

/// How many rows its lists have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportLists {
    pub waiting: u64,
    pub mended: u64,
    pub passed_over: u64,
    /// Of those waiting, how many have a suggestion for everything that is wrong.
    pub suggested: u64,
    pub new: u64,
    pub changed: u64,
    pub stock: u64,
    /// What an undo could not take back.
    pub kept: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Progress {
    pub done: u64,
    pub total: u64,
}

/// One import with all there is to know of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowImport {
    pub import: ImportId,
}

impl Operation for ShowImport {
    type Reply = ImportView;
    const NAME: &'static str = "admin.show_import";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// An import in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportLine {
    pub id: ImportId,
    pub name: String,
    pub state: ImportState,
    /// The work of this state was given up; the import's own page offers what can be done.
    #[serde(default)]
    pub stopped: bool,
    pub kind: Option<FileKind>,
    pub by: String,
    pub created_at: DateTime<Utc>,
    pub tally: Tally,
    /// Rows that wait in quarantine.
    pub waiting: Counted,
}

/// Imports, the latest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ListImports {
    /// Unless said, all that were not put away.
    pub state: Option<ImportState>,
    pub kind: Option<FileKind>,
    pub cursor: Option<Cursor>,
}

impl Operation for ListImports {
    type Reply = Page<ImportLine>;
    const NAME: &'static str = "admin.list_imports";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_way_out_of_every_state_but_the_last() {
        for state in ImportState::ALL {
            for written in [false, true] {
                let ways = ImportWays::of(state, true, written);
                let over = matches!(state, ImportState::Undone | ImportState::Discarded);
                assert_eq!(ways == ImportWays::default(), over, "{state:?}, written: {written}");
                assert!(!(ways.discard && written), "{state:?}: what is written is not put away");
            }
        }
    }

    #[test]
    fn work_that_goes_on_is_left_alone() {
        for state in [ImportState::Running, ImportState::Undoing] {
            assert_eq!(ImportWays::of(state, false, true), ImportWays::default());
        }
    }
}
