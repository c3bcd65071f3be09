//! A till's sale: from where the goods stand to the customer.
//!
//! The promises are locked before the balances are read, so what is decided here is still so when it is posted: two tills
//! never sell the same piece, and none is refused while another place of the store has it.

use crate::{
    Stock,
    kit::{MayBeKit, Parts},
    plan::{Checks, left, number, place_of},
    told::{Told, named_only},
    unit,
};
use chrono::{DateTime, Utc};
use ledger::{
    Ahead, Document, Leg, Line, Place, Plan, Planned, Posting, StorePlaces,
    read::{self, Stands, VariantFacts},
};
use platform::{Event, OpError, Tx};
use std::collections::{HashMap, HashSet};
use stock_rules::{SaleLine, SellGoods, Standing, StockPosted, decide_takings, lives_for};
use uuid::Uuid;
use vocabulary::{Actor, Channel, FieldError, LocationId, LotId, PlaceKind, PostingKind, Quantity, Status, StoreId, VariantId};

impl Plan<SellGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut sale: SellGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(sale.lines.len())?;
        checks.reference(&sale.reference);
        checks.note(&sale.note);
        let at = checks.occurred_at(sale.occurred_at, tx.now());
        let places = StorePlaces::load(tx, sale.store).await?;
        let first = place_of(tx, &places, "location", sale.location).await?;
        let to = places.of(PlaceKind::Customer)?;
        let ids: Vec<_> = sale.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut sale.lines).await?;
        let may_be_kits: Vec<MayBeKit<'_>> = sale.lines.iter().map(may_be_kit).collect();
        let parts = Parts::of(tx, &mut checks, facts, &may_be_kits, true).await?;
        for (at, line) in sale.lines.iter().enumerate() {
            if line.unit_price.is_some_and(|price| price.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_price"), "money-negative")]);
            }
        }
        checks.finish()?;

        let named = named_lots(tx, &parts).await?;
        let asked = Asked { at, only: sale.location, channel: Some(sale.channel) };
        let mut shelves = Shelves::read(tx, &places, &parts.facts, first, &asked).await?;
        let (mut lines, mut short) = (Vec::with_capacity(parts.all.len()), Checks::default());
        for (((at, part), lots), entered) in parts.all.iter().enumerate().zip(&named).zip(parts.entered(&entered)) {
            match shelves.take(part.variant, part.quantity, lots) {
                Ok(takings) => {
                    let cost = parts.facts.get(&part.variant).and_then(|known| known.cost);
                    lines.push(taken(number(at), part.variant, &takings, to).blaming(part.field()).costing(cost).entered(entered));
                }
                Err(available) => short.add([parts.short_of(part, available)]),
            }
        }
        short.finish()?;
        let document = Document { kind: "sale", id: Uuid::now_v7(), reference: sale.reference };
        let sold = sold(&document, sale.store, &sale.lines);
        let posting = Posting { document, note: sale.note, kits: parts.kits, ..Posting::new(PostingKind::Sale, &places, at, lines) };
        let reply = |posted: &[ledger::Posted]| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) };
        Ok(Planned::new(vec![posting], reply).event(sold))
    }

    fn foresee(&self, sale: &SellGoods) -> Option<Ahead> {
        // What was taken earlier may have been missing already when its place was counted.
        let now = sale.occurred_at.is_none();
        now.then(|| Ahead::of(sale.store, sale.lines.iter().map(|line| line.variant)).at(sale.location).taking())
    }
}

/// The sale with its prices, which the books of stock do not keep.
fn sold(document: &Document, store: StoreId, lines: &[SaleLine]) -> Event {
    Event::new("stock.sold", document.id, &serde_json::json!({ "store": store, "reference": document.reference, "lines": lines }))
}

fn may_be_kit(line: &SaleLine) -> MayBeKit<'_> {
    MayBeKit { variant: line.variant, quantity: line.quantity, lot: line.lot.as_ref(), serials: &line.serials }
}

/// The lots and pieces that lines name.
async fn named_lots(tx: &mut Tx, parts: &Parts) -> Result<Vec<Vec<LotId>>, OpError> {
    let told = parts.all.iter().filter_map(|part| {
        let (known, lot, serials) = (parts.facts.get(&part.variant)?, part.lot.as_ref(), part.serials.as_slice());
        Some(Told { line: part.begins(), known, quantity: part.quantity, lot, serials, status: Status::Available })
    });
    named_only(tx, &told.collect::<Vec<_>>()).await
}

/// There is less than is wanted.
pub(crate) fn short_of(field: &str, available: Quantity, wanted: Quantity) -> FieldError {
    FieldError::new(field, "stock-insufficient").with("available", available).with("wanted", wanted)
}

/// Where some of something stands, and of which lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub place: Place,
    pub lot: LotId,
}

