//! What is made where nobody gave one: handles, SKUs, the words of a variant's options.

use crate::{HANDLE_MAX, SKU_MAX};

/// What a handle looks like: the words of a name, already folded, with hyphens between them. Empty where the name has no
/// letter and no digit.
#[must_use]
pub fn handle_of(folded: &str) -> String {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut handle = String::new();
    for word in words {
        if handle.chars().count() + word.chars().count() + 1 > HANDLE_MAX - 8 {
            break;
        }
        if !handle.is_empty() {
            handle.push('-');
        }
        handle.push_str(word);
    }
    handle
}

/// Letters and digits that are not taken for one another when read out or written by hand.
const CLEAR: &[u8; 28] = b"23456789BCDFGHJKLMNPQRSTVWXZ";

/// Six characters out of a random number; 28^6 are half a thousand million.
#[must_use]
pub fn short_code(mut random: u128) -> String {
    let mut code = String::with_capacity(6);
    for _ in 0..6 {
        let at = usize::try_from(random % 28).unwrap_or(0);
        code.push(char::from(CLEAR[at]));
        random /= 28;
    }
    code
}

/// A SKU for a variant that came without one: the first letters of its item's name, so that it can be told on a shelf,
/// and six characters of its own.
#[must_use]
pub fn made_sku(folded_name: &str, random: u128) -> String {
    let initials: String = folded_name
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(char::is_ascii_alphanumeric)
        .take(4)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let start = if initials.is_empty() { "ITEM" } else { &initials };
    let mut sku = format!("{start}-{}", short_code(random));
    sku.truncate(SKU_MAX);
    sku
}

/// "Red / Large": a variant's places on its axes in words.
#[must_use]
pub fn option_text(options: &[String]) -> String {
    let said: Vec<&str> = options.iter().map(|option| option.trim()).filter(|option| !option.is_empty()).collect();
    said.join(" / ")
}

/// Text as it is kept in one line: trimmed, its inner white space single.
#[must_use]
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_the_name_in_hyphens() {
        assert_eq!(handle_of("white hanging heart t-light holder"), "white-hanging-heart-t-light-holder");
        assert_eq!(handle_of("  ** "), "");
        assert!(handle_of(&"word ".repeat(100)).chars().count() <= HANDLE_MAX - 8);
    }

    #[test]
    fn a_made_sku_can_be_read_out() {
        assert_eq!(made_sku("white hanging heart t-light holder", 0), "WHHT-222222");
        assert_eq!(made_sku("حامل شموع", 28), "ITEM-232222");
        assert_ne!(made_sku("a", 1), made_sku("a", 2));
    }

    #[test]
    fn options_are_said_in_order() {
        assert_eq!(option_text(&["Red".into(), String::new(), " Large ".into()]), "Red / Large");
        assert_eq!(tidy("  a\t b\n"), "a b");
    }
}
