//! What a name, a code, a price may be. Every check answers with the field and what would be right.

use crate::{NewBarcode, SupplierCode, UpsertItem, check_attributes};
use rust_decimal::Decimal;
use vocabulary::{Code, FieldError, GtinError, Quantity, QuantityError};

/// The units something can be counted in. Their names are `unit-…` in `common.ftl`.
pub const UNITS: [&str; 10] = ["each", "pack", "box", "case", "g", "kg", "cm", "m", "ml", "l"];

/// Characters of a name.
pub const NAME_MAX: usize = 200;
/// Characters of a handle.
pub const HANDLE_MAX: usize = 255;
/// Characters of a description.
pub const DESCRIPTION_MAX: usize = 16_000;
/// Characters of a brand, a category, a supplier.
pub const SHORT_MAX: usize = 120;
/// Characters of a SKU or a supplier's code.
pub const SKU_MAX: usize = 64;
/// Characters of an axis, such as "Colour".
pub const AXIS_MAX: usize = 60;
/// Characters of a place on an axis, such as "Red".
pub const OPTION_MAX: usize = 100;
/// Characters of a link.
pub const LINK_MAX: usize = 1000;
/// Axes of an item.
pub const AXES_MAX: usize = 3;
/// Variants of an item.
pub const VARIANTS_MAX: usize = 2_000;
/// Links of an item.
pub const LINKS_MAX: usize = 100;
/// Barcodes, and supplier codes, of a variant.
pub const CODES_MAX: usize = 50;

/// Whether something can be counted in it.
#[must_use]
pub fn is_unit(unit: &str) -> bool {
    UNITS.contains(&unit)
}

/// Whether what is counted in this unit comes in whole ones, unless somebody says otherwise.
#[must_use]
pub fn unit_is_whole(unit: &str) -> bool {
    matches!(unit, "each" | "pack" | "box" | "case")
}

/// A line of text: no control characters, at most so many characters, none only where it may be empty.
#[must_use]
pub fn check_line(field: &str, text: &str, most: usize, required: bool) -> Option<FieldError> {
    if text.chars().any(char::is_control) {
        return Some(FieldError::new(field, "field-control-characters"));
    }
    check_length(field, text, most, required)
}

/// Several lines: as [`check_line`], but lines may be broken.
#[must_use]
pub fn check_lines(field: &str, text: &str, most: usize) -> Option<FieldError> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Some(FieldError::new(field, "field-control-characters"));
    }
    check_length(field, text, most, false)
}

fn check_length(field: &str, text: &str, most: usize, required: bool) -> Option<FieldError> {
    if required && text.trim().is_empty() {
        return Some(FieldError::new(field, "field-required"));
    }
    (text.chars().count() > most).then(|| FieldError::new(field, "field-too-long").with("max", most))
}

/// A barcode in the form in which it is kept.
///
/// # Errors
/// `gtin-check-digit` with the digit `expected`; `field-required`, `field-too-long`, `field-control-characters`.
pub fn read_barcode(field: &str, raw: &str) -> Result<Code, FieldError> {
    if let Some(wrong) = check_line(field, raw.trim(), Code::MAX, true) {
        return Err(wrong);
    }
    Code::read(raw).map_err(|wrong| match wrong {
        GtinError::CheckDigit { expected } => FieldError::new(field, "gtin-check-digit").with("expected", i64::from(expected)),
        GtinError::NotAGtin => FieldError::new(field, "field-too-long").with("max", Code::MAX),
    })
}

/// A price or a cost: not negative, and within what is kept (13 digits before the mark, 6 after it).
#[must_use]
pub fn check_amount(field: &str, amount: Option<Decimal>) -> Option<FieldError> {
    let amount = amount?;
    if amount.is_sign_negative() && !amount.is_zero() {
        return Some(FieldError::new(field, "money-negative"));
    }
    match Quantity::new(amount) {
        Ok(_) => None,
        Err(QuantityError::TooManyDecimals) => Some(FieldError::new(field, "money-too-many-decimals").with("max", 6_i64)),
        Err(_) => Some(FieldError::new(field, "money-too-large")),
    }
}

/// A code with the unit under it.
#[must_use]
pub fn check_barcode(field: &str, barcode: &NewBarcode) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(read_barcode(&format!("{field}code"), &barcode.code).err());
    if !is_unit(&barcode.unit) {
        wrong.push(FieldError::new(&format!("{field}unit"), "field-unknown-choice"));
    }
    if !barcode.pack.is_positive() {
        wrong.push(FieldError::new(&format!("{field}pack"), "quantity-not-positive"));
    }
    wrong
}

/// What a supplier calls it.
#[must_use]
pub fn check_supplier_code(field: &str, code: &SupplierCode) -> Vec<FieldError> {
    [
        check_line(&format!("{field}supplier"), code.supplier.trim(), SHORT_MAX, true),
        check_line(&format!("{field}code"), code.code.trim(), SKU_MAX, true),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A link to a picture: of the web, and nothing that a browser would run.
#[must_use]
pub fn check_link(field: &str, link: &str) -> Option<FieldError> {
    let lower = link.to_ascii_lowercase();
    let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || host.starts_with('/') || link.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some(FieldError::new(field, "link-invalid"));
    }
    check_line(field, link, LINK_MAX, true)
}

/// The axes of an item: at most three, named, and each its own.
#[must_use]
pub fn check_axes(axes: &[String]) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if axes.len() > AXES_MAX {
        wrong.push(FieldError::new("axes", "axes-too-many").with("max", AXES_MAX));
    }
    for (at, axis) in axes.iter().enumerate() {
        let field = format!("axes[{at}]");
        wrong.extend(check_line(&field, axis, AXIS_MAX, true));
        if axes.iter().take(at).any(|other| other.trim().to_lowercase() == axis.trim().to_lowercase()) {
            wrong.push(FieldError::new(&field, "axis-twice"));
        }
    }
    wrong
}

