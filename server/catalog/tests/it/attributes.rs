//! What is said of an item by name and value.

use crate::{
    changes::{as_it_is, hits, show},
    creating::shirt,
    upserts::apply,
};
use catalog_rules::{Attribute, CreateItem, EditItem, EditVariant, ItemHistory, ItemView, UpsertItem, UpsertOutcome};
use testkit::{on_both, refused};

fn of(pairs: &[(&str, &str)]) -> Vec<Attribute> {
    pairs.iter().map(|(name, value)| Attribute { name: (*name).to_owned(), value: (*value).to_owned() }).collect()
}

fn edit(item: &ItemView, attributes: &[(&str, &str)]) -> EditItem {
    EditItem { attributes: Some(of(attributes)), ..as_it_is(item) }
}

on_both! {
    async fn attributes_are_kept_in_their_order_and_told(shop: Shop) {
        let item = shop.owner().does(CreateItem { attributes: of(&[("Season", "Winter"), ("Material ", "Organic  cotton")]), ..shirt() }).await.item;
        let before = show(&shop, item).await;
        assert_eq!(before.attributes, of(&[("Season", "Winter"), ("Material", "Organic cotton")]));
        assert_eq!((hits(&shop, "cotton").await, hits(&shop, "red organic").await, hits(&shop, "material").await), (4, 2, 0));
        let same = shop.owner().does(edit(&before, &[("Season", "Winter"), ("Material", "Organic cotton")])).await;
        assert_eq!((same.version, same.changed), (1, false));
        shop.owner().does(edit(&before, &[("material", "Hemp"), ("Fit", "Slim")])).await;
        let after = show(&shop, item).await;
        assert_eq!((after.attributes.clone(), after.version), (of(&[("material", "Hemp"), ("Fit", "Slim")]), 2));
        assert_eq!((hits(&shop, "cotton").await, hits(&shop, "hemp slim").await), (0, 4));
        let history = shop.clerk().does(ItemHistory { item, cursor: None }).await;
        let told: Vec<_> = history.rows[0].changes.iter().map(|change| (change.field.as_str(), change.from.as_deref(), change.to.as_deref())).collect();
        assert!(told.contains(&("attribute", Some("Material: Organic cotton"), Some("material: Hemp"))), "{told:?}");
        assert!(told.contains(&("attribute", None, Some("Fit: Slim"))), "{told:?}");
        assert!(told.contains(&("attribute", Some("Season: Winter"), None)), "{told:?}");
        // An edit that says nothing of them leaves them, one that says none takes them away.
        shop.owner().does(EditItem { brand: "Other".into(), ..as_it_is(&after) }).await;
        let after = show(&shop, item).await;
        assert_eq!((after.attributes.len(), after.brand.as_str()), (2, "Other"));
        shop.owner().does(edit(&after, &[])).await;
        assert_eq!((show(&shop, item).await.attributes, hits(&shop, "hemp").await), (vec![], 0));
    }

    async fn what_is_wrong_with_an_attribute_is_told_by_its_field(shop: Shop) {
        let bad = [("Fit", "Slim"), ("fit", "Wide"), ("", "x"), ("Season", "")];
        let wrong = [("attributes[1].name", "attribute-twice"), ("attributes[2].name", "field-required"), ("attributes[3].value", "field-required")];
        let wrong = wrong.map(|(field, code)| (field.to_owned(), code.to_owned()));
        assert_eq!(refused(shop.owner().tries(CreateItem { attributes: of(&bad), ..shirt() }).await), wrong);
        assert_eq!(shop.rows("item").await, 0);
        let item = shop.owner().does(shirt()).await.item;
        let view = show(&shop, item).await;
        assert_eq!(refused(shop.owner().tries(edit(&view, &bad)).await), wrong);
        let many: Vec<Attribute> = (0..31).map(|n| Attribute { name: format!("N{n}"), value: "x".into() }).collect();
        let many = EditItem { attributes: Some(many), ..as_it_is(&view) };
        assert_eq!(refused(shop.owner().tries(many).await), [("attributes".into(), "attributes-too-many".into())]);
    }

    async fn a_row_and_a_variant_that_say_nothing_of_them_leave_them(shop: Shop) {
        let item = shop.owner().does(CreateItem { attributes: of(&[("Material", "Cotton")]), ..shirt() }).await.item;
        let row = UpsertItem { sku: Some("SHIRT-Red-M".into()), brand: Some("Other".into()), price: "5".parse().ok(), ..UpsertItem::default() };
        assert_eq!(apply(&shop, &[row]).await[0].outcome, UpsertOutcome::Changed);
        let view = show(&shop, item).await;
        assert_eq!((view.brand.as_str(), view.attributes), ("Other", of(&[("Material", "Cotton")])));
        // Its words are all there when only a variant is changed.
        let variant = view.variants.iter().find(|variant| variant.sku == "SHIRT-Red-L").unwrap();
        let new = EditVariant { variant: variant.variant, version: variant.version, sku: "S-9".into(), options: variant.options.clone(), price: None, cost: None, own_state: None };
        shop.owner().does(new).await;
        assert_eq!((hits(&shop, "cotton").await, hits(&shop, "s-9 cotton").await), (4, 1));
    }
}
