//! What an item's variants differ in, changed after it was made.

use crate::{
    changes::{hits, show},
    creating::shirt,
};
use catalog_rules::{AddVariant, AxisChange, AxisValue, ChangeAxes, CreateItem, ItemHistory, ListItems, NewBarcode, NewVariant};
use testkit::{Shop, on_both, refused};
use vocabulary::{AppError, ItemId};

fn kept(name: &str, was: usize) -> AxisChange {
    AxisChange { name: name.to_owned(), was: Some(was), ..AxisChange::default() }
}

fn more(name: &str, value: &str) -> AxisChange {
    AxisChange { name: name.to_owned(), value: Some(value.to_owned()), ..AxisChange::default() }
}

fn change(item: ItemId, version: i64, axes: Vec<AxisChange>) -> ChangeAxes {
    ChangeAxes { item, version, axes }
}

/// Its variants' places, sorted.
async fn texts(shop: &Shop, item: ItemId) -> Vec<String> {
    let mut texts: Vec<String> = show(shop, item).await.variants.into_iter().map(|variant| variant.option_text).collect();
    texts.sort();
    texts
}

on_both! {
    async fn an_item_of_one_kind_comes_in_several(shop: Shop) {
        let one = NewVariant { sku: Some("MUG".into()), barcodes: vec![NewBarcode::each("HOUSE-7")], ..NewVariant::default() };
        let item = shop.owner().does(CreateItem { name: "Mug".into(), variants: vec![one], ..CreateItem::default() }).await.item;
        let done = shop.owner().does(change(item, 1, vec![more("Colour", "Dark  red"), more("Size", "M")])).await;
        assert_eq!((done.version, done.changed), (2, true));
        let view = show(&shop, item).await;
        assert_eq!((view.axes, view.version, view.variants[0].version), (vec!["Colour".into(), "Size".into()], 2, 2));
        assert_eq!(view.variants[0].option_text, "Dark red / M");
        // Found by what it is now, and by all it was found by before.
        assert_eq!((hits(&shop, "dark").await, hits(&shop, "house-7").await, hits(&shop, "mug").await), (1, 1, 1));
        assert_eq!(shop.clerk().does(ListItems { q: Some("mug red".into()), ..ListItems::default() }).await.rows.len(), 1);
        let blue = NewVariant { options: vec!["Blue".into(), "M".into()], ..NewVariant::default() };
        shop.owner().does(AddVariant { item, variant: blue }).await;
        assert_eq!(texts(&shop, item).await, ["Blue / M", "Dark red / M"]);
        let history = shop.clerk().does(ItemHistory { item, cursor: None }).await.rows;
        let told: Vec<_> = history.iter().filter(|row| row.operation == "catalog.change_axes").collect();
        assert_eq!(told.len(), 2, "the item's and its variant's");
        let axes = told.iter().flat_map(|row| &row.changes).find(|change| change.field == "axes").unwrap();
        assert_eq!((axes.from.as_deref(), axes.to.as_deref()), (None, Some("Colour, Size")));
        let options = told.iter().find(|row| row.part == "MUG").unwrap();
        assert_eq!(options.changes[0].to.as_deref(), Some("Dark red / M"));
    }

    async fn axes_are_named_anew_and_change_places(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        let same = shop.owner().does(change(item, 1, vec![kept("Colour", 0), kept("Size", 1)])).await;
        assert_eq!((same.version, same.changed), (1, false));
        shop.owner().does(change(item, 1, vec![kept("Shade", 0), kept("Size", 1)])).await;
        let view = show(&shop, item).await;
        assert_eq!((view.axes, view.variants[0].option_text.as_str(), view.variants[0].version), (vec!["Shade".into(), "Size".into()], "Red / M", 1));
        shop.owner().does(change(item, 2, vec![kept("Size", 1), kept("Shade", 0)])).await;
        assert_eq!(texts(&shop, item).await, ["L / Blue", "L / Red", "M / Blue", "M / Red"]);
        // As it was read before: somebody was faster.
        assert_eq!(shop.owner().tries(change(item, 2, vec![])).await.unwrap_err(), AppError::Stale);
    }

    async fn a_further_axis_has_a_value_for_every_variant(shop: Shop) {
        let saved = shop.owner().does(shirt()).await;
        let item = saved.item;
        let both = || vec![kept("Colour", 0), kept("Size", 1)];
        let bare = AxisChange { name: "Cloth".into(), ..AxisChange::default() };
        let wrong = shop.owner().tries(change(item, 1, [both(), vec![bare.clone()]].concat())).await;
        assert_eq!(refused(wrong), [("axes[2].value".into(), "field-required".into())]);
        let one = AxisValue { variant: saved.variants[0].variant, value: "Linen".into() };
        let some = AxisChange { values: vec![one.clone()], ..bare };
        let wrong = shop.owner().tries(change(item, 1, [both(), vec![some]].concat())).await;
        assert_eq!(refused(wrong), [("axes[2].values".into(), "axis-value-missing".into())]);
        assert_eq!(show(&shop, item).await.version, 1);
        let cloth = AxisChange { values: vec![one], ..more("Cloth", "Hemp") };
        shop.owner().does(change(item, 1, [both(), vec![cloth]].concat())).await;
        assert_eq!(texts(&shop, item).await, ["Blue / L / Hemp", "Blue / M / Hemp", "Red / L / Hemp", "Red / M / Linen"]);
        assert_eq!((hits(&shop, "hemp").await, hits(&shop, "hemp red").await), (3, 1));
        let four = [both(), vec![kept("Cloth", 2), more("Fit", "Slim")]].concat();
        assert_eq!(refused(shop.owner().tries(change(item, 2, four)).await), [("axes".into(), "axes-too-many".into())]);
        let twice = vec![kept("Colour", 0), kept(" colour", 1), kept("", 2)];
        let wrong = refused(shop.owner().tries(change(item, 2, twice)).await);
        assert_eq!(wrong, [("axes[1].name".into(), "axis-twice".into()), ("axes[2].name".into(), "field-required".into())]);
    }

    async fn an_axis_goes_where_variants_stay_distinct(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        assert_eq!(refused(shop.owner().tries(change(item, 1, vec![kept("Size", 1)])).await), [("axes".into(), "variants-same".into())]);
        assert_eq!(refused(shop.owner().tries(change(item, 1, vec![])).await), [("axes".into(), "variants-same".into())]);
        let cloth = [kept("Colour", 0), kept("Size", 1), more("Cloth", "Linen")];
        shop.owner().does(change(item, 1, cloth.to_vec())).await;
        shop.owner().does(change(item, 2, vec![kept("Colour", 0), kept("Size", 1)])).await;
        assert_eq!(texts(&shop, item).await, ["Blue / L", "Blue / M", "Red / L", "Red / M"]);
        let one = shop.owner().does(CreateItem { name: "Bowl".into(), ..CreateItem::default() }).await.item;
        shop.owner().does(change(one, 1, vec![more("Glaze", "Celadon")])).await;
        assert_eq!(hits(&shop, "celadon").await, 1);
        shop.owner().does(change(one, 2, vec![])).await;
        assert_eq!((texts(&shop, one).await, hits(&shop, "celadon").await, hits(&shop, "bowl").await), (vec![String::new()], 0, 1));
    }

    async fn nobody_changes_what_is_not_theirs(shop: Shop) {
        let saved = shop.owner().does(shirt()).await;
        assert!(shop.clerk().tries(change(saved.item, 1, vec![])).await.is_err(), "a clerk keeps no catalog");
        let stranger = AxisValue { variant: vocabulary::VariantId::new(), value: "x".into() };
        let cloth = AxisChange { values: vec![stranger], ..more("Cloth", "Linen") };
        let wrong = shop.owner().tries(change(saved.item, 1, vec![kept("Colour", 0), kept("Size", 1), cloth])).await;
        assert_eq!(refused(wrong), [("axes[2].values[0].variant".into(), "field-unknown-choice".into())]);
        assert_eq!(shop.owner().tries(change(ItemId::new(), 1, vec![])).await.unwrap_err(), AppError::NotFound);
    }
}
