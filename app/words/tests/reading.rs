//! What people type, in every language: read as it is meant, or refused with what would be right.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use rust_decimal::Decimal;
use vocabulary::{Currency, Locale, Money, Param, Quantity, Said};
use words::Words;

const ALL: [Locale; 7] = [Locale::En, Locale::De, Locale::Fr, Locale::Es, Locale::Ar, Locale::EnXa, Locale::ArXb];

fn words(locale: Locale) -> Words {
    let now: DateTime<Utc> = "2026-11-23T11:42:00Z".parse().unwrap();
    Words::new(locale, chrono_tz::Europe::London, now)
}

/// What a quantity is read as, or the code and the parameters of the refusal.
fn read(locale: Locale, typed: &str) -> String {
    words(locale).read_quantity(typed).map_or_else(|said| refusal(&said), |quantity| quantity.to_string())
}

fn refusal(said: &Said) -> String {
    let mut out = said.code.clone();
    for (name, value) in &said.params {
        let Param::Text(text) = value else { continue };
        out.push_str(&format!(" {name}={text}"));
    }
    out
}

/// The same table that the phone's own reading is tested with.
#[test]
fn what_the_phone_reads_is_read_here_and_nothing_else() {
    for line in include_str!("numbers.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let [language, typed, value] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else { panic!("{line}") };
        let words = words(Locale::of_tag(language).unwrap());
        let read = words.read_quantity(typed).map_or_else(|_| String::from("-"), |quantity| quantity.to_string());
        assert_eq!(read, value, "{line}");
    }
}

#[test]
fn quantities() {
    use Locale::{Ar, De, En, Es, Fr};
    for (locale, typed, expected) in [
        (En, "1234.5", "1234.5"),
        (En, "1,234", "1234"),
        (En, "1,234.5", "1234.5"),
        (En, "1,234,567", "1234567"),
        (En, "1.234", "1.234"),
        (En, " +12 ", "12"),
        (En, "-3", "-3"),
        (En, "−3", "-3"),
        (En, "–3", "-3"),
        (En, ".5", "0.5"),
        (En, "-0", "0"),
        (En, "007", "7"),
        (En, "1,5", "quantity-mark right=1.5"),
        (En, "0,234", "quantity-mark right=0.234"),
        (En, "-1,5", "quantity-mark right=-1.5"),
        (En, "1.234,5", "quantity-mark right=1234.5"),
        (En, "1.234.567", "quantity-mark right=1234567"),
        (En, "1,23,456", "quantity-not-a-number"),
        (En, "1 234", "quantity-not-a-number"),
        (De, "1234,5", "1234.5"),
        (De, "1.234,5", "1234.5"),
        (De, "1.234.567", "1234567"),
        (De, "1,234", "1.234"),
        (De, "1.5", "1.5"),
        (De, "0.234", "0.234"),
        (De, "1234.567", "1234.567"),
        (De, "1.2345", "1.2345"),
        (De, "1 234,5", "1234.5"),
        (De, "1.234", "quantity-ambiguous whole=1234 fraction=1,234"),
        (De, "-12.345", "quantity-ambiguous whole=-12345 fraction=-12,345"),
        (De, "1,234.5", "quantity-mark right=1234,5"),
        (De, "1,234,567", "quantity-mark right=1234567"),
        (De, "12.34.567", "quantity-not-a-number"),
        (De, "1.23,4", "quantity-not-a-number"),
        (Fr, "1\u{202f}234,5", "1234.5"),
        (Fr, "1 234", "1234"),
        (Fr, "1\u{a0}234.5", "1234.5"),
        (Fr, "1,5", "1.5"),
        (Fr, "1.5", "1.5"),
        (Fr, "1.234", "quantity-ambiguous whole=1234 fraction=1,234"),
        (Fr, "1.234.567", "quantity-mark right=1234567"),
        (Fr, "1.234,5", "quantity-mark right=1234,5"),
        (Fr, "1 23", "quantity-not-a-number"),
        (Es, "1234", "1234"),
        (Es, "12.345,5", "12345.5"),
        (Es, "12.345", "quantity-ambiguous whole=12345 fraction=12,345"),
        (Es, "1'234,5", "1234.5"),
        (Ar, "1,234.5", "1234.5"),
        (Ar, "١٬٢٣٤٫٥", "1234.5"),
        (Ar, "٣", "3"),
        (Ar, "۱۲", "12"),
        (Ar, "1,5", "quantity-mark right=1.5"),
        (De, "١٬٢٣٤٫٥", "1234.5"),
        (En, "٫٥", "0.5"),
        (En, "١٬٢٣", "quantity-not-a-number"),
        (Ar, "\u{200e}−13", "-13"),
    ] {
        assert_eq!(read(locale, typed), expected, "{} {typed:?}", locale.tag());
    }
}

