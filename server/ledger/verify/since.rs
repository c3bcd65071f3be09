//! What was recorded since some moment, told by the seals: whatever was committed before the work on a seal began is under it or
//! an earlier one, whatever came later is under a later one or waits. No clock of any machine and no order of ids says it, so
//! what began before that moment and was committed after it is not missed.
//!
//! Ids grow with time, so nearly all of it lies beyond the highest id that is sealed before; the others, which were on their way
//! while that seal was made, are found among the leaves and in the queue.

use super::{
    Check, OpError, ProvedFrom, Start, Tx, chain, late,
    only::{Rows, Value, push_after},
    postings, seals,
    touched::{Checks, Touched},
};
use crate::lapse::push_ids;
use chrono::{DateTime, Utc};
use ed25519_dalek::VerifyingKey;
use platform::seal::Leaf;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, VecDeque};
use uuid::Uuid;
use vocabulary::{LotId, VariantId};

/// What such a proof does not look at, as messages.
pub(super) const UNSEEN: [&str; 4] = ["proof-unseen-before", "proof-unseen-still", "proof-unseen-days", "proof-unseen-own"];

/// Leaves per page.
const LEAVES: i64 = 1000;

/// From which seal on, and the highest ids that are sealed before it.
pub(super) struct Since {
    pub begun: ProvedFrom,
    posting: Uuid,
    audit: Uuid,
}

/// Finds where to begin; none: at the beginning.
pub(super) async fn begin(tx: &mut Tx, start: Start) -> Result<Option<Since>, OpError> {
    let tenant = tx.tenant();
    let begun = match start {
        Start::Beginning => None,
        Start::Instant(instant) => {
            // From the newest back to the first that began before it. What was committed while that one was made may be under it.
            let before: Option<(i64, DateTime<Utc>)> =
                sqlx::query_as("SELECT number, sealed_at FROM seal WHERE tenant_id = ? AND sealed_at <= ? ORDER BY number DESC LIMIT 1")
                    .bind(tenant)
                    .bind(instant)
                    .fetch_optional(tx.conn())
                    .await?;
            before.map(|(number, at)| ProvedFrom { seal: number, at })
        }
        Start::Seal(number) => {
            // One that is no longer there is told by the seals' own check.
            let at: Option<DateTime<Utc>> = sqlx::query_scalar("SELECT sealed_at FROM seal WHERE tenant_id = ? AND number = ?")
                .bind(tenant)
                .bind(number)
                .fetch_optional(tx.conn())
                .await?;
            Some(ProvedFrom { seal: number + 1, at: at.unwrap_or_default() })
        }
    };
    let Some(begun) = begun.filter(|begun| begun.seal > 1) else { return Ok(None) };
    let posting = highest(tx, Leaf::Posting, begun.seal).await?;
    let audit = highest(tx, Leaf::Audit, begun.seal).await?;
    Ok(Some(Since { begun, posting, audit }))
}

/// The highest id under a seal before this one; goes back over no more than what was sealed since.
async fn highest(tx: &mut Tx, kind: Leaf, seal: i64) -> Result<Uuid, OpError> {
    let tenant = tx.tenant();
    let id: Option<Uuid> = sqlx::query_scalar(
        "SELECT row_id FROM seal_leaf FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND kind = ? AND number < ? ORDER BY row_id DESC LIMIT 1",
    )
    .bind(tenant)
    .bind(kind as u8)
    .bind(seal)
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.unwrap_or_default())
}

/// Looks at all that was recorded since, and proves whatever it touched.
pub(super) async fn check(tx: &mut Tx, key: &VerifyingKey, since: &Since) -> Result<Vec<Check>, OpError> {
    let (mut checks, mut touched) = (Checks::new(), Touched::default());
    let mut sealed = seals::gone(tx, since.begun.seal).await?;
    let mut recorded = Recorded::new(Leaf::Posting, since.begun.seal, since.posting);
    while let Some(rows) = recorded.next(tx).await? {
        postings::check(tx, rows, &mut checks.postings).await?;
        late::check(tx, rows, &mut checks.late).await?;
        seals::changed(tx, rows, &mut sealed).await?;
        movements(tx, rows, &mut checks, &mut touched).await?;
    }
    let (mut audits, mut counts) = (Check::new("proof-audit"), BTreeSet::new());
    let mut recorded = Recorded::new(Leaf::Audit, since.begun.seal, since.audit);
    while let Some(mut rows) = recorded.next(tx).await? {
        loop {
            let page = seals::audits(tx, rows, &mut audits).await?;
            let Some(last) = page.last() else { break };
            rows.after = last.id;
            acts(tx, &page, since.posting, &mut touched, &mut counts).await?;
            if touched.is_full() {
                checks.prove(tx, std::mem::take(&mut touched)).await?;
            }
        }
    }
    for count in counts {
        lines(tx, count, &mut checks, &mut touched).await?;
    }
    checks.prove(tx, touched).await?;
    let mut all = checks.told();
    all.push(seals::signatures(tx, key, since.begun.seal).await?);
    all.extend([sealed, audits]);
    Ok(all)
}

