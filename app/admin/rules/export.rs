//! What goes out: the catalog and the stock as files that come in again unchanged.

use crate::FilePortion;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Permission, StoreId};

/// The layout of a file that goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    /// A row for each variant.
    Catalog,
    /// A row for each variant, place and status that has ever moved.
    Inventory,
    /// The same in Shopify's layout, a row for each variant and store.
    ShopifyInventory,
}

impl ExportKind {
    pub const ALL: [Self; 3] = [Self::Catalog, Self::Inventory, Self::ShopifyInventory];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Inventory => "inventory",
            Self::ShopifyInventory => "shopify-inventory",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }
}

/// A portion of an export; the first has the header.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ExportFile {
    pub kind: ExportKind,
    /// Stock of this store alone.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ExportFile {
    type Reply = FilePortion;
    const NAME: &'static str = "admin.export_file";
    const NEEDS: Permission = Permission::Export;
    const KIND: Kind = Kind::Query;
}
