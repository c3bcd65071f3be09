//! Scans: events that a device made, stored before it showed them, and sent when it could.

use crate::{LotGiven, LotNamed, ScanKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Kind, LocationId, LotId, Operation, Permission, Quantity, Said, ScanId, VariantId};

/// Most scans of one request.
pub const SCANS_MAX: usize = 200;
/// Most bytes of a code as it was read.
pub const SCAN_CODE_MAX: usize = 512;

/// Takes scans in. Each is taken once, however often it is sent.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordScans {
    pub count: CountId,
    /// 1 to 200, in the order they were made.
    pub scans: Vec<NewScan>,
    /// The device's clock as it sent them: how far it is off is taken from their times.
    #[serde(default)]
    pub sent_at: Option<DateTime<Utc>>,
}

/// Something that was scanned, typed or pressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewScan {
    /// Made by the device.
    pub id: ScanId,
    pub location: LocationId,
    pub kind: ScanKind,
    /// As it was read; empty where a variant is named, or another scan.
    #[serde(default)]
    pub code: String,
    /// Instead of a code: the variant shown.
    #[serde(default)]
    pub variant: Option<VariantId>,
    /// Which lot it is of, where the code does not tell it.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Which piece it is, where the code does not tell it. It counts as one, however often it is scanned.
    #[serde(default)]
    pub serial: Option<String>,
    /// How many of `unit`, else of the unit under the code; 1 unless said.
    #[serde(default = "one")]
    pub quantity: Quantity,
    /// In which unit that is, whatever the code is of: `each`, `case`. Not beside a code that nobody knows.
    #[serde(default)]
    pub unit: Option<String>,
    /// The scan that an undo takes back.
    #[serde(default)]
    pub undoes: Option<ScanId>,
    /// When, by the device's clock; now unless said.
    #[serde(default)]
    pub at: Option<DateTime<Utc>>,
}

fn one() -> Quantity {
    Quantity::ONE
}

/// What became of each scan, and how things stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScansTaken {
    /// One for each scan sent, in their order.
    pub results: Vec<ScanResult>,
    /// What the codes mean, each once.
    pub codes: Vec<KnownCode>,
    /// How much is counted now of each line that was touched.
    pub lines: Vec<LineNow>,
    /// Which of the variants scanned are no part of the count's plan. Their scans are kept and counted; the reviewer says
    /// what becomes of them.
    pub stray: Vec<VariantId>,
}

/// What became of a scan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScanResult {
    pub scan: ScanId,
    pub outcome: ScanOutcome,
    /// Why it was refused; of one that is kept though the item is known, what it does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub said: Option<Said>,
}

/// The four ends of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScanOutcome {
    Counted,
    /// Kept, but nobody knows the code, or of which lot of a tracked item it is, or which piece.
    Unknown,
    /// It was taken before.
    Duplicate,
    Refused,
}

/// A code that was scanned, and what it means here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KnownCode {
    pub code: String,
    pub variant: VariantId,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub unit: String,
    /// Base units under the code.
    pub pack: Quantity,
    /// The unit under the code, where it tells one that is so many base units: a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack_unit: Option<String>,
    /// In which other units it may be counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<CountUnit>,
}

/// A unit in which an item may be counted: one of it is `num / den` base units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountUnit {
    pub unit: String,
    pub num: i64,
    pub den: i64,
}

/// How much of a variant is counted at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineNow {
    pub location: LocationId,
    pub variant: VariantId,
    /// Of a tracked item: of which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// None when nothing counted is left.
    pub counted: Option<Quantity>,
}

impl Operation for RecordScans {
    type Reply = ScansTaken;
    const NAME: &'static str = "stock.record_scans";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}

/// Takes one scan back: by an event of its own, because nothing that was scanned is ever deleted.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoScan {
    pub count: CountId,
    pub scan: ScanId,
    /// The undo's own id.
    pub undo: ScanId,
}

impl Operation for UndoScan {
    type Reply = ScansTaken;
    const NAME: &'static str = "stock.undo_scan";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}
