//! Quantities in millionths: exact, and a tenth of the size of a decimal library.

/// Decimals kept.
const SCALE: usize = 6;
/// One whole unit.
pub const ONE: i64 = 1_000_000;

/// Reads digits with at most one decimal mark and an optional minus; `None` for anything else, and for what is absurd.
#[must_use]
pub fn read(typed: &str, decimal: char) -> Option<i64> {
    let typed = typed.trim();
    let (negative, digits) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, typed),
    };
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || !plain(whole) || !plain(fraction) || fraction.len() > SCALE || whole.len() > 12 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let fraction: i64 = format!("{fraction:0<SCALE$}").parse().ok()?;
    let value = whole.checked_mul(ONE)?.checked_add(fraction)?;
    Some(if negative { -value } else { value })
}

/// Writes a quantity: no grouping, a hyphen for minus, so that it is read back as what it is.
#[must_use]
pub fn write(value: i64, decimal: char) -> String {
    let (whole, fraction) = (value.unsigned_abs() / ONE.unsigned_abs(), value.unsigned_abs() % ONE.unsigned_abs());
    let sign = if value < 0 { "-" } else { "" };
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{fraction:0SCALE$}");
    format!("{sign}{whole}{decimal}{}", fraction.trim_end_matches('0'))
}

/// `quantity` of a unit that holds `pack`.
#[must_use]
pub fn times(quantity: i64, pack: i64) -> i64 {
    i64::try_from(i128::from(quantity) * i128::from(pack) / i128::from(ONE)).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_as_they_are_written() {
        for (typed, value) in [("12", 12 * ONE), ("1.5", 1_500_000), (".25", 250_000), ("0.000001", 1), ("-3", -3 * ONE), ("7.", 7 * ONE)] {
            assert_eq!(read(typed, '.'), Some(value), "{typed}");
            assert_eq!(read(&write(value, '.'), '.'), Some(value), "{typed}");
        }
        assert_eq!(read("1,5", ','), Some(1_500_000));
        assert_eq!(write(1_500_000, ','), "1,5");
        for bad in ["", "-", ".", "1e400", "1.5.2", "1,5", "0.0000001", "9999999999999", "٣", "10x0d"] {
            assert_eq!(read(bad, '.'), None, "{bad:?}");
        }
        assert_eq!(times(2 * ONE, 12 * ONE), 24 * ONE);
    }
}
