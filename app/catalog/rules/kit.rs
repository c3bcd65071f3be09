//! Kits: a variant that is sold as a bundle of others and holds no stock itself.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, Quantity, StoreId, VariantId};

/// Most components of a kit.
pub const KIT_MAX: usize = 50;

/// Says what a variant is a bundle of; of nothing, and it is a variant like any other again. A variant of which something
/// ever moved cannot become a kit. What was sold as the kit before stands as it was sold.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetKit {
    pub variant: VariantId,
    /// The variant's, as it was read.
    pub version: i64,
    /// At most 50, each once.
    pub components: Vec<KitComponent>,
}

/// What one of a kit takes of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KitComponent {
    pub variant: VariantId,
    /// In its base unit; more than nought.
    pub quantity: Quantity,
}

impl Operation for SetKit {
    type Reply = KitSaved;
    const NAME: &'static str = "catalog.set_kit";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// A variant after what it is a bundle of was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitSaved {
    pub variant: VariantId,
    pub version: i64,
    /// Something was different before.
    pub changed: bool,
}

/// What a variant is a bundle of, and how many can be made.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowKit {
    pub variant: VariantId,
}

impl Operation for ShowKit {
    type Reply = KitView;
    const NAME: &'static str = "catalog.show_kit";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitView {
    pub variant: VariantId,
    pub version: i64,
    /// Nothing of what is no kit.
    pub components: Vec<KitPart>,
    /// How many each store can make of what is there and not promised, by the stores' codes; only the stores that have had
    /// any of it.
    pub makes: Vec<KitStore>,
    /// The kits that it is a component of, by SKU; at most 50.
    pub part_of: Vec<PartOfKit>,
}

/// A component of a kit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitPart {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Its base unit.
    pub unit: String,
    /// In it.
    pub quantity: Quantity,
    /// It is put away: none of the kit can be sold.
    pub archived: bool,
}

/// What a store can make of a kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitStore {
    pub store: StoreId,
    pub can_make: Quantity,
}

/// A kit that something is a component of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PartOfKit {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    /// How much of it one kit takes.
    pub quantity: Quantity,
}

/// What is known of a variant that is to be a component.
#[derive(Clone, Debug)]
pub struct ComponentFacts {
    pub sku: String,
    pub whole: bool,
    pub kit: bool,
    pub archived: bool,
}

/// What is known of a variant that is to be a kit.
#[derive(Clone, Copy, Debug, Default)]
pub struct KitFacts {
    /// It is one already.
    pub kit: bool,
    /// Something of it moved once, or is being counted.
    pub moved: bool,
    /// It is a component of a kit.
    pub component: bool,
}

/// The components that are not known.
#[must_use]
pub fn decide_known(set: &SetKit, known: &BTreeMap<VariantId, ComponentFacts>) -> Vec<FieldError> {
    let unknown = set.components.iter().take(KIT_MAX).enumerate().filter(|(_, component)| !known.contains_key(&component.variant));
    unknown.map(|(at, _)| FieldError::new(&format!("components[{at}].variant"), "variant-unknown")).collect()
}