#[test]
fn what_is_no_quantity_in_any_language() {
    for locale in ALL {
        for typed in [
            "abc", "1e5", "1E5", "0x10", "1\u{0}", "\u{0}", "😀", "1😀", "--1", "+-1", "- -1", "1-", ".", ",", "-", "+", "1.", "1,", "1,.5", "..5",
            "NaN", "∞", "½", "१२", "1_000", "12 3 4", "1/2", "1،5", "5 kg", "²",
        ] {
            assert_eq!(read(locale, typed), "quantity-not-a-number", "{} {typed:?}", locale.tag());
        }
        for typed in ["", " ", "\u{a0}", "\u{200f}"] {
            assert_eq!(read(locale, typed), "field-required", "{} {typed:?}", locale.tag());
        }
        assert_eq!(read(locale, &"9".repeat(400)), "quantity-too-large");
        assert_eq!(read(locale, "10000000000000"), "quantity-too-large");
        assert_eq!(read(locale, "9999999999999"), "9999999999999");
    }
    assert_eq!(read(Locale::En, "0.0000001"), "quantity-too-many-decimals");
    assert_eq!(read(Locale::De, "0,0000001"), "quantity-too-many-decimals");
    assert_eq!(read(Locale::De, "0,1000000"), "0.1");
}

#[test]
fn amounts() {
    use Locale::{Ar, De, En, Es, Fr};
    let (gbp, eur, jpy) = (Currency::GBP, Currency::EUR, "JPY".parse().unwrap());
    for (locale, typed, currency, expected) in [
        (En, "2.55", gbp, "GBP 2.55"),
        (En, "£2.55", gbp, "GBP 2.55"),
        (En, "+£2.55", gbp, "GBP 2.55"),
        (En, "-£-2.55", gbp, "money-not-a-number"),
        (En, "-£2.55", gbp, "GBP -2.55"),
        (En, "GBP 2.55", gbp, "GBP 2.55"),
        (En, "2.55 GBP", gbp, "GBP 2.55"),
        (En, "£1,234.50", gbp, "GBP 1234.5"),
        (En, "0.125", gbp, "GBP 0.125"),
        (De, "2,55 €", eur, "EUR 2.55"),
        (De, "€ 2,55", eur, "EUR 2.55"),
        (Fr, "2,55\u{a0}£GB", gbp, "GBP 2.55"),
        (Fr, "2,55 £", gbp, "GBP 2.55"),
        (Es, "2,55 GBP", gbp, "GBP 2.55"),
        (Ar, "\u{200f}\u{200e}−2.55\u{a0}£", gbp, "GBP -2.55"),
        (En, "€2.55", gbp, "money-other-currency expected=GBP"),
        (En, "2.55 USD", gbp, "money-other-currency expected=GBP"),
        (De, "1.234 €", eur, "money-ambiguous whole=1234 fraction=1,234"),
        (En, "2,55", gbp, "money-mark right=2.55"),
        (En, "2.5555555", gbp, "money-too-many-decimals"),
        (En, "2.55555", jpy, "money-too-many-decimals"),
        (En, "2.5", jpy, "JPY 2.5"),
        (En, "£", gbp, "field-required"),
        (En, "two", gbp, "money-not-a-number"),
        (En, "10000000000000", gbp, "money-too-large"),
    ] {
        let read = words(locale).read_money(typed, currency).map_or_else(|said| refusal(&said), |money| money.to_string());
        assert_eq!(read, expected, "{} {typed:?}", locale.tag());
    }
}

#[test]
fn dates() {
    use Locale::{Ar, De, En, Es, Fr};
    for (locale, typed, expected) in [
        (En, "2026-11-17", "2026-11-17"),
        (En, "17/11/2026", "2026-11-17"),
        (En, "7/1/26", "2026-01-07"),
        (En, "17 Nov 2026", "2026-11-17"),
        (En, "17 november 2026", "2026-11-17"),
        (De, "17.11.2026", "2026-11-17"),
        (De, "17. Nov. 2026", "2026-11-17"),
        (De, "1. März 2026", "2026-03-01"),
        (De, "17-11-2026", "2026-11-17"),
        (Fr, "1er févr. 2026", "2026-02-01"),
        (Es, "17 de noviembre de 2026", "2026-11-17"),
        (Ar, "١٧ نوفمبر ٢٠٢٦", "2026-11-17"),
        (Ar, "١٧/١١/٢٠٢٦", "2026-11-17"),
        (En, "29/02/2028", "2028-02-29"),
        (En, "11/17/2026", "date-not-a-date example=23/11/2026"),
        (De, "26-11-17", "date-not-a-date example=23.11.2026"),
        (En, "2026-1-7", "date-not-a-date example=23/11/2026"),
        (En, "20261117", "date-not-a-date example=23/11/2026"),
        (En, "17/11", "date-not-a-date example=23/11/2026"),
        (En, "17/11/2026/1", "date-not-a-date example=23/11/2026"),
        (En, "17 Foo 2026", "date-not-a-date example=23/11/2026"),
        (En, "\u{0}", "date-not-a-date example=23/11/2026"),
        (En, "29/02/2026", "date-no-such-day"),
        (En, "2026-02-30", "date-no-such-day"),
        (En, "1850-01-01", "date-out-of-range"),
        (En, "0000-01-01", "date-out-of-range"),
        (En, " ", "field-required"),
    ] {
        let read = words(locale).read_date(typed).map_or_else(|said| refusal(&said), |date| date.to_string());
        assert_eq!(read, expected, "{} {typed:?}", locale.tag());
    }
}

