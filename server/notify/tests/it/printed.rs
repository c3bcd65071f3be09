//! What is printed is what a scanner reads and a person sees.

use crate::{
    code, request,
    scanner::{scanned, words},
};
use catalog_rules::{NewBarcode, ResolveScan, Resolved};
use notify::LabelPress;
use notify_rules::{LabelDpi, LabelLine, LabelRequest, LabelSubject, LabelSymbology, Press, PreviewLabels, PrintLabels};
use std::collections::BTreeMap;
use stock_rules::CreateLocation;
use testkit::Shop;
use vocabulary::{Key, PlaceKind, Quantity};

async fn pdf(shop: &Shop, request: LabelRequest) -> Vec<u8> {
    let print = shop.clerk().does(PrintLabels(request)).await;
    LabelPress.pdf(&print).unwrap()
}

fn once<const N: usize>(codes: [&str; N]) -> BTreeMap<String, usize> {
    codes.map(|code| (code.to_owned(), 1)).into()
}

async fn set_base(shop: &Shop, base: &str) {
    let mut root = shop.db.root().await;
    sqlx::query("UPDATE tenant SET public_base = ? WHERE id = ?").bind(base).bind(shop.tenant.0).execute(&mut root).await.unwrap();
}

async fn notes(shop: &Shop, request: &LabelRequest) -> Vec<String> {
    let preview = shop.clerk().does(PreviewLabels(request.clone())).await;
    preview.notes.into_iter().map(|note| note.code).collect()
}

