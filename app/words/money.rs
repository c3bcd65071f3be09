//! Amounts of money as people write them.

use crate::{
    Words,
    layout::{LRM, NBSP, RLM},
    number::{digits, input, minus, plus_or_minus, signed},
};
use rust_decimal::{Decimal, RoundingStrategy};
use vocabulary::{Currency, Locale, Money};

/// Decimals that a price per piece may have beyond the currency's smallest unit.
pub(crate) const EXTRA_DECIMALS: u32 = 4;

impl Words {
    /// An amount with its currency. It shows the currency's decimals, and up to four more where it has them, as the
    /// cost of a piece may.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        self.amount(money, minus)
    }

    /// A change of an amount: `+£2.55`, `−£2.55`.
    #[must_use]
    pub fn money_delta(&self, change: Money) -> String {
        self.amount(change, plus_or_minus)
    }

    /// An amount as it stands in an input: no grouping, no currency.
    #[must_use]
    pub fn money_input(&self, money: Money) -> String {
        input(self.locale, money.amount, usize::try_from(money.currency.minor_digits()).unwrap_or_default())
    }

    /// The sign by which this language knows a currency, else its code.
    #[must_use]
    pub fn currency(&self, currency: Currency) -> String {
        symbol(self.locale, currency).map_or_else(|| currency.code().to_owned(), str::to_owned)
    }

    fn amount(&self, money: Money, sign: fn(Decimal) -> Option<char>) -> String {
        let least = money.currency.minor_digits();
        let amount = money.amount.round_dp_with_strategy(least + EXTRA_DECIMALS, RoundingStrategy::MidpointNearestEven);
        // What rounds to nothing has no sign.
        let sign = sign(amount);
        let digits = digits(self.locale, amount, usize::try_from(least).unwrap_or_default());
        let symbol = self.currency(money.currency);
        match self.locale {
            Locale::De | Locale::Fr | Locale::Es => signed(self.locale, &format!("{digits}{NBSP}{symbol}"), sign),
            Locale::Ar => {
                // A sign with Latin letters is kept together from left to right.
                let close = if symbol.contains(|letter: char| letter.is_ascii_alphabetic()) { String::from(LRM) } else { String::new() };
                format!("{RLM}{}{NBSP}{symbol}{close}", signed(self.locale, &digits, sign))
            }
            _ => {
                let gap = if symbol.ends_with(|letter: char| letter.is_ascii_alphabetic()) { String::from(NBSP) } else { String::new() };
                signed(self.locale, &format!("{symbol}{gap}{digits}"), sign)
            }
        }
    }
}

/// CLDR's symbols for the currencies our shops use; British English for English, so that a dollar says whose it is.
/// Arabic writes the pound sterling by its bare sign: `UK£` breaks apart in text from right to left.
pub(crate) fn symbol(locale: Locale, currency: Currency) -> Option<&'static str> {
    match (locale, currency.code()) {
        (_, "EUR") => Some("€"),
        (Locale::Es, "USD") => Some("US$"),
        (Locale::Es, _) => None,
        (Locale::Fr, "GBP") => Some("£GB"),
        (Locale::Fr, "USD") => Some("$US"),
        (Locale::Fr, "CAD") => Some("$CA"),
        (Locale::Fr, "AUD") => Some("$AU"),
        (Locale::Fr, "JPY") => None,
        (_, "GBP") => Some("£"),
        (Locale::De, "USD") => Some("$"),
        (Locale::De, "AUD") => Some("AU$"),
        (Locale::De, "JPY") => Some("¥"),
        (_, "USD") => Some("US$"),
        (_, "CAD") => Some("CA$"),
        (_, "AUD") => Some("A$"),
        (_, "JPY") => Some("JP¥"),
        (_, "INR") => Some("₹"),
        (Locale::Ar, "AED") => Some("د.إ.\u{200f}"),
        (Locale::Ar, "SAR") => Some("ر.س.\u{200f}"),
        (Locale::Ar, "EGP") => Some("ج.م.\u{200f}"),
        (Locale::Ar, "KWD") => Some("د.ك.\u{200f}"),
        _ => None,
    }
}