/// Everything that is wrong with a kit: too many components, one twice, one that is the kit itself, a kit, put away or not
/// known, a quantity that is not more than nought or a part of what comes whole; a kit that has stock, or is a component.
#[must_use]
pub fn decide_kit(set: &SetKit, kit: KitFacts, known: &BTreeMap<VariantId, ComponentFacts>) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if set.components.len() > KIT_MAX {
        return vec![FieldError::new("components", "kit-too-many").with("max", KIT_MAX)];
    }
    if set.components.is_empty() {
        return wrong;
    }
    if !kit.kit && kit.moved {
        wrong.push(FieldError::new("components", "kit-has-stock"));
    }
    if kit.component {
        wrong.push(FieldError::new("components", "kit-is-component"));
    }
    let mut seen = BTreeSet::new();
    for (at, component) in set.components.iter().enumerate() {
        let field = |name: &str| format!("components[{at}].{name}");
        let whole = match known.get(&component.variant) {
            _ if component.variant == set.variant => {
                wrong.push(FieldError::new(&field("variant"), "kit-of-itself"));
                false
            }
            None => {
                wrong.push(FieldError::new(&field("variant"), "variant-unknown"));
                false
            }
            Some(facts) => {
                if facts.kit {
                    wrong.push(FieldError::new(&field("variant"), "kit-of-kit").with("sku", facts.sku.as_str()));
                }
                if facts.archived {
                    wrong.push(FieldError::new(&field("variant"), "variant-archived").with("sku", facts.sku.as_str()));
                }
                if !seen.insert(component.variant) {
                    wrong.push(FieldError::new(&field("variant"), "kit-component-twice").with("sku", facts.sku.as_str()));
                }
                facts.whole
            }
        };
        if !component.quantity.is_positive() {
            wrong.push(FieldError::new(&field("quantity"), "quantity-not-positive"));
        } else if whole && !component.quantity.is_whole() {
            wrong.push(FieldError::new(&field("quantity"), "quantity-not-whole"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> VariantId {
        format!("00000000-0000-0000-0000-{n:012}").parse().unwrap()
    }

    fn known() -> BTreeMap<VariantId, ComponentFacts> {
        let facts = |whole, kit, archived| ComponentFacts { sku: "X".into(), whole, kit, archived };
        [(1, facts(true, false, false)), (2, facts(false, false, false)), (3, facts(true, true, false)), (4, facts(true, false, true))]
            .map(|(n, facts)| (id(n), facts))
            .into()
    }

    fn wrong(components: &[(u128, &str)], kit: KitFacts) -> Vec<String> {
        let components = components.iter().map(|(n, q)| KitComponent { variant: id(*n), quantity: q.parse().unwrap() }).collect();
        let set = SetKit { variant: id(9), version: 1, components };
        decide_kit(&set, kit, &known()).into_iter().map(|wrong| format!("{} {}", wrong.field, wrong.said.code)).collect()
    }

    #[test]
    fn a_kit_is_of_variants_that_are_none_each_once() {
        let new = KitFacts::default();
        assert_eq!(wrong(&[(1, "2"), (2, "0.35")], new), Vec::<String>::new());
        assert_eq!(wrong(&[(9, "1")], new), ["components[0].variant kit-of-itself"]);
        assert_eq!(wrong(&[(3, "1")], new), ["components[0].variant kit-of-kit"]);
        assert_eq!(wrong(&[(1, "1"), (1, "1")], new), ["components[1].variant kit-component-twice"]);
        assert_eq!(wrong(&[(5, "1")], new), ["components[0].variant variant-unknown"]);
        assert_eq!(wrong(&[(4, "1")], new), ["components[0].variant variant-archived"]);
        assert_eq!(
            wrong(&[(1, "0"), (2, "-1")], new),
            ["components[0].quantity quantity-not-positive", "components[1].quantity quantity-not-positive"]
        );
        assert_eq!(wrong(&[(1, "0.5")], new), ["components[0].quantity quantity-not-whole"]);
        assert_eq!(wrong(&vec![(1, "1"); KIT_MAX + 1], new), ["components kit-too-many"]);
    }

    #[test]
    fn what_has_stock_or_is_a_component_becomes_no_kit() {
        assert_eq!(wrong(&[(1, "1")], KitFacts { moved: true, ..KitFacts::default() }), ["components kit-has-stock"]);
        assert_eq!(wrong(&[(1, "1")], KitFacts { component: true, ..KitFacts::default() }), ["components kit-is-component"]);
        // What is a kit has no stock: what it is made of may be said anew. And nothing stands against being none.
        assert!(wrong(&[(1, "1")], KitFacts { kit: true, moved: true, component: false }).is_empty());
        assert!(wrong(&[], KitFacts { moved: true, component: true, kit: false }).is_empty());
    }
}
