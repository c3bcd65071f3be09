//! Stock is set right by hand: what is too much goes to the store's Loss, what is too little comes from Found.

use crate::{
    Stock,
    plan::{Checks, left, place_of},
    told::{Asks, Told, coming, going},
    unit,
};
use chrono::NaiveDate;
use ledger::{
    Ahead, Line, Place, Plan, Planned, Posting, Share, StorePlaces,
    read::{self, VariantFacts},
};
use platform::{OpError, Tx};
use stock_rules::{AdjustStock, Adjustment, StockLeft, StockPosted, check_reason, check_whole, decide_adjustment};
use vocabulary::{Actor, AppError, FieldError, LotId, PlaceKind, PostingKind, Quantity, Status};

impl Plan<AdjustStock> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut adjust: AdjustStock) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.note(&adjust.note);
        let at = checks.occurred_at(adjust.occurred_at, tx.now());
        let places = StorePlaces::load(tx, adjust.store).await?;
        let place = place_of(tx, &places, "location", adjust.location).await?;
        let known = read::variants(tx, &[adjust.variant]).await?.remove(&adjust.variant);
        checks.known("variant", known.as_ref());
        let entered = match (&known, adjust.change.as_mut().or(adjust.new_quantity.as_mut())) {
            (Some(known), Some(quantity)) => unit::enter_one(tx, &mut checks, known, quantity, adjust.unit.as_deref()).await?,
            _ => None,
        };
        let meant = decide_adjustment(adjust.change, adjust.new_quantity, adjust.expected).map_err(|wrong| checks.add([wrong])).ok();
        if let (Some(meant), Some(known)) = (meant, &known) {
            let (field, typed) = match meant {
                Adjustment::By(change) => ("change", change),
                Adjustment::To { quantity, .. } => ("new_quantity", quantity),
            };
            checks.add(check_whole(field, typed, known.whole));
            let change = match meant {
                Adjustment::By(change) => change,
                Adjustment::To { quantity, expected } => quantity - expected,
            };
            checks.add(check_reason(adjust.reason, change, &adjust.note));
        }
        let (Some(meant), Some(known)) = (meant, known) else {
            checks.finish()?;
            return Err(OpError::not_found());
        };

        let shares = shares(tx, &mut checks, &adjust, &known, meant, &place, places.business_date(at)).await?;
        checks.finish()?;
        let lot = shares.first().map_or(LotId::NONE, |share| share.lot);
        let (change, on_hand) = change(tx, &adjust, &place, meant, lot).await?;
        if change.is_zero() {
            let (variant, location, status) = (adjust.variant, place.location, adjust.status);
            let lines = vec![StockLeft { variant, location, status, lot: (lot != LotId::NONE).then_some(lot), on_hand }];
            return Ok(Planned::new(Vec::new(), move |_| StockPosted { posting: None, lines }));
        }
        let each = if known.tracking.is_serial() { Quantity::ONE } else { change.abs() };
        let shares: Vec<Share> = shares.into_iter().map(|share| Share { quantity: each, ..share }).collect();
        let (from, to) = if change.is_negative() { (place, places.of(PlaceKind::Loss)?) } else { (places.of(PlaceKind::Found)?, place) };
        let field = if adjust.change.is_some() { "change" } else { "new_quantity" };
        let line = Line::shared(0, adjust.variant, &shares, adjust.status, from, to).blaming(field).costing(known.cost).entered(entered);
        let posting = Posting { reason: Some(adjust.reason), note: adjust.note, ..Posting::new(PostingKind::Adjustment, &places, at, vec![line]) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }

    fn foresee(&self, adjust: &AdjustStock) -> Option<Ahead> {
        // What sets a number compares it with what is there.
        let by = adjust.change.is_some() && adjust.new_quantity.is_none();
        by.then(|| Ahead::of(adjust.store, [adjust.variant]).at(adjust.location))
    }
}

/// Which lot, or which pieces, it is about; how much of each is not known yet.
async fn shares(
    tx: &mut Tx,
    checks: &mut Checks,
    adjust: &AdjustStock,
    known: &VariantFacts,
    meant: Adjustment,
    place: &Place,
    day: NaiveDate,
) -> Result<Vec<Share>, OpError> {
    let (quantity, comes) = match meant {
        Adjustment::By(change) => (change.abs(), change.is_positive()),
        Adjustment::To { quantity, expected } => ((quantity - expected).abs(), quantity >= expected),
    };
    if known.tracking.is_serial() && matches!(meant, Adjustment::To { .. }) {
        checks.add([FieldError::new("new_quantity", "serial-adjust-by")]);
        return Ok(Vec::new());
    }
    let (lot, serials) = (adjust.lot.as_ref(), adjust.serials.as_slice());
    // What is found is found, whatever its last day.
    let status = if comes { Status::Quarantine } else { adjust.status };
    let told = [Told { line: String::new(), known, quantity, lot, serials, status }];
    let shares = if comes { coming(tx, checks, &told, day, Asks::Usable).await? } else { going(tx, checks, &told, place).await? };
    Ok(shares.into_iter().next().unwrap_or_default())
}

/// By how much the books change, and what they say now. A new quantity is compared under the lock, so that nothing can
/// come between.
async fn change(tx: &mut Tx, adjust: &AdjustStock, place: &Place, meant: Adjustment, lot: LotId) -> Result<(Quantity, Quantity), OpError> {
    // By how much is all that has to be known: the committer gives what is there then.
    if let Adjustment::By(change) = meant
        && !change.is_zero()
    {
        return Ok((change, Quantity::ZERO));
    }
    let variants = [adjust.variant];
    let mut promises = read::lock_promises(tx, adjust.store, &variants).await?;
    let changes = match meant {
        Adjustment::By(change) => !change.is_zero(),
        Adjustment::To { quantity, expected } => quantity != expected,
    };
    if promises.is_empty() && changes {
        promises = read::claim_promises(tx, adjust.store, &variants).await?;
    }
    let known = if promises.is_empty() { None } else { read::balance(tx, place.location, adjust.variant, lot, adjust.status).await? };
    let on_hand = known.unwrap_or_default();
    match meant {
        Adjustment::By(change) => Ok((change, on_hand)),
        Adjustment::To { expected, .. } if expected != on_hand => Err(AppError::Stale.into()),
        Adjustment::To { quantity, .. } => Ok((quantity - on_hand, on_hand)),
    }
}
