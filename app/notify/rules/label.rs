//! What stands on a label: which of a variant's codes, in which symbol, under which words.

use crate::{LabelRequest, LabelSymbology, PrintedLabel};
use vocabulary::{Code, Gtin};

/// What is known of a variant that is to have a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantFacts {
    pub name: String,
    pub option_text: String,
    pub sku: String,
    /// As the store writes its money.
    pub price: Option<String>,
    /// Its barcodes for one base unit, the oldest first. A case's is none of them: on a piece it would count as a case.
    pub codes: Vec<Code>,
}

/// What is known of a location that is to have a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocationFacts {
    pub name: String,
    pub code: String,
    pub scan_code: String,
    pub store: String,
}

/// Why a QR code does not lead to the item's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainQr {
    /// The business has no public address yet.
    NoBase,
    /// The item has no GTIN to make an address of.
    NoGtin,
}

/// The code a scanner will read: a GTIN if there is one, else another barcode, else the SKU.
#[must_use]
pub fn best_code(codes: &[Code], sku: &str) -> Code {
    let gtin = codes.iter().find(|code| matches!(code, Code::Gtin(_)));
    gtin.or_else(|| codes.first()).cloned().unwrap_or_else(|| Code::Other(sku.to_owned()))
}

/// A GTIN's address under a public base: GS1 Digital Link, `https://example.com/01/05012345678900`.
#[must_use]
pub fn digital_link(base: &str, gtin: Gtin) -> String {
    format!("{}/01/{}", base.trim_end_matches('/'), gtin.gtin14())
}

/// A variant's label. `base` is the public base of the business, empty if it has none.
#[must_use]
pub fn decide_variant_label(facts: &VariantFacts, copies: u32, request: &LabelRequest, base: &str) -> (PrintedLabel, Option<PlainQr>) {
    let best = best_code(&facts.codes, &facts.sku);
    let (code, plain) = match (request.symbology, &best) {
        (LabelSymbology::Qr, Code::Gtin(gtin)) if !base.trim().is_empty() => (digital_link(base.trim(), *gtin), None),
        (LabelSymbology::Qr, Code::Gtin(gtin)) => (gtin.printed(), Some(PlainQr::NoBase)),
        (LabelSymbology::Qr, Code::Other(text)) => (text.clone(), Some(PlainQr::NoGtin)),
        (_, code) => (code.to_string(), None),
    };
    // A house code of eight digits may look like a GTIN and is none: it is told, so that it is not guessed.
    let symbology = match (request.symbology, &best) {
        (LabelSymbology::Auto, Code::Other(_)) => LabelSymbology::Code128,
        (asked, _) => asked,
    };
    let label = PrintedLabel {
        name: if request.name { facts.name.clone() } else { String::new() },
        detail: if request.name { facts.option_text.clone() } else { String::new() },
        sku: if request.sku { facts.sku.clone() } else { String::new() },
        price: facts.price.clone().filter(|_| request.price),
        code,
        symbology,
        copies,
    };
    (label, plain)
}

/// A location's label: its scan code in Code 128, or in QR where that is asked for. No other symbol can hold it.
#[must_use]
pub fn decide_location_label(facts: &LocationFacts, copies: u32, request: &LabelRequest) -> PrintedLabel {
    let symbology = if request.symbology == LabelSymbology::Qr { LabelSymbology::Qr } else { LabelSymbology::Code128 };
    PrintedLabel {
        name: if request.name { facts.name.clone() } else { String::new() },
        detail: if request.name { facts.store.clone() } else { String::new() },
        // The code under the bars says it already; where the location is called by its code, the name does too.
        sku: if request.sku && symbology == LabelSymbology::Qr && facts.code != facts.name { facts.code.clone() } else { String::new() },
        price: None,
        code: facts.scan_code.clone(),
        symbology,
        copies,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LabelDpi;

    fn request(symbology: LabelSymbology) -> LabelRequest {
        LabelRequest {
            labels: Vec::new(),
            sheet: "a4-21".into(),
            start: 1,
            dpi: LabelDpi::Any,
            symbology,
            name: true,
            price: true,
            sku: true,
            store: None,
        }
    }

    fn facts(codes: &[&str]) -> VariantFacts {
        let codes = codes.iter().map(|code| Code::read(code).unwrap()).collect();
        VariantFacts { name: "Mug".into(), option_text: "Red".into(), sku: "85123A".into(), price: Some("£2.95".into()), codes }
    }

    #[test]
    fn a_gtin_comes_first_then_any_code_then_the_sku() {
        for (codes, code, symbology) in [
            (&["HOUSE-1", "5012345678900"][..], "5012345678900", LabelSymbology::Auto),
            (&["HOUSE-1", "HOUSE-2"], "HOUSE-1", LabelSymbology::Code128),
            (&[], "85123A", LabelSymbology::Code128),
        ] {
            let (label, plain) = decide_variant_label(&facts(codes), 2, &request(LabelSymbology::Auto), "");
            assert_eq!((label.code.as_str(), label.symbology, plain), (code, symbology, None));
            assert_eq!((label.copies, label.price.as_deref(), label.detail.as_str()), (2, Some("£2.95"), "Red"));
        }
    }

    /// The example of the GS1 Digital Link standard (URI syntax, 1.2): `https://example.com/01/09506000134352`.
    #[test]
    fn a_qr_code_is_an_address_where_there_is_a_base() {
        let gtin = facts(&["9506000134352"]);
        for base in ["https://example.com", "https://example.com/"] {
            let (label, plain) = decide_variant_label(&gtin, 1, &request(LabelSymbology::Qr), base);
            assert_eq!((label.code.as_str(), plain), ("https://example.com/01/09506000134352", None));
        }
        let (label, plain) = decide_variant_label(&gtin, 1, &request(LabelSymbology::Qr), "");
        assert_eq!((label.code.as_str(), plain), ("9506000134352", Some(PlainQr::NoBase)));
        let (label, plain) = decide_variant_label(&facts(&["HOUSE"]), 1, &request(LabelSymbology::Qr), "https://example.com");
        assert_eq!((label.code.as_str(), plain), ("HOUSE", Some(PlainQr::NoGtin)));
    }

    #[test]
    fn what_is_switched_off_is_not_printed() {
        let request = LabelRequest { name: false, price: false, sku: false, ..request(LabelSymbology::Auto) };
        let (label, _) = decide_variant_label(&facts(&[]), 1, &request, "");
        assert_eq!(label, PrintedLabel { code: "85123A".into(), symbology: LabelSymbology::Code128, copies: 1, ..PrintedLabel::default() });
    }

    #[test]
    fn a_location_is_code_128_whatever_items_are() {
        let facts = LocationFacts { name: "F1-01".into(), code: "F1-01".into(), scan_code: "LOC:LONDON:F1-01".into(), store: "London".into() };
        for (asked, got) in [(LabelSymbology::Ean13, LabelSymbology::Code128), (LabelSymbology::Qr, LabelSymbology::Qr)] {
            let label = decide_location_label(&facts, 1, &request(asked));
            assert_eq!((label.symbology, label.code.as_str(), label.detail.as_str()), (got, "LOC:LONDON:F1-01", "London"));
        }
    }
}
