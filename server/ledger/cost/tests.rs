//! What holds of every history of movements, by every method.

use super::{
    decide::Book,
    event::{Event, Moved, Origin, PoolKey, Sale, Way},
    pool::Pool,
};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{CostKind, CostMethod, CostScope, PlaceKind, PostingKind};

const STORES: [Uuid; 2] = [Uuid::from_u128(1), Uuid::from_u128(2)];
/// The places on the way to them.
const WAYS: [Uuid; 2] = [Uuid::from_u128(11), Uuid::from_u128(12)];

fn way(method: CostMethod, scope: CostScope) -> Way {
    Way { method, scope, digits: 2, standard: None }
}

fn at(n: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(i64::from(n), 0).unwrap()
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128(1000 + n as u128)
}

/// A posting of one line: so much of it from one place to another.
fn event(n: usize, kind: PostingKind, store: usize, from: PlaceKind, to: PlaceKind, quantity: Decimal, cost: Option<Decimal>) -> Event {
    let moved = |place: PlaceKind, store: usize, quantity| Moved {
        line: 0,
        place,
        store: STORES[store],
        location: if place == PlaceKind::Transit { WAYS[store] } else { Uuid::from_u128(100 + u128::from(place.code())) },
        lot: Uuid::nil(),
        quantity,
        unit_cost: cost,
        happened_at: at(u32::try_from(n).unwrap()),
    };
    // What is on its way belongs to the store that it goes to.
    let there = |place| if place == PlaceKind::Transit { 1 - store } else { store };
    Event {
        posting: id(n),
        kind,
        store: STORES[store],
        document: Uuid::nil(),
        reference: String::new(),
        posted_at: at(u32::try_from(n).unwrap()),
        day: NaiveDate::default(),
        legs: vec![moved(from, there(from), -quantity), moved(to, there(to), quantity)],
        undone: Vec::new(),
        sales: Vec::new(),
    }
}

fn receipt(n: usize, quantity: Decimal, cost: Decimal) -> Event {
    event(n, PostingKind::Receipt, 0, PlaceKind::Supplier, PlaceKind::Zone, quantity, Some(cost))
}

fn sale(n: usize, quantity: Decimal, cost: Option<Decimal>) -> Event {
    event(n, PostingKind::Sale, 0, PlaceKind::Zone, PlaceKind::Customer, quantity, cost)
}

/// Undoes an event of a book.
fn undo(n: usize, of: &Event, book: &Book) -> Event {
    let entries = book.entries.iter().filter(|entry| entry.posting == of.posting && entry.kind.is_of_a_movement());
    let undone = entries
        .map(|entry| Origin {
            line: entry.line,
            pool: entry.pool,
            kind: entry.kind,
            quantity: entry.quantity,
            value: entry.value,
            document: entry.document,
            takes: entry.takes.clone(),
        })
        .collect();
    let legs = of.legs.iter().map(|leg| Moved { quantity: -leg.quantity, ..*leg }).collect();
    Event { posting: id(n), kind: PostingKind::Reversal, document: of.posting, legs, undone, posted_at: at(u32::try_from(n).unwrap()), ..of.clone() }
}

fn d(raw: &str) -> Decimal {
    raw.parse().unwrap()
}

fn values(book: &Book) -> Vec<(CostKind, String, String)> {
    book.entries.iter().map(|entry| (entry.kind, entry.quantity.normalize().to_string(), entry.value.normalize().to_string())).collect()
}

fn only(book: &Book) -> &Pool {
    assert_eq!(book.pools.len(), 1);
    book.pools.values().next().unwrap()
}

#[test]
fn what_came_first_leaves_first_and_the_last_taker_gets_the_remainder() {
    let mut book = Book::new(way(CostMethod::Fifo, CostScope::Store), BTreeMap::new());
    book.apply(&receipt(1, d("3"), d("0.333333")));
    book.apply(&receipt(2, d("1"), d("5")));
    for n in 3..6 {
        book.apply(&sale(n, d("1"), None));
    }
    book.apply(&sale(6, d("1"), None));
    let values: Vec<String> = values(&book).into_iter().map(|(.., value)| value).collect();
    assert_eq!(values, ["1", "5", "-0.33", "-0.34", "-0.33", "-5"], "1.00 in three parts comes to 1.00");
    assert_eq!(only(&book).value, Decimal::ZERO);
}

