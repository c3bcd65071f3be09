//! What stock is worth: asked of any instant, by store and lot, reconciled over a period, and changed by people.

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use stock_rules::{
    AddLateCost, DealtBy, FixedRate, Known, LateCost, ListValuation, ReceiveGoods, RevalueStock, SaleLine, SellGoods, SetCosting, SetItemCosting,
    ShipTransfer, ShowCostAccount, ShowCosting, ShowLayers, ShowWorth, TransferItem, Worth,
};
use testkit::{Person, Shop, refused};
use vocabulary::{CostKind, CostMethod, CostScope, Currency, PostingId, Quantity, Role, StoreId, VariantId};

pub(crate) fn d(raw: &str) -> Decimal {
    raw.parse().unwrap()
}

pub(crate) fn accountant(shop: &Shop) -> Person {
    shop.person(Role::Accountant)
}

pub(crate) async fn receives_at(shop: &Shop, variant: VariantId, quantity: i32, cost: &str) -> PostingId {
    let mut receipt = shop.receipt(variant, quantity);
    receipt.lines[0].unit_cost = Some(d(cost));
    shop.manager().does(receipt).await.posting.unwrap()
}

pub(crate) async fn sells(shop: &Shop, variant: VariantId, quantity: i32) -> PostingId {
    let lines = vec![SaleLine::of(variant, Quantity::whole(quantity))];
    let sale = SellGoods {
        store: shop.store,
        location: None,
        channel: vocabulary::Channel::Till,
        lines,
        reference: String::new(),
        note: String::new(),
        occurred_at: None,
    };
    shop.clerk().does(sale).await.posting.unwrap()
}

pub(crate) async fn ships(shop: &Shop, variant: VariantId, quantity: i32) {
    let lines = vec![TransferItem::of(variant, Quantity::whole(quantity))];
    let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
    shop.manager().does(ship).await;
}

pub(crate) async fn worth(shop: &Shop, variant: VariantId, list: ListValuation) -> Worth {
    let valuation = accountant(shop).does(list).await;
    let rows: Vec<_> = valuation.rows.iter().filter(|row| row.variant == variant).collect();
    assert_eq!(rows.len(), 1, "{valuation:?}");
    rows[0].worth.unwrap_or_default()
}

pub(crate) fn of(store: StoreId) -> ListValuation {
    ListValuation { store: Some(store), ..ListValuation::default() }
}

fn day(raw: &str) -> NaiveDate {
    raw.parse().unwrap()
}

pub(crate) fn late_cost(posting: PostingId, amount: &str) -> AddLateCost {
    AddLateCost {
        posting,
        kind: LateCost::Landed,
        lines: Vec::new(),
        by: DealtBy::Value,
        amount: d(amount),
        rate: None,
        reference: String::new(),
        note: String::new(),
    }
}

pub(crate) fn revalue(variant: VariantId, unit_cost: &str) -> RevalueStock {
    RevalueStock { variant, store: None, unit_cost: d(unit_cost), reason: String::from("Damp") }
}

