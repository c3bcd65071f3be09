//! Is it there already?

use crate::ItemState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, Operation, Permission};

/// Looks for items that may be the same as one that is about to be made or changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct FindDuplicates {
    /// Empty where only the barcode is asked about.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub brand: Option<String>,
    /// A code it is to have.
    #[serde(default)]
    pub barcode: Option<String>,
    /// The item itself, when it is there already.
    #[serde(default)]
    pub except: Option<ItemId>,
}

/// Items that may be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Duplicates {
    pub found: Vec<Duplicate>,
}

/// An item that may be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Duplicate {
    pub item: ItemId,
    pub name: String,
    pub brand: String,
    pub state: ItemState,
    pub why: DuplicateWhy,
}

/// Why an item may be the same as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateWhy {
    /// The same barcode.
    Barcode,
    /// The same words in the name, whatever their case, accents, order and signs, and no other brand.
    Name,
}

impl Operation for FindDuplicates {
    type Reply = Duplicates;
    const NAME: &'static str = "catalog.find_duplicates";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
