//! Looking for what labels are to be printed for.

use crate::LabelSubject;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, Operation, Permission, StoreId};

/// Most variants, and most locations, of one answer.
pub const FOUND_MAX: i64 = 20;

/// Variants and locations that what was typed may mean: what has exactly that code first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct FindLabelSubjects {
    /// Words, SKU, barcode or a location's code, as one types.
    pub q: String,
    /// Only this store's locations.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelSubjects {
    pub found: Vec<FoundSubject>,
}

/// A variant or a location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundSubject {
    pub subject: LabelSubject,
    pub name: String,
    /// The variant's options, or the location's store.
    pub detail: String,
    /// The SKU, or the location's code.
    pub sku: String,
}

impl Operation for FindLabelSubjects {
    type Reply = LabelSubjects;
    const NAME: &'static str = "notify.find_label_subjects";
    const NEEDS: Permission = Permission::LabelPrint;
    const KIND: Kind = Kind::Query;
}
