//! Posting by posting: are all its legs there, do they sum to nought, does its hash cover them?

use super::{Check, Failure, PAGE, only::Rows};
use crate::hash::{PostingFacts, posting_hash};
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind, Said};

#[derive(sqlx::FromRow)]
struct Head {
    id: Uuid,
    kind: u8,
    store_id: Uuid,
    reason: u8,
    note: String,
    document_kind: String,
    document_id: Uuid,
    document_ref: String,
    person_id: Uuid,
    occurred_at: DateTime<Utc>,
    posted_at: DateTime<Utc>,
    business_date: NaiveDate,
    legs: i32,
    hash: Vec<u8>,
}

type LegRow = (Uuid, i32, Uuid, Decimal, Vec<u8>, Uuid);

/// Heads per page: each brings its legs, a thousand at the most.
const HEADS: i64 = PAGE / 10;

/// What is asked of each posting.
pub(super) struct Checks {
    pub entry: Check,
    pub hash: Check,
}

impl Default for Checks {
    fn default() -> Self {
        Self { entry: Check::new("proof-double-entry"), hash: Check::new("proof-posting-hash") }
    }
}

/// Looks at the postings whose ids lie among these.
pub(super) async fn check(tx: &mut Tx, rows: Rows, checks: &mut Checks) -> Result<(), OpError> {
    let (tenant, mut after) = (tx.tenant(), rows.after);
    loop {
        let heads: Vec<Head> = sqlx::query_as(
            "SELECT id, kind, store_id, reason, note, document_kind, document_id, document_ref, person_id, occurred_at, posted_at, business_date, \
             legs, hash FROM posting FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND id > ? AND id <= ? ORDER BY id LIMIT ?",
        )
        .bind(tenant)
        .bind(after)
        .bind(rows.upto)
        .bind(HEADS)
        .fetch_all(tx.conn())
        .await?;
        // From page to page without a gap, and beyond the last head: legs whose head is gone may lie anywhere.
        let ended = heads.len() < usize::try_from(HEADS).unwrap_or(0);
        let upto = heads.last().filter(|_| !ended).map_or(rows.upto, |last| last.id);
        let legs: Vec<LegRow> = sqlx::query_as(
            "SELECT posting_id, line, variant_id, quantity, hash, lot_id FROM stock_movement FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND posting_id > ? AND posting_id <= ? \
             ORDER BY posting_id, leg",
        )
        .bind(tenant)
        .bind(after)
        .bind(upto)
        .fetch_all(tx.conn())
        .await?;
        after = upto;
        let mut by_posting: BTreeMap<Uuid, Vec<&LegRow>> = BTreeMap::new();
        for leg in &legs {
            by_posting.entry(leg.0).or_default().push(leg);
        }
        for head in &heads {
            let legs = by_posting.remove(&head.id).unwrap_or_default();
            check_entry(head, &legs, &mut checks.entry);
            check_hash(tenant, head, &legs, &mut checks.hash);
        }
        for orphan in by_posting.keys() {
            checks.entry.fails(Failure { posting: Some(PostingId(*orphan)), ..Failure::new(Said::new("proof-legs-orphan")) });
        }
        if ended {
            return Ok(());
        }
    }
}

fn failure(code: &str, head: &Head, expected: &str, found: &str) -> Failure {
    Failure {
        posting: Some(PostingId(head.id)),
        operation: PostingKind::of_code(head.kind).map(|kind| kind.tag().to_owned()),
        ..Failure::new(Said::new(code).with("expected", expected).with("found", found))
    }
}

fn check_entry(head: &Head, legs: &[&LegRow], check: &mut Check) {
    check.examined += 1;
    if i32::try_from(legs.len()) != Ok(head.legs) {
        check.fails(failure("proof-legs-missing", head, &head.legs.to_string(), &legs.len().to_string()));
    }
    let mut sums: BTreeMap<(i32, Uuid, Uuid), Decimal> = BTreeMap::new();
    for (_, line, variant, quantity, _, lot) in legs {
        *sums.entry((*line, *variant, *lot)).or_default() += quantity;
    }
    if let Some(sum) = sums.values().find(|sum| !sum.is_zero()) {
        check.fails(failure("proof-not-balanced", head, "0", &sum.normalize().to_string()));
    }
}

fn check_hash(tenant: i64, head: &Head, legs: &[&LegRow], check: &mut Check) {
    check.examined += 1;
    let facts = PostingFacts {
        tenant,
        id: head.id,
        kind: head.kind,
        store: head.store_id,
        reason: head.reason,
        note: &head.note,
        document_kind: &head.document_kind,
        document_id: head.document_id,
        document_ref: &head.document_ref,
        person: head.person_id,
        occurred_at: head.occurred_at,
        posted_at: head.posted_at,
        business_date: head.business_date,
    };
    let hash = posting_hash(&facts, legs.iter().map(|leg| leg.4.as_slice()));
    if hash.as_slice() != head.hash {
        check.fails(failure("proof-hash", head, &hex::encode(&hash[..4]), &hex::encode(head.hash.get(..4).unwrap_or_default())));
    }
}
