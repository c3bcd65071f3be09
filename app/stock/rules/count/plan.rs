//! Planning a count, and taking it back.

use crate::CountScope;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CategoryId, CountId, FieldError, Kind, LocationId, Operation, Permission, Quantity, Scope, StoreId, VariantId, check_name};

/// Plans a count of a store's shelves, of a category, of some items, or of everything.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanCount {
    pub store: StoreId,
    /// What it is called on the floor: `Front shelves`.
    pub name: String,
    pub scope: CountScope,
    /// With the scope `locations`: these and all places in them.
    #[serde(default)]
    pub locations: Vec<LocationId>,
    /// With the scope `category`.
    #[serde(default)]
    pub categories: Vec<CategoryId>,
    /// With the scope `items`.
    #[serde(default)]
    pub variants: Vec<VariantId>,
    /// Nobody sees what is expected while it is counted.
    #[serde(default = "yes")]
    pub blind: bool,
    /// A difference of more units than this is counted again by somebody else.
    #[serde(default)]
    pub limit_quantity: Option<Quantity>,
    /// A difference worth more than this at cost is counted again by somebody else.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "decimal")]
    pub limit_value: Option<Decimal>,
    /// All of it is counted a second time by somebody else, who does not see what the first came to. Not where the business is
    /// one person.
    #[serde(default)]
    pub second_count: bool,
}

fn yes() -> bool {
    true
}

/// A count that was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountPlanned {
    pub count: CountId,
    /// `CNT-0007`
    pub number: String,
}

impl Operation for PlanCount {
    type Reply = CountPlanned;
    const NAME: &'static str = "stock.plan_count";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Most places or items one count is planned of by name; more is a category or everything.
pub const SCOPE_MAX: usize = 1000;

/// What is wrong with a plan, as far as that can be told from it alone.
#[must_use]
pub fn check_plan(plan: &PlanCount) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(check_name("name", &plan.name).err());
    let (field, of) = match plan.scope {
        CountScope::Locations => ("locations", plan.locations.len()),
        CountScope::Category => ("categories", plan.categories.len()),
        CountScope::Items => ("variants", plan.variants.len()),
        CountScope::Everything => ("scope", 1),
    };
    if of == 0 {
        wrong.push(FieldError::new(field, "count-scope-empty"));
    } else if of > SCOPE_MAX {
        wrong.push(FieldError::new(field, "count-scope-large").with("max", SCOPE_MAX));
    }
    if plan.limit_quantity.is_some_and(Quantity::is_negative) {
        wrong.push(FieldError::new("limit_quantity", "quantity-negative"));
    }
    if plan.limit_value.is_some_and(|limit| limit.is_sign_negative() && !limit.is_zero()) {
        wrong.push(FieldError::new("limit_value", "money-negative"));
    }
    wrong
}

/// Takes a count back that was not posted. What was scanned stays on record.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelCount {
    pub count: CountId,
}

impl Operation for CancelCount {
    type Reply = super::CountMoved;
    const NAME: &'static str = "stock.cancel_count";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}