/// The legs of postings: those at virtual places stand for themselves, the others name what was touched.
async fn movements(tx: &mut Tx, mut rows: Rows, checks: &mut Checks, touched: &mut Touched) -> Result<(), OpError> {
    let (tenant, mut leg) = (tx.tenant(), i32::MAX);
    loop {
        let page = chain::of_postings(tx, rows, leg).await?;
        for movement in &page {
            touched.movement(movement);
            if movement.key().is_none() {
                checks.chain.alone(tenant, movement);
            }
        }
        if touched.is_full() {
            checks.prove(tx, std::mem::take(touched)).await?;
        }
        let Some(last) = page.last().filter(|_| page.len() == usize::try_from(super::PAGE).unwrap_or(0)) else { return Ok(()) };
        (rows.after, leg) = last.place();
    }
}

/// What was touched without moving, by what people did: reservations, counts that found what was there, costs, lots, transfers.
async fn acts(tx: &mut Tx, page: &[seals::AuditRow], sealed: Uuid, touched: &mut Touched, counts: &mut BTreeSet<Uuid>) -> Result<(), OpError> {
    let of = |kind: &str| page.iter().filter(|row| row.entity_kind == kind).map(|row| row.entity_id).collect::<BTreeSet<_>>();
    counts.extend(page.iter().filter(|row| row.operation == "stock.post_count").map(|row| row.entity_id));
    touched.variants.extend(of("variant").into_iter().map(VariantId));
    touched.lots.extend(of("lot").into_iter().map(LotId));
    // Those recorded since are looked at anyway: what is told here of one is a cost that came later.
    let older: BTreeSet<Uuid> = of("posting").into_iter().filter(|id| *id <= sealed).collect();
    let tenant = tx.tenant();
    for ids in parts(older) {
        let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT m.variant_id FROM (");
        push_ids(&mut select, &ids);
        select.push(") k STRAIGHT_JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = ").push_bind(tenant).push(" AND m.posting_id = k.id");
        let found: Vec<Uuid> = select.build_query_scalar().fetch_all(tx.conn()).await?;
        touched.variants.extend(found.into_iter().map(VariantId));
    }
    for ids in parts(of("reservation")) {
        let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT l.store_id, l.variant_id FROM (");
        push_ids(&mut select, &ids);
        select.push(") k STRAIGHT_JOIN reservation_line l FORCE INDEX (PRIMARY) ON l.tenant_id = ").push_bind(tenant);
        select.push(" AND l.reservation_id = k.id");
        touched.promises.extend(select.build_query_as::<(Uuid, Uuid)>().fetch_all(tx.conn()).await?);
    }
    for ids in parts(of("transfer")) {
        let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT t.to_store_id, n.variant_id FROM (");
        push_ids(&mut select, &ids);
        select.push(") k STRAIGHT_JOIN transfer t FORCE INDEX (PRIMARY) ON t.tenant_id = ").push_bind(tenant).push(" AND t.id = k.id");
        select.push(" STRAIGHT_JOIN transfer_line n FORCE INDEX (PRIMARY) ON n.tenant_id = t.tenant_id AND n.transfer_id = t.id");
        touched.promises.extend(select.build_query_as::<(Uuid, Uuid)>().fetch_all(tx.conn()).await?);
    }
    Ok(())
}

/// Ids in as many parts as it takes statements to ask for them.
fn parts(ids: BTreeSet<Uuid>) -> Vec<Vec<Uuid>> {
    ids.into_iter().collect::<Vec<_>>().chunks(500).map(<[Uuid]>::to_vec).collect()
}

/// What a count was of, which it may have found as the books had it.
async fn lines(tx: &mut Tx, count: Uuid, checks: &mut Checks, touched: &mut Touched) -> Result<(), OpError> {
    let (tenant, mut after) = (tx.tenant(), (Uuid::nil(), Uuid::nil(), Uuid::nil(), -1));
    loop {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT location_id, variant_id, lot_id, CAST(round AS SIGNED) FROM count_line FORCE INDEX (PRIMARY) WHERE tenant_id = ",
        );
        select.push_bind(tenant).push(" AND count_id = ").push_bind(count);
        let (location, variant, lot) = (Value::Id(after.0), Value::Id(after.1), Value::Id(after.2));
        push_after(&mut select, &[("location_id", location), ("variant_id", variant), ("lot_id", lot), ("round", Value::Number(after.3))]);
        select.push(" ORDER BY location_id, variant_id, lot_id, round LIMIT 1000");
        let marks: Vec<(Uuid, Uuid, Uuid, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let Some(last) = marks.last() else { return Ok(()) };
        after = *last;
        touched.keys.extend(marks.iter().map(|(location, variant, lot, _)| (*location, *variant, *lot, vocabulary::Status::Available.code())));
        if touched.is_full() {
            checks.prove(tx, std::mem::take(touched)).await?;
        }
    }
}

/// Where the rows of a kind lie that were recorded since, a range of ids after the other; none lies in two.
struct Recorded {
    kind: Leaf,
    seal: i64,
    /// The highest id that is sealed before.
    sealed: Uuid,
    stage: Stage,
    found: VecDeque<Uuid>,
}

enum Stage {
    /// All beyond what is sealed before.
    Beyond,
    /// Among the leaves after this one.
    Leaves(i64, i32),
    /// In the queue after this id.
    Queue(Uuid),
    Over,
}

impl Recorded {
    fn new(kind: Leaf, seal: i64, sealed: Uuid) -> Self {
        Self { kind, seal, sealed, stage: Stage::Beyond, found: VecDeque::new() }
    }

    async fn next(&mut self, tx: &mut Tx) -> Result<Option<Rows>, OpError> {
        loop {
            if let Some(id) = self.found.pop_front() {
                return Ok(Some(Rows::one(id)));
            }
            self.stage = match self.stage {
                Stage::Beyond => {
                    self.stage = Stage::Leaves(self.seal - 1, i32::MAX);
                    return Ok(Some(Rows::beyond(self.sealed)));
                }
                Stage::Leaves(number, position) => self.leaves(tx, number, position).await?,
                Stage::Queue(after) => self.queue(tx, after).await?,
                Stage::Over => return Ok(None),
            };
        }
    }

    async fn leaves(&mut self, tx: &mut Tx, number: i64, position: i32) -> Result<Stage, OpError> {
        let tenant = tx.tenant();
        let mut select =
            QueryBuilder::<MySql>::new("SELECT number, position, kind, row_id FROM seal_leaf FORCE INDEX (seal_leaf_place) WHERE tenant_id = ");
        select.push_bind(tenant);
        push_after(&mut select, &[("number", Value::Number(number)), ("position", Value::Number(position.into()))]);
        select.push(" ORDER BY number, position LIMIT ").push_bind(LEAVES);
        let page: Vec<(i64, i32, u8, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let kind = self.kind as u8;
        self.found.extend(page.iter().filter(|leaf| leaf.2 == kind && leaf.3 <= self.sealed).map(|leaf| leaf.3));
        Ok(page.last().map_or(Stage::Queue(Uuid::nil()), |last| Stage::Leaves(last.0, last.1)))
    }

    async fn queue(&mut self, tx: &mut Tx, after: Uuid) -> Result<Stage, OpError> {
        let tenant = tx.tenant();
        let page: Vec<Uuid> = sqlx::query_scalar(
            "SELECT row_id FROM seal_queue WHERE tenant_id = ? AND kind = ? AND row_id > ? AND row_id <= ? ORDER BY row_id LIMIT ?",
        )
        .bind(tenant)
        .bind(self.kind as u8)
        .bind(after)
        .bind(self.sealed)
        .bind(LEAVES)
        .fetch_all(tx.conn())
        .await?;
        self.found.extend(&page);
        Ok(page.last().map_or(Stage::Over, |last| Stage::Queue(*last)))
    }
}
