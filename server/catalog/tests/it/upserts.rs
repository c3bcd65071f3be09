//! The bulk form, as imports use it.

use catalog::upsert;
use catalog_rules::{ItemState, NewBarcode, ShowItem, SupplierCode, UpsertItem, UpsertOutcome, Upserted};
use testkit::{Shop, on_both};
use vocabulary::{FieldChange, Quantity};

pub async fn apply(shop: &Shop, rows: &[UpsertItem]) -> Vec<Upserted> {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    let done = upsert::apply(&mut tx, rows).await.unwrap();
    tx.commit().await.unwrap();
    done
}

async fn compare(shop: &Shop, rows: &[UpsertItem]) -> Vec<Upserted> {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let done = upsert::compare(&mut tx, rows).await.unwrap();
    tx.rollback().await.unwrap();
    done
}

fn row(handle: &str, sku: Option<&str>, size: &str, price: &str) -> UpsertItem {
    UpsertItem {
        handle: Some(handle.to_owned()),
        name: Some(format!("The {handle}")),
        category: Some("Things".into()),
        sku: sku.map(str::to_owned),
        options: if size.is_empty() { vec![] } else { vec![("Size".into(), size.into())] },
        price: price.parse().ok(),
        ..UpsertItem::default()
    }
}

fn outcomes(done: &[Upserted]) -> Vec<UpsertOutcome> {
    done.iter().map(|row| row.outcome).collect()
}

use UpsertOutcome::{Changed, New, Refused, Unchanged};

