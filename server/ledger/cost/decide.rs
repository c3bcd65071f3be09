//! What a movement does to the value of stock, by every method. Nothing is read or written here: the same movements in the
//! same order come to the same entries.

use super::{
    event::{Event, Flow, Moved, Origin, PoolKey, Side, Way, flows},
    pool::{Layer, Pool, Source, Take, Taken, rate, share, worth},
};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{CostKind, CostMethod, CostScope, PlaceKind, PostingKind};

/// A change of what a pool is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub pool: PoolKey,
    pub seq: i64,
    pub kind: CostKind,
    pub quantity: Decimal,
    pub value: Decimal,
    pub quantity_after: Decimal,
    pub value_after: Decimal,
    pub posting: Uuid,
    pub line: i32,
    pub document: Uuid,
    pub day: NaiveDate,
    pub happened_at: DateTime<Utc>,
    pub posted_at: DateTime<Utc>,
    pub takes: Vec<Take>,
}

/// A change of what left, or came back, under a sale's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sold {
    pub posting: Uuid,
    pub store: Uuid,
    /// Of a new sale; empty where an old one changes.
    pub reference: String,
    pub quantity: Decimal,
    pub value: Decimal,
    pub back_quantity: Decimal,
    pub back_value: Decimal,
}

/// The pools of a variant, and what became of them.
#[derive(Clone, Debug)]
pub struct Book {
    pub way: Way,
    pub pools: BTreeMap<PoolKey, Pool>,
    pub entries: Vec<Entry>,
    pub sold: Vec<Sold>,
}

/// What an entry is about.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub posting: Uuid,
    pub line: i32,
    pub document: Uuid,
    pub day: NaiveDate,
    pub happened_at: DateTime<Utc>,
    pub posted_at: DateTime<Utc>,
}

impl Book {
    #[must_use]
    pub fn new(way: Way, pools: BTreeMap<PoolKey, Pool>) -> Self {
        Self { way, pools, entries: Vec::new(), sold: Vec::new() }
    }

    /// Values a posting.
    pub fn apply(&mut self, event: &Event) {
        for (line, legs) in event.lines() {
            let Some(first) = legs.first() else { continue };
            let about = About {
                posting: event.posting,
                line,
                document: Uuid::nil(),
                day: event.day,
                happened_at: first.happened_at,
                posted_at: event.posted_at,
            };
            let origins: Vec<&Origin> = event.undone.iter().filter(|origin| origin.line == line).collect();
            if event.kind == PostingKind::Reversal && !origins.is_empty() {
                origins.into_iter().for_each(|origin| self.undo(event, &about, origin));
            } else {
                flows(&self.way, &legs).into_iter().for_each(|flow| self.flow(event, &about, first, flow));
            }
        }
    }

    fn flow(&mut self, event: &Event, about: &About, leg: &Moved, flow: Flow) {
        match (flow.from, flow.to) {
            (Side::Outside(from), Side::Pool(pool)) => self.comes_in(event, about, leg, from, pool, flow.quantity),
            (Side::Pool(pool), Side::Outside(to)) => self.goes_out(event, about, leg, pool, to, flow.quantity),
            (Side::Pool(from), Side::Pool(to)) => self.carries(event, about, leg, from, to, flow.quantity),
            (Side::Outside(_), Side::Outside(_)) => {}
        }
    }

    /// From a supplier at what it cost; found at what the rest is worth; back from a customer at what it left with.
    fn comes_in(&mut self, event: &Event, about: &About, leg: &Moved, from: PlaceKind, pool: PoolKey, quantity: Decimal) {
        let digits = self.way.digits;
        let known = self.known(pool, leg.unit_cost);
        if let Some(each) = known.filter(|_| from == PlaceKind::Supplier || event.kind == PostingKind::Opening) {
            self.learn(pool, each);
        }
        let known = known.unwrap_or_default();
        match (from, event.kind) {
            (PlaceKind::Supplier, _) => self.put(about, pool, CostKind::Receipt, quantity, worth(quantity, known, digits)),
            (_, PostingKind::Opening) => self.put(about, pool, CostKind::Opening, quantity, worth(quantity, known, digits)),
            (PlaceKind::Customer, _) => {
                let mut left = quantity;
                for sale in &event.sales {
                    let back = self.sold.iter().filter(|sold| sold.posting == sale.posting);
                    let (gone_quantity, gone_value) = back.fold((Decimal::ZERO, Decimal::ZERO), |(quantity, value), sold| {
                        (quantity + sold.back_quantity - sold.quantity, value + sold.back_value - sold.value)
                    });
                    let (has, worth) = (sale.quantity - gone_quantity, sale.value - gone_value);
                    let part = left.min(has);
                    if part > Decimal::ZERO {
                        let value = share(worth, part, has, digits);
                        self.sold.push(Sold { back_quantity: part, back_value: value, ..Sold::change(sale.posting) });
                        self.put(&About { document: sale.posting, ..*about }, pool, CostKind::Returned, part, value);
                        left -= part;
                    }
                }
                if left > Decimal::ZERO {
                    self.put(about, pool, CostKind::Returned, left, worth(left, known, digits));
                }
            }
            _ => {
                let each = self.pools.get(&pool).and_then(Pool::rate).unwrap_or(known);
                self.put(about, pool, CostKind::Found, quantity, worth(quantity, each, digits));
            }
        }
    }

