//! Whatever can be asked of the system is a value: an operation. Pages, REST, files, phones, jobs and the command line
//! all hand operations to the one desk.

use crate::{Actor, Permission, StoreId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{fmt, str::FromStr};

/// Something that can be asked. The reply is stored as JSON under the idempotency key of a command, so that the page,
/// the API and the phone may share keys.
pub trait Operation: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    type Reply: Serialize + DeserializeOwned + Send + 'static;
    /// `room.verb_noun`, e.g. `stock.receive_goods`: in logs, audit, metrics.
    const NAME: &'static str;
    const NEEDS: Permission;
    const KIND: Kind;

    fn scope(&self) -> Scope {
        Scope::Tenant
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reads in a read-only transaction.
    Query,
    /// Writes; needs an idempotency key.
    Command,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Tenant,
    Store(StoreId),
}

/// An idempotency key: 8 to 128 visible ASCII characters, chosen by whoever asks. A page makes one when it shows a
/// form, so that a second press of the button is the same request.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("idempotency-key-invalid")]
pub struct KeyError;

impl Key {
    #[must_use]
    pub fn random() -> Self {
        Self(uuid::Uuid::now_v7().to_string())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key of its own for a part of what this key asks for.
    #[must_use]
    pub fn part(&self, part: impl fmt::Display) -> Self {
        let mut key = format!("{part}/{}", self.0);
        key.truncate(128);
        Self(key)
    }
}

impl FromStr for Key {
    type Err = KeyError;
    fn from_str(raw: &str) -> Result<Self, KeyError> {
        let good = (8..=128).contains(&raw.len()) && raw.bytes().all(|b| b.is_ascii_graphic());
        if good { Ok(Self(raw.to_owned())) } else { Err(KeyError) }
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;
    fn try_from(raw: String) -> Result<Self, KeyError> {
        raw.parse()
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An operation with who asks it. Commands carry a key; a query's is not read.
#[derive(Clone, Debug)]
pub struct Ask<O> {
    pub actor: Actor,
    pub key: Key,
    pub operation: O,
}

impl<O: Operation> Ask<O> {
    #[must_use]
    pub fn new(actor: &Actor, key: Key, operation: O) -> Self {
        Self { actor: actor.clone(), key, operation }
    }
}
