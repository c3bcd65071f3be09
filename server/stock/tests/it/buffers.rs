//! Availability by way of selling: what is kept back is promised to nobody who sells that way, however many come at once,
//! and every answer says what is kept and by which rule.

use crate::sell::{q, sale};
use catalog_rules::{CreateCategory, FindVariant};
use stock_rules::{
    BufferFor, BufferHistory, BufferRow, ByChannel, ListBuffers, ListStock, RemoveBuffer, ReservationKind, ReserveLine, ReserveStock, SetBuffer,
    ShipReservation, ShowReservation, ShowStock, StockReserved, StoreStock, WhyOnHand,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, BufferId, CategoryId, Channel, Quantity, StoreId, VariantId};

fn keep(keeps: BufferFor, quantity: &str) -> SetBuffer {
    SetBuffer { keeps, store: None, category: None, item: None, variant: None, quantity: q(quantity), percent: None }
}

fn wants(variant: VariantId, quantity: i32, store: Option<StoreId>, channel: Option<Channel>) -> ReserveStock {
    let lines = vec![ReserveLine { variant, quantity: Quantity::whole(quantity), unit: None, store }];
    let (stores, reference, note) = (Vec::new(), String::new(), String::new());
    ReserveStock { kind: ReservationKind::Allocation, lines, stores, minutes: None, channel, reference, note }
}

/// What is short: how much is available, how much is kept.
fn short(reply: &StockReserved) -> Option<(Quantity, Quantity)> {
    assert_eq!(reply.reserved.is_none(), !reply.short.is_empty());
    reply.short.first().map(|short| (short.available, short.kept))
}

async fn has(shop: &Shop, variant: VariantId) -> StoreStock {
    let view = shop.clerk().does(ShowStock { variant, store: Some(shop.store) }).await;
    *view.stores.first().unwrap()
}

fn by(till: &str, pickup: &str, online: &str) -> ByChannel {
    ByChannel { till: q(till), pickup: q(pickup), online: q(online) }
}

