//! Takes back one posting of an import, line by line: what is gone from where it was put is told, the rest goes back.
//!
//! What the import had sold or taken away comes back to where it stood. Where that place was archived since, it comes
//! back to the store's default place: the goods are in the store all the same, so that is where the books must have
//! them. A store that is archived takes nothing any more; what would come back there is told and stays as it is.

use super::{Imports, aside, head::Head};
use admin_rules::{ImportState, KeptRow};
use chrono::{DateTime, Utc};
use ledger::{Leg, Line, Posting, StorePlaces, read, told};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{Actor, AppError, ImportId, Kind, Operation, Permission, PostingId, Quantity, Said, VariantId};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UndoPosting {
    pub import: ImportId,
    pub posting: PostingId,
    /// Why it cannot be taken back: nothing is, and this is told of what is left of it.
    pub leave: Option<Said>,
}

impl Operation for UndoPosting {
    type Reply = ();
    const NAME: &'static str = "admin.undo_import_posting";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// Where a balance is kept: location, variant, lot, status.
type Key = (Uuid, Uuid, Uuid, u8);

impl Handle<UndoPosting> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, undo: UndoPosting) -> Result<Done<()>, OpError> {
        let head = Head::load(tx, undo.import).await?;
        head.must_be(&[ImportState::Undoing])?;
        if let Some(why) = undo.leave {
            let left = left(tx, undo.posting).await?;
            tell(
                tx,
                undo.import,
                undo.posting,
                &left.into_iter().map(|(line, variant)| Told { line, variant, said: why.clone() }).collect::<Vec<_>>(),
            )
            .await?;
            return Ok(Done::reply(()));
        }
        let mut posting = match ledger::reversal(tx, undo.posting, None).await {
            Ok(posting) => posting,
            // Taken back already, by this job or by hand.
            Err(OpError::App(AppError::Conflict { said })) if said.code == "posting-already-reversed" => return Ok(Done::reply(())),
            // It is there, so it is its store that is not, any more.
            Err(OpError::App(AppError::NotFound)) => return Err(OpError::conflict(Said::new("import-undo-store-archived"))),
            Err(error) => return Err(error),
        };
        let balances = Balances::load(tx, &posting).await?;
        let moved = lead_elsewhere(tx, &mut posting, &balances).await?;
        let posted_at: DateTime<Utc> = sqlx::query_scalar("SELECT posted_at FROM posting WHERE tenant_id = ? AND id = ?")
            .bind(tx.tenant())
            .bind(undo.posting.0)
            .fetch_one(tx.conn())
            .await?;
        let (lines, mut told_of) = sort_out(posting.lines, balances, posted_at);
        let going: BTreeSet<i32> = lines.iter().map(|line| line.number).collect();
        told_of.extend(moved.into_iter().filter(|told| going.contains(&told.line)));
        tell(tx, undo.import, undo.posting, &told_of).await?;
        if lines.is_empty() {
            return Ok(Done::reply(()));
        }
        let posted = ledger::post(tx, actor, Posting { lines, ..posting }).await?;
        Ok(told(&posted).fold(Done::reply(()), |done, (trail, event)| done.trail(trail).event(event)))
    }
}

/// Has what would come to an archived place come to its store's default place instead; tells of each such line. What was
/// counted there since it happened comes to no place: it stays as it was counted.
async fn lead_elsewhere(tx: &mut Tx, posting: &mut Posting, balances: &Balances) -> Result<Vec<Told>, OpError> {
    let tenant = tx.tenant();
    let comes = |leg: &Leg| leg.quantity.is_positive() && !leg.place.kind.is_virtual();
    let places: BTreeSet<Uuid> = posting.lines.iter().flat_map(|line| &line.legs).filter(|leg| comes(leg)).map(|leg| leg.place.location.0).collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT id, code FROM location WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND archived_at IS NOT NULL AND id IN ");
    push_list(&mut select, places);
    let archived: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let archived: HashMap<Uuid, String> = archived.into_iter().collect();
    if archived.is_empty() {
        return Ok(Vec::new());
    }
    let default = StorePlaces::load(tx, posting.store).await?.default;
    let code: String = sqlx::query_scalar("SELECT code FROM location WHERE tenant_id = ? AND id = ?")
        .bind(tenant)
        .bind(default.location.0)
        .fetch_one(tx.conn())
        .await?;
    let mut all = Vec::new();
    for line in &mut posting.lines {
        let (number, at) = (line.number, line.at);
        for leg in line.legs.iter_mut().filter(|leg| comes(leg) && !balances.is_settled(leg, at)) {
            if let Some(place) = archived.get(&leg.place.location.0) {
                let said = Said::new("import-undo-elsewhere").with("place", place.as_str()).with("to", code.as_str());
                leg.place = default;
                if !balances.is_settled(leg, at) {
                    all.push(Told { line: number, variant: leg.variant, said });
                }
            }
        }
    }
    Ok(all)
}

