//! The codes of a variant, one at a time.

use crate::{NewBarcode, SupplierCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, Operation, Permission, VariantId};

/// Puts a barcode under a variant. A code means one thing in a tenant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddBarcode {
    pub variant: VariantId,
    pub barcode: NewBarcode,
}

/// The codes of a variant after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodesSaved {
    pub variant: VariantId,
    pub version: i64,
    /// As it is kept: a GTIN in fourteen digits.
    pub code: String,
}

impl Operation for AddBarcode {
    type Reply = CodesSaved;
    const NAME: &'static str = "catalog.add_barcode";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Takes a barcode away from a variant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveBarcode {
    pub variant: VariantId,
    /// In any of its lengths.
    pub code: String,
}

impl Operation for RemoveBarcode {
    type Reply = CodesSaved;
    const NAME: &'static str = "catalog.remove_barcode";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Notes what a supplier calls a variant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddSupplierCode {
    pub variant: VariantId,
    pub supplier_code: SupplierCode,
}

impl Operation for AddSupplierCode {
    type Reply = CodesSaved;
    const NAME: &'static str = "catalog.add_supplier_code";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Forgets what a supplier calls a variant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveSupplierCode {
    pub variant: VariantId,
    pub supplier_code: SupplierCode,
}

impl Operation for RemoveSupplierCode {
    type Reply = CodesSaved;
    const NAME: &'static str = "catalog.remove_supplier_code";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}
