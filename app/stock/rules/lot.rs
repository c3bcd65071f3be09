//! Lots, serial numbers and last days: how they are told, and what is decided of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;
use vocabulary::{FieldError, Quantity, Tracking};

/// Longest code of a lot, or serial number, in characters. GS1 allows 20 (General Specifications, AI 10 and 21).
pub const LOT_CODE_MAX: usize = 64;

/// Which lot a line is of, as it stands on the goods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LotGiven {
    /// 1 to 64 characters.
    pub code: String,
    /// The last day on which it may be used. Needed where the item's lots expire and this one is new; of one that is known
    /// it must be the same.
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
    /// When it was made.
    #[serde(default)]
    pub made_on: Option<NaiveDate>,
}

/// Whether something may be used on a day: through its last one. Both days are the store's. The one place where this is
/// decided.
#[must_use]
pub fn usable_on(expires_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    expires_on.is_none_or(|last| day <= last)
}

/// How many days after a day something may still be used: 0 on its last one, less than nought once that is over; none where
/// it keeps for ever.
#[must_use]
pub fn life_left(expires_on: Option<NaiveDate>, day: NaiveDate) -> Option<i64> {
    expires_on.map(|last| (last - day).num_days())
}

/// Whether something has at least `days` of life left on a day.
#[must_use]
pub fn lives_for(expires_on: Option<NaiveDate>, day: NaiveDate, days: u16) -> bool {
    life_left(expires_on, day).is_none_or(|left| left >= i64::from(days))
}

/// What is wrong with how a line of goods that come tells its lot or serial numbers; `line` is the field's beginning
/// (`lines[0].`). That the last day of a lot is missing is known only once the lot is.
#[must_use]
pub fn check_lot(line: &str, tracking: Tracking, quantity: Quantity, lot: Option<&LotGiven>, serials: &[String]) -> Vec<FieldError> {
    let field = |name: &str| format!("{line}{name}");
    let mut wrong = check_told(line, tracking, lot, serials);
    match tracking {
        Tracking::None => {}
        Tracking::Lot | Tracking::LotExpiry if lot.is_none_or(|lot| *lot == LotGiven::default()) => {
            wrong.push(FieldError::new(&field("lot"), "lot-needed"));
        }
        Tracking::Lot | Tracking::LotExpiry => {}
        Tracking::Serial => wrong.extend(check_serial_count(&field("serials"), quantity, serials)),
    }
    wrong
}

/// The same of goods that go: which lot is a question of what is there, if it is not told.
#[must_use]
pub fn check_told(line: &str, tracking: Tracking, lot: Option<&LotGiven>, serials: &[String]) -> Vec<FieldError> {
    let field = |name: &str| format!("{line}{name}");
    let mut wrong = Vec::new();
    let told_lot = lot.filter(|lot| **lot != LotGiven::default());
    match tracking {
        Tracking::None | Tracking::Serial => wrong.extend(told_lot.map(|_| FieldError::new(&field("lot"), "lot-not-tracked"))),
        Tracking::Lot | Tracking::LotExpiry => wrong.extend(told_lot.and_then(|lot| check_code(&field("lot"), &lot.code))),
    }
    if tracking.is_serial() {
        let mut seen = HashSet::new();
        for serial in serials {
            wrong.extend(check_code(&field("serials"), serial));
            if !seen.insert(serial.trim()) {
                wrong.push(FieldError::new(&field("serials"), "serial-twice").with("serial", serial.trim()));
            }
        }
    } else if !serials.is_empty() {
        wrong.push(FieldError::new(&field("serials"), "serial-not-tracked"));
    }
    if let Some((made, last)) = told_lot.and_then(|lot| lot.made_on.zip(lot.expires_on))
        && last < made
    {
        wrong.push(FieldError::new(&field("lot"), "lot-expires-before-made"));
    }
    wrong
}

/// Each piece has a number.
#[must_use]
pub fn check_serial_count(field: &str, quantity: Quantity, serials: &[String]) -> Option<FieldError> {
    let given = Quantity::whole(i32::try_from(serials.len()).unwrap_or(i32::MAX));
    (given != quantity).then(|| FieldError::new(field, "serial-count").with("wanted", quantity).with("given", given))
}

