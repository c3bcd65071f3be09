//! Quantities: exact decimals in an item's base unit.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    iter::Sum,
    ops::{Add, AddAssign, Neg, Sub},
    str::FromStr,
};

/// How much of something, in its base unit. At most six decimals and thirteen digits before them, which is what the
/// ledger's DECIMAL(19,6) holds; signed, because a movement is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(Decimal);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    #[error("quantity-not-a-number")]
    NotANumber,
    #[error("quantity-too-many-decimals")]
    TooManyDecimals,
    #[error("quantity-too-large")]
    TooLarge,
}

impl QuantityError {
    /// The code whose words are in `locales/<lang>/common.ftl`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotANumber => "quantity-not-a-number",
            Self::TooManyDecimals => "quantity-too-many-decimals",
            Self::TooLarge => "quantity-too-large",
        }
    }
}

impl Quantity {
    pub const ZERO: Self = Self(Decimal::ZERO);
    pub const ONE: Self = Self(Decimal::ONE);
    /// Decimals kept.
    pub const SCALE: u32 = 6;
    /// The first magnitude that is too large: 10^13.
    pub const LIMIT: i64 = 10_000_000_000_000;

    /// Checks range and scale; trailing zeros are dropped, so that equal quantities print alike.
    ///
    /// # Errors
    /// [`QuantityError::TooManyDecimals`] above six decimals, [`QuantityError::TooLarge`] from 10^13 on.
    pub fn new(value: Decimal) -> Result<Self, QuantityError> {
        let value = value.normalize();
        if value.scale() > Self::SCALE {
            return Err(QuantityError::TooManyDecimals);
        }
        if value.abs() >= Decimal::from(Self::LIMIT) {
            return Err(QuantityError::TooLarge);
        }
        Ok(Self(value))
    }

    #[must_use]
    pub fn whole(units: i32) -> Self {
        Self(Decimal::from(units))
    }

    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }

    #[must_use]
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// Whether it is a whole number of units.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.fract().is_zero()
    }

    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Adds, refusing what the ledger could not hold.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`].
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        self.0.checked_add(other.0).ok_or(QuantityError::TooLarge).and_then(Self::new)
    }

    /// Multiplies by an amount of money per unit or an integer ratio; the caller rounds once.
    #[must_use]
    pub fn times(self, factor: Decimal) -> Decimal {
        self.0 * factor
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    /// The machine's form: digits, at most one point, an optional sign. No exponent, no separators. What people type
    /// goes through `words`, which knows their decimal mark.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let digits = raw.strip_prefix(['-', '+']).unwrap_or(raw);
        let plain = !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && digits.bytes().filter(|b| *b == b'.').count() <= 1
            && digits.bytes().any(|b| b.is_ascii_digit());
        if !plain {
            return Err(QuantityError::NotANumber);
        }
        if digits.split('.').next().unwrap_or_default().trim_start_matches('0').len() > 13 {
            return Err(QuantityError::TooLarge);
        }
        if digits.split('.').nth(1).unwrap_or_default().trim_end_matches('0').len() > 6 {
            return Err(QuantityError::TooManyDecimals);
        }
        raw.parse::<Decimal>().map_err(|_| QuantityError::NotANumber).and_then(Self::new)
    }
}

impl TryFrom<Decimal> for Quantity {
    type Error = QuantityError;
    fn try_from(value: Decimal) -> Result<Self, Self::Error> {
        Self::new(value)
    }
}

impl From<Quantity> for Decimal {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

impl TryFrom<String> for Quantity {
    type Error = QuantityError;
    fn try_from(raw: String) -> Result<Self, Self::Error> {
        raw.parse()
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_string()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Add for Quantity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self((self.0 + other.0).normalize())
    }
}

impl AddAssign for Quantity {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Quantity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self((self.0 - other.0).normalize())
    }
}

impl Neg for Quantity {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_plain_decimals_only() {
        assert_eq!("12.50".parse::<Quantity>().map(|q| q.to_string()), Ok("12.5".into()));
        assert_eq!("-3".parse(), Ok(Quantity::whole(-3)));
        for wrong in ["", ".", "-", "1e400", "10x0d", "1,5", "1.2.3", " 1", "\u{0}", "٣", "NaN"] {
            assert_eq!(wrong.parse::<Quantity>(), Err(QuantityError::NotANumber), "{wrong:?}");
        }
        assert_eq!("0.0000001".parse::<Quantity>(), Err(QuantityError::TooManyDecimals));
        assert_eq!("10000000000000".parse::<Quantity>(), Err(QuantityError::TooLarge));
        assert_eq!("9".repeat(400).parse::<Quantity>(), Err(QuantityError::TooLarge));
    }

    #[test]
    fn ten_tenths_are_one() {
        let tenth: Quantity = "0.1".parse().unwrap();
        assert_eq!((0..10).map(|_| tenth).sum::<Quantity>(), Quantity::ONE);
    }
}