    fn goes_out(&mut self, event: &Event, about: &About, leg: &Moved, pool: PoolKey, to: PlaceKind, quantity: Decimal) {
        let taken = self.take(event, leg, pool, quantity);
        let value = taken.value();
        let kind = match to {
            PlaceKind::Customer => CostKind::Sold,
            PlaceKind::Supplier => CostKind::SentBack,
            _ => CostKind::Lost,
        };
        if kind == CostKind::Sold && !event.reference.is_empty() {
            let sold = Sold { store: event.store, reference: event.reference.clone(), quantity, value, ..Sold::change(event.posting) };
            self.sold.push(sold);
        }
        self.write(about, pool, kind, -quantity, -value, taken.takes);
    }

    /// From one pool to another with its cost, layer by layer.
    fn carries(&mut self, event: &Event, about: &About, leg: &Moved, from: PoolKey, to: PoolKey, quantity: Decimal) {
        let taken = self.take(event, leg, from, quantity);
        let (value, mix) = (taken.value(), self.mixes(to, event));
        let own = about.source(event.document);
        let owed = (taken.owed_quantity > Decimal::ZERO).then_some((taken.owed_quantity, taken.owed_value, own));
        let layers = self.pools.get(&from).map(|pool| &pool.layers);
        let part = |take: &Take| {
            let origin = layers.and_then(|layers| layers.get(&take.layer)).map_or(own.origin, |layer| layer.source.origin);
            (take.quantity, take.value, Source { origin, ..own })
        };
        let parts: Vec<(Decimal, Decimal, Source)> = taken.takes.iter().map(part).chain(owed).collect();
        self.write(about, from, CostKind::TransferOut, -quantity, -value, taken.takes);
        if let Some(each) = rate(value, quantity).filter(|each| !each.is_zero()) {
            self.learn(to, each);
        }
        let pool = self.pools.entry(to).or_default();
        for (quantity, value, source) in parts {
            pool.put(quantity, value, source, mix);
        }
        self.write(about, to, CostKind::TransferIn, quantity, value, Vec::new());
        self.settle(about, to);
    }

    /// Takes back exactly what a line had been worth: out of what it brought, back into what it took from.
    fn undo(&mut self, event: &Event, about: &About, origin: &Origin) {
        let digits = self.way.digits;
        let about = About { document: origin.document, ..*about };
        let mix = self.mixes(origin.pool, event);
        let pool = self.pools.entry(origin.pool).or_default();
        if origin.quantity > Decimal::ZERO {
            let known = rate(origin.value, origin.quantity).unwrap_or_default();
            let own = (event.document, origin.line);
            let taken = pool.take(origin.quantity, |layer| (layer.source.posting, layer.source.line) == own, known, digits);
            let differs = origin.value - taken.value();
            self.write(&about, origin.pool, origin.kind, -origin.quantity, -origin.value, taken.takes);
            // Some of it was gone by then, at its cost: what went instead was worth something else.
            if !differs.is_zero() {
                self.write(&about, origin.pool, CostKind::Correction, Decimal::ZERO, differs, Vec::new());
            }
            if origin.kind == CostKind::Returned && !origin.document.is_nil() {
                self.sold.push(Sold { back_quantity: -origin.quantity, back_value: -origin.value, ..Sold::change(origin.document) });
            }
        } else {
            let mut takes = Vec::with_capacity(origin.takes.len());
            let (mut quantity, mut value) = (-origin.quantity, -origin.value);
            for take in origin.takes.iter().filter(|take| pool.put_back(take)) {
                takes.push(Take { quantity: -take.quantity, value: -take.value, ..*take });
                quantity -= take.quantity;
                value -= take.value;
            }
            if quantity > Decimal::ZERO {
                pool.put(quantity, value, about.source(event.document), mix);
            }
            if origin.kind == CostKind::Sold {
                self.sold.push(Sold { quantity: origin.quantity, value: origin.value, ..Sold::change(event.document) });
            }
            self.write(&about, origin.pool, origin.kind, -origin.quantity, -origin.value, takes);
            self.settle(&about, origin.pool);
        }
    }

