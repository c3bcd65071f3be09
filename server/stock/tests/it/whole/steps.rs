//! One thing after another that somebody does, in the shop and in the model.

use super::model::{At, Change, Key, Model, Promise, Sent, World, units};
use crate::count::{decides, review, sends, set, submitted};
use crate::lots::{adjust, lot};
use chrono::TimeDelta;
use platform::db::Clock as _;
use rand::{Rng, rngs::StdRng, seq::SliceRandom};
use stock_rules::*;
use testkit::Shop;
use vocabulary::{AppError, Channel, LocationId, PostingId, Reason, Status, StoreId, VariantId};

/// So much of one lot, or one piece, or so much of what is told apart by nothing.
struct Goods {
    variant: VariantId,
    /// The lot's code or the piece's number.
    code: String,
    n: i64,
}

impl Goods {
    fn some(world: &World, random: &mut StdRng) -> Self {
        let n = random.gen_range(1..=5);
        match random.gen_range(0..3) {
            0 => Self { variant: world.plain, code: String::new(), n },
            1 => Self { variant: world.lots, code: ["A", "B", "C"].choose(random).unwrap().to_string(), n },
            _ => Self { variant: world.pieces, code: format!("S{}", random.gen_range(1..=9)), n: 1 },
        }
    }

    fn key(&self, at: LocationId, status: Status) -> Key {
        (At::Place(at), self.variant, self.code.clone(), status.code())
    }

    fn lot(&self, world: &World) -> Option<LotGiven> {
        (self.variant == world.lots).then(|| lot(&self.code, None)).flatten()
    }

    fn serials(&self, world: &World) -> Vec<String> {
        if self.variant == world.pieces { vec![self.code.clone()] } else { Vec::new() }
    }
}

const STATUSES: [Status; 3] = [Status::Available, Status::Damaged, Status::Quarantine];

/// Does something; what, and whether it was done. Nothing where there was nothing to do it with.
pub async fn step(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> Option<(String, bool)> {
    shop.clock.advance(TimeDelta::seconds(random.gen_range(1..200)));
    while model.is_close(shop.clock.now()) {
        shop.clock.advance(TimeDelta::seconds(3));
    }
    match random.gen_range(0..16) {
        0..=3 => Some(comes(shop, world, model, random).await),
        4 | 5 => Some(sold(shop, world, model, random).await),
        6 => Some(moved(shop, world, model, random).await),
        7 => Some(turned(shop, world, model, random).await),
        8 => Some(adjusted(shop, world, model, random).await),
        9 => Some(ships(shop, world, model, random).await),
        10 => arrives(shop, world, model, random).await,
        11 => Some(reserves(shop, world, model, random).await),
        12 => keeps_or_breaks(shop, world, model, random).await,
        13 => held(shop, world, model, random).await,
        14 => undone(shop, world, model, random).await,
        _ => Some(counted(shop, world, model, random).await),
    }
}

/// Compares what came of it with what was foreseen, and writes it down.
fn settles<T>(
    shop: &Shop,
    model: &mut Model,
    what: String,
    may: bool,
    change: Change,
    outcome: Result<T, AppError>,
    posting: impl FnOnce(&T) -> Option<PostingId>,
) -> (String, bool) {
    let told = outcome.as_ref().err().map(|error| format!("{error:?}"));
    assert_eq!(outcome.is_ok(), may, "{what}: {told:?}");
    let Ok(reply) = outcome else { return (what, false) };
    let posting = posting(&reply);
    model.happens(shop.clock.now(), change, posting);
    (what, true)
}

fn place(world: &World, random: &mut StdRng) -> (StoreId, LocationId) {
    *[(world.store, world.floor), (world.store, world.bin), (world.other, world.other_floor)].choose(random).unwrap()
}

impl Model {
    /// A piece that is somewhere, or on its way.
    fn is_somewhere(&self, world: &World, goods: &Goods) -> bool {
        goods.variant == world.pieces && self.sums(None).keys().any(|key| key.1 == goods.variant && key.2 == goods.code)
    }

    fn is_held(&self, world: &World, goods: &Goods) -> bool {
        goods.variant == world.lots && self.held.contains(&goods.code)
    }
}

async fn comes(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, (store, at)) = (Goods::some(world, random), place(world, random));
    let status = if random.gen_bool(0.8) { Status::Available } else { Status::Damaged };
    let line = ReceiptLine { lot: goods.lot(world), serials: goods.serials(world), status, ..ReceiptLine::of(goods.variant, units(goods.n)) };
    let receipt = ReceiveGoods { store, location: Some(at), lines: vec![line], ..shop.receipt(goods.variant, 1) };
    let may = !model.is_somewhere(world, &goods) && (status != Status::Available || !model.is_held(world, &goods));
    let change = vec![(goods.key(at, status), goods.n)];
    let outcome = shop.owner().tries(receipt).await;
    settles(shop, model, format!("{change:?} comes"), may, change, outcome, |posted| posted.posting)
}

