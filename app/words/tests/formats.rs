//! How numbers, money and dates are written. The expectations are CLDR 48's, as ICU 78 prints them, with the true minus
//! for the hyphen, a 24-hour clock, and what `layout.rs` and `money.rs` say they do otherwise.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use vocabulary::{Currency, Locale, Money, Quantity};
use words::Words;

fn words(locale: Locale) -> Words {
    Words::new(locale, chrono_tz::Europe::London, "2026-11-23T11:42:00Z".parse().unwrap())
}

fn decimal(raw: &str) -> Decimal {
    raw.parse().unwrap()
}

fn in_five(say: impl Fn(Words) -> String) -> [String; 5] {
    Locale::SPOKEN.map(|locale| say(words(locale)))
}

#[test]
fn quantities() {
    for (raw, expected) in [
        ("0", ["0", "0", "0", "0", "0"]),
        ("1234", ["1,234", "1.234", "1\u{202f}234", "1234", "1,234"]),
        ("1234.5", ["1,234.5", "1.234,5", "1\u{202f}234,5", "1234,5", "1,234.5"]),
        ("12345.5", ["12,345.5", "12.345,5", "12\u{202f}345,5", "12.345,5", "12,345.5"]),
        ("1234567.000001", ["1,234,567.000001", "1.234.567,000001", "1\u{202f}234\u{202f}567,000001", "1.234.567,000001", "1,234,567.000001"]),
        ("-3", ["−3", "−3", "−3", "−3", "\u{200e}−3"]),
        ("0.5", ["0.5", "0,5", "0,5", "0,5", "0.5"]),
    ] {
        assert_eq!(in_five(|w| w.quantity(raw.parse().unwrap())), expected, "{raw}");
    }
    assert_eq!(words(Locale::En).quantity("9999999999999.999999".parse().unwrap()), "9,999,999,999,999.999999");
    assert_eq!(words(Locale::De).count(i64::MIN), "−9.223.372.036.854.775.808");
}

#[test]
fn changes() {
    assert_eq!(in_five(|w| w.delta(Quantity::whole(24))), ["+24", "+24", "+24", "+24", "\u{200e}+24"]);
    assert_eq!(in_five(|w| w.delta(Quantity::whole(-13))), ["−13", "−13", "−13", "−13", "\u{200e}−13"]);
    assert_eq!(in_five(|w| w.delta(Quantity::ZERO)), ["0"; 5]);
    let money = Money::new(decimal("-65.49"), Currency::GBP);
    assert_eq!(words(Locale::En).money_delta(money), "−£65.49");
    assert_eq!(words(Locale::De).money_delta(Money::new(decimal("2.55"), Currency::EUR)), "+2,55\u{a0}€");
    assert_eq!(words(Locale::En).money_delta(Money::new(Decimal::ZERO, Currency::GBP)), "£0.00");
}

#[test]
fn amounts() {
    for (raw, code, expected) in [
        ("2.55", "GBP", ["£2.55", "2,55\u{a0}£", "2,55\u{a0}£GB", "2,55\u{a0}GBP", "\u{200f}2.55\u{a0}£"]),
        ("2.55", "EUR", ["€2.55", "2,55\u{a0}€", "2,55\u{a0}€", "2,55\u{a0}€", "\u{200f}2.55\u{a0}€"]),
        ("-1234.5", "EUR", ["−€1,234.50", "−1.234,50\u{a0}€", "−1\u{202f}234,50\u{a0}€", "−1234,50\u{a0}€", "\u{200f}\u{200e}−1,234.50\u{a0}€"]),
        ("2.55", "USD", ["US$2.55", "2,55\u{a0}$", "2,55\u{a0}$US", "2,55\u{a0}US$", "\u{200f}2.55\u{a0}US$\u{200e}"]),
        ("3", "JPY", ["JP¥3", "3\u{a0}¥", "3\u{a0}JPY", "3\u{a0}JPY", "\u{200f}3\u{a0}JP¥\u{200e}"]),
        ("2.55", "KWD", ["KWD\u{a0}2.550", "2,550\u{a0}KWD", "2,550\u{a0}KWD", "2,550\u{a0}KWD", "\u{200f}2.550\u{a0}د.ك.\u{200f}"]),
        ("2.55", "CHF", ["CHF\u{a0}2.55", "2,55\u{a0}CHF", "2,55\u{a0}CHF", "2,55\u{a0}CHF", "\u{200f}2.55\u{a0}CHF\u{200e}"]),
    ] {
        let money = Money::new(decimal(raw), code.parse().unwrap());
        assert_eq!(in_five(|w| w.money(money)), expected, "{raw} {code}");
    }
    let english = words(Locale::En);
    for (raw, expected) in [("0.125", "£0.125"), ("0.1234567", "£0.123457"), ("1.50", "£1.50"), ("0", "£0.00"), ("-0.0000001", "£0.00")] {
        assert_eq!(english.money(Money::new(decimal(raw), Currency::GBP)), expected, "{raw}");
    }
    assert_eq!(words(Locale::De).money_input(Money::new(decimal("1234.5"), Currency::EUR)), "1234,50");
    assert_eq!(english.money_input(Money::new(decimal("3"), "JPY".parse().unwrap())), "3");
}

