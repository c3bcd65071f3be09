//! Selling, taking back, adjusting, opening: what is refused, and what the books say after.

use chrono::TimeDelta;
use stock_rules::{AdjustStock, EnterOpening, OpeningLine, ReturnLine, SaleLine, SellGoods, ShowStock, TakeBack};
use testkit::{Shop, refused};
use vocabulary::{AppError, Key, Param, PlaceKind, Quantity, Reason, Status, VariantId};

pub(crate) fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

pub(crate) fn sale(shop: &Shop, lines: &[(VariantId, &str)]) -> SellGoods {
    SellGoods {
        store: shop.store,
        location: None,
        channel: vocabulary::Channel::Till,
        lines: lines.iter().map(|(variant, quantity)| SaleLine::of(*variant, q(quantity))).collect(),
        reference: String::from("S-1"),
        note: String::new(),
        occurred_at: None,
    }
}

fn back(shop: &Shop, variant: VariantId, quantity: &str, status: Status) -> TakeBack {
    TakeBack {
        store: shop.store,
        location: None,
        lines: vec![ReturnLine { status, ..ReturnLine::of(variant, q(quantity)) }],
        reference: String::new(),
        note: String::new(),
        occurred_at: None,
    }
}

fn adjust(shop: &Shop, variant: VariantId, change: &str, reason: Reason) -> AdjustStock {
    AdjustStock {
        store: shop.store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: Some(q(change)),
        new_quantity: None,
        expected: None,
        unit: None,
        reason,
        note: String::new(),
        occurred_at: None,
    }
}

fn adjust_to(shop: &Shop, variant: VariantId, to: &str, expected: &str) -> AdjustStock {
    AdjustStock { change: None, new_quantity: Some(q(to)), expected: Some(q(expected)), ..adjust(shop, variant, "0", Reason::CountError) }
}

fn opening(shop: &Shop, variant: VariantId, quantity: &str) -> EnterOpening {
    EnterOpening {
        store: shop.store,
        location: None,
        lines: vec![OpeningLine::of(variant, q(quantity))],
        reference: String::new(),
        note: String::new(),
        occurred_at: None,
    }
}

/// So many tills sell one each, at once: how many sold, how many were told that there is not enough.
async fn tills(shop: &Shop, variant: VariantId, tills: usize) -> (usize, usize) {
    let mut at_once = tokio::task::JoinSet::new();
    for _ in 0..tills {
        let (clerk, sale) = (shop.clerk(), sale(shop, &[(variant, "1")]));
        at_once.spawn(async move { clerk.tries(sale).await });
    }
    let (mut sold, mut short) = (0, 0);
    for outcome in at_once.join_all().await {
        match outcome {
            Ok(_) => sold += 1,
            Err(AppError::Invalid { .. }) => short += 1,
            Err(other) => panic!("{other}"),
        }
    }
    (sold, short)
}

