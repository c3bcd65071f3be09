//! What was where at an instant of the past: as the books said then, and as it is known now.

use crate::sell::sale;
use catalog_rules::{ArchiveItem, CreateItem};
use chrono::{DateTime, TimeDelta, Utc};
use stock_rules::{ClosePeriod, Known, Reach, ReceiveGoods, ReversePosting, SellGoods, ShipTransfer, ShowReach, StockAsOf, StockThen, TransferItem};
use testkit::{Shop, refused};
use vocabulary::{Quantity, VariantId};

fn now(shop: &Shop) -> DateTime<Utc> {
    use platform::db::Clock;
    shop.clock.now()
}

fn at(at: DateTime<Utc>, known: Known) -> StockAsOf {
    StockAsOf { at, known, store: None, q: None, cursor: None }
}

async fn then(shop: &Shop, variant: VariantId, instant: DateTime<Utc>, known: Known) -> Option<StockThen> {
    let page = shop.person(vocabulary::Role::Accountant).does(at(instant, known)).await;
    page.rows.into_iter().find(|row| row.variant == variant).unwrap().then
}

fn q(units: i32) -> Quantity {
    Quantity::whole(units)
}

testkit::on_both! {
    async fn the_past_is_told_twice_as_it_was_known_and_as_it_is_known(shop: Shop) {
        let mug = shop.item("MUG").await;
        let morning = now(&shop);
        assert_eq!(then(&shop, mug, morning, Known::Now).await, None, "it was never here");
        shop.clock.advance(TimeDelta::hours(1));
        shop.receives(mug, 10).await;
        shop.clock.advance(TimeDelta::hours(1));
        let noon = now(&shop);
        let wrong = shop.manager().does(shop.receipt(mug, 7)).await;
        shop.clock.advance(TimeDelta::hours(1));
        let evening = now(&shop);
        shop.clock.advance(TimeDelta::days(40));
        // A month later a till tells of three, and one delivery was never there.
        shop.clerk().does(SellGoods { occurred_at: Some(noon - TimeDelta::minutes(30)), ..sale(&shop, &[(mug, "3")]) }).await;
        shop.manager().does(ReversePosting { posting: wrong.posting.unwrap(), lines: None, note: String::new() }).await;
        shop.manager().does(ReceiveGoods { occurred_at: Some(evening + TimeDelta::days(10)), ..shop.receipt(mug, 1) }).await;
        let on_hand = async |instant, known| then(&shop, mug, instant, known).await.unwrap().on_hand;
        for (instant, said, is) in [(morning, 0, 0), (noon, 10, 7), (evening, 17, 7), (evening + TimeDelta::days(20), 17, 8), (now(&shop), 8, 8)] {
            assert_eq!((on_hand(instant, Known::Then).await, on_hand(instant, Known::Now).await), (q(said), q(is)), "{instant}");
        }
        assert_eq!(on_hand(noon - TimeDelta::seconds(1), Known::Then).await, q(10));
        assert_eq!(then(&shop, mug, noon, Known::Then).await.unwrap().on_hand_now, q(8));
        shop.proves().await;
    }

    async fn the_books_begin_with_what_happened_first_and_are_closed_where_all_are(shop: Shop) {
        let accountant = shop.person(vocabulary::Role::Accountant);
        let reach = async |store| accountant.does(ShowReach { store }).await;
        let (here, there) = (Some(shop.store), Some(shop.other_store));
        assert_eq!(reach(None).await, Reach::default(), "nothing ever moved");
        let mug = shop.item("MUG").await;
        let began = now(&shop);
        shop.receives(mug, 10).await;
        shop.clock.advance(TimeDelta::hours(1));
        // What is told late was earlier all the same.
        let early: DateTime<Utc> = "2026-09-03T09:00:00Z".parse().unwrap();
        shop.manager().does(ReceiveGoods { occurred_at: Some(early), ..shop.receipt(mug, 1) }).await;
        let told = reach(here).await;
        let soon = |booked: Option<DateTime<Utc>>, at: DateTime<Utc>| booked.is_some_and(|booked| (booked - at).num_seconds() == 0);
        assert!(told.first_day == Some(early.date_naive()) && soon(told.first_booked_at, began), "{told:?} {began}");
        assert_eq!(reach(None).await, told);
        assert_eq!(reach(there).await.first_day, None);
        // What is on its way to a store is its own before it arrives.
        let way = ShipTransfer {
            from: shop.store,
            to: shop.other_store,
            location: None,
            lines: vec![TransferItem::of(mug, q(1))],
            note: String::new(),
            occurred_at: None,
        };
        shop.clerk().does(way).await;
        let told = reach(there).await;
        assert!(told.first_day == Some(now(&shop).date_naive()) && soon(told.first_booked_at, now(&shop)), "{told:?}");
        // Of all stores the books are closed as far as each of them is.
        let close = |store, through: &str| ClosePeriod { store, through: through.parse().unwrap() };
        accountant.does(close(here, "2026-10-31")).await;
        assert_eq!((reach(here).await.closed_through, reach(None).await.closed_through), (Some("2026-10-31".parse().unwrap()), None));
        accountant.does(close(there, "2026-09-30")).await;
        assert_eq!(reach(None).await.closed_through, Some("2026-09-30".parse().unwrap()));
        assert!(matches!(accountant.tries(ShowReach { store: Some(vocabulary::StoreId::new()) }).await, Err(vocabulary::AppError::NotFound)));
    }

    async fn an_instant_that_is_none_is_refused(shop: Shop) {
        shop.item("MUG").await;
        let tried = shop.clerk().tries(at(now(&shop) + TimeDelta::hours(1), Known::Now)).await;
        assert_eq!(refused(tried), [("at".into(), "date-in-future".into())]);
        let tried = shop.clerk().tries(at("1066-10-14T09:00:00Z".parse().unwrap(), Known::Then)).await;
        assert_eq!(refused(tried), [("at".into(), "date-out-of-range".into())]);
    }

    /// What is put away by now was there then.
    async fn what_is_put_away_since_is_told_too(shop: Shop) {
        let made = shop.owner().does(CreateItem { name: "Mug".into(), ..CreateItem::default() }).await;
        let mug = made.variants[0].variant;
        shop.receives(mug, 2).await;
        let then_at = now(&shop);
        shop.clock.advance(TimeDelta::hours(1));
        shop.clerk().does(sale(&shop, &[(mug, "2")])).await;
        shop.owner().does(ArchiveItem { item: made.item, version: made.version }).await;
        assert_eq!(then(&shop, mug, then_at, Known::Now).await.unwrap().on_hand, q(2));
    }
}
