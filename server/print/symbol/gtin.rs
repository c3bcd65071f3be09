//! GTINs: check digits, natural forms, and where their digits stand under the bars.

use crate::{Fault, Symbology};

/// The check digit of the digits before it: weights 3 and 1 in turn from the right, modulo 10 (GS1 General
/// Specifications). `None` where a byte is no ASCII digit.
pub(super) fn check_digit(digits: &[u8]) -> Option<u8> {
    let sum = digits.iter().rev().enumerate().try_fold(0_u32, |sum, (i, byte)| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        Some(sum + if i % 2 == 0 { 3 * digit } else { digit })
    })?;
    u8::try_from((10 - sum % 10) % 10).ok()
}

/// Checks the last digit of a number against the others.
pub(super) fn check(digits: &str) -> Result<(), Fault> {
    let (last, others) = digits.as_bytes().split_last().ok_or(Fault::Empty)?;
    let expected = check_digit(others).ok_or(Fault::Character)?;
    match last.checked_sub(b'0') {
        Some(digit) if digit == expected => Ok(()),
        Some(digit) if digit < 10 => Err(Fault::CheckDigit { expected }),
        _ => Err(Fault::Character),
    }
}

/// Whether this is a GTIN of 8, 12, 13 or 14 digits with the right check digit.
pub(super) fn is_valid(code: &str) -> bool {
    matches!(code.len(), 8 | 12 | 13 | 14) && check(code).is_ok()
}

/// The digits without the zeros that pad a GTIN-14: 8, 12, 13 or 14 of them. Shorter numbers are as they came.
pub(super) fn natural(code: &str) -> &str {
    match code.len() {
        14 if code.starts_with("000000") => &code[6..],
        14 if code.starts_with("00") => &code[2..],
        14 if code.starts_with('0') => &code[1..],
        _ => code,
    }
}

/// The GTIN in just this many digits: zeros in front are added or taken away, the check digit is verified.
pub(super) fn of_length(code: &str, length: usize) -> Result<String, Fault> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Character);
    }
    if !matches!(code.len(), 8 | 12 | 13 | 14) {
        return Err(Fault::Length);
    }
    let extra = code.len().saturating_sub(length);
    let (padding, rest) = code.split_at(extra);
    // Padding a GTIN-8 to 12 or 13 digits makes another symbol, but the same number: GS1 allows both.
    if padding.bytes().any(|byte| byte != b'0') {
        return Err(Fault::Length);
    }
    check(rest)?;
    Ok(format!("{rest:0>length$}"))
}

/// Where a symbology's digits stand, in modules from the first bar: as in the GS1 General Specifications.
pub(crate) struct Layout {
    /// Bars that begin in one of these ranges of modules reach down between the digits.
    pub guards: &'static [(i64, i64)],
    /// How many digits stand in each range of modules.
    pub groups: &'static [(usize, i64, i64)],
}

impl Layout {
    /// For EAN and UPC; the others have their text in one line below the bars.
    pub fn of(symbology: Symbology) -> Option<Self> {
        let (guards, groups): (&[_], &[_]) = match symbology {
            Symbology::Ean13 => (&[(0, 3), (45, 50), (92, 95)], &[(1, -9, -2), (6, 3, 45), (6, 50, 92)]),
            Symbology::UpcA => (&[(0, 10), (45, 50), (85, 95)], &[(1, -9, -2), (5, 10, 45), (5, 50, 85), (1, 97, 104)]),
            Symbology::Ean8 => (&[(0, 3), (31, 36), (64, 67)], &[(4, 3, 31), (4, 36, 64)]),
            Symbology::UpcE => (&[(0, 3), (45, 51)], &[(1, -9, -2), (6, 3, 45), (1, 52, 58)]),
            Symbology::Itf14 | Symbology::Code128 | Symbology::Qr => return None,
        };
        Some(Self { guards, groups })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GS1's example, textbook numbers, and GTINs of 12 and 14 digits.
    #[test]
    fn check_digits_are_as_published() {
        for gtin in ["6291041500213", "5901234123457", "96385074", "036000291452", "614141123452", "10614141543219"] {
            assert_eq!(check(gtin), Ok(()), "{gtin}");
        }
        assert_eq!(check("6291041500214"), Err(Fault::CheckDigit { expected: 3 }));
    }

    #[test]
    fn lengths_change_by_zeros_alone() {
        assert_eq!(of_length("05012345678900", 13).as_deref(), Ok("5012345678900"));
        assert_eq!(of_length("5012345678900", 14).as_deref(), Ok("05012345678900"));
        assert_eq!(of_length("15012345678907", 13), Err(Fault::Length));
        assert_eq!(natural("15012345678907"), "15012345678907");
    }
}
