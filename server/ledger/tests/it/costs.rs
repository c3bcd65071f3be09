//! What stock is worth against a naive oracle: random trade in two stores, valued at random moments and by two workers at
//! once. The oracle knows nothing of layers in tables: it keeps boxes of units on shelves, and pence in whole numbers.

use crate::cost::rows;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use stock_rules::{
    AdjustStock, ArrivedLine, ReceiptLine, ReceiveGoods, ReceiveTransfer, ReturnLine, ReversePosting, SaleLine, SellGoods, SetCosting, ShipTransfer,
    TakeBack, TransferItem,
};
use testkit::Shop;
use uuid::Uuid;
use vocabulary::{CostMethod, CostScope, PostingId, Quantity, Reason, Status, StoreId, TransferId, VariantId};

/// A whole number divided by another, half to even.
fn divided(a: i128, b: i128) -> i128 {
    let (whole, rest) = (a.div_euclid(b), a.rem_euclid(b));
    match (rest * 2).cmp(&b) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Greater => whole + 1,
        std::cmp::Ordering::Equal => whole + whole.rem_euclid(2),
    }
}

/// The part of a value that so many of so many units have.
fn part(pence: i128, units: i128, of: i128) -> i128 {
    if units == of { pence } else { divided(pence * units, of) }
}

/// Units that came in together.
#[derive(Clone, Debug)]
struct Crate {
    by: usize,
    units: i128,
    pence: i128,
}

/// A shelf: what came first stands first. Mixed, there is one crate.
#[derive(Clone, Debug, Default)]
struct Shelf {
    crates: Vec<Crate>,
}

impl Shelf {
    fn units(&self) -> i128 {
        self.crates.iter().map(|one| one.units).sum()
    }

    fn pence(&self) -> i128 {
        self.crates.iter().map(|one| one.pence).sum()
    }

    fn put(&mut self, new: Crate, mixed: bool) {
        match self.crates.first_mut().filter(|_| mixed) {
            Some(first) => {
                first.units += new.units;
                first.pence += new.pence;
            }
            None => self.crates.push(new),
        }
    }

    /// Takes units: those that `first` brought before all others, then from the front. An empty crate stays where it stood.
    fn take(&mut self, mut units: i128, first: Option<usize>) -> Vec<(usize, i128, i128)> {
        let mut order: Vec<usize> = (0..self.crates.len()).collect();
        order.sort_by_key(|at| (first != Some(self.crates[*at].by), *at));
        let mut taken = Vec::new();
        for at in order {
            let one = &mut self.crates[at];
            let some = units.min(one.units);
            if some > 0 {
                let pence = part(one.pence, some, one.units);
                one.units -= some;
                one.pence -= pence;
                units -= some;
                taken.push((at, some, pence));
            }
        }
        assert_eq!(units, 0, "the test only takes what is there");
        taken
    }
}

/// Something that happened, as far as it can be undone or come back.
#[derive(Clone, Debug)]
enum Deed {
    Receipt {
        posting: PostingId,
        shelf: usize,
        item: usize,
        units: i128,
        pence: i128,
    },
    Sale {
        posting: PostingId,
        store: usize,
        shelf: usize,
        item: usize,
        units: i128,
        pence: i128,
        taken: Vec<(usize, i128, i128)>,
        reference: String,
        back: (i128, i128),
    },
    Over,
}

struct Oracle {
    mixed: bool,
    company: bool,
    /// Of each item: the stores' shelves, and those on the way to them.
    shelves: Vec<Vec<Shelf>>,
    /// What stands in each store of each item, and can be taken there.
    stands: Vec<Vec<i128>>,
    /// What one unit last cost, in thousandths of a pound.
    last: Vec<i128>,
    deeds: Vec<Deed>,
    on_the_way: Vec<(TransferId, usize, usize, i128, usize)>,
}

impl Oracle {
    fn shelf(&self, store: usize) -> usize {
        if self.company { 0 } else { store }
    }

    fn way(&self, store: usize) -> usize {
        if self.company { 0 } else { 2 + store }
    }

    /// What so many units come to at thousandths each.
    fn worth(units: i128, each: i128) -> i128 {
        divided(units * each, 10)
    }

    fn put(&mut self, item: usize, shelf: usize, by: usize, units: i128, pence: i128) {
        let mixed = self.mixed && shelf < 2;
        self.shelves[item][shelf].put(Crate { by, units, pence }, mixed);
    }
}

fn seed() -> u64 {
    std::env::var("STOCKROOM_SEED").ok().and_then(|raw| raw.parse().ok()).unwrap_or_else(rand::random)
}

fn steps() -> usize {
    std::env::var("STOCKROOM_STEPS").ok().and_then(|raw| raw.parse().ok()).unwrap_or(120)
}

fn whole(units: i128) -> Quantity {
    Quantity::whole(i32::try_from(units).unwrap())
}

/// Values by two workers at once, as far as there is anything.
async fn valued(shop: &Shop) {
    let value = || ledger::cost::value(&shop.database, shop.tenant);
    let (one, other) = tokio::join!(value(), value());
    one.unwrap();
    other.unwrap();
}

