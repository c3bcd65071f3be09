//! A file is brought in: uploaded piece by piece, checked, run, and undone if it was the wrong one.

use crate::Answers;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::ToSchema;
use vocabulary::{ImportId, JobId, Kind, Operation, Permission};

/// Most bytes of a file.
pub const FILE_MAX: u64 = 100 * 1024 * 1024;
/// Bytes of a piece; the last one may be shorter.
pub const PIECE: usize = 1024 * 1024;
/// Characters of a file's name that are kept.
pub const FILE_NAME_MAX: usize = 255;

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    Uploading,
    /// A job reads it and compares; nothing is written.
    Checking,
    /// Something must be answered first.
    Asking,
    /// Checked; may be run.
    Ready,
    Running,
    Done,
    /// It cannot be read, or was given up.
    Failed,
    Undoing,
    Undone,
    Discarded,
}

impl ImportState {
    pub const ALL: [Self; 10] = [
        Self::Uploading,
        Self::Checking,
        Self::Asking,
        Self::Ready,
        Self::Running,
        Self::Done,
        Self::Failed,
        Self::Undoing,
        Self::Undone,
        Self::Discarded,
    ];

    /// The number it is stored as.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Uploading => 1,
            Self::Checking => 2,
            Self::Asking => 3,
            Self::Ready => 4,
            Self::Running => 5,
            Self::Done => 6,
            Self::Failed => 7,
            Self::Undoing => 8,
            Self::Undone => 9,
            Self::Discarded => 10,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.tag() == tag)
    }

    /// The end of its message's id, `import-state-…`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Uploading => "uploading",
            Self::Checking => "checking",
            Self::Asking => "asking",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
            Self::Discarded => "discarded",
        }
    }

    /// Whether a job is at work on it.
    #[must_use]
    pub fn is_busy(self) -> bool {
        matches!(self, Self::Checking | Self::Running | Self::Undoing)
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Catalog,
    Inventory,
    Sales,
}

impl FileKind {
    pub const ALL: [Self; 3] = [Self::Catalog, Self::Inventory, Self::Sales];

    /// The number it is stored as; 0 is none yet.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Catalog => 1,
            Self::Inventory => 2,
            Self::Sales => 3,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Inventory => "inventory",
            Self::Sales => "sales",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// What one must be allowed to do by hand to do it by file.
    #[must_use]
    pub fn needs(self) -> Permission {
        match self {
            Self::Catalog => Permission::CatalogWrite,
            Self::Inventory => Permission::Adjust,
            Self::Sales => Permission::Sell,
        }
    }
}

/// Bytes of a file; in JSON as hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece(pub Vec<u8>);

impl Serialize for Piece {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        hex::decode(String::deserialize(from)?).map(Self).map_err(|_| serde::de::Error::custom("field-unreadable"))
    }
}

/// Cuts a body that comes in any portions into pieces of one size.
#[derive(Debug, Default)]
pub struct Cutter {
    held: Vec<u8>,
    /// Bytes taken in so far.
    pub taken: u64,
}

impl Cutter {
    /// Takes a portion; answers the pieces that are full.
    pub fn take(&mut self, portion: &[u8]) -> Vec<Piece> {
        self.taken += portion.len() as u64;
        self.held.extend_from_slice(portion);
        let mut full = Vec::new();
        while self.held.len() >= PIECE {
            let rest = self.held.split_off(PIECE);
            full.push(Piece(std::mem::replace(&mut self.held, rest)));
        }
        full
    }

    /// What is left, if anything is.
    #[must_use]
    pub fn rest(self) -> Option<Piece> {
        (!self.held.is_empty()).then_some(Piece(self.held))
    }
}

/// Begins to bring a file in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BeginImport {
    pub name: String,
}

/// An import that was begun or moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportBegun {
    pub import: ImportId,
    /// The job that works on it now.
    pub job: Option<JobId>,
}

impl Operation for BeginImport {
    type Reply = ImportBegun;
    const NAME: &'static str = "admin.begin_import";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// Adds the next piece of the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AppendImport {
    pub import: ImportId,
    /// From 0, without gaps.
    pub number: u32,
    pub piece: Piece,
}

impl Operation for AppendImport {
    type Reply = ImportBegun;
    const NAME: &'static str = "admin.append_import";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// The file is here: check it. What was said before of a file with the same columns holds again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckImport {
    pub import: ImportId,
    /// What is said of the file; everything else is found out.
    #[serde(default)]
    pub answers: Answers,
}

impl Operation for CheckImport {
    type Reply = ImportBegun;
    const NAME: &'static str = "admin.check_import";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident $tag:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            pub import: ImportId,
        }

        impl Operation for $name {
            type Reply = ImportBegun;
            const NAME: &'static str = $tag;
            const NEEDS: Permission = Permission::Import;
            const KIND: Kind = Kind::Command;
        }
    )+};
}

acts! {
    /// Writes what the check has shown: a job.
    StartImport "admin.start_import";
    /// Puts an import away that has written nothing.
    DiscardImport "admin.discard_import";
    /// Takes back what an import did, by counter-entries: a job.
    UndoImport "admin.undo_import";
    /// Runs the rows again that were mended since: a job.
    RunMended "admin.run_mended";
    /// Takes what would be right for every waiting row where that is known.
    TakeSuggestions "admin.take_suggestions";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_kinds_come_back_from_their_numbers() {
        for state in ImportState::ALL {
            assert_eq!(ImportState::of_code(state.code()), Some(state));
            assert_eq!(ImportState::of_tag(state.tag()), Some(state));
        }
        for kind in FileKind::ALL {
            assert_eq!(FileKind::of_code(kind.code()), Some(kind));
        }
        assert_eq!((ImportState::of_code(0), FileKind::of_code(0)), (None, None));
    }

    #[test]
    fn a_piece_survives_its_digits() {
        let piece = Piece((0..=255).collect());
        let text = format!("\"{}\"", (0..=255).map(|byte| format!("{byte:02x}")).collect::<String>());
        assert_eq!(serde_json::to_string(&piece).unwrap(), text);
        assert_eq!(serde_json::from_str::<Piece>(&text).unwrap(), piece);
        assert!(serde_json::from_str::<Piece>("\"abc\"").is_err());
    }

    #[test]
    fn a_body_is_cut_where_pieces_are_full() {
        let mut cutter = Cutter::default();
        assert!(cutter.take(&vec![1; PIECE - 1]).is_empty());
        let full = cutter.take(&vec![2; PIECE + 2]);
        assert_eq!(full.iter().map(|piece| piece.0.len()).collect::<Vec<_>>(), [PIECE, PIECE]);
        let full = cutter.take(&[3]);
        assert!(full.is_empty());
        assert_eq!(cutter.taken, 2 * PIECE as u64 + 2);
        assert_eq!(cutter.rest(), Some(Piece(vec![2, 3])));
    }
}
