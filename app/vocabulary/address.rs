//! Values as they stand in an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but what RFC 3986 (section 2.3) leaves unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A value as it stands in an address: what RFC 3986 reserves, and what is no plain letter or digit, is escaped.
#[must_use]
pub fn escape(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_never_ends_early() {
        assert_eq!(escape("a b&c=d/é?#%~-_.+"), "a%20b%26c%3Dd%2F%C3%A9%3F%23%25~-_.%2B");
    }
}
