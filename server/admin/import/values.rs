//! What columns turn out to hold, where their names may mean one thing or another.

use crate::import::{
    fields::{Field, normal},
    mapping::Mapping,
};
use vocabulary::Status;

/// What systems call the kinds of products by: none of them is a category of goods.
const KINDS: [&str; 24] = [
    "goods",
    "good",
    "service",
    "services",
    "inventory",
    "inventoryitem",
    "noninventory",
    "noninventoryitem",
    "stock",
    "stockitem",
    "product",
    "products",
    "storable",
    "storableproduct",
    "consu",
    "consumable",
    "simple",
    "variable",
    "variation",
    "configurable",
    "virtual",
    "physical",
    "digital",
    "item",
];

/// Lets go of columns that hold something else than their names may mean: they are named with those that are not read.
pub fn settle(mapping: &mut Mapping, samples: &[Vec<String>]) {
    mapping.columns.retain(|mapped| {
        let samples = samples.get(mapped.column.index).map(Vec::as_slice).unwrap_or_default();
        match mapped.field {
            Field::StockStatus => is_of_stock(samples),
            Field::Category => {
                let of_type = ["type", "producttype"].contains(&normal(&mapped.column.name).as_str());
                !(of_type && !samples.is_empty() && samples.iter().all(|sample| KINDS.contains(&normal(sample).as_str())))
            }
            _ => true,
        }
    });
}

/// Whether a column of states is about stock rather than about items: every word of it is one of ours, or one is that only
/// stock has. A wrong word among those is a row's mistake, and not passed over.
fn is_of_stock(samples: &[String]) -> bool {
    let told = |sample: &String| Status::of_tag(&sample.to_lowercase());
    samples.iter().any(|sample| told(sample).is_some_and(|status| status != Status::Available)) || samples.iter().all(|sample| told(sample).is_some())
}
