//! A variable of a message.

use crate::{Words, number};
use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::{
    FluentValue,
    types::{FluentNumber, FluentNumberOptions},
};
use rust_decimal::Decimal;
use std::str::FromStr;
use vocabulary::{Currency, Locale, Money, Param, Quantity};

/// A value for a message's variable. Counts and quantities select the plural form and print in the reader's language;
/// text stands as it is, in languages from right to left kept apart from
/// what is around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arg(Param);

impl From<Param> for Arg {
    fn from(param: Param) -> Self {
        Self(param)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self(Param::Text(text.clone()))
    }
}

impl From<Currency> for Arg {
    fn from(currency: Currency) -> Self {
        Self(Param::Text(currency.code().to_owned()))
    }
}

macro_rules! args {
    ($($kind:ty),+ $(,)?) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Self {
                Self(Param::from(value))
            }
        }
    )+};
}

macro_rules! counts {
    ($($kind:ty),+ $(,)?) => {$(
        impl From<$kind> for Arg {
            fn from(count: $kind) -> Self {
                Self(Param::Count(i64::from(count)))
            }
        }
    )+};
}

args!(&str, String, i64, usize, Quantity, Money, NaiveDate, DateTime<Utc>);
counts!(i32, u32, u16, u8);

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self(Param::Count(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}

/// The largest whole number that Fluent's own number holds exactly.
const EXACT: i64 = 1 << 53;

impl Arg {
    /// What Fluent is given.
    pub(crate) fn value(&self, words: &Words) -> FluentValue<'_> {
        match &self.0 {
            Param::Text(text) => FluentValue::from(text.as_str()),
            Param::Count(count) => choosing(words.locale, Decimal::from(*count)),
            Param::Quantity(quantity) => choosing(words.locale, quantity.decimal()),
            Param::Money(money) => words.money(*money).into(),
            Param::Date(date) => words.date(*date).into(),
            Param::Instant(instant) => words.date_time(*instant).into(),
        }
    }
}

/// A number that chooses a plural form and prints exactly. One that Fluent can hold is given as it is, so that `[0]`
/// and the like match it; any other brings its text along, in the option that names a currency, where the bundle's
/// formatter finds it.
fn choosing(locale: Locale, value: Decimal) -> FluentValue<'static> {
    let chooser = if locale == Locale::Ar { arabic(value) } else { value };
    match i64::try_from(value) {
        Ok(count) if chooser == value && value.fract().is_zero() && (-EXACT..=EXACT).contains(&count) => FluentValue::from(count),
        _ => match FluentNumber::from_str(&chooser.to_string()) {
            Ok(number) => {
                let options = FluentNumberOptions { currency: Some(number::decimal(locale, value)), ..number.options };
                FluentValue::Number(FluentNumber { options, ..number })
            }
            Err(_) => number::decimal(locale, value).into(),
        },
    }
}

/// A number that stands for this one in the choice of an Arabic plural. CLDR's rule goes by the last two digits of whole
/// numbers, but `intl_pluralrules` 7.0.2 forgets to take them: for 103 and for 3.5 it answers as it would for neither.
fn arabic(value: Decimal) -> Decimal {
    let hundred = Decimal::ONE_HUNDRED;
    if !value.fract().is_zero() {
        return hundred;
    }
    let last_two = value.abs() % hundred;
    match value.abs() < hundred {
        true => value,
        false if last_two > Decimal::TWO => last_two,
        false => hundred,
    }
}