testkit::on_both! {
    async fn the_way_stock_is_valued_is_frozen_by_the_first_movement(shop: Shop) {
        let (owner, set) = (shop.owner(), SetCosting { method: CostMethod::Average, scope: CostScope::Company });
        let mug = shop.item_with("MUG", |item| item.name = String::from("Mug")).await;
        let item = item_of(&shop, mug).await;
        assert_eq!(shop.manager().does(ShowCosting {}).await.method, CostMethod::Fifo);
        assert_eq!(owner.does(set.clone()).await.method, CostMethod::Average);
        let costing = owner.does(SetItemCosting { item, method: Some(CostMethod::Standard) }).await;
        assert_eq!(costing.items.iter().map(|item| item.method).collect::<Vec<_>>(), [CostMethod::Standard]);
        assert!(owner.does(SetItemCosting { item, method: None }).await.items.is_empty());
        shop.receives(mug, 1).await;
        assert_eq!(refused(owner.tries(set).await), [("conflict".into(), "costing-frozen".into())], "before it is valued, too");
        shop.values().await;
        let fifo = SetCosting { method: CostMethod::Fifo, scope: CostScope::Store };
        assert_eq!(refused(owner.tries(fifo).await), [("conflict".into(), "costing-frozen".into())]);
        assert_eq!(refused(owner.tries(SetItemCosting { item, method: None }).await), [("conflict".into(), "costing-frozen".into())]);
        let cup = shop.item("CUP").await;
        let other = item_of(&shop, cup).await;
        owner.does(SetItemCosting { item: other, method: Some(CostMethod::Standard) }).await;
        receives_at(&shop, cup, 2, "3").await;
        receives_at(&shop, cup, 2, "5").await;
        shop.values().await;
        let layers = accountant(&shop).does(ShowLayers { variant: cup, store: None, cursor: None }).await;
        assert_eq!((layers.method, layers.scope, layers.standard, layers.pools[0].value), (CostMethod::Standard, CostScope::Company, Some(d("3")), d("12")));
        shop.proves().await;
    }

    async fn value_is_told_of_any_instant_with_how_far_it_goes(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 10, "2").await;
        let first = shop.database.now();
        shop.clock.advance(TimeDelta::days(1));
        let waits = accountant(&shop).does(ListValuation::default()).await;
        assert_eq!((waits.watermark.waiting, waits.rows[0].worth), (1, None), "nothing is valued yet, and it says so");
        assert!(waits.watermark.through < first);
        shop.values().await;
        sells(&shop, mug, 4).await;
        let second = shop.database.now();
        shop.clock.advance(TimeDelta::days(2));
        // Told late: it was sold on the first day.
        let lines = vec![SaleLine::of(mug, Quantity::whole(1))];
        let late = SellGoods { store: shop.store, location: None, channel: vocabulary::Channel::Till, lines, reference: String::new(), note: String::new(), occurred_at: Some(first) };
        shop.manager().does(late).await;
        shop.values().await;
        let at = |at, known| ListValuation { at: Some(at), known, ..ListValuation::default() };
        let told = |worth: Worth| (worth.quantity, worth.value);
        assert_eq!(told(worth(&shop, mug, ListValuation::default()).await), (Quantity::whole(5), d("10")));
        assert_eq!(told(worth(&shop, mug, at(first, Known::Then)).await), (Quantity::whole(10), d("20")));
        assert_eq!(told(worth(&shop, mug, at(first, Known::Now)).await), (Quantity::whole(9), d("18")));
        assert_eq!(told(worth(&shop, mug, at(second, Known::Then)).await), (Quantity::whole(6), d("12")));
        assert_eq!(told(worth(&shop, mug, at(second, Known::Now)).await), (Quantity::whole(5), d("10")));
        for (instant, known, value) in [(first, Known::Then, "20"), (first, Known::Now, "18"), (second, Known::Now, "10")] {
            let all = accountant(&shop).does(ShowWorth { at: Some(instant), known }).await;
            assert_eq!((all.value, all.stores[0].value, all.categories[0].value), (d(value), d(value), d(value)));
        }
        assert_eq!(accountant(&shop).does(ShowWorth::default()).await.watermark.waiting, 0);
    }

    async fn value_is_apart_by_store_and_on_the_way(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 10, "2").await;
        ships(&shop, mug, 3).await;
        shop.values().await;
        assert_eq!(worth(&shop, mug, of(shop.store)).await.value, d("14"));
        let there = worth(&shop, mug, of(shop.other_store)).await;
        assert_eq!((there.value, there.value_on_the_way, there.quantity_on_the_way), (d("6"), d("6"), Quantity::whole(3)));
        let all = accountant(&shop).does(ShowWorth::default()).await;
        let stores: Vec<_> = all.stores.iter().map(|store| (store.code.as_str(), store.value, store.on_the_way)).collect();
        assert_eq!(stores, [("LEEDS", d("6"), d("6")), ("LONDON", d("14"), d("0"))]);
    }

    /// What is valued together is dealt out to the last penny.
    async fn the_stores_parts_of_a_companys_value_sum_to_it(shop: Shop) {
        shop.owner().does(SetCosting { method: CostMethod::Average, scope: CostScope::Company }).await;
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 3, "3.333333").await;
        ships(&shop, mug, 1).await;
        shop.values().await;
        let (here, there) = (worth(&shop, mug, of(shop.store)).await, worth(&shop, mug, of(shop.other_store)).await);
        assert_eq!((here.value + there.value, there.value_on_the_way), (d("10"), there.value));
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("10"));
        shop.proves().await;
    }

    /// Opening + in − out ± adjusted = closing, over any days.
    async fn the_account_of_a_period_reconciles(shop: Shop) {
        let mug = shop.item("MUG").await;
        let receipt = receives_at(&shop, mug, 10, "2").await;
        shop.clock.advance(TimeDelta::days(1));
        receives_at(&shop, mug, 10, "3").await;
        sells(&shop, mug, 12).await;
        ships(&shop, mug, 2).await;
        shop.clock.advance(TimeDelta::days(1));
        accountant(&shop).does(revalue(mug, "2.5")).await;
        accountant(&shop).does(late_cost(receipt, "1")).await;
        shop.values().await;
        let account = |from: &str, to: &str, store| ShowCostAccount { from: day(from), to: day(to), store };
        let told = accountant(&shop).does(account("2026-11-25", "2026-11-25", Some(shop.store))).await;
        let lines: Vec<_> = told.lines.iter().map(|line| (line.kind, line.value)).collect();
        assert_eq!(lines, [(CostKind::Receipt, d("30")), (CostKind::Sold, d("-26")), (CostKind::TransferOut, d("-6"))]);
        assert_eq!((told.opening, told.closing, told.cost_of_sales), (d("20"), d("18"), d("26")));
        let all = accountant(&shop).does(account("2026-11-24", "2026-11-26", None)).await;
        assert_eq!((all.opening, all.closing), (d("0"), d("20")), "eight at 2.50");
        assert_eq!(all.closing, accountant(&shop).does(ShowWorth::default()).await.value);
        assert_eq!(all.cost_of_sales, d("27"), "freight for what was sold is a cost of it");
        let wrong = account("2026-11-26", "2026-11-25", None);
        assert_eq!(refused(accountant(&shop).tries(wrong).await), [("to".into(), "period-ends-before".into())]);
        shop.proves().await;
    }

    async fn a_revaluation_says_why_and_changes_what_is_there(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 3, "2").await;
        let done = accountant(&shop).does(revalue(mug, "0.333333")).await;
        assert_eq!((done.value, done.on_hand, done.gone), (d("-5"), d("-5"), d("0")));
        assert_eq!(refused(accountant(&shop).tries(revalue(mug, "0.333333")).await), [("conflict".into(), "revaluation-nothing".into())]);
        let unsaid = RevalueStock { reason: String::from(" "), unit_cost: d("-1"), ..revalue(mug, "1") };
        assert_eq!(refused(accountant(&shop).tries(unsaid).await), [("unit_cost".into(), "money-negative".into()), ("reason".into(), "field-required".into())]);
        assert!(shop.clerk().tries(revalue(mug, "1")).await.is_err(), "a clerk does not say what things are worth");
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("1"));
        shop.proves().await;
    }

    /// features.md 3.6 (late landed cost): split between what is there, wherever that is by now, and what was sold.
    async fn a_late_cost_is_split_between_what_is_there_and_what_was_sold(shop: Shop) {
        let (mug, cup) = (shop.item("MUG").await, shop.item("CUP").await);
        let mut receipt = shop.receipt(mug, 10);
        receipt.lines[0].unit_cost = Some(d("2"));
        receipt.lines.extend(shop.receipt(cup, 10).lines);
        receipt.lines[1].unit_cost = Some(d("1"));
        let posting = shop.manager().does(receipt).await.posting.unwrap();
        sells(&shop, mug, 4).await;
        ships(&shop, mug, 3).await;
        // 30 in all cost 10 more: two thirds of it for the mugs, of which six of ten are still ours.
        let done = accountant(&shop).does(late_cost(posting, "10")).await;
        assert_eq!((done.value, done.on_hand, done.gone), (d("10"), d("7.33"), d("2.67")));
        assert_eq!(worth(&shop, mug, of(shop.store)).await.value, d("8"));
        assert_eq!(worth(&shop, mug, of(shop.other_store)).await.value, d("8"), "it follows the goods");
        assert_eq!(worth(&shop, cup, of(shop.store)).await.value, d("13.33"));
        let less = AddLateCost { kind: LateCost::Invoice, lines: vec![1], by: DealtBy::Quantity, ..late_cost(posting, "-20") };
        let done = accountant(&shop).does(less).await;
        assert_eq!((done.on_hand, done.gone), (d("-13.33"), d("-6.67")), "goods are never worth less than nothing");
        assert_eq!(worth(&shop, cup, of(shop.store)).await.value, d("0"));
        let sale = sells(&shop, mug, 1).await;
        assert_eq!(refused(accountant(&shop).tries(late_cost(sale, "1")).await), [("conflict".into(), "cost-not-a-receipt".into())]);
        assert_eq!(refused(accountant(&shop).tries(late_cost(posting, "0")).await), [("amount".into(), "money-zero".into())]);
        let none = AddLateCost { lines: vec![7], ..late_cost(posting, "1") };
        assert_eq!(refused(accountant(&shop).tries(none).await), [("conflict".into(), "cost-nothing-to-bear".into())]);
        shop.proves().await;
    }

    /// features.md 3.19: the rate is fixed on the document; the original amount is kept.
    async fn a_receipt_in_another_currency_is_worth_what_it_came_to(shop: Shop) {
        let mug = shop.item("MUG").await;
        let rate = FixedRate { currency: Currency::USD, rate: d("0.7912345"), source: String::from("ECB"), date: day("2026-11-20") };
        let mut receipt = ReceiveGoods { rate: Some(rate.clone()), ..shop.receipt(mug, 3) };
        receipt.lines[0].unit_cost = Some(d("1.10"));
        let posting = shop.manager().does(receipt.clone()).await.posting.unwrap();
        shop.values().await;
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("2.61"), "3 at 0.870358");
        assert_eq!(shop.rows("cost_billed").await, 1);
        let freight = AddLateCost { rate: Some(rate.clone()), ..late_cost(posting, "10") };
        assert_eq!(accountant(&shop).does(freight).await.value, d("7.91"));
        let own = FixedRate { currency: Currency::GBP, ..rate };
        let wrong = ReceiveGoods { rate: Some(own), ..receipt };
        assert_eq!(refused(shop.manager().tries(wrong).await), [("rate.currency".into(), "rate-of-own-currency".into())]);
        shop.proves().await;
    }

    async fn layers_tell_why(shop: Shop) {
        let mug = shop.item("MUG").await;
        let first = receives_at(&shop, mug, 2, "1").await;
        let second = receives_at(&shop, mug, 2, "2").await;
        sells(&shop, mug, 1).await;
        shop.values().await;
        let told = accountant(&shop).does(ShowLayers { variant: mug, store: Some(shop.store), cursor: None }).await;
        let pool = &told.pools[0];
        assert_eq!((pool.quantity, pool.value, pool.store), (Quantity::whole(3), d("5"), Some(shop.store)));
        let layers: Vec<_> = pool.layers.iter().map(|layer| (layer.posting, layer.quantity_left, layer.value_left)).collect();
        assert_eq!(layers, [(first, Quantity::whole(1), d("1")), (second, Quantity::whole(2), d("4"))]);
        assert_eq!(pool.entries.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [CostKind::Sold, CostKind::Receipt, CostKind::Receipt]);
        assert!(accountant(&shop).does(ShowLayers { variant: mug, store: Some(shop.other_store), cursor: None }).await.pools.is_empty());
    }

    async fn an_undo_after_a_revaluation_leaves_nothing_behind(shop: Shop) {
        let mug = shop.item("MUG").await;
        let posting = receives_at(&shop, mug, 4, "2").await;
        accountant(&shop).does(late_cost(posting, "3")).await;
        shop.manager().does(stock_rules::ReversePosting { posting, lines: None, note: String::new() }).await;
        shop.values().await;
        assert_eq!(worth(&shop, mug, ListValuation::default()).await, Worth::default());
        shop.proves().await;
    }
}

async fn item_of(shop: &Shop, variant: VariantId) -> vocabulary::ItemId {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let item: uuid::Uuid = sqlx::query_scalar("SELECT item_id FROM variant WHERE tenant_id = ? AND id = ?")
        .bind(shop.tenant.0)
        .bind(variant.0)
        .fetch_one(tx.conn())
        .await
        .unwrap();
    tx.rollback().await.unwrap();
    item.into()
}