/// One variant from where it stands to one place.
pub(crate) fn taken(number: i32, variant: VariantId, takings: &[(Spot, Quantity)], to: Place) -> Line {
    let leg = |place, lot, quantity| Leg { place, variant, lot, status: Status::Available, quantity };
    let mut legs: Vec<Leg> = takings.iter().map(|(spot, taken)| leg(spot.place, spot.lot, -*taken)).collect();
    let mut come: Vec<(LotId, Quantity)> = Vec::new();
    for (spot, taken) in takings {
        match come.iter_mut().find(|(lot, _)| *lot == spot.lot) {
            Some((_, quantity)) => *quantity += *taken,
            None => come.push((spot.lot, *taken)),
        }
    }
    legs.extend(come.into_iter().map(|(lot, quantity)| leg(to, lot, quantity)));
    Line::of(number, "", legs)
}

/// What is asked of shelves.
pub(crate) struct Asked {
    /// When it was taken.
    pub at: DateTime<Utc>,
    /// From this place alone.
    pub only: Option<LocationId>,
    /// By which way it is sold, which may ask for some remaining life; none: that it is not over is enough.
    pub channel: Option<Channel>,
}

/// What a store's places have of some variants while lines are taken from them, one after the other: what expires first,
/// then what came first, then the default place and the others by code.
pub(crate) struct Shelves {
    first: Place,
    only: bool,
    /// What may still be taken of each variant, promises kept.
    free: HashMap<VariantId, Quantity>,
    /// What is promised of each.
    promised: HashMap<VariantId, Quantity>,
    /// Those that are told apart.
    tracked: HashSet<VariantId>,
    standing: HashMap<VariantId, Vec<Standing<Spot>>>,
}

impl Shelves {
    /// Locks the variants in the store and reads where they stand: what is over, or too short-lived, stands for nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn read(
        tx: &mut Tx,
        places: &StorePlaces,
        facts: &HashMap<VariantId, VariantFacts>,
        first: Place,
        asked: &Asked,
    ) -> Result<Self, OpError> {
        let variants: Vec<VariantId> = facts.keys().copied().collect();
        let promises = read::lock_promises(tx, places.store, &variants).await?;
        let day = places.business_date(asked.at);
        let mut standing: HashMap<VariantId, Vec<Standing<Spot>>> = HashMap::new();
        for (variant, all) in read::standing(tx, places.store, &variants, Status::Available, asked.at).await? {
            let least = facts.get(&variant).zip(asked.channel).map_or(0, |(known, channel)| known.life.sold(channel));
            let here = |one: &Stands| asked.only.is_none_or(|only| one.place.location == only) && lives_for(one.expires_on, day, least);
            let stands = |one: Stands| Standing { place: Spot { place: one.place, lot: one.lot }, on_hand: one.on_hand, settled: one.settled };
            standing.insert(variant, all.into_iter().filter(here).map(stands).collect());
        }
        let free = promises.iter().map(|(variant, promise)| (*variant, promise.sellable - promise.promised)).collect();
        let promised = promises.into_iter().map(|(variant, promise)| (variant, promise.promised)).collect();
        let tracked = facts.values().filter(|known| known.tracking.is_tracked()).map(|known| known.id).collect();
        Ok(Self { first, only: asked.only.is_some(), free, promised, tracked, standing })
    }

    /// For who takes what was promised: all that is there may be taken.
    pub(crate) fn for_the_promised(mut self) -> Self {
        for (variant, promised) in std::mem::take(&mut self.promised) {
            *self.free.entry(variant).or_default() += promised;
        }
        self
    }

    /// Takes a quantity from the shelves, of these lots alone if some are named. Where the first place may go below nought
    /// there is always enough of what is not told apart.
    ///
    /// # Errors
    /// What is available, where that is less.
    pub(crate) fn take(&mut self, variant: VariantId, wanted: Quantity, lots: &[LotId]) -> Result<Vec<(Spot, Quantity)>, Quantity> {
        let tracked = self.tracked.contains(&variant);
        let unpromised = self.free.get(&variant).copied().unwrap_or_default();
        let standing = self.standing.entry(variant).or_default();
        let pool: Vec<Standing<Spot>> = standing.iter().filter(|one| lots.is_empty() || lots.contains(&one.place.lot)).copied().collect();
        let here: Quantity = pool.iter().map(|one| one.on_hand).sum();
        let free = if self.only || tracked { here.min(unpromised) } else { unpromised };
        let takings = decide_takings(wanted, Spot { place: self.first, lot: LotId::NONE }, &pool);
        let settled = |spot: &Spot| pool.iter().any(|one| one.settled && one.place == *spot);
        // What was missing already when its place was counted is taken from nobody now.
        let taken: Quantity = takings.iter().filter(|(spot, _)| !settled(spot)).map(|(_, taken)| *taken).sum();
        let may_go_below = self.first.allow_negative && !tracked;
        if taken.is_positive() && free < taken && !may_go_below {
            return Err(free.max(Quantity::ZERO));
        }
        *self.free.entry(variant).or_default() = unpromised - taken;
        for (spot, taken) in &takings {
            if let Some(one) = standing.iter_mut().find(|one| one.place == *spot && !one.settled) {
                one.on_hand = one.on_hand - *taken;
            }
        }
        Ok(takings)
    }
}
