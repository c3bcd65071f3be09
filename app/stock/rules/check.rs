//! Rules that every movement keeps.

use chrono::{DateTime, TimeDelta, Utc};
use vocabulary::{FieldError, Quantity};

/// Most lines of one request. Larger work is a file.
pub const LINES_MAX: usize = 500;

/// A quantity to move: more than nothing, and whole where the item comes in whole units.
#[must_use]
pub fn check_quantity(field: &str, quantity: Quantity, whole: bool) -> Option<FieldError> {
    if !quantity.is_positive() {
        return Some(FieldError::new(field, "quantity-not-positive"));
    }
    (whole && !quantity.is_whole()).then(|| FieldError::new(field, "quantity-not-whole"))
}

/// When something happened: not after now, but for five minutes that a device's clock may be ahead.
///
/// # Errors
/// `date-in-future` on `field`.
pub fn check_occurred_at(field: &str, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<DateTime<Utc>, FieldError> {
    match at {
        Some(at) if at > now + TimeDelta::minutes(5) => Err(FieldError::new(field, "date-in-future")),
        Some(at) => Ok(at.min(now)),
        None => Ok(now),
    }
}

/// How many lines a request may have.
#[must_use]
pub fn check_lines(lines: usize) -> Option<FieldError> {
    if lines == 0 {
        return Some(FieldError::new("lines", "lines-none"));
    }
    (lines > LINES_MAX).then(|| FieldError::new("lines", "lines-too-many").with("max", LINES_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_whole() {
        let half: Quantity = "0.5".parse().unwrap();
        assert!(check_quantity("quantity", half, false).is_none());
        assert_eq!(check_quantity("quantity", half, true).unwrap().said.code, "quantity-not-whole");
        assert_eq!(check_quantity("quantity", Quantity::ZERO, false).unwrap().said.code, "quantity-not-positive");
    }

    #[test]
    fn a_fast_clock_is_forgiven_five_minutes() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        assert_eq!(check_occurred_at("at", Some(now + TimeDelta::minutes(4)), now), Ok(now));
        assert!(check_occurred_at("at", Some(now + TimeDelta::minutes(6)), now).is_err());
    }
}
