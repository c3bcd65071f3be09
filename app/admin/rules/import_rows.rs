//! The rows of an import that are worth a look: those set aside, those that change something.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, ImportId, Kind, Operation, Page, Param, Permission, Said};

/// What is wrong with a cell, or with a row as a whole (then `column` is empty).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowTrouble {
    pub column: String,
    pub sent: String,
    #[schema(value_type = Object)]
    pub said: Said,
    /// What the cell should say, where that can be told without guessing.
    #[serde(default)]
    pub suggestion: Option<String>,
}

impl RowTrouble {
    /// What is missing or wrong, where the file has no column for it: the end of a message's id, `import-field-…`.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        let told = self.said.params.iter().find(|(name, _)| name == "field").filter(|_| self.column.is_empty());
        told.and_then(|(_, value)| if let Param::Text(tag) = value { Some(tag.as_str()) } else { None })
    }
}

/// Whether a row that was set aside still waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AsideState {
    #[default]
    Waiting,
    /// Put right; goes in with the next run.
    Mended,
    /// Left out on purpose.
    PassedOver,
}

impl AsideState {
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Waiting => 0,
            Self::Mended => 1,
            Self::PassedOver => 2,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Self {
        match code {
            1 => Self::Mended,
            2 => Self::PassedOver,
            _ => Self::Waiting,
        }
    }
}

/// A row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AsideRow {
    /// The line as an editor shows it.
    pub line: u64,
    pub state: AsideState,
    /// Its cells as they are now.
    pub cells: Vec<String>,
    pub troubles: Vec<RowTrouble>,
}

/// Rows set aside, by line.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListAside {
    pub import: ImportId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListAside {
    type Reply = Page<AsideRow>;
    const NAME: &'static str = "admin.list_rows_aside";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// The rows set aside as the file they came in, with a column of what is wrong: a portion of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AsideFile {
    pub import: ImportId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A portion of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FilePortion {
    pub text: String,
    pub next: Option<Cursor>,
}

impl Operation for AsideFile {
    type Reply = FilePortion;
    const NAME: &'static str = "admin.rows_aside_file";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A new item or variant.
    New,
    Changed,
    Stock,
}

impl ChangeKind {
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::New => 1,
            Self::Changed => 2,
            Self::Stock => 3,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        [Self::New, Self::Changed, Self::Stock].into_iter().find(|kind| kind.code() == code)
    }
}

/// One value that a row changes. Values are as a machine writes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    pub line: u64,
    pub kind: ChangeKind,
    pub sku: String,
    pub name: String,
    /// The field, or `on_hand`.
    pub field: String,
    /// The store, of stock.
    #[serde(default)]
    pub store: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Changes, by line.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListChanges {
    pub import: ImportId,
    #[serde(default)]
    pub kind: Option<ChangeKind>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListChanges {
    type Reply = Page<Change>;
    const NAME: &'static str = "admin.list_import_changes";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// What an undo could not take back, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptRow {
    pub sku: String,
    pub name: String,
    #[schema(value_type = Object)]
    pub said: Said,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListKept {
    pub import: ImportId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListKept {
    type Reply = Page<KeptRow>;
    const NAME: &'static str = "admin.list_import_kept";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// Puts a row right: one cell, or none to run it again as it is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MendRow {
    pub import: ImportId,
    pub line: u64,
    /// Column and what it should say.
    pub cells: Vec<MendedCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MendedCell {
    pub column: String,
    pub value: String,
}

/// Leaves a row out, or takes it up again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PassOver {
    pub import: ImportId,
    pub line: u64,
    /// Take it up again.
    #[serde(default)]
    pub back: bool,
}

/// The row as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowMended {
    pub line: u64,
    pub state: AsideState,
}

impl Operation for MendRow {
    type Reply = RowMended;
    const NAME: &'static str = "admin.mend_row";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Operation for PassOver {
    type Reply = RowMended;
    const NAME: &'static str = "admin.pass_over_row";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}
