//! What this room's forms share.

use kit::Choice;
use wire::Visit;

/// The stores one may choose between.
pub(crate) fn store_choices(visit: &Visit) -> Vec<Choice> {
    visit.stores.iter().map(|store| Choice::new(store.code.clone(), store.name.clone())).collect()
}
