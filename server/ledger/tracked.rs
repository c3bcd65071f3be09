//! What the committer holds of lots and numbered pieces: that goods are told apart as their item asks for, that nothing of
//! a lot which is held, called back or over becomes available, and that a piece is in one place.

use crate::{
    Leg, Posting,
    lock::{Held, Key, has_balance, sellable},
    lots::{self, Lot, Whereabouts},
    places::PutAway,
};
use chrono::NaiveDate;
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use vocabulary::{AppError, FieldError, LocationId, LotId, LotState, PostingKind, Quantity, Said, Tracking};

/// The lots that a posting moves, with their locks shared.
#[derive(Default)]
pub(crate) struct Tracked {
    lots: HashMap<LotId, Lot>,
    /// Of which none was anywhere, and some comes.
    dead: BTreeSet<LotId>,
    /// Of which some becomes available that may not be: somebody looks.
    look: BTreeSet<LotId>,
}

impl Tracked {
    /// Reads the lots that a posting moves; none of it costs anything where nothing is tracked.
    ///
    /// # Errors
    /// `lot-held`, `lot-expired`; a leg of a lot that is not its variant's is the planner's mistake.
    pub(crate) async fn hold(tx: &mut Tx, posting: &Posting) -> Result<Self, OpError> {
        let legs = || posting.lines.iter().flat_map(|line| &line.legs).filter(|leg| leg.lot != LotId::NONE);
        let ids: BTreeSet<LotId> = legs().map(|leg| leg.lot).collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        // Only what comes to a shelf waits for who holds a lot back: who takes some has locked promises already.
        let shelved = |leg: &&Leg| leg.quantity.is_positive() && leg.place.kind.holds_stock();
        let brought: BTreeSet<LotId> = legs().filter(shelved).map(|leg| leg.lot).collect();
        let mut lots = lots::share(tx, &brought).await?;
        lots.extend(lots::by_id(tx, &ids.difference(&brought).copied().collect()).await?);
        for leg in legs() {
            if lots.get(&leg.lot).is_none_or(|lot| lot.variant != leg.variant) {
                return Err(anyhow::anyhow!("{} posting moves {} of the lot {} of another", posting.kind.tag(), leg.variant, leg.lot).into());
            }
        }
        let mut held = Self { lots, ..Self::default() };
        let mut brought: BTreeMap<LotId, Quantity> = BTreeMap::new();
        for leg in legs() {
            *brought.entry(leg.lot).or_default() += sellable(leg);
            if has_balance(leg) && leg.quantity.is_positive() && held.lots.get(&leg.lot).is_some_and(|lot| !lot.live) {
                held.dead.insert(leg.lot);
            }
        }
        let today = tx.now().date_naive();
        for (id, _) in brought.into_iter().filter(|(_, quantity)| quantity.is_positive()) {
            if let Some(lot) = held.lots.get(&id) {
                match may_be_sold(posting, lot, today) {
                    Verdict::Yes => {}
                    Verdict::Look => drop(held.look.insert(id)),
                    Verdict::No(_) if sabotage::on(Fault::HeldLotLetIn) => {}
                    Verdict::No(said) => return Err(OpError::conflict(said)),
                }
            }
        }
        Ok(held)
    }

    /// Whether goods are told apart as their items ask for.
    ///
    /// # Errors
    /// `tracking-changed`, naming the item: it is tracked in another way than when this was planned, or first written.
    pub(crate) fn check(&self, posting: &Posting, put_away: &PutAway) -> Result<(), OpError> {
        let brings = |leg: &&Leg| leg.quantity.is_positive() && has_balance(leg);
        for leg in posting.lines.iter().flat_map(|line| &line.legs).filter(brings) {
            let Some((sku, tracking)) = put_away.tracking(leg.variant) else { continue };
            let told = self.lots.get(&leg.lot).map(|lot| lot.serial);
            let fits = match tracking {
                Tracking::None => told.is_none(),
                Tracking::Lot | Tracking::LotExpiry => told == Some(false),
                Tracking::Serial => told == Some(true),
            };
            if !fits {
                return Err(OpError::conflict(Said::new("tracking-changed").with("sku", sku)));
            }
        }
        Ok(())
    }

