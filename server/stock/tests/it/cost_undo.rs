//! What people changed of the value of stock is taken back: exactly where nothing has moved since, else with its part told to
//! what has left; refused where it cannot be told apart any more.

use crate::cost::{accountant, d, late_cost, of, receives_at, revalue, sells, ships, worth};
use stock_rules::{
    AddLateCost, CostChange, DealtBy, LateCost, ListCostChanges, ListValuation, ReversePosting, SetCosting, ShowCostAccount, ShowCostChange,
    ShowLayers, StockRevalued, UndoCostChange,
};
use testkit::{Person, Shop, refused};
use uuid::Uuid;
use vocabulary::{CostKind, CostMethod, CostScope, VariantId};

fn undo(change: Uuid) -> UndoCostChange {
    UndoCostChange { change, note: String::from("Wrong invoice") }
}

async fn undone(shop: &Shop, change: Uuid) -> (String, String, String) {
    told(&accountant(shop).does(undo(change)).await)
}

fn told(done: &StockRevalued) -> (String, String, String) {
    (done.value.to_string(), done.on_hand.to_string(), done.gone.to_string())
}

fn so(value: &str, on_hand: &str, gone: &str) -> (String, String, String) {
    (value.to_owned(), on_hand.to_owned(), gone.to_owned())
}

async fn refuses(who: &Person, change: Uuid, code: &str) {
    assert_eq!(refused(who.tries(undo(change)).await), [("conflict".into(), code.into())]);
}

/// What is left in each layer, and what that is worth.
async fn layers(shop: &Shop, variant: VariantId) -> Vec<(String, String)> {
    let told = accountant(shop).does(ShowLayers { variant, store: Some(shop.store), cursor: None }).await;
    told.pools[0].layers.iter().map(|layer| (layer.quantity_left.to_string(), layer.value_left.to_string())).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(quantity, value)| ((*quantity).to_owned(), (*value).to_owned())).collect()
}

