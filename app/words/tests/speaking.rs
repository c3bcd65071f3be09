//! How messages are said: plural forms, errors, kinds, what is missing, and the two languages nobody speaks.

use chrono::NaiveDate;
use vocabulary::{AppError, FieldError, Locale, PlaceKind, PostingKind, Quantity, Reason, Said};
use words::{Words, has, ltr, message_ids};

fn words(locale: Locale) -> Words {
    Words::new(locale, chrono_tz::Europe::London, "2026-11-23T11:42:00Z".parse().unwrap())
}

#[test]
fn counts_select_the_form_and_print_as_the_language_writes_them() {
    let rows = |locale, count: i64| words(locale).with("table-rows", &[("count", count.into())]);
    assert_eq!([0, 1, 2, 1234].map(|n| rows(Locale::En, n)), ["No rows", "1 row", "2 rows", "1,234 rows"]);
    assert_eq!([0, 1, 2, 1234].map(|n| rows(Locale::De, n)), ["Keine Zeilen", "1 Zeile", "2 Zeilen", "1.234 Zeilen"]);
    // French has the singular for nought and for 1.5 too.
    let pieces = |locale, raw: &str| words(locale).with("unit-each", &[("count", raw.parse::<Quantity>().unwrap().into())]);
    assert_eq!(
        ["0", "1", "1.5", "2", "12345.5"].map(|n| pieces(Locale::Fr, n)),
        ["0 pièce", "1 pièce", "1,5 pièce", "2 pièces", "12\u{202f}345,5 pièces"]
    );
    assert_eq!(["1", "1.5"].map(|n| pieces(Locale::En, n)), ["1 piece", "1.5 pieces"]);
    assert_eq!(pieces(Locale::En, "9999999999999.999999"), "9,999,999,999,999.999999 pieces");
    assert_eq!(rows(Locale::En, i64::MAX), "9,223,372,036,854,775,807 rows");
    assert_eq!(rows(Locale::Es, 1234), "1234 filas");
}

#[test]
fn arabic_has_six_forms() {
    let cases = |count: i64| words(Locale::Ar).with("unit-case", &[("count", count.into())]);
    let expected = ["0 صندوق", "صندوق واحد", "صندوقان", "3 صناديق", "10 صناديق", "11 صندوقًا", "99 صندوقًا", "100 صندوق", "103 صناديق", "1,000 صندوق"];
    assert_eq!([0, 1, 2, 3, 10, 11, 99, 100, 103, 1000].map(cases), expected);
    assert_eq!(words(Locale::Ar).with("error-invalid", &[("count", 0.into())]), "لا توجد حقول تحتاج إلى مراجعة.");
}

/// CLDR's rule for Arabic: zero n = 0, one n = 1, two n = 2, few n % 100 = 3..10, many n % 100 = 11..99, else other.
#[test]
fn arabic_goes_by_the_last_two_digits() {
    let words = words(Locale::Ar);
    for count in (0..=1200_i64).chain([-3, -11, 1_000_003, i64::MAX]) {
        let said = words.with("table-selected", &[("count", count.into())]);
        let expected = match (count.abs(), count.abs() % 100) {
            (0, _) => "لم يُختر شيء",
            (1, _) => "عنصر واحد مختار",
            (2, _) => "عنصران مختاران",
            (_, 3..=10) => "عناصر مختارة",
            (_, 11..=99) => "عنصرًا مختارًا",
            _ => "عنصر مختار",
        };
        assert!(said.ends_with(expected), "{count}: {said}");
        assert!(count < 3 || said.starts_with(&words.count(count)), "{count}: {said}");
    }
    let halves = |raw: &str| words.with("unit-case", &[("count", raw.parse::<Quantity>().unwrap().into())]);
    assert_eq!(["0.5", "1.5", "3.5", "11.5"].map(halves), ["0.5 صندوق", "1.5 صندوق", "3.5 صندوق", "11.5 صندوق"]);
}