#[test]
fn percentages() {
    assert_eq!(in_five(|w| w.percent(decimal("0.41"))), ["41%", "41\u{a0}%", "41\u{a0}%", "41\u{a0}%", "41%"]);
    assert_eq!(in_five(|w| w.percent(decimal("-0.01234"))), ["−1.23%", "−1,23\u{a0}%", "−1,23\u{a0}%", "−1,23\u{a0}%", "\u{200e}−1.23%"]);
    assert_eq!(words(Locale::En).percent(decimal("-0.00001")), "0%");
}

#[test]
fn days_and_months() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 17).unwrap();
    assert_eq!(in_five(|w| w.date(day)), ["17 Nov 2026", "17. Nov. 2026", "17 nov. 2026", "17 nov 2026", "17 نوفمبر 2026"]);
    assert_eq!(in_five(|w| w.date_short(day)), ["17 Nov", "17. Nov.", "17 nov.", "17 nov", "17 نوفمبر"]);
    assert_eq!(
        in_five(|w| w.date_long(day)),
        ["Tuesday 17 November", "Dienstag, 17. November", "mardi 17 novembre", "martes, 17 de noviembre", "الثلاثاء، 17 نوفمبر"]
    );
    assert_eq!(in_five(|w| w.month(day)), ["November 2026", "November 2026", "novembre 2026", "noviembre de 2026", "نوفمبر 2026"]);
    assert_eq!(in_five(|w| w.date_input(day)), ["17/11/2026", "17.11.2026", "17/11/2026", "17/11/2026", "17/11/2026"]);
    let last_year = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
    assert_eq!(in_five(|w| w.date_short(last_year)), ["1 Mar 2025", "1. März 2025", "1er mars 2025", "1 mar 2025", "1 مارس 2025"]);
    assert_eq!(words(Locale::Es).date_long(last_year), "sábado, 1 de marzo de 2025");
}

#[test]
fn instants_are_told_in_the_readers_zone() {
    let instant: DateTime<Utc> = "2026-11-17T23:30:00Z".parse().unwrap();
    assert_eq!(
        in_five(|w| w.date_time(instant)),
        ["17 Nov 2026, 23:30", "17. Nov. 2026, 23:30", "17 nov. 2026, 23:30", "17 nov 2026, 23:30", "17 نوفمبر 2026، 23:30"]
    );
    let kathmandu = Words { zone: chrono_tz::Asia::Kathmandu, ..words(Locale::En) };
    assert_eq!(kathmandu.date_time(instant), "18 Nov 2026, 05:15");
    // Summer time: London is an hour ahead of UTC.
    assert_eq!(words(Locale::En).time("2026-07-01T11:42:00Z".parse().unwrap()), "12:42");
}

#[test]
fn today_and_yesterday() {
    let at = |raw: &str| raw.parse::<DateTime<Utc>>().unwrap();
    assert_eq!(in_five(|w| w.day(at("2026-11-23T00:00:00Z"))), ["today", "heute", "aujourd’hui", "hoy", "اليوم"]);
    assert_eq!(in_five(|w| w.day(at("2026-11-22T23:59:59Z"))), ["yesterday", "gestern", "hier", "ayer", "أمس"]);
    assert_eq!(words(Locale::En).day(at("2026-11-21T12:00:00Z")), "21 Nov 2026");
    assert_eq!(words(Locale::En).day_heading(at("2026-11-23T00:00:00Z")), "Today, Monday 23 November");
    assert_eq!(words(Locale::En).day_heading(at("2026-11-21T12:00:00Z")), "Saturday 21 November");
    let auckland = Words { zone: chrono_tz::Pacific::Auckland, ..words(Locale::En) };
    // Thirteen hours ahead, it is the 24th there.
    assert_eq!(auckland.day(at("2026-11-23T11:10:00Z")), "today");
    assert_eq!(auckland.day(at("2026-11-23T10:30:00Z")), "yesterday");
}

#[test]
fn lists() {
    let items = |all: &[&str]| all.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        in_five(|w| w.list(&items(&["a", "b", "c"]))),
        ["a, b and c", "a, b und c", "a, b et c", "a, b y c", "\u{2068}a\u{2069} و\u{2068}b\u{2069} و\u{2068}c\u{2069}"]
    );
    assert_eq!(in_five(|w| w.list(&items(&["a", "b"]))), ["a and b", "a und b", "a et b", "a y b", "\u{2068}a\u{2069} و\u{2068}b\u{2069}"]);
    assert_eq!(words(Locale::Es).list(&items(&["agujas", "hilo"])), "agujas e hilo");
    assert_eq!(words(Locale::Es).list(&items(&["agua", "hielo"])), "agua y hielo");
    assert_eq!(in_five(|w| w.list(&[])), [""; 5]);
    assert_eq!(words(Locale::En).list(&items(&["a"])), "a");
}
