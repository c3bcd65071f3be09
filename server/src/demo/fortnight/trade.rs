//! What happens in a shop on a day.

use super::{Fortnight, Hand, Shop, What, pieces};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use stock_rules::{
    AddLateCost, AdjustStock, ArrivedLine, ChangeStatus, DealtBy, LateCost, MoveLine, MoveStock, ReceiptLine, ReceiveGoods, ReceiveTransfer,
    ReturnLine, SaleLine, SellGoods, ShipTransfer, StatusLine, TakeBack, TransferItem,
};
use vocabulary::{LocationId, Quantity, Reason, Status};

/// Pieces of an item that a delivery brings to a shop's shelf, at most; the back room gets as many, a warehouse six times that.
const DELIVERED: u64 = 24;

impl Fortnight<'_> {
    pub(super) async fn happens(&mut self, at: DateTime<Utc>, shop: usize, what: &What) -> anyhow::Result<()> {
        match what {
            What::Delivery => self.delivery(at, shop).await,
            What::Refill => self.refill(at, shop).await,
            What::Sale => self.sale(at, shop).await,
            What::Return => self.takes_back(at, shop).await,
            What::Inspect => self.inspect(at, shop).await,
            What::Break => self.breaks(at, shop).await,
            What::Ship(to) => self.ships(at, shop, *to).await,
            What::Arrive => self.arrives(at).await,
        }
    }

    /// The first shop sells what the others sell too, but not everything is everywhere.
    async fn delivery(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let warehouse = self.is_warehouse(shop);
        let Some(Shop { store, shelves, back, .. }) = self.shops.get(shop) else { return Ok(()) };
        let (store, shelves, back) = (*store, shelves.clone(), *back);
        let mut lines: BTreeMap<LocationId, Vec<(usize, u64)>> = BTreeMap::new();
        for ware in 0..self.wares.len() {
            if !warehouse && (ware + shop).is_multiple_of(3) {
                continue;
            }
            let Some(shelf) = shelves.get(ware % shelves.len().max(1)).copied() else { continue };
            let many = (3 + self.dice.below(DELIVERED)) * if warehouse { 6 } else { 1 };
            lines.entry(shelf).or_default().push((ware, many));
            if !warehouse && ware % 4 == 0 {
                lines.entry(back).or_default().push((ware, 6 + self.dice.below(DELIVERED)));
            }
        }
        for (place, lines) in lines {
            let goods = ReceiveGoods {
                store,
                location: Some(place),
                lines: lines
                    .iter()
                    .filter_map(|(ware, many)| {
                        let ware = self.wares.get(*ware)?;
                        Some(ReceiptLine { unit_cost: ware.cost, ..ReceiptLine::of(ware.variant, pieces(*many)) })
                    })
                    .collect(),
                reference: format!("DN-{}", 7_710 + shop),
                note: String::new(),
                occurred_at: Some(at),
                rate: None,
            };
            for (ware, many) in lines {
                *self.stands.entry((place, ware)).or_default() += many;
            }
            let posting = self.does(Hand::Manager, goods).await?.posting;
            // The carrier's bill comes later.
            if let Some(posting) = posting.filter(|_| warehouse && !self.billed) {
                self.billed = true;
                let reference = String::from("FR-2204");
                let freight = AddLateCost {
                    posting,
                    kind: LateCost::Landed,
                    lines: Vec::new(),
                    by: DealtBy::Value,
                    amount: Decimal::new(1850, 2),
                    rate: None,
                    reference,
                    note: String::new(),
                };
                self.does(Hand::Manager, freight).await?;
            }
        }
        Ok(())
    }

    /// From the back room to where it is sold.
    async fn refill(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let Some(Shop { store, back, shelves, .. }) = self.shops.get(shop) else { return Ok(()) };
        let (store, back, shelves) = (*store, *back, shelves.clone());
        let waiting = self.standing(&[back]);
        let Some((_, ware, many)) = self.dice.pick(&waiting).copied() else { return Ok(()) };
        let Some(to) = shelves.get(ware % shelves.len().max(1)).copied() else { return Ok(()) };
        let many = many.min(6);
        let lines = vec![MoveLine { status: Status::Available, ..MoveLine::of(self.variant(ware)?, pieces(many)) }];
        self.takes(back, ware, many);
        *self.stands.entry((to, ware)).or_default() += many;
        self.does(Hand::Clerk, MoveStock { store, from: back, to, lines, note: String::new(), occurred_at: Some(at) }).await?;
        Ok(())
    }

    async fn sale(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let standing = self.for_sale(shop);
        let Some(first) = self.dice.pick(&standing).copied() else { return Ok(()) };
        // A basket comes from one shelf, so that every place's stock is known here.
        let on_shelf: Vec<_> = standing.into_iter().filter(|(place, ..)| *place == first.0).collect();
        let mut basket: BTreeMap<usize, u64> = BTreeMap::new();
        for _ in 0..=self.dice.below(4) {
            if let Some((_, ware, many)) = self.dice.pick(&on_shelf).copied() {
                basket.insert(ware, (1 + self.dice.below(3)).min(many));
            }
        }
        let mut lines = Vec::new();
        for (ware, many) in basket {
            self.takes(first.0, ware, many);
            let unit_price = self.wares.get(ware).and_then(|ware| ware.price);
            lines.push(SaleLine { unit_price, ..SaleLine::of(self.variant(ware)?, pieces(many)) });
        }
        self.receipt += 1;
        let store = self.store(shop)?;
        let reference = format!("S-{}", self.receipt);
        self.does(
            Hand::Clerk,
            SellGoods {
                store,
                location: Some(first.0),
                channel: vocabulary::Channel::Till,
                lines,
                reference,
                note: String::new(),
                occurred_at: Some(at),
            },
        )
        .await?;
        Ok(())
    }

    async fn takes_back(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let standing = self.for_sale(shop);
        let Some((_, ware, _)) = self.dice.pick(&standing).copied() else { return Ok(()) };
        let lines = vec![ReturnLine { status: Status::Quarantine, ..ReturnLine::of(self.variant(ware)?, Quantity::ONE) }];
        let location = self.shops.get(shop).map(|shop| shop.back);
        let (store, reference) = (self.store(shop)?, format!("S-{}", self.receipt));
        self.returned.push((shop, ware));
        self.does(Hand::Clerk, TakeBack { store, location, lines, reference, note: String::new(), occurred_at: Some(at) }).await?;
        Ok(())
    }

    /// What came back is looked at: every third is damaged.
    async fn inspect(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let Some(found) = self.returned.iter().position(|(at, _)| *at == shop) else { return Ok(()) };
        let (_, ware) = self.returned.remove(found);
        let Some(Shop { store, back, .. }) = self.shops.get(shop) else { return Ok(()) };
        let (store, back) = (*store, *back);
        let to = if ware % 3 == 0 { Status::Damaged } else { Status::Available };
        let lines = vec![StatusLine::of(self.variant(ware)?, Quantity::ONE)];
        if to == Status::Available {
            *self.stands.entry((back, ware)).or_default() += 1;
        }
        let change = ChangeStatus {
            store,
            location: Some(back),
            from: Status::Quarantine,
            to,
            lines,
            reason: None,
            note: String::new(),
            occurred_at: Some(at),
        };
        self.does(Hand::Manager, change).await?;
        Ok(())
    }

    async fn breaks(&mut self, at: DateTime<Utc>, shop: usize) -> anyhow::Result<()> {
        let standing = self.standing(&self.shelves(shop));
        let Some((place, ware, _)) = self.dice.pick(&standing).copied() else { return Ok(()) };
        self.takes(place, ware, 1);
        let adjust = AdjustStock {
            store: self.store(shop)?,
            location: Some(place),
            variant: self.variant(ware)?,
            status: Status::Available,
            lot: None,
            serials: Vec::new(),
            change: Some(Quantity::whole(-1)),
            new_quantity: None,
            expected: None,
            unit: None,
            reason: Reason::Damaged,
            note: String::new(),
            occurred_at: Some(at),
        };
        self.does(Hand::Manager, adjust).await?;
        Ok(())
    }

    async fn ships(&mut self, at: DateTime<Utc>, from: usize, to: usize) -> anyhow::Result<()> {
        let standing = self.standing(&self.shelves(from));
        let Some(shelf) = standing.first().map(|(place, ..)| *place) else { return Ok(()) };
        let lines: Vec<(usize, u64)> =
            standing.into_iter().filter(|(place, ..)| *place == shelf).take(6).map(|(_, ware, many)| (ware, many.min(12))).collect();
        let mut items = Vec::new();
        for (ware, many) in &lines {
            self.takes(shelf, *ware, *many);
            items.push(TransferItem::of(self.variant(*ware)?, pieces(*many)));
        }
        let ship = ShipTransfer {
            from: self.store(from)?,
            to: self.store(to)?,
            location: Some(shelf),
            lines: items,
            note: String::new(),
            occurred_at: Some(at),
        };
        let sent = self.does(Hand::Manager, ship).await?;
        self.on_the_road = Some((sent.transfer, to, lines));
        Ok(())
    }

    async fn arrives(&mut self, at: DateTime<Utc>) -> anyhow::Result<()> {
        let Some((transfer, to, lines)) = self.on_the_road.take() else { return Ok(()) };
        let Some(back) = self.shops.get(to).map(|shop| shop.back) else { return Ok(()) };
        let arrived = (0..).zip(&lines).map(|(line, (_, many))| ArrivedLine { line, received: pieces(*many), damaged: Quantity::ZERO }).collect();
        for (ware, many) in lines {
            *self.stands.entry((back, ware)).or_default() += many;
        }
        let receive = ReceiveTransfer { location: Some(back), lines: arrived, occurred_at: Some(at), ..ReceiveTransfer::of(transfer) };
        self.does(Hand::Clerk, receive).await?;
        Ok(())
    }
}
