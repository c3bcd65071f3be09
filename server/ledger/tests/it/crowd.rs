//! Sixteen at once, each doing anything: what was acknowledged is all there and nothing else, whatever the order. The model
//! is what each of them was told.

use rand::{Rng, SeedableRng, rngs::StdRng};
use std::collections::HashMap;
use stock_rules::{
    AdjustStock, ConvertReservation, CreateLocation, LotGiven, MoveLine, MoveStock, ReceiveGoods, ReleaseReservation, ReservationKind, ReserveLine,
    ReserveStock, Reserved, ReversePosting, SaleLine, SellGoods, ShipReservation, ShowStock,
};
use testkit::Person;
use vocabulary::{AppError, LocationId, PlaceKind, PostingId, Quantity, Reason, Status, StoreId, Tracking, VariantId};

const CROWD: u64 = 16;

fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|raw| raw.parse().ok())
}

/// Where things may be done.
#[derive(Clone)]
struct World {
    items: Vec<VariantId>,
    /// Of them, what is told apart by lots, and by numbers.
    lots: VariantId,
    pieces: VariantId,
    /// Places with their stores.
    places: Vec<(StoreId, LocationId)>,
    floor: LocationId,
    bin: LocationId,
    store: StoreId,
}

/// What one of them was told.
#[derive(Default)]
struct Told {
    on_hand: HashMap<(StoreId, VariantId), i64>,
    promised: HashMap<(StoreId, VariantId), i64>,
    postings: Vec<(PostingId, StoreId, VariantId, i64)>,
    reservations: Vec<Reserved>,
    done: u32,
    refused: u32,
}

/// What is done; or refused, for a reason that is one of the trade's. Anything else is a fault.
fn heard<T>(outcome: Result<T, AppError>, told: &mut Told) -> Option<T> {
    match outcome {
        Ok(reply) => {
            told.done += 1;
            Some(reply)
        }
        Err(AppError::Invalid { .. } | AppError::Conflict { .. }) => {
            told.refused += 1;
            None
        }
        Err(other) => panic!("{other:?}"),
    }
}

fn whole(units: &Quantity) -> i64 {
    units.to_string().parse().unwrap()
}

async fn worker(person: Person, shop: World, seed: u64, steps: u32) -> Told {
    let mut random = StdRng::seed_from_u64(seed);
    let mut told = Told::default();
    for _ in 0..steps {
        step(&person, &shop, &mut random, &mut told).await;
    }
    told
}

async fn step(person: &Person, world: &World, random: &mut StdRng, told: &mut Told) {
    let item = world.items[random.gen_range(0..world.items.len())];
    let (store, place) = world.places[random.gen_range(0..world.places.len())];
    // Few lots and few numbers, so that many mean the same.
    let (lot, serials) = match item {
        item if item == world.lots => (Some(LotGiven { code: format!("L{}", random.gen_range(1..=3)), expires_on: None, made_on: None }), Vec::new()),
        item if item == world.pieces => (None, vec![format!("S{}", random.gen_range(1..=12))]),
        _ => (None, Vec::new()),
    };
    let n = if serials.is_empty() { random.gen_range(1..=5) } else { 1 };
    let quantity = Quantity::whole(n);
    match random.gen_range(0..12) {
        0..=2 => {
            let lines = vec![stock_rules::ReceiptLine { lot, serials, ..stock_rules::ReceiptLine::of(item, quantity) }];
            let receipt =
                ReceiveGoods { store, location: Some(place), lines, reference: String::new(), note: String::new(), occurred_at: None, rate: None };
            if let Some(posted) = heard(person.tries(receipt).await, told) {
                booked(told, posted.posting, store, item, i64::from(n));
            }
        }
        3 | 4 => {
            let lines = vec![SaleLine { lot, serials, ..SaleLine::of(item, quantity) }];
            let sale = SellGoods {
                store,
                location: None,
                channel: vocabulary::Channel::Till,
                lines,
                reference: String::new(),
                note: String::new(),
                occurred_at: None,
            };
            if let Some(posted) = heard(person.tries(sale).await, told) {
                booked(told, posted.posting, store, item, -i64::from(n));
            }
        }
        5 => {
            let by = if random.gen_bool(0.5) { n } else { -n };
            let adjust = AdjustStock {
                store,
                location: Some(place),
                variant: item,
                status: Status::Available,
                lot,
                serials,
                change: Some(Quantity::whole(by)),
                new_quantity: None,
                expected: None,
                unit: None,
                reason: if by > 0 { Reason::Found } else { Reason::Lost },
                note: String::new(),
                occurred_at: None,
            };
            if let Some(posted) = heard(person.tries(adjust).await, told) {
                booked(told, posted.posting, store, item, i64::from(by));
            }
        }
        6 => {
            let (from, to) = if random.gen_bool(0.5) { (world.floor, world.bin) } else { (world.bin, world.floor) };
            let lines = vec![MoveLine { status: Status::Available, lot, serials, ..MoveLine::of(item, quantity) }];
            heard(person.tries(MoveStock { store: world.store, from, to, lines, note: String::new(), occurred_at: None }).await, told);
        }
        7 | 8 => {
            let kind = if random.gen_bool(0.5) { ReservationKind::Hold } else { ReservationKind::Allocation };
            let mut lines = Vec::new();
            for _ in 0..random.gen_range(1..=3) {
                let variant = world.items[random.gen_range(0..world.items.len())];
                lines.push(ReserveLine {
                    variant,
                    quantity: Quantity::whole(random.gen_range(1..=3)),
                    unit: None,
                    store: random.gen_bool(0.6).then_some(store),
                });
            }
            let wanted =
                ReserveStock { kind, lines, stores: Vec::new(), minutes: None, channel: None, reference: String::new(), note: String::new() };
            if let Some(made) = heard(person.tries(wanted).await, told).and_then(|reply| reply.reserved) {
                promised(told, &made, 1);
                told.reservations.push(made);
            }
        }
        9 | 10 if !told.reservations.is_empty() => {
            let at = random.gen_range(0..told.reservations.len());
            let Reserved { reservation, fence, .. } = told.reservations[at];
            match random.gen_range(0..4) {
                0 => {
                    if let Some(saved) = heard(person.tries(ConvertReservation { reservation, fence }).await, told) {
                        told.reservations[at].fence = saved.fence;
                    }
                }
                1 => {
                    if heard(person.tries(ReleaseReservation { reservation, fence }).await, told).is_some() {
                        let made = told.reservations.swap_remove(at);
                        promised(told, &made, -1);
                    }
                }
                _ => {
                    let ship = ShipReservation { reservation, fence, lines: Vec::new(), channel: None, note: String::new() };
                    if heard(person.tries(ship).await, told).is_some() {
                        let made = told.reservations.swap_remove(at);
                        promised(told, &made, -1);
                        for part in &made.plan {
                            *told.on_hand.entry((part.store, part.variant)).or_default() -= whole(&part.quantity);
                        }
                    }
                }
            }
        }
        _ if !told.postings.is_empty() => {
            let at = random.gen_range(0..told.postings.len());
            let (posting, store, item, by) = told.postings[at];
            if heard(person.tries(ReversePosting { posting, lines: None, note: String::new() }).await, told).is_some() {
                told.postings.swap_remove(at);
                *told.on_hand.entry((store, item)).or_default() -= by;
            }
        }
        _ => {}
    }
}

