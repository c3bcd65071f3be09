//! Exact lengths.

use std::{
    fmt,
    ops::{Add, Div, Mul, Sub},
};

/// Tenths of a micrometre in an inch.
const INCH: i64 = 254_000;

/// A length, exact in tenths of a micrometre: the coarsest step that holds both millimetres and 1/16 inch (label sheets
/// are drawn in both) without rounding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Length(i64);

impl Length {
    pub const ZERO: Self = Self(0);

    /// From tenths of a micrometre: `10_000` is a millimetre.
    pub const fn tenths(tenths_of_micrometre: i64) -> Self {
        Self(tenths_of_micrometre)
    }

    /// From micrometres: `63_500` is 63.5 mm.
    pub const fn um(micrometres: i64) -> Self {
        Self(micrometres * 10)
    }

    /// From ten-thousandths of an inch: `1_875` is 0.1875 in.
    pub const fn inch(ten_thousandths: i64) -> Self {
        Self(ten_thousandths * INCH / 10_000)
    }

    /// Tenths of a micrometre.
    pub const fn in_tenths(self) -> i64 {
        self.0
    }

    /// `count` dots of a printer with `per_inch` dots to the inch, rounded to a tenth of a micrometre.
    pub(crate) const fn of_dots(count: i64, per_inch: i64) -> Self {
        Self((count * INCH * 2 + per_inch).div_euclid(per_inch * 2))
    }

    /// The nearest whole number of dots.
    pub(crate) const fn dots(self, per_inch: i64) -> i64 {
        (self.0 * per_inch * 2 + INCH).div_euclid(INCH * 2)
    }

    /// The least whole number of dots that is no shorter than this.
    pub(crate) const fn dots_at_least(self, per_inch: i64) -> i64 {
        (self.0 * per_inch + INCH - 1).div_euclid(INCH)
    }

    /// The greatest whole number of dots that is no longer than this.
    pub(crate) const fn dots_at_most(self, per_inch: i64) -> i64 {
        (self.0 * per_inch).div_euclid(INCH)
    }

    /// Hundredths of a dot, for what need not lie on the grid.
    pub(crate) const fn hundredths_of_dots(self, per_inch: i64) -> i64 {
        (self.0 * per_inch * 200 + INCH).div_euclid(INCH * 2)
    }

    pub(crate) const fn per_mille(self, share: i64) -> Self {
        Self(self.0 * share / 1_000)
    }
}

/// Millimetres with one decimal, as on a box of labels: `63.5`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0.abs() + 500) / 1_000;
        let sign = if self.0 < 0 && tenths > 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", tenths / 10, tenths % 10)
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, by: i64) -> Self {
        Self(self.0 / by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inches_and_millimetres_are_exact() {
        assert_eq!(Length::inch(26_250), Length::um(66_675));
        assert_eq!(Length::inch(1_875).in_tenths(), 47_625);
        assert_eq!(Length::um(63_500).to_string(), "63.5");
        assert_eq!(Length::um(-250).to_string(), "-0.3");
    }

    #[test]
    fn dots_round_as_their_name_says() {
        let module = Length::um(264);
        assert_eq!(module.dots_at_least(203), 3);
        assert_eq!(module.dots(203), 2);
        assert_eq!(Length::um(250).dots_at_least(203), 2, "two dots at 203 dpi are 0.2502 mm");
        assert_eq!(Length::of_dots(203, 203), Length::um(25_400));
        assert_eq!(Length::um(25_400).dots_at_most(300), 300);
    }
}
