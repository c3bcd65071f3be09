//! What cannot be printed right is refused before a sheet is spent, all of it at once.

use crate::{code, request};
use notify_rules::{LINES_MAX, LabelDpi, LabelLine, LabelRequest, LabelSubject, LabelSymbology, PreviewLabels, PrintLabels};
use testkit::refused;
use vocabulary::Param;

fn pairs<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(field, code)| (field.to_owned(), code.to_owned())).to_vec()
}

testkit::on_both! {
    async fn every_reason_is_told_about_its_own_line(shop: Shop) {
        let tea = shop.item_with("TEA", |item| item.name = String::from("شاي")).await;
        let gift = shop.item_with("GIFT", |item| item.name = String::from("Gift 🎁")).await;
        let long = shop.item("A-SKU-THAT-IS-FAR-TOO-LONG-FOR-A-SMALL-LABEL").await;
        let fine = shop.item("FINE").await;
        let mut request = LabelRequest { sheet: "a4-65".into(), start: 66, ..request([tea, gift, long, fine].map(LabelSubject::Variant)) };
        request.labels[3].copies = 0;
        let expected = pairs([
            ("labels[0]", "print-cannot-shape"),
            ("labels[1]", "print-cannot-shape"),
            ("labels[2]", "print-does-not-fit"),
            ("labels[3].copies", "print-copies"),
            ("start", "print-start"),
        ]);
        assert_eq!(refused(shop.clerk().tries(PrintLabels(request.clone())).await), expected);
        let preview = shop.clerk().does(PreviewLabels(request.clone())).await;
        assert!(preview.print.is_none() && preview.lines.iter().all(|line| line.label.is_some()));
        request.labels.truncate(2);
        let nameless = LabelRequest { name: false, start: 1, ..request };
        shop.clerk().does(PrintLabels(nameless)).await;
    }

    /// An EAN-13 is too wide for the smallest label on a coarse printer, and the answer names where it goes.
    async fn a_code_that_would_not_scan_names_the_smallest_sheet_that_holds_it(shop: Shop) {
        shop.item_coded("MUG", "5012345678900").await;
        let small = LabelRequest { sheet: "a4-65".into(), dpi: LabelDpi::D203, ..request([code("MUG")]) };
        let preview = shop.clerk().does(PreviewLabels(small.clone())).await;
        let said = &preview.refusals[0].said;
        let named = |name: &str| said.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        assert_eq!((said.code.as_str(), named("label")), ("print-does-not-fit", Some(Param::Text("Item MUG".into()))));
        let Some(Param::Text(smallest)) = named("smallest") else { panic!("{said:?}") };
        shop.clerk().does(PrintLabels(LabelRequest { sheet: smallest, ..small.clone() })).await;
        shop.clerk().does(PrintLabels(LabelRequest { dpi: LabelDpi::Any, ..small })).await;
    }

    async fn a_symbology_that_cannot_hold_a_code_is_refused_for_it(shop: Shop) {
        shop.item_coded("MUG", "5012345678900").await;
        shop.item("SÜSS").await;
        for (asked, typed, fault) in [
            (LabelSymbology::UpcA, "MUG", "length"),
            (LabelSymbology::UpcE, "MUG", "length"),
            (LabelSymbology::Ean13, "SÜSS", "character"),
            (LabelSymbology::Auto, "SÜSS", "character"),
        ] {
            let preview = shop.clerk().does(PreviewLabels(LabelRequest { symbology: asked, ..request([code(typed)]) })).await;
            let params = &preview.refusals[0].said.params;
            assert!(params.contains(&("fault".to_owned(), Param::Text(fault.into()))), "{params:?}");
        }
    }

    async fn a_job_has_its_bounds(shop: Shop) {
        shop.item("MUG").await;
        let lines = |count: usize, copies: u32| vec![LabelLine { subject: code("MUG"), copies }; count];
        for (labels, expected) in [
            (lines(0, 1), pairs([("labels", "print-no-labels")])),
            (lines(11, 999), pairs([("labels", "print-too-many-labels")])),
            (lines(LINES_MAX + 1, 1), pairs([("labels", "print-too-many-lines")])),
            (lines(1, u32::MAX), pairs([("labels[0].copies", "print-copies"), ("labels", "print-too-many-labels")])),
        ] {
            assert_eq!(refused(shop.clerk().tries(PrintLabels(LabelRequest { labels, ..request([]) })).await), expected);
        }
        let most = shop.clerk().does(PrintLabels(LabelRequest { labels: lines(LINES_MAX, 10), ..request([]) })).await;
        assert_eq!(most.count, 10_000);
        let unknown = LabelRequest { sheet: "a4-22".into(), ..request([code("MUG")]) };
        assert_eq!(refused(shop.clerk().tries(PrintLabels(unknown)).await), pairs([("sheet", "print-unknown-sheet")]));
    }

    /// Prices are kept in the business's currency; a shelf of a store that sells in another would lie.
    async fn a_price_in_another_currency_is_not_printed(shop: Shop) {
        let mut root = shop.db.root().await;
        let euro = sqlx::query("UPDATE store SET currency = 'EUR' WHERE tenant_id = ? AND id = ?").bind(shop.tenant.0).bind(shop.store.0);
        euro.execute(&mut root).await.unwrap();
        shop.item("MUG").await;
        let priced = LabelRequest { store: Some(shop.store), ..request([code("MUG")]) };
        assert_eq!(refused(shop.clerk().tries(PrintLabels(priced.clone())).await), pairs([("price", "label-price-currency")]));
        let without = shop.clerk().does(PrintLabels(LabelRequest { price: false, ..priced.clone() })).await;
        assert_eq!(without.labels[0].price, None);
        let elsewhere = shop.clerk().does(PrintLabels(LabelRequest { store: Some(shop.other_store), ..priced })).await;
        assert_eq!(elsewhere.labels[0].price.as_deref(), Some("£2.50"));
    }

    /// The store's language writes the price, whoever prints it.
    async fn prices_are_written_as_the_store_writes_them(shop: Shop) {
        let mut root = shop.db.root().await;
        let german = sqlx::query("UPDATE store SET locale = 'de' WHERE tenant_id = ? AND id = ?").bind(shop.tenant.0).bind(shop.store.0);
        german.execute(&mut root).await.unwrap();
        shop.item("MUG").await;
        let print = shop.clerk().does(PrintLabels(LabelRequest { store: Some(shop.store), ..request([code("MUG")]) })).await;
        assert_eq!(print.labels[0].price.as_deref(), Some("2,50\u{a0}£"));
    }
}
