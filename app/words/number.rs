//! Numbers as people write them, exact to the last digit.

use crate::{
    Words,
    layout::{LRM, MINUS, NBSP, marks},
};
use rust_decimal::{Decimal, RoundingStrategy};
use vocabulary::{Counted, Direction, Locale, Quantity};

impl Words {
    /// A quantity: grouped, with the language's decimal mark and a true minus.
    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> String {
        decimal(self.locale, quantity.decimal())
    }

    /// A change: `+24`, `−13`, `0`.
    #[must_use]
    pub fn delta(&self, change: Quantity) -> String {
        signed(self.locale, &digits(self.locale, change.decimal(), 0), plus_or_minus(change.decimal()))
    }

    /// A whole number.
    #[must_use]
    pub fn count(&self, count: i64) -> String {
        decimal(self.locale, Decimal::from(count))
    }

    /// How many there are, as far as they were counted: `37`, `200+`.
    #[must_use]
    pub fn counted(&self, counted: Counted) -> String {
        if counted.more { self.with("count-and-more", &[("count", counted.count.into())]) } else { self.count(counted.count) }
    }

    /// A ratio in hundredths: 0.41 as `41%`. At most two decimals, rounded half to even.
    #[must_use]
    pub fn percent(&self, ratio: Decimal) -> String {
        let Some(hundredths) = ratio.checked_mul(Decimal::ONE_HUNDRED) else {
            return String::from("∞");
        };
        let hundredths = hundredths.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven).normalize();
        let number = decimal(self.locale, hundredths);
        match self.locale {
            Locale::De | Locale::Fr | Locale::Es => format!("{number}{NBSP}%"),
            _ => format!("{number}%"),
        }
    }

    /// A quantity as it stands in an input: no grouping, so that it is read back as what it is in every language.
    #[must_use]
    pub fn quantity_input(&self, quantity: Quantity) -> String {
        input(self.locale, quantity.decimal(), 0)
    }
}

/// A number in an input: the language's decimal mark with at least so many decimals, no grouping, a hyphen for minus.
pub(crate) fn input(locale: Locale, value: Decimal, at_least: usize) -> String {
    let plain = value.normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.is_empty() && at_least == 0 {
        return plain;
    }
    format!("{whole}{}{fraction:0<at_least$}", marks(locale).decimal)
}

/// A number with its decimals as they are, but no needless zeros.
pub(crate) fn decimal(locale: Locale, value: Decimal) -> String {
    signed(locale, &digits(locale, value, 0), minus(value))
}

/// The sign that any number shows.
pub(crate) fn minus(value: Decimal) -> Option<char> {
    (value.is_sign_negative() && !value.is_zero()).then_some(MINUS)
}

/// The sign that a change shows.
pub(crate) fn plus_or_minus(value: Decimal) -> Option<char> {
    if value.is_zero() { None } else { minus(value).or(Some('+')) }
}

/// Puts the sign before what follows it; in text from right to left a mark keeps it to the left.
pub(crate) fn signed(locale: Locale, rest: &str, sign: Option<char>) -> String {
    match (sign, locale.direction()) {
        (None, _) => rest.to_owned(),
        (Some(sign), Direction::LeftToRight) => format!("{sign}{rest}"),
        (Some(sign), Direction::RightToLeft) => format!("{LRM}{sign}{rest}"),
    }
}

/// The digits of a number without its sign, grouped, with at least so many decimals.
pub(crate) fn digits(locale: Locale, value: Decimal, at_least: usize) -> String {
    let marks = marks(locale);
    let plain = value.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() * 2);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left.is_multiple_of(3) && whole.len() >= marks.grouped_from {
            out.push(marks.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() || at_least > 0 {
        out.push(marks.decimal);
        out.push_str(fraction);
        out.extend(std::iter::repeat_n('0', at_least.saturating_sub(fraction.len())));
    }
    out
}
