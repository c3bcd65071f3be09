//! Counting in the trade's words: a count is a fact about a moment, blind is blind, and who counts does not approve.

mod before;
mod blind;
mod corrected;
mod deal;
mod decide;
mod evidence;
mod facts;
mod lots;
mod model;
mod plan;
mod scans;
mod stands;
mod tracked;
mod units;

use chrono::TimeDelta;
use stock_rules::{
    CountDecision, CountReview, CountScope, DecideCountLines, LineDecision, LinesDecided, NewScan, PlanCount, PostCount, RecordScans, ReviewCount,
    ReviewLine, ScanKind, ScanOutcome, ScansTaken, SubmitCount,
};
use testkit::{Person, Shop};
use vocabulary::{CountId, Quantity, ScanId, VariantId};

pub(crate) fn everything(shop: &Shop) -> PlanCount {
    PlanCount {
        store: shop.store,
        name: String::from("Front shelves"),
        scope: CountScope::Everything,
        locations: Vec::new(),
        categories: Vec::new(),
        variants: Vec::new(),
        blind: true,
        limit_quantity: None,
        limit_value: None,
        second_count: false,
    }
}

/// The manager plans a blind count of everything in the first store.
pub(crate) async fn planned(shop: &Shop) -> CountId {
    shop.manager().does(everything(shop)).await.count
}

pub(crate) fn scan(shop: &Shop, code: &str, quantity: i32) -> NewScan {
    NewScan {
        id: ScanId::new(),
        location: shop.floor,
        kind: ScanKind::Add,
        code: code.to_owned(),
        variant: None,
        lot: None,
        serial: None,
        quantity: Quantity::whole(quantity),
        unit: None,
        undoes: None,
        at: None,
    }
}

pub(crate) fn set(shop: &Shop, variant: VariantId, quantity: i32) -> NewScan {
    NewScan { kind: ScanKind::Set, variant: Some(variant), ..scan(shop, "", quantity) }
}

fn undo(shop: &Shop, of: ScanId) -> NewScan {
    NewScan { kind: ScanKind::Undo, undoes: Some(of), ..scan(shop, "", 0) }
}

pub(crate) async fn sends(person: &Person, count: CountId, scans: Vec<NewScan>) -> ScansTaken {
    person.does(RecordScans { count, scans, sent_at: None }).await
}

fn outcomes(taken: &ScansTaken) -> Vec<ScanOutcome> {
    taken.results.iter().map(|result| result.outcome).collect()
}

fn refusals(taken: &ScansTaken) -> Vec<String> {
    taken.results.iter().filter_map(|result| Some(result.said.clone()?.code)).collect()
}

/// Somebody counts so much of a SKU, in one scan.
pub(crate) async fn counts(shop: &Shop, person: &Person, count: CountId, sku: &str, quantity: i32) {
    let taken = sends(person, count, vec![scan(shop, sku, quantity)]).await;
    assert_eq!(outcomes(&taken), [ScanOutcome::Counted], "{taken:?}");
}

pub(crate) async fn submitted(person: &Person, count: CountId) {
    person.does(SubmitCount { count }).await;
}

pub(crate) async fn review(shop: &Shop, count: CountId) -> CountReview {
    shop.manager().does(ReviewCount { count }).await
}

fn line(review: &CountReview, variant: VariantId) -> &ReviewLine {
    review.differ.iter().find(|line| line.variant == variant).unwrap_or_else(|| panic!("no such line: {review:#?}"))
}

fn decision(shop: &Shop, count: CountId, variant: VariantId, decision: CountDecision) -> DecideCountLines {
    let lines = vec![LineDecision { location: shop.floor, variant, lot: None, decision }];
    DecideCountLines { count, lines, picked: None, accept_under: None, reason: String::new() }
}

pub(crate) async fn decides(person: &Person, shop: &Shop, count: CountId, variant: VariantId, what: CountDecision) -> LinesDecided {
    person.does(decision(shop, count, variant, what)).await
}

pub(crate) async fn posts(person: &Person, count: CountId) -> stock_rules::CountPosted {
    person.does(PostCount { count, reason: String::new() }).await
}

fn q(units: i32) -> Quantity {
    Quantity::whole(units)
}

/// Time goes by.
fn later(shop: &Shop) {
    shop.clock.advance(TimeDelta::minutes(5));
}
