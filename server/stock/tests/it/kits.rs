//! Bundles of other variants: they hold no stock, are sold, promised and taken back as their components, and never oversell.

use crate::sell::{q, sale};
use catalog_rules::{KitComponent, SetKit, SetVariantUnit, ShowKit, ShowVariantUnits};
use std::sync::Arc;
use stock_rules::{
    ListStock, MoveLine, OpeningLine, PostingView, ReservationKind, ReserveLine, ReserveStock, ReturnLine, ReversePosting, SaleLine, SellGoods,
    ShipReservation, ShippedLine, ShowPosting, ShowReservation, TakeBack,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, PostingId, Quantity, Status, Tracking, VariantId};

async fn set(shop: &Shop, kit: VariantId, components: &[(VariantId, &str)]) -> Result<bool, AppError> {
    let version = shop.owner().does(ShowKit { variant: kit }).await.version;
    let components = components.iter().map(|(variant, quantity)| KitComponent { variant: *variant, quantity: q(quantity) }).collect();
    shop.owner().tries(SetKit { variant: kit, version, components }).await.map(|saved| saved.changed)
}

/// A set of two mugs and a box; there are ten mugs and four boxes.
async fn gift(shop: &Shop) -> (VariantId, VariantId, VariantId) {
    let (mug, carton, gift) = (shop.stocked("MUG", 10).await, shop.stocked("CARTON", 4).await, shop.item("GIFT").await);
    assert_eq!(set(shop, gift, &[(mug, "2"), (carton, "1")]).await, Ok(true));
    (gift, mug, carton)
}

async fn makes(shop: &Shop, kit: VariantId) -> Quantity {
    let view = shop.clerk().does(ShowKit { variant: kit }).await;
    view.makes.iter().find(|makes| makes.store == shop.store).unwrap().can_make
}

async fn sells(shop: &Shop, lines: &[(VariantId, &str)]) -> Result<PostingId, AppError> {
    shop.clerk().tries(sale(shop, lines)).await.map(|posted| posted.posting.unwrap())
}

async fn shown(shop: &Shop, posting: PostingId) -> PostingView {
    shop.clerk().does(ShowPosting { posting }).await
}

fn wrong(field: &str, code: &str) -> (String, String) {
    (field.to_owned(), code.to_owned())
}

fn wanted(lines: Vec<ReserveLine>) -> ReserveStock {
    ReserveStock {
        kind: ReservationKind::Allocation,
        lines,
        stores: Vec::new(),
        minutes: None,
        channel: None,
        reference: String::new(),
        note: String::new(),
    }
}

fn line(shop: &Shop, variant: VariantId, quantity: &str) -> ReserveLine {
    ReserveLine { variant, quantity: q(quantity), unit: None, store: Some(shop.store) }
}

