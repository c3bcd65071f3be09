//! The units a variant is received, counted and sold in, besides its base unit.

use crate::{check_line, is_unit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, Quantity, Ratio, VariantId, unit_class};

/// Characters of a unit's name.
pub const UNIT_MAX: usize = 16;
/// Units of its own that a variant may have, those put away among them.
pub const UNITS_MAX: usize = 20;

/// Gives a variant a unit of its own, changes it, or takes it out again: a case of 12 is `num` 12, `den` 1; on an item whose
/// base unit is the case, a half case is 1, 2. What was entered in it before keeps the ratio of its day.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetVariantUnit {
    pub variant: VariantId,
    /// The variant's, as it was read.
    pub version: i64,
    /// `case`, `pack`, `box`, or a name of your own; 1 to 16 characters.
    pub unit: String,
    /// One of it is `num / den` base units; 1 or more.
    pub num: i64,
    /// 1 unless said.
    #[serde(default = "one")]
    pub den: i64,
    /// No fraction of it is taken; so it is unless said.
    #[serde(default = "yes")]
    pub whole: bool,
}

fn one() -> i64 {
    1
}

fn yes() -> bool {
    true
}

/// Puts a unit of a variant away: it may not be named any more. What was entered in it stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveVariantUnit {
    pub variant: VariantId,
    /// The variant's, as it was read.
    pub version: i64,
    pub unit: String,
}

/// A variant after a change of its units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantUnitSaved {
    pub variant: VariantId,
    pub version: i64,
    /// Something was different before.
    pub changed: bool,
}

/// The units in which a quantity of a variant may be told.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowVariantUnits {
    pub variant: VariantId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantUnits {
    pub variant: VariantId,
    pub version: i64,
    /// In which its stock is kept.
    pub base: String,
    /// The base unit first.
    pub units: Vec<VariantUnit>,
}

/// A unit of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantUnit {
    pub unit: String,
    /// One of it is `num / den` base units.
    pub num: i64,
    pub den: i64,
    /// No fraction of it is taken.
    pub whole: bool,
    pub from: UnitFrom,
}

/// Where a unit of a variant comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitFrom {
    /// The item's base unit.
    Base,
    /// Everybody knows it: a kilogram is 1,000 grams.
    Known,
    /// The variant's own.
    Own,
    /// A barcode says how many are under it.
    Barcode,
}

impl Operation for SetVariantUnit {
    type Reply = VariantUnitSaved;
    const NAME: &'static str = "catalog.set_variant_unit";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

impl Operation for ArchiveVariantUnit {
    type Reply = VariantUnitSaved;
    const NAME: &'static str = "catalog.archive_variant_unit";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

impl Operation for ShowVariantUnits {
    type Reply = VariantUnits;
    const NAME: &'static str = "catalog.show_variant_units";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

/// Whether a variant whose base unit is `base` may have this unit; `barcodes` are the packs under its barcodes, by unit.
///
/// # Errors
/// `unit-ratio` unless both numbers are more than nought; `unit-known` for what everybody knows otherwise;
/// `unit-barcode-differs` where a barcode says that another number is under it.
pub fn decide_unit_kept(set: &SetVariantUnit, base: &str, barcodes: &[(String, Quantity)]) -> Result<Ratio, FieldError> {
    let unit = set.unit.trim();
    if let Some(wrong) = check_line("unit", unit, UNIT_MAX, true) {
        return Err(wrong);
    }
    let ratio = Ratio::new(set.num, set.den).ok_or_else(|| FieldError::new("num", "unit-ratio"))?;
    let own_size = !matches!(unit, "pack" | "box" | "case") && is_unit(unit) && unit_class(unit) == unit_class(base);
    if unit == base || own_size {
        return Err(FieldError::new("unit", "unit-known").with("unit", unit));
    }
    match barcodes.iter().find(|(of, pack)| of == unit && Ratio::of(*pack) != Some(ratio)) {
        Some((_, pack)) => Err(FieldError::new("num", "unit-barcode-differs").with("pack", *pack)),
        None => Ok(ratio),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(unit: &str, num: i64, den: i64) -> SetVariantUnit {
        SetVariantUnit { variant: VariantId::new(), version: 1, unit: unit.into(), num, den, whole: true }
    }

    fn code(result: Result<Ratio, FieldError>) -> String {
        result.unwrap_err().said.code
    }

    #[test]
    fn a_unit_of_its_own_says_nothing_else_than_what_is_known() {
        assert_eq!(decide_unit_kept(&set("case", 12, 1), "each", &[]), Ok(Ratio::new(12, 1).unwrap()));
        assert_eq!(decide_unit_kept(&set("Half case", 24, 4), "each", &[]), Ok(Ratio::new(6, 1).unwrap()));
        // A piece of something that is weighed may well weigh the same each time.
        assert!(decide_unit_kept(&set("each", 1, 4), "kg", &[]).is_ok());
        assert_eq!(code(decide_unit_kept(&set("kg", 900, 1), "g", &[])), "unit-known");
        assert_eq!(code(decide_unit_kept(&set("each", 2, 1), "each", &[])), "unit-known");
        assert_eq!(code(decide_unit_kept(&set("case", 0, 1), "each", &[])), "unit-ratio");
        assert_eq!(code(decide_unit_kept(&set("case", 1, -1), "each", &[])), "unit-ratio");
        assert_eq!(code(decide_unit_kept(&set("a case of a dozen", 12, 1), "each", &[])), "field-too-long");
        assert_eq!(code(decide_unit_kept(&set(" ", 12, 1), "each", &[])), "field-required");
    }

    #[test]
    fn a_barcode_and_a_unit_tell_one_number() {
        let barcodes = [("case".to_owned(), Quantity::whole(12))];
        assert!(decide_unit_kept(&set("case", 24, 2), "each", &barcodes).is_ok());
        assert_eq!(code(decide_unit_kept(&set("case", 24, 1), "each", &barcodes)), "unit-barcode-differs");
        assert!(decide_unit_kept(&set("pallet", 24, 1), "each", &barcodes).is_ok());
    }
}