testkit::on_both! {
    /// A GTIN where there is one, a house code where there is that, else the SKU; and the shelf.
    async fn a_scanner_reads_what_each_thing_is_known_by(shop: Shop) {
        let mug = shop.item_coded("MUG-1", "5012345678900").await;
        let tin = shop.item_coded("TIN-1", "042563008123").await;
        let hook = shop.item_coded("HOOK-1", "HOUSE-77").await;
        let plain = shop.item("85123A").await;
        let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: "F1-01".into(), name: "F1-01".into() };
        let bin = shop.owner().does(bin).await.location;
        for (dpi, per_inch) in [(LabelDpi::D203, 203), (LabelDpi::D300, 300)] {
            let subjects = [mug, tin, hook, plain].map(LabelSubject::Variant).into_iter().chain([LabelSubject::Location(bin)]);
            let pdf = pdf(&shop, LabelRequest { dpi, ..request(subjects) }).await;
            let expected = once(["EAN-13:5012345678900", "UPC-A:042563008123", "CODE-128:HOUSE-77", "CODE-128:85123A", "CODE-128:LOC:LONDON:F1-01"]);
            assert_eq!(scanned(&pdf, per_inch), expected, "at {per_inch} dpi");
            let seen = words(&pdf);
            for word in ["Item MUG-1", "£2.50", "F1-01", "London Shop"] {
                assert!(seen.contains(word), "{word} in {seen}");
            }
        }
    }

    /// The bars of a place's code are wider than a small label: there it is a QR code, and says the same.
    async fn a_shelf_is_labelled_on_every_sheet(shop: Shop) {
        let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: "F1-01".into(), name: "F1-01".into() };
        let shelf = LabelSubject::Location(shop.owner().does(bin).await.location);
        for (sheet, read) in [("a4-21", "CODE-128"), ("roll-50x25", "QR-Code"), ("roll-57x32", "QR-Code")] {
            let asked = LabelRequest { sheet: sheet.into(), dpi: LabelDpi::D203, ..request([shelf.clone()]) };
            assert_eq!(scanned(&pdf(&shop, asked).await, 203), once([format!("{read}:LOC:LONDON:F1-01").as_str()]), "on {sheet}");
        }
    }

    /// R21: an address where the business has one, else the plain number, and the page says why.
    async fn a_qr_code_leads_to_the_item_only_under_a_public_base(shop: Shop) {
        let mug = LabelSubject::Variant(shop.item_coded("MUG-1", "5012345678900").await);
        let qr = LabelRequest { symbology: LabelSymbology::Qr, sheet: "roll-57x32".into(), dpi: LabelDpi::D203, ..request([mug]) };
        assert_eq!(scanned(&pdf(&shop, qr.clone()).await, 203), once(["QR-Code:5012345678900"]));
        assert_eq!(notes(&shop, &qr).await, ["labels-qr-no-base"]);

        set_base(&shop, "https://shop.example/").await;
        assert_eq!(scanned(&pdf(&shop, qr.clone()).await, 203), once(["QR-Code:https://shop.example/01/05012345678900"]));
        assert!(notes(&shop, &qr).await.is_empty());

        let house = LabelRequest { labels: request([LabelSubject::Variant(shop.item("HOUSE").await)]).labels, ..qr };
        assert_eq!(scanned(&pdf(&shop, house.clone()).await, 203), once(["QR-Code:HOUSE"]));
        assert_eq!(notes(&shop, &house).await, ["labels-qr-no-gtin"]);
    }

    async fn a_label_goes_on_a_piece_and_not_on_its_case(shop: Shop) {
        let case = NewBarcode { code: "15012345678907".into(), unit: "case".into(), pack: Quantity::whole(12) };
        let piece = NewBarcode { code: "5012345678900".into(), unit: "each".into(), pack: Quantity::ONE };
        let mug = shop.item_with("MUG-1", |item| item.variants[0].barcodes = vec![case, piece]).await;
        let print = shop.clerk().does(PrintLabels(request([LabelSubject::Variant(mug)]))).await;
        assert_eq!(print.labels[0].code, "5012345678900");
    }

    /// A GTIN comes before a house code, but not where it is the case's: a scan of it would count twelve.
    async fn a_case_s_code_never_stands_on_a_piece(shop: Shop) {
        let case = || NewBarcode { code: "15012345678907".into(), unit: "case".into(), pack: Quantity::whole(12) };
        let house = NewBarcode { code: "HOUSE-77".into(), unit: "each".into(), pack: Quantity::ONE };
        let mug = shop.item_with("MUG-1", |item| item.variants[0].barcodes = vec![case(), house]).await;
        let roll = NewBarcode { code: "ROLL-6".into(), unit: "pack".into(), pack: Quantity::whole(6) };
        let tin = shop.item_with("TIN-1", |item| item.variants[0].barcodes = vec![roll]).await;
        let asked = [LabelSubject::Variant(mug), LabelSubject::Variant(tin), code("15012345678907"), code("ROLL-6")];
        let print = shop.clerk().does(PrintLabels(request(asked))).await;
        let codes: Vec<&str> = print.labels.iter().map(|label| label.code.as_str()).collect();
        assert_eq!(codes, ["HOUSE-77", "TIN-1", "HOUSE-77", "TIN-1"], "typed or not");
        for printed in codes {
            let Resolved::Variant { of } = shop.clerk().does(ResolveScan { code: printed.into(), store: None }).await else { panic!("{printed}") };
            assert_eq!(of.pack, Quantity::ONE, "{printed}");
        }
    }

    async fn sheets_are_filled_from_the_first_free_place(shop: Shop) {
        shop.item("85123A").await;
        let print = LabelRequest { labels: vec![LabelLine { subject: code("85123A"), copies: 20 }], start: 4, ..request([]) };
        let print = shop.clerk().does(PrintLabels(print)).await;
        assert_eq!((print.count, print.pages, print.places, print.free), (20, 2, 21, 19));
    }

    /// Who printed what is noted once, however often the button is pressed; looking is not printing.
    async fn a_print_is_audited_and_the_same_again_is_the_same(shop: Shop) {
        shop.item("85123A").await;
        let before = shop.rows("audit").await;
        shop.clerk().does(PreviewLabels(request([code("85123A")]))).await;
        assert_eq!(shop.rows("audit").await, before);
        let print = PrintLabels(request([code("85123A")]));
        let key: Key = "print-one".parse().unwrap();
        let first = shop.clerk().under(key.clone(), print.clone()).await.unwrap();
        assert_eq!(shop.clerk().under(key, print).await.unwrap(), first);
        assert_eq!(shop.rows("audit").await, before + 1);
        let mut root = shop.db.root().await;
        let detail: String = sqlx::query_scalar("SELECT detail FROM audit WHERE tenant_id = ? AND operation = 'notify.print_labels'")
            .bind(shop.tenant.0)
            .fetch_one(&mut root)
            .await
            .unwrap();
        assert!(detail.contains("85123A") && detail.contains("a4-21"), "{detail}");
    }
}