/// The lines of a posting that are not taken back, each with what it is about.
async fn left(tx: &mut Tx, posting: PostingId) -> Result<BTreeMap<i32, VariantId>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, Uuid)> = sqlx::query_as(
        "SELECT m.line, m.variant_id FROM stock_movement m LEFT JOIN reversal r ON r.tenant_id = m.tenant_id AND r.posting_id = m.posting_id \
         AND r.line = m.line WHERE m.tenant_id = ? AND m.posting_id = ? AND r.line IS NULL",
    )
    .bind(tenant)
    .bind(posting.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|(line, variant)| (line, VariantId(variant))).collect())
}

/// What is told of a line: why it is not taken back, or where it went instead.
struct Told {
    line: i32,
    variant: VariantId,
    said: Said,
}

/// The lines that can go, in their order; and what is told of those that would leave less than nothing, and of what stays
/// as it was counted.
fn sort_out(lines: Vec<Line>, mut balances: Balances, posted_at: DateTime<Utc>) -> (Vec<Line>, Vec<Told>) {
    let (mut going, mut kept) = (Vec::with_capacity(lines.len()), Vec::new());
    for line in lines {
        let mut changes: BTreeMap<Key, (Quantity, Leg)> = BTreeMap::new();
        for leg in line.legs.iter().filter(|leg| !leg.place.kind.is_virtual() && !balances.is_settled(leg, line.at)) {
            changes.entry(key_of(leg)).or_insert((Quantity::ZERO, *leg)).0 += leg.quantity;
        }
        let missing = changes.iter().find_map(|(key, (change, leg))| {
            let before = balances.now.get(key).copied().unwrap_or_default();
            let short = change.is_negative() && (before + *change).is_negative() && !leg.place.allow_negative;
            let said = Said::new("import-undo-stock-gone").with("available", before).with("wanted", change.abs());
            short.then_some(Told { line: line.number, variant: leg.variant, said })
        });
        match missing {
            Some(missing) => kept.push(missing),
            None => {
                // What was brought and counted since stays as it was counted; what was told after the count had changed
                // nothing there.
                let stays =
                    |leg: &&Leg| !leg.place.kind.is_virtual() && balances.is_settled(leg, line.at) && balances.is_settled(leg, Some(posted_at));
                if let Some(leg) = line.legs.iter().find(stays) {
                    kept.push(Told { line: line.number, variant: leg.variant, said: Said::new("import-undo-counted") });
                }
                for (key, (change, _)) in changes {
                    *balances.now.entry(key).or_default() += change;
                }
                going.push(line);
            }
        }
    }
    (going, kept)
}

fn key_of(leg: &Leg) -> Key {
    (leg.place.location.0, leg.variant.0, leg.lot.0, leg.status.code())
}

/// What stands where, and when it was counted last.
struct Balances {
    now: HashMap<Key, Quantity>,
    counted: HashMap<Key, DateTime<Utc>>,
}

impl Balances {
    async fn load(tx: &mut Tx, posting: &Posting) -> Result<Self, OpError> {
        let variants: BTreeSet<Uuid> = posting.lines.iter().flat_map(|line| &line.legs).map(|leg| leg.variant.0).collect();
        let variants: Vec<Uuid> = variants.into_iter().collect();
        let (mut now, mut counted, tenant) = (HashMap::new(), HashMap::new(), tx.tenant());
        for ids in variants.chunks(500) {
            let mut select = QueryBuilder::<MySql>::new(
                "SELECT location_id, variant_id, lot_id, status, on_hand, counted_at FROM stock_balance WHERE tenant_id = ",
            );
            select.push_bind(tenant).push(" AND variant_id IN ");
            push_list(&mut select, ids.iter().copied());
            let rows: Vec<(Uuid, Uuid, Uuid, u8, Decimal, Option<DateTime<Utc>>)> = select.build_query_as().fetch_all(tx.conn()).await?;
            for (location, variant, lot, status, on_hand, counted_at) in rows {
                let key = (location, variant, lot, status);
                now.insert(key, Quantity::new(on_hand).map_err(anyhow::Error::new)?);
                counted.extend(counted_at.map(|counted_at| (key, counted_at)));
            }
        }
        Ok(Self { now, counted })
    }

    /// It was counted since what is taken back happened: that changes nothing there any more.
    fn is_settled(&self, leg: &Leg, at: Option<DateTime<Utc>>) -> bool {
        self.counted.get(&key_of(leg)).zip(at).is_some_and(|(counted_at, at)| at < *counted_at)
    }
}

/// Tells of a posting's lines, instead of what an earlier try told of them.
async fn tell(tx: &mut Tx, import: ImportId, posting: PostingId, lines: &[Told]) -> Result<(), OpError> {
    aside::drop_kept(tx, import, posting.0).await?;
    if lines.is_empty() {
        return Ok(());
    }
    let ids: Vec<VariantId> = lines.iter().map(|told| told.variant).collect();
    let facts = read::variants(tx, &ids).await?;
    let rows: Vec<_> = lines
        .iter()
        .filter_map(|told| {
            let known = facts.get(&told.variant)?;
            Some((posting.0, told.line, KeptRow { sku: known.sku.clone(), name: known.name.clone(), said: told.said.clone() }))
        })
        .collect();
    aside::keep_kept(tx, import, &rows).await
}
