//! Editing, archiving, and who was faster.

use crate::creating::shirt;
use catalog_rules::{
    ArchiveItem, EditItem, EditVariant, ItemHistory, ItemState, ItemView, ListItems, RestoreItem, SearchVariants, SetItemState, ShowItem, VariantView,
};
use stock_rules::{ReceiptLine, ReceiveGoods};
use testkit::{Shop, on_both, refused};
use vocabulary::{AppError, ItemId, Quantity};

pub async fn show(shop: &Shop, item: ItemId) -> ItemView {
    shop.owner().does(ShowItem { item, variant: None }).await
}

pub fn as_it_is(item: &ItemView) -> EditItem {
    EditItem {
        item: item.item,
        version: item.version,
        name: item.name.clone(),
        handle: item.handle.clone(),
        description: item.description.clone(),
        brand: item.brand.clone(),
        category: item.category.as_ref().map(|category| category.name.clone()),
        unit: item.unit.clone(),
        whole: item.whole,
        axes: item.axes.clone(),
        attributes: None,
        image_links: item.image_links.clone(),
    }
}

fn variant_as_it_is(variant: &VariantView) -> EditVariant {
    EditVariant {
        variant: variant.variant,
        version: variant.version,
        sku: variant.sku.clone(),
        options: variant.options.clone(),
        price: variant.price,
        cost: variant.cost,
        own_state: variant.own_state,
    }
}

pub async fn hits(shop: &Shop, q: &str) -> usize {
    shop.clerk().does(SearchVariants { q: q.to_owned(), limit: None }).await.hits.len()
}

