//! What codes are the codes of, and whose.

use crate::{code, request};
use notify_rules::{FindLabelSubjects, LabelRequest, LabelSubject, PreviewLabels, PrintLabels};
use stock_rules::CreateLocation;
use testkit::{Shop, refused};
use vocabulary::{AppError, Param, PlaceKind, Role};

async fn bin(shop: &Shop, code: &str) -> LabelSubject {
    let new = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: code.to_owned(), name: code.to_owned() };
    LabelSubject::Location(shop.owner().does(new).await.location)
}

async fn finds(shop: &Shop, q: &str) -> Vec<String> {
    let found = shop.clerk().does(FindLabelSubjects { q: q.into(), store: None }).await.found;
    found.into_iter().map(|found| found.sku).collect()
}

fn unknown(lines: usize) -> Vec<(String, String)> {
    (0..lines).map(|at| (format!("labels[{at}]"), String::from("label-unknown"))).collect()
}

testkit::on_both! {
    async fn a_code_may_be_typed_as_it_stands_on_anything(shop: Shop) {
        let mug = LabelSubject::Variant(shop.item_coded("MUG-1", "042563008123").await);
        let shelf = bin(&shop, "F1-01").await;
        let typed = ["MUG-1", "042563008123", "0042563008123", "00042563008123", " MUG-1 ", "LOC:LONDON:F1-01"];
        let preview = shop.clerk().does(PreviewLabels(request(typed.map(code)))).await;
        let found: Vec<&LabelSubject> = preview.lines.iter().map(|line| &line.subject).collect();
        assert_eq!(found, [&mug, &mug, &mug, &mug, &mug, &shelf]);
    }

    async fn a_place_goes_by_what_its_store_calls_it(shop: Shop) {
        let shelf = bin(&shop, "F1-01").await;
        let preview = shop.clerk().does(PreviewLabels(request([code("F1-01")]))).await;
        assert_eq!(preview.lines[0].subject, shelf);
        let new = CreateLocation { store: shop.other_store, parent: None, kind: PlaceKind::Bin, code: "F1-01".into(), name: "Bin".into() };
        shop.owner().does(new).await;
        // Two stores have one: which is meant, is asked.
        assert_eq!(refused(shop.clerk().tries(PrintLabels(request([code("F1-01")]))).await), [("labels[0]".to_owned(), "label-places".to_owned())]);
        let there = LabelRequest { store: Some(shop.store), ..request([code("F1-01")]) };
        assert_eq!(shop.clerk().does(PreviewLabels(there)).await.lines[0].subject, shelf);
        // What is an item's stays the item's.
        let item = LabelSubject::Variant(shop.item("F1-01").await);
        assert_eq!(shop.clerk().does(PreviewLabels(request([code("F1-01")]))).await.lines[0].subject, item);
    }

    async fn what_is_not_known_is_refused_by_name(shop: Shop) {
        shop.item("MUG-1").await;
        let long = "x".repeat(100_000);
        let typed = ["mug-1", "NOTHING", "5012345678901", "\u{0}", "🎁", "LOC:LONDON:*SUPPLIER", "", long.as_str()].map(code);
        let outcome = shop.clerk().tries(PrintLabels(request(typed))).await;
        let Err(AppError::Invalid { fields }) = &outcome else { panic!("{outcome:?}") };
        assert_eq!(fields[7].said.params, [("code".to_owned(), Param::Text("x".repeat(80)))], "an answer does not grow with its question");
        let mut expected = unknown(8);
        expected[2].1 = String::from("gtin-check-digit");
        assert_eq!(refused(outcome), expected);
    }

    /// The SKU of one thing may be a barcode of another: nothing is guessed, and an exact question is answered.
    async fn what_could_be_two_things_is_not_guessed(shop: Shop) {
        shop.item("77").await;
        shop.item_coded("TIN", "77").await;
        let outcome = shop.clerk().tries(PrintLabels(request([code("77")]))).await;
        assert_eq!(refused(outcome), [("labels[0]".to_owned(), "label-ambiguous".to_owned())]);
        let exact = shop.clerk().does(PrintLabels(request([LabelSubject::Sku("77".into())]))).await;
        assert_eq!(exact.labels[0].name, "Item 77");
    }

    /// Every door into the neighbour's goods: ids, SKU, barcode, scan code, store, search.
    async fn nothing_of_a_neighbour_is_ever_printed(shop: Shop) {
        let neighbour = shop.neighbour().await;
        let theirs = neighbour.item_coded("THEIRS", "5012345678900").await;
        let shelf = bin(&neighbour, "F9-09").await;
        let doors = [LabelSubject::Variant(theirs), shelf, LabelSubject::Sku("THEIRS".into()), code("THEIRS"), code("5012345678900"), code("LOC:LONDON:F9-09")];
        assert_eq!(refused(shop.owner().tries(PrintLabels(request(doors.clone()))).await), unknown(6));
        let preview = shop.owner().does(PreviewLabels(request(doors))).await;
        assert!(preview.lines.iter().all(|line| line.name.is_empty() && line.label.is_none()), "{:?}", preview.lines);

        shop.item("OURS").await;
        let in_their_store = LabelRequest { store: Some(neighbour.store), ..request([code("OURS")]) };
        assert_eq!(refused(shop.owner().tries(PrintLabels(in_their_store)).await), [("store".to_owned(), "field-unknown-choice".to_owned())]);
        for q in ["THEIRS", "5012345678900", "F9", "LOC:LONDON:F9-09"] {
            assert_eq!(finds(&shop, q).await, Vec::<String>::new(), "{q}");
        }
        assert_eq!(finds(&shop, "Item").await, ["OURS"]);
    }

    async fn items_and_places_are_found_as_one_types(shop: Shop) {
        shop.item_coded("MUG-1", "5012345678900").await;
        shop.item("MUG-10").await;
        bin(&shop, "F1-01").await;
        for (typed, found) in [
            ("it mug", &["MUG-1", "MUG-10"][..]),
            ("MUG-10", &["MUG-10"]),
            ("5012345678900", &["MUG-1"]),
            ("f1", &["F1-01"]),
            ("loc:london:f1-01", &["F1-01"]),
        ] {
            assert_eq!(finds(&shop, typed).await, found, "{typed}");
        }
        for nothing in ["", " ", "%", "_", "*S", "\u{0}", "=HYPERLINK(", "🎁"] {
            assert_eq!(finds(&shop, nothing).await, Vec::<String>::new(), "{nothing:?}");
        }
    }

    async fn a_clerk_prints_and_an_accountant_does_not(shop: Shop) {
        shop.item("MUG-1").await;
        shop.clerk().does(PrintLabels(request([code("MUG-1")]))).await;
        let outcome = shop.person(Role::Accountant).tries(PrintLabels(request([code("MUG-1")]))).await;
        assert_eq!(outcome.map(|_| ()), Err(AppError::Forbidden));
    }
}