async fn sold(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, (store, at)) = (Goods::some(world, random), place(world, random));
    let line = SaleLine { lot: goods.lot(world), serials: goods.serials(world), ..SaleLine::of(goods.variant, units(goods.n)) };
    let sale = SellGoods {
        store,
        location: Some(at),
        channel: Channel::Till,
        lines: vec![line],
        reference: String::new(),
        note: String::new(),
        occurred_at: None,
    };
    let change = vec![(goods.key(at, Status::Available), -goods.n)];
    let may = model.may(&change) && model.free(world, shop.clock.now(), store, goods.variant) >= goods.n;
    let outcome = shop.owner().tries(sale).await;
    // A number that nobody ever heard of is another refusal, and one as well.
    settles(shop, model, format!("{change:?} is sold"), may, change, outcome, |posted| posted.posting)
}

async fn moved(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, status) = (Goods::some(world, random), *STATUSES.choose(random).unwrap());
    let (from, to) = if random.gen_bool(0.5) { (world.floor, world.bin) } else { (world.bin, world.floor) };
    let line = MoveLine { status, lot: goods.lot(world), serials: goods.serials(world), ..MoveLine::of(goods.variant, units(goods.n)) };
    let moves = MoveStock { store: world.store, from, to, lines: vec![line], note: String::new(), occurred_at: None };
    let change = vec![(goods.key(from, status), -goods.n), (goods.key(to, status), goods.n)];
    let (may, outcome) = (model.may(&change), shop.owner().tries(moves).await);
    settles(shop, model, format!("{change:?} is moved"), may, change, outcome, |posted| posted.posting)
}

async fn turned(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, (store, at)) = (Goods::some(world, random), place(world, random));
    let from = *STATUSES.choose(random).unwrap();
    let to = *STATUSES.iter().filter(|to| **to != from).collect::<Vec<_>>().choose(random).unwrap();
    let line = StatusLine { lot: goods.lot(world), serials: goods.serials(world), ..StatusLine::of(goods.variant, units(goods.n)) };
    let turn = ChangeStatus { store, location: Some(at), from, to: *to, lines: vec![line], reason: None, note: String::new(), occurred_at: None };
    let change = vec![(goods.key(at, from), -goods.n), (goods.key(at, *to), goods.n)];
    let may = model.may(&change) && (*to != Status::Available || !model.is_held(world, &goods));
    let outcome = shop.owner().tries(turn).await;
    settles(shop, model, format!("{change:?} is turned"), may, change, outcome, |posted| posted.posting)
}

async fn adjusted(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, (store, at)) = (Goods::some(world, random), place(world, random));
    let by = if random.gen_bool(0.5) { goods.n } else { -goods.n };
    let reason = if by > 0 { Reason::Found } else { Reason::Lost };
    let adjust = AdjustStock {
        store,
        location: Some(at),
        lot: goods.lot(world),
        serials: goods.serials(world),
        change: Some(units(by)),
        reason,
        ..adjust(shop, goods.variant)
    };
    let change = vec![(goods.key(at, Status::Available), by)];
    let brings = by > 0 && (model.is_somewhere(world, &goods) || model.is_held(world, &goods));
    let may = model.may(&change) && !brings;
    let outcome = shop.owner().tries(adjust).await;
    settles(shop, model, format!("{change:?} is adjusted"), may, change, outcome, |posted| posted.posting)
}