on_both! {
    async fn an_edit_changes_what_it_says_and_is_told(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        let before = show(&shop, item).await;
        let same = shop.owner().does(as_it_is(&before)).await;
        assert_eq!((same.version, same.changed), (1, false));
        let edit = EditItem { name: "Hemp shirt".into(), category: None, axes: vec!["Farbe".into(), "Size".into()], image_links: vec![], ..as_it_is(&before) };
        assert_eq!(shop.owner().does(edit.clone()).await.version, 2);
        let after = show(&shop, item).await;
        assert_eq!((after.name.as_str(), after.category, after.version, after.image_links.len()), ("Hemp shirt", None, 2, 0));
        assert_eq!(after.axes, ["Farbe", "Size"]);
        assert_eq!(after.variants[0].option_text, "Red / M");
        assert_eq!((hits(&shop, "linen").await, hits(&shop, "hemp").await), (0, 4));
        // The same again, as it was read before: somebody was faster.
        assert_eq!(shop.owner().tries(edit).await.unwrap_err(), AppError::Stale);
        let history = shop.clerk().does(ItemHistory { item, cursor: None }).await;
        assert_eq!(history.rows[0].operation, "catalog.edit_item");
        let name = history.rows[0].changes.iter().find(|change| change.field == "name").unwrap();
        assert_eq!((name.from.as_deref(), name.to.as_deref()), (Some("Linen shirt"), Some("Hemp shirt")));
    }

    async fn a_variant_is_edited(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        let before = show(&shop, item).await;
        let variant = before.variants.iter().find(|variant| variant.sku == "SHIRT-Red-L").unwrap();
        let edit = EditVariant { sku: "S-1".into(), options: vec!["Red".into(), "XXL".into()], price: None, own_state: Some(ItemState::PhaseOut), ..variant_as_it_is(variant) };
        assert_eq!(shop.owner().does(edit.clone()).await.version, 2);
        assert_eq!(shop.owner().tries(edit).await.unwrap_err(), AppError::Stale);
        let after = show(&shop, item).await;
        let variant = after.variants.iter().find(|variant| variant.sku == "S-1").unwrap();
        assert_eq!((variant.option_text.as_str(), variant.price, variant.state), ("Red / XXL", None, ItemState::PhaseOut));
        assert_eq!((hits(&shop, "xxl").await, hits(&shop, "S-1").await), (1, 1));
        let taken = EditVariant { sku: "SHIRT-Red-M".into(), ..variant_as_it_is(variant) };
        assert_eq!(refused(shop.owner().tries(taken).await), [("sku".into(), "sku-taken".into())]);
        let taken = EditVariant { options: vec!["blue".into(), "l".into()], ..variant_as_it_is(variant) };
        assert_eq!(refused(shop.owner().tries(taken).await), [("options[0]".into(), "options-taken".into())]);
        let wrong = EditVariant { sku: " ".into(), price: "-1".parse().ok(), options: vec!["Red".into()], ..variant_as_it_is(variant) };
        let codes: Vec<String> = refused(shop.owner().tries(wrong).await).into_iter().map(|(field, code)| format!("{field} {code}")).collect();
        assert_eq!(codes, ["sku field-required", "price money-negative", "options[1] field-required"]);
    }

    async fn nothing_is_archived_while_there_is_stock(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let item = shop.owner().does(catalog_rules::FindVariant { variant: mug }).await.item;
        assert_eq!(refused(shop.owner().tries(ArchiveItem { item, version: 1 }).await), [("conflict".into(), "item-has-stock".into())]);
        let variant = show(&shop, item).await.variants[0].clone();
        let archived = EditVariant { own_state: Some(ItemState::Archived), ..variant_as_it_is(&variant) };
        assert_eq!(refused(shop.owner().tries(archived).await), [("own_state".into(), "item-has-stock".into())]);
        assert_eq!(variant.stores[0].available, Quantity::whole(3));
        let empty = shop.item("CUP").await;
        let item = shop.owner().does(catalog_rules::FindVariant { variant: empty }).await.item;
        let gone = shop.owner().does(ArchiveItem { item, version: 1 }).await;
        assert_eq!((gone.state, gone.version), (ItemState::Archived, 2));
        assert_eq!(show(&shop, item).await.variants[0].state, ItemState::Archived);
        assert!(shop.clerk().does(ListItems::default()).await.rows.iter().all(|row| row.item != item));
        let shelved = shop.clerk().does(ListItems { state: Some(ItemState::Archived), ..ListItems::default() }).await;
        assert_eq!(shelved.rows.len(), 1);
        assert_eq!(shop.owner().tries(RestoreItem { item, version: 1 }).await.unwrap_err(), AppError::Stale);
        assert_eq!(shop.owner().does(RestoreItem { item, version: 2 }).await.state, ItemState::Active);
    }

    async fn a_variants_own_state_outlives_its_items(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        let before = show(&shop, item).await;
        shop.owner().does(EditVariant { own_state: Some(ItemState::Archived), ..variant_as_it_is(&before.variants[0]) }).await;
        let set = |version, state| SetItemState { item, version, state };
        shop.owner().does(set(1, ItemState::Archived)).await;
        assert!(show(&shop, item).await.variants.iter().all(|variant| variant.state == ItemState::Archived));
        shop.owner().does(set(2, ItemState::PhaseOut)).await;
        let states: Vec<ItemState> = show(&shop, item).await.variants.iter().map(|variant| variant.state).collect();
        assert_eq!(states, [ItemState::Archived, ItemState::PhaseOut, ItemState::PhaseOut, ItemState::PhaseOut]);
        assert_eq!(shop.clerk().does(ListItems::default()).await.rows[0].variants, 3);
    }

    async fn the_unit_stays_once_something_moved(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let item = shop.owner().does(catalog_rules::FindVariant { variant: mug }).await.item;
        let edit = EditItem { unit: "kg".into(), whole: false, ..as_it_is(&show(&shop, item).await) };
        assert_eq!(refused(shop.owner().tries(edit).await), [("unit".into(), "item-unit-fixed".into())]);
        let edit = EditItem { unit: "furlong".into(), handle: String::new(), ..as_it_is(&show(&shop, item).await) };
        assert_eq!(refused(shop.owner().tries(edit).await).len(), 3);
    }

    async fn stock_is_told_by_place(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let line = ReceiptLine::of(mug, Quantity::whole(4));
        shop.manager().does(ReceiveGoods { store: shop.other_store, lines: vec![line], ..shop.receipt(mug, 1) }).await;
        let item = shop.owner().does(catalog_rules::FindVariant { variant: mug }).await.item;
        let view = show(&shop, item).await;
        assert_eq!(view.places.iter().map(|place| place.on_hand).sum::<Quantity>(), Quantity::whole(7));
        assert_eq!(view.variants[0].stores.len(), 2);
        let row = &shop.clerk().does(ListItems::default()).await.rows[0];
        assert_eq!((row.available, row.sku.as_str()), (Some(Quantity::whole(7)), "MUG"));
        let row = &shop.clerk().does(ListItems { store: Some(shop.store), ..ListItems::default() }).await.rows[0];
        assert_eq!(row.available, Some(Quantity::whole(3)));
    }

    async fn who_may_not_see_what_things_cost_does_not_read_it_in_their_history(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        let variant = show(&shop, item).await.variants.remove(0);
        shop.owner().does(EditVariant { cost: "2.75".parse().ok(), price: "9".parse().ok(), ..variant_as_it_is(&variant) }).await;
        let history = ItemHistory { item, cursor: None };
        let told = |page: vocabulary::Page<vocabulary::HistoryRow>| page.rows[0].changes.iter().map(|change| change.field.clone()).collect::<Vec<_>>();
        assert_eq!(told(shop.owner().does(history.clone()).await), ["cost", "price"]);
        assert_eq!(told(shop.clerk().does(history).await), ["price"]);
    }
}
