//! Rules that every movement keeps.

use chrono::{DateTime, TimeDelta, Utc};
use vocabulary::{FieldError, Quantity, Reason};

/// Most lines of one request. Larger work is a file.
pub const LINES_MAX: usize = 500;
/// Longest note, in characters.
pub const NOTE_MAX: usize = 500;
/// Longest number of a receipt or a delivery note, in characters.
pub const REFERENCE_MAX: usize = 64;

/// A quantity to move: more than nothing, and whole where the item comes in whole units.
#[must_use]
pub fn check_quantity(field: &str, quantity: Quantity, whole: bool) -> Option<FieldError> {
    if !quantity.is_positive() {
        return Some(FieldError::new(field, "quantity-not-positive"));
    }
    check_whole(field, quantity, whole)
}

/// A quantity that is there: nothing or more, and whole where the item comes in whole units.
#[must_use]
pub fn check_amount(field: &str, quantity: Quantity, whole: bool) -> Option<FieldError> {
    if quantity.is_negative() {
        return Some(FieldError::new(field, "quantity-negative"));
    }
    check_whole(field, quantity, whole)
}

/// A quantity, up or down, whole where the item comes in whole units.
#[must_use]
pub fn check_whole(field: &str, quantity: Quantity, whole: bool) -> Option<FieldError> {
    (whole && !quantity.is_whole()).then(|| FieldError::new(field, "quantity-not-whole"))
}

/// When something happened: not after now, but for five minutes that a device's clock may be ahead.
///
/// # Errors
/// `date-in-future` on `field`.
pub fn check_occurred_at(field: &str, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<DateTime<Utc>, FieldError> {
    match at {
        Some(at) if at > now + TimeDelta::minutes(5) => Err(FieldError::new(field, "date-in-future")),
        Some(at) if at < earliest() => Err(FieldError::new(field, "date-out-of-range")),
        Some(at) => Ok(at.min(now)),
        None => Ok(now),
    }
}

/// 1970: one of the databases takes no instant before it.
fn earliest() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(1)
}

/// A day of the books.
#[must_use]
pub fn check_day(field: &str, day: chrono::NaiveDate) -> Option<FieldError> {
    (!(1900..=9999).contains(&chrono::Datelike::year(&day))).then(|| FieldError::new(field, "date-out-of-range"))
}

/// How many lines a request may have.
#[must_use]
pub fn check_lines(lines: usize) -> Option<FieldError> {
    if lines == 0 {
        return Some(FieldError::new("lines", "lines-none"));
    }
    (lines > LINES_MAX).then(|| FieldError::new("lines", "lines-too-many").with("max", LINES_MAX))
}

/// Words that go with a posting: not too long, and nothing in them that cannot be seen. A note may have line breaks.
#[must_use]
pub fn check_text(field: &str, text: &str, most: usize) -> Option<FieldError> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Some(FieldError::new(field, "field-control-characters"));
    }
    (text.chars().count() > most).then(|| FieldError::new(field, "field-too-long").with("max", most))
}

/// Whether a reason fits what it is given for: some only take away, "found" only brings, and "other" needs a note.
#[must_use]
pub fn check_reason(reason: Reason, change: Quantity, note: &str) -> Option<FieldError> {
    let both_ways = matches!(reason, Reason::CountError | Reason::Other);
    if !both_ways && change.is_positive() && reason.takes_away() {
        return Some(FieldError::new("reason", "reason-only-takes"));
    }
    if !both_ways && change.is_negative() && !reason.takes_away() {
        return Some(FieldError::new("reason", "reason-only-brings"));
    }
    (reason == Reason::Other && note.trim().is_empty()).then(|| FieldError::new("note", "reason-other-note"))
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
        assert!(check_amount("quantity", Quantity::ZERO, true).is_none());
        assert_eq!(check_amount("quantity", -half, false).unwrap().said.code, "quantity-negative");
    }

    #[test]
    fn a_fast_clock_is_forgiven_five_minutes() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        assert_eq!(check_occurred_at("at", Some(now + TimeDelta::minutes(4)), now), Ok(now));
        assert!(check_occurred_at("at", Some(now + TimeDelta::minutes(6)), now).is_err());
        assert!(check_occurred_at("at", Some(DateTime::<Utc>::MIN_UTC), now).is_err());
    }

    #[test]
    fn a_reason_goes_one_way() {
        let (up, down) = (Quantity::ONE, -Quantity::ONE);
        assert!(check_reason(Reason::Stolen, down, "").is_none());
        assert_eq!(check_reason(Reason::Stolen, up, "").unwrap().said.code, "reason-only-takes");
        assert_eq!(check_reason(Reason::Found, down, "").unwrap().said.code, "reason-only-brings");
        for change in [up, down] {
            assert!(check_reason(Reason::CountError, change, "").is_none());
            assert_eq!(check_reason(Reason::Other, change, " ").unwrap().field, "note");
            assert!(check_reason(Reason::Other, change, "a gift").is_none());
        }
    }

    #[test]
    fn words_have_an_end() {
        assert!(check_text("note", "two\nlines", NOTE_MAX).is_none());
        assert_eq!(check_text("note", "\u{0}", NOTE_MAX).unwrap().said.code, "field-control-characters");
        assert_eq!(check_text("reference", &"9".repeat(65), REFERENCE_MAX).unwrap().said.code, "field-too-long");
    }
}
