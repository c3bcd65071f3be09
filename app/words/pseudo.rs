//! Two languages that nobody speaks, for tests: English with accents and a third longer, and English from right to
//! left. They are made from the text of the English messages; variables are left alone.

/// Accents every letter and doubles the vowels, which makes text about a third longer: what is cut off or not accented
/// shows.
pub(crate) fn accented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = accent(letter);
        out.push(accented);
        if matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'E' | 'I' | 'O' | 'U') {
            out.push(accented);
        }
    }
    out
}

/// Accents without lengthening: for the names of months and the like, which tables hold.
pub(crate) fn accented_word(text: &str) -> String {
    text.chars().map(accent).collect()
}

/// Makes text run from right to left, letter by letter, with the space around it left outside.
pub(crate) fn mirrored(text: &str) -> String {
    let core = text.trim();
    if core.is_empty() {
        return text.to_owned();
    }
    let start = text.len() - text.trim_start().len();
    let end = start + core.len();
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    format!("{before}\u{200f}\u{202e}{core}\u{202c}\u{200f}{after}")
}

fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'í',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ļ',
        'm' => 'ɱ',
        'n' => 'ñ',
        'o' => 'ó',
        'p' => 'þ',
        'q' => 'ǫ',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'ú',
        'v' => 'ṽ',
        'w' => 'ŵ',
        'x' => 'ẋ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'B' => 'Ɓ',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'F' => 'Ƒ',
        'G' => 'Ĝ',
        'H' => 'Ĥ',
        'I' => 'Î',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ļ',
        'M' => 'Ṁ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'P' => 'Þ',
        'Q' => 'Ǫ',
        'R' => 'Ŕ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'V' => 'Ṽ',
        'W' => 'Ŵ',
        'X' => 'Ẋ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_lengthens() {
        assert_eq!(accented("Save { 1 }"), "Šááṽéé { 1 }");
        assert_eq!(accented_word("and"), "áñð");
        let (plain, long) = ("Not known in this store", accented("Not known in this store"));
        assert!(long.chars().count() * 100 >= plain.chars().count() * 125, "{long}");
        assert!(!long.chars().any(|letter| letter.is_ascii_alphabetic()));
    }

    #[test]
    fn mirrors_and_keeps_the_space_outside() {
        assert_eq!(mirrored(" of "), " \u{200f}\u{202e}of\u{202c}\u{200f} ");
        assert_eq!(mirrored("  "), "  ");
        assert_eq!(mirrored("é"), "\u{200f}\u{202e}é\u{202c}\u{200f}");
    }
}
