//! Units and the exact ratios between them.

use crate::{Quantity, QuantityError};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a unit measures. Units of one class that have a size turn into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitClass {
    Count,
    Mass,
    Length,
    Volume,
}

/// A unit that everybody knows.
struct Known {
    unit: &'static str,
    class: UnitClass,
    /// How many of the smallest of its class it is; none where each item says it for itself, as of a case.
    size: Option<i64>,
}

const fn known(unit: &'static str, class: UnitClass, size: Option<i64>) -> Known {
    Known { unit, class, size }
}

const KNOWN: [Known; 10] = [
    known("each", UnitClass::Count, Some(1)),
    known("pack", UnitClass::Count, None),
    known("box", UnitClass::Count, None),
    known("case", UnitClass::Count, None),
    known("g", UnitClass::Mass, Some(1)),
    known("kg", UnitClass::Mass, Some(1_000)),
    known("cm", UnitClass::Length, Some(1)),
    known("m", UnitClass::Length, Some(100)),
    known("ml", UnitClass::Volume, Some(1)),
    known("l", UnitClass::Volume, Some(1_000)),
];

/// The class of a unit that everybody knows.
#[must_use]
pub fn unit_class(unit: &str) -> Option<UnitClass> {
    KNOWN.iter().find(|known| known.unit == unit).map(|known| known.class)
}

/// The units that turn into `base` by themselves, `base` among them.
pub fn units_beside(base: &str) -> impl Iterator<Item = &'static str> {
    let base = KNOWN.iter().find(|known| known.unit == base);
    KNOWN
        .iter()
        .filter(move |known| base.is_some_and(|base| base.class == known.class && base.size.is_some() && known.size.is_some()))
        .map(|known| known.unit)
}

/// How many of `base` one of `unit` is, for two units of one class that have a size.
#[must_use]
pub fn ratio_between(unit: &str, base: &str) -> Option<Ratio> {
    let of = |unit: &str| KNOWN.iter().find(|known| known.unit == unit);
    let (unit, base) = (of(unit)?, of(base)?);
    if unit.class == base.class { Ratio::new(unit.size?, base.size?) } else { None }
}

/// How many base units one of a unit is: `num / den`, both more than nought, in lowest terms. Never cut to some digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: i64,
    den: i64,
}

impl Ratio {
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// None unless both are more than nought.
    #[must_use]
    pub fn new(num: i64, den: i64) -> Option<Self> {
        Self::reduced(i128::from(num), i128::from(den))
    }

    /// As a decimal tells it: 0.5 is 1/2. None unless it is more than nought.
    #[must_use]
    pub fn of(quantity: Quantity) -> Option<Self> {
        Self::reduced(millionths(quantity), MILLION)
    }

    fn reduced(num: i128, den: i128) -> Option<Self> {
        if num <= 0 || den <= 0 {
            return None;
        }
        let (mut a, mut b) = (num, den);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Some(Self { num: i64::try_from(num / a).ok()?, den: i64::try_from(den / a).ok()? })
    }

    #[must_use]
    pub fn num(self) -> i64 {
        self.num
    }

    #[must_use]
    pub fn den(self) -> i64 {
        self.den
    }

    /// A unit of a unit: cases of packs of pieces. None where it is too large to be kept exactly.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::reduced(i128::from(self.num) * i128::from(other.num), i128::from(self.den) * i128::from(other.den))
    }

    /// The other way round.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { num: self.den, den: self.num }
    }

    /// So many of the unit in base units: exact, and where that has more than six decimals rounded once, half to even.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^13 on.
    pub fn base(self, entered: Quantity) -> Result<Quantity, QuantityError> {
        // Less than 10^19 times less than 2^63: within an i128.
        let (whole, den) = (millionths(entered) * i128::from(self.num), i128::from(self.den));
        let (quotient, rest) = (whole.div_euclid(den), whole.rem_euclid(den));
        let up = rest * 2 > den || (rest * 2 == den && quotient % 2 != 0);
        let rounded = quotient + i128::from(up);
        if rounded.abs() >= i128::from(Quantity::LIMIT) * MILLION {
            return Err(QuantityError::TooLarge);
        }
        Quantity::new(Decimal::try_from_i128_with_scale(rounded, Quantity::SCALE).map_err(|_| QuantityError::TooLarge)?)
    }

    /// Whether so many of the unit come out without rounding.
    #[must_use]
    pub fn is_exact(self, entered: Quantity) -> bool {
        (millionths(entered) * i128::from(self.num)) % i128::from(self.den) == 0
    }
}

const MILLION: i128 = 1_000_000;