#[test]
fn the_average_of_what_is_there_leaves() {
    let mut book = Book::new(way(CostMethod::Average, CostScope::Store), BTreeMap::new());
    book.apply(&receipt(1, d("10"), d("1")));
    book.apply(&receipt(2, d("10"), d("2")));
    book.apply(&sale(3, d("5"), None));
    assert_eq!(book.entries[2].value, d("-7.5"));
    assert_eq!(only(&book).value, d("22.5"));
}

#[test]
fn standard_cost_tells_the_variance() {
    let mut book = Book::new(Way { standard: Some(d("1.2")), ..way(CostMethod::Standard, CostScope::Store) }, BTreeMap::new());
    book.apply(&receipt(1, d("10"), d("1.3")));
    book.apply(&sale(2, d("4"), Some(d("1.3"))));
    let wanted = [(CostKind::Receipt, "10", "13"), (CostKind::Variance, "0", "-1"), (CostKind::Sold, "-4", "-4.8")];
    assert_eq!(values(&book), wanted.map(|(kind, quantity, value)| (kind, quantity.to_owned(), value.to_owned())));
}

#[test]
fn each_lot_leaves_at_what_it_cost_itself() {
    let mut book = Book::new(way(CostMethod::Specific, CostScope::Store), BTreeMap::new());
    let lot = |mut event: Event, lot: u128| {
        event.legs.iter_mut().for_each(|leg| leg.lot = Uuid::from_u128(lot));
        event
    };
    book.apply(&lot(receipt(1, d("1"), d("100")), 7));
    book.apply(&lot(receipt(2, d("1"), d("140")), 8));
    book.apply(&lot(sale(3, d("1"), None), 8));
    assert_eq!(book.entries[2].value, d("-140"));
    assert_eq!(book.pools[&PoolKey { scope: STORES[0], lot: Uuid::from_u128(7) }].value, d("100"));
}

/// features.md 3.1: a negative issue takes the last known cost, and is trued up when stock comes.
#[test]
fn what_leaves_below_nought_is_trued_up_when_stock_comes() {
    for method in [CostMethod::Fifo, CostMethod::Average] {
        let mut book = Book::new(way(method, CostScope::Store), BTreeMap::new());
        book.apply(&sale(1, d("3"), Some(d("2"))));
        assert_eq!((only(&book).quantity, only(&book).value), (d("-3"), d("-6")));
        book.apply(&receipt(2, d("5"), d("2.5")));
        assert_eq!(values(&book)[1..], [(CostKind::Receipt, "5".into(), "12.5".into()), (CostKind::TrueUp, "0".into(), "-1.5".into())]);
        assert_eq!((only(&book).quantity, only(&book).value), (d("2"), d("5")));
    }
}

/// features.md 3.6: what a return brings is worth what it left with.
#[test]
fn a_return_comes_back_at_the_cost_it_left_with() {
    let mut book = Book::new(way(CostMethod::Fifo, CostScope::Store), BTreeMap::new());
    book.apply(&receipt(1, d("3"), d("1")));
    book.apply(&Event { reference: String::from("T-1"), ..sale(2, d("3"), None) });
    book.apply(&receipt(3, d("3"), d("9")));
    let sold = book.sold.remove(0);
    assert_eq!((sold.quantity, sold.value, sold.reference.as_str()), (d("3"), d("3"), "T-1"));
    let sales = vec![Sale { posting: sold.posting, quantity: d("3"), value: d("3") }];
    let back = event(4, PostingKind::SaleReturn, 0, PlaceKind::Customer, PlaceKind::Zone, d("4"), Some(d("9")));
    book.apply(&Event { sales, ..back });
    let back: Vec<_> = values(&book).split_off(3);
    assert_eq!(
        back,
        [(CostKind::Returned, "3".into(), "3".into()), (CostKind::Returned, "1".into(), "9".into())],
        "more than left is at the last cost"
    );
}

