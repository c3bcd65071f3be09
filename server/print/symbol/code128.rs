//! Code 128: which characters go in which code set. The bars and the check character come from `barcoders`.

use crate::Fault;
use barcoders::sym::code128::Code128;

/// `barcoders`' signs for "start in or change to this set".
const SET_B: char = 'Ɓ';
const SET_C: char = 'Ć';
/// The longest text: 80 characters in set B are wider than any label we print.
const LONGEST: usize = 80;

/// The modules of a text of printable ASCII characters.
pub(super) fn bits(text: &str) -> Result<Vec<u8>, Fault> {
    if text.len() > LONGEST {
        return Err(Fault::Length);
    }
    Code128::new(with_sets(text)?).map(|code| code.encode()).map_err(|_| Fault::Character)
}

/// The text with its code sets marked, in the fewest symbol characters.
///
/// `cost[set][i]` is the number of characters that the text from `i` needs when the reader is in that set; set C takes
/// two digits at once. Walking it from the end finds the optimum that the usual rules of thumb only approach.
fn with_sets(text: &str) -> Result<String, Fault> {
    let bytes = text.as_bytes();
    if !bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        return Err(Fault::Character);
    }
    let never = usize::MAX / 2;
    let digits_at = |i: usize| bytes.get(i..i + 2).is_some_and(|pair| pair.iter().all(u8::is_ascii_digit));
    let (mut in_b, mut in_c) = (vec![0; bytes.len() + 1], vec![0; bytes.len() + 1]);
    for i in (0..bytes.len()).rev() {
        let b = in_b[i + 1] + 1;
        let c = if digits_at(i) { in_c[i + 2] + 1 } else { never };
        in_b[i] = b.min(c + 1);
        in_c[i] = c.min(b + 1);
    }
    let mut marked = String::with_capacity(bytes.len() + 4);
    let mut c = in_c[0] < in_b[0];
    marked.push(if c { SET_C } else { SET_B });
    let mut i = 0;
    while i < bytes.len() {
        let stay = if c { digits_at(i) && in_c[i] == in_c[i + 2] + 1 } else { in_b[i] == in_b[i + 1] + 1 };
        if !stay {
            c = !c;
            marked.push(if c { SET_C } else { SET_B });
        }
        let step = if c { 2 } else { 1 };
        marked.push_str(&text[i..i + step]);
        i += step;
    }
    Ok(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digit_runs_go_in_set_c() {
        for (text, marked) in [
            ("85123A", "Ć8512Ɓ3A"),
            ("A1", "ƁA1"),
            ("12", "Ć12"),
            ("12345678", "Ć12345678"),
            ("AB123456CD", "ƁABĆ123456ƁCD"),
            ("AB12CD", "ƁAB12CD"),
            ("AB1234", "ƁABĆ1234"),
        ] {
            assert_eq!(with_sets(text).as_deref(), Ok(marked));
        }
    }

    /// The start, the five pairs, the check character, the stop and its last bar.
    #[test]
    fn ten_digits_take_eight_characters() {
        assert_eq!(bits("0123456789").unwrap().len(), (1 + 5 + 1) * 11 + 13);
    }

    /// The textbook's `PJJ123C`, here in set B and by hand: 104 + 48 + 2·42 + 3·42 + 4·17 + 5·18 + 6·19 + 7·35 = 879,
    /// modulo 103 = 55.
    #[test]
    fn the_check_character_is_as_computed_by_hand() {
        let bits: String = bits("PJJ123C").unwrap().iter().map(|bit| char::from(b'0' + bit)).collect();
        let check = &bits[8 * 11..9 * 11];
        assert_eq!(check, "11101000110", "value 55");
    }
}
