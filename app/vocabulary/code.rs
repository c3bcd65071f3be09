//! What is under a barcode: a GTIN, or a code that is not one and is kept as it is.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A Global Trade Item Number, whatever its printed length (8, 12, 13 or 14 digits): one number, because
/// 042563008123, 0042563008123 and 00042563008123 are the same item. GS1 General Specifications §3.3.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Gtin(u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// Not 8, 12, 13 or 14 digits: no GTIN at all.
    #[error("gtin-not-one")]
    NotAGtin,
    /// The right length, but the last digit does not check the others.
    #[error("gtin-check-digit")]
    CheckDigit { expected: u8 },
}

impl Gtin {
    /// Fourteen digits with leading zeros: the form in which GTINs are stored and compared.
    #[must_use]
    pub fn gtin14(self) -> String {
        format!("{:014}", self.0)
    }

    /// The shortest form it is printed in: 8 digits where a GTIN-8, else 12, 13 or 14.
    #[must_use]
    pub fn printed(self) -> String {
        match self.0 {
            n if n < 100_000_000 => format!("{n:08}"),
            n if n < 1_000_000_000_000 => format!("{n:012}"),
            n if n < 10_000_000_000_000 => format!("{n:013}"),
            n => format!("{n:014}"),
        }
    }
}

/// The mod-10 check digit of a number *without* its last digit: weights 3 and 1 alternate from the right.
/// GS1 General Specifications §7.9.1.
#[must_use]
pub fn check_digit(mut body: u64) -> u8 {
    let (mut sum, mut weight) = (0, 3);
    while body > 0 {
        sum += body % 10 * weight;
        body /= 10;
        weight = 4 - weight;
    }
    u8::try_from((10 - sum % 10) % 10).unwrap_or_default()
}

impl FromStr for Gtin {
    type Err = GtinError;
    fn from_str(raw: &str) -> Result<Self, GtinError> {
        if !matches!(raw.len(), 8 | 12 | 13 | 14) || !raw.bytes().all(|b| b.is_ascii_digit()) {
            return Err(GtinError::NotAGtin);
        }
        let number: u64 = raw.parse().map_err(|_| GtinError::NotAGtin)?;
        if number == 0 {
            return Err(GtinError::NotAGtin);
        }
        let expected = check_digit(number / 10);
        if number % 10 == u64::from(expected) { Ok(Self(number)) } else { Err(GtinError::CheckDigit { expected }) }
    }
}

impl TryFrom<String> for Gtin {
    type Error = GtinError;
    fn try_from(raw: String) -> Result<Self, GtinError> {
        raw.parse()
    }
}

impl From<Gtin> for String {
    fn from(gtin: Gtin) -> Self {
        gtin.gtin14()
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed())
    }
}

/// Any code that identifies a variant when it is scanned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    Gtin(Gtin),
    /// A house code, a supplier's, anything that is no GTIN. Kept letter for letter, never padded into one.
    Other(String),
}

impl Code {
    /// Longest code kept, in characters.
    pub const MAX: usize = 64;

    /// Reads what a scanner or a file says. A string of GTIN length whose check digit is wrong is an error rather than
    /// a house code, because it is nearly always a slip of the hand.
    ///
    /// # Errors
    /// [`GtinError::CheckDigit`], or [`GtinError::NotAGtin`] when it is empty, too long or holds control characters.
    pub fn read(raw: &str) -> Result<Self, GtinError> {
        let raw = raw.trim();
        match raw.parse() {
            Ok(gtin) => Ok(Self::Gtin(gtin)),
            Err(GtinError::NotAGtin) if !raw.is_empty() && raw.chars().count() <= Self::MAX && !raw.chars().any(char::is_control) => {
                Ok(Self::Other(raw.to_owned()))
            }
            Err(wrong) => Err(wrong),
        }
    }

    /// The form in which it is stored and looked up.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Gtin(gtin) => gtin.gtin14(),
            Self::Other(text) => text.clone(),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gtin(gtin) => gtin.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_gtin_in_three_lengths() {
        let all: Vec<Gtin> = ["042563008123", "0042563008123", "00042563008123"].iter().map(|raw| raw.parse().unwrap()).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(all[0].gtin14(), "00042563008123");
        assert_eq!(all[0].printed(), "042563008123");
    }

    /// Examples from the GS1 check digit page and the General Specifications' figures.
    #[test]
    fn published_check_digits() {
        for good in ["6291041500213", "9506000134352", "96385074", "614141000036", "10614141000415"] {
            assert!(good.parse::<Gtin>().is_ok(), "{good}");
        }
        assert_eq!("6291041500214".parse::<Gtin>(), Err(GtinError::CheckDigit { expected: 3 }));
    }

    #[test]
    fn a_code_that_is_no_gtin_stays_what_it_is() {
        for house in ["85123A", "22706", "0085123", "CMD:undo", "1234567"] {
            assert_eq!(Code::read(house), Ok(Code::Other(house.into())));
        }
        assert_eq!(Code::read(" \u{0}"), Err(GtinError::NotAGtin));
        assert_eq!(Code::read("00000000"), Ok(Code::Other("00000000".into())));
    }
}