testkit::on_both! {
    async fn what_is_kept_back_is_promised_to_nobody_who_sells_that_way(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let (owner, clerk, here) = (shop.owner(), shop.clerk(), Some(shop.store));
        owner.does(keep(BufferFor::Online, "4")).await;
        owner.does(SetBuffer { variant: Some(mug), store: here, ..keep(BufferFor::Safety, "1") }).await;
        owner.does(keep(BufferFor::Pickup, "2")).await;
        assert_eq!((has(&shop, mug).await.available, has(&shop, mug).await.by_channel), (q("10"), by("9", "7", "5")));

        let online = Some(Channel::Online);
        assert_eq!(short(&clerk.does(wants(mug, 6, here, online)).await), Some((q("5"), q("5"))), "one of safety, four of the buffer");
        let made = clerk.does(wants(mug, 5, here, online)).await.reserved.unwrap();
        assert_eq!(short(&clerk.does(wants(mug, 1, here, online)).await), Some((q("0"), q("5"))));
        assert_eq!(short(&clerk.does(wants(mug, 3, here, Some(Channel::Pickup))).await), Some((q("2"), q("3"))));
        // The shop's own counter is kept from nothing: what stands in the shop is sold in the shop.
        clerk.does(wants(mug, 1, here, None)).await.reserved.unwrap();
        clerk.does(sale(&shop, &[(mug, "4")])).await;
        assert_eq!((has(&shop, mug).await.available, has(&shop, mug).await.by_channel), (q("0"), by("0", "0", "0")));

        let shown = clerk.does(ShowReservation { reservation: made.reservation }).await;
        assert_eq!(shown.head.channel, online);
        // What is promised is promised: it ships, whatever is kept back since.
        owner.does(keep(BufferFor::Online, "50")).await;
        let ship = ShipReservation { reservation: made.reservation, fence: made.fence, lines: Vec::new(), channel: None, note: String::new() };
        clerk.does(ship).await;
        shop.proves().await;
    }

    async fn the_more_specific_rule_counts(shop: Shop) {
        let (owner, here) = (shop.owner(), Some(shop.store));
        let category: CategoryId = owner.does(CreateCategory { name: String::from("Cups") }).await.category;
        let mug = shop.item_with("MUG", |create| create.category = Some(String::from("Cups"))).await;
        shop.receives(mug, 20).await;
        let item = owner.does(FindVariant { variant: mug }).await.item;
        let online = async || has(&shop, mug).await.by_channel.online;
        let rules = [
            SetBuffer { ..keep(BufferFor::Online, "9") },
            SetBuffer { store: here, ..keep(BufferFor::Online, "8") },
            SetBuffer { category: Some(category), ..keep(BufferFor::Online, "7") },
            SetBuffer { category: Some(category), store: here, ..keep(BufferFor::Online, "6") },
            SetBuffer { item: Some(item), ..keep(BufferFor::Online, "5") },
            SetBuffer { item: Some(item), store: here, ..keep(BufferFor::Online, "4") },
            SetBuffer { variant: Some(mug), ..keep(BufferFor::Online, "3") },
            SetBuffer { variant: Some(mug), store: here, ..keep(BufferFor::Online, "0") },
        ];
        let mut made: Vec<BufferRow> = Vec::new();
        for rule in rules {
            let keeps = rule.quantity;
            made.push(owner.does(rule).await);
            assert_eq!(online().await, q("20") - keeps);
        }
        // Another store's rule is none here, and the list of what may count for it has them all.
        owner.does(SetBuffer { variant: Some(mug), store: Some(shop.other_store), ..keep(BufferFor::Online, "20") }).await;
        assert_eq!(online().await, q("20"));
        let list = owner.does(ListBuffers { variant: Some(mug), ..ListBuffers::default() }).await;
        assert_eq!(list.rows.len(), 9);
        assert_eq!(owner.does(ListBuffers { keeps: Some(BufferFor::Till), ..ListBuffers::default() }).await.rows, []);
        let names: Vec<&str> = made.iter().map(|row| if row.variant.is_some() { row.sku.as_str() } else { row.name.as_str() }).collect();
        assert_eq!(names[..3], ["", "", "Cups"]);
        assert_eq!(names[6..], ["MUG", "MUG"]);
        while let Some(row) = made.pop() {
            owner.does(RemoveBuffer { buffer: row.buffer }).await;
            assert_eq!(online().await, q("20") - made.last().map_or(Quantity::ZERO, |row| row.quantity));
        }
        // Set twice is one rule, and what was done is told.
        let first = owner.does(keep(BufferFor::Online, "1")).await;
        let again = owner.does(SetBuffer { percent: Some("12.5".parse().unwrap()), ..keep(BufferFor::Online, "2") }).await;
        assert_eq!((first.buffer, again.percent.to_string()), (again.buffer, String::from("12.5")));
        assert_eq!(online().await, q("17"), "an eighth of twenty is two and a half: three whole ones");
        let history = owner.does(BufferHistory::default()).await;
        assert_eq!(history.rows.len(), 19);
        let told: Vec<(&str, Option<&str>)> = history.rows[0].changes.iter().map(|change| (change.field.as_str(), change.to.as_deref())).collect();
        assert_eq!(told, [("keeps", Some("online")), ("percent", Some("12.5")), ("quantity", Some("2"))]);
    }

    /// Twenty baskets at once for what fifteen units of forty leave: exactly the buffer and the safety stock stay.
    async fn twenty_buyers_at_once_never_take_what_is_kept_back(shop: Shop) {
        let mug = shop.stocked("MUG", 40).await;
        let owner = shop.owner();
        owner.does(SetBuffer { variant: Some(mug), ..keep(BufferFor::Safety, "5") }).await;
        owner.does(SetBuffer { percent: Some("25".parse().unwrap()), ..keep(BufferFor::Online, "1") }).await;
        let buyers = (0..20).map(|_| {
            let (clerk, here) = (shop.clerk(), Some(shop.store));
            tokio::spawn(async move { clerk.does(wants(mug, 2, here, Some(Channel::Online))).await.reserved.is_some() })
        });
        let mut sold = 0;
        for buyer in buyers.collect::<Vec<_>>() {
            sold += usize::from(buyer.await.unwrap());
        }
        assert_eq!(sold, 12, "of forty, five are safety and ten are the buffer: twenty-five are left, by twos");
        assert_eq!((has(&shop, mug).await.available, has(&shop, mug).await.by_channel), (q("16"), by("11", "11", "1")));
        shop.proves().await;
    }

    /// A line that names no store goes where that way of selling has some left; a store that keeps all of it has none.
    async fn a_store_that_keeps_it_back_has_none_for_that_way(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let owner = shop.owner();
        owner.does(stock_rules::ReceiveGoods { store: shop.other_store, ..shop.receipt(mug, 4) }).await;
        owner.does(SetBuffer { store: Some(shop.store), ..keep(BufferFor::Online, "10") }).await;
        let made = shop.clerk().does(wants(mug, 3, None, Some(Channel::Online))).await.reserved.unwrap();
        assert_eq!(made.plan.iter().map(|part| (part.store, part.quantity)).collect::<Vec<_>>(), [(shop.other_store, q("3"))]);
        let reply = shop.clerk().does(wants(mug, 2, None, Some(Channel::Online))).await;
        assert_eq!(short(&reply), Some((q("1"), q("10"))));
        // Asked of the store that keeps it, the other is told with what it has for that way.
        let reply = shop.clerk().does(wants(mug, 1, Some(shop.store), Some(Channel::Online))).await;
        assert_eq!(reply.short[0].elsewhere.iter().map(|has| (has.store, has.available)).collect::<Vec<_>>(), [(shop.other_store, q("1"))]);
    }

    async fn why_tells_who_has_it_and_which_rule_keeps_it(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let owner = shop.owner();
        let safety = owner.does(SetBuffer { variant: Some(mug), ..keep(BufferFor::Safety, "3") }).await;
        let pickup = owner.does(keep(BufferFor::Pickup, "20")).await;
        let made = shop.clerk().does(wants(mug, 2, Some(shop.store), None)).await.reserved.unwrap();
        let why = |channel| WhyOnHand { variant: mug, store: Some(shop.store), location: None, status: None, channel };
        let told = shop.clerk().does(why(Some(Channel::Pickup))).await;
        let kept: Vec<(BufferId, Quantity)> = told.kept.iter().map(|kept| (kept.buffer, kept.quantity)).collect();
        assert_eq!(kept, [(safety.buffer, q("3")), (pickup.buffer, q("5"))], "no more is kept than there is");
        assert_eq!((told.available, told.by_channel), (Some(q("0")), Some(by("5", "0", "5"))));
        assert_eq!(told.held_by.iter().map(|held| (held.reservation, held.quantity)).collect::<Vec<_>>(), [(made.reservation, q("2"))]);
        let told = shop.clerk().does(why(None)).await;
        assert_eq!((told.available, told.kept.len()), (Some(q("8")), 0));
        let list = shop.clerk().does(ListStock::default()).await;
        assert_eq!(list.rows[0].stores[0].by_channel, by("5", "0", "5"));
    }

    async fn a_rule_is_of_the_tenants_own_and_set_by_who_may(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let other = shop.neighbour().await;
        let (owner, stranger) = (shop.owner(), other.owner());
        let theirs = stranger.does(SetBuffer { store: Some(other.store), ..keep(BufferFor::Online, "9") }).await;
        assert_eq!(has(&shop, mug).await.by_channel.online, q("10"));
        assert_eq!(owner.tries(RemoveBuffer { buffer: theirs.buffer }).await, Err(AppError::NotFound));
        assert_eq!(owner.does(ListBuffers::default()).await.rows, []);
        let their_mug = other.stocked("CUP", 1).await;
        for set in [
            SetBuffer { variant: Some(their_mug), ..keep(BufferFor::Online, "1") },
            SetBuffer { category: Some(CategoryId::new()), ..keep(BufferFor::Online, "1") },
            SetBuffer { item: Some(vocabulary::ItemId::new()), ..keep(BufferFor::Online, "1") },
            SetBuffer { store: Some(StoreId::new()), ..keep(BufferFor::Online, "1") },
        ] {
            assert_eq!(owner.tries(set).await.unwrap_err(), AppError::NotFound);
        }
        let half = owner.tries(SetBuffer { variant: Some(mug), percent: Some("101".parse().unwrap()), ..keep(BufferFor::Online, "0.5") }).await;
        assert_eq!(refused(half), [("percent".into(), "buffer-percent".into()), ("quantity".into(), "quantity-not-whole".into())]);
        assert!(matches!(shop.clerk().tries(keep(BufferFor::Online, "1")).await, Err(AppError::Forbidden)));
        shop.manager().does(keep(BufferFor::Online, "1")).await;
    }
}
