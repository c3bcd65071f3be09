//! The unit in which a line tells its quantity: turned into the item's base unit once, when it is entered.

use crate::{MoveLine, OpeningLine, ReceiptLine, ReserveLine, ReturnLine, SaleLine, StatusLine, SupplierReturnLine, TransferItem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Quantity, Ratio, VariantId, ratio_between, unit_class};

/// What was typed of a line that named another unit than the base unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EnteredQuantity {
    pub unit: String,
    /// In that unit.
    pub quantity: Quantity,
    /// One of it was `num / den` base units on that day.
    pub num: i64,
    pub den: i64,
    /// The same in the base unit.
    pub base: Quantity,
}

/// A unit of a variant's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnUnit {
    pub unit: String,
    pub ratio: Ratio,
    /// No fraction of it is taken.
    pub whole: bool,
}

/// A line that may name a unit.
pub trait InUnit {
    fn variant(&self) -> VariantId;
    fn unit(&self) -> Option<&str>;
    fn quantity(&mut self) -> &mut Quantity;

    /// Its quantity is in the base unit from now on.
    fn settle(&mut self);
}

macro_rules! in_unit {
    ($($line:ty),+) => {$(
        impl InUnit for $line {
            fn variant(&self) -> VariantId {
                self.variant
            }

            fn unit(&self) -> Option<&str> {
                self.unit.as_deref().map(str::trim).filter(|unit| !unit.is_empty())
            }

            fn quantity(&mut self) -> &mut Quantity {
                &mut self.quantity
            }

            fn settle(&mut self) {
                self.unit = None;
            }
        }
    )+};
}

in_unit!(MoveLine, OpeningLine, ReceiptLine, ReserveLine, ReturnLine, SaleLine, StatusLine, SupplierReturnLine, TransferItem);

/// Turns what was typed in `unit` into the base unit `base`: exactly, or rounded once to six decimals, half to even. None
/// where it is the base unit itself. `own` are the variant's own units.
///
/// # Errors
/// On `quantity`: `quantity-not-whole` where the unit takes no fraction, `quantity-too-large`. On `unit`:
/// `unit-other-class` where it measures something else, `unit-unknown`. Field names begin with `line`.
pub fn decide_entered(line: &str, quantity: Quantity, unit: &str, base: &str, own: &[OwnUnit]) -> Result<Option<EnteredQuantity>, FieldError> {
    if unit == base {
        return Ok(None);
    }
    let known = own.iter().find(|own| own.unit == unit).map(|own| (own.ratio, own.whole));
    let Some((ratio, whole)) = known.or_else(|| ratio_between(unit, base).map(|ratio| (ratio, unit == "each"))) else {
        let other = unit_class(unit).zip(unit_class(base)).is_some_and(|(unit, base)| unit != base);
        let wrong = FieldError::new(&format!("{line}unit"), if other { "unit-other-class" } else { "unit-unknown" });
        return Err(wrong.with("unit", unit).with("base", base));
    };
    let field = format!("{line}quantity");
    if whole && !quantity.is_whole() {
        return Err(FieldError::new(&field, "quantity-not-whole"));
    }
    let base = ratio.base(quantity).map_err(|wrong| FieldError::new(&field, wrong.code()))?;
    // What is less than can be kept is nothing, and nothing is not what was typed.
    if base.is_zero() && !quantity.is_zero() {
        return Err(FieldError::new(&field, "quantity-too-small"));
    }
    Ok(Some(EnteredQuantity { unit: unit.to_owned(), quantity, num: ratio.num(), den: ratio.den(), base }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn entered(quantity: &str, unit: &str, base: &str) -> Result<Option<Quantity>, String> {
        let own = |unit: &str, num, den, whole| OwnUnit { unit: unit.into(), ratio: Ratio::new(num, den).unwrap(), whole };
        let own = [own("case", 12, 1, true), own("half case", 6, 1, true), own("tray", 1, 3, false)];
        let entered = decide_entered("lines[0].", q(quantity), unit, base, &own);
        entered.map(|entered| entered.map(|entered| entered.base)).map_err(|wrong| format!("{} {}", wrong.field, wrong.said.code))
    }

    #[test]
    fn cases_and_kilograms_turn_into_the_base_unit() {
        assert_eq!(entered("2", "case", "each"), Ok(Some(q("24"))));
        assert_eq!(entered("3", "half case", "each"), Ok(Some(q("18"))));
        assert_eq!(entered("0.35", "kg", "g"), Ok(Some(q("350"))));
        assert_eq!(entered("350", "g", "kg"), Ok(Some(q("0.35"))));
        assert_eq!(entered("-2", "case", "each"), Ok(Some(q("-24"))));
        assert_eq!(entered("2", "each", "each"), Ok(None));
        assert_eq!(entered("1", "tray", "each"), Ok(Some(q("0.333333"))));
    }

    #[test]
    fn a_unit_of_another_class_or_none_that_is_known_is_refused_at_its_field() {
        assert_eq!(entered("2", "kg", "each"), Err("lines[0].unit unit-other-class".into()));
        assert_eq!(entered("2", "l", "kg"), Err("lines[0].unit unit-other-class".into()));
        assert_eq!(entered("2", "pack", "each"), Err("lines[0].unit unit-unknown".into()));
        assert_eq!(entered("2", "furlong", "m"), Err("lines[0].unit unit-unknown".into()));
    }

    #[test]
    fn fractional_packs_leave_no_dust_open_msupply_8471() {
        assert_eq!(entered("1.5", "case", "each"), Err("lines[0].quantity quantity-not-whole".into()));
        assert_eq!(entered("0.000001", "tray", "each"), Err("lines[0].quantity quantity-too-small".into()));
        assert_eq!(entered("9999999999999", "case", "each"), Err("lines[0].quantity quantity-too-large".into()));
    }
}