fn booked(told: &mut Told, posting: Option<PostingId>, store: StoreId, item: VariantId, by: i64) {
    *told.on_hand.entry((store, item)).or_default() += by;
    told.postings.push((posting.unwrap(), store, item, by));
}

fn promised(told: &mut Told, made: &Reserved, sign: i64) {
    for part in &made.plan {
        *told.promised.entry((part.store, part.variant)).or_default() += sign * whole(&part.quantity);
    }
}

testkit::on_both! {
    async fn a_crowd_does_anything_and_the_books_say_what_each_was_told(shop: Shop) {
        let seed: u64 = setting("STOCKROOM_SEED").unwrap_or_else(rand::random);
        let steps: u32 = setting("STOCKROOM_STEPS").unwrap_or(25);
        println!("seed {seed}");
        let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("B1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let mut items = Vec::new();
        for sku in ["A", "B", "C", "D"] {
            items.push(shop.item(sku).await);
        }
        let (lots, pieces) = (shop.tracked("LOTS", Tracking::Lot).await, shop.tracked("PIECES", Tracking::Serial).await);
        items.extend([lots, pieces]);
        let places = vec![(shop.store, shop.floor), (shop.store, bin), (shop.other_store, shop.other_floor)];
        let world = World { items: items.clone(), lots, pieces, places, floor: shop.floor, bin, store: shop.store };
        let mut crowd = tokio::task::JoinSet::new();
        for one in 0..CROWD {
            let (person, world) = (shop.owner(), world.clone());
            crowd.spawn(async move { worker(person, world, seed.wrapping_add(one), steps).await });
        }
        let (mut on_hand, mut promised, mut done, mut refused) = (HashMap::new(), HashMap::new(), 0, 0);
        while let Some(told) = crowd.join_next().await {
            let told = told.unwrap();
            for (key, by) in told.on_hand {
                *on_hand.entry(key).or_insert(0) += by;
            }
            for (key, by) in told.promised {
                *promised.entry(key).or_insert(0) += by;
            }
            (done, refused) = (done + told.done, refused + told.refused);
        }
        println!("{done} done, {refused} refused");
        assert!(done > steps * 4, "seed {seed}: little was done");
        for item in items {
            let view = shop.clerk().does(ShowStock { variant: item, store: None }).await;
            for store in [shop.store, shop.other_store] {
                let said = view.stores.iter().find(|stock| stock.store == store).map(|stock| (whole(&stock.on_hand), whole(&stock.promised)));
                let wanted = (on_hand.get(&(store, item)).copied().unwrap_or(0), promised.get(&(store, item)).copied().unwrap_or(0));
                assert_eq!(said.unwrap_or_default(), wanted, "seed {seed}: on hand and promised of {item} in {store}");
            }
        }
        assert_eq!(shop.database.deadlocks(), 0, "seed {seed}: all lock in one order");
        shop.seals().await;
        shop.proves().await;
    }
}
