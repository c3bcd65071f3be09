//! Books are closed through a day and reopened with a trace; nothing is booked on a closed day, whatever comes at the same
//! moment.

use crate::sell::{q, sale};
use catalog_rules::FindVariant;
use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Line, Posting, StorePlaces};
use std::time::Duration;
use stock_rules::{
    BooksHistory, ClosePeriod, ListPeriods, ReopenPeriod, ReversePosting, SetCosting, SetItemCosting, ShipTransfer, StoreHistory, TransferItem,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, CostMethod, CostScope, HistoryRow, Key, Page, Param, PlaceKind, PostingKind, Role, Status, StoreId, VariantId};

fn at(text: &str) -> Option<DateTime<Utc>> {
    Some(text.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A sale of one in London at a moment of the past.
fn late(shop: &Shop, variant: VariantId, when: &str) -> stock_rules::SellGoods {
    stock_rules::SellGoods { occurred_at: at(when), ..sale(shop, &[(variant, "1")]) }
}

fn close(store: Option<StoreId>, through: &str) -> ClosePeriod {
    ClosePeriod { store, through: day(through) }
}

fn reopen(store: Option<StoreId>, through: Option<&str>, reason: &str) -> ReopenPeriod {
    ReopenPeriod { store, through: through.map(day), reason: reason.to_owned() }
}

async fn closed(shop: &Shop) -> Vec<(String, Option<String>)> {
    let Page { rows, .. } = shop.clerk().does(ListPeriods::default()).await;
    rows.into_iter().map(|row| (row.code, row.closed_through.map(|day| day.to_string()))).collect()
}

testkit::on_both! {
    async fn nothing_is_booked_on_a_closed_day(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let (clerk, accountant) = (shop.clerk(), shop.person(Role::Accountant));
        let before = clerk.does(late(&shop, mug, "2026-10-30T12:00:00Z")).await;
        let saved = accountant.does(close(Some(shop.store), "2026-10-31")).await;
        assert_eq!(saved.stores, ["LONDON"]);

        // It is told on the field, with the store and the day, and nothing was written.
        let Err(AppError::Invalid { fields }) = clerk.tries(late(&shop, mug, "2026-10-31T23:59:59Z")).await else { panic!("a closed day") };
        assert_eq!((fields.len(), fields[0].field.as_str(), fields[0].said.code.as_str()), (1, "occurred_at", "period-closed"));
        let said = vec![("store".to_owned(), Param::from("LONDON")), ("day".to_owned(), Param::from(day("2026-10-31")))];
        assert_eq!(fields[0].said.params, said);
        assert_eq!(shop.on_hand(mug).await, q("9"));
        // The day after is open, and so is the other store.
        clerk.does(late(&shop, mug, "2026-11-01T00:00:00Z")).await;
        shop.manager().does(stock_rules::ReceiveGoods { store: shop.other_store, occurred_at: at("2026-10-01T09:00:00Z"), ..shop.receipt(mug, 5) }).await;
        // A counter-entry happens now: what was booked before can be taken back.
        let reverse = ReversePosting { posting: before.posting.unwrap(), lines: None, note: String::new() };
        shop.manager().does(reverse).await;
        // Neither end of a transfer may lie on a closed day.
        let way = ShipTransfer {
            from: shop.other_store,
            to: shop.store,
            location: None,
            lines: vec![TransferItem::of(mug, q("1"))],
            note: String::new(),
            occurred_at: at("2026-10-20T09:00:00Z"),
        };
        assert_eq!(refused(clerk.tries(way.clone()).await), [("occurred_at".to_owned(), "period-closed".to_owned())]);
        clerk.does(ShipTransfer { occurred_at: None, ..way }).await;
        shop.proves().await;
    }

    async fn a_day_is_the_stores_own(shop: Shop) {
        // In summer London is an hour ahead: half past eleven in the evening of UTC is the next day there.
        let mug = shop.stocked("MUG", 10).await;
        shop.person(Role::Accountant).does(close(None, "2026-07-31")).await;
        assert_eq!(refused(shop.clerk().tries(late(&shop, mug, "2026-07-31T22:59:59Z")).await)[0].1, "period-closed");
        shop.clerk().does(late(&shop, mug, "2026-07-31T23:00:00Z")).await;
    }

    async fn books_are_closed_and_reopened_by_those_who_may_and_it_is_told(shop: Shop) {
        let (owner, accountant) = (shop.owner(), shop.person(Role::Accountant));
        for role in [Role::Manager, Role::Clerk, Role::Buyer] {
            assert!(matches!(shop.person(role).tries(close(None, "2026-10-31")).await, Err(AppError::Forbidden)), "{role:?}");
            assert!(matches!(shop.person(role).tries(reopen(None, None, "why")).await, Err(AppError::Forbidden)), "{role:?}");
        }
        // Today is the 24th, and yesterday has been over for ten hours.
        assert_eq!(refused(accountant.tries(close(None, "2026-11-24")).await), [("through".to_owned(), "period-not-over".to_owned())]);
        accountant.does(close(Some(shop.other_store), "2026-09-30")).await;
        let all = accountant.does(close(None, "2026-08-31")).await;
        assert_eq!(all.stores, ["LONDON"], "Leeds is closed further");
        assert_eq!(closed(&shop).await, [("LEEDS".to_owned(), Some("2026-09-30".to_owned())), ("LONDON".to_owned(), Some("2026-08-31".to_owned()))]);
        assert_eq!(refused(accountant.tries(close(None, "2026-08-31")).await), [("conflict".to_owned(), "period-closed-already".to_owned())]);

        assert_eq!(refused(owner.tries(reopen(None, None, " ")).await), [("reason".to_owned(), "field-required".to_owned())]);
        assert_eq!(owner.does(reopen(None, Some("2026-08-31"), "A late delivery note")).await.stores, ["LEEDS"]);
        assert_eq!(owner.does(reopen(Some(shop.store), None, "All wrong")).await.stores, ["LONDON"]);
        assert_eq!(refused(owner.tries(reopen(Some(shop.store), None, "Again")).await), [("conflict".to_owned(), "period-open-already".to_owned())]);
        assert_eq!(closed(&shop).await, [("LEEDS".to_owned(), Some("2026-08-31".to_owned())), ("LONDON".to_owned(), None)]);

        let history = owner.does(StoreHistory { store: shop.other_store, cursor: None }).await.rows;
        let told: Vec<String> = history.iter().take(2).map(|row| format!("{} {} {:?}", row.who, row.operation, row.changes.iter().map(|change| (change.field.as_str(), change.from.as_deref(), change.to.as_deref())).collect::<Vec<_>>())).collect();
        assert_eq!(told, [
            "owner stock.reopen_period [(\"closed_through\", Some(\"2026-09-30\"), Some(\"2026-08-31\")), (\"reason\", None, Some(\"A late delivery note\"))]",
            "accountant stock.close_period [(\"closed_through\", Some(\"\"), Some(\"2026-09-30\"))]",
        ]);
        // Another business has no such store.
        let other = shop.neighbour().await;
        assert!(matches!(other.owner().tries(close(Some(shop.store), "2026-08-31")).await, Err(AppError::NotFound)));
        assert!(matches!(other.owner().tries(reopen(Some(shop.store), None, "x")).await, Err(AppError::NotFound)));
    }

    async fn who_closes_a_day_waits_for_what_is_being_booked_on_it(shop: Shop) {
        // Past the desk, which tells of what is posted.
        shop.is_spoilt();
        let mug = shop.stocked("MUG", 10).await;
        let mut tx = shop.database.begin(shop.tenant).await.unwrap();
        let places = StorePlaces::load(&mut tx, shop.store).await.unwrap();
        let line = Line::moved(0, mug, q("1"), Status::Available, places.default, places.of(PlaceKind::Customer).unwrap());
        let posting = Posting::new(PostingKind::Sale, &places, at("2026-10-31T12:00:00Z").unwrap(), vec![line]);
        ledger::post(&mut tx, &shop.clerk().actor, posting).await.unwrap();

        let accountant = shop.person(Role::Accountant);
        let closing = tokio::spawn(async move { accountant.under(Key::random(), close(None, "2026-10-31")).await });
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(!closing.is_finished(), "the day was closed while something was being booked on it");
        tx.commit().await.unwrap();
        assert!(closing.await.unwrap().is_ok());
        assert_eq!(shop.on_hand(mug).await, q("9"));
        assert_eq!(refused(shop.clerk().tries(late(&shop, mug, "2026-10-31T12:00:00Z")).await)[0].1, "period-closed");
        shop.proves().await;
    }
}

testkit::on_both! {
    async fn what_was_done_to_the_books_is_told_in_one_list(shop: Shop) {
        let (accountant, owner) = (shop.person(Role::Accountant), shop.person(Role::Owner));
        let told = async |store| accountant.does(BooksHistory { store, cursor: None }).await.rows;
        assert!(told(None).await.is_empty());
        // How stock is valued is chosen before anything moves.
        owner.does(SetCosting { method: CostMethod::Average, scope: CostScope::Company }).await;
        let mug = shop.item("MUG").await;
        let item = owner.does(FindVariant { variant: mug }).await.item;
        owner.does(SetItemCosting { item, method: Some(CostMethod::Standard) }).await;
        accountant.does(close(None, "2026-09-30")).await;
        accountant.does(close(Some(shop.store), "2026-10-31")).await;
        accountant.does(reopen(Some(shop.store), Some("2026-09-30"), "A till was offline")).await;
        let all = told(None).await;
        let acts: Vec<(&str, &str)> = all.iter().map(|row| (row.operation.as_str(), row.part.as_str())).collect();
        let (closed, reopened) = ("stock.close_period", "stock.reopen_period");
        assert_eq!(acts[..2], [(reopened, "LONDON"), (closed, "LONDON")]);
        let mut both: Vec<&str> = acts[2..4].iter().map(|(operation, part)| { assert_eq!(*operation, closed); *part }).collect();
        both.sort_unstable();
        assert_eq!((both.len(), both.contains(&"LONDON")), (2, true), "a row for each store: {both:?}");
        assert_eq!(acts[4..], [("stock.set_item_costing", "Item MUG"), ("stock.set_costing", "")]);
        let change = |row: &HistoryRow, field: &str| {
            let change = row.changes.iter().find(|change| change.field == field).unwrap();
            (change.from.clone().unwrap_or_default(), change.to.clone().unwrap_or_default())
        };
        assert_eq!(change(&all[0], "closed_through"), ("2026-10-31".into(), "2026-09-30".into()));
        assert_eq!(change(&all[0], "reason").1, "A till was offline");
        assert_eq!(change(&all[5], "method").1, "average");
        assert!(all.iter().all(|row| !row.who.is_empty()), "who did it");
        // Of one store alone; what is no act on the books is not among them.
        let here = told(Some(shop.store)).await;
        assert_eq!(here.iter().map(|row| row.id).collect::<Vec<_>>(), [all[0].id, all[1].id, here[2].id]);
        assert!(here.iter().all(|row| row.part == "LONDON"));
        assert!(matches!(accountant.tries(BooksHistory { store: Some(StoreId::new()), cursor: None }).await, Err(AppError::NotFound)));
        // Who may not see what stock is worth is not told how it is valued.
        assert!(matches!(shop.clerk().tries(BooksHistory::default()).await, Err(AppError::Forbidden)));
    }

    async fn the_history_of_the_books_goes_on_page_by_page(shop: Shop) {
        let accountant = shop.person(Role::Accountant);
        for _ in 0..27 {
            accountant.does(close(Some(shop.store), "2026-10-31")).await;
            accountant.does(reopen(Some(shop.store), None, "Again")).await;
        }
        let (mut ids, mut cursor, mut pages) = (Vec::new(), None, 0);
        loop {
            let page = accountant.does(BooksHistory { store: None, cursor }).await;
            ids.extend(page.rows.iter().map(|row| row.id.0));
            pages += 1;
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let mut sorted = ids.clone();
        sorted.sort_unstable_by(|one, other| other.cmp(one));
        sorted.dedup();
        assert_eq!((pages, ids.len(), sorted == ids), (2, 54, true), "each act once, the newest first");
    }
}