testkit::on_both! {
    async fn a_sale_takes_from_the_shelf(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let posted = shop.clerk().does(sale(&shop, &[(mug, "2")])).await;
        assert_eq!(posted.lines[0].on_hand, q("3"));
        assert_eq!(shop.on_hand(mug).await, q("3"));
        shop.proves().await;
    }

    async fn more_than_there_is_is_refused_and_says_what_there_is(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 5).await, shop.stocked("BOWL", 1).await);
        let outcome = shop.clerk().tries(sale(&shop, &[(mug, "4"), (bowl, "2"), (mug, "2")])).await;
        let Err(AppError::Invalid { fields }) = outcome else { panic!("not refused by field") };
        let told: Vec<(&str, &Param)> = fields.iter().map(|field| (field.field.as_str(), &field.said.params[0].1)).collect();
        assert_eq!(told, [("lines[1].quantity", &Param::Quantity(q("1"))), ("lines[2].quantity", &Param::Quantity(q("1")))]);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(bowl).await), (q("5"), q("1")));
        shop.proves().await;
    }

    async fn what_was_never_here_cannot_be_sold(shop: Shop) {
        let mug = shop.item("MUG").await;
        assert_eq!(refused(shop.clerk().tries(sale(&shop, &[(mug, "1")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        assert_eq!(shop.rows("stock_promise").await, 0, "a refusal makes nothing known");
    }

    async fn fifty_tills_never_oversell(shop: Shop) {
        let mug = shop.stocked("MUG", 20).await;
        assert_eq!(tills(&shop, mug, 50).await, (20, 30));
        assert_eq!(shop.on_hand(mug).await, Quantity::ZERO);
        shop.proves().await;
    }

    /// Nor is one refused while the other bin has some.
    async fn fifty_tills_sell_all_that_two_bins_have(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let back = crate::shift::bin(&shop, "BACK").await;
        shop.clerk().does(crate::shift::moved(&shop, shop.floor, back, mug, "25")).await;
        assert_eq!(tills(&shop, mug, 50).await, (50, 0));
        shop.proves().await;
    }

    async fn the_same_key_sells_once(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let key = Key::random();
        let first = shop.clerk().under(key.clone(), sale(&shop, &[(mug, "1")])).await.unwrap();
        let again = shop.clerk().under(key.clone(), sale(&shop, &[(mug, "1")])).await.unwrap();
        assert_eq!(first, again);
        assert_eq!(shop.on_hand(mug).await, q("4"));
        let other = shop.clerk().under(key, sale(&shop, &[(mug, "2")])).await.unwrap_err();
        assert_eq!(other.status(), 422);
        shop.proves().await;
    }

    async fn parts_of_a_piece_and_times_to_come_are_refused_together(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let tea = shop.item_with("TEA", |item| { item.unit = Some(String::from("kg")); item.whole = Some(false); }).await;
        shop.manager().does(opening(&shop, tea, "2.5")).await;
        let mut wrong = sale(&shop, &[(mug, "0.5"), (tea, "0.5"), (VariantId::new(), "1")]);
        wrong.occurred_at = Some(shop.database.now() + TimeDelta::hours(1));
        wrong.reference = "9".repeat(65);
        let told = refused(shop.clerk().tries(wrong).await);
        let expected = [
            ("reference", "field-too-long"),
            ("occurred_at", "date-in-future"),
            ("lines[0].quantity", "quantity-not-whole"),
            ("lines[2].variant", "variant-unknown"),
        ];
        assert_eq!(told, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        shop.clerk().does(sale(&shop, &[(tea, "0.25")])).await;
        assert_eq!(shop.on_hand(tea).await, q("2.25"));
        shop.proves().await;
    }

    async fn what_comes_back_waits_in_quarantine(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.clerk().does(sale(&shop, &[(mug, "2")])).await;
        let posted = shop.clerk().does(back(&shop, mug, "1", Status::Quarantine)).await;
        assert_eq!((posted.lines[0].status, posted.lines[0].on_hand), (Status::Quarantine, q("1")));
        assert_eq!(shop.on_hand(mug).await, q("3"));
        shop.clerk().does(back(&shop, mug, "1", Status::Available)).await;
        assert_eq!(shop.on_hand(mug).await, q("4"));
        let stock = shop.clerk().does(ShowStock { variant: mug, store: Some(shop.store) }).await;
        assert_eq!((stock.stores[0].on_hand, stock.stores[0].available), (q("5"), q("4")));
        shop.proves().await;
    }

    async fn saying_what_is_there_already_writes_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let before = shop.rows("posting").await;
        let posted = shop.manager().does(adjust_to(&shop, mug, "5", "5")).await;
        assert_eq!((posted.posting, posted.lines[0].on_hand), (None, q("5")));
        let never = shop.item("NEVER").await;
        assert_eq!(shop.manager().does(adjust_to(&shop, never, "0", "0")).await.posting, None);
        assert_eq!(shop.rows("posting").await, before);
        assert_eq!(shop.rows("stock_promise").await, 1, "what never moved is not known");
        shop.proves().await;
    }

    async fn a_number_decided_on_old_books_is_stale(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.clerk().does(sale(&shop, &[(mug, "1")])).await;
        assert_eq!(shop.manager().tries(adjust_to(&shop, mug, "6", "5")).await.unwrap_err(), AppError::Stale);
        shop.manager().does(adjust_to(&shop, mug, "6", "4")).await;
        assert_eq!(shop.on_hand(mug).await, q("6"));
        shop.proves().await;
    }

    async fn two_first_numbers_at_once_are_not_added(shop: Shop) {
        let mug = shop.item("MUG").await;
        let mut two = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (manager, adjust) = (shop.manager(), adjust_to(&shop, mug, "7", "0"));
            two.spawn(async move { manager.tries(adjust).await.is_ok() });
        }
        let done = two.join_all().await.into_iter().filter(|done| *done).count();
        assert_eq!(done, 1);
        assert_eq!(shop.on_hand(mug).await, q("7"));
        shop.proves().await;
    }

    async fn a_loss_goes_to_loss_and_a_find_comes_from_found(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.manager().does(adjust(&shop, mug, "-2", Reason::Stolen)).await;
        shop.manager().does(adjust(&shop, mug, "1", Reason::Found)).await;
        assert_eq!(shop.on_hand(mug).await, q("4"));
        let rows = shop.manager().does(stock_rules::ListMovements { variant: Some(mug), ..Default::default() }).await.rows;
        assert_eq!((rows[0].from[0].kind, rows[1].to[0].kind), (PlaceKind::Found, PlaceKind::Loss));
        assert_eq!(refused(shop.manager().tries(adjust(&shop, mug, "1", Reason::Stolen)).await), [("reason".into(), "reason-only-takes".into())]);
        assert_eq!(refused(shop.manager().tries(adjust(&shop, mug, "-1", Reason::Other)).await), [("note".into(), "reason-other-note".into())]);
        assert_eq!(refused(shop.manager().tries(adjust(&shop, mug, "-9", Reason::Lost)).await), [("change".into(), "stock-insufficient".into())]);
        assert_eq!(shop.clerk().tries(adjust(&shop, mug, "1", Reason::Found)).await.unwrap_err(), AppError::Forbidden);
        shop.proves().await;
    }

    async fn what_it_cost_last_is_kept(shop: Shop) {
        let (mug, bowl) = (shop.item("MUG").await, shop.item("BOWL").await);
        let mut receipt = shop.receipt(mug, 5);
        receipt.lines[0].unit_cost = "1.2".parse().ok();
        for (variant, cost) in [(bowl, "3"), (mug, "1.75")] {
            let unit_cost = cost.parse().ok();
            receipt.lines.push(stock_rules::ReceiptLine { unit_cost, ..stock_rules::ReceiptLine::of(variant, q("1")) });
        }
        shop.manager().does(receipt.clone()).await;
        shop.manager().does(receipt).await;
        shop.clerk().does(sale(&shop, &[(mug, "1"), (bowl, "1")])).await;
        let sold = shop.owner().does(stock_rules::ListMovements { variant: Some(mug), ..Default::default() }).await.rows[0].posting;
        let view = shop.owner().does(stock_rules::ShowPosting { posting: sold }).await;
        let costs: Vec<String> = view.lines.iter().map(|line| line.unit_cost.unwrap().normalize().to_string()).collect();
        assert_eq!(costs, ["1.75", "3"]);
        assert_eq!(shop.clerk().does(stock_rules::ShowPosting { posting: sold }).await.lines[0].unit_cost, None, "not everybody sees costs");
        shop.proves().await;
    }

    async fn opening_stock_is_entered_once(shop: Shop) {
        let mug = shop.item("MUG").await;
        assert_eq!(refused(shop.manager().tries(opening(&shop, mug, "-1")).await), [("lines[0].quantity".into(), "quantity-negative".into())]);
        assert_eq!(refused(shop.manager().tries(opening(&shop, mug, "1.5")).await), [("lines[0].quantity".into(), "quantity-not-whole".into())]);
        assert_eq!(shop.manager().does(opening(&shop, mug, "0")).await.posting, None);
        shop.manager().does(opening(&shop, mug, "12")).await;
        assert_eq!(refused(shop.manager().tries(opening(&shop, mug, "12")).await), [("lines[0].quantity".into(), "opening-known".into())]);
        assert_eq!(shop.on_hand(mug).await, q("12"));
        shop.proves().await;
    }
}
