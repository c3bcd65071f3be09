//! New items and variants.

use catalog_rules::{
    AddVariant, CreateItem, FindDuplicates, ItemHistory, ItemState, ListCategories, ListItems, NewBarcode, NewVariant, ShowItem, SupplierCode,
};
use testkit::{on_both, refused};
use vocabulary::{Counted, Quantity, Role};

/// A shirt in two colours and two sizes.
pub fn shirt() -> CreateItem {
    let variant = |colour: &str, size: &str| NewVariant {
        sku: Some(format!("SHIRT-{colour}-{size}")),
        options: vec![colour.to_owned(), size.to_owned()],
        price: "19.9".parse().ok(),
        cost: "7.25".parse().ok(),
        ..NewVariant::default()
    };
    CreateItem {
        name: String::from("Linen shirt"),
        brand: String::from("Ashdown"),
        category: Some(String::from("Clothes")),
        axes: vec![String::from("Colour"), String::from("Size")],
        variants: vec![variant("Red", "M"), variant("Red", "L"), variant("Blue", "M"), variant("Blue", "L")],
        image_links: vec![String::from("https://example.com/shirt.jpg")],
        ..CreateItem::default()
    }
}

on_both! {
    async fn an_item_is_made_whole(shop: Shop) {
        let mut new = shirt();
        new.variants[0].barcodes = vec![NewBarcode::each("042563008123"), NewBarcode { code: "10042563008120".into(), unit: "case".into(), pack: Quantity::whole(12) }];
        new.variants[0].supplier_codes = vec![SupplierCode { supplier: "Ashdown  Ltd".into(), code: "A-1".into() }];
        let saved = shop.owner().does(new).await;
        assert_eq!(saved.handle, "linen-shirt");
        assert_eq!(saved.variants.len(), 4);
        let item = shop.clerk().does(ShowItem { item: saved.item, variant: None }).await;
        assert_eq!((item.name.as_str(), item.brand.as_str(), item.state, item.version), ("Linen shirt", "Ashdown", ItemState::Active, 1));
        assert_eq!(item.category.unwrap().name, "Clothes");
        assert_eq!(item.axes, ["Colour", "Size"]);
        assert_eq!(item.image_links, ["https://example.com/shirt.jpg"]);
        let first = item.variants.iter().find(|variant| variant.sku == "SHIRT-Red-M").unwrap();
        assert_eq!(first.option_text, "Red / M");
        assert_eq!(first.barcodes.iter().map(|code| (code.code.as_str(), code.printed.as_str(), code.pack)).collect::<Vec<_>>(), [
            ("00042563008123", "042563008123", Quantity::ONE),
            ("10042563008120", "10042563008120", Quantity::whole(12)),
        ]);
        assert_eq!(first.supplier_codes, [SupplierCode { supplier: "Ashdown Ltd".into(), code: "A-1".into() }]);
        assert_eq!(first.cost, None, "a clerk does not see what things cost");
        let item = shop.owner().does(ShowItem { item: saved.item, variant: None }).await;
        assert_eq!(item.variants[0].cost, "7.25".parse().ok());
        let history = shop.clerk().does(ItemHistory { item: saved.item, cursor: None }).await;
        assert_eq!(history.rows.len(), 1);
        assert_eq!(history.rows[0].operation, "catalog.create_item");
    }

    async fn what_nobody_gave_is_made(shop: Shop) {
        let bare = |name: &str| CreateItem { name: name.to_owned(), ..CreateItem::default() };
        let one = shop.owner().does(bare("Hand Wärmer")).await;
        let two = shop.owner().does(bare("Hand  wärmer")).await;
        let three = shop.owner().does(bare("حامل شموع")).await;
        assert_eq!(one.handle, "hand-warmer");
        assert!(two.handle.starts_with("hand-warmer-"), "{}", two.handle);
        assert!(one.variants[0].sku.starts_with("HW-"), "{}", one.variants[0].sku);
        assert!(three.variants[0].sku.starts_with("ITEM-"));
        let found = shop.owner().does(FindDuplicates { name: "WARMER, hand".into(), ..FindDuplicates::default() }).await;
        assert_eq!(found.found.len(), 2);
    }

    async fn a_request_is_wrong_all_at_once_and_nothing_is_kept(shop: Shop) {
        let mut new = shirt();
        new.variants[1].sku = Some("SHIRT-Red-M".into());
        new.variants[2].barcodes = vec![NewBarcode::each("6291041500214")];
        new.variants[3].price = "-1".parse().ok();
        new.image_links.push("ftp://x".into());
        let wrong = refused(shop.owner().tries(new).await);
        let wrong: Vec<(&str, &str)> = wrong.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
        assert_eq!(wrong, [
            ("image_links[1]", "link-invalid"),
            ("variants[1].name", "field-required"),
        ].into_iter().take(1).chain([
            ("variants[2].barcodes[0].code", "gtin-check-digit"),
            ("variants[3].price", "money-negative"),
        ]).collect::<Vec<_>>());
        assert_eq!(shop.rows("item").await, 0);
        let mut new = shirt();
        new.variants[3].options = vec!["Blue".into(), "m ".into()];
        new.variants[1].sku = Some("SHIRT-Red-M".into());
        let wrong = refused(shop.owner().tries(new).await);
        assert_eq!(wrong, [("variants[1].sku".into(), "sku-taken".into()), ("variants[3].options[0]".into(), "options-taken".into())]);
        assert_eq!(shop.rows("item").await + shop.rows("variant").await + shop.rows("search_token").await, 0);
    }

    async fn bounds_are_kept(shop: Shop) {
        let owner = shop.owner();
        let mut new = shirt();
        new.axes = (0..4).map(|n| format!("Axis {n}")).collect();
        assert!(refused(owner.tries(new).await).contains(&("axes".into(), "axes-too-many".into())));
        let mut new = shirt();
        new.variants = vec![NewVariant::default(); 2_001];
        assert_eq!(refused(owner.tries(new).await), [("variants".into(), "variants-too-many".into())]);
        assert_eq!(refused(owner.tries(CreateItem { name: "a\u{0}".into(), ..CreateItem::default() }).await), [("name".into(), "field-control-characters".into())]);
        assert_eq!(refused(owner.tries(CreateItem { name: "x".repeat(201), ..CreateItem::default() }).await), [("name".into(), "field-too-long".into())]);
        assert_eq!(refused(owner.tries(CreateItem { name: " ".into(), ..CreateItem::default() }).await), [("name".into(), "field-required".into())]);
        assert!(shop.clerk().tries(shirt()).await.is_err(), "a clerk keeps no catalog");
        let emoji = owner.does(CreateItem { name: "🎁 =HYPERLINK(\"x\")".into(), ..CreateItem::default() }).await;
        assert_eq!(emoji.handle, "hyperlink-x");
    }

    async fn a_thousand_variants_are_one_item(shop: Shop) {
        let new = CreateItem {
            name: "Thread".into(),
            axes: vec!["Shade".into()],
            variants: (0..1_200).map(|n| NewVariant { options: vec![format!("No. {n}")], ..NewVariant::default() }).collect(),
            ..CreateItem::default()
        };
        let saved = shop.owner().does(new).await;
        assert_eq!(saved.variants.len(), 1_200);
        assert_eq!((shop.rows("item").await, shop.rows("variant").await), (1, 1_200));
        let rows = shop.clerk().does(ListItems { q: Some("no 1199".into()), ..ListItems::default() }).await.rows;
        assert_eq!((rows.len(), rows[0].variants), (1, 1_200));
    }

    async fn a_variant_is_added(shop: Shop) {
        let saved = shop.owner().does(shirt()).await;
        let add = |options: &[&str]| AddVariant {
            item: saved.item,
            variant: NewVariant { options: options.iter().map(|option| (*option).to_owned()).collect(), ..NewVariant::default() },
        };
        let buyer = shop.person(Role::Buyer);
        assert_eq!(refused(buyer.tries(add(&["Red"])).await), [("variant.options[1]".into(), "field-required".into())]);
        assert_eq!(refused(buyer.tries(add(&["red", "M"])).await), [("variant.options[0]".into(), "options-taken".into())]);
        assert_eq!(refused(buyer.tries(add(&["Red", "XL", "?"])).await), [("variant.options".into(), "options-too-many".into())]);
        let added = buyer.does(add(&["Red", "XL"])).await;
        let item = shop.clerk().does(ShowItem { item: saved.item, variant: Some(added.variant) }).await;
        assert_eq!(item.variants.len(), 5);
        assert!(item.variants.iter().any(|variant| variant.option_text == "Red / XL" && variant.sku_made));
    }

    async fn categories_are_one_however_they_are_written(shop: Shop) {
        for (name, category) in [("A", "Café Sets"), ("B", "cafe  sets"), ("C", "Other")] {
            shop.owner().does(CreateItem { name: name.into(), category: Some(category.into()), ..CreateItem::default() }).await;
        }
        shop.owner().does(CreateItem { name: "D".into(), state: Some(ItemState::Archived), category: Some("Other".into()), ..CreateItem::default() }).await;
        shop.item("LOOSE").await;
        let all = shop.clerk().does(ListCategories::default()).await;
        let counted = |count| Some(Counted { count, more: false });
        assert_eq!(all.categories.iter().map(|row| (row.name.as_str(), row.items)).collect::<Vec<_>>(), [("Café Sets", counted(2)), ("Other", counted(1))]);
        assert_eq!((all.without, all.next), (counted(1), None));
        let rows = shop.clerk().does(ListItems { category: Some(all.categories[0].id), ..ListItems::default() }).await.rows;
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    }
}
