//! Stores and places are changed, put away, and brought back. Their codes stay: they are printed on shelves.

use crate::{LocationSaved, StoreSaved};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, LocationId, Operation, Permission, PlaceKind, Scope, StoreId};

/// Changes what a store is called and how it counts its days.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditStore {
    pub store: StoreId,
    /// The version that was read; another since is refused as stale (412).
    pub version: i64,
    /// 1 to 120 characters.
    pub name: String,
    /// IANA time zone. Days that have passed keep their date.
    pub zone: String,
    pub locale: String,
}

impl Operation for EditStore {
    type Reply = StoreSaved;
    const NAME: &'static str = "stock.edit_store";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Puts a store away, or brings it back. Refused while there is stock in it, on its way to it, or on its way from it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveStore {
    pub store: StoreId,
    pub version: i64,
    /// False brings it back.
    #[serde(default = "yes")]
    pub archived: bool,
}

fn yes() -> bool {
    true
}

impl Operation for ArchiveStore {
    type Reply = StoreSaved;
    const NAME: &'static str = "stock.archive_store";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Changes a place: its name, what it is, where in the tree it stands, whether its books may go below nought.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditLocation {
    pub location: LocationId,
    /// The version that was read; another since is refused as stale (412).
    pub version: i64,
    /// 1 to 120 characters.
    pub name: String,
    pub kind: PlaceKind,
    /// The place it is in, not itself and nothing inside it; none for the top of the tree.
    #[serde(default)]
    pub parent: Option<LocationId>,
    /// A till may sell here what was not booked in.
    #[serde(default)]
    pub allow_negative: bool,
}

impl Operation for EditLocation {
    type Reply = LocationSaved;
    const NAME: &'static str = "stock.edit_location";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;
}

/// Puts a place away, or brings it back. Refused while there is stock at it, while other places are in it, and for the
/// store's default place.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveLocation {
    pub location: LocationId,
    pub version: i64,
    /// False brings it back.
    #[serde(default = "yes")]
    pub archived: bool,
}

impl Operation for ArchiveLocation {
    type Reply = LocationSaved;
    const NAME: &'static str = "stock.archive_location";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;
}

/// Makes a place the one where goods go when nobody says where.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetDefaultLocation {
    pub location: LocationId,
}

impl Operation for SetDefaultLocation {
    type Reply = LocationSaved;
    const NAME: &'static str = "stock.set_default_location";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;
}