/// A code as it stands on goods: some characters that can be seen.
#[must_use]
pub fn check_code(field: &str, code: &str) -> Option<FieldError> {
    let code = code.trim();
    if code.is_empty() {
        return Some(FieldError::new(field, "lot-needed"));
    }
    if code.chars().any(char::is_control) {
        return Some(FieldError::new(field, "field-control-characters"));
    }
    (code.chars().count() > LOT_CODE_MAX).then(|| FieldError::new(field, "field-too-long").with("max", LOT_CODE_MAX))
}

/// Whether what comes lives long enough to be taken in: through its last day, and as many days more as the item asks for.
#[must_use]
pub fn check_life(field: &str, expires_on: Option<NaiveDate>, day: NaiveDate, least: u16) -> Option<FieldError> {
    let last = expires_on?;
    if !usable_on(expires_on, day) {
        return Some(FieldError::new(field, "lot-expired").with("day", last));
    }
    (!lives_for(expires_on, day, least)).then(|| FieldError::new(field, "lot-short-lived").with("day", last).with("days", i64::from(least)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 1, day).unwrap()
    }

    fn codes(wrong: &[FieldError]) -> Vec<(&str, &str)> {
        wrong.iter().map(|wrong| (wrong.field.as_str(), wrong.said.code.as_str())).collect()
    }

    fn lot(code: &str) -> LotGiven {
        LotGiven { code: code.to_owned(), ..LotGiven::default() }
    }

    #[test]
    fn the_last_day_is_one_on_which_it_may_be_used() {
        assert!(usable_on(Some(day(31)), day(31)));
        assert!(!usable_on(Some(day(30)), day(31)));
        assert!(usable_on(None, day(31)));
        assert_eq!(check_life("lot", Some(day(30)), day(31), 0).unwrap().said.code, "lot-expired");
        assert_eq!(check_life("lot", Some(day(31)), day(31), 0), None);
        assert_eq!(check_life("lot", Some(day(31)), day(30), 2).unwrap().said.code, "lot-short-lived");
        assert_eq!(check_life("lot", Some(day(31)), day(29), 2), None);
    }

    proptest! {
        #[test]
        fn one_decision_of_last_days(last in 0u64..4000, today in 0u64..4000, least in 0u16..400) {
            let start = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
            let (last, today) = (start + Days::new(last), start + Days::new(today));
            prop_assert_eq!(usable_on(Some(last), today), lives_for(Some(last), today, 0));
            prop_assert_eq!(usable_on(Some(last), today), life_left(Some(last), today).unwrap() >= 0);
            // Who asks for more life never gets what who asks for less does not.
            prop_assert!(!lives_for(Some(last), today, least) || usable_on(Some(last), today));
            prop_assert_eq!(check_life("lot", Some(last), today, least).is_none(), lives_for(Some(last), today, least));
        }
    }

    #[test]
    fn goods_that_come_tell_what_their_item_asks_for() {
        let (three, none) = (Quantity::whole(3), Vec::new());
        let serials = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let check = |tracking, lot: Option<&LotGiven>, serials: &[String]| {
            codes(&check_lot("lines[0].", tracking, three, lot, serials)).into_iter().map(|(_, code)| code.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(check(Tracking::None, None, &none), Vec::<String>::new());
        assert_eq!(check(Tracking::None, Some(&lot("A")), &serials(&["1"])), ["lot-not-tracked", "serial-not-tracked"]);
        assert_eq!(check(Tracking::Lot, None, &none), ["lot-needed"]);
        assert_eq!(check(Tracking::LotExpiry, Some(&lot(" ")), &none), ["lot-needed"]);
        assert_eq!(check(Tracking::Lot, Some(&lot("A")), &none), Vec::<String>::new());
        assert_eq!(check(Tracking::Serial, None, &serials(&["1", "2"])), ["serial-count"]);
        assert_eq!(check(Tracking::Serial, None, &serials(&["1", "2", "2 "])), ["serial-twice"]);
        assert_eq!(check(Tracking::Serial, None, &serials(&["1", "2", "3"])), Vec::<String>::new());
        assert_eq!(check(Tracking::Lot, Some(&lot(&"9".repeat(65))), &none), ["field-too-long"]);
    }
}
