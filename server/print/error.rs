//! What can be refused, and why. The words people read live elsewhere: here are codes and their parameters.

use crate::{Length, Symbology};

/// What is wrong with a code for the symbology it was to be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Nothing to encode.
    Empty,
    /// A character the symbology has no pattern for.
    Character,
    /// Too few or too many characters.
    Length,
    /// The last digit is not the check digit of the others.
    CheckDigit { expected: u8 },
    /// A GTIN without the zeros that UPC-E leaves out.
    NotCompressible,
}

impl Fault {
    /// The stable name of the fault, for a message to choose its words by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Character => "character",
            Self::Length => "length",
            Self::CheckDigit { .. } => "check-digit",
            Self::NotCompressible => "not-compressible",
        }
    }
}

/// A refusal. `label` is the name of the label it is about, empty where a code was encoded on its own.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    #[error("there is no sheet {sheet:?}")]
    UnknownSheet { sheet: String },

    #[error("the job has no labels")]
    NoLabels,

    #[error("{labels} labels are more than the {limit} of one job")]
    TooManyLabels { labels: u64, limit: u64 },

    #[error("{copies} copies of {label:?}: 1 to {limit} can be printed")]
    Copies { label: String, copies: u32, limit: u32 },

    #[error("place {start} is not on {sheet}, which has {places}, counted from 0")]
    Start { start: usize, sheet: &'static str, places: usize },

    #[error("{label:?}: {code:?} is no {symbology:?} ({})", fault.code())]
    Code { label: String, code: String, symbology: Symbology, fault: Fault },

    /// The symbol at its smallest legal module with its quiet zones, against what the label has for it.
    #[error("{label:?}: {code:?} needs {needed_mm} mm, {sheet} has {available_mm} mm; it fits on {smallest_sheet:?}")]
    DoesNotFit {
        label: String,
        code: String,
        sheet: &'static str,
        needed_mm: Length,
        available_mm: Length,
        /// The smallest sheet on which it fits at the same resolution; `None` where it fits on none.
        smallest_sheet: Option<&'static str>,
    },

    /// A character that our fonts lack or that must be shaped or set from right to left, by its script's English name.
    #[error("{label:?}: {character:?} ({script}) cannot be set")]
    CannotShape { label: String, character: char, script: &'static str },

    /// A price that stays too wide at its smallest size: it is never cut short.
    #[error("{label:?}: the price {price:?} does not fit on {sheet}")]
    PriceTooLong { label: String, price: String, sheet: &'static str },

    /// Our own fault: a font or the PDF could not be written.
    #[error("cannot write the PDF: {reason}")]
    Writer { reason: String },
}

impl PrintError {
    /// The stable code of this refusal, as in messages and answers of the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownSheet { .. } => "print-unknown-sheet",
            Self::NoLabels => "print-no-labels",
            Self::TooManyLabels { .. } => "print-too-many-labels",
            Self::Copies { .. } => "print-copies",
            Self::Start { .. } => "print-start",
            Self::Code { .. } => "print-code",
            Self::DoesNotFit { .. } => "print-does-not-fit",
            Self::CannotShape { .. } => "print-cannot-shape",
            Self::PriceTooLong { .. } => "print-price-too-long",
            Self::Writer { .. } => "print-writer",
        }
    }

    /// The values a message for [`Self::code`] can name, by their names there. Lengths are millimetres, one decimal.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownSheet { sheet } => vec![("sheet", sheet.clone())],
            Self::NoLabels => Vec::new(),
            Self::TooManyLabels { labels, limit } => {
                vec![("labels", labels.to_string()), ("limit", limit.to_string())]
            }
            Self::Copies { label, copies, limit } => {
                vec![("label", label.clone()), ("copies", copies.to_string()), ("limit", limit.to_string())]
            }
            Self::Start { start, sheet, places } => {
                vec![("start", start.to_string()), ("sheet", (*sheet).to_owned()), ("places", places.to_string())]
            }
            Self::Code { label, code, symbology, fault } => {
                let mut named = vec![
                    ("label", label.clone()),
                    ("code", code.clone()),
                    ("symbology", symbology.name().to_owned()),
                    ("fault", fault.code().to_owned()),
                ];
                if let Fault::CheckDigit { expected } = fault {
                    named.push(("expected", expected.to_string()));
                }
                named
            }
            Self::DoesNotFit { label, code, sheet, needed_mm, available_mm, smallest_sheet } => vec![
                ("label", label.clone()),
                ("code", code.clone()),
                ("sheet", (*sheet).to_owned()),
                ("needed", needed_mm.to_string()),
                ("available", available_mm.to_string()),
                ("smallest", smallest_sheet.unwrap_or("none").to_owned()),
            ],
            Self::CannotShape { label, character, script } => {
                vec![("label", label.clone()), ("character", character.to_string()), ("script", (*script).to_owned())]
            }
            Self::PriceTooLong { label, price, sheet } => {
                vec![("label", label.clone()), ("price", price.clone()), ("sheet", (*sheet).to_owned())]
            }
            Self::Writer { reason } => vec![("reason", reason.clone())],
        }
    }

    /// The same refusal of a code, said of this label.
    pub(crate) fn about(mut self, name: &str) -> Self {
        match &mut self {
            Self::Code { label, .. } | Self::DoesNotFit { label, .. } | Self::CannotShape { label, .. } | Self::PriceTooLong { label, .. } => {
                name.clone_into(label);
            }
            _ => {}
        }
        self
    }
}
