//! UPC-E, which `barcoders` lacks: the symbol and the suppression of zeros as in the GS1 General Specifications.

use super::gtin;
use crate::Fault;
use barcoders::sym::ean13::ENCODINGS;

/// The eight digits (number system 0, six, check digit) of a code that may be those eight or a GTIN-12 in any padding.
pub(super) fn short_form(code: &str) -> Result<String, Fault> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Character);
    }
    if code.len() == 8 {
        gtin::check(&long_form(code)?)?;
        return Ok(code.to_owned());
    }
    compress(&gtin::of_length(code, 12)?).ok_or(Fault::NotCompressible)
}

/// The GTIN-12 that eight digits stand for; the check digit is carried over, not verified.
fn long_form(short: &str) -> Result<String, Fault> {
    let [system, a, b, c, d, e, last, check] = short.as_bytes() else {
        return Err(Fault::Length);
    };
    if *system != b'0' {
        return Err(Fault::NotCompressible);
    }
    let zero = b'0';
    let ten = match last {
        b'0'..=b'2' => [*a, *b, *last, zero, zero, zero, zero, *c, *d, *e],
        b'3' => [*a, *b, *c, zero, zero, zero, zero, zero, *d, *e],
        b'4' => [*a, *b, *c, *d, zero, zero, zero, zero, zero, *e],
        _ => [*a, *b, *c, *d, *e, zero, zero, zero, zero, *last],
    };
    Ok(std::iter::once(*system).chain(ten).chain([*check]).map(char::from).collect())
}

/// The eight digits for a GTIN-12, where its zeros allow them.
///
/// Of the four rules the first that holds is taken, as the specification orders them: the same number has then one
/// UPC-E only.
fn compress(long: &str) -> Option<String> {
    let (system, rest) = long.split_at_checked(1)?;
    let (company, rest) = rest.split_at_checked(5)?;
    let (item, check) = rest.split_at_checked(5)?;
    if system != "0" {
        return None;
    }
    let zeros = |text: &str| text.bytes().all(|byte| byte == b'0');
    let six = if zeros(&company[3..]) && company[2..3] <= *"2" && zeros(&item[..2]) {
        format!("{}{}{}", &company[..2], &item[2..], &company[2..3])
    } else if zeros(&company[3..]) && zeros(&item[..3]) {
        format!("{}{}3", &company[..3], &item[3..])
    } else if zeros(&company[4..]) && zeros(&item[..4]) {
        format!("{}{}4", &company[..4], &item[4..])
    } else if zeros(&item[..4]) && item[4..] >= *"5" {
        format!("{company}{}", &item[4..])
    } else {
        return None;
    };
    Some(format!("0{six}{check}"))
}

/// The sets of the six digits by check digit: `true` is set B. It is how the check digit is written.
const SETS: [[bool; 6]; 10] = [
    [true, true, true, false, false, false],
    [true, true, false, true, false, false],
    [true, true, false, false, true, false],
    [true, true, false, false, false, true],
    [true, false, true, true, false, false],
    [true, false, false, true, true, false],
    [true, false, false, false, true, true],
    [true, false, true, false, true, false],
    [true, false, true, false, false, true],
    [true, false, false, true, false, true],
];

/// The 51 modules of eight digits.
pub(super) fn bits(short: &str) -> Result<Vec<u8>, Fault> {
    let digits: Vec<usize> = short.bytes().map(|byte| usize::from(byte.wrapping_sub(b'0'))).collect();
    let [_, six @ .., check] = digits.as_slice() else {
        return Err(Fault::Length);
    };
    let sets = SETS.get(*check).ok_or(Fault::Character)?;
    let mut bits = vec![1, 0, 1];
    for (&digit, &in_b) in six.iter().zip(sets) {
        bits.extend(ENCODINGS[usize::from(in_b)].get(digit).ok_or(Fault::Character)?);
    }
    bits.extend([0, 1, 0, 1, 0, 1]);
    Ok(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One pair for each rule, as the GS1 General Specifications' table of suppressed zeros has them; `04252614`, `01234565` and
    /// `06543217` are the textbooks' examples, check digits included.
    const PAIRS: [(&str, &str); 8] = [
        ("01234505", "012000003455"),
        ("04252614", "042100005264"),
        ("01234133", "012300000413"),
        ("01234543", "012340000053"),
        ("01234565", "012345000065"),
        ("06543217", "065100004327"),
        ("07834309", "078000003439"),
        ("04210003", "042000001003"),
    ];

    #[test]
    fn short_and_long_forms_are_as_published() {
        for (short, long) in PAIRS {
            let expected = gtin::check_digit(&long.as_bytes()[..11]).unwrap();
            let body = format!("{}{expected}", &long[..11]);
            let code = format!("{}{expected}", &short[..7]);
            assert_eq!(long_form(&code).as_deref(), Ok(body.as_str()), "{short}");
            assert_eq!(short_form(&body).as_deref(), Ok(code.as_str()), "{long}");
        }
        for (short, long) in [("04252614", "042100005264"), ("01234565", "012345000065"), ("06543217", "065100004327")] {
            assert_eq!(short_form(long).as_deref(), Ok(short), "check digits included");
            assert_eq!(short_form(short).as_deref(), Ok(short));
        }
    }

    #[test]
    fn every_short_form_comes_back_from_its_long_form() {
        for n in (0..1_000_000_u32).step_by(7) {
            let six = format!("{n:06}");
            let long = long_form(&format!("0{six}0")).unwrap();
            let long = format!("{}{}", &long[..11], gtin::check_digit(&long.as_bytes()[..11]).unwrap());
            let short = short_form(&long).unwrap();
            assert_eq!(long_form(&short).as_deref(), Ok(long.as_str()), "{six}");
        }
    }

    #[test]
    fn numbers_without_the_zeros_are_refused() {
        assert_eq!(short_form("036000291452"), Err(Fault::NotCompressible));
        assert_eq!(short_form("142100005261"), Err(Fault::NotCompressible), "number system 1");
        assert_eq!(short_form("04252615"), Err(Fault::CheckDigit { expected: 4 }));
    }

    /// 0 425261 4: sets B A B B A A for the check digit 4.
    #[test]
    fn modules_are_as_published() {
        let bits: String = bits("04252614").unwrap().iter().map(|bit| char::from(b'0' + bit)).collect();
        assert_eq!(bits, concat!("101", "0011101", "0010011", "0111001", "0011011", "0101111", "0011001", "010101"));
    }
}