#[test]
fn a_transfer_carries_its_cost_and_what_is_on_its_way_keeps_it() {
    for method in [CostMethod::Fifo, CostMethod::Average] {
        let mut book = Book::new(way(method, CostScope::Store), BTreeMap::new());
        book.apply(&receipt(1, d("2"), d("1")));
        let ship = |n, document, quantity| Event {
            document: id(document),
            ..event(n, PostingKind::TransferShip, 0, PlaceKind::Zone, PlaceKind::Transit, quantity, None)
        };
        book.apply(&ship(2, 90, d("2")));
        book.apply(&receipt(3, d("2"), d("7")));
        book.apply(&ship(4, 91, d("2")));
        // The second arrives before the first.
        let arrives = event(5, PostingKind::TransferReceive, 1, PlaceKind::Zone, PlaceKind::Zone, d("2"), None);
        let mut legs = arrives.legs.clone();
        (legs[0].place, legs[0].location) = (PlaceKind::Transit, WAYS[1]);
        book.apply(&Event { document: id(91), legs, ..arrives });
        let there = &book.pools[&PoolKey { scope: STORES[1], lot: Uuid::nil() }];
        assert_eq!((there.quantity, there.value), (d("2"), d("14")), "{method:?}");
    }
}

#[test]
fn moves_inside_a_scope_change_no_value() {
    let mut book = Book::new(way(CostMethod::Fifo, CostScope::Company), BTreeMap::new());
    book.apply(&receipt(1, d("2"), d("1")));
    book.apply(&event(2, PostingKind::TransferShip, 0, PlaceKind::Zone, PlaceKind::Transit, d("2"), None));
    book.apply(&event(3, PostingKind::Move, 0, PlaceKind::Zone, PlaceKind::Bin, d("1"), None));
    assert_eq!(book.entries.len(), 1);
}

#[test]
fn an_undo_takes_back_exactly_what_the_line_was_worth() {
    let mut book = Book::new(way(CostMethod::Fifo, CostScope::Store), BTreeMap::new());
    let first = receipt(1, d("10"), d("1"));
    book.apply(&first);
    book.apply(&receipt(2, d("10"), d("2")));
    let sold = sale(3, d("5"), None);
    book.apply(&sold);
    let undone = undo(4, &first, &book);
    book.apply(&undone);
    // Five of the ten had been sold at 1: what was sold was really of those at 2.
    assert_eq!(values(&book)[3..], [(CostKind::Receipt, "-10".into(), "-10".into()), (CostKind::Correction, "0".into(), "-5".into())]);
    assert_eq!((only(&book).quantity, only(&book).value), (d("5"), d("10")));
    let undone = undo(5, &sold, &book);
    book.apply(&undone);
    assert_eq!(book.entries.last().map(|entry| (entry.kind, entry.quantity, entry.value)), Some((CostKind::Sold, d("5"), d("5"))));
}

#[test]
fn what_cost_more_than_any_money_breaks_nothing() {
    let mut book = Book::new(way(CostMethod::Average, CostScope::Store), BTreeMap::new());
    let most = d("9999999999999.999999");
    for n in 1..4 {
        book.apply(&receipt(n, d("9999999999999"), most));
        book.apply(&sale(n + 10, d("9999999999998.999999"), None));
    }
    assert!(only(&book).value >= Decimal::ZERO);
}

/// What may happen: a kind of movement, a quantity in thousandths, a cost in hundredths of a hundredth.
fn steps() -> impl Strategy<Value = Vec<(u8, i64, i64)>> {
    prop::collection::vec((0..8u8, 1..5000i64, 0..200_000i64), 1..60)
}