/// In millionths, which is what the ledger keeps.
pub(crate) fn millionths(quantity: Quantity) -> i128 {
    let mut decimal = quantity.decimal();
    decimal.rescale(Quantity::SCALE);
    decimal.mantissa()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn ratio(num: i64, den: i64) -> Ratio {
        Ratio::new(num, den).unwrap()
    }

    /// Numbers that are the same on every run, and no two alike.
    fn numbers(count: usize) -> impl Iterator<Item = i64> {
        let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
        std::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            i64::try_from(state % 99_991).unwrap() + 1
        })
        .take(count)
    }

    #[test]
    fn what_everybody_knows() {
        assert_eq!(ratio_between("kg", "g"), Some(ratio(1_000, 1)));
        assert_eq!(ratio_between("g", "kg"), Some(ratio(1, 1_000)));
        assert_eq!(ratio_between("cm", "m"), Some(ratio(1, 100)));
        assert_eq!(ratio_between("l", "ml"), Some(ratio(1_000, 1)));
        for (unit, base) in [("kg", "l"), ("case", "each"), ("each", "kg"), ("furlong", "m")] {
            assert_eq!(ratio_between(unit, base), None, "{unit} {base}");
        }
        assert_eq!(units_beside("kg").collect::<Vec<_>>(), ["g", "kg"]);
        assert_eq!(units_beside("each").collect::<Vec<_>>(), ["each"]);
        assert_eq!(units_beside("case").count(), 0);
    }

    #[test]
    fn a_ratio_is_more_than_nought_and_in_lowest_terms() {
        assert_eq!(ratio(24, 36), ratio(2, 3));
        for (num, den) in [(0, 1), (1, 0), (-1, 1), (1, -1), (i64::MIN, i64::MIN)] {
            assert_eq!(Ratio::new(num, den), None);
        }
        assert_eq!(Ratio::of(q("0.000001")), Some(ratio(1, 1_000_000)));
        assert_eq!(Ratio::of(q("2.5")), Some(ratio(5, 2)));
        assert_eq!(Ratio::of(Quantity::ZERO), None);
    }

    #[test]
    fn factor_cut_to_three_digits_erpnext_57674() {
        // 0.0625 cut to 0.063 would make 63.
        assert_eq!(ratio(1, 16).base(q("1000")), Ok(q("62.5")));
        assert_eq!(ratio(45_359_237, 100_000_000).base(q("1000000")), Ok(q("453592.37")));
    }

    #[test]
    fn nine_ninths_leave_no_thousandth_of_a_box_erpnext_52650() {
        assert_eq!(ratio(1, 9).base(q("9")), Ok(Quantity::ONE));
        assert_eq!(ratio(1, 9).base(q("1")), Ok(q("0.111111")));
    }

    #[test]
    fn rounding_never_makes_61_of_60_odoo_5667() {
        assert_eq!(ratio(1, 1).base(q("60.000002")), Ok(q("60.000002")));
        assert_eq!(ratio(1, 12).base(q("720")), Ok(q("60")));
        assert_eq!(ratio(6, 1).base(q("1.001667")), Ok(q("6.010002")));
    }

    #[test]
    fn no_float_makes_33_59999_of_33_6_odoo_65453() {
        assert_eq!(ratio(12, 10).base(q("28")), Ok(q("33.6")));
        assert_eq!(ratio(1, 10).base(q("336")), Ok(q("33.6")));
    }

    #[test]
    fn halves_go_to_the_even_neighbour_both_sides_of_nought() {
        let half = ratio(1, 2);
        for (entered, base) in [("0.000001", "0"), ("0.000003", "0.000002"), ("-0.000001", "0"), ("-0.000003", "-0.000002"), ("0.000005", "0.000002")]
        {
            assert_eq!(half.base(q(entered)), Ok(q(base)), "{entered}");
        }
        assert!(half.is_exact(q("0.000002")) && !half.is_exact(q("0.000001")));
    }

    #[test]
    fn what_the_ledger_cannot_hold_is_refused_and_never_wraps() {
        assert_eq!(ratio(i64::MAX, 1).base(q("9999999999999.999999")), Err(QuantityError::TooLarge));
        assert_eq!(ratio(1, 1).base(q("9999999999999.999999")), Ok(q("9999999999999.999999")));
        assert_eq!(ratio(i64::MAX, 1).times(ratio(2, 1)), None);
        assert_eq!(ratio(1, i64::MAX).base(q("9999999999999")), Ok(q("0.000001")));
    }

    #[test]
    fn there_and_back_is_where_one_began_ten_thousand_times() {
        let all: Vec<i64> = numbers(30_000).collect();
        for three in all.chunks(3) {
            let [num, den, pieces] = three else { unreachable!() };
            let (there, pieces) = (ratio(*num, *den), Quantity::new(Decimal::from(*pieces * *den)).unwrap());
            let base = there.base(pieces).unwrap();
            assert_eq!(there.inverse().base(base), Ok(pieces), "{there:?} {pieces}");
        }
    }

    #[test]
    fn cases_of_packs_of_pieces_are_the_same_whichever_is_reckoned_first() {
        let all: Vec<i64> = numbers(9_999).map(|number| number % 997 + 1).collect();
        for three in all.chunks(3) {
            let [a, b, c] = three else { unreachable!() };
            let (a, b, c) = (ratio(*a, *b), ratio(*b, *c), ratio(*c, 7));
            assert_eq!(a.times(b).unwrap().times(c), a.times(b.times(c).unwrap()));
            assert_eq!(a.times(a.inverse()), Some(Ratio::ONE));
        }
    }

    #[test]
    fn ten_thousand_lines_drift_by_no_more_than_each_was_rounded_once() {
        let (third, mut sum) = (ratio(1, 3), Quantity::ZERO);
        for _ in 0..10_000 {
            sum += third.base(Quantity::ONE).unwrap();
        }
        assert_eq!(sum, q("3333.33"), "each 0.333333, and nothing besides");
        let sixth = ratio(7, 1);
        let sum: Quantity = (0..10_000).map(|_| sixth.base(q("0.1")).unwrap()).sum();
        assert_eq!(sum, q("7000"));
    }
}
