//! An amount in another currency, at a rate that is fixed on the document and never looked up again.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Currency, FieldError, Quantity, QuantityError};

/// What one unit of a currency was in the tenant's own, where that was read, and of which day it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FixedRate {
    pub currency: Currency,
    /// So much of the tenant's currency is one unit of this: more than nought, at most ten decimals, below 10¹⁰.
    #[schema(value_type = String)]
    pub rate: Decimal,
    /// The bank, the invoice, the exchange: 1 to 64 characters.
    pub source: String,
    #[schema(value_type = String, format = "date")]
    pub date: NaiveDate,
}

/// Decimals of a rate.
const RATE_SCALE: u32 = 10;

/// What is wrong with a rate, its fields named under `field`.
#[must_use]
pub fn check_rate(field: &str, rate: &FixedRate, own: Currency) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if rate.currency == own {
        wrong.push(FieldError::new(&format!("{field}.currency"), "rate-of-own-currency").with("currency", own.code()));
    }
    let number = rate.rate.normalize();
    if number <= Decimal::ZERO || number.scale() > RATE_SCALE || number >= Decimal::from(10_i64.pow(RATE_SCALE)) {
        wrong.push(FieldError::new(&format!("{field}.rate"), "rate-out-of-range"));
    }
    if rate.source.trim().is_empty() {
        wrong.push(FieldError::new(&format!("{field}.source"), "field-required"));
    }
    wrong.extend(crate::check_text(&format!("{field}.source"), &rate.source, crate::REFERENCE_MAX));
    wrong.extend(crate::check_day(&format!("{field}.date"), rate.date));
    wrong
}

/// An amount of money, up or down, that fits: at most six decimals, below 10¹³.
#[must_use]
pub fn check_money(field: &str, amount: Decimal) -> Option<FieldError> {
    match Quantity::new(amount) {
        Ok(_) => None,
        Err(QuantityError::TooManyDecimals) => Some(FieldError::new(field, "money-too-many-decimals").with("max", 6_i64)),
        Err(_) => Some(FieldError::new(field, "money-too-large")),
    }
}

/// A cost per unit in the tenant's currency, from one in another: rounded once, to six decimals.
#[must_use]
pub fn converted(unit_cost: Decimal, rate: Option<&FixedRate>) -> Decimal {
    rate.map_or(unit_cost, |rate| unit_cost.checked_mul(rate.rate).unwrap_or(Decimal::MAX).round_dp(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(rate: &str) -> FixedRate {
        FixedRate {
            currency: Currency::USD,
            rate: rate.parse().unwrap(),
            source: String::from("ECB"),
            date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        }
    }

    #[test]
    fn a_rate_is_more_than_nought_and_not_of_ones_own_currency() {
        let codes = |rate: &FixedRate, own| check_rate("rate", rate, own).into_iter().map(|wrong| (wrong.field, wrong.said.code)).collect::<Vec<_>>();
        assert_eq!(codes(&rate("0.79"), Currency::GBP), []);
        assert_eq!(codes(&rate("0.79"), Currency::USD), [("rate.currency".into(), "rate-of-own-currency".into())]);
        for wrong in ["0", "-1", "0.00000000001", "10000000000"] {
            assert_eq!(codes(&rate(wrong), Currency::GBP), [("rate.rate".into(), "rate-out-of-range".into())], "{wrong}");
        }
        let unsaid = FixedRate { source: String::from(" "), ..rate("1.2") };
        assert_eq!(codes(&unsaid, Currency::GBP), [("rate.source".into(), "field-required".into())]);
    }

    /// features.md 3.19: converted once, before anything is divided.
    #[test]
    fn a_cost_is_converted_once() {
        assert_eq!(converted("1.10".parse().unwrap(), Some(&rate("0.7912345"))), "0.870358".parse().unwrap());
        assert_eq!(converted("1.10".parse().unwrap(), None), "1.10".parse().unwrap());
    }
}