async fn compare(shop: &Shop, oracle: &Oracle, variants: &[VariantId], stores: &[StoreId], told: &str) {
    let mut tx = rows(shop).await;
    let ways: Vec<(Uuid, Uuid)> = sqlx::query_as("SELECT store_id, id FROM location WHERE kind = 14").fetch_all(&mut tx).await.unwrap();
    let ways: BTreeMap<Uuid, Uuid> = ways.into_iter().collect();
    let scopes = if oracle.company { vec![Uuid::nil()] } else { vec![stores[0].0, stores[1].0, ways[&stores[0].0], ways[&stores[1].0]] };
    for (item, variant) in variants.iter().enumerate() {
        for (shelf, scope) in scopes.iter().enumerate() {
            let row: Option<(Decimal, Decimal)> = sqlx::query_as("SELECT quantity, value FROM cost_pool WHERE variant_id = ? AND scope_id = ?")
                .bind(variant.0)
                .bind(scope)
                .fetch_optional(&mut tx)
                .await
                .unwrap();
            let (quantity, value) = row.unwrap_or_default();
            let wanted = &oracle.shelves[item][shelf];
            let (units, pence) = (Decimal::from(i64::try_from(wanted.units()).unwrap()), Decimal::new(i64::try_from(wanted.pence()).unwrap(), 2));
            assert_eq!((quantity, value), (units, pence), "{told}: item {item}, shelf {shelf}");
        }
    }
}

