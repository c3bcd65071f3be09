//! A password on its way in. It is read as it is; printed or written out it shows nothing.

use serde::{Deserialize, Serialize, Serializer};
use std::{collections::hash_map::RandomState, fmt, hash::BuildHasher, sync::OnceLock};

/// Text that must not come out again: not in a log, not in a stored request.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that hashes or checks it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The desk takes a request's fingerprint from its JSON and keeps it for a month. A plain hash of a password in there
/// could be guessed from, at leisure; so a secret is written as a mark under a key that this process alone has and never
/// tells. The same secret gives the same mark here; in another process the request counts as another one, and is refused.
impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        static KEY: OnceLock<RandomState> = OnceLock::new();
        serializer.serialize_str(&format!("{:016x}", KEY.get_or_init(RandomState::new).hash_one(&self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_in_and_does_not_go_out() {
        let secret: Secret = serde_json::from_str("\"correct horse battery\"").unwrap();
        assert_eq!(secret.reveal(), "correct horse battery");
        let written = serde_json::to_string(&secret).unwrap();
        assert!(!written.contains("horse") && !format!("{secret:?}").contains("horse"));
        assert_eq!(written, serde_json::to_string(&secret).unwrap(), "the same request is the same");
        assert_ne!(written, serde_json::to_string(&Secret::new("another")).unwrap());
    }
}