    fn take(&mut self, event: &Event, leg: &Moved, pool: PoolKey, quantity: Decimal) -> Taken {
        let known = self.standard().or_else(|| self.known(pool, leg.unit_cost)).unwrap_or_default();
        // What is on its way leaves it with what this transfer brought.
        let of_it = |layer: &Layer| !event.document.is_nil() && layer.source.document == event.document;
        let digits = self.way.digits;
        let on_its_way = self.on_its_way(pool, event);
        self.pools.entry(pool).or_default().take(quantity, |layer| on_its_way && of_it(layer), known, digits)
    }

    /// Brings something in from outside. Under standard cost it is worth that; what it cost more or less is a variance.
    fn put(&mut self, about: &About, pool: PoolKey, kind: CostKind, quantity: Decimal, value: Decimal) {
        let standard = self.standard();
        let stands = standard.map_or(value, |standard| worth(quantity, standard, self.way.digits));
        let mix = self.way.method.mixes();
        self.pools.entry(pool).or_default().put(quantity, stands, about.source(Uuid::nil()), mix);
        self.write(about, pool, kind, quantity, value, Vec::new());
        if stands != value {
            self.write(about, pool, CostKind::Variance, Decimal::ZERO, stands - value, Vec::new());
        }
        self.settle(about, pool);
    }

    /// Makes good what had left below nought.
    fn settle(&mut self, about: &About, pool: PoolKey) {
        let digits = self.way.digits;
        if let Some((takes, differs)) = self.pools.entry(pool).or_default().settle(digits) {
            self.write(about, pool, CostKind::TrueUp, Decimal::ZERO, differs, takes);
        }
    }

    /// Writes an entry at the end of a pool.
    pub(super) fn write(&mut self, about: &About, key: PoolKey, kind: CostKind, quantity: Decimal, value: Decimal, takes: Vec<Take>) {
        let pool = self.pools.entry(key).or_default();
        pool.quantity += quantity;
        pool.value += value;
        pool.seq += 1;
        pool.posted_at = pool.posted_at.max(about.posted_at);
        self.entries.push(Entry {
            pool: key,
            seq: pool.seq,
            kind,
            quantity,
            value,
            quantity_after: pool.quantity,
            value_after: pool.value,
            posting: about.posting,
            line: about.line,
            document: about.document,
            day: about.day,
            happened_at: about.happened_at,
            posted_at: pool.posted_at,
            takes,
        });
    }

    /// What one unit costs as far as is known: as was said, else as the last one did.
    fn known(&self, pool: PoolKey, said: Option<Decimal>) -> Option<Decimal> {
        let of = self.pools.get(&pool);
        said.or_else(|| of.and_then(|pool| pool.last_cost)).or_else(|| of.and_then(Pool::rate))
    }

    fn standard(&self) -> Option<Decimal> {
        self.way.standard.filter(|_| self.way.method == CostMethod::Standard)
    }

    /// What came in last cost so much. Under standard cost the first that comes in sets the standard.
    fn learn(&mut self, pool: PoolKey, each: Decimal) {
        self.pools.entry(pool).or_default().last_cost = Some(each);
        if self.way.method == CostMethod::Standard && self.way.standard.is_none() {
            self.way.standard = Some(each);
        }
    }

    fn on_its_way(&self, pool: PoolKey, event: &Event) -> bool {
        self.way.scope == CostScope::Store && event.legs.iter().any(|leg| leg.place == PlaceKind::Transit && leg.location == pool.scope)
    }

    /// Whether what comes into a pool is mixed with what is there: never on the way, where each transfer keeps its own.
    fn mixes(&self, pool: PoolKey, event: &Event) -> bool {
        self.way.method.mixes() && !self.on_its_way(pool, event)
    }
}

impl About {
    fn source(&self, document: Uuid) -> Source {
        Source { posting: self.posting, line: self.line, document, origin: (self.posting, self.line), since: self.happened_at }
    }
}

impl Sold {
    fn change(posting: Uuid) -> Self {
        let none = Decimal::ZERO;
        Self { posting, store: Uuid::nil(), reference: String::new(), quantity: none, value: none, back_quantity: none, back_value: none }
    }
}