testkit::on_both! {
    async fn a_kit_takes_its_components_tells_how_many_can_be_made_and_is_undone(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        assert_eq!(makes(&shop, gift).await, q("4"), "of boxes there are four");
        let posting = sells(&shop, &[(mug, "1"), (gift, "3"), (mug, "2")]).await.unwrap();
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await, makes(&shop, gift).await), (q("1"), q("1"), q("0")));
        let view = shown(&shop, posting).await;
        let lines: Vec<_> = view.lines.iter().map(|line| (line.line, line.sku.as_str(), line.quantity)).collect();
        assert_eq!(lines, [(0, "MUG", q("1")), (1, "MUG", q("6")), (2, "CARTON", q("3")), (3, "MUG", q("2"))]);
        let kits: Vec<_> = view.kits.iter().map(|kit| (kit.line, kit.parts, kit.sku.as_str(), kit.quantity)).collect();
        assert_eq!(kits, [(1, 2, "GIFT", q("3"))]);

        let undone = shop.manager().does(ReversePosting { posting, lines: None, note: String::new() }).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await), (q("10"), q("4")));
        assert_eq!(shown(&shop, undone.posting).await.kits, view.kits, "what is taken back says what it was sold as");
        shop.proves().await;
    }

    /// Sums what is taken of a component over all lines, and names the line that is short.
    async fn what_runs_short_names_the_kits_line(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        let told = sells(&shop, &[(mug, "3"), (gift, "4")]).await.unwrap_err();
        let AppError::Invalid { fields } = &told else { panic!("{told:?}") };
        let said = &fields[0].said;
        assert_eq!((fields.len(), fields[0].field.as_str(), said.code.as_str()), (1, "lines[1].quantity", "kit-component-insufficient"));
        let params: Vec<_> = said.params.iter().map(|(name, value)| format!("{name} {value:?}")).collect();
        assert!(params.iter().any(|param| param.contains("MUG")), "{params:?}");
        assert_eq!(refused(sells(&shop, &[(gift, "4"), (mug, "3")]).await), [wrong("lines[1].quantity", "stock-insufficient")]);
        assert_eq!(refused(sells(&shop, &[(gift, "5"), (carton, "0")]).await), [wrong("lines[1].quantity", "quantity-not-positive")]);
        assert_eq!(refused(sells(&shop, &[(gift, "0.5")]).await), [wrong("lines[0].quantity", "quantity-not-whole")]);
        assert_eq!(refused(sells(&shop, &[(gift, "9999999999999")]).await), [wrong("lines[0].quantity", "quantity-too-large")]);
        assert_eq!((shop.on_hand(mug).await, shop.rows("posting_kit").await), (q("10"), 0));
        sells(&shop, &[(gift, "4"), (mug, "2")]).await.unwrap();
        shop.proves().await;
    }

    async fn a_kit_holds_no_stock_at_any_door(shop: Shop) {
        let (gift, ..) = gift(&shop).await;
        let at_line = [wrong("lines[0].variant", "kit-holds-no-stock")];
        assert_eq!(refused(shop.manager().tries(shop.receipt(gift, 1)).await), at_line);
        let note = String::new;
        let opening = stock_rules::EnterOpening {
            store: shop.store, location: None, reference: note(), note: note(), occurred_at: None, lines: vec![OpeningLine::of(gift, q("1"))],
        };
        assert_eq!(refused(shop.manager().tries(opening).await), at_line);
        let back = crate::shift::bin(&shop, "BACK").await;
        let moved = stock_rules::MoveStock { lines: vec![MoveLine::of(gift, q("1"))], ..crate::shift::moved(&shop, shop.floor, back, gift, "1") };
        assert_eq!(refused(shop.manager().tries(moved).await), at_line);
        let ship = stock_rules::ShipTransfer {
            from: shop.store, to: shop.other_store, location: None, lines: vec![stock_rules::TransferItem::of(gift, q("1"))], note: note(), occurred_at: None,
        };
        assert_eq!(refused(shop.manager().tries(ship).await), at_line);
        let adjust = stock_rules::AdjustStock { change: Some(q("1")), note: String::from("Found"), ..crate::lots::adjust(&shop, gift) };
        assert_eq!(refused(shop.manager().tries(adjust).await), [wrong("variant", "kit-holds-no-stock")]);
        assert_eq!(shop.rows("stock_balance").await, 2);
        let list = shop.clerk().does(ListStock { q: Some(String::from("GIFT")), ..ListStock::default() }).await;
        let row = &list.rows[0];
        let can_make: Vec<_> = row.makes.iter().flatten().map(|makes| (makes.store, makes.can_make)).collect();
        assert_eq!((row.all, can_make), (None, vec![(shop.store, q("4"))]), "a kit that is looked up tells how many");
    }

    async fn what_moved_or_is_in_a_kit_becomes_none(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        assert_eq!(refused(set(&shop, mug, &[(carton, "1")]).await), [wrong("components", "kit-has-stock"), wrong("components", "kit-is-component")]);
        let hamper = shop.item("HAMPER").await;
        assert_eq!(refused(set(&shop, hamper, &[(gift, "1")]).await), [wrong("components[0].variant", "kit-of-kit")]);
        assert_eq!(refused(set(&shop, hamper, &[(hamper, "1")]).await), [wrong("components[0].variant", "kit-of-itself")]);
        assert_eq!(refused(set(&shop, hamper, &[(mug, "1"), (mug, "2")]).await), [wrong("components[1].variant", "kit-component-twice")]);
        assert_eq!(refused(set(&shop, hamper, &[(mug, "0.5")]).await), [wrong("components[0].quantity", "quantity-not-whole")]);
        assert_eq!(set(&shop, gift, &[(mug, "2"), (carton, "1")]).await, Ok(false));
        let stale = SetKit { variant: gift, version: 1, components: Vec::new() };
        assert!(matches!(shop.owner().tries(stale).await, Err(AppError::Stale)));

        // What was sold stands as it was sold, whatever the kit becomes; and what is none any more holds stock again.
        let posting = sells(&shop, &[(gift, "1")]).await.unwrap();
        assert_eq!(set(&shop, gift, &[(mug, "3")]).await, Ok(true));
        assert_eq!(shown(&shop, posting).await.lines.len(), 2);
        assert_eq!(makes(&shop, gift).await, q("2"));
        assert_eq!(set(&shop, gift, &[]).await, Ok(true));
        shop.receives(gift, 5).await;
        assert_eq!(refused(set(&shop, gift, &[(mug, "1")]).await), [wrong("components", "kit-has-stock")]);
        let stranger = shop.neighbour().await;
        assert!(matches!(stranger.owner().tries(ShowKit { variant: VariantId::new() }).await, Err(AppError::NotFound)));
        shop.proves().await;
    }

    async fn kits_come_back_as_their_components_and_what_was_typed_stays(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        let version = shop.owner().does(ShowVariantUnits { variant: gift }).await.version;
        shop.owner().does(SetVariantUnit { variant: gift, version, unit: "case".into(), num: 2, den: 1, whole: true }).await;
        let lines = vec![SaleLine { unit: Some("case".into()), ..SaleLine::of(gift, q("2")) }];
        let posting = shop.clerk().does(SellGoods { lines, ..sale(&shop, &[]) }).await.posting.unwrap();
        let view = shown(&shop, posting).await;
        assert_eq!((view.kits[0].quantity, shop.on_hand(mug).await), (q("4"), q("2")));
        let entered = view.kits[0].entered.clone().unwrap();
        assert_eq!((entered.quantity, entered.base), (q("2"), q("4")));
        assert!(view.lines.iter().all(|line| line.entered.is_none()), "nobody typed mugs");

        let note = String::new;
        let lines = vec![ReturnLine { status: Status::Available, ..ReturnLine::of(gift, q("1")) }];
        let back = TakeBack { store: shop.store, location: None, lines, reference: note(), note: note(), occurred_at: None };
        let returned = shop.clerk().does(back).await.posting.unwrap();
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await), (q("4"), q("1")));
        let view = shown(&shop, returned).await;
        assert_eq!((view.lines.len(), view.kits[0].sku.as_str(), view.kits[0].quantity), (2, "GIFT", q("1")));
        shop.proves().await;
    }

    async fn a_lot_is_of_the_only_component_that_has_any(shop: Shop) {
        let (camera, card, kit) = (shop.tracked("CAMERA", Tracking::Serial).await, shop.stocked("CARD", 9).await, shop.item("STARTER").await);
        let serials = vec![String::from("C-1"), String::from("C-2")];
        let lines = vec![stock_rules::ReceiptLine { serials, ..stock_rules::ReceiptLine::of(camera, q("2")) }];
        shop.manager().does(stock_rules::ReceiveGoods { lines, ..shop.receipt(camera, 1) }).await;
        set(&shop, kit, &[(camera, "1"), (card, "2")]).await.unwrap();
        let sold = |serials: &[&str]| {
            let serials = serials.iter().map(|serial| (*serial).to_owned()).collect();
            SellGoods { lines: vec![SaleLine { serials, ..SaleLine::of(kit, q("1")) }], ..sale(&shop, &[]) }
        };
        assert_eq!(refused(shop.clerk().tries(sold(&[])).await)[0].0, "lines[0].serials");
        shop.clerk().does(sold(&["C-2"])).await;
        let cameras = shop.clerk().does(stock_rules::ShowStock { variant: camera, store: Some(shop.store) }).await.stores[0].available;
        assert_eq!((cameras, shop.on_hand(card).await), (q("1"), q("7")));
        let lot = Some(stock_rules::LotGiven { code: "L".into(), ..Default::default() });
        let lines = vec![SaleLine { lot, serials: vec![String::from("C-1")], ..SaleLine::of(kit, q("1")) }];
        assert_eq!(refused(shop.clerk().tries(SellGoods { lines, ..sale(&shop, &[]) }).await), [wrong("lines[0].lot", "kit-which-component")]);
        shop.proves().await;
    }

    async fn kits_are_promised_and_shipped_whole(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        let reserved = shop.clerk().does(wanted(vec![line(&shop, mug, "1"), line(&shop, gift, "3")])).await.reserved.unwrap();
        assert_eq!((reserved.plan.len(), reserved.kits[0].line, reserved.kits[0].parts, reserved.kits[0].quantity), (3, 1, 2, q("3")));
        assert_eq!(makes(&shop, gift).await, q("1"), "three mugs are left, and one box");
        let short = shop.clerk().does(wanted(vec![line(&shop, mug, "2"), line(&shop, gift, "1")])).await.short;
        let told: Vec<_> = short.iter().map(|short| (short.line, short.variant, short.component, short.wanted, short.available)).collect();
        assert_eq!(told, [(1, gift, Some(mug), q("1"), q("0"))]);
        assert_eq!(short[0].held_by.iter().map(|held| held.quantity).sum::<Quantity>(), q("7"));

        let ship = |fence, lines: &[(i32, &str)]| {
            let one = |(line, quantity): &(i32, &str)| ShippedLine { line: *line, quantity: q(quantity), lot: None, serials: Vec::new() };
            let lines = lines.iter().map(one).collect();
            ShipReservation { reservation: reserved.reservation, fence, lines, channel: Some(vocabulary::Channel::Till), note: String::new() }
        };
        let torn = [wrong("lines[0].quantity", "reservation-kit-whole")];
        assert_eq!(refused(shop.clerk().tries(ship(reserved.fence, &[(1, "2")])).await), torn);
        assert_eq!(refused(shop.clerk().tries(ship(reserved.fence, &[(1, "3"), (2, "1")])).await), torn);
        let shipped = shop.clerk().does(ship(reserved.fence, &[(1, "2"), (2, "1")])).await;
        let view = shown(&shop, shipped.postings[0]).await;
        assert_eq!((view.lines.len(), view.kits[0].quantity, view.kits[0].sku.as_str()), (2, q("1"), "GIFT"));
        let kits = shop.clerk().does(ShowReservation { reservation: reserved.reservation }).await.kits;
        assert_eq!((kits.len(), kits[0].quantity), (1, q("3")));
        let rest = shop.clerk().does(ship(shipped.fence, &[])).await;
        assert_eq!(shown(&shop, rest.postings[0]).await.kits[0].quantity, q("2"));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await), (q("3"), q("1")));
        shop.proves().await;
    }

    /// Twenty tills sell kits, their components and promises of kits at once: what there is goes once.
    async fn twenty_tills_never_oversell(shop: Shop) {
        let (gift, mug, carton) = gift(&shop).await;
        shop.receives(mug, 30).await;
        shop.receives(carton, 11).await;
        let shop = Arc::new(shop);
        let mut tills = tokio::task::JoinSet::new();
        for till in 0..20_usize {
            let shop = shop.clone();
            tills.spawn(async move {
                let (mut mugs, mut cartons) = (0_i32, 0_i32);
                for turn in 0..4_usize {
                    let lines: &[(VariantId, &str)] = match (till + turn) % 4 {
                        0 => &[(gift, "1")],
                        1 => &[(carton, "1"), (gift, "1")],
                        2 => &[(mug, "2")],
                        _ => &[(mug, "1"), (gift, "1")],
                    };
                    let sold = if (till + turn) % 5 == 0 {
                        let lines = lines.iter().map(|(variant, quantity)| line(&shop, *variant, quantity)).collect();
                        shop.clerk().does(wanted(lines)).await.reserved.is_some()
                    } else {
                        match shop.clerk().tries(sale(&shop, lines)).await {
                            Ok(_) => true,
                            Err(AppError::Invalid { .. }) => false,
                            Err(error) => panic!("{error:?}"),
                        }
                    };
                    if sold {
                        for (variant, quantity) in lines {
                            let quantity: i32 = quantity.parse().unwrap();
                            mugs += if *variant == gift { 2 * quantity } else if *variant == mug { quantity } else { 0 };
                            cartons += if *variant == gift || *variant == carton { quantity } else { 0 };
                        }
                    }
                }
                (mugs, cartons)
            });
        }
        let sold = tills.join_all().await;
        let (mugs, cartons) = sold.iter().fold((0, 0), |(mugs, cartons), one| (mugs + one.0, cartons + one.1));
        let left = async |variant| {
            let stock = shop.clerk().does(stock_rules::ShowStock { variant, store: Some(shop.store) }).await;
            stock.stores.iter().find(|store| store.store == shop.store).unwrap().available
        };
        assert_eq!(left(mug).await, Quantity::whole(40 - mugs));
        assert_eq!(left(carton).await, Quantity::whole(15 - cartons));
        assert!(mugs <= 40 && cartons <= 15, "{mugs} {cartons}");
        assert!(cartons == 15 || mugs >= 39, "and what there is is sold: {mugs} {cartons}");
        shop.proves().await;
    }

    /// Whoever comes second sees what the first has done: it has stock, or it is a kit, never both.
    async fn a_kit_is_declared_while_some_of_it_comes(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        for n in 0..6 {
            let kit = shop.item(&format!("KIT-{n}")).await;
            let (owner, manager, receipt) = (shop.owner(), shop.manager(), shop.receipt(kit, 1));
            let declare = SetKit { variant: kit, version: 1, components: vec![KitComponent { variant: mug, quantity: q("1") }] };
            let (one, other) = tokio::join!(
                tokio::spawn(async move { owner.tries(declare).await.is_ok() }),
                tokio::spawn(async move { manager.tries(receipt).await.is_ok() })
            );
            let (is_kit, came) = (one.unwrap(), other.unwrap());
            assert!(is_kit != came, "{is_kit} {came}");
        }
        shop.proves().await;
    }
}
