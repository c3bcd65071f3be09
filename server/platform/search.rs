//! Search as one types: words are folded (case, diacritics) into tokens; each word typed is a prefix, and all must be
//! found. A prefix is a range of the token table's key, so the tenant leads and the answer is quick from one letter on.

use unicode_normalization::UnicodeNormalization;

/// Longest token kept, in characters.
const TOKEN: usize = 40;

/// The tokens of a text: runs of letters and digits, folded. `T-Light` gives `t`, `light` and `tlight`, so that it is
/// found however its hyphen is typed.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for word in text.split_whitespace() {
        let mut joined = String::new();
        let mut parts = 0;
        for part in word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            let folded = fold(part);
            joined.push_str(&folded);
            all.push(folded);
            parts += 1;
        }
        if parts > 1 {
            all.push(joined);
        }
    }
    for token in &mut all {
        *token = token.chars().take(TOKEN).collect();
    }
    all.retain(|token| !token.is_empty());
    all.sort_unstable();
    all.dedup();
    all
}

/// Lower case without what people leave out as they type: diacritics of every script that has them as marks, vowel signs
/// of Arabic and Hebrew; letters that are written as two (`ß`, `æ`) or with a stroke are written plainly.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_left_out(*c)).nfc().flat_map(char::to_lowercase) {
        match c {
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ς' => folded.push('σ'),
            'أ' | 'إ' | 'آ' => folded.push('ا'),
            // Small letters of some capitals bring a mark with them: İ.
            c if is_left_out(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// Marks of Latin, Greek and Cyrillic letters, of Hebrew and of Arabic, and Arabic's lengthening stroke. Marks without
/// which a script cannot be read (as in India's) stay.
fn is_left_out(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_people_leave_out() {
        assert_eq!(tokens("Hängendes T-Light Gläschen"), ["glaschen", "hangendes", "light", "t", "tlight"]);
        assert_eq!(fold("Straße ŒUVRE Łódź"), "strasse oeuvre lodz");
        assert_eq!(fold("مُحَمَّد"), "محمد");
        assert_eq!(fold("أحمد آدم مـــحل"), "احمد ادم محل");
        assert_eq!(fold("Cà phê Việt Đặc"), "ca phe viet dac");
        assert_eq!(fold("ΚΑΦΈΣ καφές Ёлка Й"), "καφεσ καφεσ елка и");
        assert_eq!(fold("İstanbul ﬁne Ａ１ ½ x\u{301}"), "istanbul fine a1 1⁄2 x");
        assert_eq!(fold("हिन्दी"), "हिन्दी");
        assert_eq!((fold("プ"), fold("한글")), (fold("プ"), String::from("한글")));
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        for text in ["Việt", "ΚΑΦΈΣ", "İI", "Straße", "أإآ", "ﬃ", "Ǆ", "ŉ"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
