//! Kits: how many can be made of what there is.

use crate::{Quantity, QuantityError, unit::millionths};
use rust_decimal::Decimal;

/// How many whole kits can be made: the least over the components of what is free of each, over what one kit takes of it.
/// Exact; never less than nought. Of no components none is made.
#[must_use]
pub fn decide_makes(components: impl Iterator<Item = (Quantity, Quantity)>) -> Quantity {
    components.map(|(free, each)| whole_times(free, each)).min().unwrap_or(Quantity::ZERO)
}

/// How often `each` goes into `free`.
fn whole_times(free: Quantity, each: Quantity) -> Quantity {
    let (free, each) = (millionths(free), millionths(each));
    if free <= 0 || each <= 0 {
        return Quantity::ZERO;
    }
    let most = (free / each).min(i128::from(Quantity::LIMIT) - 1);
    Decimal::try_from_i128_with_scale(most, 0).ok().and_then(|most| Quantity::new(most).ok()).unwrap_or(Quantity::ZERO)
}

/// What so many kits take of a component, of which one kit takes `each`. Exact for whole kits.
///
/// # Errors
/// [`QuantityError::TooLarge`] from 10^13 on; [`QuantityError::TooManyDecimals`] for parts of a kit.
pub fn decide_taken(kits: Quantity, each: Quantity) -> Result<Quantity, QuantityError> {
    kits.decimal().checked_mul(each.decimal()).ok_or(QuantityError::TooLarge).and_then(Quantity::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn makes(components: &[(&str, &str)]) -> String {
        let of = |text: &str| text.parse::<Quantity>().unwrap();
        decide_makes(components.iter().map(|(free, each)| (of(free), of(each)))).to_string()
    }

    #[test]
    fn the_scarcest_component_says_how_many() {
        assert_eq!(makes(&[("10", "2"), ("7", "1")]), "5");
        assert_eq!(makes(&[("10", "2"), ("3", "1")]), "3");
        assert_eq!(makes(&[("10", "3")]), "3");
        assert_eq!(makes(&[("0", "1"), ("9", "1")]), "0");
        assert_eq!(makes(&[("-4", "2"), ("9", "1")]), "0");
        assert_eq!(makes(&[]), "0");
    }

    #[test]
    fn no_float_makes_nine_of_ten_tenths() {
        assert_eq!(makes(&[("1", "0.1")]), "10");
        assert_eq!(makes(&[("0.999999", "0.1")]), "9");
        assert_eq!(makes(&[("0.3", "0.1")]), "3");
    }

    #[test]
    fn what_kits_take_is_exact_and_never_wraps() {
        let taken = |kits: &str, each: &str| decide_taken(kits.parse().unwrap(), each.parse().unwrap());
        assert_eq!(taken("3", "0.333333"), Ok("0.999999".parse().unwrap()));
        assert_eq!(taken("9999999999999", "1"), Ok("9999999999999".parse().unwrap()));
        assert_eq!(taken("9999999999999", "1.000001"), Err(QuantityError::TooLarge));
        assert_eq!(taken("9999999999999", "9999999999999.999999"), Err(QuantityError::TooLarge));
        assert_eq!(taken("0.5", "0.000001"), Err(QuantityError::TooManyDecimals));
    }

    #[test]
    fn what_no_ledger_holds_is_cut_to_what_it_does() {
        assert_eq!(makes(&[("9999999999999.999999", "0.000001")]), "9999999999999");
        assert_eq!(makes(&[("9999999999999.999999", "1")]), "9999999999999");
    }
}
