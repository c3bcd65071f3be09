//! The start page says what the books say.

use admin_rules::{Figures, ShowHome, Task};
use rust_decimal::Decimal;
use sqlx::{AssertSqlSafe, Executor};
use stock_rules::{ReceiveGoods, SaleLine, SellGoods, SetCosting};
use testkit::{Person, Shop};
use vocabulary::{AppError, CostMethod, CostScope, Quantity, StoreId, VariantId};

async fn sells(shop: &Shop, person: &Person, variant: VariantId, quantity: i32) {
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
    person.does(sale).await;
}

async fn receives_at(shop: &Shop, variant: VariantId, quantity: i32, cost: &str) {
    let mut receipt = shop.receipt(variant, quantity);
    receipt.lines[0].unit_cost = cost.parse().ok();
    shop.manager().does(receipt).await;
}

testkit::on_both! {
    async fn a_new_business_is_told_how_to_begin(shop: Shop) {
        let home = shop.owner().does(ShowHome::default()).await;
        assert!(home.begun.store && !home.begun.items && !home.begun.stock && !home.begun.counted);
        assert!(home.tasks.is_empty() && home.days.is_empty());
        assert_eq!(home.figures, Figures { units: Some(Quantity::ZERO), value: Some(Decimal::ZERO), variants: Some(0), out_of_stock: Some(0),
                open_counts: Some(0), movements_today: Some(0), at: None, valued_through: home.figures.valued_through });
    }

    async fn figures_follow_the_books(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.stocked("CUP", 3).await;
        shop.item("NEVER").await;
        sells(&shop, &shop.clerk(), mug, 5).await;
        shop.values().await;
        let home = shop.owner().does(ShowHome::default()).await;
        assert_eq!(
            home.figures,
            Figures {
                units: Some(Quantity::whole(3)),
                value: Some("3.6".parse().unwrap()),
                variants: Some(3),
                out_of_stock: Some(1),
                open_counts: Some(0),
                movements_today: Some(3),
                at: None,
                valued_through: home.figures.valued_through,
            }
        );
        assert!(home.figures.valued_through.is_some(), "a value says how far it goes");
        assert_eq!(home.days.len(), 1, "one store, one day");
        let leeds = shop.owner().does(ShowHome { store: Some(shop.other_store) }).await;
        assert_eq!((leeds.figures.units, leeds.figures.movements_today, leeds.figures.out_of_stock), (Some(Quantity::ZERO), Some(0), Some(0)));
    }

    /// The figure is the valuation's, whatever anything last cost.
    async fn value_is_as_it_is_valued(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 10, "2").await;
        receives_at(&shop, mug, 1, "9").await;
        sells(&shop, &shop.clerk(), mug, 4).await;
        shop.values().await;
        let figure = async |store: Option<StoreId>| shop.owner().does(ShowHome { store }).await.figures.value;
        assert_eq!(figure(None).await, "21".parse().ok(), "six at two, one at nine; at what it last cost it were 63");
        assert_eq!((figure(Some(shop.store)).await, figure(Some(shop.other_store)).await), ("21".parse().ok(), Some(Decimal::ZERO)));
    }

    async fn a_store_has_its_part_of_what_all_are_worth_together(shop: Shop) {
        shop.owner().does(SetCosting { method: CostMethod::Average, scope: CostScope::Company }).await;
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 3, "2").await;
        shop.manager().does(ReceiveGoods { store: shop.other_store, ..shop.receipt(mug, 1) }).await;
        shop.values().await;
        let figure = async |store: Option<StoreId>| shop.owner().does(ShowHome { store }).await.figures.value.unwrap();
        let (here, there) = (figure(Some(shop.store)).await, figure(Some(shop.other_store)).await);
        assert_eq!(here + there, figure(None).await);
        assert!(here > there);
    }

    async fn each_role_sees_its_own(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let clerk = shop.clerk().does(ShowHome::default()).await;
        assert_eq!((clerk.figures.value, clerk.figures.units), (None, Some(Quantity::whole(5))), "a clerk does not see what stock is worth");
        shop.is_spoilt();
        let mut root = shop.db.root().await;
        root.execute(AssertSqlSafe("UPDATE stock_balance SET on_hand = -1")).await.unwrap();
        let home = shop.manager().does(ShowHome::default()).await;
        assert_eq!(home.tasks, [Task::Negative { keys: 1 }]);
    }

    async fn nothing_of_the_neighbours_is_counted(shop: Shop) {
        let other = shop.neighbour().await;
        other.stocked("MUG", 7).await;
        let home = shop.owner().does(ShowHome::default()).await;
        assert_eq!((home.figures.units, home.figures.variants), (Some(Quantity::ZERO), Some(0)));
        assert_eq!(shop.owner().tries(ShowHome { store: Some(other.store) }).await.unwrap_err(), AppError::NotFound);
    }
}