    /// Locks the pieces that were moved and writes where they are now: each in one place, or in none.
    ///
    /// # Errors
    /// `serial-elsewhere` on the field of the line that brings a piece which is somewhere already.
    pub(crate) async fn settle(&self, tx: &mut Tx, posting: &Posting, held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
        lots::wake(tx, &self.dead, &self.look).await?;
        let pieces: BTreeSet<LotId> = self.lots.values().filter(|lot| lot.serial).map(|lot| lot.id).collect();
        if pieces.is_empty() {
            return Ok(());
        }
        let mut places: BTreeMap<LotId, Vec<(Whereabouts, Quantity)>> = BTreeMap::new();
        for ((location, _, lot, status), held) in held.iter().filter(|((_, _, lot, _), _)| pieces.contains(&LotId(*lot))) {
            let at = Whereabouts { present: held.on_hand.is_positive(), location: LocationId(*location), status: *status };
            places.entry(LotId(*lot)).or_default().push((at, held.on_hand));
        }
        let before = lots::lock_serials(tx, &pieces).await?;
        let (mut now, mut wrong) = (BTreeMap::new(), Vec::new());
        for (lot, places) in places {
            let elsewhere = before.get(&lot).filter(|was| was.present && places.iter().all(|(at, _)| !at.is_at(was)));
            let here: Quantity = places.iter().map(|(_, on_hand)| *on_hand).sum();
            if here + elsewhere.map_or(Quantity::ZERO, |_| Quantity::ONE) > Quantity::ONE && !sabotage::on(Fault::SerialTwice) {
                wrong.push(self.elsewhere(posting, lot));
                continue;
            }
            let last = places.iter().find(|(at, _)| at.present).or(places.last()).map(|(at, _)| *at);
            now.extend(elsewhere.copied().or(last).map(|at| (lot, at)));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        lots::write_serials(tx, &now).await
    }

    fn elsewhere(&self, posting: &Posting, lot: LotId) -> FieldError {
        let brings = |leg: &Leg| leg.lot == lot && leg.quantity.is_positive() && has_balance(leg);
        let field = posting.lines.iter().find(|line| line.legs.iter().any(brings)).map_or("", |line| line.field.as_str());
        let serial = self.lots.get(&lot).map(|lot| lot.code.clone()).unwrap_or_default();
        FieldError::new(&serials_field(field), "serial-elsewhere").with("serial", serial)
    }
}

/// The field of a line's serial numbers, beside that of its quantity.
fn serials_field(field: &str) -> String {
    field.rsplit_once('.').map_or_else(|| String::from("serials"), |(line, _)| format!("{line}.serials"))
}

enum Verdict {
    Yes,
    /// It is a fact, and somebody has to look.
    Look,
    No(Said),
}

/// Whether some of a lot may become available. A lot that is held is let in by nothing, not by a count either. What was counted
/// on a day is as it was on that day, and what is undone never was: what is over by now is looked at.
fn may_be_sold(posting: &Posting, lot: &Lot, today: NaiveDate) -> Verdict {
    let counted = matches!(posting.kind, PostingKind::Count | PostingKind::CountOffset);
    if lot.state != LotState::Free {
        return Verdict::No(Said::new("lot-held").with("lot", lot.code.as_str()));
    }
    let over = |day: NaiveDate| lot.expires_on.filter(|last| *last < day);
    match over(posting.business_date) {
        Some(last) if !counted && posting.reverses.is_none() => {
            Verdict::No(Said::new("lot-expired-available").with("lot", lot.code.as_str()).with("day", last))
        }
        Some(_) => Verdict::Look,
        // It was good when it came, and is not any more.
        None if over(today).is_some() => Verdict::Look,
        None => Verdict::Yes,
    }
}