fn story(way: Way, steps: &[(u8, i64, i64)]) -> Book {
    let mut book = Book::new(way, BTreeMap::new());
    let mut told: Vec<Event> = Vec::new();
    for (n, (what, quantity, cost)) in steps.iter().enumerate() {
        let (quantity, cost) = (Decimal::new(*quantity, 3), Some(Decimal::new(*cost, 4)));
        use PlaceKind::{Customer, Found, Loss, Supplier, Transit, Zone};
        let one = match what {
            0 | 1 => receipt(n, quantity, cost.unwrap()),
            2 | 3 => sale(n, quantity, cost),
            4 => event(n, PostingKind::Adjustment, 0, Found, Zone, quantity, cost),
            5 => event(n, PostingKind::Count, 0, Zone, Loss, quantity, cost),
            6 => event(n, PostingKind::TransferShip, 0, Zone, Transit, quantity, cost),
            _ if !told.is_empty() => {
                let of = told.swap_remove(n % told.len());
                undo(n, &of, &book)
            }
            _ => event(n, PostingKind::SaleReturn, 0, Customer, Zone, quantity, cost),
        };
        let _ = Supplier;
        book.apply(&one);
        if one.kind != PostingKind::Reversal {
            told.push(one);
        }
    }
    book
}

fn check(book: &Book) -> Result<(), TestCaseError> {
    for (key, pool) in &book.pools {
        let entries = book.entries.iter().filter(|entry| entry.pool == *key);
        let (mut quantity, mut value, mut seq) = (Decimal::ZERO, Decimal::ZERO, 0);
        let mut taken: BTreeMap<i64, (Decimal, Decimal)> = BTreeMap::new();
        for entry in entries {
            quantity += entry.quantity;
            value += entry.value;
            seq += 1;
            prop_assert_eq!((entry.seq, entry.quantity_after, entry.value_after), (seq, quantity, value));
            for take in &entry.takes {
                let of = taken.entry(take.layer).or_default();
                of.0 += take.quantity;
                of.1 += take.value;
            }
        }
        let (mut left_quantity, mut left_value) = (-pool.owed_quantity, -pool.owed_value);
        for (number, layer) in &pool.layers {
            let (out_quantity, out_value) = taken.get(number).copied().unwrap_or_default();
            prop_assert!(layer.quantity_left >= Decimal::ZERO && layer.value_left >= Decimal::ZERO, "{:?}", layer);
            prop_assert!(layer.quantity_left <= layer.quantity_in && (layer.quantity_left > Decimal::ZERO || layer.value_left.is_zero()));
            prop_assert_eq!(layer.quantity_in - out_quantity, layer.quantity_left, "out of a layer exactly what went in");
            prop_assert_eq!(layer.value_in - out_value, layer.value_left);
            left_quantity += layer.quantity_left;
            left_value += layer.value_left;
        }
        prop_assert_eq!((left_quantity, left_value), (pool.quantity, pool.value));
        prop_assert_eq!((quantity, value), (pool.quantity, pool.value));
        prop_assert!(pool.owed_quantity.is_zero() || pool.layers.values().all(|layer| layer.quantity_left.is_zero()));
        prop_assert!(pool.value == pool.value.round_dp(2), "whole pence");
        if pool.quantity.is_zero() && pool.owed_quantity.is_zero() {
            prop_assert_eq!(pool.value, Decimal::ZERO, "nothing is worth nothing");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn entries_sum_to_what_is_left_of_the_layers(steps in steps(), method in 0..4usize, scope in 0..2usize) {
        let way = way(CostMethod::ALL[method], CostScope::ALL[scope]);
        let book = story(way, &steps);
        check(&book)?;
        prop_assert_eq!(values(&story(way, &steps)), values(&book), "the same again");
    }

    #[test]
    fn a_transfer_neither_makes_nor_loses_value(steps in steps(), method in 0..4usize) {
        let book = story(way(CostMethod::ALL[method], CostScope::Store), &steps);
        let carried = |kind| book.entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.value).sum::<Decimal>();
        prop_assert_eq!(carried(CostKind::TransferIn), -carried(CostKind::TransferOut));
    }
}
