//! Promises to somebody: holds that lapse, allocations that stand. The ledger keeps them; here is what is decided of them.

mod expire;
mod list;
mod offers;
mod reserve;
mod ship;
mod short;
mod shortages;
mod show;
mod turn;

pub(crate) use expire::ExpireReservation;
pub use expire::sweep;
pub(crate) use offers::offered;
pub(crate) use short::held_by;

use chrono::{DateTime, Utc};
use ledger::reserve::Held;
use platform::{
    Event, OpError, Trail, Tx,
    jobs::Runner,
    sabotage::{self, Fault},
};
use serde_json::json;
use std::time::Duration;
use stock_rules::{ReservationKind, ReservationSaved, ReservationState};
use vocabulary::{AppError, PostingId, Quantity, Said};

/// The kind of document its postings name.
pub(crate) const DOCUMENT: &str = "reservation";

/// A sweep of the holds that have lapsed comes round this often: who only looks sees what they kept as promised until then.
/// Nobody who sells or reserves waits for it.
const SWEEP: Duration = Duration::from_secs(1);

/// This room's jobs.
pub(crate) fn jobs(runner: Runner) -> Runner {
    runner.on(expire::SWEEP, expire::Sweep).every(SWEEP, expire::SWEEP)
}

/// What is told of a reservation that is over, or was changed by somebody else.
///
/// # Errors
/// `reservation-expired`, `reservation-ended`; stale where the fence is an old one.
fn check_alive(held: &Held, fence: i64, now: DateTime<Utc>) -> Result<(), OpError> {
    let lapsed = held.expires_at.is_some_and(|at| at <= now) && !sabotage::on(Fault::ExpiredHoldShips);
    if lapsed || held.state == ReservationState::Expired.code() {
        return Err(OpError::conflict(Said::new("reservation-expired")));
    }
    if held.state != ReservationState::Active.code() {
        return Err(OpError::conflict(Said::new("reservation-ended")));
    }
    // Only shipping lowers what is open while it is alive: else somebody whose clock was ahead has seen it lapse.
    if held.lines.iter().any(|line| line.open + line.shipped < line.quantity) && !sabotage::on(Fault::ExpiredHoldShips) {
        return Err(OpError::conflict(Said::new("reservation-expired")));
    }
    if held.fence == fence || sabotage::on(Fault::FenceIgnored) { Ok(()) } else { Err(AppError::Stale.into()) }
}

/// Lets go of parts of a held reservation and writes what it becomes. It is over when nothing of it is open any more.
///
/// # Errors
/// When the database fails.
async fn becomes(
    tx: &mut Tx,
    held: &Held,
    kind: u8,
    expires_at: Option<DateTime<Utc>>,
    end: Option<ReservationState>,
) -> Result<ReservationSaved, OpError> {
    let state = end.unwrap_or(ReservationState::Active);
    ledger::reserve::turn(tx, held, kind, state.code(), if end.is_some() { None } else { expires_at }, end.is_some()).await?;
    Ok(saved(held, state, if end.is_some() { None } else { expires_at }))
}

/// What is answered of a reservation that has become something else.
fn saved(held: &Held, state: ReservationState, expires_at: Option<DateTime<Utc>>) -> ReservationSaved {
    ReservationSaved { reservation: held.id, code: held.code.clone(), state, fence: held.fence + 1, expires_at, postings: Vec::new() }
}

/// All that is open of a held reservation.
fn all_open(held: &Held) -> Vec<(i32, Quantity)> {
    held.lines.iter().filter(|line| line.open.is_positive()).map(|line| (line.line, line.open)).collect()
}

/// What is written of what became of it.
fn told(held: &Held, saved: &ReservationSaved, name: &'static str) -> (Trail, Event) {
    let state = ReservationState::of_code(held.state).unwrap_or(ReservationState::Active);
    let kind = ReservationKind::of_code(held.kind).unwrap_or(ReservationKind::Hold);
    let trail = Trail::of("reservation", held.id).with("code", held.code.as_str()).with("kind", kind.tag()).changed("state", &state, &saved.state);
    let postings: Vec<PostingId> = saved.postings.clone();
    let facts = json!({ "reservation": held.id, "code": held.code, "state": saved.state, "fence": saved.fence, "postings": postings });
    (trail, Event::new(name, held.id, &facts))
}
