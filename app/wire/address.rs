//! Addresses with their parameters.

use vocabulary::escape;

/// An address with the parameters that have a value.
#[must_use]
pub fn address(path: &str, pairs: &[(&str, Option<String>)]) -> String {
    let query: Vec<String> = pairs.iter().filter_map(|(name, value)| Some(format!("{name}={}", escape(value.as_deref()?)))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_value_is_left_out() {
        assert_eq!(address("/stock", &[("store", None), ("cursor", None)]), "/stock");
        assert_eq!(address("/stock", &[("store", Some("A".into())), ("q", Some("a b&c".into()))]), "/stock?store=A&q=a%20b%26c");
    }
}
