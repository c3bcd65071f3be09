//! What makes the ledger tell when it was tampered with: each leg is chained to the one before it at its key, each
//! posting hashes its head and its legs. Values are hashed as fixed-width bytes, so no two rows read alike.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A SHA-256.
pub type Hash = [u8; 32];

/// The values of a leg that its hash covers.
pub(crate) struct LegFacts {
    pub tenant: i64,
    pub posting: Uuid,
    pub leg: i32,
    pub line: i32,
    pub store: Uuid,
    pub location: Uuid,
    pub variant: Uuid,
    pub lot: Uuid,
    pub status: u8,
    pub quantity: Decimal,
    pub seq: i64,
    pub balance_after: Decimal,
    pub unit_cost: Option<Decimal>,
    pub posted_at: DateTime<Utc>,
}

/// Millionths: every decimal of the ledger has at most six places.
fn millionths(value: Decimal) -> [u8; 16] {
    let mut value = value;
    value.rescale(6);
    value.mantissa().to_be_bytes()
}

/// Chains a leg to its key's previous one; to nothing at a virtual place.
pub(crate) fn leg_hash(previous: &[u8], facts: &LegFacts) -> Hash {
    let mut hash = Sha256::new();
    hash.update(b"leg1");
    hash.update(previous);
    hash.update(facts.tenant.to_be_bytes());
    hash.update(facts.posting.as_bytes());
    hash.update(facts.leg.to_be_bytes());
    hash.update(facts.line.to_be_bytes());
    for id in [facts.store, facts.location, facts.variant, facts.lot] {
        hash.update(id.as_bytes());
    }
    hash.update([facts.status]);
    hash.update(millionths(facts.quantity));
    hash.update(facts.seq.to_be_bytes());
    hash.update(millionths(facts.balance_after));
    match facts.unit_cost {
        Some(cost) => {
            hash.update([1]);
            hash.update(millionths(cost));
        }
        None => hash.update([0]),
    }
    hash.update(facts.posted_at.timestamp_micros().to_be_bytes());
    hash.finalize().into()
}

/// The values of a posting's head that its hash covers.
pub(crate) struct PostingFacts<'a> {
    pub tenant: i64,
    pub id: Uuid,
    pub kind: u8,
    pub store: Uuid,
    pub reason: u8,
    pub note: &'a str,
    pub document_kind: &'a str,
    pub document_id: Uuid,
    pub document_ref: &'a str,
    pub person: Uuid,
    pub occurred_at: DateTime<Utc>,
    pub posted_at: DateTime<Utc>,
    pub business_date: NaiveDate,
}

pub(crate) fn posting_hash<'a>(facts: &PostingFacts<'_>, legs: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut hash = Sha256::new();
    hash.update(b"posting1");
    hash.update(facts.tenant.to_be_bytes());
    hash.update(facts.id.as_bytes());
    hash.update([facts.kind, facts.reason]);
    hash.update(facts.store.as_bytes());
    hash.update(facts.document_id.as_bytes());
    hash.update(facts.person.as_bytes());
    for text in [facts.note, facts.document_kind, facts.document_ref] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.update(facts.occurred_at.timestamp_micros().to_be_bytes());
    hash.update(facts.posted_at.timestamp_micros().to_be_bytes());
    hash.update(facts.business_date.to_string().as_bytes());
    for leg in legs {
        hash.update(leg);
    }
    hash.finalize().into()
}
