//! Search as one types: words are folded (case, diacritics) into tokens; each word typed is a prefix, and all must be
//! found. A prefix is a range of the token table's key, so the tenant leads and the answer is quick from one letter on.

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

/// Lower case without diacritics.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' => folded.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ť' | 'ț' | 'ţ' => folded.push('t'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            // Combining marks, and the vowel signs and tatweel of Arabic, which people leave out.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}' => {}
            'أ' | 'إ' | 'آ' => folded.push('ا'),
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_people_leave_out() {
        assert_eq!(tokens("Hängendes T-Light Gläschen"), ["glaschen", "hangendes", "light", "t", "tlight"]);
        assert_eq!(fold("Straße ŒUVRE Łódź"), "strasse oeuvre lodz");
        assert_eq!(fold("مُحَمَّد"), "محمد");
    }
}