async fn ships(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let (goods, (from, at)) = (Goods::some(world, random), place(world, random));
    let to = if from == world.store { world.other } else { world.store };
    let line = TransferItem { lot: goods.lot(world), serials: goods.serials(world), ..TransferItem::of(goods.variant, units(goods.n)) };
    let ship = ShipTransfer { from, to, location: Some(at), lines: vec![line], note: String::new(), occurred_at: None };
    let way = (At::WayTo(to), goods.variant, goods.code.clone(), Status::Available.code());
    let change = vec![(goods.key(at, Status::Available), -goods.n), (way, goods.n)];
    let may = model.may(&change) && model.free(world, shop.clock.now(), from, goods.variant) >= goods.n;
    let outcome = shop.owner().tries(ship).await;
    if let Ok(saved) = &outcome {
        model.sent.push(Sent { transfer: saved.transfer, from, to, key: (goods.variant, goods.code.clone()), quantity: goods.n });
    }
    settles(shop, model, format!("{change:?} is sent"), may, change, outcome, |_| None)
}

/// Something that was sent comes, or is called back, home or to be lost.
async fn arrives(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> Option<(String, bool)> {
    if model.sent.is_empty() {
        return None;
    }
    let sent = model.sent.swap_remove(random.gen_range(0..model.sent.len()));
    let (variant, code) = sent.key;
    let good = if model.held.contains(&code) { Status::Quarantine } else { Status::Available };
    let default = |store: StoreId| if store == world.store { world.floor } else { world.other_floor };
    let mut change = vec![((At::WayTo(sent.to), variant, code.clone(), Status::Available.code()), -sent.quantity)];
    let owner = shop.owner();
    let cancel = |to, reason| CancelTransfer { transfer: sent.transfer, to, reason, note: String::from("not any more"), version: None };
    let damaged = i64::from(random.gen_bool(0.3));
    let (ends, outcome) = match random.gen_range(0..4) {
        0 => (vec![(default(sent.from), good, sent.quantity)], owner.tries(cancel(CancelTo::Home, None)).await.map(|_| ())),
        1 => (Vec::new(), owner.tries(cancel(CancelTo::WriteOff, Some(Reason::Lost))).await.map(|_| ())),
        _ => {
            let came = ArrivedLine { line: 0, received: units(sent.quantity - damaged), damaged: units(damaged) };
            let receive = ReceiveTransfer { lines: vec![came], ..ReceiveTransfer::of(sent.transfer) };
            let ends = vec![(default(sent.to), good, sent.quantity - damaged), (default(sent.to), Status::Damaged, damaged)];
            (ends, owner.tries(receive).await.map(|_| ()))
        }
    };
    change.extend(ends.into_iter().map(|(end, status, n)| ((At::Place(end), variant, code.clone(), status.code()), n)));
    Some(settles(shop, model, format!("{change:?} ends"), true, change, outcome, |()| None))
}

async fn reserves(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let hold = random.gen_bool(0.5);
    let lines: Vec<(StoreId, VariantId, i64)> =
        (0..random.gen_range(1..=3)).map(|_| (place(world, random).0, *world.items().choose(random).unwrap(), random.gen_range(1..=3))).collect();
    let wanted = ReserveStock {
        kind: if hold { ReservationKind::Hold } else { ReservationKind::Allocation },
        lines: lines
            .iter()
            .map(|(store, variant, n)| ReserveLine { variant: *variant, quantity: units(*n), unit: None, store: Some(*store) })
            .collect(),
        stores: Vec::new(),
        channel: None,
        minutes: None,
        reference: String::new(),
        note: String::new(),
    };
    let now = shop.clock.now();
    let asked = |store, variant| lines.iter().filter(|line| (line.0, line.1) == (store, variant)).map(|line| line.2).sum::<i64>();
    let may = lines.iter().all(|(store, variant, _)| model.free(world, now, *store, *variant) >= asked(*store, *variant));
    let reply = shop.owner().does(wanted).await;
    assert_eq!(reply.reserved.is_some(), may, "{lines:?} are reserved: {:?}", reply.short);
    assert_eq!(reply.short.is_empty(), may);
    let done = reply.reserved.is_some();
    let what = format!("{lines:?} are reserved");
    model.promises.extend(reply.reserved.map(|made| Promise { until: made.expires_at, made, hold, lines }));
    (what, done)
}

/// A promise is kept, or made firm, or let go.
async fn keeps_or_breaks(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> Option<(String, bool)> {
    if model.promises.is_empty() {
        return None;
    }
    let at = random.gen_range(0..model.promises.len());
    let now = shop.clock.now();
    let Promise { made, hold, until, lines } = &model.promises[at];
    let (reservation, fence, alive) = (made.reservation, made.fence, until.is_none_or(|until| until > now));
    let owner = shop.owner();
    match random.gen_range(0..4) {
        0 => {
            let (may, outcome) = (alive && *hold, owner.tries(ConvertReservation { reservation, fence }).await);
            assert_eq!(outcome.is_ok(), may, "{reservation} is made firm: {outcome:?}");
            if let Ok(saved) = outcome {
                let promise = &mut model.promises[at];
                (promise.made.fence, promise.hold, promise.until) = (saved.fence, false, None);
            }
            Some((format!("{reservation} is made firm"), may))
        }
        1 => {
            let outcome = owner.tries(ReleaseReservation { reservation, fence }).await;
            assert_eq!(outcome.is_ok(), alive, "{reservation} is let go: {outcome:?}");
            model.promises.swap_remove(at);
            Some((format!("{reservation} is let go"), alive))
        }
        _ => {
            let lines = lines.clone();
            let (change, shipped) = picked(world, model, &lines)?;
            let ship = ShipReservation { reservation, fence, lines: shipped, channel: Some(Channel::Till), note: String::new() };
            let outcome = owner.tries(ship).await;
            if alive && outcome.is_ok() {
                model.promises.swap_remove(at);
            }
            Some(settles(shop, model, format!("{reservation} is shipped: {change:?}"), alive, change, outcome, |_| None))
        }
    }
}

/// What is taken for each line, by its number or its lot, from the default place first; nothing where there is not enough.
fn picked(world: &World, model: &Model, lines: &[(StoreId, VariantId, i64)]) -> Option<(Change, Vec<ShippedLine>)> {
    let mut left = model.sums(None);
    let (mut change, mut shipped) = (Change::new(), Vec::new());
    for (number, (store, variant, n)) in (0..).zip(lines) {
        let places: &[LocationId] = if *store == world.store { &[world.floor, world.bin] } else { &[world.other_floor] };
        let is = |key: &Key| key.1 == *variant && key.3 == Status::Available.code() && world.store_of(key.0) == Some(*store);
        let mut codes: Vec<String> = left.iter().filter(|(key, sum)| is(key) && **sum > 0).map(|(key, _)| key.2.clone()).collect();
        codes.dedup();
        let mut line = ShippedLine { line: number, quantity: units(*n), lot: None, serials: Vec::new() };
        let mut wanted = *n;
        if *variant == world.lots {
            let of = |code: &String| left.iter().filter(|(key, _)| is(key) && key.2 == *code).map(|(_, sum)| sum).sum::<i64>();
            let code = codes.into_iter().find(|code| of(code) >= *n)?;
            line.lot = lot(&code, None);
            codes = vec![code];
        }
        for code in codes {
            for place in places {
                let key = (At::Place(*place), *variant, code.clone(), Status::Available.code());
                let taken = left.get(&key).copied().unwrap_or(0).clamp(0, wanted);
                if taken > 0 {
                    wanted -= taken;
                    *left.entry(key.clone()).or_default() -= taken;
                    change.push((key, -taken));
                    if *variant == world.pieces {
                        line.serials.push(code.clone());
                    }
                }
            }
        }
        if wanted > 0 {
            return None;
        }
        shipped.push(line);
    }
    Some((change, shipped))
}

/// A lot is held back, or let go again. What is on its way is let come first.
async fn held(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> Option<(String, bool)> {
    let code = ["A", "B", "C"].choose(random).unwrap().to_string();
    if model.sent.iter().any(|sent| sent.key == (world.lots, code.clone())) {
        return None;
    }
    let row = shop.clerk().does(ListLots { code: Some(code.clone()), ..ListLots::default() }).await.rows.into_iter().find(|row| !row.serial)?;
    let is_held = model.held.contains(&code);
    let (from, to) = if is_held { (Status::Quarantine, Status::Available) } else { (Status::Available, Status::Quarantine) };
    let mut change = Change::new();
    for place in [world.floor, world.bin, world.other_floor] {
        let key = |status: Status| (At::Place(place), world.lots, code.clone(), status.code());
        let there = model.of(&key(from));
        let apart = model.apart.entry((code.clone(), place)).or_default();
        // Of what is in quarantine there, what was set apart by holding it is let go.
        let n = if is_held { there.min(*apart) } else { there };
        if n > 0 {
            *apart += if is_held { -n } else { n };
            change.extend([(key(from), -n), (key(to), n)]);
        }
    }
    let (lot, version, owner) = (row.lot, row.version, shop.owner());
    if is_held {
        model.held.remove(&code);
        owner.does(ReleaseLot { lot, version, note: String::new() }).await;
    } else {
        model.held.insert(code.clone());
        owner.does(HoldLot { lot, version, recall: false, note: String::from("glass in it") }).await;
    }
    let what = format!("lot {code} is {}", if is_held { "let go" } else { "held" });
    model.happens(shop.clock.now(), change, None);
    Some((what, true))
}

async fn undone(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> Option<(String, bool)> {
    let alive: Vec<usize> = (0..model.happened.len()).filter(|at| !model.happened[*at].undone && model.happened[*at].posting.is_some()).collect();
    let which = *alive.choose(random)?;
    let (posting, change) = (model.happened[which].posting?, model.happened[which].change.clone());
    let back: Change = change.iter().map(|(key, by)| (key.clone(), -by)).collect();
    let brings = |(key, by): &(Key, i64)| *by > 0 && world.store_of(key.0).is_some();
    let goods = |key: &Key| Goods { variant: key.1, code: key.2.clone(), n: 1 };
    // A piece that is elsewhere by now; a lot that may not come back for sale.
    let leaves = |key: &Key| back.iter().any(|(from, by)| *by < 0 && from.1 == key.1 && from.2 == key.2);
    let twice = back.iter().any(|one| brings(one) && !leaves(&one.0) && model.is_somewhere(world, &goods(&one.0)));
    let sellable = |code: &str| back.iter().filter(|(key, _)| key.2 == code && key.3 == Status::Available.code()).map(|(_, by)| by).sum::<i64>();
    let held = back.iter().any(|(key, _)| model.is_held(world, &goods(key)) && sellable(&key.2) > 0);
    let may = model.may(&back) && !twice && !held;
    let outcome = shop.owner().tries(ReversePosting { posting, lines: None, note: String::new() }).await;
    assert_eq!(outcome.is_ok(), may, "{back:?} is undone: {outcome:?}");
    model.happened[which].undone = may;
    Some((format!("{back:?} is undone"), may))
}

/// The floor is counted, of what is told apart by nothing.
async fn counted(shop: &Shop, world: &World, model: &mut Model, random: &mut StdRng) -> (String, bool) {
    let key: Key = (At::Place(world.floor), world.plain, String::new(), Status::Available.code());
    let before = model.of(&key);
    let plan = PlanCount { variants: vec![world.plain], scope: CountScope::Items, ..crate::count::everything(shop) };
    let count = shop.manager().does(plan).await.count;
    let there = (before + random.gen_range(-3..=3)).max(0);
    sends(&shop.clerk(), count, vec![set(shop, world.plain, i32::try_from(there).unwrap())]).await;
    submitted(&shop.clerk(), count).await;
    if review(shop, count).await.differ.iter().any(|line| line.variant == world.plain) {
        decides(&shop.manager(), shop, count, world.plain, CountDecision::Accept).await;
    }
    crate::count::posts(&shop.manager(), count).await;
    // What happened before is settled by the count: to take it back changes nothing of what was found.
    for one in &mut model.happened {
        if one.change.iter().any(|(at, _)| *at == key) {
            one.posting = None;
        }
    }
    model.happens(shop.clock.now(), vec![(key, there - before)], None);
    (format!("{there} counted where {before} were"), true)
}
