//! Sets a lot's days right.

use super::hold::taken;
use crate::{Stock, plan::Checks};
use ledger::{lots, read};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use stock_rules::{EditLot, LotSaved, check_lot_days};
use vocabulary::{Actor, FieldError, Quantity};

impl Handle<EditLot> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, edit: EditLot) -> Result<Done<LotSaved>, OpError> {
        let mut lot = taken(tx, &edit.lot, edit.version).await?;
        let mut checks = Checks::default();
        let known = read::variants(tx, &[lot.variant]).await?.remove(&lot.variant);
        checks.add(check_lot_days(edit.made_on, edit.expires_on, known.is_some_and(|known| known.tracking.expires())));
        let never =
            [("expires_on", edit.expires_on), ("made_on", edit.made_on)].into_iter().filter(|(_, day)| day.is_some_and(|day| day >= lots::never()));
        checks.add(never.map(|(field, _)| FieldError::new(field, "date-out-of-range")).collect::<Vec<_>>());
        checks.finish()?;
        let saved = |version| LotSaved { lot: edit.lot, state: lot.state, version, quantity: Quantity::ZERO, postings: Vec::new() };
        if (lot.expires_on, lot.made_on) == (edit.expires_on, edit.made_on) {
            return Ok(Done::reply(saved(lot.version)));
        }
        let reply = saved(lot.version + 1);
        let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let trail = Trail::of("lot", lot.id)
            .with("code", lot.code.as_str())
            .changed("expires_on", &text(lot.expires_on), &text(edit.expires_on))
            .changed("made_on", &text(lot.made_on), &text(edit.made_on));
        (lot.expires_on, lot.made_on) = (edit.expires_on, edit.made_on);
        lots::write(tx, &lot).await?;
        let facts = json!({ "lot": lot.id, "code": lot.code, "variant": lot.variant, "expires_on": lot.expires_on });
        Ok(Done::reply(reply).trail(trail).event(Event::new("lot.changed", lot.id, &facts)))
    }
}