/// Every refusal has words in every language, and none is left with an unfilled variable.
#[test]
fn refusals_have_words() {
    for locale in ALL {
        let words = words(locale);
        for typed in ["", "x", "0.0000001", "0,0000001", "99999999999999", "1.234", "1,5", "1.234.567", "1,234,567"] {
            let said = [words.read_quantity(typed).err(), words.read_money(typed, Currency::GBP).err(), words.read_date(typed).err()];
            for said in said.into_iter().flatten() {
                let text = words.said(&said);
                assert!(!text.contains('⟦') && !text.contains("{$"), "{} {typed:?}: {text}", locale.tag());
            }
        }
    }
}

fn locales() -> impl Strategy<Value = Locale> {
    proptest::sample::select(ALL.to_vec())
}

fn quantities_of_any_size() -> impl Strategy<Value = Quantity> {
    (any::<i64>(), 0u32..=6, 0u32..19).prop_map(|(digits, scale, fewer)| {
        let shorter = digits / 10_i64.pow(fewer);
        Quantity::new(Decimal::from_i128_with_scale(i128::from(shorter), scale)).unwrap_or(Quantity::ONE)
    })
}

proptest! {
    /// What stands in an input is read back as what it was.
    #[test]
    fn an_input_is_read_back(locale in locales(), quantity in quantities_of_any_size()) {
        let words = words(locale);
        prop_assert_eq!(words.read_quantity(&words.quantity_input(quantity)), Ok(quantity));
    }

    /// What is shown is read back as what it was; or it is refused as ambiguous, and the truth is one of the readings.
    #[test]
    fn what_is_shown_is_never_read_as_something_else(locale in locales(), quantity in quantities_of_any_size()) {
        let words = words(locale);
        let shown = words.quantity(quantity);
        match words.read_quantity(&shown) {
            Ok(read) => prop_assert_eq!(read, quantity),
            Err(said) => {
                let whole = said.params.iter().find(|(name, _)| name == "whole").map(|(_, value)| value.clone());
                prop_assert_eq!(said.code, "quantity-ambiguous");
                prop_assert_eq!(whole, Some(Param::Text(words.quantity_input(quantity))), "{}", shown);
                prop_assert!(matches!(locale, Locale::De | Locale::Es) && quantity.is_whole());
            }
        }
    }

    #[test]
    fn an_amount_is_read_back(locale in locales(), quantity in quantities_of_any_size(), code in proptest::sample::select(vec!["GBP", "EUR", "USD", "JPY", "KWD", "AED", "CHF"])) {
        let words = words(locale);
        let currency: Currency = code.parse().unwrap();
        let most = (currency.minor_digits() + 4).min(6);
        let money = Money::new(quantity.decimal().round_dp(most).normalize(), currency);
        prop_assert_eq!(words.read_money(&words.money_input(money), currency), Ok(money));
        match words.read_money(&words.money(money), currency) {
            Ok(read) => prop_assert_eq!(read, money),
            Err(said) => prop_assert_eq!(said.code, "money-ambiguous"),
        }
    }

    #[test]
    fn a_date_is_read_back(locale in locales(), days in 0i64..109_000) {
        let words = words(locale);
        let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
        prop_assert_eq!(words.read_date(&words.date_input(date)), Ok(date));
        prop_assert_eq!(words.read_date(&date.to_string()), Ok(date));
        if !matches!(locale, Locale::EnXa | Locale::ArXb) {
            prop_assert_eq!(words.read_date(&words.date(date)), Ok(date));
        }
    }

    #[test]
    fn nothing_typed_makes_it_fall(locale in locales(), typed in "\\PC*") {
        let words = words(locale);
        let _ = (words.read_quantity(&typed), words.read_money(&typed, Currency::EUR), words.read_date(&typed));
    }

    /// Digits and marks in any order: the answer is a number that has just these digits, or a refusal.
    #[test]
    fn marks_never_change_the_digits(locale in locales(), typed in "-?[0-9., ]{1,12}") {
        if let Ok(quantity) = words(locale).read_quantity(&typed) {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').to_owned();
            prop_assert_eq!(digits(&quantity.to_string()), digits(&typed), "{:?}", typed);
        }
    }
}