/// The fields of a row that are about its item; the others are about its variant.
pub const ITEM_FIELDS: [&str; 10] = ["name", "handle", "description", "brand", "category", "unit", "state", "axes", "attributes", "image_links"];

/// Whether an error's field is about the item rather than one of its variants.
#[must_use]
pub fn is_item_field(field: &str) -> bool {
    let stem = field.split(['[', '.']).next().unwrap_or_default();
    ITEM_FIELDS.contains(&stem)
}

/// Everything that is wrong with a row in itself.
#[must_use]
pub fn check_row(row: &UpsertItem) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let line = |field: &str, text: &Option<String>, most: usize| text.as_deref().and_then(|text| check_line(field, text, most, false));
    wrong.extend(line("name", &row.name, NAME_MAX));
    wrong.extend(line("handle", &row.handle, HANDLE_MAX));
    wrong.extend(row.description.as_deref().and_then(|text| check_lines("description", text, DESCRIPTION_MAX)));
    wrong.extend(line("brand", &row.brand, SHORT_MAX));
    wrong.extend(line("category", &row.category, SHORT_MAX));
    wrong.extend(line("sku", &row.sku, SKU_MAX));
    if row.unit.as_deref().is_some_and(|unit| !is_unit(unit)) {
        wrong.push(FieldError::new("unit", "field-unknown-choice"));
    }
    let axes: Vec<String> = row.options.iter().map(|(axis, _)| axis.clone()).collect();
    wrong.extend(check_axes(&axes));
    for (at, (_, value)) in row.options.iter().enumerate() {
        wrong.extend(check_line(&format!("options[{at}]"), value, OPTION_MAX, false));
    }
    wrong.extend(check_attributes(&row.attributes));
    wrong.extend(check_amount("price", row.price));
    wrong.extend(check_amount("cost", row.cost));
    for (at, barcode) in row.barcodes.iter().enumerate() {
        wrong.extend(check_barcode(&format!("barcodes[{at}]."), barcode));
    }
    for (at, code) in row.supplier_codes.iter().enumerate() {
        wrong.extend(check_supplier_code(&format!("supplier_codes[{at}]."), code));
    }
    for (field, count) in [("barcodes", row.barcodes.len()), ("supplier_codes", row.supplier_codes.len())] {
        if count > CODES_MAX {
            wrong.push(FieldError::new(field, "codes-too-many").with("max", CODES_MAX));
        }
    }
    if row.image_links.len() > LINKS_MAX {
        wrong.push(FieldError::new("image_links", "links-too-many").with("max", LINKS_MAX));
    }
    for (at, link) in row.image_links.iter().enumerate() {
        wrong.extend(check_link(&format!("image_links[{at}]"), link));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(row: &UpsertItem) -> Vec<String> {
        check_row(row).into_iter().map(|wrong| format!("{}: {}", wrong.field, wrong.said.code)).collect()
    }

    #[test]
    fn a_wrong_check_digit_names_the_right_one() {
        let wrong = read_barcode("code", "5012345678901").unwrap_err();
        assert_eq!(wrong, FieldError::new("code", "gtin-check-digit").with("expected", 0_i64));
        assert_eq!(read_barcode("code", " 85123A ").unwrap().key(), "85123A");
    }

    #[test]
    fn nothing_slips_through_a_row() {
        let row = UpsertItem {
            name: Some("a\u{0}b".into()),
            sku: Some("x".repeat(65)),
            price: Some(Decimal::NEGATIVE_ONE),
            cost: Some("0.0000001".parse().unwrap()),
            unit: Some("furlong".into()),
            options: vec![("Size".into(), "M".into()), ("size ".into(), "L".into())],
            barcodes: vec![NewBarcode { code: "6291041500214".into(), unit: "each".into(), pack: Quantity::ZERO }],
            image_links: vec!["javascript:alert(1)".into()],
            ..UpsertItem::default()
        };
        assert_eq!(
            codes(&row),
            [
                "name: field-control-characters",
                "sku: field-too-long",
                "unit: field-unknown-choice",
                "axes[1]: axis-twice",
                "price: money-negative",
                "cost: money-too-many-decimals",
                "barcodes[0].code: gtin-check-digit",
                "barcodes[0].pack: quantity-not-positive",
                "image_links[0]: link-invalid",
            ]
        );
    }

    #[test]
    fn an_item_field_is_told_from_a_variants() {
        assert!(is_item_field("image_links[3]"));
        assert!(is_item_field("name"));
        assert!(!is_item_field("barcodes[0].code"));
        assert!(!is_item_field("price"));
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        assert!(check_amount("price", Some("9999999999999.999999".parse().unwrap())).is_none());
        assert_eq!(check_amount("price", Some("10000000000000".parse().unwrap())).unwrap().said.code, "money-too-large");
        assert!(check_amount("price", Some("-0".parse().unwrap())).is_none());
        assert!(check_link("l", "https://example.com/a b").is_some());
        assert!(check_link("l", "https:///x").is_some());
        assert!(check_link("l", "HTTPS://example.com/%F0%9F%8E%81.jpg").is_none());
    }
}
