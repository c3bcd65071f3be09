//! Movements are listed without a gap and without a repetition, whatever is asked.

use crate::{
    sell::{q, sale},
    shift::{bin, moved},
};
use chrono::{NaiveDate, TimeDelta};
use std::collections::HashSet;
use stock_rules::{ListMovements, MovementRow, SellGoods};
use testkit::Shop;
use vocabulary::{PostingId, PostingKind, Quantity};

/// All pages of a list; nothing comes twice.
async fn all(shop: &Shop, list: &ListMovements) -> Vec<MovementRow> {
    let (mut rows, mut seen, mut cursor) = (Vec::new(), HashSet::new(), None);
    for _ in 0..100 {
        let page = shop.clerk().does(ListMovements { cursor, ..list.clone() }).await;
        for row in page.rows {
            assert!(seen.insert((row.posting, row.line)), "twice: {list:?}");
            rows.push(row);
        }
        cursor = page.next;
        if cursor.is_none() {
            return rows;
        }
    }
    panic!("it has no end: {list:?}");
}

fn keys(rows: &[MovementRow]) -> Vec<(PostingId, i32)> {
    rows.iter().map(|row| (row.posting, row.line)).collect()
}

/// The day a movement belongs to; the shop is in London, and all of this happens at noon.
fn day(row: &MovementRow) -> NaiveDate {
    row.occurred_at.date_naive()
}

testkit::on_both! {
    async fn every_question_gets_what_the_whole_list_holds(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 1000).await, shop.stocked("CUP", 1000).await);
        let back = bin(&shop, "BACK").await;
        shop.clerk().does(moved(&shop, shop.floor, back, mug, "500")).await;
        let noon = shop.database.now().date_naive().and_hms_opt(12, 0, 0).unwrap().and_utc();
        for n in 0..120 {
            // What is entered last need not have happened last.
            let at = noon - TimeDelta::days(1 + n * 7 % 10);
            let lines = if n % 3 == 0 { vec![(cup, "2")] } else { vec![(mug, "1"), (mug, "2")] };
            shop.clerk().does(SellGoods { occurred_at: Some(at), ..sale(&shop, &lines) }).await;
        }
        // A long one: longer than a page, and of more legs than a page reads.
        shop.clerk().does(SellGoods { occurred_at: Some(noon - TimeDelta::days(4)), ..sale(&shop, &vec![(mug, "1"); 400]) }).await;
        let whole = all(&shop, &ListMovements::default()).await;
        assert_eq!((whole.len(), whole.iter().map(|row| row.change).sum::<Quantity>()), (3 + 40 + 160 + 400, q("1280")));
        let (from, to) = (Some((noon - TimeDelta::days(6)).date_naive()), Some((noon - TimeDelta::days(3)).date_naive()));
        let sold = Some(PostingKind::Sale);
        let store = Some(shop.store);
        for list in [
            ListMovements { kind: sold, ..Default::default() },
            ListMovements { store, ..Default::default() },
            ListMovements { store, kind: sold, ..Default::default() },
            ListMovements { store, kind: Some(PostingKind::Move), ..Default::default() },
            ListMovements { store: Some(shop.other_store), ..Default::default() },
            ListMovements { location: Some(back), ..Default::default() },
            ListMovements { from, to, ..Default::default() },
            ListMovements { from, ..Default::default() },
            ListMovements { to, ..Default::default() },
            ListMovements { from, to, store, ..Default::default() },
            ListMovements { from, to, store, kind: sold, ..Default::default() },
            ListMovements { from, to, kind: sold, ..Default::default() },
            ListMovements { from, to, location: Some(shop.floor), ..Default::default() },
            ListMovements { variant: Some(mug), ..Default::default() },
            ListMovements { variant: Some(mug), store, kind: sold, ..Default::default() },
            ListMovements { variant: Some(cup), from, to, ..Default::default() },
            ListMovements { variant: Some(mug), location: Some(back), ..Default::default() },
        ] {
            let at = |row: &MovementRow, location| row.from.iter().chain(&row.to).any(|end| end.location == location);
            let mut wanted: Vec<MovementRow> = whole
                .iter()
                .filter(|row| list.kind.is_none_or(|kind| row.kind == kind) && list.store.is_none_or(|store| row.store == store))
                .filter(|row| list.variant.is_none_or(|variant| row.variant == variant) && list.location.is_none_or(|location| at(row, location)))
                .filter(|row| list.from.is_none_or(|from| day(row) >= from) && list.to.is_none_or(|to| day(row) <= to))
                .cloned()
                .collect();
            if list.variant.is_none() && (list.from.is_some() || list.to.is_some()) {
                // By day; within a day, what was entered last comes first, as in the whole list.
                wanted.sort_by_key(|row| std::cmp::Reverse(day(row)));
            }
            let got = all(&shop, &list).await;
            assert_eq!(keys(&got), keys(&wanted), "{list:?}");
            assert!(list.store == Some(shop.other_store) || !got.is_empty(), "this tests nothing: {list:?}");
        }
    }

    async fn a_page_looks_at_a_bounded_part_of_a_variants_history(shop: Shop) {
        let mug = shop.stocked("MUG", 5000).await;
        for _ in 0..5 {
            shop.clerk().does(sale(&shop, &vec![(mug, "1"); 500])).await;
        }
        let opened = ListMovements { variant: Some(mug), kind: Some(PostingKind::Receipt), ..Default::default() };
        let first = shop.clerk().does(opened.clone()).await;
        assert!(first.rows.is_empty() && first.next.is_some(), "2,000 were looked at, and there are more");
        let rows = all(&shop, &opened).await;
        assert_eq!((rows.len(), rows[0].change), (1, q("5000")));
    }
}
