//! What a scanned code means. One place decides, in one order (R13): command, location, container, GS1 and GTIN, SKU,
//! supplier's code; ambiguity gives a list, the unknown stays unknown, nothing is guessed.

use crate::{ItemState, VariantHit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Gtin, Kind, LocationId, Operation, Permission, Quantity, StoreId};

/// Asks what a scanned or typed code means.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ResolveScan {
    /// As the scanner sent it, at most 512 bytes.
    pub code: String,
    /// Where it was scanned: a location of another store is told as such.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// What it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Resolved {
    /// `CMD:undo` and the like: the word after the colon.
    Command {
        command: String,
    },
    Location {
        location: LocationId,
        store: StoreId,
        code: String,
        name: String,
        /// It is not in the store it was scanned in.
        elsewhere: bool,
    },
    /// A serial shipping container code, eighteen digits.
    Container {
        sscc: String,
    },
    Variant {
        of: ScannedVariant,
    },
    /// It may mean any of these.
    Several {
        choices: Vec<ScannedVariant>,
    },
    /// Nobody here knows it.
    Unknown {
        /// What was read, without the scanner's own additions.
        code: String,
        /// It is a well-formed GTIN, so it can be put under a variant.
        gtin: Option<Gtin>,
        /// It has a GTIN's length, but its last digit should be this.
        expected_digit: Option<u8>,
    },
}

/// A variant with what the code says besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScannedVariant {
    pub variant: VariantHit,
    /// What it was known by.
    pub by: ScannedBy,
    /// The unit under the code.
    pub unit: String,
    /// Base units under the code.
    pub pack: Quantity,
    /// What a GS1 code says besides the number.
    pub details: ScanDetails,
}

/// What a variant was known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScannedBy {
    Gtin,
    Barcode,
    Sku,
    SupplierCode { supplier: String },
}

/// Lot, serial number, dates and amounts out of a GS1 code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScanDetails {
    /// AI 10.
    pub lot: Option<String>,
    /// AI 21.
    pub serial: Option<String>,
    /// AI 17, else 15: use or sell by.
    #[schema(value_type = Option<String>, format = "date")]
    pub expiry: Option<NaiveDate>,
    /// AI 30 or 37: pieces; AI 310n: kilograms.
    pub quantity: Option<Quantity>,
}

impl ScannedVariant {
    /// Whether it is put away.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.variant.state == ItemState::Archived
    }
}

impl Operation for ResolveScan {
    type Reply = Resolved;
    const NAME: &'static str = "catalog.resolve_scan";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