#[test]
fn errors_are_said() {
    let english = words(Locale::En);
    let invalid = AppError::Invalid {
        fields: vec![FieldError::new("gtin", "gtin-check-digit").with("expected", 3_usize), FieldError::new("name", "field-required")],
    };
    assert_eq!(english.error(&invalid), "2 fields need your attention.");
    let AppError::Invalid { fields } = &invalid else { unreachable!() };
    assert!(english.field_error(&fields[0]).contains("it should be 3."));
    assert_eq!(words(Locale::De).error(&AppError::TooMany { retry_after_s: 1200 }), "Zu viele Versuche. Versuchen Sie es in 1.200 Sekunden wieder.");
    assert!(english.error(&AppError::Internal { reference: "7F3A".into() }).ends_with("7F3A."));
    let ambiguous = words(Locale::De).read_quantity("1.234").unwrap_err();
    assert_eq!(words(Locale::De).said(&ambiguous), "Das lässt sich auf zwei Arten lesen. Geben Sie 1234 oder 1,234 ein.");
}

#[test]
fn what_is_missing_shows() {
    for locale in Locale::SPOKEN {
        assert_eq!(words(locale).t("no-such-message"), "⟦no-such-message⟧");
        assert_eq!(words(locale).t("reason-found.nothing"), "⟦reason-found.nothing⟧");
    }
    assert_eq!(words(Locale::En).said(&Said::new("<b>")), "⟦<b>⟧");
    assert_eq!(words(Locale::En).t("as-of"), "as of {$time}");
    assert!(has(Locale::En, "reason-found.cost") && !has(Locale::En, "reason-found.nothing") && !has(Locale::De, ""));
}

#[test]
fn kinds_have_names() {
    let english = words(Locale::En);
    assert_eq!(english.posting(PostingKind::SaleReturn), "Returned");
    assert_eq!(english.place(PlaceKind::Bin), "Bin");
    assert_eq!(words(Locale::Ar).place(PlaceKind::Loss), "الفاقد");
    let (stock, cost) = english.reason_effects(Reason::GivenAway);
    assert_eq!((stock.as_str(), cost.as_str()), ("Takes it out of stock.", "Its cost becomes a marketing expense."));
}

#[test]
fn codes_stand_from_left_to_right_in_arabic() {
    assert_eq!(words(Locale::En).code("TR-0198"), "TR-0198");
    assert_eq!(words(Locale::Ar).code("TR-0198"), ltr("TR-0198"));
    assert_eq!(ltr("x"), "\u{2066}x\u{2069}");
}

/// Else a name that begins with a number is read from its wrong end: `mugs 12` for `12 mugs`.
#[test]
fn names_are_kept_apart_where_text_runs_from_right_to_left() {
    let said = |locale, name: String| words(locale).with("by-person", &[("name", name.into())]);
    assert!(said(Locale::Ar, String::from("12 mugs")).ends_with("\u{2068}12 mugs\u{2069}"));
    assert!(said(Locale::Ar, ltr("TR-0198")).ends_with(&ltr("TR-0198")), "what is kept apart is not once more");
    assert!(said(Locale::De, String::from("12 mugs")).ends_with(" 12 mugs"));
    // A text that chooses a form is not changed by it.
    let chosen = words(Locale::Ar).with("table-rows", &[("count", 3.into())]);
    assert!(!chosen.contains('\u{2068}'), "{chosen}");
}

/// Accented and about a third longer over all messages, with variables and their values left alone.
#[test]
fn the_accented_language() {
    let (english, accented) = (words(Locale::En), words(Locale::EnXa));
    assert_eq!(accented.with("by-person", &[("name", "Maya Okafor".into())]), "ƀý Maya Okafor");
    assert_eq!(accented.with("table-rows", &[("count", 1234.into())]), "1,234 ŕóóŵš");
    assert_eq!(accented.date(NaiveDate::from_ymd_opt(2026, 11, 17).unwrap()), "17 Ñóṽ 2026");
    let length = |w: &Words| message_ids(Locale::En).iter().map(|id| w.t(id).chars().count()).sum::<usize>();
    let percent = length(&accented) * 100 / length(&english);
    assert!((120..150).contains(&percent), "{percent} %");
}

#[test]
fn the_mirrored_language() {
    let mirrored = words(Locale::ArXb);
    assert!(mirrored.is_rtl());
    assert_eq!(mirrored.t("action-save"), "\u{200f}\u{202e}Save\u{202c}\u{200f}");
    assert_eq!(mirrored.with("by-person", &[("name", "Maya".into())]), "\u{200f}\u{202e}by\u{202c}\u{200f} \u{2068}Maya\u{2069}");
    assert_eq!(mirrored.delta(Quantity::whole(-1)), "\u{200e}−1");
}
