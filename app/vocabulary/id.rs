//! Identities. A tenant is a number; everything a tenant owns is a UUIDv7 made by the application, so that an id is
//! known before the row is written and ids sort by the time they were made.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Whose data it is. There is no default and no "all tenants": it comes from a verified session, key or job row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TenantId(pub i64);

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        $crate::schema::text!($name, "uuid", None);

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl $name {
            /// A new id, ordered by the time it is made (UUID version 7).
            #[must_use]
            #[expect(clippy::new_without_default, reason = "a default id would be a new one each time")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                raw.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// Somebody who signs in. A person may belong to several tenants.
    PersonId,
    /// A shop or warehouse.
    StoreId,
    /// A place inside a store: a zone, an aisle, a bin, or one of the store's virtual places.
    LocationId,
    /// What is sold, with one or more variants.
    ItemId,
    /// One sellable form of an item; what stock is kept of.
    VariantId,
    /// A batch of a variant.
    LotId,
    CategoryId,
    /// One change of stock with all its legs.
    PostingId,
    AuditId,
    EventId,
    JobId,
    ImportId,
    CountId,
    ScanId,
    /// A note or a photo about a line of a count.
    EvidenceId,
    TransferId,
    /// What of a store is counted how often.
    ProgrammeId,
    /// A promise to somebody: a hold or an allocation.
    ReservationId,
    /// A rule of what is kept back from a way of selling.
    BufferId,
    /// One printing of labels.
    PrintId,
    /// One proof of the books.
    ProofId,
    /// A saved view of a list.
    ViewId,
}

impl LotId {
    /// "No lot": the key of stock that is not tracked by lot. Not NULL, because keys hold no NULL.
    pub const NONE: Self = Self(Uuid::nil());
}

/// A document's number as people say it: a letter and the last forty bits of its id in Crockford's base 32, which has no
/// letters that are taken for digits.
#[must_use]
pub fn short_code(letter: char, id: Uuid) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let number = id.as_u128();
    let letters = (0..8).rev().map(|at| char::from(LETTERS[usize::try_from((number >> (5 * at)) & 31).unwrap_or(0)]));
    std::iter::once(letter).chain(['-']).chain(letters).collect()
}
