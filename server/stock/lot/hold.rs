//! Keeps a lot from sale in every store at once, and lets it go again.
//!
//! The lot is taken first: nothing of it comes until this is done. Then each store's stock is locked as any posting locks
//! it, a store after the other in the order of their ids; what is sold in the meantime is sold.

use super::{Here, Turn, turn, whereabouts};
use crate::{Stock, plan::Checks};
use ledger::{Place, StorePlaces, lots, read};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use stock_rules::{HoldLot, LotSaved, ReleaseLot, decide_hold, usable_on};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LocationId, LotState, Quantity, Status, StoreId};

impl Handle<HoldLot> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, hold: HoldLot) -> Result<Done<LotSaved>, OpError> {
        let to = if hold.recall { LotState::Recalled } else { LotState::Held };
        let mut checks = Checks::default();
        if hold.note.trim().is_empty() {
            checks.add([FieldError::new("note", "field-required")]);
        }
        checks.note(&hold.note);
        let mut lot = taken(tx, &hold.lot, hold.version).await?;
        checks.add(decide_hold(lot.state, to).err());
        checks.finish()?;
        let before = lot.state;
        // Written first: what is posted below finds it so.
        (lot.state, lot.note) = (to, hold.note.trim().to_owned());
        lots::write(tx, &lot).await?;
        let turned = Turned { lot, before, name: if hold.recall { "lot.recalled" } else { "lot.held" } };
        let parts = whereabouts(tx, &turned.lot).await?.into_iter().map(|(store, here)| (store, available(&here)));
        let parts = parts.filter(|(_, parts)| !parts.is_empty()).collect();
        let note = turned.lot.note.clone();
        turned.post(tx, actor, parts, (Status::Available, Status::Quarantine), &note).await
    }
}

impl Handle<ReleaseLot> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, release: ReleaseLot) -> Result<Done<LotSaved>, OpError> {
        let mut checks = Checks::default();
        checks.note(&release.note);
        let mut lot = taken(tx, &release.lot, release.version).await?;
        checks.add(decide_hold(lot.state, LotState::Free).err());
        checks.finish()?;
        let before = lot.state;
        (lot.state, lot.note) = (LotState::Free, String::new());
        lots::write(tx, &lot).await?;
        let set_apart = set_apart(tx, &lot).await?;
        let mut parts = BTreeMap::new();
        for (store, here) in whereabouts(tx, &lot).await? {
            let places = StorePlaces::load(tx, store).await?;
            // What is over stays where it is, and goes its own way.
            if usable_on(lot.expires_on, places.business_date(tx.now())) {
                let still: Vec<(Place, Quantity)> = still(&here, &set_apart);
                if !still.is_empty() {
                    parts.insert(store, still);
                }
            }
        }
        Turned { lot, before, name: "lot.released" }.post(tx, actor, parts, (Status::Quarantine, Status::Available), &release.note).await
    }
}

/// Takes a lot as it was read.
pub(super) async fn taken(tx: &mut Tx, lot: &vocabulary::LotId, version: i64) -> Result<lots::Lot, OpError> {
    let lot = lots::take(tx, *lot).await?;
    if lot.version == version { Ok(lot) } else { Err(AppError::Stale.into()) }
}

/// What of a lot is for sale, at each place of a store; what is on its way is set apart when it comes.
pub(super) fn available(here: &[Here]) -> Vec<(Place, Quantity)> {
    let sellable = here.iter().filter(|here| here.status == Status::Available && here.place.kind.holds_stock());
    sellable.map(|here| (here.place, here.on_hand)).collect()
}

/// What holding it has set apart at each place, less what was let go since.
async fn set_apart(tx: &mut Tx, lot: &lots::Lot) -> Result<HashMap<LocationId, Quantity>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN m.location_id, SUM(m.quantity) FROM posting p FORCE INDEX (posting_document) \
         JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = p.tenant_id AND m.posting_id = p.id \
         WHERE p.tenant_id = ? AND p.document_id = ? AND p.document_kind = 'lot' AND m.status = ? AND p.reason = 0 GROUP BY m.location_id",
    )
    .bind(tenant)
    .bind(lot.id.0)
    .bind(Status::Quarantine.code())
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|(location, sum)| Ok((LocationId(location), Quantity::new(sum).map_err(anyhow::Error::new)?))).collect()
}

/// Of what was set apart, what is still in quarantine where it was.
fn still(here: &[Here], set_apart: &HashMap<LocationId, Quantity>) -> Vec<(Place, Quantity)> {
    let quarantined = here.iter().filter(|here| here.status == Status::Quarantine && here.place.kind.holds_stock());
    let parts = quarantined.map(|here| (here.place, here.on_hand.min(set_apart.get(&here.place.location).copied().unwrap_or_default())));
    parts.filter(|(_, quantity)| quantity.is_positive()).collect()
}

/// A lot that has changed its state.
struct Turned {
    lot: lots::Lot,
    before: LotState,
    name: &'static str,
}

impl Turned {
    /// Posts what follows of it in each store, and tells it.
    async fn post(
        self,
        tx: &mut Tx,
        actor: &Actor,
        parts: BTreeMap<StoreId, Vec<(Place, Quantity)>>,
        (from, to): (Status, Status),
        note: &str,
    ) -> Result<Done<LotSaved>, OpError> {
        let Self { lot, before, name } = self;
        let mut saved = LotSaved { lot: lot.id, state: lot.state, version: lot.version + 1, quantity: Quantity::ZERO, postings: Vec::new() };
        let mut done = Done::reply(());
        for (store, parts) in parts {
            let places = StorePlaces::load(tx, store).await?;
            read::lock_promises(tx, store, &[lot.variant]).await?;
            let parts = there(tx, &lot, from, parts).await?;
            if parts.is_empty() {
                continue;
            }
            saved.quantity += parts.iter().map(|(_, quantity)| *quantity).sum();
            let posting = turn(tx, &places, &parts, &Turn { lot: &lot, from, to, reason: None, note });
            let posted = ledger::post(tx, actor, posting).await?;
            saved.postings.push(posted.id);
            for (trail, event) in ledger::told(&posted) {
                done = done.trail(trail).event(event);
            }
        }
        let trail = Trail::of("lot", lot.id).with("code", lot.code.as_str()).changed("state", &before.tag(), &lot.state.tag());
        let facts = json!({ "lot": lot.id, "code": lot.code, "variant": lot.variant, "state": lot.state, "quantity": saved.quantity });
        done = done.trail(trail).event(Event::new(name, lot.id, &facts));
        Ok(Done { reply: saved, trails: done.trails, events: done.events })
    }
}

/// What is still there of parts, now that the store's stock is locked: some may have been sold since it was read.
pub(super) async fn there(tx: &mut Tx, lot: &lots::Lot, status: Status, parts: Vec<(Place, Quantity)>) -> Result<Vec<(Place, Quantity)>, OpError> {
    let mut there = Vec::with_capacity(parts.len());
    for (place, quantity) in parts {
        let now = read::balance(tx, place.location, lot.variant, lot.id, status).await?.unwrap_or_default();
        if now.min(quantity).is_positive() {
            there.push((place, now.min(quantity)));
        }
    }
    Ok(there)
}
