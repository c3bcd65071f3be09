//! Search as one types.

use crate::ItemState;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, Operation, Permission, Tracking, VariantId};

/// Most hits of one search.
pub const HITS_MAX: u16 = 50;

/// Variants that what was typed may mean: those with exactly that SKU or barcode first, then those whose SKU or name
/// begins so, then those with words that do.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SearchVariants {
    /// From one letter on.
    pub q: String,
    /// 1 to 50; 20 unless said.
    #[serde(default)]
    pub limit: Option<u16>,
}

/// What was found, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantHits {
    pub hits: Vec<VariantHit>,
}

/// A variant that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantHit {
    pub variant: VariantId,
    pub item: ItemId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub state: ItemState,
    #[schema(value_type = Option<String>)]
    pub price: Option<Decimal>,
    /// How its pieces are told apart.
    pub tracking: Tracking,
}

impl Operation for SearchVariants {
    type Reply = VariantHits;
    const NAME: &'static str = "catalog.search_variants";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
