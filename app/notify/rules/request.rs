//! What is asked for: which labels, how many, on which sheet, and what stands on them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{LocationId, StoreId, VariantId};

/// Most different labels of one request; each may have many copies.
pub const LINES_MAX: usize = 1000;

/// What a label is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelSubject {
    Variant(VariantId),
    /// The variant with exactly this SKU.
    Sku(String),
    /// A location's scan code, a barcode in any length, or a SKU: whatever it is the code of. Refused where it is the
    /// code of two things. A case's code finds the item, whose label is that of a piece.
    Code(String),
    Location(LocationId),
}

/// A label, and how many of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelLine {
    pub subject: LabelSubject,
    /// 1 to 999; 1 unless said.
    #[serde(default = "one")]
    pub copies: u32,
}

/// The printer's resolution, on whose dots the bars are laid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub enum LabelDpi {
    /// Any laser printer.
    #[default]
    #[serde(rename = "any")]
    Any,
    #[serde(rename = "203")]
    D203,
    #[serde(rename = "300")]
    D300,
    #[serde(rename = "600")]
    D600,
}

impl LabelDpi {
    pub const ALL: [Self; 4] = [Self::Any, Self::D203, Self::D300, Self::D600];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::D203 => "203",
            Self::D300 => "300",
            Self::D600 => "600",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dpi| dpi.tag() == tag)
    }
}

/// How the code is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LabelSymbology {
    /// The symbol that suits each code: EAN or UPC for a GTIN, else Code 128.
    #[default]
    Auto,
    #[serde(rename = "ean-13")]
    Ean13,
    #[serde(rename = "ean-8")]
    Ean8,
    UpcA,
    UpcE,
    #[serde(rename = "itf-14")]
    Itf14,
    #[serde(rename = "code-128")]
    Code128,
    Qr,
}

impl LabelSymbology {
    pub const ALL: [Self; 8] = [Self::Auto, Self::Ean13, Self::Ean8, Self::UpcA, Self::UpcE, Self::Itf14, Self::Code128, Self::Qr];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ean13 => "ean-13",
            Self::Ean8 => "ean-8",
            Self::UpcA => "upc-a",
            Self::UpcE => "upc-e",
            Self::Itf14 => "itf-14",
            Self::Code128 => "code-128",
            Self::Qr => "qr",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|symbology| symbology.tag() == tag)
    }

    /// Its name, the same in every language; none for the choice that is no symbology.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Ean13 => Some("EAN-13"),
            Self::Ean8 => Some("EAN-8"),
            Self::UpcA => Some("UPC-A"),
            Self::UpcE => Some("UPC-E"),
            Self::Itf14 => Some("ITF-14"),
            Self::Code128 => Some("Code 128"),
            Self::Qr => Some("QR"),
        }
    }
}

/// Labels to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelRequest {
    /// In the order they are printed in: 1 to 1000, and 10,000 labels in all.
    pub labels: Vec<LabelLine>,
    /// The sheet's code: `a4-21`.
    pub sheet: String,
    /// The first free place of the first sheet, along the rows from 1; 1 unless said.
    #[serde(default = "one")]
    pub start: u32,
    #[serde(default)]
    pub dpi: LabelDpi,
    #[serde(default)]
    pub symbology: LabelSymbology,
    /// Whether names are printed; yes unless said.
    #[serde(default = "yes")]
    pub name: bool,
    /// Whether prices are printed; yes unless said.
    #[serde(default = "yes")]
    pub price: bool,
    /// Whether SKUs are printed; yes unless said.
    #[serde(default = "yes")]
    pub sku: bool,
    /// Whose way of writing prices; the business's own unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_what_is_written() {
        for dpi in LabelDpi::ALL {
            assert_eq!(LabelDpi::of_tag(dpi.tag()), Some(dpi));
        }
        for symbology in LabelSymbology::ALL {
            assert_eq!(LabelSymbology::of_tag(symbology.tag()), Some(symbology));
        }
    }
}
