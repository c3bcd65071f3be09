//! Lots and pieces: where they are, where they went, and what keeps them from sale.

mod edit;
mod hold;
mod list;
mod look;
mod show;

pub(crate) use look::LookAtLot;

use ledger::{Document, Leg, Line, Place, Posting, StorePlaces, lots::Lot};
use platform::{OpError, Tx, jobs::Runner};
use rust_decimal::Decimal;
use std::{collections::BTreeMap, time::Duration};
use uuid::Uuid;
use vocabulary::{LocationId, PlaceKind, PostingKind, Quantity, Reason, Status, StoreId};

/// The kind of document its postings name.
pub(crate) const DOCUMENT: &str = "lot";

/// Somebody looks this often whether a lot's last day is over.
const LOOK: Duration = Duration::from_secs(60);

/// This room's jobs.
pub(crate) fn jobs(runner: Runner) -> Runner {
    runner.on(look::LOOK, look::Look).every(LOOK, look::LOOK)
}

/// What a place has of a lot.
pub(crate) struct Here {
    pub place: Place,
    pub status: Status,
    pub on_hand: Quantity,
}

/// What the places of stores have of a lot that was taken, by store and place: nothing of it comes until the transaction
/// ends, but some may go.
///
/// # Errors
/// When the database fails.
pub(crate) async fn whereabouts(tx: &mut Tx, lot: &Lot) -> Result<BTreeMap<StoreId, Vec<Here>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, u8, bool, u8, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN b.store_id, b.location_id, l.kind, l.allow_negative, b.status, b.on_hand \
         FROM stock_balance b FORCE INDEX (stock_balance_lot) JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
         WHERE b.tenant_id = ? AND b.lot_id = ? AND b.on_hand > 0 ORDER BY b.store_id, b.location_id, b.status",
    )
    .bind(tenant)
    .bind(lot.id.0)
    .fetch_all(tx.conn())
    .await?;
    let mut stores: BTreeMap<StoreId, Vec<Here>> = BTreeMap::new();
    for (store, location, kind, allow_negative, status, on_hand) in rows {
        let unknown = || anyhow::anyhow!("lot {} is at a place or in a status of an unknown kind", lot.id);
        let (store, location) = (StoreId(store), LocationId(location));
        let place = Place { store, location, kind: PlaceKind::of_code(kind).ok_or_else(unknown)?, allow_negative };
        let status = Status::of_code(status).ok_or_else(unknown)?;
        stores.entry(store).or_default().push(Here { place, status, on_hand: Quantity::new(on_hand).map_err(anyhow::Error::new)? });
    }
    Ok(stores)
}

/// Why stock of a lot changes its state.
pub(crate) struct Turn<'a> {
    pub lot: &'a Lot,
    pub from: Status,
    pub to: Status,
    pub reason: Option<Reason>,
    pub note: &'a str,
}

/// A posting by which parts of a lot change their state where they stand, in one store.
pub(crate) fn turn(tx: &Tx, places: &StorePlaces, parts: &[(Place, Quantity)], turn: &Turn<'_>) -> Posting {
    let lines = (0..).zip(parts).map(|(number, (place, quantity))| {
        let leg = |status, quantity| Leg { place: *place, variant: turn.lot.variant, lot: turn.lot.id, status, quantity };
        Line::of(number, "lot", vec![leg(turn.from, -*quantity), leg(turn.to, *quantity)])
    });
    let document = Document { kind: DOCUMENT, id: turn.lot.id.0, reference: turn.lot.code.clone() };
    let posting = Posting::new(PostingKind::StatusChange, places, tx.now(), lines.collect());
    Posting { document, reason: turn.reason, note: turn.note.to_owned(), ..posting }
}
