//! Quantities in millionths: exact, and a tenth of the size of a decimal library.

/// Decimals kept.
const SCALE: usize = 6;
/// One whole unit.
pub const ONE: i64 = 1_000_000;

/// Reads a number as machines write it: digits with at most one decimal mark and an optional minus; `None` for anything else, and for what is absurd.
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

/// Reads a quantity as people type it in a language with these marks: what `Words::read_quantity` reads for the page
/// without script, and `None` for what it refuses and for what is absurd. One table of cases tests both.
#[must_use]
pub fn typed(text: &str, decimal: char, group: char) -> Option<i64> {
    let text = clean(text);
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    read(&format!("{sign}{}", machine(digits, decimal, group)?), '.')
}

/// Drops the invisible marks of direction, and brings the digits, spaces and apostrophes of all scripts to one.
fn clean(text: &str) -> String {
    let western = |digit: char, zero: char| char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit);
    text.chars()
        .filter(|letter| !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}'))
        .map(|letter| match letter {
            '\u{660}'..='\u{669}' => western(letter, '\u{660}'),
            '\u{6f0}'..='\u{6f9}' => western(letter, '\u{6f0}'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '\u{2019}' => '\'',
            other => other,
        })
        .collect()
}

/// The digits with a point for the decimal mark; `None` for what is ill formed, or could be meant in two ways.
fn machine(digits: &str, decimal: char, group: char) -> Option<String> {
    const SPACES: &[char] = &[' ', '\''];
    if digits.contains(['\u{66b}', '\u{66c}']) {
        return styled(digits, '\u{66b}', &['\u{66c}']);
    }
    if decimal == '.' {
        return styled(digits, '.', &[',']);
    }
    styled(digits, ',', SPACES).or_else(|| match (styled(digits, ',', &['.']), styled(digits, '.', SPACES)) {
        (Some(whole), Some(fraction)) if whole != fraction => None,
        (Some(own), _) if group == '.' => Some(own),
        (_, pointed) => pointed,
    })
}

/// The number in the machine's form, if it is well formed with this decimal mark and one of these marks for grouping.
fn styled(text: &str, decimal: char, groups: &[char]) -> Option<String> {
    let (whole, fraction) = text.split_once(decimal).map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = match groups.iter().find(|mark| whole.contains(**mark)) {
        Some(mark) => ungrouped(whole, *mark)?,
        None => whole.to_owned(),
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match fraction {
        Some(fraction) if plain(&whole) && plain(fraction) && !fraction.is_empty() => Some(format!("{whole}.{fraction}")),
        None if plain(&whole) && !whole.is_empty() => Some(whole),
        _ => None,
    }
}

/// Without its grouping: one to three digits of which the first is not nought, then threes.
fn ungrouped(whole: &str, mark: char) -> Option<String> {
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3);
    well_formed.then(|| whole.chars().filter(|letter| *letter != mark).collect())
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

/// `quantity` of a unit of which one is `num / den` base units: exact, or rounded at the sixth decimal, half to even, as the
/// server does. None where that is more than can be.
#[must_use]
pub fn in_base(quantity: i64, num: i64, den: i64) -> Option<i64> {
    if num <= 0 || den <= 0 {
        return None;
    }
    let (whole, den) = (i128::from(quantity) * i128::from(num), i128::from(den));
    let (floor, rest) = (whole.div_euclid(den), whole.rem_euclid(den));
    let up = rest * 2 > den || (rest * 2 == den && floor % 2 != 0);
    i64::try_from(floor + i128::from(up)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same table that `words` is tested with.
    #[test]
    fn what_the_server_reads_is_read_here_and_nothing_else() {
        let table = include_str!("../words/tests/numbers.txt");
        let mut seen = 0;
        for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let [language, text, value] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (decimal, group) = match language {
                "en" | "ar" => ('.', ','),
                "de" | "es" => (',', '.'),
                "fr" => (',', '\u{202f}'),
                _ => panic!("{line}"),
            };
            let read = typed(text, decimal, group).map_or_else(|| String::from("-"), |value| write(value, '.'));
            assert_eq!(read, value, "{line}");
            seen += 1;
        }
        assert!(seen > 40, "{seen}");
    }

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
        assert_eq!(in_base(3 * ONE, 12, 1), Some(36 * ONE));
        assert_eq!((in_base(ONE, 1, 3), in_base(2 * ONE, 1, 3)), (Some(333_333), Some(666_667)));
        assert_eq!((in_base(1, 1, 2), in_base(3, 1, 2), in_base(-1, 1, 2)), (Some(0), Some(2), Some(0)), "half to even");
        assert_eq!((in_base(ONE, 0, 1), in_base(i64::MAX, 12, 1)), (None, None));
    }
}