async fn trade(shop: Shop, method: CostMethod, scope: CostScope) {
    let seed = seed();
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    shop.owner().does(SetCosting { method, scope }).await;
    let (stores, owner) = ([shop.store, shop.other_store], shop.owner());
    let variants = [shop.item("A").await, shop.item("B").await];
    let mut oracle = Oracle {
        mixed: method == CostMethod::Average,
        company: scope == CostScope::Company,
        shelves: vec![vec![Shelf::default(); 4]; 2],
        stands: vec![vec![0; 2]; 2],
        last: vec![1200; 2],
        deeds: Vec::new(),
        on_the_way: Vec::new(),
    };
    for step in 0..steps() {
        let (item, store, units) = (random.gen_range(0..2), random.gen_range(0..2), i128::from(random.gen_range(1..=9_i32)));
        let (variant, shelf, note) = (variants[item], oracle.shelf(store), String::new);
        match random.gen_range(0..12) {
            0..=2 => {
                let each = i128::from(random.gen_range(1..9_999_i32));
                let line = ReceiptLine { unit_cost: Some(Decimal::new(i64::try_from(each).unwrap(), 3)), ..ReceiptLine::of(variant, whole(units)) };
                let receipt = ReceiveGoods { store: stores[store], lines: vec![line], ..shop.receipt(variant, 1) };
                let posting = owner.does(receipt).await.posting.unwrap();
                let pence = Oracle::worth(units, each);
                oracle.put(item, shelf, oracle.deeds.len(), units, pence);
                oracle.deeds.push(Deed::Receipt { posting, shelf, item, units, pence });
                (oracle.last[item], oracle.stands[item][store]) = (each, oracle.stands[item][store] + units);
            }
            3..=5 if oracle.stands[item][store] >= units => {
                let (reference, lines) = (format!("T-{step}"), vec![SaleLine::of(variant, whole(units))]);
                let sale = SellGoods {
                    store: stores[store],
                    location: None,
                    channel: vocabulary::Channel::Till,
                    lines,
                    reference: reference.clone(),
                    note: note(),
                    occurred_at: None,
                };
                let posting = owner.does(sale).await.posting.unwrap();
                let taken = oracle.shelves[item][shelf].take(units, None);
                let pence = taken.iter().map(|(_, _, pence)| pence).sum();
                oracle.deeds.push(Deed::Sale { posting, store, shelf, item, units, pence, taken, reference, back: (0, 0) });
                oracle.stands[item][store] -= units;
            }
            6 => {
                // Somebody brings back a part of what they bought, to whichever store.
                let sales: Vec<usize> = (0..oracle.deeds.len()).filter(|at| matches!(oracle.deeds[*at], Deed::Sale { .. })).collect();
                let Some(at) = sales.choose(&mut random).copied() else { continue };
                let Deed::Sale { item, units: sold, pence, reference, back, .. } = oracle.deeds[at].clone() else { continue };
                let comes = units.min(sold - back.0);
                if comes == 0 {
                    continue;
                }
                let lines = vec![ReturnLine { status: Status::Available, ..ReturnLine::of(variants[item], whole(comes)) }];
                let back_to = TakeBack { store: stores[store], location: None, lines, reference, note: note(), occurred_at: None };
                owner.does(back_to).await;
                let worth = part(pence - back.1, comes, sold - back.0);
                if let Deed::Sale { back, .. } = &mut oracle.deeds[at] {
                    *back = (back.0 + comes, back.1 + worth);
                }
                oracle.put(item, shelf, usize::MAX, comes, worth);
                oracle.stands[item][store] += comes;
            }
            7 => {
                let found = random.gen_bool(0.5);
                if !found && oracle.stands[item][store] < units {
                    continue;
                }
                let (change, reason) = if found { (whole(units), Reason::Found) } else { (-whole(units), Reason::Lost) };
                let adjust = AdjustStock {
                    store: stores[store],
                    location: None,
                    variant,
                    status: Status::Available,
                    lot: None,
                    serials: Vec::new(),
                    change: Some(change),
                    unit: None,
                    new_quantity: None,
                    expected: None,
                    reason,
                    note: note(),
                    occurred_at: None,
                };
                owner.does(adjust).await;
                if found {
                    let here = &oracle.shelves[item][shelf];
                    // At what one unit there is worth, to a millionth; where there is none, at what the last one cost.
                    let pence = if here.units() > 0 {
                        divided(units * divided(here.pence() * 10_000, here.units()), 10_000)
                    } else {
                        Oracle::worth(units, oracle.last[item])
                    };
                    oracle.put(item, shelf, usize::MAX, units, pence);
                    oracle.stands[item][store] += units;
                } else {
                    oracle.shelves[item][shelf].take(units, None);
                    oracle.stands[item][store] -= units;
                }
            }
            8 if oracle.stands[item][store] >= units => {
                let (to, lines) = (1 - store, vec![TransferItem::of(variant, whole(units))]);
                let ship = ShipTransfer { from: stores[store], to: stores[to], location: None, lines, note: note(), occurred_at: None };
                let transfer = owner.does(ship).await.transfer;
                let of = 1_000_000 + step;
                if !oracle.company {
                    let taken = oracle.shelves[item][shelf].take(units, None);
                    let way = oracle.way(to);
                    taken.into_iter().for_each(|(_, units, pence)| oracle.put(item, way, of, units, pence));
                }
                oracle.stands[item][store] -= units;
                oracle.on_the_way.push((transfer, item, to, units, of));
            }
            9 if !oracle.on_the_way.is_empty() => {
                let (transfer, item, to, units, of) = oracle.on_the_way.swap_remove(random.gen_range(0..oracle.on_the_way.len()));
                let lines = vec![ArrivedLine { line: 0, received: whole(units), damaged: Quantity::ZERO }];
                let receive = ReceiveTransfer { lines, ..ReceiveTransfer::of(transfer) };
                owner.does(receive).await;
                if !oracle.company {
                    let way = oracle.way(to);
                    let taken = oracle.shelves[item][way].take(units, Some(of));
                    taken.into_iter().for_each(|(_, units, pence)| oracle.put(item, to, usize::MAX, units, pence));
                }
                oracle.stands[item][to] += units;
            }
            _ => {
                if oracle.deeds.is_empty() {
                    continue;
                }
                let at = random.gen_range(0..oracle.deeds.len());
                match oracle.deeds[at].clone() {
                    Deed::Receipt { posting, shelf, item, units, pence } => {
                        let undo = ReversePosting { posting, lines: None, note: note() };
                        // Refused where it is not there any more.
                        if owner.tries(undo).await.is_err() {
                            continue;
                        }
                        oracle.shelves[item][shelf].take(units, Some(at));
                        let store = if oracle.company { store_of(&shop, posting).await } else { shelf };
                        oracle.stands[item][store] -= units;
                        let _ = pence;
                        oracle.deeds[at] = Deed::Over;
                    }
                    Deed::Sale { posting, store, shelf, item, units, taken, back: (0, _), .. } => {
                        owner.does(ReversePosting { posting, lines: None, note: note() }).await;
                        for (crate_at, units, pence) in taken {
                            let one = &mut oracle.shelves[item][shelf].crates[crate_at];
                            one.units += units;
                            one.pence += pence;
                        }
                        oracle.stands[item][store] += units;
                        oracle.deeds[at] = Deed::Over;
                    }
                    Deed::Sale { .. } | Deed::Over => continue,
                }
            }
        }
        if random.gen_bool(0.1) {
            valued(&shop).await;
            compare(&shop, &oracle, &variants, &stores, &format!("step {step} of seed {seed}")).await;
        }
    }
    valued(&shop).await;
    compare(&shop, &oracle, &variants, &stores, &format!("the end of seed {seed}")).await;
    shop.proves().await;
}

/// Where a receipt came in: the second store is 1.
async fn store_of(shop: &Shop, posting: PostingId) -> usize {
    let mut tx = rows(shop).await;
    let store: Uuid = sqlx::query_scalar("SELECT store_id FROM posting WHERE id = ?").bind(posting.0).fetch_one(&mut tx).await.unwrap();
    usize::from(store == shop.other_store.0)
}

testkit::on_both! {
    async fn first_in_first_out_store_by_store(shop: Shop) {
        trade(shop, CostMethod::Fifo, CostScope::Store).await;
    }

    async fn first_in_first_out_of_all_stores(shop: Shop) {
        trade(shop, CostMethod::Fifo, CostScope::Company).await;
    }

    async fn the_average_store_by_store(shop: Shop) {
        trade(shop, CostMethod::Average, CostScope::Store).await;
    }

    async fn the_average_of_all_stores(shop: Shop) {
        trade(shop, CostMethod::Average, CostScope::Company).await;
    }
}
