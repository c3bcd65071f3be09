//! Keeps a hold alive, makes it an allocation, lets a reservation go.

use super::{all_open, becomes, check_alive, told};
use crate::Stock;
use chrono::TimeDelta;
use ledger::reserve::{held, let_go};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{
    ConvertReservation, ExtendReservation, HOLD_MINUTES, ReleaseReservation, ReservationKind, ReservationSaved, ReservationState, check_minutes,
};
use vocabulary::{Actor, Quantity, Said};

impl Handle<ExtendReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, extend: ExtendReservation) -> Result<Done<ReservationSaved>, OpError> {
        if let Some(wrong) = check_minutes(extend.minutes) {
            return Err(wrong.into());
        }
        let held = held(tx, extend.reservation).await?;
        check_alive(&held, extend.fence, tx.now())?;
        if held.kind != ReservationKind::Hold.code() {
            return Err(OpError::conflict(Said::new("reservation-not-a-hold")));
        }
        let expires_at = tx.now() + TimeDelta::minutes(i64::from(extend.minutes.unwrap_or(HOLD_MINUTES)));
        // Kept alive is never cut short.
        let saved = becomes(tx, &held, held.kind, held.expires_at.max(Some(expires_at)), None).await?;
        let (trail, event) = told(&held, &saved, "reservation.extended");
        Ok(Done::reply(saved).trail(trail).event(event))
    }
}

impl Handle<ConvertReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, convert: ConvertReservation) -> Result<Done<ReservationSaved>, OpError> {
        let held = held(tx, convert.reservation).await?;
        check_alive(&held, convert.fence, tx.now())?;
        if held.kind != ReservationKind::Hold.code() {
            return Err(OpError::conflict(Said::new("reservation-not-a-hold")));
        }
        let saved = becomes(tx, &held, ReservationKind::Allocation.code(), None, None).await?;
        let (trail, event) = told(&held, &saved, "reservation.converted");
        Ok(Done::reply(saved).trail(trail).event(event))
    }
}

impl Handle<ReleaseReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, release: ReleaseReservation) -> Result<Done<ReservationSaved>, OpError> {
        let held = held(tx, release.reservation).await?;
        check_alive(&held, release.fence, tx.now())?;
        let_go(tx, &held, &all_open(&held), false).await?;
        let shipped = held.lines.iter().map(|line| line.shipped).sum::<Quantity>();
        let end = if shipped.is_positive() { ReservationState::Shipped } else { ReservationState::Released };
        let saved = becomes(tx, &held, held.kind, None, Some(end)).await?;
        let (trail, event) = told(&held, &saved, "reservation.released");
        Ok(Done::reply(saved).trail(trail).event(event))
    }
}
