//! Addresses with their parameters.

use vocabulary::escape;

/// An address with the parameters that have a value.
#[must_use]
pub fn address(path: &str, pairs: &[(&str, Option<String>)]) -> String {
    let query: Vec<String> = pairs.iter().filter_map(|(name, value)| Some(format!("{name}={}", escape(value.as_deref()?)))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// Only a path of ours: never another site's address. Browsers pass over tabs and line ends in one.
#[must_use]
pub fn local(next: &str) -> &str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(|letter: char| letter == '\\' || letter.is_control());
    if ours { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_to_another_site() {
        assert_eq!(local("/stock?q=a"), "/stock?q=a");
        for other in ["", "stock", "//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example"] {
            assert_eq!(local(other), "/", "{other:?}");
        }
    }

    #[test]
    fn what_has_no_value_is_left_out() {
        assert_eq!(address("/stock", &[("store", None), ("cursor", None)]), "/stock");
        assert_eq!(address("/stock", &[("store", Some("A".into())), ("q", Some("a b&c".into()))]), "/stock?store=A&q=a%20b%26c");
    }
}