on_both! {
    async fn the_same_file_again_changes_nothing(shop: Shop) {
        let rows = [row("hat", Some("H-S"), "S", "5"), row("hat", Some("H-L"), "L", "6"), row("scarf", None, "", "7"), row("glove", None, "One", "8")];
        assert_eq!(outcomes(&compare(&shop, &rows).await), [New; 4]);
        assert_eq!(shop.rows("item").await, 0);
        let first = apply(&shop, &rows).await;
        assert_eq!(outcomes(&first), [New; 4]);
        assert_eq!(first.iter().map(|row| row.new_item).collect::<Vec<_>>(), [true, false, true, true]);
        assert_eq!(outcomes(&apply(&shop, &rows).await), [Unchanged; 4]);
        assert_eq!(outcomes(&compare(&shop, &rows).await), [Unchanged; 4]);
        assert_eq!((shop.rows("item").await, shop.rows("variant").await, shop.rows("category").await), (3, 4, 1));
    }

    async fn changes_tell_the_old_and_the_new(shop: Shop) {
        apply(&shop, &[row("hat", Some("H-S"), "S", "5")]).await;
        let change = UpsertItem {
            name: Some("A  hat".into()),
            price: "5.50".parse().ok(),
            barcodes: vec![NewBarcode::each("042563008123")],
            supplier_codes: vec![SupplierCode { supplier: "Brook".into(), code: "9".into() }],
            state: Some(ItemState::PhaseOut),
            ..row("hat", Some("H-S"), "s", "5")
        };
        let field = |field: &str, from: Option<&str>, to: &str| FieldChange { field: field.into(), from: from.map(str::to_owned), to: Some(to.into()) };
        for done in [compare(&shop, std::slice::from_ref(&change)).await, apply(&shop, std::slice::from_ref(&change)).await] {
            assert_eq!(outcomes(&done), [Changed]);
            assert_eq!(done[0].item_changes, [field("name", Some("The hat"), "A hat"), field("state", Some("active"), "phase_out")]);
            assert_eq!(done[0].variant_changes, [field("options", Some("S"), "s"), field("price", Some("5"), "5.5"), field("barcode", None, "042563008123"), field("supplier_code", None, "Brook 9")]);
        }
        assert_eq!(outcomes(&apply(&shop, &[change]).await), [Unchanged]);
        // What is blank says nothing.
        let blank = UpsertItem { sku: Some("H-S".into()), ..UpsertItem::default() };
        assert_eq!(outcomes(&apply(&shop, &[blank]).await), [Unchanged]);
        // The same code in another length, and for another pack.
        let known = UpsertItem { sku: Some("H-S".into()), barcodes: vec![NewBarcode::each("0042563008123")], ..UpsertItem::default() };
        assert_eq!(outcomes(&apply(&shop, &[known]).await), [Unchanged]);
        let pack = UpsertItem { sku: Some("H-S".into()), barcodes: vec![NewBarcode { code: "042563008123".into(), unit: "case".into(), pack: Quantity::whole(6) }], ..UpsertItem::default() };
        let done = apply(&shop, &[pack]).await;
        assert_eq!(done[0].variant_changes, [field("barcode", Some("042563008123"), "042563008123 case 6")]);
    }

    async fn a_row_that_is_wrong_does_not_stop_the_others(shop: Shop) {
        shop.item_coded("MUG", "042563008123").await;
        let with = |mut row: UpsertItem, code: &str| { row.barcodes = vec![NewBarcode::each(code)]; row };
        let rows = [
            row("a", Some("A"), "", "1"),
            with(row("b", Some("B"), "", "1"), "0042563008123"),
            with(row("c", Some("C"), "", "1"), "5012345678900"),
            with(row("d", Some("D"), "", "1"), "05012345678900"),
            row("a", Some("A"), "", "2"),
            UpsertItem { name: None, ..row("e", Some("E"), "", "1") },
            row("f", Some("F"), "", "-1"),
            row("g", Some("MUG"), "", "3"),
            row("a", Some("MUG"), "", "3"),
            UpsertItem { options: (0..4).map(|n| (format!("X{n}"), "y".into())).collect(), ..row("h", None, "", "1") },
        ];
        let done = apply(&shop, &rows).await;
        assert_eq!(outcomes(&done), [New, Refused, New, Refused, Refused, Refused, Refused, Changed, Refused, Refused]);
        let why: Vec<String> = done.iter().flat_map(|row| row.problems.iter().map(|wrong| format!("{} {}", wrong.field, wrong.said.code))).collect();
        assert_eq!(why, ["barcodes[0].code barcode-taken", "barcodes[0].code barcode-taken", "sku sku-twice", "name field-required", "price money-negative", "sku sku-taken", "axes axes-too-many"]);
        assert_eq!(done[1].problems[0].said.params.len(), 3, "whose it is");
        assert_eq!((shop.rows("item").await, shop.rows("category").await), (3, 1));
        // A SKU whose item goes by another handle stays where it is.
        assert_eq!(done[7].item_changes[0].field, "name");
    }

    async fn a_made_sku_gives_way_to_a_real_one(shop: Shop) {
        let first = apply(&shop, &[row("hat", None, "S", "5"), row("hat", None, "M", "5")]).await;
        assert!(first[0].sku.starts_with("TH-"));
        let done = apply(&shop, &[row("hat", Some("REAL"), "S", "5"), row("hat", None, "M", "5")]).await;
        assert_eq!(outcomes(&done), [Changed, Unchanged]);
        assert_eq!((done[0].variant, done[0].sku.as_str()), (first[0].variant, "REAL"));
        // A real one does not: this is another variant, whatever its size says.
        assert_eq!(outcomes(&apply(&shop, &[row("hat", Some("OTHER"), "S", "5")]).await), [New]);
    }

    async fn axes_come_as_rows_bring_them(shop: Shop) {
        let of = |options: &[(&str, &str)], sku: &str| UpsertItem {
            options: options.iter().map(|(axis, value)| ((*axis).to_owned(), (*value).to_owned())).collect(),
            ..row("hat", Some(sku), "", "5")
        };
        let done = apply(&shop, &[of(&[("Size", "S")], "1"), of(&[("colour", "Red"), ("size", "S")], "2"), of(&[("Colour", "Red"), ("Size", "M")], "3")]).await;
        assert_eq!(outcomes(&done), [New; 3]);
        let item = shop.owner().does(ShowItem { item: done[0].item.unwrap(), variant: None }).await;
        assert_eq!(item.axes, ["Size", "colour"]);
        assert_eq!(item.variants.iter().map(|variant| (variant.sku.as_str(), variant.option_text.as_str())).collect::<Vec<_>>(), [("1", "S"), ("2", "S / Red"), ("3", "M / Red")]);
    }

    async fn what_is_in_stock_is_not_archived_by_a_file(shop: Shop) {
        shop.stocked("MUG", 2).await;
        let gone = UpsertItem { sku: Some("MUG".into()), state: Some(ItemState::Archived), ..UpsertItem::default() };
        let done = apply(&shop, &[gone]).await;
        assert_eq!((done[0].outcome, done[0].problems[0].said.code.as_str()), (Refused, "item-has-stock"));
        let unit = UpsertItem { sku: Some("MUG".into()), unit: Some("kg".into()), ..UpsertItem::default() };
        assert_eq!(apply(&shop, &[unit]).await[0].problems[0].said.code, "item-unit-fixed");
    }
}