testkit::on_both! {
    /// Two items bear a cost, one of them less than its part; all of it comes back as it went.
    async fn a_late_cost_that_is_taken_back_leaves_each_layer_as_it_was(shop: Shop) {
        let (mug, cup) = (shop.item("MUG").await, shop.item("CUP").await);
        let mut receipt = shop.receipt(mug, 10);
        receipt.lines[0].unit_cost = Some(d("2"));
        receipt.lines.extend(shop.receipt(cup, 10).lines);
        receipt.lines[1].unit_cost = Some(d("1"));
        let posting = shop.manager().does(receipt).await.posting.unwrap();
        let less = AddLateCost { kind: LateCost::Invoice, by: DealtBy::Quantity, reference: String::from("INV-7"), ..late_cost(posting, "-36") };
        let done = accountant(&shop).does(less).await;
        assert_eq!(told(&done), so("-36", "-28", "-8"), "cups are never worth less than nothing");
        assert_eq!((layers(&shop, mug).await, layers(&shop, cup).await), (pairs(&[("10", "2")]), pairs(&[("10", "0")])));
        let change = accountant(&shop).does(ShowCostChange { change: done.document }).await;
        assert_eq!((change.kind, change.posting, change.reference.as_str(), change.undone_by), (CostChange::Invoice, Some(posting), "INV-7", None));

        assert_eq!(undone(&shop, done.document).await, so("36", "28", "8"));
        assert_eq!((layers(&shop, mug).await, layers(&shop, cup).await), (pairs(&[("10", "20")]), pairs(&[("10", "10")])));
        let all = accountant(&shop).does(ListCostChanges { posting: Some(posting), ..ListCostChanges::default() }).await.rows;
        assert_eq!((all.len(), all[0].undoes, all[1].undone_by), (2, Some(done.document), Some(all[0].change)));
        assert_eq!((all[0].note.as_str(), all[0].amount, all[1].value), ("Wrong invoice", d("36"), d("-36")));
        refuses(&accountant(&shop), done.document, "cost-change-undone").await;
        refuses(&accountant(&shop), all[0].change, "cost-change-is-undo").await;
        assert!(shop.clerk().tries(undo(done.document)).await.is_err(), "a clerk does not say what things cost");
        assert!(accountant(&shop).tries(undo(Uuid::now_v7())).await.is_err());
        shop.proves().await;
    }

    /// The part of what was sold meanwhile is a cost of sales again, as it was when it was added.
    async fn what_was_sold_since_gets_its_part_of_what_is_taken_back(shop: Shop) {
        let mug = shop.item("MUG").await;
        let posting = receives_at(&shop, mug, 10, "2").await;
        let done = accountant(&shop).does(late_cost(posting, "10")).await;
        sells(&shop, mug, 4).await;
        assert_eq!(undone(&shop, done.document).await, so("-10", "-6", "-4"));
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("12"));
        let today = shop.database.now().date_naive();
        let account = accountant(&shop).does(ShowCostAccount { from: today, to: today, store: None }).await;
        assert_eq!((account.cost_of_sales, account.closing), (d("8"), d("12")), "four at 2, six at 2");
        let landed: Vec<_> = account.lines.iter().filter(|line| line.kind == CostKind::LandedGone).map(|line| line.value).collect();
        assert_eq!(landed, [d("4")]);
        shop.proves().await;
    }

    /// Three of ten are on their way to another store and took their part of the cost along; one was sold here.
    async fn what_is_in_another_store_by_now_gives_back_its_part_there(shop: Shop) {
        let mug = shop.item("MUG").await;
        let posting = receives_at(&shop, mug, 10, "2").await;
        let done = accountant(&shop).does(late_cost(posting, "10")).await;
        ships(&shop, mug, 3).await;
        sells(&shop, mug, 1).await;
        assert_eq!(undone(&shop, done.document).await, so("-10", "-9", "-1"));
        assert_eq!((worth(&shop, mug, of(shop.store)).await.value, worth(&shop, mug, of(shop.other_store)).await.value), (d("12"), d("6")));
        shop.proves().await;
    }

    /// Each layer is worth again what it was by itself, not what all of them were on average.
    async fn a_revaluation_that_is_taken_back_gives_each_layer_its_own(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 5, "2").await;
        receives_at(&shop, mug, 5, "3").await;
        let done = accountant(&shop).does(revalue(mug, "4")).await;
        assert_eq!(layers(&shop, mug).await, pairs(&[("5", "20"), ("5", "20")]));
        assert_eq!(undone(&shop, done.document).await, so("-15", "-15", "0"));
        assert_eq!(layers(&shop, mug).await, pairs(&[("5", "10"), ("5", "15")]));
        let again = accountant(&shop).does(revalue(mug, "1")).await;
        sells(&shop, mug, 6).await;
        assert_eq!(undone(&shop, again.document).await, so("15", "8", "7"), "five of the first and one of the second are gone");
        assert_eq!(layers(&shop, mug).await, pairs(&[("4", "12")]));
        let all = accountant(&shop).does(ListCostChanges { variant: Some(mug), ..ListCostChanges::default() }).await.rows;
        assert_eq!(all.iter().map(|change| change.undoes.is_some()).collect::<Vec<_>>(), [true, false, true, false]);
        shop.proves().await;
    }

    async fn what_cannot_be_told_apart_any_more_is_refused_with_the_reason(shop: Shop) {
        let (mug, cup) = (shop.item("MUG").await, shop.item("CUP").await);
        let posting = receives_at(&shop, mug, 10, "2").await;
        let cost = accountant(&shop).does(late_cost(posting, "10")).await;
        let later = accountant(&shop).does(revalue(mug, "5")).await;
        refuses(&accountant(&shop), cost.document, "cost-revalued-since").await;
        assert_eq!(undone(&shop, later.document).await, so("-20", "-20", "0"));
        assert_eq!(undone(&shop, cost.document).await, so("-10", "-10", "0"), "nothing stands between any more");
        let again = accountant(&shop).does(revalue(mug, "5")).await;
        ships(&shop, mug, 3).await;
        refuses(&accountant(&shop), again.document, "cost-moved-since").await;
        shop.values().await;
        assert_eq!(worth(&shop, mug, of(shop.store)).await.value, d("35"), "a refusal changes nothing");

        let posting = receives_at(&shop, cup, 4, "2").await;
        let cost = accountant(&shop).does(late_cost(posting, "4")).await;
        shop.manager().does(ReversePosting { posting, lines: None, note: String::new() }).await;
        refuses(&accountant(&shop), cost.document, "cost-receipt-undone").await;
        shop.proves().await;
    }

    async fn a_standard_is_what_it_was_before(shop: Shop) {
        shop.owner().does(SetCosting { method: CostMethod::Standard, scope: CostScope::Store }).await;
        let mug = shop.item("MUG").await;
        let posting = receives_at(&shop, mug, 10, "2").await;
        let first = accountant(&shop).does(revalue(mug, "3")).await;
        let second = accountant(&shop).does(revalue(mug, "4")).await;
        refuses(&accountant(&shop), first.document, "cost-revalued-since").await;
        assert_eq!(undone(&shop, second.document).await, so("-10", "-10", "0"));
        sells(&shop, mug, 4).await;
        assert_eq!(undone(&shop, first.document).await, so("-6", "-6", "0"), "a standard is of what is there");
        let now = accountant(&shop).does(ShowLayers { variant: mug, store: None, cursor: None }).await;
        assert_eq!((now.standard, now.value), (Some(d("2")), d("12")));
        let cost = accountant(&shop).does(late_cost(posting, "10")).await;
        assert_eq!(told(&cost), so("10", "0", "10"), "stock is worth its standard, whatever it cost");
        assert_eq!(undone(&shop, cost.document).await, so("-10", "0", "-10"));
        shop.proves().await;
    }

    async fn an_average_is_what_it_was_before(shop: Shop) {
        shop.owner().does(SetCosting { method: CostMethod::Average, scope: CostScope::Company }).await;
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 3, "3.333333").await;
        let done = accountant(&shop).does(revalue(mug, "5")).await;
        ships(&shop, mug, 1).await;
        assert_eq!(undone(&shop, done.document).await, so("-5", "-5", "0"), "what moves inside what is valued together is still there");
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("10"));
        shop.proves().await;
    }

    /// Ten who take the same back at once take it back once.
    async fn ten_who_take_it_back_take_it_back_once(shop: Shop) {
        let mug = shop.item("MUG").await;
        let posting = receives_at(&shop, mug, 10, "2").await;
        let done = accountant(&shop).does(late_cost(posting, "10")).await;
        let people: Vec<Person> = (0..10).map(|_| accountant(&shop)).collect();
        let all = futures::future::join_all(people.iter().map(|person| person.tries(undo(done.document)))).await;
        assert_eq!(all.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{all:?}");
        assert_eq!(worth(&shop, mug, ListValuation::default()).await.value, d("20"));
        shop.proves().await;
    }
}
